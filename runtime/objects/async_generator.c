// What asynchronous code awaits (PEP 492, PEP 525), each an iterator that yields what the event loop is to see and ends with its result:
//
//   coroutine_wrapper        coroutine.__await__()
//   async_generator_asend    asend(value), __anext__()
//   async_generator_athrow   athrow(...), aclose()
//   anext_awaitable          anext(iterator, default)
//
// An asynchronous generator is resumed as any other; whether a value comes from `yield` (the step is over) or from an `await` inside (it goes on up to
// the event loop) is told by yield_from.
#include "runtime/modules/modules.h"
#include "runtime/modules/sys.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/generator.h"
#include "runtime/objects/module.h"
#include "runtime/slots.h"

typedef enum AwaitableState { AWAITABLE_INIT, AWAITABLE_RUNNING, AWAITABLE_CLOSED } AwaitableState;
typedef struct Awaitable {
    Object head;
    Value target;   // coroutine or asynchronous generator; anext_awaitable: the iterator of what is awaited
    Value argument; // asend: what is sent first. athrow: the exception, VALUE_UNBOUND for aclose. anext_awaitable: the default
    uint8_t state;
} Awaitable;
static Awaitable *as_awaitable(Value v) { return (Awaitable *)as_object(v); }

static Value awaitable_new(VM *vm, Type *type, Value target, Value argument) {
    Awaitable *awaitable = object_new(vm, type, sizeof *awaitable);
    if (!awaitable) return VALUE_ERROR;
    awaitable->target = target;
    awaitable->argument = argument;
    awaitable->state = AWAITABLE_INIT;
    return from_object(awaitable);
}

static void awaitable_trace(VM *vm, Object *self) {
    gc_mark(vm, ((Awaitable *)self)->target);
    gc_mark(vm, ((Awaitable *)self)->argument);
}
static Value awaitable_self(VM *vm, Value self) { return (void)vm, self; }
static Value method_await(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, args[0]; }

static Generator *generator_of(const Awaitable *awaitable) { return as_generator(awaitable->target); }

// ---- one step of an asynchronous generator -----------------------------------------------------------------------

static bool ends_generator(VM *vm) { return error_matches(vm, vm->types.StopAsyncIteration) || error_matches(vm, vm->types.GeneratorExit); }

// `value` is what resuming it gave. VALUE_END with *result: it has yielded *result; another value: an await inside yielded it; VALUE_ERROR:
// raised, StopAsyncIteration when the generator has returned.
static Value unwrap(VM *vm, Generator *generator, Value value, Value *result) {
    if (value == VALUE_END) {
        Value stop = exception_new(vm, vm->types.StopAsyncIteration, NULL, 0);
        if (stop != VALUE_ERROR) raise_value(vm, stop);
        value = VALUE_ERROR;
    }
    if (value == VALUE_ERROR) {
        if (ends_generator(vm)) generator->is_closed = true;
        generator->is_awaiting = false;
        return VALUE_ERROR;
    }
    if (generator->yield_from != VALUE_UNBOUND) return value;
    generator->is_awaiting = false;
    *result = value;
    return VALUE_END;
}

static Value close_if_over(Awaitable *awaitable, Value value) {
    if (value == VALUE_ERROR || value == VALUE_END) awaitable->state = AWAITABLE_CLOSED;
    return value;
}

// ---- asend, __anext__ --------------------------------------------------------------------------------------------

static bool asend_begin(VM *vm, Awaitable *awaitable) {
    Generator *generator = generator_of(awaitable);
    if (awaitable->state == AWAITABLE_CLOSED)
        return raise_error(vm, vm->types.RuntimeError, "cannot reuse already awaited __anext__()/asend()"), false;
    if (awaitable->state == AWAITABLE_INIT) {
        if (generator->is_awaiting) return raise_error(vm, vm->types.RuntimeError, "anext(): asynchronous generator is already running"), false;
        generator->is_awaiting = true;
    }
    return true;
}

