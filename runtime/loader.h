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
// Where a node of a tree is in the text that the tree was written as (bytes), and where it says it is (lines from 1, columns in bytes).
typedef struct TreePlace {
    uint32_t start, end, line, column, end_line, end_column;
} TreePlace;
typedef struct TreePlaces {
    const TreePlace *items; // by their starts; what is inside of another stands behind it
    uint32_t count;
    const char *file; // the text of the file that the nodes say they are of, followed by a NUL; NULL: there is none
    uint32_t file_size;
} TreePlaces;
struct Loader {
    void *context;
    // Compiles `text` (UTF-8, NUL after it) named `path` as module `name`. On errors sets SyntaxError (or what fits) in the VM
    // and returns NULL. Of the text that a tree was written as, `places` says where its nodes are; NULL of any other.
    Code *(*load)(void *context, VM *vm, const char *path, const char *module_name, const char *text, size_t size, LoadMode mode, const TreePlaces *places);
    // The syntax tree of the text as objects of the classes that `ast_names`, the namespace of the module ast, holds. NULL: there are none.
    Value (*parse)(void *context, VM *vm, Dict *ast_names, const char *path, const char *text, size_t size, LoadMode mode);
};
#endif
