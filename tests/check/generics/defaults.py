# Defaults of type parameters (PEP 696).
from typing import Any, Callable, Generic, assert_type
from typing_extensions import ParamSpec, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T")
T1 = TypeVar("T1")
T2 = TypeVar("T2")
DefaultStrT = TypeVar("DefaultStrT", default=str)
DefaultIntT = TypeVar("DefaultIntT", default=int)
DefaultBoolT = TypeVar("DefaultBoolT", default=bool)
Ok1 = TypeVar("Ok1", bound=float, default=int)
Bad1 = TypeVar("Bad1", bound=str, default=int)  # E: [misc]
Ok2 = TypeVar("Ok2", float, str, default=str)
Bad2 = TypeVar("Bad2", float, str, default=int)  # E: [misc]
P = ParamSpec("P", default=[str, int])
DefaultTs = TypeVarTuple("DefaultTs", default=Unpack[tuple[str, int]])

class NonDefaultFollowsDefault(Generic[DefaultIntT, T]): ...  # E: [misc]

class NoNonDefaults(Generic[DefaultStrT, DefaultIntT]): ...
def a1(a: NoNonDefaults, b: NoNonDefaults[bytes], c: NoNonDefaults[bytes, bool]) -> None:
    reveal_type(a)  # N: Revealed type is "defaults.NoNonDefaults[builtins.str, builtins.int]"
    reveal_type(b)  # N: Revealed type is "defaults.NoNonDefaults[builtins.bytes, builtins.int]"
    reveal_type(c)  # N: Revealed type is "defaults.NoNonDefaults[builtins.bytes, builtins.bool]"

class OneDefault(Generic[T, DefaultBoolT]): ...
def a2(a: OneDefault[float], b: OneDefault) -> None:
    reveal_type(a)  # N: Revealed type is "defaults.OneDefault[builtins.float, builtins.bool]"
    reveal_type(b)  # N: Revealed type is "defaults.OneDefault[Any, builtins.bool]"

class AllDefaults(Generic[T1, T2, DefaultStrT, DefaultIntT, DefaultBoolT]): ...
def a3(a: AllDefaults[int], b: AllDefaults[int, complex, bytes]) -> None:  # E: [type-arg]
    reveal_type(b)  # N: Revealed type is "defaults.AllDefaults[builtins.int, builtins.complex, builtins.bytes, builtins.int, builtins.bool]"

class WithSpec(Generic[P]):
    def call(self, *args: P.args, **kwargs: P.kwargs) -> None: ...
def a4(a: WithSpec, b: WithSpec[[bool]]) -> None:
    a.call("", 1)
    a.call(1)  # E:
    b.call(True)

class WithPack(Generic[*DefaultTs]):
    items: tuple[*DefaultTs]
def a5(a: WithPack, b: WithPack[int]) -> None:
    reveal_type(a.items)  # N: Revealed type is "tuple[builtins.str, builtins.int]"
    reveal_type(b.items)  # N: Revealed type is "tuple[builtins.int]"

StartT = TypeVar("StartT", default=int)
StopT = TypeVar("StopT", default=StartT)
StepT = TypeVar("StepT", default=int | None)
class slice2(Generic[StartT, StopT, StepT]): ...
def a6(a: slice2, b: slice2[str], c: slice2[str, bool, complex]) -> None:
    reveal_type(a)  # N: Revealed type is "defaults.slice2[builtins.int, builtins.int, builtins.int | None]"
    reveal_type(b)  # N: Revealed type is "defaults.slice2[builtins.str, builtins.str, builtins.int | None]"
    reveal_type(c)  # N: Revealed type is "defaults.slice2[builtins.str, builtins.bool, builtins.complex]"
reveal_type(slice2())  # N: Revealed type is "defaults.slice2[builtins.int, builtins.int, builtins.int | None]"

class WrongOrder(Generic[StopT, StartT]): ...  # E: [misc]

class Box(Generic[DefaultIntT]):
    def __init__(self, x: DefaultIntT | None = None) -> None: ...
reveal_type(Box())  # N: Revealed type is "defaults.Box[builtins.int]"
reveal_type(Box(""))  # N: Revealed type is "defaults.Box[builtins.str]"

class PackThenDefault(Generic[*DefaultTs, DefaultIntT]): ...  # E: [misc]

def func(x: int | DefaultStrT) -> list[DefaultStrT]:
    return []
reveal_type(func(3))  # N: Revealed type is "builtins.list[builtins.str]"

class Syntax[T = int, *Ts = *tuple[str, ...], **Q = [bytes]]:
    f: Callable[Q, T]
def a7(a: Syntax) -> None:
    reveal_type(a.f)  # N: Revealed type is "def (builtins.bytes) -> builtins.int"

class Syntax2[T: str = int]: ...  # E: [misc]
class Syntax3[S = list[T], T = int]: ...  # E:
type Alias[T = int] = list[T]
def a8(a: Alias, b: Alias[str]) -> None:
    reveal_type(a)  # N: Revealed type is "builtins.list[builtins.int]"
    reveal_type(b)  # N: Revealed type is "builtins.list[builtins.str]"

class Base(Generic[DefaultStrT]):
    value: DefaultStrT
class Derived(Base): ...
reveal_type(Derived().value)  # N: Revealed type is "builtins.str"
