# typhon-only: callbacks of ssl that raise, change what is at work, or use it; what is closed; absurd arguments of _ssl
import _ssl, contextlib, gc, io, os, ssl, tempfile, threading
from support.certificates import AUTHORITY, SERVER, CLIENT, CLIENT_KEY

folder = tempfile.TemporaryDirectory()


def file(name, text):
    path = os.path.join(folder.name, name)
    with open(path, "w") as out:
        out.write(text)
    return path


server_file, client_file, client_key = file("server.pem", SERVER), file("client.pem", CLIENT), file("client.key", CLIENT_KEY)


def contexts():
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(server_file)
    return server, ssl.create_default_context(cadata=AUTHORITY)


def pair(server, client):
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    made = server.wrap_bio(up, down, server_side=True), client.wrap_bio(down, up, server_hostname="localhost")
    for call in (made[1].do_handshake, made[0].do_handshake, made[1].do_handshake, made[0].do_handshake):
        try:
            call()
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError as error:
            print(type(error).__name__, error)
    return made


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


# ---- in the callback for a name: the connection itself, its context, others, threads
server, client = contexts()


def on_name(connection, name, context):
    native = connection._native
    for call in (native.close, lambda: native.read(3), lambda: native.write(b"x"), native.handshake, native.shutdown, lambda: native.feed(b""), native.session):
        attempt(call)
    context.sni_callback = None
    context.set_alpn_protocols(["a"])
    context.load_cert_chain(server_file)
    for _ in range(30):
        connection.context = contexts()[0]
    gc.collect()
    print("another", pair(*contexts())[1].version())
    thread = threading.Thread(target=lambda: print("in a thread", pair(*contexts())[1].version()))
    thread.start()
    thread.join()


server.sni_callback = on_name
a, b = pair(server, client)
b.write(b"hi")
print(a.version(), b.version(), a.read())

# ---- where certificates are looked for
server, client = contexts()
client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def look_up(hash):
    client._native.set_lookup(None)
    client.load_verify_locations(cadata=AUTHORITY)
    gc.collect()
    return b"x" * 100


client._native.set_lookup(look_up)
print(pair(server, client)[1].version())
client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
client._native.set_lookup(lambda hash: 1 / 0)
pair(server, client)
client._native.set_lookup(lambda hash: 5)
pair(server, client)
client._native.set_lookup(lambda hash: AUTHORITY.encode() * 3)
print(pair(server, client)[1].version())

# ---- a password whose function loads something else, keys that are logged by who raises
def password():
    client.load_cert_chain(server_file)
    gc.collect()
    return "secret"


attempt(lambda: client.load_cert_chain(client_file, client_key, password))
with contextlib.redirect_stderr(io.StringIO()) as errors:
    client._native.set_key_log(lambda line: 1 / 0)
    print(pair(server, client)[1].version(), errors.getvalue().count("ZeroDivisionError"))
client._native.set_key_log(None)

# ---- closed, or not begun
a, b = pair(server, client)
a._native.close()
for call in (a.read, lambda: a.write(b"x"), a.getpeercert, a.version, a.unwrap, a.do_handshake, lambda: a.session):
    attempt(call)
native = _ssl.Connection(_ssl.Context(0), False, b"x", None)
for call in (lambda: native.feed(b"x" * 6), lambda: native.feed(b"GET /"), native.wanted, native.handshake, lambda: native.read(1 << 70), lambda: native.read(-1), native.certificate,
             native.cipher, lambda: native.finished(True), lambda: native.set_context(3), lambda: native.set_session(3), lambda: native.check_host(b"abc", True)):
    attempt(call)
for call in (lambda: _ssl.Context(1 << 70), lambda: _ssl.Context(0).set_options(1 << 70), lambda: _ssl.Context(0).set_protocols(bytes(70000)), lambda: _ssl.Connection(3, False, None, None),
             lambda: _ssl.Connection(_ssl.Context(0), False, b"x" * 300, None), lambda: _ssl.Connection(_ssl.Context(0), False, b"a\0b", None), _ssl.SSLSession, lambda: _ssl.RAND_bytes(1 << 31),
             lambda: _ssl.Context(0).use_key(bytes(2_000_000), None), lambda: _ssl.Context(0).add(b"-----BEGIN CERTIFICATE-----\n", True), lambda: _ssl.Context(0).set_tickets(-1)):
    attempt(call)
folder.cleanup()
