"""What an event loop does with sockets, pipes and processes (library reference, "Event Loop")."""
import os
import socket
from asyncio import events, transports
from asyncio.events import AbstractServer, Handle
from asyncio.exceptions import SendfileNotAvailableError
from asyncio.futures import _answer

__all__ = ()
methods = {}


def _method(function):
    methods[function.__name__] = function
    return function


class Server(AbstractServer):
    """A server that listens: what create_server() gives."""

    def __init__(self, loop, sockets, factory, backlog, tls=None):
        self._loop = loop
        self._sockets = sockets
        self._factory = factory
        self._backlog = backlog
        self._tls = tls  # (context, timeouts of handshake and shutdown)
        self._serving = False
        self._active = 0
        self._waiters = []
        self._forever = None

    def __repr__(self):
        return f"<{type(self).__name__} sockets={self.sockets!r}>"

    def _attach(self):
        self._active += 1

    def _detach(self):
        self._active -= 1
        self._wake_up()

    def _wake_up(self):
        if not self._active and self._sockets is None:
            waiters, self._waiters = self._waiters, []
            for waiter in waiters:
                _answer(waiter, None)

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop.add_reader(sock.fileno(), self._accept, sock)

    def _accept(self, sock):
        for _ in range(self._backlog):
            try:
                connection, _address = sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            connection.setblocking(False)
            protocol = self._factory()
            if self._tls is not None:
                from asyncio.tls import TLSProtocol
                context, handshake_timeout, shutdown_timeout = self._tls
                protocol = TLSProtocol(self._loop, protocol, context, server_side=True, handshake_timeout=handshake_timeout, shutdown_timeout=shutdown_timeout)
            transports._SocketTransport(self._loop, connection, protocol, self)

    async def start_serving(self):
        self._start_serving()

    async def serve_forever(self):
        from asyncio import exceptions
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except exceptions.CancelledError:
            self.close()
            await self.wait_closed()
            raise
        finally:
            self._forever = None

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop.remove_reader(sock.fileno())
            sock.close()
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
        self._wake_up()

    async def wait_closed(self):
        if self._sockets is None and not self._active:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.close()
        await self.wait_closed()


# ---- sockets -------------------------------------------------------------------------------------------------------------------

async def _addresses(loop, host, port, family, type, proto, flags=0):
    if isinstance(port, int) and host is not None:
        # Addresses in figures need no thread that looks them up.
        try:
            return socket.getaddrinfo(host, port, family, type, proto, flags | socket.AI_NUMERICHOST)
        except socket.gaierror:
            pass
    found = await loop.getaddrinfo(host or None, port, family=family, type=type, proto=proto, flags=flags)
    if not found:
        raise OSError(f"getaddrinfo({host!r}) returned empty list")
    return found


_SENT_AT_ONCE = 1 << 18


async def _ready(loop, sock, writing):
    future = loop.create_future()
    fd = sock.fileno()
    handle = loop._watch(fd, writing, Handle(_answer, (future, None), loop))
    try:
        await future
    finally:
        if not handle._cancelled:  # else another waits for it by now, or none any more
            loop._unwatch(fd, writing)


def _refuse_secure(sock):
    if type(sock) is not socket.socket and hasattr(sock, "do_handshake"):
        raise TypeError("Socket cannot be of type SSLSocket")


def _check_nonblocking(sock):
    _refuse_secure(sock)
    if sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")


@_method
async def sock_recv(self, sock, n):
    _check_nonblocking(sock)
    while True:
        try:
            return sock.recv(n)
        except (BlockingIOError, InterruptedError):
            await _ready(self, sock, False)


@_method
async def sock_recv_into(self, sock, buf):
    _check_nonblocking(sock)
    while True:
        try:
            return sock.recv_into(buf)
        except (BlockingIOError, InterruptedError):
            await _ready(self, sock, False)


