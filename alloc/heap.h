// Heap: where every object lives. Four nouns:
//
//   arena  2 MiB from the system, aligned to 2 MiB: what one huge page can back. It begins with its header (nine pages), which has the mark
//          bits of all its blocks; its other pages of 4 KiB are handed out in runs.
//   pool   a run of pages holding blocks of one size class. Small classes (16 to 512 bytes, every 16) have pools of four pages, of one
//          while the heap is small. Medium classes (to 32 KiB, four a doubling) have larger ones.
//   block  what is allocated: 16-aligned, of its class's size.
//   large  more than 32 KiB: a pool of just one block; from 256 KiB on in an arena of its own of any length.
//
//     arena 0x7f..e00000                                          pool (four pages, class of 48 bytes)
//     +------------------------+------+------+------+------+---   +--------+------+------+------+---
//     | header                 | pool: run of four         |      | header | used | free | used |
//     | page table, mark bits  |      |      |      |      |      |        |      |      |      |
//     +------------------------+------+------+------+------+---   +--------+------+------+------+---
//      pages 0 to 8             page 9
//
// From any block: arena = address with its low 21 bits cleared; mark = the arena's bit number (low bits of the address) / 16; so a mark needs
// no search and no division, and what is marked next to each other has its bits in one cache line. Pool = page - page_in_pool[page] pages.
//
// Memory comes from the system an arena at a time, but for the first, which is malloc's. What is freed is kept for the next need, in proportion to what is allocated between two collections
// (SPARE, KEPT in heap.c). Beyond that arenas without pools and large blocks' arenas are unmapped; free pages of an arena in use turn cold: they are
// given back, their addresses stay.
//
// Equations, checked by heap_is_valid:
//     pages_used = sum of pages of all pools                    (committed = pages_used * 4 KiB + the headers of the arenas)
//     for each arena: free pages + pages of its pools = its pages - those of the header;  cold pages are free
//     for each pool: capacity * block_size <= its bytes - header
//     empty_count = arenas with all pages but the header free;  spare_pages = free pages that are not cold;  kept_bytes = sum of `mapped` of kept
//
// A limit keeps a small reserve back: an allocation that would take of it fails, after dead blocks were swept; then small ones get it for a while, and
// a collection is asked for, so that whatever handles the MemoryError can run and let go of something.
//
// Collection (the VM marks, this file sweeps). Marks stay: a marked block is old, it survived a collection. A young collection keeps all marks and adds those
// of young blocks that are reachable; a full one begins a new epoch, in which the marks of every arena count as cleared (an arena whose `epoch`
// is not the heap's has none: they are cleared when the first block of it is marked). After either the pools are unswept that may hold dead blocks: after a
// full one all, after a young one those that blocks were handed out from. A pool is swept when its class next needs blocks: the unmarked ones become the
// class's free list, a pool without a marked one is handed out again like a fresh one, and one without an unmarked one is set aside as full until
// the next full collection. When a full collection leaves much less than the pools hold, the pools without a marked block go back to their arenas, some
// each time that a pool is handed out. Blocks are only ever allocated from swept or fresh pools, so that a block allocated after a collection cannot be taken by its sweep;
// between heap_collect_begin and heap_collect_end, where a program may run (marking in steps), nothing is swept.
//
// A young collection, and marking in steps, must hear of every pointer that is stored into a marked block: the write barrier of whoever stores
// asks heap_must_log, and remembers the block, once (`logged`), for the next collection to look into again (heap_unlog).
//
// All of this is heap.c. -DTYPHON_GC=boehm builds another back end behind the same functions instead: heap_boehm.h.
#ifndef TYPHON_ALLOC_HEAP_H
#define TYPHON_ALLOC_HEAP_H
#include "base/inline.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    HEAP_PAGE = 4096,
    HEAP_ARENA = 2 * 1024 * 1024,
    HEAP_ARENA_PAGES = HEAP_ARENA / HEAP_PAGE,
    HEAP_SMALL_MAX = 512,
    HEAP_SMALL_CLASSES = HEAP_SMALL_MAX / 16,
    HEAP_MEDIUM_CLASSES = 24, // 640, 768, 896, 1024, 1280 ... 32768
    HEAP_CLASSES = HEAP_SMALL_CLASSES + HEAP_MEDIUM_CLASSES,
    HEAP_MEDIUM_MAX = 32 * 1024,
};

