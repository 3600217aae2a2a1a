import gzip, io
data = gzip.compress(bytes(3 * 10**7))
while True: gzip.decompress(data * 3)
