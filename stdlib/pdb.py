"""The debugger: stops programs, and shows and changes what they hold (library reference, "pdb").

bdb knows when to stop; interaction() then reads commands until one of them lets the program go on.
"""
import bdb
import cmd
import linecache
import os
import re
import reprlib
import sys
import tokenize
import traceback
from pprint import pformat

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace", "post_mortem", "help"]


class Restart(Exception):
    """The program is to be run again."""


def find_function(funcname, filename):
    """The function's name, file and the line its definition begins at; None: there is none."""
    pattern = re.compile(rf"(async\s+)?def\s+{re.escape(funcname)}(\s*\[.+\])?\s*[(]")
    try:
        with tokenize.open(filename) as file:
            for number, line in enumerate(file, 1):
                if pattern.match(line.strip()):
                    return funcname, filename, number
    except OSError:
        pass
    return None


class _Undefined(str):
    def __repr__(self):
        return self


line_prefix = "\n-> "
# Where the values of `$name` are: among the globals of the frame that is looked at.
_CONVENIENCE = "__pdb_convenience_variables"
_BREAKING_COMMANDS = {"n", "next", "s", "step", "c", "cont", "continue", "r", "return", "u_", "until", "unt", "j", "jump", "q", "quit", "exit"}


class Pdb(bdb.Bdb, cmd.Cmd):
    """A debugger that reads commands from a terminal, or a file."""

    _previous_sigint_handler = None

    def __init__(self, completekey="tab", stdin=None, stdout=None, skip=None, nosigint=False, readrc=True):
        bdb.Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        if stdout:
            self.use_rawinput = 0
        self.prompt = "(Pdb) "
        self.aliases = {}
        self.displaying = {}
        self.mainpyfile = ""
        self._wait_for_mainpyfile = False
        self.tb_lineno = {}
        self.nosigint = nosigint
        self.rcLines = self._read_rc() if readrc else []
        self.commands = {}  # number of a breakpoint: its commands
        self.commands_doprompt = {}
        self.commands_silent = {}
        self.commands_defining = False
        self.commands_bnum = None
        self.stack, self.curindex, self.curframe = [], 0, None

    def _read_rc(self):
        lines = []
        for path in "~/.pdbrc", ".pdbrc":
            try:
                with open(os.path.expanduser(path), encoding="utf-8") as file:
                    lines += file
            except OSError:
                pass  # it is not there, or may not be read
        return lines

    # ---- where it stops

    def sigint_handler(self, signum, frame):
        self.message("\nProgram interrupted. (Use 'cont' to resume).")
        self.set_step()
        self.set_trace(frame)

    def reset(self):
        bdb.Bdb.reset(self)
        self.forget()

    def forget(self):
        self.lineno = None
        if self.curframe:
            self.curframe.f_globals.pop(_CONVENIENCE, None)
        self.stack, self.curindex, self.curframe = [], 0, None
        self.tb_lineno.clear()

    @staticmethod
    def _set_convenience(frame, name, value):
        frame.f_globals.setdefault(_CONVENIENCE, {})[name] = value

    def setup(self, f, tb):
        """Looks at the frame, or at where the traceback ends."""
        self.forget()
        self.stack, self.curindex = self.get_stack(f, tb)
        while tb:
            self.tb_lineno[tb.tb_frame] = tb.tb_lineno
            tb = tb.tb_next
        self.curframe = self.stack[self.curindex][0]
        self.curframe_locals = self.curframe.f_locals
        self._set_convenience(self.curframe, "_frame", self.curframe)
        lines, self.rcLines = [line.strip() for line in self.rcLines], []
        for line in lines:
            if line and not line.startswith("#"):
                self.onecmd(line)

    def user_call(self, frame, argument_list):
        if self._wait_for_mainpyfile:
            return
        if self.stop_here(frame):
            self.message("--Call--")
            self.interaction(frame, None)

    def user_line(self, frame):
        if self._wait_for_mainpyfile:
            if self.mainpyfile != self.canonic(frame.f_code.co_filename):
                return
            self._wait_for_mainpyfile = False
        if self.bp_commands(frame):
            self.interaction(frame, None)

    def user_return(self, frame, return_value):
        if self._wait_for_mainpyfile:
            return
        frame.f_locals["__return__"] = return_value
        self._set_convenience(frame, "_retval", return_value)
        self.message("--Return--")
        self.interaction(frame, None)

    def user_exception(self, frame, exc_info):
        if self._wait_for_mainpyfile:
            return
        kind, value, tb = exc_info
        frame.f_locals["__exception__"] = kind, value
        self._set_convenience(frame, "_exception", value)
        prefix = "Internal " if not tb and kind is StopIteration else ""
        self.message(f"{prefix}{traceback.format_exception_only(kind, value)[-1].strip()}")
        self.interaction(frame, tb)

    def bp_commands(self, frame):
        """Runs what the breakpoint that has stopped here is to do; true: and then asks."""
        number = getattr(self, "currentbp", False)
        self.currentbp = 0
        if not number or number not in self.commands:
            return True
        last = self.lastcmd
        self.setup(frame, None)
        for line in self.commands[number]:
            self.onecmd(line)
        self.lastcmd = last
        if not self.commands_silent[number]:
            self.print_stack_entry(self.stack[self.curindex])
        if self.commands_doprompt[number]:
            self._cmdloop()
        self.forget()
        return False

    def interaction(self, frame, traceback):
        """Shows where it stands, and does what it is told until the program is to go on."""
        if Pdb._previous_sigint_handler:
            import signal
            try:
                signal.signal(signal.SIGINT, Pdb._previous_sigint_handler)
            except (ValueError, OSError):
                pass
            else:
                Pdb._previous_sigint_handler = None
        self.setup(frame, traceback)
        self.print_stack_entry(self.stack[self.curindex])
        for expression in self.displaying.get(self.curframe, ()):
            self._show_change(expression)
        self._cmdloop()
        self.forget()

    def _cmdloop(self):
        while True:
            try:
                self.allow_kbdint = True
                self.cmdloop()
                self.allow_kbdint = False
                return
            except KeyboardInterrupt:
                self.message("--KeyboardInterrupt--")

    def preloop(self):
        pass

    def _show_change(self, expression):
        before = self.displaying[self.curframe][expression]
        value = self._value_to_display(expression)
        if value is not before and repr(value) != repr(before):
            self.displaying[self.curframe][expression] = value
            self.message(f"display {expression}: {value!r}  [old: {before!r}]")

    def _value_to_display(self, expression):
        try:
            return eval(expression, self.curframe.f_globals, self.curframe_locals)
        except Exception as error:
            return _Undefined(f"** raised {self._text_of(error)} **")

    # ---- what it says

    def message(self, msg):
        print(msg, file=self.stdout)

    def error(self, msg):
        print("***", msg, file=self.stdout)

    @staticmethod
    def _text_of(error):
        return traceback.format_exception_only(type(error), error)[-1].strip()

    def _say_error(self):
        self.error(self._text_of(sys.exc_info()[1]))

    def displayhook(self, obj):
        if obj is not None:
            self.message(repr(obj))

    def print_stack_trace(self):
        for entry in self.stack:
            self.print_stack_entry(entry)

    def print_stack_entry(self, frame_lineno, prompt_prefix=line_prefix):
        prefix = "> " if frame_lineno[0] is self.curframe else "  "
        self.message(prefix + self.format_stack_entry(frame_lineno, prompt_prefix))

    # ---- lines that are typed

    def default(self, line):
        """A statement of the program's language, run where it stands."""
        line = line.removeprefix("!").strip()
        hook, streams = sys.displayhook, (sys.stdin, sys.stdout)
        try:
            code = compile(line + "\n", "<stdin>", "single")
            try:
                sys.stdin, sys.stdout, sys.displayhook = self.stdin, self.stdout, self.displayhook
                exec(code, self.curframe.f_globals, self.curframe_locals)
            finally:
                (sys.stdin, sys.stdout), sys.displayhook = streams, hook
        except:
            self._say_error()

    def precmd(self, line):
        """Replaces an alias and the names that begin with "$"; what stands behind ";;" is the next command."""
        if not line.strip():
            return line
        words = line.split()
        while words[0] in self.aliases:
            line = self.aliases[words[0]]
            for number, word in enumerate(words[1:], 1):
                line = line.replace(f"%{number}", word)
            line = line.replace("%*", " ".join(words[1:]))
            words = line.split()
        if words[0] != "alias":
            line, separator, rest = line.partition(";;")
            if separator:
                self.cmdqueue.insert(0, rest.lstrip())
                line = line.rstrip()
        return re.sub(r"\$([^\W\d]\w*)", rf'{_CONVENIENCE}["\1"]', line)

    def onecmd(self, line):
        if self.commands_defining:
            return self.handle_command_def(line)
        return cmd.Cmd.onecmd(self, line)

    def emptyline(self):
        return self.onecmd(self.lastcmd) if self.lastcmd else None

    def handle_command_def(self, line):
        """A command for a breakpoint; true: the last one."""
        command, arg, line = self.parseline(line)
        if not command:
            return False
        if command == "silent":
            self.commands_silent[self.commands_bnum] = True
            return False
        if command == "end":
            self.cmdqueue = []
            return True
        self.commands[self.commands_bnum].append(f"{command} {arg}" if arg else command)
        if command in _BREAKING_COMMANDS:
            self.commands_doprompt[self.commands_bnum] = False
            self.cmdqueue = []
            return True
        return False

    # ---- breakpoints

    def do_commands(self, arg):
        """commands [number]: commands to be run when the breakpoint stops (of the last one, without a number), up to "end"."""
        try:
            number = int(arg) if arg else len(bdb.Breakpoint.bpbynumber) - 1
            self.get_bpbynumber(number)
        except ValueError as error:
            self.error(f"cannot set commands: {error}" if arg.isdigit() or not arg else "Usage: commands [bnum]\n        ...\n        end")
            return
        before = self.commands.get(number), self.commands_doprompt.get(number, True), self.commands_silent.get(number, False)
        self.commands_bnum = number
        self.commands[number], self.commands_doprompt[number], self.commands_silent[number] = [], True, False
        prompt, self.prompt = self.prompt, "(com) "
        self.commands_defining = True
        try:
            self.cmdloop()
        except KeyboardInterrupt:
            if before[0] is None:
                del self.commands[number], self.commands_doprompt[number], self.commands_silent[number]
            else:
                self.commands[number], self.commands_doprompt[number], self.commands_silent[number] = before
            self.error("command definition aborted, old commands restored")
        finally:
            self.commands_defining = False
            self.prompt = prompt

    def do_break(self, arg, temporary=0):
        """b(reak) [[file:]line | function [, condition]]: a breakpoint; without an argument: shows them."""
        if not arg:
            if self.breaks:
                self.message("Num Type         Disp Enb   Where")
                for breakpoint in bdb.Breakpoint.bpbynumber:
                    if breakpoint:
                        self.message(breakpoint.bpformat())
            return
        place, comma, condition = arg.partition(",")
        place, condition = place.rstrip(), condition.strip() or None
        if condition and not self._has_sense(condition, "Invalid condition"):
            return
        filename, lineno, funcname = None, None, None
        file, colon, line = place.rpartition(":")
        if colon:
            filename = self.lookupmodule(file.rstrip())
            if not filename:
                self.error(f"{file.rstrip()!r} not found from sys.path")
                return
            try:
                lineno = int(line.lstrip())
            except ValueError:
                self.error(f"Bad lineno: {line.lstrip()}")
                return
        elif place.isdigit():
            lineno = int(place)
        else:
            filename, lineno, funcname = self._place_of_function(place)
            if lineno is None:
                return
        filename = filename or self.defaultFile()
        line = self.checkline(filename, lineno)
        if not line:
            return
        wrong = self.set_break(filename, line, temporary, condition, funcname)
        if wrong:
            self.error(wrong)
        else:
            made = self.get_breaks(filename, line)[-1]
            self.message(f"Breakpoint {made.number} at {made.file}:{made.line}")

    def _place_of_function(self, text):
        try:
            function = eval(text, self.curframe.f_globals, self.curframe_locals)
        except Exception:
            function = None
        code = getattr(getattr(function, "__func__", function), "__code__", None)
        if code is not None:
            return code.co_filename, code.co_firstlineno, code.co_name
        found = self.lineinfo(text)
        if not found[2]:
            self.error(f"The specified object {text!r} is not a function or was not found along sys.path.")
            return None, None, None
        return found[1], int(found[2]), found[0]

    def defaultFile(self):
        filename = self.curframe.f_code.co_filename
        return self.mainpyfile if filename == "<string>" and self.mainpyfile else filename

    def lineinfo(self, identifier):
        """(name, file, line) of a function of the file that is shown, or of another ("file.function")."""
        parts = identifier.split(".")
        if parts[0] == "self":
            del parts[0]
        if not parts or len(parts) > 2 or not parts[-1].strip():
            return None, None, None
        filename = self.defaultFile() if len(parts) == 1 else self.lookupmodule(parts[0])
        return (filename and find_function(parts[-1].strip(), filename)) or (None, None, None)

    def checkline(self, filename, lineno):
        """The line, if it is one that can be stopped at, else 0."""
        frame = self.curframe
        line = linecache.getline(filename, lineno, frame.f_globals if frame else None)
        if not line:
            self.message("End of file")
            return 0
        line = line.strip()
        if not line or line.startswith(("#", '"""', "'''")):
            self.error("Blank or comment")
            return 0
        return lineno

    def lookupmodule(self, filename):
        """The file of a module or of a name of a file; None: there is none."""
        if filename.endswith(".py") and os.path.isabs(filename) and os.path.exists(filename):
            return filename
        if self.mainpyfile and os.path.basename(self.mainpyfile) in (filename, filename + ".py"):
            return self.mainpyfile
        name = filename if filename.endswith(".py") else filename + ".py"
        for folder in sys.path:
            path = os.path.join(folder, name)
            if os.path.exists(path):
                return path
        return None

    do_b = do_break

    def do_tbreak(self, arg):
        """tbreak: as break, for one stop."""
        self.do_break(arg, 1)

    def _has_sense(self, text, complaint):
        try:
            compile(text, "<stdin>", "eval")
        except SyntaxError as error:
            self.error(f"{complaint} {text}: {self._text_of(error)}")
            return False
        return True

    def _breakpoints(self, arg):
        for word in arg.split():
            try:
                yield self.get_bpbynumber(word)
            except ValueError as error:
                self.error(error)

    def do_enable(self, arg):
        """enable number ...: they stop again."""
        for breakpoint in self._breakpoints(arg):
            breakpoint.enable()
            self.message(f"Enabled {breakpoint}")

    def do_disable(self, arg):
        """disable number ...: they stay, and do not stop."""
        for breakpoint in self._breakpoints(arg):
            breakpoint.disable()
            self.message(f"Disabled {breakpoint}")

    def do_condition(self, arg):
        """condition number [expression]: stops only where it holds; without one: always."""
        number, _, condition = arg.partition(" ")
        condition = condition.strip() or None
        if condition and not self._has_sense(condition, "Invalid condition"):
            return
        for breakpoint in self._breakpoints(number):
            breakpoint.cond = condition
            self.message(f"New condition set for breakpoint {breakpoint.number}." if breakpoint.cond else f"Breakpoint {breakpoint.number} is now unconditional.")

    def do_ignore(self, arg):
        """ignore number [count]: does not stop so many times."""
        number, _, count = arg.partition(" ")
        try:
            count = int(count)
        except ValueError:
            count = 0
        for breakpoint in self._breakpoints(number):
            breakpoint.ignore = count
            if count > 0:
                self.message(f"Will ignore next {f'{count} crossings' if count > 1 else '1 crossing'} of breakpoint {breakpoint.number}.")
            else:
                self.message(f"Will stop next time breakpoint {breakpoint.number} is reached.")

    def do_clear(self, arg):
        """cl(ear) [file:line | number ...]: deletes breakpoints, without an argument all, after a question."""
        if not arg:
            try:
                reply = input("Clear all breaks? ")
            except EOFError:
                reply = "no"
            deleted = [b for b in bdb.Breakpoint.bpbynumber if b] if reply.strip().lower() in ("y", "yes") else []
            if deleted:
                self.clear_all_breaks()
        elif ":" in arg:
            filename, _, line = arg.rpartition(":")
            try:
                lineno = int(line)
            except ValueError:
                self.error(f"Invalid line number ({line})")
                return
            deleted = self.get_breaks(filename, lineno)[:]
            wrong = self.clear_break(filename, lineno)
            if wrong:
                self.error(wrong)
                return
        else:
            deleted = list(self._breakpoints(arg))
            for breakpoint in deleted:
                self.clear_bpbynumber(breakpoint.number)
        for breakpoint in deleted:
            self.message(f"Deleted {breakpoint}")

    do_cl = do_clear

    # ---- the stack

    def do_where(self, arg):
        """w(here): the stack, the frame that is looked at marked."""
        self.print_stack_trace()

    do_w = do_bt = do_where

    def _select_frame(self, number):
        self.curindex = number
        self.curframe = self.stack[number][0]
        self.curframe_locals = self.curframe.f_locals
        self._set_convenience(self.curframe, "_frame", self.curframe)
        self.print_stack_entry(self.stack[number])
        self.lineno = None

    def _move(self, arg, direction):
        try:
            count = int(arg or 1)
        except ValueError:
            self.error(f"Invalid frame count ({arg})")
            return
        last = 0 if direction < 0 else len(self.stack) - 1
        if self.curindex == last:
            self.error("Oldest frame" if direction < 0 else "Newest frame")
            return
        to = last if count < 0 else self.curindex + direction * count
        self._select_frame(min(max(to, 0), len(self.stack) - 1))

    def do_up(self, arg):
        """u(p) [count]: to the caller's frame."""
        self._move(arg, -1)

    do_u = do_up

    def do_down(self, arg):
        """d(own) [count]: back towards the innermost frame."""
        self._move(arg, 1)

    do_d = do_down

    # ---- going on

    def do_until(self, arg):
        """unt(il) [line]: to a line further down, or the end of the function."""
        lineno = None
        if arg:
            try:
                lineno = int(arg)
            except ValueError:
                self.error(f"Error in argument: {arg!r}")
                return None
            if lineno <= self.curframe.f_lineno:
                self.error('"until" line number is smaller than current line number')
                return None
        self.set_until(self.curframe, lineno)
        return 1

    do_unt = do_until

    def do_step(self, arg):
        """s(tep): to the next line, in what is called, too."""
        self.set_step()
        return 1

    do_s = do_step

    def do_next(self, arg):
        """n(ext): to the next line of this function, or its end."""
        self.set_next(self.curframe)
        return 1

    do_n = do_next

    def do_return(self, arg):
        """r(eturn): to the end of this function."""
        self.set_return(self.curframe)
        return 1

    do_r = do_return

    def do_continue(self, arg):
        """c(ont(inue)): to the next breakpoint."""
        if not self.nosigint:
            import signal
            try:
                Pdb._previous_sigint_handler = signal.signal(signal.SIGINT, self.sigint_handler)
            except (ValueError, OSError):
                pass  # not in the main thread, or not granted
        self.set_continue()
        return 1

    do_c = do_cont = do_continue

    def do_jump(self, arg):
        """j(ump) line: goes on there."""
        if self.curindex + 1 != len(self.stack):
            self.error("You can only jump within the bottom frame")
            return
        try:
            lineno = int(arg)
        except ValueError:
            self.error("The 'jump' command requires a line number")
            return
        try:
            self.curframe.f_lineno = lineno
            self.stack[self.curindex] = self.stack[self.curindex][0], lineno
            self.print_stack_entry(self.stack[self.curindex])
        except ValueError as error:
            self.error(f"Jump failed: {error}")

    do_j = do_jump

    def do_run(self, arg):
        """run [arguments]: runs the program anew."""
        if arg:
            import shlex
            try:
                sys.argv = sys.argv[:1] + shlex.split(arg)
            except ValueError as error:
                self.error(f"Cannot run {arg}: {error}")
                return
        raise Restart

    do_restart = do_run

    def do_debug(self, arg):
        """debug statement: a debugger within the debugger."""
        sys.settrace(None)
        inner = Pdb(self.completekey, self.stdin, self.stdout)
        inner.prompt = f"({self.prompt.strip()}) "
        self.message("ENTERING RECURSIVE DEBUGGER")
        try:
            sys.call_tracing(inner.run, (arg, self.curframe.f_globals, self.curframe_locals))
        except Exception:
            self._say_error()
        self.message("LEAVING RECURSIVE DEBUGGER")
        sys.settrace(self.trace_dispatch)
        self.lastcmd = inner.lastcmd

    def do_quit(self, arg):
        """q(uit): the program is given up."""
        self._user_requested_quit = True
        self.set_quit()
        return 1

    do_q = do_exit = do_quit

    def do_EOF(self, arg):
        """EOF: as quit."""
        self.message("")
        return self.do_quit(arg)

    # ---- looking

    def do_args(self, arg):
        """a(rgs): the arguments of this function."""
        code = self.curframe.f_code
        count = code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)
        for name in code.co_varnames[:count]:
            self.message(f"{name} = {self.curframe_locals[name]!r}" if name in self.curframe_locals else f"{name} = *** undefined ***")

    do_a = do_args

    def do_retval(self, arg):
        """retval: what this function is about to return."""
        if "__return__" in self.curframe_locals:
            self.message(repr(self.curframe_locals["__return__"]))
        else:
            self.error("Not yet returned!")

    do_rv = do_retval

    def _getval(self, arg):
        try:
            return eval(arg, self.curframe.f_globals, self.curframe_locals)
        except:
            self._say_error()
            raise

    def _print(self, arg, shown):
        try:
            value = self._getval(arg)
        except:
            return
        try:
            self.message(shown(value))
        except:
            self._say_error()

    def do_p(self, arg):
        """p expression: its value."""
        self._print(arg, repr)

    def do_pp(self, arg):
        """pp expression: its value, over several lines."""
        self._print(arg, pformat)

    def do_whatis(self, arg):
        """whatis expression: its type, or that it is a function or class."""
        try:
            value = self._getval(arg)
        except:
            return
        code = getattr(getattr(value, "__func__", None), "__code__", None)
        if code is not None:
            self.message(f"Method {code.co_name}")
        elif getattr(value, "__code__", None) is not None:
            self.message(f"Function {value.__code__.co_name}")
        elif value.__class__ is type:
            self.message(f"Class {value.__module__}.{value.__qualname__}")
        else:
            self.message(type(value))

    def do_list(self, arg):
        """l(ist) [first[, last] | .]: eleven lines around this one, those after them, or those that are named."""
        self.lastcmd = "list"
        first = last = None
        if arg and arg != ".":
            try:
                first, comma, end = arg.partition(",")
                first = int(first)
                if comma:
                    last = int(end)
                    last = first + last if last < first else last
                else:
                    first = max(1, first - 5)
            except ValueError:
                self.error(f"Error in argument: {arg!r}")
                return
        elif self.lineno is None or arg == ".":
            first = max(1, self.curframe.f_lineno - 5)
        else:
            first = self.lineno + 1
        last = first + 10 if last is None else last
        filename = self.curframe.f_code.co_filename
        lines = linecache.getlines(filename, self.curframe.f_globals)
        self._print_lines(lines[first - 1:last], first, self.get_file_breaks(filename), self.curframe)
        self.lineno = min(last, len(lines))
        if len(lines) < last:
            self.message("[EOF]")

    do_l = do_list

    def do_longlist(self, arg):
        """ll: the whole function."""
        filename = self.curframe.f_code.co_filename
        try:
            lines, first = self._getsourcelines(self.curframe)
        except OSError as error:
            self.error(error)
            return
        self._print_lines(lines, first, self.get_file_breaks(filename), self.curframe)

    do_ll = do_longlist

    def do_source(self, arg):
        """source expression: the text of a function or class."""
        try:
            value = self._getval(arg)
        except:
            return
        try:
            lines, first = self._getsourcelines(value)
        except (OSError, TypeError) as error:
            self.error(error)
            return
        self._print_lines(lines, first)

    @staticmethod
    def _getsourcelines(of):
        import inspect
        lines, first = inspect.findsource(of)
        if inspect.isframe(of) and of.f_globals is of.f_locals or inspect.ismodule(of):
            return lines, 1
        return inspect.getblock(lines[first:]), first + 1

    def _print_lines(self, lines, start, breaks=(), frame=None):
        current, raised = (frame.f_lineno, self.tb_lineno.get(frame, -1)) if frame else (-1, -1)
        for lineno, line in enumerate(lines, start):
            number = f"{lineno:3}"
            if len(number) < 4:
                number += " "
            number += "B" if lineno in breaks else " "
            if lineno == current:
                number += "->"
            elif lineno == raised:
                number += ">>"
            self.message(f"{number}\t{line.rstrip()}")

    def do_display(self, arg):
        """display [expression]: shows its value when it has changed, at each stop in this function; without: all that are shown."""
        if not arg:
            if self.displaying:
                self.message("Currently displaying:")
                for expression, value in self.displaying.get(self.curframe, {}).items():
                    self.message(f"{expression}: {value!r}")
            else:
                self.message("No expression is being displayed")
            return
        if not self._has_sense(arg, "Unable to display"):
            return
        value = self._value_to_display(arg)
        self.displaying.setdefault(self.curframe, {})[arg] = value
        self.message(f"display {arg}: {value!r}")

    def do_undisplay(self, arg):
        """undisplay [expression]: no longer; without: none."""
        shown = self.displaying.get(self.curframe, {})
        if not arg:
            self.displaying.pop(self.curframe, None)
        elif shown.pop(arg, self) is self:
            self.error(f"not displaying {arg}")

    def do_interact(self, arg):
        """interact: an interpreter with the names of this frame."""
        import code
        code.interact("*interactive*", local={**self.curframe.f_globals, **self.curframe_locals})

    # ---- aliases, help

    def do_alias(self, arg):
        """alias [name [command]]: a name for a command; %1, %2 ... and %* in it stand for arguments. Without: shows them."""
        words = arg.split()
        if not words:
            for name in sorted(self.aliases):
                self.message(f"{name} = {self.aliases[name]}")
        elif len(words) > 1:
            self.aliases[words[0]] = " ".join(words[1:])
        elif words[0] in self.aliases:
            self.message(f"{words[0]} = {self.aliases[words[0]]}")
        else:
            self.error(f"Unknown alias {words[0]!r}")

    def do_unalias(self, arg):
        """unalias name: it stands for itself again."""
        words = arg.split()
        if words:
            self.aliases.pop(words[0], None)

    def do_help(self, arg):
        """h(elp) [command]: what a command does; without: which there are."""
        if not arg:
            cmd.Cmd.do_help(self, arg)
            return
        if arg in ("!", "exec"):
            self.message("! statement: runs it where the program stands.")
            return
        function = getattr(self, "do_" + arg, None)
        if function is None:
            self.error(f"No help for {arg!r}")
        elif not function.__doc__:
            self.error(f"No help for {arg!r}; __doc__ string missing")
        else:
            self.message(function.__doc__)

    do_h = do_help

    # ---- programs

    def _runmodule(self, module_name):
        import runpy
        spec, code = runpy._main_of(module_name)
        self._run_program(self.canonic(code.co_filename), code, {"__name__": "__main__", "__file__": self.canonic(code.co_filename), "__package__": spec.parent, "__spec__": spec})

    def _runscript(self, filename):
        import io
        path = self.canonic(filename)
        with io.open_code(path) as file:
            code = compile(file.read(), path, "exec")
        self._run_program(path, code, {"__name__": "__main__", "__file__": path})

    def _run_program(self, path, code, names):
        import __main__
        self._wait_for_mainpyfile = True
        self._user_requested_quit = False
        self.mainpyfile = path
        __main__.__dict__.clear()
        __main__.__dict__.update(names, __builtins__=__builtins__)
        self.run(code, __main__.__dict__)


