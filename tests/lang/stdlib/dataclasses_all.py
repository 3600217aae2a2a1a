# python3.12
import builtins
def print(*args, sep=" ", **more):
    """Addresses are not the same twice."""
    parts = sep.join([str(a) for a in args]).split("0x")
    builtins.print("0x".join(parts[:1] + ["..." + p.lstrip("0123456789abcdef") for p in parts[1:]]), **more)

import dataclasses, copy, typing
from dataclasses import *
from typing import ClassVar, Any
def tr(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 0
    z: list = field(default_factory=list, repr=False)
    c: ClassVar[int] = 5
p=P(1); print(p, p==P(1), p!=P(2), P.__doc__, P.__match_args__, fields(p)[0].name, len(fields(P)), asdict(p), astuple(p), replace(p,x=9), P.c, P.__init__.__annotations__, P.__hash__); tr(P); tr(P,1,2,3,4); tr(hash,p); tr(P, q=1)
print(fields(P)[2], P.__dataclass_params__, P.__init__.__qualname__, P.__eq__(p,5), P.y)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'x'
f=F(1); print(f, hash(f)==hash((1,'x')), F(1)<F(2), F(1,'a')<=F(1,'b'), sorted([F(3),F(1)])); 
def sa(): f.a=2
def da(): del f.a
tr(sa); tr(da); tr(lambda: F(1)<5); tr(lambda: isinstance(FrozenInstanceError('x'),AttributeError))
@dataclass
class Base:
    i: int
    j: int = 5
@dataclass
class Der(Base):
    k: int = 6
    i: str = 'q'  # type: ignore
print(Der(), Der('a',1,2), [x.name for x in fields(Der)])
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
print(K(1,c=2), K.__doc__, K.__match_args__); tr(K,1,2,3)
@dataclass(kw_only=True)
class K2:
    a: int = field(kw_only=False)
    b: int
print(K2(1,b=2))
@dataclass
class IV:
    x: int
    y: InitVar[int] = 3
    z: int = field(init=False, default=7)
    w: int = field(init=False)
    def __post_init__(self,y): self.w=self.x+y
print(IV(1), IV(1,10), IV.__doc__, InitVar[int]); tr(replace,IV(1),z=5); print(replace(IV(1),x=2))
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s=S(1); print(s, S.__slots__, s.b, hasattr(s,'__dict__')); 
def ss(): s.q=1
tr(ss)
@dataclass(slots=True,frozen=True)
class SF:
    a: int
sf=SF(1); print(sf, copy.copy(sf), copy.deepcopy(sf)); 
def sfs(): sf.a=3
tr(sfs)
def b1():
    @dataclass
    class X:
        a: list = []
def b2():
    @dataclass
    class X:
        a: int = 1
        b: int
def b3():
    @dataclass
    class X(F):
        q: int=1
def b4():
    @dataclass(frozen=True)
    class X(P):
        q: int=1
def b5():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(s,o): pass
def b6():
    @dataclass(eq=False,order=True)
    class X: pass
def b7():
    @dataclass
    class X:
        a = field(default=1)
def b8(): field(default=1,default_factory=list)
def b9():
    @dataclass(unsafe_hash=True)
    class X:
        def __hash__(s): return 1
def b10():
    @dataclass(weakref_slot=True)
    class X: pass
def b11():
    @dataclass
    class X:
        a: KW_ONLY
        b: KW_ONLY
def b12():
    @dataclass(slots=True)
    class X:
        __slots__=('a',)
        a: int
def b13():
    @dataclass
    class X:
        x: ClassVar[int]=field(default_factory=int)
for b in (b1,b2,b3,b4,b5,b6,b7,b8,b9,b10,b11,b12,b13): tr(b)
M=make_dataclass('M',['a',('b',int),('c',int,field(default=3))],namespace={'dbl':lambda s:s.b*2}); print(M(1,2), M(1,2).dbl(), M.__module__); tr(make_dataclass,'M',['a','a']); tr(make_dataclass,'M',['class']); tr(make_dataclass,'M',[1])
print(is_dataclass(P), is_dataclass(p), is_dataclass(5)); tr(fields,5); tr(asdict,5); tr(asdict,P); tr(astuple,5); tr(replace,5)
@dataclass
class N:
    ps: list
    d: dict
    t: tuple
n=N([P(1),P(2)],{'k':P(3)},(P(4),[P(5)])); print(asdict(n)); print(astuple(n)); print(asdict(P(1),dict_factory=lambda l: tuple(l)))
@dataclass
class Rec:
    r: Any = None
r=Rec(); r.r=r; print(r)
@dataclass
class Str:
    a: 'int'
    b: 'ClassVar[int]' = 3
    c: 'typing.ClassVar' = 4
    d: 'InitVar[int]' = 5
print(Str(1), [f.name for f in fields(Str)], Str.__doc__)
@dataclass(repr=False, eq=False, init=False)
class No: 
    a: int = 1
n1=No(); print(n1.a, n1==No(), No.__doc__)
@dataclass
class WithRepr:
    a: int
    def __repr__(self): return 'mine'
    def __eq__(self,o): return True
print(WithRepr(1), WithRepr(1)==5, WithRepr.__hash__)
@dataclass
class Hs:
    a: int
    def __hash__(self): return 42
print(hash(Hs(1)))
@dataclass
class SelfF:
    self: int
print(SelfF(3))
from typing import Generic, TypeVar
T=TypeVar('T')
@dataclass
class G(Generic[T]):
    v: T
print(G(1), G[int](2), G.__parameters__)
import abc
@dataclass
class AB(abc.ABC):
    a: int
    @abc.abstractmethod
    def m(self): ...
tr(AB,1)
match P(1,2):
    case P(a,b): print(a,b)
class Ob:
    def __init__(s): s.l=[1,[2]]; s.me=s
o=Ob(); q=copy.copy(o); d=copy.deepcopy(o); print(q.l is o.l, d.l is o.l, d.l, d.me is d)
class Sl:
    __slots__=('a','__b')
    def __init__(s): s.a=[1]; s.__b=2
sl=copy.deepcopy(Sl()); print(sl.a, sl._Sl__b)
class LS(list): pass
l=LS([1,[2]]); l.x=5; c=copy.copy(l); print(c, c.x, type(c).__name__, copy.deepcopy(l)[1] is l[1])
class DS(dict): pass
print(copy.deepcopy(DS(a=[1])), copy.copy({1,2}), copy.deepcopy({'a':(1,[2])}), copy.deepcopy(frozenset([1])), copy.copy(ValueError(1,2)), copy.deepcopy([o.__init__])[0].__self__ is o)
class CC:
    def __copy__(s): return 'copied'
    def __deepcopy__(s,m): return 'deep'
print(copy.copy(CC()), copy.deepcopy([CC()])); tr(copy.copy,(i for i in ())); tr(copy.deepcopy,(i for i in ()))
a=[1]; t=(a,a); dt=copy.deepcopy(t); print(dt[0] is dt[1], dt[0] is a, copy.deepcopy((1,2)) )
x=[]; x.append(x); y=copy.deepcopy(x); print(y[0] is y)
