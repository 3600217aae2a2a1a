// VM: opening and closing one (vm.h).
//
//     vm_new:  heap, collector -> stacks (address space only)
//     vm_wake: types and interned names -> shared small objects -> empty namespaces (builtins.h: how that of the builtins is filled)
//
// It runs nothing, reads no file and imports no module: a VM costs microseconds.
#define _GNU_SOURCE // pthread_getattr_np
#include "runtime/native_code.h"
#include "runtime/vm.h"
#include "runtime/frame.h"
#include "runtime/gc.h"
#include "runtime/import.h"
#include "runtime/interpreters.h"
#include "runtime/limits.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/float.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/signals.h"
#include "runtime/thread.h"
#include "runtime/type.h"
#include <pthread.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    STACK_VALUES = 32 * 1024 * 1024,    // reserved: 256 MiB
    STACK_VALUES_LEAST = 64 * 1024,
    FRAMES_LEAST = 2 * RECURSION_LIMIT_DEFAULT,
    ROOTS_AT_START = 1024,
    C_STACK_MARGIN = 256 * 1024,        // kept free for natives that do not ask
    C_STACK_WHEN_UNLIMITED = 8 * 1024 * 1024,
};

// ---- the thread's C stack ----------------------------------------------------------------------------------------

// The first thread's stack may grow down from near the program's name, which the system puts on top of it, to the limit of the process.
// (pthread_getattr_np would read /proc for it.)
static bool first_thread_stack(char **low, size_t *size) {
    if (getpid() != (pid_t)syscall(SYS_gettid)) return false;
    char *top = (char *)getauxval(AT_EXECFN), *here = __builtin_frame_address(0);
    struct rlimit limit;
    if (!top || top < here || getrlimit(RLIMIT_STACK, &limit) != 0) return false;
    *size = limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > 1u << 30 ? C_STACK_WHEN_UNLIMITED : limit.rlim_cur;
    if ((size_t)(top - here) >= *size) return false; // not a stack that the limit describes
    *low = top - *size;
    return true;
}

static bool any_thread_stack(char **low, size_t *size) {
    pthread_attr_t attributes;
    void *address;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return false;
    bool good = pthread_attr_getstack(&attributes, &address, size) == 0;
    pthread_attr_destroy(&attributes);
    *low = address;
    char *here = __builtin_frame_address(0);
    return good && here > *low && here <= *low + *size;
}

void vm_adopt_c_stack(VM *vm) {
    char *low, *here = __builtin_frame_address(0);
    size_t size;
    if (!first_thread_stack(&low, &size) && !any_thread_stack(&low, &size)) { // a host's own stack (a fiber): assume a small one
        vm->c_stack_limit = here - 32 * 1024;
        return;
    }
    size_t margin = size / 4 < C_STACK_MARGIN ? size / 4 : C_STACK_MARGIN;
    vm->c_stack_limit = low + margin;
}

// ---- stacks ------------------------------------------------------------------------------------------------------

static size_t frames_bytes(size_t frames) { return (frames * sizeof(Frame) + HEAP_PAGE - 1) & ~(size_t)(HEAP_PAGE - 1); }

