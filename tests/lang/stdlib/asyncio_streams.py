# python3.12: StreamReader alone, limits, errors, repr; StreamWriter over connections; processes
import asyncio, sys
async def attempt(coro):
    try: print('->', await coro)
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'partial', ''), getattr(e, 'consumed', ''))
class T:
    def __init__(self): self.log = []
    def pause_reading(self): print('pause')
    def resume_reading(self): print('resume')
    def __repr__(self): return 'T()'
async def main():
    for limit in 0, -1:
        try: asyncio.StreamReader(limit)
        except ValueError as e: print(e)
    r = asyncio.StreamReader(10)
    print(r, asyncio.StreamReader())
    r.set_transport(T())
    r.feed_data(b'abc\ndefghijklmnopqrst\nxy')
    print(r)
    await attempt(r.readline())
    await attempt(r.readline())
    print(r)
    r.feed_data(b'1234567890123\nrest\n')
    await attempt(r.readuntil(b'\n'))
    await attempt(r.readline()); await attempt(r.readline())
    await attempt(r.readuntil(b''))
    await attempt(r.readexactly(-1)); await attempt(r.readexactly(0)); await attempt(r.read(0))
    r.feed_data(b'a' * 30)
    await attempt(r.readline())
    r.feed_data(b'a--b-')
    asyncio.get_running_loop().call_soon(r.feed_data, b'-c--')
    await attempt(r.readuntil(b'--')); await attempt(r.readuntil(b'--')); await attempt(r.readuntil(b'--'))
    t = asyncio.create_task(attempt(r.readexactly(5)))
    await asyncio.sleep(0)
    await attempt(r.read(3)); await attempt(r.readline())
    r.feed_data(b'xyz'); r.feed_eof()
    await t
    print(r.at_eof(), r)
    await attempt(r.read()); await attempt(r.read(5)); await attempt(r.readline()); await attempt(r.readuntil()); await attempt(r.readexactly(1))
    r = asyncio.StreamReader()
    t = asyncio.create_task(attempt(r.read(3)))
    await asyncio.sleep(0)
    r.set_exception(OSError('gone')); await t
    print(r, r.exception())
    for c in r.read(0), r.read(), r.readline(), r.readexactly(0), r.readuntil(): await attempt(c)
    try: r.feed_eof(); r.feed_data(b'x')
    except AssertionError as e: print(e)
    r = asyncio.StreamReader(); r.feed_data(b'a\nb\nc'); r.feed_eof()
    print([l async for l in r])
    r = asyncio.StreamReader(5); r.feed_data(b'a\n' * 10); r.feed_eof(); print(await r.read())
    t = asyncio.create_task(asyncio.StreamReader().read(1)); await asyncio.sleep(0); t.cancel()
    await attempt(t)

    async def serve(reader, writer):
        while data := await reader.read(100000):
            writer.write(data); await writer.drain()
        writer.close(); await writer.wait_closed()
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    async def send():
        for _ in range(20): writer.write(b'z' * 100000); await writer.drain()
        print(writer.can_write_eof()); writer.write_eof()
    s = asyncio.create_task(send())
    print(len(await reader.read())); await s
    writer.close(); await writer.wait_closed(); print(writer.is_closing())
    await attempt(writer.drain())
    async def fails(reader, writer): raise ValueError('in client')
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print(c['message'], c['exception'], sorted(c)))
    bad = await asyncio.start_server(fails, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*bad.sockets[0].getsockname())
    print(await reader.read()); writer.close(); await writer.wait_closed()
    server.close(); bad.close()
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', 'import sys; d=sys.stdin.read(); print(len(d)); print("err", file=sys.stderr)', stdin=-1, stdout=-1, stderr=-1)
    print(await p.communicate(b'q' * 200000), p.returncode)
    p = await asyncio.create_subprocess_shell('echo hi; exit 3', stdout=asyncio.subprocess.PIPE)
    print(await p.communicate(), p.returncode, await p.wait(), p.stdin, p.stderr)
    p = await asyncio.create_subprocess_shell('exit 2'); print(await p.communicate(), p.returncode)
    p = await asyncio.create_subprocess_shell('true', stdin=-1); await p.wait(); print(await p.communicate(b'x' * 100000))
asyncio.run(main())
