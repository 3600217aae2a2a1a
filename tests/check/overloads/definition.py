# Overloads: their form, consistency, overlap.
from abc import ABC, abstractmethod
from typing import Any, Callable, Iterable, Literal, Protocol, Sequence, TypeVar, final, overload
from typing_extensions import override

T = TypeVar("T")


@overload
def single(x: int) -> int: ...  # E: [misc]
def single(x: Any) -> Any:
    return x


@overload
def missing(x: int) -> int: ...  # E: [no-overload-impl]
@overload
def missing(x: str) -> str: ...


class P(Protocol):
    @overload
    def f(self, x: int) -> int: ...
    @overload
    def f(self, x: str) -> str: ...


class Abstract(ABC):
    @overload
    @abstractmethod
    def f(self, x: int) -> int: ...
    @overload
    @abstractmethod
    def f(self, x: str) -> str: ...

    @overload
    def g(self, x: int) -> int: ...  # E: [no-overload-impl]
    @overload
    def g(self, x: str) -> str: ...


class Mixed:
    @overload
    @staticmethod
    def f(x: int) -> int: ...  # E: [misc]
    @overload
    def f(self, x: str) -> str: ...
    def f(self, x: Any) -> Any: ...

    @overload
    @classmethod
    def g(cls, x: int) -> int: ...  # E: [misc]
    @overload
    @classmethod
    def g(cls, x: str) -> str: ...
    def g(self, x: Any) -> Any: ...

    @overload
    @classmethod
    def h(cls, x: int) -> int: ...
    @overload
    @classmethod
    def h(cls, x: str) -> str: ...
    @classmethod
    def h(cls, x: Any) -> Any: ...


class Marks:
    @overload
    def f(self, x: int) -> int: ...
    @overload
    def f(self, x: str) -> str: ...
    @final
    def f(self, x: Any) -> Any: ...

    @overload
    @final
    def g(self, x: int) -> int: ...  # E: [misc]
    @overload
    def g(self, x: str) -> str: ...
    def g(self, x: Any) -> Any: ...


class MarksChild(Marks):
    def f(self, x: Any) -> Any: ...  # E: [misc]


class Base:
    def f(self, x: Any) -> Any: ...


class Child(Base):
    @overload
    def f(self, x: int) -> int: ...
    @overload
    def f(self, x: str) -> str: ...
    @override
    def f(self, x: Any) -> Any: ...

    @overload
    def missing(self, x: int) -> int: ...
    @overload
    def missing(self, x: str) -> str: ...
    @override
    def missing(self, x: Any) -> Any: ...  # E: [misc]


@overload
def parameters(x: str, /) -> str: ...
@overload
def parameters(x: int) -> int: ...
def parameters(x: Any, /) -> Any:  # E: [misc]
    return x


@overload
def result(x: int) -> int: ...
@overload
def result(x: str) -> str: ...
def result(x: Any) -> str:  # E: [misc]
    return ""


@overload
def narrow(x: int) -> int: ...
@overload
def narrow(x: str) -> str: ...
def narrow(x: int) -> Any:  # E: [misc]
    return x


@overload
def arity(x: int, y: int) -> int: ...
@overload
def arity(x: str) -> str: ...
def arity(x: Any, y: Any) -> Any:  # E: [misc]
    return x


@overload
def unannotated(x: int) -> int: ...
@overload
def unannotated(x: str) -> str: ...
def unannotated(x):
    return x


@overload
def generic(x: list[T]) -> T: ...
@overload
def generic(x: int) -> int: ...
def generic(x: Any) -> Any:
    return x


@overload
def generic2(x: T, y: None = None) -> T: ...
@overload
def generic2(x: T, y: int) -> list[T]: ...
def generic2(x: T, y: int | None = None) -> T | list[T]:
    return x


@overload
def shadowed(x: object) -> int: ...
@overload
def shadowed(x: int) -> int: ...  # E: [overload-cannot-match]
def shadowed(x: Any) -> Any:
    return x


@overload
def shadowed_generic(x: T) -> T: ...
@overload
def shadowed_generic(x: int) -> int: ...  # E: [overload-cannot-match]
def shadowed_generic(x: Any) -> Any:
    return x


