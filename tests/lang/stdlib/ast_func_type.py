# Signatures of type comments: ast.parse(mode="func_type").
import ast
for text in ("(int, *str, **Any) -> float", "() -> None", "(*a) -> None", "(**a) -> None", "(a, b[c], *d) -> List[int]\n", "(a, b[c], **d) -> List[int]\n", "(a, b) -> (c)", "((a, b), [c]) -> Tuple[int, ...]", "(a)->b", "(a) -> b if c else d", "(lambda: x) -> y",
             "int -> str", "() -> ", "(a, *b, c) -> d", "(", "(a,) -> b", "(a=1) -> b", "", "(*a, **b) -> c", "(**a, *b) -> c", "(*a, *b) -> c", "() ->", "()", "a() -> b", "(a for a in b) -> c", "((a for a in b)) -> c"):
    try:
        tree = ast.parse(text, mode="func_type")
        print(repr(text), ast.dump(tree), ast.unparse(tree), [(n.lineno, n.col_offset, n.end_lineno, n.end_col_offset) for n in ast.walk(tree) if hasattr(n, "lineno")])
    except SyntaxError as e: print(repr(text), type(e).__name__, e.msg)
