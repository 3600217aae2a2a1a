# Evaluating calls of classes (specification, "Constructors").
from typing import Any, Callable, Generic, NoReturn, ParamSpec, Self, TypeVar, overload
T = TypeVar("T")
P = ParamSpec("P")
R = TypeVar("R")

class Class1(Generic[T]):
    def __new__(cls, x: T) -> Self:
        return super().__new__(cls)
reveal_type(Class1[int](1))  # N: Revealed type is "calls.Class1[builtins.int]"
reveal_type(Class1[float](1))  # N: Revealed type is "calls.Class1[builtins.float]"
Class1[int](1.0)  # E: [arg-type]
reveal_type(Class1(1))  # N: Revealed type is "calls.Class1[builtins.int]"

class Class2(Generic[T]):
    def __init__(self, x: T) -> None: ...
Class2[int](1.0)  # E: [arg-type]
class Class3:
    def __new__(cls) -> int:
        return 0
    def __init__(self, x: int) -> None: ...
reveal_type(Class3())  # N: Revealed type is "builtins.int"
class Class4:
    def __new__(cls, *args: Any, **kwargs: Any) -> "Class4 | Any":
        return 0
    def __init__(self, x: int) -> None: ...
class Class5:
    def __new__(cls, *args, **kwargs) -> NoReturn:
        raise NotImplementedError
class Meta1(type):
    def __call__(cls, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError
class Class6(metaclass=Meta1):
    def __new__(cls, x: int) -> Self:
        return super().__new__(cls)
def never_made() -> None:
    reveal_type(Class6())  # N: Revealed type is "Never"
class Meta2(type):
    def __call__(cls: type[T], *args: Any, **kwargs: Any) -> T:
        return super().__call__(cls, *args, **kwargs)
class Class7(metaclass=Meta2):
    def __new__(cls, x: int) -> Self:
        return super().__new__(cls)
Class7(1)
Class7()  # E:
class Meta3(type):
    def __call__(cls, x: int, y: str) -> str:
        return ""
class Class8(metaclass=Meta3): ...
reveal_type(Class8(1, ""))  # N: Revealed type is "builtins.str"
Class8(1)  # E:
class Class9:
    ...
Class9()
Class9(1)  # E: [call-arg]

class Class10(Generic[T]):
    @overload
    def __init__(self: "Class10[list[int]]", value: int) -> None: ...
    @overload
    def __init__(self: "Class10[set[str]]", value: str) -> None: ...
    @overload
    def __init__(self, value: T) -> None: ...
    def __init__(self, value: Any) -> None: ...
reveal_type(Class10(0))  # N: Revealed type is "calls.Class10[builtins.list[builtins.int]]"
reveal_type(Class10(""))  # N: Revealed type is "calls.Class10[builtins.set[builtins.str]]"
reveal_type(Class10(b""))  # N: Revealed type is "calls.Class10[builtins.bytes]"
class Class11:
    def __init__(self, x: "Self | None") -> None: ...
    def method(self) -> "Self":
        return type(self)(self)
class Child11(Class11): ...
Child11(Class11(None))  # E: [arg-type]
Child11(Child11(None))

def accepts(cb: Callable[P, R]) -> Callable[P, R]:
    return cb
class C12:
    def __init__(self, x: int, y: str = "") -> None: ...
reveal_type(accepts(C12))  # N: Revealed type is "def (x: builtins.int, y: builtins.str = ...) -> calls.C12"
class C13: ...
reveal_type(accepts(C13))  # N: Revealed type is "def () -> calls.C13"
class C14(Generic[T]):
    def __new__(cls, x: list[T], y: list[T]) -> Self:
        return super().__new__(cls)
accepts(C14)([1], [2])
accepts(Class3)()
accepts(Class8)(1, "")
def by_type(cls: type[T]) -> T:
    return cls()
reveal_type(by_type(int))  # N: Revealed type is "builtins.int"
def by_type2(cls: type[C12]) -> C12:
    cls()  # E: [call-arg]
    return cls(1)
def by_type3(cls: type[int] | type[str]) -> int | str:
    return cls()
cb: Callable[[int], C12] = C12
cb2: Callable[[str], C12] = C12  # E: [assignment]
