"""HTTP from the server's side (library reference, "http.server").

A handler's life: parse_request() takes the first line apart and reads the headers, or refuses the request; the method do_COMMAND answers. An answer
begins with its status and headers, which are gathered and sent together by end_headers().
"""
import email.utils
import html
import http.client
import os
import re
import socket
import socketserver
import sys
import time
import urllib.parse
from http import HTTPStatus

__version__ = "0.6"
__all__ = ["HTTPServer", "ThreadingHTTPServer", "BaseHTTPRequestHandler", "SimpleHTTPRequestHandler", "CGIHTTPRequestHandler"]

_ERROR_PAGE = [
    "<h1>Error response</h1>", "<p>Error code: %(code)d</p>", "<p>Message: %(message)s.</p>",
    "<p>Error code explanation: %(code)s - %(explain)s.</p>"]
DEFAULT_ERROR_MESSAGE = "".join(line + "\n" for line in [
    "<!DOCTYPE HTML>", '<html lang="en">', "    <head>", '        <meta charset="utf-8">', "        <title>Error response</title>", "    </head>",
    "    <body>", *["        " + line for line in _ERROR_PAGE], "    </body>", "</html>"])
DEFAULT_ERROR_CONTENT_TYPE = "text/html;" + "charset=utf-8"

_LONGEST_LINE = 1 << 16  # of a request
_VERSION = re.compile(r"HTTP/((\d{1,10})\.(\d{1,10}))", re.ASCII)
_WITHOUT_BODY = {HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT, HTTPStatus.NOT_MODIFIED}


class HTTPServer(socketserver.TCPServer):
    """A server for one request at a time; `server_name` and `server_port` say where it is."""

    allow_reuse_address = 1

    def server_bind(self):
        super().server_bind()
        self.server_name, self.server_port = socket.getfqdn(self.server_address[0]), self.server_address[1]


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    """A server with a thread for each connection."""

    daemon_threads = True


