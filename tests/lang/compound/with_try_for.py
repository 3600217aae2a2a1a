# while, for, try, with (8.2 - 8.5): the corners
import sys
def attempt(f, *args):
    try: return f(*args)
    except BaseException as e: return f"{type(e).__name__}: {e}"
class M:
    def __init__(self, name, enter=None, exit=None, swallow=False): self.name, self.e, self.x, self.swallow = name, enter, exit, swallow
    def __enter__(self):
        print("enter", self.name)
        if self.e: raise self.e
        return self.name
    def __exit__(self, *a):
        print("exit", self.name, a[0] and a[0].__name__, a[1], a[2] is not None)
        if self.x: raise self.x
        return self.swallow
def two(a, b):
    with a as x, b as y:
        print("body", x, y)
        raise KeyError("body")
    return "swallowed"
for a, b in [(M(1), M(2)), (M(1, swallow=True), M(2)), (M(1), M(2, swallow=[1])), (M(1), M(2, enter=ValueError("e2"))), (M(1, swallow=True), M(2, enter=ValueError("e2"))), (M(1, enter=ValueError("e1")), M(2)), (M(1), M(2, exit=TypeError("x2"))), (M(1, swallow=True), M(2, exit=TypeError("x2")))]:
    try: print(two(a, b))
    except Exception as e: print(type(e).__name__, e, "context", repr(e.__context__))
with (M(1) as a, M(2) as b,): print(a, b)
with (M(1), M(2)): pass
with (M(1)) as z, (M(2)): print(z)
class T: pass
t = T()
with M("attr") as t.x, M("item") as t.__dict__["y"], M("ab") as (p, q): print(t.__dict__, p, q)
def bad_target():
    with M("abc") as (p, q): print("never")
print(attempt(bad_target))
def flow(how):
    for i in range(3):
        with M(i):
            if how == "break": break
            if how == "continue": continue
            if how == "return": return "returned"
    else: print("else")
    return "end"
for how in ("break", "continue", "return"): print(flow(how))
class Half:
    def __enter__(self): pass
class Half2:
    def __exit__(self, *a): pass
class Inst: pass
i = Inst(); i.__enter__ = lambda: 1; i.__exit__ = lambda *a: 1
for v in (Half(), Half2(), 5, None, i):
    def use():
        with v: pass
    print(attempt(use))
class BadTruth:
    def __enter__(self): return self
    def __exit__(self, *a): return self
    def __bool__(self): raise ZeroDivisionError("truth")
def truth():
    with BadTruth(): raise KeyError
print(attempt(truth))
def no_truth():
    with BadTruth(): return 5
print(attempt(no_truth))
# try: every way out of every clause
def run(body, handler=None, orelse=None, final=None):
    log = []
    def step(what, name):
        log.append(name)
        if isinstance(what, BaseException): raise what
        return what
    def inner():
        for turn in range(2):
            try:
                r = step(body, "body")
                if r == "return": return "from body"
                if r == "break": break
                if r == "continue": continue
            except ValueError as e:
                r = step(handler, "handler")
                if r == "return": return "from handler"
                if r == "break": break
                if r == "continue": continue
                if r == "reraise": raise
            else:
                r = step(orelse, "else")
                if r == "return": return "from else"
                if r == "break": break
                if r == "continue": continue
            finally:
                r = step(final, "finally")
                if r == "return": return "from finally"
                if r == "break": break
                if r == "continue": continue
        else: log.append("loop else")
        return "end"
    try: result = inner()
    except Exception as e: result = f"{type(e).__name__}({e}) context {e.__context__!r}"
    return " ".join(log), result
ways = [None, "return", "break", "continue", ValueError("v"), KeyError("k")]
for body in ways:
    for other in ways + ["reraise"]:
        for final in ways:
            print(body, other, final, run(body, other, other if other != "reraise" else None, final))
# the name of a handler is deleted, its value read before
def deleted():
    try: raise ValueError(1)
    except ValueError as e: pass
    return e
print(attempt(deleted))
def rebinds():
    e = "kept"
    try: pass
    except ValueError as e: pass
    try: raise ValueError
    except ValueError as e: e = "changed"; del e
    return "fine"
print(rebinds())
# what a handler may name
def handler(kind, error=ValueError("x")):
    try: raise error
    except kind as e: return f"caught {e!r}"
