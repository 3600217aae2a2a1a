# Hot calls of built-in functions and methods, and what may stand at the same place: subclasses, shadowed names, errors, large ints, full lists.
import builtins
import gc
import math


def lengths(items):
    return [len(item) for item in items]


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class MyList(list):
    def __len__(self):
        return 1000

    def append(self, item):
        list.append(self, (item, item))

    def pop(self):
        return "mine"


class MyStr(str):
    def __len__(self):
        return 77


for _ in range(4):
    for _ in range(60):
        lengths([[1, 2], [], [3]]), lengths(["a", "é€", ""]), lengths([(), (1,)]), lengths([{}, {1: 2}])


def length_of_list(v):
    return len(v)


def length_of_text(v):
    return len(v)


def length_of_dict(v):
    return len(v)


for _ in range(300):
    length_of_list([1, 2]), length_of_text("añ"), length_of_dict({1: 2})
for f in length_of_list, length_of_text, length_of_dict:
    print([f(v) for v in ([1, 2, 3], "añ€", (4,), {5: 6, 7: 8}, MyList([1]), MyStr("x"), b"bytes", range(10**6), {1, 2}, Sized(3))])
    for bad in 1, None, 1.5, Sized(-1), Sized("x"), len, Sized:
        try:
            print(f(bad))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)


def fill(target, n):
    for i in range(n):
        target.append(i)
    return target


def drain(target):
    out = 0
    while target:
        out += target.pop()
    return out


for n in range(200):
    fill([], n), drain(list(range(n)))
print(len(fill([], 10000)), drain(fill([], 10000)), fill(MyList(), 3), fill(bytearray(), 3), drain(bytearray(b"abc")))


def pop(target):
    return target.pop()


for _ in range(300):
    pop([1, 2])
print(pop(MyList([1])), pop({5}), pop([None]))
for bad in [], set(), {}, 5:
    try:
        print(pop(bad))
    except (IndexError, KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
kept = fill([], 3)
for _ in range(20):
    gc.collect()
    fill(kept, 10)
    kept.append([len(kept)])
gc.collect()
print(len(kept), kept[-1], kept[13])


def codes(text):
    return [ord(c) for c in text]


def characters(numbers):
    return [chr(n) for n in numbers]


for _ in range(100):
    codes("abc"), characters([97, 127])
print(codes("a\0\x7fé€\U0001F600"), characters([0, 127, 128, 255, 8364, 0x10FFFF, True]), codes([b"x", "y", MyStr("z")]))
for bad in ["ab"], [""], [5], ["é€"]:
    try:
        print(codes(bad))
    except TypeError as e:
        print(e)
for bad in -1, 0x110000, 2**70, 1.5, "a":
    try:
        print(characters([bad]))
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)


def extremes(a, b, c):
    return min(a, b), max(a, b), min(a, b, c), max(a, b, c), abs(a)


class Number:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < getattr(other, "n", other)

    def __gt__(self, other):
        return self.n > getattr(other, "n", other)

    def __abs__(self):
        return "abs"

    def __repr__(self):
        return f"N{self.n}"


class MyInt(int):
    def __lt__(self, other):
        return True

    def __abs__(self):
        return "my abs"


for i in range(300):
    extremes(i, -i, 7)
for a, b, c in [(1, 2, 3), (3, 2, 1), (-(2**62), 2**62 - 1, 0), (2**62, -(2**70), 1), (-(2**62) + 1, 1, 2), (1.5, 1, 2), (True, 1, 0), (1, True, 0), (0.0, -0.0, 0), (Number(3), Number(2), Number(1)), (MyInt(5), 3, 4), (3, MyInt(5), 4), (math.nan, 1, 2)]:
    print(extremes(a, b, c))
for bad in (1, "a", 2), ("a", "b", "c"), (None, 1, 2), (1, 2, None):
    try:
        print(extremes(*bad))
    except TypeError as e:
        print(e)


class Base:
    pass


class Derived(Base):
    pass


class Any(type):
    def __instancecheck__(cls, instance):
        return instance == 5


class Fives(metaclass=Any):
    pass


class Pretender:
    @property
    def __class__(self):
        return Base


def is_base(v, kind):
    return isinstance(v, kind)


for _ in range(300):
    is_base(Base(), Base)
print([is_base(v, Base) for v in (Base(), Derived(), Pretender(), 5, None, Base)], [is_base(v, (int, Base)) for v in (Base(), 5, "x")], is_base(True, int), is_base(5, Fives), is_base(Fives(), Fives), is_base(6, Fives), is_base(Fives, Any), is_base(5, int | str))
for bad in 5, "x", (1,), None:
    try:
        print(is_base(Base(), bad))
    except TypeError as e:
        print(e)


# The name is another function from now on, or the attribute is.
def count(v):
    return len(v)


def root(module, v):
    return module.sqrt(v)


class Fake:
    def sqrt(self, v):
        return "fake"


class Wrong:
    sqrt = len


for _ in range(300):
    count([1]), root(math, 4)
print(root(math, 2.25), root(Fake(), 1), root(Wrong, "abc"), root(Wrong(), "abc"))
try:
    root(math, -1)
except ValueError as e:
    print(e)
for other in (lambda v: "lambda", abs, Base.__subclasses__, [].append, Sized, str):
    builtins.len, real = other, len
    try:
        print(type(count(-5)).__name__)
    except TypeError as e:
        print("TypeError")
    finally:
        builtins.len = real
print(count("back"))


def looked_up(table, key, methods):
    total = 0
    for _ in range(3):
        total += table.get(key, 1)
    for method in methods:
        total += method(total)
    return total


class Hashed:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        gc.collect()
        return hash(self.n)

    def __eq__(self, other):
        if self.n == 99:
            raise KeyError("eq")
        return other == self.n


for _ in range(200):
    looked_up({1: 2}, 1, [abs, int])
print(looked_up({1: 2}, Hashed(1), [abs, int, abs]), looked_up({}, "x", [lambda v: v, abs, int, float]))
for bad in Hashed(99), []:
    try:
        print(looked_up({99: 1}, bad, []))
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)


# A generator, a new class and a list in what a built-in function calls back
def each(items):
    return sum(x * x for x in items) + len(list(map(str, items))) + max(items, default=0)


for _ in range(200):
    each([1, 2, 3])
print(each([]), each(range(10)), each([True]))
