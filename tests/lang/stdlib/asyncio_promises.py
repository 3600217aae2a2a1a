# python3.12 # asyncio: what the abstract loop and policy promise, current loops made by asking, and where coroutines were made in debug mode.
import asyncio
import gc
import inspect
import sys
import warnings
from unittest import mock

loop = asyncio.AbstractEventLoop()
for name, *args in ("run_forever",), ("call_soon", print), ("create_task", None), ("is_closed",), ("time",):
    try:
        getattr(loop, name)(*args)
    except NotImplementedError:
        print(name, "is promised")
for name in "sock_recv", "create_server", "shutdown_asyncgens", "subprocess_exec", "start_tls", "sendfile":
    print(name, inspect.iscoroutinefunction(getattr(asyncio.AbstractEventLoop, name)))
for name in "get_event_loop", "new_event_loop":
    try:
        getattr(asyncio.AbstractEventLoopPolicy(), name)()
    except NotImplementedError:
        print(name, "is promised")
double = mock.Mock(spec=asyncio.AbstractEventLoop)
double.call_later(1, print)
print(double.call_later.call_count, hasattr(double, "sock_accept"), hasattr(double, "nothing"))


class Own(asyncio.SelectorEventLoop):
    async def create_server(self, *args, **named):
        print("own create_server")
        return await super().create_server(*args, **named)


own = Own()
server = own.run_until_complete(own.create_server(asyncio.Protocol, "127.0.0.1", 0))
port = server.sockets[0].getsockname()[1]
try:
    own.run_until_complete(own.create_connection(asyncio.Protocol, "127.0.0.1", port, local_addr=("127.0.0.1", port)))
except OSError as error:
    print(str(error).replace(str(port), "PORT"))
server.close()
transport, protocol = own.run_until_complete(own.create_datagram_endpoint(asyncio.DatagramProtocol, ("127.0.0.1", 0)))
print(isinstance(transport, asyncio.Transport), isinstance(transport, asyncio.DatagramTransport))
transport.close()
for wrong in "boom", 0, 9999:
    try:
        own.remove_signal_handler(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


async def never():
    pass


async def main():
    print(sys.get_coroutine_origin_tracking_depth())
    never()
    asyncio.get_running_loop().set_debug(False)


own.set_debug(True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    own.run_until_complete(main())
    gc.collect()
print(str(caught[0].message).splitlines()[:2], "in main" in str(caught[0].message), sys.get_coroutine_origin_tracking_depth())
own.run_until_complete(asyncio.sleep(0))
own.close()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    made = asyncio.get_event_loop()
    print(asyncio.get_event_loop() is made, [(str(w.message), w.category.__name__, w.filename == __file__) for w in caught])
made.close()
