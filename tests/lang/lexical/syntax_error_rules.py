# python3.12: what is said of wrong statements, kind by kind, and where
def show(source):
    try: compile(source, "<s>", "exec"); print(repr(source), "compiles")
    except SyntaxError as e: print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
for source in ["if x % 2 = 0: pass", "if a + b = c:\n  pass", "while -x = 1: pass", "if {} = x: pass", "if (a) = x: pass", "if x = (1): pass", "if x = not y: pass", "if a:\n  pass\nelif x[0] + 1 = 2:\n  pass",
               "[a + 1 = 1]", "x[a + 1 = 1]", "(x % 2 = 1)", "@a = 1\ndef f(): pass", "paths[path = get() + 1\nx = 2", "( self.price = price\nx = 2"]: show(source)
# assignments: the item is told of when `=` and a value follow it, the whole otherwise
for source in ["x, a+b = y", "x, 1 = y", "*x, {} = y", "a+b = y = 1", "-a = y = 1", "x = a<b = 1", "x = a == b = 1", "x, y z = 1", "done, left left = wait()", "name, *_ _ = pair", "err, sys.out out = 1, 2",
               "a, b = c d", "x, y = 1, 2 3", "x + a=>b", "f() = = 1", "not a = > b", "await a = > b", "x = y z", "a, b: int", "a,: int = 1", "f(), x: int"]: show(source)
for source in ["f(x.a = 1)", "f(y, x[0] = 1)", "f(-x = 1)", "f(True = 1)", "f(x % 2 = 1 for x in y)", "f(lambda: y = 1)", "f(2=)", "f(a.b= , c)", "f(*x = 1)", "f(**a=1)", "f(x=1, a +)", "f(x=1, a.)", "f(**k, a +)", "f(a=1, b'x')"]: show(source)
for source in ["del a +", "del a.b, c +", "del a, b, -", "del -", "del a.", "del a not b", "del lambda", "if 1: del a +", "del x, y = 1"]: show(source)
for source in ["for a and b in y: pass", "for x, a and b in y: pass", "for a<b in y: pass", "for lambda: 0 in y: pass", "for a if b else c in y: pass", "[x for not a in y]", "[x for await a in y]", "with x as a in b: pass",
               "with (x as a is not b): pass", "with x as lambda: 0: pass", "with a as b, c -a", "with a as b, c (a)", "with a() as b, c()  found:", "for x of y: pass"]: show(source)
# the words `match`, `case` and `type` keep commas from being missed, and so does what begins like one of them
for source in ["f(c d)", "f(m.x close())", "f(t(r) t(s))", "f(ty x)", "f(typed x)", "f(k d)", "f(a not b)", "def f(a not b): pass", "f(a b, c +)", "[1 2 /, 3]", "f(g.parent a is, x)", "x = [a[] , 1]", "f(x[])", "f(x[] + 1)", "f(n [len(s) for s in t], 1)",
               "f((a)b)", "f(a (b)c)", "lambda x: (y)z", "f(lambda item (1, 2))", "f(key=lambda item item: 1)", "f(a, b for , c)", "f(a() := , 1)", "[x, for]", "f('a'{: 1})"]: show(source)
for source in ["print []", "print x[]", "print [x for x in y]", "print a +", "print a is", "import print a", "from print a import x", "import x as print a", "[x for x in print y]", "f'{print a}'", "print x if y"]: show(source)
for source in ["lambda *1: 0", "lambda *, 1: 0", "lambda *: 0", "def f(*, **k): pass", "lambda (): 0", "lambda ((4, 5)): 0", "lambda (a, b): 0", "def f(()): pass", "def f((a, b)): pass", "def f((a:=b)): pass", "def f( (x: int, y: int)): pass",
               "def f(a): print('x')y"]: show(source)
for source in ["x if a + else y", "return n if n < else f(n)", "f(x if a. else y)", "p(e.notes if has(= e) else '')", "[x for x in y if a b]", "f(a if b(;) else c)"]: show(source)
for source in ["{1: 2, a +}", "{1: 2, lambda: 0}", "{1: 2, (a)}", "{1: 2, a is}", "{k: v for k, v in }", "{**not a}", "{**a and b}", "{**a<b}", "x = *not a", "x = *a and b", "*a<b = y", "[*a or b]"]: show(source)
for source in ["(a<b := 1)", "(await a := 1)", "({a: b} := 1)", "({a} := 1)", "({x for x in y} := 1)", "((x for x in y) := 1)", "((yield) := 1)", "((a:=b) := 1)", "(f'{x}' := 1)", "{} := 1", "a.b := 1"]: show(source)
for source in ["def f():\n  try:\n    x\nprint()", "if 1:\n  try: x\ny", "def f():\n    if 1:\n        try: x\n    y", "try: x\n except E: y", "try: x\n    except E: y", "try: pass\nexcept a, as e: pass", "try: pass\nexcept E as a, b: pass",
               "try: pass\nexcept a, b as e: pass"]: show(source)
for source in ["from __future__ import x", "from __future__ import braces", "from __future__ import (division, x)", "f'{x!a.b}'", "f'{x!a[0]}'", "f'{type()e.name}'", "f'{a not b}'", "match x:\n  case 1 as -a: pass", "match x:\n  case 1 as f'{x}': pass",
               "match x:\n  case x if x = 1: pass", "import (", "import a(", "x.(a\n", "strict.{(1)", "x = f'''a {b}\n", "'中文€😀\\u1e0'", "'é\\x4'"]: show(source)
