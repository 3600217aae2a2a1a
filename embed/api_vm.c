// typhon.h: opening and closing, scopes and references.
#include "embed/api.h"
#include "runtime/gc.h"
#include "runtime/grants.h"
#include "runtime/limits.h"
#include "runtime/modules/modules.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef API_CHECKED
// Misuse that would corrupt memory in a release build.
static void misused(const char *what) {
    fprintf(stderr, "typhon: %s\n", what);
    abort();
}

static bool is_at(const Value *roots, const Value *top, size_t at, Value value) { return at < (size_t)(top - roots) && roots[at] == value; }

void api_check(typhon_vm *vm, typhon_value value) {
    if (!value.word || !is_object(value.word)) return;
    size_t at = (uint32_t)value.origin;
    if (value.origin >> 32 != vm->number) misused("a value of another VM");
    if (is_at(vm->vm->roots, vm->vm->roots_top, at, value.word)) return;
    // On a run's stack, or another thread's, those of the host's own are good as ever.
    const ThreadGroup *threads = vm->vm->threads;
    bool is_hosts = threads && threads->running != threads->first && is_at(threads->first->state.roots, threads->first->state.roots_top, at, value.word);
    if (!is_hosts) misused("a value whose scope has closed");
}
#endif

// ---- opening -----------------------------------------------------------------------------------------------------

static void host_output(Host *host, int stream, const char *text, size_t size) {
    typhon_vm *vm = (typhon_vm *)host;
    if (vm->config.output) vm->config.output(vm->config.userdata, stream, text, size);
}

static void host_mark(Host *host, VM *runtime) {
    const typhon_vm *vm = (const typhon_vm *)host;
    gc_mark(runtime, vm->waiting);
    gc_mark_object(runtime, vm->kept);
    gc_mark(runtime, vm->run.result), gc_mark(runtime, vm->run.exception);
    api_mark_classes(vm);
}

static void open_loader(typhon_vm *vm) {
    source_loader_open(&vm->loader);
    vm->loader.is_hosts = true;
    vm->loader.check = vm->loader.type_guards = vm->config.check != TYPHON_CHECK_NONE;
    vm->loader.check_strict = vm->config.check == TYPHON_CHECK_STRICT;
    vm->loader.find_host_module = api_find_host_module, vm->loader.host_context = vm;
    vm->loader.report = api_report, vm->loader.report_context = vm;
    vm->loader.memory_limit = vm->config.heap_limit;
}

void api_loader_set_aside(typhon_vm *vm, SourceLoader *aside) {
    *aside = vm->loader;
    open_loader(vm);
    vm->loader.checks_plain = aside->checks_plain;
}

void api_loader_take_back(typhon_vm *vm, const SourceLoader *aside) {
    bool checks_plain = vm->loader.checks_plain;
    source_loader_close(&vm->loader);
    vm->loader = *aside;
    vm->loader.checks_plain = checks_plain;
}

// sys, which the first script that asks for it makes, reads them.
static bool copy_argv(typhon_vm *vm) {
    size_t count = vm->config.argc > 0 ? (size_t)vm->config.argc : 0, size = (count + 1) * sizeof(char *);
    for (size_t i = 0; i < count; i++) size += strlen(vm->config.argv[i]) + 1;
    if (!(vm->argv = malloc(size))) return false;
    char *text = (char *)(vm->argv + count + 1);
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(vm->config.argv[i]) + 1;
        vm->argv[i] = memcpy(text, vm->config.argv[i], length);
        text += length;
    }
    vm->argv[count] = NULL;
    vm->config.argv = vm->argv;
    return true;
}

static bool open_vm(typhon_vm *vm) {
    if (!copy_argv(vm)) return false;
    const typhon_config *config = &vm->config;
    const VMConfig options = {.heap_limit = config->heap_limit, .heap_map = config->map && config->unmap ? config->map : NULL, .heap_unmap = config->unmap, .heap_map_userdata = config->userdata, .recursion_limit = config->recursion_limit, .depth_limit = config->recursion_limit, .hash_seed = config->hash_seed, .argc = config->argc,
                              .argv = config->argv, .loader = &vm->loader.loader, .host = &vm->host, .grants = vm->grants, .deterministic = config->deterministic, .sleeps = true};
    return (vm->vm = vm_new(&options)) != NULL;
}

