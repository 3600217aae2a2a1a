# isinstance with `X | Y`, and with an alias of it.
from typing import assert_type

Both = int | str


def f(a: int | str | None, b: int | str | None) -> None:
    if isinstance(a, int | None):
        assert_type(a, int | None)
    else:
        assert_type(a, str)
    if isinstance(a, (bytes | int, str)):
        assert_type(a, int | str)
    if isinstance(b, Both):
        assert_type(b, int | str)
    else:
        assert_type(b, None)
