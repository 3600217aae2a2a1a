# A call of a generic class with a type variable that nothing binds.
from typing import Generic, TypeVar

T = TypeVar("T")


def f(x: T) -> list[T]:
    return list[T]()


class C(Generic[T]):
    def m(self) -> dict[str, T]:
        return dict[str, T]()


list[T]()  # E: [valid-type]
