# An annotated program, as people write them.
from __future__ import annotations

import functools
import json
import struct
from array import array
from collections.abc import ByteString, Callable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Set as AbstractSet
from dataclasses import KW_ONLY, InitVar, astuple, dataclass, field, fields
from datetime import datetime, timedelta, timezone
from typing import Annotated, Any, BinaryIO, Generic, Literal, NamedTuple, Optional, Tuple, TypeVar, Union, get_type_hints, overload
import io

T = TypeVar("T")
U = TypeVar("U")
K = TypeVar("K")


class Pair(NamedTuple, Generic[T, U]):
    first: T
    second: U

    def swap(self) -> Pair[U, T]:
        return Pair(self.second, self.first)

    @classmethod
    def same(cls, value: T) -> Pair[T, T]:
        return Pair(value, value)


class Header(NamedTuple):
    magic: bytes
    version: int = 1
    flags: int = 0


    @classmethod
    def read(cls, stream: BinaryIO) -> Header:
        return cls._make(HEADER.unpack(stream.read(HEADER.size)))

    def pack(self) -> bytes:
        return HEADER.pack(*self)


HEADER = struct.Struct("<4sHH")


@dataclass(slots=True)
class Point:
    x: float
    y: float = 0.0
    _: KW_ONLY
    name: str = ""
    scale: InitVar[float] = 1.0

    def __post_init__(self, scale: float) -> None:
        self.x *= scale
        self.y *= scale

    def __iter__(self) -> Iterator[float]:
        yield self.x
        yield self.y


@dataclass(eq=True, unsafe_hash=True)
class Config:
    host: str
    port: Annotated[int, "tcp"] = 80
    tags: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict, hash=False, compare=False, metadata={"secret": True})

    @functools.cached_property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"


@dataclass
class Node(Generic[T]):
    value: T
    children: list[Node[T]] = field(default_factory=list)

    def map(self, function: Callable[[T], U]) -> Node[U]:
        return Node(function(self.value), [child.map(function) for child in self.children])

    def fold(self, function: Callable[[T, list[U]], U]) -> U:
        return function(self.value, [child.fold(function) for child in self.children])


class Ring(MutableSequence[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items = list(items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Ring[T]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[T, Ring[T]]:
        if isinstance(index, slice):
            return Ring(self._items[index])
        return self._items[index % len(self._items)]

    @overload
    def __setitem__(self, index: int, value: T) -> None: ...
    @overload
    def __setitem__(self, index: slice, value: Iterable[T]) -> None: ...
    def __setitem__(self, index: Union[int, slice], value: Any) -> None:
        self._items[index if isinstance(index, slice) else index % len(self._items)] = value

    def __delitem__(self, index: Union[int, slice]) -> None:
        del self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def insert(self, index: int, value: T) -> None:
        self._items.insert(index, value)

    def __repr__(self) -> str:
        return f"Ring({self._items!r})"


def checksum(data: Union[bytes, bytearray, memoryview]) -> int:
    return functools.reduce(lambda total, byte: (total * 31 + byte) % 65521, data, 1)


def encode(value: object) -> str:
    def default(item: object) -> Any:
        if isinstance(item, datetime):
            return item.isoformat()
        if isinstance(item, AbstractSet):
            return sorted(item)
        if hasattr(item, "_asdict"):
            return item._asdict()
        raise TypeError(f"{type(item).__name__} is not serialisable")

    return json.dumps(value, default=default)


def main() -> None:
    pair = Pair(1, "one")
    print(pair.swap().first.upper(), Pair.same(2.5).second.is_integer(), pair._fields, Pair(first=[1], second=None))
    name, *_ = pair.swap()
    print(name)
    header = Header(b"TYPH", flags=3)
    again = Header.read(io.BytesIO(header.pack() + b"rest"))
    print(again, again == header, again._replace(version=2).version, len(header.pack()), checksum(header.pack()), checksum(memoryview(bytearray(b"abc"))))
    p = Point(1, 2, name="p", scale=3)
    x, y = p
    print(p, x + y, [f.name for f in fields(p)], astuple(p))
    config = Config("localhost", tags=("a",))
    print(hash(config) == hash(Config("localhost", 80, ("a",), {"x": 1})), config.url, fields(Config)[3].metadata["secret"], get_type_hints(Config, include_extras=True)["port"])
    tree = Node(1, [Node(2), Node(3, [Node(4)])])
    print(tree.map(str).fold(lambda value, parts: value + "".join(parts)), tree.fold(lambda value, counts: value + sum(counts)))
    ring = Ring("abc")
    ring.append("d")
    ring[5] = "B"
    ring[0:1] = ["x", "y"]
    print(ring, ring[-1], ring[1:3], ring.pop(), list(reversed(ring)), ring.index("c"), "y" in ring)
    ring += ["z"]
    ring.remove("x")
    print(ring, ring.count("z"))
    when = datetime(2024, 2, 29, 12, tzinfo=timezone.utc) + timedelta(days=1, hours=-3)
    print(encode({"when": when, "set": {3, 1}, "pair": Pair(1, 2), "n": [None, 1.5]}), (when - datetime(2024, 1, 1, tzinfo=timezone.utc)).days)
    numbers = array("d", [1, 2.5])
    numbers.extend(float(n) for n in range(2))
    print(numbers.tolist(), numbers.itemsize, sum(numbers), bytes([1, 2]).hex(), int.from_bytes(b"\x01\x00", "big"))


main()
