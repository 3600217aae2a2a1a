// enumerate, zip, map, filter, reversed, and the iterators of iter(function, sentinel) and of sequences (library reference,
// "Built-in Functions").
#include "runtime/type.h"
#include "runtime/builtins.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/memoryview.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/str.h"

bool iteration_ended(VM *vm) {
    if (!error_matches(vm, vm->types.StopIteration)) return false;
    error_clear(vm);
    return true;
}

Value iterator_reduce(VM *vm, const char *maker, Value source, Value state) {
    Str *name = str_intern(vm, maker, strlen(maker));
    Value function = name ? builtins_find(vm, name) : VALUE_ERROR;
    if (function == VALUE_ERROR) return VALUE_ERROR;
    if (function == VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "%s", maker);
    Value arguments = tuple_pack(vm, 1, source);
    if (arguments == VALUE_ERROR) return VALUE_ERROR;
    return state == VALUE_UNBOUND ? tuple_pack(vm, 2, function, arguments) : tuple_pack(vm, 3, function, arguments, state);
}

Value iterator_reduce_to_list(VM *vm, Value copy) {
    Value items = op_to_list(vm, copy);
    return items == VALUE_ERROR ? VALUE_ERROR : iterator_reduce(vm, "iter", items, VALUE_UNBOUND);
}

bool iterator_state(VM *vm, Value state, int64_t *index) {
    if (!is_int(state)) return raise_type_error(vm, "an integer is required"), false;
    return op_index_int64(vm, state, index, false);
}

static bool has_keywords(Value keyword_names) { return keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count; }
// Subclasses with an __init__ of their own may have keywords for it.
static bool refuse_keywords(VM *vm, Type *type, Type *base, const char *name, Value keyword_names) {
    if (!has_keywords(keyword_names) || type->slots.initialize != base->slots.initialize) return true;
    return raise_type_error(vm, "%s() takes no keyword arguments", name), false;
}
static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }

// ---- enumerate -----------------------------------------------------------------------------------------------------

typedef struct Enumerate {
    Object head;
    Value iterator, next_index;
} Enumerate;

static const char *const enumerate_parameters[] = {"iterable", "start"};

// Positional arguments, then keywords, into out[2].
static bool enumerate_arguments(VM *vm, const Value *args, uint32_t count, Value keyword_names, Value out[2]) {
    size_t keywords = has_keywords(keyword_names) ? as_tuple(keyword_names)->count : 0;
    if (count + keywords > 2) return raise_type_error(vm, "enumerate() takes at most 2 arguments (%zu given)", count + keywords), false;
    for (uint32_t i = 0; i < 2; i++) out[i] = i < count ? args[i] : VALUE_UNBOUND;
    for (size_t i = 0; i < keywords; i++) {
        Str *name = as_str(as_tuple(keyword_names)->items[i]);
        uint32_t at = 0;
        while (at < 2 && !str_equals_cstring(name, enumerate_parameters[at])) at++;
        if (at == 2 || at < count) return raise_type_error(vm, "'%U' is an invalid keyword argument for enumerate()", name), false;
        out[at] = args[count + i];
    }
    if (out[0] != VALUE_UNBOUND) return true;
    if (out[1] != VALUE_UNBOUND) return raise_type_error(vm, "'start' is an invalid keyword argument for enumerate()"), false;
    return raise_type_error(vm, "enumerate() missing required argument 'iterable'"), false;
}

static Value enumerate_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2];
    if (!enumerate_arguments(vm, args, count, keyword_names, given)) return VALUE_ERROR;
    Value start = given[1] == VALUE_UNBOUND ? from_small_int(0) : op_index(vm, given[1]);
    if (start == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, start);
    Value iterator = op_iter(vm, given[0]);
    ROOT_END(vm);
    Enumerate *e = iterator == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *e);
    if (!e) return VALUE_ERROR;
    e->iterator = iterator;
    e->next_index = start;
    return from_object(e);
}

