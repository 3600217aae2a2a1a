// Filling and using inline caches. Filling asks what the general way would do, and remembers it when shape and version say enough about it.
#include "runtime/builtins.h"
#include "runtime/objects/exception.h"
#include "runtime/inline_cache.h"
#include "runtime/gather.h"
#include "runtime/interpreter.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"

static void fill(AttributeCache *cache, AttributeCacheKind kind, Shape *shape, uint32_t version, uint32_t slot, Value value) {
    cache->kind = (uint8_t)kind;
    cache->shape = shape;
    cache->version = version;
    cache->slot = slot;
    cache->value = value;
}

// An attribute slot of the object: inside it, or in its overflow block.
static void fill_slot(AttributeCache *cache, const Object *o, uint32_t slot, AttributeCacheKind inside, AttributeCacheKind outside, Shape *shape,
                      const Shape *slots_of, Value value) {
    const Type *type = shape->type;
    if (slot >= slots_of->inline_slots) {
        fill(cache, outside, shape, type->version, slot - slots_of->inline_slots, value);
    } else if (type->slots_offset) {
        ptrdiff_t offset = (char *)attributes_inline_slot(o, type, slot) - (const char *)o;
        fill(cache, inside, shape, type->version, (uint32_t)offset, value);
    }
}

// Data descriptors: those whose effect is known.
static void fill_descriptor(VM *vm, AttributeCache *cache, Object *o, Value found, bool is_store) {
    const Type *kind = as_object(found)->shape->type;
    Shape *shape = o->shape;
    if (kind == vm->types.member) {
        const Member *member = (const Member *)as_object(found);
        if (type_is_subtype(shape->type, member->type))
            fill_slot(cache, o, member->slot, CACHE_INLINE, CACHE_NONE, shape, shape, VALUE_UNBOUND);
    } else if (is_store) {
        fill(cache, CACHE_SETTER, shape, shape->type->version, 0, found);
    } else if (kind == vm->types.property && !shape->type->slots.get_attribute) { // else its AttributeError goes to __getattr__
        Value getter = ((const Property *)as_object(found))->getter;
        if (is_function(getter) && ((const Function *)as_object(getter))->code->simple_arguments == 1)
            fill(cache, CACHE_PROPERTY, shape, shape->type->version, 0, getter);
    } else if (kind == vm->types.getset && !shape->type->slots.get_attribute) {
        if (type_is_subtype(shape->type, as_getset(found)->type)) fill(cache, CACHE_GETSET, shape, shape->type->version, 0, found);
    } else if (kind->slots.descriptor_get == tuple_getter_get && shape->type->layout == LAYOUT_TUPLE) {
        fill(cache, CACHE_ITEM, shape, shape->type->version, ((const TupleGetter *)as_object(found))->index, VALUE_UNBOUND);
#ifndef TYPHON_CORE
    } else if (!shape->type->slots.get_attribute) {
        fill(cache, CACHE_DESCRIPTOR, shape, shape->type->version, 0, found);
#endif
    }
}

// What the class has, for an object that does not have it itself.
static void fill_from_class(VM *vm, AttributeCache *cache, Shape *shape, Value found) {
    const Type *kind = is_object(found) ? as_object(found)->shape->type : NULL;
    uint32_t version = shape->type->version;
#ifndef TYPHON_CORE
    const Dict *variables = type_is_data(vm, found) ? type_variable_holder(vm, shape->type, cache->name) : NULL;
    if (variables) {
        fill(cache, CACHE_VARIABLE, shape, version, 0, from_object(variables));
        return;
    }
#endif
    if (!kind || !kind->slots.descriptor_get) fill(cache, CACHE_VALUE, shape, version, 0, found);
    else if (binds_as_method(vm, found)) fill(cache, CACHE_METHOD, shape, version, 0, found);
    else if (kind == vm->types.staticmethod) fill(cache, CACHE_VALUE, shape, version, 0, ((const Wrapping *)as_object(found))->function);
    else if (kind == vm->types.classmethod && is_function(((const Wrapping *)as_object(found))->function))
        fill(cache, CACHE_CLASS_METHOD, shape, version, 0, ((const Wrapping *)as_object(found))->function);
#ifndef TYPHON_CORE
    else if (!shape->type->slots.get_attribute) fill(cache, CACHE_DESCRIPTOR, shape, version, 0, found);
#endif
}

