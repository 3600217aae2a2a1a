#include "runtime/trace.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"

// ---- hooks

void trace_adopt(VM *vm) {
    Tracing *t = &vm->tracing;
    t->is_on = !t->is_inside && (t->trace != VALUE_NONE || t->profile != VALUE_NONE);
    if (t->is_on) attention_set(vm, ATTENTION_TRACE);
    else attention_clear(vm, ATTENTION_TRACE);
}

// The frames that are there were called before anybody asked: nothing is to be told of it.
static void see_frames(VM *vm) {
    for (Frame *frame = vm->frames; frame <= vm->frame; frame++) frame->flags |= FRAME_SEEN;
    work_done(vm, frame_depth(vm));
}

bool trace_set(VM *vm, Value function) {
    if (!vm->tracing.is_inside && function != VALUE_NONE) see_frames(vm);
    vm->tracing.trace = function;
    return trace_adopt(vm), true;
}

bool trace_set_profile(VM *vm, Value function, bool (*native)(VM *vm, Value self, int event, Value what)) {
    if (!vm->tracing.is_inside && function != VALUE_NONE) see_frames(vm);
    vm->tracing.profile = function;
    vm->tracing.profiler = native;
    return trace_adopt(vm), true;
}

static bool is_call(uint16_t op) {
    switch (op) {
    case OP_CALL: case OP_CALL_METHOD: case OP_CALL_PROMISED: case OP_CALL_METHOD_PROMISED: case OP_CALL_KEYWORDS: case OP_CALL_METHOD_KEYWORDS: return true;
    default: return false;
    }
}
Value trace_return_to_loop(VM *vm, const char *name) {
    const Frame *frame = vm->frame;
    if (!vm->tracing.is_on || frame < vm->frames || frame->pc == frame->code->code || !is_call(frame->pc[-1].op)) return VALUE_NONE;
    Value called = frame->registers[frame->pc[-1].a];
    if (!is_layout(called, LAYOUT_NATIVE) || strcmp(((const Native *)as_object(called))->def->name, name) != 0) return VALUE_NONE;
    return VALUE_ERROR;
}

// What stands around a hook: nothing is traced meanwhile, and the exception that is set waits.
typedef struct Pause {
    Value exception;
    ptrdiff_t roots;
} Pause;
static Pause begin(VM *vm) {
    Pause pause = {vm->exception, vm->roots_top - vm->roots};
    root_push(vm, vm->exception);
    vm->exception = VALUE_UNBOUND;
    vm->tracing.is_inside = true;
    trace_adopt(vm);
    return pause;
}
// What the hook has raised takes the place of the exception that waited.
static bool finish(VM *vm, Pause pause) {
    vm->roots_top = vm->roots + pause.roots;
    vm->tracing.is_inside = false;
    trace_adopt(vm);
    if (error_is_set(vm)) return false;
    vm->exception = pause.exception;
    return true;
}

static Value call_hook(VM *vm, Value hook, const FrameObject *object, const char *event, Value argument) {
    Str *name = str_intern(vm, event, strlen(event));
    return name ? call_value(vm, hook, (Value[]){from_object(object), from_object(name), argument}, 3) : VALUE_ERROR;
}

// ---- the trace function

// Calls the frame's own function, or `hook`, which is asked for that one; what it returns is the frame's own from then on. False: it has raised, and tracing has ended.
static bool call_trace(VM *vm, FrameObject *object, Value hook, const char *event, Value argument) {
    Pause pause = begin(vm);
    root_push(vm, from_object(object)), root_push(vm, argument);
    object->is_read = false;
    vm->tracing.object = object;
    vm->tracing.is_at_line = strcmp(event, "line") == 0;
    Value answer = call_hook(vm, hook, object, event, argument);
    vm->tracing.object = NULL;
    if (answer == VALUE_ERROR) vm->tracing.trace = VALUE_NONE, object->trace = VALUE_NONE;
    else if (answer != VALUE_NONE) gc_store(vm, object, &object->trace, answer);
    if (object->is_read) frame_object_take_locals(vm, object);
    return finish(vm, pause);
}

static bool call_profile(VM *vm, Frame *frame, ProfileEvent event, Value argument) {
    static const char *const names[] = {"call", "return", "c_call", "c_return", "c_exception"};
    bool is_native = event >= PROFILE_NATIVE_CALL;
    Pause pause = begin(vm);
    root_push(vm, argument);
    bool good;
    if (vm->tracing.profiler) {
        good = vm->tracing.profiler(vm, vm->tracing.profile, event, is_native ? argument : from_object(frame->code));
    } else {
        FrameObject *object = frame_object_of(vm, frame);
        if (object) object->is_read = false;
        good = object && call_hook(vm, vm->tracing.profile, object, names[event], argument) != VALUE_ERROR;
        if (good && object->is_read) frame_object_take_locals(vm, object);
    }
    if (!good) vm->tracing.profile = VALUE_NONE, vm->tracing.profiler = NULL;
    return finish(vm, pause);
}

