// Powers, exponential and logarithms. Whole powers are multiplied out here; the series are Python (stdlib/_decimal_functions.py).
#include "runtime/import.h"
#include "runtime/modules/decimal_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/module.h"

// The argument as a Decimal, rooted: scripts run while it is looked at. VALUE_ERROR: TypeError.
static Value rooted(VM *vm, Value v) {
    if (is_object(v) && is_decimal(vm, v)) return v;
    Operation op;
    operation_init_exact(&op, vm);
    Number a;
    Value made = decimal_argument(&op, v, &a) ? decimal_new_plain(vm, &a) : VALUE_ERROR;
    operation_end(&op);
    if (made != VALUE_ERROR) root_push(vm, made);
    return made;
}

// name(arguments...) of the module: a tuple of ints.
static Value call_function(VM *vm, const char *name, const Value *args, uint32_t count) {
    DecimalState *state = decimal_state(vm);
    for (uint32_t i = 0; i < count; i++)
        if (args[i] == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    for (uint32_t i = 0; i < count; i++) root_push(vm, args[i]);
    Value result = VALUE_ERROR;
    if (state->functions == VALUE_UNBOUND) {
        Str *module_name = str_intern(vm, "_decimal_functions", 18);
        Value module = module_name ? import_name(vm, module_name, NULL, VALUE_NONE, 0) : VALUE_ERROR;
        if (module != VALUE_ERROR) gc_store(vm, state, &state->functions, module);
    }
    if (state->functions != VALUE_UNBOUND) {
        Str *key = str_intern(vm, name, strlen(name));
        Value function = key ? get_attribute(vm, state->functions, key) : VALUE_ERROR;
        result = function == VALUE_ERROR ? VALUE_ERROR : call_value(vm, function, args, count);
    }
    ROOT_END(vm);
    return result;
}

// coefficient * 10^exponent as the script gave them
static bool from_pair(Operation *op, Value pair, uint8_t sign, Number *out) {
    const Value *items = as_tuple(pair)->items;
    if (!number_from_int(op, items[0], out) || !int_to_int64(items[1], &out->exponent)) return false;
    return out->sign = sign, true;
}

static Value finish_pair(VM *vm, DecimalContext *context, Value pair, uint8_t sign, Rounding rounding, uint32_t status) {
    if (pair == VALUE_ERROR) return VALUE_ERROR;
    Operation op;
    operation_init(&op, vm, context);
    op.status = status;
    Number result;
    bool good = from_pair(&op, pair, sign, &result) && number_round(&op, &result, rounding);
    return operation_finish(&op, context, &result, good);
}

static int64_t digits_of(int64_t n) { return limb_digits((Limb)n >= LIMB_BASE ? (Limb)n / LIMB_BASE : (Limb)n) + ((Limb)n >= LIMB_BASE ? LIMB_DIGITS : 0); }

// 10^digits + by
static bool near_power(Operation *op, Number *out, int64_t digits, int by) {
    Number one;
    number_set_small(op, &one, 1, 0, 0);
    if (by < 0) return number_nines(op, out, 0, digits, 0);
    if (!number_scale(op, &one, digits)) return false;
    if (by) one.limbs[0]++;
    return *out = one, true;
}

// ---- exp, ln, log10 ----------------------------------------------------------------------------------------------

// 1: the result is known without the series; 0: not; -1: raised.
static int simple_exp(Operation *op, const Number *a, Number *out) {
    if (a->kind) {
        if (a->sign) number_set_small(op, out, 0, 0, 0);
        else number_set_special(out, KIND_INFINITE, 0);
        return 1;
    }
    if (!a->count) return number_set_small(op, out, 1, 0, 0), 1;
    int64_t adjusted = number_adjusted(a), prec = op->prec;
    bool good = true;
    if (!a->sign && adjusted > digits_of((op->emax + 1) * 3)) number_set_small(op, out, 1, 0, op->emax + 1);
    else if (a->sign && adjusted > digits_of((-operation_etiny(op) + 1) * 3)) number_set_small(op, out, 1, 0, operation_etiny(op) - 1);
    else if (a->sign ? adjusted < -prec - 1 : adjusted < -prec) good = near_power(op, out, prec + 1, a->sign ? -1 : 1), out->exponent = -prec - 1;
    else return 0;
    return good && number_round(op, out, ROUND_HALF_EVEN) ? 1 : -1;
}
static int simple_logarithm(Operation *op, const Number *a, bool is_ten, Number *out) {
    if (!a->kind && !a->count) return number_set_special(out, KIND_INFINITE, 1), 1;
    if (a->sign) return number_invalid(op, out, STATUS_INVALID), 1;
    if (a->kind) return number_set_special(out, KIND_INFINITE, 0), 1;
    int64_t digits = number_digits(a);
    if (limbs_trailing_zeros(a->limbs, a->count) != digits - 1) return 0;
    Limb *limbs = operation_limbs(op, 2), first, rest;
    if (!limbs) return -1;
    first = limb_split(a->limbs[a->count - 1], (unsigned)((digits - 1) % LIMB_DIGITS), &rest);
    int64_t n = a->exponent + digits - 1;
    if (first != 1 || (!is_ten && n)) return 0;
    uint64_t magnitude = n < 0 ? -(uint64_t)n : (uint64_t)n;
    limbs[0] = magnitude % LIMB_BASE, limbs[1] = magnitude / LIMB_BASE;
    *out = (Number){limbs, limbs_trim(limbs, 2), 0, n < 0, KIND_FINITE};
    return number_fit(op, out) ? 1 : -1;
}

static bool below_one(const Number *a) { return number_adjusted(a) < 0; }

Value decimal_transcendental(VM *vm, DecimalContext *context, Transcendental which, Value v) {
    ROOT_SCOPE(vm);
    Value result = VALUE_ERROR, operand = rooted(vm, v);
    if (operand != VALUE_ERROR) {
        Operation op;
        operation_init(&op, vm, context);
        Number a = decimal_number(as_decimal(operand)), out;
        int known = number_nans(&op, &a, NULL, &out);
        if (!known) known = which == DECIMAL_EXP ? simple_exp(&op, &a, &out) : simple_logarithm(&op, &a, which == DECIMAL_LOG10, &out);
        if (known) {
            result = operation_finish(&op, context, &out, known > 0);
        } else {
            static const char *const names[] = {"exp", "ln", "log10"};
            uint8_t sign = which == DECIMAL_EXP ? 0 : below_one(&a);
            Value args[4] = {number_coefficient(&op, &a), from_small_int(a.exponent), from_small_int(context->prec), from_bool(a.sign)};
            operation_end(&op);
            result = finish_pair(vm, context, call_function(vm, names[which], args, which == DECIMAL_EXP ? 4 : 3), sign, ROUND_HALF_EVEN, 0);
        }
    }
    ROOT_END(vm);
    return result;
}

// ---- powers ------------------------------------------------------------------------------------------------------

// A lower bound of the adjusted exponent of |ln(a)|, a > 0 and not 1; between 1/10 and 10 it is at least |a - 1|, or a tenth of that.
static bool ln_bound(Operation *op, const Number *a, int64_t *out) {
    int64_t adjusted = number_adjusted(a), whole = adjusted >= 1 ? adjusted : -1 - adjusted;
    if (whole >= 1) return *out = digits_of(whole) - 1, true;
    Number one, distance;
    number_set_small(op, &one, 1, 0, 0);
    Operation exact;
    operation_init_exact(&exact, op->vm);
    bool good = number_subtract(&exact, a, &one, &distance);
    int64_t size = good ? number_adjusted(&distance) : 0;
    *out = (size < -1 ? size : -1) - 1;
    operation_end(&exact);
    return good;
}

// By squaring, from the highest bit of n down, with guard digits.
static bool whole_power(Operation *op, Operation *work, uint8_t sign, const Number *a, int64_t n, Number *out) {
    work->prec = op->prec + 2 + digits_of(n < 0 ? -n : n);
    Number base = *a, result;
    if (n < 0) {
        Number one;
        number_set_small(work, &one, 1, 0, 0);
        work->prec++;
        if (!number_divide(work, &one, a, &base)) return false;
        n = -n;
    }
    result = base;
    for (int64_t bit = n > 1 ? (int64_t)1 << (62 - __builtin_clzll((unsigned long long)n)) : 0; bit; bit >>= 1) { // those below the highest one
        if (!number_multiply(work, &result, &result, &result)) return false;
        if (n & bit && !number_multiply(work, &result, &base, &result)) return false;
        if (result.kind || !result.count) break; // out of bounds: what follows changes nothing
    }
    *out = result;
    out->sign = sign;
    if (result.kind) number_set_small(op, out, 1, sign, op->emax + 1);
    else op->status |= work->status;
    return number_fit(op, out);
}

// exp(b * ln(a)): never exact. `sign` of the result.
static Value real_power(VM *vm, DecimalContext *context, const Number *a, const Number *b, uint8_t sign) {
    Operation op;
    operation_init(&op, vm, context);
    int64_t a_adjusted = number_adjusted(a), b_adjusted = number_adjusted(b), prec = context->prec;
    int64_t spread = digits_of((a_adjusted < 0 ? -a_adjusted : a_adjusted) + 1);
    op.status = STATUS_INEXACT | STATUS_ROUNDED;
    if (b_adjusted + spread + 2 < -prec - 23 && b_adjusted < -23) { // too near to 1 to be told from it
        Number out;
        bool good = near_power(&op, &out, prec - 1, 0);
        out.exponent = 1 - prec, out.sign = sign;
        return operation_finish(&op, context, &out, good && number_fit(&op, &out));
    }
    bool negative = below_one(a) != (b->sign != 0);
    Value args[] = {number_coefficient(&op, a), from_small_int(a->exponent), number_coefficient(&op, b), from_small_int(b->exponent), from_bool(negative),
                    from_small_int(prec), from_small_int(prec + 10 + (b_adjusted < 0 ? -b_adjusted : b_adjusted) + spread), from_small_int(b_adjusted)};
    operation_end(&op);
    Value found = call_function(vm, "power", args, 8); // coefficient, exponent, is_short
    if (found == VALUE_ERROR) return VALUE_ERROR;
    operation_init(&op, vm, context);
    op.status = STATUS_INEXACT | STATUS_ROUNDED;
    Number out;
    bool good = from_pair(&op, found, sign, &out) && number_fit(&op, &out);
    if (as_tuple(found)->items[2] == VALUE_TRUE && op.status & STATUS_SUBNORMAL) op.status |= STATUS_UNDERFLOW;
    return operation_finish(&op, context, &out, good);
}

static bool power_of_one(Operation *op, const Number *a, const Number *b, bool is_whole, uint8_t sign, Number *out) {
    int64_t exponent = 1 - op->prec;
    if (is_whole) {
        int64_t n = op->prec;
        Number whole = *b;
        if (b->sign) n = 0;
        else if (number_adjusted(b) < LIMB_DIGITS) { // b is below 10^18
            bool inexact;
            if (b->exponent >= 0 ? !number_scale(op, &whole, b->exponent) : !number_drop(op, &whole, -b->exponent, ROUND_DOWN, &inexact)) return false;
            int64_t given = whole.count ? (int64_t)whole.limbs[0] : 0;
            if (given < n) n = given;
        }
        Limb2 size = (Limb2)(a->exponent < 0 ? -a->exponent : a->exponent) * (Limb2)n;
        // more zeros than fit; or a number of them that is out of the context's bounds itself
        if (size > (Limb2)(op->prec - 1) || digits_of((int64_t)size) - 1 > op->emax) op->status |= STATUS_ROUNDED;
        else exponent = -(int64_t)size;
        if (a->exponent > 0) exponent = 0;
    } else {
        op->status |= STATUS_INEXACT | STATUS_ROUNDED;
    }
    if (!near_power(op, out, -exponent, 0)) return false;
    return out->exponent = exponent, out->sign = sign, true;
}

static int multiplied_out(Operation *op, const Number *a, const Number *b, uint8_t sign, Number *out) { // 1, -1: raised
    Number whole = *b;
    bool inexact, good = b->exponent >= 0 ? number_scale(op, &whole, b->exponent) : number_drop(op, &whole, -b->exponent, ROUND_DOWN, &inexact);
    if (!good) return -1;
    Operation work;
    operation_init_exact(&work, op->vm);
    work.emax = op->emax, work.emin = op->emin; // a power far below becomes 0 on the way, whatever the rounding
    good = whole_power(op, &work, sign, a, b->sign ? -(int64_t)whole.limbs[0] : (int64_t)whole.limbs[0], out);
    if (good && !out->kind && out->count) { // out of the room of `work`
        Limb *limbs = operation_limbs(op, out->count);
        if (limbs) memcpy(limbs, out->limbs, out->count * sizeof *limbs);
        good = limbs != NULL, out->limbs = limbs;
    }
    operation_end(&work);
    return good ? 1 : -1;
}

// 1: `out` is the power; 0: it takes exp and ln, of `a` without sign (`sign` is that of the result); -1 raised.
static int simple_power(Operation *op, Number *a, const Number *b, uint8_t *sign, Number *out) {
    int nan = number_nans(op, a, b, out);
    if (nan) return nan;
    if (number_is_zero(b)) return number_is_zero(a) ? number_invalid(op, out, STATUS_INVALID) : (number_set_small(op, out, 1, 0, 0), true);
    bool is_whole = number_is_integer(b);
    *sign = a->sign && is_whole && number_is_odd(b);
    if (a->sign && !is_whole && (a->kind || a->count)) return number_invalid(op, out, STATUS_INVALID);
    a->sign = 0;
    if (a->kind || !a->count) { // infinity, zero
        if ((a->kind != 0) == !b->sign) number_set_special(out, KIND_INFINITE, *sign);
        else number_set_small(op, out, 0, *sign, 0);
        return 1;
    }
    Number one;
    number_set_small(op, &one, 1, 0, 0);
    int to_one = number_compare(op, a, &one);
    if (to_one == -2) return -1;
    if (!to_one) return power_of_one(op, a, b, is_whole, *sign, out) ? 1 : -1;
    if (b->kind) {
        if ((to_one > 0) == (b->sign != 0)) number_set_small(op, out, 0, 0, 0);
        else number_set_special(out, KIND_INFINITE, 0);
        return 1;
    }
    int64_t bound;
    if (!ln_bound(op, a, &bound)) return -1;
    bound += number_adjusted(b);
    bool is_large = (to_one > 0) == !b->sign;
    if (bound > (is_large ? digits_of(op->emax > 1 ? op->emax : 1) : digits_of(-operation_etiny(op) > 1 ? -operation_etiny(op) : 1))) {
        number_set_small(op, out, 1, *sign, is_large ? op->emax + 1 : operation_etiny(op) - 1);
        return number_fit(op, out) ? 1 : -1;
    }
    return is_whole && number_adjusted(b) < LIMB_DIGITS ? multiplied_out(op, a, b, *sign, out) : 0;
}

static Value power_modulo(VM *vm, DecimalContext *context, Value x, Value y, Value z) {
    Number a = decimal_number(as_decimal(x)), b = decimal_number(as_decimal(y)), c = decimal_number(as_decimal(z)), out;
    Operation op;
    operation_init(&op, vm, context);
    const Number *all[3] = {&a, &b, &c};
    for (Kind kind = KIND_SIGNALING; kind >= KIND_QUIET; kind--)
        for (int i = 0; i < 3; i++)
            if (all[i]->kind == kind) return operation_finish(&op, context, &out, number_nans(&op, all[i], NULL, &out) > 0);
    if (!number_is_integer(&a) || !number_is_integer(&b) || !number_is_integer(&c) || (b.sign && b.count) || !c.count || number_adjusted(&c) >= op.prec || (!a.count && !b.count))
        return operation_finish(&op, context, &out, number_invalid(&op, &out, STATUS_INVALID));
    uint8_t sign = a.sign && number_is_odd(&b);
    a.sign = b.sign = c.sign = 0;
    bool a_is_short = a.exponent <= 0, b_is_short = b.exponent <= 0; // zeros behind are never written out
    Value args[] = {a_is_short ? number_to_int(&op, &a) : number_coefficient(&op, &a), from_small_int(a_is_short ? 0 : a.exponent),
                    b_is_short ? number_to_int(&op, &b) : number_coefficient(&op, &b), from_small_int(b_is_short ? 0 : b.exponent), number_to_int(&op, &c)};
    operation_end(&op);
    Value pair = call_function(vm, "power_modulo", args, 5);
    if (pair == VALUE_ERROR) return VALUE_ERROR;
    operation_init(&op, vm, context);
    bool good = from_pair(&op, pair, sign, &out);
    return operation_finish(&op, context, &out, good);
}

Value decimal_power(VM *vm, DecimalContext *context, Value x, Value y, Value modulo) {
    ROOT_SCOPE(vm);
    Value result = VALUE_ERROR;
    if ((x = rooted(vm, x)) != VALUE_ERROR && (y = rooted(vm, y)) != VALUE_ERROR && (modulo == VALUE_NONE || (modulo = rooted(vm, modulo)) != VALUE_ERROR)) {
        if (modulo != VALUE_NONE) {
            result = power_modulo(vm, context, x, y, modulo);
        } else {
            Operation op;
            operation_init(&op, vm, context);
            Number a = decimal_number(as_decimal(x)), b = decimal_number(as_decimal(y)), out;
            uint8_t sign = 0;
            int known = simple_power(&op, &a, &b, &sign, &out);
            if (known) {
                result = operation_finish(&op, context, &out, known > 0);
            } else {
                operation_end(&op);
                result = real_power(vm, context, &a, &b, sign);
            }
        }
    }
    ROOT_END(vm);
    return result;
}
