# Statements that don't parse: what follows is checked all the same, and what they would have defined is not missed.
from typing import assert_type

x: int = ""  # E: [assignment]
y: *tuple[int]  # E: [syntax]
assert_type(missing, int)


def f(a: int = 1, b: str) -> None:  # E: [syntax]
    f("")  # E: [arg-type]


def g[**P: int]() -> int:  # E: [syntax]
    return ""


def h() -> int:
    return 1 +* 2  # E: [syntax]


class C:
    def m(self) -> *tuple[int]:  # E: [syntax]
        return (1,)

    def n(self) -> int:
        self.m()
        self.o = = 1  # E: [syntax]
        return "x"  # E: [return-value]


C().m()
C().o
g()
dict(a=1, 2)  # E: [syntax]
h("")  # E: [call-arg]


class A[T: (yield 1)]:  # E: [syntax]
    pass


def dup(v: int, v: str) -> int:  # E: [syntax]
    return ""  # E: [return-value]


z: str = 1  # E: [assignment]
