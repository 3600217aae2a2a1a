# python3.12
"""What a class has of its own is kept: __init__; documentation by the signature; annotations that are text, however they are written."""
import dataclasses
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar, Protocol


@dataclass
class Own:
    x: int

    def __init__(self, x):
        self.x = 2 * x


print(Own(3), Own.__doc__, Own.__init__.__annotations__)


class Base(Protocol):
    a: int


@dataclass
class Derived(Base):
    a: int


@dataclass(init=False)
class Without:
    x: int = 1

    def __init__(self, first, *rest):
        self.x = first


print(Derived(5), Without(7), Without.__doc__, Derived.__doc__)


class Meta(type):
    __call__ = dict


@dataclass
class Odd(metaclass=Meta):
    x: int


print(Odd.__doc__)
try:
    @dataclass
    class Wrong:
        x: int = 1
        y: str

        def __init__(self):
            pass
except TypeError as error:
    print(error)


@dataclass
class Texts:
    a: "int"
    b: "ClassVar" = 1
    c: " typing . ClassVar [int]" = 2
    d: "typing.ClassVar.[int]" = 3
    e: "dataclasses.InitVar[int]" = 4
    _: "KW_ONLY"
    f: "typing.Optional[int]" = 5
    g: "nothing.ClassVar" = 6
    h: "dataclasses . KW_ONLY2" = 7

    def __post_init__(self, e):
        print("e is", e)


print(Texts(1, 2, f=3), [each.name for each in dataclasses.fields(Texts)], Texts.c, Texts.d)
print(repr(dataclasses.field(default=3, default_factory=dataclasses.MISSING)).count("_MISSING_TYPE"), Texts.__dataclass_fields__["b"]._field_type, dataclasses.MISSING.__class__.__name__, InitVar[int], InitVar[list[int]])
print(Texts.__dataclass_params__, Texts.__match_args__)
made = dataclasses.make_dataclass("Made", ["x", ("y", int), ("z", list, field(default_factory=list))], namespace={"total": lambda self: self.y})
print(made(1, 2), made(1, 2).total(), made.__annotations__["x"])
for fields in (["a", "a"], ["1"], ["if"], [("a",)], [3]):
    try:
        dataclasses.make_dataclass("Bad", fields)
    except TypeError as error:
        print(error)
print(dataclasses.replace(made(1, 2), y=5), dataclasses.asdict(made(1, [made(2, 3)])), dataclasses.astuple(made(1, {"k": made(2, 3)})))