@_method
async def sock_recvfrom(self, sock, bufsize):
    _check_nonblocking(sock)
    while True:
        try:
            return sock.recvfrom(bufsize)
        except (BlockingIOError, InterruptedError):
            await _ready(self, sock, False)


@_method
async def sock_recvfrom_into(self, sock, buf, nbytes=0):
    _check_nonblocking(sock)
    while True:
        try:
            return sock.recvfrom_into(buf, nbytes)
        except (BlockingIOError, InterruptedError):
            await _ready(self, sock, False)


@_method
async def sock_sendall(self, sock, data):
    _check_nonblocking(sock)
    data = bytes(data)
    while data:
        try:
            data = data[sock.send(data):]
        except (BlockingIOError, InterruptedError):
            await _ready(self, sock, True)


@_method
async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
    """The file from that offset on, or so many bytes of it: how many were sent. The file stands behind them afterwards."""
    _check_nonblocking(sock)
    if "b" not in getattr(file, "mode", "b"):
        raise ValueError("file should be opened in binary mode")
    if sock.type != socket.SOCK_STREAM:
        raise ValueError("only SOCK_STREAM type sockets are supported")
    for name, number in (("count", count), ("offset", offset)):
        if name == "count" and number is None:
            continue
        if not isinstance(number, int):
            raise TypeError(f"{name} must be a {'positive' if name == 'count' else 'non-negative'} integer (got {number!r})")
        if number < 0 or (name == "count" and number == 0):
            raise ValueError(f"{name} must be a {'positive' if name == 'count' else 'non-negative'} integer (got {number!r})")
    if not fallback and not hasattr(file, "fileno"):
        raise SendfileNotAvailableError("not a regular file")
    sent = 0
    if offset:
        file.seek(offset)
    try:
        while count is None or sent < count:
            data = file.read(_SENT_AT_ONCE if count is None else min(_SENT_AT_ONCE, count - sent))
            if not data:
                break
            await self.sock_sendall(sock, data)
            sent += len(data)
    finally:
        if hasattr(file, "seek"):
            file.seek(offset + sent)
    return sent


@_method
async def sock_sendto(self, sock, data, address):
    _check_nonblocking(sock)
    while True:
        try:
            return sock.sendto(data, address)
        except (BlockingIOError, InterruptedError):
            await _ready(self, sock, True)


@_method
async def sock_accept(self, sock):
    _check_nonblocking(sock)
    while True:
        try:
            connection, address = sock.accept()
            connection.setblocking(False)
            return connection, address
        except (BlockingIOError, InterruptedError):
            await _ready(self, sock, False)


@_method
async def sock_connect(self, sock, address):
    _check_nonblocking(sock)
    if sock.family in (socket.AF_INET, socket.AF_INET6):
        address = (await _addresses(self, *address[:2], sock.family, sock.type, sock.proto))[0][4]
    try:
        sock.connect(address)
        return
    except (BlockingIOError, InterruptedError):
        pass
    await _ready(self, sock, True)
    error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if error:
        raise OSError(error, f"Connect call failed {address}")


def _bind(sock, address):
    try:
        sock.bind(address)
    except OSError as err:
        raise OSError(err.errno, f"error while attempting to bind on address {address!r}: {err.strerror.lower()}") from None


async def _connected(loop, infos, local):
    errors = []
    for family, type, proto, _, address in infos:
        sock = None
        try:
            sock = socket.socket(family, type, proto)
            sock.setblocking(False)
            if local is not None:
                _bind(sock, local)
            try:
                sock.connect(address)
            except (BlockingIOError, InterruptedError):
                await _ready(loop, sock, True)
                error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                if error:
                    raise OSError(error, f"Connect call failed {address}")
            except OSError as exc:
                raise OSError(exc.errno, f"Connect call failed {address}") from None
            return sock
        except OSError as exc:
            if sock is not None:
                sock.close()
            errors.append(exc)
        except:
            if sock is not None:
                sock.close()
            raise
    if len(errors) == 1 or len({str(exc) for exc in errors}) == 1:
        raise errors[0]
    raise OSError("Multiple exceptions: {}".format(", ".join(str(exc) for exc in errors)))


