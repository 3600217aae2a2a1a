"""Locating and running Python code as scripts do (library reference, "runpy")."""
import sys
from importlib.util import find_spec

__all__ = ["run_module", "run_path"]


def _run_as(name, program, run):
    """run(module), while a new module of this name is in sys.modules, and `program` in sys.argv[0]."""
    from types import ModuleType
    absent = object()
    module = ModuleType(name)
    module_before, program_before = sys.modules.get(name, absent), sys.argv[0]
    sys.modules[name], sys.argv[0] = module, program
    try:
        return run(module)
    finally:
        sys.argv[0] = program_before
        if module_before is absent:
            del sys.modules[name]
        else:
            sys.modules[name] = module_before


def _run_code(code, run_globals, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    """Runs code in a namespace that is given what every module has, of the spec if there is one."""
    run_globals.update(init_globals or {})
    run_globals.update({
        "__name__": mod_name, "__file__": mod_spec.origin if mod_spec else script_name, "__cached__": mod_spec and mod_spec.cached, "__doc__": None,
        "__loader__": mod_spec and mod_spec.loader, "__package__": mod_spec.parent if mod_spec and pkg_name is None else pkg_name, "__spec__": mod_spec})
    exec(code, run_globals)
    return run_globals


def _run_module_code(code, init_globals=None, mod_name=None, mod_spec=None, pkg_name=None, script_name=None):
    """The same in a module of its own, which is gone afterwards: what it has left is copied."""
    program = mod_spec.origin if mod_spec and script_name is None else script_name
    return _run_as(mod_name, program, lambda module: _run_code(code, vars(module), init_globals, mod_name, mod_spec, pkg_name, script_name).copy())


def _main_of(name):
    """(the spec, the code) of a module, or of the __main__ of a package."""
    if name[:1] == ".":
        raise ImportError("Relative module names not supported")
    package = name.rpartition(".")[0]
    if package:
        _import_parent(package, name)
    try:
        spec = find_spec(name)
    except (AttributeError, ImportError, TypeError, ValueError) as error:
        hint = f". Try using {name[:-3]!r} instead of {name!r} as the module name." if name.endswith(".py") else ""
        raise ImportError(f"Error while finding module specification for {name!r} ({type(error).__name__}: {error}){hint}") from error
    if spec is None:
        raise ImportError(f"No module named {name}")
    if spec.submodule_search_locations is not None:
        return _main_of_package(name)
    loader = spec.loader
    if loader is None:
        raise ImportError(f"{name!r} is a namespace package and cannot be executed")
    try:
        code = loader.get_code(name)
    except ImportError as error:
        raise ImportError(str(error)) from error
    if code is None:
        raise ImportError(f"No code object available for {name}")
    return spec, code


def _import_parent(package, name):
    try:
        __import__(package)
    except ImportError as error:
        missing = error.name
        if missing is None or missing != package and not package.startswith(missing + "."):
            raise  # something else is missing
    module = sys.modules.get(name)
    if module is not None and not hasattr(module, "__path__"):
        import warnings
        warnings.warn(f"{name!r} found in sys.modules after import of package {package!r}, but prior to execution of {name!r}; "
                      "this may result in unpredictable behaviour", RuntimeWarning)


def _main_of_package(name):
    if name.rpartition(".")[2] == "__main__":
        raise ImportError("Cannot use package as __main__ module")
    try:
        return _main_of(name + ".__main__")
    except ImportError as error:
        if name in sys.modules:
            raise ImportError(f"{error}; {name!r} is a package and cannot be directly executed")
        raise


def _why_not(name):
    """The line that tells why -m cannot run a module."""
    try:
        _main_of(name)
    except ImportError as error:
        return str(error)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module, or the __main__ of a package, without importing it; returns its globals. With `alter_sys`, sys.modules and sys.argv[0] show
    it while it runs."""
    spec, code = _main_of(mod_name)
    name = spec.name if run_name is None else run_name
    return _run_module_code(code, init_globals, name, spec) if alter_sys else _run_code(code, {}, init_globals, name, spec)


def _run_module_as_main(mod_name, alter_argv=True):
    """Runs a module as -m does, in the place of the program that is running."""
    try:
        spec, code = _main_of(mod_name)
    except ImportError as error:
        sys.exit(f"{sys.executable}: {error}")
    if alter_argv:
        sys.argv[0] = spec.origin
    return _run_code(code, vars(sys.modules["__main__"]), None, "__main__", spec)


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a script, what py_compile made of one, or the __main__ of a folder or an archive; returns its globals."""
    import os
    name = "<run_path>" if run_name is None else run_name
    package, path = name.rpartition(".")[0], os.fsdecode(os.fspath(path_name))
    if not os.path.isdir(path) and not _is_archive(path):
        code = _code_of_script(path)
        return _run_module_code(code, init_globals, name, None, package, path_name)
    sys.path.insert(0, path)
    try:
        spec, code = _main_below(path)
        return _run_module_code(code, init_globals, name, spec, package, path_name)
    finally:
        if path in sys.path:  # what was run may have removed it
            sys.path.remove(path)


def _is_archive(path):
    from zipimport import ZipImportError, zipimporter
    try:
        zipimporter(path)
    except ZipImportError:
        return False
    return True


def _code_of_script(path):
    import os
    with open(path, "rb") as file:
        source = file.read()
    from importlib import _machinery
    if source[:4] == _machinery.MAGIC_NUMBER:
        return _machinery._code_of_bytecode(source, path, path)
    return compile(_decoded(source), os.path.abspath(path), "exec", dont_inherit=True)


def _decoded(source):
    if b"coding" in b"".join(source.split(b"\n", 2)[:2]):
        import io
        import tokenize
        return source.decode(tokenize.detect_encoding(io.BytesIO(source).readline)[0])
    return source


def _main_below(path):
    """(the spec, the code) of the __main__ there; not the one that is running."""
    running = sys.modules.pop("__main__", None)
    try:
        return _main_of("__main__")
    except ImportError as error:
        if "__main__" in str(error):
            raise type(error)(f"can't find '__main__' module in {path!r}") from error
        raise
    finally:
        if running is not None:
            sys.modules["__main__"] = running
