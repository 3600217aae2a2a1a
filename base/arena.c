#define _DEFAULT_SOURCE // madvise
#include "base/arena.h"
#include "base/vec.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

struct ArenaChunk {
    ArenaChunk *older;
    size_t size; // of bytes
    char bytes[];
};

enum { FIRST_CHUNK = 16 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024, HUGE_PAGE = 2 * 1024 * 1024, HUGE_FROM = 512 * 1024, SCRATCH_CHUNK = 16 * 1024 };

// A compilation of that size touches its memory once, from end to end: a fault for each 4 KiB would take longer than the work (measured: half of `typhon check`).
// Such a chunk is mapped on its own, exactly: the header that malloc puts before an aligned block would have the kernel clear another huge page.
static bool is_mapped(size_t size) {
#ifdef MADV_HUGEPAGE
    return size >= HUGE_PAGE && size % HUGE_PAGE == 0;
#else
    (void)size;
    return false;
#endif
}

static void *allocate(size_t size) {
#ifdef MADV_HUGEPAGE
    if (is_mapped(size)) {
        char *map = mmap(NULL, size + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (map == MAP_FAILED) return NULL;
        size_t before = (HUGE_PAGE - (uintptr_t)map % HUGE_PAGE) % HUGE_PAGE;
        if (before) munmap(map, before);
        munmap(map + before + size, HUGE_PAGE - before);
        madvise(map + before, size, MADV_HUGEPAGE);
        return map + before;
    }
#endif
    return malloc(size);
}

static void release(ArenaChunk *chunk) {
    size_t size = sizeof *chunk + chunk->size;
    if (is_mapped(size)) munmap(chunk, size);
    else free(chunk);
}

void arena_init(TreeArena *arena, size_t limit, jmp_buf *on_failure) {
    *arena = (TreeArena){.limit = limit, .on_failure = on_failure};
}

TreeArena *arena_make_scratch(TreeArena *arena) {
    TreeArena *scratch = arena_alloc(arena, sizeof *scratch);
    *scratch = (TreeArena){.parent = arena};
    return arena->scratch = scratch;
}

void arena_free(TreeArena *arena) {
    ArenaChunk *chunk = arena->chunks;
    while (chunk) {
        ArenaChunk *older = chunk->older;
        release(chunk);
        chunk = older;
    }
    arena->chunks = NULL;
    arena->scratch = NULL;
    arena->next = arena->end = NULL;
    arena->total = 0;
}

void arena_reset(TreeArena *arena) {
    ArenaChunk *kept = arena->chunks;
    if (!kept) return;
    arena->scratch = NULL;
    arena->chunks = kept->older;
    arena_free(arena);
    kept->older = NULL;
    arena->chunks = kept;
    arena->total = kept->size;
    arena->next = kept->bytes;
    arena->clean = arena->end = kept->bytes + kept->size;
}

void *arena_clear(TreeArena *arena, void *block, size_t size) {
    size_t used = arena->clean > (char *)block ? (size_t)(arena->clean - (char *)block) : 0;
    return memset(block, 0, used < size ? used : size);
}

static void open_chunk(TreeArena *arena, ArenaChunk *chunk, bool is_clean) {
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    arena->next = chunk->bytes;
    arena->end = chunk->bytes + chunk->size;
    arena->clean = is_clean ? chunk->bytes : arena->end;
}

void arena_release_chunks(TreeArena *scratch, ArenaMark mark) {
    while (scratch->chunks != mark.chunk) {
        ArenaChunk *chunk = scratch->chunks;
        scratch->chunks = chunk->older;
        chunk->older = scratch->spare;
        scratch->spare = chunk;
    }
    scratch->next = mark.next;
    scratch->clean = scratch->end = mark.chunk ? mark.chunk->bytes + mark.chunk->size : NULL;
}

static void *scratch_alloc_slow(TreeArena *scratch, size_t size) {
    ArenaChunk **at = &scratch->spare;
    while (*at && (*at)->size < size) at = &(*at)->older;
    ArenaChunk *chunk = *at;
    if (chunk) {
        *at = chunk->older;
    } else {
        size_t room = size < SCRATCH_CHUNK ? SCRATCH_CHUNK : size;
        if (room > SIZE_MAX / 2) longjmp(*scratch->parent->on_failure, 1);
        chunk = arena_alloc(scratch->parent, sizeof *chunk + room);
        chunk->size = room;
    }
    open_chunk(scratch, chunk, false);
    scratch->next = chunk->bytes + size;
    return chunk->bytes;
}

// Chunks double up to LARGEST_CHUNK; a request larger than the next chunk gets one of its own size.
void *arena_alloc_slow(TreeArena *arena, size_t size) {
    if (arena->parent) return scratch_alloc_slow(arena, size);
    size_t room = arena->total < FIRST_CHUNK ? FIRST_CHUNK : arena->total;
    if (room > LARGEST_CHUNK - sizeof(ArenaChunk)) room = LARGEST_CHUNK - sizeof(ArenaChunk);
    if (room < size) room = size;
    if (room >= HUGE_FROM && room < SIZE_MAX / 2) room = (room + sizeof(ArenaChunk) + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE - sizeof(ArenaChunk);
    bool over = arena->limit && (arena->total > arena->limit || room > arena->limit - arena->total);
    ArenaChunk *chunk = over || room > SIZE_MAX / 2 ? NULL : allocate(sizeof *chunk + room);
    if (!chunk) longjmp(*arena->on_failure, 1);
    chunk->size = room;
    arena->total += room;
    open_chunk(arena, chunk, is_mapped(sizeof *chunk + room));
    arena->next = chunk->bytes + size;
    return chunk->bytes;
}

char *arena_copy(TreeArena *arena, const char *bytes, size_t size) {
    char *copy = arena_alloc(arena, size + 1);
    if (size) memcpy(copy, bytes, size);
    copy[size] = 0;
    return copy;
}

char *arena_printf(TreeArena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_alloc(arena, (size_t)(size < 0 ? 0 : size) + 1);
    text[0] = 0;
    if (size > 0) vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

void *vec_grow(TreeArena *arena, void *items, size_t item_size, uint32_t *capacity) {
    uint32_t old = *capacity, grown = old ? old * 2 : 8;
    if (grown <= old) longjmp(*(arena->parent ? arena->parent : arena)->on_failure, 1); // four billion items
    void *storage = arena_alloc(arena, (size_t)grown * item_size);
    if (old) memcpy(storage, items, (size_t)old * item_size);
    *capacity = grown;
    return storage;
}
