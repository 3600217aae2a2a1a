import zlib
data = bytes(10**7)
while True: zlib.crc32(data), zlib.adler32(data)
