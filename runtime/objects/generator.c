#include "runtime/objects/generator.h"
#include "runtime/builtins.h"
#include "runtime/gc.h"
#include "runtime/modules/modules.h"
#include "runtime/native_code.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include "runtime/slots.h"
#include "runtime/type.h"

const char *generator_kind(const VM *vm, const Generator *generator) {
    const Type *type = object_type(&generator->head);
    return type == vm->types.coroutine ? "coroutine" : type == vm->types.async_generator ? "async generator" : "generator";
}

// ---- states ------------------------------------------------------------------------------------------------------

#ifndef TYPHON_CORE
// ((file, line, name of the function), ...) of the calls that run, the innermost first.
static Value calls_that_run(VM *vm, uint32_t depth) {
    if (depth > frame_depth(vm)) depth = frame_depth(vm);
    Value calls = tuple_new(vm, NULL, depth);
    ROOT_SCOPE(vm);
    if (calls != VALUE_ERROR) root_push(vm, calls);
    for (uint32_t i = 0; calls != VALUE_ERROR && i < depth; i++) {
        const Frame *frame = vm->frame - i;
        Value call = tuple_pack(vm, 3, from_object(frame->code->filename), from_small_int(frame_line(frame)), from_object(frame->code->name));
        if (call == VALUE_ERROR) calls = VALUE_ERROR;
        else gc_store(vm, as_tuple(calls), &as_tuple(calls)->items[i], call);
    }
    ROOT_END(vm);
    return calls;
}
#endif

static Value coroutine_begin(VM *vm, Coroutine *coroutine) {
    coroutine->origin = VALUE_NONE;
    if (!(coroutine->generator.is_registered = gc_register_finalizer(vm, &coroutine->generator.head))) return VALUE_ERROR;
#ifndef TYPHON_CORE
    if (unlikely(vm->coroutine_origin_depth)) {
        ROOT_SCOPE(vm);
        root_push(vm, from_object(coroutine));
        Value origin = calls_that_run(vm, vm->coroutine_origin_depth);
        ROOT_END(vm);
        if (origin == VALUE_ERROR) return VALUE_ERROR;
        gc_store(vm, coroutine, &coroutine->origin, origin);
    }
#endif
    return from_object(coroutine);
}

Value generator_new(VM *vm, Function *function, const Value *registers) {
    const Code *code = function->code;
    bool is_async = code->flags & UNIT_COROUTINE;
    Type *type = !is_async ? vm->types.generator : code->flags & UNIT_GENERATOR ? vm->types.async_generator : vm->types.coroutine;
    if (!(type = type_complete(vm, type))) return VALUE_ERROR;
    size_t count = code->register_count ? code->register_count : 1;
    Generator *generator = object_new(vm, type, type->spec->size);
    Value *block = generator ? block_new(vm, count * sizeof(Value)) : NULL;
    if (!block) return VALUE_ERROR;
    for (size_t i = 0; i < count; i++) block[i] = i < code->parameter_count ? registers[i] : VALUE_UNBOUND;
    generator->function = function;
    generator->code = function->code;
    generator->name = function->name;
    generator->qualname = function->qualname;
    generator->registers = block;
    generator->register_count = (uint32_t)count;
    generator->pc = 0;
    generator->sent_register = 0;
    generator->state = GENERATOR_CREATED;
    generator->is_awaiting = generator->is_closed = generator->handles = generator->is_registered = generator->is_temporary = false;
    vm->fresh_generator = VALUE_UNBOUND;
    if (type == vm->types.async_generator) ((AsyncGenerator *)generator)->finalizer = VALUE_NONE, ((AsyncGenerator *)generator)->is_begun = false;
    generator->handled = VALUE_NONE;
    generator->yield_from = VALUE_UNBOUND;
    generator->sent = VALUE_NONE;
    generator->frame_object = NULL;
    return type == vm->types.coroutine ? coroutine_begin(vm, (Coroutine *)generator) : from_object(generator);
}

