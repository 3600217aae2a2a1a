// float: arithmetic and the type. Methods are in float_methods.c, text in float_text.c.
#include "runtime/objects/float.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/float_text.h"
#include "runtime/objects/format.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/text.h"
#include "runtime/type.h"
#include <errno.h>
#include <math.h>

Value float_box(VM *vm, double d) {
    if (d == 0 && !signbit(d) && vm->float_zero) return vm->float_zero;
    Float *f = object_new(vm, vm->types.float_, sizeof *f);
    if (!f) return VALUE_ERROR;
    f->number = d;
    return from_object(f);
}

// ---- from other values -------------------------------------------------------------------------------------------

bool number_to_double(VM *vm, Value v, double *out) {
    if (is_float(v)) return *out = float_value(v), true;
    if (is_small_int(v)) return *out = (double)small_int(v), true;
    if (is_int(v)) return *out = int_to_double(vm, v), *out != -1.0 || !error_is_set(vm);
    const TypeSlots *slots = &value_type(vm, v)->slots;
    if (slots->unary[SLOT_FLOAT]) {
        Value result = slots->unary[SLOT_FLOAT](vm, v);
        if (result == VALUE_ERROR) return false;
        if (!is_float(result)) return raise_type_error(vm, "%T.__float__ returned non-float (type %T)", v, result), false;
        return *out = float_value(result), true;
    }
    if (slots->unary[SLOT_INDEX]) {
        Value result = op_index(vm, v);
        return result != VALUE_ERROR && number_to_double(vm, result, out);
    }
    return raise_type_error(vm, "must be real number, not %T", v), false;
}

// The operand of an operator: 1, 0 not a number to decline, -1 raised.
static inline int operand(VM *vm, Value v, double *out) {
    if (is_float(v)) return *out = float_value(v), 1;
    if (is_small_int(v)) return *out = (double)small_int(v), 1;
    if (!is_int(v)) return 0;
    *out = int_to_double(vm, v);
    return *out == -1.0 && error_is_set(vm) ? -1 : 1;
}

static Value parse(VM *vm, const char *text, size_t size, Value original) {
    double d;
    number_text_strip(&text, &size);
    const char *end = text + size;
    if (float_scan(text, end, &d) == end) return float_from_double(vm, d);
    return raise_value_error(vm, "could not convert string to float: %R", original);
}

Value float_from_text(VM *vm, const char *text, size_t size) {
    double d;
    const char *part = text;
    size_t part_size = size;
    number_text_strip(&part, &part_size);
    if (float_scan(part, part + part_size, &d) == part + part_size) return float_from_double(vm, d);
    Value original = str_new(vm, text, size);
    return original == VALUE_ERROR ? VALUE_ERROR : raise_value_error(vm, "could not convert string to float: %R", original);
}

static Value float_from_any(VM *vm, Value v) {
    const unsigned char *data;
    size_t size;
    double number_read;
    if (is_exactly(v, vm->types.str)) {
        const char *end = as_str(v)->text + as_str(v)->size;
        if (as_str(v)->size && float_scan(as_str(v)->text, end, &number_read) == end) return float_from_double(vm, number_read);
    }
    if (is_str(v) && !value_type(vm, v)->slots.unary[SLOT_FLOAT]) {
        NumberText number;
        if (!number_text(vm, &number, as_str(v))) return VALUE_ERROR;
        Value result = parse(vm, number.text, number.size, v);
        number_text_free(vm, &number);
        return result;
    }
    if (bytes_view(v, &data, &size)) return parse(vm, (const char *)data, size, v);
    double d;
    const TypeSlots *slots = &value_type(vm, v)->slots;
    if (!slots->unary[SLOT_FLOAT] && !slots->unary[SLOT_INDEX])
        return raise_type_error(vm, "float() argument must be a string or a real number, not '%T'", v);
    if (is_exactly(v, vm->types.float_)) return v;
    if (!is_inline_float(v) && slots->unary[SLOT_FLOAT]) { // also a subclass that overrides __float__
        Value result = slots->unary[SLOT_FLOAT](vm, v);
        if (result == VALUE_ERROR) return VALUE_ERROR;
        if (!is_float(result)) return raise_type_error(vm, "%T.__float__ returned non-float (type %T)", v, result);
        return float_from_double(vm, float_value(result));
    }
    return number_to_double(vm, v, &d) ? float_from_double(vm, d) : VALUE_ERROR;
}

static Value float_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count && type->slots.initialize == vm->types.float_->slots.initialize) return raise_type_error(vm, "float() takes no keyword arguments");
    if (count > 1) return raise_type_error(vm, "float expected at most 1 argument, got %u", count);
    Value number = count ? float_from_any(vm, args[0]) : float_from_double(vm, 0);
    if (number == VALUE_ERROR || type == vm->types.float_) return number;
    Float *f = object_new(vm, type, sizeof *f);
    if (!f) return VALUE_ERROR;
    f->number = float_value(number);
    return from_object(f);
}

