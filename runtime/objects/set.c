// set and frozenset, on the table of table.h.
#include "runtime/objects/dict.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "base/map.h"
#include "runtime/type.h"

_Static_assert(offsetof(Set, flags) == offsetof(Table, flags) && offsetof(Set, entries) == offsetof(Table, entries), "Set begins as Table");
enum { STRIDE = 1 };
static Table *table_of(Set *set) { return (Table *)set; }

// ---- the C interface ---------------------------------------------------------------------------------------------

static Set *set_alloc(VM *vm, Type *type) {
    Set *set = object_new(vm, type, type->instance_size);
    if (set) memset((char *)set + sizeof(Object), 0, type_native_base(type)->instance_size - sizeof(Object)); // members of __slots__ stay as they are
    return set;
}

bool set_add(VM *vm, Set *set, Value item) {
    uint32_t hash;
    if (!table_hash(vm, item, &hash)) return false;
    int64_t entry = table_find(vm, table_of(set), STRIDE, item, hash);
    return entry >= 0 || (entry == -1 && table_insert(vm, table_of(set), STRIDE, item, hash) >= 0);
}

// A set is looked for as the frozenset with its items (library reference, "set types").
static Value as_key(VM *vm, Value item) {
    if (!is_set(item) || type_is_subtype(value_type(vm, item), vm->types.frozenset)) return item;
    Set *frozen = set_alloc(vm, vm->types.frozenset);
    return frozen && table_copy(vm, table_of(frozen), table_of(as_set(item)), STRIDE) ? from_object(frozen) : VALUE_ERROR;
}

int set_contains(VM *vm, Set *set, Value item) {
    uint32_t hash;
    if ((item = as_key(vm, item)) == VALUE_ERROR || !table_hash(vm, item, &hash)) return -1;
    int64_t entry = table_find(vm, table_of(set), STRIDE, item, hash);
    return entry == -2 ? -1 : entry >= 0;
}

int set_discard(VM *vm, Set *set, Value item) {
    uint32_t hash;
    if ((item = as_key(vm, item)) == VALUE_ERROR || !table_hash(vm, item, &hash)) return -1;
    int64_t entry = table_find(vm, table_of(set), STRIDE, item, hash);
    if (entry < 0) return entry == -1 ? 0 : -1;
    table_remove(vm, table_of(set), STRIDE, (size_t)entry);
    return 1;
}

bool set_next(const Set *set, size_t *at, Value *item) {
    size_t first = set->flags >> TABLE_FIRST_SHIFT; // those before are deleted
    if (*at < first) *at = first;
    while (*at < set->filled)
        if ((*item = set->entries[(*at)++]) != VALUE_UNBOUND) return true;
    return false;
}

static bool add_all(VM *vm, Set *set, Value iterable) {
    if (is_set(iterable) && !set->used) return table_copy(vm, table_of(set), table_of(as_set(iterable)), STRIDE);
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, iterable);
    bool good = iterator != VALUE_ERROR;
    if (good) root_push(vm, from_object(set)), root_push(vm, iterator);
    while (good) {
        Value item = op_next(vm, iterator);
        if (item == VALUE_END) break;
        if (item != VALUE_ERROR) root_push(vm, item);
        good = item != VALUE_ERROR && set_add(vm, set, item);
        if (good) vm->roots_top--;
    }
    ROOT_END(vm);
    return good;
}

Value set_new(VM *vm, Type *type, Value iterable) {
    Set *set = set_alloc(vm, type);
    return set && (iterable == VALUE_UNBOUND || add_all(vm, set, iterable)) ? from_object(set) : VALUE_ERROR;
}

// ---- algebra: every operation makes a fresh set of `type` -----------------------------------------------------------

typedef enum Algebra { UNION, INTERSECTION, DIFFERENCE, SYMMETRIC_DIFFERENCE } Algebra;

static bool copy_if(VM *vm, Set *into, Set *from, Set *other, bool inside) {
    Value item;
    for (size_t at = 0; set_next(from, &at, &item);) {
        root_push(vm, item);
        int there = set_contains(vm, other, item);
        bool good = there >= 0 && ((there != 0) != inside || set_add(vm, into, item));
        vm->roots_top--;
        if (!good) return false;
    }
    return true;
}

