"""Tests in docstrings: examples of interactive sessions that must give what they show (library reference, "doctest")."""
import difflib
import io
import linecache
import os
import re
import sys
import traceback
import types
import unittest
from collections import namedtuple

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL",
    "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example",
    "DocTest", "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker", "DocTestFailure", "UnexpectedException", "DebugRunner",
    "testmod", "testfile", "run_docstring_examples", "DocTestSuite", "DocFileSuite", "set_unittest_reportflags", "script_from_examples",
    "testsource", "debug_src", "debug",
]

TestResults = namedtuple("TestResults", "failed attempted")

# ---- options -------------------------------------------------------------------------------------------------------

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """A new option flag of this name; the same one when there is one already."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


def _indented(text):
    return "".join("    " + line if line.strip() else line for line in text.splitlines(keepends=True))


# ---- examples and where they are found -----------------------------------------------------------------------------

class Example:
    """One statement and what it must print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want + "\n" if want and not want.endswith("\n") else want
        if exc_msg is not None and not exc_msg.endswith("\n"):
            exc_msg += "\n"
        self.exc_msg, self.lineno, self.indent = exc_msg, lineno, indent
        self.options = {} if options is None else options

    def _fields(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._fields() == other._fields() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one string, run in one namespace."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.docstring = examples, docstring
        self.globs = globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        shown = "no examples" if not count else "1 example" if count == 1 else f"{count} examples"
        return f"<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({shown})>"

    def _fields(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._fields() == other._fields() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return (self.name, self.filename, self.lineno or 0, id(self)) < (other.name, other.filename, other.lineno or 0, id(other))


_PROMPT = re.compile(r"( *)>>>")
_OPTION = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)
_TRACEBACK = re.compile(r"Traceback \((?:most recent call last|innermost last)\):[ \t]*$")


class DocTestParser:
    """Finds the examples in a string."""

    def parse(self, string, name="<string>"):
        """The text and the examples in turn."""
        lines = string.expandtabs().split("\n")
        margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        lines = [line[margin:] for line in lines]
        output, text, at = [], [], 0
        while at < len(lines):
            if not _PROMPT.match(lines[at]):
                text.append(lines[at])
                at += 1
                continue
            start, example_lines = at, []
            indent = len(_PROMPT.match(lines[at])[1])
            at += 1
            while at < len(lines) and lines[at].lstrip(" ").startswith("..."):
                at += 1
            code_end = at
            while at < len(lines) and lines[at].strip() and not lines[at].lstrip().startswith(">>> ") and lines[at].strip() != ">>>":
                at += 1
            output.append("\n".join(text) + ("\n" if text else ""))
            text = []
            example = self._example(lines[start:code_end], lines[code_end:at], indent, name, start)
            if example is not None:
                output.append(example)
        output.append("\n".join(text))
        return output

    def _example(self, code, want_lines, indent, name, lineno):
        for number, line in enumerate(code):
            if len(line) > indent + 3 and line[indent + 3] != " ":
                raise ValueError(f"line {lineno + number + 1} of the docstring for {name} lacks blank after {line[indent:indent + 3]}: {line!r}")
        source = "\n".join(line[indent + 4:] for line in code)
        for number, line in enumerate(want_lines):
            if line and not line.startswith(" " * indent):
                raise ValueError(f"line {lineno + len(code) + number + 1} of the docstring for {name} has inconsistent leading whitespace: {line!r}")
        while len(want_lines) > 1 and not want_lines[-1].strip():
            want_lines = want_lines[:-1]
        want = "\n".join(line[indent:] for line in want_lines)
        options = self._options(source, name, lineno)
        if all(not line.strip() or line.lstrip().startswith("#") for line in source.split("\n")):
            return None  # a comment is no example
        return Example(source, want, self._exception(want_lines, indent), lineno, indent, options)

    @staticmethod
    def _exception(want_lines, indent):
        # What follows the stack of a traceback that is wanted; None: none is wanted.
        lines = [line[indent:] for line in want_lines]
        if not lines or not _TRACEBACK.match(lines[0]):
            return None
        at = 1
        while at < len(lines) and not re.match(r"\w", lines[at]):
            at += 1
        return "\n".join(lines[at:]) if at < len(lines) else None

    def _options(self, source, name, lineno):
        options = {}
        for found in _OPTION.finditer(source):
            for word in found[1].replace(",", " ").split():
                if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1} of the doctest for {name} has an invalid option: {word!r}")
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
        if options and all(not line.strip() or line.lstrip().startswith("#") for line in source.split("\n")):
            raise ValueError(f"line {lineno} of the doctest for {name} has an option directive on a line with no example: {source!r}")
        return options

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]


