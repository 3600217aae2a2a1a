// bytes and bytearray: case, predicates, padding, stripping, translation, and hexadecimal text. Only ASCII letters are letters here.
#include "base/utf8.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"

static bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static bool is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
static bool is_alpha(unsigned char c) { return is_upper(c) || is_lower(c); }
static bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
static bool is_alnum(unsigned char c) { return is_alpha(c) || is_digit(c); }
static bool is_space(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }
static unsigned char to_upper(unsigned char c) { return is_lower(c) ? (unsigned char)(c - 32) : c; }
static unsigned char to_lower(unsigned char c) { return is_upper(c) ? (unsigned char)(c + 32) : c; }

// ---- case --------------------------------------------------------------------------------------------------------

typedef enum Conversion { CASE_UPPER, CASE_LOWER, CASE_SWAP, CASE_CAPITALIZE, CASE_TITLE } Conversion;

static Value convert(VM *vm, Value self, Conversion to) {
    Value result = bytes_like_new(vm, self, NULL, view_of(self).size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    BytesView v = view_of(self);
    unsigned char *out = bytes_data(result);
    bool at_start = true;
    for (size_t i = 0; i < v.size; i++) {
        unsigned char c = v.data[i];
        bool upper = to == CASE_UPPER || (to == CASE_SWAP && is_lower(c)) || (to >= CASE_CAPITALIZE && at_start);
        at_start = to == CASE_TITLE && !is_alpha(c);
        out[i] = upper ? to_upper(c) : to_lower(c);
    }
    return result;
}
Value bytes_method_upper(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], CASE_UPPER); }
Value bytes_method_lower(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], CASE_LOWER); }
Value bytes_method_swapcase(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], CASE_SWAP); }
Value bytes_method_capitalize(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], CASE_CAPITALIZE); }
Value bytes_method_title(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], CASE_TITLE); }

// ---- predicates --------------------------------------------------------------------------------------------------

static Value all(Value self, bool (*holds)(unsigned char c)) {
    BytesView v = view_of(self);
    for (size_t i = 0; i < v.size; i++)
        if (!holds(v.data[i])) return VALUE_FALSE;
    return from_bool(v.size);
}
Value bytes_method_isalnum(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], is_alnum); }
Value bytes_method_isalpha(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], is_alpha); }
Value bytes_method_isdigit(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], is_digit); }
Value bytes_method_isspace(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], is_space); }
Value bytes_method_isascii(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    BytesView v = view_of(args[0]);
    return from_bool(utf8_is_ascii(view_text(v), v.size));
}

static Value one_case(Value self, bool (*wanted)(unsigned char), bool (*other)(unsigned char)) {
    BytesView v = view_of(self);
    bool any = false;
    for (size_t i = 0; i < v.size; i++) {
        if (other(v.data[i])) return VALUE_FALSE;
        any = any || wanted(v.data[i]);
    }
    return from_bool(any);
}
Value bytes_method_islower(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, one_case(args[0], is_lower, is_upper); }
Value bytes_method_isupper(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, one_case(args[0], is_upper, is_lower); }
Value bytes_method_istitle(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    BytesView v = view_of(args[0]);
    bool any = false, after_letter = false;
    for (size_t i = 0; i < v.size; i++) {
        unsigned char c = v.data[i];
        if (is_alpha(c) && is_upper(c) == after_letter) return VALUE_FALSE;
        after_letter = is_alpha(c);
        any = any || after_letter;
    }
    return from_bool(any);
}

// ---- padding -----------------------------------------------------------------------------------------------------

