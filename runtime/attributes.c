// Attributes of instances, and access to attributes of anything. See attributes.h.
#include "runtime/attributes.h"
#include "runtime/builtins.h"
#include "runtime/gather.h"
#include "runtime/guard.h"
#include "runtime/modules/sys.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

// ---- places ------------------------------------------------------------------------------------------------------

void attributes_clear(Object *o) {
    const Type *type = o->shape->type;
    if (type->overflow_offset) *attributes_overflow(o, o->shape) = NULL;
    for (uint32_t i = 0; i < type->member_count; i++) *attributes_inline_slot(o, type, i) = VALUE_UNBOUND;
}

void attributes_trace(VM *vm, Object *o) {
    const Shape *shape = o->shape;
    const Type *type = shape->type;
    uint32_t inside = shape->count < shape->inline_slots ? shape->count : shape->inline_slots;
    if (type->slots_offset) {
        const Value *slots = attributes_inline_slot(o, type, 0);
        for (uint32_t i = 0; i < inside; i++) gc_mark(vm, slots[i]);
    } else {
        for (uint32_t i = 0; i < inside; i++) gc_mark(vm, *attributes_inline_slot(o, type, i));
    }
    if (!shape->overflow_offset) return;
    Value *overflow = *attributes_overflow(o, shape);
    if (shape->flags & SHAPE_DICTIONARY) {
        gc_mark_object(vm, overflow);
        return;
    }
    gc_mark_block(vm, overflow);
    for (uint32_t i = shape->inline_slots; i < shape->count; i++) gc_mark(vm, overflow[i - shape->inline_slots]);
}

enum { OVERFLOW_AT_START = 4 };

// The first overflow block of an instance that moves to shape `after`: its pointer takes the place of the last value inside.
static bool begin_overflow(VM *vm, Object *o, const Shape *after) {
    Value **place = attributes_overflow(o, after), *block = block_new(vm, OVERFLOW_AT_START * sizeof(Value));
    if (!block) return false;
    block[0] = *(Value *)place;
    gc_store_object(vm, o, place, block);
    return true;
}

// Takes it back: the instance moves to a shape that has all values inside.
static void end_overflow(VM *vm, Object *o, const Shape *shape) {
    Value **place = attributes_overflow(o, shape), *block = *place;
    gc_store(vm, o, (Value *)place, block[0]);
}

// Room for `count` values in the overflow block, for an instance that moves to shape `after`.
static bool reserve_overflow(VM *vm, Object *o, const Shape *after, uint32_t count) {
    if (!o->shape->overflow_offset && !begin_overflow(vm, o, after)) return false;
    Value **place = attributes_overflow(o, after);
    size_t capacity = *place ? heap_block_size(*place) / sizeof(Value) : 0;
    if (count <= capacity) return true;
    size_t wanted = capacity ? 2 * capacity : OVERFLOW_AT_START;
    Value *larger = block_resize(vm, *place, capacity * sizeof(Value), wanted * sizeof(Value));
    if (!larger) return false;
    gc_store_object(vm, o, place, larger);
    return true;
}

// Instances of this class have more attributes than it has inline slots for: those to come get more.
static void grow_for(VM *vm, Type *type, uint32_t count) {
    if (!(type->flags & TYPE_HEAP) || !type->slots_offset || type->inline_slots >= count || type->inline_slots >= INLINE_SLOTS_MAX) return;
    uint32_t wanted = 2u * type->inline_slots < count ? count : 2u * type->inline_slots;
    if (!type_set_inline_slots(vm, type, wanted < INLINE_SLOTS_MAX ? wanted : INLINE_SLOTS_MAX)) error_clear(vm);
}

bool instance_add(VM *vm, Object *o, Shape *after, Value value) {
    uint32_t slot = after->count - 1u;
    gather_settle(vm, o); // the last slot inside may go to the overflow block
    if (slot >= after->inline_slots) {
        if (!reserve_overflow(vm, o, after, slot - after->inline_slots + 1)) return false;
        grow_for(vm, after->type, after->count);
    }
    gc_store(vm, o, attribute_slot(o, after, slot), value);
    o->shape = after;
    return true;
}

// ---- one object's own attributes -----------------------------------------------------------------------------------

static Dict *dictionary_of(const Object *o) { return (Dict *)*attributes_overflow(o, o->shape); }

Value instance_get(VM *vm, Object *o, Str *name) {
    Shape *shape = o->shape;
    gather_settle(vm, o);
    if (shape->flags & SHAPE_DICTIONARY) return dict_get_str(vm, dictionary_of(o), name);
    uint32_t slot;
    return shape_find(vm, shape, name, &slot) ? *attribute_slot(o, shape, slot) : VALUE_UNBOUND;
}

