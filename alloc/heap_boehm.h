// The other back end of heap.h (-DTYPHON_GC=boehm): blocks come from Boehm's collector, which also finds what is dead.
//
//     GC_malloc'ed:  +--------------------+-----------------+      BlockHead: size, mark, index
//                    | BlockHead 16 bytes | block           |      heap->blocks[index] is this block
//                    +--------------------+-----------------+
//
// Two things are asked of a collection, and each is answered by who can:
//   what scripts can tell   which weak references are empty, which objects are finalised: by our marking (runtime/gc.h), as with our own pools, so
//                           that a program prints the same.
//   what is reclaimed       by Boehm's, which begins at the blocks that are marked and at the C stack of who collects, and takes every word there
//                           and in blocks for a pointer if it looks like one.
// So a block that a native holds in a local variable only, or that a trace function forgets, stays as it is here and is overwritten with our own pools: a
// program that runs here and not there names a missing root.
//
// Boehm's collector is one a process and ours one a VM: the blocks of each heap are listed, and all of all heaps but the one that is
// collected are alive to it. A mutex of the process is held around each call into it; no thread is known to it, none is ever stopped.
// It collects only when asked to by heap_collect_end. There are full collections at once only; nothing is logged.
#ifndef TYPHON_ALLOC_HEAP_BOEHM_H
#define TYPHON_ALLOC_HEAP_BOEHM_H

enum { HEAP_KEEPS_MARKS = 0 };

typedef struct BlockHead {
    uint64_t size; // of the block: a multiple of 16
    uint32_t epoch; // marked when it is the heap's
    uint32_t index; // in the heap's list, or BLOCK_DROPPED
} BlockHead;
// A collection found no use of it; if it is there still, and marked, that was wrong: somebody had it in his hand.
#define BLOCK_DROPPED UINT32_MAX

static inline BlockHead *block_head(const void *block) { return (BlockHead *)(uintptr_t)block - 1; }

static inline void *heap_alloc(Heap *heap, size_t size) { return heap_alloc_slow(heap, size); }
static inline void *heap_alloc_quick(Heap *heap, size_t size) { return (void)heap, (void)size, NULL; } // none is at hand
// The collector's own count decides when it collects.
typedef struct HeapStay {
    size_t allocated;
} HeapStay;
static inline void heap_stay(Heap *heap, size_t bytes) { (void)heap, (void)bytes; }
static inline HeapStay heap_stay_begin(Heap *heap) { return (HeapStay){heap->allocated}; }
static inline void heap_stay_end(Heap *heap, HeapStay stay) { (void)heap, (void)stay; }
static inline void heap_expect(Heap *heap, size_t bytes) { (void)heap, (void)bytes; }
typedef struct HeapRoom {
    size_t left;
} HeapRoom;
static inline HeapRoom heap_room(const Heap *heap) { return (void)heap, (HeapRoom){0}; }
static inline void heap_stay_since(Heap *heap, HeapRoom room, size_t most) { (void)heap, (void)room, (void)most; }
static inline bool heap_wants_full(const Heap *heap) { return (void)heap, true; }

void heap_take_back(Heap *heap, void *block); // one that was dropped
static inline void heap_mark_prefetch(const void *block) { __builtin_prefetch(block_head(block), 1); }
static inline bool heap_mark(Heap *heap, void *block) {
    BlockHead *head = block_head(block);
    if (head->epoch == heap->epoch) return false;
    if (__builtin_expect(head->index == BLOCK_DROPPED, 0)) heap_take_back(heap, block);
    head->epoch = heap->epoch;
    heap->marked_bytes += head->size;
    return true;
}
static inline bool heap_is_marked(const Heap *heap, const void *block) { return block_head(block)->epoch == heap->epoch; }
static inline void heap_unmark(Heap *heap, void *block) {
    if (!heap_is_marked(heap, block)) return;
    heap->marked_bytes -= block_head(block)->size;
    block_head(block)->epoch = 0;
}

static inline bool heap_must_log(const void *block) { return (void)block, false; }
static inline void heap_log(void *block) { (void)block; }
static inline void heap_unlog(void *block) { (void)block; }
#endif
