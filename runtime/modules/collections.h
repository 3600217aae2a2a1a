// _collections: deque, defaultdict, OrderedDict, the fields of named tuples and the counting of Counter, in C (library reference, "collections").
#ifndef TYPHON_RUNTIME_COLLECTIONS_H
#define TYPHON_RUNTIME_COLLECTIONS_H
#include "runtime/modules/modules.h"
#include "runtime/objects/list.h"

// The types, in a tuple in the VM's module slot.
enum CollectionsType { COLLECTIONS_DEQUE, COLLECTIONS_DEQUE_ITERATOR, COLLECTIONS_DEQUE_REVERSE_ITERATOR, COLLECTIONS_DEFAULTDICT, COLLECTIONS_ORDERED_DICT, COLLECTIONS_ORDERED_KEYS, COLLECTIONS_ORDERED_VALUES, COLLECTIONS_ORDERED_ITEMS, COLLECTIONS_TUPLE_GETTER, COLLECTIONS_TYPES };
static inline Type *collections_type(VM *vm, enum CollectionsType which) {
    return (Type *)as_object(as_tuple(vm->slots_for_modules[MODULE_SLOT_COLLECTIONS])->items[which]);
}
extern const TypeSpec deque_spec, deque_iterator_spec, deque_reverse_iterator_spec, defaultdict_spec, ordered_dict_spec, tuple_getter_spec;
// The items of a deque whose class iterates as deque does, in one piece or two; false: `v` is none.
bool deque_pieces(Value v, const Value *pieces[2], size_t counts[2]);
// The order of a dict's entries, oldest first: drops the first (there is one); moves an entry, whose key has that hash, to the end.
void collections_drop_first(VM *vm, Dict *dict);
MAY_RAISE bool collections_move_to_end(VM *vm, Dict *dict, size_t entry, uint32_t hash);
// Functions of the module (collections_named_tuple.c).
MAY_RAISE Value collections_named_tuple(VM *vm, Value *args, uint32_t count);
MAY_RAISE Value collections_named_tuple_names(VM *vm, Value *args, uint32_t count);
MAY_RAISE Value collections_named_tuple_class(VM *vm, Value *args, uint32_t count);
MAY_RAISE Value collections_typed_dict_class(VM *vm, Value *args, uint32_t count);
#endif
