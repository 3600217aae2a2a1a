// math: functions of real numbers (library reference, "math"). The integer ones are in math_integer.c.
#include "runtime/modules/math.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <math.h>
#include <stdlib.h>

static Value domain_error(VM *vm) { return raise_value_error(vm, "math domain error"); }

// The rule of C's Annex F as CPython applies it: a NaN from a non-NaN is a domain error, an infinity from a finite
// argument an overflow (or a domain error, for poles).
static Value checked(VM *vm, double x, double result, bool pole_is_domain) {
    if (isnan(result) && !isnan(x)) return domain_error(vm);
    if (isinf(result) && isfinite(x)) return pole_is_domain ? domain_error(vm) : raise_overflow_error(vm, "math range error");
    return float_from_double(vm, result);
}
#define FUNCTION(name, expression, pole)                                                                                         \
    static Value math_##name(VM *vm, Value *args, uint32_t count) {                                                                \
        (void)count;                                                                                                             \
        double x;                                                                                                                \
        return number_to_double(vm, args[0], &x) ? checked(vm, x, expression, pole) : VALUE_ERROR;                                  \
    }
FUNCTION(sqrt, sqrt(x), true)
FUNCTION(cbrt, cbrt(x), true)
FUNCTION(exp, exp(x), false)
FUNCTION(exp2, exp2(x), false)
FUNCTION(expm1, expm1(x), false)
FUNCTION(log1p, log1p(x), true)
FUNCTION(sin, sin(x), true)
FUNCTION(cos, cos(x), true)
FUNCTION(tan, tan(x), true)
FUNCTION(asin, asin(x), true)
FUNCTION(acos, acos(x), true)
FUNCTION(atan, atan(x), true)
FUNCTION(sinh, sinh(x), false)
FUNCTION(cosh, cosh(x), false)
FUNCTION(tanh, tanh(x), true)
FUNCTION(asinh, asinh(x), true)
FUNCTION(acosh, acosh(x), true)
FUNCTION(atanh, atanh(x), true)
FUNCTION(erf, erf(x), true)
FUNCTION(erfc, erfc(x), true)
FUNCTION(fabs, fabs(x), true)

#define PLAIN(name, expression)                                                                                                  \
    static Value math_##name(VM *vm, Value *args, uint32_t count) {                                                                \
        (void)count;                                                                                                             \
        double x;                                                                                                                \
        return number_to_double(vm, args[0], &x) ? float_from_double(vm, expression) : VALUE_ERROR;                                 \
    }
PLAIN(degrees, x * (180.0 / M_PI))
PLAIN(radians, x * (M_PI / 180.0))

// Logarithm of a positive number, ints of any size included: log(m * 2^e) = log(m) + e log(2).
static bool logarithm(VM *vm, Value v, double (*function)(double), double *out) {
    double x;
    if (is_int(v)) {
        if (int_sign(v) <= 0) return domain_error(vm), false;
        x = int_to_double(vm, v);
        if (x == -1.0 && error_is_set(vm)) {
            error_clear(vm);
            int64_t exponent = (int64_t)int_bit_length(v);
            Value mantissa = int_binary(vm, SLOT_RSHIFT, v, from_small_int(exponent - 1000));
            if (mantissa == VALUE_ERROR) return false;
            x = ldexp(int_to_double(vm, mantissa), -1000);
            return *out = function(x) + function(2.0) * (double)exponent, true;
        }
        return *out = function(x), true;
    }
    if (!number_to_double(vm, v, &x)) return false;
    if (x <= 0) return domain_error(vm), false;
    *out = function(x);
    return true;
}
static Value math_log(VM *vm, Value *args, uint32_t count) {
    double x, base;
    if (!logarithm(vm, args[0], log, &x)) return VALUE_ERROR;
    if (count < 2) return float_from_double(vm, x);
    if (!logarithm(vm, args[1], log, &base)) return VALUE_ERROR;
    if (base == 0) return raise_error(vm, vm->types.ZeroDivisionError, "float division by zero");
    return float_from_double(vm, x / base);
}
static Value math_log2(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x;
    return logarithm(vm, args[0], log2, &x) ? float_from_double(vm, x) : VALUE_ERROR;
}
static Value math_log10(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x;
    return logarithm(vm, args[0], log10, &x) ? float_from_double(vm, x) : VALUE_ERROR;
}