// A few words, most of them stored one by one a moment ago: copied one by one, too, since a wider load would have to wait for those stores.
static inline void copy_registers(Value *to, const Value *from, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        to[i] = from[i];
        __asm__ volatile("" : : : "memory");
    }
}

// sent VALUE_UNBOUND: it is resumed to raise, or to get a result in its own register.
bool generator_push(VM *vm, Generator *generator, Value sent, uint16_t result_register, uint16_t flags) {
    if (unlikely(generator->state == GENERATOR_RUNNING || generator->state == GENERATOR_THROWING))
        return raise_value_error(vm, "%s already executing", generator_kind(vm, generator)), false;
    if (unlikely(generator->state == GENERATOR_CREATED && sent != VALUE_NONE && sent != VALUE_UNBOUND))
        return raise_type_error(vm, "can't send non-None value to a just-started %s", generator_kind(vm, generator)), false;
    Value *window = vm->stack_top;
    if (unlikely(!stack_reserve(vm, window + generator->register_count))) return false;
    Frame *frame = frame_push(vm, generator->function, generator->code, window, result_register, flags);
    if (unlikely(!frame)) return false;
    copy_registers(window, generator->registers, generator->register_count);
    frame->generator = generator;
    frame->pc = frame->code->code + generator->pc;
    if (generator->state == GENERATOR_SUSPENDED && sent != VALUE_UNBOUND) {
        if (generator->sent_register == GENERATOR_DELEGATES) {
            gc_store(vm, generator, &generator->sent, sent);
            frame->pc--; // YIELD_FROM once more
        } else {
            window[generator->sent_register] = sent;
        }
    }
    generator->state = GENERATOR_RUNNING;
    Value own = generator->handled;
    gc_store(vm, generator, &generator->handled, vm->handled);
    if (generator->handles) vm->handled = own;
    return true;
}

static void restore_handled(VM *vm, Generator *generator) {
    Value own = vm->handled;
    vm->handled = generator->handled;
    generator->handled = generator->handles ? own : VALUE_NONE;
}

// One that is suspended inside a `try` or `with` is to be closed before it is collected. Without memory for that it is not.
static void note_unfinished(VM *vm, Generator *generator, const Frame *frame) {
    if (!find_handler(frame->code, frame_instruction(frame))) return;
    generator->is_registered = gc_register_finalizer(vm, &generator->head);
    if (!generator->is_registered) error_clear(vm);
}

void generator_suspend(VM *vm, Frame *frame, uint16_t sent_register) {
    Generator *generator = frame->generator;
    if (frame->code->handler_count && !generator->is_registered) note_unfinished(vm, generator, frame);
    copy_registers(generator->registers, frame->registers, generator->register_count);
    generator->pc = (uint32_t)(frame->pc - frame->code->code);
    generator->sent_register = sent_register;
    generator->state = GENERATOR_SUSPENDED;
    gc_wrote(vm, generator);
    restore_handled(vm, generator);
    vm->frame = frame - 1;
}

static void discard_registers(VM *vm, Generator *generator) {
    if (generator->frame_object) frame_object_ended_generator(vm, generator);
    block_free(vm, generator->registers, generator->register_count * sizeof(Value));
    generator->registers = NULL;
    generator->register_count = 0;
    generator->state = GENERATOR_FINISHED;
    generator->yield_from = VALUE_UNBOUND;
    generator->sent = VALUE_NONE;
    // mostly the last one that was registered is the first to finish
    if (generator->is_registered && vm->finalizable_count && vm->finalizable[vm->finalizable_count - 1] == from_object(generator)) {
        gc_unregister_last(vm);
        generator->is_registered = false;
    }
}

void generator_finish(VM *vm, Frame *frame) {
    Generator *generator = frame->generator;
    vm->handled = generator->handled;
    generator->handled = VALUE_NONE;
    discard_registers(vm, generator);
    vm->frame = frame - 1;
}