bool api_wake_slow(typhon_vm *vm) {
    Value none = VALUE_NONE, kept = vm_wake(vm->vm) ? list_new(vm->vm, &none, 1) : VALUE_ERROR;
    if (kept == VALUE_ERROR) return false;
    vm->kept = as_list(kept);
    return true;
}

typhon_vm *typhon_open(const typhon_config *config) {
    typhon_vm *vm = calloc(1, sizeof *vm);
    if (!vm) return NULL;
    vm->host = (Host){host_output, api_find_module, host_mark, api_refuel, api_wait_on, api_waits_here};
    vm->waiting = vm->run.result = vm->run.exception = VALUE_UNBOUND;
    if (config) vm->config = *config;
    vm->number = (uint32_t)((uintptr_t)vm >> 4);
    vm->thread = pthread_self();
    arena_init(&vm->findings.arena, 0, &vm->findings.out_of_memory);
    arena_init(&vm->error_arena, 0, &vm->error_out_of_memory);
    open_loader(vm);
    vm->grants = grants_new(0);
    if (vm->grants && open_vm(vm)) return vm;
    typhon_close(vm);
    return NULL;
}

static void free_texts(typhon_vm *vm) {
    while (vm->modules) {
        ModuleText *text = vm->modules;
        vm->modules = text->next;
        free(text->name), free(text->path), free(text->text), free(text);
    }
}

static void free_refs(typhon_vm *vm) {
    while (vm->refs) {
        typhon_ref *ref = vm->refs;
        vm->refs = ref->next;
        free(ref);
    }
}

void typhon_close(typhon_vm *vm) {
    if (!vm) return;
#ifdef API_CHECKED
    if (vm->depth) misused("typhon_close while the VM runs");
#endif
    if (vm->vm) {
        typhon_cancel(vm);
        api_free_run(vm);
        api_enter_asleep(vm);
        vm_finish(vm->vm);
        api_leave(vm);
        vm_delete(vm->vm);
    }
    source_loader_close(&vm->loader);
    grants_delete(vm->grants);
    arena_free(&vm->findings.arena), arena_free(&vm->error_arena);
    free_texts(vm);
    free_refs(vm);
    api_free_classes(vm);
    free(vm->findings.text), free(vm->asked), free(vm->problem), free(vm->argv);
    free(vm);
}

typhon_status typhon_grant(typhon_vm *vm, const char *grant, const char *what) {
    if (vm->depth) return raise_error(vm->vm, vm->vm->types.RuntimeError, "typhon_grant: not from a host function"), api_fail(vm);
    GrantResult result = grants_add(vm->grants, grant, what);
    int number = errno;
    if (result == GRANT_GIVEN) return TYPHON_OK;
    if (!api_enter(vm)) return api_fail(vm);
    switch (result) {
    case GRANT_GIVEN: break;
    case GRANT_UNKNOWN: raise_value_error(vm->vm, "there is no grant '%s'", grant); break;
    case GRANT_TAKES_NONE: raise_value_error(vm->vm, "the grant '%s' is not limited to anything, as '%s'", grant, what); break;
    case GRANT_NO_FOLDER: raise_os_error(vm->vm, number, what); break;
    case GRANT_NO_MEMORY: raise_memory_error(vm->vm); break;
    }
    typhon_status status = api_fail(vm);
    api_leave(vm);
    return status;
}

void *typhon_userdata(const typhon_vm *vm) { return vm->config.userdata; }
const char *typhon_version(void) { return TYPHON_VERSION; }
void typhon_interrupt(typhon_vm *vm) { attention_set(vm->vm, ATTENTION_INTERRUPT); }

void typhon_get_memory(const typhon_vm *vm, typhon_memory *memory) {
    HeapStats stats = heap_stats(vm->vm->heap);
    *memory = (typhon_memory){stats.used_bytes, stats.committed, stats.peak, stats.allocated_in_all, vm->vm->heap->collections};
}

void typhon_collect(typhon_vm *vm) {
    if (!vm->vm->is_awake) return;
    api_enter_asleep(vm);
    gc_collect_now(vm->vm);
    api_leave(vm);
}

// ---- running -----------------------------------------------------------------------------------------------------

