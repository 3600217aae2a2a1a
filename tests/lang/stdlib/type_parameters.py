# python3.12
import typing
class A[T: int, *Ts, **P]:
    def m(self, x: T) -> T: return x
print(A.__type_params__, A.__parameters__, A.__orig_bases__, A[int, str, [int]] if 0 else '')
T,Ts,P=A.__type_params__
print(T, T.__bound__, T.__infer_variance__, type(T).__name__, T.__name__, Ts, P, T.__module__)
def f[X: (int, str), Y](a: X, b: Y) -> X: return a
print(f.__type_params__, f.__type_params__[0].__constraints__, f(1,2), f.__annotations__)
type L[K] = list[K] | None
type R = dict[str, R]
print(L, L.__value__, L.__type_params__, L[int], R, R.__value__, L.__name__, L[int].__origin__ is L, type(L).__name__)
class A2[T]: pass
class B[T](A2[T]): pass
print(B[int], B.__parameters__, B.__mro__)
class D[T]: 
    def __init__(self, v: T): self.v=v
print(D[int](3).v, D[str])
print(R | None, typing.get_type_hints(f))
class Pt[T](typing.NamedTuple):
    x: T
print(Pt(1), Pt[int])
class Pr[T](typing.Protocol):
    def g(self) -> T: ...
print(Pr[int], Pr.__parameters__)
class TDg[T](typing.TypedDict):
    a: T
print(TDg(a=1), TDg[int], TDg.__annotations__)
try: L.__value__ = 3
except AttributeError as e: print('AE')
