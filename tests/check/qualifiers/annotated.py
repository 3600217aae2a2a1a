# Annotated (specification, "Type qualifiers").
from typing import Annotated, Any, Callable, ClassVar, Final, Optional, TypeVar
T = TypeVar("T")

good1: Annotated[int, "meta"] = 3
good2: Annotated[list[int], "a", {"b": 1}, 3 + 4]
good3: Annotated[Annotated[int, 1], 2] = 4
good4: "Annotated[int, undefined_in_a_string_is_looked_at]" = 3
good5: Optional[Annotated[str, ""]]
Alias = Annotated[T, "x"]
good6: Alias[int] = 3
good7: list[Annotated[int, ...]] = [1]
reveal_type(good1)  # N: Revealed type is "builtins.int"

class C:
    x: Annotated[ClassVar[int], ""] = 1
    y: Annotated[Final[int], ""] = 1
    z: ClassVar[Annotated[int, ""]] = 1

bad1: Annotated[int]  # E: [valid-type]
bad2: Annotated[[int, str], ""]  # E: [valid-type]
bad3: Annotated[((int, str),), ""]  # E: [valid-type]
bad4: Annotated[[int for i in range(1)], ""]  # E: [valid-type]
bad5: Annotated[{"a": "b"}, ""]  # E: [valid-type]
bad6: Annotated[(lambda: int)(), ""]  # E: [valid-type]
bad7: Annotated[1, ""]  # E: [valid-type]
bad8: Annotated[True, ""]  # E: [valid-type]
bad9: Annotated[list or set, ""]  # E: [valid-type]
bad10: Annotated[f"{'int'}", ""]  # E: [valid-type]
bad11: Annotated["Undefined", ""]  # E: [name-defined]
bad12: Annotated  # E: [valid-type]

v1: type[Any] = Annotated[int, ""]  # E: [assignment]
def func(x: type[T]) -> T:
    return x()
func(Annotated[str, ""])  # E: [arg-type]
Annotated[int, ""]()  # E
