# Attributes on later lines than their object: the line of the name is shown.
import traceback
class Q:
    def a(self): return self
    def b(self, *x, **k): return None
def f():
    return (Q()
            .a()
            .a()
            .b(1,
               2)
            .c())
try: f()
except AttributeError: print(traceback.format_exc())
def g():
    (Q()
      .a()
      .b).d = 5
try: g()
except AttributeError: print(traceback.format_exc())
def h():
    x = Q()
    x.a(
    ).a().zz
try: h()
except AttributeError: print(traceback.format_exc())
def i():
    return (Q()
            .b.__call__(1,
               2, z=1/0)
            .c())
try: i()
except ZeroDivisionError: print(traceback.format_exc())
