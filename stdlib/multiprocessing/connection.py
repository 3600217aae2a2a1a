"""Two ends of a pipe that carries objects; clients and listeners, who have such a pipe between them where they know the same key."""
import os
import struct
from .context import AuthenticationError

__all__ = ["Client", "Connection", "Listener", "Pipe", "wait"]


class Connection:
    """One end of a pipe."""

    def __init__(self, handle, readable=True, writable=True):
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self.close()

    def __reduce__(self):
        from .reduction import DupFd
        return _rebuild_connection, (DupFd(self.fileno()), self._readable, self._writable)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>"

    def _check(self, readable=False, writable=False):
        if self._handle is None:
            raise OSError("handle is closed")
        if readable and not self._readable:
            raise OSError("connection is write-only")
        if writable and not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check()
        return self._handle

    def close(self):
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _write(self, data):
        while data:
            data = data[os.write(self._handle, data):]

    def _read(self, size):
        parts = []
        while size:
            part = os.read(self._handle, min(size, 1 << 20))
            if not part:
                if parts:
                    raise OSError("got end of file during message")
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def send_bytes(self, buf, offset=0, size=None):
        self._check(writable=True)
        data = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(data):
            raise ValueError("buffer length < offset + size")
        self._write(struct.pack("!I", size) + bytes(data[offset:offset + size]))

    def send(self, obj):
        from .reduction import _pickled
        self._check(writable=True)
        self.send_bytes(_pickled(obj))

    def recv_bytes(self, maxlength=None):
        self._check(readable=True)
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        size = struct.unpack("!I", self._read(4))[0]
        if maxlength is not None and size > maxlength:
            self._readable = False
            if not self._writable:
                self.close()
            raise OSError("bad message length")
        return self._read(size)

    def recv_bytes_into(self, buf, offset=0):
        data = self.recv_bytes()
        view = memoryview(buf).cast("B")
        if len(data) > len(view) - offset:
            from multiprocessing.context import BufferTooShort
            raise BufferTooShort(data)
        view[offset:offset + len(data)] = data
        return len(data)

    def recv(self):
        import pickle
        self._check(readable=True)
        return pickle.loads(self.recv_bytes())

    def poll(self, timeout=0.0):
        self._check(readable=True)
        return bool(wait([self], timeout))


def _rebuild_connection(df, readable, writable):
    return Connection(df.detach(), readable, writable)


def Pipe(duplex=True):
    """Returns pair of connection objects at either end of a pipe."""
    if duplex:
        import socket
        a, b = socket.socketpair()
        return Connection(a.detach()), Connection(b.detach())
    read_end, write_end = os.pipe()
    return Connection(read_end, writable=False), Connection(write_end, readable=False)


def wait(object_list, timeout=None):
    """Wait till an object in object_list is ready/readable."""
    import select
    files = {}
    poller = select.poll()
    for each in object_list:
        fd = each if isinstance(each, int) else each.fileno()
        files[fd] = each
        poller.register(fd, select.POLLIN)
    return [files[fd] for fd, _ in poller.poll(None if timeout is None else max(timeout, 0) * 1000)]


# ---- listeners and clients

default_family = "AF_UNIX"
families = ["AF_INET", "AF_UNIX"]


def address_type(address):
    """The family of an address: (host, port) or the path of a socket."""
    if isinstance(address, tuple):
        return "AF_INET"
    if isinstance(address, str) and address.startswith("\\\\"):
        return "AF_PIPE"
    from .util import is_abstract_socket_namespace
    if isinstance(address, str) or is_abstract_socket_namespace(address):
        return "AF_UNIX"
    raise ValueError("address type of %r unrecognized" % address)


def _validate_family(family):
    if family == "AF_PIPE":
        raise ValueError("Family %s is not recognized." % family)


def arbitrary_address(family):
    """A free address of a family."""
    if family == "AF_INET":
        return "localhost", 0
    if family == "AF_UNIX":
        import tempfile
        from .util import get_temp_dir
        return tempfile.mktemp(prefix="listener-", dir=get_temp_dir())
    raise ValueError("unrecognized family")


