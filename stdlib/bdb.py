"""The base of debuggers: Typhon calls no trace functions, so that what would start one is refused by name (library reference, "bdb").

Importing it, catching BdbQuit and deriving from Bdb work.
"""
import fnmatch
import os

__all__ = ["BdbQuit", "Bdb", "Breakpoint"]


class BdbQuit(Exception):
    """A debugger is to end."""


def _refused(name):
    raise NotImplementedError(f"bdb.{name}(): Typhon has no debugger")


class Breakpoint:
    """Where to stop; nothing stops there."""

    next = 1

    def __init__(self, file, line, temporary=False, cond=None, funcname=None):
        self.funcname, self.func_first_executable_line = funcname, None
        self.file, self.line, self.temporary, self.cond = file, line, temporary, cond
        self.enabled, self.ignore, self.hits = True, 0, 0
        self.number = Breakpoint.next
        Breakpoint.next += 1

    def enable(self):
        self.enabled = True

    def disable(self):
        self.enabled = False


class Bdb:
    """What debuggers derive from."""

    def __init__(self, skip=None):
        self.skip = set(skip) if skip else None
        self.breaks = {}
        self.fncache = {}
        self.frame_returning = None

    def canonic(self, filename):
        if filename.startswith("<") and filename.endswith(">"):
            return filename
        found = self.fncache.get(filename)
        if found is None:
            found = self.fncache[filename] = os.path.normcase(os.path.abspath(filename))
        return found

    def is_skipped_module(self, module_name):
        return module_name is not None and any(fnmatch.fnmatch(module_name, pattern) for pattern in self.skip or ())

    def reset(self):
        self.botframe = self.stopframe = self.returnframe = None
        self.quitting = False

    def user_call(self, frame, argument_list):
        """Of deriving classes."""

    def user_line(self, frame):
        """Of deriving classes."""

    def user_return(self, frame, return_value):
        """Of deriving classes."""

    def user_exception(self, frame, exc_info):
        """Of deriving classes."""

    def set_trace(self, frame=None):
        _refused("Bdb.set_trace")

    def set_step(self):
        _refused("Bdb.set_step")

    def set_break(self, filename, lineno, temporary=False, cond=None, funcname=None):
        _refused("Bdb.set_break")

    def run(self, cmd, globals=None, locals=None):
        _refused("Bdb.run")

    def runeval(self, expr, globals=None, locals=None):
        _refused("Bdb.runeval")

    def runctx(self, cmd, globals, locals):
        _refused("Bdb.runctx")

    def runcall(self, func, /, *args, **kwds):
        _refused("Bdb.runcall")

    def set_continue(self):
        """Nothing is stopped."""

    def set_quit(self):
        self.quitting = True
