// Powers modulo an odd number of a few words, as tests of primes and key exchanges take them: Montgomery's multiplication (P. L. Montgomery, "Modular
// Multiplication Without Trial Division", 1985; the interleaved form, "CIOS", of Koc, Acar and Kaliski, 1996) on words of 64 bits.
#include "runtime/objects/int_private.h"

enum { WORDS_MOST = MONTGOMERY_BITS / 64, WINDOW = 4, WORK_OF_WINDOW = 16 };
typedef unsigned __int128 Double;
typedef struct Modulus {
    uint64_t words[WORDS_MOST];
    uint64_t inverse; // -1 / words[0], modulo 2^64
    size_t count;
} Modulus;

static void words_from_digits(uint64_t *words, size_t count, const Digit *digits, size_t digit_count) {
    for (size_t i = 0; i < count; i++) {
        size_t first = i * 64 / DIGIT_BITS;
        unsigned part = (unsigned)(i * 64 % DIGIT_BITS);
        Digit a = first < digit_count ? digits[first] : 0, b = first + 1 < digit_count ? digits[first + 1] : 0, c = first + 2 < digit_count ? digits[first + 2] : 0;
        words[i] = a >> part | b << (DIGIT_BITS - part);
        if (part > 2 * DIGIT_BITS - 64) words[i] |= c << (2 * DIGIT_BITS - part);
    }
}

static Value value_from_words(VM *vm, const uint64_t *words, size_t count) {
    Digit digits[WORDS_MOST * 64 / DIGIT_BITS + 1];
    size_t digit_count = count * 64 / DIGIT_BITS + 1;
    for (size_t i = 0; i < digit_count; i++) {
        size_t first = i * DIGIT_BITS / 64;
        unsigned part = (unsigned)(i * DIGIT_BITS % 64);
        uint64_t a = first < count ? words[first] : 0, b = first + 1 < count && part ? words[first + 1] << (64 - part) : 0;
        digits[i] = (a >> part | b) & DIGIT_MASK;
    }
    return int_from_digits(vm, digits, digit_count, 1);
}

// out = a b / 2^(64 count) modulo m. out may be a or b.
static inline __attribute__((always_inline)) void multiply(uint64_t *out, const uint64_t *a, const uint64_t *b, const Modulus *m, size_t count) {
    uint64_t sum[WORDS_MOST + 2] = {0};
    for (size_t i = 0; i < count; i++) {
        uint64_t carry = 0;
        for (size_t j = 0; j < count; j++) {
            Double step = (Double)a[j] * b[i] + sum[j] + carry;
            sum[j] = (uint64_t)step, carry = (uint64_t)(step >> 64);
        }
        Double top = (Double)sum[count] + carry;
        uint64_t factor = sum[0] * m->inverse;
        carry = (uint64_t)(((Double)factor * m->words[0] + sum[0]) >> 64);
        for (size_t j = 1; j < count; j++) {
            Double step = (Double)factor * m->words[j] + sum[j] + carry;
            sum[j - 1] = (uint64_t)step, carry = (uint64_t)(step >> 64);
        }
        top += carry;
        sum[count - 1] = (uint64_t)top, sum[count] = (uint64_t)(top >> 64);
    }
    uint64_t reduced[WORDS_MOST], borrow = 0;
    for (size_t j = 0; j < count; j++) {
        Double difference = (Double)sum[j] - m->words[j] - borrow;
        reduced[j] = (uint64_t)difference, borrow = (uint64_t)(difference >> 64) & 1;
    }
    memcpy(out, sum[count] >= borrow ? reduced : sum, count * sizeof *out);
}
static void montgomery(uint64_t *out, const uint64_t *a, const uint64_t *b, const Modulus *m) {
    if (m->count == 2) multiply(out, a, b, m, 2); // the loops unrolled
    else multiply(out, a, b, m, m->count);
}

static Modulus modulus_new(const IntView *m) {
    Modulus modulus = {.count = (size_t)(digits_bit_length(m->digits, m->count) + 63) / 64};
    words_from_digits(modulus.words, modulus.count, m->digits, m->count);
    uint64_t inverse = modulus.words[0]; // right in 3 bits; each step doubles them (Newton)
    for (int step = 0; step < 5; step++) inverse *= 2 - modulus.words[0] * inverse;
    modulus.inverse = -inverse;
    return modulus;
}

// base^exponent, where `one` is 1 in Montgomery's form. The exponent by its bits, or some at a time from a table of powers.
static bool raise_to(VM *vm, uint64_t *result, const uint64_t *base, const uint64_t *one, const IntView *exponent, const Modulus *m) {
    uint64_t bits = digits_bit_length(exponent->digits, exponent->count), at = bits, powers[1 << WINDOW][WORDS_MOST];
    unsigned width = bits > 32 ? WINDOW : 1;
    size_t size = m->count * sizeof *result;
    memcpy(powers[0], one, size), memcpy(powers[1], base, size), memcpy(result, one, size);
    for (unsigned i = 2; i < 1u << width; i++) montgomery(powers[i], powers[i - 1], powers[1], m); // result may be base
    while (at) {
        if (!work(vm, WORK_OF_WINDOW * width)) return false;
        unsigned take = at % width ? (unsigned)(at % width) : width, part = 0;
        for (unsigned i = 0; i < take; i++) {
            at--;
            part = part * 2 + (exponent->digits[at / DIGIT_BITS] >> at % DIGIT_BITS & 1);
            montgomery(result, result, result, m);
        }
        if (part) montgomery(result, result, powers[part], m);
    }
    return true;
}

Value int_power_modulo_odd(VM *vm, Value base, Value exponent, Value modulus) {
    IntView b, e, view;
    int_view(&b, base), int_view(&e, exponent), int_view(&view, modulus);
    Modulus m = modulus_new(&view);
    Value square = int_shift_left(vm, from_small_int(1), 128 * m.count), rest; // what numbers are multiplied with to get into the form
    if (square == VALUE_ERROR || !int_divide(vm, square, modulus, NULL, &rest)) return VALUE_ERROR;
    IntView r;
    int_view(&r, rest);
    uint64_t factor[WORDS_MOST], x[WORDS_MOST], one[WORDS_MOST] = {1}, plain[WORDS_MOST] = {1};
    words_from_digits(factor, m.count, r.digits, r.count), words_from_digits(x, m.count, b.digits, b.count);
    montgomery(x, x, factor, &m), montgomery(one, one, factor, &m);
    if (!raise_to(vm, x, x, one, &e, &m)) return VALUE_ERROR;
    montgomery(x, x, plain, &m);
    return value_from_words(vm, x, m.count);
}
