// frame: what scripts see of a frame (traceback.h).
#include "runtime/builtins.h"
#include "runtime/gather.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/generator.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include "runtime/thread.h"
#include "runtime/trace.h"
#include "runtime/type.h"

static FrameObject *as_frame(Value v) { return (FrameObject *)as_object(v); }

// ---- of frames that run

FrameObject *frame_object_new(VM *vm, Code *code, uint32_t pc, Value globals) {
    FrameObject *object = object_new(vm, vm->types.frame, sizeof *object);
    if (!object) return NULL;
    *object = (FrameObject){.head = object->head, .code = code, .pc = pc, .globals = globals, .back = VALUE_NONE, .namespace_ = VALUE_UNBOUND, .locals = VALUE_UNBOUND,
                            .trace = VALUE_NONE, .trace_lines = true};
    return object;
}

// A free place in vm->shown; false: MemoryError.
static bool open_place(VM *vm, uint32_t *place) {
    if (vm->shown_free == vm->shown_capacity) {
        uint32_t capacity = vm->shown_capacity ? vm->shown_capacity * 2 : 16;
        Value *shown = block_resize(vm, vm->shown, vm->shown_capacity * sizeof *shown, capacity * sizeof *shown);
        if (!shown) return false;
        for (uint32_t i = vm->shown_capacity; i < capacity; i++) shown[i] = from_small_int(i + 1);
        vm->shown = shown, vm->shown_capacity = capacity;
    }
    *place = vm->shown_free;
    vm->shown_free = (uint32_t)small_int(vm->shown[*place]);
    return true;
}
static void close_place(VM *vm, uint32_t place) {
    vm->shown[place] = from_small_int(vm->shown_free);
    vm->shown_free = place;
}

Value frame_object_known(const VM *vm, const Frame *frame) {
    if (frame->generator) return frame->generator->frame_object ? from_object(frame->generator->frame_object) : VALUE_UNBOUND;
    return frame->flags & FRAME_SHOWN ? vm->shown[frame->shown] : VALUE_UNBOUND;
}

static FrameObject *of_generator(VM *vm, Generator *generator) {
    if (generator->frame_object) return generator->frame_object;
    FrameObject *object = frame_object_new(vm, generator->code, 0, from_object(generator->function->globals));
    if (!object) return NULL;
    object->function = generator->function;
    object->generator = generator;
    object->is_exact = true; // its registers were empty when it was made
    gc_store_object(vm, generator, &generator->frame_object, object);
    return object;
}

FrameObject *frame_object_of(VM *vm, Frame *frame) {
    Value known = frame_object_known(vm, frame);
    if (known != VALUE_UNBOUND) return as_frame(known);
    if (frame->generator) return of_generator(vm, frame->generator);
    FrameObject *object = frame_object_new(vm, frame->code, 0, from_object(frame->globals));
    if (!object || !open_place(vm, &frame->shown)) return NULL;
    object->function = frame->function;
    object->frame = frame;
    if (frame->code->flags & UNIT_NAMESPACE) object->namespace_ = frame->namespace_;
    vm->shown[frame->shown] = from_object(object);
    frame->flags |= FRAME_SHOWN;
    return object;
}

Value frame_object_at(VM *vm, Frame *frame) {
    if (frame < vm->frames) return VALUE_NONE;
    const FrameObject *object = frame_object_of(vm, frame);
    return object ? from_object(object) : VALUE_ERROR;
}

Value frame_object_of_generator(VM *vm, Generator *generator) {
    if (generator->state == GENERATOR_FINISHED) return VALUE_NONE;
    const FrameObject *object = of_generator(vm, generator);
    return object ? from_object(object) : VALUE_ERROR;
}

// ---- their end

static Value *keep_registers(VM *vm, const FrameObject *object, const Value *registers) {
    const Code *code = object->code;
    if (!code->local_count || object->namespace_ != VALUE_UNBOUND) return NULL;
    Value *kept = block_new(vm, kept_count(code) * sizeof *kept);
    if (!kept) return NULL;
    kept[KEPT_FUNCTION] = from_object(object->function), kept[KEPT_NAMESPACE] = VALUE_UNBOUND;
    for (uint32_t i = 0; i < code->local_count; i++) seal_gathered(vm, kept[KEPT_VARIABLES + i] = registers[i]);
    return kept;
}

