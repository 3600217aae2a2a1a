# Dataclasses: descriptors as fields, Final, ClassVar, inheritance, match_args, field specifiers with converters.
from dataclasses import Field, InitVar, dataclass, field
from typing import Any, Callable, ClassVar, Final, Generic, Literal, Protocol, TypeVar, assert_type, dataclass_transform, overload

T = TypeVar("T")
S = TypeVar("S")


class Desc(Generic[T]):
    @overload
    def __get__(self, instance: None, owner: Any) -> list[T]: ...
    @overload
    def __get__(self, instance: object, owner: Any) -> T: ...
    def __get__(self, instance: object | None, owner: Any) -> list[T] | T:
        raise NotImplementedError


@dataclass
class WithDesc:
    x: Desc[int]
    y: Desc[str]
    z: Desc[str] = Desc()


assert_type(WithDesc.x, list[int])
assert_type(WithDesc.z, list[str])
wd = WithDesc(Desc(), Desc(), Desc())
assert_type(wd.x, int)
assert_type(wd.z, str)


@dataclass
class Finals:
    a: Final[int]
    b: Final[str] = "foo"
    c: ClassVar[Final[int]] = 4


assert_type(Finals.c, int)
Finals.c = 10  # E: [misc]
fin = Finals(a=1, b="bar")
assert_type(fin.a, int)
assert_type(fin.b, str)
fin.a = 10  # E: [misc]
fin.b = "baz"  # E: [misc]
Finals.a = 10  # E: [misc]
Finals.b = "baz"  # E: [misc]


@dataclass
class Base:
    x: int
    y: ClassVar[int] = 1


@dataclass
class Child(Base):
    x: ClassVar[int]  # E: [misc]
    y: int  # E: [misc]


@dataclass
class Match1:
    x: int
    y: str


@dataclass(match_args=False)
class Match2:
    x: int


@dataclass(match_args=False)
class Match3:
    __match_args__ = ()
    x: int


@dataclass
class Match4:
    x: int
    y: int = field(kw_only=True)
    z: int = field(init=False)


assert_type(Match1.__match_args__, tuple[Literal["x"], Literal["y"]])
Match2.__match_args__  # E: [attr-defined]
assert_type(Match3.__match_args__, tuple[()])
assert_type(Match4.__match_args__, tuple[Literal["x"]])


class DataclassLike(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


d1: DataclassLike = Match1(1, "")
d2: DataclassLike = 3  # E: [assignment]
d3: type[DataclassLike] = Match1
v: Callable[[int, str], Match1] = Match1
w: Callable[[int], Match1] = Match1  # E: [assignment]


def model_field(*, converter: Callable[[S], T], default: S | None = None, factory: Callable[[], S] | None = None) -> T: ...


@dataclass_transform(field_specifiers=(model_field,))
class ModelBase: ...


def no_argument() -> int: ...


def keyword_only(*, x: int) -> int: ...


class Bad(ModelBase):
    a: int = model_field(converter=no_argument)  # E
    b: int = model_field(converter=keyword_only)  # E


class Converter:
    @overload
    def __init__(self, val: str) -> None: ...
    @overload
    def __init__(self, val: bytes) -> None: ...
    def __init__(self, val: str | bytes) -> None: ...


@overload
def overloaded(s: str) -> int: ...
@overload
def overloaded(s: list[str]) -> int: ...
def overloaded(s: str | list[str], *other: str) -> int: ...


def pairs(items: list[tuple[str, str]]) -> dict[str, str]: ...


class Model(ModelBase):
    a: Converter = model_field(converter=Converter)
    b: int = model_field(converter=overloaded)
    c: dict[str, str] = model_field(converter=pairs)
    d: Converter = model_field(converter=Converter, default=b"f6")
    e: list[str] = model_field(converter=list, default=())


m = Model("", "1", [("a", "b")])
Model(b"", ["1"], [], "", ["x"])
Model(1, "1", [])  # E: [arg-type]
Model("", 1, [])  # E: [arg-type]
Model("", "1", [1])  # E
Model("", "1", [], 3)  # E: [arg-type]
Model("", "1", [], "", 3)  # E: [arg-type]
m.a = "f1"
m.b = "f2"
m.b = b"f"  # E: [assignment]
m.c = {}  # E: [assignment]
assert_type(m.a, Converter)
assert_type(m.b, int)


class BadDefault(ModelBase):
    b: int = model_field(converter=overloaded, default=1)  # E
    c: int = model_field(converter=overloaded, factory=lambda: 1)  # E
    d: int = model_field(converter=overloaded, default="1")


@dataclass
class Property:
    _x: int

    @property
    def x(self) -> int:
        return self._x


Property(1).x = 2  # E: [misc]


@dataclass
class SelfReferring:
    children: "list[SelfReferring]" = field(default_factory=list)
    parent: "SelfReferring | None" = None


assert_type(SelfReferring().children[0].parent, SelfReferring | None)


def nested() -> None:
    @dataclass
    class Local:
        a: int

    Local("")  # E: [arg-type]
    assert_type(Local(1).a, int)


@dataclass
class Lambda:
    f: Callable[[int], str] = lambda x: str(x)
    g: Callable[[int], str] = field(default=lambda x: str(x))


assert_type(Lambda().f(1), str)


@dataclass
class Generic1[T2, *Ts]:
    a: T2
    b: tuple[*Ts]


assert_type(Generic1(1, ("", 2.0)), Generic1[int, str, float])


@dataclass
class InitVarDefault:
    a: InitVar[int] = 3
    b: int = field(init=False)

    def __post_init__(self, a: int) -> None:
        self.b = a


InitVarDefault()
InitVarDefault(1).b
