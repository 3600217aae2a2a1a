# An annotated program, as people write them.
from __future__ import annotations

import functools
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Generator, Iterable, Iterator
from typing import Any, Final, Generic, Never, NoReturn, Optional, ParamSpec, TypeAlias, TypeVar, Union, cast, final, overload
from typing import TypeGuard, Literal

T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E", bound=Exception)
F = TypeVar("F", bound=Exception)
P = ParamSpec("P")
T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True, bound=Exception)


@final
class Ok(Generic[T_co]):
    __slots__ = ("_value",)
    __match_args__ = ("ok_value",)

    def __init__(self, value: T_co) -> None:
        self._value = value

    @property
    def ok_value(self) -> T_co:
        return self._value

    def is_ok(self) -> Literal[True]:
        return True

    def is_err(self) -> Literal[False]:
        return False

    def unwrap(self) -> T_co:
        return self._value

    def unwrap_or(self, _default: U) -> T_co:
        return self._value

    def map(self, op: Callable[[T_co], U]) -> Ok[U]:
        return Ok(op(self._value))

    def and_then(self, op: Callable[[T_co], Result[U, E]]) -> Result[U, E]:
        return op(self._value)

    def __iter__(self) -> Iterator[T_co]:
        yield self._value

    def __repr__(self) -> str:
        return f"Ok({self._value!r})"


@final
class Err(Generic[E_co]):
    __slots__ = ("_value",)
    __match_args__ = ("err_value",)

    def __init__(self, value: E_co) -> None:
        self._value = value

    @property
    def err_value(self) -> E_co:
        return self._value

    def is_ok(self) -> Literal[False]:
        return False

    def is_err(self) -> Literal[True]:
        return True

    def unwrap(self) -> NoReturn:
        raise self._value

    def unwrap_or(self, default: U) -> U:
        return default

    def map(self, op: object) -> Err[E_co]:
        return self

    def and_then(self, op: object) -> Err[E_co]:
        return self

    def __iter__(self) -> Iterator[Never]:
        yield from ()

    def __repr__(self) -> str:
        return f"Err({self._value!r})"


Result: TypeAlias = Union[Ok[T], Err[E]]


def is_ok(result: Result[T, E]) -> TypeGuard[Ok[T]]:
    return result.is_ok()


def as_result(*exceptions: type[F]) -> Callable[[Callable[P, U]], Callable[P, Result[U, F]]]:
    def decorator(function: Callable[P, U]) -> Callable[P, Result[U, F]]:
        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> Result[U, F]:
            try:
                return Ok(function(*args, **kwargs))
            except exceptions as error:
                return Err(error)

        return wrapper

    return decorator


@as_result(ValueError, OverflowError)
def parse(text: str, *, base: int = 10) -> int:
    return int(text, base)


def half(n: int) -> Result[int, ValueError]:
    return Err(ValueError(f"{n} is odd")) if n % 2 else Ok(n // 2)


def collect(results: Iterable[Result[T, E]]) -> Result[list[T], E]:
    values: list[T] = []
    for result in results:
        if isinstance(result, Err):
            return result
        values.append(result.unwrap())
    return Ok(values)


class Maybe(Generic[T]):
    def __init__(self, value: Optional[T]) -> None:
        self.value = value

    def bind(self, function: Callable[[T], Maybe[U]]) -> Maybe[U]:
        if self.value is None:
            return cast("Maybe[U]", self)
        return function(self.value)

    def __or__(self, default: U) -> T | U:
        return default if self.value is None else self.value

    @classmethod
    def of(cls, function: Callable[P, Optional[T]]) -> Callable[P, Maybe[T]]:
        return lambda *args, **kwargs: Maybe(function(*args, **kwargs))


@Maybe.of
def lookup(key: str) -> Optional[int]:
    return {"a": 1}.get(key)


def describe(result: Result[int, Exception]) -> str:
    match result:
        case Ok(value):
            return f"value {value + 1}"
        case Err(ValueError() as error):
            return f"bad value: {error}"
        case Err(error):
            return f"error {error}"


def main() -> None:
    print(parse("12"), parse("ff", base=16).map(lambda n: n + 1), parse("x").is_err(), parse("8").and_then(half).and_then(half), parse("6").and_then(half).and_then(half))
    first = parse("5")
    if is_ok(first):
        print(first.unwrap() + 1)
    print(describe(Ok(1)), describe(parse("z")), describe(Err(KeyError("k"))), parse("q").unwrap_or("none"), [v for r in map(parse, ["1", "b", "3"]) for v in r])
    print(collect([Ok(1), Ok(2)]), collect(map(parse, ["1", "?"])), parse.__name__)
    try:
        parse("nope").unwrap()
    except ValueError as error:
        print("raised", error)
    print(lookup("a").bind(lambda n: Maybe(n * 10)) | 0, lookup("b").bind(lambda n: Maybe(str(n))) | "nothing")


main()