static int enumerate_next_items(VM *vm, Value self, Value *items, uint32_t count) {
    if (count != 2) return 2;
    Enumerate *e = (Enumerate *)as_object(self);
    Value item = op_next(vm, e->iterator);
    if (item == VALUE_END || item == VALUE_ERROR) return item == VALUE_END ? 0 : -1;
    Value index = e->next_index, next = is_small_int(index) && index != from_small_int(INT_SMALL_MAX) ? index + 2 : int_binary(vm, SLOT_ADD, index, from_small_int(1));
    if (next == VALUE_ERROR) return -1;
    gc_store(vm, e, &e->next_index, next);
    items[0] = index;
    items[1] = item;
    return 1;
}

static Value enumerate_next(VM *vm, Value self) {
    Enumerate *e = (Enumerate *)as_object(self);
    Value item = op_next(vm, e->iterator);
    if (item == VALUE_END || item == VALUE_ERROR) return item;
    Value index = e->next_index, next = int_binary(vm, SLOT_ADD, index, from_small_int(1));
    if (next == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, e, &e->next_index, next);
    return tuple_pack(vm, 2, index, item);
}
static void enumerate_trace(VM *vm, Object *self) { gc_mark(vm, ((Enumerate *)self)->iterator), gc_mark(vm, ((Enumerate *)self)->next_index); }

static Value enumerate_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Enumerate *e = (Enumerate *)as_object(args[0]);
    Value arguments = tuple_pack(vm, 2, e->iterator, e->next_index);
    return arguments == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(value_type(vm, args[0])), arguments);
}
static const NativeDef enumerate_methods[] = {{"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
                                              {"__reduce__", {enumerate_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
                                              {0}};
const TypeSpec enumerate_spec = {
    .name = "enumerate",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Enumerate),
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, enumerate_next), SLOT(next_items, enumerate_next_items), SLOT(construct, enumerate_construct), SLOT(trace, enumerate_trace)),
    .methods = enumerate_methods,
    .doc = TYPE_DOC("Return an enumerate object."),
};

// As op_next, for what takes items of lists most of the time.
static inline Value quick_next(VM *vm, Value iterator) {
    return is_exactly(iterator, vm->types.list_iterator) ? sequence_iterator_next((SequenceIterator *)as_object(iterator)) : op_next_inline(vm, iterator);
}

// ---- zip and map: a step on several iterators -----------------------------------------------------------------------

// A tuple of the iterators of args.
static Value iterators_of(VM *vm, const Value *args, uint32_t count) {
    ROOT_SCOPE(vm);
    Value iterators = tuple_new(vm, NULL, count);
    if (iterators == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, iterators);
    for (uint32_t i = 0; i < count; i++) {
        Value iterator = op_iter(vm, args[i]);
        if (iterator == VALUE_ERROR) {
            ROOT_END(vm);
            return VALUE_ERROR;
        }
        gc_store(vm, as_object(iterators), &as_tuple(iterators)->items[i], iterator);
    }
    ROOT_END(vm);
    return iterators;
}

typedef struct Zip {
    Object head;
    Value iterators; // tuple
    bool strict;
} Zip;

static Value zip_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    int strict = 0;
    for (size_t i = 0; has_keywords(keyword_names) && i < as_tuple(keyword_names)->count; i++) {
        Str *name = as_str(as_tuple(keyword_names)->items[i]);
        if (!str_equals_cstring(name, "strict")) return raise_type_error(vm, "'%U' is an invalid keyword argument for zip()", name);
        strict = op_truth(vm, args[count + i]);
        if (strict < 0) return VALUE_ERROR;
    }
    Value iterators = iterators_of(vm, args, count);
    Zip *zip = iterators == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *zip);
    if (!zip) return VALUE_ERROR;
    zip->iterators = iterators;
    zip->strict = strict;
    return from_object(zip);
}

