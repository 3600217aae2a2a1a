// What memoryview.c and memoryview_items.c share: the layout of a view, and its items.
#ifndef TYPHON_RUNTIME_MEMORYVIEW_PRIVATE_H
#define TYPHON_RUNTIME_MEMORYVIEW_PRIVATE_H
#include "runtime/objects/memoryview.h"

enum { MOST_DIMENSIONS = 64 };

typedef struct MemoryView {
    Object head;
    Value owner;     // bytes, bytearray, array.array or mmap; VALUE_NONE: released
    Value exporter;  // the object whose __buffer__() gave `exported`, or VALUE_UNBOUND (PEP 688)
    Value exported;  // that memoryview: __release_buffer__() gets it back
    int64_t start;   // of the first item, in bytes
    uint64_t hash;   // 0: not computed
    char format;     // one of view_formats, or 'w' for the characters of an array, which can only be copied
    bool has_at;     // the format is shown with '@'
    bool read_only;  // owner is bytes, or mapped so, or toreadonly()
    uint8_t item_size;
    uint8_t dimensions;
    int64_t extents[]; // items along each dimension, then the step along each in bytes
} MemoryView;

static inline int64_t view_shape(const MemoryView *view, int dimension) { return view->extents[dimension]; }
static inline int64_t view_stride(const MemoryView *view, int dimension) { return view->extents[view->dimensions + dimension]; }

// Bytes of an item; 0: no such format.
unsigned view_format_size(char format);
// The item at `place`. NotImplementedError for 'w'.
MAY_RAISE Value view_item_value(VM *vm, char format, const unsigned char *place);
// The bytes of an item (at most 8). May run a script (__index__, __float__, __bool__).
MAY_RAISE bool view_item_bytes(VM *vm, char format, Value value, unsigned char bytes[8]);
#endif