static bool two_numbers(VM *vm, Value *args, double *x, double *y) { return number_to_double(vm, args[0], x) && number_to_double(vm, args[1], y); }

static Value math_atan2(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double y, x;
    return two_numbers(vm, args, &y, &x) ? float_from_double(vm, atan2(y, x)) : VALUE_ERROR;
}
static Value math_copysign(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x, y;
    return two_numbers(vm, args, &x, &y) ? float_from_double(vm, copysign(x, y)) : VALUE_ERROR;
}
static Value math_fmod(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x, y;
    if (!two_numbers(vm, args, &x, &y)) return VALUE_ERROR;
    if (isinf(y) && isfinite(x)) return float_from_double(vm, x);
    double result = fmod(x, y);
    return isnan(result) && !isnan(x) && !isnan(y) ? domain_error(vm) : float_from_double(vm, result);
}
static Value math_remainder(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x, y;
    if (!two_numbers(vm, args, &x, &y)) return VALUE_ERROR;
    double result = remainder(x, y);
    return isnan(result) && !isnan(x) && !isnan(y) ? domain_error(vm) : float_from_double(vm, result);
}
static Value math_pow(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x, y;
    if (!two_numbers(vm, args, &x, &y)) return VALUE_ERROR;
    double result = pow(x, y);
    if (isnan(result) && !isnan(x) && !isnan(y)) return domain_error(vm);
    if (isinf(result) && isfinite(x) && isfinite(y)) return x == 0 ? domain_error(vm) : raise_overflow_error(vm, "math range error");
    return float_from_double(vm, result);
}
static Value math_frexp(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x;
    int exponent = 0;
    if (!number_to_double(vm, args[0], &x)) return VALUE_ERROR;
    Value mantissa = float_from_double(vm, isfinite(x) ? frexp(x, &exponent) : x);
    return mantissa == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, mantissa, from_small_int(exponent));
}
static Value math_ldexp(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x;
    int64_t exponent;
    if (!number_to_double(vm, args[0], &x)) return VALUE_ERROR;
    if (!is_int(args[1])) return raise_type_error(vm, "Expected an int as second argument to ldexp.");
    if (!op_index_int64(vm, args[1], &exponent, true)) return VALUE_ERROR;
    double result = x == 0 || !isfinite(x) ? x : ldexp(x, exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent);
    return isinf(result) && isfinite(x) ? raise_overflow_error(vm, "math range error") : float_from_double(vm, result);
}
static Value math_modf(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x, whole;
    if (!number_to_double(vm, args[0], &x)) return VALUE_ERROR;
    double part = modf(x, &whole);
    Value a = float_from_double(vm, part), b = float_from_double(vm, whole);
    return a == VALUE_ERROR || b == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, a, b);
}

#define CLASSIFY(name, expression)                                                                                               \
    static Value math_##name(VM *vm, Value *args, uint32_t count) {                                                                \
        (void)count;                                                                                                             \
        double x;                                                                                                                \
        return number_to_double(vm, args[0], &x) ? from_bool(expression) : VALUE_ERROR;                                             \
    }
CLASSIFY(isfinite, isfinite(x))
CLASSIFY(isinf, isinf(x))
CLASSIFY(isnan, isnan(x))

