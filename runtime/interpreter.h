// The interpreter: one function that runs frames (interpreter.c), and the slow paths of its instructions in rooms of their own:
//
//   interpreter.c             the loop: dispatch, fast paths, calls and returns
//   interpreter_operators.c   arithmetic and comparisons that are not on two small ints or inline floats
//   interpreter_names.c       names, cells, functions, classes, imports
//   interpreter_values.c      items, displays, unpacking, iterating, formatting
//   interpreter_exceptions.c  raising, unwinding, handlers, `with`
//   interpreter_match.c       patterns
//   interpreter_call.c        calls that need more than pushing a frame
//   inline_cache.c            attributes and globals
//
// A slow path gets the frame and the instruction, with frame->pc already behind it; it reads and writes frame->registers. False: raised.
//
// Iteration. GET_ITER keeps three registers: what is iterated, where it stands, and `from_small_int(argument << 4 | IterationKind)`. The
// kinds with a state of their own need no iterator object:
//
//   kind        R[0]            R[1]             argument
//   RANGE       next value      items left       step
//   LIST        list            next index       -
//   TUPLE       tuple           next index       -
//   STR         ASCII str       next index       -
//   KEYS, VALUES, ITEMS  dict   next entry       25 bits of its size, 32 of its version
//   GENERATOR   generator       -                -
//   OBJECT      iterator        -                -
#ifndef TYPHON_RUNTIME_INTERPRETER_H
#define TYPHON_RUNTIME_INTERPRETER_H
#include "runtime/call.h"
#include "runtime/guard.h"
#include "runtime/inline_cache.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"

#define NOINLINE __attribute__((noinline))
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

// ---- instructions that others are rewritten to when they have run once, or (CALL_PROMISED, GET_ITEM_ITEM) when they are loaded
#define QUICK_BOTH_INPLACE(QUICK, name) QUICK(INPLACE_##name) QUICK(INPLACE_##name##_CONST)
#define QUICK_INPLACE(QUICK) \
    QUICK_BOTH_INPLACE(QUICK, ADD) QUICK_BOTH_INPLACE(QUICK, SUB) QUICK_BOTH_INPLACE(QUICK, MULT) QUICK_BOTH_INPLACE(QUICK, DIV) QUICK_BOTH_INPLACE(QUICK, MOD) QUICK_BOTH_INPLACE(QUICK, FLOORDIV) \
    QUICK_BOTH_INPLACE(QUICK, BITAND) QUICK_BOTH_INPLACE(QUICK, BITOR) QUICK_BOTH_INPLACE(QUICK, BITXOR) QUICK_BOTH_INPLACE(QUICK, LSHIFT) QUICK_BOTH_INPLACE(QUICK, RSHIFT) QUICK_BOTH_INPLACE(QUICK, OTHER)
#define QUICK_OPCODES(QUICK) \
    QUICK(LOAD_GLOBAL_MODULE) QUICK(LOAD_GLOBAL_BUILTIN) \
    QUICK(LOAD_ATTR_INLINE) QUICK(LOAD_ATTR_PROPERTY) QUICK(LOAD_ATTR_VALUE) QUICK(LOAD_ATTR_ON_CLASS) QUICK(LOAD_ATTR_GETSET) QUICK(LOAD_ATTR_ITEM) QUICK(LOAD_ATTR_MODULE) QUICK(LOAD_METHOD_MODULE) \
    QUICK(STORE_ATTR_INLINE) QUICK(STORE_ATTR_ADD) QUICK(STORE_ATTR_GUARDED) QUICK(STORE_ATTR_OF_CLASS) \
    QUICK(FOR_ITER_RANGE) QUICK(FOR_ITER_LIST) QUICK(FOR_ITER_UNPACKED) QUICK(LOOP_RANGE) QUICK(LOOP_LIST) QUICK(LOOP_LIST_GUARDED) QUICK(LOOP_LIST_OF_CLASS) \
    QUICK(GET_ITEM_GUARDED) QUICK(GET_ITEM_ITEM) QUICK(GET_ITEM_ITEM_GUARDED) QUICK(GET_ITEM_INT_GUARDED) \
    QUICK(UNPACK_GUARDED) QUICK(UNPACK_NUMBERS) \
    QUICK(GUARD_MASK_ALONE) QUICK(GUARD_JUMP_IF_FALSE) QUICK(GUARD_JUMP_IF_TRUE) QUICK(RETURN_GUARDED_INT) \
    QUICK(CALL_PROMISED) QUICK(CALL_PROVEN) QUICK(CALL_METHOD_PROMISED) QUICK(CALL_METHOD_PROVEN) \
    QUICK_INPLACE(QUICK) QUICK(ASIDE)
