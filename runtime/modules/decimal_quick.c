// Short cuts for operators on short numbers: finite, not zero, of at most two limbs (36 digits). Small ints count, too. Whatever meets another
// condition than being rounded is for decimal_arithmetic.c, as is all that is longer; the results are the same.
#include "runtime/modules/decimal_private.h"

typedef struct Short {
    Limb low, high; // not both 0
    int64_t exponent;
    uint8_t sign;
} Short;

static inline bool take(const DecimalState *state, Value v, Short *out) {
    if (is_small_int(v)) {
        int64_t n = small_int(v);
        *out = (Short){n < 0 ? -(uint64_t)n : (uint64_t)n, 0, 0, n < 0};
        return out->low - 1 < LIMB_BASE - 1;
    }
    if (!is_exactly(v, state->decimal)) return false;
    const Decimal *d = as_decimal(v);
    *out = (Short){d->limbs[0], d->count == 2 ? d->limbs[1] : 0, d->exponent, d->sign};
    return d->count - 1u < 2 && !d->kind;
}
static inline Limb2 value_of(const Short *a) { return (Limb2)a->high * LIMB_BASE + a->low; }
static inline unsigned digits_of(Limb low, Limb high) { return high ? LIMB_DIGITS + limb_digits(high) : limb_digits(low); }

static inline Value make(VM *vm, Limb low, Limb high, int64_t exponent, uint8_t sign) {
    Decimal *d = object_new(vm, decimal_state(vm)->decimal, sizeof *d);
    if (!d) return VALUE_ERROR;
    d->exponent = exponent, d->count = 1 + (high != 0), d->sign = sign, d->kind = KIND_FINITE;
    d->limbs[0] = low, d->limbs[1] = high;
    return from_object(d);
}

static inline bool rounds_up(Limb tail, Limb half, bool more, Limb lowest, uint8_t sign, uint8_t rounding) {
    switch (rounding) {
    case ROUND_HALF_EVEN: return tail > half || (tail == half && (more || lowest & 1));
    case ROUND_HALF_UP: return tail >= half;
    case ROUND_HALF_DOWN: return tail > half || (tail == half && more);
    case ROUND_UP: return true;
    case ROUND_CEILING: return !sign;
    case ROUND_FLOOR: return sign;
    case ROUND_05UP: return lowest % 5 == 0;
    default: return false;
    }
}

// coefficient * 10^exponent (and a little more: `more`) as the context wants it. high may be twice as large as a limb.
static inline Value finish(VM *vm, Limb low, Limb high, bool more, int64_t exponent, uint8_t sign) {
    DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    int64_t prec = context->prec;
    if (exponent < context->emin || exponent + 2 * LIMB_DIGITS + 1 > context->emax - prec) return VALUE_UNBOUND;
    int64_t drop = (int64_t)digits_of(low, high) - prec;
    if (drop <= 0 && !more) return high < LIMB_BASE ? make(vm, low, high, exponent, sign) : VALUE_UNBOUND;
    if (drop <= 0 || drop > LIMB_DIGITS || prec >= 2 * LIMB_DIGITS || context->traps & (STATUS_INEXACT | STATUS_ROUNDED)) return VALUE_UNBOUND;
    Limb tail, rest, half = powers_of_ten[drop].power / 2;
    low = limb_split(low, (unsigned)drop, &tail);
    high = limb_split(high, (unsigned)drop, &rest);
    low += rest * powers_of_ten[LIMB_DIGITS - drop].power;
    bool is_exact = !tail && !more;
    if (!is_exact && rounds_up(tail, half, more, low, sign, context->rounding)) {
        if (++low == LIMB_BASE) low = 0, high++;
        if ((int64_t)digits_of(low, high) > prec) return VALUE_UNBOUND; // a power of ten
    }
    context->flags |= is_exact ? STATUS_ROUNDED : STATUS_ROUNDED | STATUS_INEXACT;
    return make(vm, low, high, exponent + drop, sign);
}

// The value of `a` in units of a smaller exponent; false: too long.
static inline bool lengthen(const Short *a, uint64_t by, Limb2 *out) {
    Limb2 value = value_of(a);
    if (by) {
        if (by + digits_of(a->low, a->high) > 2 * LIMB_DIGITS) return false;
        if (by > LIMB_DIGITS) value *= powers_of_ten[by - LIMB_DIGITS].power, by = LIMB_DIGITS;
        value *= powers_of_ten[by].power;
    }
    return *out = value, true;
}
static inline bool align(const Short *a, const Short *b, Limb2 *x, Limb2 *y) {
    int64_t by = a->exponent - b->exponent; // exponents are within 4 * 10^18 of each other
    return lengthen(a, by > 0 ? (uint64_t)by : 0, x) && lengthen(b, by < 0 ? (uint64_t)-by : 0, y);
}

