#include "runtime/objects/float_text.h"
#include "runtime/objects/decimal_text.h"
#include "runtime/objects/int_private.h"
#include <math.h>

// d = mantissa * 2^exponent
static uint64_t split(double d, int *exponent) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t mantissa = bits & (((uint64_t)1 << 52) - 1);
    int biased = (int)(bits >> 52 & 0x7ff);
    *exponent = biased ? biased - 1075 : -1074;
    return biased ? mantissa | (uint64_t)1 << 52 : mantissa;
}

static int floor_log2_of_power(int k) { return k * 1741647 >> 19; } // floor(log2(10^k))

// ---- shortest: R. Giulietti, "The Schubfach way to render doubles" (2021) ------------------------------------------
//
// Of the decimals in the interval that rounds to d, one with the fewest digits, and of these the nearest. With 10^k just above the width of the
// interval there is at most one multiple of 10^(k+1) and at least one of 10^k in it. The ends and d itself are scaled by 10^-k with a table of
// 128-bit powers, rounding the results to odd, which keeps every comparison exact.

enum { POWER_FIRST = -292, POWER_LAST = 324 };
struct PowerOfTen {
    uint64_t high, low;
};
#ifndef TYPHON_CORE
static const struct PowerOfTen powers_of_ten[] = {
#include "runtime/objects/float_powers.inc"
};
static struct PowerOfTen power_of_ten(int k) { return powers_of_ten[k - POWER_FIRST]; }
#else // nine kilobytes less, eight multiplications more
#include "runtime/objects/float_powers_core.inc"
static struct PowerOfTen power_of_ten(int k) {
    unsigned at = (unsigned)(k - POWER_FIRST);
    struct PowerOfTen ninth = ninth_powers[at / 9];
    uint64_t five = 1;
    for (unsigned i = 0; i < at % 9; i++) five *= 5;
    unsigned __int128 low = (unsigned __int128)ninth.low * five, high = (unsigned __int128)ninth.high * five + (uint64_t)(low >> 64); // high, and 64 bits of low
    unsigned more = (uint64_t)(high >> 64) ? 64 - (unsigned)__builtin_clzll((unsigned long long)(high >> 64)) : 0; // bits that are too many
    unsigned __int128 top = more ? high << (64 - more) | (uint64_t)low >> more : high << 64 | (uint64_t)low;
    top += (unsigned __int128)((power_errors[at / 4] >> at % 4 * 2 & 3) - 1); // -1 to 2
    return (struct PowerOfTen){(uint64_t)(top >> 64), (uint64_t)top};
}
#endif

