# sys.unraisablehook: what it is given by __del__, threads, callbacks and functions called at exit; one that fails itself.
import sys, gc
def hook(u): print("hook", type(u).__name__, u.exc_type.__name__, u.exc_value, type(u.exc_traceback).__name__, u.err_msg, u.object.__qualname__ if hasattr(u.object,'__qualname__') else u.object)
sys.unraisablehook = hook
class C:
    def __del__(self): 1/0
c=C(); del c; gc.collect(); gc.collect()
def bad(u): raise ValueError("in hook")
sys.unraisablehook = bad
c=C(); del c; gc.collect(); gc.collect()
import _thread, time
sys.unraisablehook = hook
def f(): raise KeyError("t")
_thread.start_new_thread(f,()); time.sleep(.1)
import weakref
class D: pass
d=D(); r=weakref.ref(d, lambda r: 1/0); del d; gc.collect(); gc.collect()
import atexit
atexit.register(f)
sys.unraisablehook(type("X",(),dict(exc_type=KeyError,exc_value=KeyError(1),exc_traceback=None,err_msg="msg",object=5)))
