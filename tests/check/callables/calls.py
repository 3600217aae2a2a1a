# Arguments against parameters.
from typing import Callable


def f(a: int, b: str = "", *rest: float, c: bool = False, **more: bytes) -> list[int]:
    return [a]


f(1)
f(1, "x", 1.5, 2, c=True, d=b"")
f()  # E: Missing positional argument "a" in call to "f"  [call-arg]
f("")  # E: Argument 1 to "f" has incompatible type "str"; expected "int"  [arg-type]
f(1, 2)  # E: Argument 2 to "f" has incompatible type "int"; expected "str"  [arg-type]
f(1, "", "")  # E: Argument 3 to "f"  [arg-type]
f(1, c=1)  # E: Argument "c" to "f" has incompatible type "int"; expected "bool"  [arg-type]
f(1, d="")  # E: Argument "d" to "f"  [arg-type]
f(1, a=2)  # E: gets multiple values for keyword argument "a"  [misc]
reveal_type(f(1))  # N: Revealed type is "builtins.list[builtins.int]"


def g(x: int, /, y: int, *, z: int) -> None: ...


g(1, 2, z=3)
g(1, y=2, z=3)
g(x=1, y=2, z=3)  # E: [call-arg]
g(1, 2)  # E: Missing named argument "z" for "g"  [call-arg]
g(1, 2, 3)  # E: Too many positional arguments for "g"  [call-arg]
g(1, 2, z=3, w=4)  # E: Unexpected keyword argument "w" for "g"  [call-arg]

args = [1, 2]
pair = (1, 2)
options = {"z": 3}
g(*pair, z=1)
g(*args, z=1)
g(1, 2, **options)
g(*pair, 3, z=1)  # E: [call-arg]


def apply(function: Callable[[int], str], value: int) -> str:
    return function(value)


apply(str, 1)
apply(lambda n: "x" * n, 1)
apply(lambda n: n, 1)  # E: [arg-type]
apply(len, 1)  # E: [arg-type]
function: Callable[[int, str], None] = lambda a, b: None
function(1, "")
function(1)  # E: [call-arg]
3()  # E: "int" not callable  [operator]


class Adder:
    def __call__(self, n: int) -> int:
        return n


reveal_type(Adder()(1))  # N: Revealed type is "builtins.int"
Adder()("")  # E: [arg-type]