static uint64_t round_to_odd(struct PowerOfTen g, uint64_t factor) {
    unsigned __int128 low = (unsigned __int128)g.low * factor, high = (unsigned __int128)g.high * factor + (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

static uint64_t shortest_decimal(uint64_t c, int q, bool closer_below, int *exponent) {
    uint64_t odd = c & 1, left = 4 * c - 2 + closer_below, centre = 4 * c, right = 4 * c + 2;
    int k = (q * 1262611 - (closer_below ? 524031 : 0)) >> 22; // floor(log10(2^q)), or of 3/4 2^q
    int h = q + floor_log2_of_power(-k) + 1;
    struct PowerOfTen g = power_of_ten(-k);
    uint64_t lower = round_to_odd(g, left << h) + odd, upper = round_to_odd(g, right << h) - odd, middle = round_to_odd(g, centre << h);
    uint64_t s = middle / 4;
    *exponent = k;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
        if (down != up) return ++*exponent, tens + up;
    }
    bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
    if (down != up) return s + up;
    uint64_t half = 4 * s + 2;
    return s + (middle > half || (middle == half && s & 1));
}

// The digits of n, without trailing zeros.
static size_t write_digits(uint64_t n, char *digits) {
    if (n % 100000000 == 0 && n) n /= 100000000;
    while (n % 10 == 0 && n) n /= 10;
    char text[DECIMAL_DIGITS_MAX], *end = text + sizeof text, *at = decimal_write(n, end);
    memcpy(digits, at, (size_t)(end - at));
    return (size_t)(end - at);
}
static int count_digits(uint64_t n) { return (int)decimal_count(n); }

size_t float_shortest(double d, char *digits, int *point) {
    int q, exponent = 0;
    uint64_t c = split(d, &q), decimal;
    if (!c) return *point = 1, digits[0] = '0', 1;
    if (q <= 0 && q > -53 && !(c & (((uint64_t)1 << -q) - 1))) decimal = c >> -q; // a small whole number
    else decimal = shortest_decimal(c, q, c == (uint64_t)1 << 52 && q > -1074, &exponent);
    *point = count_digits(decimal) + exponent;
    return write_digits(decimal, digits);
}

// ---- exact: d * 10^places as a whole number, rounded half to even ------------------------------------------------------

static size_t strip(char *digits, size_t count) {
    while (count && digits[count - 1] == '0') count--;
    return count;
}

enum { ROOM = 80 }; // digits of 60 bits: 2^1024 * 10^1100 has fewer

static size_t multiply_by_power_of_ten(Digit *a, size_t count, int64_t exponent) {
    const Digit step = 1000000000000000000;
    for (; exponent >= 18; exponent -= 18) {
        Digit above = digits_multiply_small(a, a, count, step, 0);
        if (above) a[count++] = above;
    }
    Digit factor = 1;
    while (exponent-- > 0) factor *= 10;
    Digit above = digits_multiply_small(a, a, count, factor, 0);
    if (above) a[count++] = above;
    return count;
}

static void add_one(Digit *a, size_t *count) {
    const Digit one = 1;
    if (digits_add(a, a, *count, &one, *count ? 1 : 0) || !*count) a[(*count)++] = 1;
}

// n = c * 2^q / 10^places, places > 0, rounded
static size_t scaled_down(uint64_t c, int q, int64_t places, Digit *n) {
    Digit dividend[ROOM + 4] = {0}, divisor[ROOM] = {1}, normal[ROOM + 1], whole[2] = {c & DIGIT_MASK, c >> DIGIT_BITS};
    size_t count = digits_trim(whole, 2), width = multiply_by_power_of_ten(divisor, 1, places);
    bool sticky = false;
    unsigned shift = DIGIT_BITS - digit_bit_length(divisor[width - 1]);
    if (q >= 0) {
        Digit shifted[ROOM];
        digits_shift_left(shifted, whole, count, (uint64_t)q);
        count = digits_trim(shifted, count + (size_t)(q / DIGIT_BITS) + 1);
        digits_shift_left(dividend, shifted, count, shift);
    } else {
        sticky = digits_low_bits(whole, count, (uint64_t)-q);
        count = digits_trim(whole, digits_shift_right(whole, whole, count, (uint64_t)-q));
        digits_shift_left(dividend, whole, count, shift);
    }
    digits_shift_left(normal, divisor, width, shift);
    size_t m = count + 1 > width ? count + 1 - width : 1;
    digits_divide_school(n, dividend, m, normal, width);
    digits_shift_left(dividend, dividend, width, 1); // twice the remainder against the divisor
    size_t twice = digits_trim(dividend, width + 1);
    int order = digits_compare(dividend, twice, normal, width);
    m = digits_trim(n, m);
    if (order > 0 || (order == 0 && (sticky || (m && n[0] & 1)))) add_one(n, &m);
    return digits_trim(n, m);
}

// n = c * 2^q * 10^places, places >= 0, rounded
static size_t scaled_up(uint64_t c, int q, int64_t places, Digit *n) {
    Digit product[ROOM] = {c & DIGIT_MASK, c >> DIGIT_BITS};
    size_t count = multiply_by_power_of_ten(product, digits_trim(product, 2), places);
    if (q >= 0) {
        digits_shift_left(n, product, count, (uint64_t)q);
        return digits_trim(n, count + (size_t)(q / DIGIT_BITS) + 1);
    }
    uint64_t bits = (uint64_t)-q, half = bits - 1;
    size_t rest = digits_trim(n, digits_shift_right(n, product, count, bits));
    bool high = half / DIGIT_BITS < count && product[half / DIGIT_BITS] >> half % DIGIT_BITS & 1;
    if (high && (digits_low_bits(product, count, half) || (rest && n[0] & 1))) add_one(n, &rest);
    return rest;
}

static const uint64_t small_powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
                                        1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000,
                                        100000000000000000, 1000000000000000000};

// The same in 128 bits, where that is enough.
static bool scaled_small(uint64_t c, int q, int64_t places, uint64_t *out) {
    if (places < 0 || places > 18 || q > 0 || q < -120) return false;
    unsigned __int128 product = (unsigned __int128)c * small_powers[places], whole = product >> -q;
    if (q < 0) {
        unsigned __int128 half = (unsigned __int128)1 << (-q - 1), below = product & (half * 2 - 1);
        if (below > half || (below == half && whole & 1)) whole++;
    }
    *out = (uint64_t)whole;
    return whole <= UINT64_MAX;
}

