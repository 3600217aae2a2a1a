"""The classes and functions of a module, from its source, without importing it (library reference, "pyclbr"). Also `python -m pyclbr FILE`.

What a module defines and what it imports by name is its tree: {name: Class or Function}. Trees are kept; a module that is
being read has one already, which is incomplete, so modules may import each other.
"""
import ast
import sys

__all__ = ["readmodule", "readmodule_ex", "Class", "Function"]

_modules = {}  # trees by the full names of modules


class _Definition:
    """Where something is defined; it is among the `children` of its parent."""

    def __init__(self, module, name, file, lineno, parent, end_lineno):
        self.module, self.file, self.name = module, file, name
        self.lineno, self.end_lineno = lineno, end_lineno
        self.parent, self.children = parent, {}
        if parent is not None:
            parent.children.update({name: self})


class Class(_Definition):
    """A class. `super`: its bases, as Class where they are known, else as text; `methods`: the lines of its methods by name."""

    def __init__(self, module, name, super_, file, lineno, parent=None, *, end_lineno=None):
        _Definition.__init__(self, module, name, file, lineno, parent, end_lineno)
        self.super, self.methods = super_ or [], {}


class Function(_Definition):
    """A function, or a method: its parent is a Class then."""

    def __init__(self, module, name, file, lineno, parent=None, is_async=False, *, end_lineno=None):
        _Definition.__init__(self, module, name, file, lineno, parent, end_lineno)
        self.is_async = is_async
        if isinstance(parent, Class):
            parent.methods[name] = self.lineno


def readmodule(module, path=None):
    """The classes of a module by name, those it imports from others too. path: folders to look in before those of sys.path."""
    tree = readmodule_ex(module, path)
    return {name: found for name, found in tree.items() if isinstance(found, Class)}


def readmodule_ex(module, path=None):
    """The classes and functions of a module by name; of a package also "__path__"."""
    return _tree_of(module, path or [])


def _tree_of(dotted, path, package=None):
    """The tree of a module, which is looked for in the package if one is given. `path` is where its first part may lie."""
    full = dotted if package is None else f"{package}.{dotted}"
    if full in _modules:
        return _modules[full]
    within, tree, folders = package, None, path
    for part in dotted.split("."):
        if tree is not None:
            if "__path__" not in tree:
                raise ImportError(f"No package named {within}")
            folders = tree["__path__"]
        full = part if within is None else f"{within}.{part}"
        if (tree := _modules.get(full)) is None:
            tree = _load(full, folders, within)
        within = full
    return tree


def _load(full, folders, package):
    from importlib.machinery import FrozenImporter, PathFinder
    if package is None:
        if full in sys.builtin_module_names or FrozenImporter.find_spec(full) is not None:  # has no source
            return _modules.setdefault(full, {})
    spec = PathFinder.find_spec(full, folders if package is not None else [*folders, *sys.path])
    if spec is None:
        raise ModuleNotFoundError(f"no module named {full!r}", name=full)
    tree = _modules[full] = {}
    if spec.submodule_search_locations is not None:
        tree["__path__"] = spec.submodule_search_locations
    get_source = getattr(spec.loader, "get_source", None)
    try:
        source = get_source and get_source(full)
    except (ImportError, AttributeError):
        source = None
    return tree if source is None else _create_tree(full, folders, spec.origin, source, tree, package)


def _create_tree(module, path, file, source, tree, package):
    """Reads a source into a tree."""
    _Outline(module, path, file, tree, package).read(ast.parse(source), None)
    return tree


class _Outline:
    """Reads the definitions in statements. Expressions are not looked into: there are none in them."""

    def __init__(self, module, path, file, tree, package):
        self.module, self.file, self.tree = module, file, tree
        self.path, self.package = path, package  # what imports need

    def read(self, node, parent):
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.ClassDef():
                    self.read_definition(child, parent, Class, [*self.bases(child.bases)])
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    self.read_definition(child, parent, Function)
                case ast.Import(col_offset=0):
                    for alias in child.names:
                        self.follow(alias.name)
                case ast.ImportFrom(col_offset=0, level=0):
                    self.take(child)
                case ast.stmt() | ast.excepthandler() | ast.match_case():
                    self.read(child, parent)

    def read_definition(self, node, parent, kind, *bases):
        made = kind(self.module, node.name, *bases, self.file, node.lineno, parent, end_lineno=node.end_lineno)
        if isinstance(node, ast.AsyncFunctionDef):
            made.is_async = True
        if parent is None:
            self.tree[node.name] = made
        self.read(node, made)

    def bases(self, nodes):
        """The bases of a class: those known as Class, others as they are written, but for dotted ones of modules that were not read."""
        for text in map(ast.unparse, nodes):
            *_, module, name = [None, *text.split(".")] if "." in text else [None, None, text]
            if text in self.tree or module is None:
                yield self.tree.get(text, text)
            elif module in _modules:
                yield _modules[module].get(name, text)

    def follow(self, name):
        """Reads a module that is imported; one that cannot be found stays unknown."""
        for path, package in ((self.path, self.package), ([], None)):
            try:
                _tree_of(name, path, package)
                return
            except ImportError:
                pass
            except SyntaxError:
                return

    def take(self, node):
        """Puts what is imported by name into the tree."""
        try:
            found = _tree_of(node.module, self.path, self.package)
        except (ImportError, SyntaxError, ValueError):
            return
        for alias in node.names:
            if alias.name == "*":
                self.tree |= {name: value for name, value in found.items() if name[0] != "_"}
            elif alias.name in found:
                self.tree[alias.asname or alias.name] = found[alias.name]


def _show(definitions, depth=0):
    for found in sorted(definitions, key=lambda definition: definition.lineno or 0):
        what = f"class {found.name} {found.super}" if isinstance(found, Class) else f"def {found.name}"
        print("  " * depth + f"{what} {found.lineno}")
        _show(found.children.values(), depth + 1)


def _main():
    import os
    name, path = (sys.argv[1:] or [__file__])[0], []
    if os.path.exists(name):
        folder, name = os.path.split(name)
        path.append(folder)
        if name.lower().endswith(".py"):
            name = name[:-3]
    _show(found for found in readmodule_ex(name, path).values() if isinstance(found, _Definition))


if __name__ == "__main__":
    _main()