static Value zip_mismatch(VM *vm, size_t argument, const char *how) {
    return raise_value_error(vm, argument == 2 ? "zip() argument %zu is %s than argument 1" : "zip() argument %zu is %s than arguments 1-%zu", argument, how, argument - 1);
}

// Iterator `short_one` of a strict zip has ended: so must the others.
static Value zip_check_ends(VM *vm, const Tuple *iterators, size_t short_one) {
    if (short_one) return zip_mismatch(vm, short_one + 1, "shorter");
    for (size_t i = 1; i < iterators->count; i++) {
        Value item = op_next(vm, iterators->items[i]);
        if (item == VALUE_ERROR) return VALUE_ERROR;
        if (item != VALUE_END) return zip_mismatch(vm, i + 1, "longer");
    }
    return VALUE_END;
}

bool zip_is_of_two(Value zip) { return as_tuple(((const Zip *)as_object(zip))->iterators)->count == 2; }

#ifndef TYPHON_CORE
#define NEXT_OF_PAIR quick_next
#else
#define NEXT_OF_PAIR op_next
#endif
int zip_next_pair(VM *vm, Value self, Value *first, Value *second) {
    const Zip *zip = (const Zip *)as_object(self);
    Tuple *iterators = as_tuple(zip->iterators);
    if (iterators->count != 2) return 2;
    ROOT_SCOPE(vm);
    root_push(vm, self);
    Value left = NEXT_OF_PAIR(vm, iterators->items[0]), right = VALUE_UNBOUND;
    bool has_left = left != VALUE_END && left != VALUE_ERROR, has_right = false;
    if (has_left) {
        root_push(vm, left);
        right = NEXT_OF_PAIR(vm, iterators->items[1]);
        has_right = right != VALUE_END && right != VALUE_ERROR;
    }
    Value outcome = has_right ? VALUE_NONE : has_left ? right : left;
    if (outcome == VALUE_END && zip->strict) outcome = zip_check_ends(vm, iterators, has_left);
    ROOT_END(vm);
    if (!has_right) return outcome == VALUE_END ? 0 : -1;
    *first = left;
    *second = right;
    return 1;
}

#ifndef TYPHON_CORE
size_t zip_ahead(const VM *vm, Value zip, const Value *items[2]) {
    const Tuple *iterators = as_tuple(((const Zip *)as_object(zip))->iterators);
    size_t ahead = SIZE_MAX;
    for (size_t i = 0; i < 2; i++) {
        Value iterator = iterators->count == 2 ? iterators->items[i] : VALUE_NONE;
        if (!is_exactly(iterator, vm->types.list_iterator) && !is_exactly(iterator, vm->types.tuple_iterator)) return 0;
        const SequenceIterator *place = (const SequenceIterator *)as_object(iterator);
        if (place->sequence == VALUE_UNBOUND) return 0;
        size_t count;
        items[i] = sequence_items(place->sequence, &count) + place->at;
        if (count <= place->at) return 0;
        if (count - place->at < ahead) ahead = count - place->at;
    }
    return iterators->items[0] == iterators->items[1] ? 0 : ahead;
}
void zip_skip(Value zip, size_t count) {
    const Tuple *iterators = as_tuple(((const Zip *)as_object(zip))->iterators);
    for (size_t i = 0; i < 2; i++) ((SequenceIterator *)as_object(iterators->items[i]))->at += count;
}
#endif

// The items are kept apart until all are there: those of a step that ends early are seen by nobody.
static int zip_next_items(VM *vm, Value self, Value *items, uint32_t count) {
    if (count == 2) return zip_next_pair(vm, self, items, items + 1);
    const Zip *zip = (const Zip *)as_object(self);
    Tuple *iterators = as_tuple(zip->iterators);
    if (iterators->count != count || !count) return 2;
    ROOT_SCOPE(vm);
    root_push(vm, self);
    Value row[NEXT_ITEMS_MOST], item = VALUE_NONE;
    uint32_t at = 0;
    for (; at < count; at++) {
        item = quick_next(vm, iterators->items[at]);
        if (item == VALUE_END || item == VALUE_ERROR) break;
        row[at] = item;
        if (is_object(item)) root_push(vm, item);
    }
    if (at == count) memcpy(items, row, count * sizeof *items);
    else if (item == VALUE_END && zip->strict) item = zip_check_ends(vm, iterators, at);
    ROOT_END(vm);
    return at == count ? 1 : item == VALUE_END ? 0 : -1;
}

