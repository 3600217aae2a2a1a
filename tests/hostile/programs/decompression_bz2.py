import bz2
c = bz2.BZ2Compressor()
bomb = b"".join(c.compress(bytes(10**6)) for _ in range(200)) + c.flush()
bz2.decompress(bomb)
