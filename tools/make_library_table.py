#!/usr/bin/env python3
"""Writes docs/library.md: for each module of the library, the public names CPython has and Typhon has not.

    tools/make_library_table.py TYPHON CPYTHON > docs/library.md
"""
import subprocess, sys

MODULES = """abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins calendar cmath collections collections.abc configparser contextlib contextvars copy copyreg csv dataclasses datetime decimal difflib doctest enum errno fnmatch fractions functools gc getpass gettext glob graphlib gzip hashlib heapq hmac html importlib importlib.abc importlib.machinery importlib.metadata importlib.resources importlib.util inspect io ipaddress itertools json keyword linecache locale logging math numbers operator os os.path pathlib pickle pkgutil platform pprint pydoc queue random re re._parser reprlib runpy sched secrets select selectors shlex shutil signal socket sqlite3 stat statistics string struct subprocess sys tempfile textwrap threading time timeit tomllib traceback types typing unicodedata unittest unittest.mock urllib.parse uuid warnings weakref zlib zoneinfo _thread bz2 cProfile code codecs codeop concurrent.futures ctypes curses dbm dis email.message faulthandler fcntl getopt gettext graphlib grp html.entities html.parser http.client imaplib lzma marshal mimetypes mmap multiprocessing netrc numbers optparse pdb plistlib profile pstats pty pwd resource rlcompleter shelve site smtplib socketserver sre_compile sre_constants sre_parse ssl symtable sysconfig tarfile termios token tokenize trace tracemalloc tty urllib.error urllib.request venv wave webbrowser wsgiref xml.dom.minidom xml.etree.ElementTree xml.sax zipapp zipfile zipimport cmd colorsys compileall email email.charset email.contentmanager email.encoders email.errors email.generator email.header email.headerregistry email.iterators email.parser email.policy email.utils filecmp fileinput ftplib http http.cookiejar http.cookies http.server mailbox modulefinder multiprocessing.pool multiprocessing.shared_memory nturl2path ntpath pickletools poplib posix posixpath py_compile pyclbr quopri readline stringprep syslog tabnanny turtle urllib.response urllib.robotparser wsgiref.handlers wsgiref.headers wsgiref.simple_server wsgiref.types wsgiref.util wsgiref.validate xml.parsers.expat xmlrpc.client xmlrpc.server""".split()
PROGRAM = """
import importlib, sys
for name in sys.argv[1:]:
    try:
        module = importlib.import_module(name) if name != "importlib" else importlib
    except BaseException as error:
        print(name, "!", type(error).__name__)
        continue
    names = getattr(module, "__all__", None) or [n for n in dir(module) if not n.startswith("_")]
    import types
    print(name, *sorted(n for n in names if not isinstance(getattr(module, n, None), types.ModuleType)))
"""
OWN = """
import sys
for name in sys.argv[1:]:
    try:
        __import__(name)
        print(name, *dir(sys.modules[name]))
    except BaseException as error:
        print(name, "!", type(error).__name__)
"""


def names(command, program):
    out = subprocess.run(command + ["-c", program, *MODULES], capture_output=True, text=True).stdout
    return {line.split()[0]: line.split()[1:] for line in out.splitlines()}


theirs, own = names([sys.argv[2]], PROGRAM), names([sys.argv[1]], OWN)
print("# The library\n\nMade by `tools/make_library_table.py`: the modules looked at, and which public names of CPython 3.12's are missing. A module that is not here is not there.\n")
print("| module | missing |\n|---|---|")
absent = []
for module in MODULES:
    if module not in own or own[module][:1] == ["!"]:
        absent.append(module)
        continue
    missing = [name for name in theirs.get(module, []) if name not in own[module]]
    print(f"| `{module}` | {', '.join(missing) or 'nothing'} |")
print("\nNot there: " + ", ".join(f"`{module}`" for module in absent) + ".")
