# Language reference 8.7 and 6.3.4: parameters of every kind, defaults, and what calls bind.
def plain(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


def positional(a, b, /, c, *, d):
    return a, b, c, d


print(plain(1, c=3), plain(1, 5, 6, 7, c=3, e=9), plain(c=1, a=2))
print(positional(1, 2, 3, d=4), positional(1, 2, c=3, d=4))
print(plain(*[1, 2, 3], **{"c": 4, "z": 5}), plain(*"ab", *[7], c=0, **{"x": 1}, **{"y": 2}))


def pos_only(a, /, **kwargs):
    return a, kwargs


print(pos_only(1, a=2))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as error:
        print("TypeError:", error)


def two(a, b):
    return a, b


def none():
    pass


def keyword_only(*, x, y):
    return x, y


attempt(two)
attempt(two, 1)
attempt(two, 1, 2, 3)
attempt(two, 1, 2, c=3)
attempt(two, 1, a=3)
attempt(none, 1)
attempt(none, x=1)
attempt(plain)
attempt(plain, 1)
attempt(positional, 1, b=2, c=3, d=4)
attempt(positional, 1, 2, 3)
attempt(keyword_only)
attempt(keyword_only, x=1)
attempt(keyword_only, 1, 2)
attempt(lambda x, y=1: x, 1, 2, 3)
attempt(two, *[1], **{"b": 2})
attempt(two, **{"a": 1, "b": 2, "c": 3})
try:
    two(**{"a": 1}, **{"a": 2})
except TypeError as error:
    print(error)
try:
    two(*5)
except TypeError as error:
    print(error)
try:
    two(**5)
except TypeError as error:
    print(error)


def defaults(x=[]):
    x.append(len(x))
    return x


defaults()
print(defaults(), defaults.__defaults__)
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])
print((lambda *a, **k: (a, k))(1, 2, x=3))


def annotated(x: int, y: "str" = "a") -> None: ...


print(annotated.__annotations__, annotated.__name__, annotated.__defaults__)


def documented():
    """What it does."""


print(documented.__doc__, two.__doc__, documented.__qualname__, documented.__module__)


class C:
    def method(self, a): return a


attempt(C().method)
attempt(C().method, 1, 2)
attempt(C, 1)
many = list(range(300))
print(sum((lambda *a: a)(*many)), len((lambda **k: k)(**{f"k{i}": i for i in range(300)})))
