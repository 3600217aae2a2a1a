// Heap: where every object lives. Four nouns:
//
//   arena  256 KiB from the system, aligned to 256 KiB; its first page is its header, the other 63 are handed out in runs.
//   pool   a run of pages holding blocks of one size class. Small classes (16 to 512 bytes, every 16) have pools of one page.
//          Medium classes (to 32 KiB, four a doubling) have pools of several pages. The pool's header holds the mark bits.
//   block  what is allocated: 16-aligned, of its class's size.
//   large  more than 32 KiB: a pool of just one block; from 124 KiB on in an arena of its own of any length.
//
//     arena 0x7f..40000                                   pool (one page, class of 48 bytes)
//     +--------+--------+--------+--------+---            +--------------------+------+------+------+---
//     | header | pool   | pool: run of two  ...           | header, mark bits  | used | free | used |
//     +--------+--------+--------+--------+---            +--------------------+------+------+------+---
//      page 0    page 1   page 2   page 3
//
// From any block: arena = address with its low 18 bits cleared; pool = arena + first_page[page of the address] pages. So a mark needs
// no search, whatever the size.
//
// Memory comes from the system an arena at a time; once the heap has some megabytes, in segments of eight that one huge page can back. What is
// freed is kept for the next need, in proportion to what is allocated between two collections (SPARE, KEPT in heap.c). Beyond that segments and
// large blocks' arenas are unmapped; a single arena of a segment in use turns cold: its pages are given back, its addresses stay.
//
// Equations, checked by heap_is_valid:
//     pages_used = sum of pages of all pools                    (committed = pages_used * 4 KiB + one page an arena)
//     for each arena: free pages + pages of its pools = its pages - 1
//     for each pool: capacity * block_size <= its bytes - header
//     empty_count = arenas with all pages but the header free;  spare_count = those of them that are not cold
//     for each segment: segment_empty = its arenas that are empty;  kept_bytes = sum of `mapped` of kept
//
// A limit keeps a small reserve back: an allocation that would take of it fails, after dead blocks were swept; then small ones get it for a while, and
// a collection is asked for, so that whatever handles the MemoryError can run and let go of something.
//
// Collection (the VM marks, this file sweeps). Marks stay: a marked block is old, it survived a collection. A young collection keeps all marks and adds those
// of young blocks that are reachable; a full one begins a new epoch, in which the marks of every pool count as cleared (a pool whose `epoch` is
// not the heap's has none: they are cleared when the first block of it is marked). After either the pools are unswept that may hold dead blocks: after a
// full one all, after a young one those that blocks were handed out from. A pool is swept when its class next needs blocks: the unmarked ones become the
// class's free list, a pool without a marked one is handed out again like a fresh one, and one without an unmarked one is set aside as full until
// the next full collection. When a full collection leaves much less than the pools hold, the pools without a marked block go back to their arenas, some
// each time that a pool is handed out. Blocks are only ever allocated from swept or fresh pools, so that a block allocated after a collection cannot be taken by its sweep;
// between heap_collect_begin and heap_collect_end, where a program may run (marking in steps), nothing is swept.
//
// A young collection, and marking in steps, must hear of every pointer that is stored into a marked block: the write barrier of whoever stores
// asks heap_must_log, and remembers the block, once (`logged`), for the next collection to look into again (heap_unlog).
#ifndef TYPHON_ALLOC_HEAP_H
#define TYPHON_ALLOC_HEAP_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    HEAP_PAGE = 4096,
    HEAP_ARENA = 256 * 1024,
    HEAP_ARENA_PAGES = HEAP_ARENA / HEAP_PAGE,
    HEAP_SMALL_MAX = 512,
    HEAP_SMALL_CLASSES = HEAP_SMALL_MAX / 16,
    HEAP_MEDIUM_CLASSES = 24, // 640, 768, 896, 1024, 1280 ... 32768
    HEAP_CLASSES = HEAP_SMALL_CLASSES + HEAP_MEDIUM_CLASSES,
    HEAP_MEDIUM_MAX = 32 * 1024,
    HEAP_POOL_BLOCKS = 256, // most blocks of a pool
};

typedef struct Heap Heap;