static void end(VM *vm, FrameObject *object, const Value *registers, uint32_t pc) {
    Value *kept = registers ? keep_registers(vm, object, registers) : NULL;
    object->kept = kept;
    object->pc = pc;
    object->frame = NULL, object->generator = NULL;
    gc_wrote(vm, object);
}

static Value caller_of(VM *vm, Frame *frame) {
    bool has_caller = frame > vm->frames && frame <= vm->frame;
    FrameObject *caller = has_caller ? frame_object_of(vm, frame - 1) : NULL;
    return caller ? from_object(caller) : VALUE_NONE;
}

void frame_object_ended(VM *vm, Frame *frame) {
    Value raised = vm->exception;
    FrameObject *object = as_frame(vm->shown[frame->shown]);
    Value caller = caller_of(vm, frame);
    gc_store(vm, object, &object->back, caller);
    end(vm, object, frame->registers, frame_instruction(frame));
    close_place(vm, frame->shown);
    frame->flags &= (uint16_t)~FRAME_SHOWN;
    vm->exception = raised; // there may have been no room
}

void frame_object_ended_generator(VM *vm, Generator *generator) {
    Value raised = vm->exception;
    FrameObject *object = generator->frame_object;
    const Frame *frame = frame_object_running(vm, object);
    if (frame) end(vm, object, frame->registers, frame_instruction(frame));
    else end(vm, object, generator->state == GENERATOR_RUNNING ? NULL : generator->registers, generator->pc ? generator->pc - 1 : 0);
    generator->frame_object = NULL;
    vm->exception = raised;
}

void frame_objects_forget(VM *vm, const Frame *first, const Frame *last) {
    for (const Frame *frame = first; frame && frame <= last; frame++) {
        if (frame->generator || !(frame->flags & FRAME_SHOWN)) continue;
        FrameObject *object = as_frame(vm->shown[frame->shown]);
        end(vm, object, NULL, frame_instruction(frame));
        close_place(vm, frame->shown);
    }
}

// ---- where they stand

Frame *frame_object_running(const VM *vm, const FrameObject *object) {
    if (!object->generator) return object->frame >= vm->frames && object->frame <= vm->frame ? object->frame : NULL;
    if (object->generator->state != GENERATOR_RUNNING && object->generator->state != GENERATOR_THROWING) return NULL;
    Frame *frame = vm->frame;
    while (frame >= vm->frames && frame->generator != object->generator) frame--;
    return frame >= vm->frames ? frame : NULL;
}

// The frame of a thread that waits for its turn (sys._current_frames), and the first of that thread. NULL: it is none.
static Frame *of_other_thread(const VM *vm, const FrameObject *object, Frame **first) {
    if (!threads_are_many(vm) || !(object->frame || object->generator)) return NULL;
    for (const Thread *thread = vm->threads->first; thread; thread = thread->next) {
        if (thread == vm->threads->running || !thread->state.frames) continue;
        for (Frame *frame = thread->state.frame; frame >= thread->state.frames; frame--)
            if (object->generator ? frame->generator == object->generator : frame == object->frame) return *first = thread->state.frames, frame;
    }
    return NULL;
}

static uint32_t instruction_of(const VM *vm, const FrameObject *object) {
    const Frame *frame = object->frame ? object->frame : frame_object_running(vm, object);
    if (frame) return frame_instruction(frame);
    if (object->generator) return object->generator->pc ? object->generator->pc - 1 : 0;
    return object->pc;
}
static bool is_before_first(const FrameObject *object) { return object->generator && object->generator->state == GENERATOR_CREATED; }

uint32_t frame_object_line(VM *vm, const FrameObject *object) {
    if (object->line) return object->line == FRAME_BEFORE_LINES ? 0 : object->line;
    return is_before_first(object) ? object->code->first_line : code_line(object->code, instruction_of(vm, object));
}

// ---- their variables

// NULL: not known.
static Value *variables_of(const VM *vm, const FrameObject *object) {
    if (object->kept) return object->kept + KEPT_VARIABLES;
    if (object->frame) return object->frame->registers;
    const Frame *frame = frame_object_running(vm, object);
    if (frame) return frame->registers;
    return object->generator && object->generator->state != GENERATOR_RUNNING ? object->generator->registers : NULL;
}

