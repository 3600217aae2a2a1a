# comb, perm and factorial where their products stay in words and where they leave them; the text of ints of many sizes.
import math, hashlib
d = hashlib.md5()
for n in list(range(70)) + [100, 1000, 10**6, 2**31, 2**61, 2**62 - 1, 2**62, 2**64, 2**70]:
    for k in list(range(25)) + [n, n - 1, n // 2] if n < 2000 else range(25):
        if k < 0: continue
        d.update(f"{n} {k} {math.comb(n, k)} {math.perm(n, k)}\n".encode())
for n in range(400): d.update(str(math.factorial(n)).encode())
print(d.hexdigest())
import random
random.seed(3)
d = hashlib.md5()
for i in range(2000):
    n = random.getrandbits(random.randrange(1, 3000))
    d.update(str(n).encode())
    assert int(str(n)) == n
for i in range(0, 3000, 7):
    d.update(str(10 ** i).encode() + str(10 ** i - 1).encode() + str(-10 ** i).encode())
print(d.hexdigest())