static Value asend_send(VM *vm, Awaitable *awaitable, Value sent, Value *result) {
    bool is_first = awaitable->state == AWAITABLE_INIT;
    if (!asend_begin(vm, awaitable)) return VALUE_ERROR;
    if (is_first && sent == VALUE_NONE) sent = awaitable->argument;
    awaitable->state = AWAITABLE_RUNNING;
    Value finished, value = generator_send(vm, generator_of(awaitable), sent, &finished);
    return close_if_over(awaitable, unwrap(vm, generator_of(awaitable), value, result));
}

static Value asend_throw(VM *vm, Awaitable *awaitable, Value exception, Value *result) {
    if (awaitable->state == AWAITABLE_CLOSED) return raise_error(vm, vm->types.RuntimeError, "cannot reuse already awaited __anext__()/asend()");
    Value finished, value = generator_throw(vm, generator_of(awaitable), exception, &finished);
    return close_if_over(awaitable, unwrap(vm, generator_of(awaitable), value, result));
}

// ---- athrow, aclose ----------------------------------------------------------------------------------------------

static Value raise_ignored_exit(VM *vm) { return raise_error(vm, vm->types.RuntimeError, "async generator ignored GeneratorExit"); }

// After a step of aclose() that gave `value`: it must not yield, and ends well when the generator ends.
static Value aclose_outcome(VM *vm, Awaitable *awaitable, Value value, Value *result) {
    Generator *generator = generator_of(awaitable);
    if (value != VALUE_ERROR && value != VALUE_END) {
        if (generator->yield_from != VALUE_UNBOUND) return value;
        generator->is_awaiting = false;
        awaitable->state = AWAITABLE_CLOSED;
        return raise_ignored_exit(vm);
    }
    generator->is_awaiting = false;
    awaitable->state = AWAITABLE_CLOSED;
    if (value == VALUE_ERROR) {
        if (!ends_generator(vm)) return VALUE_ERROR;
        error_clear(vm);
    }
    *result = VALUE_NONE;
    return VALUE_END;
}

static Value athrow_start(VM *vm, Awaitable *awaitable, Value sent, Value *result) {
    Generator *generator = generator_of(awaitable);
    bool closes = awaitable->argument == VALUE_UNBOUND;
    if (generator->is_awaiting) {
        awaitable->state = AWAITABLE_CLOSED;
        return raise_error(vm, vm->types.RuntimeError, "%s(): asynchronous generator is already running", closes ? "aclose" : "athrow");
    }
    if (generator->is_closed) {
        awaitable->state = AWAITABLE_CLOSED;
        Value stop = exception_new(vm, vm->types.StopAsyncIteration, NULL, 0);
        return stop == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, stop);
    }
    if (sent != VALUE_NONE) return raise_error(vm, vm->types.RuntimeError, "can't send non-None value to a just-started coroutine");
    awaitable->state = AWAITABLE_RUNNING;
    generator->is_awaiting = true;
    Value finished, exception = closes ? exception_new(vm, vm->types.GeneratorExit, NULL, 0) : awaitable->argument;
    if (closes) generator->is_closed = true;
    Value value = exception == VALUE_ERROR ? VALUE_ERROR : generator_throw(vm, generator, exception, &finished);
    return closes ? aclose_outcome(vm, awaitable, value, result) : close_if_over(awaitable, unwrap(vm, generator, value, result));
}

static Value athrow_send(VM *vm, Awaitable *awaitable, Value sent, Value *result) {
    Generator *generator = generator_of(awaitable);
    if (awaitable->state == AWAITABLE_CLOSED)
        return raise_error(vm, vm->types.RuntimeError, "cannot reuse already awaited aclose()/athrow()");
    if (generator->state == GENERATOR_FINISHED) {
        awaitable->state = AWAITABLE_CLOSED;
        *result = VALUE_NONE;
        return VALUE_END;
    }
    if (awaitable->state == AWAITABLE_INIT) return athrow_start(vm, awaitable, sent, result);
    Value finished, value = generator_send(vm, generator, sent, &finished);
    if (awaitable->argument == VALUE_UNBOUND) return aclose_outcome(vm, awaitable, value, result);
    value = unwrap(vm, generator, value, result);
    if (value == VALUE_END) awaitable->state = AWAITABLE_CLOSED; // but not when it raises
    return value;
}

