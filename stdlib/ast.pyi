import os
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Literal, TypeVar as _TypeVar, overload
from typing_extensions import TypeAlias

_Identifier: TypeAlias = str
_ConstantValue: TypeAlias = Any
_NodeT = _TypeVar("_NodeT", bound=AST)

PyCF_ONLY_AST: int
PyCF_TYPE_COMMENTS: int
PyCF_ALLOW_TOP_LEVEL_AWAIT: int

class AST:
    _attributes: ClassVar[tuple[str, ...]]
    _fields: ClassVar[tuple[str, ...]]
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...

class mod(AST):
    __match_args__ = ()

class Module(mod):
    body: list[stmt]
    type_ignores: list[type_ignore]
    __match_args__ = ("body", "type_ignores")

class Interactive(mod):
    body: list[stmt]
    __match_args__ = ("body",)

class Expression(mod):
    body: expr
    __match_args__ = ("body",)

class FunctionType(mod):
    argtypes: list[expr]
    returns: expr
    __match_args__ = ("argtypes", "returns")

class stmt(AST):
    lineno: int
    col_offset: int
    end_lineno: int | None
    end_col_offset: int | None
    __match_args__ = ()

class FunctionDef(stmt):
    name: _Identifier
    args: arguments
    body: list[stmt]
    decorator_list: list[expr]
    returns: expr | None
    type_comment: str | None
    type_params: list[type_param]
    __match_args__ = ("name", "args", "body", "decorator_list", "returns", "type_comment", "type_params")

class AsyncFunctionDef(stmt):
    name: _Identifier
    args: arguments
    body: list[stmt]
    decorator_list: list[expr]
    returns: expr | None
    type_comment: str | None
    type_params: list[type_param]
    __match_args__ = ("name", "args", "body", "decorator_list", "returns", "type_comment", "type_params")

class ClassDef(stmt):
    name: _Identifier
    bases: list[expr]
    keywords: list[keyword]
    body: list[stmt]
    decorator_list: list[expr]
    type_params: list[type_param]
    __match_args__ = ("name", "bases", "keywords", "body", "decorator_list", "type_params")

class Return(stmt):
    value: expr | None
    __match_args__ = ("value",)

class Delete(stmt):
    targets: list[expr]
    __match_args__ = ("targets",)

class Assign(stmt):
    targets: list[expr]
    value: expr
    type_comment: str | None
    __match_args__ = ("targets", "value", "type_comment")

class TypeAlias(stmt):
    name: expr
    type_params: list[type_param]
    value: expr
    __match_args__ = ("name", "type_params", "value")

class AugAssign(stmt):
    target: expr
    op: operator
    value: expr
    __match_args__ = ("target", "op", "value")

class AnnAssign(stmt):
    target: expr
    annotation: expr
    value: expr | None
    simple: int
    __match_args__ = ("target", "annotation", "value", "simple")

class For(stmt):
    target: expr
    iter: expr
    body: list[stmt]
    orelse: list[stmt]
    type_comment: str | None
    __match_args__ = ("target", "iter", "body", "orelse", "type_comment")

class AsyncFor(stmt):
    target: expr
    iter: expr
    body: list[stmt]
    orelse: list[stmt]
    type_comment: str | None
    __match_args__ = ("target", "iter", "body", "orelse", "type_comment")

class While(stmt):
    test: expr
    body: list[stmt]
    orelse: list[stmt]
    __match_args__ = ("test", "body", "orelse")

class If(stmt):
    test: expr
    body: list[stmt]
    orelse: list[stmt]
    __match_args__ = ("test", "body", "orelse")

class With(stmt):
    items: list[withitem]
    body: list[stmt]
    type_comment: str | None
    __match_args__ = ("items", "body", "type_comment")

class AsyncWith(stmt):
    items: list[withitem]
    body: list[stmt]
    type_comment: str | None
    __match_args__ = ("items", "body", "type_comment")

class Match(stmt):
    subject: expr
    cases: list[match_case]
    __match_args__ = ("subject", "cases")

class Raise(stmt):
    exc: expr | None
    cause: expr | None
    __match_args__ = ("exc", "cause")

class Try(stmt):
    body: list[stmt]
    handlers: list[excepthandler]
    orelse: list[stmt]
    finalbody: list[stmt]
    __match_args__ = ("body", "handlers", "orelse", "finalbody")

class TryStar(stmt):
    body: list[stmt]
    handlers: list[excepthandler]
    orelse: list[stmt]
    finalbody: list[stmt]
    __match_args__ = ("body", "handlers", "orelse", "finalbody")

class Assert(stmt):
    test: expr
    msg: expr | None
    __match_args__ = ("test", "msg")

class Import(stmt):
    names: list[alias]
    __match_args__ = ("names",)

class ImportFrom(stmt):
    module: _Identifier | None
    names: list[alias]
    level: int | None
    __match_args__ = ("module", "names", "level")

class Global(stmt):
    names: list[_Identifier]
    __match_args__ = ("names",)

class Nonlocal(stmt):
    names: list[_Identifier]
    __match_args__ = ("names",)

class Expr(stmt):
    value: expr
    __match_args__ = ("value",)

class Pass(stmt):
    __match_args__ = ()

class Break(stmt):
    __match_args__ = ()

class Continue(stmt):
    __match_args__ = ()

class expr(AST):
    lineno: int
    col_offset: int
    end_lineno: int | None
    end_col_offset: int | None
    __match_args__ = ()

class BoolOp(expr):
    op: boolop
    values: list[expr]
    __match_args__ = ("op", "values")

class NamedExpr(expr):
    target: expr
    value: expr
    __match_args__ = ("target", "value")

class BinOp(expr):
    left: expr
    op: operator
    right: expr
    __match_args__ = ("left", "op", "right")

class UnaryOp(expr):
    op: unaryop
    operand: expr
    __match_args__ = ("op", "operand")

class Lambda(expr):
    args: arguments
    body: expr
    __match_args__ = ("args", "body")

class IfExp(expr):
    test: expr
    body: expr
    orelse: expr
    __match_args__ = ("test", "body", "orelse")

class Dict(expr):
    keys: list[expr | None]
    values: list[expr]
    __match_args__ = ("keys", "values")

class Set(expr):
    elts: list[expr]
    __match_args__ = ("elts",)

class ListComp(expr):
    elt: expr
    generators: list[comprehension]
    __match_args__ = ("elt", "generators")

class SetComp(expr):
    elt: expr
    generators: list[comprehension]
    __match_args__ = ("elt", "generators")

class DictComp(expr):
    key: expr
    value: expr
    generators: list[comprehension]
    __match_args__ = ("key", "value", "generators")

class GeneratorExp(expr):
    elt: expr
    generators: list[comprehension]
    __match_args__ = ("elt", "generators")

class Await(expr):
    value: expr
    __match_args__ = ("value",)

class Yield(expr):
    value: expr | None
    __match_args__ = ("value",)

class YieldFrom(expr):
    value: expr
    __match_args__ = ("value",)

class Compare(expr):
    left: expr
    ops: list[cmpop]
    comparators: list[expr]
    __match_args__ = ("left", "ops", "comparators")

class Call(expr):
    func: expr
    args: list[expr]
    keywords: list[keyword]
    __match_args__ = ("func", "args", "keywords")

class FormattedValue(expr):
    value: expr
    conversion: int
    format_spec: expr | None
    __match_args__ = ("value", "conversion", "format_spec")

class JoinedStr(expr):
    values: list[expr]
    __match_args__ = ("values",)

class Constant(expr):
    value: _ConstantValue
    kind: str | None
    __match_args__ = ("value", "kind")

class Attribute(expr):
    value: expr
    attr: _Identifier
    ctx: expr_context
    __match_args__ = ("value", "attr", "ctx")

class Subscript(expr):
    value: expr
    slice: expr
    ctx: expr_context
    __match_args__ = ("value", "slice", "ctx")

class Starred(expr):
    value: expr
    ctx: expr_context
    __match_args__ = ("value", "ctx")

class Name(expr):
    id: _Identifier
    ctx: expr_context
    __match_args__ = ("id", "ctx")

