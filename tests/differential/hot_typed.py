#!/usr/bin/env python3
"""Writes a random program with types that the checker accepts: hot_typed.py SEED

Its functions are executed with what they promise, then called from code that the checker has not seen (a text for exec), with other things and after
classes have changed: guards, calls that are proven, attributes that are declared, and the machine code for them.
"""
import sys

from choices import Choices

PRELUDE = '''\
import gc
import zlib
from dataclasses import dataclass

class P:
    a: int
    b: float
    c: str
    n: "P | None"
    l: list[int]
    def __init__(self, a: int, b: float) -> None:
        self.a = a
        self.b = b
        self.c = "c"
        self.n = None
        self.l = [a, 2]
    def get(self) -> int:
        return self.a
    def put(self, v: int) -> "P":
        self.a = v
        return self
    def scale(self, k: float) -> float:
        self.b = self.b * k
        return self.b
    @property
    def prop(self) -> int:
        return self.a + 1

class Q(P):
    d: int
    def __init__(self, a: int, b: float) -> None:
        self.d = 3
        self.a = a
        self.b = b
        self.c = "q"
        self.n = self
        self.l = []
    def get(self) -> int:
        return self.d

@dataclass
class D:
    x: int
    y: float
    p: P
    z: str = "z"

class S:
    __slots__ = ("x", "y")
    x: int
    y: float
    def __init__(self, x: int) -> None:
        self.x = x
        self.y = 0.5

class Int(int):
    pass
class Float(float):
    pass
class Str(str):
    pass
class List(list):
    pass

def show(v, depth=0):
    if depth > 3:
        return "..."
    if isinstance(v, (P, D)):
        return type(v).__name__ + "<" + ", ".join([k + "=" + show(x, depth + 1) for k, x in sorted(vars(v).items())]) + ">"
    if isinstance(v, S):
        return f"S<{show(v.x)}, {show(v.y)}>"
    if isinstance(v, (list, tuple)):
        return type(v).__name__ + "(" + ", ".join([show(x, depth + 1) for x in v[:9]]) + ")"
    if isinstance(v, dict):
        return "{" + ", ".join([show(k, depth + 1) + ": " + show(x, depth + 1) for k, x in list(v.items())[:9]]) + "}"
    return type(v).__name__ + ":" + repr(v)[:60] if not callable(v) else "function"

def lines(e):
    found, at = [], e.__traceback__
    while at is not None:
        found.append(at.tb_lineno)
        at = at.tb_next
    return found[:12]

def report(e: BaseException) -> None:
    print("   ", type(e).__name__, ascii(str(e))[:140], lines(e))

turn: int = 0
sum_of_all: int = 0 # of what is not printed, too

def note(text: str) -> str:
    global sum_of_all
    sum_of_all = zlib.crc32(text.encode(), sum_of_all)
    return text

def clip(v: int) -> int:
    return v if -10 ** 30 < v < 10 ** 30 else 7

'''
VALUES = {
    "int": ["0", "1", "2", "3", "-1", "-7", "63", "2**31", "2**53 + 1", "2**62 - 1", "2**62", "-2**62", "10**20", "True"],
    "float": ["0.0", "-0.0", "1.5", "2.5", "-0.5", "1e300", "5e-324", "float('inf')", "float('nan')", "1e200", "1"],
    "str": ["''", "'a'", "'abc'", "'\\u00e9x'", "'123456789'"], "bool": ["True", "False"], "list[int]": ["[1, 2, 3]", "[0]", "[2**62, -1, 5, 7]", "list(range(6))"], "list[float]": ["[1.5, 2.5]", "[0.0, 1e300]", "[float('nan')]"],
    "dict[int, int]": ["{1: 2, 3: 4}", "{0: 0}"], "tuple[int, float]": ["(1, 2.5)", "(0, 0.0)"], "P": ["P(1, 2.5)", "P(3, 1e300)", "Q(2, 0.5)"], "Q": ["Q(1, 1.5)"], "D": ["D(1, 2.5, P(1, 0.0))"], "S": ["S(1)"], "P | None": ["None", "P(5, 5.5)"],
}
STRANGE = ["Int(3)", "Float(2.5)", "Str('s')", "List([1])", "None", "'text'", "1.5", "2", "[]", "{}", "P", "lambda *v: 3", "10**30", "False", "Q(1, 2)", "(1, 2)", "S(2)", "['a']", "[1.5]", "P(1, 'b')", "(2.5, 1)", "1e300", "0.0"]
TYPES = ["int", "int", "int", "float", "float", "str", "list[int]", "list[float]", "dict[int, int]", "tuple[int, float]", "P", "P", "Q", "D", "S", "P | None", "bool"]


