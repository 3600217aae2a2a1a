// list: layout, the C interface of list.h, and the type. Sorting is in list_sort.c.
#include "base/utf8.h"
#include "runtime/modules/collections.h"
#include "runtime/objects/set.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/int.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/generator.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/str.h"
#include "runtime/objects/text.h"
#include "runtime/type.h"

// ---- storage -----------------------------------------------------------------------------------------------------

// Capacity for `count` items, growing by an eighth and a few, so that appending is linear in all.
bool list_reserve(VM *vm, List *list, size_t count) {
    if (count <= list->capacity) return true;
    if (count > SIZE_MAX / 32) return raise_memory_error(vm), false;
    size_t capacity = count + (count >> 3) + (count < 9 ? 3 : 6);
    if (!list->capacity && count > 8) capacity = count; // made at its final size
    Value *items = block_resize(vm, list->items, list->capacity * sizeof(Value), capacity * sizeof(Value));
    if (!items) return false;
    gc_store_grown(vm, list, &list->items, items);
    list->capacity = capacity;
    return true;
}

static void set_capacity(VM *vm, List *list, size_t capacity) {
    Value *items = block_resize(vm, list->items, list->capacity * sizeof(Value), capacity * sizeof(Value));
    if (items) gc_store_grown(vm, list, &list->items, items), list->capacity = capacity;
    else error_clear(vm); // it only would have saved memory
}
static void shrink(VM *vm, List *list) {
    if (list->count * 2 < list->capacity && list->capacity >= LIST_SHRINKS_FROM) set_capacity(vm, list, list->count + 4);
}
void list_trim(VM *vm, List *list) {
    if (list->capacity - list->count > list->count / 8 + 8) set_capacity(vm, list, list->count);
}

static List *list_alloc(VM *vm, Type *type) {
    List *list = object_new(vm, type, type->instance_size);
    if (list) memset((char *)list + sizeof(Object), 0, type_native_base(type)->instance_size - sizeof(Object)); // members of __slots__ stay as they are
    return list;
}

Value list_new(VM *vm, const Value *items, size_t count) {
    List *list = heap_alloc(vm->heap, sizeof *list);
    if (!list) return raise_memory_error(vm);
    list->head.shape = vm->types.list->root_shape;
    list->count = list->capacity = 0, list->items = NULL;
    if (count) {
        if (count > SIZE_MAX / 32) return raise_memory_error(vm);
        size_t capacity = count + (count & 1); // a block's size is a multiple of two items'
        if (!(list->items = block_new(vm, capacity * sizeof(Value)))) return VALUE_ERROR;
        list->capacity = capacity;
    }
    if (items && count) {
        memcpy(list->items, items, count * sizeof(Value));
        list->count = count;
    }
    return from_object(list);
}

static inline bool append(VM *vm, List *list, Value item) {
    if (list->count == list->capacity && !list_reserve(vm, list, list->count + 1)) return false;
    gc_store(vm, list, &list->items[list->count++], item);
    return true;
}
bool list_append(VM *vm, List *list, Value item) { return append(vm, list, item); }

static bool append_all(VM *vm, List *list, const Value *items, size_t count) {
    if (!list_reserve(vm, list, list->count + count)) return false;
    if (count) text_copy_long(list->items + list->count, items, count * sizeof *items);
    list->count += count;
    gc_wrote(vm, list);
    return true;
}