// Rounds through the special method, or through float.
#define ROUNDING(name, function)                                                                                                 \
    static Value math_##name(VM *vm, Value *args, uint32_t count) {                                                                \
        (void)count;                                                                                                             \
        double x;                                                                                                                \
        if (is_small_int(args[0])) return args[0];                                                                               \
        if (value_type(vm, args[0]) != vm->types.float_) {                                                                                                \
            Value result = call_special(vm, args[0], vm->names.__##name##__, NULL, 0);                                            \
            if (result != VALUE_UNBOUND) return result;                                                                          \
        }                                                                                                                        \
        return number_to_double(vm, args[0], &x) ? int_from_double(vm, function(x)) : VALUE_ERROR;                                 \
    }
ROUNDING(floor, floor)
ROUNDING(ceil, ceil)
static Value math_trunc(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (is_small_int(args[0])) return args[0];
    if (value_type(vm, args[0]) == vm->types.float_) return int_from_double(vm, float_value(args[0]));
    Value result = call_special(vm, args[0], vm->names.__trunc__, NULL, 0);
    return result == VALUE_UNBOUND ? raise_type_error(vm, "type %T doesn't define __trunc__ method", args[0]) : result;
}

static Value math_isclose(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double a, b, relative = 1e-9, absolute = 0;
    if (!two_numbers(vm, args, &a, &b)) return VALUE_ERROR;
    if (args[2] != VALUE_UNBOUND && !number_to_double(vm, args[2], &relative)) return VALUE_ERROR;
    if (args[3] != VALUE_UNBOUND && !number_to_double(vm, args[3], &absolute)) return VALUE_ERROR;
    if (relative < 0 || absolute < 0) return raise_value_error(vm, "tolerances must be non-negative");
    if (a == b) return VALUE_TRUE;
    if (isinf(a) || isinf(b)) return VALUE_FALSE;
    double difference = fabs(a - b);
    return from_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

static Value math_nextafter(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x, y;
    if (!two_numbers(vm, args, &x, &y)) return VALUE_ERROR;
    if (args[2] == VALUE_UNBOUND || args[2] == VALUE_NONE) return float_from_double(vm, nextafter(x, y));
    int64_t steps;
    Value number = op_index(vm, args[2]);
    if (number == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(number) < 0) return raise_value_error(vm, "steps must be a non-negative integer");
    if (!op_index_int64(vm, number, &steps, true)) return VALUE_ERROR;
    if (isnan(x) || isnan(y) || x == y || !steps) return float_from_double(vm, isnan(y) && steps ? y : x == y && steps ? y : x);
    // Doubles of one sign are ordered as their bits: go `steps` places on the line of signed magnitudes.
    int64_t from, to;
    memcpy(&from, &x, 8), memcpy(&to, &y, 8);
    if (from < 0) from = INT64_MIN - from;
    if (to < 0) to = INT64_MIN - to;
    int64_t target = to > from ? ((uint64_t)to - (uint64_t)from < (uint64_t)steps ? to : from + steps) : ((uint64_t)from - (uint64_t)to < (uint64_t)steps ? to : from - steps);
    if (target == to) return float_from_double(vm, y);
    if (target < 0) target = INT64_MIN - target;
    double result;
    memcpy(&result, &target, 8);
    if (result == 0) result = copysign(0.0, x);
    return float_from_double(vm, result);
}
static Value math_ulp(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x;
    if (!number_to_double(vm, args[0], &x)) return VALUE_ERROR;
    if (isnan(x)) return float_from_double(vm, x);
    x = fabs(x);
    if (isinf(x)) return float_from_double(vm, x);
    double next = nextafter(x, INFINITY);
    return float_from_double(vm, isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

// Exact sum of doubles: non-overlapping partial sums (Shewchuk 1997), rounded once at the end.
typedef struct Partials {
    double *items;   // malloc, grown as needed: in principle each could be one bit of the 2,100 there are
    int count, room;
    double special; // sum of infinities and NaNs
    bool has_special, plus_infinity, minus_infinity;
} Partials;

static void partials_add(Partials *p, double x) {
    if (!isfinite(x)) {
        p->has_special = true;
        p->special += x;
        if (isinf(x)) *(x > 0 ? &p->plus_infinity : &p->minus_infinity) = true;
        return;
    }
    int kept = 0;
    for (int i = 0; i < p->count; i++) {
        double y = p->items[i];
        if (fabs(x) < fabs(y)) {
            double swap = x;
            x = y, y = swap;
        }
        double high = x + y, low = y - (high - x);
        if (low) p->items[kept++] = low;
        x = high;
    }
    p->items[kept++] = x;
    p->count = kept;
}

static bool partials_make_room(VM *vm, Partials *p) {
    if (p->count < p->room) return true;
    double *larger = realloc(p->items, (size_t)(p->room + 64) * sizeof *larger);
    if (!larger) return raise_memory_error(vm), false;
    p->items = larger, p->room += 64;
    return true;
}

static double partials_round(const Partials *p) {
    int n = p->count;
    if (!n) return 0;
    double high = p->items[--n], low = 0;
    while (n > 0) {
        double x = high, y = p->items[--n];
        high = x + y;
        low = y - (high - x);
        if (low) break;
    }
    if (n > 0 && ((low < 0 && p->items[n - 1] < 0) || (low > 0 && p->items[n - 1] > 0))) { // half-even across partials
        double y = low * 2, x = high + y;
        if (y == x - high) high = x;
    }
    return high;
}

static Value math_fsum(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, args[0]), item = VALUE_ERROR;
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, iterator);
    Partials partials = {.count = 0};
    double x;
    bool overflow = false;
    while ((item = op_next(vm, iterator)) != VALUE_END && item != VALUE_ERROR) {
        if (!number_to_double(vm, item, &x) || !partials_make_room(vm, &partials)) {
            item = VALUE_ERROR;
            break;
        }
        partials_add(&partials, x);
        if (partials.count && !isfinite(partials.items[partials.count - 1])) overflow = true;
    }
    ROOT_END(vm);
    x = partials_round(&partials);
    free(partials.items);
    if (item == VALUE_ERROR) return VALUE_ERROR;
    if (partials.plus_infinity && partials.minus_infinity) return raise_value_error(vm, "-inf + inf in fsum");
    if (partials.has_special) return float_from_double(vm, partials.special);
    if (overflow) return raise_overflow_error(vm, "intermediate overflow in fsum");
    return float_from_double(vm, x);
}

// Euclidean length without overflow: scaled by the largest exponent.
static double vector_length(const double *items, size_t count) {
    double largest = 0;
    bool has_nan = false;
    for (size_t i = 0; i < count; i++) {
        double x = fabs(items[i]);
        if (isnan(x)) has_nan = true;
        else if (x > largest) largest = x;
    }
    if (isinf(largest)) return largest;
    if (has_nan) return NAN;
    if (largest == 0) return 0;
    if (count == 1) return largest;
    int exponent;
    frexp(largest, &exponent);
    double sum = 0, lost = 0;
    for (size_t i = 0; i < count; i++) {
        double x = ldexp(items[i], -exponent), square = x * x, error = fma(x, x, -square), next = sum + square;
        lost += (fabs(sum) >= square ? (sum - next) + square : (square - next) + sum) + error;
        sum = next;
    }
    double root = sqrt(sum + lost), rest = fma(-root, root, sum) + lost;
    return ldexp(root + rest / (2 * root), exponent);
}

static Value math_hypot(VM *vm, Value *args, uint32_t count) {
    double few[16] = {0}, *items = few, result;
    if (count > 16 && !(items = block_new(vm, count * sizeof *items))) return VALUE_ERROR;
    for (uint32_t i = 0; i < count; i++)
        if (!number_to_double(vm, args[i], &items[i])) return VALUE_ERROR;
    result = vector_length(items, count);
    if (items != few) block_free(vm, items, count * sizeof *items);
    return float_from_double(vm, result);
}

static Value math_dist(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value p = op_to_tuple(vm, args[0]), q = p == VALUE_ERROR ? VALUE_ERROR : op_to_tuple(vm, args[1]);
    if (q == VALUE_ERROR) return VALUE_ERROR;
    size_t n = as_tuple(p)->count;
    if (n != as_tuple(q)->count) return raise_value_error(vm, "both points must have the same number of dimensions");
    double *items = block_new(vm, (n + 1) * sizeof *items), a, b;
    if (!items) return VALUE_ERROR;
    for (size_t i = 0; i < n; i++) {
        if (!number_to_double(vm, as_tuple(p)->items[i], &a) || !number_to_double(vm, as_tuple(q)->items[i], &b)) return VALUE_ERROR;
        items[i] = a - b;
    }
    double result = vector_length(items, n);
    block_free(vm, items, (n + 1) * sizeof *items);
    return float_from_double(vm, result);
}

static bool math_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    const struct {
        const char *name;
        double value;
    } constants[] = {{"pi", M_PI}, {"e", M_E}, {"tau", 2 * M_PI}, {"inf", INFINITY}, {"nan", NAN}};
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        Str *name = str_intern(vm, constants[i].name, strlen(constants[i].name));
        Value value = float_from_double(vm, constants[i].value);
        if (!name || value == VALUE_ERROR || !dict_set_str(vm, space, name, value)) return false;
    }
    return true;
}

