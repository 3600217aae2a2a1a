#include "runtime/objects/table.h"
#include "base/map.h"
#include "runtime/objects/str.h"

// A slot of the index: the hash of an entry and its number, or what the slot says instead.
typedef struct Slot {
    uint32_t hash, entry;
} Slot;
#define SLOT_EMPTY UINT32_MAX
#define SLOT_DELETED (UINT32_MAX - 1)

// ---- hashes ------------------------------------------------------------------------------------------------------

static bool is_exact_str(const VM *vm, Value v) { return is_exactly(v, vm->types.str); }

bool table_hash_slow(VM *vm, Value key, uint32_t *hash) {
    uint64_t wide;
    if (!op_hash(vm, key, &wide)) return false;
    *hash = table_fold(wide);
    return true;
}

// The hash of a key that is a str or small int, without the chance of an error.
static uint32_t simple_hash(VM *vm, Value key) {
    uint32_t hash = 0;
    (void)table_hash(vm, key, &hash);
    return hash;
}

static uint32_t entry_hash(VM *vm, const Table *table, unsigned stride, size_t entry) {
    return table->hashes ? table->hashes[entry] : simple_hash(vm, table->entries[entry * stride]);
}

// ---- the index ---------------------------------------------------------------------------------------------------

// A capacity with an index is 3/4 of a power of two, 12 or more.
static size_t slots_for(size_t capacity) { return (size_t)1 << (64 - __builtin_clzll(capacity)); }
static Slot *slots_of(const Table *table) { return table->index; }
static size_t index_size(size_t capacity) { return slots_for(capacity) * sizeof(Slot) + 8; }
static uint64_t *deleted_slots(const Table *table) { return (uint64_t *)(slots_of(table) + slots_for(table->capacity)); }
static void index_clear(const Table *table) {
    memset(table->index, 0xff, slots_for(table->capacity) * sizeof(Slot));
    *deleted_slots(table) = 0;
}
static void set_first(Table *table, size_t first) { table->flags = (table->flags & TABLE_STRING_KEYS) | (uint32_t)first << TABLE_FIRST_SHIFT; }

static void index_add(Table *table, uint32_t hash, size_t entry) {
    Slot *slots = slots_of(table);
    size_t mask = slots_for(table->capacity) - 1, at = hash & mask;
    while (slots[at].entry < SLOT_DELETED) at = (at + 1) & mask;
    if (slots[at].entry == SLOT_DELETED) --*deleted_slots(table);
    slots[at] = (Slot){hash, (uint32_t)entry};
}

// ---- growing -----------------------------------------------------------------------------------------------------

// Room for `capacity` entries, deleted ones squeezed out. capacity: TABLE_SCANNED, or 3/4 of a power of two.
static bool rebuild(VM *vm, Table *table, unsigned stride, size_t capacity) {
    if (capacity > UINT32_MAX / 2) {
        raise_memory_error(vm);
        return false;
    }
    Value *entries = block_new(vm, capacity * stride * sizeof(Value));
    void *index = NULL;
    uint32_t *hashes = NULL;
    if (entries && capacity > TABLE_SCANNED) index = block_new(vm, index_size(capacity));
    if (entries && table->hashes) hashes = block_new(vm, capacity * sizeof *hashes);
    if (!entries || (capacity > TABLE_SCANNED && !index) || (table->hashes && !hashes)) {
        if (entries) block_free(vm, entries, capacity * stride * sizeof(Value));
        if (index) block_free(vm, index, index_size(capacity));
        return false;
    }
    Table old = *table;
    table->entries = entries;
    table->index = index;
    table->hashes = hashes;
    table->capacity = capacity;
    table->keys_version++;
    set_first(table, 0);
    if (index) index_clear(table);
    size_t filled = 0;
    for (size_t i = 0; i < old.filled; i++) {
        if (old.entries[i * stride] == VALUE_UNBOUND) continue;
        memcpy(entries + filled * stride, old.entries + i * stride, stride * sizeof(Value));
        uint32_t hash = old.hashes ? old.hashes[i] : index ? simple_hash(vm, old.entries[i * stride]) : 0;
        if (hashes) hashes[filled] = hash;
        if (index) index_add(table, hash, filled);
        filled++;
    }
    table->filled = filled;
    if (old.entries) block_free(vm, old.entries, old.capacity * stride * sizeof(Value));
    if (old.index) block_free(vm, old.index, index_size(old.capacity));
    if (old.hashes) block_free(vm, old.hashes, old.capacity * sizeof *old.hashes);
    return true;
}

