#include "runtime/builtins.h"
#include "runtime/gc.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/generator.h"
#include "runtime/objects/function.h"
#include "runtime/objects/int.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/list.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/quick_order.h"
#include "runtime/slots.h"

static Value builtin_abs(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return op_unary(vm, SLOT_ABS, args[0]);
}

// Walks `iterable` until an item's truth is `stop_at`.
static Value any_or_all(VM *vm, Value iterable, int stop_at) {
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, iterable), result = from_bool(!stop_at);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, iterator);
    Feed feed = feed_of(vm, iterator);
    for (;;) {
        Value item = feed_next(vm, &feed);
        if (item == VALUE_END) break;
        if (feed.frame && !is_plain_value(vm, item)) feed_park(vm, &feed);
        int truth = item == VALUE_ERROR ? -1 : op_truth(vm, item);
        if (truth < 0 || truth == stop_at) {
            result = truth < 0 ? VALUE_ERROR : from_bool(stop_at);
            break;
        }
    }
    feed_park(vm, &feed);
    ROOT_END(vm);
    return result;
}
static Value builtin_all(VM *vm, Value *args, uint32_t count) { return (void)count, any_or_all(vm, args[0], 0); }
static Value builtin_any(VM *vm, Value *args, uint32_t count) { return (void)count, any_or_all(vm, args[0], 1); }
static Value builtin_ascii(VM *vm, Value *args, uint32_t count) { return (void)count, op_ascii(vm, args[0]); }
static Value builtin_repr(VM *vm, Value *args, uint32_t count) { return (void)count, op_repr(vm, args[0]); }

static Value in_base(VM *vm, Value v, int base, const char *prefix) {
    Value number = op_index(vm, v);
    if (number == VALUE_ERROR) return VALUE_ERROR;
    Value digits = int_to_text(vm, number, base);
    if (digits == VALUE_ERROR) return VALUE_ERROR;
    size_t sign = int_sign(number) < 0, size = as_str(digits)->size;
    Str *text = str_alloc(vm, size + 2, size + 2);
    if (!text) return VALUE_ERROR;
    text->text[0] = '-';
    memcpy(text->text + sign, prefix, 2);
    memcpy(text->text + sign + 2, as_str(digits)->text + sign, size - sign);
    return from_object(text);
}
static Value builtin_bin(VM *vm, Value *args, uint32_t count) { return (void)count, in_base(vm, args[0], 2, "0b"); }
static Value builtin_oct(VM *vm, Value *args, uint32_t count) { return (void)count, in_base(vm, args[0], 8, "0o"); }
static Value builtin_hex(VM *vm, Value *args, uint32_t count) { return (void)count, in_base(vm, args[0], 16, "0x"); }

static Value builtin_callable(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return from_bool(value_type(vm, args[0])->slots.call != NULL);
}

static Value builtin_chr(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t code;
    if (!op_index_int64(vm, args[0], &code, true)) return VALUE_ERROR;
    if (code != (int32_t)code) return raise_overflow_error(vm, "Python int too large to convert to C int");
    if (code < 0 || code > 0x10FFFF) return raise_value_error(vm, "chr() arg not in range(0x110000)");
    return str_from_char(vm, (uint32_t)code);
}

static Value builtin_ord(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const unsigned char *data;
    size_t size;
    if (is_str(args[0])) {
        Str *s = as_str(args[0]);
        if (s->length != 1) return raise_type_error(vm, "ord() expected a character, but string of length %zu found", s->length);
        const unsigned char *t = (const unsigned char *)s->text;
        uint32_t c = t[0] < 0x80   ? t[0]
                     : t[0] < 0xE0 ? (t[0] & 0x1Fu) << 6 | (t[1] & 0x3Fu)
                     : t[0] < 0xF0 ? (t[0] & 0x0Fu) << 12 | (t[1] & 0x3Fu) << 6 | (t[2] & 0x3Fu)
                                   : (t[0] & 7u) << 18 | (t[1] & 0x3Fu) << 12 | (t[2] & 0x3Fu) << 6 | (t[3] & 0x3Fu);
        return from_small_int(c);
    }
    if (bytes_view(args[0], &data, &size)) {
        if (size != 1) return raise_type_error(vm, "ord() expected a character, but string of length %zu found", size);
        return from_small_int(data[0]);
    }
    return raise_type_error(vm, "ord() expected string of length 1, but %T found", args[0]);
}

static Value builtin_divmod(VM *vm, Value *args, uint32_t count) { return (void)count, op_binary(vm, SLOT_DIVMOD, args[0], args[1]); }

