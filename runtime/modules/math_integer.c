#include "runtime/modules/math.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include <math.h>

// Product of a few positive ints, as many as fit in a word at a time.
static Value short_product(VM *vm, int64_t from, int64_t to) {
    Value product = from_small_int(1);
    int64_t word = 1, next;
    for (int64_t i = from; i <= to && product != VALUE_ERROR; i++) {
        if (!__builtin_mul_overflow(word, i, &next) && fits_small_int(next)) {
            word = next;
            continue;
        }
        product = int_binary(vm, SLOT_MULT, product, from_small_int(word));
        word = i;
    }
    return product == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_MULT, product, from_small_int(word));
}
// Product of the integers from..to (positive, small) by halves, so that factors stay balanced.
static Value range_product(VM *vm, int64_t from, int64_t to) {
    if (from > to) return from_small_int(1);
    if (to - from < 48) return short_product(vm, from, to);
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

static Value op(VM *vm, BinarySlot slot, Value a, Value b) { return a == VALUE_ERROR || b == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, slot, a, b); }
static Value shifted(VM *vm, Value a, int64_t left) {
    return left >= 0 ? op(vm, SLOT_LSHIFT, a, from_small_int(left)) : op(vm, SLOT_RSHIFT, a, from_small_int(-left));
}

// Newton's iteration on a growing number of leading bits: each step doubles the bits of the root, so that the last division dominates the cost.
static Value root_of_big(VM *vm, Value n) {
    int64_t half = ((int64_t)int_bit_length(n) - 1) / 2, have = 0; // the root has half + 1 bits
    Value root = from_small_int(1);
    for (int step = 63 - __builtin_clzll((unsigned long long)half); step >= 0 && root != VALUE_ERROR; step--) {
        int64_t before = have;
        have = half >> step;
        Value quotient = op(vm, SLOT_FLOORDIV, shifted(vm, n, have + before - 1 - 2 * half), root);
        root = op(vm, SLOT_ADD, shifted(vm, root, have - before - 1), quotient);
    }
    Value square = op(vm, SLOT_MULT, root, root); // the root is exact or one too large
    if (square == VALUE_ERROR) return VALUE_ERROR;
    return int_compare(square, n) > 0 ? op(vm, SLOT_SUB, root, from_small_int(1)) : root;
}

Value math_isqrt(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value n = op_index(vm, args[0]);
    if (n == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(n) < 0) return raise_value_error(vm, "isqrt() argument must be nonnegative");
    if (!is_small_int(n)) return root_of_big(vm, n);
    int64_t root = (int64_t)sqrt((double)small_int(n));
    while (root * root > small_int(n)) root--;
    while ((root + 1) * (root + 1) <= small_int(n)) root++;
    return from_small_int(root);
}

static Value absolute(VM *vm, Value n) { return int_sign(n) < 0 ? op(vm, SLOT_SUB, from_small_int(0), n) : n; }

Value math_gcd(VM *vm, Value *args, uint32_t count) {
    Value result = from_small_int(0);
    for (uint32_t i = 0; i < count && result != VALUE_ERROR; i++) {
        Value n = op_index(vm, args[i]);
        result = n == VALUE_ERROR ? VALUE_ERROR : int_gcd(vm, result, n);
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
        Value divisor = int_gcd(vm, result, n);
        Value part = divisor == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_FLOORDIV, result, divisor);
        Value product = part == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_MULT, part, n);
        result = product == VALUE_ERROR ? VALUE_ERROR : absolute(vm, product);
    }
    return result;
}

// (n - from) (n - from - 1) ... (n - to + 1), by halves.
static Value falling_product(VM *vm, Value n, int64_t from, int64_t to) {
    if (to - from < 8) {
        Value product = from_small_int(1);
        for (int64_t i = from; i < to; i++) product = op(vm, SLOT_MULT, product, op(vm, SLOT_SUB, n, from_small_int(i)));
        return product;
    }
    int64_t middle = from + (to - from) / 2;
    Value left = falling_product(vm, n, from, middle);
    return left == VALUE_ERROR ? VALUE_ERROR : op(vm, SLOT_MULT, left, falling_product(vm, n, middle, to));
}
// n (n - 1) ... (n - k + 1)
static Value falling(VM *vm, Value n, int64_t k) {
    const int64_t most = (int64_t)1 << 33; // bits; an int of that size is refused anyway
    if (k > most / ((int64_t)int_bit_length(n) + 1)) return raise_memory_error(vm);
    return is_small_int(n) ? range_product(vm, small_int(n) - k + 1, small_int(n)) : falling_product(vm, n, 0, k);
}

// n over k, k <= 20 (so that k! is a word), where the product above the line is below 2^128 and the result a word; else VALUE_UNBOUND.
static Value short_comb(VM *vm, int64_t n, int64_t k) {
    unsigned __int128 above = 1;
    uint64_t below = 1;
    for (int64_t i = 0; i < k; i++) {
        if (__builtin_mul_overflow(above, (unsigned __int128)(n - i), &above)) return VALUE_UNBOUND;
        below *= (uint64_t)(i + 1);
    }
    unsigned __int128 result = (uint64_t)(above >> 64) ? above / below : (uint64_t)above / below;
    return (uint64_t)(result >> 64) ? VALUE_UNBOUND : int_from_uint64(vm, (uint64_t)result);
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
    Value few = is_small_int(n) && steps <= 20 ? short_comb(vm, small_int(n), steps) : VALUE_UNBOUND;
    if (few != VALUE_UNBOUND) return few;
    Value product = falling(vm, n, steps);
    return product == VALUE_ERROR ? VALUE_ERROR : op(vm, SLOT_FLOORDIV, product, range_product(vm, 1, steps));
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
    return falling(vm, n, steps);
}

