// gc: what the collector shows of itself. There are no generations and no reference counts, so enable and disable only remember.
#include "runtime/gc.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

#define FUNCTION(name) static Value gc_function_##name(VM *vm, Value *args, uint32_t count)
#define UNUSED (void)vm, (void)args, (void)count

FUNCTION(collect) {
    UNUSED;
    gc_collect_now(vm);
    return from_small_int(0); // how many objects died is only known after sweeping
}
FUNCTION(enable) { return UNUSED, vm->slots_for_modules[MODULE_SLOT_GC] = VALUE_NONE; }
FUNCTION(disable) { return UNUSED, vm->slots_for_modules[MODULE_SLOT_GC] = VALUE_FALSE, VALUE_NONE; }
FUNCTION(isenabled) { return UNUSED, from_bool(vm->slots_for_modules[MODULE_SLOT_GC] != VALUE_FALSE); }
FUNCTION(nothing) { return UNUSED, VALUE_NONE; }
FUNCTION(zero) { return UNUSED, from_small_int(0); }
FUNCTION(get_threshold) { return UNUSED, tuple_pack(vm, 3, from_small_int(700), from_small_int(10), from_small_int(10)); }
FUNCTION(get_count) { return UNUSED, tuple_pack(vm, 3, from_small_int(0), from_small_int(0), from_small_int(0)); }
FUNCTION(is_tracked) { return UNUSED, from_bool(is_object(args[0]) && as_object(args[0])->shape->type->slots.trace && !is_str(args[0])); }
FUNCTION(is_finalized) { return UNUSED, VALUE_FALSE; }
#define REFUSED(name)                                                                                                  \
    FUNCTION(name) { return UNUSED, raise_error(vm, vm->types.NotImplementedError, "gc." #name "(): Typhon's collector does not list objects"); }
REFUSED(get_objects)
REFUSED(get_referrers)
REFUSED(get_referents)
REFUSED(get_stats)

static bool gc_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    const char *const lists[] = {"garbage", "callbacks"};
    for (size_t i = 0; i < 2; i++) {
        Str *name = str_intern(vm, lists[i], strlen(lists[i]));
        Value list = name ? list_new(vm, NULL, 0) : VALUE_ERROR;
        if (list == VALUE_ERROR || !dict_set_str(vm, space, name, list)) return false;
    }
    return true;
}

static const NativeDef functions[] = {
    {"collect", {gc_function_collect}, 0, 1, "generation", 0, "Run the garbage collector."},
    {"enable", {gc_function_enable}, 0, 0, NULL, 0, "Enable automatic garbage collection."},
    {"disable", {gc_function_disable}, 0, 0, NULL, 0, "Disable automatic garbage collection."},
    {"isenabled", {gc_function_isenabled}, 0, 0, NULL, 0, "Returns true if automatic garbage collection is enabled."},
    {"freeze", {gc_function_nothing}, 0, 0, NULL, 0, NULL},
    {"unfreeze", {gc_function_nothing}, 0, 0, NULL, 0, NULL},
    {"get_freeze_count", {gc_function_zero}, 0, 0, NULL, 0, NULL},
    {"set_debug", {gc_function_nothing}, 1, 1, NULL, 0, NULL},
    {"get_debug", {gc_function_zero}, 0, 0, NULL, 0, NULL},
    {"get_threshold", {gc_function_get_threshold}, 0, 0, NULL, 0, NULL},
    {"set_threshold", {gc_function_nothing}, 1, 3, NULL, 0, NULL},
    {"get_count", {gc_function_get_count}, 0, 0, NULL, 0, NULL},
    {"is_tracked", {gc_function_is_tracked}, 1, 1, NULL, 0, NULL},
    {"is_finalized", {gc_function_is_finalized}, 1, 1, NULL, 0, NULL},
    {"get_objects", {gc_function_get_objects}, 0, 1, "generation", 0, "Refused."},
    {"get_referrers", {gc_function_get_referrers}, 0, -1, NULL, 0, "Refused."},
    {"get_referents", {gc_function_get_referents}, 0, -1, NULL, 0, "Refused."},
    {"get_stats", {gc_function_get_stats}, 0, 0, NULL, 0, "Refused."},
    {0},
};
const ModuleDef gc_module = {"gc", functions, gc_initialize};
