"""Methods that are called by HTTP and XML (library reference, "xmlrpc.server").

A dispatcher finds what a call means: a registered function, or a method of the registered instance. Servers, and handlers of CGI, are
dispatchers; the Doc variants answer a GET with a page about their methods.
"""
import html
import inspect
import os
import re
import socketserver
import sys
import traceback
from functools import partial
from http.server import BaseHTTPRequestHandler
from .client import Fault, dumps, gzip_decode, gzip_encode, loads


def resolve_dotted_attribute(obj, attr, allow_dotted_names=True):
    """An attribute of an object, or of one of its attributes; names that begin with an underscore are private."""
    for name in attr.split(".") if allow_dotted_names else [attr]:
        if name.startswith("_"):
            raise AttributeError(f'attempt to access private attribute "{name}"')
        obj = getattr(obj, name)
    return obj


def list_public_methods(obj):
    """The names of an object's methods that are not private."""
    return [name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name))]


class SimpleXMLRPCDispatcher:
    """Calls what was registered."""

    def __init__(self, allow_none=False, encoding=None, use_builtin_types=False):
        self.funcs, self.instance = {}, None
        self.allow_none, self.encoding, self.use_builtin_types = allow_none, encoding or "utf-8", use_builtin_types

    def register_instance(self, instance, allow_dotted_names=False):
        """The methods of an object can be called, or whatever its _dispatch() knows. allow_dotted_names: and those of its attributes,
        which gives a caller much power."""
        self.instance, self.allow_dotted_names = instance, allow_dotted_names

    def register_function(self, function=None, name=None):
        """A function can be called. Also a decorator."""
        if function is None:
            return partial(self.register_function, name=name)
        self.funcs[name if name is not None else function.__name__] = function
        return function

    def register_introspection_functions(self):
        """Callers may ask which methods there are."""
        self.funcs |= {"system.listMethods": self.system_listMethods, "system.methodSignature": self.system_methodSignature,
                       "system.methodHelp": self.system_methodHelp}

    def register_multicall_functions(self):
        """Callers may send several calls in one."""
        self.funcs["system.multicall"] = self.system_multicall

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        """The bytes of the answer to the bytes of a call."""
        try:
            params, method = loads(data, use_builtin_types=self.use_builtin_types)
            result = (dispatch_method or self._dispatch)(method, params)
            text = dumps((result,), methodresponse=True, allow_none=self.allow_none, encoding=self.encoding)
        except Fault as fault:
            text = dumps(fault, allow_none=self.allow_none, encoding=self.encoding)
        except BaseException as problem:
            text = dumps(Fault(1, f"{type(problem)}:{problem}"), encoding=self.encoding, allow_none=self.allow_none)
        return text.encode(self.encoding, "xmlcharrefreplace")

    def _dispatch(self, method, params):
        """Calls a method by its name."""
        function = self.funcs.get(method)
        if function is not None:
            return function(*params)
        if self.instance is not None:
            if hasattr(self.instance, "_dispatch"):
                return self.instance._dispatch(method, params)
            try:
                function = resolve_dotted_attribute(self.instance, method, self.allow_dotted_names)
            except AttributeError:
                pass
            else:
                if function is not None:
                    return function(*params)
        raise Exception(f'method "{method}" is not supported')

    # What callers may ask.

    def system_listMethods(self):
        """system.listMethods() => ['add', 'subtract', 'multiple']

        The names of all methods."""
        names = {*self.funcs}
        if hasattr(self.instance, "_listMethods"):
            names.update(self.instance._listMethods())
        elif self.instance is not None and not hasattr(self.instance, "_dispatch"):
            names.update(list_public_methods(self.instance))
        return sorted(names)

    def system_methodSignature(self, method_name):
        """system.methodSignature('add') => [double, int, int]

        What a method takes and gives: not known here."""
        return "signatures not supported"

    def system_methodHelp(self, method_name):
        """system.methodHelp('add') => "Adds two integers together"

        The text about a method."""
        method = self.funcs.get(method_name)
        if method is None and self.instance is not None:
            if hasattr(self.instance, "_methodHelp"):
                return self.instance._methodHelp(method_name)
            if not hasattr(self.instance, "_dispatch"):
                try:
                    method = resolve_dotted_attribute(self.instance, method_name, self.allow_dotted_names)
                except AttributeError:
                    pass
        return "" if method is None else inspect.getdoc(method) or ""

    def system_multicall(self, call_list):
        """system.multicall([{'methodName': 'add', 'params': [2, 2]}, ...]) => [[4], ...]

        Several calls in one; a call that fails gives its fault as a struct."""
        return [self._one_of_many(call["methodName"], call["params"]) for call in call_list]

    def _one_of_many(self, name, params):
        try:
            return [self._dispatch(name, params)]
        except Fault as fault:
            return {"faultCode": fault.faultCode, "faultString": fault.faultString}
        except BaseException as problem:
            return {"faultCode": 1, "faultString": f"{type(problem)}:{problem}"}


