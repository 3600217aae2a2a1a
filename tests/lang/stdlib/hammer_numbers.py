# python3.12 # timed
# Every function with many arguments, good and hostile; of each hundred answers a checksum.
import builtins, itertools, random, re, sys, zlib
_lines = []
def print(*args, **kwargs):
    _lines.append(re.sub(r"0x[0-9a-f]{5,}|id=[0-9]+", "", " ".join(map(str, args))))
    if len(_lines) == 100:
        flush()
def flush():
    builtins.print(len(_lines), zlib.crc32("\n".join(_lines).encode("utf-8", "backslashreplace")), ascii(_lines[0])[:70] if _lines else "")
    _lines.clear()
def clean(s): return re.sub(r'0x[0-9a-f]{5,}','0x',s)
def show(v):
    if hasattr(v,'__next__'):
        try: v=list(itertools.islice(v,12))
        except Exception as e: return 'iter '+type(e).__name__+' '+clean(str(e))
    try: s=ascii(v)
    except Exception as e: s='repr '+type(e).__name__+' '+str(e)
    return clean(s)[:240]
def call(label,f,args,kw={}):
    try: r=show(f(*args,**kw))
    except RecursionError: r='RecursionError'
    except BaseException as e: r=type(e).__name__+': '+clean(ascii(str(e)))[:240]
    print(label,clean(ascii(args))[:160],clean(ascii(kw)) if kw else '','->',r)
def hammer(mod,names,pool,n,maxargs=3,seed=1,kws={}):
    R=random.Random(seed)
    for name in names:
        f=getattr(mod,name)
        call(name,f,())
        for v in pool: call(name,f,(v() if callable(v) and getattr(v,'fresh',0) else v,))
        for i in range(n):
            k=R.randint(1,maxargs); args=tuple(R.choice(pool) for _ in range(k))
            kw={}
            if kws.get(name) and R.random()<.4: kw={R.choice(kws[name]):R.choice(pool)}
            call(name,f,args,kw)
import math, operator, bisect, heapq, statistics, textwrap, fractions, struct
from fractions import Fraction
from decimal import Decimal
inf=float('inf'); nan=float('nan')
nums=[0,1,-1,2,5,-7,10**20,-10**20,True,0.0,-0.0,0.5,-2.5,1e308,-1e308,5e-324,inf,-inf,nan,Fraction(1,3),Decimal('1.5'),1j,'3',None,[1,2],(),2**53+1,100]
hammer(math,[n for n in dir(math) if callable(getattr(math,n)) and n not in ('factorial','comb','perm','prod')],nums,60,3,kws={'isclose':['rel_tol','abs_tol','zz'],'prod':['start'],'nextafter':['steps'],'log':['base']})
hammer(math,['factorial','comb','perm'],[0,1,5,-1,20,True,1.0,2.5,'x',None,inf,100,Fraction(2)],60,3)
hammer(math,['prod','sumprod','dist','hypot','fsum','gcd','lcm'],[[],[1,2],(1.5,2),[1,'a'],range(4),'ab',5,None,[inf,1],[nan],[1e308,1e308],[10**400,1.0],(3,4),[0,0],[1,-1e-300],[Fraction(1,2),2],[True]],80,3,kws={'prod':['start']})
hammer(operator,[n for n in operator.__all__ if n not in ('setitem','delitem','iconcat','iadd','itemgetter','attrgetter','methodcaller')],[1,-2,0,2.5,'ab','',[1,2],(1,),{1:2},{1},None,b'x',slice(0,1),True,7,1j],45,3)
pool=[[],[1,2,3],[3,1,2],(1,2),'abc',[1,1,1,1],[1,'a'],[None],range(5),5,None,[1.5,2.5],2,[[1],[2]]]
hammer(bisect,['bisect','bisect_left','bisect_right','insort'],pool,80,4,kws={n:['lo','hi','key','x','a'] for n in ['bisect','bisect_left','bisect_right']})
hammer(heapq,['heappush','heappop','heapify','heapreplace','heappushpop','nlargest','nsmallest','merge'],pool,60,3,kws={'nlargest':['key'],'merge':['key','reverse']})

flush()
