# A star that nobody asks for is not read: the items around it are taken by index.
import collections.abc


class Endless(collections.abc.Sequence):
    def __getitem__(self, i):
        print("item", i)
        return i

    def __len__(self):
        return 42


def f(subject):
    match subject:
        case [x, *_, y] if x != y:
            return x, y
        case [1, *_, 2, (3 | 4) as z]:
            return "ends", z
        case [*_, [a, *_], _]:
            return "last but one", a
        case [_, *_, 7]:
            return "seven"
        case [first, *_]:
            return "first", first
        case [*_]:
            return "any"
    return None


print(f(Endless()))
for s in ([1, 2], [1, 1], (1, 5, 2, 4, 1), [[8, 9], 0, [8, 9]], [[5], [6, 7], [5]], [7], [], range(3), "ab", [7, 7], [1, 9, 2, 4], [1, 2, 1]):
    print(s, f(s))


def swapped(subject):
    match subject:
        case [a, *_, b] | [b, *_, a, None]:
            return a, b
        case {"k": [*_, last]}:
            return last


print(swapped([1, 2, 3]), swapped({"k": [1, 2]}), swapped([4]))
