# python3.12: which names of a class are abstract, which are members of a protocol, and the parameters of generic classes.
import abc
from typing import Callable, Dict, Generic, List, Optional, Protocol, Sequence, TypeVar, runtime_checkable

T = TypeVar("T")
K = TypeVar("K")


class Marked:
    __isabstractmethod__ = True


class Asked:
    def __init__(self, answer):
        self.answer = answer

    @property
    def __isabstractmethod__(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Base(abc.ABC):
    @abc.abstractmethod
    def f(self): ...

    @property
    @abc.abstractmethod
    def p(self): ...

    @classmethod
    @abc.abstractmethod
    def c(cls): ...

    @staticmethod
    @abc.abstractmethod
    def s(): ...

    marked = Marked()
    asked = Asked([1])
    not_asked = Asked("")
    number, text = 1, "x"


class Half(Base):
    def f(self): ...
    p = 3
    marked = None


class Other(abc.ABC):
    @abc.abstractmethod
    def f(self): ...


class Both(Half, Other):
    pass


class Whole(Half):
    c = s = asked = None


for cls in (Base, Half, Both, Whole, abc.ABC):
    print(cls.__name__, sorted(cls.__abstractmethods__), type(cls.__abstractmethods__).__name__)
for cls in (Base, Half, Both):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Whole().number)
for name in ("c", "s", "asked"):
    setattr(Both, name, None)
print(sorted(abc.update_abstractmethods(Both).__abstractmethods__))
for answer in (ValueError("no"), AttributeError("none")):
    try:
        print(abc.ABCMeta("X", (), {"a": Asked(answer), "__module__": "m"}).__abstractmethods__)
    except Exception as error:
        print(type(error).__name__, error)
odd = abc.ABCMeta("Odd", (), {})
setattr(odd, "__abstractmethods__", ["f"])
print(sorted(abc.ABCMeta("Below", (odd,), {"f": 1}).__abstractmethods__), sorted(abc.ABCMeta("Below2", (odd,), {}).__abstractmethods__))


@runtime_checkable
class Sized(Protocol):
    size: int
    def area(self) -> int: ...
    _private = 1
    __slots__ = ()
    _abc_like = 3


class Named(Sized, Protocol[T]):
    name: "str" = "n"

    @property
    def label(self) -> T: ...


class Calls(Protocol):
    def f(self) -> int: ...
    @classmethod
    def g(cls): ...


class Real(Named[int]):
    size = 1
    def area(self): return 4


for cls in (Sized, Named, Calls, Real):
    print(cls.__name__, cls._is_protocol, sorted(cls.__protocol_attrs__) if cls._is_protocol else None, cls.__dict__.get("__parameters__"))
print(isinstance(Real(), Sized), isinstance(3, Sized), Real.__mro__[1].__name__)
try:
    Calls()
except TypeError as error:
    print(error)


class A(Generic[T]): ...
class B(A[T]): ...
class C(A[int]): ...
class D(Dict[K, List[T]], Generic[T, K]): ...
class E(Sequence[T], A[K]):
    def __getitem__(self, i): return i
    def __len__(self): return 0
class F(A[Callable[[T, K], Optional[T]]]): ...
class G(list): ...
class H(A): ...
class I(List[T]): ...


for cls in (A, B, C, D, E, F, H, I):
    print(cls.__name__, cls.__parameters__, [b.__name__ for b in cls.__bases__], cls.__dict__.get("__orig_bases__"))
for bases in ("Generic", "A[T], Generic[K]", "Generic[T], Generic[K]"):
    try:
        exec(f"class Z({bases}): pass")
    except TypeError as error:
        print(error)
