// array.array: numbers side by side as C has them.
#ifndef TYPHON_RUNTIME_ARRAY_H
#define TYPHON_RUNTIME_ARRAY_H
#include "runtime/vm.h"
#ifdef TYPHON_CORE // without the module there are none
static inline bool array_view(Value v, const unsigned char **data, size_t *size) { return (void)v, (void)data, (void)size, false; }
static inline char array_typecode(Value v) { return (void)v, 0; }
static inline uint32_t *array_views(Value v) { return (void)v, NULL; }
#else
// The bytes of an array; false: not one. Valid until the next change or safepoint.
bool array_view(Value v, const unsigned char **data, size_t *size);
char array_typecode(Value v); // 0: not one
uint32_t *array_views(Value v); // of an array
#endif
#endif
