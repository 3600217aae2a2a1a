// See allocation_places.h. A place is the hash of the return addresses, counted from where the executable lies.
#include "cli/allocation_places.h"
#include <execinfo.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

// Of the allocator and of what watches it; of the functions that led there. More tell apart what differs only in how a script came to it.
enum { OWN_FRAMES = 3, FRAMES = 8 };

typedef struct Place {
    uint64_t hash, number; // 0: known from before
} Place;

struct AllocationPlaces {
    Place *places; // in the order they were come to
    uint32_t *index; // open addressing: 1 + of places; 0: free. Twice as many as `capacity`, which is a power of two
    size_t count, capacity;
};

extern const char __executable_start[], etext[]; // (the linker's)

AllocationPlaces *allocation_places_new(void) {
    AllocationPlaces *places = calloc(1, sizeof *places);
    return places;
}

void allocation_places_delete(AllocationPlaces *places) {
    if (!places) return;
    free(places->places);
    free(places->index);
    free(places);
}

static uint32_t *find(const AllocationPlaces *places, uint64_t hash) {
    size_t mask = 2 * places->capacity - 1;
    for (size_t at = (size_t)hash & mask;; at = (at + 1) & mask)
        if (!places->index[at] || places->places[places->index[at] - 1].hash == hash) return &places->index[at];
}

static bool grow(AllocationPlaces *places) {
    size_t capacity = places->capacity ? 2 * places->capacity : 4096;
    Place *larger = realloc(places->places, capacity * sizeof *larger);
    if (!larger) return false;
    places->places = larger;
    uint32_t *index = calloc(2 * capacity, sizeof *index);
    if (!index) return false;
    free(places->index);
    places->index = index, places->capacity = capacity;
    for (size_t i = 0; i < places->count; i++) *find(places, larger[i].hash) = (uint32_t)i + 1;
    return true;
}

static bool enter(AllocationPlaces *places, uint64_t hash, uint64_t number) {
    if (places->count == places->capacity && !grow(places)) return false;
    uint32_t *slot = find(places, hash);
    if (*slot) return false;
    places->places[places->count++] = (Place){hash, number};
    *slot = (uint32_t)places->count;
    return true;
}

void allocation_places_know(AllocationPlaces *places, uint64_t place) { enter(places, place, 0); }

bool allocation_places_note(AllocationPlaces *places, uint64_t number, uint64_t *place) {
    void *frames[OWN_FRAMES + FRAMES];
    int count = backtrace(frames, OWN_FRAMES + FRAMES);
    uint64_t hash = 0xcbf29ce484222325u;
    for (int i = OWN_FRAMES; i < count; i++) {
        uintptr_t offset = (uintptr_t)frames[i] - (uintptr_t)__executable_start;
        if (offset > (uintptr_t)etext - (uintptr_t)__executable_start) continue; // libraries lie elsewhere each time
        hash = (hash ^ offset) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 29;
    }
    *place = hash;
    return enter(places, hash, number);
}

bool allocation_places_write(const AllocationPlaces *places, const char *path) {
    FILE *file = fopen(path, "w");
    if (!file) return false;
    for (size_t i = 0; i < places->count; i++)
        if (places->places[i].number) fprintf(file, "%" PRIu64 " %016" PRIx64 "\n", places->places[i].number, places->places[i].hash);
    bool good = !ferror(file);
    return fclose(file) == 0 && good;
}
