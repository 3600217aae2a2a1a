"""Locating and running Python code as scripts do (library reference, "runpy")."""
import sys
from importlib.util import find_spec

__all__ = ["run_module", "run_path"]


class _TemporaryModule:
    """A module of that name in sys.modules while code runs, and what was there before afterwards."""

    def __init__(self, name):
        import types
        self.name = name
        self.module = types.ModuleType(name)

    def __enter__(self):
        self.before = sys.modules.get(self.name, self)
        sys.modules[self.name] = self.module
        return self.module

    def __exit__(self, *args):
        if self.before is self:
            del sys.modules[self.name]
        else:
            sys.modules[self.name] = self.before


class _ProgramName:
    """sys.argv[0] while code runs."""

    def __init__(self, value):
        self.value = value

    def __enter__(self):
        self.before = sys.argv[0]
        sys.argv[0] = self.value

    def __exit__(self, *args):
        sys.argv[0] = self.before


def _run_code(code, run_globals, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    if init_globals is not None:
        run_globals.update(init_globals)
    if mod_spec is None:
        loader, file, cached = None, script_name, None
    else:
        loader, file, cached = mod_spec.loader, mod_spec.origin, mod_spec.cached
        if pkg_name is None:
            pkg_name = mod_spec.parent
    run_globals.update(__name__=mod_name, __file__=file, __cached__=cached, __doc__=None, __loader__=loader, __package__=pkg_name, __spec__=mod_spec)
    exec(code, run_globals)
    return run_globals


def _run_module_code(code, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    """Runs in a module of its own, which is gone afterwards: what it has left is copied."""
    with _TemporaryModule(mod_name) as module, _ProgramName(script_name if mod_spec is None else mod_spec.origin):
        _run_code(code, module.__dict__, init_globals, mod_name, mod_spec, pkg_name, script_name)
        return module.__dict__.copy()


def _get_module_details(mod_name, error=ImportError):
    """(name, spec, code) of a module, or of the __main__ of a package."""
    if mod_name.startswith("."):
        raise error("Relative module names not supported")
    package = mod_name.rpartition(".")[0]
    if package:
        try:
            __import__(package)
        except ImportError as e:
            if e.name is None or (e.name != package and not package.startswith(e.name + ".")):
                raise
    try:
        spec = find_spec(mod_name)
    except (ImportError, AttributeError, TypeError, ValueError) as ex:
        raise error(f"Error while finding module specification for {mod_name!r} ({type(ex).__name__}: {ex})") from ex
    if spec is None:
        raise error(f"No module named {mod_name}")
    if spec.submodule_search_locations is not None:
        if mod_name == "__main__" or mod_name.endswith(".__main__"):
            raise error("Cannot use package as __main__ module")
        try:
            return _get_module_details(mod_name + ".__main__", error)
        except error as e:
            if mod_name not in sys.modules:
                raise
            raise error(f"{e}; {mod_name!r} is a package and cannot be directly executed")
    if spec.loader is None:
        raise error(f"{mod_name!r} is a namespace package and cannot be executed")
    try:
        code = spec.loader.get_code(mod_name)
    except ImportError as e:
        raise error(format(e)) from e
    if code is None:
        raise error(f"No code object available for {mod_name}")
    return mod_name, spec, code


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Execute a module's code without importing it: returns the resulting module globals dictionary."""
    mod_name, spec, code = _get_module_details(mod_name)
    if run_name is None:
        run_name = mod_name
    if alter_sys:
        return _run_module_code(code, init_globals, run_name, spec)
    return _run_code(code, {}, init_globals, run_name, spec)


def run_path(path_name, init_globals=None, run_name=None):
    """Execute code located at the specified filesystem location: a script, or a folder with a __main__.py in it."""
    import os
    if run_name is None:
        run_name = "<run_path>"
    pkg_name = run_name.rpartition(".")[0]
    path_name = os.fsdecode(os.fspath(path_name))
    if not os.path.isdir(path_name):
        with open(path_name, "rb") as file:
            code = compile(file.read(), os.path.abspath(path_name), "exec", dont_inherit=True)
        return _run_module_code(code, init_globals, run_name, pkg_name=pkg_name, script_name=path_name)
    sys.path.insert(0, path_name)
    main = sys.modules.pop("__main__", None)
    try:
        try:
            _, spec, code = _get_module_details("__main__")
        except ImportError as exc:
            raise type(exc)(f"can't find '__main__' module in {path_name!r}") from exc
        finally:
            if main is not None:
                sys.modules["__main__"] = main
        with _TemporaryModule(run_name) as module, _ProgramName(path_name):
            return _run_code(code, module.__dict__, init_globals, run_name, spec, pkg_name).copy()
    finally:
        try:
            sys.path.remove(path_name)
        except ValueError:
            pass
