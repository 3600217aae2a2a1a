// range and slice.
#include "runtime/objects/descriptors.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"

static Range *as_range(Value v) { return (Range *)as_object(v); }
static Slice *as_slice(Value v) { return (Slice *)as_object(v); }
static Value op(VM *vm, BinarySlot slot, Value a, Value b) { return a == VALUE_ERROR || b == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, slot, a, b); }

// ---- range: arithmetic on ints of any size, with int64 where they fit -------------------------------------------------

bool range_is_small(const Range *range, int64_t *start, int64_t *stop, int64_t *step) {
    if (!is_small_int(range->start) || !is_small_int(range->stop) || !is_small_int(range->step) || !is_small_int(range->length)) return false;
    *start = small_int(range->start), *stop = small_int(range->stop), *step = small_int(range->step);
    return true;
}

// Number of items: ceil((stop - start) / step), 0 when negative.
static Value range_count(VM *vm, Value start, Value stop, Value step) {
    if (both_small_ints(start, stop) && step == from_small_int(1)) {
        int64_t span = small_int(stop) - small_int(start);
        if (span <= 0) return from_small_int(0);
        if (span <= INT_SMALL_MAX) return from_small_int(span);
    }
    bool up = int_sign(step) > 0;
    if (int_compare(start, stop) * (up ? 1 : -1) >= 0) return from_small_int(0);
    Value span = up ? op(vm, SLOT_SUB, stop, start) : op(vm, SLOT_SUB, start, stop);
    Value size = up ? step : op(vm, SLOT_SUB, from_small_int(0), step);
    Value whole = op(vm, SLOT_FLOORDIV, op(vm, SLOT_SUB, span, from_small_int(1)), size);
    return op(vm, SLOT_ADD, whole, from_small_int(1));
}

static Value range_new(VM *vm, Value start, Value stop, Value step) {
    Value length = range_count(vm, start, stop, step);
    Range *range = length == VALUE_ERROR ? NULL : object_new(vm, vm->types.range, sizeof *range);
    if (!range) return VALUE_ERROR;
    *range = (Range){range->head, start, stop, step, length};
    return from_object(range);
}

static Value range_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    if (keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "range() takes no keyword arguments");
    if (!count) return raise_type_error(vm, "range expected at least 1 argument, got 0");
    if (count > 3) return raise_type_error(vm, "range expected at most 3 arguments, got %u", count);
    Value parts[3] = {from_small_int(0), from_small_int(0), from_small_int(1)};
    for (uint32_t i = 0; i < count; i++) {
        Value number = op_index(vm, args[i]);
        if (number == VALUE_ERROR) return VALUE_ERROR;
        parts[count == 1 ? 1 : i] = number;
    }
    if (!int_sign(parts[2])) return raise_value_error(vm, "range() arg 3 must not be zero");
    return range_new(vm, parts[0], parts[1], parts[2]);
}

static Value range_item(VM *vm, const Range *range, Value index) { return op(vm, SLOT_ADD, range->start, op(vm, SLOT_MULT, index, range->step)); }

static bool slice_int_indices(VM *vm, Value slice, Value length, Value out[3]);

static Value range_slice(VM *vm, const Range *range, Value key) {
    Value bounds[3];
    if (!slice_int_indices(vm, key, range->length, bounds)) return VALUE_ERROR;
    Value new_step = op(vm, SLOT_MULT, range->step, bounds[2]);
    Value first = range_item(vm, range, bounds[0]), last = range_item(vm, range, bounds[1]);
    return new_step == VALUE_ERROR || first == VALUE_ERROR || last == VALUE_ERROR ? VALUE_ERROR : range_new(vm, first, last, new_step);
}