// Before the point: the whole part by a power of ten, both in 64 bits.
static bool scaled_down_small(uint64_t c, int q, int64_t places, uint64_t *out) {
    if (places < -18 || q > 10) return false;
    uint64_t power = small_powers[-places], whole = q >= 0 ? c << q : q > -64 ? c >> -q : 0;
    bool sticky = q < 0 && (q > -64 ? whole << -q != c : c != 0);
    uint64_t twice = whole % power * 2;
    *out = whole / power;
    if (twice > power || (twice == power && (sticky || *out & 1))) ++*out;
    return true;
}

bool float_scaled(double d, int64_t places, uint64_t *out) {
    int q;
    uint64_t c = split(d, &q);
    return c ? scaled_small(c, q, places, out) : (*out = 0, true);
}

size_t float_decimals(double d, int64_t places, char *digits, int *point) {
    int q;
    uint64_t c = split(d, &q), small;
    if (places > 1074) places = 1074; // all there are
    if (!c || places < -310) return *point = 1, digits[0] = '0', 1;
    size_t size;
    if (places < 0 ? scaled_down_small(c, q, places, &small) : scaled_small(c, q, places, &small)) {
        *point = count_digits(small) - (int)places;
        size = write_digits(small, digits);
    } else {
        Digit n[ROOM + 4];
        size_t count = places < 0 ? scaled_down(c, q, -places, n) : scaled_up(c, q, places, n);
        size = digits_render_decimal(n, count, digits);
        *point = (int)size - (int)places;
        size = strip(digits, size);
    }
    if (size == 0 || digits[0] == '0') return *point = 1, digits[0] = '0', 1;
    return size;
}

size_t float_significant(double d, int64_t count, char *digits, int *point) {
    int q;
    uint64_t c = split(d, &q);
    if (!c) return *point = 1, digits[0] = '0', 1;
    if (count > 800) count = 800; // more than there are
    int bits = q + 63 - __builtin_clzll((unsigned long long)c);                 // 2^bits <= d
    int64_t whole = ((int64_t)bits * 1262611 >> 22) + 1;                          // digits before the point, or one less
    size_t size = float_decimals(d, count - whole, digits, point);
    if (*point > whole) size = float_decimals(d, count - whole - 1, digits, point);
    return size;
}

// ---- from text ---------------------------------------------------------------------------------------------------

static const double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// w * 10^k where the table of 128-bit powers decides: the true product lies between w (g - 1) and w g. False: it does not decide.
static bool from_table(uint64_t w, int64_t k, double *out) {
    if (k < POWER_FIRST || k > POWER_LAST) return false;
    struct PowerOfTen g = power_of_ten((int)k);
    int zeros = __builtin_clzll((unsigned long long)w);
    w <<= zeros;
    unsigned __int128 low = (unsigned __int128)g.low * w, high = (unsigned __int128)g.high * w + (uint64_t)(low >> 64);
    uint64_t last = (uint64_t)low; // 192 bits: high, last
    unsigned __int128 least = high - (last < w);
    uint64_t least_last = last - w;
    int exponent = floor_log2_of_power((int)k) - 127 + 64 - zeros, lead = __builtin_clzll((unsigned long long)(high >> 64));
    uint64_t top = (uint64_t)(high << lead >> 64), least_top = (uint64_t)(least << lead >> 64);
    bool sticky = (uint64_t)(high << lead) || last, least_sticky = (uint64_t)(least << lead) || least_last;
    double upper = digits_round_to_double(top, exponent + 64 - lead, sticky), lower = digits_round_to_double(least_top, exponent + 64 - lead, least_sticky);
    *out = upper;
    return upper == lower;
}

enum { SIGNIFICANT = 770 }; // no midpoint between doubles has more digits

// Exactly, as a quotient of whole numbers.
static double from_digits_slow(const char *digits, size_t count, int64_t exponent) {
    enum { WIDTH = 48, POWER = 64 };
    char kept[SIGNIFICANT + 1];
    Digit numerator[WIDTH + POWER], denominator[POWER] = {1}, room[WIDTH + 3 * POWER + 8];
    if (count > SIGNIFICANT) { // what follows is as good as a 1
        memcpy(kept, digits, SIGNIFICANT);
        kept[SIGNIFICANT] = '1';
        exponent += (int64_t)count - SIGNIFICANT - 1;
        digits = kept, count = SIGNIFICANT + 1;
    }
    if (exponent + (int64_t)count > 310) return INFINITY;
    if (exponent + (int64_t)count < -330) return 0;
    size_t m = digits_parse_decimal(numerator, digits, count), n = 1;
    if (exponent > 0) m = multiply_by_power_of_ten(numerator, m, exponent);
    else n = multiply_by_power_of_ten(denominator, 1, -exponent);
    return digits_true_divide(numerator, m, denominator, n, room);
}