# ---- by HTTP

class SimpleXMLRPCRequestHandler(BaseHTTPRequestHandler):
    """Answers calls. rpc_paths: the addresses that are for calls, empty: all are; encode_threshold: answers that are longer are compressed, if the
    caller likes that."""

    rpc_paths = ("/", "/RPC2", "/pydoc.css")
    encode_threshold = 1400
    wbufsize = -1
    disable_nagle_algorithm = True
    aepattern = re.compile(r"\s*([^\s;]+)\s*(;\s*q\s*=\s*([0-9\.]+))?", re.IGNORECASE)

    def accept_encodings(self):
        """{encoding: how much it is liked}"""
        found = map(self.aepattern.match, self.headers.get("Accept-Encoding", "").split(","))
        return {match[1]: float(match[3]) if match[3] else 1.0 for match in found if match}

    def is_rpc_path_valid(self):
        return not self.rpc_paths or self.path in self.rpc_paths

    def do_POST(self):
        """Answers a call."""
        if not self.is_rpc_path_valid():
            self.report_404()
            return
        try:
            data = self.decode_request_content(self._read_body(int(self.headers["content-length"])))
            if data is None:
                return  # it has been answered
            answer = self.server._marshaled_dispatch(data, getattr(self, "_dispatch", None), self.path)
        except Exception as problem:
            self._answer_failure(problem)
            return
        headers = [("Content-type", "text/xml")]
        if self.encode_threshold is not None and len(answer) > self.encode_threshold and self.accept_encodings().get("gzip", 0):
            answer = gzip_encode(answer)
            headers.append(("Content-Encoding", "gzip"))
        self._send(200, headers, answer)

    def _read_body(self, left):
        pieces = []
        while left > 0 and (piece := self.rfile.read(min(left, 10 << 20))):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

    def _answer_failure(self, problem):
        headers = []
        if getattr(self.server, "_send_traceback_header", False):
            shown = str(traceback.format_exc()).encode("ASCII", "backslashreplace").decode("ASCII")
            headers = [("X-exception", str(problem)), ("X-traceback", shown)]
        self._send(500, headers, b"")

    def _send(self, status, headers, body):
        self.send_response(status)
        for name, value in [*headers, ("Content-length", str(len(body)))]:
            self.send_header(name, value)
        self.end_headers()
        if body:
            self.wfile.write(body)

    def decode_request_content(self, data):
        """The body of a call unpacked; None: it cannot be, which has been answered."""
        encoding = self.headers.get("content-encoding", "identity").lower()
        if encoding == "identity":
            return data
        status, why = 501, f"encoding {encoding!r} not supported"
        if encoding == "gzip":
            try:
                return gzip_decode(data)
            except ValueError:
                status, why = 400, "error decoding gzip content"
            except NotImplementedError:
                pass
        self.send_response(status, why)
        self.send_header("Content-length", "0")
        self.end_headers()

    def report_404(self):
        """Answers that there is no such page."""
        self._send(404, [("Content-type", "text/plain")], b"No such page")

    def log_request(self, code="-", size="-"):
        if self.server.logRequests:
            super().log_request(code, size)


class SimpleXMLRPCServer(socketserver.TCPServer, SimpleXMLRPCDispatcher):
    """A server, for one call at a time."""

    allow_reuse_address = True
    _send_traceback_header = False

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False, encoding=None, bind_and_activate=True,
                 use_builtin_types=False):
        self.logRequests = logRequests
        SimpleXMLRPCDispatcher.__init__(self, allow_none, encoding, use_builtin_types)
        socketserver.TCPServer.__init__(self, addr, requestHandler, bind_and_activate)


class MultiPathXMLRPCServer(SimpleXMLRPCServer):
    """A server with a dispatcher for each path."""

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False, encoding=None, bind_and_activate=True, use_builtin_types=False):
        super().__init__(addr, requestHandler, logRequests, allow_none, encoding, bind_and_activate, use_builtin_types)
        self.dispatchers = {}

    def add_dispatcher(self, path, dispatcher):
        self.dispatchers[path] = dispatcher
        return dispatcher

    def get_dispatcher(self, path):
        return self.dispatchers[path]

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        try:
            return self.dispatchers[path]._marshaled_dispatch(data, dispatch_method, path)
        except BaseException as problem:
            text = dumps(Fault(1, f"{type(problem)}:{problem}"), encoding=self.encoding, allow_none=self.allow_none)
            return text.encode(self.encoding, "xmlcharrefreplace")


# ---- by CGI

