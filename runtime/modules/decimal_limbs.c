// Arithmetic on coefficients (decimal_limbs.h).
#include "runtime/modules/decimal_limbs.h"

const PowerOfTen powers_of_ten[LIMB_DIGITS + 1] = {
    {1, 0, 0},
    {10u, 14757395258967641293u, 3},
    {100u, 11805916207174113035u, 6},
    {1000u, 9444732965739290428u, 9},
    {10000u, 15111572745182864684u, 13},
    {100000u, 12089258196146291748u, 16},
    {1000000u, 9671406556917033398u, 19},
    {10000000u, 15474250491067253437u, 23},
    {100000000u, 12379400392853802749u, 26},
    {1000000000u, 9903520314283042200u, 29},
    {10000000000u, 15845632502852867519u, 33},
    {100000000000u, 12676506002282294015u, 36},
    {1000000000000u, 10141204801825835212u, 39},
    {10000000000000u, 16225927682921336340u, 43},
    {100000000000000u, 12980742146337069072u, 46},
    {1000000000000000u, 10384593717069655258u, 49},
    {10000000000000000u, 16615349947311448412u, 53},
    {100000000000000000u, 13292279957849158730u, 56},
    {1000000000000000000u, 10633823966279326984u, 59}
};

// ---- adding ------------------------------------------------------------------------------------------------------

int limbs_compare(const Limb *a, size_t m, const Limb *b, size_t n) {
    if (m != n) return m < n ? -1 : 1;
    while (n--)
        if (a[n] != b[n]) return a[n] < b[n] ? -1 : 1;
    return 0;
}

Limb limbs_add(Limb *out, const Limb *a, size_t m, const Limb *b, size_t n) {
    Limb carry = 0;
    size_t i = 0;
    for (; i < n; i++) {
        Limb sum = a[i] + b[i] + carry;
        carry = sum >= LIMB_BASE;
        out[i] = carry ? sum - LIMB_BASE : sum;
    }
    for (; i < m && carry; i++) {
        Limb sum = a[i] + 1;
        carry = sum == LIMB_BASE;
        out[i] = carry ? 0 : sum;
    }
    if (out != a && i < m) memmove(out + i, a + i, (m - i) * sizeof *out);
    return carry;
}

Limb limbs_subtract(Limb *out, const Limb *a, size_t m, const Limb *b, size_t n) {
    Limb borrow = 0;
    size_t i = 0;
    for (; i < n; i++) {
        Limb difference = a[i] - b[i] - borrow;
        borrow = difference >> 63;
        out[i] = borrow ? difference + LIMB_BASE : difference;
    }
    for (; i < m && borrow; i++) {
        borrow = !a[i];
        out[i] = borrow ? LIMB_BASE - 1 : a[i] - 1;
    }
    if (out != a && i < m) memmove(out + i, a + i, (m - i) * sizeof *out);
    return borrow;
}

// ---- multiplying -------------------------------------------------------------------------------------------------

enum { KARATSUBA = 40 }; // limbs; measured

Limb limbs_multiply_small(Limb *out, const Limb *a, size_t count, Limb factor, Limb carry) {
    for (size_t i = 0; i < count; i++) carry = limb_carry((Limb2)a[i] * factor + carry, &out[i]);
    return carry;
}

// Column by column: a column of up to 340 products fits a double word.
static void multiply_columns(Limb *out, const Limb *a, size_t m, const Limb *b, size_t n) {
    Limb2 column = 0;
    for (size_t k = 0; k < m + n - 1; k++) {
        size_t first = k < n ? 0 : k - n + 1, last = k < m ? k : m - 1;
        for (size_t i = first; i <= last; i++) column += (Limb2)a[i] * b[k - i];
        uint64_t high = (uint64_t)(column >> 64);
        Limb2 carry = 0;
        if (high >= LIMB_BASE) {
            carry = (Limb2)(high / LIMB_BASE) << 64;
            column -= (Limb2)(high / LIMB_BASE * LIMB_BASE) << 64;
        }
        column = carry + limb_carry(column, &out[k]);
    }
    out[m + n - 1] = (Limb)column;
}

