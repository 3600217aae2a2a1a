// Collector and allocation: see gc.h.
#include "runtime/native_code.h"
#include "runtime/gc_private.h"
#include "runtime/gather.h"
#include "runtime/attributes.h"
#include "runtime/frame.h"
#include "runtime/thread.h"
#include "runtime/type.h"
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

// ---- allocation --------------------------------------------------------------------------------------------------

void *object_new(VM *vm, Type *type, size_t size) {
    if (__builtin_expect(!type->root_shape, 0) && !(type = type_complete(vm, type))) return NULL;
    Object *object = heap_alloc(vm->heap, attributes_allocation(type, size));
    if (__builtin_expect(!object, 0)) return raise_memory_error(vm), NULL;
    object->shape = type->root_shape;
    if (type->flags & TYPE_HEAP) {
        attributes_clear(object);
        if (type->flags & TYPE_HAS_FINALIZER && !gc_register_finalizer(vm, object)) return NULL;
    }
    return object;
}

void *block_new(VM *vm, size_t size) {
    void *block = heap_alloc(vm->heap, size);
    if (__builtin_expect(!block, 0)) raise_memory_error(vm);
    return block;
}

const Type *block_type(const VM *vm, const void *block) {
    const Shape *shape = *(Shape *const *)block;
    if (!vm->types.shape || !shape || (uintptr_t)shape % 16 || !heap_owns(vm->heap, shape)) return NULL;
    return shape->head.shape == vm->types.shape->root_shape ? shape->type : NULL;
}

void block_free(VM *vm, void *block, size_t size) {
    if (block) heap_free(vm->heap, block, size);
}

void *block_resize(VM *vm, void *block, size_t old_size, size_t new_size) {
    void *moved = heap_resize(vm->heap, block, old_size, new_size);
    if (__builtin_expect(!moved, 0)) raise_memory_error(vm);
    return moved;
}

void root_grow(VM *vm) {
    size_t used = (size_t)(vm->roots_top - vm->roots), capacity = (size_t)(vm->roots_end - vm->roots);
    Value *larger = malloc((2 * capacity + ROOTS_BEHIND) * sizeof *larger);
    if (!larger) { // natives cannot do without: rather collect no more than lose a root
        vm->collector->is_broken = true;
        vm->roots_top--;
        return;
    }
    memcpy(larger, vm->roots, used * sizeof *larger);
    free(vm->roots);
    vm->roots = larger;
    vm->roots_top = larger + used;
    vm->roots_end = larger + 2 * capacity;
}

// ---- collecting --------------------------------------------------------------------------------------------------

// In stress mode a collection at every safepoint; of long runs, after a while, only at every 16th, every 256th...
static bool is_stress_turn(VM *vm) {
    uint64_t turn = vm->collector->safepoints++;
    if (turn < 4000) return true;
    return turn % (turn < 40000 ? 16 : turn < 400000 ? 256 : 4096) == 0;
}

void gc_must_be_full(VM *vm) { vm->collector->must_be_full = true; }

// Natives store into what they have rooted as if it were fresh; it may not be any more.
static void trace_again(VM *vm) {
    for (const Value *root = vm->roots; root < vm->roots_top; root++)
        if (is_object(*root) && heap_is_marked(vm->heap, as_object(*root))) *vm->collector->mark_top++ = as_object(*root);
}
static void log_roots(VM *vm) {
    for (const Value *root = vm->roots; root < vm->roots_top; root++)
        if (is_object(*root)) gc_wrote(vm, as_object(*root));
}

