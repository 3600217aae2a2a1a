# Copies of a context are independent of it and of each other, whichever is changed first (library reference, "contextvars").
import contextvars
a = contextvars.ContextVar("a", default=0)
b = contextvars.ContextVar("b")
first = contextvars.copy_context()
token = a.set(1)
print(a.get(), first.run(a.get), a in first, len(first))
second = contextvars.copy_context()
third = second.copy()


def change(value):
    a.set(value)
    b.set(value)
    return a.get(), b.get()


print(second.run(change, 5), third.run(a.get), b in third, a.get(), b.get(None))
print(third.run(change, 6), second.run(b.get), a.get())
a.reset(token)
print(a.get(), second.run(a.get), third.run(a.get), sorted(v.name for v in third))
fourth = third.copy()


def back():
    token = a.set(8)
    inner = contextvars.copy_context()
    a.reset(token)
    return a.get(), inner[a], inner == contextvars.copy_context()


print(fourth.run(back), third[a], fourth == third)