// What its frame has come to.
static Value after_run(VM *vm, const Generator *generator, Value *saved, Value value, Value *result) {
    vm->stack_top = saved;
    if (value == VALUE_ERROR || generator->state == GENERATOR_SUSPENDED) return value;
    *result = value;
    return VALUE_END;
}
// Runs the frame that generator_push has put on top.
static Value run_pushed(VM *vm, Generator *generator, Value *saved, bool raising, Value *result) {
    return after_run(vm, generator, saved, raising ? interpreter_run(vm, true) : native_resume(vm), result);
}

// What a finished one says to being resumed.
static Value already_finished(VM *vm, const Generator *generator) {
    if (object_type(&generator->head) != vm->types.coroutine) return VALUE_END;
    return raise_error(vm, vm->types.RuntimeError, "cannot reuse already awaited coroutine");
}

Value generator_send(VM *vm, Generator *generator, Value sent, Value *result) {
    *result = VALUE_NONE;
    if (generator->state == GENERATOR_FINISHED) return already_finished(vm, generator);
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    Value *saved = vm->stack_top, value = native_send(vm, generator, sent);
    if (value != VALUE_UNBOUND) return after_run(vm, generator, saved, value, result);
    // its frame keeps the generator alive
    return generator_push(vm, generator, sent, 0, FRAME_ENTRY) ? run_pushed(vm, generator, saved, false, result) : VALUE_ERROR;
}

// ---- feeds -------------------------------------------------------------------------------------------------------

Value feed_resume(VM *vm, Feed *feed) {
    Generator *generator = feed->generator;
    if (feed->frame) {
        feed->frame->registers[feed->frame->pc[-1].a] = VALUE_NONE; // what YIELD comes to
    } else {
        if (generator->state == GENERATOR_FINISHED) return VALUE_END;
        if (c_stack_exhausted(vm)) return VALUE_ERROR;
        feed->saved_top = vm->stack_top;
        if (!generator_push(vm, generator, VALUE_NONE, 0, FRAME_ENTRY | FRAME_HELD)) return VALUE_ERROR;
        feed->frame = vm->frame;
    }
    Value value = native_resume(vm);
    if (likely(generator->state == GENERATOR_RUNNING)) return value;
    feed->frame = NULL; // it has ended, or yields from another iterator
    vm->stack_top = feed->saved_top;
    return value == VALUE_ERROR || generator->state == GENERATOR_SUSPENDED ? value : VALUE_END;
}

void feed_unhold(VM *vm, Feed *feed) {
    Value exception = vm->exception;
    generator_suspend(vm, feed->frame, feed->frame->pc[-1].a);
    vm->exception = exception;
    vm->stack_top = feed->saved_top;
    feed->frame = NULL;
}

// ---- throwing ----------------------------------------------------------------------------------------------------

// Before its first instruction there is nothing that could handle it.
static Value throw_at_start(VM *vm, Generator *generator, Value exception) {
    vm->exception = exception; // no context: that would be what the thrower handles
    exception_add_traceback(vm, vm->exception, generator->code, 0, from_object(generator->function->globals), NULL);
    discard_registers(vm, generator);
    return VALUE_ERROR;
}

// What is thrown: an exception, or a tuple of the arguments of throw(), as they go on to the throw() of another iterator.
static Value settled(VM *vm, Value thrown) { return is_tuple(thrown) ? thrown_exception(vm, as_tuple(thrown)->items, (uint32_t)as_tuple(thrown)->count, NULL) : thrown; }

