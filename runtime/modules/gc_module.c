// gc: what the collector shows of itself, and gc.callbacks. It does what reference counts do elsewhere, so disable holds only while there is room (gc.c).
#include "runtime/builtins.h"
#include "runtime/gc.h"
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/sys.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

#define FUNCTION(name) static Value gc_function_##name(VM *vm, Value *args, uint32_t count)
#define UNUSED (void)vm, (void)args, (void)count

// In the module's slot, a list of these. DEBUG and the thresholds are only remembered, but that a first threshold of 0 is as disable(). COLLECTING: collect() is
// under way, and ignored when its callbacks call it. FROZEN: what get_freeze_count() answers. CALLBACKS: the list that the module began with.
enum { SETTING_ENABLED, SETTING_DEBUG, SETTING_THRESHOLD, SETTING_COLLECTING = SETTING_THRESHOLD + 3, SETTING_FROZEN, SETTING_CALLBACKS, SETTING_COUNT };
static Value *setting(VM *vm, int which) { return &as_list(vm->slots_for_modules[MODULE_SLOT_GC])->items[which]; }

// What there is to say of a collection: a dict, or NULL.
static Dict *collection_info(VM *vm, int generation) {
    static const char *const names[] = {"generation", "collected", "uncollectable"};
    Dict *info = dict_new(vm);
    for (int i = 0; info && i < 3; i++) {
        Str *name = str_intern(vm, names[i], strlen(names[i]));
        if (!name || !dict_set_str(vm, info, name, from_small_int(i == 0 ? generation : 0))) info = NULL;
    }
    return info;
}

static void call_each(VM *vm, Value callbacks, const char *phase, int generation) {
    Dict *info = collection_info(vm, generation);
    Value text = info ? str_from_cstring(vm, phase) : VALUE_ERROR;
    if (text == VALUE_ERROR) {
        sys_report_unraisable(vm, callbacks);
        return;
    }
    root_push(vm, text), root_push(vm, from_object(info));
    for (size_t i = 0; i < as_list(callbacks)->count; i++) {
        Value callback = as_list(callbacks)->items[i];
        ROOT_SCOPE(vm);
        root_push(vm, callback);
        if (call_value(vm, callback, (Value[]){text, from_object(info)}, 2) == VALUE_ERROR) sys_report_unraisable(vm, callback);
        ROOT_END(vm);
    }
}

bool gc_has_callbacks(VM *vm) {
    if (!is_list(vm->slots_for_modules[MODULE_SLOT_GC]) || vm->collector->is_calling_back || vm->is_finishing) return false;
    return as_list(*setting(vm, SETTING_CALLBACKS))->count > 0;
}

// At a safepoint: what is raised or handled there stays as it is.
void gc_call_back(VM *vm, const char *phase, int generation) {
    if (!gc_has_callbacks(vm)) return;
    Value callbacks = *setting(vm, SETTING_CALLBACKS);
    vm->collector->is_calling_back = true;
    ROOT_SCOPE(vm);
    Value exception = vm->exception, handled = vm->handled;
    root_push(vm, callbacks), root_push(vm, exception), root_push(vm, handled);
    vm->exception = VALUE_UNBOUND;
    call_each(vm, callbacks, phase, generation);
    vm->exception = exception;
    vm->handled = handled;
    ROOT_END(vm);
    vm->collector->is_calling_back = false;
}

static bool to_c_int(VM *vm, Value v, int64_t *out) {
    if (!op_index_int64(vm, v, out, true)) return false;
    return *out == (int32_t)*out || (raise_overflow_error(vm, "Python int too large to convert to C int"), false);
}

