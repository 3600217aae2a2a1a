// Magnitudes: everything linear, and division.
#include "runtime/objects/int_private.h"
#include <math.h>

uint64_t digits_bit_length(const Digit *a, size_t count) {
    return count ? (uint64_t)(count - 1) * DIGIT_BITS + digit_bit_length(a[count - 1]) : 0;
}

int digits_compare(const Digit *a, size_t m, const Digit *b, size_t n) {
    if (m != n) return m < n ? -1 : 1;
    while (m--)
        if (a[m] != b[m]) return a[m] < b[m] ? -1 : 1;
    return 0;
}

bool digits_low_bits(const Digit *a, size_t count, uint64_t bits) {
    size_t whole = bits / DIGIT_BITS < count ? (size_t)(bits / DIGIT_BITS) : count;
    for (size_t i = 0; i < whole; i++)
        if (a[i]) return true;
    return whole < count && a[whole] & (((Digit)1 << bits % DIGIT_BITS) - 1);
}

Digit digits_add(Digit *out, const Digit *a, size_t m, const Digit *b, size_t n) {
    Digit carry = 0;
    size_t i = 0;
    for (; i < n; i++) {
        Digit sum = a[i] + b[i] + carry;
        out[i] = sum & DIGIT_MASK;
        carry = sum >> DIGIT_BITS;
    }
    for (; i < m; i++) {
        Digit sum = a[i] + carry;
        out[i] = sum & DIGIT_MASK;
        carry = sum >> DIGIT_BITS;
    }
    return carry;
}

Digit digits_subtract(Digit *out, const Digit *a, size_t m, const Digit *b, size_t n) {
    Digit borrow = 0;
    size_t i = 0;
    for (; i < n; i++) {
        Digit difference = a[i] - b[i] - borrow;
        out[i] = difference & DIGIT_MASK;
        borrow = difference >> 63;
    }
    for (; i < m; i++) {
        Digit difference = a[i] - borrow;
        out[i] = difference & DIGIT_MASK;
        borrow = difference >> 63;
    }
    return borrow;
}

// Here and below a factor is shifted so that the words of a product are its digits; and what carries into the next digit is kept in two parts, the upper
// digit of the product, which waits for nothing, and the few bits of a sum, so that a digit waits for an addition and a shift of the one before only.
Digit digits_multiply_small(Digit *out, const Digit *a, size_t count, Digit factor, Digit carry) {
    const Digit shifted = factor << (64 - DIGIT_BITS);
    Digit above = carry, few = 0;
    size_t i = 0;
    for (; i + 4 <= count; i += 4) { // four products at a time
        Digit2 p = (Digit2)a[i] * shifted, q = (Digit2)a[i + 1] * shifted, r = (Digit2)a[i + 2] * shifted, s = (Digit2)a[i + 3] * shifted;
        Digit first = ((Digit)p >> (64 - DIGIT_BITS)) + above + few, second = ((Digit)q >> (64 - DIGIT_BITS)) + (Digit)(p >> 64);
        Digit third = ((Digit)r >> (64 - DIGIT_BITS)) + (Digit)(q >> 64), fourth = ((Digit)s >> (64 - DIGIT_BITS)) + (Digit)(r >> 64);
        above = (Digit)(s >> 64);
        second += first >> DIGIT_BITS, third += second >> DIGIT_BITS, fourth += third >> DIGIT_BITS;
        out[i] = first & DIGIT_MASK, out[i + 1] = second & DIGIT_MASK, out[i + 2] = third & DIGIT_MASK, out[i + 3] = fourth & DIGIT_MASK;
        few = fourth >> DIGIT_BITS;
    }
    for (; i < count; i++) {
        Digit2 product = (Digit2)a[i] * shifted;
        Digit low = ((Digit)product >> (64 - DIGIT_BITS)) + above + few;
        above = (Digit)(product >> 64);
        out[i] = low & DIGIT_MASK;
        few = low >> DIGIT_BITS;
    }
    return above + few;
}

void digits_shift_left(Digit *out, const Digit *a, size_t count, uint64_t bits) {
    size_t whole = (size_t)(bits / DIGIT_BITS);
    unsigned part = (unsigned)(bits % DIGIT_BITS);
    Digit above = 0;
    for (size_t i = count; i-- > 0;) {
        Digit d = a[i];
        out[i + whole + 1] = above | (part ? d >> (DIGIT_BITS - part) : 0);
        above = d << part & DIGIT_MASK;
    }
    out[whole] = above;
    memset(out, 0, whole * sizeof *out);
}

size_t digits_shift_right(Digit *out, const Digit *a, size_t count, uint64_t bits) {
    if (bits / DIGIT_BITS >= count) return 0;
    size_t whole = (size_t)(bits / DIGIT_BITS), rest = count - whole;
    unsigned part = (unsigned)(bits % DIGIT_BITS);
    for (size_t i = 0; i < rest; i++) {
        Digit above = i + 1 < rest ? a[i + whole + 1] : 0;
        out[i] = (a[i + whole] >> part | above << (DIGIT_BITS - part)) & DIGIT_MASK;
    }
    return rest;
}

