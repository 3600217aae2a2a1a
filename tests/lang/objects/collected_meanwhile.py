# python3.12
"""What is alive only because a native works on it, while a script's method that the native calls collects."""
import gc
import types
import weakref


class Collects:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        gc.collect()
        global kept
        kept = [(i, i, i) for i in range(1000)]
        return self.number

    def __eq__(self, other):
        gc.collect()
        return self.number == other.number

    def __call__(self):
        pass


print({hash(slice(Collects(1), Collects(2), Collects(3))) for i in range(20)} == {hash(slice(1, 2, 3))})
print(slice(Collects(1), Collects(2)) == slice(Collects(1), Collects(2)))
places = {slice(Collects(1), None): "here"}
print(places[slice(Collects(1), None)])


class Items(list):
    pass


class Named:
    @property
    def __name__(self):
        gc.collect()
        return "named"


def method():
    return types.MethodType(Collects(1), places)


def reference(make):
    made = make()
    kept.append(made)
    return weakref.ref(made)


def between(*args):  # so that no register has it any more
    return [args for i in range(20)]


for make in method, lambda: Items([Collects(1), Collects(2)]), Named:
    for use in hash, repr, lambda r: r == r, lambda r: r == reference(make):
        r = reference(make)
        kept.clear()
        between(1, 2, 3, 4, 5, 6, 7)
        try:
            use(r)
        except TypeError:
            pass  # unhashable, or gone already
print("done")