FUNCTION(collect) {
    (void)count;
    int64_t generation = 2;
    if (args[0] != VALUE_UNBOUND && !to_c_int(vm, args[0], &generation)) return VALUE_ERROR;
    if (generation < 0 || generation > 2) return raise_value_error(vm, "invalid generation");
    if (*setting(vm, SETTING_COLLECTING) == VALUE_TRUE || vm->collector->is_calling_back) return from_small_int(0);
    *setting(vm, SETTING_COLLECTING) = VALUE_TRUE;
    gc_call_back(vm, "start", (int)generation);
    gc_collect_now(vm), work_done_on_bytes(vm, 2 * vm->heap->pages_used * HEAP_PAGE);
    gc_call_back(vm, "stop", (int)generation);
    *setting(vm, SETTING_COLLECTING) = VALUE_FALSE;
    return from_small_int(0); // how many objects died is only known after sweeping
}

static void apply_settings(VM *vm) { gc_set_enabled(vm, *setting(vm, SETTING_ENABLED) == VALUE_TRUE && *setting(vm, SETTING_THRESHOLD) != from_small_int(0)); }

FUNCTION(enable) { return UNUSED, *setting(vm, SETTING_ENABLED) = VALUE_TRUE, apply_settings(vm), VALUE_NONE; }
FUNCTION(disable) { return UNUSED, *setting(vm, SETTING_ENABLED) = VALUE_FALSE, apply_settings(vm), VALUE_NONE; }
FUNCTION(isenabled) { return UNUSED, *setting(vm, SETTING_ENABLED); }
FUNCTION(freeze) { // nothing is moved: what is alive is old, and a full collection looks at it
    UNUSED;
    Value objects = gc_list_objects(vm);
    if (objects == VALUE_ERROR) return VALUE_ERROR;
    *setting(vm, SETTING_FROZEN) = from_small_int((int64_t)as_list(objects)->count);
    return VALUE_NONE;
}
FUNCTION(unfreeze) { return UNUSED, *setting(vm, SETTING_FROZEN) = from_small_int(0), VALUE_NONE; }
FUNCTION(get_freeze_count) { return UNUSED, *setting(vm, SETTING_FROZEN); }
FUNCTION(set_debug) {
    (void)count;
    int64_t flags;
    if (!to_c_int(vm, args[0], &flags)) return VALUE_ERROR;
    *setting(vm, SETTING_DEBUG) = from_small_int(flags);
    return VALUE_NONE;
}
FUNCTION(get_debug) { return UNUSED, *setting(vm, SETTING_DEBUG); }
FUNCTION(get_threshold) { return UNUSED, tuple_pack(vm, 3, *setting(vm, SETTING_THRESHOLD), *setting(vm, SETTING_THRESHOLD + 1), *setting(vm, SETTING_THRESHOLD + 2)); }
FUNCTION(set_threshold) {
    int64_t thresholds[3];
    for (uint32_t i = 0; i < count && i < 3; i++) {
        if (!op_index_int64(vm, args[i], &thresholds[i], true)) return VALUE_ERROR;
        if (thresholds[i] != (int32_t)thresholds[i])
            return raise_overflow_error(vm, is_small_int(args[i]) ? thresholds[i] > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum" : "Python int too large to convert to C long");
    }
    for (uint32_t i = 0; i < count && i < 3; i++) *setting(vm, (int)(SETTING_THRESHOLD + i)) = from_small_int(thresholds[i]);
    apply_settings(vm);
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
FUNCTION(is_finalized) { return UNUSED, from_bool(is_object(args[0]) && gc_is_finalized(vm, as_object(args[0]))); }
// What is made when it is looked for is to be seen.
static bool complete_namespaces(VM *vm) { return builtins_dict(vm) && sys_complete(vm); }

// What these find may be the VM's own: what natives keep between two steps, or for the host, and trust to be as they left it.
NATIVE_THAT_NEEDS(PROCESS, gc_function_get_objects, "gc.get_objects") {
    (void)count;
    int64_t generation = 2;
    bool all = args[0] == VALUE_UNBOUND || args[0] == VALUE_NONE;
    if (!all && !is_int(args[0])) return raise_type_error(vm, "argument should be integer or None, not '%T'", args[0]);
    if (!all && !int_to_int64(args[0], &generation)) return raise_overflow_error(vm, "cannot fit 'int' into an index-sized integer");
    if (!complete_namespaces(vm)) return VALUE_ERROR;
    if (generation < 0) return raise_value_error(vm, "generation parameter cannot be negative");
    if (generation > 2) return raise_value_error(vm, "generation parameter must be less than the number of available generations (3)");
    return generation == 2 ? gc_list_objects(vm) : list_new(vm, NULL, 0); // looking makes all of them old
}
NATIVE_THAT_NEEDS(PROCESS, gc_function_get_referents, "gc.get_referents") { return !complete_namespaces(vm) ? VALUE_ERROR : gc_list_referents(vm, args, count); }
NATIVE_THAT_NEEDS(PROCESS, gc_function_get_referrers, "gc.get_referrers") {
    Value list = list_new(vm, NULL, count); // natives' arguments lie on the stack: the list is for those that are objects
    if (list == VALUE_ERROR || !complete_namespaces(vm)) return VALUE_ERROR;
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
    Value callbacks = list_new(vm, NULL, 0), zero = from_small_int(0), ten = from_small_int(10);
    Value settings = callbacks == VALUE_ERROR ? VALUE_ERROR : list_new(vm, (Value[SETTING_COUNT]){VALUE_TRUE, zero, from_small_int(700), ten, ten, VALUE_FALSE, zero, callbacks}, SETTING_COUNT);
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
        Value list = !name ? VALUE_ERROR : i == 1 ? callbacks : list_new(vm, NULL, 0);
        if (list == VALUE_ERROR || !dict_set_str(vm, space, name, list)) return false;
    }
    return true;
}

static const NativeDef functions[] = {
    {"collect", {gc_function_collect}, 0, 1, 0, "generation", DOC("Run the garbage collector.")},
    {"enable", {gc_function_enable}, 0, 0, 0, NULL, DOC("Enable automatic garbage collection.")},
    {"disable", {gc_function_disable}, 0, 0, 0, NULL, DOC("Disable automatic garbage collection.")},
    {"isenabled", {gc_function_isenabled}, 0, 0, 0, NULL, DOC("Returns true if automatic garbage collection is enabled.")},
    {"freeze", {gc_function_freeze}, 0, 0, 0, NULL, DOC(NULL)},
    {"unfreeze", {gc_function_unfreeze}, 0, 0, 0, NULL, DOC(NULL)},
    {"get_freeze_count", {gc_function_get_freeze_count}, 0, 0, 0, NULL, DOC(NULL)},
    {"set_debug", {gc_function_set_debug}, 1, 1, 0, NULL, DOC(NULL)},
    {"get_debug", {gc_function_get_debug}, 0, 0, 0, NULL, DOC(NULL)},
    {"get_threshold", {gc_function_get_threshold}, 0, 0, 0, NULL, DOC(NULL)},
    {"set_threshold", {gc_function_set_threshold}, 1, 3, 0, NULL, DOC(NULL)},
    {"get_count", {gc_function_get_count}, 0, 0, 0, NULL, DOC(NULL)},
    {"is_tracked", {gc_function_is_tracked}, 1, 1, 0, NULL, DOC(NULL)},
    {"is_finalized", {gc_function_is_finalized}, 1, 1, 0, NULL, DOC(NULL)},
    {"get_objects", {gc_function_get_objects}, 0, 1, 0, "generation", DOC("Return a list of objects tracked by the collector.")},
    {"get_referrers", {gc_function_get_referrers}, 0, -1, 0, NULL, DOC("Return the list of objects that directly refer to any of objs.")},
    {"get_referents", {gc_function_get_referents}, 0, -1, 0, NULL, DOC("Return the list of objects that are directly referred to by objs.")},
    {"get_stats", {gc_function_get_stats}, 0, 0, 0, NULL, DOC("Return a list of dictionaries containing per-generation statistics.")},
    {0},
};
const ModuleDef gc_module = {"gc", functions, gc_initialize};