def _tls_of(ssl, server_side, handshake_timeout, shutdown_timeout):
    """(context, timeouts); None: no TLS is wanted."""
    if not ssl:
        if ssl is False and server_side:
            raise TypeError("ssl argument must be an SSLContext or None")
        for name, given in (("ssl_handshake_timeout", handshake_timeout), ("ssl_shutdown_timeout", shutdown_timeout)):
            if given is not None:
                raise ValueError(f"{name} is only meaningful with ssl")
        return None
    from asyncio.tls import context_of, seconds
    seconds("ssl_handshake_timeout", handshake_timeout, 0)
    seconds("ssl_shutdown_timeout", shutdown_timeout, 0)
    return context_of(ssl, server_side), handshake_timeout, shutdown_timeout


async def _transport(loop, sock, factory, tls=None, server_side=False, server_hostname=None):
    _refuse_secure(sock)
    sock.setblocking(False)
    protocol = factory()
    waiter = loop.create_future()
    if tls is not None:
        from asyncio.tls import TLSProtocol
        context, handshake_timeout, shutdown_timeout = tls
        secure = TLSProtocol(loop, protocol, context, waiter, server_side, server_hostname, True, handshake_timeout, shutdown_timeout)
        below = transports._SocketTransport(loop, sock, secure)
        try:
            await waiter
        except BaseException:
            below.close()
            raise
        return secure.transport, protocol
    made = transports._SocketTransport(loop, sock, protocol)
    loop.call_soon(_answer, waiter, None)  # after connection_made
    await waiter
    return made, protocol


@_method
async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None,
                            server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
                            all_errors=False):
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")
    if ssl and server_hostname is None:
        if not host:
            raise ValueError("You must set server_hostname when using ssl without a host")
        server_hostname = host
    tls = _tls_of(ssl, False, ssl_handshake_timeout, ssl_shutdown_timeout)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        infos = await _addresses(self, host, port, family, socket.SOCK_STREAM, proto, flags)
        sock = await _connected(self, infos, local_addr)
    elif sock is None:
        raise ValueError("host and port was not specified and no sock specified")
    elif sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    return await _transport(self, sock, protocol_factory, tls, server_hostname=server_hostname)


@_method
async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, ssl_handshake_timeout=None,
                                 ssl_shutdown_timeout=None):
    if ssl and server_hostname is None:
        raise ValueError("you have to pass server_hostname when using ssl")
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")
    tls = _tls_of(ssl, False, ssl_handshake_timeout, ssl_shutdown_timeout)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            sock.setblocking(False)
            await self.sock_connect(sock, os.fspath(path))
        except:
            sock.close()
            raise
    elif sock is None:
        raise ValueError("no path and sock were specified")
    return await _transport(self, sock, protocol_factory, tls, server_hostname=server_hostname)


@_method
async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """(transport, protocol) of a connection that was accepted outside of the loop."""
    tls = _tls_of(ssl, True, ssl_handshake_timeout, ssl_shutdown_timeout)
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    sock.setblocking(False)
    return await _transport(self, sock, protocol_factory, tls, True)


async def _serve(loop, sockets, factory, backlog, start_serving, tls=None):
    for sock in sockets:
        _refuse_secure(sock)
        sock.setblocking(False)
    server = Server(loop, sockets, factory, backlog, tls)
    if start_serving:
        server._start_serving()
    return server


