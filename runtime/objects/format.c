// The format specification mini-language: parsing it, padding, and str. Numbers are in format_number.c.
#include "runtime/objects/format.h"
#include "base/utf8.h"
#include "runtime/objects/str.h"
#include "runtime/objects/unicode.h"

// ---- parsing -----------------------------------------------------------------------------------------------------

typedef struct Reader {
    const char *at, *end;
} Reader;

static inline uint32_t peek(const Reader *r) {
    unsigned step;
    unsigned char first = r->at < r->end ? (unsigned char)*r->at : 0;
    return first < 128 ? first : utf8_decode(r->at, &step);
}
static void skip(Reader *r) { r->at += utf8_size_of((unsigned char)*r->at); }
static inline bool accept(Reader *r, char c) { return r->at < r->end && *r->at == c ? r->at++, true : false; }

static bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// A decimal number at the reader; *some: there was one. False: too large.
static bool read_number(Reader *r, int64_t *out, bool *some) {
    int64_t number = 0;
    *some = false;
    for (; r->at < r->end; skip(r), *some = true) {
        unsigned char c = (unsigned char)*r->at;
        int digit = c - '0';
        if (c >= 128) digit = unicode_decimal(peek(r));
        if (digit < 0 || digit > 9) break;
        if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, digit, &number)) return false;
    }
    if (*some) *out = number;
    return true;
}

// Does grouping go with the type?
static bool check_grouping(VM *vm, const FormatSpec *spec) {
    if (!spec->grouping || !spec->type || (spec->type < 128 && strchr("defgEG%F", (char)spec->type))) return true;
    if (spec->grouping == '_' && spec->type < 128 && strchr("boxX", (char)spec->type)) return true;
    char code[16] = {(char)spec->type, 0};
    if (spec->type <= 32 || spec->type >= 128) snprintf(code, sizeof code, "\\x%x", spec->type);
    raise_value_error(vm, "Cannot specify '%c' with '%s'.", spec->grouping, code);
    return false;
}

static bool read_alignment(Reader *r, FormatSpec *spec) { // and whether a fill was given
    unsigned char first = r->at < r->end ? (unsigned char)*r->at : 0;
    unsigned step = r->at == r->end ? 0 : first < 128 ? 1 : utf8_size_of(first);
    if (step && r->at + step < r->end && is_align((unsigned char)r->at[step])) {
        spec->fill = peek(r);
        spec->align = r->at[step];
        r->at += step + 1;
        return true;
    }
    if (is_align(peek(r))) spec->align = *r->at++;
    return false;
}

static bool raise_invalid(VM *vm, const char *text, size_t size, const char *type_name) {
    Value whole = str_new(vm, text, size);
    if (whole != VALUE_ERROR) raise_value_error(vm, "Invalid format specifier '%U' for object of type '%s'", as_str(whole), type_name);
    return false;
}

bool format_parse_for(VM *vm, const char *text, size_t size, FormatSpec *spec, const char *type_name, char default_type, char default_align) {
    *spec = (FormatSpec){.fill = ' ', .width = -1, .precision = -1, .type = (unsigned char)default_type};
    Reader reader = {text, text + size}, *r = &reader;
    bool some, filled = read_alignment(r, spec);
    uint32_t sign = peek(r);
    if (sign == ' ' || sign == '+' || sign == '-') spec->sign = (char)sign, r->at++;
    spec->negative_zero_off = accept(r, 'z');
    spec->alternate = accept(r, '#');
    if (!filled && accept(r, '0')) {
        spec->zero = true, spec->fill = '0';
        if (!spec->align && default_align == '>') spec->align = '=';
    }
    if (!read_number(r, &spec->width, &some)) return raise_value_error(vm, "Too many decimal digits in format string"), false;
    if (accept(r, ',')) spec->grouping = ',';
    uint32_t group = peek(r);
    if (group == '_' || (group == ',' && spec->grouping == '_')) {
        if (spec->grouping) return raise_value_error(vm, "Cannot specify both ',' and '_'."), false;
        spec->grouping = '_', r->at++;
    }
    if (spec->grouping == '_' && peek(r) == ',') return raise_value_error(vm, "Cannot specify both ',' and '_'."), false;
    if (accept(r, '.')) {
        if (!read_number(r, &spec->precision, &some)) return raise_value_error(vm, "Too many decimal digits in format string"), false;
        if (!some) return raise_value_error(vm, "Format specifier missing precision"), false;
    }
    if (r->at < r->end) {
        spec->type = peek(r);
        skip(r);
        if (r->at < r->end) return raise_invalid(vm, text, size, type_name);
    }
    return check_grouping(vm, spec);
}

