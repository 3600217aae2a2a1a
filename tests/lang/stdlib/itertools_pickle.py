# python3.12
# __reduce__ and __setstate__ of the itertools at every stage, with the deprecation they have in 3.12; copies go on where the original stood.
import copy, itertools, operator, pickle, warnings
from itertools import *
warnings.simplefilter('ignore')
def show(x, d=0):
    if isinstance(x, tuple): return '('+', '.join(show(y) for y in x)+')'
    if isinstance(x, list): return '['+', '.join(show(y) for y in x)+']'
    t=type(x).__name__.replace('str_ascii_iterator','str_iterator')
    if t.endswith('iterator') : return f'<{t} {show(x.__reduce__())}>' if hasattr(x,'__reduce__') else t
    if type(x).__module__=='itertools': return f'<{t} {show(x.__reduce__())}>'
    if callable(x): return getattr(x,'__name__',t)
    return repr(x)
def r(label, it, steps=(0,1,2,99)):
    n=0
    for s in steps:
        while n<s:
            try: next(it)
            except StopIteration: break
            n+=1
        try: print(label, s, show(it.__reduce__()))
        except Exception as e: print(label, s, type(e).__name__, e)
r('acc', accumulate([1,2,3])); r('accf', accumulate([1,2,3], operator.mul)); r('acci', accumulate([1,2,3], initial=5)); r('acc None', accumulate([None,None,None], lambda a,b: None)); r('acci f', accumulate([1],operator.mul,initial=None))
r('chain', chain([1],[2,3])); r('chain0', chain()); r('chainfi', chain.from_iterable([[1],[2]]))
r('comb', combinations('abc',2)); r('comb big', combinations('a',5)); r('comb0', combinations('ab',0))
r('cwr', combinations_with_replacement('abc',2)); r('perm', permutations('abc',2)); r('perm0', permutations('ab',3)); r('perm00', permutations('ab',0))
r('prod', product('ab','cd')); r('prodrep', product('ab',repeat=2)); r('prod0', product()); r('prodempty', product('','a'))
r('compress', compress('abc',[1,0,1])); r('cycle', cycle('abc'),(0,1,2,3,4,5)); r('cycle0', cycle(''))
r('count', count()); r('counts', count(1,2)); r('countf', count(1.5)); r('countf2', count(1.5,.5)); r('countbig', count(2**70)); r('count step1', count(3,1)); r('count big step', count(0,2**65))
r('repeat', repeat(1,2)); r('repeat inf', repeat('a'))
r('drop', dropwhile(bool,[1,0,1])); r('take', takewhile(bool,[1,1,0,1])); r('ff', filterfalse(bool,[1,0])); r('ffN', filterfalse(None,[1,0]))
r('islice', islice('abcdef',1,5,2)); r('islice n', islice('abc',2)); r('islice N', islice('abc',None)); r('islice1N', islice('abcdef',1,None,3))
r('starmap', starmap(pow,[(1,2),(2,3)])); r('zl', zip_longest('ab','c'),(0,1,2)); r('zlf', zip_longest('ab','c',fillvalue=0),(0,1,2)); r('zl0', zip_longest())
r('groupby', groupby('aabb')); r('groupbyk', groupby('aabb', str.upper)); r('pairwise', pairwise('abc')); r('batched', batched('abc',2))
g=groupby('aab'); k,sub=next(g); print(show(sub.__reduce__())); next(sub); print(show(sub.__reduce__())); list(sub); print(show(sub.__reduce__())); next(g); print(show(sub.__reduce__()))
a,b=tee('abc'); print(show(a.__reduce__()) if not 0 else 0); next(a); print(a.__reduce__()[0].__name__, a.__reduce__()[2][1], len(a.__reduce__()), type(a.__reduce__()[2][0]))
print(a.__reduce__()[2][0].__reduce__()[:1])
def st(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, str(e).replace('str_ascii_iterator', 'str_iterator'))
for t,args in ((chain,()),(chain,([],)),(cycle,('ab',)),(product,('ab','cd')),(combinations,('abc',2)),(combinations_with_replacement,('abc',2)),(permutations,('abc',2)),(accumulate,([1,2],)),(islice,('abc',2)),(dropwhile,(bool,[1,2])),(takewhile,(bool,[1,2])),(zip_longest,('ab','c')),(filterfalse,(None,[1])),(count,()),(repeat,(1,)),(starmap,(pow,[])),(compress,('a','b')),(groupby,('a',)),(pairwise,('a',)),(batched,('a',1)),(tee,('a',))):
    print(t.__name__, hasattr(t(*args),'__setstate__'))
    for state in ((),0,1,None,(0,),(1,1),([1],0),([1],5),(-1,-1),(5,5),(2,1),(1,0),[1],(iter('x'),),(iter('x'),iter('y')),([1],),((1,),),((1,0,2),(1,2)), 'x', (('x','y'),1)):
        o=t(*args)
        if not hasattr(o,'__setstate__'): break
        def f():
            o.__setstate__(state); return [x for x,_ in zip(o,range(8))] if not any(type(x).__name__.startswith('str_') for x in (state if isinstance(state,tuple) else ())) else 'set'
        print('  ',show(state) if not isinstance(state,str) else state,end=' '); st(f)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    for o in (chain(),cycle('a'),product('a'),combinations('a',1),combinations_with_replacement('a',1),permutations('a',1),accumulate([]),islice('a',1),dropwhile(1,[]),takewhile(1,[]),zip_longest(),filterfalse(None,[]),count(),repeat(1),starmap(1,[]),compress('',''),groupby('')): 
        o.__reduce__()
        if hasattr(o,'__setstate__'):
            try: o.__setstate__(())
            except Exception: pass
    a,b=tee('a'); a.__reduce__()
    import copy
    copy.copy(a)
    print([str(x.message) for x in w][:2], len(w), w[0].category)
