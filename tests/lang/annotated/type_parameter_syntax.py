# python3.12: an annotated program, as people write them.
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import batched, chain, pairwise
from typing import Any, Final, LiteralString, Never, Protocol, Self, TypedDict, Unpack, assert_never, overload, override, runtime_checkable

type Json = dict[str, Json] | list[Json] | str | int | float | bool | None
type Tree[T] = tuple[T, list[Tree[T]]]
type Predicate[T] = Callable[[T], bool]


class Ok[T]:
    __match_args__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value: Final = value

    def map[U](self, function: Callable[[T], U]) -> "Ok[U]":
        return Ok(function(self.value))


@dataclass(frozen=True, slots=True)
class Err[E: Exception]:
    error: E

    def map(self, function: Callable[[Any], object]) -> Self:
        return self


type Result[T, E: Exception] = Ok[T] | Err[E]


def attempt[**P, T](function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Result[T, Exception]:
    try:
        return Ok(function(*args, **kwargs))
    except Exception as error:
        return Err(error)


class Stack[T](Sequence[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items = [*items]

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    @override
    def __getitem__(self, index: int | slice) -> T | Self:
        if isinstance(index, slice):
            return type(self)(self._items[index])
        return self._items[index]

    @override
    def __len__(self) -> int:
        return len(self._items)

    def push(self, *items: T) -> Self:
        self._items.extend(items)
        return self

    def where(self, test: Predicate[T]) -> Iterator[T]:
        return (item for item in self if test(item))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items})"


class Named(Protocol):
    @property
    def name(self) -> str: ...


@runtime_checkable
class Sized2[T: (int, float)](Protocol):
    def size(self) -> T: ...


@dataclass
class Box:
    name: str
    edges: tuple[int, int, int] = (1, 1, 1)

    def size(self) -> int:
        return reduce(lambda a, b: a * b, self.edges)


class Options(TypedDict, total=False):
    sep: str
    limit: int


def join[N: Named](things: Iterable[N], **options: Unpack[Options]) -> str:
    names = [thing.name for thing in things]
    return options.get("sep", ",").join(names[: options.get("limit")])


def biggest[S: Sized2[int]](things: Sequence[S]) -> S:
    return max(things, key=lambda thing: thing.size())


def walk[T](tree: Tree[T], depth: int = 0) -> Iterator[tuple[int, T]]:
    value, children = tree
    yield depth, value
    yield from chain.from_iterable(walk(child, depth + 1) for child in children)


def depth(value: Json) -> int:
    match value:
        case dict():
            return 1 + max((depth(item) for item in value.values()), default=0)
        case list():
            return 1 + max(map(depth, value), default=0)
        case str() | int() | float() | None:
            return 0
        case _:
            assert_never(value)


def zip_with[*Ts, R](function: Callable[[*Ts], R], rows: Iterable[tuple[*Ts]]) -> list[R]:
    return [function(*row) for row in rows]


class Query:
    def __init__(self, text: LiteralString) -> None:
        self.text = text

    def __or__[Q: Query](self, other: Q) -> tuple[Self, Q]:
        return self, other


def report(result: Result[int, Exception]) -> str:
    match result:
        case Ok(value):
            return f"ok {value + 1}"
        case Err(error=ZeroDivisionError() as error):
            return f"zero: {error}"
        case Err(error):
            return f"other: {error!r}"


def main() -> None:
    print(report(attempt(divmod, 7, 2).map(lambda pair: pair[0])), report(attempt(lambda: 1 // 0)), report(attempt(int, "x")))
    stack = Stack("abc").push("d", "e")
    print(stack, stack[1:3], stack[-1].upper(), list(stack.where(str.isalpha)), stack.index("c"), list(reversed(stack)))
    boxes = [Box("a"), Box("bb", (1, 2, 3))]
    print(join(boxes), join(boxes, sep="+", limit=1), biggest(boxes).name, isinstance(boxes[0], Sized2))
    tree: Tree[str] = ("root", [("left", []), ("right", [("leaf", [])])])
    print(list(walk(tree)), depth({"a": [1, {"b": None}], "c": {}}))
    print(zip_with(lambda a, b: f"{a}{b}", [(1, "x"), (2, "y")]), list(pairwise([1, 2, 3])), [sum(batch) for batch in batched(range(5), 2)])
    print(Stack.__type_params__, Json.__name__, (Query("a") | Query("b"))[1].text, Ok(3).map(str).value.zfill(3))


main()
