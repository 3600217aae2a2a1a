// Heap: our own pools (see heap.h); -DTYPHON_GC=boehm builds heap_boehm.c instead.
#ifndef TYPHON_GC_BOEHM
#define _GNU_SOURCE // mremap
#include "alloc/heap.h"
#include "alloc/heap_limit.h"
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

// A collection is due after LEAST_THRESHOLD bytes when next to nothing survived the last one, since what short-lived objects go round in should fit the
// second-level cache (measured with one of 2 MiB: text of 100 KB takes three times as long with 8 MiB as with 1, digits of pi a fifth longer with 4);
// when more than one in SURVIVING_PART bytes did, after MIDDLE_THRESHOLD, since of what has longer to die less survives (binary trees: 6 % faster than
// with LEAST_THRESHOLD; 8 and 32 parts measure alike), and in a small heap after SMALL_THRESHOLD, as the first one: most scripts end before.
enum { LEAST_THRESHOLD = 1024 * 1024, SMALL_THRESHOLD = 2 * 1024 * 1024, MIDDLE_THRESHOLD = 4 * 1024 * 1024, SURVIVING_PART = 8, LEAST_GROWTH = 3 * 1024 * 1024 };
// A full collection is due when what was marked since the last one is half of what that left; in a heap under SMALL_HEAP, which is soon marked, a
// third, and LEAST_GROWTH at least, counting what the next young collection is going to add, by what the last one added. (Binary trees of depth 16 take 18.6 MB so, CPython 19.8.
// Without that, with a quarter and 2 MiB, 20.5 in the same time; with a half and 4 MiB 3 % faster and 5 MB more. In larger heaps it only moves when peaks come.)
enum { SMALL_HEAP = 32 * 1024 * 1024 };
// And, since old blocks may all have died where nothing survives any more, after 2^PATIENCE_LEAST times what is alive was allocated (PATIENCE_BYTES at least): memory dropped
// goes back to the system then. Where that finds little dead it is put off twice as long, up to 2^PATIENCE_MOST times, which costs less than can be measured.
enum { PATIENCE_LEAST = 2, PATIENCE_MOST = 8, PATIENCE_BYTES = 64 * 1024 * 1024 };
// In a larger heap so soon that not much more than this survives: marking it is the pause (1 to 2 ms, most of them misses of the cache).
enum { SURVIVORS_MOST = 768 * 1024 };
// From this on a block has a mapping of its own: below, it leaves too little of an arena unused to be worth the system's calls.
enum { OWN_ARENA_PAGES = 64, OWN_ARENA_MIN = OWN_ARENA_PAGES * HEAP_PAGE - HEAP_POOL_HEADER + 1 };
// Kept for the next need: free pages of arenas, and mappings of large blocks. Without bound, memory would never go back after a large structure is
// dead; without them each collection would give back what the program asks for again right after: a page fault costs as much as filling the page.
// (SPARE_LEAST: items of a dict that are extended by += up to 20 KB, 3.1 ms; with 6 MiB 4.1, half of it in the system.)
enum { SPARE_LEAST = 9 * 1024 * 1024, SPARE_MAX = 64 * 1024 * 1024, KEPT_LEAST = 16 * 1024 * 1024, KEPT_MAX = 64 * 1024 * 1024 };
// Mappings up to KEPT_LONGER are kept for so many collections more: those come unevenly, and each promotes some large blocks, which die together. (`x = set(s); x |= t` of 10,000
// items, blocks of 0.5 and 1 MiB: 149 us; 315 when 8 MiB are kept, 477 when blocks of more than 1 MiB are kept for one collection only.)
enum { KEPT_FOR = 6, KEPT_LONGER = 4 * 1024 * 1024 };
// Fresh arenas' pages are all asked for at once, as one huge page, but for the first: a VM may stay small. (In small pages what is resident would
// be less by the part of the last arena that is not used yet; filling a heap of 24 MB takes a third longer, and 2 MiB take 0.65 ms where a huge page takes 0.05.)
enum { POPULATED_FROM = 1, HUGE_PAGE = 2 * 1024 * 1024, HUGE_UNTIL = 16 * 1024 * 1024 / HEAP_PAGE };
// A program whose kept code is so large makes eight times as much of it: it does not begin in the first arena.
enum { EXPECTED_LEAST = 192 * 1024 };
// Small classes' pools in pages, and from how many pages of a heap on (docs/decisions/0017).
enum { SMALL_POOL_PAGES = 4, SMALL_HEAP_PAGES = 256 };
// So many free pages of one arena are given back together, and so many neighbours asked for again (a call for each page of a small heap is a tenth
// of the time in which a small script runs).
// Those of a heap that may stay small come one by one to begin with, as they are touched.
enum { COOLED_AT_ONCE = 64, WARMED_AT_ONCE = 16, WARMED_FROM = 64 }; // pages
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif
enum { ARENA_ROOM = HEAP_ARENA_PAGES - HEAP_HEADER_PAGES, PAGE_WORDS = HEAP_ARENA_PAGES / 64 };

static void *system_map(void *userdata, size_t size) {
    (void)userdata;
    size_t room = size + HEAP_ARENA;
    if (room < size) return NULL;
    char *memory = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); // reserved: what the machine can never hold is refused now
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
    heap->threshold = SMALL_THRESHOLD;
    if (config->limit && heap->threshold > config->limit / 2) heap->threshold = config->limit / 2;
    heap->due_at = heap->threshold;
    heap->full_threshold = heap->growth = heap->threshold;
    heap->patience = PATIENCE_LEAST;
    heap->full_at = (uint64_t)PATIENCE_BYTES << PATIENCE_LEAST;
    heap->epoch = 1;
    heap->releasing = HEAP_CLASSES;
    for (unsigned c = 0; c < HEAP_CLASSES; c++) {
        uint32_t size = heap->classes[c].block_size = class_size(c);
        uint32_t pages = (size * 8 + HEAP_POOL_HEADER + HEAP_PAGE - 1) / HEAP_PAGE;
        heap->classes[c].pages = size <= HEAP_SMALL_MAX ? SMALL_POOL_PAGES : pages > 32 ? 32 : pages;
        for (unsigned bit = 0; bit < 64; bit += size / 16) heap->classes[c].starts |= (uint64_t)1 << bit;
        heap->marked_size[c] = size;
    }
    heap->marked_size[HEAP_CLASSES] = HEAP_LARGE_MARKED;
    return heap;
}

static void release_kept(Heap *heap, uint64_t since);
static void system_free(Heap *heap, Arena *arena, size_t size) {
    UNPOISON(arena, size);
    if (arena != heap->first_arena) {
        heap->config.unmap(heap->config.userdata, arena, size);
        return;
    }
    free(heap->first_room);
    heap->first_arena = heap->first_room = NULL;
}

