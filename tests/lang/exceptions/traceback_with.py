class C:
    def __enter__(self): return self
    def __exit__(self, *a): raise ValueError
def f():
    with C() as x, \
         open("/dev/null"):
        pass
def g():
    with open("/dev/null"), C() as x:
        pass
def h():
    with C() as x:
        1/0
def k():
    with C() as x: return 3
def l():
    for i in 1,2:
        with C() as x:
            continue
async def al():
    class D:
        async def __aenter__(self): return 1
        async def __aexit__(self,*a): raise KeyError
    async with D() as z:
        pass
import traceback
for q in f,g,h,k,l:
    try: q()
    except Exception: print(traceback.format_exc().replace(__file__, "FILE"))
try: al().send(None)
except Exception: print(traceback.format_exc().replace(__file__, "FILE"))
