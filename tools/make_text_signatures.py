#!/usr/bin/env python3
"""Writes stdlib/_text_signatures.py: what CPython shows as __text_signature__ of the built-in functions and methods that Typhon has, too.

    tools/make_text_signatures.py TYPHON CPYTHON > stdlib/_text_signatures.py
"""
import subprocess, sys

PROGRAM = """
import builtins, functools, inspect, io, random, re, sys, types
MODULES = "builtins math sys time itertools _functools _operator posix gc binascii zlib _struct _random array _collections _heapq _bisect unicodedata atexit _json _io _signal _weakref errno _thread re".split()
def line(owner, name, text):
    print(owner, name, (text or "").replace(chr(10), " "), sep=chr(9))
seen = set()
def of_class(cls):
    if cls in seen:
        return
    seen.add(cls)
    line("", cls.__name__, getattr(cls, "__text_signature__", None))
    for name, value in sorted(vars(cls).items()):
        if isinstance(value, (types.WrapperDescriptorType, types.MethodWrapperType)):
            line("=", name, value.__text_signature__)
        elif isinstance(value, (types.MethodDescriptorType, types.ClassMethodDescriptorType, types.BuiltinFunctionType)):
            line(cls.__name__, name, value.__text_signature__)
        elif isinstance(value, staticmethod):
            line(cls.__name__, name, getattr(value.__func__, "__text_signature__", None))
for name in MODULES:
    try:
        module = __import__(name)
    except ImportError:
        continue
    for attribute, value in sorted(vars(module).items()):
        if isinstance(value, type) and not issubclass(value, BaseException) and (name in ("itertools", "_operator") or not value.__flags__ & 512):
            of_class(value)
        elif isinstance(value, types.BuiltinFunctionType):
            line(name, attribute, value.__text_signature__)
        elif name == "re" and isinstance(value, types.FunctionType) and attribute[0] != "_":  # which Typhon has in C
            line(name, attribute, str(inspect.signature(value)))
for value in (types.FunctionType, types.CodeType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.MethodType, types.MappingProxyType, types.ModuleType, types.TracebackType, types.FrameType, types.GenericAlias, types.CellType, type(None), BaseException, type({}.keys()), type({}.items()), type({}.values()), functools._lru_cache_wrapper, re.Pattern, re.Match, random.Random.__base__, io.StringIO, io.BytesIO):
    of_class(value)
"""


def table(command):
    lines = subprocess.run([*command, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout.splitlines()
    return {tuple(line.split("\t")[:2]): line.split("\t")[2] for line in lines}


own, theirs = table([sys.argv[1], "--no-check"]), table([sys.argv[2]])
owners = {}
for (owner, name), text in theirs.items():
    if text and ((owner, name) in own or owner == "="):
        owners.setdefault(owner, []).append(name + text)
print('"""Made by tools/make_text_signatures.py: __text_signature__ of built-in functions and methods; read when somebody asks for one."""')
print("import types\n\n_TABLE = {")
for owner in sorted(owners):
    print(f'    {owner!r}: r"""')
    print("\n".join(owners[owner]))
    print('""",')
print('''}


def _of(owner, name):
    for line in _TABLE.get(owner, "").splitlines():
        if line.startswith(name) and line[len(name)] == "(":
            return line[len(name):]
    return None


def find(obj):
    """The text signature of a built-in class, function or method; None: it has none."""
    if isinstance(obj, type):
        return _of("", obj.__name__)
    name = obj.__name__
    if isinstance(obj, (types.WrapperDescriptorType, types.MethodWrapperType)):
        return _of("=", name)
    owner = getattr(obj, "__objclass__", None)
    if owner is not None:
        return _of(owner.__name__, name)
    receiver = getattr(obj, "__self__", None)
    if receiver is None or isinstance(receiver, types.ModuleType):
        qualified = obj.__qualname__
        if "." in qualified:
            return _of(qualified.split(".")[0], name)
        module = getattr(obj, "__module__", None)
        return _of(module, name) or _of("builtins" if module is None else "_" + module, name) or _of((module or "").lstrip("_"), name)
    # A method of a class is one of the class's own (a class method), or of its metaclass.
    for cls in [*(receiver.__mro__ if isinstance(receiver, type) else ()), *type(receiver).__mro__]:
        text = _of(cls.__name__, name)
        if text:
            return text
    return None''')
