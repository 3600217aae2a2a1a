#define _GNU_SOURCE // setresuid, preadv2, splice, eventfd, unshare
#include "runtime/modules/posix.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { XATTR_MOST = 65536 }; // bytes of a value, and of all names

static Value failure(VM *vm) { return raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND); }
static Value nothing(VM *vm, int result) { return result == -1 ? failure(vm) : VALUE_NONE; }
static Value number(VM *vm, int64_t result) { return result == -1 ? failure(vm) : from_small_int(result); }

static bool ints_of(VM *vm, Value *args, int *out, int count) {
    for (int i = 0; i < count; i++)
        if (!system_int(vm, args[i], 0, &out[i])) return false;
    return true;
}

// ---- users and groups ---------------------------------------------------------------------------------------------------

// -1 stands for "as it is".
static bool ids_of(VM *vm, Value *args, uint32_t *out, int count) {
    for (int i = 0; i < count; i++) {
        int64_t id;
        if (!op_index_int64(vm, args[i], &id, true)) return false;
        if (id < -1 || id > UINT32_MAX) return raise_overflow_error(vm, "uid is less than minimum"), false; // CPython says so of both ends
        out[i] = (uint32_t)id;
    }
    return true;
}
static Value three(VM *vm, int failed, const uint32_t *ids) {
    return failed ? failure(vm) : tuple_pack(vm, 3, from_small_int(ids[0]), from_small_int(ids[1]), from_small_int(ids[2]));
}
POSIX_NEEDS(PROCESS, getresuid) {
    UNUSED_ARGUMENTS;
    uint32_t ids[3];
    return three(vm, getresuid(&ids[0], &ids[1], &ids[2]), ids);
}
POSIX_NEEDS(PROCESS, getresgid) {
    UNUSED_ARGUMENTS;
    uint32_t ids[3];
    return three(vm, getresgid(&ids[0], &ids[1], &ids[2]), ids);
}
POSIX_NEEDS(PROCESS, setresuid) {
    (void)count;
    uint32_t ids[3];
    return ids_of(vm, args, ids, 3) ? nothing(vm, setresuid(ids[0], ids[1], ids[2])) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, setresgid) {
    (void)count;
    uint32_t ids[3];
    return ids_of(vm, args, ids, 3) ? nothing(vm, setresgid(ids[0], ids[1], ids[2])) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, setgroups) {
    (void)count;
    gid_t groups[NGROUPS_MAX];
    ROOT_SCOPE(vm);
    Value items = op_to_tuple(vm, args[0]), result = VALUE_ERROR;
    if (items != VALUE_ERROR) {
        root_push(vm, items);
        size_t n = as_tuple(items)->count;
        if (n > NGROUPS_MAX) raise_value_error(vm, "too many groups");
        else if (ids_of(vm, as_tuple(items)->items, groups, (int)n)) result = nothing(vm, setgroups(n, groups));
    }
    ROOT_END(vm);
    return result;
}
// The user's name is ASCII bytes without a NUL (os.py sees to it).
POSIX_NEEDS(PROCESS, initgroups) {
    (void)count;
    uint32_t group;
    return ids_of(vm, args + 1, &group, 1) ? nothing(vm, initgroups((const char *)((Bytes *)as_object(args[0]))->data, group)) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, getgrouplist) {
    (void)count;
    uint32_t group;
    gid_t groups[1024];
    int n = 1024;
    if (!ids_of(vm, args + 1, &group, 1)) return VALUE_ERROR;
    if (getgrouplist((const char *)((Bytes *)as_object(args[0]))->data, group, groups, &n) < 0) return failure(vm);
    Value list = list_new(vm, NULL, 0);
    for (int i = 0; i < n && list != VALUE_ERROR; i++)
        if (!list_append(vm, as_list(list), from_small_int(groups[i]))) return VALUE_ERROR;
    return list;
}
POSIX_NEEDS(PROCESS, setpgrp) { return UNUSED_ARGUMENTS, nothing(vm, setpgid(0, 0)); }
POSIX_NEEDS(PROCESS, tcgetpgrp) {
    (void)count;
    int n[1];
    return ints_of(vm, args, n, 1) ? number(vm, tcgetpgrp(n[0])) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, tcsetpgrp) {
    (void)count;
    int n[2];
    return ints_of(vm, args, n, 2) ? nothing(vm, tcsetpgrp(n[0], n[1])) : VALUE_ERROR;
}

