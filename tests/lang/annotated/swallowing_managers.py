# `__exit__` is declared to return bool, as many are: what follows a `with` may be reached, and a function that returns within it fall off its end.
from contextlib import suppress


class Scope:
    def __init__(self, swallowed: type[Exception]) -> None:
        self.swallowed = swallowed

    def __enter__(self) -> "Scope":
        return self

    def __exit__(self, kind: object, value: object, traceback: object) -> bool:
        return isinstance(kind, type) and issubclass(kind, self.swallowed)


def nested(depth: int) -> int:
    with Scope(KeyError):
        return depth + nested(depth - 1) if depth else 0


def two(text: str) -> int:
    with Scope(KeyError), Scope(IndexError):
        with suppress(ZeroDivisionError):
            return 100 // int(text)


def either(n: int) -> str:
    if n > 0:
        with Scope(KeyError):
            return "more"
    else:
        with Scope(KeyError):
            if n:
                return "less"
            raise ValueError("none")


class Holder:
    def value(self) -> list[int]:
        with Scope(KeyError) as scope:
            if scope.swallowed is KeyError:
                return [1]
            else:
                return []


print(nested(5), two("7"), either(3), either(-3), Holder().value())
try:
    either(0)
except ValueError as e:
    print(e)
