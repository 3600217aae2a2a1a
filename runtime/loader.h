// Loader: the only way from the runtime to parser, checker and compiler (for import, eval, exec, compile). A host that ships without them gives
// none, and runs precompiled units.
#ifndef TYPHON_RUNTIME_LOADER_H
#define TYPHON_RUNTIME_LOADER_H
#include "runtime/objects/function.h"
typedef enum LoadMode {
    LOAD_FILE, LOAD_EVAL, LOAD_INTERACTIVE,
    LOAD_KIND = 7,
    // Beside one of these:
    LOAD_DECODE = 8,         // the text is bytes, in the encoding that they declare
    LOAD_NO_ASSERTS = 16,    // `assert` does nothing, __debug__ is False
    LOAD_NO_DOCSTRINGS = 32,
    LOAD_FUTURE_ANNOTATIONS = 64, // as if under `from __future__ import annotations`
    LOAD_SINGLE = 128,            // with LOAD_INTERACTIVE: one statement and no more
} LoadMode;
struct Loader {
    void *context;
    // Compiles `text` (UTF-8, NUL after it) named `path` as module `name`. On errors sets SyntaxError (or what fits) in the VM
    // and returns NULL.
    Code *(*load)(void *context, VM *vm, const char *path, const char *module_name, const char *text, size_t size, LoadMode mode);
    // The syntax tree of the text as objects of the classes that `ast_names`, the namespace of the module ast, holds.
    Value (*parse)(void *context, VM *vm, Dict *ast_names, const char *path, const char *text, size_t size, LoadMode mode);
};
#endif
