// Operators of int. Most operands fit int64; the others are computed on digits.
#include "runtime/objects/float.h"
#include "runtime/objects/int_private.h"
#include "runtime/objects/list.h"
#include <math.h>

// ---- add, subtract, multiply -------------------------------------------------------------------------------------

static Value add_magnitudes(VM *vm, const IntView *x, const IntView *y, int sign) {
    if (x->count < y->count) return add_magnitudes(vm, y, x, sign);
    Int *n = int_alloc(vm, x->count + 1);
    if (!n) return VALUE_ERROR;
    n->digits[x->count] = digits_add(n->digits, x->digits, x->count, y->digits, y->count);
    n->sign = sign;
    return int_finish(vm, n, x->count + 1);
}

static Value subtract_magnitudes(VM *vm, const IntView *x, const IntView *y, int sign) {
    if (digits_compare(x->digits, x->count, y->digits, y->count) < 0) return subtract_magnitudes(vm, y, x, -sign);
    Int *n = int_alloc(vm, x->count);
    if (!n) return VALUE_ERROR;
    digits_subtract(n->digits, x->digits, x->count, y->digits, y->count);
    n->sign = sign;
    return int_finish(vm, n, x->count);
}

static Value add_or_subtract(VM *vm, Value a, Value b, int sign_of_b) {
    IntView x, y;
    int_view(&x, a), int_view(&y, b);
    y.sign *= sign_of_b;
    if (!y.sign) return int_plain(vm, a);
    if (!x.sign) return int_from_digits(vm, y.digits, y.count, y.sign);
    return x.sign == y.sign ? add_magnitudes(vm, &x, &y, x.sign) : subtract_magnitudes(vm, &x, &y, x.sign);
}

Value int_negate(VM *vm, Value v) {
    if (is_small_int(v)) return int_from_int64(vm, -small_int(v));
    IntView view;
    int_view(&view, v);
    return int_from_digits(vm, view.digits, view.count, -view.sign);
}

Value int_multiply(VM *vm, Value a, Value b) {
    IntView x, y;
    int_view(&x, a), int_view(&y, b);
    if (!x.sign || !y.sign) return from_small_int(0);
    if (a == b) y.digits = x.digits; // a square is cheaper
    size_t count = x.count + y.count, room = digits_multiply_scratch(x.count, y.count);
    Int *n = int_alloc(vm, count);
    Digit *scratch = n && room ? digits_new(vm, room) : NULL;
    if (!n || (room && !scratch)) return VALUE_ERROR;
    bool done = digits_multiply(vm, n->digits, x.digits, x.count, y.digits, y.count, scratch);
    digits_free(vm, scratch, room);
    if (!done) return VALUE_ERROR;
    n->sign = x.sign * y.sign;
    return int_finish(vm, n, count);
}

// ---- division ----------------------------------------------------------------------------------------------------

bool int_divide_magnitudes(VM *vm, const IntView *x, const IntView *y, Digit *q, Digit *r) {
    size_t n = y->count, count = x->count - n + 1, extra = digits_divide_scratch(count, n), room = n + 1 + x->count + 1 + extra;
    Digit *divisor = digits_new(vm, room), *dividend = divisor + n + 1;
    if (!divisor) return false;
    unsigned shift = DIGIT_BITS - digit_bit_length(y->digits[n - 1]);
    digits_shift_left(divisor, y->digits, n, shift);
    digits_shift_left(dividend, x->digits, x->count, shift);
    bool done = digits_divide(vm, q, dividend, count, divisor, n, dividend + x->count + 1);
    if (done) digits_shift_right(r, dividend, n, shift);
    digits_free(vm, divisor, room);
    return done;
}

