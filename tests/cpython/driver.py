"""Runs one file of CPython's test suite inside the runtime under test; started by `run`, which reads the log.

    driver.py FOLDER LOG MODULE [TEST...]     TESTs are ids to be left out (they ended or hung the process before)

Each line of the log is a JSON list: ["start", id], then ["ok" | "fail" | "skip" | "expected", id, detail].
"""
import abc, collections, functools, hashlib, importlib, importlib.util, io, json, mimetypes, os, pickle, sys, threading, types, unittest
import stat as file_modes  # test_rlcompleter looks at the names of this module that begin with "st"

def simple_enum(base, *, boundary=None, use_args=None):
    """What enum's private decorator of that name makes, by the public way."""
    def convert(cls):
        body = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
        namespace = type(base).__prepare__(cls.__name__, (base,))
        for name, value in body.items():
            namespace[name] = value
        return type(base)(cls.__name__, (base,), namespace, boundary=boundary)
    return convert


def private_check(*_):
    raise unittest.SkipTest("a check of enum's private decorator, which is a stand-in here")


class AbsentMeta(type):
    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return AbsentMeta(name, (), {"__module__": cls.__module__, "__getattr__": AbsentMeta.__getattr__})


class Absent(types.ModuleType):
    """A module that is not there, for files that import it for a few of their tests: those fail, the others are run."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return AbsentMeta(name, (), {"__module__": self.__name__, "__getattr__": AbsentMeta.__getattr__})


# What helpers in test.support expect of CPython's private modules, and the files here have no use for.
STAND_INS = {
    "_imp": {"_override_frozen_modules_for_tests": lambda enabled: None, "is_frozen": lambda name: False},
    "subprocess": {"_cleanup": lambda: None, "_active": [], "_PopenSelector": None, "_optim_args_from_interpreter_flags": lambda: [],
                   "_USE_POSIX_SPAWN": False, "_USE_VFORK": False},
    "sys": {"_git": ("CPython", "", "")},
    "py_compile": {}, "zipfile": {}, "dis": {"dis": None}, "concurrent.futures.thread": {"_WorkItem": dict},
    "_py_abc": {"ABCMeta": abc.ABCMeta, "get_cache_token": abc.get_cache_token},
    "pathlib": {"_posix_flavour": None, "_windows_flavour": None, "_PosixFlavour": None},
    "tempfile": {"_text_openflags": os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, "_bin_openflags": os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW},
    "pickle": {f"_{name}": getattr(pickle, name) for name in ("dumps", "loads", "Pickler", "Unpickler")},
    "enum": {"_simple_enum": simple_enum, "_test_simple_enum": private_check},
}


# Of these the names are enough for the file to be loaded.
ABSENT = ["mailbox", "filecmp", "fileinput", "difflib", "shelve", "unittest.case", "http", "http.server", "http.cookies", "http.client", "smtpd", "asyncore", "asynchat", "symtable", "wsgiref", "wsgiref.util", "_threading_local", "concurrent.futures.process"]

# The same for one file only: where others import the name, they leave tests out without it.
ABSENT_FOR = {
    "test_inspect": ["_pickle", "marshal", "importlib._bootstrap_external", "opcode"],
    "test_code": ["opcode"], "test_codeop": ["opcode"], "test_dis": ["opcode"],
    "test_call": ["_testcapi"], "test_bytes": ["_testcapi"], "test_logging": ["email._header_value_parser"], "test_smtplib": ["email._header_value_parser"], "test_stat": ["_stat"],
    "test_copyreg": ["pickletools"], "test_pickle": ["pickletools"], "test_pydoc": ["_pickle", "urllib.request"], "test_sysconfig": ["_osx_support"],
    "test_cmd_line_script": ["zipimport"],
    "test_concurrent_futures": ["_multiprocessing", "multiprocessing.util", "multiprocessing.process"], "test_urllib": ["nturl2path"], "test_urllib2": ["nturl2path"],
    "test_import": ["marshal", "importlib._bootstrap_external"],
}

# For each file of test_asyncio: parts of CPython's asyncio that are named while it is loaded.
ABSENT_ASYNCIO = ["asyncio." + part for part in ("base_futures", "base_subprocess", "base_tasks", "constants", "format_helpers", "proactor_events", "selector_events",
                                                 "sslproto", "trsock", "unix_events", "windows_events")]


def swapped_samples(data, width):
    """Sound with the bytes of each sample in the other order."""
    return b"".join(bytes(data[at:at + width])[::-1] for at in range(0, len(data), width))


# Private names that a file imports or asks for while it is loaded: {file: {module: {name: value}}}.
NAMES_FOR = {
    "test_stat": {"_stat": vars(file_modes)},
    "test_fileio": {"_io": {"FileIO": io.FileIO}},
    "test_shutil": {"shutil": {"_GiveupOnFastCopy": Exception, "_use_fd_functions": True, "_winapi": None}},
    "test_unicodedata": {"unicodedata": {"ucd_3_2_0": None}},
    "test_uuid": {"uuid": dict.fromkeys(("_ifconfig_getnode", "_ip_getnode", "_arp_getnode", "_lanscan_getnode", "_netstat_getnode"), None) | {"_GETTERS": ()}},
    "test_tokenize": {"tokenize": {"_tokenize": None, "_generate_tokens_from_c_tokenizer": None}},
    "test_pickle": {"pickle": {"_dump": pickle.dump, "_load": pickle.load}},
    "test_code": {"opcode": {"opmap": collections.defaultdict(int)}},
    "test_hashlib": {"_hashlib": {"openssl_md5": hashlib.md5, "openssl_sha1": hashlib.sha1}},
    "test_threading_local": {"_thread": {"_local": threading.local}},
    "test_shelve": {"dbm": {"_modules": {}, "_names": [], "_defaultmod": None}},
    "test_wave": {"wave": {"_byteswap": swapped_samples}},
    "test_readline": {"readline": {"_READLINE_VERSION": 0x0802, "_READLINE_RUNTIME_VERSION": 0x0802, "_READLINE_LIBRARY_VERSION": "8.2"}},
    "test_concurrent_futures": {"concurrent.futures.process": {"_check_system_limits": lambda: None}},
    "test_urllib": {"urllib.request": {"_parse_proxy": None}}, "test_urllib2": {"urllib.request": {"_parse_proxy": None, "_proxy_bypass_macosx_sysconf": None, "_proxy_bypass_winreg_override": None}},
    "test_compileall": {"concurrent.futures.process": {"_check_system_limits": lambda: None}},
    "test_zipimport": {"zipimport": {"_zip_directory_cache": {}}},
    "test_quopri": {"quopri": {"a2b_qp": None, "b2a_qp": None}},
    "test_posix": {"posix": {name: functools.partial(value) if name.startswith("posix_spawn") else value
                             for name, value in vars(os).items() if not name.startswith("_")}},  # here some of them are os's own, and would bind as methods
    "test_webbrowser": {"webbrowser": {"Netscape": None, "Galeon": None, "Grail": None}},
    "test_dbm": {"dbm": {"_modules": {}, "_names": ["dbm.dumb"], "_defaultmod": None}},
    "test_smtplib": {"smtplib": {"_MAXLINE": 8192}},
    "test_mimetypes": {"mimetypes": {"_default_mime_types": mimetypes.init}},
    "test_sysconfig": {"sysconfig": {"_HAS_USER_BASE": True, "_INSTALL_SCHEMES": {}, "_expand_vars": None, "_main": None, "_get_preferred_schemes": None}},
}


def give_names(file, fresh=None):
    for name, names in NAMES_FOR.get(file, {}).items():
        module = fresh if fresh and fresh.__name__ == name else importlib.import_module(name)
        for key, value in names.items():
            if isinstance(module, Absent) or not hasattr(module, key) or name == "_io":
                setattr(module, key, value)


class Flavour(str):
    """What the name of a kind of paths is, and has as an attribute in CPython."""


# Two names of one implementation.
SAME = {"pyexpat": "xml.parsers.expat", "_pyio": "io", "_ast": "ast", "_pydatetime": "datetime"}


def give_paths_flavours():
    import pathlib
    for cls, sep, altsep in ((pathlib.PurePosixPath, "/", ""), (pathlib.PureWindowsPath, "\\", "/")):
        if isinstance(getattr(cls, "_flavour", None), str):
            cls._flavour = Flavour(cls._flavour)
            cls._flavour.sep, cls._flavour.altsep = sep, altsep


class NoWatcher:
    """The watchers of child processes that asyncio had: a loop here watches them by itself."""

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


def give_asyncio_names():
    """Names of the two implementations that CPython has of some parts, of which here is one, and what its helpers ask a loop for."""
    import asyncio, asyncio.base_events, asyncio.events, asyncio.futures, asyncio.tasks
    given = [(asyncio.base_events, "BaseEventLoop", asyncio.SelectorEventLoop), (asyncio.BaseEventLoop, "_default_executor", None)]
    given += [(asyncio.tasks, f"_{kind}Task", cls) for kind, cls in (("C", asyncio.Task), ("Py", asyncio.Task))]
    given += [(asyncio.futures, f"_{kind}Future", cls) for kind, cls in (("C", asyncio.Future), ("Py", asyncio.Future))]
    for kind in ("py", "c"):
        given += [(asyncio.tasks, f"_{kind}_{name}", None) for name in ("register_task", "unregister_task", "enter_task", "leave_task")]
        given += [(asyncio.tasks, f"_{kind}_current_task", asyncio.current_task)]
        given += [(asyncio.events, f"_{kind}_{name}", getattr(asyncio.events, name)) for name in
                  ("_get_running_loop", "_set_running_loop", "get_running_loop", "get_event_loop")]
    given += [(asyncio, name, NoWatcher) for name in ("AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "ThreadedChildWatcher", "MultiLoopChildWatcher", "PidfdChildWatcher")]
    given += [(asyncio.DefaultEventLoopPolicy, "set_child_watcher", lambda self, watcher: None), (asyncio.DefaultEventLoopPolicy, "get_child_watcher", lambda self: NoWatcher())]
    given += [(asyncio, "set_child_watcher", lambda watcher: None), (asyncio, "get_child_watcher", NoWatcher)]
    sys.modules["asyncio.unix_events"].__dict__.update({name: value for holder, name, value in given if holder is asyncio})
    for holder, name, value in given:
        if not hasattr(holder, name):
            setattr(holder, name, value)


def install_stand_ins(file):
    give_paths_flavours()
    for name, other in SAME.items():
        sys.modules.setdefault(name, importlib.import_module(other))
    if file.startswith("test_sqlite3"):
        import sqlite3
        sys.modules.setdefault("_sqlite3", sqlite3)  # the suite asks whether there is one
        limits = sys.modules["_testcapi"] = types.ModuleType("_testcapi")
        limits.INT_MAX, limits.ULLONG_MAX = 2 ** 31 - 1, 2 ** 64 - 1
    for name in ABSENT + ABSENT_FOR.get(file, []) + (ABSENT_ASYNCIO if file.startswith("test_asyncio.") else []):
        try:
            importlib.import_module(name)
        except ImportError:
            module = sys.modules[name] = Absent(name)
            module.__path__ = []
            parent, _, child = name.rpartition(".")
            if parent:
                setattr(sys.modules[parent], child, module)
    for name, contents in STAND_INS.items():
        try:
            module = importlib.import_module(name)
        except ImportError:
            module = sys.modules[name] = types.ModuleType(name)
        for key, value in contents.items():
            if not hasattr(module, key):
                setattr(module, key, value)
    give_names(file)
    if file.startswith("test_asyncio."):
        give_asyncio_names()
    if file == "test_zipfile":
        import zipfile
        zipfile.CompleteDirs._implied_dirs = staticmethod(lambda names: dict.fromkeys(
            name[:at + 1] for have in [set(names)] for name in names for at in range(len(name) - 1, 0, -1) if name[at] == "/" and name[:at + 1] not in have))
    if file == "test_zipimport":  # makes compiled modules while it is loaded
        import marshal
        dumps = marshal.dumps
        marshal.dumps = lambda value, *version: b"" if isinstance(value, types.CodeType) else dumps(value, *version)
    folder = os.path.join(os.path.dirname(os.path.realpath(os.path.join(sys.path[0], "test"))), "unittest", "test")
    if file == "test_unittest" and os.path.isdir(folder):  # 3.11's tests are a package inside of the library's
        spec = importlib.util.spec_from_file_location("unittest.test", os.path.join(folder, "__init__.py"), submodule_search_locations=[folder])
        unittest.test = sys.modules["unittest.test"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(unittest.test)


class LoggedResult(unittest.TestResult):
    def __init__(self, log, skipped_ids):
        super().__init__()
        self.log, self.left_out, self.process = log, skipped_ids, os.getpid()
        self.verdicts = {}

    def write(self, *fields):
        self.log.write(json.dumps(fields) + "\n")
        self.log.flush()

    def startTest(self, test):
        super().startTest(test)
        self.write("start", test.id())

    def stopTest(self, test):
        super().stopTest(test)
        if os.getpid() != self.process:  # the child of a test that forked and failed there: the others are the parent's
            os._exit(70)
        if test.id() in self.verdicts:
            self.write(*self.verdicts.pop(test.id()))

    def settle(self, verdict, test, detail=""):
        """A test has one verdict, the worst of it and its sub-tests."""
        old = self.verdicts.get(test.id())
        if old is None or (verdict == "fail" and old[0] != "fail"):
            self.verdicts[test.id()] = (verdict, test.id(), detail)
        if not hasattr(test, "_testMethodName"):  # a class or module that could not be set up: no stopTest comes
            self.write(*self.verdicts.pop(test.id()))

    def trace(self, test, err):
        return self._exc_info_to_string(err, test)[-3000:]

    def addSuccess(self, test):
        self.settle("ok", test)

    def addError(self, test, err):
        self.settle("fail", test, self.trace(test, err))

    addFailure = addError

    def addSkip(self, test, reason):
        if not getattr(test, "test_case", None):  # sub-tests may be skipped one by one
            self.settle("skip", test, reason)

    def addExpectedFailure(self, test, err):
        self.settle("ok", test)

    def addUnexpectedSuccess(self, test):
        self.settle("fail", test, "unexpected success")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.settle("fail", test, str(subtest) + "\n" + self.trace(test, err))


def tests_of(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from tests_of(test)
        else:
            yield test


def leave_out(suite, ids):
    """The suite without the tests of these ids, its nesting kept (fixtures of classes and modules depend on it)."""
    kept = []
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            kept.append(leave_out(test, ids))
        elif test.id() not in ids:
            kept.append(test)
    return type(suite)(kept)


def suite_of_main(module, loader):
    """What the file's own test_main() gives to run_unittest()."""
    from test import support
    collected = unittest.TestSuite()

    def collect(*classes):
        for cls in classes:
            collected.addTest(cls if isinstance(cls, (unittest.TestSuite, unittest.TestCase)) else loader.loadTestsFromTestCase(cls))
    for holder in (support, module):
        holder.run_unittest, holder.run_doctest = collect, lambda *args, **kwargs: (0, 0)
    module.test_main()
    return collected


