import array, copy, io
from array import array as A


def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)


for code in array.typecodes:
    a = A(code, "héllo" if code == "u" else [1, 2, 3] if code not in "fd" else [1.5, -2, 3e10])
    print(a, a.typecode, a.itemsize, len(a), a[0], a[-1], a.tolist(), a == A(code, a), a + a, a * 2, A(code), a[::-1], a[1:], a[0:0])
    if code not in "u": t(A, code, ["x"])
    if code not in "fdu": t(A, code, [2**70]); t(A, code, [-2**70]); t(A, code, [1.5]); t(A, code, [-1]); t(A, code, [2**8]); t(A, code, [2**15]); t(A, code, [2**16]); t(A, code, [2**31]); t(A, code, [2**32]); t(A, code, [2**63])
t(A); t(A, "x"); t(A, "ii"); t(A, 5); t(A, "i", 5); t(A, "i", "str"); t(A, "i", A("u", "x")); t(A, "i", b"\1\0\0\0\2\0\0\0"); t(A, "i", b"\1"); t(A, "i", [1], 3); t(A, "d", [None]); t(A, "u", [5]); t(A, "u", ["ab"]); t(A, "f", [1e300]); t(A, "i", range(5)); t(A, "d", A("i", [1, 2]))
a = A("i", range(10))
a.append(99); a.extend([1, 2]); a.extend(A("i", [3])); a.insert(0, -5); a.insert(-1, 77); a.insert(100, 100); print(a)
print(a.pop(), a.pop(0), a.pop(-2), a.index(5), a.index(1, 3), a.count(1), 99 in a, 1000 in a, 5.0 in a); a.remove(99); a.reverse(); print(a)
for f in [lambda: a.remove(12345), lambda: a.index(12345), lambda: A("i").pop(), lambda: a.pop(99), lambda: a[99], lambda: a["x"], lambda: a.__setitem__(99, 1), lambda: a.__setitem__(0, "x"), lambda: a.extend(A("d", [1])), lambda: a + [1], lambda: a + A("d"), lambda: a * "x", lambda: a.fromlist((1,)), lambda: a.frombytes(b"abc"), lambda: a.fromunicode("x"), lambda: a.tounicode(), lambda: a.__iadd__([1]), lambda: hash(a), lambda: a < [1], lambda: a.append("x"), lambda: a.append(1.5)]: t(f)
a = A("i", range(10)); a[2:4] = A("i", [20, 30, 40]); print(a); a[::3] = A("i", [-1, -2, -3, -4]); print(a); del a[1:3]; print(a); del a[::2]; print(a); del a[0]; print(a); a[1:1] = a; print(a)
t(lambda: a.__setitem__(slice(0, 2), [1])); t(lambda: a.__setitem__(slice(0, 4, 2), A("i", [1]))); t(lambda: a.__setitem__(slice(0, 2), A("b", [1])))
b = A("h", [1, 256]); b.byteswap(); print(b, b.tobytes(), b.tobytes().hex()); b.frombytes(b"\1\2"); b.fromlist([7]); print(b); t(b.fromlist, [1, "x"]); print(b)
a = A("i", [1, 2]); a += A("i", [3]); a *= 2; print(a, a * 0, 3 * A("b", [1]), a < A("i", [1, 2, 4]), a <= a, a != A("i"), A("i", [1]) == A("d", [1.0]), A("i", [1, 2]) > A("i", [1])); a *= 0; print(a)
print(copy.copy(A("d", [1.5])), copy.deepcopy(A("u", "xy")), list(A("b", [1, 2])), sum(A("q", [2**60, 2**60])), max(A("f", [1, 2.5])), sorted(A("i", [3, 1, 2])), bytes(A("b", [1, 2])), bytearray(A("H", [258])), list(reversed(A("i", [1, 2]))), bool(A("i")), A("i", [0]) and 1)
f = io.BytesIO(); A("H", [1, 2, 3]).tofile(f); f.seek(0); c = A("H"); c.fromfile(f, 2); print(c); t(c.fromfile, f, 5); print(c); u = A("u", "añ"); u.fromunicode("z"); print(u, u.tounicode())
it = iter(A("i", [1, 2])); print(next(it), next(it), next(it, "end"), type(it)); a = A("i", [1, 2, 3])
for x in a:
    if len(a) < 6: a.append(x)
print(a)
match A("i", [1, 2, 3]):
    case [first, *rest]: print(first, rest)


class S(A):
    def __init__(self, *args, extra=None): self.extra = extra


s = S("i", [1, 2]); s.more = 1; print(s, s.extra, s[0:1], type(s + s), copy.copy(s))
