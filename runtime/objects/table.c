#include "runtime/objects/table.h"
#include "base/map.h"
#include "runtime/objects/str.h"
#include "runtime/quick_order.h"

// What a slot of the index says when it has no entry. An entry's number is never so large: its bits have room for a third more.
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

static uint32_t entry_hash(VM *vm, const Dict *dict, size_t entry) {
    return dict->hashes ? dict->hashes[entry] : simple_hash(vm, dict->entries[entry].key);
}

// ---- the index ---------------------------------------------------------------------------------------------------

// A capacity with an index is 3/4 of the slots.
static uint32_t slots_for(size_t capacity) { return capacity > TABLE_SCANNED ? (uint32_t)(capacity / 3 * 4) : 0; }
static size_t index_size(size_t capacity) { return (size_t)slots_for(capacity) * sizeof(uint32_t) + 8; }
static uint64_t *deleted_slots(const Dict *dict) { return (uint64_t *)(void *)((uint32_t *)dict->index + dict->slots); }
static void set_capacity(Dict *dict, size_t capacity) {
    dict->capacity = (uint32_t)capacity;
    dict->slots = slots_for(capacity);
}
static void index_clear(const Dict *dict) {
    memset(dict->index, 0xff, (size_t)dict->slots * sizeof(uint32_t));
    *deleted_slots(dict) = 0;
}

// A search begins at the slot that the upper bits of the hash say, and the hash's place in its run behind it.
typedef struct Search {
    uint32_t *slots;
    size_t at, count;
    uint32_t wanted; // bits of the hash where slots have them: slot ^ wanted is the number of an entry if they agree, else more than any
} Search;
static inline Search search_for(const Dict *dict, uint32_t hash) {
    size_t count = dict->slots, at = (size_t)((uint64_t)hash * count >> 32) + (hash & (TABLE_RUN - 1));
    return (Search){dict->index, at < count ? at : at - count, count, hash << (32 - __builtin_clz(dict->capacity))};
}
static inline void search_next(Search *search) {
    if (++search->at == search->count) search->at = 0;
}

static void set_first(Dict *dict, size_t first) { dict->flags = (dict->flags & ((1u << DICT_FIRST_SHIFT) - 1)) | (uint32_t)first << DICT_FIRST_SHIFT; }

static void index_add(Dict *dict, uint32_t hash, size_t entry) {
    Search search = search_for(dict, hash);
    while (search.slots[search.at] < SLOT_DELETED) search_next(&search);
    if (search.slots[search.at] == SLOT_DELETED) --*deleted_slots(dict);
    search.slots[search.at] = search.wanted | (uint32_t)entry;
}

// Adds all entries to an index that is clear, some at a time: the slots of all of these are fetched from memory before the first is looked at.
static void index_fill(VM *vm, const Dict *dict) {
    const size_t filled = dict->filled;
    enum { TOGETHER = 16 };
    for (size_t start = 0; start < filled; start += TOGETHER) {
        Search next[TOGETHER];
        size_t count = filled - start < TOGETHER ? filled - start : TOGETHER;
        for (size_t i = 0; i < count; i++) {
            next[i] = search_for(dict, entry_hash(vm, dict, start + i));
            __builtin_prefetch(&next[i].slots[next[i].at], 1);
        }
        for (size_t i = 0; i < count; i++) {
            while (next[i].slots[next[i].at] != SLOT_EMPTY) search_next(&next[i]);
            next[i].slots[next[i].at] = next[i].wanted | (uint32_t)(start + i);
        }
    }
}

// ---- growing -----------------------------------------------------------------------------------------------------

// The same for entries without deleted ones, which keep their places: often their block grows where it lies.
static bool widen(VM *vm, Dict *dict, size_t capacity) {
    size_t old = dict->capacity;
    void *index = block_new(vm, index_size(capacity));
    uint32_t *hashes = index && dict->hashes ? block_new(vm, capacity * sizeof *hashes) : NULL;
    bool good = index && (hashes || !dict->hashes);
    DictEntry *entries = good ? block_resize(vm, dict->entries, old * sizeof *entries, capacity * sizeof *entries) : NULL;
    if (!entries) {
        block_free(vm, index, index_size(capacity)), block_free(vm, hashes, capacity * sizeof *hashes);
        return false;
    }
    gc_store_grown(vm, dict, &dict->entries, entries);
    if (hashes) {
        memcpy(hashes, dict->hashes, dict->filled * sizeof *hashes);
        block_free(vm, dict->hashes, old * sizeof *hashes);
        gc_store_grown(vm, dict, &dict->hashes, hashes);
    }
    if (dict->index) block_free(vm, dict->index, index_size(old));
    gc_store_grown(vm, dict, &dict->index, index);
    set_capacity(dict, capacity);
    dict->keys_version += KEYS_VERSION_STEP;
    set_first(dict, 0);
    index_clear(dict);
    index_fill(vm, dict);
    return true;
}