static bool append_characters(VM *vm, List *list, const Str *s) {
    if (!list_reserve(vm, list, list->count + s->length)) return false;
    for (const char *p = s->text, *end = p + s->size; p < end; p += utf8_size_of((unsigned char)*p)) {
        Value character = !(*p & 0x80) && vm->ascii_strings[(unsigned char)*p] ? vm->ascii_strings[(unsigned char)*p] : str_new_counted(vm, p, utf8_size_of((unsigned char)*p), 1);
        if (character == VALUE_ERROR) return false;
        list->items[list->count++] = character;
    }
    return true;
}
static bool append_reversed(VM *vm, List *list, const Str *s, size_t count) {
    if (!list_reserve(vm, list, list->count + count)) return false;
    while (count--) list->items[list->count++] = vm->ascii_strings[(unsigned char)s->text[count]];
    return true;
}
static bool append_entries(VM *vm, List *list, const Dict *dict, bool keys, bool values) {
    if (!list_reserve(vm, list, list->count + dict->used)) return false;
    for (size_t i = 0; i < dict->filled; i++) {
        DictEntry entry = dict->entries[i];
        if (entry.key == VALUE_UNBOUND) continue;
        Value item = !values ? entry.key : keys ? tuple_pack(vm, 2, entry.key, entry.value) : entry.value;
        if (item == VALUE_ERROR) return false;
        list->items[list->count++] = item;
    }
    return true;
}
static bool append_bytes(VM *vm, List *list, Value bytes) {
    const unsigned char *data;
    size_t size;
    if (!bytes_view(bytes, &data, &size) || !list_reserve(vm, list, list->count + size)) return false;
    for (size_t i = 0; i < size; i++) list->items[list->count++] = from_small_int(data[i]);
    return true;
}
// Of small ints only: 1 done, 0 it is not, -1 raised.
static int append_range(VM *vm, List *list, const Range *range) {
    int64_t item, stop, step;
    if (!is_small_int(range->length)) {
        if (int_to_int64(range->length, &item)) raise_memory_error(vm);
        else raise_overflow_error(vm, "Python int too large to convert to C ssize_t");
        return -1;
    }
    if (!range_is_small(range, &item, &stop, &step)) return 0;
    size_t length = (size_t)small_int(range->length), count = list->count;
    if (!length) return 1;
    if (length > SIZE_MAX / 32) return raise_memory_error(vm), -1;
    if (!list_reserve(vm, list, count + length)) return -1;
    Value *items = list->items + count, first = range->start, by = (Value)step << 1;
    for (size_t i = 0; i < length; i++) items[i] = first + i * by;
    list->count = count + length;
    return 1;
}
static bool append_set(VM *vm, List *list, const Set *set) {
    if (!list_reserve(vm, list, list->count + set->used)) return false;
    for (size_t at = 0; set_next(set, &at, &list->items[list->count]);) list->count++;
    return true;
}

// From a built-in container, whose iterator no script can change: 1 done, 0 it is none, -1 raised.
static int extend_from_container(VM *vm, List *list, Value v) {
    if (!is_object(v)) return 0;
    const Type *type = as_object(v)->shape->type;
    if (type == vm->types.range) return append_range(vm, list, (const Range *)as_object(v));
    Str *text;
    size_t left;
    bool good;
    if (type == vm->types.str) good = append_characters(vm, list, as_str(v));
    else if (type == vm->types.dict || type == vm->types.dict_keys) good = append_entries(vm, list, type == vm->types.dict ? as_dict(v) : dict_view_dict(v), true, false);
    else if (type == vm->types.dict_values || type == vm->types.dict_items) good = append_entries(vm, list, dict_view_dict(v), type == vm->types.dict_items, true);
    else if (type == vm->types.bytes || type == vm->types.bytearray) good = append_bytes(vm, list, v);
    else if (type == vm->types.set || type == vm->types.frozenset) good = append_set(vm, list, as_set(v));
    else if (type == vm->types.reversed && reversed_take_text(vm, v, &text, &left)) good = append_reversed(vm, list, text, left);
    else return 0;
    gc_wrote(vm, list);
    return good ? 1 : -1;
}

