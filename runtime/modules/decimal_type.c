// The class Decimal: making them, operators, methods; and the native module under stdlib/decimal.py.
#include "runtime/modules/decimal_private.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/type.h"

// ---- making ------------------------------------------------------------------------------------------------------

Value decimal_new(VM *vm, Type *type, const Number *number) {
    Decimal *d = object_new(vm, type, sizeof *d);
    if (!d) return VALUE_ERROR;
    d->exponent = number->kind ? 0 : number->exponent;
    d->count = (uint32_t)number->count, d->sign = number->sign, d->kind = number->kind;
    Limb *limbs = d->limbs;
    if (number->count > DECIMAL_INLINE) {
        d->count = 0; // until there is a block
        limbs = block_new(vm, number->count * sizeof *limbs);
        if (!limbs) return VALUE_ERROR;
        d->count = (uint32_t)number->count, d->block = limbs;
    }
    for (size_t i = 0; i < number->count; i++) limbs[i] = number->limbs[i];
    return from_object(d);
}
Value decimal_new_plain(VM *vm, const Number *number) { return decimal_new(vm, decimal_state(vm)->decimal, number); }
static void decimal_trace(VM *vm, Object *self) {
    const Decimal *d = (const Decimal *)self;
    if (d->count > DECIMAL_INLINE) gc_mark_block(vm, d->block);
}

Value decimal_from_int64(VM *vm, int64_t n) {
    Limb limbs[2];
    uint64_t magnitude = n < 0 ? -(uint64_t)n : (uint64_t)n;
    limbs[0] = magnitude % LIMB_BASE, limbs[1] = magnitude / LIMB_BASE;
    return decimal_new_plain(vm, &(Number){limbs, limbs_trim(limbs, 2), 0, n < 0, KIND_FINITE});
}

Value operation_finish(Operation *op, DecimalContext *context, const Number *result, bool good) {
    VM *vm = op->vm;
    Value made = good ? decimal_new_plain(vm, result) : VALUE_ERROR;
    uint32_t status = op->status;
    operation_end(op); // before scripts run
    if (made == VALUE_ERROR || !status) return made;
    return context_signal(vm, context, status) ? made : VALUE_ERROR;
}

static Value refuse_type(VM *vm, Value v) { return raise_type_error(vm, "conversion from %N to Decimal is not supported", value_type(vm, v)); }
int decimal_argument(Operation *op, Value v, Number *out) {
    int found = number_from_operand(op, v, out);
    if (!found) refuse_type(op->vm, v);
    return found > 0;
}

// A number of any kind that Decimal() takes, exactly. 1, or -1: raised.
static int number_from_any(Operation *op, Value value, DecimalContext *context, bool is_strict, Number *out) {
    VM *vm = op->vm;
    if (is_str(value)) return number_parse(op, as_str(value), is_strict, out) < 0 ? -1 : 1;
    int found = number_from_operand(op, value, out);
    if (found) return found;
    if (is_float(value)) {
        if (context_float_operation(vm, context) == VALUE_ERROR) return -1;
        return number_from_double(op, float_value(value), out) ? 1 : -1;
    }
    if (is_tuple(value) || is_list(value)) return number_from_tuple(op, value, out) ? 1 : -1;
    return refuse_type(vm, value), -1;
}

Value decimal_make(VM *vm, Type *type, Value value, DecimalContext *context) {
    if (is_exactly(value, type) && type == decimal_state(vm)->decimal) return value;
    Operation op;
    operation_init_exact(&op, vm);
    Number number;
    Value made = VALUE_ERROR;
    if (number_from_any(&op, value, context, false, &number) > 0) {
        if (!number_in_limits(&number)) number_invalid(&op, &number, STATUS_INVALID);
        made = decimal_new(vm, type, &number);
    }
    operation_end(&op);
    return made == VALUE_ERROR || !op.status || context_signal(vm, context, op.status) ? made : VALUE_ERROR;
}

Value decimal_create(VM *vm, DecimalContext *context, Value value) {
    Operation op;
    operation_init(&op, vm, context);
    Number number, result = {0};
    bool good = number_from_any(&op, value, context, true, &number) > 0;
    if (good) {
        if (number_is_nan(&number) && number_digits(&number) > op.prec - op.clamp) number_invalid(&op, &number, STATUS_CONVERSION);
        good = number_finish(&op, &number, &result);
    }
    return operation_finish(&op, context, &result, good);
}

Value decimal_from_float(VM *vm, Value f) {
    Operation op;
    operation_init_exact(&op, vm);
    Number number;
    Value made = VALUE_ERROR;
    if (is_int(f) ? number_from_int(&op, f, &number) : is_float(f) && number_from_double(&op, float_value(f), &number)) made = decimal_new_plain(vm, &number);
    else if (!error_is_set(vm)) raise_type_error(vm, "argument must be int or float");
    operation_end(&op);
    return made;
}

static Value decimal_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2] = {VALUE_UNBOUND, VALUE_UNBOUND};
    if (count == 1 && keyword_names == VALUE_UNBOUND) given[0] = args[0];
    else if (!bind_arguments(vm, "Decimal", "value context", 0, 2, args, count, keyword_names, given)) return VALUE_ERROR;
    DecimalContext *context = context_or_current(vm, given[1]);
    if (!context) return VALUE_ERROR;
    return decimal_make(vm, type, given[0] == VALUE_UNBOUND ? from_small_int(0) : given[0], context);
}

