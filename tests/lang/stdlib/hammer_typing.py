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
import typing as T, pprint, string, functools, collections, copy, io, collections.abc as CA, types, operator
from typing import *
def ev(s,g=globals()):
    try: r=show(eval(s,g))
    except BaseException as e: r=type(e).__name__+': '+clean(ascii(str(e)))[:300]
    print(s[:200],'->',r)
def ex(s):
    g=dict(globals())
    try: exec(s,g); print('ok',ascii(s)[:100])
    except BaseException as e: print(ascii(s)[:160],'->',type(e).__name__,clean(ascii(str(e)))[:300])
X=TypeVar('X'); Y=TypeVar('Y',bound=int); Z=TypeVar('Z',int,str); PS=ParamSpec('PS'); Ts=TypeVarTuple('Ts')
class G(Generic[X]): pass
class TD(TypedDict): a:int; b:NotRequired[str]
class TD2(TD,total=False): c:Required[int]; d:str
class NT(NamedTuple): a:int; b:str='x'
@runtime_checkable
class Pr(Protocol):
    def f(self)->int: ...
class HasF:
    def f(self): return 1
NewI=NewType('NewI',int)
def fn(a:int,b:'str'=None,*c:List[int],**d:Optional[int])->Union[int,str]: ...
@overload
def ov(a:int)->int: ...
@overload
def ov(a:str)->str: ...
def ov(a): return a
for s in ["List[int]","Dict[str,int]","Optional[int]","Union[int,str]","Union[int]","Union[int,None]","Union[int,int,str]","Union[Union[int,str],float]","Callable[[int],str]","Callable[...,int]","Callable","Callable[[],None]","Callable[PS,int]","Tuple[int,...]","Tuple[()]","Tuple[int]","Type[int]","Any","Any()","ClassVar[int]","Final[int]","Literal[1,'a']","Literal[1,1,2]","Literal[[1]]","Literal[1]==Literal[True]","Annotated[int,'x']","Annotated[int]","Annotated[Annotated[int,1],2]","Annotated[int,1].__metadata__","NoReturn","Never","Self","LiteralString","TypeAlias","Concatenate[int,PS]","Concatenate[int]","TypeGuard[int]","Required[int]","Unpack[Ts]","G","G[int]","G[X]","G[int][str]","G[int,str]","G[X][int]","G[List[X]][int]","Dict[X,Y][int,str]","Dict[X,X][int]","List[X][int]","List[X][int,str]","list[X][int]","X","Y","Z","PS","PS.args","PS.kwargs","Ts","X.__bound__","Y.__bound__","Z.__constraints__","X.__covariant__","TypeVar('Q',covariant=True)","TypeVar('Q',covariant=True,contravariant=True)","TypeVar('Q',int)","TypeVar('Q',int,str,bound=int)","TypeVar('Q',bound=5)","get_type_hints(fn)","get_type_hints(TD)","get_type_hints(NT)","get_type_hints(G)","get_type_hints(5)","get_origin(List[int])","get_args(List[int])","get_origin(Union[int,str])","get_args(Callable[[int],str])","get_args(Callable[...,str])","get_origin(int)","get_args(int)","get_origin(Annotated[int,1])","get_args(Annotated[int,1])","get_origin(Generic)","get_origin(PS.args)","get_args(Literal[1,2])","get_origin(list[int])","get_args(dict[str,int])","get_args(int|str)","get_origin(int|str)","TD.__annotations__","TD.__required_keys__","TD.__optional_keys__","TD2.__required_keys__","TD2.__optional_keys__","TD.__total__","TD2.__total__","TD(a=1)","TD()","isinstance({},TD)","TypedDict('Q',{'a':int})","TypedDict('Q',{'a':int},total=False).__total__","is_typeddict(TD)","is_typeddict(dict)","NT(1)","NT(1).b","NT()","NT._field_defaults","NT.__annotations__","NamedTuple('N',[('a',int)])(1)","NamedTuple('N',a=int)","isinstance(HasF(),Pr)","isinstance(5,Pr)","issubclass(HasF,Pr)","Pr()","NewI(5)","NewI","NewI.__supertype__","NewI.__name__","cast(int,'x')","assert_type(1,int)","assert_never(1)","no_type_check(fn)","get_overloads(ov)","clear_overloads()","ov(5)","ForwardRef('int')","ForwardRef('int')==ForwardRef('int')","ForwardRef('1+')","ForwardRef(5)","List['int']","List['int'].__args__","Optional['X']","Union[None]","Optional[int,str]","List[int,str]","Dict[int]","List[5]","Union[5,int]","Callable[int,str]","Callable[[int]]","Type[5]","ClassVar[ClassVar[int]]","List[ClassVar[int]]","Final[Final[int]]","isinstance([],List)","isinstance([],List[int])","issubclass(list,List)","isinstance(1,Union[int,str])","isinstance(1,Optional[int])","isinstance(1,Any)","isinstance(1,X)","int|str","int|None","int|List[int]","List[int]|None","X|int","'a'|int","int|'a'","Optional[int]==int|None","hash(List[int])==hash(List[int])","List[int]==List[int]","List[int]==list[int]","List[int].__origin__","List[int].__parameters__","Dict[X,Y].__parameters__","List[X].__parameters__","List[int]()","List()","G[int]()","G[int]().__orig_class__","G.__parameters__","Generic[X]","Generic[int]","Generic[X,X]","Generic","Protocol[X]","Protocol[int]","Text","AnyStr","Hashable","Sized","Iterable[int]","Iterator[int]","Generator[int,str,None]","Generator[int]","AsyncGenerator[int,None]","Awaitable[int]","Coroutine[int,str,None]","ContextManager[int]","AsyncContextManager[int]","Mapping[str,int]","Sequence[int]","DefaultDict[str,int]()","OrderedDict[str,int]","Counter[str]","ChainMap[str,int]","Deque[int]","FrozenSet[int]","Set[int]","AbstractSet[int]","ByteString","Pattern[str]","Match[str]","IO[str]","TextIO","BinaryIO","SupportsInt","isinstance(1,SupportsInt)","isinstance('a',SupportsInt)","SupportsAbs[int]","isinstance(1,SupportsIndex)","isinstance(1.5,SupportsRound)","Tuple","tuple[int,...]","tuple[*Ts]","Tuple[Unpack[Ts]]","Tuple[*Ts][int,str]","Callable[[*Ts],int]","Callable[PS,X][[int],str]","G['Fwd']","get_type_hints(type('C',(),{'__annotations__':{'a':'int','b':None}}))","get_type_hints(type('C',(),{'__annotations__':{'a':'zz'}}))","get_type_hints(fn,include_extras=True)","get_type_hints(type('C',(),{'__annotations__':{'a':Annotated[int,1]}}))","get_type_hints(type('C',(),{'__annotations__':{'a':Annotated[int,1]}}),include_extras=True)","runtime_checkable(int)","final(int)","override(fn) is fn","dataclass_transform()(fn) is fn","TypeAliasType('A',int)","TypeAliasType('A',int).__value__","is_typeddict(5)","T.TYPE_CHECKING","T.zz","copy.copy(List[int])","copy.deepcopy(Union[int,str])","T.Generic.__class_getitem__(X)","Union[X,int][str]","Optional[X][int]","Literal[None]","Literal[b'x',5,True,None]","Literal[1.5]","Literal","Union","Union[()]","Optional","Optional[()]","Annotated","Never|int","List[Any]","get_protocol_members(Pr)" if 0 else "Pr._is_protocol","Iterable[X][int]","CA.Callable[[int],str]","CA.Callable[[X],Y][int,str]","CA.Callable[int,str]","type(List[int])","type(int|str)","types.GenericAlias(list,(int,))","types.UnionType","Unpack[int]","Self[int]","Any[int]","NoReturn[int]","LiteralString|None"]: ev(s)
for s in ["class A(List[int]): pass\nprint(A.__mro__,A.__orig_bases__)","class A(Generic[X],Generic[Y]): pass","class A(Dict[X,Y],Generic[X]): pass","class A(G[int],G[str]): pass","class A(Protocol,int): pass","class A(Any): pass\nprint(A())","class A(Union[int,str]): pass","class A(Optional): pass","class A(Literal[1]): pass","class A(X): pass","class A(NamedTuple):\n a:int=1\n b:int","class A(NamedTuple):\n _a:int","class A(NamedTuple,int): a:int","class A(TypedDict,int): a:int","class A(TypedDict):\n a:int\n b=1","class A(TypedDict):\n a:5","class A(TD):\n a:str\nprint(A.__annotations__)","class A(NamedTuple,Generic[X]):\n a:X\nprint(A[int](1))","class A(TypedDict,Generic[X]):\n a:X\nprint(A[int](a=1))","class A[T1,*T2,**T3]: pass\nprint(A.__type_params__,A.__parameters__,A[int,str,[int]])","def f[T1:int](x:T1): pass\nprint(f.__type_params__[0].__bound__)","class A[T1](G[T1]): pass\nprint(A[int],A.__mro__)","type L[T1]=list[T1]\nprint(L,L[int],L.__value__,L.__type_params__,L[int].__origin__)","class A(Final): pass","class A(NewI): pass","@final\nclass A: pass\nprint(A.__final__)","class A(Protocol):\n x:int\n@runtime_checkable\nclass B(A,Protocol): y:int\nclass C:\n x=1;y=2\nprint(isinstance(C(),B))\ntry: issubclass(C,B)\nexcept TypeError as e: print(e)","class A(Protocol): pass\ntry: isinstance(5,A)\nexcept TypeError as e: print(e)"]: ex(s)
class Rp:
    def __init__(s,n): s.n=n
    def __repr__(s): return 'Rp\n'*s.n if s.n<3 else 'x'*s.n