// Everything reachable is marked: what is held weakly is let go, and what died is found.
static void finish(VM *vm, bool full) {
    Collector *collector = vm->collector;
    weak_references_clear(vm, full);
    gc_find_unreachable(vm, full);
    weak_references_sweep(vm, full);
    if (full) gc_forget_dead_strings(vm);
    else gc_forget_young_strings(vm);
    collector->interned_count = 0;
    gc_empty_dead_caches(vm);
    identities_forget_dead(vm, full);
#if HAS_NATIVE_CODE
    native_forget_dead(vm);
#endif
    gc_refill_subclasses(vm, full);
    collector->finalizable_old = vm->finalizable_count;
    if (full) collector->must_be_full = collector->log_is_lost = false;
    heap_collect_end(vm->heap);
    log_roots(vm);
    threads_visit(vm, log_roots);
    if (vm->config.gc_stress) {
        heap_sweep_all(vm->heap);
        vm->heap->allocated = 0; // that is all free blocks: the next collection would be due at once
    }
}

static void mark_rest(VM *vm) {
    frames_forget_dead(vm);
    threads_visit(vm, frames_forget_dead);
    gc_take_log(vm, true);
    trace_again(vm);
    threads_visit(vm, trace_again);
    gc_mark_roots(vm);
    gc_drain(vm, SIZE_MAX);
}

// All at once.
static void collect(VM *vm, bool full) {
    Collector *collector = vm->collector;
    if (collector->is_broken || vm->heap->collecting || !gc_reserve_mark_stack(vm)) return;
    gather_settle(vm, NULL);
    if (full) gc_take_log(vm, false);
    heap_collect_begin(vm->heap, full ? HEAP_FULL : HEAP_YOUNG);
    mark_rest(vm);
#ifdef TYPHON_EXPENSIVE_ASSERTS
    if (!full && vm->config.gc_stress) gc_verify_marks(vm);
#endif
    finish(vm, full);
}

// ---- in steps: a full collection of a large heap, a bounded part at each of many safepoints -------------------------
//
// Each step traces STEP_WORK bytes for STEP bytes the program allocates. When nothing is left to be traced, what was logged meanwhile and the roots
// are gone through, still in steps, up to PASSES_MOST times, so that little is left for the last, which is done at once.
enum { STEP = 96 * 1024, STEP_WORK = 1024 * 1024, PASSES_MOST = 4, STEPS_FROM = 6 * 1024 * 1024 };

static void next_step(VM *vm) { vm->heap->due_at = vm->heap->allocated + STEP; }

static void start_steps(VM *vm) {
    Collector *collector = vm->collector;
    if (collector->is_broken || vm->heap->collecting || !gc_reserve_mark_stack(vm)) return;
    gather_settle(vm, NULL);
    gc_take_log(vm, false);
    heap_collect_begin(vm->heap, HEAP_FULL);
    collector->passes = 0;
    gc_mark_roots(vm);
    next_step(vm);
}

static void finish_steps(VM *vm) {
    gather_settle(vm, NULL);
    if (vm->collector->log_is_lost) { // from the start, then
        vm->heap->collecting = HEAP_IDLE;
        heap_collect_begin(vm->heap, HEAP_FULL);
        vm->collector->part_count = 0;
        vm->collector->mark_top = vm->collector->mark_stack;
    }
    mark_rest(vm);
#ifdef TYPHON_EXPENSIVE_ASSERTS
    if (vm->config.gc_stress) gc_verify_marks(vm);
#endif
    finish(vm, true);
}

// What was lost needs another full collection after this one, or there is no time: the allocator has refused something.
static bool is_urgent(const VM *vm) { return vm->heap->refused || vm->heap->emergency; }

// True: it is time to finish.
static bool step(VM *vm) {
    Collector *collector = vm->collector;
    bool reserved = gc_reserve_mark_stack(vm);
    gather_settle(vm, NULL);
    if (!reserved) return next_step(vm), false;
    bool is_done = gc_drain(vm, vm->config.gc_stress ? 64 * 1024 : STEP_WORK);
    if (is_done && collector->passes < PASSES_MOST && (collector->log_count || collector->place_count || !collector->passes)) {
        collector->passes++;
        gc_take_log(vm, true);
        gc_mark_roots(vm);
        is_done = false;
    }
    if (is_done || is_urgent(vm)) return true;
    return next_step(vm), false;
}

