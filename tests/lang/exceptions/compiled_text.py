"""Lines that tracebacks show of what compile() was given: the file's, or those that linecache has, with the columns of what was compiled."""
import linecache
import os
import tempfile
import traceback

folder = tempfile.mkdtemp()
file = os.path.join(folder, "page.txt")
with open(file, "w") as stream:
    stream.write("line one\nline two of the file is long\nline three\n")
missing = os.path.join(folder, "missing.txt")
kept = "def f(a):\n    return 1 + a.b.c\n"


def show(text, filename):
    code = compile(text, filename, "exec")
    try:
        exec(code, {})
    except Exception as e:
        shown = "".join(traceback.format_exception(e)[2:]).replace(folder, "")
        print(shown)
        print([(entry.lineno, entry.line, entry.colno, entry.end_colno) for entry in traceback.extract_tb(e.__traceback__)[1:]])


show("\n\nraise KeyError(1)", file)
show("\nx = [1][2]\n", file)
show("\n\n\n\n\nx = [1][2]\n", file)
show("\nx = ([1]\n[2])\n", file)
show("\nx = [1][2]\n", missing)
show("\nx = [1][2]\n", "<made>")
linecache.cache["<made>"] = linecache.cache[missing] = (len(kept), None, kept.splitlines(True), missing)
show(kept + "f(1)\n", "<made>")
show("\nx = [1][2]\n", missing)
os.remove(file), os.rmdir(folder)
