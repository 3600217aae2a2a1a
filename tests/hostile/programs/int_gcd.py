import math
n = 10**300000 + 1
math.gcd(n, n // 3 + 12345)
