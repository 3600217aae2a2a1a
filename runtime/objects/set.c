// set and frozenset. How the operations go over their operands (which one, in which order, resized when) decides the order of the results, so it is the way of
// CPython here, too.
#include "base/utf8.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/set.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/generator.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"

// ---- the C interface ---------------------------------------------------------------------------------------------

static Set *set_alloc(VM *vm, Type *type) {
    Set *set = (type = type_complete(vm, type)) ? object_new(vm, type, type->instance_size) : NULL;
    if (!set) return NULL;
    memset((char *)set + sizeof(Object), 0, type_native_base(type)->instance_size - sizeof(Object)); // members of __slots__ stay as they are
    set_clear(vm, set);
    return set;
}

static inline bool hash_of(VM *vm, Value item, uint64_t *hash) {
    if (is_exactly(item, vm->types.str)) return *hash = str_hash(vm, as_str(item)), true;
    if (table_is_own_hash(item)) return *hash = (uint64_t)small_int(item), true;
    return op_hash(vm, item, hash);
}

static __attribute__((noinline)) bool rooted_op_hash(VM *vm, Value item, uint64_t *hash) {
    ROOT_SCOPE(vm);
    root_push(vm, item);
    bool good = op_hash(vm, item, hash);
    ROOT_END(vm);
    return good;
}
// Of an item that may not be held by anything else.
static inline bool rooted_hash_of(VM *vm, Value item, uint64_t *hash) {
    if (table_is_own_hash(item)) return *hash = (uint64_t)small_int(item), true;
    if (is_exactly(item, vm->types.str)) return *hash = str_hash(vm, as_str(item)), true;
    return rooted_op_hash(vm, item, hash);
}

bool set_add(VM *vm, Set *set, Value item) {
    uint64_t hash;
    return hash_of(vm, item, &hash) && set_insert_quick(vm, set, item, hash);
}

// The hash of an item to look for. A set, which has none, is looked for as the frozenset with its items (library reference, "set types").
static bool key_hash(VM *vm, Value *item, uint64_t *hash) {
    if (hash_of(vm, *item, hash)) return true;
    if (!is_set(*item) || !error_matches(vm, vm->types.TypeError)) return false;
    error_clear(vm);
    *item = set_new(vm, vm->types.frozenset, *item);
    return *item != VALUE_ERROR && op_hash(vm, *item, hash);
}

int set_contains(VM *vm, Set *set, Value item) {
    uint64_t hash;
    if (!key_hash(vm, &item, &hash)) return -1;
    int64_t slot = set_find_quick(vm, set, item, hash);
    return slot == -2 ? -1 : slot >= 0;
}

static inline int discard_hashed(VM *vm, Set *set, Value item, uint64_t hash) {
    int64_t slot = set_find_quick(vm, set, item, hash);
    if (slot < 0) return slot == -1 ? 0 : -1;
    set_remove(set, (size_t)slot);
    return 1;
}
int set_discard(VM *vm, Set *set, Value item) {
    uint64_t hash;
    return key_hash(vm, &item, &hash) ? discard_hashed(vm, set, item, hash) : -1;
}

static bool is_plain_dict(const VM *vm, Value v) { return is_exactly(v, vm->types.dict); }

