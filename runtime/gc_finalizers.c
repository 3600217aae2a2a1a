// Collector: finalizers: see gc.h.
#include "runtime/gc_private.h"
#include "runtime/modules/modules.h"
#include "runtime/type.h"
#include <stdlib.h>

bool gc_register_finalizer(VM *vm, Object *object) {
    if (vm->finalizable_count == vm->finalizable_capacity) {
        size_t capacity = vm->finalizable_capacity ? 2 * vm->finalizable_capacity : 16;
        Value *larger = block_resize(vm, vm->finalizable, vm->finalizable_capacity * sizeof *larger, capacity * sizeof *larger);
        if (!larger) return false;
        vm->finalizable = larger, vm->finalizable_capacity = capacity;
    }
    vm->finalizable[vm->finalizable_count++] = from_object(object);
    return true;
}

void gc_unregister_last(VM *vm) {
    vm->finalizable_count--;
    if (vm->collector->finalizable_old > vm->finalizable_count) vm->collector->finalizable_old = vm->finalizable_count;
}

// Marks what all pending ones refer to. Those that none before them refers to are called heads; some refer to themselves, by a cycle.
static void mark_pending(VM *vm) {
    Collector *collector = vm->collector;
    for (size_t i = 0; i < vm->finalizable_count; i++) {
        Value *word = &vm->finalizable[i];
        if (!(*word & GC_PENDING) || heap_is_marked(vm->heap, gc_listed_object(*word))) continue;
        *word |= GC_HEAD;
        *collector->mark_top++ = gc_listed_object(*word); // traced but not marked: that is for those that refer to it
        gc_drain(vm, SIZE_MAX);
        if (heap_is_marked(vm->heap, gc_listed_object(*word))) *word |= GC_CYCLE;
    }
}

// An owner is finalised before its parts: first those that no other pending one refers to (or, of cycles, the first), in the order in which they were made; then the heads, the last one
// first, since a later head may refer to an earlier one and not the other way round; then the rest, whose owners were mostly made before them. (Within a cycle there is no right order.)
static void order_pending(VM *vm) {
    size_t count = vm->collector->pending_count, used = 0;
    Value *ordered = count > 1 ? malloc(count * sizeof *ordered) : NULL; // without memory they stay as they are
    const Value *end = vm->finalizable + vm->finalizable_count;
#define IS_FREE(word) ((word) & GC_CYCLE || !heap_is_marked(vm->heap, gc_listed_object(word)))
    for (const Value *word = vm->finalizable; ordered && word < end; word++)
        if (*word & GC_PENDING && IS_FREE(*word)) ordered[used++] = *word;
    for (const Value *word = end; ordered && word-- > vm->finalizable;)
        if (*word & GC_PENDING && *word & GC_HEAD && !IS_FREE(*word)) ordered[used++] = *word;
    for (const Value *word = vm->finalizable; ordered && word < end; word++)
        if (*word & GC_PENDING && !(*word & GC_HEAD)) ordered[used++] = *word;
#undef IS_FREE
    size_t next = 0;
    for (Value *word = vm->finalizable; word < end; word++) {
        if (!(*word & GC_PENDING)) continue;
        if (ordered) *word = ordered[next++];
        *word &= ~(Value)(GC_HEAD | GC_CYCLE);
    }
    free(ordered);
}

// Its __del__ was called, and nothing is left to be.
static bool is_done(Value word) { return word & GC_DEL_DONE && !object_type(gc_listed_object(word))->slots.finalize; }

// Makes the unreachable ones pending.
void gc_find_unreachable(VM *vm, bool full) {
    Collector *collector = vm->collector;
    for (size_t i = full ? 0 : collector->finalizable_old; i < vm->finalizable_count; i++) {
        Value *word = &vm->finalizable[i];
        if (!*word || *word & GC_PENDING || heap_is_marked(vm->heap, gc_listed_object(*word))) continue;
        if (is_done(*word)) {
            *word = 0;
            continue;
        }
        *word |= GC_PENDING;
        collector->pending_count++;
    }
    if (!collector->pending_count) return;
    mark_pending(vm);
    order_pending(vm);
    for (size_t i = 0; i < vm->finalizable_count; i++)
        if (vm->finalizable[i] & GC_PENDING) gc_mark_object(vm, gc_listed_object(vm->finalizable[i]));
    gc_drain(vm, SIZE_MAX);
}

bool gc_is_finalized(const VM *vm, const Object *object) {
    for (size_t i = 0; i < vm->finalizable_count; i++)
        if (vm->finalizable[i] & GC_DEL_DONE && gc_listed_object(vm->finalizable[i]) == object) return true;
    return false;
}

static void drop_empty_entries(VM *vm) {
    size_t kept = 0, old = 0;
    for (size_t i = 0; i < vm->finalizable_count; i++) {
        if (!vm->finalizable[i]) continue;
        old += i < vm->collector->finalizable_old;
        vm->finalizable[kept++] = vm->finalizable[i];
    }
    vm->finalizable_count = kept;
    vm->collector->finalizable_old = old;
}

static void call_del(VM *vm, Object *object) {
    Value function, self, none = from_object(object);
    if (vm->is_stopped) return; // nothing of it runs any more, and each of a million would say so
    if (!lookup_special(vm, none, vm->names.__del__, &function, &self)) {
        if (error_is_set(vm)) error_clear(vm);
        return;
    }
    ROOT_SCOPE(vm);
    root_push(vm, function);
    bool bound = self == VALUE_UNBOUND;
    if (call_value(vm, function, &self, bound ? 0 : 1) == VALUE_ERROR) sys_report_unraisable(vm, function);
    ROOT_END(vm);
}

