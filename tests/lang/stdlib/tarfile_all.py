# python3.12
import gzip
import io
import os
import shutil
import tarfile
import tempfile


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[0])


def describe(t):
    return t.name, t.size, oct(t.mode & 0o777), t.mtime, t.type, t.linkname, t.isfile(), t.isdir(), t.issym(), t.islnk()


folder = tempfile.mkdtemp()
os.chdir(folder)
os.makedirs("tree/inner")
for name, text in (("tree/one.txt", "1" * 600), ("tree/inner/two.txt", "22"), ("tree/é.txt", "name"), ("tree/" + "n" * 90 + ".txt", "long")):
    with open(name, "w") as f:
        f.write(text)
    os.chmod(name, 0o640)
    os.utime(name, (1600000000, 1600000000))
os.symlink("one.txt", "tree/link")
os.utime("tree/link", (1600000000, 1600000000), follow_symlinks=False)
os.link("tree/one.txt", "tree/zhard")
os.chmod("tree", 0o755)
os.chmod("tree/inner", 0o755)
for d in ("tree", "tree/inner"):
    os.utime(d, (1600000000, 1600000000))

print("-- made and read")
for suffix, mode in ((".tar", "w"), (".tar.gz", "w:gz"), (".x.tgz", "w|gz"), (".x.tar", "w|")):
    with tarfile.open("t" + suffix, mode) as tar:
        tar.add("tree")
    with tarfile.open("t" + suffix) as tar:
        print(suffix, len(tar.getnames()), tar.getmember("tree/inner/two.txt").size, tar.extractfile("tree/one.txt").read() == b"1" * 600)
    print(tarfile.is_tarfile("t" + suffix))
with tarfile.open("t.tar") as tar:
    for t in tar:
        print(describe(t) if not t.isdir() else (t.name, t.isdir()))
    print(tar.extractfile("tree/link").read(4), tar.extractfile("tree/zhard").read(3), tar.extractfile("tree"), tar.mode, tar.name == os.path.abspath("t.tar"))
    f = tar.extractfile("tree/one.txt")
    print(f.name, f.seekable(), f.readable(), f.read(5), f.tell(), f.seek(-3, 2), f.read(), f.seek(0), len(f.readline()))
    attempt(tar.getmember, "nothing")
    attempt(tar.extractfile, "nothing")
    attempt(tar.add, "tree")
    print(repr(tar.getmembers()[0]).split(" at ")[0])
attempt(tar.getnames)
attempt(tar.next)
attempt(tarfile.open, "nothing.tar")
attempt(tarfile.open, __file__)
attempt(tarfile.open, "t.tar", "z")
attempt(tarfile.open, "t.tar", "r:zz")
attempt(tarfile.open, "t.tar", "r:gz")
attempt(tarfile.open, "t.tar", "x")
attempt(tarfile.open)
print(tarfile.is_tarfile(__file__))
with tarfile.open("t.tar.gz", "r|gz") as tar:
    print([(t.name, t.size) for t in tar][:2])
with tarfile.open("t.tar.gz", "r|*") as tar:
    for t in tar:
        if t.name == "tree/one.txt":
            print(len(tar.extractfile(t).read()))

print("-- extracted")
with tarfile.open("t.tar.gz", "r:*") as tar:
    tar.extractall("out", filter="data")
    tar.extract("tree/inner/two.txt", "out2")
print(sorted(os.listdir("out/tree")) == sorted(os.listdir("tree")), os.readlink("out/tree/link"), open("out/tree/zhard").read(3), os.listdir("out2/tree/inner"))
print(oct(os.stat("out/tree/one.txt").st_mode), os.stat("out/tree/one.txt").st_mtime, open("out/tree/é.txt").read())

