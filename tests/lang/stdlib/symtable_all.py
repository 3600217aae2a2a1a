# python3.12
import symtable
src='''
import os.path as p, sys
from a import b as c, d
x: int = 1
y: str
def f(a, b=1, *args, k, **kw):
    global g
    local = a + x
    def inner(q):
        nonlocal local
        local = q + b
        return [i for i in q if i in zz]
    class C:
        attr = local
        def m(self): return __class__, self.attr
    lambda z: z + a
    g = 1
    for t in args: pass
    with open(k) as fh: pass
    try: pass
    except E as e: pass
    del t
    if (w := 3): pass
    import mod
    ann: int
    return inner
class D(Base, metaclass=M):
    """doc"""
    z = 1
    def meth(self, v: T) -> R: self.__priv = v; return z
    async def am(self): await x; yield 1
    def m2(self): super().m2()
    @staticmethod
    def sm(): pass
    n = [z for q in range(3)]
gen = (u*v for u in x for v in u)
d = {k: v for k, v in x}
s = {k for k in x}
match x:
    case {"a": ma, **rest} if ma: pass
    case [first, *others] | first: pass
def ff():
    from m import *  if 0 else 0
'''.replace("    from m import *  if 0 else 0\n","    exec('')\n    return unknown\n")
src+='''
def g1(): 
    x = 1
    def g2():
        def g3(): return x
def deflt(a=lambda: xx, *, b: int = yy): pass
@deco(lambda: 1)
class E1: pass
type A[T] = list[T]
def gen1[T: int](x: T) -> T: return x
class G[T]: 
    y: T
'''
def show(t, ind=0):
    p=' '*ind
    print(p,t.get_type(),repr(t.get_name()),t.get_lineno(),t.is_optimized(),t.is_nested(),t.has_children(),[c.get_name() for c in t.get_children()],repr(t).split(' in ')[0], sorted(t.get_identifiers()))
    if isinstance(t,symtable.Function): print(p,'F',sorted(t.get_parameters()),sorted(t.get_locals()),sorted(t.get_frees()),sorted(t.get_globals()),sorted(t.get_nonlocals()))
    if isinstance(t,symtable.Class): print(p,'C',t.get_methods())
    for s in sorted(t.get_symbols(),key=lambda s:s.get_name()):
        print(p,'  ',repr(s),''.join(n[0] if False else n+' ' for n in ('is_referenced','is_parameter','is_global','is_declared_global','is_local','is_free','is_imported','is_assigned','is_annotated','is_namespace','is_nonlocal') if getattr(s,n)()), [n.get_name() for n in s.get_namespaces()])
    for c in t.get_children(): show(c,ind+2)
show(symtable.symtable(src,'f.py','exec'))
t=symtable.symtable('a+b','<x>','eval'); show(t)
t=symtable.symtable('a=b\n','<x>','single'); show(t)
def tr(f):
    try: print(f())
    except Exception as e: print(type(e),e)
tr(lambda: symtable.symtable('x','f','bad')); tr(lambda: symtable.symtable('x=','f','exec'));tr(lambda: symtable.symtable('def f():\n global x; nonlocal x','f','exec'));tr(lambda:t.lookup('zz'))
t=symtable.symtable('def f(): pass\ndef f(): pass\nclass C: pass','f','exec')
tr(lambda:t.lookup('f').get_namespace()); tr(lambda:t.lookup('C').get_namespace().get_name()); u=symtable.symtable('x=1','f','exec'); tr(lambda:u.lookup('x').get_namespace()); print(t.lookup('f').get_namespaces()); print(repr(t), t.get_id()==t.get_id(), t==symtable.symtable('','f','exec'))
print(symtable.symtable(b'x=1','f','exec').get_symbols())
show(symtable.symtable('''
class A:
    __x = 1
    def f(self, __y): return __y, __x, A
    class B:
        def g(self): return __class__
    l = [lambda: q for q in range(3)]
def outer(v):
    class K:
        v = v
        def m(self): return v
        w = [v for _ in range(2)]
    def deeper():
        nonlocal v
        v = 1
        return [(s := t) for t in v], (lambda *, k=v: k), {y for y in v if (zz := y)}
    def glob():
        global top_name
        top_name = 1
        def under(): return top_name
    async def co():
        async for i in v: yield i
        return
    return (j for j in v if (named := j)), super
def with_defaults[T](a, *, k=1) -> T: ...
def kw_only[**P](*, k: P): ...
(walrus := 1)
[top := i for i in range(2)]
for loop in walrus: pass
else: del loop
import x.y.z, u.v as w
from . import rel
x.attr: int = 1
f"{fs!r:>{width}}"
def defaults(a=(lambda: 1), b=[c for c in x]): pass
try: pass
except* (E1, E2) as group: pass
''','two.py','exec'))