// Room for `capacity` entries, deleted ones squeezed out. capacity: as capacity_for has it.
static bool rebuild(VM *vm, Dict *dict, size_t capacity) {
    if (capacity > UINT32_MAX / 2) {
        raise_memory_error(vm);
        return false;
    }
    if (dict->entries && dict->used == dict->filled && capacity > dict->capacity) return widen(vm, dict, capacity);
    DictEntry *entries = block_new(vm, capacity * sizeof *entries);
    void *index = NULL;
    uint32_t *hashes = NULL;
    if (entries && capacity > TABLE_SCANNED) index = block_new(vm, index_size(capacity));
    if (entries && dict->hashes) hashes = block_new(vm, capacity * sizeof *hashes);
    if (!entries || (capacity > TABLE_SCANNED && !index) || (dict->hashes && !hashes)) {
        if (entries) block_free(vm, entries, capacity * sizeof(DictEntry));
        if (index) block_free(vm, index, index_size(capacity));
        return false;
    }
    Dict old = *dict;
    dict->entries = entries;
    dict->index = index;
    dict->hashes = hashes;
    gc_wrote(vm, dict);
    set_capacity(dict, capacity);
    dict->keys_version += KEYS_VERSION_STEP;
    set_first(dict, 0);
    if (index) index_clear(dict);
    size_t filled = 0;
    for (size_t i = 0; i < old.filled; i++) {
        if (old.entries[i].key == VALUE_UNBOUND) continue;
        entries[filled] = old.entries[i];
        if (hashes) hashes[filled] = old.hashes[i];
        filled++;
    }
    dict->filled = filled;
    if (index) index_fill(vm, dict);
    if (old.entries) block_free(vm, old.entries, old.capacity * sizeof(DictEntry));
    if (old.index) block_free(vm, old.index, index_size(old.capacity));
    if (old.hashes) block_free(vm, old.hashes, old.capacity * sizeof *old.hashes);
    return true;
}

static size_t capacity_for(size_t count) {
    if (count <= TABLE_SCANNED) return TABLE_SCANNED;
    size_t capacity = 12;
    while (capacity < count && capacity < (size_t)1 << 40) capacity *= 2;
    return capacity > TABLE_DOUBLES && capacity / 4 * 3 >= count ? capacity / 4 * 3 : capacity;
}
// Half as much again, or a third, when the table is large.
static size_t grown(const Dict *dict) { return dict->capacity < TABLE_DOUBLES ? (size_t)dict->capacity * 2 : (size_t)dict->capacity + 1; }

bool table_reserve(VM *vm, Dict *dict, size_t count) {
    return count <= dict->capacity || rebuild(vm, dict, capacity_for(count));
}

static bool start_hashes(VM *vm, Dict *dict) {
    uint32_t *hashes = block_new(vm, dict->capacity * sizeof *hashes);
    if (!hashes) return false;
    for (size_t i = 0; i < dict->filled; i++) hashes[i] = dict->entries[i].key == VALUE_UNBOUND ? 0 : simple_hash(vm, dict->entries[i].key);
    gc_store_object(vm, dict, &dict->hashes, hashes);
    return true;
}

// ---- finding -----------------------------------------------------------------------------------------------------

// A tuple, or of a subclass that compares as tuples do: a NamedTuple.
static inline bool is_tuple_key(const VM *vm, Value v) {
#ifdef TYPHON_CORE
    return is_exactly(v, vm->types.tuple);
#else
    return is_object(v) && as_object(v)->shape->type->slots.compare == vm->types.tuple->slots.compare;
#endif
}

