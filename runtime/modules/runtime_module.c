// _runtime: what modules of the library that are written in Python need of the VM and Python has no words for.
#include "runtime/builtins.h"
#include "runtime/call.h"
#include "runtime/modules/datetime_core.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include "runtime/type.h"

#define FUNCTION(name) static Value runtime_##name(VM *vm, Value *args, uint32_t count)

// show_module(class): in messages the class is "datetime.date", as classes written in C are in CPython.
FUNCTION(show_module) {
    (void)count;
    if (!is_type(args[0])) return raise_type_error(vm, "show_module() argument must be a class, not %T", args[0]);
    as_type(args[0])->flags |= TYPE_SHOWS_MODULE;
    return args[0];
}

// only_subscripted(class): __getitem__ does not make its objects iterable.
FUNCTION(only_subscripted) {
    (void)count;
    if (!is_type(args[0])) return raise_type_error(vm, "only_subscripted() argument must be a class, not %T", args[0]);
    as_type(args[0])->flags |= TYPE_ONLY_SUBSCRIPTED;
    return args[0];
}

static void share_flags(VM *vm, Type *type, uint32_t flags) {
    const uint32_t both = TYPE_SEQUENCE_PATTERN | TYPE_MAPPING_PATTERN;
    if (!(type->flags & TYPE_HEAP) || (type->flags & both) == flags) return;
    type->flags = (type->flags & ~both) | flags;
    for (uint32_t i = 0; i < type->subclass_count; i++) share_flags(vm, type->subclasses[i], flags);
}
// share_pattern(class, subclass): the subclass and its own match sequence patterns (or mapping patterns) in `match` if the class does. The class
// may be a str, "sequence" or "mapping", for the class where that begins.
FUNCTION(share_pattern) {
    (void)count;
    if (!is_type(args[1])) return raise_type_error(vm, "share_pattern() argument 2 must be a class, not %T", args[1]);
    uint32_t flags = is_type(args[0]) ? as_type(args[0])->flags & (TYPE_SEQUENCE_PATTERN | TYPE_MAPPING_PATTERN)
                     : is_str(args[0]) && as_str(args[0])->text[0] == 's' ? TYPE_SEQUENCE_PATTERN : TYPE_MAPPING_PATTERN;
    if (flags) share_flags(vm, as_type(args[1]), flags);
    return VALUE_NONE;
}

// defines_all(class, names): whether the class or one of its bases defines each of the names, as something other than None.
FUNCTION(defines_all) {
    (void)count;
    if (!is_type(args[0])) return raise_type_error(vm, "defines_all() argument 1 must be a class, not %T", args[0]);
    if (!is_tuple(args[1])) return raise_type_error(vm, "defines_all() argument 2 must be a tuple, not %T", args[1]);
    const Tuple *names = as_tuple(args[1]);
    for (size_t i = 0; i < names->count; i++) {
        if (!is_str(names->items[i])) return raise_type_error(vm, "defines_all() takes names, not %T", names->items[i]);
        Str *name = str_intern_value(vm, as_str(names->items[i]));
        if (!name) return VALUE_ERROR;
        Value found = type_lookup(vm, as_type(args[0]), name);
        if (found == VALUE_UNBOUND || found == VALUE_NONE) return VALUE_FALSE;
    }
    return VALUE_TRUE;
}

// codec_number(encoding): 0 unknown, 1 known but not for text; the same for all names of one encoding.
FUNCTION(codec_number) {
    (void)count;
    return is_str(args[0]) ? from_small_int(codec_number(as_str(args[0])->text)) : raise_type_error(vm, "codec_number() argument must be str, not %T", args[0]);
}

// codec_knows_handler(errors): whether the codecs handle errors so by themselves, without a handler that was registered.
FUNCTION(codec_knows_handler) {
    (void)count;
    return is_str(args[0]) ? from_bool(codec_knows_handler(as_str(args[0])->text)) : raise_type_error(vm, "codec_knows_handler() argument must be str, not %T", args[0]);
}

// ---- for dis
#ifndef TYPHON_CORE
FUNCTION(instructions) {
    (void)count;
    return is_exactly(args[0], vm->types.code) ? code_instructions(vm, (Code *)as_object(args[0])) : raise_type_error(vm, "instructions() argument must be code, not %T", args[0]);
}
FUNCTION(opcodes) { return (void)args, (void)count, code_opcodes(vm); }
#endif

// ---- for datetime

// date_of_ordinal(n): year, month, day of day n, 1 being 1 January of year 1 (n small and positive).
FUNCTION(date_of_ordinal) {
    (void)count;
    if (!is_small_int(args[0]) || small_int(args[0]) < 1 || small_int(args[0]) >> 56) return raise_value_error(vm, "ordinal out of range");
    int64_t date[3];
    date_of_ordinal(small_int(args[0]), date);
    return tuple_pack(vm, 3, from_small_int(date[0]), from_small_int(date[1]), from_small_int(date[2]));
}

// ---- frames

// frame(depth): the frame object of the frame that calls the caller of this, `depth` frames up; ValueError when there are not so many.
FUNCTION(frame) {
    int64_t depth = 0;
    if (count && !op_index_int64(vm, args[0], &depth, true)) return VALUE_ERROR;
    if (depth < 0) depth = 0;
    if (vm->frame - vm->frames < depth) return raise_value_error(vm, "call stack is not deep enough");
    return frame_object_at(vm, vm->frame - depth);
}

