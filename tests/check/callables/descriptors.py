# Properties and descriptors.
from typing import Any, overload


class Temperature:
    def __init__(self) -> None:
        self._value = 0.0

    @property
    def value(self) -> float:
        return self._value

    @value.setter
    def value(self, value: float) -> None:
        self._value = value

    @property
    def fixed(self) -> int:
        return 1


t = Temperature()
reveal_type(t.value)  # N: Revealed type is "builtins.float"
t.value = 1
t.value = ""  # E: [assignment]
t.fixed = 2  # E: Property "fixed" defined in "Temperature" is read-only  [misc]
del t.fixed  # E


class Field:
    @overload
    def __get__(self, instance: None, owner: type) -> "Field": ...
    @overload
    def __get__(self, instance: object, owner: type) -> int: ...
    def __get__(self, instance: Any, owner: type) -> Any:
        return 1

    def __set__(self, instance: object, value: int) -> None: ...


class Model:
    size = Field()


reveal_type(Model.size)  # N: Revealed type is "descriptors.Field"
reveal_type(Model().size)  # N: Revealed type is "builtins.int"
Model().size = 1
Model().size = ""  # E: [assignment]


class Methods:
    @staticmethod
    def static(x: int) -> str:
        return ""

    @classmethod
    def cls_method(cls, x: int) -> "Methods":
        return cls()

    def method(self, x: int) -> bytes:
        return b""


reveal_type(Methods.static(1))  # N: Revealed type is "builtins.str"
reveal_type(Methods.cls_method(1))  # N: Revealed type is "descriptors.Methods"
reveal_type(Methods().method(1))  # N: Revealed type is "builtins.bytes"
Methods.method(1)  # E
Methods().method = lambda x: b""  # E: Cannot assign to a method  [method-assign]
