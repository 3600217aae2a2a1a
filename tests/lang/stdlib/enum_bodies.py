# python3.12
# What a body of an enum does with its namespace, and names that the enum or its metaclass have already.
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember


class First(Enum):  # so that what follows is not the first of its kind
    A = 1


class FirstOfStr(str, Enum):
    A = "a"


class FirstOfInt(IntEnum):
    A = 1


class FirstFlag(Flag):
    A = 1


def shown(cls):
    print(cls.__name__, [(m.name, m.value, m._sort_order_, type(m.value).__name__) for m in cls], list(cls.__members__), cls._value2member_map_ == {m.value: m for m in cls})
    for name, each in cls.__members__.items():
        assert cls[name] is each and getattr(cls, name) is each and cls(each.value) is each and name in vars(cls)


# ---- few and many members

for count in 1, 2, 7, 8, 9, 15, 16, 17, 18, 40:
    space = "\n".join(f"    M{i} = {i * i}" for i in range(count))
    exec(f"class Many{count}(Enum):\n{space}\n")
    shown(globals()[f"Many{count}"])
    exec(f"class Auto{count}(IntEnum):\n" + "\n".join(f"    M{i} = auto()" for i in range(count)))
    shown(globals()[f"Auto{count}"])


class Last(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        print("next", name, start, count, last)
        return name.lower() + str(len(last))
    A = auto()
    B = 5
    C = auto()
    D = ("x", auto())
    E = auto()


shown(Last)


class LateLast(Flag):
    A = 4
    B = auto()
    C = A | B
    D = auto()
    E = 1


shown(LateLast)
print(LateLast.C, list(LateLast.C), LateLast.A | LateLast.E, ~LateLast.B)

# ---- the namespace in the hands of the body


class Popped(Enum):
    A = 1
    B = 2
    print(type(locals()).__name__, list(locals()._member_names), list(locals()))
    C = 3
    print(locals()["B"], "C" in locals())
    D = A + C


shown(Popped)


for text in ("A = 1\n    A = 2", "A = 1\n    def A(self): pass", "def A(self): pass\n    A = 1", "mro = 1", "_x_ = 1", "A = 1\n    del A\n    A = 2", "_ignore_ = 'A'\n    A = 1",
             "A = 1\n    _ignore_ = 'A'", "__x__ = 1\n    A = 2", "__x = 1\n    A = 2", "_x = 1\n    A = 2", "A = 1\n    B = nonmember(4)\n    C = member(5)", "_order_ = 'B A'\n    A = 1",
             "A = 1\n    _generate_next_value_ = None", "A = auto()\n    _generate_next_value_ = None", "A = []\n    B = []\n    C = [1]", "A = 2\n    B = 2.5\n    C = 2.5",
             "A = (1, 2)\n    B = 1, 2\n    C = ()", "A = None\n    B = ...\n    C = None", "A = 10 ** 30\n    B = 10 ** 30\n    C = auto()", "A = {}\n    B = 1", "A = lambda self: 1\n    B = 2",
             "A = print\n    B = 2", "A = staticmethod(len)\n    B = property(len)\n    C = 1", "A = 'a'\n    B = b'a'\n    C = auto()", "locals().update(A=1, B=2)\n    C = auto()",
             "for letter in 'AB':\n        locals()[letter] = letter\n    del letter", "A, B = range(2)\n    C = B", "__objclass__ = 3\n    A = 1", "__init__ = None\n    A = 1"):
    for base in "Enum", "str, Enum", "IntEnum", "Flag":
        try:
            exec(f"class E({base}):\n    {text}\n")
            print(repr(text), base, [(m._name_, m._value_) for m in E], [n for n in vars(E) if n[0] != "_" or n == "_x"], {k: v.name for k, v in E.__members__.items()})
        except Exception as e:
            print(repr(text), base, type(e).__name__, str(e).split(" at 0x")[0], getattr(e, "__notes__", None))

# ---- names that something else has


class Names(Enum):
    name = 1
    value = 2
    other = 3
    index = 4
    title = 5


print([(m._name_, m._value_, m.name, m.value) for m in Names], Names.name, Names.title)


class OfStr(str, Enum):
    title = "t"
    index = "i"
    format = "f"
    A = "a"


print([(m._name_, m._value_, str(m)) for m in OfStr], OfStr.title, OfStr.A.upper())


class OfStrToo(StrEnum):
    title = auto()
    lower = auto()
    A = auto()


print([(m._name_, m._value_, str(m)) for m in OfStrToo], OfStrToo.title)


class OfInt(IntEnum):
    real = 1
    bit_length = 2
    A = 3


print([(m._name_, m._value_) for m in OfInt], OfInt.A.imag)

Enum.added = property(lambda self: "added to " + self.name)


class Added(Enum):
    added = 1
    A = 2


print(Added.A.added, Added.added, Added.added.added)
del Enum.added


class NoLongerAdded(Enum):
    added = 1
    A = 2


print(NoLongerAdded.A.added, NoLongerAdded.added)


class Told:
    def __set_name__(self, owner, name):
        print("told", owner.__name__, name, owner.__mro__[1].__name__)

    def __get__(self, instance, owner):
        return "got", instance and instance.name


class Mixed(Enum):
    A = 1
    told = Told()
    B = 2


shown(Mixed)
print(Mixed.told, Mixed.A.told)


class Broken:
    def __set_name__(self, owner, name):
        raise ValueError("not " + name)

    def __get__(self, instance, owner):
        return self


for base in Enum, IntEnum, Flag:
    try:
        class Fails(base):
            A = 1
            broken = Broken()
    except ValueError as e:
        print(e)


class Base(Enum):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__()
        print("subclass", cls.__name__, list(cls), kwargs)

    def shout(self):
        return self.name + "!"


class Derived(Base, said=1):
    A = 1
    B = auto()


print(Derived.A.shout(), Derived.B.value)


class Kept(Flag, boundary=enum.KEEP):
    A = 1
    B = 2


print(Kept(9), Kept.A | Kept.B, Kept._boundary_, [m for m in Kept])


class Unordered(IntFlag):
    FOUR = 4
    ONE = 1
    TWO = 2
    NONE = 0
    MIXED = 6
    NEGATIVE = -1


print(list(Unordered), Unordered.NONE, Unordered.MIXED, Unordered.NEGATIVE, Unordered._flag_mask_, Unordered._singles_mask_, Unordered._all_bits_, list(Unordered(7)))


class Eq:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Eq) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __repr__(self):
        return f"Eq({self.n})"


