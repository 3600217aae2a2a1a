// Formatting int, float and complex.
//
//     sign prefix | zeros | digits, grouped | rest (point, fraction, exponent, %)
//
// Padding of '=' goes between prefix and digits; zeros as padding are grouped like digits (format specification mini-language, library reference).
#include "base/utf8.h"
#include "runtime/objects/decimal_text.h"
#include "runtime/objects/float.h"
#include "runtime/objects/float_text.h"
#include "runtime/objects/format.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include "runtime/objects/text.h"
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

static bool is_binary(uint32_t type) { return type == 'b' || type == 'o' || type == 'x' || type == 'X'; }

// The pieces of a number in its field, in characters.
typedef struct NumberLayout {
    size_t before, between, number, after; // fill, fill after the prefix, digits with zeros and separators, fill
    size_t length, size;                   // of the whole, in characters and in bytes
    unsigned group;                        // digits between separators, 0: there are none
} NumberLayout;

// False: longer than any string, and MemoryError is set.
static bool lay_out_number(VM *vm, const NumberParts *parts, const FormatSpec *spec, NumberLayout *layout) {
    char align = spec->align ? spec->align : '>';
    size_t others = parts->prefix_size + parts->rest_size + parts->trailing_zeros, width = spec->width > 0 ? (size_t)spec->width : 0;
    size_t least = spec->fill == '0' && align == '=' && width > others ? width - others : 0;
    *layout = (NumberLayout){.number = parts->digit_count > least ? parts->digit_count : least};
    if (spec->grouping && parts->digit_count) { // inf and nan have no digits
        layout->group = is_binary(spec->type) ? 4 : 3;
        layout->number = grouped_length(parts->digit_count, least, layout->group);
    }
    layout->length = layout->size = others + layout->number;
    if (width > UINT32_MAX) return raise_memory_error(vm), false;
    if (width > layout->length) {
        char fill[4];
        size_t padding = width - layout->length;
        if (align == '>') layout->before = padding;
        else if (align == '=') layout->between = padding;
        else if (align == '^') layout->before = padding / 2, layout->after = padding - padding / 2;
        else layout->after = padding;
        layout->length = width;
        layout->size += padding * (spec->fill < 128 ? 1 : utf8_encode(spec->fill, fill));
    }
    if (layout->length <= UINT32_MAX && layout->size <= UINT32_MAX) return true;
    raise_memory_error(vm);
    return false;
}

static inline char *write_text(char *out, const char *text, size_t size) { return text_copy(out, text, size), out + size; }

// From the end, zeros where there are no digits any more.
static char *write_grouped(char *out, const NumberParts *parts, const NumberLayout *layout, char separator) {
    char *at = out + layout->number;
    const char *digit = parts->digits + parts->digit_count;
    for (unsigned in_group = 0; at > out; in_group++) {
        if (in_group == layout->group) in_group = 0, *--at = separator;
        *--at = digit > parts->digits ? *--digit : '0';
    }
    return out + layout->number;
}

static void write_number(char *out, const NumberParts *parts, const NumberLayout *layout, const FormatSpec *spec) {
    if (layout->before) out = format_write_fill(out, spec->fill, layout->before);
    for (size_t i = 0; i < parts->prefix_size; i++) *out++ = parts->prefix[i];
    if (layout->between) out = format_write_fill(out, spec->fill, layout->between);
    if (layout->group) {
        out = write_grouped(out, parts, layout, spec->grouping);
    } else {
        if (layout->number > parts->digit_count) out = format_write_fill(out, '0', layout->number - parts->digit_count);
        out = write_text(out, parts->digits, parts->digit_count);
    }
    if (parts->rest_head) out = write_text(out, parts->rest, parts->rest_head);
    if (parts->trailing_zeros) out = format_write_fill(out, '0', parts->trailing_zeros);
    size_t tail = parts->rest_size - parts->rest_head;
    if (tail) out = write_text(out, parts->rest + parts->rest_head, tail);
    if (layout->after) format_write_fill(out, spec->fill, layout->after);
}

