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
import enum, dataclasses as DC, typing as T, pprint, string, functools, collections, copy, pickle
from enum import *
def ev(s,g=globals()):
    try: r=show(eval(s,g))
    except BaseException as e: r=type(e).__name__+': '+clean(ascii(str(e)))[:300]
    print(s[:200],'->',r)
def ex(s):
    g=dict(globals())
    try: exec(s,g); print('ok',ascii(s)[:120])
    except BaseException as e: print(ascii(s)[:160],'->',type(e).__name__,clean(ascii(str(e)))[:300])
    return g
class Color(Enum):
    RED=1; GREEN='g'; BLUE=(1,2); CRIMSON=1
    def describe(self): return self.name
    @property
    def p(self): return self.value
class Perm(Flag): R=4; W=2; X=1; RW=6
class IP(IntFlag): A=1; B=2; C=8
class IE(IntEnum): ONE=1; TWO=2
class SE(StrEnum): A=auto(); Bb=auto(); C='x'
class Au(Enum):
    A=auto(); B=auto(); C=10; D=auto()
class K(Flag,boundary=KEEP): A=1; B=4
class St(Flag,boundary=STRICT): A=1; B=4
class Cf(Flag,boundary=CONFORM): A=1; B=4
class Ej(Flag,boundary=EJECT): A=1; B=4
for s in ["Color.RED","Color(1)","Color('g')","Color(99)","Color['RED']","Color['ZZ']","Color.ZZ","Color.RED.name","Color.RED.value","Color.CRIMSON is Color.RED","list(Color)","Color.__members__","len(Color)","'RED' in Color","1 in Color","Color.RED in Color","5.5 in Color","repr(Color)","str(Color.RED)","format(Color.RED)","format(IE.ONE,'03d')","f'{SE.A}'","str(IE.ONE)","repr(IE.ONE)","IE.ONE+1","IE.ONE==1","IE.ONE<IE.TWO","Color.RED<Color.GREEN","Color.RED==1","hash(Color.RED)==hash('RED')","Color.RED.describe()","Color.RED.p","Color.RED.GREEN","Perm.R|Perm.W","Perm.R&Perm.W","~Perm.R","Perm.R^Perm.RW","Perm(0)","Perm(7)","Perm(8)","Perm(3)","Perm(-1)","list(Perm)","list(Perm.RW)","len(Perm.RW)","Perm.R in Perm.RW","bool(Perm(0))","Perm.RW.name","(Perm.R|Perm.X).name","IP(5)","IP(16)","IP.A|8","IP.A|16","~IP.A","IP(-1)","IP.A.value","repr(IP(0))","str(IP.A|IP.B)","list(IP(11))","SE.A","SE.Bb.value","SE.C+'y'","SE('x')","Au.B.value","Au.D.value","K(2)","K(7)","St(2)","Cf(2)","Cf(7)","Ej(2)","Ej(1)","~K.A","~St.A","Enum('E','a b c')","list(Enum('E','a b c'))","list(Enum('E',['a','b'],start=5))","list(Enum('E',[('a',1),('b',2)]))","list(Enum('E',{'x':1}))","Enum('E',5)","Enum('E','a',module='m',qualname='q.E',type=int).a","Color.RED.__class__","Color.__name__","Color.RED._value_","Color._value2member_map_","Color._member_names_","dir(Color.RED)","dir(Color)","copy.copy(Color.RED) is Color.RED","copy.deepcopy(Color.RED) is Color.RED","pickle.loads(pickle.dumps(Color.RED)) is Color.RED","Color.RED.__reduce_ex__(2)","Color.__call__(1)","Color(1,2)","Color()","setattr(Color,'RED',5)","setattr(Color.RED,'value',5)","setattr(Color.RED,'name',5)","delattr(Color,'RED')","del_attr" if 0 else "Color.RED.__dict__.keys()","isinstance(Color.RED,Color)","Color.__doc__","IE.__doc__","IE.ONE.to_bytes(1)","[IE(1)]","{Color.RED:1}","Color.RED.__hash__()==hash('RED')","bool(Color.RED)","unique(Color)","Perm.R.__or__(5)","Perm.R|5","5|IP.A","IP.A&~IP.B","IP.A+1","Perm.R<Perm.W","iter(Perm.RW)","reversed(Color)","list(reversed(Color))","Color.__contains__('zz')","enum.global_enum_repr(IE.ONE)","enum.show_flag_values(5)","enum.bin(5)","enum.bin(-5,8)","enum._is_dunder('__a__')" if 0 else "enum.auto()","enum.nonmember(5)","enum.member(5)","Color.__iter__","Enum.__members__","list(Enum)","Enum(5)","Enum","Flag(1)","IntFlag(3)","verify(UNIQUE)(Au)","verify(UNIQUE)(Color)","verify(CONTINUOUS)(Au)","verify(NAMED_FLAGS)(IP)","enum.property","ReprEnum","EnumType","EnumMeta is EnumType","CONTINUOUS","repr(KEEP)","EnumCheck.UNIQUE","FlagBoundary.KEEP"]: ev(s)
for s in ["class A(Enum):\n x=1\nclass B(A): y=2","class A(Enum):\n x=1\n x=2","class A(Enum):\n _x_=1","class A(Enum):\n mro=1","class A(Enum):\n __x=1\nprint(list(A))","class A(Enum):\n _ignore_=['t']\n t=5\n a=1\nprint(list(A))","class A(Enum):\n _ignore_='a'\n a=1\nprint(list(A))","class A(Enum):\n def __init__(s,a,b): s.q=a+b\n x=(1,2)\nprint(A.x.q,A.x.value)","class A(Enum):\n def __new__(c,v):\n  o=object.__new__(c); o._value_=v*2; return o\n x=3\nprint(A.x.value,A(6))","class A(Enum):\n @classmethod\n def _missing_(c,v): return c.x\n x=1\nprint(A(99))","class A(Enum):\n @classmethod\n def _missing_(c,v): return 5\n x=1\nA(99)","class A(Enum):\n @staticmethod\n def _generate_next_value_(n,s,c,l): return n+'!'\n a=auto()\nprint(A.a.value)","class A(str,Enum):\n x='q'\nprint(A.x,A.x.upper(),f'{A.x}',A.x=='q',repr(A.x))","class A(int,Enum):\n x='5'\nprint(A.x.value)","class A(Flag):\n a=auto(); b=auto(); c=auto(); d=a|c\nprint(list(A),A.d,A.d.name)","class A(StrEnum):\n x=5","class A(StrEnum):\n x=('a','b','c','d')","class A(IntEnum):\n x='a'","class A(Enum):\n a=1\n b=a\n c=lambda s:0\n d=functools.partial(print)\nprint(A.__members__)","class A(Enum):\n @member\n def f(s): return 1\n @nonmember\n def g(s): pass\n h=nonmember(5)\nprint(list(A),A.h)","class A(Enum):\n class B: pass\n x=1\nprint(list(A))","@unique\nclass A(Enum):\n a=1\n b=1","@verify(CONTINUOUS)\nclass A(IntEnum):\n a=1\n b=4","@verify(NAMED_FLAGS)\nclass A(Flag):\n a=1\n b=6","class A(Enum):\n a=auto()\n b='x'\n c=auto()","class A(Enum):\n a:int=1\n b:int\nprint(list(A),A.__annotations__)","@enum.global_enum\nclass A(Enum):\n gx=1\nprint(A.gx)","class A(Enum,int): x=1","class M(EnumType): pass\nclass A(Enum,metaclass=M): x=1\nprint(type(A))","class D(Enum):\n x=1\n def __str__(s): return 'S'\n def __format__(s,f): return 'F'+f\nprint(D.x,f'{D.x}',f'{D.x:>5}')","class A(Enum):\n x=dict(a=1)\n y=[1]\nprint(A.x,A(dict(a=1)),A([1]))","class A(Enum):\n a=1\nA.b=2\nprint(A.b)\ntry: A.a=2\nexcept AttributeError as e: print(e)","class A(float,Enum):\n x=1.5\nprint(A.x*2,A.x,repr(A.x))","class A(IntFlag,boundary=STRICT):\n a=1\nA(2)","class A(Flag):\n a=1;b=2\nprint(A.a|A.b, A(3), ~A(3), A.a^A.a, [m for m in A(3)], A['a'], A(A.b))","class P(Enum):\n E=(3.3,4.4)\n def __init__(s,m,r): s.m=m;s.r=r\n @property\n def g(s): return s.m/s.r\nprint(P.E.g, P.E.value, P((3.3,4.4)))"]: ex(s)
for s in ["@DC.dataclass\nclass A:\n x:int\n y:int=2\n z:list=DC.field(default_factory=list)\na=A(1);print(a,a==A(1),a!=A(2),A.__match_args__,A.__init__.__annotations__,DC.fields(A)[0],DC.asdict(a),DC.astuple(a),DC.replace(a,x=5),DC.is_dataclass(A),DC.is_dataclass(a))\ntry:A()\nexcept TypeError as e:print(e)\ntry:A(1,2,3,4)\nexcept TypeError as e:print(e)\ntry: hash(a)\nexcept TypeError as e: print(e)\ntry: DC.replace(a,q=1)\nexcept TypeError as e: print(e)","@DC.dataclass\nclass A:\n x:int=1\n y:int","@DC.dataclass\nclass A:\n x:list=[]","@DC.dataclass\nclass A:\n x:dict={}\n","@DC.dataclass\nclass A:\n x:set=set()","@DC.dataclass(frozen=True)\nclass A:\n x:int\na=A(1);print(hash(a)==hash((1,)))\ntry:a.x=2\nexcept Exception as e:print(type(e),e)\ntry:del a.x\nexcept Exception as e:print(type(e),e)\ntry:a.q=2\nexcept Exception as e:print(e)","@DC.dataclass(order=True)\nclass A:\n x:int\n y:int=DC.field(compare=False,default=0)\nprint(A(1,5)<A(2),A(1,2)<=A(1,3),A(1)==A(1,9))\ntry:A(1)<5\nexcept TypeError as e:print(e)","@DC.dataclass(order=True,eq=False)\nclass A: x:int","@DC.dataclass(slots=True)\nclass A:\n x:int=1\nprint(A.__slots__,A());\ntry:A().q=1\nexcept AttributeError as e:print(e)","@DC.dataclass(kw_only=True)\nclass A:\n x:int\n y:int=1\nprint(A(x=1))\ntry:A(1)\nexcept TypeError as e:print(e)","@DC.dataclass\nclass A:\n x:int\n _:DC.KW_ONLY\n y:int=1\n z:int\nprint(A(1,z=3))\ntry:A(1)\nexcept TypeError as e:print(e)","@DC.dataclass\nclass A:\n x:DC.InitVar[int]\n y:int=0\n def __post_init__(s,x): s.y=x*2\nprint(A(4),[f.name for f in DC.fields(A)])\ntry: DC.replace(A(1))\nexcept (TypeError,ValueError) as e: print(e)","@DC.dataclass\nclass A:\n x:T.ClassVar[int]=5\n y:int=DC.field(init=False,default=3)\n z:int=DC.field(repr=False,default=1)\nprint(A(),A.x)\ntry: DC.replace(A(),y=1)\nexcept ValueError as e: print(e)","@DC.dataclass\nclass A:\n x:int=DC.field(default=1,default_factory=int)","@DC.dataclass\nclass A:\n x:int\n@DC.dataclass\nclass B(A):\n y:int=2\n x:int=9\nprint(B(),B.__match_args__)","@DC.dataclass(frozen=True)\nclass A: x:int\n@DC.dataclass\nclass B(A): y:int","@DC.dataclass\nclass A: x:int\n@DC.dataclass(frozen=True)\nclass B(A): y:int","B=DC.make_dataclass('B',['x',('y',int),('z',int,5)],namespace={'f':lambda s:s.x},bases=(),frozen=True)\nprint(B(1,2),B(1,2).f(),B.__module__)\n","DC.make_dataclass('B',['x','x'])","DC.make_dataclass('B',['1x'])","DC.make_dataclass('B',['class'])","DC.make_dataclass('B',[5])","DC.make_dataclass('B',[('a',int,3),('b',int)])","DC.fields(5)","DC.fields(int)","DC.asdict(5)","DC.astuple(int)","DC.replace(5)","@DC.dataclass(unsafe_hash=True)\nclass A:\n x:int\nprint(hash(A(1))==hash((1,)))","@DC.dataclass(unsafe_hash=True)\nclass A:\n x:int\n def __hash__(s): return 1","@DC.dataclass(eq=False)\nclass A:\n x:int\nprint(A(1)==A(1))","@DC.dataclass(repr=False)\nclass A: x:int\nprint('object' in repr(A(1)))","@DC.dataclass(init=False)\nclass A: x:int=4\nprint(A())","@DC.dataclass(match_args=False)\nclass A: x:int\nprint(hasattr(A,'__match_args__'))","@DC.dataclass(weakref_slot=True)\nclass A: x:int","@DC.dataclass(slots=True,weakref_slot=True)\nclass A: x:int\nprint(A.__slots__)","@DC.dataclass(slots=True)\nclass A:\n __slots__=()\n x:int","@DC.dataclass\nclass A:\n x:'A|None'=None\na=A();a.x=a;print(a)","@DC.dataclass\nclass A:\n a:int\n b:dict\n c:list\nx=A(1,{'k':A(2,{},[])},[A(3,{},[])]);print(DC.asdict(x),DC.astuple(x));print(DC.asdict(x,dict_factory=lambda p:sorted(p)))","@DC.dataclass\nclass A:\n def __post_init__(s): raise ValueError('pi')\nA()","print(repr(DC.field()),DC.MISSING,DC.field(default=1,metadata={'a':1}).metadata)","DC.field(5)","@DC.dataclass(zz=1)\nclass A: pass","@DC.dataclass\nclass A:\n x=DC.field()","@DC.dataclass\nclass A(T.Generic[T.TypeVar('TT')]):\n x:int\nprint(A(1),A[int](2))","@DC.dataclass(frozen=True,slots=True)\nclass A:\n x:int\nimport pickle\nglobals()['A']=A\nprint(A(1),copy.copy(A(1)),copy.replace(A(1),x=2) if hasattr(copy,'replace') else 0)","@DC.dataclass\nclass A:\n '''doc'''\n x:int\nprint(A.__doc__)\n@DC.dataclass\nclass B:\n x:int\n y:str='a'\nprint(B.__doc__)","@DC.dataclass(order=True)\nclass A:\n x:int\n def __lt__(s,o): return 1","@DC.dataclass(frozen=True)\nclass A:\n x:int\n def __setattr__(s,n,v): pass","@DC.dataclass\nclass P:\n x:int\n y:int\nmatch P(1,2):\n case P(a,b): print(a,b)"]: ex(s)

flush()
