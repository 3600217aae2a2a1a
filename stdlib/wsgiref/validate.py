"""A checker between a server and an application (library reference, "wsgiref.validate"): both are told by AssertionErrors what they do wrong."""
import re
import sys
import warnings

__all__ = ["validator"]

_HEADER_NAME = re.compile(r"^[a-zA-Z][a-zA-Z0-9\-_]*$")
_BAD_IN_VALUE = re.compile(r"[\000-\037]")


class WSGIWarning(Warning):
    """What is allowed, but not wise."""


def assert_(cond, *args):
    if not cond:
        raise AssertionError(*args)


def check_string_type(value, title):
    assert_(type(value) is str, f"{title} must be of type str (got {value!r})")
    return value


def _demand(pairs):
    """Raises the message of the first condition that does not hold; later ones are not looked at."""
    for holds, *message in pairs:
        assert_(holds, *message)


def validator(application):
    """The application with checks around it."""
    def checked_application(*args, **kw):
        _demand(_of_call(args, kw, {2}, "Two arguments required"))
        check_environ(args[0])
        for key, wrapper in (("wsgi.input", InputWrapper), ("wsgi.errors", ErrorWrapper)):
            args[0][key] = wrapper(args[0][key])
        starting = _Starting(args[1])
        data = application(args[0], starting)
        _demand([(data is not None and data is not False, "The application must return an iterator, if only an empty list")])
        check_iterator(data)
        return IteratorWrapper(data, starting.calls)
    return checked_application


def _of_call(args, kw, counts, message):
    yield len(args) in counts, message
    yield not kw, "No keyword arguments allowed"


class _Starting:
    """start_response() with checks around it; `calls`: one entry for each."""

    def __init__(self, start_response):
        self.start_response, self.calls = start_response, []

    def __call__(self, *args, **kw):
        _demand(_of_call(args, kw, {2, 3}, f"Invalid number of arguments: {args}"))
        check_status(args[0])
        check_headers(args[1])
        check_content_type(*args[:2])
        check_exc_info(args[2] if len(args) > 2 else None)
        self.calls.append(args[0])
        return WriteWrapper(self.start_response(*args))


# ---- streams with checks around them

def _passed_on(name, counts, is_right):
    """A method of the stream inside: with that many arguments, and a result that is right."""
    def method(self, *args):
        assert_(len(args) in counts)
        result = getattr(self._stream, name)(*args)
        assert_(is_right(result))
        return result
    method.__name__ = name
    return method


def _is_bytes(data):
    return type(data) is bytes


class _Stream:
    """What all wrappers of streams have."""

    _name = ""

    def __init__(self, stream):
        self._stream = stream

    def close(self):
        assert_(False, f"{self._name}.close() must not be called")


class InputWrapper(_Stream):
    """The body of a request."""

    _name = "input"
    read = _passed_on("read", {1}, _is_bytes)
    readline = _passed_on("readline", {0, 1}, _is_bytes)
    readlines = _passed_on("readlines", {0, 1}, lambda lines: type(lines) is list and all(map(_is_bytes, lines)))

    def __iter__(self):
        return iter(self.readline, b"")


class ErrorWrapper(_Stream):
    """Where errors are written to."""

    _name = "errors"

    def write(self, s):
        assert_(type(s) is str)
        self._stream.write(s)

    def writelines(self, seq):
        for text in seq:
            self.write(text)

    def flush(self):
        self._stream.flush()


class WriteWrapper:
    """What start_response() gives."""

    def __init__(self, wsgi_writer):
        self._write = wsgi_writer

    def __call__(self, s):
        assert_(_is_bytes(s))
        self._write(s)


class PartialIteratorWrapper:
    """An application's data before it is iterated."""

    def __init__(self, wsgi_iterator):
        self._data = wsgi_iterator

    def __iter__(self):
        return IteratorWrapper(wsgi_iterator=self._data, check_start_response=None)


class IteratorWrapper:
    """An application's data. check_start_response: empty until start_response() was called; None: that is not checked."""

    def __init__(self, wsgi_iterator, check_start_response):
        self._data, self._items = wsgi_iterator, iter(wsgi_iterator)
        self._starts, self.closed = check_start_response, False

    def __iter__(self):
        return self

    def __next__(self):
        assert_(not self.closed, "Iterator read after closed")
        item = next(self._items)
        starts, self._starts = self._starts, None
        _demand([(_is_bytes(item), f"Iterator yielded non-bytestring ({item!r})"),
                 (starts is None or starts, "The application returns and we started iterating over its body, but start_response has not yet been called")])
        return item

    def close(self):
        self.closed = True
        getattr(self._data, "close", lambda: None)()

    def __del__(self):
        if not self.closed:
            sys.stderr.write("Iterator garbage collected without being closed")
        assert_(self.closed, "Iterator garbage collected without being closed")


# ---- what is checked

def check_environ(environ):
    _demand(_of_environ(environ))


