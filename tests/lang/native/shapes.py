"""Objects whose class or attributes change under functions that have seen them often: what was known of an object must not be used any longer."""
import gc


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def sum(self):
        return self.x + self.y


def grow(a, b):
    before = b.x
    a.first = before
    b.second = before + 1  # a and b may be one object, which has another shape now
    return b.x, b.second


def grow_more(a, b):
    x = b.x
    a.first = x
    b.second = x + 1
    return b.x, b.second, a.first


for function in grow, grow_more:
    for i in range(400):
        p, q = Point(i, 2), Point(i, 3)
        result = function(p, q)
    print(result, sorted(vars(p)), sorted(vars(q)))
    for i in range(3):
        p = Point(i, 2)
        print(function(p, p), sorted(vars(p).items()))


def swap(p, q):
    p.x, q.x = q.x, p.x
    p.y, q.y = q.y, p.y
    return p.x + q.y


p = Point(1, 2)
print([swap(p, p) for _ in range(20)][-1], vars(p))


# an attribute that a class gets later is found before, or instead of, the instance's
def read(p):
    return p.x, p.y, p.x


p = Point(5, 6)
for _ in range(30):
    read(p)
Point.z = 1
print(read(p))
Point.x = property(lambda self: "property", lambda self, value: print("set", value))
print(read(p))


def write(p, value):
    p.y = value
    p.x = value
    return p.y


print(write(p, 9), p.__dict__["x"])
del Point.x
for _ in range(20):
    write(p, 3)
print(read(p), p.z)


# methods that are replaced
def total(p):
    return p.sum() + p.sum()


for _ in range(30):
    total(p)
Point.sum = lambda self: 100
print(total(p))
p.sum = lambda: 7
print(total(p))
del p.sum
print(total(p))


class Replacing:
    def sum(self):
        Replacing.sum = lambda self: 2
        return 1

    def twice(self):
        return self.sum(), self.sum()


print([Replacing().twice() for _ in range(20)][:2])


# deleted attributes, another class, a dictionary
def delete_and_read(p, at):
    for n in range(12):
        if n == at:
            del p.y
        p.x += 1
        p.y
    return p.x


try:
    for at in range(100, 80, -1):
        delete_and_read(Point(1, 2), at)
    delete_and_read(Point(1, 2), 5)
except AttributeError as error:
    print(error)


class Other:
    x = "class x"

    def __init__(self):
        self.y = "y of other"


def change(p, at):
    result = []
    for n in range(12):
        if n == at:
            p.__class__ = Other
        result.append(p.x)
        result.append(p.y)
    return result[-2:], type(p).__name__


for at in range(40, 20, -1):
    change(Point(1, 2), at)
print(change(Point(1, 2), 8))



def to_dictionary(p, at):
    for n in range(12):
        if n == at:
            p.__dict__["y"] = "by dictionary"
            for m in range(40):
                p.__dict__[f"more{m}"] = m
        p.x = n
        y = p.y
    return p.x, y, len(p.__dict__)


for at in range(40, 20, -1):
    to_dictionary(Point(1, 2), at)
print(to_dictionary(Point(1, 2), 6))


class Slotted:
    __slots__ = ("a", "b")


def unset(s):
    s.a = 1
    s.b = s.a + 1
    del s.a
    try:
        return s.a
    except AttributeError as error:
        return str(error)


print([unset(Slotted()) for _ in range(20)][-1])


# classes that come and go, at places where others were
def make(n):
    names = ("a", "b", "c", "d")[n % 4:] + ("a", "b", "c", "d")[:n % 4]
    made = type(f"Made{n}", (), {"__init__": lambda self: [setattr(self, name, name) for name in names] and None, "get": lambda self: self.a + self.d})
    return made()


def use(object):
    return object.a + object.b + object.c + object.d + object.get()


results = set()
for n in range(200):
    results.add(use(make(n)))
    if n % 20 == 0:
        gc.collect()
print(results)


# many shapes at one place
class Base:
    kind = "base"

    def name(self):
        return self.kind


def kinds(objects):
    text = []
    for o in objects:
        text.append(o.name() + str(o.n))
        o.seen = o.n
    return "".join(text)


many = []
for n in range(9):
    o = type(f"Kind{n}", (Base,), {"kind": "k" + str(n)} if n % 2 else {})()
    for m in range(n):
        setattr(o, f"pad{m}", m)
    o.n = n
    many.append(o)
for _ in range(30):
    text = kinds(many)
print(text, sum(o.seen for o in many))


class Counted:
    count = 0

    def __init__(self, value: int) -> None:
        self.value = value
        Counted.count += 1

    def doubled(self) -> int:
        return self.value + self.value


total_of_all = 0
for n in range(60):
    total_of_all += Counted(n).doubled()
print(total_of_all, Counted.count)
