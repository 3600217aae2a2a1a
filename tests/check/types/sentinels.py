"""Sentinels (PEP 661): the object itself in type expressions, narrowing by `is`."""
from typing import Any, Callable, Final, Literal, assert_never, assert_type
from typing_extensions import Sentinel, sentinel
import typing_extensions

MISSING = Sentinel("MISSING")
OTHER = sentinel("OTHER")
NAMED: Final = sentinel("<another name>")
QUALIFIED = typing_extensions.Sentinel("QUALIFIED", repr="<qualified>")

def takes(value: int | MISSING = MISSING) -> int:
    if value is MISSING:
        assert_type(value, MISSING)
        return 0
    assert_type(value, int)
    return value

takes(1)
takes(MISSING)
takes()
takes(OTHER)  # E: [arg-type]
takes("")  # E: [arg-type]
takes(None)  # E: [arg-type]
value: MISSING = MISSING
value = OTHER  # E: [assignment]
text: "str | OTHER" = OTHER
items: list[int | MISSING] = [1, MISSING]
general: Sentinel = MISSING
assert_type(MISSING, MISSING)
reveal_type(MISSING)  # N: Revealed type is "sentinels.MISSING"
Alias = int | MISSING
def by_alias(x: Alias) -> None:
    if x is not MISSING:
        assert_type(x, int)
by_alias(MISSING)
by_alias("")  # E: [arg-type]

def several(x: int | MISSING | OTHER | None) -> None:
    if x is MISSING:
        assert_type(x, MISSING)
    elif x is OTHER:
        assert_type(x, OTHER)
    elif x is None:
        assert_type(x, None)
    else:
        assert_type(x, int)
    if x is MISSING or x is OTHER:
        assert_type(x, MISSING | OTHER)
    if x == MISSING:
        x + 1  # E

def only(x: MISSING | OTHER) -> int:
    if x is MISSING:
        return 1
    elif x is OTHER:
        return 2
    else:
        assert_never(x)

def truth(x: MISSING) -> None:
    if not x:
        assert_never(x)

class Holder:
    NOT_GIVEN = Sentinel("Holder.NOT_GIVEN")

    def method(self, x: str | NOT_GIVEN = NOT_GIVEN) -> str:
        return "" if x is self.NOT_GIVEN else x

def outside(x: "str | Holder.NOT_GIVEN") -> None:
    if x is not Holder.NOT_GIVEN:
        assert_type(x, str)

MISSING()  # E
MISSING.__name__
MISSING.nothing  # E: [attr-defined]
isinstance(1, MISSING)  # E: [arg-type]
class Derived(MISSING): ...  # E
plain = Sentinel(3)  # E: [arg-type]
def get(default: MISSING | int) -> Callable[[], MISSING]:
    return lambda: MISSING
wrong: Literal[MISSING]  # E: [valid-type]
