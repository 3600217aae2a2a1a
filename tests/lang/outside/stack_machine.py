# python3.12
"""A stack VM with assembler, a tiny compiler from an imperative language, a Brainf*** interpreter, Turing machine, regex engine (Thompson)."""
import sys, re, enum, dataclasses, itertools
from dataclasses import dataclass
from typing import NamedTuple


class Tok(NamedTuple):
    kind: str; text: str; line: int
KEYWORDS = {"while", "if", "else", "print", "let", "fn", "return"}
def lex(src):
    line = 1
    for m in re.finditer(r"(?P<nl>\n)|(?P<ws>[ \t]+|//.*)|(?P<num>\d+)|(?P<id>[a-z_]\w*)|(?P<op>==|!=|<=|>=|&&|[-+*/%<>=(){},;!])|(?P<str>\"[^\"]*\")|(?P<bad>.)", src):
        k = m.lastgroup
        if k == "nl": line += 1
        elif k == "bad": raise SyntaxError(f"line {line}: bad character {m[0]!r}")
        elif k != "ws": yield Tok("kw" if m[0] in KEYWORDS else k, m[0], line)
    yield Tok("eof", "", line)
class Op(enum.IntEnum):
    PUSH = enum.auto(); LOAD = enum.auto(); STORE = enum.auto(); BIN = enum.auto(); JMP = enum.auto(); JZ = enum.auto(); CALL = enum.auto(); RET = enum.auto(); PRINT = enum.auto(); POP = enum.auto(); NOT = enum.auto()
    def __repr__(self): return self.name
@dataclass
class Fn:
    name: str; params: list; start: int = -1
class Compiler:
    PREC = {"&&": 1, "==": 2, "!=": 2, "<": 3, ">": 3, "<=": 3, ">=": 3, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}
    def __init__(self, src): self.toks = list(lex(src)); self.i = 0; self.code = []; self.fns = {}
    def next(self): self.i += 1; return self.toks[self.i - 1]
    @property
    def cur(self): return self.toks[self.i]
    def want(self, text):
        t = self.next()
        if t.text != text: raise SyntaxError(f"line {t.line}: expected {text!r}, found {t.text or 'end'!r}")
    def emit(self, op, arg=None): self.code.append([op, arg]); return len(self.code) - 1
    def program(self):
        while self.cur.kind != "eof": self.stmt()
        self.emit(Op.RET); return self
    def block(self):
        self.want("{")
        while self.cur.text != "}": self.stmt()
        self.want("}")
    def stmt(self):
        t = self.next()
        match t:
            case Tok("kw", "let"): name = self.next().text; self.want("="); self.expr(); self.emit(Op.STORE, name); self.want(";")
            case Tok("kw", "print"):
                n = 1; self.expr()
                while self.cur.text == ",": self.next(); self.expr(); n += 1
                self.want(";"); self.emit(Op.PRINT, n)
            case Tok("kw", "while"):
                top = len(self.code); self.expr(); out = self.emit(Op.JZ); self.block(); self.emit(Op.JMP, top); self.code[out][1] = len(self.code)
            case Tok("kw", "if"):
                self.expr(); out = self.emit(Op.JZ); self.block()
                if self.cur.text == "else": self.next(); end = self.emit(Op.JMP); self.code[out][1] = len(self.code); self.block(); out = end
                self.code[out][1] = len(self.code)
            case Tok("kw", "fn"):
                name = self.next().text; self.want("("); ps = []
                while self.cur.text != ")":
                    ps.append(self.next().text)
                    if self.cur.text == ",": self.next()
                self.want(")"); skip = self.emit(Op.JMP); self.fns[name] = Fn(name, ps, len(self.code)); self.block(); self.emit(Op.PUSH, 0); self.emit(Op.RET); self.code[skip][1] = len(self.code)
            case Tok("kw", "return"): self.expr(); self.want(";"); self.emit(Op.RET)
            case Tok("id", name) if self.cur.text == "=": self.next(); self.expr(); self.want(";"); self.emit(Op.STORE, name)
            case _: self.i -= 1; self.expr(); self.want(";"); self.emit(Op.POP)
    def expr(self, p=1):
        self.atom()
        while (op := self.cur.text) in self.PREC and self.PREC[op] >= p: self.next(); self.expr(self.PREC[op] + 1); self.emit(Op.BIN, op)
    def atom(self):
        t = self.next()
        match t.kind, t.text:
            case "num", n: self.emit(Op.PUSH, int(n))
            case "str", s: self.emit(Op.PUSH, s[1:-1])
            case _, "(": self.expr(); self.want(")")
            case _, "-": self.emit(Op.PUSH, 0); self.atom(); self.emit(Op.BIN, "-")
            case _, "!": self.atom(); self.emit(Op.NOT)
            case "id", name if self.cur.text == "(":
                self.next(); n = 0
                while self.cur.text != ")":
                    self.expr(); n += 1
                    if self.cur.text == ",": self.next()
                self.want(")"); self.emit(Op.CALL, (name, n))
            case "id", name: self.emit(Op.LOAD, name)
            case _: raise SyntaxError(f"line {t.line}: unexpected {t.text or 'end of file'!r}")
