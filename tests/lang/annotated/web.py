# An annotated program, as people write them.
from __future__ import annotations

import base64
import email.message
import hashlib
import hmac
import io
import json
import re
import string
import textwrap
import urllib.parse
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from http.cookies import SimpleCookie
from typing import Any, AnyStr, ClassVar, IO, Optional, Pattern, Protocol, Union
from urllib.parse import parse_qs, quote, urlencode, urlsplit

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], object]


class App(Protocol):
    def __call__(self, environ: Environ, start: StartResponse, /) -> Iterable[bytes]: ...


class Headers(MutableMapping[str, str]):
    def __init__(self, items: Union[Mapping[str, str], Iterable[tuple[str, str]]] = ()) -> None:
        self._items: dict[str, tuple[str, str]] = {}
        self.update(items)

    def __getitem__(self, key: str) -> str:
        return self._items[key.lower()][1]

    def __setitem__(self, key: str, value: str) -> None:
        self._items[key.lower()] = key, value

    def __delitem__(self, key: str) -> None:
        del self._items[key.lower()]

    def __iter__(self):
        return (name for name, _ in self._items.values())

    def __len__(self) -> int:
        return len(self._items)


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, list[str]] = field(default_factory=dict)
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""
    params: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_environ(cls, environ: Environ) -> Request:
        headers = Headers((key[5:].replace("_", "-").title(), value) for key, value in environ.items() if key.startswith("HTTP_"))
        stream: IO[bytes] = environ.get("wsgi.input", io.BytesIO())
        return cls(environ["REQUEST_METHOD"], environ["PATH_INFO"], parse_qs(environ.get("QUERY_STRING", "")), headers, stream.read())

    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def cookies(self) -> dict[str, str]:
        return {name: morsel.value for name, morsel in SimpleCookie(self.headers.get("cookie", "")).items()}


@dataclass
class Response:
    body: Union[str, bytes] = ""
    status: HTTPStatus = HTTPStatus.OK
    headers: Headers = field(default_factory=lambda: Headers({"Content-Type": "text/plain"}))

    def __call__(self, environ: Environ, start: StartResponse) -> Iterable[bytes]:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        self.headers["Content-Length"] = str(len(body))
        start(f"{self.status.value} {self.status.phrase}", list(self.headers.items()))
        return [body]


Handler = Callable[[Request], Union[Response, str, dict[str, Any]]]


class HTTPError(Exception):
    def __init__(self, status: HTTPStatus, detail: str = "") -> None:
        super().__init__(detail or status.description)
        self.status = status


class Router:
    converters: ClassVar[dict[str, str]] = {"int": r"\d+", "str": r"[^/]+"}

    def __init__(self, secret: bytes = b"key") -> None:
        self.routes: list[tuple[str, Pattern[str], Handler]] = []
        self.secret = secret

    def route(self, path: str, *methods: str) -> Callable[[Handler], Handler]:
        pattern = re.sub(r"<(?:(\w+):)?(\w+)>", lambda m: f"(?P<{m[2]}>{self.converters[m[1] or 'str']})", path)

        def register(handler: Handler) -> Handler:
            for method in methods or ("GET",):
                self.routes.append((method, re.compile(pattern), handler))
            return handler

        return register

    def dispatch(self, request: Request) -> Response:
        allowed: set[str] = set()
        for method, pattern, handler in self.routes:
            if not (match := pattern.fullmatch(request.path)):
                continue
            if method != request.method:
                allowed.add(method)
                continue
            request.params = match.groupdict()
            result = handler(request)
            if isinstance(result, dict):
                return Response(json.dumps(result, sort_keys=True), headers=Headers({"Content-Type": "application/json"}))
            return result if isinstance(result, Response) else Response(result)
        raise HTTPError(HTTPStatus.METHOD_NOT_ALLOWED if allowed else HTTPStatus.NOT_FOUND, ", ".join(sorted(allowed)))

    def sign(self, value: AnyStr) -> str:
        raw = value.encode() if isinstance(value, str) else value
        return base64.urlsafe_b64encode(hmac.new(self.secret, raw, hashlib.sha256).digest()[:6]).decode()

    def __call__(self, environ: Environ, start: StartResponse) -> Iterable[bytes]:
        try:
            response = self.dispatch(Request.from_environ(environ))
        except HTTPError as error:
            response = Response(f"{error.status.phrase}: {error}", error.status)
        return response(environ, start)


app = Router()


@app.route("/hello/<name>")
def hello(request: Request) -> str:
    return string.Template("hello $name$mark").substitute(request.params, mark=request.query.get("mark", ["."])[0])


@app.route("/sum/<int:a>/<int:b>", "GET", "POST")
def total(request: Request) -> dict[str, Any]:
    return {"sum": sum(int(value) for value in request.params.values()), "body": request.json() if request.body else None}


@app.route("/me")
def me(request: Request) -> Response:
    response = Response(request.cookies.get("user", "nobody"))
    response.headers["X-Sign"] = app.sign(str(response.body))
    return response


def call(application: App, method: str, url: str, body: bytes = b"", **headers: str) -> tuple[str, dict[str, str], str]:
    parts = urlsplit(url)
    seen: list[tuple[str, list[tuple[str, str]]]] = []
    environ: Environ = {"REQUEST_METHOD": method, "PATH_INFO": urllib.parse.unquote(parts.path), "QUERY_STRING": parts.query, "wsgi.input": io.BytesIO(body)}
    environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    chunks = application(environ, lambda status, items: seen.append((status, items)))
    text = b"".join(chunks).decode()
    (status, items), = seen
    return status, dict(items), text


requests: list[tuple[str, str]] = [("GET", "/hello/W%C3%B6rld?" + urlencode({"mark": "!&"})), ("POST", "/sum/2/40"), ("GET", "/me"), ("PUT", "/sum/1/2"), ("GET", "/sum/x/2")]
for arguments in requests:
    print(call(app, *arguments))
print(call(app, "GET", "/me", cookie="user=ann; x=1")[1:], quote("a b/ü"), textwrap.shorten("many words in here", 12), len(email.message.Message()))
