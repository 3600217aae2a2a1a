"""Examples in documentation, run and compared with what stands below them (library reference, "doctest").

    DocTestFinder   objects -> DocTests
    DocTestParser   text -> Examples (source, what is wanted, options)
    DocTestRunner   runs the examples of a DocTest, asks an OutputChecker, reports
"""
import inspect
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
    "DocTest", "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker", "DocTestFailure", "UnexpectedException", "DebugRunner", "testmod",
    "testfile", "run_docstring_examples", "DocTestSuite", "DocFileSuite", "set_unittest_reportflags", "script_from_examples", "testsource", "debug_src",
    "debug",
]

TestResults = namedtuple("TestResults", "failed attempted")

# ---- options ----

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """A new option flag of that name, or the one there is."""
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


def _indent(text, indent=4):
    """Indents the lines that are not empty."""
    return re.sub("(?m)^(?!$)", indent * " ", text)


def _exception_traceback(exc_info):
    return "".join(traceback.format_exception(*exc_info))


def _exception_text(error):
    """The last part of the traceback: what the examples are compared with."""
    lines = traceback.format_exception_only(type(error), error)
    if isinstance(error, SyntaxError):  # where it was found is no part of it
        names = tuple(f"{name}:" for name in (type(error).__qualname__, f"{type(error).__module__}.{type(error).__qualname__}"))
        lines = lines[next((i for i, line in enumerate(lines) if line.startswith(names)), 0):]
    return "".join(lines)


def _strip_exception_details(message):
    """The name of the exception without module and what stands behind the colon."""
    start, end = 0, len(message)
    i = message.find("\n")
    if i >= 0:
        end = i
    i = message.find(":", 0, end)
    if i >= 0:
        end = i
    i = message.rfind(".", 0, end)
    if i >= 0:
        start = i + 1
    return message[start:end]


# ---- examples ----

