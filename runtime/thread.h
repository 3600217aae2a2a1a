// Threads of a VM (modules/thread_module.c has what scripts see). Only one of them runs scripts at a time: the one that holds the VM's turn.
//
//   turn    handed out in order of asking. Who waits for it longer than THREAD_TURN sets ATTENTION_SWITCH, and the holder gives it up at its
//           next safepoint. While a thread waits for the system (BLOCKING_BEGIN ... BLOCKING_END) or for another thread (thread_park), others have it.
//   state   what belongs to a thread (its stacks, its exception) lies in the VM while the thread has the turn and in Thread.state otherwise.
//
// A VM that starts no thread has none of this (vm->threads NULL): it costs a comparison. Threads that are still there when the VM is deleted never
// get the turn again: they end where they ask for it. The group outlives the VM until the last of them has gone.
#ifndef TYPHON_RUNTIME_THREAD_H
#define TYPHON_RUNTIME_THREAD_H
#include "runtime/vm.h"
#include <pthread.h>
#include <setjmp.h>

typedef struct ThreadState {
    Value exception, handled, storage;
    Value *stack, *stack_top, *stack_end, *stack_high, *stack_counted;
    Frame *frames, *frame, *frames_reserved_end, *frames_counted;
    Value *roots, *roots_top, *roots_end;
    char *c_stack_limit;
    struct StrBuilder *builders;
    uint32_t imports_running;
    Tracing tracing;
} ThreadState;

typedef struct ThreadGroup ThreadGroup;
typedef struct Thread {
    ThreadGroup *group;
    struct Thread *next;      // of the group
    ThreadState state;        // while another thread has the turn
    pthread_t handle;
    pthread_cond_t wake;
    bool is_woken;            // guarded by the group's mutex
    Value start[3];           // function, arguments, keywords or None: until it runs
    Value finished;           // a lock that is released when it has ended, or None
    jmp_buf *end;             // where the system's thread goes to end; NULL: it is not ours
    bool is_fiber;            // no thread of the system: a run of the first one that can be suspended
} Thread;

struct ThreadGroup {
    pthread_mutex_t mutex;    // guards what follows
    pthread_cond_t turn_ended;
    uint64_t next_ticket, serving; // the thread whose ticket is `serving` has the turn
    bool is_closing;          // the VM is going
    uint32_t references;      // of the VM and of each thread but the first
    // Changed only by the thread that has the turn:
    VM *vm;
    Thread *first, *running;  // first: that of the VM's host; the others follow it
    uint32_t count;
};
enum { THREAD_TURN = 5 }; // milliseconds

// The group, made on first use; NULL: MemoryError.
MAY_RAISE ThreadGroup *thread_group(VM *vm);
// A thread that calls function(*arguments, **keywords) and then releases the lock `finished`. Its identity goes to *identity.
MAY_RAISE bool thread_start(VM *vm, const Value start[3], Value finished, size_t c_stack_size, int64_t *identity);
int64_t thread_identity(void);
bool thread_is_main(const VM *vm);
// Sends a signal to a thread of this VM; errno, ESRCH when there is none of that identity.
int thread_signal(VM *vm, int64_t identity, int number);

// Gives the turn to those who wait for it: at a safepoint.
void thread_yield(VM *vm);
// Lets others run until thread_wake(this one) or until `end` (seconds of CLOCK_MONOTONIC; negative: no end); true: woken. The first thread also returns
// when an interrupt waits to be handled, and in a VM of a host after a while (waiting.h). A safepoint. is_woken is to be cleared before others can know of the wait.
bool thread_park(VM *vm, double end);
void thread_wake(Thread *thread);

// A native that waits for the system: BLOCKING_BEGIN(vm); n = read(...); BLOCKING_END(vm); It is a safepoint: what is not rooted may be collected, scripts
// may change anything meanwhile. errno is kept.
Thread *thread_leave(VM *vm);
void thread_return(Thread *thread);
static inline bool threads_are_many(const VM *vm) { return vm->threads && vm->threads->count > 1; }
#define BLOCKING_BEGIN(vm) BLOCKING_BEGIN_IF(vm, true)
// gives_turn false: the call will not wait, whoever else might make it wait runs not before it is done.
#define BLOCKING_BEGIN_IF(vm, gives_turn) { Thread *blocking_thread_ = (gives_turn) && threads_are_many(vm) ? thread_leave(vm) : NULL
#define BLOCKING_END(vm) if (blocking_thread_) thread_return(blocking_thread_); }

// A run that can be suspended (embed/api_suspend.c): state of its own, on a C stack of its own. NULL: MemoryError.
MAY_RAISE Thread *thread_new_fiber(VM *vm, char *c_stack_limit);
// From the first thread to the fiber, or back: what lies in the VM is the other's now.
void thread_switch(VM *vm, Thread *to);
void thread_delete_fiber(VM *vm, Thread *fiber); // that does not run

// In the child of fork: the thread that called it is the only one.
void threads_after_fork(VM *vm);
// Calls `visit` with the state of each thread that has not the turn put into the VM in place of the running one's.
void threads_visit(VM *vm, void (*visit)(VM *vm));
void threads_mark(VM *vm); // what else they keep
// The program ends: waits for the threads that are not daemons (threading._shutdown).
void threads_finish(VM *vm);
void threads_close(VM *vm);
// thread_module.c: releases the lock.
void lock_release(VM *vm, Value lock);
#endif
