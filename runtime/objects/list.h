#ifndef TYPHON_RUNTIME_LIST_H
#define TYPHON_RUNTIME_LIST_H
// list: a growing block of values. count <= capacity. tuple: values inline, immutable.
#include "runtime/vm.h"
typedef struct List {
    Object head;
    size_t count, capacity;
    Value *items; // heap block, NULL when capacity is 0
} List;
enum { LIST_SHRINKS_FROM = 16 }; // capacity
struct Tuple {
    Object head;
    size_t count;
    Value items[];
};
static inline bool is_list(Value v) { return is_layout(v, LAYOUT_LIST); }
static inline List *as_list(Value v) { return (List *)as_object(v); }
static inline bool is_tuple(Value v) { return is_layout(v, LAYOUT_TUPLE); }
static inline Tuple *as_tuple(Value v) { return (Tuple *)as_object(v); }
MAY_RAISE Value list_new(VM *vm, const Value *items, size_t count); // items NULL: capacity for `count`, but empty
MAY_RAISE bool list_reserve(VM *vm, List *list, size_t count); // room for `count` items in all
void list_trim(VM *vm, List *list); // gives back what a list that grew by guesses has too much
MAY_RAISE bool list_append(VM *vm, List *list, Value item);
MAY_RAISE bool list_insert(VM *vm, List *list, size_t at, Value item); // at the end where it is shorter
MAY_RAISE bool list_extend(VM *vm, List *list, Value iterable);
MAY_RAISE Value tuple_new(VM *vm, const Value *items, size_t count); // items NULL: filled with None
MAY_RAISE Value tuple_of_type(VM *vm, Type *type, const Value *items, size_t count); // type: tuple, or a class of tuples
MAY_RAISE Value tuple_pack(VM *vm, size_t count, ...);
// start, stop, step of a slice for a sequence of `length` items, clipped; *count items result. See slice.indices.
// In two steps, for a sequence whose length the bounds' __index__ may change: what the bounds say, then what that is for a length (the result:
// how many items).
MAY_RAISE bool slice_unpack(VM *vm, Value slice, int64_t *start, int64_t *stop, int64_t *step);
int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step);
MAY_RAISE bool slice_indices(VM *vm, Value slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step, int64_t *count);
typedef struct Slice {
    Object head;
    Value start, stop, step;
} Slice;
MAY_RAISE Value slice_new(VM *vm, Value start, Value stop, Value step);
// range: three ints; small_range tells that all fit int64 and gives the item count.
typedef struct Range {
    Object head;
    Value start, stop, step, length;
} Range;
static inline bool is_range(Value v) { return is_layout(v, LAYOUT_RANGE); }
bool range_is_small(const Range *range, int64_t *start, int64_t *stop, int64_t *step);
// Stable adaptive merge sort in place. key VALUE_NONE: none. The list is empty to others while sorting, as in CPython.
MAY_RAISE bool list_sort(VM *vm, List *list, Value key, bool reverse);
MAY_RAISE bool list_sort_called(VM *vm, List *list, Value key, bool reverse); // by a script: what dies is collected first where a limit is in the way
#endif