bool api_enter(typhon_vm *vm) {
    if (!api_wake(vm)) return false;
    api_enter_asleep(vm);
    return true;
}

void api_enter_asleep(typhon_vm *vm) {
    if (vm->depth++) return;
    if (vm->budget || vm->milliseconds || vm->vm->is_counted) api_begin_budget(vm);
    pthread_t here = pthread_self();
    if (!pthread_equal(here, vm->thread)) {
        vm->thread = here;
        vm_adopt_c_stack(vm->vm);
    }
}

// What a script printed without an end of line is shown when it has ended. (Runs no script: the caller holds a result that is no root yet.)
void api_leave(typhon_vm *vm) {
    if (--vm->depth) return;
    if (attention_of(vm->vm) & ATTENTION_STOP) limits_forget_stop(vm->vm);
    Value raised = vm->vm->exception;
    error_clear(vm->vm);
    sys_flush_own_streams(vm->vm);
    vm->vm->exception = raised;
}

// ---- values and scopes -------------------------------------------------------------------------------------------

typhon_value api_give_slow(typhon_vm *vm, Value value) {
    if (value == VALUE_ERROR) {
        api_fail(vm);
        return (typhon_value){value, 0};
    }
    size_t at = (size_t)(vm->vm->roots_top - vm->vm->roots);
    root_push(vm->vm, value);
    if (vm->vm->roots_top == vm->vm->roots + at) return raise_memory_error(vm->vm), api_fail(vm), (typhon_value){VALUE_ERROR, 0}; // the root stack cannot grow
    return (typhon_value){value, api_origin(vm, at)};
}

typhon_status api_result(typhon_vm *vm, Value value, typhon_value *result) {
    if (value == VALUE_ERROR) return api_fail(vm);
    if (!result) return TYPHON_OK;
    *result = api_give(vm, value);
    return result->word == VALUE_ERROR ? TYPHON_ERROR : TYPHON_OK;
}

typhon_scope typhon_scope_open(typhon_vm *vm) { return (size_t)(vm->vm->roots_top - vm->vm->roots); }

void typhon_scope_close(typhon_vm *vm, typhon_scope scope) {
#ifdef API_CHECKED
    if (scope > typhon_scope_open(vm)) misused("a scope that is not open");
#endif
    vm->vm->roots_top = vm->vm->roots + scope;
}

typhon_value typhon_scope_keep(typhon_vm *vm, typhon_scope scope, typhon_value kept) {
    api_check(vm, kept);
    typhon_scope_close(vm, scope);
    return is_object(kept.word) ? api_give(vm, kept.word) : kept;
}

// ---- references --------------------------------------------------------------------------------------------------

// An item of `kept` that holds the value; 0: MemoryError is set.
static uint32_t keep(typhon_vm *vm, Value v) {
    List *kept = vm->kept;
    uint32_t index = vm->free_ref;
    if (index) {
        vm->free_ref = (uint32_t)small_int(kept->items[index]);
        gc_store(vm->vm, kept, &kept->items[index], v);
        return index;
    }
    index = (uint32_t)kept->count;
    return kept->count < UINT32_MAX && list_append(vm->vm, kept, v) ? index : 0;
}

typhon_ref *typhon_ref_new(typhon_vm *vm, typhon_value value) {
    Value v = api_take(vm, value);
    typhon_ref *ref = v == VALUE_ERROR ? NULL : malloc(sizeof *ref);
    if (!ref) return NULL;
    if (!api_wake(vm)) return api_fail(vm), free(ref), NULL;
    if (!(ref->index = keep(vm, v))) return api_fail(vm), free(ref), NULL;
    ref->next = vm->refs, ref->before = NULL;
    if (vm->refs) vm->refs->before = ref;
    return vm->refs = ref;
}

typhon_value typhon_ref_value(typhon_vm *vm, const typhon_ref *ref) { return api_give(vm, vm->kept->items[ref->index]); }

void typhon_ref_free(typhon_vm *vm, typhon_ref *ref) {
    if (!ref) return;
    List *kept = vm->kept;
    kept->items[ref->index] = from_small_int(vm->free_ref);
    vm->free_ref = ref->index;
    if (ref->next) ref->next->before = ref->before;
    *(ref->before ? &ref->before->next : &vm->refs) = ref->next;
    free(ref);
}