// ---- operations on values ----------------------------------------------------------------------------------------

Value decimal_unary(VM *vm, DecimalContext *context, NumberFunction function, Value v) {
    Operation op;
    operation_init(&op, vm, context);
    Number a, result;
    bool good = decimal_argument(&op, v, &a) && function(&op, &a, NULL, &result);
    return operation_finish(&op, context, &result, good);
}
Value decimal_binary(VM *vm, DecimalContext *context, NumberFunction function, Value x, Value y) {
    Operation op;
    operation_init(&op, vm, context);
    Number a, b, result;
    bool good = decimal_argument(&op, x, &a) && decimal_argument(&op, y, &b) && function(&op, &a, &b, &result);
    return operation_finish(&op, context, &result, good);
}
Value decimal_fused(VM *vm, DecimalContext *context, Value x, Value y, Value z) {
    Operation op;
    operation_init(&op, vm, context);
    Number a, b, c, result;
    bool good = decimal_argument(&op, x, &a) && decimal_argument(&op, y, &b) && decimal_argument(&op, z, &c) && number_fused(&op, &a, &b, &c, &result);
    return operation_finish(&op, context, &result, good);
}

static Value finish_divmod(Operation *op, DecimalContext *context, const Number *a, const Number *b) {
    VM *vm = op->vm;
    Number quotient, rest;
    Value first = VALUE_ERROR, second = VALUE_ERROR;
    if (number_divmod(op, a, b, &quotient, &rest)) {
        first = decimal_new_plain(vm, &quotient);
        if (first != VALUE_ERROR) second = decimal_new_plain(vm, &rest);
    }
    Value pair = second == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, first, second);
    operation_end(op);
    return pair == VALUE_ERROR || context_signal(vm, context, op->status) ? pair : VALUE_ERROR;
}
Value decimal_divmod(VM *vm, DecimalContext *context, Value x, Value y) {
    Operation op;
    operation_init(&op, vm, context);
    Number a, b;
    if (decimal_argument(&op, x, &a) && decimal_argument(&op, y, &b)) return finish_divmod(&op, context, &a, &b);
    operation_end(&op);
    return VALUE_ERROR;
}

// ---- operators ---------------------------------------------------------------------------------------------------

// Both operands of an operator: 1; 0: it is not for these; -1: raised.
static int operands(Operation *op, Value x, Value y, Number *a, Number *b) {
    int found = number_from_operand(op, x, a);
    return found > 0 ? number_from_operand(op, y, b) : found;
}
static inline __attribute__((always_inline)) Value operate(VM *vm, NumberFunction function, Value x, Value y) {
    DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    Operation op;
    operation_init(&op, vm, context);
    Number a, b, result;
    int found = operands(&op, x, y, &a, &b);
    if (__builtin_expect(found <= 0, 0)) {
        operation_end(&op);
        return found ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    }
    return operation_finish(&op, context, &result, function(&op, &a, &b, &result));
}
#define OPERATOR(name, function)                                                                                                           \
    static Value decimal_##name(VM *vm, Value x, Value y) { return operate(vm, function, x, y); }
#define QUICK_OPERATOR(name, function, quick)                                                                                              \
    static Value decimal_##name(VM *vm, Value x, Value y) {                                                                                \
        Value result = quick;                                                                                                              \
        return __builtin_expect(result != VALUE_UNBOUND, 1) ? result : operate(vm, function, x, y);                                         \
    }
QUICK_OPERATOR(add, number_add, decimal_quick_add(vm, x, y, false))
QUICK_OPERATOR(subtract, number_subtract, decimal_quick_add(vm, x, y, true))
QUICK_OPERATOR(multiply, number_multiply, decimal_quick_multiply(vm, x, y))
QUICK_OPERATOR(divide, number_divide, decimal_quick_divide(vm, x, y))
OPERATOR(divide_integer, number_divide_integer)
OPERATOR(remainder, number_remainder)

static Value decimal_divmod_slot(VM *vm, Value x, Value y) {
    DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    Operation op;
    operation_init(&op, vm, context);
    Number a, b;
    int found = operands(&op, x, y, &a, &b);
    if (found > 0) return finish_divmod(&op, context, &a, &b);
    operation_end(&op);
    return found ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
}

static bool is_operand(VM *vm, Value v) { return is_int(v) || (is_object(v) && is_decimal(vm, v)); }
static Value decimal_power_slot(VM *vm, Value x, Value y) {
    if (!is_operand(vm, x) || !is_operand(vm, y)) return VALUE_NOT_IMPLEMENTED;
    DecimalContext *context = context_current(vm);
    return context ? decimal_power(vm, context, x, y, VALUE_NONE) : VALUE_ERROR;
}
static Value power_of(VM *vm, Value base, Value exponent, Value modulo) {
    bool has_modulo = modulo != VALUE_UNBOUND && modulo != VALUE_NONE;
    if (!is_operand(vm, base) || !is_operand(vm, exponent) || (has_modulo && !is_operand(vm, modulo))) return VALUE_NOT_IMPLEMENTED;
    DecimalContext *context = context_current(vm);
    return context ? decimal_power(vm, context, base, exponent, has_modulo ? modulo : VALUE_NONE) : VALUE_ERROR;
}

