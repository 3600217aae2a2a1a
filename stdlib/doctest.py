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
    if name not in OPTIONFLAGS_BY_NAME:
        OPTIONFLAGS_BY_NAME[name] = 1 << len(OPTIONFLAGS_BY_NAME)
    return OPTIONFLAGS_BY_NAME[name]


DONT_ACCEPT_TRUE_FOR_1, DONT_ACCEPT_BLANKLINE, NORMALIZE_WHITESPACE, ELLIPSIS, SKIP, IGNORE_EXCEPTION_DETAIL = map(
    register_optionflag, "DONT_ACCEPT_TRUE_FOR_1 DONT_ACCEPT_BLANKLINE NORMALIZE_WHITESPACE ELLIPSIS SKIP IGNORE_EXCEPTION_DETAIL".split())
COMPARISON_FLAGS = sum(OPTIONFLAGS_BY_NAME.values())
REPORT_UDIFF, REPORT_CDIFF, REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, FAIL_FAST = map(
    register_optionflag, "REPORT_UDIFF REPORT_CDIFF REPORT_NDIFF REPORT_ONLY_FIRST_FAILURE FAIL_FAST".split())
REPORTING_FLAGS = sum(OPTIONFLAGS_BY_NAME.values()) - COMPARISON_FLAGS

BLANKLINE_MARKER, ELLIPSIS_MARKER = "<BLANKLINE>", "..."


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
    return message.partition("\n")[0].partition(":")[0].rpartition(".")[2]


# ---- examples ----

class _Compared:
    """What is equal when its parts are; `_parts` lists them, `_hashed` those that can be hashed."""

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash(self._hashed())


def _with_line_end(text):
    return text if not text or text.endswith("\n") else text + "\n"


class Example(_Compared):
    """One example: its source and what is wanted (both end with a newline; or `exc_msg`, of an exception), where it stands in the text (`lineno`,
    `indent`), and its options."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source, self.want = _with_line_end(source) or "\n", _with_line_end(want)
        self.lineno, self.indent, self.options = lineno, indent, {} if options is None else options
        self.exc_msg = "\n" if exc_msg == "" else _with_line_end(exc_msg)

    def _hashed(self):
        return self.source, self.want, self.exc_msg, self.lineno, self.indent

    def _parts(self):
        return *self._hashed(), self.options


class DocTest(_Compared):
    """The examples of one text, to be run in one namespace (a copy of `globs`)."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), "DocTest no longer accepts str; use DocTestParser instead"
        self.examples, self.docstring, self.globs = examples, docstring, dict(globs) if type(globs) is dict else globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        counted = f"{count or 'no'} example{'' if count == 1 else 's'}"
        return f"<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({counted})>"

    def _hashed(self):
        return self.docstring, self.name, self.filename, self.lineno

    def _parts(self):
        return *self._hashed(), self.examples, self.globs

    def _order(self):
        return self.name, self.filename, self.lineno if self.lineno is not None else -1, id(self)

    def __lt__(self, other):
        return self._order() < other._order() if isinstance(other, DocTest) else NotImplemented


