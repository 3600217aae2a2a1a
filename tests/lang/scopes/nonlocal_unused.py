# A nonlocal statement alone makes a variable of the function's closure.
import types


def cell_of():
    a = 1

    def f():
        nonlocal a
    return f


f = cell_of()
print(len(f.__closure__), f.__closure__[0].cell_contents, f.__code__.co_freevars, cell_of.__code__.co_cellvars, type(f.__closure__[0]) is types.CellType)


def deep():
    a = b = 1

    def f():
        def g():
            nonlocal a, b
            b = 2
        return g
    return f, lambda: (a, b)


f, see = deep()
g = f()
g()
print(sorted(f.__code__.co_freevars), sorted(g.__code__.co_freevars), see())


def unset():
    if False:
        a = 1

    def f():
        nonlocal a
    return f


try:
    unset().__closure__[0].cell_contents
except ValueError as error:
    print(error)


def in_class():
    a = 1

    class C:
        nonlocal a
        a = 2

        def m(self):
            nonlocal a
    return a, C


value, C = in_class()
print(value, hasattr(C, "a"), C.m.__code__.co_freevars, C.m.__closure__[0].cell_contents)


async def coroutine():
    a = 1

    async def inner():
        nonlocal a
    return inner.__code__.co_freevars


try:
    coroutine().send(None)
except StopIteration as end:
    print(end.value)
