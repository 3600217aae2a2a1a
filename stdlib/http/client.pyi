import email.message
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from http import HTTPStatus
from ssl import SSLContext
from socket import socket
from typing import Any, BinaryIO, overload
from typing_extensions import Self

__all__ = ["HTTPResponse", "HTTPConnection", "HTTPSConnection", "HTTPException", "NotConnected", "UnknownProtocol", "UnknownTransferEncoding", "UnimplementedFileMode",
           "IncompleteRead", "InvalidURL", "ImproperConnectionState", "CannotSendRequest", "CannotSendHeader", "ResponseNotReady", "BadStatusLine",
           "LineTooLong", "RemoteDisconnected", "error", "responses"]

HTTP_PORT: int
HTTPS_PORT: int
responses: dict[int, str]
CONTINUE: HTTPStatus
SWITCHING_PROTOCOLS: HTTPStatus
PROCESSING: HTTPStatus
EARLY_HINTS: HTTPStatus
OK: HTTPStatus
CREATED: HTTPStatus
ACCEPTED: HTTPStatus
NON_AUTHORITATIVE_INFORMATION: HTTPStatus
NO_CONTENT: HTTPStatus
RESET_CONTENT: HTTPStatus
PARTIAL_CONTENT: HTTPStatus
MULTI_STATUS: HTTPStatus
ALREADY_REPORTED: HTTPStatus
IM_USED: HTTPStatus
MULTIPLE_CHOICES: HTTPStatus
MOVED_PERMANENTLY: HTTPStatus
FOUND: HTTPStatus
SEE_OTHER: HTTPStatus
NOT_MODIFIED: HTTPStatus
USE_PROXY: HTTPStatus
TEMPORARY_REDIRECT: HTTPStatus
PERMANENT_REDIRECT: HTTPStatus
BAD_REQUEST: HTTPStatus
UNAUTHORIZED: HTTPStatus
PAYMENT_REQUIRED: HTTPStatus
FORBIDDEN: HTTPStatus
NOT_FOUND: HTTPStatus
METHOD_NOT_ALLOWED: HTTPStatus
NOT_ACCEPTABLE: HTTPStatus
PROXY_AUTHENTICATION_REQUIRED: HTTPStatus
REQUEST_TIMEOUT: HTTPStatus
CONFLICT: HTTPStatus
GONE: HTTPStatus
LENGTH_REQUIRED: HTTPStatus
PRECONDITION_FAILED: HTTPStatus
REQUEST_ENTITY_TOO_LARGE: HTTPStatus
REQUEST_URI_TOO_LONG: HTTPStatus
UNSUPPORTED_MEDIA_TYPE: HTTPStatus
REQUESTED_RANGE_NOT_SATISFIABLE: HTTPStatus
EXPECTATION_FAILED: HTTPStatus
IM_A_TEAPOT: HTTPStatus
MISDIRECTED_REQUEST: HTTPStatus
UNPROCESSABLE_ENTITY: HTTPStatus
LOCKED: HTTPStatus
FAILED_DEPENDENCY: HTTPStatus
TOO_EARLY: HTTPStatus
UPGRADE_REQUIRED: HTTPStatus
PRECONDITION_REQUIRED: HTTPStatus
TOO_MANY_REQUESTS: HTTPStatus
REQUEST_HEADER_FIELDS_TOO_LARGE: HTTPStatus
UNAVAILABLE_FOR_LEGAL_REASONS: HTTPStatus
INTERNAL_SERVER_ERROR: HTTPStatus
NOT_IMPLEMENTED: HTTPStatus
BAD_GATEWAY: HTTPStatus
SERVICE_UNAVAILABLE: HTTPStatus
GATEWAY_TIMEOUT: HTTPStatus
HTTP_VERSION_NOT_SUPPORTED: HTTPStatus
VARIANT_ALSO_NEGOTIATES: HTTPStatus
INSUFFICIENT_STORAGE: HTTPStatus
LOOP_DETECTED: HTTPStatus
NOT_EXTENDED: HTTPStatus
NETWORK_AUTHENTICATION_REQUIRED: HTTPStatus

