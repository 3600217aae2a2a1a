// Views of a dict (keys, values, items), its iterators, and mappingproxy.
#include "runtime/modules/collections.h"
#include "runtime/type.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/set.h"

// ---- repr of containers in themselves ---------------------------------------------------------------------------------

// A marked pair on the root stack: VALUE_SHOWN and the container. Nothing else pushes VALUE_SHOWN, so a search downwards finds exactly what repr_enter put there.
int repr_enter(VM *vm, Value container) {
    if (c_stack_exhausted_in(vm, " while getting the repr of an object") || !work(vm, 1 + (uint64_t)(vm->roots_top - vm->roots) / 4)) return -1;
    for (Value *p = vm->roots_top; p - vm->roots >= 2; p--)
        if (p[-1] == container && p[-2] == VALUE_SHOWN) return 0;
    root_push(vm, VALUE_SHOWN);
    root_push(vm, container);
    if (vm->roots_top[-2] == VALUE_SHOWN) return 1;
    return raise_memory_error(vm), -1; // the root stack cannot grow: the first of them has been overwritten
}
void repr_leave(VM *vm, Value container) {
    for (Value *p = vm->roots_top; p - vm->roots >= 2; p--) {
        if (p[-1] != container || p[-2] != VALUE_SHOWN) continue;
        vm->roots_top = p - 2;
        return;
    }
    // Not there: the root stack could not grow, and what was pushed since has overwritten it.
}

// ---- iterators ---------------------------------------------------------------------------------------------------

typedef struct DictIterator {
    Object head;
    Dict *dict; // NULL when exhausted
    size_t at;  // next entry (reversed: the one after it)
    size_t used;
    uint32_t keys_version;
    uint8_t kind, reversed;
} DictIterator;

static Type *iterator_type(VM *vm, const Dict *dict, DictIteration kind, bool reversed) {
    Type *type = object_type(&dict->head);
    if (type != vm->types.dict && type_native_base(type)->spec == &ordered_dict_spec) return vm->types.odict_iterator;
    if (kind == DICT_ITERATE_KEYS) return reversed ? vm->types.dict_reverse_iterator : vm->types.dict_iterator;
    if (kind == DICT_ITERATE_VALUES) return reversed ? vm->types.dict_reverse_value_iterator : vm->types.dict_value_iterator;
    return reversed ? vm->types.dict_reverse_item_iterator : vm->types.dict_item_iterator;
}

Value dict_iterator_new(VM *vm, Dict *dict, DictIteration kind, bool reversed) {
    DictIterator *iterator = object_new(vm, iterator_type(vm, dict, kind, reversed), sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->dict = dict;
    iterator->at = reversed ? dict->filled : 0;
    iterator->used = dict->used;
    iterator->keys_version = dict->keys_version;
    iterator->kind = (uint8_t)kind;
    iterator->reversed = reversed;
    return from_object(iterator);
}

static Value iterator_next(VM *vm, Value self) {
    DictIterator *iterator = (DictIterator *)as_object(self);
    Dict *dict = iterator->dict;
    if (!dict) return VALUE_END;
    if (dict->used != iterator->used) {
        iterator->used = SIZE_MAX; // and so it stays
        return raise_error(vm, vm->types.RuntimeError, "dictionary changed size during iteration");
    }
    if (dict->keys_version != iterator->keys_version) return raise_error(vm, vm->types.RuntimeError, "dictionary keys changed during iteration");
    DictEntry *entry = NULL;
    if (iterator->reversed) {
        while (iterator->at && (entry = &dict->entries[--iterator->at])->key == VALUE_UNBOUND) entry = NULL;
    } else {
        if (iterator->at < dict_first(dict)) iterator->at = dict_first(dict);
        while (iterator->at < dict->filled && (entry = &dict->entries[iterator->at++])->key == VALUE_UNBOUND) entry = NULL;
    }
    if (!entry) {
        iterator->dict = NULL;
        return VALUE_END;
    }
    return iterator->kind == DICT_ITERATE_KEYS ? entry->key : iterator->kind == DICT_ITERATE_VALUES ? entry->value : tuple_pack(vm, 2, entry->key, entry->value);
}

static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }
static void iterator_trace(VM *vm, Object *self) { gc_mark_object(vm, ((DictIterator *)self)->dict); }
static Value iterator_hint(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    DictIterator *iterator = (DictIterator *)as_object(args[0]);
    size_t left = 0;
    if (iterator->dict && iterator->dict->used == iterator->used) {
        size_t from = iterator->reversed ? 0 : iterator->at, to = iterator->reversed ? iterator->at : iterator->dict->filled;
        for (size_t i = from; i < to; i++) left += iterator->dict->entries[i].key != VALUE_UNBOUND;
    }
    return from_small_int((int64_t)left);
}
static Value iterator_reduce_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const DictIterator *iterator = (DictIterator *)as_object(args[0]);
    DictIterator *copy = object_new(vm, value_type(vm, args[0]), sizeof *copy);
    if (!copy) return VALUE_ERROR;
    *copy = *iterator;
    return iterator_reduce_to_list(vm, from_object(copy));
}
static const NativeDef iterator_methods[] = {{"__length_hint__", {iterator_hint}, 0, 0, 0, NULL, DOC("Private method returning an estimate of len(list(it)).")},
                                             {"__reduce__", {iterator_reduce_method}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
                                             {0}};
#define ITERATOR_SPEC(spec_name, type_name)                                              \
    const TypeSpec spec_name = {                                                         \
        .name = type_name,                                                               \
        .layout = LAYOUT_OTHER,                                                          \
        .size = sizeof(DictIterator),                                                    \
        .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,                                       \
        .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, iterator_next), SLOT(trace, iterator_trace)), \
        .methods = iterator_methods,                                                     \
    }