class Listener:
    """Waits for clients at an address. With an authkey, both sides show each other that they know it."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        import socket
        family = family or address and address_type(address) or default_family
        address = address or arbitrary_address(family)
        _validate_family(family)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._authkey, self._path = authkey, None
        self._socket = socket.socket(getattr(socket, family))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.setblocking(True)
            self._socket.bind(address)
            self._socket.listen(backlog)
            self._address = self._socket.getsockname()
        except OSError:
            self._socket.close()
            raise
        self._last_accepted = None
        from .util import Finalize, is_abstract_socket_namespace
        if family == "AF_UNIX" and not is_abstract_socket_namespace(address):
            self._path = Finalize(self, os.unlink, args=(address,), exitpriority=0)

    def accept(self):
        """The connection of the next client."""
        if self._socket is None:
            raise OSError("listener is closed")
        made, self._last_accepted = self._socket.accept()
        made.setblocking(True)
        return _authenticated(Connection(made.detach()), self._authkey, (deliver_challenge, answer_challenge))

    def close(self):
        """No client is waited for any more."""
        listener, self._socket = self._socket, None
        if listener is not None:
            listener.close()
            path, self._path = self._path, None
            if path is not None:
                path()

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def Client(address, family=None, authkey=None):
    """A connection to the listener at an address."""
    import socket
    family = family or address_type(address)
    _validate_family(family)
    with socket.socket(getattr(socket, family)) as made:
        made.setblocking(True)
        made.connect(address)
        connection = Connection(made.detach())
    if authkey is not None and not isinstance(authkey, bytes):
        connection.close()
        raise TypeError("authkey should be a byte string")
    return _authenticated(connection, authkey, (answer_challenge, deliver_challenge))


def _authenticated(connection, authkey, steps):
    try:
        for step in steps if authkey is not None else ():
            step(connection, authkey)
    except BaseException:
        connection.close()
        raise
    return connection


# ---- how a key is shown to be known: the digest of a challenge. What a challenge begins with says which; without, it is MD5, as once

_CHALLENGE, _WELCOME, _FAILURE = b"#CHALLENGE#", b"#WELCOME#", b"#FAILURE#"
_DIGESTS = b"md5", b"sha256", b"sha384", b"sha3_256", b"sha3_384"
_SHORTEST = 20


def _digest_name(message):
    if len(message) not in (16, 20) and message[:1] == b"{" and b"}" in message[:20]:
        name = message[1:message.index(b"}")]
        if name in _DIGESTS:
            return name
        raise AuthenticationError(f"unsupported message length, missing digest prefix, or unsupported digest: {message=}")
    if len(message) in (16, 20):
        return b""
    raise AuthenticationError(f"unsupported message length, missing digest prefix, or unsupported digest: {message=}")


def _answer(authkey, message, name):
    import hmac
    digest = hmac.new(authkey, message, (name or b"md5").decode()).digest()
    return b"{%s}%s" % (name, digest) if name else digest


def deliver_challenge(connection, authkey, digest_name="sha256"):
    """Has the other side show that it knows the key."""
    import hmac
    if not isinstance(authkey, bytes):
        raise ValueError("Authkey must be bytes, not {0!s}".format(type(authkey)))
    message = b"{%s}%s" % (digest_name.encode(), os.urandom(40))
    connection.send_bytes(_CHALLENGE + message)
    response = connection.recv_bytes(256)
    if not hmac.compare_digest(_answer(authkey, message, _digest_name(response)), response):
        connection.send_bytes(_FAILURE)
        raise AuthenticationError("digest received was wrong")
    connection.send_bytes(_WELCOME)


def answer_challenge(connection, authkey):
    """Shows the other side that the key is known."""
    if not isinstance(authkey, bytes):
        raise ValueError("Authkey must be bytes, not {0!s}".format(type(authkey)))
    message = connection.recv_bytes(256)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError(f"Protocol error, expected challenge: {message=}")
    message = message[len(_CHALLENGE):]
    if len(message) < _SHORTEST:
        raise AuthenticationError(f"challenge too short: {len(message)} bytes")
    connection.send_bytes(_answer(authkey, message, _digest_name(message)))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError("digest sent was rejected")
