// Types with arguments: generic aliases (`list[int]`) and unions (`int | str`), as values.
#ifndef TYPHON_RUNTIME_GENERIC_ALIAS_H
#define TYPHON_RUNTIME_GENERIC_ALIAS_H
#include "runtime/objects/list.h"
#include "runtime/vm.h"
typedef struct GenericAlias {
    Object head;
    Value origin;     // list of list[int]
    Value args;       // tuple
    Value parameters; // tuple of the type variables in args; VALUE_UNBOUND: not looked for yet
    bool starred;     // *tuple[int, ...]
} GenericAlias;
typedef struct UnionType {
    Object head;
    Value args;       // tuple of two or more, flat, without duplicates; None is NoneType
    Value parameters; // as above
} UnionType;
static inline bool is_generic_alias(VM *vm, Value v) {
    return is_exactly(v, vm->types.generic_alias) || (is_layout(v, LAYOUT_OTHER) && object_type(as_object(v))->flags & TYPE_HEAP && type_is_subtype(object_type(as_object(v)), vm->types.generic_alias));
}
static inline bool is_union_type(VM *vm, Value v) { return is_exactly(v, vm->types.union_type); }
// args: one argument, or a tuple of them.
MAY_RAISE Value generic_alias_new(VM *vm, Value origin, Value args);
// left | right; VALUE_NOT_IMPLEMENTED when one is no type. For type.__or__ (binary[SLOT_BITOR] of type, generic_alias, union_type, TypeVar...).
MAY_RAISE Value union_type_or(VM *vm, Value left, Value right);
MAY_RAISE Value union_type_new(VM *vm, Value left, Value right); // the same, TypeError instead
// `__class_getitem__` for tables of methods: {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC(NULL)}
MAY_RAISE Value generic_alias_class_getitem(VM *vm, Value *args, uint32_t count);
#endif
