import struct
struct.calcsize("9" * 1000 + "i")
