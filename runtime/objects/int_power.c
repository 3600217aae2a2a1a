// Powers of ints, also modulo another, and the greatest common divisor.
#include "runtime/objects/float.h"
#include "runtime/objects/int_private.h"
#include <tommath.h>

_Static_assert(MP_DIGIT_BIT == DIGIT_BITS && sizeof(mp_digit) == sizeof(Digit), "Int objects hold libtommath's digits");

// ---- powers ------------------------------------------------------------------------------------------------------

// Squares and multiplies from the highest bit of the exponent down, between two buffers of the result's size.
static Value power_of_digits(VM *vm, const IntView *base, uint64_t exponent, int sign) {
    uint64_t bits;
    if (__builtin_mul_overflow(digits_bit_length(base->digits, base->count), exponent, &bits) || bits / DIGIT_BITS >= INT_DIGITS_MAX)
        return raise_memory_error(vm);
    size_t room = (size_t)(bits / DIGIT_BITS) + base->count + 2, extra = digits_multiply_scratch(room / 2 + 1, room / 2 + 1);
    size_t uneven = digits_multiply_scratch(room, base->count);
    if (uneven > extra) extra = uneven;
    Int *n = int_alloc(vm, room);
    Digit *scratch = n ? digits_new(vm, room + extra) : NULL;
    if (!scratch) return VALUE_ERROR;
    Digit *now = n->digits, *next = scratch;
    size_t count = base->count;
    memcpy(now, base->digits, count * sizeof *now);
    bool done = true;
    for (int bit = 62 - __builtin_clzll((unsigned long long)exponent); done && bit >= 0; bit--) {
        done = digits_multiply(vm, next, now, count, now, count, scratch + room);
        count = digits_trim(next, 2 * count);
        Digit *swap = now;
        now = next, next = swap;
        if (!done || !(exponent >> bit & 1)) continue;
        done = digits_multiply(vm, next, now, count, base->digits, base->count, scratch + room);
        count = digits_trim(next, count + base->count);
        swap = now, now = next, next = swap;
    }
    Value result = done ? int_from_digits(vm, now, count, sign) : VALUE_ERROR;
    digits_free(vm, scratch, room + extra);
    block_free(vm, n, sizeof *n + room * sizeof *n->digits);
    return result;
}

static Value power_of_positive(VM *vm, const IntView *base, uint64_t exponent, int sign) {
    // The factors of two become a shift: 10 ** n is (5 ** n) << n.
    uint64_t zeros = 0, shift;
    while (!base->digits[zeros / DIGIT_BITS]) zeros += DIGIT_BITS;
    zeros += (uint64_t)__builtin_ctzll((unsigned long long)base->digits[zeros / DIGIT_BITS]);
    if (!zeros) return power_of_digits(vm, base, exponent, sign);
    if (__builtin_mul_overflow(zeros, exponent, &shift)) return raise_memory_error(vm);
    size_t room = base->count;
    Digit few[8], *odd = room <= 8 ? few : digits_new(vm, room);
    if (!odd) return VALUE_ERROR;
    IntView view = {.digits = odd, .sign = 1};
    view.count = digits_trim(odd, digits_shift_right(odd, base->digits, base->count, zeros));
    Value result = view.count == 1 && odd[0] == 1 ? from_small_int(sign) : power_of_digits(vm, &view, exponent, sign);
    if (odd != few) digits_free(vm, odd, room);
    return result == VALUE_ERROR ? VALUE_ERROR : int_shift_left(vm, result, shift);
}

