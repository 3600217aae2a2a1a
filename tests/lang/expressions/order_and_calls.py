# Evaluation order (6.16), calls (6.3.4), displays, slices, lambda, conditional, starred (chapter 6).  # python3.12
def attempt(f, *args, **kw):
    try: return f(*args, **kw)
    except Exception as e: return f"{type(e).__name__}: {e}"
out = []
def l(name, value=None):
    out.append(name)
    return value
def show(result=None):
    print(" ".join(map(str, out)), "->", result)
    out.clear()
class Box:
    def __init__(self, name): object.__setattr__(self, "name", name)
    def __setattr__(self, k, v): out.append(f"{self.name}.{k}=")
    def __getattr__(self, k): out.append(f"{self.name}.{k}"); return 1
    def __setitem__(self, k, v): out.append(f"{self.name}[{k}]=")
    def __getitem__(self, k): out.append(f"{self.name}[{k}]"); return 1
    def __delitem__(self, k): out.append(f"del {self.name}[{k}]")
def f(*a, **k): out.append("called"); return (a, k)
show([l(1), l(2), *l("star", [3]), l(4)]); show({l("k1", 1): l("v1"), **l("mapping", {2: 2}), l("k2", 3): l("v2")}); show({l(1, 1), l(2, 2)}); show((l(1), l(2)))
show(l("f", f)(l("a", 1), *l("b", [2]), l("c", 3), k=l("d", 4), **l("e", {"x": 5}))); show(l("f", f)(k=l("k", 1), *l("star", [2]), z=l("z", 3)))
l("box", Box("b")).x = l("value", 1); show(); l("box", Box("b"))[l("key", 1)] = l("value", 1); show()
l("b1", Box("1")).x, l("b2", Box("2"))[l("k", 0)] = l("v", (1, 2)); show(); a = l("b3", Box("3")).y = l("v", 1); show()
l("b", Box("b"))[l("k", 5)] += l("v", 1); show(); l("b", Box("b")).x += l("v", 1); show(); del l("b", Box("b"))[l("k", 1)], l("c", Box("c"))[l("k2", 2)]; show()
show(l("a", 1) + l("b", 2) * l("c", 3) - l("d", 4)); show(l("a", 2) ** -l("b", 1)); show(l("a", 1) < l("b", 2) < l("c", 3)); show(l("a", 3) < l("b", 2) < l("c", 3)); show(l("a", 0) or l("b", 1) and l("c", 2)); show(not l("a", 1) or l("b", 0))
show(l("yes", 1) if l("cond", 1) else l("no", 2)); show(l("yes", 1) if l("cond", 0) else l("no", 2)); show(l("s", "abcdef")[l("i", 1):l("j", 5):l("k", 2)]); show([l("e", i) for i in l("it", [1, 2]) if l("if", True)]); show({l("k", i): l("v", i) for i in [1, 2]})
show((lambda x=l("default", 1): l("body", x))()); show(f"{l('a', 1)}{l('b', 2)!r:>{l('w', 5)}}"); show(l("x", 1) in l("y", [1])); show(l("x", 1) is not l("y", 2))
@l("d1", lambda g: l("apply1", g))
@l("d2", lambda g: l("apply2", g))
def decorated(p=l("p", 1), *, q=l("q", 2)): pass
out[:] = [o for o in out]; show(); del decorated
class Made(l("base", object), metaclass=l("meta", type)): body = l("body")
show()
with l("m", __import__("contextlib").nullcontext()) as l("t", Box("t")).x: pass
show()
for l("t", Box("t"))[l("k", 0)] in l("it", [1]): pass
show()
assert l("test", 1), l("message"); show()
try: raise l("e", ValueError) from l("cause", None)
except ValueError: show()
x = [1, 2, 3]; i = 0
i, x[i] = 1, 9; print(i, x); x[i], i = 5, 2; print(i, x)
a = b = [0]; a[0], b = 7, a[0]; print(a, b)
a, a.b = (Box("q"), 1) if False else (1, 2) if False else (Box("q"), 3); show(type(a).__name__)
print([y := 1, y ** 2, (z := y + 1)], y, z, [w := 3] and w, (lambda: (v := 5) + v)())
# calls: what may be called with what
def p(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
for args, kw in [((1,), {"d": 4}), ((1, 2, 3, 4, 5), {"d": 6, "z": 7}), ((1,), {"a": 2, "b": 3, "d": 4}), ((), {"d": 1}), ((1,), {}), ((1, 2, 3), {"c": 4, "d": 5}), ((1,), {"d": 1, "d2": 2, "args": 3, "kw": 4}), ((), {})]:
    print(args, kw, attempt(p, *args, **kw))
def none(): pass
def one(a): pass
def two(a, b): pass
def opt(a, b=1): pass
def kwonly(*, k, m): pass
def pos(a, /): pass
def pos2(a, b, /, c): pass
class K:
    def method(self, a): pass
    @classmethod
    def cm(cls, a): pass
    @staticmethod
    def sm(a): pass
    def none(): pass
    def __init__(self, v): pass
    def __call__(self, c): pass
for call in (lambda: none(1), lambda: none(1, 2), lambda: none(a=1), lambda: one(), lambda: one(1, 2), lambda: one(1, a=2), lambda: one(b=1), lambda: one(1, b=1, c=2), lambda: two(), lambda: two(1), lambda: two(b=1), lambda: two(1, 2, 3), lambda: opt(), lambda: opt(1, 2, 3), lambda: opt(b=1), lambda: kwonly(), lambda: kwonly(k=1), lambda: kwonly(1), lambda: kwonly(1, k=2, m=3), lambda: pos(a=1), lambda: pos(), lambda: pos2(a=1, b=2, c=3), lambda: pos2(1, b=2, c=3),
             lambda: K(), lambda: K(1, 2), lambda: K(1).method(), lambda: K(1).method(1, 2), lambda: K.method(), lambda: K.cm(), lambda: K.cm(1, 2), lambda: K.sm(), lambda: K(1).none(), lambda: K(1)(), lambda: K(1)(1, 2), lambda: (lambda a: 0)(), lambda: one(**{1: 2}), lambda: one(**{"a": 1}, **{"a": 2}), lambda: one(a=1, **{"a": 2}), lambda: f(*5), lambda: f(**5), lambda: f(*None), lambda: f(**[1]), lambda: f(**{"a": 1}, **{"a": 2}), lambda: one(*[1], *[2]), lambda: f(*"ab", **{}), lambda: 5(), lambda: None(), lambda: "s"(1), lambda: [](1), lambda: K(1).nope(),
             lambda: len(), lambda: len(1, 2), lambda: len(obj=[]), lambda: [].append(), lambda: [].append(1, 2), lambda: "".join(), lambda: {}.get(), lambda: {}.get(1, 2, 3), lambda: int("1", base=10, x=1), lambda: sorted(), lambda: sorted([], 1), lambda: print(foo=1), lambda: isinstance(1), lambda: range(), lambda: range(1, 2, 3, 4), lambda: dict(1, 2), lambda: list(1, 2), lambda: object(1), lambda: K.__new__(), lambda: int.__add__(1), lambda: int.__add__("a", 1), lambda: str.upper(), lambda: str.upper(1), lambda: list.append(1, 2), lambda: super().x, lambda: type.mro(), lambda: iter(), lambda: enumerate(), lambda: zip(1), lambda: map(), lambda: map(len), lambda: max(), lambda: max(1), lambda: max([]), lambda: min([], key=1), lambda: sum(), lambda: sum(1), lambda: sum(["a"]), lambda: sum([], ""), lambda: abs(), lambda: round(), lambda: pow(1), lambda: divmod(1), lambda: chr(), lambda: ord("ab"), lambda: ord(5), lambda: hash(), lambda: id(), lambda: getattr(1), lambda: setattr(1, 2), lambda: open(), lambda: bytes(1, 2, 3, 4), lambda: float(1, 2), lambda: complex(1, 2, 3), lambda: slice(), lambda: property(1, 2, 3, 4, 5), lambda: classmethod(), lambda: staticmethod(1, 2), lambda: format(), lambda: vars(1, 2), lambda: dir(1, 2), lambda: callable(), lambda: repr(), lambda: input(1, 2), lambda: reversed(), lambda: filter(1), lambda: next(), lambda: next(5), lambda: any(5), lambda: bool(1, 2), lambda: tuple(1, 2), lambda: set(1, 2), lambda: frozenset(1, 2), lambda: bytearray(1, 2), lambda: memoryview(), lambda: memoryview(1), lambda: issubclass(1), lambda: compile(), lambda: eval(), lambda: exec(), lambda: globals(1), lambda: locals(1), lambda: __import__(), lambda: "a".replace("b"), lambda: "a".split(1), lambda: "a".encode(1), lambda: b"".join(["a"]), lambda: [].sort(1), lambda: [].sort(foo=1), lambda: [].insert(1), lambda: [].pop(1, 2), lambda: {}.pop(), lambda: {}.update(1), lambda: {}.update([1]), lambda: {}.fromkeys(), lambda: set().add(), lambda: (1).to_bytes(-1), lambda: (1.5).hex(1), lambda: "".format_map(), lambda: "%d" % "a", lambda: "%z" % 1, lambda: "{} {}".format(1), lambda: "{a}".format(), lambda: "{0.x}".format(1), lambda: "{!x}".format(1)):
    print(attempt(call))
# unpacking in displays, subscripts, return, yield, for, assignments
def r(): t = [2, 3]; return 1, *t, *"ab"
def y(): yield 1, *[2]
print(r(), list(y()), [*range(2), *{}, *{5: 6}], {*[1], *(1,)}, {**{"a": 1}, "a": 2, **{"b": 3}}, (*[],), [*(x for x in "q")])
class S:
    def __getitem__(self, k): return k
s = S(); t = (1, 2)
print(s[1, 2], s[1:2, ::3], s[...], s[*t], s[0, *t, 5], s[*t, 1:2], s[()], s[1,], s[:], s[::], s[None:None:None], s[lambda: 1] is not None, s[(q := 5)], q)
for v in 1, *[2, 3]: print(v, end=" ")
print()
print(attempt(lambda: [*5]), attempt(lambda: (*None,)), attempt(lambda: {*1}), attempt(lambda: {**1}), attempt(lambda: {**[1]}), attempt(lambda: [*S()] if False else 1))
def unpack(v):
    a, b = v
    return a, b
def star(v):
    a, *b, c = v
    return a, b, c
def nested(v):
    (a, b), [c, *d] = v
    return a, b, c, d
for v in ((1, 2), (1,), (1, 2, 3), "ab", "abc", {1: 2, 3: 4}, 5, None, iter([1]), iter([1, 2, 3]), range(2), {1, 2}, [], (i for i in "xy"), ((1, 2), "abc"), ((1, 2), ""), (1, 2, 3, 4)):
    if hasattr(v, "__next__"): v = list(v); 
    print(v, attempt(unpack, v), attempt(star, v), attempt(nested, v))
print(attempt(unpack, iter(())), attempt(star, iter("q")), attempt(unpack, itertools_count()) if False else "")
# conditional, boolean values, not
print(1 and [] or {}, 0 or "" or None, not [], not not 5, (1 if 0 else 2 if 0 else 3), None is None is None, 1 == 1.0 == True is True, 3 > 2 == True, (3 > 2) == True, - 2 ** 2, 2 ** 3 ** 2, -7 // 2, -7 % 3, 7 % -3, ~5 + 1, not 1 == 2, 1 + 2 << 3, 5 & 3 | 4 ^ 1, 1 if True else 2 + 3, [1, 2][True], lambda: 1 and 2 is not None)  if False else print(1 and [] or {}, - 2 ** 2, 2 ** 3 ** 2, 2 ** -1, -7 // 2, -7 % 3, 7 % -3, ~5 + 1, not 1 == 2, 1 + 2 << 3, 5 & 3 | 4 ^ 1, 3 > 2 == True, [1, 2][True])
# slices of everything
for seq in ("abcdef", [1, 2, 3, 4], (1, 2, 3), b"abcd", bytearray(b"abcd"), range(10), memoryview(b"abcd")):
    print([str(seq[i:j:k]) if not isinstance(seq, memoryview) else bytes(seq[i:j:k]) for i in (None, 0, -3, 2, 100) for j in (None, -1, 3, -100) for k in (None, 1, -1, 2, -2)])
for k in ("a", 1.0, None, (1,), slice("a"), slice(1, 2, 0), slice(1.5), 10**30, -10**30, [], True, 99, -99):
    print(k, [attempt(lambda: seq[k]) for seq in ("abc", [1, 2, 3], (1, 2), b"ab", range(3))], attempt(lambda: {}[k]))
m = [1, 2, 3, 4, 5]
def assign(k, v):
    c = m[:]
    c[k] = v
    return c
def delete(k):
    c = m[:]
    del c[k]
    return c
for k, v in [(slice(1, 3), "ab"), (slice(1, 3), []), (slice(None, None, 2), "xyz"), (slice(None, None, 2), "xy"), (slice(5, 1), [9]), (slice(-1, None), [8, 9]), (slice(3, 1, -1), [7, 6]), (slice(3, 1, -1), [7]), (slice(10, 20), "z"), (slice(0, 0), m), (slice(1, 2), 5), (0, 9), (-6, 9), (5, 9), ("a", 1), (slice(None, None, 0), []), (slice(None), None), (1.5, 2), (slice(None, None, -1), "abcde"), (slice(1, 4, 2), {8: 1, 9: 2})]:
    print(k, v, attempt(assign, k, v), attempt(delete, k))
# lambda
print((lambda: 0)(), (lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3), (lambda a, /, b=2: a + b)(1), [f() for f in [lambda i=i: i for i in range(2)]], (lambda x: lambda y: x + y)(1)(2), (lambda: (yield))().__class__.__name__)
