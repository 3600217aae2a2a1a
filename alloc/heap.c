#define _GNU_SOURCE // mremap
#include "alloc/heap.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#if HEAP_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(block, size) ASAN_POISON_MEMORY_REGION(block, size)
#define UNPOISON(block, size) ASAN_UNPOISON_MEMORY_REGION(block, size)
#else
#define POISON(block, size) ((void)(block), (void)(size))
#define UNPOISON(block, size) ((void)(block), (void)(size))
#endif

// A collection is due when as much was allocated as survived the last one, but not before this many bytes: what short-lived objects go round in
// must fit the second-level cache (measured: twice as fast with 1 or 2 MiB as with 8, where that cache has 2).
enum { LEAST_THRESHOLD = 2 * 1024 * 1024 };
enum { OWN_ARENA_MIN = 192 * 1024, SPARE_MAX = 16 * 1024 * 1024 };
#define ARENA_ALL_FREE (~(uint64_t)1) // every page but the header

static void *system_map(void *userdata, size_t size) {
    (void)userdata;
    size_t room = size + HEAP_ARENA;
    if (room < size) return NULL;
    char *memory = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return NULL;
    char *aligned = (char *)(((uintptr_t)memory + HEAP_ARENA - 1) & ~(uintptr_t)(HEAP_ARENA - 1));
    size_t before = (size_t)(aligned - memory), after = room - before - size;
    if (before) munmap(memory, before);
    if (after) munmap(aligned + size, after);
    return aligned;
}
static void system_unmap(void *userdata, void *memory, size_t size) {
    (void)userdata;
    munmap(memory, size);
}

static uint32_t class_size(unsigned c) {
    if (c < HEAP_SMALL_CLASSES) return (c + 1) * 16;
    unsigned medium = c - HEAP_SMALL_CLASSES, doubling = medium / 4, quarter = medium % 4;
    return (512u << doubling) + (quarter + 1) * (128u << doubling);
}

Heap *heap_new(const HeapConfig *config) {
    Heap *heap = calloc(1, sizeof *heap);
    if (!heap) return NULL;
    heap->config = *config;
    if (!heap->config.map) heap->config.map = system_map, heap->config.unmap = system_unmap;
    heap->threshold = LEAST_THRESHOLD;
    if (config->limit && heap->threshold > config->limit / 2) heap->threshold = config->limit / 2;
    for (unsigned c = 0; c < HEAP_CLASSES; c++) {
        uint32_t size = heap->classes[c].block_size = class_size(c);
        uint32_t pages = (size * 8 + HEAP_POOL_HEADER + HEAP_PAGE - 1) / HEAP_PAGE;
        heap->classes[c].pages = size <= HEAP_SMALL_MAX ? 1 : pages > 32 ? 32 : pages;
    }
    return heap;
}

static void release_kept(Heap *heap, uint64_t since);
void heap_delete(Heap *heap) {
    release_kept(heap, UINT64_MAX);
    Arena *arena = heap->arenas;
    while (arena) {
        Arena *next = arena->next;
        UNPOISON(arena, arena->mapped);
        heap->config.unmap(heap->config.userdata, arena, arena->mapped);
        arena = next;
    }
    free(heap);
}

// ---- arenas ------------------------------------------------------------------------------------------------------

static void arena_link(Heap *heap, Arena *arena) {
    arena->previous = NULL;
    arena->next = heap->arenas;
    if (heap->arenas) heap->arenas->previous = arena;
    heap->arenas = arena;
}

static void arena_unlink(Heap *heap, Arena *arena) {
    if (arena->previous) arena->previous->next = arena->next;
    else heap->arenas = arena->next;
    if (arena->next) arena->next->previous = arena->previous;
}

static Arena *arena_new(Heap *heap, size_t size) {
    Arena *arena = heap->config.map(heap->config.userdata, size);
    if (!arena) return NULL;
    arena->heap = heap;
    arena->mapped = size;
    arena->free_pages = ARENA_ALL_FREE;
    arena_link(heap, arena);
    heap->arena_count++;
    return arena;
}

// ---- mappings of large blocks, kept for the next ones: touching fresh pages costs more than filling them

enum { KEPT_COUNT = sizeof((Heap){0}.kept) / sizeof(Arena *), KEPT_MAX = 16 * 1024 * 1024 };

static void unmap_kept(Heap *heap, unsigned n) {
    heap->config.unmap(heap->config.userdata, heap->kept[n], heap->kept[n]->mapped);
    heap->kept[n] = NULL;
}