typedef struct Heap Heap;

typedef struct Pool {
    struct Pool *next;     // in its list
    struct Pool *previous; // large pools only
    uint64_t size;         // large: bytes asked for (rounded up to 16)
    uint32_t block_size;
    uint16_t capacity;     // blocks
    uint16_t bump;         // blocks handed out so far of a fresh pool; the rest was never touched
    uint8_t size_class;    // HEAP_CLASSES: large
    uint8_t pages;         // of its arena; 0: an arena of its own
} Pool;
enum { HEAP_POOL_HEADER = 64 }; // a cache line: blocks of 64 bytes lie in one

// One bit for each 16 bytes of 1 KiB; those of a block are the ones of its start.
typedef struct HeapBits {
    uint64_t marks, logged;
} HeapBits;

typedef struct Arena {
    Heap *heap;
    struct Arena *next, *previous; // all arenas, full ones last; among the others those first that last had pages freed
    size_t mapped;                 // bytes of it: HEAP_ARENA, or those of a large block's own
    uint64_t kept_at;              // kept mappings: number of the collection it was freed after
    uint32_t epoch;                // its marks are of
    uint16_t free_count, cold_count;
    bool is_own;                   // of one large block
    uint64_t free_pages[HEAP_ARENA_PAGES / 64]; // bit n: page n is free
    uint64_t cold_pages[HEAP_ARENA_PAGES / 64]; // those of them that were given back to the system
    uint8_t page_class[HEAP_ARENA_PAGES];   // size class of the pool a page belongs to
    uint8_t page_in_pool[HEAP_ARENA_PAGES]; // how many pages of its pool come before it
    uint32_t swept_at[HEAP_ARENA_PAGES];    // number of the collection that its pool was last swept after, or made; or HEAP_POOL_FULL
    HeapBits bits[HEAP_ARENA / 1024];
} Arena;
enum {
    HEAP_HEADER_PAGES = (sizeof(Arena) + HEAP_PAGE - 1) / HEAP_PAGE,
    // In `swept_at` of a pool that was found full, with the low bits of the number of the full collection that it was found so after.
    HEAP_POOL_FULL = (int)0x80000000,
};

typedef struct HeapClass {
    void *free;       // list through the first word of each free block
    char *bump, *bump_end; // never used blocks of the current fresh pool
    void *hidden_free;  // with a watch: what `free` and `bump_end` are between two allocations, while these are empty
    char *hidden_end;
    Pool *current;    // the pool bump points into, or NULL
    Pool *swept, *swept_last;     // blocks were handed out from these since the last collection
    Pool *unswept, *unswept_last; // these may hold dead blocks
    Pool *full, *full_last;       // these hold none, as far as a young collection can tell
    Pool *release_last;           // of `unswept`: those to here are still to be looked at for dead pools to give back; NULL: none
    uint64_t starts;  // bits of 64 times 16 bytes at which blocks start if one starts at the first
    uint32_t block_size;
    uint32_t pages;   // of a pool
} HeapClass;

// What a watch sees: an allocation; that a block has grown by `size` bytes, without another being made; that one is about to be freed early, or moved (size 0).
typedef enum HeapEvent { HEAP_ALLOCATED, HEAP_GROWN, HEAP_LEAVES } HeapEvent;

// Memory from the system: `map` returns `size` bytes (a multiple of the page) aligned to HEAP_ARENA, or NULL.
typedef struct HeapConfig {
    size_t limit; // bytes of pages in use, 0: none
    void *(*map)(void *userdata, size_t size);
    void (*unmap)(void *userdata, void *memory, size_t size);
    void *userdata;
    uint32_t *attention; // atomic; gets attention_bit when a collection is due; may be NULL
    uint32_t attention_bit;
    bool poison; // overwrite dead blocks when they are swept (collector stress)
    // NULL: none. False: the allocation is refused. Every allocation takes the slow path then.
    bool (*watch)(void *userdata, HeapEvent event, void *block, size_t size);
    void *watch_userdata;
    bool may_stay_small; // one of many: no page before it is needed
    int64_t *fuel; // gets less by one for each HEAP_FUEL_BYTES of a large block, which somebody is about to fill; may be NULL
} HeapConfig;
enum { HEAP_FUEL_BYTES = 64 };

