# throw() into what a generator delegates to: the generators between are the callers of the one that handles it, as with send().
import sys


def callers():
    frame, names = sys._getframe(1), []
    while frame:
        names.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return names


def inner():
    while True:
        try:
            got = yield "inner"
            print("sent", got, callers())
        except ValueError as error:
            print("thrown", error, callers())
            print(sys._getframe().f_back.f_locals)


def middle(base):
    doubled = base * 2
    return (yield from inner())


def outer():
    try:
        yield from middle(21)
    except KeyError as error:
        lines = []
        traceback = error.__traceback__
        while traceback:
            lines.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno))
            traceback = traceback.tb_next
        print("passed", error, lines)
        yield "after"


def drive():
    generator = outer()
    print(next(generator))
    print(generator.throw(ValueError("one")))
    print(generator.send(1))
    print(generator.throw(ValueError("two")))
    print(generator.throw(KeyError("three")))
    print(list(generator))


drive()


class Steps:
    def __iter__(self):
        return self

    def __next__(self):
        return "step"

    def throw(self, error):
        print("throw", error, sys._getframe(1).f_code.co_name)
        raise StopIteration(type(error).__name__)

    def close(self):
        print("close", sys._getframe(1).f_code.co_name)


def over_steps():
    print("ended by", (yield from Steps()))
    yield from Steps()


generator = over_steps()
print(next(generator), generator.throw(KeyError("k")))
generator.close()


def handles():
    try:
        raise LookupError("handled outside")
    except LookupError:
        yield from inner_raises()


def inner_raises():
    try:
        yield 1
    except ValueError:
        raise TypeError("while it is handled")


generator = handles()
next(generator)
try:
    generator.throw(ValueError("v"))
except TypeError as error:
    while error:
        print(repr(error))
        error = error.__context__


# The frame of a generator that delegates is the same one before, while and after.
def watched(seen):
    seen.append(sys._getframe())
    yield from watches(seen)
    yield "end"


def watches(seen):
    seen.append(sys._getframe(1))
    try:
        yield
    except ValueError:
        seen.append(sys._getframe(1))


seen = []
generator = watched(seen)
next(generator)
generator.throw(ValueError())
print([frame is seen[0] for frame in seen], generator.gi_frame is seen[0])


async def waits():
    class Awaited:
        def __await__(self):
            try:
                yield "waiting"
            except ValueError:
                print(callers()[:3])
    await Awaited()


coroutine = waits()
coroutine.send(None)
try:
    coroutine.throw(ValueError())
except StopIteration:
    print("done")
