def counter():
    n = 0

    def up(k):
        nonlocal n
        n += k
        return n

    return up


def compose(*functions):
    def run(x):
        for f in functions:
            x = f(x)
        return x

    return run


def memoize(f):
    known = {}

    def wrapper(n):
        if n not in known:
            known[n] = f(n)
        return known[n]

    return wrapper


up = counter()
for i in range(100000):
    up(i & 3)
pipeline = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x - 3, abs)
total = sum(pipeline(i) for i in range(60000))
steps = memoize(lambda n: 0 if n == 1 else 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1))
print(up(0), total, max(range(1, 12000), key=steps))