// ---- calls and returns

// Whether the frame begins, rather than being a generator's that goes on. What earlier calls have left in its variables is taken away.
static bool begins(const Frame *frame) {
    const Code *code = frame->code;
    const Instruction *at = frame->pc - 1;
    if (at != code->code && at != code->behind_guards) return false;
    for (uint32_t i = code->parameter_count; i < code->local_count && !frame->generator; i++) frame->registers[i] = VALUE_UNBOUND;
    return true;
}

// A generator goes on: its line is that of the YIELD, which stands before, or of a YIELD_FROM, which is done again.
static void resume(FrameObject *object, const Frame *frame) {
    uint32_t at = frame_instruction(frame);
    object->traced_pc = at;
    object->traced_line = object->line = code_line(frame->code, at && frame->code->code[at].op != OP_YIELD_FROM ? at - 1 : at);
}

static bool enter(VM *vm, Frame *frame) {
    frame->flags |= FRAME_SEEN;
    bool is_new = begins(frame);
    if (vm->tracing.trace != VALUE_NONE) {
        FrameObject *object = frame_object_of(vm, frame);
        if (!object) return false;
        object->is_exact |= is_new;
        if (is_new) object->traced_pc = object->traced_line = 0, object->line = frame->code->flags & UNIT_MODULE ? FRAME_BEFORE_LINES : frame->code->first_line;
        else resume(object, frame);
        bool good = call_trace(vm, object, vm->tracing.trace, "call", VALUE_NONE);
        object->line = 0;
        if (!good) return false;
    }
    return vm->tracing.profile == VALUE_NONE || call_profile(vm, frame, PROFILE_CALL, VALUE_NONE);
}

bool trace_return(VM *vm, Frame *frame, Value value) {
    if (!vm->tracing.is_on) return true;
    ROOT_SCOPE(vm);
    root_push(vm, value);
    Value argument = value == VALUE_UNBOUND ? VALUE_NONE : value, known = frame_object_known(vm, frame);
    FrameObject *object = known == VALUE_UNBOUND ? NULL : (FrameObject *)as_object(known);
    bool good = true;
    if (object && value != VALUE_UNBOUND) object->line = object->traced_line;
    if (object && vm->tracing.trace != VALUE_NONE && object->trace != VALUE_NONE) good = call_trace(vm, object, object->trace, "return", argument);
    if (good && vm->tracing.profile != VALUE_NONE) good = call_profile(vm, frame, PROFILE_RETURN, argument);
    if (object) object->line = 0;
    ROOT_END(vm);
    return good;
}

// The frame's object if its own function is to be called; else NULL.
static FrameObject *traced_object(VM *vm, const Frame *frame) {
    Value known = frame_object_known(vm, frame);
    if (!vm->tracing.is_on || vm->tracing.trace == VALUE_NONE || known == VALUE_UNBOUND) return NULL;
    FrameObject *object = (FrameObject *)as_object(known);
    return object->trace != VALUE_NONE ? object : NULL;
}

void trace_exception(VM *vm, Frame *frame) {
    FrameObject *object = traced_object(vm, frame);
    if (!object) return;
    Value exception = vm->exception;
    Value argument = tuple_pack(vm, 3, from_object(value_type(vm, exception)), exception, as_exception(exception)->traceback);
    if (argument != VALUE_ERROR) call_trace(vm, object, object->trace, "exception", argument);
}

bool trace_stop(VM *vm, Frame *frame, Value value) {
    FrameObject *object = traced_object(vm, frame);
    if (!object) return true;
    ROOT_SCOPE(vm);
    root_push(vm, value);
    Value stop = exception_new(vm, vm->types.StopIteration, &value, value != VALUE_NONE);
    Value argument = stop == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, from_object(vm->types.StopIteration), stop, VALUE_NONE);
    bool good = argument != VALUE_ERROR && call_trace(vm, object, object->trace, "exception", argument);
    ROOT_END(vm);
    return good;
}

// ---- lines

static bool is_guard(uint16_t op) { return op == OP_GUARD_TYPE || op == OP_GUARD_PARAMETERS || op == OP_GUARD_VALUE; }
static bool is_loop(uint16_t op) { return op == OP_LOOP || op == OP_LOOP_RANGE || op == OP_LOOP_LIST || op == OP_LOOP_LIST_GUARDED || op == OP_LOOP_LIST_OF_CLASS; }

// What a function returns at its end, jumped to from before its last statement, whose line it has.
static bool is_implicit_end(const Code *code, uint32_t at) { return code->code[at].op == OP_RETURN_CONST && at && code_line(code, at - 1) == code_line(code, at); }

static bool is_new_line(FrameObject *object, const Code *code, uint32_t at) {
    uint16_t op = code->code[at].op;
    uint32_t line = code_line(code, at), before = object->traced_line;
    if (trace_has_no_line(op) || (!before && is_guard(op))) return false;
    if (before && line != before && (op == OP_JUMP ? line < before : is_implicit_end(code, at))) return false; // to behind a statement
    bool is_back = at < object->traced_pc && before;
    object->traced_pc = at;
    object->traced_line = line;
    return line != before || is_back;
}