// With a = a1 B + a0 and b likewise, B = 10^18h:  ab = a1 b1 B^2 + ((a1 + a0)(b1 + b0) - a1 b1 - a0 b0) B + a0 b0.
static bool multiply_equal(VM *vm, Limb *out, const Limb *a, const Limb *b, size_t n, Limb *scratch) {
    if (n < KARATSUBA) {
        multiply_columns(out, a, n, b, n);
        return true;
    }
    if (!work(vm, 2 * n)) return false;
    size_t h = (n + 1) / 2, rest = n - h;
    Limb *sum_a = out, *sum_b = a == b ? sum_a : out + h + 1, *middle = scratch, *deeper = scratch + 2 * (h + 1);
    sum_a[h] = limbs_add(sum_a, a, h, a + h, rest);
    if (a != b) sum_b[h] = limbs_add(sum_b, b, h, b + h, rest);
    if (!multiply_equal(vm, middle, sum_a, sum_b, h + 1, deeper)) return false;
    if (!multiply_equal(vm, out, a, b, h, deeper) || !multiply_equal(vm, out + 2 * h, a + h, b + h, rest, deeper)) return false;
    limbs_subtract(middle, middle, 2 * (h + 1), out, 2 * h);
    limbs_subtract(middle, middle, 2 * (h + 1), out + 2 * h, 2 * rest);
    limbs_add(out + h, out + h, 2 * n - h, middle, limbs_trim(middle, 2 * (h + 1)));
    return true;
}

size_t limbs_multiply_scratch(size_t m, size_t n) {
    size_t least = m < n ? m : n;
    return least < KARATSUBA ? 0 : m == n ? 2 * n + 256 : 10 * least + 512;
}

bool limbs_multiply(VM *vm, Limb *out, const Limb *a, size_t m, const Limb *b, size_t n, Limb *scratch) {
    if (m < n) {
        const Limb *swap = a;
        size_t count = m;
        a = b, b = swap, m = n, n = count;
    }
    if (!n) {
        memset(out, 0, m * sizeof *out);
    } else if (n == 1) {
        out[m] = limbs_multiply_small(out, a, m, b[0], 0);
    } else if (n < KARATSUBA) {
        multiply_columns(out, a, m, b, n);
        work_done(vm, m * n / 8);
    } else if (m == n) {
        return multiply_equal(vm, out, a, b, n, scratch);
    } else { // slices of a as long as b
        Limb *product = scratch;
        memset(out, 0, (m + n) * sizeof *out);
        for (size_t at = 0; at < m; at += n) {
            size_t slice = m - at < n ? m - at : n;
            if (!limbs_multiply(vm, product, b, n, a + at, slice, scratch + 2 * n)) return false;
            limbs_add(out + at, out + at, m + n - at, product, n + slice);
        }
    }
    return true;
}

// ---- dividing ----------------------------------------------------------------------------------------------------

Limb limbs_divide_small(Limb *out, const Limb *a, size_t count, Limb divisor) {
    Limb rest = 0;
    if (count == 1) return out[0] = a[0] / divisor, a[0] - out[0] * divisor;
    Divisor d = divisor_new(divisor);
    for (size_t i = count; i-- > 0;) out[i] = limb_divide((Limb2)rest * LIMB_BASE + a[i], d, &rest);
    return rest;
}

// a[0 .. n] -= factor * b[0 .. n); returns the borrow.
static Limb subtract_product(Limb *a, const Limb *b, size_t n, Limb factor) {
    Limb carry = 0, borrow = 0;
    for (size_t i = 0; i < n; i++) {
        Limb low;
        carry = limb_carry((Limb2)factor * b[i] + carry, &low);
        Limb difference = a[i] - low - borrow;
        borrow = difference >> 63;
        a[i] = borrow ? difference + LIMB_BASE : difference;
    }
    Limb difference = a[n] - carry - borrow;
    borrow = difference >> 63;
    a[n] = borrow ? difference + LIMB_BASE : difference;
    return borrow;
}

