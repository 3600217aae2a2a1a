#!/usr/bin/env python3
"""Writes a random program: generate.py SEED [STATEMENTS]

The program is the same for a seed, whatever Python runs this. It prints what its statements give: values, or the type and the words of
exceptions. Most expressions are well typed, some are not, on purpose. What may differ between two good Pythons is kept out: the order of
sets (show() sorts them), addresses, hashes of strings, the time, recursion depth. Values are kept small by clip().
"""
import sys

from choices import Choices

PRELUDE = '''\
import functools, itertools, operator

def show(v):
    if isinstance(v, (set, frozenset)):
        return type(v).__name__ + "{" + ", ".join(sorted(map(show, v))) + "}"
    if isinstance(v, (list, tuple)):
        return type(v).__name__ + "(" + ", ".join(map(show, v)) + ")"
    if isinstance(v, dict):
        return type(v).__name__ + "{" + ", ".join(show(k) + ": " + show(x) for k, x in v.items()) + "}"
    text = repr(v)
    return type(v).__name__ if " at 0x" in text else text

def report(e, depth=0):
    line = "  " * depth + type(e).__name__ + ": " + (str(e) if not isinstance(e, RecursionError) else "...")
    print(line[:300] if " at 0x" not in line else line[:line.index(" at 0x")])
    for note in getattr(e, "__notes__", ()):
        print("  " * depth + "note", note)
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            report(x, depth + 1)
    if depth < 3:
        if e.__cause__ is not None:
            print("  " * depth + "cause"); report(e.__cause__, depth + 1)
        elif e.__context__ is not None and not e.__suppress_context__:
            print("  " * depth + "context"); report(e.__context__, depth + 1)

def attempt(f):
    try:
        print(show(f())[:600])
    except BaseException as e:
        report(e)

def finish(generator):
    """Whatever it answers to GeneratorExit, it ends here: when an abandoned one is closed, is each Python's own business."""
    for _ in range(9):
        attempt(generator.close)
        if not getattr(generator, "gi_suspended", getattr(generator, "cr_suspended", False)):
            break

def clip(v):
    if isinstance(v, int) and not isinstance(v, bool):
        return v if abs(v) < 10 ** 60 else v % 1000003
    if isinstance(v, (str, bytes, list, tuple)):
        return v if len(v) < 60 else v[:20]
    return v

def log(text, value):
    print("eval", text)
    return value

'''

# Texts with quotes, for use inside f-strings.
QUOTED_1 = '\"big\"'
QUOTED_2 = '\"little\"'
QUOTED_3 = '\"0x1.8p3\"'
QUOTED_4 = '\"inf\"'
QUOTED_5 = '\"1.5\"'
QUOTED_6 = '\"zz\"'
QUOTED_7 = '\"-0x0.1p-5\"'
QUOTED_8 = '\"append\"'
QUOTED_9 = '\"upper\"'
QUOTED_10 = '\"real\"'
QUOTED_11 = '\"__iter__\"'
QUOTED_12 = '\"00ff\"'
QUOTED_13 = '\"0\"'
QUOTED_14 = '\"a b\"'
QUOTED_15 = '\"61 62\"'
QUOTED_16 = 'Exception(\"c\")'
QUOTED_17 = '\"a\"'
QUOTED_18 = '\"k\"'
QUOTED_19 = 'f\"{type(self).__name__}({getattr(self, chr(118), 0)!r})\"'
QUOTED_20 = '\"text\"'
QUOTED_21 = 'b\"x\"'
QUOTED_22 = '\"\"'
QUOTED_23 = '\">9\"'
QUOTED_24 = '\"prop\"'
QUOTED_25 = '\"v\"'
QUOTED_26 = '\"__class__\"'
QUOTED_27 = '{\"z\": 1}'
QUOTED_28 = '\"abc\"'
NAMES = ["a", "b", "c", "d", "x", "y", "z", "n", "s", "t"]
KINDS = ["int", "float", "str", "bytes", "bool", "list", "tuple", "dict", "set", "none", "complex", "range"]
INTS = ["0", "1", "2", "3", "7", "10", "-1", "-2", "-5", "255", "256", "1000", "65537", "2**31", "-2**31", "2**62", "2**62-1", "-2**62", "2**63",
        "2**64-1", "-2**63-1", "10**20", "-10**18", "0xff", "0b101", "1_000", "12345678901234567890"]
FLOATS = ["0.0", "-0.0", "1.0", "0.1", "0.5", "-1.5", "2.5", "3.5", "1e10", "1e16", "1e-5", "123.456", "1e300", "-1e-300", "1e22", "float('inf')", "float('-inf')", "float('nan')",
          "3.141592653589793", "0.30000000000000004", "5e-324", "1.7976931348623157e308", "99999.5", "0.0001"]
STRS = ["''", "'a'", "'abc'", "'Hello World'", "'  x  '", "'1'", "'-12'", "'3.5'", "'a,b,,c'", "'A-b_C'", "'\\u00e9t\\u00e9'", "'\\u4e2d\\u6587'", "'\\U0001f600'", "'line\\nbreak'", "'tab\\there'",
        "'\\x00'", "\"it's\"", "'\"q\"'", "'\\\\'", "'aaa'", "'abcabc'", "'ABC'", "'\\u00df'", "'\\u0130'", "'0x1f'", "'nan'", "' 12 '", "'1_000'", "'{}'", "'%s'", "'{0!r:>5}'", "'%d'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a,b'", "b'  x '", "b'12'", "b'Hello'"]
BINARY = ["+", "-", "*", "/", "//", "%", "&", "|", "^"]
COMPARE = ["<", "<=", ">", ">=", "==", "!=", "in", "not in", "is", "is not"]
ERRORS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "AttributeError", "RuntimeError", "StopIteration", "LookupError", "ArithmeticError", "Exception", "OSError", "NameError"]

# method: kinds of its arguments; "?" before an argument: may be left out
STR_METHODS = [("upper", ""), ("lower", ""), ("title", ""), ("capitalize", ""), ("swapcase", ""), ("casefold", ""), ("strip", "?str"), ("lstrip", "?str"), ("rstrip", "?str"), ("split", "?str ?int"),
               ("rsplit", "?str ?int"), ("splitlines", "?bool"), ("join", "liststr"), ("replace", "str str ?int"), ("find", "str ?int ?int"), ("rfind", "str ?int ?int"), ("index", "str ?int"), ("rindex", "str"),
               ("count", "str ?int ?int"), ("startswith", "str ?int"), ("endswith", "str ?int"), ("partition", "str"), ("rpartition", "str"), ("center", "width ?str1"), ("ljust", "width ?str1"),
               ("rjust", "width ?str1"), ("zfill", "width"), ("isdigit", ""), ("isalpha", ""), ("isalnum", ""), ("isspace", ""), ("isupper", ""), ("islower", ""), ("istitle", ""), ("isidentifier", ""),
               ("isdecimal", ""), ("isnumeric", ""), ("isprintable", ""), ("isascii", ""), ("expandtabs", "?small"), ("removeprefix", "str"), ("removesuffix", "str"), ("encode", "?encoding ?errors"),
               ("format", "any any"), ("translate", "table")]
BYTES_METHODS = [("upper", ""), ("lower", ""), ("title", ""), ("strip", "?bytes"), ("split", "?bytes ?int"), ("replace", "bytes bytes ?int"), ("find", "bytes ?int"), ("count", "bytes"), ("index", "bytes"),
                 ("startswith", "bytes"), ("endswith", "bytes"), ("partition", "bytes"), ("hex", "?str1 ?small"), ("decode", "?encoding ?errors"), ("center", "width"), ("zfill", "width"), ("join", "listbytes"),
                 ("isdigit", ""), ("isalpha", ""), ("splitlines", ""), ("rjust", "width ?bytes1"), ("removeprefix", "bytes"), ("expandtabs", "?small"), ("swapcase", "")]