typedef enum QuickOpcode {
    QUICK_BEFORE_FIRST = OPCODE_COUNT - 1,
#define QUICK(name) OP_##name,
    QUICK_OPCODES(QUICK)
#undef QUICK
    ALL_OPCODE_COUNT
} QuickOpcode;
Opcode original_opcode(uint16_t op); // that an instruction had before it was rewritten (liveness.c)

// Of CALL, CALL_METHOD and what they are rewritten to: the high byte of the operand may tell guards.
static inline uint32_t call_argument_count(Instruction i) { return (uint8_t)i.b; }
// A call with a promise (unit.h) runs for the first time, of `callee`: CALL_PROVEN from now on, which enters functions with these guards behind them, or CALL.
void call_settle(VM *vm, Code *code, Instruction *call, Value callee);
#ifndef TYPHON_CORE
// A CALL_PROVEN or CALL_METHOD_PROVEN met a callee without its key, which tells its guards from now on.
void call_find_key(VM *vm, Value callee);
#endif

// ---- guards
// What a value without the right bits comes to: an error, or true when it may pass (`return NotImplemented` of an operator method).
MAY_RAISE bool guard_slow(VM *vm, const Frame *frame, ParameterGuard guard, uint16_t what);

// ---- running
// Runs vm->frame, which has FRAME_ENTRY, until it is left; the frame is popped then, stack_top is the caller's to restore. raising: starts by
// raising the exception that is set. A generator's frame: whether it yielded or returned is told by generator->state.
MAY_RAISE Value interpreter_run_plain(VM *vm, bool raising);   // not in the core library, which is to be small
MAY_RAISE Value interpreter_run_counted(VM *vm, bool raising); // takes what it executes from vm->fuel
MAY_RAISE Value interpreter_run_traced(VM *vm, bool raising);  // calls hooks; not in the core library. The others go on in it (trace.h)
static inline MAY_RAISE Value interpreter_run(VM *vm, bool raising) {
    vm->heap->refused = false; // before this frame: no instruction of it is to be tried again for that (can_be_retried), and a new one has none behind it
#ifdef TYPHON_CORE
    return interpreter_run_counted(vm, raising);
#else
    return vm->is_counted ? interpreter_run_counted(vm, raising) : interpreter_run_plain(vm, raising);
#endif
}
// A frame for `function`, running `code`, on top of vm->frame, its parameters in `registers`; reserves the stack and sets stack_top. NULL: RecursionError.
MAY_RAISE Frame *frame_push(VM *vm, Function *function, Code *code, Value *registers, uint16_t result_register, uint16_t flags);
// A generator that is not running or finished becomes the top frame, and gets `sent`. False: raised.
MAY_RAISE bool generator_push(VM *vm, Generator *generator, Value sent, uint16_t result_register, uint16_t flags);
// The running frame's generator is suspended at its pc; the frame is popped.
void generator_suspend(VM *vm, Frame *frame, uint16_t sent_register);
// The running frame's generator is finished; the frame is popped.
void generator_finish(VM *vm, Frame *frame);
// A generator, coroutine or asynchronous generator for a call whose parameters are bound in `registers`.
MAY_RAISE Value generator_new(VM *vm, Function *function, const Value *registers);
// At a safepoint with vm->attention set: collects, raises what the host asked for.
MAY_RAISE bool safepoint(VM *vm);
// After an instruction failed: true when it was for lack of room, can be done again from its start, and a collection, made now, may have found room.
bool can_be_retried(VM *vm, Frame *frame, Instruction failed);

