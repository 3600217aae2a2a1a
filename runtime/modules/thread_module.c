// _thread: threads and their locks (library reference, "_thread"). What a thread is in this runtime: runtime/thread.h.
//
// A lock is a word and a queue of those who wait for it: only the thread that has the turn looks at either. Releasing wakes the first in the queue, who
// takes the lock if nobody was faster.
#include "runtime/thread.h"
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/system_path.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include "runtime/waiting.h"
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

typedef struct Waiter {
    Thread *thread;
    struct Waiter *next;
} Waiter; // on the C stack of a thread that waits
typedef struct Lock {
    Object head;
    uint32_t count;   // 0: free; a Lock: 1; an RLock: how often its owner has it
    int64_t owner;    // of an RLock
    Waiter *first, *last;
} Lock;
static const double TIMEOUT_MOST = 9223372036.0;

static Lock *as_lock(Value v) { return (Lock *)as_object(v); }

static void wait_in_line(Lock *lock, Waiter *waiter) {
    waiter->next = NULL;
    if (lock->last) lock->last->next = waiter;
    else lock->first = waiter;
    lock->last = waiter;
}
static void leave_line(Lock *lock, const Waiter *waiter) {
    for (Waiter **link = &lock->first, *before = NULL; *link; before = *link, link = &(*link)->next) {
        if (*link != waiter) continue;
        *link = waiter->next;
        if (lock->last == waiter) lock->last = before;
        return;
    }
}
static void wake_first(Lock *lock) {
    Waiter *waiter = lock->first;
    if (!waiter) return;
    lock->first = waiter->next;
    if (!lock->first) lock->last = NULL;
    thread_wake(waiter->thread);
}
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

// acquire's two arguments: false, or how long to wait (negative: without end). 0 does not wait.
static bool read_timeout(VM *vm, const Value *args, double *timeout) {
    int blocking = args[1] == VALUE_UNBOUND ? 1 : op_truth(vm, args[1]);
    *timeout = -1;
    if (blocking < 0 || (args[2] != VALUE_UNBOUND && !number_to_double(vm, args[2], timeout))) return false;
    if (isnan(*timeout)) return raise_value_error(vm, "Invalid value NaN (not a number)"), false;
    if (!blocking && *timeout != -1) return raise_value_error(vm, "can't specify a timeout for a non-blocking call"), false;
    if (*timeout < 0 && *timeout != -1) return raise_value_error(vm, "timeout value must be positive"), false;
    if (*timeout > TIMEOUT_MOST) return raise_overflow_error(vm, "timestamp out of range for platform time_t"), false;
    if (!blocking) *timeout = 0;
    return grants_allow_wait(vm, *timeout);
}
// Waits until the lock is free: 1; 0: the time is over; -1: a signal's handler has raised.
static int await_free(VM *vm, Lock *lock, double timeout) {
    if (!lock->count) return 1;
    if (timeout == 0) return 0;
    ThreadGroup *group = thread_group(vm);
    if (!group) return -1;
    double end = timeout < 0 ? -1 : now() + timeout;
    while (lock->count) {
        Waiter waiter = {.thread = group->running};
        waiter.thread->is_woken = false;
        wait_in_line(lock, &waiter);
        bool is_woken = thread_park(vm, end);
        if (!is_woken) leave_line(lock, &waiter);
        if (!wait_looks(vm, end >= 0)) {
            if (is_woken && !lock->count) wake_first(lock); // somebody else's turn, then
            return -1;
        }
        if (lock->count && end >= 0 && now() >= end) return 0;
    }
    return 1;
}

// ---- Lock ----------------------------------------------------------------------------------------------------------

