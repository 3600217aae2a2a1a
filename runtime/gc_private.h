// What the files of the collector (gc.c, gc_mark.c, gc_weak.c, gc_finalizers.c) share.
#ifndef TYPHON_RUNTIME_GC_PRIVATE_H
#define TYPHON_RUNTIME_GC_PRIVATE_H
#include "runtime/gc.h"

// Address space for as many objects as the heap could hold. False: there is none.
bool gc_reserve_mark_stack(VM *vm);
// Nothing waits in the ring when it returns.
void gc_mark_roots(VM *vm);
// Marks what waits in the ring.
void gc_mark_waiting(VM *vm);
// Traces until nothing is left (true), or about so many bytes were marked.
bool gc_drain(VM *vm, size_t budget);
// Empties the log; with `trace` what it names is to be traced again.
void gc_take_log(VM *vm, bool trace);
// A full collection whose marking somebody watches: between the two nothing is marked, but what the caller marks. False: raised.
MAY_RAISE bool gc_walk_begin(VM *vm);
void gc_walk_end(VM *vm);
// Marks the globals of all modules, the main one's first, then the roots.
void gc_mark_modules_first(VM *vm);
// What a marked object refers to is marked, and on the mark stack if it was not before.
void gc_trace_watched(VM *vm, Object *object);
// The words a list, dict, set or tuple keeps its values in (other objects: none). Every `step`-th from `first` on is a value.
typedef struct Extent {
    Value *words;
    size_t count, first, step;
} Extent;
Extent gc_extent_of(const Object *object);
// To be called by marking with a value that is no object, while collector->immediates is there.
void gc_see_immediate(VM *vm, Value value);
#ifdef TYPHON_EXPENSIVE_ASSERTS
void gc_verify_marks(VM *vm);
#endif

// After marking.
void gc_forget_young_strings(VM *vm);
void gc_forget_dead_strings(VM *vm);
void gc_empty_dead_caches(VM *vm);
void gc_refill_subclasses(VM *vm, bool full);

typedef enum Finalize { FINALIZE_PENDING, FINALIZE_SCRIPTS, FINALIZE_ALL } Finalize; // SCRIPTS: all but files, which scripts may still need
// Makes the unreachable ones pending. Marks all pending ones with what they refer to.
void gc_find_unreachable(VM *vm, bool full);
// Scripts may run meanwhile, register more, and make more pending.
void gc_run_finalizers(VM *vm, Finalize which);
// The object in a word of vm->finalizable.
static inline Object *gc_listed_object(Value word) { return as_object(word & ~(Value)GC_TAGS); }
#endif
