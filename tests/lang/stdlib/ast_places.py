# python3.12
"""Code compiled from trees: where tracebacks say it is, and names that no text can have."""
import ast
import os
import sys
import tempfile
import traceback

# ---- names

tree = ast.parse("a = 1\ndef f(b, *c, d=2, **e):\n    b += 1\n    return b, c, d, e\nclass K:\n    g = a\nfor h in (3,): pass\nimport os as i\ntry: 1/0\nexcept ZeroDivisionError as j: pass\n")
renamed = {name: f"@py {name}-{i}" for i, name in enumerate("abcdefghi")}


class Rename(ast.NodeTransformer):
    def visit(self, node):
        for field in ("id", "arg", "name", "asname"):
            if getattr(node, field, None) in renamed:
                setattr(node, field, renamed[getattr(node, field)])
        return self.generic_visit(node)


space = {}
exec(compile(Rename().visit(tree), "<renamed>", "exec"), space)
print(sorted(name for name in space if name.startswith("@")))
f = space[renamed["f"]]
print(f.__name__, f.__code__.co_varnames, f(1, 2, 3, **{renamed["d"]: 4, "x": 5}))
print(vars(space["K"])[renamed["g"]], space[renamed["i"]] is os)
print(eval(compile(ast.Expression(ast.Attribute(ast.Name("x", ast.Load(), lineno=1, col_offset=0), "no name", ast.Load(), lineno=1, col_offset=0)), "", "eval"),
           {"x": type("X", (), {"no name": 7})}))
for text in ("\x02a\x03 = 1", "a = \x02"):
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as e:
        print(e.msg, e.offset)

# ---- places

source = """\
def inner(x):
    return [
        1,
        x /
        0,
    ]


@staticmethod
def decorated(n): return (lambda: inner(n))()

def long(a,
         b):
    if a:
        assert a is b, (
            "text"
        )
    raise KeyError(a)
"""
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "places.py")
    with open(path, "w") as file:
        file.write(source)


    class Twice(ast.NodeTransformer):
        "More statements on each line than there is room for, as rewritten asserts have."

        def visit_Return(self, node):
            extra = [ast.copy_location(ast.Pass(), node) for _ in range(6)]
            return [*extra, node]

        visit_Raise = visit_Assert = visit_Return


    for tree in (ast.parse(source), ast.fix_missing_locations(Twice().visit(ast.parse(source)))):
        space = {"__name__": "places"}
        exec(compile(tree, path, "exec"), space)
        for call in (lambda: space["decorated"](1), lambda: space["long"](1, 2), lambda: space["long"](0, 0)):
            try:
                call()
            except Exception as e:
                print([(entry.name, entry.lineno, entry.line) for entry in traceback.extract_tb(e.__traceback__)[2:]])
                print("".join(traceback.format_exception(e)[3:]).replace(folder, ""))
        print([space["inner"].__code__.co_firstlineno, space["decorated"].__func__.__code__.co_firstlineno, space["long"].__code__.co_firstlineno])

# Moved nodes, and places that are none.
tree = ast.parse("def f():\n    return 1 / 0\n")
ast.increment_lineno(tree, 40)
exec(compile(tree, "<moved>", "exec"), space)
try:
    space["f"]()
except ZeroDivisionError as e:
    print(traceback.extract_tb(e.__traceback__)[-1].lineno, space["f"].__code__.co_firstlineno)
for node in ast.walk(tree):
    if hasattr(node, "lineno"):
        node.lineno = node.end_lineno = 10**6
        node.col_offset = 10**6
        node.end_col_offset = None
exec(compile(tree, sys.argv[0], "exec"), space)
try:
    space["f"]()
except ZeroDivisionError as e:
    print(traceback.extract_tb(e.__traceback__)[-1].lineno)

# An f-string may hold any expression where a field belongs.
joined = ast.JoinedStr([ast.Constant("a{"), ast.Name("x", ast.Load()), ast.Call(ast.Name("str", ast.Load()), [ast.Constant(1)], []), ast.FormattedValue(ast.Name("y", ast.Load()), 114, None)])
print(eval(compile(ast.fix_missing_locations(ast.Expression(joined)), "<joined>", "eval"), {"x": "X", "y": "Y"}))
joined.values[1].id = joined.values[3].value.id = ".x"
print(eval(compile(ast.fix_missing_locations(ast.Expression(joined)), "<joined>", "eval"), {".x": "X"}))
try:
    ast.unparse(joined)
except ValueError as e:
    print(str(e)[:33])
