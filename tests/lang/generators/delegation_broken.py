# unchecked
# Delegation to what has a broken getattr, __class_getitem__ that is None, named and unnamed fields, classes without subclasses.
import sys, os
class Broken:
    def __init__(self, what): self.what = what
    def __iter__(self): return self
    def __next__(self): return 1
    def __getattr__(self, name): raise self.what(name)
def g(what): 
    try: yield from Broken(what)
    except BaseException as e: print("inside", type(e).__name__); raise
sys.unraisablehook = lambda u: print("unraisable", u.exc_type.__name__, type(u.object).__name__)
for what in (ZeroDivisionError, AttributeError):
    for do in (lambda i: i.send(1), lambda i: i.throw(KeyError), lambda i: i.close()):
        i = g(what); next(i)
        try: print(do(i))
        except BaseException as e: print(type(e).__name__, e)
        try: i.close()
        except BaseException as e: print("closing", e)
class N: __class_getitem__ = None
for f in (lambda: N[1], lambda: N[int, str], lambda: N()[0]):
    try: print(f())
    except TypeError as e: print(e)
print(os.stat_result.n_unnamed_fields, os.stat_result.n_fields, os.stat_result.n_sequence_fields, os.stat_result.__match_args__)
import time
print(time.struct_time.n_unnamed_fields, time.struct_time.n_fields, time.struct_time.__match_args__)
match os.stat_result(range(10)):
    case os.stat_result(a, b, st_size=c): print(a, b, c)
import contextvars
for f in (lambda: contextvars.ContextVar(1), lambda: type("C", (contextvars.Context,), {}), lambda: type("C", (contextvars.ContextVar,), {}), lambda: type("C", (contextvars.Token,), {})):
    try: print(type(f()))
    except TypeError as e: print(e)
