"""Compiling what may not be complete yet (library reference, "codeop")."""
import re
import warnings

__all__ = ["compile_command", "Compile", "CommandCompiler"]

PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_INCOMPLETE_INPUT = 0x200, 0x4000  # CPython's, for programs that name them

# What a syntax error says when the source ends too early.
_ENDS_EARLY = ("was never closed", "unexpected EOF", "unterminated triple-quoted", "incomplete input", "expected 'except' or 'finally' block")
_BLOCK = re.compile(r"(if|for|while|def|class|try|with|async)[ :(]|@|.*:\s*(#.*)?$")


def _is_blank(line):
    return not line.strip() or line.lstrip()[0] == "#"


def _is_cut_off(source, error):
    """Whether the error is that the source ends."""
    words = str(error)
    end = source.rstrip()
    if source.endswith("\\\n"):  # the line after the backslash is there, and empty
        return False
    if "expected an indented block" in words:
        return end.endswith(":")
    return (any(part in words for part in _ENDS_EARLY) or source.endswith("\\")
            or end != "" and all(line.startswith("@") for line in end.split("\n")))


def _is_open_block(source):
    """Whether it begins with a compound statement and has no empty line at its end, which would be the end of the statement."""
    lines = source.split("\n")
    first = next((line for line in lines if not _is_blank(line)), "")
    return lines[-1] != "" and _BLOCK.match(first) is not None


def _compile_if_complete(compiler, source, filename, symbol):
    if all(map(_is_blank, source.split("\n"))):
        if symbol == "eval":
            return None
        source = "pass"  # no statement at all is complete
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)  # they are given when it is compiled for good
            warnings.simplefilter("ignore", DeprecationWarning)
            compiler(source, filename, symbol)
    except SyntaxError as error:
        if _is_cut_off(source, error) or _is_right(compiler, source + "\n", filename, symbol):
            return None
    else:
        if symbol == "single" and _is_open_block(source):
            return None
    return compiler(source, filename, symbol)


def _is_right(compiler, *arguments):
    try:
        compiler(*arguments)
    except SyntaxError:
        return False
    return True


def compile_command(source, filename="<input>", symbol="single"):
    """The code of the source. None: it is not complete. A SyntaxError, ValueError or OverflowError: it is wrong, whatever may follow."""
    return _compile_if_complete(compile, source, filename, symbol)


class Compile:
    """As the function compile, but `from __future__ import ...` holds for what is compiled later, too."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol):
        code = compile(source, filename, symbol, self.flags, True)
        if "__future__" in source:
            self._remember(source)
        return code

    def _remember(self, source):
        import __future__
        import ast
        for statement in ast.parse(source).body:
            if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
                for alias in statement.names:
                    self.flags |= getattr(__future__, alias.name).compiler_flag


class CommandCompiler:
    """As compile_command, but `from __future__ import ...` holds for what is compiled later, too."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        """See compile_command."""
        return _compile_if_complete(self.compiler, source, filename, symbol)