Value int_power(VM *vm, Value base, Value exponent) {
    if (int_sign(exponent) < 0) {
        double x = int_to_double(vm, base), y = x == -1.0 && error_is_set(vm) ? -1.0 : int_to_double(vm, exponent);
        return y == -1.0 && error_is_set(vm) ? VALUE_ERROR : float_power(vm, x, y);
    }
    int64_t e, b, result = 1;
    bool small = int_to_int64(base, &b), bounded = int_to_int64(exponent, &e);
    IntView view;
    int_view(&view, exponent);
    bool odd = view.count && view.digits[0] & 1;
    if (small && (b == 0 || b == 1)) return from_small_int(b || !view.count);
    if (small && b == -1) return from_small_int(odd ? -1 : 1);
    if (!bounded) return raise_memory_error(vm);
    if (!e) return from_small_int(1);
    if (e == 2) return int_binary(vm, SLOT_MULT, base, base);
    if (small && e < 64) { // fits in most programs
        bool fits = true;
        for (int64_t i = 0; fits && i < e; i++) fits = !__builtin_mul_overflow(result, b, &result);
        if (fits) return int_from_int64(vm, result);
    }
    int_view(&view, base);
    return power_of_positive(vm, &view, (uint64_t)e, odd ? view.sign : 1);
}

// ---- modulo ------------------------------------------------------------------------------------------------------

static mp_int as_mp(const IntView *view) {
    return (mp_int){.used = (int)view->count, .alloc = (int)view->count, .sign = view->sign < 0 ? MP_NEG : MP_ZPOS, .dp = (mp_digit *)(uintptr_t)view->digits};
}

// libtommath takes its memory from malloc: asks first whether the heap, which a host may have limited, would have had it.
static bool may_use(VM *vm, size_t digits) {
    Digit *block = digits_new(vm, digits);
    digits_free(vm, block, digits);
    return block != NULL;
}

static Value from_mp(VM *vm, mp_err error, mp_int *result) {
    Value value = error == MP_OKAY ? int_from_digits(vm, result->dp, (size_t)result->used, result->sign == MP_NEG ? -1 : 1)
                  : error == MP_MEM ? raise_memory_error(vm)
                                    : raise_value_error(vm, "base is not invertible for the given modulus");
    mp_clear(result);
    return value;
}

// Euclid's algorithm, extended (Knuth, TAOCP 2, 4.5.2 X): the factors stay below the modulus.
static Value inverse_int64(VM *vm, int64_t base, int64_t modulus) {
    int64_t x = modulus, y = base, factor = 0, next = 1;
    while (y) {
        int64_t quotient = x / y, rest = x - quotient * y, following = factor - quotient * next;
        x = y, y = rest;
        factor = next, next = following;
    }
    if (x != 1) return raise_value_error(vm, "base is not invertible for the given modulus");
    return int_from_int64(vm, factor < 0 ? factor + modulus : factor);
}

// The same on numbers of any size. libtommath's numbers are for those where it does not take long.
enum { LONG_MODULUS = 80 }; // digits
static Value inverse_long(VM *vm, Value base, Value modulus) {
    Value x = modulus, y = base, factor = from_small_int(0), next = from_small_int(1);
    while (int_sign(y)) {
        Value quotient, rest, product, following;
        if (!work(vm, 16) || !int_divide(vm, x, y, &quotient, &rest) || (product = int_binary(vm, SLOT_MULT, quotient, next)) == VALUE_ERROR ||
            (following = int_binary(vm, SLOT_SUB, factor, product)) == VALUE_ERROR)
            return VALUE_ERROR;
        int_release(vm, quotient), int_release(vm, product);
        if (x != modulus && x != base) int_release(vm, x);
        if (factor != next) int_release(vm, factor);
        x = y, y = rest;
        factor = next, next = following;
    }
    if (x != from_small_int(1)) return raise_value_error(vm, "base is not invertible for the given modulus");
    return int_sign(factor) < 0 ? int_binary(vm, SLOT_ADD, factor, modulus) : factor;
}

// modulus > 1, base in 0 .. modulus
static Value inverse(VM *vm, Value base, Value modulus) {
    IntView b, m;
    int_view(&b, base), int_view(&m, modulus);
    mp_int result, x = as_mp(&b), y = as_mp(&m);
    if (!b.count) return raise_value_error(vm, "base is not invertible for the given modulus");
    int64_t small_base, small_modulus;
    if (int_to_int64(base, &small_base) && int_to_int64(modulus, &small_modulus)) return inverse_int64(vm, small_base, small_modulus);
    if (m.count > LONG_MODULUS) return inverse_long(vm, base, modulus);
    work_done(vm, m.count * m.count * 16);
    if (!may_use(vm, 8 * m.count)) return VALUE_ERROR;
    if (mp_init(&result) != MP_OKAY) return raise_memory_error(vm);
    return from_mp(vm, mp_invmod(&x, &y, &result), &result);
}

