# What is inside of an object that a pattern has found to be a sequence or mapping is unknown, not an object.
from typing import Iterable, Union


def pick(value: object) -> str:
    match value:
        case [first, second]:
            return first + second
        case [first, *rest]:
            return "".join(sorted(rest)) + first.upper()
        case {"name": str(name), **others}:
            name.bit_length()  # E: [attr-defined]
            return name + ", ".join(sorted(others))
        case {"x": x, "y": y}:
            return x + y
    return ""


def known(values: Iterable[int], mapping: Union[dict[str, int], int]) -> None:
    match values:
        case [first, *rest]:
            first.upper()  # E: [attr-defined]
            rest.append("")  # E: [arg-type]
    match mapping:
        case {"a": a, **others}:
            a.upper()  # E: [attr-defined]
            others["b"] = ""  # E: [assignment]