static void fill_instance(VM *vm, AttributeCache *cache, Value v) {
    Object *o = as_object(v);
    Shape *shape = o->shape;
    Value found = type_lookup(vm, shape->type, cache->name);
    if (is_object(found)) {
        const TypeSlots *slots = &as_object(found)->shape->type->slots;
        if (slots->descriptor_set && slots->descriptor_get) {
            fill_descriptor(vm, cache, o, found, false);
            return;
        }
    }
    uint32_t slot;
    if (has_instance_attributes(v)) {
        if (shape->flags & SHAPE_DICTIONARY) {
#ifndef TYPHON_CORE
            fill(cache, CACHE_DICTIONARY, shape, shape->type->version, 0, binds_as_method(vm, found) ? found : VALUE_UNBOUND);
#endif
            return;
        }
        if (shape_find(vm, shape, cache->name, &slot)) {
            fill_slot(cache, o, slot, CACHE_INLINE, CACHE_OVERFLOW, shape, shape, VALUE_UNBOUND);
            return;
        }
    }
    if (found != VALUE_UNBOUND) fill_from_class(vm, cache, shape, found);
}

static void fill_class(VM *vm, AttributeCache *cache, Type *class) {
    Shape *shape = class->head.shape;
    Value of_metaclass = type_lookup(vm, shape->type, cache->name), found = type_lookup(vm, class, cache->name);
    bool is_name = cache->name == vm->names.__name__ || cache->name == vm->names.__qualname__; // of any class of that metaclass
    if (is_name && is_exactly(of_metaclass, vm->types.getset) && type_is_subtype(shape->type, as_getset(of_metaclass)->type)) {
        fill(cache, CACHE_GETSET, shape, shape->type->version, 0, of_metaclass);
        return;
    }
    if (found == VALUE_UNBOUND || (is_object(of_metaclass) && as_object(of_metaclass)->shape->type->slots.descriptor_set)) return;
    const Type *kind = is_object(found) ? as_object(found)->shape->type : NULL;
    uint32_t version = class->version, metaclass_version = shape->type->version;
#ifndef TYPHON_CORE
    const Dict *variables = type_is_data(vm, found) ? type_variable_holder(vm, class, cache->name) : NULL;
    if (variables) {
        fill(cache, CACHE_ON_CLASS_VARIABLE, shape, version, metaclass_version, from_object(variables));
        return;
    }
#endif
    if (!kind || !kind->slots.descriptor_get || is_function(found)) fill(cache, CACHE_ON_CLASS, shape, version, metaclass_version, found);
    else if (kind == vm->types.staticmethod) fill(cache, CACHE_ON_CLASS, shape, version, metaclass_version, ((const Wrapping *)as_object(found))->function);
    else if (kind == vm->types.classmethod && is_function(((const Wrapping *)as_object(found))->function))
        fill(cache, CACHE_ON_CLASS_BOUND, shape, version, metaclass_version, ((const Wrapping *)as_object(found))->function);
    else if (kind == vm->types.native_method && ((const Native *)as_object(found))->def->flags & NATIVE_CLASS && type_is_subtype(class, ((const Native *)as_object(found))->type))
        fill(cache, CACHE_ON_CLASS_BOUND, shape, version, metaclass_version, found);
#ifndef TYPHON_CORE
    else if (kind == vm->types.slot_wrapper || (kind == vm->types.native_method && !(((const Native *)as_object(found))->def->flags & NATIVE_CLASS)))
        fill(cache, CACHE_ON_CLASS, shape, version, metaclass_version, found);
#endif
}

static void fill_module(VM *vm, AttributeCache *cache, const Module *module) {
    Value of_type = type_lookup(vm, module->head.shape->type, cache->name);
    if (is_object(of_type) && as_object(of_type)->shape->type->slots.descriptor_set) return;
    if (!vm->has_builtins && (cache->name == vm->names.__builtins__ || module->dict == vm->builtins)) return; // module_get_attribute sees to that
    int64_t entry = dict_find_str(vm, module->dict, cache->name);
    if (entry >= 0 && entry <= UINT32_MAX)
        fill(cache, CACHE_MODULE, module->head.shape, module->dict->keys_version, (uint32_t)entry, dict_share(module->dict));
}

