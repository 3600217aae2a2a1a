# python3.12
"""A small expression calculator: tokenizer, Pratt parser, AST, evaluator with variables and functions."""
import math
import re
import sys
import operator
from collections import namedtuple, ChainMap


class CalcError(Exception):
    def __init__(self, message, position=None):
        super().__init__(message)
        self.position = position

    def __str__(self):
        base = super().__str__()
        return base if self.position is None else f"{base} at column {self.position}"


class TokenizeError(CalcError): pass
class ParseError(CalcError): pass
class EvalError(CalcError): pass


Token = namedtuple("Token", "kind value pos")
TOKEN_RE = re.compile(r"""
    (?P<NUM>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)
  | (?P<NAME>[A-Za-z_]\w*)
  | (?P<OP>\*\*|//|<=|>=|==|!=|[-+*/%^()=,<>!?:])
  | (?P<WS>\s+)
  | (?P<BAD>.)
""", re.VERBOSE)


def tokenize(text):
    for m in TOKEN_RE.finditer(text):
        kind = m.lastgroup
        if kind == "WS":
            continue
        if kind == "BAD":
            raise TokenizeError(f"unexpected {m.group()!r}", m.start())
        value = m.group()
        if kind == "NUM":
            value = float(value) if any(c in value for c in ".eE") else int(value)
        yield Token(kind, value, m.start())
    yield Token("END", None, len(text))


class Node:
    __slots__ = ("pos",)
    _fields = ()

    def __init__(self, *args, pos=0):
        if len(args) != len(self._fields):
            raise TypeError(f"{type(self).__name__} takes {len(self._fields)} arguments, got {len(args)}")
        for name, value in zip(self._fields, args):
            setattr(self, name, value)
        self.pos = pos

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join(repr(getattr(self, f)) for f in self._fields))


def node(name, *fields):
    return type(name, (Node,), {"__slots__": fields, "_fields": fields})


Num = node("Num", "value")
Var = node("Var", "name")
Unary = node("Unary", "op", "operand")
Binary = node("Binary", "op", "left", "right")
Call = node("Call", "func", "args")
Assign = node("Assign", "name", "value")
Cond = node("Cond", "test", "yes", "no")


class Parser:
    BINDING = {"?": 2, "==": 5, "!=": 5, "<": 6, ">": 6, "<=": 6, ">=": 6, "+": 10, "-": 10,
               "*": 20, "/": 20, "//": 20, "%": 20, "**": 40, "^": 40, "!": 50, "(": 60}

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.i = 0

    @property
    def tok(self):
        return self.tokens[self.i]

    def advance(self):
        t = self.tok
        self.i += 1
        return t

    def expect(self, value):
        if self.tok.value != value:
            raise ParseError(f"expected {value!r}, got {self.tok.value!r}", self.tok.pos)
        return self.advance()

    def parse(self):
        if (len(self.tokens) > 2 and self.tokens[0].kind == "NAME" and self.tokens[1].value == "="):
            name = self.advance()
            self.advance()
            result = Assign(name.value, self.expr(0), pos=name.pos)
        else:
            result = self.expr(0)
        if self.tok.kind != "END":
            raise ParseError(f"trailing {self.tok.value!r}", self.tok.pos)
        return result

    def expr(self, minimum):
        t = self.advance()
        if t.kind == "NUM":
            left = Num(t.value, pos=t.pos)
        elif t.kind == "NAME":
            left = Var(t.value, pos=t.pos)
        elif t.value == "-" or t.value == "+":
            left = Unary(t.value, self.expr(30), pos=t.pos)
        elif t.value == "(":
            left = self.expr(0)
            self.expect(")")
        else:
            raise ParseError("unexpected end" if t.kind == "END" else f"unexpected {t.value!r}", t.pos)
        while True:
            op = self.tok
            power = self.BINDING.get(op.value, -1) if op.kind == "OP" else -1
            if power < minimum or power == -1:
                return left
            self.advance()
            if op.value == "(":
                if not isinstance(left, Var):
                    raise ParseError("not callable", op.pos)
                args = []
                while self.tok.value != ")":
                    args.append(self.expr(0))
                    if self.tok.value == ",":
                        self.advance()
                    else:
                        break
                self.expect(")")
                left = Call(left.name, args, pos=left.pos)
            elif op.value == "!":
                left = Call("fact", [left], pos=op.pos)
            elif op.value == "?":
                yes = self.expr(0)
                self.expect(":")
                left = Cond(left, yes, self.expr(1), pos=op.pos)
            elif op.value in ("**", "^"):
                left = Binary("**", left, self.expr(power), pos=op.pos)
            else:
                left = Binary(op.value, left, self.expr(power + 1), pos=op.pos)


class Evaluator:
    OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
           "//": operator.floordiv, "%": operator.mod, "**": operator.pow, "<": operator.lt, ">": operator.gt,
           "<=": operator.le, ">=": operator.ge, "==": operator.eq, "!=": operator.ne}
    FUNCS = {"sqrt": math.sqrt, "sin": math.sin, "max": max, "min": min, "abs": abs, "fact": math.factorial,
             "hypot": math.hypot, "gcd": math.gcd, "floor": math.floor}

    def __init__(self):
        self.vars = ChainMap({}, {"pi": math.pi, "e": math.e})

    def visit(self, n):
        return getattr(self, "visit_" + type(n).__name__)(n)

    def visit_Num(self, n): return n.value

    def visit_Var(self, n):
        try:
            return self.vars[n.name]
        except KeyError:
            raise EvalError(f"undefined name {n.name!r}", n.pos) from None

    def visit_Unary(self, n):
        v = self.visit(n.operand)
        return -v if n.op == "-" else +v

    def visit_Binary(self, n):
        l, r = self.visit(n.left), self.visit(n.right)
        try:
            return self.OPS[n.op](l, r)
        except (ZeroDivisionError, OverflowError) as exc:
            raise EvalError(str(exc), n.pos) from exc

    def visit_Call(self, n):
        f = self.FUNCS.get(n.func)
        if f is None:
            raise EvalError(f"no function {n.func!r}", n.pos)
        try:
            return f(*map(self.visit, n.args))
        except (TypeError, ValueError) as exc:
            raise EvalError(f"{type(exc).__name__}: {exc}", n.pos) from exc

    def visit_Assign(self, n):
        self.vars[n.name] = value = self.visit(n.value)
        return value

    def visit_Cond(self, n):
        return self.visit(n.yes if self.visit(n.test) else n.no)


LINES = """
1 + 2 * 3
(1 + 2) * 3
-2 ** 2
2 ** 3 ** 2
x = 10
y = x / 4
x // 3 + x % 3
sqrt(x*x + y*y)
5!
max(1, 2, x) > 9 ? 100 : 200
1 / 0
2.0 ** 5000
unknown + 1
nope(3)
sqrt(-1)
max()
1 +
1 2
3 $ 4
(1
hypot(3, 4) == 5
gcd(12, 18)
fact(30)
floor(1e300) % 1000007
sqrt(1, 2)
""".strip().splitlines()

ev = Evaluator()
for line in LINES:
    try:
        tree = Parser(line).parse()
        print(f"{line:32} {tree!r}\n    = {ev.visit(tree)!r}")
    except CalcError as exc:
        cause = f" (from {exc.__cause__!r})" if exc.__cause__ else ""
        print(f"{line:32} {type(exc).__name__}: {exc}{cause}")
try:
    Num(1, 2)
except TypeError as e:
    print(e)
n = Num(1)
try:
    n.other = 5
except AttributeError as e:
    print(e)
print(ev.vars.maps[0], file=sys.stdout)
ev.visit(Parser("1/(3-3)").parse())