static Value pad(VM *vm, Value self, size_t left, size_t right, unsigned char fill) {
    BytesView v = view_of(self);
    size_t size;
    if (!left && !right) return bytes_same(vm, self);
    if (__builtin_add_overflow(v.size, left + right, &size)) return raise_memory_error(vm);
    Value result = bytes_like_new(vm, self, NULL, size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    unsigned char *out = bytes_data(result);
    memset(out, fill, left);
    if (v.size) text_copy_long(out + left, v.data, v.size);
    memset(out + left + v.size, fill, right);
    return result;
}

// Bytes missing to the width args[1], and the fill byte args[2].
static bool padding(VM *vm, Value *args, uint32_t count, const char *name, size_t *missing, unsigned char *fill) {
    int64_t width;
    *fill = ' ';
    if (!text_size_argument(vm, args[1], &width)) return false;
    if (count > 2) {
        if ((!is_bytes(args[2]) && !is_bytearray(args[2])) || view_of(args[2]).size != 1)
            return text_argument_error(vm, name, "2", "a byte string of length 1", args[2]), false;
        *fill = view_of(args[2]).data[0];
    }
    size_t size = view_of(args[0]).size;
    *missing = width > (int64_t)size ? (size_t)width - size : 0;
    return true;
}

Value bytes_method_ljust(VM *vm, Value *args, uint32_t count) {
    size_t missing;
    unsigned char fill;
    return padding(vm, args, count, "ljust", &missing, &fill) ? pad(vm, args[0], 0, missing, fill) : VALUE_ERROR;
}
Value bytes_method_rjust(VM *vm, Value *args, uint32_t count) {
    size_t missing;
    unsigned char fill;
    return padding(vm, args, count, "rjust", &missing, &fill) ? pad(vm, args[0], missing, 0, fill) : VALUE_ERROR;
}
Value bytes_method_center(VM *vm, Value *args, uint32_t count) {
    size_t missing;
    unsigned char fill;
    if (!padding(vm, args, count, "center", &missing, &fill)) return VALUE_ERROR;
    size_t left = missing / 2 + (missing & (view_of(args[0]).size + missing) & 1);
    return pad(vm, args[0], left, missing - left, fill);
}
Value bytes_method_zfill(VM *vm, Value *args, uint32_t count) {
    size_t missing;
    unsigned char fill;
    (void)count;
    if (!padding(vm, args, 2, "zfill", &missing, &fill)) return VALUE_ERROR;
    Value result = pad(vm, args[0], missing, 0, '0');
    if (result == VALUE_ERROR || !missing) return result;
    unsigned char *data = bytes_data(result);
    if (view_of(result).size > missing && (data[missing] == '+' || data[missing] == '-')) data[0] = data[missing], data[missing] = '0';
    return result;
}

Value bytes_method_expandtabs(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t width = 8;
    if (args[1] != VALUE_UNBOUND) {
        Value number = op_index(vm, args[1]);
        if (number == VALUE_ERROR) return VALUE_ERROR;
        if (!int_to_int64(number, &width) || width != (int32_t)width) return raise_overflow_error(vm, "Python int too large to convert to C int");
    }
    BytesView v = view_of(args[0]);
    size_t size = 0, column = 0;
    Value result = VALUE_UNBOUND;
    for (int pass = 0; pass < 2; pass++) { // measures, then writes
        unsigned char *out = pass ? bytes_data(result) : NULL;
        column = size = 0;
        for (size_t i = 0; i < v.size; i++) {
            unsigned char c = v.data[i];
            size_t spaces = width > 0 ? (size_t)width - column % (size_t)width : 0;
            if (c == '\t') {
                if (pass) memset(out + size, ' ', spaces);
                size += spaces, column += spaces;
                if (size > SIZE_MAX / 4) return raise_overflow_error(vm, "result too long");
                continue;
            }
            if (pass) out[size] = c;
            size++;
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
        if (!pass) result = bytes_like_new(vm, args[0], NULL, size);
        if (result == VALUE_ERROR) return VALUE_ERROR;
    }
    return result;
}

// ---- strip -------------------------------------------------------------------------------------------------------

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };
static Value strip(VM *vm, Value *args, uint32_t count, int sides) {
    BytesView set = {(const unsigned char *)" \t\n\r\v\f", 6};
    if (count > 1 && args[1] != VALUE_NONE && !bytes_need_view(vm, args[1], &set)) return VALUE_ERROR;
    BytesView v = view_of(args[0]);
    if (!set.size || !v.size) return bytes_same(vm, args[0]);
    size_t from = 0, to = v.size;
    while (sides & STRIP_LEFT && from < to && memchr(set.data, v.data[from], set.size)) from++;
    while (sides & STRIP_RIGHT && from < to && memchr(set.data, v.data[to - 1], set.size)) to--;
    return to - from == v.size ? bytes_same(vm, args[0]) : bytes_like_new(vm, args[0], v.data + from, to - from);
}
Value bytes_method_strip(VM *vm, Value *args, uint32_t count) { return strip(vm, args, count, STRIP_LEFT | STRIP_RIGHT); }
Value bytes_method_lstrip(VM *vm, Value *args, uint32_t count) { return strip(vm, args, count, STRIP_LEFT); }
Value bytes_method_rstrip(VM *vm, Value *args, uint32_t count) { return strip(vm, args, count, STRIP_RIGHT); }

// ---- translate ---------------------------------------------------------------------------------------------------

Value bytes_method_translate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView table = {NULL, 0}, gone = {NULL, 0};
    if (args[1] != VALUE_NONE && !bytes_need_view(vm, args[1], &table)) return VALUE_ERROR;
    if (table.data && table.size != 256) return raise_value_error(vm, "translation table must be 256 characters long");
    if (args[2] != VALUE_UNBOUND && !bytes_need_view(vm, args[2], &gone)) return VALUE_ERROR;
    BytesView v = view_of(args[0]);
    bool stays[256];
    memset(stays, true, sizeof stays);
    for (size_t i = 0; i < gone.size; i++) stays[gone.data[i]] = false;
    size_t size = gone.size ? 0 : v.size;
    for (size_t i = 0; i < v.size && gone.size; i++) size += stays[v.data[i]];
    if (!table.data && size == v.size) return bytes_same(vm, args[0]);
    Value result = bytes_like_new(vm, args[0], NULL, size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    unsigned char *out = bytes_data(result), *end = out + size;
    const unsigned char *from = v.data;
    for (unsigned char c; out < end; out += stays[c]) c = *from++, *out = table.data ? table.data[c] : c; // until the next that stays comes into its place
    return result;
}

Value bytes_method_maketrans(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView from, to;
    if (!bytes_need_view(vm, args[0], &from) || !bytes_need_view(vm, args[1], &to)) return VALUE_ERROR;
    if (from.size != to.size) return raise_value_error(vm, "maketrans arguments must have same length");
    unsigned char table[256];
    for (unsigned i = 0; i < 256; i++) table[i] = (unsigned char)i;
    for (size_t i = 0; i < from.size; i++) table[from.data[i]] = to.data[i];
    return bytes_new(vm, table, 256);
}

// ---- hexadecimal -------------------------------------------------------------------------------------------------

static bool hex_separator(VM *vm, Value v, unsigned char *out) {
    if (v == VALUE_UNBOUND) return true;
    int64_t length = op_length(vm, v);
    if (length < 0) return false;
    if (length != 1) return raise_value_error(vm, "sep must be length 1."), false;
    if (is_str(v)) {
        if (!str_is_ascii(as_str(v))) return raise_value_error(vm, "sep must be ASCII."), false;
        *out = (unsigned char)as_str(v)->text[0];
    } else if (is_bytes(v)) {
        *out = as_bytes(v)->data[0];
        if (*out >= 128) return raise_value_error(vm, "sep must be ASCII."), false;
    } else {
        return raise_type_error(vm, "sep must be str or bytes."), false;
    }
    return true;
}

Value bytes_hex(VM *vm, BytesView v, unsigned char separator, bool separated, int64_t group) {
    size_t every = !separated || !group ? 0 : group < 0 ? (size_t)-group : (size_t)group, size;
    size_t separators = every && v.size ? (v.size - 1) / every : 0;
    if (__builtin_mul_overflow(v.size, (size_t)2, &size) || __builtin_add_overflow(size, separators, &size)) return raise_memory_error(vm);
    if (!size) return vm->empty_str;
    Str *result = str_alloc(vm, size, size);
    if (!result) return VALUE_ERROR;
    char *out = result->text;
    for (size_t i = 0; i < v.size && !every; i++) { // by arithmetic, which the compiler does for many bytes at once
        unsigned char high = v.data[i] >> 4, low = v.data[i] & 15;
        out[2 * i] = (char)(high + (high > 9 ? 'a' - 10 : '0'));
        out[2 * i + 1] = (char)(low + (low > 9 ? 'a' - 10 : '0'));
    }
    if (!every) return from_object(result);
    size_t first = every && group > 0 ? v.size % every : 0; // groups are counted from the right when positive
    for (size_t i = 0; i < v.size; i++) {
        if (i && (i + (first ? every - first : 0)) % every == 0) *out++ = (char)separator;
        *out++ = "0123456789abcdef"[v.data[i] >> 4];
        *out++ = "0123456789abcdef"[v.data[i] & 15];
    }
    return from_object(result);
}

bool bytes_hex_arguments(VM *vm, const Value *args, unsigned char *separator, bool *separated, int64_t *group) {
    *separator = 0, *group = 1;
    *separated = args[0] != VALUE_UNBOUND;
    if (args[1] != VALUE_UNBOUND) {
        Value number = op_index(vm, args[1]);
        if (number == VALUE_ERROR) return false;
        if (!int_to_int64(number, group) || *group != (int32_t)*group) return raise_overflow_error(vm, "Python int too large to convert to C int"), false;
    }
    return hex_separator(vm, args[0], separator);
}

Value bytes_method_hex(VM *vm, Value *args, uint32_t count) {
    (void)count;
    unsigned char separator;
    bool separated;
    int64_t group;
    if (!bytes_hex_arguments(vm, args + 1, &separator, &separated, &group)) return VALUE_ERROR;
    return bytes_hex(vm, view_of(args[0]), separator, separated, group);
}

static int hex_digit(unsigned char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

Value bytes_method_fromhex(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_str(args[1])) return text_argument_error(vm, "fromhex", "", "str", args[1]);
    Str *s = as_str(args[1]);
    Value result = bytes_new(vm, NULL, s->size / 2);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    unsigned char *out = as_bytes(result)->data;
    size_t size = 0, at = 0;
    for (;;) {
        while (at < s->size && is_space((unsigned char)s->text[at])) at++;
        if (at == s->size) break;
        int high = hex_digit((unsigned char)s->text[at]), low = high < 0 ? -1 : hex_digit((unsigned char)s->text[at + 1]);
        if (low < 0) return raise_value_error(vm, "non-hexadecimal number found in fromhex() arg at position %zu", str_index_at(vm, s, at + (high >= 0)));
        out[size++] = (unsigned char)(high << 4 | low);
        at += 2;
    }
    Value type = args[0];
    if (size != as_bytes(result)->size) result = bytes_new(vm, out, size);
    if (result == VALUE_ERROR || type == from_object(vm->types.bytes)) return result;
    if (type == from_object(vm->types.bytearray)) return bytearray_new(vm, as_bytes(result)->data, size);
    return call_value(vm, type, &result, 1);
}

Value bytes_method_decode(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const char *encoding = "utf-8", *errors = "strict";
    if (!text_codec_argument(vm, "decode", "'encoding'", args[1], &encoding) || !text_codec_argument(vm, "decode", "'errors'", args[2], &errors)) return VALUE_ERROR;
    BytesView v = view_of(args[0]);
    return v.size ? bytes_decode_registered(vm, v.data, v.size, encoding, errors) : vm->empty_str;
}
