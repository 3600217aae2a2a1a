"""contextlib's stacks take an argument that says what leaving them gives; asyncio.to_thread checks what it passes on."""
import asyncio
from contextlib import AsyncExitStack, ExitStack
from typing import assert_type

plain: ExitStack
given: ExitStack[bool | None] = ExitStack()
never: ExitStack[None] = ExitStack()
wrong: ExitStack[int]  # E: [type-var]

def swallows(x: int | str) -> None:
    stack: ExitStack[bool] = ExitStack()
    if isinstance(x, int):
        with stack as entered:
            assert_type(entered, ExitStack[bool])
            raise ValueError
    assert_type(x, int | str)

def passes(x: int | str) -> None:
    if isinstance(x, int):
        with ExitStack() as stack:
            assert_type(stack, ExitStack)
            stack.callback(print, "x", end="")
            stack.callback(len, 1)  # E: [arg-type]
            raise ValueError
    assert_type(x, str)

async def threads() -> None:
    async with AsyncExitStack() as stack:
        assert_type(await asyncio.to_thread(len, [1]), int)
        await asyncio.to_thread(len, 1)  # E: [arg-type]
        await asyncio.to_thread(len)  # E: [call-arg]
