# Structural subtyping.
from typing import Iterable, Iterator, Protocol, runtime_checkable


class HasLength(Protocol):
    def __len__(self) -> int: ...


class Named(Protocol):
    name: str


class ReadName(Protocol):
    @property
    def name(self) -> str: ...


class Good:
    name: str = ""

    def __len__(self) -> int:
        return 0


class Bad:
    name: int = 0


class Fixed:
    @property
    def name(self) -> str:
        return ""


def size(x: HasLength) -> int:
    return len(x)


def named(x: Named) -> str:
    return x.name


def read(x: ReadName) -> str:
    return x.name


size([1])
size("")
size(Good())
size(1)  # E: [arg-type]
size(Bad())  # E: [arg-type]
named(Good())
named(Bad())  # E: [arg-type]
named(Fixed())  # E: [arg-type]
read(Good())
read(Fixed())


class Box[T](Protocol):
    def get(self) -> T: ...


class IntBox:
    def get(self) -> int:
        return 1


def unbox[T](b: Box[T]) -> T:
    return b.get()


reveal_type(unbox(IntBox()))  # N: Revealed type is "builtins.int"
wide: Box[float] = IntBox()
narrow: Box[str] = IntBox()  # E: [assignment]
HasLength()  # E: Cannot instantiate protocol class "HasLength"


class Counter:
    def __iter__(self) -> Iterator[int]:
        yield 1


def total(xs: Iterable[int]) -> int:
    return sum(xs)


total(Counter())


class Callback(Protocol):
    def __call__(self, n: int, /) -> str: ...


def call(c: Callback) -> str:
    return c(1)


call(str)
call(lambda n: "")
call(len)  # E: [arg-type]
