# python3.12
# What is put in for type variables, and what aliases are: subscripted again, iterated, pickled, subclassed, read as hints.
from typing import *
import typing, types, collections.abc, pickle, sys, warnings
T=TypeVar('T'); T1=TypeVar('T1'); T2=TypeVar('T2'); Ts=TypeVarTuple('Ts'); P=ParamSpec('P')
def t(s):
    try: print(s, '=', eval(s, globals()))
    except Exception as e: print(s, '!', type(e).__name__, e)
t("Annotated[tuple[*Ts], 'd'][int]")
t("Annotated[tuple[*Ts], 'd'][int, str]")
t("tuple[*Ts][()]")
t("tuple[*Ts][int]")
t("list[tuple[*Ts]][int, str]")
t("list[T][*tuple[int]]")
t("dict[T1, T2][*tuple[int, str]]")
t("tuple[T, *Ts][*tuple[int, ...]]")
t("List[T][*tuple[int]]")
t("get_type_hints(type)")
class M(type):
    a: int
t("get_type_hints(M)")
t("issubclass(types.FunctionType, Iterable)")
@runtime_checkable
class Pr(Protocol):
    meth: int
t("issubclass(types.FunctionType, Pr)")
class Pr2(Protocol):
    def meth(self): ...
Pr2 = runtime_checkable(Pr2)
t("issubclass(types.FunctionType, Pr2)")
for f in "ClassVar Final Required NotRequired TypeGuard Union Optional Literal Concatenate Self Never NoReturn LiteralString TypeAlias Unpack Any".split():
    t(f"type('C', (type({f}),), {{}})")
    t(f"type('C', ({f},), {{}})")
for f in ("P.args", "P.kwargs", "T", "P", "Ts", "Unpack[Ts]", "ClassVar[int]"):
    t(f"type('C', (type({f}),), {{}})")
    t(f"type('C', ({f},), {{}})")
ns = {}
exec("from typing import *\nT=TypeVar('T');P=ParamSpec('P');Ts=TypeVarTuple('Ts');N=NewType('N',int)", ns); print(ns['T'].__module__, ns['P'].__module__, ns['Ts'].__module__, ns['N'].__module__)
for s in ("Union[str, int]", "Optional[int]", "Literal[1]", "Any", "ClassVar[int]", "Callable[[int], str]", "List[int]", "Annotated[int, 1]"):
    t(f"isinstance({s}, collections.abc.Iterable)")
    t(f"list({s})")
for s in ("AbstractSet[Any]", "Annotated[int, 1]", "Union[int, str]", "Callable[[int], str]", "Annotated[Any, 1]", "Unpack[Ts]", "List[int]", "Dict[str, Any]", "Literal[1, 2]", "ClassVar[int]"):
    t(f"pickle.loads(pickle.dumps({s}))")
    if not s.startswith(("Literal", "Annotated")):
        t(f"pickle.loads(pickle.dumps({s})) is {s}")
warnings.simplefilter("always")
def w(s):
    with warnings.catch_warnings(record=True) as c:
        warnings.simplefilter("always")
        t(s)
    for x in c: print('  W', x.category.__name__, x.message)
w("isinstance(b'', typing.ByteString)")
w("issubclass(bytes, typing.ByteString)")
w("TypedDict('D', x=int)")
w("type('X', (), {'__annotations__': {}})")
def f(*args: *tuple[int, str]): ...
def f2(*args: "*tuple[int, str]"): ...
def f3(*args: Unpack[tuple[int, str]]): ...
t("get_type_hints(f)"); t("get_type_hints(f2)"); t("get_type_hints(f3)")
class G1(Generic[*Ts]): ...
t("list[G1[*Ts]][()]"); t("G1[()]"); t("G1[*Ts][()]")
class X(NamedTuple, Generic[T]):
    x: T
t("X[int]"); t("X[int, str]"); t("X[int](3)")
t("G1[int, str]"); t("G1[*tuple[int, ...]]")
