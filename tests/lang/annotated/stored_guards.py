# typhon-only: attributes declared to be of a class, stored over and over by one instruction; branches on items that should be bool
from dataclasses import dataclass


class V:
    def __init__(self, x: float) -> None:
        self.x = x


class W(V):
    pass


@dataclass
class Point:
    v: V
    n: int


@dataclass
class Segment(Point):
    w: V | None = None


class Mixed:
    v: V


class Other:
    v: W


def store_into(o, value):
    o.v = value


def attempt(what, *arguments) -> None:
    try:
        what(*arguments)
        print("passed")
    except TypeError as error:
        print(error)


def objects() -> None:
    v, w = V(1), W(2)
    made: list[Segment] = []
    for i in range(6):
        made.append(Segment(v if i % 2 else w, i, None if i % 3 else v))
    for bad in (3, 1, None), (v, "x", None), (v, 1, 3), (None, 2, v):
        attempt(Segment, *bad)
    attempt(Segment, v, 1, w)
    print(len(made), [type(s.v).__name__ for s in made])
    # One store, objects of several classes with other ideas of what they take.
    for target, value in (Mixed(), v), (Mixed(), w), (Other(), w), (Other(), v), (Mixed(), 3), (Other(), w), (made[0], w), (made[0], None), (Mixed(), v):
        attempt(store_into, target, value)
    setattr(W, "y", 5)  # another version of the class: what was known of it is asked again
    attempt(store_into, made[1], v)
    attempt(store_into, made[1], "text")


def count_true(flags: list[bool]) -> int:
    n = 0
    for i in range(len(flags)):
        if flags[i]:
            n += 1
    return n


def count_false(flags: dict[str, bool]) -> int:
    n = 0
    for key in flags:
        if not flags[key]:
            n += 1
    return n


def first(flags: list[bool]) -> int:
    i = 0
    while not flags[i]:
        i += 1
    return i


def either(flags: list[bool | None]) -> int:
    return sum(1 for i in range(len(flags)) if flags[i])


def branches(odd) -> None:
    print(count_true([True, False, True]), count_false({"a": True, "b": False}), first([False, False, True]), either([True, None, False]))
    for value in odd:
        attempt(count_true, [True, value])
        attempt(count_false, {"a": False, "b": value})
        attempt(first, [False, value, True])
        attempt(either, [value])


objects()
branches([1, 0, None, "", "x", 2.5, [], [1]])
