"""Compiling all modules of folders (library reference, "compileall"). Also `python -m compileall [FOLDER...]`."""
import filecmp
import os
import struct
import sys
from importlib import util
from importlib._machinery import MAGIC_NUMBER

import py_compile

__all__ = ["compile_dir", "compile_file", "compile_path"]


def _files_below(folder, quiet, levels):
    """The files of a folder and of those below it, so many levels deep; folders of compiled files are left out."""
    if quiet < 2 and isinstance(folder, os.PathLike):
        folder = os.fspath(folder)
    if not quiet:
        print(f"Listing {folder!r}...")
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        if quiet < 2:
            print(f"Can't list {folder!r}")
        return
    for name in names:
        if name == "__pycache__":
            continue
        path = os.path.join(folder, name)
        if not os.path.isdir(path):
            yield path
        elif levels > 0 and name not in (os.curdir, os.pardir) and not os.path.islink(path):
            yield from _files_below(path, quiet, levels - 1)


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1, invalidation_mode=None, *,
                stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compiles the modules in a folder and below it. False: there were errors."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError("Destination dir (ddir) cannot be used in combination with stripdir or prependdir")
    if ddir is not None:
        stripdir, prependdir = dir, ddir
    if workers < 0:
        raise ValueError("workers must be greater or equal to 0")
    files = _files_below(dir, quiet, sys.getrecursionlimit() if maxlevels is None else maxlevels)
    options = dict(force=force, rx=rx, quiet=quiet, legacy=legacy, optimize=optimize, invalidation_mode=invalidation_mode, stripdir=stripdir,
                   prependdir=prependdir, limit_sl_dest=limit_sl_dest, hardlink_dupes=hardlink_dupes)
    good = True
    if workers != 1:
        from concurrent.futures import ThreadPoolExecutor
        with ThreadPoolExecutor(workers or None) as pool:
            for done in pool.map(lambda file: compile_file(file, **options), files):
                good = good and bool(done)
        return good
    for file in files:
        if not compile_file(file, **options):
            good = False
    return good


def _name_to_show(path, ddir, stripdir, prependdir):
    """What tracebacks call the file; None: by its path."""
    if ddir is not None:
        return os.path.join(ddir, os.path.basename(path))
    shown = None
    if stripdir is not None:
        parts, wanted = path.split(os.path.sep), os.fspath(stripdir).split(os.path.sep)
        shown = path
        if parts[:len(wanted)] == wanted:
            shown = os.path.join(*parts[len(wanted):])
        elif os.path.isabs(path):
            print(f"The stripdir path {stripdir!r} is not a valid prefix for source path {path!r}; ignoring")
    if prependdir is not None:
        shown = os.path.join(prependdir, path if shown is None else shown)
    return shown


def _leads_outside(path, folder):
    """Whether a symbolic link leads out of a folder."""
    folder = os.path.realpath(folder)
    return os.path.islink(path) and os.path.commonpath([folder, os.path.realpath(path)]) != folder


