# python3.12
"""sys._getframe: callers, their lines, globals and variables."""
import sys
def caller():
    return sys._getframe(1).f_code.co_name, sys._getframe().f_lineno, sys._getframe(1).f_globals["__name__"]
def a(x):
    y = x + 1
    print(caller())
    f = sys._getframe()
    print({k: v for k, v in f.f_locals.items() if k != "f"}, f.f_back.f_lineno, f.f_back.f_code.co_name, f.f_code is a.__code__)
    return [sys._getframe(0).f_code.co_name for _ in range(1)]
print(a(1))
for depth in (50, -1, "x", 1.5, True):
    try: print(sys._getframe(depth).f_code.co_name)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
class K:
    name = sys._getframe().f_code.co_name
    def m(self): return sys._getframe().f_locals["self"] is self
print(K.name, K().m())
def log(*args):
    f = sys._getframe(1)
    print(f"{f.f_code.co_filename.rsplit('/')[-1]}:{f.f_lineno}", *args)
def gen():
    yield sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name
def use():
    log("here", list(gen()))
    n = 0
    f = sys._getframe()
    while f: n += 1; f = f.f_back
    return n
print(use())


def implements(name):
    sys._getframe(1).f_locals.setdefault("__implements__", []).append(name)


class Declared:
    implements("one")
    implements("two")


print(Declared.__implements__)
implements("module")
print(__implements__, sys._getframe().f_locals is globals())
