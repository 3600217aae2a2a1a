# A finder on sys.meta_path changes nothing in how tracebacks of imports look: what finds and loads is left out (5.5).
import os, sys, tempfile, traceback


class Finder:
    def find_spec(self, name, path, target=None):
        return None


sys.meta_path.append(Finder())
sys.dont_write_bytecode = True
folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
for name, text in (("asks", "import is_not_there\n"), ("divides", "def f():\n    1 / 0\n\nf()\n"), ("passes_on", "import divides\n"), ("is_no_program", "x = \n")):
    with open(os.path.join(folder, name + ".py"), "w") as file:
        file.write(text)


def show():
    print(traceback.format_exc().replace(folder, "FOLDER").replace(__file__, "THIS"))


for name in ("is_not_there", "asks", "divides", "passes_on", "is_no_program"):
    try:
        __import__(name)
    except Exception:
        show()
    try:
        exec("import " + name)
    except Exception:
        show()
