"""Sockets: talking to other programs and machines (library reference, "socket")."""
import _socket
from _select import poll as _poll, POLLIN as _POLLIN
import errno as _errno
import io
import os
from _socket import (gaierror, herror, close, CMSG_LEN, CMSG_SPACE, getnameinfo, gethostbyname, gethostname, getservbyname, getservbyport, getprotobyname,
                     inet_aton, inet_ntoa, inet_pton, inet_ntop, htons, ntohs, htonl, ntohl, if_nameindex, if_nametoindex, if_indextoname)
from enum import IntEnum, IntFlag

error = OSError
timeout = TimeoutError
has_ipv6 = True
SocketType = None
_names = {name: value for name, value in vars(_socket).items() if name.isupper() or name[:5] in ("INADD",)}
globals().update({name: value for name, value in _names.items() if isinstance(value, int)})
del CMSG_LEN, CMSG_SPACE
from _socket import CMSG_LEN, CMSG_SPACE


def _enum(kind, name, prefix):
    members = sorted((value, each) for each, value in _names.items() if each.startswith(prefix) and isinstance(value, int))
    made = kind(name, [(each, value) for value, each in members], module="socket")
    made.__str__ = int.__repr__
    globals().update(made.__members__)
    return made


AddressFamily = _enum(IntEnum, "AddressFamily", "AF_")
SocketKind = _enum(IntEnum, "SocketKind", "SOCK_")
MsgFlag = _enum(IntFlag, "MsgFlag", "MSG_")
AddressInfo = _enum(IntFlag, "AddressInfo", "AI_")
_LOCALHOST = "127.0.0.1"
_LOCALHOST_V6 = "::1"
_default_timeout = None


def _member(value, enum):
    try:
        return enum(value)
    except ValueError:
        return value


def _check_timeout(value):
    if value is None:
        return None
    if not isinstance(value, (int, float)):
        if not hasattr(value, "__float__") and not hasattr(value, "__index__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = float(value)
    if value < 0:
        raise ValueError("Timeout value out of range")
    if value != value:
        raise ValueError("Invalid value NaN (not a number)")
    return float(value)


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout, /):
    global _default_timeout
    _default_timeout = _check_timeout(timeout)


# A socket that nobody refers to any more is closed when it is collected: the other side may be waiting for that. So whoever waits has garbage
# collected, again and again at growing intervals: other threads may have dropped something meanwhile.
_open = 0


def _before_waiting(sock, events):
    if _open <= 1 or sock._timeout == 0.0 or _poll([(sock._fd, events)], 0):
        return
    import gc
    from time import monotonic
    interval = 0.01
    while interval < 10:
        try:
            start = monotonic()
        except PermissionError:  # without a clock: once
            gc.collect()
            return
        gc.collect()
        interval = max(2 * interval, 10 * (monotonic() - start))
        if sock._timeout is not None or _open <= 1 or _poll([(sock._fd, events)], interval):
            return


