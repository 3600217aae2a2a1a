# python3.12
import builtins
def print(*args, sep=" ", **more):
    """Addresses are not the same twice."""
    parts = sep.join([str(a) for a in args]).split("0x")
    builtins.print("0x".join(parts[:1] + ["..." + p.lstrip("0123456789abcdef") for p in parts[1:]]), **more)

import typing, collections.abc
from typing import *
import typing as t
def tr(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
T=TypeVar('T'); K=TypeVar('K',bound=int); A=TypeVar('A',str,bytes); C=TypeVar('C',covariant=True); D=TypeVar('D',contravariant=True); P=ParamSpec('P'); Ts=TypeVarTuple('Ts')
print(T,K,A,C,D,P,Ts,P.args,P.kwargs,K.__bound__,A.__constraints__,T.__name__,T.__module__, AnyStr, AnyStr.__constraints__)
tr(TypeVar,'X',int); tr(TypeVar,'X',int,str,bound=int); tr(TypeVar,'X',covariant=True,contravariant=True)
for x in (List,List[int],Dict[str,int],Optional[int],Union[int,str],Union[int,None,str],Union[int],Optional[Union[int,str]],Callable[[int],str],Callable[...,Any],Callable[[],None],Tuple[int,...],Tuple[int,str],Tuple[()],Type[int],Literal[1,'a',None],Literal[Literal[1,2],3],Annotated[int,'x'],ClassVar[int],Final[int],Iterator[int],Generator[int,None,str],Mapping[str,List[int]],DefaultDict[str,int],Deque[int],Any,NoReturn,Never,Self,LiteralString,TypeAlias,Union,Optional,Callable,Tuple,Generic,Iterable[T],Dict[K,T],Callable[P,T],Callable[Concatenate[int,P],T],List['Foo'],Annotated[List[T],'m',3],Type,Sequence,ContextManager[int],Counter[str],OrderedDict[str,int],AbstractSet[int],Set[int],FrozenSet[int],TypeGuard[int],Required[int],NotRequired[int],Unpack[Ts],Tuple[Unpack[Ts]],Concatenate[int,P],Awaitable[int],Coroutine[int,str,bool],AsyncIterator[int],List[Any],Dict[str,Any],Hashable,Sized,Text):
    print(x, end=' ; ')
    print(getattr(x,'__origin__','-'), getattr(x,'__args__','-'), getattr(x,'__parameters__','-'), get_origin(x), get_args(x))
tr(lambda: List[int,str]); tr(lambda: Dict[int]); tr(lambda: List[int][str]); tr(lambda: Optional[int,str]); tr(lambda: Union[()]); tr(lambda: Callable[int]); tr(lambda: Callable[int,str]); tr(lambda: Generic[int]); tr(lambda: Generic[T,T]); tr(lambda: ClassVar[int,str]); tr(lambda: Any[int]); tr(lambda: NoReturn[int]); tr(lambda: List[ClassVar[int]]); tr(lambda: List[Union]); tr(lambda: Annotated[int]); tr(lambda: Concatenate[int,str]); tr(lambda: List()); tr(lambda: List[int]()); tr(lambda: Any()); tr(lambda: Union()); tr(lambda: Optional[int]()); tr(lambda: isinstance(1,Any)); tr(lambda: isinstance([],List)); tr(lambda: isinstance([],List[int])); tr(lambda: isinstance(1,Union[int,str])); tr(lambda: isinstance('',Optional[int])); tr(lambda: issubclass(int,Union[int,str])); tr(lambda: isinstance(1, Union)); tr(lambda: isinstance([],Iterable)); tr(lambda: issubclass(list,Sequence)); tr(lambda: List[()]); tr(lambda: Literal[()]); tr(lambda: List[(1,2)])
print(List[T][int], Dict[K,T][int,str], Dict[str,T][int], Callable[[T],K][int,str], Callable[P,T][[int,str],bool], Callable[P,T][...,int], Union[T,int][str], Union[T,int][int], Optional[T][str], Annotated[T,'x'][int], Tuple[T,...][int], Tuple[int,Unpack[Ts]][str,bool], Callable[Concatenate[int,P],T][[str],bool], List[List[T]][int], list[T][int], dict[str,list[T]][bool], Union[list[T],None][int])
print(List[int]==List[int], List[int]==List[str], hash(List[int])==hash(List[int]), Union[int,str]==Union[str,int], Union[int,str]==(int|str), Literal[1]==Literal[True], Literal[1,2]==Literal[2,1], Optional[int]==Union[None,int], Annotated[int,1]==Annotated[int,1], Callable[[int],str]==Callable[[int],str])
print(int|List[int], List[int]|None, T|int, int|T, None|T, Optional[int]|str, 'a'|T if False else '', Any|None if hasattr(Any,'__or__') else '', ForwardRef('X')|int)
class Box(Generic[T]):
    def __init__(self,v: T)->None: self.v=v
b=Box[int](5); print(b.v, b.__orig_class__, Box[int], Box.__parameters__, Box.__orig_bases__, Box[int].__origin__, type(Box(1)).__name__, Box[T], Box[T][int])
class Pair(Box[T], Generic[T,K]): pass
class IntBox(Box[int]): pass
class LB(List[T]): pass
class MM(Dict[str,T]): pass
print(Pair[int,int], Pair.__parameters__, IntBox.__parameters__, IntBox.__mro__, LB.__mro__, LB[int], LB([1,2]), MM(a=1), IntBox.__orig_bases__)
tr(lambda: Box[int,str]); tr(lambda: IntBox[int]); tr(lambda: Pair[int])
def mk1():
    class X(Generic): pass
def mk2():
    class X(Box[K], Generic[T]): pass
def mk3():
    class X(Union[int,str]): pass
def mk4():
    class X(Optional): pass
def mk5():
    class X(T): pass
def mk6():
    class X(Generic[T],Generic[K]): pass
def mk7():
    class X(Protocol, Box[int]): pass
for m in (mk1,mk2,mk3,mk4,mk6,mk7): tr(m)
class Proto(Protocol):
    x: int
    def meth(self)->int: ...
@runtime_checkable
class RP(Protocol):
    def meth(self)->int: ...
@runtime_checkable
class RX(Protocol):
    x: int
    def meth(self)->int: ...
class Impl:
    def __init__(self): self.x=1
    def meth(self): return 1
class NoImpl: pass
tr(Proto); tr(isinstance,Impl(),Proto); tr(isinstance,Impl(),RP); tr(isinstance,NoImpl(),RP); tr(issubclass,Impl,RP); tr(issubclass,NoImpl,RP); tr(isinstance,Impl(),RX); tr(issubclass,Impl,RX); tr(issubclass,Impl,Proto); tr(runtime_checkable,Impl)
class Sub(RP):
    def meth(self): return 2
    def __init__(self,a): self.a=a
print(Sub(3).a, isinstance(Sub(1),RP), Sub._is_protocol, RP._is_protocol, isinstance(5,SupportsInt), isinstance('',SupportsInt), isinstance(1,SupportsIndex), isinstance(1.5,SupportsIndex), isinstance(1,SupportsAbs), issubclass(int,SupportsFloat), isinstance(3,SupportsRound), isinstance(1j, SupportsComplex))
class GP(Protocol[T]):
    def get(self)->T: ...
print(GP[int], GP.__parameters__)
class NT(NamedTuple):
    "doc"
    x: int
    y: str='d'
    def both(self): return (self.x,self.y)
n=NT(1); print(n, n.both(), NT._fields, NT._field_defaults, NT.__annotations__, NT.__doc__, NT.__bases__, NT.__orig_bases__, n==(1,'d'), n._replace(y='q'), NT.__mro__, NT.__module__, NT.__match_args__)
print(NamedTuple('Q',[('a',int),('b',str)])(1,'x'), NamedTuple('Q',[('a',int)]).__annotations__)
def mk8():
    class X(NamedTuple):
        a: int=1
        b: int
def mk9():
    class X(NamedTuple):
        a: int
        def _make(self): pass
def mk10():
    class X(NamedTuple):
        _a: int
for m in (mk8,mk9,mk10): tr(m)
class GNT(NamedTuple, Generic[T]):
    v: T
print(GNT(1), GNT[int], GNT[int](2), GNT.__parameters__, GNT.__mro__)
class TD(TypedDict):
    a: int
    b: NotRequired[str]
class TD2(TD,total=False):
    c: int
    d: Required[int]
print(TD(a=1), TD.__annotations__, TD.__required_keys__, TD.__optional_keys__, TD.__total__, sorted(TD2.__required_keys__), sorted(TD2.__optional_keys__), TD2.__total__, TD2.__bases__, is_typeddict(TD), is_typeddict(dict), TD2.__orig_bases__, type(TD(a=1)), get_type_hints(TD2), get_type_hints(TD,include_extras=True)); tr(isinstance,{},TD); F=TypedDict('F',{'in':int}); print(F.__annotations__, F({'in':1}), F.__name__, F)
U=NewType('U',int); print(U, U(5), U.__name__, U.__supertype__, U.__module__, U|None, List[U])
def mk11():
    class X(U): pass
tr(mk11)
def f(a:int,b:'List[str]'=None,*c:'Foo',**d)->Optional['Foo']: ...
class Foo: 
    x: 'int'
    y: ClassVar['Foo']
    z: Annotated[int,'m']
print(get_type_hints(f), get_type_hints(Foo), get_type_hints(Foo,include_extras=True)); tr(get_type_hints,5); tr(get_type_hints,len)
def g(x:'Undefined'): ...
tr(get_type_hints,g)
print(ForwardRef('Foo'), ForwardRef('a.b'), ForwardRef('X')==ForwardRef('X')); tr(ForwardRef,'1 +'); tr(ForwardRef,5)
@overload
def ov(x:int)->int: ...
@overload
def ov(x:str)->str: ...
def ov(x): return x
print(ov(1), len(get_overloads(ov))); clear_overloads(); print(get_overloads(ov))
@overload
def ov2(): ...
tr(ov2)
print(cast(int,'a'), assert_type(1,int), TYPE_CHECKING); tr(assert_never,5)
@final
class Fin:
    @override
    def m(self): pass
print(Fin.__final__, Fin.m.__override__, reveal_type(5))
@no_type_check
def ntc(x:'bad bad'): ...
print(get_type_hints(ntc))
@dataclass_transform(kw_only_default=True)
def dt(c): return c
print(dt.__dataclass_transform__)
print(collections.abc.Callable[[int],str], collections.abc.Callable[P,int][[str,int]], get_args(collections.abc.Callable[[int],str]), get_origin(collections.abc.Callable[[int],str]), collections.abc.Callable[...,int], collections.abc.Iterator[T][int])
class CC(collections.abc.Callable[[int],str]):
    def __call__(s,x): return str(x)
print(CC()(5), CC.__mro__)
print(TypeAliasType('TA',int), TypeAliasType('TA',list[T],type_params=(T,))[int], TypeAliasType('TA',int).__value__); tr(lambda: TypeAliasType('TA',int)[int])
class VT(Generic[Unpack[Ts]]): pass
print(VT[int,str], VT[()], VT.__parameters__)
class PS(Generic[P]): pass
print(PS[[int,str]], PS[int,str], PS[...], PS[P])
class PS2(Generic[T,P]): pass
print(PS2[int,[str]], PS2[int,...])
for n in sorted(typing.__all__): getattr(typing,n)
print(List.__module__, List._name, Optional._name, Union.__doc__ is not None, T.__doc__ is not None, List[int]._name, typing.Iterator.__origin__, IO[str], TextIO.__mro__)
import copy
print(copy.copy(List[int]), copy.deepcopy(Union[int,str]), copy.copy(T) is T)
