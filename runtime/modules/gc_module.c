// gc: what the collector shows of itself. It does what reference counts do elsewhere, so disable only remembers.
#include "runtime/gc.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

#define FUNCTION(name) static Value gc_function_##name(VM *vm, Value *args, uint32_t count)
#define UNUSED (void)vm, (void)args, (void)count

// What scripts may set and ask for again, and nothing else comes of: in the module's slot, a list of these.
// COLLECTING: collect() is under way, and ignored when its callbacks call it.
enum { SETTING_ENABLED, SETTING_DEBUG, SETTING_THRESHOLD, SETTING_COLLECTING = SETTING_THRESHOLD + 3, SETTING_COUNT };
static Value *setting(VM *vm, int which) { return &as_list(vm->slots_for_modules[MODULE_SLOT_GC])->items[which]; }

// Calls gc.callbacks with the phase and what there is to say of the collection.
static bool call_back(VM *vm, const char *phase, Value generation) {
    Str *gc = str_intern(vm, "gc", 2), *name = gc ? str_intern(vm, "callbacks", 9) : NULL;
    Value module = name ? dict_get_str(vm, vm->modules, gc) : VALUE_ERROR;
    Value callbacks = module == VALUE_ERROR || module == VALUE_UNBOUND ? module : get_attribute_or(vm, module, name, VALUE_UNBOUND);
    if (callbacks == VALUE_ERROR) return false;
    if (!is_list(callbacks) || !as_list(callbacks)->count) return true;
    ROOT_SCOPE(vm);
    root_push(vm, callbacks);
    static const char *const zeros[] = {"collected", "uncollectable"};
    Dict *info = dict_new(vm);
    Value text = str_from_cstring(vm, phase);
    bool good = info && text != VALUE_ERROR && (name = str_intern(vm, "generation", 10)) && dict_set_str(vm, info, name, generation);
    for (size_t i = 0; good && i < 2; i++) good = (name = str_intern(vm, zeros[i], strlen(zeros[i]))) && dict_set_str(vm, info, name, from_small_int(0));
    if (good) root_push(vm, text), root_push(vm, from_object(info));
    for (size_t i = 0; good && i < as_list(callbacks)->count; i++) {
        Value callback = as_list(callbacks)->items[i];
        if (call_value(vm, callback, (Value[]){text, from_object(info)}, 2) == VALUE_ERROR) sys_report_unraisable(vm, callback);
    }
    ROOT_END(vm);
    return good;
}

