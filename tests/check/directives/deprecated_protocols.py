# The special methods that statements call count as uses of what is deprecated.
from typing import Any, Generator
from typing_extensions import deprecated


class It:
    @deprecated("iter")
    def __iter__(self) -> "It":
        return self

    @deprecated("aw")
    def __await__(self) -> Generator[Any, Any, int]: ...

    def __next__(self) -> int:
        return 1


class Next:
    def __iter__(self) -> "Next":
        return self

    @deprecated("next")
    def __next__(self) -> int:
        return 1


def f(o: "It | list[int]", n: Next) -> None:
    for _ in o: ...  # E: [deprecated]
    print([x for x in o])  # E: [deprecated]
    a, b = o  # E: [deprecated]
    print(*n)  # E: [deprecated]


async def g(o: It) -> None:
    await o  # E: [deprecated]
