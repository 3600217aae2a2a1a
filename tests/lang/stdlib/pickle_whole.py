# dumps() and loads() of whole pickles: what is written and read in C, where the rest is asked for, and what goes wrong in the middle.
import collections, copyreg, datetime, decimal, fractions, pickle


class Plain:
    def __init__(self, x): self.x = x
    def __eq__(self, other): return type(self) is type(other) and self.__dict__ == other.__dict__


class Reduced:
    def __init__(self, *args): self.args = args
    def __reduce__(self): return Reduced, self.args
    def __eq__(self, other): return self.args == other.args


class WithState(Reduced):
    def __reduce__(self): return WithState, (1, 2), {"more": [self]}


class Outer:
    class Inner(Plain): pass


class Named(collections.namedtuple("Named", "a b")): pass
class Numbers(int): pass
class Keyed(dict): pass
class Slotted:
    __slots__ = "a", "b"
class Registered: pass
copyreg.pickle(Registered, lambda r: (Registered, ()))
class Strange:
    def __init__(self, what): self.what = what
    def __reduce_ex__(self, protocol): return self.what


def function(): return 5


def both(value, protocol=None):
    data = pickle.dumps(value, protocol)
    return data, pickle.loads(data)


text = "text"
values = [None, True, 1, -1, 255, 256, 65536, -2**31, 2**31, 2**62, 2**80, -2**100, 1.5, "", text, "ü" * 300, b"", b"a", b"b" * 300, bytearray(b"ab"), (), (1,), (1, 2, 3, 4), [], [1], [1, 2],
          {}, {1: 2}, {"a": [text, text], "b": (text,)}, set(), {5}, frozenset(), frozenset({7}), range(3), slice(1, 2), 1j, Ellipsis, NotImplemented, int, len, function, Plain(3), [Plain(1), Plain(2)],
          Outer.Inner(1), Reduced(1, [2]), Named(1, 2), Numbers(5), collections.OrderedDict(a=1), collections.Counter("aab"), collections.deque([1]), Keyed(a=1),
          datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 2, 3, 4, 5, 6), datetime.timedelta(1), datetime.timezone.utc, decimal.Decimal("1.5"), fractions.Fraction(1, 3),
          [[[[text]]]], {(1, 2): {3}}, Outer.Inner]
for value in values:
    for protocol in (None, 3, 5, 2, 0, -1):
        data, back = both(value, protocol)
        if back != value or type(back) is not type(value):
            print("differs", protocol, value, back)
    print(type(value).__name__, len(pickle.dumps(value, 4)))

# what contains itself, and what is there twice
l = []; l.append(l); back = pickle.loads(pickle.dumps(l)); print(back[0] is back)
t = ([],); t[0].append(t); back = pickle.loads(pickle.dumps(t)); print(back[0][0] is back)
d = {}; d["d"] = d; back = pickle.loads(pickle.dumps(d)); print(back["d"] is back)
p = Plain(None); p.x = {"p": p}; back = pickle.loads(pickle.dumps(p)); print(back.x["p"] is back)
w = WithState(); back = pickle.loads(pickle.dumps(w)); print(type(back), back.args, type(back.more[0]))
a = [1]; back = pickle.loads(pickle.dumps([a, {"a": a}, (a, a), {1: a}])); print(back[0] is back[1]["a"] is back[2][1] is back[3][1])
f = function; back = pickle.loads(pickle.dumps([a, f, a, f, Plain(a)])); print(back[0] is back[2] is back[4].x, back[1] is back[3] is function)
s = Slotted(); s.a = 1; back = pickle.loads(pickle.dumps([s, s])); print(back[0].a, back[0] is back[1], hasattr(back[0], "b"))
print(type(pickle.loads(pickle.dumps(Registered()))))
# several frames, with and without a pickler
for extra in ((), (function,), (Plain(1), function)):
    many = [["x" * 1000, i, str(i)] for i in range(300)] + list(extra)
    data = pickle.dumps(many)
    print(len(data), data.count(b"\x95"), pickle.loads(data) == many, data[:2], data[-1:])
print(pickle.loads(pickle.dumps("y" * 200_000)) == "y" * 200_000, pickle.loads(pickle.dumps([b"y" * 200_000, function]))[1] is function)
print(len(pickle.loads(pickle.dumps(list(range(2500))))), len(pickle.loads(pickle.dumps(dict.fromkeys(range(2500))))), len(pickle.loads(pickle.dumps(set(range(2500))))))


def failing(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e if not isinstance(e, (AttributeError, RecursionError)) else "")


failing(lambda: pickle.dumps(lambda: 0))
failing(lambda: pickle.dumps([1, Strange(5)]))
failing(lambda: pickle.dumps(Strange((1, ()))))
failing(lambda: pickle.dumps(Strange((int, 5))))
failing(lambda: pickle.dumps(Strange((int,))))
failing(lambda: pickle.loads(pickle.dumps([Strange((int, ("12",)))] * 2)))
failing(lambda: pickle.loads(pickle.dumps(Strange((list, (), None, iter([1, 2]))))))
failing(lambda: pickle.loads(pickle.dumps(Strange((dict, (), None, None, iter([(1, 2)]))))))
failing(lambda: pickle.dumps(5, 6))
failing(lambda: pickle.dumps(5, "x"))


class Changing:
    def __init__(self, owner): self.owner = owner
    def __reduce__(self):
        self.owner.clear()
        return int, ()


l = []; l += [Changing(l), 1, 2]; failing(lambda: pickle.loads(pickle.dumps(l)))
d = {}; d.update(a=Changing(d), b=1); failing(lambda: pickle.dumps(d))
s = set(); s |= {Changing(s), 1}; failing(lambda: len(pickle.loads(pickle.dumps(s))) <= 2)
good = pickle.dumps([1, "a", (2, 3), {"k": Plain(1)}, {5}])
outcomes = collections.Counter()
for i in range(len(good)):
    try: pickle.loads(good[:i])
    except (EOFError, pickle.UnpicklingError) as e: outcomes[type(e).__name__] += 1
print(sum(outcomes.values()) == len(good))
for bad in (b"", b".", b"\x80\x04.", b"\x80\x09.", b"(.", b"\x80\x04(N.", b"\x80\x04R.", b"\x80\x04NNR.", b"\x80\x04\x95\x02\0\0\0\0\0\0\0N.", b"\x80\x04\x95\xff\0\0\0\0\0\0\0N.",
            b"\x80\x04h\x05.", b"\x80\x04N\x94h\x00h\x00\x86.", b"\x80\x04\x8c\x03int\x8c\x03int\x93.", b"\x80\x04\x8c\x08builtins\x8c\x03int\x93)R.", b"\x80\x04\x8c\x08builtins\x8c\x03xyz\x93.",
            b"\x80\x04\x8c\x08builtins\x8c\x03int\x93\x8c\x02xx\x85R.", b"\x80\x04\x8c\x08builtins\x8c\x03int\x93K\x05\x85\x81.", b"\x80\x04\x8c\x08builtins\x8c\x08int.real\x93."):
    try: print(bad[2:8], pickle.loads(bad))
    except Exception as e: print(bad[2:8], type(e).__name__)
print(pickle.loads(memoryview(pickle.dumps(5))), pickle.loads(pickle.dumps("x"), encoding="latin-1"), pickle.loads(bytearray(pickle.dumps([1]))))
