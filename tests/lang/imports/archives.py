# python3.12
import importlib.resources
import inspect
import os
import pkgutil
import runpy
import subprocess
import sys
import tempfile
import zipfile
import zipimport

os.chdir(tempfile.mkdtemp())
with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("__main__.py", "import m, sys\nprint(__name__, __package__ == '', sys.argv[1:], sys.path[0][-5:], __file__[-17:], m.f())\nprint(__spec__.name, __loader__ is __spec__.loader)\n")
    z.writestr("m.py", "def f():\n    return __name__\n\n\ndef g(): return 1 / 0\n")
    z.writestr("pkg/__init__.py", "'doc'\nfrom . import sub\n")
    z.writestr("pkg/sub.py", "x = 1\n")
    z.writestr("pkg/data.txt", "hi\n")
    z.writestr("ns/", "")
    z.writestr("ns/q.py", "y = 2\n")
    z.writestr("bad.py", "def")
    z.writestr("string.py", "whose = 'the archive'\n")
with open("stored.zip", "wb") as f:
    f.write(b"#!/bin/something before\n")
with zipfile.ZipFile("stored.zip", "a") as z:
    z.comment = b"a comment " * 20
    z.writestr("__main__.py", "result = (__name__, __file__)\n")
    z.writestr("caf\xe9.py", "z = 3\n")

sys.path.insert(0, "a.zip")
import m
import ns.q
import pkg.sub
import string

print(string.whose, m.f(), m.__file__, m.__spec__.origin, pkg.__path__, pkg.sub.__name__, pkg.__doc__, list(ns.__path__), ns.q.__file__)
print(m, pkg, m.__loader__, m.__spec__)
for name in "nothing", "bad", "pkg.nothing":
    try:
        __import__(name)
    except Exception as e:
        print(type(e).__name__, e)
try:
    m.g()
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_frame.f_code.co_filename)
print(inspect.getsource(m.f), inspect.getsourcefile(m.f))

z = zipimport.zipimporter("a.zip")
print(z, z.archive, repr(z.prefix), z._files["m.py"][:2], z._files["ns/"][0], list(z._files))


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


for n in "m", "pkg", "pkg.sub", "zz", "ns", "__main__":
    for f in "find_spec", "get_filename", "is_package", "get_source":
        attempt(getattr(z, f), n)
for p in "m.py", "a.zip/m.py", "./a.zip/m.py", "pkg/data.txt", "pkg/", "zz":
    attempt(z.get_data, p)
with open("text", "w") as f:
    f.write("no archive")
for p in "", "nope", "text", "a.zip/pkg", "a.zip/zz", "a.zip/", b"a.zip", 3, "a.zip/m.py/x":
    attempt(zipimport.zipimporter, p)
below = zipimport.zipimporter("a.zip/pkg")
attempt(below.find_spec, "sub")
attempt(below.find_spec, "pkg.sub")
attempt(below.get_source, "pkg.sub")
print(below.get_resource_reader("pkg"), z.get_resource_reader("m"), zipimport.ZipImportError.__mro__[1], zipimport.__all__)
print(type(z.get_code("m")).__name__, z.get_code("m").co_filename, sys.path_hooks[0])
print(list(pkgutil.iter_modules(["a.zip"])), pkgutil.get_data("pkg", "data.txt"), importlib.resources.files("pkg").joinpath("data.txt").read_text())
r = z.get_resource_reader("pkg")
print(sorted(r.contents()), r.is_resource("data.txt"), r.open_resource("data.txt").read())

# An archive behind other text, with a comment; in the path of packages; changed.
sys.path.insert(0, os.path.abspath("stored.zip"))
import café
print(café.z, runpy.run_path("stored.zip")["result"], runpy.run_path("stored.zip", run_name="named")["result"])
del sys.modules["string"]
sys.path.remove("a.zip")
import string
print(string.digits)
with zipfile.ZipFile("stored.zip", "a") as z:
    z.writestr("later.py", "w = 4\n")
try:
    import later
except ImportError as e:
    print(e)
sys.path_importer_cache[sys.path[0]].invalidate_caches()
import later
print(later.w)
with open("broken.zip", "wb") as f:
    f.write(open("a.zip", "rb").read()[:-30])
attempt(zipimport.zipimporter, "broken.zip")
os.mkdir("folder")
with open("folder/__main__.py", "w") as f:
    f.write("import sys\nprint(__name__, __package__ == '', __spec__.name, sys.argv)\n")
os.mkdir("folder/inner")
for name in "__init__", "__main__":
    with open(f"folder/inner/{name}.py", "w") as f:
        f.write("import sys\nprint(__name__, __package__, __spec__.name)\n")
for command in ["a.zip", "x", "y"], ["folder", "z"], ["-m", "inner"], ["-m", "m"]:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": "folder:a.zip"})
    print(done.stdout, done.stderr, done.returncode)
try:
    runpy.run_path("broken.zip")
except Exception as e:
    print(type(e).__name__)
