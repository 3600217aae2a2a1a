// The inside of include/typhon.h: what a typhon_vm is, and how its values lie on the VM's root stack.
//
// A scope is a height of the root stack; a typhon_value that is an object remembers where on it it lies (`origin`), which is how a stale one is found out in
// debug builds. References are items of the list `kept`. The exception of a call that failed is taken out of the VM and waits in `waiting`, so
// that whatever the host does next runs without one.
#ifndef TYPHON_EMBED_API_H
#define TYPHON_EMBED_API_H
#include "embed/loader.h"
#include "include/typhon.h"
#include "runtime/objects/host_object.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/thread.h"
#include <pthread.h>
#include <ucontext.h>

enum { ARGUMENTS_MOST = 255 }; // of one call between host and script

// A module's text that the checker may ask for: the stub of a host module, or what was loaded.
typedef struct ModuleText {
    struct ModuleText *next;
    char *name, *path, *text;
    size_t size;
    bool is_stub;
} ModuleText;

// The diagnostics of one load, copied out of the loader's arena.
typedef struct Findings {
    TreeArena arena;
    jmp_buf out_of_memory;
    typhon_diagnostic *items;
    size_t count;
    char *text; // as the command shows them; malloc'd, or NULL
    bool has_errors;
    bool are_latest; // no other call has failed since
} Findings;

// What a run is to do. The function works on the run's own C stack, and frees the texts.
typedef struct Job Job;
struct Job {
    MAY_RAISE Value (*function)(typhon_vm *vm, const Job *job);
    char *name, *path, *text; // malloc'd, or NULL
    size_t size;
    Value callable, names;    // names: a tuple of keywords, or VALUE_UNBOUND
    uint32_t count;
    Value args[ARGUMENTS_MOST];
};

// The C stack of runs that can be suspended, and what happens on it.
typedef struct RunContext {
    ucontext_t of_host, of_run;
    Job job;
} RunContext;
typedef struct Run {
    RunContext *context;      // (malloc)
    Thread *thread;           // the VM's part of the run; NULL: none was needed yet
    void *stack;
    size_t stack_size;
    Value result;             // of the run that has ended; or what typhon_complete gave
    Value exception;          // that typhon_complete raises; or VALUE_UNBOUND
    typhon_suspension suspension;
    bool is_done, is_complete, is_cancelled;
#ifdef __SANITIZE_ADDRESS__
    const void *host_stack, *run_stack; // the run's may be the front end's (front_stack.h)
    size_t host_stack_size, run_stack_size;
#endif
#ifdef __SANITIZE_THREAD__
    void *host_fiber, *run_fiber, *at_fiber; // where the run stands: its own, or the front end's
#endif
} Run;

// A class of the host. (api_class.c)
typedef struct HostClass {
    struct HostClass *next;
    char *name, *module;
    Type *type; // NULL: it was declared again, or is not made yet
    HostLayout layout;
} HostClass;

struct typhon_vm {
    Host host; // first: what the runtime hands back
    VM *vm;
    Value waiting;        // VALUE_UNBOUND: no exception
    struct Grants *grants;
    List *kept;           // NULL: the VM sleeps (api_wake)
    typhon_config config;
    SourceLoader loader;
    Findings findings;
    Run run;
    bool is_refused;      // the last run, before it began
    uint64_t budget, milliseconds; // typhon_set_budget, typhon_set_time; 0: none
    uint64_t budget_left; // of the run under way, beyond vm->fuel
    uint64_t deadline;    // of it; nanoseconds of CLOCK_MONOTONIC, 0: none
    ModuleText *modules;
    HostClass *classes;
    char *asked;          // the text find_module gave last, with a NUL
    char *problem;        // typhon_problem's
    const char **argv;    // copied
    TreeArena error_arena; // typhon_get_error's
    jmp_buf error_out_of_memory;
    pthread_t thread;     // whose C stack the VM knows
    uint32_t depth;       // runs under way, one inside of the other
    typhon_ref *refs;
    uint32_t free_ref;    // first free item of `kept`, its next one in it as an int; 0: none
    uint32_t number;      // of this VM in the process, for debug builds
};
struct typhon_ref {
    typhon_ref *next, *before; // of the VM
    uint32_t index; // in `kept`
};