// What the operations do with each item of an operand that may be any iterable. false: raised. `set` is rooted; the item is while its hash is asked for, and
// by the search while it is compared.
typedef bool (*Visit)(VM *vm, Set *set, Value item, uint64_t hash, void *context);
static inline __attribute__((always_inline)) bool visit_all(VM *vm, Set *set, Value iterable, Visit visit, void *context) {
    ROOT_SCOPE(vm);
    root_push(vm, from_object(set)), root_push(vm, iterable);
    bool good = true;
    uint64_t hash;
    if (is_set(iterable)) {
        SetSlot slot;
        for (size_t at = 0; good && set_next_slot(as_set(iterable), &at, &slot);) good = visit(vm, set, slot.item, slot.hash, context);
    } else if (is_plain_dict(vm, iterable)) {
        Value key, value;
        for (size_t at = 0; good && dict_next(as_dict(iterable), &at, &key, &value);)
            good = rooted_hash_of(vm, key, &hash) && visit(vm, set, key, hash, context);
    } else if (is_exactly(iterable, vm->types.list) || is_exactly(iterable, vm->types.tuple)) {
        size_t count;
        for (size_t i = 0; good; i++) {
            const Value *items = sequence_items(iterable, &count); // a script may change a list meanwhile
            if (i >= count) break;
            Value item = items[i];
            good = rooted_hash_of(vm, item, &hash) && visit(vm, set, item, hash, context);
        }
    } else {
        Value iterator = op_iter(vm, iterable);
        good = iterator != VALUE_ERROR;
        if (good) root_push(vm, iterator);
        Feed feed = feed_of(vm, iterator);
        if (set->used || !is_exactly(from_object(set), vm->types.set)) feed.generator = NULL; // others may hold what scripts compare
        while (good) {
            Value item = feed_next(vm, &feed);
            if (item == VALUE_END) break;
            if (feed.generator && !is_plain_item(vm, item)) feed_park(vm, &feed), feed.generator = NULL;
            good = item != VALUE_ERROR && rooted_hash_of(vm, item, &hash) && visit(vm, set, item, hash, context);
        }
        feed_park(vm, &feed);
    }
    ROOT_END(vm);
    return good;
}

static bool visit_insert(VM *vm, Set *set, Value item, uint64_t hash, void *context) { return (void)context, set_insert_quick(vm, set, item, hash); }
static bool visit_discard(VM *vm, Set *set, Value item, uint64_t hash, void *context) { return (void)context, discard_hashed(vm, set, item, hash) >= 0; }
static bool visit_toggle(VM *vm, Set *set, Value item, uint64_t hash, void *context) {
    (void)context;
    size_t empty = 0;
    int64_t found = set_find_first(vm, set, item, hash, &empty);
    if (found == -1) return set_insert_found(vm, set, item, hash, found, empty);
    if (found == -3) found = set_find(vm, set, item, hash);
    if (found >= 0) set_remove(set, (size_t)found);
    return found >= 0 || (found == -1 && set_insert_quick(vm, set, item, hash));
}
static bool visit_common(VM *vm, Set *set, Value item, uint64_t hash, void *context) {
    int64_t slot = set_find_quick(vm, context, item, hash);
    return slot == -1 || (slot >= 0 && set_insert_quick(vm, set, item, hash));
}
// These end the visit, with *context set, at the first item that is in the set, or that is not.
static bool visit_absent(VM *vm, Set *set, Value item, uint64_t hash, void *context) {
    int64_t slot = set_find_quick(vm, set, item, hash);
    *(bool *)context = slot >= 0;
    return slot == -1;
}
static bool visit_present(VM *vm, Set *set, Value item, uint64_t hash, void *context) {
    int64_t slot = set_find_quick(vm, set, item, hash);
    *(bool *)context = slot == -1;
    return slot >= 0;
}

// The characters of a text, those of ASCII the first time each is met.
static bool insert_characters(VM *vm, Set *set, const Str *s) {
    bool seen[128] = {false};
    for (size_t i = 0, step; i < s->size; i += step) {
        unsigned char c = (unsigned char)s->text[i];
        uint64_t hash;
        step = utf8_size_of(c);
        if (c < 128 && seen[c]) continue;
        if (c < 128) seen[c] = true;
        Value item = str_new_counted(vm, s->text + i, step, 1);
        if (item == VALUE_ERROR || !hash_of(vm, item, &hash) || !set_insert_quick(vm, set, item, hash)) return false;
    }
    return true;
}

