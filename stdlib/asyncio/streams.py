"""Streams: reading from and writing to connections with await (library reference, "Streams").

A protocol stands between a transport and two objects for the program: it feeds what the transport receives to a StreamReader, which keeps it until it is
read, and holds up who drains a StreamWriter while the transport has too much to send.
"""
from asyncio import events, exceptions, protocols
from asyncio.tasks import sleep

__all__ = ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server", "open_unix_connection", "start_unix_server")

_LIMIT = 1 << 16


# ---- connecting

async def _open(method, limit, where, options):
    loop = events.get_running_loop()
    reader = StreamReader(limit, loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await getattr(loop, method)(lambda: protocol, *where, **options)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def _serve(method, on_client, limit, where, options):
    loop = events.get_running_loop()

    def protocol():
        return StreamReaderProtocol(StreamReader(limit, loop), on_client, loop)
    return await getattr(loop, method)(protocol, *where, **options)


async def open_connection(host=None, port=None, *, limit=_LIMIT, **kwds):
    """Connect to a port: (reader, writer)."""
    return await _open("create_connection", limit, (host, port), kwds)


async def open_unix_connection(path=None, *, limit=_LIMIT, **kwds):
    """Connect to a path: (reader, writer)."""
    return await _open("create_unix_connection", limit, (path,), kwds)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_LIMIT, **kwds):
    """Listen at a port; the callback gets a reader and a writer for each client."""
    return await _serve("create_server", client_connected_cb, limit, (host, port), kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_LIMIT, **kwds):
    """Listen at a path; the callback gets a reader and a writer for each client."""
    return await _serve("create_unix_server", client_connected_cb, limit, (path,), kwds)


# ---- protocols

def _settle(future, exc, quiet=False):
    "The future ends, well or with an exception, which (quiet) nobody needs to ask for."
    if future is None or future.done():
        return
    if exc is None:
        future.set_result(None)
        return
    future.set_exception(exc)
    if quiet:
        future.exception()


