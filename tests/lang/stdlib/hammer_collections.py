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
import random, collections, enum, dataclasses, string, pprint, functools, itertools, copy, operator as op
R=random.Random(17)
for seed in [0,1,-5,12345678901234567890,'abc','',b'xy',1.5,None if 0 else 7,bytearray(b'q'),(1,2),[1],True,'é'*50,float('inf')]:
    r=random.Random()
    try: r.seed(seed)
    except Exception as e: print('seed',ascii(seed),type(e).__name__,e); continue
    print(ascii(seed)[:40],[r.random() for _ in range(3)],r.getrandbits(70),r.randint(1,100),r.randrange(10,20,3),r.choice('abc'),r.choices([1,2,3],k=4),r.choices('ab',weights=[1,5],k=4),r.sample(range(100),5),r.uniform(1,2),r.triangular(),r.gauss(0,1),r.gauss(0,1),r.normalvariate(0,1),r.expovariate(1),r.betavariate(1,2),r.gammavariate(2,1),r.gammavariate(.5,1),r.gammavariate(1,1),r.lognormvariate(0,1),r.vonmisesvariate(0,4),r.vonmisesvariate(1,0),r.paretovariate(3),r.weibullvariate(1,2),r.randbytes(5),r.binomialvariate(10,.3),r.binomialvariate(1000,.4),r.binomialvariate(20,.9))
    l=list(range(10)); r.shuffle(l); print(l, r.sample(['a','b'],k=3,counts=[5,1]), r.sample(list(range(1000)),300)[:5], r.choices(range(3),cum_weights=[1,2,3],k=3))
r=random.Random(1)
pool=[0,1,-1,5,10,2.5,'x',None,[],[1,2,3],'abc',{1,2},{1:2},range(5),(1,2),True,[0,0],[-1,2],1e-10]
for n in ('randint','randrange','choice','choices','sample','shuffle','uniform','triangular','gauss','expovariate','getrandbits','randbytes','binomialvariate','betavariate','gammavariate','normalvariate','vonmisesvariate','paretovariate','weibullvariate','lognormvariate','setstate','seed'):
    f=getattr(r,n)
    for i in range(60):
        r.seed(i) if n!='seed' else None; call(n,f,tuple(copy.deepcopy(R.choice(pool)) for _ in range(R.randint(0,3))),{} if R.random()<.7 else {R.choice(['k','weights','cum_weights','counts','n','a','step','zz','mu']):R.choice(pool)})
