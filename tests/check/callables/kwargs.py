# Unpack[TypedDict] as **kwargs.
from typing import Protocol, TypeVar, TypedDict, NotRequired, Required, Unpack, assert_type

class TD1(TypedDict):
    v1: Required[int]
    v2: NotRequired[str]

class TD2(TD1):
    v3: Required[str]

def func1(**kwargs: Unpack[TD2]) -> None:
    v1 = kwargs["v1"]
    assert_type(v1, int)
    kwargs["v2"]
    if "v2" in kwargs:
        v2 = kwargs["v2"]
        assert_type(v2, str)
    v3 = kwargs["v3"]
    assert_type(v3, str)

def func2(v3: str, **kwargs: Unpack[TD1]) -> None:
    pass

def func3() -> None:
    func1()  # E
    func1(v1=1, v2="", v3="5")
    td2 = TD2(v1=2, v3="4")
    func1(**td2)
    func1(v1=1, v2="", v3="5", v4=1)  # E
    my_dict: dict[str, str] = {}
    func1(**my_dict)  # E
    d1 = {"v1": 2, "v3": "4", "v4": 4}
    func1(**d1)  # E
    func2(**td2)
    func1(1, "3", "2")  # E
    func2("", v1=1)
    func2(**td2)
    func1(v1=2, **td2)  # E
    func2(1, **td2)  # E
    func2(v1=2, **td2)  # E

class TDProtocol1(Protocol):
    def __call__(self, *, v1: int, v3: str) -> None: ...
class TDProtocol2(Protocol):
    def __call__(self, *, v1: int, v3: str, v2: str = "") -> None: ...
class TDProtocol3(Protocol):
    def __call__(self, *, v1: int, v2: int, v3: str) -> None: ...
class TDProtocol4(Protocol):
    def __call__(self, *, v1: int) -> None: ...
class TDProtocol5(Protocol):
    def __call__(self, v1: int, v3: str) -> None: ...
class TDProtocol6(Protocol):
    def __call__(self, **kwargs: Unpack[TD2]) -> None: ...

a: TDProtocol1 = func1
b: TDProtocol2 = func1
c: TDProtocol3 = func1  # E
d: TDProtocol4 = func1  # E
e: TDProtocol5 = func1  # E
f: TDProtocol6 = func1

def func4(v1: str, **kwargs: Unpack[TD2]) -> None:  # E
    pass
T = TypeVar("T", bound=TD2)
def func6(**kwargs: Unpack[T]) -> None:  # E
    pass
def func7(*, v1: int, v3: str, v2: str = "") -> None: ...
g: TDProtocol6 = func7  # E: [assignment]

# A TypedDict that is not closed may be given with more keys; two unpacked ones are related as such; *args takes no TypedDict.
class OneKey(TypedDict):
    key: int
class MoreKeys(OneKey):
    other: bytes
class MaybeKey(TypedDict, total=False):
    key: int

def one_key(**kwargs: Unpack[OneKey]) -> None: ...
def maybe_key(**kwargs: Unpack[MaybeKey]) -> None: ...
def give_more(more: MoreKeys) -> None:
    one_key(**more)
    one_key(key=1, other=b"")  # E: [call-arg]
class TakesOneKey(Protocol):
    def __call__(self, **kwargs: Unpack[OneKey]) -> None: ...
takes_one_key: TakesOneKey = one_key
takes_maybe_key: TakesOneKey = maybe_key  # E: [assignment]
def star_typed_dict(*args: Unpack[OneKey]) -> None: ...  # E: [valid-type]

# A display of known keys behind ** is so many keyword arguments.
class _Options(TypedDict, total=False):
    host: Required[str]
    port: int
def _connect(**options: Unpack[_Options]) -> None: ...
def _plain(host: str, port: int = 0) -> None: ...
_connect(**{"host": "a"})
_connect(**{"host": "a", "port": 1})
_connect(**{"host": "a", "port": ""})  # E: [arg-type]
_connect(**{"host": "a", "prt": 1})  # E # E
_plain(**{"host": "a", "port": 1})
_plain(**{"host": 1})  # E: [arg-type]
