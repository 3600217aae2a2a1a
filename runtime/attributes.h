// Attributes of instances: where they are, and how they are found (the data model, "Customizing attribute access").
//
//   class with room for three     all inside          a fourth one        its __dict__ was asked for
//                                 +----------------+  +----------------+  +----------------+
//   slot n of shape s:            | shape          |  | shape          |  | shape          |
//   n < s->inline_slots:          | (fields of the |  | (fields)       |  | (fields)       |
//     o + type->slots_offset + 8n |  layout)       |  | slot 0         |  | members of     |
//   otherwise:                    | slot 0         |  | slot 1         |  |  __slots__     |
//     overflow[n-s->inline_slots] | slot 1         |  | overflow ------|-> slots 2, 3...   |
//                                 | slot 2         |  +----------------+  | Dict ----------|-> all attributes
//                                 +----------------+                      +----------------+
//   s->inline_slots               3                   2                   number of members
//   s->overflow_offset            0                   that of `overflow`  that of the Dict
//
// An instance has no word for what it may never need: when one more attribute is added than there is room for, the shape that it moves
// to has one inline slot less. The last word inside becomes the pointer to the overflow block, and the value that was there is the
// block's first. (Deleting that attribute undoes it.) For SHAPE_DICTIONARY the Dict stands right behind the members of
// __slots__. So instances that take attributes have at least one word behind the members; others have none.
//
// Two kinds of layouts have a word for the overflow pointer alone (type->overflow_offset), in all shapes: built-in types whose instances
// take attributes (functions, exceptions, partial...), directly behind the header (OrderedDict: behind the dict), and so in subclasses of them; and
// subclasses of int, str, bytes and tuple, whose fields end with a part of any length: the last word of their heap
// block, with the members before it, downwards (OVERFLOW_AT_END).
//
// So (shape, slot) tells the place: an inline cache keeps the byte offset of an inline slot, or the index in overflow.
//
// What makes caches right. A cache made for an object of shape s is good for an object while
//     object->shape == s   and   s->type->version == the version then
// The first says which slots exist; the second that no class on the MRO has changed, so that the class attribute (method,
// property...) found or not found is the same still. A type's version is renewed when a name in its or a base's namespace
// is set or deleted, and when its __bases__ or slots change. A SHAPE_DICTIONARY shape says nothing about the
// attributes of the instance, so only data descriptors may be cached for it.
//
// A fresh instance has type->root_shape. Before the first one is made, the class gets as many inline slots as its __init__ fills, and what the
// heap block has room for besides. When instances outgrow them the type gets a new root shape with more for instances to come; those there
// are keep their shapes.
#ifndef TYPHON_RUNTIME_ATTRIBUTES_H
#define TYPHON_RUNTIME_ATTRIBUTES_H
#include "runtime/vm.h"

enum { INLINE_SLOTS_MAX = 31, SHAPE_KEYS_MAX = 128, SHAPE_CHILDREN_MAX = 512 }; // more keys than that: a Dict

// ---- places
// An object of this shape may have attribute slots, members, an overflow block or a Dict.
static inline bool shape_has_places(const Shape *shape) { return shape->count | shape->overflow_offset; }
// The pointer to the overflow block (NULL: none yet) or Dict of an object that has one in this shape.
static inline Value **attributes_overflow(const Object *o, const Shape *shape) { // shape->overflow_offset != 0
    if (shape->overflow_offset != OVERFLOW_AT_END) return (Value **)((char *)(uintptr_t)o + shape->overflow_offset);
    return (Value **)((char *)(uintptr_t)o + heap_block_size(o)) - 1;
}
static inline Value *attributes_inline_slot(const Object *o, const Type *type, uint32_t slot) {
    if (type->slots_offset) return (Value *)((char *)(uintptr_t)o + type->slots_offset) + slot;
    return (Value *)((char *)(uintptr_t)o + heap_block_size(o)) - 2 - slot;
}
// The place of a slot below shape->count (not SHAPE_DICTIONARY, except for members).
static inline Value *attribute_slot(const Object *o, const Shape *shape, uint32_t slot) {
    if (slot < shape->inline_slots) return attributes_inline_slot(o, shape->type, slot);
    return *attributes_overflow(o, shape) + (slot - shape->inline_slots);
}