double float_from_digits(const char *digits, size_t count, int64_t exponent) {
    while (count && *digits == '0') digits++, count--;
    while (count && digits[count - 1] == '0') count--, exponent++;
    if (!count) return 0;
    uint64_t w = 0;
    double result;
    if (count <= 19) {
        for (size_t i = 0; i < count; i++) w = w * 10 + (uint64_t)(digits[i] - '0');
        if (w <= (uint64_t)1 << 53 && exponent >= -22 && exponent <= 22)
            return exponent < 0 ? (double)w / exact_powers[-exponent] : (double)w * exact_powers[exponent];
        if (from_table(w, exponent, &result)) return result;
    }
    return from_digits_slow(digits, count, exponent);
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static const char *skip_digits(const char *at, const char *end) {
    while (at < end && (is_digit(*at) || (*at == '_' && at + 1 < end && is_digit(at[1]) && is_digit(at[-1])))) at++;
    return at;
}

static bool word_at(const char *at, const char *end, const char *word) {
    for (; *word; word++, at++)
        if (at == end || (*at | 0x20) != *word) return false;
    return true;
}

static const char *scan_word(const char *at, const char *end, double *out) {
    if (word_at(at, end, "inf")) return *out = INFINITY, at + (word_at(at, end, "infinity") ? 8 : 3);
    if (word_at(at, end, "nan")) return *out = NAN, at + 3;
    return NULL;
}

// Value of the digits from..end (with at most one point, and underscores) times 10^exponent.
static double digits_between(const char *from, const char *end, int64_t exponent) {
    char kept[SIGNIFICANT + 2];
    size_t count = 0;
    bool after_point = false, more = false;
    for (; from < end; from++) {
        if (*from == '.') after_point = true;
        if (!is_digit(*from)) continue;
        exponent -= after_point;
        if (!count && *from == '0') continue;
        if (count < SIGNIFICANT) kept[count++] = *from;
        else exponent++, more |= *from != '0';
    }
    if (more) kept[count++] = '1', exponent--;
    return float_from_digits(kept, count, exponent);
}

// Up to 18 digits with a point or without, and nothing else behind them that may belong to a number. NULL: not that.
static const char *scan_plain(const char *at, const char *end, double *out) {
    const char *first = at, *point = NULL;
    uint64_t w = 0;
    for (; at < end; at++) {
        unsigned digit = (unsigned)(*at - '0');
        if (digit <= 9) w = w * 10 + digit;
        else if (*at == '.' && !point) point = at;
        else break;
    }
    ptrdiff_t digits = at - first - (point != NULL);
    if (!digits || digits > 18 || (at < end && ((*at | 0x20) == 'e' || *at == '_'))) return NULL;
    ptrdiff_t places = point ? at - point - 1 : 0;
    if (w <= (uint64_t)1 << 53) return *out = (double)w / exact_powers[places], at;
    return from_table(w, -places, out) ? at : NULL;
}

const char *float_scan(const char *text, const char *end, double *out) {
    const char *at = text;
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) at++;
    const char *first = at, *after = scan_plain(at, end, out);
    if (!after && at < end && !is_digit(*at) && *at != '.') after = scan_word(at, end, out);
    if (!after) {
        if (at < end && is_digit(*at)) at = skip_digits(at + 1, end);
        bool some = at > first;
        if (at < end && *at == '.') {
            const char *fraction = at + 1;
            at = fraction < end && is_digit(*fraction) ? skip_digits(fraction + 1, end) : fraction;
            some |= at > fraction;
        }
        if (!some) return NULL;
        after = at;
        int64_t exponent = 0;
        if (at < end && (*at | 0x20) == 'e') {
            const char *number = at + 1;
            bool down = number < end && *number == '-';
            if (number < end && (*number == '-' || *number == '+')) number++;
            if (number < end && is_digit(*number)) {
                after = skip_digits(number + 1, end);
                for (; number < after; number++)
                    if (is_digit(*number) && exponent < 1000000000000000) exponent = exponent * 10 + (*number - '0');
                if (down) exponent = -exponent;
            }
        }
        *out = digits_between(first, at, exponent);
    }
    if (negative) *out = -*out;
    return after;
}

double float_round(double d, int64_t places) {
    int q;
    uint64_t c = split(d, &q), small;
    double result;
    if (scaled_small(c, q, places, &small) && small <= (uint64_t)1 << 53) {
        result = (double)small / exact_powers[places];
    } else {
        char digits[FLOAT_DIGITS_MAX];
        int point;
        size_t count = float_decimals(d, places, digits, &point);
        result = float_from_digits(digits, count, (int64_t)point - (int64_t)count);
    }
    return copysign(result, d);
}
