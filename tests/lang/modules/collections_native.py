# python3.12
# deque, defaultdict, OrderedDict and Counter's counting.
from collections import deque, defaultdict, OrderedDict, Counter
import collections.abc, copy


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


d = deque([1, 2])
for f in [lambda: d.remove(5), lambda: d.index(5), lambda: d[5], lambda: d["a"], lambda: d[0:1], lambda: deque(3), lambda: deque([], "a"),
          lambda: deque([], -1), lambda: d + [1], lambda: d * "a", lambda: d < [1], lambda: d.rotate("a"), lambda: d.insert("a", 1),
          lambda: deque([1], 1).insert(0, 2), lambda: d.pop(1), lambda: d.append(), lambda: deque(a=1), lambda: deque([], 3, 4),
          lambda: d.__setitem__(9, 1), lambda: d.__delitem__(9), lambda: setattr(d, "maxlen", 3), lambda: hash(d), lambda: setattr(d, "zz", 3),
          lambda: deque([1], 2**70), lambda: d * (2**62), lambda: d.extend(3), lambda: d.index(1, "a"), lambda: d.count(), lambda: d[2**70],
          lambda: 3 * d, lambda: d.__iadd__(3), lambda: deque().pop(), lambda: deque().popleft()]:
    show(f)
d = deque()
for i in range(20):
    d.append(i) if i % 3 else d.appendleft(i)
print(d, len(d), d[0], d[-1], d[7], 5 in d, 99 in d, bool(d), bool(deque()))
d.rotate(3); print(d)
d.rotate(-7); print(d)
d.rotate(45); print(d)
d.rotate(); print(d)
d.reverse(); print(d)
d.insert(3, "x"); d.insert(-2, "y"); d.insert(100, "z"); d.insert(-100, "w"); print(d)
d.remove("x"); del d[0]; del d[-1]; del d[4]; d[2] = "two"; print(d, d.index("y"), d.count(0))
print(list(reversed(d)), d.copy() == d, d == deque(list(d)), d != deque(), d < deque([99]))
e = deque("abcde", 3)
print(e, e.maxlen, d.maxlen); e.append("f"); print(e); e.appendleft("g"); print(e)
e.extend("xy"); print(e); e.extendleft("pq"); print(e); print(e + deque("zz"), e * 2, e * 0, e.copy())
e += "12"; print(e); e *= 5; print(e)
print(deque([1], 0), deque([1, 2], maxlen=None))
z = deque([1, 2], 0); z.append(3); z.appendleft(3); z.extend([1]); print(z)
d = deque([1, 2, 3]); d.extend(d); d.extendleft(d); print(d)
r = deque([1]); r.append(r); print(r)
it = iter(d); next(it); d.append(1)
show(next, it)
it = reversed(deque([1, 2])); print(next(it), next(it), next(it, "end"), it.__length_hint__())
print(type(iter(d)), type(reversed(d)), deque[int], isinstance(d, collections.abc.MutableSequence))
for a, b in [([1, 2], [1, 2]), ([1, 2], [1, 3]), ([1], [1, 0]), ([], []), ([2], [1, 5])]:
    a, b = deque(a), deque(b)
    print(a == b, a != b, a < b, a <= b, a > b, a >= b)


class Eq:
    def __eq__(self, other):
        victim.clear()
        return False


victim = deque([1, Eq(), 3])
show(lambda: 7 in victim)
victim = deque([Eq(), 3]); show(lambda: victim.remove(3))
victim = deque([Eq(), 3]); show(lambda: victim.index(3))
victim = deque([Eq(), 3]); show(lambda: victim.count(3))


class D(deque):
    def __init__(self, *args):
        super().__init__(*args)
        self.name = "n"


s = D([1, 2]); s.x = 1
print(s, s.name, type(s.copy()), s.copy(), s + s, type(s + s), copy.copy(s), copy.deepcopy(s) == s)
print(copy.copy(deque([1], 4)), copy.deepcopy(deque([[1]])))
d = deque(range(1000))
for i in range(995): d.popleft()
print(d)
match d:
    case [a, b, *rest]: print("matched", a, b, rest)
