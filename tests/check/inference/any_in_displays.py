# An Any among the items of a display is no reason to overlook those that don't fit; what a metaclass makes is a class of it.
from typing import Any


def displays(a: Any, d: dict[str, Any], e: dict[str, None], l: list[Any]) -> list[int]:
    x1: list[int] = [None, a]  # E: [list-item]
    x2: set[int] = {None, a}  # E: [arg-type]
    x3: dict[str, int] = {"a": None, "b": a}  # E: [dict-item]
    x4: dict[str, int] = {**e, **d}  # E: [assignment]
    x5: list[int] = [*l, None]  # E: [list-item]
    x6: list[int] = [*[None], *l]  # E: [assignment]
    x7: dict[str, int] = {**d, **e}  # E: [assignment]
    x8: tuple[int, ...] = (a, None)  # E: [assignment]
    x9: list[list[int]] = [[None], a]  # E: [list-item]
    y1: list[int] = [1, a]
    y2: dict[str, int] = {**d, "a": 1}
    y3: list[int | None] = [None, a]
    y4: list[int] | None = [a, *l]
    take([a, ""])  # E: [arg-type]
    take({"x": a, "y": ""})  # E: [arg-type]
    take([a, 1])
    take({"x": a})
    return [a, ""]  # E: [list-item]


def take(value: list[int] | dict[str, int]) -> None: ...


class Meta(type):
    table: dict[str, int]

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> "Meta":
        cls = super().__new__(mcs, name, bases, namespace)
        cls.table = {}
        cls.table = 3  # E: [assignment]
        cls.table = {key: None for key in namespace}  # E: [assignment]
        cls.nope  # E: [attr-defined]
        return cls

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> None:
        super().__init__(name, bases, namespace)


class Unannotated(type):
    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        cls.registered = True
        return cls
