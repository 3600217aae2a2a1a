# python3.12
# Names in annotation scopes that stand in a class body: as in the body itself, the class's or a global, never an enclosing function's if the class binds them.
x = "global"


def outer():
    x = "nonlocal"

    class Bound:
        type Alias = x
        early = Alias.__value__

        def method[T: x](self, argument: x): ...
        bound = method.__type_params__[0].__bound__
        annotation = method.__annotations__["argument"]
        x = "class"

    class Free:
        type Alias = x

        def method[T: x](self, argument: x): ...

    class DeclaredGlobal:
        global x
        type Alias = x
    DeclaredGlobal.x = "attribute"

    class DeclaredNonlocal:
        nonlocal x
        type Alias = x
    return Bound, Free, DeclaredGlobal, DeclaredNonlocal


bound, free, declared_global, declared_nonlocal = outer()
print(bound.early, bound.bound, bound.annotation, bound.Alias.__value__)
print(free.Alias.__value__, free.method.__type_params__[0].__bound__, free.method.__annotations__)
print(declared_global.Alias.__value__, declared_nonlocal.Alias.__value__)


class Changed:
    T = int
    def method[U: T](self): ...
    type Alias = T
    type Late = unknown
    type Own = C
    class C: ...


Changed.T = float
Changed.unknown = "set later"
print(Changed.method.__type_params__[0].__bound__, Changed.Alias.__value__, Changed.Late.__value__, Changed.Own.__value__)
print(sorted(name for name in vars(Changed) if not name.startswith("__")), hasattr(Changed, "__classdictcell__"))


class Space(dict):
    def __missing__(self, key):
        if key == "made":
            return f"made of {key}"
        raise KeyError(key)


class Meta(type):
    def __prepare__(name, bases):
        return Space()

    def __new__(metacls, name, bases, space):
        print("__classdictcell__" in space)
        return super().__new__(metacls, name, bases, space)


class Prepared(metaclass=Meta):
    def method[T](self, argument: made): ...
    type Alias = len


print(Prepared.method.__annotations__, Prepared.Alias.__value__)
for name, body in (("__classdictcell__", 3), ("__classcell__", 3)):
    try:
        type("Wrong", (), {name: body})
    except TypeError as e:
        print(e)


class Lazy[T: undefined, U: (undefined,)]: ...


T, U = Lazy.__type_params__
print(T.__constraints__, U.__bound__)
for read in (lambda: T.__bound__, lambda: U.__constraints__):
    try:
        read()
    except NameError as e:
        print(e)
undefined = "defined"
print(T.__bound__, U.__constraints__)