def _is_up_to_date(source, targets):
    try:
        wanted = struct.pack("<4sLL", MAGIC_NUMBER, 0, int(os.stat(source).st_mtime) & 0xFFFFFFFF)
        for target in targets:
            with open(target, "rb") as stream:
                if stream.read(12) != wanted:
                    return False
    except OSError:
        return False
    return True


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, invalidation_mode=None, *, stripdir=None, prependdir=None,
                 limit_sl_dest=None, hardlink_dupes=False):
    """Compiles one file; others than *.py are passed over. False: there was an error."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError("Destination dir (ddir) cannot be used in combination with stripdir or prependdir")
    fullname = os.fspath(fullname)
    levels = sorted(set([optimize] if isinstance(optimize, int) else optimize))
    if hardlink_dupes and len(levels) < 2:
        raise ValueError("Hardlinking of duplicated bytecode makes sense only for more than one optimization level")
    shown = _name_to_show(fullname, ddir, stripdir, prependdir)
    if rx is not None and rx.search(fullname) or limit_sl_dest is not None and _leads_outside(fullname, limit_sl_dest):
        return True
    if not os.path.isfile(fullname) or not fullname.endswith(".py"):
        return True
    if legacy:
        targets = dict.fromkeys(levels, fullname + "c")
    else:
        targets = {level: util.cache_from_source(fullname, optimization=level if level >= 1 else "") if level >= 0 else util.cache_from_source(fullname)
                   for level in levels}
    if not force and _is_up_to_date(fullname, targets.values()):
        return True
    if not quiet:
        print(f"Compiling {fullname!r}...")
    good = True
    previous = None
    try:
        for level, target in targets.items():
            good = bool(py_compile.compile(fullname, target, shown, True, optimize=level, invalidation_mode=invalidation_mode))
            if hardlink_dupes and previous is not None and filecmp.cmp(target, previous, shallow=False):
                os.unlink(target)
                os.link(previous, target)
            previous = target
    except py_compile.PyCompileError as error:
        _tell(fullname, error.msg, quiet)
        return False
    except (SyntaxError, UnicodeError, OSError) as error:
        _tell(fullname, f"{error.__class__.__name__}: {error}", quiet)
        return False
    return good


def _tell(file, message, quiet):
    if quiet >= 2:
        return
    if quiet:
        print(f"*** Error compiling {file!r}...")
    else:
        print("*** ", end="")
    encoding = sys.stdout.encoding or "utf-8"
    print(message.encode(encoding, "backslashreplace").decode(encoding))


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1, invalidation_mode=None):
    """Compiles the modules in the folders of sys.path."""
    good = True
    for folder in sys.path:
        if (not folder or folder == os.curdir) and skip_curdir:
            if quiet < 2:
                print("Skipping current directory")
        else:
            good = compile_dir(folder, maxlevels, None, force, quiet=quiet, legacy=legacy, optimize=optimize, invalidation_mode=invalidation_mode) and good
    return good


def _options():
    import argparse
    parser = argparse.ArgumentParser(description="Utilities to support installing Python libraries.")
    add = parser.add_argument
    add("-l", action="store_const", const=0, default=None, dest="maxlevels", help="don't recurse into subdirectories")
    add("-r", type=int, dest="recursion", help="control the maximum recursion level. if `-l` and `-r` options are specified, then `-r` takes precedence.")
    add("-f", action="store_true", dest="force", help="force rebuild even if timestamps are up to date")
    add("-q", action="count", dest="quiet", default=0, help="output only error messages; -qq will suppress the error messages as well.")
    add("-b", action="store_true", dest="legacy", help="use legacy (pre-PEP3147) compiled file locations")
    add("-d", metavar="DESTDIR", dest="ddir", default=None,
        help="directory to prepend to file paths for use in compile-time tracebacks and in runtime tracebacks in cases where the source file is unavailable")
    add("-s", metavar="STRIPDIR", dest="stripdir", default=None,
        help="part of path to left-strip from path to source file - for example buildroot. `-d` and `-s` options cannot be specified together.")
    add("-p", metavar="PREPENDDIR", dest="prependdir", default=None,
        help="path to add as prefix to path to source file - for example / to make it absolute when some part is removed by `-s` option. `-d` and `-p` "
             "options cannot be specified together.")
    add("-x", metavar="REGEXP", dest="rx", default=None,
        help="skip files matching the regular expression; the regexp is searched for in the full path of each file considered for compilation")
    add("-i", metavar="FILE", dest="flist",
        help='add all the files and directories listed in FILE to the list considered for compilation; if "-", names are read from stdin')
    add("compile_dest", metavar="FILE|DIR", nargs="*",
        help="zero or more file and directory names to compile; if no arguments given, defaults to the equivalent of -l sys.path")
    add("-j", "--workers", default=1, type=int, help="Run compileall concurrently")
    add("--invalidation-mode", choices=sorted(mode.name.lower().replace("_", "-") for mode in py_compile.PycInvalidationMode),
        help='set .pyc invalidation mode; defaults to "checked-hash" if the SOURCE_DATE_EPOCH environment variable is set, and "timestamp" otherwise.')
    add("-o", action="append", type=int, dest="opt_levels",
        help="Optimization levels to run compilation with. Default is -1 which uses the optimization level of the Python interpreter itself (see -O).")
    add("-e", metavar="DIR", dest="limit_sl_dest", help="Ignore symlinks pointing outsite of the DIR")
    add("--hardlink-dupes", action="store_true", dest="hardlink_dupes", help="Hardlink duplicated pyc files")
    return parser


def main():
    """What `python -m compileall` does; whether all went well."""
    parser = _options()
    args = parser.parse_args()
    if args.ddir and (args.stripdir is not None or args.prependdir is not None):
        parser.error("-d cannot be used in combination with -s or -p")
    import re
    levels = args.opt_levels or [-1]
    if len(set(levels)) == 1 and args.hardlink_dupes:
        parser.error("Hardlinking of duplicated bytecode makes sense only for more than one optimization level.")
    names = args.compile_dest
    if args.flist:
        try:
            with sys.stdin if args.flist == "-" else open(args.flist, encoding="utf-8") as lines:
                names += [line.strip() for line in lines]
        except OSError:
            if args.quiet < 2:
                print(f"Error reading file list {args.flist}")
            return False
    mode = py_compile.PycInvalidationMode[args.invalidation_mode.replace("-", "_").upper()] if args.invalidation_mode else None
    common = dict(ddir=args.ddir, force=args.force, rx=re.compile(args.rx) if args.rx else None, quiet=args.quiet, legacy=args.legacy, optimize=levels,
                  invalidation_mode=mode, stripdir=args.stripdir, prependdir=args.prependdir, limit_sl_dest=args.limit_sl_dest,
                  hardlink_dupes=args.hardlink_dupes)
    maxlevels = args.maxlevels if args.recursion is None else args.recursion
    try:
        if not names:
            return compile_path(legacy=args.legacy, force=args.force, quiet=args.quiet, invalidation_mode=mode)
        good = True
        for name in names:
            done = compile_file(name, **common) if os.path.isfile(name) else compile_dir(name, maxlevels, workers=args.workers, **common)
            good = good and done
        return good
    except KeyboardInterrupt:
        if args.quiet < 2:
            print("\n[interrupted]")
        return False


if __name__ == "__main__":
    sys.exit(int(not main()))