// Unlike a sent value, what is thrown does not use the awaitable up, but for an aclose() whose generator goes on.
static Value athrow_throw(VM *vm, Awaitable *awaitable, Value exception, Value *result) {
    Generator *generator = generator_of(awaitable);
    if (awaitable->state == AWAITABLE_CLOSED)
        return raise_error(vm, vm->types.RuntimeError, "cannot reuse already awaited aclose()/athrow()");
    uint8_t state = awaitable->state;
    Value finished, value = generator_throw(vm, generator, exception, &finished);
    if (awaitable->argument != VALUE_UNBOUND) return unwrap(vm, generator, value, result);
    value = aclose_outcome(vm, awaitable, value, result);
    if (generator->state == GENERATOR_FINISHED) awaitable->state = state;
    return value;
}

// ---- all of them through one door --------------------------------------------------------------------------------

// StopAsyncIteration of what is awaited means the default.
static Value anext_outcome(VM *vm, Awaitable *awaitable, Value value, Value *result) {
    if (value != VALUE_ERROR || !error_matches(vm, vm->types.StopAsyncIteration)) return value;
    error_clear(vm);
    *result = awaitable->argument;
    return VALUE_END;
}

// What anext() was given a default for is asked for its iterator when it is first awaited.
static bool anext_begin(VM *vm, Awaitable *awaitable) {
    if (awaitable->state != AWAITABLE_INIT) return true;
    Value iterator = awaitable_iterator(vm, awaitable->target);
    if (iterator == VALUE_ERROR) return false;
    gc_store(vm, awaitable, &awaitable->target, iterator);
    awaitable->state = AWAITABLE_RUNNING;
    return true;
}

bool async_send(VM *vm, Value iterator, Value sent, Value *yielded, Value *result) {
    if (!is_layout(iterator, LAYOUT_OTHER)) return false;
    const Type *type = value_type(vm, iterator);
    Awaitable *awaitable = as_awaitable(iterator);
    if (type == vm->types.async_generator_asend) *yielded = asend_send(vm, awaitable, sent, result);
    else if (type == vm->types.async_generator_athrow) *yielded = athrow_send(vm, awaitable, sent, result);
    else if (type == vm->types.coroutine_wrapper) *yielded = generator_send(vm, generator_of(awaitable), sent, result);
    else if (type == vm->types.anext_awaitable) *yielded = anext_outcome(vm, awaitable, anext_begin(vm, awaitable) ? iterator_send(vm, awaitable->target, sent, result) : VALUE_ERROR, result);
    else return false;
    return true;
}

static Value async_throw(VM *vm, Value iterator, Value exception, Value *result) {
    const Type *type = value_type(vm, iterator);
    Awaitable *awaitable = as_awaitable(iterator);
    if (type == vm->types.async_generator_asend) return asend_throw(vm, awaitable, exception, result);
    if (type == vm->types.async_generator_athrow) return athrow_throw(vm, awaitable, exception, result);
    if (type == vm->types.coroutine_wrapper) return generator_throw(vm, generator_of(awaitable), exception, result);
    if (!anext_begin(vm, awaitable)) return anext_outcome(vm, awaitable, VALUE_ERROR, result);
    Value target = awaitable->target, value;
    if (is_generator(target) && !is_exactly(target, vm->types.async_generator)) {
        value = generator_throw(vm, as_generator(target), exception, result);
    } else {
        value = call_method(vm, target, vm->names.throw, &exception, 1);
        if (value == VALUE_ERROR) value = stop_to_end(vm, result);
    }
    return anext_outcome(vm, awaitable, value, result);
}

