// Formatting int, float and complex.
//
//     sign prefix | zeros | digits, grouped | rest (point, fraction, exponent, %)
//
// Padding of '=' goes between prefix and digits; zeros as padding are grouped like digits (format specification mini-language, library reference).
#include "base/utf8.h"
#include "runtime/objects/float.h"
#include "runtime/objects/float_text.h"
#include "runtime/objects/format.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include <math.h>

typedef struct NumberParts {
    char prefix[4]; // sign and 0x
    size_t prefix_size;
    const char *digits;
    size_t digit_count;
    const char *rest;
    size_t rest_size;
    size_t trailing_zeros; // between rest's first part and its end: zeros of the fraction that nobody wrote out
    size_t rest_head;      // bytes of rest before those zeros
} NumberParts;

static void parts_sign(NumberParts *parts, bool negative, const FormatSpec *spec) {
    if (negative) parts->prefix[parts->prefix_size++] = '-';
    else if (spec->sign == '+' || spec->sign == ' ') parts->prefix[parts->prefix_size++] = spec->sign;
}

// How long `digits` digits become with separators, when they must fill `least` characters: zeros are put in front.
static size_t grouped_length(size_t digits, size_t least, unsigned group) {
    size_t length = digits + (digits ? (digits - 1) / group : 0);
    if (length >= least) return length;
    return least % (group + 1) == 0 ? least + 1 : least; // no separator in front
}

static void add_grouped(StrBuilder *b, const NumberParts *parts, size_t length, unsigned group, char separator) {
    size_t digits = length - length / (group + 1), zeros = digits > parts->digit_count ? digits - parts->digit_count : 0;
    for (size_t i = 0; i < digits; i++) {
        char text[2] = {i < zeros ? '0' : parts->digits[i - zeros], separator};
        str_builder_add(b, text, digits - 1 - i && (digits - 1 - i) % group == 0 ? 2 : 1);
    }
}

static void add_number(StrBuilder *b, const NumberParts *parts, const FormatSpec *spec) {
    unsigned group = spec->type == 'b' || spec->type == 'o' || spec->type == 'x' || spec->type == 'X' ? 4 : 3;
    char align = spec->align ? spec->align : '>';
    size_t others = parts->prefix_size + parts->rest_size + parts->trailing_zeros, width = spec->width > 0 ? (size_t)spec->width : 0;
    bool zeros = spec->fill == '0' && align == '=', grouped = spec->grouping && !strchr("inIN", *parts->digits); // inf and nan are not
    size_t least = zeros && width > others ? width - others : 0, number;
    if (grouped) number = grouped_length(parts->digit_count, least, group);
    else number = parts->digit_count > least ? parts->digit_count : least;
    size_t total = others + number, padding = width > total ? width - total : 0;
    size_t before = align == '>' ? padding : align == '^' ? padding / 2 : 0, after = align == '<' || align == '^' ? padding - before : 0;
    if (before) str_builder_add_repeated(b, spec->fill, before);
    str_builder_add_counted(b, parts->prefix, parts->prefix_size, parts->prefix_size);
    if (align == '=' && padding) str_builder_add_repeated(b, spec->fill, padding);
    if (grouped) {
        add_grouped(b, parts, number, group, spec->grouping);
    } else {
        if (number > parts->digit_count) str_builder_add_repeated(b, '0', number - parts->digit_count);
        str_builder_add_counted(b, parts->digits, parts->digit_count, parts->digit_count);
    }
    str_builder_add_counted(b, parts->rest, parts->rest_head, parts->rest_head); // all of it is ASCII
    if (parts->trailing_zeros) str_builder_add_repeated(b, '0', parts->trailing_zeros);
    size_t tail = parts->rest_size - parts->rest_head;
    str_builder_add_counted(b, parts->rest + parts->rest_head, tail, tail);
    if (after) str_builder_add_repeated(b, spec->fill, after);
}

static Value finish_number(VM *vm, const NumberParts *parts, const FormatSpec *spec) {
    StrBuilder b;
    str_builder_init(&b, vm);
    add_number(&b, parts, spec);
    return str_builder_finish(&b);
}

// ---- int ---------------------------------------------------------------------------------------------------------

static Value format_character(VM *vm, Value v, const FormatSpec *spec) {
    int64_t code;
    if (!int_to_int64(v, &code)) return raise_overflow_error(vm, "Python int too large to convert to C long");
    if (code < 0 || code > 0x10FFFF) return raise_overflow_error(vm, "%%c arg not in range(0x110000)");
    char text[4];
    StrBuilder b;
    str_builder_init(&b, vm);
    format_add_padded(&b, text, utf8_encode((uint32_t)code, text), 1, spec, '>');
    return str_builder_finish(&b);
}

