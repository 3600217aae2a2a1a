// typhon.h: containers, attributes, calls.
#include "embed/api.h"
#include "runtime/objects/str.h"
#include <string.h>

typhon_status typhon_length(typhon_vm *vm, typhon_value value, size_t *result) {
    API_TAKE(vm, v, value);
    if (!api_enter(vm)) return api_fail(vm);
    int64_t length = op_length(vm->vm, v);
    api_leave(vm);
    *result = length < 0 ? 0 : (size_t)length;
    return api_status(vm, length >= 0);
}

typhon_status typhon_get_item(typhon_vm *vm, typhon_value container, typhon_value key, typhon_value *result) {
    API_TAKE(vm, from, container);
    API_TAKE(vm, at, key);
    if (!api_enter(vm)) return api_fail(vm);
    Value item = op_get_item(vm->vm, from, at);
    api_leave(vm);
    return api_result(vm, item, result);
}

typhon_status typhon_get_index(typhon_vm *vm, typhon_value sequence, ptrdiff_t index, typhon_value *result) {
    if (index > INT_SMALL_MAX || index < INT_SMALL_MIN) return raise_index_error(vm->vm, "index out of range"), api_fail(vm);
    return typhon_get_item(vm, sequence, (typhon_value){from_small_int(index), 0}, result);
}

static typhon_status set_item(typhon_vm *vm, typhon_value container, typhon_value key, Value value) {
    API_TAKE(vm, to, container);
    API_TAKE(vm, at, key);
    if (!api_enter(vm)) return api_fail(vm);
    bool good = op_set_item(vm->vm, to, at, value);
    api_leave(vm);
    return api_status(vm, good);
}

typhon_status typhon_set_item(typhon_vm *vm, typhon_value container, typhon_value key, typhon_value value) {
    API_TAKE(vm, item, value);
    return set_item(vm, container, key, item);
}

typhon_status typhon_del_item(typhon_vm *vm, typhon_value container, typhon_value key) { return set_item(vm, container, key, VALUE_UNBOUND); }

typhon_status typhon_contains(typhon_vm *vm, typhon_value container, typhon_value item, bool *result) {
    API_TAKE(vm, in, container);
    API_TAKE(vm, what, item);
    if (!api_enter(vm)) return api_fail(vm);
    int found = op_contains(vm->vm, in, what);
    api_leave(vm);
    *result = found > 0;
    return api_status(vm, found >= 0);
}

typhon_status typhon_append(typhon_vm *vm, typhon_value list, typhon_value item) {
    API_TAKE(vm, to, list);
    API_TAKE(vm, what, item);
    if (!is_list(to)) return raise_type_error(vm->vm, "expected list, got %T", to), api_fail(vm);
    return api_status(vm, list_append(vm->vm, as_list(to), what));
}

typhon_status typhon_iter(typhon_vm *vm, typhon_value value, typhon_value *iterator) {
    API_TAKE(vm, v, value);
    if (!api_enter(vm)) return api_fail(vm);
    Value made = op_iter(vm->vm, v);
    api_leave(vm);
    return api_result(vm, made, iterator);
}

typhon_status typhon_next(typhon_vm *vm, typhon_value iterator, typhon_value *item) {
    API_TAKE(vm, from, iterator);
    if (!api_enter(vm)) return api_fail(vm);
    Value next = op_next(vm->vm, from);
    api_leave(vm);
    return next == VALUE_END ? TYPHON_END : api_result(vm, next, item);
}

// ---- attributes --------------------------------------------------------------------------------------------------

typhon_status typhon_get_attr(typhon_vm *vm, typhon_value object, const char *name, typhon_value *result) {
    API_TAKE(vm, of, object);
    if (!api_enter(vm)) return api_fail(vm);
    ROOT_SCOPE(vm->vm);
    Str *key = api_name(vm, name, strlen(name));
    if (key) root_push(vm->vm, from_object(key));
    Value found = key ? get_attribute(vm->vm, of, key) : VALUE_ERROR;
    ROOT_END(vm->vm);
    api_leave(vm);
    return api_result(vm, found, result);
}

typhon_status typhon_set_attr(typhon_vm *vm, typhon_value object, const char *name, typhon_value value) {
    API_TAKE(vm, of, object);
    API_TAKE(vm, what, value);
    if (!api_enter(vm)) return api_fail(vm);
    ROOT_SCOPE(vm->vm);
    Str *key = api_name(vm, name, strlen(name));
    if (key) root_push(vm->vm, from_object(key));
    bool good = key && set_attribute(vm->vm, of, key, what);
    ROOT_END(vm->vm);
    api_leave(vm);
    return api_status(vm, good);
}