static Value range_get_item(VM *vm, Value self, Value key) {
    const Range *range = as_range(self);
    if (is_layout(key, LAYOUT_SLICE)) return range_slice(vm, range, key);
    Value index = op_index(vm, key);
    if (index == VALUE_ERROR) {
        if (error_matches(vm, vm->types.TypeError)) error_clear(vm), raise_type_error(vm, "range indices must be integers or slices, not %T", key);
        return VALUE_ERROR;
    }
    if (int_sign(index) < 0) index = op(vm, SLOT_ADD, index, range->length);
    if (index == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(index) < 0 || int_compare(index, range->length) >= 0) return raise_index_error(vm, "range object index out of range");
    return range_item(vm, range, index);
}

// Index of an int in the range: VALUE_UNBOUND when it is not there.
static Value range_find(VM *vm, const Range *range, Value item) {
    bool up = int_sign(range->step) > 0;
    int from_start = int_compare(item, range->start), to_stop = int_compare(item, range->stop);
    if (up ? from_start < 0 || to_stop >= 0 : from_start > 0 || to_stop <= 0) return VALUE_UNBOUND;
    Value distance = op(vm, SLOT_SUB, item, range->start), rest = op(vm, SLOT_MOD, distance, range->step);
    if (rest == VALUE_ERROR) return VALUE_ERROR;
    return int_sign(rest) ? VALUE_UNBOUND : op(vm, SLOT_FLOORDIV, distance, range->step);
}

static bool is_plain_int(const VM *vm, Value item) { return is_small_int(item) || is_bool(item) || is_exactly(item, vm->types.int_); }

// Anything but a plain int is compared with each item: where the first equal one is (-1: nowhere; -2: error), or how many are.
static int64_t search_by_equality(VM *vm, Value self, Value item, bool counts) {
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, self), candidate = VALUE_ERROR;
    int64_t at = 0, found = 0;
    if (iterator != VALUE_ERROR) root_push(vm, iterator);
    for (; iterator != VALUE_ERROR && (candidate = op_next(vm, iterator)) != VALUE_END && candidate != VALUE_ERROR; at++) {
        int equal = op_equal(vm, candidate, item);
        if (equal < 0) candidate = VALUE_ERROR;
        found += equal > 0;
        if (equal && !(equal > 0 && counts)) break;
    }
    ROOT_END(vm);
    return candidate == VALUE_ERROR ? -2 : counts ? found : found ? at : -1;
}

static int range_contains(VM *vm, Value self, Value item) {
    if (!is_plain_int(vm, item)) {
        int64_t at = search_by_equality(vm, self, item, false);
        return at == -2 ? -1 : at >= 0;
    }
    Value index = range_find(vm, as_range(self), op_index(vm, item));
    return index == VALUE_ERROR ? -1 : index != VALUE_UNBOUND;
}

static int64_t range_length(VM *vm, Value self) {
    int64_t length;
    if (int_to_int64(as_range(self)->length, &length)) return length;
    raise_overflow_error(vm, "Python int too large to convert to C ssize_t");
    return -1;
}
static int range_truth(VM *vm, Value self) { return (void)vm, int_sign(as_range(self)->length) != 0; }

static Value range_repr(VM *vm, Value self) {
    const Range *range = as_range(self);
    if (range->step == from_small_int(1)) return str_from_format(vm, "range(%R, %R)", range->start, range->stop);
    return str_from_format(vm, "range(%R, %R, %R)", range->start, range->stop, range->step);
}

static Value range_compare(VM *vm, Value self, Value other, CompareOp how) {
    if (!is_range(self) || !is_range(other) || (how != COMPARE_EQ && how != COMPARE_NE)) return (void)vm, VALUE_NOT_IMPLEMENTED;
    const Range *a = as_range(self), *b = as_range(other);
    bool equal = int_compare(a->length, b->length) == 0;
    if (equal && int_sign(a->length)) {
        equal = int_compare(a->start, b->start) == 0;
        if (equal && int_compare(a->length, from_small_int(1))) equal = int_compare(a->step, b->step) == 0;
    }
    return from_bool(equal == (how == COMPARE_EQ));
}

