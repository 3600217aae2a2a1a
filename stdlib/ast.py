"""Syntax trees (library reference, "ast"). The classes are made from the abstract grammar below; the parser is the runtime's own, by compile()."""

import sys

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000

# The abstract grammar of the library reference: kinds of nodes, the nodes of each, their fields ("?" may be None, "*" a list).
_GRAMMAR = """
mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body) | FunctionType(expr* argtypes, expr returns)
stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
 | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
 | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
 | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment)
 | TypeAlias(expr name, type_param* type_params, expr value) | AugAssign(expr target, operator op, expr value)
 | AnnAssign(expr target, expr annotation, expr? value, int simple)
 | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
 | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
 | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse)
 | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, stmt* body, string? type_comment)
 | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause)
 | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
 | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
 | Assert(expr test, expr? msg) | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level)
 | Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
expr = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right)
 | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse)
 | Dict(expr* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators)
 | DictComp(expr key, expr value, comprehension* generators) | GeneratorExp(expr elt, comprehension* generators) | Await(expr value)
 | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords)
 | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values) | Constant(constant value, string? kind)
 | Attribute(expr value, identifier attr, expr_context ctx) | Subscript(expr value, expr slice, expr_context ctx)
 | Starred(expr value, expr_context ctx) | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx)
 | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg(identifier arg, expr? annotation, string? type_comment)
keyword(identifier? arg, expr value)
alias(identifier name, identifier? asname)
withitem(expr context_expr, expr? optional_vars)
match_case(pattern pattern, expr? guard, stmt* body)
pattern = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns)
 | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
 | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name)
 | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
type_ignore = TypeIgnore(int lineno, string tag)
type_param = TypeVar(identifier name, expr? bound) | ParamSpec(identifier name) | TypeVarTuple(identifier name)
"""
_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")
_PLACED = ("stmt", "expr", "excepthandler", "arg", "keyword", "alias", "pattern", "type_param")
_END_REQUIRED = ("pattern", "type_param")


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, /, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError(f"{type(self).__name__} constructor takes at most {len(fields)} positional argument{'s' if len(fields) != 1 else ''}")
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields[:len(args)]:
                raise TypeError(f"{type(self).__name__} got multiple values for argument {name!r}")
            setattr(self, name, value)

    def __reduce_ex__(self, protocol):
        return type(self), (), vars(self) or None

    __reduce__ = __reduce_ex__


def _joined_lines():
    lines = []
    for line in _GRAMMAR.strip().split("\n"):
        if line.startswith(" "):
            lines[-1] += line
        else:
            lines.append(line)
    return lines


def _define(name, base, signature, documentation, placed):
    "One class. signature: '(expr left, ...)' or ''."
    content = {"__module__": "ast", "__doc__": documentation}
    types = {}
    for field in signature.strip("()").split(", ") if signature else ():
        kind, field_name = field.split(" ")
        types[field_name] = kind
        if kind[-1] == "?":
            content[field_name] = None
    content["_fields"] = content["__match_args__"] = tuple(types)
    content["_types"] = types
    if placed is not None:
        content["_attributes"] = _PLACE if placed else ()
        if placed and name not in _END_REQUIRED:
            content["end_lineno"] = content["end_col_offset"] = None
    globals()[name] = type(name, (base,), content)


def _define_all():
    for line in _joined_lines():
        name, equals, nodes = line.partition(" = ")
        if not equals:
            name, _, signature = line.partition("(")
            _define(name, AST, "(" + signature, line, name in _PLACED)
            continue
        nodes = nodes.split(" | ")
        _define(name, AST, "", f"{name} = " + f"\n{' ' * len(name)} | ".join(nodes), name in _PLACED)
        for node in nodes:
            node_name, _, signature = node.partition("(")
            _define(node_name, globals()[name], signature and "(" + signature, node, None)


