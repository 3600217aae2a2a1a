# Key functions: max(d, key=d.get) is idiomatic, so None among their results is not an error.
from typing import assert_type
def f(d: dict[str, int], xs: list[str], n: list[tuple[int, str | None]]) -> None:
    assert_type(max(d, key=d.get), str)
    assert_type(sorted(xs, key=lambda x: (len(x), x)), list[str])
    assert_type(sorted(n, key=lambda t: t[1]), list[tuple[int, str | None]])
    xs.sort(key=len, reverse=True)
    xs.sort(key=d.get)
    sorted(xs, key=str.lower)
    sorted(xs, key=lambda x: object())  # E:
    sorted(xs, key=complex)  # E:
    sorted(xs, key=lambda x: x.foo)  # E:
    min(xs, key=lambda x: -len(x), default=None)
    max([1, 2], key=lambda x: {})  # E:
