# python3.12
"""Recursive descent with typing and dataclass AST + visitor via singledispatch, static typed language checker and evaluator."""
from __future__ import annotations
import re
import sys
from dataclasses import dataclass, field
from functools import singledispatch, singledispatchmethod
from typing import Any, Callable, Iterator, Optional, Union
@dataclass(frozen=True)
class Pos:
    line: int
    col: int
    def __str__(self) -> str: return f"{self.line}:{self.col}"
@dataclass
class Node:
    pos: Pos = field(repr=False, compare=False, kw_only=True)
@dataclass
class Lit(Node):
    value: int | bool | str
@dataclass
class Name(Node):
    id: str
@dataclass
class Bin(Node):
    op: str
    left: Node
    right: Node
@dataclass
class Call(Node):
    func: Node
    args: list[Node]
@dataclass
class Let(Node):
    name: str
    value: Node
    body: Node
@dataclass
class If(Node):
    cond: Node
    then: Node
    other: Node
@dataclass
class Fun(Node):
    params: list[tuple[str, Type]]
    body: Node
@dataclass(frozen=True)
class Type:
    name: str
    args: tuple["Type", ...] = ()
    def __str__(self) -> str:
        if self.name == "->":
            *ps, r = self.args
            return f"({', '.join(map(str, ps))}) -> {r}"
        return self.name
INT, BOOL, STR = Type("int"), Type("bool"), Type("str")
class Problem(Exception):
    def __init__(self, message: str, pos: Pos) -> None:
        super().__init__(f"{pos}: {message}")
        self.pos = pos
class SyntaxProblem(Problem): ...
class TypeProblem(Problem): ...
TOKEN = re.compile(r"\s*(?:(?P<num>\d+)|(?P<str>\"[^\"]*\")|(?P<word>[A-Za-z_]\w*)|(?P<op>->|=>|==|<=|&&|\|\||[-+*/<=():,]))|(?P<end>\s*\Z)")
class Reader:
    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str, Pos]] = []
        at = 0
        while True:
            m = TOKEN.match(text, at)
            line = text.count("\n", 0, at) + 1
            if not m or m.end() == at and m.lastgroup != "end":
                bad = len(text[at:]) - len(text[at:].lstrip()) + at
                raise SyntaxProblem(f"bad character {text[bad]!r}", Pos(text.count(chr(10), 0, bad) + 1, bad - text.rfind(chr(10), 0, bad)))
            kind = m.lastgroup
            assert kind is not None
            start = m.start(kind)
            self.tokens.append((kind, m[kind], Pos(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))))
            if kind == "end": break
            at = m.end()
        self.i = 0
    def peek(self) -> str: return self.tokens[self.i][1].strip()
    def take(self, expected: Optional[str] = None) -> tuple[str, str, Pos]:
        tok = self.tokens[self.i]
        if expected is not None and tok[1] != expected:
            raise SyntaxProblem(f"expected {expected!r} but found {tok[1].strip() or 'end'!r}", tok[2])
        self.i += 1
        return tok
    def expr(self) -> Node:
        _, text, pos = self.tokens[self.i]
        match text:
            case "let":
                self.take(); name = self.take()[1]; self.take("="); value = self.expr(); self.take("in")
                return Let(name, value, self.expr(), pos=pos)
            case "if":
                self.take(); c = self.expr(); self.take("then"); t = self.expr(); self.take("else")
                return If(c, t, self.expr(), pos=pos)
            case "fn":
                self.take(); self.take("("); ps: list[tuple[str, Type]] = []
                while self.peek() != ")":
                    n = self.take()[1]; self.take(":"); ps.append((n, self.type())); self.peek() == "," and self.take()
                self.take(")"); self.take("=>")
                return Fun(ps, self.expr(), pos=pos)
        return self.binary(0)
    def type(self) -> Type:
        if self.peek() == "(":
            self.take(); args = []
            while self.peek() != ")": args.append(self.type()); self.peek() == "," and self.take()
            self.take(")"); self.take("->")
            return Type("->", (*args, self.type()))
        kind, text, pos = self.take()
        if text not in ("int", "bool", "str"): raise SyntaxProblem(f"unknown type {text!r}", pos)
        return Type(text)
    LEVELS = (("||",), ("&&",), ("==", "<", "<="), ("+", "-"), ("*", "/"))
    def binary(self, level: int) -> Node:
        if level == len(self.LEVELS): return self.postfix()
        left = self.binary(level + 1)
        while self.peek() in self.LEVELS[level]:
            _, op, pos = self.take(); left = Bin(op, left, self.binary(level + 1), pos=pos)
        return left
    def postfix(self) -> Node:
        node = self.atom()
        while self.peek() == "(":
            _, _, pos = self.take(); args: list[Node] = []
            while self.peek() != ")": args.append(self.expr()); self.peek() == "," and self.take()
            self.take(")"); node = Call(node, args, pos=pos)
        return node
    def atom(self) -> Node:
        kind, text, pos = self.take()
        match kind, text:
            case "num", n: return Lit(int(n), pos=pos)
            case "str", s: return Lit(s[1:-1], pos=pos)
            case "word", ("true" | "false") as b: return Lit(b == "true", pos=pos)
            case "word", w: return Name(w, pos=pos)
            case _, "(": e = self.expr(); self.take(")"); return e
        raise SyntaxProblem(f"unexpected {text.strip() or 'end'!r}", pos)
