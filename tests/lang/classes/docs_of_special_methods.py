# python3.12
# What the special methods of built-in types say of themselves.
for name in ("__add__", "__radd__", "__sub__", "__rsub__", "__matmul__", "__truediv__", "__floordiv__", "__rmod__", "__pow__", "__rpow__", "__divmod__", "__rdivmod__",
             "__lshift__", "__rrshift__", "__and__", "__ror__", "__xor__", "__neg__", "__pos__", "__invert__", "__abs__", "__int__", "__float__", "__bool__", "__eq__",
             "__lt__", "__ne__", "__hash__", "__repr__", "__init__", "__setattr__", "__delattr__"):
    print(name, repr(getattr(vars(int).get(name) or vars(object).get(name), "__doc__", "")))
print(list.__getitem__ is not None, repr(tuple.__getitem__.__doc__), repr(str.__len__.__doc__), repr(range.__iter__.__doc__))
print(repr(list.__iadd__.__doc__), repr(list.__imul__.__doc__), repr(set.__iand__.__doc__), repr(dict.__ior__.__doc__), repr(set.__isub__.__doc__))
print(repr([].__len__.__doc__), repr((1).__add__.__doc__), repr(iter([]).__next__.__doc__), repr(type.__call__.__doc__), repr([].__iter__.__doc__))
print(repr(dict.__setitem__.__doc__), repr(dict.__delitem__.__doc__), repr(property.__get__.__doc__), repr(property.__set__.__doc__), repr(property.__delete__.__doc__))


def gen(): yield
async def coro(): pass
async def agen(): yield
c = coro()
for thing, names in ((gen(), ("send", "throw", "close", "__next__")), (c, ("send", "throw", "close", "__await__")), (agen(), ("asend", "athrow", "aclose", "__anext__", "__aiter__"))):
    for name in names:
        print(type(thing).__name__, name, repr(getattr(thing, name).__doc__))
c.close()