def run(c, limit=2_000_000):
    stack, frames, env, pc, steps = [], [], {}, 0, 0
    while True:
        op, arg = c.code[pc]; pc += 1; steps += 1
        if steps > limit: raise RuntimeError("step limit")
        if op is Op.PUSH: stack.append(arg)
        elif op is Op.LOAD:
            try: stack.append(env[arg])
            except KeyError: raise NameError(f"undefined variable {arg}") from None
        elif op is Op.STORE: env[arg] = stack.pop()
        elif op is Op.BIN:
            b, a = stack.pop(), stack.pop()
            match arg:
                case "+": r = a + b
                case "-": r = a - b
                case "*": r = a * b
                case "/": r = a // b
                case "%": r = a % b
                case "<": r = int(a < b)
                case ">": r = int(a > b)
                case "<=": r = int(a <= b)
                case ">=": r = int(a >= b)
                case "==": r = int(a == b)
                case "!=": r = int(a != b)
                case "&&": r = int(bool(a) and bool(b))
            stack.append(r)
        elif op is Op.NOT: stack.append(int(not stack.pop()))
        elif op is Op.JMP: pc = arg
        elif op is Op.JZ:
            if not stack.pop(): pc = arg
        elif op is Op.CALL:
            name, n = arg
            if name not in c.fns: raise NameError(f"undefined function {name}")
            fn = c.fns[name]
            if len(fn.params) != n: raise TypeError(f"{name} takes {len(fn.params)} arguments")
            frames.append((pc, env)); env = dict(zip(fn.params, stack[-n:] if n else ())); del stack[len(stack) - n:]; pc = fn.start
        elif op is Op.RET:
            if not frames: return steps
            pc, env = frames.pop()
        elif op is Op.PRINT: print(*stack[-arg:]); del stack[-arg:]
        elif op is Op.POP: stack.pop()
PROG = '''
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
fn gcd(a, b) { while b != 0 { let t = a % b; a = b; b = t; } return a; }
print "fib", fib(16); print gcd(1071, 462), -3 + 4 * 2, (1 + 2) * 3, !0;
let i = 2; let n = 0;
while i < 200 { let j = 2; let ok = 1; while j * j <= i && ok { if i % j == 0 { ok = 0; } j = j + 1; } if ok { n = n + 1; } else { } i = i + 1; }
print "primes", n;
'''
c = Compiler(PROG).program(); print(len(c.code), c.code[:6]); print("steps", run(c))
for bad in ("let x = ;", "print y;", "fn f(a) { return a; } f();", "g();", "while 1 { }", "let a = 1 $ 2;", "print 1 / 0;", "if 1 { print 2;", "print (1;"):
    try: run(Compiler(bad).program(), 10000)
    except Exception as e: print(f"{bad:30} {type(e).__name__}: {e}")
def bf(src, data=b""):
    jump, st = {}, []
    for i, ch in enumerate(src):
        if ch == "[": st.append(i)
        elif ch == "]": j = st.pop(); jump[i], jump[j] = j, i
    tape, p, i, out, inp = bytearray(300), 0, 0, bytearray(), iter(data)
    while i < len(src):
        match src[i]:
            case ">": p += 1
            case "<": p -= 1
            case "+": tape[p] = (tape[p] + 1) % 256
            case "-": tape[p] = (tape[p] - 1) & 255
            case ".": out.append(tape[p])
            case ",": tape[p] = next(inp, 0)
            case "[" if not tape[p]: i = jump[i]
            case "]" if tape[p]: i = jump[i]
        i += 1
    return out.decode()
print(bf("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."), end=""); print(bf(",[.-]", b"\x43")[:5])
def turing(rules, tape="", state="A", blank="0"):
    t, pos, n = dict(enumerate(tape)), 0, 0
    while state != "H":
        w, m, state = rules[state, t.get(pos, blank)]; t[pos] = w; pos += 1 if m == "R" else -1; n += 1
    return n, sum(v == "1" for v in t.values())
print(turing({("A", "0"): "1RB", ("A", "1"): "1LB", ("B", "0"): "1LA", ("B", "1"): "0LC", ("C", "0"): "1RH", ("C", "1"): "1LD", ("D", "0"): "1RD", ("D", "1"): "0RA"}))
def nfa(rx):
    def parse(i, depth=0):
        alts, seq = [], []
        while i < len(rx) and rx[i] != ")":
            ch = rx[i]
            if ch == "|": alts.append(seq); seq = []; i += 1; continue
            if ch == "(": node, i = parse(i + 1, depth + 1); i += 1
            elif ch == "[": j = rx.index("]", i); node = ("set", rx[i + 1:j]); i = j + 1
            else: node = ("any",) if ch == "." else ("ch", ch); i += 1
            while i < len(rx) and rx[i] in "*+?": node = (rx[i], node); i += 1
            seq.append(node)
        alts.append(seq); return ("alt", alts), i
    def m(node, s, i, k):
        match node:
            case ("ch", c): return i < len(s) and s[i] == c and k(i + 1)
            case ("any",): return i < len(s) and k(i + 1)
            case ("set", cs): return i < len(s) and s[i] in cs and k(i + 1)
            case ("alt", alts): return any(seqm(a, s, i, k) for a in alts)
            case ("?", n): return m(n, s, i, k) or k(i)
            case ("*", n): return m(n, s, i, lambda j: j > i and m(node, s, j, k)) or k(i)
            case ("+", n): return m(n, s, i, lambda j: m(("*", n), s, j, k))
    def seqm(seq, s, i, k): return k(i) if not seq else m(seq[0], s, i, lambda j: seqm(seq[1:], s, j, k))
    ast, _ = parse(0)
    return lambda s: bool(m(ast, s, 0, lambda j: j == len(s)))
for rx in ("a*b", "(ab|cd)+e?", "x[yz].", "(a|b)*abb", "colou?r", "((a)*b)*"):
    print(rx, [s for s in ("", "b", "aab", "abcde", "cd", "xyq", "xz", "abb", "babb", "color", "colour") if nfa(rx)(s)], all(nfa(rx)(s) == bool(re.fullmatch(rx, s)) for s in map("".join, itertools.product("abcdexyz", repeat=3))))
