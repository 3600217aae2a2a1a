"""Programs in one ZIP file (library reference, "zipapp"). Also `python -m zipapp FOLDER`.

Such a file may begin with a line "#!interpreter": ZIP files are read from their end.
"""
import contextlib
import os
import pathlib
import shutil
import stat
import sys
import zipfile

__all__ = ["ZipAppError", "create_archive", "get_interpreter"]

MAIN_TEMPLATE = """\
# -*- coding: utf-8 -*-
import {module}
{module}.{fn}()
"""
shebang_encoding = "utf-8" if sys.platform.startswith("win") else sys.getfilesystemencoding()


class ZipAppError(ValueError):
    pass


@contextlib.contextmanager
def _opened(archive, mode):
    """A file by its name; one that is open stays open."""
    if isinstance(archive, (str, os.PathLike)):
        with open(archive, mode) as file:
            yield file
    else:
        yield archive


def _write_first_line(file, interpreter):
    if interpreter:
        file.write(b"#!" + interpreter.encode(shebang_encoding) + b"\n")


def _copy_archive(archive, new_archive, interpreter=None):
    """An archive with another first line."""
    with _opened(archive, "rb") as source:
        begin = source.read(2)
        if begin == b"#!":
            begin = b""
            source.readline()
        with _opened(new_archive, "wb") as target:
            _write_first_line(target, interpreter)
            target.write(begin)
            shutil.copyfileobj(source, target)
    if interpreter and isinstance(new_archive, str):
        os.chmod(new_archive, os.stat(new_archive).st_mode | stat.S_IEXEC)


def _text_of_main(main):
    module, colon, function = main.partition(":")
    if not colon or not all(part.isidentifier() for part in [*module.split("."), *function.split(".")]):
        raise ZipAppError("Invalid entry point: " + main)
    return MAIN_TEMPLATE.format(module=module, fn=function)


def create_archive(source, target=None, interpreter=None, main=None, filter=None, compressed=False):
    """Makes an archive of a folder, or a copy of one with another first line.

    interpreter: what the first line names; main: "module:function" for a __main__.py; filter(path): whether a file is to be in it.
    """
    is_file = hasattr(source, "read") and hasattr(source, "readline")
    if not is_file:
        source = pathlib.Path(source)
        is_file = source.is_file()
    if is_file:
        _copy_archive(source, target, interpreter)
        return
    if not source.exists():
        raise ZipAppError("Source does not exist")
    has_main = (source / "__main__.py").is_file()
    if main and has_main:
        raise ZipAppError("Cannot specify entry point if the source has __main__.py")
    if not main and not has_main:
        raise ZipAppError("Archive has no entry point")
    text = _text_of_main(main) if main else None
    if target is None:
        target = source.with_suffix(".pyz")
    elif not hasattr(target, "write"):
        target = pathlib.Path(target)
    with _opened(target, "wb") as file:
        _write_first_line(file, interpreter)
        with zipfile.ZipFile(file, "w", compression=zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as archive:
            for child in sorted(source.rglob("*")):
                name = child.relative_to(source)
                if filter is None or filter(name):
                    archive.write(child, name.as_posix())
            if text:
                archive.writestr("__main__.py", text.encode("utf-8"))
    if interpreter and not hasattr(target, "write"):
        target.chmod(target.stat().st_mode | stat.S_IEXEC)


def get_interpreter(archive):
    """What the first line of an archive names; None: it has none."""
    with _opened(archive, "rb") as file:
        if file.read(2) == b"#!":
            return file.readline().strip().decode(shebang_encoding)
    return None


def main(args=None):
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", "-o", default=None, help="The name of the output archive. Required if SOURCE is an archive.")
    parser.add_argument("--python", "-p", default=None, help="The name of the Python interpreter to use (default: no shebang line).")
    parser.add_argument("--main", "-m", default=None, help="The main function of the application (default: use an existing __main__.py).")
    parser.add_argument("--compress", "-c", action="store_true", help="Compress files with the deflate method. Files are stored uncompressed by default.")
    parser.add_argument("--info", default=False, action="store_true", help="Display the interpreter from the archive.")
    parser.add_argument("source", help="Source directory (or existing archive).")
    args = parser.parse_args(args)
    if args.info:
        if not os.path.isfile(args.source):
            raise SystemExit("Can only get info for an archive file")
        print(f"Interpreter: {get_interpreter(args.source) or '<none>'}")
        sys.exit(0)
    if os.path.isfile(args.source):
        if args.output is None or os.path.exists(args.output) and os.path.samefile(args.source, args.output):
            raise SystemExit("In-place editing of archives is not supported")
        if args.main:
            raise SystemExit("Cannot change the main function when copying")
    create_archive(args.source, args.output, interpreter=args.python, main=args.main, compressed=args.compress)


if __name__ == "__main__":
    main()
