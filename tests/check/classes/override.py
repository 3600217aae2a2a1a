# Overriding members of base classes.
from abc import abstractmethod
from typing import Any, Callable, ClassVar, Final, Generic, Self, TypeVar, final, overload
from typing_extensions import override


class Parent:
    attr: int = 0
    cvar: ClassVar[str] = ""

    def plain(self) -> int:
        return 1

    def takes(self, x: str) -> str:
        return x

    def many(self, x: int, y: str = "") -> None: ...

    @property
    def prop(self) -> int:
        return 1

    @property
    def rw(self) -> int:
        return 1

    @rw.setter
    def rw(self, value: int) -> None: ...

    @classmethod
    def made(cls) -> Self:
        return cls()

    @staticmethod
    def static(x: int) -> int:
        return x


class Good(Parent):
    attr = 3
    cvar = "x"

    @override
    def plain(self) -> bool:
        return True

    def takes(self, x: object, more: int = 0) -> str:
        return ""

    def many(self, x: int, y: str = "", *rest: int, **kw: int) -> None: ...

    @property
    @override
    def prop(self) -> bool:
        return True

    @property
    def rw(self) -> int:
        return 1

    @rw.setter
    def rw(self, value: object) -> None: ...

    @classmethod
    @override
    def made(cls) -> Self:
        return cls()

    @staticmethod
    @override
    def static(x: object) -> bool:
        return True


class Bad(Parent):
    attr: str = ""  # E: [assignment]

    def plain(self) -> str:  # E: [override]
        return ""

    def takes(self, x: int) -> str:  # E: [override]
        return ""

    def many(self, x: int) -> None: ...  # E: [override]

    @property
    def prop(self) -> str:  # E: [override]
        return ""

    @property
    def rw(self) -> int:  # E: [override]
        return 1

    @staticmethod
    def static(x: str) -> int:  # E: [override]
        return 1


class BadMarks(Parent):
    @override
    def missing(self) -> int:  # E: [misc]
        return 1

    @override
    @property
    def missing_prop(self) -> int:  # E: [misc]
        return 1

    @staticmethod
    @override
    def missing_static() -> int:  # E: [misc]
        return 1


class AnyBase(Any):
    @override
    def whatever(self) -> int:
        return 1


class Kinds(Parent):
    def attr(self) -> int:  # E: [override]
        return 1

    plain = 3  # E: [assignment]
    takes: Callable[[str], str]


class ClassVars(Parent):
    cvar: str = ""  # E: [misc]
    attr: ClassVar[int] = 1  # E: [misc]


class WithFinal:
    x: Final = 1
    y: Final[int] = 2

    @final
    def method(self) -> None: ...

    @final
    @property
    def prop(self) -> int:
        return 1

    @final
    @classmethod
    def cm(cls) -> None: ...


class OverFinal(WithFinal):
    x = 2  # E: [misc]
    y: Final[int] = 3  # E: [misc]

    def method(self) -> None: ...  # E: [misc]

    @property
    def prop(self) -> int:  # E: [misc]
        return 1

    @classmethod
    def cm(cls) -> None: ...  # E: [misc]


@final
class Last: ...


class AfterLast(Last): ...  # E: [misc]


class AfterBool(bool): ...  # E: [misc]


T = TypeVar("T")


class Container(Generic[T]):
    item: T

    def get(self) -> T:
        return self.item

    def put(self, item: T) -> None: ...


class Ints(Container[int]):
    def get(self) -> int:
        return 1

    def put(self, item: int) -> None: ...


class BadInts(Container[int]):
    def get(self) -> str:  # E: [override]
        return ""

    def put(self, item: str) -> None: ...  # E: [override]


class Sub(Container[T]):
    def get(self) -> T:
        return self.item


class Overloaded:
    @overload
    def f(self, x: int) -> int: ...
    @overload
    def f(self, x: str) -> str: ...
    def f(self, x: int | str) -> int | str:
        return x


class OverOverloaded(Overloaded):
    @overload
    def f(self, x: int) -> int: ...
    @overload
    def f(self, x: str) -> str: ...
    def f(self, x: int | str) -> int | str:
        return x


class BadOverOverloaded(Overloaded):
    def f(self, x: int) -> int:  # E: [override]
        return x


class Unannotated:
    def f(self):
        return 1

    x = 3


class UnannotatedChild(Unannotated):
    def f(self, more, args):
        return ""

    x = "text"


class A:
    def f(self) -> int:
        return 1


class B:
    def f(self) -> str:
        return ""


class Both(A, B):  # E: [misc]
    pass


class Equal:
    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1


class BadEqual:
    def __eq__(self, other: int) -> bool:  # E: [override]
        return True


class Names(Parent):
    def takes(self, text: str) -> str:
        return text


class Private:
    def __hidden(self) -> int:
        return 1


class PrivateChild(Private):
    def __hidden(self) -> str:
        return ""


class Init:
    def __init__(self, x: int) -> None: ...


class InitChild(Init):
    def __init__(self) -> None: ...


class Async:
    async def f(self) -> int:
        return 1


class NotAsync(Async):
    def f(self) -> int:  # E: [override]
        return 1


class Widened(Parent):
    attr: int | str = 0  # E: [assignment]

class HashesToText:
    def __hash__(self) -> str: ...  # E: [override]
class HashableList(list[int]):
    def __hash__(self) -> int: ...
class Unhashable:
    __hash__ = None