// A variable that closures share: its register has the cell, once MAKE_CELL has run.
static bool is_shared(const Code *code, uint32_t reg) {
    for (uint32_t at = 0; at < code->code_count; at++)
        if (code->code[at].op == OP_MAKE_CELL && code->code[at].a == reg) return true;
    return false;
}
static Cell *cell_of(const Code *code, uint32_t reg, Value v) { return is_layout(v, LAYOUT_CELL) && is_shared(code, reg) ? (Cell *)as_object(v) : NULL; }
bool is_shown_name(const Str *name) { return name && name->size && name->text[0] != '.'; }
static bool is_in(const uint64_t *set, uint32_t n) { return n < VARIABLE_WORDS * 64 && set[n >> 6] >> (n & 63) & 1; }

bool show_variable(VM *vm, Dict *dict, Str *name, Value value) {
    if (!is_shown_value(value)) return dict_delete_str(vm, dict, name) >= 0;
    seal_gathered(vm, value);
    return dict_set_str(vm, dict, name, value);
}

static bool show_variables(VM *vm, FrameObject *object, Dict *dict) {
    Code *code = object->code;
    const Value *values = variables_of(vm, object);
    uint64_t known[VARIABLE_WORDS];
    if (values && !object->is_exact && code->local_count > code->parameter_count) variables_assigned(vm, code, instruction_of(vm, object), known);
    else object->is_exact |= code->local_count == code->parameter_count;
    for (int pass = 0; pass < 2; pass++) // names that are gone first: a comprehension may have another variable of the name
        for (uint32_t i = 0; values && i < code->local_count; i++) {
            bool is_known = object->is_exact || is_in(known, i);
            const Cell *cell = is_known ? cell_of(code, i, values[i]) : NULL;
            Value value = !is_known ? VALUE_UNBOUND : cell ? cell->content : values[i];
            if (is_shown_name(code->local_names[i]) && is_shown_value(value) == pass && !show_variable(vm, dict, code->local_names[i], value)) return false;
        }
    for (uint32_t i = 0; object->function && i < code->free_count; i++)
        if (!show_variable(vm, dict, code->free_names[i], object->function->cells[i]->content)) return false;
    return true;
}

Value namespace_shown(VM *vm, const Code *code, const Value *registers, Value space) {
    Dict *copy = NULL;
    for (uint32_t i = 0; i < code->local_count; i++) {
        const Cell *cell = cell_of(code, i, registers[i]);
        Value value = cell ? cell->content : registers[i];
        if (!is_shown_name(code->local_names[i]) || !is_shown_value(value)) continue;
        if (!copy && is_dict(space)) copy = dict_copy(vm, as_dict(space));
        if (!copy || !show_variable(vm, copy, code->local_names[i], value)) return copy ? VALUE_ERROR : is_dict(space) ? VALUE_ERROR : space;
    }
    return copy ? from_object(copy) : space;
}

// A comprehension that runs has a variable of the same name.
static bool is_hidden(const Code *code, const Value *values, uint32_t reg) {
    for (uint32_t i = reg + 1; i < code->local_count; i++)
        if (code->local_names[i] == code->local_names[reg] && is_shown_value(values[i])) return true;
    return false;
}

void frame_object_take_locals(VM *vm, FrameObject *object) {
    const Code *code = object->code;
    Value *values = variables_of(vm, object);
    object->is_read = false;
    if (!values || !is_dict(object->locals)) return;
    Dict *dict = as_dict(object->locals);
    for (uint32_t i = 0; i < code->local_count; i++) {
        Value value = is_shown_name(code->local_names[i]) ? dict_get_str(vm, dict, code->local_names[i]) : VALUE_UNBOUND;
        if (value == VALUE_UNBOUND || is_hidden(code, values, i)) continue;
        Cell *cell = cell_of(code, i, values[i]);
        if (cell) gc_store(vm, cell, &cell->content, value);
        else values[i] = value;
    }
    for (uint32_t i = 0; object->function && i < code->free_count; i++) {
        Value value = dict_get_str(vm, dict, code->free_names[i]);
        Cell *cell = object->function->cells[i];
        if (value != VALUE_UNBOUND) gc_store(vm, cell, &cell->content, value);
    }
}

