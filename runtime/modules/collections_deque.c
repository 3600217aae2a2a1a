// deque: a ring of values: item i is at items[(start + i) & (capacity - 1)]; capacity is 0 or a power of two.
#include "runtime/modules/collections.h"
#include "runtime/objects/generator.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/int.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

typedef struct Deque {
    Object head;
    Value *items; // block of `capacity`
    size_t capacity, start, count;
    int64_t most;  // maxlen; -1: none
    uint64_t changes; // so that an iterator notices
} Deque;

static Deque *as_deque(Value v) { return (Deque *)as_object(v); }
static bool is_deque(VM *vm, Value v) { return type_is_subtype(value_type(vm, v), collections_type(vm, COLLECTIONS_DEQUE)); }
static Value *place(const Deque *d, size_t i) { return &d->items[(d->start + i) & (d->capacity - 1)]; }

// ---- storage -----------------------------------------------------------------------------------------------------

static bool set_capacity(VM *vm, Deque *d, size_t capacity) {
    if (capacity > SIZE_MAX / 4 / sizeof(Value)) return raise_memory_error(vm), false;
    Value *items = block_new(vm, capacity * sizeof *items);
    if (!items) return false;
    for (size_t i = 0; i < d->count; i++) items[i] = *place(d, i);
    if (d->items) block_free(vm, d->items, d->capacity * sizeof *items);
    gc_store_object(vm, d, &d->items, items);
    d->capacity = capacity, d->start = 0;
    return true;
}
static bool reserve(VM *vm, Deque *d, size_t count) {
    if (count <= d->capacity) return true;
    size_t capacity = d->capacity ? d->capacity : 8;
    while (capacity < count && capacity) capacity *= 2;
    return capacity ? set_capacity(vm, d, capacity) : (raise_memory_error(vm), false);
}
// A deque that has become much shorter gives room back.
static void shrink(VM *vm, Deque *d) {
    if (d->capacity < 64 || d->count >= d->capacity / 8) return;
    if (!set_capacity(vm, d, d->capacity / 4)) error_clear(vm);
}

static void clear(VM *vm, Deque *d) {
    if (d->items) block_free(vm, d->items, d->capacity * sizeof(Value));
    d->items = NULL;
    d->capacity = d->start = d->count = 0;
    d->changes++;
}

static Value take_left(VM *vm, Deque *d) {
    Value item = d->items[d->start];
    d->start = (d->start + 1) & (d->capacity - 1);
    d->count--, d->changes++;
    shrink(vm, d);
    return item;
}
static Value take_right(VM *vm, Deque *d) {
    Value item = *place(d, --d->count);
    d->changes++;
    shrink(vm, d);
    return item;
}

static bool add_right(VM *vm, Deque *d, Value item) {
    if (!d->most) return true;
    if ((int64_t)d->count == d->most) d->start = (d->start + 1) & (d->capacity - 1), d->count--;
    if (!reserve(vm, d, d->count + 1)) return false;
    gc_store(vm, d, place(d, d->count), item);
    d->count++, d->changes++;
    return true;
}
static bool add_left(VM *vm, Deque *d, Value item) {
    if (!d->most) return true;
    if ((int64_t)d->count == d->most) d->count--;
    if (!reserve(vm, d, d->count + 1)) return false;
    d->start = (d->start - 1) & (d->capacity - 1);
    gc_store(vm, d, &d->items[d->start], item);
    d->count++, d->changes++;
    return true;
}

