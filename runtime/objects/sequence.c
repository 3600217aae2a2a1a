#include "runtime/objects/iterators.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include "runtime/quick_order.h"

bool sequence_index(VM *vm, Value key, size_t count, const char *type_name, const char *out_of_range, size_t *index) {
    int64_t at;
    if (is_small_int(key)) {
        at = small_int(key);
    } else {
        if (!is_int(key) && !value_type(vm, key)->slots.unary[SLOT_INDEX])
            return raise_type_error(vm, "%s indices must be integers or slices, not %T", type_name, key), false;
        Value number = op_index(vm, key);
        if (number == VALUE_ERROR) return false;
        if (!int_to_int64(number, &at)) {
            raise_index_error(vm, "cannot fit '%T' into an index-sized integer", key);
            return false;
        }
    }
    if (at < 0) at += (int64_t)count;
    if (at < 0 || (size_t)at >= count) {
        raise_index_error(vm, "%s", out_of_range);
        return false;
    }
    *index = (size_t)at;
    return true;
}

// Of comparing it with another one.
static uint64_t work_of_comparing(Value v) { return is_str(v) ? 1 + as_str(v)->size / HEAP_FUEL_BYTES : 1; }

int64_t sequence_find(VM *vm, Value sequence, Value item, int64_t start, int64_t stop) {
    size_t count;
    const uint64_t each = work_of_comparing(item);
    for (int64_t i = start; i < stop; i++) {
        if (__builtin_expect((i & 127) == 127, 0) && !work(vm, 64 * each)) return -2;
        const Value *items = sequence_items(sequence, &count);
        if ((size_t)i >= count) break;
        Value candidate = items[i];
        if (candidate == item) return i;
        if (is_small_int(candidate) && is_small_int(item)) continue;
        if (is_exactly(candidate, vm->types.str) && is_exactly(item, vm->types.str)) {
            if (str_equal(as_str(candidate), as_str(item))) return i;
            continue;
        }
        ROOT_SCOPE(vm);
        root_push(vm, candidate), root_push(vm, item), root_push(vm, sequence);
        int equal = op_equal(vm, candidate, item);
        ROOT_END(vm);
        if (equal) return equal < 0 ? -2 : i;
    }
    return -1;
}

Value sequence_compare(VM *vm, Value left, Value right, CompareOp op) {
    size_t a_count, b_count, i = 0;
    const Value *a = sequence_items(left, &a_count), *b = sequence_items(right, &b_count);
    if ((op == COMPARE_EQ || op == COMPARE_NE) && a_count != b_count) return from_bool(op == COMPARE_NE);
    while (i < a_count && i < b_count && i < 64 && a[i] == b[i]) i++; // no more than that without being charged
    if (i == a_count || i == b_count) return compare_order((a_count > b_count) - (a_count < b_count), op);
    if (c_stack_exhausted_in(vm, " in comparison")) return VALUE_ERROR;
    for (;; i++) {
        a = sequence_items(left, &a_count), b = sequence_items(right, &b_count);
        for (size_t end = a_count < b_count ? a_count : b_count; i < end && (i & 127) != 127 && a[i] == b[i]; i++) {}
        if (i >= a_count || i >= b_count) break;
        Value x = a[i], y = b[i];
        if (__builtin_expect((i & 127) == 127, 0) && !work(vm, 64 * work_of_comparing(x))) return VALUE_ERROR;
        if (x == y) continue;
        int order = quick_order_deep(vm, x, y);
        if (order == 0) continue;
        if (order != ORDER_UNKNOWN) return compare_order(order, op);
        ROOT_SCOPE(vm);
        root_push(vm, x), root_push(vm, y);
        int equal = op_equal(vm, x, y);
        Value result = VALUE_UNBOUND;
        if (equal < 0) result = VALUE_ERROR;
        else if (!equal) {
            a = sequence_items(left, &a_count), b = sequence_items(right, &b_count); // the comparison may have changed the lists
            result = i >= a_count || i >= b_count ? compare_order((a_count > b_count) - (a_count < b_count), op)
                     : op == COMPARE_EQ ? VALUE_FALSE : op == COMPARE_NE ? VALUE_TRUE : op_compare(vm, a[i], b[i], op);
        }
        ROOT_END(vm);
        if (result != VALUE_UNBOUND) return result;
    }
    return compare_order((a_count > b_count) - (a_count < b_count), op);
}

