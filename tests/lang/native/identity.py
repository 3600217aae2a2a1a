# A float that machine code holds in a register of the processor is one object, under whatever names.
import math


def names(n, big):
    same = 0
    for i in range(n):
        x = big * 1.5
        y = x
        z = y
        kept = [x, y]
        nan = big - big
        other = nan
        same += (x is y) + (y is z) + (kept[0] is kept[1]) + (nan is other) + (other in [nan]) + ([nan] == [other])
        x = x + 1.0
        same += x is not y
    return same


for big in (1e300, math.inf, 2.0, 1e-300):
    print(names(3000, big))


def swapped(n):
    a, b = 1e300, -1e300
    first, second = a, b
    for _ in range(n):
        a, b = b, a
        a = a * 1.0
        b = b * 1.0
        c, d = a, b
        if c is not a or d is not b:
            return "another"
    return a == first, b == second


print(swapped(3000))
