"""What is a coroutine, and what makes one; `f._is_coroutine = _is_coroutine` says that of any callable."""
from .tasks import iscoroutine, iscoroutinefunction

__all__ = ["iscoroutinefunction", "iscoroutine"]

_is_coroutine = True
