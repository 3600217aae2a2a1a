// cmath: functions of complex numbers (library reference, "cmath").
//
// The formulas keep branch cuts and the signs of zeros: W. Kahan, "Branch Cuts for Complex Elementary Functions" (1987). Arguments with an
// infinity or a NaN go to the C library, which follows Annex G of the C standard; what CPython answers otherwise is set right afterwards.
// acos, asin, atan, cos, sin and tan are their hyperbolic kin turned by a quarter.
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <complex.h>
#undef I
#include <errno.h>
#include <float.h>
#include <math.h>
#include <string.h>

typedef struct Number {
    double real, imag;
} Number;
enum Trouble { FINE, DOMAIN, RANGE };
typedef Number (*Function)(Number z, enum Trouble *trouble);

static const double LARGE = DBL_MAX / 4, LOG_LARGE = 708.3964185322641; // log(LARGE)

static Number make(double real, double imag) { return (Number){real, imag}; }
static bool is_finite(Number z) { return isfinite(z.real) && isfinite(z.imag); }
static Number by_library(double _Complex (*function)(double _Complex), Number z) {
    double _Complex argument; // CMPLX(), which not every compiler's <complex.h> has
    memcpy(&argument, &z, sizeof argument);
    double _Complex result = function(argument);
    return make(creal(result), cimag(result));
}
// An infinity that came from finite numbers is an overflow.
static Number ranged(Number result, enum Trouble *trouble) {
    if (isinf(result.real) || isinf(result.imag)) *trouble = RANGE;
    return result;
}

// ---- roots and logarithms ----------------------------------------------------------------------------------------

static Number square_root(Number z, enum Trouble *trouble) {
    (void)trouble;
    if (!is_finite(z)) return by_library(csqrt, z);
    if (z.real == 0 && z.imag == 0) return make(0, z.imag);
    double x = fabs(z.real), y = fabs(z.imag), s;
    if (x < DBL_MIN && y < DBL_MIN) { // subnormal: not to lose digits
        x = ldexp(x, 54);
        s = ldexp(sqrt((x + hypot(x, ldexp(y, 54))) / 2), -27);
    } else {
        x /= 8;
        s = 2 * sqrt(x + hypot(x, y / 8));
    }
    double other = y / (2 * s);
    return z.real >= 0 ? make(s, copysign(other, z.imag)) : make(other, copysign(s, z.imag));
}

static Number logarithm(Number z, enum Trouble *trouble) {
    if (!is_finite(z)) return by_library(clog, z);
    double x = fabs(z.real), y = fabs(z.imag), size, angle = atan2(z.imag, z.real);
    if (x > LARGE || y > LARGE) {
        size = log(hypot(x / 2, y / 2)) + M_LN2;
    } else if (x < DBL_MIN && y < DBL_MIN) {
        if (x == 0 && y == 0) {
            *trouble = DOMAIN;
            return make(-INFINITY, angle);
        }
        size = log(hypot(ldexp(x, DBL_MANT_DIG), ldexp(y, DBL_MANT_DIG))) - DBL_MANT_DIG * M_LN2;
    } else {
        double h = hypot(x, y);
        if (h >= 0.71 && h <= 1.73) { // near 1 the logarithm of the square of the length is exacter
            double big = fmax(x, y), small = fmin(x, y);
            size = log1p((big - 1) * (big + 1) + small * small) / 2;
        } else {
            size = log(h);
        }
    }
    return make(size, angle);
}

static Number logarithm10(Number z, enum Trouble *trouble) {
    Number result = logarithm(z, trouble);
    return make(result.real / M_LN10, result.imag / M_LN10);
}

// ---- inverse functions -------------------------------------------------------------------------------------------

static double size_of_large(Number z) { return log(hypot(z.real / 2, z.imag / 2)) + M_LN2 * 2; }
static bool is_large(Number z) { return fabs(z.real) > LARGE || fabs(z.imag) > LARGE; }

// Of a NaN the standard leaves the sign open.
static Number of_either_sign(Number z, Number result) { return isnan(z.real) ? make(fabs(result.real), result.imag) : result; }

