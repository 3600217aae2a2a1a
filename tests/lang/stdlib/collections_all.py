# python3.12
import builtins
def print(*args, sep=" ", **more):
    """Addresses are not the same twice."""
    parts = sep.join([str(a) for a in args]).split("0x")
    builtins.print("0x".join(parts[:1] + ["..." + p.lstrip("0123456789abcdef") for p in parts[1:]]), **more)

import collections, collections.abc as abc, copy
from collections import *
def tr(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
d=deque([1,2,3]); print(d, len(d), d[0], d[-1]); d.appendleft(0); d.append(4); print(d)
print(d.pop(), d.popleft(), d); d.rotate(1); print(d); d.rotate(-2); print(d); d.rotate(100); print(d)
d.extendleft([7,8]); print(d); tr(lambda: d[10]); tr(lambda: deque().pop()); tr(lambda: deque().popleft()); tr(d.index, 99); tr(d.remove, 99)
m=deque(range(10), maxlen=3); print(m, m.maxlen); m.append(99); print(m); m.appendleft(5); print(m); tr(m.insert,0,1)
print(deque('abc')==deque('abc'), deque('abc')<deque('abd'), deque([1])+deque([2]), deque([1,2])*2, 2 in deque([1,2]))
tr(lambda: deque([1])+[2]); tr(hash, d)
def mut():
    for x in d: d.append(x)
tr(mut)
big=deque()
for i in range(1000): big.append(i)
for i in range(900): big.popleft()
print(list(big)[:3], len(big), big[5], list(reversed(big))[:3]); 
for i in range(50): big.appendleft(-i)
print(len(big), big[0], big[49], big[50]); del big[0]; print(big[0]); big[0]='x'; print(big[0]); big.insert(1,'y'); print(list(big)[:3]); big.reverse(); print(big[-1]); print(big.count('y'))
tr(lambda: d['a']); tr(lambda: deque(maxlen=-1)); tr(lambda: deque(maxlen='a')); r=deque(); r.append(r); print(r); print(copy.copy(m), m.copy())
print(isinstance(d, abc.MutableSequence), isinstance(d, abc.Sequence), issubclass(deque, abc.Reversible))
c=Counter('mississippi'); print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements())); c.update('mm'); c.subtract({'i':1}); print(c)
print(c+Counter('xyz'), c-Counter('sss'), c&Counter('miss'), c|Counter('zzz'), +c, -c); c['i']-=10; print(+c,-c); print(Counter(a=1)<=Counter(a=2), Counter(a=1)==Counter(a=1,b=0)); c+=Counter('a'); print(c); c-=Counter('mmm'); print(c); tr(Counter.fromkeys,'a'); del c['nope']; print(Counter(), c.most_common(0))
dd=defaultdict(list); dd['a'].append(1); print(dd, dd['b'], len(dd)); tr(lambda: defaultdict(None)['x']); tr(defaultdict, 5); print(defaultdict(int, {'a':1}, b=2), dd.copy(), dd|{'q':1}, {'q':1}|dd, dd.default_factory)
o=OrderedDict(a=1,b=2,c=3); o.move_to_end('a'); print(o); o.move_to_end('c',last=False); print(o, o.popitem(), o.popitem(False), o); tr(OrderedDict().popitem); tr(o.move_to_end,'zz'); print(OrderedDict(a=1,b=2)==OrderedDict(b=2,a=1), OrderedDict(a=1,b=2)=={'b':2,'a':1}, list(reversed(OrderedDict(a=1,b=2))), o.pop('zz',5), OrderedDict.fromkeys('ab',1), OrderedDict(a=1)|{'b':2}, o.setdefault('n',4), o.copy()); tr(o.pop,'zz'); o['self']=o; print(o)
cm=ChainMap({'a':1},{'a':2,'b':3}); print(cm, cm['a'], cm['b'], len(cm), list(cm), cm.parents, cm.new_child({'z':1}), 'q' in cm, cm.get('q',0), dict(cm)); tr(lambda: cm['zz']); tr(lambda: cm.pop('b')); cm['b']=9; print(cm, cm|{'k':1}); del cm['b']; tr(cm.__delitem__,'b'); print(cm)
P=namedtuple('P','x y'); p=P(1,y=2); print(p, p.x, p.y, p._fields, p._asdict(), p._replace(x=5), P._make([3,4]), p==(1,2), p[0], *p, P.__doc__, P.x.__doc__, P.__match_args__, P.__module__, P.__new__.__doc__); tr(P,1); tr(P,1,2,3); tr(P._make,[1]); tr(p._replace,z=1); tr(namedtuple,'a','b b'); tr(namedtuple,'a','_b'); tr(namedtuple,'a','class'); tr(namedtuple,'1','b'); print(namedtuple('Q','a class a _x',rename=True)._fields, namedtuple('D','a b c',defaults=(1,2))(0), namedtuple('D','a b',defaults=(1,2))._field_defaults); tr(namedtuple,'D','a',defaults=(1,2)); print(namedtuple('E','')())
class P3(P):
    def total(self): return self.x+self.y