bool int_divide(VM *vm, Value a, Value b, Value *quotient, Value *remainder) {
    IntView x, y;
    int_view(&x, a), int_view(&y, b);
    bool opposite = x.sign * y.sign < 0;
    if (digits_compare(x.digits, x.count, y.digits, y.count) < 0) { // 0 or -1
        bool down = opposite && x.sign;
        if (quotient) *quotient = from_small_int(down ? -1 : 0);
        if (remainder && (*remainder = down ? add_or_subtract(vm, a, b, 1) : int_plain(vm, a)) == VALUE_ERROR) return false;
        return true;
    }
    size_t count = x.count - y.count + 1;
    Int *q = int_alloc(vm, count + 1), *r = q ? int_alloc(vm, y.count) : NULL;
    if (!r) return false;
    if (y.count == 1) r->digits[0] = digits_divide_small(q->digits, x.digits, x.count, y.digits[0]);
    else if (!int_divide_magnitudes(vm, &x, &y, q->digits, r->digits)) return false;
    q->digits[count] = 0;
    q->sign = opposite ? -1 : 1, r->sign = y.sign;
    if (digits_trim(r->digits, y.count)) {
        const Digit one = 1;
        if (opposite) { // towards minus infinity
            digits_add(q->digits, q->digits, count + 1, &one, 1);
            digits_subtract(r->digits, y.digits, y.count, r->digits, y.count);
        }
    }
    Value first = int_finish(vm, q, count + 1), second = int_finish(vm, r, y.count);
    if (quotient) *quotient = first;
    else int_release(vm, first);
    if (remainder) *remainder = second;
    else int_release(vm, second);
    return true;
}

static Value true_divide(VM *vm, Value a, Value b) {
    IntView x, y;
    int_view(&x, a), int_view(&y, b);
    if (!y.sign) return raise_error(vm, vm->types.ZeroDivisionError, "division by zero");
    size_t room = x.count + 2 * y.count + 8;
    Digit few[64], *digits = room <= 64 ? few : digits_new(vm, room);
    if (!digits) return VALUE_ERROR;
    double d = digits_true_divide(x.digits, x.count, y.digits, y.count, digits);
    if (digits != few) digits_free(vm, digits, room);
    if (isinf(d)) return raise_overflow_error(vm, "integer division result too large for a float");
    return float_from_double(vm, (x.sign < 0) != (y.sign < 0) ? -d : d);
}

static Value divide(VM *vm, BinarySlot slot, Value a, Value b) {
    Value quotient, remainder;
    if (!int_sign(b))
        return raise_error(vm, vm->types.ZeroDivisionError, slot == SLOT_MOD ? "integer modulo by zero" : "integer division or modulo by zero");
    if (!int_divide(vm, a, b, &quotient, &remainder)) return VALUE_ERROR;
    return slot == SLOT_MOD ? remainder : slot == SLOT_FLOORDIV ? quotient : tuple_pack(vm, 2, quotient, remainder);
}

// ---- shifts ------------------------------------------------------------------------------------------------------

Value int_shift_left(VM *vm, Value a, uint64_t bits) {
    IntView view;
    int_view(&view, a);
    if (!view.sign) return from_small_int(0);
    if (bits / DIGIT_BITS > INT_DIGITS_MAX) return raise_memory_error(vm);
    size_t count = view.count + (size_t)(bits / DIGIT_BITS) + 1;
    Int *n = int_alloc(vm, count);
    if (!n) return VALUE_ERROR;
    digits_shift_left(n->digits, view.digits, view.count, bits);
    n->sign = view.sign;
    return int_finish(vm, n, count);
}

// Towards minus infinity.
static Value shift_right(VM *vm, Value a, uint64_t bits) {
    IntView view;
    int_view(&view, a);
    size_t count = bits / DIGIT_BITS < view.count ? view.count - (size_t)(bits / DIGIT_BITS) : 0;
    if (!count) return from_small_int(view.sign < 0 ? -1 : 0);
    Int *n = int_alloc(vm, count + 1);
    if (!n) return VALUE_ERROR;
    digits_shift_right(n->digits, view.digits, view.count, bits);
    n->digits[count] = 0;
    n->sign = view.sign;
    const Digit one = 1;
    if (view.sign < 0 && digits_low_bits(view.digits, view.count, bits)) digits_add(n->digits, n->digits, count + 1, &one, 1);
    return int_finish(vm, n, count + 1);
}

