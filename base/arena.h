// TreeArena: a bump allocator for what lives and dies together: the tokens, tree, types and bytecode units of one
// compilation. (Objects of a running script never live here: see alloc/.)
//
// Failure: nothing here returns NULL. When memory runs out, or `limit` bytes would be exceeded, the arena
// longjmps to `on_failure`, which the owner of the arena has set with setjmp before the first allocation and
// which never lies in a host's frame. All memory of the work in progress is in the arena, so that freeing the
// arena is the whole clean-up.
//
// The scratch of an arena is a second one that takes its chunks from the first and dies with it: for what is needed only until the function that made it returns,
// arena_mark at its start and arena_release at its end, like a stack. (Fresh memory costs more than most of what is done in it.)
#ifndef TYPHON_BASE_ARENA_H
#define TYPHON_BASE_ARENA_H
#include "base/inline.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct TreeArena {
    char *next;         // first free byte of the newest chunk
    char *end;          // its end
    char *clean;        // from here on (and from `next` on) its bytes are zero
    ArenaChunk *chunks; // newest first
    size_t total;       // bytes obtained from the system
    size_t limit;       // total may not exceed it; 0: no limit
    jmp_buf *on_failure;
    bool (*may_grow)(void *context, size_t size); // asked before memory is taken from the system, where the work can be given up; false: it fails. NULL: it may
    void *context;
    struct TreeArena *scratch; // made when it is first asked for
    struct TreeArena *parent;  // of a scratch arena: where it is from
    ArenaChunk *spare;         // of a scratch arena: chunks given back
} TreeArena;

// Starts an empty arena. `limit` in bytes, 0 for none. `on_failure` must stay valid as long as allocations happen.
void arena_init(TreeArena *arena, size_t limit, jmp_buf *on_failure);
// Frees every chunk; the arena may be used again after another arena_init.
void arena_free(TreeArena *arena);
// Forgets everything allocated, but keeps the newest (largest) chunk for what comes next.
void arena_reset(TreeArena *arena);
// The scratch of the arena.
TreeArena *arena_make_scratch(TreeArena *arena);
static inline TreeArena *arena_scratch(TreeArena *arena) { return arena->scratch ? arena->scratch : arena_make_scratch(arena); }
typedef struct ArenaMark {
    ArenaChunk *chunk;
    char *next;
} ArenaMark;
static inline ArenaMark arena_mark(const TreeArena *scratch) { return (ArenaMark){scratch->chunks, scratch->next}; }
void arena_release_chunks(TreeArena *scratch, ArenaMark mark);
// Forgets everything allocated since the mark.
static inline void arena_release(TreeArena *scratch, ArenaMark mark) {
    if (scratch->chunks == mark.chunk) scratch->next = mark.next; // nothing of it is taken to be clean
    else arena_release_chunks(scratch, mark);
}
// The slow path: a new chunk. Does not return on failure.
void *arena_alloc_slow(TreeArena *arena, size_t size);

// `size` bytes, 8-aligned, not zeroed.
SHARED_INLINE void *arena_alloc(TreeArena *arena, size_t size) {
    size = (size + 7) & ~(size_t)7;
    if (size <= (size_t)(arena->end - arena->next)) {
        void *block = arena->next;
        arena->next += size;
        return block;
    }
    return arena_alloc_slow(arena, size);
}
// Zeroes a new block, as far as it is not zero.
void *arena_clear(TreeArena *arena, void *block, size_t size);
SHARED_INLINE void *arena_zalloc(TreeArena *arena, size_t size) {
    uint64_t *block = arena_alloc(arena, size);
    if (size > 128) return arena_clear(arena, block, size);
    for (size_t i = 0; i < (size + 7) / 8; i++) block[i] = 0; // small ones are most: no call
    return block;
}
// Takes back everything behind `next` in the newest chunk.
static inline void arena_cut(TreeArena *arena, void *next) {
    if (arena->clean < arena->next) arena->clean = arena->next;
    arena->next = next;
}
// Takes back the newest block, if it is that: for what was made only to be compared.
static inline void arena_give_back(TreeArena *arena, void *block, size_t size) {
    if (arena->next == (char *)block + ((size + 7) & ~(size_t)7)) arena_cut(arena, block);
}
#define arena_new(arena, type) ((type *)arena_zalloc((arena), sizeof(type)))
#define arena_array(arena, type, count) ((type *)arena_zalloc((arena), sizeof(type) * (size_t)(count)))

// A NUL-terminated copy of `size` bytes.
char *arena_copy(TreeArena *arena, const char *bytes, size_t size);
// printf into the arena.
char *arena_printf(TreeArena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(TreeArena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
#endif