// Raises in its own frame, whatever it delegates to.
static Value throw_here(VM *vm, Generator *generator, Value thrown, Value *result) {
    *result = VALUE_NONE;
    Value exception = settled(vm, thrown);
    if (exception == VALUE_ERROR) return VALUE_ERROR;
    if (generator->state == GENERATOR_FINISHED) {
        if (object_type(&generator->head) == vm->types.coroutine) return already_finished(vm, generator);
        vm->exception = exception;
        return VALUE_ERROR;
    }
    if (generator->state == GENERATOR_CREATED) return throw_at_start(vm, generator, exception);
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    Value *saved = vm->stack_top;
    generator->yield_from = VALUE_UNBOUND;
    bool handles = generator->handles; // what it handles is the context, not what the thrower handles
    if (!generator_push(vm, generator, VALUE_UNBOUND, 0, FRAME_ENTRY)) return VALUE_ERROR;
    if (handles) raise_value(vm, exception);
    else vm->exception = exception;
    return run_pushed(vm, generator, saved, true, result);
}

Value stop_to_end(VM *vm, Value *result) {
    if (!error_matches(vm, vm->types.StopIteration)) return VALUE_ERROR;
    Value value = as_exception(error_take(vm))->fields[STOP_ITERATION_VALUE];
    *result = value == VALUE_UNBOUND ? VALUE_NONE : value;
    return VALUE_END;
}

// Closes what a generator delegates to.
static bool close_iterator(VM *vm, Value iterator) {
    if (is_generator(iterator) && !is_exactly(iterator, vm->types.async_generator)) return generator_close(vm, as_generator(iterator));
    Value method = get_attribute_or(vm, iterator, vm->names.close, VALUE_UNBOUND);
    if (method == VALUE_UNBOUND) return true;
    if (method == VALUE_ERROR) return sys_report_unraisable(vm, iterator), true; // it is closed without being asked
    return method != VALUE_ERROR && call_value(vm, method, NULL, 0) != VALUE_ERROR;
}

// Throws into the generator that another delegates to, which is seen as its caller meanwhile.
static Value throw_called(VM *vm, Generator *caller, Generator *inner, Value exception, Value *result) {
    Value *window = vm->stack_top;
    if (!stack_reserve(vm, window + caller->register_count)) return VALUE_ERROR;
    Frame *frame = frame_push(vm, caller->function, caller->code, window, 0, FRAME_ENTRY);
    if (!frame) return VALUE_ERROR;
    copy_registers(window, caller->registers, caller->register_count);
    frame->generator = caller;
    frame->pc = frame->code->code + caller->pc;
    Value value = generator_throw(vm, inner, exception, result);
    vm->frame = frame - 1, vm->stack_top = window;
    return value;
}

// Throws into what a generator delegates to. VALUE_UNBOUND: that has no throw(). *is_refused: whether it has one could not be found out.
static Value throw_iterator(VM *vm, Generator *generator, Value iterator, Value exception, Value *result, bool *is_refused) {
    *result = VALUE_NONE;
    if (is_generator(iterator) && !is_exactly(iterator, vm->types.async_generator)) return throw_called(vm, generator, as_generator(iterator), exception, result);
    Value method = get_attribute_or(vm, iterator, vm->names.throw, VALUE_UNBOUND);
    if (method == VALUE_UNBOUND || method == VALUE_ERROR) return *is_refused = method == VALUE_ERROR, method;
    bool is_as_given = is_tuple(exception);
    Value value = call_value(vm, method, is_as_given ? as_tuple(exception)->items : &exception, is_as_given ? (uint32_t)as_tuple(exception)->count : 1);
    return value == VALUE_ERROR ? stop_to_end(vm, result) : value;
}

// The delegation has ended with `value`: YIELD_FROM's result.
static Value resume_with_result(VM *vm, Generator *generator, Value value, Value *result) {
    Value *saved = vm->stack_top;
    generator->yield_from = VALUE_UNBOUND;
    if (!generator_push(vm, generator, VALUE_UNBOUND, 0, FRAME_ENTRY)) return VALUE_ERROR;
    Frame *frame = vm->frame;
    frame->registers[frame->pc[-1].a] = value;
    return run_pushed(vm, generator, saved, false, result);
}

