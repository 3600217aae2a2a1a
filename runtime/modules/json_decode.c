// Reading JSON (RFC 8259, with NaN and infinities): recursive descent over the UTF-8 text. Hooks are scripts: what is being built is rooted.
#include "runtime/gc.h"
#include "runtime/modules/json_private.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "base/utf8.h"
#include <math.h>

typedef struct Reader {
    VM *vm;
    Str *document;
    const char *start, *at, *end;
    Value parse_float, parse_int, parse_constant, object_hook, pairs_hook; // VALUE_UNBOUND: the default
    bool strict;
    const char *nothing_at; // where a value was expected and there was none: VALUE_END was returned
} Reader;

static Value read_value(Reader *r);

// json.decoder.JSONDecodeError(message, document, index)
static Value fail(Reader *r, const char *message, const char *at) {
    VM *vm = r->vm;
    Str *module_name = str_intern(vm, "json.decoder", 12), *name = module_name ? str_intern(vm, "JSONDecodeError", 15) : NULL;
    if (!name) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(r->document));
    Value module = import_module(vm, module_name), class_ = module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, name);
    Value text = class_ == VALUE_ERROR ? VALUE_ERROR : str_from_cstring(vm, message), exception = VALUE_ERROR;
    if (text != VALUE_ERROR) {
        Value args[3] = {text, from_object(r->document), from_small_int((int64_t)str_index_at(vm, r->document, (size_t)(at - r->start)))};
        exception = call_value(vm, class_, args, 3);
    }
    ROOT_END(vm);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}

static void skip_blanks(Reader *r) {
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\n' || *r->at == '\t' || *r->at == '\r')) r->at++;
}

// ---- strings -----------------------------------------------------------------------------------------------------

// The four digits of \uXXXX at `p`; -1: they are not.
static int32_t hex4(const Reader *r, const char *p) {
    int32_t value = 0;
    if (r->end - p < 4) return -1;
    for (int i = 0; i < 4; i++) {
        char c = p[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

// The escape at r->at (the backslash), added to `b`.
static bool read_escape(Reader *r, StrBuilder *b, const char *begin) {
    const char *back = r->at;
    if (back + 1 >= r->end) return fail(r, "Unterminated string starting at", begin), false;
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    char c = back[1];
    if (c != 'u') {
        const char *found = c ? strchr(from, c) : NULL;
        if (!found) return fail(r, "Invalid \\escape", back), false;
        str_builder_add_char(b, (uint32_t)to[found - from]);
        r->at += 2;
        return true;
    }
    int32_t code = hex4(r, back + 2);
    if (code < 0) return fail(r, "Invalid \\uXXXX escape", back + 1), false;
    r->at += 6;
    if (code >= 0xD800 && code < 0xDC00 && r->end - r->at >= 2 && r->at[0] == '\\' && r->at[1] == 'u') {
        int32_t low = hex4(r, r->at + 2);
        if (low < 0) return fail(r, "Invalid \\uXXXX escape", r->at + 1), false;
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00));
            r->at += 6;
        }
    }
    str_builder_add_char(b, (uint32_t)code);
    return true;
}

// r->at is behind the opening quote, and then behind the closing one. Keys are interned: documents repeat them.
static Value read_string(Reader *r, bool is_key) {
    VM *vm = r->vm;
    const char *begin = r->at - 1, *p = r->at;
    unsigned char all = 0;
    while (p < r->end && *p != '"' && *p != '\\' && !((unsigned char)*p < 0x20 && r->strict)) all |= (unsigned char)*p++;
    if (p < r->end && *p == '"') {
        size_t size = (size_t)(p - r->at);
        const char *text = r->at;
        r->at = p + 1;
        if (!is_key) return all < 0x80 ? str_new_counted(vm, text, size, size) : str_new(vm, text, size);
        Str *key = str_intern(vm, text, size);
        return key ? from_object(key) : VALUE_ERROR;
    }
    StrBuilder b;
    str_builder_init(&b, vm);
    bool good = true;
    for (;;) {
        if (p > r->at) str_builder_add(&b, r->at, (size_t)(p - r->at));
        r->at = p;
        if (p >= r->end) good = false, fail(r, "Unterminated string starting at", begin);
        else if ((unsigned char)*p < 0x20 && r->strict) good = false, fail(r, "Invalid control character at", p);
        else if (*p == '\\') good = read_escape(r, &b, begin);
        if (!good || *p == '"') break;
        for (p = r->at; p < r->end && *p != '"' && *p != '\\' && !((unsigned char)*p < 0x20 && r->strict);) p++;
    }
    if (!good) return str_builder_discard(&b), VALUE_ERROR;
    r->at++;
    return str_builder_finish(&b);
}

