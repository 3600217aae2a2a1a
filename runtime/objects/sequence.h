// What list and tuple do alike: indexes, searching, comparing, showing, iterating.
#ifndef TYPHON_RUNTIME_SEQUENCE_H
#define TYPHON_RUNTIME_SEQUENCE_H
#include "runtime/objects/list.h"
// The items of a list or tuple at this moment.
static inline const Value *sequence_items(Value v, size_t *count) {
    if (is_list(v)) return *count = as_list(v)->count, as_list(v)->items;
    return *count = as_tuple(v)->count, as_tuple(v)->items;
}
// Index from anything with __index__, negative ones from the end; IndexError `out_of_range` or "X indices must be integers or slices, not Y".
MAY_RAISE bool sequence_index(VM *vm, Value key, size_t count, const char *type_name, const char *out_of_range, size_t *index);
// First index in [start, stop) whose item equals `item`; -1 none, -2 raised. The sequence may change meanwhile.
MAY_RAISE int64_t sequence_find(VM *vm, Value sequence, Value item, int64_t start, int64_t stop);
MAY_RAISE Value sequence_compare(VM *vm, Value left, Value right, CompareOp op);
MAY_RAISE Value sequence_repr(VM *vm, Value self, const char *open, const char *close, const char *inside_itself);
// A number of repetitions given by an object with __index__ becomes its int: before the sequence is looked at, since the script may change it.
MAY_RAISE bool sequence_repeat_number(VM *vm, Value *right);
// `right` as a repetition count of `count` items: 1, 0: not an int (decline), -1 raised. *total = items of the result. too_long: the words of the OverflowError for
// more than there can be in any memory (NULL: a MemoryError).
MAY_RAISE int sequence_repeat_count(VM *vm, Value right, size_t count, const char *too_long, int64_t *times, size_t *total);
// An argument of index(): where to start or stop.
MAY_RAISE bool sequence_position(VM *vm, Value v, int64_t *out);
MAY_RAISE Value sequence_index_method(VM *vm, Value *args, uint32_t count, const char *type_name);
MAY_RAISE Value sequence_count_method(VM *vm, Value *args);
// list_iterator, tuple_iterator, and the reversed one.
typedef struct SequenceIterator {
    Object head;
    Value sequence; // VALUE_UNBOUND when exhausted
    size_t at;      // next item; reversed: one above it
} SequenceIterator;
MAY_RAISE Value sequence_iter(VM *vm, Value self);
static inline Value sequence_iterator_next(SequenceIterator *iterator) {
    if (iterator->sequence == VALUE_UNBOUND) return VALUE_END;
    size_t count;
    const Value *items = sequence_items(iterator->sequence, &count);
    if (iterator->at < count) return items[iterator->at++];
    return iterator->sequence = VALUE_UNBOUND, VALUE_END;
}
// `count` items again and again, to `total`, a multiple of it.
static inline void sequence_fill(Value *out, const Value *items, size_t count, size_t total) {
    if (count == 1) {
        for (size_t i = 0; i < total; i++) out[i] = *items;
        return;
    }
    if (total) memcpy(out, items, count * sizeof *out);
    for (size_t done = count, some; done < total; done += some) {
        some = done < total - done ? done : total - done;
        memcpy(out + done, out, some * sizeof *out);
    }
}
MAY_RAISE Value sequence_reversed_method(VM *vm, Value *args, uint32_t count);
#endif