// The items of a list or tuple, on the right; as many of them, and before that of those there, as maxlen lets stay.
static bool add_all(VM *vm, Deque *d, Value sequence) {
    size_t count, skipped = 0, kept = d->count;
    sequence_items(sequence, &count);
    if (d->most >= 0) {
        size_t most = (size_t)d->most;
        if (count > most) skipped = count - most;
        if (kept > most - (count - skipped)) kept = most - (count - skipped);
    }
    size_t added = count - skipped;
    if (!reserve(vm, d, kept + added)) return false;
    const Value *items = sequence_items(sequence, &count) + skipped;
    if (kept < d->count) d->start = (d->start + d->count - kept) & (d->capacity - 1), d->count = kept;
    for (size_t i = 0; i < added; i++) *place(d, kept + i) = items[i];
    gc_wrote(vm, d);
    d->count += added, d->changes += count;
    return true;
}
static bool extend(VM *vm, Deque *d, Value iterable, bool left) {
    ROOT_SCOPE(vm);
    if (iterable == from_object(d) && (iterable = op_to_list(vm, iterable)) == VALUE_ERROR) return false;
    if (!left && (is_exactly(iterable, vm->types.list) || is_exactly(iterable, vm->types.tuple))) return add_all(vm, d, iterable);
    root_push(vm, iterable);
    Value iterator = op_iter(vm, iterable);
    bool good = iterator != VALUE_ERROR;
    if (good) root_push(vm, iterator);
    Feed feed = feed_of(vm, iterator);
    while (good) {
        Value item = feed_next(vm, &feed);
        if (item == VALUE_END) break;
        good = item != VALUE_ERROR && (left ? add_left(vm, d, item) : add_right(vm, d, item));
    }
    feed_park(vm, &feed);
    ROOT_END(vm);
    return good;
}

static void deque_trace(VM *vm, Object *self) {
    Deque *d = (Deque *)self;
    gc_mark_block(vm, d->items);
    for (size_t i = 0; i < d->count; i++) gc_mark(vm, *place(d, i));
}

// ---- making ------------------------------------------------------------------------------------------------------

static Deque *deque_new(VM *vm, Type *type, int64_t most) {
    Deque *d = object_new(vm, type, sizeof *d);
    if (!d) return NULL;
    Object head = d->head;
    *d = (Deque){.head = head, .most = most};
    return d;
}
static Value deque_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    Deque *d = deque_new(vm, type, -1);
    return d ? from_object(d) : VALUE_ERROR;
}
static bool deque_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value given[2];
    int64_t most = -1;
    if (!bind_arguments(vm, "deque", "iterable maxlen", 0, 2, args, count, keyword_names, given)) return false;
    if (given[1] != VALUE_UNBOUND && given[1] != VALUE_NONE) {
        if (!is_int(given[1])) return raise_type_error(vm, "an integer is required"), false;
        if (!op_index_int64(vm, given[1], &most, false)) return false;
        if (most < 0) return raise_value_error(vm, "maxlen must be non-negative"), false;
    }
    clear(vm, as_deque(self));
    as_deque(self)->most = most;
    return given[0] == VALUE_UNBOUND || extend(vm, as_deque(self), given[0], false);
}

// A copy with the same limit. Of a subclass: made by calling it.
static Value deque_copy(VM *vm, Value self) {
    const Deque *d = as_deque(self);
    Type *type = value_type(vm, self);
    if (type != collections_type(vm, COLLECTIONS_DEQUE)) {
        Value given[2] = {self, from_small_int(d->most)};
        Value copy = call_value(vm, from_object(type), given, d->most < 0 ? 1 : 2);
        if (copy != VALUE_ERROR && !is_deque(vm, copy)) return raise_type_error(vm, "%N() must return a deque, not %T", type, copy);
        return copy;
    }
    Deque *copy = deque_new(vm, type, d->most);
    if (!copy || !reserve(vm, copy, d->count)) return VALUE_ERROR;
    for (size_t i = 0; i < d->count; i++) copy->items[i] = *place(d, i);
    copy->count = d->count;
    return from_object(copy);
}

// ---- slots -------------------------------------------------------------------------------------------------------

static Value deque_repr(VM *vm, Value self) {
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered < 0 ? VALUE_ERROR : str_from_cstring(vm, "[...]");
    Value list = op_to_list(vm, self), text = VALUE_ERROR;
    if (list != VALUE_ERROR) {
        root_push(vm, list);
        text = op_repr(vm, list);
    }
    repr_leave(vm, self);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    const Str *name = value_type(vm, self)->name;
    if (as_deque(self)->most < 0) return str_from_format(vm, "%U(%S)", name, text);
    return str_from_format(vm, "%U(%S, maxlen=%zd)", name, text, (ptrdiff_t)as_deque(self)->most);
}

static int64_t deque_length(VM *vm, Value self) { return (void)vm, (int64_t)as_deque(self)->count; }

