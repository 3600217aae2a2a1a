// The rarer operations on Numbers: neighbours, larger and smaller, the total order, digits moved and combined.
#include "runtime/modules/decimal_private.h"

#define RETURN_NANS(a, b)                                                                                                                  \
    do {                                                                                                                                   \
        const Number *second_ = (b);                                                                                                       \
        if ((a)->kind >= KIND_QUIET || (second_ && second_->kind >= KIND_QUIET)) return number_nans(op, a, second_, out) > 0;               \
    } while (0)

static void set_zero(Number *out, uint8_t sign) { *out = (Number){.sign = sign}; }

// ---- order -------------------------------------------------------------------------------------------------------

// The total order of the specification: -1, 0, 1; -2 raised.
static int total_order(Operation *op, const Number *a, const Number *b) {
    if (a->sign != b->sign) return a->sign ? -1 : 1;
    static const int8_t rank[] = {[KIND_FINITE] = 0, [KIND_INFINITE] = 1, [KIND_SIGNALING] = 2, [KIND_QUIET] = 3};
    int greater = a->sign ? -1 : 1, x = rank[a->kind], y = rank[b->kind];
    if (x >= 2 || y >= 2) {
        if (x != y) return x > y ? greater : -greater;
        return greater * limbs_compare(a->limbs, a->count, b->limbs, b->count);
    }
    int order = number_compare(op, a, b);
    if (order || a->kind || a->exponent == b->exponent) return order;
    return a->exponent > b->exponent ? greater : -greater;
}
static bool set_total_order(Operation *op, const Number *a, const Number *b, Number *out) {
    int order = total_order(op, a, b);
    if (order == -2) return false;
    number_set_small(op, out, order != 0, order < 0, 0);
    return true;
}
bool number_compare_total(Operation *op, const Number *a, const Number *b, Number *out) { return set_total_order(op, a, b, out); }
bool number_compare_total_mag(Operation *op, const Number *a, const Number *b, Number *out) {
    Number x = *a, y = *b;
    x.sign = y.sign = 0;
    return set_total_order(op, &x, &y, out);
}

static bool extreme(Operation *op, const Number *a, const Number *b, Number *out, bool want_max, bool by_magnitude) {
    if (number_is_nan(a) || number_is_nan(b)) {
        bool both = number_is_nan(a) && number_is_nan(b);
        if (both || a->kind == KIND_SIGNALING || b->kind == KIND_SIGNALING) return number_nans(op, a, b, out) > 0;
        return number_finish(op, number_is_nan(a) ? b : a, out);
    }
    Number x = *a, y = *b;
    if (by_magnitude) x.sign = y.sign = 0;
    int order = number_compare(op, &x, &y);
    if (!order) order = total_order(op, a, b);
    if (order == -2) return false;
    return number_finish(op, (order >= 0) == want_max || !order ? a : b, out);
}
bool number_max(Operation *op, const Number *a, const Number *b, Number *out) { return extreme(op, a, b, out, true, false); }
bool number_min(Operation *op, const Number *a, const Number *b, Number *out) { return extreme(op, a, b, out, false, false); }
bool number_max_mag(Operation *op, const Number *a, const Number *b, Number *out) { return extreme(op, a, b, out, true, true); }
bool number_min_mag(Operation *op, const Number *a, const Number *b, Number *out) { return extreme(op, a, b, out, false, true); }

// ---- neighbours --------------------------------------------------------------------------------------------------

// The next number above or below. Conditions met on the way count for nothing.
static bool neighbour(Operation *op, const Number *a, bool up, Number *out) {
    RETURN_NANS(a, NULL);
    if (a->kind) {
        if (!a->sign == up) return number_set_special(out, KIND_INFINITE, a->sign), true;
        return number_nines(op, out, a->sign, op->prec, operation_etop(op));
    }
    uint32_t status = op->status;
    uint8_t rounding = op->rounding;
    op->rounding = up ? ROUND_CEILING : ROUND_FLOOR;
    bool good = number_finish(op, a, out);
    if (good && !out->kind) {
        int order = number_compare(op, out, a);
        Number speck;
        number_set_small(op, &speck, 1, !up, operation_etiny(op) - 1);
        good = order == -2 ? false : order || number_add(op, a, &speck, out);
    }
    op->status = status, op->rounding = rounding;
    return good;
}
bool number_next_minus(Operation *op, const Number *a, const Number *b, Number *out) { return (void)b, neighbour(op, a, false, out); }
bool number_next_plus(Operation *op, const Number *a, const Number *b, Number *out) { return (void)b, neighbour(op, a, true, out); }

