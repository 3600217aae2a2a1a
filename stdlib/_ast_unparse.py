"""Trees as text: what ast.unparse() and compile() of a tree use."""

import ast
import sys
from keyword import iskeyword

# What may stand where without parentheses, from loose to tight.
NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, ARITHMETIC, TERM, FACTOR, POWER, AWAIT, ATOM = range(18)

_binary = {"Add": ("+", ARITHMETIC), "Sub": ("-", ARITHMETIC), "Mult": ("*", TERM), "MatMult": ("@", TERM), "Div": ("/", TERM), "Mod": ("%", TERM),
           "LShift": ("<<", SHIFT), "RShift": (">>", SHIFT), "BitOr": ("|", BIT_OR), "BitXor": ("^", BIT_XOR), "BitAnd": ("&", BIT_AND),
           "FloorDiv": ("//", TERM), "Pow": ("**", POWER)}
_unary = {"Invert": ("~", FACTOR), "Not": ("not", NOT), "UAdd": ("+", FACTOR), "USub": ("-", FACTOR)}
_boolean = {"And": ("and", AND), "Or": ("or", OR)}
_comparison = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in"}
_infinity = "1e" + repr(sys.float_info.max_10_exp + 1)
_one_line_quotes = ("'", '"')
_all_quotes = ("'", '"', '"""', "'''")


def _kind(node):
    return node.__class__.__name__


