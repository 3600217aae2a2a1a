// complex: two doubles.
#include "runtime/objects/descriptors.h"
#include "runtime/objects/float.h"
#include "runtime/objects/float_text.h"
#include "runtime/objects/format.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/text.h"
#include "runtime/type.h"
#include <math.h>

static bool is_complex(Value v) { return is_layout(v, LAYOUT_COMPLEX); }
static Complex *as_complex(Value v) { return (Complex *)as_object(v); }
static Complex make(double real, double imag) { return (Complex){.real = real, .imag = imag}; }

static Value new_of_type(VM *vm, Type *type, double real, double imag) {
    Complex *c = object_new(vm, type, sizeof *c);
    if (!c) return VALUE_ERROR;
    c->real = real, c->imag = imag;
    return from_object(c);
}
Value complex_new(VM *vm, double real, double imag) { return new_of_type(vm, vm->types.complex_, real, imag); }

// ---- arithmetic --------------------------------------------------------------------------------------------------

// The operand of an operator: 1, 0 not a number to decline, -1 raised.
static int operand(VM *vm, Value v, Complex *out) {
    if (is_complex(v)) return *out = *as_complex(v), 1;
    if (!is_float(v) && !is_int(v)) return 0;
    double d;
    if (!number_to_double(vm, v, &d)) return -1;
    return *out = make(d, 0), 1;
}
#define OPERANDS                                                                                                                   \
    Complex x, y;                                                                                                                  \
    int known = operand(vm, left, &x);                                                                                             \
    if (known > 0) known = operand(vm, right, &y);                                                                                 \
    if (known <= 0) return known ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED

static Complex product(Complex x, Complex y) { return make(x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real); }

// R. L. Smith, "Algorithm 116: Complex division" (1962): scaled by the larger part of the divisor. y is not 0.
static Complex quotient(Complex x, Complex y) {
    if (fabs(y.real) >= fabs(y.imag)) {
        double ratio = y.imag / y.real, denominator = y.real + y.imag * ratio;
        return make((x.real + x.imag * ratio) / denominator, (x.imag - x.real * ratio) / denominator);
    }
    if (fabs(y.imag) >= fabs(y.real)) {
        double ratio = y.real / y.imag, denominator = y.real * ratio + y.imag;
        return make((x.real * ratio + x.imag) / denominator, (x.imag * ratio - x.real) / denominator);
    }
    return make(NAN, NAN);
}

static Complex power_of_whole(Complex base, unsigned exponent) {
    Complex result = make(1, 0);
    for (unsigned bit = 1; bit <= exponent; bit <<= 1, base = product(base, base))
        if (exponent & bit) result = product(result, base);
    return result;
}

// *bad: the angle is infinite.
static Complex power_polar(Complex base, Complex exponent, bool *bad) {
    double size = hypot(base.real, base.imag), length = pow(size, exponent.real), angle = atan2(base.imag, base.real), phase = angle * exponent.real;
    if (exponent.imag != 0) {
        length /= exp(angle * exponent.imag);
        phase += exponent.imag * log(size);
    }
    *bad = isinf(phase);
    return make(length * cos(phase), length * sin(phase));
}

static Value power_error(VM *vm) { return raise_error(vm, vm->types.ZeroDivisionError, "0.0 to a negative or complex power"); }

Value complex_power(VM *vm, Complex base, Complex exponent) {
    Complex result;
    bool whole = exponent.imag == 0 && exponent.real == floor(exponent.real) && fabs(exponent.real) <= 100;
    if (exponent.real == 0 && exponent.imag == 0) return complex_new(vm, 1, 0);
    if (base.real == 0 && base.imag == 0) {
        if (exponent.imag != 0 || exponent.real < 0) return power_error(vm);
        if (!whole) return complex_new(vm, 0, 0);
    }
    if (whole && exponent.real > 0) {
        result = power_of_whole(base, (unsigned)exponent.real);
    } else if (whole) {
        Complex inverse = power_of_whole(base, (unsigned)-exponent.real);
        if (inverse.real == 0 && inverse.imag == 0) return power_error(vm);
        result = quotient(make(1, 0), inverse);
    } else {
        bool bad;
        result = power_polar(base, exponent, &bad);
        if (bad) return power_error(vm);
    }
    if (isinf(result.real) || isinf(result.imag)) return raise_overflow_error(vm, "complex exponentiation");
    return complex_new(vm, result.real, result.imag);
}

