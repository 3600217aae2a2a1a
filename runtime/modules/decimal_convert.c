// Numbers from and to int, float, tuple; hash.
#include "runtime/modules/decimal_private.h"
#include "runtime/objects/float.h"
#include "runtime/objects/float_text.h"
#include "runtime/objects/int_private.h"
#include <math.h>

// ---- int ---------------------------------------------------------------------------------------------------------

enum { SHORT_INT = 30 }; // up to so many digits of 60 bits an int is converted in place; longer ones by way of text, which is not quadratic

static bool from_uint64(Operation *op, uint64_t magnitude, Number *out) {
    Limb *limbs = operation_limbs(op, 2);
    if (!limbs) return false;
    limbs[0] = magnitude % LIMB_BASE, limbs[1] = magnitude / LIMB_BASE;
    out->limbs = limbs, out->count = limbs_trim(limbs, 2);
    return true;
}

static Value whole_text(VM *vm, Value n) { // however long
    uint32_t limit = vm->int_max_text_digits;
    vm->int_max_text_digits = 0;
    Value text = int_to_text(vm, n, 10);
    vm->int_max_text_digits = limit;
    return text;
}

bool number_from_int(Operation *op, Value n, Number *out) {
    IntView view;
    int_view(&view, n);
    *out = (Number){.sign = view.sign < 0};
    if (view.count <= 1) return from_uint64(op, view.count ? view.digits[0] : 0, out);
    if (view.count > SHORT_INT) {
        Value text = whole_text(op->vm, n);
        if (text == VALUE_ERROR) return false;
        size_t size = as_str(text)->size - out->sign;
        Limb *limbs = operation_limbs(op, limbs_for_digits((int64_t)size));
        if (!limbs) return false;
        out->limbs = limbs, out->count = limbs_parse(limbs, as_str(text)->text + out->sign, size);
        return true;
    }
    Digit rest[SHORT_INT];
    memcpy(rest, view.digits, view.count * sizeof *rest);
    size_t left = view.count, count = 0;
    Limb *limbs = operation_limbs(op, view.count + view.count / 200 + 2);
    if (!limbs) return false;
    while (left) {
        limbs[count++] = digits_divide_small(rest, rest, left, LIMB_BASE);
        left = digits_trim(rest, left);
    }
    out->limbs = limbs, out->count = count;
    return true;
}

int number_from_operand(Operation *op, Value v, Number *out) {
    if (is_object(v) && is_decimal(op->vm, v)) return *out = decimal_number(as_decimal(v)), 1;
    if (!is_int(v)) return 0;
    return number_from_int(op, v, out) ? 1 : -1;
}

Value number_coefficient(Operation *op, const Number *a) {
    VM *vm = op->vm;
    if (!a->count) return from_small_int(0);
    if (a->count == 1) return int_from_uint64(vm, a->limbs[0]);
    if (a->count <= SHORT_INT) {
        Digit digits[SHORT_INT + 2];
        size_t count = 0;
        for (size_t i = a->count; i-- > 0;) {
            Digit carry = digits_multiply_small(digits, digits, count, LIMB_BASE, a->limbs[i] & DIGIT_MASK);
            if (carry) digits[count++] = carry;
        }
        return int_from_digits(vm, digits, count, 1);
    }
    size_t size;
    const char *text = number_characters(op, a, &size);
    if (!text) return VALUE_ERROR;
    uint32_t limit = vm->int_max_text_digits;
    vm->int_max_text_digits = 0;
    Value n = int_from_text(vm, text, size, 10);
    vm->int_max_text_digits = limit;
    return n;
}

Value number_to_int(Operation *op, const Number *a) {
    Number whole = *a;
    if (a->exponent < 0 && a->count) {
        bool inexact;
        if (!number_drop(op, &whole, -a->exponent, ROUND_DOWN, &inexact)) return VALUE_ERROR;
    }
    Value n = number_coefficient(op, &whole);
    if (n != VALUE_ERROR && a->exponent > 0 && a->count) {
        Value ten_power = int_power(op->vm, from_small_int(10), from_small_int(a->exponent));
        n = ten_power == VALUE_ERROR ? VALUE_ERROR : int_multiply(op->vm, n, ten_power);
    }
    return n != VALUE_ERROR && a->sign ? int_negate(op->vm, n) : n;
}

