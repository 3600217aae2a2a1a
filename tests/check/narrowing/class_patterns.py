# Class patterns over a union of classes: each capture has the type of its own class's field.
from dataclasses import dataclass
from typing import Union, assert_never


@dataclass
class Num:
    value: float


@dataclass
class Var:
    name: str


@dataclass
class Neg:
    arg: "Expr"


Expr = Union[Num, Var, Neg]


def evaluate(e: Expr, env: dict[str, float]) -> float:
    match e:
        case Num(v):
            reveal_type(v)  # N: Revealed type is "builtins.float"
            return v
        case Var(n):
            reveal_type(e)  # N: Revealed type is "class_patterns.Var"
            return env[n]
        case Neg(Num(value=v)):
            return -v
        case Neg(a):
            return -evaluate(a, env)
        case _:
            assert_never(e)


class Point:
    __match_args__ = ("x",)

    def __init__(self, x: int) -> None:
        self.x = x


def other_class(e: Var) -> None:
    match e:
        case Point(x):
            reveal_type(x)  # N: Revealed type is "builtins.int"


def wrong(e: Expr) -> str:
    match e:
        case Num(v):
            return v  # E: [return-value]
        case Var(n):
            return n
    return ""
