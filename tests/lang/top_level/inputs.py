# Top-level components (chapter 9): complete programs, file, interactive and expression input.  # python3.12
import builtins, sys
print(__name__, __builtins__ is builtins, __doc__, __spec__, sorted(k for k in globals() if k not in ("__cached__", "__annotations__")))
def attempt(f, *a):
    try: return f(*a)
    except SyntaxError as e: return f"{type(e).__name__}: {e.msg}"
    except Exception as e: return f"{type(e).__name__}: {e}"
for mode in ("exec", "eval"):
    for source in ("1 + 1", "x = 1", "x = 1\ny = 2", "x = 1; y = 2", "", "\n\n", "# only", "if 1:\n  x", "if 1: x", "def f():\n  pass\n", "1\n", "1 # comment", "(1,\n2)", "1; 2", "pass", "for i in []: pass\n", "lambda: 1", "yield", "1\n\n\n", "x = 1\n\n", "  \n1", "class A: pass", "print(1)", "\\\n1", "await x", "*a, b", "*a", "a, *b", "x := 1", "(x := 1)"):
        print(mode, repr(source), type(attempt(compile, source, "<s>", mode)).__name__ if not isinstance(attempt(compile, source, "<s>", mode), str) else attempt(compile, source, "<s>", mode))
shown = []
sys.displayhook, kept = shown.append, sys.displayhook
for source in ("1 + 1", "x = 5", "x", "None", "x; x + 1", "for i in range(2): i\n", "def f(): 3\n", "'text'", "if x: 'yes'\n", "(yield_ := 4)"):
    exec(compile(source, "<s>", "single"))
sys.displayhook = kept
print(shown)
exec(compile("[1, 2]\nNone\n'a'", "<s>", "single")) if False else exec(compile("[1, 2]", "<s>", "single"))
print(builtins._)
print(eval("1 +\\\n 1"), eval("(1\n+ 2)"), eval("  3"), eval("\t4"), eval(b"5"), eval(bytearray(b"6")) if True else 0, eval(memoryview(b"7")), attempt(eval, "\n8"), attempt(eval, "9;"), attempt(eval, "import os"), attempt(eval, "1\0"), attempt(eval, b"\xff"), attempt(compile, "x", "f", "bad"), attempt(compile, 5, "f", "exec"), attempt(compile, "x", 5, "exec"), attempt(compile, "1", "f", "exec", 1 << 30))
import ast
print(eval(compile(ast.parse("1 + 2", mode="eval"), "<ast>", "eval")), type(compile("x", "f", "exec", ast.PyCF_ONLY_AST)).__name__)
