# Callable[[*Ts], R] with *args: *Ts: functions with defaults and *args, lambdas, classes.
import asyncio
from typing import Callable, TypeVar, TypeVarTuple, Any, assert_type
R = TypeVar("R"); Ts = TypeVarTuple("Ts"); T = TypeVar("T")
def call(f: Callable[[*Ts], R], *args: *Ts) -> R: ...
def g(*args: Any, **kwargs: Any) -> int: return 0
def g2(*args: int) -> int: return 0
def g3(*args: object) -> int: return 0
class C:
    def __call__(self, *args: Any, **kwargs: Any) -> int: return 0
call(g, "x")
call(g, "x", 1)
call(C(), "x")
call(g2, 1, 2)
call(g2, 1, "")  # E: [arg-type]
call(g3, 1, "")
call(g)
def rev(*args: *Ts, f: Callable[[*Ts], R]) -> R: ...
rev("x", f=g)
rev("x", 1, f=g)
rev("x", f=g2)  # E: [arg-type]
assert_type(call(lambda a, b: a, 1, "x"), int)
assert_type(rev(1, "x", f=lambda a, b: b), str)
assert_type(call(lambda: 1), int)
call(lambda a: a, 1, "x")  # E: [arg-type]

def thread(target: Callable[[*Ts], object], args: tuple[*Ts]) -> None: ...
def g5(a: int, b: str = "") -> int: return 0
def g6(a: int, *b: str) -> int: return 0
def g7(a: int, b: str = "", c: int = 0) -> int: return 0
call(g5, 1)
call(g5, 1, "")
call(g5, 1, 1)  # E: [arg-type]
call(g6, 1)
call(g6, 1, "", "")
call(g6)  # E: [arg-type]
call(g7, 1)
call(g7, 1, "")
call(g7, 1, "", 0)
call(g7, 1, "", 0, 0)  # E: [arg-type]
call(print, 1, 2)
call(int, "3")
call(g5)  # E: [arg-type]
thread(g5, (1,))
thread(g5, (1, ""))
thread(g6, (1, ""))
thread(g6, ("", ""))  # E: [arg-type]
thread(target=g7, args=(1, ""))
loop = asyncio.new_event_loop()
loop.call_soon(g5, 1, "")
loop.call_soon(print, "x", "y")
loop.call_soon(g5, "")  # E: [arg-type]
loop.call_later(1, g6, 1, "")
async def m() -> None:
    r = await asyncio.to_thread(g5, 1, "")
    await loop.run_in_executor(None, g5, 1, "")
class A:
    def m(self, x: int, y: str = "") -> None: ...
    async def go(self) -> None:
        loop.call_soon(self.m, 1)
        loop.call_soon(self.m, 1, "x")
        loop.call_soon(self.m)  # E: [arg-type]
def ident(x: T) -> T: return x
def two(x: T, y: T) -> T: return x
assert_type(call(ident, 1), int)
assert_type(call(two, 1, 2), int)
