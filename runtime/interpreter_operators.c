// Operators that are not settled in the loop: the rarer ones on small ints, floats that are boxed or mixed with ints, then the protocol.
#include "runtime/gather.h"
#include "runtime/interpreter.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/set.h"
#include "runtime/objects/str.h"
#include "runtime/quick_order.h"
#include <math.h>

// ---- small ints

// Results that need no big int; VALUE_UNBOUND: all others, errors too.
static Value small_int_arithmetic(BinarySlot slot, int64_t left, int64_t right) {
    int64_t number;
    switch (slot) {
    case SLOT_ADD: number = left + right; break; // of 63 bits each: no overflow of 64
    case SLOT_SUB: number = left - right; break;
    case SLOT_MULT:
        if (__builtin_mul_overflow(left, right, &number)) return VALUE_UNBOUND;
        break;
    case SLOT_FLOORDIV:
        if (!right) return VALUE_UNBOUND;
        number = left / right;
        if (left % right != 0 && (left < 0) != (right < 0)) number--;
        break;
    case SLOT_MOD:
        if (!right) return VALUE_UNBOUND;
        number = left % right;
        if (number && (number < 0) != (right < 0)) number += right;
        break;
    case SLOT_LSHIFT:
        if (right < 0 || right > 61) return left == 0 && right >= 0 ? from_small_int(0) : VALUE_UNBOUND;
        number = (int64_t)((uint64_t)left << right);
        if (number >> right != left) return VALUE_UNBOUND;
        break;
    case SLOT_RSHIFT:
        if (right < 0) return VALUE_UNBOUND;
        number = left >> (right > 63 ? 63 : right);
        break;
    case SLOT_BITOR: number = left | right; break;
    case SLOT_BITXOR: number = left ^ right; break;
    case SLOT_BITAND: number = left & right; break;
    case SLOT_POW: {
        if (right < 0) return VALUE_UNBOUND;
        number = 1;
        for (int64_t base = left;;) {
            if (right & 1 && __builtin_mul_overflow(number, base, &number)) return VALUE_UNBOUND;
            if (!(right >>= 1)) break;
            if (__builtin_mul_overflow(base, base, &base)) return VALUE_UNBOUND;
        }
        break;
    }
    default: return VALUE_UNBOUND;
    }
    return fits_small_int(number) ? from_small_int(number) : VALUE_UNBOUND;
}

// ---- floats

static bool is_exact_float(const VM *vm, Value v) { return is_inline_float(v) || is_exactly(v, vm->types.float_); }

// Both operands as doubles, where one at least is exactly a float and the other that or a small int.
static bool as_doubles(const VM *vm, Value left, Value right, double *x, double *y) {
    bool left_float = is_exact_float(vm, left), right_float = is_exact_float(vm, right);
    if (!left_float && !(right_float && is_small_int(left))) return false;
    if (!right_float && !is_small_int(right)) return false;
    *x = left_float ? float_value(left) : (double)small_int(left);
    *y = right_float ? float_value(right) : (double)small_int(right);
    return true;
}

static Value float_arithmetic(VM *vm, BinarySlot slot, double x, double y) {
    switch (slot) {
    case SLOT_ADD: return float_from_double(vm, x + y);
    case SLOT_SUB: return float_from_double(vm, x - y);
    case SLOT_MULT: return float_from_double(vm, x * y);
    case SLOT_DIV: return y != 0 ? float_from_double(vm, x / y) : VALUE_UNBOUND;
    case SLOT_POW: // the plain cases: nothing that raises or becomes complex
        if (fabs(y) >= 64 || (x < 0 && y != (int)y)) return VALUE_UNBOUND;
        return fabs(x) > 1e-4 && fabs(x) < 1e4 ? float_from_double(vm, pow(x, y)) : VALUE_UNBOUND;
    default: return VALUE_UNBOUND;
    }
}

// ---- the instructions

// Of ints and floats; VALUE_UNBOUND for others.
static Value number_arithmetic(VM *vm, BinarySlot slot, Value left, Value right) {
    double x, y;
    Value result = VALUE_UNBOUND;
    if (both_small_ints(left, right)) {
        if (slot != SLOT_DIV) {
            result = small_int_arithmetic(slot, small_int(left), small_int(right));
        } else {
            // exact as doubles, so that one division rounds once
            const int64_t exact = (int64_t)1 << 53;
            int64_t a = small_int(left), b = small_int(right);
            if (b && a >= -exact && a <= exact && b >= -exact && b <= exact) result = float_from_double(vm, (double)a / (double)b);
        }
    } else if (as_doubles(vm, left, right, &x, &y)) {
        result = float_arithmetic(vm, slot, x, y);
    }
    return result;
}

