# Keywords given to the constructors of subclasses of built-in types: refused, unless the subclass takes them itself.
def show(make):
    try:
        print("  ", repr(make()))
    except Exception as e:
        print("  ", type(e).__name__, e)


for base in (list, tuple, set, frozenset, float, int, str, dict, complex, zip, map, filter):
    print(base.__name__)

    class Plain(base):
        def __repr__(self):
            return "Plain"

    class WithInit(base):
        def __init__(self, *args, extra=None):
            self.extra = extra

        def __repr__(self):
            return f"WithInit {self.extra}"

    class WithNew(base):
        def __new__(cls, *args, extra=None):
            made = super().__new__(cls, *args)
            made.extra = extra
            return made

        def __repr__(self):
            return f"WithNew {self.extra}"

    for cls in (Plain, WithInit, WithNew):
        for args in ((), ("1",), ([1],)):
            show(lambda: cls(*args, extra=3))
