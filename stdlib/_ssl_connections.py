"""The two ends of connections: SSLObject moves bytes to and from MemoryBIO objects, SSLSocket to and from its socket, which waits.

OpenSSL works on buffers in memory (_ssl.Connection). A record is asked for in two parts, its header and what that announces, so that nothing behind it is
taken from the socket.
"""
import _socket
import errno
import warnings
from _ssl import SSLSession
from _ssl_certificate import decode as _decode
from _ssl_constants import SSLErrorNumber
from _ssl_errors import SSLEOFError, SSLError, SSLWantReadError, SSLWantWriteError, error_of as _error
from _thread import allocate_lock as _allocate_lock
from socket import SO_TYPE, SOCK_STREAM, SOL_SOCKET, socket

globals().update(SSLErrorNumber.__members__)
CHANNEL_BINDING_TYPES = ["tls-unique"]
_WANTS_READ, _WANTS_WRITE = -2, -3
_WRITE_MOST = 1 << 16  # at a time


class MemoryBIO:
    """Bytes in memory: what one side writes, the other reads."""
    __module__ = "ssl"

    def __init__(self):
        self._data = bytearray()
        self._ended = False

    @property
    def pending(self):
        """The number of bytes pending in the memory BIO."""
        return len(self._data)

    @property
    def eof(self):
        """Whether the memory BIO is at EOF."""
        return self._ended and not self._data

    def read(self, size=-1, /):
        """Read up to size bytes from the memory BIO."""
        if size < 0 or size >= len(self._data):
            data = bytes(self._data)
            self._data.clear()
        else:
            data = bytes(self._data[:size])
            del self._data[:size]
        return data

    def write(self, b, /):
        """Writes the bytes b into the memory BIO. Returns the number of bytes written."""
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        view = memoryview(b)
        if not view.c_contiguous:
            raise BufferError("memoryview: underlying buffer is not C-contiguous")
        if self._ended:
            raise SSLError("cannot write() after write_eof()")
        self._data += view.cast("B") if view.nbytes else b""
        return view.nbytes

    def write_eof(self):
        """Write an EOF marker to the memory BIO."""
        self._ended = True


def _wants_read():
    return _error(SSLWantReadError, SSL_ERROR_WANT_READ, "The operation did not complete (read)")


def _wants_write():
    return _error(SSLWantWriteError, SSL_ERROR_WANT_WRITE, "The operation did not complete (write)")


def _broken_off():
    return _error(SSLEOFError, SSL_ERROR_EOF, "EOF occurred in violation of protocol")


class _Connection:
    """What SSLObject and SSLSocket have in common: `_native` is a _ssl.Connection, or None where there is none."""

    def _known(self):
        """The native connection, where it must be there."""
        return self._native

    @property
    def _sslobj(self):
        # What CPython's has under this name is asked by packages for the protocol, the cipher, the certificate.
        return None if self._native is None else self

    @property
    def context(self):
        """The SSLContext that is currently in use."""
        return self._context

    @context.setter
    def context(self, context):
        from ssl import SSLContext
        if not isinstance(context, SSLContext):
            raise TypeError("The value must be a SSLContext")
        if self._native is not None:
            self._native.set_context(context._native)
        self._context = context

    @property
    def session(self):
        """The SSLSession for client socket."""
        native = self._native
        return native.session() if native is not None and native.is_established() else None

    @session.setter
    def session(self, session):
        if not isinstance(session, SSLSession):
            raise TypeError("Value is not a SSLSession.")
        if self._native is not None:
            self._native.set_session(session)

    @property
    def session_reused(self):
        """Was the client session reused during handshake"""
        return None if self._native is None else self._native.session_reused()

    def getpeercert(self, binary_form=False):
        """The certificate of the other side: a dict, empty where it was not verified, or DER; None where there is none."""
        native = self._known()
        if not native.is_established():
            raise ValueError("handshake not done yet")
        der = native.certificate()
        if der is None or binary_form:
            return der
        return _decode(der) if native.verify_mode() & 1 else {}

    def selected_alpn_protocol(self):
        """The protocol that ALPN has selected; None: none."""
        name = None if self._native is None else self._native.protocol()
        return name if name is None else name.decode("ascii")

    def selected_npn_protocol(self):
        warnings.warn("ssl NPN is deprecated, use ALPN instead", DeprecationWarning, stacklevel=2)
        return None

    def cipher(self):
        """(name, protocol, bits) of the cipher; None: there is none yet."""
        return None if self._native is None else self._native.cipher()

    def shared_ciphers(self):
        """The ciphers that both sides have, on the server's; None: that is not known."""
        rows = None if self._native is None else self._native.shared_ciphers()
        return rows if rows is None else [(row[1], row[2], row[4]) for row in rows]

    def compression(self):
        """None: nothing is compressed."""
        return None

    def version(self):
        """The version of the protocol; None before the handshake."""
        return None if self._native is None else self._native.version()

    def get_channel_binding(self, cb_type="tls-unique"):
        """Bytes that only the two ends of this connection know."""
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError(f"{cb_type!r} channel binding type not implemented")
        return None if self._native is None else self._native.finished(bool(self.server_side))


