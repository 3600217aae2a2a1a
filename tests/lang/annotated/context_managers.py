# An annotated program, as people write them.
from __future__ import annotations

import asyncio
import contextlib
import io
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine, Generator, Iterator
from contextlib import (AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, ExitStack, aclosing, asynccontextmanager, chdir, closing, contextmanager, nullcontext, redirect_stderr,
                        redirect_stdout, suppress)
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Generic, Literal, NoReturn, Optional, Protocol, Self, TextIO, Type, TypeVar, Union, overload

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Resource:
    live: list[str] = []

    def __init__(self, name: str, *, fail: bool = False) -> None:
        self.name = name
        self.fail = fail

    def __enter__(self) -> Self:
        if self.fail:
            raise OSError(f"can't open {self.name}")
        self.live.append(self.name)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool | None:
        self.live.remove(self.name)
        return isinstance(error, LookupError)

    def close(self) -> None:
        print("close", self.name)


class Pool(Generic[T]):
    def __init__(self, make: Callable[[], T], size: int = 2) -> None:
        self._free = [make() for _ in range(size)]
        self._lock = threading.Condition()

    @contextmanager
    def take(self, timeout: float | None = None) -> Iterator[T]:
        with self._lock:
            if not self._lock.wait_for(lambda: self._free, timeout):
                raise TimeoutError("no resource is free")
            item = self._free.pop()
        try:
            yield item
        finally:
            with self._lock:
                self._free.append(item)
                self._lock.notify()


@contextmanager
def atomic(path: Path, mode: str = "w") -> Generator[IO[str], None, None]:
    temporary = path.with_suffix(path.suffix + ".tmp")
    with open(temporary, mode, encoding="utf-8") as file:
        try:
            yield file
        except BaseException:
            file.close()
            temporary.unlink()
            raise
    temporary.replace(path)


@contextmanager
def environment(**values: Optional[str]) -> Iterator[None]:
    saved = {name: os.environ.get(name) for name in values}

    def put(pairs: dict[str, Optional[str]]) -> None:
        for name, value in pairs.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value

    put(values)
    try:
        yield
    finally:
        put(saved)


@overload
def opened(target: None = ...) -> AbstractContextManager[TextIO]: ...
@overload
def opened(target: Path) -> AbstractContextManager[TextIO]: ...
def opened(target: Path | None = None) -> AbstractContextManager[TextIO]:
    return nullcontext(sys.stdout) if target is None else target.open("w")


class Connection:
    def __init__(self, log: list[str]) -> None:
        self.log = log

    async def __aenter__(self) -> Connection:
        self.log.append("open")
        return self

    async def __aexit__(self, *exc_info: Any) -> None:
        self.log.append("closed")

    async def rows(self, count: int) -> AsyncGenerator[int, None]:
        try:
            for n in range(count):
                await asyncio.sleep(0)
                yield n
        finally:
            self.log.append("rows done")


@asynccontextmanager
async def connect(log: list[str]) -> AsyncIterator[Connection]:
    async with Connection(log) as connection:
        yield connection


async def queries() -> list[str]:
    log: list[str] = []
    async with AsyncExitStack() as stack:
        connection = await stack.enter_async_context(connect(log))
        stack.callback(log.append, "callback")

        async def finish(text: str) -> None:
            log.append(text)

        stack.push_async_callback(finish, "async callback")
        async with aclosing(connection.rows(5)) as rows:
            async for n in rows:
                if n == 2:
                    break
                log.append(f"row {n}")
    return log


class Timer(contextlib.ContextDecorator):
    elapsed: float

    def __enter__(self) -> Timer:
        self._start = time.monotonic()
        return self

    def __exit__(self, *_: object) -> Literal[False]:
        self.elapsed = time.monotonic() - self._start
        return False


@Timer()
def work(n: int) -> int:
    return sum(range(n))


def find(names: list[str]) -> str:
    with Resource("finder"):
        raise LookupError(names)
    return "swallowed"


def main() -> None:
    with Resource("a") as a, Resource("b") as b:
        print(a.name + b.name, Resource.live)
    with suppress(OSError), Resource("outer"), Resource("bad", fail=True):
        print("never")
    print(Resource.live, find(["x"]))
    with ExitStack() as stack:
        resources = [stack.enter_context(Resource(name)) for name in "xyz"]
        stack.enter_context(closing(Resource("closing")))
        kept = stack.pop_all()
    print(Resource.live, [r.name for r in resources])
    kept.close()
    pool: Pool[Resource] = Pool(lambda: Resource("pooled"), 1)
    with pool.take() as one:
        try:
            with pool.take(timeout=0.01):
                pass
        except TimeoutError as error:
            print(one.name, error)
    folder = Path(tempfile.mkdtemp())
    try:
        with chdir(folder), atomic(Path("f.txt")) as file:
            file.write("content")
        with suppress(ZeroDivisionError):
            with atomic(folder / "f.txt") as file:
                print("lost", 1 / 0, file=file)
        print((folder / "f.txt").read_text(), sorted(p.name for p in folder.iterdir()))
        with opened(folder / "o.txt") as out:
            out.write("x")
    finally:
        shutil.rmtree(folder)
    with environment(TY_A="1", PATH=None), opened() as screen:
        screen.write(f"{os.environ['TY_A']} {'PATH' in os.environ}\n")
    print("TY_A" in os.environ, "PATH" in os.environ, work(5))
    out_text, err_text = io.StringIO(), io.StringIO()
    with redirect_stdout(out_text), redirect_stderr(err_text):
        print("to out")
        print("to err", file=sys.stderr)
    print(out_text.getvalue() + err_text.getvalue(), end="")
    print(asyncio.run(queries()))
    with Timer() as timer:
        pass
    print(timer.elapsed >= 0, isinstance(timer, AbstractContextManager))


main()
