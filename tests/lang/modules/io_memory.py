import io


def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)


s = io.StringIO
t(s, 5); t(s, newline=5); t(s, newline="x"); t(s, b"x"); print(s(None).getvalue() == "", s("a", "\n").read(), s(initial_value="q", newline=None).read())
for content in ("abc\ndef\r\nghi\rj", "ábc\ndéf\r\nghi\rj𝔸"):
    x = s(content)
    t(x.read, 2); t(x.readline); t(x.readlines); t(x.tell); t(x.seek, 0); t(x.read, "a"); t(x.read, None); t(x.write, b"x"); t(x.write); t(x.seek, -1); t(x.seek, 1, 1); t(x.seek, 0, 1); t(x.seek, 0, 2); t(x.seek, 0, 3); t(x.seek, "a")
    t(x.truncate, -1); t(x.seek, 3); t(x.write, "ÄB"); t(x.getvalue); t(x.read, 2); t(x.write, "zz"); t(x.getvalue); t(x.seek, 1); t(x.write, "𝔸"); t(x.getvalue); t(x.read); t(x.truncate, 2); t(x.getvalue); t(x.truncate, "x"); t(x.seek, 5); t(x.read); t(x.write, "zz"); t(x.getvalue); t(x.tell)
    t(x.readable); t(x.writable); t(x.seekable); t(x.isatty); t(x.fileno); t(x.detach); t(x.flush); t(x.writelines, ["a", "b"]); t(x.writelines, 3); t(x.getvalue); t(lambda: x.closed); t(lambda: x.newlines); t(lambda: x.encoding); t(lambda: x.errors); t(lambda: x.line_buffering)
    t(x.seek, 0); t(x.readline, 1); t(x.readline, 100); t(x.readline, 0); t(x.readline, -5); t(x.readline, None); t(x.readlines, 1)
for n in (None, "", "\n", "\r", "\r\n"):
    y = s("a\nb\r\nc\rd", newline=n); print(repr(n), repr(y.getvalue()), list(y), y.newlines); y = s(newline=n); print(y.write("a\nb\r\nc\rd"), y.tell()); print(repr(y.getvalue()), y.newlines); y.seek(0); print([y.readline(3), y.readline(), y.read()])
x.close(); t(x.read); t(x.getvalue); t(x.write, "a"); t(lambda: x.closed); t(lambda: next(x)); t(x.close); t(lambda: x.line_buffering); t(lambda: x.newlines); t(x.isatty); t(x.readable); t(x.__enter__); t(lambda: iter(x)); t(x.tell); t(x.seek, 0); t(x.truncate)
b = io.BytesIO
t(b, "x"); t(b, 5); print(b(initial_bytes=b"a").read(), b(None).read(), b(bytearray(b"q")).read(), b(memoryview(b"w")).read()); x = b(b"abc\ndef"); t(x.read, 2); t(x.read1, 1); t(x.readline); a = bytearray(2); t(x.readinto, a); print(a); t(x.tell); t(x.seek, -1); t(x.seek, -2, 2); t(x.seek, -100, 2); t(x.seek, 1, 1); t(x.seek, 0, 5)
t(x.read, "a"); t(x.write, "x"); t(x.write, 5); t(x.seek, 10); t(x.read); t(x.write, b"zz"); t(x.getvalue); t(x.truncate, 3); t(x.truncate, -1); t(x.getvalue); t(x.tell); t(x.writelines, [b"a", b"b"]); t(x.getvalue); t(x.detach); t(x.fileno); t(x.isatty); t(x.readlines); t(x.readinto, b"x"); t(x.write, memoryview(b"mv")); t(x.seek, 0); t(x.write, x.getvalue()); t(x.getvalue)
v = x.getbuffer(); v[0:3] = b"VVV"; print(len(v), x.getvalue()); v.release(); t(x.readlines, 2); t(x.readlines)
x.close(); t(x.read); t(x.getvalue); t(x.seek, 0); t(lambda: x.closed); t(x.getbuffer); t(lambda: b(b"a\nb\n").readlines(1)); t(lambda: list(b(b"a\nb"))); t(lambda: b(b"abc").readline(2)); t(x.__enter__); t(x.write, b""); t(x.tell); t(x.truncate)
print(isinstance(s(), io.TextIOBase), isinstance(b(), io.IOBase), isinstance(s(), io.IOBase), issubclass(b, io.BufferedIOBase), isinstance(s(), io.BufferedIOBase), isinstance(b(), io.RawIOBase))
with s() as q: q.write("x")
t(lambda: q.read())
q = s(); q.name = "n"; print(q.name, q.__dict__)
print("hello", 1, file=(f := s()), sep="-"); print(repr(f.getvalue()))


class Upper(io.StringIO):
    def __init__(self):
        super().__init__()
        self.calls = 0

    def write(self, text):
        self.calls += 1
        return super().write(text.upper())

    def readline(self, size=-1): return super().readline(size)[::-1]


u = Upper(); print("abc", file=u); u.writelines(["x\n", "y"]); print(repr(u.getvalue()), u.calls); u.seek(0); print(list(u))


class Log(io.BytesIO):
    def write(self, data): return super().write(data + b"!")


g = Log(b"init"); g.seek(0, 2); g.write(b"a"); print(g.getvalue(), g.tell())
big = s(); n = sum(big.write("line %d é\n" % i) for i in range(2000)); print(n, len(big.getvalue())); big.seek(0); print(sum(len(line) for line in big)); big.seek(7777); print(repr(big.readline()), big.tell())
try: io.UnsupportedOperation
except AttributeError: print("missing")
import contextlib
with contextlib.redirect_stdout(s()) as out: print("captured")
print(repr(out.getvalue()))