ITERATOR_SPEC(dict_iterator_spec, "dict_keyiterator");
ITERATOR_SPEC(odict_iterator_spec, "odict_iterator");
ITERATOR_SPEC(dict_value_iterator_spec, "dict_valueiterator");
ITERATOR_SPEC(dict_item_iterator_spec, "dict_itemiterator");
ITERATOR_SPEC(dict_reverse_iterator_spec, "dict_reversekeyiterator");
ITERATOR_SPEC(dict_reverse_value_iterator_spec, "dict_reversevalueiterator");
ITERATOR_SPEC(dict_reverse_item_iterator_spec, "dict_reverseitemiterator");

// ---- views -------------------------------------------------------------------------------------------------------

typedef struct DictView {
    Object head;
    Dict *dict;
} DictView;
static Dict *viewed(Value view) { return ((DictView *)as_object(view))->dict; }
Dict *dict_view_dict(Value view) { return viewed(view); }

Value dict_view_new(VM *vm, Dict *dict, Type *type) {
    DictView *view = object_new(vm, type, sizeof *view);
    if (!view) return VALUE_ERROR;
    view->dict = dict;
    return from_object(view);
}

static DictIteration kind_of(VM *vm, Value view) {
    Type *type = value_type(vm, view);
    if (type->base != vm->types.object) type = type->base; // OrderedDict's
    return type == vm->types.dict_keys ? DICT_ITERATE_KEYS : type == vm->types.dict_values ? DICT_ITERATE_VALUES : DICT_ITERATE_ITEMS;
}

static int64_t view_length(VM *vm, Value self) { return (void)vm, (int64_t)viewed(self)->used; }
static Value view_iter(VM *vm, Value self) { return dict_iterator_new(vm, viewed(self), kind_of(vm, self), false); }
static Value view_reversed(VM *vm, Value *args, uint32_t count) { return (void)count, dict_iterator_new(vm, viewed(args[0]), kind_of(vm, args[0]), true); }
static void view_trace(VM *vm, Object *self) { gc_mark_object(vm, ((DictView *)self)->dict); }

static Value view_repr(VM *vm, Value self) {
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered < 0 ? VALUE_ERROR : str_from_cstring(vm, "...");
    Value list = op_to_list(vm, self), text = VALUE_ERROR;
    if (list != VALUE_ERROR) {
        root_push(vm, list);
        text = op_repr(vm, list);
    }
    repr_leave(vm, self);
    return text == VALUE_ERROR ? VALUE_ERROR : str_from_format(vm, "%T(%U)", self, as_str(text));
}

static int keys_contain(VM *vm, Value self, Value key) {
    Value value = dict_get(vm, viewed(self), key);
    return value == VALUE_ERROR ? -1 : value != VALUE_UNBOUND;
}
static int items_contain(VM *vm, Value self, Value item) {
    if (!is_tuple(item) || as_tuple(item)->count != 2) return 0;
    Value value = dict_get(vm, viewed(self), as_tuple(item)->items[0]);
    if (value == VALUE_ERROR || value == VALUE_UNBOUND) return value == VALUE_ERROR ? -1 : 0;
    return op_equal(vm, value, as_tuple(item)->items[1]);
}

static bool is_set_like(VM *vm, Value v) {
    const Type *type = value_type(vm, v);
    return is_set(v) || type_is_subtype(type, vm->types.dict_keys) || type_is_subtype(type, vm->types.dict_items);
}

// The views of keys of two dicts, or the same one, none of whose keys a script compares.
static bool are_plain_keys(VM *vm, Value a, Value b) {
    return is_exactly(a, vm->types.dict_keys) && is_exactly(b, vm->types.dict_keys) && !viewed(a)->hashes && !viewed(b)->hashes;
}
// Then of a key at place `at` of the first one, whether it is in the second; copies have it at the same place.
static bool holds_key(VM *vm, Dict *dict, Value key, size_t at) {
    return (at < dict->filled && dict->entries[at].key == key) || dict_get(vm, dict, key) != VALUE_UNBOUND;
}