static bool is_plain_int(const VM *vm, Value v) { return is_small_int(v) || is_exactly(v, vm->types.int_); }
// Whose operator is int_binary's: they have no @.
static bool both_plain_ints(const VM *vm, BinarySlot slot, Value left, Value right) { return is_plain_int(vm, left) && is_plain_int(vm, right) && slot != SLOT_MATMULT; }

// A bool, and another or a small int, as of `count += x in known`: int_binary's, too.
#ifdef TYPHON_CORE // the long way does it, too
static bool are_truths(Value left, Value right) { return (void)left, (void)right, false; }
#else
static bool are_truths(Value left, Value right) { return is_bool(left) ? is_bool(right) || is_small_int(right) : is_bool(right) && is_small_int(left); }
#endif

// Small ints come here with + - * when the result is no small int, with the others for any.
static NOINLINE Value arithmetic_of_any(VM *vm, BinarySlot slot, Value left, Value right) {
    if (are_truths(left, right) && slot != SLOT_MATMULT) return int_binary(vm, slot, left, right);
    if (is_exactly(left, vm->types.str)) { // what op_binary would come to
        if (slot == SLOT_ADD && is_exactly(right, vm->types.str)) return str_concat(vm, as_str(left), as_str(right));
        if ((slot == SLOT_MULT && is_small_int(right)) || (slot == SLOT_MOD && (is_small_int(right) || is_exactly(right, vm->types.tuple) || is_exactly(right, vm->types.str)))) return vm->types.str->slots.binary[slot](vm, left, right);
    }
    Value result = is_exactly(left, vm->types.complex_) || is_exactly(right, vm->types.complex_) ? complex_arithmetic(vm, slot, left, right)
                                                                                                 : number_arithmetic(vm, slot, left, right);
    return result != VALUE_UNBOUND ? result : op_binary(vm, slot, left, right);
}
Value arithmetic_slow(VM *vm, BinarySlot slot, Value left, Value right) {
    if (both_small_ints(left, right) && slot > SLOT_DIV) {
        Value result = small_int_arithmetic(slot, small_int(left), small_int(right));
        return likely(result != VALUE_UNBOUND) ? result : int_binary(vm, slot, left, right);
    }
    if (both_small_ints(left, right) ? slot <= SLOT_MULT : both_plain_ints(vm, slot, left, right)) return int_binary(vm, slot, left, right);
    return arithmetic_of_any(vm, slot, left, right); // apart, so that the way of ints saves no registers
}

static NOINLINE Value inplace_of_any(VM *vm, BinarySlot slot, Value left, Value right) {
    Value result = VALUE_UNBOUND;
    if (are_truths(left, right) && slot != SLOT_MATMULT) return int_binary(vm, slot, left, right);
    if (slot == SLOT_ADD && is_exactly(left, vm->types.str) && is_exactly(right, vm->types.str)) return str_concat(vm, as_str(left), as_str(right));
    if (is_exactly(left, vm->types.complex_)) result = complex_arithmetic(vm, slot, left, right);
    else if (!is_object(left) || is_exact_float(vm, left)) result = number_arithmetic(vm, slot, left, right);
    return result != VALUE_UNBOUND ? result : op_inplace(vm, slot, left, right);
}
Value inplace_slow(VM *vm, BinarySlot slot, Value left, Value right) {
    if (both_small_ints(left, right) ? slot <= SLOT_MULT : both_plain_ints(vm, slot, left, right)) return int_binary(vm, slot, left, right);
    return inplace_of_any(vm, slot, left, right);
}
Value grow_slow(VM *vm, Value left, Value right, unsigned form) {
    seal_gathered(vm, left); // __radd__ may keep it
    if (form == 2) return arithmetic_slow(vm, SLOT_ADD, right, left);
    return form == 1 ? arithmetic_slow(vm, SLOT_ADD, left, right) : inplace_slow(vm, SLOT_ADD, left, right);
}
Value grow_variable_slow(VM *vm, Value left, Value right, unsigned form) {
    if (form != 2 && is_exactly(left, vm->types.bytes) && is_exactly(right, vm->types.bytes)) return bytes_grow(vm, as_bytes(left), as_bytes(right));
    return grow_slow(vm, left, right, form);
}

