# compile() with ast.PyCF_ALLOW_TOP_LEVEL_AWAIT: code that awaits outside of functions makes a coroutine when it is run.
import ast
import asyncio
import inspect
import traceback

FLAG = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


async def give(value):
    await asyncio.sleep(0)
    return value


async def items():
    for item in range(3):
        yield item


class Manager:
    async def __aenter__(self):
        return "entered"

    async def __aexit__(self, *details):
        print("left")


def run(text, mode="exec", tree=False):
    source = ast.parse(text, mode=mode) if tree else text
    code = compile(source, "<given>", mode, flags=FLAG)
    names = {"give": give, "items": items, "Manager": Manager, "asyncio": asyncio}
    result = eval(code, names)
    awaits = bool(code.co_flags & inspect.CO_COROUTINE)
    if awaits:
        result = asyncio.run(result)
    own = {name: value for name, value in names.items() if name not in ("give", "items", "Manager", "asyncio", "__builtins__") and not callable(value)}
    print(code.co_name, awaits, result, sorted(own.items()))
    return names


run("a = 1")
run("a = await give(1)\nb = a + 1")
run("await give(1)", "eval")
run("1 + 1", "eval")
run("await give(1) + await give(2)", "eval", True)
run("await give('shown')", "single")
run("if await give(True): 5\n", "single")
run("async for x in items(): last = x")
run("async with Manager() as m: pass")
run("a = [x async for x in items()]\nb = {await give(x): x for x in (1, 2)}\nc = [y := x for x in [await give(4)]]")
run("a = (x for x in await give([1, 2]))\nb = list(a)\ndel a")
run("""
import os.path as p, sys
from math import pi
x: int = await give(3)
y: str
for i, (j, *k) in [(1, (2, 3))]: pass
try:
    1 / 0
except ZeroDivisionError as error:
    kept = str(error)
match {"a": 1, "b": [2, 3]}:
    case {"a": int(first), **rest}: second = rest
with open(p.devnull) as file: size = len(file.read())
del p, sys, file
""", tree=True)
names = run("""
def function(): return value
class Class:
    inner = 1
    def method(self): return await_
await_ = value = await give(7)
""")
print(names["function"](), names["function"].__qualname__, names["Class"]().method(), names["Class"].method.__qualname__, names["Class"].inner)
tree = ast.parse("x: int = await f()")
before = ast.dump(tree)
compile(tree, "<tree>", "exec", flags=FLAG)
print(ast.dump(tree) == before)
for text in ("await give(1)\nreturn 2", "await give(1)\nyield 2", "def f(): await give(1)", "await", "lambda: await give(1)"):
    try:
        compile(text, "<given>", "exec", flags=FLAG)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
try:
    compile("await give(1)", "<given>", "exec")
except SyntaxError as error:
    print(error.msg)
try:
    run("await give(1)\nx = 1\nx / 0")
except ZeroDivisionError as error:
    print([(entry.name, entry.lineno) for entry in traceback.extract_tb(error.__traceback__) if entry.filename == "<given>"])
print(type(eval(compile("async def f(): await give(1)\nf", "<given>", "exec", flags=FLAG), {})))
print(inspect.iscoroutinefunction((lambda: (yield)) if False else give))