static Value unary(VM *vm, NumberFunction function, Value self) {
    DecimalContext *context = context_current(vm);
    return context ? decimal_unary(vm, context, function, self) : VALUE_ERROR;
}
static Value decimal_negative(VM *vm, Value self) {
    Value result = decimal_quick_negative(vm, self);
    return result != VALUE_UNBOUND ? result : unary(vm, number_minus, self);
}
static Value decimal_positive(VM *vm, Value self) { return unary(vm, number_plus, self); }
static Value decimal_absolute(VM *vm, Value self) { return unary(vm, number_magnitude, self); }
static int decimal_truth(VM *vm, Value self) { return (void)vm, as_decimal(self)->kind || as_decimal(self)->count; }

static Value to_int(VM *vm, Value self, int rounding) {
    Number a = decimal_number(as_decimal(self)), whole;
    if (a.kind == KIND_INFINITE) return raise_overflow_error(vm, "cannot convert Infinity to integer");
    if (a.kind) return raise_value_error(vm, "cannot convert NaN to integer");
    Operation op;
    operation_init_exact(&op, vm);
    Value n = number_to_integral(&op, &a, &whole, (Rounding)rounding, false) ? number_to_int(&op, &whole) : VALUE_ERROR;
    operation_end(&op);
    return n;
}
static Value decimal_int(VM *vm, Value self) { return to_int(vm, self, ROUND_DOWN); }
static bool double_of(VM *vm, Value self, double *out) {
    Operation op;
    operation_init_exact(&op, vm);
    Number a = decimal_number(as_decimal(self));
    bool good = number_double(&op, &a, out);
    operation_end(&op);
    return good;
}
static Value decimal_float(VM *vm, Value self) {
    double d;
    return double_of(vm, self, &d) ? float_from_double(vm, d) : VALUE_ERROR;
}

// ---- comparing ---------------------------------------------------------------------------------------------------

// Of a Rational a / b: b * self against a. 1, 0: it is none, -1: raised.
static int rational_operands(Operation *op, Value other, Number *a, Number *b) {
    VM *vm = op->vm;
    int is = op_is_instance(vm, other, decimal_state(vm)->rational);
    if (is <= 0) return is;
    ROOT_SCOPE(vm);
    Str *names[2] = {str_intern(vm, "numerator", 9), str_intern(vm, "denominator", 11)};
    Value parts[2] = {VALUE_ERROR, VALUE_ERROR};
    int found = -1;
    if (names[0] && names[1] && (parts[0] = get_attribute(vm, other, names[0])) != VALUE_ERROR) {
        root_push(vm, parts[0]);
        parts[1] = get_attribute(vm, other, names[1]);
    }
    Number denominator;
    if (parts[1] == VALUE_ERROR) found = -1;
    else if (!is_int(parts[0]) || !is_int(parts[1])) raise_type_error(vm, "expected numbers.Rational");
    else if (number_from_int(op, parts[0], b) && number_from_int(op, parts[1], &denominator)) found = a->kind || number_multiply_exact(op, a, &denominator, a) ? 1 : -1;
    ROOT_END(vm);
    return found;
}

// Any number for a comparison with `a` (which may be changed along with it): 1; 0: it takes no part; -1: raised.
static int comparand(Operation *op, DecimalContext *context, Value other, bool is_equality, Number *a, Number *b) {
    VM *vm = op->vm;
    int found = number_from_operand(op, other, b);
    if (found) return found;
    double d;
    if (is_float(other)) d = float_value(other);
    else if (is_equality && is_layout(other, LAYOUT_COMPLEX)) {
        const Complex *c = (const Complex *)as_object(other);
        if (c->imag != 0) return 0;
        d = c->real;
    } else return is_object(other) ? rational_operands(op, other, a, b) : 0;
    if (is_equality) context->flags |= STATUS_FLOAT;
    else if (context_float_operation(vm, context) == VALUE_ERROR) return -1;
    return number_from_double(op, d, b) ? 1 : -1;
}

static Value answer(int order, CompareOp how) {
    switch (how) {
    case COMPARE_EQ: return from_bool(order == 0);
    case COMPARE_NE: return from_bool(order != 0);
    case COMPARE_LT: return from_bool(order < 0);
    case COMPARE_LE: return from_bool(order <= 0);
    case COMPARE_GT: return from_bool(order > 0);
    default: return from_bool(order >= 0);
    }
}
static Value decimal_compare(VM *vm, Value self, Value other, CompareOp how) {
    int order = decimal_quick_compare(vm, self, other);
    if (order != DECIMAL_NOT_QUICK) return answer(order, how);
    DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    bool is_equality = how == COMPARE_EQ || how == COMPARE_NE;
    Operation op;
    operation_init_exact(&op, vm);
    Number a = decimal_number(as_decimal(self)), b;
    int found = comparand(&op, context, other, is_equality, &a, &b);
    if (found <= 0) {
        operation_end(&op);
        return found ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    }
    if (number_is_nan(&a) || number_is_nan(&b)) {
        bool signals = !is_equality || a.kind == KIND_SIGNALING || b.kind == KIND_SIGNALING;
        operation_end(&op);
        if (signals && !context_signal(vm, context, STATUS_INVALID)) return VALUE_ERROR;
        return from_bool(how == COMPARE_NE);
    }
    order = number_compare(&op, &a, &b);
    operation_end(&op);
    return order == -2 ? VALUE_ERROR : answer(order, how);
}

static bool decimal_hash(VM *vm, Value self, uint64_t *out) {
    Number a = decimal_number(as_decimal(self));
    if (a.kind == KIND_SIGNALING) return raise_type_error(vm, "Cannot hash a signaling NaN value"), false;
    if (a.kind == KIND_QUIET) return object_hash(vm, self, out);
    *out = a.kind ? a.sign ? (uint64_t)-314159 : 314159 : number_hash(&a);
    return true;
}

