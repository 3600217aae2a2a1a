// Raising, unwinding, handlers, `with`, and the safepoint.
//
// vm->handled is what sys.exc_info() shows. ENTER_HANDLER keeps what was handled before in a register and LEAVE_HANDLER puts it back. In a generator
// "before" may be what its resumer handles, and that is another one at each resumption: then VALUE_UNBOUND is kept, and generator->handled,
// which while the generator runs has its resumer's, is put back.
#include "runtime/gc.h"
#include "runtime/interpreter.h"
#include "runtime/limits.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include "runtime/thread.h"
#include "runtime/trace.h"
#include <string.h>

#define R(n) frame->registers[n]

// The instruction that is done again may be one that begins with a safepoint.
static void retry_is_over(VM *vm) {
    if (vm->frame->pc == vm->retried) return;
    vm->retried = NULL;
    attention_clear(vm, ATTENTION_RETRIED);
}

bool safepoint(VM *vm) {
    uint32_t attention = attention_of(vm);
    if (attention & ATTENTION_RETRIED) retry_is_over(vm);
    if (attention & ATTENTION_COLLECT) gc_collect(vm);
    if (attention & ATTENTION_SWITCH) thread_yield(vm);
    if (vm->is_counted || vm->fuel < 0 || attention & ATTENTION_STOP) {
        if (!limits_allow(vm)) return false;
        attention = attention_of(vm); // what came while the run was suspended
    }
    return !(attention & ATTENTION_INTERRUPT) || !raise_if_interrupted(vm);
}

// ---- memory

// What an instruction gets from it is made without running scripts, and failing leaves it as it was.
static bool is_inert(const VM *vm, Value v) {
    const Types *t = &vm->types;
    return !is_object(v) || is_exactly(v, t->str) || is_exactly(v, t->list) || is_exactly(v, t->tuple) || is_exactly(v, t->int_) || is_exactly(v, t->bytes) ||
           is_exactly(v, t->bytearray) || is_exactly(v, t->range) || is_exactly(v, t->slice);
}

static bool are_inert(const VM *vm, const Value *values, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (!is_inert(vm, values[i])) return false;
    return true;
}

// Of a module: it makes something of text and numbers.
static bool is_repeatable_native(const VM *vm, Value callable) {
    return is_exactly(callable, vm->types.native_function) && ((const Native *)as_object(callable))->def->flags & NATIVE_REPEATABLE;
}

// A method of a built-in type, called on just such an object: of text whatever does not format; of what changes what makes room first.
static bool is_method_without_effect(const VM *vm, const Frame *frame, Instruction i) {
    if (!are_inert(vm, &R(i.a + 2), call_argument_count(i))) return false;
    if (R(i.a + 1) == VALUE_UNBOUND) return is_repeatable_native(vm, R(i.a));
    if (!is_exactly(R(i.a), vm->types.native_method)) return false;
    const Types *t = &vm->types;
    const char *name = ((const Native *)as_object(R(i.a)))->def->name;
    Value owner = R(i.a + 1);
    if (is_exactly(owner, t->str) || is_exactly(owner, t->bytes)) return strncmp(name, "format", 6) != 0;
    if (!is_exactly(owner, t->list) && !is_exactly(owner, t->set) && !is_exactly(owner, t->dict) && !is_exactly(owner, t->bytearray)) return false;
    return strcmp(name, "append") == 0 || strcmp(name, "add") == 0 || strcmp(name, "copy") == 0;
}

// A container made of what has no methods of a script's own; or a native of a module.
static bool is_making_without_effect(const VM *vm, const Frame *frame, Instruction i) {
    const Types *t = &vm->types;
    Value made = R(i.a), from = R(i.a + 1);
    if (is_repeatable_native(vm, made)) return are_inert(vm, &R(i.a + 1), call_argument_count(i));
    if (call_argument_count(i) != 1 || !is_inert(vm, from)) return false;
    bool hashes = made == from_object(t->set) || made == from_object(t->frozenset);
    if (hashes) return is_exactly(from, t->range) || is_exactly(from, t->str) || is_exactly(from, t->bytes);
    return made == from_object(t->list) || made == from_object(t->tuple) || made == from_object(t->bytes) || made == from_object(t->bytearray);
}

