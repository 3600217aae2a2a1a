#include "runtime/objects/table.h"
#include "base/map.h"
#include "runtime/objects/str.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { GROUP = 16, EMPTY = 0x80, DELETED = 0xFE };

// ---- hashes ------------------------------------------------------------------------------------------------------

static bool is_exact_str(const VM *vm, Value v) { return is_exactly(v, vm->types.str); }

bool table_hash_slow(VM *vm, Value key, uint32_t *hash) {
    uint64_t wide;
    if (is_exact_str(vm, key)) wide = str_hash(vm, as_str(key));
    else if (!op_hash(vm, key, &wide)) return false;
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

// A capacity with an index is 7/8 of a power of two, 14 or more.
static size_t slots_for(size_t capacity) { return capacity < 14 ? capacity + 1 : (size_t)1 << (64 - __builtin_clzll(capacity)); }
static bool is_wide(size_t capacity) { return capacity > 65536; }
static uint8_t *controls(const Table *table) { return table->index; }
static size_t index_size(size_t capacity) {
    size_t slots = slots_for(capacity);
    return (slots + GROUP + 7) / 8 * 8 + slots * (is_wide(capacity) ? 4 : 2) + 8;
}
static uint64_t *deleted_slots(const Table *table) { return (uint64_t *)((uint8_t *)table->index + index_size(table->capacity) - 8); }
static void index_clear(const Table *table) {
    memset(table->index, EMPTY, slots_for(table->capacity) + GROUP);
    *deleted_slots(table) = 0;
}
static void set_first(Table *table, size_t first) { table->flags = (table->flags & TABLE_STRING_KEYS) | (uint32_t)first << TABLE_FIRST_SHIFT; }
static void *numbers(const Table *table, size_t slots) { return (uint8_t *)table->index + (slots + GROUP + 7) / 8 * 8; }

static size_t number_at(const Table *table, size_t slots, size_t slot) {
    const void *place = numbers(table, slots);
    return is_wide(table->capacity) ? ((const uint32_t *)place)[slot] : ((const uint16_t *)place)[slot];
}
static void set_number(Table *table, size_t slots, size_t slot, size_t entry) {
    void *place = numbers(table, slots);
    if (is_wide(table->capacity)) ((uint32_t *)place)[slot] = (uint32_t)entry;
    else ((uint16_t *)place)[slot] = (uint16_t)entry;
}

// The first GROUP control bytes stand again behind the last, so that a group may start anywhere.
static void set_control(Table *table, size_t slots, size_t slot, uint8_t control) {
    controls(table)[slot] = control;
    if (slot < GROUP) controls(table)[slots + slot] = control;
}

// Bit n: byte n of the group equals `byte`.
static unsigned match_group(const uint8_t *group, uint8_t byte) {
#if defined(__SSE2__)
    __m128i bytes = _mm_loadu_si128((const __m128i *)group);
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)byte)));
#else
    unsigned bits = 0;
    for (unsigned i = 0; i < GROUP; i++) bits |= (unsigned)(group[i] == byte) << i;
    return bits;
#endif
}

// Seven bits, different for neighbours.
static uint8_t control_of(uint32_t hash) { return (uint8_t)((hash >> 25 ^ hash) & 0x7f); }

static void index_add(Table *table, uint32_t hash, size_t entry) {
    size_t slots = slots_for(table->capacity), mask = slots - 1, at = hash & mask;
    for (;; at = (at + GROUP) & mask) {
        unsigned free_ones = match_group(controls(table) + at, EMPTY) | match_group(controls(table) + at, DELETED);
        if (!free_ones) continue;
        size_t slot = (at + (unsigned)__builtin_ctz(free_ones)) & mask;
        if (controls(table)[slot] == DELETED) --*deleted_slots(table);
        set_control(table, slots, slot, control_of(hash));
        set_number(table, slots, slot, entry);
        return;
    }
}

// ---- growing -----------------------------------------------------------------------------------------------------