class List(expr):
    elts: list[expr]
    ctx: expr_context
    __match_args__ = ("elts", "ctx")

class Tuple(expr):
    elts: list[expr]
    ctx: expr_context
    __match_args__ = ("elts", "ctx")

class Slice(expr):
    lower: expr | None
    upper: expr | None
    step: expr | None
    __match_args__ = ("lower", "upper", "step")

class expr_context(AST):
    __match_args__ = ()

class Load(expr_context):
    __match_args__ = ()

class Store(expr_context):
    __match_args__ = ()

class Del(expr_context):
    __match_args__ = ()

class boolop(AST):
    __match_args__ = ()

class And(boolop):
    __match_args__ = ()

class Or(boolop):
    __match_args__ = ()

class operator(AST):
    __match_args__ = ()

class Add(operator):
    __match_args__ = ()

class Sub(operator):
    __match_args__ = ()

class Mult(operator):
    __match_args__ = ()

class MatMult(operator):
    __match_args__ = ()

class Div(operator):
    __match_args__ = ()

class Mod(operator):
    __match_args__ = ()

class Pow(operator):
    __match_args__ = ()

class LShift(operator):
    __match_args__ = ()

class RShift(operator):
    __match_args__ = ()

class BitOr(operator):
    __match_args__ = ()

class BitXor(operator):
    __match_args__ = ()

class BitAnd(operator):
    __match_args__ = ()

class FloorDiv(operator):
    __match_args__ = ()

class unaryop(AST):
    __match_args__ = ()

class Invert(unaryop):
    __match_args__ = ()

class Not(unaryop):
    __match_args__ = ()

class UAdd(unaryop):
    __match_args__ = ()

class USub(unaryop):
    __match_args__ = ()

class cmpop(AST):
    __match_args__ = ()

class Eq(cmpop):
    __match_args__ = ()

class NotEq(cmpop):
    __match_args__ = ()

class Lt(cmpop):
    __match_args__ = ()

class LtE(cmpop):
    __match_args__ = ()

class Gt(cmpop):
    __match_args__ = ()

class GtE(cmpop):
    __match_args__ = ()

class Is(cmpop):
    __match_args__ = ()

class IsNot(cmpop):
    __match_args__ = ()

class In(cmpop):
    __match_args__ = ()

class NotIn(cmpop):
    __match_args__ = ()

class comprehension(AST):
    target: expr
    iter: expr
    ifs: list[expr]
    is_async: int
    __match_args__ = ("target", "iter", "ifs", "is_async")

class excepthandler(AST):
    lineno: int
    col_offset: int
    end_lineno: int | None
    end_col_offset: int | None
    __match_args__ = ()

class ExceptHandler(excepthandler):
    type: expr | None
    name: _Identifier | None
    body: list[stmt]
    __match_args__ = ("type", "name", "body")

class arguments(AST):
    posonlyargs: list[arg]
    args: list[arg]
    vararg: arg | None
    kwonlyargs: list[arg]
    kw_defaults: list[expr | None]
    kwarg: arg | None
    defaults: list[expr]
    __match_args__ = ("posonlyargs", "args", "vararg", "kwonlyargs", "kw_defaults", "kwarg", "defaults")

class arg(AST):
    arg: _Identifier
    annotation: expr | None
    type_comment: str | None
    lineno: int
    col_offset: int
    end_lineno: int | None
    end_col_offset: int | None
    __match_args__ = ("arg", "annotation", "type_comment")

class keyword(AST):
    arg: _Identifier | None
    value: expr
    lineno: int
    col_offset: int
    end_lineno: int | None
    end_col_offset: int | None
    __match_args__ = ("arg", "value")

class alias(AST):
    name: _Identifier
    asname: _Identifier | None
    lineno: int
    col_offset: int
    end_lineno: int | None
    end_col_offset: int | None
    __match_args__ = ("name", "asname")

class withitem(AST):
    context_expr: expr
    optional_vars: expr | None
    __match_args__ = ("context_expr", "optional_vars")

class match_case(AST):
    pattern: pattern
    guard: expr | None
    body: list[stmt]
    __match_args__ = ("pattern", "guard", "body")