bool list_extend(VM *vm, List *list, Value iterable) {
    if (is_exactly(iterable, vm->types.tuple)) return append_all(vm, list, as_tuple(iterable)->items, as_tuple(iterable)->count);
    if (is_exactly(iterable, vm->types.list)) {
        size_t count = as_list(iterable)->count;
        if (!list_reserve(vm, list, list->count + count)) return false; // first: extending a list by itself moves its items
        return append_all(vm, list, as_list(iterable)->items, count);
    }
    int known = extend_from_container(vm, list, iterable);
    if (known) return known > 0;
    if (is_exactly(iterable, vm->types.list_iterator) || is_exactly(iterable, vm->types.tuple_iterator)) {
        SequenceIterator *rest = (SequenceIterator *)as_object(iterable);
        size_t count = 0;
        if (rest->sequence == VALUE_UNBOUND || rest->sequence == from_object(list)) goto step_by_step;
        const Value *items = sequence_items(rest->sequence, &count);
        if (rest->at < count && !append_all(vm, list, items + rest->at, count - rest->at)) return false;
        return rest->sequence = VALUE_UNBOUND, true;
    }
    if (is_exactly(iterable, vm->types.list_reverse_iterator)) {
        SequenceIterator *rest = (SequenceIterator *)as_object(iterable);
        size_t count = 0;
        if (rest->sequence == VALUE_UNBOUND || rest->sequence == from_object(list)) goto step_by_step;
        (void)sequence_items(rest->sequence, &count);
        if (rest->at > count) rest->at = 0; // it has become shorter: that ends it
        if (!list_reserve(vm, list, list->count + rest->at)) return false;
        const Value *items = sequence_items(rest->sequence, &count);
        while (rest->at) list->items[list->count++] = items[--rest->at];
        gc_wrote(vm, list);
        return rest->sequence = VALUE_UNBOUND, true;
    }
    const Value *pieces[2];
    size_t counts[2];
    if (deque_pieces(iterable, pieces, counts))
        return list_reserve(vm, list, list->count + counts[0] + counts[1]) && append_all(vm, list, pieces[0], counts[0]) && append_all(vm, list, pieces[1], counts[1]);
step_by_step:;
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, iterable);
    bool good = iterator != VALUE_ERROR;
    if (good) root_push(vm, iterator), good = op_ask_length_hint(vm, iterable);
    const Type *type = value_type(vm, iterable);
    int64_t length = good && type->slots.length && !(type->flags & TYPE_HEAP) ? type->slots.length(vm, iterable) : 0; // a deque's, a view's: no script's
    if (length < 0 && error_matches(vm, vm->types.TypeError)) error_clear(vm);
    else if (length < 0) good = false;
    else if (good && length) good = list_reserve(vm, list, list->count + (size_t)length);
    Feed feed = feed_of(vm, iterator);
    while (good) {
        Value item = feed_next(vm, &feed);
        if (item == VALUE_END) break;
        good = item != VALUE_ERROR && (list->count < list->capacity || list_reserve(vm, list, list->count + list->count / 2 + 8));
        if (good) gc_store(vm, list, &list->items[list->count++], item);
    }
    feed_park(vm, &feed);
    ROOT_END(vm);
    if (good) list_trim(vm, list);
    return good;
}

// ---- slots -------------------------------------------------------------------------------------------------------

static Value list_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    List *list = list_alloc(vm, type);
    return list ? from_object(list) : VALUE_ERROR;
}

static bool list_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    bool made_by_list = value_type(vm, self)->slots.construct == vm->types.list->slots.construct; // a __new__ of a subclass may have taken keywords
    if (made_by_list && keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "list() takes no keyword arguments"), false;
    if (count > 1) return raise_type_error(vm, "list expected at most 1 argument, got %u", count), false;
    as_list(self)->count = 0;
    return !count || list_extend(vm, as_list(self), args[0]);
}

static Value list_repr(VM *vm, Value self) { return sequence_repr(vm, self, "[", "]", "[...]"); }
static int64_t list_length(VM *vm, Value self) { return (void)vm, (int64_t)as_list(self)->count; }

// A bound's __index__ may change the list: they are asked before the list's length is.
static bool list_slice(VM *vm, const List *list, Value slice, int64_t *start, int64_t *stop, int64_t *step, int64_t *count) {
    if (!slice_unpack(vm, slice, start, stop, step)) return false;
    *count = slice_adjust((int64_t)list->count, start, stop, *step);
    return true;
}

// A key's __index__ may change the list: it is asked before the list's length is.
static bool list_index(VM *vm, const List *list, Value key, const char *out_of_range, size_t *index) {
    int64_t at;
    Value number = key;
    if (!is_int(key) && value_type(vm, key)->slots.unary[SLOT_INDEX]) {
        if ((number = op_index(vm, key)) == VALUE_ERROR) return false;
        if (!int_to_int64(number, &at)) return raise_index_error(vm, "cannot fit '%T' into an index-sized integer", key), false;
    }
    return sequence_index(vm, number, list->count, "list", out_of_range, index);
}

