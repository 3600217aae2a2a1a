import os
import select
import selectors
import socket
import socketserver
import tempfile
import threading


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print("-- names")
print(repr(socket.AF_INET), socket.AF_INET, repr(socket.SOCK_DGRAM), repr(socket.AF_UNIX), repr(socket.MSG_PEEK), repr(socket.AI_PASSIVE))
print(socket.SOL_SOCKET, socket.SO_REUSEADDR, socket.SHUT_RDWR, socket.IPPROTO_TCP, socket.error is OSError, socket.timeout is TimeoutError)
print(issubclass(socket.gaierror, OSError), issubclass(socket.herror, OSError), socket.has_ipv6, socket.SOMAXCONN)
print(socket.htons(1), socket.ntohl(1), socket.htonl(0x01020304) == 0x04030201)
attempt(socket.htons, 70000)
attempt(socket.htons, -1)
attempt(socket.htonl, "x")
print(socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x7f\0\0\1"), socket.inet_pton(socket.AF_INET6, "::1"), socket.inet_ntop(socket.AF_INET6, b"\0" * 15 + b"\1"))
attempt(socket.inet_aton, "1.2.3.4.5")
attempt(socket.inet_ntoa, b"123")
attempt(socket.inet_pton, socket.AF_INET, "x")
attempt(socket.inet_ntop, socket.AF_INET, b"12")
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM), socket.getaddrinfo(None, 0, socket.AF_INET, socket.SOCK_DGRAM))
print(socket.gethostbyname("127.0.0.1"), socket.gethostname() == os.uname().nodename, socket.getservbyname("http"), socket.getservbyname("domain", "udp"), socket.getservbyport(443))
attempt(socket.getservbyname, "no such service")
attempt(socket.getaddrinfo, "127.0.0.1", "no such service")
try:
    socket.getaddrinfo("127.0.0.1.5", 80, flags=socket.AI_NUMERICHOST)
except socket.gaierror as error:
    print(error.errno == socket.EAI_NONAME, error.strerror)
print(socket.getprotobyname("tcp"), socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))

print("-- socketpair")
a, b = socket.socketpair()
print(a.family, a.type, a.proto, a.getsockname(), a.gettimeout(), a.getblocking(), a.fileno() > 2)
print(a.send(b"hello"), b.recv(3), b.recv(10, socket.MSG_PEEK), b.recv(10), a.sendall(bytearray(b"abc")), b.recv(3))
buffer = bytearray(5)
a.send(b"123456789")
print(b.recv_into(buffer), buffer, b.recv_into(buffer, 2), buffer, b.recv(9))
attempt(b.recv, -1)
attempt(b.recv, "x")
attempt(b.recv_into, b"fixed")
attempt(b.recv_into, buffer, 99)
attempt(a.send, "text")
attempt(a.send, 5)
a.settimeout(0.01)
print(a.gettimeout(), a.timeout, os.get_blocking(a.fileno()))
attempt(a.recv, 1)
a.setblocking(False)
print(a.gettimeout(), a.getblocking())
attempt(a.recv, 1)
a.settimeout(None)
attempt(a.settimeout, -1)
attempt(a.settimeout, "x")
print(a.sendmsg([b"part one, ", b"part two"]), b.recvmsg(100))
read_end, write_end = os.pipe()
socket.send_fds(a, [b"fd"], [write_end])
data, fds, flags, address = socket.recv_fds(b, 10, 4)
print(data, len(fds), os.write(fds[0], b"through"), os.read(read_end, 10))
for fd in fds + [read_end, write_end]:
    os.close(fd)
a.shutdown(socket.SHUT_WR)
print(b.recv(10), b.sendall(b"back"), a.recv(10))
a.close()
print(a.fileno(), repr(a).split(" fd=")[0], "fd=-1" in repr(a), a.close())
attempt(a.recv, 1)
attempt(a.getsockname)
fd = b.detach()
print(b.fileno(), os.close(fd))
with socket.socket() as s:
    print(repr(s).split(" fd=")[0], s.getsockname(), s.family == socket.AF_INET)
print(s.fileno())

print("-- TCP")
server = socket.create_server(("127.0.0.1", 0))
host, port = server.getsockname()
print(host, server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), server.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
lines = []


def serve(count):
    for _ in range(count):
        connection, address = server.accept()
        with connection, connection.makefile("r") as stream, connection.makefile("w") as back:
            lines.append(address[0])
            for line in stream:
                back.write(line.upper())
                back.flush()


thread = threading.Thread(target=serve, args=(2,))
thread.start()
client = socket.create_connection((host, port), timeout=5)
print(client.gettimeout(), client.getpeername() == (host, port), client.getsockname()[0])
client.sendall(b"one\ntwo\n")
client.shutdown(socket.SHUT_WR)
data = b""
while part := client.recv(100):
    data += part
print(data)
client.close()
with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
    print(client.connect_ex((host, port)))
    with client.makefile("wb") as out, client.makefile("rb") as back:
        out.write(b"through files\n")
        out.flush()
        print(back.readline(), back.readable(), out.writable())
