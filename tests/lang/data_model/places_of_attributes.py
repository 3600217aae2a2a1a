# Attributes that come and go: whatever room an instance has inside, its attributes are those and in the order of the language.  # unchecked
import copy, functools, gc, itertools, pickle, sys, weakref

def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"

class Empty:
    pass

class One:
    def __init__(self):
        self.a = 1

class Three:
    def __init__(self):
        self.a, self.b, self.c = 1, 2.5, "c"

class Five:
    def __init__(self):
        self.a, self.b, self.c, self.d, self.e = range(5)

class Members:
    __slots__ = ("x", "y")

class MembersMore(Members):
    __slots__ = ("z",)

class MembersAndDict(Members):
    pass

class DictInSlots:
    __slots__ = ("x", "__dict__", "__weakref__")
    def __init__(self):
        self.x, self.later = "x", "later"

class Many:
    __slots__ = tuple(f"m{i}" for i in range(40))

class ManyAndDict(Many):
    def __init__(self):
        self.m0, self.m39, self.own = "first", "last", "own"

class OfError(ValueError):
    pass

class OfList(list):
    def __init__(self, *items):
        super().__init__(items)
        self.name = "list"

class OfDict(dict):
    __slots__ = ("tag", "__dict__")

class OfTuple(tuple):
    pass

class OfTupleBare(tuple):
    __slots__ = ()

class OfStr(str):
    __slots__ = ("tag",)

class OfInt(int):
    pass

class OfBytes(bytes):
    pass

def makers():
    return [Empty, One, Three, Five, MembersAndDict, DictInSlots, ManyAndDict, OfError, OfList, OfDict, lambda: OfTuple((1, 2)), lambda: OfInt(10**30), lambda: OfBytes(b"bytes")]

# ---- added one after the other, in several orders; all read back each time
for make in makers():
    for order in ("pqrstuvw", "wvutsrqp", "pwqvrust"):
        o = make()
        start = dict(vars(make()))
        for count, name in enumerate(order, 1):
            setattr(o, name, name * count)
            for known in order[:count]:
                assert getattr(o, known) == known * (order.index(known) + 1), (make, known)
            for known in start:
                assert getattr(o, known) == start[known]
            gc.collect() if count == 4 else None
        assert list(vars(o)) == list(start) + list(order), vars(o)
    print(type(o).__name__, start, len(vars(o)))

# ---- deleted from the end, from the middle, and added again
def come_and_go(make):
    o = make()
    before = list(copy.copy(o).__dict__)
    for i in range(12):
        setattr(o, f"k{i}", [i])
    for i in reversed(range(12)):
        assert getattr(o, f"k{i}") == [i]
        delattr(o, f"k{i}")
        assert not hasattr(o, f"k{i}")
        for j in range(i):
            assert getattr(o, f"k{j}") == [j]
        setattr(o, f"again{i}", i)
        delattr(o, f"again{i}")
    for i in range(3):
        setattr(o, f"n{i}", i)
    for i in range(6):
        setattr(o, f"k{i}", (i,))
    del o.n1
    o.n1 = "back"
    del o.k5, o.k4
    o.k4 = "k4"
    assert list(vars(o)) == before + ["n0", "n2", "k0", "k1", "k2", "k3", "n1", "k4"], vars(o)
    return [getattr(o, name) for name in ("n0", "n1", "n2", "k0", "k3", "k4")], attempt(lambda: o.k5), attempt(delattr, o, "k5")

for make in makers():
    print(come_and_go(make))

# ---- the same place in the code for instances with and without room
def store(o, value):
    o.first = value
    o.second = value + 1
    o.third = value + 2
    o.fourth = value + 3
    o.fifth = value + 4
    o.fifth += o.first
    o.fourth = o.fifth
    return o.first + o.second + o.third + o.fourth + o.fifth

for round in range(3):
    print([store(make(), round) for make in makers() for again in range(4)][::5])

kept = [Three() for i in range(20)]
for i, o in enumerate(kept):
    for name in "defghi"[:i % 7]:
        setattr(o, name, name + str(i))
for i, o in enumerate(kept + [Three()]):
    o.last = i
print([len(vars(o)) for o in kept], [sorted(vars(o).values(), key=str)[:3] for o in kept[4:8]], [o.last for o in kept] == list(range(20)))