// ---- scheduling ---------------------------------------------------------------------------------------------------------

POSIX_NEEDS(PROCESS, setpriority) {
    (void)count;
    int n[3];
    return ints_of(vm, args, n, 3) ? nothing(vm, setpriority((__priority_which_t)n[0], (id_t)n[1], n[2])) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, sched_get_priority_max) {
    (void)count;
    int n[1];
    return ints_of(vm, args, n, 1) ? number(vm, sched_get_priority_max(n[0])) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, sched_get_priority_min) {
    (void)count;
    int n[1];
    return ints_of(vm, args, n, 1) ? number(vm, sched_get_priority_min(n[0])) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, sched_getscheduler) {
    (void)count;
    int n[1];
    return ints_of(vm, args, n, 1) ? number(vm, sched_getscheduler(n[0])) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, sched_setscheduler) { // (process, policy, priority): of a sched_param, which os.py has taken apart
    (void)count;
    int n[3];
    if (!ints_of(vm, args, n, 3)) return VALUE_ERROR;
    return nothing(vm, sched_setscheduler(n[0], n[1], &(struct sched_param){.sched_priority = n[2]}));
}
POSIX_NEEDS(PROCESS, sched_getparam) { // the priority
    (void)count;
    int n[1];
    struct sched_param param;
    if (!ints_of(vm, args, n, 1)) return VALUE_ERROR;
    return sched_getparam(n[0], &param) ? failure(vm) : from_small_int(param.sched_priority);
}
POSIX_NEEDS(PROCESS, sched_setparam) {
    (void)count;
    int n[2];
    if (!ints_of(vm, args, n, 2)) return VALUE_ERROR;
    return nothing(vm, sched_setparam(n[0], &(struct sched_param){.sched_priority = n[1]}));
}
POSIX_NEEDS(PROCESS, sched_rr_get_interval) {
    (void)count;
    int n[1];
    struct timespec interval;
    if (!ints_of(vm, args, n, 1)) return VALUE_ERROR;
    return sched_rr_get_interval(n[0], &interval) ? failure(vm) : float_from_double(vm, (double)interval.tv_sec + 1e-9 * (double)interval.tv_nsec);
}
POSIX_NEEDS(PROCESS, sched_setaffinity) {
    (void)count;
    int process, cpu;
    cpu_set_t cpus;
    CPU_ZERO(&cpus);
    if (!system_int(vm, args[0], 0, &process)) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    Value items = op_to_tuple(vm, args[1]), result = VALUE_ERROR;
    if (items != VALUE_ERROR) root_push(vm, items), result = VALUE_NONE;
    for (size_t i = 0; result != VALUE_ERROR && i < as_tuple(items)->count; i++) {
        Value item = as_tuple(items)->items[i];
        if (!is_int(item)) result = raise_type_error(vm, "expected an iterator of ints, but iterator yielded <class '%U'>", value_type(vm, item)->name);
        else if (!system_int(vm, item, 0, &cpu)) result = VALUE_ERROR;
        else if (cpu < 0) result = raise_value_error(vm, "negative CPU number");
        else if (cpu < CPU_SETSIZE) CPU_SET((size_t)cpu, &cpus);
    }
    if (result != VALUE_ERROR && sched_setaffinity(process, sizeof cpus, &cpus)) result = failure(vm);
    ROOT_END(vm);
    return result;
}
POSIX_NEEDS(PROCESS, unshare) {
    (void)count;
    int n[1];
    return ints_of(vm, args, n, 1) ? nothing(vm, unshare(n[0])) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, setns) {
    (void)count;
    int descriptor, kind;
    if (!system_descriptor(vm, args[0], &descriptor) || !system_int(vm, args[1], 0, &kind)) return VALUE_ERROR;
    return nothing(vm, setns(descriptor, kind));
}

// ---- processes ----------------------------------------------------------------------------------------------------------

static Value seconds_of(VM *vm, const struct timeval *t) { return float_from_double(vm, (double)t->tv_sec + 1e-6 * (double)t->tv_usec); }

