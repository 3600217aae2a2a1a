# python3.12
# Names of built-in types that nobody has asked for anything before: those they have, and those they have not.
types = [float, complex, bytes, bytearray, memoryview, frozenset, set, range, slice, property, classmethod, staticmethod, enumerate, zip, map, filter, reversed,
         type(len), type(lambda: 0), type(lambda: 0).__get__, type(iter([])), type({}.keys()), type({}.items()), OSError]
names = ["nosuch", "__set_name__", "__getattr__", "__init_subclass__", "__missing__", "__slots__", "__weakref__", "__dict__", "__get__", "__set__", "__delete__", "__call__",
         "__len__", "__iter__", "__next__", "__hash__", "__new__", "__doc__", "__class_getitem__", "__contains__", "__eq__", "__add__", "__radd__", "__bool__", "__int__", "__index__",
         "__reduce__", "__reduce_ex__", "__getnewargs__", "__format__", "real", "imag", "hex", "start", "fget", "__func__", "__wrapped__", "args", "errno", "value", "__traceback__",
         "add_note", "__abstractmethods__", "__isabstractmethod__", "keys", "items", "append", "add", "copy", "isdisjoint", "mapping", "__length_hint__", "__setstate__", "tobytes"]
for each in types:
    if isinstance(each, type):
        lacking = [name for name in names if not hasattr(each, name)]
        own = [name for name in names if name in vars(each)]
        again = [name for name in names if not hasattr(each, name)]
        print(each.__name__, lacking == again, sorted(set(names) - set(lacking)), own)


class Derived(complex):
    pass


class Collected(frozenset):
    nosuch = 1


for each in Derived, Collected:
    print([name for name in names if name in dir(each)] == [name for name in names if hasattr(each, name)], each().__hash__ is not None, hasattr(each, "nosuch"), Derived.real is complex.real)
print(hasattr(1.5, "hex"), hasattr(1.5, "nosuch"), getattr(b"", "nosuch", 3), getattr(b"", "hex")())