Value format_int_with(VM *vm, Value v, const FormatSpec *spec) {
    if (spec->type == 'c') return format_character(vm, v, spec);
    int base = spec->type == 'b' ? 2 : spec->type == 'o' ? 8 : spec->type == 'x' || spec->type == 'X' ? 16 : 10;
    Value text = int_to_text(vm, v, base);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    Str *s = as_str(text);
    bool negative = s->text[0] == '-';
    NumberParts parts = {.digits = s->text + negative, .digit_count = s->size - negative, .rest = ""};
    parts_sign(&parts, negative, spec);
    if (spec->alternate && base != 10) parts.prefix[parts.prefix_size++] = '0', parts.prefix[parts.prefix_size++] = (char)spec->type;
    StrBuilder digits;
    bool changed = spec->type == 'X' || (spec->precision >= 0 && (uint64_t)spec->precision > parts.digit_count);
    if (changed) {
        str_builder_init(&digits, vm);
        if (spec->precision >= 0 && (uint64_t)spec->precision > parts.digit_count)
            str_builder_add_repeated(&digits, '0', (size_t)spec->precision - parts.digit_count);
        for (size_t i = 0; i < parts.digit_count; i++) {
            char c = parts.digits[i];
            str_builder_add_char(&digits, (unsigned char)(spec->type == 'X' && c >= 'a' ? c - 0x20 : c));
        }
        Value made = str_builder_finish(&digits);
        if (made == VALUE_ERROR) return VALUE_ERROR;
        parts.digits = as_str(made)->text, parts.digit_count = as_str(made)->size;
    }
    return finish_number(vm, &parts, spec);
}