LIST_METHODS = [("append", "any"), ("extend", "iter"), ("insert", "int any"), ("pop", "?index"), ("remove", "any"), ("index", "any ?int"), ("count", "any"), ("reverse", ""), ("sort", ""), ("copy", ""), ("clear", ""),
                ("__len__", ""), ("__contains__", "any"), ("__getitem__", "index"), ("__add__", "list"), ("__mul__", "small"), ("__eq__", "any"), ("__lt__", "list")]
DICT_METHODS = [("get", "key ?any"), ("pop", "key ?any"), ("setdefault", "key ?any"), ("update", "dict"), ("keys", ""), ("values", ""), ("items", ""), ("copy", ""), ("popitem", ""), ("clear", ""), ("__contains__", "key"),
                ("__getitem__", "key"), ("fromkeys", "iter ?any"), ("__or__", "dict"), ("__len__", "")]
SET_METHODS = [("add", "key"), ("discard", "key"), ("remove", "key"), ("union", "iter"), ("intersection", "iter"), ("difference", "iter"), ("symmetric_difference", "iter"), ("issubset", "iter"),
               ("issuperset", "iter"), ("isdisjoint", "iter"), ("copy", ""), ("update", "iter"), ("difference_update", "iter"), ("__contains__", "key"), ("clear", "")]
INT_METHODS = [("bit_length", ""), ("bit_count", ""), ("conjugate", ""), ("as_integer_ratio", ""), ("__add__", "any"), ("__sub__", "int"), ("__rsub__", "any"), ("__floordiv__", "any"), ("__divmod__", "int"), ("__eq__", "any"),
               ("__index__", ""), ("__round__", "?int"), ("__bool__", ""), ("to_bytes", "small ?order"), ("is_integer", ""), ("__lt__", "any"), ("__mod__", "any"), ("__format__", "str")]
FLOAT_METHODS = [("is_integer", ""), ("as_integer_ratio", ""), ("hex", ""), ("conjugate", ""), ("__round__", "?small"), ("__trunc__", ""), ("__floor__", ""), ("__ceil__", ""), ("__int__", ""), ("__mod__", "any"), ("__floordiv__", "any"),
                 ("__divmod__", "float"), ("__eq__", "any"), ("__format__", "str")]
TUPLE_METHODS = [("count", "any"), ("index", "any ?int"), ("__add__", "tuple"), ("__mul__", "small"), ("__getitem__", "index"), ("__contains__", "any"), ("__lt__", "tuple"), ("__hash__", "")]
RANGE_METHODS = [("count", "any"), ("index", "any"), ("__len__", ""), ("__contains__", "any"), ("__getitem__", "index")]
METHODS = {"str": STR_METHODS, "bytes": BYTES_METHODS, "list": LIST_METHODS, "dict": DICT_METHODS, "set": SET_METHODS, "int": INT_METHODS, "float": FLOAT_METHODS, "tuple": TUPLE_METHODS[:-1], "range": RANGE_METHODS}
OPERATORS = ["add", "sub", "mul", "truediv", "floordiv", "mod", "and", "or", "xor", "lshift", "rshift", "matmul", "pow"]
OPERATOR_SIGNS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "matmul": "@", "pow": "**"}


