# unchecked
"""The annotations of a function become a dict when somebody asks: the same one each time, of its own, in the order written."""
import functools
import inspect
import typing


def order(a: int, b: "text" = 1, /, c: list[int] = [], *rest: float, d: None = None, e: str = "", **more: bytes) -> "None":
    return None


def known(a: "int", b: None, *c: "x", d: "str" = "") -> None: ...
def twin(a: "int", b: None, *c: "x", d: "str" = "") -> None: ...
def only_result() -> None: ...
def nothing(a, b): ...


print(order.__annotations__)
print(known.__annotations__, known.__annotations__ is known.__annotations__, known.__annotations__ is twin.__annotations__)
known.__annotations__["more"] = 1
print(sorted(known.__annotations__), sorted(twin.__annotations__), only_result.__annotations__, nothing.__annotations__)
known.__annotations__ = {"set": 2}
twin.__annotations__ = None
del only_result.__annotations__
print(known.__annotations__, twin.__annotations__, only_result.__annotations__)
for wrong in 3, ("a", int), []:
    try:
        known.__annotations__ = wrong
    except TypeError as error:
        print(error)


def evaluated():
    log = []

    def note(value):
        log.append(value)
        return value

    def inner(a: note(1), b: note(2) = note(3), *c: note(4), d: note(5) = note(6), **e: note(7)) -> note(8): ...

    return log, inner.__annotations__, [inner.__annotations__ is other.__annotations__ for other in (inner,)]


print(evaluated())


class Mangled:
    def method(self, __a: int, __b: "Mangled" = None) -> "Mangled":
        return self

    def strings(self, __a: "int") -> None: ...

    @property
    def value(self) -> "int": return 1

    @staticmethod
    def static(x: typing.Optional[int] = None) -> None: ...

    async def later(self) -> None: ...
    def each(self) -> "typing.Iterator[int]": yield 1


print(Mangled.method.__annotations__, Mangled.strings.__annotations__, Mangled.value.fget.__annotations__, Mangled.static.__annotations__, Mangled.later.__annotations__,
      Mangled.each.__annotations__)
print(inspect.signature(order), typing.get_type_hints(Mangled.method), inspect.get_annotations(Mangled.static))


@functools.wraps(order)
def wrapper(*args: int) -> str: ...


print(wrapper.__annotations__ == order.__annotations__, wrapper.__annotations__ is order.__annotations__, functools.partial(order).func.__annotations__["a"])
made = [lambda: 0, *[(lambda n: (lambda x: n))(i) for i in range(2)]]
print([f.__annotations__ for f in made])


def many() -> list:
    found = []
    for i in range(3):
        def f(x: i, y: "s" = i) -> None: ...
        def g(x: "s", y: "t" = i) -> None: ...
        found += [f.__annotations__, g.__annotations__, g]
    found[1]["new"] = 1
    return found[:2] + [found[6], found[7], found[8].__annotations__ is found[7]]


print(many())
