#include "runtime/limits.h"
#include "runtime/signals.h"

void limits_count(VM *vm, int64_t instructions) {
    vm->is_counted = true;
    vm->fuel = 0;
    vm->fuel_left = instructions;
}

void limits_stop(VM *vm, const char *reason) {
    __atomic_store_n(&vm->stop_reason, reason, __ATOMIC_RELAXED);
    attention_set(vm, ATTENTION_STOP);
}

void limits_forget_stop(VM *vm) {
    vm->is_stopped = false;
    attention_clear(vm, ATTENTION_STOP);
}

static const char out_of_budget[] = "the script has used up its budget";

// What natives used beyond the last slice is made up for by the next ones.
static bool refuel(VM *vm) {
    if (!vm->is_counted) return vm->fuel = FUEL_SLICE, true; // of natives, until they look again
    if (vm->config.host) return vm->config.host->refuel(vm->config.host);
    int64_t slice = vm->fuel_left < FUEL_SLICE ? vm->fuel_left : FUEL_SLICE;
    vm->fuel_left -= slice;
    vm->fuel += slice;
    return slice > 0;
}

bool limits_allow(VM *vm) {
    while (vm->fuel < 0 && !(attention_of(vm) & ATTENTION_STOP))
        if (!refuel(vm)) limits_stop(vm, vm->config.host ? out_of_budget : "the script has used up its instructions");
    if (!(attention_of(vm) & ATTENTION_STOP)) return true;
    vm->is_stopped = true;
    raise_error(vm, vm->types.TimeoutError, "%s", vm->stop_reason);
    return false;
}

// What a stopped script leaves to be done (telling why it ended, closing files) is not its work any more.
static bool is_script_running(const VM *vm) { return vm->frame >= vm->frames; }

// The run may stand still where `ask` asks its host, within a native.
static bool allow_amid_native(VM *vm, void (*ask)(VM *vm, bool has_end), bool has_end) {
    uint8_t before = vm->amid_native;
    if (!before) vm->amid_native = 1;
    if (ask) ask(vm, has_end);
    bool good = limits_allow(vm);
    if (!before && vm->amid_native == 2) attention_set(vm, ATTENTION_COLLECT);
    if (!before) vm->amid_native = 0;
    return good;
}

bool work_looks(VM *vm) {
    if (vm->is_stopped && !is_script_running(vm)) return true;
    // A script's own handler runs at the next safepoint.
    return allow_amid_native(vm, NULL, false) && !(attention_of(vm) & ATTENTION_INTERRUPT && signals_raise_plain(vm));
}

static void ask_for_wait(VM *vm, bool has_end) {
    if (!vm->config.host->wait(vm->config.host, has_end)) limits_stop(vm, out_of_budget);
}
bool limits_allow_wait(VM *vm, bool has_end) { return allow_amid_native(vm, ask_for_wait, has_end); }