// ---- making instances
// What object_new has to ask the heap for: `size` bytes of the layout itself.
static inline size_t attributes_allocation(const Type *type, size_t size) {
    if (!(type->flags & TYPE_HEAP)) return size;
    if (type->overflow_offset == OVERFLOW_AT_END) return ((size + 7) & ~(size_t)7) + 8 + 8 * (size_t)type->member_count;
    return size > type->instance_size ? size : type->instance_size;
}
// Empties the overflow pointer and the members of a fresh object of a TYPE_HEAP type (object_new does it).
void attributes_clear(Object *o);
// A fresh instance of a class with LAYOUT_OBJECT: what object.__new__ does. NULL: MemoryError set.
MAY_RAISE static inline Instance *instance_new(VM *vm, Type *type) {
    Instance *instance = heap_alloc(vm->heap, type->instance_size);
    if (__builtin_expect(!instance, 0)) return raise_memory_error(vm), (Instance *)NULL;
    instance->head.shape = type->root_shape;
    for (uint32_t i = 0; i < type->member_count; i++) instance->slots[i] = VALUE_UNBOUND;
    return instance;
}
// Marks attribute slots, overflow block or Dict. For the collector: call it for objects whose shape_has_places.
void attributes_trace(VM *vm, Object *o);

// ---- shapes
MAY_RAISE Shape *shape_new_root(VM *vm, Type *type);
// The slot of an interned key; false: not there (also for SHAPE_DICTIONARY). Never raises.
bool shape_find(VM *vm, Shape *shape, const Str *key, uint32_t *slot);
// The shape after adding `key` (not there yet) as slot number shape->count. NULL: MemoryError set.
MAY_RAISE Shape *shape_add(VM *vm, Shape *shape, Str *key);
bool shape_may_add(const Shape *shape); // false: it has keys or children enough, the object is to take a Dict
MAY_RAISE Shape *shape_dictionary(VM *vm, Type *type); // the type's SHAPE_DICTIONARY one
// Adds the attribute whose shape transition is already known (from shape_add): stores `value` as slot
// after->count - 1 and moves the object to shape `after`.
MAY_RAISE bool instance_add(VM *vm, Object *o, Shape *after, Value value);
// The keys of slots member_count..count in order: calls fn. (order of shape_keys[slot])
MAY_RAISE bool shape_keys(VM *vm, const Shape *shape, Str **keys); // keys: shape->count - member_count entries

// ---- attributes of one object, classes not looked at. Names are interned.
Value instance_get(VM *vm, Object *o, Str *name); // VALUE_UNBOUND: not there
MAY_RAISE bool instance_set(VM *vm, Object *o, Str *name, Value value);
MAY_RAISE int instance_delete(VM *vm, Object *o, Str *name); // 1 deleted, 0 not there, -1 error
static inline bool has_instance_attributes(Value v) {
    return is_object(v) && as_object(v)->shape->type->flags & TYPE_HAS_DICT;
}
// The object's __dict__ itself: moves it to SHAPE_DICTIONARY. NULL: error set.
MAY_RAISE Dict *attributes_dict(VM *vm, Object *o);
// A dict with the same attributes; the object stays what it is. NULL: error set.
MAY_RAISE Dict *attributes_copy(VM *vm, Object *o);
// The same for what may have none: None.
MAY_RAISE Value attributes_state(VM *vm, Value self);
MAY_RAISE bool attributes_replace_dict(VM *vm, Object *o, Dict *dict); // o.__dict__ = dict
// o.__class__ = type, for types whose layouts agree.
MAY_RAISE bool attributes_change_type(VM *vm, Object *o, Type *type);

// ---- attribute access
// get_attribute that answers VALUE_UNBOUND instead of raising, when nothing but the generic way is involved; else as get_attribute.
MAY_RAISE Value generic_get_attribute_or_unbound(VM *vm, Value v, Str *name);
// object.__getattribute__ that answers VALUE_UNBOUND instead of raising AttributeError when nothing is found.
MAY_RAISE Value generic_find_attribute(VM *vm, Value v, Str *name);
// What a descriptor found on the class gives for an instance (VALUE_UNBOUND: on the class itself): __get__, or `found` itself.
static inline MAY_RAISE Value descriptor_bind(VM *vm, Value found, Value instance, Type *owner) {
    Value (*get)(VM *, Value, Value, Type *) = is_object(found) ? as_object(found)->shape->type->slots.descriptor_get : NULL;
    return get ? get(vm, found, instance, owner) : found;
}
// AttributeError with name and obj set.
Value raise_attribute_error(VM *vm, Value object, Str *name);
#endif