class Writer:
    """to_compile: the text is for compile(). Statements begin on the lines that they have in the tree, where there is room; names that no text can
    have stand between two control characters (lexer.re knows them); and `places` has, for each node that has a place, where it begins and ends
    in the text, in bytes, and its line, column, last line and last column (runtime/loader.h, TreePlace)."""

    def __init__(self, to_compile=False):
        self.parts = []
        self.indentation = 0
        self.to_compile = to_compile
        self.line = 1
        self.size = 0
        self.places = [] if to_compile else None

    def text_of(self, node):
        self.statement_or_expression(node)
        return "".join(self.parts)

    def write(self, *texts):
        self.parts.extend(texts)
        if self.to_compile:
            for text in texts:
                if "\n" in text:
                    self.line += text.count("\n")
                self.size += len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))

    def begin(self, node):
        "Notes where a node begins; the index of where its end belongs."
        places = self.places
        if places is None:
            return None
        try:
            line, column, end_line, end_column = node.lineno, node.col_offset, node.end_lineno, node.end_col_offset
        except AttributeError:
            return None
        if end_line is None or end_column is None:
            end_line, end_column = line, column
        places += (self.size, self.size, line, column, end_line, end_column)
        return len(places) - 5

    def packed_places(self):
        from array import array
        try:
            return array("I", self.places).tobytes()
        except OverflowError:
            return array("I", [min(max(value, 0), 0x7fffffff) for value in self.places]).tobytes()

    def name(self, name):
        "As the text has it."
        if not self.to_compile or name.isidentifier() and not iskeyword(name):
            return name
        return f"\x02{name}\x03" if name.isprintable() else name

    def dotted(self, name):
        return ".".join(map(self.name, name.split(".")))

    def fill(self, text, node=None):
        "Begins a line."
        if self.parts:
            gap = 1
            if self.to_compile:
                gap = max(1, getattr(node, "lineno", 0) - self.line)
            self.write("\n" * gap)
        elif self.to_compile:
            self.write("\n" * max(0, getattr(node, "lineno", 1) - 1))
        self.write("    " * self.indentation + text)

    def blank_line(self):
        if self.parts and not self.to_compile:
            self.write("\n")

    # ---- statements

    def statement_or_expression(self, node):
        if isinstance(node, list):
            for item in node:
                self.statement_or_expression(item)
            return
        kind = _kind(node)
        method = getattr(self, "do_" + kind, None)
        if method is not None:
            place = self.begin(node)
            method(node)
            if place is not None:
                self.places[place] = self.size
        elif any(hasattr(self, "on_" + cls.__name__) for cls in type(node).__mro__):
            self.expression(node, TEST)
        else:
            for name in node._fields:  # AttributeError for what is no node
                value = getattr(node, name, None)
                if isinstance(value, (ast.AST, list)):
                    self.statement_or_expression(value)

    def block(self, body):
        self.write(":")
        self.indented(body)

    def indented(self, body):
        self.indentation += 1
        for node in body:
            self.statement_or_expression(node)
        self.indentation -= 1

    def body_with_docstring(self, node):
        body = node.body
        text = self.docstring_of(node)
        if text is not None:
            self.fill("", body[0])
            self.docstring(text)
            body = body[1:]
        for item in body:
            self.statement_or_expression(item)

    def docstring_of(self, node):
        "The constant that is the docstring."
        body = node.body
        if body and isinstance(body[0], ast.Expr):
            value = body[0].value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                return value
        return None

    def docstring(self, node):
        if node.kind == "u":
            self.write("u")
        if self.to_compile:
            self.write(_literal(node.value))
            return
        text, quotes = _quoted_text(node.value, ('"""', "'''"), True)
        self.write(f"{quotes}{text}{quotes}")

    def do_Module(self, node):
        self.body_with_docstring(node)

    def do_Interactive(self, node):
        for item in node.body:
            self.statement_or_expression(item)

    def do_Expression(self, node):
        self.expression(node.body, TEST)

    def do_FunctionType(self, node):
        self.write("(")
        self.comma_separated(node.argtypes)
        self.write(") -> ")
        self.expression(node.returns, TEST)

    def do_Expr(self, node):
        self.fill("", node)
        self.expression(node.value, YIELD)

    def do_Import(self, node):
        self.fill("import ", node)
        self.aliases(node.names)

    def do_ImportFrom(self, node):
        self.fill("from ", node)
        self.write("." * (node.level or 0))
        if node.module:
            self.write(self.dotted(node.module))
        self.write(" import ")
        self.aliases(node.names)

    def aliases(self, names):
        for i, alias in enumerate(names):
            self.write(", " if i else "", "*" if alias.name == "*" else self.dotted(alias.name))
            if alias.asname:
                self.write(" as ", self.name(alias.asname))

    def do_alias(self, node):
        self.aliases([node])

    def do_Assign(self, node):
        self.fill("", node)
        for target in node.targets:
            self.expression(target, TUPLE)
            self.write(" = ")
        self.expression(node.value, TEST)
        self.type_comment(node)

    def type_comment(self, node):
        comment = getattr(node, "type_comment", None)
        if comment is not None:
            self.write(f" # type: {comment}")

    def do_AugAssign(self, node):
        self.fill("", node)
        self.expression(node.target, TEST)
        self.write(" ", _binary[_kind(node.op)][0], "= ")
        self.expression(node.value, TEST)

    def do_AnnAssign(self, node):
        self.fill("", node)
        bracketed = not node.simple and isinstance(node.target, ast.Name)
        self.write("(" if bracketed else "")
        self.expression(node.target, TEST)
        self.write(")" if bracketed else "", ": ")
        self.expression(node.annotation, TEST)
        if node.value:
            self.write(" = ")
            self.expression(node.value, TEST)

    def do_Return(self, node):
        self.fill("return", node)
        if node.value:
            self.write(" ")
            self.expression(node.value, TEST)

    def do_Pass(self, node):
        self.fill("pass", node)

    def do_Break(self, node):
        self.fill("break", node)

    def do_Continue(self, node):
        self.fill("continue", node)

    def do_Delete(self, node):
        self.fill("del ", node)
        self.comma_separated(node.targets)

    def do_Assert(self, node):
        self.fill("assert ", node)
        self.expression(node.test, TEST)
        if node.msg:
            self.write(", ")
            self.expression(node.msg, TEST)

    def do_Global(self, node):
        self.fill("global ", node)
        self.write(", ".join(map(self.name, node.names)))

    def do_Nonlocal(self, node):
        self.fill("nonlocal ", node)
        self.write(", ".join(map(self.name, node.names)))

    def do_Raise(self, node):
        self.fill("raise", node)
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            return
        self.write(" ")
        self.expression(node.exc, TEST)
        if node.cause:
            self.write(" from ")
            self.expression(node.cause, TEST)

    def do_Try(self, node, star=""):
        self.fill("try", node)
        self.block(node.body)
        for handler in node.handlers:
            self.do_ExceptHandler(handler, star)
        self.other_block("else", node.orelse)
        self.other_block("finally", node.finalbody)

    def do_TryStar(self, node):
        self.do_Try(node, "*")

    def other_block(self, word, body):
        if body:
            self.fill(word)
            self.block(body)

    def do_ExceptHandler(self, node, star=""):
        self.fill("except" + star, node)
        if node.type:
            self.write(" ")
            self.expression(node.type, TEST)
        if node.name:
            self.write(" as ", self.name(node.name))
        self.block(node.body)

    def decorators(self, node):
        self.blank_line()
        for decorator in node.decorator_list:
            self.fill("@", decorator)
            self.expression(decorator, TEST)

    def do_ClassDef(self, node):
        self.decorators(node)
        self.fill("class " + self.name(node.name), node)
        self.type_parameters(node)
        if node.bases or node.keywords:
            self.write("(")
            self.arguments_of_call(node.bases, node.keywords)
            self.write(")")
        self.write(":")
        self.indentation += 1
        self.body_with_docstring(node)
        self.indentation -= 1

    def do_FunctionDef(self, node, word="def"):
        self.decorators(node)
        self.fill(f"{word} {self.name(node.name)}", node)
        self.type_parameters(node)
        self.write("(")
        self.parameters(node.args)
        self.write(")")
        if node.returns:
            self.write(" -> ")
            self.expression(node.returns, TEST)
        self.write(":")
        self.type_comment(node)
        self.indentation += 1
        self.body_with_docstring(node)
        self.indentation -= 1

    def do_AsyncFunctionDef(self, node):
        self.do_FunctionDef(node, "async def")

    def type_parameters(self, node):
        parameters = getattr(node, "type_params", None)
        if parameters:
            self.write("[")
            for i, parameter in enumerate(parameters):
                self.write(", " if i else "")
                self.statement_or_expression(parameter)
            self.write("]")

    def do_TypeVar(self, node):
        self.write(self.name(node.name))
        if node.bound:
            self.write(": ")
            self.expression(node.bound, TEST)

    def do_TypeVarTuple(self, node):
        self.write("*", self.name(node.name))

    def do_ParamSpec(self, node):
        self.write("**", self.name(node.name))

    def do_TypeAlias(self, node):
        self.fill("type ", node)
        self.expression(node.name, TEST)
        self.type_parameters(node)
        self.write(" = ")
        self.expression(node.value, TEST)

    def do_For(self, node, word="for "):
        self.fill(word, node)
        self.expression(node.target, TUPLE)
        self.write(" in ")
        self.expression(node.iter, TEST)
        self.write(":")
        self.type_comment(node)
        self.indented(node.body)
        self.other_block("else", node.orelse)

    def do_AsyncFor(self, node):
        self.do_For(node, "async for ")

    def do_If(self, node):
        word = "if "
        while True:
            self.fill(word, node)
            self.expression(node.test, TEST)
            self.block(node.body)
            orelse = node.orelse
            if not (orelse and len(orelse) == 1 and isinstance(orelse[0], ast.If)):
                break
            node, word = orelse[0], "elif "
        self.other_block("else", orelse)

    def do_While(self, node):
        self.fill("while ", node)
        self.expression(node.test, TEST)
        self.block(node.body)
        self.other_block("else", node.orelse)

    def do_With(self, node, word="with "):
        self.fill(word, node)
        for i, item in enumerate(node.items):
            self.write(", " if i else "")
            self.do_withitem(item)
        self.write(":")
        self.type_comment(node)
        self.indented(node.body)

    def do_AsyncWith(self, node):
        self.do_With(node, "async with ")

    def do_withitem(self, node):
        self.expression(node.context_expr, TEST)
        if node.optional_vars:
            self.write(" as ")
            self.expression(node.optional_vars, TEST)

    def do_Match(self, node):
        self.fill("match ", node)
        self.expression(node.subject, TEST)
        self.write(":")
        self.indentation += 1
        for case in node.cases:
            self.do_match_case(case)
        self.indentation -= 1

    def do_match_case(self, node):
        self.fill("case ", node.pattern)
        self.pattern(node.pattern, TEST)
        if node.guard:
            self.write(" if ")
            self.expression(node.guard, TEST)
        self.block(node.body)

    # ---- patterns

    def pattern(self, node, level):
        kind = _kind(node)
        if kind == "MatchValue":
            self.expression(node.value, TEST)
        elif kind == "MatchSingleton":
            self.constant(node.value)
        elif kind == "MatchSequence":
            self.write("[")
            self.patterns(node.patterns)
            self.write("]")
        elif kind == "MatchStar":
            self.write("*", "_" if node.name is None else self.name(node.name))
        elif kind == "MatchMapping":
            self.mapping_pattern(node)
        elif kind == "MatchClass":
            self.class_pattern(node)
        elif kind == "MatchOr":
            bracketed = level > BIT_OR
            self.write("(" if bracketed else "")
            for i, pattern in enumerate(node.patterns):
                self.write(" | " if i else "")
                self.pattern(pattern, BIT_OR + 1)
            self.write(")" if bracketed else "")
        elif kind == "MatchAs":
            self.as_pattern(node, level)
        else:
            self.expression(node, level)

    def patterns(self, patterns):
        for i, pattern in enumerate(patterns):
            self.write(", " if i else "")
            self.pattern(pattern, TEST)

    def mapping_pattern(self, node):
        self.write("{")
        for i, (key, pattern) in enumerate(zip(node.keys, node.patterns)):
            self.write(", " if i else "")
            self.expression(key, TEST)
            self.write(": ")
            self.pattern(pattern, TEST)
        if node.rest is not None:
            self.write(", " if node.keys else "", "**", self.name(node.rest))
        self.write("}")

    def class_pattern(self, node):
        self.expression(node.cls, ATOM)
        self.write("(")
        self.patterns(node.patterns)
        for i, (name, pattern) in enumerate(zip(node.kwd_attrs, node.kwd_patterns)):
            self.write(", " if i or node.patterns else "", self.name(name), "=")
            self.pattern(pattern, TEST)
        self.write(")")

    def as_pattern(self, node, level):
        if node.name is None:
            self.write("_")
        elif node.pattern is None:
            self.write(self.name(node.name))
        else:
            bracketed = level > TEST
            self.write("(" if bracketed else "")
            self.pattern(node.pattern, BIT_OR)
            self.write(" as ", self.name(node.name), ")" if bracketed else "")

    do_MatchValue = do_MatchSingleton = do_MatchSequence = do_MatchStar = lambda self, node: self.pattern(node, TEST)
    do_MatchMapping = do_MatchClass = do_MatchOr = do_MatchAs = do_MatchValue

    # ---- parameters and arguments

    def do_arguments(self, node):
        self.parameters(node)

    def do_arg(self, node):
        self.write(self.name(node.arg))
        if node.annotation:
            self.write(": ")
            self.expression(node.annotation, TEST)

    def parameters(self, node):
        parameters = node.posonlyargs + node.args
        defaults = [None] * (len(parameters) - len(node.defaults)) + node.defaults
        comma = ""
        for i, (parameter, default) in enumerate(zip(parameters, defaults), 1):
            self.write(comma)
            comma = ", "
            self.do_arg(parameter)
            if default:
                self.write("=")
                self.expression(default, TEST)
            if i == len(node.posonlyargs):
                self.write(", /")
        if node.vararg or node.kwonlyargs:
            self.write(comma, "*")
            comma = ", "
            if node.vararg:
                self.do_arg(node.vararg)
        for parameter, default in zip(node.kwonlyargs, node.kw_defaults):
            self.write(", ")
            self.do_arg(parameter)
            if default:
                self.write("=")
                self.expression(default, TEST)
        if node.kwarg:
            self.write(comma, "**")
            self.do_arg(node.kwarg)

    def arguments_of_call(self, args, keywords):
        comma = ""
        for arg in args:
            self.write(comma)
            comma = ", "
            self.expression(arg, TEST)
        for keyword in keywords:
            self.write(comma)
            comma = ", "
            self.do_keyword(keyword)

    def do_keyword(self, node):
        if node.arg is None:
            self.write("**")
        else:
            self.write(self.name(node.arg), "=")
        self.expression(node.value, TEST)

    # ---- expressions

    def comma_separated(self, nodes, level=TEST):
        for i, node in enumerate(nodes):
            self.write(", " if i else "")
            self.expression(node, level)

    def items(self, nodes):
        "As in a tuple: one item has a comma behind it."
        self.comma_separated(nodes)
        if len(nodes) == 1:
            self.write(",")

    def expression(self, node, level):
        kind = _kind(node)
        method = getattr(self, "on_" + kind, None)
        if method is None:
            # A class of a script's own, or no expression.
            for cls in type(node).__mro__:
                method = getattr(self, "on_" + cls.__name__, None)
                if method is not None:
                    break
            else:
                return self.statement_or_expression(node)
        place = self.begin(node)
        method(node, level)
        if place is not None:
            self.places[place] = self.size

    def bracketed(self, needed, level):
        "Whether the parentheses must be written; writes the first."
        if level > needed:
            self.write("(")
            return ")"
        return ""

    def on_Name(self, node, level):
        self.write(self.name(node.id))

    def on_Constant(self, node, level):
        if node.kind == "u":
            self.write("u")
        self.constant(node.value)

    def constant(self, value):
        if isinstance(value, tuple):
            self.write("(")
            for i, item in enumerate(value):
                self.write(", " if i else "")
                self.constant(item)
            self.write(",)" if len(value) == 1 else ")")
        elif isinstance(value, frozenset):
            self.write(f"frozenset({{{', '.join(map(repr, value))}}})" if value else "frozenset()")
        elif value is ...:
            self.write("...")
        elif isinstance(value, (float, complex)):
            self.write(repr(value).replace("inf", _infinity).replace("nan", f"({_infinity}-{_infinity})"))
        elif isinstance(value, str):
            self.write(_literal(value))
        else:
            self.write(repr(value))

    def on_NamedExpr(self, node, level):
        end = self.bracketed(NAMED, level)
        self.expression(node.target, ATOM)
        self.write(" := ")
        self.expression(node.value, ATOM)
        self.write(end)

    def on_BoolOp(self, node, level):
        word, own = _boolean[_kind(node.op)]
        end = self.bracketed(own, level)
        for i, value in enumerate(node.values):
            self.write(f" {word} " if i else "")
            own = min(own + 1, ATOM)
            self.expression(value, own)
        self.write(end)

    def on_BinOp(self, node, level):
        sign, own = _binary[_kind(node.op)]
        end = self.bracketed(own, level)
        right_first = sign == "**"
        self.expression(node.left, own + 1 if right_first else own)
        self.write(f" {sign} ")
        self.expression(node.right, own if right_first else own + 1)
        self.write(end)

    def on_UnaryOp(self, node, level):
        sign, own = _unary[_kind(node.op)]
        end = self.bracketed(own, level)
        self.write(sign, " " if own != FACTOR else "")
        self.expression(node.operand, own)
        self.write(end)

    def on_Lambda(self, node, level):
        end = self.bracketed(TEST, level)
        self.write("lambda")
        args = node.args
        if args.posonlyargs or args.args or args.vararg or args.kwonlyargs or args.kwarg:
            self.write(" ")
            self.parameters(args)
        self.write(": ")
        self.expression(node.body, TEST)
        self.write(end)

    def on_IfExp(self, node, level):
        end = self.bracketed(TEST, level)
        self.expression(node.body, TEST + 1)
        self.write(" if ")
        self.expression(node.test, TEST + 1)
        self.write(" else ")
        self.expression(node.orelse, TEST)
        self.write(end)

    def on_Dict(self, node, level):
        self.write("{")
        for i, (key, value) in enumerate(zip(node.keys, node.values)):
            self.write(", " if i else "")
            if key is None:
                self.write("**")
                self.expression(value, BIT_OR)
            else:
                self.expression(key, TEST)
                self.write(": ")
                self.expression(value, TEST)
        self.write("}")

    def on_Set(self, node, level):
        if node.elts:
            self.write("{")
            self.comma_separated(node.elts)
            self.write("}")
        else:
            self.write("{*()}")

    def on_List(self, node, level):
        self.write("[")
        self.comma_separated(node.elts)
        self.write("]")

    def on_Tuple(self, node, level):
        bracketed = not node.elts or level > TUPLE
        self.write("(" if bracketed else "")
        self.items(node.elts)
        self.write(")" if bracketed else "")

    def comprehended(self, opening, node, closing):
        self.write(opening)
        self.expression(node.elt, TEST)
        self.generators(node.generators)
        self.write(closing)

    def generators(self, generators):
        for generator in generators:
            self.do_comprehension(generator)

    def do_comprehension(self, node):
        self.write(" async for " if node.is_async else " for ")
        self.expression(node.target, TUPLE)
        self.write(" in ")
        self.expression(node.iter, TEST + 1)
        for test in node.ifs:
            self.write(" if ")
            self.expression(test, TEST + 1)

    def on_ListComp(self, node, level):
        self.comprehended("[", node, "]")

    def on_SetComp(self, node, level):
        self.comprehended("{", node, "}")

    def on_GeneratorExp(self, node, level):
        self.comprehended("(", node, ")")

    def on_DictComp(self, node, level):
        self.write("{")
        self.expression(node.key, TEST)
        self.write(": ")
        self.expression(node.value, TEST)
        self.generators(node.generators)
        self.write("}")

    def on_Await(self, node, level):
        end = self.bracketed(AWAIT, level)
        self.write("await")
        if node.value:
            self.write(" ")
            self.expression(node.value, ATOM)
        self.write(end)

    def on_Yield(self, node, level):
        end = self.bracketed(YIELD, level)
        self.write("yield")
        if node.value:
            self.write(" ")
            self.expression(node.value, ATOM)
        self.write(end)

    def on_YieldFrom(self, node, level):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        end = self.bracketed(YIELD, level)
        self.write("yield from ")
        self.expression(node.value, ATOM)
        self.write(end)

    def on_Compare(self, node, level):
        end = self.bracketed(COMPARE, level)
        self.expression(node.left, COMPARE + 1)
        for op, right in zip(node.ops, node.comparators):
            self.write(f" {_comparison[_kind(op)]} ")
            self.expression(right, COMPARE + 1)
        self.write(end)

    def on_Call(self, node, level):
        self.expression(node.func, ATOM)
        self.write("(")
        self.arguments_of_call(node.args, node.keywords)
        self.write(")")

    def on_Attribute(self, node, level):
        self.expression(node.value, ATOM)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int):
            self.write(" ")  # not the point of a float
        self.write(".", self.name(node.attr))

    def on_Subscript(self, node, level):
        self.expression(node.value, ATOM)
        self.write("[")
        if isinstance(node.slice, ast.Tuple) and node.slice.elts:
            self.items(node.slice.elts)
        else:
            self.expression(node.slice, TEST)
        self.write("]")

    def on_Starred(self, node, level):
        self.write("*")
        self.expression(node.value, BIT_OR)

    def on_Slice(self, node, level):
        if node.lower:
            self.expression(node.lower, TEST)
        self.write(":")
        if node.upper:
            self.expression(node.upper, TEST)
        if node.step:
            self.write(":")
            self.expression(node.step, TEST)

    # ---- f-strings

    def on_JoinedStr(self, node, level):
        self.write("f")
        pieces = [(self.piece(value), isinstance(value, ast.Constant)) for value in node.values]
        quotes = list(_all_quotes)
        texts = []
        for text, is_constant in pieces:
            if is_constant:
                text, possible = _escaped_for(text, quotes, True)
                if not set(possible).intersection(quotes):  # none will do for all of them
                    quotes = ["'''"]
                    texts = [repr('"' + text)[2:-1] if is_constant else text for text, is_constant in pieces]
                    break
                quotes = possible
            elif "\n" in text:
                quotes = [quote for quote in quotes if quote in ("'''", '"""')]
            texts.append(text)
        joined = "".join(texts)
        quote = quotes[0]
        self.write(quote, joined, quote)

    def piece(self, node):
        if isinstance(node, ast.Constant):
            return node.value.replace("{", "{{").replace("}", "}}")
        if self.to_compile and not isinstance(node, (ast.FormattedValue, ast.JoinedStr)):
            node = ast.FormattedValue(node, -1, None)  # compile() takes any expression
        if not isinstance(node, (ast.FormattedValue, ast.JoinedStr)):
            raise ValueError(f"Unexpected node inside JoinedStr, {node!r}")
        inner = Writer(self.to_compile)
        inner.on_FormattedValue(node, ATOM)
        return "".join(inner.parts)

    def on_FormattedValue(self, node, level):
        if _kind(node) == "JoinedStr":
            return self.on_JoinedStr(node, level)
        inner = Writer(self.to_compile)
        inner.expression(node.value, TEST + 1)
        text = "".join(inner.parts)
        self.write("{", " " if text.startswith("{") else "", text)
        if node.conversion != -1:
            self.write("!", chr(node.conversion))
        if node.format_spec:
            self.write(":")
            for value in node.format_spec.values:
                if isinstance(value, ast.Constant):
                    spec = value.value.replace("{", "{{").replace("}", "}}")
                    self.write(_escaped_for(spec, list(_all_quotes), True)[0])
                else:
                    self.on_FormattedValue(value, ATOM)
        self.write("}")