void heap_delete(Heap *heap) {
    release_kept(heap, UINT64_MAX);
    for (Arena *arena = heap->arenas, *next; arena; arena = next) {
        next = arena->next;
        system_free(heap, arena, arena->mapped);
    }
    free(heap);
}

// ---- arenas ------------------------------------------------------------------------------------------------------

static void arena_link(Heap *heap, Arena *arena) {
    arena->previous = NULL;
    arena->next = heap->arenas;
    if (heap->arenas) heap->arenas->previous = arena;
    else heap->last_arena = arena;
    heap->arenas = arena;
}

static void arena_link_last(Heap *heap, Arena *arena) {
    arena->next = NULL;
    arena->previous = heap->last_arena;
    if (heap->last_arena) heap->last_arena->next = arena;
    else heap->arenas = arena;
    heap->last_arena = arena;
}

static void arena_unlink(Heap *heap, Arena *arena) {
    if (arena->previous) arena->previous->next = arena->next;
    else heap->arenas = arena->next;
    if (arena->next) arena->next->previous = arena->previous;
    else heap->last_arena = arena->previous;
}

// Asks for all pages of [memory, memory + size) now. They come one by one as they are touched where the system cannot.
static void populate(const Heap *heap, void *memory, size_t size) {
    if (heap->config.map == system_map) madvise(memory, size, MADV_POPULATE_WRITE);
}

// The page is there: another heap may have had it before. (Cheaper than asking for what is there.)
static bool is_resident(void *page) {
    unsigned char state = 0;
    return mincore(page, HEAP_PAGE, &state) == 0 && state & 1;
}

// Not in a heap that is large already: a virtual machine that has given free pages back to its host pays ten times as much for a huge page as for the same in
// small ones (230 MB of text: 1.0 s and 0.15; where the pages are still there, 0.05 and 0.12: docs/decisions/0017).
static void advise_huge(const Heap *heap, void *memory, size_t size) {
    if (heap->config.map == system_map && size >= HUGE_PAGE && heap->pages_used < HUGE_UNTIL) madvise(memory, size, MADV_HUGEPAGE);
}

// ---- sets of pages, one bit each

static bool page_is_in(const uint64_t *set, unsigned page) { return set[page / 64] >> (page % 64) & 1; }

static void pages_put(uint64_t *set, unsigned first, unsigned count, bool are_in) {
    for (unsigned page = first, end = first + count; page < end;) {
        unsigned bit = page % 64, here = end - page < 64 - bit ? end - page : 64 - bit;
        uint64_t mask = (here == 64 ? ~(uint64_t)0 : ((uint64_t)1 << here) - 1) << bit;
        if (are_in) set[page / 64] |= mask;
        else set[page / 64] &= ~mask;
        page += here;
    }
}

static unsigned pages_count(const uint64_t *set, unsigned first, unsigned count) {
    unsigned found = 0;
    for (unsigned page = first; page < first + count; page++) found += page_is_in(set, page);
    return found;
}

// First page of `count` neighbours (at most 64) in `free_pages` that are not in `but`, or 0.
static unsigned find_run(const uint64_t *free_pages, const uint64_t *but, unsigned count) {
    uint64_t starts[PAGE_WORDS + 1]; // bit n stays set while pages n .. n+have-1 are free
    for (unsigned i = 0; i < PAGE_WORDS; i++) starts[i] = free_pages[i] & ~but[i];
    starts[PAGE_WORDS] = 0;
    for (unsigned have = 1; have < count;) {
        unsigned step = count - have < have ? count - have : have;
        for (unsigned i = 0; i < PAGE_WORDS; i++) starts[i] &= starts[i] >> step | starts[i + 1] << (64 - step);
        have += step;
    }
    for (unsigned i = 0; i < PAGE_WORDS; i++)
        if (starts[i]) return i * 64 + (unsigned)__builtin_ctzll(starts[i]);
    return 0;
}

// ---- arenas of pools

// The first arena is the C library's: what one small VM has touched is soon wanted by the next that is opened, and page faults and calls for a mapping
// cost more than all else that opening does. (Not aligned_alloc: glibc's would make a mapping of it each time, since it measures what it gets back against
// what it was asked for before aligning.)
static Arena *arena_map(Heap *heap) {
    char *room = !heap->arenas && heap->config.map == system_map ? malloc(2 * (size_t)HEAP_ARENA) : NULL;
    if (!room) return heap->config.map(heap->config.userdata, HEAP_ARENA);
    heap->first_room = room;
    return heap->first_arena = (Arena *)(void *)(room + (-(uintptr_t)room & (HEAP_ARENA - 1)));
}

// An arena without pools, first in the list.
static Arena *arena_new(Heap *heap) {
    Arena *arena = arena_map(heap);
    if (!arena) return NULL;
    size_t limit = heap->config.limit;
    bool is_small = heap->arena_count - heap->own_count < POPULATED_FROM || !within_limit(heap, limit / 16 / HEAP_PAGE + HEAP_ARENA_PAGES);
    bool is_cold = is_small && heap->config.map == system_map;
    if (!is_small) {
        advise_huge(heap, arena, HEAP_ARENA);
        populate(heap, arena, HEAP_ARENA);
    }
    arena->heap = heap;
    arena->mapped = HEAP_ARENA;
    arena->is_own = false;
    arena->epoch = heap->epoch; // (no bit of it is looked at before its page is part of a pool: pool_hand_out clears them)
    arena->free_count = ARENA_ROOM;
    arena->cold_count = is_cold ? ARENA_ROOM : 0;
    memset(arena->free_pages, 0, sizeof arena->free_pages);
    memset(arena->cold_pages, 0, sizeof arena->cold_pages);
    pages_put(arena->free_pages, HEAP_HEADER_PAGES, ARENA_ROOM, true);
    if (is_cold) pages_put(arena->cold_pages, HEAP_HEADER_PAGES, ARENA_ROOM, true);
    arena_link(heap, arena);
    heap->arena_count++;
    heap->empty_count++;
    heap->spare_pages += (size_t)(arena->free_count - arena->cold_count);
    return arena;
}

void heap_expect(Heap *heap, size_t bytes) {
    if (bytes >= EXPECTED_LEAST && heap->config.map == system_map && !heap->config.limit && heap->arena_count - heap->own_count == POPULATED_FROM) arena_new(heap); // if it cannot be had now, it is asked for again
}

// Gives an arena without pools back to the system.
static void arena_delete(Heap *heap, Arena *arena) {
    arena_unlink(heap, arena);
    heap->spare_pages -= (size_t)(arena->free_count - arena->cold_count);
    heap->arena_count--;
    heap->empty_count--;
    system_free(heap, arena, HEAP_ARENA);
}