static Value list_get_item(VM *vm, Value self, Value key) {
    List *list = as_list(self);
    if (is_layout(key, LAYOUT_SLICE)) {
        int64_t start, stop, step, count;
        if (!list_slice(vm, list, key, &start, &stop, &step, &count)) return VALUE_ERROR;
        Value result = list_new(vm, step == 1 ? list->items + start : NULL, (size_t)count);
        if (result == VALUE_ERROR || step == 1) return result;
        Value *out = as_list(result)->items;
        const Value *from = list->items;
        for (int64_t i = 0; i < count; i++) out[i] = from[start + i * step]; // (the last step may lead anywhere)
        as_list(result)->count = (size_t)count;
        return result;
    }
    size_t index;
    return list_index(vm, list, key, "list index out of range", &index) ? list->items[index] : VALUE_ERROR;
}

// Replaces items [start, stop) by `count` values (which do not lie in this list).
static bool splice(VM *vm, List *list, size_t start, size_t stop, const Value *values, size_t count) {
    size_t removed = stop - start;
    if (count > removed && !list_reserve(vm, list, list->count + (count - removed))) return false;
    if (count != removed) {
        work_done_on_bytes(vm, (list->count - stop) * sizeof(Value));
        memmove(list->items + start + count, list->items + stop, (list->count - stop) * sizeof(Value));
        list->count = list->count - removed + count;
        gc_moved(vm, list);
    }
    for (size_t i = 0; i < count; i++) gc_store(vm, list, &list->items[start + i], values[i]);
    if (count < removed) shrink(vm, list);
    return true;
}

static bool set_slice(VM *vm, List *list, Value slice, Value value) {
    int64_t start, stop, step, count;
    ROOT_SCOPE(vm);
    Value values = VALUE_NONE;
    if (value != VALUE_UNBOUND) {
        bool as_it_is = is_exactly(value, vm->types.tuple) || (is_exactly(value, vm->types.list) && value != from_object(list));
        values = as_it_is ? value : op_iterated(vm, value);
        if (values == VALUE_ERROR) {
            if (error_matches(vm, vm->types.TypeError)) {
                error_clear(vm);
                Value step_value = ((Slice *)as_object(slice))->step;
                raise_type_error(vm, step_value == VALUE_NONE || step_value == from_small_int(1) ? "can only assign an iterable" : "must assign iterable to extended slice");
            }
            return false;
        }
        root_push(vm, values);
    }
    bool good = list_slice(vm, list, slice, &start, &stop, &step, &count);
    const Value *items = values == VALUE_NONE ? NULL : is_tuple(values) ? as_tuple(values)->items : as_list(values)->items;
    size_t given = values == VALUE_NONE ? 0 : is_tuple(values) ? as_tuple(values)->count : as_list(values)->count;
    if (good && step == 1) {
        if (stop < start) stop = start;
        good = splice(vm, list, (size_t)start, (size_t)stop, items, given);
    } else if (good && value != VALUE_UNBOUND) {
        if ((int64_t)given != count) {
            raise_value_error(vm, "attempt to assign sequence of size %zu to extended slice of size %zd", given, (ptrdiff_t)count);
            good = false;
        }
        Value *into = list->items;
        bool has_objects = false; // else the collector need not look at the list again
        for (int64_t i = 0; good && i < count; i++) into[start + i * step] = items[i], has_objects |= is_object(items[i]);
        if (has_objects) gc_wrote(vm, list);
    } else if (good && count) {
        if (step < 0) start += (count - 1) * step, step = -step;
        size_t kept = (size_t)start;
        int64_t next = start, left = count;
        for (size_t i = (size_t)start; i < list->count; i++) {
            if (left && (int64_t)i == next) next += --left ? step : 0; // the last step may lead anywhere
            else list->items[kept++] = list->items[i];
        }
        list->count = kept;
        gc_moved(vm, list);
        shrink(vm, list);
    }
    ROOT_END(vm);
    return good;
}

static bool list_set_item(VM *vm, Value self, Value key, Value value) {
    List *list = as_list(self);
    if (is_layout(key, LAYOUT_SLICE)) return set_slice(vm, list, key, value);
    size_t index;
    if (!list_index(vm, list, key, "list assignment index out of range", &index)) return false;
    if (value == VALUE_UNBOUND) return splice(vm, list, index, index + 1, NULL, 0);
    gc_store(vm, list, &list->items[index], value);
    return true;
}

static int list_contains(VM *vm, Value self, Value item) {
    int64_t at = sequence_find(vm, self, item, 0, INT64_MAX);
    return at == -2 ? -1 : at >= 0;
}