bool number_next_toward(Operation *op, const Number *a, const Number *b, Number *out) {
    RETURN_NANS(a, b);
    int order = number_compare(op, a, b);
    if (order == -2) return false;
    if (!order) {
        *out = *a;
        out->sign = b->sign;
        return true;
    }
    if (!neighbour(op, a, order < 0, out)) return false;
    if (out->kind) op->status |= STATUS_OVERFLOW | STATUS_INEXACT | STATUS_ROUNDED;
    else if (number_adjusted(out) < op->emin) op->status |= STATUS_UNDERFLOW | STATUS_SUBNORMAL | STATUS_INEXACT | STATUS_ROUNDED | (out->count ? 0 : STATUS_CLAMPED);
    return true;
}

// ---- exponents ---------------------------------------------------------------------------------------------------

static bool set_int64(Operation *op, int64_t n, Number *out) {
    Limb *limbs = operation_limbs(op, 2);
    if (!limbs) return false;
    uint64_t magnitude = n < 0 ? -(uint64_t)n : (uint64_t)n;
    limbs[0] = magnitude % LIMB_BASE, limbs[1] = magnitude / LIMB_BASE;
    *out = (Number){limbs, limbs_trim(limbs, 2), 0, n < 0, KIND_FINITE};
    return true;
}
// The integer that a number is, if its exponent is 0 and it is within that limit.
static bool small_integer(const Number *a, int64_t limit, int64_t *out) {
    if (a->kind || a->exponent || a->count > 2) return false;
    Limb2 n = a->count == 2 ? (Limb2)a->limbs[1] * LIMB_BASE + a->limbs[0] : a->count ? a->limbs[0] : 0;
    if (n > (Limb2)limit) return false;
    *out = a->sign ? -(int64_t)n : (int64_t)n;
    return true;
}

bool number_logb(Operation *op, const Number *a, const Number *b, Number *out) {
    (void)b;
    RETURN_NANS(a, NULL);
    if (a->kind) return number_set_special(out, KIND_INFINITE, 0), true;
    if (!a->count) {
        op->status |= STATUS_ZERO_DIVISION;
        return number_set_special(out, KIND_INFINITE, 1), true;
    }
    return set_int64(op, number_adjusted(a), out) && number_fit(op, out);
}

bool number_scaleb(Operation *op, const Number *a, const Number *b, Number *out) {
    RETURN_NANS(a, b);
    int64_t n;
    if (!small_integer(b, 2 * (op->emax + op->prec), &n)) return number_invalid(op, out, STATUS_INVALID);
    *out = *a;
    if (a->kind) return true;
    out->exponent += n;
    return number_fit(op, out);
}

// ---- digits moved ------------------------------------------------------------------------------------------------

// The last `digits` digits of a coefficient.
static bool keep_last(Operation *op, Number *a, int64_t digits) {
    if (number_digits(a) <= digits) return true;
    size_t count = limbs_for_digits(digits);
    Limb *limbs = operation_limbs(op, count + 1);
    if (!limbs) return false;
    memcpy(limbs, a->limbs, count * sizeof *limbs);
    if (digits % LIMB_DIGITS) limb_split(limbs[count - 1], (unsigned)(digits % LIMB_DIGITS), &limbs[count - 1]);
    a->limbs = limbs, a->count = limbs_trim(limbs, count);
    return true;
}
static bool move(Operation *op, Number *a, int64_t places) { // to the left, within the precision; right: negative
    bool inexact;
    if (places < 0) return number_drop(op, a, -places, ROUND_DOWN, &inexact);
    return keep_last(op, a, op->prec - places) && number_scale(op, a, places);
}

