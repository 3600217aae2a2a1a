// _interpreters: interpreters and the queues between them, by number (runtime/interpreters.h). concurrent.interpreters makes of it what the library reference has.
//
// LookupError: there is none of that number (of an interpreter); RuntimeError: it is running, or could not be started; functions of queues answer None then.
#include "runtime/grants.h"
#include "runtime/interpreters_private.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <math.h>

#define FUNCTION(name) static Value interpreters_##name(VM *vm, Value *args, uint32_t count)

static bool number_argument(VM *vm, Value v, int64_t *number) { return op_index_int64(vm, v, number, true); }
static Value append_numbers(VM *vm, const int64_t *numbers, size_t count) {
    Value list = list_new(vm, NULL, 0);
    for (size_t i = 0; list != VALUE_ERROR && i < count; i++)
        if (!list_append(vm, as_list(list), from_small_int(numbers[i]))) return VALUE_ERROR;
    return list;
}

NATIVE_THAT_NEEDS(THREADS, interpreters_create, "starting an interpreter") {
    (void)args, (void)count;
    int64_t number = family_add(vm);
    return number < 0 ? VALUE_ERROR : from_small_int(number);
}
FUNCTION(destroy) {
    (void)count;
    int64_t number;
    return number_argument(vm, args[0], &number) && family_remove(vm, number) ? VALUE_NONE : VALUE_ERROR;
}
FUNCTION(list_all) {
    (void)args, (void)count;
    Family *family = family_of(vm);
    if (!family) return VALUE_ERROR;
    int64_t numbers[INTERPRETERS_MOST + 1];
    size_t found = 0;
    pthread_mutex_lock(&family->mutex);
    for (const Member *member = family->members; member && found <= INTERPRETERS_MOST; member = member->next) numbers[found++] = member->number;
    pthread_mutex_unlock(&family->mutex);
    return append_numbers(vm, numbers, found);
}
FUNCTION(get_current) {
    (void)args, (void)count;
    Family *family = family_of(vm);
    if (!family) return VALUE_ERROR;
    pthread_mutex_lock(&family->mutex);
    const Member *member = family_member(family, vm);
    int64_t number = member ? member->number : 0;
    pthread_mutex_unlock(&family->mutex);
    return from_small_int(number);
}
// Whether there is one of that number, and whether it runs: None, False or True.
FUNCTION(is_running) {
    (void)count;
    int64_t number;
    Family *family = family_of(vm);
    if (!family || !number_argument(vm, args[0], &number)) return VALUE_ERROR;
    pthread_mutex_lock(&family->mutex);
    const Member *member = family_find(family, number);
    Value answer = !member ? VALUE_NONE : from_bool(member->is_running || !number);
    pthread_mutex_unlock(&family->mutex);
    return answer;
}
// call(number, module, function, argument)
FUNCTION(call) {
    (void)count;
    int64_t number;
    if (!number_argument(vm, args[0], &number)) return VALUE_ERROR;
    if (!is_str(args[1]) || !is_str(args[2])) return raise_type_error(vm, "call() takes names");
    return family_call(vm, number, as_str(args[1]), as_str(args[2]), args[3]);
}

