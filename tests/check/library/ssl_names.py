# What the stub of ssl says: contexts, sockets, certificates, errors.
import http.client
import ssl
import socket

context = ssl.create_default_context()
context.minimum_version = ssl.TLSVersion.TLSv1_2
context.verify_mode = ssl.CERT_NONE
context.options |= ssl.OP_NO_TICKET
context.check_hostname = "no"  # E: [assignment]
context.load_cert_chain("server.pem", password=b"x")
context.set_alpn_protocols(["h2"])
context.set_alpn_protocols([b"h2"])  # E: [arg-type]
with socket.create_connection(("localhost", 1)) as plain, context.wrap_socket(plain, server_hostname="localhost") as secure:
    a: dict[str, object] | None = secure.getpeercert()
    b: bytes | None = secure.getpeercert(True)
    c: bytes = secure.recv(10)
    d: str = secure.version()  # E: [assignment]
    e: socket.socket = secure
    f: tuple[str, str, int] | None = secure.cipher()
incoming = ssl.MemoryBIO()
made = context.wrap_bio(incoming, incoming)
g: bytes = made.read()
h: int = made.read(10, bytearray(10))
i: int = incoming.write(b"x")
incoming.pending = 3  # E: [misc]
try:
    made.do_handshake()
except ssl.SSLCertVerificationError as error:
    j: int = error.verify_code
    k: str = error.reason
except ssl.SSLWantReadError:
    pass
ssl.SSLContext("TLS")  # E: [arg-type]
ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
ssl.create_default_context("server")  # E: [arg-type]
ssl.OP_NO_SUCH  # E: [attr-defined]
http.client.HTTPSConnection("localhost", context=context)
http.client.HTTPSConnection("localhost", context=3)  # E: [arg-type]
