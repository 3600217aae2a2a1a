"""TLS over any transport: a protocol for the transport below, and a transport for the program's protocol (library reference, "Transports and Protocols").

What comes from below goes into one buffer in memory, what ssl.SSLObject has to say comes from another; the program's protocol gets what is between. The
transport below says when there is too much to send, and that is passed on.
"""
import ssl
from asyncio import protocols, transports

__all__ = ()
HANDSHAKE_TIMEOUT, SHUTDOWN_TIMEOUT = 60.0, 30.0
_READ_MOST = 256 * 1024
_HANDSHAKE, _OPEN, _SHUTDOWN, _CLOSED = "handshake", "open", "shutdown", "closed"


def seconds(name, given, usual):
    """A timeout that was given, or the usual one."""
    if given is None:
        return usual
    if given <= 0:
        raise ValueError(f"{name} should be a positive number, got {given}")
    return given


def context_of(wanted, server_side):
    """The context for ssl=True or a context."""
    if isinstance(wanted, bool):
        if server_side:
            raise TypeError("ssl argument must be an SSLContext or None")
        return ssl.create_default_context()
    if not isinstance(wanted, ssl.SSLContext):
        raise TypeError(f"sslcontext is expected to be an instance of ssl.SSLContext, got {wanted!r}" if not server_side else "ssl argument must be an SSLContext or None")
    return wanted


class _TLSTransport(transports.Transport):
    """What the program's protocol writes to."""

    _start_tls_compatible = True

    def __init__(self, tls):
        self._tls = tls

    def __repr__(self):
        return f"<{type(self).__name__} {self._tls.state}>"

    def get_extra_info(self, name, default=None):
        return self._tls.extra_info(name, default)

    def set_protocol(self, protocol):
        self._tls.set_protocol(protocol)

    def get_protocol(self):
        return self._tls.protocol

    def is_closing(self):
        return self._tls.state in (_SHUTDOWN, _CLOSED)

    def close(self):
        self._tls.close()

    def abort(self):
        self._tls.abort()

    def is_reading(self):
        return not self._tls.is_paused and not self.is_closing()

    def pause_reading(self):
        self._tls.pause_reading()

    def resume_reading(self):
        self._tls.resume_reading()

    def set_write_buffer_limits(self, high=None, low=None):
        self._tls.below.set_write_buffer_limits(high, low)

    def get_write_buffer_limits(self):
        return self._tls.below.get_write_buffer_limits()

    def get_write_buffer_size(self):
        return self._tls.below.get_write_buffer_size()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data: expecting a bytes-like instance, got {type(data).__name__}")
        if data:
            self._tls.write(data)

    def can_write_eof(self):
        return False

    def write_eof(self):
        raise NotImplementedError


