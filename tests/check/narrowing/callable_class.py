"""collections.abc.Callable (and typing's) is a class for isinstance."""
import collections.abc
import typing
from collections.abc import Callable
from typing import assert_type

def narrow(v: object, w: int | Callable[[int], str]) -> None:
    if isinstance(v, Callable):
        v(1)
    if isinstance(w, Callable):
        assert_type(w, Callable[[int], str])
    else:
        assert_type(w, int)
    if isinstance(v, typing.Callable):
        v()
    if isinstance(v, (int, collections.abc.Callable)):
        pass
    isinstance(v, typing.Union)  # E: [arg-type]
    issubclass(int, Callable)