bool number_shift(Operation *op, const Number *a, const Number *b, Number *out) {
    RETURN_NANS(a, b);
    int64_t n;
    if (!small_integer(b, op->prec, &n)) return number_invalid(op, out, STATUS_INVALID);
    *out = *a;
    return a->kind || (keep_last(op, out, op->prec) && move(op, out, n));
}

bool number_rotate(Operation *op, const Number *a, const Number *b, Number *out) {
    RETURN_NANS(a, b);
    int64_t n;
    if (!small_integer(b, op->prec, &n)) return number_invalid(op, out, STATUS_INVALID);
    *out = *a;
    if (a->kind) return true;
    if (n < 0) n += op->prec;
    if (!keep_last(op, out, op->prec)) return false;
    Number low = *out, sum;
    if (!move(op, out, n) || !move(op, &low, n - op->prec)) return false;
    // What left above comes in below: no digit has two.
    const Number *more = out->count >= low.count ? out : &low, *less = more == out ? &low : out;
    Limb *limbs = operation_limbs(op, more->count + 1);
    if (!limbs) return false;
    limbs_add(limbs, more->limbs, more->count, less->limbs, less->count);
    sum = (Number){limbs, limbs_trim(limbs, more->count), a->exponent, a->sign, KIND_FINITE};
    *out = sum;
    return true;
}

// ---- digits as bits ----------------------------------------------------------------------------------------------

// The last `width` digits as characters, "0" before them; NULL: no logical operand (*is_logical false), or raised.
static char *logical_digits(Operation *op, const Number *a, size_t width, bool *is_logical) {
    *is_logical = false;
    if (a->kind || a->sign || a->exponent) return NULL;
    size_t count;
    char *digits = number_characters(op, a, &count);
    if (!digits) return *is_logical = true, NULL;
    for (size_t i = 0; i < count; i++)
        if (digits[i] != '0' && digits[i] != '1') return NULL;
    *is_logical = true;
    char *padded = (char *)operation_limbs(op, width / sizeof(Limb) + 1);
    if (!padded) return NULL;
    size_t kept = count < width ? count : width;
    memset(padded, '0', width - kept);
    memcpy(padded + width - kept, digits + count - kept, kept);
    return padded;
}
static bool set_digits(Operation *op, const char *digits, size_t width, Number *out) {
    Limb *limbs = operation_limbs(op, limbs_for_digits((int64_t)width) + 1);
    if (!limbs) return false;
    set_zero(out, 0);
    out->limbs = limbs, out->count = limbs_parse(limbs, digits, width);
    return true;
}

static bool combine(Operation *op, const Number *a, const Number *b, Number *out, const char *table) {
    int64_t longest = number_digits(a) > number_digits(b) ? number_digits(a) : number_digits(b);
    size_t width = (size_t)(longest < op->prec ? longest : op->prec);
    bool first, second;
    char *x = logical_digits(op, a, width, &first), *y = x ? logical_digits(op, b, width, &second) : NULL;
    if (!y) return (x ? second : first) ? false : number_invalid(op, out, STATUS_INVALID);
    for (size_t i = 0; i < width; i++) x[i] = table[(x[i] - '0') * 2 + (y[i] - '0')];
    return set_digits(op, x, width, out);
}
bool number_logical_and(Operation *op, const Number *a, const Number *b, Number *out) { return combine(op, a, b, out, "0001"); }
bool number_logical_or(Operation *op, const Number *a, const Number *b, Number *out) { return combine(op, a, b, out, "0111"); }
bool number_logical_xor(Operation *op, const Number *a, const Number *b, Number *out) { return combine(op, a, b, out, "0110"); }
bool number_logical_invert(Operation *op, const Number *a, const Number *b, Number *out) {
    (void)b;
    bool is_logical;
    char *x = logical_digits(op, a, (size_t)op->prec, &is_logical);
    if (!x) return is_logical ? false : number_invalid(op, out, STATUS_INVALID);
    for (int64_t i = 0; i < op->prec; i++) x[i] = x[i] == '0' ? '1' : '0';
    return set_digits(op, x, (size_t)op->prec, out);
}
