# The provisional form of dataclass_transform that libraries declared for themselves, before it had a place in typing: attrs' stubs up to 22.
from typing import Any, Callable, Optional, Tuple, Type, TypeVar, Union

_T = TypeVar("_T")
_C = TypeVar("_C", bound=type)


def __dataclass_transform__(
    *,
    eq_default: bool = True,
    order_default: bool = False,
    kw_only_default: bool = False,
    frozen_default: bool = False,
    field_descriptors: Tuple[Union[type, Callable[..., Any]], ...] = (()),
) -> Callable[[_T], _T]:
    return lambda a: a


def attrib(default: Any = ..., init: bool = True, kw_only: bool = False) -> Any: ...


@__dataclass_transform__(order_default=True, field_descriptors=(attrib,))
def attrs(maybe_cls: _C) -> _C:
    return maybe_cls


@attrs
class Point:
    x: int
    y: int = attrib(default=0)
    hidden: int = attrib(init=False)


Point(1)
Point(1, 2)
Point()  # E
Point("1")  # E
Point(1, 2, 3)  # E
print(Point(1) < Point(2))


@__dataclass_transform__(frozen_default=True)
class Base:
    pass


class Model(Base):
    name: str


Model("a").name = "b"  # E
Model(1)  # E