static bool deque_index_of(VM *vm, Value self, Value key, size_t *index) {
    int64_t at;
    if (!is_int(key) && !value_type(vm, key)->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "sequence index must be integer, not '%T'", key), false;
    if (!op_index_int64(vm, key, &at, false)) {
        if (error_matches(vm, vm->types.OverflowError)) error_clear(vm), raise_index_error(vm, "cannot fit '%T' into an index-sized integer", key);
        return false;
    }
    const Deque *d = as_deque(self);
    if (at < 0) at += (int64_t)d->count;
    if (at < 0 || (size_t)at >= d->count) return raise_index_error(vm, "deque index out of range"), false;
    *index = (size_t)at;
    return true;
}
static Value deque_get_item(VM *vm, Value self, Value key) {
    size_t index;
    return deque_index_of(vm, self, key, &index) ? *place(as_deque(self), index) : VALUE_ERROR;
}

// The `count` items from `from` on go one place to the left or to the right.
static void shift_left(Deque *d, size_t from, size_t count) {
    if (count && place(d, from - 1) + count == place(d, from + count - 1)) memmove(place(d, from - 1), place(d, from), count * sizeof(Value));
    else
        for (size_t i = from; i < from + count; i++) *place(d, i - 1) = *place(d, i);
}
static void shift_right(Deque *d, size_t from, size_t count) {
    if (count && place(d, from) + count == place(d, from + count)) memmove(place(d, from + 1), place(d, from), count * sizeof(Value));
    else
        for (size_t i = from + count; i > from; i--) *place(d, i) = *place(d, i - 1);
}
static void remove_at(VM *vm, Deque *d, size_t index) {
    if (index < d->count / 2) {
        shift_right(d, 0, index);
        take_left(vm, d);
    } else {
        shift_left(d, index + 1, d->count - index - 1);
        take_right(vm, d);
    }
}
static bool deque_set_item(VM *vm, Value self, Value key, Value value) {
    size_t index;
    if (!deque_index_of(vm, self, key, &index)) return false;
    if (value == VALUE_UNBOUND) remove_at(vm, as_deque(self), index);
    else gc_store(vm, as_deque(self), place(as_deque(self), index), value);
    return true;
}

static Value raise_mutated(VM *vm, Type *type, const char *message) { return raise_error(vm, type, "%s", message); }

// Index of the first item in [from, to) equal to `value`; -1: none, -2 raised.
static int64_t find(VM *vm, Value self, Value value, size_t from, size_t to, Type *error, const char *message) {
    Deque *d = as_deque(self);
    uint64_t changes = d->changes;
    for (size_t i = from; i < to; i++) {
        Value item = *place(d, i);
        if (item == value) return (int64_t)i;
        if (both_small_ints(item, value) || (is_exactly(item, vm->types.str) && is_exactly(value, vm->types.str) && !str_equal(as_str(item), as_str(value)))) continue;
        root_push(vm, item);
        int equal = op_equal(vm, item, value);
        vm->roots_top--;
        if (equal < 0) return -2;
        if (d->changes != changes) return raise_mutated(vm, error, message), -2;
        if (equal) return (int64_t)i;
    }
    return -1;
}
static int deque_contains(VM *vm, Value self, Value value) {
    int64_t found = find(vm, self, value, 0, as_deque(self)->count, vm->types.RuntimeError, "deque mutated during iteration");
    return found == -2 ? -1 : found >= 0;
}

static Value deque_concat(VM *vm, Value left, Value right) {
    if (!is_deque(vm, left)) return VALUE_NOT_IMPLEMENTED;
    if (!is_deque(vm, right)) return raise_type_error(vm, "can only concatenate deque (not \"%T\") to deque", right);
    Value result = deque_copy(vm, left);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, result);
    bool good = extend(vm, as_deque(result), right, false);
    ROOT_END(vm);
    return good ? result : VALUE_ERROR;
}
static Value deque_inplace_concat(VM *vm, Value left, Value right) { return extend(vm, as_deque(left), right, false) ? left : VALUE_ERROR; }

