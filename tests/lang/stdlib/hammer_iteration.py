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
import itertools, functools, statistics, textwrap, json, fractions, collections, decimal
from fractions import Fraction
from decimal import Decimal
its=[[],[1,2,3],'abc',(3,1,2),range(4),{1:2},[[1,2],[3]],None,5,-1,2,0,[1,'a'],[1,1,2,2,1],[None,0,1],lambda *a: sum(x for x in a if isinstance(x,int)),max,True,1.5,'']
hammer(itertools,[n for n in dir(itertools) if not n.startswith('_') and n not in ('tee',)],its,60,4,kws={'accumulate':['initial','func'],'zip_longest':['fillvalue'],'product':['repeat'],'count':['start','step'],'repeat':['times','object'],'groupby':['key','iterable'],'combinations':['r'],'permutations':['r'],'batched':['n'],'islice':['stop'],'compress':['selectors','data'],'starmap':['x']})
hammer(functools,['reduce','partial','cmp_to_key','cached_property','total_ordering','singledispatch','lru_cache','cache','wraps','update_wrapper','partialmethod'],its,30,3)
data=[[],[1],[1,2,3,4],[1.5,2.5,0.25],[Fraction(1,3),Fraction(2,3)],[Decimal('1.5'),Decimal('2')],[1,2,'a'],'abc',[1,1,2,2],[float('nan'),1.0],[float('inf'),1.0],[float('inf'),float('-inf')],None,5,[True,False],[-1,2],[0,0],[1,Fraction(1,2)],range(10),[10**30,1],['a','b','a'],[1,1],[2,4,6],0,1,0.5,-1,'inclusive','exclusive',[0.5],[1e308,1e308],[1j]]
hammer(statistics,[n for n in statistics.__all__ if n not in('NormalDist','StatisticsError')],data,60,3,kws={'quantiles':['n','method'],'linear_regression':['proportional'],'correlation':['method'],'fmean':['weights'],'harmonic_mean':['weights'],'variance':['xbar'],'pvariance':['mu'],'stdev':['xbar'],'median_grouped':['interval']})
for m,s in ((0,1),(5,2.5),(1,0),(0,-1),('a',1),(None,1),(10**400,1),(float('nan'),1)):
    call('ND',statistics.NormalDist,(m,s))
    try: nd=statistics.NormalDist(m,s)
    except Exception: continue
    for meth in ('pdf','cdf','inv_cdf','zscore','quantiles','overlap','samples','__add__','__sub__','__mul__','__truediv__','__radd__','__rsub__','__rmul__','__eq__'):
        for a in (0,1,0.5,-3,2.5,'x',None,statistics.NormalDist(1,2),4):
            call('ND.'+meth,getattr(nd,meth),(a,) if meth!='samples' or not isinstance(a,int) else (a,),{'seed':3} if meth=='samples' else {})
    print(nd.mean,nd.median,nd.mode,nd.stdev,nd.variance,+nd,-nd,hash(nd)==hash(statistics.NormalDist(m,s)))
call('from_samples',statistics.NormalDist.from_samples,([1,2,3],)); call('from_samples',statistics.NormalDist.from_samples,([],)); call('from_samples',statistics.NormalDist.from_samples,([1],))
texts=['','hello world foo bar','  leading\n\n  para two  \n\tx','a'*30,'one two-three four--five','x\n\ny','tab\there','  a\n    b\n  c\n','\n','word '*20,5,None,10,0,-1,3,'é ü ß','a-b-c-d-e-f','http://x.y/z?q=1&r=2 long']
hammer(textwrap,['wrap','fill','dedent','indent','shorten'],texts,100,2,kws={n:['width','initial_indent','subsequent_indent','expand_tabs','replace_whitespace','fix_sentence_endings','break_long_words','drop_whitespace','break_on_hyphens','tabsize','max_lines','placeholder','zz'] for n in ('wrap','fill','shorten')})
hammer(textwrap,['indent'],texts+[str.strip,lambda l: True],30,3)
R=random.Random(3)
for i in range(400):
    t=' '.join(R.choice(['a','bb','ccc-ddd','eeeeeeeeee','f.','g!','"h."','--','i\tj','\n','é','k?','x-','-y','a_b-c']) for _ in range(R.randint(1,14)))
    kw={k:v for k,v in dict(width=R.randint(7,20),initial_indent=R.choice(['','> ','  ']),subsequent_indent=R.choice(['','. ']),expand_tabs=R.random()<.5,replace_whitespace=R.random()<.5,fix_sentence_endings=R.random()<.5,break_long_words=R.random()<.7,drop_whitespace=R.random()<.7,break_on_hyphens=R.random()<.5,tabsize=R.randint(1,8),max_lines=R.choice([None,1,2,3]),placeholder=R.choice([' [...]','...',''])).items() if R.random()<.6}
    call('wrap',textwrap.wrap,(t,),kw)

flush()
