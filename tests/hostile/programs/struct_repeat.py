import struct
struct.pack("1000000000i", 1)