static size_t capacity_for(size_t count) {
    if (count <= TABLE_SCANNED) return TABLE_SCANNED;
    size_t slots = 16;
    while (slots / 4 * 3 < count && slots < (size_t)1 << 40) slots *= 2;
    return slots / 4 * 3;
}

bool table_reserve(VM *vm, Table *table, unsigned stride, size_t count) {
    return count <= table->capacity || rebuild(vm, table, stride, capacity_for(count));
}

static bool start_hashes(VM *vm, Table *table, unsigned stride) {
    uint32_t *hashes = block_new(vm, table->capacity * sizeof *hashes);
    if (!hashes) return false;
    for (size_t i = 0; i < table->filled; i++) hashes[i] = table->entries[i * stride] == VALUE_UNBOUND ? 0 : simple_hash(vm, table->entries[i * stride]);
    table->hashes = hashes;
    return true;
}

// ---- finding -----------------------------------------------------------------------------------------------------

// 1 equal, 0 not, -1 raised. Sets *moved when a script ran and changed the table.
static int keys_equal(VM *vm, Table *table, Value key, Value candidate, bool *moved) {
    if (key == candidate) return 1;
    bool str_key = is_exact_str(vm, key), str_candidate = is_exact_str(vm, candidate);
    if (str_key && str_candidate) return str_equal(as_str(key), as_str(candidate));
    if (is_small_int(key) && (is_small_int(candidate) || str_candidate)) return 0;
    if (is_small_int(candidate) && str_key) return 0;
    uint32_t version = table->keys_version;
    ROOT_SCOPE(vm);
    root_push(vm, key), root_push(vm, candidate), root_push(vm, from_object(table));
    int equal = op_equal(vm, candidate, key);
    ROOT_END(vm);
    *moved = table->keys_version != version;
    return equal;
}

static int64_t scan(VM *vm, Table *table, unsigned stride, Value key, uint32_t hash, bool *moved) {
    for (size_t i = 0; i < table->filled; i++) {
        Value candidate = table->entries[i * stride];
        if (candidate == key) return (int64_t)i;
        if (candidate == VALUE_UNBOUND || (table->hashes && table->hashes[i] != hash)) continue;
        int equal = keys_equal(vm, table, key, candidate, moved);
        if (equal < 0) return -2;
        if (*moved) return -1;
        if (equal) return (int64_t)i;
    }
    return -1;
}

static int64_t probe(VM *vm, Table *table, unsigned stride, Value key, uint32_t hash, bool *moved) {
    const Slot *slots = slots_of(table);
    size_t mask = slots_for(table->capacity) - 1;
    for (size_t at = hash & mask; slots[at].entry != SLOT_EMPTY; at = (at + 1) & mask) {
        if (slots[at].hash != hash || slots[at].entry == SLOT_DELETED) continue;
        size_t entry = slots[at].entry;
        int equal = keys_equal(vm, table, key, table->entries[entry * stride], moved);
        if (equal < 0) return -2;
        if (*moved) return -1;
        if (equal) return (int64_t)entry;
    }
    return -1;
}

// Two strs that are not the same object.
static bool same_text(const Str *a, const Str *b) {
    if (a->flags & b->flags & STR_INTERNED || a->size != b->size) return false;
    return (!a->hash || !b->hash || a->hash == b->hash) && str_same_bytes(a, b);
}

