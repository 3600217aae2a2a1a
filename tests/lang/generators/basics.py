# Language reference 6.2.9: yield expressions, generator methods, delegation.
def count(n):
    i = 0
    while i < n:
        received = yield i
        if received:
            print("received", received)
        i += 1
    return "done"


g = count(3)
print(next(g), g.send("a"), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)
print(list(count(4)), sum(count(5)), next(g, "default"))


def delegate():
    result = yield from count(2)
    print("result", result)
    yield from [10, 20]
    yield from "xy"
    return "end"


print(list(delegate()))


def guarded():
    try:
        yield 1
        yield 2
    except ValueError as error:
        print("caught", error)
        yield 3
    finally:
        print("finally")


g = guarded()
print(next(g), g.throw(ValueError("v")))
print(next(g, None))
g = guarded()
next(g)
g.close()
g.close()
print(next(g, "closed"))
g = guarded()
try:
    g.throw(KeyError("early"))
except KeyError as error:
    print("early", error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def leaks():
    raise StopIteration("inner")
    yield


try:
    next(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))
g = count(3)
try:
    g.send("too early")
except TypeError as error:
    print(error)


def itself():
    yield next(me)


me = itself()
try:
    next(me)
except ValueError as error:
    print(error)


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(list(tree(4)))


def sender():
    total = 0
    while True:
        value = yield total
        if value is None:
            return total
        total += value


def through():
    return (yield from sender())


g = through()
next(g)
print(g.send(5), g.send(6))
try:
    g.send(None)
except StopIteration as stop:
    print(stop.value)
squares = (x * x for x in range(5) if x % 2)
print(squares.__class__.__name__, list(squares), list(squares))
print(dict(enumerate(c for c in "abc")), max(len(w) for w in ["a", "bbb"]))


def in_handler():
    try:
        raise KeyError("k")
    except KeyError:
        yield 1
        try:
            raise
        except KeyError as error:
            yield repr(error)


g = in_handler()
next(g)
try:
    raise ValueError("other")
except ValueError:
    print(next(g))


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print([*Tree(2, Tree(1), Tree(3))], 3 in Tree(2, Tree(1), Tree(3)))
def infinite():
    n = 0
    while 1:
        yield n
        n += 1
for a, b in zip(infinite(), "abc"):
    print(a, b, end=" ")
print()
x = yield_test = [(yield_ := i) for i in range(3)]
print(x, yield_)
