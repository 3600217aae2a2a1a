# CPython reads a wrong text a second time, by rules for what is wrong; Typhon looks at the tokens around the place. They differ where a statement is
# wrong in more than one way, or in a way that nobody would write.
for source in ["with (x as y, a b): pass", "f(yield lambda: 0)", "f('a' (yield from b))", "[t for t x y]", "def f() -> d[int int]: pass", "for level, (a, 'b'):\n  pass", "x = f'{a\"}\"'", "    1a", "def f(*)v: pass",
               "*a: int", "match x = 1:\n  case 1: pass", "f(a=1, 2=[1:3])", "print a(", "d = [[0] [ n for _ in r]"]:
    try: compile(source, "<s>", "exec"); print(repr(source), "compiles")
    except SyntaxError as e: print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset)
