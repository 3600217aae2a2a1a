import lzma
c = lzma.LZMACompressor()
bomb = b"".join(c.compress(bytes(10**6)) for _ in range(200)) + c.flush()
lzma.decompress(bomb)
