// Memory of compression libraries: blocks of the VM's heap in a list that hangs on the object whose stream asked for them, which marks them; they
// die with it at the latest.
#ifndef TYPHON_RUNTIME_STREAM_MEMORY_H
#define TYPHON_RUNTIME_STREAM_MEMORY_H
#include "runtime/vm.h"
typedef struct StreamMemoryBlock StreamMemoryBlock;
struct StreamMemoryBlock {
    StreamMemoryBlock *next, *previous;
    size_t size; // with this header
    size_t padding; // what follows is 16-aligned
};
typedef struct StreamMemory {
    VM *vm;
    void *owner; // the object whose trace function marks it
    StreamMemoryBlock *first;
} StreamMemory;

static inline void *stream_memory_take(StreamMemory *memory, size_t items, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(items, size, &bytes) || __builtin_add_overflow(bytes, sizeof(StreamMemoryBlock), &bytes)) return NULL;
    StreamMemoryBlock *block = heap_alloc(memory->vm->heap, bytes);
    if (!block) return NULL;
    *block = (StreamMemoryBlock){.next = memory->first, .size = bytes};
    if (block->next) block->next->previous = block;
    gc_store_object(memory->vm, memory->owner, &memory->first, block);
    return block + 1;
}
static inline void stream_memory_give(StreamMemory *memory, void *what) {
    if (!what) return;
    StreamMemoryBlock *block = (StreamMemoryBlock *)what - 1;
    if (block->next) block->next->previous = block->previous;
    if (block->previous) block->previous->next = block->next;
    else memory->first = block->next;
    heap_free(memory->vm->heap, block, block->size);
}
static inline void stream_memory_mark(VM *vm, const StreamMemory *memory) {
    for (StreamMemoryBlock *block = memory->first; block; block = block->next) gc_mark_block(vm, block);
}
#endif