typedef struct Pool {
    struct Pool *next;     // in its list
    struct Pool *previous; // large pools only
    uint32_t block_size;
    uint32_t reciprocal;   // ceil(2^32 / block_size): index = offset * reciprocal >> 32
    uint16_t capacity;     // blocks
    uint8_t size_class;    // HEAP_CLASSES: large
    uint8_t pages;         // of its arena; 0: an arena of its own
    uint32_t bump;         // blocks handed out so far of a fresh pool; the rest was never touched
    uint64_t size;         // large: bytes asked for (rounded up to 16)
    uint32_t swept_at;     // number of the collection it was last swept after, or made
    uint32_t full_at;      // number of the full collection it was found full after, plus one
    uint32_t epoch;        // its marks are of
    struct PoolBits {
        uint64_t marks, logged;
    } bits[HEAP_POOL_BLOCKS / 64];
} Pool;
enum { HEAP_POOL_HEADER = (sizeof(Pool) + 15) / 16 * 16 };

typedef struct Arena {
    Heap *heap;
    struct Arena *next, *previous; // all arenas, full ones last; among the others those first that last had pages freed
    uint64_t free_pages;           // bit n: page n is free
    size_t mapped;                 // bytes of it: HEAP_ARENA, or those of a large block's own
    struct Arena *segment;         // first arena of the mapping it came in
    uint16_t segment_arenas, segment_empty; // of the first: arenas of the mapping, those of them without pools
    bool is_cold;                  // without pools, and its pages were given back to the system
    uint64_t kept_at;              // kept mappings: number of the collection it was freed after
    uint8_t first_page[HEAP_ARENA_PAGES]; // page -> first page of the pool it belongs to
} Arena;

typedef struct HeapClass {
    void *free;       // list through the first word of each free block
    char *bump, *bump_end; // never used blocks of the current fresh pool
    Pool *current;    // the pool bump points into, or NULL
    Pool *swept, *swept_last;     // blocks were handed out from these since the last collection
    Pool *unswept, *unswept_last; // these may hold dead blocks
    Pool *full, *full_last;       // these hold none, as far as a young collection can tell
    Pool *release_last;           // of `unswept`: those to here are still to be looked at for dead pools to give back; NULL: none
    uint32_t block_size;
    uint32_t pages;   // of a pool
} HeapClass;

// Memory from the system: `map` returns `size` bytes (a multiple of the page) aligned to HEAP_ARENA, or NULL.
typedef struct HeapConfig {
    size_t limit; // bytes of pages in use, 0: none
    void *(*map)(void *userdata, size_t size);
    void (*unmap)(void *userdata, void *memory, size_t size);
    void *userdata;
    volatile uint32_t *attention; // gets attention_bit when a collection is due; may be NULL
    uint32_t attention_bit;
    bool poison; // overwrite dead blocks when they are swept (collector stress)
} HeapConfig;

typedef enum HeapCollection { HEAP_IDLE, HEAP_YOUNG, HEAP_FULL } HeapCollection;

