# __reduce__ of sets and bytearrays, their subclasses too, and copies made through it; dict.setdefault hashes once; weak references to built-in containers.
import array, collections, copy, re, weakref


class S(set):
    pass


class F(frozenset):
    __slots__ = ("note", "__dict__")


class B(bytearray):
    pass


for make in (lambda: {1}, lambda: frozenset([2]), lambda: S([3]), lambda: F([4]), lambda: bytearray(b"ab"), lambda: bytearray(), lambda: B(b"\xff")):
    x = make()
    for protocol in (0, 2, 3, 4):
        print(x.__reduce_ex__(protocol)[1:] if protocol >= 2 else x.__reduce__()[1:])
    if hasattr(x, "__dict__"):
        x.extra = [1]
        if isinstance(x, F):
            x.note = "n"
        for y in (copy.copy(x), copy.deepcopy(x)):
            print(type(y).__name__, y == x, y.extra, y.extra is x.extra, getattr(y, "note", None), x.__reduce_ex__(4)[2])
print(copy.copy(slice(1, 2)), copy.deepcopy(slice([1], 2)))


class Counted:
    hashes = 0

    def __hash__(self):
        Counted.hashes += 1
        return 5


d = {}
key = Counted()
print(d.setdefault(key, 1), Counted.hashes, d.setdefault(key, 2), Counted.hashes, len(d))

for x in (collections.deque([1]), array.array("i", [1]), re.compile("a"), collections.OrderedDict(), memoryview(b"a"), {1}, frozenset([1])):
    r = weakref.ref(x)
    print(type(x).__name__, r() is x, weakref.getweakrefcount(x))
for x in ([], {}, 1, "a", (1,), collections.defaultdict(int), 1.5):
    try:
        weakref.ref(x)
    except TypeError as e:
        print(e)
p = weakref.proxy(collections.deque([1, 2]))
d = collections.deque([1, 2, 3])
it = iter(d)
next(it)
kind, args = it.__reduce__()
print(list(kind(*args)), list(type(reversed(d))(d, 1)), list(type(iter(d))(d, 7)))
e = collections.deque()
it = iter(e)
e.append(1)
try:
    next(it)
except RuntimeError as error:
    print(error)
