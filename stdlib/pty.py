"""Pseudo-terminals (library reference, "pty")."""
import os
import select
import sys
import tty
from os import openpty as _openpty, forkpty as _forkpty

__all__ = ["openpty", "fork", "spawn"]

STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO = 0, 1, 2
CHILD = 0


def openpty():
    """A new pair: (descriptor of the master, descriptor of the slave)."""
    return _openpty()


def fork():
    """A child whose terminal is a new pseudo-terminal: (its id, descriptor of the master), 0 in the child."""
    return _forkpty()


def _read(fd):
    return os.read(fd, 1024)


class _Pipeline:
    "What one side has sent and the other has not taken yet."

    def __init__(self, source, target, read, most=1 << 16):
        self.source, self.target, self.read, self.most = source, target, read, most
        self.waiting = bytearray()
        self.is_open = True

    def wants_to_read(self):
        return self.is_open and len(self.waiting) < self.most

    def take(self):
        try:
            came = self.read(self.source)
        except OSError:
            came = b""  # the other side of a terminal is closed
        self.waiting += came
        self.is_open = bool(came)

    def give(self):
        del self.waiting[:os.write(self.target, self.waiting)]


def _connect(master, master_read, stdin_read):
    "Until the child closes its terminal, copies what it writes to our output, and our input to it."
    output = _Pipeline(master, STDOUT_FILENO, master_read)
    input = _Pipeline(STDIN_FILENO, master, stdin_read)
    both = output, input
    while output.is_open or output.waiting:
        readers = [line.source for line in both if line.wants_to_read()]
        writers = [line.target for line in both if line.waiting]
        readable, writable, _ = select.select(readers, writers, [])
        for line in both:
            if line.target in writable:
                line.give()
            if line.source in readable:
                line.take()


def spawn(argv, master_read=_read, stdin_read=_read):
    """Run a program in a pseudo-terminal that is connected to our own input and output: its wait status."""
    command = (argv,) if isinstance(argv, str) else argv
    sys.audit("pty.spawn", command)
    child, master = fork()
    if child == CHILD:
        os.execlp(command[0], *command)
    before = None
    try:
        before = tty.setraw(STDIN_FILENO)
    except tty.error:
        pass  # our input is no terminal
    try:
        _connect(master, master_read, stdin_read)
    finally:
        if before is not None:
            tty.tcsetattr(STDIN_FILENO, tty.TCSAFLUSH, before)
    os.close(master)
    return os.waitpid(child, 0)[1]
