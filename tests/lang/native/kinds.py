# Hot comparisons and conditions of texts, containers and objects, then others in the same places.
import sys


class Text(str):
    def __eq__(self, other):
        return "mine"

    def __ne__(self, other):
        return ""

    def __lt__(self, other):
        return "lt"

    __hash__ = str.__hash__


class Plain:
    pass


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        if self.n < 0:
            raise KeyError(self.n)
        return self.n


class Truthy(Sized):
    def __bool__(self):
        return self.n == 7


class Long(list):
    def __len__(self):
        return 0


class Falsy(list):
    def __bool__(self):
        return False


def equalities(c, d):
    out = []
    if c == "x":
        out.append("x")
    if c != "":
        out.append("not empty")
    if c == "key":
        out.append("key")
    if c == "exactly8":
        out.append("8")
    if c == "longer than eight":
        out.append("long")
    if c == "é":
        out.append("é")
    if c == d:
        out.append("==")
    if c != d:
        out.append("!=")
    out.append(c == "x")
    out.append(c != d)
    return out


def orders(c, d):
    out = []
    if "a" <= c <= "z":
        out.append("letter")
    if c < d:
        out.append("<")
    if c <= d:
        out.append("<=")
    if c > d:
        out.append(">")
    if c >= d:
        out.append(">=")
    if c < "b":
        out.append("<b")
    if c >= "":
        out.append(">=")
    if c > "\0":
        out.append(">0")
    if c <= "ab":
        out.append("<=ab")
    out.append(c > "é")
    return out


texts = ["", "x", "a", "z", "\0", "\0\0", "ab", "abc", "key", "kez", "ke", "exactly8", "exactly9", "exactly", "longer than eight", "longer than eighu", "é", "è", "\ud800", "\uffff", "\U00010000", "aé", "a" * 40, "a" * 39 + "b"]
texts += ["".join(reversed(t)) for t in texts if t] + [t.upper() for t in texts]
for _ in range(3):
    for c in texts:
        for d in texts:
            equalities(c, d), orders(c, d)
print([equalities(c, "".join(list(c))) for c in texts])
print([equalities(c, c + "é") for c in texts])
for d in ("", "a", "ab", "é", "\0", "abc", "a" * 40):
    print([orders(c, d) for c in texts])
print(equalities(Text("x"), "y"), equalities("x", Text("y")), equalities(Text(""), Text("")))
for other in (1, None, 2.5, [], Text("a"), b"x", 10**30):
    print(equalities(other, "x"), equalities("x", other))
    for args in ((other, "b"), ("b", other)):
        try:
            print(orders(*args))
        except TypeError as e:
            print("TypeError:", e)
for _ in range(200):
    orders(Text("c"), "d")
print(orders(Text("c"), "d"), orders("c", "d"), equalities("x", "x"))


def grown(n):
    found = 0
    s = ""
    for i in range(n):
        s += "ab"[i % 2]
        if s == "abab":
            found += 1
        if s < "abaa":
            found += 10
        if s:
            found += 100
    return found


print(grown(300))


def when(v):
    return "yes" if v else "no"


def unless(v):
    return "yes" if not v else "no"


def loops(v):
    n = 0
    while v:
        v.pop()
        n += 1
    return n


def both(v, w):
    return v and w


def hot(test, *values):
    for _ in range(80):
        for v in values:
            test(v)


others = [0, 1, -1, 0.0, -0.0, 2.5, float("nan"), 10**30, None, True, False, "", "x", [], [0], (), (0,), {}, {0: 0}, set(), {1}, b"", b"x", Plain(), Plain, Sized(0), Sized(3), Truthy(7), Truthy(1), Long([1]), Falsy([1]), range(0), range(3), NotImplementedError, ...]


def show(test):
    print([test(v) for v in others])
    try:
        test(Sized(-1))
    except KeyError as e:
        print("KeyError", e)


def again():  # functions whose code is new
    def when(v):
        return "yes" if v else "no"

    def unless(v):
        return "yes" if not v else "no"

    def short(v):
        return v and 1 or 2

    return when, unless, short


for seen in ([[], [1]], ["", "a"], [(), (1,)], [{}, {1: 2}], [None, [1]], [None, "a"], [Plain(), None], [Sized(0), Sized(1)], [0, 1], [0.5, 0.0], [True, False], [{1}, set()], [Truthy(7), Truthy(2)]):
    for test in again():
        hot(test, *seen)
        show(test)
        hot(test, *seen)
        print([test(v) for v in seen])
print([loops(list(range(n))) for n in range(120)])
print(loops({1, 2}), loops(bytearray(b"abc")), loops(Falsy([1, 2])), loops(Long([1, 2])), loops(None))
print([both([n] if n % 3 else [], n) for n in range(100)][-4:], both("", 1), both(None, 1), both({1: 1}, 2))


def deleted(d):
    turns = 0
    while d:
        del d[next(iter(d))]
        turns += 1
    return turns


print([deleted(dict.fromkeys(range(n))) for n in range(60)])


class Changing:
    pass


def changing(v):
    return 1 if v else 0


c = Changing()
print(sum(changing(c) for _ in range(200)))
Changing.__bool__ = lambda self: False
print(sum(changing(c) for _ in range(200)))
del Changing.__bool__
print(sum(changing(c) for _ in range(200)))
Changing.__len__ = lambda self: 0
print(sum(changing(c) for _ in range(200)))
