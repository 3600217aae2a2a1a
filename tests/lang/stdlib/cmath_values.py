# python3.12 # timed
import builtins, zlib
_lines = []
def print(*args):  # what would be printed, 100 lines a checksum
    _lines.append(" ".join(map(str, args)))
    if len(_lines) == 100:
        flush()
def flush():
    builtins.print(len(_lines), zlib.crc32("\n".join(_lines).encode("utf-8", "backslashreplace")), ascii(_lines[0])[:70] if _lines else "")
    _lines.clear()
import cmath, random
r=random.Random(3)
vals=[0.0,-0.0,1.0,-1.0,0.5,2.0,1e-320,5e-324,1e308,1.7e308,-1.7e308,710.0,-710.0,708.5,745.0,1e-10,1e20,3.0,1e154,0.7,1e-160]
pts=[(a,b) for a in vals for b in vals]+[(r.uniform(-3,3),r.uniform(-3,3)) for _ in range(300)]+[(r.gauss(0,1)*10**r.randint(-20,20),r.gauss(0,1)*10**r.randint(-20,20)) for _ in range(300)]
for n in "acos acosh asin asinh atan atanh cos cosh exp log log10 phase polar sin sinh sqrt tan tanh".split():
    f=getattr(cmath,n)
    for a,b in pts:
        try: print(n,a,b,f(complex(a,b)))
        except Exception as e: print(n,a,b,type(e).__name__,e)
for a,b in pts:
    for g in (lambda: cmath.rect(a,b), lambda: cmath.log(complex(a,b),10), lambda: cmath.log(2,complex(a,b)), lambda:cmath.isclose(complex(a,b),complex(a,b*(1+1e-10)))):
        try: print(a,b,g())
        except Exception as e: print(a,b,type(e).__name__,e)
for bad in (None,'x',[],range):
    for n in dir(cmath):
        f=getattr(cmath,n)
        if callable(f) and n!='__loader__':
            for args in ((bad,),(bad,bad),(),(1,2,3)):
                try: f(*args)
                except Exception as e: print(n,args[1:], type(e).__name__,e)

flush()
