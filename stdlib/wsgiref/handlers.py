"""What runs an application and sends its response (library reference, "wsgiref.handlers").

run() makes the environment, calls the application and sends what it gives. Headers wait for the first data: by then the application
may replace them, with an error. A subclass says where data goes and comes from.
"""
import os
import sys
from .headers import Headers
from .util import FileWrapper, guess_scheme, is_hop_by_hop

__all__ = ["BaseHandler", "SimpleHandler", "BaseCGIHandler", "CGIHandler", "IISCGIHandler", "read_environ"]

_GONE = (ConnectionAbortedError, BrokenPipeError, ConnectionResetError)  # the client does not listen any more


def format_date_time(timestamp):
    """A time as headers have it."""
    from email.utils import formatdate
    return formatdate(timestamp, usegmt=True)


def read_environ():
    """The environment, texts of requests as WSGI has them: bytes shown as Latin-1."""
    exact = {"SCRIPT_NAME", "PATH_INFO", "PATH_TRANSLATED", "QUERY_STRING", "REQUEST_METHOD", "AUTH_TYPE", "CONTENT_TYPE", "CONTENT_LENGTH", "HTTPS", "REMOTE_USER",
             "REMOTE_IDENT"}
    beginnings = ("HTTP_", "SSL_", "REDIRECT_")
    return {name: os.fsencode(value).decode("iso-8859-1") if name in exact or name.startswith(beginnings) else value for name, value in os.environ.items()}


class BaseHandler:
    """Runs an application once.

    _write(data), _flush(), get_stdin(), get_stderr(), add_cgi_vars() are the subclass's. origin_server: it speaks HTTP itself, else
    there is a server before it that does (CGI).
    """

    wsgi_version = (1, 0)
    wsgi_multithread = wsgi_multiprocess = True
    wsgi_run_once = False
    origin_server, http_version, server_software = True, "1.0", None
    os_environ = read_environ()
    wsgi_file_wrapper, headers_class = FileWrapper, Headers
    traceback_limit = None
    error_status, error_headers = "500 Internal Server Error", [("Content-Type", "text/plain")]
    error_body = b"A server error occurred.  Please contact the administrator."
    status = result = headers = None
    headers_sent, bytes_sent = False, 0

    def run(self, application):
        """Runs the application."""
        try:
            self.setup_environ()
            self.result = application(self.environ, self.start_response)
            self.finish_response()
        except _GONE:
            return
        except:
            try:
                self.handle_error()
            except:
                self.close()
                raise

    def setup_environ(self):
        """Makes `environ`."""
        self.environ = environ = self.os_environ.copy()
        self.add_cgi_vars()
        environ |= {"wsgi.input": self.get_stdin(), "wsgi.errors": self.get_stderr(), "wsgi.version": self.wsgi_version,
                    "wsgi.run_once": self.wsgi_run_once, "wsgi.url_scheme": self.get_scheme(), "wsgi.multithread": self.wsgi_multithread,
                    "wsgi.multiprocess": self.wsgi_multiprocess}
        if self.wsgi_file_wrapper is not None:
            environ["wsgi.file_wrapper"] = self.wsgi_file_wrapper
        if self.origin_server and self.server_software:
            environ.setdefault("SERVER_SOFTWARE", self.server_software)

    def get_scheme(self):
        """"http" or "https"."""
        return guess_scheme(self.environ)

    # ---- the response

    def start_response(self, status, headers, exc_info=None):
        """What the application calls with status and headers; again only if something has gone wrong."""
        if exc_info:
            try:
                if self.headers_sent:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None
        elif self.headers is not None:
            raise AssertionError("Headers already set!")
        self.status, self.headers = status, self.headers_class(headers)
        _check_status(status)
        if __debug__:
            for name, value in headers:
                assert not is_hop_by_hop(name), f"Hop-by-hop header, '{name}: {value}', not allowed"
        return self.write

    def write(self, data):
        """Sends data, after the headers."""
        assert type(data) is bytes, "write() argument must be a bytes instance"
        if not self.status:
            raise AssertionError("write() before start_response()")
        self.bytes_sent += len(data)
        if not self.headers_sent:
            self.bytes_sent = len(data)
            self.send_headers()
        self._write(data)
        self._flush()

    def finish_response(self):
        """Sends what the application has given."""
        try:
            if not (self.result_is_file() and self.sendfile()):
                for data in self.result:
                    self.write(data)
                self.finish_content()
        except:
            if hasattr(self.result, "close"):
                self.result.close()
            raise
        self.close()

    def result_is_file(self):
        """Whether the application has given a file."""
        return self.wsgi_file_wrapper is not None and isinstance(self.result, self.wsgi_file_wrapper)

    def sendfile(self):
        """Sends a file in the system's own way; False: it has none."""
        return False

    def finish_content(self):
        """Sends the headers of a response without data."""
        if not self.headers_sent:
            self.headers.setdefault("Content-Length", "0")
            self.send_headers()

    def send_headers(self):
        """Sends status and headers."""
        self.cleanup_headers()
        self.headers_sent = True
        if not self.origin_server or self.client_is_modern():
            self.send_preamble()
            self._write(bytes(self.headers))

    def cleanup_headers(self):
        """Adds what is missing."""
        if "Content-Length" not in self.headers:
            self.set_content_length()

    def set_content_length(self):
        """The length is known if there is one block of data."""
        try:
            blocks = len(self.result)
        except (TypeError, AttributeError, NotImplementedError):
            return
        if blocks == 1:
            self.headers["Content-Length"] = str(self.bytes_sent)

    def send_preamble(self):
        """Sends the status and what belongs to the server."""
        lines = [f"Status: {self.status}"]
        if self.origin_server:
            if not self.client_is_modern():
                return
            import time
            lines = [f"HTTP/{self.http_version} {self.status}"]
            if "Date" not in self.headers:
                lines.append(f"Date: {format_date_time(time.time())}")
            if self.server_software and "Server" not in self.headers:
                lines.append(f"Server: {self.server_software}")
        for line in lines:
            self._write(f"{line}\r\n".encode("iso-8859-1"))

    def client_is_modern(self):
        """Whether the client wants headers."""
        return self.environ["SERVER_PROTOCOL"].upper() != "HTTP/0.9"

    def close(self):
        """Ends the request."""
        try:
            if hasattr(self.result, "close"):
                self.result.close()
        finally:
            self.result = self.headers = self.status = self.environ = None
            self.bytes_sent, self.headers_sent = 0, False

    # ---- errors

    def handle_error(self):
        """Logs what has gone wrong, and answers with it if nothing has been sent."""
        self.log_exception(sys.exc_info())
        if not self.headers_sent:
            self.result = self.error_output(self.environ, self.start_response)
            self.finish_response()

    def log_exception(self, exc_info):
        """Logs an exception."""
        try:
            from traceback import print_exception
            stream = self.get_stderr()
            print_exception(*exc_info, self.traceback_limit, stream)
            stream.flush()
        finally:
            exc_info = None

    def error_output(self, environ, start_response):
        """An application that answers with an error."""
        start_response(self.error_status, self.error_headers[:], sys.exc_info())
        return [self.error_body]

    # ---- a subclass's

    def _write(self, data):
        raise NotImplementedError

    def _flush(self):
        raise NotImplementedError

    def get_stdin(self):
        """The body of the request."""
        raise NotImplementedError

    def get_stderr(self):
        """Where errors are written to."""
        raise NotImplementedError

    def add_cgi_vars(self):
        """Adds the request to `environ`."""
        raise NotImplementedError


