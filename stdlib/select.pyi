import sys
from typing import Any, Protocol, final
from collections.abc import Iterable
from types import TracebackType
from typing_extensions import Self, TypeAlias

class _HasFileno(Protocol):
    def fileno(self) -> int: ...
_FileLike: TypeAlias = int | _HasFileno

POLLIN: int
POLLPRI: int
POLLOUT: int
POLLERR: int
POLLHUP: int
POLLNVAL: int
POLLRDNORM: int
POLLRDBAND: int
POLLWRNORM: int
POLLWRBAND: int
POLLMSG: int
POLLRDHUP: int
PIPE_BUF: int
EPOLLIN: int
EPOLLOUT: int
EPOLLPRI: int
EPOLLERR: int
EPOLLHUP: int
EPOLLRDHUP: int
EPOLLONESHOT: int
EPOLLET: int
EPOLLEXCLUSIVE: int
EPOLLRDNORM: int
EPOLLRDBAND: int
EPOLLWRNORM: int
EPOLLWRBAND: int
EPOLLMSG: int
EPOLL_CLOEXEC: int

error = OSError

def select(rlist: Iterable[Any], wlist: Iterable[Any], xlist: Iterable[Any], timeout: float | None = None, /) -> tuple[list[Any], list[Any], list[Any]]: ...

class poll:
    def register(self, fd: _FileLike, eventmask: int = ..., /) -> None: ...
    def modify(self, fd: _FileLike, eventmask: int, /) -> None: ...
    def unregister(self, fd: _FileLike, /) -> None: ...
    def poll(self, timeout: float | None = None, /) -> list[tuple[int, int]]: ...

class epoll:
    def __init__(self, sizehint: int = -1, flags: int = 0) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, exc_type: type[BaseException] | None = None, exc_value: BaseException | None = None, exc_tb: TracebackType | None = None, /) -> None: ...
    def close(self) -> None: ...
    @property
    def closed(self) -> bool: ...
    def fileno(self) -> int: ...
    def register(self, fd: _FileLike, eventmask: int = ...) -> None: ...
    def modify(self, fd: _FileLike, eventmask: int) -> None: ...
    def unregister(self, fd: _FileLike) -> None: ...
    def poll(self, timeout: float | None = None, maxevents: int = -1) -> list[tuple[int, int]]: ...
    @classmethod
    def fromfd(cls, fd: int, /) -> epoll: ...