static Value list_compare(VM *vm, Value self, Value other, CompareOp op) {
    return is_list(self) && is_list(other) ? sequence_compare(vm, self, other, op) : VALUE_NOT_IMPLEMENTED;
}

static Value list_concat(VM *vm, Value left, Value right) {
    if (!is_list(left)) return VALUE_NOT_IMPLEMENTED;
    if (!is_list(right)) return raise_type_error(vm, "can only concatenate list (not \"%T\") to list", right);
    Value result = list_new(vm, NULL, as_list(left)->count + as_list(right)->count);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    List *list = as_list(result);
    return append_all(vm, list, as_list(left)->items, as_list(left)->count) && append_all(vm, list, as_list(right)->items, as_list(right)->count) ? result : VALUE_ERROR;
}

static Value list_repeat(VM *vm, Value left, Value right) {
    if (!is_list(left)) {
        Value swap = left;
        left = right, right = swap;
    }
    if (!sequence_repeat_number(vm, &right)) return VALUE_ERROR;
    size_t total, count = as_list(left)->count;
    int64_t times;
    int known = sequence_repeat_count(vm, right, count, NULL, &times, &total);
    if (known <= 0) return known < 0 ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    Value result = list_new(vm, NULL, total);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    List *list = as_list(result);
    sequence_fill(list->items, as_list(left)->items, count, total);
    list->count = total;
    return result;
}

static Value list_inplace_concat(VM *vm, Value left, Value right) { return list_extend(vm, as_list(left), right) ? left : VALUE_ERROR; }

static Value list_inplace_repeat(VM *vm, Value left, Value right) {
    List *list = as_list(left);
    if (!sequence_repeat_number(vm, &right)) return VALUE_ERROR;
    size_t total, count = list->count;
    int64_t times;
    int known = sequence_repeat_count(vm, right, count, NULL, &times, &total);
    if (known <= 0) return known < 0 ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    if (!list_reserve(vm, list, total)) return VALUE_ERROR;
    for (size_t i = count; i < total; i++) gc_store(vm, list, &list->items[i], list->items[i - count]);
    list->count = total;
    return left;
}

static void list_trace(VM *vm, Object *self) {
    List *list = (List *)self;
    gc_mark_block(vm, list->items);
    if (gc_defer(vm, self, list->count)) return;
    for (size_t i = 0; i < list->count; i++)
        if (is_object(list->items[i])) gc_mark(vm, list->items[i]);
}

// ---- methods -----------------------------------------------------------------------------------------------------