class Generator(Choices):
    def __init__(self, seed):
        super().__init__(seed)
        self.scopes = [{}]       # name -> kind, innermost last
        self.serial = 0
        self.classes = []        # (name, methods, how many constructor arguments)
        self.functions = []      # (name, least arguments, most)
        self.generators = []     # names
        self.in_function = self.in_loop = 0

    def fresh(self, prefix):
        self.serial += 1
        return f"{prefix}{self.serial}"

    def variables(self, kind):
        return [n for scope in self.scopes for n, k in scope.items() if k == kind]

    # ---- expressions
    def expression(self, kind=None, depth=2):
        if kind is None or self.chance(0.04):
            kind = self.pick(KINDS)
        names = self.variables(kind)
        if names and self.chance(0.35):
            return self.pick(names)
        if depth <= 0:
            return self.atom(kind)
        if self.chance(0.05):
            return f"({self.expression(kind, depth - 1)} if {self.expression('bool', depth - 1)} else {self.expression(kind, depth - 1)})"
        if self.chance(0.02):
            return f"log({self.pick(STRS)}, {self.expression(kind, depth - 1)})"
        return getattr(self, "make_" + kind)(depth - 1)

    def atom(self, kind):
        table = {"int": INTS, "float": FLOATS, "str": STRS, "bytes": BYTES, "bool": ["True", "False"], "none": ["None"], "complex": ["1j", "(1+2j)", "-0j", "2.5j"], "list": ["[]", "[1, 2, 3]", "['a', 'b']", "[[1], [2]]", "[3, 1, 2]"],
                 "tuple": ["()", "(1,)", "(1, 2)", "('a', 1)", "((1, 2), 3)"], "dict": ["{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'k': [1]}"], "set": ["set()", "{1}", "{1, 2, 3}", "frozenset({1, 8})"],
                 "range": ["range(3)", "range(0)", "range(1, 10, 3)", "range(5, 0, -1)", "range(-3, 3)"]}
        return self.pick(table[kind])

    def argument(self, what, depth):
        if self.chance(0.04):
            return self.expression(None, depth)
        if what == "any":
            return self.expression(None, depth)
        if what in ("int", "small", "width", "index"):
            if what == "int" and self.chance(0.1):
                return self.expression("int", depth)
            return str(self.number(-4, 5) if what != "width" else self.number(-1, 14))
        if what == "key":
            return self.expression(self.pick(["int", "str", "tuple", "bool", "none", "float"]), 0)
        if what == "iter":
            return self.expression(self.pick(["list", "tuple", "set", "range", "str", "dict"]), depth)
        if what == "str1":
            return self.pick(["'*'", "' '", "'\\u00e9'", "'0'", "'ab'"])
        if what == "bytes1":
            return self.pick(["b'*'", "b' '"])
        if what == "liststr":
            return "[" + ", ".join(self.expression("str", 0) for _ in range(self.number(0, 3))) + "]"
        if what == "listbytes":
            return "[" + ", ".join(self.expression("bytes", 0) for _ in range(self.number(0, 3))) + "]"
        if what == "encoding":
            return self.pick(["'utf-8'", "'ascii'", "'latin-1'", "'utf-16'", "'utf-32-le'", "'nope'"])
        if what == "errors":
            return self.pick(["'strict'", "'ignore'", "'replace'", "'backslashreplace'", "'xmlcharrefreplace'", "'surrogateescape'"])
        if what == "order":
            return self.pick(["'big'", "'little'", "'big', signed=True", "'middle'"])
        if what == "table":
            return self.pick(["{97: 'X'}", "{ord('b'): None}", "str.maketrans('abc', 'xyz')", "str.maketrans({'a': '1'})", "{97: 98}", "[]"])
        return self.expression(what, depth)

    def method_call(self, kind, depth):
        name, arguments = self.pick(METHODS[kind])
        given = []
        for what in arguments.split():
            if what.startswith("?"):
                if self.chance(0.5):
                    break
                what = what[1:]
            given.append(self.argument(what, depth))
        return f"({self.expression(kind, depth)}).{name}({', '.join(given)})"

    def make_int(self, depth):
        e = self.expression
        return self.pick([
            lambda: f"({e('int', depth)} {self.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} {e('int', depth)})",
            lambda: f"({e('int', depth)} {self.pick(['<<', '>>'])} {self.number(-1, 70)})",
            lambda: f"({e('int', depth)} ** {self.number(-1, 5)})",
            lambda: f"{self.pick(['-', '~', '+', 'abs', 'int', 'bool', 'round'])}({e('int', depth)})",
            lambda: f"len({e(self.pick(['str', 'list', 'dict', 'tuple', 'set', 'bytes', 'range']), depth)})",
            lambda: f"int({e(self.pick(['float', 'str', 'bool', 'int', 'bytes']), depth)})",
            lambda: f"int({self.pick(STRS)}, {self.pick(['0', '2', '8', '10', '16', '36', '1', '37'])})",
            lambda: f"ord({self.expression('str', 0)})",
            lambda: f"sum({self.argument('iter', depth)})",
            lambda: f"{self.pick(['min', 'max'])}({e('int', depth)}, {e(self.pick(['int', 'float']), depth)})",
            lambda: f"{self.pick(['min', 'max'])}({self.argument('iter', depth)}, default={e('int', 0)})",
            lambda: f"pow({e('int', 0)}, {self.number(-3, 30)}, {self.pick(['7', '1', '-5', '97', '0', '10**9+7'])})",
            lambda: f"divmod({e('int', depth)}, {e('int', depth)})[{self.number(0, 1)}]",
            lambda: f"int.from_bytes({e('bytes', 0)}, {self.pick([QUOTED_1, QUOTED_2])}, signed={self.pick(['True', 'False'])})",
            lambda: f"round({e('int', depth)}, {self.number(-3, 3)})",
            lambda: f"hash({e(self.pick(['int', 'float', 'bool']), depth)})" if not self.chance(0.9) else f"int({e('bool', depth)})",
            lambda: f"{e(self.pick(['list', 'tuple', 'range']), depth)}[{self.number(-3, 3)}]",
            lambda: self.method_call("int", depth),
            lambda: f"(lambda {NAMES[0]}: {NAMES[0]} * 2 + 1)({e('int', depth)})",
            lambda: f"(q := {e('int', depth)})",
            lambda: f"functools.reduce(operator.{self.pick(['add', 'sub', 'or_', 'xor'])}, {self.argument('iter', depth)}, {e('int', 0)})",
            lambda: f"next(iter({self.argument('iter', depth)}), {e('int', 0)})",
        ])()

    def make_float(self, depth):
        e = self.expression
        return self.pick([
            lambda: f"({e('float', depth)} {self.pick(['+', '-', '*', '/', '//', '%'])} {e(self.pick(['float', 'int']), depth)})",
            lambda: f"({e('int', depth)} / {e(self.pick(['float', 'int']), depth)})",
            lambda: f"({e('float', depth)} ** {self.pick(['2', '0.5', '-1', '3', '0', '-0.5'])})",
            lambda: f"float({e(self.pick(['str', 'int', 'bool', 'float']), depth)})",
            lambda: f"round({e('float', depth)}, {self.number(-3, 6)})",
            lambda: f"abs({e('float', depth)})", lambda: f"-{e('float', 0)}",
            lambda: f"divmod({e('float', depth)}, {e('float', depth)})",
            lambda: f"float.fromhex({self.pick([QUOTED_3, QUOTED_4, QUOTED_5, QUOTED_6, QUOTED_7])})",
            lambda: f"abs({e('complex', depth)})", lambda: f"({e('complex', depth)}).{self.pick(['real', 'imag'])}",
            lambda: self.method_call("float", depth),
        ])()

    def make_complex(self, depth):
        e = self.expression
        return self.pick([lambda: f"({e('complex', depth)} {self.pick(['+', '-', '*', '/'])} {e(self.pick(['complex', 'int', 'float']), 0)})", lambda: f"complex({e('float', 0)}, {e('int', 0)})",
                          lambda: f"complex({self.pick(STRS)})", lambda: f"({e('complex', depth)}).conjugate()", lambda: f"-{e('complex', 0)}"])()

    def make_bool(self, depth):
        e = self.expression
        kind = self.pick(KINDS)
        return self.pick([
            lambda: f"({e('int', depth)} {self.pick(COMPARE[:6])} {e(self.pick(['int', 'float']), depth)})",
            lambda: f"({e(kind, depth)} {self.pick(COMPARE[:6])} {e(kind, depth)})",
            lambda: f"({e(kind, depth)} {self.pick(['in', 'not in'])} {self.argument('iter', depth)})",
            lambda: f"({e('str', depth)} in {e('str', depth)})",
            lambda: f"({e('int', depth)} < {e('int', depth)} <= {e('int', depth)})",
            lambda: f"(not {e(None, depth)})", lambda: f"bool({e(None, depth)})",
            lambda: f"({e('bool', depth)} {self.pick(['and', 'or', '&', '|', '^'])} {e('bool', depth)})",
            lambda: f"isinstance({e(None, depth)}, {self.pick(['int', 'str', '(int, float)', 'int | str', 'object', 'list', 'type(None)'])})",
            lambda: f"{self.pick(['any', 'all'])}({self.argument('iter', depth)})",
            lambda: f"{self.pick(['any', 'all'])}(i {self.pick(COMPARE[:6])} {e('int', 0)} for i in {self.argument('iter', depth)})",
            lambda: f"({e(kind, 0)} is None)", lambda: f"callable({e(kind, 0)})", lambda: f"hasattr({e(kind, 0)}, {self.pick([QUOTED_8, QUOTED_9, QUOTED_10, QUOTED_11])})",
        ])()

    def specification(self):
        """A format specification, mostly good."""
        fill = self.pick(["", "", "*<", ">", "^", "0=", "\u00e9^", "="])
        return fill + self.pick(["", "+", "-", " "]) + self.pick(["", "", "#"]) + self.pick(["", "", "0"]) + self.pick(["", "8", "12", "3"]) + self.pick(["", "", ",", "_"]) + self.pick(["", "", ".2", ".0", ".10"]) + self.pick(
            ["", "", "d", "x", "X", "b", "o", "f", "e", "g", "G", "%", "s", "n", "c"])

    def f_string(self, depth):
        parts = []
        for _ in range(self.number(1, 3)):
            if self.chance(0.4):
                parts.append(self.pick(["a", "{{", "}}", " ", "-", "\u00e9"]))
            inner = self.expression(self.pick(["int", "float", "str", "int", "list", "none"]), depth)
            if any(q in inner for q in "'\"\\{}!:") or "lambda" in inner:
                names = self.variables("int") + self.variables("float") + self.variables("str")
                inner = self.pick(names) if names else "1"
            parts.append("{" + inner + self.pick(["", "", "!r", "!s", "!a", "="]) + (":" + self.specification() if self.chance(0.4) else "") + "}")
        return 'f"' + "".join(parts) + '"'

    def make_str(self, depth):
        e = self.expression
        return self.pick([
            lambda: f"({e('str', depth)} + {e('str', depth)})", lambda: f"({e('str', depth)} * {self.number(-1, 4)})",
            lambda: self.method_call("str", depth), lambda: self.method_call("str", depth), lambda: self.method_call("str", depth),
            lambda: f"{self.pick(['repr', 'str', 'ascii'])}({e(self.pick(['int', 'float', 'str', 'bytes', 'list', 'tuple', 'dict', 'complex', 'range', 'none', 'bool']), depth)})",
            lambda: f"({e('str', depth)})[{self.slice(depth)}]", lambda: f"({e('str', depth)})[{self.number(-3, 3)}]",
            lambda: f"chr({self.pick(['65', '0', '233', '0x4e2d', '0x1f600', '1114112', '-1', e('int', 0)])})",
            lambda: f"format({e(self.pick(['int', 'float', 'str', 'bool', 'complex']), depth)}, {self.specification()!a})",
            lambda: f"'{{:{self.specification()}}}'.format({e(self.pick(['int', 'float', 'str']), depth)})",
            lambda: f"'{self.pick(['%', '%5', '%-6', '%05', '%+', '%.2', '%#', '% 8.3'])}{self.pick('dsrfgexXoci')}' % ({e(self.pick(['int', 'float', 'str', 'int']), depth)},)",
            lambda: f"'%s %r' % {e('tuple', depth)}", lambda: f"'%(a)s' % {e('dict', depth)}", lambda: f"'{{a}} {{0}} {{b[0]}}'.format({e(None, depth)}, a={e(None, depth)}, b={e('list', 0)})",
            lambda: self.f_string(depth), lambda: self.f_string(depth),
            lambda: f"{self.pick(['hex', 'oct', 'bin'])}({e('int', depth)})",
            lambda: f"type({e(None, depth)}).__name__", lambda: f"''.join(map(str, {self.argument('iter', depth)}))", lambda: f"''.join(sorted({e('str', depth)}))",
            lambda: f"''.join(reversed({e('str', depth)}))",
        ])()

    def make_bytes(self, depth):
        e = self.expression
        return self.pick([lambda: f"({e('bytes', depth)} + {e('bytes', depth)})", lambda: f"({e('bytes', depth)} * {self.number(-1, 3)})", lambda: self.method_call("bytes", depth), lambda: self.method_call("bytes", depth),
                          lambda: f"bytes({self.pick(['3', '[1, 2, 255]', '[256]', 'range(4)', '-1', e('int', 0) + ' % 50'])})", lambda: f"({e('bytes', depth)})[{self.slice(depth)}]", lambda: f"bytes({e('list', depth)})",
                          lambda: f"({e('str', depth)}).encode()", lambda: f"b'%s|%d|%r' % ({e('bytes', 0)}, {e('int', 0)}, {e('str', 0)})", lambda: f"bytes.fromhex({self.pick([QUOTED_12, QUOTED_13, QUOTED_14, QUOTED_15])})",
                          lambda: f"bytearray({e('bytes', depth)})"])()

    def slice(self, depth):
        part = lambda: self.pick(["", str(self.number(-4, 4)), str(self.number(-2, 8)), "None"])
        return part() + ":" + part() + (":" + self.pick(["", "1", "2", "-1", "-2", "3", "0" if self.chance(0.2) else "1"]) if self.chance(0.5) else "")

    def items(self, depth, low=0, high=4):
        kind = self.pick(KINDS) if self.chance(0.3) else self.pick(["int", "str"])
        made = []
        for _ in range(self.number(low, high)):
            made.append("*" + self.argument("iter", depth) if self.chance(0.08) else self.expression(kind if self.chance(0.85) else None, depth))
        return made

    def comprehension(self, depth, element):
        clauses = f"for i in {self.argument('iter', depth)}"
        if self.chance(0.3):
            clauses += f" if {self.pick(['i', 'not i', 'i != 1', 'bool(i)', 'isinstance(i, int)', self.expression('bool', 0)])}"
        if self.chance(0.2):
            clauses += f" for j in {self.pick(['range(2)', '(i, 1)', 'str(i)', self.argument('iter', 0)])}"
            element = element.replace("J", "j")
        return f"{element.replace('J', '0')} {clauses}"

    def make_list(self, depth):
        e = self.expression
        return self.pick([
            lambda: "[" + ", ".join(self.items(depth)) + "]", lambda: "[" + ", ".join(self.items(depth)) + "]",
            lambda: f"({e('list', depth)} + {e('list', depth)})", lambda: f"({e('list', depth)} * {self.number(-1, 3)})", lambda: f"({e('list', depth)})[{self.slice(depth)}]",
            lambda: f"list({self.argument('iter', depth)})", lambda: f"sorted({self.argument('iter', depth)}, key={self.pick(['str', 'repr', 'None', 'lambda v: -v', 'lambda v: (str(type(v)), str(v))'])}, reverse={self.pick(['True', 'False'])})",
            lambda: "[" + self.comprehension(depth, self.pick(["i", "(i, J)", "[i] * 2", "str(i) + str(J)", "i + 1", "(lambda: i)()", "-i"])) + "]",
            lambda: f"list({self.pick(['enumerate', 'reversed', 'iter', 'set'])}({e(self.pick(['list', 'tuple', 'range', 'str']), depth)}))" if not self.chance(0.2) else f"list(enumerate({self.argument('iter', depth)}, {e('int', 0)}))",
            lambda: f"list(zip({self.argument('iter', depth)}, {self.argument('iter', depth)}{self.pick(['', ', strict=True', ', strict=False'])}))",
            lambda: f"list(map({self.pick(['str', 'abs', 'len', 'lambda v: v * 2', 'bool', 'int', 'ord', 'type'])}, {self.argument('iter', depth)}))" if not self.chance(0.1) else f"list(filter({self.pick(['None', 'bool', 'callable'])}, {self.argument('iter', depth)}))",
            lambda: f"list(itertools.{self.pick(['chain', 'product'])}({self.argument('iter', depth)}, {self.argument('iter', depth)}))[:20]", lambda: f"list(itertools.{self.pick(['accumulate', 'pairwise', 'groupby'])}({self.argument('iter', depth)}))[:1]",
            lambda: f"list(itertools.combinations({self.argument('iter', depth)}, {self.number(-1, 3)}))[:9]", lambda: f"list(itertools.islice({self.argument('iter', depth)}, {self.number(-1, 4)}))",
            lambda: self.method_call("list", depth), lambda: self.method_call("str", depth), lambda: f"list(({e('dict', depth)}).{self.pick(['keys', 'values', 'items'])}())",
        ])()

    def make_tuple(self, depth):
        e = self.expression
        return self.pick([
            lambda: "(" + "".join(x + ", " for x in self.items(depth)) + ")" if self.chance(0.9) else "()", lambda: f"({e('tuple', depth)} + {e('tuple', depth)})", lambda: f"({e('tuple', depth)} * {self.number(-1, 3)})",
            lambda: f"({e('tuple', depth)})[{self.slice(depth)}]", lambda: f"tuple({self.argument('iter', depth)})", lambda: f"divmod({e('int', depth)}, {e('int', depth)})", lambda: self.method_call("tuple", depth),
            lambda: f"tuple({self.comprehension(depth, self.pick(['i', '(i, J)', 'i * 2']))})",
        ])() .replace("(, )", "()")

    def make_dict(self, depth):
        e = self.expression
        key = lambda: self.argument("key", 0)
        return self.pick([
            lambda: "{" + ", ".join(f"{key()}: {e(None, depth)}" if not self.chance(0.08) else f"**{e('dict', 0)}" for _ in range(self.number(0, 4))) + "}",
            lambda: f"({e('dict', depth)} | {e('dict', depth)})", lambda: f"dict({self.pick(['a', 'b', 'k'])}={e(None, depth)}, z={e('int', depth)})", lambda: f"dict(zip({self.argument('iter', depth)}, {self.argument('iter', depth)}))",
            lambda: "{" + self.comprehension(depth, self.pick(["i: J", "str(i): i", "(i, J): 1"])) + "}", lambda: f"dict.fromkeys({self.argument('iter', depth)}, {e(None, 0)})", lambda: self.method_call("dict", depth),
            lambda: f"dict({e('list', depth)})", lambda: f"dict(**{e('dict', depth)})",
        ])()

    def make_set(self, depth):
        e = self.expression
        return self.pick([
            lambda: "{" + ", ".join(self.expression(self.pick(["int", "int", "float", "bool", "tuple"]), 0) for _ in range(self.number(1, 4))) + "}", lambda: f"({e('set', depth)} {self.pick('|&-^')} {e('set', depth)})", lambda: f"{self.pick(['set', 'frozenset'])}({self.argument('iter', depth)})",
            lambda: "{" + self.comprehension(depth, self.pick(["i", "str(i)", "(i, J)"])) + "}", lambda: self.method_call("set", depth), lambda: f"({e('dict', depth)}.keys() {self.pick('|&-^')} {self.argument('iter', depth)})",
        ])()

    def make_none(self, depth):
        return self.pick([lambda: "None", lambda: self.method_call("list", depth), lambda: self.method_call("dict", depth), lambda: self.method_call("set", depth)])()

    def make_range(self, depth):
        return self.pick([lambda: f"range({self.number(-3, 9)})", lambda: f"range({self.number(-5, 5)}, {self.number(-5, 9)}, {self.pick(['1', '2', '-1', '-3', '0'])})",
                          lambda: f"({self.expression('range', 0)})[{self.slice(depth)}]", lambda: self.method_call("range", depth)])()

    # ---- statements
    def body(self, count, depth):
        self.indent += 1
        for _ in range(count):
            self.statement(depth)
        self.indent -= 1

    def target_name(self):
        return self.pick(NAMES)

    def bind(self, name, kind):
        self.scopes[-1][name] = kind

    def statement(self, depth):
        choices = [self.assign] * 5 + [self.print_value] * 8 + [self.augmented] * 2 + [self.unpack, self.mutate, self.mutate]
        if depth > 0:
            choices += [self.if_statement, self.for_statement, self.while_statement, self.try_statement, self.try_statement, self.match_statement, self.with_statement, self.function, self.function, self.class_statement,
                        self.class_statement, self.generator, self.generator, self.drive, self.closure, self.use_class, self.use_class, self.call_function, self.delete, self.raising, self.group_statement, self.evaluation_order, self.async_function]
        if self.in_loop and self.chance(0.06):
            self.put(f"if {self.expression('bool', 1)}: {self.pick(['break', 'continue'])}")
        self.pick(choices)(depth)

    def assign(self, depth):
        kind = self.pick(KINDS)
        value = self.expression(kind, 2)
        name = self.target_name()
        self.put(f"{name} = clip({value})")
        self.bind(name, kind)

    def print_value(self, depth):
        self.put(f"print(show({self.expression(None, 3)})[:600])" if self.chance(0.3) else f"attempt(lambda: {self.expression(None, 3)})")

    def augmented(self, depth):
        kind = self.pick(["int", "str", "list", "set", "tuple", "float", "dict", "bytes"])
        names = list(n for n, k in self.scopes[-1].items() if k == kind)
        if not names:
            return self.assign(depth)
        name = self.pick(names)
        operator = {"int": ["+=", "-=", "*=", "//=", "%=", "|=", "^=", "&="], "str": ["+=", "%="], "list": ["+=", "*="], "set": ["|=", "&=", "-=", "^="], "tuple": ["+="], "float": ["+=", "*=", "/=", "-=", "//=", "%="], "dict": ["|="], "bytes": ["+="]}[kind]
        sign = self.pick(operator)
        value = str(self.number(-1, 3)) if kind in ("list", "str") and sign == "*=" else self.expression(kind, 2)
        self.put(f"{name} {sign} {value}")
        self.put(f"{name} = clip({name})")

    def unpack(self, depth):
        names = [self.target_name() for _ in range(self.number(1, 3))]
        star = self.number(0, len(names) * 2)
        targets = ", ".join(("*" + n) if i == star else n for i, n in enumerate(names)) + ","
        if self.chance(0.2):
            targets = f"({targets}), {self.target_name()}"
        self.put(f"{targets} = {self.pick([self.argument('iter', 2), self.expression('tuple', 2), '(' + ', '.join(self.expression(None, 1) for _ in names) + ',)'])}")
        for i, n in enumerate(names):
            self.scopes[-1].pop(n, None)
            if i == star:
                self.bind(n, "list")

    def mutate(self, depth):
        names = self.variables("list")
        if names and self.chance(0.6):
            name = self.pick(names)
            self.put(self.pick([lambda: f"{name}[{self.slice(1)}] = {self.argument('iter', 1)}", lambda: f"{name}[{self.number(-3, 3)}] = {self.expression(None, 1)}", lambda: f"del {name}[{self.slice(1)}]",
                                lambda: f"del {name}[{self.number(-3, 3)}]", lambda: f"{name}.sort(key={self.pick(['str', 'repr', 'None', 'len'])})", lambda: f"{name}.{self.method_call('list', 1).rsplit(').', 1)[-1]}" if self.chance(0) else f"{name}.append({self.expression(None, 1)})"])())
            self.put(f"print(show({name})[:300])")
            return
        names = self.variables("dict")
        if not names:
            return self.print_value(depth)
        name = self.pick(names)
        self.put(self.pick([lambda: f"{name}[{self.argument('key', 0)}] = {self.expression(None, 1)}", lambda: f"del {name}[{self.argument('key', 0)}]", lambda: f"{name}.update({self.expression('dict', 1)})", lambda: f"for k in {name}: {name}[{self.argument('key', 0)}] = k; break"])())
        self.put(f"print(show({name})[:300])")

    def if_statement(self, depth):
        self.put(f"if {self.expression(self.pick(['bool', None]), 2)}:")
        self.body(self.number(1, 2), depth - 1)
        if self.chance(0.3):
            self.put(f"elif {self.expression('bool', 2)}:")
            self.body(1, depth - 1)
        if self.chance(0.6):
            self.put("else:")
            self.body(self.number(1, 2), depth - 1)

    def for_statement(self, depth):
        name = self.target_name()
        target = self.pick([name, name, f"{name}, {self.target_name()}"])
        source = self.argument("iter", 2) if "," not in target else self.pick([f"enumerate({self.argument('iter', 1)})", f"zip({self.argument('iter', 1)}, {self.argument('iter', 1)})", f"({self.expression('dict', 1)}).items()"])
        self.put(f"for {target} in itertools.islice({source}, 5):")
        self.scopes[-1].pop(name, None)
        self.in_loop += 1
        self.body(self.number(1, 2), depth - 1)
        self.in_loop -= 1
        if self.chance(0.3):
            self.put("else:")
            self.body(1, depth - 1)

    def while_statement(self, depth):
        counter = self.fresh("w")
        self.put(f"{counter} = 0")
        self.put(f"while {counter} < {self.number(1, 4)}{self.pick(['', '', ' and ' + self.expression('bool', 1)])}:")
        self.put(f"    {counter} += 1")
        self.in_loop += 1
        self.body(self.number(1, 2), depth - 1)
        self.in_loop -= 1
        if self.chance(0.3):
            self.put("else:")
            self.body(1, depth - 1)

    def try_statement(self, depth):
        self.put("try:")
        self.body(self.number(1, 3), depth - 1)
        if self.chance(0.3):
            self.put(f"    {self.raise_line()}")
        handler = self.pick(ERRORS)
        if self.chance(0.8):
            self.put(f"except {self.pick([handler, f'({handler}, {self.pick(ERRORS)})', 'Exception'])} as e:")
            self.put("    report(e)")
            if self.chance(0.15):
                self.put(f"    {self.raise_line()}")
            if self.chance(0.2):
                self.body(1, depth - 1)
            if self.chance(0.3):
                self.put("else:")
                self.body(1, depth - 1)
            if self.chance(0.3):
                self.put("finally:")
                self.body(1, depth - 1)
        else:
            self.put("finally:")
            self.body(1, depth - 1)
            if self.in_loop and self.chance(0.2):
                self.put(f"    {self.pick(['break', 'continue'])}")
            elif self.in_function and self.chance(0.2):
                self.put(f"    return {self.expression(None, 1)}")

    def raise_line(self):
        error = self.pick(ERRORS)
        arguments = self.pick(["", self.expression("str", 1), self.expression(None, 1), f"{self.expression('int', 0)}, {self.expression('str', 0)}"])
        return self.pick([f"raise {error}({arguments})", f"raise {error}", f"raise {error}({arguments}) from {self.pick(['None', 'KeyError(1)', error, QUOTED_16])}", f"assert {self.expression('bool', 1)}, {self.expression('str', 1)}",
                          f"raise {self.expression(None, 0)}" if self.chance(0.2) else f"raise {error}({arguments})"])

    def raising(self, depth):
        self.put("try:")
        self.put("    try:")
        self.put(f"        {self.raise_line()}")
        self.put(f"    except {self.pick(ERRORS)} as e:")
        self.put(f"        {self.pick(['e.add_note(' + self.expression('str', 1) + ')', 'pass', 'print(show(e.args))'])}")
        self.put(f"        {self.pick(['raise', self.raise_line(), 'pass'])}")
        self.put("except Exception as e:")
        self.put("    report(e)")

    def group_statement(self, depth):
        errors = ", ".join(f"{self.pick(ERRORS[:6])}({self.expression(self.pick(['int', 'str']), 0)})" for _ in range(self.number(1, 4)))
        if self.chance(0.3):
            errors += f", ExceptionGroup('inner', [{self.pick(ERRORS[:6])}(1), {self.pick(ERRORS[:6])}(2)])"
        self.put("try:")
        self.put("    try:")
        self.put(f"        raise {self.pick(['ExceptionGroup', 'ExceptionGroup', 'BaseExceptionGroup'])}({self.expression('str', 1)}, [{errors}])")
        for handler in self.random.sample(ERRORS[:6], self.number(1, 2)):
            self.put(f"    except* {handler} as g:")
            self.put(f"        report(g)")
            if self.chance(0.2):
                self.put(f"        {self.pick(['raise', self.raise_line()])}")
        self.put("except BaseException as e:")
        self.put("    report(e)")

    def pattern(self, depth):
        return self.pick([lambda: "_" if depth < 2 else "int()", lambda: str(self.number(-1, 3)), lambda: self.pick(["None", "True", "'a'", "b'a'", "1.5", "-1j", "1+2j"]), lambda: f"{self.pick(['int', 'str', 'list', 'dict', 'tuple', 'float', 'bool', 'bytes'])}()",
                          lambda: f"{self.pick(['int', 'str', 'float', 'tuple'])}({self.fresh('m')})", lambda: "[" + ", ".join(self.pattern(depth - 1) for _ in range(self.number(0, 2))) + self.pick(["", ", *_"]).replace(", *_", ", *rest") + "]" if depth > 0 else "[]",
                          lambda: f"{{{self.pick([QUOTED_17, '1', QUOTED_18])}: {self.fresh('m')}, **rest}}", lambda: f"({self.number(0, 2)} | {self.pick([QUOTED_17, 'None'])}) as {self.fresh('m')}",
                          lambda: f"({self.fresh('m')}, {self.fresh('m')})"])().replace("[, *rest", "[*rest")

    def match_statement(self, depth):
        self.put(f"match {self.expression(None, 2)}:")
        for _ in range(self.number(1, 4)):
            pattern = self.pattern(2)
            if pattern.count("rest") > 1:
                pattern = "[*rest]"
            names = sorted({word for word in pattern.replace("(", " ").replace(")", " ").replace(",", " ").replace("*", " ").replace("]", " ").replace("[", " ").replace("}", " ").split() if word[0] == "m" and word[1:].isdigit() or word == "rest"})
            guard = f" if {self.expression('bool', 1)}" if self.chance(0.25) else ""
            if pattern == "_" and not guard:
                guard = " if True"
            self.put(f"    case {pattern}{guard}:")
            self.put(f"        print({', '.join([str(self.serial)] + ['show(' + n + ')' for n in names])})")
        if self.chance(0.6):
            self.put("    case _:")
            self.body(0, 0)
            self.put("        print('other')")

    def with_statement(self, depth):
        name = self.fresh("Manager")
        self.put(f"class {name}:")
        self.put(f"    def __enter__(self): print('enter {name}'); return {self.expression(None, 0) if self.chance(0.9) else '1/0'}")
        self.put(f"    def __exit__(self, kind, value, tb): print('exit', kind and kind.__name__); return {self.pick(['None', 'True', 'False', '1', '[]'])}")
        target = self.target_name()
        self.put(f"with {name}() as {target}{self.pick(['', ', ' + name + '()'])}:")
        self.scopes[-1].pop(target, None)
        self.body(self.number(1, 2), depth - 1)
        if self.chance(0.3):
            self.put(f"    {self.raise_line()}")

    def delete(self, depth):
        names = list(self.scopes[-1])
        if names:
            name = self.pick(names)
            self.put(f"del {name}")
            self.scopes[-1].pop(name)
            if self.chance(0.5):
                self.put("try:")
                self.put(f"    print(show({name}))")
                self.put("except NameError as e: report(e)")

    def parameters(self):
        """(text, names, fewest arguments, most)"""
        names = self.random.sample(["p", "q", "r", "u"], self.number(0, 3))
        defaults = self.number(0, len(names))
        parts, least = [], 0
        for i, n in enumerate(names):
            if i >= len(names) - defaults:
                parts.append(f"{n}={self.expression(None, 0)}")
            else:
                parts.append(n)
                least += 1
        if names and self.chance(0.15):
            parts.insert(self.number(1, len(parts)), "/")
        most = len(names)
        extra = list(names)
        if self.chance(0.25):
            parts.append("*args")
            most = 6
            extra.append("args")
        if self.chance(0.2):
            parts.append(("" if "*args" in parts else "*, ") + f"key={self.expression('int', 0)}")
            extra.append("key")
        if self.chance(0.2):
            parts.append("**kw")
            extra.append("kw")
        return ", ".join(parts), extra, least, most

    def function(self, depth):
        name = self.fresh("f")
        text, names, least, most = self.parameters()
        self.put(f"def {name}({text}):")
        saved, self.in_loop = self.in_loop, 0
        self.scopes.append({n: {"args": "tuple", "kw": "dict", "key": "int"}.get(n, self.pick(KINDS)) for n in names})
        self.hide_assigned()
        self.in_function += 1
        self.body(self.number(1, 3), depth - 1)
        self.put(f"    return {self.expression(None, 2)}")
        self.in_function -= 1
        self.in_loop = saved
        self.scopes.pop()
        self.functions.append((name, least, most))
        self.call_function(depth)

    def hide_assigned(self):
        """A function that assigns a name everywhere makes it local: then reading the outer one is UnboundLocalError, which is fine to test."""

    def call_arguments(self, least, most):
        count = self.number(least, most) if not self.chance(0.1) else self.number(0, most + 2)
        parts = [self.expression(None, 1) for _ in range(count)]
        if self.chance(0.1):
            parts.append(f"*{self.argument('iter', 0)}")
        if self.chance(0.12):
            parts.append(f"{self.pick(['p', 'q', 'key', 'zz'])}={self.expression(None, 0)}")
        if self.chance(0.08):
            parts.append("**" + self.pick(["{'q': 1}", "{'key': 2}", self.expression("dict", 0)]))
        return ", ".join(parts)

    def call_function(self, depth):
        if not self.functions:
            return self.print_value(depth)
        name, least, most = self.pick(self.functions[-3:])
        self.put(f"attempt(lambda: {name}({self.call_arguments(least, most)}))")

    def closure(self, depth):
        name, cell = self.fresh("make"), self.fresh("cell")
        self.put(f"def {name}({cell}):")
        self.put(f"    def inner(v):")
        self.put(f"        nonlocal {cell}")
        self.put(f"        {self.pick([f'{cell} += v', f'{cell} = v, {cell}', f'{cell} = clip({cell} * v)', f'{cell} = v'])}")
        self.put(f"        return {cell}")
        self.put(f"    return inner, lambda: {cell}, [lambda i=i: (i, {cell}) for i in range(2)], [lambda: i for i in range(2)]")
        kind = self.pick(["int", "str", "list", "float"])
        self.put(f"def use_{name}():")
        self.put(f"    step, peek, many, late = {name}({self.expression(kind, 1)})")
        self.put(f"    return step({self.expression(kind, 1)}), peek(), step({self.expression(kind, 1)}), [f() for f in many + late]")
        self.put(f"attempt(use_{name})")

    def class_statement(self, depth):
        name = self.fresh("C")
        bases = []
        if self.classes and self.chance(0.5):
            bases = [self.pick(self.classes)[0]]
        elif self.chance(0.2):
            bases = [self.pick(["int", "str", "list", "dict", "tuple", "Exception", "float", "set"])]
        self.put(f"class {name}{'(' + ', '.join(bases) + ')' if bases else ''}:")
        builtin = bases and bases[0] in ("int", "str", "list", "dict", "tuple", "Exception", "float", "set")
        count = 1
        if not builtin and (not bases or self.chance(0.3)):
            slots = self.chance(0.1) and not bases
            if slots:
                self.put("    __slots__ = ('v', 'w')")
            self.put(f"    def __init__(self, v, w={self.expression('int', 0)}):")
            self.put(f"        {'super().__init__(v); ' if bases and self.chance(0.5) else ''}self.v = v; self.w = w")
        if self.chance(0.6):
            self.put(f"    def __repr__(self): return {self.pick([repr(name + '!'), QUOTED_19])}")
        made = set()
        for _ in range(self.number(0, 5)):
            self.special_method(name, made)
        if self.chance(0.3):
            attribute = self.pick(NAMES)
            self.put(f"    {attribute} = {self.expression(None, 1)}")
        if self.chance(0.3):
            self.put("    @property")
            self.put(f"    def prop(self): return {self.pick(['self.v', '1/0', '(self.w, 1)', 'self.missing'])}")
            if self.chance(0.5):
                self.put("    @prop.setter")
                self.put("    def prop(self, value): self.v = ('set', value)")
        if self.chance(0.2):
            self.put("    @classmethod")
            self.put("    def make(cls, *a): return cls(*a)")
        if self.chance(0.2):
            self.put("    @staticmethod")
            self.put("    def static(p, q=1): return (p, q)")
        if self.chance(0.15):
            self.put("    def __init_subclass__(cls, **kw): print('subclass', cls.__name__, kw)")
        self.put("    def method(self, p=1): return (self.__class__.__name__, p" + self.pick(["", ", super().__repr__() if p is None else 0"]) + ")")
        self.classes.append((name, made, bases[0] if builtin else None))
        self.use_class(depth)

    def special_method(self, name, made):
        kind = self.pick(["binary", "binary", "reflected", "inplace", "compare", "unary", "container", "call", "attribute", "conversion", "hash"])
        other = "getattr(other, 'v', other)"
        if kind in ("binary", "reflected", "inplace"):
            operator = self.pick(OPERATORS)
            method = {"binary": "", "reflected": "r", "inplace": "i"}[kind] + operator
            self.put(f"    def __{method}__(self, other): {self.pick([f'return ({method!r}, {other})', 'return NotImplemented', f'return (self.v {OPERATOR_SIGNS[operator]} {other})' if operator not in ('lshift', 'pow', 'mul', 'rshift') else 'return 5'])}")
            made.add(operator)
        elif kind == "compare":
            method, sign = self.pick([("eq", "=="), ("ne", "!="), ("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">=")])
            self.put(f"    def __{method}__(self, other): {self.pick(['return NotImplemented', f'return {method!r}', f'return self.v {sign} {other}', 'return None'])}")
        elif kind == "unary":
            self.put(f"    def __{self.pick(['neg', 'pos', 'invert', 'abs', 'int', 'float', 'index', 'complex', 'round', 'trunc'])}__(self): return {self.pick(['self.v', '3', '2.5', QUOTED_20, 'True'])}")
        elif kind == "container":
            self.put("    " + self.pick(["def __len__(self): return self.v", "def __len__(self): return 2", "def __getitem__(self, key): return ('item', key)", "def __getitem__(self, key): return [1, 2, 3][key]", "def __iter__(self): return iter([1, 2])", "def __iter__(self): return self.v",
                                         "def __contains__(self, item): return item", "def __setitem__(self, key, value): print('set', show(key), show(value))", "def __delitem__(self, key): print('del', show(key))", "def __next__(self): raise StopIteration", "def __reversed__(self): return 'rev'",
                                         "def __missing__(self, key): return ('missing', key)", "def __length_hint__(self): return 3"]))
        elif kind == "call":
            self.put("    def __call__(self, *a, **k): return (a, k)")
        elif kind == "attribute":
            self.put("    " + self.pick(["def __getattr__(self, name): return name if not name.startswith('_') else object.__getattribute__(self, name)", "def __setattr__(self, name, value): print('setattr', name); object.__setattr__(self, name, value)", "def __delattr__(self, name): print('delattr', name)",
                                         "def __dir__(self): return ['b', 'a']"]))
        elif kind == "conversion":
            self.put(f"    def __{self.pick(['str', 'bool', 'format', 'bytes', 'hash'])}__(self, *a): return {self.pick(['self.v', QUOTED_20, 'True', QUOTED_21, '7', 'None'])}")
        else:
            self.put("    def __hash__(self): return 42")

    def instance(self, which=None):
        name, made, builtin = which or self.pick(self.classes[-4:])
        arguments = {"int": "5", "str": "'text'", "list": "[1, 2]", "dict": "{'a': 1}", "tuple": "(1, 2)", "Exception": "'m', 2", "float": "2.5", "set": "{1}"}.get(builtin) or self.expression(self.pick(["int", "int", "str", "list"]), 0)
        return f"{name}({arguments})"

    def use_class(self, depth):
        if not self.classes:
            return self.print_value(depth)
        which = self.pick(self.classes[-3:])
        name, made, builtin = which
        for _ in range(self.number(2, 5)):
            one, two = self.instance(which), self.pick([self.instance(), self.expression(None, 0)])
            if self.chance(0.3):
                one, two = two, one
            sign = OPERATOR_SIGNS[self.pick(sorted(made))] if made and self.chance(0.8) else self.pick(BINARY)
            if sign in ("<<", "**", "*") and not made:
                sign = "+"
            mine = self.instance(which)
            code = self.pick([f"{one} {sign} {two}", f"{one} {sign} {two}", f"{one} {self.pick(COMPARE[:6])} {two}", f"repr({mine})", f"str({mine})", f"bool({mine})", f"len({mine})", f"list({mine})", f"{mine}[{self.pick(['0', '1:2', '...', '1, 2', QUOTED_18])}]", f"{mine}.method({self.pick(['', 'None', '1, 2', 'p=3'])})",
                              f"{mine}.{self.pick(['prop', 'v', 'w', 'nope', 'make', 'static(1)', 'make(3)', '__class__.__name__', '__doc__', '__dict__'])}", f"{mine}({self.call_arguments(0, 2)})", f"-{mine}", f"abs({mine})", f"int({mine})", f"float({mine})", f"format({mine}, {self.pick([QUOTED_22, QUOTED_23])})", f"f'{{{name}(1)!r:>12}}'" if not builtin else "1",
                              f"hash({mine}) is None", f"{two} in {mine}", f"next({mine})", f"setattr({mine}, {self.pick([QUOTED_24, QUOTED_25, QUOTED_6, QUOTED_26])}, 3)", f"delattr({mine}, {self.pick([QUOTED_24, QUOTED_25, QUOTED_6])})", f"[10, 20, 30, 40, 50, 60, 70][{mine}]", f"range({mine})", f"isinstance({mine}, {self.classes[0][0]})",
                              f"[k.__name__ for k in {name}.__mro__]", f"{{{mine}: 1}}", f"{mine}.__reversed__()", f"round({mine})", f"divmod({one}, {two})", f"sorted([{mine}, {mine}])", f"dir({mine})[:1]", f"print(*{mine})", f"max({mine}, {mine})", f"operator.index({mine})", f"iter({mine})", f"dict({mine})", f"bytes({mine})", f"hasattr({mine}, 'zz')", f"getattr({mine}, 'zz', 0)", f"tuple({mine})", f"sum([{mine}, {mine}])", f"{name}()", f"{name}.method()", f"{mine}.v.v"])
            self.put(f"attempt(lambda: {code})")
        if self.chance(0.4):
            instance = self.fresh("o")
            self.put("try:")
            self.put(f"    {instance} = {self.instance(which)}")
            self.put(f"    {self.pick([f'{instance} {self.pick(BINARY)}= {self.expression(None, 0)}', f'{instance}[0] = 1', f'del {instance}[0]', f'{instance}.v += 1', f'{instance}.new = [1]; {instance}.new += [2]', f'del {instance}.v', f'{instance}.prop = 5', f'a, b = {instance}', f'with {instance}: pass', f'for i in {instance}: print(show(i)); break', f'{instance}.prop += 1'])}")
            self.put(f"    print(show({instance}), show(getattr({instance}, 'v', None)), sorted(getattr({instance}, '__dict__', ())))")
            self.put("except Exception as e: report(e)")

    def generator(self, depth):
        name = self.fresh("g")
        self.put(f"def {name}(p=0):")
        self.scopes.append({"p": "int"})
        saved, self.in_loop = self.in_loop, 0
        self.put("    try:")
        self.put(f"        r = yield {self.expression(None, 1)}")
        self.put("        print('got', show(r))")
        self.indent += 1
        self.body(self.number(0, 1), 0)
        self.indent -= 1
        if self.chance(0.4):
            self.put(f"        r = yield from {self.pick([self.argument('iter', 1), self.pick(self.generators[-2:]) + '(1)' if self.generators else 'range(2)'])}")
            self.put("        print('delegated', show(r))")
        self.put(f"        yield {self.expression(None, 1)}")
        if self.chance(0.6):
            self.put(f"    except {self.pick(['ValueError', 'GeneratorExit', 'Exception', 'BaseException', 'KeyError'])} as e:")
            self.put("        print('caught', type(e).__name__, e)")
            self.put(f"        {self.pick(['yield 1', 'raise', 'return 5', 'pass', self.raise_line()])}")
        if self.chance(0.5) or not self.lines[-1].startswith("    " * self.indent + "        ") or "yield" in self.lines[-1]:
            self.put("    finally:")
            self.put("        print('finally')")
        self.put(f"    return {self.expression(None, 1)}")
        if not any(line.strip().startswith(("except", "finally")) for line in self.lines[-8:]):
            raise AssertionError("a try without handler")
        self.scopes.pop()
        self.in_loop = saved
        self.generators.append(name)
        self.drive(depth)

    def drive(self, depth):
        if not self.generators:
            return self.print_value(depth)
        name = self.pick(self.generators[-2:])
        if self.chance(0.3):
            self.put(f"attempt(lambda: list({name}({self.expression('int', 0)})))")
            return
        instance = self.fresh("it")
        self.put(f"{instance} = {name}({self.expression('int', 0)})")
        for _ in range(self.number(1, 5)):
            step = self.pick(["next(I)", "next(I)", "next(I, 'end')", "I.send(None)", f"I.send({self.expression('int', 0)})", "I.throw(ValueError('thrown'))", "I.throw(KeyError)", "I.close()", "I.gi_running", "I.gi_frame is None", "I.throw(GeneratorExit)"])
            self.put(f"attempt(lambda: {step.replace('I', instance, 1)})")
        self.put(f"finish({instance})")

    def async_function(self, depth):
        name = self.fresh("co")
        awaitable = self.fresh("Wait")
        self.put(f"class {awaitable}:")
        self.put(f"    def __await__(self): r = yield {self.expression(None, 0)}; print('resumed', show(r)); return {self.expression(None, 0)}")
        self.put(f"async def {name}(p):")
        self.put(f"    async def ag():")
        self.put(f"        try:")
        self.put(f"            for i in range(3): yield (i, {self.pick(['p', 'await ' + awaitable + '()'])})")
        self.put(f"        finally: log('ag done', 0) if {self.pick(['False', 'False', 'i < 0'])} else None") # left alone, it is closed at another time
        self.put(f"    try:")
        self.put(f"        x = await {self.pick([awaitable + '()', awaitable + '()', 'p'])}")
        self.put(f"        {self.pick(['async for v in ag(): print(show(v))', 'print(show([v async for v in ag()]))', 'print(show({k: v async for k, v in ag() if k}))', self.raise_line()])}")
        self.put(f"        return {self.pick(['x', self.expression(None, 1)])}")
        self.put(f"    finally: print('{name} done')")
        instance = self.fresh("c")
        self.put(f"{instance} = {name}({self.expression(None, 0)})")
        for _ in range(self.number(1, 5)):
            step = self.pick(["I.send(None)", "I.send(None)", f"I.send({self.expression('int', 0)})", "I.throw(ValueError('thrown'))"])
            self.put(f"attempt(lambda: {step.replace('I', instance, 1)})")
        self.put(f"finish({instance})")

    def evaluation_order(self, depth):
        l = lambda text, value: f"log('{text}', {value})"
        e = lambda: self.expression("int", 0)
        self.put("try:")
        self.put("    " + self.pick([
            f"{l('d', '{}')}[{l('k', e())}] = {l('v', e())}", f"print({l('a', e())} < {l('b', e())} < {l('c', e())})", f"print(show({{{l('k1', e())}: {l('v1', e())}, {l('k2', e())}: {l('v2', e())}}}))",
            f"{l('l', '[1, 2]')}[{l('i', '0')}] += {l('v', e())}", f"print(show((lambda *a, **k: (a, k))({l('a', e())}, *{l('s', '[1]')}, k={l('k', e())}, **{l('d', QUOTED_27)})))", f"x = y = {l('v', e())}; print(x, y)",
            f"print({l('a', 'True')} and {l('b', e())} or {l('c', e())})", f"print({l('t', e())} if {l('c', 'False')} else {l('e', e())})", f"print({l('x', e())} {self.pick('+-*')} {l('y', e())} {self.pick('+-*')} {l('z', e())})",
            f"print({l('s', QUOTED_28)}[{l('i', '0')}:{l('j', '2')}:{l('k', '1')}])", f"del {l('l', '[1, 2]')}[{l('i', '5')}]", f"print(f\"{{log('p', {self.number(0, 9)})}} {{log('q', {self.number(0, 9)})!r:>{{log('w', 5)}}}}\")",
            f"assert {l('c', 'False')}, {l('m', e())}", f"raise {l('e', 'ValueError(1)')} from {l('f', 'KeyError(2)')}",
        ]))
        self.put("except Exception as e: report(e)")

    def program(self, statements):
        self.put("def main():" if self.chance(0.6) else "if True:")
        if self.lines[-1] == "def main():":
            self.in_function = 1
        self.indent = 1
        self.put("q = 0")
        for kind in KINDS:
            self.assign_kind(kind)
        done = len(self.lines)
        blocks = 0
        while blocks < statements:
            self.put("try:")
            self.body(self.number(1, 3), 2)
            self.put("except Exception as e:")
            self.put("    report(e)")
            blocks += 1
        self.indent = 0
        if self.in_function:
            self.put("main()")
        return PRELUDE + "\n".join(self.lines) + "\n"

    def assign_kind(self, kind):
        name = self.target_name()
        self.put(f"{name} = {self.atom(kind)}")
        for scope in self.scopes:
            scope.pop(name, None)
        self.bind(name, kind)


def program(seed, statements=25):
    return Generator(seed).program(statements)


if __name__ == "__main__":
    sys.stdout.write(program(int(sys.argv[1]), *map(int, sys.argv[2:3])))