class CGIXMLRPCRequestHandler(SimpleXMLRPCDispatcher):
    """Answers the call that a CGI script gets."""

    def handle_xmlrpc(self, request_text):
        """Answers a call."""
        self._print("Content-Type: text/xml", self._marshaled_dispatch(request_text))

    def handle_get(self):
        """Answers that calls are POSTs."""
        from http.server import DEFAULT_ERROR_CONTENT_TYPE, DEFAULT_ERROR_MESSAGE
        message, explain = BaseHTTPRequestHandler.responses[400]
        page = DEFAULT_ERROR_MESSAGE % {"code": 400, "message": message, "explain": explain}
        self._print(f"Status: 400 {message}\nContent-Type: {DEFAULT_ERROR_CONTENT_TYPE}", page.encode())

    @staticmethod
    def _print(headers, body):
        print(headers)
        print(f"Content-Length: {len(body)}")
        print()
        sys.stdout.flush()
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()

    def handle_request(self, request_text=None):
        """Answers what the environment and the standard input say."""
        if request_text is None and os.environ.get("REQUEST_METHOD") == "GET":
            self.handle_get()
            return
        if request_text is None:
            try:
                size = int(os.environ.get("CONTENT_LENGTH", None))
            except (ValueError, TypeError):
                size = -1
            request_text = sys.stdin.read(size)
        self.handle_xmlrpc(request_text)


# ---- with a page about the methods

class XMLRPCDocGenerator:
    """Makes a page about the methods of a dispatcher."""

    def __init__(self):
        self.server_name = "XML-RPC Server Documentation"
        self.server_documentation = "This server exports the following methods through the XML-RPC protocol."
        self.server_title = "XML-RPC Server Documentation"

    def set_server_title(self, server_title):
        """Sets the title of the page."""
        self.server_title = server_title

    def set_server_name(self, server_name):
        """Sets the heading of the page."""
        self.server_name = server_name

    def set_server_documentation(self, server_documentation):
        """Sets the text under the heading."""
        self.server_documentation = server_documentation

    def generate_html_documentation(self):
        """The page."""
        entries = []
        for name in self.system_listMethods():
            method = self.funcs.get(name)
            if method is None and self.instance is not None:
                try:
                    method = resolve_dotted_attribute(self.instance, name)
                except AttributeError:
                    method = None
            entries.append(self._entry(name, method))
        title, heading, text = map(html.escape, (self.server_title, self.server_name, self.server_documentation))
        return ("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Python: " + title + "</title>\n"
                "<link rel=\"stylesheet\" type=\"text/css\" href=\"/pydoc.css\"/></head><body>\n"
                f"<h1>{heading}</h1>\n<p><span class=\"code\">{text}</span></p>\n<h2>Methods</h2>\n" + "\n".join(entries) + "\n</body></html>")

    @staticmethod
    def _entry(name, method):
        shown, doc = "(...)", ""
        if method is not None:
            doc = inspect.getdoc(method) or ""
            try:
                shown = str(inspect.signature(method))
            except (TypeError, ValueError):
                pass
        text = html.escape(doc).replace("\n", "<br>\n")
        return f'<dl><dt><a name="-{html.escape(name)}"><strong>{html.escape(name)}</strong></a>{html.escape(shown)}</dt><dd><span class="code">{text}</span></dd></dl>'


class DocXMLRPCRequestHandler(SimpleXMLRPCRequestHandler):
    """Answers calls, and shows the page."""

    def do_GET(self):
        """Shows the page."""
        if not self.is_rpc_path_valid():
            self.report_404()
        elif self.path.endswith(".css"):
            self._send(200, [("Content-Type", "text/css; charset=UTF-8")], b".code { font-family: monospace; }\n")
        else:
            self._send(200, [("Content-Type", "text/html; charset=UTF-8")], self.server.generate_html_documentation().encode("utf-8"))


class DocXMLRPCServer(SimpleXMLRPCServer, XMLRPCDocGenerator):
    """A server that shows the page."""

    def __init__(self, addr, requestHandler=DocXMLRPCRequestHandler, logRequests=True, allow_none=False, encoding=None, bind_and_activate=True,
                 use_builtin_types=False):
        SimpleXMLRPCServer.__init__(self, addr, requestHandler, logRequests, allow_none, encoding, bind_and_activate, use_builtin_types)
        XMLRPCDocGenerator.__init__(self)


class DocCGIXMLRPCRequestHandler(CGIXMLRPCRequestHandler, XMLRPCDocGenerator):
    """A CGI script that shows the page."""

    def __init__(self):
        CGIXMLRPCRequestHandler.__init__(self)
        XMLRPCDocGenerator.__init__(self)

    def handle_get(self):
        """Shows the page."""
        self._print("Content-Type: text/html", self.generate_html_documentation().encode("utf-8"))
