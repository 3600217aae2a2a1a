# What a def may say: defaults, receivers, positional-only names, results, generators.
from abc import ABC, abstractmethod
from typing import Any, AsyncIterator, Callable, Concatenate, Generator, Generic, Iterable, Iterator, Never, NoReturn, ParamSpec, Protocol, Self, TypedDict, TypeGuard, TypeVar, Unpack, final
from typing_extensions import TypeIs, override

T = TypeVar("T")
P = ParamSpec("P")


def defaults(a: int = "", b: str | None = None, *, c: list[int] = ["x"], d: T = 1) -> None:  # E: [assignment] # E: [assignment] # E: [assignment]
    pass


def elided(a: int = ...) -> None: ...


def not_elided(a: int = ...) -> None:  # E: [assignment]
    print(a)


def old_style(x: int, __y: int) -> None:  # E: [misc]
    pass


def old_style_fine(__x: int, __y: int, z: int, *, __w: int = 0) -> None:
    pass


old_style_fine(1, 2, z=3)
old_style_fine(__x=1, __y=2, z=3)  # E


def dunder_name(x: int, __y__: int) -> None:
    pass


def pair(f: Callable[P, int], *args: P.args, **kwargs: P.kwargs) -> int:
    return f(*args, **kwargs)


def only_args(f: Callable[P, int], *args: P.args) -> int:  # E: [valid-type]
    return 1


def only_kwargs(f: Callable[P, int], **kwargs: P.kwargs) -> int:  # E: [valid-type]
    return 1


def between(f: Callable[P, int], *args: P.args, s: str, **kwargs: P.kwargs) -> int:  # E: [valid-type]
    return 1


class TD(TypedDict):
    a: int
    b: str


def unpacked(**kwargs: Unpack[TD]) -> None: ...


def overlapping(a: int, **kwargs: Unpack[TD]) -> None: ...  # E: [misc]


def positional_overlap(a: int, /, **kwargs: Unpack[TD]) -> None: ...


def not_typed_dict(**kwargs: Unpack[T]) -> None: ...  # E


def guard(x: object) -> TypeGuard[int]:
    return isinstance(x, int)


def no_guard() -> TypeGuard[int]:  # E: [misc]
    return True


def not_narrower(x: str) -> TypeIs[int]:  # E: [narrowed-type-not-subtype]
    return True


class Methods:
    def __init__(self) -> int:  # E: [misc]
        return 1

    def no_self() -> None:  # E: [misc]
        pass

    def guard(self) -> TypeGuard[int]:  # E: [misc]
        return True

    @classmethod
    def class_guard(cls) -> TypeIs[int]:  # E: [misc]
        return True

    @staticmethod
    def static_guard(x: object) -> TypeIs[int]:
        return True

    def explicit(self: "Methods") -> None: ...

    def wrong_self(self: int) -> None: ...  # E: [misc]

    def generic_self(self: T) -> T:
        return self

    def union_self(self: "Methods | int") -> None: ...

    @classmethod
    def wrong_cls(cls: type[int]) -> None: ...  # E: [misc]


class Box(Generic[T]):
    def of_int(self: "Box[int]") -> int:
        return 1


def never() -> NoReturn:  # E: [misc]
    pass


def never_fine() -> NoReturn:
    raise ValueError


def never_while() -> Never:
    while True:
        pass


def no_return() -> int:  # E: [return]
    print()


def may_return(x: bool) -> int:  # E: [return]
    if x:
        return 1


def may_be_none(x: bool) -> int | None:
    if x:
        return 1


def all_paths(x: bool) -> int:
    if x:
        return 1
    else:
        raise ValueError


def empty() -> int:  # E: [empty-body]
    pass


class Abstract(ABC):
    @abstractmethod
    def empty(self) -> int:
        pass

    def not_abstract(self) -> int:  # E: [empty-body]
        """Documented."""


class Proto(Protocol):
    def empty(self) -> int: ...

    def with_doc(self) -> int:
        """Documented."""


def generator() -> Generator[int, str, bool]:
    x = yield 1
    x.upper()
    return True


def bad_yield() -> Iterator[int]:
    yield ""  # E: [misc]


def not_generator() -> int:  # E: [misc]
    yield 1


def generator_result() -> Generator[int, None, int]:  # E: [return]
    yield 1


def iterable() -> Iterable[int]:
    yield 1


async def async_generator() -> AsyncIterator[int]:
    yield 1


async def not_async_generator() -> Iterator[int]:  # E: [misc]
    yield 1


@final  # comment
def not_method() -> None:  # E: [misc]
    pass


@override
def not_method2() -> None:  # E: [misc]
    pass


class Properties:
    @property
    def too_many(self, x: int) -> int:  # E: [misc]
        return 1

    @property
    def p(self) -> int:
        return 1

    @p.setter
    def p(self) -> None:  # E: [misc]
        pass


def unannotated():
    return 1 + ""


def unannotated2(x=1, *args, **kwargs):
    yield 1
    if x:
        return 1
