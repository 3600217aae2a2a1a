"""Counts the lines that a program runs, or shows them, and its calls (library reference, "trace")."""
import linecache
import os
import pickle
import sys
import sysconfig
import threading
import tokenize
from time import monotonic as _time

__all__ = ["Trace", "CoverageResults"]

PRAGMA_NOCOVER = "#pragma NO COVER"


class _Ignore:
    """What is not traced: modules by name, with what is in them, and folders."""

    def __init__(self, modules=None, dirs=None):
        self._modules = set(modules or ())
        self._dirs = [os.path.normpath(folder) for folder in dirs or ()]
        self._known = {"<string>": 1}

    def names(self, filename, modulename):
        answer = self._known.get(modulename)
        if answer is None:
            answer = self._known[modulename] = int(self._is_ignored(filename, modulename))
        return answer

    def _is_ignored(self, filename, modulename):
        if any(modulename == name or modulename.startswith(name + ".") for name in self._modules):
            return True
        return filename is None or any(filename.startswith(folder + os.sep) for folder in self._dirs)


def _modname(path):
    """The name of a file without its folder and ending."""
    return os.path.splitext(os.path.basename(path))[0]


def _fullmodname(path):
    """The name of a module that is found below the longest folder of sys.path."""
    path = os.path.normcase(path).removeprefix("<typhon>/")
    longest = ""
    for folder in map(os.path.normcase, sys.path):
        if path.startswith(folder) and path[len(folder):len(folder) + 1] == os.sep and len(folder) > len(longest):
            longest = folder
    base = path[len(longest) + 1:] if longest else path
    base = os.path.splitdrive(base)[1].replace(os.sep, ".")
    return os.path.splitext(base)[0].lstrip(".")


