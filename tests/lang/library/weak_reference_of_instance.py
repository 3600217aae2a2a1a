# object.__weakref__, and finalizers at the end of the program.
import sys
import weakref


class Plain:
    pass


class Slotted:
    __slots__ = ("value", "__weakref__")


for cls in (Plain, Slotted):
    instance = cls()
    print(instance.__weakref__)
    reference = weakref.ref(instance)
    print(instance.__weakref__ is reference, instance.__weakref__() is instance)
    try:
        instance.__weakref__ = None
    except AttributeError as error:
        print(error)
    del reference

instance = Plain()
with_callback = weakref.ref(instance, print)
print(instance.__weakref__ is with_callback)
without = weakref.ref(instance)
print(instance.__weakref__ is without)


def say(*args):
    print("finalizer", *args)


def fail(*args):
    raise ZeroDivisionError(args)


def register(*args):
    say(*args)
    weakref.finalize(instance, say, "registered at the end")


def hook(kind, value, traceback):
    print("excepthook", kind.__name__, value)


sys.excepthook = hook
quiet = weakref.finalize(instance, say, "not at exit")
quiet.atexit = False
for number, function in enumerate((say, fail, register, fail, say)):
    weakref.finalize(instance, function, number)
