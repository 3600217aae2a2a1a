# An annotated program, as people write them.
from __future__ import annotations

import copy
import functools
import pickle
import weakref
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Dict, Generic, List, Optional, Tuple, Type, TypeVar, cast
from typing import Self, dataclass_transform

T = TypeVar("T")
C = TypeVar("C", bound="Singleton")


class SingletonMeta(type):
    _instances: Dict[type, Any] = {}

    def __call__(cls: Type[T], *args: Any, **kwargs: Any) -> T:
        if cls not in SingletonMeta._instances:
            SingletonMeta._instances[cls] = super().__call__(*args, **kwargs)  # type: ignore[misc]
        return cast(T, SingletonMeta._instances[cls])

    def __len__(cls) -> int:
        return len(cls._instances)

    @property
    def label(cls) -> str:
        return cls.__name__.lower()


class Singleton(metaclass=SingletonMeta):
    value = 0

    def bump(self: C) -> C:
        self.value += 1
        return self


class Settings(Singleton):
    def __init__(self, name: str = "default") -> None:
        self.name = name


class Temperature(float):
    def __new__(cls, value: float, unit: str = "C") -> Self:
        self = super().__new__(cls, value if unit == "C" else (value - 32) / 1.8)
        self.unit = unit
        return self

    unit: str

    def __repr__(self) -> str:
        return f"{float(self):.1f}C({self.unit})"


class Interned:
    _pool: ClassVar[weakref.WeakValueDictionary[str, Interned]] = weakref.WeakValueDictionary()

    def __new__(cls, name: str) -> Interned:
        found = cls._pool.get(name)
        if found is None:
            found = cls._pool[name] = object.__new__(cls)
        return found

    def __init__(self, name: str) -> None:
        self.name = name

    def __reduce__(self) -> Tuple[Type[Interned], Tuple[str]]:
        return type(self), (self.name,)


class Proxy(Generic[T]):
    def __init__(self, target: T) -> None:
        object.__setattr__(self, "_target", target)

    def __getattr__(self, name: str) -> Any:
        calls.append(name)
        return getattr(self._target, name)

    def __setattr__(self, name: str, value: object) -> None:
        calls.append(f"{name}=")
        setattr(self._target, name, value)

    def __dir__(self) -> List[str]:
        return sorted(set(dir(self._target)))


calls: List[str] = []


class Field(Generic[T]):
    def __init__(self, kind: Callable[[Any], T], default: Optional[T] = None) -> None:
        self.kind, self.default = kind, default

    def __set_name__(self, owner: Type[Any], name: str) -> None:
        self.name = "_" + name

    def __get__(self, instance: Any, owner: Any) -> T:
        value = getattr(instance, self.name, self.default)
        if value is None:
            raise AttributeError(self.name[1:])
        return cast(T, value)

    def __set__(self, instance: Any, value: Any) -> None:
        setattr(instance, self.name, self.kind(value))


@dataclass_transform(field_specifiers=(Field,))
def record(cls: Type[T]) -> Type[T]:
    names = [name for name, value in vars(cls).items() if isinstance(value, Field)]

    def __init__(self: Any, **values: Any) -> None:
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self: Any) -> str:
        return f"{cls.__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"

    setattr(cls, "__init__", __init__)
    setattr(cls, "__repr__", __repr__)
    return cls


@record
class Point:
    x = Field(int, 0)
    y = Field(float)


class Lazy(type):
    def __getattr__(cls, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return f"{cls.__name__}.{name}"

    def __iter__(cls) -> Iterator[str]:
        yield from vars(cls).get("names", ())

    def __contains__(cls, name: object) -> bool:
        return name in list(cls)

    def __getitem__(cls, index: int) -> str:
        return list(cls)[index]


class Names(metaclass=Lazy):
    names = "one", "two"


class Matrix:
    def __class_getitem__(cls, shape: Tuple[int, int]) -> Type[Matrix]:
        return cast(Type[Matrix], type(f"Matrix{shape[0]}x{shape[1]}", (cls,), {"shape": shape}))

    shape = (0, 0)


def main() -> None:
    print(Settings("a") is Settings("b"), Settings().name, Settings.label, Settings().bump().bump().value, len(Settings))
    t = Temperature(212, "F")
    print(t, t + 1, Temperature(5).unit, max(t, Temperature(3)), isinstance(t * 2, Temperature))
    a = Interned("x")
    print(a is Interned("x"), pickle.loads(pickle.dumps(a)) is a, copy.copy(a) is a)
    proxy = Proxy([3, 1, 2])
    proxy.sort()
    print(proxy.index(2), proxy._target, calls, "append" in dir(proxy))
    p = Point()
    p.x = "7"
    print(p.x + 1)
    try:
        p.y
    except AttributeError as error:
        print("missing", error)
    p.y = 2
    print(p, copy.deepcopy(p).y)
    print(Names.anything, list(Names), "two" in Names, Names[0], Matrix[2, 3].shape, Matrix[2, 3].__name__)  # type: ignore
    print(functools.reduce(lambda f, _: f.bump(), range(3), Settings()).value)


main()
