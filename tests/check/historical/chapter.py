# Historical features.
from typing import *
import typing
import collections
import collections.abc
import contextlib
import re


class Employee: ...


x = []  # type: list[Employee]
assert_type(x, list[Employee])
a, b, c = [], [], []  # type: list[int], list[int], list[str]
assert_type(c, list[str])
d, e, f = [], [], []  # type: (list[int], list[int], list[str])
assert_type(f, list[str])
g = [1, 2]  # type: list[int]
h = ""  # type: int  # E: [assignment]
i = None  # type: IO[str]
i.read()
j = [  # comment
    1
]  # type: list[float]
assert_type(j, list[float])
k = 1  # type: Undefined  # E: [name-defined]
remark = 2  # type: this is a remark


class Attr:
    member = None  # type: str

    def __init__(self):
        # type: () -> None
        self.items = []  # type: list[int]


assert_type(Attr().member, str)
assert_type(Attr().items, list[int])


def points() -> list[tuple[float, float]]: ...


for p, q in points():  # type: float, float
    assert_type(p, float)


class Frob:
    def __enter__(self) -> int: ...
    def __exit__(self, *a: object) -> None: ...


with Frob() as foo:  # type: int
    assert_type(foo, int)


def embezzle(self, account, funds=1000000, *fake_receipts):
    # type: (Any, str, int, *str) -> None
    """Embezzle funds from account using fake receipts."""
    assert_type(account, str)
    assert_type(fake_receipts, tuple[str, ...])


embezzle(1, "a", 2, "b")
embezzle(1, 1)  # E: [arg-type]


class M:
    def load_cache(self):
        # type: () -> bool
        return True

    def m(self, a, b=None):
        # type: (int, Optional[str]) -> str
        return ""


assert_type(M().load_cache(), bool)
assert_type(M().m(1), str)
M().m("")  # E: [arg-type]


def send_email(address, sender, cc):
    # type: (...) -> bool
    return True


assert_type(send_email(1, 2, 3), bool)


def send_email2(address,     # type: Union[str, List[str]]
                sender,      # type: str
                cc,          # type: Optional[List[str]]
                subject='',
                body=None    # type: List[str]
                ):
    # type: (...) -> bool
    return True


send_email2("", "", None)
send_email2(1, "", None)  # E: [arg-type]


def add(p, q):  # type: (int, int) -> int
    return p + q


assert_type(add(1, 2), int)
add("", 1)  # E: [arg-type]


def bad_return(p):
    # type: (int) -> str
    return p  # E: [return-value]


def g2():
    '''Docstring'''
    # # type: () -> None


# ---- positional-only
def pos(__x: int, __y__: int = 0) -> None: ...


pos(3, __y__=1)
pos(__x=3)  # E: [call-arg]


def pos2(x: int, __y: int) -> None: ...  # E: [misc]


class PosC:
    def m1(self, __x: int) -> None: ...
    def m2(self, x: int, __y__: int) -> None: ...
    def m3(self, x: int, __y: int) -> None: ...  # E: [misc]


def pos4(x: int, *args: int, __y: int) -> None: ...


def pos5(x: int, /, __y: int) -> None: ...


PosC().m1(1)
PosC().m1(__x=1)  # E: [call-arg]


# ---- aliases
def alias(v1: List[int], v2: Dict[str, int], v3: Set[int], v4: FrozenSet[int], v5: Tuple[int], v6: Type[int], v7: Deque[int], v8: DefaultDict[str, int], v9: typing.OrderedDict[str, int], v10: typing.Counter[str], v11: typing.ChainMap[str, int], v12: typing.Awaitable[int], v13: typing.Coroutine[int, int, int], v14: typing.AsyncIterable[int], v15: typing.Callable[[int], int], v16: typing.AbstractSet[int], v17: typing.ContextManager[int], v18: typing.AsyncContextManager[int], v19: typing.Pattern[str], v20: typing.Match[str], v21: typing.Text, v22: typing.Hashable, v23: typing.Sized):
    assert_type(v1, list[int])
    assert_type(v2, dict[str, int])
    assert_type(v3, set[int])
    assert_type(v4, frozenset[int])
    assert_type(v5, tuple[int])
    assert_type(v6, type[int])
    assert_type(v7, collections.deque[int])
    assert_type(v8, collections.defaultdict[str, int])
    assert_type(v9, collections.OrderedDict[str, int])
    assert_type(v10, collections.Counter[str])
    assert_type(v11, collections.ChainMap[str, int])
    assert_type(v12, collections.abc.Awaitable[int])
    assert_type(v13, collections.abc.Coroutine[int, int, int])
    assert_type(v14, collections.abc.AsyncIterable[int])
    assert_type(v15, collections.abc.Callable[[int], int])
    assert_type(v16, collections.abc.Set[int])
    assert_type(v17, contextlib.AbstractContextManager[int])
    assert_type(v18, contextlib.AbstractAsyncContextManager[int])
    assert_type(v19, re.Pattern[str])
    assert_type(v20, re.Match[str])
    assert_type(v21, str)


def unions(u1: Union[int, str], u2: Optional[int], u3: Union[int, None], u4: Union[int], u5: Optional[Union[int, str]]):
    assert_type(u1, int | str)
    assert_type(u2, int | None)
    assert_type(u3, int | None)
    assert_type(u4, int)
    assert_type(u5, int | str | None)


bad_opt: Optional[int, str]  # E: [valid-type]
bad_opt2: Optional  # E: [valid-type]
bad_union: Union  # E: [valid-type]
bad_union2: Union[()]  # E: [valid-type]
Ts = TypeVarTuple("Ts")


class Ar(Generic[Unpack[Ts]]): ...


def unp(a: Ar[Unpack[Ts]], *args: Unpack[Ts]) -> Ar[*Ts]: ...
