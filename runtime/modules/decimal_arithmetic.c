// Arithmetic on Numbers (decimal_private.h), as the General Decimal Arithmetic specification has it.
#include "runtime/modules/decimal_private.h"

// ---- operations --------------------------------------------------------------------------------------------------

void operation_init(Operation *op, VM *vm, const DecimalContext *context) {
    op->vm = vm, op->prec = context->prec, op->emax = context->emax, op->emin = context->emin;
    op->rounding = context->rounding, op->clamp = context->clamp;
    op->status = 0, op->used = 0, op->blocks = NULL;
}
void operation_init_exact(Operation *op, VM *vm) {
    op->vm = vm, op->prec = DECIMAL_MAX, op->emax = DECIMAL_MAX, op->emin = -DECIMAL_MAX;
    op->rounding = ROUND_HALF_EVEN, op->clamp = 0;
    op->status = 0, op->used = 0, op->blocks = NULL;
}

Limb *operation_block(Operation *op, size_t count) {
    const size_t most = (size_t)1 << 31;
    if (count > most) return raise_memory_error(op->vm), NULL;
    Limb *block = block_new(op->vm, (count + 2) * sizeof *block);
    if (!block) return NULL;
    block[0] = (Limb)(uintptr_t)op->blocks, block[1] = count + 2;
    op->blocks = block;
    return block + 2;
}
void operation_free(Operation *op) {
    while (op->blocks) {
        Limb *block = op->blocks;
        op->blocks = (Limb *)(uintptr_t)block[0];
        block_free(op->vm, block, (size_t)block[1] * sizeof *block);
    }
}

// ---- helpers -----------------------------------------------------------------------------------------------------

