// int: conversions to and from C, construction, comparison, hashes, and the type. Arithmetic is in int_arithmetic.c.
#include "runtime/objects/bytes.h"
#include "runtime/objects/float.h"
#include "runtime/objects/format.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/text.h"
#include "runtime/objects/unicode.h"
#include "runtime/quick_order.h"
#include "runtime/type.h"
#include <math.h>

// ---- making ------------------------------------------------------------------------------------------------------

Int *int_alloc(VM *vm, size_t count) {
    if (count > INT_DIGITS_MAX) return raise_memory_error(vm), (Int *)NULL;
    Int *n = object_new(vm, vm->types.int_, sizeof *n + count * sizeof *n->digits);
    if (n) n->sign = 1, n->count = (uint32_t)count;
    return n;
}

Digit *digits_new(VM *vm, size_t count) { return block_new(vm, (count ? count : 1) * sizeof(Digit)); }

// The word of a small magnitude, or VALUE_UNBOUND.
static Value small_from_digits(const Digit *digits, size_t count, int sign) {
    if (count > 2 || (count == 2 && digits[1] > 4)) return VALUE_UNBOUND;
    uint64_t magnitude = count ? digits[0] : 0;
    if (count == 2) magnitude |= digits[1] << DIGIT_BITS;
    if (magnitude > (uint64_t)INT_SMALL_MAX + (sign < 0)) return VALUE_UNBOUND;
    return from_small_int(sign < 0 ? -(int64_t)magnitude : (int64_t)magnitude);
}

Value int_finish(VM *vm, Int *n, size_t allocated) {
    size_t count = digits_trim(n->digits, n->count), size = sizeof *n + allocated * sizeof *n->digits;
    Value small = small_from_digits(n->digits, count, n->sign);
    if (small != VALUE_UNBOUND) {
        block_free(vm, n, size);
        return small;
    }
    n->count = (uint32_t)count;
    return from_object(n);
}

Value int_from_digits(VM *vm, const Digit *digits, size_t count, int sign) {
    count = digits_trim(digits, count);
    Value small = small_from_digits(digits, count, sign);
    if (small != VALUE_UNBOUND) return small;
    Int *n = int_alloc(vm, count);
    if (!n) return VALUE_ERROR;
    memcpy(n->digits, digits, count * sizeof *digits);
    n->sign = sign < 0 ? -1 : 1;
    return from_object(n);
}

Value int_from_int64(VM *vm, int64_t i) {
    if (fits_small_int(i)) return from_small_int(i);
    IntView view;
    int_view_int64(&view, i);
    return int_from_digits(vm, view.digits, view.count, view.sign);
}

Value int_from_uint64(VM *vm, uint64_t i) {
    const Digit digits[2] = {i & DIGIT_MASK, i >> DIGIT_BITS};
    return int_from_digits(vm, digits, 2, 1);
}

Value int_from_double(VM *vm, double d) {
    if (isnan(d)) return raise_value_error(vm, "cannot convert float NaN to integer");
    if (isinf(d)) return raise_overflow_error(vm, "cannot convert float infinity to integer");
    if (fabs(d) < 0x1p62) return from_small_int((int64_t)d);
    int exponent;
    double mantissa = ldexp(frexp(fabs(d), &exponent), 60); // a whole number of 60 bits
    Digit digits[20], top = (Digit)mantissa;
    digits_shift_left(digits, &top, 1, (uint64_t)exponent - 60);
    return int_from_digits(vm, digits, (size_t)(exponent - 60) / DIGIT_BITS + 2, d < 0 ? -1 : 1);
}

Value int_plain(VM *vm, Value v) {
    if (is_small_int(v) || is_exactly(v, vm->types.int_)) return v;
    IntView view;
    int_view(&view, v);
    return int_from_digits(vm, view.digits, view.count, view.sign);
}

static Value int_of_subclass(VM *vm, Type *type, Value v) {
    IntView view;
    int_view(&view, v);
    Int *n = object_new(vm, type, sizeof *n + view.count * sizeof *n->digits);
    if (!n) return VALUE_ERROR;
    n->sign = view.sign, n->count = (uint32_t)view.count;
    memcpy(n->digits, view.digits, view.count * sizeof *n->digits);
    return from_object(n);
}

// ---- to C --------------------------------------------------------------------------------------------------------

