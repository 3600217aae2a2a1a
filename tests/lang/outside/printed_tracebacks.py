# python3.12
"""Printed tracebacks of many sorts, on stdout and at the end on stderr."""
import traceback, sys, contextlib, io


class Custom(Exception):
    """with a wide body"""
    def __str__(self): return f"custom <{self.args[0]}>"


class NoStr(Exception):
    def __str__(self): raise RuntimeError("no str")


def a(n):
    return b(n) + 1


def b(n):
    if n == 0:
        raise Custom("deep")
    return a(n - 1)


def show(f, *args, **kw):
    try:
        f(*args, **kw)
    except BaseException:
        traceback.print_exc(file=sys.stdout)
        print("-" * 20)


show(a, 2)
def chain():
    try:
        {}["k"]
    except KeyError as e:
        try:
            int("x")
        except ValueError as v:
            raise Custom("chained") from v
show(chain)
def suppressed():
    try: [][1]
    except IndexError: raise TypeError("supp") from None
show(suppressed)
def notes():
    e = ValueError("noted"); e.add_note("first note"); e.add_note("second\nwith lines"); raise e
show(notes)
def group():
    errs = []
    for f in (lambda: 1 / 0, lambda: int("z"), lambda: None.x):
        try: f()
        except Exception as e: errs.append(e)
    raise ExceptionGroup("several", [*errs[:2], ExceptionGroup("inner", errs[2:])])
show(group)
def multi():
    x = {"a": {"b": None}}
    return (x["a"]["b"]
            ["c"]
            ["d"])
show(multi)
def carets():
    a = b = 1; c = 0
    return a + b * (a / c) + len("x" * 3)
show(carets)
def attr():
    class Q: value = 3
    return Q().vlaue
show(attr)
def name():
    lenght = 4
    return lenghth
show(name)
def calls(): return sorted([3, "a"], key=lambda v: v)
show(calls)
def kw(): return a(1, m=2)
show(kw)
def unpack(): x, y = [1, 2, 3]
show(unpack)
def rec(n): return rec(n + 1)
sys.setrecursionlimit(120)
show(rec, 0)
sys.setrecursionlimit(1000)
def imp(): from collections import OrderedDictt

def imp2(): import no_such_module_here
show(imp2)
def ass(): assert 1 + 1 == 3, f"sum is {1 + 1}"
show(ass)
show(exec, "x = (1,\n 2")
show(exec, "def f():\nreturn 1")
show(compile, "a b c", "<mine>", "exec")
show(eval, "1 +* 2")
def gen():
    yield 1
    raise StopIteration("inside")
show(lambda: list(gen()))
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): raise OSError("in exit")
def cm():
    with CM() as c:
        raise ValueError("in body")
show(cm)
def fin():
    try: raise ValueError(1)
    finally: raise KeyError(2)
show(fin)
show(lambda: sys.exit("bye"))
def comp(): return [1 / x for x in (1, 0)]
show(comp)
def dec():
    def deco(f):
        raise NameError("deco")
    @deco
    def g(): pass
show(dec)
show(lambda: (lambda *, q: q)())
te = traceback.TracebackException(ValueError, ValueError("te"), None)
print(list(te.format()), te.exc_type, str(te))
try: a(1)
except Custom as e:
    print(traceback.extract_tb(e.__traceback__))
    print("".join(traceback.format_exception_only(e)), traceback.format_tb(e.__traceback__, limit=1), traceback.format_tb(e.__traceback__, limit=-1))
    for fr, ln in traceback.walk_tb(e.__traceback__): print(fr.f_code.co_name, ln, end="; ")
    st = traceback.StackSummary.from_list([("f.py", 3, "fn", "code here")]); print(st.format())
def final():
    try:
        b(0)
    except Custom as e:
        raise NoStr("unprintable") from e
final()