class FlowControlMixin(protocols.Protocol):
    """Knows whether the transport takes more, and who waits until it does."""

    def __init__(self, loop=None):
        self._loop = loop if loop is not None else events.get_event_loop()
        self._is_full = self._is_lost = False
        self._drainers = set()

    def _let_go(self, exc=None):
        for drainer in self._drainers:
            _settle(drainer, exc)

    def pause_writing(self):
        """The transport has enough."""
        self._is_full = True

    def resume_writing(self):
        """The transport takes more."""
        self._is_full = False
        self._let_go()

    def connection_lost(self, exc):
        """Nothing will be written any more."""
        self._is_lost = True
        self._let_go(exc)

    async def _until_room(self):
        if self._is_lost:
            raise ConnectionResetError("Connection lost")
        if self._is_full:
            drainer = self._loop.create_future()
            self._drainers.add(drainer)
            try:
                await drainer
            finally:
                self._drainers.discard(drainer)

    def _end_of(self, stream):
        "A future that is done when the stream is closed."
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin):
    """Feeds a StreamReader; for a server, calls back when the connection is made."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop)
        self._reader, self._on_client = stream_reader, client_connected_cb
        self._transport = self._client_task = None
        self._is_secure = False
        self._end = self._loop.create_future()

    def connection_made(self, transport):
        """The streams can be used from now on."""
        reader, self._transport = self._reader, transport
        self._is_secure = transport.get_extra_info("sslcontext") is not None
        reader.set_transport(transport)
        if self._on_client is None:
            return
        answer = self._on_client(reader, StreamWriter(transport, self, reader, self._loop))
        if hasattr(answer, "send") or hasattr(answer, "__await__"):
            self._client_task = self._loop.create_task(answer)
            self._client_task.add_done_callback(self._client_left)

    def _client_left(self, task):
        failure = None
        if not task.cancelled() and (failure := task.exception()) is None:
            return
        if failure is not None:
            self._loop.call_exception_handler({"message": "Unhandled exception in client_connected_cb", "exception": failure,
                                               "transport": self._transport or self._reader._transport})
        if self._transport is not None:
            self._transport.close()

    def data_received(self, data):
        """Something came."""
        self._reader.feed_data(data)

    def eof_received(self):
        """Nothing more will come, but the transport stays open for writing, if it can."""
        self._reader.feed_eof()
        return not self._is_secure

    def connection_lost(self, exc):
        """It is over."""
        self._reader.feed_eof() if exc is None else self._reader.set_exception(exc)
        _settle(self._end, exc, quiet=True)
        super().connection_lost(exc)
        self._transport = None

    def _end_of(self, stream):
        return self._end


# ---- streams

class StreamWriter:
    """Writes to a transport; drain() waits while there is too much to send."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport, self._protocol, self._reader, self._loop = transport, protocol, reader, loop

    def __repr__(self):
        parts = [type(self).__name__, f"transport={self._transport!r}"]
        if self._reader is not None:
            parts.append(f"reader={self._reader!r}")
        return f"<{' '.join(parts)}>"

    @property
    def transport(self):
        """The transport that is written to."""
        return self._transport

    def get_extra_info(self, name, default=None):
        """What the transport knows about itself."""
        return self._transport.get_extra_info(name, default)

    def write(self, data):
        """Send the data, now or when it is possible."""
        self._transport.write(data)

    def writelines(self, data):
        """Send several pieces."""
        self._transport.writelines(data)

    def can_write_eof(self):
        """Whether write_eof() is possible."""
        return self._transport.can_write_eof()

    def write_eof(self):
        """Close for writing, after what is still to be sent."""
        return self._transport.write_eof()

    def close(self):
        """Close, after what is still to be sent."""
        return self._transport.close()

    def is_closing(self):
        """Whether it is closed, or will be."""
        return self._transport.is_closing()

    async def wait_closed(self):
        """Wait until it is closed."""
        await self._protocol._end_of(self)

    async def drain(self):
        """Wait until the transport takes more."""
        failure = self._reader and self._reader.exception()
        if failure is not None:
            raise failure
        if self._transport.is_closing():
            await sleep(0)  # connection_lost() may be about to be called
        await self._protocol._until_room()

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """Go on over TLS."""
        protocol = self._protocol
        await self.drain()
        transport = await self._loop.start_tls(self._transport, protocol, sslcontext, server_side=protocol._on_client is not None, server_hostname=server_hostname,
                                               ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        self._transport = protocol._transport = transport
        self._reader._transport = transport
        protocol._is_secure = True


class StreamReader:
    """What was received and is not read yet. It stops the transport when it has twice its limit."""

    def __init__(self, limit=_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._loop = loop if loop is not None else events.get_event_loop()
        self._limit, self._buffer = limit, bytearray()
        self._transport = self._exception = self._sleeper = None
        self._eof = self._is_held = False  # the end was received; the transport is stopped

    def __repr__(self):
        words = ["StreamReader"]
        words += [f"{len(self._buffer)} bytes"] * bool(self._buffer) + ["eof"] * self._eof
        for name, shown in ("limit", self._limit != _LIMIT), ("exception", self._exception), ("transport", self._transport):
            if shown:
                words.append(f"{name}={getattr(self, '_' + name)!r}")
        return f"<{' '.join(words + ['paused'] * self._is_held)}>"

    # what the protocol does

    def set_transport(self, transport):
        """Where the data comes from."""
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def exception(self):
        """What went wrong."""
        return self._exception

    def set_exception(self, exc):
        """Something went wrong: reading raises it."""
        self._exception = exc
        self._wake(exc)

    def feed_data(self, data):
        """Something came."""
        assert not self._eof, "feed_data after feed_eof"
        if not data:
            return
        self._buffer += data
        self._wake()
        if len(self._buffer) > 2 * self._limit and self._transport is not None and not self._is_held:
            try:
                self._transport.pause_reading()
                self._is_held = True
            except NotImplementedError:
                self._transport = None  # one that cannot be stopped

    def feed_eof(self):
        """Nothing more will come."""
        self._eof = True
        self._wake()

    def at_eof(self):
        """Whether everything was read."""
        return not self._buffer and self._eof

    # waiting and taking

    def _wake(self, exc=None):
        sleeper, self._sleeper = self._sleeper, None
        _settle(sleeper, exc)

    def _release(self):
        self._is_held = False
        self._transport.resume_reading()

    async def _more(self, who):
        "Wait for something to come."
        if self._sleeper is not None:
            raise RuntimeError(f"{who}() called while another coroutine is already waiting for incoming data")
        if self._is_held:
            self._release()
        self._sleeper = sleeper = self._loop.create_future()
        try:
            await sleeper
        finally:
            self._sleeper = None

    def _drop(self, size):
        del self._buffer[:size]
        if self._is_held and len(self._buffer) <= self._limit:
            self._release()

    def _take(self, size):
        buffer = self._buffer
        taken = bytes(buffer[:size])
        del buffer[:size]
        if self._is_held and len(buffer) <= self._limit:
            self._release()
        return taken

    def _incomplete(self, expected):
        rest = bytes(self._buffer)
        self._buffer.clear()
        return exceptions.IncompleteReadError(rest, expected)

    # reading

    async def read(self, n=-1):
        """Up to n bytes, as soon as there are any; everything until the end for -1."""
        if self._exception:
            raise self._exception
        if n < 0:
            pieces = []
            while piece := await self.read(self._limit):
                pieces.append(piece)
            return b"".join(pieces)
        if n and not self._buffer and not self._eof:
            await self._more("read")
        return self._take(n) if n else b""

    async def readexactly(self, n):
        """n bytes; IncompleteReadError when the end comes before."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception:
            raise self._exception
        while len(self._buffer) < n:
            if self._eof:
                raise self._incomplete(n)
            await self._more("readexactly")
        return self._take(n) if n else b""

    async def readuntil(self, separator=b"\n"):
        """Everything up to the separator and with it; IncompleteReadError when the end comes before."""
        width, searched = len(separator), 0
        if not width:
            raise ValueError("Separator should be at least one-byte string")
        if self._exception:
            raise self._exception
        while (found := self._buffer.find(separator, searched)) < 0:
            # The separator may begin in what was searched already, but not before its last bytes.
            searched = max(len(self._buffer) - width + 1, 0)
            if searched > self._limit:
                raise exceptions.LimitOverrunError("Separator is not found, and chunk exceed the limit", searched)
            if self._eof:
                raise self._incomplete(None)
            await self._more("readuntil")
        if found > self._limit:
            raise exceptions.LimitOverrunError("Separator is found, but chunk is longer than limit", found)
        return self._take(found + width)

    async def readline(self):
        """A line; without its end when nothing more comes. ValueError when it is too long, which is skipped then."""
        try:
            return await self.readuntil()
        except exceptions.IncompleteReadError as at_the_end:
            return at_the_end.partial
        except exceptions.LimitOverrunError as too_long:
            known = too_long.consumed
            self._drop(known + 1 if self._buffer[known:known + 1] == b"\n" else len(self._buffer))
            raise ValueError(too_long.args[0])

    def __aiter__(self):
        return self

    async def __anext__(self):
        if line := await self.readline():
            return line
        raise StopAsyncIteration
