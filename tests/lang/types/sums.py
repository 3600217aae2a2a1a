# python3.12: a sum of ints goes on in floats, which are added with what their roundings lose, until it meets something else
import random
from fractions import Fraction


class Int(int): pass
class Float(float): pass


r = random.Random(3)
kinds = [lambda: r.choice([0.0, -0.0, 1e308, -1e308, 1e-320, 5e-324]), r.random, lambda: r.random() * 1e300, lambda: r.uniform(-1, 1) * 10 ** r.randint(-300, 300), lambda: r.choice([3, -7, True, 2 ** 70]),
         lambda: r.choice([1.5] * 40 + [float("inf"), float("nan")])]
for n in 1, 2, 3, 10, 100:
    for _ in range(60):
        xs = [r.choice(kinds)() for _ in range(n)]
        print(sum(xs), sum(xs, 0.5), sum(xs, -0.0), sum(tuple(xs), 3), sum(iter(xs)))
starts = 0, 0.0, False, 2 ** 62, 2 ** 63 - 1, 2 ** 64, Int(2), Float(2), 1j, -2 ** 63
for xs in ([1, 2 ** 62, 2 ** 62, 2 ** 62, .1, .2], [2 ** 63 - 1, 1, 0.1, 0.2, 0.3], [0.1, Int(3), 0.2], [Int(3), 0.1, .2, .3, 1e16, 1.0, -1e16], [0.1, Float(2), .2, .3, 1e16, 1.0, -1e16], [0.1, True, False],
           [Fraction(1, 2), .5], [.1, 2 ** 63, .2, 1e16, 1.0], [-2 ** 63, -1, 5], [2 ** 62, -2 ** 62], [1j, 2, .5], [.5, 1j, .1], []):
    for start in starts:
        print(repr(sum(xs, start)), repr(sum(iter(xs), start)), repr(sum((x for x in xs), start)))