// ---- division ----------------------------------------------------------------------------------------------------

// Two words by one, by a reciprocal computed once (Möller and Granlund, "Improved Division by Invariant Integers", 2011).
typedef struct Divisor {
    uint64_t word, reciprocal; // word: highest bit set
} Divisor;
static Divisor divisor_new(uint64_t word) {
    const uint64_t decimal = (uint64_t)1000000000000000000 << 4, decimal_reciprocal = 0x2725dd1d243aba0e; // by which text is made
    return (Divisor){word, word == decimal ? decimal_reciprocal : (uint64_t)(~(Digit2)0 / word - ((Digit2)1 << 64))};
}
static inline uint64_t divide_words(uint64_t high, uint64_t low, Divisor d, uint64_t *remainder) { // high < d.word
    Digit2 estimate = (Digit2)d.reciprocal * high + ((Digit2)high << 64 | low);
    uint64_t quotient = (uint64_t)(estimate >> 64) + 1, rest = low - quotient * d.word;
    if (rest > (uint64_t)estimate) quotient--, rest += d.word;
    if (rest >= d.word) quotient++, rest -= d.word;
    *remainder = rest;
    return quotient;
}

Digit digits_divide_small(Digit *out, const Digit *a, size_t count, Digit divisor) {
    unsigned shift = (unsigned)__builtin_clzll((unsigned long long)divisor);
    Divisor d = divisor_new(divisor << shift);
    uint64_t rest = 0; // shifted
    for (size_t i = count; i-- > 0;) {
        Digit2 next = ((Digit2)rest << DIGIT_BITS) + ((Digit2)a[i] << shift);
        out[i] = divide_words((uint64_t)(next >> 64), (uint64_t)next, d, &rest);
    }
    return rest >> shift;
}

// a[0 .. n] -= factor * b[0 .. n); returns the borrow.
static Digit subtract_product(Digit *a, const Digit *b, size_t n, Digit factor) {
    const Digit shifted = factor << (64 - DIGIT_BITS);
    Digit above = 0;
    int64_t few = 0; // 0, -1 or -2
    for (size_t i = 0; i < n; i++) {
        Digit2 product = (Digit2)b[i] * shifted;
        int64_t difference = (int64_t)(a[i] - ((Digit)product >> (64 - DIGIT_BITS)) - above) + few;
        above = (Digit)(product >> 64);
        a[i] = (Digit)difference & DIGIT_MASK;
        few = difference >> DIGIT_BITS;
    }
    Digit difference = a[n] - above + (Digit)few;
    a[n] = difference & DIGIT_MASK;
    return difference >> 63;
}

void digits_divide_school(Digit *quotient, Digit *a, size_t m, const Digit *b, size_t n) {
    Digit first = b[n - 1], second = n > 1 ? b[n - 2] : 0;
    Divisor d = divisor_new(first << (64 - DIGIT_BITS));
    for (size_t j = m; j-- > 0;) {
        Digit *part = a + j, high = part[n], estimate = DIGIT_MASK;
        if (high < first) {
            uint64_t rest;
            estimate = divide_words(high, part[n - 1] << (64 - DIGIT_BITS), d, &rest);
            rest >>= 64 - DIGIT_BITS;
            Digit below = n > 1 ? part[n - 2] : 0;
            while (rest <= DIGIT_MASK && (Digit2)estimate * second > ((Digit2)rest << DIGIT_BITS | below)) estimate--, rest += first;
        }
        if (subtract_product(part, b, n, estimate)) { // too large by one or two
            do estimate--, part[n] += digits_add(part, part, n, b, n);
            while (!(part[n] >> DIGIT_BITS));
            part[n] = 0;
        }
        quotient[j] = estimate;
    }
}

enum { RECURSIVE_DIVISION = 80 }; // digits of quotient

// m <= n
static bool divide_balanced(VM *vm, Digit *quotient, Digit *a, size_t m, const Digit *b, size_t n, Digit *scratch) {
    if (!work(vm, m < RECURSIVE_DIVISION ? m * n / 16 : n / 4)) return false;
    if (m < RECURSIVE_DIVISION) {
        digits_divide_school(quotient, a, m, b, n);
        return true;
    }
    // First the upper m - k digits of the quotient from the upper parts of a and b, then the lower k.
    size_t k = m / 2;
    for (int half = 0; half < 2; half++) {
        size_t digits = half ? k : m - k, shift = half ? 0 : k; // of this part of the quotient; its place
        Digit *part = a + shift, *upper = part + k, *out = quotient + shift;
        size_t width = n + digits; // of part
        if (digits_compare(upper + digits, n - k, b + k, n - k) >= 0) {
            // The estimate would not fit: the largest that does, and upper -= estimate * (b / 2^60k).
            for (size_t i = 0; i < digits; i++) out[i] = DIGIT_MASK;
            digits_subtract(upper + digits, upper + digits, n - k, b + k, n - k);
            digits_add(upper, upper, n - k + digits, b + k, n - k);
        } else {
            if (!divide_balanced(vm, out, upper, digits, b + k, n - k, scratch)) return false;
        }
        Digit *product = scratch;
        size_t product_count = digits + k;
        if (!digits_multiply(vm, product, out, digits, b, k, scratch + product_count)) return false;
        if (digits_subtract(part, part, width, product, product_count)) {
            const Digit one = 1;
            do digits_subtract(out, out, digits, &one, 1);
            while (!digits_add(part, part, width, b, n));
        }
    }
    return true;
}