bool instance_set(VM *vm, Object *o, Str *name, Value value) {
    gather_settle(vm, o);
    Shape *shape = o->shape;
    uint32_t slot;
    if (!(shape->flags & SHAPE_DICTIONARY)) {
        if (shape_find(vm, shape, name, &slot)) return gc_store(vm, o, attribute_slot(o, shape, slot), value), true;
        bool known = shape->last_child && shape->last_child->key == name;
        if (known || shape_may_add(shape)) {
            Shape *after = shape_add(vm, shape, name);
            return after && instance_add(vm, o, after, value);
        }
        if (!attributes_dict(vm, o)) return false;
    }
    return dict_set_str(vm, dictionary_of(o), name, value);
}

// The attributes behind `slot` move down by one: the object is then as if they had been added without it. 0: a Dict is better, where there are many or there is
// no shape for them. -1: MemoryError set.
static int close_gap(VM *vm, Object *o, uint32_t slot) {
    enum { MOST = 8 };
    Shape *shape = o->shape, *after = shape;
    Str *behind[MOST];
    uint32_t count = shape->count - slot - 1u;
    if (count > MOST || shape->overflow_offset) return 0;
    for (uint32_t i = count; i-- > 0; after = after->parent) behind[i] = after->key;
    after = after->parent;
    for (uint32_t i = 0; i < count; i++) {
        if (!shape_may_add(after)) return 0;
        after = shape_add(vm, after, behind[i]);
        if (!after) return -1;
    }
    for (uint32_t i = slot; i < slot + count; i++) gc_store(vm, o, attribute_slot(o, after, i), *attribute_slot(o, shape, i + 1));
    o->shape = after;
    return 1;
}

int instance_delete(VM *vm, Object *o, Str *name) {
    gather_settle(vm, o);
    Shape *shape = o->shape;
    uint32_t slot;
    if (!(shape->flags & SHAPE_DICTIONARY)) {
        if (!shape_find(vm, shape, name, &slot)) return 0;
        if (slot == shape->count - 1u) { // as if it had never been added
            if (shape->overflow_offset && !shape->parent->overflow_offset) end_overflow(vm, o, shape);
            o->shape = shape->parent;
            return 1;
        }
        int closed = close_gap(vm, o, slot);
        if (closed) return closed;
        if (!attributes_dict(vm, o)) return -1;
    }
    Dict *dict = dictionary_of(o);
    if ((dict == vm->builtins && !builtins_dict(vm)) || (sys_lacks_info(vm, dict) && !sys_complete(vm))) return -1; // what is deleted has to be there
    return dict_delete_str(vm, dict, name);
}

Dict *attributes_copy(VM *vm, Object *o) {
    Str *keys[SHAPE_KEYS_MAX];
    const Shape *shape = o->shape;
    if (shape->flags & SHAPE_DICTIONARY) return dict_copy(vm, dictionary_of(o));
    uint32_t members = shape->type->member_count;
    Dict *dict = dict_new(vm);
    gather_settle(vm, o);
    if (!dict || !shape_keys(vm, shape, keys)) return NULL;
    for (uint32_t i = members; i < shape->count; i++)
        if (!dict_set_str(vm, dict, keys[i - members], *attribute_slot(o, shape, i))) return NULL;
    return dict;
}

static bool take_dict(VM *vm, Object *o, Dict *dict) {
    Shape *shape = shape_dictionary(vm, o->shape->type);
    if (!shape) return false;
    gather_settle(vm, o);
    gc_store_object(vm, o, (Dict **)(void *)attributes_overflow(o, shape), dict);
    o->shape = shape;
    return true;
}

Dict *attributes_dict(VM *vm, Object *o) {
    if (o->shape->flags & SHAPE_DICTIONARY) return dictionary_of(o);
    Dict *dict = attributes_copy(vm, o);
    return dict && take_dict(vm, o, dict) ? dict : NULL;
}

bool attributes_replace_dict(VM *vm, Object *o, Dict *dict) { return take_dict(vm, o, dict); }

bool attributes_change_type(VM *vm, Object *o, Type *type) {
    if (o->shape->type == type) return true;
    gather_settle(vm, o);
    if (!(o->shape->type->flags & TYPE_HAS_DICT)) { // members only: at the same places
        gc_store_object(vm, o, &o->shape, type->root_shape);
        return true;
    }
    Shape *shape = shape_dictionary(vm, type);
    if (!shape || !attributes_dict(vm, o)) return false;
    gc_store_object(vm, o, &o->shape, shape);
    return true;
}

// ---- errors --------------------------------------------------------------------------------------------------------

Value raise_attribute_error(VM *vm, Value object, Str *name) {
    if (is_type(object)) return raise_attribute_error_with(vm, object, name, "type object '%N' has no attribute '%U'", as_type(object), name);
    return raise_attribute_error_with(vm, object, name, "'%T' object has no attribute '%U'", object, name);
}

// ---- getting -------------------------------------------------------------------------------------------------------

// The data model's "Invoking Descriptors": data descriptor of the class, then the instance, then what else the class has.
Value generic_find_attribute(VM *vm, Value v, Str *name) {
    Type *type = value_type(vm, v);
    Value found = type_lookup(vm, type, name);
    const Type *kind = is_object(found) ? as_object(found)->shape->type : NULL;
    if (kind && kind->slots.descriptor_set && kind->slots.descriptor_get) return kind->slots.descriptor_get(vm, found, v, type);
    if (has_instance_attributes(v)) {
        Value own = instance_get(vm, as_object(v), name);
        if (own != VALUE_UNBOUND) return own;
    }
    return kind && kind->slots.descriptor_get ? kind->slots.descriptor_get(vm, found, v, type) : found;
}

