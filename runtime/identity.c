// Identities of objects in a VM that is deterministic: numbers in the order in which they were first asked for, instead of addresses (type.h).
//
// A table from addresses to numbers, open addressing with linear probing, at most half full. What has died is taken out at the end of each collection, before its
// address can be used again: of young ones only those that were put in since the last collection have to be looked at.
#include "runtime/type.h"
#include <stdlib.h>

typedef struct Identity {
    Object *object; // NULL: free
    uint64_t number;
} Identity;
struct Identities {
    size_t capacity, count; // a power of two
    Identity *entries;
    Object **fresh; // put in since the last collection
    size_t fresh_count, fresh_capacity;
    uint64_t given;
};
enum { IDENTITY_FIRST = 0x1000, IDENTITY_STEP = 16 }; // what hashes and readers take for addresses

static size_t place_of(const struct Identities *t, const Object *object) { return (size_t)((uint64_t)(uintptr_t)object * 0x9e3779b97f4a7c15u >> 20) & (t->capacity - 1); }

// Where it is, or would be.
static Identity *find(const struct Identities *t, const Object *object) {
    size_t at = place_of(t, object);
    while (t->entries[at].object && t->entries[at].object != object) at = (at + 1) & (t->capacity - 1);
    return &t->entries[at];
}

static bool grow(struct Identities *t) {
    struct Identities larger = *t;
    larger.capacity = t->capacity ? 2 * t->capacity : 64;
    if (!(larger.entries = calloc(larger.capacity, sizeof *larger.entries))) return false;
    for (size_t i = 0; i < t->capacity; i++)
        if (t->entries[i].object) *find(&larger, t->entries[i].object) = t->entries[i];
    free(t->entries);
    *t = larger;
    return true;
}

static bool note_fresh(struct Identities *t, Object *object) {
    if (t->fresh_count == t->fresh_capacity) {
        size_t capacity = t->fresh_capacity ? 2 * t->fresh_capacity : 64;
        Object **larger = realloc(t->fresh, capacity * sizeof *larger);
        if (!larger) return false;
        t->fresh = larger, t->fresh_capacity = capacity;
    }
    t->fresh[t->fresh_count++] = object;
    return true;
}

bool identity_number(VM *vm, Value v, uint64_t *out) {
    struct Identities *t = vm->identities;
    if (!t && !(t = vm->identities = calloc(1, sizeof *t))) return raise_memory_error(vm), false;
    if (2 * t->count >= t->capacity && !grow(t)) return raise_memory_error(vm), false;
    Identity *entry = find(t, as_object(v));
    if (!entry->object) {
        if (!note_fresh(t, as_object(v))) return raise_memory_error(vm), false;
        *entry = (Identity){as_object(v), IDENTITY_FIRST + IDENTITY_STEP * t->given++};
        t->count++;
    }
    return *out = entry->number, true;
}

// What follows it without a gap moves up if it may stand there.
static void take_out(struct Identities *t, Identity *entry) {
    size_t hole = (size_t)(entry - t->entries), mask = t->capacity - 1;
    for (size_t at = (hole + 1) & mask; t->entries[at].object; at = (at + 1) & mask) {
        size_t wanted = place_of(t, t->entries[at].object);
        if (((at - wanted) & mask) < ((at - hole) & mask)) continue;
        t->entries[hole] = t->entries[at];
        hole = at;
    }
    t->entries[hole].object = NULL;
    t->count--;
}

void identities_forget_dead(VM *vm, bool full) {
    struct Identities *t = vm->identities;
    if (!t) return;
    for (size_t i = 0; !full && i < t->fresh_count; i++)
        if (!heap_is_marked(vm->heap, t->fresh[i])) take_out(t, find(t, t->fresh[i]));
    t->fresh_count = 0;
    for (size_t i = 0; full && i < t->capacity;) {
        if (t->entries[i].object && !heap_is_marked(vm->heap, t->entries[i].object)) take_out(t, &t->entries[i]); // another one may stand there now
        else i++;
    }
}

void identities_close(VM *vm) {
    if (!vm->identities) return;
    free(vm->identities->entries), free(vm->identities->fresh), free(vm->identities);
    vm->identities = NULL;
}