static Value zip_next(VM *vm, Value self) {
    Zip *zip = (Zip *)as_object(self);
    Tuple *iterators = as_tuple(zip->iterators);
    if (!iterators->count) return VALUE_END;
    ROOT_SCOPE(vm);
    Value row = tuple_new(vm, NULL, iterators->count);
    if (row == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, self), root_push(vm, row);
    for (size_t i = 0; i < iterators->count; i++) {
        Value item = op_next(vm, iterators->items[i]);
        if (item == VALUE_END || item == VALUE_ERROR) {
            row = item == VALUE_END && zip->strict ? zip_check_ends(vm, iterators, i) : item;
            break;
        }
        gc_store(vm, as_object(row), &as_tuple(row)->items[i], item);
    }
    ROOT_END(vm);
    return row;
}
static void zip_trace(VM *vm, Object *self) { gc_mark(vm, ((Zip *)self)->iterators); }

static Value zip_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int strict = op_truth(vm, args[1]);
    if (strict < 0) return VALUE_ERROR;
    ((Zip *)as_object(args[0]))->strict = strict;
    return VALUE_NONE;
}
static Value zip_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Zip *zip = (Zip *)as_object(args[0]);
    Value type = from_object(value_type(vm, args[0]));
    return zip->strict ? tuple_pack(vm, 3, type, zip->iterators, VALUE_TRUE) : tuple_pack(vm, 2, type, zip->iterators);
}
static const NativeDef zip_methods[] = {{"__setstate__", {zip_setstate}, 1, 1, 0, NULL, DOC("Set state information for unpickling.")},
                                        {"__reduce__", {zip_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
                                        {0}};
const TypeSpec zip_spec = {
    .name = "zip",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Zip),
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, zip_next), SLOT(next_items, zip_next_items), SLOT(construct, zip_construct), SLOT(trace, zip_trace)),
    .methods = zip_methods,
    .doc = TYPE_DOC("zip(*iterables, strict=False) --> Yield tuples until an input is exhausted."),
};

typedef struct Map {
    Object head;
    Value function, iterators; // tuple
} Map;

static Value map_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!refuse_keywords(vm, type, vm->types.map, "map", keyword_names)) return VALUE_ERROR;
    if (count < 2) return raise_type_error(vm, "map() must have at least two arguments.");
    Value iterators = iterators_of(vm, args + 1, count - 1);
    Map *map = iterators == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *map);
    if (!map) return VALUE_ERROR;
    map->function = args[0];
    map->iterators = iterators;
    return from_object(map);
}

