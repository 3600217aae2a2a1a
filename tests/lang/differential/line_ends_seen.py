# TextIOWrapper.newlines over streams in memory: what has been read.  # python3.12
import io
for newline in (None, "", "\n", "\r", "\r\n"):
    for data in (b"a\nb\r\nc\rd", b"a\r\n", b"a", b"\r", b"a\rb", b"x\ny\n", b""):
        f = io.TextIOWrapper(io.BytesIO(data), newline=newline)
        print(newline, data, repr(f.newlines), repr(f.read()), repr(f.newlines))
        f = io.TextIOWrapper(io.BytesIO(data), newline=newline)
        print(f.readlines(), repr(f.newlines))
        f.seek(0)
        print(repr(f.read(2)), repr(f.read()))
# a custom comparison sees no more calls for a short list than CPython's sort makes
class C:
    calls = 0
    def __init__(self, v): self.v = v
    def __lt__(self, other): C.calls += 1; return self.v < other.v
for size in range(2, 64):
    C.calls = 0
    sorted(map(C, ((i * 37) % 64 for i in range(size))))
    print(size, C.calls, end="; ")
print()