static Value builtin_format(VM *vm, Value *args, uint32_t count) {
    Value spec = count > 1 ? args[1] : vm->empty_str;
    if (!is_str(spec)) return raise_type_error(vm, "format() argument 2 must be str, not %T", spec);
    return op_format(vm, args[0], spec);
}

static bool attribute_name(VM *vm, Value v, Str **name) {
    if (!is_str(v)) return raise_type_error(vm, "attribute name must be string, not '%T'", v), false;
    *name = str_intern_value(vm, as_str(v));
    return *name != NULL;
}
static Value builtin_getattr(VM *vm, Value *args, uint32_t count) {
    Str *name;
    if (!attribute_name(vm, args[1], &name)) return VALUE_ERROR;
    return count > 2 ? get_attribute_or(vm, args[0], name, args[2]) : get_attribute(vm, args[0], name);
}
static Value builtin_hasattr(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Str *name;
    if (!attribute_name(vm, args[1], &name)) return VALUE_ERROR;
    Value v = get_attribute_or(vm, args[0], name, VALUE_UNBOUND);
    return v == VALUE_ERROR ? VALUE_ERROR : from_bool(v != VALUE_UNBOUND);
}
static Value builtin_setattr(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Str *name;
    return attribute_name(vm, args[1], &name) && set_attribute(vm, args[0], name, args[2]) ? VALUE_NONE : VALUE_ERROR;
}
static Value builtin_delattr(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Str *name;
    return attribute_name(vm, args[1], &name) && set_attribute(vm, args[0], name, VALUE_UNBOUND) ? VALUE_NONE : VALUE_ERROR;
}

static Value builtin_hash(VM *vm, Value *args, uint32_t count) {
    (void)count;
    uint64_t hash;
    return op_hash(vm, args[0], &hash) ? int_from_int64(vm, (int64_t)hash) : VALUE_ERROR;
}
static Value builtin_id(VM *vm, Value *args, uint32_t count) {
    uint64_t identity;
    return (void)count, object_identity(vm, args[0], &identity) ? int_from_uint64(vm, identity) : VALUE_ERROR;
}

static Value builtin_isinstance(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int answer = op_is_instance(vm, args[0], args[1]);
    return answer < 0 ? VALUE_ERROR : from_bool(answer);
}
static Value builtin_issubclass(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int answer = op_is_subclass(vm, args[0], args[1]);
    return answer < 0 ? VALUE_ERROR : from_bool(answer);
}

Value call_iterator_new(VM *vm, Value function, Value sentinel); // runtime/objects/iterators.c
static Value builtin_iter(VM *vm, Value *args, uint32_t count) {
    if (count == 1) return op_iter(vm, args[0]);
    if (!value_type(vm, args[0])->slots.call) return raise_type_error(vm, "iter(object, sentinel): object must be callable");
    return call_iterator_new(vm, args[0], args[1]);
}
static Value builtin_next(VM *vm, Value *args, uint32_t count) {
    Value (*next)(VM *, Value) = value_type(vm, args[0])->slots.next, item;
    if (!next) return raise_type_error(vm, "'%T' object is not an iterator", args[0]);
    // called directly, so that the value of a StopIteration is kept
    if (next == slot_dispatch_next) item = call_special(vm, args[0], vm->names.__next__, NULL, 0);
    else item = next(vm, args[0]);
    if (item == VALUE_END) return count > 1 ? args[1] : raise_stop_iteration(vm, VALUE_NONE);
    if (item != VALUE_ERROR || count < 2 || !error_matches(vm, vm->types.StopIteration)) return item;
    error_clear(vm);
    return args[1];
}

static Value builtin_anext(VM *vm, Value *args, uint32_t count) {
    Value awaitable = call_special(vm, args[0], vm->names.__anext__, NULL, 0);
    if (awaitable == VALUE_UNBOUND) return raise_type_error(vm, "'%T' object is not an async iterator", args[0]);
    return awaitable == VALUE_ERROR || count == 1 ? awaitable : anext_awaitable_new(vm, awaitable, args[1]);
}

static Value builtin_aiter(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value iterator = call_special(vm, args[0], vm->names.__aiter__, NULL, 0);
    return iterator == VALUE_UNBOUND ? raise_type_error(vm, "'%T' object is not an async iterable", args[0]) : iterator;
}

static Value builtin_len(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value v = args[0];
    if (is_exactly(v, vm->types.str)) return from_small_int((int64_t)as_str(v)->length);
    if (is_exactly(v, vm->types.list)) return from_small_int((int64_t)as_list(v)->count);
    if (is_exactly(v, vm->types.tuple)) return from_small_int((int64_t)as_tuple(v)->count);
    int64_t length = op_length(vm, v);
    return length < 0 ? VALUE_ERROR : int_from_int64(vm, length);
}