// int and str as the function, without a call; VALUE_UNBOUND: that takes one.
static Value quick_conversion(VM *vm, Value function, Value item) {
    if (function == from_object(vm->types.int_)) return is_small_int(item) ? item : is_exactly(item, vm->types.str) ? int_from_plain(as_str(item)) : VALUE_UNBOUND;
    if (function == from_object(vm->types.str)) return is_small_int(item) ? int_to_text(vm, item, 10) : is_exactly(item, vm->types.str) ? item : VALUE_UNBOUND;
    return VALUE_UNBOUND;
}
static Value map_next(VM *vm, Value self) {
    Map *map = (Map *)as_object(self);
    Tuple *iterators = as_tuple(map->iterators);
    if (iterators->count == 1) {
        Value item = quick_next(vm, iterators->items[0]);
        if (item == VALUE_END || item == VALUE_ERROR) return item;
        Value quick = quick_conversion(vm, map->function, item);
        return quick != VALUE_UNBOUND ? quick : call_value(vm, map->function, &item, 1);
    }
    ROOT_SCOPE(vm);
    root_push(vm, self);
    ptrdiff_t first = vm->roots_top - vm->roots;
    Value result = VALUE_UNBOUND;
    for (size_t i = 0; i < iterators->count && result == VALUE_UNBOUND; i++) {
        Value item = op_next(vm, iterators->items[i]);
        if (item == VALUE_END || item == VALUE_ERROR) result = item;
        else root_push(vm, item);
    }
    if (result == VALUE_UNBOUND && vm->roots_top - vm->roots != first + (ptrdiff_t)iterators->count) result = raise_memory_error(vm); // the root stack cannot grow
    if (result == VALUE_UNBOUND) result = call_value(vm, map->function, vm->roots_top - iterators->count, (uint32_t)iterators->count);
    ROOT_END(vm);
    return result;
}
static void map_trace(VM *vm, Object *self) { gc_mark(vm, ((Map *)self)->function), gc_mark(vm, ((Map *)self)->iterators); }
static Value map_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Map *map = (Map *)as_object(args[0]);
    size_t iterators = as_tuple(map->iterators)->count;
    Value arguments = tuple_new(vm, NULL, iterators + 1);
    if (arguments == VALUE_ERROR) return VALUE_ERROR;
    as_tuple(arguments)->items[0] = map->function;
    memcpy(as_tuple(arguments)->items + 1, as_tuple(map->iterators)->items, iterators * sizeof(Value));
    return tuple_pack(vm, 2, from_object(value_type(vm, args[0])), arguments);
}
static const NativeDef map_methods[] = {{"__reduce__", {map_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
const TypeSpec map_spec = {
    .name = "map",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Map),
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, map_next), SLOT(construct, map_construct), SLOT(trace, map_trace)),
    .methods = map_methods,
    .doc = TYPE_DOC("map(func, *iterables) --> map object"),
};

// ---- filter ----------------------------------------------------------------------------------------------------------

typedef struct Filter {
    Object head;
    Value function, iterator;
} Filter;

static Value filter_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!refuse_keywords(vm, type, vm->types.filter, "filter", keyword_names)) return VALUE_ERROR;
    if (count != 2) return raise_type_error(vm, "filter expected 2 arguments, got %u", count);
    Value iterator = op_iter(vm, args[1]);
    Filter *filter = iterator == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *filter);
    if (!filter) return VALUE_ERROR;
    filter->function = args[0];
    filter->iterator = iterator;
    return from_object(filter);
}

static Value filter_next(VM *vm, Value self) {
    Filter *filter = (Filter *)as_object(self);
    bool by_truth = filter->function == VALUE_NONE || filter->function == from_object(vm->types.bool_);
    if (by_truth) { // what is asked no script needs no root
        Value item;
        do {
            item = quick_next(vm, filter->iterator);
            if (is_small_int(item) && item != from_small_int(0)) return item;
            if (item == VALUE_END || item == VALUE_ERROR || (is_object(item) && !is_exactly(item, vm->types.str))) break;
        } while (!op_truth(vm, item));
        if (item == VALUE_END || item == VALUE_ERROR || !is_object(item) || is_exactly(item, vm->types.str)) return item;
        ROOT_SCOPE(vm);
        root_push(vm, self), root_push(vm, item);
        int truth = op_truth(vm, item);
        ROOT_END(vm);
        if (truth) return truth < 0 ? VALUE_ERROR : item;
    }
    ROOT_SCOPE(vm);
    root_push(vm, self);
    ptrdiff_t place = vm->roots_top - vm->roots;
    root_push(vm, VALUE_NONE);
    Value item;
    for (;;) {
        item = op_next(vm, filter->iterator);
        if (item == VALUE_END || item == VALUE_ERROR) break;
        vm->roots[place] = item;
        Value answer = by_truth ? item : call_value(vm, filter->function, &item, 1);
        int truth = answer == VALUE_ERROR ? -1 : op_truth(vm, answer);
        if (truth < 0) item = VALUE_ERROR;
        if (truth) break;
    }
    ROOT_END(vm);
    return item;
}
static void filter_trace(VM *vm, Object *self) { gc_mark(vm, ((Filter *)self)->function), gc_mark(vm, ((Filter *)self)->iterator); }
static Value filter_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Filter *filter = (Filter *)as_object(args[0]);
    Value arguments = tuple_pack(vm, 2, filter->function, filter->iterator);
    return arguments == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(value_type(vm, args[0])), arguments);
}
static const NativeDef filter_methods[] = {{"__reduce__", {filter_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
const TypeSpec filter_spec = {
    .name = "filter",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Filter),
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, filter_next), SLOT(construct, filter_construct), SLOT(trace, filter_trace)),
    .methods = filter_methods,
    .doc = TYPE_DOC("filter(function or None, iterable) --> filter object"),
};