class SSLObject(_Connection):
    """One side of a connection whose bytes come from and go to MemoryBIO objects: it never waits."""
    __module__ = "ssl"

    def __init__(self, *args, **kwargs):
        raise TypeError(f"{self.__class__.__name__} does not have a public constructor. Instances are returned by SSLContext.wrap_bio().")

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None, context=None):
        for name, value in (("incoming", incoming), ("outgoing", outgoing)):
            if not isinstance(value, MemoryBIO):
                raise TypeError(f"_wrap_bio() argument '{name}' must be _ssl.MemoryBIO, not {type(value).__name__}")
        self = cls.__new__(cls)
        self._incoming, self._outgoing = incoming, outgoing
        self._context = context
        self._server_side, self._server_hostname = server_side, server_hostname
        self._ended = False
        self._native = context._connect(server_side, server_hostname, self, session)
        return self

    @property
    def server_side(self):
        """Whether this is a server-side socket."""
        return self._server_side

    @property
    def server_hostname(self):
        """The currently set server hostname (for SNI), or None."""
        return self._server_hostname

    def _step(self, call, *args):
        native, incoming = self._native, self._incoming
        while True:
            try:
                result = call(*args)
            finally:
                data = native.output(-1)
                if data:
                    self._outgoing.write(data)
            if result != _WANTS_READ:
                if result != _WANTS_WRITE:
                    return result
            elif self._ended:
                raise _broken_off()
            elif incoming.pending:
                if native.feed(incoming.read(native.wanted())) and incoming.pending:
                    native.feed(incoming.read(native.wanted()))
            elif incoming.eof:
                self._ended = True
                native.feed_end()
            else:
                raise _wants_read()

    def read(self, len=1024, buffer=None):
        """Read up to `len` bytes and return them; b"" at the end. Into `buffer`: how many were read."""
        view = None
        if buffer is not None:
            view = _writable(buffer, "read() argument 2")
            len = min(len, view.nbytes) if len > 0 else view.nbytes
        elif len < 0:
            raise ValueError("size should not be negative")
        if len == 0:
            return b"" if view is None else 0
        data = self._step(self._native.read, len)
        return data if view is None else _fill(view, data)

    def write(self, data):
        """Write the bytes-like object; how many bytes were taken."""
        write = self._native.write
        if type(data) is bytes and len(data) <= _WRITE_MOST:
            return self._step(write, data)
        view = memoryview(data).cast("B")
        done = self._step(write, view[:_WRITE_MOST])
        while done < view.nbytes:
            done += self._step(write, view[done:done + _WRITE_MOST])
        return done

    def pending(self):
        """How many bytes can be read at once."""
        return self._native.pending()

    def do_handshake(self):
        """Start the SSL/TLS handshake."""
        self._step(self._native.handshake)

    def unwrap(self):
        """End the connection; what follows on it is in the clear."""
        if not self._step(self._native.shutdown):
            self._step(self._native.shutdown)

    def verify_client_post_handshake(self):
        self._step(self._native.verify_client)


def _writable(buffer, what):
    try:
        view = memoryview(buffer)
    except TypeError:
        view = None
    if view is None or view.readonly:
        raise TypeError(f"{what} must be read-write bytes-like object, not {type(buffer).__name__}")
    return view.cast("B")


def _fill(view, data):
    view[:len(data)] = data
    return len(data)


