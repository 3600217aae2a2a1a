// Interpreters: the VMs that scripts start, each with a heap of its own, truly parallel (modules/interpreters_module.c shows them to scripts, and concurrent.interpreters
// is made of that).
//
//   family   the VM of the program and all that were started from it, by number; the queues between them. One mutex guards it all; it is held for moments only.
//            A VM that has started none has no family.
//   member   a VM, and whether a thread is in it. It has no thread of its own: a thread of another member calls into it, and meanwhile other threads of that
//            other member have the turn (thread.h). One thread at a time.
//   queue    parcels under way. Where the program's VM has a heap limit, all queues together hold no more than that.
//
// What a member is called with and what it gives back are parcels (parcel.h), or pickled where they are anything else.
//
// Members have the configuration of the VM that started them (limits and all: each may use as much as it) and its grants, but no signals. Starting one needs the
// grant of threads.
// When the program's VM ends, so do they: those that a thread is in are stopped, and that thread deletes them.
#ifndef TYPHON_RUNTIME_INTERPRETERS_H
#define TYPHON_RUNTIME_INTERPRETERS_H
#include "runtime/vm.h"

enum { INTERPRETERS_MOST = 256 }; // of one family

// How a VM is made for a script: what a host gives (embed/interpreter_vm.c).
typedef struct VMMaker {
    VM *(*open)(VM *parent); // NULL: memory is short
    void (*close)(VM *vm);
} VMMaker;

void interpreters_close(VM *vm); // the VM goes
#endif
