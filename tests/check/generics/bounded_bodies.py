# Variables with a union for a bound: narrowed in branches, whole again behind them.
from typing import *
class Binding: ...
KC = Callable[[int], None]
T = TypeVar("T", bound=Union[KC, Binding])
def reg(handler: T) -> T:
    if isinstance(handler, Binding):
        print(1)
    else:
        print(handler)
    return handler
def reg2(handler: T) -> T:
    if isinstance(handler, Binding):
        handler = Binding()  # E: [assignment]
    else:
        print(handler)
    return handler
U = TypeVar("U", bound=Optional[int])
def f(x: U) -> U:
    if x is None:
        print()
    return x
def g(x: U) -> U:
    if x is not None and x > 3:
        return x
    return x