// 1 equal, 0 not, -1 raised. Sets *moved when a script ran and changed the table.
static int keys_equal(VM *vm, Dict *dict, Value key, Value candidate, bool *moved) {
    if (key == candidate) return 1;
    bool str_key = is_exact_str(vm, key), str_candidate = is_exact_str(vm, candidate);
    if (str_key && str_candidate) return str_equal(as_str(key), as_str(candidate));
    if (is_small_int(key) && (is_small_int(candidate) || str_candidate)) return 0;
    if (is_small_int(candidate) && str_key) return 0;
    work_done(vm, 1);
    uint32_t version = dict->keys_version;
    if (is_tuple_key(vm, key) && is_tuple_key(vm, candidate)) {
        int equal = quick_equal_tuples(vm, as_tuple(candidate), as_tuple(key));
        if (equal != ORDER_UNKNOWN) return equal;
    }
    ROOT_SCOPE(vm);
    root_push(vm, key), root_push(vm, candidate), root_push(vm, from_object(dict));
    int equal = op_equal(vm, candidate, key);
    ROOT_END(vm);
    *moved = dict->keys_version != version;
    return equal;
}

static int64_t scan(VM *vm, Dict *dict, Value key, uint32_t hash, bool *moved) {
    for (size_t i = 0; i < dict->filled; i++) {
        Value candidate = dict->entries[i].key;
        if (candidate == key) return (int64_t)i;
        if (candidate == VALUE_UNBOUND || entry_hash(vm, dict, i) != hash) continue; // scripts are asked only about keys that may be equal
        int equal = keys_equal(vm, dict, key, candidate, moved);
        if (equal < 0) return -2;
        if (*moved) return -1;
        if (equal) return (int64_t)i;
    }
    return -1;
}

static int64_t probe(VM *vm, Dict *dict, Value key, uint32_t hash, bool *moved) {
    for (Search search = search_for(dict, hash);; search_next(&search)) {
        uint32_t slot = search.slots[search.at];
        size_t entry = slot ^ search.wanted;
        if (slot == SLOT_EMPTY) return -1;
        if (entry >= dict->filled || entry_hash(vm, dict, entry) != hash) continue; // scripts are asked only about keys that may be equal
        int equal = keys_equal(vm, dict, key, dict->entries[entry].key, moved);
        if (equal < 0) return -2;
        if (*moved) return -1;
        if (equal) return (int64_t)entry;
    }
}

// Interned strs are equal only when they are the same.
static inline bool has_only_names(const Dict *dict, const Str *key) { return dict->flags & DICT_NAMES && key->flags & STR_INTERNED; }

// In a dict of exact strs and small ints only (no hashes kept), for such a key: nothing to ask scripts.
static inline int64_t find_text(const Dict *dict, Value key, uint32_t hash) {
    const DictEntry *entries = dict->entries;
    if (!dict->index) {
        for (size_t i = 0; i < dict->filled; i++)
            if (entries[i].key == key) return (int64_t)i;
        if (has_only_names(dict, as_str(key))) return -1;
        for (size_t i = 0; i < dict->filled; i++)
            if (is_object(entries[i].key) && table_same_text(as_str(key), as_str(entries[i].key))) return (int64_t)i;
        return -1;
    }
    for (Search search = search_for(dict, hash);; search_next(&search)) {
        uint32_t slot = search.slots[search.at];
        size_t entry = slot ^ search.wanted;
        if (slot == SLOT_EMPTY) return -1;
        if (entry >= dict->filled) continue;
        Value candidate = entries[entry].key;
        if (candidate == key || (is_object(candidate) && table_same_text(as_str(key), as_str(candidate)))) return (int64_t)entry;
    }
}

int64_t table_find_int(const Dict *dict, Value key, uint32_t hash) {
    const DictEntry *entries = dict->entries;
    if (!dict->index) {
        for (size_t i = 0; i < dict->filled; i++)
            if (entries[i].key == key) return (int64_t)i;
        return -1;
    }
    size_t filled = dict->filled;
    for (Search search = search_for(dict, hash);; search_next(&search)) {
        uint32_t slot = search.slots[search.at];
        size_t entry = slot ^ search.wanted;
        if (entry < filled && entries[entry].key == key) return (int64_t)entry;
        if (slot == SLOT_EMPTY) return -1;
    }
}

