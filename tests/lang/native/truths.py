# Bools as numbers: counted, subtracted, multiplied; and what comes later at the same places.
def count(items, limit):
    total = 0
    for item in items:
        total += item < limit
    return total


def order(a, b):
    return (a > b) - (a < b)


def scaled(n, b):
    return n * (b == 3), (b == 3) * n, (b == 3) - n, n - (b != 3)


def bits(a, b):
    return (a < b) & (a != 3), (a < b) | (b == 3), (a < b) ^ (b == 3), (a < b) & b, a ^ (a < b)


for _ in range(30):
    row = [count(range(20), 7), order(1, 2), order(2, 1), order(1, 1), scaled(5, 3), scaled(5, 4), bits(1, 2), bits(3, 9)]
print(row)
print([type(v).__name__ for v in (*scaled(5, 3), *bits(1, 2), order(1, 2))])


class Odd:
    def __lt__(self, other):
        return "yes"

    def __radd__(self, other):
        return other


class Maybe:
    def __lt__(self, other):
        return None


class Large:
    def __lt__(self, other):
        return 2**62


class Half:
    def __lt__(self, other):
        return 0.5


for odd in (Large(), Half(), Odd(), Maybe()):
    for items in ([1, 2, odd, 3], [odd], [1] * 30):
        try:
            print(count(items, 3))
        except TypeError as e:
            print(e)


def total(start, n):
    for i in range(n):
        start += i >= 0
    return start


top = 2**62 - 10
for start in (0, -5, top, 2**62 - 1, 2**70, 1.5, True, False, 1j):
    print(total(start, 20))


def below(start, n):
    for i in range(n):
        start = start - (i >= 0)
    return start


for start in (0, -2**62 + 10, -2**62, True):
    print(below(start, 20))


def distance(a, b):
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y)))
        before = row
    return before[-1]


print(distance("kitten" * 5, "sitting" * 5), distance([1, 2, 3], (1, 4, 3)))


class Tally(int):
    def __add__(self, other):
        return Tally(int(self) + 10 * other)


print(total(Tally(1), 5), total(Tally(1), 5).__class__.__name__)
