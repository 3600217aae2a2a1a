"""HTTP from the server's side (library reference, "http.server")."""
import copy
import datetime
import email.utils
import html
import http.client
import io
import itertools
import mimetypes
import os
import posixpath
import shutil
import socket
import socketserver
import sys
import time
import urllib.parse
from http import HTTPStatus

__version__ = "0.6"
__all__ = ["HTTPServer", "ThreadingHTTPServer", "BaseHTTPRequestHandler", "SimpleHTTPRequestHandler", "CGIHTTPRequestHandler"]

DEFAULT_ERROR_MESSAGE = """\
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
"""
DEFAULT_ERROR_CONTENT_TYPE = "text/html;charset=utf-8"


class HTTPServer(socketserver.TCPServer):
    """A server for one request at a time; `server_name` and `server_port` say where it is."""

    allow_reuse_address = 1

    def server_bind(self):
        super().server_bind()
        host, port = self.server_address[:2]
        self.server_name, self.server_port = socket.getfqdn(host), port


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    """A server with a thread for each connection."""

    daemon_threads = True


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    """Answers requests: a subclass has do_GET() and so on. There are `command`, `path`, `request_version`, `headers`, `rfile` for the body, `wfile`
    for the answer; send_response(), send_header() and end_headers() begin it."""

    sys_version, server_version = "Python/" + sys.version.split()[0], "BaseHTTP/" + __version__
    error_message_format, error_content_type = DEFAULT_ERROR_MESSAGE, DEFAULT_ERROR_CONTENT_TYPE
    default_request_version, protocol_version = "HTTP/0.9", "HTTP/1.0"
    MessageClass = http.client.HTTPMessage
    responses = {status: (status.phrase, status.description) for status in HTTPStatus}
    weekdayname = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    monthname = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    _control_characters = {c: f"\\x{c:02x}" for c in itertools.chain(range(0x20), range(0x7f, 0xa0))} | {ord("\\"): r"\\"}

    # ---- requests

    def parse_request(self):
        """Takes `raw_requestline` apart and reads the headers; False: there was an error, which has been answered."""
        self.command, self.request_version, self.close_connection = None, self.default_request_version, True
        line = self.requestline = str(self.raw_requestline, "iso-8859-1").rstrip("\r\n")
        words = line.split()
        if not words:
            return False
        if len(words) >= 3 and not self._take_version(words[-1]):
            return False
        if not 2 <= len(words) <= 3:
            self.send_error(HTTPStatus.BAD_REQUEST, f"Bad request syntax ({line!r})")
            return False
        command, path = words[:2]
        if len(words) == 2:
            self.close_connection = True
            if command != "GET":
                self.send_error(HTTPStatus.BAD_REQUEST, f"Bad HTTP/0.9 request type ({command!r})")
                return False
        # Two slashes at the beginning would name a host.
        self.command, self.path = command, "/" + path.lstrip("/") if path.startswith("//") else path
        return self._take_headers()

    def _take_version(self, version):
        number = version.removeprefix("HTTP/").split(".")
        if not version.startswith("HTTP/") or len(number) != 2 or not all([part.isascii() and part.isdigit() and len(part) <= 10 for part in number]):
            self.send_error(HTTPStatus.BAD_REQUEST, f"Bad request version ({version!r})")
            return False
        number = int(number[0]), int(number[1])
        if number >= (2, 0):
            self.send_error(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, f"Invalid HTTP version ({version.removeprefix('HTTP/')})")
            return False
        if number >= (1, 1) and self.protocol_version >= "HTTP/1.1":
            self.close_connection = False
        self.request_version = version
        return True

    def _take_headers(self):
        try:
            self.headers = http.client.parse_headers(self.rfile, _class=self.MessageClass)
        except http.client.LineTooLong as problem:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Line too long", str(problem))
            return False
        except http.client.HTTPException as problem:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Too many headers", str(problem))
            return False
        connection = self.headers.get("Connection", "").lower()
        modern = self.protocol_version >= "HTTP/1.1"
        if connection == "close":
            self.close_connection = True
        elif connection == "keep-alive" and modern:
            self.close_connection = False
        if self.headers.get("Expect", "").lower() == "100-continue" and modern and self.request_version >= "HTTP/1.1":
            return self.handle_expect_100()
        return True

    def handle_expect_100(self):
        """Says that the body may come."""
        self.send_response_only(HTTPStatus.CONTINUE)
        self.end_headers()
        return True

    def handle_one_request(self):
        """Reads a request and calls the method for it."""
        try:
            self.raw_requestline = self.rfile.readline(65537)
            if len(self.raw_requestline) > 65536:
                self.requestline = self.request_version = self.command = ""
                self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
                return
            if not self.raw_requestline:
                self.close_connection = True
                return
            if not self.parse_request():
                return
            method = getattr(self, "do_" + self.command, None)
            if method is None:
                self.send_error(HTTPStatus.NOT_IMPLEMENTED, f"Unsupported method ({self.command!r})")
                return
            method()
            self.wfile.flush()
        except TimeoutError as problem:
            self.log_error("Request timed out: %r", problem)
            self.close_connection = True

    def handle(self):
        """Reads requests as long as the connection stays."""
        self.close_connection = True
        self.handle_one_request()
        while not self.close_connection:
            self.handle_one_request()

    # ---- answers

    def send_error(self, code, message=None, explain=None):
        """Answers with an error, and a page that shows it."""
        short, long = self.responses.get(code, ("???", "???"))
        message = short if message is None else message
        explain = long if explain is None else explain
        self.log_error("code %d, message %s", code, message)
        self.send_response(code, message)
        self.send_header("Connection", "close")
        body = None
        if code >= 200 and code not in (HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT, HTTPStatus.NOT_MODIFIED):
            page = self.error_message_format % {"code": code, "message": html.escape(message, quote=False), "explain": html.escape(explain, quote=False)}
            body = page.encode("UTF-8", "replace")
            self.send_header("Content-Type", self.error_content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and body:
            self.wfile.write(body)

    def send_response(self, code, message=None):
        """Begins an answer: the status, and the headers Server and Date."""
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header("Server", self.version_string())
        self.send_header("Date", self.date_time_string())

    def _add(self, line):
        if not hasattr(self, "_headers_buffer"):
            self._headers_buffer = []
        self._headers_buffer.append(f"{line}\r\n".encode("latin-1", "strict"))

    def send_response_only(self, code, message=None):
        """Begins an answer with the status alone."""
        if self.request_version != "HTTP/0.9":
            message = self.responses.get(code, ("",))[0] if message is None else message
            self._add(f"{self.protocol_version} {code:d} {message}")

    def send_header(self, keyword, value):
        """Adds a header."""
        if self.request_version != "HTTP/0.9":
            self._add(f"{keyword}: {value}")
        if keyword.lower() == "connection":
            if value.lower() == "close":
                self.close_connection = True
            elif value.lower() == "keep-alive":
                self.close_connection = False

    def end_headers(self):
        """Ends the headers and sends them."""
        if self.request_version != "HTTP/0.9":
            self._add("")
            self.flush_headers()

    def flush_headers(self):
        """Sends the headers there are."""
        if hasattr(self, "_headers_buffer"):
            self.wfile.write(b"".join(self._headers_buffer))
            self._headers_buffer = []

    # ---- the log, and texts

    def log_request(self, code="-", size="-"):
        """Logs a request that is being answered."""
        if isinstance(code, HTTPStatus):
            code = code.value
        self.log_message('"%s" %s %s', self.requestline, str(code), str(size))

    def log_error(self, format, *args):
        """Logs a request that fails."""
        self.log_message(format, *args)

    def log_message(self, format, *args):
        """Logs a line, on the error stream."""
        text = (format % args).translate(self._control_characters)
        sys.stderr.write(f"{self.address_string()} - - [{self.log_date_time_string()}] {text}\n")

    def version_string(self):
        """What the header Server says."""
        return f"{self.server_version} {self.sys_version}"

    def date_time_string(self, timestamp=None):
        """A time as headers have it."""
        return email.utils.formatdate(time.time() if timestamp is None else timestamp, usegmt=True)

    def log_date_time_string(self):
        """The time as the log has it."""
        now = time.localtime()
        return f"{now.tm_mday:02}/{self.monthname[now.tm_mon]}/{now.tm_year:04} {now.tm_hour:02}:{now.tm_min:02}:{now.tm_sec:02}"

    def address_string(self):
        """The client's address."""
        return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Serves files of a folder."""

    server_version = "SimpleHTTP/" + __version__
    index_pages = ("index.html", "index.htm")
    extensions_map = _packed_types = {".gz": "application/gzip", ".Z": "application/octet-stream", ".bz2": "application/x-bzip2", ".xz": "application/x-xz"}

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = os.fspath(os.getcwd() if directory is None else directory)
        super().__init__(*args, **kwargs)

    def do_GET(self):
        """Serves a file or a list."""
        file = self.send_head()
        if file:
            with file:
                self.copyfile(file, self.wfile)

    def do_HEAD(self):
        """Serves the headers."""
        file = self.send_head()
        if file:
            file.close()

    def send_head(self):
        """Answers with status and headers; the file whose contents follow, or None."""
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            parts = urllib.parse.urlsplit(self.path)
            if not parts.path.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", urllib.parse.urlunsplit((parts[0], parts[1], parts[2] + "/", parts[3], parts[4])))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return None
            index = next((page for name in self.index_pages if os.path.isfile(page := os.path.join(path, name))), None)
            if index is None:
                return self.list_directory(path)
            path = index
        return self._send_file_head(path)

    def _send_file_head(self, path):
        # A name that ends with a slash is no file.
        try:
            if path.endswith("/"):
                raise OSError
            file = open(path, "rb")
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, "File not found")
            return None
        try:
            status = os.fstat(file.fileno())
            if self._is_known(status.st_mtime):
                self.send_response(HTTPStatus.NOT_MODIFIED)
                self.end_headers()
                file.close()
                return None
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-type", self.guess_type(path))
            self.send_header("Content-Length", str(status.st_size))
            self.send_header("Last-Modified", self.date_time_string(status.st_mtime))
            self.end_headers()
            return file
        except BaseException:
            file.close()
            raise

    def _is_known(self, changed):
        "Whether the client has the file as it is."
        if "If-Modified-Since" not in self.headers or "If-None-Match" in self.headers:
            return False
        try:
            since = email.utils.parsedate_to_datetime(self.headers["If-Modified-Since"])
        except (TypeError, IndexError, OverflowError, ValueError):
            return False
        if since.tzinfo is None:
            since = since.replace(tzinfo=datetime.timezone.utc)
        if since.tzinfo is not datetime.timezone.utc:
            return False
        return datetime.datetime.fromtimestamp(changed, datetime.timezone.utc).replace(microsecond=0) <= since

    def list_directory(self, path):
        """Answers with a list of the folder's files; the file to send, or None."""
        try:
            names = sorted(os.listdir(path), key=str.lower)
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, "No permission to list directory")
            return None
        try:
            shown_path = urllib.parse.unquote(self.path, errors="surrogatepass")
        except UnicodeDecodeError:
            shown_path = urllib.parse.unquote(self.path)
        encoding = sys.getfilesystemencoding()
        title = f"Directory listing for {html.escape(shown_path, quote=False)}"
        lines = ["<!DOCTYPE HTML>", '<html lang="en">', "<head>", f'<meta charset="{encoding}">', f"<title>{title}</title>\n</head>",
                 f"<body>\n<h1>{title}</h1>", "<hr>\n<ul>"]
        for name in names:
            full = os.path.join(path, name)
            shown = link = name
            if os.path.isdir(full):
                shown = link = name + "/"
            if os.path.islink(full):
                shown = name + "@"
            lines.append(f'<li><a href="{urllib.parse.quote(link, errors="surrogatepass")}">{html.escape(shown, quote=False)}</a></li>')
        lines.append("</ul>\n<hr>\n</body>\n</html>\n")
        page = "\n".join(lines).encode(encoding, "surrogateescape")
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-type", f"text/html; charset={encoding}")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return io.BytesIO(page)

    def translate_path(self, path):
        """The file that a path of the request means: in the folder, whatever it says."""
        path = path.partition("?")[0].partition("#")[0]
        trailing = path.rstrip().endswith("/")
        try:
            path = urllib.parse.unquote(path, errors="surrogatepass")
        except UnicodeDecodeError:
            path = urllib.parse.unquote(path)
        made = self.directory
        for word in filter(None, posixpath.normpath(path).split("/")):
            if not os.path.dirname(word) and word not in (os.curdir, os.pardir):
                made = os.path.join(made, word)
        return made + "/" if trailing else made

    def copyfile(self, source, outputfile):
        """Sends a file."""
        shutil.copyfileobj(source, outputfile)

    def guess_type(self, path):
        """The type of a file, by its name."""
        extension = posixpath.splitext(path)[1]
        for name in (extension, extension.lower()):
            if name in self.extensions_map:
                return self.extensions_map[name]
        return mimetypes.guess_type(path)[0] or "application/octet-stream"