bool int_to_int64(Value v, int64_t *out) {
    if (is_small_int(v)) return *out = small_int(v), true;
    IntView view;
    int_view(&view, v);
    if (view.count > 2 || (view.count == 2 && view.digits[1] > 15)) return false;
    uint64_t magnitude = view.count ? view.digits[0] : 0;
    if (view.count == 2) magnitude |= view.digits[1] << DIGIT_BITS;
    if (magnitude > (uint64_t)INT64_MAX + (view.sign < 0)) return false;
    *out = view.sign < 0 ? (int64_t)-magnitude : (int64_t)magnitude;
    return true;
}

static double nearest_double(const IntView *view) {
    int64_t exponent;
    bool sticky;
    uint64_t top = digits_top(view->digits, view->count, &exponent, &sticky);
    return digits_round_to_double(top, exponent, sticky) * (view->sign < 0 ? -1 : 1);
}

double int_to_double(VM *vm, Value v) {
    if (is_small_int(v)) return (double)small_int(v);
    IntView view;
    int_view(&view, v);
    double d = nearest_double(&view);
    if (isinf(d)) return raise_overflow_error(vm, "int too large to convert to float"), -1.0;
    return d;
}

int int_sign(Value v) {
    if (is_small_int(v)) return (small_int(v) > 0) - (small_int(v) < 0);
    return is_bool(v) ? v == VALUE_TRUE : ((const Int *)as_object(v))->sign;
}

uint64_t int_bit_length(Value v) {
    IntView view;
    int_view(&view, v);
    return digits_bit_length(view.digits, view.count);
}

// ---- comparison and hash -----------------------------------------------------------------------------------------

int int_compare(Value a, Value b) {
    if (both_small_ints(a, b)) return ((int64_t)a > (int64_t)b) - ((int64_t)a < (int64_t)b);
    if (is_layout(a, LAYOUT_INT) && is_layout(b, LAYOUT_INT)) {
        const Int *m = (const Int *)as_object(a), *n = (const Int *)as_object(b);
        if (m->sign != n->sign) return m->sign < n->sign ? -1 : 1;
        return digits_compare(m->digits, m->count, n->digits, n->count) * m->sign;
    }
    IntView x, y;
    int_view(&x, a), int_view(&y, b);
    if (x.sign != y.sign) return x.sign < y.sign ? -1 : 1;
    return digits_compare(x.digits, x.count, y.digits, y.count) * x.sign;
}

int int_compare_double(Value v, double d) {
    enum { EXACT_BITS = 53 };
    if (is_small_int(v) && small_int(v) >> EXACT_BITS == small_int(v) >> 63) {
        double mine = (double)small_int(v);
        return (mine > d) - (mine < d);
    }
    int sign = int_sign(v), other = (d > 0) - (d < 0);
    if (sign != other) return sign < other ? -1 : 1;
    if (!sign) return 0;
    if (isinf(d)) return -other;
    IntView view;
    int_view(&view, v);
    int exponent;
    double mantissa = frexp(fabs(d), &exponent); // |d| in [2^(exponent - 1), 2^exponent)
    int64_t bits = (int64_t)digits_bit_length(view.digits, view.count);
    if (bits != exponent) return bits < exponent ? -sign : sign;
    int64_t shift;
    bool more;
    uint64_t top = digits_top(view.digits, view.count, &shift, &more), wanted = (uint64_t)ldexp(mantissa, 64);
    if (top != wanted) return top < wanted ? -sign : sign;
    return more ? sign : 0;
}

bool int_equals_double(Value v, double d) { return !isnan(d) && int_compare_double(v, d) == 0; }

static Value int_compare_slot(VM *vm, Value self, Value other, CompareOp op) {
    (void)vm;
    if (!is_int(self) || !is_int(other)) return VALUE_NOT_IMPLEMENTED;
    return compare_order(int_compare(self, other), op);
}

// The value modulo 2^61 - 1, with its sign; -1 is -2 (library reference, "Hashing of numeric types").
static bool int_hash(VM *vm, Value self, uint64_t *out) {
    (void)vm;
    const uint64_t modulus = ((uint64_t)1 << 61) - 1;
    IntView view;
    int_view(&view, self);
    uint64_t rest = 0;
    for (size_t i = view.count; i-- > 0;) {
        rest = (rest << 60 & modulus) | rest >> 1; // times 2^60: rotated within 61 bits
        rest += view.digits[i];
        if (rest >= modulus) rest -= modulus;
    }
    *out = view.sign < 0 ? -rest : rest;
    if (*out == (uint64_t)-1) *out = (uint64_t)-2;
    return true;
}

