# Objects whose __dict__ was asked for: read, written and called as before, while dict, object and class change.
import gc


class Base:
    kind = "base"

    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % pair for pair in sorted(vars(self).items())))

    def double(self):
        return self.x * 2

    def bump(self, n):
        self.x += n
        self.last = n
        return self.x

    @property
    def total(self):
        return self.x + self.y

    @classmethod
    def name(cls):
        return cls.__name__

    @staticmethod
    def fixed():
        return "fixed"


class Open(Base):
    def __getattr__(self, name):
        if name == "gone":
            raise AttributeError("really " + name)
        return "open " + name


class Plain:
    def __init__(self):
        self.x, self.y = 1, 2

    def double(self):
        return "plain"


def read(o):
    return o.x, o.y, o.kind


def call(o):
    return o.double(), o.bump(1), o.total, o.name(), o.fixed()


def maybe(o):
    try:
        return o.z
    except AttributeError as e:
        return str(e)


def write(o, value):
    o.x = value
    o.new = [value]


a, b = Base(x=1, y=2), Open(x=3, y=4)
for n in range(6):
    print(read(a), read(b), call(a), call(b), maybe(a), maybe(b))
    write(a, n)
    write(b, n * 2)
    if n == 3:
        gc.collect()
print(a, b, a == Base(x=5, y=2, new=[5], last=1), a == b)

# in the dict, and out of it again
a.__dict__["z"] = "there"
print(maybe(a), maybe(b))
del a.z
print(maybe(a))
a.__dict__["double"] = lambda: "own"
a.__dict__["kind"] = "own kind"
a.__dict__["total"] = "hidden"
print(call(a), read(a))
del a.double
del a.__dict__["kind"]
print(call(a), read(a))
a.__dict__ = {"x": 10, "y": 20}
print(read(a), call(a), a)
key = "".join(["x", ""])
a.__dict__ = {key: "odd", "y": 1, 5: "five"}
print(read(a), a.__dict__)
a.__dict__.clear()
for f in (read, call):
    try:
        print(f(a))
    except AttributeError as e:
        print(e)
write(a, 1)
a.y = 5
print(call(a))

# the class changes
Base.double = lambda self: "changed"
print(call(a), call(b))
Base.z = 7
print(maybe(a), maybe(b))
Base.z = property(lambda self: ("property", self.x))
print(maybe(a), maybe(b))
a.__dict__["z"] = "hidden by a property"
print(maybe(a))
del Base.z
print(maybe(a), maybe(b))
Base.x = property(lambda self: "computed", lambda self, value: print("set", value))
print(read(a), read(b))
write(a, 3)
del Base.x
print(read(a))
Base.__setattr__ = lambda self, name, value: object.__setattr__(self, name, ("wrapped", value))
write(a, 4)
print(read(a), a.new)
del Base.__setattr__
write(a, 5)
print(read(a), a.new)
a.__class__ = Plain
print(a.x, a.double())
a.__class__ = Open
print(read(a), a.double(), maybe(a))
try:
    print(a.other, a.gone)
except AttributeError as e:
    print(e)

# some with, some without
mixed = [Plain() for _ in range(6)]
vars(mixed[1]), vars(mixed[4])


def sums(items):
    total = 0
    for o in items:
        o.x += 1
        total += o.x + o.y
        if o.double() != "plain":
            total += 1000
    return total


for n in range(20):
    sums(mixed)
print(sums(mixed), [vars(o) for o in mixed[:2]])


class Node:
    def __init__(self, value):
        self.value = value
        self.__dict__["next"] = None

    def push(self, value):
        node = Node(value)
        node.next = self
        return node


head = Node(0)
for n in range(500):
    head = head.push(n)
total = 0
while head is not None:
    total += head.value
    head = head.next
print(total)
