# Functions of modules called in machine code while the modules change; and natives called with too few, too many and named arguments once they are known.
import math
import string
import types
from typing import Any


def roots(count: int) -> float:
    total = 0.0
    for i in range(count):
        total += math.sqrt(i) + math.floor(i / 2)
    return total


print(roots(2000))
original = math.sqrt
math.sqrt = lambda x, /: 1.0  # type: ignore
print(roots(2000))
math.extra = 5  # type: ignore
print(roots(2000))
del math.sqrt
try:
    roots(3)
except AttributeError as error:
    print(error)
math.sqrt = original
print(roots(2000))


def called(module: Any, count: int) -> Any:
    result: Any = None
    for i in range(count):
        result = module.work(i)
    return result


class Worker:
    def work(self, i: int) -> tuple[str, int]:
        return "method", i


first, second = types.ModuleType("first"), types.ModuleType("second")
first.work = lambda i: ("first", i)  # type: ignore
second.work = lambda i: ("second", i)  # type: ignore
print(called(first, 2000), called(second, 5), called(Worker(), 5), called(first, 5), called(string, 0))
second.__getattr__ = lambda name: lambda i: (name, i)  # type: ignore
del second.work  # type: ignore
print(called(second, 5), called(first, 5))


class Odd(types.ModuleType):
    def __getattribute__(self, name: str) -> Any:
        return lambda i: ("odd", name, i)


print(called(Odd("odd"), 5), called(first, 2000))


def given(call: Any, *args: Any, **named: Any) -> str:
    try:
        return repr(call(*args, **named))
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def texts() -> list[str]:
    result: list[str] = []
    for letters in ("bca", "", "zzyx" * 7):
        result.append("".join(sorted(letters)) + "".join(sorted(letters, reverse=True)) + "".join(sorted(letters, key=ord)))
    return result


for _ in range(3):
    print(texts())
    print(given(sorted), given(sorted, "ba"), given(sorted, "ba", 1), given(sorted, "ba", reverse=1), given(sorted, "ba", wrong=1))
    print(given("a b c".split), given("a b c".split, " ", 1), given("a b c".split, maxsplit=1), given("a b".split, 1, 2, 3), given("a b".split, sep=" "))
    print(given(b"ab".hex), given(b"ab".hex, "-"), given(b"ab".hex, "-", 1), given(b"abc".hex, bytes_per_sep=2, sep="-"))
    print(given((5).to_bytes, 2, "big"), given((5).to_bytes), given((5).to_bytes, 2, signed=True), given((5).to_bytes, 2, "big", True))
    print(given(int, "ff", 16), given(int, "ff", base=16), given(int), given(pow, 2, 3), given(pow, 2, 3, mod=5), given(pow, 2))