class OfObjects(Enum):
    ONE = 1
    A = Eq(1)
    B = Eq(2)
    C = Eq(1)
    TWO = "two"


shown(OfObjects)
print(OfObjects.C, OfObjects(Eq(2)))


class Ints(int, Enum):
    A = "12"
    B = 3
    C = "13", 16
    D = 12


shown(Ints)
print(Ints.A + 1, Ints.C, Ints.D)


class Floats(float, Enum):
    A = 1
    B = 2.5


shown(Floats)
made = Enum("Made", "A B C", module=__name__)
shown(made)
print(made.__module__, made.__qualname__, list(IntEnum("Ints2", {"A": 4, "B": 5})), StrEnum("S", ["x", "y"]).x)


class Growing(Enum):  # attributes of members
    A = 1
    B = 2

    def __init__(self, value):
        self.one, self.two, self.three = value, value * 2, value * 3


print([vars(m) == {"_value_": m.value, "_name_": m.name, "__objclass__": Growing, "_sort_order_": m.value - 1, "one": m.one, "two": m.two, "three": m.three} for m in Growing])
First.A.more = 5
FirstOfStr.A.more = 6
FirstOfInt.A.more = 7
print(sorted(vars(First.A)), sorted(vars(FirstOfStr.A)), sorted(vars(FirstOfInt.A)), FirstOfStr.A.more)


class Few(str, Enum):
    A = "a"
    B = "b"
    C = "c"


Few.B.note = "noted"
print(vars(Few.A), vars(Few.B), vars(Few.C))
