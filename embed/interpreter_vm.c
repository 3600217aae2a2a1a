#include "embed/interpreter_vm.h"
#include "embed/loader.h"
#include "runtime/grants.h"
#include <stdlib.h>

static SourceLoader *loader_of(const VM *vm) { return (SourceLoader *)(uintptr_t)vm->config.loader; }

// What is the process's own (signals, the watch over the heap) stays with the parent. sys.path is empty: whoever starts the VM sets it.
static VM *open_vm(VM *parent) {
    const SourceLoader *model = loader_of(parent);
    SourceLoader *loader = calloc(1, sizeof *loader);
    if (!loader) return NULL;
    source_loader_open(loader);
    loader->check = model->check, loader->check_strict = model->check_strict, loader->type_guards = model->type_guards, loader->keeps_code = model->keeps_code;
    loader->own_folder = model->own_folder, loader->memory_limit = model->memory_limit;
    loader->search_path = model->search_path, loader->search_path_count = model->search_path_count;
    VMConfig config = parent->config;
    config.loader = &loader->loader;
    config.heap_watch = NULL, config.heap_watch_userdata = NULL;
    config.keeps_timeline = config.sleeps = false;
    config.signals = NULL;
    config.path = NULL, config.path_count = 0, config.find_path = NULL;
    config.grants = parent->grants ? grants_copy(parent->grants) : NULL;
    VM *vm = parent->grants && !config.grants ? NULL : vm_new(&config);
    if (vm) return vm;
    source_loader_close(loader), free(loader);
    grants_delete(config.grants);
    return NULL;
}

static void close_vm(VM *vm) {
    SourceLoader *loader = loader_of(vm);
    Grants *grants = vm->grants;
    vm_delete(vm);
    grants_delete(grants);
    source_loader_close(loader);
    free(loader);
}

const VMMaker interpreter_vm_maker = {open_vm, close_vm};
