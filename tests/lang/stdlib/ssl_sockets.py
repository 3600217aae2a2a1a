# python3.12: TLS over sockets: data, ends, waiting, what is refused
import contextlib, os, re, select, socket, ssl, tempfile, threading
from support.certificates import AUTHORITY, SERVER

folder = tempfile.TemporaryDirectory()
server_file = os.path.join(folder.name, "server.pem")
with open(server_file, "w") as out:
    out.write(SERVER)
server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain(server_file)
client_context = ssl.create_default_context(cadata=AUTHORITY)


def attempt(name, call):
    try:
        print(name, "->", call())
    except Exception as error:
        text = re.sub(r"(_ssl\.c:\d+: )|( \(_ssl\.c:\d+\))", "", str(error))
        print(name, "->", type(error).__name__, text)


def serve(sock, talk):
    def run():
        try:
            with server_context.wrap_socket(sock, server_side=True) as secured:
                talk(secured)
        except (ssl.SSLError, ConnectionError) as error:
            print("server:", type(error).__name__, error.reason if isinstance(error, ssl.SSLError) else "")
    thread = threading.Thread(target=run)
    thread.start()
    return thread


@contextlib.contextmanager
def connected(talk, **options):
    near, far = socket.socketpair()
    thread = serve(far, talk)
    try:
        with client_context.wrap_socket(near, server_hostname="localhost", **options) as secured:
            yield secured
    finally:
        thread.join()


# ---- data
def echo(sock):
    while True:
        data = sock.recv(5000)
        if not data:
            break
        sock.sendall(data)


with connected(echo) as sock:
    print(sock.version(), sock.cipher()[1], sock.server_side, sock.server_hostname, isinstance(sock, socket.socket), sock.context is client_context, sock.pending())
    print(sock.getpeercert()["subject"][-1], sock.selected_alpn_protocol(), sock.session_reused, sock.compression())
    print(sock.send(b"hello"), sock.recv(1024))
    data = os.urandom(1000) * 300
    sender = threading.Thread(target=sock.sendall, args=(data,))
    sender.start()
    got = b""
    while len(got) < len(data):
        got += sock.recv(65536)
    sender.join()
    print(got == data)
    buffer = bytearray(8)
    sock.sendall(bytearray(b"12345"))
    print(sock.recv_into(buffer), buffer, sock.write(b"abc"), sock.recv_into(buffer, 2), sock.pending(), sock.read(9), buffer)
    for name, call in {"flags": lambda: sock.recv(1, socket.MSG_PEEK), "send flags": lambda: sock.send(b"", 1), "recvfrom": lambda: sock.recvfrom(1), "sendto": lambda: sock.sendto(b"", ("", 1)),
                       "recvmsg": lambda: sock.recvmsg(1), "sendmsg": lambda: sock.sendmsg([b""]), "dup": sock.dup, "binding": lambda: sock.get_channel_binding("x"),
                       "connect": lambda: sock.connect(("127.0.0.1", 1))}.items():
        attempt(name, call)
    with sock.makefile("rwb") as file:
        file.write(b"line 1\nline 2\n")
        file.flush()
        print(file.readline(), file.readline())
    with tempfile.TemporaryFile() as file:
        file.write(b"from a file")
        file.seek(5)
        print(sock.sendfile(file, 5), sock.recv(100))
    sock.shutdown(socket.SHUT_WR)
attempt("closed", lambda: sock.read(1))
attempt("closed", lambda: sock.recv(1))

# ---- the end
def say_and_go(sock):
    sock.sendall(b"bye")
    sock.unwrap()


def go_without_a_word(sock):
    sock.sendall(b"bye")


with connected(say_and_go) as sock:
    print(sock.recv(100), sock.recv(100), sock.unwrap() is not None)
with connected(go_without_a_word) as sock:
    print(sock.recv(100), sock.recv(100))
with connected(go_without_a_word, suppress_ragged_eofs=False) as sock:
    print(sock.recv(100))
    attempt("broken off", lambda: sock.recv(100))


def back_to_clear(sock):
    sock.recv(10)
    plain = sock.unwrap()
    plain.sendall(b"in the clear")
    plain.recv(10)


