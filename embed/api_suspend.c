// typhon.h: budgets, and runs that are suspended.
//
// A run that can be suspended has a C stack of its own, so that it may stop anywhere: in the loop, in a native that calls a script back, in a host function
// that is not ready. What the VM keeps of it (registers, frames, roots) is a thread's state (runtime/thread.h), which the collector knows how to visit. Both
// are kept from one run to the next.
#include "embed/api.h"
#include "runtime/limits.h"
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

enum {
    C_STACK = 1 << 20,
    C_STACK_LEAST = 128 * 1024,
    C_STACK_MARGIN = 64 * 1024, // for natives that do not ask how much is left
};

// ---- switching ---------------------------------------------------------------------------------------------------

static void to_run(typhon_vm *vm) {
    Run *run = &vm->run;
    thread_switch(vm->vm, run->thread);
#ifdef __SANITIZE_ADDRESS__
    void *fake;
    __sanitizer_start_switch_fiber(&fake, run->run_stack, run->run_stack_size);
#endif
#ifdef __SANITIZE_THREAD__
    run->host_fiber = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(run->at_fiber, 0);
#endif
    swapcontext(&run->context->of_host, &run->context->of_run);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(fake, &run->run_stack, &run->run_stack_size);
#endif
}

static void to_host(typhon_vm *vm) {
    Run *run = &vm->run;
    thread_switch(vm->vm, vm->vm->threads->first);
#ifdef __SANITIZE_ADDRESS__
    void *fake;
    __sanitizer_start_switch_fiber(&fake, run->host_stack, run->host_stack_size);
#endif
#ifdef __SANITIZE_THREAD__
    run->at_fiber = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(run->host_fiber, 0);
#endif
    swapcontext(&run->context->of_run, &run->context->of_host);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(fake, &run->host_stack, &run->host_stack_size);
#endif
}

// makecontext passes ints.
static void run_main(unsigned low, unsigned high) {
    typhon_vm *vm = (typhon_vm *)((uintptr_t)high << 32 | low);
    Run *run = &vm->run;
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(NULL, &run->host_stack, &run->host_stack_size);
#endif
    for (;;) {
        run->result = run->context->job.function(vm, &run->context->job);
        if (run->result == VALUE_ERROR) api_fail(vm);
        run->is_done = true;
        to_host(vm);
    }
}