class DocTestParser:
    """Finds the examples in a text."""

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
        """The text as a list: pieces that are no example, and between them Examples."""
        text = string.expandtabs()
        margin = min((len(indent) for indent in re.findall(r"(?m)^( *)(?=\S)", text)), default=0)
        text = "\n".join([line[margin:] for line in text.split("\n")]) if margin else text
        pieces, done, line = [], 0, 0
        for found in self._EXAMPLE.finditer(text):
            start, end = found.span()
            pieces.append(text[done:start])
            line += text.count("\n", done, start)
            source, options, want, exc_msg = self._parse_example(found, name, line)
            if not _is_comment(source):
                pieces.append(Example(source, want, exc_msg, line, margin + len(found["indent"]), options))
            line += text.count("\n", start, end)
            done = end
        return [*pieces, text[done:]]

    def get_examples(self, string, name="<string>"):
        """The examples of the text."""
        return [piece for piece in self.parse(string, name) if isinstance(piece, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        """The examples of the text, as a DocTest."""
        examples = self.get_examples(string, name)
        return DocTest(examples, globs, name, filename, lineno, string)

    def _parse_example(self, found, name, first):
        prompt = " " * len(found["indent"])
        size = len(prompt) + 4
        lines, wanted = found["source"].split("\n"), found["want"].split("\n")
        for number, line in enumerate(lines, first + 1):
            if line[size - 1:size] not in ("", " "):
                raise ValueError(f"line {number} of the docstring for {name} lacks blank after {line[size - 4:size - 1]}: {line!r}")
        self._check_prefix(lines[1:], prompt + ".", name, first)
        if len(wanted) > 1 and not wanted[-1].strip(" "):
            wanted.pop()
        self._check_prefix(wanted, prompt, name, first + len(lines))
        source = "\n".join([line[size:] for line in lines])
        want = "\n".join([line[len(prompt):] for line in wanted])
        raised = self._EXCEPTION.match(want)
        return source, self._find_options(source, name, first), want, raised and raised["msg"]

    def _check_prefix(self, lines, prefix, name, before):
        for number, line in enumerate(lines, before + 1):
            if not line.startswith(prefix) and line:
                raise ValueError(f"line {number} of the docstring for {name} has inconsistent leading whitespace: {line!r}")

    def _find_options(self, source, name, line):
        options = {}
        for directive in self._OPTION.findall(source):
            for word in directive.replace(",", " ").split():
                flag = OPTIONFLAGS_BY_NAME.get(word[1:])
                if flag is None or word[0] not in "+-":
                    raise ValueError(f"line {line + 1} of the doctest for {name} has an invalid option: {word!r}")
                options[flag] = word[0] == "+"
        if options and _is_comment(source):
            raise ValueError(f"line {line} of the doctest for {name} has an option directive on a line with no example: {source!r}")
        return options


def _is_comment(source):
    return re.match(r"^\s*(#.*)?$", source) is not None


# ---- finding ----

class DocTestFinder:
    """Finds the DocTests of an object: of its docstring, and of the docstrings of what it holds."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._verbose, self._recurse, self._exclude_empty = parser, verbose, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """A list of them, sorted. `module` (False: none) is the one whose objects count; it is found by the object if not given."""
        name = getattr(obj, "__name__", None) if name is None else name
        if name is None:
            raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if not module:
            module = inspect.getmodule(obj) if module is None else None
        space = {**(vars(module) if globs is None and module is not None else globs or {}), **(extraglobs or {})}
        space.setdefault("__name__", "__main__")  # there is none in a dict that was given
        tests = []
        self._find(tests, obj, name, module, self._lines_of(obj, module), space, set())
        return sorted(tests)

    def _lines_of(self, obj, module):
        try:
            file = inspect.getsourcefile(obj)
        except (OSError, TypeError):
            return None
        file = file or getattr(module, "__file__", None)
        return (linecache.getlines(file, module and vars(module)) or None) if file else None

    def _from_module(self, module, object):
        """Whether the object is defined in the module."""
        if module is None or isinstance(object, property) and not hasattr(object, "__module__"):
            return True
        home = inspect.getmodule(object)
        if home is not None:
            return home is module
        if inspect.isfunction(object):
            return object.__globals__ is vars(module)
        if inspect.ismethoddescriptor(object) or inspect.ismethodwrapper(object):
            name = getattr(getattr(object, "__objclass__", object), "__module__", None)
            return name is None or name == module.__name__
        if not hasattr(object, "__module__"):
            raise ValueError("object must be a class or function")
        return object.__module__ == module.__name__

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
        for inner_name, inner in self._members(obj, module) if self._recurse else ():
            self._find(tests, inner, f"{name}.{inner_name}", module, lines, globs, seen)

    def _members(self, obj, module):
        """What a module or class holds that has tests of its own, by name."""
        if inspect.ismodule(obj):
            for name, value in list(vars(obj).items()):
                if (inspect.isclass(value) or self._is_routine(value)) and self._from_module(module, value):
                    yield name, value
            for name, value in getattr(obj, "__test__", {}).items():
                self._check_extra(name, value)
                yield f"__test__.{name}", value
        elif inspect.isclass(obj):
            for name, value in list(vars(obj).items()):
                value = value.__func__ if isinstance(value, (classmethod, staticmethod)) else value
                counts = inspect.isclass(value) or inspect.isroutine(value) or isinstance(value, property)
                if counts and self._from_module(module, value):
                    yield name, value

    def _check_extra(self, name, value):
        if not isinstance(name, str):
            raise ValueError(f"DocTestFinder.find: __test__ keys must be strings: {type(name)!r}")
        if not (isinstance(value, (str, type, types.ModuleType)) or inspect.isroutine(value)):
            raise ValueError(f"DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: {type(value)!r}")

    def _get_test(self, obj, name, module, globs, lines):
        doc = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        doc = "" if doc is None else str(doc)
        if self._exclude_empty and not doc:
            return None
        file = module and (getattr(module, "__file__", None) or module.__name__)
        if file and file.endswith(".pyc"):
            file = file[:-1]
        return self._parser.get_doctest(doc, globs, name, file, self._find_lineno(obj, lines))

    def _find_lineno(self, obj, lines):
        """The line of the object's docstring; None: not known."""
        first = self._first_line(obj, lines)
        if first is None or lines is None:
            return first
        opening = re.compile(r"""(^|.*:)\s*\w*["']""")
        return next((number for number in range(first, len(lines)) if opening.match(lines[number])), None)

    def _first_line(self, obj, lines):
        """Where the object begins."""
        has_doc = getattr(obj, "__doc__", None) is not None
        if inspect.ismodule(obj):
            return 0 if has_doc else None
        if inspect.isclass(obj):
            start = re.compile(rf"^\s*class\s*{re.escape(getattr(obj, '__name__', '-'))}\b")
            return next((number for number, line in enumerate(lines) if start.match(line)), None) if has_doc and lines is not None else None
        obj = obj.fget if isinstance(obj, property) else getattr(obj, "__func__", obj) if inspect.ismethod(obj) else obj
        if self._is_routine(obj) and getattr(obj, "__doc__", None):
            obj = getattr(inspect.unwrap(obj), "__code__", None)
        return obj.co_firstlineno - 1 if inspect.iscode(obj) else None


# ---- running ----

class _Output(io.StringIO):
    """What stands in place of sys.stdout."""

    def take(self):
        """What has been printed since the last time, with a newline at its end."""
        text = self.getvalue()
        self.seek(0)
        self.truncate()
        return _with_line_end(text)


def _debugger_for(test, stdout):
    """What pdb.set_trace() calls while the test runs; None: it does not look as if it would."""
    if "pdb" not in sys.modules and not any("pdb" in example.source or "breakpoint" in example.source for example in test.examples):
        return None
    import pdb

    class Debugger(pdb.Pdb):
        """Talks to the terminal, not to what takes down the test's output."""

        is_used = False

        def set_trace(self, frame=None, *, header=None):
            self.is_used = True
            if header is not None:
                self.message(header)
            super().set_trace(frame or sys._getframe().f_back)

        def set_continue(self):
            if self.is_used:
                super().set_continue()

        def trace_dispatch(self, frame, event, arg):
            taken, sys.stdout = sys.stdout, stdout
            try:
                return super().trace_dispatch(frame, event, arg)
            finally:
                sys.stdout = taken

        def leave(self):
            pdb.set_trace = before

    debugger = Debugger(stdout=stdout, nosigint=True)
    debugger.use_rawinput = 1
    debugger.reset()
    before, pdb.set_trace = pdb.set_trace, debugger.set_trace
    return debugger


class DocTestRunner:
    """Runs DocTests, and counts. `report_` methods say what happens, the OutputChecker what is right."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._counts = {}  # by the names of tests: failed, tried
        self._output = _Output()

    def report_start(self, out, test, example):
        """An example is about to be run."""
        if self._verbose:
            expecting = f"Expecting:\n{_indent(example.want)}" if example.want else "Expecting nothing\n"
            out(f"Trying:\n{_indent(example.source)}{expecting}")

    def report_success(self, out, test, example, got):
        """An example has done what is wanted."""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """An example has printed something else, or raised something else than is wanted."""
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """An example has raised an exception that is not wanted."""
        out(self._failure_header(test, example) + "Exception raised:\n" + _indent(_exception_traceback(exc_info)))

    def _failure_header(self, test, example):
        where = f"Line {example.lineno + 1}"
        if test.filename:
            known = test.lineno is not None and example.lineno is not None
            where = f'File "{test.filename}", line {test.lineno + example.lineno + 1 if known else "?"}'
        return f"{self.DIVIDER}\n{where}, in {test.name}\nFailed example:\n{_indent(example.source)}"

    def _options_of(self, example):
        flags = self.original_optionflags
        for flag, on in example.options.items():
            flags = flags | flag if on else flags & ~flag
        self.optionflags = flags

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
        """(whether it is right, None for an exception that is not wanted at all; the text that was got)"""
        if exception is None:
            return self._is_right(example.want, got), got
        got += _exception_traceback(exception)
        wanted, raised = example.exc_msg, _exception_text(exception[1])
        if wanted is None:
            return None, got
        right = self._is_right(wanted, raised)
        if not right and self.optionflags & IGNORE_EXCEPTION_DETAIL:
            right = self._is_right(_strip_exception_details(wanted), _strip_exception_details(raised))
        return right, got

    def _is_right(self, want, got):
        return self._checker.check_output(want, got, self.optionflags)

    def _run_examples(self, test, compileflags, out):
        failed = tried = 0
        for number, example in enumerate(test.examples):
            quiet = failed and self.optionflags & REPORT_ONLY_FIRST_FAILURE
            self._options_of(example)
            if self.optionflags & SKIP:
                continue
            tried += 1
            if not quiet:
                self.report_start(out, test, example)
            exception = self._execute(test, number, example, compileflags)
            if self._debugger is not None:
                self._debugger.set_continue()
            right, got = self._judge(example, exception, self._output.take())
            failed += not right
            if not quiet:
                if right is None:
                    self.report_unexpected_exception(out, test, example, exception)
                else:
                    (self.report_success if right else self.report_failure)(out, test, example, got)
            if not right and self.optionflags & FAIL_FAST:
                break
        self.optionflags = self.original_optionflags
        self._count(test.name, failed, tried)
        self.failures, self.tries = self.failures + failed, self.tries + tried
        return TestResults(failed, tried)

    def _count(self, name, failed, tried):
        before = self._counts.get(name, (0, 0))
        self._counts[name] = (before[0] + failed, before[1] + tried)

    # CPython's private methods, by whose names runners that derive from this one (sympy's) take them over.
    def __run(self, test, compileflags, out):
        return self._run_examples(test, compileflags, out)

    def __record_outcome(self, test, failures, tries):
        self._count(test.name, failures, tries)

    def __patched_linecache_getlines(self, filename, module_globals=None):
        return linecache.getlines(filename, module_globals)

    def merge(self, other):
        """Adds what another runner has counted."""
        for name, counts in other._counts.items():
            self._count(name, *counts)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a DocTest; what there is to say of them is given to `out`, or printed."""
        self.test = test
        stdout, hook = sys.stdout, sys.displayhook
        self._debugger = _debugger_for(test, stdout)
        sys.stdout, sys.displayhook = self._output, sys.__displayhook__
        try:
            return self._run_examples(test, compileflags or 0, out or (lambda text: stdout.write(text)))
        finally:
            sys.stdout, sys.displayhook = stdout, hook
            if self._debugger is not None:
                self._debugger.leave()
            if clear_globs:
                import builtins
                test.globs.clear()
                builtins._ = None

    def summarize(self, verbose=None):
        """Print a summary of all the test cases that have been run by this DocTestRunner, and return a TestResults."""
        verbose = self._verbose if verbose is None else verbose
        counts = sorted(self._counts.items())
        kinds = (
            (verbose, "had no tests", [f"    {name}" for name, (_, tried) in counts if not tried]),
            (verbose, "passed all tests", [f" {tried:3d} tests in {name}" for name, (failed, tried) in counts if tried and not failed]),
            (True, "had failures", [f" {failed:3d} of {tried:3d} in {name}" for name, (failed, tried) in counts if failed]),
        )
        for wanted, what, lines in kinds:
            if wanted and lines:
                if what == "had failures":
                    print(self.DIVIDER)
                print(f"{len(lines)} items {what}:", *lines, sep="\n")
        failures, tries = (sum(pair[which] for pair in self._counts.values()) for which in (0, 1))
        if verbose:
            print(f"{tries} tests in {len(counts)} items.\n{tries - failures} passed and {failures} failed.")
        if failures or verbose:
            print(f"***Test Failed*** {failures} failures." if failures else "Test passed.")
        return TestResults(failures, tries)


class OutputChecker:
    """Says whether what an example has printed is what is wanted, and shows how they differ."""

    def check_output(self, want, got, optionflags):
        """Whether it is, with these options."""
        want, got = (text.encode("ascii", "backslashreplace").decode() for text in (want, got))
        if want == got:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (want, got) in (("1\n", "True\n"), ("0\n", "False\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = (" ".join(text.split()) for text in (want, got))
        return want == got or bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        """The text of a failure: both, or their difference."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^ *(?=\n)", BLANKLINE_MARKER, got)
        is_long = min(want.count("\n"), got.count("\n")) > 2
        if optionflags & REPORT_NDIFF or is_long and optionflags & (REPORT_UDIFF | REPORT_CDIFF):
            return self._difference(want.splitlines(True), got.splitlines(True), optionflags)
        parts = [f"{title}:\n{_indent(text)}" if text else f"{title} nothing\n" for title, text in (("Expected", want), ("Got", got))]
        return "".join(parts)

    def _difference(self, want, got, optionflags):
        import difflib
        if optionflags & REPORT_UDIFF:
            title, lines = "unified diff with -expected +actual", list(difflib.unified_diff(want, got, n=2))[2:]
        elif optionflags & REPORT_CDIFF:
            title, lines = "context diff with expected followed by actual", list(difflib.context_diff(want, got, n=2))[2:]
        else:
            title, lines = "ndiff with -expected +actual", difflib.ndiff(want, got)
        return f"Differences ({title}):\n{_indent(''.join(lines))}"


def _ellipsis_match(want, got):
    """Whether got is want with some text in place of each "..."."""
    first, *rest = want.split(ELLIPSIS_MARKER)
    if not rest:
        return want == got
    *middle, last = rest
    end = len(got) - len(last)
    if not (got.startswith(first) and got.endswith(last) and len(first) <= end):
        return False
    at = len(first)
    for part in middle:  # each as far to the left as it can be
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


class DocTestFailure(Exception):
    """What a DebugRunner raises: an example has printed something else (`got`) than is wanted."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """What a DebugRunner raises: an example has raised an exception (`exc_info`) that is not wanted."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    __str__ = DocTestFailure.__str__


class DebugRunner(DocTestRunner):
    """Raises an exception as soon as something is wrong; the namespace is left as it is then."""

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


def _runner_class(raise_on_error):
    return DebugRunner if raise_on_error else DocTestRunner


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Runs the examples of a module, __main__ if none is given: those in its docstring and in those of its functions and classes. Returns
    (failed, attempted)."""
    module = sys.modules.get("__main__") if m is None else m
    if not isinstance(module, types.ModuleType):
        raise TypeError(f"testmod: module required; {module!r}")
    tests = DocTestFinder(exclude_empty=exclude_empty).find(module, name or module.__name__, globs=globs, extraglobs=extraglobs)
    runner = _runner_class(raise_on_error)(verbose=verbose, optionflags=optionflags)
    for each in tests:
        runner.run(each)
    return _finish(runner, report)


def _module_relative_path(module, path):
    if not isinstance(module, types.ModuleType):
        raise TypeError(f"Expected a module: {module!r}")
    if path[:1] == "/":
        raise ValueError("Module-relative files may not have absolute paths")
    if getattr(module, "__file__", None):
        folder = os.path.dirname(module.__file__)
    elif module.__name__ == "__main__":
        folder = os.path.dirname(sys.argv[0]) if sys.argv and sys.argv[0] else os.curdir
    else:
        raise ValueError(f"Can't resolve paths relative to the module {module!r} (it has no __file__)")
    return os.path.join(folder, *path.split("/"))


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
    """Runs the examples of a text file, which is named relative to a module (the caller's, or `package`) or by its path. Returns (failed,
    attempted)."""
    if not module_relative and package:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = _load_testfile(filename, package, module_relative, encoding or "utf-8", _calling_module() if module_relative else None)
    space = {**(globs or {}), **(extraglobs or {})}
    space.setdefault("__name__", "__main__")
    runner = _runner_class(raise_on_error)(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, space, os.path.basename(path) if name is None else name, path, 0))
    return _finish(runner, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Runs the examples in the docstring of one object, or in a text."""
    tests = DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for each in tests:
        runner.run(each, compileflags=compileflags)


# ---- as tests of unittest ----

_reporting = 0  # the options of set_unittest_reportflags


def set_unittest_reportflags(flags):
    """Reporting options for all tests run by unittest that have none themselves. Returns those of before."""
    global _reporting
    if flags & ~REPORTING_FLAGS:
        raise ValueError("Only reporting flags allowed", flags)
    before, _reporting = _reporting, flags
    return before


# The classes wait in _doctest_cases until they are asked for: unittest is not small.

_CASES = ("DocTestCase", "SkipDocTestCase", "DocFileCase")


def __dir__():
    return sorted({*globals(), *_CASES})


def __getattr__(name):
    if name in _CASES:
        import _doctest_cases
        value = globals()[name] = getattr(_doctest_cases, name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The DocTests of a module, the caller's if none is given, as a suite of unittest."""
    module = _calling_module() if module is None else _as_module(module)
    finder = DocTestFinder() if test_finder is None else test_finder
    from _doctest_cases import DocTestCase, _DocTestSuite
    suite = _DocTestSuite()
    for each in sorted(finder.find(module, globs=globs, extraglobs=extraglobs)):
        if each.examples:
            each.filename = each.filename or module.__file__
            suite.addTest(DocTestCase(each, **options))
    return suite


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
    """The examples of a text file as a test of unittest."""
    if not module_relative and package:
        raise ValueError("Package may only be specified for module-relative paths.")
    text, path = _load_testfile(path, package, module_relative, encoding or "utf-8", None)
    space = {"__file__": path, **(globs or {})}
    from _doctest_cases import DocFileCase
    return DocFileCase(parser.get_doctest(text, space, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    """The examples of text files as a suite of unittest."""
    if kw.get("module_relative", True):
        kw["package"] = kw.get("package") or _calling_module()
    from _doctest_cases import _DocTestSuite
    suite = _DocTestSuite()
    suite.addTests(DocFileTest(each, **kw) for each in paths)
    return suite


# ---- examples as scripts ----

def script_from_examples(s):
    """Extract script from text with examples: what is no example becomes comments."""
    lines = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, str):
            lines += [f"# {line}".rstrip() for line in piece.split("\n")[:-1]]
            continue
        lines.append(piece.source.removesuffix("\n"))
        if piece.want:
            lines += ["# Expected:", *(f"## {line}" for line in piece.want.split("\n")[:-1])]
    wanted = [number for number, line in enumerate(lines) if line != "#"]
    return "\n".join(lines[wanted[0]:wanted[-1] + 1] if wanted else []) + "\n"


def testsource(module, name):
    """Extract the test sources from a doctest docstring as a script."""
    module = _as_module(module)
    test = [t for t in DocTestFinder().find(module) if t.name == name]
    if not test:
        raise ValueError(name, "not found in tests")
    return script_from_examples(test[0].docstring)


def debug_src(src, pm=False, globs=None):
    """Runs the examples of a docstring under the debugger; pm: starts it where an exception was raised."""
    debug_script(script_from_examples(src), pm, globs)


def debug_script(src, pm=False, globs=None):
    """The same of a script."""
    import pdb
    globs = globs.copy() if globs else {}
    if not pm:
        pdb.Pdb(nosigint=True).run(f"exec({src!r})", globs, globs)
        return
    try:
        exec(src, globs, globs)
    except:
        print(sys.exc_info()[1])
        debugger = pdb.Pdb(nosigint=True)
        debugger.reset()
        debugger.interaction(None, sys.exc_info()[2])


def debug(module, name, pm=False):
    """The same of the docstring of something in a module."""
    module = _as_module(module)
    debug_script(testsource(module, name), pm, vars(module))


def _test():
    from argparse import ArgumentParser
    command = ArgumentParser(description="doctest runner")
    command.add_argument("-v", "--verbose", action="store_true", default=False, help="print very verbose output for all tests")
    command.add_argument("-o", "--option", action="append", choices=OPTIONFLAGS_BY_NAME.keys(), default=[],
                         help="specify a doctest option flag to apply to the test run; may be specified more than once to apply multiple options")
    command.add_argument("-f", "--fail-fast", action="store_true",
                         help="stop running tests after first failure (this is a shorthand for -o FAIL_FAST, and is in addition to any other -o options)")
    command.add_argument("file", nargs="+", help="file containing the tests to run")
    given = command.parse_args()
    flags = FAIL_FAST if given.fail_fast else 0
    for name in given.option:
        flags |= OPTIONFLAGS_BY_NAME[name]
    for path in given.file:
        folder, base = os.path.split(path)
        if base.endswith(".py"):
            sys.path.insert(0, folder)
            results = testmod(__import__(base.removesuffix(".py")), verbose=given.verbose, optionflags=flags)
            sys.path.remove(folder)
        else:
            results = testfile(path, module_relative=False, verbose=given.verbose, optionflags=flags)
        if results.failed:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(_test())
