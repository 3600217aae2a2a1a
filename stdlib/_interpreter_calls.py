"""What runs in an interpreter when another one calls into it (concurrent.interpreters).

A call's argument and result are plain data, or pickled. What is defined in the program's script is looked for in __main__ here, too: the script is run for that, once, under
the name __mp_main__, as multiprocessing does it.
"""
import sys
from types import ModuleType

_main = None  # how the program's script is to be had: (kind, text or path, package)
_has_main = False


def begin(setup):
    global _main
    sys.path[:], _main = setup
    sys.modules["__main__"] = main = ModuleType("__main__")
    main.__builtins__ = __builtins__


def provide_main():
    global _has_main
    if _has_main or _main is None:
        return
    _has_main = True
    kind, where, package = _main
    module = ModuleType("__mp_main__")
    sys.modules["__mp_main__"] = module
    module.__builtins__ = __builtins__
    module.__package__ = package
    if kind == "file":
        import _imp
        module.__file__ = where
        _imp.execute(module, "__mp_main__", where)
    else:
        exec(compile(where, "<string>", "exec"), module.__dict__)
    mine = sys.modules["__main__"].__dict__
    for name, value in module.__dict__.items():
        mine.setdefault(name, value)


def _find(module, qualname):
    __import__(module)
    if module == "__main__" and not hasattr(sys.modules[module], qualname.partition(".")[0]):
        provide_main()
    found = sys.modules[module]
    for name in qualname.split("."):
        found = getattr(found, name)
    return found


def _describe(exc):
    "As ExecutionFailed.excinfo has it, without the frames of this module."
    import traceback
    trace = exc.__traceback__
    while trace is not None and trace.tb_frame.f_globals is globals():
        trace = trace.tb_next
    kind = type(exc)
    try:
        message = str(exc)
    except Exception:
        message = "<exception str() failed>"
    try:
        shown = "".join(traceback.format_exception(kind, exc, trace)).rstrip("\n")
    except Exception:
        shown = f"{kind.__name__}: {message}"
    return kind.__name__, kind.__qualname__, kind.__module__, message, shown


def execute(text):
    try:
        exec(compile(text, "<string>", "exec"), sys.modules["__main__"].__dict__)
    except BaseException as exc:
        return _describe(exc)


def set_names(names):
    sys.modules["__main__"].__dict__.update(names)


def _pickled(exc):
    import pickle
    try:
        data = pickle.dumps(exc)
        pickle.loads(data)
        return data
    except Exception:
        return None


def call(request):
    "(None, result), or what was raised: its description, and where it is asked for its pickle."
    function, args, kwargs, wants_exception = request
    try:
        if type(function) is tuple:
            function = _find(*function)
        return None, function(*args, **kwargs)
    except BaseException as exc:
        return _describe(exc), _pickled(exc) if wants_exception else None
