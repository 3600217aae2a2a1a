"""compile() with ast.PyCF_ALLOW_TOP_LEVEL_AWAIT: what awaits becomes the body of a coroutine function, of which all variables are global."""
import ast
import copy
import types

_FUNCTIONS = ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda
_COMPREHENSIONS = ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp


def _own(node):
    "The nodes of a tree that run in its own scope, comprehensions with what is inside of them among them."
    yield node
    if isinstance(node, _FUNCTIONS):
        inside = [*getattr(node, "decorator_list", ()), *node.args.defaults, *filter(None, node.args.kw_defaults)]
    elif isinstance(node, ast.ClassDef):
        inside = node.decorator_list + node.bases + node.keywords
    else:
        inside = ast.iter_child_nodes(node)
    for child in inside:
        yield from _own(child)


def _awaits(node):
    if isinstance(node, ast.GeneratorExp):  # which waits when it is run, save for its first iterable
        return any(map(_awaits, _own(node.generators[0].iter)))
    if isinstance(node, (ast.Await, ast.AsyncFor, ast.AsyncWith)):
        return True
    return isinstance(node, ast.comprehension) and bool(node.is_async)


def _bound(node):
    "The names that a node binds in its own scope."
    if isinstance(node, _COMPREHENSIONS):  # only := binds outside
        return [inner.target.id for inner in _own(node) if isinstance(inner, ast.NamedExpr)]
    if isinstance(node, ast.Name):
        return [] if isinstance(node.ctx, ast.Load) else [node.id]
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.alias):
        return [node.asname or node.name.partition(".")[0]]
    if isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
        return [node.name] if node.name else []
    return [node.rest] if isinstance(node, ast.MatchMapping) and node.rest else []


def _outside_comprehensions(node):
    yield node
    if isinstance(node, _COMPREHENSIONS):
        return
    if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
        for inner in list(_own(node))[1:]:
            yield inner
        return
    for child in ast.iter_child_nodes(node):
        yield from _outside_comprehensions(child)


class _Shown(ast.NodeTransformer):
    "Annotated variables are assigned to, as a global one has no annotation in a function; in interactive text the value of each statement is shown."

    def __init__(self, shows):
        self.shows = shows

    def _keep(self, node):
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = _keep

    def visit_AnnAssign(self, node):
        made = [] if node.value is None else [ast.Assign([node.target], node.value)]
        if isinstance(node.target, ast.Name) and node.simple:
            noted = ast.parse(f"globals().setdefault('__annotations__', {{}})[{node.target.id!r}] = None").body[0]
            noted.value = node.annotation
            made.append(noted)
        return [ast.copy_location(statement, node) for statement in made or [ast.Pass()]]

    def visit_Expr(self, node):
        if self.shows:
            hook = ast.parse("__import__('sys').displayhook", mode="eval").body
            node.value = ast.Call(hook, [node.value], [])
        return node


def _refuse(tree, filename, text):
    for node in _own(tree):
        word = "return" if isinstance(node, ast.Return) else "yield" if isinstance(node, (ast.Yield, ast.YieldFrom)) else None
        if word:
            lines = text.splitlines() if isinstance(text, str) else []
            line = lines[node.lineno - 1] if node.lineno <= len(lines) else None
            raise SyntaxError(f"'{word}' outside function", (filename, node.lineno, node.col_offset + 1, line, node.end_lineno, node.end_col_offset + 1))


def compiled(source, filename, mode, flags, dont_inherit, optimize):
    """The code, which makes a coroutine when it is run; None: nothing awaits in it."""
    tree = source if isinstance(source, ast.AST) else ast.parse(source, filename, mode)
    if not any(map(_awaits, _own(tree))):
        return None
    if tree is source:
        tree = copy.deepcopy(tree)
    _refuse(tree, filename, source)
    if isinstance(tree, ast.Expression):
        body = [ast.Return(tree.body)]
    else:
        body = _Shown(mode == "single").visit(tree).body
    names = sorted({name for statement in body for node in _outside_comprehensions(statement) for name in _bound(node)})
    arguments = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    function = ast.AsyncFunctionDef("_", arguments, ([ast.Global(names)] if names else []) + body, [], type_params=[])
    module = ast.fix_missing_locations(ast.Module([function], []))
    code = compile(module, filename, "exec", flags, dont_inherit, optimize)
    inner = next(constant for constant in code.co_consts if isinstance(constant, types.CodeType))
    return inner.replace(co_name="<module>", co_qualname="<module>")
