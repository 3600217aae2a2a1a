# python3.12: TLS between two ends in memory: what goes through, what is verified, what is refused
import contextlib, io, os, re, ssl, tempfile
from support.certificates import AUTHORITY, SERVER, CLIENT, CLIENT_KEY

folder = tempfile.TemporaryDirectory()


def file(name, text):
    path = os.path.join(folder.name, name)
    with open(path, "w") as out:
        out.write(text)
    return path


authority, server_file = file("ca.pem", AUTHORITY), file("server.pem", SERVER)
client_file, client_key = file("client.pem", CLIENT), file("client.key", CLIENT_KEY)


def contexts():
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(server_file)
    return server, ssl.create_default_context(cafile=authority)


class Pair:
    """Two ends of a connection in memory."""

    def __init__(self, server, client, server_hostname="localhost", session=None):
        self.up, self.down = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.server = server.wrap_bio(self.up, self.down, server_side=True)
        self.client = client.wrap_bio(self.down, self.up, server_hostname=server_hostname, session=session)

    def run(self, *calls):
        """Both sides by turns, until none of them waits."""
        left = list(calls)
        for _ in range(20):
            for call in list(left):
                try:
                    call()
                    left.remove(call)
                except ssl.SSLWantReadError:
                    pass
            if not left:
                return
        raise RuntimeError("they wait for each other")

    def handshake(self):
        self.run(self.client.do_handshake, self.server.do_handshake)
        return self


def attempt(name, call):
    try:
        print(name, "->", call())
    except Exception as error:
        text = re.sub(r" \(_ssl\.c:\d+\)", "", str(error)).replace(folder.name, "")
        print(name, "->", type(error).__name__, text, *(getattr(error, each, "-") for each in ("library", "reason", "verify_code")))


# ---- data in both directions
server, client = contexts()
pair = Pair(server, client)
print(pair.client.version(), pair.client.cipher(), pair.client.pending(), pair.client.server_hostname, pair.client.server_side, pair.server.server_side)
attempt("certificate before", pair.client.getpeercert)
pair.handshake()
print(pair.client.version(), pair.server.version(), pair.client.cipher() == pair.server.cipher(), pair.client.cipher()[1], pair.client.compression())
print(pair.client.write(b"question"), pair.server.read(3), pair.server.pending(), pair.server.read(), pair.server.pending())
attempt("nothing there", pair.server.read)
big = bytes(range(256)) * 400
print(pair.server.write(big))
got = b""
while len(got) < len(big):
    part = pair.client.read(100000)
    got += part
print(got == big, len(part) <= 16384)
buffer = bytearray(10)
pair.client.write(memoryview(b"into a buffer"))
print(pair.server.read(4, buffer), buffer, pair.server.read(100, buffer), buffer, pair.server.read(0), pair.server.write(b""))
attempt("negative", lambda: pair.server.read(-1))
attempt("read-only", lambda: pair.server.read(1, b"x"))
print(pair.client.selected_alpn_protocol(), pair.client.shared_ciphers(), len(pair.server.shared_ciphers()) > 2, pair.client.get_channel_binding() is not None)
print(pair.server.getpeercert(), pair.server.getpeercert(True), pair.client.getpeercert(True) == ssl.PEM_cert_to_DER_cert(SERVER[:SERVER.index("-----BEGIN PRIVATE")]))
for item in pair.client.getpeercert().items():
    print(*item)
pair.run(pair.client.unwrap, pair.server.unwrap)
attempt("read after the end", pair.client.read)
attempt("write after the end", lambda: pair.client.write(b"x"))

# ---- what is not verified
for name in ("wrong.example", "a.example.org", "a.b.example.org", "example.org", "127.0.0.1", "127.0.0.2", "::1"):
    attempt(name, lambda: Pair(*contexts(), server_hostname=name).handshake().client.version())
stranger = ssl.create_default_context(cadata=ssl.PEM_cert_to_DER_cert(CLIENT))
attempt("unknown authority", Pair(server, stranger).handshake)
pair = Pair(server, stranger)
for call in (pair.client.do_handshake, pair.server.do_handshake, pair.client.do_handshake, pair.server.do_handshake):
    attempt("alert", call)
free = ssl._create_unverified_context()
pair = Pair(server, free).handshake()
print(pair.client.getpeercert(), len(pair.client.getpeercert(True)) > 500)
folder_of_authorities = os.path.join(folder.name, "authorities")
os.mkdir(folder_of_authorities)
file("authorities/55a6cc41.0", AUTHORITY)
by_folder = ssl.create_default_context(capath=folder_of_authorities)
print(by_folder.cert_store_stats(), Pair(server, by_folder).handshake().client.version(), by_folder.cert_store_stats(), by_folder.get_ca_certs()[0]["subject"])

# ---- the client's certificate
server, client = contexts()
server.verify_mode = ssl.CERT_REQUIRED
server.load_verify_locations(cadata=AUTHORITY)
attempt("no certificate", lambda: [(each.handshake(), each.server.do_handshake()) for each in [Pair(server, client)]])
attempt("wrong password", lambda: client.load_cert_chain(client_file, client_key, "wrong"))
attempt("no key", lambda: client.load_cert_chain(client_file))
attempt("another key", lambda: client.load_cert_chain(client_file, server_file))
attempt("long password", lambda: client.load_cert_chain(client_file, client_key, "x" * 2000))
attempt("password that raises", lambda: client.load_cert_chain(client_file, client_key, lambda: 1 / 0))
attempt("password of another type", lambda: client.load_cert_chain(client_file, client_key, lambda: 3))
attempt("password as text", lambda: client.load_cert_chain(client_file, client_key, "secret"))
attempt("as bytes", lambda: client.load_cert_chain(client_file, client_key, b"secret"))
attempt("as a function", lambda: client.load_cert_chain(client_file, client_key, lambda: bytearray(b"secret")))
pair = Pair(server, client).handshake()
print(pair.server.getpeercert())