// `other` may be any iterable. The result is of the built-in type below `left`'s.
static Value combine(VM *vm, Value left, Value other, Algebra how) {
    ROOT_SCOPE(vm);
    Type *type = type_is_subtype(value_type(vm, left), vm->types.frozenset) ? vm->types.frozenset : vm->types.set;
    Value right = is_set(other) || how == UNION ? other : set_new(vm, vm->types.set, other);
    if (right == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, right);
    Value result = set_new(vm, type, how == UNION ? left : VALUE_UNBOUND);
    bool good = result != VALUE_ERROR;
    if (good) {
        root_push(vm, result);
        Set *a = as_set(left), *b = how == UNION ? NULL : as_set(right), *out = as_set(result);
        switch (how) {
        case UNION: good = add_all(vm, out, right); break;
        case INTERSECTION: good = a->used <= b->used ? copy_if(vm, out, a, b, true) : copy_if(vm, out, b, a, true); break;
        case DIFFERENCE: good = copy_if(vm, out, a, b, false); break;
        case SYMMETRIC_DIFFERENCE: good = copy_if(vm, out, a, b, false) && copy_if(vm, out, b, a, false); break;
        }
    }
    ROOT_END(vm);
    return good ? result : VALUE_ERROR;
}

// Puts the content of `source` (a fresh set) into `set`.
static void take_content(VM *vm, Set *set, Set *source) {
    table_clear(vm, table_of(set), STRIDE);
    uint32_t version = set->keys_version;
    Object head = set->head;
    memcpy(set, source, offsetof(Set, hash));
    set->head = head;
    set->keys_version = version + 1;
    Object source_head = source->head;
    memset(source, 0, offsetof(Set, hash));
    source->head = source_head;
}

static bool combine_in_place(VM *vm, Value left, Value other, Algebra how) {
    if (how == UNION) return add_all(vm, as_set(left), other);
    Value result = combine(vm, left, other, how);
    if (result == VALUE_ERROR) return false;
    take_content(vm, as_set(left), as_set(result));
    return true;
}

static bool is_set_or_view(VM *vm, Value v) { return is_set(v) || is_exactly(v, vm->types.dict_keys) || is_exactly(v, vm->types.dict_items); }

#define OPERATOR(name, how)                                                                                                      \
    static Value set_##name(VM *vm, Value left, Value right) {                                                                    \
        if (!is_set(left) || !is_set_or_view(vm, right)) return VALUE_NOT_IMPLEMENTED;                                             \
        return combine(vm, left, right, how);                                                                                    \
    }                                                                                                                            \
    static Value set_inplace_##name(VM *vm, Value left, Value right) {                                                            \
        if (!is_set_or_view(vm, right)) return VALUE_NOT_IMPLEMENTED;                                                             \
        return combine_in_place(vm, left, right, how) ? left : VALUE_ERROR;                                                        \
    }
OPERATOR(or, UNION)
OPERATOR(and, INTERSECTION)
OPERATOR(sub, DIFFERENCE)
OPERATOR(xor, SYMMETRIC_DIFFERENCE)

// Every item of a is in b.
static int is_subset(VM *vm, Set *a, Set *b) {
    Value item;
    if (a->used > b->used) return 0;
    for (size_t at = 0; set_next(a, &at, &item);) {
        root_push(vm, item);
        int there = set_contains(vm, b, item);
        vm->roots_top--;
        if (there <= 0) return there;
    }
    return 1;
}

static Value set_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_set(self) || !is_set(other)) return VALUE_NOT_IMPLEMENTED;
    Set *a = as_set(self), *b = as_set(other);
    int answer = 0;
    switch (op) {
    case COMPARE_EQ: case COMPARE_NE: answer = a->used == b->used ? is_subset(vm, a, b) : 0; break;
    case COMPARE_LT: answer = a->used < b->used ? is_subset(vm, a, b) : 0; break;
    case COMPARE_LE: answer = is_subset(vm, a, b); break;
    case COMPARE_GT: answer = b->used < a->used ? is_subset(vm, b, a) : 0; break;
    case COMPARE_GE: answer = is_subset(vm, b, a); break;
    }
    return answer < 0 ? VALUE_ERROR : from_bool(op == COMPARE_NE ? !answer : answer);
}

