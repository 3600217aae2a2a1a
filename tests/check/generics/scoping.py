# Scoping rules of type variables.
from typing import Callable, Generic, Iterable, Sequence, TypeVar
T = TypeVar("T")
S = TypeVar("S")

def fun_1(x: T) -> T:
    y: T = x
    z: list[T] = [x]
    w: list[S] = []  # E: [valid-type]
    return y

def fun_2(x: T, y: T) -> T:
    return x

reveal_type(fun_1(1))  # N: Revealed type is "builtins.int"
reveal_type(fun_2("a", "b"))  # N: Revealed type is "builtins.str"

class MyClass(Generic[T]):
    def meth_1(self, x: T) -> T:
        return x
    def meth_2(self, x: S) -> S:
        return x
    attr: T
    bad: S  # E: [valid-type]
    bad2: list[S] = []  # E: [valid-type]

    def inner_def(self) -> None:
        a: list[T] = []
        def nested(q: T, r: S) -> S:
            b: list[T] = []
            return r

a = MyClass[int]()
a.meth_1(1)
a.meth_1("a")  # E: [arg-type]
reveal_type(a.meth_2("a"))  # N: Revealed type is "builtins.str"

module_level: list[T] = []  # E: [valid-type]
module_level2: "list[T]"  # E: [valid-type]

class Outer(Generic[T]):
    class Bad(Iterable[T]):  # E:
        def __iter__(self) -> "Iterable[T]": ...  # type: ignore
    class AlsoBad:
        x: list[T]  # E: [valid-type]
    class Inner(Iterable[S]):
        def __iter__(self): ...
    attr: Inner[T]

def a_fun(x: T) -> None:
    a_list: list[T] = []
    class MyGeneric(Generic[T]):  # E: [misc]
        ...
    class Local:
        items: list[T] = []

def outer(x: T) -> Callable[[T], list[T]]:
    def inner(y: T) -> list[T]:
        return [x, y]
    return inner

reveal_type(outer(1)("a"))  # E: [arg-type] # N:

def make() -> Callable[[T], T]:
    def inner(x: T) -> T:
        return x
    return inner

reveal_type(make()(3))  # N: Revealed type is "builtins.int"
reveal_type(make()("a"))  # N: Revealed type is "builtins.str"
alias = list[T]
x: alias[int] = [1]
reveal_type(x)  # N: Revealed type is "builtins.list[builtins.int]"
