"""wsgiref: environments and addresses, headers, handlers with and without errors, the checker, a server."""
import io
import sys
import threading
import urllib.request
import warnings
import wsgiref.handlers as handlers
import wsgiref.simple_server as simple_server
import wsgiref.types
import wsgiref.util as util
from wsgiref.headers import Headers
from wsgiref.validate import validator


def attempt(call, *args, **kwargs):
    try:
        print(repr(call(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print("-- util")
for script, path in (("", "/"), ("/a", "/b/c"), ("/a", ""), ("", "/a//b/./c"), ("/a", "/."), ("/a", "//"), ("", "/x/"), ("/é", "/ü;=,&")):
    environ = {"SCRIPT_NAME": script, "PATH_INFO": path, "QUERY_STRING": "q=1", "HTTP_HOST": "h:8080"}
    util.setup_testing_defaults(environ)
    print(util.application_uri(environ), util.request_uri(environ), util.request_uri(environ, False), end=" ")
    names = []
    while (name := util.shift_path_info(environ)) is not None:
        names.append((name, environ["SCRIPT_NAME"], environ["PATH_INFO"]))
        if len(names) > 6:
            break
    print(names, environ["SCRIPT_NAME"], environ["PATH_INFO"])
for more in ({}, {"HTTPS": "on"}, {"SERVER_PORT": "8", "wsgi.url_scheme": "https"}):
    environ = dict(more)
    util.setup_testing_defaults(environ)
    del environ["HTTP_HOST"]
    print(util.guess_scheme(environ), util.application_uri(environ), sorted(environ))
print(list(util.FileWrapper(io.BytesIO(b"abcdefg"), 3)), hasattr(util.FileWrapper(io.BytesIO()), "close"), [util.is_hop_by_hop(n) for n in ("TE", "Te2", "Connection")])

print("-- headers")
given = [("A", "1"), ("b", "2"), ("a", "3")]
headers = Headers(given)
print(len(headers), headers["A"], headers["x"], headers.get_all("a"), "B" in headers, headers.keys(), headers.values(), headers.items(), headers)
headers["a"] = "new"
del headers["nope"]
print(given, headers.setdefault("b", "9"), headers.setdefault("C", "d"), headers.get("z", "def"))
headers.add_header("Content-Disposition", "attachment", filename='bud "x"\\.gif', name_x="", none=None)
headers.add_header("X", None, y="z")
print(repr(headers), bytes(headers), str(Headers()))
attempt(Headers, (("a", "b"),))
attempt(Headers, [("a", 1)])
attempt(headers.__setitem__, "a", b"1")
attempt(headers.add_header, "a", "b", c=1)

print("-- handlers")


class Handler(handlers.BaseCGIHandler):
    os_environ = {}


class Server(handlers.SimpleHandler):
    os_environ = {}
    server_software = "Mine/1"


def run(application, kind=Handler, **environ):
    out, err = io.BytesIO(), io.StringIO()
    values = {"wsgi": "no", **environ}
    util.setup_testing_defaults(values)
    handler = kind(io.BytesIO(b"body"), out, err, values)
    try:
        handler.run(application)
    except Exception as error:
        print("raised", type(error).__name__, error)
    lines = [line for line in out.getvalue().split(b"\r\n") if not line.startswith(b"Date:")]
    print(lines, err.getvalue().splitlines()[-1:])


def good(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]


def wrote(environ, start_response):
    write = start_response("200 OK", [("Content-Type", "text/plain"), ("Date", "now"), ("Server", "other")])
    write(b"one")
    return [b"two", b"three"]


def bad(environ, start_response):
    start_response("200 OK", [])
    raise ValueError("broken")


def late(environ, start_response):
    start_response("200 OK", [])
    yield b"begun"
    raise ValueError("too late")


def again(environ, start_response):
    start_response("200 OK", [])
    try:
        raise KeyError("k")
    except KeyError:
        start_response("500 Oops", [("X", "y")], sys.exc_info())
    return [b"told"]


for application in (good, wrote, bad, late, again, lambda e, s: [], lambda e, s: s("200", []) and [b""], lambda e, s: s("2xx Ok", []), lambda e, s: s("200-Ok", []),
                    lambda e, s: s(b"200 Ok", []), lambda e, s: (s("200 Ok", []), s("200 Ok", [])), lambda e, s: s("200 Ok", [("Connection", "close")]),
                    lambda e, s: (s("200 Ok", []), ["text"])[1], lambda e, s: (s("204 No", []), [])[1],
                    lambda e, s: (s("200 Ok", []), e["wsgi.file_wrapper"](io.BytesIO(b"filed")))[1], lambda e, s: (s("200 Ok", []), [e["wsgi.input"].read()])[1]):
    run(application)
    run(application, Server)
run(good, Server, SERVER_PROTOCOL="HTTP/0.9")

print("-- validator")
warnings.simplefilter("ignore")


def checked(application, **changes):
    environ = {"QUERY_STRING": ""}
    util.setup_testing_defaults(environ)
    environ.update({k.replace("__", "."): v for k, v in changes.items()})

    def start_response(status, headers, exc_info=None):
        return lambda data: None
    try:
        result = validator(application)(environ, start_response)
        try:
            print(list(result))
        finally:
            result.close()
    except Exception as error:
        print(type(error).__name__, error)


PLAIN = [("Content-Type", "text/plain")]
checked(good)
for application in (lambda e, s: None, lambda e, s: b"bytes", lambda e, s: [b"no start"], lambda e, s: (s("200 OK", PLAIN), ["text"])[1], lambda e, s: s(b"200 OK", []),
                    lambda e, s: s("20 OK", []), lambda e, s: s("099 OK", []), lambda e, s: s("200 OK", ()), lambda e, s: s("200 OK", [["a", "b"]]),
                    lambda e, s: s("200 OK", [("Status", "b")]), lambda e, s: s("200 OK", [("a:b", "b")]), lambda e, s: s("200 OK", [("a b", "b")]),
                    lambda e, s: s("200 OK", [("a-", "b")]), lambda e, s: s("200 OK", [("a", "b\x01")]), lambda e, s: s("200 OK", []), lambda e, s: s("204 No", PLAIN),
                    lambda e, s: s("200 OK", PLAIN, 5), lambda e, s: s("200 OK"), lambda e, s: e["wsgi.input"].read(), lambda e, s: e["wsgi.input"].close(),
                    lambda e, s: e["wsgi.errors"].write(b"x"), lambda e, s: e["wsgi.errors"].close(), lambda e, s: s("200 OK", PLAIN)("text")):
    checked(application)
for changes in ({"SERVER_PORT": 80}, {"wsgi__version": [1]}, {"wsgi__url_scheme": "ftp"}, {"SCRIPT_NAME": "x"}, {"PATH_INFO": "x"}, {"CONTENT_LENGTH": "-1"},
                {"SCRIPT_NAME": "/"}, {"HTTP_CONTENT_TYPE": "x"}, {"wsgi__errors": 5}):
    checked(good, **changes)
checked(good, wsgi__version=(1, 0), REQUEST_METHOD="ODD")

print("-- a server")


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Path", environ["PATH_INFO"])])
    keys = ["REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "CONTENT_LENGTH", "CONTENT_TYPE", "HTTP_X_MORE", "SCRIPT_NAME", "SERVER_PROTOCOL", "GATEWAY_INTERFACE", "REMOTE_ADDR", "wsgi.multithread", "wsgi.url_scheme"]
    size = int(environ["CONTENT_LENGTH"] or 0)
    return [repr([environ.get(key) for key in keys]).encode(), environ["wsgi.input"].read(size)]


class Silent(simple_server.WSGIRequestHandler):
    def log_message(self, format, *args):
        print("log", args)


with simple_server.make_server("127.0.0.1", 0, validator(application), handler_class=Silent) as server:
    for data in (None, b"posted"):
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        request = urllib.request.Request(f"http://127.0.0.1:{server.server_port}/p%20q?a=b", data, {"X-More": " m "})
        with urllib.request.urlopen(request) as response:
            print(response.status, response.headers["X-Path"], response.headers["Content-Length"], response.headers["Server"].split("/")[0], response.read())
        thread.join()
    print(server.get_app() is server.application, sorted(server.base_environ))
out = []
print(simple_server.demo_app({"a": 1}, lambda *args: out.append(args)), out, wsgiref.types.__all__, handlers.format_date_time(0))
