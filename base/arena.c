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

enum { FIRST_CHUNK = 16 * 1024, LARGEST_CHUNK = 1024 * 1024, MAPPED_FROM = 256 * 1024, STEP = 64 * 1024, SCRATCH_CHUNK = 16 * 1024 };

// A chunk of that size is mapped on its own, and its pages are asked for a step at a time: a compilation touches its memory once, from end to end, and a fault for each page would
// take longer than the work. (Huge pages are a little faster where the machine has them ready; a virtual machine that has given its free ones back pays four times as much: docs/measurements.md.)
static bool is_mapped(size_t size) { return size >= MAPPED_FROM && size % STEP == 0; }

static void *allocate(size_t size) {
    if (!is_mapped(size)) return malloc(size);
    void *map = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return map == MAP_FAILED ? NULL : map;
}

static void ask_for_pages(char *from, char *to) {
#ifdef MADV_POPULATE_WRITE
    madvise(from, (size_t)(to - from), MADV_POPULATE_WRITE); // a kernel that does not know it gives each page when it is touched
#else
    (void)from, (void)to;
#endif
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

// The next steps of the newest chunk, when it has that much left: `arena->end` is where the pages asked for end.
static void *next_steps(TreeArena *arena, size_t size) {
    ArenaChunk *chunk = arena->chunks;
    char *end = chunk ? chunk->bytes + chunk->size : NULL;
    if (!chunk || !is_mapped(sizeof *chunk + chunk->size) || size > (size_t)(end - arena->next)) return NULL;
    size_t wanted = (size_t)(arena->next + size - (char *)chunk + STEP - 1) / STEP * STEP;
    char *to = (char *)chunk + wanted;
    ask_for_pages(arena->end, to);
    arena->end = to;
    void *block = arena->next;
    arena->next += size;
    return block;
}

// Chunks double up to LARGEST_CHUNK; a request larger than the next chunk gets one of its own size.
void *arena_alloc_slow(TreeArena *arena, size_t size) {
    if (arena->parent) return scratch_alloc_slow(arena, size);
    void *block = next_steps(arena, size);
    if (block) return block;
    size_t room = arena->total < FIRST_CHUNK ? FIRST_CHUNK : arena->total;
    if (room > LARGEST_CHUNK - sizeof(ArenaChunk)) room = LARGEST_CHUNK - sizeof(ArenaChunk);
    if (room < size) room = size;
    if (room >= MAPPED_FROM - sizeof(ArenaChunk) && room < SIZE_MAX / 2) room = (room + sizeof(ArenaChunk) + STEP - 1) / STEP * STEP - sizeof(ArenaChunk);
    bool over = arena->limit && (arena->total > arena->limit || room > arena->limit - arena->total);
    if (!over && arena->may_grow && !arena->may_grow(arena->context, room)) over = true;
    ArenaChunk *chunk = over || room > SIZE_MAX / 2 ? NULL : allocate(sizeof *chunk + room);
    if (!chunk) longjmp(*arena->on_failure, 1);
    chunk->size = room;
    arena->total += room;
    open_chunk(arena, chunk, is_mapped(sizeof *chunk + room));
    if (is_mapped(sizeof *chunk + room)) {
        arena->end = (char *)chunk; // nothing asked for
        return next_steps(arena, size);
    }
    arena->next = chunk->bytes + size;
    return chunk->bytes;
}

char *arena_copy(TreeArena *arena, const char *bytes, size_t size) {
    char *copy = arena_alloc(arena, size + 1);
    if (size) memcpy(copy, bytes, size);
    copy[size] = 0;
    return copy;
}

char *arena_vprintf(TreeArena *arena, const char *format, va_list arguments) {
    char most[256]; // of what is written: formatted once
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(most, sizeof most, format, arguments);
    size_t written = size < 0 ? 0 : (size_t)size;
    char *text = arena_alloc(arena, written + 1);
    if (written < sizeof most) memcpy(text, most, written), text[written] = 0;
    else vsnprintf(text, written + 1, format, again);
    va_end(again);
    return text;
}

char *arena_printf(TreeArena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
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

void vec_need(TreeArena *arena, void *vec, size_t item_size) {
    VEC(void) *any = vec;
    if (any->count == any->capacity) any->items = vec_grow(arena, any->items, item_size, &any->capacity);
}