static bool repeat(VM *vm, Deque *d, int64_t times) {
    size_t count = d->count, total;
    if (!count || times == 1) return true;
    if (times <= 0) return clear(vm, d), true;
    if (d->most >= 0) {
        for (int64_t i = 1; i < times && (i - 1) * (int64_t)count <= d->most; i++)
            for (size_t j = 0; j < count; j++)
                if (!add_right(vm, d, *place(d, d->count - count))) return false;
        return true;
    }
    if (__builtin_mul_overflow(count, (size_t)times, &total) || total > SIZE_MAX / 32) return raise_memory_error(vm), false;
    if (!reserve(vm, d, total)) return false;
    for (size_t i = count; i < total; i++) *place(d, i) = *place(d, i - count);
    d->count = total;
    d->changes++;
    return true;
}
static int repeat_times(VM *vm, Value right, int64_t *times) {
    if (!is_int(right) && !value_type(vm, right)->slots.unary[SLOT_INDEX]) return 0;
    return op_index_int64(vm, right, times, false) ? 1 : -1;
}
static Value deque_repeat(VM *vm, Value left, Value right) {
    int64_t times;
    if (!is_deque(vm, left)) {
        Value swap = left;
        left = right, right = swap;
    }
    int known = repeat_times(vm, right, &times);
    if (!known) return raise_type_error(vm, "can't multiply sequence by non-int of type '%T'", right);
    Value result = known < 0 ? VALUE_ERROR : deque_copy(vm, left);
    return result != VALUE_ERROR && repeat(vm, as_deque(result), times) ? result : VALUE_ERROR;
}
static Value deque_inplace_repeat(VM *vm, Value left, Value right) {
    int64_t times;
    int known = repeat_times(vm, right, &times);
    if (!known) return raise_type_error(vm, "can't multiply sequence by non-int of type '%T'", right);
    return known > 0 && repeat(vm, as_deque(left), times) ? left : VALUE_ERROR;
}

// By the first items that differ, else by length. Both may change meanwhile: then what is there still counts.
static Value deque_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_deque(vm, other)) return VALUE_NOT_IMPLEMENTED;
    const Deque *a = as_deque(self), *b = as_deque(other);
    if ((op == COMPARE_EQ || op == COMPARE_NE) && a->count != b->count) return from_bool(op == COMPARE_NE);
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        Value left = *place(a, i), right = *place(b, i);
        ROOT_SCOPE(vm);
        root_push(vm, left), root_push(vm, right);
        int equal = op_equal(vm, left, right);
        Value result = equal < 0 ? VALUE_ERROR : equal ? VALUE_UNBOUND : op == COMPARE_EQ ? VALUE_FALSE : op == COMPARE_NE ? VALUE_TRUE : op_compare(vm, left, right, op);
        ROOT_END(vm);
        if (result != VALUE_UNBOUND) return result;
    }
    size_t m = a->count, n = b->count;
    switch (op) {
    case COMPARE_EQ: return from_bool(m == n);
    case COMPARE_NE: return from_bool(m != n);
    case COMPARE_LT: return from_bool(m < n);
    case COMPARE_LE: return from_bool(m <= n);
    case COMPARE_GT: return from_bool(m > n);
    default: return from_bool(m >= n);
    }
}

// ---- iterators ---------------------------------------------------------------------------------------------------

typedef struct DequeIterator {
    Object head;
    Value deque;
    size_t left;
    uint64_t changes;
} DequeIterator;

