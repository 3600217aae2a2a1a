# globals["__builtins__"] of exec() and eval(): what code may use.
class Asked:
    def __init__(self, **names):
        self.names = names

    def __getitem__(self, name):
        print("asked for", name)
        return self.names[name]


def attempt(text, given):
    try:
        print(text, "->", eval(text, {"__builtins__": given}))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for given in (None, 5, (), "text"):
    attempt("1 + 2", given)
    attempt("len('abc')", given)
    attempt("[x for x in (1, 2)]", given)
    attempt("(lambda: print)()", given)
attempt("len('abc')", {})
attempt("len('abc')", {"len": lambda text: "own"})
attempt("len('abc')", Asked(len=lambda text: "asked"))
attempt("print('abc')", Asked())
attempt("(lambda: len('abc'))()", Asked(len=lambda text: "asked in a function"))

text = """
def function():
    try:
        return open
    except Exception as error:
        return repr(error)
results = function, [function() for _ in (1, 2)]
"""
for given in (Asked(Exception=Exception, repr=repr, open="opened"), {"Exception": Exception, "repr": repr}):
    namespace = {"__builtins__": given}
    exec(text, namespace)
    function, results = namespace["results"]
    print(results, function())
