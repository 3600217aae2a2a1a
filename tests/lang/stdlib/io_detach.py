# python3.12
import hmac
import io
import os
import sys
import tempfile

os.chdir(tempfile.mkdtemp())
for encoding in "utf-7", "gbk", "shift_jis", "iso2022_jp", "euc_kr":
    with open("enc.txt", "w", encoding=encoding) as f:
        print(f.encoding, f.mode, f.name, f.write("abc\nd\n"), f.errors, f.writable(), type(f).__name__)
    with open("enc.txt", encoding=encoding) as f:
        print(repr(f.readline()), encoding == "iso2022_jp" or f.tell(), repr(f.read()), isinstance(f, io.TextIOWrapper))
    with open("enc.txt", "a+", encoding=encoding, buffering=1, newline="") as f:
        f.write("x")
        f.seek(0)
        print(list(f))
    with open("enc.txt", "rb") as raw:
        print(io.TextIOWrapper(raw, encoding=encoding, errors="replace").read())
with open("enc.txt", "w", encoding="gbk", errors="replace") as f:
    f.write("中文 é\u1234")
print(open("enc.txt", "rb").read())
for encoding, mode in ("rot13", "r"), ("nope", "r"), ("hex", "w"):
    try:
        open("enc.txt", mode, encoding=encoding)
    except LookupError as e:
        print(e)


def ask(file, names, calls):
    for name in names.split():
        try:
            print(name, getattr(file, name))
        except ValueError as e:
            print(name, "-", e)
    for name in calls.split():
        try:
            print(name, getattr(file, name)())
        except ValueError as e:
            print(name, "-", e)


f = open("t.txt", "w+", encoding="utf-8")
f.write("abc")
b = f.detach()
print(type(b).__name__)
ask(f, "name encoding errors closed buffer line_buffering newlines mode", "close flush fileno isatty tell readable writable seekable detach read readline truncate __enter__ __repr__")
for f_call in (lambda: f.write("x"), lambda: f.seek(0), lambda: list(f), lambda: f.writelines([]), lambda: next(f)):
    try:
        print(f_call())
    except ValueError as e:
        print(e)
b.seek(0)
print(b.read(), b.name, b.mode)
b.write(b"def")
b.seek(1)
raw = b.detach()
print(type(raw).__name__, isinstance(raw, io.FileIO), raw.name, raw.mode, raw.closed)
ask(b, "name mode closed raw", "close flush fileno isatty tell readable writable seekable detach read readline truncate peek")
raw.seek(0)
print(raw.read(2), raw.tell(), raw.readall(), raw.write(b"ghi"), raw.close(), raw.closed)
print(open("t.txt").read())
for mode in "r", "w", "a", "r+":
    f = open("t.txt", mode)
    b = f.detach()
    print(type(b).__name__, b.readable(), b.writable())
    with io.TextIOWrapper(b, encoding="ascii") as again:
        if again.writable():
            again.write("again " + mode)
    print(b.closed, open("t.txt").read())
b = open("t.txt", "rb")
raw = b.detach()
print(raw.read(3), raw.close())
out = sys.stdout.detach()
out.write(b"raw bytes\n")
out.flush()
sys.stdout = io.TextIOWrapper(out, encoding="latin-1", line_buffering=True)
print("text again")
sys.stdout.reconfigure(encoding="utf-8")
for a, b in (1, 2), (b"a", 1), ("a", 1), (1, "a"), (b"a", "a"), ("é", "a"), (None, b""), ("a", "a"), (b"a", bytearray(b"a")):
    try:
        print(hmac.compare_digest(a, b))
    except TypeError as e:
        print(e)
for given in ((b"k",), ("k", b"", None), (b"k", b"", "nope"), (b"k", "x", "md5"), ("k", b"", "md5"), (b"k", b"m", "sha256")):
    try:
        print(hmac.new(*given).hexdigest())
    except (TypeError, ValueError) as e:
        print(e)