// (process, options): what wait4() gives, the resources as a tuple that os.py names. Process -1: any.
POSIX_NEEDS(RUN, wait4) {
    (void)count;
    int n[2], status = 0;
    struct rusage used = {0};
    pid_t found;
    if (!ints_of(vm, args, n, 2)) return VALUE_ERROR;
    RETRY_OR_ASK(found, wait4(n[0], &status, n[1], &used), wait4(n[0], &status, n[1] | WNOHANG, &used), found == 0 && !(n[1] & WNOHANG), true);
    if (found < 0) return failure(vm);
    const long counts[] = {used.ru_maxrss, used.ru_ixrss, used.ru_idrss, used.ru_isrss, used.ru_minflt, used.ru_majflt, used.ru_nswap,
                           used.ru_inblock, used.ru_oublock, used.ru_msgsnd, used.ru_msgrcv, used.ru_nsignals, used.ru_nvcsw, used.ru_nivcsw};
    Value items[2 + sizeof counts / sizeof *counts] = {seconds_of(vm, &used.ru_utime), seconds_of(vm, &used.ru_stime)};
    if (items[0] == VALUE_ERROR || items[1] == VALUE_ERROR) return VALUE_ERROR;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) items[2 + i] = from_small_int(counts[i]);
    Value resources = tuple_new(vm, items, sizeof items / sizeof *items);
    return resources == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, from_small_int(found), from_small_int(status), resources);
}
// The five numbers of waitid_result, or None.
POSIX_NEEDS(RUN, waitid) {
    (void)count;
    int n[3], failed;
    siginfo_t info = {0};
    if (!ints_of(vm, args, n, 3)) return VALUE_ERROR;
    RETRY_OR_ASK(failed, waitid((idtype_t)n[0], (id_t)n[1], &info, n[2]), waitid((idtype_t)n[0], (id_t)n[1], &info, n[2] | WNOHANG), failed == 0 && !info.si_pid && !(n[2] & WNOHANG), true);
    if (failed) return failure(vm);
    if (!info.si_pid) return VALUE_NONE;
    return tuple_pack(vm, 5, from_small_int(info.si_pid), from_small_int(info.si_uid), from_small_int(info.si_signo), from_small_int(info.si_status), from_small_int(info.si_code));
}
POSIX_NEEDS(RUN, pidfd_open) {
    int process, flags;
    if (!system_int(vm, args[0], 0, &process) || !system_int(vm, count > 1 ? args[1] : VALUE_UNBOUND, 0, &flags)) return VALUE_ERROR;
    return number(vm, grants_own(vm, (int)syscall(SYS_pidfd_open, process, (unsigned)flags)));
}

// ---- open files ---------------------------------------------------------------------------------------------------------

POSIX_NEEDS(PROCESS, eventfd) {
    int flags;
    int64_t start;
    if (!op_index_int64(vm, args[0], &start, true) || !system_int(vm, count > 1 ? args[1] : VALUE_UNBOUND, EFD_CLOEXEC, &flags)) return VALUE_ERROR;
    return number(vm, grants_own(vm, eventfd((unsigned)start, flags)));
}
POSIX(eventfd_read) {
    (void)count;
    int descriptor, failed;
    uint64_t value = 0;
    if (!system_descriptor(vm, args[0], &descriptor)) return VALUE_ERROR;
    if (!wait_for_descriptor(vm, descriptor, POLLIN)) return VALUE_ERROR;
    RETRY_IF(failed, !waits_in_slices(vm), eventfd_read(descriptor, &value));
    return failed ? failure(vm) : int_from_uint64(vm, value);
}
POSIX(eventfd_write) {
    (void)count;
    int descriptor, failed;
    int64_t small;
    if (!system_descriptor(vm, args[0], &descriptor)) return VALUE_ERROR;
    if (!is_int(args[1])) return raise_type_error(vm, "an integer is required");
    if (int_sign(args[1]) < 0) return raise_value_error(vm, "value must be positive");
    if (int_bit_length(args[1]) > 64) return raise_overflow_error(vm, "int too big to convert");
    uint64_t value = int_to_int64(args[1], &small) ? (uint64_t)small : ((Int *)as_object(args[1]))->digits[0] | ((Int *)as_object(args[1]))->digits[1] << 60;
    if (!wait_for_descriptor(vm, descriptor, POLLOUT)) return VALUE_ERROR;
    RETRY_IF(failed, !waits_in_slices(vm), eventfd_write(descriptor, value));
    return nothing(vm, failed);
}
POSIX(posix_fadvise) {
    (void)count;
    int descriptor, advice;
    int64_t offset, length;
    if (!system_int(vm, args[0], 0, &descriptor) || !grants_need_descriptor(vm, descriptor) || !op_index_int64(vm, args[1], &offset, true) ||
        !op_index_int64(vm, args[2], &length, true) || !system_int(vm, args[3], 0, &advice))
        return VALUE_ERROR;
    errno = posix_fadvise(descriptor, offset, length, advice);
    return errno ? failure(vm) : VALUE_NONE;
}
// An offset that may be None: then that of the descriptor is used and moves.
static bool offset_of(VM *vm, Value v, off64_t *room, off64_t **out) {
    int64_t offset;
    *out = NULL;
    if (v == VALUE_UNBOUND || v == VALUE_NONE) return true;
    if (!op_index_int64(vm, v, &offset, true)) return false;
    *room = offset, *out = room;
    return true;
}
POSIX_NEEDS(PROCESS, splice) {
    (void)count;
    int from, to, flags;
    int64_t size;
    off64_t rooms[2], *source, *target;
    ssize_t moved;
    if (!system_descriptor(vm, args[0], &from) || !system_descriptor(vm, args[1], &to) || !op_index_int64(vm, args[2], &size, true)) return VALUE_ERROR;
    if (size < 0) return raise_value_error(vm, "negative value for 'count' not allowed");
    if (!offset_of(vm, args[3], &rooms[0], &source) || !offset_of(vm, args[4], &rooms[1], &target) || !system_int(vm, args[5], 0, &flags)) return VALUE_ERROR;
    RETRY(moved, splice(from, source, to, target, (size_t)size, (unsigned)flags));
    return number(vm, moved);
}

