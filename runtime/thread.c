#define _GNU_SOURCE // pthread_condattr_setclock
#include "runtime/objects/traceback.h"
#include "runtime/trace.h"
#include "runtime/thread.h"
#include "runtime/frame.h"
#include "runtime/gc.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/waiting.h"
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum {
    THREAD_STACK_VALUES = 4 * 1024 * 1024, // reserved, committed as used
    THREAD_ROOTS = 256,
    THREAD_C_STACK = 8 * 1024 * 1024,
    THREAD_MEMORY = 128 * 1024, // that a thread takes outside of the heap: what a limit counts it for
};

// ---- states --------------------------------------------------------------------------------------------------------

static void save(const VM *vm, ThreadState *s) {
    *s = (ThreadState){vm->exception, vm->handled, vm->thread_storage, vm->stack, vm->stack_top, vm->stack_end, vm->stack_high, vm->stack_counted, vm->frames, vm->frame, vm->frames_reserved_end, vm->frames_counted,
                       vm->roots, vm->roots_top, vm->roots_end, vm->c_stack_limit, vm->builders, vm->imports_running, vm->tracing};
}
static void load(VM *vm, const ThreadState *s) {
    vm->exception = s->exception, vm->handled = s->handled, vm->thread_storage = s->storage;
    vm->stack = s->stack, vm->stack_top = s->stack_top, vm->stack_end = s->stack_end, vm->stack_high = s->stack_high, vm->stack_counted = s->stack_counted;
    vm->frames = s->frames, vm->frame = s->frame, vm->frames_reserved_end = s->frames_reserved_end, vm->frames_counted = s->frames_counted;
    vm->roots = s->roots, vm->roots_top = s->roots_top, vm->roots_end = s->roots_end;
    vm->c_stack_limit = s->c_stack_limit, vm->builders = s->builders, vm->imports_running = s->imports_running;
    vm->frames_end = frames_limit(vm);
    vm->tracing = s->tracing;
    trace_adopt(vm);
}

static void *reserve(size_t size) {
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}
static bool open_state(const VM *vm, ThreadState *s) {
    size_t frames = (size_t)vm->recursion_limit + 1;
    *s = (ThreadState){.exception = VALUE_UNBOUND, .handled = VALUE_NONE, .storage = VALUE_UNBOUND, .tracing = {.trace = VALUE_NONE, .profile = VALUE_NONE}};
    s->stack = s->stack_top = s->stack_high = reserve(THREAD_STACK_VALUES * sizeof(Value));
    s->frames = reserve(frames * sizeof(Frame));
    s->roots = s->roots_top = malloc((THREAD_ROOTS + ROOTS_BEHIND) * sizeof(Value));
    s->stack_end = s->stack ? s->stack + THREAD_STACK_VALUES : NULL;
    s->frames_reserved_end = s->frames ? s->frames + frames : NULL;
    if (s->stack && s->frames) s->stack_counted = stack_first_step(vm, s->stack, s->stack_end), s->frames_counted = frames_first_step(vm, s->frames, s->frames_reserved_end);
    s->frame = s->frames ? s->frames - 1 : NULL;
    s->roots_end = s->roots ? s->roots + THREAD_ROOTS : NULL;
    return s->stack && s->frames && s->roots;
}
static void close_state(ThreadState *s) {
    if (s->stack) munmap(s->stack, (size_t)(s->stack_end - s->stack) * sizeof(Value));
    if (s->frames) munmap(s->frames, (size_t)(s->frames_reserved_end - s->frames) * sizeof(Frame));
    free(s->roots);
}

// ---- the group -----------------------------------------------------------------------------------------------------

static void open_condition(pthread_cond_t *condition) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(condition, &attributes);
    pthread_condattr_destroy(&attributes);
}
static Thread *new_record(ThreadGroup *group) {
    Thread *thread = calloc(1, sizeof *thread);
    if (!thread) return NULL;
    thread->group = group;
    thread->finished = VALUE_NONE;
    for (int i = 0; i < 3; i++) thread->start[i] = VALUE_NONE;
    open_condition(&thread->wake);
    return thread;
}
static void free_record(Thread *thread) {
    pthread_cond_destroy(&thread->wake);
    free(thread);
}

