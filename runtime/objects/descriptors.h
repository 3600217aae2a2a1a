// Descriptors: what stands in the namespaces of types, and says what an attribute access gives (data model, "Implementing Descriptors").
//
//   native_method   a Native with `type` set: a method of a built-in type, unbound; NATIVE_CLASS: its class is bound instead
//   slot wrapper    a slot of a built-in type as a method: int.__add__. Bound to an object it is a method wrapper: (1).__add__
//   getset          an attribute computed by C
//   member          an entry of __slots__
//   property, classmethod, staticmethod, super: as the library reference has them
//
// The same C object may be seen by an interpreter that wants to shorten the way to it: so the layouts are here.
#ifndef TYPHON_RUNTIME_DESCRIPTORS_H
#define TYPHON_RUNTIME_DESCRIPTORS_H
#include "runtime/objects/function.h"
#include "runtime/slots.h"

// The `set` of a GetSetDef that stands for what is a plain field in CPython: "readonly attribute".
MAY_RAISE bool getset_refuse(VM *vm, Value self, Value value);

typedef struct SlotWrapper {
    Object head;
    const SlotDef *def;
    Type *type;            // whose slot it is
    SlotFunction function; // what the slot holds
} SlotWrapper;
typedef struct MethodWrapper {
    Object head;
    SlotWrapper *wrapper;
    Value self;
} MethodWrapper;
typedef struct GetSet {
    Object head;
    const GetSetDef *def;
    Type *type;
} GetSet;
static inline GetSet *as_getset(Value v) { return (GetSet *)as_object(v); }
typedef struct Member {
    Object head;
    Str *name;
    Type *type;
    uint32_t slot;
} Member;
// collections._tuplegetter: item `index` of a tuple.
typedef struct TupleGetter {
    Object head;
    Value doc;
    uint32_t index;
} TupleGetter;
MAY_RAISE Value tuple_getter_get(VM *vm, Value self, Value instance, Type *owner); // its descriptor_get
typedef struct Property {
    Object head;
    Value getter, setter, deleter; // or None
    Value doc, name;               // VALUE_UNBOUND: none
    Value doc_from_getter;         // a bool
} Property;
typedef struct Wrapping { // classmethod, staticmethod
    Object head;
    Value *overflow;
    Value function;
} Wrapping;
typedef struct Super {
    Object head;
    Type *type; // NULL: not initialised
    Value self; // VALUE_UNBOUND: unbound
    Type *self_type;
} Super;

// `super().name` about to be called: the method to be called with super's self in front of the arguments; VALUE_UNBOUND: get the attribute.
MAY_RAISE Value super_of_frame(VM *vm); // super()
MAY_RAISE Value super_find_method(VM *vm, Value super, Str *name);
MAY_RAISE Value native_method_new(VM *vm, const NativeDef *def, Type *type);
MAY_RAISE Value native_bind(VM *vm, const Native *method, Value self); // a native_function bound to self
MAY_RAISE Value slot_wrapper_new(VM *vm, const SlotDef *def, Type *type, SlotFunction function);
MAY_RAISE Value getset_new(VM *vm, const GetSetDef *def, Type *type);
MAY_RAISE Value member_new(VM *vm, Str *name, Type *type, uint32_t slot);
// Whether the first members of the class, an object's, are `names` in their order; NULL ends them. For natives that take over the methods of a class written in
// Python and read its instances' places. False, too, where memory ran out: raised.
bool members_begin_with(VM *vm, Type *type, const char *const *names);
MAY_RAISE Value classmethod_new(VM *vm, Value function);
MAY_RAISE Value staticmethod_new(VM *vm, Value function);
// `found` in the namespace of a class can be called with the receiver as its first argument instead of being bound first.
static inline bool binds_as_method(const VM *vm, Value found) {
    if (!is_object(found)) return false;
    const Type *type = as_object(found)->shape->type;
    if (type == vm->types.function || type == vm->types.slot_wrapper) return true;
    return type == vm->types.native_method && !(((Native *)as_object(found))->def->flags & NATIVE_CLASS);
}
// __text_signature__ of something built in, as CPython shows it: from the module _text_signatures. None: it has none.
MAY_RAISE Value descriptor_text_signature(VM *vm, Value self);
// For __reduce__: getattr and its arguments; `name` may be VALUE_ERROR.
MAY_RAISE Value reduce_to_attribute(VM *vm, Value owner, Value name);
#endif