// Address space for the frames and behind them the values, or for half as many, and so on down to the least. NULL: the system refuses even those.
static void *reserve(size_t *frames, size_t least_frames, size_t *values) {
    for (;;) {
        void *memory = mmap(NULL, frames_bytes(*frames) + *values * sizeof(Value), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (memory != MAP_FAILED) return memory;
        bool fewer_frames = *frames / 2 >= least_frames, fewer_values = *values / 2 >= STACK_VALUES_LEAST;
        if (!fewer_frames && !fewer_values) return NULL;
        if (fewer_frames) *frames /= 2;
        if (fewer_values) *values /= 2;
    }
}

static bool open_stacks(VM *vm) {
    uint32_t most = vm->config.depth_limit, first = vm->config.recursion_limit ? vm->config.recursion_limit : RECURSION_LIMIT_DEFAULT;
    size_t values = STACK_VALUES, frames = most && most < RECURSION_LIMIT_MAX ? most : RECURSION_LIMIT_MAX + 1;
    if (vm->config.heap_limit && values > vm->config.heap_limit / sizeof(Value)) values = vm->config.heap_limit / sizeof(Value) + STACK_VALUES_LEAST;
    if (!(vm->frames = reserve(&frames, frames < FRAMES_LEAST ? frames : FRAMES_LEAST, &values))) return false;
    vm->frames_reserved_end = vm->frames + frames;
    vm->frame = vm->frames - 1;
    vm->tracing.trace = vm->tracing.profile = VALUE_NONE;
    vm->stack = (Value *)(void *)((char *)vm->frames + frames_bytes(frames));
    vm->stack_end = vm->stack + values;
    vm->stack_top = vm->stack_high = vm->stack;
    vm->stack_counted = stack_first_step(vm, vm->stack, vm->stack_end), vm->frames_counted = frames_first_step(vm, vm->frames, vm->frames_reserved_end);
    if (!vm_set_recursion_limit(vm, first)) vm_set_recursion_limit(vm, (uint32_t)(frames < RECURSION_LIMIT_DEFAULT ? frames : RECURSION_LIMIT_DEFAULT));
    vm->roots = vm->roots_top = malloc((ROOTS_AT_START + ROOTS_BEHIND) * sizeof(Value));
    vm->roots_end = vm->roots ? vm->roots + ROOTS_AT_START : NULL;
    return vm->roots != NULL;
}

bool vm_set_recursion_limit(VM *vm, uint32_t limit) {
    if (limit < 1 || limit > (size_t)(vm->frames_reserved_end - vm->frames) || limit <= frame_depth(vm)) return false;
    vm->recursion_limit = limit;

    vm->frames_end = frames_limit(vm);
    return true;
}

// With a limit of the heap, what the stacks use counts within it (a step at a time), but for the first step of each: the VM's own size. It is given back
// by collections once it lies well above what is in use.
enum { STACK_STEP = 64 * 1024, STACK_STEP_VALUES = STACK_STEP / sizeof(Value), STACK_STEP_FRAMES = 1024, FRAMES_STEP = STACK_STEP_FRAMES * sizeof(Frame), STEPS_KEPT = 1 };

Value *stack_first_step(const VM *vm, Value *stack, Value *end) { return vm->config.heap_limit && end - stack > STACK_STEP_VALUES ? stack + STACK_STEP_VALUES : end; }
Frame *frames_first_step(const VM *vm, Frame *frames, Frame *end) { return vm->config.heap_limit && end - frames > STACK_STEP_FRAMES ? frames + STACK_STEP_FRAMES : end; }
Frame *frames_limit(const VM *vm) {
    size_t room = (size_t)((vm->frames_counted < vm->frames_reserved_end ? vm->frames_counted : vm->frames_reserved_end) - vm->frames);
    return vm->frames + (vm->recursion_limit < room ? vm->recursion_limit : room);
}
bool stack_count(VM *vm, Value *top) {
    size_t steps = ((size_t)(top - vm->stack_counted) + STACK_STEP_VALUES - 1) / STACK_STEP_VALUES;
    if (!heap_take_outside(vm->heap, steps * (STACK_STEP / HEAP_PAGE))) return raise_memory_error(vm), false;
    vm->stack_counted += steps * STACK_STEP_VALUES;
    return true;
}
bool frames_grow(VM *vm) {
    if (frame_depth(vm) >= vm->recursion_limit || vm->frames_counted >= vm->frames_reserved_end)
        return raise_error(vm, vm->types.RecursionError, "maximum recursion depth exceeded"), false;
    if (!heap_take_outside(vm->heap, FRAMES_STEP / HEAP_PAGE)) return raise_memory_error(vm), false;
    vm->frames_counted += STACK_STEP_FRAMES;
    vm->frames_end = frames_limit(vm);
    return true;
}
// Whole steps above what is in use and some more. The last one may reach beyond the stack's end. Returns where what is counted ends now.
static char *give_back(VM *vm, char *base, char *used, char *counted, char *end, size_t step) {
    char *keep = base + ((size_t)(used - base) + step - 1) / step * step + STEPS_KEPT * step;
    if (keep >= counted) return counted;
    if (keep < end) madvise(keep, (size_t)((counted < end ? counted : end) - keep), MADV_DONTNEED); // read again, its words are 0
    heap_give_outside(vm->heap, (size_t)(counted - keep) / HEAP_PAGE);
    return keep;
}
void stacks_give_back(VM *vm) {
    if (!vm->config.heap_limit) return;
    vm->stack_counted = (Value *)(void *)give_back(vm, (char *)vm->stack, (char *)vm->stack_high, (char *)vm->stack_counted, (char *)vm->stack_end, STACK_STEP);
    vm->frames_counted = (Frame *)(void *)give_back(vm, (char *)vm->frames, (char *)(vm->frame + 1), (char *)vm->frames_counted, (char *)vm->frames_reserved_end, FRAMES_STEP);
    vm->frames_end = frames_limit(vm);
}
void stacks_leave(VM *vm, const Value *stack, const Value *stack_counted, const Frame *first_frame, const Frame *frames_counted) {
    if (!vm->config.heap_limit) return;
    size_t values = (size_t)(stack_counted - stack), frames = (size_t)(frames_counted - first_frame);
    if (values > STACK_STEP_VALUES) heap_give_outside(vm->heap, (values - STACK_STEP_VALUES) * sizeof(Value) / HEAP_PAGE);
    if (frames > STACK_STEP_FRAMES) heap_give_outside(vm->heap, (frames - STACK_STEP_FRAMES) * sizeof(Frame) / HEAP_PAGE);
}

// ---- opening -----------------------------------------------------------------------------------------------------

static bool open_heap(VM *vm) {
    HeapConfig config = {.limit = vm->config.heap_limit, .map = vm->config.heap_map, .unmap = vm->config.heap_unmap, .userdata = vm->config.heap_map_userdata, .watch = vm->config.heap_watch, .watch_userdata = vm->config.heap_watch_userdata,
                         .attention = &vm->attention, .attention_bit = ATTENTION_COLLECT, .poison = vm->config.gc_stress, .may_stay_small = vm->config.sleeps,
                         .fuel = &vm->fuel};
    vm->heap = heap_new(&config);
    return vm->heap != NULL;
}

static void choose_hash_key(VM *vm) {
    vm->hash_key[0] = vm->config.hash_seed ? vm->config.hash_seed : 0x9e3779b97f4a7c15u;
    vm->hash_key[1] = ~vm->hash_key[0];
    if (!vm->config.hash_seed && !vm->config.deterministic && getrandom(vm->hash_key, sizeof vm->hash_key, GRND_NONBLOCK) != sizeof vm->hash_key)
        vm->hash_key[0] = (uint64_t)(uintptr_t)vm ^ (uint64_t)getpid() << 32, vm->hash_key[1] = (uint64_t)(uintptr_t)vm->stack;
}

// What is so common that every VM has it once.
static bool make_shared_objects(VM *vm) {
    Float *zero = object_new(vm, vm->types.float_, sizeof *zero);
    if (!zero) return false;
    zero->number = 0;
    vm->float_zero = from_object(zero);
    if (!vm->empty_tuple && (vm->empty_tuple = tuple_new(vm, NULL, 0)) == VALUE_ERROR) return false;
    if ((vm->shared_slice = slice_new(vm, VALUE_NONE, VALUE_NONE, VALUE_NONE)) == VALUE_ERROR) return false;
    if (!vm->empty_str) {
        Str *empty = str_alloc(vm, 0, 0);
        if (!empty) return false;
        vm->empty_str = from_object(empty);
    }
    for (unsigned c = 0; c < 128; c++) {
        if (vm->ascii_strings[c]) continue;
        Str *one = str_alloc(vm, 1, 1);
        if (!one) return false;
        one->text[0] = (char)c;
        vm->ascii_strings[c] = from_object(one);
    }
    return vm->empty_bytes || (vm->empty_bytes = bytes_new(vm, "", 0)) != VALUE_ERROR;
}

// What wakes it begins with.
static void begin_asleep(VM *vm) {
    types_begin(vm);
    vm->int_max_text_digits = 4300;
    vm->next_type_version = 0;
    vm->is_awake = false;
}

static bool make_namespaces(VM *vm) {
    vm->builtins = dict_new(vm);
    vm->modules = vm->builtins ? dict_new(vm) : NULL;
    vm->native_modules = vm->modules ? dict_new(vm) : NULL;
    return vm->native_modules != NULL;
}

// (As if all were fresh: nothing is collected meanwhile. What a failed attempt has made is garbage.)
bool vm_wake_slow(VM *vm) {
    int64_t fuel = vm->fuel;
    choose_hash_key(vm);
    vm->is_awake = true;
    vm->fuel = INT64_MAX / 2; // no work of the script's, and nothing to be interrupted
    bool good = types_bootstrap(vm) && make_shared_objects(vm) && make_namespaces(vm);
    vm->fuel = fuel;
    if (good) return true;
    memset(&vm->types, 0, offsetof(VM, finalizable) - offsetof(VM, types));
    begin_asleep(vm);
    vm->collector->interned_count = 0;
    vm->exception = VALUE_NONE;
    return false;
}

VM *vm_new(const VMConfig *config) {
    VM *vm = malloc(sizeof *vm);
    if (!vm) return NULL;
    memset(vm, 0, offsetof(VM, method_cache));
    vm->method_cache_collection = vm->intern_cache_collection = vm->shape_cache_collection = vm->guard_memo_collection = UINT64_MAX;
    vm->config = *config;
    vm->grants = config->grants;
    vm->exception = VALUE_UNBOUND;
    vm->handled = VALUE_NONE;
    vm->thread_storage = VALUE_UNBOUND;
#ifndef TYPHON_CORE
    vm->native_after = !HAS_NATIVE_CODE || config->heap_limit || config->grants || config->host ? NATIVE_NEVER : config->native_after ? config->native_after : NATIVE_AFTER;
#endif
    begin_asleep(vm);
    vm_adopt_c_stack(vm);
    // (What is always touched lies together so: roots and caches come to be touched page by page.)
    if (!open_heap(vm) || !gc_open(vm) || !open_stacks(vm) || (!config->sleeps && !vm_wake(vm))) {
        vm_delete(vm);
        return NULL;
    }
    if (config->gc_stress) attention_set(vm, ATTENTION_COLLECT);
    if (config->instruction_limit) limits_count(vm, config->instruction_limit > INT64_MAX ? INT64_MAX : (int64_t)config->instruction_limit);
    return vm;
}

void vm_leave(VM *vm) {
    threads_close(vm);
    interpreters_close(vm);
    gc_close(vm);
    weak_references_close(vm);
    identities_close(vm);
}

void vm_delete(VM *vm) {
#if HAS_NATIVE_CODE
    native_close(vm);
#endif
    if (!vm) return;
    vm_leave(vm);
    if (vm->heap) heap_delete(vm->heap);
    if (vm->frames) munmap(vm->frames, (size_t)((char *)vm->stack_end - (char *)vm->frames));
    free(vm->roots);
    free(vm);
}

bool raise_if_interrupted(VM *vm) {
    if (attention_of(vm) & ATTENTION_STOP) return !limits_allow(vm);
    if (!(attention_of(vm) & ATTENTION_INTERRUPT)) return false;
    if (!thread_is_main(vm)) return false;
    attention_clear(vm, ATTENTION_INTERRUPT);
    if (vm->config.signals) return signals_deliver(vm);
    Value exception = exception_new(vm, vm->types.KeyboardInterrupt, NULL, 0);
    if (exception != VALUE_ERROR) raise_value(vm, exception);
    return true;
}

void vm_finish(VM *vm) {
    if (!vm->is_awake) return;
    if (!vm->is_stopped) { // one that was stopped has nothing more to say
        threads_finish(vm);
        if (vm->modules) run_exit_functions(vm);
    }
    vm->is_finishing = true;
    gc_finalize_all(vm);
    if (!sys_flush_streams(vm)) error_clear(vm);
}