static bool range_hash(VM *vm, Value self, uint64_t *out) {
    const Range *range = as_range(self);
    bool some = int_sign(range->length), several = int_compare(range->length, from_small_int(1)) > 0;
    Value parts = tuple_pack(vm, 3, range->length, some ? range->start : VALUE_NONE, several ? range->step : VALUE_NONE);
    return parts != VALUE_ERROR && op_hash(vm, parts, out);
}

static void range_trace(VM *vm, Object *self) {
    Range *range = (Range *)self;
    gc_mark(vm, range->start), gc_mark(vm, range->stop), gc_mark(vm, range->step), gc_mark(vm, range->length);
}

typedef struct RangeIterator {
    Object head;
    Value next, step, left; // item, step, items left
} RangeIterator;

static Value range_iterator_new(VM *vm, Value start, Value step, Value left) {
    RangeIterator *iterator = object_new(vm, vm->types.range_iterator, sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    *iterator = (RangeIterator){iterator->head, start, step, left};
    return from_object(iterator);
}
static Value range_iter(VM *vm, Value self) { return range_iterator_new(vm, as_range(self)->start, as_range(self)->step, as_range(self)->length); }
static Value range_reversed(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Range *range = as_range(args[0]);
    Value last = range_item(vm, range, op(vm, SLOT_SUB, range->length, from_small_int(1))), step = op(vm, SLOT_SUB, from_small_int(0), range->step);
    return last == VALUE_ERROR || step == VALUE_ERROR ? VALUE_ERROR : range_iterator_new(vm, last, step, range->length);
}
static Value range_iterator_next(VM *vm, Value self) {
    RangeIterator *iterator = (RangeIterator *)as_object(self);
    if (is_small_int(iterator->left) && both_small_ints(iterator->next, iterator->step)) {
        if ((int64_t)iterator->left <= 1) return VALUE_END;
        Value small_item = iterator->next;
        int64_t after;
        if (!__builtin_add_overflow((int64_t)small_item, (int64_t)(iterator->step - 1), &after)) {
            iterator->next = (Value)after;
            iterator->left -= 2;
            return small_item;
        }
    }
    if (int_sign(iterator->left) <= 0) return VALUE_END;
    Value item = iterator->next, next = op(vm, SLOT_ADD, item, iterator->step), left = op(vm, SLOT_SUB, iterator->left, from_small_int(1));
    if (next == VALUE_ERROR || left == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, iterator, &iterator->next, next);
    gc_store(vm, iterator, &iterator->left, left);
    return item;
}
static Value range_iterator_self(VM *vm, Value self) { return (void)vm, self; }
static Value range_iterator_hint(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, ((RangeIterator *)as_object(args[0]))->left; }
static void range_iterator_trace(VM *vm, Object *self) {
    RangeIterator *iterator = (RangeIterator *)self;
    gc_mark(vm, iterator->next), gc_mark(vm, iterator->step), gc_mark(vm, iterator->left);
}

static Value range_index(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_plain_int(vm, args[1])) {
        int64_t at = search_by_equality(vm, args[0], args[1], false);
        return at == -2 ? VALUE_ERROR : at < 0 ? raise_value_error(vm, "sequence.index(x): x not in sequence") : from_small_int(at);
    }
    Value index = range_find(vm, as_range(args[0]), op_index(vm, args[1]));
    return index == VALUE_UNBOUND ? raise_value_error(vm, "%R is not in range", args[1]) : index;
}
static Value range_count_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t found = is_plain_int(vm, args[1]) ? range_contains(vm, args[0], args[1]) : search_by_equality(vm, args[0], args[1], true);
    return found < 0 ? VALUE_ERROR : from_small_int(found);
}
static Value get_start(VM *vm, Value self) { return (void)vm, as_range(self)->start; }
static Value get_stop(VM *vm, Value self) { return (void)vm, as_range(self)->stop; }
static Value get_step(VM *vm, Value self) { return (void)vm, as_range(self)->step; }