class _Refused(Exception):
    """A request that is answered with an error: the arguments of send_error()."""


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    """Answers requests: a subclass has do_GET() and so on. There are `command`, `path`, `request_version`, `headers`, `rfile` for the body, `wfile`
    for the answer; send_response(), send_header() and end_headers() begin it."""

    server_version = f"BaseHTTP/{__version__}"
    sys_version = f"Python/{sys.version.split()[0]}"
    protocol_version, default_request_version = "HTTP/1.0", "HTTP/0.9"
    error_message_format, error_content_type = DEFAULT_ERROR_MESSAGE, DEFAULT_ERROR_CONTENT_TYPE
    MessageClass, responses = http.client.HTTPMessage, {status: (status.phrase, status.description) for status in HTTPStatus}
    weekdayname = "Mon Tue Wed Thu Fri Sat Sun".split()
    monthname = [None, *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()]
    _shown_in_log = {ord("\\"): "\\\\"} | {code: f"\\x{code:02x}" for code in [*range(0x20), *range(0x7f, 0xa0)]}

    # ---- requests

    def handle(self):
        """Answers requests as long as the connection stays."""
        self.close_connection, first = True, True
        while first or not self.close_connection:
            first = False
            self.handle_one_request()

    def handle_one_request(self):
        """Reads a request and calls the method for it."""
        try:
            line = self.raw_requestline = self.rfile.readline(_LONGEST_LINE + 1)
            if len(line) > _LONGEST_LINE:
                self.command = self.requestline = self.request_version = ""
                self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
            elif not line:
                self.close_connection = True
            elif self.parse_request():
                self._call_method()
        except TimeoutError as late:
            self.log_error("Request timed out: %r", late)
            self.close_connection = True

    def _call_method(self):
        method = getattr(self, f"do_{self.command}", None)
        if method is None:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED, f"Unsupported method ({self.command!r})")
        else:
            method()
            self.wfile.flush()

    def parse_request(self):
        """Takes `raw_requestline` apart and reads the headers; False: there was an error, which has been answered."""
        self.command, self.close_connection = None, True
        self.request_version = self.default_request_version
        self.requestline = str(self.raw_requestline, "latin-1").rstrip("\r\n")
        try:
            if not self._read_request_line(self.requestline.split()):
                return False
            self.headers = self._read_headers()
        except _Refused as refused:
            self.send_error(*refused.args)
            return False
        self._obey_connection(self.headers.get("Connection", ""))
        expects = self.headers.get("Expect", "").lower() == "100-continue"
        if expects and min(self.protocol_version, self.request_version) >= "HTTP/1.1":
            return self.handle_expect_100()
        return True

    def _read_request_line(self, words):
        if not words:
            return False
        if len(words) > 2:
            self._read_version(words[-1])
        if len(words) not in (2, 3):
            raise _Refused(HTTPStatus.BAD_REQUEST, f"Bad request syntax ({self.requestline!r})")
        if len(words) == 2:
            self.close_connection = True
            if words[0] != "GET":
                raise _Refused(HTTPStatus.BAD_REQUEST, f"Bad HTTP/0.9 request type ({words[0]!r})")
        self.command, self.path = words[:2]
        if self.path.startswith("//"):  # two slashes would begin the name of a host
            self.path = "/" + self.path.lstrip("/")
        return True

    def _read_version(self, text):
        found = _VERSION.fullmatch(text)
        if found is None:
            raise _Refused(HTTPStatus.BAD_REQUEST, f"Bad request version ({text!r})")
        number = int(found[2]), int(found[3])
        if number[0] >= 2:
            raise _Refused(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, f"Invalid HTTP version ({found[1]})")
        self.close_connection = number < (1, 1) or self.protocol_version < "HTTP/1.1"
        self.request_version = text

    def _read_headers(self):
        try:
            return http.client.parse_headers(self.rfile, _class=self.MessageClass)
        except http.client.HTTPException as problem:
            short = "Line too long" if isinstance(problem, http.client.LineTooLong) else "Too many headers"
            raise _Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, short, str(problem)) from None

    def _obey_connection(self, wish):
        "The client may ask that the connection stays, if both sides know how."
        if wish.lower() == "close" or wish.lower() == "keep-alive" and self.protocol_version >= "HTTP/1.1":
            self.close_connection = wish.lower() == "close"

    def handle_expect_100(self):
        """Says that the body may come."""
        self.send_response_only(HTTPStatus(100))
        self.end_headers()
        return True

    # ---- answers

    def _answer(self, status, *headers):
        "Sends the beginning of an answer, headers given as pairs."
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def send_error(self, code, message=None, explain=None):
        """Answers with an error, and a page that shows it."""
        phrase, description = self.responses.get(code, ("???",) * 2)
        if message is None:
            message = phrase
        if explain is None:
            explain = description
        self.log_error("code %d, message %s", *(code, message))
        headers, page = [("Connection", "close")], b""
        if code >= 200 and code not in _WITHOUT_BODY:
            shown = {"code": code, "message": html.escape(message, quote=False), "explain": html.escape(explain, quote=False)}
            page = (self.error_message_format % shown).encode("utf-8", "replace")
            headers += [("Content-Type", self.error_content_type), ("Content-Length", str(len(page)))]
        self.send_response(code, message)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        if page and self.command != "HEAD":
            self.wfile.write(page)

    def send_response(self, code, message=None):
        """Begins an answer: the status, and the headers Server and Date."""
        self.log_request(code)
        self.send_response_only(code, message=message)
        for name, value in (("Server", self.version_string()), ("Date", self.date_time_string())):
            self.send_header(name, value)

    def send_response_only(self, code, message=None):
        """Begins an answer with the status alone."""
        if message is None:
            message = self.responses[code][0] if code in self.responses else ""
        self._gather("%s %d %s", self.protocol_version, code, message)

    def send_header(self, keyword, value):
        """Adds a header."""
        self._gather("%s: %s", keyword, value)
        if keyword.lower() == "connection" and value.lower() in ("close", "keep-alive"):
            self.close_connection = value.lower() == "close"  # this side does as it says

    def end_headers(self):
        """Ends the headers and sends them."""
        if self._gather(""):
            self.flush_headers()

    def flush_headers(self):
        """Sends the headers there are."""
        gathered, self._headers_buffer = getattr(self, "_headers_buffer", None), []
        if gathered is not None:
            self.wfile.write(b"".join(gathered))

    def _gather(self, form, *values):
        "HTTP/0.9 has no headers."
        if self.request_version == "HTTP/0.9":
            return False
        if not hasattr(self, "_headers_buffer"):
            self._headers_buffer = []
        self._headers_buffer.append((form % values + "\r\n").encode("latin-1"))
        return True

    # ---- the log, and texts

    def log_request(self, code="-", size="-"):
        """Logs a request that is being answered."""
        self.log_message('"%s" %s %s', self.requestline, str(code.value if isinstance(code, HTTPStatus) else code), str(size))

    def log_error(self, format, *args):
        """Logs a request that fails."""
        self.log_message(format, *args)

    def log_message(self, format, *args):
        """Logs a line, on the error stream. Control characters are shown, so that nobody writes lines of the log from outside."""
        shown = str(format % args).translate(self._shown_in_log)
        sys.stderr.write("%s - - [%s] %s\n" % (self.address_string(), self.log_date_time_string(), shown))

    def version_string(self):
        """What the header Server says."""
        return " ".join([self.server_version, self.sys_version])

    def date_time_string(self, timestamp=None):
        """A time as headers have it."""
        return email.utils.formatdate(timestamp if timestamp is not None else time.time(), usegmt=True)

    def log_date_time_string(self):
        """The time as the log has it; the name of the month is English everywhere."""
        now = time.localtime()
        return time.strftime(f"%d/{self.monthname[now.tm_mon]}/%Y %H:%M:%S", now)

    def address_string(self):
        """The client's address."""
        return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Serves files of a folder."""

    server_version = f"SimpleHTTP/{__version__}"
    index_pages = "index.html", "index.htm"
    extensions_map = _packed_types = {".gz": "application/gzip", ".Z": "application/octet-stream", ".bz2": "application/x-bzip2", ".xz": "application/x-xz"}

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = os.fspath(directory if directory is not None else os.getcwd())
        BaseHTTPRequestHandler.__init__(self, *args, **kwargs)

    def do_GET(self):
        """Serves a file or a list."""
        if (contents := self.send_head()):
            try:
                self.copyfile(contents, self.wfile)
            finally:
                contents.close()

    def do_HEAD(self):
        """Serves the headers."""
        if (contents := self.send_head()):
            contents.close()

    def send_head(self):
        """Answers with status and headers; the file whose contents follow, or None."""
        place = self.translate_path(self.path)
        if not os.path.isdir(place):
            return self._file_head(place)
        url = urllib.parse.urlsplit(self.path)
        if not url.path.endswith("/"):  # else what is named in the folder's page would be looked for beside the folder
            self._answer(HTTPStatus.MOVED_PERMANENTLY, ("Location", urllib.parse.urlunsplit(url._replace(path=url.path + "/"))), ("Content-Length", "0"))
            return None
        for name in self.index_pages:
            if os.path.isfile(os.path.join(place, name)):
                return self._file_head(os.path.join(place, name))
        return self.list_directory(place)

    def _file_head(self, name):
        try:
            file = None if name.endswith("/") else open(name, "rb")  # a name that ends with a slash is no file
        except OSError:
            file = None
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND, "File not " + "found")
            return None
        try:
            status = os.fstat(file.fileno())
            if self._is_known(status.st_mtime):
                self._answer(HTTPStatus.NOT_MODIFIED)
                file.close()
                return None
            self._answer(HTTPStatus.OK, ("Content-type", self.guess_type(name)), ("Content-Length", str(status.st_size)),
                         ("Last-Modified", self.date_time_string(status.st_mtime)))
        except BaseException:
            file.close()
            raise
        return file

    def _is_known(self, changed):
        "Whether the client has the file as it is. Times that are not of the world's clock count for nothing."
        from datetime import timezone
        since = self.headers.get("If-Modified-Since")
        if since is None or "If-None-Match" in self.headers:
            return False
        try:
            since = email.utils.parsedate_to_datetime(since)
            if since.tzinfo is None:
                since = since.replace(tzinfo=timezone.utc)
            return since.tzinfo is timezone.utc and int(changed) <= since.timestamp()
        except (ValueError, OverflowError, TypeError, IndexError):
            return False

    def list_directory(self, path):
        """Answers with a list of the folder's files; the file to send, or None."""
        from io import BytesIO
        try:
            names = os.listdir(path)
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, "No permission to list directory")
            return None
        encoding = sys.getfilesystemencoding()
        title = "Directory listing for " + html.escape(_unquoted(self.path), quote=False)
        lines = ["<!DOCTYPE HTML>", '<html lang="en">', "<head>", f'<meta charset="{encoding}">', f"<title>{title}</title>", "</head>", "<body>",
                 f"<h1>{title}</h1>", "<hr>", "<ul>", *[_list_entry(path, name) for name in sorted(names, key=str.lower)], "</ul>", "<hr>", "</body>", "</html>", ""]
        page = "\n".join(lines).encode(encoding, "surrogateescape")
        self._answer(HTTPStatus.OK, ("Content-type", f"text/html; charset={encoding}"), ("Content-Length", str(len(page))))
        return BytesIO(page)

    def translate_path(self, path):
        """The file that a path of the request means: in the folder, whatever it says."""
        from posixpath import normpath
        path = re.split("[?#]", path, maxsplit=1)[0]
        words = normpath(_unquoted(path)).split("/")
        inside = [word for word in words if word not in ("", os.curdir, os.pardir) and not os.path.dirname(word)]
        return os.path.join(self.directory, *inside) + "/" * path.rstrip().endswith("/")

    def copyfile(self, source, outputfile):
        """Sends a file."""
        import shutil
        shutil.copyfileobj(fsrc=source, fdst=outputfile)

    def guess_type(self, path):
        """The type of a file, by its name."""
        import mimetypes
        ending = os.path.splitext(path)[1]
        for known in {ending: None, ending.lower(): None}:
            if known in self.extensions_map:
                return self.extensions_map[known]
        return mimetypes.guess_type(path)[0] or "application/octet-stream"