print("-- by hand, formats")
for format in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=format) as tar:
        info = tarfile.TarInfo("dir/" + "a" * 60 + "/" + "b" * 80)
        info.size = 5
        info.mtime = 1234567890
        info.uname = "someone"
        tar.addfile(info, io.BytesIO(b"hello world"))
        d = tarfile.TarInfo("d")
        d.type = tarfile.DIRTYPE
        d.mode = 0o700
        tar.addfile(d)
        s = tarfile.TarInfo("s")
        s.type = tarfile.SYMTYPE
        s.linkname = "x" * 90
        tar.addfile(s)
        if format != tarfile.USTAR_FORMAT:
            long = tarfile.TarInfo("l" * 200)
            long.linkname = "m" * 150
            long.type = tarfile.LNKTYPE
            tar.addfile(long)
    data = buffer.getvalue()
    print(format, len(data), sum(data), data[257:265])
    buffer.seek(0)
    with tarfile.open(fileobj=buffer) as tar:
        for t in tar.getmembers():
            print(describe(t), t.uname, sorted(t.pax_headers))
        print(tar.extractfile(tar.getmembers()[0]).read())
info = tarfile.TarInfo("n" * 300)
attempt(info.tobuf, tarfile.USTAR_FORMAT)
info = tarfile.TarInfo("x")
info.mtime = 1.5
info.uid = 8 ** 8
print(len(info.tobuf(tarfile.PAX_FORMAT)), len(info.tobuf(tarfile.GNU_FORMAT)))
print(tarfile.TarInfo.frombuf(info.tobuf(tarfile.GNU_FORMAT), "utf-8", "strict").uid == 8 ** 8)
attempt(tarfile.TarInfo.frombuf, b"\0" * 512, "utf-8", "strict")
attempt(tarfile.TarInfo.frombuf, b"x" * 512, "utf-8", "strict")
attempt(tarfile.TarInfo.frombuf, b"x" * 5, "utf-8", "strict")
print(info.replace(name="y", mode=0o600).name, info.name, info.get_info()["name"])

print("-- adding, filters")
with tarfile.open("t.tar", "a") as tar:
    tar.add("tree/one.txt", "added.txt", filter=lambda t: t.replace(uname="me", mtime=5, deep=False))
    tar.add("tree/inner", "not", filter=lambda t: None if t.name.endswith("two.txt") else t)
with tarfile.open("t.tar") as tar:
    print(tar.getnames()[-2:], tar.getmember("added.txt").uname, tar.getmember("added.txt").mtime)


def archive(*members):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, kind, target in members:
            info = tarfile.TarInfo(name)
            info.type = kind
            info.linkname = target
            tar.addfile(info, io.BytesIO())
    buffer.seek(0)
    return tarfile.open(fileobj=buffer)


for member in (("../escape", tarfile.REGTYPE, ""), ("link", tarfile.SYMTYPE, "/etc"), ("link", tarfile.SYMTYPE, "../../x"), ("fifo", tarfile.FIFOTYPE, ""), ("hard", tarfile.LNKTYPE, "../x")):
    with archive(member) as tar:
        try:
            tar.extractall("safe", filter="data")
            print("extracted")
        except tarfile.FilterError as error:
            print(type(error).__name__, str(error).replace(os.path.realpath(folder), "FOLDER"), error.tarinfo.name)
with archive(("/abs", tarfile.REGTYPE, "")) as tar:
    tar.extractall("safe", filter="tar")
    print(os.listdir("safe"))
    attempt(tar.extractall, "safe", filter="unknown")

print("-- shutil, damage")
print(os.path.basename(shutil.make_archive("made", "gztar", ".", "tree")), os.path.basename(shutil.make_archive("made", "zip", "tree")))
shutil.unpack_archive("made.tar.gz", "unpacked")
shutil.unpack_archive("made.zip", "unpacked2")
print(sorted(os.listdir("unpacked/tree"))[:2], sorted(os.listdir("unpacked2"))[:2])
raw = gzip.open("t.tar.gz").read()
attempt(tarfile.open, fileobj=io.BytesIO(b""))
attempt(tarfile.open, fileobj=io.BytesIO(b"x" * 1000))
for size in (100, 600, 1100, 1600, 2100, 5000):
    attempt(lambda: len(tarfile.open(fileobj=io.BytesIO(raw[:size])).getmembers()))
os.chdir("/")
shutil.rmtree(folder)
