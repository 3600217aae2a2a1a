#include "runtime/modules/math.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"

// Product of the integers from..to by halves, so that factors stay balanced.
static Value range_product(VM *vm, int64_t from, int64_t to) {
    if (from > to) return from_small_int(1);
    if (to - from < 8) {
        Value product = from_small_int(from);
        for (int64_t i = from + 1; i <= to && product != VALUE_ERROR; i++) product = int_binary(vm, SLOT_MULT, product, from_small_int(i));
        return product;
    }
    int64_t middle = from + (to - from) / 2;
    Value left = range_product(vm, from, middle), right = left == VALUE_ERROR ? VALUE_ERROR : range_product(vm, middle + 1, to);
    return right == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_MULT, left, right);
}

Value math_factorial(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t n;
    Value number = op_index(vm, args[0]);
    if (number == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(number) < 0) return raise_value_error(vm, "factorial() not defined for negative values");
    if (!int_to_int64(number, &n)) return raise_overflow_error(vm, "factorial() argument should not exceed 9223372036854775807");
    return n > 1 << 26 ? raise_memory_error(vm) : range_product(vm, 1, n);
}

// Newton's iteration from above.
Value math_isqrt(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value n = op_index(vm, args[0]);
    if (n == VALUE_ERROR) return VALUE_ERROR;
    int sign = int_sign(n);
    if (sign < 0) return raise_value_error(vm, "isqrt() argument must be nonnegative");
    if (!sign) return from_small_int(0);
    int64_t small;
    uint64_t bits;
    if (int_to_int64(n, &small)) {
        bits = 64 - (uint64_t)__builtin_clzll((unsigned long long)small);
    } else {
        const Int *big = (const Int *)as_object(n);
        bits = (uint64_t)(big->count - 1) * 60 + 64 - (uint64_t)__builtin_clzll((unsigned long long)big->digits[big->count - 1]);
    }
    Value x = int_binary(vm, SLOT_LSHIFT, from_small_int(1), from_small_int((int64_t)(bits + 1) / 2));
    for (;;) {
        Value quotient = x == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_FLOORDIV, n, x);
        Value sum = quotient == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_ADD, x, quotient);
        Value next = sum == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_RSHIFT, sum, from_small_int(1));
        if (next == VALUE_ERROR) return VALUE_ERROR;
        if (int_compare(next, x) >= 0) return x;
        x = next;
    }
}

static Value absolute(VM *vm, Value n) { return int_sign(n) < 0 ? int_binary(vm, SLOT_SUB, from_small_int(0), n) : n; }

static Value gcd_of_two(VM *vm, Value a, Value b) {
    while (int_sign(b)) {
        if (both_small_ints(a, b)) {
            int64_t x = small_int(a), y = small_int(b);
            while (y) {
                int64_t rest = x % y;
                x = y, y = rest;
            }
            return int_from_int64(vm, x < 0 ? -x : x);
        }
        Value rest = int_binary(vm, SLOT_MOD, a, b);
        if (rest == VALUE_ERROR) return VALUE_ERROR;
        a = b, b = rest;
    }
    return absolute(vm, a);
}

Value math_gcd(VM *vm, Value *args, uint32_t count) {
    Value result = from_small_int(0);
    for (uint32_t i = 0; i < count && result != VALUE_ERROR; i++) {
        Value n = op_index(vm, args[i]);
        result = n == VALUE_ERROR ? VALUE_ERROR : gcd_of_two(vm, result, n);
    }
    return result;
}

Value math_lcm(VM *vm, Value *args, uint32_t count) {
    Value result = from_small_int(1);
    for (uint32_t i = 0; i < count && result != VALUE_ERROR; i++) {
        Value n = op_index(vm, args[i]);
        if (n == VALUE_ERROR) return VALUE_ERROR;
        if (!int_sign(n) || !int_sign(result)) {
            result = from_small_int(0);
            continue;
        }
        Value divisor = gcd_of_two(vm, result, n);
        Value part = divisor == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_FLOORDIV, result, divisor);
        Value product = part == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_MULT, part, n);
        result = product == VALUE_ERROR ? VALUE_ERROR : absolute(vm, product);
    }
    return result;
}