static Value lock_new(VM *vm, Type *type) {
    Lock *lock = object_new(vm, type, sizeof *lock);
    if (!lock) return VALUE_ERROR;
    memset((char *)lock + sizeof(Object), 0, sizeof *lock - sizeof(Object));
    return from_object(lock);
}
static Value lock_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args;
    if (count || keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "%N() takes no arguments", type);
    return lock_new(vm, type);
}
static Value lock_acquire(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double timeout;
    if (!read_timeout(vm, args, &timeout)) return VALUE_ERROR;
    Lock *lock = as_lock(args[0]);
    int got = await_free(vm, lock, timeout);
    if (got > 0) lock->count = 1;
    return got < 0 ? VALUE_ERROR : from_bool(got);
}
void lock_release(VM *vm, Value v) {
    (void)vm;
    as_lock(v)->count = 0;
    wake_first(as_lock(v));
}
static Value lock_release_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!as_lock(args[0])->count) return raise_error(vm, vm->types.RuntimeError, "release unlocked lock");
    return lock_release(vm, args[0]), VALUE_NONE;
}
static Value lock_locked(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, from_bool(as_lock(args[0])->count); }
static Value lock_enter(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int got = await_free(vm, as_lock(args[0]), -1);
    if (got > 0) as_lock(args[0])->count = 1;
    return got < 0 ? VALUE_ERROR : VALUE_TRUE;
}
static Value lock_exit(VM *vm, Value *args, uint32_t count) { return lock_release_method(vm, args, count); }
static Value lock_repr(VM *vm, Value self) {
    return str_from_format(vm, "<%s %N object at %A>", as_lock(self)->count ? "locked" : "unlocked", value_type(vm, self), self);
}
static Value lock_after_fork(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    Lock *lock = as_lock(args[0]);
    lock->count = 0, lock->owner = 0, lock->first = lock->last = NULL;
    return VALUE_NONE;
}
static const NativeDef lock_methods[] = {
    {"acquire", {lock_acquire}, 0, 2, 0, "blocking timeout", DOC("Lock the lock.  Without argument, this blocks if the lock is already\nlocked (even by the same thread), waiting for another thread to release\nthe lock, and return True once the lock is acquired.")},
    {"acquire_lock", {lock_acquire}, 0, 2, 0, "blocking timeout", DOC(NULL)},
    {"release", {lock_release_method}, 0, 0, 0, NULL, DOC("Release the lock, allowing another thread that is blocked waiting for\nthe lock to acquire the lock.")},
    {"release_lock", {lock_release_method}, 0, 0, 0, NULL, DOC(NULL)},
    {"locked", {lock_locked}, 0, 0, 0, NULL, DOC("Return whether the lock is in the locked state.")},
    {"locked_lock", {lock_locked}, 0, 0, 0, NULL, DOC(NULL)},
    {"__enter__", {lock_enter}, 0, 0, 0, NULL, DOC(NULL)},
    {"__exit__", {lock_exit}, 0, -1, 0, NULL, DOC(NULL)},
    {"_at_fork_reinit", {lock_after_fork}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
static const TypeSpec lock_spec = {
    .name = "_thread.lock",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Lock),
    .flags = TYPE_FINAL | TYPE_SHOWS_MODULE | TYPE_WEAKLY_REFERABLE,
    .slots = SLOTS(SLOT(repr, lock_repr), SLOT(construct, lock_construct)),
    .methods = lock_methods,
    .doc = TYPE_DOC("A lock object is a synchronization primitive."),
};

// ---- RLock ---------------------------------------------------------------------------------------------------------

static bool is_mine(const Lock *lock) { return lock->count && lock->owner == thread_identity(); }
static Value recursive_take(VM *vm, Lock *lock, double timeout) {
    if (is_mine(lock)) {
        if (lock->count == UINT32_MAX) return raise_overflow_error(vm, "Internal lock count overflowed");
        return lock->count++, VALUE_TRUE;
    }
    int got = await_free(vm, lock, timeout);
    if (got > 0) lock->count = 1, lock->owner = thread_identity();
    return got < 0 ? VALUE_ERROR : from_bool(got);
}
static Value recursive_acquire(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double timeout;
    return read_timeout(vm, args, &timeout) ? recursive_take(vm, as_lock(args[0]), timeout) : VALUE_ERROR;
}
static Value recursive_release(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Lock *lock = as_lock(args[0]);
    if (!is_mine(lock)) return raise_error(vm, vm->types.RuntimeError, "cannot release un-acquired lock");
    if (--lock->count == 0) lock->owner = 0, wake_first(lock);
    return VALUE_NONE;
}
static Value recursive_enter(VM *vm, Value *args, uint32_t count) { return (void)count, recursive_take(vm, as_lock(args[0]), -1); }
static Value recursive_exit(VM *vm, Value *args, uint32_t count) { return recursive_release(vm, args, count); }
static Value recursive_is_owned(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, from_bool(is_mine(as_lock(args[0]))); }
static Value recursive_count(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, from_small_int(is_mine(as_lock(args[0])) ? as_lock(args[0])->count : 0); }
// For Condition: gives the lock up however often it is held, and takes it back so.
static Value recursive_release_save(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Lock *lock = as_lock(args[0]);
    if (!is_mine(lock)) return raise_error(vm, vm->types.RuntimeError, "cannot release un-acquired lock");
    int64_t held = lock->count;
    lock->count = 0, lock->owner = 0, wake_first(lock);
    return from_small_int(held);
}
static Value recursive_acquire_restore(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t held;
    if (!op_index_int64(vm, args[1], &held, true)) return VALUE_ERROR;
    Value taken = recursive_take(vm, as_lock(args[0]), -1);
    if (taken == VALUE_ERROR) return VALUE_ERROR;
    as_lock(args[0])->count = (uint32_t)held;
    return VALUE_NONE;
}
// The first thread of a VM that is deterministic is number 1.
static bool shows_one(const VM *vm) { return vm->config.deterministic && thread_is_main(vm); }
static Value recursive_repr(VM *vm, Value self) {
    const Lock *lock = as_lock(self);
    char rest[96];
    snprintf(rest, sizeof rest, "owner=%lld count=%u", (long long)(lock->count && shows_one(vm) ? 1 : lock->owner), lock->count);
    return str_from_format(vm, "<%s %N object %s at %A>", lock->count ? "locked" : "unlocked", value_type(vm, self), rest, self);
}
static const NativeDef recursive_methods[] = {
    {"acquire", {recursive_acquire}, 0, 2, 0, "blocking timeout", DOC("Lock the lock.")},
    {"release", {recursive_release}, 0, 0, 0, NULL, DOC("Release the lock, allowing another thread that is blocked waiting for\nthe lock to acquire the lock.")},
    {"__enter__", {recursive_enter}, 0, 0, 0, NULL, DOC(NULL)},
    {"__exit__", {recursive_exit}, 0, -1, 0, NULL, DOC(NULL)},
    {"_is_owned", {recursive_is_owned}, 0, 0, 0, NULL, DOC(NULL)},
    {"_recursion_count", {recursive_count}, 0, 0, 0, NULL, DOC(NULL)},
    {"_release_save", {recursive_release_save}, 0, 0, 0, NULL, DOC(NULL)},
    {"_acquire_restore", {recursive_acquire_restore}, 1, 1, 0, NULL, DOC(NULL)},
    {"_at_fork_reinit", {lock_after_fork}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
static const TypeSpec recursive_spec = {
    .name = "_thread.RLock",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Lock),
    .flags = TYPE_SHOWS_MODULE | TYPE_WEAKLY_REFERABLE,
    .slots = SLOTS(SLOT(repr, recursive_repr), SLOT(construct, lock_construct)),
    .methods = recursive_methods,
};

// ---- the module ----------------------------------------------------------------------------------------------------

enum { STATE_LOCK, STATE_STACK_SIZE, STATE_SIZE };
static List *state_of(VM *vm) { return as_list(vm->slots_for_modules[MODULE_SLOT_THREAD]); }
#define FUNCTION(name) static Value thread_##name(VM *vm, Value *args, uint32_t count)

FUNCTION(allocate_lock) { return (void)args, (void)count, lock_new(vm, (Type *)as_object(state_of(vm)->items[STATE_LOCK])); }
FUNCTION(get_ident) { return (void)args, (void)count, shows_one(vm) ? from_small_int(1) : int_from_int64(vm, thread_identity()); }
FUNCTION(get_native_id) { // asked by every thread that starts
    return (void)args, (void)count, from_small_int(grants_has(vm, GRANT_PROCESS) ? (int64_t)syscall(SYS_gettid) : 0);
}
FUNCTION(count) { return (void)args, (void)count, from_small_int(vm->threads ? vm->threads->count - 1 : 0); }
// What library modules keep for the thread that asks: a dict.
FUNCTION(shared_storage) {
    (void)args, (void)count;
    if (vm->thread_storage == VALUE_UNBOUND) {
        Dict *dict = dict_new(vm);
        if (!dict) return VALUE_ERROR;
        vm->thread_storage = from_object(dict);
    }
    return vm->thread_storage;
}
// start_new_thread(function, args[, kwargs[, lock released at the end]])
NATIVE_THAT_NEEDS(THREADS, thread_start_new_thread, "starting a thread") {
    Value keywords = count > 2 ? args[2] : VALUE_NONE, finished = count > 3 ? args[3] : VALUE_NONE;
    if (!is_object(args[0]) || !value_type(vm, args[0])->slots.call) return raise_type_error(vm, "first arg must be callable");
    if (!is_tuple(args[1])) return raise_type_error(vm, "2nd arg must be a tuple");
    if (keywords != VALUE_NONE && !is_dict(keywords)) return raise_type_error(vm, "optional 3rd arg must be a dictionary");
    if (finished != VALUE_NONE && !is_exactly(finished, (Type *)as_object(state_of(vm)->items[STATE_LOCK]))) return raise_type_error(vm, "4th arg must be a lock");
    int64_t identity;
    const Value start[3] = {args[0], args[1], keywords};
    size_t stack_size = (size_t)small_int(state_of(vm)->items[STATE_STACK_SIZE]);
    return thread_start(vm, start, finished, stack_size, &identity) ? int_from_int64(vm, identity) : VALUE_ERROR;
}
FUNCTION(stack_size) {
    int64_t size = 0;
    if (count && !op_index_int64(vm, args[0], &size, true)) return VALUE_ERROR;
    if (size < 0) return raise_value_error(vm, "size must be 0 or a positive value");
    if (size && (size < 32768 || size > INT32_MAX)) return raise_value_error(vm, "size not valid: %zd bytes", size);
    Value old = state_of(vm)->items[STATE_STACK_SIZE];
    if (count) gc_store(vm, state_of(vm), &state_of(vm)->items[STATE_STACK_SIZE], from_small_int(size));
    return old;
}
FUNCTION(exit) { return (void)args, (void)count, raise_error(vm, vm->types.SystemExit, ""); }
FUNCTION(interrupt_main) {
    int number = SIGINT;
    if (count && !system_int(vm, args[0], SIGINT, &number)) return VALUE_ERROR;
    if (number < 1 || number > 64) return raise_value_error(vm, "signal number out of range");
    struct sigaction action;
    if (sigaction(number, NULL, &action) != 0 || action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN) return VALUE_NONE; // nobody to be told
    if (!grants_allow(vm, GRANT_SIGNALS, "_thread.interrupt_main")) return VALUE_ERROR;
    if (vm->threads) thread_signal(vm, (int64_t)vm->threads->first->handle, number);
    else raise(number);
    return (!vm->threads || pthread_equal(pthread_self(), vm->threads->first->handle)) && attention_of(vm) & ATTENTION_INTERRUPT && raise_if_interrupted(vm) ? VALUE_ERROR : VALUE_NONE;
}
static const NativeDef functions[] = {
    {"allocate_lock", {thread_allocate_lock}, 0, 0, 0, NULL, DOC("Create a new lock object.")},
    {"allocate", {thread_allocate_lock}, 0, 0, 0, NULL, DOC("Create a new lock object.")},
    {"get_ident", {thread_get_ident}, 0, 0, 0, NULL, DOC("Return a non-zero integer that uniquely identifies the current thread.")},
    {"get_native_id", {thread_get_native_id}, 0, 0, 0, NULL, DOC("Return the identity of the thread as the operating system has it.")},
    {"_storage", {thread_shared_storage}, 0, 0, 0, NULL, DOC(NULL)},
    {"_count", {thread_count}, 0, 0, 0, NULL, DOC("Return the number of currently running threads, the main one excluded.")},
    {"start_new_thread", {thread_start_new_thread}, 2, 4, 0, NULL, DOC("Start a new thread and return its identifier.")},
    {"start_new", {thread_start_new_thread}, 2, 4, 0, NULL, DOC(NULL)},
    {"stack_size", {thread_stack_size}, 0, 1, 0, NULL, DOC("Return the thread stack size used when creating new threads.")},
    {"exit", {thread_exit}, 0, 0, 0, NULL, DOC("Raise SystemExit: the thread ends.")},
    {"exit_thread", {thread_exit}, 0, 0, 0, NULL, DOC(NULL)},
    {"interrupt_main", {thread_interrupt_main}, 0, 1, 0, NULL, DOC("Simulate the arrival of the given signal in the main thread.")},
    {0},
};
static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *lock = type_new_from_spec(vm, &lock_spec, vm->types.object), *recursive = lock ? type_new_from_spec(vm, &recursive_spec, vm->types.object) : NULL;
    Type *error = type_complete(vm, vm->types.RuntimeError);
    Value items[STATE_SIZE] = {recursive ? from_object(lock) : VALUE_NONE, from_small_int(0)};
    if (!recursive || !error || !system_set(vm, space, "LockType", from_object(lock)) || !system_set(vm, space, "RLock", from_object(recursive)) ||
        !system_set(vm, space, "error", from_object(error)) || !system_set(vm, space, "TIMEOUT_MAX", float_from_double(vm, TIMEOUT_MOST)))
        return false;
    return (vm->slots_for_modules[MODULE_SLOT_THREAD] = list_new(vm, items, STATE_SIZE)) != VALUE_ERROR;
}
const ModuleDef thread_module = {"_thread", functions, initialize};
