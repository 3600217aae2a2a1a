// atexit: functions to be called when the program ends. They stand in a list of (function, positional arguments, keyword names, keyword values).
#include "runtime/modules/modules.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

static Value *functions_place(VM *vm) { return &vm->slots_for_modules[MODULE_SLOT_ATEXIT]; }

static Value atexit_register(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    if (!count) return raise_type_error(vm, "register() takes at least 1 argument (0 given)");
    if (!value_type(vm, args[0])->slots.call) return raise_type_error(vm, "the first argument must be callable");
    size_t keywords = keyword_names == VALUE_UNBOUND ? 0 : as_tuple(keyword_names)->count;
    Value positional = tuple_new(vm, args + 1, count - 1), values = positional == VALUE_ERROR ? VALUE_ERROR : tuple_new(vm, args + count, keywords);
    if (values == VALUE_ERROR) return VALUE_ERROR;
    Value entry = tuple_pack(vm, 4, args[0], positional, keywords ? keyword_names : VALUE_NONE, values);
    if (!is_list(*functions_place(vm)) && (*functions_place(vm) = list_new(vm, NULL, 0)) == VALUE_ERROR) return VALUE_ERROR;
    return entry != VALUE_ERROR && list_append(vm, as_list(*functions_place(vm)), entry) ? args[0] : VALUE_ERROR;
}

static Value atexit_unregister(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_list(*functions_place(vm))) return VALUE_NONE;
    List *list = as_list(*functions_place(vm));
    for (size_t i = 0; i < list->count;) {
        Value entry = list->items[i];
        int equal = op_equal(vm, as_tuple(entry)->items[0], args[0]);
        if (equal < 0) return VALUE_ERROR;
        if (!equal) {
            i++;
        } else if (i < list->count && list->items[i] == entry) {
            memmove(list->items + i, list->items + i + 1, (list->count - i - 1) * sizeof(Value));
            list->count--;
        }
    }
    return VALUE_NONE;
}

static Value atexit_clear(VM *vm, Value *args, uint32_t count) {
    (void)args, (void)count;
    *functions_place(vm) = VALUE_NONE;
    return VALUE_NONE;
}

static Value atexit_count(VM *vm, Value *args, uint32_t count) {
    (void)args, (void)count;
    return from_small_int(is_list(*functions_place(vm)) ? (int64_t)as_list(*functions_place(vm))->count : 0);
}

static Value call_entry(VM *vm, const Tuple *entry) {
    size_t positional = as_tuple(entry->items[1])->count, keywords = as_tuple(entry->items[3])->count;
    Value list = list_new(vm, as_tuple(entry->items[1])->items, positional);
    for (size_t i = 0; list != VALUE_ERROR && i < keywords; i++)
        if (!list_append(vm, as_list(list), as_tuple(entry->items[3])->items[i])) return VALUE_ERROR;
    if (list == VALUE_ERROR) return VALUE_ERROR;
    return call_keywords(vm, entry->items[0], as_list(list)->items, (uint32_t)positional, keywords ? entry->items[2] : VALUE_UNBOUND);
}

void run_exit_functions(VM *vm) {
    while (is_list(*functions_place(vm)) && as_list(*functions_place(vm))->count) {
        List *list = as_list(*functions_place(vm));
        Value entry = list->items[--list->count];
        ROOT_SCOPE(vm);
        root_push(vm, entry);
        if (call_entry(vm, as_tuple(entry)) == VALUE_ERROR) {
            if (error_matches(vm, vm->types.SystemExit)) error_clear(vm);
            else sys_report_unraisable_as(vm, "Exception ignored in atexit callback", as_tuple(entry)->items[0]);
        }
        ROOT_END(vm);
    }
}

static Value atexit_run(VM *vm, Value *args, uint32_t count) {
    (void)args, (void)count;
    run_exit_functions(vm);
    return VALUE_NONE;
}

static const NativeDef functions[] = {
    {"register", {.raw = atexit_register}, 0, -1, NATIVE_RAW, NULL, DOC("Register a function to be executed upon normal program termination.")},
    {"unregister", {atexit_unregister}, 1, 1, 0, NULL, DOC("Unregister an exit function which was previously registered.")},
    {"_clear", {atexit_clear}, 0, 0, 0, NULL, DOC("Clear the list of previously registered exit functions.")},
    {"_run_exitfuncs", {atexit_run}, 0, 0, 0, NULL, DOC("Run all registered exit functions.")},
    {"_ncallbacks", {atexit_count}, 0, 0, 0, NULL, DOC("Return the number of registered exit functions.")},
    {0},
};
const ModuleDef atexit_module = {"atexit", functions, NULL};