ThreadGroup *thread_group(VM *vm) {
    if (vm->threads) return vm->threads;
    ThreadGroup *group = calloc(1, sizeof *group);
    if (group && !(group->first = new_record(group))) free(group), group = NULL;
    if (!group) return raise_memory_error(vm), NULL;
    pthread_mutex_init(&group->mutex, NULL);
    open_condition(&group->turn_ended);
    group->vm = vm;
    group->first->handle = pthread_self();
    group->running = group->first;
    group->next_ticket = 1; // ticket 0 is the one being served
    group->count = group->references = 1;
    return vm->threads = group;
}
// With the mutex held, which it gives up.
static void drop_reference(ThreadGroup *group) {
    bool last = --group->references == 0;
    pthread_mutex_unlock(&group->mutex);
    if (!last) return;
    pthread_mutex_destroy(&group->mutex);
    pthread_cond_destroy(&group->turn_ended);
    free(group);
}

// ---- the turn ------------------------------------------------------------------------------------------------------

static struct timespec after(double seconds) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    double whole = floor(seconds);
    t.tv_sec += (time_t)whole;
    t.tv_nsec += (long)((seconds - whole) * 1e9);
    if (t.tv_nsec >= 1000000000) t.tv_sec++, t.tv_nsec -= 1000000000;
    return t;
}
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

// The VM is going: this thread has nothing to return to. Mutex held.
static void leave_for_good(Thread *thread) {
    ThreadGroup *group = thread->group;
    jmp_buf *end = thread->end;
    close_state(&thread->state);
    free_record(thread);
    drop_reference(group);
#ifdef __SANITIZE_ADDRESS__ // what a native holds while it waits goes with its thread: the checker of leaks is to find it on a stack that stays
    for (;;) pause();
#endif
    if (end) longjmp(*end, 1); // pthread_exit unwinds the stack frame by frame, and those of native code tell nothing of themselves
    pthread_exit(NULL);
}
// Both with the mutex held. The state is saved before and loaded after.
static void end_turn(ThreadGroup *group) {
    group->serving++;
    pthread_cond_broadcast(&group->turn_ended);
}
static void await_turn(Thread *thread) {
    ThreadGroup *group = thread->group;
    uint64_t ticket = group->next_ticket++;
    while (ticket != group->serving) {
        if (group->is_closing) leave_for_good(thread);
        struct timespec end = after(THREAD_TURN * 1e-3);
        if (pthread_cond_timedwait(&group->turn_ended, &group->mutex, &end) != ETIMEDOUT || group->is_closing) continue;
        attention_set(group->vm, ATTENTION_SWITCH);
    }
    if (group->is_closing) leave_for_good(thread);
}
static void begin(Thread *thread) {
    thread->group->running = thread;
    load(thread->group->vm, &thread->state);
}

Thread *thread_leave(VM *vm) {
    Thread *thread = vm->threads->running;
    save(vm, &thread->state);
    pthread_mutex_lock(&thread->group->mutex);
    end_turn(thread->group);
    pthread_mutex_unlock(&thread->group->mutex);
    return thread;
}
void thread_return(Thread *thread) {
    int error = errno;
    pthread_mutex_lock(&thread->group->mutex);
    await_turn(thread);
    pthread_mutex_unlock(&thread->group->mutex);
    begin(thread);
    errno = error;
}
void thread_yield(VM *vm) {
    attention_clear(vm, ATTENTION_SWITCH);
    if (!threads_are_many(vm) || vm->imports_running) return; // a module half imported is not for others to see
    Thread *thread = vm->threads->running;
    pthread_mutex_lock(&thread->group->mutex);
    bool is_wanted = thread->group->next_ticket > thread->group->serving + 1;
    pthread_mutex_unlock(&thread->group->mutex);
    if (is_wanted) thread_return(thread_leave(vm));
}

bool thread_park(VM *vm, double end) {
    Thread *thread = vm->threads->running;
    ThreadGroup *group = thread->group;
    bool is_first = thread_is_main(vm);
    const double slice = wait_length(vm, end >= 0) * 1e-3;
    save(vm, &thread->state);
    pthread_mutex_lock(&group->mutex);
    end_turn(group);
    while (!thread->is_woken) {
        if (group->is_closing) leave_for_good(thread);
        if (is_first && attention_of(vm) & (ATTENTION_INTERRUPT | ATTENTION_STOP)) break;
        double left = end < 0 ? 1e6 : end - now();
        if (left <= 0) break;
        if (is_first && left > slice) left = slice;
        struct timespec until = after(left);
        if (pthread_cond_timedwait(&thread->wake, &group->mutex, &until) == ETIMEDOUT && is_first && waits_in_slices(vm)) break;
    }
    bool is_woken = thread->is_woken;
    await_turn(thread);
    pthread_mutex_unlock(&group->mutex);
    begin(thread);
    return is_woken;
}
void thread_wake(Thread *thread) {
    pthread_mutex_lock(&thread->group->mutex);
    thread->is_woken = true;
    pthread_cond_signal(&thread->wake);
    pthread_mutex_unlock(&thread->group->mutex);
}

