# python3.12
# types.coroutine: generator functions are marked in place, others wrapped; anext() with a default asks late; errors of __anext__ are the cause.
import asyncio
import collections.abc
import inspect
import types


def plain():
    got = yield 1
    return got


marked = types.coroutine(plain)
print(marked is plain, types.coroutine(marked) is plain)
print(bool(plain.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE), bool(plain.__code__.co_flags & inspect.CO_COROUTINE))
made = plain()
print(type(made).__name__, inspect.isawaitable(made), isinstance(made, collections.abc.Awaitable), inspect.iscoroutine(made))
print(bool(made.gi_code.co_flags & 256))


def make():
    def inner():
        yield 1
    return inner


one, other = make(), make()
types.coroutine(one)
print(bool(one.__code__.co_flags & 256), bool(other.__code__.co_flags & 256))


async def waits():
    return await plain()


def drive(coro, *sent):
    try:
        print("yielded", coro.send(None))
        for value in sent:
            print("yielded", coro.send(value))
    except StopIteration as stop:
        print("result", stop.value)
    except Exception as error:
        print(type(error).__name__, error, "| cause", repr(error.__cause__))


drive(waits(), 7)


async def waits_plain():
    return await other()

drive(waits_plain())


@types.coroutine
def delegates():
    return (yield from waits())

drive(delegates(), 8)


def refused():
    yield from waits()

try:
    next(refused())
except TypeError as error:
    print(error)


@types.coroutine
def returns(what):
    return what

print(returns(5))
coroutine = waits()
print(returns(coroutine) is coroutine)
coroutine.close()
print(returns(made) is made)
wrapper = returns(other())
print("GeneratorWrapper" in type(wrapper).__name__, wrapper.__name__, isinstance(wrapper, collections.abc.Generator), next(wrapper))
print(wrapper.cr_running, wrapper.gi_running, wrapper.gi_code is wrapper.cr_code)
try:
    wrapper.throw(KeyError("k"))
except KeyError as error:
    print("thrown", error)


class Duck:
    def __iter__(self): return self
    def __next__(self): return self.send(None)
    def send(self, value): raise StopIteration(f"sent {value}")
    def throw(self, *args): raise args[0]
    def close(self): print("closed")


async def waits_duck():
    return await returns(Duck())

drive(waits_duck())
duck = returns(Duck())
duck.close()
print(inspect.isawaitable(duck), iter(duck) is duck)

for bad in (1, None):
    try:
        types.coroutine(bad)
    except TypeError as error:
        print(error)


async def native(): pass
print(types.coroutine(native) is native)


class Steps:
    def __init__(self, given): self.given = given
    def __aiter__(self): return self
    def __anext__(self): return self.given


class Bad:
    def __await__(self): return 42


class Raises:
    def __await__(self): raise ZeroDivisionError("in __await__")


async def with_default(given):
    awaitable = anext(Steps(given), "default")
    return await awaitable

for given in (Bad(), Raises(), iter([1]), other(), 1):
    drive(with_default(given))


async def loop(given):
    async for _ in Steps(given):
        pass

for given in (Bad(), Raises(), 3):
    drive(loop(given))


async def ends():
    async def empty():
        return
        yield
    print(await anext(empty(), "default"), await anext(empty(), None))
    unused = anext(empty(), 1)
    unused.close()
    try:
        await anext(empty(), 3, 4)
    except TypeError as error:
        print(type(error).__name__)
asyncio.run(ends())