static int int_truth(VM *vm, Value self) { return (void)vm, int_sign(self) != 0; }

// ---- construction ------------------------------------------------------------------------------------------------

static bool is_c_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); } // fewer than Unicode's: not U+001C..1F, U+0085, U+00A0
void number_text_strip(const char **text, size_t *size) {
    while (*size && is_c_space(**text)) ++*text, --*size;
    while (*size && is_c_space((*text)[*size - 1])) --*size;
}

static Value result_is_int(VM *vm, Value source, Value result, const char *method) {
    if (result == VALUE_ERROR) return VALUE_ERROR;
    if (!is_int(result)) return raise_type_error(vm, "%s returned non-int (type %T)", method, result);
    (void)source;
    return int_plain(vm, result);
}

static Value int_from_string(VM *vm, Value v, int base) {
    const unsigned char *data;
    size_t size;
    if (is_str(v)) {
        NumberText number;
        if (!number_text(vm, &number, as_str(v))) return VALUE_ERROR;
        Value result = int_parse(vm, number.text, number.size, base, v);
        number_text_free(vm, &number);
        return result;
    }
    if (!bytes_view(v, &data, &size)) return VALUE_UNBOUND;
    const char *text = (const char *)data;
    number_text_strip(&text, &size);
    return int_parse(vm, text, size, base, v);
}

static Value int_from_any(VM *vm, Value v) {
    if (is_float(v) && (is_inline_float(v) || is_exactly(v, vm->types.float_))) return int_from_double(vm, float_value(v));
    const TypeSlots *slots = &value_type(vm, v)->slots;
    if (slots->unary[SLOT_INT]) return result_is_int(vm, v, slots->unary[SLOT_INT](vm, v), "__int__");
    if (slots->unary[SLOT_INDEX]) return result_is_int(vm, v, slots->unary[SLOT_INDEX](vm, v), "__index__");
    Value truncated = call_special(vm, v, vm->names.__trunc__, NULL, 0);
    if (truncated == VALUE_ERROR) return VALUE_ERROR;
    if (truncated != VALUE_UNBOUND) {
        ROOT_SCOPE(vm);
        root_push(vm, truncated);
        bool good = warn(vm, vm->types.DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.");
        ROOT_END(vm);
        if (!good) return VALUE_ERROR;
        if (is_int(truncated)) return int_plain(vm, truncated);
        if (value_type(vm, truncated)->slots.unary[SLOT_INDEX]) return op_index(vm, truncated);
        return raise_type_error(vm, "__trunc__ returned non-Integral (type %T)", truncated);
    }
    Value parsed = int_from_string(vm, v, 10);
    if (parsed != VALUE_UNBOUND) return parsed;
    return raise_type_error(vm, "int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

static Value int_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (count == 1 && keyword_names == VALUE_UNBOUND && type == vm->types.int_ && is_exactly(args[0], vm->types.str)) {
        Value plain = int_from_plain(as_str(args[0]));
        if (plain != VALUE_UNBOUND) return plain;
    }
    size_t keywords = keyword_names == VALUE_UNBOUND ? 0 : as_tuple(keyword_names)->count;
    if (count + keywords > 2) return raise_type_error(vm, "int() takes at most 2 arguments (%zu given)", count + keywords);
    Value x = count ? args[0] : VALUE_UNBOUND, base = count > 1 ? args[1] : VALUE_UNBOUND, result;
    for (size_t i = 0; i < keywords; i++) {
        Str *name = as_str(as_tuple(keyword_names)->items[i]);
        if (!str_equals_cstring(name, "base")) return raise_type_error(vm, "'%U' is an invalid keyword argument for int()", name);
        if (base != VALUE_UNBOUND) return raise_type_error(vm, "argument for int() given by name ('base') and position (2)");
        base = args[count + i];
    }
    if (x == VALUE_UNBOUND) {
        if (base != VALUE_UNBOUND) return raise_type_error(vm, "int() missing string argument");
        result = from_small_int(0);
    } else if (base == VALUE_UNBOUND) {
        result = is_small_int(x) ? x : int_from_any(vm, x);
    } else {
        int64_t radix;
        if (!op_index_int64(vm, base, &radix, true)) return VALUE_ERROR;
        if ((radix != 0 && radix < 2) || radix > 36) return raise_value_error(vm, "int() base must be >= 2 and <= 36, or 0");
        result = is_str(x) || is_bytes(x) || is_bytearray(x) ? int_from_string(vm, x, (int)radix) : VALUE_UNBOUND;
        if (result == VALUE_UNBOUND) return raise_type_error(vm, "int() can't convert non-string with explicit base");
    }
    return result == VALUE_ERROR || type == vm->types.int_ ? result : int_of_subclass(vm, type, result);
}

// ---- slots -------------------------------------------------------------------------------------------------------

static Value int_repr(VM *vm, Value self) { return int_to_text(vm, self, 10); }

static Value int_format(VM *vm, Value self, Value spec) {
    if (!is_str(spec)) return text_argument_error(vm, "__format__", "", "str", spec);
    if (!as_str(spec)->size) return op_str(vm, self);
    return format_int(vm, NULL, self, as_str(spec)->text, as_str(spec)->size);
}

#define OPERATOR(name, slot)                                                                                                       \
    static Value int_##name(VM *vm, Value left, Value right) {                                                                       \
        return is_int(left) && is_int(right) ? int_binary(vm, slot, left, right) : VALUE_NOT_IMPLEMENTED;                              \
    }
OPERATOR(add, SLOT_ADD)
OPERATOR(subtract, SLOT_SUB)
OPERATOR(times, SLOT_MULT)
OPERATOR(true_divide, SLOT_DIV)
OPERATOR(modulo, SLOT_MOD)
OPERATOR(pow, SLOT_POW)
OPERATOR(left_shift, SLOT_LSHIFT)
OPERATOR(right_shift, SLOT_RSHIFT)
OPERATOR(or, SLOT_BITOR)
OPERATOR(xor, SLOT_BITXOR)
OPERATOR(and, SLOT_BITAND)
OPERATOR(floor_divide, SLOT_FLOORDIV)
OPERATOR(divmod, SLOT_DIVMOD)

static Value int_absolute(VM *vm, Value self) { return int_sign(self) < 0 ? int_negate(vm, self) : int_plain(vm, self); }
static Value int_invert(VM *vm, Value self) {
    Value negative = int_negate(vm, self);
    return negative == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_SUB, negative, from_small_int(1));
}
static Value int_float(VM *vm, Value self) {
    double d = int_to_double(vm, self);
    return d == -1.0 && error_is_set(vm) ? VALUE_ERROR : float_from_double(vm, d);
}

