import io
import os
import shutil
import tempfile
import zipfile


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


folder = tempfile.mkdtemp()
os.chdir(folder)
stamp = (2020, 5, 17, 10, 30, 46)
print("-- writing and reading")
with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("hello.txt", "hello " * 100)
    z.writestr(zipfile.ZipInfo("stored.bin", stamp), b"\0\1\2")
    z.writestr("sub/é.txt", "non-ascii", zipfile.ZIP_STORED)
    z.mkdir("empty")
    with z.open("stream.txt", "w") as f:
        print(f.write(b"part 1\n"), f.write(b"part 2\n"), f.writable())
        attempt(z.writestr, "x", "y")
        attempt(z.open, "y", "w")
        attempt(z.close)
    z.comment = b"a comment"
    attempt(z.getinfo, "nothing")
    print(repr(z))
print(repr(z), zipfile.is_zipfile("a.zip"), zipfile.is_zipfile(__file__), zipfile.is_zipfile("nothing.zip"))
attempt(z.writestr, "x", "y")
attempt(z.read, "hello.txt")
with zipfile.ZipFile("a.zip") as z:
    print(z.namelist(), z.comment, z.testzip(), len(z.infolist()), z.mode, z.filename)
    print(z.read("hello.txt") == b"hello " * 100, z.read("stored.bin"), z.read("sub/é.txt"), z.read("stream.txt"), z.read("empty/"))
    info = z.getinfo("stored.bin")
    print(info, info.date_time, info.CRC, info.file_size, info.compress_size, info.compress_type, info.is_dir(), info.flag_bits, info.create_system)
    print(repr(z.getinfo("hello.txt")), z.getinfo("empty/"), z.getinfo("empty/").is_dir(), z.getinfo("sub/é.txt").flag_bits)
    with z.open("stream.txt") as f:
        print(f, f.readable(), f.seekable(), f.readline(), f.tell(), f.read(3), f.peek()[:4], f.read1(2), f.read(), f.read(), f.seek(0), f.readlines())
        print(f.seek(-3, 2), f.read(), f.seek(100), f.seek(2), f.seek(1, 1), f.read(2))
        attempt(f.seek, 0, 9)
    attempt(f.read)
    with io.TextIOWrapper(z.open("stream.txt"), encoding="utf-8") as t:
        print(t.read())
    attempt(z.open, "nothing")
    attempt(z.open, "hello.txt", "x")
    attempt(z.writestr, "x", "y")
    out = io.StringIO()
    z.printdir(out)
    print([line.split()[0] for line in out.getvalue().splitlines()], "2020-05-17 10:30:46" in out.getvalue())

print("-- adding and extracting")
os.mkdir("tree")
os.mkdir("tree/inner")
for name, text in (("tree/one.txt", "1"), ("tree/inner/two.txt", "22")):
    with open(name, "w") as f:
        f.write(text)
os.utime("tree/one.txt", (1600000000, 1600000000))
with zipfile.ZipFile("a.zip", "a") as z:
    z.write("tree/one.txt")
    z.write("tree/inner/two.txt", "renamed.txt", zipfile.ZIP_DEFLATED, 9)
    z.write("tree/inner")
    z.write("/etc/passwd", "../../escape")
    print(z.namelist())
with zipfile.ZipFile("a.zip") as z:
    print(z.read("tree/one.txt"), z.read("renamed.txt"), z.comment, z.getinfo("tree/inner/").is_dir(), z.getinfo("tree/one.txt").external_attr >> 16 & 0o100000 != 0)
    print(os.path.relpath(z.extract("renamed.txt", "out")), os.path.relpath(z.extract("../../escape", "out")))
    z.extractall("out2", ["hello.txt", "sub/é.txt", "empty/"])
    print(sorted(os.listdir("out")), sorted(os.listdir("out2")), os.listdir("out2/sub"), open("out2/sub/é.txt").read())
    z.extractall("out3")
    print(sorted(os.listdir("out3")))
attempt(zipfile.ZipFile, "a.zip", "x")
attempt(zipfile.ZipFile, "a.zip", "z")
attempt(zipfile.ZipFile, "a.zip", "r", 99)
attempt(zipfile.ZipFile, "nothing.zip")
with open("bad.zip", "wb") as f:
    f.write(b"this is no archive")
attempt(zipfile.ZipFile, "bad.zip")
attempt(zipfile.ZipInfo, "x", (1979, 1, 1, 0, 0, 0))
with zipfile.ZipFile("new.zip", "a") as z:
    z.writestr("x", b"y")
print(zipfile.ZipFile("new.zip").read("x"))

print("-- in memory")
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=1) as z:
    for n in range(3):
        info = zipfile.ZipInfo(f"file{n}", date_time=stamp)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.comment = b"about %d" % n
        info.external_attr = 0o644 << 16
        z.writestr(info, b"data" * n)
data = buffer.getvalue()
print(data[:4], data[-22:-18], len(data) < 500, zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b"x")))
with zipfile.ZipFile(io.BytesIO(b"something before" + data)) as z:
    print(z.namelist(), z.read("file2"), [i.comment for i in z.infolist()], z.infolist()[1])
damaged = bytearray(data)
damaged[data.index(b"file1") + 5] ^= 255
with zipfile.ZipFile(io.BytesIO(bytes(damaged))) as z:
    try:
        print(z.testzip())
    except Exception as error:
        print(type(error).__name__)
stored = io.BytesIO()
with zipfile.ZipFile(stored, "w") as z:
    z.writestr(zipfile.ZipInfo("s", stamp), b"content")
raw = bytearray(stored.getvalue())
raw[raw.index(b"content")] ^= 1
with zipfile.ZipFile(io.BytesIO(bytes(raw))) as z:
    print(z.testzip())
    attempt(z.read, "s")


class Pipe:
    def __init__(self):
        self.data = b""

    def write(self, data):
        self.data += data
        return len(data)

    def flush(self):
        pass


pipe = Pipe()
with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("one", "first")
    z.writestr("two", "second")
with zipfile.ZipFile(io.BytesIO(pipe.data)) as z:
    print(z.read("one"), z.read("two"), z.getinfo("one").flag_bits & 8)

print("-- Path")
with zipfile.ZipFile("p.zip", "w") as z:
    for name in ("a.txt", "b/c.txt", "b/d/e.txt", "b/f.py"):
        z.writestr(name, "content of " + name)
root = zipfile.Path("p.zip")
print(root, repr(root), [p.name for p in root.iterdir()], root.is_dir(), root.exists())
b = root / "b"
print(b, b.is_dir(), sorted(str(p) for p in b.iterdir()), (b / "c.txt").read_text(), b.joinpath("d", "e.txt").read_bytes(), (b / "c.txt").parent, b.parent)
p = root / "b" / "f.py"
print(p.name, p.suffix, p.stem, p.is_file(), p.exists(), (root / "nothing").exists(), (root / "nothing").is_file())
with p.open() as f:
    print(f.read())
with p.open("rb") as f:
    print(f.read(7))
attempt((root / "nothing").open)
attempt(b.open)
attempt(p.iterdir)
os.chdir("/")
shutil.rmtree(folder)
