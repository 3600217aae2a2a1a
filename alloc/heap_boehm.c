// Heap: the back end on Boehm's collector. The model is in heap_boehm.h.
#ifdef TYPHON_GC_BOEHM
#include "alloc/heap.h"
#include "alloc/heap_limit.h"
#include <assert.h>
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef struct BoehmHeap {
    Heap heap;
    struct BoehmHeap *next; // of the process
    void **blocks;          // as Boehm's collector knows them: where their heads are (malloc)
    size_t count, capacity;
    size_t used;            // bytes of blocks with their heads
    bool is_incomplete;     // memory was short: a block is not listed, nothing may be reclaimed
    pthread_t stack_owner;  // whose C stack it is that ends at stack_end, when not NULL
    void *stack_end;
} BoehmHeap;

// When most of what is used survives, collecting more often would cost more than it gives back: growth by half, as with our own pools.
enum { LEAST_GROWTH = 4 * 1024 * 1024, GARBAGE_MOST = 8 * 1024 * 1024, FREED_ONE_BY_ONE = 100 * 1000, OFF_PAGE_FROM = 100 * 1000 };

// Of the process, as the collector is. Guarded by the mutex.
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static BoehmHeap *heaps, *collecting;
static void *stack_from;
static size_t garbage; // of heaps that are gone
static bool is_open;

static void lock(void) { pthread_mutex_lock(&mutex); }
static void unlock(void) { pthread_mutex_unlock(&mutex); }

static void GC_CALLBACK push_roots(void) {
    for (const BoehmHeap *heap = heaps; heap; heap = heap->next) GC_push_all(heap->blocks, heap->blocks + heap->count);
    if (collecting && stack_from) GC_push_all_eager(stack_from, collecting->stack_end);
}

// The roots are those of push_roots, and no others: neither the executable's and libraries' data, nor stacks of threads that it knows by itself.
static void open_collector(void) {
    GC_set_all_interior_pointers(0);
    GC_set_no_dls(1);
    GC_set_dont_precollect(1);
    GC_set_markers_count(1);
    GC_set_warn_proc(GC_ignore_warn_proc);
    GC_init();
    GC_clear_roots();
    GC_set_push_other_roots(push_roots);
    GC_disable();
    GC_register_displacement(sizeof(BlockHead));
    GC_allow_register_threads();
    GC_unregister_my_thread();
    pthread_atfork(lock, unlock, unlock);
    is_open = true;
}

// To be called with the mutex held. Who collects is to be known as a thread, at least meanwhile: else GC_gcollect fails after an allocation has.
static void reclaim(BoehmHeap *heap, void *from) {
    struct GC_stack_base base = {.mem_base = from ? heap->stack_end : __builtin_frame_address(0)};
    collecting = heap, stack_from = from;
    GC_register_my_thread(&base);
    GC_enable();
    GC_gcollect();
    GC_disable();
    GC_unregister_my_thread();
    collecting = NULL, stack_from = NULL;
}

static void find_stack_end(BoehmHeap *heap) {
    if (heap->stack_end && pthread_equal(heap->stack_owner, pthread_self())) return;
    struct GC_stack_base base;
    heap->stack_owner = pthread_self();
    heap->stack_end = GC_get_stack_base(&base) == GC_SUCCESS ? base.mem_base : NULL;
}

// Registers that callers keep theirs in lie on the stack meanwhile.
static __attribute__((noinline)) void reclaim_with_stack(BoehmHeap *heap) {
    __builtin_unwind_init();
    find_stack_end(heap);
    reclaim(heap, heap->stack_end ? __builtin_frame_address(0) : NULL);
}

Heap *heap_new(const HeapConfig *config) {
    BoehmHeap *heap = calloc(1, sizeof *heap);
    if (!heap) return NULL;
    Heap *h = &heap->heap;
    size_t most = config->limit ? config->limit / 2 : SIZE_MAX;
    h->config = *config;
    h->threshold = h->due_at = h->growth = h->full_threshold = LEAST_GROWTH < most ? LEAST_GROWTH : most;
    h->epoch = 1;
    h->releasing = HEAP_CLASSES;
    for (unsigned c = 0; c < HEAP_CLASSES; c++) h->classes[c].block_size = c < HEAP_SMALL_CLASSES ? (c + 1) * 16 : 0;
    lock();
    if (!is_open) open_collector();
    heap->next = heaps, heaps = heap;
    if (garbage > GARBAGE_MOST) reclaim(NULL, NULL), garbage = 0;
    unlock();
    return h;
}

