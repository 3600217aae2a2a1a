#!/usr/bin/env python3
"""Writes a random program of themes: themes.py SEED [THEME...]

Where generate.py mixes statements, a program of this file takes a few themes (slices, descriptors, json, ...) and tries each of them in many
ways. A theme is a method theme_NAME; most are tables of templates, in which $KIND stands for a random expression of that kind, and «a¦b¦c» for
one of the choices. The classes and structures around them are put together at random too. What is said in generate.py about things that
two good Pythons may do differently holds here.
"""
import re
import sys
import warnings

from generate import ERRORS, NAMES, PRELUDE, QUOTED_19, Generator
from theme_tables import BLOCKS, EXPRESSIONS, KINDS_OF_TEMPLATES, SETUP

CHOICE = re.compile("«([^«»]*)»")
KIND = re.compile(r"\$([a-z]\w*)")


class Themes(Generator):
    # ---- templates
    def fill(self, template):
        while found := CHOICE.search(template):
            template = template[:found.start()] + self.pick(found[1].split("¦")) + template[found.end():]
        return KIND.sub(lambda found: self.of_kind(found[1]), template)

    def of_kind(self, kind):
        if kind in KINDS_OF_TEMPLATES:
            return self.fill(self.pick(KINDS_OF_TEMPLATES[kind]))
        if kind == "bigint":
            size = self.pick([30, 31, 60, 62, 63, 64, 65, 100, 128, 300])
            return f"({self.pick(['', '-'])}{self.random.getrandbits(size) | self.number(0, 1) << size - 1})"
        if kind == "double":
            return self.double()
        if kind == "slice":
            return self.slice(0)
        if kind == "spec":
            return self.specification()
        if kind == "digit":
            return str(self.number(0, 9))
        if kind == "two":
            return str(self.number(0, 99))
        if kind == "three":
            return str(self.number(0, 999))
        if kind == "off":
            return str(self.number(-4, 5))
        if kind == "args":
            return self.call_arguments(0, 3)
        if kind in ("iter", "key", "width", "small", "index", "table", "encoding", "errors", "str1", "order"):
            return self.argument(kind, 0)
        if kind == "any":
            return self.expression(None, 1)
        if kind == "error":
            return self.pick(ERRORS)
        return self.expression(kind, 0 if self.chance(0.7) else 1)

    def double(self):
        way = self.number(0, 4)
        if way == 0:
            return repr(self.random.random() * 10 ** self.number(-8, 22))
        if way == 1:
            return repr(self.number(-10 ** 6, 10 ** 6) / 10 ** self.number(0, 8))
        if way == 2:
            return f"{self.number(1, 99999)}e{self.number(-324, 304)}"
        if way == 3:
            return f"float.fromhex('0x1.{self.random.getrandbits(52):013x}p{self.number(-1074, 1023)}')"
        return self.expression("float", 0)

    def tries(self, theme, low=6, high=14):
        for line in SETUP.get(theme, "").splitlines():
            self.put(line)
        for _ in range(self.number(low, high)):
            start = len(self.lines)
            if theme in BLOCKS and (theme not in EXPRESSIONS or self.chance(0.4)):
                self.put("try:")
                for line in self.fill(self.pick(BLOCKS[theme])).splitlines():
                    self.put("    " + line)
                self.put("except BaseException as e: report(e)")
            else:
                self.put(f"attempt(lambda: {self.fill(self.pick(EXPRESSIONS[theme]))})")
            if not self.is_valid(start):
                del self.lines[start:]

    def is_valid(self, start):
        """Chance puts together what is no program, too."""
        try:
            compile("if True:\n" + "\n".join(self.lines[start:]), "theme", "exec")
            return True
        except SyntaxError:
            return False

    # ---- themes that are more than tables
    def theme_operators(self):
        """Two or three classes, related or not, with some of the operators, each saying that it was called."""
        operators = self.random.sample(["add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "matmul", "and", "or", "xor", "lshift", "rshift"], 4)
        signs = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@", "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>"}
        names = [self.fresh("Op") for _ in range(3)]
        for i, name in enumerate(names):
            base = self.pick(["", names[0] if i else "", names[i - 1] if i else "", "int", "str", "list", "float", "tuple", "set", "dict"])
            self.put(f"class {name}{'(' + base + ')' if base else ''}:")
            self.put(f"    tag = {name!r}")
            for operator in operators:
                for prefix in ("", "r", "i"):
                    if self.chance(0.4):
                        answer = self.pick(["NotImplemented", f"({prefix + operator!r}, self.tag)", f"({prefix + operator!r}, self.tag)", "self", f"super().__{prefix}{operator}__(other)", "1 / 0"])
                        self.put(f"    def __{prefix}{operator}__(self, other{', m=None' if operator == 'pow' else ''}): print({prefix + operator!r}, self.tag, type(other).__name__); return {answer}")
            for method in ("eq", "ne", "lt", "le", "gt", "ge"):
                if self.chance(0.3):
                    self.put(f"    def __{method}__(self, other): print({method!r}, self.tag); return {self.pick(['NotImplemented', 'True', 'False', '[]', repr(method), f'super().__{method}__(other)'])}")
            if self.chance(0.2):
                self.put(f"    {self.pick(['__add__', '__radd__', '__eq__', '__lt__', '__hash__', '__iadd__', '__bool__', '__len__'])} = {self.pick(['None', 'lambda *a: NotImplemented', '5'])}")
            if self.chance(0.3):
                self.put(f"    def __{self.pick(['bool', 'len', 'index', 'int', 'float', 'neg', 'abs', 'hash'])}__(self): return {self.pick(['0', '3', 'True', 'self', '2.5', '-1', 'None'])}")
        things = [name + "()" for name in names] + ["1", "2.5", "'s'", "[1]", "(1,)", "None", "{1}", "{}", "True", "1j"]
        for _ in range(self.number(8, 16)):
            one, two = self.pick(things[:3]), self.pick(things)
            if self.chance(0.4):
                one, two = two, one
            operator = self.pick(operators)
            way = self.number(0, 6)
            if way < 3:
                self.put(f"attempt(lambda: {f'divmod({one}, {two})' if operator == 'divmod' else f'{one} {signs[operator]} {two}'})")
            elif way == 3 and operator != "divmod":
                self.put("try:")
                self.put(f"    x = {one}")
                self.put(f"    x {signs[operator]}= {two}")
                self.put("    print(show(x))")
                self.put("except BaseException as e: report(e)")
            elif way == 4:
                self.put(f"attempt(lambda: {one} {self.pick(['==', '!=', '<', '<=', '>', '>='])} {two})")
            elif way == 5:
                self.put(self.fill(f"attempt(lambda: «hash({one}) is None¦bool({one})¦len({one})¦{one} in [{two}]¦[{two}].index({one})¦sorted([{one}, {two}])¦max({one}, {two})¦sum([{one}, {two}])¦pow({one}, {two}, 7)¦-{one}¦abs({one})¦[1, 2, 3][{one}]¦int({one})¦float({one})¦{{{one}: 1}}¦{one} == {two} != {one}¦not {one}¦{one} and 5»)"))
            else:
                self.put(f"attempt(lambda: {one}.__{self.pick(['', 'r'])}{operator}__({two}))")

    def theme_inheritance(self):
        """Five classes of up to three bases, methods that call super() or not."""
        names, kinds = [], ["m", "n", "k", "s", "prop", "__init__", "__repr__", "__getattr__", "__call__", "__len__", "__setattr__"]
        for _ in range(5):
            name = self.fresh("H")
            bases = self.random.sample(names, min(len(names), self.number(0, 3)))
            if self.chance(0.6):
                bases.sort(key=lambda n: -names.index(n))
            if self.chance(0.15):
                bases.append(self.pick(["list", "dict", "int", "Exception", "str", "object"]))
            keyword = f", flag={self.digit()}" if self.chance(0.15) else ""
            self.put("try:")
            self.put(f"    class {name}({', '.join(bases)}{keyword if bases else keyword[2:]}):")
            body = len(self.lines)
            if self.chance(0.2):
                self.put(f"        __slots__ = {self.pick(['()', '(1, )', repr(('u',)), repr(('u', 'v')), repr('w'), repr(('__dict__',)), repr(('m',))])}")
            for kind in self.random.sample(kinds, self.number(1, 5)):
                self.inherited_method(name, kind)
            if self.chance(0.2):
                self.put(f"        def __init_subclass__(cls, **kw): print('sub', cls.__name__, {name!r}, kw); super().__init_subclass__({self.pick(['', '**kw'])})")
            if len(self.lines) == body:
                self.put("        pass")
            self.put(f"    print([c.__name__ for c in {name}.__mro__])")
            self.put("except TypeError as e: report(e)")
            self.put(f"except BaseException as e: report(e)")
            names.append(name)
        for _ in range(self.number(8, 14)):
            one, two = self.pick(names), self.pick(names)
            self.put("attempt(lambda: " + self.fill(self.pick([f"{one}().m(1)", f"{one}().n()", f"{one}().k(2)", f"{one}.k(3)", f"{one}.s(4)", f"{one}().prop", f"super({one}, {two}()).m(5)", f"super({one}, {two}).k(6)", f"{one}.m({two}(), 7)", f"issubclass({one}, {two})", f"{one}()()", f"len({one}())",
                          f"repr({one}())", f"{one}().zz", f"setattr({one}(), 'u', 1)", f"{one}(1)", f"{one}(a=1)", f"super({one}, {two}()).__thisclass__.__name__", f"isinstance({one}(), {two})", f"[b.__name__ for b in {one}.__bases__]", f"type('X', ({one}, {two}), {{}}).__mro__[1].__name__", f"{one}.prop.fget.__name__",
                          f"{one}().__dict__", f"sorted(vars({one}()))", f"{one}.__subclasses__() == []", f"[c.__name__ for c in {one}.__subclasses__()]", f"{one}.__base__.__name__", f"{one}().m.__self__.__class__.__name__", f"{one}().m.__func__ is {two}.m"])) + ")")

    def digit(self):
        return str(self.number(0, 9))

    def inherited_method(self, name, kind):
        up = {"m": "super().m(a)", "n": "super().n()", "k": "super().k(a)", "s": "None", "prop": "super().prop"}
        if kind in up:
            answer = self.pick([up[kind], up[kind], repr(name), f"({name!r}, {up[kind]})"])
            decorator = {"k": "classmethod", "s": "staticmethod", "prop": "property"}.get(kind)
            if decorator:
                self.put(f"        @{decorator}")
            self.put(f"        def {kind}({ {'n': 'self', 'k': 'cls, a', 's': 'a', 'prop': 'self'}.get(kind, 'self, a') }): print({name!r}, {kind!r}); return {answer}")
        else:
            self.put("        " + {"__init__": f"def __init__(self, *a, **k): print('init', {name!r}); super().__init__({self.pick(['', '*a', '*a, **k'])})", "__repr__": f"def __repr__(self): return {name!r} + {self.pick(['super().__repr__()[:0]', QUOTED_19[:0] + repr('!')])}", "__len__": f"def __len__(self): return {self.pick(['3', '-1', 'super().__len__()', 'None'])}",
                                   "__getattr__": f"def __getattr__(self, n): print('getattr', n); raise AttributeError(n)", "__call__": f"def __call__(self): return {self.pick([repr(name), 'super().__call__()'])}", "__setattr__": "def __setattr__(self, n, v): print('set', n); super().__setattr__(n, v)"}[kind])

    def theme_descriptors(self):
        name = self.fresh("Desc")
        self.put(f"class {name}:")
        self.put(f"    def __init__(self, tag='t'): self.tag = tag")
        methods = self.random.sample(["get", "get", "set", "delete", "set_name"], self.number(1, 4))
        for method in sorted(set(methods)):
            self.put("    " + {"get": f"def __get__(self, instance, owner=None): print('get', self.tag, instance is None, owner and owner.__name__); return {self.pick(['self', 'self.tag', 'instance', '1 / 0', 'self.missing', 'owner.__name__'])}", "set": f"def __set__(self, instance, value): print('set', self.tag, show(value)); {self.pick(['instance.__dict__[self.tag] = value', 'pass', 'raise AttributeError(self.tag)'])}",
                               "delete": "def __delete__(self, instance): print('delete', self.tag)", "set_name": f"def __set_name__(self, owner, name): print('name', owner.__name__, name); self.tag = {self.pick(['name', 'self.tag', 'owner'])}{'' if self.chance(0.9) else '; 1 / 0'}"}[method])
        owner, child = self.fresh("Owner"), self.fresh("Child")
        self.put("try:")
        self.put(f"    class {owner}:")
        self.put(f"        a = {name}(); b = {name}('bb')")
        self.put(f"        c = {self.pick(['property(lambda self: 5)', 'property()', 'property(None, lambda self, v: print(v))', 'functools.cached_property(lambda self: [1])', 'staticmethod(lambda: 3)', 'classmethod(lambda cls: cls.__name__)', 'classmethod(property(lambda cls: 1))', 'functools.partialmethod(print, 1)', 'property(fdel=lambda self: print(7), doc=repr(1))'])}")
        self.put(f"        def f(self): return 'f'")
        if self.chance(0.4):
            self.put(f"        def __getattr__(self, n): return 'fallback ' + n")
        if self.chance(0.2):
            self.put(f"        def __getattribute__(self, n): print('attribute', n); return {self.pick(['object.__getattribute__(self, n)', 'super().__getattribute__(n)'])}")
        self.put(f"    class {child}({owner}):")
        self.put(f"        {self.pick(['pass', 'a = 3', f'c = {owner}.__dict__[chr(99)]', 'f = property(lambda self: super().f)', f'd = {name}(9)', 'def f(self): return super().a'])}")
        self.put("except BaseException as e: report(e)")
        for _ in range(self.number(8, 14)):
            one = self.pick([owner, child])
            self.put("try:")
            self.put(f"    i = {one}()")
            self.put("    " + self.fill(f"«i.a = $any¦i.b = 1¦del i.a¦del i.c¦i.c = 5¦i.__dict__['a'] = 8¦i.__dict__['c'] = 9¦i.f = 3¦pass¦pass¦{one}.z = {name}('z')¦del i.zz¦{one}.c = 4¦i.zz = {name}()¦i.__dict__.update(f=1)»"))
            self.put("    " + self.fill(f"print(show(«i.a¦i.b¦i.c¦i.f¦i.c()¦i.f()¦{one}.a¦{one}.b¦{one}.c¦getattr(i, 'zz', 0)¦i.zz¦sorted(vars(i))¦hasattr(i, 'a')¦super({child}, {child}()).a¦{one}.__dict__.get('a')¦{one}.f.__name__¦{one}.f.__qualname__¦vars(i)»))"))
            self.put("except BaseException as e: report(e)")

    def theme_generators(self):
        """Generators that delegate to one another and a random conversation with them."""
        names = []
        for _ in range(3):
            name = self.fresh("gen")
            self.put(f"def {name}(n=2):")
            self.indent += 1
            for _ in range(self.number(2, 4)):
                self.generator_part(names, 2)
            self.put(self.pick(["return n", "return", "yield 'last'", "raise StopIteration(n)", "return [n]", "return (yield n)"]))
            self.put("yield")
            self.indent -= 1
            names.append(name)
        for _ in range(3):
            instance = self.fresh("g")
            self.put(f"{instance} = {self.pick(names)}({self.number(0, 3)})")
            for _ in range(self.number(3, 8)):
                self.put("attempt(lambda: " + self.fill("«next(I)¦next(I)¦next(I)¦I.send(None)¦I.send($int)¦I.throw(ValueError)¦I.throw(ValueError('v'))¦I.throw(KeyError('k'))¦I.throw(GeneratorExit)¦I.throw(StopIteration(3))¦I.close()¦list(I)[:3]¦I.throw(5)¦I.throw(ValueError, 'old')¦I.gi_suspended¦I.gi_yieldfrom is None¦next(I, 'none')¦sum(1 for _ in I)¦[*I]¦tuple(itertools.islice(I, 2))¦I.throw(TypeError('t').with_traceback(None))»").replace("I.", instance + ".").replace("(I", "(" + instance).replace("in I)", f"in {instance})").replace("*I]", f"*{instance}]") + ")")
            self.put(f"finish({instance})")

    def generator_part(self, names, depth):
        way = self.number(0, 9) if depth else self.number(0, 3)
        if way <= 2:
            self.put(self.fill("print('got', show((yield $any)))"))
        elif way == 3:
            self.put(self.fill("«x = yield n, 1¦yield from range(n)¦yield from [1, 2]¦n += 1¦print(show(n))¦yield from ()¦yield from 'ab'»"))
        elif way == 4 and names:
            self.put(f"print('delegated', show((yield from {self.pick(names)}(n))))")
        elif way <= 7:
            self.put("try:")
            self.indent += 1
            self.generator_part(names, depth - 1)
            self.generator_part(names, depth - 1)
            self.indent -= 1
            ending = self.pick(["except", "finally", "both", "else", "group"])
            if ending != "finally":
                self.put(self.fill(f"except{'*' if ending == 'group' else ''} {'ValueError' if ending == 'group' else '«ValueError¦GeneratorExit¦Exception¦BaseException¦(KeyError, TypeError)¦StopIteration»'} as e:"))
                self.indent += 1
                self.put("print('caught', type(e).__name__, e)")
                if ending != "group":
                    self.put(self.fill("«yield 'handler'¦raise¦return 'handled'¦pass¦raise KeyError('new')¦raise RuntimeError from e¦yield from [7, 8]¦x = yield¦continue_ = 1»"))
                self.indent -= 1
            if ending == "else":
                self.put("else:")
                self.put("    print('else')")
            if ending in ("finally", "both"):
                self.put("finally:")
                self.put(self.fill("    print('finally'«¦); print((yield 'in finally')¦, n»)"))
        elif way == 8:
            self.put(f"for i in {self.pick(names) + '(1)' if names else 'range(2)'}:")
            self.indent += 1
            self.generator_part(names, depth - 1)
            self.put(self.pick(["if i: break", "if not i: continue", "n = i", "break"]))
            self.indent -= 1
        else:
            self.put("with Loud(n):")
            self.indent += 1
            self.generator_part(names, depth - 1)
            self.indent -= 1

    def theme_async(self):
        """Coroutines and asynchronous generators, driven by hand."""
        generator, coroutine = self.fresh("agen"), self.fresh("coro")
        self.put(f"async def {generator}(n=2):")
        self.put("    try:")
        for _ in range(self.number(1, 3)):
            self.put("        " + self.fill("«print('got', show((yield $any)))¦await Pause($int)¦yield await Pause(n)¦async with Loud(n): yield 'inside'¦x = yield¦n += 1¦raise ValueError(n)¦yield n¦return¦[(yield 1), (yield 2)]¦async for j in Ticks(2): yield j¦yield [v async for v in Ticks(2)]»"))
        self.put(self.fill("    except «ValueError¦GeneratorExit¦BaseException¦StopAsyncIteration¦KeyError» as e:"))
        self.put(self.fill("        print('caught', type(e).__name__, e); «raise¦yield 'again'¦await Pause(8)¦pass¦return»"))
        if self.chance(0.4):
            self.put("    finally:")
            self.put(self.fill("        print('cleanup')«¦; await Pause(9)»"))
        self.put("    yield 'end'")
        self.put(f"async def {coroutine}(n=1):")
        for _ in range(self.number(2, 4)):
            self.put("    " + self.fill(f"«print('resumed', show(await Pause($any)))¦async for v in {generator}(): print('v', show(v))¦print(show([v async for v in {generator}(1)]))¦async with Loud(n) as m, Loud(3): await Pause(m)¦print(show({{v: 1 async for v in Ticks(n + 1)}}))¦await n¦print(await anext({generator}()))¦print(await anext(Ticks(0), 'default'))¦print([await Pause(k) for k in range(2)])¦print(sum([k async for k in Ticks(3) if await Pause(k)]))¦g = {generator}(); print(await g.asend(None)); await g.aclose()¦try: await Pause('t')\\n    except ValueError as e: print('coro caught', e)¦print(show(await {generator}().__anext__()))¦async for v in [1]: pass¦async with n: pass¦await {generator}()¦async for v in {generator}(): break»").replace("\\n", "\n" + "    " * self.indent))
        self.put(self.fill("    return «n¦$any¦await Pause(4)»"))
        for make in (f"{coroutine}({self.digit()})", f"{generator}().asend(None)", f"{generator}().athrow(KeyError('a'))", f"{generator}().aclose()"):
            if self.chance(0.6):
                instance = self.fresh("c")
                self.put(f"{instance} = {make}")
                for _ in range(self.number(2, 6)):
                    self.put("attempt(lambda: " + self.fill("«I.send(None)¦I.send(None)¦I.send(None)¦I.send($int)¦I.throw(ValueError('v'))¦I.throw(KeyError)¦I.close()¦I.throw(GeneratorExit)»").replace("I.", instance + ".") + ")")
                self.put(f"finish({instance})" if make.startswith("coro") else f"attempt({instance}.close)")
        instance = self.fresh("ag")
        self.put(f"{instance} = {generator}({self.digit()})")
        for _ in range(self.number(2, 5)):
            self.put("attempt(lambda: drive(" + self.fill("«I.asend(None)¦I.asend(None)¦I.asend(3)¦I.__anext__()¦anext(I)¦anext(I, 'over')¦I.athrow(ValueError('w'))¦I.athrow(KeyError)¦I.aclose()¦I.athrow(GeneratorExit)»").replace("I.", instance + ".").replace("(I", "(" + instance) + "))")
        self.put(f"attempt(lambda: drive({instance}.aclose()))")

    def pattern(self, depth):
        """More of them than the general programs have; a name is used once."""
        name = lambda: self.fresh("m")
        simple = [lambda: self.pick(["0", "1", "-1", "2.5", "'a'", "b'a'", "None", "True", "False", "1+2j", "Colour.RED", "Colour.BLUE", "Box.limit"]), name, lambda: "_", lambda: f"{self.pick(['int', 'str', 'float', 'bytes', 'bool', 'list', 'tuple', 'dict', 'set', 'Point', 'Box', 'Colour'])}()", lambda: f"{self.pick(['int', 'str', 'float', 'dict', 'list', 'tuple', 'bool', 'bytes'])}({name()})"]
        if depth <= 0:
            return self.pick(simple)()
        inner = lambda: self.pattern(depth - 1)
        closed = lambda: self.pick(["0", "1", "'a'", "None", "True", "int()", "str()", "[]", "{}", "Point(0, 0)", "Point(y=1)", "Colour.RED", "[0, _]", "(1 | 2)"])
        return self.pick(simple + [lambda: "[" + ", ".join(inner() for _ in range(self.number(0, 3))) + "]", lambda: f"({inner()}, {inner()})", lambda: f"[{inner()}, *{self.pick(['_', name()])}]", lambda: f"[*{name()}, {inner()}]", lambda: f"[{inner()}, *_, {inner()}]", lambda: f"{{'a': {inner()}}}", lambda: f"{{'a': {inner()}, 1: _}}",
                                   lambda: f"{{'b': {inner()}, **{name()}}}", lambda: f"{{Colour.RED: {inner()}}}", lambda: f"Point({inner()}, {inner()})", lambda: f"Point({inner()})", lambda: f"Point(y={inner()})", lambda: f"Point({inner()}, y={inner()})", lambda: f"Point({inner()}, {inner()}, 1)", lambda: f"Box({inner()})", lambda: f"Box(item={inner()}, zz=1)",
                                   lambda: f"({closed()} | {closed()})", lambda: f"({closed()} | {closed()} | {closed()}) as {name()}", lambda: f"({inner()})", lambda: f"Point(x={inner()}, x_={name()})"])()

    def theme_match(self):
        for _ in range(self.number(3, 6)):
            self.put(f"def {(function := self.fresh('matched'))}(v):")
            self.put("    match v:")
            for _ in range(self.number(2, 6)):
                pattern = self.pattern(3)
                if re.fullmatch(r"\(*(_|m\d+)\)*", pattern):
                    pattern = f"[{pattern}]"
                names = re.findall(r"\bm\d+\b", pattern)
                self.put(f"        case {pattern}{self.fill(self.pick(['', '', '', ' if $bool', ' if v']))}:")
                self.put(f"            return ({', '.join([str(self.serial)] + names)},)")
            for _ in range(5):
                self.put(self.fill(f"attempt(lambda: {function}($subject))"))

    def theme_methods(self):
        """Methods of the built-in types, called with whatever."""
        for _ in range(20):
            self.put("attempt(lambda: " + self.fill("call_method($value, $three, $plain)") + ")")
        for _ in range(8):
            self.put("attempt(lambda: " + self.fill("call_builtin($three, $plain)") + ")")

    def random_class(self, name, bases, meta):
        self.put(f"    class {name}({', '.join(bases + ([f'metaclass={meta}'] if meta else []))}):")

    def theme_tracebacks(self):
        for _ in range(3):
            function = self.fresh("boom")
            self.put(f"def {function}(a, b=2):")
            for _ in range(self.number(1, 2)):
                self.put("    " + self.fill("«c = a + b * None¦d = [i / 0 for i in (1, 2)]¦d = a.missing.other¦d = a[0][1]¦return a(b)(3)¦x, y = a¦assert a == 0, 'no'¦raise ValueError(a) from KeyError(b)¦del a.zz¦a.zz = 1¦return (lambda: a[b])()¦return sorted([a, None, 'x'])¦for i in a: pass¦with a: pass¦import nothing_here¦return f'{a:zz}'¦c = -a.b + {1: 2}[3]¦a += 'x' + 1¦c = a < b < None¦return {**a}¦return print(*a)¦a @ b¦c = a if a.x else b¦return int('x' + str(a))¦global zq; return zqxyw¦return undefined_name¦return max(*[], default=a.x)»"))
            self.put(self.fill(f"attempt_traceback(lambda: {function}($any))"))

    # ---- programs
    def program(self, count, themes=()):
        self.put("if True:")
        self.indent = 1
        self.put("q = 0")
        for kind in ("int", "float", "str", "list", "dict", "tuple", "set", "bytes"):
            self.assign_kind(kind)
        for theme in themes or [self.pick(ALL) for _ in range(count)]:
            self.put(f"print('# {theme}')")
            if theme in EXPRESSIONS or theme in BLOCKS:
                self.tries(theme)
            else:
                for line in SETUP.get(theme, "").splitlines():
                    self.put(line)
                start = len(self.lines)
                getattr(self, "theme_" + theme)()
                if not self.is_valid(start):
                    del self.lines[start:]
        return PRELUDE + SETUP["all"] + "\n".join(self.lines) + "\n"


ALL = sorted(set(EXPRESSIONS) | set(BLOCKS) | {name[6:] for name in vars(Themes) if name.startswith("theme_")})


def program(seed, themes=()):
    warnings.simplefilter("ignore")
    return Themes(seed).program(5, themes)


if __name__ == "__main__":
    sys.stdout.write(program(int(sys.argv[1]), sys.argv[2:]))
