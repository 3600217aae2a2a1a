// Import: names to modules. A module is looked for, in this order, among
//
//     sys.modules -> native modules that CPython has built in, too (sys, math, time...) -> sys.path (the package's __path__ for a submodule)
//     -> other native modules (modules/modules.def) -> Python sources built into the binary (stdlib/)
//
// so that a script's own modules are found before the library's, as in CPython. A module whose code fails is taken out of sys.modules again.
#ifndef TYPHON_RUNTIME_IMPORT_H
#define TYPHON_RUNTIME_IMPORT_H
#include "runtime/objects/function.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#define EMBEDDED_FOLDER "<typhon>" // what stands for the folder of the built-in sources in __file__ and __path__

// The import statement: `name` (may be dotted; empty for `from . import x`), with `level` dots in front, in code with these globals (NULL: none).
// fromlist: tuple or list of names, or None. With one the module itself results (its submodules named there imported), else the topmost package.
MAY_RAISE Value import_name(VM *vm, Str *name, Dict *globals, Value fromlist, int64_t level);
// `from module import name`: the attribute, or the submodule in sys.modules; ImportError.
MAY_RAISE Value import_from(VM *vm, Value module, Str *name);
// `from module import *`: __all__, or the names without a leading underscore, into the mapping `namespace_`.
MAY_RAISE bool import_star(VM *vm, Value module, Value namespace_);
// A module object named `name`, in sys.modules, with __file__ etc.; nothing is run. file: str or VALUE_NONE; path: list for __path__ or VALUE_UNBOUND.
MAY_RAISE Value import_add_module(VM *vm, Str *name, Value file, Value package, Value path);
// For `typhon -m`: finds the source of module `name` (of a package: of its __main__) without running it. *code, *file (its path), *package
// (the name of the package it is in, a str). The parent packages are imported. False: error set.
MAY_RAISE bool import_find_main(VM *vm, Str *name, Code **code, Value *file, Value *package);
// `main`, in which module `name` is going to run, gets its __spec__, __loader__ and __cached__. name: a root.
MAY_RAISE bool import_describe_main(VM *vm, Value main, Str *name);
// ---- for importlib (stdlib/importlib/_machinery.py), which makes specs, loaders and sys.meta_path when somebody asks for them

// Whether CPython 3.12's library has a top-level module of this name.
bool import_is_library_module(const Str *name);
// ModuleNotFoundError; a module of CPython's library that Typhon does not have is refused by name.
MAY_RAISE Value import_raise_not_found(VM *vm, Str *name);
// Where the module would come from: None, or the tuple (kind, origin, is_package, portions): "native", "embedded", "file" or "namespace".
MAY_RAISE Value import_describe(VM *vm, Str *name, Value path);
// The native module `name`, made and initialised.
MAY_RAISE Value import_load_native(VM *vm, Str *name);
// Compiles the source of `name` (built in when file is None, else of that file) and runs it in the module.
MAY_RAISE bool import_execute(VM *vm, Value module, Str *name, Value file);
// exit, quit, help, copyright, credits and license among the built-in names, made when they are asked for (stdlib/_sitebuiltins.py); VALUE_UNBOUND:
// it is another name.
MAY_RAISE Value import_site_builtin(VM *vm, Str *name);
// __spec__ and __loader__ of a module, meta_path and its like of sys, and what import_site_builtin knows of builtins, are made when they are asked for.
bool import_makes_attribute(VM *vm, const Module *module, Str *name);
MAY_RAISE Value import_make_attribute(VM *vm, Value module, Str *name);
// Adds the names of those that are not there yet.
MAY_RAISE bool import_list_made_attributes(VM *vm, const Module *module, List *names);
// The repr of a module without __file__, by its __spec__; VALUE_UNBOUND: it has none.
MAY_RAISE Value import_module_repr(VM *vm, Value module);

// Reads a file whole into a fresh heap block with a NUL behind it (*size bytes without it); NULL: OSError or MemoryError set.
MAY_RAISE char *import_read_file(VM *vm, const char *path, size_t *size);
#endif
