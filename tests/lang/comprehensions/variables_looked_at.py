# python3.12
# Variables of comprehensions as locals(), vars(), dir(), eval() and exec() see them: while the comprehension runs, and not beyond.
import sys

l = [1, 2]
print([eval("x * 2") for x in l], [locals()["x"] for x in l], [vars()["x"] for x in l], [("x" in dir()) for x in l])
print({eval("k"): eval("v") for k, v in [(1, 2)]}, {eval("x") for x in l}, list(eval("x * 2") for x in l))
y = 0
print([exec("y = x") for x in l], y, "x" in globals(), "x" in dir())
print([sys._getframe().f_locals for a in [0]][0]["a"])
print([[eval("x + y") for y in [1]] for x in l], [eval("a + b") for a in l for b in [a * 10] if eval("a > 1")])


def shown(space):
    return sorted((name, value) for name, value in space.items() if name[0] not in "_.")


def function(x, other=5):
    print([shown(locals()) for x in l], shown(locals()))
    print([eval("x + other") for x in l], list(eval("x") for x in l))
    try:
        [eval("1 / x") for x in [0]]
    except ZeroDivisionError:
        print(shown(locals()))
    try:
        [eval("1 / x") for x in [0]]
    finally:
        print(shown(locals()))


try:
    function("mine")
except ZeroDivisionError as e:
    print(e)


def closures():
    made = [(lambda: x, eval("x")) for x in l]
    print([(f(), n) for f, n in made], sorted(locals()))
    for i in range(2):
        print([[eval("i * j + k") for k in [j]] for j in l])
    return [f() for f in [lambda: [eval("z") for z in l]]]


print(closures(), (lambda q: [eval("q + x") for x in l])(10))


class Body:
    a = [eval("x * 2") for x in l]
    b = [sorted(name for name in locals() if name[0] != "_") for x in l]
    c = [(exec("z = x"), 5)[1] for x in l]


print({name: value for name, value in vars(Body).items() if name[0] != "_"})


def generator():
    for n in l:
        yield [eval("n * m") for m in l]
    yield shown(locals())


print(list(generator()))


async def asynchronous():
    async def count():
        for i in l:
            yield i
    return [eval("i") async for i in count()], sorted(locals()), [[eval("(i, j)") async for j in count()] for i in l]


try:
    asynchronous().send(None)
except StopIteration as e:
    print(e.value)


def unbound():
    l = [None]
    return [1 for (l[0], l) in [[1, 2]]]


def unbound_in_turn():
    return [0 for d[0], d in [[1, 2]]]


for f in unbound, unbound_in_turn:
    try:
        print(f())
    except UnboundLocalError as e:
        print(e)
print([(a, b) for a, *b in [[1, 2, 3]]], [a for [a, (b, c)] in [[1, [2, 3]]]])