static Number inverse_cosine(Number z, enum Trouble *trouble) {
    if (!is_finite(z)) {
        Number result = by_library(cacos, z);
        if (isinf(z.real) && isnan(z.imag)) result.imag = INFINITY; // of either sign, says the standard
        return result;
    }
    if (is_large(z)) {
        double size = size_of_large(z);
        return make(atan2(fabs(z.imag), z.real), z.real < 0 ? -copysign(size, z.imag) : copysign(size, -z.imag));
    }
    Number a = square_root(make(1 - z.real, -z.imag), trouble), b = square_root(make(1 + z.real, z.imag), trouble);
    return make(2 * atan2(a.real, b.real), asinh(b.real * a.imag - b.imag * a.real));
}

static Number inverse_hyperbolic_cosine(Number z, enum Trouble *trouble) {
    if (!is_finite(z)) return isnan(z.imag) && z.real == 0 ? make(NAN, NAN) : by_library(cacosh, z);
    if (is_large(z)) return make(size_of_large(z), atan2(z.imag, z.real));
    Number a = square_root(make(z.real - 1, z.imag), trouble), b = square_root(make(z.real + 1, z.imag), trouble);
    return make(asinh(a.real * b.real + a.imag * b.imag), 2 * atan2(a.imag, b.real));
}

static Number inverse_hyperbolic_sine(Number z, enum Trouble *trouble) {
    if (!is_finite(z)) return of_either_sign(z, by_library(casinh, z));
    if (is_large(z)) {
        double size = size_of_large(z);
        return make(copysign(size, z.real), atan2(z.imag, fabs(z.real)));
    }
    Number a = square_root(make(1 + z.imag, -z.real), trouble), b = square_root(make(1 - z.imag, z.real), trouble);
    return make(asinh(a.real * b.imag - b.real * a.imag), atan2(z.imag, a.real * b.real - a.imag * b.imag));
}

static Number inverse_hyperbolic_tangent(Number z, enum Trouble *trouble) {
    if (!is_finite(z)) return of_either_sign(z, by_library(catanh, z));
    if (z.real < 0 || (z.real == 0 && signbit(z.real))) { // odd
        Number result = inverse_hyperbolic_tangent(make(-z.real, -z.imag), trouble);
        return make(-result.real, -result.imag);
    }
    const double root = sqrt(LARGE);
    double y = fabs(z.imag);
    if (z.real > root || y > root) {
        double h = hypot(z.real / 2, z.imag / 2); // the square of the length might not fit
        return make(z.real / 4 / h / h, -copysign(M_PI_2, -z.imag));
    }
    if (z.real == 1 && y < sqrt(DBL_MIN)) {
        if (y == 0) {
            *trouble = DOMAIN;
            return make(INFINITY, z.imag);
        }
        return make(-log(sqrt(y) / sqrt(hypot(y, 2))), copysign(atan2(2, -y) / 2, z.imag));
    }
    return make(log1p(4 * z.real / ((1 - z.real) * (1 - z.real) + y * y)) / 4, -atan2(-2 * z.imag, (1 - z.real) * (1 + z.real) - y * y) / 2);
}

// ---- exponential and hyperbolic functions ------------------------------------------------------------------------

static Number exponential(Number z, enum Trouble *trouble) {
    if (!is_finite(z)) {
        if (isinf(z.imag) && !isnan(z.real) && z.real != -INFINITY) *trouble = DOMAIN;
        return isinf(z.imag) && z.real == -INFINITY ? make(0, 0) : by_library(cexp, z);
    }
    if (z.real > LOG_LARGE) {
        double l = exp(z.real - 1);
        return ranged(make(l * cos(z.imag) * M_E, l * sin(z.imag) * M_E), trouble);
    }
    double l = exp(z.real);
    return ranged(make(l * cos(z.imag), l * sin(z.imag)), trouble);
}

static Number hyperbolic_cosine(Number z, enum Trouble *trouble) {
    if (!is_finite(z)) {
        if (isinf(z.imag) && !isnan(z.real)) *trouble = DOMAIN;
        Number result = by_library(ccosh, z);
        if (isnan(z.real) && z.imag == 0) result.imag = 0;
        return result;
    }
    if (fabs(z.real) > LOG_LARGE) { // e^x would not fit, though the product may
        double nearer = z.real - copysign(1, z.real);
        return ranged(make(cos(z.imag) * cosh(nearer) * M_E, sin(z.imag) * sinh(nearer) * M_E), trouble);
    }
    return ranged(make(cos(z.imag) * cosh(z.real), sin(z.imag) * sinh(z.real)), trouble);
}

