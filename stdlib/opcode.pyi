__all__ = ["cmp_op", "hasarg", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "hasexc", "opname", "opmap",
           "HAVE_ARGUMENT", "EXTENDED_ARG", "stack_effect"]

cmp_op: tuple[str, ...]
hasarg: list[int]
hasconst: list[int]
hasname: list[int]
hasjrel: list[int]
hasjabs: list[int]
haslocal: list[int]
hascompare: list[int]
hasfree: list[int]
hasexc: list[int]
opname: list[str]
opmap: dict[str, int]
HAVE_ARGUMENT: int
EXTENDED_ARG: int
ENABLE_SPECIALIZATION: bool

def is_pseudo(op: int) -> bool: ...
def stack_effect(opcode: int, oparg: int | None = None, /, *, jump: bool | None = None) -> int: ...