static Value shift(VM *vm, BinarySlot slot, Value a, Value b) {
    int64_t bits;
    if (int_sign(b) < 0) return raise_value_error(vm, "negative shift count");
    if (!int_sign(a)) return from_small_int(0);
    bool fits = int_to_int64(b, &bits);
    if (slot == SLOT_RSHIFT) return fits ? shift_right(vm, a, (uint64_t)bits) : from_small_int(int_sign(a) < 0 ? -1 : 0);
    return fits ? int_shift_left(vm, a, (uint64_t)bits) : raise_overflow_error(vm, "too many digits in integer");
}

// ---- bitwise, as on two's complement of any width ----------------------------------------------------------------

// The digits of two's complement, one after the other; beyond the last: all 0 or all 1.
typedef struct Complement {
    const IntView *view;
    Digit carry;
} Complement;
static Digit complement_next(Complement *c, size_t i) {
    Digit d = i < c->view->count ? c->view->digits[i] : 0;
    if (c->view->sign >= 0) return d;
    d = (~d & DIGIT_MASK) + c->carry;
    c->carry = d >> DIGIT_BITS;
    return d & DIGIT_MASK;
}

static Digit combine(BinarySlot slot, Digit x, Digit y) { return slot == SLOT_BITAND ? x & y : slot == SLOT_BITOR ? x | y : x ^ y; }

// The low 64 bits of two's complement.
static uint64_t low_word(const IntView *view) {
    uint64_t magnitude = (view->count ? view->digits[0] : 0) | (view->count > 1 ? view->digits[1] << DIGIT_BITS : 0);
    return view->sign < 0 ? -magnitude : magnitude;
}

// Neither is negative; x is the longer one.
static Value bitwise_of_positive(VM *vm, BinarySlot slot, const IntView *x, const IntView *y) {
    size_t count = slot == SLOT_BITAND ? y->count : x->count;
    if (!count) return from_small_int(0);
    Int *n = int_alloc(vm, count);
    if (!n) return VALUE_ERROR;
    const Digit *left = x->digits, *right = y->digits;
    if (slot == SLOT_BITAND) for (size_t i = 0; i < y->count; i++) n->digits[i] = left[i] & right[i];
    else if (slot == SLOT_BITOR) for (size_t i = 0; i < y->count; i++) n->digits[i] = left[i] | right[i];
    else for (size_t i = 0; i < y->count; i++) n->digits[i] = left[i] ^ right[i];
    if (count > y->count) memcpy(n->digits + y->count, left + y->count, (count - y->count) * sizeof *left);
    n->sign = 1;
    return int_finish(vm, n, count);
}

static Value bitwise(VM *vm, BinarySlot slot, Value a, Value b) {
    IntView x, y;
    int_view(&x, a), int_view(&y, b);
    if (slot == SLOT_BITAND && is_small_int(b) && small_int(b) >= 0) return from_small_int((int64_t)(low_word(&x) & (uint64_t)small_int(b)));
    if (slot == SLOT_BITAND && is_small_int(a) && small_int(a) >= 0) return from_small_int((int64_t)(low_word(&y) & (uint64_t)small_int(a)));
    if (x.sign >= 0 && y.sign >= 0) return x.count >= y.count ? bitwise_of_positive(vm, slot, &x, &y) : bitwise_of_positive(vm, slot, &y, &x);
    size_t count = (x.count > y.count ? x.count : y.count) + 1;
    Int *n = int_alloc(vm, count);
    if (!n) return VALUE_ERROR;
    Complement left = {&x, 1}, right = {&y, 1};
    for (size_t i = 0; i < count; i++) n->digits[i] = combine(slot, complement_next(&left, i), complement_next(&right, i));
    n->sign = n->digits[count - 1] >> (DIGIT_BITS - 1) ? -1 : 1;
    Digit carry = 1;
    for (size_t i = 0; n->sign < 0 && i < count; i++) {
        Digit d = (~n->digits[i] & DIGIT_MASK) + carry;
        n->digits[i] = d & DIGIT_MASK;
        carry = d >> DIGIT_BITS;
    }
    return int_finish(vm, n, count);
}

// ---- below 2^128: hashes, random numbers and addresses stay there on their way

typedef unsigned __int128 Wide; // a magnitude