// The free pages of an arena go back, its addresses stay.
static void arena_cool(Heap *heap, Arena *arena) {
    if (heap->config.map != system_map) return;
    for (unsigned first = HEAP_HEADER_PAGES, end; first < HEAP_ARENA_PAGES; first = end) {
        bool is_warm = page_is_in(arena->free_pages, first) && !page_is_in(arena->cold_pages, first);
        for (end = first + 1; end < HEAP_ARENA_PAGES && is_warm; end++)
            if (!page_is_in(arena->free_pages, end) || page_is_in(arena->cold_pages, end)) break;
        if (is_warm) madvise((char *)arena + (size_t)first * HEAP_PAGE, (size_t)(end - first) * HEAP_PAGE, MADV_DONTNEED);
    }
    heap->spare_pages -= (size_t)(arena->free_count - arena->cold_count);
    arena->cold_count = arena->free_count;
    memcpy(arena->cold_pages, arena->free_pages, sizeof arena->cold_pages);
}

// ---- large blocks' own arenas, kept for the next ones: touching fresh pages costs more than filling them

static void unmap_kept(Heap *heap, Arena **place) {
    Arena *arena = *place;
    *place = arena->next;
    heap->kept_bytes -= arena->mapped;
    system_free(heap, arena, arena->mapped);
}

// Those freed before collection number `since`; of the smaller ones, those freed KEPT_FOR collections before it.
static void release_kept(Heap *heap, uint64_t since) {
    for (Arena **place = &heap->kept; *place;) {
        uint64_t kept_for = since != UINT64_MAX && (*place)->mapped <= KEPT_LONGER ? KEPT_FOR : 0;
        if ((*place)->kept_at + kept_for < since) unmap_kept(heap, place);
        else place = &(*place)->next;
    }
}

static size_t kept_most(const Heap *heap) {
    size_t most = heap->growth < KEPT_LEAST ? KEPT_LEAST : heap->growth;
    if (most > KEPT_MAX) most = KEPT_MAX;
    return heap->config.limit && most > heap->config.limit / 32 ? heap->config.limit / 32 : most;
}

// The oldest ones go.
static void keep_no_more(Heap *heap, size_t most) {
    while (heap->kept_bytes > most) {
        Arena **last = &heap->kept;
        while ((*last)->next) last = &(*last)->next;
        unmap_kept(heap, last);
    }
}

// It was freed: keeps it, or gives it back. The oldest ones make room.
static void large_arena_free(Heap *heap, Arena *arena) {
    arena_unlink(heap, arena);
    heap->arena_count--;
    heap->own_count--;
    size_t most = kept_most(heap);
    if (arena->mapped > most) {
        system_free(heap, arena, arena->mapped);
        return;
    }
    UNPOISON(arena, arena->mapped);
    arena->kept_at = heap->collections;
    arena->next = heap->kept;
    heap->kept = arena;
    heap->kept_bytes += arena->mapped;
    keep_no_more(heap, most);
}

// Pages that are counted as used of an arena for one block.
static size_t own_arena_pages(size_t mapped) { return mapped / HEAP_PAGE - HEAP_HEADER_PAGES; }

// One of at least `size` bytes and not much more; NULL: there is none. Not linked.
static Arena *take_kept(Heap *heap, size_t size) {
    Arena **best = NULL;
    for (Arena **place = &heap->kept; *place; place = &(*place)->next)
        if ((*place)->mapped >= size && (*place)->mapped / 2 <= size && (!best || (*place)->mapped < (*best)->mapped)) best = place;
    if (!best || !within_limit(heap, own_arena_pages((*best)->mapped))) return NULL;
    Arena *arena = *best;
    *best = arena->next;
    heap->kept_bytes -= arena->mapped;
    return arena;
}

// Of an arena for one block.
static size_t own_arena_bytes(size_t size) { return (HEAP_HEADER_PAGES * HEAP_PAGE + HEAP_POOL_HEADER + size + HEAP_PAGE - 1) & ~(size_t)(HEAP_PAGE - 1); }
// Rounded up by up to an eighth, so that one that is kept also serves a slightly larger block. Pages not touched cost nothing.
static size_t with_room(size_t bytes) {
    size_t step = (size_t)1 << (60 - __builtin_clzll((unsigned long long)bytes));
    return (bytes + step - 1) & ~(step - 1);
}

// An arena for one block of `size` bytes, linked.
static Arena *large_arena_new(Heap *heap, size_t size) {
    size_t exact = own_arena_bytes(size), mapped = with_room(exact);
    if (!within_limit(heap, own_arena_pages(mapped))) mapped = exact;
    if (!within_limit(heap, own_arena_pages(mapped))) return NULL;
    Arena *arena = take_kept(heap, mapped);
    if (!arena) {
        arena = heap->config.map(heap->config.userdata, mapped);
        if (!arena) return NULL;
        advise_huge(heap, arena, mapped);
        if (mapped < HUGE_PAGE) populate(heap, (char *)arena + HEAP_HEADER_PAGES * HEAP_PAGE, exact - HEAP_HEADER_PAGES * HEAP_PAGE);
        arena->mapped = mapped;
    }
    arena->heap = heap;
    arena->epoch = heap->epoch;
    arena->is_own = true;
    arena->page_class[HEAP_HEADER_PAGES] = HEAP_CLASSES;
    arena->page_in_pool[HEAP_HEADER_PAGES] = 0;
    arena->free_count = arena->cold_count = 0;
    memset(arena->free_pages, 0, sizeof arena->free_pages);
    arena_link_last(heap, arena);
    heap->arena_count++;
    heap->own_count++;
    return arena;
}

static void count_pages_used(Heap *heap, size_t count) {
    heap->pages_used += count;
    if (heap->pages_used > heap->peak_pages) heap->peak_pages = heap->pages_used;
}

// Arenas that are looked at for a run before an empty one is taken: those that last had pages freed come first.
enum { ARENAS_LOOKED_AT = 16 };

// An arena with a run of `count` free pages, if there is one that were not given back; NULL: there is none.
static Arena *find_arena(const Heap *heap, unsigned count, unsigned *first) {
    static const uint64_t none[PAGE_WORDS];
    Arena *cold = NULL;
    unsigned looked_at = 0;
    for (Arena *arena = heap->arenas; arena && arena->free_count && (looked_at < ARENAS_LOOKED_AT || heap->empty_count); arena = arena->next, looked_at++) {
        if (arena->free_count < count) continue;
        if (arena->free_count - arena->cold_count >= (int)count && (*first = find_run(arena->free_pages, arena->cold_pages, count))) return arena;
        if (!cold && arena->cold_count && find_run(arena->free_pages, none, count)) cold = arena;
    }
    if (cold) *first = find_run(cold->free_pages, none, count);
    return cold;
}