st=r.getstate(); a=r.random(); r.setstate(st); print(a==r.random(), st[0], len(st[1]))
C=collections
for args in [([1,1,2],),('aab',),({'a':2},),(None,),(5,),(),([[1]],)]: call('Counter',C.Counter,args)
a=C.Counter(a=3,b=1,c=-2,d=0); b=C.Counter(a=1,b=2,e=5)
for o in (op.add,op.sub,op.or_,op.and_,op.eq,op.le,op.lt,op.ge,op.gt,op.iadd,op.isub,op.ior,op.iand): call(o.__name__,o,(C.Counter(a),b)); call(o.__name__,o,(C.Counter(a),{'a':1})); call(o.__name__,o,(C.Counter(a),5))
for m,ar in [('most_common',()),('most_common',(2,)),('most_common',(-1,)),('most_common',('x',)),('elements',()),('subtract',(b,)),('subtract',('aa',)),('update',(b,)),('update',(None,)),('total',()),('copy',()),('__neg__',()),('__pos__',()),('__missing__',('q',)),('fromkeys',('a',))]: call(m,getattr(C.Counter(a),m),ar)
print(a,repr(a),a['zz'],C.Counter(x=1.5),C.Counter([1,'a',None]).most_common())
for args in [([1,2,3],),([1,2,3],2),([],-1),('abc',None),(5,),([1],'x'),([1],1.5),([1],2,3),()]: call('deque',C.deque,args)
d=C.deque([1,2,3,4],5)
for m,ar in [('append',(5,)),('appendleft',(0,)),('rotate',(2,)),('rotate',(-7,)),('rotate',('x',)),('rotate',()),('extend',([7,8],)),('extendleft',([9],)),('pop',()),('popleft',()),('insert',(1,'i')),('insert',(0,'j')),('remove',(3,)),('remove',('zz',)),('index',(4,)),('index',('zz',)),('index',(4,0,1)),('count',(4,)),('reverse',()),('copy',()),('__getitem__',(0,)),('__getitem__',(99,)),('__setitem__',(0,'q')),('__setitem__',(99,'q')),('__delitem__',(0,)),('__add__',(C.deque([1]),)),('__add__',([1],)),('__mul__',(2,)),('__imul__',(2,)),('__contains__',(4,)),('clear',()),('pop',()),('popleft',())]: call(m,getattr(d,m),ar); print(d)
for o in (op.lt,op.eq,op.ge,op.add): call('dq',o,(C.deque([1,2]),C.deque([1,3]))); call('dq',o,(C.deque([1,2]),[1,2]))
for args,kw in [(('P','x y'),{}),(('P',['x','y']),{}),(('P','x,y'),{}),(('P','x x'),{}),(('P','_x'),{}),(('P','class'),{}),(('1P','x'),{}),(('P','x y'),{'defaults':[1]}),(('P','x'),{'defaults':[1,2]}),(('P','x class x _a'),{'rename':True}),(('P',5),{}),(('P','x'),{'module':'m'}),((5,'x'),{}),(('P',''),{}),(('P','x-y'),{})]:
    try:
        P=C.namedtuple(*args,**kw); print(P._fields,P._field_defaults,P.__module__,P.__doc__,P.__name__); 
        for a in [(),(1,),(1,2),(1,2,3)]: call('P',P,a)
        call('P',P,(),{'x':1}); call('P',P,(),{'zz':1}); call('make',P._make,([1,2],)); call('make',P._make,([1],))
        p=P._make(range(len(P._fields))); print(p,p._asdict(),p==tuple(p),hash(p)==hash(tuple(p))); call('rep',p._replace,(),{'x':9}); call('rep',p._replace,(),{'zz':9}); call('get',getattr,(p,'zz'))
    except Exception as e: print('namedtuple',args,kw,type(e).__name__,e)
m=C.ChainMap({'a':1},{'a':2,'b':3})
for me,ar in [('__getitem__',('a',)),('__getitem__',('zz',)),('get',('zz',5)),('pop',('b',)),('pop',('a',)),('popitem',()),('new_child',()),('new_child',({'q':1},)),('__setitem__',('z',1)),('__delitem__',('z',)),('__delitem__',('b',)),('keys',()),('items',()),('values',()),('__len__',()),('__contains__',('b',)),('__or__',({'a':9},)),('__ror__',({'a':9},)),('__ior__',({'a':9},)),('copy',()),('clear',()),('setdefault',('k',1)),('update',({'u':1},)),('__bool__',())]: call('CM.'+me,getattr(m,me),ar); print(m)
print(m.parents,list(m),m.maps)
od=C.OrderedDict([('a',1),('b',2),('c',3)])
for me,ar in [('move_to_end',('a',)),('move_to_end',('c',False)),('move_to_end',('zz',)),('popitem',()),('popitem',(False,)),('pop',('zz',)),('pop',('zz',1)),('__reversed__',()),('__eq__',({'b':2},)),('__eq__',(C.OrderedDict(b=2),)),('__or__',({'q':1},)),('setdefault',('n',)),('fromkeys',('ab',0)),('copy',()),('update',({'z':1},)),('__repr__',()),('keys',()),('items',()),('values',())]: call('OD.'+me,getattr(od,me),ar); print(od)
for args in [(list,),(int,{'a':1}),(5,),(None,),(None,{1:2}),(list,5),(lambda: 7,[('x',1)])]: call('dd',C.defaultdict,args)
dd=C.defaultdict(list); dd['a'].append(1); print(dd,dd.default_factory,dd.get('q'),'q' in dd,dd|{'z':1},{'z':1}|dd,dd.copy(),repr(C.defaultdict(None))); call('miss',C.defaultdict(None).__missing__,('k',)); call('miss',lambda: C.defaultdict(None)['k'],())

flush()