Scope = dict[str, Type]
@singledispatch
def infer(node: Node, env: Scope) -> Type: raise NotImplementedError(type(node).__name__)
@infer.register
def _(node: Lit, env: Scope) -> Type: return {int: INT, bool: BOOL, str: STR}[type(node.value)]
@infer.register
def _(node: Name, env: Scope) -> Type:
    if node.id not in env: raise TypeProblem(f"unbound {node.id}", node.pos)
    return env[node.id]
@infer.register
def _(node: Bin, env: Scope) -> Type:
    l, r = infer(node.left, env), infer(node.right, env)
    table = {"+": {(INT, INT): INT, (STR, STR): STR}, "&&": {(BOOL, BOOL): BOOL}, "||": {(BOOL, BOOL): BOOL}, "<": {(INT, INT): BOOL}, "<=": {(INT, INT): BOOL}, "==": {(t, t): BOOL for t in (INT, BOOL, STR)}}
    got = table.get(node.op, {(INT, INT): INT}).get((l, r))
    if got is None: raise TypeProblem(f"cannot {l} {node.op} {r}", node.pos)
    return got
@infer.register
def _(node: Let, env: Scope) -> Type: return infer(node.body, env | {node.name: infer(node.value, env)})
@infer.register
def _(node: If, env: Scope) -> Type:
    if (c := infer(node.cond, env)) != BOOL: raise TypeProblem(f"condition is {c}", node.cond.pos)
    t, o = infer(node.then, env), infer(node.other, env)
    if t != o: raise TypeProblem(f"branches differ: {t} and {o}", node.pos)
    return t
@infer.register
def _(node: Fun, env: Scope) -> Type: return Type("->", (*(t for _, t in node.params), infer(node.body, env | dict(node.params))))
@infer.register
def _(node: Call, env: Scope) -> Type:
    f = infer(node.func, env)
    if f.name != "->": raise TypeProblem(f"{f} is not callable", node.pos)
    *ps, result = f.args
    if len(ps) != len(node.args): raise TypeProblem(f"{len(ps)} arguments wanted, {len(node.args)} given", node.pos)
    for p, a in zip(ps, node.args):
        if (t := infer(a, env)) != p: raise TypeProblem(f"argument is {t}, not {p}", a.pos)
    return result
class Machine:
    OPS: dict[str, Callable[[Any, Any], Any]] = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a // b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, "==": lambda a, b: a == b}
    @singledispatchmethod
    def run(self, node: Node, env: dict[str, Any]) -> Any: raise NotImplementedError
    @run.register
    def _lit(self, node: Lit, env: dict[str, Any]) -> Any: return node.value
    @run.register
    def _name(self, node: Name, env: dict[str, Any]) -> Any: return env[node.id]
    @run.register
    def _bin(self, node: Bin, env: dict[str, Any]) -> Any:
        if node.op == "&&": return self.run(node.left, env) and self.run(node.right, env)
        if node.op == "||": return self.run(node.left, env) or self.run(node.right, env)
        return self.OPS[node.op](self.run(node.left, env), self.run(node.right, env))
    @run.register
    def _let(self, node: Let, env: dict[str, Any]) -> Any: return self.run(node.body, {**env, node.name: self.run(node.value, env)})
    @run.register
    def _if(self, node: If, env: dict[str, Any]) -> Any: return self.run(node.then if self.run(node.cond, env) else node.other, env)
    @run.register
    def _fun(self, node: Fun, env: dict[str, Any]) -> Any: return lambda *args: self.run(node.body, {**env, **dict(zip((n for n, _ in node.params), args))})
    @run.register
    def _call(self, node: Call, env: dict[str, Any]) -> Any: return self.run(node.func, env)(*(self.run(a, env) for a in node.args))
def compile_and_run(text: str) -> str:
    reader = Reader(text); tree = reader.expr()
    if reader.tokens[reader.i][0] != "end": raise SyntaxProblem(f"trailing {reader.peek()!r}", reader.tokens[reader.i][2])
    t = infer(tree, {}); v = Machine().run(tree, {})
    return f"{'<fn>' if callable(v) else v!r} : {t}"
for src in ["1 + 2 * 3", 'let x = 5 in x * x', 'if 1 < 2 then "a" + "b" else "c"', "let add = fn(a: int, b: int) => a + b in add(1, add(2, 3))", "let twice = fn(f: (int) -> int, x: int) => f(f(x)) in twice(fn(y: int) => y * y, 3)",
            "fn(x: int) => x <= 3 && true || false", '1 + "a"', "if 1 then 2 else 3", "let x = in 3", "y", "(1", "let f = fn(a: int) => a in f(true)", "3(4)", "let f = fn(a: int) => a in\n  f(1, 2)", "1 $ 2", "if true then 1 else false", "fn(x: float) => x", "1 2", "10 / 0", ""]:
    try: print(f"{src!r:75} {compile_and_run(src)}")
    except Problem as p: print(f"{src!r:75} {type(p).__name__} {p}")
    except ZeroDivisionError as z: print(f"{src!r:75} {z!r}")
print(Reader("f(1)").expr(), Lit(1, pos=Pos(1, 1)) == Lit(1, pos=Pos(9, 9)), sorted(t.__name__ for t in infer.registry))
compile_and_run("let a = 1 in\nlet b = a + true in b")
