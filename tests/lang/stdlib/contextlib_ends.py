# python3.12
# contextlib: what comes out of generators and stacks at their ends, contexts and tracebacks, in both kinds
import asyncio
import contextlib
import sys
import traceback


def chain(e):
    parts = []
    while e is not None and len(parts) < 9:
        parts.append(f"{type(e).__name__}({', '.join(map(str, e.args))})" + (" from" if e.__cause__ is not None else "") + (" hidden" if e.__suppress_context__ else ""))
        e = e.__cause__ or e.__context__
    return " <- ".join(parts)


def attempt(name, f):
    try:
        print(name, f())
    except BaseException as e:
        print(name, chain(e), "lines", len(traceback.extract_tb(e.__traceback__)) > 0)


RAISED = (KeyError("k"), StopIteration("s"), StopAsyncIteration("a"), RuntimeError("r"), GeneratorExit("g"), KeyboardInterrupt("i"), ExceptionGroup("eg", [ValueError("v")]))


@contextlib.contextmanager
def managed(kind):
    try:
        if kind == "none":
            return
        yield kind
    except BaseException as e:
        if kind == "same":
            raise
        if kind == "other":
            raise LookupError("other")
        if kind == "cause":
            raise LookupError("other") from e
        if kind == "new stop":
            raise StopIteration("new")
        if kind == "again":
            yield 2
        if kind == "wrapped":
            raise RuntimeError("w") from e
    if kind == "twice":
        yield 2
    if kind == "late":
        raise LookupError("late")


@contextlib.asynccontextmanager
async def amanaged(kind):
    try:
        if kind == "none":
            return
        yield kind
    except BaseException as e:
        if kind == "same":
            raise
        if kind == "other":
            raise LookupError("other")
        if kind == "cause":
            raise LookupError("other") from e
        if kind == "new stop":
            raise StopIteration("new")
        if kind == "again":
            yield 2
        if kind == "wrapped":
            raise RuntimeError("w") from e
    if kind == "twice":
        yield 2
    if kind == "late":
        raise LookupError("late")

KINDS = "none same other cause|new stop|again wrapped twice late swallow".replace(" ", "|").replace("new|stop", "new stop").split("|")


def through(kind, error):
    with managed(kind) as value:
        if error is not None:
            raise error
    return value


async def athrough(kind, error):
    async with amanaged(kind) as value:
        if error is not None:
            raise error
    return value

for kind in KINDS:
    for error in (None, *RAISED):
        for name, f in (("sync", lambda: through(kind, error)), ("async", lambda: asyncio.run(athrough(kind, error)))):
            if error is not None:
                error.__traceback__ = error.__context__ = error.__cause__ = None
                error.__suppress_context__ = False
            if name == "async" and isinstance(error, (KeyboardInterrupt, GeneratorExit)):
                continue  # these end the loop
            attempt(f"{name} {kind} {error!r}:", f)
manager = managed("same")
print(manager.__enter__(), manager.__exit__(KeyError, None, None) if False else "", manager.__doc__ == type(manager).__doc__)
attempt("class only", lambda: managed("other").__exit__(None, None, None))


# ---- stacks

def raising(error):
    def callback(*args):
        print("  callback", type(error).__name__, [a if a is None or isinstance(a, type) else type(a).__name__ for a in args][:2], type(sys.exception()).__name__)
        raise error
    return callback


def answering(value):
    def callback(*args):
        print("  answer", value, args[0] and args[0].__name__)
        return value
    return callback


async def awaited(*args):
    print("  awaited", args[0] and args[0].__name__)
    return None


async def swallowing(*args):
    print("  swallowed", args[0] and args[0].__name__)
    return True


async def araising(*args):
    raise ZeroDivisionError("async")


def stack(entries, error):
    with contextlib.ExitStack() as s:
        for entry in entries:
            s.push(entry)
        if error is not None:
            raise error
    return "end"


async def astack(entries, error):
    async with contextlib.AsyncExitStack() as s:
        for entry in entries:
            (s.push_async_exit if asyncio.iscoroutinefunction(entry) or entry is NOT_AWAITABLE else s.push)(entry)
        if error is not None:
            raise error
    return "end"

NOT_AWAITABLE = answering(None)
for count, entries in enumerate((
    [], [answering(True)], [answering(False), answering(None)], [raising(KeyError("1"))], [raising(KeyError("1")), raising(ValueError("2"))], [answering(True), raising(ValueError("2"))],
    [raising(StopIteration("1"))], [raising(KeyError("1")), answering(True), raising(ValueError("2"))], [raising(GeneratorExit("1")), answering(0)],
)):
    for error in (None, OSError("body"), StopIteration("body")):
        if error: error.__context__ = None
        attempt(f"stack {count} {error!r}:", lambda: stack(entries, error))
        if error: error.__context__ = error.__traceback__ = None
        try:
            raise LookupError("outside")
        except LookupError:
            attempt(f"inside {count} {error!r}:", lambda: stack(entries, error))
for count, entries in enumerate((
    [], [awaited], [swallowing], [araising], [swallowing, araising], [araising, swallowing, raising(KeyError("1"))], [NOT_AWAITABLE], [awaited, NOT_AWAITABLE, answering(True)],
    [raising(KeyError("1")), awaited, araising], [raising(StopIteration("1"))], [awaited, awaited, answering(False)],
)):
    for error in (None, OSError("body")):
        if error: error.__context__ = None
        attempt(f"async stack {count} {error!r}:", lambda: asyncio.run(astack(entries, error)))


class Odd:
    def __exit__(self): pass

for K in (contextlib.ExitStack, contextlib.AsyncExitStack):
    s = K()
    attempt("enter", lambda: s.enter_context(Odd()))
    attempt("enter", lambda: s.enter_context(5))
    attempt("push", lambda: s.push(5))
    print(s.callback(print, "called", end="!\n") is print, s.push(answering(1)).__name__, type(s.pop_all()) is K)
attempt("async enter", lambda: asyncio.run(contextlib.AsyncExitStack().enter_async_context(Odd())))
s = contextlib.ExitStack()
s.callback(print, "closed")
print(s.__enter__() is s, s.close(), s.close())
moved = contextlib.ExitStack()
moved.callback(print, "moved")
with moved:
    other = moved.pop_all()
other.close()


# ---- decorators

@managed("same")
def decorated(a, *, b):
    """The doc."""
    return a, b


@amanaged("same")
async def adecorated(a):
    return a

print(decorated(1, b=2), decorated(3, b=4), decorated.__name__, decorated.__doc__, decorated.__wrapped__.__name__, asyncio.run(adecorated(5)), asyncio.run(adecorated(6)))


class Counting(contextlib.ContextDecorator):
    entered = 0

    def _recreate_cm(self):
        self.entered += 1
        return self

    def __enter__(self): return self
    def __exit__(self, *details): return details[0] is KeyError

counting = Counting()
print(counting(lambda: {}[1])(), counting(len)("ab"), counting.entered)
with contextlib.suppress(KeyError, IndexError) as nothing:
    raise ExceptionGroup("g", [KeyError(1)])
attempt("suppress", lambda: contextlib.suppress(KeyError).__exit__(ExceptionGroup, ExceptionGroup("g", [KeyError(1), OSError(2)]), None))
print(nothing, contextlib.suppress().__exit__(None, None, None), contextlib.suppress(KeyError).__exit__(OSError, OSError(), None))
print(contextlib.nullcontext().__exit__(None, None, None), contextlib.nullcontext(5).__enter__(), contextlib.closing(5).thing)