static const NativeDef functions[] = {
#define UNARY(name) {#name, {math_##name}, 1, 1, 0, NULL, DOC(NULL)}
    UNARY(sqrt), UNARY(cbrt), UNARY(exp), UNARY(exp2), UNARY(expm1), UNARY(log1p), UNARY(sin), UNARY(cos), UNARY(tan), UNARY(asin), UNARY(acos),
    UNARY(atan), UNARY(sinh), UNARY(cosh), UNARY(tanh), UNARY(asinh), UNARY(acosh), UNARY(atanh), UNARY(erf), UNARY(erfc), UNARY(fabs), UNARY(degrees),
    UNARY(radians), UNARY(gamma), UNARY(lgamma), UNARY(log2), UNARY(log10), UNARY(frexp), UNARY(modf), UNARY(isfinite), UNARY(isinf), UNARY(isnan),
    UNARY(floor), UNARY(ceil), UNARY(trunc), UNARY(ulp), UNARY(fsum), UNARY(factorial), UNARY(isqrt),
#undef UNARY
    {"log", {math_log}, 1, 2, 0, NULL, DOC("Logarithm of x to the given base, natural by default.")},
    {"atan2", {math_atan2}, 2, 2, 0, NULL, DOC(NULL)},
    {"copysign", {math_copysign}, 2, 2, 0, NULL, DOC(NULL)},
    {"fmod", {math_fmod}, 2, 2, 0, NULL, DOC(NULL)},
    {"remainder", {math_remainder}, 2, 2, 0, NULL, DOC(NULL)},
    {"pow", {math_pow}, 2, 2, 0, NULL, DOC(NULL)},
    {"ldexp", {math_ldexp}, 2, 2, 0, NULL, DOC(NULL)},
    {"isclose", {math_isclose}, 2, 2, 0, "a b * rel_tol abs_tol", DOC(NULL)},
    {"nextafter", {math_nextafter}, 2, 2, 0, "x y / * steps", DOC(NULL)},
    {"hypot", {math_hypot}, 0, -1, 0, NULL, DOC(NULL)},
    {"dist", {math_dist}, 2, 2, 0, NULL, DOC(NULL)},
    {"gcd", {math_gcd}, 0, -1, 0, NULL, DOC(NULL)},
    {"lcm", {math_lcm}, 0, -1, 0, NULL, DOC(NULL)},
    {"comb", {math_comb}, 2, 2, 0, NULL, DOC(NULL)},
    {"perm", {math_perm}, 1, 2, 0, NULL, DOC(NULL)},
    {"prod", {math_prod}, 1, 1, 0, "iterable / * start", DOC(NULL)},
    {"sumprod", {math_sumprod}, 2, 2, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef math_module = {"math", functions, math_initialize};