# ---- functions

def run(statement, globals=None, locals=None):
    """Runs a statement under the debugger."""
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    """Evaluates an expression under the debugger."""
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    """The same with namespaces of one's own."""
    run(statement, globals, locals)


def runcall(*args, **kwds):
    """Calls a function under the debugger."""
    return Pdb().runcall(*args, **kwds)


def set_trace(*, header=None):
    """Stops in the caller."""
    debugger = Pdb()
    if header is not None:
        debugger.message(header)
    debugger.set_trace(sys._getframe().f_back)


def post_mortem(t=None):
    """Looks at where an exception was raised: that of a traceback, or the one that is handled."""
    if t is None:
        t = sys.exc_info()[2]
    elif isinstance(t, BaseException):
        t = t.__traceback__
    if t is None:
        raise ValueError("A valid traceback must be passed if no exception is being handled")
    debugger = Pdb()
    debugger.reset()
    debugger.interaction(None, t)


def pm():
    """The same of the last exception that was not handled."""
    post_mortem(sys.last_exc if hasattr(sys, "last_exc") else sys.last_traceback)


def help():
    """The documentation."""
    print(__doc__)


_usage = """\
usage: pdb.py [-c command] ... [-m module | pyfile] [arg] ...

Debug the Python program given by pyfile. Alternatively,
an executable module or package to debug can be specified using
the -m switch.

Initial commands are read from .pdbrc files in your home directory
and in the current directory, if they exist.  Commands supplied with
-c are executed after commands from .pdbrc files.

To let the script run until an exception occurs, use "-c continue".
To let the script run up to a given line X in the debugged file, use
"-c 'until X'"."""