_define_all()
# What has no fields is made once; the parser's trees share it.
_singles = {cls.__name__: cls() for kind in (expr_context, boolop, operator, unaryop, cmpop) for cls in kind.__subclasses__()}


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    """The tree of a text: what compile() with PyCF_ONLY_AST gives."""
    flags = PyCF_ONLY_AST
    if type_comments:
        flags |= PyCF_TYPE_COMMENTS
    if mode == "func_type":
        return _function_type(source, filename)
    if isinstance(mode, str) and mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
    if feature_version is not None and isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
    return compile(source, filename, mode, flags)


def _is_signature(call, head):
    "Whether these are types, then at most one with a star, then at most one with two."
    stars = [isinstance(item, Starred) for item in call.args]
    doubled = [item.arg for item in call.keywords]
    return not any(stars[:-1]) and doubled in ([], [None]) and not head[:-1].rstrip().endswith(",") and not any(isinstance(item, GeneratorExp) and item.col_offset == 1 for item in call.args)


def _function_type(source, filename):
    "(int, *str) -> bool"
    if isinstance(source, bytes):
        source = source.decode()
    head, arrow, returns = source.rpartition("->")
    lines = source.split("\n")
    wrong = SyntaxError("invalid syntax", (filename, 1, 1, lines[0], 1, 2))
    if not arrow or head[:1] != "(" or head.rstrip()[-1:] != ")" or not returns.strip():
        if source[:1] == "(" and not arrow:
            parse(source, filename, "eval")  # perhaps it was never closed
        raise wrong
    try:
        call = parse("f" + head.rstrip(), filename, "eval").body
    except SyntaxError as error:
        if "unpacking" in error.msg:
            raise wrong from None
        raise
    blank = "".join([c if c == "\n" else " " for c in head[1:] + arrow])
    result = parse("(" + blank + returns.rstrip() + ")", filename, "eval").body  # where it stands
    if not isinstance(call, Call) or not isinstance(call.func, Name) or not _is_signature(call, head.rstrip()):
        raise wrong
    values = [item.value if isinstance(item, Starred) else item for item in call.args] + [item.value for item in call.keywords]
    for value in values:
        for node in walk(value):
            if getattr(node, "lineno", 0) == 1:
                node.col_offset -= 1  # the name in front was not there
                node.end_col_offset -= node.end_lineno == 1
    return FunctionType(argtypes=values, returns=result)


def literal_eval(node_or_string):
    """The value of a text or tree that consists of literals: strings, bytes, numbers, tuples, lists, dicts, sets, booleans, None and Ellipsis."""
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(" \t"), mode="eval")
    if isinstance(node, Expression):
        node = node.body
    return _literal(node)


def _malformed(node):
    line = getattr(node, "lineno", None)
    where = f" on line {line}" if line else ""
    return ValueError(f"malformed node or string{where}: {node!r}")