// A native that stands still holds what nobody knows of.
static bool must_wait(VM *vm) {
    if (!vm->amid_native) return false;
    vm->amid_native = 2;
    attention_clear(vm, ATTENTION_COLLECT);
    return true;
}

bool gc_walk_begin(VM *vm) {
    if (must_wait(vm)) return raise_memory_error(vm), false;
    gather_settle(vm, NULL);
    if (vm->collector->is_broken || !gc_reserve_mark_stack(vm)) return raise_memory_error(vm), false;
    if (vm->heap->collecting) finish_steps(vm);
    gc_take_log(vm, false);
    heap_collect_begin(vm->heap, HEAP_FULL);
    vm->collector->is_watched = true;
    work_done_on_bytes(vm, 2 * vm->heap->pages_used * HEAP_PAGE);
    frames_forget_dead(vm);
    threads_visit(vm, frames_forget_dead);
    return true;
}

void gc_walk_end(VM *vm) {
    vm->collector->is_watched = false;
    mark_rest(vm);
    finish(vm, true);
    attention_set(vm, ATTENTION_COLLECT); // for what was found: callbacks, finalizers
}

static uint64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

// Scripts run here: callbacks of weak references, finalizers.
static void run_what_was_found(VM *vm) {
    if (vm->collector->finalizing) return;
    weak_references_call_back(vm);
    gc_run_finalizers(vm, FINALIZE_PENDING);
}

static void note_pause(VM *vm, uint64_t start) {
    uint64_t end = now();
    Timeline *timeline = vm->collector->timeline;
    pauses_record(&vm->collector->pauses, end - start);
    if (timeline) timeline_note(timeline, (PauseEvent){start - timeline->start, end - start, vm->heap->pages_used * HEAP_PAGE, vm->heap->collecting ? vm->heap->marked_before : vm->heap->marked_bytes});
}

void gc_collect_now(VM *vm) {
    if (must_wait(vm)) return;
    attention_clear(vm, ATTENTION_COLLECT);
    uint64_t start = now();
    if (vm->heap->collecting && gc_reserve_mark_stack(vm)) finish_steps(vm); // it leaves alone what died since it began
    collect(vm, true);
    heap_release_dead(vm->heap);
    note_pause(vm, start);
    if (vm->config.gc_stress) attention_set(vm, ATTENTION_COLLECT);
    run_what_was_found(vm);
}

bool gc_made_room(VM *vm) {
    Heap *heap = vm->heap;
    if (!heap->refused || !is_exactly(vm->exception, vm->types.MemoryError)) return false;
    heap->refused = false;
    error_clear(vm);
    gc_collect_now(vm);
    if (!vm->config.gc_stress) attention_clear(vm, ATTENTION_COLLECT); // asked for since memory was short
    if (heap->emergency_is_new) heap->emergency = 0; // nothing was raised yet: what is kept back is for those that handle a MemoryError
    return true;
}

// What died since it was marked old may be what is in the way of the limit.
static bool is_limit_near(const Heap *heap) {
    size_t limit = heap->config.limit, marked_at_full = heap->full_threshold - heap->growth;
    return limit && heap->pages_used * HEAP_PAGE + 2 * heap->threshold > limit && heap->marked_bytes > marked_at_full + limit / 32;
}

// Under stress most collections are young, but not all.
static bool wants_full(const VM *vm) {
    const Collector *collector = vm->collector;
    return collector->must_be_full || heap_wants_full(vm->heap) || is_limit_near(vm->heap) || (vm->config.gc_stress && collector->safepoints % 8 == 0);
}

// Near the limit memory matters more than pauses.
static bool goes_in_steps(const VM *vm) {
    if (!HEAP_KEEPS_MARKS) return false;
    if (vm->config.gc_stress) return vm->collector->safepoints % 32 < 16;
    size_t used = vm->heap->pages_used * HEAP_PAGE, limit = vm->heap->config.limit;
    return used > STEPS_FROM && (!limit || used < limit / 2);
}

