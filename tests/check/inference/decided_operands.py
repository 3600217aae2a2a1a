"""`(a and b) or c`: where `a and b` is true, it is b."""
from typing import assert_type

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
