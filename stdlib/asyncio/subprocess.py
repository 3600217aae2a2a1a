"""Processes with await (library reference, "Subprocesses")."""
from asyncio import events, protocols, streams, tasks

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE, STDOUT, DEVNULL = -1, -2, -3
_NAMES = "stdin", "stdout", "stderr"


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):
    """Makes streams of a process's pipes: `stdin` to write to, `stdout` and `stderr` to read from, None where there is no pipe."""

    def __init__(self, limit, loop):
        super().__init__(loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = self._transport = None
        self._input_end = self._loop.create_future()

    def connection_made(self, transport):
        """The process runs."""
        self._transport = transport
        for fd, name in enumerate(_NAMES):
            pipe = transport.get_pipe_transport(fd)
            if pipe is None:
                continue
            if fd:
                stream = streams.StreamReader(self._limit, self._loop)
                stream.set_transport(pipe)
            else:
                stream = streams.StreamWriter(pipe, self, None, self._loop)
            setattr(self, name, stream)

    def _reader(self, fd):
        return getattr(self, _NAMES[fd]) if fd in (1, 2) else None

    def pipe_data_received(self, fd, data):
        """The process wrote something."""
        if (reader := self._reader(fd)) is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        """A pipe was closed."""
        if not fd:
            self.connection_lost(exc)
            streams._settle(self._input_end, exc, quiet=True)
        elif (reader := self._reader(fd)) is not None:
            reader.feed_eof() if exc is None else reader.set_exception(exc)

    def process_exited(self):
        """The process ended; its output may still come."""

    def _end_of(self, stream):
        return self._input_end


class Process:
    """A process that runs, and its streams."""

    def __init__(self, transport, protocol, loop):
        self._transport, self._protocol, self._loop = transport, protocol, loop
        self.stdin, self.stdout, self.stderr = (getattr(protocol, name) for name in _NAMES)
        self.pid = transport.get_pid()

    def __repr__(self):
        return f"<{type(self).__name__} {self.pid}>"

    @property
    def returncode(self):
        """Its exit status, None while it runs."""
        return self._transport.get_returncode()

    async def wait(self):
        """Wait until it has ended: its exit status."""
        return await self._transport._wait()

    def send_signal(self, signal):
        """Send it a signal."""
        self._transport.send_signal(signal)

    def terminate(self):
        """Ask it to end."""
        self._transport.terminate()

    def kill(self):
        """End it."""
        self._transport.kill()

    async def _give(self, data):
        try:
            if data is not None:
                self.stdin.write(data)
            await self.stdin.drain()
        except (ConnectionResetError, BrokenPipeError):
            pass  # it does not want to know
        self.stdin.close()

    async def communicate(self, input=None):
        """Write the input, read everything, wait for the end: (output, errors), None where there is no pipe."""
        work = {"stdin": self._give(input)} if self.stdin is not None else {}
        for name in _NAMES[1:]:
            if (reader := getattr(self, name)) is not None:
                work[name] = reader.read()
        results = dict(zip(work, await tasks.gather(*work.values()))) if work else work
        await self.wait()
        return results.get("stdout"), results.get("stderr")


async def _start(method, command, limit, pipes, options):
    loop = events.get_running_loop()
    made = await getattr(loop, method)(lambda: SubprocessStreamProtocol(limit, loop), *command, **dict(zip(_NAMES, pipes)), **options)
    return Process(*made, loop)


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=streams._LIMIT, **kwds):
    """Start a command of the shell."""
    return await _start("subprocess_shell", (cmd,), limit, (stdin, stdout, stderr), kwds)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=streams._LIMIT, **kwds):
    """Start a program with arguments."""
    return await _start("subprocess_exec", (program, *args), limit, (stdin, stdout, stderr), kwds)
