"""Calling methods of other machines by HTTP and XML (library reference, "xmlrpc.client"). There is no TLS: http only."""
import base64
import http.client
import urllib.parse
from io import BytesIO
from ._values import (APPLICATION_ERROR, INTERNAL_ERROR, INVALID_ENCODING_CHAR, INVALID_METHOD_PARAMS, INVALID_XMLRPC, MAXINT, METHOD_NOT_FOUND, MININT,
                      NOT_WELLFORMED_ERROR, PARSE_ERROR, SERVER_ERROR, SYSTEM_ERROR, TRANSPORT_ERROR, UNSUPPORTED_ENCODING, WRAPPERS, Binary, DateTime,
                      Error, ExpatParser, Fault, Marshaller, ProtocolError, ResponseError, Unmarshaller, escape)

for _class in (Binary, DateTime, Error, ExpatParser, Fault, Marshaller, ProtocolError, ResponseError, Unmarshaller):
    _class.__module__ = __name__
del _class


def getparser(use_datetime=False, use_builtin_types=False):
    """(parser, unmarshaller): the one is fed, the other has the values then."""
    target = Unmarshaller(use_datetime, use_builtin_types)
    return ExpatParser(target), target


def dumps(params, methodname=None, methodresponse=None, encoding=None, allow_none=False):
    """The text of a call (with the name of the method), of an answer, or of parameters alone. params: a tuple, or a Fault."""
    assert isinstance(params, (tuple, Fault)), "argument must be tuple or Fault instance"
    is_answer = methodresponse or isinstance(params, Fault)
    if methodresponse and isinstance(params, tuple):
        assert len(params) == 1, "response tuple must be a singleton"
    inner = Marshaller(encoding or "utf-8", allow_none).dumps(params)
    declaration = "<?xml version='1.0'?>\n" if not encoding or encoding == "utf-8" else f"<?xml version='1.0' encoding='{encoding}'?>\n"
    if methodname:
        return f"{declaration}<methodCall>\n<methodName>{methodname}</methodName>\n{inner}</methodCall>\n"
    return f"{declaration}<methodResponse>\n{inner}</methodResponse>\n" if is_answer else inner


def loads(data, use_datetime=False, use_builtin_types=False):
    """(parameters, name of the method or None) of a text; a fault is raised."""
    parser, target = getparser(use_datetime, use_builtin_types)
    parser.feed(data)
    parser.close()
    return target.close(), target.getmethodname()


# ---- compressed bodies

def gzip_encode(data):
    """Bytes compressed."""
    import gzip
    return gzip.compress(data, 1)


def gzip_decode(data, max_decode=20971520):
    """Bytes unpacked, if they are not too many (max_decode < 0: any number)."""
    import gzip
    with gzip.GzipFile(fileobj=BytesIO(data)) as file:
        try:
            unpacked = file.read() if max_decode < 0 else file.read(max_decode + 1)
        except OSError:
            raise ValueError("invalid data")
    if 0 <= max_decode < len(unpacked):
        raise ValueError("max gzipped payload length exceeded")
    return unpacked


def GzipDecodedResponse(response):
    """A file of an answer's body, unpacked."""
    import gzip
    return gzip.GzipFile(fileobj=BytesIO(response.read()))


# ---- how to reach a server