Value format_int(VM *vm, Value v, Str *text) {
    if (!text->size) return op_str(vm, v);
    FormatSpec spec;
    const char *name = type_name_of(vm, v);
    if (!format_parse_for(vm, text, &spec, name, 'd', '>')) return VALUE_ERROR;
    if (spec.type && spec.type < 128 && strchr("eEfFgG%", (char)spec.type)) {
        double d = int_to_double(vm, v);
        return d == -1.0 && error_is_set(vm) ? VALUE_ERROR : format_float_with(vm, d, &spec);
    }
    if (!spec.type || spec.type >= 128 || !strchr("bcdoxXn", (char)spec.type)) return format_unknown_code(vm, spec.type, name);
    if (spec.precision >= 0) return raise_value_error(vm, "Precision not allowed in integer format specifier");
    if (spec.negative_zero_off) return raise_value_error(vm, "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type == 'c' && spec.sign) return raise_value_error(vm, "Sign not allowed with integer format specifier 'c'");
    if (spec.type == 'c' && spec.alternate) return raise_value_error(vm, "Alternate form (#) not allowed with integer format specifier 'c'");
    return format_int_with(vm, v, &spec);
}

// ---- float -------------------------------------------------------------------------------------------------------

// The characters of a finite float without its sign: digits before the point, then the rest, in a buffer.
typedef struct FloatText {
    char text[FLOAT_DIGITS_MAX + 32];
    size_t whole, head, size; // as digit_count, rest_head and whole + rest_size of NumberParts
    size_t trailing_zeros;
    bool negative;
} FloatText;

typedef struct FloatStyle {
    char type;        // 'e' 'f' 'g' 'r'
    int64_t precision;
    bool upper, percent, alternate, point_zero; // point_zero: "1" is shown as "1.0"
} FloatStyle;

static FloatStyle style_of(const FormatSpec *spec) {
    uint32_t type = spec->type;
    FloatStyle style = {.type = 'r', .precision = spec->precision, .alternate = spec->alternate};
    if (type == 'E' || type == 'F' || type == 'G') style.upper = true, type |= 0x20;
    if (type == '%') style.percent = true, type = 'f';
    if (type == 'n') type = 'g';
    if (type == 0) style.point_zero = true, type = style.precision < 0 ? 'r' : 'g';
    if (type != 'r' && style.precision < 0) style.precision = 6;
    if (type == 'g' && style.precision == 0) style.precision = 1;
    style.type = (char)type;
    return style;
}

static void add_word(FloatText *out, const char *word, const FloatStyle *style) {
    for (out->size = 0; word[out->size]; out->size++) out->text[out->size] = (char)(style->upper ? word[out->size] - 0x20 : word[out->size]);
    out->whole = 0, out->head = out->size; // no digits: zeros as padding are not grouped
}

// Lays out 0.digits * 10^point: `places` digits after the point at least (more when there are more digits).
static void lay_out(FloatText *out, const char *digits, size_t count, int64_t point, int64_t places, bool keep_point) {
    char *at = out->text;
    if (point <= 0) *at++ = '0';
    for (int64_t i = 0; i < point; i++) *at++ = (size_t)i < count ? digits[i] : '0';
    out->whole = (size_t)(at - out->text);
    int64_t written = 0, fraction = (int64_t)count > point ? (int64_t)count - point : 0;
    if (places > 0 || fraction > 0 || keep_point) *at++ = '.';
    if (fraction > 0) {
        for (int64_t i = point; i < 0; i++) *at++ = '0', written++;
        for (int64_t i = point > 0 ? point : 0; i < (int64_t)count; i++) *at++ = digits[i], written++;
    }
    out->head = out->size = (size_t)(at - out->text);
    out->trailing_zeros = places > written ? (size_t)(places - written) : 0;
}

static void add_exponent(FloatText *out, int64_t exponent, bool upper) {
    int size = snprintf(out->text + out->size, 8, "%c%c%02d", upper ? 'E' : 'e', exponent < 0 ? '-' : '+', (int)(exponent < 0 ? -exponent : exponent));
    out->size += (size_t)size;
}

static void float_to_text(double d, const FloatStyle *style, bool negative_zero_off, FloatText *out) {
    char digits[FLOAT_DIGITS_MAX];
    int place = 1;
    out->trailing_zeros = 0;
    out->negative = signbit(d) && !isnan(d);
    if (style->percent) d *= 100;
    if (!isfinite(d)) {
        add_word(out, isnan(d) ? "nan" : "inf", style);
        if (style->percent) out->text[out->size++] = '%';
        return;
    }
    size_t count = style->type == 'r'   ? float_shortest(d, digits, &place)
                   : style->type == 'f' ? float_decimals(d, style->precision, digits, &place)
                                        : float_significant(d, style->type == 'e' && style->precision < INT64_MAX ? style->precision + 1 : style->precision, digits, &place);
    bool zero = count == 1 && digits[0] == '0';
    if (zero && negative_zero_off) out->negative = false;
    int64_t point = place, precision = style->precision;
    bool exponent = style->type == 'e';
    if (style->type == 'g') exponent = point <= -4 || point > precision - (style->point_zero ? 1 : 0);
    if (style->type == 'r') exponent = point <= -4 || point > 16;
    int64_t places = style->type == 'f' || style->type == 'e' ? precision : 0;
    if (style->type == 'g' && style->alternate) places = exponent ? precision - 1 : precision - point;
    if (zero) count = 0, point = 1, digits[0] = '0';
    if (exponent) {
        lay_out(out, digits, zero ? 1 : count, 1, places, style->alternate);
        add_exponent(out, point - 1, style->upper);
    } else {
        if (style->point_zero && places < 1) places = 1;
        lay_out(out, digits, zero ? 1 : count, point, places, style->alternate);
    }
    if (style->percent) out->text[out->size++] = '%';
}

static void parts_of_float(NumberParts *parts, const FloatText *text, const FormatSpec *spec) {
    *parts = (NumberParts){.digits = text->text, .digit_count = text->whole, .rest = text->text + text->whole, .rest_size = text->size - text->whole,
                           .rest_head = text->head - text->whole, .trailing_zeros = text->trailing_zeros};
    parts_sign(parts, text->negative, spec);
}

Value format_float_with(VM *vm, double d, const FormatSpec *spec) {
    if (spec->precision > INT32_MAX) return raise_value_error(vm, "precision too big");
    FloatStyle style = style_of(spec);
    FloatText text;
    NumberParts parts;
    float_to_text(d, &style, spec->negative_zero_off, &text);
    parts_of_float(&parts, &text, spec);
    return finish_number(vm, &parts, spec);
}

Value format_float(VM *vm, double d, Str *text) {
    FormatSpec spec;
    if (!format_parse_for(vm, text, &spec, "float", 0, '>')) return VALUE_ERROR;
    if (spec.type && (spec.type >= 128 || !strchr("eEfFgGn%", (char)spec.type))) return format_unknown_code(vm, spec.type, "float");
    return format_float_with(vm, d, &spec);
}

// ---- complex -----------------------------------------------------------------------------------------------------

Value format_complex(VM *vm, double real, double imag, Str *text) {
    FormatSpec spec;
    if (!format_parse_for(vm, text, &spec, "complex", 0, '>')) return VALUE_ERROR;
    if (spec.type && (spec.type >= 128 || !strchr("eEfFgGn", (char)spec.type))) return format_unknown_code(vm, spec.type, "complex");
    if (spec.zero || spec.fill == '0') return raise_value_error(vm, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=') return raise_value_error(vm, "'=' alignment flag is not allowed in complex format specifier");
    if (spec.precision > INT32_MAX) return raise_value_error(vm, "precision too big");
    FloatStyle style = style_of(&spec);
    style.point_zero = false; // as repr(1+2j) has none
    bool bare = !spec.type, lone = bare && real == 0 && !signbit(real); // like repr: parentheses, no zero real part
    FormatSpec inner = spec;
    inner.width = -1;
    StrBuilder b;
    str_builder_init(&b, vm);
    if (bare && !lone) str_builder_add_char(&b, '(');
    FloatText part;
    NumberParts parts;
    if (!lone) {
        float_to_text(real, &style, spec.negative_zero_off, &part);
        parts_of_float(&parts, &part, &inner);
        add_number(&b, &parts, &inner);
        inner.sign = '+';
    }
    float_to_text(imag, &style, spec.negative_zero_off, &part);
    parts_of_float(&parts, &part, &inner);
    add_number(&b, &parts, &inner);
    str_builder_add_char(&b, 'j');
    if (bare && !lone) str_builder_add_char(&b, ')');
    Value whole = str_builder_finish(&b);
    if (whole == VALUE_ERROR) return VALUE_ERROR;
    str_builder_init(&b, vm);
    format_add_padded(&b, as_str(whole)->text, as_str(whole)->size, as_str(whole)->length, &spec, '>');
    return str_builder_finish(&b);
}
