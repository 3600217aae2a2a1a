# Calls from machine code whose arguments are put in their places: defaults, keywords, classes, super() and what is no such call.
import gc


def late(a, b=2, c=3):
    return (a, b, c)


def only(a, /, b, *, c=5):
    return (a, b, c)


def slash(a, b=2, /, c=3):
    return (a, b, c)


def none_of_it():
    return "none"


def many(a, b=1, c=2, d=3, e=4, f=5, g=6, h=7, i=8, j=9, k=10, l=11, m=12, n=13, o=14, p=15, q=16, r=17):
    return (a, b, q, r)


class Point:
    made = 0

    def __init__(self, x, y=0, *, z=None):
        self.at = (x, y, z)
        Point.made += 1


class Plain:
    def __init__(self, x=1, y=2, z=3):
        self.x, self.y, self.z = x, y, z

    def __repr__(self):
        return f"Plain({self.x}, {self.y}, {self.z})"


class Child(Plain):
    def __init__(self, x, scale=10):
        super().__init__(x * scale, z=scale)
        self.scale = scale


class GrandChild(Child):
    def __init__(self, *, name="g"):
        super().__init__(4)
        super().__init__(x=5, scale=6)
        self.name = name


class Doomed:
    dead = []

    def __init__(self, a, b):
        self.a = a

    def __del__(self):
        Doomed.dead.append(getattr(self, "a", "not begun"))


def failing(f):
    try:
        return f()
    except TypeError as error:
        return str(error)


def turn(i):
    out = [late(i), late(i, 5), late(i, c=i), late(c=1, a=i), late(b=i, a=2), late(i, 1, 2), late(i, c=2, b=i)]
    out += [only(i, b=1), only(i, 2, c=i), slash(i), slash(i, c=4), none_of_it(), many(i), many(i, r=i), many(q=i, a=2)]
    out += [Point(i).at, Point(x=i).at, Point(i, z=2).at, Point(y=i, x=3).at]
    out += [Plain(), Plain(i), Plain(z=i), Plain(z=i, x=2), Plain(i, z=i, y=i), Child(i), Child(i, scale=2), Child(scale=1, x=i)]
    g = GrandChild()
    out += [g, g.name, g.scale, GrandChild(name=i).name]
    return out


def bad(i):
    return [
        failing(lambda: late()),
        failing(lambda: late(b=1)),
        failing(lambda: late(1, a=2)),
        failing(lambda: late(1, d=2)),
        failing(lambda: late(1, 2, 3, 4)),
        failing(lambda: slash(1, b=2)),
        failing(lambda: only(a=1, b=2)),
        failing(lambda: none_of_it(a=1)),
        failing(lambda: Plain(1, x=2)),
        failing(lambda: Plain(1, 2, 3, 4)),
        failing(lambda: Child()),
        failing(lambda: Doomed(1)),
        failing(lambda: Doomed(b=1)),
    ]


for i in range(6):
    print(turn(i))
    print(bad(i))
print(Point.made)
gc.collect()
print(Doomed.dead == ["not begun"] * len(Doomed.dead), len(Doomed.dead))


# Defaults and __init__ that change while the code runs.
def varies(a, b=1):
    return (a, b)


def asks(i):
    return [varies(i), varies(a=i), varies(b=i, a=0), Varies(i).seen, Varies(a=i).seen]


class Varies:
    def __init__(self, a, b="old"):
        self.seen = (a, b)


print(asks(0), asks(1))
varies.__defaults__ = ("zero", "one")
print(asks(2), varies())
varies.__defaults__ = ("x", "y", "z")
print(asks(2), varies())
varies.__defaults__ = None
print(failing(lambda: asks(3)))
varies.__defaults__ = (9,)


def other(self, a=7, *, c="new"):
    self.seen = (a, c)


Varies.__init__ = other
print(asks(4))
varies.__code__ = (lambda a, c=4: [a, c]).__code__
print(failing(lambda: asks(5)))
varies.__code__ = (lambda *a, **k: [a, k]).__code__
print(asks(6))


class Made(Plain):
    def __new__(cls, *a, **k):
        return super().__new__(cls)


print([Made(i, z=1) for i in range(4)])


# super() where it has nothing to say.
class Odd:
    def without():
        return super()

    def swapped(self):
        self = 3
        return super().x

    @classmethod
    def of_class(cls, i=1):
        return super().__new__(cls).__class__.__name__, i

    def __init__(self, k=1):
        super().__init__()
        self.k = k


def tells(f):
    try:
        return f()
    except (RuntimeError, TypeError, AttributeError) as error:
        return str(error)


for i in range(4):
    o = Odd(k=i)
    print(o.k, tells(Odd.without), tells(o.swapped), Odd.of_class(), o.of_class(i=i))


# Default values are alive for as long as the call, whatever collects.
class Filling:
    def __init__(self, a, b=None, c=()):
        self.a, self.b, self.c = a, b, c


def fill(n):
    kept = []
    for i in range(n):
        f = Filling([i], c={i: str(i)})
        kept.append(f)
        if i % 50 == 0:
            gc.collect()
    return sum(f.a[0] for f in kept), all(f.c[i] == str(i) and f.b is None for i, f in enumerate(kept))


print(fill(400))


# Properties and overflowing attributes of objects of several classes at one place.
class A:
    def __init__(self):
        self.own = 1

    @property
    def size(self):
        return self.own + 1


class B(A):
    pass


class C(A):
    def __init__(self):
        super().__init__()
        self.more = 5

    @property
    def size(self):
        return self.more


class D:
    size = 9


class E:
    __slots__ = ("size",)


def sizes(objects):
    total = 0
    for o in objects:
        total += o.size
    return total


e = E()
e.size = 100
print([sizes([A(), B(), C(), D(), e, B(), C()]) for _ in range(4)])


def wide(o, i):
    for n in range(20):
        setattr(o, f"a{n}", n)
    o.late = i
    o.later = o.late + 1
    o.late = o.later + o.a19
    return o.late


print([wide(k(), i) for i, k in enumerate([A, B, C, D, A, B, C, D] * 3)])
