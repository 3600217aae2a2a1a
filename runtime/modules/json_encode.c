// Writing JSON, and the module.
#include "runtime/modules/json_private.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"
#include "base/utf8.h"
#include <math.h>

typedef struct Writer {
    VM *vm;
    StrBuilder out;
    Value default_, indent; // indent: str, or VALUE_NONE
    Str *item_separator, *key_separator;
    bool ascii, check_circular, allow_nan, sort_keys, skip_keys;
} Writer;
typedef struct Level { // a container being written, and those around it
    const struct Level *outer;
    Value object;
    size_t depth;
    size_t nesting;             // from 1
    const struct Level *anchor; // the last one whose nesting is a power of two: itself, or one further out
} Level;

static bool write_value(Writer *w, Value v, const Level *outer);

static void add(Writer *w, const char *text) { str_builder_add_cstring(&w->out, text); }

// ---- strings -----------------------------------------------------------------------------------------------------

static char *put_unit(char *at, uint32_t unit) { // as \uXXXX
    *at++ = '\\', *at++ = 'u';
    for (unsigned digits = 4; digits--;) *at++ = "0123456789abcdef"[unit >> 4 * digits & 15];
    return at;
}
// The escape of a character, at `end`; at most twelve bytes.
static char *put_escape(char *end, uint32_t c) {
    static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
    const char *found = c && c < 128 ? strchr(from, (int)c) : NULL;
    if (found) return *end++ = '\\', *end++ = to[found - from], end;
    return c < 0x10000 ? put_unit(end, c) : put_unit(put_unit(end, 0xD800 | (c - 0x10000) >> 10), 0xDC00 | ((c - 0x10000) & 0x3FF));
}

static void add_string(StrBuilder *out, const Str *s, bool ascii) {
    enum { AT_ONCE = 64, ESCAPE_MAX = 12 }; // bytes of the string, each of which may become six
    const char *plain = s->text, *p = plain, *end = plain + s->size;
    str_builder_add_counted(out, "\"", 1, 1);
    while (p < end) {
        unsigned char c = (unsigned char)*p;
        if (c >= 0x20 && c != '"' && c != '\\' && (c < 0x7F || !ascii)) {
            p++;
            continue;
        }
        if (p > plain) str_builder_add(out, plain, (size_t)(p - plain));
        unsigned step;
        if (!ascii) {
            char text[ESCAPE_MAX], *stop = put_escape(text, utf8_decode(p, &step));
            str_builder_add_counted(out, text, (size_t)(stop - text), (size_t)(stop - text));
            plain = p += step;
            continue;
        }
        const char *limit = end - p < AT_ONCE ? end : p + AT_ONCE;
        char *room = str_builder_room(out, 6 * AT_ONCE + ESCAPE_MAX), *to = room;
        if (!room) return;
        while (p < limit) {
            c = (unsigned char)*p;
            if (c >= 0x20 && c != '"' && c != '\\' && c < 0x7F) *to++ = *p++;
            else to = put_escape(to, utf8_decode(p, &step)), p += step;
        }
        out->size += (size_t)(to - room), out->length += (size_t)(to - room);
        plain = p;
    }
    if (p > plain) str_builder_add(out, plain, (size_t)(p - plain));
    str_builder_add_counted(out, "\"", 1, 1);
}

static Value encoded_string(VM *vm, Value v, bool ascii) {
    if (!is_str(v)) return raise_type_error(vm, "first argument must be a string, not %T", v);
    StrBuilder out;
    str_builder_init(&out, vm);
    add_string(&out, as_str(v), ascii);
    return str_builder_finish(&out);
}
Value json_encode_string(VM *vm, Value *args, uint32_t count) { return (void)count, encoded_string(vm, args[0], false); }
Value json_encode_string_ascii(VM *vm, Value *args, uint32_t count) { return (void)count, encoded_string(vm, args[0], true); }

// ---- numbers and keys --------------------------------------------------------------------------------------------

static bool add_int(Writer *w, Value v) {
    if (is_small_int(v)) {
        return str_builder_add_int(&w->out, small_int(v)), true;
    }
    Value text = int_to_text(w->vm, v, 10);
    if (text != VALUE_ERROR) str_builder_add_str(&w->out, as_str(text));
    return text != VALUE_ERROR;
}

