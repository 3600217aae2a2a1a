"""The base of debuggers: stops where it is told to, and calls user_line() and its like there (library reference, "bdb").

What is traced is every frame that a breakpoint may be in, from set_trace() or run() on. Where to stop besides, three fields say: in `stopframe` (None: in any frame)
from line `stoplineno` on (0: any, -1: none), and where `returnframe` returns.
"""
import fnmatch
import os
import sys
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR

__all__ = ["BdbQuit", "Bdb", "Breakpoint"]


class BdbQuit(Exception):
    """A debugger is to end."""


class Bdb:
    """What debuggers derive from: they say what happens where it stops."""

    def __init__(self, skip=None):
        self.skip = set(skip or ()) or None
        self.fncache, self.breaks = {}, {}
        self.botframe = self.frame_returning = None
        self._stop_at()
        for place in Breakpoint.bplist:  # those of debuggers before
            self._note(*place)

    def canonic(self, filename):
        """The absolute path, by which files are told apart; "<stdin>" and its like as they are."""
        if filename.startswith("<") and filename.endswith(">"):
            return filename
        found = self.fncache.get(filename)
        if found is None:
            found = self.fncache[filename] = os.path.normcase(os.path.abspath(filename))
        return found

    def reset(self):
        """Begins anew: stops at the next line."""
        import linecache
        linecache.checkcache()
        self.botframe = None
        self._stop_at()

    # ---- what is traced

    def trace_dispatch(self, frame, event, arg):
        """The trace function."""
        if self.quitting:
            return None
        match event:
            case "call" | "return" | "exception":
                return getattr(self, "dispatch_" + event)(frame, arg)
            case "line":
                return self.dispatch_line(frame)
        return self.trace_dispatch

    def _tell(self, user_method, *args):
        user_method(*args)
        if self.quitting:
            raise BdbQuit

    def dispatch_line(self, frame):
        stops = self.stop_here(frame) or self.break_here(frame)
        if stops:
            self._tell(self.user_line, frame)
        return self.trace_dispatch

    def dispatch_call(self, frame, arg):
        if self.botframe is None:  # the first one after reset()
            self.botframe = frame.f_back
        elif not self.stop_here(frame) and not self.break_anywhere(frame):
            return None
        elif not (self.stopframe and _suspends(frame)):  # what goes on is no call
            self._tell(self.user_call, frame, arg)
        return self.trace_dispatch

    def dispatch_return(self, frame, arg):
        is_asked = frame == self.returnframe or self.stop_here(frame)
        if not is_asked or self.stopframe and _suspends(frame):
            return self.trace_dispatch
        self.frame_returning = frame
        try:
            self.user_return(frame, arg)
        finally:
            self.frame_returning = None
        if self.quitting:
            raise BdbQuit
        if self.stopframe is frame and self.stoplineno >= 0:  # `next` and `until` end with the frame
            self._stop_at()
        return self.trace_dispatch

    def dispatch_exception(self, frame, arg):
        kind, _, where = arg
        if self.stop_here(frame):
            ends = kind is StopIteration and where is None and _suspends(frame)  # a generator that came to its end
            if not ends:
                self._tell(self.user_exception, frame, arg)
        elif kind in (StopIteration, GeneratorExit) and self.stopframe not in (None, frame) and _suspends(self.stopframe):
            self._tell(self.user_exception, frame, arg)
        return self.trace_dispatch

    # ---- where to stop

    def is_skipped_module(self, module_name):
        """Whether one of the patterns of `skip` names the module."""
        return module_name is not None and any(fnmatch.fnmatch(module_name, pattern) for pattern in self.skip or ())

    def stop_here(self, frame):
        """Whether stepping has come to its end in the frame."""
        if self.skip and self.is_skipped_module(frame.f_globals.get("__name__")):
            return False
        if self.stopframe is not frame:
            return not self.stopframe
        return 0 <= self.stoplineno <= frame.f_lineno

    def break_here(self, frame):
        """Whether a breakpoint is to stop here; a temporary one is deleted then."""
        code, here = frame.f_code, self.canonic(frame.f_code.co_filename)
        # That of a function which was named is at its first line.
        line = next((line for line in (frame.f_lineno, code.co_firstlineno) if line in self.breaks.get(here, ())), None)
        breakpoint, may_go = effective(here, line, frame) if line is not None else (None, None)
        if breakpoint is None:
            return False
        self.currentbp = breakpoint.number
        if breakpoint.temporary and may_go:
            self.do_clear(str(self.currentbp))
        return True

    def do_clear(self, arg):
        """Of deriving classes: deletes the temporary breakpoint of this number."""
        raise NotImplementedError("subclass of bdb must implement do_clear()")

    def break_anywhere(self, frame):
        """Whether there is a breakpoint in the frame's file."""
        return self.canonic(frame.f_code.co_filename) in self.breaks

    # ---- what deriving classes do

    def user_call(self, frame, argument_list):
        """A function is called."""

    def user_line(self, frame):
        """A line is about to run."""

    def user_return(self, frame, return_value):
        """A function is about to return."""

    def user_exception(self, frame, exc_info):
        """An exception was raised."""

    def _stop_at(self, frame=None, returning=None, line=0):
        self.quitting = False
        self.stoplineno, self.stopframe, self.returnframe = line, frame, returning

    def _trace_caller(self):
        # A frame that is returned to may be one that was not worth tracing when it was called.
        caller = self.frame_returning and self.frame_returning.f_back
        if caller and not caller.f_trace and caller.f_globals is not globals():
            caller.f_trace = self.trace_dispatch

    def set_until(self, frame, lineno=None):
        """Stops behind the line, or when the frame returns."""
        self._stop_at(frame, frame, frame.f_lineno + 1 if lineno is None else lineno)

    def set_step(self):
        """Stops at the next line, wherever it is."""
        self._trace_caller()
        self._stop_at()

    def set_next(self, frame):
        """Stops at the next line of the frame, or above it."""
        self._trace_caller()
        self._stop_at(frame)

    def set_return(self, frame):
        """Stops when the frame returns."""
        if _suspends(frame):
            self._stop_at(frame, line=-1)
        else:
            self._stop_at(frame.f_back, returning=frame)

    def set_trace(self, frame=None):
        """Begins in the frame, or in that which calls this."""
        traced = frame or sys._getframe().f_back
        self.reset()
        for self.botframe in _outwards(traced):
            self.botframe.f_trace = self.trace_dispatch
        self.set_step()
        sys.settrace(self.trace_dispatch)

    def set_continue(self):
        """Stops at breakpoints only; without any nothing is traced any more."""
        self._stop_at(self.botframe, line=-1)
        if self.breaks:
            return
        sys.settrace(None)
        for frame in _outwards(sys._getframe().f_back):
            if frame is self.botframe:
                break
            del frame.f_trace

    def set_quit(self):
        """Ends: BdbQuit is raised where it stands."""
        self._stop_at(self.botframe)
        self.quitting = True
        sys.settrace(None)

    # ---- breakpoints

    def _note(self, filename, lineno):
        lines = self.breaks.setdefault(filename, [])
        if lineno not in lines:
            lines.append(lineno)

    def _delete(self, breakpoints):
        for breakpoint in list(breakpoints):
            breakpoint.deleteMe()
        for file, lines in list(self.breaks.items()):
            lines[:] = [line for line in lines if (file, line) in Breakpoint.bplist]
            if not lines:
                del self.breaks[file]

    def set_break(self, filename, lineno, temporary=False, cond=None, funcname=None):
        """A new breakpoint; returns what is wrong with it, or None."""
        import linecache
        path = self.canonic(filename)
        if not linecache.getline(path, lineno):
            return f"Line {path}:{lineno} does not exist"
        self._note(path, lineno)
        Breakpoint(path, lineno, temporary, cond, funcname)
        return None

    def clear_break(self, filename, lineno):
        """Deletes those of a line; returns what is wrong, or None."""
        path = self.canonic(filename)
        if path not in self.breaks:
            return f"There are no breakpoints in {path}"
        if not self.get_break(path, lineno):
            return f"There is no breakpoint at {path}:{lineno}"
        self._delete(Breakpoint.bplist.get((path, lineno), ()))
        return None

    def clear_bpbynumber(self, arg):
        """Deletes one; returns what is wrong, or None."""
        try:
            self._delete([self.get_bpbynumber(arg)])
        except ValueError as error:
            return str(error)
        return None

    def clear_all_file_breaks(self, filename):
        """Deletes those of a file; returns what is wrong, or None."""
        path = self.canonic(filename)
        if path not in self.breaks:
            return f"There are no breakpoints in {path}"
        self._delete([each for line in self.breaks[path] for each in Breakpoint.bplist.get((path, line), ())])
        return None

    def clear_all_breaks(self):
        """Deletes all, those of other debuggers as well; returns what is wrong, or None."""
        if not self.breaks:
            return "There are no breakpoints"
        for breakpoint in filter(None, Breakpoint.bpbynumber):
            breakpoint.deleteMe()
        self.breaks = {}
        return None

    def get_bpbynumber(self, arg):
        """The breakpoint of a number; ValueError says what is wrong."""
        if not arg:
            raise ValueError("Breakpoint number expected")
        try:
            number = int(arg)
        except ValueError:
            raise ValueError(f"Non-numeric breakpoint number {arg}") from None
        try:
            breakpoint = Breakpoint.bpbynumber[number]
        except IndexError:
            raise ValueError(f"Breakpoint number {number} out of range") from None
        if breakpoint is None:
            raise ValueError(f"Breakpoint {number} already deleted")
        return breakpoint

    def get_file_breaks(self, filename):
        """The lines of a file that have breakpoints."""
        return self.breaks.get(self.canonic(filename), [])

    def get_break(self, filename, lineno):
        """Whether there is one at the line."""
        return lineno in self.get_file_breaks(filename)

    def get_breaks(self, filename, lineno):
        """Those at the line."""
        return Breakpoint.bplist[self.canonic(filename), lineno] if self.get_break(filename, lineno) else []

    def get_all_breaks(self):
        """The lines that have breakpoints, by file."""
        return self.breaks

    # ---- the stack

    def get_stack(self, f, t):
        """The frames with their lines, the outermost first, those of the traceback behind them; and the number of the one that is looked at."""
        calls = []
        for frame in _outwards(f):
            calls.append((frame, frame.f_lineno))
            if frame is self.botframe:
                break
        is_whole = not calls or calls[-1][0] is not self.botframe
        passed = list(_inwards(t))
        if passed and passed[0][0] is f:
            passed.pop(0)
        stack = calls[::-1] + passed
        looked_at = len(stack) if is_whole else len(calls)
        return stack, max(0, looked_at - 1)

    def format_stack_entry(self, frame_lineno, lprefix=": "):
        """One line: file, line, function, what it returns, source."""
        import linecache
        import reprlib
        frame, lineno = frame_lineno
        filename = self.canonic(frame.f_code.co_filename)
        text = f"{filename}({lineno}){frame.f_code.co_name or '<lambda>'}()"
        if "__return__" in frame.f_locals:
            text += "->" + reprlib.repr(frame.f_locals["__return__"])
        if lineno is None:
            return f"{text}{lprefix}Warning: lineno is None"
        line = linecache.getline(filename, lineno, frame.f_globals)
        return f"{text}{lprefix}{line.strip()}" if line else text

    # ---- to run something

    def _traced(self, function, /, *args, **kwds):
        self.reset()
        sys.settrace(self.trace_dispatch)
        try:
            return function(*args, **kwds)
        except BdbQuit:
            return None
        finally:
            self.quitting = True
            sys.settrace(None)

    def run(self, cmd, globals=None, locals=None):
        """Runs a statement under the debugger."""
        code = compile(cmd, "<string>", "exec") if isinstance(cmd, str) else cmd
        self._traced(exec, code, *_namespaces(globals, locals))

    def runeval(self, expr, globals=None, locals=None):
        """Evaluates an expression under the debugger."""
        return self._traced(eval, expr, *_namespaces(globals, locals))

    def runctx(self, cmd, globals, locals):
        """Runs a statement under the debugger, in namespaces that are given."""
        self.run(cmd, globals, locals)

    def runcall(self, func, /, *args, **kwds):
        """Calls a function under the debugger."""
        return self._traced(func, *args, **kwds)


