# python3.12
# Corners of library modules that came with Python 3.12, or that it mended.
import argparse, binascii, contextlib, importlib, importlib.util, io, mmap, os, pathlib, pkgutil, shutil, struct, subprocess, sys, tempfile, threading, time, types, uuid, warnings, weakref, zlib
from fractions import Fraction


def error(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as problem:
        print(type(problem).__name__, problem)


# paths: "**" stands for nothing as well, a link to nothing is found by its name, folders deeper than the stack
print([pathlib.PurePath().match(pattern) for pattern in ("*", "**", "**/*", "?")], pathlib.PurePath("a").match("**"))
for suffix in (".c/d", "c:.x", "\\.x", "/"):
    error(pathlib.PureWindowsPath("c:a/b").with_suffix, suffix)
with tempfile.TemporaryDirectory() as folder:
    top = pathlib.Path(folder)
    (top / "broken").symlink_to("nowhere")
    print([path.name for path in top.glob("broken")], list(top.glob("broken/")), [path.name for path in top.rglob("broken")])
    deep = top
    for _ in range(60):
        deep = deep / "d"
        deep.mkdir()
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(60)
    try:
        print(len(list(top.glob("**"))), len(list(top.rglob("d/"))))
    finally:
        sys.setrecursionlimit(limit)

# lazy modules
with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "late.py").write_text("print('late runs, its name is', __name__)\nvalue = 41\nother = value + 1\n")
    sys.path.insert(0, folder)
    spec = importlib.util.find_spec("late")
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules["late"] = module
    spec.loader.exec_module(module)
    print("not yet", isinstance(module, types.ModuleType))
    module.value = 7  # which stays
    print(module.value, module.other, type(module) is types.ModuleType, module is importlib.import_module("late"))
    del module.other
    print(hasattr(module, "other"))
    del sys.modules["late"]
    sys.path.remove(folder)
error(importlib.util.LazyLoader, object)
print(importlib.util.LazyLoader.factory(type(spec.loader.loader if hasattr(spec.loader, "loader") else spec.loader))("a", "b").loader.name)

tag = sys.implementation.cache_tag
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    print(importlib.util.cache_from_source("a/b.py", False).replace(tag, "TAG"), importlib.util.cache_from_source("a/b", optimization="").replace(tag, "TAG"))
    print([str(warning.message) for warning in told])
print(importlib.util.source_from_cache(f"a/__pycache__/b.{tag}.opt-2.pyc"))
for path in (f"__pycache__/b.{tag}.x.pyc", f"__pycache__/b.{tag}.opt-!.pyc", "b.pyc"):
    error(importlib.util.source_from_cache, path)
error(importlib.util.cache_from_source, "a.py", True, optimization=1)

# fractions in formats: no zeros before a width or a precision
for form in ("006f", ".02f", "06f", ".2f", "0.0f", "00f"):
    error(format, Fraction(22, 7), form)

# a Struct whose class gives the format itself
class Pair(struct.Struct):
    def __init__(self, order):
        super().__init__(order + "hh")


print(Pair(">").pack(1, 2), Pair("<").size, Pair(">").format)

error(binascii.hexlify, memoryview(bytearray(b"abcdef"))[::-2])
error(zlib.crc32, memoryview(b"abcd")[::2])

class Settings(dict):
    def __getattr__(self, name):
        return self[name]


settings = Settings(a=1)
print("Settings" in repr(weakref.ref(settings)), "print" in repr(weakref.ref(print)), "(os)" in repr(weakref.ref(os)))

# old ways that warn
for function in (pkgutil.get_loader, pkgutil.find_loader):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        function("os")
        print([(warning.category.__name__, str(warning.message)) for warning in told])
for option in ("type", "choices", "metavar"):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        argparse.ArgumentParser().add_argument("--fast", action=argparse.BooleanOptionalAction, **{option: None})
        print([(warning.category.__name__, str(warning.message)) for warning in told])

# archives are named as they were before the folder changed; an error of close() is told
with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
    os.mkdir("root")
    print(shutil.make_archive("made", "zip", "root") == os.path.join(folder, "made.zip"), shutil.make_archive("made", "tar", "root") == os.path.join(folder, "made.tar"))

    def archiver(base_name, base_dir, **options):
        print(base_name, base_dir, options["root_dir"])
        return base_name
    archiver.supports_root_dir = True
    shutil.register_archive_format("own", archiver)
    print(shutil.make_archive("made", "own", root_dir="root"))
    shutil.unregister_archive_format("own")
for week in ("2019-00-1", "2019-54-1", "2021-53-1", "2020-53-5", "2021-52-1"):
    try:
        print(time.strptime(week, "%G-%V-%u")[:3])
    except ValueError:
        print("ValueError", week)

print(subprocess.run([sys.executable, "-m", "uuid", "-u", "uuid5", "-n", "@dns", "-N", "python.org"], capture_output=True, text=True).stdout.strip() == str(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org")))
print(uuid.UUID(subprocess.run([sys.executable, "-m", "uuid"], capture_output=True, text=True).stdout.strip()).version)

# a process with several threads forks
stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    print([(warning.category.__name__, str(warning.message).replace(str(os.getpid()), "N")) for warning in told])
stop.set()
thread.join()

# paths in archives: their own names, and pickled
import pickle, zipfile
with tempfile.TemporaryDirectory() as folder:
    with zipfile.ZipFile(os.path.join(folder, "made.zip"), "w") as archive:
        archive.writestr("a/b/c.tar.gz", "x")
        archive.writestr("plain", "y")
    root = zipfile.Path(os.path.join(folder, "made.zip"))
    for path in (root, root / "plain", root / "a", root / "a/b/c.tar.gz"):
        print(path.name, path.stem, path.suffix, path.suffixes)
    copied = pickle.loads(pickle.dumps(root / "plain"))
    print(copied.read_text(), [path.name for path in pickle.loads(pickle.dumps(root)).iterdir()])