import dataclasses
@dataclasses.dataclass
class DCx: a:int; b:list; c:str='z'*50
pv=[1,'a'*200,'word '*40,'line\n'*5,b'x'*200,bytearray(b'y'*90),[1]*50,list(range(60)),{i:'v'*i for i in range(12)},{'b':1,'a':[1,2,{'c':3}]},set(range(40)),frozenset('a'),(1,),(),(1,2)*30,[[[[[1]]]]],{1:{2:{3:{4:5}}}},collections.OrderedDict([('a',1),('b',[1]*40)]),collections.Counter('aabbb'),collections.deque(range(50)),collections.defaultdict(int,{'a':1}),collections.ChainMap({'a':1},{'b':2}),types.SimpleNamespace(a=1,b='x'*100),types.MappingProxyType({'a':1}),Rp(1),Rp(100),DCx(1,[1]*30),{1:2,'a':3,None:4},{(1,2):3,'a':[1]},[None,True,1.5],collections.UserDict({'a':1}),collections.UserList([1]*40),collections.UserString('x'*100),'é'*100,'a"b\'c'*30,{'k'*50:'v'*60},10**50,-5,range(100)]
rec=[1]; rec.append(rec); pv.append(rec)
for v in pv:
    for kw in ({},{'width':20},{'indent':4},{'depth':2},{'compact':True,'width':40},{'sort_dicts':False},{'underscore_numbers':True},{'width':1},{'indent':-1},{'depth':0},{'width':0}):
        call('pformat',pprint.pformat,(v,),kw)
    call('saferepr',pprint.saferepr,(v,)); call('isreadable',pprint.isreadable,(v,)); call('isrec',pprint.isrecursive,(v,))
