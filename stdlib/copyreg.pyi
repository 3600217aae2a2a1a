from collections.abc import Callable
from typing import Any, TypeVar

_T = TypeVar("_T")
dispatch_table: dict[type, Callable[[Any], Any]]
def pickle(ob_type: type[_T], pickle_function: Callable[[_T], Any], constructor_ob: Callable[..., _T] | None = None) -> None: ...
def constructor(object: Callable[..., Any]) -> None: ...