// Those freed before collection number `since`.
static void release_kept(Heap *heap, uint64_t since) {
    for (unsigned n = 0; n < KEPT_COUNT; n++)
        if (heap->kept[n] && heap->kept_at[n] < since) unmap_kept(heap, n);
}

// False: it is to be unmapped.
static bool keep_mapping(Heap *heap, Arena *arena) {
    size_t bytes = arena->mapped;
    if (heap->config.limit && bytes > heap->config.limit / 32) return false;
    unsigned oldest = 0;
    for (unsigned n = 0; n < KEPT_COUNT; n++) {
        if (heap->kept[n]) bytes += heap->kept[n]->mapped;
        if (!heap->kept[n] || (heap->kept[oldest] && heap->kept_at[n] < heap->kept_at[oldest])) oldest = n;
    }
    if (bytes > KEPT_MAX) return false;
    if (heap->kept[oldest]) unmap_kept(heap, oldest);
    arena_unlink(heap, arena);
    heap->arena_count--;
    UNPOISON(arena, arena->mapped);
    heap->kept[oldest] = arena;
    heap->kept_at[oldest] = heap->collections;
    return true;
}

// One of at least `size` bytes and not much more, linked again; NULL: there is none.
static Arena *take_kept(Heap *heap, size_t size) {
    for (unsigned n = 0; n < KEPT_COUNT; n++) {
        Arena *arena = heap->kept[n];
        if (!arena || arena->mapped < size || arena->mapped / 2 > size) continue;
        heap->kept[n] = NULL;
        arena_link(heap, arena);
        heap->arena_count++;
        return arena;
    }
    return NULL;
}

static void arena_delete(Heap *heap, Arena *arena) {
    arena_unlink(heap, arena);
    heap->arena_count--;
    UNPOISON(arena, arena->mapped);
    heap->config.unmap(heap->config.userdata, arena, arena->mapped);
}

// First page of `count` free neighbours in the arena, or 0.
static unsigned find_run(uint64_t free_pages, unsigned count) {
    uint64_t starts = free_pages; // bit n stays set while pages n .. n+k-1 are free
    for (unsigned have = 1; have < count && starts;) {
        unsigned step = count - have < have ? count - have : have;
        starts &= starts >> step;
        have += step;
    }
    return starts ? (unsigned)__builtin_ctzll(starts) : 0;
}

static bool within_limit(const Heap *heap, size_t pages) {
    size_t limit = heap->config.limit;
    return !limit || (heap->pages_used + pages + heap->arena_count + 1) <= limit / HEAP_PAGE;
}

// Arenas that are looked at for a run before a fresh one is mapped: those that last had pages freed come first.
enum { ARENAS_LOOKED_AT = 16 };

// A run of pages for a pool; NULL when over the limit or the system refuses.
static Pool *take_pages(Heap *heap, unsigned count) {
    if (!within_limit(heap, count)) return NULL;
    unsigned first = 0, looked_at = 0;
    Arena *arena = heap->arenas;
    for (; arena && looked_at < ARENAS_LOOKED_AT; arena = arena->next, looked_at++)
        if ((first = find_run(arena->free_pages, count))) break;
    if (first) {
        heap->spare_count -= arena->free_pages == ARENA_ALL_FREE;
    } else {
        arena = arena_new(heap, HEAP_ARENA);
        if (!arena) return NULL;
        first = 1;
    }
    arena->free_pages &= ~((((uint64_t)1 << count) - 1) << first);
    memset(arena->first_page + first, (int)first, count);
    heap->pages_used += count;
    if (heap->pages_used > heap->peak_pages) heap->peak_pages = heap->pages_used;
    return (Pool *)((char *)arena + (size_t)first * HEAP_PAGE);
}

// Arenas without pools that are kept: as much as is going to be allocated until the next collection, which would otherwise be mapped anew each time.
static size_t spare_arenas(const Heap *heap) {
    size_t bytes = heap->threshold, limit = heap->config.limit;
    if (limit && bytes > limit / 8) bytes = limit / 8;
    bytes += bytes / 2; // pools fill unevenly
    return bytes > SPARE_MAX ? SPARE_MAX / HEAP_ARENA : bytes / HEAP_ARENA + 2;
}

