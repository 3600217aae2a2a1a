# python3.12: what stands in classes of enums of all kinds, how their members come about, and what bodies must not say.
import enum
import re
import warnings
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember

BODIES = r"""
A = 1; B = 2; C = 1
A = auto(); B = auto(); C = auto()
A = auto(); B = 5; C = auto(); D = 3; E = auto()
A = 'x'; B = 'y'
A = 1.5; B = auto()
A = (1, 2); B = (3, 4)
A = [1]; B = [1]; C = {}
A = None; B = True; C = b'x'; D = 1 + 2j; E = ...
A = (1, auto()); B = (2, auto())
A = -1; B = auto()
A = 1; B = 2; C = 4; D = 3; E = 7
A = 8; B = 2; C = 1; D = 0
A = 2 ** 70; B = auto()
A = 2 ** 61; B = auto()
name = 1; value = 2; A = 3
real = 1; upper = 2; imag = 'x'
A = 1; A = 2
A = 1; f = lambda self: self; f = 3
A = 1; A = lambda self: 1
f = property(lambda self: 1); f = f.setter(lambda self, v: None); A = 3
f = classmethod(lambda cls: cls); g = staticmethod(lambda: 3); A = 3
_private = 1; __very = 2; A = 3
_sunder_ = 1
__dunder__ = 1; A = 2
__order__ = 'A B'; A = 1; B = 2
_order_ = 'B A'; A = 1; B = 2
_ignore_ = 'A'; A = 1; B = 2
_ignore_ = ['z']; z = 1; A = 2
mro = 1
A = member(lambda: 3); B = nonmember(4); C = 5
def __init__(self, *a): self.args = a\nA = 1; B = (2, 3)
def __new__(cls, v): o = object.__new__(cls); o._value_ = v * 2; return o\nA = 1; B = 2
def __str__(self): return 'shown'\nA = 1
def __repr__(self): return 'rep'\nA = 1
def __format__(self, spec): return 'formatted'\nA = 1
def __or__(self, other): return 'or'\nA = 1; B = 2
def _generate_next_value_(name, start, count, last): return (name, start, count, list(last))\nA = auto(); B = 7; C = auto()
A = 1; _generate_next_value_ = 3; B = auto()
A = auto(); def_ = auto(); \u00e9 = auto()
A: int = 1; B: int
A = 1; B = A
pass
x = auto(); A = x; B = x
__slots__ = (); A = 1
def __setattr__(self, name, value): print('set', name); object.__setattr__(self, name, value)\nA = 1
def __getattr__(self, name): raise AttributeError(name)\nA = 1
def __hash__(self): return 1\nA = 1; B = 2
def __eq__(self, other): return self is other\nA = 1; B = 1
@classmethod\ndef _missing_(cls, value): return cls.A\nA = 1
class K: pass
A = int; B = len
A = 1; x = A + 1
""".strip().splitlines()


class Mixin:
    def about(self):
        return f"about {self.name}"


class WithInit:
    def __init__(self, text):
        self.text = text




KINDS = [(Enum,), (IntEnum,), (StrEnum,), (Flag,), (IntFlag,), (str, Enum), (float, Enum), (tuple, Enum), (WithInit, Enum), (Mixin, IntEnum)]
SHOWN = ("_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_", "_member_type_", "_use_args_", "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_")


COMMON = {*SHOWN, "__dict__", "__weakref__", "_generate_next_value_", "__module__", "__doc__", "_new_member_", "_value_repr_", "__new__", "_boundary_", *"__or__ __and__ __xor__ __ror__ __rand__ __rxor__ __invert__".split(), "_name_", "_value_", "_sort_order_", "__objclass__"}


def show(*parts):
    print("  ", re.sub("0x[0-9a-f]+", "ADDRESS", " ".join(map(str, parts))))


def value_of(value):
    if value is None or isinstance(value, (int, str, float, list, dict, tuple)):
        return repr(value)
    return type(value).__name__


def describe(made):
    show("names", sorted(set(made.__dict__) - COMMON), [made.__dict__[name] for name in SHOWN if name in made.__dict__])
    for each in made:
        show(repr(each), str(each), format(each), each._sort_order_, each.__objclass__ is made, sorted(set(each.__dict__) - COMMON), value_of(each.value), each.name)
    show("new", made.__new__ is Enum.__new__, getattr(made, "__new_member__", None) is made._new_member_)


warnings.simplefilter("ignore")
for bases in KINDS:
    for body in BODIES:
        body = body.replace("\\n", "\n").replace("\\u00e9", "\u00e9")
        lines = ["class X(" + ", ".join(b.__name__ for b in bases) + "):"] + ["  " + line for line in body.splitlines()]
        space = {"enum": enum, **{b.__name__: b for b in bases}, "auto": auto, "member": member, "nonmember": nonmember, "__name__": "there"}
        print(bases[0].__name__, bases[-1].__name__, repr(body))
        try:
            exec("\n".join(lines), space)
        except Exception as error:
            show(type(error).__name__, error, getattr(error, "__notes__", None), type(error.__cause__).__name__)
        else:
            try:
                describe(space["X"])
            except Exception as error:
                show("describing:", type(error).__name__, error)


# Classes with metaclasses and keywords, and what is told of a new class.
class Meta(enum.EnumType):
    def __new__(metacls, cls, bases, classdict, **kwds):
        print("meta", cls, type(classdict).__name__, classdict._member_names, sorted(kwds))
        return super().__new__(metacls, cls, bases, classdict, **kwds)


class Base(Enum, metaclass=Meta):
    def __init_subclass__(cls, **kwds):
        super().__init_subclass__()
        print("subclass", cls.__name__, list(cls.__members__), kwds)


class Kept(Base, word=3):
    A = 1
    B = 2


class Strict(Flag, boundary=enum.CONFORM):
    A = 1
    B = 4


print(Strict(7), list(Kept), Kept(2), Kept["A"])


class Place(Enum):
    def __init__(self, x, y):
        self.x, self.y = x, y
        print("members so far", list(type(self).__members__), len(type(self)))
    HERE = (1, 2)
    THERE = (3, 4)


print(Place.HERE.x, Place((3, 4)).y)
body = enum.EnumType.__prepare__("N", (Enum,))
body["A"] = 1
body.update({"B": 2}, C=3)
print(dict(body).keys(), body._member_names, type(body).__mro__[-2:])
print(list(enum.EnumType("N", (Enum,), body)))
try:
    body["A"] = 4
except TypeError as error:
    print(error)
