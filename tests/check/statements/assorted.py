# Context managers, positional names of old, directives, generators, coroutines, exceptions.
import sys
from contextlib import contextmanager, suppress
from typing import *
from types import TracebackType
class CMBase:
    def __enter__(self) -> None: ...
class CM1(CMBase):
    def __exit__(self, a: object, b: object, c: object) -> Literal[True]: return True
class CM2(CMBase):
    def __exit__(self, a: object, b: object, c: object) -> bool: return True
class CM3(CMBase):
    def __exit__(self, a: object, b: object, c: object) -> None: ...
class CM4(CMBase):
    def __exit__(self, a: object, b: object, c: object) -> bool | None: ...
def s1(x: int | str) -> None:
    if isinstance(x, int):
        with CM1():
            raise ValueError
    assert_type(x, int | str)
def s2(x: int | str) -> None:
    if isinstance(x, int):
        with CM2():
            raise ValueError
    assert_type(x, int | str)
def s3(x: int | str) -> None:
    if isinstance(x, int):
        with CM3():
            raise ValueError
    assert_type(x, str)
def s4(x: int | str) -> None:
    if isinstance(x, int):
        with CM4():
            raise ValueError
    assert_type(x, str)
@contextmanager
def cm(x: int) -> Iterator[str]:
    yield ""
with cm(1) as v:
    assert_type(v, str)
cm("")  # E
# historical positional
def h1(__x: int, __y__: int = 0) -> None: ...
h1(3)
h1(__x=3)  # E
def h2(x: int, __y: int) -> None: ...  # E
h2(3, __y=3)
class HA:
    def m1(self, __x: int, __y__: int = 0) -> None: ...
    def m2(self, x: int, __y: int) -> None: ...  # E
    def m3(self, x: int, *, __y: int) -> None: ...
HA().m1(3)
HA().m1(__x=3)  # E
def h4(x: int, /, __y: int) -> None: ...
h4(3, __y=4)
# directives
val: int | str = 1
@no_type_check
def ntc(a: int, b: str) -> None:
    c = a + b
    return 1
ntc(b"", b"")
if sys.version_info >= (3, 8):
    vv: int = 1
else:
    vv: str = ""
if sys.version_info < (3, 8):
    invalid: int = ""
if sys.platform == "bogus":
    inv2: int = ""
if TYPE_CHECKING:
    tc: int = 1
x1 = cast(int, "a")
assert_type(x1, int)
x2 = cast("list[str]", [])
cast()  # E
cast(1, "")  # E
assert_type()  # E
assert_type(1, str)  # E
reveal_type()  # E
reveal_type(1, 2)  # E
z: int = ""  # type: ignore
z2: int = ""  # type: ignore[assignment]
z3: int = ""  # type: ignore[arg-type]  # E
from typing_extensions import deprecated, override
@deprecated("use other")
def olddep() -> None: ...
olddep()  # E
class Dep:
    @deprecated("x")
    def m(self) -> None: ...
    @property
    @deprecated("p")
    def p(self) -> int: return 1
    @overload
    @deprecated("ov")
    def o(self, x: int) -> int: ...
    @overload
    def o(self, x: str) -> str: ...
    def o(self, x): return x
Dep().m()  # E
Dep().p  # E
Dep().o(1)  # E
Dep().o("")
@deprecated("cls")
class DepC: ...
DepC()  # E
def handle_error() -> NoReturn: raise Exception
def ex(x: int) -> str:
    if x: return ""
    handle_error()
def an(x: int | str) -> None:
    if isinstance(x, int): pass
    elif isinstance(x, str): pass
    else: assert_never(x)
def an2(x: int | str) -> None:
    if isinstance(x, int): pass
    else: assert_never(x)  # E
async def co(x: int) -> str: return ""
async def use() -> None:
    a = await co(1)
    assert_type(a, str)
    co(1)  # E: [unused-coroutine]
    await 1  # E
    async for i in agen(): assert_type(i, int)
    b = [i async for i in agen()]
    assert_type(b, list[int])
    for j in agen(): pass  # E
async def agen() -> AsyncIterator[int]:
    yield 1
def gen() -> Generator[int, str, bool]:
    x = yield 1
    assert_type(x, str)
    yield ""  # E
    return True
def gen2() -> Iterator[int]:
    y = yield from gen()
    assert_type(y, bool)
    yield from ["a"]  # E
def gen3() -> int:  # E
    yield 1
def gen4() -> Generator[int, None, str]:
    yield 1
    return 1  # E
try: pass
except (ValueError, TypeError) as e:
    assert_type(e, ValueError | TypeError)
except int:  # E
    pass
raise 1  # E
