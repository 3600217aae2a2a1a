# Language reference 8.5: the with statement.
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (Manager("c") as c, Manager("d")):
    print(c)
with Manager("swallow", True):
    raise ValueError("gone")
try:
    with Manager("outer"), Manager("inner"):
        raise KeyError("k")
except KeyError as error:
    print("caught", error)


def early():
    with Manager("r"):
        return "returned"


print(early())
for i in range(3):
    with Manager(str(i)):
        if i == 0:
            continue
        break


class BadEnter:
    def __enter__(self):
        raise RuntimeError("enter")

    def __exit__(self, *args):
        print("never")


try:
    with BadEnter():
        pass
except RuntimeError as error:
    print(error)
try:
    with 5:
        pass
except TypeError as error:
    print(error)


class Raises:
    def __enter__(self):
        return self, [1, 2]

    def __exit__(self, *args):
        raise ValueError("from exit")


try:
    with Raises() as (me, [x, y]):
        print(x, y)
        raise KeyError("body")
except ValueError as error:
    print(error, repr(error.__context__))


def generator():
    with Manager("gen"):
        yield 1
        yield 2


g = generator()
next(g)
g.close()
