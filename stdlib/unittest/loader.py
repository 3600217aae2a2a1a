"""TestLoader: finds tests in classes, modules, names and folders, and makes suites of them."""
import contextlib
import functools
import os
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase

from . import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    """In place of a test that could not be loaded: raises what was in the way when it is run."""

    def __init__(self, method_name, exception):
        self._loading, self._error = method_name, exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name == vars(self).get("_loading"):
            return self._raise
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _raise(self):
        raise self._error


def _is_test_class(thing):
    """Whether it is a class that holds tests: not one of unittest's own."""
    return isinstance(thing, type) and issubclass(thing, case.TestCase) and thing not in (case.TestCase, case.FunctionTestCase)


class _Unloadable:
    """A test that could not be loaded: the suite in its place, and the text for the loader's list of errors."""

    def __init__(self, loader, name, title, exception=None):
        self.message = f"{title}\n{traceback.format_exc()}"
        self.loader = loader
        self.suite = loader.suiteClass((_FailedTest(name, exception or ImportError(self.message)),))

    def report(self):
        self.loader.errors.append(self.message)
        return self.suite


class TestLoader:
    """Makes suites of what it is given. `testMethodPrefix`, `sortTestMethodsUsing`, `testNamePatterns` and `suiteClass` may be set; `errors`
    lists what could not be loaded."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    suiteClass = suite.TestSuite
    testNamePatterns = _top_level_dir = None

    def __init__(self):
        super().__init__()
        self.errors = []
        self._asked = set()  # packages whose load_tests is under way: it may call discover itself

    # ---- classes and modules ----

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, in order."""
        path = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}."
        patterns = self.testNamePatterns
        names = [
            name for name in dir(testCaseClass)
            if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))
            and (patterns is None or any(fnmatchcase(path + name, pattern) for pattern in patterns))
        ]
        compare = self.sortTestMethodsUsing
        return sorted(names, key=functools.cmp_to_key(compare)) if compare else names

    def loadTestsFromTestCase(self, testCaseClass):
        """All tests of a class; `runTest` if it has no others."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass is case.TestCase or testCaseClass is case.FunctionTestCase:
            return self.suiteClass([])
        names = self.getTestCaseNames(testCaseClass) or (["runTest"] if hasattr(testCaseClass, "runTest") else [])
        return self.suiteClass(testCaseClass(name) for name in names)

    def loadTestsFromModule(self, module, *, pattern=None):
        """All tests of a module's classes, or what its function load_tests makes of them."""
        members = (getattr(module, name) for name in dir(module))
        tests = self.suiteClass([self.loadTestsFromTestCase(member) for member in members if _is_test_class(member)])
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as error:
            return _Unloadable(self, module.__name__, "Failed to call load_tests:", error).report()

    # ---- names ----

    def loadTestsFromNames(self, names, module=None):
        """A suite of what loadTestsFromName finds for each."""
        return self.suiteClass([self.loadTestsFromName(each, module) for each in names])

    def loadTestsFromName(self, name, module=None):
        """What a dotted name stands for: a module, a class, a method of a class, a suite, or something that makes tests when called. It begins
        with a module, or is looked up in the one that is given."""
        steps = name.split(".")
        missing = None
        if module is None:
            for end in range(len(steps), 0, -1):
                try:
                    module = __import__(".".join(steps[:end]))
                    break
                except ImportError:
                    missing = _Unloadable(self, steps[end - 1], f"Failed to import test module: {steps[end - 1]}")
            else:
                return missing.report()
            del steps[0]
        found, owner = module, None
        for step in steps:
            owner = found
            try:
                found = getattr(owner, step)
            except AttributeError as error:
                if missing is None or getattr(owner, "__path__", None) is None:  # of a package, a failed import says more
                    missing = _Unloadable(self, step, "Failed to access attribute:", error)
                return missing.report()
        return self._tests_of(found, owner, steps)

    def _tests_of(self, found, owner, steps):
        if isinstance(found, types.ModuleType):
            return self.loadTestsFromModule(found)
        if _is_test_class(found):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, suite.TestSuite):
            return found
        if isinstance(found, types.FunctionType) and isinstance(owner, type) and issubclass(owner, case.TestCase):
            test = owner(steps[-1])
            if not isinstance(getattr(test, steps[-1]), types.FunctionType):  # a static method is called as any callable
                return self.suiteClass([test])
        if not callable(found):
            raise TypeError(f"don't know how to make test from: {found}")
        made = found()
        if isinstance(made, case.TestCase):
            return self.suiteClass([made])
        if not isinstance(made, suite.TestSuite):
            raise TypeError(f"calling {found} returned {made}, not a test")
        return made

    # ---- discovery: the files of a folder ----

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """All tests of the files that match the pattern, in this folder or package and in the packages below. `top_level_dir` is the folder
        from which they are imported; the start, if not given."""
        top = top_level_dir or self._top_level_dir
        folder = os.path.abspath(start_dir)
        is_folder = os.path.isdir(folder)
        if top is not None or is_folder:
            self._import_from(top or start_dir)
        if not is_folder:
            folder = self._folder_of(start_dir)
            if top is None:
                self._import_from(_folder_above(sys.modules[start_dir.partition(".")[0]]))
        elif folder != self._top_level_dir and not os.path.isfile(os.path.join(folder, "__init__.py")):
            raise _not_importable(folder)
        return self.suiteClass(list(self._find_tests(folder, pattern)))

    def _import_from(self, top):
        self._top_level_dir = os.path.abspath(top)
        if self._top_level_dir not in sys.path:
            sys.path.insert(0, self._top_level_dir)

    def _folder_of(self, package):
        try:
            __import__(package)
        except ImportError:
            raise _not_importable(package) from None
        module = sys.modules[package]
        if getattr(module, "__file__", None) is not None:
            return os.path.abspath(os.path.dirname(module.__file__))
        if package in sys.builtin_module_names:
            raise TypeError("Can not use builtin modules as dotted module names")
        raise TypeError(f"don't know how to discover from {module!r}")

    def _get_name_from_path(self, path):
        """What the file or folder is imported as; "." for the top folder."""
        if path == self._top_level_dir:
            return "."
        below = os.path.relpath(os.path.splitext(os.path.normpath(path))[0], self._top_level_dir)
        assert not os.path.isabs(below) and not below.startswith(".."), "Path must be within the project"
        return below.replace(os.sep, ".")

    def _match_path(self, path, full_path, pattern):
        """Whether a file is one of tests; subclasses may know better."""
        return fnmatch(path, pattern)

    def _find_tests(self, folder, pattern):
        """Yields the tests of the folder, if it is a package, and of all in it; a package's load_tests looks further on its own."""
        name = self._get_name_from_path(folder)
        if name != "." and name not in self._asked:
            tests, go_on = self._load_package(folder, pattern)
            yield tests
            if not go_on:
                return
        for entry in sorted(os.listdir(folder)):
            path = os.path.join(folder, entry)
            if os.path.isfile(path):
                stem, extension = os.path.splitext(entry)
                if extension.lower() == ".py" and stem.isidentifier() and stem[0].isascii() and self._match_path(entry, path, pattern):
                    yield self._load_file(path, pattern)
            elif os.path.isfile(os.path.join(path, "__init__.py")):
                tests, go_on = self._load_package(path, pattern)
                yield tests
                if go_on:
                    with self._asking(self._get_name_from_path(path)):
                        yield from self._find_tests(path, pattern)

    @contextlib.contextmanager
    def _asking(self, package):
        self._asked.add(package)
        try:
            yield
        finally:
            self._asked.discard(package)

    def _import(self, path):
        """(the module, None), or (None, a suite that fails or skips in its place)"""
        name = self._get_name_from_path(path)
        try:
            return self._get_module_from_name(name), None
        except case.SkipTest as why:
            skipped = type("ModuleSkipped", (case.TestCase,), {name: case.skip(str(why))(lambda self: None)})
            return None, self.suiteClass((skipped(name),))
        except:
            return None, _Unloadable(self, name, f"Failed to import test module: {name}").report()

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _load_file(self, path, pattern):
        module, instead = self._import(path)
        if module is None:
            return instead
        actual, expected = (os.path.splitext(os.path.realpath(os.path.abspath(file)))[0] for file in (getattr(module, "__file__", path), path))
        if actual.lower() != expected.lower():
            folder, base = os.path.split(path)
            raise ImportError(f"{os.path.splitext(base)[0]!r} module incorrectly imported from {os.path.dirname(actual)!r}. Expected {folder!r}. "
                              "Is this module globally installed?")
        return self.loadTestsFromModule(module, pattern=pattern)

    def _load_package(self, path, pattern):
        """(its tests, whether to look into it)"""
        module, instead = self._import(path)
        if module is None:
            return instead, False
        with self._asking(self._get_name_from_path(path)):
            return self.loadTestsFromModule(module, pattern=pattern), getattr(module, "load_tests", None) is None