class socket:
    """A subclass of _socket.socket adding the makefile() method."""

    __slots__ = ("__weakref__", "_fd", "_family", "_type", "_proto", "_timeout", "_io_refs", "_closed")

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._fd = -1
        self._io_refs = 0
        self._closed = False
        self._timeout = _default_timeout
        if fileno is not None:
            if not isinstance(fileno, int):
                raise TypeError(f"integer argument expected, got {fileno.__class__.__name__}" if isinstance(fileno, float) else
                                f"'{fileno.__class__.__name__}' object cannot be interpreted as an integer")
            if fileno < 0:
                raise ValueError("negative file descriptor")
            family = _socket.getsockopt(fileno, SOL_SOCKET, SO_DOMAIN, 0) if family == -1 else family
            type = _socket.getsockopt(fileno, SOL_SOCKET, SO_TYPE, 0) if type == -1 else type
            proto = _socket.getsockopt(fileno, SOL_SOCKET, SO_PROTOCOL, 0) if proto == -1 else proto
            self._fd = fileno
        else:
            family = AF_INET if family == -1 else family
            type = SOCK_STREAM if type == -1 else type
            proto = 0 if proto == -1 else proto
            self._fd = _socket.socket(family, type, proto)
        global _open
        _open += 1
        self._family = int(family)
        self._type = int(type) & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        self._proto = proto
        if self._timeout is not None and fileno is None:
            os.set_blocking(self._fd, False)
        if int(type) & SOCK_NONBLOCK:
            self._timeout = 0.0

    def __del__(self):
        if getattr(self, "_fd", -1) != -1:
            import warnings
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self)
            try:
                self._real_close()
            except OSError:
                pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = self._closed
        text = (f"<{self.__class__.__module__}.{self.__class__.__qualname__}{' [closed]' if closed else ''} fd={self._fd}, family={self._family}, "
                f"type={self._type}, proto={self._proto}")
        if not closed:
            for name, call in (("laddr", _socket.getsockname), ("raddr", _socket.getpeername)):
                try:
                    address = call(self._fd)
                    if address:
                        text += f", {name}={address}"
                except (OSError, AttributeError):
                    pass
        return text + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    @property
    def family(self):
        return _member(self._family, AddressFamily)

    @property
    def type(self):
        return _member(self._type, SocketKind)

    @property
    def proto(self):
        return self._proto

    @property
    def timeout(self):
        return self._timeout

    # ---- the life of a socket

    def fileno(self):
        return self._fd

    def dup(self):
        made = self.__class__(self._family, self._type, self._proto, fileno=_socket.dup(self._fd))
        made.settimeout(self._timeout)
        return made

    def _real_close(self):
        global _open
        fd, self._fd = self._fd, -1
        if fd != -1:
            _open -= 1
            _socket.close(fd)

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def detach(self):
        """Close the socket object without closing the underlying file descriptor, which is returned."""
        global _open
        self._closed = True
        fd, self._fd = self._fd, -1
        _open -= fd != -1
        return fd

    def shutdown(self, how, /):
        _socket.shutdown(self._fd, how)

    # ---- waiting

    def settimeout(self, value, /):
        self._timeout = _check_timeout(value)
        os.set_blocking(self._fd, self._timeout is None)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag, /):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self._timeout != 0.0

    def get_inheritable(self):
        return os.get_inheritable(self._fd)

    def set_inheritable(self, inheritable):
        os.set_inheritable(self._fd, inheritable)

    # ---- connecting

    def bind(self, address, /):
        _socket.bind(self._fd, self._family, address)

    def listen(self, backlog=128, /):
        _socket.listen(self._fd, backlog)

    def _accept(self):
        _before_waiting(self, _POLLIN)
        return _socket.accept(self._fd, self._timeout)

    def accept(self):
        """accept() -> (socket object, address info)"""
        fd, address = self._accept()
        made = socket(self._family, self._type, self._proto, fileno=fd)
        if getdefaulttimeout() is None and self._timeout:
            made.setblocking(True)
        return made, address

    def connect(self, address, /):
        error = _socket.connect(self._fd, self._family, address, self._timeout, "connect")
        if error:
            raise OSError(error, os.strerror(error))

    def connect_ex(self, address, /):
        try:
            return _socket.connect(self._fd, self._family, address, self._timeout, "connect_ex")
        except TimeoutError:
            return _errno.EAGAIN

    def getsockname(self):
        return _socket.getsockname(self._fd)

    def getpeername(self):
        return _socket.getpeername(self._fd)

    def getsockopt(self, level, option, buflen=0, /):
        return _socket.getsockopt(self._fd, level, option, buflen)

    def setsockopt(self, level, option, value, *optlen):
        _socket.setsockopt(self._fd, level, option, value, *optlen)

    # ---- data

    def recv(self, bufsize, flags=0, /):
        if _open > 1 and isinstance(bufsize, int) and bufsize >= 0:
            _before_waiting(self, _POLLIN)
        return _socket.recvfrom(self._fd, bufsize, flags, self._timeout, False, "recv")

    def recvfrom(self, bufsize, flags=0, /):
        return _socket.recvfrom(self._fd, bufsize, flags, self._timeout, True, "recvfrom")

    def _room(self, buffer, nbytes, name):
        if isinstance(buffer, (str, int, bytes)) or not isinstance(buffer, memoryview) and not hasattr(buffer, "__setitem__"):
            raise TypeError(f"{name}() argument 1 must be read-write bytes-like object, not {buffer.__class__.__name__}")
        view = memoryview(buffer).cast("B")
        if nbytes < 0:
            raise ValueError(f"negative buffersize in {name}")
        if nbytes > len(view):
            raise ValueError("buffer too small for requested bytes" if name == "recv_into" else "nbytes is greater than the length of the buffer")
        return view, nbytes or len(view)

    def recv_into(self, buffer, nbytes=0, flags=0):
        view, size = self._room(buffer, nbytes, "recv_into")
        _before_waiting(self, _POLLIN)
        data = _socket.recvfrom(self._fd, size, flags, self._timeout, False, "recv_into")
        view[:len(data)] = data
        return len(data)

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        view, size = self._room(buffer, nbytes, "recvfrom_into")
        data, address = _socket.recvfrom(self._fd, size, flags, self._timeout, True, "recvfrom_into")
        view[:len(data)] = data
        return len(data), address

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        return _socket.recvmsg(self._fd, bufsize, ancbufsize, flags, self._timeout)

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0, /):
        views = [memoryview(buffer).cast("B") for buffer in buffers]
        if any(view.readonly for view in views):
            raise TypeError("recvmsg_into() argument 1 must be an iterable of single-segment read-write bytes-like objects")
        data, ancillary, flags, address = _socket.recvmsg(self._fd, sum(map(len, views)), ancbufsize, flags, self._timeout)
        at = 0
        for view in views:
            part = data[at:at + len(view)]
            view[:len(part)] = part
            at += len(part)
        return len(data), ancillary, flags, address

    def send(self, data, flags=0, /):
        return _socket.send(self._fd, data, flags, self._timeout)

    def sendall(self, data, flags=0, /):
        if not isinstance(data, bytes):
            data = bytes(memoryview(data))
        timeout = self._timeout
        end = None
        if timeout:
            from time import monotonic
            end = monotonic() + timeout
        at = 0
        while at < len(data):
            if end is not None and at:
                timeout = end - monotonic()
                if timeout <= 0:
                    raise TimeoutError("timed out")
            at += _socket.send(self._fd, data[at:] if at else data, flags, timeout)

    def sendto(self, data, *args):
        if not 1 <= len(args) <= 2:
            raise TypeError(f"sendto() takes 2 or 3 arguments ({1 + len(args)} given)")
        flags, address = args if len(args) == 2 else (0, args[0])
        return _socket.sendto(self._fd, data, flags, self._timeout, self._family, address)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        return _socket.sendmsg(self._fd, b"".join(memoryview(buffer) for buffer in buffers), tuple(tuple(item) for item in ancdata), flags, self._timeout,
                               self._family, address)

    def sendfile(self, file, offset=0, count=None):
        """Send a file until EOF is reached; return the total number of bytes sent."""
        if "b" not in getattr(file, "mode", "b"):
            raise ValueError("file should be opened in binary mode")
        if not self._type & SOCK_STREAM:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        if count is not None:
            if not isinstance(count, int):
                raise TypeError("count must be a positive integer (got {!r})".format(count))
            if count <= 0:
                raise ValueError("count must be a positive integer (got {!r})".format(count))
        if self.gettimeout() == 0:
            raise ValueError("non-blocking sockets are not supported")
        if offset:
            file.seek(offset)
        total = 0
        try:
            while count is None or total < count:
                data = file.read(8192 if count is None else min(8192, count - total))
                if not data:
                    break
                self.sendall(data)
                total += len(data)
            return total
        finally:
            if total > 0 and hasattr(file, "seek"):
                file.seek(offset + total)

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """Return an I/O stream connected to the socket."""
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError("invalid mode %r (only r, w, b allowed)" % (mode,))
        writing = "w" in mode
        reading = "r" in mode or not writing
        binary = "b" in mode
        raw = SocketIO(self, ("r" if reading else "") + ("w" if writing else ""))
        self._io_refs += 1
        if buffering is None:
            buffering = -1
        if buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if not binary:
                raise ValueError("unbuffered streams must be binary")
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if binary:
            return buffer
        text = io.TextIOWrapper(buffer, encoding, errors, newline)
        text.mode = mode
        return text