class DocTestFinder:
    """Collects the tests of an object and of what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose, self._parser, self._recurse, self._exclude_empty = verbose, parser, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = obj if isinstance(obj, types.ModuleType) else sys.modules.get(getattr(obj, "__module__", None))
        source_lines = None
        file = getattr(module, "__file__", None)
        if file:
            source_lines = linecache.getlines(file, module.__dict__) or None
        globs = ({} if module is None else module.__dict__.copy()) if globs is None else globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, source_lines, globs, {})
        tests.sort()
        return tests

    def _from_module(self, module, obj):
        if module is None:
            return True
        if isinstance(obj, (types.FunctionType, types.BuiltinFunctionType, type)) or hasattr(obj, "__module__"):
            if isinstance(obj, types.FunctionType):
                return module.__dict__ is obj.__globals__
            return module.__name__ == obj.__module__
        if isinstance(obj, property):
            return True
        return module.__name__ == getattr(module, "__name__", None) and isinstance(obj, (types.MethodDescriptorType, types.GetSetDescriptorType))

    def _is_routine(self, obj):
        unwrapped = obj
        while hasattr(unwrapped, "__wrapped__"):
            unwrapped = unwrapped.__wrapped__
        return isinstance(unwrapped, (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodDescriptorType))

    def _find(self, tests, obj, name, module, source_lines, globs, seen):
        if self._verbose:
            print(f"Finding tests in {name}")
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, source_lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if isinstance(obj, types.ModuleType):
            for part_name, part in obj.__dict__.items():
                if (self._is_routine(part) or isinstance(part, type)) and self._from_module(module, part):
                    self._find(tests, part, f"{name}.{part_name}", module, source_lines, globs, seen)
            self._find_listed(tests, obj, name, module, source_lines, globs, seen)
        elif isinstance(obj, type):
            for part_name, part in obj.__dict__.items():
                if isinstance(part, (staticmethod, classmethod)):
                    part = part.__func__
                if (self._is_routine(part) or isinstance(part, (type, property))) and self._from_module(module, part):
                    self._find(tests, part, f"{name}.{part_name}", module, source_lines, globs, seen)

    def _find_listed(self, tests, obj, name, module, source_lines, globs, seen):
        for part_name, part in getattr(obj, "__test__", {}).items():
            if not isinstance(part_name, str):
                raise ValueError(f"DocTestFinder.find: __test__ keys must be strings: {type(part_name)!r}")
            if not (isinstance(part, (str, type, types.ModuleType)) or self._is_routine(part)):
                raise ValueError(f"DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: {type(part)!r}")
            self._find(tests, part, f"{name}.__test__.{part_name}", module, source_lines, globs, seen)

    def _get_test(self, obj, name, module, globs, source_lines):
        docstring = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        docstring = "" if docstring is None else docstring if isinstance(docstring, str) else str(docstring)
        if self._exclude_empty and not docstring:
            return None
        filename = None
        if module is not None:
            filename = getattr(module, "__file__", None) or module.__name__
            if filename.endswith(".pyc"):
                filename = filename[:-1]
        return self._parser.get_doctest(docstring, globs, name, filename, self._find_lineno(obj, source_lines))

    def _find_lineno(self, obj, source_lines):
        lineno = None
        docstring = getattr(obj, "__doc__", None)
        if isinstance(obj, types.ModuleType) and docstring is not None:
            lineno = 0
        if isinstance(obj, type) and docstring is not None and source_lines is not None:
            pattern = re.compile(r"^\s*class\s*%s\b" % re.escape(getattr(obj, "__name__", "-")))
            lineno = next((i for i, line in enumerate(source_lines) if pattern.match(line)), None)
        if isinstance(obj, property):
            obj = obj.fget
        if isinstance(obj, (staticmethod, classmethod, types.MethodType)):
            obj = obj.__func__
        while hasattr(obj, "__wrapped__"):
            obj = obj.__wrapped__
        if isinstance(obj, types.FunctionType) and getattr(obj, "__doc__", None):
            lineno = obj.__code__.co_firstlineno - 1
        if lineno is None or source_lines is None:
            return lineno
        for number in range(lineno, len(source_lines)):
            if re.match(r'(^|.*:)\s*\w*("|\')', source_lines[number]):
                return number
        return None


# ---- running -------------------------------------------------------------------------------------------------------

class OutputChecker:
    """Decides whether what an example printed is what it should."""

    def _ascii(self, text):
        return str(text.encode("ascii", "backslashreplace"), "ascii")

    def check_output(self, want, got, optionflags):
        got, want = self._ascii(got), self._ascii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r"(?m)^%s\s*?$" % re.escape(BLANKLINE_MARKER), "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if self._shows_difference(want, got, optionflags):
            want_lines, got_lines = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                kind, lines = "unified diff with -expected +actual", list(difflib.unified_diff(want_lines, got_lines, n=2))[2:]
            elif optionflags & REPORT_CDIFF:
                kind, lines = "context diff with expected followed by actual", list(difflib.context_diff(want_lines, got_lines, n=2))[2:]
            else:
                kind, lines = "ndiff with -expected +actual", list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want_lines, got_lines))
            return f"Differences ({kind}):\n" + _indented("".join(lines))
        if want and got:
            return f"Expected:\n{_indented(want)}Got:\n{_indented(got)}"
        if want:
            return f"Expected:\n{_indented(want)}Got nothing\n"
        return f"Expected nothing\nGot:\n{_indented(got)}" if got else "Expected nothing\nGot nothing\n"

    @staticmethod
    def _shows_difference(want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(optionflags & REPORT_NDIFF) or (want.count("\n") > 2 and got.count("\n") > 2)


def _ellipsis_match(want, got):
    # "..." in want stands for any text.
    pieces = want.split(ELLIPSIS_MARKER)
    if len(pieces) == 1:
        return want == got
    first, *middle, last = pieces
    if not got.startswith(first) or not got[len(first):].endswith(last):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in middle:
        found = got.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return at <= end


class _SpoofOut(io.StringIO):
    def getvalue(self):
        text = io.StringIO.getvalue(self)
        return text if not text or text.endswith("\n") else text + "\n"

    def truncate(self, size=None):
        self.seek(size)
        io.StringIO.truncate(self)


class DocTestFailure(Exception):
    """An example printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised an exception that it does not show."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