static Number hyperbolic_sine(Number z, enum Trouble *trouble) {
    if (!is_finite(z)) {
        if (isinf(z.imag) && !isnan(z.real)) *trouble = DOMAIN;
        Number result = by_library(csinh, z);
        if (z.real == 0 && isnan(z.imag)) result.real = 0;
        return result;
    }
    if (fabs(z.real) > LOG_LARGE) {
        double nearer = z.real - copysign(1, z.real);
        return ranged(make(cos(z.imag) * sinh(nearer) * M_E, sin(z.imag) * cosh(nearer) * M_E), trouble);
    }
    return ranged(make(cos(z.imag) * sinh(z.real), sin(z.imag) * cosh(z.real)), trouble);
}

static Number hyperbolic_tangent(Number z, enum Trouble *trouble) {
    if (!is_finite(z)) {
        if (isinf(z.imag) && isfinite(z.real)) *trouble = DOMAIN;
        if (isinf(z.real) && isinf(z.imag)) return make(copysign(1, z.real), 0);
        if (isnan(z.imag) && z.real == 0) return make(NAN, NAN);
        return by_library(ctanh, z);
    }
    if (fabs(z.real) > LOG_LARGE) return make(copysign(1, z.real), 4 * sin(z.imag) * cos(z.imag) * exp(-2 * fabs(z.real)));
    double tx = tanh(z.real), ty = tan(z.imag), cx = 1 / cosh(z.real), both = tx * ty, denominator = 1 + both * both;
    return make(tx * (1 + ty * ty) / denominator, ty / denominator * cx * cx);
}

// ---- turned by a quarter -----------------------------------------------------------------------------------------

// f(z) = -i g(iz)
static Number turned(Function function, Number z, enum Trouble *trouble) {
    Number result = function(make(-z.imag, z.real), trouble);
    return make(result.imag, -result.real);
}
static Number inverse_sine(Number z, enum Trouble *trouble) { return turned(inverse_hyperbolic_sine, z, trouble); }
static Number inverse_tangent(Number z, enum Trouble *trouble) { return turned(inverse_hyperbolic_tangent, z, trouble); }
static Number sine(Number z, enum Trouble *trouble) { return turned(hyperbolic_sine, z, trouble); }
static Number tangent(Number z, enum Trouble *trouble) { return turned(hyperbolic_tangent, z, trouble); }
static Number cosine(Number z, enum Trouble *trouble) { return hyperbolic_cosine(make(-z.imag, z.real), trouble); }

// ---- the functions -----------------------------------------------------------------------------------------------

// An argument: anything with __complex__, __float__ or __index__.
static bool argument(VM *vm, Value v, Number *out) {
    if (!is_layout(v, LAYOUT_COMPLEX)) {
        if (is_float(v) || is_int(v)) return out->imag = 0, number_to_double(vm, v, &out->real);
        Str *name = str_intern(vm, "__complex__", strlen("__complex__"));
        Value result = name ? call_special(vm, v, name, NULL, 0) : VALUE_ERROR;
        if (result == VALUE_ERROR) return false;
        if (result == VALUE_UNBOUND) return out->imag = 0, number_to_double(vm, v, &out->real);
        if (!is_layout(result, LAYOUT_COMPLEX)) return raise_type_error(vm, "__complex__ returned non-complex (type %T)", result), false;
        v = result;
    }
    const Complex *c = (Complex *)as_object(v);
    *out = make(c->real, c->imag);
    return true;
}
static Value answer(VM *vm, Number result, enum Trouble trouble) {
    if (trouble == DOMAIN) return raise_value_error(vm, "math domain error");
    if (trouble == RANGE) return raise_overflow_error(vm, "math range error");
    return complex_new(vm, result.real, result.imag);
}
static Value apply(VM *vm, Function function, Value v) {
    Number z;
    if (!argument(vm, v, &z)) return VALUE_ERROR;
    enum Trouble trouble = FINE;
    Number result = function(z, &trouble);
    return answer(vm, result, trouble);
}
#define FUNCTION(name, function) \
    static Value cmath_##name(VM *vm, Value *args, uint32_t count) { return (void)count, apply(vm, function, args[0]); }
