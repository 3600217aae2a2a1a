// Collector: precise mark and sweep over the VM's heap (alloc/heap.h has mark bits and sweep; this has roots and tracing).
//
//     roots -> mark stack -> trace slot of each object's type -> ... until the stack is empty
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

typedef struct Collector {
    Object **mark_stack, **mark_top; // reserved: mark_capacity entries
    size_t mark_capacity;
    Code **codes; // those traced in this collection (malloc)
    size_t code_count, code_capacity;
    size_t pending_count; // entries of vm->finalizable that wait for their finaliser
    uint64_t safepoints;  // asked to collect in stress mode
    bool finalizing;      // scripts' finalisers are running
    bool is_broken;       // the root stack overflowed: nothing is collected any more
} Collector;
enum { GC_DEL_DONE = 1, GC_PENDING = 2, GC_TAGS = 7 }; // low bits of the words in vm->finalizable

// False when memory is short.
bool gc_open(VM *vm);
// Runs every finalize slot (not __del__), gives the collector's memory back.
void gc_close(VM *vm);
// Calls __del__ of every object that still has one to come, then the finalize slots: the end of the program.
void gc_finalize_all(VM *vm);
// gc_collect without stress mode's sparing (gc.collect()).
void gc_collect_now(VM *vm);
// Weak references (objects/weakref.c). After marking: empties those whose object is unmarked; after finalisers' objects are marked as well: takes
// out the unmarked ones themselves. Then, at the safepoint, the callbacks of those emptied are called.
void weak_references_mark(VM *vm);
void weak_references_clear(VM *vm);
void weak_references_sweep(VM *vm);
void weak_references_call_back(VM *vm);
void weak_references_close(VM *vm);
// To be called by the trace function of Code: its inline caches are looked at when marking is done. False: mark them instead.
bool gc_note_code(VM *vm, Code *code);
#endif