static void divide_school(Limb *quotient, Limb *a, size_t m, const Limb *b, size_t n) {
    Limb first = b[n - 1], second = n > 1 ? b[n - 2] : 0;
    Divisor d = divisor_new(first);
    for (size_t j = m; j-- > 0;) {
        Limb *part = a + j, high = part[n], estimate = LIMB_BASE - 1;
        if (high < first) {
            Limb rest;
            estimate = limb_divide((Limb2)high * LIMB_BASE + part[n - 1], d, &rest);
            Limb below = n > 1 ? part[n - 2] : 0;
            while (rest < LIMB_BASE && (Limb2)estimate * second > (Limb2)rest * LIMB_BASE + below) estimate--, rest += first;
        }
        if (subtract_product(part, b, n, estimate)) { // too large by one or two
            Limb carry;
            do {
                estimate--;
                carry = limbs_add(part, part, n, b, n);
                part[n] += carry;
            } while (part[n] < LIMB_BASE);
            part[n] = 0;
        }
        quotient[j] = estimate;
    }
}

enum { RECURSIVE_DIVISION = 50 }; // limbs of quotient; measured

// m <= n
static bool divide_balanced(VM *vm, Limb *quotient, Limb *a, size_t m, const Limb *b, size_t n, Limb *scratch) {
    if (!work(vm, m < RECURSIVE_DIVISION ? m * n / 2 : n / 2)) return false;
    if (m < RECURSIVE_DIVISION) {
        divide_school(quotient, a, m, b, n);
        return true;
    }
    // First the upper m - k limbs of the quotient from the upper parts of a and b, then the lower k.
    size_t k = m / 2;
    for (int half = 0; half < 2; half++) {
        size_t count = half ? k : m - k, shift = half ? 0 : k; // of this part of the quotient; its place
        Limb *part = a + shift, *upper = part + k, *out = quotient + shift;
        size_t width = n + count; // of part
        if (limbs_compare(upper + count, n - k, b + k, n - k) >= 0) {
            // The estimate would not fit: the largest that does, and upper -= estimate * (b / 10^18k).
            for (size_t i = 0; i < count; i++) out[i] = LIMB_BASE - 1;
            limbs_subtract(upper + count, upper + count, n - k, b + k, n - k);
            limbs_add(upper, upper, n - k + count, b + k, n - k);
        } else {
            if (!divide_balanced(vm, out, upper, count, b + k, n - k, scratch)) return false;
        }
        Limb *product = scratch;
        size_t product_count = count + k;
        if (!limbs_multiply(vm, product, out, count, b, k, scratch + product_count)) return false;
        if (limbs_subtract(part, part, width, product, product_count)) {
            const Limb one = 1;
            do limbs_subtract(out, out, count, &one, 1);
            while (!limbs_add(part, part, width, b, n));
        }
    }
    return true;
}

size_t limbs_divide_scratch(size_t m, size_t n) {
    size_t block = m < n ? m : n;
    return block < RECURSIVE_DIVISION ? 0 : block + 2 + limbs_multiply_scratch(block, block - 1) + 512;
}

bool limbs_divide(VM *vm, Limb *quotient, Limb *a, size_t m, const Limb *b, size_t n, Limb *scratch) {
    if (n < RECURSIVE_DIVISION || m < RECURSIVE_DIVISION) {
        divide_school(quotient, a, m, b, n);
        work_done(vm, m * n / 2);
        return true;
    }
    while (m > n) {
        m -= n;
        if (!divide_balanced(vm, quotient + m, a + m, n, b, n, scratch)) return false;
    }
    return divide_balanced(vm, quotient, a, m, b, n, scratch);
}

// ---- powers of ten -----------------------------------------------------------------------------------------------

