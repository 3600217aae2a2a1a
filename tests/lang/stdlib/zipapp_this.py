# python3.12
import io
import os
import runpy
import sys
import tempfile
import zipapp
import zipfile

os.chdir(tempfile.mkdtemp())
os.makedirs("app/pkg")
for name, text in ("app/__main__.py", "print('main of', __name__)\n"), ("app/pkg/__init__.py", ""), ("app/pkg/mod.py", "def go():\n    print('gone', __name__)\n"), ("app/data.txt", "x"):
    with open(name, "w") as f:
        f.write(text)


def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except (Exception, SystemExit) as e:
        return f"{type(e).__name__}: {e}"


print(zipapp.create_archive("app"), sorted(os.listdir(".")), zipapp.get_interpreter("app.pyz"), zipfile.ZipFile("app.pyz").namelist())
runpy.run_path("app.pyz")
zipapp.create_archive("app", "b.pyz", interpreter="/usr/bin/env python3", compressed=True)
with open("b.pyz", "rb") as f:
    print(f.readline(), zipapp.get_interpreter("b.pyz"), bool(os.stat("b.pyz").st_mode & 0o100))
print({i.filename: i.compress_type for i in zipfile.ZipFile("b.pyz").infolist() if i.filename.endswith("py")})
out = io.BytesIO()
zipapp.create_archive("app", out, filter=lambda path: path.suffix != ".txt")
out.seek(0)
print(zipfile.ZipFile(out).namelist())
out.seek(0)
zipapp.create_archive(out, "c.pyz", interpreter="py")
print(zipapp.get_interpreter("c.pyz"))
zipapp.create_archive("c.pyz", "d.pyz")
print(zipapp.get_interpreter("d.pyz"), zipapp.get_interpreter(open("c.pyz", "rb")))
print(attempt(zipapp.create_archive, "app", main="pkg.mod:go"), attempt(zipapp.create_archive, "nope"))
os.unlink("app/__main__.py")
print(attempt(zipapp.create_archive, "app"))
for main in "pkg.mod", "pkg.mod:", ":go", "pkg mod:go", "1a:go", "pkg.mod:go":
    print(main, attempt(zipapp.create_archive, "app", "e.pyz", main=main))
print(zipfile.ZipFile("e.pyz").read("__main__.py"))
runpy.run_path("e.pyz", run_name="__main__")
for args in ["b.pyz", "--info"], ["d.pyz", "--info"], ["app", "--info"], ["b.pyz"], ["b.pyz", "-o", "b.pyz"], ["b.pyz", "-o", "f.pyz", "-m", "x:y"], ["b.pyz", "-o", "f.pyz", "-p", "q"], ["app", "-m", "pkg.mod:go", "-c", "-o", "g.pyz"]:
    print(args, attempt(zipapp.main, args))
print(zipapp.get_interpreter("f.pyz"), sorted(os.listdir(".")))
import this
print(len(this.s))
