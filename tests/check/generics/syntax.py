# Type parameter syntax (PEP 695).
from typing import Callable, Generic, Protocol, Sequence, TypeVar
K = TypeVar("K")

class ClassA[T: str]:
    def method1(self) -> T: ...  # type: ignore
class ClassB[T: (str, bytes)]: ...
class ClassC[T: [str, int]]: ...  # E: [valid-type]
class ClassD[T: ()]: ...  # E: [misc]
class ClassE[T: (str,)]: ...  # E: [misc]
t1 = (bytes, str)
class ClassF[T: t1]: ...  # E: [valid-type]
class ClassG[T: (3, bytes)]: ...  # E: [valid-type]
class ClassH[T: (list[S], str), S]: ...  # E:
class ClassI[T: Sequence[S], S]: ...  # E:
class ClassJ[T](Generic[T]): ...  # E: [misc]
class ClassK[T](Protocol[T]): ...  # E: [misc]
class ClassL[T](dict[K, T]): ...  # E: [valid-type]
class ClassM[T](Protocol):
    def get(self) -> T: ...
class ClassN[*Ts, T]: ...
class ClassO[**P, T]:
    call: Callable[P, T]
class ClassP[T: "ForwardReference"]: ...
class ForwardReference: ...

def func[T](a: T, b: list[T]) -> T:
    c: T = a
    return c
reveal_type(func(1, [2]))  # N: Revealed type is "builtins.int"

def bounded[T: int](a: T) -> T:
    return a
reveal_type(bounded(True))  # N: Revealed type is "builtins.bool"
bounded("")  # E: [type-var]

class Outer[T]:
    def method[S](self, x: T, y: S) -> dict[T, S]:
        return {x: y}
    class Inner[S]:
        def both(self, t: T, s: S) -> None: ...
    def uses(self, k: K) -> K:
        return k

reveal_type(Outer[int]().method(1, ""))  # N: Revealed type is "builtins.dict[builtins.int, builtins.str]"

print(T)  # E: [name-defined]

def mixed[T](x: T, y: K) -> T | K:  # E:
    return x

@lambda f: f
def decorated[T](x: T) -> T:
    return x

class Node[T]:
    next: "Node[T] | None" = None
    def __init__(self, value: T) -> None:
        self.value = value

n = Node(3)
reveal_type(n.value)  # N: Revealed type is "builtins.int"
if n.next:
    reveal_type(n.next.value)  # N: Revealed type is "builtins.int"
