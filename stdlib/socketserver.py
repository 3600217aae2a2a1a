"""Frameworks for servers (library reference, "socketserver").

A server is a protocol (TCPServer, UDPServer, their Unix brothers) times where its requests are handled: in turn, each in a process, each in a thread;
the eight products of the latter two are made from a table. A handler is an object that lives as long as its request.
"""
import io
import os
import select
import socket
import sys
import threading
from time import monotonic

__all__ = ["BaseServer", "TCPServer", "UDPServer", "ThreadingUDPServer", "ThreadingTCPServer", "BaseRequestHandler", "StreamRequestHandler",
           "DatagramRequestHandler", "ThreadingMixIn", "ForkingUDPServer", "ForkingTCPServer", "ForkingMixIn", "UnixStreamServer", "UnixDatagramServer",
           "ThreadingUnixStreamServer", "ThreadingUnixDatagramServer", "ForkingUnixStreamServer", "ForkingUnixDatagramServer"]


class _Doorbell:
    "What ends serve_forever() from another thread: a pipe that is open while it runs, so that it need not wait for the next poll."

    def __init__(self):
        self.rung = False
        self.answered = threading.Event()
        self._guard = threading.Lock()
        self._pipe = None

    def __enter__(self):
        self.answered.clear()
        with self._guard:
            self._pipe = os.pipe()
        return self._pipe[0]

    def __exit__(self, *exc_info):
        with self._guard:
            ends, self._pipe = self._pipe, None
        for end in ends:
            os.close(end)
        self.rung = False
        self.answered.set()

    def ring(self):
        self.rung = True
        with self._guard:
            if self._pipe is not None:
                os.write(self._pipe[1], b"!")


class BaseServer:
    """The course of a request through a server; subclasses know the socket."""

    timeout = None

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address, self.RequestHandlerClass = server_address, RequestHandlerClass
        self._doorbell = _Doorbell()

    # the loop

    def serve_forever(self, poll_interval=0.5):
        """Handle requests until shutdown() is called from another thread; service_actions() is called in each turn."""
        with self._doorbell as bell:
            waiting = select.poll()
            for fd in bell, self.fileno():
                waiting.register(fd, select.POLLIN)
            pause = None if poll_interval is None else poll_interval * 1000
            while not self._doorbell.rung:
                ready = waiting.poll(pause)
                if self._doorbell.rung:
                    return
                if ready:
                    self._serve_one()
                self.service_actions()

    def shutdown(self):
        """Ends serve_forever(), and waits for its end."""
        self._doorbell.ring()
        self._doorbell.answered.wait()

    def handle_request(self):
        """Handle one request, or call handle_timeout() when none came in time."""
        limits = [limit for limit in (self.socket.gettimeout(), self.timeout) if limit is not None]
        deadline = monotonic() + min(limits) if limits else None
        waiting = select.poll()
        waiting.register(self.fileno(), select.POLLIN)
        rest = min(limits, default=None)
        while not waiting.poll(None if rest is None else max(rest, 0) * 1000):
            rest = None if deadline is None else deadline - monotonic()
            if rest is not None and rest < 0:
                return self.handle_timeout()
        return self._serve_one()

    # one request

    def _serve_one(self):
        "A request is there, so getting it does not block."
        try:
            came = self.get_request()
        except OSError:
            return
        try:
            if self.verify_request(*came):
                self.process_request(*came)
                return  # who processes it ends it
        except Exception:
            self.handle_error(*came)
        except BaseException:
            self.shutdown_request(came[0])
            raise
        self.shutdown_request(came[0])

    def verify_request(self, request, client_address):
        """Whether the request is to be handled."""
        return True

    def process_request(self, request, client_address):
        """Handle the request and end it, here and now."""
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def handle_error(self, request, client_address):
        """Show the exception a handler raised."""
        import traceback
        line = "-" * 40
        sys.stderr.write(f"{line}\nException occurred during processing of request from {client_address}\n")
        traceback.print_exc()
        sys.stderr.write(line + "\n")

    def finish_request(self, request, client_address):
        """Handle the request: an instance of the handler does it while it is made."""
        self.RequestHandlerClass(request, client_address, self)

    def shutdown_request(self, request):
        """Say to the client that this was all, and close."""
        self.close_request(request)

    # places for subclasses

    def server_activate(self):
        """Begin to listen."""

    def server_close(self):
        """Give up the socket."""

    def service_actions(self):
        """Called in each turn of serve_forever()."""

    def handle_timeout(self):
        """No request came within self.timeout."""

    def close_request(self, request):
        """Close what get_request() made."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.server_close()


class TCPServer(BaseServer):
    """Listens at a port; a request is a connection."""

    address_family, socket_type, request_queue_size = socket.AF_INET, socket.SOCK_STREAM, 5
    allow_reuse_address = allow_reuse_port = False

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        super().__init__(server_address, RequestHandlerClass)
        self.socket = socket.socket(self.address_family, self.socket_type)
        if not bind_and_activate:
            return
        try:
            self.server_bind()
            self.server_activate()
        except:
            self.server_close()
            raise

    def fileno(self):
        """The socket's descriptor, which the loop waits for."""
        return self.socket.fileno()

    def server_bind(self):
        """Take the address; server_address is the real one afterwards."""
        line, internet = self.socket, self.address_family in (socket.AF_INET, socket.AF_INET6)
        for wanted, option in (self.allow_reuse_address, "SO_REUSEADDR"), (self.allow_reuse_port and internet, "SO_REUSEPORT"):
            if wanted and hasattr(socket, option):
                line.setsockopt(socket.SOL_SOCKET, getattr(socket, option), 1)
        line.bind(self.server_address)
        self.server_address = line.getsockname()

    def server_activate(self):
        """Listen."""
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        """Close the socket."""
        self.socket.close()

    def get_request(self):
        """The next connection and who it comes from."""
        return self.socket.accept()

    def shutdown_request(self, request):
        """Nothing more will be sent."""
        try:
            request.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the other side was first
        self.close_request(request)

    def close_request(self, request):
        """Close the connection."""
        request.close()