static bool has_no_effect_before_it_fails(const VM *vm, const Frame *frame, Instruction i) {
    switch ((unsigned)opcode_first(i.op)) { // some are instructions that the interpreter made of others
    case OP_ADD: case OP_MULT: case OP_LSHIFT: case OP_POW: case OP_GET_ITEM: return is_inert(vm, R(i.b)) && is_inert(vm, R(i.c));
    case OP_ADD_CONST: case OP_MULT_CONST: case OP_LSHIFT_CONST: case OP_POW_CONST: case OP_GET_ITEM_INT: return is_inert(vm, R(i.b));
    case OP_CONST_ADD: case OP_CONST_MULT: return is_inert(vm, R(i.c));
    case OP_INPLACE_ADD_CONST: case OP_INPLACE_MULT_CONST: case OP_INPLACE_LSHIFT_CONST: return is_inert(vm, R(i.a));
    case OP_INPLACE_LSHIFT: case OP_GROW: case OP_GROW_GLOBAL: case OP_INPLACE_ADD: case OP_INPLACE_MULT: return is_inert(vm, R(i.a)) && is_inert(vm, R(i.b));
    case OP_GROW_SUM: return is_inert(vm, R(i.a)) && R(i.b) == VALUE_UNBOUND;
    case OP_GET_SLICE: return is_inert(vm, R(i.b)) && !is_object(R(i.c)) && !is_object(R(i.c + 1)) && !is_object(R(i.c + 2));
    case OP_SET_ITEM: return (is_exactly(R(i.a), vm->types.dict) || is_exactly(R(i.a), vm->types.list)) && is_inert(vm, R(i.b));
    case OP_CALL_METHOD: case OP_CALL_METHOD_KEYWORDS: case OP_CALL_METHOD_PROMISED: case OP_CALL_METHOD_PROVEN: return is_method_without_effect(vm, frame, i);
    case OP_BUILD_LIST: case OP_BUILD_TUPLE: case OP_BUILD_STRING: case OP_LIST_APPEND: case OP_CUT_TO_SIZE: return true;
    case OP_CALL: case OP_CALL_PROMISED: case OP_CALL_PROVEN: return is_making_without_effect(vm, frame, i);
    default: return false;
    }
}

// Once after a collection, for want of room. Whether it is the one that was done again that fails, or it comes by here a second time, tells the safepoint in between
// (there is one in every loop and every call).
bool can_be_retried(VM *vm, Frame *frame, Instruction failed) {
    if (!vm->heap->refused) return false;
    const void *retried = vm->retried;
    vm->retried = NULL;
    attention_clear(vm, ATTENTION_RETRIED);
    bool has_been = retried == frame->pc; // there is no room
    if (has_been || !has_no_effect_before_it_fails(vm, frame, failed) || !gc_made_room(vm)) return vm->heap->refused = false;
    vm->retried = frame->pc;
    attention_set(vm, ATTENTION_RETRIED);
    return true;
}

// ---- unwinding

const HandlerEntry *find_handler(const Code *code, uint32_t at) {
    for (uint32_t i = 0; i < code->handler_count; i++)
        if (code->handlers[i].start <= at && at < code->handlers[i].end) return &code->handlers[i];
    return NULL;
}

// PEP 479: a StopIteration must not end the generator it escapes from.
void generator_convert_stop(VM *vm, const Generator *generator) {
    const Type *type = object_type(&generator->head);
    bool is_async_generator = type == vm->types.async_generator;
    bool stops = error_matches(vm, vm->types.StopIteration), stops_async = is_async_generator && error_matches(vm, vm->types.StopAsyncIteration);
    if (!stops && !stops_async) return;
    Value cause = error_take(vm);
    const char *kind = is_async_generator ? "async generator" : type == vm->types.coroutine ? "coroutine" : "generator";
    raise_error(vm, vm->types.RuntimeError, "%s raised %s", kind, stops ? "StopIteration" : "StopAsyncIteration");
    if (!error_matches(vm, vm->types.RuntimeError)) return;
    Exception *error = as_exception(vm->exception);
    gc_store(vm, error, &error->cause, cause);
    gc_store(vm, error, &error->context, cause);
    error->suppress_context = 1;
}

// The frame goes on at its handler. `dead`: the registers of the frames that were left, in part registers of this one that lie above its call.
// After a MemoryError what filled the heap is mostly garbage now, and the handler needs room for its first step. (Collecting may run callbacks: the
// exception is in its register by then.)
static void enter_handler(VM *vm, Frame *frame, const HandlerEntry *handler, Value *dead) {
    bool collects = error_matches(vm, vm->types.MemoryError);
    if (collects) {
        vm->stack_top = frame->registers + frame->code->register_count;
        while (dead < vm->stack_top) *dead++ = VALUE_UNBOUND;
    }
    R(handler->reg) = vm->exception;
    vm->exception = VALUE_UNBOUND;
    frame->pc = frame->code->code + handler->handler;
    if (!collects) return;
    size_t limit = vm->heap->config.limit;
    if (limit && vm->heap->pages_used * HEAP_PAGE > limit / 2) gc_collect_now(vm);
    else gc_collect(vm);
    if (!vm->heap->emergency) vm->heap->emergency = 1; // until the next collection finds enough room
}