def _without_detail(message):
    # "package.Error: text\n more" -> "Error"
    head = message.split("\n", 1)[0].split(":", 1)[0]
    return head.rsplit(".", 1)[-1].strip()


class DocTestRunner:
    """Runs tests and reports what differs."""
    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._name2ft = {}
        self.test = None
        self._fakeout = _SpoofOut()

    def report_start(self, out, test, example):
        if self._verbose:
            shown = "Expecting:\n" + _indented(example.want) if example.want else "Expecting nothing\n"
            out("Trying:\n" + _indented(example.source) + shown)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + "Exception raised:\n" + _indented(self._traceback(exc_info)))

    @staticmethod
    def _traceback(exc_info):
        return "".join(traceback.format_exception(*exc_info))

    def _failure_header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            lineno = "?" if test.lineno is None or example.lineno is None else test.lineno + example.lineno + 1
            lines.append(f'File "{test.filename}", line {lineno}, in {test.name}')
        else:
            lines.append(f"Line {example.lineno + 1}, in {test.name}")
        lines.append("Failed example:")
        return "\n".join(lines) + "\n" + _indented(example.source)

    def _flags_for(self, example):
        flags = self.original_optionflags
        for flag, is_on in example.options.items():
            flags = flags | flag if is_on else flags & ~flag
        return flags

    def _outcome(self, example, got, exception):
        # "ok", "failure" or "unexpected"; and what it printed.
        check = self._checker.check_output
        if exception is None:
            return ("ok" if check(example.want, got, self.optionflags) else "failure"), got
        lines = traceback.format_exception_only(*exception[:2])
        shown = "".join(lines)
        if issubclass(exception[0], SyntaxError):
            for number, line in enumerate(lines):  # where the error is does not matter
                if line.startswith((exception[0].__qualname__ + ":", f"{exception[0].__module__}.{exception[0].__qualname__}:")):
                    shown = "".join(lines[number:])
                    break
        got += self._traceback(exception)
        if example.exc_msg is None:
            return "unexpected", got
        if check(example.exc_msg, shown, self.optionflags):
            return "ok", got
        if self.optionflags & IGNORE_EXCEPTION_DETAIL and check(_without_detail(example.exc_msg), _without_detail(shown), self.optionflags):
            return "ok", got
        return "failure", got

    def _execute(self, test, example, filename, compileflags):
        # What it printed, and the exception it raised or None.
        exception = None
        try:
            exec(compile(example.source, filename, "single", compileflags, True), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException:
            exception = sys.exc_info()
        got = self._fakeout.getvalue()
        self._fakeout.truncate(0)
        return got, exception

    def __run(self, test, compileflags, out):
        failures = tries = 0
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = self._flags_for(example)
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            filename = f"<doctest {test.name}[{number}]>"
            linecache.cache[filename] = len(example.source), None, example.source.splitlines(keepends=True), filename
            self._shown_files.append(filename)
            got, exception = self._execute(test, example, filename, compileflags)
            outcome, got = self._outcome(example, got, exception)
            if outcome == "ok":
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet:
                if outcome == "failure":
                    self.report_failure(out, test, example, got)
                else:
                    self.report_unexpected_exception(out, test, example, exception)
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = self.original_optionflags
        failed, attempted = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failed + failures, attempted + tries
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a test; (failed, attempted)."""
        self.test, self._shown_files = test, []
        saved_stdout, saved_hook = sys.stdout, sys.displayhook
        if out is None:
            out = saved_stdout.write
        sys.stdout, sys.displayhook = self._fakeout, sys.__displayhook__
        try:
            return self.__run(test, compileflags or 0, out)
        finally:
            sys.stdout, sys.displayhook = saved_stdout, saved_hook
            for filename in self._shown_files:
                linecache.cache.pop(filename, None)
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def summarize(self, verbose=None):
        """Prints how many tests of each name passed and failed."""
        verbose = self._verbose if verbose is None else verbose
        untested, passed, failed = [], [], []
        for name, (failures, tries) in self._name2ft.items():
            (untested if not tries else passed if not failures else failed).append((name, failures, tries))
        if verbose:
            if untested:
                print(f"{len(untested)} items had no tests:")
                for name in sorted(name for name, failures, tries in untested):
                    print(f"    {name}")
            if passed:
                print(f"{len(passed)} items passed all tests:")
                for name, failures, tries in sorted(passed):
                    print(f" {tries:3d} tests in {name}")
        if failed:
            print(self.DIVIDER)
            print(f"{len(failed)} items had failures:")
            for name, failures, tries in sorted(failed):
                print(f" {failures:3d} of {tries:3d} in {name}")
        if verbose:
            print(f"{self.tries} tests in {len(self._name2ft)} items.")
            print(f"{self.tries - self.failures} passed and {self.failures} failed.")
        if self.failures:
            print(f"***Test Failed*** {self.failures} failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(self.failures, self.tries)

    def merge(self, other):
        for name, (failures, tries) in other._name2ft.items():
            mine = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = mine[0] + failures, mine[1] + tries


class DebugRunner(DocTestRunner):
    """Raises what fails instead of reporting it."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# ---- functions -----------------------------------------------------------------------------------------------------

master = None


def _run_all(tests, runner, report):
    global master
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def _new_runner(verbose, optionflags, raise_on_error):
    return (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Tests the examples in the docstrings of a module (__main__ when none is given)."""
    if m is None:
        m = sys.modules.get("__main__")
    if not isinstance(m, types.ModuleType):
        raise TypeError(f"testmod: module required; {m!r}")
    finder = DocTestFinder(exclude_empty=exclude_empty)
    runner = _new_runner(verbose, optionflags, raise_on_error)
    return _run_all(finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs), runner, report)


def _module_of(package):
    if isinstance(package, str):
        __import__(package)
        return sys.modules[package]
    if package is not None:
        return package
    import _runtime
    return sys.modules[_runtime.frame(2).f_globals["__name__"]]  # of whoever called the function that asks


def _load_file(filename, module, module_relative, encoding):
    if module_relative:
        if os.path.isabs(filename):
            raise ValueError("Module-relative files may not have absolute paths")
        base = os.path.dirname(module.__file__) if getattr(module, "__file__", None) else os.getcwd()
        filename = os.path.join(base, *filename.split("/"))
    with open(filename, encoding=encoding) as file:
        return file.read(), filename


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
             raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Tests the examples in a file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, filename = _load_file(filename, _module_of(package), module_relative, encoding or "utf-8")
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    test = parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0)
    return _run_all([test], _new_runner(verbose, optionflags, raise_on_error), report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Tests the examples in the docstring of one object."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


# ---- unittest ------------------------------------------------------------------------------------------------------

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Sets the reporting flags for tests run by unittest; gives those there were."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    old, _unittest_reportflags = _unittest_reportflags, flags
    return old


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        unittest.TestCase.__init__(self)
        self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
        self._dt_setUp, self._dt_tearDown = setUp, tearDown
        self._dt_globs = test.globs.copy()

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        test, said = self._dt_test, io.StringIO()
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        failures, tries = runner.run(test, out=said.write, clear_globs=False)
        if failures:
            raise self.failureException(self.format_failure(said.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        lineno = "unknown line number" if test.lineno is None else str(test.lineno)
        short = test.name.split(".")[-1]
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line {lineno}, in {short}\n\n{err}'

    def debug(self):
        self.setUp()
        DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False).run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        return type(self) is type(other) and self._dt_test == other._dt_test

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

    def __repr__(self):
        *where, last = self._dt_test.name.split(".")
        return f"{last} ({'.'.join(where)})"

    __str__ = object.__str__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The doctests of a module as a suite of unittest."""
    module = _module_of(module)
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    suite = unittest.TestSuite()
    for test in sorted(tests):
        if test.examples:
            if not test.filename:
                test.filename = module.__file__
            suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    def id(self):
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        test = self._dt_test
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line 0\n\n{err}'


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = _load_file(path, _module_of(package), module_relative, encoding or "utf-8")
    globs = {} if globs is None else globs.copy()
    globs.setdefault("__file__", path)
    return DocFileCase(parser.get_doctest(text, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    """The doctests of files as a suite of unittest."""
    suite = unittest.TestSuite()
    if kw.get("module_relative", True):
        kw["package"] = _module_of(kw.get("package"))
    for path in paths:
        suite.addTest(DocFileTest(path, **kw))
    return suite


# ---- scripts -------------------------------------------------------------------------------------------------------

def _comment(text):
    return "\n".join("# " + line if line else "#" for line in text.split("\n")[:-1])


def script_from_examples(s):
    """The examples of a string as a script, the text around them as comments."""
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append("# Expected:")
                output += ["## " + line for line in piece.want.split("\n")[:-1]]
        else:
            output += ["# " + line if line else "#" for line in piece.split("\n")[:-1]]
    while output and output[-1] == "#":
        output.pop()
    while output and output[0] == "#":
        output.pop(0)
    return "\n".join(output) + "\n"


def testsource(module, name):
    """The doctests of an object as a script."""
    tests = [t for t in DocTestFinder().find(_module_of(module)) if t.name == name]
    if not tests:
        raise ValueError(name, "not found in tests")
    return script_from_examples(tests[0].docstring)


def debug_src(src, pm=False, globs=None):
    """Runs the script of a doctest; there is no debugger to run it in."""
    exec(script_from_examples(src), {} if globs is None else globs.copy())


def debug(module, name, pm=False):
    module = _module_of(module)
    debug_src(testsource(module, name), pm, module.__dict__)


def _test():
    """python -m doctest [-v] [-o OPTION] [-f] FILE..."""
    import argparse
    parser = argparse.ArgumentParser(description="doctest runner")
    parser.add_argument("-v", "--verbose", action="store_true", default=False, help="print very verbose output for all tests")
    parser.add_argument("-o", "--option", action="append", choices=OPTIONFLAGS_BY_NAME.keys(), default=[],
                        help="specify a doctest option flag to apply to the test run; may be specified more than once to apply multiple options")
    parser.add_argument("-f", "--fail-fast", action="store_true",
                        help="stop running tests after first failure (this is a shorthand for -o FAIL_FAST, and is in addition to any other -o options)")
    parser.add_argument("file", nargs="+", help="file containing the tests to run")
    args = parser.parse_args()
    options = FAIL_FAST if args.fail_fast else 0
    for option in args.option:
        options |= OPTIONFLAGS_BY_NAME[option]
    for filename in args.file:
        if filename.endswith(".py"):
            folder, filename = os.path.split(filename)
            sys.path.insert(0, folder)
            m = __import__(filename[:-3])
            del sys.path[0]
            failures, _ = testmod(m, verbose=args.verbose, optionflags=options)
        else:
            failures, _ = testfile(filename, module_relative=False, verbose=args.verbose, optionflags=options)
        if failures:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(_test())