class Example:
    """A single doctest example: source, want (both end with a newline), exc_msg, lineno, indent and options."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want + "\n" if want and not want.endswith("\n") else want
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options
        self.exc_msg = exc_msg + "\n" if exc_msg is not None and not exc_msg.endswith("\n") else exc_msg

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """A collection of doctest examples that should be run in a single namespace."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), "DocTest no longer accepts str; use DocTestParser instead"
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        count = len(self.examples)
        examples = "no examples" if not count else "1 example" if count == 1 else f"{count} examples"
        return f"<{self.__class__.__name__} {self.name} from {self.filename}:{self.lineno} ({examples})>"

    def _parts(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        mine = self.name, self.filename, -1 if self.lineno is None else self.lineno, id(self)
        theirs = other.name, other.filename, -1 if other.lineno is None else other.lineno, id(other)
        return mine < theirs


class DocTestParser:
    """A class used to parse strings containing doctest examples."""

    # A prompt and its lines, then what is wanted: up to an empty line or the next prompt.
    _EXAMPLE = re.compile(r"""
        (?P<source> (?: ^(?P<indent> [ ]*) >>> .*) (?: \n [ ]* \.\.\. .*)*) \n?
        (?P<want> (?: (?![ ]*$) (?![ ]*>>>) .+$ \n? )*)
        """, re.MULTILINE | re.VERBOSE)
    _EXCEPTION = re.compile(r"""
        ^(?P<hdr> Traceback\ \( (?: most\ recent\ call\ last | innermost\ last) \) : ) \s* $
        (?P<stack> .*?)
        ^(?P<msg> \w+ .*)
        """, re.VERBOSE | re.MULTILINE | re.DOTALL)
    _OPTION = re.compile(r"#\s*doctest:\s*([^\n\'\"]*)$", re.MULTILINE)

    def parse(self, string, name="<string>"):
        """Divide the given string into examples and intervening text, and return them as a list of alternating Examples and strings."""
        string = string.expandtabs()
        indents = [len(indent) for indent in re.findall(r"^([ ]*)(?=\S)", string, re.MULTILINE)]
        margin = min(indents, default=0)
        if margin:
            string = "\n".join(line[margin:] for line in string.split("\n"))
        output, position, lineno = [], 0, 0
        for match in self._EXAMPLE.finditer(string):
            output.append(string[position:match.start()])
            lineno += string.count("\n", position, match.start())
            source, options, want, exc_msg = self._parse_example(match, name, lineno)
            if not re.match(r"^\s*(#.*)?$", source):  # not only a comment
                output.append(Example(source, want, exc_msg, lineno=lineno, indent=margin + len(match["indent"]), options=options))
            lineno += string.count("\n", match.start(), match.end())
            position = match.end()
        output.append(string[position:])
        return output

    def get_doctest(self, string, globs, name, filename, lineno):
        """Extract all doctest examples from the given string, and collect them into a DocTest object."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        """Extract all doctest examples from the given string, and return them as a list of Example objects."""
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def _parse_example(self, match, name, lineno):
        indent = len(match["indent"])
        lines = match["source"].split("\n")
        for i, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError(f"line {lineno + i + 1} of the docstring for {name} lacks blank after {line[indent:indent + 3]}: {line!r}")
        self._check_prefix(lines[1:], " " * indent + ".", name, lineno)
        source = "\n".join(line[indent + 4:] for line in lines)
        want_lines = match["want"].split("\n")
        if len(want_lines) > 1 and re.match(r" *$", want_lines[-1]):
            del want_lines[-1]
        self._check_prefix(want_lines, " " * indent, name, lineno + len(lines))
        want = "\n".join(line[indent:] for line in want_lines)
        exception = self._EXCEPTION.match(want)
        return source, self._find_options(source, name, lineno), want, exception["msg"] if exception else None

    def _find_options(self, source, name, lineno):
        options = {}
        for match in self._OPTION.finditer(source):
            for option in match[1].replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}")
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        if options and re.match(r"^\s*(#.*)?$", source):
            raise ValueError(f"line {lineno} of the doctest for {name} has an option directive on a line with no example: {source!r}")
        return options

    def _check_prefix(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError(f"line {lineno + i + 1} of the docstring for {name} has inconsistent leading whitespace: {line!r}")


# ---- finding ----

class DocTestFinder:
    """A class used to extract the DocTests that are relevant to a given object, from its docstring and the docstrings of its contained objects."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """Return a list of the DocTests that are defined by the given object's docstring, or by any of its contained objects' docstrings."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        lines = self._lines_of(obj, module)
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, lines, globs, set())
        tests.sort()
        return tests

    def _lines_of(self, obj, module):
        try:
            file = inspect.getsourcefile(obj)
        except (TypeError, OSError):
            return None
        if not file:
            file = getattr(module, "__file__", None)
        if not file:
            return None
        return (linecache.getlines(file) if module is None else linecache.getlines(file, module.__dict__)) or None

    def _from_module(self, module, object):
        """Whether the object is defined in the module."""
        if module is None:
            return True
        if inspect.getmodule(object) is not None:
            return module is inspect.getmodule(object)
        if inspect.isfunction(object):
            return module.__dict__ is object.__globals__
        if inspect.ismethoddescriptor(object) or inspect.ismethodwrapper(object):
            owner = getattr(object, "__objclass__", None)
            name = owner.__module__ if owner is not None else getattr(object, "__module__", None)
            return True if name is None else module.__name__ == name
        if inspect.isclass(object):
            return module.__name__ == object.__module__
        if hasattr(object, "__module__"):
            return module.__name__ == object.__module__
        if isinstance(object, property):
            return True
        raise ValueError("object must be a class or function")

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except ValueError:
            pass
        return inspect.isroutine(obj)

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print(f"Finding tests in {name}")
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for value_name, value in obj.__dict__.items():
                if (self._is_routine(value) or inspect.isclass(value)) and self._from_module(module, value):
                    self._find(tests, value, f"{name}.{value_name}", module, lines, globs, seen)
            self._find_extra(tests, obj, name, module, lines, globs, seen)
        if inspect.isclass(obj):
            for value_name, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (inspect.isroutine(value) or inspect.isclass(value) or isinstance(value, property)) and self._from_module(module, value):
                    self._find(tests, value, f"{name}.{value_name}", module, lines, globs, seen)

    def _find_extra(self, tests, obj, name, module, lines, globs, seen):
        for value_name, value in getattr(obj, "__test__", {}).items():
            if not isinstance(value_name, str):
                raise ValueError(f"DocTestFinder.find: __test__ keys must be strings: {type(value_name)!r}")
            if not (inspect.isroutine(value) or inspect.isclass(value) or inspect.ismodule(value) or isinstance(value, str)):
                raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: "
                                 f"{type(value)!r}")
            self._find(tests, value, f"{name}.__test__.{value_name}", module, lines, globs, seen)

    def _get_test(self, obj, name, module, globs, lines):
        if isinstance(obj, str):
            doc = obj
        else:
            doc = getattr(obj, "__doc__", None)
            doc = "" if doc is None else doc if isinstance(doc, str) else str(doc)
        lineno = self._find_lineno(obj, lines)
        if self._exclude_empty and not doc:
            return None
        if module is None:
            filename = None
        else:
            filename = getattr(module, "__file__", None) or module.__name__
            if filename[-4:] == ".pyc":
                filename = filename[:-1]
        return self._parser.get_doctest(doc, globs, name, filename, lineno)

    def _find_lineno(self, obj, lines):
        """The line of the object's docstring; None: not known."""
        lineno = None
        doc = getattr(obj, "__doc__", None)
        if inspect.ismodule(obj) and doc is not None:
            lineno = 0
        if inspect.isclass(obj) and doc is not None and lines is not None:
            pattern = re.compile(r"^\s*class\s*%s\b" % re.escape(getattr(obj, "__name__", "-")))
            lineno = next((i for i, line in enumerate(lines) if pattern.match(line)), None)
        if inspect.ismethod(obj):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if self._is_routine(obj) and getattr(obj, "__doc__", None):
            obj = inspect.unwrap(obj)
            obj = getattr(obj, "__code__", None)
        if inspect.iscode(obj):
            lineno = obj.co_firstlineno - 1
        if lineno is None or lines is None:
            return lineno
        pattern = re.compile(r'(^|.*:)\s*\w*("|\')')
        for lineno in range(lineno, len(lines)):
            if pattern.match(lines[lineno]):
                return lineno
        return None


