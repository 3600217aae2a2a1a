"""unittest.main: the tests of a module, or of a command line, as a program."""
import os
import sys

from . import loader, runner
from .signals import installHandler

__unittest = True

_STATUS_NO_TESTS = 5


def _examples(*lines):
    return "Examples:\n" + "".join(f"  %(prog)s {arguments:<26}{meaning}\n" for arguments, meaning in lines)


MAIN_EXAMPLES = _examples(
    ("test_module", "- run tests from test_module"), ("module.TestClass", "- run tests from module.TestClass"),
    ("module.Class.test_method", "- run specified test method"), ("path/to/test_file.py", "- run tests from test_file.py"))
MODULE_EXAMPLES = _examples(
    ("", "- run default set of tests"), ("MyTestSuite", "- run suite 'MyTestSuite'"),
    ("MyTestCase.testSomething", "- run MyTestCase.testSomething"), ("MyTestCase", "- run all 'test*' test methods\n" + " " * 39 + "in MyTestCase"))


def _pattern(text):
    return text if "*" in text else "*" + text + "*"


# The options: flags, attribute of the program, how argparse takes it. Those of the second table go away when main() was given the argument.
_ALWAYS = (
    ("-v --verbose", "verbosity", {"action": "store_const", "const": 2, "help": "Verbose output"}),
    ("-q --quiet", "verbosity", {"action": "store_const", "const": 0, "help": "Quiet output"}),
    ("--locals", "tb_locals", {"action": "store_true", "help": "Show local variables in tracebacks"}),
    ("--durations", "durations", {"type": int, "default": None, "metavar": "N", "help": "Show the N slowest test cases (N=0 for all)"}),
)
_UNLESS_GIVEN = (
    ("-f --failfast", "failfast", {"action": "store_true", "help": "Stop on first fail or error"}),
    ("-c --catch", "catchbreak", {"action": "store_true", "help": "Catch Ctrl-C and display results so far"}),
    ("-b --buffer", "buffer", {"action": "store_true", "help": "Buffer stdout and stderr during tests"}),
    ("-k", "testNamePatterns", {"action": "append", "type": _pattern, "help": "Only run tests which match the given substring"}),
)
_OF_DISCOVERY = (
    ("-s --start-directory", "start", "Directory to start discovery ('.' default)"),
    ("-p --pattern", "pattern", "Pattern to match tests ('test*.py' default)"),
    ("-t --top-level-directory", "top", "Top level directory of project (defaults to start directory)"),
)


def _as_module_name(name):
    """A file of tests below the current folder, as the module it is; anything else as it stands."""
    if not (name.lower().endswith(".py") and os.path.isfile(name)):
        return name
    path = os.path.relpath(name) if os.path.isabs(name) else name
    if path.startswith(os.pardir) and os.path.isabs(name):
        return name
    return os.path.normpath(path)[:-len(".py")].replace("\\", ".").replace("/", ".")


class TestProgram:
    """Runs tests as a program does: by its command line, with a status for the shell. To be called at the end of a file of tests."""

    module = _discovery = failfast = catchbreak = buffer = progName = warnings = testNamePatterns = durations = None
    verbosity = 1

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=loader.defaultTestLoader, exit=True, verbosity=1,
                 failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        if warnings is None and not sys.warnoptions:
            warnings = "default"  # those of the tested code are shown, unless the command line says what becomes of them
        argv = sys.argv if argv is None else argv
        self.module, self.defaultTest, self.progName = module, defaultTest, os.path.basename(argv[0])
        self.testLoader, self.testRunner = testLoader, testRunner
        self.verbosity, self.warnings, self.tb_locals, self.durations = verbosity, warnings, tb_locals, durations
        self.failfast, self.catchbreak, self.buffer, self.exit = failfast, catchbreak, buffer, exit
        self.parseArgs(argv)
        self.runTests()

    # ---- the command line ----

    def parseArgs(self, argv):
        """Reads the command line and makes the tests it names."""
        import argparse
        common = self._common_options(argparse.ArgumentParser(add_help=False))
        parser = argparse.ArgumentParser(self.progName, parents=[common])
        discovery = self._discovery = self._discovery_parser(common, argparse)
        parser.print_help = lambda file=None: self._print_help(parser, discovery)
        parser.add_argument("tests", nargs="*", help="a list of any number of test modules, classes and test methods.")
        arguments = argv[1:]
        if self.module is None and arguments and arguments[0].lower() == "discover":
            return self._do_discovery(arguments[1:])
        parser.parse_args(arguments, self)
        if self.tests:
            self.testNames = [_as_module_name(name) for name in self.tests]
        elif self.module is None:
            return self._do_discovery([])
        elif self.defaultTest is None:
            self.testNames = None  # the whole module
        else:
            self.testNames = (self.defaultTest,) if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.createTests()

    def _do_discovery(self, argv, Loader=None):
        self.start, self.pattern, self.top = ".", "test*.py", None
        if self._discovery is None:  # not come here by parseArgs
            import argparse
            self._discovery = self._discovery_parser(self._common_options(argparse.ArgumentParser(add_help=False)), argparse)
        self._discovery.parse_args(argv, self)
        self.createTests(True, Loader)

    def _common_options(self, parser):
        for flags, attribute, how in _ALWAYS:
            parser.add_argument(*flags.split(), dest=attribute, **how)
        for flags, attribute, how in _UNLESS_GIVEN:
            if getattr(self, attribute) is None:
                parser.add_argument(*flags.split(), dest=attribute, **how)
                setattr(self, attribute, [] if how["action"] == "append" else False)
        return parser

    def _discovery_parser(self, common, argparse):
        parser = argparse.ArgumentParser(
            f"{self.progName} discover", parents=[common],
            epilog="For test discovery all test modules must be importable from the top level directory of the project.")
        for flags, attribute, text in _OF_DISCOVERY:
            parser.add_argument(*flags.split(), dest=attribute, help=text)
        for _, attribute, _ in _OF_DISCOVERY:  # by position, too
            parser.add_argument(attribute, nargs="?", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        return parser

    def _print_help(self, parser, discovery):
        print(parser.format_help())
        print((MODULE_EXAMPLES if self.module is not None else MAIN_EXAMPLES) % {"prog": self.progName})
        if self.module is None:
            discovery.print_help()

    # ---- the tests ----

    def createTests(self, from_discovery=False, Loader=None):
        """Makes `self.test` of what parseArgs found."""
        source = self.testLoader
        if self.testNamePatterns:
            source.testNamePatterns = self.testNamePatterns
        if from_discovery:
            self.test = (source if Loader is None else Loader()).discover(self.start, self.pattern, self.top)
        else:
            self.test = source.loadTestsFromModule(self.module) if self.testNames is None else source.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        """Runs them, and leaves the program with their status when `exit` says so."""
        if self.catchbreak:
            installHandler()
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        used = self._new_runner() if isinstance(self.testRunner, type) else self.testRunner
        outcome = self.result = used.run(self.test)
        if self.exit:
            if outcome.testsRun == 0 and not len(outcome.skipped):
                sys.exit(_STATUS_NO_TESTS)
            sys.exit(0 if outcome.wasSuccessful() else 1)

    def _new_runner(self):
        """A runner of somebody else's may not know the options that came later, or none at all."""
        options = {name: getattr(self, name) for name in ("verbosity", "failfast", "buffer", "warnings", "tb_locals", "durations")}
        for unknown in (), ("durations", "tb_locals"):
            for name in unknown:
                del options[name]
            try:
                return self.testRunner(**options)
            except TypeError:
                pass
        return self.testRunner()


main = TestProgram
