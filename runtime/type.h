// Types: making them, looking into them. The Type itself is in object.h; this header has what is done with it.
//
//   built-in types   from a TypeSpec: a few in types_bootstrap, the others when they are first needed (type_complete). Their namespace dict is filled from the
//                    spec's tables when it is first looked into (type_dict). So opening a VM stays cheap, and a VM small.
//   classes          by type.__new__ (class.c); class_build is what the class statement calls.
//   slots            of a class follow its namespace: setting __len__ makes slots.length a dispatcher that looks __len__ up;
//                    built-in ones show as slot wrappers (`int.__add__`). See slots.h.
#ifndef TYPHON_RUNTIME_TYPE_H
#define TYPHON_RUNTIME_TYPE_H
#include "runtime/attributes.h"
#include "runtime/objects/dict.h"

static inline bool is_type(Value v) { return is_layout(v, LAYOUT_TYPE); }
static inline Type *as_type(Value v) { return (Type *)as_object(v); }

// Stubs for all types (types_bootstrap.c): good for comparing, for object_new, exception_new and raise_error, which make the type. Most stay stubs until then.
void types_begin(VM *vm);
// Makes vm->interned, vm->names, vm->types and vm->memory_error; nothing but vm->heap and vm->hash_key is needed. False: no memory.
MAY_RAISE bool types_bootstrap(VM *vm);
// The type itself of one of vm->types, before it is looked into or handed on as a value. Others are themselves. NULL: MemoryError is set.
MAY_RAISE Type *type_complete_slow(VM *vm, Type *type);
MAY_RAISE static inline Type *type_complete(VM *vm, Type *type) { return __builtin_expect(type->mro != NULL, 1) ? type : type_complete_slow(vm, type); }
bool type_is_stub(const Type *type);
MAY_RAISE bool types_complete(VM *vm); // all of them
// The namespace of the type, filled. NULL: MemoryError set.
MAY_RAISE Dict *type_dict(VM *vm, Type *type);
// Sets (VALUE_UNBOUND: deletes) a name in the type's namespace, keeping slots and versions right. For built-in types too.
MAY_RAISE bool type_set(VM *vm, Type *type, Str *name, Value value);
#ifndef TYPHON_CORE
// The namespace that has the attribute of the type, if it is one that changes without a new version; NULL.
Dict *type_variable_holder(VM *vm, const Type *type, Str *name);
bool type_is_data(const VM *vm, Value v); // no descriptor, and never will be: of such the attributes that may change so are
#endif
// The namespace of the type or of a base has changed: new version for it and its subclasses.
void type_modified(VM *vm, Type *type);
// `stays`: the subclass lives as long as the VM. Of others the next collection must find out.
MAY_RAISE bool type_add_subclass(VM *vm, Type *base, Type *subclass, bool stays);
void type_remove_subclass(Type *base, Type *subclass);
MAY_RAISE Value type_subclasses(VM *vm, Type *type); // list in order of creation
// Makes a zeroed Type what `spec` says, but for its name, bases, mro and shape: slots and flags inherited from `base` (NULL: object itself).
void type_take_spec(VM *vm, Type *type, const TypeSpec *spec, Type *base);
// Name, bases, mro, root shape, version; registers it with its base.
// The nearest built-in type: whose layout, and constructor, the instances have.
static inline Type *type_native_base(const Type *type) {
    while (type->flags & TYPE_HEAP) type = type->base;
    return (Type *)(uintptr_t)type;
}
// __module__ of the type: a str for built-in types; what the namespace has for classes (VALUE_UNBOUND: nothing).
MAY_RAISE Value type_module(VM *vm, Type *type);
// The linearisation of a class with these bases, itself first: a tuple. TypeError when there is none.
MAY_RAISE Value type_linearise(VM *vm, Type *type, Tuple *bases);
// Sets instance_size, overflow_offset, slots_offset from base, member_count and flags; then a root shape.
MAY_RAISE bool type_lay_out(VM *vm, Type *type);
// Instances to come have so many inline slots (member_count and one for attributes at least), and what their heap blocks have room for besides.
MAY_RAISE bool type_set_inline_slots(VM *vm, Type *type, uint32_t inline_slots);
void type_trace(VM *vm, Object *self);
// For the collector, after marking: all types' lists of subclasses are emptied, then every marked type enters those of its bases.
void type_forget_subclasses(Type *type);
void type_refill_subclasses(Type *type);

// type(name, bases, namespace, **keywords) for metaclass `metatype`; args: those of the call, the keywords' values behind `count` (class.c)
MAY_RAISE Value class_new(VM *vm, Type *metatype, Value name, Value bases, Dict *namespace_, const Value *args, uint32_t count, Value keyword_names);
// The same for a class of the host, whose instances have data of their own (objects/host_object.h).
struct HostLayout;
MAY_RAISE Value class_new_of_host(VM *vm, struct HostLayout *layout, Value name, Value bases, Dict *namespace_);
// __build_class__(body function, name, *bases, **keywords): NATIVE_RAW (class.c)
MAY_RAISE Value class_build(VM *vm, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool class_set_bases(VM *vm, Type *type, Value bases); // type.__bases__ = bases
// The metaclass for these bases, at least `metatype`. NULL: TypeError "metaclass conflict".
MAY_RAISE Type *class_metaclass(VM *vm, Type *metatype, Tuple *bases);

// type.__call__: construct and initialize. An interpreter may shorten it for a class C when value_type(C)->slots.call ==
// type_call && C->slots.construct == object_construct && C->slots.initialize == slot_dispatch_initialize: then it is instance_new
// (unless TYPE_ABSTRACT) followed by the function type_lookup(C, "__init__") on the instance.
MAY_RAISE Value type_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE Value type_get_attribute(VM *vm, Value self, Str *name);
// The same, with VALUE_UNBOUND instead of AttributeError when nothing is found.
MAY_RAISE Value type_find_attribute(VM *vm, Type *type, Str *name);
MAY_RAISE bool type_set_attribute(VM *vm, Value self, Str *name, Value value);
MAY_RAISE Value object_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool object_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
bool slot_hash_not_implemented(VM *vm, Value self, uint64_t *out);
bool slot_dispatch_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names);
MAY_RAISE bool object_hash(VM *vm, Value self, uint64_t *out); // by identity
// id(v): its address; in a VM that is deterministic a number that objects get in the order in which they are asked for it (runtime/identity.c).
MAY_RAISE bool identity_number(VM *vm, Value v, uint64_t *out);
static inline MAY_RAISE bool object_identity(VM *vm, Value v, uint64_t *out) {
    if (!vm->config.deterministic || !is_object(v)) return *out = v, true;
    return identity_number(vm, v, out);
}
void identities_forget_dead(VM *vm, bool full); // at the end of a collection
void identities_close(VM *vm);
// __dict__ of instances that have attributes, for the namespaces of their classes; __weakref__ likewise
extern const GetSetDef object_dict_def, object_weakref_def;

// isinstance and issubclass without __instancecheck__ and __subclasscheck__
MAY_RAISE int type_is_instance(VM *vm, Value v, Value type);
bool type_may_pretend(VM *vm, Type *type); // whether its instances may have another __class__
MAY_RAISE int type_is_subclass(VM *vm, Value subclass, Value type);
// Its objects are sequences for iteration: indexed from 0 until IndexError.
static inline bool type_is_indexed(const Type *type) { return type->slots.get_item && type->layout != LAYOUT_DICT && !(type->flags & TYPE_ONLY_SUBSCRIPTED); }
#endif
