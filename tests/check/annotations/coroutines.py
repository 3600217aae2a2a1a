# Annotations of generators, coroutines and methods; names of a class body in its annotations.
from typing import *
import asyncio
from collections.abc import Coroutine, Awaitable, AsyncIterator, AsyncGenerator, Generator, Iterator, Iterable
class ClassC: ...
class ClassD:
    ClassC: "ClassC"
    ClassF: "ClassF"  # E: [misc]
    str: "str" = ""
    def int(self) -> None: ...
    x: "int" = 0
    y: int = 0  # E: [valid-type]
assert_type(ClassD.str, str)
assert_type(ClassD.x, int)

def gen1() -> Generator[int, str, bool]:
    x = yield 1
    assert_type(x, str)
    yield "a"  # E: [misc]
    return True
def gen2() -> Generator[int, str, bool]:
    yield 1
    return 1  # E: [return-value]
def gen3() -> Generator[int, str, bool]:  # E: [return]
    yield 1
def gen4() -> Iterator[int]:
    x = yield 3
    assert_type(x, Any)
    return None
def gen5() -> Iterable[int]:
    yield "s"  # E: [misc]
def gen6() -> int:  # E: [misc]
    yield 3
def gen7() -> list[int]:  # E: [misc]
    yield 3
def gen8() -> object:
    yield 3
def gen9() -> Any:
    yield 3
async def agen1() -> AsyncIterator[int]:
    yield 1
    yield "a"  # E: [misc]
async def agen2() -> AsyncGenerator[int, str]:
    x = yield 1
    assert_type(x, str)
async def agen3() -> Iterator[int]:  # E: [misc]
    yield 1
async def agen4() -> int:  # E: [misc]
    yield 1
def gen10() -> AsyncIterator[int]:  # E: [misc]
    yield 1
async def co() -> str:
    return 1  # E: [return-value]
async def co2() -> str:
    return "x"
assert_type(co2(), Coroutine[Any, Any, str])
async def co3() -> None:
    v = await co2()
    assert_type(v, str)
    async for i in agen1():
        assert_type(i, int)
    for j in agen1():  # E: [attr-defined]
        pass
    async for k in gen1():  # E: [attr-defined]
        pass
def sync_await() -> Awaitable[str]:
    return co2()
def g11() -> Generator[int, int, str]:
    r = yield from gen1()  # E: [misc]
    return "x"
def g12() -> Generator[int, str, None]:
    r = yield from gen1()
    assert_type(r, bool)
def g13() -> Generator[str, None, None]:
    yield from [1, 2]  # E: [misc]
def g14() -> Generator[int]:
    x = yield 1
    assert_type(x, None)
def g15() -> Iterator[int]:
    yield from gen1()
def g16() -> Generator[int, None, None]:
    yield  # E: [misc]
class A:
    x: Awaitable[int]
    def __await__(self) -> Generator[Any, Any, int]: ...
async def use_a(a: A) -> None:
    assert_type(await a, int)
async def use_b(a: int) -> None:
    await a  # E: [misc]

c: Coroutine[list[str], str, int]
async def bar() -> None:
    x = await c
    assert_type(x, int)
def bar2() -> None:
    assert_type(c.send("x"), list[str])

TC = TypeVar("TC", bound="Copyable")
class Copyable:
    def copy(self: TC) -> TC:
        return self
    @classmethod
    def clone(cls: type[TC]) -> TC:
        return cls()
    @classmethod
    def other(cls) -> "Copyable":
        assert_type(cls, type[Self])
        return cls()
class Sub(Copyable): ...
assert_type(Sub().copy(), Sub)
assert_type(Sub.clone(), Sub)
class AA:
    def f(self: int) -> None: ...  # E: [misc]
    def g(self: "AA | int") -> None: ...
    def h(self: "Sub") -> None: ...  # E: [misc]
    @classmethod
    def i(cls: int) -> None: ...  # E: [misc]
    @staticmethod
    def j(x: int) -> None: ...
def f(x: type[Any], y: type):
    x.foo
    y.foo
    x()
    assert_type(x(), Any)
async def a1() -> int: return 1
async def lst() -> None:
    l = [await a1() for _ in range(3)]
    assert_type(l, list[int])
    l2 = [i async for i in agen1()]
    assert_type(l2, list[int])
    g = (i async for i in agen1())
    assert_type(g, AsyncGenerator[int, None])
    s = {i async for i in agen1()}
    assert_type(s, set[int])
    r = await asyncio.gather(a1(), co2())
    assert_type(r, tuple[int, str])
