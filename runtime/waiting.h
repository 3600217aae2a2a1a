// Waiting that a host can end.
//
// In a process of its own (the `typhon` command) a native waits in the system, and a signal wakes it when its time is over (EINTR). A host's signals are its
// own: there a native waits in slices, and between two of them looks whether the run is to end, is interrupted, or may stand still until the host resumes it.
// Only the first thread of a VM looks; others end when the VM does.
//
// What is left to the system (SECURITY.md): looking up names, calls on files that a slow file system holds up, sendfile, splice and ioctl.
#ifndef TYPHON_RUNTIME_WAITING_H
#define TYPHON_RUNTIME_WAITING_H
#include "runtime/vm.h"
enum { WAIT_SLICE = 20 }; // milliseconds
static inline bool waits_in_slices(const VM *vm) { return vm->config.host != NULL; }
// Milliseconds of the next slice; 0 where the run stands still in place of it: the host's loop turns. Of the thread that has the turn.
int wait_length(const VM *vm, bool has_end);
// Between two slices; has_end: the script said how long it wants to wait. False: raised. Work, as in vm.h: scripts of the host may have run meanwhile.
MAY_RAISE bool wait_looks(VM *vm, bool has_end);
// In a VM of a host: rests for *milliseconds, doubles them up to a slice, looks. For calls that have to be asked again. Start with 1.
MAY_RAISE bool wait_slice(VM *vm, int *milliseconds);
// In a VM of a host: until the descriptor, if it is one that makes its callers wait, is ready for `events` of poll(2), and stays so while this thread has the turn
// (BLOCKING_BEGIN_IF(vm, !waits_in_slices(vm)) around the call). False: raised. Otherwise true at once.
MAY_RAISE bool wait_for_descriptor(VM *vm, int descriptor, short events);
// How much of `size` bytes to write to the descriptor at a time: so much that it does not wait once it is ready. All, if it is no descriptor to wait for.
size_t wait_most_written(const VM *vm, int descriptor, size_t size);
// How much of it can be written without waiting at all: 0: nothing, now.
size_t wait_taken_at_once(const VM *vm, int descriptor, size_t size);
// openat(2), of pipes with names, too, whose other end nobody has opened. -1: errno, or an exception is set.
MAY_RAISE int wait_openat(VM *vm, int folder, const char *name, int flags, unsigned mode);
#endif