enum { HEAP_LARGE_MARKED = 64 * 1024 }; // its size is counted when the collection ends

typedef enum HeapCollection { HEAP_IDLE, HEAP_YOUNG, HEAP_FULL } HeapCollection;

struct Heap {
    HeapClass classes[HEAP_CLASSES];
    uint32_t marked_size[HEAP_CLASSES + 1]; // what a block of the class counts when it is marked: its size; a large one HEAP_LARGE_MARKED
    HeapConfig config;
    Arena *arenas, *last_arena;
    Arena *first_arena;  // the one that is not a mapping, or NULL
    void *first_room;    // what malloc gave for it
    size_t empty_count;  // arenas without pools
    size_t spare_pages;  // free pages that are not cold: kept for the next need
    Arena *kept;         // mappings of large blocks that were freed, not in `arenas`: the next large block takes one that fits;
    size_t kept_bytes;   // those not taken for some collections (KEPT_FOR) go back to the system
    Pool *large;         // all large pools
    size_t pages_used, peak_pages, arena_count;
    size_t outside_pages; // what libraries and stacks hold for the same owner (heap_take_outside)
    size_t own_count;    // arenas of one large block
    size_t allocated;    // bytes handed to free lists, fresh pools and large blocks since the last collection
    size_t threshold;    // a collection is due when `allocated` passes it
    size_t due_at;       // attention is asked for when `allocated` passes it: threshold, or sooner while marking goes in steps
    size_t marked_bytes; // of blocks that survived a collection
    size_t marked_before; // when the collection under way began
    size_t survived;      // in a small heap: bytes that the next young collection may add, going by the last
    size_t full_threshold; // a full collection is due when marked_bytes passes it
    size_t growth;         // expected until then
    uint64_t full_at;      // or when allocated_in_all passes that: what old blocks have died meanwhile no young collection finds
    unsigned patience;     // log2 of how many times what is alive is allocated until then; more while it turns out to have been for nothing
    uint64_t allocated_in_all, collections, full_collections;
    uint32_t epoch;
    HeapCollection collecting;
    unsigned releasing;  // classes from this on may have a release_last; HEAP_CLASSES: none has
    bool refused;        // an allocation failed since whoever looks here last cleared it
    bool emergency_is_new; // there was none when the last one was refused
    int emergency;       // an allocation failed not long ago: small ones may use the reserve for so many collections yet
};

typedef struct HeapClassStats {
    uint32_t block_size;
    size_t pools, pages, used, free; // blocks
} HeapClassStats;
typedef struct HeapStats {
    size_t arenas, pools, committed, peak, used_blocks, free_blocks, used_bytes, large_blocks, large_bytes;
    uint64_t allocated_in_all, collections;
    HeapClassStats classes[HEAP_CLASSES];
} HeapStats;

// Opens a heap; nothing is mapped before the first allocation. NULL when memory is short.
Heap *heap_new(const HeapConfig *config);
// Gives everything back. Blocks still in use are gone.
void heap_delete(Heap *heap);
void *heap_alloc_slow(Heap *heap, size_t size);
// Frees early a block that its owner knows to be dead (`size` as asked for). What is not freed is found by collection.
void heap_free(Heap *heap, void *block, size_t size);
// A block of new_size with the first min(old, new) bytes of `block`, which is freed. NULL: over the limit, `block` untouched.
void *heap_resize(Heap *heap, void *block, size_t old_size, size_t new_size);
// Memory that is not the heap's but is held for the same owner (a library's, a stack) counts within the limit as well. False: there is no room, nothing was taken.
bool heap_take_outside(Heap *heap, size_t pages);
void heap_give_outside(Heap *heap, size_t pages);
// The address lies in one of the heap's arenas.
bool heap_owns(const Heap *heap, const void *address);
// Bytes of the block that may be used: at least what was asked for.
size_t heap_block_size(const void *block);

