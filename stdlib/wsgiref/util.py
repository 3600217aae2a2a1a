"""Helpers for WSGI environments (library reference, "wsgiref.util")."""
import posixpath

__all__ = ["FileWrapper", "guess_scheme", "application_uri", "request_uri", "shift_path_info", "setup_testing_defaults"]

_HOP_BY_HOP = frozenset("connection keep-alive proxy-authenticate proxy-authorization te trailers transfer-encoding upgrade".split())
_USUAL_PORTS = {"http": "80", "https": "443"}


class FileWrapper:
    """A file as an iterator over its blocks."""

    def __init__(self, filelike, blksize=8192):
        self.filelike, self.blksize = filelike, blksize
        if hasattr(filelike, "close"):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        block = self.filelike.read(self.blksize)
        if not block:
            raise StopIteration
        return block


def guess_scheme(environ):
    """"http" or "https"."""
    return "https" if environ.get("HTTPS") in ("1", "on", "yes") else "http"


def application_uri(environ):
    """The address of the application."""
    from urllib.parse import quote
    scheme = environ["wsgi.url_scheme"]
    host = environ.get("HTTP_HOST")
    if not host:
        host, port = environ["SERVER_NAME"], environ["SERVER_PORT"]
        if port != _USUAL_PORTS.get(scheme, "80"):
            host += ":" + port
    return f"{scheme}://{host}{quote(environ.get('SCRIPT_NAME') or '/', encoding='latin1')}"


def request_uri(environ, include_query=True):
    """The whole address of the request."""
    from urllib.parse import quote
    path = quote(environ.get("PATH_INFO", ""), safe="/;=,", encoding="latin1")
    base = application_uri(environ)
    uri = base + (path if environ.get("SCRIPT_NAME") else path[1:])
    query = environ.get("QUERY_STRING") if include_query else None
    return f"{uri}?{query}" if query else uri


def shift_path_info(environ):
    """Moves the first name of PATH_INFO to SCRIPT_NAME; the name, None if there is none."""
    path, script = environ.get("PATH_INFO", ""), environ.get("SCRIPT_NAME", "")
    if not path:
        return None
    words = path.split("/")
    words[1:-1] = [word for word in words[1:-1] if word and word != "."]
    name = words[1]
    del words[1]
    script = posixpath.normpath(script + "/" + name)
    script = script.removesuffix("/")
    if not name and not script.endswith("/"):
        script += "/"
    environ["SCRIPT_NAME"], environ["PATH_INFO"] = script, "/".join(words)
    # A "/." or a slash at the end has no name of its own.
    return None if name == "." else name


def setup_testing_defaults(environ):
    """Adds what an environment needs, if it is not there, for tests."""
    from io import BytesIO, StringIO
    defaults = {"SERVER_NAME": "127.0.0.1", "SERVER_PROTOCOL": "HTTP/1.0"}
    for name, value in defaults.items():
        environ.setdefault(name, value)
    environ.setdefault("HTTP_HOST", environ["SERVER_NAME"])
    environ.setdefault("REQUEST_METHOD", "GET")
    if "SCRIPT_NAME" not in environ and "PATH_INFO" not in environ:
        environ.update(SCRIPT_NAME="", PATH_INFO="/")
    more = {"wsgi.version": (1, 0), "wsgi.run_once": 0, "wsgi.multithread": 0, "wsgi.multiprocess": 0, "wsgi.input": BytesIO(), "wsgi.errors": StringIO(),
            "wsgi.url_scheme": guess_scheme(environ)}
    for name, value in more.items():
        environ.setdefault(name, value)
    environ.setdefault("SERVER_PORT", _USUAL_PORTS.get(environ["wsgi.url_scheme"], "80"))


def is_hop_by_hop(header_name):
    """Whether a header is about the connection, which is not the application's."""
    return header_name.lower() in _HOP_BY_HOP