static void fill_for(VM *vm, AttributeCache *cache, Value v) {
    const Type *type = as_object(v)->shape->type;
    Value (*get)(VM *, Value, Str *) = type->slots.get_attribute;
    fill(cache, CACHE_NONE, NULL, 0, 0, VALUE_UNBOUND);
    if (is_module(v)) {
        if (!(type->flags & TYPE_CUSTOM_GETATTRIBUTE)) fill_module(vm, cache, (const Module *)as_object(v));
    } else if (is_type(v)) {
        if (get == type_get_attribute) fill_class(vm, cache, as_type(v));
    } else if (!get || (get == slot_dispatch_get_attribute && !(type->flags & TYPE_CUSTOM_GETATTRIBUTE) && !type_native_base(type)->slots.get_attribute)) {
        fill_instance(vm, cache, v); // a __getattr__ only hears of what is not found
    }
}

// Whether the cache holds for this object, whatever its kind.
static bool holds_for(const AttributeCache *cache, const Object *o) {
    if (cache->shape != o->shape) return false;
    switch ((AttributeCacheKind)cache->kind) {
    case CACHE_NONE: return false;
    case CACHE_ON_CLASS:
    case CACHE_ON_CLASS_VARIABLE:
    case CACHE_ON_CLASS_BOUND: return ((const Type *)o)->version == cache->version && o->shape->type->version == cache->slot;
    case CACHE_MODULE: {
        const Dict *dict = ((const Module *)o)->dict;
        return from_object(dict) == cache->value && dict->keys_version == cache->version;
    }
    default: return o->shape->type->version == cache->version;
    }
}

static ShapeCacheEntry *current_pair(VM *vm, const Shape *shape, const Str *name, uint8_t is_store) {
    if (unlikely(vm->shape_cache_collection != vm->heap->collections)) { // shapes in it may be gone
        memset(vm->shape_cache, 0, sizeof vm->shape_cache);
        vm->shape_cache_collection = vm->heap->collections;
    }
    return shape_cache_pair(vm, shape, name, is_store);
}

// What the VM's cache knows an object's attribute by: its shape; a class itself, since all have the same shape.
static const Shape *key_of(const Object *o) { return is_type(from_object(o)) ? (const Shape *)(const void *)o : o->shape; }

// Takes what is known for the object's shape from the VM's cache. False: nothing is, or it no longer holds.
static bool refill(VM *vm, AttributeCache *cache, const Object *o, uint8_t is_store) {
    Shape *shape = o->shape;
    const Shape *key = key_of(o);
    const ShapeCacheEntry *entry = current_pair(vm, key, cache->name, is_store);
    if (!shape_cache_is_of(entry, key, cache->name, is_store) && !shape_cache_is_of(++entry, key, cache->name, is_store)) return false;
    fill(cache, (AttributeCacheKind)entry->kind, shape, entry->version, entry->slot, entry->value);
    return holds_for(cache, o);
}

static void remember(VM *vm, const AttributeCache *cache, const Object *o, uint8_t is_store) {
    if (cache->kind == CACHE_NONE) return;
    const Shape *key = key_of(o);
    ShapeCacheEntry *pair = current_pair(vm, key, cache->name, is_store);
    if (!shape_cache_is_of(pair, key, cache->name, is_store)) pair[1] = pair[0];
    pair[0] = (ShapeCacheEntry){key, cache->name, cache->value, cache->version, cache->slot, cache->kind, is_store};
}

// A function that gets `receiver` as its first argument: as a pair, or bound.
static Value bind(VM *vm, Value function, Value receiver, Value *self) {
    if (!self) return descriptor_bind(vm, function, receiver, value_type(vm, receiver));
    *self = receiver;
    return function;
}

// Without a cache; a method found on the class is not bound when it need not be.
static Value load_uncached(VM *vm, Str *name, Value v, Value *self) {
    Type *type = value_type(vm, v);
    if (self && !type->slots.get_attribute) {
        Value found = type_lookup(vm, type, name);
        if (binds_as_method(vm, found) && (!has_instance_attributes(v) || instance_get(vm, as_object(v), name) == VALUE_UNBOUND))
            return *self = v, found;
    } else if (self && type == vm->types.super) {
        Value found = super_find_method(vm, v, name);
        if (found == VALUE_ERROR) return VALUE_ERROR;
        if (found != VALUE_UNBOUND) return *self = ((const Super *)as_object(v))->self, found;
    }
    return get_attribute(vm, v, name);
}

