# Hot calls of classes and hot `with`: an __init__ that changes, fails, returns something, has defaults; classes with __new__, __slots__, metaclasses; collections in between.
import gc


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = "x", "y"

    def __init__(self, x, y):
        self.x, self.y = x, y


class Counted:
    made = 0

    def __new__(cls, *args):
        cls.made += 1
        return super().__new__(cls)

    def __init__(self, x, y):
        self.x, self.y = x, y


class Meta(type):
    def __call__(cls, x, y):
        made = super().__call__(y, x)
        made.meta = True
        return made


class Swapped(Point, metaclass=Meta):
    pass


class Defaults:
    def __init__(self, x, y=5, *rest):
        self.x, self.y = x, y


class Collecting:
    def __init__(self, x, y):
        gc.collect()
        self.x = [x]
        gc.collect()
        self.y = [y]


class Wrong:
    def __init__(self, x, y):
        self.x = self.y = 0
        if x == 0:
            raise ValueError(y)
        if x == 1:
            return y


class Finalized:
    gone = 0

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __del__(self):
        Finalized.gone += 1


class Text(str):
    def __init__(self, x, y=0):
        self.x, self.y = len(x), y


def make(kind, x, y):
    made = kind(x, y)
    return made.x, made.y, type(made).__name__


def point(x, y):
    return Point(x, y)


for i in range(300):
    make(Point, i, 1), point(i, [i])
for kind in Slotted, Counted, Swapped, Defaults, Collecting, Wrong, Finalized, Point:
    print(make(kind, 7, "seven"))
for kind in Wrong, Wrong, Text, Point:
    for x in 0, 1, "abc":
        try:
            print(make(kind, x, None), make(kind, x, "more"))
        except (ValueError, TypeError, AttributeError) as e:
            print(type(e).__name__, e)
gc.collect()
print(Counted.made, Finalized.gone)
for bad in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: point(1, 2, 3), lambda: Point(1, z=2)):
    try:
        bad()
    except TypeError as e:
        print(e)


def many(n):
    out = []
    for i in range(n):
        out.append(Point(i, (i, i)))
        if i % 50 == 0:
            gc.collect()
    return sum(p.x + p.y[1] for p in out)


print(many(2000), many(300))


class Deep:
    def __init__(self, n, kind):
        self.n = n
        self.below = kind(n - 1, kind) if n else None


def depth(d):
    n = 0
    while d:
        n, d = n + 1, d.below
    return n


for _ in range(30):
    Deep(10, Deep)
print(depth(Deep(300, Deep)))
try:
    Deep(10**6, Deep)
except RecursionError:
    print("RecursionError")


# The class's __init__ is another one from now on.
print(point(1, 2).x)
Point.__init__ = lambda self, x, y: setattr(self, "x", (x, y))
print(point(1, 2).x)
Point.__init__ = lambda self, *all: setattr(self, "x", all)
print(point(1, 2).x)
Point.__new__ = lambda cls, *all: "no point"
print(point(1, 2))
del Point.__init__, Point.__new__
try:
    print(point(1, 2))
except TypeError:
    print("TypeError")
Point = complex
print(point(1, 2))
Point = lambda x, y: x
print(point(1, 2))


# ---- with
class Manager:
    log = 0

    def __enter__(self):
        self.log += 1
        return self

    def __exit__(self, kind, value, trace):
        self.log += 100
        return kind is KeyError


class Other(Manager):
    def __enter__(self):
        return "other"


class Static:
    @staticmethod
    def __enter__():
        return "static"

    @classmethod
    def __exit__(cls, *all):
        return len(all) == 3


class Called:
    class __enter__:
        def __init__(self, *all):
            self.all = len(all)

        def __eq__(self, other):
            return self.all == other

    __exit__ = print


class Changing:
    def __enter__(self):
        def left(self, *all):
            print("the new one")

        Changing.__exit__ = left
        gc.collect()

    def __exit__(self, *all):
        print("the old one")


def use(manager, fails=None):
    with manager as held:
        if fails:
            raise fails
        return held
    return "swallowed"


m = Manager()
for _ in range(300):
    use(m)
print(m.log, use(m) is m, use(Other()), use(Static()), use(m, KeyError(1)), use(Static(), ValueError(1)), use(Called()) == 0)
m.__enter__ = lambda: "of the instance"
print(use(m) is m)
for bad in (m, ValueError("through")), (5, None), (object(), None), (None, None), (Point, None):
    try:
        print(use(*bad))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
Manager.__enter__ = lambda self: "changed"
print(use(m), use(Other()))
del Other.__enter__
print(use(Other()))
for _ in range(3):
    use(Changing())
del Manager.__exit__
try:
    use(m)
except TypeError as e:
    print(e)
for n in range(200):
    class Manager:
        def __enter__(self, n=n):
            return n

        def __exit__(self, *all):
            pass

    if use(Manager()) != n:
        print("wrong", n)
    if n % 40 == 0:
        gc.collect()
