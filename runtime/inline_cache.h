// Inline caches: one record for each place in the code that names an attribute (AttributeCache) or each global of a unit (GlobalCache);
// the records are in objects/function.h. attributes.h says what makes an attribute cache right; here is what each kind of it means.
//
// All but those of classes and modules hold for objects with   object->shape == cache->shape   and   shape->type->version == cache->version.
// A cache that was emptied (by the collector) has shape NULL, which no object has.
#ifndef TYPHON_RUNTIME_INLINE_CACHE_H
#define TYPHON_RUNTIME_INLINE_CACHE_H
#include "runtime/objects/function.h"
#include "runtime/type.h"

typedef enum AttributeCacheKind {
    CACHE_NONE,
    CACHE_INLINE,    // instance attribute inside the object, `slot` bytes from its start (VALUE_UNBOUND there: an unset member of __slots__)
    CACHE_OVERFLOW,  // instance attribute number `slot` of the overflow block
    CACHE_VALUE,     // what the class has, as it is: `value`
    CACHE_METHOD,    // function or native method `value`, to be bound to the object
    CACHE_CLASS_METHOD, // the same, to be bound to the object's class
    CACHE_PROPERTY,  // property whose getter is the script function `value`
    CACHE_GETSET,    // computed attribute of a native type: the getset `value`
    CACHE_ITEM,      // item `slot` of a tuple (a field of a named tuple), where it has so many
    CACHE_ADD,       // STORE_ATTR: a new attribute in the object; `value` is the shape afterwards, `slot` as CACHE_INLINE
    CACHE_ADD_OVERFLOW, // likewise, going to the overflow block
    CACHE_SETTER,    // STORE_ATTR: the class has a descriptor `value`, whose business it is
    CACHE_ON_CLASS,  // the object is a class whose version is cache->version, its metaclass's version being `slot`: `value`
    CACHE_ON_CLASS_BOUND, // likewise, a class method `value` to be bound to the class
    CACHE_DICTIONARY, // the object's attributes are in a dict; where it lacks this one, function or native method `value`, to be bound, if there is one
    CACHE_DESCRIPTOR, // descriptor `value` of another type, to be asked
    CACHE_VARIABLE,  // what the class has, which changes under one version: it is in the namespace `value`
    CACHE_ON_CLASS_VARIABLE, // likewise, as CACHE_ON_CLASS
    CACHE_MODULE,    // the object is a module: its dict `value` has keys_version cache->version: entry `slot`
} AttributeCacheKind;

static inline bool cache_holds(const AttributeCache *cache, const Shape *shape) {
    return shape == cache->shape && shape->type->version == cache->version;
}
// What the VM's cache of shapes and names says; NULL: nothing, or it no longer holds. For places that meet objects of several shapes in turn: they need
// not fill their own record each time. Every so often it says nothing, so that a place that has come to objects of another shape for long fills it.
static inline ShapeCacheEntry *shape_cache_pair(VM *vm, const Shape *shape, const Str *name, uint8_t is_store) {
    uint64_t bits = ((uintptr_t)shape ^ (uintptr_t)name << 20 ^ (uintptr_t)is_store) * 0x9E3779B97F4A7C15u;
    return &vm->shape_cache[bits >> (64 - SHAPE_CACHE_BITS) & ~(uint64_t)1];
}
static inline bool shape_cache_is_of(const ShapeCacheEntry *entry, const Shape *shape, const Str *name, uint8_t is_store) {
    return entry->shape == shape && entry->name == name && entry->is_store == is_store;
}
static inline const ShapeCacheEntry *shape_cache_find(VM *vm, const Shape *shape, const Str *name, uint8_t is_store) {
    enum { SILENT_EACH = 32 };
    if (vm->shape_cache_collection != vm->heap->collections) return NULL;
    const ShapeCacheEntry *entry = shape_cache_pair(vm, shape, name, is_store);
    if (!shape_cache_is_of(entry, shape, name, is_store) && !shape_cache_is_of(++entry, shape, name, is_store)) return NULL;
    bool holds = entry->version == shape->type->version && ++vm->shape_cache_hits % SILENT_EACH != 0;
    return holds ? entry : NULL;
}
// The attribute of any value through the cache, which is filled for the next time. *self gets what the result is still to be bound to, or
// VALUE_UNBOUND; self NULL: the result is bound.
MAY_RAISE Value cache_load(VM *vm, AttributeCache *cache, Value v, Value *self);
#ifdef TYPHON_CORE // it has none such
static inline Value cache_look_up(VM *vm, const AttributeCache *cache, Value v) { return (void)vm, (void)cache, (void)v, VALUE_UNBOUND; }
#else
// What is in the dict that the cache says, if it holds and says one: the object's own, or the namespace of a class; VALUE_UNBOUND.
Value cache_look_up(VM *vm, const AttributeCache *cache, Value v);
#endif
// is_store: 1, or 2: the value needs no guard (ShapeCacheEntry).
MAY_RAISE bool cache_store(VM *vm, AttributeCache *cache, Value v, Value value, uint8_t is_store);
// The global or builtin; VALUE_UNBOUND: there is none. Never raises.
Value cache_load_global(VM *vm, GlobalCache *cache, Dict *globals, Dict *builtins);
bool cache_delete_global(VM *vm, Dict *globals, Str *name); // false: it is not there
MAY_RAISE bool cache_store_global(VM *vm, GlobalCache *cache, Dict *globals, Value value);
#endif