def _not_importable(place):
    return ImportError(f"Start directory is not importable: {place!r}")


def _folder_above(module):
    """The folder from which a module or package is imported."""
    folder, base = os.path.split(os.path.abspath(module.__file__))
    return os.path.dirname(folder) if base.lower().startswith("__init__.py") else folder


defaultTestLoader = TestLoader()


# ---- the functions of before TestLoader, deprecated ----

def _old_way(name, instead, attributes):
    import warnings
    warnings.warn(f"unittest.{name}() is deprecated and will be removed in Python 3.13. Please use unittest.TestLoader.{instead}() instead.",
                  DeprecationWarning, stacklevel=3)
    loader = TestLoader()
    vars(loader).update(attributes)
    return getattr(loader, instead)


def getTestCaseNames(testCaseClass, prefix, sortUsing=util.three_way_cmp, testNamePatterns=None):
    attributes = {"testMethodPrefix": prefix, "sortTestMethodsUsing": sortUsing, "testNamePatterns": testNamePatterns}
    return _old_way("getTestCaseNames", "getTestCaseNames", attributes)(testCaseClass)


def makeSuite(testCaseClass, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    attributes = {"testMethodPrefix": prefix, "sortTestMethodsUsing": sortUsing, "suiteClass": suiteClass}
    return _old_way("makeSuite", "loadTestsFromTestCase", attributes)(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    attributes = {"testMethodPrefix": prefix, "sortTestMethodsUsing": sortUsing, "suiteClass": suiteClass}
    return _old_way("findTestCases", "loadTestsFromModule", attributes)(module)