thread.join()
print(lines)
with socket.socket() as s:
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    print(s.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), len(s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)))
    s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\2\0\0\0")
    print(s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))
    attempt(s.setsockopt, socket.SOL_SOCKET, socket.SO_LINGER, "x")
    attempt(s.connect, "127.0.0.1")
    attempt(s.connect, ("127.0.0.1",))
    attempt(s.connect, ("127.0.0.1", 99999))
    attempt(s.connect, ("127.0.0.1", "80"))
    attempt(s.bind, (1, 2))
    attempt(s.accept)
    attempt(s.makefile, "x")
    attempt(s.makefile, "r", 0)
server.close()
with socket.socket() as s:
    print(s.connect_ex((host, port)) in (111,))
    attempt(s.connect, (host, port))
attempt(socket.create_connection, (host, port), 1)
server = socket.create_server(("127.0.0.1", 0))
server.settimeout(0.01)
attempt(server.accept)
server.close()
attempt(socket.socket, 999)
attempt(socket.socket, fileno=-1)

print("-- UDP, unix")
one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
two = socket.socket(type=socket.SOCK_DGRAM)
one.bind(("127.0.0.1", 0))
two.bind(("localhost", 0))
print(two.sendto(b"datagram", one.getsockname()), one.recvfrom(100) == (b"datagram", two.getsockname()))
two.connect(one.getsockname())
print(two.send(b"again"), one.recvfrom_into(buffer)[0], buffer)
attempt(two.sendto, b"x")
one.close()
two.close()
folder = tempfile.mkdtemp()
path = folder + "/socket"
with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
    server.bind(path)
    server.listen()
    client.connect(path)
    connection, address = server.accept()
    print(repr(address), server.getsockname() == path, client.getpeername() == path)
    connection.sendall(b"x" * 100)
    connection.close()
    print(len(client.recv(200, socket.MSG_WAITALL)))
    attempt(client.connect, "/no/such/path")
    attempt(client.bind, "x" * 200)
os.remove(path)
os.rmdir(folder)

print("-- select, selectors")
a, b = socket.socketpair()
print(select.select([a], [a], [], 0) == ([], [a], []), select.select([a], [], [], 0.01))
b.send(b"x")
print(select.select([a, b], [b], [], 1) == ([a], [b], []))
attempt(select.select, [a], [], [], -1)
attempt(select.select, ["x"], [], [])
attempt(select.select, 5, [], [])
poller = select.poll()
poller.register(a, select.POLLIN)
poller.register(b, select.POLLIN | select.POLLOUT)
print([(fd == a.fileno(), event) for fd, event in poller.poll(100) if fd == a.fileno()], poller.modify(b, select.POLLIN), len(poller.poll(0)), poller.unregister(b))
attempt(poller.unregister, b.fileno() + 1000)
with select.epoll() as epoll:
    epoll.register(a, select.EPOLLIN)
    print(epoll.poll(1) == [(a.fileno(), select.EPOLLIN)], epoll.modify(a, select.EPOLLOUT), epoll.poll(1)[0][1] == select.EPOLLOUT, epoll.unregister(a), epoll.poll(0), epoll.closed)
attempt(epoll.poll)
for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector, selectors.DefaultSelector):
    with kind() as selector:
        key = selector.register(a, selectors.EVENT_READ, "data")
        print(key.fileobj is a, key.fd == a.fileno(), key.events, key.data, [(k.data, e) for k, e in selector.select(1)], a in selector.get_map(), len(selector.get_map()))
        selector.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, "new")
        print([(k.data, e) for k, e in selector.select()], selector.get_key(a).data)
        try:
            selector.register(a, selectors.EVENT_READ)
        except KeyError as error:
            print("KeyError", "is already registered" in str(error))
        attempt(selector.register, b, 0)
        attempt(selector.register, "x", 1)
        selector.unregister(a)
        print(selector.select(0), len(selector.get_map()))
        try:
            selector.unregister(a)
        except KeyError as error:
            print("KeyError", "is not registered" in str(error))
a.close()
b.close()

print("-- socketserver")


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(b"<" + line.strip() + b">")


class Upper(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(data.upper(), self.client_address)


def ask(address, data):
    with socket.create_connection(address) as sock:
        sock.sendall(data)
        sock.shutdown(socket.SHUT_WR)
        answer = b""
        while part := sock.recv(100):
            answer += part
        return answer


for kind in (socketserver.TCPServer, socketserver.ThreadingTCPServer, socketserver.ForkingTCPServer):
    with kind(("127.0.0.1", 0), Echo) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        print(kind.__name__, ask(server.server_address, b"a\nb\n"), ask(server.server_address, b"c"))
        server.shutdown()
        thread.join()
with socketserver.UDPServer(("127.0.0.1", 0), Upper) as server, socket.socket(type=socket.SOCK_DGRAM) as client:
    client.sendto(b"datagram", server.server_address)
    server.handle_request()
    print(client.recv(100))
    server.timeout = 0.01
    print(server.handle_request())
