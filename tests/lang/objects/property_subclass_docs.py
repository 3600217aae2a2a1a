# python3.12 # Docstrings of properties of a subclass: in the instance's __dict__ or slot; without a place for it, that of a getter is an error.
class Plain(property):
    pass


class Slotted(property):
    __slots__ = ("more",)


class WithDict(property):
    """doc of the class"""
    __slots__ = ("__dict__",)


class Refusing(property):
    def __setattr__(self, name, value):
        raise KeyError(name)


class Noting(property):
    noted = []

    def __setattr__(self, name, value):
        self.noted.append((name, value))


def documented(self):
    """doc of the getter"""


def bare(self):
    pass


for cls in property, Plain, Slotted, WithDict, Refusing, Noting:
    for args in (), (bare,), (documented,), (documented, None, None, "given"), (bare, None, None, "given"):
        try:
            made = cls(*args)
            print(cls.__name__, len(args), made.__doc__, getattr(made, "__dict__", "no dict"))
        except (AttributeError, KeyError) as error:
            print(cls.__name__, len(args), type(error).__name__, error)
    try:
        print(cls(bare).getter(documented).__doc__)
    except (AttributeError, KeyError) as error:
        print(cls.__name__, type(error).__name__, error)
print(("__doc__", "doc of the getter") in Noting.noted)
Own = type("Own", (property,), {"__slots__": ("__doc__",)})
print(Own(documented).__doc__, Own(bare, doc="given").__doc__, Own(bare).__doc__)
