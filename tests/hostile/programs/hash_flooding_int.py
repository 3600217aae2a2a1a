# Ints that are equal modulo 2**61 - 1 have one hash.
d = {}
for n in range(200000):
    d[n * (2**61 - 1) + 1] = n
print(len(d))