Value negative_slow(VM *vm, Value v) { return op_unary(vm, SLOT_NEGATIVE, v); }

bool slow_positive(VM *vm, Frame *frame, Instruction i) {
    Value v = frame->registers[i.b];
    if (!is_small_int(v) && !is_inline_float(v)) v = op_unary(vm, SLOT_POSITIVE, v);
    if (v == VALUE_ERROR) return false;
    frame->registers[i.a] = v;
    return true;
}

bool slow_invert(VM *vm, Frame *frame, Instruction i) {
    Value v = op_unary(vm, SLOT_INVERT, frame->registers[i.b]);
    if (v == VALUE_ERROR) return false;
    frame->registers[i.a] = v;
    return true;
}

// ---- comparisons

static bool doubles_compare(double x, double y, CompareOp op) {
    switch (op) {
    case COMPARE_EQ: return x == y;
    case COMPARE_NE: return x != y;
    case COMPARE_LT: return x < y;
    case COMPARE_LE: return x <= y;
    case COMPARE_GT: return x > y;
    default: return x >= y;
    }
}

static bool order_compare(int order, CompareOp op) { return doubles_compare(order, 0, op); }

// The common cases of exact built-in types: 0, 1; -1: none of them.
static int compare_simple(const VM *vm, Value left, Value right, CompareOp op) {
    double x, y;
    const int64_t exact = (int64_t)1 << 53;
    if (is_exactly(left, vm->types.str) && is_exactly(right, vm->types.str)) {
        if (op <= COMPARE_NE) return (left == right || str_equal(as_str(left), as_str(right))) == (op == COMPARE_EQ);
        return order_compare(str_compare(as_str(left), as_str(right)), op);
    }
#ifndef TYPHON_CORE
    if (is_exactly(left, vm->types.tuple) && is_exactly(right, vm->types.tuple) && as_tuple(left)->count <= QUICK_ORDER_MOST && as_tuple(right)->count <= QUICK_ORDER_MOST) {
        int equal = op <= COMPARE_NE ? quick_equal_tuples(vm, as_tuple(left), as_tuple(right)) : 0;
        int order = op <= COMPARE_NE ? equal == ORDER_UNKNOWN ? equal : !equal : quick_order_tuples(vm, as_tuple(left), as_tuple(right));
        if (order != ORDER_UNKNOWN) return compare_order(order, op) == VALUE_TRUE;
    }
#endif
    if (as_doubles(vm, left, right, &x, &y)) {
        // a large int does not become a double without loss
        if (is_small_int(left) && (small_int(left) > exact || small_int(left) < -exact)) return -1;
        if (is_small_int(right) && (small_int(right) > exact || small_int(right) < -exact)) return -1;
        return doubles_compare(x, y, op);
    }
    if (op <= COMPARE_NE && !is_object(left) && left == right) return op == COMPARE_EQ;
    return -1;
}

Value compare_slow(VM *vm, Value left, Value right, CompareOp op) {
    int answer = compare_simple(vm, left, right, op);
    return answer >= 0 ? from_bool(answer) : op_compare(vm, left, right, op);
}

int compare_truth_slow(VM *vm, Value left, Value right, CompareOp op) {
    int answer = compare_simple(vm, left, right, op);
    if (answer >= 0) return answer;
    Value result = op_compare(vm, left, right, op);
    return result == VALUE_ERROR ? -1 : op_truth(vm, result);
}

bool slow_contains(VM *vm, Frame *frame, Instruction i) {
    Value container = frame->registers[i.c];
    int answer;
    if (is_exactly(container, vm->types.dict)) {
        Value found = dict_get(vm, as_dict(container), frame->registers[i.b]);
        answer = found == VALUE_ERROR ? -1 : found != VALUE_UNBOUND;
    } else if (is_exactly(container, vm->types.str) && is_exactly(frame->registers[i.b], vm->types.str)) {
        answer = str_contains(vm, as_str(container), as_str(frame->registers[i.b]));
    } else {
        answer = is_exactly(container, vm->types.set) ? set_contains(vm, (Set *)as_object(container), frame->registers[i.b]) : op_contains(vm, container, frame->registers[i.b]);
    }
    if (answer < 0) return false;
    frame->registers[i.a] = from_bool(answer);
    return true;
}