// Raised where the generator delegates: StopIteration is the end of the delegation, whoever raised it.
static Value raise_at_delegation(VM *vm, Generator *generator, Value thrown, Value *result) {
    Value exception = settled(vm, thrown);
    if (exception == VALUE_ERROR) return VALUE_ERROR;
    if (!is_exception(exception) || !type_is_subtype(value_type(vm, exception), vm->types.StopIteration)) return throw_here(vm, generator, exception, result);
    Value value = as_exception(exception)->fields[STOP_ITERATION_VALUE];
    return resume_with_result(vm, generator, value == VALUE_UNBOUND ? VALUE_NONE : value, result);
}

static Value throw_delegated(VM *vm, Generator *generator, Value exception, Value *result) {
    Value iterator = generator->yield_from, inner_result = VALUE_NONE, value = VALUE_ERROR;
    Value first = is_tuple(exception) ? as_tuple(exception)->items[0] : exception;
    bool closes = type_is_subtype(is_type(first) ? as_type(first) : value_type(vm, first), vm->types.GeneratorExit);
    bool is_refused = false;
    generator->state = GENERATOR_THROWING;
    if (!closes) value = throw_iterator(vm, generator, iterator, exception, &inner_result, &is_refused);
    else if (close_iterator(vm, iterator)) value = VALUE_UNBOUND;
    generator->state = GENERATOR_SUSPENDED;
    if (value == VALUE_UNBOUND) return raise_at_delegation(vm, generator, exception, result);
    if (is_refused) return VALUE_ERROR; // the generator is as it was
    if (value == VALUE_ERROR) return raise_at_delegation(vm, generator, error_take(vm), result);
    if (value == VALUE_END) return resume_with_result(vm, generator, inner_result, result);
    return value;
}

static bool delegates(const Generator *generator) { return generator->state == GENERATOR_SUSPENDED && generator->yield_from != VALUE_UNBOUND; }
Value generator_throw(VM *vm, Generator *generator, Value exception, Value *result) {
    *result = VALUE_NONE;
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    if (generator->state == GENERATOR_RUNNING || generator->state == GENERATOR_THROWING)
        return raise_value_error(vm, "%s already executing", generator_kind(vm, generator));
    ROOT_SCOPE(vm);
    root_push(vm, from_object(generator)), root_push(vm, exception);
    Value value = delegates(generator) ? throw_delegated(vm, generator, exception, result) : throw_here(vm, generator, exception, result);
    ROOT_END(vm);
    return value;
}

bool generator_close(VM *vm, Generator *generator) {
    if (generator->state == GENERATOR_FINISHED) return true;
    if (generator->state == GENERATOR_CREATED) return discard_registers(vm, generator), true;
    Value result, exception = exception_new(vm, vm->types.GeneratorExit, NULL, 0);
    if (exception == VALUE_ERROR) return false;
    raise_value(vm, exception); // what is handled outside is its context; that of what throw() is given isn't touched
    Value value = generator_throw(vm, generator, error_take(vm), &result);
    if (value == VALUE_END) return true;
    if (value != VALUE_ERROR) return raise_error(vm, vm->types.RuntimeError, "%s ignored GeneratorExit", generator_kind(vm, generator)), false;
    if (!error_matches(vm, vm->types.GeneratorExit) && !error_matches(vm, vm->types.StopIteration)) return false;
    error_clear(vm);
    return true;
}