// Pages of the arena are about to be used: asks for those that are cold at once, since single faults cost several times as much. (Of a pool of
// several KiB a block perhaps no more than the first is ever touched: not in a heap that may stay small.)
static void arena_warm(Heap *heap, Arena *arena, unsigned first, unsigned count) {
    if (!pages_count(arena->cold_pages, first, count)) return;
    bool asks = heap->arena_count > 1 || (count <= SMALL_POOL_PAGES && heap->pages_used >= (heap->config.may_stay_small ? WARMED_FROM : 0));
    for (unsigned end = first + count; asks && count < WARMED_AT_ONCE && end < HEAP_ARENA_PAGES && page_is_in(arena->cold_pages, end); end++) count++;
    unsigned cold = pages_count(arena->cold_pages, first, count);
    char *pages = (char *)arena + (size_t)first * HEAP_PAGE;
    if (asks && !(arena == heap->first_arena && is_resident(pages))) populate(heap, pages, (size_t)count * HEAP_PAGE);
    pages_put(arena->cold_pages, first, count, false);
    arena->cold_count -= cold;
    heap->spare_pages += cold;
}

// What was expected (heap_expect) has filled an arena of huge pages before the first one was half full: the next of those costs less than the single pages
// that the first has left.
#ifdef TYPHON_CORE
#define is_left_cold(heap, arena, first) false // which is to be small
#else
static bool is_left_cold(const Heap *heap, const Arena *arena, unsigned first) {
    return arena == heap->first_arena && page_is_in(arena->cold_pages, first) && !heap->collections && heap->arena_count - heap->own_count > POPULATED_FROM;
}
#endif

// A run of pages for a pool of the class; NULL when over the limit or the system refuses.
static Pool *take_pages(Heap *heap, unsigned count, unsigned size_class) {
    if (!within_limit(heap, count)) return NULL;
    unsigned first = 0;
    Arena *arena = find_arena(heap, count, &first);
    if (!arena || is_left_cold(heap, arena, first)) {
        Arena *fresh = arena_new(heap);
        if (!fresh && !arena) return NULL;
        if (fresh) arena = fresh, first = HEAP_HEADER_PAGES;
    }
    if (arena->free_count == ARENA_ROOM) heap->empty_count--;
    char *run = (char *)arena + (size_t)first * HEAP_PAGE;
    if (arena->cold_count) arena_warm(heap, arena, first, count);
    heap->spare_pages -= count;
    pages_put(arena->free_pages, first, count, false);
    arena->free_count -= count;
    memset(arena->page_class + first, (int)size_class, count);
    for (unsigned page = 0; page < count; page++) arena->page_in_pool[first + page] = (uint8_t)page;
    if (!arena->free_count) {
        arena_unlink(heap, arena);
        arena_link_last(heap, arena);
    } else if (heap->arenas != arena && (size_t)arena->free_count + count == ARENA_ROOM) { // the next runs come from it
        arena_unlink(heap, arena);
        arena_link(heap, arena);
    }
    count_pages_used(heap, count);
    return (Pool *)run;
}

// Free pages that are kept: as much as is going to be allocated until the next collection, which would otherwise be asked for anew each time.
static size_t spare_pages_most(const Heap *heap) {
    size_t bytes = heap->growth, limit = heap->config.limit;
    if (limit && bytes > limit / 8) bytes = limit / 8;
    bytes *= 2; // pools and large blocks fill arenas unevenly
    if (!limit && bytes < SPARE_LEAST) bytes = SPARE_LEAST;
    return bytes > SPARE_MAX ? SPARE_MAX / HEAP_PAGE : bytes / HEAP_PAGE + HEAP_ARENA_PAGES / 4;
}

// Gives a pool's pages back to its arena; an arena without pools, or many free pages of one, to the system (some are kept).
static void release_pages(Heap *heap, Pool *pool) {
    Arena *arena = heap_arena_of(pool);
    if (!pool->pages) {
        heap->pages_used -= own_arena_pages(arena->mapped);
        large_arena_free(heap, arena);
        return;
    }
    unsigned first = heap_page_of(pool), count = pool->pages;
    heap->pages_used -= count;
    heap->spare_pages += count;
    UNPOISON(pool, (size_t)count * HEAP_PAGE);
    pages_put(arena->free_pages, first, count, true);
    arena->free_count += count;
    if (heap->arenas != arena) {
        arena_unlink(heap, arena);
        arena_link(heap, arena);
    }
    bool is_empty = arena->free_count == ARENA_ROOM;
    heap->empty_count += is_empty;
    if (heap->spare_pages <= spare_pages_most(heap)) return;
    if (is_empty) arena_delete(heap, arena);
    else if (arena->free_count - arena->cold_count >= COOLED_AT_ONCE) arena_cool(heap, arena);
}

// ---- pools -------------------------------------------------------------------------------------------------------

static void pool_init(Pool *pool, unsigned size_class, uint32_t block_size, unsigned pages, size_t capacity) {
    *pool = (Pool){.block_size = block_size, .size_class = (uint8_t)size_class, .pages = (uint8_t)pages, .capacity = (uint16_t)capacity};
}

// With a watch the inlined fast path must find nothing.
static void class_hide(const Heap *heap, HeapClass *c) {
    if (!heap->config.watch) return;
    c->hidden_free = c->free, c->free = NULL;
    c->hidden_end = c->bump_end, c->bump_end = c->bump;
}
static void class_reveal(const Heap *heap, HeapClass *c) {
    if (!heap->config.watch) return;
    c->free = c->hidden_free, c->bump_end = c->hidden_end;
}

// Remembers how far the fresh pool of the class was handed out.
static void settle_bump(HeapClass *c) {
    if (!c->current) return;
    c->current->bump = (uint16_t)((size_t)(c->bump - pool_block(c->current, 0)) / c->block_size);
    c->current = NULL;
    c->bump = c->bump_end = c->hidden_end = NULL;
}

static uint32_t pool_swept_at(const Pool *pool) { return heap_arena_of(pool)->swept_at[heap_page_of(pool)]; }
static void pool_set_swept_at(const Pool *pool, uint32_t when) {
    uint32_t *pages = &heap_arena_of(pool)->swept_at[heap_page_of(pool)];
    pages[0] = when;
    for (unsigned i = 1; i < pool->pages; i++) pages[i] = when;
}
// Bits of the whole pool.
static HeapBits *pool_bits(const Pool *pool) { return heap_bits_of(pool); }
static unsigned pool_words(const Pool *pool) { return pool->pages * (HEAP_PAGE / 1024); }

// Of a pool whose blocks have each a word of bits of their own, or more, only those are looked at in which one starts.
static bool blocks_are_few(const Pool *pool) { return pool->block_size >= 1024; }
static unsigned few_start(const Pool *pool, unsigned block) { return (HEAP_POOL_HEADER + block * pool->block_size) / 16; } // in 16 bytes
static uint64_t few_mark(const HeapBits *bits, unsigned start) { return bits[start / 64].marks & (uint64_t)1 << start % 64; }

