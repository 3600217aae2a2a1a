import gzip
import io
import os
import tempfile
import zlib


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


data = b"the quick brown fox\n" * 500 + bytes(range(256))
packed = gzip.compress(data, mtime=0)
print(packed[:10], gzip.decompress(packed) == data, len(packed) < len(data), gzip.decompress(packed + packed) == 2 * data)
print(gzip.compress(b"", mtime=1), gzip.decompress(gzip.compress(b"")), gzip.compress(b"abc", 1, mtime=123456789)[:10], gzip.compress(b"x", compresslevel=5, mtime=2)[8])
print(zlib.decompress(packed, 31) == data, gzip.decompress(packed + b"\0" * 100) == data, gzip.decompress(b""))
attempt(gzip.decompress, b"not gzip")
attempt(gzip.decompress, packed[:50])
attempt(gzip.decompress, packed[:-3])
attempt(gzip.decompress, packed[:-8] + b"\0" * 8)
attempt(gzip.decompress, packed[:-4] + b"\0" * 4)
attempt(gzip.decompress, packed + b"x")
attempt(gzip.decompress, b"\x1f\x8b\x07" + packed[3:])
print(issubclass(gzip.BadGzipFile, OSError))

folder = tempfile.mkdtemp()
os.chdir(folder)
path = "file.gz"
with gzip.open(path, "wb") as f:
    print(f.write(b"line one\n"), f.write(b"line two\n"), f.tell(), f.writable(), f.readable(), f.mode, f.name == path)
    f.writelines([b"a\n", b"b\n"])
    attempt(f.read)
with gzip.open(path) as f:
    print(f.read(4), f.tell(), f.readline(), f.peek(3)[:3], f.read1(4), f.read(), f.read(), f.readable(), f.seekable(), f.mode)
    print(f.seek(5), f.read(3), f.seek(-2, 1), f.read(2), f.seek(0, 2), f.seek(0), f.readlines())
    attempt(f.write, b"x")
    f.rewind()
    print(list(f), f.mtime is not None)
attempt(f.read)
print(f.closed)
with gzip.open(path, "at", encoding="utf-8") as f:
    f.write("é text\n")
with gzip.open(path, "rt", encoding="utf-8") as f:
    print(f.read().splitlines())
with gzip.open(path, "rt", encoding="utf-8") as f:
    print([line for line in f], f.buffer is not None)
with open(path, "rb") as raw:
    header = raw.read(20)
print(header[:4], header[10:15])
attempt(gzip.open, path, "x")
attempt(gzip.open, path, "rtb")
attempt(gzip.open, path, "rb", encoding="utf-8")
attempt(gzip.open, 5)
attempt(gzip.open, "nothing.gz")
attempt(gzip.GzipFile, path, "rt")
attempt(gzip.GzipFile, path, "z")
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode="wb", filename="inner.txt", mtime=99) as f:
    f.write(data)
    f.flush()
    f.seek(len(data) + 10)
    attempt(f.seek, 0)
print(buffer.closed, buffer.getvalue()[:20])
buffer.seek(0)
with gzip.GzipFile(fileobj=buffer) as f:
    print(f.read(10), len(f.read()), f.mtime, repr(f)[:6])
buffer.seek(0)
with gzip.GzipFile(fileobj=buffer) as f:
    into = bytearray(8)
    print(f.readinto(into), into, f.read1(5), len(f.readlines()))
buffer.seek(0)
text = io.TextIOWrapper(gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"a\r\nb"))))
print(text.read())
big = os.urandom(300000)
print(gzip.decompress(gzip.compress(big)) == big, gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"0" * 5000000))).read() == b"0" * 5000000)
os.remove(path)
os.chdir("/")
os.rmdir(folder)
