# python3.12: An AttributeError that a property or __getattr__ raises learns of which object and name, unless it knows already.
import traceback


class Hook:
    blech = None

    def __getattr__(self, name):
        raise AttributeError(name)


class Silent:
    blech = None

    def __getattr__(self, name):
        raise AttributeError


class Property:
    blech = None

    @property
    def bluch(self):
        raise AttributeError("from the property")

    @property
    def other(self):
        return None.missing


class Descriptor:
    def __get__(self, instance, owner):
        raise AttributeError("from the descriptor")


class Described:
    bluch = Descriptor()
    blech = None


class Knows:
    blech = None

    def __getattr__(self, name):
        raise AttributeError("told", name="own", obj=5)


class OwnError(AttributeError):
    pass


class Derived:
    blech = None

    def __getattr__(self, name):
        raise OwnError("derived")


for cls in (Hook, Silent, Property, Described, Knows, Derived):
    instance = cls()
    for turn in range(3):
        try:
            instance.bluch
        except AttributeError as error:
            print(cls.__name__, error.name, error.obj is instance, traceback.format_exception_only(error))
    try:
        getattr(instance, "bluch")
    except AttributeError as error:
        print("   ", error.name, error.obj is instance)
for turn in range(3):
    try:
        Property().other
    except AttributeError as error:
        print(error.name, error.obj, error)
error = AttributeError("never raised")
print(error.name, error.obj, ImportError("x").name, ImportError("x", name="y").path, NameError("z").name)
error.__init__("again")
print(error.name, AttributeError(name="n").obj)
