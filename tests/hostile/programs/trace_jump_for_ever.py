# The hook consists of natives alone, and sends its frame back again and again: neither a loop's end nor a call of the script's is ever reached.
import sys
from functools import partial
from types import SimpleNamespace


def f():
    sys.settrace(lambda *a: None)
    frame = sys._getframe()

    class Line(int):
        to = property(partial(setattr, frame, "f_lineno"))

    frame.f_trace = partial(print, file=SimpleNamespace(write=partial(getattr, Line(frame.f_lineno + 1), "to")))
    a = 1
    b = 2
    return a + b


f()