// Of small ints and floats; VALUE_UNBOUND: they are not, or one is not a number.
static Value extreme_number(const VM *vm, const Value *numbers, size_t count, CompareOp op) {
    Value best = numbers[0];
    bool is_less = op == COMPARE_LT;
    for (size_t i = 1; i < count; i++) {
        Value number = numbers[i];
        bool better;
        if (both_small_ints(best, number)) better = is_less ? (int64_t)number < (int64_t)best : (int64_t)number > (int64_t)best;
        else if (is_inline_float(best) && is_inline_float(number)) better = is_less ? inline_float(number) < inline_float(best) : inline_float(number) > inline_float(best);
        else {
            bool are_numbers = (is_small_int(best) || is_float(best)) && (is_small_int(number) || is_float(number));
            int order = are_numbers ? quick_order(vm, number, best) : ORDER_UNKNOWN;
            if (order == ORDER_UNKNOWN) return VALUE_UNBOUND;
            better = is_less ? order < 0 : order > 0;
        }
        if (better) best = number;
    }
    return best;
}

// min and max: `op` is COMPARE_LT or COMPARE_GT. args: the raw ones; keywords key and default.
static Value extreme(VM *vm, Value *args, uint32_t count, Value keyword_names, CompareOp op, const char *name) {
    if (!count) return raise_type_error(vm, "%s expected at least 1 argument, got 0", name);
    if (keyword_names == VALUE_UNBOUND) {
        size_t number_count = count;
        const Value *numbers = count > 1 ? args : is_exactly(args[0], vm->types.list) || is_exactly(args[0], vm->types.tuple) ? sequence_items(args[0], &number_count) : NULL;
        Value number = numbers && number_count ? extreme_number(vm, numbers, number_count, op) : VALUE_UNBOUND;
        if (number != VALUE_UNBOUND) return work_done(vm, number_count / 8), number;
    }
    Value key = VALUE_NONE, fallback = VALUE_UNBOUND;
    size_t keywords = keyword_names == VALUE_UNBOUND ? 0 : as_tuple(keyword_names)->count;
    for (size_t i = 0; i < keywords; i++) {
        Str *keyword = as_str(as_tuple(keyword_names)->items[i]);
        if (str_equals_cstring(keyword, "key")) key = args[count + i];
        else if (str_equals_cstring(keyword, "default")) fallback = args[count + i];
        else return raise_type_error(vm, "'%U' is an invalid keyword argument for %s()", keyword, name);
    }
    if (count > 1 && fallback != VALUE_UNBOUND)
        return raise_type_error(vm, "Cannot specify a default for %s() with multiple positional arguments", name);
    ROOT_SCOPE(vm);
    size_t at = 0;
    Value iterator = count == 1 ? op_iter(vm, args[0]) : VALUE_UNBOUND;
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, iterator);
    ptrdiff_t offset = vm->roots_top - vm->roots; // best item, its key, the item looked at
    root_push(vm, VALUE_UNBOUND), root_push(vm, VALUE_UNBOUND), root_push(vm, VALUE_UNBOUND);
    Value best = VALUE_UNBOUND, best_key = VALUE_UNBOUND, result = VALUE_UNBOUND;
    Feed feed = feed_of(vm, iterator);
    SequenceIterator *sequence = is_exactly(iterator, vm->types.list_iterator) ? (SequenceIterator *)as_object(iterator) : NULL;
    if (key != VALUE_NONE) feed.generator = NULL;
    for (;;) {
        Value item = sequence ? sequence_iterator_next(sequence) : count == 1 ? feed_next(vm, &feed) : at < count ? args[at++] : VALUE_END;
        if (item == VALUE_END) break;
        if (item == VALUE_ERROR) goto failed;
        vm->roots[offset + 2] = item;
        Value item_key = key == VALUE_NONE ? item : call_value(vm, key, &item, 1);
        if (item_key == VALUE_ERROR) goto failed;
        if (best != VALUE_UNBOUND) {
            int better;
            int order = quick_order_deep(vm, item_key, best_key);
            if (order != ORDER_UNKNOWN) {
                better = op == COMPARE_LT ? order < 0 : order > 0;
            } else {
                feed_park(vm, &feed);
                root_push(vm, item_key);
                Value answer = op_compare(vm, item_key, best_key, op);
                better = answer == VALUE_ERROR ? -1 : op_truth(vm, answer);
                vm->roots_top--;
            }
            if (better < 0) goto failed;
            if (!better) continue;
        }
        vm->roots[offset] = best = item;
        vm->roots[offset + 1] = best_key = item_key;
    }
    feed_park(vm, &feed);
    result = best != VALUE_UNBOUND ? best : fallback != VALUE_UNBOUND ? fallback : raise_value_error(vm, "%s() iterable argument is empty", name);
    ROOT_END(vm);
    return result;
