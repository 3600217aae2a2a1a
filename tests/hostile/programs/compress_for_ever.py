import zlib, bz2
while True: bz2.compress(bytes(10**6)), zlib.compress(bytes(10**6))