Value sequence_repr(VM *vm, Value self, const char *open, const char *close, const char *inside_itself) {
    size_t count;
    const Value *items = sequence_items(self, &count);
    if (!count) {
        char text[4]; // brackets
        size_t size = strlen(open), all = size + strlen(close);
        memcpy(text, open, size), memcpy(text + size, close, all - size);
        return str_new_counted(vm, text, all, all);
    }
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered < 0 ? VALUE_ERROR : str_from_cstring(vm, inside_itself);
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add_cstring(&b, open);
    bool good = true;
    for (size_t i = 0; good; i++) {
        items = sequence_items(self, &count); // showing an item may have changed the list
        if (i >= count) break;
        if (i) str_builder_add(&b, ", ", 2);
        good = str_builder_add_repr(&b, items[i]);
    }
    repr_leave(vm, self);
    if (is_tuple(self) && count == 1) str_builder_add_char(&b, ',');
    str_builder_add_cstring(&b, close);
    if (good) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

bool sequence_repeat_number(VM *vm, Value *right) {
    if (is_int(*right) || !value_type(vm, *right)->slots.unary[SLOT_INDEX]) return true;
    int64_t times;
    Value given = *right;
    *right = op_index(vm, given);
    if (*right == VALUE_ERROR) return false;
    return int_to_int64(*right, &times) || (raise_overflow_error(vm, "cannot fit '%T' into an index-sized integer", given), false);
}

int sequence_repeat_count(VM *vm, Value right, size_t count, const char *too_long, int64_t *times, size_t *total) {
    Value given = right;
    if (!is_int(right)) {
        if (!value_type(vm, right)->slots.unary[SLOT_INDEX]) return 0;
        right = op_index(vm, right);
        if (right == VALUE_ERROR) return -1;
    }
    if (!int_to_int64(right, times)) {
        raise_overflow_error(vm, "cannot fit '%T' into an index-sized integer", given);
        return -1;
    }
    if (*times < 0) *times = 0;
    bool overflows = __builtin_mul_overflow(count, (size_t)*times, total);
    if ((overflows || *total > PTRDIFF_MAX) && too_long) {
        raise_overflow_error(vm, "%s", too_long);
        return -1;
    }
    if (overflows || *total > SIZE_MAX / 32) {
        raise_memory_error(vm);
        return -1;
    }
    return 1;
}

bool sequence_position(VM *vm, Value v, int64_t *out) {
    if (is_int(v) || value_type(vm, v)->slots.unary[SLOT_INDEX]) return op_index_int64(vm, v, out, true);
    return raise_type_error(vm, "slice indices must be integers or have an __index__ method"), false;
}

Value sequence_index_method(VM *vm, Value *args, uint32_t count, const char *type_name) {
    int64_t start = 0, stop = INT64_MAX;
    size_t length;
    sequence_items(args[0], &length);
    if (count > 2 && !sequence_position(vm, args[2], &start)) return VALUE_ERROR;
    if (count > 3 && !sequence_position(vm, args[3], &stop)) return VALUE_ERROR;
    if (start < 0 && (start += (int64_t)length) < 0) start = 0;
    if (stop < 0 && (stop += (int64_t)length) < 0) stop = 0;
    int64_t at = sequence_find(vm, args[0], args[1], start, stop);
    if (at == -2) return VALUE_ERROR;
    if (at >= 0) return from_small_int(at);
    if (type_name[0] == 't') return raise_value_error(vm, "tuple.index(x): x not in tuple");
    return raise_value_error(vm, "%R is not in list", args[1]);
}

Value sequence_count_method(VM *vm, Value *args) {
    int64_t found = 0;
    for (int64_t at = 0; (at = sequence_find(vm, args[0], args[1], at, INT64_MAX)) >= 0; at++) found++;
    return error_is_set(vm) ? VALUE_ERROR : from_small_int(found);
}

// ---- iterators ---------------------------------------------------------------------------------------------------

static Value iterator_new(VM *vm, Type *type, Value sequence, size_t at) {
    SequenceIterator *iterator = object_new(vm, type, sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->sequence = sequence;
    iterator->at = at;
    return from_object(iterator);
}

Value sequence_iter(VM *vm, Value self) { return iterator_new(vm, is_list(self) ? vm->types.list_iterator : vm->types.tuple_iterator, self, 0); }
Value sequence_reversed_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    size_t length;
    sequence_items(args[0], &length);
    return iterator_new(vm, vm->types.list_reverse_iterator, args[0], length);
}

static Value forward_next(VM *vm, Value self) {
    return (void)vm, sequence_iterator_next((SequenceIterator *)as_object(self));
}
static Value backward_next(VM *vm, Value self) {
    (void)vm;
    SequenceIterator *iterator = (SequenceIterator *)as_object(self);
    if (iterator->sequence == VALUE_UNBOUND) return VALUE_END;
    size_t count;
    const Value *items = sequence_items(iterator->sequence, &count);
    if (iterator->at && iterator->at <= count) return items[--iterator->at];
    iterator->sequence = VALUE_UNBOUND;
    return VALUE_END;
}
static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }
static Value iterator_hint(VM *vm, Value *args, uint32_t count) {
    (void)count;
    SequenceIterator *iterator = (SequenceIterator *)as_object(args[0]);
    if (iterator->sequence == VALUE_UNBOUND) return from_small_int(0);
    size_t length;
    sequence_items(iterator->sequence, &length);
    if (is_exactly(args[0], vm->types.list_reverse_iterator)) return from_small_int((int64_t)(iterator->at <= length ? iterator->at : 0));
    return from_small_int((int64_t)(length > iterator->at ? length - iterator->at : 0));
}
static void iterator_trace(VM *vm, Object *self) { gc_mark(vm, ((SequenceIterator *)self)->sequence); }
// An exhausted one is iter([]), or iter(()) for a tuple.
static Value iterator_reduce_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    SequenceIterator *iterator = (SequenceIterator *)as_object(args[0]);
    bool is_backward = is_exactly(args[0], vm->types.list_reverse_iterator);
    if (iterator->sequence == VALUE_UNBOUND) {
        Value nothing = is_exactly(args[0], vm->types.tuple_iterator) ? vm->empty_tuple : list_new(vm, NULL, 0);
        return nothing == VALUE_ERROR ? VALUE_ERROR : iterator_reduce(vm, "iter", nothing, VALUE_UNBOUND);
    }
    return iterator_reduce(vm, is_backward ? "reversed" : "iter", iterator->sequence, from_small_int((int64_t)iterator->at - is_backward));
}
static Value iterator_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    SequenceIterator *iterator = (SequenceIterator *)as_object(args[0]);
    int64_t index;
    if (!iterator_state(vm, args[1], &index)) return VALUE_ERROR;
    if (iterator->sequence == VALUE_UNBOUND) return VALUE_NONE;
    size_t length;
    sequence_items(iterator->sequence, &length);
    bool is_backward = is_exactly(args[0], vm->types.list_reverse_iterator);
    if (index < -(int64_t)is_backward) index = -(int64_t)is_backward;
    if (index > (int64_t)length - is_backward) index = (int64_t)length - is_backward;
    iterator->at = (size_t)(index + is_backward);
    return VALUE_NONE;
}
static const NativeDef iterator_methods[] = {{"__length_hint__", {iterator_hint}, 0, 0, 0, NULL, DOC("Private method returning an estimate of len(list(it)).")},
                                             {"__reduce__", {iterator_reduce_method}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
                                             {"__setstate__", {iterator_setstate}, 1, 1, 0, NULL, DOC("Set state information for unpickling.")},
                                             {0}};
#define ITERATOR_SPEC(type, shown, next_function)                                                                                \
    const TypeSpec type##_spec = {.name = shown, .layout = LAYOUT_OTHER, .size = sizeof(SequenceIterator), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, \
                                  .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, next_function), SLOT(trace, iterator_trace)), .methods = iterator_methods}
ITERATOR_SPEC(list_iterator, "list_iterator", forward_next);
ITERATOR_SPEC(tuple_iterator, "tuple_iterator", forward_next);
ITERATOR_SPEC(list_reverse_iterator, "list_reverseiterator", backward_next);
