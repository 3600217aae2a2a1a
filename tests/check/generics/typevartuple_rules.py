# TypeVarTuple: unpacking, arguments, aliases (specification, "TypeVarTuple").
from typing import Any, Callable, Generic, NewType, TypeVar, TypeVarTuple, Unpack, Literal as L
Ts = TypeVarTuple("Ts")
Ts2 = TypeVarTuple("Ts2")
T = TypeVar("T")
T1 = TypeVar("T1")
T2 = TypeVar("T2")
Height = NewType("Height", int)
Width = NewType("Width", int)

class Array(Generic[Unpack[Ts]]):
    def __init__(self, shape: tuple[*Ts]) -> None: ...
    def get(self) -> tuple[*Ts]: ...  # type: ignore
class Two(Generic[*Ts1, *Ts2]): ...  # E: [misc]
class Two2(Generic[*Ts, *Ts2]): ...  # E: [misc]

def bad1(shape: tuple[Ts]) -> None: ...  # E: [valid-type]
def bad2(*args: Ts) -> None: ...  # E: [valid-type]
def bad3(x: Ts) -> Ts: ...  # E: [valid-type]
def bad4(x: tuple[*Ts, *Ts2]) -> None: ...  # E: [valid-type]
def bad5(x: Array[Ts]) -> None: ...  # E: [valid-type]
def bad6(x: list[*Ts]) -> None: ...  # E:

v1: Array[Height, Width] = Array((Height(1), Width(2)))
v2: Array[Height] = Array((Height(1), Width(2)))  # E:
reveal_type(Array((1, "")))  # N: Revealed type is "typevartuple_rules.Array[builtins.int, builtins.str]"
reveal_type(Array((1, "")).get())  # N: Revealed type is "tuple[builtins.int, builtins.str]"

def args_to_tuple(t: T, *args: *Ts) -> tuple[T, *Ts]:
    return (t, *args)
reveal_type(args_to_tuple(1, "a", b""))  # N: Revealed type is "tuple[builtins.int, builtins.str, builtins.bytes]"
reveal_type(args_to_tuple(1))  # N: Revealed type is "tuple[builtins.int]"
def exec_le(path: str, *args: *tuple[*Ts, dict[str, int]]) -> tuple[*Ts]: ...  # type: ignore
reveal_type(exec_le("", 0, "", {"a": 1}))  # N: Revealed type is "tuple[builtins.int, builtins.str]"
exec_le("", 0, "")  # E:
exec_le("", 0, "", {"a": ""})  # E:
def func3(*args: *tuple[int, *tuple[str, ...], str]) -> None: ...
func3(1, "", "")
func3(1, "")
func3(1)  # E:
func3(1, 1, "")  # E:
def func4(*args: *tuple[int, str]) -> None: ...
func4(1, "")
func4(1, "", "")  # E:
func4("")  # E:
def process(target: Callable[[*Ts], None], args: tuple[*Ts]) -> None: ...
def target1(a: int, b: str) -> None: ...
process(target1, (0, ""))
process(target1, ("", 0))  # E: [arg-type]
def func2(arg1: tuple[*Ts], arg2: tuple[*Ts]) -> tuple[*Ts]: ...  # type: ignore
func2((1,), (2,))
func2((0,), (1, 2))  # E: [arg-type]

IntTuple = tuple[int, *Ts]
NamedArray = tuple[str, Array[*Ts]]
def alias(a: IntTuple[str, bool], b: NamedArray[Height], c: IntTuple[()], d: IntTuple, e: IntTuple[*tuple[float, ...]]) -> None:
    reveal_type(a)  # N: Revealed type is "tuple[builtins.int, builtins.str, builtins.bool]"
    reveal_type(b)  # N: Revealed type is "tuple[builtins.str, typevartuple_rules.Array[typevartuple_rules.Height]]"
    reveal_type(c)  # N: Revealed type is "tuple[builtins.int]"
    reveal_type(d)  # N: Revealed type is "tuple[builtins.int, *tuple[Any, ...]]"
    reveal_type(e)  # N: Revealed type is "tuple[builtins.int, *tuple[builtins.float, ...]]"
TA8 = tuple[T1, *Ts, T2, T1]
def alias2(a: TA8[int, str], b: TA8[int, str, bytes], c: TA8[int]) -> None:  # E: [type-arg]
    reveal_type(a)  # N: Revealed type is "tuple[builtins.int, builtins.str, builtins.int]"
    reveal_type(b)  # N: Revealed type is "tuple[builtins.int, builtins.str, builtins.bytes, builtins.int]"
VarTuple = tuple[T, *Ts]
class Sub(Array[int, *Ts]): ...
def sub(x: Sub[str]) -> None:
    y: Array[int, str] = x
    z: Array[int] = x  # E: [assignment]
def pack(x: Array[*tuple[Any, ...]], y: Array[int, str]) -> None:
    a: Array[*tuple[Any, ...]] = y
    b: Array = y
