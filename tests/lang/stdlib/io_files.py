# The classes of files, and streams over streams.
import io, sys, os, tempfile

NAME = os.path.join(tempfile.mkdtemp(), "file")
out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", line_buffering=True)
sys.stdout = out
print("héllo", out.encoding, out.buffer is sys.__stdout__.buffer)
print(isinstance(out, io.TextIOWrapper), isinstance(sys.__stdout__, io.TextIOWrapper), isinstance(open(__file__, "rb"), io.BufferedReader), isinstance(io.StringIO(), io.TextIOWrapper), issubclass(io.TextIOWrapper, io.TextIOBase), io.TextIOWrapper, io.BufferedReader, io.FileIO)
raw = io.FileIO(NAME, "w"); print(raw.mode, raw.write(b"abc\ndef\r\nghi"), raw.readable(), raw.closefd); raw.close()
class Raw(io.RawIOBase):
    def __init__(self, data): self.data = data; self.at = 0
    def readable(self): return True
    def readinto(self, b):
        n = min(3, len(b), len(self.data) - self.at); b[:n] = self.data[self.at:self.at + n]; self.at += n; return n
r = io.BufferedReader(Raw(b"line one\nline two\nrest")); print(r.readline(), r.peek(1)[:1], r.read(4), r.read1(2), list(r), r.read())
t = io.TextIOWrapper(io.BufferedReader(Raw("é1\r\nü2\nend".encode())), encoding="utf-8"); print(t.readlines(), t.read(), t.encoding, t.errors)
b = io.BytesIO(); w = io.TextIOWrapper(b, "latin-1", newline="\r\n"); print(w.write("a\né\n"), b.getvalue()); w.flush(); print(b.getvalue(), w.line_buffering); print(w.detach() is b)
try: w.write("x")
except ValueError as e: print(e)
w = io.TextIOWrapper(io.BytesIO(b"a\rb\r\nc\nd"), newline=""); print([l for l in w])
w = io.TextIOWrapper(io.BytesIO(b"a\rb\r\nc\nd"), newline=None); print(w.read(3).__repr__(), w.readline(), w.read())
w = io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8", errors="replace"); print(ascii(w.read()), w)
try: io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8").read()
except UnicodeDecodeError as e: print(e)
for args in ({"newline": "x"}, {"encoding": "nosuch"}):
    try: io.TextIOWrapper(io.BytesIO(), **args)
    except (ValueError, LookupError) as e: print(type(e).__name__, e)
class Sink(io.RawIOBase):
    got = []
    def writable(self): return True
    def write(self, b): self.got.append(bytes(b)); return len(b)
bw = io.BufferedWriter(Sink(), 4); bw.write(b"ab"); print(Sink.got); bw.write(b"cdef"); bw.flush(); print(b"".join(Sink.got)); bw.close(); print(bw.closed)
try: bw.write(b"x")
except ValueError as e: print(e)
with open(NAME, "w+", encoding="utf-16") as f: f.write("hé\n"); f.seek(0); print(repr(f.read()))
with open(NAME, "r+b") as f: print(f.read(2), f.seek(0, 1), f.write(b"X"), f.tell(), f.seek(0), f.read1(3)); print(type(f))
with open(NAME) as f: print(f.encoding)
def opener(path, flags): print("opening", os.path.basename(path), flags & os.O_CREAT != 0); return os.open(path, flags, 0o600)
with open(NAME, "w", opener=opener) as f: f.write("x")
print(oct(os.stat(NAME).st_mode & 0o777))
try: open(NAME, closefd=False)
except ValueError as e: print(e)
try: open(-1)
except ValueError as e: print(e)
try: open(NAME).write("x")
except io.UnsupportedOperation as e: print(type(e), e, isinstance(e, ValueError))
try: open(NAME, "wb").read()
except OSError as e: print(type(e), e)
for name in ("read1", "peek"): print(hasattr(sys.__stdout__, name), hasattr(open(NAME, "rb"), name), hasattr(open(NAME, "rb", 0), name))
print(hasattr(open(NAME, "rb", 0), "readall"), open(NAME, "rb", 0).readall(), hasattr(open(NAME, "rb"), "encoding"), hasattr(open(NAME, "rb"), "buffer"))
os.remove(NAME)
os.rmdir(os.path.dirname(NAME))
sys.stdout.buffer.write(b"bytes\n"); sys.stdout.flush()