struct Heap {
    HeapClass classes[HEAP_CLASSES];
    HeapConfig config;
    Arena *arenas, *last_arena;
    size_t empty_count;  // arenas without pools
    size_t spare_count;  // those of them that are not cold: kept for the next need
    Arena *kept;         // mappings of large blocks that were freed, not in `arenas`: the next large block takes one that fits;
    size_t kept_bytes;   // those not taken until the next collection but one go back to the system
    Pool *large;         // all large pools
    size_t pages_used, peak_pages, arena_count;
    size_t allocated;    // bytes handed to free lists, fresh pools and large blocks since the last collection
    size_t threshold;    // a collection is due when `allocated` passes it
    size_t due_at;       // attention is asked for when `allocated` passes it: threshold, or sooner while marking goes in steps
    size_t marked_bytes; // of blocks that survived a collection
    size_t marked_before; // when the collection under way began
    size_t full_threshold; // a full collection is due when marked_bytes passes it
    size_t growth;         // expected until then
    uint64_t allocated_in_all, collections, full_collections;
    uint32_t epoch;
    HeapCollection collecting;
    unsigned releasing;  // classes from this on may have a release_last; HEAP_CLASSES: none has
    bool refused;        // an allocation failed since whoever looks here last cleared it
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
// Bytes of the block that may be used: at least what was asked for.
size_t heap_block_size(const void *block);

void heap_collect_begin(Heap *heap, HeapCollection kind); // not HEAP_IDLE
void heap_collect_end(Heap *heap);
// A full collection is due: what survived young ones has doubled since the last.
static inline bool heap_wants_full(const Heap *heap) { return heap->marked_bytes > heap->full_threshold; }
// Gives the dead pools that a full collection found too many of back at once, not some at a time.
void heap_release_dead(Heap *heap);
void heap_sweep_all(Heap *heap);

HeapStats heap_stats(Heap *heap); // sweeps first, so that dead blocks do not count as used
bool pool_is_valid(const Pool *pool);
bool heap_is_valid(const Heap *heap);

static inline unsigned heap_class_of(size_t size) { // size in 1 .. HEAP_MEDIUM_MAX
    if (size <= HEAP_SMALL_MAX) return (unsigned)((size - 1) >> 4);
    unsigned top = 63u - (unsigned)__builtin_clzll((unsigned long long)(size - 1)); // 2^top <= size-1
    return HEAP_SMALL_CLASSES + (top - 9) * 4 + (unsigned)((size - 1) >> (top - 2) & 3);
}

static inline Pool *heap_pool_of(const void *block) {
    uintptr_t address = (uintptr_t)block, base = address & ~(uintptr_t)(HEAP_ARENA - 1);
    return (Pool *)(base + (uintptr_t)((Arena *)base)->first_page[(address - base) / HEAP_PAGE] * HEAP_PAGE);
}
static inline uint32_t pool_block_index(const Pool *pool, const void *block) {
    uint64_t offset = (uint64_t)((uintptr_t)block - (uintptr_t)pool - HEAP_POOL_HEADER);
    return (uint32_t)(offset * pool->reciprocal >> 32);
}

static inline void pool_renew(const Heap *heap, Pool *pool) { // its marks are of an epoch gone by
    for (unsigned i = 0; i < HEAP_POOL_BLOCKS / 64; i++) pool->bits[i].marks = 0;
    pool->epoch = heap->epoch;
}

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

// An uninitialised block of at least `size` bytes (0 counts as 1), 16-aligned. NULL when the limit or the system refuses.
static inline void *heap_alloc(Heap *heap, size_t size) {
#if !HEAP_ASAN
    if (__builtin_expect(size - 1 < HEAP_SMALL_MAX, 1)) {
        HeapClass *c = &heap->classes[(size - 1) >> 4];
        void *block = c->free;
        if (__builtin_expect(block != NULL, 1)) {
            c->free = *(void **)block;
            return block;
        }
        if (c->bump < c->bump_end) {
            block = c->bump;
            c->bump += c->block_size;
            return block;
        }
    }
#endif
    return heap_alloc_slow(heap, size);
}

// Marks the block that starts at `block`; true when it was not marked before.
static inline bool heap_mark(Heap *heap, void *block) {
    Pool *pool = heap_pool_of(block);
    uint32_t index = pool_block_index(pool, block);
    if (__builtin_expect(pool->epoch != heap->epoch, 0)) pool_renew(heap, pool);
    uint64_t bit = (uint64_t)1 << (index & 63), *word = &pool->bits[index >> 6].marks;
    if (*word & bit) return false;
    *word |= bit;
    heap->marked_bytes += pool->block_size;
    return true;
}
static inline bool heap_is_marked(const Heap *heap, const void *block) {
    const Pool *pool = heap_pool_of(block);
    uint32_t index = pool_block_index(pool, block);
    return pool->epoch == heap->epoch && pool->bits[index >> 6].marks >> (index & 63) & 1;
}
static inline void heap_unmark(Heap *heap, void *block) { // a marked one
    Pool *pool = heap_pool_of(block);
    uint32_t index = pool_block_index(pool, block);
    uint64_t bit = (uint64_t)1 << (index & 63), *word = &pool->bits[index >> 6].marks;
    if (*word & bit) heap->marked_bytes -= pool->block_size;
    *word &= ~bit;
}

// For the write barrier: the block is marked and not logged yet. (Of a pool whose marks are of an epoch gone by the answer may be true as well.)
static inline bool heap_must_log(const void *block) {
    const Pool *pool = heap_pool_of(block);
    uint32_t index = pool_block_index(pool, block);
    const struct PoolBits *bits = &pool->bits[index >> 6];
    return (bits->marks & ~bits->logged) >> (index & 63) & 1;
}
static inline void heap_log(void *block) {
    Pool *pool = heap_pool_of(block);
    uint32_t index = pool_block_index(pool, block);
    pool->bits[index >> 6].logged |= (uint64_t)1 << (index & 63);
}
static inline void heap_unlog(void *block) {
    Pool *pool = heap_pool_of(block);
    uint32_t index = pool_block_index(pool, block);
    pool->bits[index >> 6].logged &= ~((uint64_t)1 << (index & 63));
}
#endif