with connected(back_to_clear) as sock:
    sock.sendall(b"x")
    plain = sock.unwrap()
    print(plain.recv(100), type(plain).__name__, sock.version(), sock.cipher())
    attempt("again", sock.unwrap)
    attempt("read", lambda: sock.read(1))
    attempt("write", lambda: sock.write(b"x"))
    plain.sendall(b"ok")

# ---- waiting
def late(sock):
    gate.wait()
    sock.sendall(b"late")


gate = threading.Event()
with connected(late) as sock:
    sock.settimeout(0.05)
    attempt("read in time", lambda: sock.recv(10))
    sock.setblocking(False)
    attempt("not blocking", lambda: sock.recv(10))
    gate.set()
    select.select([sock], [], [])
    while True:
        try:
            print(sock.recv(10))
            break
        except ssl.SSLWantReadError:
            select.select([sock], [], [])
near, far = socket.socketpair()
near.settimeout(0.05)
attempt("handshake in time", lambda: client_context.wrap_socket(near, server_hostname="localhost"))
far.close()
near, far = socket.socketpair()
near.setblocking(False)
attempt("handshake without waiting", lambda: client_context.wrap_socket(near, server_hostname="localhost"))
far.close()


def receive_all(sock):
    gate.wait()
    got = 0
    while got < 3_000_000:
        got += len(sock.recv(100000))
    print(got)


gate = threading.Event()
near, far = socket.socketpair()
thread = serve(far, receive_all)
near.setblocking(False)
sock = client_context.wrap_socket(near, server_hostname="localhost", do_handshake_on_connect=False)
while True:
    try:
        sock.do_handshake()
        break
    except ssl.SSLWantReadError:
        select.select([sock], [], [])
    except ssl.SSLWantWriteError:
        select.select([], [sock], [])
sent, waited, data = 0, 0, bytes(3_000_000)
while sent < len(data):
    try:
        sent += sock.send(memoryview(data)[sent:sent + 16000])
    except ssl.SSLWantWriteError:
        waited += 1
        gate.set()
        select.select([], [sock], [])
thread.join()
print(sent, waited > 0)
sock.close()


# ---- what is refused
near, far = socket.socketpair()
thread = serve(far, echo)
def refused_by_client():
    try:
        client_context.wrap_socket(near, server_hostname="other.example")
    finally:
        thread.join()


attempt("another host", refused_by_client)
attempt("no name", lambda: client_context.wrap_socket(socket.socket()))
attempt("of datagrams", lambda: client_context.wrap_socket(socket.socket(type=socket.SOCK_DGRAM), server_hostname="localhost"))
attempt("name of a server", lambda: server_context.wrap_socket(socket.socket(), server_side=True, server_hostname="localhost"))
near, far = socket.socketpair()
far.sendall(b"HTTP/1.0 400 Bad Request\r\n\r\n")
attempt("no TLS", lambda: client_context.wrap_socket(near, server_hostname="localhost"))
far.close()
near, far = socket.socketpair()
far.close()
attempt("nobody", lambda: client_context.wrap_socket(near, server_hostname="localhost"))

# ---- over TCP
with server_context.wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True) as listener:
    def accept():
        sock, address = listener.accept()
        with sock:
            print("accepted", address[0], sock.server_side, sock.recv(10))
            sock.sendall(b"welcome")
    thread = threading.Thread(target=accept)
    thread.start()
    with client_context.wrap_socket(socket.socket(), server_hostname="127.0.0.1") as sock:
        attempt("not connected", sock.do_handshake)
        attempt("not connected", sock.getpeercert)
        print(sock.version(), sock.pending())
        sock.connect(listener.getsockname())
        sock.sendall(b"hello")
        print(sock.recv(100), sock.getpeername() == listener.getsockname())
    thread.join()
    thread = threading.Thread(target=lambda: listener.accept()[0].close())
    thread.start()
    print(ssl.get_server_certificate(listener.getsockname()).split() == SERVER[:SERVER.index("-----BEGIN PRIVATE")].split())
    thread.join()
folder.cleanup()