// ---- extended attributes ------------------------------------------------------------------------------------------------

// What the four functions begin with: the path (or descriptor), the name of the attribute, whether links are followed.
typedef struct Attribute {
    SystemPath path, name;
    GrantedPlace place;
    const char *at; // the path for the system; NULL: a descriptor
    bool follow;
} Attribute;

static bool attribute_of(VM *vm, const char *function, uint32_t needs, Value path, Value name, Value follow, Attribute *out) {
    int truth = follow == VALUE_UNBOUND ? 1 : op_truth(vm, follow);
    out->place.held = out->place.held_itself = -1, out->at = NULL;
    if (truth < 0 || !system_path(vm, path, function, "path", PATH_OR_DESCRIPTOR | (name == VALUE_UNBOUND ? PATH_OR_NONE : 0), &out->path)) return false;
    out->follow = truth;
    if (!out->path.text && !truth) return raise_value_error(vm, "%s: cannot use fd and follow_symlinks together", function), false;
    if (name != VALUE_UNBOUND && !system_path(vm, name, function, "attribute", 0, &out->name)) return false;
    if (!out->path.text) return needs != GRANT_BIT(WRITE) || grants_need_writable(vm, out->path.descriptor);
    if (!grants_place(vm, needs, PLACE_ITSELF | (truth ? PLACE_FOLLOW : 0), AT_FDCWD, out->path.text, out->path.object, &out->place)) return false;
    out->at = out->place.name;
    out->follow = truth || out->at == out->place.itself;
    return true;
}
static Value attribute_failure(VM *vm, Attribute *a) { return raise_system_error(vm, errno, a->path.object, VALUE_UNBOUND); }

// Reads a value (`name` given) or the list of names into a buffer that the caller frees; -1: errno says why.
static ssize_t attribute_read(const Attribute *a, const char *name, char **data) {
    const char *path = a->at;
    *data = malloc(XATTR_MOST);
    if (!*data) return errno = ENOMEM, -1;
    if (name) return !path ? fgetxattr(a->path.descriptor, name, *data, XATTR_MOST) : a->follow ? getxattr(path, name, *data, XATTR_MOST) : lgetxattr(path, name, *data, XATTR_MOST);
    return !path ? flistxattr(a->path.descriptor, *data, XATTR_MOST) : a->follow ? listxattr(path, *data, XATTR_MOST) : llistxattr(path, *data, XATTR_MOST);
}

