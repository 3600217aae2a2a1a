# python3.12
# What an iterator of a class is delegated to by `yield from` and `await` gets from throw() is what throw() was given; where it has no throw(), and in generators, it is made an
# exception.
import warnings

warnings.simplefilter("ignore")


class Kept:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *given):
        print("throw", [repr(item) if isinstance(item, BaseException) else item for item in given])
        if given[0] is KeyError or isinstance(given[0], KeyError):
            return "kept"
        raise StopIteration("result")

    def close(self):
        print("close")


class Noted(Exception):
    def __init__(self, *args):
        print("made of", args)
        super().__init__(*args)


class Bare:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


def over(iterator):
    try:
        result = yield from iterator
        print("result", result)
    except Noted as error:
        print("caught", error.args)
    yield "end"


def over_twice(iterator):
    yield from over(iterator)


def throw(generator, *given):
    next(generator)
    try:
        print(generator.throw(*given))
    except BaseException as error:
        print(type(error).__name__, error)
    try:
        print("then", next(generator))
    except BaseException as error:
        print("then", type(error).__name__, error)
    generator.close()


GIVEN = [
    (ValueError,), (ValueError("x"),), (KeyError,), (KeyError, "v"), (KeyError, KeyError("w"), None), (KeyError("q"), None, None), (Noted,), (Noted, "arg"), (Noted, ("a", "b")),
    (Noted, None, None), (GeneratorExit,), (GeneratorExit, "v"), (StopIteration,), (StopIteration, 4), (5,), ("x",), (int,), (int, 5), (KeyError, "v", 5), (KeyError("x"), "y"),
]
for given in GIVEN:
    print("----", given)
    for outer in (over, over_twice):
        throw(outer(Kept()), *given)
        throw(outer(Bare()), *given)


class Awaited:
    def __await__(self):
        return Kept()


async def waits():
    await Awaited()


coroutine = waits()
coroutine.send(None)
print(coroutine.throw(KeyError), coroutine.throw(KeyError, "v"), coroutine.throw(KeyError("e")))
coroutine.close()
