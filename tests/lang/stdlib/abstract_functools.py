# python3.12: the mixins of collections.abc on classes with the fewest methods, and corners of functools
import collections.abc as abstract
import functools
import pickle
import warnings


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Bag(abstract.MutableSet):
    def __init__(self, values=()):
        self.values = list(dict.fromkeys(values))

    def __contains__(self, value):
        return value in self.values

    def __iter__(self):
        return iter(self.values)

    def __len__(self):
        return len(self.values)

    def add(self, value):
        if value not in self.values:
            self.values.append(value)

    def discard(self, value):
        if value in self.values:
            self.values.remove(value)

    def __repr__(self):
        return f"Bag({self.values})"


a, b = Bag("abcd"), Bag("cdef")
print(a & b, a | b, a - b, a ^ b, a & "xa", a | "xa", a - ["a"], a ^ "ax")
print({"a", "z"} & a, ["q", "a"] | a, "az" - a, "az" ^ a, frozenset("ab") - a)
print(a == b, a == {"a", "b", "c", "d"}, a <= b, a <= set("abcde"), a < a, a <= a, a >= Bag("ab"), a > Bag("ab"), a > Bag("abcd"), a == 3, a != 3)
for operator in "&", "|", "-", "^", "<", "<=", ">":
    print(tried(eval, f"a {operator} 5"), tried(eval, f"5 {operator} a"))
print(a.isdisjoint("xyz"), a.isdisjoint("xa"), a._hash() == hash(frozenset("abcd")))
c = Bag("abc")
c |= "xyz"; print(c)
c &= set("axyq"); print(c)
c -= "x"; print(c)
c ^= "aaz"; print(c)
c ^= c; print(c, len(c))
c |= "mn"; c -= c; print(c, tried(c.pop), tried(c.remove, "m"))
c |= "mno"; print(c.pop(), c.remove("o"), c, c.clear(), c)


class Register(abstract.MutableMapping):
    def __init__(self, *args, **named):
        self.values_ = {}
        self.update(*args, **named)

    def __getitem__(self, key):
        return self.values_[key]

    def __setitem__(self, key, value):
        self.values_[key] = value

    def __delitem__(self, key):
        del self.values_[key]

    def __iter__(self):
        return iter(self.values_)

    def __len__(self):
        return len(self.values_)

    def __repr__(self):
        return f"Register({self.values_})"


class Keyed:
    def keys(self):
        return ["k"]

    def __getitem__(self, key):
        return key * 2


r = Register([("a", 1), ("b", 2)], c=3)
r.update(Keyed(), self=5, other=6)
print(list(r.items()), r.keys(), list(r.values()), r.get("q"), r.get("q", 0), "q" in r, "a" in r)
print(r.pop("a"), r.pop("a", None), tried(r.pop, "a"), r.setdefault("z"), r.setdefault("b", 9), r.popitem())
print(6 in r.values(), 7 in r.values(), ("b", 2) in r.items(), ("b", 3) in r.items(), ("nix", 3) in r.items(), r.keys() & {"b", "x"}, r.items() - {("b", 2)} == set(r.items()) - {("b", 2)})
print(r == dict(r), r == Register(), r == 5, r != dict(r), tried(reversed, r), tried(hash, r))
print(tried(r.update, 5), tried(r.update, [(1, 2, 3)]), tried(r.update, 1, 2))
print(r.clear(), len(r), tried(r.popitem), r.keys(), r.values(), r.items())


class Row(abstract.MutableSequence):
    def __init__(self, values=()):
        self.values = list(values)

    def __getitem__(self, index):
        return self.values[index]

    def __setitem__(self, index, value):
        self.values[index] = value

    def __delitem__(self, index):
        del self.values[index]

    def __len__(self):
        return len(self.values)

    def insert(self, index, value):
        self.values.insert(index, value)


row = Row("abcabc")
print(list(row), list(reversed(row)), row.index("b"), row.index("b", 2), row.index("c", -3), tried(row.index, "b", 2, 4), tried(row.index, "b", -9, -5), row.index("a", 0, -1))
print(tried(row.index, "x"), row.count("a"), row.count("x"), "b" in row, "x" in row)
row.extend(row); print(row.values, row.pop(), row.pop(0), row.pop(-2), tried(row.pop, 99))
row += "xy"; row.append("!"); row.reverse(); print(row.values, row.remove("x"), row.values, tried(row.remove, "x"))
nan = float("nan")
row.clear(); row.append(nan); print(row.values, nan in row, row.count(nan), row.index(nan), float("nan") in row)


