"""The class that event loops derive from."""
from .events import BaseEventLoop, _run_until_complete_cb

__all__ = ["BaseEventLoop"]