print(P3(1,2).total(), P3(1,2), hash(P3(1,2))==hash((1,2)), copy.copy(P3(1,2)))
tr(setattr,p,'x',1)
u=UserDict(a=1); u['b']=2; print(u, u.copy(), 'a' in u, dict(u), u|{'c':3}); tr(lambda: u['zz']); l=UserList([3,1,2]); l.sort(); print(l, l[0:2], l+[1], [0]+l, l*2, l==[1,2,3], type(l[0:1]).__name__); s=UserString('hello'); print(s.upper(), s+'x', s[1:3], s.find('l'), s.center(11,'*'), s=='hello', s.split('l'), repr(s), s.count('l'), s.replace('l','L'))
class M(abc.Mapping):
    def __init__(s,d): s.d=d
    def __getitem__(s,k): return s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
mm=M({'a':1,'b':2}); print(list(mm.items()), mm.keys(), mm.values(), mm.get('z'), 'a' in mm, mm=={'a':1,'b':2}, mm.keys()&{'a'}, sorted(mm.items()|{("c",1)})); tr(abc.Mapping); tr(lambda: mm['zz'])
class S(abc.MutableSequence):
    def __init__(s,*a): s.l=list(a)
    def __getitem__(s,i): return s.l[i]
    def __setitem__(s,i,v): s.l[i]=v
    def __delitem__(s,i): del s.l[i]
    def __len__(s): return len(s.l)
    def insert(s,i,v): s.l.insert(i,v)
q=S(1,2,3); q.append(4); q.extend([5,6]); q.reverse(); print(q.l, q.pop(), q.index(3), q.count(2), 5 in q, list(reversed(q))); q.remove(5); q+=[9]; print(q.l); tr(q.index,77); q.clear(); print(q.l); tr(q.pop)
class T(abc.MutableSet):
    def __init__(s,i=()): s.d=dict.fromkeys(i)
    def __contains__(s,x): return x in s.d
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
    def add(s,x): s.d[x]=None
    def discard(s,x): s.d.pop(x,None)
t=T([1,2,3]); print(sorted(t&{2,3,4}), sorted(t|{9}), sorted(t-{1}), sorted(t^{3,4}), t<={1,2,3,4}, t=={1,2,3}, t.isdisjoint([7]), t._hash()==hash(frozenset([1,2,3]))); tr(t.remove,88); t|={5}; t&={5,1}; print(sorted(t)); t.clear(); tr(t.pop)
for n in abc.__all__: print(n, [isinstance(x, getattr(abc,n)) for x in ([],(),'',b'',{},set(),range(1),iter([]),(i for i in ()),len,5,{}.keys(),{}.items(),{}.values(),memoryview(b''))])
print(abc.Iterable[int], abc.Callable[[int],str], abc.Mapping[str,int], abc.Callable[...,int], abc.Callable.__module__, abc.Sequence)
class G(abc.Generator):
    def send(s,v): return 1
    def throw(s,*a): raise GeneratorExit
g=G(); print(next(g)); g.close()
class A(abc.Sized): pass
tr(A)
class H: __hash__=None
print(isinstance(H(), abc.Hashable), isinstance(1, abc.Hashable))