FUNCTION(queue_create) {
    (void)count;
    int64_t most;
    if (!number_argument(vm, args[0], &most)) return VALUE_ERROR;
    int64_t number = queue_add(vm, most);
    return number < 0 ? VALUE_ERROR : from_small_int(number);
}
// (items, most); `change` references more.
static Value with_queue(VM *vm, Value v, int change) {
    int64_t number;
    Family *family = family_of(vm);
    if (!family || !number_argument(vm, v, &number)) return VALUE_ERROR;
    pthread_mutex_lock(&family->mutex);
    MessageQueue *queue = queue_find(family, number);
    int64_t items = queue ? (int64_t)queue->count : 0, most = queue ? queue->most : 0;
    if (queue && change > 0) queue->references++;
    if (queue && change < 0) queue_drop_reference(family, queue);
    pthread_mutex_unlock(&family->mutex);
    return queue ? tuple_pack(vm, 2, from_small_int(items), from_small_int(most)) : VALUE_NONE;
}
FUNCTION(queue_state) { return (void)count, with_queue(vm, args[0], 0); }
FUNCTION(queue_retain) { return (void)count, with_queue(vm, args[0], 1); }
FUNCTION(queue_release) { return (void)count, with_queue(vm, args[0], -1); }
FUNCTION(queue_list) {
    (void)args, (void)count;
    enum { MOST = 4096 };
    Family *family = family_of(vm);
    Value list = family ? list_new(vm, NULL, 0) : VALUE_ERROR;
    for (int64_t last = 0; list != VALUE_ERROR && as_list(list)->count < MOST;) {
        pthread_mutex_lock(&family->mutex);
        const MessageQueue *queue = family->queues;
        while (queue && queue->number <= last) queue = queue->next;
        last = queue ? queue->number : 0;
        pthread_mutex_unlock(&family->mutex);
        if (!last) return list;
        if (!list_append(vm, as_list(list), from_small_int(last))) return VALUE_ERROR;
    }
    return list;
}
static bool timeout_argument(VM *vm, Value v, double *timeout) {
    if (v == VALUE_NONE) return *timeout = -1, true;
    if (!number_to_double(vm, v, timeout)) return false;
    if (!(*timeout >= 0)) *timeout = 0;
    if (!grants_allow_wait(vm, *timeout)) return false;
    return true;
}
// queue_put(number, object, timeout or None): True; False: there was no room.
FUNCTION(queue_put) {
    (void)count;
    int64_t number;
    double timeout;
    if (!number_argument(vm, args[0], &number) || !timeout_argument(vm, args[2], &timeout)) return VALUE_ERROR;
    Parcel *parcel = parcel_any(vm, args[1]);
    int answer = parcel ? queue_put(vm, number, parcel, timeout) : -1;
    if (answer != 1) parcel_free(parcel);
    return answer == -1 ? VALUE_ERROR : answer == -2 ? VALUE_NONE : from_bool(answer);
}
// queue_get(number, timeout or None): (object, number of the interpreter that sent it, whether that is still there); False: there was nothing.
FUNCTION(queue_get) {
    (void)count;
    int64_t number;
    double timeout;
    QueueItem *item;
    if (!number_argument(vm, args[0], &number) || !timeout_argument(vm, args[1], &timeout)) return VALUE_ERROR;
    int answer = queue_get(vm, number, timeout, &item);
    if (answer != 1) return answer == -1 ? VALUE_ERROR : answer == -2 ? VALUE_NONE : VALUE_FALSE;
    pthread_mutex_lock(&vm->family->mutex);
    bool is_there = family_find(vm->family, item->sender);
    pthread_mutex_unlock(&vm->family->mutex);
    Value sender = from_small_int(item->sender), value = parcel_open(vm, item->parcel);
    queue_free_item(item);
    return value == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, value, sender, from_bool(is_there));
}

static const NativeDef functions[] = {
    {"call", {interpreters_call}, 4, 4, 0, NULL, DOC(NULL)},
    {"create", {interpreters_create}, 0, 0, 0, NULL, DOC(NULL)},
    {"destroy", {interpreters_destroy}, 1, 1, 0, NULL, DOC(NULL)},
    {"get_current", {interpreters_get_current}, 0, 0, 0, NULL, DOC(NULL)},
    {"is_running", {interpreters_is_running}, 1, 1, 0, NULL, DOC(NULL)},
    {"list_all", {interpreters_list_all}, 0, 0, 0, NULL, DOC(NULL)},
    {"queue_create", {interpreters_queue_create}, 1, 1, 0, NULL, DOC(NULL)},
    {"queue_get", {interpreters_queue_get}, 2, 2, 0, NULL, DOC(NULL)},
    {"queue_list", {interpreters_queue_list}, 0, 0, 0, NULL, DOC(NULL)},
    {"queue_put", {interpreters_queue_put}, 3, 3, 0, NULL, DOC(NULL)},
    {"queue_release", {interpreters_queue_release}, 1, 1, 0, NULL, DOC(NULL)},
    {"queue_retain", {interpreters_queue_retain}, 1, 1, 0, NULL, DOC(NULL)},
    {"queue_state", {interpreters_queue_state}, 1, 1, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef interpreters_module = {"_interpreters", functions, NULL};
