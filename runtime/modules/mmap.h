// mmap: memory of a file or of nobody, mapped, as the owner of bytes.
#ifndef TYPHON_RUNTIME_MMAP_H
#define TYPHON_RUNTIME_MMAP_H
#include "runtime/vm.h"
#ifdef TYPHON_CORE // without the module there are none
static inline bool mmap_view(Value v, const unsigned char **data, size_t *size) { return (void)v, (void)data, (void)size, false; }
static inline bool mmap_is_read_only(Value v) { return (void)v, false; }
static inline uint32_t *mmap_views(Value v) { return (void)v, NULL; }
#else
// The bytes of an open region; false: not one. Valid until the next change or safepoint: a script may close it.
bool mmap_view(Value v, const unsigned char **data, size_t *size);
bool mmap_is_read_only(Value v); // of a region
uint32_t *mmap_views(Value v); // see buffer_is_shown (memoryview.h); NULL: not an open region
#endif
#endif