pprint.pprint({'a':[1]*40},stream=sys.stdout,width=30); pprint.pp({'b':1,'a':2})
tp=['$a','${a}','$$','$','${','${a','$1','$a$b','$é','$a.b','${a b}','','$A','x$ax','$_a','$aé','${é}']
for t in tp:
    for d in ({'a':1},{},{'a':'x','b':2}):
        call('sub',string.Template(t).substitute,(d,)); call('safe',string.Template(t).safe_substitute,(d,)); 
    call('valid',string.Template(t).is_valid,()); call('ids',string.Template(t).get_identifiers,())
call('sub',string.Template('$a').substitute,(),{'a':5}); call('sub',string.Template('$a').substitute,({'a':1},),{'a':5}); call('sub',string.Template('$a').substitute,(5,)); call('T',string.Template,(5,)); call('sub',string.Template('$a').substitute,({},{}))
F=string.Formatter()
for f,a,k in [('{}',(1,),{}),('{0} {a!r:>5}',(1,),{'a':'x'}),('{',(),{}),('}',(),{}),('{a.b}',(),{'a':5}),('{0[x]}',({'x':1},),{}),('{} {0}',(1,),{}),('{0} {}',(1,),{}),('{!z}',(1,),{}),('{:{}}',(1,5),{}),('{a}',(),{}),('{{}}',(),{}),('{0.real.imag}',(1,),{}),('{[}',(1,),{}),('{:{:{}}}',(1,2,3),{}),('{5}',(1,),{})]: call('fmt',F.format,(f,)+a,k); call('strfmt',f.format,a,k); call('parse',lambda s: list(F.parse(s)),(f,))
call('cap',string.capwords,('hello  world a',)); call('cap',string.capwords,('a-b-c','-')); call('cap',string.capwords,(5,)); print(string.punctuation,string.printable[-6:],string.whitespace)

flush()
