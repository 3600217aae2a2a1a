// The slots of sets. Searching: from slot hash & mask, nine neighbours first (they share cache lines), then on by
//     perturb >>= 5;  i = i * 5 + 1 + perturb  (mod slots)
// a full-period congruential step into which all bits of the hash go one after the other (Knuth 3.2.1.2; the scheme of CPython's sets, whose order we keep).
#include "runtime/objects/set.h"
#include "runtime/objects/table.h"
#include "runtime/quick_order.h"

enum { LEAST_SLOTS = 8, PERTURB_SHIFT = 5 };
#define MOST_SLOTS ((size_t)1 << 40)

// The last slot looked at before the search jumps, when it began at `i`.
static size_t last_neighbour(size_t i, size_t mask) { return i + SET_NEIGHBOURS <= mask ? i + SET_NEIGHBOURS : i; }
static size_t jump(size_t i, size_t *perturb, size_t mask) {
    *perturb >>= PERTURB_SHIFT;
    return (i * 5 + 1 + *perturb) & mask;
}
static size_t bytes_of(size_t mask) { return (mask + 1) * sizeof(SetSlot); }

static SetSlot *slots_new(VM *vm, size_t count) {
    SetSlot *slots = count <= MOST_SLOTS ? block_new(vm, count * sizeof *slots) : (raise_memory_error(vm), NULL);
    const SetSlot empty = {0, VALUE_UNBOUND};
    for (SetSlot *slot = slots, *end = slots + count; slots && slot < end; slot += 4) slot[0] = slot[1] = slot[2] = slot[3] = empty; // there are 8 or more
    return slots;
}

// Into slots that neither hold the item nor have removed ones.
static inline void put(SetSlot *slots, size_t mask, SetSlot slot) {
    size_t perturb = slot.hash, i = slot.hash & mask;
    if (slots[i].item == VALUE_UNBOUND) {
        slots[i] = slot;
        return;
    }
    for (;; i = jump(i, &perturb, mask))
        for (size_t at = i, last = last_neighbour(i, mask); at <= last; at++)
            if (slots[at].item == VALUE_UNBOUND) {
                slots[at] = slot;
                return;
            }
}

// All items of `from`, likewise.
static void put_all(SetSlot *slots, size_t mask, const Set *from) {
    for (const SetSlot *slot = from->slots, *end = slot + from->mask + 1; slot < end; slot++)
        if (slot->item != VALUE_UNBOUND) put(slots, mask, *slot);
}

// Makes as many slots as there must be for more than `least` items; the removed ones are gone.
static bool resize(VM *vm, Set *set, size_t least) {
    size_t count = LEAST_SLOTS;
    while (count <= least && count <= MOST_SLOTS) count *= 2;
    SetSlot *slots = slots_new(vm, count);
    if (!slots) return false;
    if (set->slots) {
        put_all(slots, count - 1, set);
        block_free(vm, set->slots, bytes_of(set->mask));
    }
    gc_store_object(vm, set, &set->slots, slots);
    set->mask = count - 1;
    set->fill = set->used;
    set->version++;
    return true;
}
static size_t grown(const Set *set) { return set->used > 50000 ? set->used * 2 : set->used * 4; }

bool set_make_room(VM *vm, Set *set, size_t more) {
    if (more > MOST_SLOTS) return raise_memory_error(vm), false;
    return (set->fill + more) * 5 < set->mask * 3 || resize(vm, set, (set->used + more) * 2);
}
bool set_drop_removed(VM *vm, Set *set) { return set->fill - set->used <= set->mask / 4 || resize(vm, set, grown(set)); }

// 1 equal, 0 not, -1 raised. Both have the same hash.
static int items_equal(VM *vm, Set *set, Value candidate, Value item) {
    if (candidate == item) return 1;
    work_done(vm, 1);
    if (is_small_int(candidate) && is_small_int(item)) return 0;
    if (is_exactly(item, vm->types.tuple) && is_exactly(candidate, vm->types.tuple)) {
        int equal = quick_equal_tuples(vm, as_tuple(candidate), as_tuple(item));
        if (equal != ORDER_UNKNOWN) return equal;
    }
    ROOT_SCOPE(vm);
    root_push(vm, item), root_push(vm, candidate), root_push(vm, from_object(set));
    int equal = op_equal(vm, candidate, item);
    ROOT_END(vm);
    return equal;
}

