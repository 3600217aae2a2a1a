"""Code as its instructions (library reference, "dis"). They are Typhon's own: of registers, not of a stack (opcode; docs/internals.md)."""
import io
import sys
import types
from collections import namedtuple
from opcode import *
from opcode import __all__ as _opcode_names, _forms
from _runtime import instructions as _instructions

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code", "get_instructions", "Instruction", "Bytecode",
           *_opcode_names]

_have_code = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)
_WIDTH = 8  # bytes of an instruction

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE", 128: "COROUTINE",
    256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR",
}

Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=(None,) * 4)
_Instruction = namedtuple("_Instruction", "opname opcode arg argval argrepr offset starts_line is_jump_target positions", defaults=(None,))


class Instruction(_Instruction):
    """One instruction: opname, opcode; arg: its operands as one number, a | b << 16 | c << 32; argval: the constant, name or code it speaks of, or the
    offset it jumps to; argrepr: its operands as text; offset in bytes; starts_line: the line that begins with it, or None; is_jump_target; positions."""

    def _shown(self, width, is_current):
        line = f"{self.starts_line:>{width}}" if self.starts_line is not None else " " * width
        return f"{line} {'-->' if is_current else '   '} {'>>' if self.is_jump_target else '  '} {self.offset:>5} {self.opname:<22} {self.argrepr}".rstrip()


def _signed(number, bits):
    return number - (1 << bits) if number >> (bits - 1) else number


def _jump(at, form, operands):
    """The offset that the instruction `at` jumps to; None: it does not."""
    if "J" in form:
        return (at + 1 + _signed(operands[1] | operands[2] << 16, 32)) * _WIDTH
    if "j" in form:
        return (at + 1 + _signed(operands[2], 16)) * _WIDTH
    return None


def _operand_text(names, letter, operand, wide, value, target):
    if letter in "rw":
        return operand < len(names) and names[operand] or f"r{operand}"
    if letter in "kK":
        return repr(value)
    if letter in "sG":
        return value
    if letter == "t":
        return f"<code {value.co_qualname}>" if isinstance(value, types.CodeType) else repr(value)
    if letter in "jJ":
        return f"to {target}"
    return str(_signed(operand, 16) if letter == "i" else _signed(wide, 32) if letter == "I" else operand)


def _get_code_object(x):
    """The code of functions, methods, generators...; of a text what it compiles to."""
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        code = getattr(x, name, None)
        if code is not None:
            return code
    if isinstance(x, str):
        try:
            return compile(x, "<disassembly>", "eval")
        except SyntaxError:
            return compile(x, "<disassembly>", "exec")
    if hasattr(x, "co_code"):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def _listed(code, first_line=None):
    shift = 0 if first_line is None else first_line - code.co_firstlineno
    starts = dict(findlinestarts(code))
    targets = set(findlabels(code))
    positions = list(code.co_positions())
    instructions, names = _instructions(code)
    for at, (op, a, b, c, value) in enumerate(instructions):
        name, form = _forms[op]
        target = _jump(at, form, (a, b, c))
        wide = b | c << 16
        shown = [_operand_text(names, letter, operand, wide, value, target) for letter, operand in zip(form, (a, b, c)) if letter != "-"]
        line = starts.get(at * _WIDTH)
        yield Instruction(name, op, a | b << 16 | c << 32 if form != "---" else None, value if target is None else target, " ".join(shown), at * _WIDTH,
                          None if line is None else line + shift, at * _WIDTH in targets, Positions(*positions[at]))


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """Iterator for the instructions of a function, method, text or code object."""
    return _listed(_get_code_object(x), first_line)


def findlinestarts(code):
    """(offset, line) of each place where a line begins."""
    last = None
    for start, end, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def findlabels(code):
    """The offsets that instructions of a code object jump to."""
    if not isinstance(code, types.CodeType):
        raise TypeError("findlabels() takes a code object: its instructions are more than bytes")
    labels = []
    for at, (op, *operands, value) in enumerate(_instructions(code)[0]):
        target = _jump(at, _forms[op][1], operands)
        if target is not None and target not in labels:
            labels.append(target)
    return labels


