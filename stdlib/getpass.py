"""Asking for a password, and who the user is (library reference, "getpass")."""
import os
import sys
import warnings

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def unix_getpass(prompt="Password: ", stream=None):
    """Prompt for a password, with echo turned off."""
    import termios
    terminal = None
    try:
        fd = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
        terminal = open(fd, "r+b", buffering=0)
        input = open(os.dup(fd), "r")
        output = open(os.dup(fd), "w") if stream is None else stream
    except OSError:
        if terminal is not None:
            terminal.close()
            terminal = None
        try:
            fd = sys.stdin.fileno()
        except (AttributeError, ValueError):
            return fallback_getpass(prompt, stream)
        input = sys.stdin
        output = sys.stderr if stream is None else stream
    try:
        try:
            old = termios.tcgetattr(fd)
        except termios.error:
            return fallback_getpass(prompt, output)
        new = old[:]
        new[6] = old[6][:]
        new[3] &= ~termios.ECHO
        try:
            termios.tcsetattr(fd, termios.TCSAFLUSH, new)
            password = _raw_input(prompt, output, input=input)
        finally:
            termios.tcsetattr(fd, termios.TCSAFLUSH, old)
            output.flush()
        output.write("\n")
        output.flush()
        return password
    finally:
        if terminal is not None:
            input.close()
            if stream is None:
                output.close()
            terminal.close()


def fallback_getpass(prompt="Password: ", stream=None):
    warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    if not stream:
        stream = sys.stderr
    print("Warning: Password input may be echoed.", file=stream)
    return _raw_input(prompt, stream)


def _raw_input(prompt="", stream=None, input=None):
    if not stream:
        stream = sys.stderr
    if not input:
        input = sys.stdin
    prompt = str(prompt)
    if prompt:
        stream.write(prompt)
        stream.flush()
    line = input.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    """Get the username from the environment or password database."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = os.environ.get(name)
        if user:
            return user
    import pwd
    return pwd.getpwuid(os.getuid())[0]


getpass = unix_getpass
