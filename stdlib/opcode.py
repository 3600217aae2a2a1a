"""The instructions of this Python (library reference, "dis"): Typhon's own, of three operands that mostly name registers."""
from _runtime import opcodes as _opcodes

__all__ = ["cmp_op", "hasarg", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "hasexc", "opname", "opmap",
           "HAVE_ARGUMENT", "EXTENDED_ARG", "stack_effect"]

cmp_op = ("<", "<=", "==", "!=", ">", ">=")
_forms = _opcodes()
opname = [name for name, operands in _forms]
opmap = {name: op for op, name in enumerate(opname)}
opmap.update(YIELD_VALUE=opmap["YIELD"], RETURN_VALUE=opmap["RETURN"])  # as packages call them that look at code


def _with(letters):
    return [op for op, (name, operands) in enumerate(_forms) if not set(letters).isdisjoint(operands)]


hasarg = [op for op, (name, operands) in enumerate(_forms) if operands != "---"]
hasconst = _with("kK")
hasname = _with("sG")
hasjrel = _with("jJ")
haslocal = _with("rw")
hasfree = [opmap[name] for name in ("LOAD_FREE", "STORE_FREE", "DELETE_FREE", "GET_FREE_CELL")]
hasjabs, hascompare, hasexc = [], [], []
HAVE_ARGUMENT = 1  # NOP, which has none, is 0
EXTENDED_ARG = -1  # there is none
ENABLE_SPECIALIZATION = False


def is_pseudo(op):
    return False


def stack_effect(opcode, oparg=None, /, *, jump=None):
    """Compute the stack effect of the opcode: there is no stack, so that it is 0."""
    if not 0 <= opcode < len(opname):
        raise ValueError("invalid opcode or oparg")
    return 0
