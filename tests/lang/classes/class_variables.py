# Attributes of classes that change often: every reader sees the last value, whatever it was before and whoever has it.
import gc


class Base:
    made = 0
    label = "none"
    ratio = 0.5
    items = []

    def __init__(self):
        Base.made += 1
        self.number = Base.made

    def seen(self):
        return self.made, type(self).made, self.label

    @classmethod
    def rename(cls, text):
        cls.label = text
        return cls.label

    @staticmethod
    def read():
        return Base.made, Base.label, Base.ratio, Base.items


class Middle(Base):
    pass


class Leaf(Middle):
    label = "leaf"


class Other:
    made = "other"


def tour():
    return Base.made, Middle.made, Leaf.made, Base.label, Middle.label, Leaf.label, Other.made


for turn in range(12):
    a, b, c = Base(), Middle(), Leaf()
    Base.rename("base%d" % turn)
    Base.ratio *= 2
    Base.items = Base.items + [turn]
    if turn % 3 == 0:
        gc.collect()
    if turn in (0, 2, 3, 11):
        print(tour(), a.seen(), b.seen(), c.seen(), Base.read(), a.number, c.number)

# a class between gets its own, and loses it again
for turn in range(8):
    Middle.made = turn
    assert (Base.made, Middle.made, Leaf.made, b.made, c.made) == (36, turn, turn, turn, turn)
print(tour(), b.seen(), c.seen())
Base.made += 1
print(tour())
del Middle.made
print(tour(), b.seen())
for turn in range(5):
    Base.made += 1
    print(Leaf.made, c.made, end=" ")
print()

# an instance's own hides it
b.made = "mine"
Base.made += 1
print(b.made, b.seen(), c.seen())
del b.made
print(b.made)

# values of other kinds: none, a function, a property, a descriptor, and back
def get():
    return Base.made


def through(x):
    return x.made


plain = Base()
for value in (None, 5, 6, 7, lambda self=None: "called", True, False, 1.5, 2.5, "text", "more", 2**70, 2**71, (1,), (2,)):
    Base.made = value
    print("function" if callable(get()) else get(), "method" if callable(through(plain)) else through(plain), end="; ")
print()
Base.made = property(lambda self: ("property", type(self).__name__))
print(type(get()).__name__, through(plain), through(c))
try:
    plain.made = 1
except AttributeError as e:
    print(e)


class Watched:
    def __get__(self, instance, owner):
        return ("watched", instance is None, owner.__name__)


Base.made = Watched()
print(get(), through(plain), through(c))
for n in range(6):
    Base.made = n
    Base.made += 1
print(get(), through(plain))

# int and its subclasses are not the same
class Special(int):
    def __get__(self, instance, owner):
        return "got"


for value in (1, 2, Special(3), 4, 5):
    Base.made = value
    print(get(), through(plain), end="; ")
print()
Special.__get__ = lambda self, instance, owner: "changed"
Base.made = Special(1)
print(get(), through(plain))
Base.made = 1

# many classes, one name; classes made later
def counted(start):
    class Counted:
        total = start

        def add(self, n):
            type(self).total += n
            return self.total

        def add_to(self, n):
            self.total += n
            return self.total

    return Counted


classes = [counted(k) for k in range(5)]
for turn in range(6):
    for cls in classes:
        o = cls()
        o.add(turn)
        o.add_to(100)
        if turn == 3:
            classes.append(counted(1000))
            break
print([cls.total for cls in classes], [cls().add(1) for cls in classes], o.total)


# by setattr, through a metaclass, with __setattr__ in the metaclass
class Meta(type):
    level = 0
    log = 0

    def __setattr__(cls, name, value):
        Meta.log += 1
        super().__setattr__(name, value)


class Made(metaclass=Meta):
    size = 0


for turn in range(6):
    setattr(Made, "size", getattr(Made, "size") + 1)
    Meta.level += 2
    assert Made.level == Meta.level == 2 * turn + 2 and Made().size == turn + 1
print(Made.size, Made.level, Meta.log, hasattr(Made(), "level"))


# the order of bases
class Left:
    count = 0


class Right:
    count = 100


class Both(Left, Right):
    def get(self):
        return self.count, Both.count


both = Both()
for turn in range(5):
    Left.count += 1
    Right.count += 1
    print(both.get(), end=" ")
Both.__bases__ = (Right, Left)
print(both.get())
for turn in range(3):
    Left.count += 1
    Right.count += 1
    print(both.get(), end=" ")
del Right.count
print(both.get())
Left.count += 1
print(both.get())


# members with defaults, and names with two underscores
class Slotted:
    __slots__ = ("x",)
    __hidden = 0
    version = 0

    def bump(self):
        Slotted.__hidden += 1
        Slotted.version += 1
        return Slotted.__hidden, self.version


s = Slotted()
print([s.bump() for _ in range(5)][-1])
for n in range(5):
    Slotted.__doc__ = "doc %d" % n
print(Slotted.__doc__, s.__doc__)
for n in range(5):
    Slotted.x = n
    print(s.x, Slotted.x, end=" ")
print()

# no int any more where one was added to
for n in range(5):
    Left.count = n
try:
    del Left.count
    Left.count += 1
except AttributeError as e:
    print(e)
Left.count = 7
print(both.get())