// All under 2^32, so that products fit a word.
static uint64_t power_modulo_word(uint64_t base, uint64_t exponent, uint64_t modulus) {
    uint64_t result = 1;
    for (; exponent; exponent >>= 1, base = base * base % modulus)
        if (exponent & 1) result = result * base % modulus;
    return result;
}

static Value power_modulo_int64(VM *vm, uint64_t base, Value exponent, uint64_t modulus) {
    IntView e;
    int_view(&e, exponent);
    uint64_t result = 1 % modulus;
    for (uint64_t bit = digits_bit_length(e.digits, e.count); bit-- > 0;) {
        if (!work(vm, 8)) return VALUE_ERROR;
        result = (uint64_t)((unsigned __int128)result * result % modulus);
        if (e.digits[bit / DIGIT_BITS] >> bit % DIGIT_BITS & 1) result = (uint64_t)((unsigned __int128)result * base % modulus);
    }
    return int_from_uint64(vm, result);
}

static Value times_modulo(VM *vm, Value a, Value b, Value modulus) {
    Value product = int_multiply(vm, a, b), rest;
    if (product == VALUE_ERROR || !int_divide(vm, product, modulus, NULL, &rest)) return VALUE_ERROR;
    if (rest != product) int_release(vm, product);
    return work(vm, 16) ? rest : VALUE_ERROR;
}

// For an exponent of a few bits, so few that preparing Montgomery's numbers would take longer than the whole.
static Value power_modulo_short(VM *vm, Value base, unsigned exponent, Value modulus) {
    Value result = base;
    for (int bit = 30 - __builtin_clz(exponent); bit >= 0 && result != VALUE_ERROR; bit--) {
        result = int_binary(vm, SLOT_MULT, result, result);
        if (result == VALUE_ERROR || !int_divide(vm, result, modulus, NULL, &result)) return VALUE_ERROR;
        if (!(exponent >> bit & 1)) continue;
        result = int_binary(vm, SLOT_MULT, result, base);
        if (result == VALUE_ERROR || !int_divide(vm, result, modulus, NULL, &result)) return VALUE_ERROR;
    }
    return result;
}

// Of numbers on which libtommath would go on for long. Four bits of the exponent at a time.
static Value power_modulo_long(VM *vm, Value base, const IntView *exponent, Value modulus) {
    enum { WINDOW = 4 };
    Value powers[1 << WINDOW] = {from_small_int(1), base}, result = from_small_int(1);
    for (int i = 2; i < 1 << WINDOW; i++)
        if ((powers[i] = times_modulo(vm, powers[i - 1], base, modulus)) == VALUE_ERROR) return VALUE_ERROR;
    uint64_t bits = digits_bit_length(exponent->digits, exponent->count);
    for (uint64_t at = (bits + WINDOW - 1) / WINDOW * WINDOW; at > 0;) { // a digit's bits are a multiple of the window's
        at -= WINDOW;
        Value factor = powers[exponent->digits[at / DIGIT_BITS] >> at % DIGIT_BITS & ((1 << WINDOW) - 1)];
        for (int i = 0; i <= WINDOW; i++) { // squares, and a product
            if (i == WINDOW && factor == powers[0]) break;
            Value next = times_modulo(vm, result, i == WINDOW ? factor : result, modulus);
            if (next == VALUE_ERROR) return VALUE_ERROR;
            int_release(vm, result);
            result = next;
        }
    }
    return result;
}

