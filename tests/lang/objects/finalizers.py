# __del__: once an object cannot be reached any more, once in its life, at the latest when the program ends.
import gc
import sys


class D:
    kept = []

    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


class Back(D):
    def __del__(self):
        print("back", self.name)
        D.kept.append(self)


class Failing(D):
    def __del__(self):
        raise ValueError("in __del__")


class Sub(list):
    def __del__(self):
        print("sub", list(self))


def make(cls, name):
    cls(name)
    return None


def cycle():
    a, b = D("one"), D("two")
    a.other, b.other = b, a


make(D, "simple")
gc.collect()
make(Back, "again")
gc.collect()
print(len(D.kept), D.kept[0].name)
D.kept.clear()
gc.collect()
print(len(D.kept))


def many():
    for i in range(3):
        s = Sub([i])
        s.append(s)
        s.pop()
        s.me = s


many()
gc.collect()
sys.stderr = open("/dev/null", "w")
make(Failing, "failing")
gc.collect()
print("after the failing one")


def generator():
    try:
        yield 1
    finally:
        print("generator closed")


g = generator()
next(g)
g = None
gc.collect()


def exception_inside_handler():
    try:
        raise KeyError("k")
    except KeyError:
        make(D, "in handler")
        gc.collect()
        print(sys.exc_info()[0].__name__)


exception_inside_handler()
at_exit = D("at exit")
print("end")