static Value method_send(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value yielded = VALUE_ERROR, result = VALUE_NONE;
    async_send(vm, args[0], args[1], &yielded, &result);
    return step_or_stop(vm, yielded, result);
}
static Value awaitable_next(VM *vm, Value self) {
    Value yielded = VALUE_ERROR, result = VALUE_NONE;
    async_send(vm, self, VALUE_NONE, &yielded, &result);
    return step_or_stop(vm, yielded, result);
}
static Value method_throw(VM *vm, Value *args, uint32_t count) {
    Value result = VALUE_NONE, exception = thrown_exception(vm, args + 1, count - 1, "throw");
    if (exception == VALUE_ERROR) return VALUE_ERROR;
    Value value = async_throw(vm, args[0], exception, &result);
    return step_or_stop(vm, value, result);
}
static Value method_close(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Type *type = value_type(vm, args[0]);
    Awaitable *awaitable = as_awaitable(args[0]);
    if (type == vm->types.coroutine_wrapper) return generator_close(vm, generator_of(awaitable)) ? VALUE_NONE : VALUE_ERROR;
    if (type == vm->types.anext_awaitable) return !anext_begin(vm, awaitable) ? VALUE_ERROR : call_method(vm, awaitable->target, vm->names.close, NULL, 0);
    awaitable->state = AWAITABLE_CLOSED;
    return VALUE_NONE;
}

static const NativeDef awaitable_methods[] = {
    {"send", {method_send}, 1, 1, 0, NULL, DOC(SEND_DOC("generator", "yielded"))},
    {"throw", {method_throw}, 1, 3, 0, NULL, DOC(THROW_DOC("generator", "yielded", "tb"))},
    {"close", {method_close}, 0, 0, 0, NULL, DOC(CLOSE_DOC("generator"))},
    {"__await__", {method_await}, 0, 0, 0, NULL, DOC("Return an iterator to be used in await expression.")},
    {0},
};
#define AWAITABLE_SPEC(what, methods_) \
    const TypeSpec what##_spec = { \
        .name = #what, .layout = LAYOUT_OTHER, .size = sizeof(Awaitable), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .methods = methods_, \
        .slots = SLOTS(SLOT(iter, awaitable_self), SLOT(next, awaitable_next), SLOT(trace, awaitable_trace)), \
    }
AWAITABLE_SPEC(async_generator_asend, awaitable_methods);
AWAITABLE_SPEC(async_generator_athrow, awaitable_methods);
AWAITABLE_SPEC(anext_awaitable, awaitable_methods);
static const NativeDef wrapper_methods[] = { // as the others, but not awaitable
    {"send", {method_send}, 1, 1, 0, NULL, DOC(SEND_DOC("coroutine", "iterated"))},
    {"throw", {method_throw}, 1, 3, 0, NULL, DOC(THROW_DOC("coroutine", "iterated", "traceback"))},
    {"close", {method_close}, 0, 0, 0, NULL, DOC(CLOSE_DOC("coroutine"))},
    {0},
};
AWAITABLE_SPEC(coroutine_wrapper, wrapper_methods);

// ---- methods of coroutine and async_generator --------------------------------------------------------------------

Value coroutine_wrapper_new(VM *vm, Value *args, uint32_t count);
Value coroutine_wrapper_new(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return awaitable_new(vm, vm->types.coroutine_wrapper, args[0], VALUE_UNBOUND);
}

Value anext_awaitable_new(VM *vm, Value awaitable, Value fallback) {
    return awaitable_new(vm, vm->types.anext_awaitable, awaitable, fallback);
}

// Before it is first iterated the thread's hooks hear of it.
static bool begin(VM *vm, Value v) {
    AsyncGenerator *generator = (AsyncGenerator *)as_object(v);
    if (likely(generator->is_begun)) return true;
    generator->is_begun = true;
    Value hooks = sys_asyncgen_hooks(vm);
    if (hooks == VALUE_UNBOUND || hooks == VALUE_ERROR) return hooks == VALUE_UNBOUND;
    Value first = as_tuple(hooks)->items[0], finalizer = as_tuple(hooks)->items[1];
    if (finalizer != VALUE_NONE) {
        gc_store(vm, generator, &generator->finalizer, finalizer);
        if (!generator->generator.is_registered && !(generator->generator.is_registered = gc_register_finalizer(vm, &generator->generator.head))) return false;
    }
    if (first == VALUE_NONE) return true;
    ROOT_SCOPE(vm);
    root_push(vm, v);
    bool good = call_value(vm, first, &v, 1) != VALUE_ERROR;
    ROOT_END(vm);
    return good;
}
bool async_generator_finalize(VM *vm, AsyncGenerator *generator) {
    Generator *base = &generator->generator;
    if (generator->finalizer == VALUE_NONE || base->is_closed || (base->state != GENERATOR_CREATED && base->state != GENERATOR_SUSPENDED)) return false;
    Value v = from_object(generator);
    if (call_value(vm, generator->finalizer, &v, 1) == VALUE_ERROR) sys_report_unraisable(vm, v);
    return true;
}

