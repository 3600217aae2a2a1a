// Coefficients of decimal numbers: arrays of limbs of 18 decimal digits, least significant first. No allocation, scratch room comes from the caller;
// nothing fails, but what takes more than linear time can be stopped (`work`): false then. Counts may include leading zero limbs unless "trimmed" is said.
//
//   number = sum of limbs[i] * 10^(18 i),   every limb < 10^18
//
// 18 digits rather than 19: a column of products then fits a double word, and is divided by 10^18 once, not once for every product.
#ifndef TYPHON_RUNTIME_DECIMAL_LIMBS_H
#define TYPHON_RUNTIME_DECIMAL_LIMBS_H
#include "runtime/vm.h"
#include <string.h>

typedef uint64_t Limb;
typedef unsigned __int128 Limb2;
enum { LIMB_DIGITS = 18 };
#define LIMB_BASE ((Limb)1000000000000000000)

typedef struct PowerOfTen { // n / power == (n * magic >> 64) >> shift, for n < 2^60 and power > 1
    Limb power, magic;
    unsigned shift;
} PowerOfTen;
extern const PowerOfTen powers_of_ten[LIMB_DIGITS + 1];

// limb / 10^digits, digits <= 18; *rest: the digits below.
static inline Limb limb_split(Limb limb, unsigned digits, Limb *rest) {
    const PowerOfTen *p = &powers_of_ten[digits];
    Limb upper = digits ? (Limb)((Limb2)limb * p->magic >> 64) >> p->shift : limb;
    *rest = limb - upper * p->power;
    return upper;
}
static inline unsigned limb_digits(Limb limb) { // 0 for 0
    if (!limb) return 0;
    unsigned bits = 64 - (unsigned)__builtin_clzll((unsigned long long)limb), digits = bits * 1233 >> 12;
    return digits + (limb >= powers_of_ten[digits].power);
}
static inline size_t limbs_trim(const Limb *a, size_t count) {
    while (count && !a[count - 1]) count--;
    return count;
}
// Decimal digits of a trimmed coefficient; 0 has none.
static inline int64_t limbs_digits(const Limb *a, size_t count) { return count ? (int64_t)(count - 1) * LIMB_DIGITS + limb_digits(a[count - 1]) : 0; }
static inline size_t limbs_for_digits(int64_t digits) { return (size_t)((digits + LIMB_DIGITS - 1) / LIMB_DIGITS); }

// A divisor with its reciprocal: Moeller and Granlund, "Improved division by invariant integers", 2011.
typedef struct Divisor {
    uint64_t word, reciprocal; // word: shifted so that its highest bit is set
    unsigned shift;
} Divisor;
static inline Divisor divisor_new(Limb divisor) {
    unsigned shift = (unsigned)__builtin_clzll((unsigned long long)divisor);
    uint64_t word = divisor << shift;
    return (Divisor){word, (uint64_t)(~(Limb2)0 / word - ((Limb2)1 << 64)), shift};
}
// n / divisor, where it is below 2^64.
static inline uint64_t limb_divide(Limb2 n, Divisor d, uint64_t *rest) {
    n <<= d.shift;
    uint64_t high = (uint64_t)(n >> 64), low = (uint64_t)n;
    Limb2 q = (Limb2)d.reciprocal * high + n;
    uint64_t quotient = (uint64_t)(q >> 64) + 1, remainder = low - quotient * d.word;
    if (remainder > (uint64_t)q) quotient--, remainder += d.word;
    if (remainder >= d.word) quotient++, remainder -= d.word;
    *rest = remainder >> d.shift;
    return quotient;
}
// n / 10^18 for n < 2^64 * 10^18.
static inline uint64_t limb_carry(Limb2 n, Limb *rest) { return limb_divide(n, (Divisor){(uint64_t)LIMB_BASE << 4, 2820903858849102350u, 4}, rest); }

int limbs_compare(const Limb *a, size_t m, const Limb *b, size_t n); // trimmed: -1, 0, 1
Limb limbs_add(Limb *out, const Limb *a, size_t m, const Limb *b, size_t n);      // m >= n; out (m limbs) may be a or b; returns the carry
Limb limbs_subtract(Limb *out, const Limb *a, size_t m, const Limb *b, size_t n); // likewise; returns the borrow
Limb limbs_multiply_small(Limb *out, const Limb *a, size_t count, Limb factor, Limb carry); // out may be a; factor <= 10^18; returns the limb above
Limb limbs_divide_small(Limb *out, const Limb *a, size_t count, Limb divisor); // out may be a; returns the remainder

// out: m + n limbs, apart from a, b and scratch.
MAY_RAISE bool limbs_multiply(VM *vm, Limb *out, const Limb *a, size_t m, const Limb *b, size_t n, Limb *scratch);
size_t limbs_multiply_scratch(size_t m, size_t n);

// Divides a (m + n limbs) by b (n >= 1 limbs, b[n - 1] >= 10^18 / 2), where a < b * 10^(18 m): quotient gets m limbs, a's lower n the remainder,
// the rest of a becomes 0. Knuth, TAOCP 2, 4.3.1 D; above a size Burnikel and Ziegler's recursion (Brent and Zimmermann, "Modern Computer
// Arithmetic", algorithm 1.8).
MAY_RAISE bool limbs_divide(VM *vm, Limb *quotient, Limb *a, size_t m, const Limb *b, size_t n, Limb *scratch);
size_t limbs_divide_scratch(size_t m, size_t n);

// What lies below the digits that are kept, compared to half of the last one.
typedef enum Tail { TAIL_NONE, TAIL_BELOW_HALF, TAIL_HALF, TAIL_ABOVE_HALF } Tail;
// a * 10^digits: out has count + digits / 18 + 1 limbs (out may be a).
void limbs_shift_left(Limb *out, const Limb *a, size_t count, uint64_t digits);
// a / 10^digits, where a (trimmed) has at least so many digits: out (may be a) has count - digits / 18 limbs.
Tail limbs_shift_right(Limb *out, const Limb *a, size_t count, uint64_t digits);
// Does a end in that many zeros?
bool limbs_end_in_zeros(const Limb *a, size_t count, uint64_t digits);
int64_t limbs_trailing_zeros(const Limb *a, size_t count); // trimmed, not 0
static inline void limbs_increment(Limb *a, size_t count) { // a + 1 fits
    for (size_t i = 0; i < count; i++)
        if (a[i] + 1 < LIMB_BASE) {
            a[i]++;
            return;
        } else {
            a[i] = 0;
        }
}

// The digits as characters: exactly limbs_digits of them (trimmed).
void limbs_render(const Limb *a, size_t count, char *out);
size_t limbs_parse(Limb *out, const char *digits, size_t size); // digits only; out: limbs_for_digits(size); returns the trimmed count
#endif
