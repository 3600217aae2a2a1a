# Assignability of callables.
from typing import Callable, ParamSpec, Protocol, TypeAlias, overload
P = ParamSpec("P")
def func1(cb: Callable[[float], int], cb2: Callable[[int], int]) -> None:
    f1: Callable[[int], float] = cb
    f2: Callable[[int], float] = cb2
    f3: Callable[[float], int] = cb2  # E
    f4: Callable[[float], float] = cb2  # E
class PosOnly2(Protocol):
    def __call__(self, b: int, a: int, /) -> None: ...
class KwOnly2(Protocol):
    def __call__(self, *, b: int, a: int) -> None: ...
class Standard2(Protocol):
    def __call__(self, a: int, b: int) -> None: ...
def func2(standard: Standard2, pos_only: PosOnly2, kw_only: KwOnly2):
    f1: Standard2 = pos_only  # E
    f2: Standard2 = kw_only  # E
    f3: PosOnly2 = standard
    f4: PosOnly2 = kw_only  # E
    f5: KwOnly2 = standard
    f6: KwOnly2 = pos_only  # E
class NoArgs3(Protocol):
    def __call__(self) -> None: ...
class IntArgs3(Protocol):
    def __call__(self, *args: int) -> None: ...
class FloatArgs3(Protocol):
    def __call__(self, *args: float) -> None: ...
def func3(no_args: NoArgs3, int_args: IntArgs3, float_args: FloatArgs3):
    f1: NoArgs3 = int_args
    f2: NoArgs3 = float_args
    f3: IntArgs3 = no_args  # E
    f4: IntArgs3 = float_args
    f5: FloatArgs3 = no_args  # E
    f6: FloatArgs3 = int_args  # E
class PosArgs4(Protocol):
    def __call__(self, a: int, b: str, /) -> None: ...
class IntArgs4(Protocol):
    def __call__(self, *args: int) -> None: ...
class IntStrArgs4(Protocol):
    def __call__(self, *args: int | str) -> None: ...
class StrArgs4(Protocol):
    def __call__(self, a: int, /, *args: str) -> None: ...
class Standard4(Protocol):
    def __call__(self, a: int, b: str) -> None: ...
def func4(int_args: IntArgs4, int_str_args: IntStrArgs4, str_args: StrArgs4):
    f1: PosArgs4 = int_args  # E
    f2: PosArgs4 = int_str_args
    f3: PosArgs4 = str_args
    f4: IntStrArgs4 = str_args  # E
    f5: IntStrArgs4 = int_args  # E
    f6: StrArgs4 = int_str_args
    f7: StrArgs4 = int_args  # E
    f8: IntArgs4 = int_str_args
    f9: IntArgs4 = str_args  # E
    f10: Standard4 = int_str_args  # E
    f11: Standard4 = str_args  # E
class NoKwargs5(Protocol):
    def __call__(self) -> None: ...
class IntKwargs5(Protocol):
    def __call__(self, **kwargs: int) -> None: ...
class FloatKwargs5(Protocol):
    def __call__(self, **kwargs: float) -> None: ...
def func5(no_kwargs: NoKwargs5, int_kwargs: IntKwargs5, float_kwargs: FloatKwargs5):
    f1: NoKwargs5 = int_kwargs
    f2: NoKwargs5 = float_kwargs
    f3: IntKwargs5 = no_kwargs  # E
    f4: IntKwargs5 = float_kwargs
    f5: FloatKwargs5 = no_kwargs  # E
    f6: FloatKwargs5 = int_kwargs  # E
class KwOnly6(Protocol):
    def __call__(self, *, a: int, b: str) -> None: ...
class IntKwargs6(Protocol):
    def __call__(self, **kwargs: int) -> None: ...
class IntStrKwargs6(Protocol):
    def __call__(self, **kwargs: int | str) -> None: ...
class StrKwargs6(Protocol):
    def __call__(self, *, a: int, **kwargs: str) -> None: ...
class Standard6(Protocol):
    def __call__(self, a: int, b: str) -> None: ...
def func6(int_kwargs: IntKwargs6, int_str_kwargs: IntStrKwargs6, str_kwargs: StrKwargs6):
    f1: KwOnly6 = int_kwargs  # E
    f2: KwOnly6 = int_str_kwargs
    f3: KwOnly6 = str_kwargs
    f4: IntStrKwargs6 = str_kwargs  # E
    f5: IntStrKwargs6 = int_kwargs  # E
    f6: StrKwargs6 = int_str_kwargs
    f7: StrKwargs6 = int_kwargs  # E
    f8: IntKwargs6 = int_str_kwargs
    f9: IntKwargs6 = str_kwargs  # E
    f10: Standard6 = int_str_kwargs  # E
    f11: Standard6 = str_kwargs  # E
class DefaultArg8(Protocol):
    def __call__(self, x: int = 0) -> None: ...
class NoDefaultArg8(Protocol):
    def __call__(self, x: int) -> None: ...
class NoX8(Protocol):
    def __call__(self) -> None: ...
def func8(default_arg: DefaultArg8, no_default_arg: NoDefaultArg8, no_x: NoX8):
    f1: DefaultArg8 = no_default_arg  # E
    f2: DefaultArg8 = no_x  # E
    f3: NoDefaultArg8 = default_arg
    f4: NoDefaultArg8 = no_x  # E
    f5: NoX8 = default_arg
    f6: NoX8 = no_default_arg  # E
class Overloaded9(Protocol):
    @overload
    def __call__(self, x: int) -> int: ...
    @overload
    def __call__(self, x: str) -> str: ...
class IntArg9(Protocol):
    def __call__(self, x: int) -> int: ...
class StrArg9(Protocol):
    def __call__(self, x: str) -> str: ...
class FloatArg9(Protocol):
    def __call__(self, x: float) -> float: ...
def func9(overloaded: Overloaded9):
    f1: IntArg9 = overloaded
    f2: StrArg9 = overloaded
    f3: FloatArg9 = overloaded  # E
class Overloaded10(Protocol):
    @overload
    def __call__(self, x: int, y: str) -> float: ...
    @overload
    def __call__(self, x: str) -> complex: ...
class StrArg10(Protocol):
    def __call__(self, x: str) -> complex: ...
class IntStrArg10(Protocol):
    def __call__(self, x: int | str, y: str = "") -> int: ...
def func10(int_str_arg: IntStrArg10, str_arg: StrArg10):
    f1: Overloaded10 = int_str_arg
    f2: Overloaded10 = str_arg  # E
class A(Protocol[P]):
    def f(self, *args: P.args, **kwargs: P.kwargs) -> None: ...
TypeAlias7: TypeAlias = Callable[..., int]
def func7(cb: Callable[[int, str], int]):
    f1: TypeAlias7 = cb