// Gives a pool's pages back to its arena, an arena without pools to the system (some are kept).
static void release_pages(Heap *heap, Pool *pool) {
    Arena *arena = (Arena *)((uintptr_t)pool & ~(uintptr_t)(HEAP_ARENA - 1));
    if (!pool->pages) {
        heap->pages_used -= arena->mapped / HEAP_PAGE - 1;
        if (!keep_mapping(heap, arena)) arena_delete(heap, arena);
        return;
    }
    unsigned first = (unsigned)(((uintptr_t)pool - (uintptr_t)arena) / HEAP_PAGE), count = pool->pages;
    heap->pages_used -= count;
    UNPOISON(pool, (size_t)count * HEAP_PAGE);
    arena->free_pages |= (((uint64_t)1 << count) - 1) << first;
    if (arena->free_pages == ARENA_ALL_FREE && heap->spare_count >= spare_arenas(heap)) {
        arena_delete(heap, arena);
        return;
    }
    if (arena->free_pages == ARENA_ALL_FREE) heap->spare_count++;
    if (heap->arenas != arena) {
        arena_unlink(heap, arena);
        arena_link(heap, arena);
    }
}

// ---- pools -------------------------------------------------------------------------------------------------------

static char *pool_block(const Pool *pool, size_t index) { return (char *)pool + HEAP_POOL_HEADER + index * pool->block_size; }

static void pool_init(Pool *pool, unsigned size_class, uint32_t block_size, unsigned pages, size_t capacity) {
    *pool = (Pool){.block_size = block_size, .size_class = (uint8_t)size_class, .pages = (uint8_t)pages};
    pool->reciprocal = (uint32_t)((((uint64_t)1 << 32) + block_size - 1) / block_size);
    pool->capacity = (uint16_t)(capacity > HEAP_POOL_BLOCKS ? HEAP_POOL_BLOCKS : capacity);
}

static void account(Heap *heap, size_t bytes) {
    heap->allocated += bytes;
    heap->allocated_in_all += bytes;
    if (heap->allocated > heap->threshold && heap->config.attention) *heap->config.attention |= heap->config.attention_bit;
}

// Remembers how far the fresh pool of the class was handed out.
static void settle_bump(HeapClass *c) {
    if (!c->current) return;
    c->current->bump = (uint32_t)((size_t)(c->bump - pool_block(c->current, 0)) / c->block_size);
    c->current = NULL;
    c->bump = c->bump_end = NULL;
}

// Turns the unmarked blocks of a pool into the class's free list. Returns their number; a pool without live blocks is
// released instead, and 0 returned.
static unsigned pool_sweep(Heap *heap, HeapClass *c, Pool *pool) {
    uint64_t live = 0;
    for (unsigned i = 0; i < HEAP_POOL_BLOCKS / 64; i++) live |= pool->marks[i];
    if (!live) {
        release_pages(heap, pool);
        return 0;
    }
    pool->next = c->swept;
    c->swept = pool;
    pool->swept_at = heap->collections;
    unsigned count = 0;
    void *list = c->free;
    for (unsigned base = (pool->capacity - 1u) & ~63u;; base -= 64) { // from the last, so that the list goes upwards
        unsigned here = pool->capacity - base < 64 ? pool->capacity - base : 64;
        uint64_t dead = ~pool->marks[base / 64] & (here == 64 ? ~(uint64_t)0 : ((uint64_t)1 << here) - 1);
        while (dead) {
            unsigned bit = 63u - (unsigned)__builtin_clzll(dead);
            dead &= ~((uint64_t)1 << bit);
            void **block = (void **)pool_block(pool, base + bit);
            UNPOISON(block, pool->block_size);
#ifdef TYPHON_EXPENSIVE_ASSERTS
            memset(block, 0xdb, pool->block_size);
#else
            if (heap->config.poison) memset(block, 0xdb, pool->block_size);
#endif
            *block = list;
            list = block;
            POISON(block, pool->block_size);
            count++;
        }
        if (!base) break;
    }
    pool->bump = pool->capacity;
    memset(pool->marks, 0, sizeof pool->marks); // while it is in the cache: swept pools have none
    c->free = list;
    return count;
}

static void *pop_free(HeapClass *c) {
    void *block = c->free;
    UNPOISON(block, c->block_size);
    c->free = *(void **)block;
    return block;
}

