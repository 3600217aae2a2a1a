// The builtins module: functions (builtins.c, builtins_code.c) and the names of the built-in types and exceptions.
#ifndef TYPHON_RUNTIME_BUILTINS_H
#define TYPHON_RUNTIME_BUILTINS_H
#include "runtime/vm.h"
// vm->builtins, which is filled when it is first asked for: before any code runs. All types of exceptions are complete then. NULL: MemoryError set.
MAY_RAISE bool builtins_initialize(VM *vm);
MAY_RAISE static inline Dict *builtins_dict(VM *vm) { return vm->has_builtins || builtins_initialize(vm) ? vm->builtins : NULL; }
MAY_RAISE Value builtins_find(VM *vm, Str *name); // VALUE_UNBOUND: there is none
extern const NativeDef builtin_functions[];      // numbers, iteration, attributes, text
extern const NativeDef builtin_code_functions[]; // print, input, open, eval, exec, compile, globals, locals, dir, vars, __import__
#endif