Value math_prod(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value product = args[1] == VALUE_UNBOUND ? from_small_int(1) : args[1];
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, args[0]);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, iterator);
    for (;;) {
        Value item = op_next_inline(vm, iterator);
        if (item == VALUE_END) break;
        if (item == VALUE_ERROR) {
            product = VALUE_ERROR;
            break;
        }
        if (is_inline_float(product) && is_inline_float(item)) {
            product = float_from_double(vm, inline_float(product) * inline_float(item));
            if (product == VALUE_ERROR) break;
            continue;
        }
        root_push(vm, product), root_push(vm, item);
        product = op_binary(vm, SLOT_MULT, product, item);
        vm->roots_top -= 2;
        if (product == VALUE_ERROR) break;
    }
    ROOT_END(vm);
    return product;
}

// A sum of three doubles that do not overlap.
typedef struct Triple {
    double high, low, tiny;
} Triple;
static double two_sum(double a, double b, double *error) { // Knuth, TAOCP 2, 4.2.2
    double sum = a + b, part = sum - a;
    *error = (a - (sum - part)) + (b - part);
    return sum;
}
// Adds a product as if with thrice the precision (Ogita, Rump and Oishi, "Accurate Sum and Dot Product", 2005, algorithm 5.10).
static void triple_add_product(Triple *sum, double x, double y) {
    double product = x * y, rest = fma(x, y, -product), error, low_error, other_error;
    sum->high = two_sum(sum->high, product, &error);
    double low = two_sum(sum->low, rest, &low_error);
    sum->low = two_sum(low, error, &other_error);
    sum->tiny += low_error + other_error;
}
static double triple_value(const Triple *sum) {
    double error, rest, low = two_sum(sum->low, sum->tiny, &error), high = two_sum(sum->high, low, &rest);
    return high + (rest + error);
}

static bool exact_number(const VM *vm, Value v, double *out, bool *is_a_float) {
    *is_a_float = is_inline_float(v) || is_exactly(v, vm->types.float_);
    if (!*is_a_float && !is_small_int(v)) return false;
    *out = *is_a_float ? float_value(v) : (double)small_int(v);
    return true;
}

// Adds products of floats, as long as there are any: returns how many pairs were taken.
static size_t sumprod_floats(VM *vm, const Tuple *p, const Tuple *q, size_t at, Value *total) {
    size_t start = at;
    Triple sum = {0, 0, 0};
    double x, y, value = 0;
    bool x_float, y_float;
    for (; at < p->count && at < q->count; at++) {
        if (!exact_number(vm, p->items[at], &x, &x_float) || !exact_number(vm, q->items[at], &y, &y_float) || !(x_float || y_float)) break;
        Triple next = sum;
        triple_add_product(&next, x, y);
        if (!isfinite(triple_value(&next))) break; // infinities are added one by one
        sum = next, value = triple_value(&sum);
    }
    if (at == start) return 0;
    Value sum_value = float_from_double(vm, value);
    *total = sum_value == VALUE_ERROR ? VALUE_ERROR : op_binary(vm, SLOT_ADD, *total, sum_value);
    return at - start;
}

Value math_sumprod(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ROOT_SCOPE(vm);
    Value p = op_to_tuple(vm, args[0]), q = VALUE_ERROR, total = from_small_int(0);
    if (p == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, p);
    if ((q = op_to_tuple(vm, args[1])) == VALUE_ERROR) total = VALUE_ERROR;
    bool differ = q != VALUE_ERROR && as_tuple(p)->count != as_tuple(q)->count; // said after the pairs there are
    size_t pairs = q == VALUE_ERROR ? 0 : as_tuple(p)->count < as_tuple(q)->count ? as_tuple(p)->count : as_tuple(q)->count;
    if (q != VALUE_ERROR) root_push(vm, q);
    for (size_t i = 0; total != VALUE_ERROR && i < pairs; i++) {
        if (is_small_int(total) || is_float(total)) i += sumprod_floats(vm, as_tuple(p), as_tuple(q), i, &total);
        if (total == VALUE_ERROR || i >= pairs) break;
        root_push(vm, total);
        Value product = op_binary(vm, SLOT_MULT, as_tuple(p)->items[i], as_tuple(q)->items[i]);
        if (product != VALUE_ERROR) root_push(vm, product);
        total = product == VALUE_ERROR ? VALUE_ERROR : op_binary(vm, SLOT_ADD, total, product);
        vm->roots_top -= product == VALUE_ERROR ? 1 : 2;
    }
    ROOT_END(vm);
    if (total != VALUE_ERROR && differ) return raise_value_error(vm, "Inputs are not the same length");
    return total;
}