static Value complex_add(VM *vm, Value left, Value right) {
    OPERANDS;
    return complex_new(vm, x.real + y.real, x.imag + y.imag);
}
static Value complex_subtract(VM *vm, Value left, Value right) {
    OPERANDS;
    return complex_new(vm, x.real - y.real, x.imag - y.imag);
}
static Value complex_multiply(VM *vm, Value left, Value right) {
    OPERANDS;
    Complex result = product(x, y);
    return complex_new(vm, result.real, result.imag);
}
static Value complex_divide(VM *vm, Value left, Value right) {
    OPERANDS;
    if (y.real == 0 && y.imag == 0) return raise_error(vm, vm->types.ZeroDivisionError, "complex division by zero");
    Complex result = quotient(x, y);
    return complex_new(vm, result.real, result.imag);
}
// As operand, without asking anybody.
static inline bool simple_operand(const VM *vm, Value v, Complex *out) {
    if (is_exactly(v, vm->types.complex_)) return *out = *as_complex(v), true;
    if (is_inline_float(v)) return *out = make(inline_float(v), 0), true;
    if (is_exactly(v, vm->types.float_)) return *out = make(float_value(v), 0), true;
    return is_small_int(v) ? *out = make((double)small_int(v), 0), true : false;
}
Value complex_arithmetic(VM *vm, BinarySlot slot, Value left, Value right) {
    Complex x, y, result;
    if (!simple_operand(vm, left, &x) || !simple_operand(vm, right, &y)) return VALUE_UNBOUND;
    switch (slot) {
    case SLOT_ADD: result = make(x.real + y.real, x.imag + y.imag); break;
    case SLOT_SUB: result = make(x.real - y.real, x.imag - y.imag); break;
    case SLOT_MULT: result = product(x, y); break;
    case SLOT_DIV:
        if (y.real == 0 && y.imag == 0) return VALUE_UNBOUND;
        result = quotient(x, y);
        break;
    default: return VALUE_UNBOUND;
    }
    return complex_new(vm, result.real, result.imag);
}
static Value complex_pow(VM *vm, Value left, Value right) {
    OPERANDS;
    return complex_power(vm, x, y);
}

static Value complex_plain(VM *vm, Value self) {
    return is_exactly(self, vm->types.complex_) ? self : complex_new(vm, as_complex(self)->real, as_complex(self)->imag);
}
static Value complex_negative(VM *vm, Value self) { return complex_new(vm, -as_complex(self)->real, -as_complex(self)->imag); }
static Value complex_absolute(VM *vm, Value self) {
    const Complex *c = as_complex(self);
    double size = hypot(c->real, c->imag);
    if (isinf(size) && isfinite(c->real) && isfinite(c->imag)) return raise_overflow_error(vm, "absolute value too large");
    return float_from_double(vm, size);
}
static int complex_truth(VM *vm, Value self) { return (void)vm, as_complex(self)->real != 0 || as_complex(self)->imag != 0; }

// ---- comparison and hash -----------------------------------------------------------------------------------------