static Value method_append(VM *vm, Value *args, uint32_t count) { return (void)count, list_append(vm, as_list(args[0]), args[1]) ? VALUE_NONE : VALUE_ERROR; }
static Value method_extend(VM *vm, Value *args, uint32_t count) { return (void)count, list_extend(vm, as_list(args[0]), args[1]) ? VALUE_NONE : VALUE_ERROR; }
bool list_insert(VM *vm, List *list, size_t at, Value item) {
    if (at > list->count) at = list->count;
    return splice(vm, list, at, at, &item, 1);
}
static Value method_insert(VM *vm, Value *args, uint32_t count) {
    (void)count;
    List *list = as_list(args[0]);
    int64_t at;
    if (!op_index_int64(vm, args[1], &at, false)) return VALUE_ERROR;
    if (at < 0) at += (int64_t)list->count;
    size_t index = at < 0 ? 0 : (size_t)at > list->count ? list->count : (size_t)at;
    return splice(vm, list, index, index, &args[2], 1) ? VALUE_NONE : VALUE_ERROR;
}
static Value method_pop(VM *vm, Value *args, uint32_t count) {
    List *list = as_list(args[0]);
    Value key = count > 1 ? op_index(vm, args[1]) : from_small_int(-1);
    int64_t fits;
    if (key == VALUE_ERROR || !op_index_int64(vm, key, &fits, false)) return VALUE_ERROR;
    if (!list->count) return raise_index_error(vm, "pop from empty list");
    size_t index;
    if (!list_index(vm, list, key, "pop index out of range", &index)) return VALUE_ERROR;
    Value item = list->items[index];
    if (index == list->count - 1) list->count--, shrink(vm, list);
    else splice(vm, list, index, index + 1, NULL, 0);
    return item;
}
static Value method_remove(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t at = sequence_find(vm, args[0], args[1], 0, INT64_MAX);
    if (at == -2) return VALUE_ERROR;
    if (at < 0) return raise_value_error(vm, "list.remove(x): x not in list");
    List *list = as_list(args[0]);
    if ((size_t)at < list->count) splice(vm, list, (size_t)at, (size_t)at + 1, NULL, 0);
    return VALUE_NONE;
}
static Value method_index(VM *vm, Value *args, uint32_t count) { return sequence_index_method(vm, args, count, "list"); }
static Value method_count(VM *vm, Value *args, uint32_t count) { return (void)count, sequence_count_method(vm, args); }
static Value method_clear(VM *vm, Value *args, uint32_t count) {
    (void)count;
    List *list = as_list(args[0]);
    if (list->items) block_free(vm, list->items, list->capacity * sizeof(Value));
    list->items = NULL;
    list->count = list->capacity = 0;
    return VALUE_NONE;
}
static Value method_copy(VM *vm, Value *args, uint32_t count) { return (void)count, list_new(vm, as_list(args[0])->items, as_list(args[0])->count); }
static Value method_reverse(VM *vm, Value *args, uint32_t count) {
    (void)count;
    List *list = as_list(args[0]);
    gc_moved(vm, list);
    work_done_on_bytes(vm, list->count * sizeof(Value));
    for (size_t i = 0, j = list->count; i + 1 < j; i++) {
        Value item = list->items[i];
        list->items[i] = list->items[--j];
        list->items[j] = item;
    }
    return VALUE_NONE;
}
static Value method_sort(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int reverse = args[2] == VALUE_UNBOUND ? 0 : op_truth(vm, args[2]);
    if (reverse < 0) return VALUE_ERROR;
    return list_sort_called(vm, as_list(args[0]), args[1] == VALUE_UNBOUND ? VALUE_NONE : args[1], reverse) ? VALUE_NONE : VALUE_ERROR;
}

static const NativeDef list_methods[] = {
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {"append", {method_append}, 1, 1, NATIVE_APPEND, NULL, DOC("Append object to the end of the list.")},
    {"extend", {method_extend}, 1, 1, 0, NULL, DOC("Extend list by appending elements from the iterable.")},
    {"insert", {method_insert}, 2, 2, 0, NULL, DOC("Insert object before index.")},
    {"pop", {method_pop}, 0, 1, NATIVE_POP, NULL, DOC("Remove and return item at index (default last).")},
    {"remove", {method_remove}, 1, 1, 0, NULL, DOC("Remove first occurrence of value.")},
    {"index", {method_index}, 1, 3, 0, NULL, DOC("Return first index of value.")},
    {"count", {method_count}, 1, 1, 0, NULL, DOC("Return number of occurrences of value.")},
    {"clear", {method_clear}, 0, 0, 0, NULL, DOC("Remove all items from list.")},
    {"copy", {method_copy}, 0, 0, 0, NULL, DOC("Return a shallow copy of the list.")},
    {"reverse", {method_reverse}, 0, 0, 0, NULL, DOC("Reverse *IN PLACE*.")},
    {"sort", {method_sort}, 0, 0, 0, "* key reverse", DOC("Sort the list in ascending order and return None.")},
    {"__reversed__", {sequence_reversed_method}, 0, 0, 0, NULL, DOC("Return a reverse iterator over the list.")},
    {0},
};

const TypeSpec list_spec = {
    .name = "list",
    .layout = LAYOUT_LIST,
    .size = sizeof(List),
    .flags = TYPE_SEQUENCE_PATTERN,
    .slots = SLOTS(SLOT(repr, list_repr), SLOT(compare, list_compare), SLOT(length, list_length), SLOT(get_item, list_get_item), SLOT(set_item, list_set_item), SLOT(contains, list_contains),
              SLOT(iter, sequence_iter), SLOT(construct, list_construct), SLOT(initialize, list_initialize), SLOT(trace, list_trace), SLOT(binary[SLOT_ADD], list_concat),
              SLOT(binary[SLOT_MULT], list_repeat), SLOT(inplace[SLOT_ADD], list_inplace_concat), SLOT(inplace[SLOT_MULT], list_inplace_repeat)),
    .methods = list_methods,
    .doc = TYPE_DOC("Built-in mutable sequence."),
};