#ifndef TYPHON_CORE
Value cache_look_up(VM *vm, const AttributeCache *cache, Value v) {
    bool is_variable = cache->kind == CACHE_VARIABLE || cache->kind == CACHE_ON_CLASS_VARIABLE;
    if ((!is_variable && cache->kind != CACHE_DICTIONARY) || !is_object(v) || !holds_for(cache, as_object(v))) return VALUE_UNBOUND;
    return is_variable ? dict_get_str(vm, as_dict(cache->value), cache->name) : instance_get(vm, as_object(v), cache->name);
}
#endif

Value cache_load(VM *vm, AttributeCache *cache, Value v, Value *self) {
    if (self) *self = VALUE_UNBOUND;
    if (!is_object(v)) return load_uncached(vm, cache->name, v, self);
    Object *o = as_object(v);
    if (!holds_for(cache, o) && !refill(vm, cache, o, 0)) {
        fill_for(vm, cache, v);
        remember(vm, cache, o, 0);
    }
    Value value = VALUE_UNBOUND;
    switch ((AttributeCacheKind)cache->kind) {
    case CACHE_INLINE:
        gather_settle(vm, o);
        value = *(Value *)(void *)((char *)o + cache->slot);
        break;
    case CACHE_OVERFLOW: value = (*attributes_overflow(o, o->shape))[cache->slot]; break;
    case CACHE_VALUE:
    case CACHE_ON_CLASS: value = cache->value; break;
#ifndef TYPHON_CORE
    case CACHE_DICTIONARY:
        value = instance_get(vm, o, cache->name);
        if (value == VALUE_UNBOUND && cache->value != VALUE_UNBOUND) return bind(vm, cache->value, v, self);
        break;
    case CACHE_DESCRIPTOR: {
        Value (*get)(VM *, Value, Value, Type *) = as_object(cache->value)->shape->type->slots.descriptor_get;
        if (!get) break;
        value = get(vm, cache->value, v, o->shape->type);
        if (value == VALUE_ERROR) attribute_error_complete(vm, v, cache->name);
        return value;
    }
    case CACHE_VARIABLE:
    case CACHE_ON_CLASS_VARIABLE: value = dict_get_str(vm, as_dict(cache->value), cache->name); break;
#endif
    case CACHE_METHOD: return bind(vm, cache->value, v, self);
    case CACHE_CLASS_METHOD: return self ? bind(vm, cache->value, from_object(o->shape->type), self) : method_new(vm, cache->value, from_object(o->shape->type));
    case CACHE_ON_CLASS_BOUND:
        if (self) return bind(vm, cache->value, v, self);
        return is_function(cache->value) ? method_new(vm, cache->value, v) : native_bind(vm, (const Native *)as_object(cache->value), v);
    case CACHE_PROPERTY:
        value = call_value(vm, cache->value, &v, 1);
        if (value == VALUE_ERROR) attribute_error_complete(vm, v, cache->name);
        return value;
    case CACHE_GETSET: return as_getset(cache->value)->def->get(vm, v);
    case CACHE_ITEM:
        if (cache->slot < as_tuple(v)->count) value = as_tuple(v)->items[cache->slot];
        break;
    case CACHE_MODULE: value = as_dict(cache->value)->entries[cache->slot].value; break;
    default: break;
    }
    return value != VALUE_UNBOUND ? value : load_uncached(vm, cache->name, v, self);
}

// ---- storing

static void fill_store(VM *vm, AttributeCache *cache, Value v) {
    Object *o = as_object(v);
    Shape *shape = o->shape;
    Type *type = shape->type;
    fill(cache, CACHE_NONE, NULL, 0, 0, VALUE_UNBOUND);
    if (type->slots.set_attribute) return;
    Value found = type_lookup(vm, type, cache->name);
    if (is_object(found) && as_object(found)->shape->type->slots.descriptor_set) {
        fill_descriptor(vm, cache, o, found, true);
        return;
    }
    uint32_t slot;
    if (!has_instance_attributes(v)) return;
    if (shape->flags & SHAPE_DICTIONARY) {
#ifndef TYPHON_CORE
        fill(cache, CACHE_DICTIONARY, shape, type->version, 0, VALUE_UNBOUND);
#endif
        return;
    }
    if (shape_find(vm, shape, cache->name, &slot)) {
        fill_slot(cache, o, slot, CACHE_INLINE, CACHE_OVERFLOW, shape, shape, VALUE_UNBOUND);
        return;
    }
    if (!(shape->last_child && shape->last_child->key == cache->name) && !shape_may_add(shape)) return;
    Shape *after = shape_add(vm, shape, cache->name);
    if (!after) error_clear(vm);
    else fill_slot(cache, o, after->count - 1, CACHE_ADD, CACHE_ADD_OVERFLOW, shape, after, from_object(after));
}

