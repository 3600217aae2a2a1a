# TypeGuard and TypeIs.
from typing import Any, Callable, TypeGuard, TypeIs, TypeVar, assert_type, Awaitable, Protocol, final
T = TypeVar("T")
def is_two_element_tuple(val: tuple[T, ...]) -> TypeGuard[tuple[T, T]]:
    return len(val) == 2
def func1(names: tuple[str, ...]):
    if is_two_element_tuple(names):
        assert_type(names, tuple[str, str])
    else:
        assert_type(names, tuple[str, ...])
def is_str(val: object) -> TypeGuard[str]:
    return isinstance(val, str)
def func2(val: object, val2: int | str) -> None:
    if is_str(val):
        assert_type(val, str)
    else:
        assert_type(val, object)
    if is_str(val2):
        assert_type(val2, str)
    else:
        assert_type(val2, int | str)
class A:
    def tg_1(self, val: object) -> TypeGuard[int]:
        return isinstance(val, int)
    @classmethod
    def tg_2(cls, val: object) -> TypeGuard[int]:
        return isinstance(val, int)
    @staticmethod
    def tg_3(val: object) -> TypeGuard[int]:
        return isinstance(val, int)
    def no_arg(self) -> TypeGuard[str]:  # E
        return True
    @classmethod
    def cls_no_arg(cls) -> TypeGuard[str]:  # E
        return True
    def is_int(self, val: object) -> TypeIs[int]:
        return True
def func3() -> None:
    val1: object = object()
    if A().tg_1(val1):
        assert_type(val1, int)
    if A.tg_2(val1):
        assert_type(val1, int)
    if A.tg_3(val1):
        assert_type(val1, int)
def takes_callable_bool(f: Callable[[object], bool]) -> None: ...
def takes_callable_str(f: Callable[[object], str]) -> None: ...
def takes_callable_tg(f: Callable[[object], TypeGuard[int]]) -> None: ...
def simple_tg(val: object) -> TypeGuard[int]:
    return isinstance(val, int)
def bool_tg(val: object) -> TypeGuard[bool]:
    return isinstance(val, bool)
takes_callable_bool(simple_tg)
takes_callable_str(simple_tg)  # E
takes_callable_tg(simple_tg)
takes_callable_tg(bool_tg)
def ti(val: int | str) -> TypeIs[int]:
    return isinstance(val, int)
def func4(v: int | str, w: int | str) -> None:
    if ti(v):
        assert_type(v, int)
    else:
        assert_type(v, str)
    if not ti(w):
        assert_type(w, str)
def bad(val: list[int]) -> TypeIs[list[object]]:  # E
    return True
def bad2(val: str) -> TypeIs[int]:  # E
    return True
def takes_ti(f: Callable[[object], TypeIs[int]]) -> None: ...
def ti_bool(val: object) -> TypeIs[bool]:
    return True
def ti_int(val: object) -> TypeIs[int]:
    return True
takes_ti(ti_bool)  # E
takes_ti(ti_int)
takes_ti(simple_tg)  # E
takes_callable_tg(ti_int)  # E
def is_tuple_of_ints(v: tuple[Any, ...]) -> TypeIs[tuple[int, ...]]:
    return True
class P1: ...
class P2(P1): ...
def is_p2(x: P1) -> TypeIs[P2]: return isinstance(x, P2)
def func5(x: P1):
    if is_p2(x):
        assert_type(x, P2)
    else:
        assert_type(x, P1)
