"""The base of debuggers: stops where it is told to, and calls user_line() and its like there (library reference, "bdb").

What is traced is every frame that a breakpoint may be in, from set_trace() or run() on. Where to stop besides, three fields say: in `stopframe` (None: in any frame)
from line `stoplineno` on (0: any, -1: none), and where `returnframe` returns.
"""
import fnmatch
import os
import sys
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR

__all__ = ["BdbQuit", "Bdb", "Breakpoint"]

_CO_SUSPENDS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR


class BdbQuit(Exception):
    """A debugger is to end."""


class Bdb:
    """What debuggers derive from: they say what happens where it stops."""

    def __init__(self, skip=None):
        self.skip = set(skip) if skip else None
        self.breaks = {}
        self.fncache = {}
        self.frame_returning = None
        self.botframe = None
        self._set_stopinfo(None, None)
        self._load_breaks()

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
        self._set_stopinfo(None, None)

    # ---- what is traced

    def trace_dispatch(self, frame, event, arg):
        """The trace function."""
        if self.quitting:
            return None
        if event == "line":
            return self.dispatch_line(frame)
        if event == "call":
            return self.dispatch_call(frame, arg)
        if event == "return":
            return self.dispatch_return(frame, arg)
        if event == "exception":
            return self.dispatch_exception(frame, arg)
        return self.trace_dispatch

    def dispatch_line(self, frame):
        if self.stop_here(frame) or self.break_here(frame):
            self.user_line(frame)
            self._quit_if_asked()
        return self.trace_dispatch

    def dispatch_call(self, frame, arg):
        if self.botframe is None:  # the first one after reset()
            self.botframe = frame.f_back
            return self.trace_dispatch
        if not (self.stop_here(frame) or self.break_anywhere(frame)):
            return None
        if self.stopframe and frame.f_code.co_flags & _CO_SUSPENDS:  # what goes on is no call
            return self.trace_dispatch
        self.user_call(frame, arg)
        self._quit_if_asked()
        return self.trace_dispatch

    def dispatch_return(self, frame, arg):
        if self.stop_here(frame) or frame == self.returnframe:
            if self.stopframe and frame.f_code.co_flags & _CO_SUSPENDS:
                return self.trace_dispatch
            try:
                self.frame_returning = frame
                self.user_return(frame, arg)
            finally:
                self.frame_returning = None
            self._quit_if_asked()
            if self.stopframe is frame and self.stoplineno != -1:  # `next` and `until` end with the frame
                self._set_stopinfo(None, None)
        return self.trace_dispatch

    def dispatch_exception(self, frame, arg):
        if self.stop_here(frame):
            if not (frame.f_code.co_flags & _CO_SUSPENDS and arg[0] is StopIteration and arg[2] is None):
                self.user_exception(frame, arg)
                self._quit_if_asked()
        elif self.stopframe and frame is not self.stopframe and self.stopframe.f_code.co_flags & _CO_SUSPENDS and arg[0] in (StopIteration, GeneratorExit):
            self.user_exception(frame, arg)
            self._quit_if_asked()
        return self.trace_dispatch

    def _quit_if_asked(self):
        if self.quitting:
            raise BdbQuit

    # ---- where to stop

    def is_skipped_module(self, module_name):
        """Whether one of the patterns of `skip` names the module."""
        return module_name is not None and any(fnmatch.fnmatch(module_name, pattern) for pattern in self.skip or ())

    def stop_here(self, frame):
        """Whether stepping has come to its end in the frame."""
        if self.skip and self.is_skipped_module(frame.f_globals.get("__name__")):
            return False
        if frame is self.stopframe:
            return self.stoplineno != -1 and frame.f_lineno >= self.stoplineno
        return not self.stopframe

    def break_here(self, frame):
        """Whether a breakpoint is to stop here; a temporary one is deleted then."""
        filename = self.canonic(frame.f_code.co_filename)
        lines = self.breaks.get(filename)
        if lines is None:
            return False
        lineno = frame.f_lineno
        if lineno not in lines:
            lineno = frame.f_code.co_firstlineno  # of a function that was named
            if lineno not in lines:
                return False
        breakpoint, may_go = effective(filename, lineno, frame)
        if not breakpoint:
            return False
        self.currentbp = breakpoint.number
        if may_go and breakpoint.temporary:
            self.do_clear(str(breakpoint.number))
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

    def _set_stopinfo(self, stopframe, returnframe, stoplineno=0):
        self.stopframe, self.returnframe, self.stoplineno = stopframe, returnframe, stoplineno
        self.quitting = False

    def _trace_caller(self):
        # A frame that is returned to may be one that was not worth tracing when it was called.
        if self.frame_returning:
            caller = self.frame_returning.f_back
            if caller and not caller.f_trace and caller.f_globals is not globals():
                caller.f_trace = self.trace_dispatch

    def set_until(self, frame, lineno=None):
        """Stops behind the line, or when the frame returns."""
        self._set_stopinfo(frame, frame, frame.f_lineno + 1 if lineno is None else lineno)

    def set_step(self):
        """Stops at the next line, wherever it is."""
        self._trace_caller()
        self._set_stopinfo(None, None)

    def set_next(self, frame):
        """Stops at the next line of the frame, or above it."""
        self._trace_caller()
        self._set_stopinfo(frame, None)

    def set_return(self, frame):
        """Stops when the frame returns."""
        if frame.f_code.co_flags & _CO_SUSPENDS:
            self._set_stopinfo(frame, None, -1)
        else:
            self._set_stopinfo(frame.f_back, frame)

    def set_trace(self, frame=None):
        """Begins in the frame, or in that which calls this."""
        frame = frame or sys._getframe().f_back
        self.reset()
        while frame:
            frame.f_trace = self.trace_dispatch
            self.botframe = frame
            frame = frame.f_back
        self.set_step()
        sys.settrace(self.trace_dispatch)

    def set_continue(self):
        """Stops at breakpoints only; without any nothing is traced any more."""
        self._set_stopinfo(self.botframe, None, -1)
        if not self.breaks:
            sys.settrace(None)
            frame = sys._getframe().f_back
            while frame and frame is not self.botframe:
                del frame.f_trace
                frame = frame.f_back

    def set_quit(self):
        """Ends: BdbQuit is raised where it stands."""
        self.stopframe = self.botframe
        self.returnframe = None
        self.quitting = True
        sys.settrace(None)

    # ---- breakpoints

    def _add_to_breaks(self, filename, lineno):
        lines = self.breaks.setdefault(filename, [])
        if lineno not in lines:
            lines.append(lineno)

    def _load_breaks(self):
        for filename, lineno in Breakpoint.bplist:
            self._add_to_breaks(filename, lineno)

    def _prune_breaks(self, filename, lineno):
        if (filename, lineno) not in Breakpoint.bplist:
            self.breaks[filename].remove(lineno)
        if not self.breaks[filename]:
            del self.breaks[filename]

    def set_break(self, filename, lineno, temporary=False, cond=None, funcname=None):
        """A new breakpoint; returns what is wrong with it, or None."""
        import linecache
        filename = self.canonic(filename)
        if not linecache.getline(filename, lineno):
            return f"Line {filename}:{lineno} does not exist"
        self._add_to_breaks(filename, lineno)
        Breakpoint(filename, lineno, temporary, cond, funcname)
        return None

    def clear_break(self, filename, lineno):
        """Deletes those of a line; returns what is wrong, or None."""
        filename = self.canonic(filename)
        if filename not in self.breaks:
            return f"There are no breakpoints in {filename}"
        if lineno not in self.breaks[filename]:
            return f"There is no breakpoint at {filename}:{lineno}"
        for breakpoint in Breakpoint.bplist[filename, lineno][:]:
            breakpoint.deleteMe()
        self._prune_breaks(filename, lineno)
        return None

    def clear_bpbynumber(self, arg):
        try:
            breakpoint = self.get_bpbynumber(arg)
        except ValueError as error:
            return str(error)
        breakpoint.deleteMe()
        self._prune_breaks(breakpoint.file, breakpoint.line)
        return None

    def clear_all_file_breaks(self, filename):
        filename = self.canonic(filename)
        if filename not in self.breaks:
            return f"There are no breakpoints in {filename}"
        for line in self.breaks[filename]:
            for breakpoint in Breakpoint.bplist[filename, line][:]:
                breakpoint.deleteMe()
        del self.breaks[filename]
        return None

    def clear_all_breaks(self):
        if not self.breaks:
            return "There are no breakpoints"
        for breakpoint in Breakpoint.bpbynumber:
            if breakpoint:
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

    def get_break(self, filename, lineno):
        filename = self.canonic(filename)
        return filename in self.breaks and lineno in self.breaks[filename]

    def get_breaks(self, filename, lineno):
        filename = self.canonic(filename)
        return Breakpoint.bplist[filename, lineno] if self.get_break(filename, lineno) else []

    def get_file_breaks(self, filename):
        return self.breaks.get(self.canonic(filename), [])

    def get_all_breaks(self):
        return self.breaks

    # ---- the stack

    def get_stack(self, f, t):
        """The frames with their lines, the outermost first, those of the traceback behind them; and the number of the one that is looked at."""
        stack = []
        if t and t.tb_frame is f:
            t = t.tb_next
        while f is not None:
            stack.append((f, f.f_lineno))
            if f is self.botframe:
                break
            f = f.f_back
        stack.reverse()
        i = max(0, len(stack) - 1)
        while t is not None:
            stack.append((t.tb_frame, t.tb_lineno))
            t = t.tb_next
        if f is None:
            i = max(0, len(stack) - 1)
        return stack, i

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

    def run(self, cmd, globals=None, locals=None):
        """Runs a statement under the debugger."""
        if globals is None:
            import __main__
            globals = __main__.__dict__
        if locals is None:
            locals = globals
        self.reset()
        if isinstance(cmd, str):
            cmd = compile(cmd, "<string>", "exec")
        sys.settrace(self.trace_dispatch)
        try:
            exec(cmd, globals, locals)
        except BdbQuit:
            pass
        finally:
            self.quitting = True
            sys.settrace(None)

    def runeval(self, expr, globals=None, locals=None):
        """Evaluates an expression under the debugger."""
        if globals is None:
            import __main__
            globals = __main__.__dict__
        if locals is None:
            locals = globals
        self.reset()
        sys.settrace(self.trace_dispatch)
        try:
            return eval(expr, globals, locals)
        except BdbQuit:
            return None
        finally:
            self.quitting = True
            sys.settrace(None)

    def runctx(self, cmd, globals, locals):
        self.run(cmd, globals, locals)

    def runcall(self, func, /, *args, **kwds):
        """Calls a function under the debugger."""
        self.reset()
        sys.settrace(self.trace_dispatch)
        try:
            return func(*args, **kwds)
        except BdbQuit:
            return None
        finally:
            self.quitting = True
            sys.settrace(None)


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
        return b.line == frame.f_lineno
    if frame.f_code.co_name != b.funcname:
        return False
    if not b.func_first_executable_line:
        b.func_first_executable_line = frame.f_lineno
    return b.func_first_executable_line == frame.f_lineno


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