class Transport:
    """Sends calls to servers, one connection at a time, which is kept open.

    encode_threshold: bodies that are longer are compressed; None: none are.
    """

    user_agent = "Python-xmlrpc/3.12"
    accept_gzip_encoding = True
    encode_threshold = None

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=()):
        self._use_datetime, self._use_builtin_types = use_datetime, use_builtin_types
        self._connection = None, None  # host, connection
        self._headers, self._extra_headers = list(headers), []

    def request(self, host, handler, request_body, verbose=False):
        """Sends a call; what was answered. A connection that was closed meanwhile is made anew once."""
        try:
            return self.single_request(host, handler, request_body, verbose)
        except (http.client.RemoteDisconnected, ConnectionResetError, ConnectionAbortedError, BrokenPipeError):
            return self.single_request(host, handler, request_body, verbose)

    def single_request(self, host, handler, request_body, verbose=False):
        """The same without a second try."""
        try:
            response = self.send_request(host, handler, request_body, verbose).getresponse()
            if response.status == 200:
                self.verbose = verbose
                return self.parse_response(response)
        except Fault:
            raise
        except Exception:
            self.close()
            raise
        if response.getheader("content-length", ""):
            response.read()
        raise ProtocolError(host + handler, response.status, response.reason, dict(response.getheaders()))

    def getparser(self):
        """(parser, unmarshaller)"""
        return getparser(self._use_datetime, self._use_builtin_types)

    def get_host_info(self, host):
        """(host, headers, {}) of "user:password@host"."""
        options = {}
        if isinstance(host, tuple):
            host, options = host
        who, at, place = host.rpartition("@")
        if not at:
            return host, [], options
        proof = base64.b64encode(urllib.parse.unquote_to_bytes(who)).decode("ascii")
        return place, [("Authorization", f"Basic {proof}")], options

    def make_connection(self, host):
        """The connection to a host."""
        if self._connection[1] is None or self._connection[0] != host:
            place, self._extra_headers, _ = self.get_host_info(host)
            self._connection = host, http.client.HTTPConnection(place)
        return self._connection[1]

    def close(self):
        """Closes the connection."""
        connection, self._connection = self._connection[1], (None, None)
        if connection is not None:
            connection.close()

    def send_request(self, host, handler, request_body, debug):
        """Sends a call; the connection."""
        connection = self.make_connection(host)
        if debug:
            connection.set_debuglevel(1)
        connection.putrequest("POST", handler, skip_accept_encoding=bool(self.accept_gzip_encoding))
        accepted = [("Accept-Encoding", "gzip")] if self.accept_gzip_encoding else []
        self.send_headers(connection, [*self._headers, *self._extra_headers, *accepted, ("Content-Type", "text/xml"), ("User-Agent", self.user_agent)])
        self.send_content(connection, request_body)
        return connection

    def send_headers(self, connection, headers):
        """Sends headers, given as pairs."""
        for header in headers:
            connection.putheader(*header)

    def send_content(self, connection, request_body):
        """Sends the body."""
        if self.encode_threshold is not None and len(request_body) > self.encode_threshold:
            connection.putheader("Content-Encoding", "gzip")
            request_body = gzip_encode(request_body)
        connection.putheader("Content-Length", str(len(request_body)))
        connection.endheaders(request_body)

    def parse_response(self, response):
        """What the body of an answer says."""
        packed = hasattr(response, "getheader") and response.getheader("Content-Encoding", "") == "gzip"
        stream = GzipDecodedResponse(response) if packed else response
        parser, target = self.getparser()
        while data := stream.read(1024):
            if self.verbose:
                print("body:", repr(data))
            parser.feed(data)
        if stream is not response:
            stream.close()
        parser.close()
        return target.close()


class SafeTransport(Transport):
    """The same over TLS."""

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=(), context=None):
        super().__init__(use_datetime, use_builtin_types, headers=headers)
        self.context = context

    def make_connection(self, host):
        """The connection to a host."""
        if self._connection[1] is None or self._connection[0] != host:
            place, self._extra_headers, options = self.get_host_info(host)
            self._connection = host, http.client.HTTPSConnection(place, context=self.context, **options)
        return self._connection[1]


# ---- a server as an object

class _Method:
    """A method by its name; attributes of it are methods with a dot in their names."""

    def __init__(self, send, name):
        self.__send, self.__name = send, name

    def __getattr__(self, name):
        return _Method(self.__send, f"{self.__name}.{name}")

    def __call__(self, *args):
        return self.__send(self.__name, args)


class ServerProxy:
    """A server at an address: its methods are called like those of an object. proxy("close"), proxy("transport"): what is no method."""

    def __init__(self, uri, transport=None, encoding=None, verbose=False, allow_none=False, use_datetime=False, use_builtin_types=False, *,
                 headers=(), context=None):
        url = urllib.parse.urlsplit(uri)
        if url.scheme not in ("http", "https"):
            raise OSError("unsupported XML-RPC protocol")
        self.__host = url.netloc
        self.__handler = urllib.parse.urlunsplit(("", "", *url[2:])) or "/RPC2"
        if transport is None:
            kind, more = (SafeTransport, {"context": context}) if url.scheme == "https" else (Transport, {})
            transport = kind(use_datetime=use_datetime, use_builtin_types=use_builtin_types, headers=headers, **more)
        self.__transport = transport
        self.__encoding, self.__verbose, self.__allow_none = encoding or "utf-8", verbose, allow_none

    def __request(self, methodname, params):
        text = dumps(params, methodname, encoding=self.__encoding, allow_none=self.__allow_none)
        answer = self.__transport.request(self.__host, self.__handler, text.encode(self.__encoding, "xmlcharrefreplace"), verbose=self.__verbose)
        return answer[0] if len(answer) == 1 else answer

    def __repr__(self):
        return f"<{type(self).__name__} for {self.__host}{self.__handler}>"

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        known = {"close": self.__transport.close, "transport": self.__transport}
        if attr not in known:
            raise AttributeError(f"Attribute {attr!r} not found")
        return known[attr]

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.__transport.close()


Server = ServerProxy


# ---- several calls in one

class MultiCall:
    """Gathers calls to a server; calling it sends them, and gives an iterator over the results."""

    def __init__(self, server):
        self.__server, self.__calls = server, []

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __getattr__(self, name):
        return _Method(lambda method, params: self.__calls.append((method, params)), name)

    def __call__(self):
        calls = [{"methodName": name, "params": params} for name, params in self.__calls]
        return MultiCallIterator(self.__server.system.multicall(calls))


class MultiCallIterator:
    """The results of calls, in order; a call that has failed raises its fault."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        result = self.results[i]
        if isinstance(result, dict):
            raise Fault(result["faultCode"], result["faultString"])
        if isinstance(result, list):
            return result[0]
        raise ValueError("unexpected type in multicall result")