static void *alloc_large(Heap *heap, size_t size) {
    if (size > SIZE_MAX / 2) return NULL;
    size = (size + 15) & ~(size_t)15;
    Pool *pool;
    unsigned pages = 0;
    if (size < OWN_ARENA_MIN) {
        pages = (unsigned)((size + HEAP_POOL_HEADER + HEAP_PAGE - 1) / HEAP_PAGE);
        pool = take_pages(heap, pages);
    } else {
        size_t mapped = (HEAP_PAGE + HEAP_POOL_HEADER + size + HEAP_PAGE - 1) & ~(size_t)(HEAP_PAGE - 1);
        size_t count = mapped / HEAP_PAGE - 1;
        Arena *arena = take_kept(heap, mapped);
        if (arena) count = arena->mapped / HEAP_PAGE - 1;
        else if (within_limit(heap, count)) arena = arena_new(heap, mapped);
        pool = arena ? (Pool *)((char *)arena + HEAP_PAGE) : NULL;
        if (arena) {
            arena->free_pages = 0;
            arena->first_page[1] = 1;
            // To the end of the list: it never has a free page.
            if (arena->next) {
                Arena *second = arena->next;
                arena_unlink(heap, arena);
                arena->next = second->next;
                arena->previous = second;
                if (second->next) second->next->previous = arena;
                second->next = arena;
            }
            heap->pages_used += count;
            if (heap->pages_used > heap->peak_pages) heap->peak_pages = heap->pages_used;
        }
    }
    if (!pool) return NULL;
    pool_init(pool, HEAP_CLASSES, HEAP_ARENA, pages, 1); // one block: its index is 0 wherever it is looked at
    pool->size = size;
    pool->bump = 1;
    pool->next = heap->large;
    if (heap->large) heap->large->previous = pool;
    heap->large = pool;
    account(heap, size);
    return pool_block(pool, 0);
}

static void *alloc_from_pools(Heap *heap, unsigned class_index) {
    HeapClass *c = &heap->classes[class_index];
    if (c->free) return pop_free(c);
    if (c->bump < c->bump_end) {
        void *block = c->bump;
        UNPOISON(block, c->block_size);
        c->bump += c->block_size;
        return block;
    }
    while (c->unswept) {
        Pool *pool = c->unswept;
        c->unswept = pool->next;
        unsigned count = pool_sweep(heap, c, pool);
        if (count) {
            account(heap, (size_t)count * c->block_size);
            return pop_free(c);
        }
    }
    settle_bump(c);
    Pool *pool = take_pages(heap, c->pages);
    if (!pool) return NULL;
    size_t capacity = ((size_t)c->pages * HEAP_PAGE - HEAP_POOL_HEADER) / c->block_size;
    pool_init(pool, class_index, c->block_size, c->pages, capacity);
    pool->next = c->swept;
    pool->swept_at = heap->collections;
    c->swept = pool;
    c->current = pool;
    c->bump = pool_block(pool, 0);
    c->bump_end = pool_block(pool, pool->capacity);
    POISON(c->bump, (size_t)(c->bump_end - c->bump));
    account(heap, (size_t)pool->capacity * c->block_size);
    UNPOISON(c->bump, c->block_size);
    c->bump += c->block_size;
    return c->bump - c->block_size;
}

void *heap_alloc_slow(Heap *heap, size_t size) {
    if (!size) size = 1;
    for (int attempt = 0;; attempt++) {
        void *block = size <= HEAP_MEDIUM_MAX ? alloc_from_pools(heap, heap_class_of(size)) : alloc_large(heap, size);
        if (block || attempt) return block;
        release_kept(heap, UINT64_MAX);
        heap_sweep_all(heap); // dead blocks of other classes may hold the pages
    }
}

static void release_large(Heap *heap, Pool *pool) {
    if (pool->previous) pool->previous->next = pool->next;
    else heap->large = pool->next;
    if (pool->next) pool->next->previous = pool->previous;
    release_pages(heap, pool);
}

void heap_free(Heap *heap, void *block, size_t size) {
    if (!block) return;
    if (!size) size = 1;
    if (size > HEAP_MEDIUM_MAX) {
        release_large(heap, heap_pool_of(block));
        return;
    }
    // The mark, if any, stays: an unswept pool must not put the block on the free list a second time. An unmarked block
    // of an unswept pool is left to the sweep.
    HeapClass *c = &heap->classes[heap_class_of(size)];
    if (heap_pool_of(block)->swept_at != heap->collections && !heap_is_marked(block)) return;
#ifdef TYPHON_EXPENSIVE_ASSERTS
    memset(block, 0xdb, c->block_size);
#endif
    *(void **)block = c->free;
    c->free = block;
    POISON(block, c->block_size);
}

size_t heap_block_size(const void *block) {
    const Pool *pool = heap_pool_of(block);
    return pool->size_class == HEAP_CLASSES ? pool->size : pool->block_size;
}

