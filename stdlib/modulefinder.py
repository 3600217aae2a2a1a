"""The modules a script imports, without running it (library reference, "modulefinder"). Also `python -m modulefinder SCRIPT`.

What a source imports is read from its tree; each module that is found is read in turn. What is not found is noted with who wanted it:
it may be that nobody comes there.
"""
import ast
import os
import sys

packagePathMap = {}  # folders that packages add to their path when they run: {name: [folder]}
replacePackageMap = {}  # names under which packages are found: {name: other name}


def AddPackagePath(packagename, path):
    """A package is in that folder, too."""
    packagePathMap.setdefault(packagename, []).append(path)


def ReplacePackage(oldname, newname):
    """A package is to be read under another name."""
    replacePackageMap[oldname] = newname


class Module:
    """A module that was found. `globalnames`: what it sets; `starimports`: what it imports all names from and was not found."""

    def __init__(self, name, file=None, path=None):
        self.__name__, self.__file__, self.__path__ = name, file, path
        self.__code__ = None
        self.globalnames, self.starimports = {}, {}

    def __repr__(self):
        shown = [repr(value) for value in (self.__name__, self.__file__, self.__path__) if value is not None]
        return f"Module({', '.join(shown)})"


class ModuleFinder:
    """`modules`: those that were found by name; `badmodules`: {name: {who wanted it: 1}} of those that were not.

    path: where to look, sys.path by default; excludes: names that are not to be looked for; replace_paths: [(old, new)] beginnings of the
    names of files in code.
    """

    def __init__(self, path=None, debug=0, excludes=None, replace_paths=None):
        self.path = sys.path if path is None else path
        self.excludes, self.replace_paths = [] if excludes is None else excludes, [] if replace_paths is None else replace_paths
        self.modules, self.badmodules = {}, {}
        self.debug, self.indent = debug, 0

    def msg(self, level, str, *args):
        """Shows what is done, if `debug` is that high."""
        if level <= self.debug:
            print("   " * self.indent + str, *map(repr, args))

    # ---- reading

    def run_script(self, pathname):
        """Reads a script, as __main__."""
        self.msg(2, "run_script", pathname)
        self._read(self.add_module("__main__"), pathname, self._parsed(pathname))

    def load_file(self, pathname):
        """Reads a file as a module of its name."""
        name = os.path.splitext(os.path.basename(pathname))[0]
        self._read(self.add_module(name), pathname, self._parsed(pathname))

    def add_module(self, fqname):
        """The Module of a name, which is made if there is none."""
        return self.modules.setdefault(fqname, Module(fqname))

    def _parsed(self, pathname):
        "(tree, code) of a file; the code names the file that it is said to be."
        with open(pathname, "rb") as file:
            source = file.read()
        shown = pathname
        for old, new in self.replace_paths:
            if pathname.startswith(old):
                shown = new + pathname[len(old):]
                break
        if self.replace_paths:
            self.msg(2, f"co_filename {pathname!r} " + (f"changed to {shown!r}" if shown != pathname else "remains unchanged"))
        return ast.parse(source), compile(source, shown, "exec", dont_inherit=True)

    def _read(self, module, pathname, parsed):
        self.msg(2, "load_module", module.__name__, pathname)
        module.__file__ = pathname
        tree, module.__code__ = parsed
        _Reader(self, module).read(tree)

    # ---- finding

    def import_hook(self, name, caller=None, fromlist=None, level=-1):
        """What `import name`, or `from name import fromlist`, finds. level: the dots before the name."""
        self.msg(3, "import_hook", name, caller, fromlist, level)
        package = self._package_of(caller, level)
        full = name if package is None else f"{package}.{name}" if name else package
        first, _, rest = full.partition(".")
        if package is not None:  # is there already, all of it
            first, rest = package, full[len(package) + 1:]
            found = self.modules[package]
        else:
            found = self._need(first, first, None)
        head = found
        for word in filter(None, rest.split(".")):
            found = self._need(word, f"{found.__name__}.{word}", found)
        if not fromlist:
            return head
        if found.__path__:
            for word in fromlist:
                if word == "*":
                    for inner in self.find_all_submodules(found):
                        self._need(inner, f"{found.__name__}.{inner}", found)
                elif not hasattr(found, word):
                    self._need(word, f"{found.__name__}.{word}", found)
        return None

    def _package_of(self, caller, level):
        if caller is None or level <= 0:
            return None
        name = caller.__name__
        steps = level - 1 if caller.__path__ else level
        words = name.split(".")
        if steps >= len(words) + (1 if caller.__path__ else 0) or not words[:len(words) - steps]:
            raise ImportError("relative importpath too deep")
        package = ".".join(words[:len(words) - steps])
        if package not in self.modules:
            raise ImportError("No module named " + package)
        return package

    def _need(self, part, full, parent):
        module = self.import_module(part, full, parent)
        if module is None:
            raise ImportError("No module named " + full)
        return module

    def import_module(self, partname, fqname, parent):
        """The Module of a name, read now if it was not; None: there is none."""
        if fqname in self.modules:
            return self.modules[fqname]
        if fqname in self.badmodules or parent and parent.__path__ is None:
            return None
        spec = self.find_module(partname, parent and parent.__path__, parent)
        if spec is None:
            return None
        origin = spec.origin if spec.has_location else None
        parsed = self._parsed(origin) if origin is not None and origin.endswith(".py") and os.path.isfile(origin) else None
        name = replacePackageMap.get(fqname, fqname) if spec.submodule_search_locations is not None else fqname
        module = self.add_module(name)
        if parent:
            setattr(parent, partname, module)
        if spec.submodule_search_locations is not None:
            module.__path__ = [*spec.submodule_search_locations, *packagePathMap.get(fqname, [])]
        module.__file__ = origin
        if parsed is not None:
            self._read(module, origin, parsed)
        return module

    def find_module(self, name, path, parent=None):
        """The spec of a module; None: there is none."""
        from importlib.machinery import BuiltinImporter, FrozenImporter, PathFinder
        full = name if parent is None else f"{parent.__name__}.{name}"
        if full in self.excludes:
            self.msg(3, "find_module -> Excluded", full)
            return None
        if path is None:
            if (spec := BuiltinImporter.find_spec(name)) is not None:
                return spec
            path = self.path
        spec = PathFinder.find_spec(name, path)
        if spec is None and parent is None:
            return FrozenImporter.find_spec(name)
        return spec

    def find_all_submodules(self, m):
        """The names of the modules in a package."""
        found = {}
        for folder in m.__path__ or ():
            try:
                names = os.listdir(folder)
            except OSError:
                self.msg(2, "can't list directory", folder)
                continue
            for name in names:
                base, ending = os.path.splitext(name)
                if ending in (".py", ".pyc") and base != "__init__":
                    found[base] = base
        return found.keys()

    # ---- what a module imports

    def _take(self, name, caller, words, level):
        "An import statement of a module."
        def is_missing(wanted):
            self.badmodules.setdefault(wanted, {})[caller.__name__ if caller else "-"] = 1
        if name in self.badmodules:
            is_missing(name)
            return
        try:
            self.import_hook(name, caller, level=level)
        except ImportError as problem:
            self.msg(2, "ImportError:", str(problem))
            is_missing(name)
            return
        except SyntaxError as problem:
            self.msg(2, "SyntaxError:", str(problem))
            is_missing(name)
            return
        for word in words:
            if f"{name}.{word}" in self.badmodules:
                is_missing(f"{name}.{word}")
                continue
            try:
                self.import_hook(name, caller, [word], level=level)
            except ImportError as problem:
                self.msg(2, "ImportError:", str(problem))
                is_missing(f"{name}.{word}")

    # ---- what was found

    def report(self):
        """Shows the modules that were found, and those that were not."""
        print(f"\n  {'Name':25} File\n  {'----':25} ----")
        for name in sorted(self.modules):
            module = self.modules[name]
            print("P" if module.__path__ else "m", f"{name:25}", module.__file__ or "")
        missing, maybe = self.any_missing_maybe()
        if missing:
            print("\nMissing modules:")
            for name in missing:
                print("?", name, "imported from", ", ".join(sorted(self.badmodules[name])))
        if maybe:
            print("\nSubmodules that appear to be missing, but could also be", "global names in the parent package:", sep=" ")
            for name in maybe:
                print("?", name, "imported from", ", ".join(sorted(self.badmodules[name])))

    def any_missing(self):
        """The names of all modules that were not found."""
        missing, maybe = self.any_missing_maybe()
        return missing + maybe

    def any_missing_maybe(self):
        """(names of modules that are missing, names that may be those of other things in their packages)"""
        missing, maybe = [], []
        for name in self.badmodules:
            if name in self.excludes:
                continue
            package, dot, word = name.rpartition(".")
            known = self.modules.get(package) if dot else None
            if known is None or package in self.badmodules[name]:  # what the package itself wants is no name that it sets
                missing.append(name)
            elif word not in known.globalnames:
                (maybe if known.starimports else missing).append(name)
        return sorted(missing), sorted(maybe)


