# python3.12
# What __reduce__, __setstate__ and __length_hint__ of iterators say, step by step.
import itertools, collections
class Seq:
    def __init__(s,n): s.n=n
    def __len__(s): return s.n
    def __getitem__(s,i):
        if not 0<=i<s.n: raise IndexError
        return i
    def __repr__(s): return 'Seq'
def gen():
    for name,v in [('list',[1,2,3]),('tuple',(1,2,3)),('str','abc'),('bytes',b'abc'),('bytearray',bytearray(b'abc')),('keys',{1:2,3:4}),('values',{1:2,3:4}.values()),('items',{1:2,3:4}.items()),('set',{1,2,3}),('frozenset',frozenset({1,2})),
       ('range',range(1,20,7)),('bigrange',range(2**70,2**70+3)),('seq',Seq(3)),('strs','aé'), ('deque',collections.deque([1,2,3]))]:
        yield name, iter(v)
        if name not in('set','frozenset','seq'): yield 'rev '+name, reversed(v)
    yield 'revseq', reversed(Seq(3))
    yield 'enum', enumerate([1,2])
    yield 'enumbig', enumerate([1,2], 2**70)
    yield 'zip', zip([1,2],[3,4])
    yield 'zips', zip([1,2],[3,4],strict=True)
    yield 'map', map(abs,[1,2],)
    yield 'filter', filter(None,[1,2])
    yield 'call', iter(iter([1,2,9]).__next__, 9)
def show(x):
    try: r=x.__reduce__()
    except Exception as e: return repr(e)[:100]
    def s(v):
        if isinstance(v,tuple): return '('+', '.join(s(i) for i in v)+')'
        if hasattr(v,'__next__'): return '<'+type(v).__name__+'>'
        if callable(v): return getattr(v,'__qualname__',str(v))
        return repr(v)
    return s(r)
for name,it in gen():
    print(name, show(it), hasattr(it,'__setstate__'), getattr(it,'__length_hint__',lambda:'-')())
    for k in range(8):
        try: next(it)
        except StopIteration: print('   end', show(it)); break
        print('   ', show(it))
for name,it in gen():
    if hasattr(it,'__setstate__'):
        for st in (1,-5,100):
            d=dict(gen())[name]
            d.__setstate__(st); print(name,st,list(d))
