# python3.12
import cmath
inf=float('inf');nan=float('nan')
vals=[-inf,-2.3,-0.0,0.0,2.3,inf,nan]
for n in "acos acosh asin asinh atan atanh cos cosh exp log log10 phase polar sin sinh sqrt tan tanh".split():
    f=getattr(cmath,n)
    for a in vals:
        for b in vals:
            try: print(n,a,b,f(complex(a,b)))
            except Exception as e: print(n,a,b,type(e).__name__,e)
for a in vals:
    for b in vals:
        try: print('rect',a,b,cmath.rect(a,b))
        except Exception as e: print('rect',a,b,type(e).__name__,e)
