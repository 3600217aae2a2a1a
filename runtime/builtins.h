// The builtins module: functions (builtins.c, builtins_code.c) and the names of the built-in types and exceptions.
#ifndef TYPHON_RUNTIME_BUILTINS_H
#define TYPHON_RUNTIME_BUILTINS_H
#include "runtime/vm.h"
// Fills vm->builtins. Called once by vm_new after the types exist.
MAY_RAISE bool builtins_initialize(VM *vm);
extern const NativeDef builtin_functions[];      // numbers, iteration, attributes, text
extern const NativeDef builtin_code_functions[]; // print, input, open, eval, exec, compile, globals, locals, dir, vars, __import__
#endif
