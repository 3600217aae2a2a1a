# ParamSpec and Concatenate.
from typing import Awaitable, Callable, Concatenate, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def twice(f: Callable[P, R]) -> Callable[P, tuple[R, R]]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> tuple[R, R]:
        return f(*args, **kwargs), f(*args, **kwargs)

    return inner


@twice
def add(a: int, b: int = 0) -> int:
    return a + b


reveal_type(add(1, b=2))  # N: Revealed type is "tuple[builtins.int, builtins.int]"
add("")  # E: [arg-type]
add()  # E: [call-arg]
add(1, c=1)  # E: [call-arg]


def with_request(f: Callable[Concatenate[str, P], R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return f("request", *args, **kwargs)

    return inner


@with_request
def handler(request: str, n: int) -> bool:
    return True


reveal_type(handler(1))  # N: Revealed type is "builtins.bool"
handler("", 1)  # E


def call(f: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return f(*args, **kwargs)


def greet(name: str, times: int = 1) -> str:
    return name * times


reveal_type(call(greet, "a", times=2))  # N: Revealed type is "builtins.str"
call(greet, 1)  # E: [arg-type]
call(greet)  # E: [call-arg]


def bad(f: Callable[P, R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return f(*args)  # E: [call-arg]

    return inner


class Task(Generic[P, R]):
    def __init__(self, f: Callable[P, R]) -> None:
        self.f = f

    def run(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.f(*args, **kwargs)


task = Task(greet)
reveal_type(task.run("a"))  # N: Revealed type is "builtins.str"
task.run(1)  # E: [arg-type]
explicit: Task[..., str] = task


def modern[**Q, S](f: Callable[Q, S]) -> Callable[Q, list[S]]:
    def inner(*args: Q.args, **kwargs: Q.kwargs) -> list[S]:
        return [f(*args, **kwargs)]

    return inner


reveal_type(modern(greet)("a"))  # N: Revealed type is "builtins.list[builtins.str]"
