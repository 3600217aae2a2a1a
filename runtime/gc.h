// Collector: precise mark and sweep over the VM's heap (alloc/heap.h has mark bits and sweep; this has roots and tracing).
//
//     roots -> ring of those waiting for their pool's header -> mark stack -> trace slot of each object's type -> ... until all are empty
//
// Marks stay. A young collection begins at the roots and at the log, what the write barrier noted: marked objects that something was stored into (once each), and
// places in containers of many values. A full one begins a new epoch of marks; on a large heap it goes in steps, the program running between them, and
// traces what was logged meanwhile at the end. (docs/decisions/0016)
//
// Marking never recurses: gc_mark puts a newly marked object on an explicit stack. Each object is pushed at most once a collection and takes
// at least 16 bytes, so a stack of half the heap's size never overflows: so much address space is reserved, and committed only as used.
//
// What a mark reaches: the object's shape (and so its type), what slots.trace visits, and its attributes (attributes_trace).
//
// Held weakly: strings in vm->interned, and the inline caches of code objects: entries that name something unmarked are emptied after marking.
// (Type.subclasses is weak as well: trace functions fill it again.)
//
// Finalizers. vm->finalizable lists the objects to be finalised, each word with tags in its low bits. A collection that finds one of them
// unreachable makes it pending and keeps it (and what it refers to) alive; after the sweep, still at the safepoint, its __del__ is called, once
// in its life, or, if it has none (left), the finalize slot of its type; then it is an ordinary object and may be collected.
//
// The VM's registers: [stack, stack_top) are roots. Collecting empties [stack_top, stack_high), so that a frame pushed later finds no stale
// pointer there: whatever lies in a register was put there since the last collection or was marked by it.
#ifndef TYPHON_RUNTIME_GC_H
#define TYPHON_RUNTIME_GC_H
#include "runtime/objects/function.h"

// Neighbouring words of the extent of a container: list items, dict entries, set slots.
typedef struct LoggedPlaces {
    Object *owner;
    size_t word : 40, count : 24;
} LoggedPlaces;
// A container of which the words from there on, as far as it has them, are to be traced yet.
typedef struct PartlyTraced {
    Object *container;
    size_t word, end;
} PartlyTraced;

// How long the program stood still, in ns: a bucket for each eighth of a doubling.
enum { PAUSE_BUCKETS = 40 * 8 };
typedef struct Pauses {
    uint64_t count, total, longest;
    uint32_t buckets[PAUSE_BUCKETS];
} Pauses;
void pauses_record(Pauses *pauses, uint64_t ns);
// So much of the pauses (0 to 1) were not longer, in ns; at most an eighth too much. 0: there were none.
uint64_t pauses_quantile(const Pauses *pauses, double part);

// What --heap-map shows: the pauses one by one. When there are many, every other one is forgotten, again and again.
typedef struct PauseEvent {
    uint64_t at, ns; // since the VM was made
    uint64_t committed, marked; // bytes after it; `marked`: that survived the last collection that has come to its end
} PauseEvent;
enum { TIMELINE_MOST = 4096 };
typedef struct Timeline {
    uint64_t start;
    uint32_t count, stride, skipped; // one of `stride` pauses is noted: the longest of them
    PauseEvent events[TIMELINE_MOST];
} Timeline;
void timeline_note(Timeline *timeline, PauseEvent event);