static __attribute__((noinline)) int64_t find_slow(VM *vm, Dict *dict, Value key, uint32_t hash) {
    for (;;) { // again when a comparison changed the dict under us
        bool moved = false;
        int64_t entry = dict->index ? probe(vm, dict, key, hash, &moved) : scan(vm, dict, key, hash, &moved);
        if (!moved || entry == -2) return entry;
    }
}

// Kept apart so that each is small: they are among the most called functions of all.
__attribute__((noinline)) int64_t table_find_text(const Dict *dict, Value key, uint32_t hash) { return find_text(dict, key, hash); }

// A tuple in a dict with an index: found without asking a script, as those of numbers and text are. -3: that is not so.
static int64_t find_tuple(const VM *vm, const Dict *dict, Value key, uint32_t hash) {
    for (Search search = search_for(dict, hash);; search_next(&search)) {
        uint32_t slot = search.slots[search.at];
        size_t entry = slot ^ search.wanted;
        if (slot == SLOT_EMPTY) return -1;
        if (entry >= dict->filled || dict->hashes[entry] != hash) continue;
        Value candidate = dict->entries[entry].key;
        if (candidate == key) return (int64_t)entry;
        int equal = is_tuple_key(vm, candidate) ? quick_equal_tuples(vm, as_tuple(candidate), as_tuple(key)) : ORDER_UNKNOWN;
        if (equal == ORDER_UNKNOWN) return -3;
        if (equal) return (int64_t)entry;
    }
}

int64_t table_find(VM *vm, Dict *dict, Value key, uint32_t hash) {
    if (dict->hashes) {
        int64_t found = dict->index && is_tuple_key(vm, key) ? find_tuple(vm, dict, key, hash) : -3;
        return found != -3 ? found : find_slow(vm, dict, key, hash);
    }
    if (is_small_int(key)) return table_find_int(dict, key, hash);
    return is_exact_str(vm, key) ? table_find_text(dict, key, hash) : find_slow(vm, dict, key, hash);
}

static __attribute__((noinline)) int64_t find_str_slow(VM *vm, const Dict *dict, Str *key) {
    Value wanted = from_object(key);
    if (!dict->index) {
        for (size_t i = 0; i < dict->filled; i++) {
            Value candidate = dict->entries[i].key;
            if (candidate == wanted || (is_exact_str(vm, candidate) && str_equal(key, as_str(candidate)))) return (int64_t)i;
        }
        return -1;
    }
    uint32_t hash = table_fold(str_hash(vm, key));
    for (Search search = search_for(dict, hash);; search_next(&search)) {
        uint32_t slot = search.slots[search.at];
        size_t entry = slot ^ search.wanted;
        if (slot == SLOT_EMPTY) return -1;
        if (entry >= dict->filled) continue;
        Value candidate = dict->entries[entry].key;
        if (candidate == wanted || (is_exact_str(vm, candidate) && str_equal(key, as_str(candidate)))) return (int64_t)entry;
    }
}

// Names in namespaces, before all: no call, so that no register is saved.
int64_t table_find_str(VM *vm, const Dict *dict, Str *key) {
    Value wanted = from_object(key);
    const DictEntry *entries = dict->entries;
    if (!has_only_names(dict, key) || !key->hash) return dict->filled ? find_str_slow(vm, dict, key) : -1;
    if (!dict->index) {
        for (size_t i = 0, filled = dict->filled; i < filled; i++)
            if (entries[i].key == wanted) return (int64_t)i;
        return -1;
    }
    for (Search search = search_for(dict, table_fold(key->hash));; search_next(&search)) {
        uint32_t slot = search.slots[search.at];
        size_t entry = slot ^ search.wanted;
        if (slot == SLOT_EMPTY) return -1;
        if (entry < dict->filled && entries[entry].key == wanted) return (int64_t)entry;
    }
}

#ifndef TYPHON_CORE
size_t table_find_or_place(const Dict *dict, const Str *name) {
    Search search = search_for(dict, table_fold(name->hash));
    for (; search.slots[search.at] != SLOT_EMPTY; search_next(&search)) {
        size_t entry = search.slots[search.at] ^ search.wanted;
        if (entry < dict->filled && dict->entries[entry].key == from_object(name)) return entry;
    }
    if (!name->hash || dict->used + *deleted_slots(dict) >= dict->capacity) return SIZE_MAX;
    if (dict->filled < dict->capacity) search.slots[search.at] = search.wanted | (uint32_t)dict->filled;
    return dict->filled;
}
#endif