void number_set_small(Operation *op, Number *out, Limb n, uint8_t sign, int64_t exponent) {
    (void)op;
    static const Limb small[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    *out = (Number){(Limb *)(uintptr_t)&small[n], n != 0, exponent, sign, KIND_FINITE};
}

bool number_scale(Operation *op, Number *a, int64_t digits) {
    if (digits <= 0 || !a->count) return true;
    size_t count = a->count + (size_t)(digits / LIMB_DIGITS) + 1;
    Limb *limbs = operation_limbs(op, count);
    if (!limbs) return false;
    limbs_shift_left(limbs, a->limbs, a->count, (uint64_t)digits);
    a->limbs = limbs, a->count = limbs_trim(limbs, count);
    return true;
}

bool number_nines(Operation *op, Number *out, uint8_t sign, int64_t digits, int64_t exponent) {
    size_t count = limbs_for_digits(digits);
    Limb *limbs = operation_limbs(op, count);
    if (!limbs) return false;
    for (size_t i = 0; i < count; i++) limbs[i] = LIMB_BASE - 1;
    if (digits % LIMB_DIGITS) limbs[count - 1] = powers_of_ten[digits % LIMB_DIGITS].power - 1;
    *out = (Number){limbs, count, exponent, sign, KIND_FINITE};
    return true;
}

static bool rounds_up(Tail tail, Limb lowest, uint8_t sign, Rounding rounding) {
    if (tail == TAIL_NONE) return false;
    switch (rounding) {
    case ROUND_HALF_EVEN: return tail == TAIL_ABOVE_HALF || (tail == TAIL_HALF && lowest & 1);
    case ROUND_HALF_UP: return tail >= TAIL_HALF;
    case ROUND_HALF_DOWN: return tail == TAIL_ABOVE_HALF;
    case ROUND_UP: return true;
    case ROUND_CEILING: return !sign;
    case ROUND_FLOOR: return sign;
    case ROUND_05UP: return lowest % 5 == 0;
    default: return false;
    }
}

bool number_drop(Operation *op, Number *a, int64_t drop, Rounding rounding, bool *inexact) {
    int64_t digits = number_digits(a);
    Tail tail = TAIL_BELOW_HALF;
    size_t count = 0;
    Limb *limbs;
    if (drop > digits) { // far below the last digit
        if (!(limbs = operation_limbs(op, 1))) return false;
        if (!digits) tail = TAIL_NONE;
        limbs[0] = 0;
    } else {
        count = a->count - (size_t)(drop / LIMB_DIGITS);
        if (!(limbs = operation_limbs(op, count + 1))) return false;
        tail = limbs_shift_right(limbs, a->limbs, a->count, (uint64_t)drop);
        limbs[count] = 0;
    }
    *inexact = tail != TAIL_NONE;
    if (rounds_up(tail, limbs[0], a->sign, rounding)) limbs_increment(limbs, count + 1);
    a->limbs = limbs, a->count = limbs_trim(limbs, count + 1);
    return true;
}

static bool overflow(Operation *op, Number *out, Rounding rounding) {
    uint8_t sign = out->sign;
    op->status |= STATUS_OVERFLOW | STATUS_INEXACT | STATUS_ROUNDED;
    if (rounding == ROUND_DOWN || rounding == ROUND_05UP || (rounding == ROUND_CEILING && sign) || (rounding == ROUND_FLOOR && !sign))
        return number_nines(op, out, sign, op->prec, operation_etop(op));
    number_set_special(out, KIND_INFINITE, sign);
    return true;
}

static void round_zero(Operation *op, Number *a) {
    int64_t least = operation_etiny(op), most = op->clamp ? operation_etop(op) : op->emax;
    if (a->exponent >= least && a->exponent <= most) return;
    op->status |= STATUS_CLAMPED;
    a->exponent = a->exponent < least ? least : most;
}

bool number_round(Operation *op, Number *a, Rounding rounding) {
    if (!a->count) return round_zero(op, a), true;
    int64_t top = operation_etop(op), least = operation_etiny(op);
    int64_t wanted = a->exponent + number_digits(a) - op->prec; // the exponent after rounding to the precision
    if (wanted > top) return overflow(op, a, rounding);
    bool is_subnormal = wanted < least, inexact;
    if (is_subnormal) wanted = least;
    if (a->exponent >= wanted) {
        if (is_subnormal) op->status |= STATUS_SUBNORMAL;
        if (op->clamp && a->exponent > top) {
            op->status |= STATUS_CLAMPED;
            if (!number_scale(op, a, a->exponent - top)) return false;
            a->exponent = top;
        }
        return true;
    }
    if (!number_drop(op, a, wanted - a->exponent, rounding, &inexact)) return false;
    a->exponent = wanted;
    if (number_digits(a) > op->prec) { // a power of ten
        limbs_shift_right(a->limbs, a->limbs, a->count, 1);
        a->count = limbs_trim(a->limbs, a->count);
        a->exponent++;
    }
    if (a->exponent > top) return overflow(op, a, rounding);
    op->status |= STATUS_ROUNDED;
    if (inexact) op->status |= is_subnormal ? STATUS_INEXACT | STATUS_UNDERFLOW : STATUS_INEXACT;
    if (is_subnormal) op->status |= STATUS_SUBNORMAL;
    if (!a->count) op->status |= STATUS_CLAMPED;
    return true;
}

bool number_short_payload(Operation *op, const Number *a, Number *out) {
    int64_t most = op->prec - op->clamp;
    *out = *a;
    out->exponent = 0;
    if (number_digits(a) <= most) return true;
    size_t count = limbs_for_digits(most);
    Limb *limbs = operation_limbs(op, count + 1);
    if (!limbs) return false;
    memcpy(limbs, a->limbs, count * sizeof *limbs);
    if (most % LIMB_DIGITS) limb_split(limbs[count - 1], (unsigned)(most % LIMB_DIGITS), &limbs[count - 1]);
    out->limbs = limbs, out->count = limbs_trim(limbs, count);
    return true;
}

bool number_finish(Operation *op, const Number *a, Number *out) {
    if (number_is_nan(a)) return number_short_payload(op, a, out);
    *out = *a;
    return a->kind || number_fit(op, out);
}

int number_nans(Operation *op, const Number *a, const Number *b, Number *out) {
    for (Kind kind = KIND_SIGNALING; kind >= KIND_QUIET; kind--) {
        const Number *found = a->kind == kind ? a : b && b->kind == kind ? b : NULL;
        if (!found) continue;
        if (kind == KIND_SIGNALING) op->status |= STATUS_INVALID;
        if (!number_short_payload(op, found, out)) return -1;
        out->kind = KIND_QUIET;
        return 1;
    }
    return 0;
}
// For the functions below: leave with the NaN.
#define RETURN_NANS(a, b)                                                                                                                  \
    do {                                                                                                                                   \
        if ((a)->kind >= KIND_QUIET || ((b) && (b)->kind >= KIND_QUIET)) return number_nans(op, a, b, out) > 0;                            \
    } while (0)
static const Number *const none = NULL;

// ---- adding ------------------------------------------------------------------------------------------------------

static bool add_zero(Operation *op, const Number *a, const Number *b, Number *out) { // one of them, or both
    int64_t exponent = a->exponent < b->exponent ? a->exponent : b->exponent;
    if (!a->count && !b->count) {
        uint8_t sign = a->sign == b->sign ? a->sign : op->rounding == ROUND_FLOOR;
        *out = (Number){.sign = sign, .exponent = exponent};
        return number_fit(op, out);
    }
    *out = a->count ? *a : *b;
    if (exponent < out->exponent - op->prec - 1) exponent = out->exponent - op->prec - 1;
    if (!number_scale(op, out, out->exponent - exponent)) return false;
    out->exponent = exponent;
    return number_fit(op, out);
}

// Brings both to one exponent. A number far below the last digit that matters counts as a speck.
static bool align(Operation *op, Number *high, Number *low) { // high has the greater exponent
    int64_t digits = number_digits(high), edge = high->exponent + (digits - op->prec - 2 < -1 ? digits - op->prec - 2 : -1);
    if (number_adjusted(low) < edge - 1) number_set_small(op, low, 1, low->sign, edge);
    if (!number_scale(op, high, high->exponent - low->exponent)) return false;
    high->exponent = low->exponent;
    return true;
}

static bool add_signed(Operation *op, const Number *left, const Number *right, uint8_t right_sign, Number *out) {
    Number a = *left, b = *right;
    b.sign = right_sign;
    if (__builtin_expect(a.kind | b.kind, 0)) {
        RETURN_NANS(&a, right);
        if (a.kind && b.kind && a.sign != b.sign) return number_invalid(op, out, STATUS_INVALID);
        number_set_special(out, KIND_INFINITE, a.kind ? a.sign : b.sign);
        return true;
    }
    if (!a.count || !b.count) return add_zero(op, &a, &b, out);
    if (a.exponent != b.exponent && !(a.exponent > b.exponent ? align(op, &a, &b) : align(op, &b, &a))) return false;
    int order = a.count == b.count ? 0 : a.count < b.count ? -1 : 1;
    if (a.sign != b.sign && !order && !(order = limbs_compare(a.limbs, a.count, b.limbs, b.count))) {
        *out = (Number){.sign = op->rounding == ROUND_FLOOR, .exponent = a.exponent};
        return number_fit(op, out);
    }
    const Number *more = order >= 0 ? &a : &b, *less = order >= 0 ? &b : &a;
    Limb *limbs = operation_limbs(op, more->count + 1);
    if (!limbs) return false;
    size_t count = more->count;
    if (a.sign == b.sign) {
        limbs[count] = limbs_add(limbs, more->limbs, count, less->limbs, less->count);
        count += limbs[count] != 0;
    } else {
        limbs_subtract(limbs, more->limbs, count, less->limbs, less->count);
        count = limbs_trim(limbs, count);
    }
    *out = (Number){limbs, count, a.exponent, more->sign, KIND_FINITE};
    return number_fit(op, out);
}
bool number_add(Operation *op, const Number *a, const Number *b, Number *out) { return add_signed(op, a, b, b->sign, out); }
bool number_subtract(Operation *op, const Number *a, const Number *b, Number *out) { return add_signed(op, a, b, !b->sign, out); }

static bool plus_or_minus(Operation *op, const Number *a, uint8_t sign, Number *out) {
    RETURN_NANS(a, none);
    *out = *a;
    out->sign = sign;
    if (a->kind) return true;
    if (!a->count) out->sign = op->rounding == ROUND_FLOOR ? sign : 0;
    return number_fit(op, out);
}
bool number_plus(Operation *op, const Number *a, const Number *b, Number *out) { return (void)b, plus_or_minus(op, a, a->sign, out); }
bool number_minus(Operation *op, const Number *a, const Number *b, Number *out) { return (void)b, plus_or_minus(op, a, !a->sign, out); }
bool number_magnitude(Operation *op, const Number *a, const Number *b, Number *out) {
    (void)b;
    RETURN_NANS(a, none);
    *out = *a;
    out->sign = 0;
    return a->kind || number_fit(op, out);
}
bool number_apply(Operation *op, const Number *a, const Number *b, Number *out) { return (void)b, number_finish(op, a, out); }

// ---- multiplying -------------------------------------------------------------------------------------------------

bool number_multiply_exact(Operation *op, const Number *a, const Number *b, Number *out) {
    Number product = {.sign = a->sign ^ b->sign, .exponent = a->exponent + b->exponent}; // out may be a or b
    if (!a->count || !b->count) return *out = product, true;
    size_t count = a->count + b->count, scratch_count = limbs_multiply_scratch(a->count, b->count);
    Limb *limbs = operation_limbs(op, count), *scratch = limbs && scratch_count ? operation_block(op, scratch_count) : limbs;
    if (!scratch) return false;
    if (!limbs_multiply(op->vm, limbs, a->limbs, a->count, b->limbs, b->count, scratch)) return false;
    product.limbs = limbs, product.count = limbs[count - 1] ? count : count - 1;
    return *out = product, true;
}
bool number_multiply(Operation *op, const Number *a, const Number *b, Number *out) {
    if (__builtin_expect(a->kind | b->kind, 0)) {
        RETURN_NANS(a, b);
        if (number_is_zero(a) || number_is_zero(b)) return number_invalid(op, out, STATUS_INVALID);
        number_set_special(out, KIND_INFINITE, a->sign ^ b->sign);
        return true;
    }
    return number_multiply_exact(op, a, b, out) && number_fit(op, out);
}

// ---- dividing ----------------------------------------------------------------------------------------------------

// Coefficients: x / y, y not 0. Either result may be NULL.
static bool divide_coefficients(Operation *op, const Number *x, const Number *y, Number *quotient, Number *rest) {
    size_t m = x->count, n = y->count;
    if (limbs_compare(x->limbs, m, y->limbs, n) < 0) {
        if (quotient) quotient->count = 0;
        if (rest) rest->limbs = x->limbs, rest->count = m;
        return true;
    }
    size_t q_count = m - n + 1;
    Limb *q = operation_limbs(op, q_count + 1); // one more: whoever asked may increment it
    if (!q) return false;
    q[q_count] = 0;
    if (n == 1) {
        Limb *r = operation_limbs(op, 1);
        if (!r) return false;
        r[0] = limbs_divide_small(q, x->limbs, m, y->limbs[0]);
        if (rest) rest->limbs = r, rest->count = r[0] != 0;
    } else {
        Limb factor = LIMB_BASE / (y->limbs[n - 1] + 1);
        Limb *dividend = operation_limbs(op, m + 1), *divisor = dividend ? operation_limbs(op, n) : NULL;
        size_t scratch_count = limbs_divide_scratch(q_count, n);
        Limb *scratch = divisor && scratch_count ? operation_block(op, scratch_count) : divisor;
        if (!scratch) return false;
        dividend[m] = limbs_multiply_small(dividend, x->limbs, m, factor, 0);
        limbs_multiply_small(divisor, y->limbs, n, factor, 0);
        if (!limbs_divide(op->vm, q, dividend, q_count, divisor, n, scratch)) return false;
        if (rest) {
            size_t count = limbs_trim(dividend, n);
            if (count && factor > 1) limbs_divide_small(dividend, dividend, count, factor);
            rest->limbs = dividend, rest->count = limbs_trim(dividend, count);
        }
    }
    if (quotient) quotient->limbs = q, quotient->count = limbs_trim(q, q_count);
    return true;
}

static void strip_zeros(Number *a, int64_t most) { // trailing zeros of a coefficient of our own, at most so many; not of 0
    int64_t zeros = limbs_trailing_zeros(a->limbs, a->count);
    if (zeros > most) zeros = most;
    if (zeros <= 0) return;
    limbs_shift_right(a->limbs, a->limbs, a->count, (uint64_t)zeros);
    a->count = limbs_trim(a->limbs, a->count - (size_t)(zeros / LIMB_DIGITS));
    a->exponent += zeros;
}

enum { VAST_SHIFT = 100000 };
bool number_divide(Operation *op, const Number *a, const Number *b, Number *out) {
    uint8_t sign = a->sign ^ b->sign;
    if (__builtin_expect(a->kind | b->kind, 0)) {
        RETURN_NANS(a, b);
        if (a->kind && b->kind) return number_invalid(op, out, STATUS_INVALID);
        if (a->kind) return number_set_special(out, KIND_INFINITE, sign), true;
        op->status |= STATUS_CLAMPED;
        *out = (Number){.sign = sign, .exponent = operation_etiny(op)};
        return true;
    }
    if (!b->count) {
        if (!a->count) return number_invalid(op, out, STATUS_UNDEFINED);
        op->status |= STATUS_ZERO_DIVISION;
        return number_set_special(out, KIND_INFINITE, sign), true;
    }
    int64_t ideal = a->exponent - b->exponent;
    *out = (Number){.sign = sign, .exponent = ideal};
    if (!a->count) return number_fit(op, out);
    int64_t shift = number_digits(b) - number_digits(a) + op->prec + 1, enough = 4 * number_digits(b);
    Number x = *a, y = *b, rest = {.count = 1};
    // A quotient that ends has no more digits than that behind those of a (fewer than 4 n twos divide n digits): with a precision beyond all memory it is to be found still.
    if (shift > enough + VAST_SHIFT) {
        if (!number_scale(op, &x, enough) || !divide_coefficients(op, &x, &y, out, &rest)) return false;
        if (rest.count) x = *a;
        else shift = enough;
    }
    if (rest.count && (!number_scale(op, shift >= 0 ? &x : &y, shift >= 0 ? shift : -shift) || !divide_coefficients(op, &x, &y, out, &rest))) return false;
    out->exponent -= shift;
    if (!rest.count) strip_zeros(out, ideal - out->exponent);
    else if (out->limbs[0] % 5 == 0) out->limbs[0]++; // so that it does not look exact, or like a half
    return number_fit(op, out);
}

// Quotient (truncated) and remainder of finite a and nonzero b (or infinite b). 0: the quotient has too many digits; -1: raised.
static int integer_division(Operation *op, const Number *a, const Number *b, Number *quotient, Number *rest) {
    int64_t ideal = b->kind || a->exponent < b->exponent ? a->exponent : b->exponent;
    int64_t difference = number_adjusted(a) - number_adjusted(b);
    *quotient = (Number){.sign = a->sign ^ b->sign};
    *rest = *a;
    if (!a->count || b->kind || difference <= -2) {
        // A remainder that is not its own a, in the finer unit of b, is rounded anyway: only as many zeros as matter.
        int64_t zeros = a->exponent - ideal, most = op->prec + 1;
        if (a->count && !b->kind && zeros > most) ideal = a->exponent - most, zeros = most;
        if (!number_scale(op, rest, zeros)) return -1;
        return rest->exponent = ideal, 1;
    }
    if (difference > op->prec) return 0;
    Number x = *a, y = *b;
    if (!number_scale(op, a->exponent >= b->exponent ? &x : &y, a->exponent >= b->exponent ? a->exponent - b->exponent : b->exponent - a->exponent)) return -1;
    if (!divide_coefficients(op, &x, &y, quotient, rest)) return -1;
    rest->exponent = ideal;
    return number_digits(quotient) <= op->prec;
}

bool number_divide_integer(Operation *op, const Number *a, const Number *b, Number *out) {
    RETURN_NANS(a, b);
    if (a->kind) {
        if (b->kind) return number_invalid(op, out, STATUS_INVALID);
        return number_set_special(out, KIND_INFINITE, a->sign ^ b->sign), true;
    }
    if (number_is_zero(b)) {
        if (!a->count) return number_invalid(op, out, STATUS_UNDEFINED);
        op->status |= STATUS_ZERO_DIVISION;
        return number_set_special(out, KIND_INFINITE, a->sign ^ b->sign), true;
    }
    if (b->kind) return *out = (Number){.sign = a->sign ^ b->sign}, true; // as it is: the exponent is not clamped
    Number rest;
    int found = integer_division(op, a, b, out, &rest);
    return found < 0 ? false : found ? number_fit(op, out) : number_invalid(op, out, STATUS_IMPOSSIBLE);
}

bool number_remainder(Operation *op, const Number *a, const Number *b, Number *out) {
    RETURN_NANS(a, b);
    if (a->kind) return number_invalid(op, out, STATUS_INVALID);
    if (number_is_zero(b)) return number_invalid(op, out, a->count ? STATUS_INVALID : STATUS_UNDEFINED);
    Number quotient;
    int found = integer_division(op, a, b, &quotient, out);
    return found < 0 ? false : found ? number_fit(op, out) : number_invalid(op, out, STATUS_IMPOSSIBLE);
}

bool number_divmod(Operation *op, const Number *a, const Number *b, Number *quotient, Number *rest) {
    int nan = number_nans(op, a, b, quotient);
    if (nan) return *rest = *quotient, nan > 0;
    number_set_special(rest, KIND_QUIET, 0);
    if (a->kind) {
        op->status |= STATUS_INVALID;
        if (b->kind) number_set_special(quotient, KIND_QUIET, 0);
        else number_set_special(quotient, KIND_INFINITE, a->sign ^ b->sign);
        return true;
    }
    if (number_is_zero(b)) {
        if (!a->count) return number_invalid(op, quotient, STATUS_UNDEFINED);
        op->status |= STATUS_ZERO_DIVISION | STATUS_INVALID;
        return number_set_special(quotient, KIND_INFINITE, a->sign ^ b->sign), true;
    }
    int found = integer_division(op, a, b, quotient, rest);
    if (found < 0) return false;
    if (found) return (b->kind || number_fit(op, quotient)) && number_fit(op, rest);
    number_set_special(rest, KIND_QUIET, 0);
    return number_invalid(op, quotient, STATUS_IMPOSSIBLE);
}

bool number_remainder_near(Operation *op, const Number *a, const Number *b, Number *out) {
    RETURN_NANS(a, b);
    if (a->kind) return number_invalid(op, out, STATUS_INVALID);
    if (b->kind) return *out = *a, number_fit(op, out);
    if (!b->count) return number_invalid(op, out, a->count ? STATUS_INVALID : STATUS_UNDEFINED);
    int64_t ideal = a->exponent < b->exponent ? a->exponent : b->exponent, difference = number_adjusted(a) - number_adjusted(b);
    *out = *a;
    if (a->count && difference >= op->prec + 1) return number_invalid(op, out, STATUS_IMPOSSIBLE);
    if (!a->count || difference <= -2) {
        int64_t zeros = a->exponent - ideal, most = op->prec + 1;
        if (a->count && zeros > most) ideal = a->exponent - most, zeros = most;
        if (!number_scale(op, out, zeros)) return false;
        return out->exponent = ideal, number_fit(op, out);
    }
    Number x = *a, y = *b, quotient = {0}, rest;
    if (!number_scale(op, &x, a->exponent - ideal) || !number_scale(op, &y, b->exponent - ideal) || !divide_coefficients(op, &x, &y, &quotient, &rest)) return false;
    // The remainder that is nearer to zero: rest, or rest - y.
    Limb *doubled = operation_limbs(op, rest.count + 1);
    if (!doubled) return false;
    doubled[rest.count] = rest.count ? limbs_add(doubled, rest.limbs, rest.count, rest.limbs, rest.count) : 0;
    int order = limbs_compare(doubled, limbs_trim(doubled, rest.count + 1), y.limbs, y.count);
    if (order > 0 || (order == 0 && quotient.count && quotient.limbs[0] & 1)) {
        Limb *less = operation_limbs(op, y.count);
        if (!less) return false;
        limbs_subtract(less, y.limbs, y.count, rest.limbs, rest.count);
        rest.limbs = less, rest.count = limbs_trim(less, y.count);
        out->sign = !a->sign;
        if (!quotient.count) number_set_small(op, &quotient, 1, 0, 0);
        else limbs_increment(quotient.limbs, quotient.count + 1), quotient.count += quotient.limbs[quotient.count] != 0;
    }
    if (number_digits(&quotient) > op->prec) return number_invalid(op, out, STATUS_IMPOSSIBLE);
    out->limbs = rest.limbs, out->count = rest.count, out->exponent = ideal;
    return number_fit(op, out);
}

bool number_fused(Operation *op, const Number *a, const Number *b, const Number *c, Number *out) {
    if ((a->kind == KIND_INFINITE && number_is_zero(b)) || (b->kind == KIND_INFINITE && number_is_zero(a)))
        return number_invalid(op, out, STATUS_INVALID); // whatever c is
    if (number_is_nan(a) || number_is_nan(b) || number_is_nan(c)) {
        const Number *all[3] = {a, b, c};
        for (Kind kind = KIND_SIGNALING; kind >= KIND_QUIET; kind--)
            for (int i = 0; i < 3; i++)
                if (all[i]->kind == kind) return number_nans(op, all[i], NULL, out) > 0;
    }
    Number product;
    if (a->kind | b->kind) number_set_special(&product, KIND_INFINITE, a->sign ^ b->sign);
    else if (!number_multiply_exact(op, a, b, &product)) return false;
    return number_add(op, &product, c, out);
}

// ---- comparing ---------------------------------------------------------------------------------------------------

int number_compare(Operation *op, const Number *a, const Number *b) {
    if (__builtin_expect(a->kind | b->kind, 0)) {
        int x = a->kind ? a->sign ? -1 : 1 : 0, y = b->kind ? b->sign ? -1 : 1 : 0;
        return x == y ? 0 : x < y ? -1 : 1;
    }
    if (!a->count) return !b->count ? 0 : b->sign ? 1 : -1;
    if (!b->count || a->sign != b->sign) return a->sign ? -1 : 1;
    int greater = a->sign ? -1 : 1;
    if (a->exponent == b->exponent) return greater * limbs_compare(a->limbs, a->count, b->limbs, b->count);
    int64_t x = number_adjusted(a), y = number_adjusted(b);
    if (x != y) return x > y ? greater : -greater;
    // The same number of digits counted from the first: the shorter coefficient gets zeros.
    Number m = *a, n = *b;
    if (!number_scale(op, a->exponent > b->exponent ? &m : &n, a->exponent > b->exponent ? a->exponent - b->exponent : b->exponent - a->exponent)) return -2;
    return greater * limbs_compare(m.limbs, m.count, n.limbs, n.count);
}
static bool set_order(Operation *op, int order, Number *out) {
    if (order == -2) return false;
    number_set_small(op, out, order != 0, order < 0, 0);
    return true;
}
bool number_compare_values(Operation *op, const Number *a, const Number *b, Number *out) {
    RETURN_NANS(a, b);
    return set_order(op, number_compare(op, a, b), out);
}
bool number_compare_signal(Operation *op, const Number *a, const Number *b, Number *out) {
    if (number_is_nan(a) || number_is_nan(b)) op->status |= STATUS_INVALID;
    return number_compare_values(op, a, b, out);
}

bool number_is_integer(const Number *a) {
    if (a->kind) return false;
    if (a->exponent >= 0 || !a->count) return true;
    return -a->exponent <= number_digits(a) && limbs_end_in_zeros(a->limbs, a->count, (uint64_t)-a->exponent);
}
bool number_is_odd(const Number *a) {
    if (a->exponent > 0 || !a->count || -a->exponent >= number_digits(a)) return false;
    uint64_t digits = (uint64_t)-a->exponent;
    Limb rest;
    return limb_split(a->limbs[digits / LIMB_DIGITS], (unsigned)(digits % LIMB_DIGITS), &rest) & 1;
}

// ---- other exponents ---------------------------------------------------------------------------------------------

bool number_to_integral(Operation *op, const Number *a, Number *out, Rounding rounding, bool exact) {
    RETURN_NANS(a, none);
    *out = *a;
    if (a->kind || a->exponent >= 0) return true;
    out->exponent = 0;
    if (!a->count) return true;
    bool inexact;
    if (!number_drop(op, out, -a->exponent, rounding, &inexact)) return false;
    if (exact) op->status |= inexact ? STATUS_ROUNDED | STATUS_INEXACT : STATUS_ROUNDED;
    return true;
}
bool number_to_integral_exact(Operation *op, const Number *a, const Number *b, Number *out) {
    return (void)b, number_to_integral(op, a, out, (Rounding)op->rounding, true);
}
bool number_to_integral_value(Operation *op, const Number *a, const Number *b, Number *out) {
    return (void)b, number_to_integral(op, a, out, (Rounding)op->rounding, false);
}

bool number_rescale(Operation *op, const Number *a, int64_t exponent, Rounding rounding, Number *out) {
    if (exponent < operation_etiny(op) || exponent > op->emax) return number_invalid(op, out, STATUS_INVALID);
    *out = *a;
    if (!a->count) return out->exponent = exponent, number_fit(op, out);
    int64_t adjusted = number_adjusted(a);
    if (adjusted > op->emax || adjusted - exponent + 1 > op->prec) return number_invalid(op, out, STATUS_INVALID);
    if (a->exponent >= exponent) {
        if (!number_scale(op, out, a->exponent - exponent)) return false;
    } else {
        bool inexact;
        if (!number_drop(op, out, exponent - a->exponent, rounding, &inexact)) return false;
        int64_t digits = out->count ? number_digits(out) : 1;
        if (digits + exponent - 1 > op->emax || digits > op->prec) return number_invalid(op, out, STATUS_INVALID);
        op->status |= inexact ? STATUS_ROUNDED | STATUS_INEXACT : STATUS_ROUNDED;
    }
    out->exponent = exponent;
    if (out->count && number_adjusted(out) < op->emin) op->status |= STATUS_SUBNORMAL;
    return number_fit(op, out);
}
bool number_quantize(Operation *op, const Number *a, const Number *b, Number *out) {
    if (__builtin_expect(a->kind | b->kind, 0)) {
        RETURN_NANS(a, b);
        if (!a->kind || !b->kind) return number_invalid(op, out, STATUS_INVALID);
        return number_set_special(out, KIND_INFINITE, a->sign), true;
    }
    return number_rescale(op, a, b->exponent, (Rounding)op->rounding, out);
}

bool number_normalize(Operation *op, const Number *a, const Number *b, Number *out) {
    (void)b;
    RETURN_NANS(a, none);
    *out = *a;
    if (a->kind) return true;
    if (!number_fit(op, out)) return false;
    if (out->kind) return true;
    if (!out->count) return out->exponent = 0, true;
    int64_t most = op->clamp ? operation_etop(op) : op->emax;
    if (out->limbs == a->limbs) { // not ours to change
        Limb *limbs = operation_limbs(op, a->count);
        if (!limbs) return false;
        memcpy(limbs, a->limbs, a->count * sizeof *limbs);
        out->limbs = limbs;
    }
    strip_zeros(out, most - out->exponent);
    return true;
}

// ---- square root -------------------------------------------------------------------------------------------------

static Number two_number(void) {
    static const Limb two = 2;
    return (Number){.limbs = (Limb *)(uintptr_t)&two, .count = 1};
}

// One step of Newton's: (x + n / x) / 2, for coefficients; x != 0.
static bool root_step(Operation *op, const Number *n, Number *x) {
    Number quotient = {0}, two = two_number();
    if (!divide_coefficients(op, n, x, &quotient, NULL)) return false;
    const Number *more = quotient.count >= x->count ? &quotient : x, *less = more == x ? &quotient : x;
    Limb *sum = operation_limbs(op, more->count + 1);
    if (!sum) return false;
    sum[more->count] = limbs_add(sum, more->limbs, more->count, less->limbs, less->count);
    Number total = {.limbs = sum, .count = limbs_trim(sum, more->count + 1)};
    return divide_coefficients(op, &total, &two, x, NULL);
}

// floor(sqrt(coefficient of n)), n != 0, near enough from above: the root of the upper half of its limbs, to twice as many digits by one step. *exact.
static bool root_of(Operation *op, const Number *n, Number *x) {
    if (n->count <= 2) { // in binary
        Limb2 value = n->count == 2 ? (Limb2)n->limbs[1] * LIMB_BASE + n->limbs[0] : n->limbs[0];
        Limb root = (Limb)__builtin_sqrt((double)value);
        root = (Limb)((root + value / root) / 2);
        while ((Limb2)root * root > value) root--;
        while ((Limb2)(root + 1) * (root + 1) <= value) root++;
        Limb *limbs = operation_limbs(op, 2);
        if (!limbs) return false;
        limbs[0] = root % LIMB_BASE, limbs[1] = root / LIMB_BASE;
        *x = (Number){.limbs = limbs, .count = limbs_trim(limbs, 2)};
        return true;
    }
    size_t drop = (n->count - 1) / 2 & ~(size_t)1; // even: the root drops half of them
    if (!drop) drop = 2;
    Number upper = {.limbs = n->limbs + drop, .count = n->count - drop};
    if (!root_of(op, &upper, x)) return false;
    // (root + 1) * 10^(9 drop): not below the root of n
    Limb *guess = operation_limbs(op, x->count + drop / 2 + 1);
    if (!guess) return false;
    memset(guess, 0, drop / 2 * sizeof *guess);
    memcpy(guess + drop / 2, x->limbs, x->count * sizeof *guess);
    guess[drop / 2 + x->count] = 0;
    limbs_increment(guess + drop / 2, x->count + 1);
    *x = (Number){.limbs = guess, .count = limbs_trim(guess, x->count + drop / 2 + 1)};
    return root_step(op, n, x);
}

// x becomes floor(sqrt(n)) for good; *exact: x * x == n. Newton's iteration falls from above until it stops.
static bool integer_root(Operation *op, const Number *n, Number *x, bool *exact) {
    if (!root_of(op, n, x)) return false;
    for (;;) {
        Number square;
        if (!number_multiply_exact(op, x, x, &square)) return false;
        int order = limbs_compare(square.limbs, square.count, n->limbs, n->count);
        if (order <= 0) return *exact = !order, true;
        if (!root_step(op, n, x)) return false;
    }
}

bool number_square_root(Operation *op, const Number *a, const Number *b, Number *out) {
    (void)b;
    RETURN_NANS(a, none);
    if (a->kind) return a->sign ? number_invalid(op, out, STATUS_INVALID) : (number_set_special(out, KIND_INFINITE, 0), true);
    int64_t exponent = a->exponent >> 1, digits = number_digits(a);
    if (!a->count) {
        *out = (Number){.sign = a->sign, .exponent = exponent};
        return number_round(op, out, ROUND_HALF_EVEN);
    }
    if (a->sign) return number_invalid(op, out, STATUS_INVALID);
    bool is_odd = a->exponent & 1, exact = true, is_square;
    int64_t half = is_odd ? (digits >> 1) + 1 : (digits + 1) >> 1, shift = op->prec + 1 - half;
    Number n = *a;
    // The coefficient (times ten, where the exponent is odd) times 100^shift.
    int64_t by = is_odd + 2 * shift;
    if (by >= 0) {
        if (!number_scale(op, &n, by)) return false;
    } else {
        bool inexact;
        if (!number_drop(op, &n, -by, ROUND_DOWN, &inexact)) return false;
        exact = !inexact;
    }
    *out = (Number){.exponent = exponent - shift};
    Number root;
    if (!integer_root(op, &n, &root, &is_square)) return false;
    Limb *limbs = operation_limbs(op, root.count);
    if (!limbs) return false;
    memcpy(limbs, root.limbs, root.count * sizeof *limbs);
    out->limbs = limbs, out->count = root.count;
    if (!exact || !is_square) {
        if (limbs[0] % 5 == 0) limbs[0]++;
    } else if (shift >= 0) {
        limbs_shift_right(limbs, limbs, out->count, (uint64_t)shift);
        out->count = limbs_trim(limbs, out->count - (size_t)(shift / LIMB_DIGITS));
        out->exponent = exponent;
    } else {
        if (!number_scale(op, out, -shift)) return false;
        out->exponent = exponent;
    }
    return number_round(op, out, ROUND_HALF_EVEN);
}
