// Struct sequences: tuples whose items have names (sys.version_info, sys.flags...). Such a type is a TypeSpec with LAYOUT_TUPLE, a base of
// tuple, the slots below, and a getset table naming the items in order with the getters STRUCT_ITEM(n).
#ifndef TYPHON_RUNTIME_STRUCT_SEQUENCE_H
#define TYPHON_RUNTIME_STRUCT_SEQUENCE_H
#include "runtime/vm.h"
enum { STRUCT_ITEMS_MAX = 20 };
#define STRUCT_ITEM_LIST(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16) X(17) X(18) X(19)
#define DECLARE(n) Value struct_item_##n(VM *vm, Value self);
STRUCT_ITEM_LIST(DECLARE)
#undef DECLARE
bool struct_item_set(VM *vm, Value self, Value value); // refuses
Value struct_sequence_repr(VM *vm, Value self); // "sys.version_info(major=3, ...)"
// A fresh one, with items of the type's getset table. The type must have been made with type_new_from_spec.
MAY_RAISE Value struct_sequence_new(VM *vm, Type *type, const Value *items, size_t count);

// With items that have names but are not among the tuple's (os.stat_result, time.struct_time): `total` items, of which the first `count` are the
// tuple's. Such a type has struct_sequence_trace; the getters of hidden items are HIDDEN_ITEM(n).
MAY_RAISE Value struct_sequence_new_hidden(VM *vm, Type *type, const Value *items, size_t count, size_t total);
void struct_sequence_trace(VM *vm, Object *self);
// What type(sequence[, dict]) makes of `count` to `total` items, absent hidden ones being None: for the construct slot.
MAY_RAISE Value struct_sequence_construct(VM *vm, Type *type, Value *args, uint32_t arg_count, Value keyword_names, size_t count, size_t total);
extern const NativeDef struct_sequence_methods[]; // __reduce__: for types with hidden items
// Makes the type, with n_fields and its like in its namespace.
MAY_RAISE Type *struct_sequence_type(VM *vm, const TypeSpec *spec, size_t count, size_t total);
#endif
