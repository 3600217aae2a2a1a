# Where ClassVar, Final, Required, NotRequired, ReadOnly, InitVar, Unpack, Concatenate, TypeGuard may stand.
from dataclasses import InitVar, dataclass
from typing import Annotated, Callable, ClassVar, Concatenate, Final, Generic, ParamSpec, TypedDict, TypeGuard, TypeVar, TypeVarTuple
from typing_extensions import NotRequired, ReadOnly, Required, TypeIs, Unpack

T = TypeVar("T")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")

class C(Generic[T]):
    a: ClassVar = 3
    b: ClassVar[int] = 3
    c: ClassVar[list[str]] = []
    d: Final = 3
    e: Final[int] = 3
    f: ClassVar[T]  # E
    g: ClassVar[list[T]]  # E
    h: ClassVar[int, str]  # E
    i: ClassVar[3]  # E: [valid-type]
    j: list[ClassVar[int]] = []  # E: [valid-type]
    k: ClassVar[ClassVar[int]]  # E
    l: Final[ClassVar[int]] = 3  # E: [valid-type]
    n: list[Final[int]] = []  # E: [valid-type]
    o: Final[int, str] = 3  # E
    p: Final[int] | int = 3  # E: [valid-type]
    q: Required[int]  # E: [valid-type]
    r: "ClassVar[int]" = 3
    s: "Final" = 3

    def method(self, x: ClassVar[int]) -> ClassVar[int]:  # E: [valid-type]
        y: ClassVar[str] = ""  # E
        return 3

x1: ClassVar[int] = 3  # E
x2: Final[int] = 3
x3: Required[int] = 3  # E: [valid-type]
x4: NotRequired[int] = 3  # E: [valid-type]
x5: ReadOnly[int] = 3  # E: [valid-type]
x6: Unpack[Ts]  # E: [valid-type]
x7: Concatenate[int, P]  # E: [valid-type]
x8: P  # E: [valid-type]
x9: list[P]  # E: [valid-type]
x10: Ts  # E: [valid-type]
x11: list[TypeGuard[int]]
x12: TypeGuard[int]

def f1(x: Final[int]) -> None: ...  # E: [valid-type]
def f2(x: Required[int]) -> None: ...  # E: [valid-type]
def f3() -> Final[int]:  # E: [valid-type]
    return 3
def f4(x: object) -> TypeGuard[int]:
    return True
def f5(x: object) -> TypeIs[int]:
    return True
def f6(x: object) -> TypeGuard:  # E: [valid-type]
    return True
def f7(x: object) -> TypeGuard[int, str]:  # E: [valid-type]
    return True
def f8(f: Callable[Concatenate[int, P], int]) -> Callable[P, int]: ...  # type: ignore

class TD(TypedDict):
    a: Required[int]
    b: NotRequired[str]
    c: ReadOnly[int]
    d: Required[ReadOnly[int]]
    e: ReadOnly[NotRequired[int]]
    f: Annotated[Required[int], ""]
    g: Required[NotRequired[int]]  # E
    h: list[Required[int]]  # E: [valid-type]
    i: ClassVar[int]  # E
    j: Required  # E
    k: Required[int, str]  # E