class Sloppy:
    def __eq__(self, other):
        raise IndexError("from the comparison")


print(tried(row.index, Sloppy()))

# Hooks: what a type defines, and None for "no"
class Has:
    def __iter__(self): ...
    def __len__(self): ...
    def __contains__(self, x): ...


class Not(Has):
    __len__ = None


print([issubclass(k, t) for k in (Has, Not) for t in (abstract.Iterable, abstract.Sized, abstract.Collection, abstract.Container, abstract.Hashable)])
print([issubclass(k, abstract.Hashable) for k in (list, tuple, set, frozenset, dict, int)], issubclass(Row, abstract.Reversible))


class Flow(abstract.Generator):
    def send(self, value):
        return value

    def throw(self, typ, val=None, tb=None):
        return super().throw(typ, val, tb)


flow = Flow()
print(next(flow), flow.send(3), tried(flow.throw, ValueError), tried(flow.throw, ValueError, ValueError("x")), tried(flow.throw, KeyError("y")), flow.close())


class Stubborn(Flow):
    def throw(self, *args):
        return 1


print(tried(Stubborn().close))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(isinstance(b"", abstract.ByteString), issubclass(bytearray, abstract.ByteString))

    class Mine(abstract.ByteString):
        pass
    print([str(w.message) for w in caught])

# functools
class Version:
    def __init__(self, *numbers):
        self.numbers = numbers

    def __eq__(self, other):
        return self.numbers == other.numbers if isinstance(other, Version) else NotImplemented


def compared(name):
    def method(self, other):
        return getattr(self.numbers, name)(other.numbers) if isinstance(other, Version) else NotImplemented
    return method


for root in "__lt__", "__le__", "__gt__", "__ge__":
    kind = functools.total_ordering(type("Kind" + root.strip("_"), (Version,), {root: compared(root)}))
    low, high = kind(1, 2), kind(1, 3)
    print(root, [(x < y, x <= y, x > y, x >= y) for x, y in ((low, high), (high, low), (low, kind(1, 2)))], tried(lambda: low < 5))
    for name in "__lt__", "__le__", "__gt__", "__ge__":
        if name != root:
            method = getattr(kind, name)
            print("   ", method.__name__, method.__qualname__, method.__doc__, pickle.loads(pickle.dumps(method)) is method)
print(tried(functools.total_ordering, type("Nothing", (), {})))


class Called(functools.partial):
    pass


p = Called(print, 1, sep="-")
args, keywords = (2,), {"end": ""}
p.extra = 3
p.__setstate__((print, args, keywords, None))
print(p, p.args is args, p.keywords is keywords, p.__dict__, functools.partial(print, 1, end=""))
for state in None, (), (print, [], {}, {}), (print, (), [], {}), (1, (), {}, {}), (print, (), {}):
    print(tried(p.__setstate__, state))


@functools.lru_cache(maxsize=-5)
def none_kept(x):
    return x


@functools.lru_cache
def kept(x):
    return x


none_kept(1), none_kept(1), kept(1), kept(1)
print(none_kept.cache_info(), none_kept.cache_parameters(), kept.cache_info(), kept.cache_parameters(), kept.cache_info()._fields)
print(tried(functools.lru_cache, "x"))


@functools.singledispatch
def shown(value):
    return "object"


@shown.register
def _(value: int | str):
    return "int or str"


@shown.register(abstract.Sized)
@shown.register(abstract.Iterable)
def _(value):
    return "sized or iterable"


class Nested(list):
    pass


print(shown(1), shown(""), shown(None), tried(shown, Nested()), tried(shown), sorted(k.__name__ for k in shown.registry))
shown.register(abstract.Collection, lambda value: "collection")
print(shown(Nested()), shown({}), shown(iter([])), shown.dispatch(bool) is shown.registry[int])
for wrong in 5, list[int], int | list[int], "x":
    print(tried(shown.register, wrong), "/", tried(shown.register, wrong, len))


def annotated(value: list[int]): ...
def united(value: "int | list[int]"): ...
print(tried(shown.register, annotated), tried(shown.register, united))
