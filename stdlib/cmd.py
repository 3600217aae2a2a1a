"""A frame for interpreters that read commands line by line (library reference, "cmd").

A command is a method do_NAME of a subclass; cmdloop() reads lines, onecmd() cuts a line into name and arguments and calls the method.
"""
import string
import sys

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = string.ascii_letters + string.digits + "_"


class Cmd:
    """Reads commands and calls the methods do_NAME for them; the attributes below are for subclasses to change."""

    prompt = PROMPT
    identchars = IDENTCHARS
    ruler = "="
    lastcmd = ""
    intro = None
    doc_leader = ""
    doc_header = "Documented commands (type help <topic>):"
    misc_header = "Miscellaneous help topics:"
    undoc_header = "Undocumented commands:"
    nohelp = "*** No help on %s"
    use_rawinput = 1

    def __init__(self, completekey="tab", stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []  # lines to be taken before any is read
        self.completekey = completekey

    # ---- the loop

    def cmdloop(self, intro=None):
        """Prompts, reads and runs commands until one of them returns something true."""
        self.preloop()
        restore = self._begin_completion() if self.use_rawinput and self.completekey else None
        try:
            if intro is not None:
                self.intro = intro
            if self.intro:
                self._write(f"{self.intro}\n")
            stop = None
            while not stop:
                line = self.precmd(self.cmdqueue.pop(0) if self.cmdqueue else self._read_line())
                stop = self.postcmd(self.onecmd(line), line)
            self.postloop()
        finally:
            if restore is not None:
                restore()

    def _begin_completion(self):
        """Has the line editor complete words by complete(), if there is one; returns what undoes it."""
        try:
            import readline
        except ImportError:
            return None
        before = readline.get_completer()
        readline.set_completer(self.complete)
        readline.parse_and_bind(self.completekey + ": complete")
        return lambda: readline.set_completer(before)

    def _read_line(self):
        """The next line without its end, "EOF" where there is none."""
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return "EOF"
        self._write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip("\r\n") if line else "EOF"

    def _write(self, text):
        self.stdout.write(text)

    # ---- hooks

    def precmd(self, line):
        """Called with each line before it is run; what it returns is run."""
        return line

    def postcmd(self, stop, line):
        """Called after each line with what it returned; what this returns says whether to stop."""
        return stop

    def preloop(self):
        """Called once when cmdloop() begins."""

    def postloop(self):
        """Called once when cmdloop() is about to return."""

    # ---- one line

    def parseline(self, line):
        """(command, arguments, line): no command where there is none, nothing but the line where it is empty. `?` and `!` are help and shell."""
        line = line.strip()
        if not line:
            return None, None, line
        if line[0] == "?":
            line = "help " + line[1:]
        elif line[0] == "!":
            if not hasattr(self, "do_shell"):
                return None, None, line
            line = "shell " + line[1:]
        rest = line.lstrip(self.identchars)
        return line[:len(line) - len(rest)], rest.strip(), line

    def onecmd(self, line):
        """Runs a line as if it had been typed."""
        command, arguments, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if command is None:
            return self.default(line)
        self.lastcmd = "" if line == "EOF" else line
        method = getattr(self, "do_" + command, self) if command else self
        return self.default(line) if method is self else method(arguments)

    def emptyline(self):
        """Called for an empty line: the last command once more."""
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        """Called for a line whose command is not known."""
        self._write(f"*** Unknown syntax: {line}\n")

    # ---- completion

    def complete(self, text, state):
        """The state-th completion of text, None where there are no more: of commands at the start of a line, of arguments by complete_NAME()."""
        if state == 0:
            import readline
            whole = readline.get_line_buffer()
            line = whole.lstrip()
            skipped = len(whole) - len(line)
            begin, end = readline.get_begidx() - skipped, readline.get_endidx() - skipped
            self.completion_matches = self._completer_at(line, begin)(text, line, begin, end)
        matches = self.completion_matches
        return matches[state] if state < len(matches) else None

    def _completer_at(self, line, begin):
        if begin <= 0:
            return self.completenames
        command = self.parseline(line)[0]
        return getattr(self, "complete_" + command, self.completedefault) if command else self.completedefault

    def completedefault(self, *ignored):
        """Completions of arguments of commands without a complete_NAME(): none."""
        return []

    def completenames(self, text, *ignored):
        """The commands that begin with text."""
        return self._names_after("do_", text)

    def get_names(self):
        """The names that commands and help topics are looked for in."""
        return dir(self.__class__)

    def _names_after(self, prefix, begin=""):
        return [name[len(prefix):] for name in self.get_names() if name.startswith(prefix + begin)]

    def complete_help(self, *args):
        """The commands and topics that begin with the first argument."""
        return list({*self.completenames(*args), *self._names_after("help_", args[0])})

    # ---- help

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if not arg:
            return self._list_commands()
        explain = getattr(self, "help_" + arg, None)
        if explain is not None or hasattr(self, "help_" + arg):
            explain()
            return
        text = getattr(getattr(self, "do_" + arg, None), "__doc__", None) if hasattr(self, "do_" + arg) else None
        self._write(f"{text if text else self.nohelp % (arg,)}\n")

    def _list_commands(self):
        commands, topics = sorted(set(self._names_after("do_"))), set(self._names_after("help_"))
        documented = [name for name in commands if name in topics or getattr(self, "do_" + name).__doc__]
        others = [name for name in commands if name not in documented]
        self._write(f"{self.doc_leader}\n")
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics.difference(commands)), 15, 80)
        self.print_topics(self.undoc_header, others, 15, 80)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        """A header with names in columns under it; nothing if there are no names."""
        if not cmds:
            return
        self._write(f"{header}\n")
        if self.ruler:
            self._write(f"{self.ruler * len(header)}\n")
        self.columnize(cmds, maxcol - 1)
        self._write("\n")

    def columnize(self, list, displaywidth=80):
        """Writes strings in columns, read downwards, two spaces between them, in as few rows as fit the width."""
        if not list:
            self._write("<empty>\n")
            return
        wrong = [str(i) for i, item in enumerate(list) if not isinstance(item, str)]
        if wrong:
            raise TypeError("list[i] not a string for i in " + ", ".join(wrong))
        for rows in range(1, len(list) + 1):
            columns = [list[start:start + rows] for start in range(0, len(list), rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth:
                break
        else:
            columns, widths = [list], [0]
        for row in range(len(columns[0])):
            cells = [column[row].ljust(width) for column, width in zip(columns, widths) if row < len(column)]
            self._write("  ".join(cells).rstrip(" ") + "\n" if len(columns) > 1 else list[row] + "\n")