bool set_update(VM *vm, Set *set, Value iterable) {
    if (is_exactly(iterable, vm->types.str)) return insert_characters(vm, set, as_str(iterable));
    if (is_set(iterable)) return set_merge(vm, set, as_set(iterable));
    const Dict *names = is_plain_dict(vm, iterable) ? as_dict(iterable) : is_exactly(iterable, vm->types.dict_keys) ? dict_view_dict(iterable) : NULL;
    if (is_plain_dict(vm, iterable) && !set_make_room(vm, set, names->used)) return false;
    if (names && !set->fill && !names->hashes) { // of ints and strs: nobody is asked
        Value key, value;
        uint64_t hash;
        for (size_t at = 0; dict_next(names, &at, &key, &value);)
            if (!hash_of(vm, key, &hash) || !set_insert_quick(vm, set, key, hash)) return false;
        return true;
    }
    return visit_all(vm, set, iterable, visit_insert, NULL);
}

Value set_new(VM *vm, Type *type, Value iterable) {
    Set *set = set_alloc(vm, type);
    return set && (iterable == VALUE_UNBOUND || set_update(vm, set, iterable)) ? from_object(set) : VALUE_ERROR;
}

// ---- algebra: every operation makes a fresh set of the built-in type below the left one's ---------------------------

typedef enum Algebra { UNION, INTERSECTION, DIFFERENCE, SYMMETRIC_DIFFERENCE } Algebra;

static Type *result_type(VM *vm, Value v) { return type_is_subtype(value_type(vm, v), vm->types.frozenset) ? vm->types.frozenset : vm->types.set; }
static Value copy_of(VM *vm, Value set) { return set_new(vm, result_type(vm, set), set); }

static bool intersect(VM *vm, Set *out, Value left, Value right) {
    if (is_set(right) && as_set(right)->used > as_set(left)->used) {
        Value swapped = left;
        left = right, right = swapped;
    }
    return visit_all(vm, out, right, visit_common, as_set(left));
}

static bool subtract_in_place(VM *vm, Set *set, Value other) {
    if (is_set(other) && as_set(other) == set) return set_clear(vm, set), true;
    if (is_set(other) && as_set(other)->used >> 3 > set->used) { // far more than there can be to remove
        Value common = set_new(vm, vm->types.set, VALUE_UNBOUND);
        ROOT_SCOPE(vm);
        if (common != VALUE_ERROR) root_push(vm, common), root_push(vm, from_object(set));
        bool good = common != VALUE_ERROR && intersect(vm, as_set(common), from_object(set), other) && visit_all(vm, set, common, visit_discard, NULL);
        ROOT_END(vm);
        if (!good) return false;
    } else if (!visit_all(vm, set, other, visit_discard, NULL)) return false;
    return set_drop_removed(vm, set);
}

// Functions of their own, so that their loops keep what they need in registers.
static __attribute__((noinline)) bool copy_missing_in_set(VM *vm, Set *out, const Set *left, Set *other) {
    SetSlot slot;
    for (size_t at = 0; set_next_slot(left, &at, &slot);) {
        size_t empty;
        int64_t found = set_find_first(vm, other, slot.item, slot.hash, &empty);
        if (found == -3) {
            root_push(vm, slot.item);
            found = set_find(vm, other, slot.item, slot.hash);
            vm->roots_top--;
        }
        if (found == -2 || (found == -1 && !set_insert_quick(vm, out, slot.item, slot.hash))) return false;
    }
    return true;
}
static __attribute__((noinline)) bool copy_missing_in_dict(VM *vm, Set *out, const Set *left, Dict *other) {
    SetSlot slot;
    for (size_t at = 0; set_next_slot(left, &at, &slot);) {
        root_push(vm, slot.item);
        Value value = dict_get(vm, other, slot.item);
        bool good = value == VALUE_UNBOUND ? set_insert_quick(vm, out, slot.item, slot.hash) : value != VALUE_ERROR;
        vm->roots_top--;
        if (!good) return false;
    }
    return true;
}
static bool copy_missing(VM *vm, Set *out, const Set *left, Value other) {
    return is_set(other) ? copy_missing_in_set(vm, out, left, as_set(other)) : copy_missing_in_dict(vm, out, left, as_dict(other));
}

