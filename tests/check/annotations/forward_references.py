# Names in strings, and names before their definition.
from typing import Callable, Optional, Union, TypeVar

T = TypeVar("T")

def quoted(a: "Later", b: "list[Later]", c: list["Later"], d: "Optional[Later]") -> "Later":
    reveal_type(b)  # N: Revealed type is "builtins.list[forward_references.Later]"
    return a

early: Later  # E: [used-before-def]
early2: list[Later]  # E: [used-before-def]
early3: "Later"
union1: "Later" | int  # E: [operator]
union2: int | "Later"  # E: [operator]
union3: "Later | int"
union4: Union["Later", int]
union5: list[int] | None

class Later:
    def method(self) -> Later:  # E: [used-before-def]
        return self
    def other(self) -> "Later":
        return self
    attribute: "Later"
    inner: "Inner.Deep"

    class Inner:
        class Deep:
            value: "int"

reveal_type(Later().inner.value)  # N: Revealed type is "builtins.int"

class Shadow:
    str: "str" = ""  # the builtin: the annotation does not mean itself

    def int(self) -> None: ...

    x: "int" = 0  # in a string: the type that is visible around

reveal_type(Shadow().str)  # N: Revealed type is "builtins.str"

def in_function() -> None:
    a: "Local"
    class Local: ...
    b: "list[Local]" = [Local()]
    reveal_type(b)  # N: Revealed type is "builtins.list[forward_references.Local]"

def uses_global(x: "Callable[[Later], Later]") -> "Later":
    return x(Later())
