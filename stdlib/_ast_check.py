"""Whether a tree may be compiled: what compile() says of trees that are none."""

import ast

_empty = {"FunctionDef": "body", "AsyncFunctionDef": "body", "ClassDef": "body", "For": "body", "AsyncFor": "body", "While": "body", "If": "body",
          "With": "body", "AsyncWith": "body", "Try": "body", "TryStar": "body", "ExceptHandler": "body", "match_case": "body", "Delete": "targets",
          "Assign": "targets", "Import": "names", "ImportFrom": "names", "Global": "names", "Nonlocal": "names", "Match": "cases"}
_contexts = {"Assign": {"targets": "Store"}, "Delete": {"targets": "Del"}, "AugAssign": {"target": "Store"}, "AnnAssign": {"target": "Store"},
             "For": {"target": "Store"}, "AsyncFor": {"target": "Store"}, "comprehension": {"target": "Store"}, "withitem": {"optional_vars": "Store"},
             "NamedExpr": {"target": "Store"}, "TypeAlias": {"name": "Store"}}
_with_context = ("Attribute", "Subscript", "Starred", "Name", "List", "Tuple")
_kinds = {"mod": "Module", "expr": "expr"}


def check(tree, mode):
    wanted = {"exec": "Module", "eval": "Expression", "single": "Interactive"}[mode]
    if type(tree).__name__ != wanted and not isinstance(tree, getattr(ast, wanted)):
        raise TypeError(f"expected {wanted} node, got {type(tree).__name__}")
    _fields(tree)
    _meaning(tree, "Load")


def _class_of(node):
    "The class of the grammar that a node is of: scripts may have derived from it."
    for cls in type(node).__mro__:
        if cls.__module__ == "ast" and "_types" in cls.__dict__:
            return cls
    return type(node)


# ---- the fields are there and of their types

def _fields(node):
    cls = _class_of(node)
    for name, kind in cls._types.items():
        many, optional = kind[-1] == "*", kind[-1] == "?"
        kind = kind.rstrip("*?")
        try:
            value = getattr(node, name)
        except AttributeError:
            if many:
                setattr(node, name, [])
                continue
            raise TypeError(f"required field \"{name}\" missing from {cls.__name__}") from None
        if many:
            if not isinstance(value, list):
                raise TypeError(f"{cls.__name__} field \"{name}\" must be a list, not a {type(value).__name__}")
            for item in value:
                if item is None and (cls.__name__, name) in (("Dict", "keys"), ("arguments", "kw_defaults")):
                    continue
                _value(item, kind)
        elif value is None and (optional or kind == "constant"):
            continue
        elif value is None:
            raise ValueError(f"field '{name}' is required for {cls.__name__}")
        else:
            _value(value, kind)


def _value(value, kind):
    if kind == "identifier":
        if type(value) is not str:
            raise TypeError("AST identifier must be of type str")
    elif kind == "string":
        if type(value) not in (str, bytes):
            raise TypeError("AST string must be of type str")
    elif kind == "int":
        if not isinstance(value, int):
            raise ValueError(f"invalid integer value: {value!r}")
    elif kind == "constant":
        _constant(value)
    else:
        cls = getattr(ast, kind)
        if cls._attributes:
            for name in ("lineno", "col_offset"):
                if not hasattr(value, name):
                    raise TypeError(f"required field \"{name}\" missing from {kind}")
        if not isinstance(value, cls) or type(value) is cls and cls.__subclasses__() and not cls._fields:
            raise TypeError(f"expected some sort of {kind}, but got {value!r}")
        _fields(value)


def _constant(value):
    if value is None or value is ... or type(value) in (bool, int, float, complex, str, bytes):
        return
    if type(value) in (tuple, frozenset):
        for item in value:
            _constant(item)
        return
    raise TypeError(f"got an invalid type in Constant: {type(value).__name__}")


# ---- what no grammar can say

