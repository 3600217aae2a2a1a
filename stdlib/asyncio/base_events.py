"""The class that event loops derive from."""
from .events import BaseEventLoop

__all__ = ["BaseEventLoop"]