class pattern(AST):
    lineno: int
    col_offset: int
    end_lineno: int
    end_col_offset: int
    __match_args__ = ()

class MatchValue(pattern):
    value: expr
    __match_args__ = ("value",)

class MatchSingleton(pattern):
    value: _ConstantValue
    __match_args__ = ("value",)

class MatchSequence(pattern):
    patterns: list[pattern]
    __match_args__ = ("patterns",)

class MatchMapping(pattern):
    keys: list[expr]
    patterns: list[pattern]
    rest: _Identifier | None
    __match_args__ = ("keys", "patterns", "rest")

class MatchClass(pattern):
    cls: expr
    patterns: list[pattern]
    kwd_attrs: list[_Identifier]
    kwd_patterns: list[pattern]
    __match_args__ = ("cls", "patterns", "kwd_attrs", "kwd_patterns")

class MatchStar(pattern):
    name: _Identifier | None
    __match_args__ = ("name",)

class MatchAs(pattern):
    pattern: pattern | None
    name: _Identifier | None
    __match_args__ = ("pattern", "name")

class MatchOr(pattern):
    patterns: list[pattern]
    __match_args__ = ("patterns",)

class type_ignore(AST):
    __match_args__ = ()

class TypeIgnore(type_ignore):
    lineno: int
    tag: str
    __match_args__ = ("lineno", "tag")

class type_param(AST):
    lineno: int
    col_offset: int
    end_lineno: int
    end_col_offset: int
    __match_args__ = ()

class TypeVar(type_param):
    name: _Identifier
    bound: expr | None
    __match_args__ = ("name", "bound")

class ParamSpec(type_param):
    name: _Identifier
    __match_args__ = ("name",)

class TypeVarTuple(type_param):
    name: _Identifier
    __match_args__ = ("name",)

class slice(AST): ...
class Index(slice): ...
class ExtSlice(slice): ...
class Suite(mod): ...
class AugLoad(expr_context): ...
class AugStore(expr_context): ...
class Param(expr_context): ...
class Num(Constant): ...
class Str(Constant): ...
class Bytes(Constant): ...
class NameConstant(Constant): ...
class Ellipsis(Constant): ...

class NodeVisitor:
    def visit(self, node: AST) -> Any: ...
    def generic_visit(self, node: AST) -> Any: ...

class NodeTransformer(NodeVisitor):
    def generic_visit(self, node: AST) -> AST: ...

@overload
def parse(source: str | bytes, filename: str | bytes = "<unknown>", mode: Literal["exec"] = "exec", *, type_comments: bool = False, feature_version: int | tuple[int, int] | None = None) -> Module: ...
@overload
def parse(source: str | bytes, filename: str | bytes, mode: Literal["eval"], *, type_comments: bool = False, feature_version: int | tuple[int, int] | None = None) -> Expression: ...
@overload
def parse(source: str | bytes, *, mode: Literal["eval"], type_comments: bool = False, feature_version: int | tuple[int, int] | None = None) -> Expression: ...
@overload
def parse(source: Any, filename: str | bytes = "<unknown>", mode: str = "exec", *, type_comments: bool = False, feature_version: int | tuple[int, int] | None = None) -> Any: ...
def unparse(ast_obj: AST) -> str: ...
def literal_eval(node_or_string: str | AST) -> Any: ...
def dump(node: AST, annotate_fields: bool = True, include_attributes: bool = False, *, indent: int | str | None = None) -> str: ...
def copy_location(new_node: _NodeT, old_node: AST) -> _NodeT: ...
def fix_missing_locations(node: _NodeT) -> _NodeT: ...
def increment_lineno(node: _NodeT, n: int = 1) -> _NodeT: ...
def iter_fields(node: AST) -> Iterator[tuple[str, Any]]: ...
def iter_child_nodes(node: AST) -> Iterator[AST]: ...
def get_docstring(node: AsyncFunctionDef | FunctionDef | ClassDef | Module, clean: bool = True) -> str | None: ...
def get_source_segment(source: str, node: AST, *, padded: bool = False) -> str | None: ...
def walk(node: AST) -> Iterator[AST]: ...
def main() -> None: ...
