# Calls of built-in classes in hot loops: what they make, what raises, what is not the class that it was.
import gc
import itertools
import sys


def numbers(n):
    t = 0
    for i in range(n):
        t += int("7") + len(str(i)) + int(float(i)) + bool(i) + len(list((i, i))) + len(tuple([i])) + len(set([i])) + len(dict([(i, i)])) + len(bytes(3)) + int(complex(i).real)
    return t


print(numbers(3), numbers(400))


class Shown:
    def __init__(self, n):
        self.n = n

    def __str__(self):
        if self.n == 300:
            raise KeyError("no text")
        return f"<{self.n}>"

    def __int__(self):
        return self.n * 2

    def __float__(self):
        return self.n / 2

    def __bool__(self):
        return self.n % 2 == 1

    def __iter__(self):
        yield self.n
        if self.n == 250:
            raise ValueError("no more")

    def __len__(self):
        return 1


def scripts(n):
    out = []
    for i in range(n):
        s = Shown(i)
        try:
            out.append((str(s), int(s), float(s), bool(s), list(s), tuple(s)))
        except (KeyError, ValueError) as e:
            names, tb = [], e.__traceback__
            while tb:
                names.append(tb.tb_frame.f_code.co_name)
                tb = tb.tb_next
            out.append((repr(e), names))
    return out[:2], out[250:251], out[-1], len(out)


print(scripts(310))
print(scripts(301)[2])


def wrong(n):
    told = set()
    for i in range(n):
        for call in (lambda: int("x"), lambda: float([]), lambda: list(5), lambda: dict([1]), lambda: str(1, 2, 3, 4), lambda: bool(1, 2), lambda: object(1), lambda: set([[]]), lambda: type(1, 2), lambda: range("a"), lambda: zip(5), lambda: reversed({1}), lambda: type(None)(1)):
            try:
                call()
            except (TypeError, ValueError) as e:
                told.add(type(e).__name__ + ": " + str(e))
    return sorted(told)


for line in wrong(120):
    print(line)


def direct(n):
    told = None
    for i in range(n):
        try:
            told = int("7" if i < n - 1 else "seven")
        except ValueError as e:
            told = str(e), e.__traceback__.tb_lineno - direct.__code__.co_firstlineno
    return told


print(direct(300))


def types(n):
    seen = []
    for i in range(n):
        k = type(i)
        made = type("Made", (object,), {"x": i})
        seen = [k.__name__, made().x, type(made).__name__, type(type(None)).__name__, object() == object()]
    return seen


print(types(300))


def ranges(n):
    t = 0
    for i in range(n):
        r = range(i)
        t += len(r)
        for k in range(3):
            t += k
        for k in range(1, 10, 4):
            t += k
        for k in range(2**70, 2**70 + 2):
            t += k - 2**70
    return t


print(ranges(5), ranges(300))


def iterators(n):
    out = 0
    for i in range(n):
        for a, b in zip((1, 2), (3, 4)):
            out += a * b
        for k, a in enumerate([5, 6]):
            out += k * a
        for a in map(abs, (-1, -2)):
            out += a
        for a in filter(None, (0, 3)):
            out += a
        for a in reversed((1, 2)):
            out = out + a
        for a in itertools.chain((1,), (2,)):
            out += a
    return out


print(iterators(4), iterators(300))


class Base:
    def name(self):
        return "base"


class Derived(Base):
    def name(self):
        return "derived " + super().name()


def supers(n):
    d, out = Derived(), ""
    for i in range(n):
        out = d.name()
    return out


print(supers(300))


class Int(int):
    def __new__(cls, value):
        return super().__new__(cls, value + 1)


class Text(str):
    def __init__(self, value):
        self.seen = value


class Meta(type):
    def __call__(cls, *args):
        return ("called", args)


class WithMeta(metaclass=Meta):
    pass


def classes(n):
    out = []
    for i in range(n):
        out = [Int(i), Text(i), Text(i).seen, WithMeta(i), type(Int(1)).__name__]
    return out


print(classes(300))


def raised(n):
    caught = 0
    for i in range(n):
        try:
            if i % 2:
                raise ValueError(i)
            raise KeyError("k", i)
        except ValueError as e:
            caught += e.args[0]
        except KeyError as e:
            caught += e.args[1]
    error = OSError(2, "missing", "file")
    return caught, type(error).__name__, error.filename, str(UnicodeDecodeError("utf-8", b"x", 0, 1, "why"))


print(raised(400))


def patched(n, at):
    global str
    out = []
    for i in range(n):
        if i == at:
            str = repr
        if i == at + 5:
            str = lambda x: "mine"
        if i == at + 7:
            del str
        out.append(str("a"))
    return out[at - 1 : at + 9]


print(patched(300, 280))


class Endless:
    def __str__(self):
        return str(self)


for _ in range(3):
    try:
        str(Endless())
    except RecursionError:
        print("too deep")


def kept(n):
    out = []
    for i in range(n):
        out.append((str(i) + "x", list((str(i), [i])), dict([(str(i), float(i))])))
        if i % 200 == 0:
            gc.collect()
    return out[0], out[-1]


print(kept(700))


def descriptors(n):
    for i in range(n):
        p = property(lambda self: i)
        s = staticmethod(abs)
        m = memoryview(bytes([i % 256, 2]))
        sl = slice(i, 2)
    return p.fget(0), s(-3), m[0], sl.start, len(m)


print(descriptors(300))