# ---- __dict__: read, written, replaced, deleted
for make in makers():
    for extra in (0, 1, 2, 5):
        o = make()
        for i in range(extra):
            setattr(o, f"x{i}", i)
        count = len(copy.copy(o).__dict__)
        d = o.__dict__
        assert len(d) == count and d is o.__dict__ is vars(o)
        d["through"] = "dict"
        o.straight = "attribute"
        assert o.through == "dict" and d["straight"] == "attribute" and len(d) == count + 2
        del d["through"]
        assert not hasattr(o, "through")
        o.__dict__ = other = {"only": extra}
        assert o.only == extra and not hasattr(o, "straight") and d["straight"] == "attribute"
        o.more = "more"
        assert other == {"only": extra, "more": "more"} == vars(o)
        if make is OfError:
            assert attempt(delattr, o, "__dict__") == "TypeError: cannot delete __dict__"
            continue
        del o.__dict__
        assert attempt(lambda: o.only).startswith("AttributeError") and o.__dict__ == {}
        o.fresh = 1
        assert vars(o) == {"fresh": 1} and other == {"only": extra, "more": "more"}
        p = make()
        for i in range(extra):
            setattr(p, f"x{i}", i)
        p.__dict__ = {"at once": 1, "a": "new a"}
        assert p.a == "new a" and getattr(p, "at once") == 1
        p.z = 2
        gc.collect()
        assert vars(p) == {"at once": 1, "a": "new a", "z": 2}
print(attempt(delattr, store, "__dict__"), attempt(delattr, functools.partial(store), "__dict__"), attempt(delattr, makers, "__dict__"))
print(attempt(setattr, Three(), "__dict__", 5), attempt(lambda: Members().__dict__), attempt(setattr, Members(), "w", 1), attempt(lambda: OfTupleBare((1,)).__dict__), attempt(setattr, OfTupleBare(), "w", 1))

# ---- members of __slots__ beside them
def members(make):
    o = make()
    o.x = "x"
    results = [attempt(lambda: o.y), attempt(delattr, o, "y")]
    o.y = ["y"]
    for i in range(9):
        attempt(setattr, o, f"extra{i}", i)
    results += [o.x, o.y, attempt(lambda: o.extra8), attempt(lambda: o.z)]
    del o.x
    results += [attempt(lambda: o.x), hasattr(o, "x")]
    o.x = "again"
    gc.collect()
    attempt(lambda: o.__dict__.clear())
    return results + [o.x, o.y, attempt(lambda: o.extra0)]

class Both(MembersMore, One):
    pass

class WithY(DictInSlots):
    __slots__ = ("y",)

for make in (Members, MembersMore, MembersAndDict, Both, WithY):
    print(make.__name__, members(make))

m = ManyAndDict()
for i in range(40):
    setattr(m, f"m{i}", i)
for i in range(40):
    setattr(m, f"free{i}", -i)
print(sum(getattr(m, f"m{i}") for i in range(40)), sum(getattr(m, f"free{i}") for i in range(40)), m.own, len(m.__dict__), attempt(lambda: Many().m3))

s = OfStr("text")
s.tag = "tag"
print(s, s.tag, attempt(setattr, s, "other", 1), OfTupleBare((1, 2)) + (3,), len(OfTupleBare()), OfTupleBare("abc")[1:], hash(OfTupleBare((1,))) == hash((1,)))

# ---- another class
class Other:
    def area(self):
        return sorted(vars(self).items(), key=str)

class OtherBig:
    def __init__(self):
        self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h = range(8)
    area = Other.area

for make, extra in itertools.product((Empty, One, Three, Five, OtherBig), (0, 1, 3, 9)):
    o = make()
    for i in range(extra):
        setattr(o, f"x{i}", i)
    before = dict(copy.copy(o).__dict__)
    o.__class__ = Other
    assert o.area() == sorted(before.items(), key=str)
    o.new = "new"
    o.__class__ = OtherBig
    o.h = "h"
    gc.collect()
    assert vars(o) == before | {"new": "new", "h": "h"} and type(o) is OtherBig, vars(o)
    o.__class__ = make
    del o.new
    assert vars(o) == before | {"h": "h"}

class MembersTwin:
    __slots__ = ("x", "y")

class MembersTwinDict(MembersTwin):
    pass

class MembersAndDict2(Members):
    pass

class MembersBelow(MembersAndDict2):
    __slots__ = ()

class MembersOther:
    __slots__ = ("x", "z")

class NoReference:
    __slots__ = ("x", "__dict__")

class NoReferenceEither(NoReference):
    __slots__ = ()

