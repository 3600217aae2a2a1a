from asyncio import AbstractEventLoop, SubprocessProtocol
from typing import IO, Any
from asyncio import StreamReader, StreamWriter

PIPE: int
STDOUT: int
DEVNULL: int

class Process:
    stdin: StreamWriter | None
    stdout: StreamReader | None
    stderr: StreamReader | None
    pid: int
    @property
    def returncode(self) -> int | None: ...
    async def wait(self) -> int: ...
    def send_signal(self, signal: int) -> None: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...
    async def communicate(self, input: bytes | bytearray | memoryview | None = None) -> tuple[bytes, bytes]: ...

class SubprocessStreamProtocol(SubprocessProtocol):
    stdin: StreamWriter | None
    stdout: StreamReader | None
    stderr: StreamReader | None
    def __init__(self, limit: int, loop: AbstractEventLoop) -> None: ...

async def create_subprocess_shell(
    cmd: str | bytes, stdin: int | IO[Any] | None = None, stdout: int | IO[Any] | None = None, stderr: int | IO[Any] | None = None, limit: int = 65536, **kwds: Any
) -> Process: ...
async def create_subprocess_exec(
    program: Any, *args: Any, stdin: int | IO[Any] | None = None, stdout: int | IO[Any] | None = None, stderr: int | IO[Any] | None = None, limit: int = 65536, **kwds: Any
) -> Process: ...
