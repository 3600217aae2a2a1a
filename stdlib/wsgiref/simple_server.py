"""A server for one application (library reference, "wsgiref.simple_server"): for tests, not for the world."""
import platform
import sys
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer
from .handlers import SimpleHandler

__version__ = "0.2"
__all__ = ["WSGIServer", "WSGIRequestHandler", "demo_app", "make_server"]

server_version = f"WSGIServer/{__version__}"
sys_version = f"{platform.python_implementation()}/{sys.version.split()[0]}"
software_version = f"{server_version} {sys_version}"


class ServerHandler(SimpleHandler):
    """Runs the application for a request, which is logged at the end."""

    server_software = software_version

    def close(self):
        try:
            self.request_handler.log_request(self.status.partition(" ")[0], self.bytes_sent)
        finally:
            super().close()


class WSGIServer(HTTPServer):
    """A server that has an application."""

    application = None

    def server_bind(self):
        super().server_bind()
        self.setup_environ()

    def setup_environ(self):
        """Makes `base_environ`, what is the same for all requests."""
        self.base_environ = {"SERVER_NAME": self.server_name, "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PORT": str(self.server_port), "REMOTE_HOST": "",
                             "CONTENT_LENGTH": "", "SCRIPT_NAME": ""}

    def get_app(self):
        return self.application

    def set_app(self, application):
        self.application = application


class WSGIRequestHandler(BaseHTTPRequestHandler):
    """Answers requests by the server's application."""

    server_version = server_version

    def get_environ(self):
        """The environment of the request."""
        path, _, query = self.path.partition("?")
        client, host = self.client_address[0], self.address_string()
        environ = self.server.base_environ | {
            "SERVER_PROTOCOL": self.request_version, "SERVER_SOFTWARE": self.server_version, "REQUEST_METHOD": self.command,
            "PATH_INFO": urllib.parse.unquote(path, "iso-8859-1"), "QUERY_STRING": query}
        if host != client:
            environ["REMOTE_HOST"] = host
        environ["REMOTE_ADDR"] = client
        kind, length = self.headers.get("content-type"), self.headers.get("content-length")
        environ["CONTENT_TYPE"] = self.headers.get_content_type() if kind is None else kind
        if length:
            environ["CONTENT_LENGTH"] = length
        for name, value in self.headers.items():
            name, value = name.replace("-", "_").upper(), value.strip()
            if name not in environ:
                variable = f"HTTP_{name}"
                environ[variable] = f"{environ[variable]},{value}" if variable in environ else value
        return environ

    def get_stderr(self):
        return sys.stderr

    def handle(self):
        """Answers one request."""
        self.raw_requestline = self.rfile.readline(65537)
        if len(self.raw_requestline) > 65536:
            self.requestline = self.request_version = self.command = ""
            self.send_error(414)
        elif self.parse_request():
            handler = ServerHandler(self.rfile, self.wfile, self.get_stderr(), self.get_environ(), multithread=False)
            handler.request_handler = self
            handler.run(self.server.get_app())


def demo_app(environ, start_response):
    """An application that shows its environment."""
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    lines = ["Hello world!", "", *[f"{name} = {value!r}" for name, value in sorted(environ.items())], ""]
    return ["\n".join(lines).encode("utf-8")]


def make_server(host, port, app, server_class=WSGIServer, handler_class=WSGIRequestHandler):
    """A server for an application."""
    server = server_class((host, port), handler_class)
    server.set_app(app)
    return server


if __name__ == "__main__":
    with make_server("", 8000, demo_app) as _server:
        _address = _server.socket.getsockname()
        print("Serving HTTP on", _address[0], "port", _address[1], "...")
        import webbrowser
        webbrowser.open("http://localhost:8000/xyz?abc")
        _server.handle_request()