int64_t table_find_bytes(const Dict *dict, const char *text, size_t size, uint32_t hash) {
    for (Search search = search_for(dict, table_fold(hash));; search_next(&search)) {
        uint32_t slot = search.slots[search.at];
        size_t entry = slot ^ search.wanted;
        if (slot == SLOT_EMPTY) return -1;
        if (entry >= dict->filled) continue;
        const Str *candidate = as_str(dict->entries[entry].key);
        if (candidate->size == size && memcmp(candidate->text, text, size) == 0) return (int64_t)entry;
    }
}

// ---- changing ----------------------------------------------------------------------------------------------------

int64_t table_insert(VM *vm, Dict *dict, Value key, uint32_t hash) {
    bool is_string = is_exact_str(vm, key);
    if (!dict->filled) dict->flags |= DICT_STRING_KEYS | DICT_NAMES;
    if (dict->filled == dict->capacity) {
        // Grow by what lives: a dict with many deleted entries is squeezed instead.
        size_t wanted = dict->used * 2 > dict->capacity ? grown(dict) : dict->used + 1;
        if (!rebuild(vm, dict, capacity_for(wanted > dict->used ? wanted : dict->used + 1))) return -1;
    } else if (dict->index && dict->used + *deleted_slots(dict) >= dict->capacity) {
        // Entries were taken from the end and others put there: the index is full of deleted slots. Rebuilding often must not become the rule.
        size_t wanted = dict->used > dict->capacity / 8 * 7 ? grown(dict) : dict->capacity; // as it is, without the deleted
        if (!rebuild(vm, dict, capacity_for(wanted))) return -1;
    }
    if (!dict->hashes && !is_string && !is_small_int(key) && !start_hashes(vm, dict)) return -1;
    if (!is_string) dict->flags &= ~(uint32_t)(DICT_STRING_KEYS | DICT_NAMES);
    else if (!(as_str(key)->flags & STR_INTERNED)) dict->flags &= ~(uint32_t)DICT_NAMES;
    size_t entry = dict->filled++;
    gc_store(vm, dict, &dict->entries[entry].key, key);
    if (dict->hashes) dict->hashes[entry] = hash;
    if (dict->index) index_add(dict, hash, entry);
    dict->used++;
    dict->keys_version += KEYS_VERSION_STEP;
    return (int64_t)entry;
}

#ifndef TYPHON_CORE
bool table_add_name(VM *vm, Dict *dict, Str *name, Value value) {
    size_t at = dict->filled;
    bool has_names = at ? dict->flags & DICT_NAMES : !dict->hashes;
    if (!has_names || at >= dict->capacity || (dict->index && dict->used + *deleted_slots(dict) >= dict->capacity) || !(name->flags & STR_INTERNED)) return false;
    if (!at) dict->flags |= DICT_STRING_KEYS | DICT_NAMES;
    if (dict->index) index_add(dict, table_fold(name->hash ? name->hash : str_hash(vm, name)), at);
    gc_store(vm, dict, &dict->entries[at].key, from_object(name));
    gc_store(vm, dict, &dict->entries[at].value, value);
    dict->filled++, dict->used++, dict->keys_version++;
    return true;
}
#endif

void table_add_first(Dict *dict, Str *key, uint32_t hash, Value value) {
    if (!dict->filled) dict->flags |= DICT_STRING_KEYS;
    Search search = search_for(dict, hash);
    while (search.slots[search.at] != SLOT_EMPTY) search_next(&search);
    search.slots[search.at] = search.wanted | (uint32_t)dict->filled;
    dict->entries[dict->filled++] = (DictEntry){from_object(key), value};
    dict->used++;
    dict->keys_version += KEYS_VERSION_STEP;
}

