# typhon-only (what is no set is refused). Annotated sets: a mask does not tell which kind of set an object is, so it is asked for, natively as well.
from collections import defaultdict


class Own(set[int]):
    pass


def size(s: set[int], n: int) -> int:
    return len(s) + n


def frozen(s: frozenset[int], t: set[int] | None) -> frozenset[int]:
    return s if t is None else s | t


def back(s: set[int]) -> set[int]:
    return s


def fill(n: int) -> dict[int, set[int]]:
    by: dict[int, set[int]] = defaultdict(set)
    total = 0.0
    for i in range(n):
        half = i * 0.5
        by[i % 7].add(i)
        total += half + len(by[i % 5])
    print(total)
    return by


for turn in range(3):
    t = 0
    for i in range(600):
        t += size({i, 1}, i) + size(Own((1, 2, 3)), 1) + len(frozen(frozenset((i, 2)), {5})) + len(frozen(frozenset((i, 2)), None)) + len(back({i}))
    print(t, sorted(map(len, fill(700).values())))


def refused(call, *args):
    try:
        call(*args)
        print("taken")
    except TypeError as e:
        print(e)


anything: object = frozenset((1,))
for turn in range(3):
    refused(size, frozenset((1,)), 2)
    refused(size, [1], 2)
    refused(size, {1}, "2")
    refused(frozen, {1}, None)
    refused(frozen, frozenset((1,)), (1,))
    refused(back, None)
    refused(back, 5)


def from_dict(d: dict[str, set[int]], key: str) -> int:
    return len(d[key]) + 1


good = {"a": {1}, "b": {1, 2}}
bad = {"a": frozenset((1,)), "b": 5}
print(sum(from_dict(good, "ab"[i % 2]) for i in range(700)))
for turn in range(3):
    refused(from_dict, bad, "a")
    refused(from_dict, bad, "b")
    print(from_dict(good, "b"))
