// memoryview: a window on the memory of a bytes, bytearray, array.array or mmap: items of one of the native formats, in up to 64 dimensions.
//
// Objects of scripts are asked by __buffer__ (PEP 688); what they give is kept until release(). The view keeps its owner and reads through it at each use.
//
// A bytearray, array or mmap must not be resized while a view of it is open (BufferError). It counts the views that were made of it and not released; when it is to
// be resized and the count is not 0, the collector tells which of them are still alive (buffer_is_shown). Programs that drop views again and again without
// releasing them would collect at each resize: after a number of such false alarms only a few resizes are looked at, and the others just happen; what then lies
// outside of a view is not there any more (IndexError).
#ifndef TYPHON_RUNTIME_MEMORYVIEW_H
#define TYPHON_RUNTIME_MEMORYVIEW_H
#include "runtime/vm.h"
extern const TypeSpec memoryview_spec;
static inline bool is_memoryview(Value v) { return is_object(v) && as_object(v)->shape->type->spec == &memoryview_spec; }
// The bytes of a view whose items lie side by side; false: not a memoryview, released, or with other steps.
bool memoryview_contiguous(Value v, const unsigned char **data, size_t *size);
// Item number `index` of an open view of one dimension; VALUE_UNBOUND: it is another one, or has no such item.
MAY_RAISE Value memoryview_item(VM *vm, Value view, int64_t index);
void memoryview_refuse(VM *vm, Value v); // raises what says why a view's bytes are not to be had as one piece
// Of the object's __buffer__(); VALUE_UNBOUND: it has none.
MAY_RAISE Value memoryview_of_exporter(VM *vm, Value object);
// A view of all of a bytearray, which can't be resized until it is let go of; rooted by the caller.
MAY_RAISE Value memoryview_hold(VM *vm, Value array);
void memoryview_let_go(VM *vm, Value view);
MAY_RAISE Value memoryview_to_bytes(VM *vm, Value v);
bool memoryview_is_read_only(Value v);
// Whether an open view shows the bytearray, array or mmap; `views` is its count. May collect: what the caller needs afterwards is rooted.
bool buffer_is_shown(VM *vm, Value owner, uint32_t *views);
// __buffer__ and __release_buffer__ of bytes, bytearray, memoryview, array.array, mmap.
Value method_buffer(VM *vm, Value *args, uint32_t count);
Value method_release_buffer(VM *vm, Value *args, uint32_t count);
#define BUFFER_METHOD {"__buffer__", {method_buffer}, 1, 1, 0, "flags /", DOC("Return a buffer object that exposes the underlying memory of the object.")}
#define RELEASE_BUFFER_METHOD {"__release_buffer__", {method_release_buffer}, 1, 1, 0, "buffer /", DOC("Release the buffer object that exposes the underlying memory of the object.")}
#endif