// Searches and, where the search ends, adds. -1: to be done by table_insert, which makes room.
static inline __attribute__((always_inline)) int64_t find_or_add(VM *vm, Dict *dict, Value key, uint32_t hash, bool is_text) {
    DictEntry *entries = dict->entries;
    size_t filled = dict->filled;
    Search search = {NULL, 0, 0, 0};
    if (!dict->index) {
        int64_t found = is_text ? find_text(dict, key, hash) : table_find_int(dict, key, hash);
        if (found >= 0) return found;
    } else {
        for (search = search_for(dict, hash); search.slots[search.at] != SLOT_EMPTY; search_next(&search)) {
            size_t entry = search.slots[search.at] ^ search.wanted;
            if (entry >= filled) continue;
            Value candidate = entries[entry].key;
            if (candidate == key || (is_text && is_object(candidate) && table_same_text(as_str(key), as_str(candidate)))) return (int64_t)entry;
        }
    }
    if (!filled || filled == dict->capacity || (search.slots && dict->used + *deleted_slots(dict) >= dict->capacity)) return -1;
    if (!is_text) dict->flags &= ~(uint32_t)(DICT_STRING_KEYS | DICT_NAMES);
    else if (!(as_str(key)->flags & STR_INTERNED)) dict->flags &= ~(uint32_t)DICT_NAMES;
    if (search.slots) search.slots[search.at] = search.wanted | (uint32_t)filled;
    if (is_text) gc_store(vm, dict, &entries[filled].key, key);
    else entries[filled].key = key;
    entries[filled].value = VALUE_UNBOUND;
    dict->filled = filled + 1;
    dict->used++;
    dict->keys_version += KEYS_VERSION_STEP;
    return (int64_t)filled;
}
int64_t table_find_or_insert(VM *vm, Dict *dict, Value key, uint32_t hash) {
    int64_t entry;
    if (!dict->hashes && is_small_int(key)) entry = find_or_add(vm, dict, key, hash, false);
    else if (!dict->hashes && is_exact_str(vm, key)) entry = find_or_add(vm, dict, key, hash, true);
    else if ((entry = table_find(vm, dict, key, hash)) == -2) return -1;
    return entry >= 0 ? entry : table_insert(vm, dict, key, hash);
}

// Where an empty slot follows, no search needs the deleted ones before it: a key that comes and goes leaves none behind.
static void free_deleted(const Dict *dict, size_t at) {
    uint32_t *slots = dict->index;
    if (slots[at + 1 < dict->slots ? at + 1 : 0] != SLOT_EMPTY) return;
    for (; slots[at] == SLOT_DELETED; at = (at ? at : dict->slots) - 1) {
        slots[at] = SLOT_EMPTY;
        --*deleted_slots(dict);
    }
}

void table_remove(VM *vm, Dict *dict, size_t entry) {
    if (dict->index) {
        Search search = search_for(dict, entry_hash(vm, dict, entry));
        while ((search.slots[search.at] ^ search.wanted) != entry) search_next(&search);
        search.slots[search.at] = SLOT_DELETED;
        ++*deleted_slots(dict);
        free_deleted(dict, search.at);
    }
    dict->entries[entry].key = VALUE_UNBOUND;
    dict->entries[entry].value = VALUE_UNBOUND;
    dict->used--;
    dict->keys_version += KEYS_VERSION_STEP;
    while (dict->filled && dict->entries[dict->filled - 1].key == VALUE_UNBOUND) dict->filled--; // popitem from the end stays cheap
    size_t first = dict->flags >> DICT_FIRST_SHIFT;
    while (first < dict->filled && dict->entries[first].key == VALUE_UNBOUND) first++;
    set_first(dict, first < dict->filled ? first : dict->filled);
}

// As many places before the entries as there are entries, for more to go there: each move to the front costs the same in the long run.
static bool make_room_before(VM *vm, Dict *dict) {
    size_t room = dict->used;
    if (!rebuild(vm, dict, capacity_for(3 * room))) return false;
    memmove(dict->entries + room, dict->entries, dict->filled * sizeof *dict->entries);
    if (dict->hashes) memmove(dict->hashes + room, dict->hashes, dict->filled * sizeof *dict->hashes);
    for (size_t i = 0; i < room; i++) dict->entries[i] = (DictEntry){VALUE_UNBOUND, VALUE_UNBOUND};
    dict->filled += room;
    set_first(dict, room);
    if (!dict->index) return true;
    index_clear(dict);
    for (size_t i = room; i < dict->filled; i++) index_add(dict, entry_hash(vm, dict, i), i);
    return true;
}

