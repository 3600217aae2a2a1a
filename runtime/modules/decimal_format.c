// format() of Decimals: "[[fill]align][sign][z][0][width][,][.precision][type]" (library reference, "Format Specification Mini-Language").
#include "base/utf8.h"
#include "runtime/modules/decimal_private.h"
#include <stdio.h>

typedef struct Spec {
    const char *fill; // one character in UTF-8
    size_t fill_size;
    char align, sign, type; // type 0: none
    bool no_negative_zero, zeros;
    int64_t width, precision; // precision -1: none
    const char *point, *separator, *grouping; // grouping as localeconv() has it: sizes of groups from the right, the last one for all further ones
} Spec;

// ---- reading -----------------------------------------------------------------------------------------------------

static bool is_in(char c, const char *set) {
    for (; *set; set++)
        if (*set == c) return true;
    return false;
}

static bool read_count(const char **p, int64_t *out) {
    int64_t n = 0;
    for (; **p >= '0' && **p <= '9'; ++*p) {
        if (n > DECIMAL_MAX / 10) return false;
        n = n * 10 + (**p - '0');
    }
    return *out = n, true;
}

static bool read_spec(const Str *text, Spec *spec) {
    *spec = (Spec){.fill = " ", .fill_size = 1, .sign = '-', .precision = -1, .point = ".", .separator = "", .grouping = ""};
    const char *p = text->text;
    unsigned size = 1;
    if (text->size) utf8_decode(p, &size);
    if (size < text->size && is_in(p[size], "<>=^")) spec->fill = p, spec->fill_size = size, spec->align = p[size], p += size + 1;
    else if (is_in(*p, "<>=^")) spec->align = *p++;
    if (is_in(*p, "+- ")) spec->sign = *p++;
    if (*p == 'z') spec->no_negative_zero = true, p++;
    if (*p == '0') {
        if (spec->align) return false;
        spec->fill = "0", spec->fill_size = 1, spec->align = '=', spec->zeros = true, p++;
    }
    if (!read_count(&p, &spec->width)) return false;
    if (*p == ',') spec->separator = ",", spec->grouping = "\3", p++;
    if (*p == '.') {
        if (*++p < '0' || *p > '9' || !read_count(&p, &spec->precision)) return false;
    }
    if (is_in(*p, "eEfFgGn%")) spec->type = *p++;
    if (p != text->text + text->size) return false;
    if (!spec->align) spec->align = '>';
    if (spec->type != 'n') return true;
    spec->type = 'g';
    return !*spec->separator;
}

// What the dict that may be given to __format__ says instead of the locale. Roots the strings.
static bool override(VM *vm, Value overrides, Spec *spec) {
    const char *const names[] = {"decimal_point", "thousands_sep", "grouping"};
    const char **const places[] = {&spec->point, &spec->separator, &spec->grouping};
    if (overrides == VALUE_UNBOUND) return true;
    if (!is_dict(overrides)) return raise_type_error(vm, "optional argument must be a dict"), false;
    for (int i = 0; i < 3; i++) {
        Str *key = str_intern(vm, names[i], strlen(names[i]));
        Value value = key ? dict_get(vm, as_dict(overrides), from_object(key)) : VALUE_ERROR;
        if (value == VALUE_ERROR) return false;
        if (value == VALUE_UNBOUND) continue;
        if (!is_str(value)) return raise_type_error(vm, "format specification must be a string"), false;
        root_push(vm, value);
        *places[i] = as_str(value)->text;
    }
    if (!*spec->point) return raise_value_error(vm, "invalid override dict"), false;
    return true;
}

// ---- rounding ----------------------------------------------------------------------------------------------------

// Gives the number that exponent.
static bool set_exponent(Operation *op, Number *a, int64_t wanted) {
    bool inexact;
    if (a->exponent >= wanted ? !number_scale(op, a, a->exponent - wanted) : !number_drop(op, a, wanted - a->exponent, (Rounding)op->rounding, &inexact)) return false;
    a->exponent = wanted;
    return true;
}
// Rounds to so many digits.
static bool keep_digits(Operation *op, Number *a, int64_t keep) {
    if (!a->count) return true;
    if (!set_exponent(op, a, a->exponent + number_digits(a) - keep)) return false;
    return number_digits(a) <= keep || set_exponent(op, a, a->exponent + 1);
}
static bool round_as(Operation *op, Number *a, char type, int64_t precision) {
    if (is_in(type, "eE")) return keep_digits(op, a, precision + 1);
    if (is_in(type, "fF%")) return set_exponent(op, a, -precision);
    int64_t keep = precision > 1 ? precision : 1;
    return number_digits(a) <= keep || keep_digits(op, a, keep);
}