// ---- starting and ending -------------------------------------------------------------------------------------------

static void run(VM *vm, Thread *thread) {
    Value function = thread->start[0], arguments = thread->start[1], keywords = thread->start[2];
    for (int i = 0; i < 3; i++) root_push(vm, thread->start[i]), thread->start[i] = VALUE_NONE;
    Value result;
    if (keywords == VALUE_NONE) {
        result = call_value(vm, function, as_tuple(arguments)->items, (uint32_t)as_tuple(arguments)->count);
    } else { // function(*arguments, **keywords) by way of a partial application is not worth a second calling convention
        Dict *dict = as_dict(keywords);
        Value names = op_to_tuple(vm, keywords), all = names == VALUE_ERROR ? VALUE_ERROR : list_new(vm, as_tuple(arguments)->items, as_tuple(arguments)->count);
        bool good = all != VALUE_ERROR;
        for (size_t i = 0; good && i < as_tuple(names)->count; i++) {
            Value value = dict_get(vm, dict, as_tuple(names)->items[i]);
            good = value != VALUE_ERROR && value != VALUE_UNBOUND && list_append(vm, as_list(all), value);
        }
        if (good) root_push(vm, names), root_push(vm, all);
        result = good ? call_keywords(vm, function, as_list(all)->items, (uint32_t)as_tuple(arguments)->count, names) : VALUE_ERROR;
    }
    if (result != VALUE_ERROR) return;
    // Of a script that was stopped the first thread tells: hundreds that each had to would take longer than it is given to end.
    if (vm->is_stopped || error_matches(vm, vm->types.SystemExit)) error_clear(vm);
    else sys_report_unraisable_as(vm, "Exception ignored in thread started by", function);
}
static void link_record(ThreadGroup *group, Thread *thread) {
    thread->next = group->first->next;
    group->first->next = thread;
    group->count++;
}
static void unlink_record(ThreadGroup *group, Thread *thread) {
    for (Thread *t = group->first; t; t = t->next)
        if (t->next == thread) t->next = thread->next;
    group->count--;
}
static void thread_run(Thread *thread) {
    ThreadGroup *group = thread->group;
    VM *vm = group->vm;
    pthread_mutex_lock(&group->mutex);
    await_turn(thread);
    pthread_mutex_unlock(&group->mutex);
    begin(thread);
    vm_adopt_c_stack(vm);
    run(vm, thread);
    if (thread->finished != VALUE_NONE) lock_release(vm, thread->finished);
    unlink_record(group, thread);
    stacks_leave(vm, vm->stack, vm->stack_counted, vm->frames, vm->frames_counted);
    ThreadState state;
    save(vm, &state);
    pthread_mutex_lock(&group->mutex);
    end_turn(group);
    free_record(thread);
    drop_reference(group);
    close_state(&state);
}
static void *thread_main(void *argument) {
    Thread *thread = argument;
    jmp_buf end;
    thread->end = &end;
    if (!setjmp(end)) thread_run(thread);
    return NULL;
}

bool thread_start(VM *vm, const Value start[3], Value finished, size_t c_stack_size, int64_t *identity) {
    ThreadGroup *group = thread_group(vm);
    size_t limit = vm->config.heap_limit;
    if (group && limit && group->count > limit / THREAD_MEMORY) return raise_error(vm, vm->types.RuntimeError, "can't start new thread"), false;
    Thread *thread = group ? new_record(group) : NULL;
    if (!thread || !open_state(vm, &thread->state)) {
        if (thread) close_state(&thread->state), free_record(thread);
        return raise_memory_error(vm), false;
    }
    memcpy(thread->start, start, sizeof thread->start);
    thread->finished = finished;
    link_record(group, thread);
    pthread_mutex_lock(&group->mutex);
    group->references++;
    pthread_mutex_unlock(&group->mutex);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, c_stack_size ? c_stack_size : THREAD_C_STACK);
    sigset_t all, before; // signals are the first thread's
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(&thread->handle, &attributes, thread_main, thread);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    if (!error) return *identity = (int64_t)thread->handle, true;
    unlink_record(group, thread);
    pthread_mutex_lock(&group->mutex);
    drop_reference(group);
    close_state(&thread->state), free_record(thread);
    return raise_error(vm, vm->types.RuntimeError, "can't start new thread"), false;
}