// The blocks of a small heap go back at once, those of a large one with the next collection: of it there may be none, the program ends.
void heap_delete(Heap *h) {
    BoehmHeap *heap = (BoehmHeap *)h;
    lock();
    BoehmHeap **place = &heaps;
    while (*place != heap) place = &(*place)->next;
    *place = heap->next;
    if (heap->count <= FREED_ONE_BY_ONE)
        for (size_t i = 0; i < heap->count; i++) GC_free(heap->blocks[i]);
    else garbage += heap->used;
    unlock();
    free(heap->blocks);
    free(heap);
}

// ---- blocks ------------------------------------------------------------------------------------------------------

static void count_used(BoehmHeap *heap, size_t more, size_t less) {
    Heap *h = &heap->heap;
    heap->used += more - less;
    h->pages_used = (heap->used + HEAP_PAGE - 1) / HEAP_PAGE;
    if (h->pages_used > h->peak_pages) h->peak_pages = h->pages_used;
}

// Room for one more in the list.
static bool list_grow(BoehmHeap *heap) {
    size_t capacity = heap->capacity ? 2 * heap->capacity : 4096;
    if (capacity >= BLOCK_DROPPED) return false;
    void **larger = malloc(capacity * sizeof *larger);
    if (!larger) return false;
    if (heap->count) memcpy(larger, heap->blocks, heap->count * sizeof *larger);
    free(heap->blocks);
    heap->blocks = larger, heap->capacity = capacity;
    return true;
}

// To be called with the mutex held, and room in the list.
static void list_add(BoehmHeap *heap, BlockHead *head) {
    head->index = (uint32_t)heap->count;
    heap->blocks[heap->count++] = head;
}

// (GC_malloc looks for lists of free blocks that belong to the thread.)
static void *boehm_alloc(size_t size) {
    return size < OFF_PAGE_FROM ? GC_generic_malloc(size, GC_I_NORMAL) : GC_generic_malloc_ignore_off_page(size, GC_I_NORMAL);
}

static void *alloc(BoehmHeap *heap, size_t size) {
    size_t whole = size + sizeof(BlockHead);
    lock();
    BlockHead *head = NULL;
    if (heap->count < heap->capacity || list_grow(heap)) head = boehm_alloc(whole);
    if (head) {
        head->size = size;
        head->epoch = 0;
        list_add(heap, head);
    }
    unlock();
    if (!head) return NULL;
    count_used(heap, whole, 0);
    account(&heap->heap, size);
    return head + 1;
}

void *heap_alloc_slow(Heap *h, size_t size) {
    if (!size) size = 1;
    if (size > SIZE_MAX / 2) return refuse(h);
    if (size > HEAP_MEDIUM_MAX && h->config.fuel) *h->config.fuel -= (int64_t)(size / HEAP_FUEL_BYTES);
    size = (size + 15) & ~(size_t)15;
    if (!within_limit(h, (size + HEAP_PAGE - 1) / HEAP_PAGE)) return refuse(h);
    void *block = alloc((BoehmHeap *)h, size);
    if (!block) return refuse(h);
    if (!h->config.watch || h->config.watch(h->config.watch_userdata, HEAP_ALLOCATED, block, size)) return block;
    heap_free(h, block, size);
    return refuse(h);
}

// Its place in the list is taken by the last one.
static void list_remove(BoehmHeap *heap, const BlockHead *head) {
    BlockHead *last = heap->blocks[--heap->count];
    heap->blocks[head->index] = last;
    last->index = head->index;
}

void heap_free(Heap *h, void *block, size_t size) {
    (void)size;
    if (!block) return;
    BoehmHeap *heap = (BoehmHeap *)h;
    BlockHead *head = block_head(block);
    if (h->config.watch) h->config.watch(h->config.watch_userdata, HEAP_LEAVES, block, 0);
    if (head->index == BLOCK_DROPPED) return;
    if (heap_is_marked(h, block)) heap_unmark(h, block);
    count_used(heap, 0, head->size + sizeof *head);
    lock();
    list_remove(heap, head);
    GC_free(head);
    unlock();
}