void limbs_shift_left(Limb *out, const Limb *a, size_t count, uint64_t digits) {
    size_t whole = (size_t)(digits / LIMB_DIGITS);
    unsigned part = (unsigned)(digits % LIMB_DIGITS);
    Limb above = 0;
    if (!part) {
        memmove(out + whole, a, count * sizeof *out);
    } else {
        for (size_t i = count; i-- > 0;) { // the limb's upper digits go into the limb above
            Limb rest, upper = limb_split(a[i], LIMB_DIGITS - part, &rest);
            out[whole + i + 1] = above + upper;
            above = rest * powers_of_ten[part].power;
        }
    }
    if (part) out[whole] = above;
    else out[whole + count] = 0;
    memset(out, 0, whole * sizeof *out);
}

Tail limbs_shift_right(Limb *out, const Limb *a, size_t count, uint64_t digits) {
    size_t whole = (size_t)(digits / LIMB_DIGITS);
    unsigned part = (unsigned)(digits % LIMB_DIGITS);
    if (!digits) {
        if (out != a) memmove(out, a, count * sizeof *out);
        return TAIL_NONE;
    }
    // The highest dropped limb or part of one decides, then whether anything is below.
    Limb rest, half;
    size_t below = part ? whole : whole - 1;
    if (part) limb_split(a[whole], part, &rest), half = powers_of_ten[part].power / 2;
    else rest = a[whole - 1], half = LIMB_BASE / 2;
    bool more = false;
    for (size_t i = 0; i < below && !more; i++) more = a[i] != 0;
    Tail tail = rest > half ? TAIL_ABOVE_HALF : rest == half ? more ? TAIL_ABOVE_HALF : TAIL_HALF : rest || more ? TAIL_BELOW_HALF : TAIL_NONE;
    if (!part) {
        memmove(out, a + whole, (count - whole) * sizeof *out);
    } else if (whole < count) {
        Limb lower = limb_split(a[whole], part, &rest), factor = powers_of_ten[LIMB_DIGITS - part].power;
        for (size_t i = whole + 1; i < count; i++) {
            Limb upper = limb_split(a[i], part, &rest);
            out[i - whole - 1] = lower + rest * factor;
            lower = upper;
        }
        out[count - whole - 1] = lower;
    }
    return tail;
}

bool limbs_end_in_zeros(const Limb *a, size_t count, uint64_t digits) {
    size_t whole = (size_t)(digits / LIMB_DIGITS);
    for (size_t i = 0; i < whole && i < count; i++)
        if (a[i]) return false;
    if (whole >= count) return true;
    Limb rest;
    limb_split(a[whole], (unsigned)(digits % LIMB_DIGITS), &rest);
    return !rest;
}

int64_t limbs_trailing_zeros(const Limb *a, size_t count) {
    size_t i = 0;
    while (i < count && !a[i]) i++;
    int64_t zeros = (int64_t)i * LIMB_DIGITS;
    Limb limb = i < count ? a[i] : 1, rest;
    for (unsigned step = 16; step; step /= 2) { // binary: 16, 8, 4, 2, 1
        Limb upper = limb_split(limb, step, &rest);
        if (!rest) limb = upper, zeros += step;
    }
    return zeros;
}

// ---- text --------------------------------------------------------------------------------------------------------

static void render_limb(Limb limb, unsigned digits, char *out) {
    while (digits >= 2) {
        Limb rest, upper = limb_split(limb, 2, &rest);
        out[--digits] = (char)('0' + rest % 10), out[--digits] = (char)('0' + rest / 10);
        limb = upper;
    }
    if (digits) out[0] = (char)('0' + limb);
}
void limbs_render(const Limb *a, size_t count, char *out) {
    if (!count) return;
    unsigned first = limb_digits(a[count - 1]);
    render_limb(a[count - 1], first, out);
    out += first;
    for (size_t i = count - 1; i-- > 0; out += LIMB_DIGITS) render_limb(a[i], LIMB_DIGITS, out);
}

size_t limbs_parse(Limb *out, const char *digits, size_t size) {
    size_t count = 0;
    for (size_t end = size; end > 0;) {
        size_t start = end > LIMB_DIGITS ? end - LIMB_DIGITS : 0;
        Limb limb = 0;
        for (size_t i = start; i < end; i++) limb = limb * 10 + (Limb)(digits[i] - '0');
        out[count++] = limb;
        end = start;
    }
    return limbs_trim(out, count);
}
