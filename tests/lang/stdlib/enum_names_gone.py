# A member's name that the body of an enum deletes again: KeyError, where other names may come and go.
import enum


class First(enum.Enum):
    A = 1


def deleted(base, first, second):
    class Made(base):
        A = first
        B = second
        del A
    return Made


def deleted_last(base, first, second):
    class Made(base):
        A = first
        B = second
        del B
    return Made


def popped(base, first, second):
    class Made(base):
        A = first
        B = second
        locals().pop("A")
    return Made


def again(base, first, second):
    class Made(base):
        A = first
        del A
        A = second
    return Made


def handled(base, first, second):
    class Made(base):
        A = first
        try:
            raise ValueError
        except ValueError as _B:
            pass
        B = second
    return Made


def method(base, first, second):
    class Made(base):
        A = first
        helper = lambda self: self.value
        del helper
        B = second
    return Made


def ignored(base, first, second):
    class Made(base):
        _ignore_ = ["name"]
        for name in "AB":
            locals()[name] = first if name == "A" else second
        del name
    return Made


def never(base, first, second):
    class Made(base):
        A = first
        del B
    return Made


class Own(enum.EnumType):
    pass


class WithMetaclass(enum.Enum, metaclass=Own):
    pass


BASES = [(enum.Enum, 1, 2), (enum.IntEnum, 1, 2), (enum.StrEnum, "a", "b"), (enum.Flag, 1, 2), (enum.IntFlag, 1, 2), (enum.Enum, enum.auto(), enum.auto()), (WithMetaclass, 1, 2)]
for body in (deleted, deleted_last, popped, again, handled, method, ignored, never):
    for base, first, second in BASES:
        if isinstance(first, enum.auto):
            first, second = enum.auto(), enum.auto()
        try:
            made = body(base, first, second)
            print(body.__name__, base.__name__, list(made), made.__members__)
        except Exception as error:
            print(body.__name__, base.__name__, type(error).__name__, error)
