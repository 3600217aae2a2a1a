# The order in which sets of numbers, tuples of numbers and None are iterated follows from the values and the history of the set.
import random

print({3, 1, 2}, {10, 9, 8, 7, 6, 5}, set([30, 10, 20]), {5, 4, 3, 2, 1, -1, -2}, frozenset((100, 50, 25)))
print({(1, 2), (3, 4), (0, 0)}, {1.5, 2.5, 0.5}, {True, 2, 9}, {-1, -2, 1}, {x * x for x in range(-9, 9)})
for x in {30, 20, 10, 5, 4}:
    print(x, end=" ")
print([x for x in {300, 200, 100}], list({64, 32, 16, 8, 4, 2, 1}), [*{9, 3, 7}])
print({1} & {1.0}, {1.0} & {1}, {1, 2.0} | {1.0, 2}, {1, 2, 3} - {2}, {1, 2, 3} ^ {3, 40}, {7, 8, 9}.union([1], (2,)))
print(hash(()), hash((1, 2)), hash((1, (2, 3.5), 7)), hash(frozenset()), hash(frozenset({1, 2, (3,)})), hash(range(3)))

removed = set(range(1000, 1020)) | {0, 128, 256}
removed.discard(128)
removed.add(384)
removed.discard(0)
removed.update({640: 1})
removed.discard(256)
removed.update({512})
print([x for x in removed if x % 128 == 0], removed.pop(), removed.pop(), len(removed))

ITEMS = {0: 10, 1: 40, 2: 1000, 3: 10**9, 4: 2**70}


def history(seed):
    rng = random.Random(seed)
    big = ITEMS[seed % 5]

    def item():
        kind = rng.random()
        if kind < 0.8:
            return rng.randrange(-big // 4, big)
        if kind < 0.9:
            return rng.randrange(big) / 4
        return (rng.randrange(5), rng.randrange(big))

    s, seen = set(), []
    for step in range(rng.choice([5, 20, 60, 200])):
        op = rng.randrange(16)
        other = [item() for _ in range(rng.choice([1, 3, 8, 30]))]
        argument = rng.choice([list, set, frozenset, dict.fromkeys, tuple])(other)
        if op < 5:
            s.add(item())
        elif op == 5:
            s.discard(rng.choice(list(s)) if s else 1)
        elif op == 6:
            s |= set(other)
        elif op == 7:
            s.update(argument)
        elif op == 8 and s:
            seen.append(s.pop())
        elif op == 9:
            s = s - set(other) if rng.random() < 0.5 else s.difference(argument)
        elif op == 10:
            s = s & set(list(s)[::2] + other) if rng.random() < 0.5 else s.intersection(list(s)[::2], argument)
        elif op == 11:
            s = s ^ set(other) if rng.random() < 0.5 else s.symmetric_difference(argument)
        elif op == 12:
            s = s.copy() if rng.random() < 0.5 else set(list(s))
        elif op == 13:
            s.symmetric_difference_update(argument)
        elif op == 14 and rng.random() < 0.2:
            s.difference_update(argument)
        elif op == 15 and rng.random() < 0.1:
            s.clear()
        elif op == 15:
            s = set(other) | s
        seen.append(hash(tuple(s)))
    return len(s), list(s)[:12], hash(frozenset(s)), hash(tuple(seen))


for seed in range(60):
    print(seed, *history(seed))

huge = set(range(0, 400000, 7))
for n in range(0, 400000, 21):
    huge.discard(n)
huge |= {n * n for n in range(1000)}
print(len(huge), hash(tuple(huge)), [huge.pop() for _ in range(5)])


class Fickle:
    """Changes the set that it is compared in."""

    def __init__(self, action):
        self.action = action

    def __hash__(self):
        return 5

    def __eq__(self, other):
        self.action()
        return False


def compare(action_of):
    s = {5, 37, 69}
    fickle = Fickle(lambda: action_of(s))
    s.add(fickle)
    return sorted(x for x in s if isinstance(x, int))


print(compare(lambda s: s.clear()), compare(lambda s: s.discard(5)), compare(lambda s: s.update(range(100, 110))))
