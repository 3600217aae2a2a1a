# Aliases by plain assignment that name themselves, generic ones too; variables that hold no class.
from typing import Any, TypeAlias, TypeVar, Union

T = TypeVar("T")
Json = Union[None, int, str, list["Json"], dict[str, "Json"]]
a: Json = [1, {"a": [None]}]
b: Json = {"a": 1, "b": 3j}  # E: [dict-item]
c: Json = [3j]  # E: [list-item]
Nested: TypeAlias = "list[Nested[T] | T]"
d: "Nested[int]" = [1, [2]]
e: "Nested[int]" = [1, [""]]  # E: [list-item]
Evaluated = eval("int")


def f(x: Evaluated) -> None: ...  # E: Variable "Evaluated" is not valid as a type  [valid-type]
