// The dispatchers of slot_dispatch.c, for the table in slots.c.
#ifndef TYPHON_RUNTIME_SLOT_DISPATCH_H
#define TYPHON_RUNTIME_SLOT_DISPATCH_H
#include "runtime/slots.h"
Value dispatch_repr(VM *vm, Value self);
Value dispatch_str(VM *vm, Value self);
Value dispatch_format(VM *vm, Value self, Value spec);
bool dispatch_hash(VM *vm, Value self, uint64_t *out);
Value dispatch_compare(VM *vm, Value self, Value other, CompareOp op);
Value dispatch_neg(VM *vm, Value self);
Value dispatch_pos(VM *vm, Value self);
Value dispatch_invert(VM *vm, Value self);
Value dispatch_abs(VM *vm, Value self);
Value dispatch_int(VM *vm, Value self);
Value dispatch_index(VM *vm, Value self);
Value dispatch_float(VM *vm, Value self);
int dispatch_truth(VM *vm, Value self);
int64_t dispatch_length(VM *vm, Value self);
Value dispatch_get_item(VM *vm, Value self, Value key);
bool dispatch_set_item(VM *vm, Value self, Value key, Value value);
int dispatch_contains(VM *vm, Value self, Value item);
Value dispatch_iter(VM *vm, Value self);
bool dispatch_set_attribute(VM *vm, Value self, Str *name, Value value);
Value dispatch_descriptor_get(VM *vm, Value self, Value instance, Type *owner);
bool dispatch_descriptor_set(VM *vm, Value self, Value instance, Value value);
Value dispatch_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
#define SPECIAL(...)
#define BINARY(op, number, ...) Value dispatch_binary_##op(VM *vm, Value left, Value right);
#define INPLACE(op, number, ...) Value dispatch_inplace_##op(VM *vm, Value left, Value right);
#include "runtime/slots.def"
#undef SPECIAL
#undef BINARY
#undef INPLACE
#endif
