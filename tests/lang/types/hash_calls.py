# How often __hash__ and __eq__ of keys are called, where the order of slots does not matter; a failing __eq__ meanwhile.
class Key:
    hashes = equals = 0

    def __init__(self, name, fails=False):
        self.name, self.fails = name, fails

    def __hash__(self):
        Key.hashes += 1
        return hash(self.name)

    def __eq__(self, other):
        Key.equals += 1
        if self.fails:
            raise ValueError("no")
        return isinstance(other, Key) and self.name == other.name


def count(label, function):
    Key.hashes = Key.equals = 0
    try:
        result = function()
    except Exception as e:
        result = f"{type(e).__name__}: {e}"
    print(label, Key.hashes, Key.equals, result if isinstance(result, (bool, int, str)) else "")


a, b = Key(1), Key(2)
one, two = {a}, {Key(1), Key(2)}
count("lt", lambda: one < two)
count("le", lambda: one <= two)
count("eq", lambda: one == {a})
count("ne", lambda: two != {a, b})
count("issubset", lambda: one.issubset(two))
count("frozen", lambda: frozenset(one) >= one)
count("and", lambda: len(one & two))
d = {a: 1, b: 2}
count("pop", lambda: d.pop(Key(1)))
count("pop missing", lambda: d.pop(Key(1), "default"))
count("pop missing", lambda: d.pop(3))
count("pop fails", lambda: {Key(2, True): 1}.pop(b))
count("pop", lambda: d.pop(b))
count("pop of an empty one", lambda: d.pop(a, 5))
count("fails", lambda: one <= {Key(1, True), b})
text = {"x": "ab"}
text["x"] += "cd"
taken = text.pop("x")
taken += "ef"
print(taken, text)
for source in ("1e+", "1e-)", "x=1.5E+ 2", "1e", "1e+5a"):
    try:
        compile(source, "f", "exec")
    except SyntaxError as e:
        print(source, e.msg, e.offset, e.end_offset)
