"""What a compiler knows of the names of a program (library reference, "symtable").

A _Scope collects the names of one block in a walk over the tree (_Collector); _resolve() then says where each lives. The classes that programs see
(SymbolTable, Symbol and so on) only answer questions about scopes.
"""
import ast

__all__ = ["symtable", "SymbolTable", "Class", "Function", "Symbol"]

_USE, _ASSIGN, _PARAM, _GLOBAL, _NONLOCAL, _IMPORT, _ANNOTATION = (1 << i for i in range(7))
_BOUND = _ASSIGN | _PARAM | _IMPORT
_LIKE_FUNCTIONS = "function", "type parameter", "type alias", "TypeVar bound"
_TOP = "top"
_ERRORS_OF_NAMES = ("name '", "no binding for nonlocal", "nonlocal declaration not allowed", "duplicate argument", "import * only allowed",
                    "assignment expression", "annotated name", "duplicate type parameter")


class _Scope:
    def __init__(self, kind, name, line, parent, filename):
        self.kind, self.name, self.line, self.parent, self.filename = kind, name, line, parent, filename
        self.names = {}  # name: flags
        self.places = {}  # name: "local", "free", "global", "explicit"
        self.children = []
        self.is_function = kind in _LIKE_FUNCTIONS
        self.is_comprehension = self.is_inlined = False
        self.is_nested = parent is not None and (parent.is_nested or parent.is_function)
        self.private = name if kind == "class" else parent.private if parent else None
        self.table = None

    def mangled(self, name):
        owner = (self.private or "").lstrip("_")
        return f"_{owner}{name}" if owner and name.startswith("__") and not name.endswith("__") and "." not in name else name

    def add(self, name, flag):
        name = self.mangled(name)
        self.names[name] = self.names.get(name, 0) | flag


class _Collector(ast.NodeVisitor):
    def __init__(self, filename):
        self.filename = filename
        self.top = self.scope = _Scope("module", _TOP, 0, None, filename)

    def enter(self, kind, name, line):
        scope = _Scope(kind, name, line, self.scope, self.filename)
        self.scope.children.append(scope)
        self.scope = scope
        return scope

    def leave(self):
        self.scope = self.scope.parent

    def visit_all(self, nodes):
        for node in nodes:
            if node is not None:
                self.visit(node)

    # ---- names

    def visit_Name(self, node):
        self.scope.add(node.id, _USE if isinstance(node.ctx, ast.Load) else _ASSIGN)
        if node.id == "super" and isinstance(node.ctx, ast.Load) and self.scope.kind == "function":
            self.scope.add("__class__", _USE)

    def visit_Global(self, node):
        for name in node.names:
            self.scope.add(name, _GLOBAL)
            if self.scope is not self.top:
                self.top.names[name] = self.top.names.get(name, 0) | _GLOBAL

    def visit_Nonlocal(self, node):
        for name in node.names:
            self.scope.add(name, _NONLOCAL)

    def visit_Import(self, node):
        for alias in node.names:
            if alias.name != "*":
                self.scope.add(alias.asname or alias.name.partition(".")[0], _IMPORT)

    visit_ImportFrom = visit_Import

    def visit_ExceptHandler(self, node):
        self.visit_all([node.type])
        if node.name:
            self.scope.add(node.name, _ASSIGN)
        self.visit_all(node.body)

    def visit_MatchAs(self, node):
        self.visit_all([getattr(node, "pattern", None)])
        if node.name:
            self.scope.add(node.name, _ASSIGN)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node):
        self.visit_all(node.keys + node.patterns)
        if node.rest:
            self.scope.add(node.rest, _ASSIGN)

    def visit_AnnAssign(self, node):
        if isinstance(node.target, ast.Name):
            self.scope.add(node.target.id, _ANNOTATION | (_ASSIGN if node.simple or node.value else 0))
        else:
            self.visit(node.target)
        self.visit(node.annotation)
        self.visit_all([node.value])

    def visit_NamedExpr(self, node):
        scope = self.scope
        while scope.is_comprehension:  # it binds where the comprehension stands
            scope = scope.parent
        if scope is not self.scope:
            declared = scope.kind == "module" or scope.names.get(scope.mangled(node.target.id), 0) & _GLOBAL
            self.scope.add(node.target.id, _ASSIGN | (_GLOBAL if declared else _NONLOCAL))
            scope.add(node.target.id, _GLOBAL if scope.kind == "module" else 0 if declared else _ASSIGN)
        self.visit(node.value)
        if scope is self.scope:
            self.visit(node.target)

    # ---- blocks

    def visit_FunctionDef(self, node):
        self.scope.add(node.name, _ASSIGN)
        self.visit_all(node.args.defaults + node.args.kw_defaults)
        self.visit_all(node.decorator_list)
        parameters = self.enter_type_parameters(node)
        if parameters:
            parameters.add(".defaults", _PARAM)
            if any(node.args.kw_defaults):
                parameters.add(".kwdefaults", _PARAM)
        self.visit_annotations(node)
        self.enter("function", node.name, node.lineno)
        self.add_parameters(node.args)
        self.visit_all(node.body)
        self.leave()
        if parameters:
            self.leave()

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_annotations(self, node):
        args = node.args
        self.visit_all(arg.annotation for arg in [*args.posonlyargs, *args.args, *([args.vararg] if args.vararg else []), *([args.kwarg] if args.kwarg else []), *args.kwonlyargs])
        self.visit_all([node.returns])

    def add_parameters(self, args):
        for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg):
            if arg is not None:
                self.scope.add(arg.arg, _PARAM)

    def visit_Lambda(self, node):
        self.visit_all(node.args.defaults + node.args.kw_defaults)
        self.enter("function", "lambda", node.lineno)
        self.add_parameters(node.args)
        self.visit(node.body)
        self.leave()

    def visit_ClassDef(self, node):
        self.scope.add(node.name, _ASSIGN)
        self.visit_all(node.decorator_list)
        parameters = self.enter_type_parameters(node)
        if parameters:
            parameters.add(".type_params", _ASSIGN | _USE)
            parameters.add(".generic_base", _ASSIGN | _USE)
        self.visit_all(node.bases + node.keywords)
        self.enter("class", node.name, node.lineno)
        if parameters:
            self.scope.names["__type_params__"] = _ASSIGN
            self.scope.names[".type_params"] = _USE
        self.visit_all(node.body)
        self.leave()
        if parameters:
            self.leave()

    def enter_type_parameters(self, node):
        if not getattr(node, "type_params", None):
            return None
        name = node.name if isinstance(node.name, str) else node.name.id
        scope = self.enter("type parameter", name, node.lineno)
        for parameter in node.type_params:
            scope.add(parameter.name, _ASSIGN)
            if getattr(parameter, "bound", None) is not None:
                self.enter("TypeVar bound", parameter.name, parameter.lineno)
                self.visit(parameter.bound)
                self.leave()
        return scope

    def visit_TypeAlias(self, node):
        self.visit(node.name)
        parameters = self.enter_type_parameters(node)
        self.enter("type alias", node.name.id, node.lineno)
        self.visit(node.value)
        self.leave()
        if parameters:
            self.leave()

    def visit_comprehension_of(self, node, name, *elements):
        first, *others = node.generators
        self.visit(first.iter)
        scope = self.enter("function", name, node.lineno)
        scope.is_comprehension, scope.is_inlined = True, name != "genexpr"
        scope.add(".0", _PARAM)
        self.visit(first.target)
        self.visit_all(first.ifs)
        for generator in others:
            self.visit(generator.target)
            self.visit(generator.iter)
            self.visit_all(generator.ifs)
        self.visit_all(elements)
        self.leave()

    def visit_ListComp(self, node):
        self.visit_comprehension_of(node, "listcomp", node.elt)

    def visit_SetComp(self, node):
        self.visit_comprehension_of(node, "setcomp", node.elt)

    def visit_GeneratorExp(self, node):
        self.visit_comprehension_of(node, "genexpr", node.elt)

    def visit_DictComp(self, node):
        self.visit_comprehension_of(node, "dictcomp", node.value, node.key)