static inline Wide wide_absolute(int64_t i) { return i < 0 ? -(uint64_t)i : (uint64_t)i; }
// Of a small int or an Int.
static inline bool wide_from(Value v, Wide *magnitude, bool *negative) {
    if (is_small_int(v)) {
        *negative = small_int(v) < 0;
        *magnitude = wide_absolute(small_int(v));
        return true;
    }
    const Int *n = (const Int *)as_object(v);
    *negative = n->sign < 0;
    if (__builtin_expect(n->count == 2, 1)) return *magnitude = (Wide)n->digits[1] << DIGIT_BITS | n->digits[0], true;
    if (n->count == 3 && n->digits[2] >> (128 - 2 * DIGIT_BITS) == 0)
        return *magnitude = (Wide)n->digits[2] << 2 * DIGIT_BITS | (Wide)n->digits[1] << DIGIT_BITS | n->digits[0], true;
    return n->count < 2 ? *magnitude = n->count ? n->digits[0] : 0, true : false; // of subclasses
}

// Of 63 bits at least.
static __attribute__((noinline)) Value int_from_digits_of(VM *vm, Wide magnitude, bool negative) {
    Digit third = (Digit)(magnitude >> 2 * DIGIT_BITS);
    Int *n = int_alloc(vm, third ? 3 : 2);
    if (!n) return VALUE_ERROR;
    n->digits[0] = (Digit)magnitude & DIGIT_MASK;
    n->digits[1] = (Digit)(magnitude >> DIGIT_BITS) & DIGIT_MASK;
    if (third) n->digits[2] = third;
    n->sign = negative ? -1 : 1;
    return from_object(n);
}
static Value int_from_wide(VM *vm, Wide magnitude, bool negative) {
    if ((uint64_t)(magnitude >> 64) == 0 && (uint64_t)magnitude <= (uint64_t)INT_SMALL_MAX + negative)
        return from_small_int(negative ? -(int64_t)(uint64_t)magnitude : (int64_t)(uint64_t)magnitude);
    if (__builtin_expect((uint64_t)(magnitude >> 2 * DIGIT_BITS) != 0, 0)) return int_from_digits_of(vm, magnitude, negative);
    Int *n = heap_alloc_quick(vm->heap, sizeof *n + 2 * sizeof *n->digits); // not a small int: of 63 bits at least
    if (__builtin_expect(!n, 0)) return int_from_digits_of(vm, magnitude, negative);
    n->head.shape = vm->types.int_->root_shape;
    n->count = 2;
    n->digits[0] = (Digit)magnitude & DIGIT_MASK;
    n->digits[1] = (Digit)(magnitude >> DIGIT_BITS);
    n->sign = negative ? -1 : 1;
    return from_object(n);
}
static inline Value int_from_word(VM *vm, uint64_t i) { return i <= (uint64_t)INT_SMALL_MAX ? from_small_int((int64_t)i) : int_from_wide(vm, i, false); }

static Value wide_add(VM *vm, Wide x, bool x_negative, Wide y, bool y_negative) {
    Wide sum;
    if (x_negative == y_negative) return __builtin_add_overflow(x, y, &sum) ? VALUE_UNBOUND : int_from_wide(vm, sum, x_negative);
    return x >= y ? int_from_wide(vm, x - y, x_negative) : int_from_wide(vm, y - x, y_negative);
}

// x >= y, where that matters.
static Value wide_multiply(VM *vm, Wide x, Wide y, bool negative) {
    uint64_t x_high = (uint64_t)(x >> 64);
    Wide low = (Wide)(uint64_t)x * (uint64_t)y;
    if (__builtin_expect(!x_high, 1)) return int_from_wide(vm, low, negative);
    if ((uint64_t)(y >> 64)) return VALUE_UNBOUND;
    Wide high = (Wide)x_high * (uint64_t)y, product;
    if ((uint64_t)(high >> 64) || __builtin_add_overflow(low, high << 64, &product)) return VALUE_UNBOUND;
    return int_from_wide(vm, product, negative);
}

// Neither is negative, y is not 0. Powers of two, as moduli of generators and masks are, need no division.
static Wide wide_quotient(Wide x, Wide y) {
    if (y & (y - 1)) return x / y;
    uint64_t low = (uint64_t)y;
    return x >> (low ? __builtin_ctzll(low) : 64 + __builtin_ctzll((uint64_t)(y >> 64)));
}
static Wide wide_remainder(Wide x, Wide y) { return y & (y - 1) ? x % y : x & (y - 1); }

