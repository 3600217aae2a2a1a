# Directives.
import sys
import typing
from typing import TYPE_CHECKING, Any, cast, no_type_check, assert_type, reveal_type, overload, Annotated
import typing as t

if typing.TYPE_CHECKING:
    from decimal import Decimal
if TYPE_CHECKING:
    from fractions import Fraction
else:
    Fraction = None


def a_func(arg: "Decimal", arg2: "Fraction") -> None:
    a_var: Decimal = arg
    assert_type(arg2, Fraction)


def greet(name: str, x: Any, y: Annotated[int, ""]) -> None:
    assert_type(name, str)
    assert_type(name, int)  # E: [assert-type]
    assert_type(name, Any)  # E: [assert-type]
    assert_type(x, Any)
    assert_type(x, int)  # E: [assert-type]
    assert_type(y, int)
    assert_type()  # E: [call-arg]
    assert_type("")  # E: [call-arg]
    assert_type("", int, 3)  # E: [call-arg]
    assert_type(val=name, typ=str)  # E: [call-arg]
    assert_type(name, "str")
    assert_type(name, 3)  # E: [valid-type]
    assert_type(1, int)
    a: int = assert_type(1, int)
    assert_type(undefined_name, int)  # E: [name-defined]


x: int = 1
reveal_type(x)  # N: Revealed type is "builtins.int"
typing.reveal_type(x)  # N: Revealed type is "builtins.int"
t.reveal_type("a")  # N: Revealed type is
reveal_type()  # E: [misc]
reveal_type(1, 2)  # E: [misc]
v: int = reveal_type(3)  # N: Revealed type is

# ---- cast
c1 = cast(str, 3)
assert_type(c1, str)
c2 = cast("list[int]", [])
assert_type(c2, list[int])
c3 = typing.cast(list["str"], 3)
assert_type(c3, list[str])
cast()  # E: [call-arg]
cast(str)  # E: [call-arg]
cast(1, "x")  # E: [valid-type]
cast(str, 1, 2)  # E: [call-arg]
cast(typ=str, val=3)
bad: int = cast(str, 1)  # E: [assignment]
cast(int | str, x)


# ---- type: ignore
y: int = ""  # type: ignore
z: int = ""  # type: ignore[assignment]
z2: int = ""  # type: ignore[arg-type]  # E: [assignment]
z3: int = ""  # type: ignore[assignment, arg-type]
z4: int = ""  # type: ignore # a comment
z5: int = ""  # noqa  # type: ignore
z6: int = ""  #type:ignore
z7: int = (
    ""  # type: ignore
)
text: int = "# type: ignore"  # E: [assignment]


# ---- no_type_check
@no_type_check
def unchecked(a: int, b: str) -> None:
    c: int = "x"
    def nested() -> int:
        return ""
    return 1


unchecked("a", 1)
unchecked("a", 1, 2)  # E: [call-arg]
unchecked()  # E: [call-arg]


@no_type_check
class Unchecked:
    x: int = ""

    def m(self) -> int:
        return ""


# ---- versions and platforms
if sys.version_info >= (3, 8):
    val1 = 1
else:
    val1: str = 3
if sys.version_info >= (4, 0):
    bad1: int = ""
elif sys.version_info < (3,):
    bad2: int = ""
else:
    good1: int = 3
if sys.version_info >= (3, 8, 0):
    pass
else:
    bad3: int = ""
if sys.version_info < (3, 8) or sys.platform == "bogus":
    bad4: int = ""
if sys.platform == "win32":
    bad5: int = ""
else:
    good5 = 1
if sys.platform != "linux":
    bad6: int = ""
if sys.platform.startswith("win"):
    bad7: int = ""
if sys.version_info[0] >= 3:
    good7 = 1
else:
    bad8: int = ""
if not TYPE_CHECKING:
    bad9: int = ""
if sys.version_info >= (3, 12) and sys.platform == "linux":
    good9 = 1
else:
    bad10: int = ""
good1 + good5 + good7 + good9 + val1


def version() -> int:
    if sys.version_info >= (3, 8):
        return 1
    else:
        return ""


if sys.version_info >= (3, 99):
    def platform_func(x: int) -> int: ...
else:
    def platform_func(x: str) -> str: ...
assert_type(platform_func(""), str)
assert sys.platform == "linux"
while False:
    bad11: int = ""
if False:
    bad12: int = ""