// Room for `capacity` entries, deleted ones squeezed out. capacity: TABLE_SCANNED, or 7/8 of a power of two.
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
    while (slots / 8 * 7 < count && slots < (size_t)1 << 40) slots *= 2;
    return slots / 8 * 7;
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
    size_t slots = slots_for(table->capacity), mask = slots - 1;
    for (size_t at = hash & mask;; at = (at + GROUP) & mask) {
        const uint8_t *group = controls(table) + at;
        for (unsigned hits = match_group(group, control_of(hash)); hits; hits &= hits - 1) {
            size_t entry = number_at(table, slots, (at + (unsigned)__builtin_ctz(hits)) & mask);
            Value candidate = table->entries[entry * stride];
            if (candidate == key) return (int64_t)entry;
            if (table->hashes && table->hashes[entry] != hash) continue;
            int equal = keys_equal(vm, table, key, candidate, moved);
            if (equal < 0) return -2;
            if (*moved) return -1;
            if (equal) return (int64_t)entry;
        }
        if (match_group(group, EMPTY)) return -1;
    }
}

// Two strs that are not the same object.
static bool same_text(const Str *a, const Str *b) {
    if (a->flags & b->flags & STR_INTERNED || a->size != b->size) return false;
    return (!a->hash || !b->hash || a->hash == b->hash) && memcmp(a->text, b->text, a->size) == 0;
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
    size_t slots = slots_for(table->capacity), mask = slots - 1;
    for (size_t at = hash & mask;; at = (at + GROUP) & mask) {
        const uint8_t *group = controls(table) + at;
        for (unsigned hits = match_group(group, control_of(hash)); hits; hits &= hits - 1) {
            size_t entry = number_at(table, slots, (at + (unsigned)__builtin_ctz(hits)) & mask);
            Value candidate = entries[entry * stride];
            if (candidate == key) return (int64_t)entry;
            if (!is_small_int(key) && is_object(candidate) && same_text(as_str(key), as_str(candidate))) return (int64_t)entry;
        }
        if (match_group(group, EMPTY)) return -1;
    }
}

int64_t table_find(VM *vm, Table *table, unsigned stride, Value key, uint32_t hash) {
    if (!table->hashes && (is_small_int(key) || is_exact_str(vm, key))) return stride == 2 ? find_simple(table, 2, key, hash) : find_simple(table, 1, key, hash);
    for (;;) { // again when a comparison changed the table under us
        bool moved = false;
        int64_t entry = table->index ? probe(vm, table, stride, key, hash, &moved) : scan(vm, table, stride, key, hash, &moved);
        if (!moved || entry == -2) return entry;
    }
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
    size_t slots = slots_for(table->capacity), mask = slots - 1;
    for (size_t at = hash & mask;; at = (at + GROUP) & mask) {
        const uint8_t *group = controls(table) + at;
        for (unsigned hits = match_group(group, control_of(hash)); hits; hits &= hits - 1) {
            size_t entry = number_at(table, slots, (at + (unsigned)__builtin_ctz(hits)) & mask);
            Value candidate = table->entries[entry * stride];
            if (candidate == wanted || (is_exact_str(vm, candidate) && str_equal(key, as_str(candidate)))) return (int64_t)entry;
        }
        if (match_group(group, EMPTY)) return -1;
    }
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
        size_t wanted = table->used > table->capacity / 8 * 7 ? table->capacity * 2 : table->capacity;
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
        uint32_t hash = entry_hash(vm, table, stride, entry);
        size_t slots = slots_for(table->capacity), mask = slots - 1;
        bool found = false;
        for (size_t at = hash & mask; !found; at = (at + GROUP) & mask)
            for (unsigned hits = match_group(controls(table) + at, control_of(hash)); hits && !found; hits &= hits - 1) {
                size_t slot = (at + (unsigned)__builtin_ctz(hits)) & mask;
                if (number_at(table, slots, slot) != entry) continue;
                set_control(table, slots, slot, DELETED);
                ++*deleted_slots(table);
                found = true;
            }
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