SocketType = socket


class SocketIO(io.RawIOBase):
    """Raw I/O implementation for stream sockets: what makefile() wraps."""

    def __init__(self, sock, mode):
        if mode not in ("r", "w", "rw", "rb", "wb", "rwb"):
            raise ValueError("invalid mode: %r" % mode)
        io.RawIOBase.__init__(self)
        self._sock = sock
        self._mode = mode if "b" in mode else mode + "b"
        self._reading = "r" in mode
        self._writing = "w" in mode
        self._timeout_occurred = False

    def readinto(self, b):
        self._check_closed()
        if not self._reading:
            raise io.UnsupportedOperation("not readable")
        if self._timeout_occurred:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv_into(b)
        except timeout:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        self._check_closed()
        if not self._writing:
            raise io.UnsupportedOperation("not writable")
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")

    def readable(self):
        self._check_closed()
        return self._reading

    def writable(self):
        self._check_closed()
        return self._writing

    def seekable(self):
        self._check_closed()
        return False

    def fileno(self):
        self._check_closed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def __del__(self):
        self.close()

    def close(self):
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._decref_socketios()
        self._sock = None


# ---- functions -----------------------------------------------------------------------------------------------------------------

def fromfd(fd, family, type, proto=0):
    """Create a socket object from a duplicate of the given file descriptor."""
    return socket(family, type, proto, os.dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Create a pair of socket objects from the sockets returned by the platform socketpair() function."""
    if family is None:
        family = AF_UNIX
    a, b = _socket.socketpair(family, type, proto)
    return socket(family, type, proto, a), socket(family, type, proto, b)


def send_fds(sock, buffers, fds, flags=0, address=None):
    import array
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, array.array("i", fds).tobytes())])


def recv_fds(sock, bufsize, maxfds, flags=0):
    import array
    fds = array.array("i")
    data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * fds.itemsize))
    for level, kind, content in ancillary:
        if level == SOL_SOCKET and kind == SCM_RIGHTS:
            fds.frombytes(content[:len(content) - len(content) % fds.itemsize])
    return data, list(fds), flags, address


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Resolve host and port into list of address info entries."""
    return [(_member(family, AddressFamily), _member(type, SocketKind), proto, name, address)
            for family, type, proto, name, address in _socket.getaddrinfo(host, port, family, type, proto, flags)]


def gethostbyname_ex(host, /):
    return _socket.hostent(host, False)


def gethostbyaddr(ip_address, /):
    return _socket.hostent(ip_address, True)


def getfqdn(name=""):
    """Get fully qualified domain name from name."""
    name = name.strip()
    if not name or name in ("0.0.0.0", "::"):
        name = gethostname()
    try:
        hostname, aliases, _ = gethostbyaddr(name)
    except error:
        return name
    for each in [hostname] + aliases:
        if "." in each:
            return each
    return hostname


_GLOBAL_DEFAULT_TIMEOUT = object()  # stands for getdefaulttimeout(), also in signatures of other modules


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """Connect to address and return the socket object."""
    host, port = address
    errors = []
    for family, type, proto, _, where in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, type, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(where)
            errors.clear()
            return sock
        except error as exc:
            if not all_errors:
                errors.clear()
            errors.append(exc)
            if sock is not None:
                sock.close()
    if not errors:
        raise error("getaddrinfo returns an empty list")
    try:
        if not all_errors:
            raise errors[0]
        raise ExceptionGroup("create_connection failed", errors)
    finally:
        errors.clear()


def has_dualstack_ipv6():
    """Return True if the platform supports creating a SOCK_STREAM socket which can handle both AF_INET and AF_INET6 connections."""
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except error:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """Convenience function which creates a SOCK_STREAM type socket bound to address and return the socket object."""
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError("dualstack_ipv6 not supported on this platform")
        if family != AF_INET6:
            raise ValueError("dualstack_ipv6 requires AF_INET6 family")
    sock = socket(family, SOCK_STREAM)
    try:
        try:
            sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        except error:
            pass
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except error as err:
            raise error(err.errno, "%s (while attempting to bind on address %r)" % (err.strerror, address)) from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except error:
        sock.close()
        raise


__all__ = [name for name in list(globals()) if not name.startswith("_") and name not in ("io", "os", "IntEnum", "IntFlag")]


def __getattr__(name):
    import _socket_families  # constants that few programs ask for
    value = vars(_socket_families).get(name) if name[:1] != "_" else None
    if value is None:
        raise AttributeError(f"module 'socket' has no attribute {name!r}")
    return value