// ---- numbers and constants ---------------------------------------------------------------------------------------

static bool is_digit(const Reader *r, const char *p) { return p < r->end && *p >= '0' && *p <= '9'; }

static Value make_int(Reader *r, const char *text, size_t size) {
    if (r->parse_int == VALUE_UNBOUND && size <= 18) {
        int64_t n = 0;
        for (size_t i = text[0] == '-'; i < size; i++) n = n * 10 + (text[i] - '0');
        return from_small_int(text[0] == '-' ? -n : n);
    }
    if (r->parse_int == VALUE_UNBOUND) return int_from_text(r->vm, text, size, 10);
    Value given = str_new_counted(r->vm, text, size, size);
    return given == VALUE_ERROR ? VALUE_ERROR : call_value(r->vm, r->parse_int, &given, 1);
}
static Value make_float(Reader *r, const char *text, size_t size) {
    if (r->parse_float == VALUE_UNBOUND) return float_from_text(r->vm, text, size);
    Value given = str_new_counted(r->vm, text, size, size);
    return given == VALUE_ERROR ? VALUE_ERROR : call_value(r->vm, r->parse_float, &given, 1);
}

// VALUE_END: no number begins here.
static Value read_number(Reader *r) {
    const char *text = r->at, *p = text + (*text == '-');
    bool is_float = false;
    if (!is_digit(r, p)) return VALUE_END;
    if (*p == '0') p++;
    else
        while (is_digit(r, p)) p++;
    if (p < r->end && *p == '.' && is_digit(r, p + 1)) {
        is_float = true;
        for (p++; is_digit(r, p);) p++;
    }
    if (p < r->end && (*p | 32) == 'e') {
        const char *exponent = p + 1;
        if (exponent < r->end && (*exponent == '+' || *exponent == '-')) exponent++;
        if (is_digit(r, exponent)) {
            is_float = true;
            for (p = exponent; is_digit(r, p);) p++;
        }
    }
    r->at = p;
    return is_float ? make_float(r, text, (size_t)(p - text)) : make_int(r, text, (size_t)(p - text));
}

static bool take_word(Reader *r, const char *word) {
    size_t size = strlen(word);
    if ((size_t)(r->end - r->at) < size || memcmp(r->at, word, size) != 0) return false;
    r->at += size;
    return true;
}

static Value read_constant(Reader *r) {
    static const char *const words[] = {"NaN", "Infinity", "-Infinity"};
    for (int i = 0; i < 3; i++) {
        if (!take_word(r, words[i])) continue;
        if (r->parse_constant == VALUE_UNBOUND) return float_from_double(r->vm, i == 0 ? NAN : i == 1 ? INFINITY : -INFINITY);
        Value name = str_from_cstring(r->vm, words[i]);
        return name == VALUE_ERROR ? VALUE_ERROR : call_value(r->vm, r->parse_constant, &name, 1);
    }
    r->nothing_at = r->at;
    return VALUE_END;
}

// ---- arrays and objects ------------------------------------------------------------------------------------------

// A value that must be there.
static Value need_value(Reader *r) {
    Value value = read_value(r);
    return value == VALUE_END ? fail(r, "Expecting value", r->nothing_at) : value;
}

