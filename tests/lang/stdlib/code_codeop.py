import code
import codeop
import io
import sys

sources = ["", "\n", "# comment", "x = 1", "x = (", "x = (1,\n2)", "x = '''abc", "x = '''abc\n'''", "if x:", "if x:\n", "if x:\n  y = 1", "if x:\n  y = 1\n", "def f():", "def f(): pass",
           "def f():\n  return 1\n", "class A:\n  x = 1", "class A:\n  def f(self):\n    pass\n", "try:\n  x\n", "try:\n  x\nexcept E:\n  y\n", "@deco", "@deco\ndef f(): pass\n", "x = 'abc",
           "x = \\", "x = \\\n1", "1 +", "1 1", "for", "for i in x:", "for i in x: print(i)", "while True:\n  pass\n", "a, b = 1, 2; c = 3", "lambda:", "if x: pass\nelse:", "if x: pass\nelse:\n  y\n",
           "with open(f) as g:", "return", "x = [1,\n2,", "f(a,\n  b=", "{'a': 1,", "import os", "del x", "async def f():\n  await g()\n", "match x:\n  case 1:\n    y\n", "if True:\n  x = (\n"]
for source in sources:
    try:
        result = codeop.compile_command(source)
        print(repr(source), "incomplete" if result is None else "complete")
    except SyntaxError as error:
        print(repr(source), "SyntaxError")
compiler = codeop.CommandCompiler()
print(compiler("x = 1") is not None, compiler("if x:") is None)
print(eval(codeop.compile_command("1 + 1", symbol="eval")))

out = io.StringIO()


class Console(code.InteractiveConsole):
    def write(self, data):
        out.write(data)


console = Console({"a": 1})
for line in ("b = a + 1", "print(a, b)", "b", "def f(x):", "    return x * 2", "", "f(21)", "for i in range(2):", "    print(i)", ""):
    print(repr(line), console.push(line))
console.push("1 / 0")
print(out.getvalue().splitlines()[-1])
console.push("1 1")
print(out.getvalue().splitlines()[-1].split(":")[0])
try:
    console.push("raise SystemExit(3)")
except SystemExit as error:
    print("SystemExit", error.code)
lines = iter(["x = 5", "x * 2", "if x:", "  print('yes')", ""])


def read(prompt):
    out.write(prompt)
    try:
        return next(lines)
    except StopIteration:
        raise EOFError from None


out.truncate(0)
out.seek(0)
console = Console()
console.raw_input = read
console.interact("banner", "bye")
print(repr(out.getvalue()))
interpreter = code.InteractiveInterpreter()
print(interpreter.runsource("y = 2"), interpreter.runsource("if y:"), interpreter.locals["y"], sorted(interpreter.locals)[:2])