def import_one_implementation(import_fresh_module, file):
    """Typhon has one implementation of a module: asked for the one without an accelerator that it needs, the same one is given."""
    def import_fresh(name, fresh=(), blocked=(), **options):
        if name == "warnings":
            return importlib.import_module(name)
        try:
            module = import_fresh_module(name, fresh=fresh, blocked=blocked, **options)
        except ImportError:
            module = import_fresh_module(name, fresh=fresh, **options)
        give_names(file, module)
        return module or (importlib.import_module(name) if name.startswith("test.") else None)
    return import_fresh


class HelperSys:
    """sys for test.support.warnings_helper, which wants to see its caller's caller's globals."""

    def __getattr__(self, name):
        return getattr(sys, name)

    def _getframe(self, depth=0):
        return types.SimpleNamespace(f_globals={})


def main():
    folder, log_path, name, *left_out = sys.argv[1:]
    sys.path[0] = folder
    del sys.argv[1:]
    log = open(log_path, "a", encoding="utf-8", errors="backslashreplace")
    install_stand_ins(name)
    from test import support
    from test.support import import_helper, script_helper, warnings_helper
    script_helper.interpreter_requires_environment = lambda: True  # the suite is on PYTHONPATH, not in the library
    import_helper.import_fresh_module = import_one_implementation(import_helper.import_fresh_module, name)
    try:
        sys._getframe(0)
    except NotImplementedError:
        warnings_helper.sys = HelperSys()
    support.maybe_get_event_loop_policy = lambda: None
    support.has_no_debug_ranges = lambda: False
    support.use_resources = ["decimal"]  # else a tenth of its cases, drawn by lot
    support.verbose = 0
    loader = unittest.TestLoader()
    path = os.path.join(folder, "test", *name.split("."))
    sys.argv[0] = os.path.join(path, "__init__.py") if os.path.isdir(path) else path + ".py"  # test_runpy remembers it while it is loaded
    module = __import__("test." + name, fromlist=["*"])
    suite = suite_of_main(module, loader) if hasattr(module, "test_main") else loader.loadTestsFromModule(module)
    if name == "test_xml_etree":  # its test_main() takes these away again
        import xml.etree.ElementPath, xml.etree.ElementTree
        module.ET = module.pyET = xml.etree.ElementTree
        module.ElementPath = xml.etree.ElementPath
    if loader.errors:  # load_tests wants what is not there: its classes without it
        log.write(json.dumps(["note", loader.errors[0][-2000:]]) + "\n")
        suite = unittest.TestSuite(loader.loadTestsFromTestCase(c) for c in vars(module).values()
                                   if isinstance(c, type) and issubclass(c, unittest.TestCase))
    suite = leave_out(suite, set(left_out))
    for test in tests_of(suite):
        log.write(json.dumps(["found", test.id()]) + "\n")
    log.flush()
    result = LoggedResult(log, left_out)
    suite.run(result)
    log.write(json.dumps(["end"]) + "\n")
    log.close()


main()