// ---- calls -------------------------------------------------------------------------------------------------------

// The host may close the scopes of what it gave while the run stands still.
static Value call_job(typhon_vm *host, const Job *job) {
    VM *vm = host->vm;
    uint32_t count = job->count;
    ROOT_SCOPE(vm);
    root_push(vm, job->callable);
    if (job->names != VALUE_UNBOUND) root_push(vm, job->names), count += (uint32_t)as_tuple(job->names)->count;
    for (uint32_t i = 0; i < count; i++) root_push(vm, job->args[i]);
    Value value = call_keywords(vm, job->callable, job->args, job->count, job->names);
    ROOT_END(vm);
    host->is_refused = false; // whatever was loaded meanwhile
    return value;
}

static bool take_arguments(typhon_vm *vm, const typhon_value *args, size_t count, Job *job) {
    if (count > ARGUMENTS_MOST) return raise_type_error(vm->vm, "a call from the host has at most %d arguments (%zu given)", ARGUMENTS_MOST, count), false;
    for (size_t i = 0; i < count; i++) {
        api_check(vm, args[i]);
        if ((job->args[i] = args[i].word) == VALUE_ERROR) return false;
    }
    job->count = (uint32_t)count;
    return true;
}

typhon_status typhon_call(typhon_vm *vm, typhon_value callable, const typhon_value *args, size_t count, typhon_value *result) {
    API_TAKE(vm, function, callable);
    if (vm->depth || !api_suspends(vm)) { // nothing to be kept of it
        Job job;
        if (!take_arguments(vm, args, count, &job)) return api_fail(vm);
        if (!api_enter(vm)) return api_fail(vm);
        Value value = call_value(vm->vm, function, job.args, job.count);
        api_leave(vm);
        return api_result(vm, value, result);
    }
    Job job = {.function = call_job, .callable = function, .names = VALUE_UNBOUND};
    return take_arguments(vm, args, count, &job) ? api_run(vm, &job, result) : api_fail(vm);
}

// A tuple of interned names; rooted.
static Value take_names(typhon_vm *vm, const char *const *keywords, size_t count) {
    Value names = tuple_new(vm->vm, NULL, count);
    if (names != VALUE_ERROR) root_push(vm->vm, names);
    for (size_t i = 0; names != VALUE_ERROR && i < count; i++) {
        Str *name = api_name(vm, keywords[i], strlen(keywords[i]));
        if (!name) return VALUE_ERROR;
        as_tuple(names)->items[i] = from_object(name);
    }
    return names;
}

typhon_status typhon_call_keywords(typhon_vm *vm, typhon_value callable, const typhon_value *args, size_t count, const char *const *keywords, size_t keyword_count,
                                   typhon_value *result) {
    API_TAKE(vm, function, callable);
    Job job = {.function = call_job, .callable = function, .names = VALUE_UNBOUND};
    if (keyword_count > count) return raise_type_error(vm->vm, "more keywords than arguments"), api_fail(vm);
    if (!take_arguments(vm, args, count, &job)) return api_fail(vm);
    if (!api_wake(vm)) return api_fail(vm);
    typhon_scope scope = typhon_scope_open(vm);
    if (keyword_count && (job.names = take_names(vm, keywords, keyword_count)) == VALUE_ERROR) return typhon_scope_close(vm, scope), api_fail(vm);
    job.count -= (uint32_t)keyword_count;
    typhon_value value = {VALUE_NONE, 0};
    typhon_status status = api_run(vm, &job, &value);
    value = typhon_scope_keep(vm, scope, value);
    if (result && status == TYPHON_OK) *result = value;
    return status;
}

typhon_status typhon_call_method(typhon_vm *vm, typhon_value object, const char *name, const typhon_value *args, size_t count, typhon_value *result) {
    typhon_scope scope = typhon_scope_open(vm);
    typhon_value method, value = {VALUE_NONE, 0};
    typhon_status status = typhon_get_attr(vm, object, name, &method);
    if (status == TYPHON_OK) status = typhon_call(vm, method, args, count, &value);
    value = typhon_scope_keep(vm, scope, value);
    if (result && status == TYPHON_OK) *result = value;
    return status;
}