class TLSProtocol(protocols.Protocol):
    """What the transport below feeds."""

    def __init__(self, loop, protocol, context, waiter=None, server_side=False, server_hostname=None, is_new=True, handshake_timeout=None, shutdown_timeout=None):
        self._loop, self._waiter = loop, waiter
        self._context, self._server_side = context, server_side
        self._server_hostname = server_hostname if server_hostname and not server_side else None
        self._handshake_timeout = seconds("ssl_handshake_timeout", handshake_timeout, HANDSHAKE_TIMEOUT)
        self._shutdown_timeout = seconds("ssl_shutdown_timeout", shutdown_timeout, SHUTDOWN_TIMEOUT)
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._extra = {"sslcontext": context}
        self._object = self._timer = self.below = None
        self._early = []             # written before the handshake was done
        self.is_paused = False
        self._is_known = not is_new  # to the program's protocol
        self._has_ended = False
        self._failure = None
        self.state = _HANDSHAKE
        self.set_protocol(protocol)
        self.transport = _TLSTransport(self)

    def set_protocol(self, protocol):
        self.protocol = protocol
        self._is_buffered = hasattr(protocol, "get_buffer")

    def extra_info(self, name, default=None):
        if name in self._extra:
            return self._extra[name]
        return default if self.below is None else self.below.get_extra_info(name, default)

    # ---- from below

    def connection_made(self, transport):
        self.below = transport
        transport.set_write_buffer_limits(512 * 1024)
        try:
            self._object = self._context.wrap_bio(self._incoming, self._outgoing, server_side=self._server_side, server_hostname=self._server_hostname)
        except Exception as exc:
            return self._fail(exc)
        self._timer = self._loop.call_later(self._handshake_timeout, self._late)
        self._go_on()

    def data_received(self, data):
        if self.state != _CLOSED:
            self._incoming.write(data)
            self._go_on()

    def eof_received(self):
        if self.state == _HANDSHAKE:
            self._fail(ConnectionResetError("SSL handshake is aborted by the peer" if self._server_side else "Connection lost"))
        elif self.state == _OPEN:
            self._read()
            self._tell_end()
        return False  # the transport below closes

    def connection_lost(self, exc):
        self.state = _CLOSED
        self._stop_timer()
        exc = exc or self._failure
        if self._is_known:
            self._loop.call_soon(self.protocol.connection_lost, exc)
        self._tell_waiter(exc or ConnectionResetError("Connection lost"))
        self._object = self._waiter = None

    def pause_writing(self):
        if self._is_known:
            self.protocol.pause_writing()

    def resume_writing(self):
        if self._is_known:
            self.protocol.resume_writing()

    # ---- the states

    def _stop_timer(self):
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()

    def _tell_waiter(self, exc):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            if exc is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(exc)

    def _send(self):
        data = self._outgoing.read()
        if data:
            self.below.write(data)

    def _go_on(self):
        if self.state == _HANDSHAKE:
            self._shake()
        if self.state == _OPEN:
            self._read()
        elif self.state == _SHUTDOWN:
            self._unwrap()

    def _shake(self):
        try:
            self._object.do_handshake()
        except ssl.SSLWantReadError:
            return self._send()
        except Exception as exc:
            self._send()
            return self._fail(exc)
        self._send()
        self._stop_timer()
        self.state = _OPEN
        made = self._object
        self._extra.update(peercert=made.getpeercert(), cipher=made.cipher(), compression=made.compression(), ssl_object=made)
        if not self._is_known:
            self._is_known = True
            self.protocol.connection_made(self.transport)
        self._tell_waiter(None)
        early, self._early = self._early, []
        for data in early:
            self.write(data)

    def _late(self):
        self._fail(ConnectionAbortedError(f"SSL handshake is taking longer than {self._handshake_timeout} seconds: aborting the connection"))

    def _fail(self, exc):
        """There will be no connection, or it is over."""
        self._stop_timer()
        self._tell_waiter(exc)
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({"message": "Fatal error on SSL transport", "exception": exc, "transport": self.below, "protocol": self})
        if self.state == _HANDSHAKE:
            self.state = _CLOSED
            self.below.close()
        else:
            self._failure = exc
            self.below.abort()

    def _read(self):
        while self.state == _OPEN and not self.is_paused:
            try:
                data = self._object.read(_READ_MOST)
            except ssl.SSLWantReadError:
                return self._send()
            except ssl.SSLError as exc:
                self._send()
                return self._fail(exc)
            self._send()
            if not data:
                return self._end_of_other_side()
            self._give(data)

    def _give(self, data):
        if not self._is_buffered:
            return self.protocol.data_received(data)
        while data:
            room = self.protocol.get_buffer(len(data))
            n = min(len(room), len(data))
            if not n:
                raise RuntimeError("get_buffer() returned an empty buffer")
            room[:n] = data[:n]
            self.protocol.buffer_updated(n)
            data = data[n:]

    def _end_of_other_side(self):
        self._tell_end()
        self.close()

    def _tell_end(self):
        if self._has_ended:
            return
        self._has_ended = True
        if self.protocol.eof_received():
            from asyncio.log import logger
            logger.warning("returning true from eof_received() has no effect when using ssl")

    def _unwrap(self):
        try:
            self._object.unwrap()
        except ssl.SSLWantReadError:
            return self._send()
        except ssl.SSLError:
            pass  # data that nobody wants any more
        else:
            self._tell_end()
        self._send()
        self._stop_timer()
        self._loop.call_soon(self.below.close)

    # ---- from the program

    def write(self, data):
        if self.state == _HANDSHAKE:
            self._early.append(bytes(data))
        elif self.state == _OPEN:
            try:
                self._object.write(data)
            except ssl.SSLWantReadError:
                pass  # it cannot: nothing is negotiated again
            except ssl.SSLError as exc:
                self._send()
                return self._fail(exc)
            self._send()

    def close(self):
        if self.state == _OPEN:
            self.state = _SHUTDOWN
            if self.is_paused:
                self.is_paused = False
                self.below.resume_reading()
            self._timer = self._loop.call_later(self._shutdown_timeout, self.abort)
            self._unwrap()
        elif self.state == _HANDSHAKE and self.below is not None:
            self.below.close()

    def abort(self):
        self._stop_timer()
        if self.below is not None:
            self.below.abort()

    def pause_reading(self):
        if not self.is_paused and self.state in (_HANDSHAKE, _OPEN):
            self.is_paused = True
            self.below.pause_reading()

    def resume_reading(self):
        if self.is_paused:
            self.is_paused = False
            self.below.resume_reading()
            self._loop.call_soon(self._go_on)  # with what is there already


async def start_tls(loop, transport, protocol, context, server_side=False, server_hostname=None, handshake_timeout=None, shutdown_timeout=None):
    """The transport that goes on over TLS in place of this one."""
    if not isinstance(context, ssl.SSLContext):
        raise TypeError(f"sslcontext is expected to be an instance of ssl.SSLContext, got {context!r}")
    if not getattr(transport, "_start_tls_compatible", False):
        raise TypeError(f"transport {transport!r} is not supported by start_tls()")
    waiter = loop.create_future()
    tls = TLSProtocol(loop, protocol, context, waiter, server_side, server_hostname, False, handshake_timeout, shutdown_timeout)
    transport.pause_reading()
    transport.set_protocol(tls)
    loop.call_soon(tls.connection_made, transport)
    loop.call_soon(transport.resume_reading)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return tls.transport
