// traceback, and the frame objects that tracebacks show: where an exception has passed.
#include "runtime/builtins.h"
#include "runtime/call.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include "runtime/type.h"

static Traceback *as_traceback(Value v) { return (Traceback *)as_object(v); }
static FrameObject *as_frame(Value v) { return (FrameObject *)as_object(v); }

uint32_t traceback_line(const Traceback *traceback) { return traceback->line ? traceback->line : code_line(traceback->code, traceback->pc); }

void exception_add_traceback(VM *vm, Value exception, Code *code, uint32_t pc, Value globals) {
    if (code->stands_for_native) return;
    Value raised = vm->exception;
    Traceback *traceback = object_new(vm, vm->types.traceback, sizeof *traceback);
    if (!traceback) { // rather a traceback with a gap than another exception
        vm->exception = raised;
        return;
    }
    *traceback = (Traceback){traceback->head, as_exception(exception)->traceback, code, pc, 0, globals};
    gc_store(vm, as_exception(exception), &as_exception(exception)->traceback, from_object(traceback));
}

// ---- traceback -----------------------------------------------------------------------------------------------------

static Value get_next(VM *vm, Value self) { return (void)vm, as_traceback(self)->next; }
static bool set_tb_next(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "can't delete tb_next attribute"), false;
    if (value != VALUE_NONE && !is_layout(value, LAYOUT_TRACEBACK)) return raise_type_error(vm, "expected traceback object, got '%T'", value), false;
    for (Value at = value; at != VALUE_NONE; at = as_traceback(at)->next)
        if (at == self) return raise_value_error(vm, "traceback loop detected"), false;
    gc_store(vm, as_object(self), &as_traceback(self)->next, value);
    return true;
}
static Value get_lineno(VM *vm, Value self) { return (void)vm, from_small_int(traceback_line(as_traceback(self))); }
static Value get_lasti(VM *vm, Value self) { return (void)vm, from_small_int(2 * (int64_t)as_traceback(self)->pc); }
static Value get_frame(VM *vm, Value self) {
    Traceback *traceback = as_traceback(self);
    return frame_object_new(vm, traceback->code, traceback->pc, traceback->globals, VALUE_NONE);
}
// types.TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)
static Value traceback_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    Value out[4];
    int64_t last, line;
    if (!bind_arguments(vm, "TracebackType", "tb_next tb_frame tb_lasti tb_lineno", 4, 4, args, count, keyword_names, out)) return VALUE_ERROR;
    if (!is_object(out[1]) || value_type(vm, out[1]) != vm->types.frame) return raise_type_error(vm, "TracebackType() argument 'tb_frame' must be frame, not %T", out[1]);
    if (!op_index_int64(vm, out[2], &last, true) || !op_index_int64(vm, out[3], &line, true)) return VALUE_ERROR;
    if (out[0] != VALUE_NONE && !is_layout(out[0], LAYOUT_TRACEBACK)) return raise_type_error(vm, "expected traceback object or None, got '%T'", out[0]);
    const FrameObject *frame = as_frame(out[1]);
    Traceback *traceback = object_new(vm, vm->types.traceback, sizeof *traceback);
    if (!traceback) return VALUE_ERROR;
    uint32_t pc = last >= 0 && last / 2 < frame->code->code_count ? (uint32_t)(last / 2) : 0;
    *traceback = (Traceback){traceback->head, out[0], frame->code, pc, line > 0 && line < UINT32_MAX ? (uint32_t)line : 0, frame->globals};
    return from_object(traceback);
}

static void traceback_trace(VM *vm, Object *self) {
    Traceback *traceback = (Traceback *)self;
    gc_mark(vm, traceback->next), gc_mark(vm, traceback->globals), gc_mark_object(vm, traceback->code);
}

static const GetSetDef traceback_getset[] = {
    {"tb_next", get_next, set_tb_next}, {"tb_frame", get_frame, getset_refuse}, {"tb_lasti", get_lasti, getset_refuse}, {"tb_lineno", get_lineno, NULL}, {0}};
