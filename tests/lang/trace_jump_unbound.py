# python3.12: a frame that ran before it was traced goes back to where a variable is read that has been deleted meanwhile: it is None there.
import sys
import warnings

warnings.simplefilter("ignore")
jumps = []


def hook(frame, event, argument):
    if event == "line" and not jumps and "c" in frame.f_locals:
        jumps.append(1)
        frame.f_lineno -= 4
    return hook


def f():
    sys.settrace(hook)
    sys._getframe().f_trace = hook
    x = [1]
    a = x
    del x
    b = a
    c = b
    sys.settrace(None)
    return a, b, c


print(f())
jumps.clear()


def g(x):
    sys.settrace(hook)
    sys._getframe().f_trace = hook
    a = [x, x]
    del x
    b = (a, *a)
    c = b
    sys.settrace(None)
    return b


print(g(1))