void heap_collect_begin(Heap *heap, HeapCollection kind); // not HEAP_IDLE
void heap_collect_end(Heap *heap);
// Gives the dead pools that a full collection found too many of back at once, not some at a time, and what was kept for the next large blocks.
void heap_release_dead(Heap *heap);
void heap_sweep_all(Heap *heap);

// Calls `see` with each pool of each arena; arenas one after the other, in each by address. Large blocks' own arenas are among them.
typedef void (*HeapSee)(void *userdata, const Arena *arena, const Pool *pool);
void heap_each_pool(const Heap *heap, HeapSee see, void *userdata);
static inline char *pool_block(const Pool *pool, size_t index) { return (char *)(uintptr_t)pool + HEAP_POOL_HEADER + index * pool->block_size; }
HeapStats heap_stats(Heap *heap); // sweeps first, so that dead blocks do not count as used
bool pool_is_valid(const Pool *pool);
bool heap_is_valid(const Heap *heap);

static inline unsigned heap_class_of(size_t size) { // size in 1 .. HEAP_MEDIUM_MAX
    if (size <= HEAP_SMALL_MAX) return (unsigned)((size - 1) >> 4);
    unsigned top = 63u - (unsigned)__builtin_clzll((unsigned long long)(size - 1)); // 2^top <= size-1
    return HEAP_SMALL_CLASSES + (top - 9) * 4 + (unsigned)((size - 1) >> (top - 2) & 3);
}

SHARED_INLINE Arena *heap_arena_of(const void *block) { return (Arena *)((uintptr_t)block & ~(uintptr_t)(HEAP_ARENA - 1)); }
static inline unsigned heap_page_of(const void *block) { return (unsigned)((uintptr_t)block & (HEAP_ARENA - 1)) / HEAP_PAGE; }

#if defined(__SANITIZE_ADDRESS__)
#define HEAP_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEAP_ASAN 1
#endif
#endif
#ifndef HEAP_ASAN
#define HEAP_ASAN 0
#endif

#ifdef TYPHON_GC_BOEHM
#include "alloc/heap_boehm.h"
#else
// Marks are kept, so that young collections and collections in steps are possible.
enum { HEAP_KEEPS_MARKS = 1 };

static inline Pool *heap_pool_of(const void *block) {
    unsigned page = heap_page_of(block);
    Arena *arena = heap_arena_of(block);
    return (Pool *)((char *)arena + (size_t)(page - arena->page_in_pool[page]) * HEAP_PAGE);
}
SHARED_INLINE HeapBits *heap_bits_of(const void *block) { return &heap_arena_of(block)->bits[((uintptr_t)block & (HEAP_ARENA - 1)) / 1024]; }
SHARED_INLINE uint64_t heap_bit_of(const void *block) { return (uint64_t)1 << ((uintptr_t)block / 16 % 64); }
// What marking `block` is going to look at comes from memory.
static inline void heap_mark_prefetch(const void *block) {
    Arena *arena = heap_arena_of(block);
    __builtin_prefetch(heap_bits_of(block), 1);
    __builtin_prefetch(&arena->page_class[heap_page_of(block)]);
    __builtin_prefetch(&arena->epoch);
}

// A block that is at hand, else NULL.
static inline void *heap_alloc_quick(Heap *heap, size_t size) {
#if HEAP_ASAN
    return (void)heap, (void)size, NULL;
#else
    if (__builtin_expect(size - 1 >= HEAP_SMALL_MAX, 0)) return NULL;
    HeapClass *c = &heap->classes[(size - 1) >> 4];
    void *block = c->free;
    if (__builtin_expect(block != NULL, 1)) {
        c->free = *(void **)block;
        return block;
    }
    if (c->bump >= c->bump_end) return NULL;
    block = c->bump;
    c->bump += c->block_size;
    return block;
#endif
}
// An uninitialised block of at least `size` bytes (0 counts as 1), 16-aligned. NULL when the limit or the system refuses.
static inline void *heap_alloc(Heap *heap, size_t size) {
    void *block = heap_alloc_quick(heap, size);
    return __builtin_expect(block != NULL, 1) ? block : heap_alloc_slow(heap, size);
}