class Reference(NoReference):
    __slots__ = "__weakref__"

o = Members()
o.x, o.y = "kept", ["too"]
o.__class__ = MembersTwin
print(o.x, o.y, attempt(setattr, o, "__class__", MembersTwinDict), attempt(setattr, o, "__class__", MembersMore), attempt(setattr, o, "__class__", Three))
o = MembersAndDict()
o.x, o.y, o.free, o.other = "kept", ["too"], "free", "other"
o.__class__ = MembersAndDict2
print(o.x, o.y, vars(o), attempt(setattr, o, "__class__", MembersTwin), attempt(setattr, o, "__class__", MembersTwinDict))
o.__class__ = MembersBelow
print(o.x, o.y, vars(o), type(o).__name__)
for one in (Members, MembersTwin, MembersTwinDict, MembersOther, NoReference, NoReferenceEither, Reference, DictInSlots, Empty, MembersBelow, OfTuple, OfTupleBare, OfError):
    print(one.__name__, [(two.__name__) for two in (Members, MembersTwin, MembersTwinDict, MembersOther, NoReference, NoReferenceEither, Reference, DictInSlots, Empty, MembersBelow, OfTuple, OfTupleBare, OfError) if attempt(setattr, one(), "__class__", two) is None])
l = OfList(1, 2)
l.more = "more"
class OfList2(list):
    pass
l.__class__ = OfList2
l.append(3)
print(l, l.name, l.more, type(l).__name__)

# ---- weak references, copies, pickles
for make in (Empty, One, Three, Five, MembersAndDict, DictInSlots, OfError, OfList):
    for extra in (0, 1, 4, 10):
        o = make()
        for i in range(extra):
            setattr(o, f"x{i}", [i])
        if hasattr(make, "x"):
            o.x = "member"
        r = weakref.ref(o)
        twins = [copy.copy(o), copy.deepcopy(o)] + [pickle.loads(pickle.dumps(o, protocol)) for protocol in range(2 if hasattr(make, "x") else 0, 6)]
        assert r() is o
        for twin in twins:
            assert type(twin) is make and vars(twin) == vars(o) and getattr(twin, "x", None) == getattr(o, "x", None)
            twin.afterwards = "twin"
            assert not hasattr(o, "afterwards") and twin.afterwards == "twin"
        assert extra < 1 or (twins[0].x0 is o.x0 and twins[1].x0 is not o.x0)
        o.afterwards = "own"
        assert vars(twins[0])["afterwards"] == "twin" and vars(o)["afterwards"] == "own"

# ---- the state leaves the original as it was
o = Three()
state = dict(o.__reduce_ex__(2)[2])
o.b = "b"
print(o.a, o.b, state, o.__getstate__(), Empty().__getstate__(), attempt(Members().__getstate__))
print(*(sys.getsizeof(make()) > 0 for make in makers()), sys.getsizeof(Three()) <= sys.getsizeof(Five()) <= sys.getsizeof(ManyAndDict()), sys.getsizeof(Members()) < sys.getsizeof(Many()))
print([c.__dictoffset__ != 0 for c in (Empty, Members, MembersMore, MembersAndDict, OfTuple, OfTupleBare, OfInt, OfList, OfError, OfStr)], object.__dictoffset__)

# ---- what __init__ stores: in part, through properties, in bases, after reading
class Checked:
    def __init__(self, value, full=True):
        self.value = value
        if full:
            self.extra = value * 2
    @property
    def value(self):
        return self._value
    @value.setter
    def value(self, value):
        self._value = value

class Deeper(Checked):
    def __init__(self, value):
        self.before = "before"
        super().__init__(value, value % 2 == 0)
        self.after = "after"

for i in range(6):
    o = Deeper(i)
    o.late = i
    print(sorted(vars(Checked(i, False)).items()), list(vars(o)), o.value, end=" ")
print()

# ---- instances refer to one another: what moved is still alive
class Node:
    def __init__(self, next):
        self.next = next

def chain(length):
    node = None
    for i in range(length):
        node = Node(node)
        if i % 2:
            node.number = i
        if i % 3 == 0:
            node.text = str(i) + "!"
            node.list = [i]
        if i % 6 == 0:
            del node.list
    return node

node, total, texts = chain(5000), 0, 0
gc.collect()
while node:
    total += getattr(node, "number", 0)
    texts += len(getattr(node, "text", "")) + sum(getattr(node, "list", ()))
    node.seen = True
    node = node.next
print(total, texts)
