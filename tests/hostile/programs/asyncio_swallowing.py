import asyncio
async def f():
    while True:
        try: await asyncio.sleep(10**6)
        except BaseException: pass
asyncio.run(f())
