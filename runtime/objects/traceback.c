// traceback: where an exception has passed.
#include "runtime/builtins.h"
#include "runtime/call.h"
#include "runtime/gather.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include "runtime/type.h"

static Traceback *as_traceback(Value v) { return (Traceback *)as_object(v); }

uint32_t traceback_line(const Traceback *traceback) { return traceback->line ? traceback->line : code_line(traceback->code, traceback->pc); }

Value traceback_globals(const VM *vm, const Traceback *traceback) {
    return is_exactly(traceback->where, vm->types.frame) ? ((const FrameObject *)as_object(traceback->where))->globals : traceback->where;
}

// What the variables of a frame that an exception passes hold: for tb_frame.f_locals. NULL: nothing, or there is no room, which a MemoryError tells, too.
static Value *keep_variables(VM *vm, const Frame *frame, Value exception) {
    const Code *code = frame->code;
    bool has_namespace = code->flags & UNIT_NAMESPACE;
    if (has_namespace ? code->flags & UNIT_MODULE : !code->local_count && !code->free_count) return NULL;
    if (is_exactly(exception, vm->types.MemoryError) || vm->is_stopped) return NULL;
    uint32_t count = kept_count(code);
    Value *kept = block_new(vm, count * sizeof *kept);
    if (!kept) return NULL;
    kept[KEPT_FUNCTION] = from_object(frame->function);
    kept[KEPT_NAMESPACE] = has_namespace ? frame->namespace_ : VALUE_UNBOUND;
    for (uint32_t i = KEPT_VARIABLES; i < count; i++) seal_gathered(vm, kept[i] = frame->registers[i - KEPT_VARIABLES]);
    return kept;
}

// Where memory has run out, what the exceptions before it keep may be what has filled it.
static void forget_variables(Value exception) {
    enum { MOST = 1000 };
    int left = MOST;
    for (Value at = as_exception(exception)->context; left-- > 0 && is_exception(at); at = as_exception(at)->context)
        for (Value last = as_exception(at)->traceback; is_layout(last, LAYOUT_TRACEBACK) && left-- > 0; last = as_traceback(last)->next) as_traceback(last)->kept = NULL;
}

void exception_add_traceback(VM *vm, Value exception, Code *code, uint32_t pc, Value globals, Frame *frame) {
    if (code->stands_for_native) return;
    if (is_exactly(exception, vm->types.MemoryError)) forget_variables(exception);
    Value raised = vm->exception;
    Traceback *traceback = object_new(vm, vm->types.traceback, sizeof *traceback);
    if (!traceback) { // rather a traceback with a gap than another exception
        vm->exception = raised;
        return;
    }
    Value shown = frame ? frame_object_known(vm, frame) : VALUE_UNBOUND;
    *traceback = (Traceback){traceback->head, as_exception(exception)->traceback, code, pc, 0, shown == VALUE_UNBOUND ? globals : shown, NULL};
    if (frame && shown == VALUE_UNBOUND && !(traceback->kept = keep_variables(vm, frame, exception))) vm->exception = raised;
    gc_store(vm, as_exception(exception), &as_exception(exception)->traceback, from_object(traceback));
}

void traceback_left(VM *vm, const Frame *frame) {
    Value last = as_exception(vm->exception)->traceback;
    if (!is_layout(last, LAYOUT_TRACEBACK)) return;
    Traceback *traceback = as_traceback(last);
    if (!traceback->kept || traceback->code != frame->code || traceback->kept[KEPT_FUNCTION] != from_object(frame->function)) return;
    for (uint32_t i = 0; i < frame->code->local_count; i++) traceback->kept[KEPT_VARIABLES + i] = frame->registers[i];
    gc_wrote(vm, traceback);
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
// Made when it is first asked for, and then the same.
static Value get_frame(VM *vm, Value self) {
    Traceback *traceback = as_traceback(self);
    if (is_exactly(traceback->where, vm->types.frame)) return traceback->where;
    FrameObject *frame = frame_object_new(vm, traceback->code, traceback->pc, traceback->where);
    if (!frame) return VALUE_ERROR;
    if (traceback->kept) {
        frame->function = (Function *)as_object(traceback->kept[KEPT_FUNCTION]);
        frame->namespace_ = traceback->kept[KEPT_NAMESPACE];
        frame->kept = traceback->kept;
    }
    gc_store(vm, traceback, &traceback->where, from_object(frame));
    return from_object(frame);
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
    const FrameObject *frame = (FrameObject *)as_object(out[1]);
    Traceback *traceback = object_new(vm, vm->types.traceback, sizeof *traceback);
    if (!traceback) return VALUE_ERROR;
    uint32_t pc = last >= 0 && last / 2 < frame->code->code_count ? (uint32_t)(last / 2) : 0;
    *traceback = (Traceback){traceback->head, out[0], frame->code, pc, line > 0 && line < UINT32_MAX ? (uint32_t)line : 0, out[1], NULL};
    return from_object(traceback);
}

static void traceback_trace(VM *vm, Object *self) {
    Traceback *traceback = (Traceback *)self;
    gc_mark(vm, traceback->next), gc_mark(vm, traceback->where), gc_mark_object(vm, traceback->code);
    gc_mark_block(vm, traceback->kept);
    for (uint32_t i = 0; traceback->kept && i < kept_count(traceback->code); i++) gc_mark(vm, traceback->kept[i]);
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
