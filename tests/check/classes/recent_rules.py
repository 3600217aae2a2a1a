"""Rules that the specification has had since 2025: qualifiers in named tuples and TypedDicts, @override of constructors, enums and the union of their members."""
from typing import *
from typing_extensions import override
import enum
class NT(NamedTuple):
    a: Final      # E
    b: Final[int] # E
    c: ClassVar       # E
    d: ClassVar[int]  # E
    e: ClassVar[int] = 1  # E
    f: Final[int] = 1  # E
class TD(TypedDict):
    a: Final      # E
    b: Final[int] # E
    c: ClassVar       # E
    d: ClassVar[int]  # E
class P:
    def __init__(self, x: int) -> None: ...
    def __new__(cls, x: int) -> "P": ...
class C1(P):
    @override
    def __init__(self, x: int) -> None: ...
    @override
    def __new__(cls, x: int) -> "C1": ...
class C2(P):
    @override
    def __init__(self, x: str) -> None: ...  # E
    @override
    def __new__(cls, x: str) -> "C2": ...  # E
class C3(P):
    def __init__(self, x: str) -> None: ...
    def __new__(cls, x: str) -> "C3": ...
class C4(P):
    @override
    def __init__(self, y: int, z: int = 1) -> None: ...
class C5(P):
    @override
    def __init__(self, x: int, z: int) -> None: ...  # E
class C6:
    @override
    def __init__(self) -> None: ...
class C7:
    @override
    def __init__(self, x: int) -> None: ...  # E
class Answer(enum.Enum):
    Yes = 1
    No = 2
def f(a: Answer, l: list[Answer], y: Literal[Answer.Yes], b: Literal[Answer.Yes, Answer.No], lb: list[Literal[Answer.Yes, Answer.No]], o: Answer | int, d: dict[str, Answer]) -> None:
    x: Literal[Answer.Yes, Answer.No] = a
    assert_type(a, Literal[Answer.Yes, Answer.No])
    z: list[Literal[Answer.Yes, Answer.No]] = l
    w: list[Answer] = lb
    assert_type(l, list[Literal[Answer.Yes, Answer.No]])
    assert_type(b, Answer)
    v: list[Answer] = [y]
    u: Literal[Answer.Yes, Answer.No, 1] = a
    t: Literal[Answer.Yes] | int | Literal[Answer.No] = o
    assert_type(o, Literal[Answer.Yes, Answer.No] | int)
    assert_type(d, dict[str, Literal[Answer.Yes, Answer.No]])
    s: Literal[Answer.Yes] = a  # E
    lit: type[Literal[Answer.Yes]]  # E
class Fl(enum.Flag):
    A = 1
    B = 2
def g(a: Fl, b: Literal[Fl.A, Fl.B]) -> None:
    x: Literal[Fl.A, Fl.B] = a  # E
    y: Fl = b
    assert_type(a, Literal[Fl.A, Fl.B])  # E
class Cv:
    y: ClassVar = 2
    z: ClassVar
    w: ClassVar[Final]    # E
assert_type(Cv.z, Any)
Cv.y = 3
Cv().y = 3  # E
class ProtoB(Protocol):
    x: int = 3
    y: int
    z: ClassVar[int]
class ProtoBImpl(ProtoB):
    y = 0
    z = 0
b: ProtoB = ProtoBImpl()
