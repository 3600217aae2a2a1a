# timed: SIGINT cancels the main task of asyncio.run() and Runner.run(), which raise KeyboardInterrupt then
import asyncio, signal, os, threading, time
running = threading.Event()  # the clock starts when the task runs, however slow the machine is
def kick(delay=0.05, times=1):
    running.clear()
    def run():
        running.wait()
        for _ in range(times):
            time.sleep(delay)
            os.kill(os.getpid(), signal.SIGINT)
    t = threading.Thread(target=run); t.start(); return t
async def main():
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        print('cancelled', asyncio.current_task().cancelling())
        raise
    finally: print('cleanup')
async def started(make):
    running.set()
    return await make()
def attempt(make, **k):
    t = kick(**k)
    try: print('result', asyncio.run(started(make)))
    except BaseException as e: print(type(e).__name__, e)
    t.join()
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
attempt(main)
async def swallow():
    try: await asyncio.sleep(30)
    except asyncio.CancelledError: return 'swallowed'
attempt(swallow)
async def forever():
    await asyncio.Event().wait()
attempt(forever)
async def busy():
    try:
        try:
            while True: await asyncio.sleep(0)
        except asyncio.CancelledError:
            print('first')
            while True: time.sleep(0.001)
    except KeyboardInterrupt:
        print('second'); raise
attempt(busy, times=2)
async def reader():
    r, w = os.pipe()
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.add_reader(r, f.set_result, None)
    await f
attempt(reader)
async def own():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.add_signal_handler(signal.SIGINT, f.set_result, 'own')
    return await f
attempt(own)
async def uncancelled():
    task = asyncio.current_task()
    try: await asyncio.sleep(30)
    except asyncio.CancelledError:
        task.uncancel(); task.cancel('mine')
        await asyncio.sleep(0)
attempt(uncancelled)
with asyncio.Runner() as runner:
    for _ in range(2):
        t = kick()
        try: runner.run(started(main))
        except KeyboardInterrupt as e: print('KI', e.__context__)
        t.join()
    print(runner.run(asyncio.sleep(0, 'still')))
signal.signal(signal.SIGINT, lambda n, f: print('script handler', n))
async def short():
    os.kill(os.getpid(), signal.SIGINT); await asyncio.sleep(0.01); return 1
print(asyncio.run(short()))