class SSLSocket(_Connection, socket):
    """A socket whose data is enciphered."""
    __module__ = "ssl"

    def __init__(self, *args, **kwargs):
        raise TypeError(f"{self.__class__.__name__} does not have a public constructor. Instances are returned by SSLContext.wrap_socket().")

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, context=None, session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError("only stream sockets are supported")
        if server_side:
            if server_hostname:
                raise ValueError("server_hostname can only be specified in client mode")
            if session is not None:
                raise ValueError("session can only be specified in client mode")
        if context.check_hostname and not server_hostname:
            raise ValueError("check_hostname requires server_hostname")
        timeout = sock.gettimeout()
        self = cls.__new__(cls)
        socket.__init__(self, family=sock.family, type=sock.type, proto=sock.proto, fileno=sock.fileno())
        sock.detach()
        self._context = context
        self._session = session
        self._native = None
        self.server_side = server_side
        self.server_hostname = context._encode_hostname(server_hostname)
        self.do_handshake_on_connect = do_handshake_on_connect
        self.suppress_ragged_eofs = suppress_ragged_eofs
        self._sending, self._receiving = _allocate_lock(), _allocate_lock()
        self._unsent = b""   # taken from the connection, but not by the socket yet
        self._accepted = 0   # of a write() that is to be called again: what of its data is on the way already
        self._fed = 0        # how many times something was received
        self._ended = False
        self._connected = False
        try:
            self.settimeout(timeout)
            try:
                self.getpeername()
                self._connected = True
            except OSError as error:
                if error.errno not in (errno.ENOTCONN, errno.EINVAL):
                    raise
            if self._connected:
                self._begin()
        except BaseException:
            self.close()
            raise
        return self

    def _begin(self):
        self._native = self._context._connect(self.server_side, self.server_hostname, self, self._session)
        if self.do_handshake_on_connect:
            if self.gettimeout() == 0.0:
                raise ValueError("do_handshake_on_connect should not be specified for non-blocking sockets")
            self.do_handshake()

    # ---- the wire: whoever sends or receives holds a lock, so that what threads do stays in order

    def _flush(self):
        """Sends what the connection has to say."""
        with self._sending:
            while True:
                if not self._unsent:
                    native = self._native
                    self._unsent = native.output(65536) if native is not None else b""
                    if not self._unsent:
                        return
                try:
                    sent = socket.send(self, self._unsent)
                except BlockingIOError:
                    raise _wants_write() from None
                self._unsent = self._unsent[sent:]

    def _receive(self, native, seen):
        """Gives the connection a part of a record, unless another thread has since `seen`."""
        with self._receiving:
            if self._fed != seen:
                return
            if self._ended:
                raise _broken_off()
            try:
                data = socket.recv(self, native.wanted())
                self._fed += 1
                if data and native.feed(data):
                    data = _socket.recvfrom(self._fd, native.wanted(), 0, self._timeout, False, "recv")
                    if data:
                        native.feed(data)
            except BlockingIOError:
                raise _wants_read() from None
            if not data:
                self._ended = True
                native.feed_end()

    def _step(self, words, call, *args):
        native = self._native
        try:
            while True:
                seen = self._fed
                try:
                    result = call(*args)
                except SSLError:
                    try:
                        self._flush()  # an alert
                    except OSError:
                        pass
                    raise
                try:
                    self._flush()
                except SSLWantWriteError:
                    if not isinstance(result, bytes):  # what was read is there, whatever else is to be sent
                        raise
                if result == _WANTS_READ:
                    self._receive(native, seen)
                elif result != _WANTS_WRITE:
                    return result
        except TimeoutError as error:
            if error.errno is not None:
                raise
            raise TimeoutError(words) from None

    def _check_connected(self):
        if not self._connected:
            self.getpeername()  # which says what is wrong

    def _known(self):
        self._check_connected()
        if self._native is None:
            raise ValueError("No SSL wrapper around " + str(self))
        return self._native

    # ---- data

    def dup(self):
        raise NotImplementedError(f"Can't dup() {self.__class__.__name__} instances")

    def read(self, len=1024, buffer=None):
        """Read up to LEN bytes and return them. Return zero-length string on EOF."""
        if self._native is None:
            raise ValueError("Read on closed or unwrapped SSL socket.")
        view = None
        if buffer is not None:
            view = _writable(buffer, "read() argument 2")
            len = min(len, view.nbytes) if len is not None and len > 0 else view.nbytes
        elif len < 0:
            raise ValueError("size should not be negative")
        if len == 0:
            return b"" if view is None else 0
        try:
            data = self._step("The read operation timed out", self._native.read, len)
        except SSLError as error:
            if error.args[0] != SSL_ERROR_EOF or not self.suppress_ragged_eofs:
                raise
            data = b""
        return data if view is None else _fill(view, data)

    def write(self, data):
        """Write DATA to the underlying SSL channel. Returns number of bytes of DATA actually transmitted."""
        native = self._native
        if native is None:
            raise ValueError("Write on closed or unwrapped SSL socket.")
        view = memoryview(data).cast("B")
        words = "The write operation timed out"
        if self.gettimeout() != 0.0:
            if type(data) is bytes and len(data) <= _WRITE_MOST:
                return self._step(words, native.write, data)
            done = 0
            while done < view.nbytes:
                done += self._step(words, native.write, view[done:done + _WRITE_MOST])
            return done
        if not self._accepted:
            self._flush()
            self._accepted = self._write_some(native, view[:16384])
        self._flush()
        done, self._accepted = self._accepted, 0
        return done

    def _write_some(self, native, data):
        while True:
            seen = self._fed
            done = native.write(data)
            if done >= 0:
                return done
            self._flush()
            if done == _WANTS_READ:
                self._receive(native, seen)

    def _refuse_flags(self, flags, name):
        if flags:
            raise ValueError(f"non-zero flags not allowed in calls to {name}() on {self.__class__}")

    def send(self, data, flags=0):
        if self._native is None:
            return socket.send(self, data, flags)
        self._refuse_flags(flags, "send")
        return self.write(data)

    def sendall(self, data, flags=0):
        if self._native is None:
            return socket.sendall(self, data, flags)
        self._refuse_flags(flags, "sendall")
        if type(data) is bytes and len(data) <= _WRITE_MOST and self.gettimeout() != 0.0:
            self.write(data)
            return
        with memoryview(data) as view, view.cast("B") as octets:
            done = 0
            while done < len(octets):
                done += self.send(octets[done:])

    def sendto(self, data, flags_or_addr, addr=None):
        if self._native is not None:
            raise ValueError(f"sendto not allowed on instances of {self.__class__}")
        return socket.sendto(self, data, flags_or_addr) if addr is None else socket.sendto(self, data, flags_or_addr, addr)

    def sendmsg(self, *args, **kwargs):
        raise NotImplementedError(f"sendmsg not allowed on instances of {self.__class__}")

    def recv(self, buflen=1024, flags=0):
        if self._native is None:
            return socket.recv(self, buflen, flags)
        self._refuse_flags(flags, "recv")
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        if self._native is None:
            return socket.recv_into(self, buffer, nbytes or 0, flags)
        self._refuse_flags(flags, "recv_into")
        if nbytes is None:
            nbytes = memoryview(buffer).nbytes or 1024
        return self.read(nbytes, buffer)

    def recvfrom(self, buflen=1024, flags=0):
        if self._native is not None:
            raise ValueError(f"recvfrom not allowed on instances of {self.__class__}")
        return socket.recvfrom(self, buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        if self._native is not None:
            raise ValueError(f"recvfrom_into not allowed on instances of {self.__class__}")
        return socket.recvfrom_into(self, buffer, nbytes or 0, flags)

    def recvmsg(self, *args, **kwargs):
        raise NotImplementedError(f"recvmsg not allowed on instances of {self.__class__}")

    def recvmsg_into(self, *args, **kwargs):
        raise NotImplementedError(f"recvmsg_into not allowed on instances of {self.__class__}")

    def pending(self):
        """Return the number of bytes that can be read immediately."""
        return 0 if self._native is None else self._native.pending()

    # ---- the life of a connection

    def do_handshake(self, block=False):
        """Start the SSL/TLS handshake."""
        self._check_connected()
        native = self._known()
        timeout = self.gettimeout()
        try:
            if timeout == 0.0 and block:
                self.settimeout(None)
            self._step("The handshake operation timed out", native.handshake)
        finally:
            if timeout == 0.0 and block and self._fd != -1:
                self.settimeout(timeout)

    def shutdown(self, how, /):
        self._native = None
        socket.shutdown(self, how)

    def unwrap(self):
        """End TLS on the connection; the socket goes on in the clear."""
        if self._native is None:
            raise ValueError("No SSL wrapper around " + str(self))
        native = self._native
        if not self._step("The read operation timed out", native.shutdown):
            self._step("The read operation timed out", native.shutdown)
        self._native = None
        return self

    def verify_client_post_handshake(self):
        if self._native is None:
            raise ValueError("No SSL wrapper around " + str(self))
        self._step("The write operation timed out", self._native.verify_client)

    def _real_close(self):
        native, self._native = self._native, None
        if native is not None:
            native.close()
        socket._real_close(self)

    def detach(self):
        self._native = None
        return socket.detach(self)

    def _connect_now(self, address, connect_ex):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected or self._native is not None:
            raise ValueError("attempt to connect already-connected SSLSocket!")
        try:
            error = 0
            if connect_ex:
                error = socket.connect_ex(self, address)
            else:
                socket.connect(self, address)
            if not error:
                self._connected = True
                self._begin()
            else:
                self._native = self._context._connect(False, self.server_hostname, self, self._session)
            return error
        except (OSError, ValueError):
            self._native = None
            raise

    def connect(self, addr):
        """Connects to remote ADDR, and then wraps the connection in an SSL channel."""
        self._connect_now(addr, False)

    def connect_ex(self, addr):
        """Connects to remote ADDR, and then wraps the connection in an SSL channel."""
        return self._connect_now(addr, True)

    def accept(self):
        """Accepts a new connection from a remote client, and returns a tuple containing that new connection wrapped with a server-side SSL channel, and the
        address of the remote client."""
        made, address = socket.accept(self)
        made = self.context.wrap_socket(made, do_handshake_on_connect=self.do_handshake_on_connect, suppress_ragged_eofs=self.suppress_ragged_eofs, server_side=True)
        return made, address