Value number_to_ratio(VM *vm, Operation *op, const Number *a) {
    if (a->kind == KIND_INFINITE) return raise_overflow_error(vm, "cannot convert Infinity to integer ratio");
    if (a->kind) return raise_value_error(vm, "cannot convert NaN to integer ratio");
    Number short_ = *a;
    if (a->count && a->exponent < 0) { // without zeros that cancel, so that 1E-5 with many zeros is no long division
        int64_t zeros = limbs_trailing_zeros(a->limbs, a->count);
        if (zeros > -a->exponent) zeros = -a->exponent;
        bool inexact;
        if (zeros && !number_drop(op, &short_, zeros, ROUND_DOWN, &inexact)) return VALUE_ERROR;
        short_.exponent += zeros;
    }
    if (!a->count || short_.exponent >= 0) {
        Value n = number_to_int(op, &short_);
        return n == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, n, from_small_int(1));
    }
    Value n = number_coefficient(op, &short_), d = n == VALUE_ERROR ? VALUE_ERROR : int_power(vm, from_small_int(10), from_small_int(-short_.exponent));
    Value divisor = d == VALUE_ERROR ? VALUE_ERROR : int_gcd(vm, n, d);
    if (divisor == VALUE_ERROR) return VALUE_ERROR;
    if (divisor != from_small_int(1) && (!int_divide(vm, n, divisor, &n, NULL) || !int_divide(vm, d, divisor, &d, NULL))) return VALUE_ERROR;
    if (a->sign && (n = int_negate(vm, n)) == VALUE_ERROR) return VALUE_ERROR;
    return tuple_pack(vm, 2, n, d);
}

// ---- float -------------------------------------------------------------------------------------------------------

// Exactly: m * 2^e, or m * 5^k * 10^-k.
bool number_from_double(Operation *op, double d, Number *out) {
    *out = (Number){.sign = signbit(d) != 0};
    if (isnan(d) || isinf(d)) return out->kind = isnan(d) ? KIND_QUIET : KIND_INFINITE, true;
    if (d == 0) return true;
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    exponent -= 53;
    int zeros = __builtin_ctzll((unsigned long long)mantissa);
    mantissa >>= zeros, exponent += zeros;
    bool is_fraction = exponent < 0;
    int left = is_fraction ? -exponent : exponent, step = is_fraction ? 25 : 59; // 5^25 and 2^59 are below 10^18
    Limb *limbs = operation_limbs(op, (size_t)left / (is_fraction ? 25 : 59) + 4);
    if (!limbs) return false;
    size_t count = 1;
    limbs[0] = mantissa;
    if (mantissa >= LIMB_BASE) limbs[1] = mantissa / LIMB_BASE, limbs[0] = mantissa % LIMB_BASE, count = 2;
    while (left > 0) {
        int by = left < step ? left : step;
        Limb factor = 1;
        for (int i = 0; i < by; i++) factor *= is_fraction ? 5 : 2;
        Limb carry = limbs_multiply_small(limbs, limbs, count, factor, 0);
        if (carry) limbs[count++] = carry;
        left -= by;
    }
    out->limbs = limbs, out->count = count, out->exponent = is_fraction ? exponent : 0;
    return true;
}

bool number_double(Operation *op, const Number *a, double *out) {
    static const double tens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    double d;
    if (a->kind == KIND_SIGNALING) return raise_value_error(op->vm, "cannot convert signaling NaN to float"), false;
    if (a->kind) {
        d = a->kind == KIND_QUIET ? NAN : INFINITY;
    } else if (a->count <= 1 && (!a->count || a->limbs[0] < (Limb)1 << 53) && a->exponent >= -22 && a->exponent <= 22) {
        // both exact, so that one operation rounds right
        d = a->count ? (double)a->limbs[0] : 0;
        d = a->exponent < 0 ? d / tens[-a->exponent] : d * tens[a->exponent];
    } else {
        size_t count;
        const char *digits = number_characters(op, a, &count);
        if (!digits) return false;
        d = a->count ? float_from_digits(digits, count, a->exponent) : 0;
    }
    *out = a->sign ? -d : d;
    return true;
}

// ---- tuple -------------------------------------------------------------------------------------------------------

static bool coefficient_from_digits(Operation *op, Value digits, Number *out) {
    VM *vm = op->vm;
    size_t count = is_tuple(digits) ? as_tuple(digits)->count : 0;
    char *text = (char *)operation_limbs(op, count / sizeof(Limb) + 1);
    if (!text) return false;
    bool good = is_tuple(digits);
    for (size_t i = 0; i < count && good; i++) {
        Value item = as_tuple(digits)->items[i];
        int64_t digit;
        good = is_int(item) && int_to_int64(item, &digit) && digit >= 0 && digit <= 9;
        if (good) text[i] = (char)('0' + digit);
    }
    if (!good) return raise_value_error(vm, "coefficient must be a tuple of digits"), false;
    size_t zeros = 0;
    while (zeros < count && text[zeros] == '0') zeros++;
    Limb *limbs = operation_limbs(op, limbs_for_digits((int64_t)count) + 1);
    if (!limbs) return false;
    out->limbs = limbs, out->count = limbs_parse(limbs, text + zeros, count - zeros);
    return true;
}