static Value frame_locals(VM *vm, Value self) {
    FrameObject *object = as_frame(self);
    Value space = object->namespace_;
    if (space != VALUE_UNBOUND) space = builtins_dict(vm) ? namespace_share(space) : VALUE_ERROR;
    else if (object->code->flags & UNIT_NAMESPACE) space = globals_share(vm, as_dict(object->globals));
    if (space != VALUE_UNBOUND) return space != VALUE_ERROR && object->frame ? namespace_shown(vm, object->code, object->frame->registers, space) : space;
    if (!code_read(vm, object->code)) return VALUE_ERROR;
    if (object->locals == VALUE_UNBOUND) {
        Dict *dict = object->frame && is_dict(object->frame->namespace_) ? as_dict(object->frame->namespace_) : dict_new(vm); // that of locals()
        if (!dict) return VALUE_ERROR;
        gc_store(vm, object, &object->locals, from_object(dict));
    }
    if (object == vm->tracing.object && object->is_read) frame_object_take_locals(vm, object); // what the trace function has stored there stays
    object->is_read = true;
    return show_variables(vm, object, as_dict(object->locals)) ? object->locals : VALUE_ERROR;
}

// ---- attributes

static Value frame_code(VM *vm, Value self) { return (void)vm, from_object(as_frame(self)->code); }
static Value frame_globals(VM *vm, Value self) { return globals_share(vm, as_dict(as_frame(self)->globals)); }
static Value frame_builtins(VM *vm, Value self) { return (void)self, builtins_dict(vm) ? from_object(vm->builtins) : VALUE_ERROR; }
static Value frame_line_number(VM *vm, Value self) { return from_small_int(frame_object_line(vm, as_frame(self))); }
static Value frame_lasti(VM *vm, Value self) { return from_small_int(is_before_first(as_frame(self)) ? -1 : 2 * (int64_t)instruction_of(vm, as_frame(self))); }
static Value frame_back(VM *vm, Value self) {
    const FrameObject *object = as_frame(self);
    Frame *frame = frame_object_running(vm, object);
    if (frame) return frame_object_at(vm, frame - 1);
    Frame *first = NULL;
    if ((frame = of_other_thread(vm, object, &first))) return frame == first ? VALUE_NONE : (object = frame_object_of(vm, frame - 1)) ? from_object(object) : VALUE_ERROR;
    return object->frame || object->generator ? VALUE_NONE : object->back;
}
static Value frame_trace_function(VM *vm, Value self) { return (void)vm, as_frame(self)->trace; }
static bool set_trace_function(VM *vm, Value self, Value value) {
    FrameObject *object = as_frame(self);
    const Frame *frame = frame_object_running(vm, object);
    gc_store(vm, object, &object->trace, value == VALUE_UNBOUND ? VALUE_NONE : value);
    if (frame) object->traced_pc = frame_instruction(frame), object->traced_line = frame_line(frame); // what is left of the line is no new one
    return true;
}
static Value frame_trace_lines(VM *vm, Value self) { return (void)vm, from_bool(as_frame(self)->trace_lines); }
static Value frame_trace_opcodes(VM *vm, Value self) { return (void)vm, from_bool(as_frame(self)->trace_opcodes); }
static bool set_switch(VM *vm, Value value, bool *place) {
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "can't delete numeric/char attribute"), false;
    if (value != VALUE_TRUE && value != VALUE_FALSE) return raise_type_error(vm, "attribute value type must be bool"), false;
    return *place = value == VALUE_TRUE, true;
}
static bool set_trace_lines(VM *vm, Value self, Value value) { return set_switch(vm, value, &as_frame(self)->trace_lines); }
static bool set_trace_opcodes(VM *vm, Value self, Value value) { return set_switch(vm, value, &as_frame(self)->trace_opcodes); }

// ---- frame.f_lineno = line: the frame goes on there

#ifdef TYPHON_CORE // nothing is traced
static bool set_frame_line(VM *vm, Value self, Value value) { return (void)self, (void)value, raise_value_error(vm, "f_lineno can only be set in a trace function"), false; }
#else

// The first instruction of the first line from `line` on that has any.
static bool find_line(const Code *code, uint32_t line, uint32_t *at) {
    uint32_t best = UINT32_MAX;
    for (uint32_t n = 0; n < code->code_count; n++) {
        uint32_t here = code_line(code, n);
        if (here >= line && here < best && !trace_has_no_line(code->code[n].op)) best = here, *at = n;
    }
    return best != UINT32_MAX;
}

