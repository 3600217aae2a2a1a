from collections.abc import Callable, Iterable

STDIN_FILENO: int
STDOUT_FILENO: int
STDERR_FILENO: int
CHILD: int

def openpty() -> tuple[int, int]: ...
def fork() -> tuple[int, int]: ...
def spawn(argv: str | Iterable[str], master_read: Callable[[int], bytes] = ..., stdin_read: Callable[[int], bytes] = ...) -> int: ...
