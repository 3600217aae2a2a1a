// PtrMap: a hash map from pointers (or other non-zero 64-bit keys) to pointers, in a TreeArena. Open addressing, linear
// probing, no deletion. A zero-initialised map is empty and ready.
#ifndef TYPHON_BASE_MAP_H
#define TYPHON_BASE_MAP_H
#include "base/arena.h"
#include <stdint.h>

typedef struct PtrMapEntry {
    uint64_t key; // 0: free
    void *value;
} PtrMapEntry;

typedef struct PtrMap {
    PtrMapEntry *entries;
    uint32_t count, capacity; // capacity: a power of two, or 0
} PtrMap;

// The value stored under `key`, or NULL.
void *map_get(const PtrMap *map, uint64_t key);
static inline void *map_get_pointer(const PtrMap *map, const void *key) {
    return map_get(map, (uint64_t)(uintptr_t)key);
}
// Stores `value` under `key` (not 0), replacing what was there.
void map_set(TreeArena *arena, PtrMap *map, uint64_t key, void *value);
static inline void map_set_pointer(TreeArena *arena, PtrMap *map, const void *key, void *value) {
    map_set(arena, map, (uint64_t)(uintptr_t)key, value);
}
// A good 64-bit mix (the finaliser of MurmurHash3), for hash-consing tables.
static inline uint64_t hash_mix(uint64_t x) {
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdULL;
    x ^= x >> 33;
    x *= 0xc4ceb9fe1a85ec53ULL;
    return x ^ (x >> 33);
}
#endif
