"""Lines of several files, one after the other (library reference, "fileinput"). Also `python -m fileinput`."""
import os
import sys
from types import GenericAlias

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "FileInput", "hook_compressed",
           "hook_encoded"]

_state = None  # what input() has opened; the functions below are its methods


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    """Makes a FileInput and keeps it for the functions of this module."""
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """Ends the sequence."""
    global _state
    if (ended := _state):
        _state = None
        ended.close()


def _active():
    if not _state:
        raise RuntimeError("no active input()")
    return _state


def nextfile():
    """Closes the current file; reading goes on with the next. Lines not read do not count."""
    return _active().nextfile()


def filename():
    """The name of the file that is read; None before the first line."""
    return _active().filename()


def lineno():
    """The number of the line just read, counted over all files; 0 before the first."""
    return _active().lineno()


def filelineno():
    """The same in the current file."""
    return _active().filelineno()


def fileno():
    """The descriptor of the current file, -1 when there is none."""
    return _active().fileno()


def isfirstline():
    """Whether the line just read was the first of its file."""
    return _active().isfirstline()


def isstdin():
    """Whether it came from sys.stdin."""
    return _active().isstdin()


def _names_of(files):
    if files is None:
        return tuple(sys.argv[1:]) or ("-",)
    if isinstance(files, (str, os.PathLike)):
        return (os.fspath(files),)
    return tuple(files) or ("-",)


class FileInput:
    """The lines of files, by iteration or readline(). "-" is the standard input. With `inplace`, what is printed meanwhile goes into the file."""

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        self._files = _names_of(files)
        self._inplace, self._backup = inplace, backup
        self._mode, self._openhook, self._encoding, self._errors = mode, openhook, encoding, errors
        self._savestdout = self._output = self._backupfilename = None
        self._filename = self._file = None
        self._startlineno = self._filelineno = 0
        self._isstdin = False
        if encoding is None and "b" not in mode and openhook is None and getattr(sys.flags, "warn_default_encoding", 0):
            import warnings
            warnings.warn("'encoding' argument not specified.", EncodingWarning, 2)
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook:
            if inplace:
                raise ValueError("FileInput cannot use an opening hook in inplace mode")
            if not callable(openhook):
                raise ValueError("FileInput openhook must be callable")
        self._write_mode = mode.replace("r", "w")

    def __del__(self):
        self.close()

    def close(self):
        """Ends the sequence."""
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def nextfile(self):
        """Closes the current file, and puts back what `inplace` has changed."""
        output, before, file, backup = self._output, self._savestdout, self._file, self._backupfilename
        self._output = self._savestdout = self._file = self._backupfilename = None
        was_stdin, self._isstdin = self._isstdin, False
        if before:
            sys.stdout = before
        try:
            if output:
                output.close()
        finally:
            try:
                if file and not was_stdin:
                    file.close()
            finally:
                if backup and not self._backup:
                    try:
                        os.unlink(backup)
                    except OSError:
                        pass

    def readline(self):
        """The next line; empty when all files are read."""
        while True:
            line = self._file.readline() if self._file else ""
            if line:
                self._filelineno += 1
                return line
            if self._file:
                self.nextfile()
            if not self._files:
                return b"" if "b" in self._mode else ""
            self._open_next()

    def _open_next(self):
        self._filename, self._files = self._files[0], self._files[1:]
        self._startlineno, self._filelineno = self.lineno(), 0
        self._file = self._output = None
        self._isstdin = False
        self._backupfilename = 0
        if self._filename == "-":
            self._filename, self._isstdin = "<stdin>", True
            self._file = getattr(sys.stdin, "buffer", sys.stdin) if "b" in self._mode else sys.stdin
        elif self._inplace:
            self._open_in_place()
        elif not self._openhook:
            self._file = open(self._filename, self._mode, encoding=self._text_encoding(), errors=self._errors)
        elif self._encoding is None:
            self._file = self._openhook(self._filename, self._mode)
        else:
            self._file = self._openhook(self._filename, self._mode, encoding=self._encoding, errors=self._errors)

    def _text_encoding(self):
        return self._encoding or ("locale" if "b" not in self._mode else None)

    def _open_in_place(self):
        """The file is read under another name, while sys.stdout writes a new one of its name and permissions."""
        name, encoding = self._filename, self._text_encoding()
        kept = self._backupfilename = os.fspath(name) + (self._backup or ".bak")
        try:
            os.unlink(kept)
        except OSError:
            pass
        os.rename(name, kept)
        self._file = open(kept, self._mode, encoding=encoding, errors=self._errors)
        try:
            permissions = os.fstat(self._file.fileno()).st_mode
        except OSError:
            self._output = open(name, self._write_mode, encoding=encoding, errors=self._errors)
        else:
            descriptor = os.open(name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, permissions)
            self._output = os.fdopen(descriptor, self._write_mode, encoding=encoding, errors=self._errors)
            try:
                os.chmod(name, permissions)
            except OSError:
                pass
        self._savestdout = sys.stdout
        sys.stdout = self._output

    def filename(self):
        """The name of the current file."""
        return self._filename

    def lineno(self):
        """The number of the line just read, over all files."""
        return self._startlineno + self._filelineno

    def filelineno(self):
        """The number of the line just read, in its file."""
        return self._filelineno

    def fileno(self):
        """The descriptor of the current file; -1: none."""
        try:
            return self._file.fileno() if self._file else -1
        except ValueError:
            return -1

    def isfirstline(self):
        """Whether the line just read is the first of its file."""
        return self._filelineno == 1

    def isstdin(self):
        """Whether the line just read came from the standard input."""
        return self._isstdin

    __class_getitem__ = classmethod(GenericAlias)


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """An opening hook: files whose names end in .gz and .bz2 are decompressed."""
    if encoding is None and "b" not in mode:
        encoding = "locale"
    ending = os.path.splitext(filename)[1]
    if ending == ".gz":
        import gzip
        stream = gzip.open(filename, mode)
    elif ending == ".bz2":
        import bz2
        stream = bz2.BZ2File(filename, mode)
    else:
        return open(filename, mode, encoding=encoding, errors=errors)
    if "b" in mode:
        return stream
    import io
    return io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    """An opening hook for files in this encoding."""
    def opened(filename, mode):
        return open(filename, mode, encoding=encoding, errors=errors)
    return opened


def _main():
    import getopt
    in_place, backup = False, ""
    options, names = getopt.getopt(sys.argv[1:], "ib:")
    for option, value in options:
        if option == "-i":
            in_place = True
        else:
            backup = value
    for line in input(names, inplace=in_place, backup=backup):
        line = line[:-1] if line[-1:] == "\n" else line
        line = line[:-1] if line[-1:] == "\r" else line
        print("%d: %s[%d]%s %s" % (lineno(), filename(), filelineno(), "*" if isfirstline() else "", line))
    print("%d: %s[%d]" % (lineno(), filename(), filelineno()))


if __name__ == "__main__":
    _main()
