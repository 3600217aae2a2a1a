# Names that namedtuple() takes, and the errors of those that it refuses.
from collections import namedtuple


class S(str):
    pass


wanted = (
    ("P", "x y"), ("P", "x,y"), ("P", ""), ("P", ["a", "b"]), ("P", ("a", "a")), ("P", "_a b"), ("P", "a 1b"), ("P", "class a"), ("class", "a"), ("1P", "a"), ("_P", "a"), ("", "a"),
    ("P", ["a b"]), ("P", [1, 2]), (S("P"), [S("x"), "y"]), ("P", "\u00e9 b"), ("P", [""]), ("P", iter("abc")), ("P", ["a\0"]),
)
for args in wanted:
    try:
        print(namedtuple(*args)._fields)
    except Exception as error:
        print(type(error).__name__, error)
for rename in (("P", "_a b class a a"), ("P", "x y")):
    print(namedtuple(*rename, rename=True)._fields)
print(namedtuple("P", "a b", defaults=(1,))(3), namedtuple("P", "a b", module="m").__module__)
# A name that was looked at once is what it was.
for _ in range(2):
    for name in ("good", "class", "1x", "x y", "", "\u00e9", "_x"):
        made = None
        try:
            made = type("C", (), {"__slots__": (name,)}).__slots__
            print(name.isidentifier(), made, end=" ")
            print(namedtuple("N", [name])._fields)
        except Exception as error:
            print(name.isidentifier(), made, type(error).__name__, error)
