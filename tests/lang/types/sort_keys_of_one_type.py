# Keys that are all of one type are compared by that type's own function: what scripts do meanwhile must show as ever.
import datetime


class Asks:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return [] if self.n >= other.n else [1]  # the truth of what it returns counts

    def __repr__(self):
        return f"A{self.n}"


print(sorted([Asks(3), Asks(1), Asks(2)]))


class Declines:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return NotImplemented

    def __gt__(self, other):
        return self.n > other.n

    def __repr__(self):
        return f"D{self.n}"


print(sorted([Declines(3), Declines(1), Declines(2)]))


class Neither:
    pass


try:
    sorted([Neither(), Neither()])
except TypeError as error:
    print(error)


class Turned(Asks):
    def __lt__(self, other):
        return self.n > other.n


class Turns(Asks):
    def __lt__(self, other):
        other.__class__ = Turned
        return self.n < other.n


things = [Turns(n) for n in (5, 3, 4, 1, 2)]
print(len(sorted(things)), {type(x).__name__ for x in things} <= {"Turns", "Turned"})


class Raises:
    def __lt__(self, other):
        raise ValueError("no order")


try:
    [Raises(), Raises()].sort()
except ValueError as error:
    print(error)

for xs in (
    [10**30, -10**30, 10**18, 5, -10**18, 10**30 + 1, 2**64, 2**128, -2**64, -2**64 - 1],
    [b"b", b"", b"ab", b"a", b"a\0", b"\xff", b"b" * 2000, b"b" * 1999 + b"a"],
    [[3], [1, 2], [1], [], [1, 2, 0]],
    [{2}, {1, 2}, set()],
    [True, False, True],
    [(1, 2j)[:1], (0,), (1,)],
    [None] * 1,
    [datetime.date(2024, 2, 1), datetime.date(2023, 12, 31), datetime.date(2024, 1, 31)],
    [datetime.datetime(2024, 1, 1, 0, 0, 0, 5), datetime.datetime(2024, 1, 1), datetime.datetime(2023, 5, 5, 23)],
    [datetime.timedelta(days=1), datetime.timedelta(seconds=-1), datetime.timedelta(microseconds=3), datetime.timedelta()],
):
    print([str(x)[:40] for x in sorted(xs)], sorted(xs, reverse=True) == sorted(xs)[::-1])

zone = datetime.timezone(datetime.timedelta(hours=2))
with_zone = [datetime.datetime(2024, 1, 1, 1, tzinfo=zone), datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc), datetime.datetime(2024, 1, 1, 3, tzinfo=zone)]
print([str(d) for d in sorted(with_zone)])
try:
    sorted(with_zone + [datetime.datetime(2024, 1, 1)])
except TypeError as error:
    print(error)
try:
    sorted([None, None])
except TypeError as error:
    print(error)
print(sorted([(1, [2]), (1, [1]), (0, [3])]), [1, 2] < [1, 2, 3], [1] * 200 + [2] > [1] * 200, (1,) * 300 == (1,) * 300, [float("nan")] == [float("nan")])
nan = float("nan")
print([nan, 1] == [nan, 1], [nan, 1] < [nan, 2], {1: nan} == {1: nan}, {1: nan}.keys() == {1: 0}.keys(), {1: 0, 2: 0}.keys() & {2: 0, 1: 0}.keys(), {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": True})
