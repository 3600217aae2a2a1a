# python3.12: what the methods of a subclass's instance give: the built-in type, or the instance itself where nothing was to be done
class S(str): pass
s = S("abc")
for r in (s.partition("z")[0], s.rpartition("z")[2], s.split("z")[0], s.rsplit("z")[0], s.split()[0], s.splitlines()[0], s.replace("z", "y"), s.strip(), s.lower(), s[:], s.ljust(1), s.center(2), s.rjust(0), s.zfill(1), s.expandtabs(), s.translate({}), s.format(), s % (), s.removeprefix("z"), s.removesuffix("q"), s * 1, s + "", "" + s, s.join([]), "".join([s]), s.capitalize(), s.casefold(), str(s), s.format_map({}), f"{s}", format(s), s.encode().decode(), s.title(), s.swapcase(), s.__str__()): print(type(r).__name__, end=" ")
print()
class B(bytes): pass
b = B(b"abc")
for r in (b.partition(b"z")[0], b.rpartition(b"z")[2], b.split(b"z")[0], b.split()[0], b.splitlines()[0], b.replace(b"z", b"y"), b.strip(), b.lower(), b[:], b.ljust(1), b.zfill(1), b.expandtabs(), b.translate(None), b.removeprefix(b"z"), b * 1, b + b"", b"".join([b]), bytes(b), b.center(1), b % ()): print(type(r).__name__, end=" ")
print()
class T(tuple): pass
t = T((1, 2)); print(type(t[:]), type(t * 1), type(t + ()), type(tuple(t)))
class L(list): pass
l = L([1]); print(type(l[:]), type(l * 1), type(l + []), type(l.copy()))
class D(dict): pass
print(type(D().copy()), type(D() | {}), type({} | D()), type(D.fromkeys("a")))
class St(set): pass
print(type(St().copy()), type(St() | set()), type(set() | St()), type(St() & St()), type(St().union()))
class F(frozenset): pass
print(type(F().copy()), type(F() | F()), type(frozenset(F())), type(F([1]).union([1])))
class I(int): pass
print(type(+I(1)), type(abs(I(1))), type(int(I(1))), type(I(1).real), type(I(1) + 1), type(round(I(1))), type(I(1).__index__()), type(I(5).__floor__()), type(I(5).conjugate()), type(I(5).numerator), type(I.from_bytes(b"a")))
class Fl(float): pass
print(type(+Fl(1)), type(abs(Fl(1))), type(float(Fl(1))), type(Fl(1).real), type(Fl(1).conjugate()), type(Fl.fromhex("1")), type(round(Fl(1), 1)))
class C(complex): pass
print(type(+C(1)), type(C(1).conjugate()), type(complex(C(1))), type(abs(C(1))))
class BA(bytearray): pass
print(type(BA(b"a")[:]), type(BA(b"a").copy()), type(BA(b"a") + b""), type(BA(b"a") * 1), type(BA.fromhex("61")), type(BA(b"a").upper()))