def _meaning(node, context):
    cls = _class_of(node).__name__
    if cls in _with_context:
        own = type(node.ctx).__name__
        if own != context:
            raise ValueError(f"expression must have {context} context but has {own} instead")
    elif context != "Load" and isinstance(node, ast.expr):
        raise ValueError(f"expression which can't be assigned to in {context} context")
    needed = _empty.get(cls)
    if needed and not getattr(node, needed):
        raise ValueError(f"empty {needed} on {cls}")
    check = _checks.get(cls)
    if check:
        check(node)
    places = _contexts.get(cls, {})
    inner = context if cls in ("Starred", "List", "Tuple") else "Load"
    for name in node._fields:
        value = getattr(node, name, None)
        wanted = places.get(name, inner)
        if isinstance(value, list):
            for item in value:
                if isinstance(item, ast.AST):
                    _meaning(item, wanted if isinstance(item, ast.expr) else "Load")
        elif isinstance(value, ast.AST):
            _meaning(value, wanted if isinstance(value, ast.expr) else "Load")


def _name(node):
    if node.id in ("None", "True", "False"):
        raise ValueError(f"identifier field can't represent '{node.id}' constant")


def _bool_op(node):
    if len(node.values) < 2:
        raise ValueError("BoolOp with less than 2 values")


def _compare(node):
    if not node.comparators:
        raise ValueError("Compare with no comparators")
    if len(node.comparators) != len(node.ops):
        raise ValueError("Compare has a different number of comparators and operands")


def _dict(node):
    if len(node.keys) != len(node.values):
        raise ValueError("Dict doesn't have the same number of keys as values")


def _try(node):
    if not node.handlers and not node.finalbody:
        raise ValueError(f"{type(node).__name__} has neither handlers nor finalbody" if isinstance(node, ast.TryStar) else
                         f"{type(node).__name__} has neither except handlers nor finalbody")
    if not node.handlers and node.orelse:
        raise ValueError(f"{type(node).__name__} has orelse but no except handlers")


def _raise(node):
    if node.cause is not None and node.exc is None:
        raise ValueError("Raise with cause but no exception")


def _with(node):
    if not node.items:
        raise ValueError(f"empty items on {type(node).__name__}")


def _import_from(node):
    if (node.level or 0) < 0:
        raise ValueError("Negative ImportFrom level")


def _comprehension(node):
    if not node.generators:
        raise ValueError("comprehension with no generators")


def _arguments(node):
    if len(node.defaults) > len(node.args) + len(node.posonlyargs):
        raise ValueError("more positional defaults than args on arguments")
    if len(node.kw_defaults) != len(node.kwonlyargs):
        raise ValueError("length of kwonlyargs is not the same as kw_defaults on arguments")


def _ann_assign(node):
    if node.simple and not isinstance(node.target, ast.Name):
        raise TypeError("AnnAssign with simple non-Name target")


def _match_or(node):
    if len(node.patterns) < 2:
        raise ValueError("MatchOr requires at least 2 patterns")


def _match_mapping(node):
    if len(node.keys) != len(node.patterns):
        raise ValueError("MatchMapping doesn't have the same number of keys as patterns")


def _match_class(node):
    if len(node.kwd_attrs) != len(node.kwd_patterns):
        raise ValueError("MatchClass doesn't have the same number of keyword attributes as patterns")


_checks = {"Name": _name, "BoolOp": _bool_op, "Compare": _compare, "Dict": _dict, "Try": _try, "TryStar": _try, "Raise": _raise, "With": _with,
           "AsyncWith": _with, "ImportFrom": _import_from, "ListComp": _comprehension, "SetComp": _comprehension, "DictComp": _comprehension,
           "GeneratorExp": _comprehension, "arguments": _arguments, "AnnAssign": _ann_assign, "MatchOr": _match_or, "MatchMapping": _match_mapping,
           "MatchClass": _match_class}
