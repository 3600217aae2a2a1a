# TypeForm (PEP 747): implicit and explicit evaluation, assignability.
from typing import *
from types import GenericAlias, UnionType
from typing_extensions import TypeForm
import typing_extensions as te
T = TypeVar("T")
ok1: TypeForm[str | None] = str | None
ok2: TypeForm[str | None] = str
ok3: TypeForm[str | None] = None
ok4: TypeForm[str | None] = Literal[None]
ok5: TypeForm[str | None] = Optional[str]
ok6: TypeForm[str | None] = "str | None"
ok7: TypeForm[str | None] = Any
err1: TypeForm[str | None] = str | int  # E: [assignment]
err2: TypeForm[str | None] = list[str | None]  # E: [assignment]
v1_actual: UnionType = str | None
v2_actual: GenericAlias = list[int]
v2_type_form: TypeForm = list[int]
v3: TypeForm[int | str] = Annotated[int | str, "metadata"]
v4: TypeForm[set[str]] = "set[str]"
Ts = TypeVarTuple("Ts")
var = 1
bad1: TypeForm = tuple()  # E: [assignment]
bad2: TypeForm = (1, 2)  # E: [assignment]
bad3: TypeForm = 1  # E: [assignment]
bad4: TypeForm = Self  # E: [assignment]
bad5: TypeForm = Literal[var]  # E: [valid-type]
bad6: TypeForm = Literal[f""]  # E: [valid-type]
bad7: TypeForm = ClassVar[int]  # E: [assignment]
bad8: TypeForm = Final[int]  # E: [assignment]
bad9: TypeForm = Unpack[Ts]  # E: [assignment]
bad10: TypeForm = Optional  # E: [assignment]
bad11: TypeForm = "int + str"  # E: [assignment]
x1 = TypeForm(str | None)
assert_type(x1, TypeForm[str | None])
x2 = TypeForm("list[int]")
assert_type(x2, TypeForm[list[int]])
x3 = TypeForm("type(1)")  # E: [valid-type]
x4 = type(1)
x5 = TypeForm(type(1))  # E: [valid-type]
def get_type_form() -> TypeForm[int]: ...
t1: TypeForm[int | str] = get_type_form()
t2: TypeForm[str] = get_type_form()  # E: [assignment]
def get_type() -> type[int]: ...
t3: TypeForm[int | str] = get_type()
t4: TypeForm[str] = get_type()  # E: [assignment]
def f(x: TypeForm[T]) -> T: ...
assert_type(f(int), int)
assert_type(f(int | str), int | str)
assert_type(f("int | None"), int | None)
assert_type(f(list[int]), list[int])
assert_type(f(Literal[3]), Literal[3])
x1.__class__; x1.__hash__()
x1.foo  # E: [attr-defined]
def g(x: TypeForm[Any], y: TypeForm): 
    a: TypeForm[int] = x
    b: TypeForm[str] = y
o: object = x1
def nt(a: type[tuple[int, str]], b: type[Callable[..., int]], c: type[Literal[3]], d: type[Optional[int]], e: type[None]): ...  # E: [valid-type]  # E: [valid-type]

TypeForm(int, str)  # E: [call-arg]
TypeForm()  # E: [call-arg]