// `other` may be any iterable.
static bool is_set_or_view(VM *vm, Value v) { return is_set(v) || is_exactly(v, vm->types.dict_keys) || is_exactly(v, vm->types.dict_items); }

static Value combine(VM *vm, Value left, Value other, Algebra how) {
    if (how == INTERSECTION && left == other) return copy_of(vm, left);
    bool copies = how == UNION; // the result begins as a copy of what is on the left
    if (how == DIFFERENCE) copies = !(is_set(other) || is_plain_dict(vm, other)) || as_set(left)->used >> 2 > (is_set(other) ? as_set(other)->used : as_dict(other)->used);
    ROOT_SCOPE(vm);
    bool is_view = !is_set(other) && is_set_or_view(vm, other), toggles_other = how == SYMMETRIC_DIFFERENCE && is_view; // in CPython's order
    Value result = set_new(vm, result_type(vm, left), copies || toggles_other ? left : how == SYMMETRIC_DIFFERENCE ? other : VALUE_UNBOUND);
    bool good = result != VALUE_ERROR;
    if (good) {
        root_push(vm, result);
        Set *out = as_set(result);
        switch (how) {
        case UNION: good = left == other || set_update(vm, out, other); break;
        case INTERSECTION: good = intersect(vm, out, left, other); break;
        case DIFFERENCE: good = copies ? subtract_in_place(vm, out, other) : copy_missing(vm, out, as_set(left), other); break;
        case SYMMETRIC_DIFFERENCE: good = visit_all(vm, out, toggles_other ? other : left, visit_toggle, NULL); break;
        }
    }
    ROOT_END(vm);
    return good ? result : VALUE_ERROR;
}

static bool combine_in_place(VM *vm, Value left, Value other, Algebra how) {
    Set *set = as_set(left);
    if (how == UNION) return set_update(vm, set, other);
    if (how == DIFFERENCE) return subtract_in_place(vm, set, other);
    ROOT_SCOPE(vm);
    bool good;
    if (how == SYMMETRIC_DIFFERENCE) {
        if (left == other) return set_clear(vm, set), true;
        Value right = is_set(other) || is_plain_dict(vm, other) ? other : set_new(vm, vm->types.set, other);
        if ((good = right != VALUE_ERROR)) root_push(vm, right);
        good = good && visit_all(vm, set, right, visit_toggle, NULL);
    } else {
        Value result = combine(vm, left, other, how);
        good = result != VALUE_ERROR;
        if (good) set_swap(vm, set, as_set(result));
    }
    ROOT_END(vm);
    return good;
}

bool set_subtract(VM *vm, Value set, Value iterable) { return combine_in_place(vm, set, iterable, DIFFERENCE); }
bool set_toggle(VM *vm, Value set, Value iterable) { return combine_in_place(vm, set, iterable, SYMMETRIC_DIFFERENCE); }

#define OPERATOR(name, how)                                                                                                      \
    static Value set_##name(VM *vm, Value left, Value right) {                                                                    \
        if (!is_set(left) || !is_set_or_view(vm, right)) return VALUE_NOT_IMPLEMENTED;                                             \
        if (!is_set(right) && result_type(vm, left) != vm->types.set) return VALUE_NOT_IMPLEMENTED; /* a view makes a set */       \
        return combine(vm, left, right, how);                                                                                    \
    }                                                                                                                            \
    static Value set_inplace_##name(VM *vm, Value left, Value right) {                                                            \
        if (!is_set(right)) return VALUE_NOT_IMPLEMENTED; /* with a view the operator makes a new set */                           \
        return combine_in_place(vm, left, right, how) ? left : VALUE_ERROR;                                                        \
    }
