# A metaclass's mro() that leaves out object: nothing is made of such a class.
class Alone(type):
    def mro(cls):
        return [cls]


class Plain(metaclass=Alone):
    x = 1


class Makes(metaclass=Alone):
    def __new__(cls, *values):
        return object.__new__(cls)


class Given(metaclass=Alone):
    def __new__(cls, *values):
        return values[0]


class Below(type):
    def mro(cls):
        return [cls, Plain]


class Starts(metaclass=Below):
    def __init__(self, value):
        self.value = value


class Number(int, metaclass=Alone):
    def __new__(cls, *values):
        return int.__new__(cls, *values)


class Error(Exception, metaclass=Alone):
    pass


class Ordinary:
    value = 2


def turned(instance, cls):
    instance.__class__ = cls
    return instance


def throw():
    raise Error


def shown(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


for _ in range(4):
    shown(lambda: Plain.__mro__)
    shown(lambda: Plain())
    shown(lambda: Plain(1))
    shown(lambda: Plain.x)
    shown(lambda: Makes())
    shown(lambda: Given(5))
    shown(lambda: Starts(3))
    shown(lambda: Starts.x)
    shown(lambda: Number(4))
    shown(lambda: Error(4))
    shown(throw)
    shown(lambda: type(Given(turned(Ordinary(), Given))))
    shown(lambda: type(turned(Ordinary(), Starts)))
