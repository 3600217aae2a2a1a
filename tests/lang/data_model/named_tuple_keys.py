# Subclasses of tuple as keys: equal to tuples, unless they say otherwise, also later.
from collections import namedtuple
from typing import NamedTuple


class Cell(NamedTuple):
    x: int
    y: int


Pair = namedtuple("Pair", "a b")


class Loose(tuple):
    def __eq__(self, other):
        print("eq", tuple(self), other)
        return True

    __hash__ = tuple.__hash__


class Spread(tuple):
    def __hash__(self):
        return 7


class Ordered(tuple):
    def __lt__(self, other):
        return False


cells = {Cell(x, y): x * y for x in range(12) for y in range(12)}
print(len(cells), cells[3, 4], cells[Cell(3, 4)], cells[Pair(3, 4)], cells.get(Pair(3, 40)), Cell(2.0, True) in cells)
cells[5, 5] = "plain"
print(len(cells), cells[Cell(5, 5)], [type(k).__name__ for k in cells if k == (5, 5)])
print({Cell(1, 2), (1, 2), Pair(1, 2)}, {(1, 2), Cell(1, 2)}, Cell(1, (2, Pair(3, "a"))) in {(1, (2, (3, "a")))})
several = {tuple([k, k]): k for k in range(40)}
print(several[Ordered((3, 3))], several.get(Spread((3, 3))), several[Loose((39, 39))], Ordered((4, 4)) in several)
print({Loose((k, k)): k for k in range(3)}[2, 2])


class Changed(tuple):
    pass


changed = {Changed((k,)): k for k in range(20)}
print(changed[(4,)], changed[Changed((4,))])
Changed.__eq__ = lambda self, other: False
kept = next(k for k in changed if k[0] == 4)
print(changed.get((4,)), changed.get(Changed((4,))), changed[kept])
del Changed.__eq__
print(changed[(4,)], changed[Changed((4,))])
try:
    {Cell(1, []): 1}
except TypeError as e:
    print(e)
nan = float("nan")
print({Cell(nan, 1): 5}.get((nan, 1)), {Cell(nan, 1): 5}.get((float("nan"), 1)))