// ---- sequences by index: iter(x) and reversed(x) of what has __getitem__ -------------------------------------------------

typedef struct IndexIterator {
    Object head;
    Value sequence; // VALUE_UNBOUND: exhausted
    int64_t index;  // of the next item
} IndexIterator;

static Value index_iterator_new(VM *vm, Type *type, Value sequence, int64_t index) {
    IndexIterator *iterator = object_new(vm, type, sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->sequence = sequence;
    iterator->index = index;
    return from_object(iterator);
}

bool reversed_take_text(VM *vm, Value iterator, Str **text, size_t *left) {
    IndexIterator *reversed = (IndexIterator *)as_object(iterator);
    if (!is_exactly(reversed->sequence, vm->types.str) || !str_is_ascii(as_str(reversed->sequence)) || reversed->index >= (int64_t)as_str(reversed->sequence)->length) return false;
    *text = as_str(reversed->sequence);
    *left = (size_t)(reversed->index + 1);
    reversed->sequence = VALUE_UNBOUND;
    return true;
}

Value memory_iterator_new(VM *vm, Value view) { return index_iterator_new(vm, vm->types.memory_iterator, view, 0); }
Value sequence_iterator_new(VM *vm, Value sequence) { return index_iterator_new(vm, vm->types.sequence_iterator, sequence, 0); }

static Value index_step(VM *vm, IndexIterator *iterator, int64_t by) {
    if (iterator->index < 0) iterator->sequence = VALUE_UNBOUND;
    if (iterator->sequence == VALUE_UNBOUND) return VALUE_END;
    if (is_exactly(iterator->sequence, vm->types.str) && (uint64_t)iterator->index < as_str(iterator->sequence)->length) {
        size_t at = (size_t)iterator->index;
        iterator->index += by;
        return str_char_at(vm, as_str(iterator->sequence), at);
    }
    if (iterator->index == INT64_MAX) return raise_overflow_error(vm, "iter index too large");
    Value index = int_from_int64(vm, iterator->index), item = index == VALUE_ERROR ? VALUE_ERROR : op_get_item(vm, iterator->sequence, index);
    if (item != VALUE_ERROR) {
        iterator->index += by;
        return item;
    }
    if (!error_matches(vm, vm->types.IndexError) && !error_matches(vm, vm->types.StopIteration)) return VALUE_ERROR;
    error_clear(vm);
    iterator->sequence = VALUE_UNBOUND;
    return VALUE_END;
}
static Value index_iterator_next(VM *vm, Value self) { return index_step(vm, (IndexIterator *)as_object(self), 1); }
static Value memory_iterator_next(VM *vm, Value self) {
    IndexIterator *iterator = (IndexIterator *)as_object(self);
    Value item = iterator->sequence == VALUE_UNBOUND || iterator->index < 0 ? VALUE_UNBOUND : memoryview_item(vm, iterator->sequence, iterator->index);
    if (item == VALUE_UNBOUND) return index_step(vm, iterator, 1);
    if (item != VALUE_ERROR) iterator->index++;
    return item;
}
static Value reversed_next(VM *vm, Value self) { return index_step(vm, (IndexIterator *)as_object(self), -1); }

static Value sequence_iterator_hint(VM *vm, Value *args, uint32_t count) {
    (void)count;
    IndexIterator *iterator = (IndexIterator *)as_object(args[0]);
    if (iterator->sequence == VALUE_UNBOUND) return from_small_int(0);
    if (!value_type(vm, iterator->sequence)->slots.length) return VALUE_NOT_IMPLEMENTED;
    int64_t length = op_length(vm, iterator->sequence);
    return length < 0 ? VALUE_ERROR : from_small_int(length > iterator->index ? length - iterator->index : 0);
}
static Value reversed_hint(VM *vm, Value *args, uint32_t count) {
    (void)count;
    IndexIterator *iterator = (IndexIterator *)as_object(args[0]);
    if (iterator->sequence == VALUE_UNBOUND || iterator->index < 0) return from_small_int(0);
    int64_t length = op_length(vm, iterator->sequence);
    return length < 0 ? VALUE_ERROR : from_small_int(length > iterator->index ? iterator->index + 1 : 0);
}
// (iter or the class, (sequence,), index); when exhausted (..., ((),)).
static Value index_iterator_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    IndexIterator *iterator = (IndexIterator *)as_object(args[0]);
    bool is_exhausted = iterator->sequence == VALUE_UNBOUND, is_forward = is_exactly(args[0], vm->types.sequence_iterator);
    Value sequence = is_exhausted ? vm->empty_tuple : iterator->sequence, index = is_exhausted ? VALUE_UNBOUND : int_from_int64(vm, iterator->index);
    if (is_forward) return iterator_reduce(vm, "iter", sequence, index);
    Value type = from_object(value_type(vm, args[0])), arguments = tuple_pack(vm, 1, sequence);
    if (arguments == VALUE_ERROR) return VALUE_ERROR;
    return is_exhausted ? tuple_pack(vm, 2, type, arguments) : tuple_pack(vm, 3, type, arguments, index);
}
static Value sequence_iterator_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t index;
    if (!iterator_state(vm, args[1], &index)) return VALUE_ERROR;
    ((IndexIterator *)as_object(args[0]))->index = index < 0 ? 0 : index;
    return VALUE_NONE;
}
static Value reversed_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t index;
    if (!iterator_state(vm, args[1], &index)) return VALUE_ERROR;
    IndexIterator *iterator = (IndexIterator *)as_object(args[0]);
    int64_t length = iterator->sequence == VALUE_UNBOUND ? 0 : op_length(vm, iterator->sequence);
    if (length < 0) return VALUE_ERROR;
    iterator->index = index < -1 ? -1 : index > length - 1 ? length - 1 : index;
    return VALUE_NONE;
}
static void index_iterator_trace(VM *vm, Object *self) { gc_mark(vm, ((IndexIterator *)self)->sequence); }