class UDPServer(TCPServer):
    """Listens at a port; a request is a packet and the socket to answer with."""

    socket_type = socket.SOCK_DGRAM
    max_packet_size = 8192

    server_activate = BaseServer.server_activate
    shutdown_request = BaseServer.shutdown_request
    close_request = BaseServer.close_request

    def get_request(self):
        """The next packet with our socket, and who it comes from."""
        packet, sender = self.socket.recvfrom(self.max_packet_size)
        return (packet, self.socket), sender


class UnixStreamServer(TCPServer):
    """A TCPServer at a path."""
    address_family = socket.AF_UNIX


class UnixDatagramServer(UDPServer):
    """A UDPServer at a path."""
    address_family = socket.AF_UNIX


def _finished(server, came):
    "Handles a request away from the loop, from which the error must be shown and the request ended: whether there was none."
    try:
        server.finish_request(*came)
        return True
    except Exception:
        server.handle_error(*came)
        return False
    finally:
        server.shutdown_request(came[0])


class ForkingMixIn:
    """Handles each request in a process of its own."""

    timeout = 300
    max_children = 40
    block_on_close = True
    active_children = None  # the identities of processes not waited for yet

    def process_request(self, request, client_address):
        """Start a process for the request."""
        child = os.fork()
        if not child:
            self._be_the_child(request, client_address)
        self.active_children = self.active_children or set()
        self.active_children.add(child)
        self.close_request(request)

    def _be_the_child(self, request, client_address):
        status = 1
        try:
            status = 0 if _finished(self, (request, client_address)) else 1
        finally:
            os._exit(status)

    def collect_children(self, *, blocking=False):
        """Wait for processes that have ended, for one of them when there are too many, for all when blocking."""
        living = self.active_children
        if living is None:
            return
        while len(living) >= self.max_children and self._wait_for(-1, 0):
            pass
        for child in list(living):
            self._wait_for(child, 0 if blocking else os.WNOHANG)

    def _wait_for(self, child, options):
        "Whether waiting made sense."
        try:
            ended, _ = os.waitpid(child, options)
            self.active_children.discard(ended)
        except ChildProcessError:  # somebody else has waited
            self.active_children.difference_update(list(self.active_children) if child == -1 else [child])
        except OSError:
            return False
        return True

    def handle_timeout(self):
        """Time to look after the children."""
        self.collect_children()

    def service_actions(self):
        """Look after the children in each turn."""
        self.collect_children()

    def server_close(self):
        """Close, and wait for the children."""
        super().server_close()
        self.collect_children(blocking=self.block_on_close)


