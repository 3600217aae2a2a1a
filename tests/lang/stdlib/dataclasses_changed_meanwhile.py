# An annotation that changes a field before it while it is looked at, or a default while the documentation is written: no crash.
import dataclasses
from typing import Any


def by_annotation():
    given: Any = dataclasses.field(default=2)

    class Annotation:
        @property
        def __origin__(self):
            given.name = 5
            return int

    space = {"__annotations__": {"a": int, "b": Annotation()}, "a": given, "__module__": __name__}
    dataclasses.dataclass(type("Changed", (), space))


def by_default():
    given: Any = dataclasses.field(default=2)

    class Default:
        def __repr__(self):
            given.name = 5
            return "a default"

    space = {"__annotations__": {"a": int, "b": int}, "a": Default(), "b": given, "__module__": __name__}
    dataclasses.dataclass(type("Changed", (), space))


try:
    by_annotation()
except TypeError:
    print("TypeError")
try:
    by_default()
except TypeError:
    pass  # a name that is none may be refused
print("done")
