import asyncio
import os
import signal
import socket
import tempfile
import threading
import time


async def attempt(awaitable):
    try:
        print("->", repr(await awaitable))
    except Exception as error:
        print(type(error).__name__, error)


async def streams():
    seen = []

    async def handle(reader, writer):
        seen.append(writer.get_extra_info("peername")[0])
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"one\ntwo\n")
    writer.writelines([b"thr", b"ee\n"])
    await writer.drain()
    print(await reader.readline(), await reader.readexactly(4), await reader.readuntil(b"E\n"))
    writer.write_eof()
    print(await reader.read(), reader.at_eof(), writer.is_closing(), writer.can_write_eof())
    writer.close()
    await writer.wait_closed()

    async def client(n):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"line %d\n" % n * 3)
        writer.write_eof()
        lines = [line async for line in reader]
        writer.close()
        return lines

    print(await asyncio.gather(*(client(n) for n in range(3))))
    big = b"x" * 1000000 + b"\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2 ** 21)
    writer.write(b"y" * 50000 + b"\n")
    await writer.drain()
    print(len(await reader.readline()))
    writer.close()
    async with server:
        pass
    print(server.is_serving(), server.sockets, seen)
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(str(error).replace(str(port), "PORT"))
    await attempt(asyncio.open_connection())


async def readers():
    reader = asyncio.StreamReader(limit=10)
    reader.feed_data(b"abc\ndef")
    print(repr(reader), await reader.readline(), await reader.read(2))
    reader.feed_data(b"x" * 30)
    await attempt(reader.readline())
    reader.feed_data(b"ab")
    reader.feed_eof()
    await attempt(reader.readexactly(5))
    await attempt(reader.readline())
    await attempt(reader.readuntil(b"z"))
    await attempt(reader.readexactly(-1))
    await attempt(reader.readuntil(b""))
    print(await reader.read(), reader.at_eof(), reader.exception())
    reader.set_exception(ValueError("wrong"))
    await attempt(reader.read())


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(b"<" + data + b">")

    def eof_received(self):
        self.transport.write(b".")

    def connection_lost(self, exc):
        print("server: lost", exc)


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
        self.data = b""

    def connection_made(self, transport):
        transport.write(b"hello")
        transport.write_eof()

    def data_received(self, data):
        self.data += data

    def connection_lost(self, exc):
        self.done.set_result(self.data)


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self):
        self.got = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        if data.startswith(b"re:"):
            self.got.set_result(data)
        else:
            self.transport.sendto(b"re:" + data, addr)


async def protocols():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), *server.sockets[0].getsockname())
    print(await done, transport.is_closing(), isinstance(transport, asyncio.Transport))
    server.close()
    await server.wait_closed()
    one, _ = await loop.create_datagram_endpoint(Datagrams, local_addr=("127.0.0.1", 0))
    two, client = await loop.create_datagram_endpoint(Datagrams, remote_addr=one.get_extra_info("sockname"))
    two.sendto(b"packet")
    print(await client.got)
    one.close()
    two.close()
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "s")
    server = await asyncio.start_unix_server(lambda r, w: (w.write(b"unix"), w.close()), path)
    reader, writer = await asyncio.open_unix_connection(path)
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
    if os.path.exists(path):
        os.remove(path)
    os.rmdir(folder)
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    task = asyncio.create_task(loop.sock_recv(a, 100))
    await asyncio.sleep(0)
    await loop.sock_sendall(b, b"low level")
    print(await task)
    got = loop.create_future()
    loop.add_reader(a, lambda: got.set_result(a.recv(10)) if not got.done() else None)
    b.send(b"x")
    print(await got, loop.remove_reader(a), loop.remove_reader(a), loop.add_writer(a, print), loop.remove_writer(a))
    a.close()
    b.close()


async def processes():
    process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    print(await process.communicate(b"through cat"), process.returncode)
    process = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 3", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print(await process.communicate(), process.returncode, await process.wait())
    process = await asyncio.create_subprocess_exec("sh", "-c", "read a; echo got $a; read b; echo got $b", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    process.stdin.write(b"1\n")
    print(await process.stdout.readline(), process.returncode)
    process.stdin.write(b"2\n")
    await process.stdin.drain()
    print(await process.stdout.readline(), await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "9")
    process.terminate()
    print(await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "9")
    try:
        await asyncio.wait_for(process.wait(), 0.02)
    except asyncio.TimeoutError:
        process.kill()
        print("killed", await process.wait())
    await attempt(asyncio.create_subprocess_exec("/no/such/program"))
    results = await asyncio.gather(*(asyncio.create_subprocess_shell(f"exit {n}") for n in range(3)))
    print([await p.wait() for p in results])


def slow(n):
    time.sleep(0.01)
    return n * n


async def threads():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(slow, 3), await loop.run_in_executor(None, slow, 4))
    print(await asyncio.gather(*(asyncio.to_thread(slow, n) for n in range(5))))
    await attempt(asyncio.to_thread(lambda: 1 / 0))
    event = asyncio.Event()
    threading.Timer(0.02, lambda: loop.call_soon_threadsafe(event.set)).start()
    await event.wait()
    print("woken by a thread", threading.current_thread() is threading.main_thread())
    answers = []

    async def add(a, b):
        await asyncio.sleep(0.01)
        return a + b

    thread = threading.Thread(target=lambda: answers.append(asyncio.run_coroutine_threadsafe(add(1, 2), loop).result(5)))
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.01)
    print(answers)

    def own_loop():
        answers.append(asyncio.run(add(3, 4)))
    thread = threading.Thread(target=own_loop)
    thread.start()
    await asyncio.to_thread(thread.join)
    print(answers)


async def signals():
    loop = asyncio.get_running_loop()
    got = loop.create_future()
    loop.add_signal_handler(signal.SIGUSR1, got.set_result, "handled")
    os.kill(os.getpid(), signal.SIGUSR1)
    print(await got, loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    try:
        loop.add_signal_handler(signal.SIGKILL, print)
    except RuntimeError as error:
        print(error)


for main in (streams, readers, protocols, processes, threads, signals):
    print("--", main.__name__)
    asyncio.run(main())
