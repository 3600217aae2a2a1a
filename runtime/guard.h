// Guards: what a value must be where it comes into annotated code. A guard is a mask of built-in types (GuardMask), in instructions, or a tuple among the
// constants: the mask, the words for what may pass, the shape of the object that passed last or None, then what else may pass (GuardItem).
//
// Classes hold the guards of the attributes they declare (Type.attribute_guards; TYPE_ATTRIBUTE_GUARDS: it or a base has some). Every store looks at them, but
// those of functions with UNIT_PROVEN_STORES, whose values the checker has proven.
#ifndef TYPHON_RUNTIME_GUARD_H
#define TYPHON_RUNTIME_GUARD_H
#include "runtime/vm.h"
#include "runtime/objects/list.h"
#include "typecheck/facts.h"

// The masks whose guards let a value pass share a bit with: an object's layout (0: it takes more to tell), what an immediate is.
extern const uint16_t guard_bits_of_layout[LAYOUT_OTHER + 1], guard_bits_of_immediate[8];
static inline bool guard_passes(Value v, uint16_t mask) {
    if (__builtin_expect(!!((uint8_t)v & (uint8_t)mask & (GUARD_TAKES_INT | GUARD_TAKES_FLOAT)), 1)) return true; // what takes a float takes an int
    if (!(v & 7)) return guard_bits_of_layout[as_object(v)->shape->type->layout] & mask;
    return (v & 7) == 4 && guard_bits_of_immediate[v >> 3 & 7] & mask;
}

enum { GUARD_MASK_AT, GUARD_WORDS_AT, GUARD_SHAPE_AT, GUARD_ITEMS_AT }; // in the tuple
// What guards have let pass, by shape, for those that meet objects of several. What is known of a shape stays true while its type has no other version.
#define GUARD_MEMO_FACTOR 0x9E3779B97F4A7C15u
static inline GuardMemoEntry *guard_memo_place(VM *vm, const Shape *shape, const Tuple *guard) {
    return &vm->guard_memo[((uintptr_t)shape + (uintptr_t)guard) * GUARD_MEMO_FACTOR >> (64 - GUARD_MEMO_BITS)];
}
// False: it takes more to tell.
static inline bool guard_is_known(VM *vm, Value v, const Tuple *guard) {
    if (__builtin_expect(!!(v & 7), 0)) return guard_passes(v, (uint16_t)small_int(guard->items[GUARD_MASK_AT]));
    const Shape *shape = as_object(v)->shape;
    if (__builtin_expect(guard->items[GUARD_SHAPE_AT] == from_object(shape), 1)) return true;
    const GuardMemoEntry *entry = guard_memo_place(vm, shape, guard);
    return vm->guard_memo_collection == vm->heap->collections && entry->shape == shape && entry->guard == guard && entry->version == shape->type->version;
}

// The guard of an attribute of instances of the type, or NULL.
const Tuple *attribute_guard_find(VM *vm, Type *type, Str *name);
static inline const Tuple *attribute_guard(VM *vm, Type *type, Str *name) {
    return type->flags & TYPE_ATTRIBUTE_GUARDS ? attribute_guard_find(vm, type, name) : NULL;
}
// The place of one that was found so, by which it is found again while the type has this version; 0: none is that small.
uint16_t attribute_guard_place(const Type *type, const Tuple *guard);
static inline const Tuple *attribute_guard_at(const Type *type, uint16_t place) {
    return as_tuple(((const Type *)as_object(type->mro->items[place >> 8]))->attribute_guards->items[place & 0xFF]);
}
MAY_RAISE bool attribute_guard_passes(VM *vm, const Type *type, const Str *name, const Tuple *guard, Value value);
#endif
