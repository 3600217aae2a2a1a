"""TestLoader: finds tests in classes, modules, names and folders, and makes suites of them."""
import functools
import os
import re
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase

from . import case, suite, util

__unittest = True

_MODULE_FILE = re.compile(r"[_a-z]\w*\.py$", re.IGNORECASE)


class _FailedTest(case.TestCase):
    """A test that fails with what kept the real one from being loaded."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)

        def testFailure():
            raise self._exception
        return testFailure


def _failed(name, exception, suite_class, message=None):
    message = message or f"Failed to import test module: {name}\n{traceback.format_exc()}"
    return suite_class((_FailedTest(name, exception(message)),)), message


def _failed_import(name, suite_class):
    return _failed(name, ImportError, suite_class)


def _skipped_module(name, exception, suite_class):
    @case.skip(str(exception))
    def testSkipped(self):
        pass
    cls = type("ModuleSkipped", (case.TestCase,), {name: testSkipped})
    return suite_class((cls(name),))


class TestLoader:
    """This class is responsible for loading tests according to various criteria and returning them wrapped in a TestSuite"""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        super().__init__()
        self.errors = []
        self._loading_packages = set()  # whose load_tests is running: it may call discover itself

    def loadTestsFromTestCase(self, testCaseClass):
        """Return a suite of all test cases contained in testCaseClass"""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """Return a suite of all test cases contained in the given module"""
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            failed, message = _failed(module.__name__, lambda text: e, self.suiteClass, f"Failed to call load_tests:\n{traceback.format_exc()}")
            self.errors.append(message)
            return failed

    def loadTestsFromName(self, name, module=None):
        """Return a suite of all test cases given a string specifier: a module, a test case class, a test method within a test case class, or a
        callable object which returns a TestCase or TestSuite instance."""
        parts = name.split(".")
        failed = message = None
        if module is None:
            left = parts[:]
            while left:
                try:
                    module_name = ".".join(left)
                    module = __import__(module_name)
                    break
                except ImportError:
                    next_name = left.pop()
                    failed, message = _failed_import(next_name, self.suiteClass)
                    if not left:
                        self.errors.append(message)
                        return failed
            parts = parts[1:]
        obj = module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if getattr(obj, "__path__", None) is None or failed is None:
                    failed, message = _failed(part, lambda text: e, self.suiteClass, f"Failed to access attribute:\n{traceback.format_exc()}")
                self.errors.append(message)
                return failed
        return self._tests_of(obj, parent if parts else None, name)

    def _tests_of(self, obj, parent, name):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            name = name.split(".")[-1]
            instance = parent(name)
            if not isinstance(getattr(instance, name), types.FunctionType):  # a static method is called as any callable
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f"calling {obj} returned {test}, not a test")
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        """Return a suite of all test cases found using the given sequence of string specifiers. See 'loadTestsFromName()'."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """Return a sorted sequence of method names found within testCaseClass"""
        def is_test(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            return self.testNamePatterns is None or any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)
        names = list(filter(is_test, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    # ---- discovery ----

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """Find and return all test modules from the specified start directory, recursing into subdirectories to find them. Only test files
        that match the pattern will be loaded, and modules must be importable from the top level directory."""
        given = top_level_dir is None and self._top_level_dir is not None
        if given:
            top_level_dir = self._top_level_dir
        elif top_level_dir is None:
            top_level_dir = start_dir
        is_unset = not given and top_level_dir is start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        not_importable = False
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top_level_dir:
                not_importable = not os.path.isfile(os.path.join(start_dir, "__init__.py"))
        else:  # the name of a package
            start_dir, not_importable = self._folder_of_package(start_dir, is_unset)
        if not_importable:
            raise ImportError(f"Start directory is not importable: {start_dir!r}")
        return self.suiteClass(list(self._find_tests(start_dir, pattern)))

    def _folder_of_package(self, name, is_unset):
        try:
            __import__(name)
        except ImportError:
            return name, True
        module = sys.modules[name]
        top = name.split(".")[0]
        file = getattr(module, "__file__", None)
        if file is None:
            if name in sys.builtin_module_names:
                raise TypeError("Can not use builtin modules as dotted module names")
            raise TypeError(f"don't know how to discover from {module!r}")
        folder = os.path.abspath(os.path.dirname(file))
        if is_unset:
            self._top_level_dir = self._get_directory_containing_module(top)
            sys.path.remove(os.path.abspath(name)) if os.path.abspath(name) in sys.path else None
            if self._top_level_dir not in sys.path:
                sys.path.insert(0, self._top_level_dir)
        return folder, False

    def _get_directory_containing_module(self, module_name):
        path = os.path.abspath(sys.modules[module_name].__file__)
        if os.path.basename(path).lower().startswith("__init__.py"):
            return os.path.dirname(os.path.dirname(path))
        return os.path.dirname(path)

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return "."
        path = os.path.splitext(os.path.normpath(path))[0]
        relative = os.path.relpath(path, self._top_level_dir)
        assert not os.path.isabs(relative), "Path must be within the project"
        assert not relative.startswith(".."), "Path must be within the project"
        return relative.replace(os.path.sep, ".")

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern):
        """Yields suites, and asks the packages below that have a load_tests."""
        name = self._get_name_from_path(start_dir)
        if name != "." and name not in self._loading_packages:
            tests, should_recurse = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not should_recurse:
                return
        for path in sorted(os.listdir(start_dir)):
            full_path = os.path.join(start_dir, path)
            tests, should_recurse = self._find_test_path(full_path, pattern)
            if tests is not None:
                yield tests
            if should_recurse:
                name = self._get_name_from_path(full_path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(full_path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full_path, pattern):
        """(tests or None, whether to look into the folder)"""
        base = os.path.basename(full_path)
        if os.path.isfile(full_path):
            if not _MODULE_FILE.match(base) or not self._match_path(base, full_path, pattern):
                return None, False
            return self._find_in_file(full_path, pattern), False
        if os.path.isdir(full_path) and os.path.isfile(os.path.join(full_path, "__init__.py")):
            return self._find_in_package(full_path, pattern)
        return None, False

    def _find_in_file(self, full_path, pattern):
        name = self._get_name_from_path(full_path)
        try:
            module = self._get_module_from_name(name)
        except case.SkipTest as e:
            return _skipped_module(name, e, self.suiteClass)
        except:
            failed, message = _failed_import(name, self.suiteClass)
            self.errors.append(message)
            return failed
        found = os.path.splitext(os.path.realpath(os.path.abspath(getattr(module, "__file__", full_path))))[0]
        wanted = os.path.splitext(os.path.realpath(full_path))[0]
        if found.lower() != wanted.lower():
            folder = os.path.dirname(full_path)
            base = os.path.splitext(os.path.basename(full_path))[0]
            raise ImportError(f"{base!r} module incorrectly imported from {os.path.dirname(found)!r}. Expected {folder!r}. "
                              "Is this module globally installed?")
        return self.loadTestsFromModule(module, pattern=pattern)

    def _find_in_package(self, full_path, pattern):
        name = self._get_name_from_path(full_path)
        try:
            package = self._get_module_from_name(name)
        except case.SkipTest as e:
            return _skipped_module(name, e, self.suiteClass), False
        except:
            failed, message = _failed_import(name, self.suiteClass)
            self.errors.append(message)
            return failed, False
        load_tests = getattr(package, "load_tests", None)
        self._loading_packages.add(name)
        try:
            tests = self.loadTestsFromModule(package, pattern=pattern)
            return tests, load_tests is None
        finally:
            self._loading_packages.discard(name)


defaultTestLoader = TestLoader()


# ---- the functions of before TestLoader, deprecated ----

def _old_loader(prefix, sort_using, suite_class=None, patterns=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing = sort_using
    loader.testMethodPrefix = prefix
    loader.testNamePatterns = patterns
    if suite_class:
        loader.suiteClass = suite_class
    return loader


def _warn_of(name, instead):
    import warnings
    warnings.warn(f"unittest.{name}() is deprecated and will be removed in Python 3.13. Please use unittest.TestLoader.{instead}() instead.",
                  DeprecationWarning, stacklevel=3)


def getTestCaseNames(testCaseClass, prefix, sortUsing=util.three_way_cmp, testNamePatterns=None):
    _warn_of("getTestCaseNames", "getTestCaseNames")
    return _old_loader(prefix, sortUsing, patterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    _warn_of("makeSuite", "loadTestsFromTestCase")
    return _old_loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    _warn_of("findTestCases", "loadTestsFromModule")
    return _old_loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
