#!/usr/bin/env python3
"""Writes a random program for machine code: hot.py SEED

Functions whose loops, operators, attributes and calls are executed again and again with operands of the same kinds, then with others: ints at the
edges of words, bools, floats that are no numbers, subclasses, instances of several classes that may be one object under two names, classes that
change in the middle. It prints what the functions give, and of exceptions the type, the words and the lines that they came through. What is said
in generate.py about things that two good Pythons may do differently holds here.
"""
import sys
import warnings

from choices import Choices

PRELUDE = '''\
import builtins, sys, zlib

def show(v, depth=0):
    if depth > 4:
        return "..."
    if isinstance(v, (set, frozenset)):
        return type(v).__name__ + "{" + ", ".join(sorted(show(x, depth + 1) for x in v)) + "}"
    if isinstance(v, (list, tuple)):
        return type(v).__name__ + "(" + ", ".join([show(x, depth + 1) for x in list(v)[:9]]) + ")"
    if isinstance(v, dict):
        return type(v).__name__ + "{" + ", ".join([show(k, depth + 1) + ": " + show(x, depth + 1) for k, x in list(v.items())[:9]]) + "}"
    if isinstance(v, Plain):
        return type(v).__name__ + "<" + ", ".join(sorted(k + "=" + show(x, depth + 1) for k, x in vars(v).items() if k in "xyzw")) + ">"
    if isinstance(v, Slots):
        return type(v).__name__ + "<" + ", ".join(k + "=" + show(object.__getattribute__(v, k), depth + 1) for k in ("x", "y") if hasattr(v, k)) + ">"
    if isinstance(v, type) or callable(v) or hasattr(v, "send"):
        return type(v).__name__
    text = type(v).__name__ + ":" + (float.__repr__(v) if isinstance(v, float) else int.__repr__(v) if isinstance(v, int) else str.__repr__(v) if isinstance(v, str) else repr(v))
    return text[:80] if " at 0x" not in text else type(v).__name__

def lines(e):
    found, at = [], e.__traceback__
    while at is not None:
        found.append(at.tb_lineno)
        at = at.tb_next
    return found[:12]

def report(e):
    words = "..." if isinstance(e, RecursionError) else str(e)
    print("   ", type(e).__name__, ascii(words[:120]) if " at 0x" not in words else "", [] if isinstance(e, RecursionError) else lines(e))
    if e.__context__ is not None:
        print("    in", type(e.__context__).__name__, lines(e.__context__))

def clip(v):
    if isinstance(v, int):
        return v if -10 ** 40 < v < 10 ** 40 else 7
    if isinstance(v, (str, list, tuple, bytes)):
        return v if len(v) < 40 else v[:3]
    return v

class Plain:
    z = 5
    def __init__(self, x, y=2):
        self.x = x
        self.y = y
    def m(self):
        return self.x
    def n(self, v):
        self.y = v
        return self
    @property
    def p(self):
        return self.y

class Derived(Plain):
    def __init__(self, x, *, y=2):
        super().__init__(x, y)
    def m(self):
        return [self.y]
    def n(self, v, w=1):
        return super().n(v)

class Other(Plain):
    def __init__(self, x, y=3):
        self.y = y
        self.w = x
        self.x = x
    def __add__(self, other):
        return self.x
    def __radd__(self, other):
        return other if isinstance(other, int) else NotImplemented
    def __lt__(self, other):
        return other != 3
    def __eq__(self, other):
        return self is other or other == self.x
    __hash__ = None
    def __bool__(self):
        return self.x != 1
    def __getitem__(self, k):
        return (self.x, self.y)[k]
    def __len__(self):
        return 2
    def __iter__(self):
        yield self.x
        yield self.y

class Absent(Plain):
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return name

class Typed(Plain):
    x: int
    y: float
    def __init__(self, x, y=2):
        self.x = x if isinstance(x, int) else 0
        self.y = 1.5

class Slots:
    __slots__ = "x", "y"
    def __init__(self, x, y=4):
        self.x, self.y = x, y
    def m(self):
        return self.y
    def n(self, v):
        self.x = v
        return self
    p = 3
    z = 6

class Int(int):
    def __add__(self, other):
        return "Int+"
class Float(float): pass
class Str(str):
    def __eq__(self, other):
        return True
    __hash__ = str.__hash__
class List(list):
    def __len__(self):
        return 3
    def __getitem__(self, k):
        return k
class Dict(dict):
    def __missing__(self, k):
        return k

class Within:
    def __init__(self, hides=False):
        self.hides = hides
    def __enter__(self):
        return self.hides
    def __exit__(self, *what):
        return self.hides

def numbers(n):
    while n > 0:
        yield n
        n -= 1

def mixed(v):
    yield v
    got = yield 1
    yield got
    return 4

sum_of_all = 0 # of what is not printed, too
def note(text):
    global sum_of_all
    sum_of_all = zlib.crc32(text.encode("utf-8", "backslashreplace"), sum_of_all)
    return text

def identity(v):
    return v

def three(*v):
    return 3

def fails(v):
    if v == 2 or v is None:
        raise KeyError(v)
    return v

G0 = 1
G1 = 2.5
'''
INTS = ["0", "1", "2", "3", "-1", "-2", "7", "-7", "10", "63", "100", "2**31", "-2**31", "2**53", "2**53 + 1", "2**62 - 1", "2**62", "-2**62", "-2**62 - 1", "2**61", "-2**61", "2**64", "10**20"]
FLOATS = ["0.0", "-0.0", "1.0", "0.5", "-1.5", "2.5", "1e300", "-1e-300", "5e-324", "float('inf')", "float('-inf')", "float('nan')", "9007199254740993.0", "4.611686018427388e18"]
STRS = ["''", "'a'", "'b'", "'abc'", "'\\u00e9'", "'a\\u4e2d'", "'\\ud800'", "'12345678'", "'123456789'", "'\\x00'", "'x'"]
SMALL = ["0", "1", "2", "3", "-1", "5"]
POOLS = {
    "int": INTS, "small": SMALL, "float": FLOATS, "str": STRS, "bool": ["True", "False"], "none": ["None"],
    "list": ["[]", "[1, 2, 3]", "[1.5, 2.5]", "['a', 'b']", "[1, 'a', None]", "[[1], [2]]", "[Plain(1), Plain(2)]", "[(1, 2), (3, 4)]"],
    "tuple": ["()", "(1, 2)", "(1, 2, 3)", "('a', 1.5)", "((1, 2), (3, 4))"], "dict": ["{}", "{1: 2, 3: 4}", "{'a': 1, 'b': 2}"],
    "plain": ["Plain(1)", "Plain(2.5)", "Plain('a')", "Plain([1])"], "other": ["Other(1)", "Other(3.5)", "Other(2, 'b')"], "slots": ["Slots(1)", "Slots('s', 2.5)"],
    "strange": ["Derived(1)", "Absent(1)", "Typed(1)", "Int(3)", "Int(0)", "Float(2.5)", "Str('a')", "List([4, 5])", "Dict({1: 2})", "Plain", "identity", "range(3)", "b'ab'", "{1, 2}", "1j", "numbers(3)", "mixed(2)", "(i for i in 'ab')", "iter([1, 2])"],
}
KINDS = ["int", "int", "int", "float", "str", "list", "tuple", "dict", "object", "object"] # of variables
POOLS["object"] = POOLS["plain"] * 2 + POOLS["other"] + POOLS["slots"] + POOLS["strange"][:3]
USUAL = ["int", "small", "small", "float", "str", "list", "tuple", "dict", "plain", "other", "slots", "bool", "strange", "none"]
COMPARE = ["<", "<=", ">", ">=", "==", "!="]
EXCEPTIONS = ["TypeError", "ValueError", "KeyError", "(AttributeError, IndexError)", "ZeroDivisionError", "Exception", "LookupError", "ArithmeticError"]


