// Numbers from and to text (library reference, "decimal"; specification, "Conversions").
#include "base/utf8.h"
#include "runtime/modules/decimal_private.h"
#include "runtime/objects/unicode.h"
#include <stdio.h>

// ---- reading -----------------------------------------------------------------------------------------------------

// The text without blanks around it and underscores, decimal digits of any script as ASCII ones, in scratch; *size < 0: it is no number.
static const char *cleaned(Operation *op, const Str *text, bool is_strict, ptrdiff_t *size) {
    char *out = (char *)operation_limbs(op, text->size / sizeof(Limb) + 1);
    if (!out) return NULL;
    size_t count = 0, kept = 0; // kept: up to the last character that is no blank
    bool blanks_inside = false, is_odd = false;
    for (const char *p = text->text, *end = p + text->size; p < end;) {
        unsigned step;
        uint32_t c = utf8_decode(p, &step);
        p += step;
        if (unicode_is_space(c)) {
            is_odd |= is_strict;
            if (kept) blanks_inside = true;
            continue;
        }
        if (c == '_') {
            is_odd |= is_strict;
            if (blanks_inside) is_odd = true;
            else kept += !kept; // a blank behind an underscore is inside, whatever comes before
            continue;
        }
        int digit = c < 128 ? -1 : unicode_decimal(c);
        if (blanks_inside || !c || (c >= 128 && digit < 0)) is_odd = true;
        out[count++] = digit >= 0 ? (char)('0' + digit) : (char)c;
        kept = count;
    }
    *size = is_odd ? -1 : (ptrdiff_t)count;
    return out;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool same_word(const char *text, size_t size, const char *word) { // word in small letters
    if (strlen(word) != size) return false;
    for (size_t i = 0; i < size; i++)
        if ((text[i] | 0x20) != word[i]) return false;
    return true;
}

// digits as a coefficient
static bool set_coefficient(Operation *op, const char *digits, size_t size, Number *out) {
    while (size && *digits == '0') digits++, size--;
    Limb *limbs = operation_limbs(op, limbs_for_digits((int64_t)size) + 1);
    if (!limbs) return false;
    out->limbs = limbs, out->count = limbs_parse(limbs, digits, size);
    return true;
}

static int parse_special(Operation *op, const char *p, const char *end, Number *out) {
    size_t size = (size_t)(end - p);
    if (same_word(p, size, "inf") || same_word(p, size, "infinity")) return out->kind = KIND_INFINITE, 1;
    size_t word = size >= 4 && same_word(p, 4, "snan") ? 4 : size >= 3 && same_word(p, 3, "nan") ? 3 : 0;
    if (!word) return 0;
    for (const char *q = p + word; q < end; q++)
        if (!is_digit(*q)) return 0;
    out->kind = word == 4 ? KIND_SIGNALING : KIND_QUIET;
    return set_coefficient(op, p + word, size - word, out) ? 1 : -1;
}

// [0-9]*[.][0-9]*([eE][+-]?[0-9]+)? with a digit before the e
static int parse_finite(Operation *op, const char *p, const char *end, Number *out) {
    const char *start = p, *dot = NULL;
    while (p < end && (is_digit(*p) || (*p == '.' && !dot))) {
        if (*p == '.') dot = p;
        p++;
    }
    size_t count = (size_t)(p - start) - (dot != NULL);
    int64_t fraction = dot ? p - dot - 1 : 0, exponent = 0;
    if (!count) return 0;
    const char *digits = start;
    if (dot) {
        char *joined = (char *)operation_limbs(op, count / sizeof(Limb) + 1);
        if (!joined) return -1;
        memcpy(joined, start, (size_t)(dot - start));
        memcpy(joined + (dot - start), dot + 1, (size_t)fraction);
        digits = joined;
    }
    if (p < end) {
        if ((*p | 0x20) != 'e') return 0;
        p++;
        bool negative = p < end && *p == '-';
        if (p < end && (*p == '-' || *p == '+')) p++;
        if (p == end) return 0;
        for (; p < end; p++) {
            if (!is_digit(*p)) return 0;
            exponent = exponent > DECIMAL_MAX / 2 ? DECIMAL_MAX * 4 : exponent * 10 + (*p - '0'); // larger ones are all out of bounds
        }
        if (negative) exponent = -exponent;
    }
    out->exponent = exponent - fraction;
    return set_coefficient(op, digits, count, out) ? 1 : -1;
}

int number_parse(Operation *op, const Str *text, bool is_strict, Number *out) {
    const char *p = text->text;
    ptrdiff_t size = (ptrdiff_t)text->size;
    *out = (Number){0};
    bool is_plain = str_is_ascii(text);
    for (ptrdiff_t i = 0; i < size && is_plain; i++) is_plain = p[i] > ' ' && p[i] != '_';
    if (!is_plain && !(p = cleaned(op, text, is_strict, &size))) return -1;
    int found = 0;
    if (size > 0) {
        const char *end = p + size;
        if (*p == '+' || *p == '-') out->sign = *p++ == '-';
        if (p < end) found = is_digit(*p) || *p == '.' ? parse_finite(op, p, end, out) : parse_special(op, p, end, out);
    }
    if (!found) number_invalid(op, out, STATUS_CONVERSION);
    return found;
}

// ---- writing -----------------------------------------------------------------------------------------------------

char *number_characters(Operation *op, const Number *a, size_t *count) {
    size_t digits = a->count ? (size_t)number_digits(a) : 1;
    char *out = (char *)operation_limbs(op, digits / sizeof(Limb) + 1);
    if (!out) return NULL;
    if (a->count) limbs_render(a->limbs, a->count, out);
    else out[0] = '0';
    return *count = digits, out;
}

static Value special_text(VM *vm, const Number *a) {
    const char *sign = a->sign ? "-" : "";
    if (a->kind == KIND_INFINITE) return str_from_format(vm, "%sInfinity", sign);
    const char *name = a->kind == KIND_SIGNALING ? "sNaN" : "NaN";
    if (!a->count) return str_from_format(vm, "%s%s", sign, name);
    size_t digits = (size_t)number_digits(a), head = strlen(sign) + strlen(name);
    Str *s = str_alloc(vm, head + digits, head + digits);
    if (!s) return VALUE_ERROR;
    memcpy(s->text, sign, strlen(sign));
    memcpy(s->text + strlen(sign), name, strlen(name));
    limbs_render(a->limbs, a->count, s->text + head);
    return from_object(s);
}

Value number_to_text(VM *vm, const Number *a, bool engineering, bool capitals) {
    if (a->kind) return special_text(vm, a);
    int64_t count = a->count ? number_digits(a) : 1, left = a->exponent + count; // digits before the point when written without exponent
    int64_t place; // before the point as it is written
    if (a->exponent <= 0 && left > -6) place = left;
    else if (!engineering) place = 1;
    else if (!a->count) place = ((left + 1) % 3 + 3) % 3 - 1;
    else place = ((left - 1) % 3 + 3) % 3 + 1;
    char power[32];
    size_t power_size = left == place ? 0 : (size_t)snprintf(power, sizeof power, "%c%+lld", capitals ? 'E' : 'e', (long long)(left - place));
    // sign, zeros before the digits ("0.00"), digits with a point at `place`, zeros behind them
    size_t before = place <= 0 ? (size_t)(2 - place) : 0, behind = place > count ? (size_t)(place - count) : 0;
    bool has_point = place > 0 && place < count;
    size_t size = a->sign + before + (size_t)count + has_point + behind + power_size;
    Str *s = str_alloc(vm, size, size);
    if (!s) return VALUE_ERROR;
    char *p = s->text;
    if (a->sign) *p++ = '-';
    if (before) {
        memset(p, '0', before);
        p[1] = '.';
        p += before;
    }
    if (a->count) limbs_render(a->limbs, a->count, p);
    else *p = '0';
    if (has_point) {
        memmove(p + place + 1, p + place, (size_t)(count - place));
        p[place] = '.';
    }
    p += count + has_point;
    memset(p, '0', behind);
    memcpy(p + behind, power, power_size);
    return from_object(s);
}
