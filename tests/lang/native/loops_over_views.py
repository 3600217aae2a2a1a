# Loops over dicts, their values, and iterators of built-in classes: what changes meanwhile, what raises, what is another class.
import gc
import itertools
from collections import OrderedDict, Counter, defaultdict


def sum_values(d):
    t = 0
    for v in d.values():
        t += v
    return t


def join_keys(d):
    out = []
    for k in d:
        out.append(k)
    return out


def join_view(d):
    out = []
    for k in d.keys():
        out.append(k)
    return out


big = {f"k{i}": i for i in range(1000)}
for _ in range(3):
    print(sum_values(big), len(join_keys(big)), join_view(big)[-1], sum_values({}), join_keys({}), sum_values({1: 2, "x": 3.5}), join_view({(1, 2): 0, None: 1}))


class Own(dict):
    pass


class Backwards(dict):
    def __iter__(self):
        return reversed(list(super().keys()))

    def values(self):
        return [100]


for d in (Own(a=1, b=2), Backwards(a=1, b=2), OrderedDict(a=3, b=4), Counter("aab"), defaultdict(int, x=1)):
    print(sum_values(d), join_keys(d), join_view(d))

# ---- entries that are gone: in the middle, in front, all
d = {i: i * 10 for i in range(600)}
for i in range(0, 600, 2):
    del d[i]
print(sum_values(d), len(join_keys(d)), join_keys(d)[:3], join_view(d)[-2:])
for i in range(1, 300, 2):
    del d[i]
print(sum_values(d), join_keys(d)[:2])
d.clear()
print(sum_values(d), join_keys(d))
d[5] = 6
print(sum_values(d), join_keys(d))


# ---- changed while it is iterated
def changes(d, how, at):
    seen = 0
    try:
        for k in d:
            seen += 1
            if seen == at:
                how(d, k)
    except RuntimeError as e:
        return seen, str(e)
    return seen, "all"


def changes_of_values(d, how, at):
    seen = 0
    try:
        for v in d.values():
            seen += 1
            if seen == at:
                how(d, v)
    except RuntimeError as e:
        return seen, str(e)
    return seen, "all"


def grows(d, k):
    d["new"] = 1


def shrinks(d, k):
    d.popitem()


def assigns(d, k):
    for key in list(d):
        d[key] = -1


def empties(d, k):
    d.clear()


for how in (grows, shrinks, assigns, empties):
    for at in (1, 250, 400):
        print(how.__name__, changes({i: i for i in range(400)}, how, at), changes_of_values({i: i for i in range(400)}, how, at))


def assigned():
    d = dict.fromkeys(range(300), 1)
    t = 0
    for v in d.values():
        t += v
        d[299] = 1000
    return t


print(assigned())


# ---- iterators of built-in classes
def collect(it):
    out = []
    for x in it:
        out.append(x)
    return out


ints = list(range(500))
for _ in range(3):
    print(len(collect(reversed(ints))), collect(reversed("abc")), collect(reversed((1, 2))), collect(reversed({1: 2, 3: 4})), collect(map(str, [1, 2])), collect(filter(None, [0, 1, 2])),
          collect(zip("ab", [1, 2])), collect(enumerate("ab", 5)), collect(itertools.chain([1], (2,))), collect(itertools.islice(itertools.count(3), 2)), collect(iter([7, 8])), collect(iter({9})))
print(sum(collect(map(abs, range(-600, 0)))), collect(reversed(range(600)))[:2])


class Counts(map):
    def __next__(self):
        return super().__next__() + 1000


class Ends:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


print(collect(Counts(int, "12")), collect(Ends(3)), collect(iter(Ends(2).__next__, 0)))


def fails(x):
    if x == 300:
        raise KeyError(x)
    if x == 400:
        raise StopIteration
    return x


def until(it):
    n = 0
    try:
        for x in it:
            n += 1
    except KeyError as e:
        return n, repr(e), e.__traceback__.tb_next.tb_frame.f_code.co_name
    return n, x


for _ in range(3):
    print(until(map(fails, range(500))), until(map(fails, range(301, 500))), until(filter(fails, range(302, 500))))


def mutated(n):
    xs = list(range(n))
    out = 0
    for x in reversed(xs):
        out += x
        if x == n // 2:
            xs.clear()
    for x in iter(xs):
        out += 1
    ys = [1]
    for y in iter(ys):
        if len(ys) < n:
            ys.append(y)
    return out, len(ys)


for _ in range(3):
    print(mutated(400))


def closes_over(n):
    kept = []
    for x in map(lambda v: [v], range(n)):
        kept.append(x)
        if x[0] % 200 == 0:
            gc.collect()
    return kept[-1], len(kept)


print(closes_over(900))


# ---- one loop over all of them
def mixed(n):
    things = [{1: 2}, {1: 2}.values(), [3], (4,), "5", iter([6]), map(int, "7"), (x for x in (8,)), range(9, 10), {10}, b"\x0b", {12: 0}.items(), reversed([13]), Ends(1)]
    out = []
    for turn in range(n):
        things = [{1: 2}, {1: 2}.values(), [3], (4,), "5", iter([6]), map(int, "7"), (x for x in (8,)), range(9, 10), {10}, b"\x0b", {12: 0}.items(), reversed([13]), Ends(1)]
        for thing in things[turn % 3 :]:
            for x in thing:
                out.append(x)
    return out[:14], len(out)


print(mixed(40))