static bool add_float(Writer *w, Value v) {
    double d = float_value(v);
    char text[40];
    if (isfinite(d)) return str_builder_add(&w->out, text, float_repr(d, text)), true;
    if (!w->allow_nan) return raise_value_error(w->vm, "Out of range float values are not JSON compliant: %R", v), false;
    add(w, isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
    return true;
}

// 1: written, 0: to be skipped, -1 raised.
static int write_key(Writer *w, Value key) {
    if (is_str(key)) return add_string(&w->out, as_str(key), w->ascii), 1;
    bool is_number = is_float(key) || (is_int(key) && !is_bool(key));
    if (!is_number && key != VALUE_NONE && !is_bool(key)) {
        if (w->skip_keys) return 0;
        raise_type_error(w->vm, "keys must be str, int, float, bool or None, not %T", key);
        return -1;
    }
    add(w, "\"");
    bool good = true;
    if (is_float(key)) good = add_float(w, key);
    else if (is_number) good = add_int(w, key);
    else add(w, key == VALUE_NONE ? "null" : key == VALUE_TRUE ? "true" : "false");
    add(w, "\"");
    return good ? 1 : -1;
}

// ---- containers --------------------------------------------------------------------------------------------------

static void add_line(Writer *w, size_t depth) {
    add(w, "\n");
    for (size_t i = 0; i < depth; i++) str_builder_add_str(&w->out, as_str(w->indent));
}
// Before an item: of the first, the new line has been written with the bracket.
static void add_separator(Writer *w, const Level *level, bool is_first) {
    if (is_first) return;
    str_builder_add_str(&w->out, w->item_separator);
    if (w->indent != VALUE_NONE) add_line(w, level->depth);
}

static bool write_items(Writer *w, Value sequence, const Level *level) {
    size_t count;
    sequence_items(sequence, &count);
    if (!count) return add(w, "[]"), true;
    add(w, "[");
    if (w->indent != VALUE_NONE) add_line(w, level->depth);
    for (size_t i = 0; i < count; i++) {
        add_separator(w, level, i == 0);
        const Value *items = sequence_items(sequence, &count);
        if (i >= count) break; // a script has shortened it
        Value item = items[i];
        root_push(w->vm, item);
        bool good = write_value(w, item, level);
        w->vm->roots_top--;
        if (!good) return false;
        sequence_items(sequence, &count);
    }
    if (w->indent != VALUE_NONE) add_line(w, level->depth - 1);
    add(w, "]");
    return true;
}

static bool write_member(Writer *w, Value key, Value value, const Level *level, bool *is_first) {
    VM *vm = w->vm;
    size_t size = w->out.size, length = w->out.length;
    add_separator(w, level, *is_first);
    ROOT_SCOPE(vm);
    root_push(vm, key), root_push(vm, value);
    int written = write_key(w, key);
    bool good = written >= 0;
    if (written > 0) {
        *is_first = false;
        str_builder_add_str(&w->out, w->key_separator);
        good = write_value(w, value, level);
    } else if (!written) {
        w->out.size = size, w->out.length = length;
    }
    ROOT_END(vm);
    return good;
}

// A list of (key, value): sorted, or what a subclass's items() gives.
static bool write_pairs(Writer *w, Value pairs, const Level *level, bool *is_first) {
    for (size_t i = 0; i < as_list(pairs)->count; i++) {
        Value pair = as_list(pairs)->items[i];
        if (!is_tuple(pair) || as_tuple(pair)->count != 2) return raise_value_error(w->vm, "items must return 2-tuples"), false;
        if (!write_member(w, as_tuple(pair)->items[0], as_tuple(pair)->items[1], level, is_first)) return false;
    }
    return true;
}

static Value items_of(VM *vm, Value mapping) {
    Value view = call_method(vm, mapping, vm->names.items, NULL, 0);
    if (view == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, view);
    Value list = op_to_list(vm, view);
    vm->roots_top--;
    return list;
}

static bool write_dict(Writer *w, Value mapping, const Level *level) {
    VM *vm = w->vm;
    Type *type = value_type(vm, mapping);
    bool is_first = true, good = true;
    if (!as_dict(mapping)->used) return add(w, "{}"), true;
    add(w, "{");
    if (w->indent != VALUE_NONE) add_line(w, level->depth);
    if (w->sort_keys || (type != vm->types.dict && type_lookup(vm, type, vm->names.items) != type_lookup(vm, vm->types.dict, vm->names.items))) {
        ROOT_SCOPE(vm);
        Value pairs = items_of(vm, mapping);
        good = pairs != VALUE_ERROR;
        if (good) root_push(vm, pairs);
        if (good && w->sort_keys) good = list_sort(vm, as_list(pairs), VALUE_NONE, false);
        if (good) good = write_pairs(w, pairs, level, &is_first);
        ROOT_END(vm);
    } else {
        Value key, value;
        for (size_t at = 0; good && dict_next(as_dict(mapping), &at, &key, &value);) good = write_member(w, key, value, level, &is_first);
    }
    if (w->indent != VALUE_NONE) add_line(w, level->depth - 1);
    add(w, "}");
    return good;
}

// Whether v is one of the containers around it. Only the nearest ones are all looked at; a longer way round comes back to an anchor, which stands at
// each depth that is a power of two, so that deep nesting takes no quadratic time.
static bool is_inside_itself(Value v, const Level *outer) {
    enum { NEAREST = 64 };
    int count = 0;
    for (const Level *level = outer; level && count < NEAREST; level = level->outer, count++)
        if (level->object == v) return true;
    return outer && outer->anchor->object == v;
}

static bool write_container(Writer *w, Value v, const Level *outer) {
    VM *vm = w->vm;
    if (c_stack_exhausted_in(vm, " while encoding a JSON object") || !work(vm, 4)) return false;
    if (w->out.failed) return raise_memory_error(vm), false; // what is shared is written again and again
    if (w->check_circular && is_inside_itself(v, outer)) return raise_value_error(vm, "Circular reference detected"), false;
    bool is_list_like = is_list(v) || is_tuple(v), is_own = is_list_like || is_dict(v);
    Level level = {.outer = outer, .object = v, .depth = (outer ? outer->depth : 0) + is_own, .nesting = outer ? outer->nesting + 1 : 1};
    level.anchor = level.nesting & (level.nesting - 1) ? outer->anchor : &level;
    if (is_list_like) return write_items(w, v, &level);
    if (is_own) return write_dict(w, v, &level);
    Value replacement = call_value(vm, w->default_, &v, 1);
    if (replacement == VALUE_ERROR) return false;
    root_push(vm, replacement);
    bool good = write_value(w, replacement, &level);
    vm->roots_top--;
    return good;
}

static bool write_value(Writer *w, Value v, const Level *outer) {
    if (is_str(v)) return add_string(&w->out, as_str(v), w->ascii), true;
    if (v == VALUE_NONE) return add(w, "null"), true;
    if (is_bool(v)) return add(w, v == VALUE_TRUE ? "true" : "false"), true;
    if (is_int(v)) return add_int(w, v);
    if (is_float(v)) return add_float(w, v);
    return write_container(w, v, outer);
}

// ---- functions ---------------------------------------------------------------------------------------------------

// An int means as many spaces.
static bool read_indent(VM *vm, Value v, Value *out) {
    int64_t spaces;
    *out = v;
    if (v == VALUE_NONE || is_str(v)) return true;
    if (!op_index_int64(vm, v, &spaces, true)) return false;
    StrBuilder b;
    str_builder_init(&b, vm);
    if (spaces > 0) str_builder_add_repeated(&b, ' ', (size_t)spaces);
    return (*out = str_builder_finish(&b)) != VALUE_ERROR;
}

Value json_encode(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Writer w = {.vm = vm, .default_ = args[1]};
    bool *const flags[5] = {&w.ascii, &w.check_circular, &w.allow_nan, &w.sort_keys, &w.skip_keys};
    for (int i = 0; i < 5; i++) {
        int truth = op_truth(vm, args[2 + i]);
        if (truth < 0) return VALUE_ERROR;
        *flags[i] = truth;
    }
    if (!is_str(args[8]) || !is_str(args[9])) return raise_type_error(vm, "separators must be str, not %T", is_str(args[8]) ? args[9] : args[8]);
    w.item_separator = as_str(args[8]), w.key_separator = as_str(args[9]);
    if (!read_indent(vm, args[7], &w.indent)) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, w.indent);
    str_builder_init(&w.out, vm);
    bool good = write_value(&w, args[0], NULL);
    ROOT_END(vm);
    if (good) return str_builder_finish(&w.out);
    str_builder_discard(&w.out);
    return VALUE_ERROR;
}

static const NativeDef functions[] = {
    {"scan", {json_scan}, 8, 8, 0, NULL, DOC(NULL)},
    {"decode", {json_decode}, 1, 1, 0, NULL, DOC(NULL)},
    {"scanstring", {json_scanstring}, 2, 3, 0, NULL, DOC("scanstring(string, end, strict=True) -> (string, end)")},
    {"skip", {json_skip}, 2, 2, 0, NULL, DOC(NULL)},
    {"encode", {json_encode}, 10, 10, 0, NULL, DOC(NULL)},
    {"encode_basestring", {json_encode_string}, 1, 1, 0, NULL, DOC("Return a JSON representation of a Python string")},
    {"encode_basestring_ascii", {json_encode_string_ascii}, 1, 1, 0, NULL, DOC("Return an ASCII-only JSON representation of a Python string")},
    {0},
};
const ModuleDef json_module = {"_json", functions, NULL};