size_t digits_divide_scratch(size_t m, size_t n) {
    size_t block = m < n ? m : n;
    return block < RECURSIVE_DIVISION ? 0 : block + 2 + digits_multiply_scratch(block, block - 1) + 512;
}

bool digits_divide(VM *vm, Digit *quotient, Digit *a, size_t m, const Digit *b, size_t n, Digit *scratch) {
    if (n < RECURSIVE_DIVISION || m < RECURSIVE_DIVISION) {
        digits_divide_school(quotient, a, m, b, n);
        work_done(vm, m * n / 16);
        return true;
    }
    while (m > n) {
        m -= n;
        if (!divide_balanced(vm, quotient + m, a + m, n, b, n, scratch)) return false;
    }
    return divide_balanced(vm, quotient, a, m, b, n, scratch);
}

// ---- to floating point -------------------------------------------------------------------------------------------

uint64_t digits_top(const Digit *a, size_t count, int64_t *exponent, bool *sticky) {
    uint64_t bits = digits_bit_length(a, count), top = 0;
    *exponent = 0, *sticky = false;
    if (bits <= 64) {
        for (size_t i = count; i-- > 0;) top = top << DIGIT_BITS | a[i];
        if (top) {
            unsigned shift = (unsigned)__builtin_clzll((unsigned long long)top);
            top <<= shift, *exponent = -(int64_t)shift;
        }
        return top;
    }
    uint64_t shift = bits - 64;
    size_t whole = (size_t)(shift / DIGIT_BITS);
    unsigned part = (unsigned)(shift % DIGIT_BITS), have = DIGIT_BITS - part;
    top = a[whole] >> part;
    for (size_t i = whole + 1; i < count && have < 64; i++, have += DIGIT_BITS) top |= a[i] << have;
    *exponent = (int64_t)shift;
    *sticky = digits_low_bits(a, count, shift);
    return top;
}

double digits_round_to_double(uint64_t mantissa, int64_t exponent, bool sticky) {
    if (!mantissa) return 0;
    unsigned shift = (unsigned)__builtin_clzll((unsigned long long)mantissa);
    mantissa <<= shift, exponent -= shift; // in [2^63, 2^64)
    if (exponent > 1024 - 64) return INFINITY;
    if (exponent < -1074 - 64) return 0;
    int64_t drop = exponent < -1074 - 11 ? -1074 - exponent : 11; // bits below the last one kept
    uint64_t kept = drop >= 64 ? 0 : mantissa >> drop, half = (uint64_t)1 << (drop - 1);
    uint64_t below = drop >= 64 ? mantissa : mantissa & (half * 2 - 1);
    if (below > half || (below == half && (sticky || kept & 1))) kept++;
    return ldexp((double)kept, (int)(exponent + drop));
}

double digits_true_divide(const Digit *a, size_t m, const Digit *b, size_t n, Digit *room) {
    if (!m) return 0;
    // Scaled by whole bits so that the quotient has 64 to 66 bits: two digits.
    int64_t a_bits = (int64_t)digits_bit_length(a, m), b_bits = (int64_t)digits_bit_length(b, n);
    if (a_bits - b_bits > 1025) return INFINITY;
    if (a_bits - b_bits < -1080) return 0;
    unsigned normal = DIGIT_BITS - digit_bit_length(b[n - 1]);
    Digit *divisor = room, *dividend = room + n + 1, quotient[3] = {0};
    digits_shift_left(divisor, b, n, normal); // its top digit is 0
    int64_t wanted = b_bits + normal + 65, shift = wanted - a_bits; // dividend's bits
    bool sticky = false;
    size_t count;
    if (shift >= 0) {
        digits_shift_left(dividend, a, m, (uint64_t)shift);
        count = m + (size_t)(shift / DIGIT_BITS) + 1;
    } else {
        sticky = digits_low_bits(a, m, (uint64_t)-shift);
        count = digits_shift_right(dividend, a, m, (uint64_t)-shift);
    }
    while (count < n + 2) dividend[count++] = 0;
    digits_divide_school(quotient, dividend, 2, divisor, n);
    sticky |= digits_trim(dividend, n) != 0;
    int64_t exponent;
    bool more;
    uint64_t top = digits_top(quotient, digits_trim(quotient, 2), &exponent, &more);
    return digits_round_to_double(top, exponent - shift + normal, sticky || more);
}