print(hasattr(pairwise('a'),'__reduce__'))
st(lambda: pairwise('a').__reduce__())
st(lambda: batched('a',1).__reduce__())
st(lambda: copy.copy(batched('a',1)))
st(lambda: combinations('a',1).__sizeof__()>0)


class MyChain(chain): pass
makers = [lambda: chain([1, 2], "ab"), lambda: combinations("abcd", 2), lambda: permutations("abc"), lambda: product("ab", repeat=3), lambda: cycle("abc"), lambda: islice(range(20), 2, 15, 3),
          lambda: accumulate([1, 2, 3, 4]), lambda: accumulate([1, 2], initial=9), lambda: zip_longest("abcd", "xy", fillvalue="-"), lambda: dropwhile(lambda_free, [1, 2, 30, 1]),
          lambda: takewhile(lambda_free, [1, 2, 30, 1]), lambda: compress("abcdef", [1, 0, 1, 0, 1, 1]), lambda: filterfalse(None, [0, 1, "", 2]), lambda: count(5, 3), lambda: repeat("x", 4),
          lambda: starmap(pow, [(2, 3), (3, 2)]), lambda: combinations_with_replacement("ab", 3), lambda: MyChain("ab"), lambda: combinations("a", 3), lambda: tee("abcde")[0]]


def lambda_free(x): return x < 10


def rest(it): return [x for x, _ in zip(it, range(12))]


for make in makers:
    for done in (0, 1, 3, 50):
        it = make()
        for _ in range(done):
            next(it, None)
        copies = [copy.copy(it) if type(it).__name__ in ("_tee", "repeat") else None, copy.deepcopy(it), pickle.loads(pickle.dumps(it)), pickle.loads(pickle.dumps(it, 0))]
        print(type(it).__name__, done, rest(it), [rest(c) for c in copies if c is not None])
for text, key in (("aaabbc", None), ("aAbB", str.lower)):
    g = groupby(text, key)
    next(g)
    other = pickle.loads(pickle.dumps(g))
    print([(k, list(v)) for k, v in g], [(k, list(v)) for k, v in other])


class Own(filterfalse):
    def __init__(self, *args, flag=None):
        self.flag = flag


class Plain(filterfalse): pass
print(list(Own(None, [0, 1], flag=3)), Own(None, [], flag=3).flag)
st(lambda: Plain(None, [], flag=3))
import weakref
st(lambda: type(weakref.ref(tee("a")[0])))