// A large block in a mapping of its own gets another size by moving its pages, not their contents. NULL: not done.
static void *remap_large(Heap *heap, Pool *pool, size_t new_size) {
#if defined(MREMAP_FIXED) && !HEAP_ASAN
    if (pool->size_class != HEAP_CLASSES || pool->pages || new_size < OWN_ARENA_MIN || new_size > SIZE_MAX / 2 || heap->config.map != system_map) return NULL;
    Arena *arena = (Arena *)((char *)pool - HEAP_PAGE);
    new_size = (new_size + 15) & ~(size_t)15;
    size_t before = arena->mapped, mapped = (HEAP_PAGE + HEAP_POOL_HEADER + new_size + HEAP_PAGE - 1) & ~(size_t)(HEAP_PAGE - 1);
    if (mapped > before && !within_limit(heap, (mapped - before) / HEAP_PAGE)) return NULL;
    void *target = system_map(NULL, mapped);
    if (!target) return NULL;
    if (mremap(arena, before, mapped, MREMAP_MAYMOVE | MREMAP_FIXED, target) == MAP_FAILED) {
        munmap(target, mapped);
        return NULL;
    }
    Arena *moved = target;
    Pool *moved_pool = (Pool *)((char *)target + HEAP_PAGE);
    moved->mapped = mapped;
    if (moved->previous) moved->previous->next = moved;
    else heap->arenas = moved;
    if (moved->next) moved->next->previous = moved;
    if (moved_pool->previous) moved_pool->previous->next = moved_pool;
    else heap->large = moved_pool;
    if (moved_pool->next) moved_pool->next->previous = moved_pool;
    if (new_size > moved_pool->size) account(heap, new_size - moved_pool->size);
    moved_pool->size = new_size;
    heap->pages_used += mapped / HEAP_PAGE;
    heap->pages_used -= before / HEAP_PAGE;
    if (heap->pages_used > heap->peak_pages) heap->peak_pages = heap->pages_used;
    return pool_block(moved_pool, 0);
#else
    (void)heap, (void)pool, (void)new_size;
    return NULL;
#endif
}

void *heap_resize(Heap *heap, void *block, size_t old_size, size_t new_size) {
    if (!block) return heap_alloc(heap, new_size);
    size_t usable = heap_block_size(block);
    if (new_size <= usable && new_size >= usable / 2 && (new_size <= HEAP_MEDIUM_MAX) == (old_size <= HEAP_MEDIUM_MAX)
        && (new_size > HEAP_MEDIUM_MAX || heap_class_of(new_size ? new_size : 1) == heap_class_of(old_size ? old_size : 1)))
        return block;
    void *moved = remap_large(heap, heap_pool_of(block), new_size);
    if (moved) return moved;
    moved = heap_alloc(heap, new_size);
    if (!moved) return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    heap_free(heap, block, old_size);
    return moved;
}

// ---- collection --------------------------------------------------------------------------------------------------

void heap_collect_begin(Heap *heap) {
    assert(!heap->collecting);
    heap->collecting = true;
    heap->marked_bytes = 0;
    for (HeapClass *c = heap->classes; c < heap->classes + HEAP_CLASSES; c++) {
        settle_bump(c);
        c->free = NULL; // free blocks are unmarked: this collection finds them again
        Pool **end = &c->unswept; // unswept dead blocks stay unmarked too: their sweep is this collection's
        for (; *end; end = &(*end)->next) memset((*end)->marks, 0, sizeof (*end)->marks);
        *end = c->swept; // these have no marks
        c->swept = c->unswept;
        c->unswept = NULL;
    }
    for (Pool *pool = heap->large; pool; pool = pool->next) pool->marks[0] = 0;
}

void heap_collect_end(Heap *heap) {
    for (HeapClass *c = heap->classes; c < heap->classes + HEAP_CLASSES; c++) {
        c->unswept = c->swept;
        c->swept = NULL;
    }
    for (Pool *pool = heap->large, *next; pool; pool = next) {
        next = pool->next;
        if (pool->marks[0]) heap->marked_bytes += pool->size - pool->block_size; // heap_mark counted its block_size
        else release_large(heap, pool);
    }
    heap->collecting = false;
    release_kept(heap, heap->collections);
    heap->collections++;
    heap->allocated = 0;
    size_t threshold = heap->marked_bytes > LEAST_THRESHOLD ? heap->marked_bytes : LEAST_THRESHOLD;
    size_t limit = heap->config.limit;
    if (limit) { // leave room to collect before the limit is reached
        size_t room = limit > heap->marked_bytes ? limit - heap->marked_bytes : 0;
        if (threshold > room / 2) threshold = room / 2;
    }
    heap->threshold = threshold;
}

