#ifndef TYPHON_RUNTIME_MODULE_H
#define TYPHON_RUNTIME_MODULE_H
#include "runtime/objects/dict.h"
// module: a namespace dict with a name. The dict stands where other objects with attributes have `overflow`, and the shape is always
// SHAPE_DICTIONARY: so a module is also an object with attributes like any other (attributes.h), its __dict__ being the namespace.
typedef struct Module {
    Object head;
    Dict *dict;
    const ModuleDef *def; // native module, or NULL
    uint64_t is_initializing; // its code is running: for the wording of errors in circular imports
} Module;
static inline bool is_module(Value v) { return is_layout(v, LAYOUT_MODULE); }
MAY_RAISE Value module_new(VM *vm, Str *name);
// The module's __name__ if it is a str, else NULL.
Str *module_name(VM *vm, Value module);
// import: the module of the dotted absolute name (all its parents imported too); from sys.modules, native modules, built-in Python sources, then
// sys.path. ModuleNotFoundError "No module named 'x'". (runtime/import.c)
MAY_RAISE Value import_module(VM *vm, Str *name);
#endif