// The result, or VALUE_UNBOUND when it has to be computed on digits.
static Value wide_binary(VM *vm, BinarySlot slot, Value a, Value b) {
    Wide x, y;
    bool x_negative, y_negative;
    if (!wide_from(a, &x, &x_negative) || !wide_from(b, &y, &y_negative)) return VALUE_UNBOUND;
    switch (slot) {
    case SLOT_ADD: return wide_add(vm, x, x_negative, y, y_negative);
    case SLOT_SUB: return wide_add(vm, x, x_negative, y, !y_negative);
    case SLOT_MULT: return x >= y ? wide_multiply(vm, x, y, x_negative != y_negative) : wide_multiply(vm, y, x, x_negative != y_negative);
    default: break;
    }
    if (x_negative | y_negative) return VALUE_UNBOUND;
    switch (slot) {
    case SLOT_FLOORDIV: return y ? int_from_wide(vm, wide_quotient(x, y), false) : VALUE_UNBOUND;
    case SLOT_MOD: return y ? int_from_wide(vm, wide_remainder(x, y), false) : VALUE_UNBOUND;
    case SLOT_LSHIFT: return y < 128 && x << y >> y == x ? int_from_wide(vm, x << y, false) : VALUE_UNBOUND;
    case SLOT_RSHIFT: return int_from_wide(vm, y < 128 ? x >> y : 0, false);
    case SLOT_BITAND: return int_from_wide(vm, x & y, false);
    case SLOT_BITOR: return int_from_wide(vm, x | y, false);
    case SLOT_BITXOR: return int_from_wide(vm, x ^ y, false);
    default: return VALUE_UNBOUND;
    }
}

// ---- dispatch ----------------------------------------------------------------------------------------------------

static Value divide_int64(VM *vm, BinarySlot slot, int64_t x, int64_t y) {
    int64_t quotient = x / y, remainder = x % y;
    if (remainder && (remainder < 0) != (y < 0)) quotient--, remainder += y;
    if (slot == SLOT_MOD) return int_from_int64(vm, remainder);
    Value first = int_from_int64(vm, quotient);
    if (slot == SLOT_FLOORDIV || first == VALUE_ERROR) return first;
    Value second = int_from_int64(vm, remainder);
    return second == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, first, second);
}

// The result for operands of 64 bits, or VALUE_UNBOUND when it has to be computed on digits.
static Value binary_int64(VM *vm, BinarySlot slot, int64_t x, int64_t y) {
    const int64_t exact = (int64_t)1 << 53;
    int64_t result;
    switch (slot) {
    case SLOT_ADD: return __builtin_add_overflow(x, y, &result) ? VALUE_UNBOUND : int_from_int64(vm, result);
    case SLOT_SUB: return __builtin_sub_overflow(x, y, &result) ? VALUE_UNBOUND : int_from_int64(vm, result);
    case SLOT_MULT: return __builtin_mul_overflow(x, y, &result) ? wide_multiply(vm, wide_absolute(x), wide_absolute(y), (x < 0) != (y < 0)) : int_from_int64(vm, result);
    case SLOT_DIV:
        return y && x >= -exact && x <= exact && y >= -exact && y <= exact ? float_from_double(vm, (double)x / (double)y) : VALUE_UNBOUND;
    case SLOT_FLOORDIV:
    case SLOT_MOD:
    case SLOT_DIVMOD: return y && !(y == -1 && x == INT64_MIN) ? divide_int64(vm, slot, x, y) : VALUE_UNBOUND;
    case SLOT_LSHIFT:
        if (y < 0 || y > 62) return VALUE_UNBOUND;
        result = (int64_t)((uint64_t)x << y);
        return result >> y == x ? int_from_int64(vm, result) : VALUE_UNBOUND;
    case SLOT_RSHIFT: return y < 0 ? VALUE_UNBOUND : int_from_int64(vm, x >> (y > 63 ? 63 : y));
    case SLOT_BITAND:
    case SLOT_BITOR:
    case SLOT_BITXOR: return int_from_int64(vm, (int64_t)combine(slot, (Digit)x, (Digit)y));
    default: return VALUE_UNBOUND;
    }
}