// Every item of `a` is in `b`: 1, 0, -1.
static int all_contained(VM *vm, Value a, Value b) {
    if (are_plain_keys(vm, a, b)) {
        Value key, value;
        for (size_t at = 0; dict_next(viewed(a), &at, &key, &value);)
            if (!holds_key(vm, viewed(b), key, at - 1)) return 0;
        return 1;
    }
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, a);
    int answer = iterator == VALUE_ERROR ? -1 : 1;
    if (answer > 0) root_push(vm, iterator);
    while (answer > 0) {
        Value item = op_next(vm, iterator);
        if (item == VALUE_END) break;
        if (item != VALUE_ERROR) root_push(vm, item);
        answer = item == VALUE_ERROR ? -1 : op_contains(vm, b, item);
        if (item != VALUE_ERROR) vm->roots_top--;
    }
    ROOT_END(vm);
    return answer;
}

static Value view_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_set_like(vm, self) || !is_set_like(vm, other)) return VALUE_NOT_IMPLEMENTED;
    int64_t a = op_length(vm, self), b = op_length(vm, other);
    if (a < 0 || b < 0) return VALUE_ERROR;
    int answer = 0;
    switch (op) {
    case COMPARE_EQ: case COMPARE_NE: answer = a == b ? all_contained(vm, self, other) : 0; break;
    case COMPARE_LT: answer = a < b ? all_contained(vm, self, other) : 0; break;
    case COMPARE_LE: answer = a <= b ? all_contained(vm, self, other) : 0; break;
    case COMPARE_GT: answer = a > b ? all_contained(vm, other, self) : 0; break;
    case COMPARE_GE: answer = a >= b ? all_contained(vm, other, self) : 0; break;
    }
    return answer < 0 ? VALUE_ERROR : from_bool(op == COMPARE_NE ? !answer : answer);
}

// ---- operators: sets, made in the way (what is gone through, and what is looked up) that gives CPython's order

static bool is_set_view(VM *vm, Value v) { return is_set_like(vm, v) && !is_set(v); }
static bool is_items(VM *vm, Value v) { return type_is_subtype(value_type(vm, v), vm->types.dict_items); }

// Those of the items of `source` that are in `other`.
static Value common_items(VM *vm, Value source, Value other) {
    ROOT_SCOPE(vm);
    Value result = set_new(vm, vm->types.set, VALUE_UNBOUND), iterator = VALUE_ERROR;
    if (result != VALUE_ERROR && are_plain_keys(vm, source, other)) {
        ROOT_END(vm);
        Value key, value;
        for (size_t at = 0; dict_next(viewed(source), &at, &key, &value);)
            if (holds_key(vm, viewed(other), key, at - 1) && !set_add(vm, as_set(result), key)) return VALUE_ERROR;
        return result;
    }
    if (result != VALUE_ERROR) root_push(vm, result), iterator = op_iter(vm, source);
    bool good = iterator != VALUE_ERROR;
    if (good) root_push(vm, iterator);
    while (good) {
        Value item = op_next(vm, iterator);
        if (item == VALUE_END) break;
        if (!(good = item != VALUE_ERROR)) break;
        root_push(vm, item);
        int inside = op_contains(vm, other, item);
        good = inside >= 0 && (!inside || set_add(vm, as_set(result), item));
        vm->roots_top--;
    }
    ROOT_END(vm);
    return good ? result : VALUE_ERROR;
}

// The shorter one of a view and a set, or of two views, is gone through; of all others the other one.
static Value view_and(VM *vm, Value left, Value right) {
    if (!is_set_view(vm, left)) return view_and(vm, right, left);
    size_t length = viewed(left)->used;
    bool through_left = is_exactly(right, vm->types.set) || is_exactly(right, vm->types.frozenset) ? length <= as_set(right)->used
                                                                                                     : is_set_view(vm, right) && length < viewed(right)->used;
    return through_left ? common_items(vm, left, right) : common_items(vm, right, left);
}