static bool pool_is_dead(const Heap *heap, const Pool *pool) {
    if (heap_arena_of(pool)->epoch != heap->epoch) return true;
    if (pool->size_class == HEAP_CLASSES) return !heap_is_marked(heap, pool_block(pool, 0));
    const HeapBits *bits = pool_bits(pool);
    uint64_t live = 0;
    if (blocks_are_few(pool))
        for (unsigned i = 0; i < pool->capacity && !live; i++) live = few_mark(bits, few_start(pool, i));
    else
        for (unsigned i = 0, count = pool_words(pool); i < count; i++) live |= bits[i].marks;
    return !live;
}

void heap_renew(const Heap *heap, Arena *arena) {
    for (unsigned page = HEAP_HEADER_PAGES, end = arena->is_own ? page + 1 : HEAP_ARENA_PAGES; page < end; page++) {
        if (page_is_in(arena->free_pages, page)) continue;
        HeapBits *bits = &arena->bits[page * (HEAP_PAGE / 1024)];
        for (unsigned i = 0; i < HEAP_PAGE / 1024; i++) bits[i].marks = 0;
    }
    arena->epoch = heap->epoch;
}

static void list_put(Pool **first, Pool **last, Pool *pool) {
    if (!*first) *last = pool;
    pool->next = *first;
    *first = pool;
}

// Puts all of list `from` in front of list `to`.
static void list_join(Pool **to, Pool **to_last, Pool **from, Pool **from_last) {
    if (!*from) return;
    (*from_last)->next = *to;
    if (!*to) *to_last = *from_last;
    *to = *from;
    *from = *from_last = NULL;
}

static uint32_t sweep_now(const Heap *heap) { return (uint32_t)heap->collections & ~(uint32_t)HEAP_POOL_FULL; }
static uint32_t full_now(const Heap *heap) { return (uint32_t)heap->full_collections | (uint32_t)HEAP_POOL_FULL; }

// Blocks come from the pool, which has none in use, from its start.
static void pool_hand_out(Heap *heap, HeapClass *c, Pool *pool) {
    settle_bump(c);
    list_put(&c->swept, &c->swept_last, pool);
    pool_set_swept_at(pool, sweep_now(heap));
    pool->bump = 0;
    memset(pool_bits(pool), 0, pool_words(pool) * sizeof(HeapBits));
    c->current = pool;
    c->bump = pool_block(pool, 0);
    c->bump_end = pool_block(pool, pool->capacity);
    POISON(c->bump, (size_t)(c->bump_end - c->bump));
    account(heap, (size_t)pool->capacity * c->block_size);
}

static void pool_overwrite(const Heap *heap, Pool *pool) {
#ifndef TYPHON_EXPENSIVE_ASSERTS
    if (!heap->config.poison) return;
#endif
    (void)heap;
    UNPOISON(pool_block(pool, 0), (size_t)pool->capacity * pool->block_size);
    memset(pool_block(pool, 0), 0xdb, (size_t)pool->capacity * pool->block_size);
}

// The block that starts at `start` (in 16 bytes) is dead: in front of `list`.
static inline void *block_sweep(const Heap *heap, Pool *pool, unsigned start, void *list) {
    void **block = (void **)((char *)pool + (size_t)start * 16);
    UNPOISON(block, pool->block_size);
#ifdef TYPHON_EXPENSIVE_ASSERTS
    (void)heap;
    memset(block, 0xdb, pool->block_size);
#else
    if (heap->config.poison) memset(block, 0xdb, pool->block_size);
#endif
    *block = list;
    POISON(block, pool->block_size);
    return block;
}

// It was swept: `list` begins with its `count` free blocks. Returns count.
static unsigned pool_swept(const Heap *heap, HeapClass *c, Pool *pool, void *list, unsigned count) {
    pool->bump = pool->capacity;
    c->free = list;
    if (count) {
        list_put(&c->swept, &c->swept_last, pool);
    } else {
        list_put(&c->full, &c->full_last, pool);
        pool_set_swept_at(pool, full_now(heap));
    }
    return count;
}

// Turns the unmarked blocks of a pool that has marked ones into the class's free list. Returns their number.
static unsigned pool_sweep(Heap *heap, HeapClass *c, Pool *pool) {
    pool_set_swept_at(pool, sweep_now(heap));
    const HeapBits *bits = pool_bits(pool);
    unsigned count = 0, stride = pool->block_size / 16, start = HEAP_POOL_HEADER / 16, end = start + pool->capacity * stride; // in 16 bytes
    void *list = c->free;
    if (blocks_are_few(pool)) {
        for (unsigned i = pool->capacity; i-- > 0;) {
            if (few_mark(bits, few_start(pool, i))) continue;
            list = block_sweep(heap, pool, few_start(pool, i), list);
            count++;
        }
        return pool_swept(heap, c, pool, list, count);
    }
    unsigned last = (end - 1) / 64;
    // In the word under way the first block starts at bit `phase`, and so each stride bits on.
    unsigned phase = (start + stride - last * 64 % stride) % stride;
    for (unsigned word = last;; word--) { // from the last, so that the list goes upwards
        uint64_t dead = phase < 64 ? c->starts << phase & ~bits[word].marks : 0;
        if (word == last && end % 64) dead &= ((uint64_t)1 << end % 64) - 1;
        if (!word) dead &= ~(uint64_t)0 << start;
        while (dead) {
            unsigned bit = 63u - (unsigned)__builtin_clzll(dead);
            dead &= ~((uint64_t)1 << bit);
            list = block_sweep(heap, pool, word * 64 + bit, list);
            count++;
        }
        if (!word) break;
        phase = (phase + 64) % stride;
    }
    return pool_swept(heap, c, pool, list, count);
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
        pool = take_pages(heap, pages, HEAP_CLASSES);
    } else {
        Arena *arena = large_arena_new(heap, size);
        pool = arena ? (Pool *)((char *)arena + HEAP_HEADER_PAGES * HEAP_PAGE) : NULL;
        if (arena) count_pages_used(heap, own_arena_pages(arena->mapped));
    }
    if (!pool) return NULL;
    pool_init(pool, HEAP_CLASSES, 0, pages, 1);
    pool->size = size;
    pool->bump = 1;
    pool_set_swept_at(pool, sweep_now(heap));
    *heap_bits_of(pool_block(pool, 0)) = (HeapBits){0};
    pool->next = heap->large;
    if (heap->large) heap->large->previous = pool;
    heap->large = pool;
    account(heap, size);
    return pool_block(pool, 0);
}