class Hot(Choices):
    def __init__(self, seed):
        super().__init__(seed)
        self.functions = [] # (name, kinds of its parameters, is a generator)
        self.grown = set()
        self.depth = self.loops = 0
        self.is_generator = False
        self.locals, self.kinds = [], {}

    # ---- expressions: of a kind, mostly
    def name(self, kind=None):
        of_kind = [n for n in self.locals if self.kinds[n] == kind]
        if of_kind and not self.chance(0.02):
            return self.pick(of_kind)
        if kind is None or self.chance(0.02):
            return self.pick(self.locals) if not self.chance(0.08) else self.pick(["G0", "G1"])
        return self.constant("small" if kind == "int" and self.chance(0.7) else kind)

    def constant(self, kind):
        return self.pick(POOLS[kind if not self.chance(0.01) else self.pick(USUAL)])

    def some_kind(self):
        return self.pick(["int", "int", "int", "float", "str", "list", "object", "object", "tuple", "dict", "bool"])

    def value(self, depth=2, kind=None):
        kind = kind or self.some_kind()
        if depth <= 0 or self.chance(0.25):
            return self.name(kind) if self.chance(0.75) else self.constant(kind)
        if self.chance(0.04):
            return f"({self.value(depth - 1, kind)} if {self.condition()} else {self.value(depth - 1, kind)})"
        if self.chance(0.04):
            return f"{self.name('list')}[{self.name('int')}]"
        if self.chance(0.06):
            return self.call(depth - 1)
        if self.chance(0.05):
            return f"{self.name('object')}.{self.pick('xyzwp')}"
        if self.chance(0.02):
            return f"identity({self.value(depth - 1, kind)})"
        return getattr(self, "make_" + kind)(lambda k=kind: self.value(depth - 1, k))

    def make_int(self, e):
        return self.pick([
            lambda: f"({e()} {self.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} {e()})", lambda: f"({e()} {self.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} {e()})", lambda: f"({e()} {self.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} {self.pick(INTS)})",
            lambda: f"({self.pick(SMALL)} {self.pick('+-*')} {e()})", lambda: f"({e()} {self.pick(['<<', '>>'])} {self.pick(['1', '2', '62', '63', '0', self.name('int') + ' % 70', '-1', '61'])})", lambda: f"-{e()}", lambda: f"~{e()}", lambda: f"{self.name('object')}.{self.pick('xy')}", lambda: f"{self.name('object')}.m()", lambda: f"len({self.value(1, self.pick(['list', 'str', 'tuple', 'dict']))})", lambda: f"abs({e()})", lambda: f"{self.pick(['min', 'max'])}({e()}, {e()})",
            lambda: f"ord({self.name('str')}[:1] or 'z')", lambda: f"{self.name(self.pick(['list', 'tuple']))}[{self.pick(['0', '0', '-1', self.name('int')])}]", lambda: f"sum({self.pick(['i', 'i + 1', 'i / 2'])} for i in {self.iterable()})", lambda: f"fails({e()})", lambda: f"(lambda: {self.name('int')})()"])()

    def make_float(self, e):
        return self.pick([lambda: f"({e()} {self.pick('+-*/')} {e()})", lambda: f"({e()} {self.pick('+-*/')} {e()})", lambda: f"({e()} {self.pick('+-*/')} {e('int')})", lambda: f"({e('int')} {self.pick('+-*/')} {e()})", lambda: f"({e('int')} / {e('int')})", lambda: f"({e()} {self.pick(['//', '%'])} {e()})", lambda: f"-{e()}",
                          lambda: f"abs({e()})", lambda: f"{self.pick(['min', 'max'])}({e()}, {e()})", lambda: f"{self.name('object')}.y", lambda: f"({self.pick(FLOATS)} {self.pick('+-*/')} {e()})"])()

    def make_bool(self, e):
        return self.condition()

    def make_none(self, e):
        return "None"

    def make_str(self, e):
        return self.pick([lambda: f"({e()} + {e()})", lambda: f"({e()} + {e()})", lambda: f"{e()}[{self.pick(['0', '-1', '1:', ':2', '::-1', self.name('int')])}]", lambda: f"{self.pick(['str', 'repr'])}({self.value(0)})", lambda: f"chr({e('int')})", lambda: f"f'{{{self.name()}}}a{{{self.name('int')}!r:.9}}'",
                          lambda: f"{e()}.upper()", lambda: f"{e()}.replace('a', {self.name('str')})", lambda: f"({e()} * 2)", lambda: f"type({self.name()}).__name__"])()

    def make_list(self, e):
        return self.pick([lambda: f"[{e(self.some_kind())}, {e(self.some_kind())}]", lambda: f"[{e('int')}, {e('int')}, {e('int')}]", lambda: f"({e()} + {e()})", lambda: f"{e()}[{self.pick(['1:', ':2', '::-1', ':' + self.name('int')])}]", lambda: f"[{self.pick(['i', 'i + 1', 'i * 2', 'i.x', '(i, ' + self.name() + ')'])} for i in {self.iterable()}{self.pick(['', '', ' if i', ' if i != 1'])}]",
                          lambda: f"list({self.iterable()})", lambda: f"[{self.name('object')}, {self.name('object')}]"])()

    def make_tuple(self, e):
        return self.pick([lambda: f"({e(self.some_kind())}, {e(self.some_kind())})", lambda: f"({e('int')}, {e('int')})", lambda: f"tuple({self.iterable()})", lambda: f"{e()}[1:]"])()

    def make_dict(self, e):
        return self.pick([lambda: f"{{{e('int')}: {e(self.some_kind())}}}", lambda: f"{{'x': {e('int')}, {self.name('str')}: 2}}", lambda: f"{{i: i for i in {self.iterable()}}}"])()

    def make_object(self, e):
        return self.pick([lambda: f"{self.pick(['Plain', 'Plain', 'Derived', 'Other', 'Slots', 'Absent', 'Typed'])}({e('int')})", lambda: f"Plain({e(self.some_kind())}, {e('object')})", lambda: f"{self.name('object')}.n({e(self.some_kind())})"])()

    def condition(self, depth=1):
        e = lambda kind: self.value(depth - 1, kind)
        kind = self.pick(["int", "int", "int", "float", "str"])
        if self.chance(0.15):
            return f"(turn % {self.number(3, 30)} == {self.number(0, 2)})" # of the caller's loop: seldom
        return self.pick([lambda: f"({e(kind)} {self.pick(COMPARE)} {e(kind)})", lambda: f"({e(kind)} {self.pick(COMPARE)} {e(kind)})", lambda: f"({self.name('int')} {self.pick(COMPARE)} {self.pick(SMALL)})", lambda: f"({e('float')} {self.pick(COMPARE)} {e('int')})", lambda: f"({self.name()} {self.pick(['==', '!='])} {self.value(0)})", lambda: f"({self.name('object')} {self.pick(['is', 'is not'])} {self.name('object')})",
                          lambda: f"({self.name(self.some_kind())} {self.pick(['==', '!='])} {self.name('object')})", lambda: self.name(), lambda: f"{self.name()} is None", lambda: f"not {self.name()}", lambda: f"{self.name('int')} {self.pick(['in', 'not in'])} {self.pick(['(1, 2)', self.name('list'), self.name('dict'), self.name('tuple')])}",
                          lambda: f"{self.name('str')} {self.pick(['in', 'not in'])} {self.pick([repr('abc'), self.name('str')])}", lambda: f"({self.pick(SMALL)} < {self.name('int')} <= {e('int')})", lambda: f"isinstance({self.name()}, {self.pick(['int', 'Plain', 'str', '(int, str)', 'Other', 'list'])})",
                          lambda: f"({self.condition()} {self.pick(['and', 'or'])} {self.condition()})"])()

    def call(self, depth):
        if self.loops > 1 or not self.functions:
            return f"identity({self.value(depth)})"
        name, kinds, is_generator = self.pick(self.functions)
        given = [self.value(depth, kind if kind in KINDS else None) for kind in kinds]
        if self.chance(0.15):
            given.pop()
        elif self.chance(0.25):
            given[-1] = f"{'abc'[len(given) - 1]}={given[-1]}"
            if len(given) > 1 and self.chance(0.5):
                given = given[:-2] + [given[-1], f"{'abc'[len(given) - 2]}={given[-2]}"]
        text = f"{name}({', '.join(given)})"
        return f"list({text})" if is_generator else text

    def iterable(self):
        return self.pick([lambda: f"range({self.number(0, 7)})", lambda: f"range({self.number(0, 7)})", lambda: f"range({self.number(-3, 3)}, {self.number(0, 7)})", lambda: f"range({self.number(0, 9)}, {self.number(-3, 5)}, {self.pick(['-1', '2', '-3', '1'])})", lambda: "range(2**62 - 3, 2**62)", lambda: "range(2**62 - 2, 2**62 + 2)", lambda: f"range({self.name('int')} % 5)",
                          lambda: self.name("list"), lambda: self.name("list"), lambda: self.name("tuple"), lambda: self.name("str"), lambda: self.name("dict"), lambda: self.name() if self.chance(0.3) else "(1.5, 2.5)", lambda: f"[{self.value(0)}, {self.value(0)}, {self.value(0)}]", lambda: f"({self.value(0)}, {self.value(0)})", lambda: self.pick(STRS), lambda: f"numbers({self.number(0, 5)})", lambda: f"mixed({self.name()})",
                          lambda: f"enumerate({self.name('list')})", lambda: f"zip({self.name('list')}, {self.name('list')})", lambda: f"reversed({self.name('list')})", lambda: f"{self.name('dict')}.items()", lambda: f"Other({self.value(0)})"])()

    # ---- statements
    def assign(self, name, value):
        self.put(f"{name} = {value}")
        self.grown.add(name)

    def statement(self):
        ways = [self.do_assign, self.do_assign, self.do_assign, self.do_augment, self.do_augment, self.do_store, self.do_store, self.do_item, self.do_call, self.do_alias]
        if self.depth < 4:
            ways += [self.do_if, self.do_if, self.do_try, self.do_with]
        if self.depth < 4 and self.loops < 2:
            ways += [self.do_for, self.do_for, self.do_for, self.do_while]
        if self.chance(0.25):
            ways = [self.do_delete, self.do_change, self.do_leave, self.do_global, self.do_closure, self.do_match, self.do_unpack, self.do_list]
        if self.is_generator and self.chance(0.2):
            ways = [self.do_yield]
        way = self.pick(ways)
        if self.chance(0.8 if self.depth == 0 else 0.4 if self.loops == 0 else 0.2):
            self.put("try:")
            self.indent += 1
            way()
            self.indent -= 1
            self.put("except Exception as err: report(err)")
        else:
            way()

    def block(self, count):
        self.indent += 1
        self.depth += 1
        for _ in range(count):
            self.statement()
        self.depth -= 1
        self.indent -= 1

    def do_assign(self):
        name = self.pick(self.locals)
        self.assign(name, self.value(2, None if self.chance(0.05) else self.kinds[name]))

    def do_augment(self):
        names = [n for n in self.locals if self.kinds[n] in ("int", "float", "str", "list")]
        if not names:
            return self.do_assign()
        name = self.pick(names)
        kind = self.kinds[name]
        ways = ["+=", "+=", "-=", "*=", "//=", "%=", "|=", "&=", ">>="] if kind == "int" else ["+=", "-=", "*=", "/="] if kind == "float" else ["+="]
        self.put(f"{name} {self.pick(ways)} {self.pick([self.pick(SMALL) if kind in ('int', 'float') else self.value(0, kind), self.value(1, kind)])}")
        self.grown.add(name)

    def do_store(self):
        self.put(f"{self.name('object')}.{self.pick('xyxyxyxyzwp')} {self.pick(['=', '=', '=', '+='])} {self.value(1, 'int' if self.chance(0.6) else None)}" if self.chance(0.9) else f"{self.name('object')}.y = {self.name('object')}")

    def do_alias(self):
        """What is one object under two names gets another shape between two looks at it."""
        kind = self.pick(["Plain", "Plain", "Derived", "Other", "Absent"])
        self.put(f"o = {kind}({self.value(0, 'int')})")
        self.put(f"q = {self.pick(['o', f'o if turn % {self.number(3, 30)} == 2 else {kind}(1)', 'Plain(2)'])}")
        steps = [f"{self.pick('ij')} = {self.pick('oq')}.{self.pick('xyz')}", f"{self.pick('oq')}.{self.pick('zw')} = {self.value(0, 'int')}", f"{self.pick('oq')}.m = three", f"{self.pick('ij')} = {self.pick('oq')}.m()", f"{self.pick('oq')}.y = {self.value(0, 'float')}", f"del {self.pick('oq')}.{self.pick('xyz')}", f"{self.pick('ij')} = {self.pick('oq')}.z"]
        first, second = self.pick(["oq", "oq", "qo"])
        if self.chance(0.6):
            steps = [f"i = {first}.{self.pick('xzx')}", *self.pick([(f"{second}.z = {self.value(0, 'int')}", f"j = {first}.z"), (f"{second}.m = three", f"j = {first}.m()"), (f"{second}.w = {self.value(0, 'int')}", f"j = {first}.w"), (f"del {second}.y", f"j = {first}.y")])]
        else:
            steps = [self.pick(steps) for _ in range(self.number(3, 5))]
        for step in steps:
            self.put(step)

    def do_item(self):
        self.put(f"{self.name(self.pick(['list', 'list', 'dict']))}[{self.pick(['0', '1', '-1', self.name('int')])}] {self.pick(['=', '=', '+='])} {self.value(1)}")

    def do_list(self):
        name = self.name("list") if self.chance(0.8) else self.name()
        if self.chance(0.5): # what is iterated may not grow for ever
            self.put(f"if len({name}) < 30: {name}.{self.pick(['append(' + self.value(1) + ')', 'append(' + self.value(1) + ')', 'extend([1, 2])', 'insert(0, 1)', 'update({len(' + name + '): 2})'])}")
        else:
            self.put(f"{name}.{self.pick(['pop()', 'pop()', 'pop(0)', 'clear()', 'upper()', 'get(1)', 'setdefault(1, 2)', 'reverse()', 'sort()'])}")

    def do_call(self):
        self.put(self.call(1) if self.chance(0.5) else f"{self.name('object')}.n({self.value(1)})")

    def do_if(self):
        self.put(f"if {self.condition()}:")
        self.block(self.number(1, 2))
        if self.chance(0.4):
            self.put("else:")
            self.block(1)

    def do_for(self):
        target = self.pick(self.locals) if self.chance(0.9) else f"{self.pick(self.locals)}, {self.pick(self.locals)}"
        self.put(f"for {target} in {self.iterable() if ',' not in target else self.pick(['[(1, 2), (3, 4)]', 'enumerate(' + self.name('list') + ')', '[[1, 2.5], (2, 3)]', self.name('dict') + '.items()', '((i, i) for i in range(3))'])}:")
        was = dict(self.kinds)
        if target in self.kinds:
            self.kinds[target] = self.pick(["int", self.kinds[target]])
        self.loop_body()
        self.kinds = was

    def do_while(self):
        counter = f"k{self.loops}"
        self.put(f"{counter} = {self.number(0, 6)}")
        self.put(f"while {counter} > 0{self.pick(['', ' and ' + self.condition()])}:")
        self.indent += 1
        self.put(f"{counter} -= 1")
        self.indent -= 1
        was, self.locals = self.locals, [n for n in self.locals if n != counter]
        self.loop_body(is_while=True)
        self.locals = was

    def loop_body(self, is_while=False):
        self.loops += 1
        outer, self.grown = self.grown, set()
        self.block(self.number(1, 3))
        self.indent += 1
        for name in sorted(self.grown):
            self.put(f"{name} = clip({name})")
        self.indent -= 1
        self.grown |= outer
        self.loops -= 1
        if self.chance(0.15):
            self.put("else:")
            self.block(1)

    def do_try(self):
        self.put("try:")
        self.block(self.number(1, 2))
        if self.chance(0.8):
            self.put(f"except {self.pick(EXCEPTIONS)}{self.pick(['', '', ' as e'])}:")
            self.block(1)
            if self.chance(0.2):
                self.indent += 1
                self.put("raise")
                self.indent -= 1
            if self.chance(0.2):
                self.put("else:")
                self.block(1)
            if self.chance(0.7):
                return
        self.put("finally:")
        self.block(1)

    def do_with(self):
        self.put(f"with Within({self.pick(['True', 'False', 'False'])}){self.pick(['', ' as ' + self.pick(self.locals)])}:")
        self.block(self.number(1, 2))

    def do_match(self):
        self.put(f"match {self.name()}:")
        self.indent += 1
        self.put(f"case {self.pick(['1', '[q, *r]', 'Plain(x=q)', 'int(q)', 'str(q)', '{1: q}', 'Other(x=1, y=q)', '(q, r)'])}:")
        self.block(1)
        self.put("case _:")
        self.block(1)
        self.indent -= 1

    def do_unpack(self):
        self.put(f"{self.pick(self.locals)}, {self.pick(self.locals)} = {self.pick([self.name('tuple'), self.value(0) + ', ' + self.value(0)])}")

    def do_yield(self):
        if self.chance(0.3):
            inner = [f[0] for f in self.functions if f[2] and len(f[1]) == 1]
            self.put(f"{self.pick(self.locals)} = yield from {self.pick(['mixed(' + self.value(0) + ')', 'numbers(3)', self.name('list'), self.name('object')] + [name + '(' + self.value(0) + ')' for name in inner])}")
        else:
            self.put(f"{self.pick(self.locals)} = yield {self.value(1)}")

    def do_leave(self):
        if self.loops and self.chance(0.6):
            self.put(f"if {self.condition()}: {self.pick(['break', 'continue'])}")
        else:
            self.put(f"if {self.condition()}: return {self.value(1)}")

    def do_global(self):
        self.put(f"globals()['{self.pick(['G0', 'G1'])}'] = {self.value(0)}" if self.chance(0.3) else f"G0 = {self.value(0)}")

    def do_delete(self):
        self.put(f"del {self.pick([self.pick(self.locals), self.name() + '.' + self.pick('xyw'), self.name() + '[0]'])}")

    def do_closure(self):
        name = self.pick(self.locals)
        self.put(self.pick([f"h = lambda: {name}", f"{self.pick(self.locals)} = (lambda q: q + {name})({self.value(0)})", f"h = lambda q={name}: q"]))

    def do_change(self):
        kind = self.pick(["Plain", "Derived", "Other", "Slots", "Absent"])
        self.put(f"if {self.name('int')} {self.pick(['==', '=='])} {self.pick(SMALL)}:")
        self.indent += 1
        self.put(self.pick([f"{kind}.z = {self.value(0)}", f"{kind}.m = lambda self: {self.pick(SMALL)}", f"{kind}.n = lambda self, v: v", f"{self.name('object')}.__class__ = {kind}", f"{kind}.p = {self.value(0)}", f"{kind}.w = property(lambda self: 8)", f"{self.name('object')}.m = lambda: {self.pick(SMALL)}",
                            f"{self.name('object')}.z = {self.value(0)}", f"globals()['len'] = lambda v: 77", "globals().pop('len', 0)", f"{kind}.x = property(lambda self: 8, lambda self, v: None)" if self.chance(0.3) else "pass", f"{kind}.__init__ = lambda self, *v: None" if self.chance(0.3) else "pass",
                            f"if isinstance({kind}.__dict__.get('x'), property): del {kind}.x", f"{kind}.__eq__ = lambda self, other: 1" if kind != "Slots" else "pass", f"builtins.abs = lambda v: v" if self.chance(0.5) else "builtins.abs = type(v)" if False else "pass"]))
        self.indent -= 1

    # ---- the whole
    def function(self, number):
        self.is_generator = self.chance(0.15)
        name = f"f{number}"
        count = self.number(1, 3)
        parameters = ["a", "b", "c"][:count]
        self.kinds = {n: self.pick(KINDS) for n in parameters}
        others = ["i", "j", "x", "s", "l", "t", "o", "q"] + ["d", "e"][:self.number(0, 2)]
        self.kinds |= {"i": "int", "j": "int", "x": "float", "s": "str", "l": "list", "t": "tuple", "o": "object", "q": "object", "d": "dict", "e": self.pick(KINDS)}
        self.kinds = {n: self.kinds[n] for n in parameters + others}
        self.locals = list(self.kinds)
        self.grown = set()
        types = {"int": "int", "float": "float", "str": "str", "list": "list", "dict": "dict", "tuple": "tuple", "object": "Plain"} if self.typed else {}
        last = f" = {self.constant(self.kinds[parameters[-1]])}" if self.chance(0.4) else ""
        self.put(f"def {name}({', '.join(p + (': ' + types[self.kinds[p]] if types and self.chance(0.8) else '') for p in parameters)}{last}):")
        self.indent = 1
        start = len(self.lines)
        for local in others:
            kind = self.kinds[local]
            same = [p for p in parameters if self.kinds[p] == kind]
            if self.chance(0.97):
                self.put(f"{local} = {self.pick(same) if same and self.chance(0.4) else self.constant('small' if kind == 'int' else kind)}")
        if self.is_generator:
            self.put("yield a")
        for _ in range(self.number(2, 6)):
            self.statement()
        self.put(f"return {self.value(1)}" if self.chance(0.3) else f"return {', '.join(self.locals[:count] + ['i', 'j', 'x', 'l', 'o', 'q'])}")
        if any(line.lstrip().startswith("G0 = ") for line in self.lines[start:]):
            self.lines.insert(start, "    global G0")
        self.indent = 0
        self.functions.append((name, [self.kinds[p] for p in parameters], self.is_generator))
        self.put("")

    def uses(self):
        name, usual, is_generator = self.functions[-1]
        for turn in range(self.number(2, 5)):
            kinds = [kind if turn == 0 or self.chance(0.7) else self.pick(USUAL) for kind in usual]
            arguments = [self.pick(POOLS[kind]) for kind in kinds]
            self.put(f"for turn in range({self.number(6, 14) if turn == 0 and self.chance(0.3) else self.number(40, 90) if turn == 0 else self.number(1, 6)}):") # the code that notes is left after 100 turns
            self.indent = 1
            if len(arguments) > 1 and self.chance(0.2):
                self.put(f"v = {arguments[0]}")
                arguments[0] = arguments[1] = "v"
            self.put("try:")
            call = f"{name}({', '.join(arguments)})"
            self.put(f"    r = {'list(' + call + ')' if is_generator else call}")
            self.put("    text = note(show(r))")
            self.put(f"    if turn {self.pick(['< 2', '% 20 == 4', '% 24 == 1', '== 0'])}: print('{name}', turn, text)")
            self.put("except Exception as e:")
            self.put("    note(type(e).__name__)")
            self.put("    if turn % 30 == 0: report(e)")
            self.indent = 0

    def program(self, typed):
        self.typed = typed
        for number in range(self.number(3, 6)):
            self.function(number)
            self.uses()
        return PRELUDE + "\n".join(self.lines) + "\nprint(show(G0), show(G1), sum_of_all)\n"


def program(seed, typed=False):
    """One that can be compiled: what is left of a loop or does not belong together is tried again."""
    for again in range(100):
        text = Hot(seed * 100 + again).program(typed)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(text, "program", "exec")
        except SyntaxError:
            continue
        return text
    return PRELUDE


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    print(program(int(sys.argv[1])))