const TypeSpec int_spec = {
    .name = "int",
    .layout = LAYOUT_INT,
    .size = sizeof(Int),
    .slots = SLOTS(SLOT(repr, int_repr), SLOT(format, int_format), SLOT(hash, int_hash), SLOT(compare, int_compare_slot), SLOT(truth, int_truth), SLOT(construct, int_construct),
              SLOT(binary[SLOT_ADD], int_add), SLOT(binary[SLOT_SUB], int_subtract), SLOT(binary[SLOT_MULT], int_times), SLOT(binary[SLOT_DIV], int_true_divide),
                         SLOT(binary[SLOT_MOD], int_modulo), SLOT(binary[SLOT_POW], int_pow), SLOT(binary[SLOT_LSHIFT], int_left_shift), SLOT(binary[SLOT_RSHIFT], int_right_shift),
                         SLOT(binary[SLOT_BITOR], int_or), SLOT(binary[SLOT_BITXOR], int_xor), SLOT(binary[SLOT_BITAND], int_and), SLOT(binary[SLOT_FLOORDIV], int_floor_divide),
                         SLOT(binary[SLOT_DIVMOD], int_divmod),
              SLOT(unary[SLOT_NEGATIVE], int_negate), SLOT(unary[SLOT_POSITIVE], int_plain), SLOT(unary[SLOT_INVERT], int_invert), SLOT(unary[SLOT_ABS], int_absolute),
                        SLOT(unary[SLOT_INT], int_plain), SLOT(unary[SLOT_FLOAT], int_float), SLOT(unary[SLOT_INDEX], int_plain)),
    .methods = int_methods,
    .getset = int_getset,
    .doc = TYPE_DOC("int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\n"
           "are given.  If x is a number, return x.__int__().  For floating point\nnumbers, this truncates towards zero.\n\n"
           "If x is not a number or if base is given, then x must be a string,\nbytes, or bytearray instance representing an integer literal in the\n"
           "given base.  The literal can be preceded by '+' or '-' and be surrounded\nby whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\n"
           "Base 0 means to interpret the base from the string as an integer literal.\n>>> int('0b100', base=0)\n4"),
};
