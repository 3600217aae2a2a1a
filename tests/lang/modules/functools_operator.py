# functools: partial, reduce, cmp_to_key, lru_cache; operator: every function.
import functools, operator, copy
from functools import partial, reduce, cmp_to_key, lru_cache, cache


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def f(*args, **kwargs):
    return args, kwargs


p = partial(f, 1, 2, a=3)
print(p(), p(4, b=5), p(a=9), p.func is f, p.args, p.keywords, type(p))
q = partial(p, 7, z=1)
print(q(), q.func is f, q.args, q.keywords)
print(partial(int, base=2)("101"), partial(print, "x", end="!\n")())
print(repr(partial(int, "5", base=8)), partial(max))
p.extra = 1; print(p.__dict__, partial(p).func is p)
p.keywords["a"] = "changed"; print(p())
show(partial); show(partial, 3); show(lambda: partial(f)(**{"x y": 1}))
r = copy.copy(q); print(r(), r == q, r.args == q.args, copy.deepcopy(partial(f, [1]))())
rec = partial(f); rec.__setstate__((f, (rec,), {}, {})); print("..." in repr(rec))
show(p.__setstate__, 3); show(p.__setstate__, (1, 2, 3, 4)); print(partial[int])


class P(partial):
    pass


pp = P(f, 1); print(pp(2), P(pp).func is f, isinstance(pp, partial))


class C:
    m = partial(f, 1)

    def g(self, *args): return args
    h = functools.partialmethod(g, 10)


print(C().m(2), C().h(20))
# reduce
print(reduce(operator.add, [1, 2, 3]), reduce(operator.add, [], 5), reduce(lambda a, b: a + b, "abc", ">"))
show(reduce, operator.add, []); show(reduce, operator.add, 3); show(reduce, operator.add); show(reduce, lambda a, b: a / b, [1, 0])
# cmp_to_key
k = cmp_to_key(lambda a, b: b - a)
print(sorted([3, 1, 2], key=k), k(1) < k(2), k(1) == k(1), k(1) >= k(2), k(5).obj, max([1, 5, 3], key=k))
show(lambda: k(1) < 3); show(lambda: hash(k(1))); show(cmp_to_key); show(k); print(sorted("bca", key=cmp_to_key(mycmp=lambda a, b: (a > b) - (a < b))))
show(lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: "x")))


# lru_cache
@lru_cache(maxsize=3)
def square(x):
    "squares"
    print("computing", x, end="; ")
    return x * x


for x in [1, 2, 3, 1, 4, 2, 1, 5, 4]: print(square(x), end=" | ")
print(); print(square.cache_info(), square.__name__, square.__doc__, square.cache_parameters(), square.__wrapped__(3))
square.cache_clear(); print(square.cache_info())


@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(200), fib.cache_info(), fib.cache_parameters())


@lru_cache(maxsize=None, typed=True)
def typed(x, y=None): return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed(1, y=2), typed(1, y=2.0), typed.cache_info())


@lru_cache
def plain(*args, **kwargs): return len(args) + len(kwargs)


print(plain(1), plain(1.0), plain(True), plain((1,)), plain(1, 2), plain((1, 2)), plain(a=1), plain("a", 1), plain(a=1, b=2), plain(b=2, a=1), plain.cache_info())
show(plain, []); show(lru_cache, "x"); show(lru_cache(5), 3)


@lru_cache(maxsize=0)
def none(x): return x


none(1); none(1); print(none.cache_info())


class K:
    @lru_cache(maxsize=10)
    def method(self, x): return x * 2

    @functools.cached_property
    def prop(self): print("once"); return 5


o = K(); print(o.method(3), o.method(3), K.method.cache_info(), o.prop, o.prop, K.method(o, 3))
print(copy.copy(square) is square, copy.deepcopy(fib) is fib, type(square))


@lru_cache(maxsize=2)
def failing(x):
    if x < 0: raise ValueError("negative")
    return x


