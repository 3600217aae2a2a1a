# Chains about as long as CPython 3.12 takes them, compiled here and checked and run as a program of their own.
import ast, os, subprocess, sys, tempfile
N = 2800
chains = {
    "elif": "def f(x):\n  if x == -1: return 'first'\n" + "".join(f"  elif x == {i}: return {i}\n" for i in range(N)) + "  else: return 'none'\nprint(f(-1), f(0), f(2799), f(2800))",
    "elif with narrowing": "def f(x):\n  if isinstance(x, str): z = 0\n" + "".join(f"  elif isinstance(x, int) and x == {i}: z = {i}\n" for i in range(700)) + "  else: z = 9\n  return z\nprint(f(3), f('a'), f(None))",
    "elif at module level": "x = 5\nif x == -1: y = 0\n" + "".join(f"elif x == {i}: y = {i}\n" for i in range(N)) + "print(y)",
    "else if": "x = 5\n" + "".join("  " * i + f"if x == {100 - i}: y = {i}\n" + "  " * i + "else:\n" for i in range(90)) + "  " * 90 + "y = 'else'\nprint(y)",
    "sum": "a = 1\nprint(" + " + ".join(["a"] * N) + ")",
    "bits": "a = 1\nprint(" + " | ".join(["a"] * N) + ")",
    "and": "a = 1\nprint(" + " and ".join(["a"] * N) + ")",
    "comparison": "a = 1\nprint(" + " == ".join(["a"] * N) + ")",
    "attributes": "class A: pass\nx = A(); x.a = x\nprint(x" + ".a" * N + " is x)",
    "items": "x = []; x.append(x)\nprint(x" + "[0]" * N + " is x)",
    "methods": "class A:\n  def a(self): return self\nx = A()\nprint(x" + ".a()" * 1400 + " is x)",
    "minus": "a = 1\nprint(" + "-" * N + "a)",
    "not": "a = 1\nprint(" + "not " * N + "a)",
    "conditional": "a = 0\nprint(" + "1 if a else " * N + "2)",
    "power": "a = 1\nprint(" + "**".join(["a"] * N) + ")",
    "annotation": "def f(x: '" + " | ".join(["int", "str"] * (N // 2)) + "'): return x\nprint(f(1))",
    "brackets": "print(" + "[" * 190 + "]" * 190 + ")",
}
def run(name):
    scope = {"print": lambda *values: print("compiled", *map(str, values))}
    exec(compile(chains[name], name, "exec"), scope)
    path = os.path.join(folder, "chain.py")
    with open(path, "w") as file: file.write(chains[name])
    done = subprocess.run([sys.executable, path], capture_output=True, text=True)
    print("run", done.returncode, done.stdout.strip(), done.stderr[-300:])
with tempfile.TemporaryDirectory() as folder:
    for name in chains:
        print(name)
        run(name)
tree = ast.parse(chains["elif at module level"])
count, node = 0, tree.body[1]
while node.orelse and isinstance(node.orelse[0], ast.If): count, node = count + 1, node.orelse[0]
print(count, node.lineno, tree.body[1].end_lineno, node.end_lineno, sum(1 for _ in ast.walk(tree)), len(ast.unparse(tree).split("elif")))