// place(depth): the globals, file and line of that frame; None when there are not so many.
FUNCTION(place) {
    int64_t depth;
    (void)count;
    if (!op_index_int64(vm, args[0], &depth, true)) return VALUE_ERROR;
    if (depth < 0) depth = 0;
    if (vm->frame - vm->frames < depth) return VALUE_NONE;
    const Frame *frame = vm->frame - depth;
    Value globals = globals_share(vm, frame->globals);
    return globals == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, globals, from_object(frame->code->filename), from_small_int(frame_line(frame)));
}

// format_exception(exception, chain): the text that an uncaught one is reported with.
FUNCTION(format_exception) {
    (void)count;
    if (!is_exception(args[0])) return raise_type_error(vm, "format_exception() argument must be an exception, not %T", args[0]);
    StrBuilder b;
    str_builder_init(&b, vm);
    exception_format_chained(vm, args[0], &b, args[1] == VALUE_TRUE);
    return str_builder_finish(&b);
}
// The last part of it: "ValueError: text", its notes, and for a SyntaxError where it is.
FUNCTION(format_exception_only) {
    (void)count;
    if (!is_exception(args[0])) return raise_type_error(vm, "format_exception_only() argument must be an exception, not %T", args[0]);
    StrBuilder b;
    str_builder_init(&b, vm);
    exception_format_only(vm, args[0], &b);
    return str_builder_finish(&b);
}
// The source line and carets of a traceback's entry; of the text that is the second argument, where the source has no file.
FUNCTION(traceback_source) {
    if (!is_layout(args[0], LAYOUT_TRACEBACK)) return raise_type_error(vm, "traceback_source() argument must be a traceback, not %T", args[0]);
    Traceback *traceback = (Traceback *)as_object(args[0]);
    StrBuilder b;
    str_builder_init(&b, vm);
    traceback_add_source(&b, traceback->code, traceback->pc, count > 1 && is_str(args[1]) ? as_str(args[1]) : NULL);
    return str_builder_finish(&b);
}

// set_global(name, value): `globals()[name] = value`, for which the built-in names need not all be made, as they must be where a script gets to see a namespace. Gives the value.
FUNCTION(set_global) {
    (void)count;
    if (!is_str(args[0])) return raise_type_error(vm, "set_global() argument 1 must be str, not %T", args[0]);
    if (!vm->frame || vm->frame < vm->frames) return raise_error(vm, vm->types.RuntimeError, "set_global(): no code runs");
    Str *name = str_intern_value(vm, as_str(args[0]));
    return name && dict_set_str(vm, vm->frame->globals, name, args[1]) ? args[1] : VALUE_ERROR;
}

// global_names(): `[*globals()]`, likewise.
FUNCTION(global_names) {
    (void)args, (void)count;
    if (!vm->frame || vm->frame < vm->frames) return raise_error(vm, vm->types.RuntimeError, "global_names(): no code runs");
    return op_to_list(vm, from_object(vm->frame->globals));
}

// heap_bytes(): (bytes in use, the most that was ever mapped).
FUNCTION(heap_bytes) {
    (void)args, (void)count;
    HeapStats stats = heap_stats(vm->heap);
    return tuple_pack(vm, 2, from_small_int((int64_t)(stats.used_bytes + stats.large_bytes)), from_small_int((int64_t)stats.peak));
}

static const NativeDef functions[] = {
    {"set_global", {runtime_set_global}, 2, 2, 0, NULL, DOC(NULL)},
    {"global_names", {runtime_global_names}, 0, 0, 0, NULL, DOC(NULL)},
    {"heap_bytes", {runtime_heap_bytes}, 0, 0, 0, NULL, DOC(NULL)},
    {"date_of_ordinal", {runtime_date_of_ordinal}, 1, 1, 0, NULL, DOC(NULL)},
    {"codec_number", {runtime_codec_number}, 1, 1, 0, NULL, DOC(NULL)},
#ifndef TYPHON_CORE
    {"instructions", {runtime_instructions}, 1, 1, 0, NULL, DOC(NULL)},
    {"opcodes", {runtime_opcodes}, 0, 0, 0, NULL, DOC(NULL)},
#endif
    {"codec_knows_handler", {runtime_codec_knows_handler}, 1, 1, 0, NULL, DOC(NULL)},
    {"share_pattern", {runtime_share_pattern}, 2, 2, 0, NULL, DOC(NULL)},
    {"defines_all", {runtime_defines_all}, 2, 2, 0, NULL, DOC(NULL)},
    {"show_module", {runtime_show_module}, 1, 1, 0, NULL, DOC(NULL)},
    {"only_subscripted", {runtime_only_subscripted}, 1, 1, 0, NULL, DOC(NULL)},
    {"frame", {runtime_frame}, 0, 1, 0, NULL, DOC(NULL)},
    {"place", {runtime_place}, 1, 1, 0, NULL, DOC(NULL)},
    {"format_exception", {runtime_format_exception}, 2, 2, 0, NULL, DOC(NULL)},
    {"format_exception_only", {runtime_format_exception_only}, 1, 1, 0, NULL, DOC(NULL)},
    {"traceback_source", {runtime_traceback_source}, 1, 2, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef runtime_module = {"_runtime", functions, NULL};