failed:
    feed_park(vm, &feed);
    ROOT_END(vm);
    return VALUE_ERROR;
}
static Value builtin_min(VM *vm, Value *args, uint32_t count, Value names) { return extreme(vm, args, count, names, COMPARE_LT, "min"); }
static Value builtin_max(VM *vm, Value *args, uint32_t count, Value names) { return extreme(vm, args, count, names, COMPARE_GT, "max"); }

static bool is_exact_int(const VM *vm, Value v) { return is_small_int(v) || is_exactly(v, vm->types.int_); }
static Value builtin_pow(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (args[2] == VALUE_UNBOUND || args[2] == VALUE_NONE) return op_binary(vm, SLOT_POW, args[0], args[1]);
    // Only int and classes with a __pow__ of their own take a modulus.
    if (is_exact_int(vm, args[0]) && is_exact_int(vm, args[1]) && is_exact_int(vm, args[2])) return int_power_modulo(vm, args[0], args[1], args[2]);
    Value result = call_special(vm, args[0], vm->names.__pow__, args + 1, 2);
    if (result != VALUE_UNBOUND && result != VALUE_NOT_IMPLEMENTED) return result;
    if (is_layout(args[1], LAYOUT_COMPLEX) || is_layout(args[2], LAYOUT_COMPLEX)) return raise_value_error(vm, "complex modulo");
    if (is_float(args[1]) || is_float(args[2])) return raise_type_error(vm, "pow() 3rd argument not allowed unless all arguments are integers");
    return raise_type_error(vm, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", args[0], args[1], args[2]);
}

static Value builtin_round(VM *vm, Value *args, uint32_t count) {
    (void)count;
    bool with_digits = args[1] != VALUE_UNBOUND && args[1] != VALUE_NONE;
    if (is_small_int(args[0]) && !with_digits) return args[0];
    Value result = call_special(vm, args[0], vm->names.__round__, args + 1, with_digits);
    return result == VALUE_UNBOUND ? raise_type_error(vm, "type %T doesn't define __round__ method", args[0]) : result;
}

// One whose items are there, and can be taken again.
static bool is_plain_container(const VM *vm, Value v) {
    const Types *t = &vm->types;
    return is_exactly(v, t->list) || is_exactly(v, t->tuple) || is_exactly(v, t->dict) || is_exactly(v, t->set) || is_exactly(v, t->dict_items) || is_exactly(v, t->dict_keys) || is_exactly(v, t->dict_values);
}

#ifndef TYPHON_CORE
enum { SHORT_TEXT = 24 };
static bool add_equal(VM *vm, List *list, unsigned char c, size_t count) {
    Value character = str_from_char(vm, c);
    if (character == VALUE_ERROR) return false;
    while (count--) list->items[list->count++] = character;
    return true;
}
// The characters of ASCII text in order, by counting them (or, if there are few, by insertion): equal ones are the same.
static Value sorted_ascii(VM *vm, const Str *s, bool reverse) {
    Value made = work(vm, s->size / 4) ? list_new(vm, NULL, 0) : VALUE_ERROR;
    if (made == VALUE_ERROR || !list_reserve(vm, as_list(made), s->size)) return VALUE_ERROR;
    List *list = as_list(made);
    bool good = true;
    if (s->size <= SHORT_TEXT) {
        unsigned char sorted[SHORT_TEXT];
        for (size_t i = 0, at; i < s->size; i++) {
            unsigned char c = (unsigned char)s->text[i];
            for (at = i; at && sorted[at - 1] > c; at--) sorted[at] = sorted[at - 1];
            sorted[at] = c;
        }
        for (size_t i = 0; good && i < s->size; i++) good = add_equal(vm, list, sorted[reverse ? s->size - 1 - i : i], 1);
    } else {
        size_t counts[128] = {0};
        for (size_t i = 0; i < s->size; i++) counts[(unsigned char)s->text[i]]++;
        for (unsigned i = 0; good && i < 128; i++) {
            unsigned char c = (unsigned char)(reverse ? 127 - i : i);
            good = !counts[c] || add_equal(vm, list, c, counts[c]);
        }
    }
    gc_wrote(vm, list);
    return good ? made : VALUE_ERROR;
}
#endif

static Value builtin_sorted(VM *vm, Value *given, uint32_t count, Value keyword_names) {
    Value args[3];
    if (count != 1) return raise_type_error(vm, "sorted expected 1 argument, got %u", count);
    if (!bind_arguments(vm, "sort", "iterable / * key reverse", 1, 1, given, count, keyword_names, args)) return VALUE_ERROR;
    Value key = args[1] == VALUE_UNBOUND ? VALUE_NONE : args[1];
    int reverse = args[2] == VALUE_UNBOUND ? 0 : op_truth(vm, args[2]);
#ifndef TYPHON_CORE
    if (reverse >= 0 && key == VALUE_NONE && is_exactly(args[0], vm->types.str) && str_is_ascii(as_str(args[0]))) return sorted_ascii(vm, as_str(args[0]), reverse);
#endif
    Value list = reverse < 0 ? VALUE_ERROR : op_to_list(vm, args[0]);
    if (list == VALUE_ERROR && is_plain_container(vm, args[0]) && gc_made_room(vm)) list = op_to_list(vm, args[0]);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, list);
    bool sorted = list_sort_called(vm, as_list(list), key, reverse);
    ROOT_END(vm);
    return sorted ? list : VALUE_ERROR;
}

