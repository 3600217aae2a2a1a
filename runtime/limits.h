// What ends a run, or interrupts it, besides its own will: a number of instructions, a moment in time, the host.
//
// A VM with a number counts: it runs the second form of the interpreter's loop (interpreter_counted.c), which takes one from `fuel` for each instruction and looks
// at its calls and at the ends of its loops whether any is left. The count is the same on every machine. A VM without pays nothing.
//
// Natives take from `fuel`, too, by what they have to do (`work` in vm.h), in a VM that does not count as well: that is when they look whether the script is to
// be stopped or interrupted. Fuel comes in slices, so that they look often enough. An instruction costs a few nanoseconds; so should a unit of work.
//
// A run that can be suspended stands still within natives, too. Most have not rooted what they work on, so nothing is collected until it goes on.
//
// A stopped script ends: TimeoutError is raised at each safepoint and each `work` from then on, and no handler, `finally` or `with` is run on the way out.
#ifndef TYPHON_RUNTIME_LIMITS_H
#define TYPHON_RUNTIME_LIMITS_H
#include "runtime/vm.h"
enum { FUEL_SLICE = 20000 }; // a tenth of a millisecond
// Counts from now on: so many until the host is asked for more, or the script is stopped. To be called while nothing runs.
void limits_count(VM *vm, int64_t instructions);
// From any thread, or a signal handler: the script ends at its next safepoint, with a TimeoutError of these words, which must live on.
void limits_stop(VM *vm, const char *reason);
// The VM may be used again.
void limits_forget_stop(VM *vm);
// At a safepoint: false: stopped, TimeoutError is set.
MAY_RAISE bool limits_allow(VM *vm);
// In a VM of a host whose script waits: the same; the run may stand still. has_end: the script said how long it wants to wait.
MAY_RAISE bool limits_allow_wait(VM *vm, bool has_end);
#endif
