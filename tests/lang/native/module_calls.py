# Hot calls of what modules have, of built-in classes and of classes built on them, and what may take their place.
import gc
import math
import types
from typing import NamedTuple


def root(module, x):
    return module.sqrt(x)


class Like:
    def __init__(self):
        self.factor = 2

    def sqrt(self, x):
        return self.factor * x


class Small:
    __slots__ = ()
    sqrt = staticmethod(lambda x: ("small", x))


class Module(types.ModuleType):
    def sqrt(self, x):
        return "method", x


class Answering(types.ModuleType):
    def __getattr__(self, name):
        return lambda x: (name, x)


other = types.ModuleType("other")
setattr(other, "sqrt", lambda x: ("other", x))
for i in range(300):
    root(math, i)
print(root(math, 16), root(Like(), 3), root(Small(), 4), root(Small, 4), root(other, 5), root(Module("m"), 6), root(Answering("a"), 7), root(math, 25))
for bad in types.ModuleType("empty"), 5, None, Like:
    try:
        print(root(bad, 1))
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
kept = math.sqrt
for replacement in math.floor, lambda x: "replaced", str, Like.sqrt.__get__(Like()), 5:
    setattr(math, "sqrt", replacement)
    try:
        print(root(math, 4.5))
    except TypeError as e:
        print(e)
    setattr(math, "unused", i)
    gc.collect()
delattr(math, "sqrt"), delattr(math, "unused")
try:
    root(math, 4)
except AttributeError as e:
    print(e)
setattr(math, "sqrt", kept)
print(root(math, 4), root(other, 4))
setattr(other, "sqrt", [].append)
print(root(other, 4))


class Pair(NamedTuple):
    x: int
    y: object = "y"


class Int(int):
    def __new__(cls, x, y=1):
        return super().__new__(cls, x * 2)

    def __init__(self, *all):
        self.all = all


class List(list):
    def __init__(self, x):
        super().__init__([x, x])


class Meta(type):
    def __call__(cls, *all):
        return "meta", all


class Made(metaclass=Meta):
    pass


class Elsewhere:
    def __new__(cls, x):
        return x

    def __init__(self, x):
        print("never")


class Again:
    def __new__(cls, x):
        return super().__new__(cls) if x == "12" else x

    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Again({self.x})"


class Failing:
    def __new__(cls, x):
        return super().__new__(cls)

    def __init__(self, x):
        raise ValueError(x)


def make(kind, x):
    return kind(x)


for i in range(300):
    make(int, "12"), make(str, i), make(Pair, i)
for kind in int, str, float, bool, list, tuple, set, frozenset, dict, bytes, complex, type, object, range, Pair, Int, List, Made, Elsewhere, Again, Failing, enumerate, ValueError, memoryview, types.SimpleNamespace, super, map, property:
    for x in "12", 3, [1, 2], None, b"ab":
        try:
            made = make(kind, x)
            print(kind.__name__, made if type(made) in (int, str, float, bool, list, tuple, bytes, complex, Pair, Int, List, Again) else type(made).__name__, getattr(made, "all", ""))
        except (TypeError, ValueError) as e:
            print(kind.__name__, type(e).__name__)


def loops(n):
    total = 0
    for i in range(n):
        for j in range(i, n):
            total += int(str(j)) + len(list(range(j)))
    return total


for _ in range(100):
    loops(4)
print(loops(20), loops(0))
try:
    loops("x")
except TypeError as e:
    print(e)


# ---- pop and append where the list's memory changes
def stack(n):
    out, items = 0, []
    for i in range(n):
        items.append(i)
        items.append([i])
        out += items.pop()[0]
        if i % 3 == 0:
            out -= items.pop()
    while items:
        out += items.pop()
    return out


for n in range(80):
    stack(n)
print(stack(10), stack(1000), stack(20000))
