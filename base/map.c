#include "base/map.h"

void *map_get(const PtrMap *map, uint64_t key) {
    if (!map->capacity) return NULL;
    uint32_t mask = map->capacity - 1;
    for (uint32_t at = (uint32_t)hash_mix(key) & mask; map->entries[at].key; at = (at + 1) & mask)
        if (map->entries[at].key == key) return map->entries[at].value;
    return NULL;
}

static void insert(PtrMap *map, uint64_t key, void *value) {
    uint32_t mask = map->capacity - 1, at = (uint32_t)hash_mix(key) & mask;
    while (map->entries[at].key && map->entries[at].key != key) at = (at + 1) & mask;
    if (!map->entries[at].key) map->count++;
    map->entries[at] = (PtrMapEntry){key, value};
}

void map_set(TreeArena *arena, PtrMap *map, uint64_t key, void *value) {
    if (map->count * 4 >= map->capacity * 3) {
        PtrMap grown = {.capacity = map->capacity ? map->capacity * 2 : 8};
        grown.entries = arena_array(arena, PtrMapEntry, grown.capacity);
        for (uint32_t i = 0; i < map->capacity; i++)
            if (map->entries[i].key) insert(&grown, map->entries[i].key, map->entries[i].value);
        *map = grown;
    }
    insert(map, key, value);
}
