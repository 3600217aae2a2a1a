// Looking at the objects of a heap (gc.get_objects, get_referents, get_referrers). Nothing says of a block whether it is an object, and what refers to an object is not kept: so each
// of these is a full collection whose marking is watched.
#include "runtime/gc_private.h"
#include "runtime/attributes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/type.h"
#include <stdlib.h>

typedef struct FoundValues {
    Value *values; // malloc
    size_t count, capacity;
    bool failed; // memory was short
} FoundValues;

static void find(FoundValues *found, Value value) {
    if (found->count == found->capacity) {
        size_t capacity = found->capacity ? 2 * found->capacity : 1024;
        Value *larger = realloc(found->values, capacity * sizeof *larger);
        if (!larger) {
            found->failed = true;
            return;
        }
        found->values = larger, found->capacity = capacity;
    }
    found->values[found->count++] = value;
}

void gc_see_immediate(VM *vm, Value value) {
    if (value != VALUE_ERROR && value != VALUE_UNBOUND && value != VALUE_END && value != VALUE_SHOWN) find(vm->collector->immediates, value);
}

static bool is_container(const VM *vm, Value v) {
    if (!is_object(v) || v == vm->empty_tuple) return false;
    const Type *type = object_type(as_object(v));
    if (is_type(v) && !(as_type(v)->flags & TYPE_HEAP)) return false; // CPython's lie outside of its heap
    return type != vm->types.shape && type != vm->types.str && type != vm->types.bytearray && (type->slots.trace || type->flags & (TYPE_HEAP | TYPE_HAS_DICT));
}

// A dict of nothing but numbers, texts and the like is in no cycle.
static bool has_containers(const VM *vm, const Dict *dict) {
    for (size_t i = 0; i < dict->filled; i++)
        if (dict->entries[i].key != VALUE_UNBOUND && (is_container(vm, dict->entries[i].key) || is_container(vm, dict->entries[i].value))) return true;
    return false;
}

bool gc_is_tracked(const VM *vm, const Object *object) {
    if (object_type(object) == vm->types.dict) return has_containers(vm, (const Dict *)object);
    return is_container(vm, from_object(object));
}

// What the object refers to is marked, and on the mark stack if it was not before.
static void trace(VM *vm, Object *object) {
    const Type *type = object_type(object);
    if (type->slots.trace) type->slots.trace(vm, object);
    if (shape_has_places(object->shape)) attributes_trace(vm, object);
    if (type->flags & TYPE_HEAP) gc_mark_object(vm, type);
    gc_mark_waiting(vm);
}

void gc_trace_watched(VM *vm, Object *object) {
    gc_mark_object(vm, object->shape);
    trace(vm, object);
}

static void measure(VM *vm, Object *object) {
    const Type *type = object_type(object);
    vm->collector->measured += heap_block_size(object);
    if (type->slots.trace) type->slots.trace(vm, object);
    if (shape_has_places(object->shape)) attributes_trace(vm, object);
}

void gc_mark_part(VM *vm, Value part) {
    if (!vm->collector->is_measuring) gc_mark(vm, part);
    else if (is_object(part)) measure(vm, as_object(part));
}

size_t gc_own_bytes(VM *vm, Object *object) {
    Collector *collector = vm->collector;
    collector->measured = 0;
    collector->is_measuring = true;
    measure(vm, object);
    collector->is_measuring = false;
    return collector->measured;
}

static void mark_globals(VM *vm, bool of_main) {
    for (size_t i = 0; i < vm->modules->filled; i++) {
        const DictEntry *entry = &vm->modules->entries[i];
        if (entry->key == VALUE_UNBOUND || !is_exactly(entry->value, vm->types.module)) continue;
        if ((entry->key == from_object(vm->names.__main__)) == of_main) gc_mark_object(vm, ((Module *)as_object(entry->value))->dict);
    }
}

void gc_mark_modules_first(VM *vm) {
    if (vm->modules) mark_globals(vm, true), mark_globals(vm, false);
    gc_mark_roots(vm);
}

// Marks all that is reachable and finds it.
static void find_all(VM *vm, FoundValues *found) {
    Collector *collector = vm->collector;
    gc_mark_roots(vm);
    while (collector->mark_top > collector->mark_stack) {
        Object *object = *--collector->mark_top;
        if (gc_is_tracked(vm, object)) find(found, from_object(object));
        gc_trace_watched(vm, object);
    }
}

// They are alive.
static Value list_of(VM *vm, const FoundValues *found) {
    Value list = found->failed ? raise_memory_error(vm) : list_new(vm, NULL, found->count);
    for (size_t i = 0; list != VALUE_ERROR && i < found->count; i++) list_append(vm, as_list(list), found->values[i]);
    free(found->values);
    return list;
}

Value gc_list_objects(VM *vm) {
    FoundValues found = {0};
    if (!gc_walk_begin(vm)) return VALUE_ERROR;
    find_all(vm, &found);
    gc_walk_end(vm);
    return list_of(vm, &found);
}

// Trace functions of containers pass on only objects.
static void find_immediates(VM *vm, Extent extent) {
    for (size_t i = extent.first; i < extent.count; i += extent.step)
        if (!is_object(extent.words[i])) gc_see_immediate(vm, extent.words[i]);
}

Value gc_list_referents(VM *vm, const Value *objects, size_t count) {
    FoundValues found = {0};
    if (!gc_walk_begin(vm)) return VALUE_ERROR;
    Collector *collector = vm->collector;
    collector->immediates = &found;
    for (size_t i = 0; i < count; i++) {
        if (!is_object(objects[i])) continue;
        Object **first = collector->mark_top;
        find_immediates(vm, gc_extent_of(as_object(objects[i])));
        trace(vm, as_object(objects[i]));
        for (Object **place = first; place < collector->mark_top; place++)
            if (object_type(*place) != vm->types.shape) find(&found, from_object(*place));
    }
    collector->immediates = NULL;
    gc_walk_end(vm);
    return list_of(vm, &found);
}

static bool refers_to_one_of(VM *vm, Object *object, const Value *targets, size_t count) {
    for (size_t i = 0; i < count; i++) heap_unmark(vm->heap, as_object(targets[i]));
    trace(vm, object);
    vm->collector->mark_top = vm->collector->mark_stack;
    bool refers = false;
    for (size_t i = 0; i < count; i++) refers |= heap_is_marked(vm->heap, as_object(targets[i]));
    for (size_t i = 0; i < count; i++) heap_mark(vm->heap, as_object(targets[i]));
    return refers;
}

Value gc_list_referrers(VM *vm, const Value *targets, size_t count) {
    FoundValues found = {0};
    size_t referrers = 0;
    if (!gc_walk_begin(vm)) return VALUE_ERROR;
    find_all(vm, &found);
    for (size_t i = 0; i < found.count && count; i++)
        if (refers_to_one_of(vm, as_object(found.values[i]), targets, count)) found.values[referrers++] = found.values[i];
    found.count = referrers;
    gc_walk_end(vm);
    return list_of(vm, &found);
}