POSIX(getxattr) {
    (void)count;
    Attribute a;
    char *data = NULL;
    Value result = VALUE_ERROR;
    ROOT_SCOPE(vm);
    if (attribute_of(vm, "getxattr", GRANT_BIT(READ), args[0], args[1], args[2], &a)) {
        ssize_t size = attribute_read(&a, a.name.text, &data);
        place_leave(&a.place);
        result = size < 0 ? attribute_failure(vm, &a) : bytes_new(vm, data, (size_t)size);
    }
    ROOT_END(vm);
    free(data);
    return result;
}
POSIX(listxattr) {
    (void)count;
    Attribute a;
    char *data = NULL;
    Value result = VALUE_ERROR;
    ROOT_SCOPE(vm);
    if (attribute_of(vm, "listxattr", GRANT_BIT(READ), args[0], VALUE_UNBOUND, args[1], &a)) {
        ssize_t size = attribute_read(&a, NULL, &data);
        place_leave(&a.place);
        result = size < 0 ? attribute_failure(vm, &a) : list_new(vm, NULL, 0);
        for (ssize_t at = 0; at < size && result != VALUE_ERROR; at += (ssize_t)strlen(data + at) + 1) {
            Value name = system_text(vm, data + at);
            if (name == VALUE_ERROR || !list_append(vm, as_list(result), name)) result = VALUE_ERROR;
        }
    }
    ROOT_END(vm);
    free(data);
    return result;
}
POSIX(setxattr) {
    (void)count;
    Attribute a;
    const unsigned char *data;
    size_t size;
    int flags;
    Value result = VALUE_ERROR;
    ROOT_SCOPE(vm);
    if (!bytes_view(args[2], &data, &size)) raise_type_error(vm, "a bytes-like object is required, not '%T'", args[2]);
    else if (system_int(vm, args[3], 0, &flags) && attribute_of(vm, "setxattr", GRANT_BIT(WRITE), args[0], args[1], args[4], &a) && bytes_view(args[2], &data, &size)) { // the object may have changed while __fspath__ ran
        int failed = !a.at ? fsetxattr(a.path.descriptor, a.name.text, data, size, flags)
                     : a.follow   ? setxattr(a.at, a.name.text, data, size, flags)
                                  : lsetxattr(a.at, a.name.text, data, size, flags);
        place_leave(&a.place);
        result = failed ? attribute_failure(vm, &a) : VALUE_NONE;
    }
    ROOT_END(vm);
    return result;
}
POSIX(removexattr) {
    (void)count;
    Attribute a;
    Value result = VALUE_ERROR;
    ROOT_SCOPE(vm);
    if (attribute_of(vm, "removexattr", GRANT_BIT(WRITE), args[0], args[1], args[2], &a)) {
        int failed = !a.at ? fremovexattr(a.path.descriptor, a.name.text) : a.follow ? removexattr(a.at, a.name.text) : lremovexattr(a.at, a.name.text);
        place_leave(&a.place);
        result = failed ? attribute_failure(vm, &a) : VALUE_NONE;
    }
    ROOT_END(vm);
    return result;
}
// (path or descriptor, number of the limit)
POSIX(pathconf) {
    (void)count;
    SystemPath path;
    int name;
    Value result = VALUE_ERROR;
    ROOT_SCOPE(vm);
    if (system_path(vm, args[0], "pathconf", "path", PATH_OR_DESCRIPTOR, &path) && system_int(vm, args[1], 0, &name)) {
        GrantedPlace place = {.held = -1, .held_itself = -1};
        if (path.text && !grants_place(vm, GRANT_BIT(READ) | GRANT_BIT(WRITE), PLACE_ANY | PLACE_FOLLOW | PLACE_ITSELF, AT_FDCWD, path.text, path.object, &place)) {
            ROOT_END(vm);
            return VALUE_ERROR;
        }
        errno = 0;
        long limit = path.text ? pathconf(place.name, name) : fpathconf(path.descriptor, name);
        place_leave(&place);
        result = limit == -1 && errno ? raise_system_error(vm, errno, path.text ? path.object : VALUE_UNBOUND, VALUE_UNBOUND) : from_small_int(limit);
    }
    ROOT_END(vm);
    return result;
}

