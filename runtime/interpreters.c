#define _GNU_SOURCE // memmem
#include "runtime/interpreters_private.h"
#include "runtime/limits.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/thread.h"
#include <stdlib.h>

// ---- the family --------------------------------------------------------------------------------------------------

static Member *member_new(VM *vm, int64_t number) {
    Member *member = calloc(1, sizeof *member);
    if (member) member->vm = vm, member->number = number;
    return member;
}

Family *family_of(VM *vm) {
    if (vm->family) return vm->family;
    Family *family = calloc(1, sizeof *family);
    Member *program = family ? member_new(vm, 0) : NULL;
    if (!program) return free(family), raise_memory_error(vm), NULL;
    pthread_mutex_init(&family->mutex, NULL);
    family->members = program;
    family->member_count = family->references = 1;
    family->next_member = 1;
    family->bytes_most = vm->config.heap_limit;
    return vm->family = family;
}

Member *family_member(Family *family, const VM *vm) {
    Member *member = family->members;
    while (member && member->vm != vm) member = member->next;
    return member;
}
Member *family_find(Family *family, int64_t number) {
    Member *member = family->members;
    while (member && member->number != number) member = member->next;
    return member;
}

// With the mutex held, which it gives up.
static void drop_reference(Family *family) {
    bool last = --family->references == 0;
    pthread_mutex_unlock(&family->mutex);
    if (!last) return;
    queues_free(family);
    while (family->members) {
        Member *member = family->members;
        family->members = member->next;
        free(member);
    }
    pthread_mutex_destroy(&family->mutex);
    free(family);
}

int64_t family_add(VM *vm) {
    Family *family = family_of(vm);
    if (!family) return -1;
    if (!vm->config.maker) return raise_error(vm, vm->types.RuntimeError, "this host starts no interpreters"), -1;
    pthread_mutex_lock(&family->mutex);
    bool is_full = family->member_count >= INTERPRETERS_MOST;
    if (!is_full) family->member_count++;
    pthread_mutex_unlock(&family->mutex);
    if (is_full) return raise_error(vm, vm->types.RuntimeError, "more than %d interpreters", INTERPRETERS_MOST), -1;
    Member *member = member_new(NULL, 0);
    VM *made = member ? vm->config.maker->open(vm) : NULL;
    pthread_mutex_lock(&family->mutex);
    if (!made) {
        family->member_count--;
        pthread_mutex_unlock(&family->mutex);
        return free(member), raise_memory_error(vm), -1;
    }
    made->family = family;
    family->references++;
    member->vm = made;
    int64_t number = member->number = family->next_member++;
    Member **end = &family->members;
    while (*end) end = &(*end)->next;
    *end = member;
    pthread_mutex_unlock(&family->mutex);
    return number;
}

// A member that no other thread can get at: it is running, or nobody is left.
static void delete_member(Family *family, Member *member) {
    VM *vm = member->vm;
    vm_adopt_c_stack(vm);
    vm_finish(vm);
    pthread_mutex_lock(&family->mutex);
    Member **link = &family->members;
    while (*link != member) link = &(*link)->next;
    *link = member->next;
    family->member_count--;
    pthread_mutex_unlock(&family->mutex);
    free(member);
    vm->config.maker->close(vm);
}

// Begins or ends that this thread is in the member.
static Member *enter_member(VM *vm, int64_t number) {
    Family *family = family_of(vm);
    if (!family) return NULL;
    pthread_mutex_lock(&family->mutex);
    Member *member = family_find(family, number);
    const char *problem = !member ? NULL : member->is_running || member->vm == vm || !number ? "interpreter already running" : "";
    if (problem && !*problem) member->is_running = true;
    pthread_mutex_unlock(&family->mutex);
    if (!problem) return raise_error(vm, vm->types.LookupError, "unrecognized interpreter ID %zd", (ptrdiff_t)number), NULL;
    return *problem ? (raise_error(vm, vm->types.RuntimeError, "%s", problem), NULL) : member;
}
static void leave_member(Family *family, Member *member) {
    pthread_mutex_lock(&family->mutex);
    bool is_doomed = member->is_doomed;
    if (!is_doomed) member->is_running = false;
    pthread_mutex_unlock(&family->mutex);
    if (is_doomed) delete_member(family, member);
}

bool family_remove(VM *vm, int64_t number) {
    Member *member = enter_member(vm, number);
    if (!member) return false;
    Family *family = vm->family;
    BLOCKING_BEGIN(vm);
    delete_member(family, member);
    BLOCKING_END(vm);
    return true;
}

void interpreters_close(VM *vm) {
    Family *family = vm->family;
    if (!family) return;
    vm->family = NULL;
    pthread_mutex_lock(&family->mutex);
    Member *program = family->members && !family->members->number ? family->members : NULL;
    if (program && program->vm == vm) {
        program->vm = NULL; // its record stays: numbers are not used again
        for (Member *member = program->next, *next; member; member = next) {
            next = member->next;
            member->is_doomed = true;
            if (member->is_running) {
                limits_stop(member->vm, "the program has ended");
            } else {
                member->is_running = true;
                pthread_mutex_unlock(&family->mutex);
                delete_member(family, member);
                pthread_mutex_lock(&family->mutex);
                next = program->next;
                while (next && next->is_running) next = next->next; // stopped already
            }
        }
    }
    drop_reference(family);
}

// ---- values under way --------------------------------------------------------------------------------------------

