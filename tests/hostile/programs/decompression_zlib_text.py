import zlib
c = zlib.compressobj()
bomb = b"".join(c.compress(bytes(10**6)) for _ in range(2000)) + c.flush()
zlib.decompress(bomb)