Value generic_get_attribute(VM *vm, Value v, Str *name) {
    Value value = generic_find_attribute(vm, v, name);
    return value == VALUE_UNBOUND ? raise_attribute_error(vm, v, name) : value;
}

Value get_attribute(VM *vm, Value v, Str *name) {
    Value (*get)(VM *, Value, Str *) = value_type(vm, v)->slots.get_attribute;
    Value value = get ? get(vm, v, name) : generic_get_attribute(vm, v, name);
    if (value == VALUE_ERROR) attribute_error_complete(vm, v, name);
    return value;
}

Value generic_get_attribute_or_unbound(VM *vm, Value v, Str *name) {
    Value (*get)(VM *, Value, Str *) = value_type(vm, v)->slots.get_attribute;
    if (!get) return generic_find_attribute(vm, v, name);
    return get == type_get_attribute ? type_find_attribute(vm, as_type(v), name) : get(vm, v, name);
}

Value get_attribute_or(VM *vm, Value v, Str *name, Value fallback) {
    ROOT_SCOPE(vm);
    root_push(vm, fallback);
    Value value = generic_get_attribute_or_unbound(vm, v, name);
    ROOT_END(vm);
    if (value == VALUE_ERROR && error_matches(vm, vm->types.AttributeError)) {
        error_clear(vm);
        return fallback;
    }
    return value == VALUE_UNBOUND ? fallback : value;
}

// ---- setting -------------------------------------------------------------------------------------------------------

static bool raise_not_settable(VM *vm, Value v, Str *name, bool is_on_class) {
    if (is_on_class) raise_attribute_error_with(vm, v, name, "'%T' object attribute '%U' is read-only", v, name);
    else raise_attribute_error_with(vm, v, name, "'%T' object has no attribute '%U'", v, name);
    return false;
}

static bool guard_store(VM *vm, Type *type, Str *name, Value value) {
    const Tuple *guard = value != VALUE_UNBOUND ? attribute_guard(vm, type, name) : NULL;
    return !guard || attribute_guard_passes(vm, type, name, guard, value);
}

bool generic_set_attribute(VM *vm, Value v, Str *name, Value value) {
    Type *type = value_type(vm, v);
    Value found = type_lookup(vm, type, name);
    if (is_object(found)) {
        bool (*set)(VM *, Value, Value, Value) = as_object(found)->shape->type->slots.descriptor_set;
        if (set) return guard_store(vm, type, name, value) && set(vm, found, v, value);
    }
    if (!guard_store(vm, type, name, value)) return false;
    if (!has_instance_attributes(v)) return raise_not_settable(vm, v, name, found != VALUE_UNBOUND);
    if (value != VALUE_UNBOUND) return instance_set(vm, as_object(v), name, value);
    int deleted = instance_delete(vm, as_object(v), name);
    return deleted ? deleted > 0 : raise_not_settable(vm, v, name, false);
}

bool set_attribute(VM *vm, Value v, Str *name, Value value) {
    bool (*set)(VM *, Value, Str *, Value) = value_type(vm, v)->slots.set_attribute;
    return set ? set(vm, v, name, value) : generic_set_attribute(vm, v, name, value);
}

// ---- special methods -----------------------------------------------------------------------------------------------

bool lookup_special(VM *vm, Value v, Str *name, Value *function, Value *self) {
    Value found = type_lookup(vm, value_type(vm, v), name);
    if (found == VALUE_UNBOUND) return false;
    if (binds_as_method(vm, found)) {
        *function = found;
        *self = v;
        return true;
    }
    *function = descriptor_bind(vm, found, v, value_type(vm, v));
    *self = VALUE_UNBOUND;
    return *function != VALUE_ERROR;
}

Value call_special(VM *vm, Value v, Str *name, Value *args, uint32_t count) {
    enum { FEW = 8 };
    Value function, self;
    ROOT_SCOPE(vm);
    for (uint32_t i = 0; i < count; i++) root_push(vm, args[i]); // binding may run scripts
    Value result = VALUE_ERROR;
    if (!lookup_special(vm, v, name, &function, &self)) {
        if (!error_is_set(vm)) result = VALUE_UNBOUND;
    } else if (self == VALUE_UNBOUND) {
        root_push(vm, function);
        result = call_value(vm, function, args, count);
    } else if (count < FEW) {
        Value all[FEW] = {self};
        for (uint32_t i = 0; i < count; i++) all[i + 1] = args[i];
        result = call_value(vm, function, all, count + 1);
    } else {
        Value bound = method_new(vm, function, self);
        if (bound != VALUE_ERROR) root_push(vm, bound), result = call_value(vm, bound, args, count);
    }
    ROOT_END(vm);
    return result;
}