// In a table of exact strs and small ints only (no hashes kept), for such a key: nothing to ask scripts.
static inline int64_t find_simple(const Table *table, unsigned stride, Value key, uint32_t hash) {
    const Value *entries = table->entries;
    if (!table->index) {
        for (size_t i = 0; i < table->filled; i++)
            if (entries[i * stride] == key) return (int64_t)i;
        for (size_t i = 0; i < table->filled && !is_small_int(key); i++)
            if (is_object(entries[i * stride]) && same_text(as_str(key), as_str(entries[i * stride]))) return (int64_t)i;
        return -1;
    }
    const Slot *slots = slots_of(table);
    size_t mask = slots_for(table->capacity) - 1;
    for (size_t at = hash & mask; slots[at].entry != SLOT_EMPTY; at = (at + 1) & mask) {
        if (slots[at].hash != hash || slots[at].entry == SLOT_DELETED) continue;
        Value candidate = entries[(size_t)slots[at].entry * stride];
        if (candidate == key || (!is_small_int(key) && is_object(candidate) && same_text(as_str(key), as_str(candidate)))) return slots[at].entry;
    }
    return -1;
}

static __attribute__((noinline)) int64_t find_slow(VM *vm, Table *table, unsigned stride, Value key, uint32_t hash) {
    for (;;) { // again when a comparison changed the table under us
        bool moved = false;
        int64_t entry = table->index ? probe(vm, table, stride, key, hash, &moved) : scan(vm, table, stride, key, hash, &moved);
        if (!moved || entry == -2) return entry;
    }
}

// Kept apart so that each is small: they are among the most called functions of all.
__attribute__((noinline)) int64_t table_find_simple_in_dict(const Table *table, Value key, uint32_t hash) { return find_simple(table, 2, key, hash); }
static __attribute__((noinline)) int64_t find_simple_in_set(const Table *table, Value key, uint32_t hash) { return find_simple(table, 1, key, hash); }

int64_t table_find(VM *vm, Table *table, unsigned stride, Value key, uint32_t hash) {
    if (__builtin_expect(table->hashes != NULL || !(is_small_int(key) || is_exact_str(vm, key)), 0)) return find_slow(vm, table, stride, key, hash);
    return stride == 2 ? table_find_simple_in_dict(table, key, hash) : find_simple_in_set(table, key, hash);
}

int64_t table_find_str(VM *vm, const Table *table, unsigned stride, Str *key) {
    Value wanted = from_object(key);
    if (!table->index) {
        for (size_t i = 0; i < table->filled; i++)
            if (table->entries[i * stride] == wanted) return (int64_t)i;
        for (size_t i = 0; i < table->filled; i++) {
            Value candidate = table->entries[i * stride];
            if (is_exact_str(vm, candidate) && !(key->flags & as_str(candidate)->flags & STR_INTERNED) && str_equal(key, as_str(candidate))) return (int64_t)i;
        }
        return -1;
    }
    uint32_t hash = table_fold(str_hash(vm, key));
    const Slot *slots = slots_of(table);
    size_t mask = slots_for(table->capacity) - 1;
    for (size_t at = hash & mask; slots[at].entry != SLOT_EMPTY; at = (at + 1) & mask) {
        if (slots[at].hash != hash || slots[at].entry == SLOT_DELETED) continue;
        Value candidate = table->entries[(size_t)slots[at].entry * stride];
        if (candidate == wanted || (is_exact_str(vm, candidate) && str_equal(key, as_str(candidate)))) return slots[at].entry;
    }
    return -1;
}

// ---- changing ----------------------------------------------------------------------------------------------------