// ---- calls
typedef enum CallOutcome { CALL_FAILED, CALL_DONE, CALL_PUSHED } CallOutcome;
// Calls `callable` with arguments in place on the stack: args[0..count) and behind them the keywords' values; args[-1] is free.
// DONE: the result is in the caller's R[result]. PUSHED: a frame was pushed.
MAY_RAISE CallOutcome call_dispatch(VM *vm, Value callable, Value *args, uint32_t count, Value keyword_names, uint16_t result);
MAY_RAISE CallOutcome call_spread(VM *vm, Frame *frame, uint16_t window);
MAY_RAISE bool merge_for_call(VM *vm, Dict *dict, Value mapping, Value callable); // `**mapping` of the call of `callable`; mapping is rooted
// The text "module.function()" for messages about calling `callable`; VALUE_ERROR: raised.
MAY_RAISE Value callable_text(VM *vm, Value callable);

// A native function with arguments on the stack; args[-1] is free and so is what lies above them.
MAY_RAISE Value native_invoke(VM *vm, const Native *native, Value *args, uint32_t count, Value keyword_names);

// A special method as a frame of its own; false: raised. special_function: the script's function to be called so, or NULL.
MAY_RAISE bool push_special(VM *vm, Function *method, Value self, Value argument, uint16_t result, uint16_t flags);
Function *special_function(VM *vm, Value v, Str *name, uint32_t count);
// The operator of instruction `op` on an instance of a class: true: a frame was pushed; false: to be done the slow way. Never raises.
bool push_operator(VM *vm, uint16_t op, Value left, Value right, uint16_t result);
MAY_RAISE Value operator_declined(VM *vm, const Frame *frame, Instruction i);

// ---- iteration
typedef enum IterationKind {
    ITERATE_OBJECT, ITERATE_RANGE, ITERATE_LIST, ITERATE_TUPLE, ITERATE_STR, ITERATE_KEYS, ITERATE_VALUES, ITERATE_ITEMS, ITERATE_GENERATOR, ITERATE_BYTES,
    ITERATE_WIDE_STR, // not ASCII: by offset
} IterationKind;
enum { DICT_STAMP_USED = 0x1ffffff }; // what must stay the same while a dict is iterated: these bits of its size, and (the 32 bits below) its version
static inline Value iteration_word(IterationKind kind, int64_t argument) { return from_small_int((int64_t)((uint64_t)argument << 4) | (int64_t)kind); }
static inline IterationKind iteration_kind(Value word) { return (IterationKind)(word >> 1 & 15); }
static inline int64_t iteration_argument(Value word) { return (int64_t)word >> 5; }
MAY_RAISE bool iteration_start(VM *vm, Value iterable, Value *state);
// As the iteration of range(*args) starts, which is not made; false: it must be (an error, large ints).
bool iteration_start_range(const Value *args, uint32_t count, Value *state);
// The next item, VALUE_END, or VALUE_ERROR. Not for ITERATE_GENERATOR.
MAY_RAISE Value iteration_next(VM *vm, Value *state);
// The items of the next tuple of an iteration go to items, without the tuple: 1, 0 exhausted, -1 raised, 2 no such shortcut (not so many, or of another kind). count: at most NEXT_ITEMS_MOST.
MAY_RAISE int iteration_next_items(VM *vm, Value *state, Value *items, uint32_t count);
// Sends to any iterator, as `yield from` does: the value yielded, VALUE_END with *result, or VALUE_ERROR.
MAY_RAISE Value iterator_send(VM *vm, Value iterator, Value sent, Value *result);
// The iterator that `await v` delegates to, or VALUE_ERROR (TypeError).
MAY_RAISE Value awaitable_iterator(VM *vm, Value v);

