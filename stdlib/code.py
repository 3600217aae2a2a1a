"""An interactive interpreter for programs to use (library reference, "code")."""
import builtins
import sys
from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Runs pieces of source in a namespace, and shows what goes wrong with `write`."""

    def __init__(self, locals=None):
        self.compile = CommandCompiler()
        self.locals = locals if locals is not None else {"__name__": "__console__", "__doc__": None}

    def runsource(self, source, filename="<input>", symbol="single"):
        """Runs the source, if it is complete. True: it is not, more lines are wanted."""
        try:
            compiled = self.compile(source, filename, symbol)
        except (SyntaxError, ValueError, OverflowError):
            self.showsyntaxerror(filename)
        else:
            if compiled is None:
                return True
            self.runcode(compiled)
        return False

    def runcode(self, code):
        """Runs a code object; what it raises is shown, but for SystemExit."""
        try:
            exec(code, self.locals)
        except BaseException as error:
            if isinstance(error, SystemExit):
                raise
            self.showtraceback()

    def showsyntaxerror(self, filename=None):
        """Shows the syntax error that is being handled, without a traceback."""
        error = sys.exception()
        if isinstance(error, SyntaxError) and filename:
            error.filename = filename
        from traceback import format_exception_only
        self._show(error.with_traceback(None), None, format_exception_only)

    def showtraceback(self):
        """Shows the exception that is being handled; the interpreter's own frame is left out."""
        error = sys.exception()
        tb = error.__traceback__
        from traceback import format_exception
        self._show(error, tb and tb.tb_next, lambda kind, error: format_exception(kind, error, tb and tb.tb_next))

    def _show(self, error, tb, lines):
        sys.last_exc = sys.last_value = error
        sys.last_type, sys.last_traceback = type(error), tb
        if sys.excepthook is not sys.__excepthook__:
            sys.excepthook(type(error), error, tb)  # the program has its own way to show it
        else:
            self.write("".join(lines(type(error), error)))

    def write(self, data):
        """Where all output goes; sys.stderr here."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Puts lines together until they make a statement, and runs it."""

    def __init__(self, locals=None, filename="<console>"):
        super().__init__(locals)
        self.filename = filename
        self.resetbuffer()

    def resetbuffer(self):
        """Forgets the lines that are not run yet."""
        self.buffer = []

    def push(self, line):
        """Takes a line. True: more are wanted before anything can be run."""
        self.buffer += [line]
        incomplete = self.runsource("\n".join(self.buffer), self.filename)
        if not incomplete:
            self.resetbuffer()
        return incomplete

    def raw_input(self, prompt=""):
        """Reads a line; EOFError is the end."""
        return input(prompt)

    def interact(self, banner=None, exitmsg=None):
        """Reads lines, and runs them, until there are no more."""
        for name, prompt in (("ps1", ">>> "), ("ps2", "... ")):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
        own_name = type(self).__name__
        if banner is None:
            banner = (f"Python {sys.version} on {sys.platform}\n"
                      f'Type "help", "copyright", "credits" or "license" for more information.\n({own_name})')
        self._say(banner)
        self._read_all()
        self._say(f"now exiting {own_name}..." if exitmsg is None else exitmsg)

    def _say(self, text):
        if text:
            self.write(f"{text}\n")

    def _read_all(self):
        incomplete = False
        while True:
            try:
                incomplete = self.push(self.raw_input(sys.ps2 if incomplete else sys.ps1))
            except EOFError:
                self.write("\n")
                return
            except KeyboardInterrupt:
                self.write("\nKeyboardInterrupt\n")
                self.resetbuffer()
                incomplete = False


def interact(banner=None, readfunc=None, local=None, exitmsg=None):
    """Runs an InteractiveConsole over `local`; with `readfunc` in place of its raw_input."""
    made = InteractiveConsole(local)
    if readfunc is not None:
        made.raw_input = readfunc
    made.interact(banner, exitmsg)


if __name__ == "__main__":
    interact("" if "-q" in sys.argv[1:] else None)
