# What the standard protocols and ABCs take: values of many standard types.
from __future__ import annotations
from typing import *
import collections, collections.abc as ca, io, os, pathlib, array, types, functools, itertools, re, enum, datetime, decimal, fractions, contextlib, asyncio, numbers

class E(enum.Enum):
    A = 1
class NT(NamedTuple):
    a: int
class TD(TypedDict):
    a: int
def fn(x: int) -> str: ...
def gen() -> Generator[int, None, None]: yield 1
async def co() -> int: return 1
async def agen() -> AsyncGenerator[int, None]: yield 1
nt = NT(1)
td: TD = {"a": 1}
m = re.match("a", "b")
assert m
a1: Iterable[E] = E
a2: Collection[int] = nt
a3: Sequence[int] = nt
a4: tuple[int, ...] = nt
a5: tuple[int] = nt
a6: Mapping[str, object] = td
a7: Iterable[str] = td
a8: Sized = E
a9: Container[E] = E
a10: Reversible[E] = E
a11: Callable[[int], str] = fn
a12: Callable[[object], E] = E
a13: Iterator[int] = gen()
a14: Iterable[int] = gen()
a15: Awaitable[int] = co()
a16: Coroutine[Any, Any, int] = co()
a17: AsyncIterator[int] = agen()
a18: AsyncIterable[int] = agen()
a19: IO[str] = open("a")
a20: TextIO = open("a")
a21: BinaryIO = open("a", "rb")
a22: IO[bytes] = io.BytesIO()
a23: TextIO = io.StringIO()
a24: os.PathLike[str] = pathlib.Path()
a25: str | os.PathLike[str] = pathlib.Path()
a26: ca.Buffer = b""
a27: ca.Buffer = bytearray()
a28: ca.Buffer = memoryview(b"")
a29: ca.Buffer = array.array("i")
a30: ca.Sequence[int] = array.array("i")
a31: MutableSequence[int] = array.array("i")
a32: MutableSequence[int] = collections.deque([1])
a33: Sequence[int] = collections.deque([1])
a34: MutableMapping[str, int] = collections.Counter("a")
a35: dict[str, int] = collections.Counter("a")
a36: Mapping[str, int] = collections.OrderedDict(a=1)
a37: dict[str, list[int]] = collections.defaultdict(list)
a38: Mapping[str, int] = collections.ChainMap({"a": 1})
a39: Mapping[str, int] = types.MappingProxyType({"a": 1})
a40: Mapping[str, str] = os.environ
a41: AbstractSet[int] = {1}
a42: AbstractSet[int] = frozenset([1])
a43: MutableSet[int] = {1}
a44: AbstractSet[str] = {"a": 1}.keys()
a45: Collection[int] = {"a": 1}.values()
a46: AbstractSet[tuple[str, int]] = {"a": 1}.items()
a47: KeysView[str] = {"a": 1}.keys()
a48: Iterable[tuple[str, int]] = {"a": 1}.items()
a49: Sequence[int] = range(3)
a50: Sequence[int] = memoryview(b"")
a51: Iterable[int] = b"a"
a52: Hashable = fn
a53: Hashable = E.A
a54: Hashable = nt
a55: Hashable = types
a56: type[object] = E
a57: type[Any] = int
a58: types.FunctionType = fn
a59: types.ModuleType = types
a60: types.GeneratorType[int, None, None] = gen()  # E: [assignment]
a62: types.MethodType = nt._asdict
a63: Callable[..., Any] = nt._asdict
a64: Callable[[], dict[str, Any]] = nt._asdict
a65: ContextManager[Any] = open("a")
a66: contextlib.AbstractContextManager[list[int]] = contextlib.nullcontext([1])
a67: ContextManager[Any] = contextlib.suppress()
a68: Pattern[str] = re.compile("a")
a69: Match[str] = m
a70: float = 1
a71: complex = 1.0
a72: SupportsFloat = decimal.Decimal()
a73: SupportsInt = fractions.Fraction(1)
a74: SupportsIndex = True
a75: SupportsRound[int] = 1.5  # E: [assignment]
a76: SupportsAbs[float] = 1.5
a77: SupportsComplex = 1j
a78: SupportsBytes = b"a"
a79: Iterable[Sequence[str]] = ["ab", ["c"]]
a80: Iterable[tuple[int, str]] = zip([1], "a")
a81: Iterator[tuple[int, str]] = enumerate("a")
a82: Iterator[int] = map(len, ["a"])
a83: Iterator[int] = filter(None, [1])
a84: Iterator[int] = reversed([1])
a85: Iterator[int] = itertools.chain([1], [2])
a86: Iterator[int] = itertools.count()
a87: Callable[[str], int] = functools.partial(int, base=2)
a88: Callable[[], int] = functools.partial(len, "a")
a89: Callable[[str], int] = len
a90: Callable[[str], int] = int
a91: Callable[[int], str] = str
a92: Callable[[Iterable[int]], list[int]] = list
a93: Callable[[int], int] = abs
a94: Callable[[int, int], int] = max
a95: Callable[[str], str] = str.upper
a96: Callable[[], str] = "a".upper
a97: Callable[[list[int], int], None] = list.append
a98: Callable[..., None] = print
a99: Callable[[str], None] = print
b1: Callable[[], asyncio.Future[int]] = asyncio.Future
b2: asyncio.Future[int] = asyncio.Future()
b3: Awaitable[int] = asyncio.Future[int]()
b4: Callable[[type], str] = repr
b5: Callable[[object], bool] = callable
b6: Iterable[Any] = open("a")
b7: Iterable[str] = open("a")
b8: Iterable[bytes] = io.BytesIO()
b9: Iterator[os.DirEntry[str]] = os.scandir()
b10: Iterable[pathlib.Path] = pathlib.Path().iterdir()
b11: datetime.date = datetime.datetime.now()
b12: Sequence[Mapping[str, int | str]] = [{"a": 1, "b": "c"}]
b13: Sequence[Mapping[str, int | str]] = [{"a": 1}, {"b": "c"}]
b14: dict[str, Callable[[int], Any]] = {"a": str, "b": lambda x: x + 1}
b15: list[tuple[str, Callable[..., Any]]] = [("a", print), ("b", lambda: 1)]
b16: list[type[Exception]] = [ValueError, OSError]
b17: tuple[type[Exception], ...] = (ValueError, OSError)
b18: dict[type, Callable[[Any], Any]] = {int: str, str: int}
b19: list[int | None] = [None] * 3
b20: list[list[int]] = [[]] * 3
b21: dict[str, dict[str, int]] = {"a": {}}
b22: list[Sequence[int]] = [[1], (2,)]
b23: set[tuple[int, ...]] = {(1,), (1, 2)}
b24: dict[tuple[int, int], str] = {(1, 2): "a"}
b25: list[float] = [1, 2.0]
b26: list[float] = [1] + [2]
b27: list[object] = [1, "a", None]
b28: dict[str, object] = {"a": 1, "b": [2]}
b29: dict[str, Any] = dict(a=1, b=[2])
b30: dict[str, float] = {k: 1 for k in "ab"}
b31: list[str | int] = sorted([1, 2])
b32: Literal["a", "b"] = "a" if a70 else "b"
b33: list[Literal["a", "b"]] = ["a", "b"]
b34: dict[Literal["a"], int] = {"a": 1}
b35: tuple[Literal[1], str] = (1, "a")
b36: Callable[[Literal["a"]], None] = lambda x: None
b37: numbers.Number = 1  # E: [assignment]
b38: type[Exception] | tuple[type[Exception], ...] = (OSError, ValueError)
b39: Callable[[int], Callable[[int], int]] = lambda x: lambda y: x + y
b40: Iterable[int] = (x for x in [1])
b41: list[int] = [*range(3), *{1: 2}]
b42: property = property(lambda s: 1)
b43: slice = slice(1)
b44: Text = "a"
b45: ca.Iterable[ca.Hashable] = [1, "a", (1,), int, None, E.A, fn]
b46: dict[ca.Hashable, int] = {1: 1, "a": 2, int: 3, None: 4}
b47: ByteString = b"a"
b48: ca.MutableSequence[int] = [1]
b49: ca.Callable[[int], int] = lambda x: x
b50: Type[BaseException] = KeyboardInterrupt
