# Hot lookups in dicts, letters in texts, class patterns; then others in the same places.
import collections
import gc


class Key:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "Key"

    def __hash__(self):
        if self.n == 13:
            raise ValueError("no hash")
        return hash(self.n)

    def __eq__(self, other):
        if self.n == 12:
            raise KeyError("no eq")
        return isinstance(other, (int, Key)) and self.n == getattr(other, "n", other)


class Mine(dict):
    def __getitem__(self, key):
        return "mine", key

    def __contains__(self, key):
        return key == "mine"

    def __setitem__(self, key, value):
        dict.__setitem__(self, key, [value])


class Missing(dict):
    def __missing__(self, key):
        return "missing", key


class Text(str):
    def __contains__(self, part):
        return part == "z"


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__


def functions():
    def get(d, k):
        return d[k]

    def name(d):
        return d["name"]

    def put(d, k):
        d[k] = k
        return len(d)

    def has(d, k):
        return k in d

    def lacks(d, k):
        return k not in d

    def add(d, k):
        d[k] += 1
        return d[k]

    return get, put, has, lacks, add, lambda d, k: name(d)


def containers():
    yield {}
    yield {"name": 1, "other": 2}
    yield {n: n for n in range(20)}
    yield {0: "zero", "name": 3, None: 4, 2.5: 5, (1, 2): 6, True: 7}
    yield {"key" + str(n): n for n in range(30)}
    yield Mine(name=1)
    yield Missing(name=2)
    yield collections.defaultdict(int, name=3)
    yield collections.OrderedDict(name=4)
    yield collections.Counter("name")
    yield {Key(12): 1, Key(5): 2}
    yield [0, 1, 2]
    yield (0, 1)
    yield "name"
    yield {"name", 1}


keys = ["name", "na" + "me", "key3", "".join(["k", "ey5"]), 0, 1, 5, True, 2.0, 2.5, None, (1, 2), [], Key(5), Key(12), Key(13), 10**30, "", "n"]
for which in range(6):
    for start, key in (({"name": 1, "b": 2}, "name"), ({1: 1, 2: 2}, 1), ({n: 0 for n in range(100)}, 7), ({"name": 1, 2.5: 2}, 2.5)):
        f = functions()[which]
        for _ in range(100):
            attempt(f, start, key)
        print(attempt(f, start, key))
        for c in containers():
            print([attempt(f, c, k) for k in keys], end=" ")
        print()


def churn(n):
    d = {}
    total = 0
    for i in range(n):
        d[i % 7] = i
        d["k%d" % (i % 5)] = i
        if i % 11 in d:
            total += d[i % 11]
        if "k3" in d:
            total += d["k3"]
        if i % 50 == 49:
            del d["k3"]
            d.clear()
    return total, len(d)


print([churn(n) for n in (1, 10, 100, 1000)])


def letters(c):
    return [c in "", c in "a", c in " \t\n", c in "0123456789abcxyzXYZ~\x7f\0", c in "aé", c not in " \t\n", c not in "", c in "ab" "c", c not in "é"]


def within(c, text):
    return c in text, c not in text


samples = ["a", "", " ", "\t", "ab", "bc", "\0", "é", "z", "~", "\x7f", "@", "`", " \t", "0", "9", "xyz", "Q", "\x80"]
for _ in range(20):
    for c in samples:
        letters(c), within(c, "abc"), within(c, "\té\n")
print([letters(c) for c in samples])
print([within(c, t) for c in samples for t in ("", "abc", "é\t", "\0z")])
print(letters(Text("a")), within("z", Text("abc")), within("a", Text("abc")), within(Text("a"), "abc"), attempt(letters, 1), attempt(letters, None), attempt(within, 1, "a"), within(1, [1]), attempt(within, "a", 5))
for _ in range(200):
    attempt(letters, 1), attempt(letters, "a"), within(1, (1, 2)), within("a", "abc")
print(attempt(letters, 1), letters("a"), within(1, (1, 2)), within("a", "abc"))


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    __match_args__ = ("x", "y", "z")


class Lazy:
    __match_args__ = ("cheap", "dear")
    cheap = 1
    asked = 0

    @property
    def dear(self):
        Lazy.asked += 1
        if Lazy.asked % 100 == 99:
            raise AttributeError("not now")
        gc.collect() if Lazy.asked % 50 == 0 else None
        return [Lazy.asked]


class Slots:
    __slots__ = ("a", "b")
    __match_args__ = ("a", "b")


class Meta(type):
    def __instancecheck__(cls, other):
        return other == "yes"


class Odd(metaclass=Meta):
    pass


class Twice:
    __match_args__ = ("x", "x")
    x = 1


class Listed:
    __match_args__ = ["x"]
    x = 1


def which(p):
    match p:
        case Point3(1, 2, z):
            return "3d", z
        case Point(0, 0):
            return "origin"
        case Point(x, 0) | Point(0, x):
            return "axis", x
        case Point(x=3, y=why):
            return "three", why
        case Point(x, y, extra=e):
            return "extra", e
        case Point(a, b):
            return a, b
        case Slots(a, b):
            return "slots", a, b
        case Odd():
            return "odd"
        case int(n):
            return "int", n
        case str(text) if text:
            return "text", text
        case {"k": v}:
            return "mapping", v
        case [Point(x, _), *rest]:
            return "list", x, rest
    return None


full, half = Slots(), Slots()
full.a = full.b = half.a = 1
extra = Point(5, 6)
extra.extra = "more"
three = Point3(1, 2)
other_three = Point3(1, 2)
three.z = 9
subjects = [Point(0, 0), Point(4, 0), Point(0, 7), Point(3, 1), Point(8, 9), extra, three, other_three, full, half, "yes", "", 7, True, None, {"k": 1}, [Point(1, 2), 3], [], 2.5]
for _ in range(60):
    for s in subjects:
        which(s)
print([which(s) for s in subjects])


def lazy(p):
    match p:
        case Lazy(c, d):
            return c, len(d)
        case Lazy(cheap=c):
            return c


found = [lazy(Lazy()) for _ in range(400)]
print(found.count((1, 1)), found.count(1), Lazy.asked)
Lazy.cheap = "changed"
print(lazy(Lazy()))
Lazy.__match_args__ = ("dear", "cheap")
print(attempt(lazy, Lazy()))
Lazy.__match_args__ = ("dear",)
print(attempt(lazy, Lazy()))
del Lazy.__match_args__
print(attempt(lazy, Lazy()))


def two(p):
    match p:
        case Twice(a, b):
            return a, b
        case Listed(a):
            return a
        case Point(a, x=b):
            return a, b


for _ in range(100):
    attempt(two, Twice()), attempt(two, Listed()), attempt(two, Point(1, 2))
print(attempt(two, Twice()), attempt(two, Listed()), attempt(two, Point(1, 2)))
Point.__match_args__ = ("y", "x")
print([which(s) for s in subjects[:7]], attempt(two, Point(1, 2)))
Point.__getattr__ = lambda self, name: name.upper()
print([which(s) for s in subjects[:8]])