// The exponent: an int, or the letter of a special value.
static bool exponent_from(VM *vm, Value exponent, Number *out) {
    if (is_str(exponent)) {
        const Str *letter = as_str(exponent);
        out->kind = str_equals_cstring(letter, "F") ? KIND_INFINITE : str_equals_cstring(letter, "n") ? KIND_QUIET : str_equals_cstring(letter, "N") ? KIND_SIGNALING : KIND_FINITE;
        if (out->kind) return true;
        return raise_value_error(vm, "string argument in the third position must be 'F', 'n' or 'N'"), false;
    }
    if (!is_int(exponent)) return raise_value_error(vm, "exponent must be an integer"), false;
    if (!int_to_int64(exponent, &out->exponent)) return raise_overflow_error(vm, "Python int too large to convert to C ssize_t"), false;
    const int64_t far = DECIMAL_MAX * 4; // out of bounds, as all that are further away
    if (out->exponent > far) out->exponent = far;
    if (out->exponent < -far) out->exponent = -far;
    return true;
}

bool number_from_tuple(Operation *op, Value v, Number *out) {
    VM *vm = op->vm;
    *out = (Number){0};
    Value items = op_to_tuple(vm, v);
    if (items == VALUE_ERROR) return false;
    if (as_tuple(items)->count != 3) return raise_value_error(vm, "argument must be a sequence of length 3"), false;
    int64_t sign;
    const Value *parts = as_tuple(items)->items;
    if (!is_int(parts[0]) || !int_to_int64(parts[0], &sign) || (sign != 0 && sign != 1)) return raise_value_error(vm, "sign must be an integer with the value 0 or 1"), false;
    out->sign = (uint8_t)sign;
    if (!exponent_from(vm, parts[2], out)) return false;
    Value digits = parts[1];
    if (is_list(digits) && (digits = op_to_tuple(vm, digits)) == VALUE_ERROR) return false;
    Number coefficient = {0};
    if (!coefficient_from_digits(op, digits, &coefficient)) return false;
    if (out->kind != KIND_INFINITE) out->limbs = coefficient.limbs, out->count = coefficient.count;
    return true;
}

Value number_to_tuple(VM *vm, Operation *op, const Number *a) {
    static const char *const letters[] = {[KIND_INFINITE] = "F", [KIND_QUIET] = "n", [KIND_SIGNALING] = "N"};
    size_t count = 0;
    const char *text = NULL;
    if (a->kind == KIND_INFINITE) text = "0", count = 1;
    else if (a->count || !a->kind) {
        text = number_characters(op, a, &count);
        if (!text) return VALUE_ERROR;
    }
    Value digits = tuple_new(vm, NULL, count);
    if (digits == VALUE_ERROR) return VALUE_ERROR;
    for (size_t i = 0; i < count; i++) as_tuple(digits)->items[i] = from_small_int(text[i] - '0');
    Value exponent = a->kind ? str_from_cstring(vm, letters[a->kind]) : int_from_int64(vm, a->exponent);
    if (exponent == VALUE_ERROR) return VALUE_ERROR;
    return call_value(vm, decimal_state(vm)->tuple_class, (Value[]){from_small_int(a->sign), digits, exponent}, 3);
}

// ---- hash --------------------------------------------------------------------------------------------------------

static uint64_t multiply_modulo(uint64_t a, uint64_t b) { // modulo 2^61 - 1
    const uint64_t modulus = ((uint64_t)1 << 61) - 1;
    unsigned __int128 product = (unsigned __int128)a * b;
    uint64_t sum = (uint64_t)(product & modulus) + (uint64_t)(product >> 61);
    return sum >= modulus ? sum - modulus : sum;
}

// As of the int or float that it equals: the value modulo 2^61 - 1 ("Hashing of numeric types").
uint64_t number_hash(const Number *a) {
    const uint64_t modulus = ((uint64_t)1 << 61) - 1, tenth = 2075258708292324556; // 10 * tenth == 1
    uint64_t hash = 0;
    for (size_t i = a->count; i-- > 0;) hash = (multiply_modulo(hash, LIMB_BASE) + a->limbs[i]) % modulus;
    uint64_t power = a->exponent < 0 ? tenth : 10;
    for (uint64_t n = a->exponent < 0 ? -(uint64_t)a->exponent : (uint64_t)a->exponent; n; n >>= 1) {
        if (n & 1) hash = multiply_modulo(hash, power);
        power = multiply_modulo(power, power);
    }
    if (a->sign) hash = -hash;
    return hash == (uint64_t)-1 ? (uint64_t)-2 : hash;
}

bool number_in_limits(const Number *a) {
    if (a->kind) return true;
    if (a->exponent < DECIMAL_ETINY_MIN || a->exponent > 2 * DECIMAL_MAX) return false;
    return a->exponent + (a->count ? number_digits(a) : 1) - 1 <= DECIMAL_MAX;
}