class ThreadingMixIn:
    """Handles each request in a thread of its own."""

    daemon_threads = False
    block_on_close = True
    _at_work = ()  # the threads that server_close() will wait for

    def process_request(self, request, client_address):
        """Start a thread for the request."""
        worker = threading.Thread(target=self.process_request_thread, args=(request, client_address), daemon=self.daemon_threads)
        if self.block_on_close and not worker.daemon:
            self._at_work = [*filter(threading.Thread.is_alive, self._at_work), worker]
        worker.start()

    def process_request_thread(self, request, client_address):
        """What the thread does."""
        _finished(self, (request, client_address))

    def server_close(self):
        """Close, and wait for the threads."""
        super().server_close()
        waited, self._at_work = self._at_work, ()
        for worker in waited:
            worker.join()


for _where, _mixin in ("Forking", ForkingMixIn), ("Threading", ThreadingMixIn):
    for _protocol in TCPServer, UDPServer, UnixStreamServer, UnixDatagramServer:
        _name = _where + _protocol.__name__
        globals()[_name] = type(_name, (_mixin, _protocol), {"__module__": __name__, "__doc__": f"{_protocol.__name__} with {_mixin.__name__}."})
del _where, _mixin, _protocol, _name


class BaseRequestHandler:
    """A request: setup(), handle() and finish() are called in turn while the object is made."""

    def __init__(self, request, client_address, server):
        self.request, self.client_address, self.server = request, client_address, server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        """Before handle()."""

    def handle(self):
        """The work: to be overridden."""

    def finish(self):
        """After handle(), whatever it raised."""


class StreamRequestHandler(BaseRequestHandler):
    """A connection as two streams: rfile and wfile."""

    rbufsize, wbufsize = -1, 0
    timeout, disable_nagle_algorithm = None, False

    def setup(self):
        """Make the streams."""
        line = self.connection = self.request
        if self.timeout is not None:
            line.settimeout(self.timeout)
        if self.disable_nagle_algorithm:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.rfile = line.makefile("rb", self.rbufsize)
        self.wfile = line.makefile("wb", self.wbufsize) if self.wbufsize else _Unbuffered(line)

    def finish(self):
        """Send what is still in the buffer."""
        if not self.wfile.closed:
            try:
                self.wfile.flush()
            except OSError:
                pass  # nobody listens any more
        self.wfile.close()
        self.rfile.close()


class _Unbuffered(io.BufferedIOBase):
    "Sends all that is written, at once: a raw stream of a socket might send a part only."

    def __init__(self, line):
        self._line = line

    def fileno(self):
        return self._line.fileno()

    def writable(self):
        return True

    def write(self, data):
        self._line.sendall(data)
        return memoryview(data).nbytes


class DatagramRequestHandler(BaseRequestHandler):
    """A packet as the stream rfile; what is in wfile at the end is the answer."""

    def setup(self):
        """Make the streams."""
        packet, line = self.request
        self.packet, self.socket = packet, line
        self.rfile, self.wfile = io.BytesIO(packet), io.BytesIO()

    def finish(self):
        """Send the answer."""
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
