"""Functions run in threads."""
from .runners import to_thread

__all__ = ["to_thread"]
