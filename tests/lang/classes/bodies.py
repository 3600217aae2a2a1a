# Class statements: bodies, __class__, super, decorators, metaclasses, keywords, annotations.
class Base:
    """Documentation."""
    attribute = 1
    items = [attribute + i for i in range(2)] if False else [attribute]

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag

    def who(self):
        return "Base", __class__.__name__

    @classmethod
    def make(cls, *args):
        return cls(*args)

    @staticmethod
    def static(x):
        return x * 2

    @property
    def prop(self):
        return self._p

    @prop.setter
    def prop(self, value):
        self._p = value + 1


class Derived(Base, tag="tagged"):
    def who(self):
        return super().who() + ("Derived",)

    def in_comprehension(self):
        return [super(Derived, self).who() for _ in range(1)], [__class__ for _ in range(1)]

    def in_closure(self):
        def inner():
            return super(__class__, self).who()
        return inner()

    def with_cell_self(self):
        f = lambda: self
        return super().who(), f() is self


d = Derived.make()
print(Base.__doc__, Base.items, d.who(), d.tag, Base.static(4))
print(d.in_comprehension(), d.in_closure(), d.with_cell_self())
d.prop = 5
print(d.prop, Base.prop.fget.__name__, Derived.__mro__[1] is Base, Derived.__qualname__, Base.who.__qualname__)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", name, [k for k in namespace if not k.startswith("__")], kwargs)
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        print("init", name)

    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        instance.called = True
        return instance


class WithMeta(metaclass=Meta, option=3):
    x = 1

    def m(self):
        return __class__


class Inherits(WithMeta):
    y = prepared


print(WithMeta().m(), WithMeta().called, Inherits.y, type(Inherits).__name__)
options = {"metaclass": Meta}
bases = (Base,)


class Spread(*bases, **options):
    pass


print(Spread.__bases__, type(Spread))


def decorator(tag):
    print("decorator", tag)

    def apply(thing):
        print("apply", tag, thing.__name__)
        thing.tags = getattr(thing, "tags", []) + [tag]
        return thing
    return apply


@decorator("outer")
@decorator("inner")
class Decorated:
    @decorator("method")
    def f(self): pass


@decorator("f1")
@decorator("f2")
def decorated(): pass


print(Decorated.tags, Decorated.f.tags, decorated.tags)


class Annotated:
    a: int
    b: "str" = "x"
    c: list[int] = []
    if True:
        d: float = 1.0
    (e): int = 3

    def method(self, p: int, *args: str, k: "K" = None, **kw: dict) -> None: pass


print(Annotated.__annotations__, Annotated.method.__annotations__)
module_annotation: int = 5
bare_annotation: str
print(__annotations__)


def locals_are_not_evaluated():
    x: undefined_name = 1
    y: also_undefined
    z = []
    z.attr: str = None if False else None


try:
    locals_are_not_evaluated()
except AttributeError as error:
    print(type(error).__name__)


class Order:
    print("body runs", __name__, __qualname__)
    for i in range(3):
        locals()[f"v{i}"] = i
    del i


print(Order.v0, Order.v2, hasattr(Order, "i"))


class Outer:
    class Inner:
        class Deep:
            def f(self): return __class__.__qualname__

    def method(self):
        class Local:
            def g(self): pass
        return Local


print(Outer.Inner.Deep().f(), Outer.Inner.Deep.f.__qualname__, Outer().method().g.__qualname__)


def make(n):
    class C:
        value = n

        def get(self):
            return self.value + n
    return C


print(make(1)().get(), make(5)().get(), make(1) is make(1))


class Operators:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Operators(self.v + getattr(o, "v", o))
    def __radd__(self, o): return Operators(o + self.v)
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
    def __contains__(self, x): return x == self.v
    def __call__(self, *args, **kw): return args, kw
    def __bool__(self): print("bool"); return bool(self.v)
    def __lt__(self, o): return "lt"
    def __eq__(self, o): return NotImplemented
    def __iter__(self): return iter([self.v])
    def __neg__(self): return -self.v


o = Operators(3)
print((o + 1).v, (1 + o).v, (o + o).v, o[1], o[1:2], o[1:2, ..., ::3], o[()], o[1,], 3 in o, o(1, k=2), -o)
o[1] = 2
o[1:2] = 3
del o[0], o[:]
print(o < 1, o == 1, o != 1, not o, [*o], o and 1, "yes" if o else "no")
x = o < 1 < 2 if False else None
print(x)


class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1


s = Slots()
print(s.a, hasattr(s, "b"))
try:
    s.c = 1
except AttributeError as error:
    print(type(error).__name__)


class Descriptor:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name)
    def __get__(self, instance, owner): return ("get", instance is None)
    def __set__(self, instance, value): print("set", value)


class Uses:
    d = Descriptor()


u = Uses()
u.d = 4
print(u.d, Uses.d)


class GetAttr:
    def __getattr__(self, name): return name + "!"
    def __setattr__(self, name, value): print("setattr", name, value)
    def __delattr__(self, name): print("delattr", name)


g = GetAttr()
g.x = 1
del g.y
g.z += "w"
print(g.missing, g.method_like.upper())
