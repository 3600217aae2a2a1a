# Descriptors of the program's own, asked again and again at one place, while they and their classes change.
import gc


class Constant:
    def __init__(self, value):
        self.value = value

    def __get__(self, instance, owner):
        return self.value if instance is not None else self


class Field:
    def __init__(self, default):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return "field of " + owner.__name__
        return getattr(instance, self.name, self.default)

    def __set__(self, instance, value):
        if value == 13:
            raise ValueError("unlucky")
        setattr(instance, self.name, value)


class Lazy:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        self.calls += 1
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Fails:
    def __init__(self):
        self.left = 3

    def __get__(self, instance, owner):
        self.left -= 1
        if self.left < 0:
            raise AttributeError("no more")
        return self.left


class Bound:
    def __get__(self, instance, owner):
        return lambda *args: (type(instance).__name__, owner.__name__, args)


class Thing:
    a = Constant(1)
    b = Field(2)
    bound = Bound()

    @Lazy
    def lazy(self):
        return self.a, self.b


class Part(Thing):
    b = Field("part")


def read(o):
    return o.a, o.b


def call(o):
    return o.bound(1)


thing, part = Thing(), Part()
for n in range(5):
    thing.b = n
    print(read(thing), read(part), call(thing), call(part))
print([thing.lazy for _ in range(4)], Thing.__dict__["lazy"].calls, [Part().lazy for _ in range(2)])
print(Thing.b, Part.b, type(Thing.a).__name__)
for n in range(3):
    try:
        thing.b = 13
    except ValueError as e:
        print(e, read(thing))

# an instance's own goes before a descriptor without __set__, and comes and goes
for n in range(4):
    thing.a = "own %d" % n
    print(read(thing), read(part), end=" ")
    del thing.a
    print(read(thing))

# the descriptor changes, is replaced, its class learns and forgets
Thing.__dict__["a"].value = 100
print(read(thing), read(part))
Thing.a = Constant("replaced")
print(read(thing), read(part))
Constant.__set__ = lambda self, instance, value: print("set", value)
thing.a = 5
thing.__dict__["a"] = "hidden"
print(read(thing))
del Constant.__set__
print(read(thing))
del thing.__dict__["a"]
kept = Constant.__get__
del Constant.__get__
print(type(read(thing)[0]).__name__, type(read(part)[0]).__name__)
Constant.__get__ = kept
print(read(thing))
Constant.__get__ = lambda self, instance, owner: ("other", owner.__name__)
print(read(thing), read(part))
gc.collect()
del Thing.a
try:
    read(thing)
except AttributeError as e:
    print(e)


# AttributeError, with and without __getattr__
class Bare:
    f = Fails()


class Helped:
    f = Fails()

    def __getattr__(self, name):
        return "helped with " + name


for cls in (Bare, Helped):
    o = cls()
    for n in range(6):
        try:
            print(o.f, end=" ")
        except AttributeError as e:
            print("AttributeError", e, e.name, type(e.obj).__name__, end=" ")
    print()


# one that takes itself away while it is asked
class Once:
    def __get__(self, instance, owner):
        del owner.once
        gc.collect()
        return [self.__class__.__name__]


def once(cls):
    try:
        return cls().once
    except AttributeError as e:
        return str(e)


for n in range(3):
    class Holder:
        once = Once()
    print(once(Holder), once(Holder))


# numbers have methods, too
def of_number(x):
    return x.conjugate(), x.real, x.as_integer_ratio()


for x in (1, 2.5, True, 2**70, -3, 0.5, 7):
    print(of_number(x), end=" ")
print()


class Odd(int):
    def conjugate(self):
        return "odd"

    as_integer_ratio = Bound()


print(of_number(1)[:2], of_number(Odd(3)), of_number(4))
for x in (5, "text", None, 5):
    try:
        print(x.bit_length(), end=" ")
    except AttributeError as e:
        print(e, end=" ")
print()

# methods of built-in classes, named by the class
for function in (str.upper, list.append, int.bit_length, object.__setattr__):
    print(function)


class Strict:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)

    def __getattribute__(self, name):
        return object.__getattribute__(self, name)


strict = Strict()
for n in range(4):
    strict.n = n
    print(strict.n, end=" ")
print([list.__len__(x) for x in ([1], [], [1, 2])], [str.upper(s) for s in ("a", "bc")])
try:
    str.upper(5)
except TypeError as e:
    print(e)
