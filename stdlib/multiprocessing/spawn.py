"""The start method spawn: a child is a fresh process of the interpreter, which gets what it is to do pickled, through a pipe.

start() has the child's side of the pipe inherited, and what its process object holds of descriptors. In the child spawn_main() reads twice: what a
process of this program looks like (paths, arguments, the main module, which is run under the name __mp_main__), then the process object.
"""
import os
import sys
from . import process, util

__all__ = ["_main", "freeze_support", "set_executable", "get_executable", "get_preparation_data", "get_command_line", "import_main_path"]

WINEXE = WINSERVICE = False
_python_exe = os.fsencode(sys.executable)


def set_executable(exe):
    global _python_exe
    _python_exe = exe if exe is None else os.fsencode(exe)


def get_executable():
    return _python_exe


# ---- in the parent

class _Child:
    """The child while its process object is pickled: what it is to inherit."""

    def __init__(self):
        self.inherited = []

    def duplicate_for_child(self, fd):
        self.inherited.append(fd)
        return fd

    def DupFd(self, fd):
        return _Inherited(fd)


class _Inherited:
    """A descriptor that a child was given by its number."""

    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        os.set_inheritable(self.fd, False)
        return self.fd


def start(made, method):
    """Starts a process object."""
    import io
    from . import context, reduction
    child, sent = _Child(), io.BytesIO()
    context.set_spawning_popen(child)
    try:
        reduction.dump(get_preparation_data(made._name), sent)
        reduction.dump(made, sent)
    finally:
        context.set_spawning_popen(None)
    sentinel, held_by_child = os.pipe()
    read_end, write_end = os.pipe()
    try:
        command = get_command_line(pipe_handle=read_end, sentinel=held_by_child)
        pid = util.spawnv_passfds(get_executable(), command, [read_end, held_by_child, *child.inherited])
    except BaseException:
        os.close(sentinel)
        os.close(write_end)
        raise
    finally:
        os.close(read_end)
        os.close(held_by_child)
    made._started(pid, sentinel, write_end)
    data = sent.getbuffer()
    while data:
        data = data[os.write(write_end, data):]


def get_command_line(**kwds):
    """The words of the command that starts a child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--multiprocessing-fork", *(f"{name}={value!r}" for name, value in kwds.items())]
    given = ", ".join(f"{name}={value!r}" for name, value in kwds.items())
    program = f"from multiprocessing.spawn import spawn_main; spawn_main({given})"
    return [get_executable(), *_own_options(), *util._args_from_interpreter_flags(), "-c", program, "--multiprocessing-fork"]


def _own_options():
    "Whether a run checks is not among sys.flags."
    given = sys.orig_argv[1:]
    for at, word in enumerate(given):
        if word[:1] != "-" or word in ("-", "-c", "-m"):
            given = given[:at]
            break
    return [word for word in given if word in ("--no-check", "--no-type-guards")]


def get_preparation_data(name):
    """What a child needs to know before it can read its process object."""
    if getattr(process.current_process(), "_inheriting", False):
        raise RuntimeError("An attempt has been made to start a new process before the current process has finished its bootstrapping phase: "
                           "in the main module, that belongs below `if __name__ == '__main__':`")
    data = {"log_to_stderr": util._log_to_stderr, "authkey": process.current_process().authkey, "name": name, "sys_argv": sys.argv,
            "orig_dir": process.ORIGINAL_DIR, "dir": os.getcwd(), "start_method": _context().get_start_method(), "sys_path": _absolute(sys.path)}
    if util._logger is not None:
        data["log_level"] = util._logger.getEffectiveLevel()
    main = sys.modules["__main__"]
    name = getattr(getattr(main, "__spec__", None), "name", None)
    path = getattr(main, "__file__", None)
    if name is not None:
        data["init_main_from_name"] = name
    elif path is not None:
        if not os.path.isabs(path) and process.ORIGINAL_DIR is not None:
            path = os.path.join(process.ORIGINAL_DIR, path)
        data["init_main_from_path"] = os.path.normpath(path)
    return data


def _context():
    from .context import _default_context
    return _default_context


def _absolute(path):
    return [process.ORIGINAL_DIR if folder == "" and process.ORIGINAL_DIR is not None else folder for folder in path]


# ---- in the child

def is_forking(argv):
    """Whether the command line is one of a child made by spawn."""
    return len(argv) >= 2 and argv[1] == "--multiprocessing-fork"


def freeze_support():
    """In a child that is the frozen program again: does what it was started for."""
    if is_forking(sys.argv):
        given = (word.split("=", 1) for word in sys.argv[2:])
        spawn_main(**{name: None if value == "None" else int(value) for name, value in given})
        sys.exit()


def spawn_main(pipe_handle, parent_pid=None, tracker_fd=None, sentinel=None):
    """Run code specified by data received over pipe"""
    assert is_forking(sys.argv), "Not forking"
    if sentinel is not None:
        os.set_inheritable(sentinel, False)  # it is to close with this process
    sys.exit(_main(pipe_handle, os.dup(pipe_handle)))


def _main(fd, parent_sentinel):
    import pickle
    current = process.current_process()
    with os.fdopen(fd, "rb", closefd=True) as sent:
        current._inheriting = True
        try:
            prepare(pickle.load(sent))
            made = pickle.load(sent)
        finally:
            del current._inheriting
    return made._bootstrap(process._End(parent_sentinel))


def prepare(data):
    """Makes this process look like one of its parent's program."""
    current = process.current_process()
    if "name" in data:
        current.name = data["name"]
    if "authkey" in data:
        current.authkey = data["authkey"]
    if data.get("log_to_stderr"):
        util.log_to_stderr()
    if "log_level" in data:
        util.get_logger().setLevel(data["log_level"])
    if "sys_path" in data:
        sys.path = data["sys_path"]
    if "sys_argv" in data:
        sys.argv = data["sys_argv"]
    if "dir" in data:
        os.chdir(data["dir"])
    if "orig_dir" in data:
        process.ORIGINAL_DIR = data["orig_dir"]
    if "start_method" in data:
        _context().set_start_method(data["start_method"], force=True)
    if "init_main_from_name" in data:
        _fixup_main_from_name(data["init_main_from_name"])
    elif "init_main_from_path" in data:
        _fixup_main_from_path(data["init_main_from_path"])


old_main_modules = []  # they are kept alive


def _fixup_main_from_name(name):
    current = sys.modules["__main__"]
    if name == "__main__" or name.endswith(".__main__"):
        return  # a package that is run does not guard its __main__
    if getattr(current.__spec__, "name", None) == name:
        return
    _run_main(lambda runpy: runpy.run_module(name, run_name="__mp_main__", alter_sys=True))


def _fixup_main_from_path(path):
    current = sys.modules["__main__"]
    if os.path.splitext(os.path.basename(path))[0] == "ipython":
        return
    if getattr(current, "__file__", None) == path:
        sys.modules["__mp_main__"] = current
        return
    _run_main(lambda runpy: runpy.run_path(path, run_name="__mp_main__"))


def _run_main(run):
    import runpy
    import types
    old_main_modules.append(sys.modules["__main__"])
    module = types.ModuleType("__mp_main__")
    module.__dict__.update(run(runpy))
    sys.modules["__main__"] = sys.modules["__mp_main__"] = module


def import_main_path(main_path):
    """Set sys.modules['__main__'] to module at main_path"""
    _fixup_main_from_path(main_path)
