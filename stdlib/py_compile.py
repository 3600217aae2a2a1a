"""Files that modules are imported from when their source is not there (library reference, "py_compile"). Also `python -m py_compile FILE...`.

Typhon's are like CPython's from outside: a magic number, what tells whether the source has changed, and the program. That is its source, checked for
errors in its syntax: compiling it is as quick as reading byte code.
"""
import enum
import os
import sys
import traceback
from importlib import util

__all__ = ["compile", "main", "PyCompileError", "PycInvalidationMode"]


class PyCompileError(Exception):
    """A file that cannot be compiled. `msg` is what to show; exc_type_name and exc_value tell of the exception."""

    def __init__(self, exc_type, exc_value, file, msg=""):
        name = exc_type.__name__
        if not msg:
            if exc_type is SyntaxError:
                msg = "".join(traceback.format_exception_only(exc_type, exc_value)).replace('File "<string>"', f'File "{file}"')
            else:
                msg = f"Sorry: {name}: {exc_value}"
        Exception.__init__(self, msg, name, exc_value, file)
        self.exc_type_name, self.exc_value, self.file, self.msg = name, exc_value, file, msg

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    """How a compiled file shows that its source has changed."""

    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def _get_default_invalidation_mode():
    return PycInvalidationMode.CHECKED_HASH if os.environ.get("SOURCE_DATE_EPOCH") else PycInvalidationMode.TIMESTAMP


def _target(file, optimize):
    if optimize >= 0:
        return util.cache_from_source(file, optimization=optimize or "")
    return util.cache_from_source(file)


def _check_replaceable(target):
    if os.path.islink(target):
        kind = "symlink"
    elif os.path.exists(target) and not os.path.isfile(target):
        kind = "non-regular file"
    else:
        return
    raise FileExistsError(f"{target} is a {kind} and will be changed into a regular {'file' if kind == 'symlink' else 'one'} if import writes a byte-compiled "
                          "file to it")


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Compiles a file. Returns the path of the file written, or None after an error, which is shown unless quiet is 2, or raised if doraise is true."""
    mode = _get_default_invalidation_mode() if invalidation_mode is None else invalidation_mode
    target = _target(file, optimize) if cfile is None else cfile
    _check_replaceable(target)
    with open(file, "rb") as stream:
        source = stream.read()
        status = os.fstat(stream.fileno())
    try:
        sys.modules["builtins"].compile(source, dfile or file, "exec", dont_inherit=True)
    except Exception as error:
        wrapped = PyCompileError(error.__class__, error, dfile or file)
        if quiet < 2:
            if doraise:
                raise wrapped
            sys.stderr.write(wrapped.msg + "\n")
        return None
    from importlib import _machinery
    if mode is PycInvalidationMode.TIMESTAMP:
        data = _machinery._bytecode_of(source, os.fspath(dfile or file), 0, int(status.st_mtime), status.st_size)
    else:
        digest = util.source_hash(source)
        flags = 3 if mode is PycInvalidationMode.CHECKED_HASH else 1
        data = _machinery._bytecode_of(source, os.fspath(dfile or file), flags, int.from_bytes(digest[:4], "little"), int.from_bytes(digest[4:], "little"))
    _write(target, data, status.st_mode)
    return target


def _write(target, data, mode):
    """All at once: nobody sees half a file."""
    folder = os.path.dirname(target)
    if folder:
        os.makedirs(folder, exist_ok=True)
    temporary = f"{os.fspath(target)}.{id(data)}"
    descriptor = os.open(temporary, os.O_EXCL | os.O_CREAT | os.O_WRONLY, mode & 0o666 | 0o200)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
        os.replace(temporary, target)
    except OSError:
        os.unlink(temporary)
        raise


def main():
    import argparse
    parser = argparse.ArgumentParser(description="A simple command-line interface for py_compile module.")
    parser.add_argument("-q", "--quiet", action="store_true", help="Suppress error output")
    parser.add_argument("filenames", nargs="+", help="Files to compile")
    options = parser.parse_args()
    names = [line.rstrip("\n") for line in sys.stdin] if options.filenames == ["-"] else options.filenames
    for name in names:
        try:
            compile(name, doraise=True)
        except PyCompileError as error:
            parser.exit(1, None if options.quiet else error.msg)
        except OSError as error:
            parser.exit(1, None if options.quiet else str(error))


if __name__ == "__main__":
    main()