bool table_move_to_front(VM *vm, Dict *dict, size_t entry, uint32_t hash) {
    size_t first = dict_first(dict);
    if (entry == first) return true;
    DictEntry moved = dict->entries[entry];
    if (!first) {
        size_t deleted_before = 0; // they are squeezed out
        for (size_t i = 0; i < entry; i++) deleted_before += dict->entries[i].key == VALUE_UNBOUND;
        if (!make_room_before(vm, dict)) return false;
        first = dict_first(dict);
        entry += first - deleted_before;
    }
    table_remove(vm, dict, entry); // leaves a deleted slot on the way of this hash: index_add takes no empty one
    first--;
    gc_store(vm, dict, &dict->entries[first].key, moved.key);
    gc_store(vm, dict, &dict->entries[first].value, moved.value);
    if (dict->hashes) dict->hashes[first] = hash;
    if (dict->index) index_add(dict, hash, first);
    set_first(dict, first);
    dict->used++;
    return true;
}

void table_clear(VM *vm, Dict *dict) {
    if (dict->entries) block_free(vm, dict->entries, dict->capacity * sizeof(DictEntry));
    if (dict->index) block_free(vm, dict->index, index_size(dict->capacity));
    if (dict->hashes) block_free(vm, dict->hashes, dict->capacity * sizeof *dict->hashes);
    dict->entries = NULL;
    dict->index = NULL;
    dict->hashes = NULL;
    dict->used = dict->filled = 0;
    set_capacity(dict, 0);
    dict->flags = 0;
    dict->keys_version += KEYS_VERSION_STEP;
}

bool table_copy(VM *vm, Dict *into, const Dict *from) {
    if (!from->used) return true;
    Dict source = *from; // a view: rebuild copies the live entries out of it and must not free what is not its own
    size_t capacity = capacity_for(from->used);
    bool as_it_is = from->used == from->filled && capacity * 2 >= from->capacity; // nothing to squeeze out
    if (as_it_is) capacity = from->capacity;
    DictEntry *entries = block_new(vm, capacity * sizeof *entries);
    uint32_t *hashes = entries && source.hashes ? block_new(vm, capacity * sizeof *hashes) : NULL;
    void *index = entries && capacity > TABLE_SCANNED ? block_new(vm, index_size(capacity)) : NULL;
    if (!entries || (source.hashes && !hashes) || (capacity > TABLE_SCANNED && !index)) return false;
    into->entries = entries;
    into->hashes = hashes;
    into->index = index;
    gc_wrote(vm, into);
    set_capacity(into, capacity);
    into->flags = source.flags & (DICT_STRING_KEYS | DICT_NAMES);
    into->used = into->filled = 0;
    set_first(into, 0);
    if (as_it_is) {
        memcpy(entries, source.entries, source.filled * sizeof *entries);
        if (hashes) memcpy(hashes, source.hashes, source.filled * sizeof *hashes);
        if (index) memcpy(index, source.index, index_size(capacity));
        into->filled = source.filled;
    } else if (index) {
        index_clear(into);
    }
    for (size_t i = 0; i < source.filled && !as_it_is; i++) {
        if (source.entries[i].key == VALUE_UNBOUND) continue;
        entries[into->filled] = source.entries[i];
        uint32_t hash = hashes || index ? entry_hash(vm, &source, i) : 0;
        if (hashes) hashes[into->filled] = hash;
        if (index) index_add(into, hash, into->filled);
        into->filled++;
    }
    into->used = into->filled;
    into->keys_version += KEYS_VERSION_STEP;
    return true;
}

bool table_intern_keys(VM *vm, Dict *dict) {
    if (dict->flags & DICT_NAMES || !(dict->flags & DICT_STRING_KEYS)) return true;
    for (size_t i = 0; i < dict->filled; i++) {
        if (dict->entries[i].key == VALUE_UNBOUND) continue;
        Str *name = str_intern_value(vm, as_str(dict->entries[i].key));
        if (!name) return false;
        gc_store(vm, dict, &dict->entries[i].key, from_object(name));
    }
    dict->flags |= DICT_NAMES;
    return true;
}

void table_trace(VM *vm, Dict *dict) {
    gc_mark_block(vm, dict->entries);
    gc_mark_block(vm, dict->index);
    gc_mark_block(vm, dict->hashes);
    if (gc_defer(vm, &dict->head, 2 * dict->filled)) return;
    for (size_t i = 0; i < dict->filled; i++) {
        if (is_object(dict->entries[i].key)) gc_mark(vm, dict->entries[i].key);
        if (is_object(dict->entries[i].value)) gc_mark(vm, dict->entries[i].value);
    }
}
