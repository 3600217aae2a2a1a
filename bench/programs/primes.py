def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    return [i for i, f in enumerate(flags) if f]


def is_prime(n):
    if n < 2:
        return False
    for d in range(2, int(n**0.5) + 1):
        if n % d == 0:
            return False
    return True


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


p = sieve(200000)
print(len(p), sum(1 for n in range(6000) if is_prime(n)), sum(gcd(a, 360) for a in range(30000)))
