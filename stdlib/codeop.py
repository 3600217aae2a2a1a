"""Compiling what may not be complete yet (library reference, "codeop")."""
import __future__
import warnings

__all__ = ["compile_command", "Compile", "CommandCompiler"]


def _maybe_compile(compiler, source, filename, symbol):
    lines = source.split("\n")
    if all(not line.strip() or line.strip().startswith("#") for line in lines):
        if symbol != "eval":
            source = "pass"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source, filename, symbol)
        except SyntaxError:
            # Complete but wrong, or not complete? Only in the second case does a further line change what is said.
            try:
                compiler(source + "\n", filename, symbol)
                return None
            except SyntaxError as error:
                if _is_incomplete(source, error):
                    return None
        else:
            if _wants_more(source, symbol):
                return None
    return compiler(source, filename, symbol)


def _is_incomplete(source, error):
    text = str(error)
    if any(part in text for part in ("was never closed", "unexpected EOF", "unterminated triple-quoted", "incomplete input", "expected 'except' or 'finally' block")):
        return True
    stripped = source.rstrip()
    if "expected an indented block" in text:
        return stripped.endswith(":")
    return source.rstrip(" \t").endswith("\\") or bool(stripped) and all(line.startswith("@") for line in stripped.split("\n"))


_COMPOUND = ("if", "for", "while", "def", "class", "try", "with", "async")


def _wants_more(source, symbol):
    "An interactive statement with a block ends with an empty line."
    if symbol != "single":
        return False
    lines = source.split("\n")
    while lines and (not lines[0].strip() or lines[0].lstrip().startswith("#")):
        lines.pop(0)
    if not lines or lines[-1].strip() == "":
        return False
    first = lines[0].split("#")[0].rstrip()
    word = first.split(" ")[0].split(":")[0].split("(")[0]
    return word in _COMPOUND or first.endswith(":") or first.startswith("@")


def compile_command(source, filename="<input>", symbol="single"):
    """Compile a command and determine whether it is incomplete: a code object, or None; SyntaxError when it is wrong."""
    return _maybe_compile(compile, source, filename, symbol)


class Compile:
    """Instances of this class behave much like the built-in compile function, but remember __future__ statements."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol):
        return compile(source, filename, symbol, self.flags, True)


class CommandCompiler:
    """Instances of this class have __call__ methods identical in signature to compile_command."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe_compile(self.compiler, source, filename, symbol)