# defaultdict
d = defaultdict(list)
d["a"].append(1); d["b"]; print(d, d["a"], d.get("zz"), "q" in d, len(d), d.default_factory)
show(lambda: defaultdict()["x"]); show(lambda: defaultdict(3)); show(defaultdict, None, {"a": 1}, b=2); show(defaultdict, int, [(1, 2)], 3)
d = defaultdict(int, a=1); d["b"] += 5; print(d, dict(d), d == {"a": 1, "b": 5})
d.default_factory = None; show(lambda: d["zz"]); d.default_factory = lambda: "made"; print(d["n"], d.copy(), type(d.copy())) if False else print(d["n"])
print(d.__missing__("m"), sorted(d))
n = defaultdict(lambda: defaultdict(int)); n["x"]["y"] += 1; print(dict(n["x"]), len(n))
print(defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(str, a=1), type({"b": 1} | defaultdict(int)))
x = defaultdict(int); x |= {"k": 3}; print(x, copy.copy(x), copy.deepcopy(x), defaultdict.fromkeys("ab", 1), defaultdict[int, str])
show(lambda: defaultdict(int) | 3)


class M(defaultdict):
    def __missing__(self, key):
        return "missing " + key


print(M(int)["k"], M(int), isinstance(M(), dict)); m = M(); m.attr = 1; print(m.attr)


def fails():
    raise ValueError("factory")


show(lambda: defaultdict(fails)["a"])
c = defaultdict(list); c["self"] = c; print(c)
for key, value in sorted(defaultdict(int, b=1, a=2).items()): print(key, value)
# OrderedDict
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
print(list(o.items()), o["a"], len(o), list(reversed(o)), "b" in o)
o.move_to_end("a"); print(list(o)); o.move_to_end("c", last=False); print(list(o)); o.move_to_end("c", False); print(list(o))
show(o.move_to_end, "zz"); print(o.popitem(), o.popitem(last=False), list(o)); show(OrderedDict().popitem)
print(o.pop("b"), o.pop("b", 5), o.pop("b", default=6)); show(o.pop, "b"); print(list(o), bool(o), o.setdefault("q", 1), o.setdefault("q", 2), o.setdefault("r"))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict(a=1) != OrderedDict(a=1), OrderedDict(a=1) == 3)
print(list((OrderedDict(a=1) | {"b": 2}).items()), type({"a": 1} | OrderedDict(b=1)), list(({"a": 1} | OrderedDict(b=1))))
o = OrderedDict.fromkeys("xyz", 0); o.update(y=5, w=1); o |= {"v": 2}; print(list(o.items()), list(o.copy().items()), type(o.copy()))
del o["x"]; o["x"] = 9; print(list(o), list(o.keys()), list(o.values()))
show(OrderedDict, 1, 2); show(lambda: hash(o)); show(o.update, 1, 2)


class LRU(OrderedDict):
    def __init__(self, size, *args, **kwargs):
        self.size = size
        super().__init__(*args, **kwargs)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            del self[next(iter(self))]


cache = LRU(2, a=1, b=2); cache["a"]; cache["c"] = 3; print(list(cache))
big = OrderedDict((i, i) for i in range(500))
for i in range(450): big.popitem(last=False); big[1000 + i] = i
print(len(big), next(iter(big)), next(reversed(big)), big[1449], sum(big))
print(copy.copy(OrderedDict(a=[1])) == {"a": [1]}, type(copy.deepcopy(OrderedDict(a=1))))
v = OrderedDict(a=1, b=2); print(v.keys(), v.values(), v.items(), v.keys() & {"a"}, {"a", "q"} - v.keys(), v.keys() == {"a", "b"}, v.items() == {("a", 1), ("b", 2)}, list(reversed(v.keys())), ("a", 1) in v.items(), type(v.keys()), isinstance(v.keys(), collections.abc.KeysView), [k + str(n) for k, n in v.items()], len(v.values()), {"a"} | v.keys() == {"a", "b"}, v.keys() <= {"a", "b", "c"}, v.keys().isdisjoint("xy"))
# Counter
c = Counter("abracadabra"); print(c, c["a"], c["zz"], c.most_common(2), sorted(c.elements())[:4], c.total())
c.update("aaa"); c.subtract("bb"); print(c, c + c, c - Counter("aaab"), c & Counter("ab"), c | Counter("zz"), -Counter(a=-1), +c)
print(Counter(), Counter([1, 1.0, True]), Counter({"a": 2}, b=3), Counter(a=1) == Counter(a=1, b=0))


class Odd(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 10)


print(Odd("aab")); show(Counter, 3); show(Counter, [[1]])
