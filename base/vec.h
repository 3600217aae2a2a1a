// Vec: a growing array in a TreeArena. `VEC(Node *) items = {0}; vec_push(arena, &items, node);`
// Growing doubles the capacity and leaves the old storage to the arena (at most as much again as the final size).
#ifndef TYPHON_BASE_VEC_H
#define TYPHON_BASE_VEC_H
#include "base/arena.h"
#include <stdint.h>

#define VEC(type)                                                                                            \
    struct {                                                                                                 \
        type *items;                                                                                         \
        uint32_t count;                                                                                      \
        uint32_t capacity;                                                                                   \
    }

// Room for one more item of a VEC.
void vec_need(TreeArena *arena, void *vec, size_t item_size);
#ifdef TYPHON_CORE // to be small
#define vec_push(arena, vec, item) ((void)vec_need((arena), (vec), sizeof *(vec)->items), (void)((vec)->items[(vec)->count++] = (item)))
#else
#define vec_push(arena, vec, item)                                                                           \
    do {                                                                                                     \
        if ((vec)->count == (vec)->capacity)                                                                 \
            (vec)->items = vec_grow((arena), (vec)->items, sizeof *(vec)->items, &(vec)->capacity);          \
        (vec)->items[(vec)->count++] = (item);                                                               \
    } while (0)
#endif
#define vec_last(vec) ((vec)->items[(vec)->count - 1])
#define vec_pop(vec) ((vec)->items[--(vec)->count])

// Storage of twice `*capacity` items (at least 8) holding the old ones.
void *vec_grow(TreeArena *arena, void *items, size_t item_size, uint32_t *capacity);
#endif
