// memoryview: a window on the memory of a bytes, bytearray or array.array: items of one of the native formats, in up to 64 dimensions.
//
// Objects of scripts are asked by __buffer__ (PEP 688); what they give is kept until release(). The view keeps its owner and reads through it at each use: a bytearray may be resized while it is viewed (CPython refuses that with
// BufferError, which counts of references make possible); what then lies outside is not there any more (IndexError).
#ifndef TYPHON_RUNTIME_MEMORYVIEW_H
#define TYPHON_RUNTIME_MEMORYVIEW_H
#include "runtime/vm.h"
extern const TypeSpec memoryview_spec;
static inline bool is_memoryview(Value v) { return is_object(v) && as_object(v)->shape->type->spec == &memoryview_spec; }
// The bytes of a view whose items lie side by side; false: not a memoryview, released, or with other steps.
bool memoryview_contiguous(Value v, const unsigned char **data, size_t *size);
// Of the object's __buffer__(); VALUE_UNBOUND: it has none.
MAY_RAISE Value memoryview_of_exporter(VM *vm, Value object);
MAY_RAISE Value memoryview_to_bytes(VM *vm, Value v);
bool memoryview_is_read_only(Value v);
#endif