def _unquoted(path):
    try:
        return urllib.parse.unquote(path, errors="surrogatepass")
    except UnicodeDecodeError:
        return urllib.parse.unquote(path)


def _list_entry(folder, name):
    "A line of the list: folders end with a slash, links are shown with an @."
    whole = os.path.join(folder, name)
    link = name + "/" * os.path.isdir(whole)
    shown = name + "@" if os.path.islink(whole) else link
    return '<li><a href="%s">%s</a></li>' % (urllib.parse.quote(link, errors="surrogatepass"), html.escape(shown, quote=False))


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
        whole = os.path.normpath("/" + urllib.parse.unquote(path).lstrip("/")) + ("/" if path.endswith("/") else "")
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
        values = dict(os.environ)
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
    family, *_, address = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    ServerClass.address_family, HandlerClass.protocol_version = family, protocol
    with ServerClass(address, HandlerClass) as server:
        host, port = server.socket.getsockname()[:2]
        print(f"Serving HTTP on {host} port {port} (http://{f'[{host}]' if ':' in host else host}:{port}/) ...")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("", "Keyboard interrupt received, exiting.", sep="\n")
            sys.exit(0)


def _main():
    import argparse
    command = argparse.ArgumentParser()
    command.add_argument("--cgi", action="store_true", help="run as CGI server")
    command.add_argument("-b", "--bind", metavar="ADDRESS", help="bind to this address (default: all interfaces)")
    command.add_argument("-d", "--directory", default=os.getcwd(), help="serve this directory (default: current directory)")
    command.add_argument("-p", "--protocol", metavar="VERSION", default="HTTP/1.0", help="conform to this HTTP version (default: %(default)s)")
    command.add_argument("port", default=8000, type=int, nargs="?", help="bind to this port (default: %(default)s)")
    options = command.parse_args()

    class Server(ThreadingHTTPServer):
        def finish_request(self, request, client_address):
            self.RequestHandlerClass(request, client_address, self, directory=options.directory)

        def server_bind(self):
            if self.address_family == socket.AF_INET6:  # IPv4 as well, where the system can
                try:
                    self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
                except (OSError, AttributeError):
                    pass
            super().server_bind()

    test(CGIHTTPRequestHandler if options.cgi else SimpleHTTPRequestHandler, Server, options.protocol, options.port, options.bind)


if __name__ == "__main__":
    _main()
