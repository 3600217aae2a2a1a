"""`(a and b) or c`: where `a and b` is true, it is b."""
from typing import Any, assert_type

class Scope:
    is_local: bool

def operands(scopes: list[Scope], flag: bool, number: int | None, text: str) -> None:
    assert_type((scopes and scopes[-1].is_local) or flag, bool)
    assert_type((number and text) or flag, str | bool)
    assert_type(((number and text) or (flag and text)) or 1, str | int)
    assert_type((number or text) and flag, str | bool)
    local: bool = (scopes and scopes[0].is_local) or False
    name: str = (number and text) or ""
    wrong: str = (number or text) or ""  # E: [assignment]


# A written Any stays beside what the other operand gives.
def beside_any(x: Any, text: str) -> None:
    assert_type(x or 1, Any | int)
    assert_type(x and text, Any | str)
    assert_type(x if text else text, Any | str)
    (x or text).upper()
    (x or text).nope  # E: [union-attr]
    (x if text else 1).nope  # E: [union-attr]