static bool has_del(VM *vm, Value word) {
    return word && !(word & GC_DEL_DONE) && object_type(gc_listed_object(word))->flags & TYPE_HEAP && type_lookup(vm, object_type(gc_listed_object(word)), vm->names.__del__) != VALUE_UNBOUND;
}

// Finalises entry `i`, which is taken out of the list, or stays for its finalize slot to come.
static void finalize_entry(VM *vm, size_t i) {
    Value word = vm->finalizable[i];
    Object *object = gc_listed_object(word);
    const Type *type = object_type(object);
    bool has_slot = type->slots.finalize != NULL;
    bool call = has_del(vm, word);
    if (word & GC_PENDING) vm->collector->pending_count--;
    vm->finalizable[i] = call ? from_object(object) | GC_DEL_DONE : 0;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(object));
    if (call) {
        call_del(vm, object);
    } else if (has_slot) {
        type->slots.finalize(vm, object);
        if (error_is_set(vm)) sys_report_unraisable(vm, from_object(object));
    }
    ROOT_END(vm);
}

// Files and what is the host's are there until all scripts have ended.
static bool is_turn(VM *vm, Value word, Finalize which) {
    if (!word || is_done(word)) return false;
    if (which != FINALIZE_SCRIPTS) return which == FINALIZE_ALL || word & GC_PENDING;
    uint8_t layout = object_type(gc_listed_object(word))->layout;
    return layout != LAYOUT_FILE && (layout != LAYOUT_HOST || has_del(vm, word));
}

// A finaliser may make an object whose finaliser does so again: at the program's end so many are heard. (CPython ends such a chain at its recursion limit.)
enum { MADE_AT_END_MOST = 10 * 1000 };

// Scripts may run meanwhile, register more, and make more pending.
void gc_run_finalizers(VM *vm, Finalize which) {
    Collector *collector = vm->collector;
    if (collector->finalizing || (which == FINALIZE_PENDING && !collector->pending_count)) return;
    collector->finalizing = true;
    ROOT_SCOPE(vm);
    Value exception = vm->exception, handled = vm->handled;
    root_push(vm, exception), root_push(vm, handled);
    vm->exception = VALUE_UNBOUND;
    size_t end = which == FINALIZE_PENDING ? SIZE_MAX : vm->finalizable_count + MADE_AT_END_MOST;
    for (size_t i = 0; i < vm->finalizable_count; i++)
        if (is_turn(vm, vm->finalizable[i], which) && (i < end || !has_del(vm, vm->finalizable[i]))) finalize_entry(vm, i);
    drop_empty_entries(vm);
    vm->exception = exception;
    vm->handled = handled;
    ROOT_END(vm);
    collector->finalizing = false;
}

// ---- the end of the program --------------------------------------------------------------------------------------

typedef struct Place {
    const Object *object;
    Value *word; // of vm->finalizable
} Place;

static int by_address(const void *a, const void *b) {
    const Place *x = a, *y = b;
    return x->object < y->object ? -1 : x->object > y->object;
}

// So many entries, `places` sorted by address, in the order in which their objects are come to; then those that are not.
static void order_by_distance(VM *vm, Place *places, Value *ordered) {
    Collector *collector = vm->collector;
    size_t count = vm->finalizable_count, used = 0;
    gc_mark_modules_first(vm);
    for (Object **at = collector->mark_stack; at < collector->mark_top; at++) {
        gc_trace_watched(vm, *at);
        const Type *type = object_type(*at);
        if (!(type->flags & TYPE_HAS_FINALIZER) && !type->slots.finalize) continue;
        Place *place = bsearch(&(Place){.object = *at}, places, count, sizeof *places, by_address);
        if (place && *place->word) ordered[used++] = *place->word, *place->word = 0;
    }
    collector->mark_top = collector->mark_stack;
    for (size_t i = 0; i < count; i++)
        if (vm->finalizable[i]) ordered[used++] = vm->finalizable[i];
    memcpy(vm->finalizable, ordered, used * sizeof *ordered);
    vm->finalizable_count = used;
}

// What is alive is listed as it is come to from the modules, the main one first, level by level: their globals in order, what these own after them. Garbage that no collection
// has found yet is found.
static void order_for_end(VM *vm) {
    size_t count = vm->finalizable_count, with_del = 0;
    for (size_t i = 0; i < count && with_del < 2; i++) with_del += has_del(vm, vm->finalizable[i]);
    Place *places = with_del > 1 ? malloc(count * sizeof *places) : NULL;
    Value *ordered = places ? malloc(count * sizeof *ordered) : NULL;
    if (ordered && gc_walk_begin(vm)) { // without memory they stay in the order in which they were made
        for (size_t i = 0; i < count; i++) places[i] = (Place){vm->finalizable[i] ? gc_listed_object(vm->finalizable[i]) : NULL, &vm->finalizable[i]};
        qsort(places, count, sizeof *places, by_address);
        order_by_distance(vm, places, ordered);
        gc_walk_end(vm);
    } else if (ordered) {
        error_clear(vm);
    }
    free(places);
    free(ordered);
}

void gc_finalize_all(VM *vm) {
    if (!vm->is_stopped) {
        order_for_end(vm);
        gc_run_finalizers(vm, FINALIZE_PENDING);
        gc_run_finalizers(vm, FINALIZE_SCRIPTS); // __del__
    }
    gc_run_finalizers(vm, FINALIZE_ALL);
}