static void add_number(StrBuilder *b, const NumberParts *parts, const FormatSpec *spec) {
    NumberLayout layout;
    if (b->failed) return;
    char *room = lay_out_number(b->vm, parts, spec, &layout) ? str_builder_room(b, layout.size) : NULL;
    if (!room) {
        b->failed = true;
        return;
    }
    write_number(room, parts, &layout, spec);
    b->size += layout.size, b->length += layout.length;
}

static Value finish_number(VM *vm, StrBuilder *out, const NumberParts *parts, const FormatSpec *spec) {
    NumberLayout layout;
    if (out) return add_number(out, parts, spec), VALUE_NONE;
    if (!lay_out_number(vm, parts, spec, &layout)) return VALUE_ERROR;
    if (layout.size == 1) return vm->ascii_strings[(unsigned char)*parts->digits];
    Str *s = str_alloc(vm, layout.size, layout.length);
    if (!s) return VALUE_ERROR;
    write_number(s->text, parts, &layout, spec);
    return from_object(s);
}

// ---- int ---------------------------------------------------------------------------------------------------------

static Value format_character(VM *vm, StrBuilder *out, Value v, const FormatSpec *spec) {
    int64_t code;
    if (!int_to_int64(v, &code)) return raise_overflow_error(vm, "Python int too large to convert to C long");
    if (code < 0 || code > 0x10FFFF) return raise_overflow_error(vm, "%%c arg not in range(0x110000)");
    char text[4];
    unsigned size = utf8_encode((uint32_t)code, text);
    if (out) return format_add_padded(out, text, size, 1, spec, '>'), VALUE_NONE;
    StrBuilder b;
    str_builder_init(&b, vm);
    format_add_padded(&b, text, size, 1, spec, '>');
    return str_builder_finish(&b);
}

// The digits of a number in 64 bits, so that they end at `end`.
static char *write_digits(uint64_t n, unsigned bits_each, bool upper, char *end) {
    if (!bits_each) return decimal_write(n, end);
    const char *digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    do *--end = digits[n & ((1u << bits_each) - 1)];
    while (n >>= bits_each);
    return end;
}

static Value format_digits(VM *vm, StrBuilder *out, NumberParts *parts, bool negative, const FormatSpec *spec) {
    parts_sign(parts, negative, spec);
    if (spec->alternate && is_binary(spec->type)) parts->prefix[parts->prefix_size++] = '0', parts->prefix[parts->prefix_size++] = (char)spec->type;
    return finish_number(vm, out, parts, spec);
}

// More than 64 bits, or zeros before the digits up to the precision.
static Value format_long_int(VM *vm, StrBuilder *out, Value v, unsigned bits_each, const FormatSpec *spec) {
    Value text = int_to_text(vm, v, bits_each ? 1 << bits_each : 10);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    const Str *s = as_str(text);
    bool negative = s->text[0] == '-';
    NumberParts parts = {.digits = s->text + negative, .digit_count = s->size - negative, .rest = ""};
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
    return format_digits(vm, out, &parts, negative, spec);
}

Value format_int_with(VM *vm, StrBuilder *out, Value v, const FormatSpec *spec) {
    if (spec->type == 'c') return format_character(vm, out, v, spec);
    unsigned bits_each = spec->type == 'b' ? 1 : spec->type == 'o' ? 3 : spec->type == 'x' || spec->type == 'X' ? 4 : 0;
    int64_t i;
    if (spec->precision > 1 || !int_to_int64(v, &i)) return format_long_int(vm, out, v, bits_each, spec);
    char text[64], *end = text + sizeof text, *at = write_digits(i < 0 ? -(uint64_t)i : (uint64_t)i, bits_each, spec->type == 'X', end);
    NumberParts parts = {.digits = at, .digit_count = (size_t)(end - at), .rest = ""};
    return format_digits(vm, out, &parts, i < 0, spec);
}