static Value read_array(Reader *r) {
    VM *vm = r->vm;
    Value list = list_new(vm, NULL, 0);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, list);
    skip_blanks(r);
    if (r->at < r->end && *r->at == ']') {
        r->at++;
        ROOT_END(vm);
        return list;
    }
    for (;;) {
        Value value = need_value(r);
        if (value == VALUE_ERROR || !list_append(vm, as_list(list), value)) list = VALUE_ERROR;
        if (list == VALUE_ERROR) break;
        skip_blanks(r);
        char c = r->at < r->end ? *r->at : 0;
        if (c != ',' && c != ']') list = fail(r, "Expecting ',' delimiter", r->at);
        if (c != ',') {
            r->at += c == ']';
            break;
        }
        r->at++;
        skip_blanks(r);
    }
    ROOT_END(vm);
    return list;
}

// One "key": value. *first: no comma stood before it.
static bool read_member(Reader *r, Value *key, Value *value) {
    VM *vm = r->vm;
    if (r->at >= r->end || *r->at != '"') return fail(r, "Expecting property name enclosed in double quotes", r->at), false;
    r->at++;
    if ((*key = read_string(r, true)) == VALUE_ERROR) return false;
    root_push(vm, *key);
    skip_blanks(r);
    if (r->at >= r->end || *r->at != ':') return fail(r, "Expecting ':' delimiter", r->at), false;
    r->at++;
    skip_blanks(r);
    return (*value = need_value(r)) != VALUE_ERROR;
}

static bool store_member(Reader *r, Value container, Value key, Value value) {
    if (r->pairs_hook == VALUE_UNBOUND) return dict_set(r->vm, as_dict(container), key, value);
    Value pair = tuple_pack(r->vm, 2, key, value);
    return pair != VALUE_ERROR && list_append(r->vm, as_list(container), pair);
}

static bool read_members(Reader *r, Value container) {
    VM *vm = r->vm;
    skip_blanks(r);
    if (r->at < r->end && *r->at == '}') return r->at++, true;
    for (;;) {
        Value key, value;
        ROOT_SCOPE(vm);
        bool good = read_member(r, &key, &value) && store_member(r, container, key, value);
        ROOT_END(vm);
        if (!good) return false;
        skip_blanks(r);
        char c = r->at < r->end ? *r->at : 0;
        if (c == '}') return r->at++, true;
        if (c != ',') return fail(r, "Expecting ',' delimiter", r->at), false;
        r->at++;
        skip_blanks(r);
    }
}

static Value read_object(Reader *r) {
    VM *vm = r->vm;
    bool has_pairs = r->pairs_hook != VALUE_UNBOUND;
    Dict *dict = has_pairs ? NULL : dict_new(vm);
    Value container = has_pairs ? list_new(vm, NULL, 0) : dict ? from_object(dict) : VALUE_ERROR;
    if (container == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, container);
    bool good = read_members(r, container);
    ROOT_END(vm);
    Value hook = has_pairs ? r->pairs_hook : r->object_hook;
    if (!good) return VALUE_ERROR;
    return hook == VALUE_UNBOUND ? container : call_value(vm, hook, &container, 1);
}

// VALUE_END: none begins here (r->nothing_at).
static Value read_value(Reader *r) {
    Value number;
    switch (r->at < r->end ? *r->at : 0) {
    case '"': return r->at++, read_string(r, false);
    case '[': case '{':
        if (c_stack_exhausted_in(r->vm, *r->at == '[' ? " while decoding a JSON array from a unicode string" : " while decoding a JSON object from a unicode string")) return VALUE_ERROR;
        return *r->at++ == '[' ? read_array(r) : read_object(r);
    case 't': if (take_word(r, "true")) return VALUE_TRUE; break;
    case 'f': if (take_word(r, "false")) return VALUE_FALSE; break;
    case 'n': if (take_word(r, "null")) return VALUE_NONE; break;
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
        if ((number = read_number(r)) != VALUE_END) return number;
        break;
    default: break;
    }
    return read_constant(r);
}