def _check_status(status):
    if type(status) is not str:
        raise AssertionError(f"Status must be of type str (got {status!r})")
    for wrong, message in ((len(status) < 4, "Status must be at least 4 characters"), (not status[:3].isdigit(), "Status message must begin w/3-digit code"),
                           (status[3:4] != " ", "Status message must have a space after code")):
        if wrong:
            raise AssertionError(message)


class SimpleHandler(BaseHandler):
    """Runs an application with given streams and a given environment."""

    def __init__(self, stdin, stdout, stderr, environ, multithread=True, multiprocess=False):
        self.stdin, self.stdout, self.stderr, self.base_env = stdin, stdout, stderr, environ
        self.wsgi_multithread, self.wsgi_multiprocess = multithread, multiprocess

    def get_stdin(self):
        return self.stdin

    def get_stderr(self):
        return self.stderr

    def add_cgi_vars(self):
        self.environ |= self.base_env

    def _write(self, data):
        written = self.stdout.write(data)
        if written is None or written == len(data):
            return
        import warnings
        warnings.warn("SimpleHandler.stdout.write() should not do partial writes", DeprecationWarning)
        while data := data[written:]:
            written = self.stdout.write(data)

    def _flush(self):
        self.stdout.flush()


class BaseCGIHandler(SimpleHandler):
    """Runs an application behind a server that speaks HTTP, with given streams."""

    origin_server = False


class CGIHandler(BaseCGIHandler):
    """Runs an application as a CGI script."""

    wsgi_run_once = True
    os_environ = {}  # all of it is the request's

    def __init__(self):
        super().__init__(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, read_environ(), multithread=False, multiprocess=True)


class IISCGIHandler(BaseCGIHandler):
    """The same behind Microsoft's server, whose PATH_INFO begins with SCRIPT_NAME."""

    wsgi_run_once = True
    os_environ = {}

    def __init__(self):
        environ = read_environ()
        path, script = environ.get("PATH_INFO", ""), environ.get("SCRIPT_NAME", "")
        if (path + "/").startswith(script + "/"):
            environ["PATH_INFO"] = path[len(script):]
        super().__init__(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, environ, multithread=False, multiprocess=True)
