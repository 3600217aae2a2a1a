"""Forms that a web server hands to a program (library reference, "cgi"; deprecated)."""
import os
import sys
import tempfile
import urllib.parse
import warnings
from collections.abc import Mapping
from email.message import Message
from email.parser import FeedParser
from io import BytesIO, StringIO, TextIOWrapper

warnings._deprecated(__name__, remove=(3, 13))

__all__ = ["MiniFieldStorage", "FieldStorage", "parse", "parse_multipart", "parse_header", "test", "print_exception", "print_environ", "print_form",
           "print_directory", "print_arguments", "print_environ_usage"]
__version__ = "2.6"

maxlen = 0  # bytes of a request's body; 0: any number


# ---- a log

logfile, logfp = "", None


def initlog(*allargs):
    """The first entry: opens the file `logfile` names, if there is one."""
    global log, logfile, logfp
    warnings.warn("cgi.log() is deprecated as of 3.10. Use logging instead", DeprecationWarning, stacklevel=2)
    if logfile and not logfp:
        try:
            logfp = open(logfile, "a", encoding="locale")
        except OSError:
            pass
    log = dolog if logfp else nolog
    log(*allargs)


def dolog(fmt, *args):
    """Writes an entry."""
    logfp.write(fmt % args + "\n")


def nolog(*allargs):
    """Writes none."""


def closelog():
    """Closes the file."""
    global log, logfile, logfp
    logfile = ""
    if logfp:
        logfp.close()
        logfp = None
    log = initlog


log = initlog


# ---- parsing

def _is_text(stream):
    return isinstance(stream, StringIO) or hasattr(stream, "encoding") or isinstance(stream.read(0), str)


def parse(fp=None, environ=os.environ, keep_blank_values=0, strict_parsing=0, separator="&"):
    """The request's fields as a dict of lists: from the body of a POST, else from QUERY_STRING, else from the first argument of the command."""
    if fp is None:
        fp = sys.stdin
    encoding = getattr(fp, "encoding", "latin-1")
    if isinstance(fp, TextIOWrapper):
        fp = fp.buffer
    environ.setdefault("REQUEST_METHOD", "GET")
    if environ["REQUEST_METHOD"] == "POST":
        kind, options = parse_header(environ["CONTENT_TYPE"])
        if kind == "multipart/form-data":
            return parse_multipart(fp, options, separator=separator)
        query = ""
        if kind == "application/x-www-form-urlencoded":
            length = int(environ["CONTENT_LENGTH"])
            if maxlen and length > maxlen:
                raise ValueError("Maximum content length exceeded")
            query = fp.read(length).decode(encoding)
        extra = environ.get("QUERY_STRING") or "".join(sys.argv[1:2])
        query += ("&" if query and extra else "") + extra
    elif "QUERY_STRING" in environ:
        query = environ["QUERY_STRING"]
    else:
        query = environ["QUERY_STRING"] = "".join(sys.argv[1:2])
    return urllib.parse.parse_qs(query, keep_blank_values, strict_parsing, encoding=encoding, separator=separator)


def parse_multipart(fp, pdict, encoding="utf-8", errors="replace", separator="&"):
    """A body of multipart/form-data as a dict of lists. pdict: the options of its type, with the boundary; fields of files are bytes."""
    boundary = pdict["boundary"].decode("ascii")
    headers = Message()
    headers.set_type(f"multipart/form-data; boundary={boundary}")
    if "CONTENT-LENGTH" in pdict:
        headers["Content-Length"] = pdict["CONTENT-LENGTH"]
    form = FieldStorage(fp, headers=headers, encoding=encoding, errors=errors, environ={"REQUEST_METHOD": "POST"}, separator=separator)
    return {name: form.getlist(name) for name in form}


def _parts(text):
    # at the semicolons outside of quotes
    while text[:1] == ";":
        text = text[1:]
        end = text.find(";")
        while end > 0 and (text.count('"', 0, end) - text.count('\\"', 0, end)) % 2:
            end = text.find(";", end + 1)
        if end < 0:
            end = len(text)
        yield text[:end].strip()
        text = text[end:]