bool unwind(VM *vm, bool is_new) {
    Value *dead = vm->stack_top;
    for (;; is_new = true) {
        Frame *frame = vm->frame;
        const Code *code = frame->code;
        uint32_t at = frame_instruction(frame);
        if (is_new) exception_add_traceback(vm, vm->exception, frame->code, at, from_object(frame->globals), frame);
#ifndef TYPHON_CORE
        if (vm->tracing.is_on && is_new && !vm->is_stopped) trace_exception(vm, frame);
#endif
        const HandlerEntry *handler = vm->is_stopped ? NULL : find_handler(code, at);
        if (handler) return enter_handler(vm, frame, handler, dead), true;
        uint16_t flags = frame->flags;
        dead = frame->registers;
        if (!is_new) traceback_left(vm, frame);
#ifndef TYPHON_CORE
        if (flags & FRAME_SEEN && !vm->is_stopped) trace_return(vm, frame, VALUE_UNBOUND);
#endif
        if (flags & FRAME_SHOWN) frame_object_ended(vm, frame);
        if (frame->generator) {
            generator_convert_stop(vm, frame->generator);
            generator_finish(vm, frame);
        } else {
            vm->frame--;
        }
        if (flags & FRAME_ENTRY) return false;
        if (flags & FRAME_NEXT && error_matches(vm, vm->types.StopIteration)) {
            error_clear(vm);
            Instruction *pc = vm->frame->pc;
            vm->frame->pc = pc + (int16_t)pc[-1].c;
            return true;
        }
        if (flags & FRAME_DELEGATE) vm->frame->generator->yield_from = VALUE_UNBOUND;
        const Frame *caller = vm->frame;
        const Instruction *call = caller->pc - 1;
        if (call->op == OP_LOAD_ATTR_PROPERTY) attribute_error_complete(vm, caller->registers[call->b], caller->code->attributes[call->c].name);
    }
}

// ---- raising

bool slow_raise(VM *vm, Frame *frame, Instruction i) { return raise_statement(vm, R(i.a), VALUE_UNBOUND), false; }
bool slow_raise_from(VM *vm, Frame *frame, Instruction i) { return raise_statement(vm, R(i.a), R(i.b)), false; }

// True: vm->exception is to be propagated as it is.
bool slow_raise_again(VM *vm, Frame *frame, Instruction i) {
    (void)frame, (void)i;
    if (vm->handled == VALUE_NONE) return raise_error(vm, vm->types.RuntimeError, "No active exception to reraise"), false;
    vm->exception = vm->handled;
    return true;
}

// ---- handlers

bool slow_enter_handler(VM *vm, Frame *frame, Instruction i) {
    bool is_resumers = frame->generator && !frame->generator->handles;
    Value exception = R(i.b);
    if (is_resumers) frame->generator->handles = true;
    R(i.a) = is_resumers ? VALUE_UNBOUND : vm->handled;
    vm->handled = exception;
    return true;
}

bool slow_leave_handler(VM *vm, Frame *frame, Instruction i) {
    Value before = R(i.a);
    vm->handled = before == VALUE_UNBOUND ? frame->generator->handled : before;
    if (before == VALUE_UNBOUND) frame->generator->handles = false;
    return true;
}

bool slow_match_exception(VM *vm, Frame *frame, Instruction i) {
    bool is_exact = from_object(value_type(vm, R(i.b))) == R(i.c); // the class itself: most often
    int matches = is_exact ? 1 : exception_matches(vm, R(i.b), R(i.c));
    if (matches < 0) return false;
    R(i.a) = from_bool(matches);
    return true;
}

bool slow_match_exception_group(VM *vm, Frame *frame, Instruction i) {
    Value matched = VALUE_NONE, rest = VALUE_NONE;
    if (!exception_group_match(vm, R(i.b), R(i.c), &matched, &rest)) return false;
    R(i.a) = matched;
    R(i.a + 1) = rest;
    return true;
}

bool slow_join_exception_group(VM *vm, Frame *frame, Instruction i) {
    Value joined = exception_group_join(vm, R(i.b), as_list(R(i.c)));
    if (joined == VALUE_ERROR) return false;
    R(i.a) = joined;
    return true;
}

bool slow_with_exit(VM *vm, Frame *frame, Instruction i) {
    Value exception = R(i.c), self = R(i.b + 1);
    Value args[] = {self, from_object(value_type(vm, exception)), exception, as_exception(exception)->traceback};
    bool is_bound = self == VALUE_UNBOUND;
    Value answer = call_value(vm, R(i.b), args + is_bound, 4u - is_bound);
    int truth = answer == VALUE_ERROR ? -1 : op_truth(vm, answer);
    if (truth < 0) return false;
    R(i.a) = from_bool(truth);
    return true;
}