class Typed(Choices):
    def __init__(self, seed):
        super().__init__(seed)
        self.functions, self.scope, self.loops, self.depth, self.serial = [], {}, 0, 0, 0

    def name(self, type_):
        names = [n for n, t in self.scope.items() if t == type_ or (type_ == "P" and t == "Q")]
        return self.pick(names) if names else None

    def value(self, type_, depth=2):
        name = self.name(type_)
        if depth <= 0 or self.chance(0.2):
            return name if name and self.chance(0.85) else self.pick(VALUES[type_])
        if self.loops < 2 and self.chance(0.1):
            of_type = [f for f in self.functions if f[2] == type_]
            if of_type:
                f = self.pick(of_type)
                return f"{f[0]}({', '.join(self.value(t, depth - 1) for t in f[1])})"
        if self.chance(0.04):
            return f"({self.value(type_, depth - 1)} if {self.value('bool', 1)} else {self.value(type_, depth - 1)})"
        e = lambda t=type_: self.value(t, depth - 1)
        ways = {
            "int": [lambda: f"({e()} {self.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} {e()})"] * 4 + [lambda: f"({e()} {self.pick(['<<', '>>'])} {self.pick(['1', '2', '61', '0'])})", lambda: f"-{e()}", lambda: f"abs({e()})", lambda: f"len({e('str')})", lambda: f"len({e('list[int]')})", lambda: f"{e('P')}.a", lambda: f"{e('P')}.a", lambda: f"{e('P')}.get()", lambda: f"{e('Q')}.d",
                    lambda: f"{e('P')}.prop", lambda: f"{e('list[int]')}[{e()}]", lambda: f"{e('list[int]')}[0]", lambda: f"{e('dict[int, int]')}[{e()}]", lambda: f"{e('dict[int, int]')}.get({e()}, 4)", lambda: f"{self.pick(['min', 'max'])}({e()}, {e()})", lambda: f"{e('tuple[int, float]')}[0]", lambda: f"{e('D')}.x", lambda: f"{e('S')}.x", lambda: f"sum([v + 1 for v in {e('list[int]')}])", lambda: f"{e('D')}.p.a"],
            "float": [lambda: f"({e()} {self.pick('+-*/')} {e()})"] * 3 + [lambda: f"({e()} {self.pick('+-*/')} {e('int')})", lambda: f"({e('int')} / {e('int')})", lambda: f"({e('int')} {self.pick('+-*')} {e()})", lambda: f"{e('P')}.b", lambda: f"{e('P')}.b", lambda: f"{e('P')}.scale({e()})", lambda: f"{e('tuple[int, float]')}[1]", lambda: f"float({e('int')})", lambda: f"-{e()}", lambda: f"{self.pick(['min', 'max'])}({e()}, {e()})",
                      lambda: f"{e('D')}.y", lambda: f"{e('S')}.y", lambda: f"{e('list[float]')}[{e('int')}]", lambda: f"sum([v * 0.5 for v in {e('list[float]')}])"],
            "str": [lambda: f"({e()} + {e()})", lambda: f"str({e('int')})", lambda: f"{e('P')}.c", lambda: f"{e()}[:2]", lambda: f"{e('D')}.z", lambda: f"f'{{{self.name('int') or 1}}}'"],
            "bool": [lambda: f"(turn % {self.number(3, 30)} == {self.number(0, 2)})"] * 2 + [lambda: f"({e('int')} {self.pick(['<', '<=', '>', '>=', '==', '!='])} {e('int')})"] * 3 + [lambda: f"({e('float')} {self.pick(['<', '<=', '>', '>=', '==', '!='])} {e('float')})", lambda: f"({e('str')} {self.pick(['==', '!=', '<'])} {e('str')})", lambda: f"(not {e()})", lambda: f"({e()} {self.pick(['and', 'or'])} {e()})", lambda: f"({e('int')} in {e('list[int]')})", lambda: f"({e('P | None')} is None)", lambda: f"({e('int')} in {e('dict[int, int]')})", lambda: f"({e('P')} is {e('P')})"],
            "list[int]": [lambda: f"[{e('int')}, {e('int')}]", lambda: f"[v + {e('int')} for v in {e()}]", lambda: f"{e('P')}.l", lambda: f"({e()} + {e()})[:20]", lambda: f"{e()}[1:]", lambda: f"list(range({self.number(0, 6)}))"],
            "list[float]": [lambda: f"[{e('float')}, {e('float')}]", lambda: f"[v * 2.0 for v in {e()}]", lambda: f"[v / 2 for v in {e('list[int]')}]"], "dict[int, int]": [lambda: f"{{{e('int')}: {e('int')}}}", lambda: f"{{v: v for v in {e('list[int]')}}}"], "tuple[int, float]": [lambda: f"({e('int')}, {e('float')})"],
            "P": [lambda: f"P({e('int')}, {e('float')})", lambda: f"{e()}.put({e('int')})", lambda: f"{e('D')}.p", lambda: e("Q")], "Q": [lambda: f"Q({e('int')}, {e('float')})"], "D": [lambda: f"D({e('int')}, {e('float')}, {e('P')})"], "S": [lambda: f"S({e('int')})"], "P | None": [lambda: f"{e('P')}.n", lambda: f"{e('P')}.n", lambda: e("P"), lambda: "None"],
        }[type_]
        return self.pick(ways)()

    def target(self):
        return self.pick([lambda: (f"{self.value('P', 0)}.a", "int"), lambda: (f"{self.value('P', 0)}.b", "float"), lambda: (f"{self.value('P', 0)}.n", "P | None"), lambda: (f"{self.value('P', 0)}.l", "list[int]"), lambda: (f"{self.value('P', 0)}.c", "str"), lambda: (f"{self.value('D', 0)}.p", "P"), lambda: (f"{self.value('D', 0)}.y", "float"), lambda: (f"{self.value('D', 0)}.x", "int"),
                          lambda: (f"{self.value('S', 0)}.y", "float"), lambda: (f"{self.value('Q', 0)}.d", "int"), lambda: (f"{self.value('list[int]', 0)}[{self.value('int', 0)}]", "int"), lambda: (f"{self.value('list[float]', 0)}[0]", "float"), lambda: (f"{self.value('dict[int, int]', 0)}[{self.value('int', 0)}]", "int")])()

    def block(self, count):
        self.indent += 1
        self.depth += 1
        for _ in range(count):
            if self.chance(0.7 if self.depth == 1 else 0.2):
                self.put("try:")
                self.indent += 1
                self.statement()
                self.indent -= 1
                self.put("except Exception as err:")
                self.put("    report(err)")
            else:
                self.statement()
        self.depth -= 1
        self.indent -= 1

    def statement(self):
        way = self.number(0, 13)
        if way <= 3:
            name = self.pick(list(self.scope))
            self.put(f"{name} = {self.value(self.scope[name])}")
        elif way <= 5:
            target, type_ = self.target()
            self.put(f"{target} = {self.value(type_)}")
        elif way == 6:
            target, type_ = self.target() if self.chance(0.5) else (lambda n: (n, self.scope[n]))(self.pick(list(self.scope)))
            if type_ in ("int", "float", "str"):
                self.put(f"{target} {self.pick(['+=', '-=', '*='] if type_ != 'str' else ['+='])} {self.value(type_, 1) if type_ != 'str' else repr('k')}")
            else:
                self.put(f"{target} = {self.value(type_)}")
        elif way == 7:
            self.put(f"{self.name('list[int]') or 'P(1, 2.5).l'}.append({self.value('int')})")
        elif way == 8 and self.depth < 4:
            self.put(f"if {self.value('bool')}:")
            self.block(self.number(1, 2))
            if self.chance(0.4):
                self.put("else:")
                self.block(1)
        elif way == 9:
            name = self.name("P | None")
            if name and self.depth < 4:
                self.put(f"if {name} is not None:")
                was = dict(self.scope)
                self.scope[name] = "P"
                self.indent += 1
                target = self.pick([f"{name}.a = {self.value('int')}", f"{name}.b = {self.value('float')}", f"{self.pick([n for n, t in self.scope.items() if t == 'int'] or ['unused'])} = {name}.get()"])
                self.put(target)
                self.indent -= 1
                self.scope = was
            else:
                self.put(f"if {self.value('bool')}: return {self.value(self.result)}")
        elif self.loops < 2 and self.depth < 4:
            self.serial += 1
            name = f"v{self.serial}"
            over, type_ = self.pick([(f"range({self.number(2, 9)})", "int"), (f"range({self.number(2, 9)})", "int"), (f"range({self.number(0, 9)}, {self.number(-5, 3)}, -1)", "int"), (f"{self.value('list[int]', 1)}[:9]", "int"), (self.value("list[float]", 1), "float"), ("[P(1, 2.5), Q(3, 4.5), P(2, 0.0)]", "P"), ("range(2**62 - 2, 2**62 + 2)", "int")])
            self.put(f"for {name} in {over}:")
            was = dict(self.scope)
            self.scope[name] = type_
            self.loops += 1
            self.block(self.number(1, 3))
            self.loops -= 1
            self.indent += 1
            for n in [n for n, t in was.items() if t == "int"]:
                if self.chance(0.5):
                    self.put(f"{n} = clip({n})")
            for n in [n for n, t in was.items() if t == "str"]:
                self.put(f"{n} = {n}[:20]")
            self.indent -= 1
            self.scope = was
        else:
            self.put(self.value(self.pick(["int", "float", "P", "str"])))

    def function(self, number):
        name, parameters = f"f{number}", ["p", "q", "r"][:self.number(1, 3)]
        types = [self.pick(TYPES) for _ in parameters]
        self.result = self.pick(["int", "float", "P", "str", "list[int]", "P | None"])
        self.put(f"def {name}({', '.join(f'{p}: {t!r}' if '|' in t else f'{p}: {t}' for p, t in zip(parameters, types))}) -> {self.result!r}:")
        self.scope = dict(zip(parameters, types))
        self.indent = 1
        for local, type_ in [("i", "int"), ("x", "float"), ("s", "str"), ("l", "list[int]"), ("o", "P"), ("m", "P | None")]:
            if self.chance(0.7):
                same = [n for n, t in self.scope.items() if t == type_]
                self.put(f"{local}: {type_} = {self.pick(same) if same and self.chance(0.4) else self.pick(VALUES[type_])}")
                self.scope[local] = type_
        self.indent = 0
        self.block(self.number(2, 6))
        self.indent = 1
        self.put(f"return {self.value(self.result)}")
        self.indent = 0
        self.put("")
        self.functions.append((name, types, self.result))

    def uses(self):
        name, types, _ = self.functions[-1]
        for turn in range(2):
            self.put(f"for turn in range({self.number(8, 20) if turn else self.number(20, 60)}):")
            self.put("    try:")
            self.put(f"        r = {name}({', '.join(self.pick(VALUES[t]) for t in types)})")
            self.put(f"        text = note(show(r))\n        if turn % 15 == 1: print('{name}', turn, text)")
            self.put("    except Exception as e:")
            self.put("        note(type(e).__name__)")
            self.put("        if turn % 20 == 0: report(e)")

    def strange(self):
        lines = ["for turn in range(6):"]
        for _ in range(self.number(2, 8)):
            name, types, _ = self.pick(self.functions)
            if self.chance(0.3):
                lines.append("    " + self.pick(["if turn == 3: P.get = lambda self: 'str'", "if turn == 3: P.put = lambda self, v: self", "if turn == 3: P.prop = 7", "if turn == 2: Q.__init__ = lambda self, a, b: None", "if turn == 3: P.scale = lambda self, k: k", "gc.collect()", "if turn == 2: P.b = property(lambda self: 1.25, lambda self, v: None)", "if turn == 4: f0 = lambda *v: 'other'", "if turn == 1: D.__setattr__ = lambda self, n, v: object.__setattr__(self, n, v)"]))
            arguments = [self.pick(STRANGE) if self.chance(0.25) else self.pick(VALUES[t]) for t in types]
            for n, t in enumerate(types):
                if t in ("P", "Q") and self.chance(0.4):
                    arguments[n] = self.pick(["spoilt('a', 1.5)", "spoilt('b', 'x')", "spoilt('l', [1.5])", "spoilt('l', None)", "spoilt('n', 3)", "spoilt('zz', 1)", "spoilt('b', 1)", "spoilt('a', True)", "spoilt('c', 4)", "without('a')", "without('b')", "Sub(1, 2.5)", "Meta(4, 0.5)"])
            lines += ["    try:", f"        print('{name}', show({name}({', '.join(arguments)})))", "    except Exception as e:", "        report(e)"]
        self.put("exec('''")
        self.put('''class Sub(P):
    def get(self):
        return 2.5
    def scale(self, k):
        return "scaled"
class Meta(Q):
    __slots__ = ()
    def __getattribute__(self, n):
        return object.__getattribute__(self, n)
def spoilt(n, v):
    p = P(2, 1.5)
    try:
        setattr(p, n, v)
    except TypeError as e:
        vars(p)[n] = v
    return p
def without(n):
    p = Q(2, 1.5)
    delattr(p, n)
    return p''')
        self.put("\n".join(lines).replace("\\", "\\\\"))
        self.put("''')")

    def program(self):
        for number in range(self.number(3, 6)):
            self.function(number)
            self.uses()
        self.strange()
        return PRELUDE + "\n".join(self.lines) + "\nprint(sum_of_all)\n"


def program(seed):
    return Typed(seed).program()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    print(program(int(sys.argv[1])))
