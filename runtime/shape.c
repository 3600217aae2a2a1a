// Shapes: the tree of hidden classes under a type's root shape, and the type of shapes. See object.h and attributes.h.
#include "runtime/attributes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/str.h"

// A search goes up the parents to the next shape with a number of slots that TABLE_EVERY divides, which has a table of its keys.
enum { TABLE_EVERY = 16 };

static Shape *shape_alloc(VM *vm, Type *type, uint32_t inline_slots) {
    Shape *shape = object_new(vm, vm->types.shape, sizeof *shape);
    if (!shape) return NULL;
    memset((char *)shape + sizeof(Object), 0, sizeof *shape - sizeof(Object));
    shape->type = type;
    shape->inline_slots = (uint16_t)inline_slots;
    shape->overflow_offset = type->overflow_offset;
    shape->count = type->member_count;
    return shape;
}

// Where instances have a word inside, behind the members.
static uint16_t offset_of_slot(const Type *type, uint32_t slot) { return (uint16_t)(type->slots_offset + sizeof(Value) * slot); }

Shape *shape_new_root(VM *vm, Type *type) { return shape_alloc(vm, type, type->inline_slots); }

Shape *shape_dictionary(VM *vm, Type *type) {
    if (type->dictionary_shape) return type->dictionary_shape;
    Shape *shape = shape_alloc(vm, type, type->member_count);
    if (!shape) return NULL;
    shape->flags = SHAPE_DICTIONARY;
    if (!shape->overflow_offset) shape->overflow_offset = offset_of_slot(type, type->member_count);
    gc_store_object(vm, type, &type->dictionary_shape, shape);
    return shape;
}

// ---- searching ---------------------------------------------------------------------------------------------------

static Dict *make_table(VM *vm, Shape *shape) {
    Dict *table = dict_new(vm);
    if (!table) return NULL;
    for (const Shape *s = shape; s->key; s = s->parent)
        if (!dict_set_str(vm, table, s->key, from_small_int((int64_t)s->count - 1))) return NULL;
    gc_store_object(vm, shape, &shape->table, table);
    return table;
}

static bool find_in_parents(const Shape *shape, const Str *key, uint32_t *slot) {
    for (; shape->key; shape = shape->parent)
        if (shape->key == key) return *slot = shape->count - 1, true;
    return false;
}

bool shape_find(VM *vm, Shape *shape, const Str *key, uint32_t *slot) {
    for (; shape->key && shape->count % TABLE_EVERY; shape = shape->parent)
        if (shape->key == key) return *slot = shape->count - 1, true;
    if (!shape->key) return false;
    Dict *table = shape->table;
    if (!table && !(table = make_table(vm, shape))) { // no memory for one
        error_clear(vm);
        return find_in_parents(shape, key, slot);
    }
    Value found = dict_get_str(vm, table, (Str *)(uintptr_t)key);
    if (found == VALUE_UNBOUND) return false;
    *slot = (uint32_t)small_int(found);
    return true;
}

bool shape_keys(VM *vm, const Shape *shape, Str **keys) {
    (void)vm;
    uint32_t members = shape->type->member_count;
    for (; shape->key; shape = shape->parent) keys[shape->count - 1 - members] = shape->key;
    return true;
}

// ---- growing -----------------------------------------------------------------------------------------------------

bool shape_may_add(const Shape *shape) {
    if (shape->count - shape->type->member_count >= SHAPE_KEYS_MAX) return false;
    return !shape->transitions || shape->transitions->used < SHAPE_CHILDREN_MAX;
}

// Remembers the transition: the only one in last_child, several in a dict as well.
static bool link_child(VM *vm, Shape *shape, Shape *child) {
    if (shape->last_child) {
        Dict *transitions = shape->transitions;
        if (!transitions) {
            if (!(transitions = dict_new(vm))) return false;
            if (!dict_set_str(vm, transitions, shape->last_child->key, from_object(shape->last_child))) return false;
        }
        if (!dict_set_str(vm, transitions, child->key, from_object(child))) return false;
        gc_store_object(vm, shape, &shape->transitions, transitions);
    }
    gc_store_object(vm, shape, &shape->last_child, child);
    return true;
}

Shape *shape_add(VM *vm, Shape *shape, Str *key) {
    if (shape->last_child && shape->last_child->key == key) return shape->last_child;
    if (shape->transitions) {
        Value known = dict_get_str(vm, shape->transitions, key);
        if (known != VALUE_UNBOUND) {
            gc_store_object(vm, shape, &shape->last_child, (Shape *)as_object(known));
            return shape->last_child;
        }
    }
    Shape *child = shape_alloc(vm, shape->type, shape->inline_slots);
    if (!child) return NULL;
    child->parent = shape;
    child->key = key;
    child->count = shape->count + 1;
    child->overflow_offset = shape->overflow_offset;
    if (shape->count == shape->inline_slots && !shape->overflow_offset) { // the last one inside makes room for the pointer
        child->inline_slots--;
        child->overflow_offset = offset_of_slot(shape->type, child->inline_slots);
    }
    return link_child(vm, shape, child) ? child : NULL;
}

// ---- the type ----------------------------------------------------------------------------------------------------

static void shape_trace(VM *vm, Object *self) {
    Shape *shape = (Shape *)self;
    gc_mark_object(vm, shape->type);
    gc_mark_object(vm, shape->parent);
    gc_mark_object(vm, shape->key);
    gc_mark_object(vm, shape->last_child);
    gc_mark_object(vm, shape->transitions);
    gc_mark_object(vm, shape->table);
}

const TypeSpec shape_spec = {.name = "shape", .layout = LAYOUT_SHAPE, .size = sizeof(Shape), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(trace, shape_trace))};
