# An annotated program, as people write them.
import functools
import inspect
import operator
import time
import warnings
from collections.abc import Awaitable, Callable, Generator
from contextlib import AbstractContextManager, ContextDecorator, ExitStack, suppress
from types import TracebackType
from typing import Any, Concatenate, Generic, Literal, Optional, ParamSpec, Type, TypeVar, Union, cast, overload

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])
log: list[str] = []


def traced(function: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        log.append(f"{function.__name__}{args}")
        return function(*args, **kwargs)

    return wrapper


def with_log(function: Callable[Concatenate[list[str], P], R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(log, *args, **kwargs)

    return inner


@overload
def register(function: F) -> F: ...
@overload
def register(*, name: str, loud: bool = ...) -> Callable[[F], F]: ...
def register(function: Optional[F] = None, *, name: str = "", loud: bool = False) -> Union[F, Callable[[F], F]]:
    def wrap(inner: F) -> F:
        commands[(name or inner.__name__).upper() if loud else name or inner.__name__] = inner
        return inner

    return wrap if function is None else wrap(function)


commands: dict[str, Callable[..., Any]] = {}


class cached_attribute(Generic[T, R]):
    def __init__(self, function: Callable[[T], R]) -> None:
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: Type[T]) -> "cached_attribute[T, R]": ...
    @overload
    def __get__(self, instance: T, owner: Type[T]) -> R: ...
    def __get__(self, instance: Optional[T], owner: Type[T]) -> Union["cached_attribute[T, R]", R]:
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class timed(ContextDecorator):
    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.clock = clock

    def __enter__(self) -> "timed":
        self.start = self.clock()
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], value: Optional[BaseException], trace: Optional[TracebackType]) -> Literal[False]:
        log.append("timed")
        return False


def once(method: Callable[[T], R]) -> Callable[[T], R]:
    results: dict[int, R] = {}

    @functools.wraps(method)
    def wrapper(self: T) -> R:
        if id(self) not in results:
            results[id(self)] = method(self)
        return results[id(self)]

    return wrapper


def deprecated(message: str) -> Callable[[F], F]:
    def wrap(function: F) -> F:
        @functools.wraps(function)
        def inner(*args: Any, **kwargs: Any) -> Any:
            warnings.warn(message, DeprecationWarning, stacklevel=2)
            return function(*args, **kwargs)

        return cast(F, inner)

    return wrap


def compose(*functions: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return functools.reduce(lambda f, g: lambda x: g(f(x)), functions)


class Circle:
    def __init__(self, radius: float) -> None:
        self.radius = radius

    @cached_attribute
    def area(self) -> float:
        """pi r squared"""
        log.append("computed")
        return 3 * self.radius ** 2

    @once
    def describe(self) -> str:
        return f"circle of {self.radius}"

    @functools.cached_property
    def diameter(self) -> float:
        return self.radius * 2

    @functools.singledispatchmethod
    def scale(self, by: object) -> "Circle":
        raise TypeError(f"can't scale by {by!r}")

    @scale.register(int)
    def _(self, by: int) -> "Circle":
        return Circle(self.radius * by)

    @scale.register(str)
    def _by_text(self, by: str) -> "Circle":
        return self.scale(len(by))


@traced
def add(a: int, b: int = 1, *, scale: int = 1) -> int:
    return (a + b) * scale


@with_log
def note(target: list[str], text: str, times: int = 1) -> int:
    target.extend([text] * times)
    return len(target)


@register
def hello(name: str = "you") -> str:
    return f"hello {name}"


@register(name="bye", loud=True)
def goodbye() -> str:
    return "bye"


@deprecated("use add")
def plus(a: int, b: int) -> int:
    return a + b


@timed()
def slow() -> int:
    return 3


@functools.lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.total_ordering
class Version:
    def __init__(self, text: str) -> None:
        self.parts = tuple(int(part) for part in text.split("."))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other: "Version") -> bool:
        return self.parts < other.parts


def main() -> None:
    print(add(1), add(2, b=3, scale=2), add.__name__, note("x", times=2), note("y"), log)
    print(sorted(commands), commands["BYE"](), hello("all"))
    circle = Circle(2)
    print(circle.area + circle.area, log.count("computed"), Circle.area.__doc__, circle.describe(), circle.diameter)
    print(circle.scale(3).radius, circle.scale("ab").radius)
    with suppress(TypeError):
        circle.scale(1.5)
    print(slow(), log[-1], fib(50), fib.cache_info().hits, inspect.signature(add))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(plus(1, 2), [str(w.message) for w in caught])
    print(compose(str, len, lambda n: n + 1)(12345), max(Version("1.10"), Version("1.9")).parts, Version("1") >= Version("1"))
    with ExitStack() as stack:
        stack.callback(log.append, "closed")
        entered = stack.enter_context(timed())
        print(isinstance(entered, AbstractContextManager), callable(entered))
    print(log[-2:], functools.partial(add, 1, scale=3)(b=4), list(map(operator.itemgetter(1), [(1, "a"), (2, "b")])))


main()
