# Bodies without annotations are not checked unless strict; their results are inferred.
def f(x):
    return x + undefined_name


def g():
    "" + 1
    return 1


reveal_type(g())  # N: Revealed type is "builtins.int"
value = f(1)
value.anything()


class C:
    def __init__(self):
        self.items = []
        self.count = 0

    def add(self, item):
        self.items.append(item)
        self.count += ""


c = C()
c.add(1)
c.missing  # E: "C" has no attribute "missing"  [attr-defined]
reveal_type(c.count)  # N: Revealed type is
x = 1
x = "a"
x.upper()