Value async_generator_next(VM *vm, Generator *generator) {
    if (!begin(vm, from_object(generator))) return VALUE_ERROR;
    return awaitable_new(vm, vm->types.async_generator_asend, from_object(generator), VALUE_NONE);
}
static Value method_anext(VM *vm, Value *args, uint32_t count) { return (void)count, async_generator_next(vm, as_generator(args[0])); }
static Value method_aiter(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, args[0]; }
static Value method_asend(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return begin(vm, args[0]) ? awaitable_new(vm, vm->types.async_generator_asend, args[0], args[1]) : VALUE_ERROR;
}
static Value method_athrow(VM *vm, Value *args, uint32_t count) {
    if (!begin(vm, args[0])) return VALUE_ERROR;
    Value exception = thrown_exception(vm, args + 1, count - 1, "athrow");
    return exception == VALUE_ERROR ? VALUE_ERROR : awaitable_new(vm, vm->types.async_generator_athrow, args[0], exception);
}
static Value method_aclose(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return begin(vm, args[0]) ? awaitable_new(vm, vm->types.async_generator_athrow, args[0], VALUE_UNBOUND) : VALUE_ERROR;
}
extern const NativeDef async_generator_methods[];
const NativeDef async_generator_methods[] = {
    {"__aiter__", {method_aiter}, 0, 0, 0, NULL, DOC("Return an awaitable, that resolves in asynchronous iterator.")},
    {"__anext__", {method_anext}, 0, 0, 0, NULL, DOC("Return a value or raise StopAsyncIteration.")},
    {"asend", {method_asend}, 1, 1, 0, NULL, DOC("asend(v) -> send 'v' in generator.")},
    {"athrow", {method_athrow}, 1, 3, 0, NULL, DOC("athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.\n" OLD_THROW_DOC)},
    {"aclose", {method_aclose}, 0, 0, 0, NULL, DOC("aclose() -> raise GeneratorExit inside generator.")},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {0},
};

// ---- the instructions --------------------------------------------------------------------------------------------

Value iterator_send(VM *vm, Value iterator, Value sent, Value *result) {
    Value value;
    *result = VALUE_NONE;
    if (is_generator(iterator) && !is_exactly(iterator, vm->types.async_generator)) return generator_send(vm, as_generator(iterator), sent, result);
    if (async_send(vm, iterator, sent, &value, result)) return value;
    if (sent != VALUE_NONE) {
        value = call_method(vm, iterator, vm->names.send, &sent, 1);
    } else {
        Value (*next)(VM *, Value) = value_type(vm, iterator)->slots.next;
        if (!next) return raise_type_error(vm, "'%T' object is not an iterator", iterator);
        value = next == slot_dispatch_next ? call_special(vm, iterator, vm->names.__next__, NULL, 0) : next(vm, iterator);
    }
    return value == VALUE_ERROR ? stop_to_end(vm, result) : value;
}

Value awaitable_iterator(VM *vm, Value v) {
    if (is_exactly(v, vm->types.coroutine)) {
        const Generator *coroutine = as_generator(v);
        if (coroutine->yield_from != VALUE_UNBOUND) return raise_error(vm, vm->types.RuntimeError, "coroutine is being awaited already");
        return v;
    }
    if (is_exactly(v, vm->types.generator) && as_generator(v)->code->flags & UNIT_ITERABLE_COROUTINE) return v;
    ROOT_SCOPE(vm);
    root_push(vm, v);
    Value iterator = call_special(vm, v, vm->names.__await__, NULL, 0);
    ROOT_END(vm);
    if (iterator == VALUE_UNBOUND) return raise_type_error(vm, "object %T can't be used in 'await' expression", v);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    if (is_exactly(iterator, vm->types.coroutine) || (is_exactly(iterator, vm->types.generator) && as_generator(iterator)->code->flags & UNIT_ITERABLE_COROUTINE))
        return raise_type_error(vm, "__await__() returned a coroutine");
    if (!value_type(vm, iterator)->slots.next) return raise_type_error(vm, "__await__() returned non-iterator of type '%T'", iterator);
    return iterator;
}