def _number(node, signed=True):
    if signed and isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand, False)
        return +value if isinstance(node.op, UAdd) else -value
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        raise _malformed(node)
    return node.value


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            raise _malformed(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left = _number(node.left)
        right = _number(node.right, False)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _number(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """The tree as text."""
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {node.__class__.__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    return _dumped(node, annotate_fields, include_attributes, indent, 0)[0]


def _dumped(node, annotate, attributes, indent, level):
    "The text, and whether it is so short that it may stay in one line."
    if indent is not None:
        level += 1
        start, between = "\n" + indent * level, ",\n" + indent * level
    else:
        start, between = "", ", "
    if isinstance(node, AST):
        cls = type(node)
        items = []
        simple, with_names = True, annotate
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                with_names = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                with_names = True
                continue
            text, is_simple = _dumped(value, annotate, attributes, indent, level)
            simple = simple and is_simple
            items.append(f"{name}={text}" if with_names else text)
        if attributes and node._attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    continue
                text, is_simple = _dumped(value, annotate, attributes, indent, level)
                simple = simple and is_simple
                items.append(f"{name}={text}")
        if simple and len(items) <= 3:
            return f"{node.__class__.__name__}({', '.join(items)})", not items
        return f"{node.__class__.__name__}({start}{between.join(items)})", False
    if isinstance(node, list):
        if not node:
            return "[]", True
        return f"[{start}{between.join(_dumped(item, annotate, attributes, indent, level)[0] for item in node)}]", False
    return repr(node), True


# ---- places

def copy_location(new_node, old_node):
    """Gives a node the place of another; returns it."""
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith("end_"):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place the one of their parent."""
    _fix(node, 1, 0, 1, 0)
    return node


def _fix(node, lineno, col_offset, end_lineno, end_col_offset):
    attributes = node._attributes
    if "lineno" in attributes:
        if not hasattr(node, "lineno"):
            node.lineno = lineno
        else:
            lineno = node.lineno
    if "end_lineno" in attributes:
        if getattr(node, "end_lineno", None) is None:
            node.end_lineno = end_lineno
        else:
            end_lineno = node.end_lineno
    if "col_offset" in attributes:
        if not hasattr(node, "col_offset"):
            node.col_offset = col_offset
        else:
            col_offset = node.col_offset
    if "end_col_offset" in attributes:
        if getattr(node, "end_col_offset", None) is None:
            node.end_col_offset = end_col_offset
        else:
            end_col_offset = node.end_col_offset
    for child in iter_child_nodes(node):
        _fix(child, lineno, col_offset, end_lineno, end_col_offset)


def increment_lineno(node, n=1):
    """Moves a tree down by n lines."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, "lineno", 0) + n
            continue
        if "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes and (end := getattr(child, "end_lineno", 0)) is not None:
            child.end_lineno = end + n
    return node


# ---- walking

def iter_fields(node):
    """The pairs of name and value of the fields a node has."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes in the fields of a node, and in lists there."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """The node and all that are under it, level by level."""
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


class NodeVisitor(object):
    """Calls visit_<Class>() for a node, or generic_visit(), which visits the children."""

    def visit(self, node):
        return getattr(self, "visit_" + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)

    def visit_Constant(self, node):
        # Names of before Python 3.8, when somebody has given them.
        value = node.value
        name = _old_names.get(type(value))
        if name is None:
            for cls, old in _old_names.items():
                if isinstance(value, cls):
                    name = old
                    break
        if name is not None:
            visitor = getattr(self, "visit_" + name, None)
            if visitor is not None:
                import warnings
                warnings.warn(f"visit_{name} is deprecated; add visit_Constant", DeprecationWarning, 2)
                return visitor(node)
        return self.generic_visit(node)


_old_names = {bool: "NameConstant", type(None): "NameConstant", int: "Num", float: "Num", complex: "Num", str: "Str", bytes: "Bytes", type(...): "Ellipsis"}


class NodeTransformer(NodeVisitor):
    """A visitor whose methods return what is to stand in the node's place: a node, None for nothing, in lists a list of nodes."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node


# ---- text of nodes

def get_docstring(node, clean=True):
    """The docstring of a function, class or module, or None."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    return _clean_docstring(value.value) if clean else value.value


def _clean_docstring(text):
    "As inspect.cleandoc()."
    lines = text.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()), default=sys.maxsize)
    lines[0] = lines[0].lstrip()
    if margin < sys.maxsize:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _split_lines(source):
    "Lines with their ends, as the parser counts them: a form feed ends none."
    import re
    return [match[0] for match in re.finditer(r"(.*?(?:\r\n|\n|\r|$))", source, re.S) if match[0]]


def get_source_segment(source, node, *, padded=False):
    """The text a node was made from, or None when its place is not known."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = _split_lines(source)
    if first == last:
        return lines[first].encode()[start:end].decode()
    padding = "".join(c if c in "\f\t" else " " for c in lines[first].encode()[:start].decode()) if padded else ""
    return "".join([padding + lines[first].encode()[start:].decode(), *lines[first + 1:last], lines[last].encode()[:end].decode()])


def unparse(ast_obj):
    """A text whose tree is this one."""
    from _ast_unparse import Writer
    return Writer().text_of(ast_obj)


def _text_to_compile(tree, mode):
    "For compile(): the text of a tree, and the places of its nodes as bytes. TypeError and ValueError for what is no tree."
    import _ast_check
    from _ast_unparse import Writer
    _ast_check.check(tree, mode)
    writer = Writer(to_compile=True)
    return writer.text_of(tree), writer.packed_places()


# ---- of before Python 3.9

class slice(AST):
    """Deprecated AST node class."""


class Index(slice):
    """Deprecated AST node class. Use the index value directly instead."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Deprecated AST node class. Use ast.Tuple instead."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


class Suite(mod):
    """Deprecated AST node class.  Unused in Python 3."""


class AugLoad(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


class AugStore(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


class Param(expr_context):
    """Deprecated AST node class.  Unused in Python 3."""


def _deprecated(message, level=3):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=level)


def _value_property(name):
    def get(self):
        _deprecated(f"Attribute {name} is deprecated and will be removed in Python 3.14; use value instead")
        return self.value

    def set(self, value):
        _deprecated(f"Attribute {name} is deprecated and will be removed in Python 3.14; use value instead")
        self.value = value
    return property(get, set)


Constant.n = _value_property("n")
Constant.s = _value_property("s")


class _OldConstant(type):
    "The classes that Constant has replaced: calling one makes a Constant, and constants of its kind are instances."

    def __instancecheck__(cls, instance):
        _deprecated(f"ast.{cls.__name__} is deprecated and will be removed in Python 3.14; use ast.Constant instead")
        if not isinstance(instance, Constant):
            return False
        return isinstance(instance.value, cls._kinds) and not isinstance(instance.value, cls._not)

    def __call__(cls, *args, **kwargs):
        _deprecated(f"ast.{cls.__name__} is deprecated and will be removed in Python 3.14; use ast.Constant instead")
        if cls.__name__ == "Ellipsis":
            return Constant(..., *args, **kwargs)
        for name in ("n", "s"):
            if name in kwargs:
                kwargs["value"] = kwargs.pop(name)
        return Constant(*args, **kwargs)


def __getattr__(name):
    kinds = {"Num": ((int, float, complex), bool), "Str": (str, ()), "Bytes": (bytes, ()), "NameConstant": ((bool, type(None)), ()),
             "Ellipsis": (type(...), ())}.get(name)
    if kinds is None:
        raise AttributeError(f"module 'ast' has no attribute {name!r}")
    _deprecated(f"ast.{name} is deprecated and will be removed in Python 3.14; use ast.Constant instead")
    cls = globals()[name] = _OldConstant(name, (Constant,), {"__module__": "ast", "_kinds": kinds[0], "_not": kinds[1], "_fields": Constant._fields})
    return cls


def main():
    import argparse
    parser = argparse.ArgumentParser(prog="python -m ast")
    parser.add_argument("infile", nargs="?", default="-", help="the file to parse; defaults to stdin")
    parser.add_argument("-m", "--mode", default="exec", choices=("exec", "single", "eval", "func_type"), help="specify what kind of code must be parsed")
    parser.add_argument("--no-type-comments", default=True, action="store_false", help="don't add information about type comments")
    parser.add_argument("-a", "--include-attributes", action="store_true", help="include attributes such as line numbers and column offsets")
    parser.add_argument("-i", "--indent", type=int, default=3, help="indentation of nodes (number of spaces)")
    args = parser.parse_args()
    if args.infile == "-":
        name, source = "<stdin>", sys.stdin.buffer.read()
    else:
        name = args.infile
        with open(name, "rb") as infile:
            source = infile.read()
    print(dump(parse(source, name, args.mode, type_comments=args.no_type_comments), include_attributes=args.include_attributes, indent=args.indent))


if __name__ == "__main__":
    from ast import main  # whose classes are those of the parser
    main()