def parse_header(line):
    """The value of a header, and a dict of its options: `form-data; name="a"`."""
    first, *others = _parts(";" + line)
    options = {}
    for part in others:
        name, equals, value = part.partition("=")
        if not equals:
            continue
        value = value.strip()
        if len(value) >= 2 and value[0] == value[-1] == '"':
            value = value[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        options[name.strip().lower()] = value
    return first, options


def valid_boundary(s):
    """Whether a boundary consists of what it may."""
    import re
    if isinstance(s, bytes):
        return re.match(b"^[ -~]{0,200}[!-~]$", s)
    return re.match("^[ -~]{0,200}[!-~]$", s)


# ---- fields

class MiniFieldStorage:
    """A field of a query: a name and a value."""

    filename = list = type = file = disposition = None
    type_options, disposition_options, headers = {}, {}, {}

    def __init__(self, name, value):
        self.name, self.value = name, value

    def __repr__(self):
        return f"MiniFieldStorage({self.name!r}, {self.value!r})"


class FieldStorage:
    """A form, or a field of one: a mapping of names to fields if it has several (`list`), else a `value`, in a `file`."""

    bufsize = 8 * 1024

    def __init__(self, fp=None, headers=None, outerboundary=b"", environ=os.environ, keep_blank_values=0, strict_parsing=0, limit=None, encoding="utf-8",
                 errors="replace", max_num_fields=None, separator="&"):
        self.keep_blank_values, self.strict_parsing, self.max_num_fields, self.separator = keep_blank_values, strict_parsing, max_num_fields, separator
        method = environ.get("REQUEST_METHOD", "GET").upper()
        self.qs_on_post = None
        if method in ("GET", "HEAD"):
            query = environ["QUERY_STRING"] if "QUERY_STRING" in environ else "".join(sys.argv[1:2])
            fp = BytesIO(query.encode("ascii" if query.isascii() else "utf-8", "surrogateescape"))
            if headers is None:
                headers = {"content-type": "application/x-www-form-urlencoded"}
        if headers is None:
            headers = {}
            if method == "POST":
                headers["content-type"] = "application/x-www-form-urlencoded"
            if "CONTENT_TYPE" in environ:
                headers["content-type"] = environ["CONTENT_TYPE"]
            if "QUERY_STRING" in environ:
                self.qs_on_post = environ["QUERY_STRING"]
            if "CONTENT_LENGTH" in environ:
                headers["content-length"] = environ["CONTENT_LENGTH"]
        elif not isinstance(headers, (Mapping, Message)):
            raise TypeError("headers must be mapping or an instance of email.message.Message")
        self.headers = headers
        if fp is None:
            self.fp = sys.stdin.buffer
        elif isinstance(fp, TextIOWrapper):
            self.fp = fp.buffer
        else:
            if not (hasattr(fp, "read") and hasattr(fp, "readline")):
                raise TypeError("fp must be file pointer")
            self.fp = fp
        self.encoding, self.errors = encoding, errors
        if not isinstance(outerboundary, bytes):
            raise TypeError(f"outerboundary must be bytes, not {type(outerboundary).__name__}")
        self.outerboundary = outerboundary
        self.bytes_read, self.limit = 0, limit
        self.disposition, self.disposition_options = parse_header(self.headers["content-disposition"]) if "content-disposition" in self.headers else ("", {})
        self.name, self.filename = self.disposition_options.get("name"), self.disposition_options.get("filename")
        self._is_binary = self.filename is not None
        if "content-type" in self.headers:
            self.type, self.type_options = parse_header(self.headers["content-type"])
        else:  # a part of a form is text; a whole request is a query
            self.type, self.type_options = ("text/plain" if self.outerboundary or method != "POST" else "application/x-www-form-urlencoded"), {}
        self.innerboundary = self.type_options["boundary"].encode(self.encoding, self.errors) if "boundary" in self.type_options else b""
        length = -1
        if "content-length" in self.headers:
            try:
                length = int(self.headers["content-length"])
            except ValueError:
                pass
            if maxlen and length > maxlen:
                raise ValueError("Maximum content length exceeded")
        self.length = length
        if self.limit is None and length >= 0:
            self.limit = length
        self.list = self.file = None
        self.done = 0
        if self.type == "application/x-www-form-urlencoded":
            self.read_urlencoded()
        elif self.type[:10] == "multipart/":
            self.read_multi(environ, keep_blank_values, strict_parsing)
        else:
            self.read_single()

    # ---- what it is to its users

    def __del__(self):
        try:
            self.file.close()
        except AttributeError:
            pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.file.close()

    def __repr__(self):
        return f"FieldStorage({self.name!r}, {self.filename!r}, {self.value!r})"

    def __iter__(self):
        return iter(self.keys())

    def __getattr__(self, name):
        if name != "value":
            raise AttributeError(name)
        if self.file:
            self.file.seek(0)
            value = self.file.read()
            self.file.seek(0)
            return value
        return self.list

    def _fields(self):
        if self.list is None:
            raise TypeError("not indexable")
        return self.list

    def __getitem__(self, key):
        """The field of that name, or a list of several."""
        found = [item for item in self._fields() if item.name == key]
        if not found:
            raise KeyError(key)
        return found[0] if len(found) == 1 else found

    def getvalue(self, key, default=None):
        """The value of the field, or a list of the values of several."""
        if key not in self:
            return default
        found = self[key]
        return [item.value for item in found] if isinstance(found, list) else found.value

    def getfirst(self, key, default=None):
        """The value of the first field of that name."""
        values = self.getlist(key)
        return values[0] if values else default

    def getlist(self, key):
        """The values of all fields of that name."""
        return [item.value for item in self._fields() if item.name == key]

    def keys(self):
        return list({item.name for item in self._fields()})

    def __contains__(self, key):
        return any(item.name == key for item in self._fields())

    def __len__(self):
        return len(self.keys())

    def __bool__(self):
        if self.list is None:
            raise TypeError("Cannot be converted to bool.")
        return bool(self.list)

    # ---- reading

    def read_urlencoded(self):
        """A body that is a query, and the query of the request behind it."""
        query = self.fp.read(self.length)
        if not isinstance(query, bytes):
            raise ValueError(f"{self.fp} should return bytes, got {type(query).__name__}")
        query = query.decode(self.encoding, self.errors)
        if self.qs_on_post:
            query += "&" + self.qs_on_post
        self.list = [MiniFieldStorage(key, value) for key, value in self._query_items(query)]
        self.skip_lines()

    def _query_items(self, query):
        return urllib.parse.parse_qsl(query, self.keep_blank_values, self.strict_parsing, encoding=self.encoding, errors=self.errors,
                                      max_num_fields=self.max_num_fields, separator=self.separator)

    FieldStorageClass = None  # of the parts; None: this class

    def read_multi(self, environ, keep_blank_values, strict_parsing):
        """The parts of a body."""
        boundary = self.innerboundary
        if not valid_boundary(boundary):
            raise ValueError(f"Invalid boundary in multipart form: {boundary!r}")
        self.list = [MiniFieldStorage(key, value) for key, value in self._query_items(self.qs_on_post)] if self.qs_on_post else []
        make = self.FieldStorageClass or self.__class__
        first = self.fp.readline()
        if not isinstance(first, bytes):
            raise ValueError(f"{self.fp} should return bytes, got {type(first).__name__}")
        self.bytes_read += len(first)
        while first.strip() != b"--" + boundary and first:  # what stands before the first part
            first = self.fp.readline()
            self.bytes_read += len(first)
        left = self.max_num_fields
        if left is not None:
            left -= len(self.list)
        while True:
            lines = b""
            while True:
                line = self.fp.readline()
                lines += line
                if not line.strip():
                    break
            if not lines:
                break
            self.bytes_read += len(lines)
            parser = FeedParser()
            parser.feed(lines.decode(self.encoding, self.errors))
            headers = parser.close()
            if "content-length" in headers:  # of a part: some send it, and wrongly
                del headers["content-length"]
            limit = None if self.limit is None else self.limit - self.bytes_read
            part = make(self.fp, headers, boundary, environ, keep_blank_values, strict_parsing, limit, self.encoding, self.errors, left, self.separator)
            if left is not None:
                left -= 1
                if part.list:
                    left -= len(part.list)
                if left < 0:
                    raise ValueError("Max number of fields exceeded")
            self.bytes_read += part.bytes_read
            self.list.append(part)
            if part.done or self.bytes_read >= self.length > 0:
                break
        self.skip_lines()

    def read_single(self):
        """One value."""
        if self.length >= 0:
            self.read_binary()
            self.skip_lines()
        else:
            self.read_lines()
        self.file.seek(0)

    def read_binary(self):
        """`length` bytes."""
        self.file = self.make_file()
        left = self.length
        while left > 0:
            data = self.fp.read(min(left, self.bufsize))
            if not isinstance(data, bytes):
                raise ValueError(f"{self.fp} should return bytes, got {type(data).__name__}")
            self.bytes_read += len(data)
            if not data:
                self.done = -1
                break
            self.file.write(data)
            left -= len(data)

    def read_lines(self):
        """Up to the boundary, or the end."""
        self.file = self._memory = BytesIO() if self._is_binary else StringIO()
        if self.outerboundary:
            self.read_lines_to_outerboundary()
        else:
            self.read_lines_to_eof()

    def _write(self, line):
        if self._memory is not None and self.file.tell() + len(line) > 1000:  # it gets a file of its own
            self.file = self.make_file()
            self.file.write(self._memory.getvalue())
            self._memory = None
        self.file.write(line if self._is_binary else line.decode(self.encoding, self.errors))

    def read_lines_to_eof(self):
        while line := self.fp.readline(1 << 16):
            self.bytes_read += len(line)
            self._write(line)
        self.done = -1

    def read_lines_to_outerboundary(self):
        """The end of the line before the boundary is the boundary's."""
        part, last = b"--" + self.outerboundary, b"--" + self.outerboundary + b"--"
        held, begins, read = b"", True, 0
        while True:
            if self.limit is not None and 0 <= self.limit <= read:
                break
            line = self.fp.readline(1 << 16)
            self.bytes_read += len(line)
            read += len(line)
            if not line:
                self.done = -1
                break
            if held == b"\r":
                line, held = held + line, b""
            if line.startswith(b"--") and begins:
                stripped = line.rstrip()
                if stripped == part:
                    break
                if stripped == last:
                    self.done = 1
                    break
            before = held
            held = b"\r\n" if line.endswith(b"\r\n") else b"\n" if line.endswith(b"\n") else b"\r" if line.endswith(b"\r") else b""
            begins = held in (b"\r\n", b"\n")
            self._write(before + (line[:-len(held)] if held else line))

    def skip_lines(self):
        """Up to the boundary of what this is a part of."""
        if not self.outerboundary or self.done:
            return
        part, last = b"--" + self.outerboundary, b"--" + self.outerboundary + b"--"
        begins = True
        while True:
            line = self.fp.readline(1 << 16)
            self.bytes_read += len(line)
            if not line:
                self.done = -1
                return
            if begins and line.strip() == part:
                return
            if begins and line.strip() == last:
                self.done = 1
                return
            begins = line.endswith(b"\n")

    def make_file(self):
        """A temporary file for a value that is long: of bytes if the field has a file's name, else of text."""
        if self._is_binary:
            return tempfile.TemporaryFile("wb+")
        return tempfile.TemporaryFile("w+", encoding=self.encoding, newline="\n")


# ---- for those who look for errors

def test(environ=os.environ):
    """Shows what the program was given, as a page."""
    print("Content-type: text/html")
    print()
    sys.stderr = sys.stdout
    try:
        form = FieldStorage(environ=environ)
        print_directory()
        print_arguments()
        print_form(form)
        print_environ(environ)
        print_environ_usage()
    except Exception:
        print_exception()


def print_exception(type=None, value=None, tb=None, limit=None):
    """An exception, or the one being handled, with its traceback."""
    import html
    import traceback
    if type is None:
        type, value, tb = sys.exc_info()
    lines = traceback.format_tb(tb, limit) + traceback.format_exception_only(type, value)
    print()
    print("<H3>Traceback (most recent call last):</H3>")
    print(f"<PRE>{html.escape(''.join(lines[:-1]))}<B>{html.escape(lines[-1])}</B></PRE>")
    del tb


def print_environ(environ=os.environ):
    """The environment."""
    import html
    rows = "".join(f"<DT> {html.escape(name)} <DD> {html.escape(value)}\n" for name, value in sorted(environ.items()))
    print(f"\n<H3>Shell Environment:</H3>\n<DL>\n{rows}</DL>\n")


def print_form(form):
    """What a form contains."""
    import html
    keys = sorted(form.keys())
    print()
    print("<H3>Form Contents:</H3>")
    if not keys:
        print("<P>No form fields.")
    print("<DL>")
    for key in keys:
        value = form[key]
        print("<DT>" + html.escape(key) + ":", end=" ")
        print("<i>" + html.escape(repr(type(value))) + "</i>")
        print("<DD>" + html.escape(repr(value)))
    print("</DL>")
    print()


def print_directory():
    """The working folder."""
    import html
    print()
    print("<H3>Current Working Directory:</H3>")
    try:
        print(html.escape(os.getcwd()))
    except OSError as problem:
        print("OSError:", html.escape(str(problem)))
    print()


def print_arguments():
    """The arguments of the command."""
    print()
    print("<H3>Command Line Arguments:</H3>")
    print()
    print(sys.argv)
    print()


def print_environ_usage():
    """The variables that a web server sets."""
    print()
    print("<H3>These environment variables could have been set:</H3>")
    print("<UL>")
    for name in ("AUTH_TYPE", "CONTENT_LENGTH", "CONTENT_TYPE", "DATE_GMT", "DATE_LOCAL", "DOCUMENT_NAME", "DOCUMENT_ROOT", "DOCUMENT_URI", "GATEWAY_INTERFACE", "LAST_MODIFIED", "PATH",
                 "PATH_INFO", "PATH_TRANSLATED", "QUERY_STRING", "REMOTE_ADDR", "REMOTE_HOST", "REMOTE_IDENT", "REMOTE_USER", "REQUEST_METHOD", "SCRIPT_NAME", "SERVER_NAME",
                 "SERVER_PORT", "SERVER_PROTOCOL", "SERVER_ROOT", "SERVER_SOFTWARE"):
        print("<LI>" + name)
    print("</UL>")


if __name__ == "__main__":
    test()
