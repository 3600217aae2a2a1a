# The value of an `async def` that nobody awaits or keeps.
import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any


class Store:
    async def save(self, key: str) -> bool:
        return True

    def started(self) -> Coroutine[Any, Any, int]:
        return self.other()
    def later(self) -> Awaitable[int]:
        return self.other()

    async def other(self) -> int:
        return 1


async def main(store: Store) -> None:
    store.save("a")  # E: Value of type "Coroutine[Any, Any, bool]" must be used: is an "await" missing? [unused-coroutine]
    store.started()  # E: [unused-coroutine]
    store.later()
    await store.save("b")
    asyncio.sleep(1)  # E: [unused-coroutine]
    task = asyncio.create_task(store.save("c"))
    asyncio.create_task(store.save("d"))
    kept = store.save("e")
    kept
    print(store.save("f"), task)
    store.save("g")  # type: ignore[unused-coroutine]


def plain(store: Store) -> None:
    store.save("a")  # E: [unused-coroutine]
    asyncio.run(main(store))


def unannotated(store):
    asyncio.sleep(1)
