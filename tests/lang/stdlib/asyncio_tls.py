# python3.12: TLS in asyncio: streams, protocols, start_tls, what is refused
import asyncio, os, re, socket, ssl, tempfile
from support.certificates import AUTHORITY, SERVER

folder = tempfile.TemporaryDirectory()
server_file = os.path.join(folder.name, "server.pem")
with open(server_file, "w") as out:
    out.write(SERVER)
server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain(server_file)
client_context = ssl.create_default_context(cadata=AUTHORITY)


async def attempt(name, waits):
    try:
        print(name, "->", await waits)
    except Exception as error:
        print(name, "->", type(error).__name__, re.sub(r" \(_ssl\.c:\d+\)", "", str(error)))


async def streams():
    async def echo(reader, writer):
        peer = writer.get_extra_info("ssl_object")
        while data := await reader.read(10000):
            writer.write(data)
            await writer.drain()
        writer.close()
        await writer.wait_closed()
    server = await asyncio.start_server(echo, "127.0.0.1", 0, ssl=server_context)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address, ssl=client_context)
    print(writer.get_extra_info("cipher")[1], writer.get_extra_info("peercert")["subject"][-1], writer.get_extra_info("compression"), writer.get_extra_info("peername") == address,
          writer.get_extra_info("sslcontext") is client_context, type(writer.get_extra_info("ssl_object")).__name__, writer.can_write_eof(), writer.get_extra_info("other", 5))
    writer.write(b"line 1\nline 2\n")
    print(await reader.readline(), await reader.readline())
    data = os.urandom(1 << 20)
    async def send():
        for at in range(0, len(data), 50000):
            writer.write(data[at:at + 50000])
            await writer.drain()
    sending = asyncio.create_task(send())
    print(await reader.readexactly(len(data)) == data)
    await sending
    try:
        writer.write_eof()
    except NotImplementedError:
        print("no half closing")
    writer.close()
    await writer.wait_closed()
    print(await reader.read(), writer.is_closing())

    # ---- what is refused
    await attempt("another name", asyncio.open_connection(*address, ssl=client_context, server_hostname="other.example"))
    await attempt("unknown authority", asyncio.open_connection(*address, ssl=True))
    await attempt("no TLS", asyncio.open_connection(*address, server_hostname="localhost"))
    await attempt("no context", asyncio.start_server(echo, "127.0.0.1", 0, ssl=True))
    await attempt("timeout without", asyncio.open_connection(*address, ssl_handshake_timeout=1))
    await attempt("no name", asyncio.open_connection(sock=socket.socket(), ssl=client_context))
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"GET / HTTP/1.0\r\n\r\n")
    print((await reader.read())[:1])
    writer.close()
    server.close()
    await server.wait_closed()


async def timeouts():
    async def silent(reader, writer):
        await reader.read()
        writer.close()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    await attempt("handshake in time", asyncio.open_connection(*server.sockets[0].getsockname(), ssl=client_context, ssl_handshake_timeout=0.05))
    await attempt("no time", asyncio.open_connection(*server.sockets[0].getsockname(), ssl=client_context, ssl_handshake_timeout=0))
    server.close()
    await server.wait_closed()


async def later():
    async def serve(reader, writer):
        print(await reader.readline())
        writer.write(b"go on\n")
        await writer.start_tls(server_context)
        print(await reader.readline(), writer.get_extra_info("ssl_object") is not None)
        writer.write(b"secret answer\n")
        await writer.drain()
        writer.close()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"STARTTLS\n")
    print(await reader.readline(), writer.get_extra_info("cipher"))
    await writer.start_tls(client_context, server_hostname="localhost")
    print(writer.get_extra_info("cipher")[1])
    writer.write(b"secret\n")
    print(await reader.readline(), await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()


class Talker(asyncio.Protocol):
    def __init__(self, name):
        self.name, self.events, self.done = name, [], asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        self.events.append(("made", transport.is_reading(), transport.get_write_buffer_limits(), transport.get_protocol() is self))

    def data_received(self, data):
        self.events.append(data)
        if self.name == "server":
            self.transport.write(data.upper())
            self.transport.close()

    def eof_received(self):
        self.events.append("eof")

    def connection_lost(self, exc):
        self.events.append(("lost", exc))
        self.done.set_result(f"{self.name} {self.events}")


class Buffered(asyncio.BufferedProtocol):
    def connection_made(self, transport):
        self.transport, self.buffer, self.got, self.done = transport, bytearray(4), b"", asyncio.get_running_loop().create_future()
        transport.writelines([b"abc", b"defgh"])

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, count):
        self.got += self.buffer[:count]

    def connection_lost(self, exc):
        self.done.set_result(exc)


async def protocols():
    loop = asyncio.get_running_loop()
    made = []
    server = await loop.create_server(lambda: made.append(Talker("server")) or made[-1], "127.0.0.1", 0, ssl=server_context)
    address = server.sockets[0].getsockname()
    transport, protocol = await loop.create_connection(lambda: Talker("client"), *address, ssl=client_context)
    transport.pause_reading()
    print(transport.is_reading())
    transport.resume_reading()
    transport.write(b"hello")
    print(await protocol.done)
    print(await made[0].done)
    transport, protocol = await loop.create_connection(Buffered, *address, ssl=client_context)
    print(await protocol.done, protocol.got)
    print(await made[1].done)
    near, far = socket.socketpair()
    accepting = asyncio.create_task(loop.connect_accepted_socket(lambda: Talker("server"), near, ssl=server_context))
    transport, protocol = await loop.create_connection(lambda: Talker("client"), sock=far, ssl=client_context, server_hostname="localhost")
    other, other_protocol = await accepting
    transport.abort()
    print(await protocol.done)
    print(await other_protocol.done)
    await attempt("start_tls", loop.start_tls(other, other_protocol, 3))
    with client_context.wrap_socket(socket.socket(), server_hostname="localhost") as secure:
        secure.setblocking(False)
        await attempt("a secure socket", loop.sock_recv(secure, 10))
        await attempt("a secure socket", loop.sock_connect(secure, address))
        await attempt("a secure socket", loop.create_connection(Buffered, sock=secure))
    server.close()
    await server.wait_closed()


for test in (streams, timeouts, later, protocols):
    asyncio.run(test())
folder.cleanup()
