# what a handler of a signal is shown: the frame that runs, its callers, its locals
import os, signal, types


def handler(number, frame):
    print(number == signal.SIGUSR1, type(frame).__name__, isinstance(frame, types.FrameType))
    names = []
    at = frame
    while at is not None:
        names.append(at.f_code.co_name)
        at = at.f_back
    print(names)
    print(frame.f_lineno - frame.f_code.co_firstlineno, {k: v for k, v in frame.f_locals.items() if k != "self"}, frame.f_globals is globals())
    print(frame.f_back.f_code.co_name, frame.f_back.f_locals.get("depth"))


def inner(text):
    number = 5
    signal.raise_signal(signal.SIGUSR1)
    return text, number


def outer(depth):
    if depth:
        return outer(depth - 1)
    return inner("text")


signal.signal(signal.SIGUSR1, handler)
print(outer(2))


class Object:
    def method(self):
        os.kill(os.getpid(), signal.SIGUSR1)
        return [n for n in range(3)]


def calls():
    return Object().method()


print(calls())