const NativeDef posix_more_functions[] = {
    {"getresuid", {posix_getresuid}, 0, 0, 0, NULL, DOC("Return a tuple of the current process's real, effective, and saved user ids.")},
    {"getresgid", {posix_getresgid}, 0, 0, 0, NULL, DOC("Return a tuple of the current process's real, effective, and saved group ids.")},
    {"setresuid", {posix_setresuid}, 3, 3, 0, NULL, DOC("Set the current process's real, effective, and saved user ids.")},
    {"setresgid", {posix_setresgid}, 3, 3, 0, NULL, DOC("Set the current process's real, effective, and saved group ids.")},
    {"setgroups", {posix_setgroups}, 1, 1, 0, NULL, DOC("Set the groups of the current process to list.")},
    {"_initgroups", {posix_initgroups}, 2, 2, 0, NULL, DOC(NULL)},
    {"_getgrouplist", {posix_getgrouplist}, 2, 2, 0, NULL, DOC(NULL)},
    {"setpgrp", {posix_setpgrp}, 0, 0, 0, NULL, DOC("Make the current process the leader of its process group.")},
    {"tcgetpgrp", {posix_tcgetpgrp}, 1, 1, 0, NULL, DOC("Return the process group associated with the terminal specified by fd.")},
    {"tcsetpgrp", {posix_tcsetpgrp}, 2, 2, 0, NULL, DOC("Set the process group associated with the terminal specified by fd.")},
    {"setpriority", {posix_setpriority}, 3, 3, 0, "which who priority", DOC("Set program scheduling priority.")},
    {"sched_get_priority_max", {posix_sched_get_priority_max}, 1, 1, 0, "policy", DOC("Get the maximum scheduling priority for policy.")},
    {"sched_get_priority_min", {posix_sched_get_priority_min}, 1, 1, 0, "policy", DOC("Get the minimum scheduling priority for policy.")},
    {"sched_getscheduler", {posix_sched_getscheduler}, 1, 1, 0, NULL, DOC("Get the scheduling policy for the process identified by pid.")},
    {"_sched_setscheduler", {posix_sched_setscheduler}, 3, 3, 0, NULL, DOC(NULL)},
    {"_sched_getparam", {posix_sched_getparam}, 1, 1, 0, NULL, DOC(NULL)},
    {"_sched_setparam", {posix_sched_setparam}, 2, 2, 0, NULL, DOC(NULL)},
    {"sched_rr_get_interval", {posix_sched_rr_get_interval}, 1, 1, 0, NULL, DOC("Return the round-robin quantum for the process identified by pid, in seconds.")},
    {"sched_setaffinity", {posix_sched_setaffinity}, 2, 2, 0, NULL, DOC("Set the CPU affinity of the process identified by pid to mask.")},
    {"unshare", {posix_unshare}, 1, 1, 0, "flags", DOC("Disassociate parts of a process (or thread) execution context.")},
    {"setns", {posix_setns}, 1, 2, 0, "fd nstype", DOC("Move the calling thread into different namespaces.")},
    {"_wait4", {posix_wait4}, 2, 2, 0, NULL, DOC(NULL)},
    {"_waitid", {posix_waitid}, 3, 3, 0, NULL, DOC(NULL)},
    {"pidfd_open", {posix_pidfd_open}, 1, 2, 0, "pid flags", DOC("Return a file descriptor referring to the process *pid*.")},
    {"eventfd", {posix_eventfd}, 1, 2, 0, "initval flags", DOC("Creates and returns an event notification file descriptor.")},
    {"eventfd_read", {posix_eventfd_read}, 1, 1, 0, "fd", DOC("Read eventfd value")},
    {"eventfd_write", {posix_eventfd_write}, 2, 2, 0, "fd value", DOC("Write eventfd value.")},
    {"posix_fadvise", {posix_posix_fadvise}, 4, 4, 0, NULL, DOC("Announce an intention to access data in a specific pattern.")},
    {"splice", {posix_splice}, 3, 6, 0, "src dst count offset_src offset_dst flags", DOC("Transfer count bytes from one pipe to a descriptor or vice versa.")},
    {"getxattr", {posix_getxattr}, 2, 2, 0, "path attribute * follow_symlinks", DOC("Return the value of extended attribute attribute on path.")},
    {"listxattr", {posix_listxattr}, 0, 1, 0, "path * follow_symlinks", DOC("Return a list of extended attributes on path.")},
    {"setxattr", {posix_setxattr}, 3, 4, 0, "path attribute value flags * follow_symlinks", DOC("Set extended attribute attribute on path to value.")},
    {"removexattr", {posix_removexattr}, 2, 2, 0, "path attribute * follow_symlinks", DOC("Remove extended attribute attribute on path.")},
    {"_pathconf", {posix_pathconf}, 2, 2, 0, NULL, DOC(NULL)},
    {0},
};
