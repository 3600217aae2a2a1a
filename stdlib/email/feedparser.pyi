from collections.abc import Callable
from email.message import Message
from email.policy import Policy

__all__ = ["FeedParser", "BytesFeedParser"]

class FeedParser:
    policy: Policy
    def __init__(self, _factory: Callable[..., Message] | None = None, *, policy: Policy = ...) -> None: ...
    def feed(self, data: str) -> None: ...
    def close(self) -> Message: ...

class BytesFeedParser(FeedParser):
    def feed(self, data: bytes | bytearray) -> None: ...  # type: ignore[override]
