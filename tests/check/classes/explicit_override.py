# enable: explicit-override, func-returns-value
# Codes that have to be asked for: overrides that say so, and values of what returns nothing.
from abc import ABC, abstractmethod
from typing import Any, Callable, Protocol, overload
from typing_extensions import override

class Base(ABC):
    x: int = 0
    def __init__(self) -> None: ...
    @abstractmethod
    def run(self) -> int: ...
    def stop(self) -> None: ...
    @property
    def name(self) -> str: return ""
    @classmethod
    def make(cls) -> "Base": raise NotImplementedError
    @staticmethod
    def helper(x: int) -> int: return x
    def _private(self) -> None: ...
    def __mangled(self) -> None: ...
    def many(self, x: int) -> int: return x

class Derived(Base):
    x = 1
    def __init__(self) -> None: super().__init__()
    def run(self) -> int: return 1  # E: [explicit-override]
    @override
    def stop(self) -> None: ...
    @property
    def name(self) -> str: return "d"  # E: [explicit-override]
    @classmethod
    def make(cls) -> "Derived": return cls()  # E: [explicit-override]
    @override
    @staticmethod
    def helper(x: int) -> int: return x + 1
    def _private(self) -> None: ...  # E: [explicit-override]
    def __mangled(self) -> None: ...
    def __repr__(self) -> str: return ""
    @overload
    def many(self, x: int) -> int: ...  # E: [explicit-override]
    @overload
    def many(self, x: str) -> str: ...
    def many(self, x: Any) -> Any: ...
    def new(self) -> None: ...

class Last(Derived):
    @override
    def run(self) -> int: return 2
    def stop(self) -> None: ...  # E: [explicit-override]
    @override
    def missing(self) -> None: ...  # E: [misc]

def nothing() -> None: ...
def untyped(): ...
async def later() -> None: ...
x = nothing()  # E: [func-returns-value]
print(nothing())  # E: [func-returns-value]
y: None = nothing()  # E: [func-returns-value]
z = [nothing()]  # E: [func-returns-value]
f"{nothing()}"  # E: [func-returns-value]
Last().new().x  # E: [func-returns-value] # E: [attr-defined]
nothing()
later()  # E: [unused-coroutine]
v = untyped()
w: Callable[[], None] = lambda: nothing()
nothing() if v else nothing()
def one() -> None: return nothing()
def two() -> int | None: return nothing()  # E: [func-returns-value]
def three(): return nothing()
def four() -> Any: return nothing()
async def five() -> None:
    await later()
    u = await later()