def _resolve(scope, visible):
    """Where each name of a scope lives. visible: what enclosing functions bind. Returns the names that are free in the scope or below."""
    own = {name for name, flags in scope.names.items() if flags & _BOUND and not flags & (_GLOBAL | _NONLOCAL)}
    free = set()
    for name, flags in scope.names.items():
        if flags & _GLOBAL:
            place = "explicit"
        elif flags & _NONLOCAL:
            place = "free"
        elif name in own:
            place = "local"
        else:
            place = "free" if name in visible else "global"
        if place == "free":
            free.add(name)
        scope.places[name] = place
    declared = {name for name, place in scope.places.items() if place == "explicit"}
    if scope.is_function:
        below = (visible - declared) | own
    elif scope.kind == "class":
        below = (visible - declared) | {"__class__"}
    else:
        below = visible
    kept = []
    for child in scope.children:
        wanted = _resolve(child, below)
        if child.is_inlined:
            _inline(scope, child, wanted)
            kept += child.children
        else:
            kept.append(child)
        if scope.is_function:
            wanted -= own
        elif scope.kind == "class":
            wanted.discard("__class__")
        free |= wanted
    scope.children = kept
    for name in free:
        if name not in scope.names and scope.kind != "module":
            scope.names[name], scope.places[name] = 0, "free"
    return free


def _inline(scope, child, wanted):
    """A comprehension is no function of its own (PEP 709): its names are added to those around it."""
    for name, flags in child.names.items():
        if name == ".0" or name in scope.names:
            continue
        scope.names[name] = flags
        scope.places[name] = child.places[name]
    for inner in child.children:
        inner.parent = scope


# ---- what programs see