// ---- operators
MAY_RAISE Value arithmetic_slow(VM *vm, BinarySlot slot, Value left, Value right);
// GET_SLICE and SET_SLICE of built-in sequences: 1 done, 0 not one of those, -1 raised.
MAY_RAISE int quick_get_slice(VM *vm, Frame *frame, Instruction i);
MAY_RAISE int quick_set_slice(VM *vm, Frame *frame, Instruction i);
MAY_RAISE bool slice_in_place(VM *vm, Value *parts); // parts[0] becomes the slice of the three
MAY_RAISE Value inplace_slow(VM *vm, BinarySlot slot, Value left, Value right);
MAY_RAISE Value grow_variable_slow(VM *vm, Value left, Value right, unsigned form); // the same, where it may be bytes that grow
MAY_RAISE Value grow_slow(VM *vm, Value left, Value right, unsigned form); // GROW of what are not two strings; form: its c
MAY_RAISE Value negative_slow(VM *vm, Value v);
MAY_RAISE Value compare_slow(VM *vm, Value left, Value right, CompareOp op);
MAY_RAISE int compare_truth_slow(VM *vm, Value left, Value right, CompareOp op); // -1: raised

// ---- exceptions
// vm->exception is set, raised by vm->frame's instruction before its pc. Finds the handler, leaving frames without one; false: an
// entry frame was left. is_new: the frame's line is added to the traceback.
bool unwind(VM *vm, bool is_new);

const HandlerEntry *find_handler(const Code *code, uint32_t at); // of the instruction with that number, or NULL
// The exception that is set leaves the generator: a StopIteration becomes a RuntimeError.
void generator_convert_stop(VM *vm, const Generator *generator);

// ---- slow paths by instruction
#define SLOW_PATHS(PATH) \
    PATH(check_bound) PATH(make_cell) PATH(unbound_cell) PATH(delete_cell) PATH(unbound_free) PATH(delete_free) PATH(load_global) PATH(store_global) \
    PATH(delete_global) PATH(load_name) PATH(load_name_or_free) PATH(store_name) PATH(delete_name) PATH(load_attr) PATH(store_attr) PATH(load_attr_to_grow) PATH(grow_attr) PATH(sum_so_far) PATH(cut_to_size) PATH(grow_sum) PATH(delete_attr) \
    PATH(load_method) PATH(load_special) PATH(get_item) PATH(get_item_int) PATH(set_item) PATH(delete_item) PATH(build_slice) PATH(positive) PATH(invert) PATH(contains) \
    PATH(get_iter_object) PATH(leave_iter) PATH(discard) PATH(build_list) PATH(build_tuple) PATH(build_set) PATH(build_dict) PATH(list_extend) PATH(list_to_tuple) PATH(set_add) \
    PATH(set_update) PATH(dict_set) PATH(dict_update) PATH(dict_merge) PATH(build_string) PATH(format_value) PATH(unpack) PATH(unpack_star) \
    PATH(make_function) PATH(get_yield_from) PATH(get_awaitable) PATH(get_async_iter) PATH(leave_async_iter) PATH(get_async_next) PATH(raise) PATH(raise_from) PATH(raise_again) \
    PATH(enter_handler) PATH(leave_handler) PATH(match_exception) PATH(match_exception_group) PATH(join_exception_group) PATH(with_exit) PATH(import_name) \
    PATH(import_from) PATH(import_star) PATH(load_build_class) PATH(setup_annotations) PATH(make_type_param) PATH(make_type_alias) PATH(match_sequence) \
    PATH(match_mapping) PATH(match_keys) PATH(match_class) PATH(get_length) PATH(dict_without) PATH(print_expression) PATH(guard_type) PATH(guard_parameters) PATH(guard_mask) PATH(guard_value) PATH(guard_each) PATH(aside) PATH(rare)
#define PATH(name) MAY_RAISE bool slow_##name(VM *vm, Frame *frame, Instruction i) NOINLINE;
SLOW_PATHS(PATH)
#undef PATH
#endif
