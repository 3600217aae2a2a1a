# python3.12 # timed
import ast, glob, os, zlib
# The other programs here as trees, and as text again.
here = os.path.dirname(os.path.abspath(__file__))
for path in sorted(glob.glob(os.path.join(here, "..", "[ces]*", "*.py"))):
    source = open(path, encoding="utf-8", errors="surrogateescape").read()
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        continue
    text = ast.unparse(tree)
    assert ast.dump(ast.parse(text)) == ast.dump(tree), path
    for node in ast.walk(tree):
        if isinstance(node, (ast.expr, ast.stmt)) and node.end_lineno == node.lineno and not isinstance(node, (ast.JoinedStr, ast.FormattedValue, ast.Constant)):
            segment = ast.get_source_segment(source, node)
            assert segment and segment[0] not in " \t", (path, node.lineno, segment)
print("done")