show(failing, -1); show(failing, -1); print(failing.cache_info())


@lru_cache(maxsize=2)
def inner(n): return n if n <= 0 else inner(n - 1) + n


print(inner(50), inner.cache_info())
big = lru_cache(maxsize=100)(lambda x: x)
for i in range(1000): big(i); big(i // 2)
print(big.cache_info())
# operator
a, b = 13, 5
for name in ["add", "sub", "mul", "floordiv", "mod", "truediv", "pow", "lshift", "rshift", "and_", "or_", "xor", "lt", "le", "eq", "ne", "gt", "ge", "is_", "is_not"]:
    print(name, getattr(operator, name)(a, b), getattr(operator, "__" + name.strip("_") + "__", operator.add)(a, b))
for name in ["neg", "pos", "inv", "invert", "abs", "not_", "truth", "index"]: print(name, getattr(operator, name)(-a))
for name in ["iadd", "isub", "imul", "ifloordiv", "imod", "itruediv", "ipow", "ilshift", "irshift", "iand", "ior", "ixor"]: print(name, getattr(operator, name)(a, b))
l = [1, 2, 3]; print(operator.iadd(l, [4]) is l, l, operator.concat("a", "b"), operator.iconcat(l, [5]) is l, operator.contains(l, 5), operator.countOf([1, 2, 1, True], 1), operator.indexOf("abc", "c"))
operator.setitem(l, 0, "x"); operator.delitem(l, 1); print(l, operator.getitem(l, slice(0, 2)), operator.length_hint(iter([1, 2])), operator.length_hint(3, 7), operator.call(f, 1, x=2))
for fn, args in [(operator.concat, (1, 2)), (operator.concat, ([1], 2)), (operator.indexOf, ("abc", "z")), (operator.indexOf, (3, 1)), (operator.index, (1.5,)), (operator.add, (1,)), (operator.add, (1, "a")), (operator.neg, ("a",)),
                 (operator.neg, ()), (operator.length_hint, ([], "a")), (operator.countOf, (3, 3)), (operator.contains, (3, 3)), (operator.getitem, ({}, "k")), (operator.iconcat, (3, [1])), (operator.lt, (1, "a"))]: show(fn, *args)
ig = operator.itemgetter(1); print(ig([5, 6]), operator.itemgetter(0, 2, -1)("abcd"), operator.itemgetter("k")({"k": 1}), operator.itemgetter(slice(1, 3))("abcd"), ig, operator.itemgetter(0, "a"))
show(ig, [1]); show(ig, 3); show(ig); show(ig, 1, 2); show(operator.itemgetter); show(operator.itemgetter, a=1); print(sorted([(2, "a"), (1, "b")], key=operator.itemgetter(0)), copy.copy(ig)([1, 2]))


class O:
    x = 1

    class y:
        z = "deep"

    def meth(self, a, b=2): return (a, b)


ag = operator.attrgetter("x"); print(ag(O), operator.attrgetter("y.z", "x")(O()), ag, operator.attrgetter("a.b", "c"), copy.copy(ag)(O))
show(ag, 3); show(operator.attrgetter("y.q"), O); show(operator.attrgetter, 3); show(operator.attrgetter); show(operator.attrgetter("x", "nope"), O)
mc = operator.methodcaller("meth", 1, b=3); print(mc(O()), mc, operator.methodcaller("upper")("a"), operator.methodcaller("split", ",")("a,b"), copy.copy(mc)(O()), copy.copy(operator.methodcaller("upper"))("q"))
show(operator.methodcaller); show(operator.methodcaller, 3); show(operator.methodcaller("nope"), 3); show(mc); print(operator.methodcaller("x", "y", z="w"))


class H:
    def __length_hint__(self): return self.value


h = H()
for h.value in [5, -1, "a", NotImplemented]: show(operator.length_hint, h, 3)