static bool warn_of_old_throw(VM *vm, uint32_t count, const char *method) {
    return count == 1 || warn(vm, vm->types.DeprecationWarning, "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.", method);
}
Value thrown_exception(VM *vm, const Value *args, uint32_t count, const char *method) {
    if (method && !warn_of_old_throw(vm, count, method)) return VALUE_ERROR;
    Value type = args[0], value = count > 1 ? args[1] : VALUE_NONE, traceback = count > 2 ? args[2] : VALUE_NONE;
    if (traceback != VALUE_NONE && !is_layout(traceback, LAYOUT_TRACEBACK)) return raise_type_error(vm, "throw() third argument must be a traceback object");
    Value exception;
    if (is_exception(type)) {
        if (value != VALUE_NONE) return raise_type_error(vm, "instance exception may not have a separate value");
        exception = type;
    } else if (is_type(type) && as_type(type)->flags & TYPE_EXCEPTION) {
        if (is_exception(value) && type_is_subtype(value_type(vm, value), as_type(type))) exception = value;
        else if (value == VALUE_NONE) exception = call_value(vm, type, NULL, 0);
        else if (is_tuple(value)) exception = call_value(vm, type, as_tuple(value)->items, (uint32_t)as_tuple(value)->count);
        else exception = call_value(vm, type, &value, 1);
        if (exception != VALUE_ERROR && !is_exception(exception))
            exception = raise_type_error(vm, "calling %R should have returned an instance of BaseException, not %T", type, exception);
        if (exception == VALUE_ERROR) exception = error_take(vm); // this one is thrown then
    } else {
        return raise_type_error(vm, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    }
    if (traceback != VALUE_NONE) gc_store(vm, as_exception(exception), &as_exception(exception)->traceback, traceback);
    return exception;
}

// ---- methods -----------------------------------------------------------------------------------------------------

Value step_or_stop(VM *vm, Value value, Value result) { return value == VALUE_END ? raise_stop_iteration(vm, result) : value; }

static Value method_send(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value result, value = generator_send(vm, as_generator(args[0]), args[1], &result);
    return step_or_stop(vm, value, result);
}
static Value method_throw(VM *vm, Value *args, uint32_t count) {
    if (!warn_of_old_throw(vm, count - 1, "throw")) return VALUE_ERROR;
    Value result, thrown = delegates(as_generator(args[0])) ? tuple_new(vm, args + 1, count - 1) : thrown_exception(vm, args + 1, count - 1, NULL);
    if (thrown == VALUE_ERROR) return VALUE_ERROR;
    Value value = generator_throw(vm, as_generator(args[0]), thrown, &result);
    return step_or_stop(vm, value, result);
}
static Value method_close(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return generator_close(vm, as_generator(args[0])) ? VALUE_NONE : VALUE_ERROR;
}

// A result that is not None is kept: then StopIteration is raised, which ends an iteration as well.
static Value generator_next(VM *vm, Value self) {
    Value result, value = generator_send(vm, as_generator(self), VALUE_NONE, &result);
    return value == VALUE_END && result != VALUE_NONE ? raise_stop_iteration(vm, result) : value;
}
static Value generator_iter(VM *vm, Value self) { return (void)vm, self; }

static Value generator_repr(VM *vm, Value self) {
    return str_from_format(vm, "<%U object %S at %A>", value_type(vm, self)->name, as_generator(self)->qualname, self);
}

static Value get_name(VM *vm, Value self) { return (void)vm, as_generator(self)->name; }
static Value get_qualname(VM *vm, Value self) { return (void)vm, as_generator(self)->qualname; }
static bool set_text(VM *vm, Value self, Value *place, Value value, const char *attribute) {
    if (!is_str(value)) return raise_type_error(vm, "%s must be set to a string object", attribute), false;
    gc_store(vm, as_object(self), place, value);
    return true;
}
static bool set_name(VM *vm, Value self, Value value) { return set_text(vm, self, &as_generator(self)->name, value, "__name__"); }
static bool set_qualname(VM *vm, Value self, Value value) { return set_text(vm, self, &as_generator(self)->qualname, value, "__qualname__"); }
static Value get_code(VM *vm, Value self) { return (void)vm, from_object(as_generator(self)->code); }
static Value get_running(VM *vm, Value self) {
    const Generator *generator = as_generator(self);
    return (void)vm, from_bool(generator->state == GENERATOR_RUNNING || generator->state == GENERATOR_THROWING);
}
static Value get_suspended(VM *vm, Value self) { return (void)vm, from_bool(as_generator(self)->state == GENERATOR_SUSPENDED); }
static Value get_yield_from(VM *vm, Value self) {
    const Generator *generator = as_generator(self);
    return (void)vm, generator->yield_from == VALUE_UNBOUND || generator->state == GENERATOR_RUNNING ? VALUE_NONE : generator->yield_from;
}
static Value get_awaiting(VM *vm, Value self) { return (void)vm, from_bool(as_generator(self)->is_awaiting); }
static Value get_origin(VM *vm, Value self) { return (void)vm, ((Coroutine *)as_object(self))->origin; }

Value generator_get_frame(VM *vm, Value self) { return frame_object_of_generator(vm, as_generator(self)); }

static void generator_trace(VM *vm, Object *self) {
    Generator *generator = (Generator *)self;
    gc_mark_object(vm, generator->function);
    gc_mark_object(vm, generator->code);
    if (object_type(self) == vm->types.async_generator) gc_mark(vm, ((AsyncGenerator *)self)->finalizer);
    if (object_type(self) == vm->types.coroutine) gc_mark(vm, ((Coroutine *)self)->origin);
    gc_mark(vm, generator->name), gc_mark(vm, generator->qualname), gc_mark(vm, generator->handled);
    gc_mark(vm, generator->yield_from), gc_mark(vm, generator->sent);
    gc_mark_object(vm, generator->frame_object);
    gc_mark_block(vm, generator->registers);
    if (generator->state == GENERATOR_RUNNING) return; // the words of the block are stale
    generator_forget_dead(generator);
    for (uint32_t i = 0; i < generator->register_count; i++) gc_mark(vm, generator->registers[i]);
}

// ---- generators that nothing refers to any more: known where a call's value goes nowhere else -------------------------

static void warn_never_awaited(VM *vm, Generator *generator) {
    ROOT_SCOPE(vm);
    root_push(vm, from_object(generator));
    Str *module_name = str_intern(vm, "warnings", 8), *name = str_intern(vm, "_warn_unawaited_coroutine", 25);
    if (name) root_push(vm, from_object(name)); // interned strings are held weakly
    Value module = module_name && name ? import_module(vm, module_name) : VALUE_ERROR, coroutine = from_object(generator);
    if (module == VALUE_ERROR || call_method(vm, module, name, &coroutine, 1) == VALUE_ERROR) sys_report_unraisable(vm, coroutine);
    ROOT_END(vm);
    if (generator->state == GENERATOR_CREATED) discard_registers(vm, generator);
}

// Made by the call whose instruction stands before the one that runs: nothing else can have got hold of it.
static bool is_fresh(const VM *vm, const Frame *frame, Value v) { return vm->fresh_generator == v && vm->fresh_site == frame->pc - 1; }

void generator_note_loop(VM *vm, const Frame *frame, Value v) {
    if (is_fresh(vm, frame, v)) as_generator(v)->is_temporary = true;
}

bool slow_leave_iter(VM *vm, Frame *frame, Instruction i) {
    Value v = frame->registers[i.a];
    if (!is_generator(v) || !as_generator(v)->is_temporary || as_generator(v)->state != GENERATOR_SUSPENDED) return true;
    if (!generator_close(vm, as_generator(v))) sys_report_unraisable(vm, v);
    return true;
}

bool slow_discard(VM *vm, Frame *frame, Instruction i) {
    Value v = frame->registers[i.a];
    if (is_exactly(v, vm->types.coroutine) && is_fresh(vm, frame, v) && as_generator(v)->state == GENERATOR_CREATED) warn_never_awaited(vm, as_generator(v));
    return true;
}

static void generator_finalize(VM *vm, Object *self) {
    Generator *generator = (Generator *)self;
    if (vm->is_stopped) return; // nothing of the script runs any more
    if (object_type(self) == vm->types.async_generator && async_generator_finalize(vm, (AsyncGenerator *)self)) return;
    if (generator->state == GENERATOR_CREATED && object_type(self) == vm->types.coroutine) warn_never_awaited(vm, generator);
    if (generator->state == GENERATOR_SUSPENDED) generator_close(vm, generator);
}

// ---- types -------------------------------------------------------------------------------------------------------

static const NativeDef generator_methods[] = {
    {"send", {method_send}, 1, 1, 0, NULL, DOC(SEND_DOC("generator", "yielded"))},
    {"throw", {method_throw}, 1, 3, 0, NULL, DOC(THROW_DOC("generator", "yielded", "tb"))},
    {"close", {method_close}, 0, 0, 0, NULL, DOC(CLOSE_DOC("generator"))},
    {0},
};
#define COMMON_ATTRIBUTES {"__name__", get_name, set_name}, {"__qualname__", get_qualname, set_qualname}
static const GetSetDef generator_getset[] = {
    COMMON_ATTRIBUTES, {"gi_code", get_code, NULL}, {"gi_frame", generator_get_frame, NULL}, {"gi_running", get_running, NULL},
    {"gi_suspended", get_suspended, NULL}, {"gi_yieldfrom", get_yield_from, NULL}, {0},
};
#define COMMON_SLOTS SLOT(repr, generator_repr), SLOT(trace, generator_trace), SLOT(finalize, generator_finalize)
const TypeSpec generator_spec = {
    .name = "generator", .layout = LAYOUT_GENERATOR, .size = sizeof(Generator), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(COMMON_SLOTS, SLOT(iter, generator_iter), SLOT(next, generator_next)), .methods = generator_methods, .getset = generator_getset,
};

Value coroutine_wrapper_new(VM *vm, Value *args, uint32_t count); // async_generator.c
static const NativeDef coroutine_methods[] = {
    {"send", {method_send}, 1, 1, 0, NULL, DOC(SEND_DOC("coroutine", "iterated"))},
    {"throw", {method_throw}, 1, 3, 0, NULL, DOC(THROW_DOC("coroutine", "iterated", "traceback"))},
    {"close", {method_close}, 0, 0, 0, NULL, DOC(CLOSE_DOC("coroutine"))},
    {"__await__", {coroutine_wrapper_new}, 0, 0, 0, NULL, DOC("Return an iterator to be used in await expression.")},
    {0},
};
static const GetSetDef coroutine_getset[] = {
    COMMON_ATTRIBUTES, {"cr_code", get_code, NULL}, {"cr_frame", generator_get_frame, NULL}, {"cr_running", get_running, NULL},
    {"cr_suspended", get_suspended, NULL}, {"cr_await", get_yield_from, NULL}, {"cr_origin", get_origin, NULL}, {0},
};
const TypeSpec coroutine_spec = {
    .name = "coroutine", .layout = LAYOUT_GENERATOR, .size = sizeof(Coroutine), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(COMMON_SLOTS), .methods = coroutine_methods, .getset = coroutine_getset,
};

extern const NativeDef async_generator_methods[]; // async_generator.c
static const GetSetDef async_generator_getset[] = {
    COMMON_ATTRIBUTES, {"ag_code", get_code, NULL}, {"ag_frame", generator_get_frame, NULL}, {"ag_running", get_awaiting, NULL},
    {"ag_suspended", get_suspended, NULL}, {"ag_await", get_yield_from, NULL}, {0},
};
const TypeSpec async_generator_spec = {
    .name = "async_generator", .layout = LAYOUT_GENERATOR, .size = sizeof(AsyncGenerator), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(COMMON_SLOTS), .methods = async_generator_methods, .getset = async_generator_getset,
};