def _suspends(frame):
    return bool(frame.f_code.co_flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR))


def _outwards(frame):
    while frame:
        yield frame
        frame = frame.f_back


def _inwards(traceback):
    while traceback:
        yield traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next


def _namespaces(globals, locals):
    if globals is None:
        globals = sys.modules["__main__"].__dict__
    return globals, globals if locals is None else locals


def set_trace():
    """A debugger that stops in the caller."""
    Bdb().set_trace(sys._getframe().f_back)


class Breakpoint:
    """Where to stop. They are numbered from 1; several may be at one line."""

    next = 1
    bplist = {}  # (file, line): those there
    bpbynumber = [None]

    def __init__(self, file, line, temporary=False, cond=None, funcname=None):
        self.funcname, self.func_first_executable_line = funcname, None
        self.file, self.line, self.temporary, self.cond = file, line, temporary, cond
        self.enabled, self.ignore, self.hits = True, 0, 0
        self.number = Breakpoint.next
        Breakpoint.next += 1
        self.bpbynumber.append(self)
        self.bplist.setdefault((file, line), []).append(self)

    @staticmethod
    def clearBreakpoints():
        """Forgets all of them, and begins with number 1 again."""
        Breakpoint.next, Breakpoint.bplist, Breakpoint.bpbynumber = 1, {}, [None]

    def deleteMe(self):
        """Takes it out of the lists."""
        self.bpbynumber[self.number] = None
        here = self.bplist[self.file, self.line]
        here.remove(self)
        if not here:
            del self.bplist[self.file, self.line]

    def enable(self):
        self.enabled = True

    def disable(self):
        self.enabled = False

    def bpprint(self, out=None):
        print(self.bpformat(), file=out or sys.stdout)

    def bpformat(self):
        """A few lines that tell of it."""
        lines = [f"{self.number:<4}breakpoint   {'del ' if self.temporary else 'keep'} {'yes' if self.enabled else 'no '}   at {self.file}:{self.line}"]
        if self.cond:
            lines.append(f"\tstop only if {self.cond}")
        if self.ignore:
            lines.append(f"\tignore next {self.ignore} hits")
        if self.hits:
            lines.append(f"\tbreakpoint already hit {self.hits} time{'s' if self.hits > 1 else ''}")
        return "\n".join(lines)

    def __str__(self):
        return f"breakpoint {self.number} at {self.file}:{self.line}"


def checkfuncname(b, frame):
    """Whether the breakpoint is for this line, or is that of the function, at the first line of it that runs."""
    if not b.funcname:
        return frame.f_lineno == b.line
    if b.funcname != frame.f_code.co_name:
        return False
    b.func_first_executable_line = b.func_first_executable_line or frame.f_lineno
    return frame.f_lineno == b.func_first_executable_line


def effective(file, line, frame):
    """The breakpoint of the line that is to stop now, and whether it may be deleted if it is temporary; None, None: no one is."""
    for b in Breakpoint.bplist[file, line]:
        if not b.enabled or not checkfuncname(b, frame):
            continue
        b.hits += 1
        if b.cond:
            try:
                holds = eval(b.cond, frame.f_globals, frame.f_locals)
            except:
                return b, False  # it stops, and stays
            if not holds:
                continue
        if b.ignore > 0:
            b.ignore -= 1
            continue
        return b, True
    return None, None