class Kind(tuple): pass
for kind in (ValueError, (KeyError, ValueError), (), ((ValueError,), KeyError), Exception, BaseException, 5, "x", None, (5,), (ValueError, 5), int, [ValueError], object, type, Kind((ValueError,))):
    print(kind, attempt(handler, kind))
# raise
def raising(*a):
    if len(a) == 1: raise a[0]
    raise a[0] from a[1]
class Odd(Exception):
    def __new__(cls, *a): return 5 if a == () else super().__new__(cls)
class Bad(Exception):
    def __init__(self): raise KeyError("in init")
for a in [(ValueError,), (ValueError(1),), (5,), (None,), (int,), ("x",), (Odd,), (Bad,), (ValueError, KeyError), (ValueError, KeyError(2)), (ValueError, None), (ValueError, 5), (ValueError, int), (Bad, None), (ValueError, Bad), (5, KeyError), (BaseException,), (StopIteration(3),), (GeneratorExit,), (KeyboardInterrupt,), (SystemExit(3),)]:
    try: raising(*a)
    except BaseException as e: print(a, "->", repr(e), repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
def bare(): raise
print(attempt(bare))
try: raise ValueError("outer")
except ValueError:
    print(attempt(bare))
# for: targets of every kind, changes while iterating, else
class Box: pass
box = Box(); box.l = [0, 0]
for box.a in range(2): pass
for box.l[1] in "xy": pass
for (a, [b, *c]), d in [((1, (2, 3, 4)), 5)]: print(a, b, c, d)
for x in []: pass
else: print("empty else", box.a, box.l)
l = [1, 2, 3]
for v in l:
    if v < 4: l.append(v + 3)
    if len(l) > 8: break
print(l)
def changed(d, change):
    for k in d: change(d)
print(attempt(changed, {1: 1}, lambda d: d.update({2: 2})), attempt(changed, {1: 1, 2: 2}, lambda d: d.pop(1, None)), attempt(changed, {1}, lambda s: s.add(len(s) + 5)), attempt(changed, {1: 1}, lambda d: d.update({1: 5})))
for bad in (5, None, Box, object(), len):
    print(attempt(lambda: [1 for _ in bad]), attempt(lambda: (lambda a, b: 0)(*bad)))
class OldIter:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
class StopInGetitem:
    def __getitem__(self, i): raise StopIteration
class BadIter:
    def __iter__(self): return 5
class NextOnly:
    def __next__(self): return 1
class Nones:
    __iter__ = None
    def __getitem__(self, i): return i
print(list(OldIter()), 20 in OldIter(), list(StopInGetitem()), attempt(list, BadIter()), attempt(list, NextOnly()), attempt(list, Nones()), attempt(lambda: 1 in Nones()), [*reversed("ab")], attempt(reversed, OldIter()), attempt(reversed, {1}))
n = 3
while n:
    n -= 1
    if n == 1: continue
    print("while", n)
else: print("while else")
while True:
    try: break
    finally: print("finally in while")
for i in range(3):
    try:
        if i == 1: continue
        print("loop", i)
    finally: print("fin", i)
def nested():
    for i in range(2):
        for j in range(2):
            try:
                with M((i, j)):
                    if j: return (i, j)
            finally: print("f", i, j)
print(nested())
# except*
def star(error, *kinds):
    log = []
    try:
        try: raise error
        except* kinds[0] as g: log.append(("first", repr(g)))
        except* kinds[1] as g: log.append(("second", repr(g)))
        else: log.append("else")
        finally: log.append("finally")
    except BaseException as e: log.append(("left", repr(e), repr(e.__context__)))
    return log
G = ExceptionGroup
for error in (ValueError(1), KeyError(2), OSError(3), G("g", [ValueError(1), KeyError(2)]), G("g", [ValueError(1), OSError(3), G("h", [KeyError(4), TypeError(5)])]), BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(6)])):
    for kinds in ((ValueError, KeyError), ((ValueError, TypeError), LookupError), (Exception, KeyError), (G, KeyError), (5, KeyError), ((ValueError, G), KeyError)):
        print(repr(error), [getattr(k, "__name__", k) if not isinstance(k, tuple) else [x.__name__ for x in k] for k in kinds], star(error, *kinds))
def star_raises():
    try: raise G("g", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError: raise TypeError("new")
    except* KeyError: raise
    except* OSError as e: raise RuntimeError("other") from e
try: star_raises()
except BaseException as e:
    print(repr(e), [(repr(x), repr(x.__cause__), repr(x.__context__)) for x in e.exceptions])