@_method
async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None,
                        reuse_address=None, reuse_port=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
    tls = _tls_of(ssl, True, ssl_handshake_timeout, ssl_shutdown_timeout)
    if host is None and port is None:
        if sock is None:
            raise ValueError("Neither host/port nor sock were specified")
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        return await _serve(self, [sock], protocol_factory, backlog, start_serving, tls)
    if sock is not None:
        raise ValueError("host/port and sock can not be specified at the same time")
    hosts = [None] if host == "" or host is None else [host] if isinstance(host, str) else list(host)
    infos = []
    for each in hosts:
        for info in await _addresses(self, each, port, family, socket.SOCK_STREAM, 0, flags):
            if info not in infos:
                infos.append(info)
    sockets = []
    try:
        for info_family, type, proto, _, address in infos:
            try:
                made = socket.socket(info_family, type, proto)
            except OSError:
                continue
            sockets.append(made)
            if reuse_address is not False:
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
            if reuse_port:
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
            if info_family == socket.AF_INET6:
                made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
            try:
                _bind(made, address)
            except OSError as err:
                if err.errno == 99 and len(infos) > 1:
                    sockets.pop()
                    made.close()
                    continue
                raise
        if not sockets:
            raise OSError("could not bind on any address out of %r" % ([info[4] for info in infos],))
    except:
        for made in sockets:
            made.close()
        raise
    return await _serve(self, sockets, protocol_factory, backlog, start_serving, tls)


@_method
async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                             start_serving=True):
    tls = _tls_of(ssl, True, ssl_handshake_timeout, ssl_shutdown_timeout)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        import stat
        path = os.fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            if stat.S_ISSOCK(os.stat(path).st_mode):
                os.remove(path)
        except FileNotFoundError:
            pass
        try:
            sock.bind(path)
        except:
            sock.close()
            raise
    elif sock is None:
        raise ValueError("path was not specified, and no sock specified")
    return await _serve(self, [sock], protocol_factory, backlog, start_serving, tls)


@_method
async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None,
                                   allow_broadcast=None, sock=None):
    remote = None
    if sock is None:
        if local_addr is None and remote_addr is None:
            if not family:
                raise ValueError("unexpected address family")
            local = None
        else:
            local = None
            if remote_addr is not None:
                family, _, proto, _, remote = (await _addresses(self, *remote_addr, family, socket.SOCK_DGRAM, proto, flags))[0]
            if local_addr is not None:
                family, _, proto, _, local = (await _addresses(self, *local_addr, family, socket.SOCK_DGRAM, proto, flags))[0]
        sock = socket.socket(family, socket.SOCK_DGRAM, proto)
        try:
            sock.setblocking(False)
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            if local is not None:
                sock.bind(local)
            if remote is not None:
                sock.connect(remote)
        except:
            sock.close()
            raise
    else:
        sock.setblocking(False)
    protocol = protocol_factory()
    made = transports._DatagramTransport(self, sock, protocol, remote)
    waiter = self.create_future()
    self.call_soon(_answer, waiter, None)
    await waiter
    return made, protocol


# ---- pipes and processes -----------------------------------------------------------------------------------------------------------

async def _pipe(loop, protocol_factory, pipe, reads):
    protocol = protocol_factory()
    made = transports._PipeTransport(loop, pipe, protocol, reads)
    waiter = loop.create_future()
    loop.call_soon(_answer, waiter, None)
    await waiter
    return made, protocol


@_method
async def connect_read_pipe(self, protocol_factory, pipe):
    return await _pipe(self, protocol_factory, pipe, True)


@_method
async def connect_write_pipe(self, protocol_factory, pipe):
    return await _pipe(self, protocol_factory, pipe, False)


class _PipeProtocol:
    "Between a pipe's transport and the protocol of the process."

    def __init__(self, process, fd):
        self.process = process
        self.fd = fd
        self.open = True

    def connection_made(self, transport):
        pass

    def data_received(self, data):
        self.process._protocol.pipe_data_received(self.fd, data)

    def eof_received(self):
        pass

    def pause_writing(self):
        self.process._protocol.pause_writing()

    def resume_writing(self):
        self.process._protocol.resume_writing()

    def connection_lost(self, exc):
        self.open = False
        self.process._protocol.pipe_connection_lost(self.fd, exc)
        self.process._maybe_done()


