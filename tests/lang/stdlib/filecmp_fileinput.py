import bz2
import filecmp
import fileinput
import gzip
import io
import os
import sys
import tempfile

os.chdir(tempfile.mkdtemp())


def write(path, text, time=1000000000):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w") as f:
        f.write(text)
    os.utime(path, (time, time))


def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


# ---- filecmp
for side in "left", "right":
    write(f"{side}/same", "same")
    write(f"{side}/differ", side)
    write(f"{side}/shallow", "abc" if side == "left" else "abd")
    write(f"{side}/sub/x", "x")
    write(f"{side}/sub/deep/y", side * 2)
    write(f"{side}/only_{side}", "")
    write(f"{side}/tags", side)
    write(f"{side}/{side}_sub/z", "")
write("left/mixed", "")
os.mkdir("right/mixed")
os.symlink("nowhere", "left/broken")
os.symlink("nowhere", "right/broken")
write("left/later", "1", 5)
write("right/later", "1", 6)
print(filecmp.cmp("left/same", "right/same"), filecmp.cmp("left/differ", "right/differ"), filecmp.cmp("left/shallow", "right/shallow"),
      filecmp.cmp("left/shallow", "right/shallow", shallow=False), filecmp.cmp("left/later", "right/later"), filecmp.cmp("left", "right"),
      filecmp.cmp("left/same", "left"))
print(attempt(filecmp.cmp, "left/nope", "right/same"))
write("left/shallow", "abd")
print(filecmp.cmp("left/shallow", "right/shallow", False))
filecmp.clear_cache()
print(filecmp.cmp("left/shallow", "right/shallow", shallow=False))
names = ["same", "differ", "shallow", "nope", "mixed", "broken", "later", "sub"]
print(filecmp.cmpfiles("left", "right", names), filecmp.cmpfiles("left", "right", names, shallow=False))
d = filecmp.dircmp("left", "right")
print(sorted(vars(d)), d.ignore is filecmp.DEFAULT_IGNORES, d.hide, filecmp.DEFAULT_IGNORES)
print(sorted(d.common_funny), sorted(vars(d)))
for name in sorted(filecmp.dircmp.methodmap):
    value = getattr(d, name)
    print(name, sorted(value) if isinstance(value, list) else {k: (type(v).__name__, v.left, v.right) for k, v in value.items()})
print(attempt(getattr, d, "nothing"))
for method in "report", "report_partial_closure", "report_full_closure":
    print("----", method)
    getattr(filecmp.dircmp("left", "right", ["later"], ["same"]), method)()


class Mine(filecmp.dircmp):
    pass


print({k: type(v).__name__ for k, v in Mine("left", "right").subdirs.items()}, filecmp.dircmp[str])
deep = filecmp.dircmp("left", "right")
deep.phase4_closure()
print(deep.subdirs["sub"].subdirs["deep"].diff_files)
print(attempt(filecmp.dircmp("left", "nope").report))

# ---- fileinput
write("a.txt", "a1\na2\n")
write("b.txt", "b1\nb2\nb3")
write("empty.txt", "")
print(attempt(fileinput.lineno), attempt(fileinput.nextfile), fileinput.close())
with fileinput.input(["a.txt", "empty.txt", "b.txt"], encoding="utf-8") as f:
    print(f.filename(), f.lineno(), f.filelineno(), f.fileno(), f.isfirstline(), f.isstdin(), type(f).__name__)
    for line in f:
        print(repr(line), fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin(), fileinput.fileno() > 2)
        if line == "b2\n":
            print(attempt(fileinput.input, "a.txt"))
    print(f.filename(), f.lineno(), f.filelineno(), f.fileno(), repr(f.readline()))
print(attempt(fileinput.lineno))
fileinput.close()
sys.argv[1:] = ["b.txt", "a.txt"]
seen = []
for line in fileinput.input():
    seen.append((fileinput.filename(), line))
    if fileinput.filelineno() == 2:
        fileinput.nextfile()
print(seen, fileinput.lineno(), fileinput.filename())
fileinput.close()
sys.argv[1:] = []
sys.stdin = io.StringIO("from stdin\nmore\n")
print([(line, fileinput.filename(), fileinput.isstdin(), fileinput.lineno()) for line in fileinput.input(("-", "a.txt"))])
fileinput.close()
sys.stdin = io.StringIO("again\n")
print(list(fileinput.input()))
fileinput.close()
print(list(fileinput.FileInput("a.txt", mode="rb")), list(fileinput.input(files=(), openhook=None)))
fileinput.close()
for kw in {"mode": "w"}, {"mode": "rU"}, {"inplace": True, "openhook": open}, {"openhook": 3}:
    print(attempt(fileinput.FileInput, "a.txt", **kw))
print(attempt(next, fileinput.FileInput("nope.txt")), attempt(lambda: fileinput.FileInput("a.txt")[0]))
with fileinput.FileInput("a.txt", inplace=True) as f:
    for line in f:
        print(f.lineno(), line.upper(), end="")
print(open("a.txt").read(), sorted(os.listdir(".")))
with fileinput.input(["a.txt", "b.txt"], inplace=True, backup=".orig") as f:
    for line in f:
        if "1" in line:
            sys.stdout.write("> " + line)
print(repr(open("a.txt").read()), repr(open("b.txt").read()), repr(open("a.txt.orig").read()), sorted(os.listdir(".")))
os.chmod("a.txt", 0o640)
with fileinput.input("a.txt", inplace=1) as f:
    try:
        for line in f:
            print("x")
            raise KeyError
    except KeyError:
        pass
print(repr(open("a.txt").read()), oct(os.stat("a.txt").st_mode), sys.stdout is sys.__stdout__)
with gzip.open("c.gz", "wt") as f:
    f.write("gzip\ntext\n")
with bz2.open("d.bz2", "wt") as f:
    f.write("bzip\n")
print(list(fileinput.input(["c.gz", "d.bz2", "a.txt"], openhook=fileinput.hook_compressed, encoding="utf-8")))
fileinput.close()
print(list(fileinput.input(["c.gz", "d.bz2"], mode="rb", openhook=fileinput.hook_compressed)))
fileinput.close()
with open("latin.txt", "wb") as f:
    f.write(b"caf\xe9\n\xff")
print(list(fileinput.FileInput("latin.txt", openhook=fileinput.hook_encoded("latin-1"))),
      list(fileinput.FileInput("latin.txt", openhook=fileinput.hook_encoded("utf-8", "replace"))),
      list(fileinput.FileInput("latin.txt", encoding="utf-8", errors="ignore")))
print(list(fileinput.FileInput("x", openhook=lambda name, mode: io.StringIO(f"{name} {mode}\n"))), fileinput.FileInput[str])
f = fileinput.FileInput([__file__.rpartition("/")[2] and "a.txt"])
f.readline()
f.close()
print(repr(f.readline()), f.fileno())