static bool is_exact_float(const VM *vm, Value v) { return is_inline_float(v) || is_exactly(v, vm->types.float_); }

// start + the sum of an arithmetic series.
static Value sum_of_range(VM *vm, Value start, const Range *range) {
    Value n = range->length, pairs = n; // n (n - 1) / 2
    const Value one = from_small_int(1), two = from_small_int(2);
    if (n == from_small_int(0)) return start;
    pairs = int_binary(vm, SLOT_SUB, n, one);
    if (pairs != VALUE_ERROR) pairs = int_binary(vm, SLOT_MULT, pairs, n);
    if (pairs != VALUE_ERROR) pairs = int_binary(vm, SLOT_FLOORDIV, pairs, two);
    if (pairs != VALUE_ERROR) pairs = int_binary(vm, SLOT_MULT, pairs, range->step);
    Value first = pairs == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_MULT, n, range->start);
    Value total = first == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_ADD, first, pairs);
    return total == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_ADD, start, total);
}

// A sum begins with a running int64, goes on with a running double (compensated, as CPython 3.12: Neumaier 1974) and ends with what `+` gives. It does not go back.
typedef enum SumPhase { SUM_INTS, SUM_FLOATS, SUM_ANY } SumPhase;
typedef struct Sum {
    SumPhase phase;
    int64_t whole;
    double all, lost; // lost: by rounding
} Sum;

static double sum_float(const Sum *sum) { return sum->lost != 0 && sum->lost - sum->lost == 0 ? sum->all + sum->lost : sum->all; }

// With what its rounding loses (Knuth, TAOCP 2, 4.2.2).
static inline void sum_add_float(Sum *sum, double x) {
    double next = sum->all + x, part = next - sum->all;
    sum->lost += (sum->all - (next - part)) + (x - part);
    sum->all = next;
}

// Adds the small ints that a list or tuple begins with and the floats (with small ints between them) that follow; how many items those are.
static size_t sum_sequence(VM *vm, Value sequence, Sum *sum) {
    size_t count, i = 0;
    const Value *items = sequence_items(sequence, &count);
    Sum so_far = *sum; // in registers
    if (so_far.phase == SUM_INTS) {
        for (int64_t next; i < count; i++, so_far.whole = next) {
            if (is_small_int(items[i]) ? __builtin_add_overflow(so_far.whole, small_int(items[i]), &next) : !is_bool(items[i]) || __builtin_add_overflow(so_far.whole, items[i] == VALUE_TRUE, &next)) break;
        }
        sum->whole = so_far.whole;
        if (i == count || !is_exact_float(vm, items[i])) return i;
        so_far.phase = SUM_FLOATS, so_far.all = (double)so_far.whole + float_value(items[i++]);
    }
    if (so_far.phase != SUM_FLOATS) return i;
    for (; i < count; i++) {
        if (is_inline_float(items[i])) sum_add_float(&so_far, inline_float(items[i]));
        else if (is_small_int(items[i])) so_far.all += (double)small_int(items[i]);
        else if (is_exact_float(vm, items[i])) sum_add_float(&so_far, float_value(items[i])); // 0.0, and what is very large or small
        else break;
    }
    *sum = so_far;
    return i;
}