// As set_find; *place gets the slot for the item when it is not there: the last removed one passed, or the empty one that ended the search.
static int64_t search(VM *vm, Set *set, Value item, uint64_t hash, size_t *place) {
again:;
    size_t mask = set->mask, perturb = hash, i = hash & mask;
    size_t removed = SIZE_MAX;
    uint32_t version = set->version;
    const SetSlot *slots = set->slots;
    for (;; i = jump(i, &perturb, mask))
        for (size_t at = i, last = last_neighbour(i, mask); at <= last; at++) {
            SetSlot slot = slots[at];
            if (slot.item == VALUE_UNBOUND) {
                if (slot.hash == SET_REMOVED) {
                    removed = at;
                    continue;
                }
                return *place = removed != SIZE_MAX ? removed : at, -1;
            }
            if (slot.hash != hash) continue;
            if (slot.item == item) return (int64_t)at;
            if (is_exactly(item, vm->types.str) && is_exactly(slot.item, vm->types.str)) {
                if (table_same_text(as_str(slot.item), as_str(item))) return (int64_t)at;
                continue;
            }
            int equal = items_equal(vm, set, slot.item, item);
            if (equal < 0) return -2;
            if (set->version != version && !set->slots) return *place = 0, -1; // cleared by the comparison
            if (set->version != version || set->slots[at].item != slot.item) goto again;
            if (equal) return (int64_t)at;
        }
}

int64_t set_find(VM *vm, Set *set, Value item, uint64_t hash) {
    size_t place;
    return set->used ? search(vm, set, item, hash, &place) : -1;
}

bool set_insert(VM *vm, Set *set, Value item, uint64_t hash) {
    size_t place;
    if (!set->slots) { // the first one
        if (!resize(vm, set, 0)) return false;
        SetSlot *slot = &set->slots[hash & set->mask];
        gc_store(vm, set, &slot->item, item);
        slot->hash = hash;
        set->used = set->fill = 1;
        return true;
    }
    int64_t found = search(vm, set, item, hash, &place);
    if (found != -1) return found >= 0;
    if (!set->slots && !resize(vm, set, 0)) return false;
    bool reused = set->slots[place].hash == SET_REMOVED;
    gc_store(vm, set, &set->slots[place].item, item);
    set->slots[place].hash = hash;
    set->used++;
    if (reused) return true;
    set->fill++;
    if (set->fill * 5 < set->mask * 3 || resize(vm, set, grown(set))) return true;
    set->slots[place] = (SetSlot){.item = VALUE_UNBOUND}; // it was an empty one: a set that kept what it has no room for would end up without empty slots, where no search ends
    set->used--, set->fill--;
    return false;
}

void set_remove(Set *set, size_t slot) {
    set->slots[slot] = (SetSlot){SET_REMOVED, VALUE_UNBOUND};
    set->used--;
}

Value set_pop(VM *vm, Set *set) {
    if (!set->used) return raise_error(vm, vm->types.KeyError, "pop from an empty set");
    size_t at = set->finger & set->mask;
    while (set->slots[at].item == VALUE_UNBOUND) at = at == set->mask ? 0 : at + 1;
    Value item = set->slots[at].item;
    set_remove(set, at);
    set->finger = at + 1;
    return item;
}

bool set_merge(VM *vm, Set *set, const Set *other) {
    if (set == other || !other->used) return true;
    work_done(vm, other->used / 2);
    if (!set_make_room(vm, set, other->used)) return false;
    if (!set->fill) {
        if (!set->slots && !resize(vm, set, 0)) return false;
        if (set->mask == other->mask && other->fill == other->used) memcpy(set->slots, other->slots, bytes_of(set->mask));
        else put_all(set->slots, set->mask, other);
        set->fill = set->used = other->used;
        gc_wrote(vm, set);
        set->version++;
        return true;
    }
    SetSlot slot;
    ROOT_SCOPE(vm);
    root_push(vm, from_object((void *)(uintptr_t)other)), root_push(vm, from_object(set));
    bool good = true;
    for (size_t at = 0; good && set_next_slot(other, &at, &slot);) good = set_insert_quick(vm, set, slot.item, slot.hash);
    ROOT_END(vm);
    return good;
}

void set_clear(VM *vm, Set *set) {
    if (set->slots) block_free(vm, set->slots, bytes_of(set->mask));
    set->slots = NULL;
    set->mask = LEAST_SLOTS - 1;
    set->fill = set->used = 0;
    set->has_hash = false;
    set->version++;
}

void set_swap(VM *vm, Set *a, Set *b) {
    gc_wrote(vm, a), gc_wrote(vm, b);
    Set old = *a;
    a->slots = b->slots, a->mask = b->mask, a->fill = b->fill, a->used = b->used;
    b->slots = old.slots, b->mask = old.mask, b->fill = old.fill, b->used = old.used;
    a->version++, b->version++;
}

bool set_next(const Set *set, size_t *at, Value *item) {
    SetSlot slot;
    if (!set_next_slot(set, at, &slot)) return false;
    *item = slot.item;
    return true;
}
