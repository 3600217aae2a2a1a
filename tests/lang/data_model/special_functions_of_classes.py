# Special methods that are functions of the class itself, of one that is derived, of one whose metaclass orders its bases, and that come later.
class Own:
    def __len__(self): return 3
    def __eq__(self, other): return "equal"
    def __lt__(self, other): return "less"
    def __getitem__(self, key): return key
    def __radd__(self, other): return "added"
    def __hash__(self): return 7

class Derived(Own):
    def __len__(self): return 4
    def __add__(self, other): return "first"

class Unhashed(Own):
    def __eq__(self, other): return "other"

for made in (Own(), Derived(), Unhashed()):
    print(len(made), made == 1, made < 1, made[5], 1 + made)
print(hash(Own()), hash(Derived()), Derived() + 1, Derived.__hash__ is Own.__hash__, Unhashed.__hash__)
try:
    hash(Unhashed())
except TypeError as error:
    print(error)


class Before:
    def __repr__(self): return "before"
    def __len__(self): return 1

class Reordering(type):
    def mro(cls):
        first, *rest = super().mro()
        return [Before, first, *[each for each in rest if each is not Before]] if len(rest) > 1 else [first, *rest]

class Behind(Before, metaclass=Reordering):
    def __repr__(self): return "behind"
    def __len__(self): return 2

made = Behind()
print(repr(made), len(made))
Behind.__len__ = lambda self: 5
Behind.__iter__ = lambda self: iter("ab")
print(len(made), list(made))
del Before.__len__
print(len(made))
Before.__len__ = lambda self: 6
print(len(made))

# set later, in a class that others are derived from and in one that none is
Own.__len__ = lambda self: 8
Derived.__getitem__ = lambda self, key: -key
print(len(Own()), len(Derived()), Derived()[2], Own()[2])
setattr(Derived, "__len__", None)
try:
    len(Derived())
except TypeError as error:
    print(error)
del Derived.__len__
print(len(Derived()))


class Holds(type):
    def __new__(metaclass, name, bases, space):
        space["late"] = list(space)[-1]
        return super().__new__(metaclass, name, bases, space)

# more names than there was room for, some bound again and some gone
class Many(metaclass=Holds):
    for name in ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"):
        locals()[name] = name * 2
    a = 1
    del b
    c: int = 2
    def d(self): return 3
    b = 4

print([(name, value if isinstance(value, (int, str)) else "") for name, value in vars(Many).items() if not name.startswith("__")])

# names in dicts that have an index: bound again, gone and there again, texts that are no names
names = {f"n{number}": number for number in range(12)}
names["n3"] = "again"
del names["n5"]
names["n" + str(5)] = "there"
names["".join(["n", "7"])] = "seven"
vars(Many)
names.update(n0=0, n12=12, n13=13)
print(names)


class Room:
    pass
room = Room()
for number in range(40):
    setattr(room, f"n{number % 30}", number)
    if number % 3 == 0:
        delattr(room, f"n{number % 30}")
print(vars(room))