static Value binary_of_digits(VM *vm, BinarySlot slot, Value a, Value b) {
    switch (slot) {
    case SLOT_ADD: return add_or_subtract(vm, a, b, 1);
    case SLOT_SUB: return add_or_subtract(vm, a, b, -1);
    case SLOT_MULT: return int_multiply(vm, a, b);
    case SLOT_DIV: return true_divide(vm, a, b);
    case SLOT_FLOORDIV:
    case SLOT_MOD:
    case SLOT_DIVMOD: return divide(vm, slot, a, b);
    case SLOT_POW: return int_power(vm, a, b);
    case SLOT_LSHIFT:
    case SLOT_RSHIFT: return shift(vm, slot, a, b);
    case SLOT_BITAND:
    case SLOT_BITOR:
    case SLOT_BITXOR: return bitwise(vm, slot, a, b);
    default: return VALUE_NOT_IMPLEMENTED;
    }
}

static __attribute__((noinline)) Value binary_of_any(VM *vm, BinarySlot slot, Value a, Value b) {
    int64_t x, y;
    Value result = VALUE_UNBOUND;
    if (both_small_ints(a, b)) {
        result = binary_int64(vm, slot, small_int(a), small_int(b));
    } else if (is_bool(a) || is_bool(b)) {
        if (is_bool(a) && is_bool(b) && (slot == SLOT_BITAND || slot == SLOT_BITOR || slot == SLOT_BITXOR))
            return from_bool(combine(slot, a == VALUE_TRUE, b == VALUE_TRUE));
        if (int_to_int64(a, &x) && int_to_int64(b, &y)) result = binary_int64(vm, slot, x, y);
    } else {
        result = wide_binary(vm, slot, a, b);
    }
    return result != VALUE_UNBOUND ? result : binary_of_digits(vm, slot, a, b);
}

#ifdef TYPHON_CORE // words are numbers like others
Value int_binary(VM *vm, BinarySlot slot, Value a, Value b) { return binary_of_any(vm, slot, a, b); }
#else
// A number that is not negative and has 64 bits at most.
static inline bool word_from(Value v, uint64_t *word) {
    if (is_small_int(v)) return *word = v >> 1, (int64_t)v >= 0;
    const Int *n = (const Int *)as_object(v);
    if (n->count != 2 || n->sign < 0) return false;
    *word = n->digits[1] << DIGIT_BITS | n->digits[0];
    return n->digits[1] >> (64 - DIGIT_BITS) == 0;
}
// Words at once: calls at the ends only, so that no registers are saved for them.
Value int_binary(VM *vm, BinarySlot slot, Value a, Value b) {
    uint64_t x, y;
    if ((is_small_int(a) || is_object(a)) && (is_small_int(b) || is_object(b)) && word_from(b, &y)) {
        if (word_from(a, &x)) {
            switch (slot) {
            case SLOT_ADD: return int_from_wide(vm, (Wide)x + y, false);
            case SLOT_MULT: return int_from_wide(vm, (Wide)x * y, false);
            case SLOT_FLOORDIV:
                if (y) return int_from_word(vm, x / y);
                break;
            case SLOT_MOD:
                if (y) return int_from_word(vm, x % y);
                break;
            case SLOT_LSHIFT:
                if (y < 64) return int_from_wide(vm, (Wide)x << y, false);
                break;
            case SLOT_RSHIFT: return int_from_word(vm, y < 64 ? x >> y : 0);
            case SLOT_BITAND: return int_from_word(vm, x & y);
            case SLOT_BITOR: return int_from_word(vm, x | y);
            case SLOT_BITXOR: return int_from_word(vm, x ^ y);
            default: break;
            }
        } else if (slot == SLOT_BITAND && is_object(a) && ((const Int *)as_object(a))->sign > 0 && ((const Int *)as_object(a))->count > 1) { // a product cut to a word
            const Int *n = (const Int *)as_object(a);
            return int_from_word(vm, (n->digits[1] << DIGIT_BITS | n->digits[0]) & y);
        }
    }
    return binary_of_any(vm, slot, a, b);
}
#endif
