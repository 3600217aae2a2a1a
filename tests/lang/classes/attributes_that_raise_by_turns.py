# One place in the code sees objects of many classes, and some of them raise: what it remembers of the one before must not be used for them.
import math


class Plain:
    def __init__(self): self.x = 1; self.go = lambda: "plain"


class Raising:
    @property
    def x(self): raise ValueError("x")
    @property
    def go(self): raise ValueError("go")


class Slotted:
    __slots__ = ("x", "go")


class Asked:
    def __getattr__(self, name): raise KeyError(name)


class Descriptor:
    def __get__(self, instance, owner): raise IndexError("got")
    def __set__(self, instance, value): raise IndexError("set")


class Described:
    x = Descriptor()
    go = Descriptor()


class Number(int):
    pass


class Valued:
    x = "of the class"
    def go(self): return "method"


class Again:
    """Its property comes to the same place with other objects before it raises."""
    depth = 0
    @property
    def x(self):
        Again.depth += 1
        others = [load(Plain()), attempt(load, Raising()), load(Valued())]
        if Again.depth < 3: attempt(load, Again())
        raise ValueError(others)
    @property
    def go(self): return call


def load(o): return o.x
def call(o): return o.go()
def store(o): o.x = 5; return o.x


def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return type(e).__name__, str(e).replace("'", "")


def fresh(): return [Plain(), Raising(), Slotted(), Asked(), Described(), Number(3), Valued(), Valued, 7, "text", math]


for f in load, call, store:
    for first in range(len(fresh()) - 1):
        for second in range(len(fresh()) - 1):
            for i in range(3): one = attempt(f, fresh()[first])
            several = [attempt(f, fresh()[second]) for i in range(3)]
            several.append(attempt(f, fresh()[first]))
            if second in (0, first): print(f.__name__, first, second, one if "lambda" not in str(one) else "", several)
            assert several[0] == several[1] == several[2] and several[3] == one, (first, second, several)
for i in range(3): load(Plain())
for i in range(3):
    Again.depth = 0
    print(attempt(load, Again()), load(Plain()), load(Valued()))


class Kept(int):
    @property
    def x(self): return 1
    @x.setter
    def x(self, value): raise ValueError(value)


for i in range(3): store(Plain())
for i in range(3): print(attempt(store, Kept(4)), Kept(4) + 1, vars(Kept(4)))
