# What a class of several bases does with operators, attributes, calls and deletion: each special method comes from the first class on the MRO that has it, built-in
# types included, also when it is changed later.
import gc


class Adds:
    def __add__(self, other): return "Adds.add"
    def __radd__(self, other): return "Adds.radd"
    def __len__(self): return 3


class Calls:
    def __call__(self): return "Calls.call"
    def __getattr__(self, name): return "got " + name


class Sets:
    def __setattr__(self, name, value): object.__setattr__(self, name, (value, "set"))
    def __delattr__(self, name): print("deleted", name)


class Gets:
    def __getattribute__(self, name): return "always" if name == "x" else object.__getattribute__(self, name)
    def __get__(self, instance, owner): return "described"


class Ends:
    def __del__(self): print("ended", type(self).__name__)


class Makes:
    def __new__(cls, *args):
        made = super().__new__(cls, *args)
        print("made", cls.__name__, args)
        return made


class Compares:
    def __eq__(self, other): return "eq"
    def __lt__(self, other): return "lt"


class Hashes:
    def __hash__(self): return 42


class Iterates:
    def __iter__(self): return iter("ab")
    def __contains__(self, item): return item == 7
    def __getitem__(self, key): return ("item", key)


class Shows:
    def __repr__(self): return "shows"
    def __format__(self, spec): return "format " + spec
    def __bool__(self): return False


def attempt(function):
    try:
        return function()
    except Exception as error:
        return type(error).__name__


def show(cls, *args):
    made = attempt(lambda: cls(*args))
    print(cls.__name__, [c.__name__ for c in cls.__mro__])
    tests = (
        lambda: made + 1, lambda: 1 + made, lambda: len(made), lambda: made(), lambda: made.missing, lambda: made.x, lambda: made == 1, lambda: made < 1, lambda: hash(made) == 42,
        lambda: list(made), lambda: 7 in made, lambda: made[1], lambda: repr(made)[:8], lambda: f"{made:z}"[:9], lambda: bool(made), lambda: -made, lambda: made * 2, lambda: made | 1,
    )
    print([attempt(test) for test in tests])

    def store():
        made.y = 1
        return made.y
    print(attempt(store))


class A(Adds, Calls): pass
class B(Calls, Sets): pass
class C(Sets, Gets): pass
class D(Compares, Hashes): pass
class E(Hashes, Compares): pass
class F(Iterates, Shows): pass
class G(A, B): pass
class H(G, D, F): pass
class I(Adds, int): pass
class J(Shows, str): pass
class K(Hashes, list): pass
class L(Makes, float): pass
class M(Makes, Adds): pass
class N(Compares, tuple): pass
class O(str, Calls): pass
class P(J, O): pass
class Q(KeyError, AttributeError): pass
class R(Shows, KeyError, AttributeError): pass
class S(Iterates, dict): pass
class T(type, Adds): pass
class Own(Hashes, Compares):
    def __eq__(self, other): return "own"
class Hidden(Hashes, Iterates):
    __hash__ = None
    __iter__ = None
    __contains__ = None


for cls, args in ((A, ()), (B, ()), (C, ()), (D, ()), (E, ()), (F, ()), (G, ()), (H, ()), (I, (5,)), (J, ("text",)), (K, ([1],)), (L, (1.5,)), (M, ()), (N, ((1,),)), (O, ("o",)), (P, ("p",)),
                  (Q, ("k",)), (R, ("k",)), (S, ({1: 2},)), (Own, ()), (Hidden, ())):
    show(cls, *args)
print(attempt(lambda: T("X", (), {}) + 1), attempt(lambda: len(T("X", (), {}))))


# ---- what is changed later

class First: pass
class Second: pass
class Both(First, Second): pass
class Below(Both, Hashes): pass


show(Below)
Second.__len__ = lambda self: 9
Second.__add__ = lambda self, other: "second"
Second.__getattr__ = lambda self, name: "second " + name
show(Below)
First.__add__ = lambda self, other: "first"
First.__bool__ = lambda self: False
show(Below)
del First.__add__, Second.__len__
Both.__call__ = lambda self: "both"
show(Below)
del Second.__add__, Second.__getattr__, Both.__call__, First.__bool__
show(Below)
Below.__bases__ = (Hashes, Both)
Both.__hash__ = lambda self: 1
show(Below)


# ---- deletion, and orders of one's own

class Ending(Adds, Ends): pass
class EndingBelow(Ending, Calls): pass


for cls in (Ending, EndingBelow):
    made = cls()
    del made
    gc.collect()


class Order(type):
    def mro(cls):
        return [cls, *[base for base in reversed(super().mro()[1:-1])], object]


class Turned(Adds, Compares, metaclass=Order): pass
class Mixed(Turned, Hashes): pass


show(Turned)
show(Mixed)


# ---- names of a class made at run time, which are no literals

words = "__len__ __add__ plain".split()
Made = type("Made", (Hashes, Shows), {word: (lambda self, *rest: 4) for word in words})
show(Made)
print(Made().plain(), getattr(Made(), "".join(["pl", "ain"]))(), "plain" in Made.__dict__, Made.__dict__["__len__"](1))