static Value complex_compare(VM *vm, Value self, Value other, CompareOp op) {
    (void)vm;
    if (op != COMPARE_EQ && op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    const Complex *c = as_complex(self);
    bool equal;
    if (is_complex(other)) equal = c->real == as_complex(other)->real && c->imag == as_complex(other)->imag;
    else if (is_float(other)) equal = c->imag == 0 && c->real == float_value(other);
    else if (is_int(other)) equal = c->imag == 0 && int_equals_double(other, c->real);
    else return VALUE_NOT_IMPLEMENTED;
    return from_bool(equal == (op == COMPARE_EQ));
}

static bool hash_part(VM *vm, Value self, double part, uint64_t *out) {
    if (isnan(part)) return object_hash(vm, self, out);
    return *out = float_hash_double(part), true;
}
static bool complex_hash(VM *vm, Value self, uint64_t *out) {
    uint64_t real, imag;
    if (!hash_part(vm, self, as_complex(self)->real, &real) || !hash_part(vm, self, as_complex(self)->imag, &imag)) return false;
    *out = real + 1000003 * imag;
    if (*out == (uint64_t)-1) *out = (uint64_t)-2;
    return true;
}

// ---- text --------------------------------------------------------------------------------------------------------

// A part as repr shows it: "1", not "1.0".
static size_t part_repr(double d, char *out) {
    size_t size = float_repr(d, out);
    return size > 2 && out[size - 1] == '0' && out[size - 2] == '.' ? size - 2 : size;
}

static Value complex_repr(VM *vm, Value self) {
    const Complex *c = as_complex(self);
    char text[80], *at = text;
    bool lone = c->real == 0 && !signbit(c->real);
    if (!lone) {
        *at++ = '(';
        at += part_repr(c->real, at);
        if (!signbit(c->imag) || isnan(c->imag)) *at++ = '+';
    }
    at += part_repr(c->imag, at);
    *at++ = 'j';
    if (!lone) *at++ = ')';
    return str_new(vm, text, (size_t)(at - text));
}

static Value complex_format(VM *vm, Value self, Value spec) {
    if (!is_str(spec)) return text_argument_error(vm, "__format__", "", "str", spec);
    if (!as_str(spec)->size) return op_str(vm, self);
    return format_complex(vm, as_complex(self)->real, as_complex(self)->imag, as_str(spec)->text, as_str(spec)->size);
}

// number, number 'j', or number sign number 'j', maybe in parentheses; a lone sign before j counts as 1.
static bool scan_complex(const char *at, const char *end, Complex *out) {
    *out = make(0, 0);
    bool inside = at < end && *at == '(';
    if (inside) {
        at++, end--;
        if (at > end || *end != ')') return false;
        size_t size = (size_t)(end - at);
        number_text_strip(&at, &size);
        end = at + size;
    }
    double first = 0, second = 0;
    const char *after = float_scan(at, end, &first);
    if (!after) { // [sign] j
        if (at < end && (*at == '+' || *at == '-')) first = *at++ == '-' ? -1 : 1;
        else first = 1;
        out->imag = first;
        return at + 1 == end && (*at | 0x20) == 'j';
    }
    if (after == end) return out->real = first, true;
    if ((*after | 0x20) == 'j') return out->imag = first, after + 1 == end;
    if (*after != '+' && *after != '-') return false;
    at = after;
    after = float_scan(at, end, &second);
    if (!after) second = *at == '-' ? -1 : 1, after = at + 1;
    *out = make(first, second);
    return after + 1 == end && (*after | 0x20) == 'j';
}

// Underscores stand between digits only.
static bool underscores_are_good(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (text[i] == '_' && (!i || i + 1 == size || text[i - 1] < '0' || text[i - 1] > '9' || text[i + 1] < '0' || text[i + 1] > '9')) return false;
    return true;
}

static Value complex_from_text(VM *vm, Type *type, Value v) {
    NumberText number;
    if (!number_text(vm, &number, as_str(v))) return VALUE_ERROR;
    Complex c;
    bool good = scan_complex(number.text, number.text + number.size, &c), misplaced = !underscores_are_good(number.text, number.size);
    number_text_free(vm, &number);
    if (misplaced) return raise_value_error(vm, "could not convert string to complex: %R", v);
    return good ? new_of_type(vm, type, c.real, c.imag) : raise_value_error(vm, "complex() arg is a malformed string");
}

// ---- construction ------------------------------------------------------------------------------------------------

// v.__complex__(), or VALUE_UNBOUND when v is a complex already or has none.
static Value by_method(VM *vm, Value v) {
    if (is_exactly(v, vm->types.complex_) || is_float(v) || is_int(v)) return VALUE_UNBOUND;
    Str *name = str_intern(vm, "__complex__", strlen("__complex__")); // a keyword of GNU C: not in names.def
    Value result = name ? call_special(vm, v, name, NULL, 0) : VALUE_ERROR;
    if (result == VALUE_ERROR || result == VALUE_UNBOUND || is_exactly(result, vm->types.complex_)) return result;
    if (is_complex(result)) {
        ROOT_SCOPE(vm);
        root_push(vm, result);
        bool good = warn(vm, vm->types.DeprecationWarning, "__complex__ returned non-complex (type %T).  The ability to return an instance of a strict subclass of complex is "
                         "deprecated, and may be removed in a future version of Python.", result);
        ROOT_END(vm);
        return good ? result : VALUE_ERROR;
    }
    return raise_type_error(vm, "__complex__ returned non-complex (type %T)", result);
}

// An argument of complex(): a number. *is_whole: it had an imaginary part of its own.
static bool argument(VM *vm, Value v, const char *message, Complex *out, bool *is_whole) {
    *is_whole = is_complex(v);
    if (*is_whole) return *out = *as_complex(v), true;
    const TypeSlots *slots = &value_type(vm, v)->slots;
    if (!slots->unary[SLOT_FLOAT] && !slots->unary[SLOT_INDEX]) return raise_type_error(vm, message, v), false;
    *out = make(0, 0);
    return number_to_double(vm, v, &out->real);
}

static Value complex_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2] = {VALUE_UNBOUND, VALUE_UNBOUND};
    size_t keywords = keyword_names == VALUE_UNBOUND ? 0 : as_tuple(keyword_names)->count;
    if (count + keywords > 2) return raise_type_error(vm, "complex() takes at most 2 arguments (%zu given)", count + keywords);
    for (uint32_t i = 0; i < count; i++) given[i] = args[i];
    for (size_t i = 0; i < keywords; i++) {
        Str *name = as_str(as_tuple(keyword_names)->items[i]);
        int place = str_equals_cstring(name, "real") ? 0 : str_equals_cstring(name, "imag") ? 1 : -1;
        if (place < 0) return raise_type_error(vm, "'%U' is an invalid keyword argument for complex()", name);
        if (given[place] != VALUE_UNBOUND) return raise_type_error(vm, "argument for complex() given by name ('%U') and position (%d)", name, place + 1);
        given[place] = args[count + i];
    }
    Value real = given[0], imag = given[1];
    if (imag == VALUE_UNBOUND && is_exactly(real, vm->types.complex_) && type == vm->types.complex_) return real;
    if (is_str(real)) return imag == VALUE_UNBOUND ? complex_from_text(vm, type, real) : raise_type_error(vm, "complex() can't take second arg if first is a string");
    if (is_str(imag)) return raise_type_error(vm, "complex() second arg can't be a string");
    Complex x = make(0, 0), y = make(0, 0);
    bool whole_x = false, whole_y = false;
    if (real != VALUE_UNBOUND) {
        Value converted = by_method(vm, real);
        if (converted == VALUE_ERROR) return VALUE_ERROR;
        if (converted != VALUE_UNBOUND) real = converted;
        if (!argument(vm, real, "complex() first argument must be a string or a number, not '%T'", &x, &whole_x)) return VALUE_ERROR;
    }
    if (imag == VALUE_UNBOUND) return new_of_type(vm, type, x.real, x.imag);
    if (!argument(vm, imag, "complex() second argument must be a number, not '%T'", &y, &whole_y)) return VALUE_ERROR;
    // real + imag * 1j, taken part by part so that zeros keep their signs
    if (whole_y) x.real -= y.imag;
    return new_of_type(vm, type, x.real, whole_x ? y.real + x.imag : y.real);
}

