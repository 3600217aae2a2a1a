// Multiplication of magnitudes: row by row, and above a size by Karatsuba's three half-size products.
#include "runtime/objects/int_private.h"

enum { KARATSUBA = 36 }; // digits; measured

static void multiply_school(Digit *out, const Digit *a, size_t m, const Digit *b, size_t n) {
    out[m] = digits_multiply_small(out, a, m, b[0], 0);
    for (size_t j = 1; j < n; j++) {
        Digit shifted = b[j] << (64 - DIGIT_BITS), above = 0, few = 0, *row = out + j;
        for (size_t i = 0; i < m; i++) { // as digits_multiply_small
            Digit2 product = (Digit2)a[i] * shifted;
            Digit low = ((Digit)product >> (64 - DIGIT_BITS)) + row[i] + above + few;
            above = (Digit)(product >> 64);
            row[i] = low & DIGIT_MASK;
            few = low >> DIGIT_BITS;
        }
        row[m] = above + few;
    }
}

// Each mixed product once, doubled.
static void square_school(Digit *out, const Digit *a, size_t n) {
    memset(out, 0, 2 * n * sizeof *out);
    for (size_t i = 0; i < n; i++) {
        Digit2 sum = (Digit2)a[i] * a[i] + out[2 * i];
        out[2 * i] = (Digit)sum & DIGIT_MASK;
        Digit2 carry = sum >> DIGIT_BITS;
        for (size_t j = i + 1; j < n; j++) {
            sum = ((Digit2)a[i] * a[j] << 1) + out[i + j] + carry;
            out[i + j] = (Digit)sum & DIGIT_MASK;
            carry = sum >> DIGIT_BITS;
        }
        for (size_t k = i + n; carry; k++) {
            sum = carry + out[k];
            out[k] = (Digit)sum & DIGIT_MASK;
            carry = sum >> DIGIT_BITS;
        }
    }
}

// With a = a1 B + a0 and b likewise, B = 2^60h:  ab = a1 b1 B^2 + ((a1 + a0)(b1 + b0) - a1 b1 - a0 b0) B + a0 b0.
static bool multiply_equal(VM *vm, Digit *out, const Digit *a, const Digit *b, size_t n, Digit *scratch) {
    if (n < KARATSUBA) {
        if (a == b) square_school(out, a, n);
        else multiply_school(out, a, n, b, n);
        return true;
    }
    if (!work(vm, n)) return false;
    size_t h = (n + 1) / 2, rest = n - h;
    Digit *sum_a = out, *sum_b = a == b ? sum_a : out + h + 1, *middle = scratch, *deeper = scratch + 2 * (h + 1);
    sum_a[h] = digits_add(sum_a, a, h, a + h, rest);
    if (a != b) sum_b[h] = digits_add(sum_b, b, h, b + h, rest);
    if (!multiply_equal(vm, middle, sum_a, sum_b, h + 1, deeper)) return false;
    if (!multiply_equal(vm, out, a, b, h, deeper) || !multiply_equal(vm, out + 2 * h, a + h, b + h, rest, deeper)) return false;
    digits_subtract(middle, middle, 2 * (h + 1), out, 2 * h);
    digits_subtract(middle, middle, 2 * (h + 1), out + 2 * h, 2 * rest);
    size_t count = digits_trim(middle, 2 * (h + 1));
    digits_add(out + h, out + h, 2 * n - h, middle, count);
    return true;
}

size_t digits_multiply_scratch(size_t m, size_t n) {
    size_t least = m < n ? m : n;
    return least < KARATSUBA ? 0 : m == n ? 2 * n + 256 : 10 * least + 512;
}

bool digits_multiply(VM *vm, Digit *out, const Digit *a, size_t m, const Digit *b, size_t n, Digit *scratch) {
    if (m < n) {
        const Digit *swap = a;
        size_t count = m;
        a = b, b = swap, m = n, n = count;
    }
    if (!n) {
        memset(out, 0, m * sizeof *out);
    } else if (m == n) {
        return multiply_equal(vm, out, a, b, n, scratch);
    } else if (n < KARATSUBA) {
        multiply_school(out, a, m, b, n);
        work_done(vm, m * n / 16);
    } else { // slices of a as long as b
        Digit *product = scratch;
        memset(out, 0, (m + n) * sizeof *out);
        for (size_t at = 0; at < m; at += n) {
            size_t slice = m - at < n ? m - at : n;
            if (!digits_multiply(vm, product, b, n, a + at, slice, scratch + 2 * n)) return false;
            digits_add(out + at, out + at, m + n - at, product, n + slice);
        }
    }
    return true;
}