static bool set_frame_line(VM *vm, Value self, Value value) {
    FrameObject *object = as_frame(self);
    Frame *frame = frame_object_running(vm, object);
    int64_t line;
    if (value == VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "cannot delete attribute"), false;
    if (!is_int(value)) return raise_value_error(vm, "lineno must be an integer"), false;
    if (!op_index_int64(vm, value, &line, true)) return false;
    if (!frame || object != vm->tracing.object) return raise_value_error(vm, "f_lineno can only be set in a trace function"), false;
    if (!vm->tracing.is_at_line) return raise_value_error(vm, "can only jump from a 'line' trace event"), false;
    uint32_t to = 0, from = frame_instruction(frame);
    if (line < object->code->first_line) return raise_value_error(vm, "line %zd comes before the current code block", (ptrdiff_t)line), false;
    if (line > UINT32_MAX || !find_line(object->code, (uint32_t)line, &to)) return raise_value_error(vm, "line %zd comes after the current code block", (ptrdiff_t)line), false;
    const char *reason = frame_can_jump(vm, frame, from, to, object->is_exact);
    if (reason) return raise_value_error(vm, "%s", reason), false;
    for (uint32_t i = 0; i < object->code->local_count; i++)
        if (frame->registers[i] == VALUE_UNBOUND) frame->registers[i] = VALUE_NONE; // as they would be read without a look
    frame->pc = object->code->code + to + 1;
    object->traced_pc = to, object->traced_line = code_line(object->code, to);
    return true;
}
#endif

static Value frame_repr(VM *vm, Value self) {
    const FrameObject *object = as_frame(self);
    return str_from_format(vm, "<frame at %A, file %R, line %u, code %U>", self, from_object(object->code->filename), frame_object_line(vm, object), object->code->name);
}

// frame.clear()
static Value frame_clear(VM *vm, Value *args, uint32_t count) {
    (void)count;
    FrameObject *object = as_frame(args[0]);
    if (object->generator && object->generator->state != GENERATOR_RUNNING) return generator_close(vm, object->generator) ? VALUE_NONE : VALUE_ERROR;
    if (object->frame || object->generator) return raise_error(vm, vm->types.RuntimeError, "cannot clear an executing frame");
    for (uint32_t i = KEPT_VARIABLES; object->kept && i < kept_count(object->code); i++) object->kept[i] = VALUE_UNBOUND;
    object->function = NULL;
    object->locals = VALUE_UNBOUND;
    return VALUE_NONE;
}

static void frame_object_trace(VM *vm, Object *self) {
    FrameObject *object = (FrameObject *)self;
    gc_mark_object(vm, object->code), gc_mark_object(vm, object->function), gc_mark(vm, object->globals), gc_mark(vm, object->back), gc_mark(vm, object->namespace_);
    gc_mark(vm, object->locals), gc_mark(vm, object->trace), gc_mark_object(vm, object->generator), gc_mark_block(vm, object->kept);
    for (uint32_t i = 0; object->kept && i < kept_count(object->code); i++) gc_mark(vm, object->kept[i]);
}

static const NativeDef frame_methods[] = {{"clear", {frame_clear}, 0, 0, 0, NULL, DOC("F.clear(): clear most references held by the frame")}, {0}};
static const GetSetDef frame_getset[] = {
    {"f_code", frame_code, NULL},
    {"f_globals", frame_globals, NULL},
    {"f_builtins", frame_builtins, NULL},
    {"f_locals", frame_locals, NULL},
    {"f_lineno", frame_line_number, set_frame_line},
    {"f_lasti", frame_lasti, NULL},
    {"f_back", frame_back, NULL},
    {"f_trace", frame_trace_function, set_trace_function},
    {"f_trace_lines", frame_trace_lines, set_trace_lines},
    {"f_trace_opcodes", frame_trace_opcodes, set_trace_opcodes},
    {0},
};
const TypeSpec frame_spec = {
    .name = "frame",
    .layout = LAYOUT_OTHER,
    .size = sizeof(FrameObject),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(repr, frame_repr), SLOT(trace, frame_object_trace)),
    .methods = frame_methods,
    .getset = frame_getset,
};