static bool set_by_descriptor(VM *vm, const AttributeCache *cache, Value v, Value value) {
    bool (*set)(VM *, Value, Value, Value) = as_object(cache->value)->shape->type->slots.descriptor_set;
    return set ? set(vm, cache->value, v, value) : set_attribute(vm, v, cache->name, value); // its class may have lost __set__
}

bool cache_store(VM *vm, AttributeCache *cache, Value v, Value value, uint8_t is_store) {
    if (!is_object(v)) return set_attribute(vm, v, cache->name, value);
    Object *o = as_object(v);
    const Type *type = o->shape->type;
    if (type->slots.set_attribute) { // of a class, or a __setattr__
        fill(cache, CACHE_NONE, NULL, 0, 0, VALUE_UNBOUND);
        return set_attribute(vm, v, cache->name, value);
    }
    if ((cache->shape != o->shape || type->version != cache->version) && !refill(vm, cache, o, is_store)) {
        fill_store(vm, cache, v);
        remember(vm, cache, o, is_store);
    }
    switch ((AttributeCacheKind)cache->kind) {
    case CACHE_INLINE: gc_store(vm, o, (Value *)(void *)((char *)o + cache->slot), value); return true;
    case CACHE_OVERFLOW: gc_store(vm, o, &(*attributes_overflow(o, o->shape))[cache->slot], value); return true;
    case CACHE_ADD:
    case CACHE_ADD_OVERFLOW: return instance_add(vm, o, (Shape *)as_object(cache->value), value);
#ifndef TYPHON_CORE
    case CACHE_DICTIONARY: return instance_set(vm, o, cache->name, value);
#endif
    case CACHE_SETTER: return set_by_descriptor(vm, cache, v, value);
    default: return set_attribute(vm, v, cache->name, value);
    }
}

// ---- globals

Value cache_load_global(VM *vm, GlobalCache *cache, Dict *globals, Dict *builtins) {
    int64_t entry = dict_find_str(vm, globals, cache->name);
    Dict *holder = globals;
    cache->globals = NULL;
    if (entry >= 0 && cache->name == vm->names.__builtins__ && !builtins_dict(vm)) return VALUE_ERROR;
    if (entry < 0) {
        holder = builtins;
        entry = builtins_entry(vm, builtins, cache->name);
        if (entry < 0) return entry == -1 ? VALUE_UNBOUND : VALUE_ERROR;
        cache->builtins_version = builtins->keys_version;
    }
    cache->globals = globals;
    cache->globals_version = globals->keys_version;
    cache->builtins = holder == globals ? NULL : builtins;
    cache->place = &holder->entries[entry].value;
    return *cache->place;
}

#ifndef TYPHON_CORE
static bool is_last_deleted(const VM *vm, const Dict *globals, const Str *name) {
    const LastDeleted *last = &vm->last_deleted;
    return last->dict == globals && last->name == name && last->collection == vm->heap->collections;
}
bool cache_delete_global(VM *vm, Dict *globals, Str *name) {
    bool came_back = is_last_deleted(vm, globals, name) && globals->keys_version == (vm->last_deleted.keys_version ^ 1);
    if (!dict_delete_str(vm, globals, name)) return false;
    if (came_back) globals->keys_version = vm->last_deleted.keys_version;
    else vm->last_deleted = (LastDeleted){globals, name, vm->heap->collections, globals->keys_version};
    return true;
}
#endif

bool cache_store_global(VM *vm, GlobalCache *cache, Dict *globals, Value value) {
#ifndef TYPHON_CORE
    uint32_t before = globals->keys_version;
#endif
    if (!dict_set_str(vm, globals, cache->name, value)) return false;
#ifndef TYPHON_CORE
    bool comes_back = is_last_deleted(vm, globals, cache->name) && before == vm->last_deleted.keys_version && globals->keys_version == before + KEYS_VERSION_STEP; // nothing else has moved
    if (unlikely(comes_back)) globals->keys_version = before ^ 1, vm->last_found.dict = NULL; // (found under a number that will be another's)
#endif
    cache->globals = globals;
    cache->globals_version = globals->keys_version;
    cache->builtins = NULL;
    cache->place = &globals->entries[dict_find_str(vm, globals, cache->name)].value;
    return true;
}
