// set and frozenset: open addressing, an item in each slot beside its hash. Where an item lies, and so the order in which a set is iterated and shown,
// is the same as in CPython for the same history of changes: sets of ints, floats, tuples of those print alike (docs/decisions/0012).
//   slots   power of two (8 or more), NULL while nothing was ever added; a slot is empty (VALUE_UNBOUND, 0), removed (VALUE_UNBOUND, SET_REMOVED) or holds an item
//   used    items;  fill = used + removed slots;  fill * 5 < mask * 3 after each change, so that a search always comes to an empty slot
#ifndef TYPHON_RUNTIME_SET_H
#define TYPHON_RUNTIME_SET_H
#include "runtime/objects/table.h"
#include "runtime/vm.h"

typedef struct SetSlot {
    uint64_t hash; // as op_hash has it
    Value item;
} SetSlot;
#define SET_REMOVED UINT64_MAX // no hash is -1

typedef struct Set {
    Object head;
    SetSlot *slots; // heap block
    size_t mask;    // slots - 1; 7 while there are none
    size_t fill, used;
    size_t finger;  // where pop() searches on
    uint64_t hash;  // of a frozenset, when has_hash
    uint32_t version; // another one whenever items move to other slots
    bool has_hash;
} Set;

static inline bool is_set(Value v) { return is_layout(v, LAYOUT_SET); } // set or frozenset
static inline Set *as_set(Value v) { return (Set *)as_object(v); }
MAY_RAISE Value set_new(VM *vm, Type *type, Value iterable_or_unbound); // type: vm->types.set, frozenset or a subclass
MAY_RAISE bool set_add(VM *vm, Set *set, Value item);
MAY_RAISE bool set_update(VM *vm, Set *set, Value iterable);
MAY_RAISE bool set_subtract(VM *vm, Value set, Value iterable); // difference_update
MAY_RAISE bool set_toggle(VM *vm, Value set, Value iterable);   // symmetric_difference_update
MAY_RAISE int set_contains(VM *vm, Set *set, Value item);
MAY_RAISE int set_discard(VM *vm, Set *set, Value item); // 1 removed, 0 not there, -1 error
// Iteration: size_t at = 0; while (set_next(set, &at, &item)) ...
bool set_next(const Set *set, size_t *at, Value *item);

// ---- the slots (set_slots.c), for set.c -------------------------------------------------------------------------------

// Number of the slot that holds the item, -1: not there, -2: __eq__ raised. May run scripts.
MAY_RAISE int64_t set_find(VM *vm, Set *set, Value item, uint64_t hash);
MAY_RAISE bool set_insert(VM *vm, Set *set, Value item, uint64_t hash); // unless it is there. May run scripts
void set_remove(Set *set, size_t slot);
MAY_RAISE Value set_pop(VM *vm, Set *set); // KeyError when empty
MAY_RAISE bool set_merge(VM *vm, Set *set, const Set *other); // adds all of other's
MAY_RAISE bool set_make_room(VM *vm, Set *set, size_t more);  // before `more` items are added one by one
MAY_RAISE bool set_drop_removed(VM *vm, Set *set);            // when many slots are removed ones
void set_clear(VM *vm, Set *set);
void set_swap(VM *vm, Set *a, Set *b); // their contents
static inline bool set_next_slot(const Set *set, size_t *at, SetSlot *out) {
    if (!set->slots) return false;
    for (const SetSlot *slot = set->slots + *at, *end = set->slots + set->mask + 1; slot < end; slot++)
        if (slot->item != VALUE_UNBOUND) {
            *out = *slot;
            *at = (size_t)(slot - set->slots) + 1;
            return true;
        }
    *at = set->mask + 1;
    return false;
}
// set_find where the first slots say it, without asking whether two items are equal but for texts; -3: they do not. *empty gets the slot that says the item is not there.
enum { SET_NEIGHBOURS = 9 };
static inline int64_t set_find_first(const VM *vm, const Set *set, Value item, uint64_t hash, size_t *empty) {
    if (!set->slots) return -1;
    size_t at = hash & set->mask, last = at + SET_NEIGHBOURS <= set->mask ? at + SET_NEIGHBOURS : at;
    for (; at <= last; at++) {
        const SetSlot *slot = &set->slots[at];
        if (slot->item == item) return (int64_t)at;
        if (slot->item == VALUE_UNBOUND) return slot->hash != SET_REMOVED ? *empty = at, -1 : -3;
        if (slot->hash != hash) continue;
        if (!is_exactly(item, vm->types.str) || !is_exactly(slot->item, vm->types.str)) return -3;
        if (table_same_text(as_str(slot->item), as_str(item))) return (int64_t)at;
    }
    return -3;
}
// These two as set_find and set_insert, for loops over many items.
static inline MAY_RAISE int64_t set_find_quick(VM *vm, Set *set, Value item, uint64_t hash) {
    size_t empty;
    int64_t found = set_find_first(vm, set, item, hash, &empty);
    return found != -3 ? found : set_find(vm, set, item, hash);
}
// Puts an item for which set_find_first has said `found`, not there or unknown.
static inline MAY_RAISE bool set_insert_found(VM *vm, Set *set, Value item, uint64_t hash, int64_t found, size_t empty) {
    if (found == -3 || !set->slots || (set->fill + 1) * 5 >= set->mask * 3) return set_insert(vm, set, item, hash);
    SetSlot *slot = &set->slots[empty];
    gc_store(vm, set, &slot->item, item);
    slot->hash = hash;
    set->used++, set->fill++;
    return true;
}
static inline MAY_RAISE bool set_insert_quick(VM *vm, Set *set, Value item, uint64_t hash) {
    size_t empty = 0;
    int64_t found = set_find_first(vm, set, item, hash, &empty);
    return found >= 0 || set_insert_found(vm, set, item, hash, found, empty);
}
#endif