def _write(code, file, last=-1, first_line=None):
    listed = list(_listed(code, first_line))
    width = max((len(str(each.starts_line)) for each in listed if each.starts_line is not None), default=3)
    for each in listed:
        if each.starts_line is not None and each.offset:
            print(file=file)
        print(each._shown(max(width, 3), each.offset == last), file=file)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Disassemble a code object."""
    _write(co, file, lasti)


disco = disassemble


def _write_all(code, file, depth):
    _write(code, file)
    if depth is not None and depth <= 0:
        return
    for each in code.co_consts:
        if isinstance(each, types.CodeType):
            print(f"\nDisassembly of {each!r}:", file=file)
            _write_all(each, file, None if depth is None else depth - 1)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Disassemble classes, methods, functions, and other compiled objects; of nothing: the last traceback."""
    if x is None:
        distb(file=file)
        return
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if (code := getattr(x, name, None)) is not None:
            x = code
            break
    if hasattr(x, "co_code"):
        _write_all(x, file, depth)
    elif hasattr(x, "__dict__"):
        for name, item in sorted(vars(x).items()):
            if isinstance(item, _have_code):
                print(f"Disassembly of {name}:", file=file)
                try:
                    dis(item, file=file, depth=depth)
                except TypeError as error:
                    print("Sorry:", error, file=file)
                print(file=file)
    elif isinstance(x, str):
        _write_all(_get_code_object(x), file, depth)
    else:
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Disassemble a traceback (default: last traceback): the code where it was raised."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__ if hasattr(sys, "last_exc") else sys.last_traceback
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble") from None
    while tb.tb_next:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti * (_WIDTH // 2), file=file)


def pretty_flags(flags):
    """Return pretty representation of code flags."""
    names = []
    for i in range(32):
        flag = 1 << i
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
            flags ^= flag
            if not flags:
                break
    else:
        names.append(hex(flags))
    return ", ".join(names)


def code_info(x):
    """Formatted details of methods, functions, or code."""
    code = _get_code_object(x)
    lines = [f"Name:              {code.co_name}", f"Filename:          {code.co_filename}", f"Argument count:    {code.co_argcount}",
             f"Positional-only arguments: {code.co_posonlyargcount}", f"Kw-only arguments: {code.co_kwonlyargcount}",
             f"Number of locals:  {code.co_nlocals}", f"Registers:         {code.co_stacksize}", f"Flags:             {pretty_flags(code.co_flags)}"]
    for title, items in (("Constants", map(repr, code.co_consts)), ("Names", code.co_names), ("Variable names", code.co_varnames),
                         ("Free variables", code.co_freevars), ("Cell variables", code.co_cellvars)):
        listed = [f"{number:4}: {item}" for number, item in enumerate(items)]
        if listed:
            lines += [f"{title}:", *listed]
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Print details of methods, functions, or code to *file*."""
    print(code_info(co), file=file)


class Bytecode:
    """The bytecode operations of a piece of code: iterated, Instructions; dis() is the text of them, info() what is known of the code."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = _get_code_object(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self.current_offset = current_offset
        self._original_object = x

    def __iter__(self):
        return _listed(self.codeobj, self.first_line)

    def __repr__(self):
        return f"{type(self).__name__}({self._original_object!r})"

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """Construct a Bytecode from the given traceback."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti * (_WIDTH // 2))

    def info(self):
        """Return formatted information about the code object."""
        return code_info(self.codeobj)

    def dis(self):
        """Return a formatted view of the bytecode operations."""
        text = io.StringIO()
        _write(self.codeobj, text, -1 if self.current_offset is None else self.current_offset, self.first_line)
        return text.getvalue()


def main():
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("infile", nargs="?", default="-")
    args = parser.parse_args()
    if args.infile == "-":
        name, source = "<stdin>", sys.stdin.buffer.read()
    else:
        name = args.infile
        with open(name, "rb") as file:
            source = file.read()
    dis(compile(source, name, "exec"))


if __name__ == "__main__":
    main()