class _Reader(ast.NodeVisitor):
    """Takes the imports of a module, and notes the names that it sets."""

    def __init__(self, finder, module):
        self.finder, self.module, self.depth, self.imports = finder, module, 0, []

    def read(self, tree):
        self.visit(tree)  # names first: reading what is imported may fail
        for node in self.imports:
            take = self.take if isinstance(node, ast.Import) else self.take_from
            take(node)

    def inside(self, node):
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1

    def definition(self, node):
        self.sets(node.name)
        self.inside(node)

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = definition
    visit_Lambda = inside

    def sets(self, name):
        if not self.depth:
            self.module.globalnames[name] = 1

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Store):
            self.sets(node.id)

    def visit_Import(self, node):
        self.imports.append(node)
        for alias in node.names:
            if alias.name != "*":
                self.sets(alias.asname or alias.name.partition(".")[0])

    visit_ImportFrom = visit_Import

    def take(self, node):
        for alias in node.names:
            self.finder._take(alias.name, self.module, (), 0)

    def take_from(self, node):
        words = [alias.name for alias in node.names if alias.name != "*"]
        has_star = len(words) < len(node.names)
        if node.level:
            self.relative(node, words)
        else:
            self.finder._take(node.module, self.module, words, 0)
        if has_star:
            self.star(node)

    def visit_If(self, node):
        """What never runs is not in a module's code."""
        if isinstance(node.test, ast.Constant) and not node.test.value:
            for statement in node.orelse:
                self.visit(statement)
        else:
            self.generic_visit(node)

    def relative(self, node, words):
        finder = self.finder
        if node.module:
            finder._take(node.module, self.module, words, node.level)
            return
        finder._take(finder._package_of(self.module, node.level), None, words, 0)

    def star(self, node):
        "All names of a module: those that it sets are set here."
        known = self.finder.modules
        name = node.module or ""
        if node.level:
            try:
                package = self.finder._package_of(self.module, node.level)
            except ImportError:
                return
            name = f"{package}.{name}" if name else package
        if name in known:
            self.module.globalnames.update(known[name].globalnames)
            self.module.starimports.update(known[name].starimports)
            if known[name].__code__ is None:
                self.module.starimports[name] = 1
        else:
            self.module.starimports[name] = 1


def test():
    """The command line."""
    import getopt
    try:
        options, words = getopt.getopt(sys.argv[1:], "dmp:qx:")
    except getopt.error as problem:
        print(problem)
        return None
    level, in_modules, more, excluded = 1, False, [], []
    for name, value in options:
        if name == "-d":
            level += 1
        elif name == "-m":
            in_modules = True
        elif name == "-p":
            more += value.split(os.pathsep)
        elif name == "-q":
            level = 0
        elif name == "-x":
            excluded.append(value)
    script = words[0] if words else "hello.py"
    finder = ModuleFinder([os.path.dirname(script), *more, *sys.path[1:]], level, excluded)
    for word in words[1:]:
        if word == "-m":
            in_modules = True
        elif in_modules:
            finder.import_hook(word.removesuffix(".*"), None, ["*"] if word.endswith(".*") else None)
        else:
            finder.load_file(word)
    finder.run_script(script)
    finder.report()
    return finder


if __name__ == "__main__":
    test()
