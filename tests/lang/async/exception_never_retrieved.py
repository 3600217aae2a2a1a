# A future that failed says so when it is dropped and nobody asked for its exception (library reference, "asyncio: Developing").
import asyncio
import gc

told = []


async def fail(text):
    raise ValueError(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: told.append((context["message"], repr(context["exception"]), type(context["future"]).__name__)))

    async def drop_some():
        asyncio.create_task(fail("dropped"))
        asked = asyncio.create_task(fail("asked"))
        future = loop.create_future()
        future.set_exception(KeyError("future"))
        good = loop.create_future()
        good.set_result(1)
        seen = loop.create_future()
        seen.set_exception(KeyError("seen"))
        seen.exception()
        cancelled = loop.create_future()
        cancelled.cancel()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        try:
            await asked
        except ValueError as error:
            print("caught", error)
    await drop_some()
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(0)

asyncio.run(main())
gc.collect()
print(*sorted(told), sep="\n")