// ---- writing -----------------------------------------------------------------------------------------------------

static size_t characters_of(const char *text, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++) count += ((unsigned char)text[i] & 0xc0) != 0x80;
    return count;
}

typedef struct Parts { // of the text of a number, in order
    const char *whole;
    size_t whole_count;
    size_t zeros_after; // of the whole part
    size_t zeros_before; // of the fraction
    const char *fraction;
    size_t fraction_count, zeros_last;
    char tail[32]; // exponent, percent sign
} Parts;

// The whole part in groups, backwards, ',' for the separator; with zeros before it until it has `least` characters.
static char *group(Operation *op, const Parts *parts, const Spec *spec, int64_t least, size_t separator_length, size_t *size) {
    size_t digits = parts->whole_count + parts->zeros_after, room = (digits > (size_t)(least > 0 ? least : 0) ? digits : (size_t)least) * 2 + 2;
    char *out = (char *)operation_limbs(op, room / sizeof(Limb) + 1);
    if (!out) return NULL;
    size_t at = 0, length = 0, in_group = 0;
    const char *sizes = spec->grouping;
    for (size_t i = 0; i < digits || (int64_t)length < least; i++) {
        size_t most = (unsigned char)*sizes;
        if (most && most < 127 && in_group == most && *spec->separator) {
            out[at++] = ',', length += separator_length, in_group = 0;
            if (sizes[1]) sizes++;
        }
        out[at++] = i < parts->zeros_after || i >= digits ? '0' : parts->whole[digits - 1 - i];
        length++, in_group++;
    }
    return *size = at, out;
}

static char *put(char *out, const char *text, size_t size) { return (char *)memcpy(out, text, size) + size; }
static char *put_zeros(char *out, size_t count) { return (char *)memset(out, '0', count) + count; }
static char *put_fill(char *out, const Spec *spec, size_t count) {
    if (spec->fill_size == 1) return (char *)memset(out, spec->fill[0], count) + count;
    while (count--) out = put(out, spec->fill, spec->fill_size);
    return out;
}

static Value write_text(VM *vm, Operation *op, const char *sign, const Parts *parts, const Spec *spec) {
    size_t point_size = strlen(spec->point), separator_size = strlen(spec->separator), separator_length = characters_of(spec->separator, separator_size);
    size_t fraction = parts->zeros_before + parts->fraction_count + parts->zeros_last, sign_size = strlen(sign), tail_size = strlen(parts->tail);
    if (!fraction) point_size = 0;
    size_t rest = sign_size + fraction + characters_of(spec->point, point_size) + tail_size, rest_size = sign_size + fraction + point_size + tail_size;
    size_t grouped_size = 0, whole_length = parts->whole_count + parts->zeros_after, whole_size = whole_length;
    char *grouped = NULL;
    if (separator_size) {
        grouped = group(op, parts, spec, spec->zeros ? spec->width - (int64_t)rest : 0, separator_length, &grouped_size);
        if (!grouped) return VALUE_ERROR;
        size_t separators = 0;
        for (size_t i = 0; i < grouped_size; i++) separators += grouped[i] == ',';
        whole_length = grouped_size - separators + separators * separator_length, whole_size = grouped_size - separators + separators * separator_size;
    }
    size_t pad = spec->width > (int64_t)(rest + whole_length) ? (size_t)spec->width - rest - whole_length : 0;
    size_t before = spec->align == '>' ? pad : spec->align == '^' ? pad / 2 : 0, inside = spec->align == '=' ? pad : 0;
    Str *s = str_alloc(vm, rest_size + whole_size + pad * spec->fill_size, rest + whole_length + pad);
    if (!s) return VALUE_ERROR;
    char *out = put_fill(s->text, spec, before);
    out = put(out, sign, sign_size);
    out = put_fill(out, spec, inside);
    if (grouped) {
        for (size_t i = grouped_size; i-- > 0;) {
            if (grouped[i] == ',') out = put(out, spec->separator, separator_size);
            else *out++ = grouped[i];
        }
    } else {
        out = put_zeros(put(out, parts->whole, parts->whole_count), parts->zeros_after);
    }
    out = put_zeros(put(out, spec->point, point_size), parts->zeros_before);
    out = put_zeros(put(out, parts->fraction, parts->fraction_count), parts->zeros_last);
    put_fill(put(out, parts->tail, tail_size), spec, pad - before - inside);
    return from_object(s);
}