static Value iterator_new(VM *vm, enum CollectionsType type, Value self) {
    DequeIterator *iterator = object_new(vm, collections_type(vm, type), sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->deque = self, iterator->left = as_deque(self)->count, iterator->changes = as_deque(self)->changes;
    return from_object(iterator);
}
static Value deque_iter(VM *vm, Value self) { return iterator_new(vm, COLLECTIONS_DEQUE_ITERATOR, self); }
static Value method_reversed(VM *vm, Value *args, uint32_t count) { return (void)count, iterator_new(vm, COLLECTIONS_DEQUE_REVERSE_ITERATOR, args[0]); }

bool deque_pieces(Value v, const Value *pieces[2], size_t counts[2]) {
    if (!is_object(v) || as_object(v)->shape->type->slots.iter != deque_iter) return false;
    const Deque *d = as_deque(v);
    size_t first = d->capacity - d->start < d->count ? d->capacity - d->start : d->count;
    pieces[0] = d->items + d->start, counts[0] = first;
    pieces[1] = d->items, counts[1] = d->count - first;
    return true;
}

static Value iterator_step(VM *vm, Value self, bool reversed) {
    DequeIterator *iterator = (DequeIterator *)as_object(self);
    const Deque *d = as_deque(iterator->deque);
    if (d->changes != iterator->changes) return iterator->left = 0, raise_mutated(vm, vm->types.RuntimeError, "deque mutated during iteration");
    if (!iterator->left) return VALUE_END;
    size_t left = iterator->left--;
    return *place(d, reversed ? left - 1 : d->count - left);
}
static Value iterator_next(VM *vm, Value self) { return iterator_step(vm, self, false); }
static Value reverse_iterator_next(VM *vm, Value self) { return iterator_step(vm, self, true); }
static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }
static void iterator_trace(VM *vm, Object *self) { gc_mark(vm, ((DequeIterator *)self)->deque); }
static Value iterator_hint(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, from_small_int((int64_t)((DequeIterator *)as_object(args[0]))->left); }
// (class, (deque, number of items passed))
static Value iterator_reduce_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const DequeIterator *iterator = (DequeIterator *)as_object(args[0]);
    Value arguments = tuple_pack(vm, 2, iterator->deque, from_small_int((int64_t)(as_deque(iterator->deque)->count - iterator->left)));
    return arguments == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(value_type(vm, args[0])), arguments);
}
static Value iterator_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    int64_t passed = 0;
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "%N() takes no keyword arguments", type);
    if (!count || count > 2) return raise_type_error(vm, "function takes at %s %u argument%s (%u given)", count ? "most" : "least", count ? 2 : 1, count ? "s" : "", count);
    if (!is_deque(vm, args[0])) return raise_type_error(vm, "argument 1 must be collections.deque, not %T", args[0]);
    if (count > 1 && !op_index_int64(vm, args[1], &passed, false)) return VALUE_ERROR;
    bool is_reverse = type == collections_type(vm, COLLECTIONS_DEQUE_REVERSE_ITERATOR);
    Value iterator = iterator_new(vm, is_reverse ? COLLECTIONS_DEQUE_REVERSE_ITERATOR : COLLECTIONS_DEQUE_ITERATOR, args[0]);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    size_t *left = &((DequeIterator *)as_object(iterator))->left;
    if (passed > 0) *left = (uint64_t)passed < *left ? *left - (size_t)passed : 0;
    return iterator;
}
static const NativeDef iterator_methods[] = {{"__length_hint__", {iterator_hint}, 0, 0, 0, NULL, DOC("Private method returning an estimate of len(list(it)).")},
                                             {"__reduce__", {iterator_reduce_method}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
                                             {0}};
#define DEQUE_ITERATOR(variable, text, step)                                                                                      \
    const TypeSpec variable = {.name = text, .layout = LAYOUT_OTHER, .size = sizeof(DequeIterator),                                  \
                               .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, step), SLOT(trace, iterator_trace), SLOT(construct, iterator_construct)), .methods = iterator_methods}
DEQUE_ITERATOR(deque_iterator_spec, "collections._deque_iterator", iterator_next);
DEQUE_ITERATOR(deque_reverse_iterator_spec, "collections._deque_reverse_iterator", reverse_iterator_next);

// ---- methods -----------------------------------------------------------------------------------------------------

static Value none_if(bool good) { return good ? VALUE_NONE : VALUE_ERROR; }
static Value method_append(VM *vm, Value *args, uint32_t count) { return (void)count, none_if(add_right(vm, as_deque(args[0]), args[1])); }
static Value method_appendleft(VM *vm, Value *args, uint32_t count) { return (void)count, none_if(add_left(vm, as_deque(args[0]), args[1])); }
static Value method_extend(VM *vm, Value *args, uint32_t count) { return (void)count, none_if(extend(vm, as_deque(args[0]), args[1], false)); }
static Value method_extendleft(VM *vm, Value *args, uint32_t count) { return (void)count, none_if(extend(vm, as_deque(args[0]), args[1], true)); }
static Value method_clear(VM *vm, Value *args, uint32_t count) { return (void)count, clear(vm, as_deque(args[0])), VALUE_NONE; }
static Value method_copy(VM *vm, Value *args, uint32_t count) { return (void)count, deque_copy(vm, args[0]); }
static Value method_pop(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return as_deque(args[0])->count ? take_right(vm, as_deque(args[0])) : raise_index_error(vm, "pop from an empty deque");
}
static Value method_popleft(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return as_deque(args[0])->count ? take_left(vm, as_deque(args[0])) : raise_index_error(vm, "pop from an empty deque");
}

