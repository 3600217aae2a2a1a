# One file, read in every way: whole, by lines, in parts, and mixed, where text is plain ASCII, has "\r", other characters, or changes while it is open.
import os
import tempfile

path = tempfile.mktemp()


def put(data):
    with open(path, "wb") as file:
        file.write(data)


def ways(open_it):
    with open_it() as f:
        yield f.read()
    with open_it() as f:
        yield list(f)
    with open_it() as f:
        yield [line for line in iter(f.readline, f.read(0))]
    with open_it() as f:
        yield f.readlines()
    with open_it() as f:
        yield [f.read(3), f.read(10000), f.read(), f.read()]
    with open_it() as f:
        yield [f.readline(), f.readline(2), f.read(), f.readline()]


def summary(value):
    total = 7
    for c in ascii(value):
        total = (total * 31 + ord(c)) % 1000003
    return len(value), total


DATA = [b"", b"a", b"a\nb", b"x\r\ny\rz\n" * 3, "grü\nß".encode(), b"line\n" * 5000, b"line\r\n" * 2500, "zeile ü\n".encode() * 1500, b"abc\n" * 3000 + b"\xff\n",
        b"q" * 70000 + b"\r", b"a\n" * 5000 + "é".encode() + b"\nb\n" * 5000]
for data in DATA:
    put(data)
    for newline in (None, "", "\n", "\r\n"):
        for encoding in ("utf-8", "latin-1"):
            for errors in ("strict", "replace"):
                try:
                    print(len(data), repr(newline), encoding, [summary(way) for way in ways(lambda: open(path, newline=newline, encoding=encoding, errors=errors))])
                except UnicodeDecodeError as e:
                    print(len(data), repr(newline), encoding, type(e).__name__, e.reason)
    print(len(data), "rb", [summary(way) for way in ways(lambda: open(path, "rb"))])

put(b"x" * 20000)
with open(path) as f:
    f.read(5)
    with open(path, "ab") as g:
        g.write(b"y\r\n" * 3000)
    print(len(f.read()), f.newlines)
    with open(path, "ab") as g:
        g.write(b"more\n")
    print(repr(f.read()))
with open(path, "r+") as f:
    f.readline()
    os.truncate(path, 100)
    print(len(f.read()) >= 0)
try:
    f.read()
except ValueError as e:
    print(e)
with open(path, "w+") as f:
    print(f.write("hello\n" * 3000), f.seek(0), len(f.read()), f.write("end"), f.seek(0), len(f.readlines()))
with open(path) as f:
    print(f.buffer.readline(), f.newlines)
os.remove(path)