int64_t table_insert(VM *vm, Table *table, unsigned stride, Value key, uint32_t hash) {
    bool is_string = is_exact_str(vm, key);
    if (!table->filled) table->flags |= TABLE_STRING_KEYS;
    if (table->filled == table->capacity) {
        // Grow by what lives: a table with many deleted entries is squeezed instead.
        size_t wanted = table->used * 2 > table->capacity ? table->capacity * 2 : table->used + 1;
        if (!rebuild(vm, table, stride, capacity_for(wanted > table->used ? wanted : table->used + 1))) return -1;
    } else if (table->index && table->used + *deleted_slots(table) >= table->capacity) {
        // Entries were taken from the end and others put there: the index is full of deleted slots. Rebuilding often must not become the rule.
        size_t wanted = table->used > table->capacity / 8 * 7 ? table->capacity * 2 : table->capacity; // as it is, without the deleted
        if (!rebuild(vm, table, stride, capacity_for(wanted))) return -1;
    }
    bool simple = is_string || (is_small_int(key) && simple_hash(vm, key) == hash);
    if (!table->hashes && !simple && !start_hashes(vm, table, stride)) return -1;
    if (!is_string) table->flags &= ~(uint32_t)TABLE_STRING_KEYS;
    size_t entry = table->filled++;
    gc_store(vm, table, &table->entries[entry * stride], key);
    if (table->hashes) table->hashes[entry] = hash;
    if (table->index) index_add(table, hash, entry);
    table->used++;
    table->keys_version++;
    return (int64_t)entry;
}

void table_remove(VM *vm, Table *table, unsigned stride, size_t entry) {
    if (table->index) {
        Slot *slots = slots_of(table);
        size_t mask = slots_for(table->capacity) - 1, at = entry_hash(vm, table, stride, entry) & mask;
        while (slots[at].entry != entry) at = (at + 1) & mask;
        slots[at].entry = SLOT_DELETED;
        ++*deleted_slots(table);
    }
    table->entries[entry * stride] = VALUE_UNBOUND;
    if (stride == 2) table->entries[entry * stride + 1] = VALUE_UNBOUND;
    table->used--;
    table->keys_version++;
    while (table->filled && table->entries[(table->filled - 1) * stride] == VALUE_UNBOUND) table->filled--; // popitem from the end stays cheap
    size_t first = table->flags >> TABLE_FIRST_SHIFT;
    while (first < table->filled && table->entries[first * stride] == VALUE_UNBOUND) first++;
    set_first(table, first < table->filled ? first : table->filled);
}

void table_clear(VM *vm, Table *table, unsigned stride) {
    if (table->entries) block_free(vm, table->entries, table->capacity * stride * sizeof(Value));
    if (table->index) block_free(vm, table->index, index_size(table->capacity));
    if (table->hashes) block_free(vm, table->hashes, table->capacity * sizeof *table->hashes);
    table->entries = NULL;
    table->index = NULL;
    table->hashes = NULL;
    table->used = table->filled = table->capacity = 0;
    table->flags = 0;
    table->keys_version++;
}

bool table_copy(VM *vm, Table *into, const Table *from, unsigned stride) {
    if (!from->used) return true;
    Table source = *from; // a view: rebuild copies the live entries out of it and must not free what is not its own
    size_t capacity = capacity_for(from->used);
    Value *entries = block_new(vm, capacity * stride * sizeof(Value));
    uint32_t *hashes = entries && source.hashes ? block_new(vm, capacity * sizeof *hashes) : NULL;
    void *index = entries && capacity > TABLE_SCANNED ? block_new(vm, index_size(capacity)) : NULL;
    if (!entries || (source.hashes && !hashes) || (capacity > TABLE_SCANNED && !index)) return false;
    into->entries = entries;
    into->hashes = hashes;
    into->index = index;
    into->capacity = capacity;
    into->flags = source.flags;
    into->used = into->filled = 0;
    set_first(into, 0);
    if (index) index_clear(into);
    for (size_t i = 0; i < source.filled; i++) {
        if (source.entries[i * stride] == VALUE_UNBOUND) continue;
        memcpy(entries + into->filled * stride, source.entries + i * stride, stride * sizeof(Value));
        uint32_t hash = hashes || index ? entry_hash(vm, &source, stride, i) : 0;
        if (hashes) hashes[into->filled] = hash;
        if (index) index_add(into, hash, into->filled);
        into->filled++;
    }
    into->used = into->filled;
    into->keys_version++;
    return true;
}

void table_trace(VM *vm, Table *table, unsigned stride) {
    gc_mark_block(vm, table->entries);
    gc_mark_block(vm, table->index);
    gc_mark_block(vm, table->hashes);
    for (size_t i = 0; i < table->filled * stride; i++)
        if (is_object(table->entries[i])) gc_mark(vm, table->entries[i]);
}
