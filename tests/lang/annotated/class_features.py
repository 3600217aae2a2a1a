# An annotated program, as people write them.
from __future__ import annotations

import copy
import random
from abc import ABCMeta, abstractmethod
from collections import UserDict, UserList, UserString, OrderedDict
from collections.abc import Generator, Iterable, Iterator, KeysView, MutableMapping, Reversible, ValuesView
from functools import wraps
from typing import Any, Callable, ClassVar, Dict, Generic, Iterator as It, List, Literal, NamedTuple, Optional, Protocol, Tuple, Type, TypeVar, Union, cast

T = TypeVar("T")
A = TypeVar("A", bound="Animal")
Self_ = TypeVar("Self_", bound="Shape")


class Animal(metaclass=ABCMeta):
    count: ClassVar[int] = 0
    sounds: List[str] = []

    def __new__(cls: Type[A], *args: Any, **kwargs: Any) -> A:
        Animal.count += 1
        return super().__new__(cls)

    def __init__(self, name: str, age: Optional[int] = None) -> None:
        self.name = name
        self.__age = age

    @property
    def age(self) -> int:
        return self.__age if self.__age is not None else -1

    @age.setter
    def age(self, value: Union[int, str]) -> None:
        self.__age = int(value)

    @abstractmethod
    def speak(self) -> str:
        raise NotImplementedError

    @classmethod
    def create(cls: Type[A], *names: str) -> List[A]:
        return [cls(name) for name in names]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Animal):
            return NotImplemented
        return (self.name, self.age) == (other.name, other.age)

    def __hash__(self) -> int:
        return hash(self.name)

    def renamed(self: A, name: str) -> A:
        other = copy.copy(self)
        other.name = name
        return other


class Dog(Animal):
    tricks: Dict[str, Callable[["Dog"], str]]

    def __init__(self, name: str, age: Optional[int] = None, *, tricks: Optional[Dict[str, Callable[["Dog"], str]]] = None) -> None:
        super().__init__(name, age)
        self.tricks = tricks or {}

    def speak(self) -> str:
        return "Woof"

    def perform(self, trick: str) -> str:
        return self.tricks.get(trick, lambda dog: f"{dog.name} looks puzzled")(self)


class LoudMixin:
    volume: int = 2

    def speak(self) -> str:
        return super().speak().upper() + "!" * self.volume  # type: ignore[misc]


class LoudDog(LoudMixin, Dog):
    volume = 3


class Shape:
    def scale(self: Self_, factor: float) -> Self_:
        self.factor = getattr(self, "factor", 1.0) * factor
        return self


class Circle(Shape):
    def area(self) -> float:
        return 3 * self.factor ** 2

    factor: float = 1.0


class Attr(UserDict):
    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Typed(UserList):
    def __init__(self, kind: Any, items: Iterable[Any] = ()) -> None:
        self.kind = kind
        super().__init__(kind(item) for item in items)

    def append(self, item: Any) -> None:
        super().append(self.kind(item))


class Name(UserString):
    def initials(self) -> str:
        return "".join(part[0] for part in self.split())


class Meta(type):
    registry: Dict[str, "Meta"] = {}

    def __new__(mcs, name: str, bases: Tuple[type, ...], namespace: Dict[str, Any], **kwargs: Any) -> "Meta":
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.registry[kwargs.get("alias", name)] = cls
        return cls

    def __init__(cls, name: str, bases: Tuple[type, ...], namespace: Dict[str, Any], **kwargs: Any) -> None:
        super().__init__(name, bases, namespace)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        instance = super().__call__(*args, **kwargs)
        instance.made_by = cls.__name__
        return instance


class Plugin(metaclass=Meta, alias="plug"):
    made_by: str

    def __init__(self, option: int = 0) -> None:
        self.option = option


class Countdown:
    def __init__(self, start: int) -> None:
        self.start = start

    def __iter__(self) -> Generator[int, None, None]:
        n = self.start
        while n:
            yield n
            n -= 1

    def __reversed__(self) -> Iterator[int]:
        yield from range(1, self.start + 1)

    def __len__(self) -> int:
        return self.start

    def __getitem__(self, index: Union[int, slice]) -> Any:
        return list(self)[index]


class Window(NamedTuple):
    title: str
    size: Tuple[int, int] = (80, 25)

    def __str__(self) -> str:
        return f"{self.title} {self.size[0]}x{self.size[1]}"

    @property
    def area(self) -> int:
        width, height = self.size
        return width * height


def logged(method: Callable[..., T]) -> Callable[..., T]:
    @wraps(method)
    def wrapper(self: Any, *args: Any) -> T:
        self.log.append(method.__name__)
        return method(self, *args)

    return wrapper


class Account:
    log: List[str]

    def __init__(self) -> None:
        self.log = []
        self.balance = 0

    @logged
    def deposit(self, amount: int) -> "Account":
        self.balance += amount
        return self

    def __getattribute__(self, name: str) -> Any:
        if name == "secret":
            raise AttributeError("no secrets")
        return super().__getattribute__(name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "balance" and value < 0:
            raise ValueError("negative")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        self.log.append(f"del {name}")
        object.__delattr__(self, name)


def main() -> None:
    rex, fido = Dog.create("Rex", "Fido")
    rex.age = "7"
    loud = LoudDog("Max", tricks={"sit": lambda dog: dog.name + " sits"})
    print(rex.age + 1, fido.age, loud.speak(), loud.perform("sit"), loud.perform("roll"), rex.renamed("Tex").tricks, Animal.count, Dog("Rex", 7) == rex, len({rex, Dog("Rex")}))
    print(Circle().scale(2).scale(3).area(), [cls.__name__ for cls in LoudDog.__mro__[:3]], isinstance(loud, Animal), issubclass(LoudDog, LoudMixin))
    attr = Attr(a=1)
    attr["b"] = 2
    typed = Typed(int, "12")
    typed.append("3")
    name = Name("ada lovelace king")
    print(attr.a + attr.b, hasattr(attr, "zz"), typed, typed + [4], sum(typed), name.initials(), name.upper(), name == "ada lovelace king", "ada" in name)
    plugin = Plugin(5)
    print(plugin.made_by, plugin.option, sorted(Meta.registry), type(Plugin).__name__)
    countdown = Countdown(3)
    print(list(countdown), list(reversed(countdown)), countdown[0], countdown[1:], max(countdown), 2 in countdown, isinstance(countdown, Reversible), dict(zip("ab", countdown)))
    window = Window("w", size=(2, 3))
    print(window, window.area, window._replace(title="z"), *window, Window._field_defaults)
    account = Account()
    print(account.deposit(5).deposit(6).balance, account.log, hasattr(account, "secret"))
    for action in (lambda: setattr(account, "balance", -1), lambda: account.nothing, lambda: delattr(account, "balance")):
        try:
            action()
        except (ValueError, AttributeError) as error:
            print(type(error).__name__, error)
    print(account.log[-1], vars(account))


main()