static Value call_pickle(VM *vm, const char *function, Value argument) {
    ROOT_SCOPE(vm);
    root_push(vm, argument);
    Str *module_name_ = str_intern(vm, "pickle", 6), *name = module_name_ ? str_intern(vm, function, strlen(function)) : NULL;
    if (name) root_push(vm, from_object(name));
    Value module = name ? import_module(vm, module_name_) : VALUE_ERROR, result = module == VALUE_ERROR ? VALUE_ERROR : call_method(vm, module, name, &argument, 1);
    ROOT_END(vm);
    return result;
}

Parcel *parcel_any(VM *vm, Value value) {
    Parcel *parcel = parcel_pack(vm, value);
    if (parcel || !error_matches(vm, vm->types.TypeError)) return parcel;
    error_clear(vm);
    Value pickled = call_pickle(vm, "dumps", value);
    const unsigned char *data;
    size_t size;
    if (pickled == VALUE_ERROR || !bytes_view(pickled, &data, &size) || !(parcel = parcel_pack(vm, pickled))) return NULL;
    parcel->is_pickled = true;
    parcel->names_main = memmem(data, size, "__main__", 8) != NULL;
    return parcel;
}

// What is defined in the program's script is to be found in the __main__ of a member, too.
static bool provide_main(VM *vm) {
    Family *family = vm->family;
    pthread_mutex_lock(&family->mutex);
    Member *member = family_member(family, vm);
    bool is_wanted = member && member->number && !member->has_main;
    if (is_wanted) member->has_main = true;
    pthread_mutex_unlock(&family->mutex);
    if (!is_wanted) return true;
    Str *module_name_ = str_intern(vm, "_interpreter_calls", 18), *name = module_name_ ? str_intern(vm, "provide_main", 12) : NULL;
    Value module = name ? import_module(vm, module_name_) : VALUE_ERROR;
    return module != VALUE_ERROR && call_method(vm, module, name, NULL, 0) != VALUE_ERROR;
}

Value parcel_open(VM *vm, const Parcel *parcel) {
    if (parcel->names_main && !provide_main(vm)) return VALUE_ERROR;
    Value value = parcel_unpack(vm, parcel);
    return value != VALUE_ERROR && parcel->is_pickled ? call_pickle(vm, "loads", value) : value;
}

// ---- calls -------------------------------------------------------------------------------------------------------

typedef struct MemberCall {
    const char *module, *function;
    Parcel *argument, *result; // result NULL: failed
    char problem[512];         // then: of type and message
    bool is_not_sendable;      // then: it was the result that could not be sent
} MemberCall;

static void note_problem(VM *vm, MemberCall *call) {
    call->is_not_sendable = call->is_not_sendable && !vm->is_stopped;
    ROOT_SCOPE(vm);
    Value exception = error_take(vm);
    root_push(vm, exception);
    Value shown = vm->is_stopped ? VALUE_UNBOUND : op_str(vm, exception); // a stopped one runs no __str__
    if (shown == VALUE_ERROR) error_clear(vm), shown = VALUE_UNBOUND;
    const char *text = vm->is_stopped ? vm->stop_reason : shown == VALUE_UNBOUND ? "" : as_str(shown)->text;
    snprintf(call->problem, sizeof call->problem, "%s%s%s", type_name_of(vm, exception), *text ? ": " : "", text);
    ROOT_END(vm);
}

// In the member, on this thread.
static void run_in_member(VM *vm, MemberCall *call) {
    vm_adopt_c_stack(vm);
    ROOT_SCOPE(vm);
    Str *module_name_ = str_intern(vm, call->module, strlen(call->module)), *function = module_name_ ? str_intern(vm, call->function, strlen(call->function)) : NULL;
    if (function) root_push(vm, from_object(function));
    Value module = function ? import_module(vm, module_name_) : VALUE_ERROR;
    if (module != VALUE_ERROR) root_push(vm, module);
    Value argument = module == VALUE_ERROR ? VALUE_ERROR : parcel_open(vm, call->argument);
    Value result = argument == VALUE_ERROR ? VALUE_ERROR : call_method(vm, module, function, &argument, 1);
    if (result != VALUE_ERROR) {
        root_push(vm, result);
        call->is_not_sendable = !(call->result = parcel_any(vm, result));
    }
    if (!call->result) note_problem(vm, call);
    ROOT_END(vm);
    sys_flush_own_streams(vm);
    if (error_is_set(vm)) error_clear(vm);
}

Value family_call(VM *vm, int64_t number, Str *module, Str *function, Value argument) {
    MemberCall call = {.module = module->text, .function = function->text};
    ROOT_SCOPE(vm);
    root_push(vm, from_object(module)), root_push(vm, from_object(function)), root_push(vm, argument);
    call.argument = parcel_any(vm, argument);
    Member *member = call.argument ? enter_member(vm, number) : NULL;
    if (!member) return parcel_free(call.argument), ROOT_END(vm), VALUE_ERROR;
    Family *family = vm->family;
    bool is_first = thread_is_main(vm);
    if (is_first) sys_flush_own_streams(vm); // what was printed before comes before; other threads' writes may overtake each other
    if (is_first) __atomic_store_n(&vm->inner, member->vm, __ATOMIC_RELEASE); // interrupts reach it
    BLOCKING_BEGIN(vm);
    run_in_member(member->vm, &call);
    if (is_first) __atomic_store_n(&vm->inner, NULL, __ATOMIC_RELEASE);
    leave_member(family, member);
    parcel_free(call.argument);
    BLOCKING_END(vm);
    Value result = call.result ? parcel_open(vm, call.result) : raise_error(vm, call.is_not_sendable ? vm->types.TypeError : vm->types.RuntimeError, "%s", call.problem);
    parcel_free(call.result);
    ROOT_END(vm);
    return result;
}
