from typing import overload, override, TypedDict, NamedTuple, Protocol, Any
from typing_extensions import deprecated
import warnings


@deprecated("Use Spam instead")
class Ham:
    attr: int = 0


@deprecated("It is pining for the fiords")
def norwegian_blue(x: int) -> int: ...


@overload
@deprecated("Only str will be allowed")
def foo(x: int) -> str: ...
@overload
def foo(x: str) -> str: ...
def foo(x: int | str) -> str: ...


class Spam:
    @deprecated("There is enough spam in the world")
    def __add__(self, other: object) -> object: ...

    @property
    @deprecated("All spam will be equally greasy")
    def greasy(self) -> float: ...

    @property
    def shape(self) -> str: ...
    @shape.setter
    @deprecated("Shapes are becoming immutable")
    def shape(self, value: str) -> None: ...

    @deprecated("no")
    def method(self) -> None: ...

    @classmethod
    @deprecated("no")
    def cm(cls) -> None: ...

    @staticmethod
    @deprecated("no")
    def sm() -> None: ...

    @deprecated("no")
    def __iadd__(self, o: int) -> "Spam": ...
    @deprecated("no")
    def __getitem__(self, o: int) -> int: ...
    @deprecated("no")
    def __call__(self) -> int: ...
    @deprecated("no")
    def __enter__(self) -> int: ...
    def __exit__(self, *a: object) -> None: ...
    @deprecated("no")
    def __len__(self) -> int: ...
    @deprecated("no")
    def __contains__(self, x: object) -> bool: ...
    @deprecated("no")
    def __lt__(self, x: object) -> bool: ...
    @deprecated("no")
    def __neg__(self) -> int: ...


Ham()  # E: [deprecated]
norwegian_blue(1)  # E: [deprecated]
map(norwegian_blue, [1])  # E: [deprecated]
f = norwegian_blue  # E: [deprecated]
foo(1)  # E: [deprecated]
foo("x")
foo
spam = Spam()
spam + 1  # E: [deprecated]
spam.greasy  # E: [deprecated]
spam.shape
spam.shape = "cube"  # E: [deprecated]
spam.method()  # E: [deprecated]
Spam.method  # E: [deprecated]
Spam.cm()  # E: [deprecated]
Spam.sm()  # E: [deprecated]
spam += 1  # E: [deprecated]
spam2 = Spam()
spam2[0]  # E: [deprecated]
spam2()  # E: [deprecated]
with spam2:  # E: [deprecated]
    pass
1 in spam2  # E: [deprecated]
spam2 < 3  # E: [deprecated]
-spam2  # E: [deprecated]


def annotation(x: Ham) -> None: ...  # E: [deprecated]


class Child(Ham): ...  # E: [deprecated]


class Base:
    @deprecated("x")
    def m(self) -> None: ...
    def ok(self) -> None: ...


class Derived(Base):
    @override
    def m(self) -> None: ...  # E: [deprecated]
    @override
    def ok(self) -> None: ...


class Derived2(Base):
    def m(self) -> None: ...


@deprecated("td")
class TD(TypedDict):
    x: int


@deprecated("nt")
class NT(NamedTuple):
    x: int


TD(x=1)  # E: [deprecated]
NT(1)  # E: [deprecated]


class Init:
    @deprecated("init")
    def __init__(self) -> None: ...


Init()  # E: [deprecated]


@overload
def whole(x: int) -> int: ...
@overload
def whole(x: str) -> str: ...
@deprecated("whole")
def whole(x: Any) -> Any: ...


whole(1)  # E: [deprecated]
message = "x"


@deprecated(message)  # E: [misc]
def non_literal() -> None: ...


@deprecated  # E: [arg-type]
def no_arg() -> None: ...


@deprecated("a", category=DeprecationWarning, stacklevel=2)
def with_args() -> None: ...


with_args()  # E: [deprecated]
norwegian_blue(1)  # type: ignore
norwegian_blue(1)  # type: ignore[deprecated]


class Old:
    @deprecated("m")
    def m(self) -> int: return 1

    @classmethod
    @deprecated("c")
    def c(cls) -> int: return 1

    @deprecated("init")
    def __init__(self, a: int = 3) -> None: ...


class OfOld(Old):
    def m(self) -> int:
        super(OfOld, self).m()  # E: [deprecated]
        super().c()  # E: [deprecated]
        return super().m()  # E: [deprecated]

    def __init__(self) -> None:
        super().__init__()  # E: [deprecated]