class CGIHTTPRequestHandler(SimpleHTTPRequestHandler):
    """Serves files, and runs those in `cgi_directories` as CGI scripts."""

    have_fork, rbufsize, cgi_directories = hasattr(os, "fork"), 0, ["/cgi-bin", "/htbin"]

    def do_POST(self):
        """Runs a script."""
        if self.is_cgi():
            self.run_cgi()
        else:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED, "Can only POST to CGI scripts")

    def send_head(self):
        return self.run_cgi() if self.is_cgi() else super().send_head()

    def is_cgi(self):
        """Whether the path means a script; `cgi_info` is (folder, the rest) then."""
        path, mark, query = self.path.partition("?")
        whole = posixpath.normpath("/" + urllib.parse.unquote(path).lstrip("/")) + ("/" if path.endswith("/") else "")
        for at in [i for i, c in enumerate(whole) if c == "/" and i] + [len(whole)]:
            if whole[:at] in self.cgi_directories and at < len(whole):
                self.cgi_info = whole[:at], whole[at + 1:] + mark + query
                return True
        return False

    def is_executable(self, path):
        return os.access(path, os.X_OK)

    def is_python(self, path):
        return os.path.splitext(path)[1].lower() in (".py", ".pyw")

    def run_cgi(self):
        """Runs the script that is_cgi() found."""
        import subprocess
        folder, rest = self.cgi_info
        rest, _, query = rest.partition("?")
        script, slash, more = rest.partition("/")
        name = f"{folder}/{script}"
        file = self.translate_path(name)
        if not os.path.exists(file):
            self.send_error(HTTPStatus.NOT_FOUND, f"No such CGI script ({name!r})")
            return
        if not os.path.isfile(file):
            self.send_error(HTTPStatus.FORBIDDEN, f"CGI script is not a plain file ({name!r})")
            return
        if not self.is_python(name) and not self.is_executable(file):
            self.send_error(HTTPStatus.FORBIDDEN, f"CGI script is not executable ({name!r})")
            return
        self.send_response(HTTPStatus.OK, "Script output follows")
        self.flush_headers()
        size = int(self.headers.get("content-length") or 0)
        data = self.rfile.read(size) if self.command.lower() == "post" and size > 0 else None
        words = [file] if self.is_executable(file) else [sys.executable, "-u", file]
        if "=" not in query and query:
            words.append(query)
        done = subprocess.run(words, input=data, capture_output=True, env=self._environment(name, slash + more, query))
        self.wfile.write(done.stdout)
        if done.stderr:
            self.log_error("%s", done.stderr)
        if done.returncode:
            self.log_error("CGI script exit status %#x", done.returncode)
        else:
            self.log_message("CGI script exited OK")

    def _environment(self, name, rest, query):
        values = copy.copy(dict(os.environ))
        decoded = urllib.parse.unquote(rest)
        values.update(SERVER_SOFTWARE=self.version_string(), SERVER_NAME=self.server.server_name, GATEWAY_INTERFACE="CGI/1.1",
                      SERVER_PROTOCOL=self.protocol_version, SERVER_PORT=str(self.server.server_port), REQUEST_METHOD=self.command, PATH_INFO=decoded,
                      PATH_TRANSLATED=self.translate_path(decoded), SCRIPT_NAME=name, QUERY_STRING=query, REMOTE_ADDR=self.client_address[0])
        values["CONTENT_TYPE"] = self.headers.get("content-type") or self.headers.get_content_type()
        for variable, header in (("CONTENT_LENGTH", "content-length"), ("HTTP_REFERER", "referer"), ("HTTP_USER_AGENT", "user-agent")):
            if self.headers.get(header):
                values[variable] = self.headers[header]
        values["HTTP_ACCEPT"] = ",".join(self.headers.get_all("accept", ()))
        cookies = ", ".join(self.headers.get_all("cookie", []))
        if cookies:
            values["HTTP_COOKIE"] = cookies
        for variable in ("REMOTE_HOST", "CONTENT_LENGTH", "HTTP_USER_AGENT", "HTTP_COOKIE", "HTTP_REFERER"):
            values.setdefault(variable, "")
        return values


