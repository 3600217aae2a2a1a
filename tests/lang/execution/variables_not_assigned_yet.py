"""What an earlier call of the same function left behind is not kept by a later one."""
import gc
import weakref


class Large:
    def __init__(self, name):
        self.name = name


made = []


def make(name):
    gc.collect()
    print(name, [r() is None for r in made])
    data = Large(name)
    made.append(weakref.ref(data))
    return data.name


for name in "abc":
    make(name)


def look():
    gc.collect()
    print("inside", [r() is None for r in made])
    return Large("result")


def assign_later(again):
    result = look()
    made.append(weakref.ref(result))
    if again:
        result = look()  # the first one is kept: it is still in the variable
        made.append(weakref.ref(result))
    return result.name


made.clear()
assign_later(False)
assign_later(True)
gc.collect()
print([r() is None for r in made])


def loop(n):
    for i in range(n):
        if i == 1:
            gc.collect()
            print("second round", [r() is None for r in made])
        item = Large(i)
        made.append(weakref.ref(item))
    return n


made.clear()
loop(2)
loop(2)


def generate():
    gc.collect()
    yield [r() is None for r in made]
    value = Large("generated")
    made.append(weakref.ref(value))
    yield value.name
    gc.collect()
    yield [r() is None for r in made]


made.clear()
print(list(generate()))
print(list(generate()))


def kept_for_its_life():
    guard = Large("guard")  # never read again, but alive until the function ends
    made.append(weakref.ref(guard))
    gc.collect()
    look()
    return made[-1]() is None


made.clear()
print(kept_for_its_life())
gc.collect()
print(made[-1]() is None)


def kept_when_called_last():
    guard = look()  # likewise
    made.append(weakref.ref(guard))
    del made[:-1]
    guard = None
    guard = look()
    reference = weakref.ref(guard)
    gc.collect()
    return reference() is None


made.clear()
print(kept_when_called_last())


def handlers(fail):
    try:
        first = Large("first")
        made.append(weakref.ref(first))
        if fail:
            raise ValueError
    except ValueError:
        gc.collect()
        print("handler", [r() is None for r in made])
    finally:
        gc.collect()
        print("finally", [r() is None for r in made])


made.clear()
handlers(False)
handlers(True)
gc.collect()
print([r() is None for r in made])


# A variable that may have been assigned before the exception, or not, has nothing of an earlier call either.
def maybe(fail):
    try:
        if fail:
            raise ValueError
        middle = Large("middle")
        made.append(weakref.ref(middle))
    except ValueError:
        pass
    gc.collect()
    return [r() is None for r in made]


made.clear()
print(maybe(False))
print(maybe(True))


class Manager:
    def __enter__(self):
        return Large("manager")

    def __exit__(self, *exception):
        pass


def with_block(fail):
    try:
        with Manager() as manager:
            made.append(weakref.ref(manager))
            if fail:
                raise KeyError
            inside = Large("inside")
            made.append(weakref.ref(inside))
    except KeyError:
        gc.collect()
        print("with", [r() is None for r in made])
    return None


made.clear()
with_block(False)
with_block(True)