// ---- arithmetic --------------------------------------------------------------------------------------------------

#define OPERANDS                                                                                                                   \
    double x, y;                                                                                                                   \
    int known = operand(vm, left, &x);                                                                                             \
    if (known > 0) known = operand(vm, right, &y);                                                                                 \
    if (known <= 0) return known ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED

static Value division_error(VM *vm, const char *text) { return raise_error(vm, vm->types.ZeroDivisionError, "%s", text); }

static Value float_add(VM *vm, Value left, Value right) {
    OPERANDS;
    return float_from_double(vm, x + y);
}
static Value float_subtract(VM *vm, Value left, Value right) {
    OPERANDS;
    return float_from_double(vm, x - y);
}
static Value float_multiply(VM *vm, Value left, Value right) {
    OPERANDS;
    return float_from_double(vm, x * y);
}
static Value float_divide(VM *vm, Value left, Value right) {
    OPERANDS;
    return y == 0 ? division_error(vm, "float division by zero") : float_from_double(vm, x / y);
}

void float_divmod(double x, double y, double *quotient, double *remainder) {
    double rest = fmod(x, y), whole = (x - rest) / y;
    if (rest == 0) rest = copysign(0.0, y);
    else if ((y < 0) != (rest < 0)) rest += y, whole -= 1;
    *remainder = rest;
    if (whole == 0) {
        *quotient = copysign(0.0, x / y);
    } else { // it is a whole number, up to rounding
        *quotient = floor(whole);
        if (whole - *quotient > 0.5) *quotient += 1;
    }
}
static Value float_floor_divide(VM *vm, Value left, Value right) {
    OPERANDS;
    if (y == 0) return division_error(vm, "float floor division by zero");
    double quotient, remainder;
    float_divmod(x, y, &quotient, &remainder);
    return float_from_double(vm, quotient);
}
static Value float_modulo(VM *vm, Value left, Value right) {
    OPERANDS;
    if (y == 0) return division_error(vm, "float modulo");
    double rest = fmod(x, y);
    if (rest == 0) rest = copysign(0.0, y);
    else if ((y < 0) != (rest < 0)) rest += y;
    return float_from_double(vm, rest);
}
static Value float_divmod_slot(VM *vm, Value left, Value right) {
    OPERANDS;
    if (y == 0) return division_error(vm, "float divmod()");
    double quotient, remainder;
    float_divmod(x, y, &quotient, &remainder);
    Value first = float_from_double(vm, quotient), second = first == VALUE_ERROR ? VALUE_ERROR : float_from_double(vm, remainder);
    return second == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, first, second);
}

static Value range_error(VM *vm) {
    Value text = str_from_cstring(vm, "Numerical result out of range");
    const Value args[2] = {from_small_int(ERANGE), text};
    Value error = text == VALUE_ERROR ? VALUE_ERROR : exception_new(vm, vm->types.OverflowError, args, 2);
    return error == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, error);
}

// C's pow has the special values of Python's already (C11, F.10.4.4), with two exceptions, which are errors here.
Value float_power(VM *vm, double x, double y) {
    if (x == 0 && y < 0 && !isinf(y)) return division_error(vm, "0.0 cannot be raised to a negative power");
    if (x < 0 && isfinite(x) && isfinite(y) && y != floor(y)) return complex_power(vm, (Complex){.real = x}, (Complex){.real = y});
    double result = pow(x, y);
    return isinf(result) && isfinite(x) && isfinite(y) ? range_error(vm) : float_from_double(vm, result);
}
static Value float_pow(VM *vm, Value left, Value right) {
    OPERANDS;
    return float_power(vm, x, y);
}

static Value float_negative(VM *vm, Value self) { return float_from_double(vm, -float_value(self)); }
Value float_plain(VM *vm, Value self) { return is_inline_float(self) || is_exactly(self, vm->types.float_) ? self : float_from_double(vm, float_value(self)); }
static Value float_absolute(VM *vm, Value self) { return float_from_double(vm, fabs(float_value(self))); }
static Value float_int(VM *vm, Value self) { return int_from_double(vm, float_value(self)); }
static int float_truth(VM *vm, Value self) { return (void)vm, float_value(self) != 0; }

// ---- comparison and hash -----------------------------------------------------------------------------------------