class _ProcessTransport(transports.SubprocessTransport):
    def __init__(self, loop, protocol, popen):
        super().__init__({"subprocess": popen})
        self._loop = loop
        self._protocol = protocol
        self._popen = popen
        self._pid = popen.pid
        self._returncode = None
        self._closed = False
        self._lost = False
        self._waiters = []
        self._pipes = {}
        self._pipe_protocols = {}
        for fd, stream in enumerate((popen.stdin, popen.stdout, popen.stderr)):
            if stream is not None:
                between = self._pipe_protocols[fd] = _PipeProtocol(self, fd)
                self._pipes[fd] = transports._PipeTransport(loop, stream, between, fd != 0)
        protocol.connection_made(self)
        loop._expect_others()
        import threading
        threading.Thread(target=self._wait_for_it, daemon=True, name=f"waitpid-{popen.pid}").start()

    def __repr__(self):
        state = f"returncode={self._returncode}" if self._returncode is not None else "running"
        return f"<{type(self).__name__} pid={self._pid} {state}>"

    def _wait_for_it(self):
        returncode = self._popen.wait()
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._exited, returncode)

    def _exited(self, returncode):
        self._returncode = returncode
        self._protocol.process_exited()
        for waiter in self._waiters:
            _answer(waiter, returncode)
        self._waiters.clear()
        stdin = self._pipes.get(0)
        if stdin is not None:
            stdin.close()
        self._maybe_done()

    def _maybe_done(self):
        if self._returncode is not None and not self._lost and not any(between.open for between in self._pipe_protocols.values()):
            self._lost = True
            self._loop.call_soon(self._protocol.connection_lost, None)

    async def _wait(self):
        if self._returncode is None:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            return await waiter
        return self._returncode

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        return self._pipes.get(fd)

    def _check(self):
        if self._returncode is not None:
            raise ProcessLookupError()

    def send_signal(self, signal):
        self._check()
        os.kill(self._pid, signal)

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        for pipe in self._pipes.values():
            pipe.close()
        if self._returncode is None:
            try:
                os.kill(self._pid, 9)
            except ProcessLookupError:
                pass


def _start(loop, factory, args, shell, stdin, stdout, stderr, kwargs):
    import subprocess
    for name in ("universal_newlines", "text"):
        if kwargs.get(name):
            raise ValueError(f"{name} must be False")
    for name in ("encoding", "errors"):
        if kwargs.get(name) is not None:
            raise ValueError(f"{name} must be None")
    if kwargs.get("bufsize", 0) != 0:
        raise ValueError("bufsize must be 0")
    kwargs["bufsize"] = 0
    protocol = factory()
    popen = subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, **kwargs)
    return _ProcessTransport(loop, protocol, popen), protocol


@_method
async def subprocess_exec(self, protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1, **kwargs):
    if kwargs.pop("shell", False):
        raise ValueError("shell must be False")
    for arg in (program,) + args:
        if not isinstance(arg, (str, bytes, os.PathLike)):
            raise TypeError(f"program arguments must be a bytes or text string, not {type(arg).__name__}")
    return _start(self, protocol_factory, (program,) + args, False, stdin, stdout, stderr, kwargs)


@_method
async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, **kwargs):
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    if not kwargs.pop("shell", True):
        raise ValueError("shell must be True")
    return _start(self, protocol_factory, cmd, True, stdin, stdout, stderr, kwargs)


for _name, _function in methods.items():
    setattr(events.BaseEventLoop, _name, _function)


@_method
async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Goes on over TLS: the transport that stands in place of this one."""
    from asyncio import tls
    return await tls.start_tls(self, transport, protocol, sslcontext, server_side, server_hostname, ssl_handshake_timeout, ssl_shutdown_timeout)
