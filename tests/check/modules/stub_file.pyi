# A stub: forward references, `...` values, overloads without implementation.
from typing import *
from typing_extensions import deprecated
from enum import Enum
import abc
T = TypeVar("T")
@overload
def single(x: int) -> int: ...  # E: [misc]
@overload
def a(x: int) -> int: ...
@overload
def a(x: str) -> str: ...
class C(Later):
    x: int = ...
    y: ClassVar[int]
    z: Final = 3
    w: Final[int]
    def m(self, x: Later = ...) -> Later: ...
    @overload
    def f(self, x: int) -> int: ...
    @overload
    @final
    def f(self, x: str) -> str: ...  # E
    @overload
    @final
    def g(self, x: int) -> int: ...
    @overload
    def g(self, x: str) -> str: ...
    @overload
    def h(self, x: int) -> int: ...
    @final
    @overload
    def h(self, x: str) -> str: ...  # E
class Later: ...
class Sub(C):
    def g(self, x: Any) -> Any: ...  # E
class E1(Enum):
    A: int
    B = ...
    C = 1
    _value_: int
    D = "x"  # E
class E2(Enum):
    _value_: int
    A = ...
    B = cast(int, ...)
class E3(Enum):
    A = cast(int, ...)
    B = cast(str, ...)
assert_type(E2.A.value, int)
assert_type(E3.B.value, str)
def d(x: int = 3, y: str = ...) -> None: ...
def bad(x: int = "") -> None: ...  # E
v: int = ""  # E
u: int = ...
class P(Protocol):
    def m(self) -> int: ...
def gen(x: T) -> T: ...
A: TypeAlias = Later2 | int
class Later2: ...
B = list[Later3]
class Later3: ...
def und(x: Undef) -> None: ...  # E
@deprecated("x")
def dep() -> None: ...
@property
def prop() -> int: ...
if sys.version_info >= (3, 8): ...  # E
class Abs(abc.ABC):
    @abc.abstractmethod
    def m(self) -> int: ...
class NT(NamedTuple):
    x: int
    y: str = ...
NT(1)
class TD(TypedDict, total=False):
    x: int
x1 = 3
x2: Literal[3]