// modulus > 1, base in 0 .. modulus, exponent >= 0
static Value power_modulo(VM *vm, Value base, Value exponent, Value modulus) {
    int64_t small_base, small_modulus;
    if (int_to_int64(modulus, &small_modulus) && int_to_int64(base, &small_base))
        return power_modulo_int64(vm, (uint64_t)small_base, exponent, (uint64_t)small_modulus);
    if (!int_sign(exponent)) return from_small_int(1);
    if (is_small_int(exponent) && small_int(exponent) < 16) return power_modulo_short(vm, base, (unsigned)small_int(exponent), modulus);
    IntView b, e, m;
    int_view(&b, base), int_view(&e, exponent), int_view(&m, modulus);
    mp_int result, x = as_mp(&b), y = as_mp(&e), z = as_mp(&m);
    if (m.digits[0] & 1 && digits_bit_length(m.digits, m.count) <= MONTGOMERY_BITS) return int_power_modulo_odd(vm, base, exponent, modulus);
    if (m.count > LONG_MODULUS || e.count > LONG_MODULUS) return power_modulo_long(vm, base, &e, modulus);
    work_done(vm, e.count * m.count * m.count * 16);
    if (!may_use(vm, (m.count + 2) * (e.count > 8 ? 300 : 40))) return VALUE_ERROR; // the window's table of powers
    if (mp_init(&result) != MP_OKAY) return raise_memory_error(vm);
    return from_mp(vm, mp_exptmod(&x, &y, &z, &result), &result);
}

Value int_power_modulo(VM *vm, Value base, Value exponent, Value modulus) {
    if (both_small_ints(base, exponent) && is_small_int(modulus) && small_int(exponent) >= 0 && small_int(modulus) > 1 && small_int(modulus) <= UINT32_MAX) {
        int64_t rest = small_int(base) % small_int(modulus);
        if (rest < 0) rest += small_int(modulus);
        return from_small_int((int64_t)power_modulo_word((uint64_t)rest, (uint64_t)small_int(exponent), (uint64_t)small_int(modulus)));
    }
    if (!int_sign(modulus)) return raise_value_error(vm, "pow() 3rd argument cannot be 0");
    bool negative = int_sign(modulus) < 0;
    Value size = negative ? int_negate(vm, modulus) : modulus, rest;
    if (size == VALUE_ERROR || !int_divide(vm, base, size, NULL, &rest)) return VALUE_ERROR;
    int64_t one;
    if (int_to_int64(size, &one) && one == 1) return from_small_int(0);
    if (int_sign(exponent) < 0) {
        rest = inverse(vm, rest, size);
        exponent = rest == VALUE_ERROR ? VALUE_ERROR : int_negate(vm, exponent);
        if (exponent == VALUE_ERROR) return VALUE_ERROR;
    }
    Value result = power_modulo(vm, rest, exponent, size);
    return result != VALUE_ERROR && negative && int_sign(result) ? int_binary(vm, SLOT_ADD, result, modulus) : result;
}

static Value power_method(VM *vm, Value base, Value exponent, Value modulus) {
    if (!is_int(base) || !is_int(exponent)) return VALUE_NOT_IMPLEMENTED;
    if (modulus == VALUE_NONE) return int_power(vm, base, exponent);
    return is_int(modulus) ? int_power_modulo(vm, base, exponent, modulus) : VALUE_NOT_IMPLEMENTED;
}
Value int_pow_method(VM *vm, Value *args, uint32_t count) { return power_method(vm, args[0], args[1], count > 2 ? args[2] : VALUE_NONE); }
Value int_rpow_method(VM *vm, Value *args, uint32_t count) { return power_method(vm, args[1], args[0], count > 2 ? args[2] : VALUE_NONE); }

// ---- greatest common divisor -------------------------------------------------------------------------------------

static uint64_t gcd_of_words(uint64_t a, uint64_t b) {
    while (b) {
        uint64_t rest = a % b;
        a = b, b = rest;
    }
    return a;
}

// The bits of a from `shift` on, at most 60.
static int64_t bits_from(const Digit *a, size_t count, uint64_t shift) {
    size_t whole = (size_t)(shift / DIGIT_BITS);
    unsigned part = (unsigned)(shift % DIGIT_BITS);
    Digit low = whole < count ? a[whole] >> part : 0, high = whole + 1 < count && part ? a[whole + 1] << (DIGIT_BITS - part) : 0;
    return (int64_t)((low | high) & DIGIT_MASK);
}