// ---- functions ---------------------------------------------------------------------------------------------------

static bool open_reader(VM *vm, Reader *r, Value text, int64_t index) {
    if (!is_str(text)) return raise_type_error(vm, "first argument must be a string, not %T", text), false;
    Str *s = as_str(text);
    *r = (Reader){.vm = vm, .document = s, .start = s->text, .end = s->text + s->size, .strict = true, .parse_float = VALUE_UNBOUND, .parse_int = VALUE_UNBOUND,
                  .parse_constant = VALUE_UNBOUND, .object_hook = VALUE_UNBOUND, .pairs_hook = VALUE_UNBOUND};
    r->at = (uint64_t)index >= s->length ? r->end : s->text + str_offset(vm, s, (size_t)index);
    return true;
}
static Value index_of(const Reader *r, const char *at) { return from_small_int((int64_t)str_index_at(r->vm, r->document, (size_t)(at - r->start))); }
static Value unless(Value v, Value otherwise) { return v == VALUE_NONE || v == otherwise ? VALUE_UNBOUND : v; }

Value json_scan(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Reader r;
    int64_t index;
    if (!op_index_int64(vm, args[1], &index, true)) return VALUE_ERROR;
    if (index < 0) return raise_value_error(vm, "idx cannot be negative");
    int strict = op_truth(vm, args[5]);
    if (strict < 0 || !open_reader(vm, &r, args[0], index)) return VALUE_ERROR;
    r.strict = strict;
    r.parse_float = unless(args[2], from_object(vm->types.float_)), r.parse_int = unless(args[3], from_object(vm->types.int_));
    r.parse_constant = unless(args[4], VALUE_NONE), r.object_hook = unless(args[6], VALUE_NONE), r.pairs_hook = unless(args[7], VALUE_NONE);
    if ((uint64_t)index >= r.document->length) return raise_stop_iteration(vm, from_small_int(index));
    const char *begin = r.at;
    bool is_plain = r.parse_float == VALUE_UNBOUND && r.parse_int == VALUE_UNBOUND && r.parse_constant == VALUE_UNBOUND && r.object_hook == VALUE_UNBOUND && r.pairs_hook == VALUE_UNBOUND;
    Value value = read_value(&r);
    if (value == VALUE_ERROR && is_plain && gc_made_room(vm)) r.at = begin, value = read_value(&r); // no script has seen anything of it
    if (value == VALUE_END) return raise_stop_iteration(vm, index_of(&r, r.nothing_at));
    return value == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, value, index_of(&r, r.at));
}

Value json_decode(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Reader r;
    if (!open_reader(vm, &r, args[0], 0)) return VALUE_ERROR;
    skip_blanks(&r);
    const char *begin = r.at;
    Value value = need_value(&r);
    if (value == VALUE_ERROR && gc_made_room(vm)) r.at = begin, value = need_value(&r);
    if (value == VALUE_ERROR) return VALUE_ERROR;
    skip_blanks(&r);
    return r.at == r.end ? value : fail(&r, "Extra data", r.at);
}

Value json_scanstring(VM *vm, Value *args, uint32_t count) {
    Reader r;
    int64_t index;
    if (!op_index_int64(vm, args[1], &index, true)) return VALUE_ERROR;
    int strict = count > 2 ? op_truth(vm, args[2]) : 1;
    if (strict < 0 || !open_reader(vm, &r, args[0], index)) return VALUE_ERROR;
    if (index < 1 || (uint64_t)index > r.document->length) return raise_value_error(vm, "end is out of bounds");
    r.strict = strict;
    Value text = read_string(&r, false);
    return text == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, text, index_of(&r, r.at));
}

Value json_skip(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Reader r;
    int64_t index;
    if (!op_index_int64(vm, args[1], &index, true) || !open_reader(vm, &r, args[0], index < 0 ? 0 : index)) return VALUE_ERROR;
    skip_blanks(&r);
    return index_of(&r, r.at);
}
