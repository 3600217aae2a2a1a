# Tables of many sizes, against the same as a list of pairs: found and missed, deleted and put back, from both ends.
import random


def check(table, expected, missing):
    assert len(table) == len(expected)
    assert list(table.items()) == list(expected)
    for key, value in expected:
        assert table[key] == value
    for key in missing:
        assert key not in table


class Key:
    def __init__(self, n, hash_of): self.n, self.hash_of = n, hash_of
    def __hash__(self): return self.hash_of
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n


makers = [
    ("int", lambda i: i),
    ("strides of ints", lambda i: i * 4096 + 7),
    ("far ints", lambda i: (i << 40) - 3),
    ("high bits only", lambda i: i << 46),
    ("big ints", lambda i: (1 << 70) + i),
    ("text", lambda i: f"k{i}"),
    ("float", lambda i: i + 0.25),
    ("large floats", lambda i: float(i << 44)),
    ("tuple", lambda i: (i, str(i))),
    ("int and text", lambda i: i if i & 1 else str(i)),
    ("objects", lambda i: Key(i, i * 16)),
    ("objects that hash alike", lambda i: Key(i, i % 37)),
]
for name, make in makers:
    alike = "alike" in name
    for size in (8, 9, 12, 13, 24, 25, 100, 192, 193, 700) if not alike else (9, 13, 50, 200):
        keys = [make(i) for i in range(size)]
        others = [make(i) for i in range(size, size + min(size, 50))]
        table = {}
        for i, key in enumerate(keys):
            table[key] = i
        check(table, list(zip(keys, range(size))), others)
        for key in keys[::3]:
            del table[key]
        left = [(k, i) for i, k in enumerate(keys) if i % 3]
        check(table, left, keys[::3])
        for key in keys[::3]:
            table[key] = -1
        check(table, left + [(k, -1) for k in keys[::3]], others)
        for _ in range(size // 4):
            table.popitem()
        first = next(iter(table))
        assert table.pop(first) == 1 and first not in table
        copy = dict(table)
        assert copy == table and list(copy) == list(table)
        copy.clear()
        assert not copy and keys[0] not in copy
    print(name)

# Large ones: past where tables double.
for count in (49151, 49152, 49153, 73728, 73729, 98304, 98305, 131073, 200000):
    table = {i * 3: i for i in range(count)}
    assert len(table) == count and all(table[i * 3] == i for i in range(0, count, 7)) and not any(i * 3 + 1 in table for i in range(0, count, 5))
    for i in range(0, count, 2):
        del table[i * 3]
    assert len(table) == count // 2 and sum(table.values()) == sum(range(1, count, 2))
    for i in range(0, count, 2):
        table[i * 3] = -i
    assert len(table) == count and table[0] == 0 and table[6] == -2
table = {str(i): i for i in range(120000)}
assert all(table[str(i)] == i for i in range(0, 120000, 11)) and str(120000) not in table
table = dict.fromkeys(range(100000), 0)
assert len(table) == 100000 and len(table | {-1: 1}) == 100001
print("large")

# A queue: put at one end, taken from the other, and a stack.
table = {}
for i in range(60000):
    table[i] = i
    if i >= 100:
        assert next(iter(table)) == i - 100
        del table[i - 100]
assert list(table) == list(range(59900, 60000))
table = {}
for i in range(30000):
    table["a", i] = i
    table["b", i] = i
    assert table.popitem() == (("b", i), i)
assert len(table) == 30000
print("queue and stack")

# Operations by chance, beside a list.
chance = random.Random(5)
table, beside = {}, []
for step in range(6000):
    key = chance.randrange(400)
    if chance.random() < 0.55:
        if key in table:
            beside[[k for k, _ in beside].index(key)] = (key, step)
        else:
            beside.append((key, step))
        table[key] = step
    elif key in table:
        assert table.pop(key) == beside.pop([k for k, _ in beside].index(key))[1]
    else:
        assert table.get(key) is None
assert list(table.items()) == beside
print("by chance")


# Nobody is asked whether he is equal unless the hashes are.
class Asked:
    count = 0
    def __init__(self, hash_of): self.hash_of = hash_of
    def __hash__(self): return self.hash_of
    def __eq__(self, other):
        Asked.count += 1
        return False


for table in ({i: i for i in range(5000)}, {str(i): i for i in range(5000)}, {(i,): i for i in range(5000)}):
    for i in range(2000):
        assert Asked(10**12 + i * 7919) not in table
    print(Asked.count)
numbers = {i: i for i in range(100)}
assert Asked(5) not in numbers
print(Asked.count)
print(numbers[5.0], numbers[True], numbers.get(5.5), {2.0: "a"}[2], {True: "b"}[1])