def main():
    """python -m pdb"""
    import getopt
    try:
        options, arguments = getopt.getopt(sys.argv[1:], "mhc:", ["help", "command="])
    except getopt.GetoptError as error:
        print(f"Error: {error}")
        sys.exit(1)
    names = [name for name, _ in options]
    if not arguments or "-h" in names or "--help" in names:
        print(_usage)
        sys.exit(2)
    program, is_module = arguments[0], "-m" in names
    if not is_module and not os.path.exists(program):
        print("Error:", program, "does not exist")
        sys.exit(1)
    sys.argv[:] = arguments
    if not is_module:
        program = os.path.realpath(program)
        sys.path[0] = os.path.dirname(program)
    debugger = Pdb()
    debugger.rcLines += [value for name, value in options if name in ("-c", "--command")]
    if is_module:
        import runpy
        try:
            runpy._main_of(program)
        except ImportError:
            traceback.print_exc()
            sys.exit(1)
    while True:
        try:
            (debugger._runmodule if is_module else debugger._runscript)(program)
            if debugger._user_requested_quit:
                break
            print("The program finished and will be restarted")
        except Restart:
            print("Restarting", program, "with arguments:")
            print("\t" + " ".join(sys.argv[1:]))
        except SystemExit as error:
            print("The program exited via sys.exit(). Exit status:", error)
        except SyntaxError:
            traceback.print_exc()
            sys.exit(1)
        except BaseException as error:
            traceback.print_exc()
            print("Uncaught exception. Entering post mortem debugging")
            print("Running 'cont' or 'step' will restart the program")
            debugger.interaction(None, error.__traceback__)
            print(f"Post mortem debugger finished. The {program} will be restarted")


if __name__ == "__main__":
    import pdb
    pdb.main()
