# Enumerations: an enum is the union of its members.
from enum import Enum, Flag
from typing import Literal, Never, assert_never, assert_type


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


def narrowed(c: Color) -> None:
    if c is Color.RED or c is Color.BLUE:
        assert_type(c, Literal[Color.RED, Color.BLUE])
    else:
        assert_type(c, Literal[Color.GREEN])


def matched(c: Color) -> int:
    match c:
        case Color.RED | Color.BLUE:
            return 1
        case Color.GREEN:
            return 2
        case _:
            assert_type(c, Never)


def exhaustive(c: Color) -> int:
    match c:
        case Color.RED:
            return 1
        case Color.GREEN:
            return 2
        case Color.BLUE:
            return 3


def missing(c: Color) -> int:  # E: [return]
    match c:
        case Color.RED:
            return 1
        case Color.GREEN:
            return 2


class Answer(Enum):
    YES = 1
    NO = 2


def known(value: object) -> Answer:
    if value is not Answer.YES and value is not Answer.NO:
        raise ValueError("invalid")
    assert_type(value, Answer)
    return value


def chain(a: Answer) -> str:
    if a == Answer.YES:
        return "yes"
    elif a == Answer.NO:
        return "no"
    else:
        assert_never(a)


def same(x: Literal[Answer.YES, Answer.NO], y: Answer) -> None:
    a: Answer = x
    b: Literal[Answer.YES, Answer.NO] = y
    l1: list[Answer] = [x]


class Flags(Flag):
    A = 1
    B = 2


def flags(f: Flags) -> None:
    if f is Flags.A:
        pass
    elif f is Flags.B:
        pass
    else:
        assert_type(f, Flags)
