# python3.12
# What an enum's class has while it is made, and says when it can't be.
from enum import Enum, Flag, IntEnum, StrEnum, auto

for base in Enum, IntEnum, StrEnum, Flag:
    class Lazy(base):
        @staticmethod
        def _generate_next_value_(name, start, count, last):
            return name if base is StrEnum else count + 1

    class Busy(base):
        def _generate_next_value_(name, start, count, last):
            return name if base is StrEnum else count + 1

    for made in Lazy, Busy:
        print(type(made.__dict__["_generate_next_value_"]).__name__, made._generate_next_value_("a", 1, 2, []), end=" ")

        class Sub(made):
            A = auto()
            B = auto()
        print([member.value for member in Sub])
    try:
        class BadSuper(base):
            def __new__(cls, value):
                return super().__new__(cls, value)
            failed = 1
    except TypeError as e:
        print(e)


class Confused(Flag):
    _order_ = "ONE TWO FOUR DOS EIGHT SIXTEEN"
    ONE = auto()
    TWO = auto()
    FOUR = auto()
    DOS = 2
    EIGHT = auto()
    SIXTEEN = auto()


class Aliased(Enum):
    _order_ = "A B C"
    A = 1
    B = 1
    C = 2


print(list(Confused), Confused.DOS, list(Aliased), Aliased.B)
try:
    class Wrong(Enum):
        _order_ = "B A"
        A = 1
        B = 2
except TypeError as e:
    print(e)
