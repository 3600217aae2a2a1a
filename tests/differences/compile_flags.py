# What compile() has for tools that read other programs: type comments in trees, grammars of older versions.
import ast
def t(label, f):
    try: print(label, f())
    except BaseException as e: print(label, type(e).__name__, e)
t("type comments", lambda: ast.dump(ast.parse("x = 1 # type: int", type_comments=True)))
t("feature version", lambda: ast.dump(ast.parse("x: int = 1", feature_version=(3, 5))))
t("incomplete input", lambda: compile("(", "<s>", "single", 0x4200))
