# TypeVar, ParamSpec, TypeVarTuple declarations and Generic lists (specification, "Generics").
from typing import Any, Generic, Iterable, Iterator, Mapping, ParamSpec, Protocol, TypeVar, TypeVarTuple, Unpack, Union

T = TypeVar("T")
S = TypeVar("S")
K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
AnyStr = TypeVar("AnyStr", str, bytes)
B = TypeVar("B", bound=int)
B2 = TypeVar("B2", bound="Later")
Co = TypeVar("Co", covariant=True)
Contra = TypeVar("Contra", contravariant=True)
Auto = TypeVar("Auto", infer_variance=True)

one = TypeVar("T")  # E: [misc]
bad_list = [TypeVar("X")]  # E: [misc]
Single = TypeVar("Single", str)  # E: [misc]
Both = TypeVar("Both", str, int, bound=object)  # E: [misc]
Two = TypeVar("Two", covariant=True, contravariant=True)  # E: [misc]
AutoCo = TypeVar("AutoCo", covariant=True, infer_variance=True)  # E: [misc]
BoundT = TypeVar("BoundT", bound=list[T])  # E:
ConsT = TypeVar("ConsT", list[T], str)  # E:
Bad3 = TypeVar("Bad3", bound=3)  # E: [valid-type]
Wrong = ParamSpec("WrongIt")  # E: [misc]
Wrong2 = TypeVarTuple("WrongIt")  # E: [misc]
Wrong3 = TypeVar(name="Wrong3")
name = "N"
N = TypeVar(name)  # E: [misc]

class Later: ...

class A(Generic[T, S]): ...
class B1(Generic[T, T]): ...  # E: [misc]
class B3(Generic[int]): ...  # E: [misc]
class B4(Generic[T], Generic[S]): ...  # E: [misc]
class B5(Iterable[T], Generic[S]): ...  # E: [misc]
class B6(Protocol[T, T]): x: T  # E: [misc]
class B7(Protocol[T], Generic[S]): ...  # E:
class B8(Generic): ...  # E: [misc]
class B9(T): ...  # E: [valid-type]
class B10(Union[int, str]): ...  # E: [valid-type]
class B11(list[T], dict[T, S]): ...  # E: incompatible disjoint bases  [misc]
class B12(Generic[Ts]): ...  # E:
class B13(Generic[*Ts]): ...
class B14(Generic[Unpack[Ts]]): ...
class B15(Generic[P]): ...
class B16(Mapping[str, V], Generic[V, K]): ...
class B17(3): ...  # E: [valid-type]
class B18(A[int, str], A[str, int]): ...  # E: [misc]

class X: ...
class Y(X): ...
class Z(X, Y): ...  # E: [misc]
class Loop(Loop): ...  # E:
class Meta(type, Generic[T]): ...
class WithMeta(metaclass=Meta[T]): ...  # E: [misc]

def use(a: A[int, str], b: A[int], c: A[int, str, bytes], d: A) -> None:  # E: [type-arg] # E: [type-arg]
    reveal_type(a)  # N: Revealed type is "declarations.A[builtins.int, builtins.str]"
    reveal_type(d)  # N: Revealed type is "declarations.A[Any, Any]"

class Bounded(Generic[B]): ...
class Constrained(Generic[AnyStr]): ...

def bounds(a: Bounded[int], b: Bounded[bool], c: Bounded[str], d: Constrained[str], e: Constrained[int], f: Constrained[AnyStr], g: Bounded[B]) -> None:  # E: [type-var] # E: [type-var]
    pass

class Order(Iterable[T], Mapping[K, V]):  # E:
    pass

class MyIter(Iterator[T]):
    def __next__(self) -> T:
        raise StopIteration

def order(x: B16[int, str]) -> None:
    reveal_type(x["a"])  # N: Revealed type is "builtins.int"

class Sub(B16[bytes, int]): ...
def sub(x: Sub) -> None:
    reveal_type(x["a"])  # N: Revealed type is "builtins.bytes"
