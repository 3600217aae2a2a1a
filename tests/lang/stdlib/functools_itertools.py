# python3.12
import builtins
def print(*args, sep=" ", **more):
    """Addresses are not the same twice."""
    parts = sep.join([str(a) for a in args]).split("0x")
    builtins.print("0x".join(parts[:1] + ["..." + p.lstrip("0123456789abcdef") for p in parts[1:]]), **more)

import functools, itertools, operator, contextlib, sys, copy
from functools import *
from itertools import *
from contextlib import *
def tr(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
L=list
print(L(islice(count(5),3)), L(islice(count(1,2),3)), count(3), count(3,2), count(1.5,.5), repeat(1), repeat(1,3), L(repeat('x',2)), L(islice(cycle('ab'),5)), L(cycle([]))); tr(count,'a')
print(L(accumulate([1,2,3])), L(accumulate([1,2,3],operator.mul)), L(accumulate([1,2],initial=10)), L(accumulate([])), L(accumulate([],initial=5)), L(chain('ab',[1],())), L(chain.from_iterable(['ab','c'])), L(compress('abc',[1,0,1])), L(dropwhile(lambda x:x<3,[1,2,3,1])), L(takewhile(lambda x:x<3,[1,2,3,1])), L(filterfalse(lambda x:x%2,range(5))), L(filterfalse(None,[0,1,''])))
print([(k,L(g)) for k,g in groupby('aabbca')], [(k,len(L(g))) for k,g in groupby(range(10),lambda x:x//4)], [k for k,g in groupby('aabb')], L(groupby([])))
gg=groupby('aab'); k1,g1=next(gg); print(next(g1)); k2,g2=next(gg); print(L(g1),L(g2))
print(L(islice('abcdef',2)), L(islice('abcdef',1,4)), L(islice('abcdef',1,None,2)), L(islice('abcdef',0,6,3)), L(islice('abc',None)), L(islice('abc',5))); it=iter('abcdefgh'); print(L(islice(it,0,5,2)), L(it)); it=iter('abcdefgh'); L(islice(it,2,2)); print(L(it)); it=iter('abcdefgh'); L(islice(it,3)); print(L(it)); it=iter(range(20)); print(L(islice(it,1,8,3)), next(it)); tr(islice,'a',-1); tr(islice,'a',0,5,0); tr(islice,'a'); tr(islice,'a','b'); tr(islice,'a',1,-2)
print(L(starmap(pow,[(2,3),(3,2)])), [L(t) for t in tee('abc')], tee('a',0), L(zip_longest('ab','c',fillvalue='-')), L(zip_longest()), L(product('ab',[1,2])), L(product('ab',repeat=2)), L(product()), L(product([],'a')), len(L(product('abc',repeat=3))), L(product('ab',[1],'xy')), L(permutations('abc',2)), len(L(permutations(range(5)))), L(permutations('ab')), L(permutations('ab',3)), L(permutations([])), L(combinations('abcd',2)), L(combinations('abc',0)), L(combinations('ab',3)), L(combinations_with_replacement('abc',2)), L(combinations_with_replacement([],1)), L(pairwise('abcd')), L(pairwise('a')), L(batched('abcdefg',3))); tr(batched,'a',0); tr(combinations,'a',-1); tr(product,'a',repeat=-1); tr(permutations,'a','b'); tr(chain(1).__next__); tr(tee,'a',-1); tr(zip_longest,1)
a,b=tee(iter(range(4))); print(next(a),next(a),next(b),L(a),L(b)); c=copy.copy(b); print(L(c))
# operator
print(operator.itemgetter(1)('abc'), operator.itemgetter(0,2)('abc'), operator.attrgetter('real')(5), operator.attrgetter('real','imag')(5), operator.attrgetter('__class__.__name__')(5), operator.methodcaller('split','b')('abc'), operator.itemgetter(1), operator.attrgetter('a.b','c'), operator.methodcaller('m',1,x=2), sorted([(2,'a'),(1,'b')],key=operator.itemgetter(1)), operator.iadd([1],[2]), operator.concat('a','b'), operator.countOf([1,1,2],1), operator.indexOf('abc','c'), operator.length_hint([1]), operator.length_hint(iter([1,2])), operator.truth(0), operator.not_(0), operator.index(5), operator.__add__(1,2)); tr(operator.concat,1,2); tr(operator.indexOf,[1],2); tr(operator.index,1.5); tr(operator.attrgetter,1); tr(operator.methodcaller,1); tr(operator.itemgetter)
# functools
print(reduce(lambda a,b:a+b,[1,2,3]), reduce(max,[1,5,2],10)); tr(reduce,max,[]); tr(reduce,max,5)
p=partial(int,base=2); print(p('101'), p, p.func, p.args, p.keywords, partial(p,'11')(), partial(print,1,sep='')); tr(partial,5); q=partial(max,1); q.x=5; print(q.x, q(3)); print(partial(partial(pow,2),3)())
@lru_cache(maxsize=2)
def sq(x): 
    "doc"
    return x*x
print(sq(1),sq(2),sq(1),sq(3),sq(2),sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(3), sq.__name__, sq.__doc__); sq.cache_clear(); print(sq.cache_info())
@cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(100), fib.cache_info())
@lru_cache
def kw(a,b=1): return (a,b)
kw(1);kw(1,b=1);kw(a=1);kw(1,1);kw(1.0); print(kw.cache_info(), kw.cache_parameters())
@lru_cache(typed=True)
def ty(a): return type(a).__name__
print(ty(1),ty(1.0),ty(True),ty.cache_info()); tr(lru_cache,'x')
@lru_cache(0)
def no(x): return x
no(1); no(1); print(no.cache_info()); tr(fib,[])
class M:
    @lru_cache
    def m(self,x): return x*2
    @cached_property
    def cp(self): print('computing'); return 7
    @singledispatchmethod
    def sd(self,x): return 'obj'
    @sd.register
    def _(self,x:int): return 'int'
    @sd.register(str)
    def _(self,x): return 'str'
    def base(self,a,b): return (a,b)
    pm=partialmethod(base,1)
m=M(); print(m.m(2),m.m(2),M.m.cache_info().hits,m.cp,m.cp,m.__dict__,m.sd(1),m.sd(''),m.sd(1.5),m.pm(2), type(M.cp).__name__)
@total_ordering
class V:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(V(1)<V(2),V(1)<=V(1),V(2)>V(1),V(2)>=V(3),V.__le__.__name__, V.__le__.__doc__)
class W: pass
tr(total_ordering,W)
print(sorted([3,1,2],key=cmp_to_key(lambda a,b:b-a)))
@singledispatch
def show(x): return 'default'
@show.register
def _(x:int): return 'int'
@show.register(list)
def _(x): return 'list'
@show.register
def _(x: float|complex): return 'num'
import collections.abc
@show.register(collections.abc.Mapping)
def _(x): return 'map'
print(show(1),show(True),show([]),show(1.5),show(1j),show('a'),show({}),show.dispatch(int) is show.registry[int], sorted(t.__name__ for t in show.registry)); tr(show); 
def bad(x): pass
tr(show.register,bad); tr(show.register, 'x')
@wraps(sq)
def wr(): pass
print(wr.__name__, wr.__wrapped__ is sq, wr.__doc__)
# contextlib
@contextmanager
def cm(a):
    print('enter',a)
    try: yield a*2
    except ValueError as e: print('caught',e)
    finally: print('exit')
with cm(2) as v: print(v)
with cm(3): raise ValueError('boo')
try:
    with cm(3): raise KeyError('k')
except KeyError as e: print('key',e)
@cm(9)
def deco(): print('in deco')
deco(); deco()
@contextmanager
def noy():
    if 0: yield
@contextmanager
def twoy(): yield 1; yield 2
def w(c):
    with c: pass
tr(w,noy()); tr(w,twoy())
@contextmanager
def swallow():
    try: yield
    except Exception: pass
with swallow(): raise StopIteration('x')
def si():
    with cm(1): raise StopIteration('y')
tr(si)
with suppress(KeyError,ValueError): raise KeyError(1)
def sup():
    with suppress(KeyError): raise ValueError(1)
tr(sup)
with ExitStack() as st:
    st.enter_context(cm(5)); st.callback(print,'cb',1,sep='-'); st.push(lambda *e: print('pushed',e[0]))
    print('body')
def es():
    with ExitStack() as st:
        st.callback(lambda: 1/0)
        st.push(lambda *e: print('saw',e[0].__name__ if e[0] else None))
        raise KeyError('orig')
try: es()
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
with ExitStack() as st:
    st.push(lambda *e: True)
    raise ValueError
st2=ExitStack(); st2.callback(print,'late'); st3=st2.pop_all(); st2.close(); st3.close(); tr(ExitStack().enter_context,5)
class Cl:
    def close(s): print('closed')
with closing(Cl()) as c: pass
with nullcontext(5) as n: print(n)
class O:
    def __init__(s): s.t=''
    def write(s,x): s.t+=x
    def flush(s): pass
o=O()
with redirect_stdout(o): print('hidden')
print(repr(o.t), isinstance(cm(1),AbstractContextManager), issubclass(O,AbstractContextManager)); tr(AbstractContextManager)
@asynccontextmanager
async def acm():
    print('aenter')
    try: yield 5
    finally: print('aexit')
async def main():
    async with acm() as v: print(v)
    try:
        async with acm(): raise KeyError('q')
    except KeyError as e: print('akey',e)
    async with AsyncExitStack() as s:
        print(await s.enter_async_context(acm())); s.callback(print,'x')
        async def cb(a): print('acb',a)
        s.push_async_callback(cb,3)
    class AC:
        async def aclose(self): print('aclosed')
    async with aclosing(AC()): pass
    async with nullcontext(3) as k: print(k)
try: main().send(None)
except StopIteration: pass
