#ifndef TYPHON_RUNTIME_MODULE_H
#define TYPHON_RUNTIME_MODULE_H
#include "runtime/vm.h"
// module: a namespace dict with a name.
typedef struct Module {
    Object head;
    Dict *dict;
    const ModuleDef *def; // native module, or NULL
} Module;
static inline bool is_module(Value v) { return is_layout(v, LAYOUT_MODULE); }
MAY_RAISE Value module_new(VM *vm, Str *name);
// import: the module of the dotted absolute name (all its parents imported too); from sys.modules, native modules, built-in Python sources, then
// sys.path. ModuleNotFoundError "No module named 'x'". (runtime/import.c)
MAY_RAISE Value import_module(VM *vm, Str *name);
#endif