void *heap_resize(Heap *heap, void *block, size_t old_size, size_t new_size) {
    if (!block) return heap_alloc(heap, new_size);
    size_t usable = heap_block_size(block);
    if (new_size <= usable && new_size >= usable / 2) return block;
    void *moved = heap_alloc(heap, new_size);
    if (!moved) return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    heap_free(heap, block, old_size);
    return moved;
}

bool heap_take_outside(Heap *h, size_t pages) {
    if (!within_limit(h, pages)) return refuse(h), false;
    h->outside_pages += pages;
    return true;
}
void heap_give_outside(Heap *h, size_t pages) { h->outside_pages -= pages; }

bool heap_owns(const Heap *h, const void *address) {
    const BoehmHeap *heap = (const BoehmHeap *)h;
    const BlockHead *head = GC_base((void *)(uintptr_t)address);
    return head && head->index < heap->count && heap->blocks[head->index] == head;
}

size_t heap_block_size(const void *block) { return block_head(block)->size; }

// ---- collection --------------------------------------------------------------------------------------------------

void heap_collect_begin(Heap *heap, HeapCollection kind) {
    assert(!heap->collecting && kind == HEAP_FULL);
    heap->collecting = kind;
    heap->epoch++;
    heap->marked_bytes = 0;
}

void heap_take_back(Heap *h, void *block) {
    BoehmHeap *heap = (BoehmHeap *)h;
    lock();
    if (heap->count < heap->capacity || list_grow(heap)) list_add(heap, block_head(block));
    else heap->is_incomplete = true;
    unlock();
    count_used(heap, block_head(block)->size + sizeof(BlockHead), 0);
}

static void drop_unmarked(BoehmHeap *heap) {
    size_t kept = 0, used = 0;
    for (size_t i = 0; i < heap->count; i++) {
        BlockHead *head = heap->blocks[i];
        if (i + 8 < heap->count) __builtin_prefetch(heap->blocks[i + 8], 1);
        if (head->epoch != heap->heap.epoch) {
            head->index = BLOCK_DROPPED;
            continue;
        }
        used += head->size + sizeof *head;
        head->index = (uint32_t)kept;
        heap->blocks[kept++] = head;
    }
    heap->count = kept;
    heap->used = 0;
    count_used(heap, used, 0);
}

void heap_collect_end(Heap *h) {
    BoehmHeap *heap = (BoehmHeap *)h;
    h->collecting = HEAP_IDLE;
    lock();
    if (!heap->is_incomplete) {
        drop_unmarked(heap);
        reclaim_with_stack(heap);
        garbage = 0;
    }
    unlock();
    emergency_wanes(h);
    h->collections++;
    h->full_collections++;
    size_t limit = h->config.limit, room = limit_room(h);
    h->growth = h->marked_bytes > 2 * LEAST_GROWTH ? h->marked_bytes / 2 : LEAST_GROWTH;
    if (limit && h->growth > room / 2) h->growth = room / 2; // leave room to collect before the limit is reached
    h->threshold = h->due_at = h->growth;
    h->full_threshold = h->marked_bytes + h->growth;
    h->allocated = 0;
}

void heap_release_dead(Heap *heap) { (void)heap; }
void heap_sweep_all(Heap *heap) { (void)heap; }

// ---- looking at it -----------------------------------------------------------------------------------------------

void heap_each_pool(const Heap *heap, HeapSee see, void *userdata) { (void)heap, (void)see, (void)userdata; }

HeapStats heap_stats(Heap *h) {
    const BoehmHeap *heap = (const BoehmHeap *)h;
    return (HeapStats){.committed = h->pages_used * HEAP_PAGE,
                       .peak = h->peak_pages * HEAP_PAGE,
                       .used_blocks = heap->count,
                       .used_bytes = heap->used,
                       .allocated_in_all = h->allocated_in_all,
                       .collections = h->collections};
}

bool pool_is_valid(const Pool *pool) { return (void)pool, true; }

bool heap_is_valid(const Heap *h) {
    const BoehmHeap *heap = (const BoehmHeap *)h;
    size_t used = 0;
    for (size_t i = 0; i < heap->count; i++) {
        const BlockHead *head = heap->blocks[i];
        if (head->index != i || head->size % 16 || GC_size(head) < head->size + sizeof *head) return false;
        used += head->size + sizeof *head;
    }
    return used == heap->used;
}
#else
typedef int heap_boehm_is_not_built; // an empty file is no C
#endif
