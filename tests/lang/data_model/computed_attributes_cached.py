# The computed attributes of built-in types, read many times at one place: classes below them, changes of classes, getters that raise.
class Point(complex):
    def __getattr__(self, name):
        return f"no {name}"


class Plain(complex):
    pass


class Shown(Plain):
    @property
    def real(self):
        return "shown"


def real(value):
    return value.real


for _ in range(3):
    print([real(value) for value in (1j, 2 + 3j, Plain(4), Point(5), Shown(6), 7, 8.5, True)])
Plain.real = 1
print(real(Plain(4)), real(Shown(4)), real(Point(3)))
del Plain.real
print(real(Plain(4)))
plain = Plain(9)
try:
    plain.real = 3
except AttributeError as error:
    print(error)
plain.__dict__["real"] = "hidden by the descriptor"
print(real(plain), [Point(2).imag for _ in range(2)], [Point(2).size for _ in range(2)])


def form(view):
    try:
        return view.format
    except ValueError as error:
        return str(error)


view = memoryview(b"abc")
print([form(view) for _ in range(3)])
view.release()
print([form(view) for _ in range(2)], form(memoryview(b"d")))


def described(thing):
    try:
        return thing.__code__.co_name, thing.__defaults__
    except AttributeError as error:
        return str(error)


class Callable:
    __code__ = compile("1", "here", "eval")

    @property
    def __defaults__(self):
        raise AttributeError("none here")


print([described(thing) for thing in (described, form, len, Callable(), described, lambda: 0)])


def kind(value):
    return value.__class__.__name__


class Changing:
    pass


class Changed:
    pass


thing = Changing()
print(kind(thing), kind(thing), end=" ")
thing.__class__ = Changed
print(kind(thing), kind(1), kind("a"), kind(Changed))
for spread in (range(1, 9, 2), slice(4, 5), range(3), slice(None)):
    print(spread.start, spread.stop, spread.step, end="; ")
print()


def cause(error):
    return error.__cause__, error.__context__, error.args


try:
    try:
        raise KeyError(1)
    except KeyError as first:
        raise ValueError(2) from first
except ValueError as second:
    print(cause(second), cause(second.__cause__))
