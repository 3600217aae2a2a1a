# python3.12
# What a generator handles is its own, even when its resumer handles the same exception; exceptions that cannot be made are thrown as what went wrong;
# the old form of throw() is deprecated (3.12).
import sys
import warnings


def shown():
    error = sys.exc_info()[1]
    return repr(error)


def stores():
    try:
        yield "start"
    except ValueError as error:
        print("in", shown(), error.__context__)
        yield "handled"
        print("still", shown())
        yield "again"
        try:
            raise KeyError("inner")
        except KeyError:
            print("nested", shown())
            yield "nested"
            print("nested still", shown())
        print("after nested", shown())
        yield "raising"
        raise
    print("never")


gen = stores()
print(next(gen))
try:
    raise ValueError("outer")
except ValueError as error:
    print(gen.throw(error))
    print("out", shown())
print("none", shown())
print(next(gen), shown())
try:
    raise TypeError("resumer's")
except TypeError:
    print(next(gen), shown())
    print(next(gen), shown())
try:
    next(gen)
except ValueError as error:
    print("raised", error, error.__context__, shown())
print(shown())


def watches():
    while True:
        print("sees", shown())
        yield

w = watches()
next(w)
try:
    raise OSError("now")
except OSError:
    next(w)
    try:
        raise EOFError("more")
    except EOFError:
        next(w)
    next(w)
next(w)


class NoException(Exception):
    def __new__(cls, *args): return 7


class Fails(Exception):
    def __init__(self): raise LookupError("no instance")


def catches():
    for _ in range(3):
        try:
            yield
        except Exception as error:
            print("caught", type(error).__name__, str(error).replace("__main__.", ""))

for kind in (NoException, Fails):
    gen = catches()
    next(gen)
    gen.throw(kind)

    def bare():
        yield 1
    gen = bare()
    try:
        gen.throw(kind)
    except Exception as error:
        print("raised", type(error).__name__)
    print(next(gen, "finished"))

with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter("always")
    gen = catches()
    next(gen)
    gen.throw(ValueError, "text")
    gen.throw(ValueError, ValueError(1), None)

    async def agen(): yield
    awaitable = agen().athrow(ValueError, "text")
    awaitable.close()
    print([(w.category.__name__, str(w.message)) for w in found])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    gen = catches()
    next(gen)
    try:
        gen.throw(ValueError, "text")
    except DeprecationWarning as error:
        print("refused", error)
    print(next(gen))