// What the type of a specification asks of an int.
typedef enum IntStyle { INT_STYLE_NONE, INT_STYLE_INT, INT_STYLE_FLOAT } IntStyle;
static IntStyle int_style(uint32_t type) {
    switch (type) {
    case 'b': case 'c': case 'd': case 'o': case 'x': case 'X': case 'n': return INT_STYLE_INT;
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case '%': return INT_STYLE_FLOAT;
    default: return INT_STYLE_NONE;
    }
}

Value format_int(VM *vm, StrBuilder *out, Value v, const char *text, size_t size) {
    FormatSpec spec;
    const char *name = type_name_of(vm, v);
    if (!format_parse_for(vm, text, size, &spec, name, 'd', '>')) return VALUE_ERROR;
    IntStyle style = int_style(spec.type);
    if (style == INT_STYLE_FLOAT) {
        double d = int_to_double(vm, v);
        return d == -1.0 && error_is_set(vm) ? VALUE_ERROR : format_float_with(vm, out, d, &spec);
    }
    if (style == INT_STYLE_NONE) return format_unknown_code(vm, spec.type, name);
    if (spec.precision >= 0) return raise_value_error(vm, "Precision not allowed in integer format specifier");
    if (spec.negative_zero_off) return raise_value_error(vm, "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type == 'c' && spec.sign) return raise_value_error(vm, "Sign not allowed with integer format specifier 'c'");
    if (spec.type == 'c' && spec.alternate) return raise_value_error(vm, "Alternate form (#) not allowed with integer format specifier 'c'");
    return format_int_with(vm, out, v, &spec);
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
    unsigned size = (unsigned)(exponent < 0 ? -exponent : exponent);
    char *at = out->text + out->size;
    *at++ = upper ? 'E' : 'e', *at++ = exponent < 0 ? '-' : '+';
    if (size >= 100) *at++ = (char)('0' + size / 100);
    *at++ = (char)('0' + size / 10 % 10), *at++ = (char)('0' + size % 10);
    out->size = (size_t)(at - out->text);
}

// Style 'f' where the digits fit 64 bits: the number times 10^places is written, and the point put between its digits. False: they do not.
static bool fixed_to_text(double d, const FloatStyle *style, bool negative_zero_off, FloatText *out) {
    int64_t places = style->precision;
    uint64_t scaled;
    if (places > 18 || !float_scaled(d, places, &scaled)) return false;
    char digits[DECIMAL_DIGITS_MAX], *end = digits + sizeof digits, *at = decimal_write(scaled, end);
    while (end - at <= places) *--at = '0';
    if (!scaled && negative_zero_off) out->negative = false;
    out->whole = (size_t)(end - at - places);
    char *to = write_text(out->text, at, out->whole);
    if (places || style->alternate) *to++ = '.';
    to = write_text(to, at + out->whole, (size_t)places);
    out->head = (size_t)(to - out->text);
    if (style->percent) *to++ = '%';
    out->size = (size_t)(to - out->text);
    return true;
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
    if (style->type == 'f' && fixed_to_text(d, style, negative_zero_off, out)) return;
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

Value format_float_with(VM *vm, StrBuilder *out, double d, const FormatSpec *spec) {
    if (spec->precision > INT32_MAX) return raise_value_error(vm, "precision too big");
    FloatStyle style = style_of(spec);
    FloatText text;
    NumberParts parts;
    float_to_text(d, &style, spec->negative_zero_off, &text);
    parts_of_float(&parts, &text, spec);
    return finish_number(vm, out, &parts, spec);
}

Value format_float(VM *vm, StrBuilder *out, double d, const char *text, size_t size) {
    FormatSpec spec;
    if (!format_parse_for(vm, text, size, &spec, "float", 0, '>')) return VALUE_ERROR;
    if (spec.type && int_style(spec.type) != INT_STYLE_FLOAT && spec.type != 'n') return format_unknown_code(vm, spec.type, "float");
    return format_float_with(vm, out, d, &spec);
}

// ---- complex -----------------------------------------------------------------------------------------------------

Value format_complex(VM *vm, double real, double imag, const char *text, size_t size) {
    FormatSpec spec;
    if (!format_parse_for(vm, text, size, &spec, "complex", 0, '>')) return VALUE_ERROR;
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
