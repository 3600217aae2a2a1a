// What both back ends of heap.h (heap.c, heap_boehm.c) do alike near the limit.
//
// A limit keeps a reserve back. Once an allocation has failed, small ones may use it, so that what handles the MemoryError can run; and whatever
// takes of it asks for a collection.
#ifndef TYPHON_ALLOC_HEAP_LIMIT_H
#define TYPHON_ALLOC_HEAP_LIMIT_H
#include "alloc/heap.h"

// (The handler may be the first to name built-in functions and types, which are made then.)
enum { RESERVE_MAX = 48, RESERVE_PART = 16, RESERVE_RUN = 4, EMERGENCY_COLLECTIONS = 8 }; // pages; of the limit; pages at a time

// Other threads and handlers of signals set bits of that word, too.
static inline void ask_for_collection(const Heap *heap) {
    uint32_t *word = heap->config.attention;
    if (word && !(__atomic_load_n(word, __ATOMIC_RELAXED) & heap->config.attention_bit)) __atomic_fetch_or(word, heap->config.attention_bit, __ATOMIC_RELAXED);
}

static inline size_t reserve_pages(size_t limit) {
    size_t pages = limit / HEAP_PAGE / RESERVE_PART;
    return pages < RESERVE_MAX ? pages : RESERVE_MAX;
}

// What the limit leaves beyond the live blocks and what is held outside.
static inline size_t limit_room(const Heap *heap) {
    size_t held = heap->marked_bytes + heap->outside_pages * HEAP_PAGE;
    return heap->config.limit > held ? heap->config.limit - held : 0;
}

static inline bool within_limit(const Heap *heap, size_t pages) {
    size_t limit = heap->config.limit, used = heap->pages_used + heap->outside_pages + pages + (heap->arena_count + 1) * HEAP_HEADER_PAGES;
    if (!limit || used + reserve_pages(limit) <= limit / HEAP_PAGE) return true;
    if (!heap->emergency || pages > RESERVE_RUN || used > limit / HEAP_PAGE) return false;
    ask_for_collection(heap);
    return true;
}

// NULL. The script may let go of something, and is to find room then.
static inline void *refuse(Heap *heap) {
    heap->emergency_is_new = !heap->emergency;
    heap->emergency = EMERGENCY_COLLECTIONS;
    heap->refused = true;
    ask_for_collection(heap);
    return NULL;
}

static inline void account(Heap *heap, size_t bytes) {
    heap->allocated += bytes;
    heap->allocated_in_all += bytes;
    if (heap->allocated > heap->due_at) ask_for_collection(heap);
}

// Marking has ended. The handler may let go of what is in the way only after a few more steps. Blocks take up to a thirty-second part more than their size: headers
// of arenas, and what is left over in pools.
static inline void emergency_wanes(Heap *heap) {
    size_t limit = heap->config.limit, reserve = reserve_pages(limit) * HEAP_PAGE;
    size_t live = heap->marked_bytes + heap->marked_bytes / 32 + heap->outside_pages * HEAP_PAGE, taken = (heap->pages_used + heap->outside_pages) * HEAP_PAGE;
    bool has_pages = taken + 2 * reserve < limit || live < limit / 4 * 3; // what lies unswept between the live ones helps only its own class
    if (!limit || (live + 4 * reserve < limit && has_pages)) heap->emergency = 0;
    else if (heap->emergency > 1) heap->emergency--, ask_for_collection(heap);
}
#endif
