# What a metaclass's mro() may do with the half-made class: anything, without harm.  # typhon-only
def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
actions = {
    "dir": lambda c: sorted(set(dir(c)) & {"x", "mro"}), "instance": lambda c: type(c()).__name__, "new": lambda c: type(object.__new__(c)).__name__, "set": lambda c: setattr(c, "y", 1), "get": lambda c: attempt(lambda: c.x), "del": lambda c: delattr(c, "x"),
    "issub": lambda c: issubclass(c, int), "issub2": lambda c: issubclass(c, object), "vars": lambda c: "x" in vars(c), "repr": lambda c: repr(c)[:6], "hash": lambda c: hash(c) is None, "bases": lambda c: c.__bases__, "mro": lambda c: c.__mro__, "subclasses": lambda c: c.__subclasses__(),
    "name": lambda c: c.__name__, "super": lambda c: attempt(lambda: super(c, c).x), "isinstance": lambda c: isinstance(1, c), "match": lambda c: c == c, "setbases": lambda c: setattr(c, "__bases__", (object,)), "hasattr": lambda c: hasattr(c, "zzz"), "base": lambda c: c.__base__, "doc": lambda c: c.__doc__, "anno": lambda c: c.__annotations__, "abstract": lambda c: attempt(lambda: c.__abstractmethods__),
}
for name, action in actions.items():
    class Meta(type):
        def mro(cls):
            result = attempt(action, cls)
            print("  ", name, result if " at 0x" not in str(result) else "object")
            return type.mro(cls)
    print(name, type(attempt(Meta, "C", (), {"x": 1})).__name__)
