# python3.12
import pydoc
def f(a: int, b='x', *args, c=None, **kw) -> str:
    """Does f.

    Indented.
    """
def nodoc(x): pass
# comment above
def commented(): pass
class A:
    """Class A."""
    __slots__ = ('slot',)
    attr = 3
    def __init__(self, x=1): "init doc"
    def meth(self, y): "meth doc"
    @classmethod
    def cm(cls): "cm doc"
    @staticmethod
    def sm(q): pass
    @property
    def prop(self): "prop doc"
    @property
    def both(self): "both doc"
    @both.setter
    def both(self, v): pass
    alias = meth
class B(A):
    __slots__ = ()
    def meth(self, y): pass
    def extra(self): "extra doc"
class S:
    __slots__ = ('p', 'q')
async def co(): "coroutine"
lam = lambda z: z
def show(x): print(pydoc.plain(pydoc.render_doc(x)))
for x in (f, nodoc, commented, A, B, A.meth, A(1).meth, A.cm, A.sm, A.prop, A(1), S, co, lam, len, [].append):
    show(x)
help(f)
help(A(2).extra if hasattr(A, 'extra') else B.extra)
try: pydoc.render_doc('no.such.thing')
except ImportError as e: print(e)
print(pydoc.describe(1), pydoc.describe(len), pydoc.describe(A), pydoc.describe(A.slot), pydoc.locate('os.path.join').__name__, pydoc.locate('int'), pydoc.locate('zzz'))
print(exit, quit, help)
try: exit(3)
except SystemExit as e: print(e.code)
try: quit()
except SystemExit as e: print(e.code)