def symtable(code, filename, compile_type):
    """The SymbolTable of a program; compile_type is "exec", "eval" or "single"."""
    if compile_type not in ("exec", "eval", "single"):
        raise ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
    tree = ast.parse(code, filename, compile_type)
    try:
        compile(code, filename, compile_type, dont_inherit=True)
    except SyntaxError as error:
        if str(error.msg).startswith(_ERRORS_OF_NAMES):  # others are found by a compiler later
            raise
    collector = _Collector(filename)
    collector.visit(tree)
    _resolve(collector.top, frozenset())
    return _table(collector.top)


def _table(scope):
    if scope.table is None:
        scope.table = {"function": Function, "class": Class}.get(scope.kind, SymbolTable)(scope, scope.filename)
    return scope.table


class SymbolTable:
    """The names of a block."""

    def __init__(self, raw_table, filename):
        self._table, self._filename = raw_table, filename
        self._symbols = {}

    def __repr__(self):
        kind = "" if self.__class__ is SymbolTable else f"{self.__class__.__name__} "
        if self._table.kind == "module":
            return f"<{kind}SymbolTable for module {self._filename}>"
        return f"<{kind}SymbolTable for {self._table.name} in {self._filename}>"

    def get_type(self):
        """The kind of block: "module", "function", "class" and so on."""
        return self._table.kind

    def get_id(self):
        """A number that is this table's alone."""
        return id(self._table)

    def get_name(self):
        """The name of the class or function; "top" of a module."""
        return self._table.name

    def get_lineno(self):
        """The line that the block begins at."""
        return self._table.line

    def is_optimized(self):
        """Whether names are kept in a function's variables."""
        return self._table.kind == "function"

    def is_nested(self):
        """Whether the block is inside a function."""
        return self._table.is_nested

    def has_children(self):
        """Whether there are blocks in it."""
        return bool(self._table.children)

    def get_identifiers(self):
        """The names."""
        return self._table.names.keys()

    def lookup(self, name):
        """The Symbol of a name."""
        if name not in self._symbols:
            flags = self._table.names[name]
            self._symbols[name] = Symbol(name, flags, self._namespaces(name), module_scope=self._table.kind == "module", _place=self._table.places[name])
        return self._symbols[name]

    def get_symbols(self):
        """The Symbols of all names."""
        return [self.lookup(name) for name in self._table.names]

    def _namespaces(self, name):
        return [_table(child) for child in self._table.children if child.name == name]

    def get_children(self):
        """The tables of the blocks in this one."""
        return [_table(child) for child in self._table.children]


class Function(SymbolTable):
    """The names of a function, a lambda or a generator expression."""

    def _names(self, test):
        return tuple(name for name, flags in self._table.names.items() if test(flags, self._table.places[name]))

    def get_parameters(self):
        return self._names(lambda flags, place: flags & _PARAM)

    def get_locals(self):
        return self._names(lambda flags, place: place == "local")

    def get_globals(self):
        return self._names(lambda flags, place: place in ("global", "explicit"))

    def get_nonlocals(self):
        return self._names(lambda flags, place: flags & _NONLOCAL)

    def get_frees(self):
        return self._names(lambda flags, place: place == "free")


class Class(SymbolTable):
    """The names of a class."""

    def get_methods(self):
        """The names of the blocks in it."""
        return tuple(dict.fromkeys(child.name for child in self._table.children))


class Symbol:
    """A name in a block."""

    def __init__(self, name, flags, namespaces=None, *, module_scope=False, _place="local"):
        self._name, self._flags, self._place = name, flags, _place
        self._namespaces = namespaces or ()
        self._is_bound_at_top = module_scope and bool(flags & _BOUND)

    def __repr__(self):
        return f"<symbol {self._name!r}>"

    def get_name(self):
        return self._name

    def is_referenced(self):
        """Whether it is used in its block."""
        return bool(self._flags & _USE)

    def is_parameter(self):
        return bool(self._flags & _PARAM)

    def is_global(self):
        """Whether it lives in the module."""
        return self._place in ("global", "explicit") or self._is_bound_at_top

    def is_nonlocal(self):
        """Whether it was declared with `nonlocal`."""
        return bool(self._flags & _NONLOCAL)

    def is_declared_global(self):
        """Whether it was declared with `global`."""
        return self._place == "explicit"

    def is_local(self):
        """Whether it lives in its block."""
        return self._place == "local" or self._is_bound_at_top

    def is_annotated(self):
        return bool(self._flags & _ANNOTATION)

    def is_free(self):
        """Whether it lives in a function around its block."""
        return self._place == "free"

    def is_imported(self):
        return bool(self._flags & _IMPORT)

    def is_assigned(self):
        return bool(self._flags & _ASSIGN)

    def is_namespace(self):
        """Whether it names a function or a class that is defined in its block."""
        return bool(self._namespaces)

    def get_namespaces(self):
        """The tables of these."""
        return self._namespaces

    def get_namespace(self):
        """The table of the only one."""
        if len(self._namespaces) == 0:
            raise ValueError("name is not bound to any namespaces")
        if len(self._namespaces) > 1:
            raise ValueError("name is bound to multiple namespaces")
        return self._namespaces[0]