static Value reversed_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!refuse_keywords(vm, type, vm->types.reversed, "reversed", keyword_names)) return VALUE_ERROR;
    if (count != 1) return raise_type_error(vm, "reversed expected 1 argument, got %u", count);
    Value sequence = args[0];
    Type *sequence_type = value_type(vm, sequence);
    if (type_lookup(vm, sequence_type, vm->names.__reversed__) == VALUE_NONE) return raise_type_error(vm, "'%T' object is not reversible", sequence);
    Value result = call_special(vm, sequence, vm->names.__reversed__, NULL, 0);
    if (result != VALUE_UNBOUND) return result;
    if (!type_is_indexed(sequence_type)) return raise_type_error(vm, "'%T' object is not reversible", sequence);
    int64_t length = op_length(vm, sequence);
    return length < 0 ? VALUE_ERROR : index_iterator_new(vm, type, sequence, length - 1);
}

static const NativeDef sequence_iterator_methods[] = {
    {"__length_hint__", {sequence_iterator_hint}, 0, 0, 0, NULL, DOC(NULL)}, {"__setstate__", {sequence_iterator_setstate}, 1, 1, 0, NULL, DOC(NULL)},
    {"__reduce__", {index_iterator_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
const TypeSpec sequence_iterator_spec = {
    .name = "iterator",
    .layout = LAYOUT_OTHER,
    .size = sizeof(IndexIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, index_iterator_next), SLOT(trace, index_iterator_trace)),
    .methods = sequence_iterator_methods,
};
const TypeSpec memory_iterator_spec = {
    .name = "memory_iterator",
    .layout = LAYOUT_OTHER,
    .size = sizeof(IndexIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, memory_iterator_next), SLOT(trace, index_iterator_trace)),
    .methods = sequence_iterator_methods,
};
static const NativeDef reversed_methods[] = {
    {"__length_hint__", {reversed_hint}, 0, 0, 0, NULL, DOC(NULL)}, {"__setstate__", {reversed_setstate}, 1, 1, 0, NULL, DOC(NULL)},
    {"__reduce__", {index_iterator_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
const TypeSpec reversed_spec = {
    .name = "reversed",
    .layout = LAYOUT_OTHER,
    .size = sizeof(IndexIterator),
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, reversed_next), SLOT(construct, reversed_construct), SLOT(trace, index_iterator_trace)),
    .methods = reversed_methods,
    .doc = TYPE_DOC("Return a reverse iterator over the values of the given sequence."),
};

// ---- iter(function, sentinel) ----------------------------------------------------------------------------------------

typedef struct CallIterator {
    Object head;
    Value function, sentinel; // VALUE_UNBOUND: exhausted
} CallIterator;

Value call_iterator_new(VM *vm, Value function, Value sentinel) {
    CallIterator *iterator = object_new(vm, vm->types.call_iterator, sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->function = function;
    iterator->sentinel = sentinel;
    return from_object(iterator);
}

static Value call_iterator_next(VM *vm, Value self) {
    CallIterator *iterator = (CallIterator *)as_object(self);
    if (iterator->function == VALUE_UNBOUND) return VALUE_END;
    ROOT_SCOPE(vm);
    root_push(vm, self);
    Value item = call_value(vm, iterator->function, NULL, 0);
    int ended = item == VALUE_ERROR ? (iteration_ended(vm) ? 1 : -1) : 0;
    if (!ended && iterator->function == VALUE_UNBOUND) ended = 1; // the function has exhausted its own iterator
    if (!ended) {
        root_push(vm, item);
        ended = op_equal(vm, iterator->sentinel, item);
    }
    ROOT_END(vm);
    if (ended < 0) return VALUE_ERROR;
    if (ended) iterator->function = iterator->sentinel = VALUE_UNBOUND;
    return ended ? VALUE_END : item;
}
static void call_iterator_trace(VM *vm, Object *self) { gc_mark(vm, ((CallIterator *)self)->function), gc_mark(vm, ((CallIterator *)self)->sentinel); }
static Value call_iterator_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    CallIterator *iterator = (CallIterator *)as_object(args[0]);
    if (iterator->function == VALUE_UNBOUND) return iterator_reduce(vm, "iter", vm->empty_tuple, VALUE_UNBOUND);
    Value result = iterator_reduce(vm, "iter", iterator->function, VALUE_UNBOUND), arguments = tuple_pack(vm, 2, iterator->function, iterator->sentinel);
    if (result != VALUE_ERROR && arguments != VALUE_ERROR) as_tuple(result)->items[1] = arguments;
    return arguments == VALUE_ERROR ? VALUE_ERROR : result;
}
static const NativeDef call_iterator_methods[] = {{"__reduce__", {call_iterator_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
const TypeSpec call_iterator_spec = {
    .name = "callable_iterator",
    .layout = LAYOUT_OTHER,
    .size = sizeof(CallIterator),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, call_iterator_next), SLOT(trace, call_iterator_trace)),
    .methods = call_iterator_methods,
};