static Value sum_of_bytes(VM *vm, const Bytes *bytes, Value start) {
    int64_t sum = 0;
    if (!work(vm, bytes->size / 8)) return VALUE_ERROR;
    for (size_t i = 0; i < bytes->size; i++) sum += bytes->data[i];
    return int_binary(vm, SLOT_ADD, start, from_small_int(sum));
}

// Whether it was added; else the total is `+`'s business from now on.
static inline bool sum_add(VM *vm, Sum *sum, Value item) {
    int64_t whole;
    if (sum->phase == SUM_INTS) {
        if (is_small_int(item)) whole = small_int(item);
        else if (is_bool(item)) whole = item == VALUE_TRUE;
        else if (!is_exact_int(vm, item) || !int_to_int64(item, &whole)) return false;
        if (__builtin_add_overflow(sum->whole, whole, &whole)) return false;
        sum->whole = whole;
    } else if (is_exact_float(vm, item)) {
        sum_add_float(sum, float_value(item));
    } else {
        if (!is_int(item) || !int_to_int64(item, &whole)) return false;
        sum->all += (double)whole;
    }
    return true;
}

static Value sum_value(VM *vm, const Sum *sum) { return sum->phase == SUM_INTS ? int_from_int64(vm, sum->whole) : float_from_double(vm, sum_float(sum)); }

