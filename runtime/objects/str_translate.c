// str: translate and maketrans.
#include "base/utf8.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str_private.h"

// ---- translate ---------------------------------------------------------------------------------------------------

// What the table has for a character, VALUE_UNBOUND: nothing (LookupError).
static Value look_up(VM *vm, Value table, uint32_t c) {
    if (is_exactly(table, vm->types.dict)) return dict_get(vm, as_dict(table), from_small_int(c));
    Value found = op_get_item(vm, table, from_small_int(c));
    if (found != VALUE_ERROR || !error_matches(vm, vm->types.LookupError)) return found;
    error_clear(vm);
    return VALUE_UNBOUND;
}

static bool add_translation(VM *vm, StrBuilder *b, Value to, const char *from, unsigned size) {
    int64_t code;
    if (to == VALUE_UNBOUND) {
        str_builder_add(b, from, size);
    } else if (is_str(to)) {
        str_builder_add_str(b, as_str(to));
    } else if (is_int(to)) {
        if (!int_to_int64(to, &code) || code < 0 || code > 0x10FFFF) return raise_value_error(vm, "character mapping must be in range(0x110000)"), false;
        str_builder_add_char(b, (uint32_t)code);
    } else if (to != VALUE_NONE) {
        return raise_type_error(vm, "character mapping must return integer, None or str"), false;
    }
    return true;
}

// The ASCII character an answer stands for, -1: deleted, -2: something longer or not ASCII.
static int ascii_answer(Value to, unsigned char from) {
    if (to == VALUE_UNBOUND) return from;
    if (to == VALUE_NONE) return -1;
    if (is_small_int(to)) return small_int(to) >= 0 && small_int(to) < 128 ? (int)small_int(to) : -2;
    if (is_str(to) && as_str(to)->size == 1) return (unsigned char)as_str(to)->text[0];
    return -2;
}

// ASCII text by a dict: each character is looked up once. VALUE_UNBOUND: does not stay ASCII of at most this length.
static Value translate_ascii(VM *vm, const Str *s, const Dict *table) {
    int answers[128];
    for (int i = 0; i < 128; i++) answers[i] = -3;
    Str *result = str_alloc(vm, s->size, s->size);
    if (!result) return VALUE_ERROR;
    size_t kept = 0;
    for (size_t i = 0; i < s->size; i++) {
        unsigned char c = (unsigned char)s->text[i];
        if (answers[c] == -3) {
            Value to = dict_get(vm, (Dict *)(uintptr_t)table, from_small_int(c));
            if (to == VALUE_ERROR) return VALUE_ERROR;
            answers[c] = ascii_answer(to, c);
        }
        if (answers[c] == -2) return VALUE_UNBOUND;
        if (answers[c] >= 0) result->text[kept++] = (char)answers[c];
    }
    return kept == s->size ? from_object(result) : str_new_counted(vm, result->text, kept, kept);
}

Value str_method_translate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Str *s = as_str(args[0]);
    if (str_is_ascii(s) && is_exactly(args[1], vm->types.dict) && as_dict(args[1])->hashes == NULL) { // int and str keys: no script runs
        Value result = translate_ascii(vm, s, as_dict(args[1]));
        if (result != VALUE_UNBOUND) return result;
    }
    StrBuilder b;
    str_builder_init(&b, vm);
    unsigned step;
    bool good = true;
    for (const char *p = s->text; good && p < str_end(s); p += step) {
        uint32_t c = utf8_decode(p, &step);
        Value to = look_up(vm, args[1], c);
        good = to != VALUE_ERROR && add_translation(vm, &b, to, p, step);
    }
    if (good) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

// ---- maketrans ---------------------------------------------------------------------------------------------------

static Value table_from_dict(VM *vm, Value from) {
    if (!is_exactly(from, vm->types.dict)) return raise_type_error(vm, "if you give only one argument to maketrans it must be a dict");
    ROOT_SCOPE(vm);
    Dict *table = dict_new(vm);
    if (!table) return VALUE_ERROR;
    root_push(vm, from_object(table));
    bool good = true;
    Value key, value;
    for (size_t at = 0; good && dict_next(as_dict(from), &at, &key, &value);) {
        if (is_str(key)) {
            unsigned step;
            good = as_str(key)->length == 1;
            if (good) key = from_small_int(utf8_decode(as_str(key)->text, &step));
            else raise_value_error(vm, "string keys in translate table must be of length 1");
        } else if (!is_int(key)) {
            good = false;
            raise_type_error(vm, "keys in translate table must be strings or integers");
        }
        good = good && dict_set(vm, table, key, value);
    }
    ROOT_END(vm);
    return good ? from_object(table) : VALUE_ERROR;
}

Value str_method_maketrans(VM *vm, Value *args, uint32_t count) {
    for (uint32_t i = 1; i < count; i++)
        if (!is_str(args[i])) return text_argument_error(vm, "maketrans", i == 1 ? "2" : "3", "str", args[i]);
    if (count == 1) return table_from_dict(vm, args[0]);
    if (!is_str(args[0])) return raise_type_error(vm, "first maketrans argument must be a string if there is a second argument");
    const Str *from = as_str(args[0]), *to = as_str(args[1]);
    if (from->length != to->length) return raise_value_error(vm, "the first two maketrans arguments must have equal length");
    Dict *table = dict_new(vm);
    if (!table) return VALUE_ERROR;
    unsigned step, to_step;
    for (const char *p = from->text, *q = to->text; p < str_end(from); p += step, q += to_step) {
        Value key = from_small_int(utf8_decode(p, &step)), value = from_small_int(utf8_decode(q, &to_step));
        if (!dict_set(vm, table, key, value)) return VALUE_ERROR;
    }
    if (count > 2) {
        const Str *gone = as_str(args[2]);
        for (const char *p = gone->text; p < str_end(gone); p += step)
            if (!dict_set(vm, table, from_small_int(utf8_decode(p, &step)), VALUE_NONE)) return VALUE_ERROR;
    }
    return from_object(table);
}
