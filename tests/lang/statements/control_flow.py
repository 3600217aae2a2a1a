# if, while, for, break, continue, else, and every way out of try/finally.
def log(*values):
    print("log", *values)
    return values[0] if values else None


def chains(a, b, c):
    return a < b < c, a < b > c, a == b == c, a < b < c < 10, not a < b, a is b is not c


for args in ((1, 2, 3), (1, 3, 2), (2, 2, 2)):
    print(chains(*args))
print(log(1) < log(0) < log(5))
print(log(1) and log(0) and log(2), log(0) or log(3) or log(4))
print(not (log(0) or log(0)), (log(1) and not log(0)))


def branches(x):
    if x is None:
        return "none"
    elif x is True or x is False:
        return "bool"
    elif not x:
        return "empty"
    elif x == 1 or (x > 5 and x != 7) or not (x < 100):
        return "matched"
    elif x in (2, 3) and x not in [3]:
        return "two"
    else:
        return "other"


print([branches(x) for x in (None, True, False, 0, 1, 2, 3, 6, 7, 100)])


def while_loops():
    n = 0
    out = []
    while n < 10:
        n += 1
        if n % 2: continue
        if n > 7: break
        out.append(n)
    else:
        out.append("never")
    while n:
        n -= 1
    else:
        out.append("else")
    while True:
        n += 1
        if n > 3: break
    while 0:
        out.append("dead")
    else:
        out.append("dead loop's else")
    while not n == 0:
        n -= 1
    return out, n


print(while_loops())


def nested_loops():
    for i in range(4):
        for j in range(4):
            if j == i: break
            if (i + j) % 2: continue
            yield i, j
        else:
            yield "complete", i
        if i == 3: break
    else:
        yield "unreached"


print(list(nested_loops()))


def finally_paths(mode):
    for i in range(3):
        try:
            log("try", i)
            if mode == "return": return "returned"
            if mode == "break": break
            if mode == "continue": continue
            if mode == "raise": raise ValueError(mode)
        except ValueError as error:
            log("except", error)
            if mode == "raise": return "from except"
        else:
            log("else")
        finally:
            log("finally", i)
    else:
        return "loop ended"
    return "after break"


for mode in ("return", "break", "continue", "raise", "none"):
    print(finally_paths(mode))


def finally_overrides():
    try:
        return "try"
    finally:
        return "finally"


def finally_swallows():
    while True:
        try:
            raise KeyError("swallowed")
        finally:
            break
    return "went on"


def finally_keeps_value():
    x = 1
    try:
        return x
    finally:
        x = 2


def nested_finally():
    try:
        try:
            try:
                return log("value")
            finally:
                log("inner")
        finally:
            log("middle")
            raise_in_finally = False
    finally:
        log("outer")


def finally_raises():
    try:
        try:
            raise ValueError("first")
        finally:
            raise TypeError("second")
    except TypeError as error:
        return repr(error), repr(error.__context__)


print(finally_overrides(), finally_swallows(), finally_keeps_value(), nested_finally(), finally_raises())


def finally_is_not_caught_inside():
    def fail():
        raise ValueError("from finally")
    try:
        try:
            try:
                return 1
            except ValueError:
                return "wrong handler"
        finally:
            fail()
    except ValueError as error:
        return f"right handler: {error}"


print(finally_is_not_caught_inside())


def continue_in_finally():
    out = []
    for i in range(3):
        try:
            if i == 1: raise ValueError
            out.append(i)
        except ValueError:
            out.append("e")
            continue
        finally:
            out.append("f")
        out.append("end")
    return out


print(continue_in_finally())


def delete_forms():
    a = [0, 1, 2, 3, 4]
    d = {"x": 1, "y": 2}
    del a[0], a[-1], d["x"]
    del a[1:]
    b = c = 1
    del (b, [c])
    return a, d


print(delete_forms())


def augmented():
    a = [1]
    b = a
    a += [2]
    s = "x"
    s += "y"
    s *= 2
    n = 7
    n //= 2; n **= 3; n -= 1; n <<= 2; n |= 1; n ^= 3; n &= 0xff; n >>= 1; n %= 50
    d = {"k": 1}
    d["k"] += 5
    t = (1,)
    t += (2,)

    class O: pass
    o = O()
    o.v = 3
    o.v *= 4
    m = [[0]]
    m[0][0] -= 1
    return a is b, b, s, n, d, t, o.v, m


print(augmented())


class Inplace:
    def __init__(self): self.calls = []
    def __iadd__(self, other): self.calls.append(("iadd", other)); return self
    def __isub__(self, other): self.calls.append(("isub", other)); return self
    def __add__(self, other): raise AssertionError
    def __imatmul__(self, other): self.calls.append(("imatmul", other)); return self


p = Inplace()
p += 1
p -= 2
p @= 3
print(p.calls)


def order(name, value):
    print("eval", name)
    return value


container = {}
order("container", container)[order("key", "k")] = order("value", 1)
x, container[order("k2", 2)] = order("tuple", (1, 2))
print(container, order("f", max)(order("a", 1), *order("b", [2]), **order("c", {})))
print({order("k1", 1): order("v1", 2), order("k2", 3): order("v2", 4)})
a = b = c = order("chained", [])
a.append(1)
print(b, a is b is c)
assert order("assert", True), order("not evaluated", "")
try:
    assert order("assert", 0), order("message", "text")
except AssertionError as error:
    print("AssertionError", error)
try:
    assert not 1
except AssertionError as error:
    print("AssertionError", error.args)
if __debug__:
    print("debug")
pass
...
"a string"
for i in [1, 2, 3]: print(i, end=" ")
for i in (): pass
else: print("empty")
for i, (j, *k) in [(1, (2, 3, 4)), (5, "ab")]: print(i, j, k)
for container["loop"] in range(3): pass
print(container)
for x in range(2):
    def f(x=x): return x
    print(f())
print([*range(3), *"ab"], (*[1], 2), {*[1, 2], 3}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(1 if x else 2, (1 if not x else 2), [i if i else "zero" for i in range(2)])
print(f"{x}{x!r:>5}{'a' 'b'}{x:{'>'}{4}}|{x=}|{{}}")
print(3 in [1, 2, 3], 3 in {1, 2}, "a" not in ("a",), None in [None])
print(-2 ** 2, (-2) ** 2, 2 ** -1, ~5, +3, not None, -0.0, 10 ** 20, -10 ** 20, 0xff, 1e3, 2j * 2)
print("ab" * 3, (1, 2) * 2, "a" "b" + "c", b"x" * 2, 7 // -2, 7 % -3, -7 // 2, 1 / 4, 1 << 70)