// ---- text --------------------------------------------------------------------------------------------------------

static Value decimal_str(VM *vm, Value self) {
    const DecimalContext *context = context_current(vm);
    Number a = decimal_number(as_decimal(self));
    return context ? number_to_text(vm, &a, false, context->capitals) : VALUE_ERROR;
}
static Value decimal_repr(VM *vm, Value self) {
    Value text = decimal_str(vm, self);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    size_t size = as_str(text)->size;
    Str *s = str_alloc(vm, size + 11, size + 11);
    if (!s) return VALUE_ERROR;
    memcpy(s->text, "Decimal('", 9);
    memcpy(s->text + 9, as_str(text)->text, size);
    memcpy(s->text + 9 + size, "')", 2);
    return from_object(s);
}
static Value format_as(VM *vm, Value self, Value spec, Value overrides) {
    if (!is_str(spec)) return raise_type_error(vm, "format arg must be str");
    const DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    Operation op;
    operation_init_exact(&op, vm);
    op.rounding = context->rounding;
    Number a = decimal_number(as_decimal(self));
    Value text = decimal_format_number(vm, &op, &a, spec, overrides, context);
    operation_end(&op);
    return text;
}
static Value decimal_format_slot(VM *vm, Value self, Value spec) { return format_as(vm, self, spec, VALUE_UNBOUND); }

// ---- methods -----------------------------------------------------------------------------------------------------

#define METHOD(name) static Value method_##name(VM *vm, Value *args, uint32_t count)

// self and an optional context
static Value with_context(VM *vm, NumberFunction function, Value *args) {
    DecimalContext *context = context_or_current(vm, args[1]);
    return context ? decimal_unary(vm, context, function, args[0]) : VALUE_ERROR;
}
static Value two_with_context(VM *vm, NumberFunction function, Value *args) {
    DecimalContext *context = context_or_current(vm, args[2]);
    return context ? decimal_binary(vm, context, function, args[0], args[1]) : VALUE_ERROR;
}
#define UNARY_METHODS(X)                                                                                                                   \
    X(logb, logb, "For a non-zero number, return the adjusted exponent of the operand as a Decimal instance.")                              \
    X(logical_invert, logical_invert, "Return the digit-wise inversion of the (logical) operand.")                                         \
    X(next_minus, next_minus, "Return the largest number representable in the given context that is smaller than the operand.")            \
    X(next_plus, next_plus, "Return the smallest number representable in the given context that is larger than the operand.")              \
    X(normalize, normalize, "Normalize the number by stripping the rightmost trailing zeros and\nconverting any result equal to Decimal('0') to Decimal('0e0').") \
    X(sqrt, square_root, "Return the square root of the argument to full precision. The result is correctly\nrounded using the ROUND_HALF_EVEN rounding mode.")
#define BINARY_METHODS(X)                                                                                                                  \
    X(compare, compare_values, "Compare self to other.  Return a decimal value.")                                                           \
    X(compare_signal, compare_signal, "Identical to compare, except that all NaNs signal.")                                                \
    X(logical_and, logical_and, "Return the digit-wise 'and' of the two (logical) operands.")                                              \
    X(logical_or, logical_or, "Return the digit-wise 'or' of the two (logical) operands.")                                                 \
    X(logical_xor, logical_xor, "Return the digit-wise 'exclusive or' of the two (logical) operands.")                                     \
    X(max, max, "Maximum of self and other.  If one operand is a quiet NaN and the other is\nnumeric, the numeric operand is returned.")     \
    X(min, min, "Minimum of self and other. If one operand is a quiet NaN and the other is\nnumeric, the numeric operand is returned.")      \
    X(max_mag, max_mag, "Similar to the max() method, but the comparison is done using the absolute\nvalues of the operands.")              \
    X(min_mag, min_mag, "Similar to the min() method, but the comparison is done using the absolute\nvalues of the operands.")              \
    X(next_toward, next_toward, "If the two operands are unequal, return the number closest to the first\noperand in the direction of the second operand.") \
    X(remainder_near, remainder_near, "Return the remainder from dividing self by other, the quotient being rounded to the nearest integer.") \
    X(rotate, rotate, "Return the result of rotating the digits of the first operand by an amount\nspecified by the second operand.")        \
    X(scaleb, scaleb, "Return the first operand with the exponent adjusted the second.")                                                    \
    X(shift, shift, "Return the result of shifting the digits of the first operand by an amount\nspecified by the second operand.")          \
    X(compare_total, compare_total, "Compare two operands using their abstract representation rather than their\nnumerical value.")          \
    X(compare_total_mag, compare_total_mag, "Compare two operands using their abstract representation rather than their\nvalue, with their sign ignored.")
