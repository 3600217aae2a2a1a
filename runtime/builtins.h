// The builtins module: functions (builtins.c, builtins_code.c) and the names of the built-in types and exceptions.
#ifndef TYPHON_RUNTIME_BUILTINS_H
#define TYPHON_RUNTIME_BUILTINS_H
#include "runtime/objects/dict.h"
// What is built in is put into vm->builtins one by one, when code first looks for its name (builtins_entry), and the rest of it before a script gets to see that dict:
// as the module's namespace, or as `__builtins__` in the namespace of another (builtins_dict, globals_share).
MAY_RAISE bool builtins_fill(VM *vm);
// vm->builtins with all that belongs there. NULL: MemoryError set.
MAY_RAISE static inline Dict *builtins_dict(VM *vm) { return vm->has_builtins || builtins_fill(vm) ? vm->builtins : NULL; }
// The number of the entry in `builtins`, a function's, which may be vm->builtins. -1: not there; -2: MemoryError set.
MAY_RAISE int64_t builtins_entry(VM *vm, Dict *builtins, Str *name);
MAY_RAISE Value builtins_get(VM *vm, Dict *builtins, Str *name); // VALUE_UNBOUND: there is none
MAY_RAISE static inline Value builtins_find(VM *vm, Str *name) { return builtins_get(vm, vm->builtins, name); }
// The namespace of a module, for scripts to see.
MAY_RAISE static inline Value globals_share(VM *vm, Dict *globals) { return builtins_dict(vm) ? dict_share(globals) : VALUE_ERROR; }
extern const NativeDef builtin_functions[];      // numbers, iteration, attributes, text
extern const NativeDef builtin_code_functions[]; // print, input, open, eval, exec, compile, globals, locals, dir, vars, __import__
#endif
