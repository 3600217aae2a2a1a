"""HTTP/1.1 from the client's side (library reference, "http.client").

A connection is idle, then a request is being put together, then it is sent and a response is due. A response reads its body from one of the `_Body`
classes: they know where it ends.
"""
import email.message
import email.parser
import io
import re
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit
from . import HTTPStatus

__all__ = ["HTTPResponse", "HTTPConnection", "HTTPSConnection", "HTTPException", "NotConnected", "UnknownProtocol", "UnknownTransferEncoding", "UnimplementedFileMode",
           "IncompleteRead", "InvalidURL", "ImproperConnectionState", "CannotSendRequest", "CannotSendHeader", "ResponseNotReady", "BadStatusLine",
           "LineTooLong", "RemoteDisconnected", "error", "responses"]

HTTP_PORT, HTTPS_PORT = 80, 443
_IDLE, _STARTED, _SENT = "Idle", "Request-started", "Request-sent"
_MAXLINE, _MAXHEADERS, _MAXAMOUNT = 65536, 100, 1 << 20

globals().update(HTTPStatus.__members__)
responses = {status: status.phrase for status in HTTPStatus}

_LEGAL_NAME = re.compile(rb"[^:\s][^:\r\n]*")
_ILLEGAL_VALUE = re.compile(rb"\n(?![ \t])|\r(?![ \t\n])")
_CONTROL_IN_URL = re.compile("[\x00-\x20\x7f]")
_CONTROL_IN_METHOD = re.compile("[\x00-\x1f]")
# Methods whose servers expect a body, so that its absence is said.
_EXPECT_BODY = frozenset({"PATCH", "POST", "PUT"})


# ---- errors

class HTTPException(Exception):
    """The base of the errors here."""


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args, self.version = (version,), version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    """The body ended too early: `partial` came, `expected` more should have (None: unknown)."""

    def __init__(self, partial, expected=None):
        self.args, self.partial, self.expected = (partial,), partial, expected

    def __repr__(self):
        more = "" if self.expected is None else f", {self.expected} more expected"
        return f"{type(self).__name__}({len(self.partial)} bytes read{more})"

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        self.line = line or repr(line)
        self.args = (self.line,)


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        super().__init__(f"got more than {_MAXLINE} bytes when reading {line_type}")


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *pos, **kw)


error = HTTPException


# ---- headers

class HTTPMessage(email.message.Message):
    """The headers of a response or request."""

    def getallmatchingheaders(self, name):
        """The lines of all headers of this name."""
        wanted = name.lower()
        return [f"{given}: {value}" for given, value in self.items() if given.lower() == wanted]


def _line(file, what):
    line = file.readline(_MAXLINE + 1)
    if len(line) > _MAXLINE:
        raise LineTooLong(what)
    return line


def _header_lines(file):
    lines = []
    while True:
        line = _line(file, "header line")
        if len(lines) > _MAXHEADERS:
            raise HTTPException(f"got more than {_MAXHEADERS} headers")
        lines.append(line)
        if line in (b"\r\n", b"\n", b""):
            return lines


def parse_headers(fp, _class=HTTPMessage):
    """The headers in a binary file, up to the empty line, as a message."""
    return email.parser.Parser(_class=_class).parsestr(b"".join(_header_lines(fp)).decode("iso-8859-1"))


# ---- responses

class _Body:
    """A body that ends when the connection does. `left`: how many bytes are to come, None: that is not known."""

    left = None

    def __init__(self, file):
        self.file = file

    def limited(self, size):
        return size

    def took(self, data, wanted):
        return not data and wanted != 0

    # Each gives (bytes, whether this was the end).

    def read(self, size):
        data = self.file.read() if size is None else self.file.read(size)
        return data, size is None or self.took(data, size)

    def read1(self, size):
        data = self.file.read1(size) if size >= 0 else self.file.read1()
        return data, self.took(data, size)

    def readline(self, size):
        data = self.file.readline(size)
        return data, self.took(data, size)

    def peek(self, size):
        return self.file.peek(size)