static Value method_count(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Deque *d = as_deque(args[0]);
    uint64_t changes = d->changes;
    int64_t total = 0;
    for (size_t i = 0; i < d->count; i++) {
        Value item = *place(d, i);
        root_push(vm, item);
        int equal = op_equal(vm, item, args[1]);
        vm->roots_top--;
        if (equal < 0) return VALUE_ERROR;
        if (d->changes != changes) return raise_mutated(vm, vm->types.RuntimeError, "deque mutated during iteration");
        total += equal;
    }
    return from_small_int(total);
}

static Value method_index(VM *vm, Value *args, uint32_t count) {
    int64_t start = 0, stop = INT64_MAX;
    if (count > 2 && !sequence_position(vm, args[2], &start)) return VALUE_ERROR;
    if (count > 3 && !sequence_position(vm, args[3], &stop)) return VALUE_ERROR;
    int64_t size = (int64_t)as_deque(args[0])->count;
    if (start < 0 && (start += size) < 0) start = 0;
    if (stop < 0 && (stop += size) < 0) stop = 0;
    if (stop > size) stop = size;
    if (start > stop) start = stop;
    int64_t found = find(vm, args[0], args[1], (size_t)start, (size_t)stop, vm->types.RuntimeError, "deque mutated during iteration");
    if (found == -1) return raise_value_error(vm, "%R is not in deque", args[1]);
    return found < 0 ? VALUE_ERROR : from_small_int(found);
}

static Value method_insert(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t at;
    if (!op_index_int64(vm, args[1], &at, false)) return VALUE_ERROR;
    Deque *d = as_deque(args[0]);
    if ((int64_t)d->count == d->most) return raise_index_error(vm, "deque already at its maximum size");
    int64_t size = (int64_t)d->count;
    if (at < 0 && (at += size) < 0) at = 0;
    if (at > size) at = size;
    if (at < size / 2) {
        if (!add_left(vm, d, args[2])) return VALUE_ERROR;
        shift_left(d, 1, (size_t)at);
    } else {
        if (!add_right(vm, d, args[2])) return VALUE_ERROR;
        shift_right(d, (size_t)at, (size_t)(size - at));
    }
    gc_store(vm, d, place(d, (size_t)at), args[2]);
    return VALUE_NONE;
}

static Value method_remove(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t found = find(vm, args[0], args[1], 0, as_deque(args[0])->count, vm->types.IndexError, "deque mutated during iteration");
    if (found == -1) return raise_value_error(vm, "%R is not in deque", args[1]);
    if (found < 0) return VALUE_ERROR;
    remove_at(vm, as_deque(args[0]), (size_t)found);
    return VALUE_NONE;
}

static Value method_reverse(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    Deque *d = as_deque(args[0]);
    for (size_t i = 0, j = d->count; i + 1 < j; i++) {
        Value item = *place(d, i);
        *place(d, i) = *place(d, --j);
        *place(d, j) = item;
    }
    return VALUE_NONE;
}

// One item after another from end to end, the shorter way round.
static Value method_rotate(VM *vm, Value *args, uint32_t count) {
    int64_t n = 1;
    if (count > 1 && !op_index_int64(vm, args[1], &n, false)) return VALUE_ERROR;
    Deque *d = as_deque(args[0]);
    int64_t size = (int64_t)d->count;
    if (size < 2) return VALUE_NONE;
    n %= size;
    if (n > size / 2) n -= size;
    if (n < -(size / 2)) n += size;
    size_t mask = d->capacity - 1;
    for (; n > 0; n--) {
        Value item = *place(d, d->count - 1);
        d->start = (d->start - 1) & mask;
        d->items[d->start] = item;
    }
    for (; n < 0; n++) {
        Value item = d->items[d->start];
        d->start = (d->start + 1) & mask;
        *place(d, d->count - 1) = item;
    }
    d->changes++;
    return VALUE_NONE;
}