typedef struct Cofactors {
    int64_t a, b, c, d;
} Cofactors;

// x, y = a x + b y, c x + d y, into new places; neither is negative (all of `count` digits).
static void combine(Digit *new_x, Digit *new_y, const Digit *x, const Digit *y, Cofactors f, size_t count) {
    __int128 first = 0, second = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t p = (int64_t)x[i], q = (int64_t)y[i];
        first += (__int128)f.a * p + (__int128)f.b * q;
        second += (__int128)f.c * p + (__int128)f.d * q;
        new_x[i] = (Digit)first & DIGIT_MASK, new_y[i] = (Digit)second & DIGIT_MASK;
        first >>= DIGIT_BITS, second >>= DIGIT_BITS;
    }
}

// Steps of Euclid's algorithm on the leading bits, as far as they are surely those of the whole numbers.
static Cofactors lehmer_steps(int64_t x, int64_t y) {
    Cofactors f = {1, 0, 0, 1};
    while (y + f.c && y + f.d) {
        int64_t quotient = (x + f.a) / (y + f.c), other = x + f.b - quotient * (y + f.d);
        if (other < 0 || other >= y + f.d) break; // (x + b) / (y + d) would be another one
        f = (Cofactors){f.c, f.d, f.a - quotient * f.c, f.b - quotient * f.d};
        int64_t rest = x - quotient * y;
        x = y, y = rest;
    }
    return f;
}

// Lehmer's algorithm (Knuth, TAOCP 2, 4.5.2 L). x >= y; all four have `room` digits, of which those below `width` count.
static Value gcd_of_digits(VM *vm, Digit *x, Digit *y, Digit *spare, Digit *other, size_t room) {
    for (size_t width = room;;) {
        if (!work(vm, 8 + width / 4)) return VALUE_ERROR;
        size_t m = digits_trim(x, width), n = digits_trim(y, m);
        width = m;
        if (n <= 1) {
            if (!n) return int_from_digits(vm, x, m, 1);
            return int_from_uint64(vm, gcd_of_words(y[0], digits_divide_small(spare, x, m, y[0])));
        }
        uint64_t bits = digits_bit_length(x, m);
        Cofactors f = lehmer_steps(bits_from(x, m, bits - DIGIT_BITS), bits_from(y, n, bits - DIGIT_BITS));
        Digit *swap;
        if (!f.b) {
            IntView a = {.digits = x, .count = m, .sign = 1}, b = {.digits = y, .count = n, .sign = 1};
            if (!int_divide_magnitudes(vm, &a, &b, spare, other)) return VALUE_ERROR;
            swap = x, x = y, y = other, other = swap;
            continue;
        }
        combine(spare, other, x, y, f, m);
        swap = x, x = spare, spare = swap;
        swap = y, y = other, other = swap;
    }
}

Value int_gcd(VM *vm, Value a, Value b) {
    int64_t small_a, small_b;
    if (int_to_int64(a, &small_a) && int_to_int64(b, &small_b))
        return int_from_uint64(vm, gcd_of_words(small_a < 0 ? -(uint64_t)small_a : (uint64_t)small_a, small_b < 0 ? -(uint64_t)small_b : (uint64_t)small_b));
    IntView x, y;
    int_view(&x, a), int_view(&y, b);
    if (digits_compare(x.digits, x.count, y.digits, y.count) < 0) return int_gcd(vm, b, a);
    size_t room = x.count + 1;
    Digit *digits = digits_new(vm, 4 * room);
    if (!digits) return VALUE_ERROR;
    memset(digits, 0, 2 * room * sizeof *digits);
    memcpy(digits, x.digits, x.count * sizeof *digits);
    memcpy(digits + room, y.digits, y.count * sizeof *digits);
    Value result = gcd_of_digits(vm, digits, digits + room, digits + 2 * room, digits + 3 * room, room);
    digits_free(vm, digits, 4 * room);
    return result;
}