enum { MARKS_WAITING = 8 };
typedef struct Collector {
    uintptr_t waiting[MARKS_WAITING]; // to be marked, while their pools' headers are on the way from memory: a ring. Blocks that are no objects have bit 0 set
    unsigned waiting_at;
    bool is_measuring; // gc_own_bytes is: nothing is marked, blocks are summed up (in the line that marking reads)
    Object **mark_stack, **mark_top; // reserved: mark_capacity entries
    size_t mark_capacity;
    Code **codes; // those traced in this collection (malloc)
    size_t code_count, code_capacity;
    Object **log; // marked objects that were written to since the last collection (malloc)
    size_t log_count, log_capacity;
    LoggedPlaces *places; // or were, if they have many values, written to there (malloc)
    size_t place_count, place_capacity;
    PartlyTraced *parts; // containers of many values (malloc)
    size_t part_count, part_capacity;
    bool is_watched; // marking is, by gc_look.c: nothing is put off
    size_t measured; // by gc_own_bytes
    struct FoundValues *immediates; // gets the values met that are no objects; or NULL
    unsigned passes; // of a collection in steps, over what was logged
    Str **interned; // strings interned since the last collection (malloc)
    size_t interned_count, interned_capacity;
    Type *types;    // traced in this collection: linked by next_traced
    size_t finalizable_old; // so many entries of vm->finalizable, from the start, are of old objects
    bool log_is_lost; // memory was short: not all that was written to is in it
    bool must_be_full; // the next collection: what a young one has to know was lost, or is not kept
    struct Verifier *verifier;
    size_t pending_count; // entries of vm->finalizable that wait for their finaliser
    uint64_t safepoints;  // asked to collect in stress mode
    Pauses pauses;
    Timeline *timeline; // NULL: none is kept (VMConfig.keeps_timeline)
    bool finalizing;      // scripts' finalisers are running
    bool is_disabled;     // by the script: nothing is collected by itself while there is room (gc.c)
    bool is_calling_back; // gc.callbacks hear of a collection: what they cause themselves is no news
    bool is_broken;       // the root stack overflowed: nothing is collected any more
} Collector;
// DEL_DONE: its __del__ was called. It waits for its finalize slot, or, if it has none, until it has died: gc.is_finalized().
enum { GC_DEL_DONE = 1, GC_PENDING = 2, GC_HEAD = 4, GC_CYCLE = 8 /* order_pending's */, GC_TAGS = 15 }; // low bits of the words in vm->finalizable

// False when memory is short.
bool gc_open(VM *vm);
// Runs every finalize slot (not __del__), gives the collector's memory back.
void gc_close(VM *vm);
// Calls __del__ of every object that still has one to come, then the finalize slots: the end of the program.
void gc_finalize_all(VM *vm);
// gc_collect without stress mode's sparing, and also while that is off (gc.collect()).
void gc_collect_now(VM *vm);
// After a failure: true when it was a MemoryError for want of room, which is cleared: a collection was made, and what had no effect is to be done again, once. What the
// caller goes on with must be among the roots: in arguments, for natives.
bool gc_made_room(VM *vm);
// Whether gc_collect collects while there is room.
void gc_set_enabled(VM *vm, bool is_enabled);
// Calls gc.callbacks with the phase ("start", "stop") of a collection, unless they run already. (modules/gc_module.c)
bool gc_has_callbacks(VM *vm);
void gc_call_back(VM *vm, const char *phase, int generation);
// The object's __del__ was called.
bool gc_is_finalized(const VM *vm, const Object *object);
// Weak references (objects/weakref.c). After marking: empties those whose object is unmarked; after finalisers' objects are marked as well: takes
// out the unmarked ones themselves. Then, at the safepoint, the callbacks of those emptied are called.
void weak_references_mark(VM *vm);
Value weak_reference_of(VM *vm, Value v); // the first one that was made without a callback, else any; VALUE_NONE
void weak_references_clear(VM *vm, bool full);
void weak_references_sweep(VM *vm, bool full);
void weak_references_call_back(VM *vm);
void weak_references_close(VM *vm);
// To be called by the trace function of Code: its inline caches are looked at when marking is done. False: mark them instead.
bool gc_note_code(VM *vm, Code *code);
// The entry made last is taken out again.
void gc_unregister_last(VM *vm);
// A string was added to vm->interned, which holds it weakly.
MAY_RAISE bool gc_note_interned(VM *vm, Str *name);
// To be called by the trace function of Type.
void gc_note_type(VM *vm, Type *type);
// It can refer to others, and is one that scripts may see.
bool gc_is_tracked(const VM *vm, const Object *object);
// Lists of: all objects that are tracked and reachable; what the objects refer to, each once (but small ints and the like as often as they are
// referred to); the tracked ones that refer to one of `targets` (all objects). Each is a full collection: what natives that run need is to be rooted.
MAY_RAISE Value gc_list_objects(VM *vm);
MAY_RAISE Value gc_list_referents(VM *vm, const Value *objects, size_t count);
MAY_RAISE Value gc_list_referrers(VM *vm, const Value *targets, size_t count);
// Bytes of the object and of the blocks that belong to it alone.
size_t gc_own_bytes(VM *vm, Object *object);
// The next collection is to be full.
void gc_must_be_full(VM *vm);
#endif