static void *pop_bump(HeapClass *c) {
    void *block = c->bump;
    UNPOISON(block, c->block_size);
    c->bump += c->block_size;
    return block;
}

static Pool *take_unswept(HeapClass *c) {
    Pool *pool = c->unswept;
    c->unswept = pool->next;
    if (pool == c->release_last) c->release_last = NULL;
    return pool;
}

// A large part of the heap is dead: it is not left to the classes' next needs. All at once would be a pause of milliseconds.
enum { RELEASED_AT_ONCE = 32 };

static void release_begin(Heap *heap) {
    heap->releasing = 0;
    for (HeapClass *c = heap->classes; c < heap->classes + HEAP_CLASSES; c++) c->release_last = c->unswept ? c->unswept_last : NULL;
}

// Looks at so many pools; those that are not dead go to the end of their list.
static void release_dead_pools(Heap *heap, size_t most) {
    for (; heap->releasing < HEAP_CLASSES; heap->releasing++)
        for (HeapClass *c = &heap->classes[heap->releasing]; c->release_last;) {
            if (!most--) return;
            Pool *pool = take_unswept(c);
            if (c->unswept) __builtin_prefetch(c->unswept->next);
            if (pool_is_dead(heap, pool)) {
                pool_overwrite(heap, pool);
                release_pages(heap, pool);
                continue;
            }
            pool->next = NULL;
            if (c->unswept) c->unswept_last->next = pool;
            else c->unswept = pool;
            c->unswept_last = pool;
        }
}

// A text that is made anew longer and longer goes through all medium classes and leaves pools behind in each, which nothing sweeps any more. Before more
// pages are taken, the dead ones of other medium classes go back to their arenas: the next run of pages comes from those, still warm.
enum { MEDIUM_LOOKED_AT = 16 }; // pools of each class
static void release_dead_medium(Heap *heap, const HeapClass *but) {
    for (HeapClass *c = &heap->classes[HEAP_SMALL_CLASSES]; c < heap->classes + HEAP_CLASSES; c++) {
        if (c == but || c->release_last) continue;
        Pool *last = NULL;
        unsigned looked_at = 0;
        for (Pool **place = &c->unswept, *pool; (pool = *place) && looked_at++ < MEDIUM_LOOKED_AT;) {
            if (!pool_is_dead(heap, pool)) {
                last = pool;
                place = &pool->next;
                continue;
            }
            *place = pool->next;
            if (pool == c->unswept_last) c->unswept_last = last;
            pool_overwrite(heap, pool);
            release_pages(heap, pool);
        }
    }
}

static void *alloc_from_pools(Heap *heap, unsigned class_index) {
    HeapClass *c = &heap->classes[class_index];
    if (c->free) return pop_free(c);
    if (c->bump < c->bump_end) return pop_bump(c);
    if (heap->releasing < HEAP_CLASSES && !heap->collecting) release_dead_pools(heap, RELEASED_AT_ONCE);
    while (c->unswept && !heap->collecting) {
        Pool *pool = take_unswept(c);
        if (pool_is_dead(heap, pool)) {
            pool_overwrite(heap, pool);
            pool_hand_out(heap, c, pool);
            return pop_bump(c);
        }
        unsigned count = pool_sweep(heap, c, pool);
        if (count) {
            account(heap, (size_t)count * c->block_size);
            return pop_free(c);
        }
    }
    if (c->block_size > HEAP_SMALL_MAX && !heap->collecting) release_dead_medium(heap, c);
    unsigned pages = c->pages, least = (unsigned)((c->block_size + HEAP_POOL_HEADER + HEAP_PAGE - 1) / HEAP_PAGE);
    if (heap->pages_used < SMALL_HEAP_PAGES && c->block_size <= HEAP_SMALL_MAX) pages = least;
    Pool *pool = take_pages(heap, pages, class_index);
    if (!pool && least < pages) pool = take_pages(heap, pages = least, class_index); // near the limit: one of a block or two
    if (!pool) return NULL;
    pool_init(pool, class_index, c->block_size, pages, ((size_t)pages * HEAP_PAGE - HEAP_POOL_HEADER) / c->block_size);
    pool_hand_out(heap, c, pool);
    return pop_bump(c);
}

static void *alloc_small(Heap *heap, size_t size) {
    unsigned class_index = heap_class_of(size);
    class_reveal(heap, &heap->classes[class_index]);
    void *block = alloc_from_pools(heap, class_index);
    class_hide(heap, &heap->classes[class_index]);
    return block;
}

// Tells the watch. NULL when it refuses.
static void *watched(Heap *heap, void *block, size_t size) {
    if (heap->config.watch(heap->config.watch_userdata, HEAP_ALLOCATED, block, size)) return block;
    heap_free(heap, block, size);
    return refuse(heap);
}