#define R(n) frame->registers[n]

bool slow_get_awaitable(VM *vm, Frame *frame, Instruction i) {
    if (i.c != AWAITED_BY_EXPRESSION && !is_generator(R(i.b)) && type_lookup(vm, value_type(vm, R(i.b)), vm->names.__await__) == VALUE_UNBOUND)
        return raise_type_error(vm, "'async with' received an object from %s that does not implement __await__: %T", i.c == AWAITED_BY_ENTER ? "__aenter__" : "__aexit__", R(i.b)), false;
    Value iterator = awaitable_iterator(vm, R(i.b));
    if (iterator == VALUE_ERROR) return false;
    R(i.a) = iterator;
    return true;
}

bool slow_get_yield_from(VM *vm, Frame *frame, Instruction i) {
    Value v = R(i.b), iterator = v;
    if (is_exactly(v, vm->types.coroutine)) {
        if (!(frame->code->flags & (UNIT_COROUTINE | UNIT_ITERABLE_COROUTINE)))
            return raise_type_error(vm, "cannot 'yield from' a coroutine object in a non-coroutine generator"), false;
    } else if (!is_exactly(v, vm->types.generator)) {
        iterator = op_iter(vm, v);
    }
    if (iterator == VALUE_ERROR) return false;
    R(i.a) = iterator;
    return true;
}

bool slow_get_async_iter(VM *vm, Frame *frame, Instruction i) {
    Value v = R(i.b);
    if (i.c && is_exactly(v, vm->types.async_generator)) generator_note_loop(vm, frame, v);
    Value iterator = call_special(vm, v, vm->names.__aiter__, NULL, 0);
    if (iterator == VALUE_UNBOUND) return raise_type_error(vm, "'async for' requires an object with __aiter__ method, got %T", v), false;
    if (iterator == VALUE_ERROR) return false;
    if (type_lookup(vm, value_type(vm, iterator), vm->names.__anext__) == VALUE_UNBOUND)
        return raise_type_error(vm, "'async for' received an object from __aiter__ that does not implement __anext__: %T", iterator), false;
    R(i.a) = iterator;
    return true;
}

bool slow_leave_async_iter(VM *vm, Frame *frame, Instruction i) {
    Value v = R(i.a);
    if (!is_exactly(v, vm->types.async_generator) || !as_generator(v)->is_temporary) return true;
    async_generator_finalize(vm, (AsyncGenerator *)as_object(v));
    ((AsyncGenerator *)as_object(v))->finalizer = VALUE_NONE; // once is enough
    return true;
}

bool slow_get_async_next(VM *vm, Frame *frame, Instruction i) {
    Value iterator = R(i.b), awaitable;
    if (is_exactly(iterator, vm->types.async_generator)) {
        awaitable = async_generator_next(vm, as_generator(iterator));
    } else {
        Value next = call_special(vm, iterator, vm->names.__anext__, NULL, 0);
        if (next == VALUE_UNBOUND) return raise_type_error(vm, "'async for' requires an iterator with __anext__ method, got %T", iterator), false;
        if (next == VALUE_ERROR) return false;
        awaitable = awaitable_iterator(vm, next);
        if (awaitable == VALUE_ERROR) {
            Value cause = error_take(vm);
            raise_type_error(vm, "'async for' received an invalid object from __anext__: %T", next);
            Exception *error = as_exception(vm->exception);
            gc_store(vm, error, &error->cause, cause);
            gc_store(vm, error, &error->context, cause);
            error->suppress_context = 1;
        }
    }
    if (awaitable == VALUE_ERROR) return false;
    R(i.a) = awaitable;
    return true;
}