static Value float_compare(VM *vm, Value self, Value other, CompareOp op) {
    (void)vm;
    double x = float_value(self);
    int order;
    if (is_float(other)) {
        double y = float_value(other);
        if (isnan(x) || isnan(y)) return from_bool(op == COMPARE_NE);
        order = (x > y) - (x < y);
    } else if (is_int(other)) {
        if (isnan(x)) return from_bool(op == COMPARE_NE);
        order = -int_compare_double(other, x);
    } else {
        return VALUE_NOT_IMPLEMENTED;
    }
    switch (op) {
    case COMPARE_EQ: return from_bool(order == 0);
    case COMPARE_NE: return from_bool(order != 0);
    case COMPARE_LT: return from_bool(order < 0);
    case COMPARE_LE: return from_bool(order <= 0);
    case COMPARE_GT: return from_bool(order > 0);
    default: return from_bool(order >= 0);
    }
}

// The value modulo 2^61 - 1, where 2^61 = 1 (library reference, "Hashing of numeric types").
uint64_t float_hash_double(double d) {
    const uint64_t modulus = ((uint64_t)1 << 61) - 1;
    if (isinf(d)) return d > 0 ? 314159 : (uint64_t)-314159;
    int exponent;
    uint64_t rest = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53); // d = rest * 2^(exponent - 53)
    unsigned turn = (unsigned)(((exponent - 53) % 61 + 61) % 61);
    rest = (rest << turn & modulus) | rest >> (61 - turn);
    if (rest == modulus) rest = 0;
    if (d < 0) rest = -rest;
    return rest == (uint64_t)-1 ? (uint64_t)-2 : rest;
}
static bool float_hash(VM *vm, Value self, uint64_t *out) {
    double d = float_value(self);
    if (isnan(d)) return object_hash(vm, self, out);
    return *out = float_hash_double(d), true;
}

// ---- text --------------------------------------------------------------------------------------------------------

size_t float_repr(double d, char *out) {
    if (!isfinite(d)) {
        const char *text = isnan(d) ? "nan" : d > 0 ? "inf" : "-inf";
        size_t size = strlen(text);
        return memcpy(out, text, size), size;
    }
    char digits[20], *at = out;
    int point;
    size_t count = float_shortest(d, digits, &point);
    if (signbit(d)) *at++ = '-';
    if (point > 16 || point < -3) {
        *at++ = digits[0];
        if (count > 1) *at++ = '.', memcpy(at, digits + 1, count - 1), at += count - 1;
        int exponent = point - 1;
        *at++ = 'e', *at++ = exponent < 0 ? '-' : '+';
        if (exponent < 0) exponent = -exponent;
        if (exponent >= 100) *at++ = (char)('0' + exponent / 100);
        *at++ = (char)('0' + exponent / 10 % 10), *at++ = (char)('0' + exponent % 10);
    } else if (point <= 0) {
        *at++ = '0', *at++ = '.';
        for (int i = point; i < 0; i++) *at++ = '0';
        memcpy(at, digits, count), at += count;
    } else {
        for (int i = 0; i < point; i++) *at++ = (size_t)i < count ? digits[i] : '0';
        *at++ = '.';
        if ((size_t)point >= count) *at++ = '0';
        else memcpy(at, digits + point, count - (size_t)point), at += count - (size_t)point;
    }
    return (size_t)(at - out);
}

static Value float_repr_slot(VM *vm, Value self) {
    char text[32];
    return str_new(vm, text, float_repr(float_value(self), text));
}

static Value float_format(VM *vm, Value self, Value spec) {
    if (!is_str(spec)) return text_argument_error(vm, "__format__", "", "str", spec);
    if (!as_str(spec)->size) return op_str(vm, self);
    return format_float(vm, NULL, float_value(self), as_str(spec)->text, as_str(spec)->size);
}

const TypeSpec float_spec = {
    .name = "float",
    .layout = LAYOUT_FLOAT,
    .size = sizeof(Float),
    .slots = SLOTS(SLOT(repr, float_repr_slot), SLOT(format, float_format), SLOT(hash, float_hash), SLOT(compare, float_compare), SLOT(truth, float_truth),
              SLOT(construct, float_construct),
              SLOT(binary[SLOT_ADD], float_add), SLOT(binary[SLOT_SUB], float_subtract), SLOT(binary[SLOT_MULT], float_multiply), SLOT(binary[SLOT_DIV], float_divide),
                         SLOT(binary[SLOT_MOD], float_modulo), SLOT(binary[SLOT_POW], float_pow), SLOT(binary[SLOT_FLOORDIV], float_floor_divide), SLOT(binary[SLOT_DIVMOD], float_divmod_slot),
              SLOT(unary[SLOT_NEGATIVE], float_negative), SLOT(unary[SLOT_POSITIVE], float_plain), SLOT(unary[SLOT_ABS], float_absolute), SLOT(unary[SLOT_INT], float_int),
                        SLOT(unary[SLOT_FLOAT], float_plain)),
    .methods = float_methods,
    .getset = float_getset,
    .doc = TYPE_DOC("Convert a string or number to a floating point number, if possible."),
};