Value format_unknown_code(VM *vm, uint32_t type, const char *type_name) {
    if (type > 32 && type < 128) return raise_value_error(vm, "Unknown format code '%c' for object of type '%s'", (int)type, type_name);
    char code[16];
    snprintf(code, sizeof code, "\\x%x", type);
    return raise_value_error(vm, "Unknown format code '%s' for object of type '%s'", code, type_name);
}

// ---- padding -----------------------------------------------------------------------------------------------------

char *format_write_fill(char *out, uint32_t fill, size_t count) {
    if (fill < 128) return count ? (char *)memset(out, (int)fill, count) + count : out;
    while (count--) out += utf8_encode(fill, out);
    return out;
}

void format_add_padded(StrBuilder *b, const char *text, size_t size, size_t length, const FormatSpec *spec, char default_align) {
    size_t padding = spec->width > 0 && (uint64_t)spec->width > length ? (size_t)spec->width - length : 0;
    char align = spec->align ? spec->align : default_align;
    size_t before = align == '>' || align == '=' ? padding : align == '^' ? padding / 2 : 0;
    if (before) str_builder_add_repeated(b, spec->fill, before);
    str_builder_add_counted(b, text, size, length);
    if (padding > before) str_builder_add_repeated(b, spec->fill, padding - before);
}

// ---- str ---------------------------------------------------------------------------------------------------------

Value format_str_with(VM *vm, StrBuilder *out, Str *s, const FormatSpec *spec) {
    size_t length = s->length, size = s->size;
    if (spec->precision >= 0 && (uint64_t)spec->precision < length) {
        length = (size_t)spec->precision;
        size = str_offset(vm, s, length);
        if (error_is_set(vm)) return VALUE_ERROR;
    }
    size_t padding = spec->width > 0 && (uint64_t)spec->width > length ? (size_t)spec->width - length : 0, added;
    if (out) return format_add_padded(out, s->text, size, length, spec, '<'), VALUE_NONE;
    if (!padding) return size == s->size && is_exactly(from_object(s), vm->types.str) ? from_object(s) : str_new_counted(vm, s->text, size, length);
    char fill[4], align = spec->align;
    if (__builtin_mul_overflow(padding, spec->fill < 128 ? 1 : utf8_encode(spec->fill, fill), &added) || added > UINT32_MAX) return raise_memory_error(vm);
    if (size + added == 1) return vm->ascii_strings[spec->fill];
    Str *result = str_alloc(vm, size + added, length + padding);
    if (!result) return VALUE_ERROR;
    size_t before = align == '>' ? padding : align == '^' ? padding / 2 : 0;
    char *at = format_write_fill(result->text, spec->fill, before);
    memcpy(at, s->text, size);
    format_write_fill(at + size, spec->fill, padding - before);
    return from_object(result);
}

Value format_simple(VM *vm, StrBuilder *out, Value v, const char *spec, size_t size) {
    if (is_small_int(v)) return format_int(vm, out, v, spec, size);
    if (is_inline_float(v)) return format_float(vm, out, inline_float(v), spec, size);
    if (is_exactly(v, vm->types.str)) return format_str(vm, out, as_str(v), spec, size);
    return VALUE_UNBOUND;
}

Value format_str(VM *vm, StrBuilder *out, Str *s, const char *text, size_t size) {
    FormatSpec spec;
    const char *name = type_name_of(vm, from_object(s));
    if (!format_parse_for(vm, text, size, &spec, name, 's', '<')) return VALUE_ERROR;
    if (spec.type != 's') return format_unknown_code(vm, spec.type, name);
    if (spec.sign)
        return raise_value_error(vm, spec.sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier");
    if (spec.negative_zero_off) return raise_value_error(vm, "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate) return raise_value_error(vm, "Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=') return raise_value_error(vm, "'=' alignment not allowed in string format specifier");
    return format_str_with(vm, out, s, &spec);
}