def _read(file, size):
    "Up to so many bytes; what a server says there will be is not taken for memory."
    if size <= _MAXAMOUNT:
        return file.read(size)
    parts = []
    while size and (part := file.read(min(size, _MAXAMOUNT))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class _CountedBody(_Body):
    """A body whose length is known."""

    def __init__(self, file, length):
        super().__init__(file)
        self.left = length

    def limited(self, size):
        return self.left if size is None or size < 0 or size > self.left else size

    def took(self, data, wanted):
        self.left -= len(data)
        return not self.left or not data and wanted != 0

    def read(self, size):
        wanted = self.limited(size)
        data = _read(self.file, wanted)
        if size is None and len(data) < wanted:
            raise IncompleteRead(data, wanted - len(data))
        return data, self.took(data, wanted)

    def read1(self, size):
        wanted = self.limited(size)
        return super().read1(wanted) if wanted else (b"", True)

    def readline(self, size):
        return super().readline(self.limited(size))

    def peek(self, size):
        return self.file.peek(self.left)[:self.left] if self.left else b""


class _ChunkedBody(_Body):
    """A body that comes in chunks, each after its size. `chunk`: what is left of the one at hand, None: its size is still to be read."""

    chunk = None

    def next_chunk(self):
        """How much the chunk has left, 0 at the end."""
        if self.chunk is not None and self.chunk > 0:
            return self.chunk
        if self.chunk is not None:
            self.exactly(2)  # the end of the line behind the chunk
        line = _line(self.file, "chunk size")
        try:
            self.chunk = int(line.partition(b";")[0], 16)
        except ValueError:
            raise IncompleteRead(b"") from None
        if self.chunk == 0:
            while (line := _line(self.file, "trailer line")) not in (b"\r\n", b"\n", b""):
                pass
        return self.chunk

    def exactly(self, size):
        data = _read(self.file, size)
        if len(data) < size:
            raise IncompleteRead(data, size - len(data))
        return data

    def read(self, size):
        parts, left = [], size
        try:
            while chunk := self.next_chunk():
                wanted = chunk if left is None else min(chunk, left)
                parts.append(self.exactly(wanted))
                self.chunk -= wanted
                if left is not None:
                    left -= wanted
                    if not left:
                        return b"".join(parts), False
        except IncompleteRead:
            raise IncompleteRead(b"".join(parts)) from None
        return b"".join(parts), True

    def within(self, take, size):
        chunk = self.next_chunk()
        if not chunk or size == 0:
            return b"", not chunk
        data = take(chunk if size < 0 else min(size, chunk))
        self.chunk -= len(data)
        if not data:
            raise IncompleteRead(b"")
        return data, False

    def read1(self, size):
        return self.within(self.file.read1, size)

    def readline(self, size):
        parts, left, over = [], size, False
        while not over and left != 0:
            data, over = self.within(self.file.readline, left)
            parts.append(data)
            left = left - len(data) if left > 0 else left
            if data.endswith(b"\n"):
                break
        return b"".join(parts), over

    def peek(self, size):
        try:
            chunk = self.next_chunk()
        except IncompleteRead:
            return b""
        return self.file.peek(chunk)[:chunk] if chunk else b""


class HTTPResponse(io.BufferedIOBase):
    """A response: status, headers, and a body to read as a file."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile("rb")
        self.debuglevel, self._method, self._body = debuglevel, method, None
        self.headers = self.msg = None
        self.version = self.status = self.reason = self.chunked = self.will_close = "UNKNOWN"
        self._length = "UNKNOWN"

    # -- the head

    def _status_line(self):
        line = str(_line(self.fp, "status line"), "iso-8859-1")
        if self.debuglevel > 0:
            print("reply:", repr(line))
        if not line:
            raise RemoteDisconnected("Remote end closed connection without response")
        version, status, reason = (line.split(None, 2) + ["", "", ""])[:3]
        if not version.startswith("HTTP/"):
            self._close_conn()
            raise BadStatusLine(line)
        if not status.isascii() or not status.isdigit() or not 100 <= int(status) <= 999:
            raise BadStatusLine(line)
        return version, int(status), reason.strip()

    def begin(self):
        """Reads the status and the headers."""
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._status_line()
            if status != HTTPStatus.CONTINUE:
                break
            skipped = _header_lines(self.fp)
            if self.debuglevel > 0:
                print("headers:", skipped)
        self.code = self.status = status
        self.reason = reason
        if version in ("HTTP/1.0", "HTTP/0.9"):
            self.version = 10
        elif version.startswith("HTTP/1."):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        if self.debuglevel > 0:
            for name, value in self.headers.items():
                print("header:", name + ":", value)
        self._find_body()

    def _find_body(self):
        self.chunked = self.headers.get("transfer-encoding", "").lower() == "chunked"
        self.will_close = self._closes_after()
        length = self._stated_length()
        if self.chunked:
            self._body = _ChunkedBody(self.fp)
        elif length is None:
            self._body = _Body(self.fp)
            self.will_close = True
        else:
            self._body = _CountedBody(self.fp, length)

    def _stated_length(self):
        if self.status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED) or self.status < 200 or self._method == "HEAD":
            return 0
        stated = self.headers.get("content-length")
        if not stated or self.chunked:
            return None
        try:
            length = int(stated)
        except ValueError:
            return None
        return None if length < 0 else length

    def _closes_after(self):
        connection = self.headers.get("connection", "").lower()
        if self.version == 11:
            return "close" in connection
        if self.headers.get("keep-alive") or "keep-alive" in connection:
            return False
        return "keep-alive" not in self.headers.get("proxy-connection", "").lower()

    # -- the body

    @property
    def length(self):
        return self._length if self._body is None else self._body.left

    @length.setter
    def length(self, value):
        self._length = value
        if isinstance(self._body, _CountedBody):
            self._body.left = value

    @property
    def chunk_left(self):
        return self._body.chunk if isinstance(self._body, _ChunkedBody) else "UNKNOWN"

    def _close_conn(self):
        file, self.fp = self.fp, None
        file.close()

    def _take(self, read, size):
        if self.fp is None or self._method == "HEAD" and read != "readline":
            if self.fp is not None:
                self._close_conn()
            return b""
        try:
            data, is_over = getattr(self._body, read)(size)
        except IncompleteRead:
            self._close_conn()
            raise
        if is_over:
            self._close_conn()
        return data

    def read(self, amt=None):
        """The body, or at most `amt` bytes of it."""
        return self._take("read", None if amt is None or amt < 0 else amt)

    def read1(self, n=-1):
        return self._take("read1", n)

    def readline(self, limit=-1):
        return self._take("readline", -1 if limit is None else limit)

    def peek(self, n=-1):
        return b"" if self.fp is None or self._method == "HEAD" else self._body.peek(n)

    def readinto(self, b):
        """Reads into a buffer; how many bytes that were."""
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def close(self):
        try:
            super().close()
        finally:
            if self.fp:
                self._close_conn()

    def flush(self):
        super().flush()
        if self.fp:
            self.fp.flush()

    def readable(self):
        return True

    def isclosed(self):
        """Whether the body has been read, or given up."""
        return self.fp is None

    def fileno(self):
        return self.fp.fileno()

    # -- the headers

    def getheader(self, name, default=None):
        """The values of all headers of this name, joined by ", "."""
        if self.headers is None:
            raise ResponseNotReady()
        found = self.headers.get_all(name) or default
        return found if isinstance(found, str) or not hasattr(found, "__iter__") else ", ".join(found)

    def getheaders(self):
        """[(name, value)]"""
        if self.headers is None:
            raise ResponseNotReady()
        return list(self.headers.items())

    def info(self):
        """The headers."""
        return self.headers

    def geturl(self):
        """The address the response came from."""
        return self.url

    def getcode(self):
        """The status."""
        return self.status


# ---- connections

def _encoded(text, name):
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError as problem:
        raise UnicodeEncodeError(problem.encoding, problem.object, problem.start, problem.end,
                                 f"{name.title()} ({text[problem.start:problem.end]!r:.20}) is not valid Latin-1. Use {name}.encode('utf-8') "
                                 "if you want to send it encoded in UTF-8.") from None


class HTTPConnection:
    """A connection to a server."""

    _http_vsn, _http_vsn_str = 11, "HTTP/1.1"
    response_class, default_port, auto_open, debuglevel = HTTPResponse, HTTP_PORT, 1, 0

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        self.timeout, self.source_address, self.blocksize = timeout, source_address, blocksize
        self.sock, self._buffer, self.__response, self.__state, self._method = None, [], None, _IDLE, None
        self._tunnel_host = self._tunnel_port = self._tunnel_response_headers = None
        self._tunnel_headers = {}
        self.host, self.port = self._get_hostport(host, port)
        self._check(self.host, "URL", _CONTROL_IN_URL)
        self._create_connection = socket.create_connection

    def _get_hostport(self, host, port):
        if port is None:
            colon, bracket = host.rfind(":"), host.rfind("]")
            if colon > bracket:
                digits = host[colon + 1:]
                try:
                    port = int(digits)
                except ValueError:
                    if digits:
                        raise InvalidURL(f"nonnumeric port: '{digits}'") from None
                    port = self.default_port
                host = host[:colon]
            else:
                port = self.default_port
        if host and host[0] == "[" and host[-1] == "]":
            host = host[1:-1]
        return host, port

    @staticmethod
    def _check(text, what, pattern):
        found = pattern.search(text)
        if found:
            kind = InvalidURL if what == "URL" else ValueError
            raise kind(f"{what} can't contain control characters. {text!r} (found at least {found[0]!r})")

    def set_debuglevel(self, level):
        """How much is shown of what is sent and received."""
        self.debuglevel = level

    # -- proxies

    def set_tunnel(self, host, port=None, headers=None):
        """Goes through the connected host, a proxy, to this one."""
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = dict(headers) if headers else {}
        if not any([name.lower() == "host" for name in self._tunnel_headers]):
            name = self._tunnel_host.encode("idna").decode("ascii")
            self._tunnel_headers["Host"] = f"{name}:{self._tunnel_port}"

    def get_proxy_response_headers(self):
        """The headers of the proxy's answer, or None."""
        lines = self._tunnel_response_headers
        return None if lines is None else email.parser.Parser(_class=HTTPMessage).parsestr(b"".join(lines).decode("iso-8859-1"))

    def _tunnel(self):
        host = self._tunnel_host.encode("idna").decode("ascii")
        lines = [f"CONNECT {f'[{host}]' if ':' in host else host}:{self._tunnel_port} {self._http_vsn_str}\r\n"]
        lines += [f"{name}: {value}\r\n" for name, value in self._tunnel_headers.items()]
        self.send("".join(lines + ["\r\n"]).encode("latin-1"))
        response = self.response_class(self.sock, method=self._method)
        try:
            _, code, message = response._status_line()
            self._tunnel_response_headers = _header_lines(response.fp)
            if self.debuglevel > 0:
                for line in self._tunnel_response_headers[:-1]:
                    print("header:", line.decode())
            if code != HTTPStatus.OK:
                self.close()
                raise OSError(f"Tunnel connection failed: {code} {message.strip()}")
        finally:
            response.close()

    # -- the socket

    def connect(self):
        """Connects to the host."""
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        try:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            pass  # not all have it
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        """Closes the connection."""
        self.__state = _IDLE
        try:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()
        finally:
            response, self.__response = self.__response, None
            if response:
                response.close()

    def send(self, data):
        """Sends bytes, a file, or an iterable of bytes."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print("send:", repr(data))
        if hasattr(data, "read"):
            for block in self._blocks(data):
                self.sock.sendall(block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not isinstance(data, Iterable):
                raise TypeError(f"data should be a bytes-like object or an iterable, got {type(data)!r}") from None
            for block in data:
                self.sock.sendall(block)

    def _blocks(self, file):
        is_text = isinstance(file, io.TextIOBase)
        while block := file.read(self.blocksize):
            yield block.encode("iso-8859-1") if is_text else block

    # -- requests

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        """Begins a request; headers follow by putheader()."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _IDLE:
            raise CannotSendRequest(self.__state)
        self.__state = _STARTED
        self._check(method, "method", _CONTROL_IN_METHOD)
        self._method, url = method, url or "/"
        self._check(url, "URL", _CONTROL_IN_URL)
        self._buffer.append(f"{method} {url} {self._http_vsn_str}".encode("ascii"))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self._put_host(url)
        if not skip_accept_encoding:
            self.putheader("Accept-Encoding", "identity")

    def _put_host(self, url):
        netloc = urlsplit(url).netloc if url.startswith("http") else ""
        if netloc:
            try:
                host = netloc.encode("ascii")
            except UnicodeEncodeError:
                host = netloc.encode("idna")
            self.putheader("Host", host)
            return
        host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
        try:
            name = host.encode("ascii")
        except UnicodeEncodeError:
            name = host.encode("idna")
        if ":" in host:
            name = b"[" + name.partition(b"%")[0] + b"]"
        self.putheader("Host", name if port == self.default_port else name + b":" + str(port).encode("ascii"))

    def putheader(self, header, *values):
        """Adds a header to the request."""
        if self.__state != _STARTED:
            raise CannotSendHeader()
        name = header.encode("ascii") if hasattr(header, "encode") else header
        if not _LEGAL_NAME.fullmatch(name):
            raise ValueError(f"Invalid header name {name!r}")
        made = [value.encode("latin-1") if hasattr(value, "encode") else str(value).encode("ascii") if isinstance(value, int) else value for value in values]
        for value in made:
            if _ILLEGAL_VALUE.search(value):
                raise ValueError(f"Invalid header value {value!r}")
        self._buffer.append(name + b": " + b"\r\n\t".join(made))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        """Ends the headers and sends the request, with this body."""
        if self.__state != _STARTED:
            raise CannotSendHeader()
        self.__state = _SENT
        head = b"\r\n".join([*self._buffer, b"", b""])
        self._buffer.clear()
        self.send(head)
        if message_body is None:
            return
        for block in self._body_blocks(message_body):
            if not block:
                if self.debuglevel > 0:
                    print("Zero length chunk ignored")
                continue
            if encode_chunked and self._http_vsn == 11:
                block = f"{len(block):X}\r\n".encode("ascii") + block + b"\r\n"
            self.send(block)
        if encode_chunked and self._http_vsn == 11:
            self.send(b"0\r\n\r\n")

    def _body_blocks(self, body):
        if hasattr(body, "read"):
            return self._blocks(body)
        try:
            memoryview(body)
            return (body,)
        except TypeError:
            pass
        try:
            return iter(body)
        except TypeError:
            raise TypeError(f"message_body should be a bytes-like object or an iterable, got {type(body)!r}") from None

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Sends a whole request. Text is sent in Latin-1; without a length the body goes in chunks."""
        given = frozenset([name.lower() for name in headers])
        skips = {f"skip_{name.replace('-', '_')}": True for name in ("host", "accept-encoding") if name in given}
        self.putrequest(method, url, **skips)
        if "content-length" in given:
            encode_chunked = False
        elif "transfer-encoding" not in given:
            encode_chunked = False
            length = self._length_of(body, method)
            if length is not None:
                self.putheader("Content-Length", str(length))
            elif body is not None:
                if self.debuglevel > 0:
                    print("Unable to determine size of %r" % body)
                encode_chunked = True
                self.putheader("Transfer-Encoding", "chunked")
        for name, value in headers.items():
            self.putheader(name, value)
        self.endheaders(_encoded(body, "body") if isinstance(body, str) else body, encode_chunked=encode_chunked)

    @staticmethod
    def _length_of(body, method):
        if body is None:
            return 0 if method.upper() in _EXPECT_BODY else None
        if hasattr(body, "read"):
            return None
        try:
            return memoryview(body).nbytes
        except TypeError:
            return len(body) if isinstance(body, str) else None

    def getresponse(self):
        """The response to the request that was sent."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _SENT or self.__response:
            raise ResponseNotReady(self.__state)
        levels = (self.debuglevel,) if self.debuglevel > 0 else ()
        response = self.response_class(self.sock, *levels, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            self.__state = _IDLE
            if response.will_close:
                self.close()
            else:
                self.__response = response
            return response
        except BaseException:
            response.close()
            raise


def _create_https_context(http_version):
    import ssl
    context = ssl._create_default_https_context()
    if http_version == 11:
        context.set_alpn_protocols(["http/1.1"])
    context.post_handshake_auth = True
    return context


class HTTPSConnection(HTTPConnection):
    """A connection to a server over TLS."""

    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize=blocksize)
        self._context = _create_https_context(self._http_vsn) if context is None else context

    def connect(self):
        """Connects to the host."""
        super().connect()
        self.sock = self._context.wrap_socket(self.sock, server_hostname=self._tunnel_host or self.host)
