// Generators, coroutines and asynchronous generators: one layout (Generator, function.h), three types. What they share is in generator.c,
// what only asynchronous ones have in async_generator.c.
//
//   created -> running <-> suspended -> finished        throwing: suspended, while an exception goes to the iterator it delegates to
//
// A resumed generator is a frame like any other (interpreter.c): FOR_ITER and YIELD_FROM push it without C recursion, the functions
// of function.h run it from C.
#ifndef TYPHON_RUNTIME_GENERATOR_H
#define TYPHON_RUNTIME_GENERATOR_H
#include "runtime/interpreter.h"

enum { GENERATOR_THROWING = GENERATOR_FINISHED + 1 };
static inline Generator *as_generator(Value v) { return (Generator *)as_object(v); }
const char *generator_kind(const VM *vm, const Generator *generator); // "generator", "coroutine", "async generator"
// The exception that throw(type or instance, value, traceback) raises: args[0..count). VALUE_ERROR: raised.
MAY_RAISE Value thrown_exception(VM *vm, const Value *args, uint32_t count, const char *method);
#define SEND_DOC(kind, given) "send(arg) -> send 'arg' into " kind ",\nreturn next " given " value or raise StopIteration."
#define THROW_DOC(kind, given, traceback) "throw(value)\nthrow(type[,value[," traceback "]])\n\nRaise exception in " kind ", return next " given " value or raise\nStopIteration.\n" OLD_THROW_DOC
#define OLD_THROW_DOC "the (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python."
#define CLOSE_DOC(kind) "close() -> raise GeneratorExit inside " kind "."
// After a step: `value` itself, or StopIteration raised with *result for VALUE_END.
MAY_RAISE Value step_or_stop(VM *vm, Value value, Value result);
// After a step of an iterator's method that raised StopIteration: its value in *result and VALUE_END, else VALUE_ERROR.
MAY_RAISE Value stop_to_end(VM *vm, Value *result);
Value generator_get_frame(VM *vm, Value self);

// A loop begins over v, the value of the call before GET_ITER.
void generator_note_loop(VM *vm, const Frame *frame, Value v);

// ---- feeds: how natives take all items of an iterator in a loop
// Between two items a generator stays where it is, on top of the stack, instead of being copied to its block and back: `frame` is not NULL then. So the native
// runs no script meanwhile without feed_park, nor ends without it.
typedef struct Feed {
    Value iterator;       // rooted by the native
    Generator *generator; // NULL: another iterator, or one that is not to be held
    Frame *frame;
    Value *saved_top;
} Feed;
static inline Feed feed_of(const VM *vm, Value iterator) {
    return (Feed){iterator, is_exactly(iterator, vm->types.generator) ? as_generator(iterator) : NULL, NULL, NULL};
}
MAY_RAISE Value feed_resume(VM *vm, Feed *feed);
// As op_next.
static inline MAY_RAISE Value feed_next(VM *vm, Feed *feed) { return feed->generator ? feed_resume(vm, feed) : op_next_inline(vm, feed->iterator); }
void feed_unhold(VM *vm, Feed *feed);
static inline void feed_park(VM *vm, Feed *feed) {
    if (feed->frame) feed_unhold(vm, feed);
}
// A value whose truth, hash and equality with another such value no script has a say in.
static inline bool is_plain_value(const VM *vm, Value v) {
    return !is_object(v) || is_exactly(v, vm->types.str) || is_exactly(v, vm->types.int_) || is_exactly(v, vm->types.float_);
}
// One that may be put among others like it without asking a script.
static inline bool is_plain_item(const VM *vm, Value v) {
    if (!is_exactly(v, vm->types.tuple)) return is_plain_value(vm, v);
    for (size_t i = 0; i < as_tuple(v)->count; i++)
        if (!is_plain_value(vm, as_tuple(v)->items[i])) return false;
    return true;
}

// ---- async_generator.c
// __anext__() of an asynchronous generator: an awaitable. It is its own iterator.
MAY_RAISE Value async_generator_next(VM *vm, Generator *generator);
// An unfinished one is about to be collected. True: it was given to its finalizer (which may have raised).
bool async_generator_finalize(VM *vm, AsyncGenerator *generator);
// Sends to one of the awaitables of async_generator.c or a coroutine_wrapper; false: it is something else.
bool async_send(VM *vm, Value iterator, Value sent, Value *yielded, Value *result);
// anext(iterator, default)
MAY_RAISE Value anext_awaitable_new(VM *vm, Value awaitable, Value fallback);
#endif
