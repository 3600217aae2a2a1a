# Hot attributes of every kind, loops over tuples and texts and lists that grow, and what comes in between.
import collections
import gc
import math
import types


class Account:
    limit = 10

    def __init__(self, balance):
        self._balance = balance

    @property
    def balance(self):
        return self._balance

    @property
    def strict(self):
        if self._balance < 0:
            raise ValueError("negative")
        return self._balance

    @property
    def missing(self):
        return self.nowhere

    @classmethod
    def kind(cls):
        return cls.__name__


class Computed(Account):
    @property
    def balance(self):
        return self._balance * 2


class Dynamic:
    def __getattr__(self, name):
        return name + "!"


Pair = collections.namedtuple("Pair", "left right")
module = types.ModuleType("module")
module.left = 1
module.right = 2


def balance(x):
    return x.balance


def strict(x):
    return x.strict


def missing(x):
    return x.missing


def limit(x):
    return x.limit


def real(x):
    return x.real + x.imag


def right(x):
    return x.left, x.right


def pi(x):
    return x.pi


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def hot(f, x, times=200):
    r = None
    for _ in range(times):
        r = f(x)
    return r


print(hot(balance, Account(5)), hot(balance, Computed(5)), balance(Dynamic()), attempt(balance, 1))
print(hot(strict, Account(3)), attempt(strict, Account(-1)), strict(Account(4)), hot(lambda x: attempt(strict, x), Account(-1)))
print(attempt(missing, Account(1)), hot(lambda x: attempt(missing, x), Account(1)))
Account.balance = property(lambda self: "changed")
print(balance(Account(5)), balance(Computed(5)))
Account.balance = 7
print(balance(Account(5)), hot(balance, Account(5)))
Account.balance = property(len)
print(attempt(balance, Account(5)))
del Account.balance
print(attempt(balance, Account(5)), balance(Computed(5)))
Account.balance = property(lambda self, more=3: self._balance + more)
print(hot(balance, Account(5)))
Account.balance = property(lambda *all: len(all))
print(hot(balance, Account(5)))


def deep(n):
    class Nest:
        @property
        def value(self):
            return self.next.value + 1 if self.next else 0

    top = Nest()
    top.next = None
    for _ in range(n):
        more = Nest()
        more.next = top
        top = more
    return top


print(sum(deep(50).value for _ in range(100)), deep(50).value)


class Endless:
    @property
    def value(self):
        return self.value


print(attempt(lambda: Endless().value)[:14])

print(hot(limit, Account), hot(limit, Computed), limit(Account(1)))
Account.limit = 11
print(limit(Account), limit(Computed), limit(Account(1)))
Computed.limit = 12
print(limit(Account), limit(Computed))
del Account.limit
print(attempt(limit, Account), limit(Computed))


class Meta(type):
    limit = "meta"


class WithMeta(metaclass=Meta):
    pass


print(hot(limit, WithMeta))
WithMeta.limit = "own"
print(limit(WithMeta))
Meta.limit = property(lambda cls: "computed")
print(limit(WithMeta), hot(limit, WithMeta))

print(hot(real, 1 + 2j), real(3.5), real(4), real(True), attempt(real, "x"), hot(real, 2.5), hot(real, 10**30))


class Complex(complex):
    real = "mine"
    imag = "?"


print(real(Complex(1, 2)), hot(real, Complex(1)))
print(hot(right, Pair(1, 2)), right(module), hot(right, module))
module.right = 3
print(right(module))
module.other = 4
del module.left
print(attempt(right, module))
module.left = 5
print(right(module), right(Pair(3, 4)), right(Dynamic()))


class Short(Pair):
    def __new__(cls, *args):
        return tuple.__new__(cls, args)


print(attempt(right, Short(1)), right(Short(1, 2)), hot(right, Short(1, 2, 3)))
print(hot(pi, math) == math.pi, attempt(pi, Account(1)))
math.pi = 3
print(pi(math))


def over(items):
    total = ""
    n = 0
    for item in items:
        n += 1
        if n == 4 and item == "!":
            break
        total += str(item)
    else:
        total += "."
    return total, n


class Reversed(tuple):
    def __iter__(self):
        return reversed(list(tuple.__iter__(self)))


class Spelled(str):
    def __iter__(self):
        yield from ("s", "p")


def fresh():
    def over(items):
        found = []
        for item in items:
            found.append(item)
            if item == "stop":
                return found
        return found

    return over


for start in ((1, 2.5, "x"), "abc", "", (), [1, 2], {1: 2}, "aéb"):
    f = fresh()
    for _ in range(80):
        f(start)
    for items in ((1, 2.5, "x"), "abc", "", (), [1, 2], {1: 2}, {3}, "aéb", "\U00010000\ud800", b"xy", Reversed((1, 2)), Spelled("q"), range(3), iter((1, 2)), enumerate("ab"), zip("ab", "cd"), map(str, (1, 2)), (i for i in "xy"), ("a", "stop", "b"), bytearray(b"q")):
        print(f(items), end=" ")
    print(attempt(f, 5))
for _ in range(100):
    over((1, 2, 3, "!")), over("abc!d")
print(over((1, 2, 3, "!", 4)), over("abc!d"), over("abcd"), over((1, None)))


def collected(n):
    return [[i, str(i)] for i in range(n)], [c for c in "héllo" * n if c != "é"], [x for x in (1.5, 2, "x") * n]


for n in range(120):
    lists, letters, items = collected(n)
    assert len(lists) == n and len(letters) == 4 * n and len(items) == 3 * n, n
    assert all(a == [i, str(i)] for i, a in enumerate(lists))
big = [[i] for i in range(3000)]
gc.collect()


def young(n, old):
    for k in range(n):
        part = [[k, j] for j in range(20)]
        old.append(part)
    return len(old)


old = []
for _ in range(100):
    young(30, old)
    if _ % 20 == 0:
        gc.collect()
print(len(old), all(len(p) == 20 and p[19] == [i % 30, 19] for i, p in enumerate(old)), sum(x[0] for x in big))


def nested(n):
    return [[y * x for y in range(x)] for x in range(n)]


print(sum(sum(r) for r in nested(60)), [len(nested(k)) for k in range(60)][-1])
