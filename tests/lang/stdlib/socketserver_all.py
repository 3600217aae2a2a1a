# python3.12: socketserver: what is called when, errors, threads, processes, packets, paths, streams, the end
import io, os, socket, socketserver, sys, tempfile, threading, time

print([(name, [base.__name__ for base in getattr(socketserver, name).__mro__]) for name in sorted(socketserver.__all__)])
for name in "TCPServer", "UDPServer", "UnixStreamServer", "UnixDatagramServer", "ThreadingUDPServer", "ForkingTCPServer":
    kind = getattr(socketserver, name)
    print(name, kind.address_family, kind.socket_type, kind.request_queue_size, kind.allow_reuse_address, kind.allow_reuse_port, kind.timeout,
          getattr(kind, "max_packet_size", None), kind.__module__)
print(socketserver.ForkingMixIn.timeout, socketserver.ForkingMixIn.max_children, socketserver.ForkingMixIn.block_on_close,
      socketserver.ForkingMixIn.active_children, socketserver.ThreadingMixIn.daemon_threads, socketserver.ThreadingMixIn.block_on_close)
print(socketserver.StreamRequestHandler.rbufsize, socketserver.StreamRequestHandler.wbufsize, socketserver.StreamRequestHandler.timeout,
      socketserver.StreamRequestHandler.disable_nagle_algorithm)


class Upper(socketserver.StreamRequestHandler):
    timeout = 10
    disable_nagle_algorithm = True

    def handle(self):
        for line in self.rfile:
            print("wrote", self.wfile.write(line.upper()))


def ask(address, text, family=socket.AF_INET):
    with socket.socket(family) as line:
        line.connect(address)
        line.sendall(text)
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(100), b""))


def running(server, **options):
    thread = threading.Thread(target=server.serve_forever, kwargs=options)
    thread.start()
    return thread


class Traced(socketserver.TCPServer):
    allow_reuse_address = True

    def __getattribute__(self, name):
        if name in TRACED:
            print("  ->", name)
        return super().__getattribute__(name)


TRACED = {"server_bind", "server_activate", "get_request", "verify_request", "process_request", "finish_request", "shutdown_request", "close_request",
          "handle_error", "server_close", "handle_timeout"}
with Traced(("127.0.0.1", 0), Upper) as server:
    print(server.server_address[0], server.fileno() == server.socket.fileno())
    answers = []
    client = threading.Thread(target=lambda: answers.append(ask(server.server_address, b"one\ntwo\n")))
    client.start()
    server.handle_request()
    client.join()
    print(answers)
    server.timeout = 0.01
    print(server.handle_request())
    server.socket.settimeout(0)
    server.timeout = None
    server.handle_request()

with socketserver.TCPServer(("127.0.0.1", 0), Upper) as server:
    thread = running(server, poll_interval=0.05)
    print(ask(server.server_address, b"a\n"))
    server.shutdown()
    thread.join()
    thread = running(server)
    print(ask(server.server_address, b"b\n"))
    server.shutdown()
    thread.join()


class Failing(socketserver.BaseRequestHandler):
    def handle(self):
        print("handle")
        raise ZeroDivisionError("failed")

    def finish(self):
        print("finish")


class Picky(socketserver.ThreadingTCPServer):
    def verify_request(self, request, client_address):
        return self.pick


with Picky(("127.0.0.1", 0), Failing) as server:
    thread = running(server, poll_interval=0.01)
    server.pick = False
    print(ask(server.server_address, b""))
    server.pick = True
    kept, sys.stderr = sys.stderr, io.StringIO()
    print(ask(server.server_address, b""))
    server.shutdown()
    thread.join()
    server.server_close()
    shown, sys.stderr = sys.stderr.getvalue(), kept
    lines = shown.splitlines()
    print(lines[0], lines[1][:66], lines[-2:], sep="\n")


class Child(socketserver.StreamRequestHandler):
    wbufsize = 100

    def handle(self):
        self.wfile.write(b"child " if os.getpid() != PARENT else b"parent ")
        self.wfile.write(self.rfile.read())


PARENT = os.getpid()
with socketserver.ForkingTCPServer(("127.0.0.1", 0), Child) as server:
    server.max_children = 2
    thread = running(server, poll_interval=0.01)
    for number in range(5):
        print(ask(server.server_address, b"%d" % number))
    server.shutdown()
    thread.join()
print(server.active_children)


class Packet(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


with socketserver.ThreadingUDPServer(("127.0.0.1", 0), Packet) as server:
    thread = running(server)
    with socket.socket(type=socket.SOCK_DGRAM) as line:
        line.sendto(b"packet", server.server_address)
        print(line.recv(100))
    server.shutdown()
    thread.join()

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "socket")
    with socketserver.ThreadingUnixStreamServer(path, Child) as server:
        print(server.server_address == path)
        thread = running(server)
        print(ask(path, b"unix\n", socket.AF_UNIX))
        server.shutdown()
        thread.join()

for address in ("127.0.0.1", "port"), ("127.0.0.1", 70000):
    try:
        socketserver.TCPServer(address, Upper)
    except Exception as exc:
        print(type(exc).__name__, exc)
idle = socketserver.TCPServer(("127.0.0.1", 0), Upper, bind_and_activate=False)
print(idle.server_address)
idle.server_close()
print(idle.fileno())


class Base(socketserver.BaseServer):
    pass


base = Base("somewhere", Upper)
print(base.server_address, base.RequestHandlerClass is Upper, base.server_activate(), base.verify_request(1, 2), base.service_actions(), base.close_request(1))