static Value method_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ROOT_SCOPE(vm);
    Value state = call_special(vm, args[0], vm->names.__getstate__, NULL, 0);
    if (state == VALUE_ERROR) return VALUE_ERROR;
    if (state == VALUE_UNBOUND) state = VALUE_NONE;
    root_push(vm, state);
    int64_t most = as_deque(args[0])->most;
    Value given = most < 0 ? vm->empty_tuple : tuple_pack(vm, 2, vm->empty_tuple, from_small_int(most)), iterator = given;
    if (given != VALUE_ERROR) {
        root_push(vm, given);
        iterator = op_iter(vm, args[0]);
    }
    ROOT_END(vm);
    return iterator == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 4, from_object(value_type(vm, args[0])), given, state, iterator);
}

static Value get_maxlen(VM *vm, Value self) { return as_deque(self)->most < 0 ? VALUE_NONE : int_from_int64(vm, as_deque(self)->most); }

static const NativeDef deque_methods[] = {
    {"append", {method_append}, 1, 1, 0, NULL, DOC("Add an element to the right side of the deque.")},
    {"appendleft", {method_appendleft}, 1, 1, 0, NULL, DOC("Add an element to the left side of the deque.")},
    {"clear", {method_clear}, 0, 0, 0, NULL, DOC("Remove all elements from the deque.")},
    {"copy", {method_copy}, 0, 0, 0, NULL, DOC("Return a shallow copy of a deque.")},
    {"__copy__", {method_copy}, 0, 0, 0, NULL, DOC("Return a shallow copy of a deque.")},
    {"count", {method_count}, 1, 1, 0, NULL, DOC("D.count(value) -- return number of occurrences of value")},
    {"extend", {method_extend}, 1, 1, 0, NULL, DOC("Extend the right side of the deque with elements from the iterable")},
    {"extendleft", {method_extendleft}, 1, 1, 0, NULL, DOC("Extend the left side of the deque with elements from the iterable")},
    {"index", {method_index}, 1, 3, 0, NULL, DOC("D.index(value, [start, [stop]]) -- return first index of value.\nRaises ValueError if the value is not present.")},
    {"insert", {method_insert}, 2, 2, 0, NULL, DOC("D.insert(index, object) -- insert object before index")},
    {"pop", {method_pop}, 0, 0, 0, NULL, DOC("Remove and return the rightmost element.")},
    {"popleft", {method_popleft}, 0, 0, 0, NULL, DOC("Remove and return the leftmost element.")},
    {"remove", {method_remove}, 1, 1, 0, NULL, DOC("D.remove(value) -- remove first occurrence of value.")},
    {"reverse", {method_reverse}, 0, 0, 0, NULL, DOC("D.reverse() -- reverse *IN PLACE*")},
    {"rotate", {method_rotate}, 0, 1, 0, NULL, DOC("Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left.")},
    {"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
    {"__reversed__", {method_reversed}, 0, 0, 0, NULL, DOC("D.__reversed__() -- return a reverse iterator over the deque")},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {0},
};
static const GetSetDef deque_getset[] = {{"maxlen", get_maxlen, NULL}, {0}};
const TypeSpec deque_spec = {
    .name = "collections.deque",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Deque),
    .flags = TYPE_SEQUENCE_PATTERN | TYPE_WEAKLY_REFERABLE,
    .slots = SLOTS(SLOT(repr, deque_repr), SLOT(hash, slot_hash_not_implemented), SLOT(compare, deque_compare), SLOT(length, deque_length), SLOT(get_item, deque_get_item),
              SLOT(set_item, deque_set_item), SLOT(contains, deque_contains), SLOT(iter, deque_iter), SLOT(construct, deque_construct), SLOT(initialize, deque_initialize),
              SLOT(trace, deque_trace), SLOT(binary[SLOT_ADD], deque_concat), SLOT(inplace[SLOT_ADD], deque_inplace_concat), SLOT(binary[SLOT_MULT], deque_repeat),
              SLOT(inplace[SLOT_MULT], deque_inplace_repeat)),
    .methods = deque_methods,
    .getset = deque_getset,
    .doc = TYPE_DOC("deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data accesses near its endpoints."),
};