// The line of the outermost `try` behind line `above` whose body the instruction begins, and which has no instruction of its own; 0: there is none, or the line has been told.
static uint32_t line_of_try(const Code *code, uint32_t at, uint32_t before, uint32_t above) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < code->handler_count; i++) {
        const HandlerEntry *entry = &code->handlers[i];
        uint32_t line = code_line(code, entry->handler);
        if (entry->start != at || code->code[entry->handler].op != OP_ENTER_HANDLER || line == before || line <= above || line >= code_line(code, at)) continue;
        bool is_first = true; // of the parts of the body
        for (uint32_t n = 0; n < code->handler_count; n++) is_first &= code->handlers[n].handler != entry->handler || code->handlers[n].start >= at;
        if (is_first && (!found || line < found)) found = line;
    }
    return found;
}

// The line at the head of the loop is told before it goes back: some instructions do what the head would.
static bool tell_head(VM *vm, FrameObject *object, const Code *code, uint32_t at, bool is_told) {
    uint32_t line = code_line(code, at + 1 + (uint32_t)instruction_wide(code->code[at]));
    bool is_new = line != object->traced_line || !is_told;
    object->traced_pc = 0, object->traced_line = line;
    if (!is_new || !object->trace_lines) return true;
    object->line = line;
    bool good = call_trace(vm, object, object->trace, "line", VALUE_NONE);
    object->line = 0;
    return good;
}

static bool tell_line(VM *vm, const Frame *frame, FrameObject *object, uint32_t at, uint32_t before) {
    if (!object->trace_lines) return true;
    const Instruction *next = frame->pc;
    for (uint32_t line = 0; (line = line_of_try(frame->code, at, before, line)) != 0;) {
        object->line = line;
        bool good = call_trace(vm, object, object->trace, "line", VALUE_NONE);
        object->line = 0;
        if (!good || frame->pc != next || object->trace == VALUE_NONE || vm->tracing.trace == VALUE_NONE) return good; // it may go on elsewhere
    }
    return call_trace(vm, object, object->trace, "line", VALUE_NONE);
}

bool trace_instruction(VM *vm, Frame *frame) {
    const Code *code = frame->code;
    uint32_t at = frame_instruction(frame);
    if (code->code[at].op == OP_ASIDE) return true; // to be read first
    if (!(frame->flags & FRAME_SEEN) && !enter(vm, frame)) return false;
    FrameObject *object = traced_object(vm, frame);
    if (!object) return true;
    uint32_t before = object->traced_line;
    const Instruction *next = frame->pc;
    bool is_new = is_new_line(object, code, at);
    if (is_new && !tell_line(vm, frame, object, at, before)) return false;
    bool is_traced = frame->pc == next && object->trace != VALUE_NONE && vm->tracing.trace != VALUE_NONE;
    if (is_traced && is_loop(code->code[at].op) && !tell_head(vm, object, code, at, is_new)) return false;
    return !object->trace_opcodes || object->trace == VALUE_NONE || call_trace(vm, object, object->trace, "opcode", VALUE_NONE);
}

// ---- natives

// What a hook is shown: a method of a built-in type bound to its object.
static Value shown_native(VM *vm, Value callable, const Value *args, uint32_t count) {
    const Native *native = (const Native *)as_object(callable);
    if (vm->tracing.profiler || !native->type || !count || native->self != VALUE_UNBOUND || native->def->flags & (NATIVE_STATIC | NATIVE_CLASS)) return callable;
    if (!type_is_subtype(value_type(vm, args[0]), native->type)) return callable;
    return native_new(vm, native->def, args[0], VALUE_NONE);
}

CallOutcome trace_dispatch(VM *vm, Value callable, Value *args, uint32_t count, Value keyword_names, uint16_t result) {
    if (!vm->tracing.is_on || vm->tracing.profile == VALUE_NONE || !is_layout(callable, LAYOUT_NATIVE)) return call_dispatch(vm, callable, args, count, keyword_names, result);
    Frame *frame = vm->frame;
    Value shown = shown_native(vm, callable, args, count);
    if (shown == VALUE_ERROR) return CALL_FAILED;
    ROOT_SCOPE(vm);
    root_push(vm, shown);
    CallOutcome outcome = CALL_FAILED;
    if (call_profile(vm, frame, PROFILE_NATIVE_CALL, shown)) {
        outcome = call_dispatch(vm, callable, args, count, keyword_names, result);
        bool has_raised = outcome == CALL_FAILED && error_is_set(vm); // (else it has set a hook: trace_return_to_loop)
        if (vm->tracing.is_on && vm->tracing.profile != VALUE_NONE && !call_profile(vm, frame, has_raised ? PROFILE_NATIVE_EXCEPTION : PROFILE_NATIVE_RETURN, shown)) outcome = CALL_FAILED;
    }
    ROOT_END(vm);
    return outcome;
}
