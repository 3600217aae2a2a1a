# The arguments of open(): what is refused, in which order, and what has happened to the file by then.
import os, tempfile
class K:
    def __repr__(self): return "K"
k = K()
def t(label, f):
    try: print(label, f())
    except BaseException as e: print(label, type(e).__name__, e)
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    open("f", "wb").close()
    options = [{}, {"buffering": 0}, {"buffering": k}, {"buffering": 2**70}, {"encoding": "nope"}, {"encoding": k}, {"errors": "nope"}, {"errors": k}, {"newline": "x"}, {"newline": k}, {"newline": ""}, {"closefd": False}, {"opener": k},
               {"opener": lambda a, b: -1}, {"opener": lambda a, b: "x"}, {"encoding": "nope", "buffering": 0}, {"encoding": "utf-8", "newline": "z"}, {"buffering": 0, "newline": "x"}, {"encoding": "a\0b"}, {"errors": "a\0b"}, {"newline": "a\0"},
               {"encoding": ""}, {"encoding": "rot13"}, {"encoding": 5, "errors": 5, "newline": 5}]
    for mode in ("r", "", "x1", "rw", "rb", "wb+", "b", "rt", "rbt", "++r", "r+b", "rr", None, k, "r\0"):
        for given in options:
            for path in ("f", "nowhere", k) if mode in ("r", "rb", "rr", "") else ("f",):
                def go():
                    with open(path, mode, **given) as file: return type(file).__name__, file.mode
                t((path, mode, {a: "function" if callable(b) else b for a, b in given.items()}), go)
    for path in (-5, None, 1.5, b"nowhere", "a\0b", "", b"", []):
        for mode in ("r", "rb"): t((path, mode), lambda: open(path, mode))
    for given in ({"newline": "x"}, {"encoding": "nope"}, {"buffering": 0}):  # it is open, and cut, by then
        with open("g", "w") as file: file.write("text")
        t(given, lambda: open("g", "w", **given)); print(os.path.getsize("g"))
    os.chdir("/")
