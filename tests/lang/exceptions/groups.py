# python3.12: What except* and split do with groups.
def show(e, d=0):
    print('  '*d + type(e).__name__, str(e), e.__notes__ if hasattr(e,'__notes__') else '', 'cause', repr(e.__cause__), 'ctx', repr(e.__context__))
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions: show(x, d+1)
def t(f):
    try: r=f(); print('ok',r)
    except BaseException as e: show(e)
V,T,K=ValueError,TypeError,KeyError
def eg(*a): return ExceptionGroup('eg', list(a))
def f1():
    try: raise eg(V(1),T(2),V(3))
    except* V as e: print(repr(e))
    except* T as e: print(repr(e))
t(f1)
def f2():
    try: raise eg(V(1),T(2),eg(V(3),K(4)))
    except* V as e: print(repr(e))
t(f2)
def f3():
    try: raise V(1)
    except* V as e: print(repr(e))
t(f3)
def f4():
    try: raise V(1)
    except* T as e: print(repr(e))
t(f4)
def f5():
    try: raise eg(V(1),T(2))
    except* V as e: raise
t(f5)
def f6():
    try: raise eg(V(1),T(2))
    except* V as e: raise K('new')
t(f6)
def f7():
    try: raise eg(V(1))
    except* V as e: raise K('new')
t(f7)
def f8():
    try: raise eg(V(1),T(2))
    except* V as e: raise K('new') from e
    except* T as e: raise K('n2')
t(f8)
def f9():
    try: raise V(1)
    except* V as e: raise
t(f9)
def f10():
    try: raise V(1)
    except* V as e: raise K(2)
t(f10)
def f11():
    try: raise eg(V(1))
    except* ExceptionGroup: pass
t(f11)
def f12():
    try: raise eg(V(1))
    except* 5: pass
t(f12)
def f13():
    try: raise eg(V(1),T(2),K(3))
    except* (V,T) as e: print(repr(e))
    else: print('else')
    finally: print('fin')
t(f13)
def f14():
    try: pass
    except* V: print('no')
    else: print('else')
t(f14)
class MG(ExceptionGroup):
    def __new__(cls, m, e, code=0):
        s=super().__new__(cls, m, e); s.code=code; return s
    def __init__(self,*a,**k): pass
    def derive(self, excs): return MG(self.message, excs, self.code)
m=MG('m',[V(1),T(2)],code=7); m.add_note('note')
a,b=m.split(V); print(repr(a),a.code,a.__notes__,repr(b),b.code); a.__notes__.append('x'); print(m.__notes__)
m.__cause__=K(1)
print(repr(m.subgroup(lambda e: isinstance(e,T))), m.subgroup(K), m.subgroup(V).__suppress_context__, repr(m.subgroup(V).__cause__))
class BadG(ExceptionGroup):
    def derive(self, e): return 5
t(lambda: BadG('b',[V(1),T(2)]).split(V))
t(lambda: BadG('b',[V(1)]).split(V))
n=eg(V(1),eg(T(2),eg(V(3),OSError(4))))
print(n.split(V)); print(n.subgroup((T,OSError))); print(n.split(lambda e: isinstance(e,ExceptionGroup) and len(e.exceptions)==2))
t(lambda: n.split(lambda e: 1/0))
print(BaseExceptionGroup('x',[KeyboardInterrupt()]).split(KeyboardInterrupt)); print(type(BaseExceptionGroup('x',[V()])))
print(n.message, n.exceptions, n.args)
t(lambda: setattr(n,'message','x')); t(lambda: setattr(n,'exceptions',()))
print(ExceptionGroup[int])