FUNCTION(acos, inverse_cosine)
FUNCTION(acosh, inverse_hyperbolic_cosine)
FUNCTION(asin, inverse_sine)
FUNCTION(asinh, inverse_hyperbolic_sine)
FUNCTION(atan, inverse_tangent)
FUNCTION(atanh, inverse_hyperbolic_tangent)
FUNCTION(cos, cosine)
FUNCTION(cosh, hyperbolic_cosine)
FUNCTION(exp, exponential)
FUNCTION(log10, logarithm10)
FUNCTION(sin, sine)
FUNCTION(sinh, hyperbolic_sine)
FUNCTION(sqrt, square_root)
FUNCTION(tan, tangent)
FUNCTION(tanh, hyperbolic_tangent)

static Value cmath_log(VM *vm, Value *args, uint32_t count) {
    Number z, base;
    if (!argument(vm, args[0], &z)) return VALUE_ERROR;
    if (count > 1 && !argument(vm, args[1], &base)) return VALUE_ERROR;
    enum Trouble trouble = FINE;
    Number result = logarithm(z, &trouble);
    if (count < 2) return answer(vm, result, trouble);
    trouble = FINE; // the quotient says it
    Number other = logarithm(base, &trouble);
    if (trouble != FINE) return answer(vm, other, trouble);
    Value left = complex_new(vm, result.real, result.imag), right = complex_new(vm, other.real, other.imag);
    if (other.real == 0 && other.imag == 0) return raise_value_error(vm, "math domain error");
    return left == VALUE_ERROR || right == VALUE_ERROR ? VALUE_ERROR : op_binary(vm, SLOT_DIV, left, right);
}

static Value cmath_phase(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Number z;
    if (!argument(vm, args[0], &z)) return VALUE_ERROR;
    errno = 0;
    double angle = atan2(z.imag, z.real);
    return errno == ERANGE ? raise_overflow_error(vm, "math range error") : float_from_double(vm, angle); // CPython says so of underflow, too
}
static Value cmath_polar(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Number z;
    if (!argument(vm, args[0], &z)) return VALUE_ERROR;
    double length = hypot(z.real, z.imag);
    if (isinf(length) && is_finite(z)) return raise_overflow_error(vm, "math range error");
    Value r = float_from_double(vm, length), phi = float_from_double(vm, atan2(z.imag, z.real));
    return r == VALUE_ERROR || phi == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, r, phi);
}

// r * e^(i phi) where one of them is not finite: as r * (cos phi, sin phi), but infinities have no part 0 * inf.
static Number rect_special(double r, double phi, enum Trouble *trouble) {
    if (isinf(phi) && r != 0 && !isnan(r)) *trouble = DOMAIN;
    if (isinf(r) && isfinite(phi) && phi != 0) return make(copysign(INFINITY, r * cos(phi)), copysign(INFINITY, r * sin(phi)));
    if (isinf(r) && phi == 0) return make(r, r > 0 ? phi : -phi);
    if (r == 0) return make(0, 0);
    if (isnan(r)) return phi == 0 ? make(NAN, 0) : make(NAN, NAN);
    if (isinf(r)) return make(INFINITY, NAN);
    return make(NAN, NAN);
}
static Value cmath_rect(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double r, phi;
    if (!number_to_double(vm, args[0], &r) || !number_to_double(vm, args[1], &phi)) return VALUE_ERROR;
    enum Trouble trouble = FINE;
    Number result = !isfinite(r) || !isfinite(phi) ? rect_special(r, phi, &trouble) : phi == 0 ? make(r, r * phi) : make(r * cos(phi), r * sin(phi));
    return answer(vm, result, trouble);
}

#define PREDICATE(name, test)                                                          \
    static Value cmath_##name(VM *vm, Value *args, uint32_t count) {                   \
        (void)count;                                                                   \
        Number z;                                                                      \
        return argument(vm, args[0], &z) ? from_bool(test) : VALUE_ERROR;              \
    }
PREDICATE(isfinite, is_finite(z))
PREDICATE(isnan, isnan(z.real) || isnan(z.imag))
PREDICATE(isinf, isinf(z.real) || isinf(z.imag))

static Value cmath_isclose(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Number a, b;
    double relative = 1e-9, absolute = 0;
    if (!argument(vm, args[0], &a) || !argument(vm, args[1], &b)) return VALUE_ERROR;
    if (args[2] != VALUE_UNBOUND && !number_to_double(vm, args[2], &relative)) return VALUE_ERROR;
    if (args[3] != VALUE_UNBOUND && !number_to_double(vm, args[3], &absolute)) return VALUE_ERROR;
    if (relative < 0 || absolute < 0) return raise_value_error(vm, "tolerances must be non-negative");
    if (a.real == b.real && a.imag == b.imag) return VALUE_TRUE;
    if (isinf(a.real) || isinf(a.imag) || isinf(b.real) || isinf(b.imag)) return VALUE_FALSE;
    double difference = hypot(a.real - b.real, a.imag - b.imag);
    return from_bool(difference <= relative * hypot(b.real, b.imag) || difference <= relative * hypot(a.real, a.imag) || difference <= absolute);
}