static Value builtin_sum(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value total = args[1] == VALUE_UNBOUND ? from_small_int(0) : args[1];
    if (is_exactly(args[0], vm->types.range) && is_small_int(total)) return sum_of_range(vm, total, (const Range *)as_object(args[0]));
    if (is_exactly(args[0], vm->types.bytes) && is_small_int(total)) return sum_of_bytes(vm, (const Bytes *)as_object(args[0]), total);
    Sum sum = {.phase = SUM_ANY};
    if (is_exact_float(vm, total)) sum.phase = SUM_FLOATS, sum.all = float_value(total);
    else if (is_exact_int(vm, total) && int_to_int64(total, &sum.whole)) sum.phase = SUM_INTS;
    size_t summed = is_exactly(args[0], vm->types.list) || is_exactly(args[0], vm->types.tuple) ? sum_sequence(vm, args[0], &sum) : 0;
    Value iterator = op_iter(vm, args[0]);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    if (summed) ((SequenceIterator *)as_object(iterator))->at = summed;
    if (is_str(total)) return raise_type_error(vm, "sum() can't sum strings [use ''.join(seq) instead]");
    if (is_bytes(total)) return raise_type_error(vm, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (is_bytearray(total)) return raise_type_error(vm, "sum() can't sum bytearray [use b''.join(seq) instead]");
    ROOT_SCOPE(vm);
    root_push(vm, iterator);
    root_push(vm, total);
    ptrdiff_t place = vm->roots_top - vm->roots - 1;
    Value item = VALUE_END;
    Feed feed = feed_of(vm, iterator);
    for (;;) {
        item = feed_next(vm, &feed);
        if (item == VALUE_END || item == VALUE_ERROR) break;
        if (sum.phase != SUM_ANY && sum_add(vm, &sum, item)) continue;
        bool was_ints = sum.phase == SUM_INTS;
        if (sum.phase != SUM_ANY) {
            root_push(vm, item);
            total = sum_value(vm, &sum);
            vm->roots_top--;
            if (total == VALUE_ERROR) break;
            sum.phase = SUM_ANY;
        }
        if (!is_exact_int(vm, total) || !is_exact_int(vm, item)) feed_park(vm, &feed);
        vm->roots[place] = total;
        root_push(vm, item);
        total = op_binary(vm, SLOT_ADD, total, item);
        vm->roots_top--;
        if (total == VALUE_ERROR) break;
        vm->roots[place] = total;
        if (was_ints && is_exact_float(vm, total)) sum = (Sum){.phase = SUM_FLOATS, .all = float_value(total)};
    }
    feed_park(vm, &feed);
    ROOT_END(vm);
    if (item == VALUE_ERROR || total == VALUE_ERROR) return VALUE_ERROR;
    return sum.phase == SUM_ANY ? total : sum_value(vm, &sum);
}

const NativeDef builtin_functions[] = {
    {"abs", {builtin_abs}, 1, 1, NATIVE_ABS, NULL, DOC("Return the absolute value of the argument.")},
    {"aiter", {builtin_aiter}, 1, 1, 0, NULL, DOC("Return an AsyncIterator for an AsyncIterable object.")},
    {"all", {builtin_all}, 1, 1, 0, NULL, DOC("Return True if bool(x) is True for all values x in the iterable.")},
    {"anext", {builtin_anext}, 1, 2, 0, NULL, DOC("Return the next item from the async iterator.")},
    {"any", {builtin_any}, 1, 1, 0, NULL, DOC("Return True if bool(x) is True for any x in the iterable.")},
    {"ascii", {builtin_ascii}, 1, 1, 0, NULL, DOC("Return an ASCII-only representation of an object.")},
    {"bin", {builtin_bin}, 1, 1, 0, NULL, DOC("Return the binary representation of an integer.")},
    {"callable", {builtin_callable}, 1, 1, 0, NULL, DOC("Return whether the object is callable.")},
    {"chr", {builtin_chr}, 1, 1, NATIVE_CHR, NULL, DOC("Return a Unicode string of one character with the given ordinal.")},
    {"delattr", {builtin_delattr}, 2, 2, 0, NULL, DOC("Deletes the named attribute from the given object.")},
    {"divmod", {builtin_divmod}, 2, 2, 0, NULL, DOC("Return the tuple (x//y, x%y).")},
    {"format", {builtin_format}, 1, 2, 0, NULL, DOC("Return value.__format__(format_spec).")},
    {"getattr", {builtin_getattr}, 2, 3, 0, NULL, DOC("Get a named attribute from an object.")},
    {"hasattr", {builtin_hasattr}, 2, 2, 0, NULL, DOC("Return whether the object has an attribute with the given name.")},
    {"hash", {builtin_hash}, 1, 1, 0, NULL, DOC("Return the hash value for the given object.")},
    {"hex", {builtin_hex}, 1, 1, 0, NULL, DOC("Return the hexadecimal representation of an integer.")},
    {"id", {builtin_id}, 1, 1, 0, NULL, DOC("Return the identity of an object.")},
    {"isinstance", {builtin_isinstance}, 2, 2, NATIVE_ISINSTANCE, NULL, DOC("Return whether an object is an instance of a class or of a subclass thereof.")},
    {"issubclass", {builtin_issubclass}, 2, 2, 0, NULL, DOC("Return whether 'cls' is derived from another class or is the same class.")},
    {"iter", {builtin_iter}, 1, 2, 0, NULL, DOC("Get an iterator from an object.")},
    {"len", {builtin_len}, 1, 1, NATIVE_BORROWS | NATIVE_LEN, NULL, DOC("Return the number of items in a container.")},
    {"max", {.raw = builtin_max}, 0, -1, NATIVE_RAW | NATIVE_MAX, NULL,
     DOC("max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\n"
     "The largest of the items of an iterable (the default, if there are none), or of two or more arguments.")},
    {"min", {.raw = builtin_min}, 0, -1, NATIVE_RAW | NATIVE_MIN, NULL,
     DOC("min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\n"
     "The smallest of the items of an iterable (the default, if there are none), or of two or more arguments.")},
    {"next", {builtin_next}, 1, 2, 0, NULL, DOC("Return the next item from the iterator.")},
    {"oct", {builtin_oct}, 1, 1, 0, NULL, DOC("Return the octal representation of an integer.")},
    {"ord", {builtin_ord}, 1, 1, NATIVE_BORROWS | NATIVE_ORD, NULL, DOC("Return the Unicode code point for a one-character string.")},
    {"pow", {builtin_pow}, 2, 3, 0, "base exp mod", DOC("Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.")},
    {"repr", {builtin_repr}, 1, 1, 0, NULL, DOC("Return the canonical string representation of the object.")},
    {"round", {builtin_round}, 1, 2, 0, "number ndigits", DOC("Round a number to a given precision in decimal digits.")},
    {"setattr", {builtin_setattr}, 3, 3, 0, NULL, DOC("Sets the named attribute on the given object to the specified value.")},
    {"sorted", {.raw = builtin_sorted}, 0, -1, NATIVE_RAW, NULL, DOC("Return a new list containing all items from the iterable in ascending order.")},
    {"sum", {builtin_sum}, 1, 2, 0, "iterable / start", DOC("Return the sum of a 'start' value (default: 0) plus an iterable of numbers")},
    {0},
};

// ---- the names ----------------------------------------------------------------------------------------------------

enum { BUILTINS_IN_ALL = 192 }; // and some that scripts add

typedef struct BuiltinType {
    const char *name;
    size_t type; // where it is in vm->types
} BuiltinType;
static const BuiltinType builtin_types[] = {
#define PUBLIC(name, field) {name, offsetof(Types, field)},
    PUBLIC("object", object) PUBLIC("type", type) PUBLIC("int", int_) PUBLIC("bool", bool_) PUBLIC("float", float_)
    PUBLIC("complex", complex_) PUBLIC("str", str) PUBLIC("bytes", bytes) PUBLIC("bytearray", bytearray) PUBLIC("list", list)
    PUBLIC("tuple", tuple) PUBLIC("dict", dict) PUBLIC("set", set) PUBLIC("frozenset", frozenset) PUBLIC("range", range)
    PUBLIC("slice", slice) PUBLIC("property", property) PUBLIC("classmethod", classmethod) PUBLIC("staticmethod", staticmethod)
    PUBLIC("super", super) PUBLIC("enumerate", enumerate) PUBLIC("zip", zip) PUBLIC("map", map) PUBLIC("filter", filter)
    PUBLIC("reversed", reversed) PUBLIC("memoryview", memoryview)
#undef PUBLIC
#define EXCEPTION_TYPE(name, base, doc) {#name, offsetof(Types, name)},
#include "runtime/exceptions.def"
#include "runtime/type.h"
#undef EXCEPTION_TYPE
    {"EnvironmentError", offsetof(Types, OSError)}, {"IOError", offsetof(Types, OSError)},
};
static const struct {
    const char *name;
    Value value;
} builtin_constants[] = {
    {"None", VALUE_NONE}, {"True", VALUE_TRUE}, {"False", VALUE_FALSE}, {"NotImplemented", VALUE_NOT_IMPLEMENTED}, {"Ellipsis", VALUE_ELLIPSIS}, {"__debug__", VALUE_TRUE},
};
enum { TYPE_COUNT = sizeof builtin_types / sizeof *builtin_types, CONSTANT_COUNT = sizeof builtin_constants / sizeof *builtin_constants };

static Value new_function(VM *vm, const NativeDef *def) { return native_new(vm, def, VALUE_UNBOUND, from_object(vm->names.builtins)); }
static Value type_value(VM *vm, const BuiltinType *row) {
    const Type *type = type_complete(vm, *(Type **)((char *)&vm->types + row->type));
    return type ? from_object(type) : VALUE_ERROR;
}

static bool is_named(const Str *name, const char *text) { return *text == *name->text && strcmp(text, name->text) == 0 && strlen(text) == name->size; }
static const NativeDef *def_named(const NativeDef *def, const Str *name) {
    while (def->name && !is_named(name, def->name)) def++;
    return def->name ? def : NULL;
}

// What the name stands for, made now. VALUE_UNBOUND: nothing.
static Value make_named(VM *vm, const Str *name) {
    const NativeDef *def = def_named(builtin_functions, name);
    if (def || (def = def_named(builtin_code_functions, name))) return new_function(vm, def);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (is_named(name, builtin_types[i].name)) return type_value(vm, &builtin_types[i]);
    for (size_t i = 0; i < CONSTANT_COUNT; i++)
        if (is_named(name, builtin_constants[i].name)) return builtin_constants[i].value;
    return name == vm->names.__name__ ? from_object(vm->names.builtins) : VALUE_UNBOUND;
}

int64_t builtins_entry(VM *vm, Dict *builtins, Str *name) {
    int64_t entry = dict_find_str(vm, builtins, name);
    if (entry >= 0 || vm->has_builtins || builtins != vm->builtins) return entry;
    Value value = make_named(vm, name);
    if (value == VALUE_UNBOUND) return -1;
    Str *key = value == VALUE_ERROR ? NULL : str_intern_value(vm, name);
    return key && dict_set_str(vm, builtins, key, value) ? dict_find_str(vm, builtins, key) : -2;
}

Value builtins_get(VM *vm, Dict *builtins, Str *name) {
    int64_t entry = builtins_entry(vm, builtins, name);
    return entry >= 0 ? builtins->entries[entry].value : entry == -1 ? VALUE_UNBOUND : VALUE_ERROR;
}

// Unless it is there: a function stays the same object, and what a script has put there stays.
static bool put(VM *vm, const char *text) {
    Str *name = str_intern(vm, text, strlen(text));
    return name && builtins_entry(vm, vm->builtins, name) >= 0;
}
static bool put_functions(VM *vm, const NativeDef *defs) {
    for (; defs->name; defs++)
        if (!put(vm, defs->name)) return false;
    return true;
}
bool builtins_fill(VM *vm) {
    if (!table_reserve(vm, vm->builtins, BUILTINS_IN_ALL) || !put_functions(vm, builtin_functions) || !put_functions(vm, builtin_code_functions)) return false;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (!put(vm, builtin_types[i].name)) return false;
    for (size_t i = 0; i < CONSTANT_COUNT; i++)
        if (!put(vm, builtin_constants[i].name)) return false;
    return vm->has_builtins = put(vm, "__name__");
}