@overload
def overlap(x: Literal[0]) -> int: ...  # E: [overload-overlap]
@overload
def overlap(x: int) -> str: ...
def overlap(x: Any) -> Any:
    return x


@overload
def overlap_union(x: int | str) -> int: ...  # E: [overload-overlap]
@overload
def overlap_union(x: str | bytes) -> str: ...
def overlap_union(x: Any) -> Any:
    return x


@overload
def fine(x: int) -> int: ...
@overload
def fine(x: float) -> float: ...
@overload
def fine(x: str, y: int = 0) -> str: ...
def fine(x: Any, y: int = 0) -> Any:
    return x


@overload
def fine_literal(x: Literal[True]) -> int: ...
@overload
def fine_literal(x: Literal[False]) -> str: ...
@overload
def fine_literal(x: bool) -> int | str: ...
def fine_literal(x: bool) -> int | str:
    return 1


@overload
def keywords(*, a: int) -> int: ...
@overload
def keywords(*, b: str) -> str: ...
def keywords(*, a: int = 0, b: str = "") -> int | str:
    return a


class Descriptor:
    @overload
    def __get__(self, instance: None, owner: Any) -> "Descriptor": ...
    @overload
    def __get__(self, instance: object, owner: Any) -> int: ...
    def __get__(self, instance: Any, owner: Any) -> Any: ...


@overload
def optional(x: int) -> int | None: ...  # E: [overload-overlap]
@overload
def optional(x: int, default: str = ...) -> str: ...
def optional(x: int, default: str | None = None) -> int | str | None:
    return default


@overload
def flag(cache: bool = True, text: Literal[False] = False) -> bytes: ...  # E: [overload-overlap]
@overload
def flag(cache: bool = True, text: Literal[True] = ...) -> str: ...
def flag(cache: bool = True, text: bool = False) -> bytes | str:
    return ""


class WithG:
    def g(self, x: int) -> int:
        return x


class Ignored(WithG):
    @overload  # type: ignore[override]
    def g(self, x: int) -> str: ...
    @overload
    def g(self, x: str) -> bytes: ...
    def g(self, x: Any) -> Any: ...


# One set of arguments that both take is enough: those that can be left out are left out.
@overload
def left_out(x: bool, /, y: int = 0) -> int: ...  # E: [overload-overlap]
@overload
def left_out(x: int, /) -> str: ...
def left_out(*args: Any, **kwargs: Any) -> Any: ...


@overload
def nothing_given() -> int: ...  # E: [overload-overlap]
@overload
def nothing_given(y: str = ...) -> str: ...
def nothing_given(*args: Any, **kwargs: Any) -> Any: ...


@overload
def by_keyword(*, x: int) -> int: ...  # E: [overload-overlap]
@overload
def by_keyword(**kw: int) -> str: ...
def by_keyword(**kwargs: Any) -> Any: ...


@overload
def told_by_keyword(x: int) -> int: ...  # x=1 can't be meant for *args
@overload
def told_by_keyword(x: int, y: int) -> tuple[int, int]: ...
@overload
def told_by_keyword(*args: int) -> tuple[int, ...]: ...
def told_by_keyword(*args: Any, **kwargs: Any) -> Any: ...


@overload
def kinds_of_args(*args: int) -> int: ...  # nothing but their types tells them apart
@overload
def kinds_of_args(*args: str) -> str: ...
def kinds_of_args(*args: Any) -> Any: ...


@overload
def option(x: int, *, text: Literal[False] = False) -> bytes: ...  # E: [overload-overlap]
@overload
def option(x: int, *, text: Literal[True] = ...) -> str: ...
def option(x: int, *, text: bool = False) -> bytes | str:
    return ""


@overload
def option_given(x: int, *, text: Literal[False] = False) -> bytes: ...
@overload
def option_given(x: int, *, text: Literal[True]) -> str: ...
@overload
def option_given(x: int, *, text: bool) -> bytes | str: ...
def option_given(x: int, *, text: bool = False) -> bytes | str:
    return ""
