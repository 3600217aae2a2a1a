// The gamma function and its logarithm, by C. Lanczos' approximation ("A Precision Approximation of the Gamma Function", 1964) with the
// rational form and the coefficients of the Boost library for doubles (13 terms, N = 13, g = 6.0246800...).
#include "runtime/modules/math.h"
#include "runtime/objects/float.h"
#include <math.h>

static const double g = 6.024680040776729583740234375, g_minus_half = 5.524680040776729583740234375, log_of_pi = 1.144729885849400174143427351353058711647;
static const double numerator[] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
static const double denominator[] = {0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1};
enum { TERMS = sizeof numerator / sizeof *numerator };

// Evaluated in x or in 1/x, whichever does not overflow.
static double lanczos_sum(double x) {
    double above = 0, below = 0;
    if (x < 5) {
        for (int i = TERMS - 1; i >= 0; i--) above = above * x + numerator[i], below = below * x + denominator[i];
    } else {
        for (int i = 0; i < TERMS; i++) above = above / x + numerator[i], below = below / x + denominator[i];
    }
    return above / below;
}

// sin(pi x), exact where x is a multiple of 1/2.
static double sine_of_pi_times(double x) {
    double rest = fmod(fabs(x), 2.0), result;
    switch ((int)round(2.0 * rest)) {
    case 0: result = sin(M_PI * rest); break;
    case 1: result = cos(M_PI * (rest - 0.5)); break;
    case 2: result = sin(M_PI * (1.0 - rest)); break;
    case 3: result = -cos(M_PI * (rest - 1.5)); break;
    default: result = sin(M_PI * (rest - 2.0)); break;
    }
    return copysign(1.0, x) * result;
}

// x is finite, not 0, not a negative whole number.
static double gamma_of(double x) {
    double size = fabs(x);
    if (x == floor(x) && x <= 23) {
        double product = 1;
        for (int i = 2; i < (int)x; i++) product *= i;
        return product;
    }
    if (size < 1e-20) return 1.0 / x;
    if (size > 200) return x < 0 ? 0.0 / sine_of_pi_times(x) : INFINITY;
    // (size + g - 1/2) is rounded: `correction` makes up for what was lost.
    double sum = size + g_minus_half;
    double correction = (size > g_minus_half ? (sum - size) - g_minus_half : (sum - g_minus_half) - size) * g / sum;
    double result;
    if (x < 0) {
        result = -M_PI / sine_of_pi_times(size) / size * exp(sum) / lanczos_sum(size);
        result -= correction * result;
        if (size < 140) return result / pow(sum, size - 0.5);
        double root = pow(sum, size / 2 - 0.25);
        return result / root / root;
    }
    result = lanczos_sum(size) / exp(sum);
    result += correction * result;
    if (size < 140) return result * pow(sum, size - 0.5);
    double root = pow(sum, size / 2 - 0.25);
    return result * root * root;
}

Value math_gamma(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x;
    if (!number_to_double(vm, args[0], &x)) return VALUE_ERROR;
    if (isnan(x) || (isinf(x) && x > 0)) return float_from_double(vm, x);
    if (x <= 0 && x == floor(x)) return raise_value_error(vm, "math domain error");
    double result = gamma_of(x);
    return isinf(result) ? raise_overflow_error(vm, "math range error") : float_from_double(vm, result);
}

Value math_lgamma(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double x;
    if (!number_to_double(vm, args[0], &x)) return VALUE_ERROR;
    if (!isfinite(x)) return float_from_double(vm, isnan(x) ? x : INFINITY);
    if (x == floor(x) && x <= 2) return x <= 0 ? raise_value_error(vm, "math domain error") : float_from_double(vm, 0);
    double size = fabs(x), result;
    if (size < 1e-20) return float_from_double(vm, -log(size));
    result = log(lanczos_sum(size)) - g;
    result += (size - 0.5) * (log(size + g - 0.5) - 1);
    if (x < 0) result = log_of_pi - log(fabs(sine_of_pi_times(size))) - log(size) - result; // reflection
    return isinf(result) ? raise_overflow_error(vm, "math range error") : float_from_double(vm, result);
}