# ---- versions, ciphers, protocols
for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
    server, client = contexts()
    server.maximum_version = client.minimum_version = version
    attempt(version.name, lambda: Pair(server, client).handshake().client.version())
server, client = contexts()
server.minimum_version, client.maximum_version = ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_2
attempt("no common version", Pair(server, client).handshake)
server, client = contexts()
server.maximum_version = ssl.TLSVersion.TLSv1_2
server.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256")
client.set_ciphers("ECDHE-ECDSA-CHACHA20-POLY1305")
attempt("no common cipher", Pair(server, client).handshake)
client.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305")
pair = Pair(server, client).handshake()
print(pair.client.cipher(), pair.server.shared_ciphers(), pair.client.get_channel_binding() == pair.server.get_channel_binding(), len(pair.client.get_channel_binding()))
print([each["name"] for each in client.get_ciphers()])
server, client = contexts()
server.set_alpn_protocols(["h2", "http/1.1"])
client.set_alpn_protocols(["http/1.1", "spdy"])
pair = Pair(server, client).handshake()
print(pair.client.selected_alpn_protocol(), pair.server.selected_alpn_protocol())
client.set_alpn_protocols(["other"])
print(Pair(server, client).handshake().client.selected_alpn_protocol())

# ---- names of servers
server, client = contexts()
other, _ = contexts()
asked = []


def choose(connection, name, context):
    asked.append((name, context is server, connection.context is server))
    if name == "a.example.org":
        connection.context = other
    elif name == "b.example.org":
        return ssl.AlertDescription.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
    elif name == "c.example.org":
        return "no number"


server.sni_callback = choose
pair = Pair(server, client, "a.example.org").handshake()
print(pair.server.context is other)
with contextlib.redirect_stderr(io.StringIO()):
    for name in ("b.example.org", "c.example.org"):
        attempt(name, Pair(server, client, name).handshake)
Pair(server, client, "127.0.0.1").handshake()
print(asked)
server.sni_callback = None
Pair(server, client, "b.example.org").handshake()

# ---- sessions
server, client = contexts()
client.maximum_version = ssl.TLSVersion.TLSv1_2
pair = Pair(server, client).handshake()
session = pair.client.session
print(pair.client.session_reused, len(session.id) > 0, session.has_ticket, session.timeout, session == pair.client.session, session != pair.client.session)
again = Pair(server, client, session=session).handshake()
print(again.client.session_reused, again.server.session_reused, server.session_stats()["hits"], client.session_stats()["connect_good"])
attempt("another context's", lambda: Pair(server, contexts()[1], session=session))
attempt("set late", lambda: setattr(again.client, "session", session))
attempt("of a server", lambda: setattr(again.server, "session", session))
attempt("made", lambda: type(session)())

# ---- ends that are no ends
server, client = contexts()
pair = Pair(server, client).handshake()
pair.up.write_eof()
attempt("broken off", pair.server.read)
pair = Pair(server, client)
pair.up.write(b"GET / HTTP/1.0\r\n\r\n")
attempt("no TLS", pair.server.do_handshake)
pair = Pair(server, client).handshake()
pair.down.write(b"\x17\x03\x03\x00\x05abcde")
attempt("forged", pair.client.read)
pair = Pair(server, client).handshake()
pair.client.write(b"last")
try:
    pair.client.unwrap()
except ssl.SSLWantReadError:
    print("waits for the other side")
print(pair.server.read(), pair.server.read())
pair.up.write(b"in the clear")
pair.server.unwrap()
pair.client.unwrap()
print(pair.up.read())

# ---- after the handshake
server, client = contexts()
server.verify_mode = ssl.CERT_REQUIRED
server.load_verify_locations(cadata=AUTHORITY)
server.post_handshake_auth = client.post_handshake_auth = True
client.load_cert_chain(client_file, client_key, "secret")
pair = Pair(server, client).handshake()
print(pair.server.getpeercert())
pair.server.verify_client_post_handshake()
pair.server.write(b"show it")
print(pair.client.read(), pair.client.write(b"here"), pair.server.read())
print(pair.server.getpeercert()["subject"])

# ---- the log of keys
server, client = contexts()
log = os.path.join(folder.name, "keys")
client.keylog_filename = log
print(client.keylog_filename == log)
pair = Pair(server, client).handshake()
with open(log) as file:
    for line in sorted(file):
        words = line.split(" ")
        print(line if line[0] == "#" else (words[0], *map(len, words[1:])))
client.keylog_filename = None
size = os.path.getsize(log)
Pair(server, client).handshake()
print(os.path.getsize(log) == size, client.keylog_filename)
attempt("no folder", lambda: setattr(client, "keylog_filename", os.path.join(folder.name, "none", "keys")))
for number in 1, 2.5:  # of no descriptor
    for call in (lambda: setattr(client, "keylog_filename", number), lambda: client.load_cert_chain(number), lambda: client.load_cert_chain(client_file, number), lambda: client.load_dh_params(number),
                 lambda: client.load_verify_locations(number), lambda: client.load_verify_locations(capath=number)):
        attempt("no path", call)
folder.cleanup()
