# python3.12
# Corners of the object model: mappings with repeated keys in calls, the pattern kind of a class with two, cycles of bases made by a reentrant mro(),
# `global` in functions of exec'd code, keys of mapping patterns, bound methods as descriptors, dir() with a strange __dict__.
import collections.abc


class Twice(collections.abc.Mapping):
    def __init__(self, items): self._items = items
    def __iter__(self): return (k for k, _ in self._items)
    def __getitem__(self, key):
        print("get", key)
        return dict(self._items)[key]
    def __len__(self): return len(self._items)
    def keys(self): return [k for k, _ in self._items]


def takes(x=0, *args, **kwargs):
    return x, args, kwargs


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)

attempt(lambda: takes(**Twice([("x", 1), ("y", 2)])))
attempt(lambda: takes(**Twice([("x", 1), ("x", 2)])))
attempt(lambda: takes(a=3, **Twice([("y", 1), ("y", 2)])))
attempt(lambda: takes(**Twice([("y", 1), (3, 2)])))
attempt(lambda: takes(**Twice([("y", 1)]), **Twice([("y", 1)])))
attempt(lambda: dict(**Twice([("y", 1), ("y", 2)])))


class BadKeys:
    def keys(self): return 3
    def __getitem__(self, key): return key


class RaisingItem:
    def keys(self): return ["a", "b"]
    def __getitem__(self, key): raise LookupError(key)

attempt(lambda: takes(**BadKeys()))
attempt(lambda: takes(**RaisingItem()))


class S1(collections.UserList, collections.UserDict): pass
class S2(collections.UserDict, collections.UserList): pass
class S3(collections.UserDict): pass
class S4(S3, collections.abc.Sequence): pass


def kind(value):
    match value:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"
    return "neither"


class M1(collections.abc.Mapping, collections.abc.Sequence):
    def __getitem__(self, i): return 1
    def __len__(self): return 1
    def __iter__(self): return iter([1])


class M2(collections.abc.Sequence, collections.abc.Mapping):
    def __getitem__(self, i): return 1
    def __len__(self): return 1
    def __iter__(self): return iter([1])

print(kind(M1()), kind(M2()), kind(S3()))
collections.abc.Mapping.register(type("Late", (), {}))


class Meta(type):
    def mro(cls):
        hook = cls.__dict__.get("hook")
        if hook and Meta.active:
            Meta.active = False
            hook.__func__(cls) if isinstance(hook, staticmethod) else hook(cls)
        return type.mro(cls)
    active = False


class Root(metaclass=Meta): pass
class Left(Root): pass
class Right(Root): pass


def make_cycle(cls):
    try:
        Right.__bases__ = (Left,)
        print("right below left")
    except TypeError as error:
        print("refused", error)

Left.hook = staticmethod(make_cycle)
Meta.active = True
try:
    Left.__bases__ = (Right,)
    print("left below right", [c.__name__ for c in Left.__mro__])
except TypeError as error:
    print("refused", error)
print([c.__name__ for c in Right.__mro__])

spaces = {}, {}
exec("""
def f():
    def g():
        global y
        return y
    def h():
        return y + 1
    y = 1
    return g, h
y = 9
g, h = f()
results = g(), h()
""", *spaces)
print(sorted(k for k in spaces[0] if k[:2] != "__"), sorted(spaces[1]), spaces[1]["results"])
exec("x = 5\ndef f():\n    global x\n    x = 6\nf()\nprint(x)\ndel x\nprint('x' in globals(), 'x' in locals())", {}, {})

for text in ("{0: _, False: _}", "{0: _, 0.0: _}", "{0: _, -0: _}", "{0: _, 0j: _}", "{1: _, True: _}", "{1: _, 2: _, -1: _}", "{0 + 0: _}", "{0j + 0: _}", "{0j + 0j: _}", "{f'': _}",
             "{'a': _, 'a': _}", "{b'a': _, 'a': _}", "{1 + 1j: _}", "{-1 - 1j: _}", "{None: _, None: _}"):
    try:
        compile(f"match x:\n    case {text}:\n        pass", "<pattern>", "exec")
        print(text, "fine")
    except SyntaxError as error:
        print(text, error.msg)


class A:
    def foo(self, *args): return "foo", args


class B:
    bar = classmethod(A().foo)
    plain = A().foo
    prop = classmethod(property(lambda cls: cls.__name__))

print(B.bar(), B().bar(1), B.plain(2), B().plain(3), B.prop, B().prop)
method = A().foo
print(method.__get__(1) is method, method.__get__(None, B) is method)


class WithDict:
    __dict__ = 8


class WithMapping:
    __dict__ = {"a": 1}

attempt(lambda: dir(WithDict()))
attempt(lambda: "a" in dir(WithMapping()))