// All empty arenas but one go back to the system.
static void release_spare_arenas(Heap *heap) {
    for (Arena *arena = heap->arenas, *next; arena && heap->spare_count > 1; arena = next) {
        next = arena->next;
        if (arena->free_pages != ARENA_ALL_FREE) continue;
        arena_delete(heap, arena);
        heap->spare_count--;
    }
}

void heap_sweep_all(Heap *heap) {
    if (heap->collecting) return;
    for (HeapClass *c = heap->classes; c < heap->classes + HEAP_CLASSES; c++)
        while (c->unswept) {
            Pool *pool = c->unswept;
            c->unswept = pool->next;
            account(heap, (size_t)pool_sweep(heap, c, pool) * c->block_size);
        }
    release_spare_arenas(heap);
}

// ---- looking at it -----------------------------------------------------------------------------------------------

static size_t list_length(const HeapClass *c) {
    size_t count = 0;
    for (void *block = c->free; block; count++) {
        UNPOISON(block, sizeof(void *));
        void *next = *(void **)block;
        POISON(block, c->block_size);
        block = next;
    }
    return count;
}

HeapStats heap_stats(Heap *heap) {
    heap_sweep_all(heap);
    HeapStats stats = {.arenas = heap->arena_count,
                       .committed = (heap->pages_used + heap->arena_count) * HEAP_PAGE,
                       .peak = (heap->peak_pages + heap->arena_count) * HEAP_PAGE,
                       .allocated_in_all = heap->allocated_in_all,
                       .collections = heap->collections};
    for (unsigned i = 0; i < HEAP_CLASSES; i++) {
        HeapClass *c = &heap->classes[i];
        HeapClassStats *row = &stats.classes[i];
        row->block_size = c->block_size;
        size_t capacity = 0;
        for (Pool *pool = c->swept; pool; pool = pool->next) row->pools++, capacity += pool->capacity;
        row->free = list_length(c) + (size_t)(c->bump_end - c->bump) / c->block_size;
        for (Pool *pool = c->swept; pool; pool = pool->next)
            if (pool != c->current) row->free += pool->capacity - pool->bump;
        row->used = capacity - row->free;
        stats.pools += row->pools;
        stats.used_bytes += row->used * c->block_size;
    }
    for (Pool *pool = heap->large; pool; pool = pool->next) {
        stats.large_blocks++;
        stats.large_bytes += pool->size;
        stats.used_bytes += pool->size;
    }
    return stats;
}

bool pool_is_valid(const Pool *pool) {
    if (pool->size_class > HEAP_CLASSES || !pool->capacity || pool->capacity > HEAP_POOL_BLOCKS) return false;
    if (heap_pool_of(pool_block(pool, 0)) != pool) return false;
    if (pool->size_class == HEAP_CLASSES) return pool->capacity == 1;
    if (heap_pool_of(pool_block(pool, pool->capacity) - 1) != pool) return false;
    return HEAP_POOL_HEADER + (size_t)pool->capacity * pool->block_size <= (size_t)pool->pages * HEAP_PAGE;
}

static bool pools_are_valid(const Pool *pool, size_t *pages) {
    for (; pool; pool = pool->next) {
        if (!pool_is_valid(pool)) return false;
        const Arena *arena = (const Arena *)((uintptr_t)pool & ~(uintptr_t)(HEAP_ARENA - 1));
        *pages += pool->pages ? pool->pages : arena->mapped / HEAP_PAGE - 1;
    }
    return true;
}

bool heap_is_valid(const Heap *heap) {
    size_t pages = 0, in_arenas = 0, arenas = 0;
    for (const HeapClass *c = heap->classes; c < heap->classes + HEAP_CLASSES; c++)
        if (!pools_are_valid(c->swept, &pages) || !pools_are_valid(c->unswept, &pages)) return false;
    if (!pools_are_valid(heap->large, &pages)) return false;
    for (const Arena *arena = heap->arenas; arena; arena = arena->next, arenas++) {
        if (arena->heap != heap || (arena->next && arena->next->previous != arena)) return false;
        in_arenas += arena->mapped / HEAP_PAGE - 1 - (size_t)__builtin_popcountll(arena->free_pages);
        if (arena->free_pages & 1) return false;
    }
    return pages == heap->pages_used && in_arenas == pages && arenas == heap->arena_count;
}