class CoverageResults:
    """How often lines were run, which functions were called, and by which."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = dict(counts or {})
        self.counter = self.counts.copy()
        self.calledfuncs, self.callers = dict(calledfuncs or {}), dict(callers or {})
        self.infile, self.outfile = infile, outfile
        if infile:
            try:
                with open(infile, "rb") as file:
                    counted, called, by = pickle.load(file)
                self.update(self.__class__(counted, called, callers=by))
            except (OSError, EOFError, ValueError) as error:
                print(f"Skipping counts file {infile!r}: {error}", file=sys.stderr)

    def is_ignored_filename(self, filename):
        """Whether it is no file."""
        return filename.startswith("<") and filename.endswith(">")

    def update(self, other):
        """Adds the counts of others."""
        for key, count in other.counts.items():
            self.counts[key] = self.counts.get(key, 0) + count
        for key in other.calledfuncs:
            self.calledfuncs[key] = 1
        for key in other.callers:
            self.callers[key] = 1

    def write_results(self, show_missing=True, summary=False, coverdir=None, *, ignore_missing_files=False):
        """Prints the functions and calls; writes each file with the counts of its lines beside them, to NAME.cover in the folder, or beside it."""
        if self.calledfuncs:
            print("\nfunctions called:")
            for filename, modulename, funcname in sorted(self.calledfuncs):
                print(f"filename: {filename}, modulename: {modulename}, funcname: {funcname}")
        if self.callers:
            print("\ncalling relationships:")
            last = last_called = ""
            for (file, module, function), (called_file, called_module, called) in sorted(self.callers):
                if file != last:
                    print("\n***", file, "***")
                    last, last_called = file, ""
                if called_file != file and last_called != called_file:
                    print("  -->", called_file)
                    last_called = called_file
                print(f"    {module}.{function} -> {called_module}.{called}")
        files = {}
        for (filename, lineno), count in self.counts.items():
            files.setdefault(filename, {})[lineno] = count
        sums = {}
        for filename, counts in files.items():
            if self.is_ignored_filename(filename) or (ignore_missing_files and not os.path.isfile(filename)):
                continue
            if coverdir is None:
                folder, modulename = os.path.dirname(os.path.abspath(filename)), _modname(filename)
            else:
                folder, modulename = coverdir, _fullmodname(filename)
                os.makedirs(folder, exist_ok=True)
            lines = _find_executable_linenos(filename) if show_missing else {}
            source = linecache.getlines(filename)
            try:
                with open(filename, "rb") as file:
                    encoding, _ = tokenize.detect_encoding(file.readline)
            except OSError:
                encoding = None
            hits, number = self.write_results_file(os.path.join(folder, modulename + ".cover"), source, lines, counts, encoding)
            if summary and number:
                sums[modulename] = number, 100 * hits // number, modulename, filename
        if summary and sums:
            print("lines   cov%   module   (path)")
            for name in sorted(sums):
                print("%5d   %3d%%   %s   (%s)" % sums[name])
        if self.outfile:
            try:
                with open(self.outfile, "wb") as file:
                    pickle.dump((self.counts, self.calledfuncs, self.callers), file, 1)
            except OSError as error:
                print(f"Can't save counts files because {error}", file=sys.stderr)

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        """Writes one file; returns how many lines were run, and how many could be."""
        hits = number = 0
        try:
            out = open(path, "w", encoding=encoding)
        except OSError as error:
            print(f"trace: Could not open {path!r} for writing: {error} - skipping", file=sys.stderr)
            return 0, 0
        with out:
            for lineno, line in enumerate(lines, 1):
                if lineno in lines_hit:
                    out.write(f"{lines_hit[lineno]:5}: ")
                    hits += 1
                    number += 1
                elif lineno in lnotab and PRAGMA_NOCOVER not in line:
                    out.write(">>>>>> ")
                    number += 1
                else:
                    out.write("       ")
                out.write(line.expandtabs(8))
        return hits, number


def _find_lines(code, found):
    """The lines of a code and of those within it, but for lines of strings alone."""
    for *_, line in code.co_lines():
        if line:
            found[line] = 1
    for constant in code.co_consts:
        if hasattr(constant, "co_lines"):
            _find_lines(constant, found)
    return found


def _find_executable_linenos(filename):
    """The lines of a file that have code."""
    try:
        with tokenize.open(filename) as file:
            text = file.read()
    except OSError as error:
        print(f"Not printing coverage data for {filename!r}: {error}", file=sys.stderr)
        return {}
    return _find_lines(compile(text, filename, "exec"), {})


class Trace:
    """Counts or shows lines that are run, functions that are called, or calls."""

    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None, outfile=None, timing=False):
        self.infile, self.outfile = infile, outfile
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts = {}
        self.pathtobasename = {}
        self.donothing = 0
        self.trace = trace
        self._calledfuncs = {}
        self._callers = {}
        self.start_time = _time() if timing else None
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif trace or count:
            self.globaltrace = self.globaltrace_lt
            self.localtrace = self.localtrace_trace_and_count if trace and count else self.localtrace_trace if trace else self.localtrace_count
        else:
            self.donothing = 1

    # ---- to run something

    def run(self, cmd):
        """Runs a statement in __main__."""
        import __main__
        self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals=None, locals=None):
        """Runs a statement in namespaces of one's own."""
        self._begin()
        try:
            exec(cmd, {} if globals is None else globals, {} if locals is None else locals)
        finally:
            if not self.donothing:
                sys.settrace(None)
                threading.settrace(None)

    def runfunc(self, func, /, *args, **kw):
        """Calls a function, and returns what it returns."""
        self._begin()
        try:
            return func(*args, **kw)
        finally:
            if not self.donothing:
                sys.settrace(None)
                threading.settrace(None)

    def _begin(self):
        if not self.donothing:
            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)

    # ---- trace functions

    def file_module_function_of(self, frame):
        """File, module and function, with its class where it has a first argument named self."""
        code = frame.f_code
        name = code.co_qualname if ".<locals>." not in code.co_qualname else code.co_name
        return code.co_filename, _modname(code.co_filename) if code.co_filename else None, name

    def globaltrace_trackcallers(self, frame, why, arg):
        if why == "call" and frame.f_back is not None:
            self._callers[self.file_module_function_of(frame.f_back), self.file_module_function_of(frame)] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        if why == "call":
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def globaltrace_lt(self, frame, why, arg):
        if why != "call":
            return None
        filename = frame.f_globals.get("__file__") or None
        if not filename:
            return None
        modulename = _modname(filename)
        if self.ignore.names(filename, modulename):
            return None
        if self.trace:
            print(f" --- modulename: {modulename}, funcname: {frame.f_code.co_name}")
        return self.localtrace

    def _count(self, frame):
        key = frame.f_code.co_filename, frame.f_lineno
        self.counts[key] = self.counts.get(key, 0) + 1

    def _show(self, frame):
        if self.start_time:
            print(f"{_time() - self.start_time:.2f}", end=" ")
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        print(f"{os.path.basename(filename)}({lineno}): {linecache.getline(filename, lineno)}", end="")

    def localtrace_trace_and_count(self, frame, why, arg):
        if why == "line":
            self._count(frame)
            self._show(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        if why == "line":
            self._show(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        if why == "line":
            self._count(frame)
        return self.localtrace

    def results(self):
        """What was counted."""
        return CoverageResults(self.counts, infile=self.infile, outfile=self.outfile, calledfuncs=self._calledfuncs, callers=self._callers)


def main():
    """python -m trace"""
    import argparse
    import runpy
    parser = argparse.ArgumentParser(prog="trace")
    parser.add_argument("--version", action="version", version="trace 2.0")
    what = parser.add_argument_group("Main options", "One of these (or --report) must be given")
    what.add_argument("-c", "--count", action="store_true", help="Count the number of times each line is executed and write the counts to <module>.cover.")
    what.add_argument("-t", "--trace", action="store_true", help="Print each line to sys.stdout before it is executed")
    what.add_argument("-l", "--listfuncs", action="store_true", help="Keep track of which functions are executed at least once.")
    what.add_argument("-T", "--trackcalls", action="store_true", help="Keep track of caller/called pairs.")
    reports = parser.add_mutually_exclusive_group()
    reports.add_argument("-r", "--report", action="store_true", help="Generate a report from a counts file; do not execute any code.")
    how = parser.add_argument_group("Modifiers")
    how.add_argument("-f", "--file", help="File to accumulate counts over several runs")
    how.add_argument("-C", "--coverdir", help="Directory where the report files go.")
    how.add_argument("-m", "--missing", action="store_true", help='Annotate lines that were not executed with ">>>>>> "')
    how.add_argument("-s", "--summary", action="store_true", help="Write a brief summary for each file to stdout.")
    how.add_argument("-g", "--timing", action="store_true", help="Prefix each line with the time since the program started.")
    reports.add_argument("-R", "--no-report", action="store_true", help="Do not generate the reports.")
    how.add_argument("--ignore-module", action="append", default=[], help="Ignore the given module(s) and their submodules.")
    how.add_argument("--ignore-dir", action="append", default=[], help="Ignore files in the given directory.")
    parser.add_argument("--module", action="store_true", help="Trace a module.")
    parser.add_argument("progname", nargs="?", help="file to run as main program")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="arguments to the program")
    options = parser.parse_args()
    if options.report:
        if not options.file:
            parser.error("-r/--report requires -f/--file")
        CoverageResults(infile=options.file, outfile=options.file).write_results(options.missing, options.summary, options.coverdir)
        return
    if not (options.count or options.trace or options.listfuncs or options.trackcalls):
        parser.error("must specify one of --trace, --count, --report, --listfuncs, or --trackcalls")
    if options.listfuncs and (options.count or options.trace):
        parser.error("cannot specify both --listfuncs and (--trace or --count)")
    if options.summary and not options.count:
        parser.error("--summary can only be used with --count or --report")
    if options.progname is None:
        parser.error("progname is missing: required with the main options")
    folders = [os.path.expandvars(os.path.expanduser(folder)).replace("$prefix", sysconfig.get_path("stdlib") or "") for names in options.ignore_dir for folder in names.split(os.pathsep)]
    modules = [name.strip() for names in options.ignore_module for name in names.split(",")]
    tracer = Trace(options.count, options.trace, countfuncs=options.listfuncs, countcallers=options.trackcalls, ignoremods=modules, ignoredirs=folders,
                   infile=options.file, outfile=options.file, timing=options.timing)
    sys.argv = [options.progname, *options.arguments]
    try:
        if options.module:
            tracer.runctx("run_module(name, run_name='__main__')", {"run_module": runpy.run_module, "name": options.progname})
        else:
            sys.path[0] = os.path.dirname(options.progname)
            with open(options.progname, "rb") as file:
                code = compile(file.read(), options.progname, "exec")
            names = {"__file__": options.progname, "__name__": "__main__", "__package__": None, "__cached__": None}
            tracer.runctx(code, names, names)
    except OSError as error:
        sys.exit(f"Cannot run file {sys.argv[0]!r} because: {error}")
    except SystemExit:
        pass
    if not options.no_report:
        tracer.results().write_results(options.missing, options.summary, options.coverdir)


if __name__ == "__main__":
    main()
