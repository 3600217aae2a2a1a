# A value of type T that isinstance, callable or hasattr has found to be more is still a T, in the branch and behind it.
from typing import Any, Callable, Iterable, Sized, TypeVar, assert_type

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


class Other: ...


def wraps(function: F) -> F:
    return function


def bounded(function: F) -> F:
    if isinstance(function, Other):
        print("strange")
    assert_type(function, F)
    return wraps(function)


def kinds(value: T, others: list[T]) -> T:
    if isinstance(value, list):
        value.append(1)
        others.append(value)
    elif isinstance(value, (set, tuple)):
        others.append(value)
    elif isinstance(value, Sized):
        len(value)
    elif callable(value):
        value()
        return value
    others.append(value)
    assert_type(value, T)
    return value


def attributes(value: T) -> T:
    if hasattr(value, "name"):
        value.name.upper()
        return value
    if not isinstance(value, str):
        return value
    value.upper()
    value.bit_length()  # E: [attr-defined]
    return value


def loops(values: list[T]) -> list[T]:
    for value in values:
        if isinstance(value, Other):
            print(value)
        if callable(value):
            value()
        if value is None:
            print("none")
        values.append(value)
    return [value for value in values if isinstance(value, int)]


def found(values: Iterable[T], use: Callable[[T], Any]) -> T | None:
    result = None
    for value in values:
        if isinstance(value, str):
            use(value)
        use(value)
        result = value
    return result


def wrong(value: T, others: list[int]) -> T:
    if isinstance(value, str):
        others.append(value)  # E: [arg-type]
    others.append(value)  # E: [arg-type]
    return 3  # E: [return-value]
