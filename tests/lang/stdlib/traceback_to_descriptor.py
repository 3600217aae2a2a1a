# faulthandler writes to a descriptor as well as to a file.
import faulthandler
import os


def shown(r):
    lines = os.read(r, 10000).decode().splitlines()
    return lines[0].startswith("Current thread "), [line.strip().rpartition(" in ")[2] for line in lines[1:]]


def inner(file):
    faulthandler.dump_traceback(file=file)


r, w = os.pipe()
inner(w)
print(shown(r))
with os.fdopen(w, "w") as file:
    inner(file.fileno())
    inner(file)
    file.flush()
    first, names = shown(r)
    print(first, [name for name in names if not name.startswith("Current")].count("inner"))
try:
    inner(-1)
except ValueError:
    print("no descriptor")