// The digits with a point behind the first `place` ones.
static void place_point(Parts *parts, const char *digits, int64_t count, int64_t place) {
    if (place <= 0) {
        parts->whole = "0", parts->whole_count = 1;
        parts->zeros_before = (size_t)-place, parts->fraction = digits, parts->fraction_count = (size_t)count;
    } else if (place >= count) {
        parts->whole = digits, parts->whole_count = (size_t)count, parts->zeros_after = (size_t)(place - count);
    } else {
        parts->whole = digits, parts->whole_count = (size_t)place;
        parts->fraction = digits + place, parts->fraction_count = (size_t)(count - place);
    }
}

static Value format_special(VM *vm, Operation *op, const Number *a, Spec *spec, const char *sign) {
    Number positive = *a;
    positive.sign = 0;
    Value text = number_to_text(vm, &positive, false, true);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    if (spec->zeros) spec->fill = " ", spec->align = '>';
    spec->separator = "";
    Parts parts = {.whole = as_str(text)->text, .whole_count = as_str(text)->size, .fraction = ""};
    if (spec->type == '%') strcpy(parts.tail, "%");
    return write_text(vm, op, sign, &parts, spec);
}

static Value format_as(VM *vm, Operation *op, const Number *given, Spec spec, const DecimalContext *context) {
    Number a = *given;
    char shown[2] = {spec.sign == '-' ? 0 : spec.sign, 0};
    if (a.kind) return format_special(vm, op, &a, &spec, a.sign ? "-" : shown);
    char type = spec.type;
    bool plain = !type && spec.precision < 0; // as str()
    if (!type) type = context->capitals ? 'G' : 'g';
    if (type == '%') a.exponent += 2;
    if (spec.precision >= 0 && !round_as(op, &a, type, spec.precision)) return VALUE_ERROR;
    if (spec.no_negative_zero && !a.count) a.sign = 0;
    size_t digit_count;
    const char *digits = number_characters(op, &a, &digit_count);
    if (!digits) return VALUE_ERROR;
    int64_t count = (int64_t)digit_count, left = a.exponent + count, place;
    Parts parts = {.whole = "", .fraction = ""};
    bool is_scientific = is_in(type, "eE");
    if (is_scientific) place = 1;
    else if (is_in(type, "fF%")) place = a.exponent > 0 && !a.count ? left = 1 : left;
    else place = a.exponent <= 0 && left > -6 ? left : 1;
    if (is_scientific && !a.count && spec.precision >= 0) { // zero keeps its exponent, counted from the last digit
        left += spec.precision;
        parts.whole = digits, parts.whole_count = 1, parts.zeros_last = (size_t)spec.precision;
    } else {
        place_point(&parts, digits, count, place);
    }
    size_t tail = 0;
    if (left != place || is_scientific)
        tail = (size_t)snprintf(parts.tail, sizeof parts.tail, "%c%+lld", is_in(type, "EFG") && (!plain || context->capitals) ? 'E' : 'e', (long long)(left - place));
    if (type == '%') strcpy(parts.tail + tail, "%");
    return write_text(vm, op, a.sign ? "-" : shown, &parts, &spec);
}

Value decimal_format_number(VM *vm, Operation *op, const Number *a, Value text, Value overrides, const DecimalContext *context) {
    Spec spec;
    if (!read_spec(as_str(text), &spec)) return raise_value_error(vm, "invalid format string");
    ROOT_SCOPE(vm);
    Value result = override(vm, overrides, &spec) ? format_as(vm, op, a, spec, context) : VALUE_ERROR;
    ROOT_END(vm);
    return result;
}
