import asyncio
async def f(): await asyncio.gather(*[f() for _ in range(10)])
asyncio.run(f())