# ---- text of strings

def _escaped_char(c, special):
    if not special and c in "\n\t":
        return c
    if c == "\\" or not c.isprintable():
        return c.encode("unicode_escape").decode("ascii")
    return c


def _escaped_for(text, quotes, escape_whitespace):
    "The text with what cannot be shown escaped, and which of the quotes may stand around it."
    escaped = "".join(_escaped_char(c, escape_whitespace) for c in text)
    if "\n" in escaped:
        quotes = [quote for quote in quotes if quote in ("'''", '"""')]
    possible = [quote for quote in quotes if quote not in escaped]
    if not possible:
        # No quote will do as it is: repr knows how.
        shown = repr(text)
        quote = next((quote for quote in quotes if shown[0] in quote), shown[0])
        return shown[1:-1], [quote]
    if escaped:
        possible.sort(key=lambda quote: quote[0] == escaped[-1])  # rather not the quote it ends with
        if possible[0][0] == escaped[-1]:
            escaped = escaped[:-1] + "\\" + escaped[-1]
    return escaped, possible


def _quoted_text(text, quotes, is_docstring=False):
    escaped, possible = _escaped_for(text, list(quotes), not is_docstring)
    return escaped, possible[0]


def _literal(text):
    "A string on one line."
    escaped, quote = _quoted_text(text, _one_line_quotes)
    return f"{quote}{escaped}{quote}"
