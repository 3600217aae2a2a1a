# python3.12
"""A class takes over the namespace of its body when nobody else has it; otherwise it gets a copy, as in CPython."""
kept = {}


class Asked:
    x = 1
    kept["locals"] = locals()
    y = 2


kept["locals"]["z"] = 3
print(hasattr(Asked, "z"), Asked.x, Asked.y, sorted(k for k in kept["locals"] if not k.startswith("__")))


class Vars:
    kept["vars"] = vars()
    a = "b"


kept["vars"]["a"] = "changed"
print(Vars.a)


class Executed:
    exec("a = 1; b = locals()")
    d = b
    d["e"] = 5


Executed.f = 6
print(Executed.a, Executed.e, "f" in Executed.d, Executed.b is Executed.d)


class Comprehended:
    values = [1, 2, 3]
    squares = [v * v for v in values]
    names = sorted(n for n in ("b", "a"))
    grid = [[x for x in row] for row in ((1, 2), (3, 4))]

    def method(self):
        return __class__, super().__repr__

    class Inner:
        depth = 2
        spaces = locals


print(Comprehended.squares, Comprehended.names, Comprehended.grid, Comprehended().method()[0].__name__, Comprehended.Inner.depth)
print([name for name in Comprehended.__dict__ if not name.startswith("__")], "__classcell__" in Comprehended.__dict__, "__qualname__" in Comprehended.__dict__)


class Generic[T]:
    def first(self, value: T) -> T:
        return value


print(Generic().first(3), Generic.__type_params__)


class Text:
    s = "a"
    for _ in range(3):
        s += "b" * 20
    del _


before = Text.s
Text.s += "c"
print(before, Text.s, list(n for n in Text.__dict__ if not n.startswith("__")))

space = {"x": 1, "__qualname__": "Given"}
Given = type("G", (), space)
space["x"] = 2
Given.y = 3
print(Given.x, sorted(space), Given.__qualname__)


class Prepared(type):
    @classmethod
    def __prepare__(metacls, name, bases):
        kept["prepared"] = {"p": 1}
        return kept["prepared"]


class Made(metaclass=Prepared):
    q = 2


Made.r = 3
print(sorted(k for k in kept["prepared"] if not k.startswith("__")), Made.p, Made.q)


class Failing:
    kept["failing"] = locals()
    try:
        1 / 0
    except ZeroDivisionError as error:
        caught = str(error)


print(Failing.caught, "error" in Failing.__dict__, kept["failing"]["caught"])
G = globals()
Module = type("Module", (), {k: v for k, v in G.items() if k == "kept"})
print(Module.kept is kept)
