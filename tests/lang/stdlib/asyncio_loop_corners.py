# Which loop is the current one, what a loop refuses, where errors are logged, sockets waited for in turn (library reference, "Event Loop").
import asyncio
import io
import logging
import selectors
import socket
import tempfile
import types
import warnings


def shown(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print("current")
loop = asyncio.SelectorEventLoop(selectors.SelectSelector())
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
asyncio.set_event_loop(None)
print(shown(asyncio.get_event_loop))
asyncio.run(asyncio.sleep(0))
print(shown(asyncio.get_event_loop))
print(shown(asyncio.set_event_loop_policy, object()))
coroutine = asyncio.sleep(0)
print(shown(asyncio.ensure_future, coroutine))
coroutine.close()


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("a loop is made")
        return super().new_event_loop()


asyncio.set_event_loop_policy(Policy())
asyncio.run(asyncio.sleep(0))
asyncio.set_event_loop_policy(None)

print("callbacks")
loop.set_debug(True)


async def coroutine_function():
    pass


print(shown(loop.call_soon, coroutine_function), "|", shown(loop.call_later, 1, 5), "|", shown(loop.call_soon, None))
loop.set_debug(False)
first, second = loop.call_at(5, print), loop.call_at(6, print)
print(first < second, first <= first, first > second, second >= first, first == loop.call_at(5, print), first == second, shown(lambda: first < 3))
first.cancel(), second.cancel()


@types.coroutine
def old_way():
    return (yield from asyncio.sleep(0, "result"))


async def gathered():
    return await asyncio.gather(old_way(), asyncio.sleep(0, 2)), await asyncio.wait_for(old_way(), 5)


print(loop.run_until_complete(gathered()))

print("logged")
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
logging.getLogger("asyncio").addHandler(handler)
logging.getLogger("asyncio").propagate = False
loop.call_exception_handler({"message": "it failed", "b": [1], "a": "text", "exception": ValueError("why")})
loop.call_exception_handler({"detail": 5})
print(stream.getvalue())

print("sockets")


async def in_turn():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        theirs.setblocking(False)
        given_up = asyncio.create_task(loop.sock_recv(ours, 10))
        await asyncio.sleep(0)
        given_up.cancel()
        waiting = asyncio.create_task(loop.sock_recv(ours, 10))
        await asyncio.sleep(0)
        await loop.sock_sendall(theirs, b"answer")
        print(await asyncio.wait_for(waiting, 5), given_up.cancelled())
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    with ours, theirs:
        ours.setblocking(False)
        theirs.send(b"datagram")
        room = bytearray(20)
        size, _ = await loop.sock_recvfrom_into(ours, room)
        print(size, room[:size])


async def whole_file():
    ours, theirs = socket.socketpair()
    with ours, theirs, tempfile.TemporaryFile() as file:
        ours.setblocking(False)
        theirs.setblocking(False)
        file.write(bytes(range(256)) * 4000)
        file.seek(0)

        async def take(size):
            got = b""
            while len(got) < size:
                got += await loop.sock_recv(theirs, 1 << 16)
            return got

        for offset, count, size in ((0, None, 1024000), (1000, None, 1023000), (7, 10, 10), (1023999, 5, 1)):
            taken = asyncio.create_task(take(size))
            sent = await loop.sock_sendfile(ours, file, offset, count)
            file.seek(offset, 0)
            print(sent, await taken == file.read(count))
        print(await loop.sock_sendfile(ours, io.BytesIO(b"memory")), await loop.sock_recv(theirs, 100))
        for arguments in ((io.StringIO("text"), -1), (file, 0, 0), (file, 0, "2")):
            try:
                await loop.sock_sendfile(ours, *arguments)
            except Exception as error:
                print(type(error).__name__, error)


async def accepted():
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname())
        connection, _ = server.accept()
    ended = loop.create_future()

    class Echo(asyncio.Protocol):
        def data_received(self, data):
            self.transport.write(b"<" + data + b">")

        def connection_made(self, transport):
            self.transport = transport

        def connection_lost(self, error):
            ended.set_result(error)

    transport, protocol = await loop.connect_accepted_socket(Echo, connection)
    with client:
        client.setblocking(False)
        await loop.sock_sendall(client, b"said")
        print(await loop.sock_recv(client, 100), protocol.transport is transport)
    print(await ended)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wrong:
        try:
            await loop.connect_accepted_socket(Echo, wrong)
        except ValueError as error:
            print(str(error)[:29])


loop.run_until_complete(accepted())
loop.run_until_complete(in_turn())
loop.run_until_complete(whole_file())
loop.close()
