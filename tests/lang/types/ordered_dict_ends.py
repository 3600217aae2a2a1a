# OrderedDict.move_to_end to both ends, among insertions and removals, beside a list that does the same. # python3.12
import random
from collections import OrderedDict

rnd = random.Random(11)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 5

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


def same(made, expected):
    assert list(made.items()) == expected, (list(made.items())[:5], expected[:5])
    assert len(made) == len(expected) and list(reversed(made)) == [k for k, _ in reversed(expected)]
    for key, value in expected[:3] + expected[-3:]:
        assert key in made and made[key] == value
    assert OrderedDict(expected) == made and made.copy() == made and dict(made) == dict(expected)


def play(make, most, steps):
    made, expected = OrderedDict(), []
    for step in range(steps):
        key, what = make(rnd.randrange(most)), rnd.randrange(10)
        at = next((i for i, (k, _) in enumerate(expected) if k == key), None)
        if what < 3:
            made[key] = step
            if at is None:
                expected.append((key, step))
            else:
                expected[at] = (expected[at][0], step)
        elif what < 8:
            last = what == 7
            try:
                made.move_to_end(key, last=last)
                assert at is not None
                expected.insert(len(expected) if last else 0, expected.pop(at))
            except KeyError:
                assert at is None
        elif what == 8:
            assert made.pop(key, None) == (None if at is None else expected.pop(at)[1])
        elif expected:
            last = bool(step & 1)
            assert made.popitem(last=last) == expected.pop(-1 if last else 0)
        if step % 7 == 0 or step > steps - 20:
            same(made, expected)
    return len(made), list(made)[:3]


for make in (int, str, lambda n: f"key {n}", lambda n: (n, "t"), Key, lambda n: n if n % 2 else str(n), float):
    for most in (1, 2, 3, 8, 9, 40, 300):
        play(make, most, 400)
print("all the same")

d = OrderedDict.fromkeys("abcde", 1)
d.move_to_end("c", last=False)
print(list(d), d.popitem(last=False), list(d))
d.move_to_end("e", False), d.move_to_end("e", False)
d["z"] = 2
print(list(d), list(d.values()), list(reversed(d)))
for key in list(d):
    d.move_to_end(key, last=False)
print(list(d))
try:
    d.move_to_end("no", last=False)
except KeyError as error:
    print("KeyError", error)
it = iter(d)
next(it)
d.move_to_end("e", last=False)
one = OrderedDict(a=1)
one.move_to_end("a", last=False), one.move_to_end("a")
print(one)
del one["a"]
one["b"] = 2
one.move_to_end("b", last=False)
print(one, one == OrderedDict(b=2))

# a list of what was used last, of a thousand: each step takes the same
recent = OrderedDict.fromkeys(range(1000))
for i in range(20000):
    recent.move_to_end(i * 7919 % 1000, last=False)
print(list(recent)[:5], len(recent), sum(recent))


class Mine(OrderedDict):
    pass


m = Mine(x=1, y=2, z=3)
m.attribute = 5
m.move_to_end("z", last=False)
print(m, m.attribute)