# ---- running ----

class _SpoofOut(io.StringIO):
    """What stands in place of sys.stdout."""

    def getvalue(self):
        result = io.StringIO.getvalue(self)
        return result + "\n" if result and not result.endswith("\n") else result

    def truncate(self, size=None):
        self.seek(size or 0)
        io.StringIO.truncate(self)


class DocTestRunner:
    """A class used to run DocTest test cases, and accumulate statistics."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        if verbose is None:
            verbose = "-v" in sys.argv
        self._verbose = verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._name2ft = {}
        self._fakeout = _SpoofOut()

    def report_start(self, out, test, example):
        """Report that the test runner is about to process the given example. (Only displays a message if verbose=True)"""
        if self._verbose:
            if example.want:
                out("Trying:\n" + _indent(example.source) + "Expecting:\n" + _indent(example.want))
            else:
                out("Trying:\n" + _indent(example.source) + "Expecting nothing\n")

    def report_success(self, out, test, example, got):
        """Report that the given example ran successfully. (Only displays a message if verbose=True)"""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """Report that the given example failed."""
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """Report that the given example raised an unexpected exception."""
        out(self._failure_header(test, example) + "Exception raised:\n" + _indent(_exception_traceback(exc_info)))

    def _failure_header(self, test, example):
        if test.filename:
            lineno = test.lineno + example.lineno + 1 if test.lineno is not None and example.lineno is not None else "?"
            where = f'File "{test.filename}", line {lineno}, in {test.name}'
        else:
            where = f"Line {example.lineno + 1}, in {test.name}"
        return f"{self.DIVIDER}\n{where}\nFailed example:\n{_indent(example.source)}"

    def _options_of(self, example):
        self.optionflags = self.original_optionflags
        for flag, on in example.options.items():
            if on:
                self.optionflags |= flag
            else:
                self.optionflags &= ~flag

    def _execute(self, test, number, example, compileflags):
        """Runs an example. Returns the exception it has raised, with its traceback, or None."""
        filename = f"<doctest {test.name}[{number}]>"
        linecache.cache[filename] = (len(example.source), None, example.source.splitlines(keepends=True), filename)
        try:
            exec(compile(example.source, filename, "single", compileflags, True), test.globs)
        except KeyboardInterrupt:
            raise
        except:
            return sys.exc_info()
        return None

    def _judge(self, example, exception, got):
        """(success, text that was got)"""
        check = self._checker.check_output
        if exception is None:
            return check(example.want, got, self.optionflags), got
        message = _exception_text(exception[1])
        got += _exception_traceback(exception)
        if example.exc_msg is None:
            return None, got
        if check(example.exc_msg, message, self.optionflags):
            return True, got
        if self.optionflags & IGNORE_EXCEPTION_DETAIL:
            return check(_strip_exception_details(example.exc_msg), _strip_exception_details(message), self.optionflags), got
        return False, got

    def _run(self, test, compileflags, out):
        failures = tries = 0
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self._options_of(example)
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            exception = self._execute(test, number, example, compileflags)
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            success, got = self._judge(example, exception, got)
            if success:
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet:
                if success is None:
                    self.report_unexpected_exception(out, test, example, exception)
                else:
                    self.report_failure(out, test, example, got)
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = self.original_optionflags
        failed, tried = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = (failures + failed, tries + tried)
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples in `test`, and display the results using the writer function `out`."""
        self.test = test
        stdout = sys.stdout
        if out is None:
            def out(text):
                stdout.write(text)
        displayhook = sys.displayhook
        sys.stdout = self._fakeout
        sys.displayhook = sys.__displayhook__
        try:
            return self._run(test, compileflags or 0, out)
        finally:
            sys.stdout = stdout
            sys.displayhook = displayhook
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def summarize(self, verbose=None):
        """Print a summary of all the test cases that have been run by this DocTestRunner, and return a TestResults."""
        if verbose is None:
            verbose = self._verbose
        none = sorted(name for name, (failed, tried) in self._name2ft.items() if tried == 0)
        passed = sorted((name, tried) for name, (failed, tried) in self._name2ft.items() if tried and not failed)
        failing = sorted((name, counts) for name, counts in self._name2ft.items() if counts[0])
        tries, failures = sum(t for _, t in self._name2ft.values()), sum(f for f, _ in self._name2ft.values())
        if verbose:
            if none:
                print(f"{len(none)} items had no tests:")
                for name in none:
                    print(f"    {name}")
            if passed:
                print(f"{len(passed)} items passed all tests:")
                for name, count in passed:
                    print(f" {count:3d} tests in {name}")
        if failing:
            print(self.DIVIDER)
            print(f"{len(failing)} items had failures:")
            for name, (failed, tried) in failing:
                print(f" {failed:3d} of {tried:3d} in {name}")
        if verbose:
            print(f"{tries} tests in {len(self._name2ft)} items.")
            print(f"{tries - failures} passed and {failures} failed.")
        if failures:
            print(f"***Test Failed*** {failures} failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries)

    def merge(self, other):
        for name, (failed, tried) in other._name2ft.items():
            own_failed, own_tried = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = (failed + own_failed, tried + own_tried)


class OutputChecker:
    """A class used to check whether the actual output from a doctest example matches the expected output."""

    def _toAscii(self, s):
        return str(s.encode("ASCII", "backslashreplace"), "ASCII")

    def check_output(self, want, got, optionflags):
        """Return True iff the actual output from an example (`got`) matches the expected output (`want`)."""
        got, want = self._toAscii(got), self._toAscii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
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

    def _do_a_fancy_diff(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        if optionflags & REPORT_NDIFF:
            return True
        return want.count("\n") > 2 and got.count("\n") > 2

    def output_difference(self, example, got, optionflags):
        """Return a string describing the differences between the expected output for a given example and the actual output."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if self._do_a_fancy_diff(want, got, optionflags):
            import difflib
            want_lines, got_lines = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                diff, title = list(difflib.unified_diff(want_lines, got_lines, n=2))[2:], "unified diff with -expected +actual"
            elif optionflags & REPORT_CDIFF:
                diff, title = list(difflib.context_diff(want_lines, got_lines, n=2))[2:], "context diff with expected followed by actual"
            else:
                diff = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want_lines, got_lines))
                title = "ndiff with -expected +actual"
            return f"Differences ({title}):\n" + _indent("".join(diff))
        if want and got:
            return f"Expected:\n{_indent(want)}Got:\n{_indent(got)}"
        if want:
            return f"Expected:\n{_indent(want)}Got nothing\n"
        if got:
            return f"Expected nothing\nGot:\n{_indent(got)}"
        return "Expected nothing\nGot nothing\n"


def _ellipsis_match(want, got):
    """Whether got is want with some text in place of each "..."."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    start, end = len(first), len(got) - len(last)
    for part in middle:
        start = got.find(part, start, end)
        if start < 0:
            return False
        start += len(part)
    return True


class DocTestFailure(Exception):
    """A DocTest example has failed in debugging mode: test, example, got."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """A DocTest example has encountered an unexpected exception: test, example, exc_info."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Run doc tests but raise an exception as soon as there is a failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# ---- tests of modules and files ----

master = None


def _finish(runner, report):
    global master
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Test examples in docstrings in functions and classes reachable from module m (or the current module if m is not supplied), starting with
    m.__doc__. Return (#failures, #tests)."""
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    if name is None:
        name = m.__name__
    finder = DocTestFinder(exclude_empty=exclude_empty)
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in finder.find(m, name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    return _finish(runner, report)


def _module_relative_path(module, path):
    if not inspect.ismodule(module):
        raise TypeError(f"Expected a module: {module!r}")
    if path.startswith("/"):
        raise ValueError("Module-relative files may not have absolute paths")
    path = os.path.join(*path.split("/"))
    if hasattr(module, "__file__") and module.__file__:
        base = os.path.split(module.__file__)[0]
    elif module.__name__ == "__main__":
        base = os.path.split(sys.argv[0])[0] if sys.argv and sys.argv[0] else os.curdir
    else:
        raise ValueError(f"Can't resolve paths relative to the module {module!r} (it has no __file__)")
    return os.path.join(base, path)


def _calling_module(depth=2):
    import _runtime
    return sys.modules[_runtime.frame(depth).f_globals["__name__"]]


def _load_testfile(filename, package, module_relative, encoding, caller):
    if module_relative:
        filename = _module_relative_path(caller if package is None else _as_module(package), filename)
    with open(filename, encoding=encoding) as file:
        return file.read(), filename


def _as_module(module):
    if isinstance(module, str):
        __import__(module)
        return sys.modules[module]
    return module


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
             raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Test examples in the given file. Return (#failures, #tests)."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, filename = _load_testfile(filename, package, module_relative, encoding or "utf-8", _calling_module() if module_relative else None)
    if name is None:
        name = os.path.basename(filename)
    globs = {} if globs is None else globs.copy()
    if extraglobs is not None:
        globs.update(extraglobs)
    globs.setdefault("__name__", "__main__")
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name, filename, 0))
    return _finish(runner, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Test examples in the given object's docstring (`f`), using `globs` as globals."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


# ---- as tests of unittest ----

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Sets the unittest option flags; returns the old ones."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    old = _unittest_reportflags
    _unittest_reportflags = flags
    return old


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        unittest.TestCase.__init__(self)
        self._dt_optionflags = optionflags
        self._dt_checker = checker
        self._dt_test = test
        self._dt_setUp = setUp
        self._dt_tearDown = tearDown

    def setUp(self):
        self._dt_globs = self._dt_test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        out = io.StringIO()
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        results = runner.run(self._dt_test, out=out.write, clear_globs=False)
        if results.failed:
            raise self.failureException(self.format_failure(out.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        lineno = "unknown line number" if test.lineno is None else f"{test.lineno}"
        last = ".".join(test.name.split(".")[-1:])
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line {lineno}, in {last}\n\n{err}'

    def debug(self):
        self.setUp()
        DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False).run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self._dt_test, self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker) == \
            (other._dt_test, other._dt_optionflags, other._dt_setUp, other._dt_tearDown, other._dt_checker)

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

    def __repr__(self):
        parts = self._dt_test.name.split(".")
        return f"{parts[-1]} ({'.'.join(parts[:-1])})"

    __str__ = __repr__

    def shortDescription(self):
        return f"Doctest: {self._dt_test.name}"


class SkipDocTestCase(DocTestCase):
    def __init__(self, module):
        self.module = module
        super().__init__(None)

    def setUp(self):
        self.skipTest("DocTestSuite will not work with -O2 and above")

    def shortDescription(self):
        return f"Skipping tests from {self.module.__name__}"

    __str__ = shortDescription


class _DocTestSuite(unittest.TestSuite):
    def _removeTestAtIndex(self, index):
        pass


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """Convert doctest tests for a module to a unittest test suite."""
    if test_finder is None:
        test_finder = DocTestFinder()
    module = _calling_module() if module is None else _as_module(module)
    tests = test_finder.find(module, globs=globs, extraglobs=extraglobs)
    tests.sort()
    suite = _DocTestSuite()
    for test in tests:
        if not test.examples:
            continue
        if not test.filename:
            test.filename = module.__file__
        suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    def id(self):
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename

    __str__ = __repr__

    def format_failure(self, err):
        return f'Failed doctest test for {self._dt_test.name}\n  File "{self._dt_test.filename}", line 0\n\n{err}'


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    globs = {} if globs is None else globs.copy()
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    doc, path = _load_testfile(path, package, module_relative, encoding or "utf-8", None)
    globs.setdefault("__file__", path)
    return DocFileCase(parser.get_doctest(doc, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    """A unittest suite for one or more doctest files."""
    suite = _DocTestSuite()
    if kw.get("module_relative", True):
        kw["package"] = kw.get("package") or _calling_module()
    for path in paths:
        suite.addTest(DocFileTest(path, **kw))
    return suite


# ---- examples as scripts ----

def script_from_examples(s):
    """Extract script from text with examples: what is no example becomes comments."""
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append("# Expected:")
                output += ["## " + line for line in piece.want.split("\n")[:-1]]
        else:
            output += [f"# {line}".rstrip() if line else "#" for line in piece.split("\n")[:-1]]
    while output and output[-1] == "#":
        output.pop()
    while output and output[0] == "#":
        output.pop(0)
    return "\n".join(output) + "\n"


def testsource(module, name):
    """Extract the test sources from a doctest docstring as a script."""
    module = _as_module(module)
    test = [t for t in DocTestFinder().find(module) if t.name == name]
    if not test:
        raise ValueError(name, "not found in tests")
    return script_from_examples(test[0].docstring)


def debug_src(src, pm=False, globs=None):
    """Refused: there is no debugger."""
    raise NotImplementedError("doctest.debug_src(): Typhon has no debugger")


def debug(module, name, pm=False):
    """Refused: there is no debugger."""
    raise NotImplementedError("doctest.debug(): Typhon has no debugger")


def _test():
    import argparse
    parser = argparse.ArgumentParser(description="doctest runner")
    parser.add_argument("-v", "--verbose", action="store_true", default=False, help="print very verbose output for all tests")
    parser.add_argument("-o", "--option", action="append", choices=OPTIONFLAGS_BY_NAME.keys(), default=[],
                        help="specify a doctest option flag to apply to the test run; may be specified more than once to apply multiple options")
    parser.add_argument("-f", "--fail-fast", action="store_true",
                        help="stop running tests after first failure (this is a shorthand for -o FAIL_FAST, and is in addition to any other -o options)")
    parser.add_argument("file", nargs="+", help="file containing the tests to run")
    args = parser.parse_args()
    options = 0
    for option in args.option:
        options |= OPTIONFLAGS_BY_NAME[option]
    if args.fail_fast:
        options |= FAIL_FAST
    for filename in args.file:
        if filename.endswith(".py"):
            folder, name = os.path.split(filename)
            sys.path.insert(0, folder)
            module = __import__(name[:-3])
            del sys.path[0]
            failures, _ = testmod(module, verbose=args.verbose, optionflags=options)
        else:
            failures, _ = testfile(filename, module_relative=False, verbose=args.verbose, optionflags=options)
        if failures:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(_test())
