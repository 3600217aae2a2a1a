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
    digits_multiply(n->digits, x.digits, x.count, y.digits, y.count, scratch);
    digits_free(vm, scratch, room);
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
    digits_divide(q, dividend, count, divisor, n, dividend + x->count + 1);
    digits_shift_right(r, dividend, n, shift);
    digits_free(vm, divisor, room);
    return true;
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
    if (remainder) *remainder = second;
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

static Value bitwise(VM *vm, BinarySlot slot, Value a, Value b) {
    IntView x, y;
    int_view(&x, a), int_view(&y, b);
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

// ---- dispatch ----------------------------------------------------------------------------------------------------

static Value int_from_int128(VM *vm, __int128 x) {
    if (x >= INT_SMALL_MIN && x <= INT_SMALL_MAX) return from_small_int((int64_t)x);
    unsigned __int128 magnitude = x < 0 ? -(unsigned __int128)x : (unsigned __int128)x;
    Digit top = (Digit)(magnitude >> 2 * DIGIT_BITS);
    Int *n = int_alloc(vm, top ? 3 : 2); // not a small int: of 63 bits at least
    if (!n) return VALUE_ERROR;
    n->digits[0] = (Digit)magnitude & DIGIT_MASK;
    n->digits[1] = (Digit)(magnitude >> DIGIT_BITS) & DIGIT_MASK;
    if (top) n->digits[2] = top;
    n->sign = x < 0 ? -1 : 1;
    return from_object(n);
}

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
    case SLOT_MULT: return int_from_int128(vm, (__int128)x * y);
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

// ---- below 2^127: hashes, random numbers and addresses stay there on their way

enum { WIDE_BITS = 127 };

static bool wide_from_int(const Int *n, __int128 *out) {
    if (n->count > 3 || (n->count == 3 && n->digits[2] >> (WIDE_BITS - 2 * DIGIT_BITS))) return false;
    unsigned __int128 magnitude = n->count ? n->digits[0] : 0; // a subclass's 0 has none
    if (n->count > 1) magnitude |= (unsigned __int128)n->digits[1] << DIGIT_BITS;
    if (n->count > 2) magnitude |= (unsigned __int128)n->digits[2] << 2 * DIGIT_BITS;
    *out = n->sign < 0 ? -(__int128)magnitude : (__int128)magnitude;
    return true;
}
static inline bool wide_from(Value v, __int128 *out) {
    if (is_small_int(v)) return *out = small_int(v), true;
    return is_layout(v, LAYOUT_INT) && wide_from_int((const Int *)as_object(v), out);
}
static bool fits_int64(__int128 x) { return x >= INT64_MIN && x <= INT64_MAX; }

// Floor division and its remainder by y > 0.
static __int128 divide_int128(__int128 x, __int128 y, __int128 *remainder) {
    __int128 quotient;
    if ((y & (y - 1)) == 0) { // a power of two, as moduli of generators and masks are
        uint64_t low = (uint64_t)y;
        int bits = low ? __builtin_ctzll(low) : 64 + __builtin_ctzll((uint64_t)(y >> 64));
        quotient = x >> bits;
    } else {
        quotient = x / y;
        if (x < 0 && quotient * y != x) quotient--;
    }
    *remainder = (__int128)((unsigned __int128)x - (unsigned __int128)quotient * (unsigned __int128)y);
    return quotient;
}

// The result for operands below 2^127, or VALUE_UNBOUND when it has to be computed on digits.
static Value binary_int128(VM *vm, BinarySlot slot, __int128 x, __int128 y) {
    __int128 result, remainder;
    switch (slot) {
    case SLOT_ADD: return __builtin_add_overflow(x, y, &result) ? VALUE_UNBOUND : int_from_int128(vm, result);
    case SLOT_SUB: return __builtin_sub_overflow(x, y, &result) ? VALUE_UNBOUND : int_from_int128(vm, result);
    case SLOT_MULT: return __builtin_mul_overflow(x, y, &result) ? VALUE_UNBOUND : int_from_int128(vm, result);
    case SLOT_FLOORDIV: return y > 0 ? int_from_int128(vm, divide_int128(x, y, &remainder)) : VALUE_UNBOUND;
    case SLOT_MOD: return y > 0 ? (divide_int128(x, y, &remainder), int_from_int128(vm, remainder)) : VALUE_UNBOUND;
    case SLOT_LSHIFT: return y >= 0 && y <= 60 && fits_int64(x) ? int_from_int128(vm, x * ((__int128)1 << y)) : VALUE_UNBOUND;
    case SLOT_RSHIFT: return y >= 0 ? int_from_int128(vm, x >> (y > 127 ? 127 : y)) : VALUE_UNBOUND;
    case SLOT_BITAND: return int_from_int128(vm, x & y);
    case SLOT_BITOR: return int_from_int128(vm, x | y);
    case SLOT_BITXOR: return int_from_int128(vm, x ^ y);
    default: return VALUE_UNBOUND;
    }
}

Value int_binary(VM *vm, BinarySlot slot, Value a, Value b) {
    int64_t x, y;
    __int128 wide_x, wide_y;
    Value result = VALUE_UNBOUND;
    if (both_small_ints(a, b)) {
        result = binary_int64(vm, slot, small_int(a), small_int(b));
    } else if (is_bool(a) || is_bool(b)) {
        if (is_bool(a) && is_bool(b) && (slot == SLOT_BITAND || slot == SLOT_BITOR || slot == SLOT_BITXOR))
            return from_bool(combine(slot, a == VALUE_TRUE, b == VALUE_TRUE));
        if (int_to_int64(a, &x) && int_to_int64(b, &y)) result = binary_int64(vm, slot, x, y);
    } else if (wide_from(a, &wide_x) && wide_from(b, &wide_y)) {
        result = binary_int128(vm, slot, wide_x, wide_y);
    }
    if (result != VALUE_UNBOUND) return result;
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