FUNCTION(collect) {
    (void)count;
    int64_t generation = 2;
    if (args[0] != VALUE_UNBOUND && !op_index_int64(vm, args[0], &generation, true)) return VALUE_ERROR;
    if (generation < 0 || generation > 2) return raise_value_error(vm, "invalid generation");
    if (*setting(vm, SETTING_COLLECTING) == VALUE_TRUE) return from_small_int(0);
    *setting(vm, SETTING_COLLECTING) = VALUE_TRUE;
    bool good = call_back(vm, "start", from_small_int(generation));
    if (good) gc_collect_now(vm);
    good = good && call_back(vm, "stop", from_small_int(generation));
    *setting(vm, SETTING_COLLECTING) = VALUE_FALSE;
    return good ? from_small_int(0) : VALUE_ERROR; // how many objects died is only known after sweeping
}
FUNCTION(enable) { return UNUSED, *setting(vm, SETTING_ENABLED) = VALUE_TRUE, VALUE_NONE; }
FUNCTION(disable) { return UNUSED, *setting(vm, SETTING_ENABLED) = VALUE_FALSE, VALUE_NONE; }
FUNCTION(isenabled) { return UNUSED, *setting(vm, SETTING_ENABLED); }
FUNCTION(nothing) { return UNUSED, VALUE_NONE; }
FUNCTION(zero) { return UNUSED, from_small_int(0); }
FUNCTION(set_debug) {
    (void)count;
    int64_t flags;
    if (!op_index_int64(vm, args[0], &flags, false)) return VALUE_ERROR;
    *setting(vm, SETTING_DEBUG) = from_small_int((int32_t)flags);
    return VALUE_NONE;
}
FUNCTION(get_debug) { return UNUSED, *setting(vm, SETTING_DEBUG); }
FUNCTION(get_threshold) { return UNUSED, tuple_pack(vm, 3, *setting(vm, SETTING_THRESHOLD), *setting(vm, SETTING_THRESHOLD + 1), *setting(vm, SETTING_THRESHOLD + 2)); }
FUNCTION(set_threshold) {
    for (uint32_t i = 0; i < count && i < 3; i++) {
        int64_t threshold;
        if (!op_index_int64(vm, args[i], &threshold, false)) return VALUE_ERROR;
        *setting(vm, (int)(SETTING_THRESHOLD + i)) = from_small_int((int32_t)threshold);
    }
    return VALUE_NONE;
}
FUNCTION(get_stats) {
    UNUSED;
    static const char *const names[] = {"collections", "collected", "uncollectable"};
    Value list = list_new(vm, NULL, 3);
    for (int generation = 0; list != VALUE_ERROR && generation < 3; generation++) { // young collections are those of generation 0, full ones those of 2
        Dict *stats = dict_new(vm);
        for (int i = 0; stats && i < 3; i++) {
            Str *name = str_intern(vm, names[i], strlen(names[i]));
            uint64_t full = vm->heap->full_collections, runs = generation == 2 ? full : generation == 0 ? vm->heap->collections - full : 0;
            Value number = from_small_int(i == 0 ? (int64_t)runs : 0);
            if (!name || !dict_set_str(vm, stats, name, number)) stats = NULL;
        }
        if (!stats || !list_append(vm, as_list(list), from_object(stats))) return VALUE_ERROR;
    }
    return list;
}
FUNCTION(get_count) { return UNUSED, tuple_pack(vm, 3, from_small_int(0), from_small_int(0), from_small_int(0)); }
FUNCTION(is_tracked) { return UNUSED, from_bool(is_object(args[0]) && gc_is_tracked(vm, as_object(args[0]))); }
FUNCTION(is_finalized) { return UNUSED, VALUE_FALSE; }
FUNCTION(get_objects) {
    (void)count;
    int64_t generation = 2;
    bool all = args[0] == VALUE_UNBOUND || args[0] == VALUE_NONE;
    if (!all && !is_int(args[0])) return raise_type_error(vm, "argument should be integer or None, not '%T'", args[0]);
    if (!all && !op_index_int64(vm, args[0], &generation, false)) return VALUE_ERROR;
    if (generation < 0) return raise_value_error(vm, "generation parameter cannot be negative");
    if (generation > 2) return raise_value_error(vm, "generation parameter must be less than the number of available generations (3)");
    return generation == 2 ? gc_list_objects(vm) : list_new(vm, NULL, 0); // looking makes all of them old
}
FUNCTION(get_referents) { return gc_list_referents(vm, args, count); }
FUNCTION(get_referrers) {
    Value list = list_new(vm, NULL, count); // natives' arguments lie on the stack: the list is for those that are objects
    if (list == VALUE_ERROR) return list;
    for (uint32_t i = 0; i < count; i++)
        if (is_object(args[i]) && !list_append(vm, as_list(list), args[i])) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, list);
    Value referrers = gc_list_referrers(vm, as_list(list)->items, as_list(list)->count);
    ROOT_END(vm);
    return referrers;
}

static bool gc_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value settings = list_new(vm, (Value[SETTING_COUNT]){VALUE_TRUE, from_small_int(0), from_small_int(700), from_small_int(10), from_small_int(10), VALUE_FALSE}, SETTING_COUNT);
    if (settings == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_GC] = settings;
    static const struct { const char *name; int value; } flags[] = {{"DEBUG_STATS", 1}, {"DEBUG_COLLECTABLE", 2}, {"DEBUG_UNCOLLECTABLE", 4}, {"DEBUG_SAVEALL", 32}, {"DEBUG_LEAK", 38}};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        Str *name = str_intern(vm, flags[i].name, strlen(flags[i].name));
        if (!name || !dict_set_str(vm, space, name, from_small_int(flags[i].value))) return false;
    }
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
    {"set_debug", {gc_function_set_debug}, 1, 1, NULL, 0, NULL},
    {"get_debug", {gc_function_get_debug}, 0, 0, NULL, 0, NULL},
    {"get_threshold", {gc_function_get_threshold}, 0, 0, NULL, 0, NULL},
    {"set_threshold", {gc_function_set_threshold}, 1, 3, NULL, 0, NULL},
    {"get_count", {gc_function_get_count}, 0, 0, NULL, 0, NULL},
    {"is_tracked", {gc_function_is_tracked}, 1, 1, NULL, 0, NULL},
    {"is_finalized", {gc_function_is_finalized}, 1, 1, NULL, 0, NULL},
    {"get_objects", {gc_function_get_objects}, 0, 1, "generation", 0, "Return a list of objects tracked by the collector."},
    {"get_referrers", {gc_function_get_referrers}, 0, -1, NULL, 0, "Return the list of objects that directly refer to any of objs."},
    {"get_referents", {gc_function_get_referents}, 0, -1, NULL, 0, "Return the list of objects that are directly referred to by objs."},
    {"get_stats", {gc_function_get_stats}, 0, 0, NULL, 0, "Return a list of dictionaries containing per-generation statistics."},
    {0},
};
const ModuleDef gc_module = {"gc", functions, gc_initialize};