// ---- slots -------------------------------------------------------------------------------------------------------

static Value set_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    bool frozen = type_is_subtype(type, vm->types.frozenset);
    if (!frozen) return set_new(vm, type, VALUE_UNBOUND); // a set is filled by __init__
    if (keyword_names != VALUE_UNBOUND && type == vm->types.frozenset) return raise_type_error(vm, "frozenset() takes no keyword arguments");
    if (count > 1) return raise_type_error(vm, "frozenset expected at most 1 argument, got %u", count);
    if (count && type == vm->types.frozenset && is_exactly(args[0], type)) return args[0];
    return set_new(vm, type, count ? args[0] : VALUE_UNBOUND);
}

static bool set_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_names != VALUE_UNBOUND && is_exactly(self, vm->types.set)) return raise_type_error(vm, "set() takes no keyword arguments"), false;
    if (count > 1) return raise_type_error(vm, "set expected at most 1 argument, got %u", count), false;
    table_clear(vm, table_of(as_set(self)), STRIDE);
    return !count || add_all(vm, as_set(self), args[0]);
}

static Value set_repr(VM *vm, Value self) {
    bool plain = is_exactly(self, vm->types.set);
    if (!as_set(self)->used) return str_from_format(vm, "%T()", self);
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered < 0 ? VALUE_ERROR : str_from_format(vm, "%T(...)", self);
    StrBuilder b;
    str_builder_init(&b, vm);
    if (!plain) {
        str_builder_add_cstring(&b, type_name_of(vm, self));
        str_builder_add_char(&b, '(');
    }
    str_builder_add_char(&b, '{');
    bool good = true;
    Value item;
    size_t number = 0;
    for (size_t at = 0; good && set_next(as_set(self), &at, &item); number++) {
        if (number) str_builder_add(&b, ", ", 2);
        root_push(vm, item);
        Value text = op_repr(vm, item);
        vm->roots_top--;
        good = text != VALUE_ERROR;
        if (good) str_builder_add_str(&b, as_str(text));
    }
    repr_leave(vm, self);
    str_builder_add_cstring(&b, plain ? "}" : "})");
    if (good) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

static int64_t set_length(VM *vm, Value self) { return (void)vm, (int64_t)as_set(self)->used; }
static int set_contains_slot(VM *vm, Value self, Value item) { return set_contains(vm, as_set(self), item); }
static void set_trace(VM *vm, Object *self) { table_trace(vm, (Table *)self, STRIDE); }

// Order does not matter: the mixed hashes are added up.
static bool frozenset_hash(VM *vm, Value self, uint64_t *out) {
    Set *set = as_set(self);
    if (!set->hash) {
        uint64_t hash = set->used * 0x9e3779b97f4a7c15ULL + 1;
        Value item;
        for (size_t at = 0; set_next(set, &at, &item);) {
            uint64_t one;
            if (!op_hash(vm, item, &one)) return false;
            hash += hash_mix(one + 0x51ed270b);
        }
        hash = hash_mix(hash) >> 3;
        set->hash = hash ? hash : 1;
    }
    *out = set->hash;
    return true;
}

typedef struct SetIterator {
    Object head;
    Set *set; // NULL when exhausted
    size_t at, used;
} SetIterator;

static Value set_iter(VM *vm, Value self) {
    SetIterator *iterator = object_new(vm, vm->types.set_iterator, sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    *iterator = (SetIterator){iterator->head, as_set(self), 0, as_set(self)->used};
    return from_object(iterator);
}
static Value set_iterator_next(VM *vm, Value self) {
    SetIterator *iterator = (SetIterator *)as_object(self);
    if (!iterator->set) return VALUE_END;
    if (iterator->set->used != iterator->used) {
        iterator->used = SIZE_MAX;
        return raise_error(vm, vm->types.RuntimeError, "Set changed size during iteration");
    }
    Value item;
    if (set_next(iterator->set, &iterator->at, &item)) return item;
    iterator->set = NULL;
    return VALUE_END;
}
static Value set_iterator_self(VM *vm, Value self) { return (void)vm, self; }
static void set_iterator_trace(VM *vm, Object *self) { gc_mark_object(vm, ((SetIterator *)self)->set); }
const TypeSpec set_iterator_spec = {.name = "set_iterator", .layout = LAYOUT_OTHER, .size = sizeof(SetIterator), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
                                    .slots = {.iter = set_iterator_self, .next = set_iterator_next, .trace = set_iterator_trace}};

// ---- methods -----------------------------------------------------------------------------------------------------

static Value fold_arguments(VM *vm, Value *args, uint32_t count, Algebra how) {
    ROOT_SCOPE(vm);
    Value result = set_new(vm, type_is_subtype(value_type(vm, args[0]), vm->types.frozenset) ? vm->types.frozenset : vm->types.set, args[0]);
    for (uint32_t i = 1; i < count && result != VALUE_ERROR; i++) {
        root_push(vm, result);
        result = combine(vm, result, args[i], how);
    }
    ROOT_END(vm);
    return result;
}
static Value method_union(VM *vm, Value *args, uint32_t count) { return fold_arguments(vm, args, count, UNION); }
static Value method_intersection(VM *vm, Value *args, uint32_t count) { return fold_arguments(vm, args, count, INTERSECTION); }
static Value method_difference(VM *vm, Value *args, uint32_t count) { return fold_arguments(vm, args, count, DIFFERENCE); }
static Value method_symmetric_difference(VM *vm, Value *args, uint32_t count) { return fold_arguments(vm, args, count, SYMMETRIC_DIFFERENCE); }

static Value fold_in_place(VM *vm, Value *args, uint32_t count, Algebra how) {
    for (uint32_t i = 1; i < count; i++)
        if (!combine_in_place(vm, args[0], args[i], how)) return VALUE_ERROR;
    return VALUE_NONE;
}
static Value method_update(VM *vm, Value *args, uint32_t count) { return fold_in_place(vm, args, count, UNION); }
static Value method_intersection_update(VM *vm, Value *args, uint32_t count) { return fold_in_place(vm, args, count, INTERSECTION); }
static Value method_difference_update(VM *vm, Value *args, uint32_t count) { return fold_in_place(vm, args, count, DIFFERENCE); }
static Value method_symmetric_difference_update(VM *vm, Value *args, uint32_t count) { return fold_in_place(vm, args, count, SYMMETRIC_DIFFERENCE); }

static Value method_add(VM *vm, Value *args, uint32_t count) { return (void)count, set_add(vm, as_set(args[0]), args[1]) ? VALUE_NONE : VALUE_ERROR; }
static Value method_discard(VM *vm, Value *args, uint32_t count) { return (void)count, set_discard(vm, as_set(args[0]), args[1]) < 0 ? VALUE_ERROR : VALUE_NONE; }
static Value method_remove(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int removed = set_discard(vm, as_set(args[0]), args[1]);
    return removed < 0 ? VALUE_ERROR : removed ? VALUE_NONE : raise_key_error(vm, args[1]);
}
static Value method_pop(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Set *set = as_set(args[0]);
    for (size_t i = set->flags >> TABLE_FIRST_SHIFT; i < set->filled; i++) {
        Value item = set->entries[i];
        if (item == VALUE_UNBOUND) continue;
        table_remove(vm, table_of(set), STRIDE, i);
        return item;
    }
    return raise_error(vm, vm->types.KeyError, "pop from an empty set");
}
static Value method_clear(VM *vm, Value *args, uint32_t count) {
    (void)count;
    table_clear(vm, table_of(as_set(args[0])), STRIDE);
    return VALUE_NONE;
}
static Value method_copy(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (is_exactly(args[0], vm->types.frozenset)) return args[0];
    return set_new(vm, type_is_subtype(value_type(vm, args[0]), vm->types.frozenset) ? vm->types.frozenset : vm->types.set, args[0]);
}

// The other side as a set, for the tests below.
static Value other_set(VM *vm, Value other) { return is_set(other) ? other : set_new(vm, vm->types.set, other); }
static Value test(VM *vm, Value self, Value other, CompareOp op) {
    Value right = other_set(vm, other);
    if (right == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, right);
    Value result = set_compare(vm, self, right, op);
    ROOT_END(vm);
    return result;
}
static Value method_issubset(VM *vm, Value *args, uint32_t count) { return (void)count, test(vm, args[0], args[1], COMPARE_LE); }
static Value method_issuperset(VM *vm, Value *args, uint32_t count) { return (void)count, test(vm, args[0], args[1], COMPARE_GE); }
static Value method_isdisjoint(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value common = combine(vm, args[0], args[1], INTERSECTION);
    return common == VALUE_ERROR ? VALUE_ERROR : from_bool(!as_set(common)->used);
}

#define SHARED_METHODS                                                                                                           \
    {"union", {method_union}, 0, -1, NULL, 0, "The union of sets as a new set."},                                                 \
        {"intersection", {method_intersection}, 0, -1, NULL, 0, "The intersection of sets as a new set."},                        \
        {"difference", {method_difference}, 0, -1, NULL, 0, "The difference of sets as a new set."},                              \
        {"symmetric_difference", {method_symmetric_difference}, 1, 1, NULL, 0, "The symmetric difference of two sets as a new set."}, \
        {"issubset", {method_issubset}, 1, 1, NULL, 0, "Report whether another set contains this set."},                           \
        {"issuperset", {method_issuperset}, 1, 1, NULL, 0, "Report whether this set contains another set."},                       \
        {"isdisjoint", {method_isdisjoint}, 1, 1, NULL, 0, "Return True if two sets have a null intersection."},                   \
        {"copy", {method_copy}, 0, 0, NULL, 0, "Return a shallow copy of a set."},                                                 \
        {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NULL, NATIVE_CLASS, "See PEP 585"}
static const NativeDef set_methods[] = {
    SHARED_METHODS,
    {"add", {method_add}, 1, 1, NULL, 0, "Add an element to a set."},
    {"discard", {method_discard}, 1, 1, NULL, 0, "Remove an element from a set if it is a member."},
    {"remove", {method_remove}, 1, 1, NULL, 0, "Remove an element from a set; it must be a member."},
    {"pop", {method_pop}, 0, 0, NULL, 0, "Remove and return an arbitrary set element."},
    {"clear", {method_clear}, 0, 0, NULL, 0, "Remove all elements from this set."},
    {"update", {method_update}, 0, -1, NULL, 0, "Update a set with the union of itself and others."},
    {"intersection_update", {method_intersection_update}, 0, -1, NULL, 0, "Update a set with the intersection of itself and others."},
    {"difference_update", {method_difference_update}, 0, -1, NULL, 0, "Remove all elements of other sets from this set."},
    {"symmetric_difference_update", {method_symmetric_difference_update}, 1, 1, NULL, 0, "Update a set with the symmetric difference of itself and another."},
    {0},
};
static const NativeDef frozenset_methods[] = {SHARED_METHODS, {0}};

#define SHARED_SLOTS                                                                                                             \
    .repr = set_repr, .compare = set_compare, .length = set_length, .contains = set_contains_slot, .iter = set_iter, .trace = set_trace, .construct = set_construct, \
    .binary[SLOT_BITOR] = set_or, .binary[SLOT_BITAND] = set_and, .binary[SLOT_SUB] = set_sub, .binary[SLOT_BITXOR] = set_xor
const TypeSpec set_spec = {.name = "set", .layout = LAYOUT_SET, .size = sizeof(Set),
                           .slots = {SHARED_SLOTS, .initialize = set_initialize, .inplace[SLOT_BITOR] = set_inplace_or, .inplace[SLOT_BITAND] = set_inplace_and,
                                     .inplace[SLOT_SUB] = set_inplace_sub, .inplace[SLOT_BITXOR] = set_inplace_xor},
                           .methods = set_methods, .doc = "Build an unordered collection of unique elements."};
const TypeSpec frozenset_spec = {.name = "frozenset", .layout = LAYOUT_SET, .size = sizeof(Set), .slots = {SHARED_SLOTS, .hash = frozenset_hash},
                                 .methods = frozenset_methods, .doc = "Build an immutable unordered collection of unique elements."};