// Collecting is off (gc.disable()), and there is room: under a limit a quarter of it; else until the heap may have grown by as much as is alive, and by ROOM_WHEN_OFF. Without
// a bound a program that lives in constant memory where references are counted would take all there is; and so much is kept when it is free, while fresh pages cost more than
// collecting (four times as long with 256 MiB for lists of a hundred). What goes in steps stands still meanwhile.
enum { ROOM_WHEN_OFF = 64 * 1024 * 1024 };
static bool is_put_off(const VM *vm) {
    const Heap *heap = vm->heap;
    if (!vm->collector->is_disabled || is_urgent(vm)) return false;
    size_t limit = heap->config.limit, room = limit / 4 > 2 * heap->threshold ? limit / 4 : 2 * heap->threshold;
    if (limit) return heap->pages_used * HEAP_PAGE + room < limit;
    return heap->allocated < (heap->marked_bytes > ROOM_WHEN_OFF ? heap->marked_bytes : ROOM_WHEN_OFF);
}

void gc_set_enabled(VM *vm, bool is_enabled) {
    if (vm->collector->is_disabled == !is_enabled) return;
    vm->collector->is_disabled = !is_enabled;
    if (!is_enabled) return;
    vm->heap->due_at = vm->heap->threshold;
    if (vm->heap->collecting) next_step(vm);
}

enum { NO_GENERATION = -1 };
// Of a collection that is to come to its end now; what goes in steps is not heard of before.
static int generation_to_end(VM *vm) {
    if (vm->heap->collecting) return step(vm) ? 2 : NO_GENERATION;
    if (!wants_full(vm)) return 0;
    if (!goes_in_steps(vm)) return 2;
    start_steps(vm);
    return NO_GENERATION;
}

// The generation that was collected.
static int collect_by_itself(VM *vm) {
    uint64_t start = now();
    int generation = generation_to_end(vm);
    if (generation != NO_GENERATION && gc_has_callbacks(vm)) {
        gc_call_back(vm, "start", generation); // may have caused another collection, or begun steps
        start = now();
    }
    if (generation != NO_GENERATION && vm->heap->collecting) finish_steps(vm);
    else if (generation != NO_GENERATION) collect(vm, generation == 2);
    note_pause(vm, start);
    return generation;
}

void gc_collect(VM *vm) {
    if (must_wait(vm)) return;
    bool stress = vm->config.gc_stress;
    bool due = vm->heap->allocated > vm->heap->due_at || (!stress && is_urgent(vm)); // else asked for by stress mode, or for what a walk found
    int generation = NO_GENERATION;
    attention_clear(vm, ATTENTION_COLLECT);
    if (is_put_off(vm)) vm->heap->due_at = vm->heap->allocated + vm->heap->threshold;
    else if (due || (stress && is_stress_turn(vm))) generation = collect_by_itself(vm);
    if (stress) attention_set(vm, ATTENTION_COLLECT);
    run_what_was_found(vm);
    if (generation != NO_GENERATION) gc_call_back(vm, "stop", generation);
}

bool gc_open(VM *vm) {
    vm->collector = calloc(1, sizeof *vm->collector);
    if (!vm->collector || !vm->config.keeps_timeline) return vm->collector != NULL;
    vm->collector->timeline = calloc(1, sizeof *vm->collector->timeline);
    if (vm->collector->timeline) vm->collector->timeline->start = now();
    return vm->collector->timeline != NULL;
}

void gc_close(VM *vm) {
    Collector *collector = vm->collector;
    if (!collector) return;
    for (size_t i = 0; i < vm->finalizable_count; i++) {
        Object *object = gc_listed_object(vm->finalizable[i]);
        if (object && object_type(object)->slots.finalize) object_type(object)->slots.finalize(vm, object);
        vm->exception = VALUE_UNBOUND;
    }
    if (collector->mark_stack) munmap(collector->mark_stack, collector->mark_capacity * sizeof(Object *));
    free(collector->codes);
    free(collector->log);
    free(collector->places);
    free(collector->parts);
    free(collector->interned);
    free(collector->timeline);
    free(collector);
    vm->collector = NULL;
}
