// Calls: how any callable is called, and how the arguments of a call become a script function's registers.
//
//   CALL instruction       pushes a frame for a script function, nothing on the C stack (interpreter.c)
//   call_value & friends   (vm.h) from C: the arguments are copied to the top of the VM stack, then interpreter_run or the native
//   slots.call             of the callable types: the three functions below. Their `args` lie on the VM stack below stack_top, the
//                          keyword values directly behind the `count` positional ones.
#ifndef TYPHON_RUNTIME_CALL_H
#define TYPHON_RUNTIME_CALL_H
#include "runtime/frame.h"
#include "runtime/objects/list.h"

// slots.call of function; of native_function and native_method; of method (bound).
MAY_RAISE Value function_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE Value native_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE Value method_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);

// Any callable, arguments anywhere (on the VM stack or not): keyword values behind the positional ones.
static inline uint32_t keyword_count(Value keyword_names) {
    return keyword_names == VALUE_UNBOUND ? 0 : (uint32_t)as_tuple(keyword_names)->count;
}
// Room on the VM stack up to `top`: keeps vm->stack_high right. RecursionError when there is none.
MAY_RAISE bool stack_grow(VM *vm, Value *top);
static inline MAY_RAISE bool stack_reserve(VM *vm, Value *top) {
    return __builtin_expect(top <= vm->stack_high, 1) || stack_grow(vm, top);
}

// ---- binding (bind.c)
// The arguments registers[0..count), and behind them the values of the keywords, become the function's parameters in
// registers[0..parameter_count): defaults, *args and **kwargs filled in. Above the arguments the stack must be free, and reserved
// up to registers + max(arguments, register_count) + number of keywords. Runs no scripts.
MAY_RAISE bool bind_function_arguments(VM *vm, Function *function, Value *registers, uint32_t count, Value keyword_names);
#endif
