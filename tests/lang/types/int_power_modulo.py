# pow() with a modulus: odd and even, of one word to many, positive and negative; bases and exponents of all sizes.
import random, hashlib
r = random.Random(9); d = hashlib.md5()
for i in range(2500):
    m = r.getrandbits(r.randrange(1, 600)) | 1
    if i % 7 == 0: m = 2 ** r.randrange(60, 513) - r.choice((1, 159, 3))
    if i % 11 == 0: m += 1
    b = r.choice((r.getrandbits(r.randrange(1, 700)), m - 1, m + 1, 0, 1, -3, m // 2)); e = r.choice((r.getrandbits(r.randrange(1, 200)), 0, 1, 2, 15, 16, 63, 64, 65537, m - 1))
    d.update(str(pow(b, e, m)).encode())
    if e and i % 5 == 0: d.update(str(pow(b, e, -m)).encode())
print(d.hexdigest())
