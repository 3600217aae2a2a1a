# What __prepare__ gives a class's body, and who keeps it.
class Plain(type):
    def __new__(meta, name, bases, space, **kw):
        made = super().__new__(meta, name, bases, space)
        made.kept = space
        space["later"] = 1
        return made


class P(metaclass=Plain):
    a = "x"
    a += "y"


print(P.a, type(P.kept), sorted(P.kept), hasattr(P, "later"))
P.kept["a"] = "other"
print(P.a)


class Own(type):
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        print("prepare", meta.__name__, name, bases, kw)
        return {"given": name}

    def __new__(meta, name, bases, space, **kw):
        return super().__new__(meta, name, bases, space)

    def __init__(cls, name, bases, space, **kw):
        pass


class O(metaclass=Own, x=1):
    pass


class Below(Own):
    pass


class B(O, metaclass=Below):
    pass


print(O.given, B.given, type(B).__name__)


class Above(type):
    def __getattribute__(self, name):
        if name == "__prepare__":
            return lambda name, bases: {"by": "above"}
        return super().__getattribute__(name)


class Meta(type, metaclass=Above):
    pass


class M(metaclass=Meta):
    pass


print(hasattr(M, "by"))


class Late(type):
    pass


class L1(metaclass=Late):
    pass


setattr(Late, "__prepare__", classmethod(lambda meta, name, bases: {"late": name}))


class L2(L1):
    pass


del Late.__prepare__


class L3(L1):
    pass


print(hasattr(L1, "late"), L2.late, hasattr(L3, "late"))


None_ = type("None_", (type,), {"__prepare__": None})


try:
    class N(metaclass=None_):
        pass
except TypeError as error:
    print(error)


def make(name, bases, space):
    return name, bases, sorted(k for k in space if k not in ("__firstlineno__", "__static_attributes__"))


class F(metaclass=make):
    a = 1


print(F)


# what is told its name, in the order of the body
class Told:
    def __init__(self, tag):
        self.tag = tag

    def __set_name__(self, owner, name):
        print("told", self.tag, owner.__name__, name)


class Silent:
    pass


class Mixed:
    a = Silent()
    b = Told(1)
    c = Silent()
    d = Silent()
    e = Told(2)
    f = Told(3)
    g = 5
    h = Silent
    i = Told

    def m(self):
        pass

    j = Told(4)
    k = property(m)


try:
    Mixed().k = 1
except AttributeError as error:
    print(error)


# more names than a namespace has room for at first
class Many:
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = 0
    a3 = "three"
    del a4
    a4 = 4
    locals()["a5"] = 5
    a1: int = 6
    a11: str


print({k: v for k, v in Many.__dict__.items() if k[0] == "a"}, Many.__annotations__)


# what stands for a base that is no class
class Stands:
    def __init__(self, *entries):
        self.entries = entries

    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return self.entries


class Pair(tuple):
    pass


class Wrong(Stands):
    def __mro_entries__(self, bases):
        return list(self.entries)


class Subclassed(Stands):
    def __mro_entries__(self, bases):
        return Pair(self.entries)


class Left:
    pass


class Right:
    pass


def derive(*bases):
    try:
        class Made(*bases):
            pass
        print(Made.__bases__, type(Made.__bases__) is tuple, hasattr(Made, "__orig_bases__") and len(Made.__orig_bases__))
    except TypeError as error:
        print(error)


derive(Stands())
derive(Stands(Left))
derive(Stands(Left, Right))
derive(Subclassed(Left, Right))
derive(Wrong(Left))
derive(Stands(Left), Right)
derive(Left, Stands(), Stands(Right))
derive(Stands(5))
