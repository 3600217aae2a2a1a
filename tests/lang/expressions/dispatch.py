# Which special method an operator asks, in which order, and what is said when none answers.
log=[]
class A:
    def __init__(s,n): s.n=n
    def __add__(s,o): log.append(('A.add',s.n)); return NotImplemented
    def __radd__(s,o): log.append(('A.radd',s.n)); return 'A.radd'
    def __eq__(s,o): log.append(('A.eq',s.n)); return NotImplemented
    def __lt__(s,o): log.append(('A.lt',s.n)); return NotImplemented
    def __gt__(s,o): log.append(('A.gt',s.n)); return 'gt'
    __hash__=None
class B(A):
    def __radd__(s,o): log.append(('B.radd',s.n)); return 'B.radd'
    def __gt__(s,o): log.append(('B.gt',s.n)); return 'Bgt'
class C(A): pass
class D: pass
def t(f):
    log.clear()
    try: r=f()
    except Exception as e: r=(type(e).__name__,str(e))
    print(r,log)
for x in (A,B,C,D):
    for y in (A,B,C,D):
        print(x.__name__,y.__name__)
        t(lambda: x(1)+y(2)); t(lambda: x(1)==y(2)); t(lambda: x(1)!=y(2)); t(lambda: x(1)<y(2)); t(lambda: x(1)>=y(2))
t(lambda: [1]+A(1)); t(lambda: A(1)+[1]); t(lambda: (1,)+B(1)); t(lambda: 'a'+A(1)); t(lambda: b'a'+A(1)); t(lambda: 1+A(1)); t(lambda: 1.5+A(1)); t(lambda: {}+A(1))
class M:
    def __rmul__(s,o): return ('rmul',o)
    def __mul__(s,o): return ('mul',o)
    def __index__(s): return 2
t(lambda: [1]*M()); t(lambda: M()*[1]); t(lambda: 'a'*M()); t(lambda: (1,)*M())
class I:
    def __index__(s): return 3
t(lambda: [1]*I()); t(lambda: I()*'ab'); t(lambda: (1,)*I()); t(lambda: b'a'*I()); t(lambda: 2*I())
class L(list):
    def __add__(s,o): return 'L.add'
t(lambda: L()+[]); t(lambda: []+L()); 
class L2(list):
    def __radd__(s,o): return 'L2.radd'
t(lambda: []+L2([1])); t(lambda: L2()+[1])
class In(int): pass
t(lambda: In(3)+4); t(lambda: type(In(3)+4)); t(lambda: 4+In(3)); t(lambda: In(3)==3); 
class In2(int):
    def __radd__(s,o): return 'In2.radd'
    def __add__(s,o): return 'In2.add'
t(lambda: 4+In2(3)); t(lambda: In2(3)+4); t(lambda: 4-In2(3)); t(lambda: sum([1,In2(3)]))
class IA:
    def __iadd__(s,o): return ('iadd',o)
    def __imul__(s,o): return NotImplemented
    def __mul__(s,o): return 'mul'
def ia(x,op,y):
    ns={'x':x,'y':y}; exec('x %s= y'%op,ns); return ns['x']
t(lambda: ia(IA(),'+',1)); t(lambda: ia(IA(),'*',1)); t(lambda: ia(IA(),'-',1)); t(lambda: ia([1],'+','ab')); t(lambda: ia([1],'+',5)); t(lambda: ia((1,),'+',[5])); t(lambda: ia([1],'*',2)); t(lambda: ia([1],'*','a')); t(lambda: ia({1},'|',{2})); t(lambda: ia({1},'|',[2])); t(lambda: ia({1:2},'|',[(3,4)])); t(lambda: ia(1,'**','a')); t(lambda: ia(1,'//','a'))
class E:
    def __eq__(s,o): raise ValueError('eq')
t(lambda: E() in [1]); t(lambda: [E()]==[1]); e=E(); t(lambda: e in [e]); t(lambda: E()!=1)
class N:
    def __ne__(s,o): return 'ne'
t(lambda: N()!=1); t(lambda: N()==1); t(lambda: 1!=N())
class Bo:
    def __bool__(s): return 5
t(lambda: bool(Bo())); 
class Le:
    def __len__(s): return -1
t(lambda: bool(Le())); t(lambda: len(Le()))
class Le:
    def __len__(s): return 'a'
t(lambda: len(Le()))
class Le:
    def __len__(s): return 2**70
t(lambda: len(Le()))
class R:
    def __repr__(s): return 5
    def __str__(s): return 6
    def __format__(s,x): return 7
    def __hash__(s): return 'a'
    def __index__(s): return 'a'
    def __iter__(s): return 5
    def __contains__(s,x): return 'yes'
t(lambda: repr(R())); t(lambda: str(R())); t(lambda: format(R())); t(lambda: hash(R())); t(lambda: [1][R()]); t(lambda: iter(R())); t(lambda: 1 in R()); t(lambda: f'{R()!r}')
class H:
    def __eq__(s,o): return True
t(lambda: hash(H())); t(lambda: {H():1})
class It:
    __iter__=None
t(lambda: iter(It())); t(lambda: 1 in It()); t(lambda: [*It()])
class Co:
    __contains__=None
t(lambda: 1 in Co())
class G:
    def __getitem__(s,i):
        if i>3: raise IndexError
        return i*10
t(lambda: list(G())); t(lambda: 20 in G()); t(lambda: 25 in G()); t(lambda: len(G())); 
def sett(o,k,v): o[k]=v
def delt(o,k): del o[k]
for o in (G(),5,'a',(1,),b'a',{1},range(3),frozenset(),None,int): t(lambda: sett(o,0,1)); t(lambda: delt(o,0)); t(lambda: delt(o,'a'))
class Meta(type):
    def __instancecheck__(c,o): log.append(('ic',o)); return o==5
    def __subclasscheck__(c,o): log.append(('sc',o)); return o is int
    def __getitem__(c,k): return ('Meta',k)
    def __contains__(c,k): return True
    def __len__(c): return 7
    def __iter__(c): return iter([1,2])
    def __call__(c,*a): return a
class K(metaclass=Meta): pass
t(lambda: isinstance(5,K)); t(lambda: isinstance(6,(int,K))); t(lambda: isinstance('a',(int,K))); t(lambda: issubclass(int,K)); t(lambda: issubclass(str,(K,int))); t(lambda: K[3]); t(lambda: 9 in K); t(lambda: len(K)); t(lambda: list(K)); t(lambda: K(1,2))
class CG:
    def __class_getitem__(cls,k): return (cls.__name__,k)
t(lambda: CG[1,2]); t(lambda: CG()[1])
class P:
    @property
    def __class__(self): return int
t(lambda: isinstance(P(),int)); t(lambda: isinstance(P(),P)); t(lambda: isinstance(P(),str)); 
t(lambda: isinstance(True,int)); t(lambda: issubclass(bool,(str,int|float)))
t(lambda: pow(2,10,1000)); t(lambda: pow('a',1,2))
t(lambda: divmod(-7,2)); t(lambda: divmod(1,'a'))
t(lambda: next(iter([]),5)); t(lambda: next(iter([])))
class St:
    def __iter__(s): return s
    def __next__(s): raise StopIteration(42)
t(lambda: next(St())); t(lambda: next(St(),7)); t(lambda: list(St()))
try: next(St())
except StopIteration as e: print(e.value, e.args)
def g():
    yield 1
    return 9
x=g(); next(x)
try: next(x)
except StopIteration as e: print(e.value, e.args)
try: next(x)
except StopIteration as e: print(e.value, e.args)
