// Natives that wait for the system let other threads of the VM run meanwhile: BLOCKING_BEGIN(vm); n = read(...); BLOCKING_END(vm);
// It is a safepoint: what is not rooted may be collected, and scripts may change anything. errno is kept.
#ifndef TYPHON_RUNTIME_THREAD_H
#define TYPHON_RUNTIME_THREAD_H
#include "runtime/vm.h"
#include <errno.h>
#include <signal.h>
#define BLOCKING_BEGIN(vm) ((void)(vm))
#define BLOCKING_END(vm) ((void)(vm))
static inline bool thread_is_main(const VM *vm) { return (void)vm, true; }
static inline int thread_signal(VM *vm, int64_t thread, int number) { return (void)vm, (void)thread, raise(number) == 0 ? 0 : errno; }
#endif