#define DEFINE_UNARY(name, function, doc)                                                                                                  \
    METHOD(name) { return (void)count, with_context(vm, number_##function, args); }
#define DEFINE_BINARY(name, function, doc)                                                                                                 \
    METHOD(name) { return (void)count, two_with_context(vm, number_##function, args); }
UNARY_METHODS(DEFINE_UNARY)
BINARY_METHODS(DEFINE_BINARY)

static Value transcendental(VM *vm, Transcendental which, Value *args) {
    DecimalContext *context = context_or_current(vm, args[1]);
    return context ? decimal_transcendental(vm, context, which, args[0]) : VALUE_ERROR;
}
METHOD(exp) { return (void)count, transcendental(vm, DECIMAL_EXP, args); }
METHOD(ln) { return (void)count, transcendental(vm, DECIMAL_LN, args); }
METHOD(log10) { return (void)count, transcendental(vm, DECIMAL_LOG10, args); }
METHOD(fma) {
    (void)count;
    DecimalContext *context = context_or_current(vm, args[3]);
    return context ? decimal_fused(vm, context, args[0], args[1], args[2]) : VALUE_ERROR;
}

METHOD(quantize) {
    (void)count;
    DecimalContext *context = context_or_current(vm, args[3]);
    if (!context) return VALUE_ERROR;
    Operation op;
    operation_init(&op, vm, context);
    Number a = decimal_number(as_decimal(args[0])), b, result;
    int rounding = rounding_of(vm, args[2], context);
    op.rounding = (uint8_t)rounding;
    bool good = rounding >= 0 && decimal_argument(&op, args[1], &b) && number_quantize(&op, &a, &b, &result);
    return operation_finish(&op, context, &result, good);
}

static Value to_integral(VM *vm, Value *args, bool exact) {
    DecimalContext *context = context_or_current(vm, args[2]);
    if (!context) return VALUE_ERROR;
    int rounding = rounding_of(vm, args[1], context);
    Operation op;
    operation_init(&op, vm, context);
    Number a = decimal_number(as_decimal(args[0])), result;
    bool good = rounding >= 0 && number_to_integral(&op, &a, &result, (Rounding)rounding, exact);
    return operation_finish(&op, context, &result, good);
}
METHOD(to_integral_value) { return (void)count, to_integral(vm, args, false); }
METHOD(to_integral_exact) { return (void)count, to_integral(vm, args, true); }

METHOD(round) {
    if (count < 2) return to_int(vm, args[0], ROUND_HALF_EVEN);
    int64_t places;
    if (!is_int(args[1])) return raise_type_error(vm, "optional arg must be an integer");
    if (!int_to_int64(args[1], &places) || places == INT64_MIN) return raise_overflow_error(vm, "Python int too large to convert to C ssize_t");
    DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    Operation op;
    operation_init(&op, vm, context);
    Number a = decimal_number(as_decimal(args[0])), result, unit;
    number_set_small(&op, &unit, 1, 0, -places);
    return operation_finish(&op, context, &result, number_quantize(&op, &a, &unit, &result));
}
METHOD(floor) { return (void)count, to_int(vm, args[0], ROUND_FLOOR); }
METHOD(ceil) { return (void)count, to_int(vm, args[0], ROUND_CEILING); }
METHOD(trunc) { return (void)count, to_int(vm, args[0], ROUND_DOWN); }
METHOD(complex) {
    (void)count;
    double d;
    return double_of(vm, args[0], &d) ? complex_new(vm, d, 0) : VALUE_ERROR;
}
METHOD(self) { return (void)vm, (void)count, args[0]; }
METHOD(reduce) {
    (void)count;
    Value text = decimal_str(vm, args[0]), parts = text == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 1, text);
    return parts == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(value_type(vm, args[0])), parts);
}
METHOD(format) { return format_as(vm, args[0], args[1], count > 2 ? args[2] : VALUE_UNBOUND); }
METHOD(pow) { return power_of(vm, args[0], args[1], count > 2 ? args[2] : VALUE_NONE); }
METHOD(rpow) { return power_of(vm, args[1], args[0], count > 2 ? args[2] : VALUE_NONE); }

METHOD(from_float) {
    (void)count;
    Value made = decimal_from_float(vm, args[1]);
    if (made == VALUE_ERROR || args[0] == from_object(decimal_state(vm)->decimal)) return made;
    return call_value(vm, args[0], &made, 1);
}
METHOD(as_tuple) {
    (void)count;
    Operation op;
    operation_init_exact(&op, vm);
    Number a = decimal_number(as_decimal(args[0]));
    Value result = number_to_tuple(vm, &op, &a);
    return result;
}
METHOD(as_integer_ratio) {
    (void)count;
    Operation op;
    operation_init_exact(&op, vm);
    Number a = decimal_number(as_decimal(args[0]));
    Value result = number_to_ratio(vm, &op, &a);
    operation_end(&op);
    return result;
}
METHOD(adjusted) {
    (void)count;
    Number a = decimal_number(as_decimal(args[0]));
    return int_from_int64(vm, number_adjusted(&a));
}
METHOD(radix) { return (void)args, (void)count, decimal_from_int64(vm, 10); }
METHOD(to_eng_string) {
    (void)count;
    const DecimalContext *context = context_or_current(vm, args[1]);
    Number a = decimal_number(as_decimal(args[0]));
    return context ? number_to_text(vm, &a, true, context->capitals) : VALUE_ERROR;
}

static Value with_sign(VM *vm, Value self, uint8_t sign) {
    Number a = decimal_number(as_decimal(self));
    a.sign = sign;
    return decimal_new_plain(vm, &a);
}
METHOD(copy_abs) { return (void)count, with_sign(vm, args[0], 0); }
METHOD(copy_negate) { return (void)count, with_sign(vm, args[0], !as_decimal(args[0])->sign); }

// The other operand of a method that has no use for the context it takes.
static bool other_operand(VM *vm, Operation *op, Value *args, Number *out) {
    operation_init_exact(op, vm);
    return context_or_current(vm, args[2]) && decimal_argument(op, args[1], out);
}
METHOD(copy_sign) {
    (void)count;
    Operation op;
    Number b;
    bool good = other_operand(vm, &op, args, &b);
    operation_end(&op);
    return good ? with_sign(vm, args[0], b.sign) : VALUE_ERROR;
}
METHOD(same_quantum) {
    (void)count;
    Operation op;
    Number a = decimal_number(as_decimal(args[0])), b;
    bool good = other_operand(vm, &op, args, &b);
    operation_end(&op);
    return good ? from_bool(number_same_quantum(&a, &b)) : VALUE_ERROR;
}

bool number_is(const Number *a, Predicate predicate, const DecimalContext *context) {
    switch (predicate) {
    case IS_CANONICAL: return true;
    case IS_FINITE: return !a->kind;
    case IS_INFINITE: return a->kind == KIND_INFINITE;
    case IS_NAN: return number_is_nan(a);
    case IS_QNAN: return a->kind == KIND_QUIET;
    case IS_SNAN: return a->kind == KIND_SIGNALING;
    case IS_SIGNED: return a->sign;
    case IS_ZERO: return number_is_zero(a);
    case IS_NORMAL: return !a->kind && a->count && number_adjusted(a) >= context->emin;
    default: return !a->kind && a->count && number_adjusted(a) < context->emin;
    }
}
bool number_same_quantum(const Number *a, const Number *b) {
    if (a->kind || b->kind) return (number_is_nan(a) && number_is_nan(b)) || (a->kind == KIND_INFINITE && b->kind == KIND_INFINITE);
    return a->exponent == b->exponent;
}
Value number_class_name(VM *vm, const Number *a, const DecimalContext *context) {
    if (number_is_nan(a)) return str_from_cstring(vm, a->kind == KIND_QUIET ? "NaN" : "sNaN");
    const char *name = a->kind ? "Infinity" : !a->count ? "Zero" : number_is(a, IS_NORMAL, context) ? "Normal" : "Subnormal";
    return str_from_format(vm, "%c%s", a->sign ? '-' : '+', name);
}
static Value test(VM *vm, Value *args, Predicate predicate) {
    (void)vm;
    Number a = decimal_number(as_decimal(args[0]));
    return from_bool(number_is(&a, predicate, NULL));
}
#define PREDICATES(X)                                                                                                                      \
    X(is_canonical, IS_CANONICAL) X(is_finite, IS_FINITE) X(is_infinite, IS_INFINITE) X(is_nan, IS_NAN) X(is_qnan, IS_QNAN)                   \
    X(is_snan, IS_SNAN) X(is_signed, IS_SIGNED) X(is_zero, IS_ZERO)
#define DEFINE_PREDICATE(name, predicate)                                                                                                  \
    METHOD(name) { return (void)count, test(vm, args, predicate); }
PREDICATES(DEFINE_PREDICATE)

static Value test_in_context(VM *vm, Value *args, Predicate predicate) {
    const DecimalContext *context = context_or_current(vm, args[1]);
    Number a = decimal_number(as_decimal(args[0]));
    return context ? from_bool(number_is(&a, predicate, context)) : VALUE_ERROR;
}
METHOD(is_normal) { return (void)count, test_in_context(vm, args, IS_NORMAL); }
METHOD(is_subnormal) { return (void)count, test_in_context(vm, args, IS_SUBNORMAL); }
METHOD(number_class) {
    (void)count;
    const DecimalContext *context = context_or_current(vm, args[1]);
    Number a = decimal_number(as_decimal(args[0]));
    return context ? number_class_name(vm, &a, context) : VALUE_ERROR;
}

static Value get_real(VM *vm, Value self) { return (void)vm, self; }
static Value get_imag(VM *vm, Value self) { return (void)self, decimal_from_int64(vm, 0); }

#define UNARY_ROW(name, function, doc) {#name, {method_##name}, 0, 1, 0, "context", DOC(doc)},
#define BINARY_ROW(name, function, doc) {#name, {method_##name}, 1, 2, 0, "other context", DOC(doc)},
#define PREDICATE_ROW(name, predicate) {#name, {method_##name}, 0, 0, 0, NULL, DOC(NULL)},
static const NativeDef methods[] = {
    UNARY_METHODS(UNARY_ROW)
    BINARY_METHODS(BINARY_ROW)
    PREDICATES(PREDICATE_ROW)
    {"exp", {method_exp}, 0, 1, 0, "context", DOC("Return the value of the (natural) exponential function e**x at the given number.")},
    {"ln", {method_ln}, 0, 1, 0, "context", DOC("Return the natural (base e) logarithm of the operand.")},
    {"log10", {method_log10}, 0, 1, 0, "context", DOC("Return the base ten logarithm of the operand.")},
    {"fma", {method_fma}, 2, 3, 0, "other third context", DOC("Fused multiply-add.  Return self*other+third with no rounding of the\nintermediate product.")},
    {"quantize", {method_quantize}, 1, 3, 0, "exp rounding context", DOC("Return a value equal to the first operand after rounding and having the\nexponent of the second operand.")},
    {"to_integral_value", {method_to_integral_value}, 0, 2, 0, "rounding context", DOC("Round to the nearest integer without signaling Inexact or Rounded.")},
    {"to_integral", {method_to_integral_value}, 0, 2, 0, "rounding context", DOC("Identical to the to_integral_value() method.")},
    {"to_integral_exact", {method_to_integral_exact}, 0, 2, 0, "rounding context", DOC("Round to the nearest integer, signaling Inexact or Rounded as appropriate if\nrounding occurs.")},
    {"is_normal", {method_is_normal}, 0, 1, 0, "context", DOC("Return True if the argument is a normal finite non-zero number.")},
    {"is_subnormal", {method_is_subnormal}, 0, 1, 0, "context", DOC("Return True if the argument is subnormal, and False otherwise.")},
    {"number_class", {method_number_class}, 0, 1, 0, "context", DOC("Return a string describing the class of the operand.")},
    {"to_eng_string", {method_to_eng_string}, 0, 1, 0, "context", DOC("Convert to an engineering-type string.")},
    {"copy_sign", {method_copy_sign}, 1, 2, 0, "other context", DOC("Return a copy of the first operand with the sign set to be the same as the\nsign of the second operand.")},
    {"same_quantum", {method_same_quantum}, 1, 2, 0, "other context", DOC("Test whether self and other have the same exponent or whether both are NaN.")},
    {"copy_abs", {method_copy_abs}, 0, 0, 0, NULL, DOC("Return the absolute value of the argument.  This operation is unaffected by\ncontext and is quiet.")},
    {"copy_negate", {method_copy_negate}, 0, 0, 0, NULL, DOC("Return the negation of the argument.  This operation is unaffected by context\nand is quiet.")},
    {"adjusted", {method_adjusted}, 0, 0, 0, NULL, DOC("Return the adjusted exponent of the number.  Defined as exp + digits - 1.")},
    {"as_tuple", {method_as_tuple}, 0, 0, 0, NULL, DOC("Return a tuple representation of the number.")},
    {"as_integer_ratio", {method_as_integer_ratio}, 0, 0, 0, NULL, DOC("Decimal.as_integer_ratio() -> (int, int)\n\nReturn a pair of integers, whose ratio is exactly equal to the original\nDecimal and with a positive denominator.")},
    {"canonical", {method_self}, 0, 0, 0, NULL, DOC("Return the canonical encoding of the argument.")},
    {"conjugate", {method_self}, 0, 0, 0, NULL, DOC("Return self.")},
    {"radix", {method_radix}, 0, 0, 0, NULL, DOC("Return Decimal(10), the radix (base) in which the Decimal class does\nall its arithmetic.")},
    {"from_float", {method_from_float}, 1, 1, NATIVE_CLASS, NULL, DOC("Class method that converts a float to a decimal number, exactly.")},
    {"__copy__", {method_self}, 0, 0, 0, NULL, DOC(NULL)},
    {"__deepcopy__", {method_self}, 1, 1, 0, NULL, DOC(NULL)},
    {"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC(NULL)},
    {"__format__", {method_format}, 1, 2, 0, NULL, DOC(NULL)},
    {"__round__", {method_round}, 0, 1, 0, NULL, DOC(NULL)},
    {"__floor__", {method_floor}, 0, 0, 0, NULL, DOC(NULL)},
    {"__ceil__", {method_ceil}, 0, 0, 0, NULL, DOC(NULL)},
    {"__trunc__", {method_trunc}, 0, 0, 0, NULL, DOC(NULL)},
    {"__complex__", {method_complex}, 0, 0, 0, NULL, DOC(NULL)},
    {"__pow__", {method_pow}, 1, 2, 0, NULL, DOC("Return pow(self, value, mod).")},
    {"__rpow__", {method_rpow}, 1, 2, 0, NULL, DOC("Return pow(value, self, mod).")},
    {0},
};
static const GetSetDef attributes[] = {{"real", get_real, NULL}, {"imag", get_imag, NULL}, {0}};
const TypeSpec decimal_spec = {
    .name = "decimal.Decimal",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Decimal),
    .slots = SLOTS(SLOT(repr, decimal_repr), SLOT(str, decimal_str), SLOT(format, decimal_format_slot), SLOT(hash, decimal_hash), SLOT(compare, decimal_compare), SLOT(truth, decimal_truth),
              SLOT(construct, decimal_construct), SLOT(trace, decimal_trace),
              SLOT(binary[SLOT_ADD], decimal_add), SLOT(binary[SLOT_SUB], decimal_subtract), SLOT(binary[SLOT_MULT], decimal_multiply), SLOT(binary[SLOT_DIV], decimal_divide),
                         SLOT(binary[SLOT_FLOORDIV], decimal_divide_integer), SLOT(binary[SLOT_MOD], decimal_remainder), SLOT(binary[SLOT_POW], decimal_power_slot), SLOT(binary[SLOT_DIVMOD], decimal_divmod_slot),
              SLOT(unary[SLOT_NEGATIVE], decimal_negative), SLOT(unary[SLOT_POSITIVE], decimal_positive), SLOT(unary[SLOT_ABS], decimal_absolute), SLOT(unary[SLOT_INT], decimal_int), SLOT(unary[SLOT_FLOAT], decimal_float)),
    .methods = methods,
    .getset = attributes,
    .doc = TYPE_DOC("Construct a new Decimal object. 'value' can be an integer, string, tuple,\nor another Decimal object. If no value is given, return Decimal('0'). The\n"
           "context does not affect the conversion and is only passed to determine if\nthe InvalidOperation trap is active.\n\n"),
};

// ---- the module --------------------------------------------------------------------------------------------------

static void state_trace(VM *vm, Object *self) {
    const DecimalState *state = (const DecimalState *)self;
    gc_mark_object(vm, state->decimal), gc_mark_object(vm, state->context);
    const Value values[] = {state->functions, state->rational, state->tuple_class, state->signal_dict, state->mask_of, state->default_context, state->basic_context,
                            state->extended_context, state->cached_storage, state->cached_place, state->cached_context};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) gc_mark(vm, values[i]);
    for (int i = 0; i < CONDITION_COUNT; i++) gc_mark(vm, state->conditions[i]);
    gc_mark_object(vm, state->context_key), gc_mark_object(vm, state->decimal_key), gc_mark_object(vm, state->place_key);
}
static const TypeSpec state_spec = {
    .name = "_decimal_machine.State",
    .layout = LAYOUT_OTHER,
    .size = sizeof(DecimalState),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(trace, state_trace)),
};

