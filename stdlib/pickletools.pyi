from collections.abc import Callable, Iterator, MutableMapping
from typing import IO, Any

__all__ = ["dis", "genops", "optimize"]

UP_TO_NEWLINE: int
TAKEN_FROM_ARGUMENT1: int
TAKEN_FROM_ARGUMENT4: int
TAKEN_FROM_ARGUMENT4U: int
TAKEN_FROM_ARGUMENT8U: int

class ArgumentDescriptor:
    name: str
    n: int
    reader: Callable[[IO[bytes]], Any]
    doc: str
    def __init__(self, name: str, n: int, reader: Callable[[IO[bytes]], Any], doc: str) -> None: ...

class StackObject:
    name: str
    obtype: type[Any] | tuple[type[Any], ...]
    doc: str
    def __init__(self, name: str, obtype: type[Any] | tuple[type[Any], ...], doc: str) -> None: ...

class OpcodeInfo:
    name: str
    code: str
    arg: ArgumentDescriptor | None
    stack_before: list[StackObject]
    stack_after: list[StackObject]
    proto: int
    doc: str
    def __init__(self, name: str, code: str, arg: ArgumentDescriptor | None, stack_before: list[StackObject], stack_after: list[StackObject],
                 proto: int, doc: str) -> None: ...

uint1: ArgumentDescriptor
uint2: ArgumentDescriptor
int4: ArgumentDescriptor
uint4: ArgumentDescriptor
uint8: ArgumentDescriptor
float8: ArgumentDescriptor
stringnl: ArgumentDescriptor
stringnl_noescape: ArgumentDescriptor
stringnl_noescape_pair: ArgumentDescriptor
string1: ArgumentDescriptor
string4: ArgumentDescriptor
bytes1: ArgumentDescriptor
bytes4: ArgumentDescriptor
bytes8: ArgumentDescriptor
bytearray8: ArgumentDescriptor
unicodestringnl: ArgumentDescriptor
unicodestring1: ArgumentDescriptor
unicodestring4: ArgumentDescriptor
unicodestring8: ArgumentDescriptor
decimalnl_short: ArgumentDescriptor
decimalnl_long: ArgumentDescriptor
floatnl: ArgumentDescriptor
long1: ArgumentDescriptor
long4: ArgumentDescriptor
pyint: StackObject
pylong: StackObject
pyinteger_or_bool: StackObject
pybool: StackObject
pyfloat: StackObject
pybytes_or_str: StackObject
pystring: StackObject
pybytes: StackObject
pybytearray: StackObject
pyunicode: StackObject
pynone: StackObject
pytuple: StackObject
pylist: StackObject
pydict: StackObject
pyset: StackObject
pyfrozenset: StackObject
pybuffer: StackObject
anyobject: StackObject
markobject: StackObject
stackslice: StackObject
opcodes: list[OpcodeInfo]
code2op: dict[str, OpcodeInfo]

def genops(pickle: bytes | bytearray | IO[bytes]) -> Iterator[tuple[OpcodeInfo, Any, int | None]]: ...
def optimize(p: bytes | bytearray) -> bytes: ...
def dis(pickle: bytes | bytearray | IO[bytes], out: IO[str] | None = None, memo: MutableMapping[int, Any] | None = None, indentlevel: int = 4,
        annotate: int = 0) -> None: ...
