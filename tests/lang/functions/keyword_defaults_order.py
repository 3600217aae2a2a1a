# Defaults of keyword-only parameters, whatever order their dict has.  # unchecked: it changes __kwdefaults__
def f(*, a, b=2, c, d=4, e=5):
    return a, b, c, d, e


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


attempt(lambda: f(a=1, c=3))
attempt(lambda: f(c=3, e=0, a=1))
attempt(lambda: f(b=0))
f.__kwdefaults__ = {"e": "e", "d": "d", "c": "c", "b": "b", "a": "a"}
attempt(lambda: f())
attempt(lambda: f(c=1))
del f.__kwdefaults__["b"], f.__kwdefaults__["e"]
attempt(lambda: f(b=1))
f.__kwdefaults__["e"] = "again"
f.__kwdefaults__["b"] = "again"
attempt(lambda: f())
defaults = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
f.__kwdefaults__ = defaults
del defaults["a"]
attempt(lambda: f(a=0))
attempt(lambda: f())
f.__kwdefaults__ = {"z": 1, "a": 1, "b": 1, "c": 1, "d": 1, "e": 1}
attempt(lambda: f())
f.__kwdefaults__ = None
attempt(lambda: f(a=1, b=2))