void *heap_alloc_slow(Heap *heap, size_t size) {
    if (!size) size = 1;
    if (size > HEAP_MEDIUM_MAX && heap->config.fuel) *heap->config.fuel -= (int64_t)(size / HEAP_FUEL_BYTES);
    for (int attempt = 0;; attempt++) {
        void *block = size <= HEAP_MEDIUM_MAX ? alloc_small(heap, size) : alloc_large(heap, size);
        if (block && heap->config.watch) return watched(heap, block, size);
        if (block) return block;
        if (attempt) return refuse(heap);
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

static void forget_marked(Heap *heap, size_t bytes) { heap->marked_bytes -= bytes < heap->marked_bytes ? bytes : heap->marked_bytes; }

void heap_free(Heap *heap, void *block, size_t size) {
    if (!block) return;
    if (!size) size = 1;
    if (heap->config.watch) heap->config.watch(heap->config.watch_userdata, HEAP_LEAVES, block, 0);
    Arena *arena = heap_arena_of(block);
    HeapBits *bits = heap_bits_of(block);
    bool was_marked = bits->marks & heap_bit_of(block) && arena->epoch == heap->epoch;
    if (__builtin_expect(size > HEAP_MEDIUM_MAX, 0)) {
        Pool *pool = heap_pool_of(block);
        if (was_marked) forget_marked(heap, heap->collecting ? HEAP_LARGE_MARKED : pool->size);
        release_large(heap, pool);
        return;
    }
    // The mark goes: who gets the block next is young. An unswept pool's block is left to the sweep.
    HeapClass *c = &heap->classes[heap_class_of(size)];
    if (was_marked) {
        bits->marks &= ~heap_bit_of(block);
        forget_marked(heap, c->block_size);
    }
    uint32_t swept_at = arena->swept_at[heap_page_of(block)];
    if (swept_at != sweep_now(heap) && swept_at != full_now(heap)) return;
#ifdef TYPHON_EXPENSIVE_ASSERTS
    memset(block, 0xdb, c->block_size);
#endif
    void **list = heap->config.watch ? &c->hidden_free : &c->free;
    *(void **)block = *list;
    *list = block;
    POISON(block, c->block_size);
}

bool heap_take_outside(Heap *heap, size_t pages) {
    if (!within_limit(heap, pages)) return refuse(heap), false;
    heap->outside_pages += pages;
    return true;
}
void heap_give_outside(Heap *heap, size_t pages) { heap->outside_pages -= pages; }

bool heap_owns(const Heap *heap, const void *address) {
    for (const Arena *arena = heap->arenas; arena; arena = arena->next)
        if ((uintptr_t)address - (uintptr_t)arena < arena->mapped) return true;
    return false;
}

size_t heap_block_size(const void *block) {
    const Pool *pool = heap_pool_of(block);
    return pool->size_class == HEAP_CLASSES ? pool->size : pool->block_size;
}

// A large block in a mapping of its own gets another size by moving its pages, not their contents. NULL: not done.
static void *remap_large(Heap *heap, Pool *pool, size_t new_size) {
#if defined(MREMAP_FIXED) && !HEAP_ASAN
    if (pool->size_class != HEAP_CLASSES || pool->pages || new_size < OWN_ARENA_MIN || new_size > SIZE_MAX / 2 || heap->config.map != system_map) return NULL;
    Arena *arena = heap_arena_of(pool);
    new_size = (new_size + 15) & ~(size_t)15;
    size_t before = arena->mapped, mapped = own_arena_bytes(new_size);
    if (mapped <= before && mapped > before / 2) { // it has the room
        if (new_size > pool->size) account(heap, new_size - pool->size);
        pool->size = new_size;
        return pool_block(pool, 0);
    }
    if (within_limit(heap, with_room(mapped) / HEAP_PAGE)) mapped = with_room(mapped);
    if (mapped > before && !within_limit(heap, (mapped - before) / HEAP_PAGE)) return NULL;
    void *target = system_map(NULL, mapped);
    if (!target) return NULL;
    if (mremap(arena, before, mapped, MREMAP_MAYMOVE | MREMAP_FIXED, target) == MAP_FAILED) {
        munmap(target, mapped);
        return NULL;
    }
    Arena *moved = target;
    Pool *moved_pool = (Pool *)((char *)target + HEAP_HEADER_PAGES * HEAP_PAGE);
    moved->mapped = mapped;
    if (moved->previous) moved->previous->next = moved;
    else heap->arenas = moved;
    if (moved->next) moved->next->previous = moved;
    else heap->last_arena = moved;
    advise_huge(heap, moved, mapped);
    if (moved_pool->previous) moved_pool->previous->next = moved_pool;
    else heap->large = moved_pool;
    if (moved_pool->next) moved_pool->next->previous = moved_pool;
    if (new_size > moved_pool->size) account(heap, new_size - moved_pool->size);
    moved_pool->size = new_size;
    heap->pages_used -= before / HEAP_PAGE;
    count_pages_used(heap, mapped / HEAP_PAGE);
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
    if (heap->config.watch) heap->config.watch(heap->config.watch_userdata, HEAP_LEAVES, block, 0); // while it is there to be looked at
    void *moved = remap_large(heap, heap_pool_of(block), new_size);
    if (moved && heap->config.watch && new_size > old_size) heap->config.watch(heap->config.watch_userdata, HEAP_GROWN, moved, new_size - old_size);
    if (moved) return moved;
    moved = heap_alloc(heap, new_size);
    if (!moved) return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    heap_free(heap, block, old_size);
    return moved;
}

// ---- collection --------------------------------------------------------------------------------------------------

void heap_collect_begin(Heap *heap, HeapCollection kind) {
    assert(!heap->collecting);
    heap->collecting = kind;
    heap->marked_before = heap->marked_bytes;
    if (kind != HEAP_FULL) return;
    heap->epoch++;
    heap->marked_bytes = 0;
}

static size_t next_threshold(const Heap *heap, size_t survived) {
    if (survived <= heap->allocated / SURVIVING_PART) return LEAST_THRESHOLD;
    if (heap->marked_bytes < SMALL_HEAP) return SMALL_THRESHOLD;
    if (survived <= SURVIVORS_MOST) return MIDDLE_THRESHOLD;
    size_t threshold = (size_t)((double)heap->allocated * SURVIVORS_MOST / (double)survived);
    return threshold < LEAST_THRESHOLD ? LEAST_THRESHOLD : threshold > MIDDLE_THRESHOLD ? MIDDLE_THRESHOLD : threshold;
}

static size_t full_growth(const Heap *heap) {
    size_t growth = heap->marked_bytes / (heap->marked_bytes < SMALL_HEAP ? 3 : 2);
    return growth < LEAST_GROWTH ? LEAST_GROWTH : growth;
}

// A full collection that found little dead was made too soon.
static uint64_t next_full_at(Heap *heap) {
    bool was_worth_it = heap->marked_bytes < heap->marked_before / 8 * 7;
    if (was_worth_it) heap->patience = PATIENCE_LEAST;
    else if (heap->allocated_in_all > heap->full_at && heap->patience < PATIENCE_MOST) heap->patience++;
    uint64_t alive = heap->marked_bytes > PATIENCE_BYTES ? heap->marked_bytes : PATIENCE_BYTES;
    return heap->allocated_in_all + (alive << heap->patience);
}

void heap_collect_end(Heap *heap) {
    bool full = heap->collecting == HEAP_FULL;
    for (HeapClass *c = heap->classes; c < heap->classes + HEAP_CLASSES; c++) {
        settle_bump(c);
        c->free = c->hidden_free = NULL; // free blocks are unmarked: the sweep finds them again
        if (full) list_join(&c->unswept, &c->unswept_last, &c->full, &c->full_last);
        list_join(&c->unswept, &c->unswept_last, &c->swept, &c->swept_last);
    }
    for (Pool *pool = heap->large, *next; pool; pool = next) {
        next = pool->next;
        if (pool_is_dead(heap, pool)) {
            release_large(heap, pool);
        } else if (full || pool_swept_at(pool) == sweep_now(heap)) { // new
            heap->marked_bytes += pool->size - HEAP_LARGE_MARKED; // heap_mark counted that
        }
    }
    heap->collecting = HEAP_IDLE;
    release_kept(heap, heap->collections);
    emergency_wanes(heap);
    heap->collections++;
    heap->full_collections += full;
    size_t limit = heap->config.limit, room = limit_room(heap);
    size_t survived = heap->marked_bytes - (full ? 0 : heap->marked_before), threshold = next_threshold(heap, survived);
    if (limit && threshold > room / 2) threshold = room / 2; // leave room to collect before the limit is reached
    heap->threshold = heap->due_at = threshold;
    heap->allocated = 0;
    if (!full) heap->survived = heap->marked_bytes >= SMALL_HEAP ? 0 : survived < threshold ? survived : threshold;
    if (!full) return;
    heap->growth = full_growth(heap);
    if (limit && heap->growth > room / 2) heap->growth = room / 2;
    heap->full_threshold = heap->marked_bytes + heap->growth;
    heap->full_at = next_full_at(heap);
    keep_no_more(heap, kept_most(heap)); // what was freed before it was known how little is left
    if (heap->pages_used * HEAP_PAGE > heap->marked_bytes + 2 * heap->growth) release_begin(heap);
}

// The arenas without pools go back to the system, but for one, and the free pages of those that have many.
static void release_spare(Heap *heap) {
    for (Arena *arena = heap->arenas, *next; arena && arena->free_count; arena = next) {
        next = arena->next;
        if (arena->free_count == ARENA_ROOM && heap->empty_count > 1) arena_delete(heap, arena);
        else if (arena->free_count - arena->cold_count >= COOLED_AT_ONCE) arena_cool(heap, arena);
    }
}

void heap_release_dead(Heap *heap) {
    if (heap->collecting) return;
    release_dead_pools(heap, SIZE_MAX);
    release_kept(heap, UINT64_MAX);
    if (heap->spare_pages > spare_pages_most(heap)) release_spare(heap);
}

void heap_sweep_all(Heap *heap) {
    if (heap->collecting) return;
    release_begin(heap);
    release_dead_pools(heap, SIZE_MAX);
    for (HeapClass *c = heap->classes; c < heap->classes + HEAP_CLASSES; c++) {
        class_reveal(heap, c);
        while (c->unswept) {
            Pool *pool = take_unswept(c);
            account(heap, (size_t)pool_sweep(heap, c, pool) * c->block_size);
        }
        class_hide(heap, c);
    }
    release_spare(heap);
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
                       .committed = (heap->pages_used + heap->arena_count * HEAP_HEADER_PAGES) * HEAP_PAGE,
                       .peak = (heap->peak_pages + heap->arena_count * HEAP_HEADER_PAGES) * HEAP_PAGE,
                       .allocated_in_all = heap->allocated_in_all,
                       .collections = heap->collections};
    for (unsigned i = 0; i < HEAP_CLASSES; i++) {
        HeapClass *c = &heap->classes[i];
        HeapClassStats *row = &stats.classes[i];
        row->block_size = c->block_size;
        size_t capacity = 0;
        const Pool *const lists[] = {c->swept, c->full, c->unswept}; // unswept: while a collection is under way
        for (size_t n = 0; n < sizeof lists / sizeof *lists; n++)
            for (const Pool *pool = lists[n]; pool; pool = pool->next) row->pools++, row->pages += pool->pages, capacity += pool->capacity;
        class_reveal(heap, c);
        row->free = list_length(c) + (size_t)(c->bump_end - c->bump) / c->block_size;
        for (Pool *pool = c->swept; pool; pool = pool->next)
            if (pool != c->current) row->free += pool->capacity - pool->bump;
        row->used = capacity - row->free;
        class_hide(heap, c);
        stats.pools += row->pools;
        stats.used_blocks += row->used;
        stats.free_blocks += row->free;
        stats.used_bytes += row->used * c->block_size;
    }
    for (Pool *pool = heap->large; pool; pool = pool->next) {
        stats.large_blocks++;
        stats.large_bytes += pool->size;
        stats.used_bytes += pool->size;
    }
    return stats;
}

void heap_each_pool(const Heap *heap, HeapSee see, void *userdata) {
    for (const Arena *arena = heap->arenas; arena; arena = arena->next)
        for (unsigned page = HEAP_HEADER_PAGES; page < HEAP_ARENA_PAGES;) {
            if (page_is_in(arena->free_pages, page)) {
                page++;
                continue;
            }
            const Pool *pool = (const Pool *)((const char *)arena + (size_t)page * HEAP_PAGE);
            see(userdata, arena, pool);
            page += pool->pages ? pool->pages : HEAP_ARENA_PAGES;
        }
}

bool pool_is_valid(const Pool *pool) {
    if (pool->size_class > HEAP_CLASSES || !pool->capacity) return false;
    if (heap_pool_of(pool_block(pool, 0)) != pool) return false;
    if (pool->size_class == HEAP_CLASSES) return pool->capacity == 1;
    if (heap_pool_of(pool_block(pool, pool->capacity) - 1) != pool) return false;
    return HEAP_POOL_HEADER + (size_t)pool->capacity * pool->block_size <= (size_t)pool->pages * HEAP_PAGE;
}

static bool pools_are_valid(const Pool *pool, size_t *pages) {
    for (; pool; pool = pool->next) {
        if (!pool_is_valid(pool)) return false;
        *pages += pool->pages ? pool->pages : own_arena_pages(heap_arena_of(pool)->mapped);
    }
    return true;
}

static bool arenas_are_valid(const Heap *heap, size_t pages) {
    size_t in_arenas = 0, count = 0, own = 0, empty = 0, spare = 0;
    const Arena *last = NULL;
    for (const Arena *arena = heap->arenas; arena; last = arena, arena = arena->next, count++) {
        if (arena->heap != heap || arena->previous != last) return false;
        if (!arena->is_own) {
            if (pages_count(arena->free_pages, 0, HEAP_HEADER_PAGES) || pages_count(arena->free_pages, 0, HEAP_ARENA_PAGES) != arena->free_count) return false;
            if (pages_count(arena->cold_pages, 0, HEAP_ARENA_PAGES) != arena->cold_count) return false;
            for (unsigned i = 0; i < PAGE_WORDS; i++)
                if (arena->cold_pages[i] & ~arena->free_pages[i]) return false;
        }
        in_arenas += own_arena_pages(arena->mapped) - arena->free_count;
        own += arena->is_own;
        empty += arena->free_count == ARENA_ROOM;
        spare += (size_t)(arena->free_count - arena->cold_count);
    }
    return last == heap->last_arena && in_arenas == pages && count == heap->arena_count && own == heap->own_count && empty == heap->empty_count && spare == heap->spare_pages;
}

bool heap_is_valid(const Heap *heap) {
    size_t pages = 0, kept = 0;
    for (const HeapClass *c = heap->classes; c < heap->classes + HEAP_CLASSES; c++)
        if (!pools_are_valid(c->swept, &pages) || !pools_are_valid(c->unswept, &pages) || !pools_are_valid(c->full, &pages)) return false;
    if (!pools_are_valid(heap->large, &pages)) return false;
    for (const Arena *arena = heap->kept; arena; arena = arena->next) kept += arena->mapped;
    return kept == heap->kept_bytes && pages == heap->pages_used && arenas_are_valid(heap, pages);
}
#endif