def test(HandlerClass=BaseHTTPRequestHandler, ServerClass=ThreadingHTTPServer, protocol="HTTP/1.0", port=8000, bind=None):
    """Serves until interrupted."""
    family, _, _, _, address = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    ServerClass.address_family, HandlerClass.protocol_version = family, protocol
    with ServerClass(address, HandlerClass) as server:
        host, port = server.socket.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"Serving HTTP on {host} port {port} (http://{shown}:{port}/) ...")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nKeyboard interrupt received, exiting.")
            sys.exit(0)


def _main():
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("--cgi", action="store_true", help="run as CGI server")
    parser.add_argument("-b", "--bind", metavar="ADDRESS", help="bind to this address (default: all interfaces)")
    parser.add_argument("-d", "--directory", default=os.getcwd(), help="serve this directory (default: current directory)")
    parser.add_argument("-p", "--protocol", metavar="VERSION", default="HTTP/1.0", help="conform to this HTTP version (default: %(default)s)")
    parser.add_argument("port", default=8000, type=int, nargs="?", help="bind to this port (default: %(default)s)")
    options = parser.parse_args()
    handler = CGIHTTPRequestHandler if options.cgi else SimpleHTTPRequestHandler

    class Server(ThreadingHTTPServer):
        def finish_request(self, request, client_address):
            self.RequestHandlerClass(request, client_address, self, directory=options.directory)

    test(handler, Server, options.protocol, options.port, options.bind)


if __name__ == "__main__":
    _main()
