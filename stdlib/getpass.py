"""Asking for a password, and who the user is (library reference, "getpass")."""
import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """What is typed may be seen."""


def _terminal(closing, stream):
    """(descriptor, file to read, file to write) of the terminal, or of standard input where there is none; None: neither can be used.
    What was opened is added to `closing`."""
    try:
        descriptor = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        try:
            return sys.stdin.fileno(), sys.stdin, stream or sys.stderr
        except (AttributeError, ValueError):
            return None
    import io
    raw = io.FileIO(descriptor, "w+")
    closing.append(raw)
    terminal = io.TextIOWrapper(raw)
    closing.append(terminal)
    return descriptor, terminal, stream or terminal


def unix_getpass(prompt="Password: ", stream=None):
    """Asks for a password on the terminal, without showing what is typed."""
    closing = []
    try:
        found = _terminal(closing, stream)
        if found is None:
            return fallback_getpass(prompt, stream)
        descriptor, source, target = found
        typed, answer = False, None
        import termios
        try:
            before = termios.tcgetattr(descriptor)
            hidden = before[:]
            hidden[3] &= ~termios.ECHO
            when = termios.TCSAFLUSH | getattr(termios, "TCSASOFT", 0)
            try:
                termios.tcsetattr(descriptor, when, hidden)
                answer, typed = _raw_input(prompt, target, input=source), True
            finally:
                termios.tcsetattr(descriptor, when, before)
                target.flush()
        except termios.error:
            if typed:
                raise  # not asked for again
            return fallback_getpass(prompt, target)
        target.write("\n")
        target.flush()
        return answer
    finally:
        for file in reversed(closing):
            file.close()


def fallback_getpass(prompt="Password: ", stream=None):
    """Asks for a password where what is typed cannot be hidden."""
    from warnings import warn
    warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    target = stream or sys.stderr
    print("Warning: Password input may be echoed.", file=target)
    return _raw_input(prompt, target)


def _raw_input(prompt="", stream=None, input=None):
    target, source, text = stream or sys.stderr, input or sys.stdin, str(prompt)
    if text:
        try:
            target.write(text)
        except UnicodeEncodeError:  # as the stream can show it
            target.write(text.encode(target.encoding, "replace").decode(target.encoding))
        target.flush()
    line = source.readline()
    if line:
        return line[:-1] if line.endswith("\n") else line
    raise EOFError


def getuser():
    """The user's name, from the environment or the password database."""
    named = filter(None, map(os.environ.get, ("LOGNAME", "USER", "LNAME", "USERNAME")))
    for name in named:
        return name
    import pwd
    return pwd.getpwuid(os.getuid())[0]


getpass = unix_getpass