OPERATOR(or, UNION)
OPERATOR(and, INTERSECTION)
OPERATOR(sub, DIFFERENCE)
OPERATOR(xor, SYMMETRIC_DIFFERENCE)

// Every item of a is in b.
static int is_subset(VM *vm, Set *a, Set *b) {
    SetSlot slot;
    if (a->used > b->used) return 0;
    for (size_t at = 0; set_next_slot(a, &at, &slot);) {
        int64_t found = set_find_quick(vm, b, slot.item, slot.hash); // hashes are known: no script is asked again
        if (found < 0) return found == -2 ? -1 : 0;
    }
    return 1;
}

static Value set_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_set(self) || !is_set(other)) return VALUE_NOT_IMPLEMENTED;
    Set *a = as_set(self), *b = as_set(other);
    int answer = 0;
    work_done(vm, (a->used < b->used ? a->used : b->used) / 2);
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
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count && type->slots.initialize == vm->types.frozenset->slots.initialize) return raise_type_error(vm, "frozenset() takes no keyword arguments");
    if (count > 1) return raise_type_error(vm, "frozenset expected at most 1 argument, got %u", count);
    if (count && type == vm->types.frozenset && is_exactly(args[0], type)) return args[0];
    return set_new(vm, type, count ? args[0] : VALUE_UNBOUND);
}

static bool set_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "set() takes no keyword arguments"), false;
    if (count > 1) return raise_type_error(vm, "set expected at most 1 argument, got %u", count), false;
    set_clear(vm, as_set(self));
    return !count || set_update(vm, as_set(self), args[0]);
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
        good = str_builder_add_repr(&b, item);
    }
    repr_leave(vm, self);
    str_builder_add_cstring(&b, plain ? "}" : "})");
    if (good) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

static int64_t set_length(VM *vm, Value self) { return (void)vm, (int64_t)as_set(self)->used; }
static int set_contains_slot(VM *vm, Value self, Value item) { return set_contains(vm, as_set(self), item); }
static void set_trace(VM *vm, Object *self) {
    const Set *set = (const Set *)self;
    gc_mark_block(vm, set->slots);
    if (gc_defer(vm, self, 2 * set->fill)) return;
    Value item;
    for (size_t at = 0; set_next(set, &at, &item);)
        if (is_object(item)) gc_mark(vm, item);
}

