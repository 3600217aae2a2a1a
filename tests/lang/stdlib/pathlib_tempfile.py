# python3.12
from pathlib import *
import os, shutil, tempfile
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
P=PurePosixPath; W=PureWindowsPath
for s in ["","a","/","//a","///a","a/b/","./a/./b","a/../b","a.tar.gz",".x",".x.y","a.","..","/a/b.c","a//b","~/x"]:
    p=P(s); print(repr(s), p, p.parts, repr(p.name), repr(p.stem), repr(p.suffix), p.suffixes, p.parent, list(p.parents), p.root, p.anchor, p.is_absolute())
for s in ["c:\\a\\b","c:a","\\a","\\\\srv\\sh\\x","a/b","c:/x.y","\\\\srv\\sh","con","c:"]:
    p=W(s); print(repr(s), p, p.parts, p.drive, p.root, p.name, p.parent, p.is_absolute(), p.as_posix(), p.is_reserved(), repr(p))
for f in [lambda: P("a")/"b"/P("c"), lambda: "x"/P("y"), lambda: P("a")/"/b", lambda: P("a")/3, lambda: P(3), lambda: P(b"a"), lambda: P("a","b","c"), lambda: P("/a/b").relative_to("/a"), lambda: P("/a/b").relative_to("/c"), lambda: P("/a/b").relative_to("/a/c/d",walk_up=True), lambda: P("a").relative_to("/a"), lambda: P("/a/b").is_relative_to("/a"), lambda: P("a/b.py").with_suffix(".txt"), lambda: P("a").with_suffix(".x"), lambda: P("a.b").with_suffix(""), lambda: P("a").with_suffix("x"), lambda: P("/").with_name("x"), lambda: P("a/b").with_name("c"), lambda: P("a/b").with_name("c/d"), lambda: P("a/b.x").with_stem("z"), lambda: P("a")<P("b"), lambda: P("a")==W("a"), lambda: P("a")<W("a"), lambda: W("A")==W("a"), lambda: hash(P("a"))==hash(P("a")), lambda: P("a/b.py").match("*.py"), lambda: P("/a/b.py").match("/*.py"), lambda: P("a/b/c.py").match("b/*.py"), lambda: P("a").match(""), lambda: P("A").match("a"), lambda: P("A").match("a",case_sensitive=False), lambda: P("a").as_uri(), lambda: P("a/b").parents[0], lambda: P("a/b").parents[-1], lambda: P("a/b").parents[5], lambda: P("a/b/c").parents[0:2], lambda: bytes(P("a")), lambda: os.fspath(P("a")), lambda: P("a").joinpath("b","c"), lambda: Path("a"), lambda: type(PurePath("a")), lambda: WindowsPath("a"), lambda: W("c:/a")/"d:/b", lambda: W("c:/a")/"/b", lambda: W("a")/"b", lambda: P("a").parent.parent, lambda: sorted([P("b"),P("a/c"),P("a")]), lambda: P("a").__reduce__(), lambda: Path("~root/x").expanduser(), lambda: Path("~nouser_/x").expanduser(), lambda: P("a/b").parents]: t(f)
D=Path("/tmp/typhon_test_pl"); shutil.rmtree(D,ignore_errors=True); D.mkdir(); os.chdir(D)
for f in [lambda: Path("a.txt").write_text("héllo\n"), lambda: Path("a.txt").read_text(), lambda: Path("b.bin").write_bytes(b"\0\1"), lambda: Path("b.bin").read_bytes(), lambda: Path("s/t").mkdir(), lambda: Path("s/t").mkdir(parents=True), lambda: Path("s/t").mkdir(), lambda: Path("s/t").mkdir(exist_ok=True), lambda: Path("s/x.py").touch(), lambda: Path("s/t/y.py").touch(), lambda: Path("s/x.py").touch(exist_ok=False), lambda: sorted(D.iterdir()), lambda: sorted(Path(".").glob("*")), lambda: sorted(Path().glob("**/*.py")), lambda: sorted(Path().rglob("*")), lambda: sorted(Path("s").glob("*/")), lambda: sorted(Path().glob("**")), lambda: list(Path().glob("")), lambda: list(Path().glob("/a")), lambda: list(Path().glob("a**")), lambda: sorted(Path().glob("s/*.py")), lambda: list(Path().glob("nope/*")), lambda: sorted(Path().rglob("*.PY",case_sensitive=False)), lambda: Path("a.txt").exists(), lambda: Path("nope").exists(), lambda: Path("s").is_dir(), lambda: Path("a.txt").is_file(), lambda: Path("a.txt").stat().st_size, lambda: Path("nope").stat(), lambda: Path("nope").unlink(), lambda: Path("nope").unlink(missing_ok=True), lambda: Path("a.txt").rename("c.txt"), lambda: Path("c.txt").replace(Path("d.txt")), lambda: Path("l").symlink_to("d.txt"), lambda: Path("l").readlink(), lambda: Path("l").is_symlink(), lambda: Path("l").resolve(), lambda: Path("nope/../x").resolve(), lambda: Path("nope").resolve(strict=True), lambda: Path("x").absolute(), lambda: Path.cwd(), lambda: Path().absolute(), lambda: Path("h").hardlink_to("d.txt"), lambda: Path("h").samefile("d.txt"), lambda: Path("d.txt").chmod(0o600), lambda: oct(Path("d.txt").stat().st_mode), lambda: [(str(a),sorted(b),sorted(c)) for a,b,c in Path("s").walk()], lambda: [(str(a),sorted(b),sorted(c)) for a,b,c in Path("s").walk(top_down=False)], lambda: Path("s").rmdir(), lambda: Path("d.txt").open().read(), lambda: Path("d.txt").write_text(3), lambda: Path("s").owner(), lambda: Path("a\0b").exists(), lambda: Path("s").open(), lambda: sum(1 for _ in Path("/tmp").glob("typhon_test_p?"))]: t(f)
class My(PosixPath):
    def shout(self): return str(self).upper()
print(My("a")/"b", (My("a")/"b").shout(), type(My("a").parent).__name__)
with tempfile.TemporaryDirectory() as d:
    print(os.path.isdir(d), d.startswith(tempfile.gettempdir())); open(os.path.join(d,"f"),"w").close()
print(os.path.exists(d))
with tempfile.NamedTemporaryFile("w+", suffix=".txt", prefix="pre", delete=True) as f:
    f.write("hi"); f.flush(); n=f.name; print(os.path.exists(n), n.endswith(".txt"), os.path.basename(n).startswith("pre"), open(n).read()); f.seek(0); print(f.read())
print(os.path.exists(n))
fd, n = tempfile.mkstemp(); os.close(fd); print(oct(os.stat(n).st_mode), len(os.path.basename(n))); os.unlink(n)
with tempfile.TemporaryFile() as f: f.write(b"abc"); f.seek(0); print(f.read())
with tempfile.SpooledTemporaryFile(max_size=5) as f: f.write(b"abc"); print(f._rolled); f.write(b"defg"); print(f._rolled); f.seek(0); print(f.read())
d = tempfile.mkdtemp(dir=str(D)); print(Path(d).parent); os.chdir("/"); shutil.rmtree(D); print(tempfile.gettempprefix())
t(lambda: tempfile.mkstemp(prefix=b"a", suffix="b"))
