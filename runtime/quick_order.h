// How two values of the kinds that programs compare most stand to each other, without calling anything.
#ifndef TYPHON_RUNTIME_QUICK_ORDER_H
#define TYPHON_RUNTIME_QUICK_ORDER_H
#include "base/inline.h"
#include "runtime/objects/float.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

// -1: a is less, 0: equal, 1: a is greater; ORDER_UNKNOWN: ask op_compare (other types, not-a-numbers, big ints).
// QUICK_ORDER_MOST: items of a tuple inside of a tuple, as nobody counts the work.
enum { ORDER_UNKNOWN = 2, ORDER_EXACT_BITS = 53 /* of ints that are doubles, too */, QUICK_ORDER_MOST = 8 };
// Of a small int and an inline float.
SHARED_INLINE int quick_order_mixed(Value number, Value f) {
    int64_t n = small_int(number);
    double x = (double)n, y = inline_float(f);
    if (n >> ORDER_EXACT_BITS != n >> 63) return ORDER_UNKNOWN;
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : ORDER_UNKNOWN;
}
// Where one is a float that is not inline, as 0.0.
int quick_order_boxed(const VM *vm, Value a, Value b);
SHARED_INLINE int quick_order(const VM *vm, Value a, Value b) {
    if (is_small_int(a) && is_small_int(b)) return ((int64_t)a > (int64_t)b) - ((int64_t)a < (int64_t)b);
    if (is_inline_float(a) && is_inline_float(b)) {
        double x = inline_float(a), y = inline_float(b);
        return x < y ? -1 : x > y ? 1 : x == y ? 0 : ORDER_UNKNOWN;
    }
    if (is_exactly(a, vm->types.str) && is_exactly(b, vm->types.str)) return a == b ? 0 : str_compare(as_str(a), as_str(b));
    if (is_small_int(a) && is_inline_float(b)) return quick_order_mixed(a, b);
    if (is_inline_float(a) && is_small_int(b)) {
        int order = quick_order_mixed(b, a);
        return order == ORDER_UNKNOWN ? order : -order;
    }
    return is_exactly(a, vm->types.float_) || is_exactly(b, vm->types.float_) ? quick_order_boxed(vm, a, b) : ORDER_UNKNOWN;
}
// What a comparison answers where a is less (-1), equal (0) or greater (1).
static inline Value compare_order(int order, CompareOp op) {
    static const uint8_t holds[] = {[COMPARE_EQ] = 2, [COMPARE_NE] = 5, [COMPARE_LT] = 1, [COMPARE_LE] = 3, [COMPARE_GT] = 4, [COMPARE_GE] = 6};
    return from_bool(holds[op] >> (order + 1) & 1);
}
int quick_order_nested(const VM *vm, Value a, Value b); // of two short tuples of such values, else ORDER_UNKNOWN
// Tuples of such values, as keys often are: 1, 0, or ORDER_UNKNOWN.
static inline int quick_equal_tuples(const VM *vm, const Tuple *a, const Tuple *b) {
    if (a->count != b->count) return 0;
    for (size_t i = 0; i < a->count; i++) {
        int order = a->items[i] == b->items[i] ? 0 : quick_order(vm, a->items[i], b->items[i]);
        if (order == ORDER_UNKNOWN) order = quick_order_nested(vm, a->items[i], b->items[i]); // ((x, y), direction) in a set
        if (order) return order == ORDER_UNKNOWN ? ORDER_UNKNOWN : 0;
    }
    return 1;
}
static inline int quick_order_tuples(const VM *vm, const Tuple *a, const Tuple *b) {
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        int order = a->items[i] == b->items[i] ? 0 : quick_order(vm, a->items[i], b->items[i]);
        if (order == ORDER_UNKNOWN) order = quick_order_nested(vm, a->items[i], b->items[i]); // (cost, (x, y)) in a heap
        if (order) return order;
    }
    return (a->count > b->count) - (a->count < b->count);
}
// As quick_order, also of tuples of such values and of tuples of them.
static inline int quick_order_deep(const VM *vm, Value a, Value b) {
    if (is_exactly(a, vm->types.tuple) && is_exactly(b, vm->types.tuple)) return quick_order_tuples(vm, as_tuple(a), as_tuple(b));
    return quick_order(vm, a, b);
}
#endif
