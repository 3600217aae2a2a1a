import gzip
d = gzip.compress(b'') * 100000
while True: gzip.decompress(d)
