# What tests/differential has found, each once.  # python3.12
import struct, warnings
def a(f, *args):
    try: return f(*args)
    except BaseException as e: return f"{type(e).__name__}: {e}" + (f" notes {e.__notes__}" if hasattr(e, "__notes__") else "")
# range.index and count of what is no int
print(a(range(5).index, 2.0), a(range(5).index, "a"), a(range(5).index, 7), range(5).count(2.0), range(5).count("a"), a(range(0, 10, 2).index, True), 4.0 in range(5))
# chr, huge indexes where nothing can be set
print(a(chr, 2**31), a(chr, -2**40), a(chr, 1114112))
def put(o, k, v): o[k] = v
def delete(o, k): del o[k]
for o in (range(3), {1}, (1,), "a", b"a", {}.keys(), 5, None, object()):
    print(type(o).__name__, a(put, o, 10**20, 1), a(delete, o, 10**20), a(put, o, 1, 1), a(delete, o, 1), a(delete, o, "k"))
# *= and += where one side is no sequence
class Plain: pass
class Adds:
    def __radd__(self, o): return ("radd", o)
    def __rmul__(self, o): return ("rmul", o)
class Declines(list):
    def __add__(self, o): return NotImplemented
    def __mul__(self, o): return NotImplemented
class Text(str):
    def __add__(self, o): return NotImplemented
    def __mul__(self, o): return NotImplemented
def iadd(x, y): x += y; return x
def imul(x, y): x *= y; return x
print(a(imul, Plain(), b"x"), a(imul, 3, b"x"), a(imul, b"x", Plain()), a(iadd, [1], Adds()), a(imul, [1], Adds()), a(iadd, "a", Adds()), a(lambda: Declines([1]) + [2]), a(lambda: Declines([1]) * 2), a(lambda: 2 * Declines([1])), a(lambda: Text("a") + "b"), a(lambda: "a" + Text("b")), a(lambda: Text("a") * 2), a(iadd, Text("a"), "b"))
for m in (lambda: [1].__mul__(None), lambda: (1,).__mul__("a"), lambda: "a".__rmul__(1.5), lambda: b"a".__mul__(None), lambda: [1].__imul__(None), lambda: (1).__mul__("a"), lambda: [].__setitem__(1), lambda: (1).__add__()):
    print(a(m))
# iterators of dicts tell what they go through
d = {1: 2}
print([type(x).__name__ for x in (iter(d), iter(d.values()), iter(d.items()), reversed(d), reversed(d.values()), reversed(d.items()))])
# codecs that are not built in say which failed
for codec in ("utf-8", "utf-16", "utf-16-le", "utf-32-be", "cp1252", "latin-1", "ascii"):
    print(codec, a(b"\x81\xff\xfe".decode, codec), a("\ud800\u0100".encode, codec))
# a global statement behind an import
def late():
    import json
    global json
    return json.__name__
print(late())
# eval takes one expression
for source in ("*a, b", "yield", "1;", "(yield)", "x = 1", "lambda: (yield)", "[*a]", "(*[1], 2)"):
    print(source, a(lambda: type(compile(source, "<s>", "eval")).__name__))
print(a(__import__, 5), a(exec, "from .x import y", {"__package__": 5}), a(compile, "x", 5, "exec"))

# bounds are looked at before what is searched
for n in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
    for o, bad in (("abc", 5), (b"abc", "x"), (bytearray(b"abc"), None)):
        m = getattr(o, n)
        print(n, type(o).__name__, a(lambda: m(bad, "x")), a(lambda: m(bad, 0, "x")), a(lambda: m(bad, 0)), a(lambda: m(o, None, 2.5)), a(lambda: m(o, 10)))
