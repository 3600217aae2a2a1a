// Allocation profile: what a program allocates, by the lines that are running and the type that is made. A watch of the heap (alloc/heap.h) that asks
// at each allocation where the VM stands.
//
// What a block becomes is not known when it is allocated, but by the next allocation: then its first word is an object's shape, or it is the storage
// of some object: "(storage)". Storage that grows where it lies, or is moved by its pages, counts the bytes it grows by, and is no block more.
#ifndef TYPHON_RUNTIME_ALLOC_PROFILE_H
#define TYPHON_RUNTIME_ALLOC_PROFILE_H
#include "runtime/vm.h"
#include <stdio.h>

typedef struct AllocProfile AllocProfile;

// NULL when memory is short.
AllocProfile *alloc_profile_new(void);
void alloc_profile_delete(AllocProfile *profile);
// The watch, with the profile as its userdata. Refuses nothing; what there is no memory to note is counted as lost.
bool alloc_profile_watch(void *profile, HeapEvent event, void *block, size_t size);
// From now on allocations are noted, with where this VM stands; NULL: none are.
void alloc_profile_follow(AllocProfile *profile, VM *vm);
// Bytes, blocks, line, function and type, most bytes first.
void alloc_profile_write_table(AllocProfile *profile, FILE *file);
// "outer (file:line);inner (file:line);type bytes" a line: what flame graphs are made of.
void alloc_profile_write_folded(AllocProfile *profile, FILE *file);
#endif
