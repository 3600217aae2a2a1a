"""The classes and functions of a module, from its source, without importing it (library reference, "pyclbr"). Also `python -m pyclbr FILE`."""
import ast
import sys

__all__ = ["readmodule", "readmodule_ex", "Class", "Function"]

_modules = {}  # what was read, by the full names of modules


class _Object:
    """What classes and functions have in common."""

    def __init__(self, module, name, file, lineno, end_lineno, parent):
        self.module, self.name, self.file, self.lineno, self.end_lineno, self.parent = module, name, file, lineno, end_lineno, parent
        self.children = {}
        if parent is not None:
            parent.children[name] = self


class Function(_Object):
    """A function, or a method: its parent is a Class then."""

    def __init__(self, module, name, file, lineno, parent=None, is_async=False, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.is_async = is_async
        if isinstance(parent, Class):
            parent.methods[name] = lineno


class Class(_Object):
    """A class. `super`: its bases, as Class where they are known, else as text; `methods`: the lines of its methods."""

    def __init__(self, module, name, super_, file, lineno, parent=None, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.super = super_ or []
        self.methods = {}


def readmodule(module, path=None):
    """The classes of a module by name, those it imports from others too. path: folders to look in before those of sys.path."""
    return {name: value for name, value in _read(module, path or []).items() if isinstance(value, Class)}


def readmodule_ex(module, path=None):
    """The same with functions; of a package also "__path__"."""
    return _read(module, path or [])


def _read(name, path, package=None):
    full_name = name if package is None else f"{package}.{name}"
    if full_name in _modules:
        return _modules[full_name]
    tree = {}
    if name in sys.builtin_module_names and package is None:
        _modules[name] = tree
        return tree
    first, dot, rest = name.rpartition(".")
    if dot:
        parent = _read(first, path, package)
        inner = first if package is None else f"{package}.{first}"
        if "__path__" not in parent:
            raise ImportError(f"No package named {inner}")
        return _read(rest, parent["__path__"], inner)
    from importlib.machinery import FrozenImporter, PathFinder
    if package is None and FrozenImporter.find_spec(full_name) is not None:  # has no source
        _modules[full_name] = tree
        return tree
    spec = PathFinder.find_spec(full_name, path if package is not None else [*path, *sys.path])
    if spec is None:
        raise ModuleNotFoundError(f"no module named {full_name!r}", name=full_name)
    _modules[full_name] = tree
    if spec.submodule_search_locations is not None:
        tree["__path__"] = spec.submodule_search_locations
    try:
        source = spec.loader.get_source(full_name)
    except (AttributeError, ImportError):
        return tree
    if source is not None:
        _Reader(full_name, path, spec.origin, tree, package).visit(ast.parse(source))
    return tree


class _Reader(ast.NodeVisitor):
    """Puts what a module defines, and what it imports by name, into a tree."""

    def __init__(self, module, path, file, tree, package):
        self.module, self.path, self.file, self.tree, self.package = module, path, file, tree, package
        self.around = []  # the classes and functions that are being read

    def add(self, node, made):
        if not self.around:
            self.tree[node.name] = made
        self.around.append(made)
        self.generic_visit(node)
        self.around.pop()

    def visit_ClassDef(self, node):
        bases = [self.base(ast.unparse(base)) for base in node.bases]
        self.add(node, Class(self.module, node.name, bases, self.file, node.lineno, self.around[-1] if self.around else None, end_lineno=node.end_lineno))

    def base(self, text):
        if text in self.tree:
            return self.tree[text]
        module, dot, name = text.rpartition(".")
        return _modules.get(module, {}).get(name, text) if dot and "." not in module else text

    def visit_FunctionDef(self, node, *, is_async=False):
        self.add(node, Function(self.module, node.name, self.file, node.lineno, self.around[-1] if self.around else None, is_async, end_lineno=node.end_lineno))

    def visit_AsyncFunctionDef(self, node):
        self.visit_FunctionDef(node, is_async=True)

    def visit_Import(self, node):
        if node.col_offset != 0:
            return
        for alias in node.names:
            try:
                try:
                    _read(alias.name, self.path, self.package)
                except ImportError:
                    _read(alias.name, [])
            except (ImportError, SyntaxError):
                continue  # what is not found is not known

    def visit_ImportFrom(self, node):
        if node.col_offset != 0 or node.level:
            return
        try:
            found = _read(node.module, self.path, self.package)
        except (ImportError, SyntaxError, ValueError):
            return
        for alias in node.names:
            if alias.name in found:
                self.tree[alias.asname or alias.name] = found[alias.name]
            elif alias.name == "*":
                self.tree.update((name, value) for name, value in found.items() if not name.startswith("_"))


def _main():
    import os
    name = sys.argv[1] if len(sys.argv) > 1 else __file__
    path = []
    if os.path.exists(name):
        path, name = [os.path.dirname(name)], os.path.basename(name)
        name = name[:-3] if name.lower().endswith(".py") else name

    def show(objects, indent):
        for value in sorted((o for o in objects.values() if isinstance(o, _Object)), key=lambda o: o.lineno or 0):
            if isinstance(value, Class):
                print(f"{'  ' * indent}class {value.name} {value.super} {value.lineno}")
            else:
                print(f"{'  ' * indent}def {value.name} {value.lineno}")
            show(value.children, indent + 1)
    show(readmodule_ex(name, path), 0)


if __name__ == "__main__":
    _main()
