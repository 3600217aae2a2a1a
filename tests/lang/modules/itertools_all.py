# Every iterator of itertools: results, laziness, errors, texts.
import itertools
from itertools import *
import operator


def show(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print(list(islice(result, 12)) if hasattr(result, "__next__") else result)
    except Exception as e:
        print(type(e).__name__, e)


class Numbers:
    def __init__(self, n, log=False):
        self.n = n
        self.log = log

    def __iter__(self):
        for i in range(self.n):
            if self.log:
                print("<%d>" % i, end=" ")
            yield i


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


def failing(n):
    yield from range(n)
    raise ValueError("failing")


# count
for args in [(), (5,), (5, 2), (1.5,), (10, -3), ("a",), (0, 0), (2**62 - 2,), (1, 0.5), (1, 2, 3), (True,), (3, True)]:
    show(count, *args)
show(count, start=3)
show(count, step=4)
show(count, start=3, step=4)
show(count, begin=1)
c = count(3)
print(c, repr(count(3, 2)), count(1.0), next(c), c, count(5, 1), count(5, 1.0), count(-2), iter(c) is c)
big = count(4611686018427387900)
print([next(big) for _ in range(6)], big)
print(count(7).__reduce__()[1], count(7, 2).__reduce__()[1])
# repeat
for args in [(1, 3), ("a", 0), ("a", -5), ("x", Index(2)), (), (1, "2"), (1, 2, 3), (1, 2.0)]:
    show(repeat, *args)
show(repeat, object=1, times=2)
r = repeat("z", 4)
next(r)
print(r, repeat(None), r.__length_hint__(), operator.length_hint(r), list(r), list(r))
try:
    repeat(1).__length_hint__()
except TypeError as e:
    print(e)
print(list(map(pow, range(5), repeat(2))))
# cycle
show(cycle, "ab")
show(cycle, [])
show(cycle)
show(cycle, 3)
show(cycle, iterable="ab")
show(cycle, failing(3))
# accumulate
show(accumulate, [1, 2, 3, 4])
show(accumulate, [1, 2, 3, 4], operator.mul)
show(accumulate, [1, 2, 3], initial=10)
show(accumulate, [], initial=10)
show(accumulate, [], initial=None)
show(accumulate, "abc")
show(accumulate, [1, "a"])
show(accumulate, [3, 1, 4, 1, 5], max)
show(accumulate, [3, 1, 2], func=min)
show(accumulate, iterable=[1, 2], func=None)
show(accumulate)
show(accumulate, [1], None, 3)
show(accumulate, [[1], [2], [3]])
show(accumulate, 3)
# batched is newer than the oracle; chain
show(chain)
show(chain, "ab", [1], (), {2: 3})
show(chain, "ab", 3)
show(chain.from_iterable, ["ab", range(2)])
show(chain.from_iterable, 3)
show(chain.from_iterable, ["a", 3, "b"])
show(chain, failing(1), [2])
show(chain, x=1)
print(chain[int])
c = chain([1], [2])
print(next(c), next(c), next(c, "end"), next(c, "end"))
# combinations and friends
for r in range(5):
    show(combinations, "abc", r)
    show(permutations, "abc", r)
    show(combinations_with_replacement, "abc", r)
show(combinations, "abc", -1)
show(permutations, "abc", -1)
show(combinations_with_replacement, "abc", -1)
show(combinations, "abcd", Index(3))
show(permutations, "abcd", Index(3))
show(permutations, "abc", None)
show(permutations, "abc", True)
show(permutations, "abc", 2.0)
show(combinations, "abc", 2.0)
show(combinations)
show(combinations, "ab")
show(combinations, iterable="abc", r=2)
show(permutations, iterable="abc", r=2)
show(combinations_with_replacement, "", 0)
show(combinations_with_replacement, "", 2)
show(permutations, [], 0)
show(permutations, 5)
print(len(list(permutations(range(6)))), len(list(combinations(range(10), 4))), len(list(combinations_with_replacement(range(6), 4))))
print(list(permutations(range(4), 3))[5:15])
# product
show(product)
show(product, "ab")
show(product, "ab", range(2))
show(product, "ab", [], range(2))
show(product, [0, 1], repeat=3)
show(product, [0, 1], "x", repeat=2)
show(product, [0, 1], repeat=0)
show(product, [0, 1], repeat=-1)
show(product, [0, 1], repeat="a")
show(product, [0, 1], times=1)
show(product, [0, 1], repeat=2**70)
show(product, 3)
show(product, iter("ab"), iter("cd"))
# compress, dropwhile, takewhile, filterfalse
show(compress, "abcdef", [1, 0, 1, 0, 1, 1])
show(compress, "abc", [1, 1])
show(compress, "ab", [True, True, True])
show(compress, data="abc", selectors=[0, "x", []])
show(compress, "abc")
show(compress, 3, [1])
show(dropwhile, lambda x: x < 5, [1, 4, 6, 4, 1])
show(takewhile, lambda x: x < 5, [1, 4, 6, 4, 1])
show(filterfalse, lambda x: x % 2, range(10))
show(filterfalse, None, [0, 1, "", "a", [], None])
show(filterfalse, bool, [0, 1, "", "a", [], None])
show(takewhile, None, [1])
show(dropwhile, 1 .__truediv__, [1, 0])
show(filterfalse, int)
show(takewhile, predicate=int, iterable=[])
t = takewhile(lambda x: x < 3, iter([1, 5, 2]))
print(next(t), next(t, "end"), next(t, "end"))
# islice
for args in [(5,), (0,), (None,), (2, 5), (2, None), (0, None, 3), (1, 8, 3), (5, 2), (None, None, None), (3, 3), (-1,), (0, -1), (-1, 2), (1, 2, 0), (1, 2, -1), ("a",), (1, "a"), ("a", 2), (1, 2, "a"), (1, 2, 3, 4), (), (Index(3),), (2.0,), (2**70,), (1, 2, 2**70)]:
    show(islice, range(10), *args)
it = iter(range(20))
print(list(islice(it, 2, 10, 3)), next(it))
it = iter(range(20))
s = islice(it, 3)
print(list(s), list(s), next(it))
print(list(islice(Numbers(9, True), 1, 6, 2)))
# groupby
for k, g in groupby("aaabbca"):
    print(k, list(g), end="; ")
print()
groups = [(k, list(g)) for k, g in groupby(range(10), lambda x: x // 3)]
print(groups)
groups = [(k, g) for k, g in groupby(range(10), lambda x: x // 3)]
print([(k, list(g)) for k, g in groups])
show(groupby, [], None)
show(groupby, 3)
show(groupby, [1], 3)
show(groupby)
print([k for k, g in groupby(iterable=[1, 1, 2], key=None)])
gb = groupby("aab")
k, g = next(gb)
print(k, next(g))
k2, g2 = next(gb)
print(k2, next(g, "end"), list(g2), next(gb, "none"))
print(type(gb), type(g))
# starmap
show(starmap, pow, [(2, 3), [3, 2], iter((10, 2))])
show(starmap, pow, [2])
show(starmap, pow)
show(starmap, max, [(1, 2, 3), "abc"])
# tee
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), list(b))
print(tee([], 0), len(tee("ab", 5)))
a, b, c = tee(Numbers(150), 3)
print(sum(a), sum(islice(b, 100)), sum(c), sum(b))
show(tee, [1], -1)
show(tee, 3)
show(tee, [1], "a")
show(tee)
import copy
a, b = tee("abcd")
next(a)
d = copy.copy(a)
print(list(d), list(a), list(b))
x, y = tee(b)
print(list(x), type(a))


class Selfish:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.other)


s = Selfish()
a, s.other = tee(s)
try:
    next(a)
except RuntimeError as e:
    print(e)
# zip_longest
show(zip_longest)
show(zip_longest, "ab", range(3))
show(zip_longest, "abc", [1], [], fillvalue="-")
show(zip_longest, "abc", 3)
show(zip_longest, "abc", fill=3)
show(zip_longest, failing(1), [1, 2, 3])
z = zip_longest(failing(1), [1, 2, 3])
print(next(z))
try:
    next(z)
except ValueError as e:
    print(e, next(z, "end"))
# pairwise
show(pairwise, "abcd")
show(pairwise, "a")
show(pairwise, "")
show(pairwise, 3)
show(pairwise, failing(2))
# subclasses and truth
class MyCount(count):
    def __init__(self, *args, extra=None):
        self.extra = extra


m = MyCount(3, extra="e") if False else MyCount(3)
print(next(m), m.extra, isinstance(m, count), m)
print(bool(count()), hash(count()) is not None, count() == count())
print(sorted(n for n in dir(itertools) if not n.startswith("_") and n != "batched"))
print(sum(1 for _ in chain.from_iterable(repeat((1, 2, 3), 1000))))