// What is allocated between these two is there to stay (a module's code): no reason to collect garbage sooner. Nothing may be collected between them.
// Only so much is taken to stay from one collection to the next, as modules can be loaded again and again; where memory is limited, nothing is.
enum { HEAP_STAY_MOST = 16 * 1024 * 1024 };
typedef struct HeapStay {
    size_t allocated, due_at;
} HeapStay;
static inline void heap_stay(Heap *heap, size_t bytes) {
    if (heap->config.limit || heap->threshold > HEAP_STAY_MOST) return;
    heap->threshold += bytes;
    heap->due_at += bytes;
}
static inline HeapStay heap_stay_begin(Heap *heap) {
    HeapStay stay = {heap->allocated, heap->due_at};
    heap->due_at = SIZE_MAX;
    return stay;
}
static inline void heap_stay_end(Heap *heap, HeapStay stay) {
    heap->due_at = stay.due_at;
    heap_stay(heap, heap->allocated - stay.allocated);
}
// So many bytes of code are about to be loaded: memory for them may be got at once. Nothing depends on it.
void heap_expect(Heap *heap, size_t bytes);
// As heap_stay_begin and heap_stay_end, where scripts run meanwhile, so that garbage may be collected and parts of it be said to stay already; `most`: more than that is something else.
typedef struct HeapRoom {
    size_t left; // until the next collection
    uint64_t collections;
} HeapRoom;
static inline size_t heap_room_left(const Heap *heap) { return heap->due_at == heap->threshold && heap->due_at > heap->allocated ? heap->due_at - heap->allocated : 0; }
static inline HeapRoom heap_room(const Heap *heap) { return (HeapRoom){heap_room_left(heap), heap->collections}; }
static inline void heap_stay_since(Heap *heap, HeapRoom room, size_t most) {
    size_t left = heap_room_left(heap);
    if (heap->collections == room.collections && left && left < room.left) heap_stay(heap, room.left - left < most ? room.left - left : most);
}

void heap_renew(const Heap *heap, Arena *arena); // its marks are of an epoch gone by: clears them
// A full collection is due: too much has survived young ones since the last, or will have after the next one.
static inline bool heap_wants_full(const Heap *heap) { return heap->marked_bytes + heap->survived > heap->full_threshold || heap->allocated_in_all > heap->full_at; }
// Marks the block that starts at `block`; true when it was not marked before.
static inline bool heap_mark(Heap *heap, void *block) {
    Arena *arena = heap_arena_of(block);
    if (__builtin_expect(arena->epoch != heap->epoch, 0)) heap_renew(heap, arena);
    uint64_t bit = heap_bit_of(block), *marks = &heap_bits_of(block)->marks;
    if (*marks & bit) return false;
    *marks |= bit;
    heap->marked_bytes += heap->marked_size[arena->page_class[heap_page_of(block)]];
    return true;
}
static inline bool heap_is_marked(const Heap *heap, const void *block) {
    return heap_arena_of(block)->epoch == heap->epoch && heap_bits_of(block)->marks & heap_bit_of(block);
}
static inline void heap_unmark(Heap *heap, void *block) { // a marked one
    uint64_t bit = heap_bit_of(block), *marks = &heap_bits_of(block)->marks;
    if (*marks & bit) heap->marked_bytes -= heap->marked_size[heap_arena_of(block)->page_class[heap_page_of(block)]];
    *marks &= ~bit;
}

// For the write barrier: the block is marked and not logged yet. (Of an arena whose marks are of an epoch gone by the answer may be true as well.)
SHARED_INLINE bool heap_must_log(const void *block) {
    const HeapBits *bits = heap_bits_of(block);
    return bits->marks & ~bits->logged & heap_bit_of(block);
}
static inline void heap_log(void *block) { heap_bits_of(block)->logged |= heap_bit_of(block); }
static inline void heap_unlog(void *block) { heap_bits_of(block)->logged &= ~heap_bit_of(block); }
#endif
#endif
