// Short cuts for operators on short numbers: finite, not zero, of one limb (18 digits), whose result needs no rounding and meets no condition. Small
// ints count, too. Everything else is for decimal_arithmetic.c; the results are the same.
#include "runtime/modules/decimal_private.h"

typedef struct Short {
    Limb limb; // not 0
    int64_t exponent;
    uint8_t sign;
} Short;

static inline bool take(const DecimalState *state, Value v, Short *out) {
    if (is_small_int(v)) {
        int64_t n = small_int(v);
        *out = (Short){n < 0 ? -(uint64_t)n : (uint64_t)n, 0, n < 0};
        return out->limb - 1 < LIMB_BASE - 1;
    }
    if (!is_exactly(v, state->decimal)) return false;
    const Decimal *d = as_decimal(v);
    *out = (Short){d->limbs[0], d->exponent, d->sign};
    return d->count == 1 && !d->kind;
}

// Is coefficient * 10^exponent, of at most two limbs, as the context wants it?
static inline bool fits(const DecimalContext *context, Limb high, int64_t exponent) {
    if (exponent < context->emin || exponent + 2 * LIMB_DIGITS > context->emax - context->prec) return false;
    if (context->prec >= 2 * LIMB_DIGITS) return true;
    return context->prec >= LIMB_DIGITS && high < powers_of_ten[context->prec - LIMB_DIGITS].power;
}

static inline Value make(VM *vm, Limb low, Limb high, int64_t exponent, uint8_t sign) {
    Decimal *d = object_new(vm, decimal_state(vm)->decimal, sizeof *d);
    if (!d) return VALUE_ERROR;
    d->exponent = exponent, d->count = 1 + (high != 0), d->sign = sign, d->kind = KIND_FINITE;
    d->limbs[0] = low, d->limbs[1] = high;
    return from_object(d);
}

// The one with the greater exponent becomes longer, within a limb.
static inline bool align(Short *a, Short *b) {
    if (a->exponent == b->exponent) return true;
    Short *high = a->exponent > b->exponent ? a : b, *low = high == a ? b : a;
    uint64_t by = (uint64_t)high->exponent - (uint64_t)low->exponent;
    if (by >= LIMB_DIGITS) return false;
    Limb2 longer = (Limb2)high->limb * powers_of_ten[by].power;
    if (longer >= LIMB_BASE) return false;
    high->limb = (Limb)longer, high->exponent = low->exponent;
    return true;
}

Value decimal_quick_add(VM *vm, Value x, Value y, bool subtracts) {
    const DecimalState *state = decimal_state(vm);
    Short a, b;
    if (!take(state, x, &a) || !take(state, y, &b) || !align(&a, &b)) return VALUE_UNBOUND;
    const DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    b.sign ^= subtracts;
    if (a.sign == b.sign) {
        Limb sum = a.limb + b.limb, high = sum >= LIMB_BASE;
        if (!fits(context, high, a.exponent)) return VALUE_UNBOUND;
        return make(vm, high ? sum - LIMB_BASE : sum, high, a.exponent, a.sign);
    }
    if (a.limb == b.limb || !fits(context, 0, a.exponent)) return VALUE_UNBOUND;
    return a.limb > b.limb ? make(vm, a.limb - b.limb, 0, a.exponent, a.sign) : make(vm, b.limb - a.limb, 0, a.exponent, b.sign);
}

Value decimal_quick_multiply(VM *vm, Value x, Value y) {
    const DecimalState *state = decimal_state(vm);
    Short a, b;
    if (!take(state, x, &a) || !take(state, y, &b)) return VALUE_UNBOUND;
    Limb low, high = limb_carry((Limb2)a.limb * b.limb, &low);
    const DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    int64_t exponent = a.exponent + b.exponent;
    return fits(context, high, exponent) ? make(vm, low, high, exponent, a.sign ^ b.sign) : VALUE_UNBOUND;
}

int decimal_quick_compare(VM *vm, Value x, Value y) {
    const DecimalState *state = decimal_state(vm);
    Short a, b;
    if (!take(state, x, &a) || !take(state, y, &b)) return DECIMAL_NOT_QUICK;
    if (a.sign != b.sign) return a.sign ? -1 : 1;
    int greater = a.sign ? -1 : 1;
    if (a.exponent == b.exponent) return a.limb == b.limb ? 0 : a.limb > b.limb ? greater : -greater;
    bool a_longer = a.exponent > b.exponent;
    uint64_t by = a_longer ? (uint64_t)a.exponent - (uint64_t)b.exponent : (uint64_t)b.exponent - (uint64_t)a.exponent;
    if (by > LIMB_DIGITS) return DECIMAL_NOT_QUICK;
    Limb2 m = a.limb, n = b.limb;
    if (a_longer) m *= powers_of_ten[by].power;
    else n *= powers_of_ten[by].power;
    return m == n ? 0 : m > n ? greater : -greater;
}

Value decimal_quick_negative(VM *vm, Value x) {
    Short a;
    if (!take(decimal_state(vm), x, &a)) return VALUE_UNBOUND;
    const DecimalContext *context = context_current(vm);
    if (!context) return VALUE_ERROR;
    return fits(context, 0, a.exponent) ? make(vm, a.limb, 0, a.exponent, !a.sign) : VALUE_UNBOUND;
}
