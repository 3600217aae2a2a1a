# asyncio.gather of a known number of awaitables, with and without exceptions as results.
import asyncio
from typing import assert_type


async def one() -> int:
    return 1


async def text() -> str:
    return ""


async def main(flag: bool) -> None:
    assert_type(await asyncio.gather(one(), text()), tuple[int, str])
    assert_type(await asyncio.gather(one(), text(), return_exceptions=True), tuple[int | BaseException, str | BaseException])
    assert_type(await asyncio.gather(one(), return_exceptions=flag), tuple[int | BaseException])
    assert_type(await asyncio.gather(*[one()]), list[int])
    assert_type(await asyncio.gather(*[one()], return_exceptions=True), list[int | BaseException])
    assert_type(await asyncio.gather(one(), text(), one(), text(), one(), return_exceptions=True), list[int | str | BaseException])


def parsed(o: object) -> None:
    match o:
        case {"name": name, "size": size}:
            print(name.upper(), size + 1)
