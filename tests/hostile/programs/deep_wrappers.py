# What passes on what it is asked to what it wraps, a hundred thousand times over, or to itself.
import sys
from types import GenericAlias, MappingProxyType, MethodType

DEPTH = 100_000


def nested(wrap, inner):
    for _ in range(DEPTH):
        inner = wrap(inner)
    return inner


def itself(kind):
    wrapped = kind(None)
    wrapped.__init__(wrapped)
    return wrapped


NAMES = ["__name__", "__doc__", "__isabstractmethod__", "__module__", "__qualname__", "x"]
OPERATIONS = [repr, str, hash, len, iter, lambda o: o(), lambda o: o | {}, lambda o: 1 in o, lambda o: o[1], lambda o: o == o,
              lambda o: type(o).__get__(o, None, int), lambda o: o.keys(), lambda o: format(o, ""), dir]
OPERATIONS += [lambda o, name=name: getattr(o, name) for name in NAMES]
makers = [lambda: nested(classmethod, print), lambda: nested(staticmethod, print), lambda: nested(property, print), lambda: itself(classmethod), lambda: itself(staticmethod),
          lambda: itself(property), lambda: nested(lambda o: MethodType(o, 1), print), lambda: nested(lambda o: MethodType(print, o), 1), lambda: nested(MappingProxyType, {}),
          lambda: nested(lambda o: o.__call__, print), lambda: nested(lambda o: o.__repr__, 1), lambda: nested(lambda o: GenericAlias(o, int), int), lambda: nested(lambda o: GenericAlias(list, o), int), lambda: nested(lambda o: GenericAlias(o, o), int)]
for make in makers:
    for operation in OPERATIONS:
        try:
            operation(make())
        except (RecursionError, TypeError, AttributeError, KeyError):
            pass
print("done")