// Order does not matter: the hashes, their bits spread, are combined by exclusive or, and so is their number. The constants are CPython's, so that the values are.
static bool frozenset_hash(VM *vm, Value self, uint64_t *out) {
    (void)vm;
    Set *set = as_set(self);
    if (!set->has_hash) {
        uint64_t hash = 0;
        SetSlot slot;
        for (size_t at = 0; set_next_slot(set, &at, &slot);) hash ^= (slot.hash ^ 89869747 ^ slot.hash << 16) * 3644798167U;
        hash ^= ((uint64_t)set->used + 1) * 1927868237U;
        hash ^= hash >> 11 ^ hash >> 25;
        hash = hash * 69069 + 907133923;
        set->hash = hash == UINT64_MAX ? 590923713 : hash;
        set->has_hash = true;
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
    SetSlot slot;
    if (set_next_slot(iterator->set, &iterator->at, &slot)) return slot.item;
    iterator->set = NULL;
    return VALUE_END;
}
static Value set_iterator_self(VM *vm, Value self) { return (void)vm, self; }
static void set_iterator_trace(VM *vm, Object *self) { gc_mark_object(vm, ((SetIterator *)self)->set); }
static Value set_iterator_hint(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    const SetIterator *iterator = (SetIterator *)as_object(args[0]);
    int64_t left = 0;
    Value item;
    if (iterator->set && iterator->set->used == iterator->used)
        for (size_t at = iterator->at; set_next(iterator->set, &at, &item);) left++;
    return from_small_int(left);
}
static Value set_iterator_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    SetIterator *copy = object_new(vm, vm->types.set_iterator, sizeof *copy);
    if (!copy) return VALUE_ERROR;
    *copy = *(SetIterator *)as_object(args[0]);
    return iterator_reduce_to_list(vm, from_object(copy));
}
static const NativeDef set_iterator_methods[] = {{"__length_hint__", {set_iterator_hint}, 0, 0, 0, NULL, DOC("Private method returning an estimate of len(list(it)).")},
                                                 {"__reduce__", {set_iterator_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
                                                 {0}};
const TypeSpec set_iterator_spec = {.name = "set_iterator", .layout = LAYOUT_OTHER, .size = sizeof(SetIterator), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
                                    .slots = SLOTS(SLOT(iter, set_iterator_self), SLOT(next, set_iterator_next), SLOT(trace, set_iterator_trace)), .methods = set_iterator_methods};

// ---- methods -----------------------------------------------------------------------------------------------------

static Value fold_arguments(VM *vm, Value *args, uint32_t count, Algebra how) {
    if (count == 1) return copy_of(vm, args[0]);
    ROOT_SCOPE(vm);
    Value result = combine(vm, args[0], args[1], how);
    for (uint32_t i = 2; i < count && result != VALUE_ERROR; i++) {
        root_push(vm, result);
        if (how == INTERSECTION) result = combine(vm, result, args[i], how);
        else if (!combine_in_place(vm, result, args[i], how)) result = VALUE_ERROR;
    }
    ROOT_END(vm);
    return result;
}
static Value method_union(VM *vm, Value *args, uint32_t count) { return fold_arguments(vm, args, count, UNION); }
static Value method_intersection(VM *vm, Value *args, uint32_t count) { return fold_arguments(vm, args, count, INTERSECTION); }
static Value method_difference(VM *vm, Value *args, uint32_t count) { return fold_arguments(vm, args, count, DIFFERENCE); }
static Value method_symmetric_difference(VM *vm, Value *args, uint32_t count) { return fold_arguments(vm, args, count, SYMMETRIC_DIFFERENCE); }

static Value fold_in_place(VM *vm, Value *args, uint32_t count, Algebra how) {
    if (how == INTERSECTION) {
        Value result = fold_arguments(vm, args, count, how);
        if (result == VALUE_ERROR) return VALUE_ERROR;
        set_swap(vm, as_set(args[0]), as_set(result));
        return VALUE_NONE;
    }
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
static Value method_pop(VM *vm, Value *args, uint32_t count) { return (void)count, set_pop(vm, as_set(args[0])); }
static Value method_clear(VM *vm, Value *args, uint32_t count) { return (void)count, set_clear(vm, as_set(args[0])), VALUE_NONE; }
static Value method_copy(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return is_exactly(args[0], vm->types.frozenset) ? args[0] : copy_of(vm, args[0]);
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
static Value method_issuperset(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (is_set(args[1])) return set_compare(vm, args[0], args[1], COMPARE_GE);
    bool missing = false;
    bool all = visit_all(vm, as_set(args[0]), args[1], visit_present, &missing);
    return all || missing ? from_bool(!missing) : VALUE_ERROR;
}
static Value method_isdisjoint(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value self = args[0], other = args[1];
    if (is_set(other) && as_set(other)->used > as_set(self)->used) self = args[1], other = args[0];
    bool common = false;
    bool none = visit_all(vm, as_set(self), other, visit_absent, &common);
    return none || common ? from_bool(!common) : VALUE_ERROR;
}

// (class, ([items],), state)
static Value method_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value items = op_to_list(vm, args[0]), arguments = items == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 1, items);
    if (arguments == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, arguments);
    Value state = call_special(vm, args[0], vm->names.__getstate__, NULL, 0);
    if (state == VALUE_UNBOUND) state = VALUE_NONE;
    Value result = state == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, from_object(value_type(vm, args[0])), arguments, state);
    ROOT_END(vm);
    return result;
}

#define SHARED_METHODS                                                                                                           \
    {"union", {method_union}, 0, -1, 0, NULL, DOC("The union of sets as a new set.")},                                                 \
        {"intersection", {method_intersection}, 0, -1, 0, NULL, DOC("The intersection of sets as a new set.")},                        \
        {"difference", {method_difference}, 0, -1, 0, NULL, DOC("The difference of sets as a new set.")},                              \
        {"symmetric_difference", {method_symmetric_difference}, 1, 1, 0, NULL, DOC("The symmetric difference of two sets as a new set.")}, \
        {"issubset", {method_issubset}, 1, 1, 0, NULL, DOC("Report whether another set contains this set.")},                           \
        {"issuperset", {method_issuperset}, 1, 1, 0, NULL, DOC("Report whether this set contains another set.")},                       \
        {"isdisjoint", {method_isdisjoint}, 1, 1, 0, NULL, DOC("Return True if two sets have a null intersection.")},                   \
        {"copy", {method_copy}, 0, 0, 0, NULL, DOC("Return a shallow copy of a set.")},                                                 \
        {"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},                                        \
        {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")}