// install(conditions, DecimalTuple, SignalDict, mask_of, Rational): what is written in Python.
static Value install(VM *vm, Value *args, uint32_t count) {
    (void)count;
    DecimalState *state = decimal_state(vm);
    if (!is_tuple(args[0]) || as_tuple(args[0])->count != CONDITION_COUNT) return raise_type_error(vm, "install() takes a tuple of conditions");
    if (state->tuple_class != VALUE_NONE) return raise_type_error(vm, "install() was called");
    for (int i = 0; i < CONDITION_COUNT; i++)
        if (!is_type(as_tuple(args[0])->items[i])) return raise_type_error(vm, "install() takes a tuple of conditions");
    for (int i = 0; i < CONDITION_COUNT; i++) gc_store(vm, state, &state->conditions[i], as_tuple(args[0])->items[i]);
    gc_store(vm, state, &state->tuple_class, args[1]);
    gc_store(vm, state, &state->signal_dict, args[2]);
    gc_store(vm, state, &state->mask_of, args[3]);
    gc_store(vm, state, &state->rational, args[4]);
    return VALUE_NONE;
}
// templates(DefaultContext, BasicContext, ExtendedContext)
static Value templates(VM *vm, Value *args, uint32_t count) {
    (void)count;
    DecimalState *state = decimal_state(vm);
    for (int i = 0; i < 3; i++)
        if (!is_context(vm, args[i])) return raise_type_error(vm, "templates() takes contexts");
    gc_store(vm, state, &state->default_context, args[0]);
    gc_store(vm, state, &state->basic_context, args[1]);
    gc_store(vm, state, &state->extended_context, args[2]);
    return VALUE_NONE;
}

