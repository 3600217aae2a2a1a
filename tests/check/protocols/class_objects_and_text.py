# A class is an object: hashable through its metaclass. The text of a literal solves a protocol's parameter to str.
from typing import ClassVar, Hashable, Iterable, Iterator, Protocol, Sized, TypeVar, assert_type

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Getter(Protocol[T_co]):
    def __getitem__(self, k: int, /) -> T_co: ...


class Upper(Protocol[T_co]):
    def upper(self) -> T_co: ...


class Meta(type):
    def __len__(cls) -> int:
        return 1

    def __iter__(cls) -> Iterator[int]: ...


class Counted(metaclass=Meta):
    def __eq__(self, other: object) -> bool:
        return True


class Unhashable:
    __hash__: ClassVar[None]  # type: ignore


a: Hashable = int
b: set[Hashable] = {int, str, type, Counted, Unhashable}
c: Hashable = Unhashable()  # E: [assignment]
d: Sized = Counted
e: Iterable[int] = Counted
f: Iterable[str] = Counted  # E: [assignment]
g: Sized = int  # E: [assignment]


def at(x: Getter[T]) -> T: ...
def upper(x: Upper[T]) -> T: ...


assert_type(at("abc"), str)
assert_type(upper("abc"), str)