static bool open_run(typhon_vm *vm) {
    Run *run = &vm->run;
    if (run->thread) return true;
    if (!run->context && !(run->context = malloc(sizeof *run->context))) return raise_memory_error(vm->vm), false;
    run->stack_size = vm->config.c_stack ? vm->config.c_stack : C_STACK;
    if (run->stack_size < C_STACK_LEAST) run->stack_size = C_STACK_LEAST;
    run->stack_size = (run->stack_size + 4095) & ~(size_t)4095;
    run->stack = mmap(NULL, run->stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (run->stack == MAP_FAILED) return run->stack = NULL, raise_memory_error(vm->vm), false;
    mprotect(run->stack, 4096, PROT_NONE); // whoever overruns it ends at once
#ifdef __SANITIZE_ADDRESS__
    run->run_stack = run->stack, run->run_stack_size = run->stack_size;
#endif
    run->thread = thread_new_fiber(vm->vm, (char *)run->stack + C_STACK_MARGIN);
    if (!run->thread) return api_free_run(vm), false;
    getcontext(&run->context->of_run);
    ucontext_t *of_run = &run->context->of_run;
    of_run->uc_stack.ss_sp = run->stack, of_run->uc_stack.ss_size = run->stack_size, of_run->uc_link = NULL;
    uintptr_t self = (uintptr_t)vm;
    makecontext(of_run, (void (*)(void))run_main, 2, (unsigned)self, (unsigned)(self >> 32));
#ifdef __SANITIZE_THREAD__
    run->at_fiber = run->run_fiber = __tsan_create_fiber(0);
#endif
    return true;
}

void api_free_run(typhon_vm *vm) {
    Run *run = &vm->run;
    if (run->thread) thread_delete_fiber(vm->vm, run->thread);
    if (run->stack) munmap(run->stack, run->stack_size);
#ifdef __SANITIZE_THREAD__
    if (run->run_fiber) __tsan_destroy_fiber(run->run_fiber);
#endif
    free(run->context);
    run->thread = NULL, run->stack = NULL, run->context = NULL;
}

// ---- running -----------------------------------------------------------------------------------------------------

// The run goes on until it ends or stands still.
static typhon_status go_on(typhon_vm *vm, typhon_value *result) {
    Run *run = &vm->run;
    run->suspension = TYPHON_RUNNABLE;
    api_enter_asleep(vm); // (it is awake)
    to_run(vm);
    api_leave(vm);
    if (!run->is_done) return TYPHON_SUSPENDED;
    Value value = run->result;
    run->result = VALUE_UNBOUND;
    if (value == VALUE_ERROR) return vm->is_refused ? api_refused(vm) : TYPHON_ERROR; // what was raised waits already
    return api_result(vm, value, result);
}

typhon_status api_run(typhon_vm *vm, const Job *job, typhon_value *result) {
    vm->is_refused = false;
    if (!api_wake(vm)) {
        free(job->name), free(job->path), free(job->text);
        return api_fail(vm);
    }
    if (vm->depth || !api_suspends(vm)) {
        api_enter_asleep(vm);
        Value value = job->function(vm, job);
        api_leave(vm);
        if (value != VALUE_ERROR) return api_result(vm, value, result);
        api_fail(vm);
        return vm->is_refused ? api_refused(vm) : TYPHON_ERROR;
    }
    bool is_free = vm->run.suspension == TYPHON_RUNNABLE;
    if (!is_free) raise_error(vm->vm, vm->vm->types.RuntimeError, "another run of this VM is suspended");
    if (!is_free || !open_run(vm)) {
        free(job->name), free(job->path), free(job->text);
        return api_fail(vm);
    }
    vm->run.context->job = *job;
    vm->run.is_done = vm->run.is_cancelled = false;
    return go_on(vm, result);
}

// The run stands still, until typhon_resume. False: it was cancelled.
static bool suspend(typhon_vm *vm, typhon_suspension why) {
    vm->run.suspension = why;
    uint32_t depth = vm->depth;
    int64_t owed = vm->vm->fuel < 0 ? vm->vm->fuel : 0; // what was used beyond the budget is taken from the next
    vm->depth = 1; // the host's call, which returns
    SourceLoader aside; // the run may stand in the midst of a load
    api_loader_set_aside(vm, &aside);
    to_host(vm);
    api_loader_take_back(vm, &aside);
    vm->depth = depth;
    vm->vm->fuel += owed;
    if (!vm->run.is_cancelled) return true;
    limits_stop(vm->vm, "the run was cancelled");
    return false;
}

static bool is_on_run(const typhon_vm *vm) { return vm->vm->threads && vm->vm->threads->running == vm->run.thread; }

Value api_wait(typhon_vm *vm) {
    if (!is_on_run(vm)) return raise_error(vm->vm, vm->vm->types.RuntimeError, "a host function is not ready, and this run cannot be suspended");
    vm->run.is_complete = false;
    if (!suspend(vm, TYPHON_WAITING)) return limits_allow(vm->vm) ? VALUE_NONE : VALUE_ERROR;
    Value result = vm->run.result;
    vm->run.result = VALUE_UNBOUND;
    if (result != VALUE_ERROR) return result;
    vm->vm->exception = vm->run.exception;
    vm->run.exception = VALUE_UNBOUND;
    return VALUE_ERROR;
}

typhon_status typhon_resume(typhon_vm *vm, typhon_value *result) {
    if (vm->run.suspension == TYPHON_RUNNABLE) return raise_error(vm->vm, vm->vm->types.RuntimeError, "no run of this VM is suspended"), api_fail(vm);
    if (vm->depth) return raise_error(vm->vm, vm->vm->types.RuntimeError, "a host function does not resume a run"), api_fail(vm); // whose C stack may stand above the run's
    if (vm->run.suspension == TYPHON_WAITING && !vm->run.is_complete) return TYPHON_SUSPENDED;
    return go_on(vm, result);
}

typhon_status typhon_complete(typhon_vm *vm, typhon_value result) {
    if (vm->run.suspension != TYPHON_WAITING || vm->run.is_complete) return raise_error(vm->vm, vm->vm->types.RuntimeError, "no host function of this VM waits"), api_fail(vm);
    Value value = api_take(vm, result);
    if (value == VALUE_ERROR) { // whatever fails until it is resumed has another
        if (vm->waiting == VALUE_UNBOUND) api_fail(vm); // SystemError
        vm->run.exception = vm->waiting;
        vm->waiting = VALUE_UNBOUND;
    }
    vm->run.result = value;
    vm->run.is_complete = true;
    return TYPHON_OK;
}

typhon_suspension typhon_get_suspension(const typhon_vm *vm) { return vm->run.suspension; }

void typhon_cancel(typhon_vm *vm) {
    if (vm->run.suspension == TYPHON_RUNNABLE || vm->depth) return;
    vm->run.is_cancelled = true;
    while (go_on(vm, NULL) == TYPHON_SUSPENDED) {} // natives that go on all the same
    vm->waiting = VALUE_UNBOUND;
}

// ---- budgets -----------------------------------------------------------------------------------------------------

static uint64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

static bool is_late(const typhon_vm *vm) { return vm->deadline && now() >= vm->deadline; }

// Of the budget that is left, so much that the clock and what else may end a run is looked at in time. False: nothing is left.
static bool take_fuel(typhon_vm *vm) {
    if (is_late(vm)) return false;
    uint64_t slice = !vm->budget || vm->budget_left > FUEL_SLICE ? FUEL_SLICE : vm->budget_left;
    if (!slice) return false;
    if (vm->budget) vm->budget_left -= slice;
    vm->vm->fuel += (int64_t)slice; // what was used beyond the last one is made up for
    return true;
}

void api_begin_budget(typhon_vm *vm) {
    vm->budget_left = vm->budget;
    vm->deadline = vm->milliseconds ? now() + vm->milliseconds * 1000000 : 0;
    vm->vm->is_counted = vm->budget || vm->deadline;
    vm->vm->fuel = vm->vm->is_counted ? 0 : INT64_MAX / 2; // a loop that counts may be under way
    if (vm->vm->is_counted) take_fuel(vm);
}

// Suspended, it gets a new budget by the resume's api_enter.
bool api_refuel(Host *host) {
    typhon_vm *vm = (typhon_vm *)host;
    if (take_fuel(vm)) return true;
    return is_on_run(vm) && suspend(vm, TYPHON_OUT_OF_BUDGET);
}

// A run with a budget that waits without an end of its own stands still at once, if it can: the host's loop turns. One that cannot pays for the time.
bool api_waits_here(const Host *host, bool has_end) {
    const typhon_vm *vm = (const typhon_vm *)host;
    return has_end || !vm->budget || !is_on_run(vm);
}
enum { WORK_OF_WAIT_SLICE = 10 * FUEL_SLICE };
bool api_wait_on(Host *host, bool has_end) {
    typhon_vm *vm = (typhon_vm *)host;
    bool pays = vm->budget && !has_end;
    if ((pays || is_late(vm)) && is_on_run(vm)) return suspend(vm, TYPHON_OUT_OF_BUDGET);
    if (pays) vm->budget_left -= vm->budget_left < WORK_OF_WAIT_SLICE ? vm->budget_left : WORK_OF_WAIT_SLICE;
    return !is_late(vm) && (!pays || vm->budget_left);
}

void typhon_set_budget(typhon_vm *vm, uint64_t instructions) { vm->budget = instructions; }
void typhon_set_time(typhon_vm *vm, uint64_t milliseconds) { vm->milliseconds = milliseconds; }