static const NativeDef set_methods[] = {
    SHARED_METHODS,
    {"add", {method_add}, 1, 1, 0, NULL, DOC("Add an element to a set.")},
    {"discard", {method_discard}, 1, 1, 0, NULL, DOC("Remove an element from a set if it is a member.")},
    {"remove", {method_remove}, 1, 1, 0, NULL, DOC("Remove an element from a set; it must be a member.")},
    {"pop", {method_pop}, 0, 0, 0, NULL, DOC("Remove and return an arbitrary set element.")},
    {"clear", {method_clear}, 0, 0, 0, NULL, DOC("Remove all elements from this set.")},
    {"update", {method_update}, 0, -1, 0, NULL, DOC("Update a set with the union of itself and others.")},
    {"intersection_update", {method_intersection_update}, 0, -1, 0, NULL, DOC("Update a set with the intersection of itself and others.")},
    {"difference_update", {method_difference_update}, 0, -1, 0, NULL, DOC("Remove all elements of other sets from this set.")},
    {"symmetric_difference_update", {method_symmetric_difference_update}, 1, 1, 0, NULL, DOC("Update a set with the symmetric difference of itself and another.")},
    {0},
};
static const NativeDef frozenset_methods[] = {SHARED_METHODS, {0}};

#define SHARED_SLOTS                                                                                                             \
    SLOT(repr, set_repr), SLOT(compare, set_compare), SLOT(length, set_length), SLOT(contains, set_contains_slot), SLOT(iter, set_iter), SLOT(trace, set_trace), \
    SLOT(construct, set_construct), SLOT(binary[SLOT_BITOR], set_or), SLOT(binary[SLOT_BITAND], set_and), SLOT(binary[SLOT_SUB], set_sub), SLOT(binary[SLOT_BITXOR], set_xor)
const TypeSpec set_spec = {.name = "set", .layout = LAYOUT_SET, .size = sizeof(Set),
                           .slots = SLOTS(SHARED_SLOTS, SLOT(initialize, set_initialize), SLOT(inplace[SLOT_BITOR], set_inplace_or), SLOT(inplace[SLOT_BITAND], set_inplace_and),
                                     SLOT(inplace[SLOT_SUB], set_inplace_sub), SLOT(inplace[SLOT_BITXOR], set_inplace_xor)),
                           .methods = set_methods, .doc = TYPE_DOC("Build an unordered collection of unique elements.")};
const TypeSpec frozenset_spec = {.name = "frozenset", .layout = LAYOUT_SET, .size = sizeof(Set), .slots = SLOTS(SHARED_SLOTS, SLOT(hash, frozenset_hash)),
                                 .methods = frozenset_methods, .doc = TYPE_DOC("Build an immutable unordered collection of unique elements.")};