const TypeSpec traceback_spec = {
    .name = "traceback",
    .layout = LAYOUT_TRACEBACK,
    .size = sizeof(Traceback),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(trace, traceback_trace), SLOT(construct, traceback_construct)),
    .getset = traceback_getset,
};

// ---- frame ---------------------------------------------------------------------------------------------------------

Value frame_object_new(VM *vm, Code *code, uint32_t pc, Value globals, Value back) {
    FrameObject *frame = object_new(vm, vm->types.frame, sizeof *frame);
    if (!frame) return VALUE_ERROR;
    *frame = (FrameObject){frame->head, code, pc, globals, back, VALUE_UNBOUND};
    return from_object(frame);
}

static Value frame_code(VM *vm, Value self) { return (void)vm, from_object(as_frame(self)->code); }
static Value frame_globals(VM *vm, Value self) { return globals_share(vm, as_dict(as_frame(self)->globals)); }
static Value frame_builtins(VM *vm, Value self) { return (void)self, builtins_dict(vm) ? from_object(vm->builtins) : VALUE_ERROR; }
static Value frame_line_number(VM *vm, Value self) { return (void)vm, from_small_int(code_line(as_frame(self)->code, as_frame(self)->pc)); }
static Value frame_lasti(VM *vm, Value self) { return (void)vm, from_small_int(2 * (int64_t)as_frame(self)->pc); }
static Value frame_back(VM *vm, Value self) { return (void)vm, as_frame(self)->back; }
static Value frame_trace_function(VM *vm, Value self) { return (void)vm, (void)self, VALUE_NONE; }
static Value frame_trace_lines(VM *vm, Value self) { return (void)vm, (void)self, VALUE_TRUE; }
static Value frame_trace_opcodes(VM *vm, Value self) { return (void)vm, (void)self, VALUE_FALSE; }
static bool set_frame_line(VM *vm, Value self, Value value) {
    (void)self;
    return raise_value_error(vm, "f_lineno can only be set %s", value == VALUE_UNBOUND ? "to an integer" : "in a trace function"), false;
}
// A module's locals are its globals. Those of a function are gone with its registers.
static Value frame_locals(VM *vm, Value self) {
    FrameObject *frame = as_frame(self);
    if (frame->code->flags & UNIT_MODULE) return globals_share(vm, as_dict(frame->globals));
    if (frame->locals == VALUE_UNBOUND) {
        Dict *none = dict_new(vm);
        if (!none) return VALUE_ERROR;
        gc_store(vm, frame, &frame->locals, from_object(none));
    }
    return frame->locals;
}
static Value frame_repr(VM *vm, Value self) {
    FrameObject *frame = as_frame(self);
    return str_from_format(vm, "<frame at %A, file %R, line %u, code %U>", self, from_object(frame->code->filename), code_line(frame->code, frame->pc), frame->code->name);
}
static Value frame_clear(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)args, (void)count, VALUE_NONE; }
static void frame_object_trace(VM *vm, Object *self) {
    FrameObject *frame = (FrameObject *)self;
    gc_mark_object(vm, frame->code), gc_mark(vm, frame->globals), gc_mark(vm, frame->back), gc_mark(vm, frame->locals);
}

static const NativeDef frame_methods[] = {{"clear", {frame_clear}, 0, 0, 0, NULL, DOC("Nothing: a frame keeps no locals.")}, {0}};
static const GetSetDef frame_getset[] = {
    {"f_code", frame_code, NULL},
    {"f_globals", frame_globals, NULL},
    {"f_builtins", frame_builtins, NULL},
    {"f_locals", frame_locals, NULL},
    {"f_lineno", frame_line_number, set_frame_line},
    {"f_lasti", frame_lasti, NULL},
    {"f_back", frame_back, NULL},
    {"f_trace", frame_trace_function, NULL},
    {"f_trace_lines", frame_trace_lines, NULL},
    {"f_trace_opcodes", frame_trace_opcodes, NULL},
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
