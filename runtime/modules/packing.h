// Numbers as bytes of either order, for struct and array.
#ifndef TYPHON_RUNTIME_PACKING_H
#define TYPHON_RUNTIME_PACKING_H
#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline void packing_store(unsigned char *out, uint64_t bits, size_t size, bool big_endian) {
    for (size_t i = 0; i < size; i++) out[big_endian ? size - 1 - i : i] = (unsigned char)(bits >> 8 * i);
}
static inline uint64_t packing_load(const unsigned char *in, size_t size, bool big_endian) {
    uint64_t bits = 0;
    for (size_t i = 0; i < size; i++) bits |= (uint64_t)in[big_endian ? size - 1 - i : i] << 8 * i;
    return bits;
}
static inline int64_t packing_sign_extend(uint64_t bits, size_t size) {
    unsigned shift = (unsigned)(64 - 8 * size);
    return (int64_t)(bits << shift) >> shift;
}

// IEEE 754 binary16 of d, to nearest even; false: too large.
static inline bool packing_half_bits(double d, uint64_t *bits) {
    uint64_t sign = signbit(d) ? 0x8000 : 0;
    int exponent;
    if (isnan(d)) return *bits = sign | 0x7E00, true;
    if (isinf(d)) return *bits = sign | 0x7C00, true;
    double fraction = frexp(fabs(d), &exponent); // fraction in [0.5, 1)
    if (d == 0) return *bits = sign, true;
    if (exponent > 16) return false;
    int shift = exponent < -13 ? exponent + 24 : 11; // bits kept, the leading one included
    if (shift < 0) return *bits = sign, true;
    uint64_t mantissa = (uint64_t)nearbyint(ldexp(fraction, shift)); // to even, the default rounding
    uint64_t value = exponent < -13 ? mantissa : ((uint64_t)(exponent + 13) << 10) + mantissa; // a carry moves on into the exponent
    if (value >= 0x7C00) return false;
    *bits = sign | value;
    return true;
}
static inline double packing_half_value(uint64_t bits) {
    int exponent = bits >> 10 & 31;
    double mantissa = (double)(bits & 1023), value = exponent == 31 ? (mantissa != 0 ? NAN : INFINITY) : exponent ? ldexp(mantissa + 1024, exponent - 25) : ldexp(mantissa, -24);
    return bits & 0x8000 ? -value : value;
}

// The bits of d as a float of 2, 4 or 8 bytes. False: too large for it (strict), which otherwise becomes infinity.
static inline bool packing_float_bits(double d, size_t size, bool strict, uint64_t *bits) {
    if (size == 2) return packing_half_bits(d, bits);
    if (size == 8) return memcpy(bits, &d, 8), true;
    float f = (float)d;
    uint32_t word;
    memcpy(&word, &f, 4);
    *bits = word;
    return !strict || !isinf(f) || isinf(d);
}
static inline double packing_float_value(uint64_t bits, size_t size) {
    if (size == 2) return packing_half_value(bits);
    double d;
    if (size == 8) return memcpy(&d, &bits, 8), d;
    uint32_t word = (uint32_t)bits;
    float f;
    memcpy(&f, &word, 4);
    return f;
}
#endif
