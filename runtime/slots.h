// Slots: the table special method name <-> slot of TypeSlots, and what keeps the two in step (data model, "Special method names").
//
//   a built-in type has C functions in its slots; its namespace shows each as slot wrappers, one for every name of the slot.
//   a class has, in the slot of a name its MRO defines,
//       the C function itself   when what defines it is a built-in type (or a slot wrapper of one), for all names of the slot alike
//       a dispatcher            otherwise: a C function that looks the name up on the type and calls what it finds
//       NULL                    when nothing on the MRO has the name
//
// Several names may share a slot (the six comparisons; __add__ and __radd__; __setitem__ and __delitem__). Rows of one slot stand
// together in slots.def.
#ifndef TYPHON_RUNTIME_SLOTS_H
#define TYPHON_RUNTIME_SLOTS_H
#include "runtime/vm.h"

typedef struct SlotDef SlotDef;
// Calls `function` with the arguments of a method call, args[0] being the receiver.
typedef Value (*SlotCaller)(VM *vm, const SlotDef *def, SlotFunction function, Value *args, uint32_t count, Value keyword_names);
struct SlotDef {
    const char *text;     // "__add__"
    uint16_t name;        // offset in Names
    uint16_t slot;        // offset in TypeSlots
    int8_t min_args, max_args; // without the receiver; -1: the caller looks itself, keywords included
    uint8_t number;       // CompareOp of a comparison
    bool is_reflected;    // __radd__
    SlotFunction dispatcher;
    const char *doc;      // NULL: none
    SlotCaller caller;    // NULL: not shown as a slot wrapper
};
extern const SlotDef slot_defs[]; // ends with a NULL text
enum { SLOT_WORDS = sizeof(TypeSlots) / sizeof(SlotFunction) };

static inline SlotFunction *slot_place(TypeSlots *slots, size_t offset) { return (SlotFunction *)(void *)((char *)slots + offset); }
static inline Str *slot_def_name(const VM *vm, const SlotDef *def) { return *(Str *const *)(const void *)((const char *)&vm->names + def->name); }

// Tells the interned names which slots they belong to (STR_SLOT_SHIFT): once, when they have been made.
void slots_mark_names(VM *vm);
// All slots of a class whose mro, bases and namespace stand.
void slots_resolve_all(VM *vm, Type *type);
// The slots that have to do with `name`, when it is a special one, of the class, which has `own` by it now, and of all that derive from it. True: it was one.
bool slots_resolve_name(VM *vm, Type *type, Str *name, Value own);
// For a class with one line of ancestors: its base's slots, but for what its own namespace defines.
void slots_inherit(VM *vm, Type *type);
// The same for a class of several bases on an ordinary MRO: slots that no namespace of a class written in Python names are the built-in type's, as those of type->base are.
// false: built-in types beside each other are on the MRO, and nothing was done.
bool slots_inherit_several(VM *vm, Type *type);
// The function that the description of a built-in type itself has for the slot at `offset`, or NULL.
SlotFunction spec_slot(const TypeSpec *spec, size_t offset);
// Fills the namespace of a built-in type with a slot wrapper for every name of the slots that `spec` itself has.
struct Dict;
MAY_RAISE bool slots_fill_namespace(VM *vm, Type *type, Dict *dict);

// ---- dispatchers (slot_dispatch.c) that others recognise
Value slot_dispatch_next(VM *vm, Value self);
Value slot_dispatch_get_attribute(VM *vm, Value self, Str *name);
Value slot_dispatch_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names);
// object.__new__ for a class whose instances have __del__
Value object_construct_finalizable(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names);
// construct of types that scripts cannot make instances of
Value construct_refused(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names);
// What __new__ of a built-in type is in its namespace.
extern const NativeDef slot_new_def;

// ---- callers (slot_call.c): the last column of slots.def
#define SLOT_CALLER(name) Value slot_call_##name(VM *, const SlotDef *, SlotFunction, Value *, uint32_t, Value)
SLOT_CALLER(value);
SLOT_CALLER(binary);
SLOT_CALLER(reflected);
SLOT_CALLER(power);
SLOT_CALLER(compare);
SLOT_CALLER(hash);
SLOT_CALLER(truth);
SLOT_CALLER(length);
SLOT_CALLER(contains);
SLOT_CALLER(next);
SLOT_CALLER(set_item);
SLOT_CALLER(delete_item);
SLOT_CALLER(call);
SLOT_CALLER(initialize);
SLOT_CALLER(get_attribute);
SLOT_CALLER(set_attribute);
SLOT_CALLER(delete_attribute);
SLOT_CALLER(descriptor_get);
SLOT_CALLER(descriptor_set);
SLOT_CALLER(descriptor_delete);
#undef SLOT_CALLER
#endif
