# Names that CPython's documentation does not have, and that widely used packages (django, setuptools, pylint, mako, freezegun, dill) import nevertheless.
import _ast
import _collections_abc
import _imp
import abc
import ast
import glob
import importlib
import importlib.util
import inspect
import os
import tempfile
import typing
import urllib.parse
import uuid
from email.errors import HeaderParseError
from email.headerregistry import parser
from importlib._bootstrap import _find_spec, ModuleSpec
from importlib._bootstrap_external import _NamespacePath, SourceFileLoader, FileFinder

print(_ast.Module is ast.Module, _ast.Name is ast.Name, _ast.AST is ast.AST, _ast.PyCF_ONLY_AST == ast.PyCF_ONLY_AST)
_imp.acquire_lock()
_imp.release_lock()
print(_imp.lock_held())
print(importlib._bootstrap.ModuleSpec is ModuleSpec, importlib._bootstrap_external.SourceFileLoader is SourceFileLoader, _NamespacePath.__name__, FileFinder.__name__)
print(_find_spec("no_such_module", None))

print(importlib.util._find_spec_from_path("no_such_module"), importlib.util._find_spec_from_path("json").name, importlib.util._find_spec_from_path("glob", None).name)
for text in "a@b.c", "Ann B <a@b.c>", '"x, y" <q@r>', "a@b, c@d", "ann", "":
    try:
        mailbox, rest = parser.get_mailbox(text)
        print(repr(mailbox.display_name or ""), mailbox.local_part, mailbox.domain, repr(rest))
    except (HeaderParseError, IndexError):
        print("no mailbox")
for url in "//user@host:80/path?q#f", "//host", "//host?q/r", "//a#b", "//":
    print(urllib.parse._splitnetloc(url, 2))
print(urllib.parse._splitparams("/a;b/c;d;e"), urllib.parse._splitparams("/a/c"), urllib.parse._splitparams("/a;b/c"))
url, scheme, back = urllib.parse._coerce_args(b"http://a/", b"")
print(url, repr(scheme), back("x"))
url, back = urllib.parse._coerce_args("http://a/")
print(url, back("x"))

print(typing.GenericAlias is type(list[int]))


class Makes:
    @typing._tp_cache
    def __class_getitem__(cls, item):
        return cls.__name__, item

    @typing._tp_cache(typed=True)
    def twice(self, item):
        return item, item


print(Makes[int], Makes().twice(3))

uuid._load_system_functions()
print(inspect._POSITIONAL_ONLY is inspect.Parameter.POSITIONAL_ONLY, inspect._VAR_KEYWORD is inspect.Parameter.VAR_KEYWORD)


class Shape(abc.ABC):
    pass


class Square:
    pass


Shape.register(Square)
registry, known, unknown, version = abc._get_dump(Shape)
print([ref() for ref in registry], known, isinstance(unknown, set), isinstance(version, int))

with tempfile.TemporaryDirectory() as folder:
    for name in "a.py", "b.py", ".hidden.py", "c.txt":
        open(os.path.join(folder, name), "w").close()
    print(sorted(glob.glob1(folder, "*.py")), glob.glob1(folder, ".*"), glob.glob0(folder, "c.txt"), glob.glob0(folder, "d"), glob.glob1(folder + "/none", "*"))

for name in "dict_keys dict_values dict_items dict_keyiterator list_iterator tuple_iterator set_iterator bytes_iterator range_iterator zip_iterator mappingproxy generator".split():
    print(getattr(_collections_abc, name).__name__, end=" ")
print(isinstance({}.keys(), _collections_abc.dict_keys), hasattr(_collections_abc, "no_such"))


class Lit:
    def light(self): ...


class Unlit(Lit):
    light = None


print(_collections_abc._check_methods(Lit, "light"), _collections_abc._check_methods(Unlit, "light"), _collections_abc._check_methods(Lit, "light", "dim"))
