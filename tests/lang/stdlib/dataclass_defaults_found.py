# Where the default of a field is found: in the class, in a base, in the order of its metaclass; and which names the methods share.  # unchecked: bases and metaclasses have other types
from dataclasses import MISSING, dataclass, field, fields


class Base:
    x = "of Base"
    y = "of Base"


class Other:
    x = "of Other"


@dataclass
class One(Base):
    x: str
    z: str = "own"
    w: str = x if False else "w"


@dataclass
class Two(Other, Base):
    x: str
    y: str


class Order(type):
    def mro(cls):
        found = super().mro()
        return [found[0], *sorted(found[1:-1], key=lambda c: c.__name__, reverse=True), found[-1]]


class Lower(Other, metaclass=Order):
    pass


class Zed(Lower):
    x = "of Zed"


@dataclass
class Three(Zed):
    x: str


class Named(type):
    y = "of the metaclass"


@dataclass
class Four(metaclass=Named):
    x: int
    y: int = 1


@dataclass(order=True)
class Parts:
    a: int
    b: int = field(default=1, repr=False)
    c: int = field(default=2, compare=False)
    d: int = field(default=3, kw_only=True)
    e: int = field(default=4, hash=False)


@dataclass(frozen=True)
class All:
    a: int
    b: int = 2


for cls in (One, Two, Three, Four, Parts, All):
    print(cls.__name__, cls.__match_args__, [(f.name, "-" if f.default is MISSING else f.default) for f in fields(cls)], cls.__doc__)
print(One(), Two(), Three(), Four(1), Parts(1), Parts(1, c=5) == Parts(1), Parts(1, 0) < Parts(1), hash(All(1)) == hash(All(1, 2)), All(1))
