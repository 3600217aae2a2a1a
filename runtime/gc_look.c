// Looking at the objects of a heap (gc.get_objects, get_referents, get_referrers). Nothing says of a block whether it is an object, and what refers to an object is not kept: so each
// of these is a full collection whose marking is watched.
#include "runtime/gc_private.h"
#include "runtime/attributes.h"
#include "runtime/objects/list.h"
#include "runtime/type.h"
#include <stdlib.h>

typedef struct Found {
    Object **objects; // malloc
    size_t count, capacity;
    bool failed; // memory was short
} Found;

static void find(Found *found, Object *object) {
    if (found->count == found->capacity) {
        size_t capacity = found->capacity ? 2 * found->capacity : 1024;
        Object **larger = realloc(found->objects, capacity * sizeof *larger);
        if (!larger) {
            found->failed = true;
            return;
        }
        found->objects = larger, found->capacity = capacity;
    }
    found->objects[found->count++] = object;
}

bool gc_is_tracked(const VM *vm, const Object *object) {
    const Type *type = object_type(object);
    return type != vm->types.shape && type != vm->types.str && (type->slots.trace || type->flags & (TYPE_HEAP | TYPE_HAS_DICT));
}

// What the object refers to is marked, and on the mark stack if it was not before.
static void trace(VM *vm, Object *object) {
    const Type *type = object_type(object);
    if (type->slots.trace) type->slots.trace(vm, object);
    if (shape_has_places(object->shape)) attributes_trace(vm, object);
    if (type->flags & TYPE_HEAP) gc_mark_object(vm, type);
    gc_mark_waiting(vm);
}

// Marks all that is reachable and finds it.
static void find_all(VM *vm, Found *found) {
    Collector *collector = vm->collector;
    gc_mark_roots(vm);
    gc_mark_waiting(vm);
    while (collector->mark_top > collector->mark_stack) {
        Object *object = *--collector->mark_top;
        if (gc_is_tracked(vm, object)) find(found, object);
        gc_mark_object(vm, object->shape);
        trace(vm, object);
    }
}

// They are alive.
static Value list_of(VM *vm, const Found *found) {
    Value list = found->failed ? raise_memory_error(vm) : list_new(vm, NULL, found->count);
    for (size_t i = 0; list != VALUE_ERROR && i < found->count; i++) list_append(vm, as_list(list), from_object(found->objects[i]));
    free(found->objects);
    return list;
}

Value gc_list_objects(VM *vm) {
    Found found = {0};
    if (!gc_walk_begin(vm)) return VALUE_ERROR;
    find_all(vm, &found);
    gc_walk_end(vm);
    return list_of(vm, &found);
}

Value gc_list_referents(VM *vm, const Value *objects, size_t count) {
    Found found = {0};
    if (!gc_walk_begin(vm)) return VALUE_ERROR;
    Collector *collector = vm->collector;
    for (size_t i = 0; i < count; i++) {
        if (!is_object(objects[i])) continue;
        Object **first = collector->mark_top;
        trace(vm, as_object(objects[i]));
        for (Object **place = first; place < collector->mark_top; place++)
            if (object_type(*place) != vm->types.shape) find(&found, *place);
    }
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
    Found found = {0};
    size_t referrers = 0;
    if (!gc_walk_begin(vm)) return VALUE_ERROR;
    find_all(vm, &found);
    for (size_t i = 0; i < found.count && count; i++)
        if (refers_to_one_of(vm, found.objects[i], targets, count)) found.objects[referrers++] = found.objects[i];
    found.count = referrers;
    gc_walk_end(vm);
    return list_of(vm, &found);
}