int64_t thread_identity(void) { return (int64_t)pthread_self(); }
bool thread_is_main(const VM *vm) { return !vm->threads || vm->threads->running == vm->threads->first || vm->threads->running->is_fiber; }
int thread_signal(VM *vm, int64_t identity, int number) {
    if (!vm->threads) return identity == thread_identity() ? pthread_kill(pthread_self(), number) : ESRCH;
    for (Thread *thread = vm->threads->first; thread; thread = thread->next)
        if ((int64_t)thread->handle == identity) return pthread_kill(thread->handle, number);
    return ESRCH;
}

// The records of the others stay allocated: locks may still refer to them.
void threads_after_fork(VM *vm) {
    ThreadGroup *group = vm->threads;
    if (!group) return;
    pthread_mutex_init(&group->mutex, NULL);
    open_condition(&group->turn_ended);
    Thread *fiber = group->running->is_fiber ? group->running : NULL;
    if (!fiber) group->first = group->running;
    group->first->next = fiber;
    if (fiber) fiber->next = NULL;
    group->first->handle = pthread_self();
    group->next_ticket = group->serving + 1;
    group->count = fiber ? 2 : 1;
    group->references = 1;
}

// ---- fibers --------------------------------------------------------------------------------------------------------

Thread *thread_new_fiber(VM *vm, char *c_stack_limit) {
    ThreadGroup *group = thread_group(vm);
    Thread *fiber = group ? new_record(group) : NULL;
    if (!fiber || !open_state(vm, &fiber->state)) {
        if (fiber) close_state(&fiber->state), free_record(fiber);
        return raise_memory_error(vm), NULL;
    }
    fiber->is_fiber = true;
    fiber->state.c_stack_limit = c_stack_limit;
    link_record(group, fiber);
    return fiber;
}

void thread_switch(VM *vm, Thread *to) {
    save(vm, &vm->threads->running->state);
    to->handle = pthread_self();
    begin(to);
}

void thread_delete_fiber(VM *vm, Thread *fiber) {
    unlink_record(vm->threads, fiber);
    frame_objects_forget(vm, fiber->state.frames, fiber->state.frame);
    stacks_leave(vm, fiber->state.stack, fiber->state.stack_counted, fiber->state.frames, fiber->state.frames_counted);
    close_state(&fiber->state);
    free_record(fiber);
}

void threads_visit(VM *vm, void (*visit)(VM *vm)) {
    if (!threads_are_many(vm)) return;
    ThreadState running;
    save(vm, &running);
    for (Thread *thread = vm->threads->first; thread; thread = thread->next) {
        if (thread == vm->threads->running) continue;
        load(vm, &thread->state);
        visit(vm);
        save(vm, &thread->state);
    }
    load(vm, &running);
}
void threads_mark(VM *vm) {
    for (Thread *thread = vm->threads ? vm->threads->first : NULL; thread; thread = thread->next) {
        for (int i = 0; i < 3; i++) gc_mark(vm, thread->start[i]);
        gc_mark(vm, thread->finished);
    }
}
void threads_finish(VM *vm) {
    Str *name = str_intern(vm, "threading", 9), *shutdown = str_intern(vm, "_shutdown", 9);
    Value module = name && shutdown ? dict_get_str(vm, vm->modules, name) : VALUE_UNBOUND;
    if (module != VALUE_UNBOUND && call_method(vm, module, shutdown, NULL, 0) == VALUE_ERROR) sys_report_unraisable(vm, module);
    if (error_is_set(vm)) error_clear(vm);
}
void threads_close(VM *vm) {
    ThreadGroup *group = vm->threads;
    if (!group) return;
    pthread_mutex_lock(&group->mutex);
    group->is_closing = true;
    for (Thread *thread = group->first; thread; thread = thread->next) pthread_cond_signal(&thread->wake);
    pthread_cond_broadcast(&group->turn_ended);
    free_record(group->first);
    vm->threads = NULL;
    drop_reference(group);
}