def _of_environ(environ):
    yield type(environ) is dict, f"Environment is not of the right type: {type(environ)!r} (environment: {environ!r})"
    names = "REQUEST_METHOD SERVER_NAME SERVER_PORT wsgi.version wsgi.input wsgi.errors wsgi.multithread wsgi.multiprocess wsgi.run_once"
    for key in names.split():
        yield key in environ, f"Environment missing required key: {key!r}"
    for key in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        yield f"HTTP_{key}" not in environ, f"Environment should not have the key: HTTP_{key} (use {key} instead)"
    if "QUERY_STRING" not in environ:
        warnings.warn("QUERY_STRING is not in the WSGI environment; the cgi module will use sys.argv when this variable is missing, so application "
                      "errors are more likely", WSGIWarning)
    for key, value in environ.items():
        yield "." in key or type(value) is str, f"Environmental variable {key} is not a string: {type(value)!r} (value: {value!r})"
    version, scheme = environ["wsgi.version"], environ["wsgi.url_scheme"]
    yield type(version) is tuple, f"wsgi.version should be a tuple ({version!r})"
    yield scheme in ("http", "https"), f"wsgi.url_scheme unknown: {scheme!r}"
    yield from _of_stream("wsgi.input", environ["wsgi.input"], "read readline readlines __iter__")
    yield from _of_stream("wsgi.errors", environ["wsgi.errors"], "flush write writelines")
    method = environ["REQUEST_METHOD"]
    if method not in "GET HEAD POST OPTIONS PATCH PUT DELETE TRACE".split():
        warnings.warn(f"Unknown REQUEST_METHOD: {method}", WSGIWarning)
    script, path, length = map(environ.get, ("SCRIPT_NAME", "PATH_INFO", "CONTENT_LENGTH"))
    for key, value in (("SCRIPT_NAME", script), ("PATH_INFO", path)):
        yield not value or value[0] == "/", f"{key} doesn't start with /: {value!r}"
    yield not length or int(length) >= 0, f"Invalid CONTENT_LENGTH: {length!r}"
    yield script or path is not None, "One of SCRIPT_NAME or PATH_INFO are required (PATH_INFO should at least be '/' if SCRIPT_NAME is empty)"
    yield script != "/", "SCRIPT_NAME cannot be '/'; it should instead be '', and PATH_INFO should be '/'"


def _of_stream(name, stream, methods):
    for method in methods.split():
        yield hasattr(stream, method), f"{name} ({stream!r}) doesn't have the attribute {method}"


def check_input(wsgi_input):
    _demand(_of_stream("wsgi.input", wsgi_input, "read readline readlines __iter__"))


def check_errors(wsgi_errors):
    _demand(_of_stream("wsgi.errors", wsgi_errors, "flush write writelines"))


def _code(status):
    return check_string_type(status, "Status").split(None, 1)[0]


def check_status(status):
    code = _code(status)
    _demand([(len(code) == 3, f"Status codes must be three characters: {code!r}")])
    _demand([(int(code) > 99, f"Status code is invalid: {int(code)!r}")])
    if status[3:4] != " ":
        warnings.warn(f"The status string ({status!r}) should be a three-digit integer followed by a single space and a status explanation", WSGIWarning)


def check_headers(headers):
    _demand([(type(headers) is list, f"Headers ({headers!r}) must be of type list: {type(headers)!r}")])
    for header in headers:
        _demand(_of_header(header))


def _of_header(header):
    yield type(header) is tuple, f"Individual headers ({header!r}) must be of type tuple: {type(header)!r}"
    yield len(header) == 2,
    name, value = map(check_string_type, header, ("Header name", "Header value"))
    yield name.lower() != "status", ("The Status header cannot be used; it conflicts with CGI script, and HTTP status is not given through headers "
                                     f"(value: {value!r}).")
    yield {"\n", ":"}.isdisjoint(name), f"Header names may not contain ':' or '\\n': {name!r}"
    yield _HEADER_NAME.search(name), f"Bad header name: {name!r}"
    yield name[-1] not in "-_", f"Names may not end in '-' or '_': {name!r}"
    bad = _BAD_IN_VALUE.search(value)
    yield bad is None, f"Bad header value: {value!r} (bad char: {bad and bad[0]!r})"


def check_content_type(status, headers):
    code = int(_code(status))
    names = {check_string_type(name, "Header name").lower() for name, _ in headers}
    if code in (204, 304):
        _demand([("content-type" not in names, f"Content-Type header found in a {code} response, which must not return content.")])
    else:
        _demand([("content-type" in names, f"No Content-Type header found in headers ({headers})")])


def check_exc_info(exc_info):
    _demand([(exc_info is None or type(exc_info) is tuple, f"exc_info ({exc_info!r}) is not a tuple: {type(exc_info)!r}")])


def check_iterator(iterator):
    _demand([(not isinstance(iterator, (bytes, str)), "You should not return a string as your application iterator, instead return a single-item list "
                                                      "containing a bytestring.")])