static Value range_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value parts = tuple_pack(vm, 3, as_range(args[0])->start, as_range(args[0])->stop, as_range(args[0])->step);
    return parts == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(vm->types.range), parts);
}
static const NativeDef range_methods[] = {{"__reduce__", {range_reduce}, 0, 0, 0, NULL, DOC(NULL)},
                                          {"index", {range_index}, 1, 1, 0, NULL, DOC(NULL)},
                                          {"count", {range_count_method}, 1, 1, 0, NULL, DOC(NULL)},
                                          {"__reversed__", {range_reversed}, 0, 0, 0, NULL, DOC(NULL)},
                                          {0}};
static const GetSetDef range_getset[] = {{"start", get_start, getset_refuse}, {"stop", get_stop, getset_refuse}, {"step", get_step, getset_refuse}, {0}};
const TypeSpec range_spec = {
    .name = "range",
    .layout = LAYOUT_RANGE,
    .size = sizeof(Range),
    .flags = TYPE_FINAL | TYPE_SEQUENCE_PATTERN,
    .slots = SLOTS(SLOT(repr, range_repr), SLOT(hash, range_hash), SLOT(compare, range_compare), SLOT(truth, range_truth), SLOT(length, range_length), SLOT(get_item, range_get_item),
              SLOT(contains, range_contains), SLOT(iter, range_iter), SLOT(construct, range_construct), SLOT(trace, range_trace)),
    .methods = range_methods,
    .getset = range_getset,
};
// (iter, (range(next, stop, step),), None)
static Value range_iterator_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    RangeIterator *iterator = (RangeIterator *)as_object(args[0]);
    Value left = int_sign(iterator->left) < 0 ? from_small_int(0) : iterator->left, way = op(vm, SLOT_MULT, left, iterator->step);
    Value stop = way == VALUE_ERROR ? VALUE_ERROR : op(vm, SLOT_ADD, iterator->next, way);
    Value range = stop == VALUE_ERROR ? VALUE_ERROR : range_new(vm, iterator->next, stop, iterator->step);
    return range == VALUE_ERROR ? VALUE_ERROR : iterator_reduce(vm, "iter", range, VALUE_NONE);
}
static Value range_iterator_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    RangeIterator *iterator = (RangeIterator *)as_object(args[0]);
    Value skipped = op_index(vm, args[1]);
    if (skipped == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(skipped) < 0) skipped = from_small_int(0);
    Value left = op(vm, SLOT_SUB, iterator->left, skipped);
    if (left != VALUE_ERROR && int_sign(left) < 0) skipped = iterator->left, left = from_small_int(0);
    Value way = op(vm, SLOT_MULT, skipped, iterator->step), next = way == VALUE_ERROR ? VALUE_ERROR : op(vm, SLOT_ADD, iterator->next, way);
    if (left == VALUE_ERROR || next == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, iterator, &iterator->next, next);
    gc_store(vm, iterator, &iterator->left, left);
    return VALUE_NONE;
}
static const NativeDef range_iterator_methods[] = {{"__length_hint__", {range_iterator_hint}, 0, 0, 0, NULL, DOC("Private method returning an estimate of len(list(it)).")},
                                                   {"__reduce__", {range_iterator_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
                                                   {"__setstate__", {range_iterator_setstate}, 1, 1, 0, NULL, DOC("Set state information for unpickling.")},
                                                   {0}};
const TypeSpec range_iterator_spec = {
    .name = "range_iterator",
    .layout = LAYOUT_OTHER,
    .size = sizeof(RangeIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(iter, range_iterator_self), SLOT(next, range_iterator_next), SLOT(trace, range_iterator_trace)),
    .methods = range_iterator_methods,
};

// ---- slice -------------------------------------------------------------------------------------------------------

Value slice_new(VM *vm, Value start, Value stop, Value step) {
    Slice *slice = object_new(vm, vm->types.slice, sizeof *slice);
    if (!slice) return VALUE_ERROR;
    *slice = (Slice){slice->head, start, stop, step};
    return from_object(slice);
}

static Value slice_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    if (keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "slice() takes no keyword arguments");
    if (!count) return raise_type_error(vm, "slice expected at least 1 argument, got 0");
    if (count > 3) return raise_type_error(vm, "slice expected at most 3 arguments, got %u", count);
    return slice_new(vm, count == 1 ? VALUE_NONE : args[0], count == 1 ? args[0] : args[1], count == 3 ? args[2] : VALUE_NONE);
}

// A bound of a slice as int64, saturating; false: not an int, TypeError set.
static bool slice_bound(VM *vm, Value v, int64_t *out) {
    if (is_small_int(v)) {
        *out = small_int(v);
        return true;
    }
    if (!is_int(v) && !value_type(vm, v)->slots.unary[SLOT_INDEX]) {
        raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    return op_index_int64(vm, v, out, true);
}

bool slice_unpack(VM *vm, Value v, int64_t *start, int64_t *stop, int64_t *step) {
    const Slice *slice = as_slice(v);
    *step = 1;
    if (slice->step != VALUE_NONE) {
        if (!slice_bound(vm, slice->step, step)) return false;
        if (!*step) return raise_value_error(vm, "slice step cannot be zero"), false;
        if (*step < -INT64_MAX) *step = -INT64_MAX; // so that it can be negated
    }
    *start = *step < 0 ? INT64_MAX : 0;
    *stop = *step < 0 ? INT64_MIN : INT64_MAX;
    return (slice->start == VALUE_NONE || slice_bound(vm, slice->start, start)) && (slice->stop == VALUE_NONE || slice_bound(vm, slice->stop, stop));
}

int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step) {
    int64_t lowest = step < 0 ? -1 : 0, highest = step < 0 ? length - 1 : length;
    int64_t *places[2] = {start, stop};
    for (int i = 0; i < 2; i++) {
        if (*places[i] < 0) *places[i] = *places[i] + length < lowest || *places[i] < -length ? lowest : *places[i] + length;
        else if (*places[i] > highest) *places[i] = highest;
    }
    if (step < 0) return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

bool slice_indices(VM *vm, Value v, int64_t length, int64_t *start, int64_t *stop, int64_t *step, int64_t *count) {
    if (!slice_unpack(vm, v, start, stop, step)) return false;
    *count = slice_adjust(length, start, stop, *step);
    return true;
}

// An int of any size; None: VALUE_NONE.
static Value slice_part(VM *vm, Value v) {
    if (v == VALUE_NONE) return v;
    if (is_int(v) || value_type(vm, v)->slots.unary[SLOT_INDEX]) return op_index(vm, v);
    return raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
}

// Start, stop and step for a sequence of `length` items, all of any size.
static bool slice_int_indices(VM *vm, Value v, Value length, Value out[3]) {
    const Slice *slice = as_slice(v);
    Value zero = from_small_int(0), given[2] = {slice->start, slice->stop}, lowest, highest;
    Value step = slice->step == VALUE_NONE ? from_small_int(1) : slice_part(vm, slice->step);
    if (step == VALUE_ERROR) return false;
    if (!int_sign(step)) return raise_value_error(vm, "slice step cannot be zero"), false;
    bool down = int_sign(step) < 0, good = true;
    lowest = down ? from_small_int(-1) : zero;
    highest = down ? op(vm, SLOT_SUB, length, from_small_int(1)) : length;
    if (highest == VALUE_ERROR) return false;
    ROOT_SCOPE(vm);
    root_push(vm, step), root_push(vm, highest), root_push(vm, length);
    for (int i = 0; i < 2 && good; i++) {
        Value bound = slice_part(vm, given[i]);
        if (bound == VALUE_NONE) bound = (i == 0) == down ? highest : lowest;
        else if (bound != VALUE_ERROR && int_sign(bound) < 0) {
            bound = op(vm, SLOT_ADD, bound, length);
            if (bound != VALUE_ERROR && int_compare(bound, lowest) < 0) bound = lowest;
        } else if (bound != VALUE_ERROR && int_compare(bound, highest) > 0) bound = highest;
        good = bound != VALUE_ERROR;
        if (good) root_push(vm, out[i] = bound);
    }
    ROOT_END(vm);
    out[2] = step;
    return good;
}

static Value slice_indices_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value number = op_index(vm, args[1]);
    if (number == VALUE_ERROR) return VALUE_ERROR;
    if (int_sign(number) < 0) return raise_value_error(vm, "length should not be negative");
    Value bounds[3];
    return slice_int_indices(vm, args[0], number, bounds) ? tuple_pack(vm, 3, bounds[0], bounds[1], bounds[2]) : VALUE_ERROR;
}

static Value slice_repr(VM *vm, Value self) {
    return str_from_format(vm, "slice(%R, %R, %R)", as_slice(self)->start, as_slice(self)->stop, as_slice(self)->step);
}
static Value slice_tuple(VM *vm, Value self) { return tuple_pack(vm, 3, as_slice(self)->start, as_slice(self)->stop, as_slice(self)->step); }
static Value slice_compare(VM *vm, Value self, Value other, CompareOp how) {
    if (!is_layout(self, LAYOUT_SLICE) || !is_layout(other, LAYOUT_SLICE)) return VALUE_NOT_IMPLEMENTED;
    ROOT_SCOPE(vm);
    Value a = slice_tuple(vm, self), b = a == VALUE_ERROR ? VALUE_ERROR : slice_tuple(vm, other), result = VALUE_ERROR;
    if (b != VALUE_ERROR) {
        root_push(vm, a), root_push(vm, b);
        result = op_compare(vm, a, b, how);
    }
    ROOT_END(vm);
    return result;
}
static bool slice_hash(VM *vm, Value self, uint64_t *out) {
    Value parts = slice_tuple(vm, self);
    if (parts == VALUE_ERROR) return false;
    ROOT_SCOPE(vm);
    root_push(vm, parts); // a __hash__ may collect
    bool good = op_hash(vm, parts, out);
    ROOT_END(vm);
    return good;
}
static void slice_trace(VM *vm, Object *self) {
    Slice *slice = (Slice *)self;
    gc_mark(vm, slice->start), gc_mark(vm, slice->stop), gc_mark(vm, slice->step);
}
static Value slice_start(VM *vm, Value self) { return (void)vm, as_slice(self)->start; }
static Value slice_stop(VM *vm, Value self) { return (void)vm, as_slice(self)->stop; }
static Value slice_step(VM *vm, Value self) { return (void)vm, as_slice(self)->step; }
static Value slice_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Slice *slice = (Slice *)as_object(args[0]);
    Value parts = tuple_pack(vm, 3, slice->start, slice->stop, slice->step);
    return parts == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(vm->types.slice), parts);
}
static const NativeDef slice_methods[] = {{"__reduce__", {slice_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
                                          {"indices", {slice_indices_method}, 1, 1, 0, NULL, DOC("start, stop, step for a sequence of the given length.")}, {0}};
static const GetSetDef slice_getset[] = {{"start", slice_start, getset_refuse}, {"stop", slice_stop, getset_refuse}, {"step", slice_step, getset_refuse}, {0}};
const TypeSpec slice_spec = {
    .name = "slice",
    .layout = LAYOUT_SLICE,
    .size = sizeof(Slice),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, slice_repr), SLOT(hash, slice_hash), SLOT(compare, slice_compare), SLOT(construct, slice_construct), SLOT(trace, slice_trace)),
    .methods = slice_methods,
    .getset = slice_getset,
};