// n (n-1) ... (n-k+1), divided by k! when `divide`, step by step so that it stays whole.
static Value falling_product(VM *vm, Value n, int64_t k, bool divide) {
    Value result = from_small_int(1);
    for (int64_t i = 0; i < k && result != VALUE_ERROR; i++) {
        Value factor = int_binary(vm, SLOT_SUB, n, from_small_int(i));
        result = factor == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_MULT, result, factor);
        if (divide && result != VALUE_ERROR) result = int_binary(vm, SLOT_FLOORDIV, result, from_small_int(i + 1));
    }
    return result;
}

Value math_comb(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value n = op_index(vm, args[0]), k = n == VALUE_ERROR ? VALUE_ERROR : op_index(vm, args[1]);
    if (k == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(n) < 0) return raise_value_error(vm, "n must be a non-negative integer");
    if (int_sign(k) < 0) return raise_value_error(vm, "k must be a non-negative integer");
    Value other = int_binary(vm, SLOT_SUB, n, k);
    if (other == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(other) < 0) return from_small_int(0);
    if (int_compare(other, k) < 0) k = other;
    int64_t steps;
    if (!int_to_int64(k, &steps)) return raise_overflow_error(vm, "min(n - k, k) must not exceed 9223372036854775807");
    return falling_product(vm, n, steps, true);
}

Value math_perm(VM *vm, Value *args, uint32_t count) {
    if (count < 2 || args[1] == VALUE_NONE) return math_factorial(vm, args, 1);
    Value n = op_index(vm, args[0]), k = n == VALUE_ERROR ? VALUE_ERROR : op_index(vm, args[1]);
    if (k == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(n) < 0) return raise_value_error(vm, "n must be a non-negative integer");
    if (int_sign(k) < 0) return raise_value_error(vm, "k must be a non-negative integer");
    if (int_compare(k, n) > 0) return from_small_int(0);
    int64_t steps;
    if (!int_to_int64(k, &steps)) return raise_overflow_error(vm, "k must not exceed 9223372036854775807");
    return falling_product(vm, n, steps, false);
}

Value math_prod(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value product = args[1] == VALUE_UNBOUND ? from_small_int(1) : args[1];
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, args[0]);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, iterator);
    for (;;) {
        Value item = op_next(vm, iterator);
        if (item == VALUE_END) break;
        if (item == VALUE_ERROR) {
            product = VALUE_ERROR;
            break;
        }
        root_push(vm, product), root_push(vm, item);
        product = op_binary(vm, SLOT_MULT, product, item);
        vm->roots_top -= 2;
        if (product == VALUE_ERROR) break;
    }
    ROOT_END(vm);
    return product;
}

Value math_sumprod(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ROOT_SCOPE(vm);
    Value p = op_to_tuple(vm, args[0]), q = VALUE_ERROR, total = from_small_int(0);
    if (p == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, p);
    if ((q = op_to_tuple(vm, args[1])) == VALUE_ERROR) total = VALUE_ERROR;
    else if (as_tuple(p)->count != as_tuple(q)->count) total = raise_value_error(vm, "Inputs are not the same length");
    if (q != VALUE_ERROR) root_push(vm, q);
    for (size_t i = 0; total != VALUE_ERROR && i < as_tuple(p)->count; i++) {
        root_push(vm, total);
        Value product = op_binary(vm, SLOT_MULT, as_tuple(p)->items[i], as_tuple(q)->items[i]);
        if (product != VALUE_ERROR) root_push(vm, product);
        total = product == VALUE_ERROR ? VALUE_ERROR : op_binary(vm, SLOT_ADD, total, product);
        vm->roots_top -= product == VALUE_ERROR ? 1 : 2;
    }
    ROOT_END(vm);
    return total;
}
