# python3.12
import pyclbr, sys, os, tempfile
src='''
import os.path
from collections import OrderedDict as OD, missing
from collections import *
import nothere
class A(OD, object): 
    def m(self): 
        class In: pass
        def deep(): 
            async def deeper(): pass
    async def am(self): pass
    x = [lambda: 1]
if True:
    class B(A, os.PathLike, typing.Generic[int], x.y.z): pass
    import abc
else:
    def f(): pass
try: 
    def g(): pass
except E:
    def h(): pass
finally:
    with x:
        for i in x:
            def k(): pass
match 1:
    case 1:
        def mm(): pass
@dec
def decorated(): 
    pass
class A2(A, metaclass=M): pass
def A(): pass
'''
def show(d,n=0):
    for k,v in d.items():
        if k=="__path__": print("path",len(v)); continue
        if k[0]=="_" and n==0: continue
        print(" "*n,k,type(v).__name__,v.module,v.name,os.path.basename(v.file),v.lineno if v.module!="collections" else "",v.end_lineno if v.module!="collections" else "",v.parent and v.parent.name, getattr(v,"is_async",None), [getattr(s,"name",s) for s in getattr(v,"super",[])], getattr(v,"methods",None) if v.module!="collections" else "")
        if v.module!="collections": show(v.children,n+1)
with tempfile.TemporaryDirectory() as d:
    open(d+"/mod.py","w").write(src)
    os.mkdir(d+"/pkg"); os.mkdir(d+"/pkg/sub")
    open(d+"/pkg/__init__.py","w").write("from . import b\nfrom .b import C\nfrom pkg.b import C as D\nclass I: pass")
    open(d+"/pkg/b.py","w").write("import pkg\nclass C: pass\nclass E(pkg.I): pass\nimport c\nfrom c import Z\nimport pkg.c\nclass F(pkg.c.Z): pass\nclass G(c.Z): pass\n")
    open(d+"/pkg/c.py","w").write("class Z: pass")
    open(d+"/bad.py","w").write("class Z(: pass")
    show({k:v for k,v in pyclbr.readmodule_ex("mod",[d]).items() if v.module=="mod"})
    for n in ("pkg","pkg.b","pkg.c","mod.x","pkg.zz","sys","nope","pkg.b.c", "sys.x","","time"):
        try: show(pyclbr.readmodule_ex(n,[d]))
        except Exception as e: print(type(e),e,getattr(e,"name",None))
    try: pyclbr.readmodule("bad",[d])
    except SyntaxError as e: print("SyntaxError")
    print(pyclbr.readmodule("bad",[d]))
    print(sorted(k for k,v in pyclbr.readmodule("mod",[d]).items() if v.module=="mod"))

src='''
import m2
class X1(Unknown): pass
class X2(unk.Y): pass
class X3(m2.C): pass
class X4(m2.D): pass
class X5(a.m2.C): pass
class X6(f(1)): pass
class X7(f.g(1)): pass
class X8(m2.C(1.5)): pass
class X9(X1[int]): pass
class X10(m2.m2): pass
class X11(m2.a.C): pass
class X12(unk.Y, X1): pass
'''
with tempfile.TemporaryDirectory() as d:
    open(d+"/m1.py","w").write(src)
    open(d+"/m2.py","w").write("class C: pass")
    for k,v in pyclbr.readmodule_ex("m1",[d]).items():
        print(k, [getattr(s, "name", s) for s in v.super])
    try: print(pyclbr.readmodule_ex("",[d]))
    except ImportError as e: print(e)
    try: print(pyclbr.readmodule_ex("m1.",[d]))
    except ImportError as e: print(e)