class HTTPMessage(email.message.Message):
    def getallmatchingheaders(self, name: str) -> list[str]: ...

def parse_headers(fp: BinaryIO, _class: Callable[[], email.message.Message] = ...) -> HTTPMessage: ...

class HTTPResponse(io.BufferedIOBase):
    msg: Any
    headers: HTTPMessage
    version: int
    debuglevel: int
    fp: Any
    closed: bool
    status: int
    code: int
    reason: str
    chunked: bool
    chunk_left: int | None
    length: int | None
    will_close: bool
    url: str
    def __init__(self, sock: socket, debuglevel: int = 0, method: str | None = None, url: str | None = None) -> None: ...
    def begin(self) -> None: ...
    def peek(self, n: int = -1) -> bytes: ...
    def read(self, amt: int | None = None) -> bytes: ...
    def read1(self, n: int = -1) -> bytes: ...
    def readinto(self, b: Any) -> int: ...
    def readline(self, limit: int | None = -1) -> bytes: ...
    @overload
    def getheader(self, name: str) -> str | None: ...
    @overload
    def getheader[T](self, name: str, default: T) -> str | T: ...
    def getheaders(self) -> list[tuple[str, str]]: ...
    def isclosed(self) -> bool: ...
    def __iter__(self) -> Iterator[bytes]: ...
    def __next__(self) -> bytes: ...
    def __enter__(self) -> Self: ...
    def info(self) -> HTTPMessage: ...
    def geturl(self) -> str: ...
    def getcode(self) -> int: ...

class HTTPConnection:
    auto_open: int
    debuglevel: int
    default_port: int
    response_class: type[HTTPResponse]
    timeout: float | None
    host: str
    port: int
    sock: Any
    source_address: tuple[str, int] | None
    blocksize: int
    def __init__(self, host: str, port: int | None = None, timeout: float | None = ..., source_address: tuple[str, int] | None = None, blocksize: int = 8192) -> None: ...
    def request(self, method: str, url: str, body: Any = None, headers: Mapping[str, Any] = {}, *, encode_chunked: bool = False) -> None: ...
    def getresponse(self) -> HTTPResponse: ...
    def set_debuglevel(self, level: int) -> None: ...
    def set_tunnel(self, host: str, port: int | None = None, headers: Mapping[str, str] | None = None) -> None: ...
    def get_proxy_response_headers(self) -> HTTPMessage | None: ...
    def connect(self) -> None: ...
    def close(self) -> None: ...
    def putrequest(self, method: str, url: str, skip_host: bool = False, skip_accept_encoding: bool = False) -> None: ...
    def putheader(self, header: str | bytes, *values: Any) -> None: ...
    def endheaders(self, message_body: Any = None, *, encode_chunked: bool = False) -> None: ...
    def send(self, data: Any) -> None: ...

class HTTPSConnection(HTTPConnection):
    def __init__(self, host: str, port: int | None = None, *, timeout: float | None = ..., source_address: tuple[str, int] | None = None, context: SSLContext | None = None,
                 blocksize: int = 8192) -> None: ...

class HTTPException(Exception): ...
error = HTTPException
class NotConnected(HTTPException): ...
class InvalidURL(HTTPException): ...

class UnknownProtocol(HTTPException):
    version: str
    def __init__(self, version: str) -> None: ...

class UnknownTransferEncoding(HTTPException): ...
class UnimplementedFileMode(HTTPException): ...

class IncompleteRead(HTTPException):
    partial: bytes
    expected: int | None
    def __init__(self, partial: bytes, expected: int | None = None) -> None: ...

class ImproperConnectionState(HTTPException): ...
class CannotSendRequest(ImproperConnectionState): ...
class CannotSendHeader(ImproperConnectionState): ...
class ResponseNotReady(ImproperConnectionState): ...

class BadStatusLine(HTTPException):
    line: str
    def __init__(self, line: str) -> None: ...

class LineTooLong(HTTPException):
    def __init__(self, line_type: str) -> None: ...

class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *pos: Any, **kw: Any) -> None: ...