Value decimal_quick_add(VM *vm, Value left, Value right, bool subtracts) {
    const DecimalState *state = decimal_state(vm);
    Short a, b;
    Limb2 x, y;
    if (!take(state, left, &a) || !take(state, right, &b) || !align(&a, &b, &x, &y)) return VALUE_UNBOUND;
    int64_t exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
    Limb2 sum = x + y;
    if (a.sign != (b.sign ^ subtracts)) {
        if (x == y) return VALUE_UNBOUND;
        if (x < y) a.sign ^= 1;
        sum = x < y ? y - x : x - y;
    }
    if (sum < LIMB_BASE) return finish(vm, (Limb)sum, 0, false, exponent, a.sign);
    Limb low, high = limb_carry(sum, &low);
    return finish(vm, low, high, false, exponent, a.sign);
}

Value decimal_quick_multiply(VM *vm, Value left, Value right) {
    const DecimalState *state = decimal_state(vm);
    Short a, b;
    if (!take(state, left, &a) || !take(state, right, &b)) return VALUE_UNBOUND;
    if (a.high | b.high && (a.high ? b.high || a.high >= LIMB_BASE / b.low : b.high >= LIMB_BASE / a.low)) return VALUE_UNBOUND;
    Limb2 product = a.high | b.high ? value_of(&a) * value_of(&b) : (Limb2)a.low * b.low;
    Limb low, high = limb_carry(product, &low);
    return finish(vm, low, high, false, a.exponent + b.exponent, a.sign ^ b.sign);
}

// By a divisor of one limb: limb by limb, until there are enough digits.
Value decimal_quick_divide(VM *vm, Value left, Value right) {
    const DecimalState *state = decimal_state(vm);
    Short a, b;
    if (!take(state, left, &a) || !take(state, right, &b) || b.high) return VALUE_UNBOUND;
    const DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    if (context->prec >= 2 * LIMB_DIGITS) return VALUE_UNBOUND;
    Divisor d = divisor_new(b.low);
    Limb rest, q[4] = {0}; // from the most significant one
    size_t count = 2;
    q[0] = limb_divide(a.high, d, &rest);
    q[1] = limb_divide((Limb2)rest * LIMB_BASE + a.low, d, &rest);
    int64_t digits = digits_of(q[1], q[0]), exponent = a.exponent - b.exponent, added = 0;
    for (; rest && digits <= context->prec && count < 4; added += LIMB_DIGITS) {
        q[count] = limb_divide((Limb2)rest * LIMB_BASE, d, &rest);
        digits = digits ? digits + LIMB_DIGITS : limb_digits(q[count]);
        count++;
    }
    if (rest && digits <= context->prec) return VALUE_UNBOUND;
    Limb limbs[4];
    for (size_t i = 0; i < count; i++) limbs[i] = q[count - 1 - i];
    count = limbs_trim(limbs, count);
    bool more = rest != 0;
    // An exact quotient drops the zeros that it has for no reason; one of three limbs or more those digits that are rounded away anyway but one.
    int64_t drop = more ? digits - context->prec - 1 : limbs_trailing_zeros(limbs, count) < added ? limbs_trailing_zeros(limbs, count) : added;
    if (drop > 0) {
        more |= limbs_shift_right(limbs, limbs, count, (uint64_t)drop) != TAIL_NONE;
        count = limbs_trim(limbs, count - (size_t)drop / LIMB_DIGITS);
    }
    if (count > 2) return VALUE_UNBOUND;
    return finish(vm, limbs[0], count == 2 ? limbs[1] : 0, more, exponent - added + drop, a.sign ^ b.sign);
}

int decimal_quick_compare(VM *vm, Value left, Value right) {
    const DecimalState *state = decimal_state(vm);
    Short a, b;
    if (!take(state, left, &a) || !take(state, right, &b)) return DECIMAL_NOT_QUICK;
    if (a.sign != b.sign) return a.sign ? -1 : 1;
    int greater = a.sign ? -1 : 1;
    Limb2 x, y;
    if (align(&a, &b, &x, &y)) return x == y ? 0 : x > y ? greater : -greater;
    int64_t m = a.exponent + digits_of(a.low, a.high), n = b.exponent + digits_of(b.low, b.high);
    return m == n ? DECIMAL_NOT_QUICK : m > n ? greater : -greater;
}

Value decimal_quick_negative(VM *vm, Value v) {
    Short a;
    if (!take(decimal_state(vm), v, &a)) return VALUE_UNBOUND;
    return finish(vm, a.low, a.high, false, a.exponent, !a.sign);
}
