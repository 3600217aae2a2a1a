# Context variables: set, get, reset and Context.run, with what scripts may do in between.
import contextvars
import threading
from contextvars import Context, ContextVar, Token, copy_context

a = ContextVar("a", default=1)
b = ContextVar("b")
print(a.get(), a.get(5), b.get("given"))
try:
    b.get()
except LookupError as error:
    print(type(error).__name__, error.args[0] is b)
first = a.set(2)
second = a.set(3)
print(a.get(), a.get(9), first.old_value is Token.MISSING, second.old_value, first.var is a)
for action in (lambda: a.reset(first), lambda: a.reset(first), lambda: b.reset(second), lambda: a.reset(5), lambda: a.get(1, 2), lambda: a.set(), lambda: a.reset(), lambda: a.get(default=3)):
    try:
        print(action(), a.get())
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].split("<")[0].split("(")[0])

copy = copy_context()
a.set("outside")
print(copy[a] if a in copy else "none", a.get())


def inside(*args, **named):
    token = a.set("inside")
    b.set(args)
    inner = copy_context()
    return a.get(), named, inner == copy, token


got = copy.run(inside, 1, 2, c=3)
print(got[:3], copy[a], copy[b], a.get(), b.get("none outside"), len(copy), sorted(v.name for v in copy))
try:
    a.reset(got[3])
except ValueError as error:
    print("ValueError", "different Context" in str(error))


def fails():
    a.set("failed")
    raise KeyError("from run")


try:
    copy.run(fails)
except KeyError as error:
    print(error, copy[a], a.get())
try:
    copy.run(lambda: copy.run(print))
except RuntimeError as error:
    print("RuntimeError", "is already entered" in str(error))
print(copy.run(a.get), Context().run(a.get), Context().run(lambda: len(copy_context())))
for action in (lambda: copy.run(), lambda: copy.run(5), lambda: Context.run(), lambda: ContextVar.get(3)):
    try:
        action()
        print("no error")
    except TypeError as error:
        print("TypeError")


def nested(depth):
    a.set(depth)
    if depth:
        copy_context().run(nested, depth - 1)
    return a.get()


print(Context().run(nested, 20), a.get())
seen = []
thread = threading.Thread(target=lambda: seen.append((a.get(), a.set(7).old_value is Token.MISSING, a.get())))
thread.start()
thread.join()
print(seen, a.get())
many = [ContextVar(str(i), default=i) for i in range(200)]
tokens = [v.set(-i) for i, v in enumerate(many)]
shared = [copy_context() for _ in range(3)]
print(sum(v.get() for v in many), [shared[0][many[5]], shared[1].run(many[7].get)])
for v, t in zip(many, tokens):
    v.reset(t)
print(sum(v.get() for v in many), shared[2][many[9]], len(shared[2]) - len(copy_context()))


def generator():
    while True:
        yield a.get()
        a.set(a.get() + "+")


steps = generator()
print(next(steps), next(steps), a.get(), copy_context().run(next, steps), a.get())