static bool set_constant(VM *vm, Dict *space, const char *text, Value value) {
    Str *name = str_intern(vm, text, strlen(text));
    return name && value != VALUE_ERROR && dict_set_str(vm, space, name, value);
}
static bool cmath_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    return set_constant(vm, space, "pi", float_from_double(vm, M_PI)) && set_constant(vm, space, "e", float_from_double(vm, M_E)) &&
           set_constant(vm, space, "tau", float_from_double(vm, 2 * M_PI)) && set_constant(vm, space, "inf", float_from_double(vm, INFINITY)) &&
           set_constant(vm, space, "infj", complex_new(vm, 0, INFINITY)) && set_constant(vm, space, "nan", float_from_double(vm, NAN)) &&
           set_constant(vm, space, "nanj", complex_new(vm, 0, NAN));
}

static const NativeDef functions[] = {
    {"acos", {cmath_acos}, 1, 1, 0, NULL, DOC("Return the arc cosine of z.")},
    {"acosh", {cmath_acosh}, 1, 1, 0, NULL, DOC("Return the inverse hyperbolic cosine of z.")},
    {"asin", {cmath_asin}, 1, 1, 0, NULL, DOC("Return the arc sine of z.")},
    {"asinh", {cmath_asinh}, 1, 1, 0, NULL, DOC("Return the inverse hyperbolic sine of z.")},
    {"atan", {cmath_atan}, 1, 1, 0, NULL, DOC("Return the arc tangent of z.")},
    {"atanh", {cmath_atanh}, 1, 1, 0, NULL, DOC("Return the inverse hyperbolic tangent of z.")},
    {"cos", {cmath_cos}, 1, 1, 0, NULL, DOC("Return the cosine of z.")},
    {"cosh", {cmath_cosh}, 1, 1, 0, NULL, DOC("Return the hyperbolic cosine of z.")},
    {"exp", {cmath_exp}, 1, 1, 0, NULL, DOC("Return the exponential value e**z.")},
    {"isclose", {cmath_isclose}, 2, 2, 0, "a b * rel_tol abs_tol", DOC("Determine whether two complex numbers are close in value.")},
    {"isfinite", {cmath_isfinite}, 1, 1, 0, NULL, DOC("Return True if both the real and imaginary parts of z are finite, else False.")},
    {"isinf", {cmath_isinf}, 1, 1, 0, NULL, DOC("Checks if the real or imaginary part of z is infinite.")},
    {"isnan", {cmath_isnan}, 1, 1, 0, NULL, DOC("Checks if the real or imaginary part of z not a number (NaN).")},
    {"log", {cmath_log}, 1, 2, 0, NULL, DOC("log(z[, base]) -> the logarithm of z to the given base, natural by default.")},
    {"log10", {cmath_log10}, 1, 1, 0, NULL, DOC("Return the base-10 logarithm of z.")},
    {"phase", {cmath_phase}, 1, 1, 0, NULL, DOC("Return argument, also known as the phase angle, of a complex.")},
    {"polar", {cmath_polar}, 1, 1, 0, NULL, DOC("Convert a complex from rectangular coordinates to polar coordinates.")},
    {"rect", {cmath_rect}, 2, 2, 0, NULL, DOC("Convert from polar coordinates to rectangular coordinates.")},
    {"sin", {cmath_sin}, 1, 1, 0, NULL, DOC("Return the sine of z.")},
    {"sinh", {cmath_sinh}, 1, 1, 0, NULL, DOC("Return the hyperbolic sine of z.")},
    {"sqrt", {cmath_sqrt}, 1, 1, 0, NULL, DOC("Return the square root of z.")},
    {"tan", {cmath_tan}, 1, 1, 0, NULL, DOC("Return the tangent of z.")},
    {"tanh", {cmath_tanh}, 1, 1, 0, NULL, DOC("Return the hyperbolic tangent of z.")},
    {0},
};
const ModuleDef cmath_module = {"cmath", functions, cmath_initialize};
