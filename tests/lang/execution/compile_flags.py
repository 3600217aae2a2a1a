# python3.12
# compile()'s flags of __future__, handed on to what exec(), eval() and compile() are given; star targets with many names behind them.
import __future__
import ast

A = __future__.annotations.compiler_flag
TEXT = "def f(x: undefined) -> also: pass\nresult = f.__annotations__"


def attempt(label, function):
    try:
        print(label, function())
    except BaseException as error:
        print(label, type(error).__name__, error)


space = {}
code = compile(TEXT, "<s>", "exec", flags=A)
exec(code, space)
print(space["result"], code.co_flags & A == A, space["f"].__code__.co_flags & A == A)
attempt("without", lambda: exec(compile(TEXT, "<s>", "exec"), {}))
space = {"__annotations__": {}}
exec(compile("x: undefined\ny: also = 3", "<s>", "exec", A), space)
print(space["__annotations__"], space["y"])
exec(compile("x: undefined = 4", "<s>", "single", A), space)
print(space["x"], space["__annotations__"])
print(eval(compile("(lambda: 5)()", "<s>", "eval", A)))
for flags in [ast.PyCF_ONLY_AST, ast.PyCF_TYPE_COMMENTS | ast.PyCF_ONLY_AST, 0x4000, 0x10000000, -1, 1 << 40, "x", None, 1.5, True]:
    attempt(f"flags {flags}", lambda: type(compile("x", "<s>", "exec", flags=flags)).__name__)
attempt("mode", lambda: compile("x", "<s>", "bad"))
attempt("mode", lambda: compile("(int) -> bool", "<s>", "func_type"))
exec('''from __future__ import annotations
code = compile("def g(x: nope): pass", "<s>", "exec")
exec(code); print(g.__annotations__, code.co_flags & 0x1000000 != 0)
space = {}
code = compile("def g(x: int): pass", "<s>", "exec", dont_inherit=True)
exec(code, space); print(space['g'].__annotations__, code.co_flags & 0x1000000 != 0)
exec("def h(x: nope): pass"); print(h.__annotations__)
eval("exec('def k(x: nope): pass')"); print(k.__annotations__)
class C:
    exec("def m(x: nope): pass")
    y: undefined
print(C.m.__annotations__, C.__annotations__)
''', {})

names = ", ".join(f"a{i}" for i in range(300))
others = names.replace("a", "b")
exec(f"*x, {names} = range(310)\nprint(x, a0, a10, a255, a299)")
exec(f"*x, {names} = range(300)\nprint(x, a0, a299)")
exec(f"[p, *x, {names}] = range(301)\nprint(p, x, a0, a44, a45, a299)")
exec(f"p, q, *x, {names}, {others} = range(700)\nprint(p, q, x[0], x[-1], len(x), a0, a299, b0, b299)")
exec(f"def f(v):\n    *x, {names} = v\n    return x, a0, a150, a299\nprint(f(iter(range(303))))")
exec(f"for *x, {names} in [range(301)]: print(x, a299)")
attempt("before", lambda: exec(f"{names}, *x = range(310)"))
attempt("too few", lambda: exec(f"*x, {', '.join(names.split(', ')[:255])} = range(254)"))