// ---- methods -----------------------------------------------------------------------------------------------------

static Value complex_conjugate(VM *vm, Value *args, uint32_t count) { return (void)count, complex_new(vm, as_complex(args[0])->real, -as_complex(args[0])->imag); }
static Value complex_complex(VM *vm, Value *args, uint32_t count) { return (void)count, complex_plain(vm, args[0]); }
static Value complex_getnewargs(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value real = float_from_double(vm, as_complex(args[0])->real), imag = float_from_double(vm, as_complex(args[0])->imag);
    return real == VALUE_ERROR || imag == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, real, imag);
}
static Value complex_pow_method(VM *vm, Value *args, uint32_t count) {
    Complex ignored;
    if (operand(vm, args[1], &ignored) == 0) return VALUE_NOT_IMPLEMENTED;
    if (count > 2 && args[2] != VALUE_NONE) return raise_value_error(vm, "complex modulo");
    return complex_pow(vm, args[0], args[1]);
}
static Value complex_rpow_method(VM *vm, Value *args, uint32_t count) {
    Value swapped[3] = {args[1], args[0], count > 2 ? args[2] : VALUE_NONE};
    Complex ignored;
    return operand(vm, args[1], &ignored) ? complex_pow_method(vm, swapped, 3) : VALUE_NOT_IMPLEMENTED;
}
static Value get_real(VM *vm, Value self) { return float_from_double(vm, as_complex(self)->real); }
static Value get_imag(VM *vm, Value self) { return float_from_double(vm, as_complex(self)->imag); }

static const NativeDef complex_methods[] = {
    {"conjugate", {complex_conjugate}, 0, 0, 0, NULL, DOC("Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.")},
    {"__complex__", {complex_complex}, 0, 0, 0, NULL, DOC("Convert this value to exact type complex.")},
    {"__pow__", {complex_pow_method}, 1, 2, 0, NULL, DOC("Return pow(self, value, mod).")},
    {"__rpow__", {complex_rpow_method}, 1, 2, 0, NULL, DOC("Return pow(value, self, mod).")},
    {"__getnewargs__", {complex_getnewargs}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
static const GetSetDef complex_getset[] = {{"real", get_real, getset_refuse}, {"imag", get_imag, getset_refuse}, {0}};

const TypeSpec complex_spec = {
    .name = "complex",
    .layout = LAYOUT_COMPLEX,
    .size = sizeof(Complex),
    .slots = SLOTS(SLOT(repr, complex_repr), SLOT(format, complex_format), SLOT(hash, complex_hash), SLOT(compare, complex_compare), SLOT(truth, complex_truth),
              SLOT(construct, complex_construct),
              SLOT(binary[SLOT_ADD], complex_add), SLOT(binary[SLOT_SUB], complex_subtract), SLOT(binary[SLOT_MULT], complex_multiply), SLOT(binary[SLOT_DIV], complex_divide),
                         SLOT(binary[SLOT_POW], complex_pow),
              SLOT(unary[SLOT_NEGATIVE], complex_negative), SLOT(unary[SLOT_POSITIVE], complex_plain), SLOT(unary[SLOT_ABS], complex_absolute)),
    .methods = complex_methods,
    .getset = complex_getset,
    .doc = TYPE_DOC("Create a complex number from a real part and an optional imaginary part.\n\nThis is equivalent to (real + imag*1j) where imag defaults to 0."),
};
