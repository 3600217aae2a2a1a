"""Programs in one ZIP file (library reference, "zipapp"). Also `python -m zipapp FOLDER`.

Such a file may begin with a line "#!interpreter" (the shebang): ZIP files are read from their end.
"""
import contextlib
import os
import sys

__all__ = ["ZipAppError", "create_archive", "get_interpreter"]

_STARTER = """\
# -*- coding: utf-8 -*-
import {0}
{0}.{1}()
"""
_ENCODING = sys.getfilesystemencoding() if sys.platform != "win32" else "utf-8"
_EXECUTABLE = 0o100  # for the owner


class ZipAppError(ValueError):
    pass


def create_archive(source, target=None, interpreter=None, main=None, filter=None, compressed=False):
    """Makes an archive of a folder, or a copy of one with another first line.

    interpreter: what the first line names; main: "module:function" for a __main__.py; filter(path): whether a file is to be in it.
    """
    if hasattr(source, "read") and hasattr(source, "readline") or os.path.isfile(source):
        _copy(source, target, interpreter)
        return
    from pathlib import Path
    folder = Path(source)
    if not folder.exists():
        raise ZipAppError("Source does not exist")
    starter = _starter(main, (folder / "__main__.py").is_file())
    if target is None:
        target = folder.with_suffix(".pyz")
    with _opened(target, "wb") as file:
        _write_shebang(file, interpreter)
        _pack(folder, file, starter, filter, compressed)
    if interpreter and not hasattr(target, "write"):
        _allow_running(target)


def _starter(main, is_there):
    """The text of __main__.py; None: the folder has one."""
    if is_there:
        if main:
            raise ZipAppError("Cannot specify entry point if the source has __main__.py")
        return None
    if not main:
        raise ZipAppError("Archive has no entry point")
    module, separator, function = main.partition(":")
    names = f"{module}.{function}".split(".")
    if not separator or not all(map(str.isidentifier, names)):
        raise ZipAppError("Invalid entry point: " + main)
    return _STARTER.format(module, function)


def _pack(folder, file, starter, is_wanted, compressed):
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile
    with ZipFile(file, "w", ZIP_DEFLATED if compressed else ZIP_STORED) as archive:
        for path in sorted(folder.rglob("*")):
            inner = path.relative_to(folder)
            if not is_wanted or is_wanted(inner):
                archive.write(path, inner.as_posix())
        if starter is not None:
            archive.writestr("__main__.py", starter.encode())


def _copy(archive, copy, interpreter):
    with _opened(archive, "rb") as source:
        _, after = _shebang(source)
        with _opened(copy, "wb") as target:
            _write_shebang(target, interpreter)
            target.write(after)
            while piece := source.read(1 << 16):
                target.write(piece)
    if interpreter and isinstance(copy, str):
        _allow_running(copy)


def get_interpreter(archive):
    """What the first line of an archive names; None: it has none."""
    with _opened(archive, "rb") as file:
        line, _ = _shebang(file)
    return line if line is None else line.strip().decode(_ENCODING)


def _shebang(file):
    """(what the shebang of a file says or None, what was read of the rest)"""
    begin = file.read(2)
    return (file.readline(), b"") if begin == b"#!" else (None, begin)


def _write_shebang(file, interpreter):
    if interpreter:
        file.write(b"#!%b\n" % interpreter.encode(_ENCODING))


def _opened(archive, mode):
    """A file by its name; one that is open stays open."""
    return open(archive, mode) if isinstance(archive, (os.PathLike, str)) else contextlib.nullcontext(archive)


def _allow_running(path):
    os.chmod(path, os.stat(path).st_mode | _EXECUTABLE)


def main(args=None):
    """The command line."""
    import argparse
    options = argparse.ArgumentParser()
    for names, settings in (
            (["--output", "-o"], {"default": None, "help": "The name of the output archive. Required if SOURCE is an archive."}),
            (["--python", "-p"], {"default": None, "help": "The name of the Python interpreter to use (default: no shebang line)."}),
            (["--main", "-m"], {"default": None, "help": "The main function of the application (default: use an existing __main__.py)."}),
            (["--compress", "-c"], {"action": "store_true", "help": "Compress files with the deflate method. Files are stored uncompressed by default."}),
            (["--info"], {"default": False, "action": "store_true", "help": "Display the interpreter from the archive."}),
            (["source"], {"help": "Source directory (or existing archive)."})):
        options.add_argument(*names, **settings)
    chosen = options.parse_args(args)
    is_archive = os.path.isfile(chosen.source)
    if chosen.info:
        if not is_archive:
            raise SystemExit("Can only get info for an archive file")
        print("Interpreter:", get_interpreter(chosen.source) or "<none>")
        sys.exit(0)
    if is_archive:
        if chosen.output is None or (os.path.exists(chosen.output) and os.path.samefile(chosen.source, chosen.output)):
            raise SystemExit("In-place editing of archives is not supported")
        if chosen.main:
            raise SystemExit("Cannot change the main function when copying")
    create_archive(chosen.source, chosen.output, chosen.python, chosen.main, compressed=chosen.compress)


if __name__ == "__main__":
    main()
