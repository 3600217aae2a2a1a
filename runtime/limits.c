#include "runtime/limits.h"

void limits_count(VM *vm, int64_t instructions) {
    vm->is_counted = true;
    vm->fuel = instructions;
}

void limits_stop(VM *vm, const char *reason) {
    __atomic_store_n(&vm->stop_reason, reason, __ATOMIC_RELAXED);
    attention_set(vm, ATTENTION_STOP);
}

void limits_forget_stop(VM *vm) {
    vm->is_stopped = false;
    attention_clear(vm, ATTENTION_STOP);
}

bool limits_allow(VM *vm) {
    if (vm->is_counted && vm->fuel < 0 && !vm->is_stopped) {
        Host *host = vm->config.host;
        if (!host || !host->refuel(host)) limits_stop(vm, host ? "the script has used up its budget" : "the script has used up its instructions");
    }
    if (!(vm->attention & ATTENTION_STOP)) return true;
    vm->is_stopped = true;
    raise_error(vm, vm->types.TimeoutError, "%s", vm->stop_reason);
    return false;
}