// ---- values
#if !defined(NDEBUG) || defined(TYPHON_EXPENSIVE_ASSERTS)
#define API_CHECKED
#endif
#ifndef API_CHECKED
static inline void api_check(typhon_vm *vm, typhon_value value) { (void)vm, (void)value; }
static inline uint64_t api_origin(const typhon_vm *vm, size_t at) { return (void)vm, (void)at, 0; }
#else
// Ends the process with a message when the value's scope has closed, or it is another VM's.
void api_check(typhon_vm *vm, typhon_value value);
static inline uint64_t api_origin(const typhon_vm *vm, size_t at) { return (uint64_t)vm->number << 32 | at; }
#endif
// A name that the host gives, interned. NULL: ValueError: it is not UTF-8; or there is no memory. The VM is awake.
MAY_RAISE Str *api_name(typhon_vm *vm, const char *text, size_t size);
// As a value of the scope that is open. VALUE_ERROR: an invalid one, the exception that is set then waits.
typhon_value api_give_slow(typhon_vm *vm, Value value);
static inline typhon_value api_give(typhon_vm *vm, Value value) { return is_object(value) || value == VALUE_ERROR ? api_give_slow(vm, value) : (typhon_value){value, 0}; }
// VALUE_ERROR for an invalid one.
static inline Value api_take(typhon_vm *vm, typhon_value value) {
    api_check(vm, value);
    return value.word;
}
// The exception that is set waits for the host. For an invalid argument the one that made it so waits already.
typhon_status api_fail(typhon_vm *vm);
// TYPHON_OK with the value in *result (NULL: not wanted), or api_fail.
typhon_status api_result(typhon_vm *vm, Value value, typhon_value *result);
static inline typhon_status api_status(typhon_vm *vm, bool good) { return good ? TYPHON_OK : api_fail(vm); }
#define API_TAKE(vm, variable, value) \
    Value variable = api_take(vm, value); \
    if (variable == VALUE_ERROR) return api_fail(vm)

// ---- running. What runs scripts, or may: between these two. The outermost sees to the C stack, and to output at its end.
// False: the VM sleeps and there is no memory to wake it; nothing has begun.
MAY_RAISE bool api_enter(typhon_vm *vm);
MAY_RAISE bool api_wake_slow(typhon_vm *vm);
static inline MAY_RAISE bool api_wake(typhon_vm *vm) { return __builtin_expect(vm->kept != NULL, 1) || api_wake_slow(vm); }
void api_enter_asleep(typhon_vm *vm); // without waking it
void api_leave(typhon_vm *vm);

// Boehm's collector reads C stacks, and knows but the thread's.
static inline bool api_suspends(const typhon_vm *vm) {
#ifdef TYPHON_GC_BOEHM
    return (void)vm, false;
#else
    return vm->config.suspends;
#endif
}
// A run: the job on the run's own C stack where the VM suspends, else here.
typhon_status api_run(typhon_vm *vm, const Job *job, typhon_value *result);
// In a host function that is not ready: the run stands still. What typhon_complete gave; VALUE_ERROR: raised.
MAY_RAISE Value api_wait(typhon_vm *vm);
bool api_refuel(Host *host);
bool api_wait_on(Host *host, bool has_end);
bool api_waits_here(const Host *host, bool has_end);
void api_begin_budget(typhon_vm *vm); // of an outermost run
void api_free_run(typhon_vm *vm);

// ---- others
// The size of a text given with TYPHON_NUL_TERMINATED.
size_t api_size(const char *text, size_t size);
// The text known under `name`, or NULL.
ModuleText *api_find_text(typhon_vm *vm, const char *name);
// Makes `text` (copied) known to the checker under `name`, in the place of what was. False: memory is short, MemoryError is set.
bool api_keep_text(typhon_vm *vm, const char *name, const char *path, const char *text, size_t size, bool is_stub);
// The module `name`, made and put into sys.modules if need be.
MAY_RAISE Value api_module(typhon_vm *vm, const char *name, const char *path);
// Compiles and runs text (a NUL behind it) in a module. Refused: `*refused`, with SyntaxError set.
MAY_RAISE bool api_run_text(typhon_vm *vm, Value module, const char *name, const char *path, const char *text, size_t size, LoadMode mode, bool *refused);
void api_findings_clear(typhon_vm *vm);
// What was found is what is wrong. TYPHON_REFUSED.
static inline typhon_status api_refused(typhon_vm *vm) { return vm->findings.are_latest = true, TYPHON_REFUSED; }
// Where other loads may come in the midst of one: those in between have a loader of their own.
void api_loader_set_aside(typhon_vm *vm, SourceLoader *aside);
void api_loader_take_back(typhon_vm *vm, const SourceLoader *aside);
void api_mark_classes(const typhon_vm *vm);
void api_free_classes(typhon_vm *vm);
// Before something is made. Whatever the host holds is a root, so the collector may run. False: as api_wake.
static inline MAY_RAISE bool api_safepoint(typhon_vm *vm) {
    if (!api_wake(vm)) return false;
    if (attention_of(vm->vm) & ATTENTION_COLLECT) gc_collect(vm->vm);
    return true;
}
// Asked by loader and runtime.
bool api_find_host_module(void *context, const char *dotted, HostModule *found);
bool api_find_module(Host *host, const char *name, HostText *found);
void api_report(void *context, DiagList *diagnostics);
#endif
