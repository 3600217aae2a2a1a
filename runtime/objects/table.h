// The hash table of a dict (dict.h has its fields): entries in order of insertion, and an open-addressing index into them.
//
//   entries  [0, filled) hold a key and its value each, VALUE_UNBOUND where deleted; filled <= capacity
//   index    NULL while capacity <= TABLE_SCANNED (then the entries are scanned); else slots of 32 bits, linearly probed (Knuth 6.4, algorithm L): an entry's
//            number in the low bits, as many as the capacity takes, and above it bits of its hash (a million entries leave eleven), so that a search looks at
//            hashes within a cache line and touches an entry only when it is nearly certain. Where it begins is decided by the hash's other bits. Behind the
//            slots: how many of them say deleted. used + deleted <= capacity < slots, so that a search always comes to an empty slot. (docs/decisions/0007)
//   hashes   the 32 bits of hash of each entry, kept only once a key is neither an exact str nor a small int, since others may ask scripts
//
//   slots = 2^n or 3/2 of that, capacity = 3/4 of it: an entry costs 16 bytes, and 5.3 to 8 of index (10.7 where tables double: up to TABLE_DOUBLES).
#ifndef TYPHON_RUNTIME_TABLE_H
#define TYPHON_RUNTIME_TABLE_H
#include "runtime/objects/dict.h"
#include "runtime/objects/str.h"

// flags: those of dict.h, and above them the number of entries at the start known to be deleted: taking the first one again and again stays cheap.
enum { TABLE_SCANNED = 8, TABLE_DOUBLES = 3 << 14 };

// The 32 bits of a hash that a table works with. Four hashes in a row, as those of consecutive ints are, stay neighbours in the index; where each four go is
// decided by the upper bits of a product with 2^64 over the golden ratio (Knuth 6.4, "Fibonacci hashing"), which keeps those of ints in a row apart:
// they hardly ever meet. docs/decisions/0007 has the numbers of probes.
enum { TABLE_RUN_BITS = 2, TABLE_RUN = 1 << TABLE_RUN_BITS };
static inline uint32_t table_fold(uint64_t hash) {
    uint64_t product = (hash >> TABLE_RUN_BITS) * 0x9E3779B97F4A7C15ULL;
    return ((uint32_t)(product >> 32) & ~(uint32_t)(TABLE_RUN - 1)) | (uint32_t)(hash & (TABLE_RUN - 1));
}
// A small int is its own hash (as op_hash has it) below the modulus of hash(), 2^61 - 1; -1 is the exception.
static inline bool table_is_own_hash(Value key) {
    const int64_t limit = ((int64_t)1 << 61) - 1;
    return is_small_int(key) && small_int(key) > -limit && small_int(key) < limit && small_int(key) != -1;
}
// Two strs that are not the same object.
static inline bool table_same_text(const Str *a, const Str *b) {
    if (a->flags & b->flags & STR_INTERNED || a->size != b->size) return false;
    return (!a->hash || !b->hash || a->hash == b->hash) && str_same_bytes(a, b);
}
MAY_RAISE bool table_hash_slow(VM *vm, Value key, uint32_t *hash);
// The 32 bits of hash the table works with. false: unhashable or __hash__ raised.
MAY_RAISE static inline bool table_hash(VM *vm, Value key, uint32_t *hash) {
    if (table_is_own_hash(key)) return *hash = table_fold((uint64_t)small_int(key)), true;
    if (is_exactly(key, vm->types.str)) return *hash = table_fold(as_str(key)->hash ? as_str(key)->hash : str_hash(vm, as_str(key))), true;
    return table_hash_slow(vm, key, hash);
}
// Entry number of the key, -1: not there, -2: __eq__ raised. May run scripts (not for str and int keys).
MAY_RAISE int64_t table_find(VM *vm, Dict *dict, Value key, uint32_t hash);
// For an exact str, or a small int, in a table that keeps no hashes: likewise, and never raises, runs nothing.
int64_t table_find_text(const Dict *dict, Value key, uint32_t hash);
int64_t table_find_int(const Dict *dict, Value key, uint32_t hash);
// For exact str keys: never raises, runs nothing.
int64_t table_find_str(VM *vm, const Dict *dict, Str *key);
// The entry of the exact str with this text (of text_hash `hash`, 1 for 0) in a table with an index and no other keys; -1.
int64_t table_find_bytes(const Dict *dict, const char *text, size_t size, uint32_t hash);
// The entry of an interned name in a table with an index and no keys but names, or where the caller is to put it: the index knows already. No entry: there is no room.
size_t table_find_or_place(const Dict *dict, const Str *name);
// Appends a key that is not there; its entry number, or -1 with MemoryError set. The value is the caller's to store.
MAY_RAISE int64_t table_insert(VM *vm, Dict *dict, Value key, uint32_t hash);
// Likewise a name, with its value. false, and nothing is changed: the table has no room or keys of other kinds.
bool table_add_name(VM *vm, Dict *dict, Str *name, Value value);
// Likewise an exact str, with its value, to a table with an index that has room and no deleted entries.
void table_add_first(Dict *dict, Str *key, uint32_t hash, Value value);
// The entry number of a key that is put there if it is not; -1: raised. The value of a new one is the caller's to store.
MAY_RAISE int64_t table_find_or_insert(VM *vm, Dict *dict, Value key, uint32_t hash);
void table_remove(VM *vm, Dict *dict, size_t entry);
// The entry becomes the first one. false: MemoryError.
MAY_RAISE bool table_move_to_front(VM *vm, Dict *dict, size_t entry, uint32_t hash);
void table_clear(VM *vm, Dict *dict);
// Makes `into` (empty) a copy of `from`.
MAY_RAISE bool table_copy(VM *vm, Dict *into, const Dict *from);
// Of a table with no keys but strs: they are interned, so that names are found in it by identity.
MAY_RAISE bool table_intern_keys(VM *vm, Dict *dict);
MAY_RAISE bool table_reserve(VM *vm, Dict *dict, size_t count); // room for `count` entries in all
void table_trace(VM *vm, Dict *dict);
#endif