static const NativeDef functions[] = {
    {"mask", {context_mask}, 2, 2, 0, NULL, DOC(NULL)},
    {"set_mask", {context_set_mask}, 3, 3, 0, NULL, DOC(NULL)},
    {"install", {install}, 5, 5, 0, NULL, DOC(NULL)},
    {"templates", {templates}, 3, 3, 0, NULL, DOC(NULL)},
    {0},
};

static const NativeDef shown_functions[] = { // in the name of decimal
    {"getcontext", {context_get}, 0, 0, 0, NULL, DOC("Get the current default context.\n\n")},
    {"setcontext", {context_set}, 1, 1, 0, NULL, DOC("Set a new default context.\n\n")},
    {0},
};

static bool decimal_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = type_new_from_spec(vm, &state_spec, vm->types.object);
    DecimalState *state = type ? object_new(vm, type, sizeof *state) : NULL;
    const Type *arithmetic_error = state ? type_complete(vm, vm->types.ArithmeticError) : NULL;
    if (!arithmetic_error) return false;
    Object head = state->head;
    *state = (DecimalState){.head = head};
    Value *const unset[] = {&state->functions, &state->rational, &state->tuple_class, &state->signal_dict, &state->mask_of, &state->default_context, &state->basic_context,
                            &state->extended_context, &state->cached_storage, &state->cached_place, &state->cached_context};
    for (size_t i = 0; i < sizeof unset / sizeof *unset; i++) *unset[i] = VALUE_UNBOUND;
    state->tuple_class = state->signal_dict = state->mask_of = VALUE_NONE; // until module decimal has called install(): what needs them is an error
    for (int i = 0; i < CONDITION_COUNT; i++) state->conditions[i] = from_object(arithmetic_error);
    state->rational = from_object(vm->types.int_);
    state->cached_storage = VALUE_NONE; // of no thread
    vm->slots_for_modules[MODULE_SLOT_DECIMAL] = from_object(state);
    Str *names[] = {str_intern(vm, "context", 7), str_intern(vm, "decimal", 7), str_intern(vm, "_decimal", 8), str_intern(vm, "Decimal", 7), str_intern(vm, "Context", 7)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!names[i]) return false;
    state->context_key = names[0], state->decimal_key = names[1], state->place_key = names[2];
    for (const NativeDef *def = shown_functions; def->name; def++) {
        Str *key = str_intern(vm, def->name, strlen(def->name));
        Value made = key ? native_new(vm, def, VALUE_UNBOUND, from_object(names[1])) : VALUE_ERROR;
        if (made == VALUE_ERROR || !dict_set_str(vm, space, key, made)) return false;
    }
    state->decimal = type_new_from_spec(vm, &decimal_spec, vm->types.object);
    state->context = state->decimal ? type_new_from_spec(vm, &decimal_context_spec, vm->types.object) : NULL;
    return state->context && dict_set_str(vm, space, names[3], from_object(state->decimal)) && dict_set_str(vm, space, names[4], from_object(state->context));
}
const ModuleDef decimal_module = {"_decimal_machine", functions, decimal_initialize};