// Two views of items: pairs of the right one that the left one has not, then those that are left of the left one.
static Value items_xor(VM *vm, Value left, Value right) {
    ROOT_SCOPE(vm);
    Dict *rest = dict_copy(vm, viewed(left));
    if (rest) root_push(vm, from_object(rest));
    Value result = rest ? set_new(vm, vm->types.set, VALUE_UNBOUND) : VALUE_ERROR, iterator = VALUE_ERROR;
    if (result != VALUE_ERROR) root_push(vm, result), iterator = op_iter(vm, right);
    bool good = iterator != VALUE_ERROR;
    if (good) root_push(vm, iterator);
    while (good) {
        Value pair = op_next(vm, iterator);
        if (pair == VALUE_END) break;
        if (!(good = pair != VALUE_ERROR)) break;
        root_push(vm, pair);
        Value value = dict_get(vm, rest, as_tuple(pair)->items[0]);
        int same = value == VALUE_ERROR ? -1 : value == VALUE_UNBOUND ? 0 : op_equal(vm, value, as_tuple(pair)->items[1]);
        if (same > 0) good = dict_delete(vm, rest, as_tuple(pair)->items[0]) >= 0;
        else good = same == 0 && set_add(vm, as_set(result), pair);
        vm->roots_top--;
    }
    if (good) good = (iterator = dict_view_new(vm, rest, vm->types.dict_items)) != VALUE_ERROR;
    if (good) root_push(vm, iterator), good = set_update(vm, as_set(result), iterator);
    ROOT_END(vm);
    return good ? result : VALUE_ERROR;
}

// The others begin with a set of what is on the left.
static Value view_operation(VM *vm, Value left, Value right, BinarySlot slot) {
    if (slot == SLOT_BITXOR && is_items(vm, left) && is_items(vm, right)) return items_xor(vm, left, right);
    ROOT_SCOPE(vm);
    bool of_dict = is_exactly(left, vm->types.dict_keys) && is_exactly(from_object(viewed(left)), vm->types.dict);
    Value result = set_new(vm, vm->types.set, of_dict ? from_object(viewed(left)) : left);
    bool good = result != VALUE_ERROR;
    if (good) {
        root_push(vm, result);
        good = slot == SLOT_BITOR ? set_update(vm, as_set(result), right) : slot == SLOT_SUB ? set_subtract(vm, result, right) : set_toggle(vm, result, right);
    }
    ROOT_END(vm);
    return good ? result : VALUE_ERROR;
}
static Value view_or(VM *vm, Value a, Value b) { return view_operation(vm, a, b, SLOT_BITOR); }
static Value view_xor(VM *vm, Value a, Value b) { return view_operation(vm, a, b, SLOT_BITXOR); }
static Value view_sub(VM *vm, Value a, Value b) { return view_operation(vm, a, b, SLOT_SUB); }

static Value view_isdisjoint(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, args[1]), result = iterator == VALUE_ERROR ? VALUE_ERROR : VALUE_TRUE;
    if (iterator != VALUE_ERROR) root_push(vm, iterator);
    while (result == VALUE_TRUE) {
        Value item = op_next(vm, iterator);
        if (item == VALUE_END) break;
        int inside = item == VALUE_ERROR ? -1 : op_contains(vm, args[0], item);
        if (inside) result = inside < 0 ? VALUE_ERROR : VALUE_FALSE;
    }
    ROOT_END(vm);
    return result;
}

Value mappingproxy_new(VM *vm, Value mapping); // attributes of classes: runtime/type.c

static Value view_mapping(VM *vm, Value self) { return mappingproxy_new(vm, from_object(viewed(self))); }
static const GetSetDef view_getset[] = {{"mapping", view_mapping, NULL}, {0}};
static const NativeDef set_view_methods[] = {{"isdisjoint", {view_isdisjoint}, 1, 1, 0, NULL, DOC(NULL)}, {"__reversed__", {view_reversed}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
static const NativeDef values_methods[] = {{"__reversed__", {view_reversed}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
#define SET_VIEW_SLOTS                                                                                                           \
    SLOT(repr, view_repr), SLOT(compare, view_compare), SLOT(length, view_length), SLOT(iter, view_iter), SLOT(trace, view_trace), \
    SLOT(binary[SLOT_BITAND], view_and), SLOT(binary[SLOT_BITOR], view_or), SLOT(binary[SLOT_BITXOR], view_xor), SLOT(binary[SLOT_SUB], view_sub)
const TypeSpec dict_keys_spec = {.name = "dict_keys", .layout = LAYOUT_OTHER, .size = sizeof(DictView), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
                                 .slots = SLOTS(SET_VIEW_SLOTS, SLOT(contains, keys_contain)), .methods = set_view_methods, .getset = view_getset};
const TypeSpec dict_items_spec = {.name = "dict_items", .layout = LAYOUT_OTHER, .size = sizeof(DictView), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
                                  .slots = SLOTS(SET_VIEW_SLOTS, SLOT(contains, items_contain)), .methods = set_view_methods, .getset = view_getset};
const TypeSpec dict_values_spec = {.name = "dict_values", .layout = LAYOUT_OTHER, .size = sizeof(DictView), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
                                   .slots = SLOTS(SLOT(repr, view_repr), SLOT(length, view_length), SLOT(iter, view_iter), SLOT(trace, view_trace)), .methods = values_methods, .getset = view_getset};
