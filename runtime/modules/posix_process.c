#define _GNU_SOURCE // execvpe, getrandom, sched_getaffinity
#include "runtime/modules/modules.h"
#include "runtime/modules/posix.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/file.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/set.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

static Value failure(VM *vm) { return raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND); }
static Value nothing(VM *vm, int result) { return result == -1 ? failure(vm) : VALUE_NONE; }
static Value number(VM *vm, int64_t result) { return result == -1 ? failure(vm) : from_small_int(result); }

// ---- who and where -----------------------------------------------------------------------------------------------------

#define FACT(name)                                                                                                     \
    POSIX_NEEDS(PROCESS, name) { return UNUSED_ARGUMENTS, (void)vm, from_small_int((int64_t)name()); }
FACT(getpid)
FACT(getppid)
FACT(getuid)
FACT(geteuid)
FACT(getgid)
FACT(getegid)
FACT(getpgrp)
POSIX_NEEDS(PROCESS, setsid) { return UNUSED_ARGUMENTS, number(vm, setsid()); }
#define ONE_INT(grant, name, type, wrap)                                                                               \
    POSIX_NEEDS(grant, name) {                                                                                                      \
        int a;                                                                                                         \
        (void)count;                                                                                                   \
        return system_int(vm, args[0], 0, &a) ? wrap(vm, name((type)a)) : VALUE_ERROR;                                 \
    }
#define TWO_INTS(grant, name, type, wrap)                                                                              \
    POSIX_NEEDS(grant, name) {                                                                                                      \
        int a, b;                                                                                                      \
        (void)count;                                                                                                   \
        return system_int(vm, args[0], 0, &a) && system_int(vm, args[1], 0, &b) ? wrap(vm, name((type)a, (type)b)) : VALUE_ERROR; \
    }
ONE_INT(PROCESS, getpgid, pid_t, number)
ONE_INT(PROCESS, getsid, pid_t, number)
ONE_INT(PROCESS, setuid, uid_t, nothing)
ONE_INT(PROCESS, setgid, gid_t, nothing)
ONE_INT(PROCESS, seteuid, uid_t, nothing)
ONE_INT(PROCESS, setegid, gid_t, nothing)
TWO_INTS(PROCESS, setpgid, pid_t, nothing)
TWO_INTS(PROCESS, setreuid, uid_t, nothing)
TWO_INTS(PROCESS, setregid, gid_t, nothing)
// A signal to oneself is handled before the call returns.
static Value sent(VM *vm, int result) { return result == -1 ? failure(vm) : attention_of(vm) & ATTENTION_INTERRUPT && raise_if_interrupted(vm) ? VALUE_ERROR : VALUE_NONE; }
TWO_INTS(RUN, kill, int, sent)
TWO_INTS(RUN, killpg, int, sent)
POSIX_NEEDS(PROCESS, umask) {
    (void)count;
    int mask;
    return system_int(vm, args[0], 0, &mask) ? from_small_int(umask((mode_t)mask)) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, nice) {
    (void)count;
    int increment;
    if (!system_int(vm, args[0], 0, &increment)) return VALUE_ERROR;
    errno = 0;
    int value = nice(increment);
    return value == -1 && errno ? failure(vm) : from_small_int(value);
}
POSIX_NEEDS(PROCESS, getpriority) {
    (void)count;
    int which, who;
    if (!system_int(vm, args[0], 0, &which) || !system_int(vm, args[1], 0, &who)) return VALUE_ERROR;
    errno = 0;
    int value = getpriority((__priority_which_t)which, (id_t)who);
    return value == -1 && errno ? failure(vm) : from_small_int(value);
}
POSIX_NEEDS(PROCESS, getgroups) {
    UNUSED_ARGUMENTS;
    gid_t groups[256];
    int n = getgroups(256, groups);
    Value list = n < 0 ? failure(vm) : list_new(vm, NULL, (size_t)n);
    for (int i = 0; i < n && list != VALUE_ERROR; i++)
        if (!list_append(vm, as_list(list), from_small_int(groups[i]))) return VALUE_ERROR;
    return list;
}
POSIX_NEEDS(PROCESS, getlogin) {
    UNUSED_ARGUMENTS;
    char name[256];
    int error = getlogin_r(name, sizeof name);
    return error ? raise_system_error(vm, error, VALUE_UNBOUND, VALUE_UNBOUND) : system_text(vm, name);
}
POSIX(cpu_count) {
    UNUSED_ARGUMENTS, (void)vm;
    long n = grants_has(vm, GRANT_PROCESS) ? sysconf(_SC_NPROCESSORS_ONLN) : 0; // "undetermined": not an error
    return n < 1 ? VALUE_NONE : from_small_int(n);
}
POSIX_NEEDS(PROCESS, sched_getaffinity) {
    (void)count;
    int process;
    cpu_set_t cpus;
    if (!system_int(vm, args[0], 0, &process)) return VALUE_ERROR;
    if (sched_getaffinity(process, sizeof cpus, &cpus) != 0) return failure(vm);
    Value set = set_new(vm, vm->types.set, VALUE_UNBOUND);
    for (int i = 0; i < CPU_SETSIZE && set != VALUE_ERROR; i++)
        if (CPU_ISSET(i, &cpus) && !set_add(vm, as_set(set), from_small_int(i))) return VALUE_ERROR;
    return set;
}
POSIX_NEEDS(PROCESS, sched_yield) { return UNUSED_ARGUMENTS, nothing(vm, sched_yield()); }
POSIX_NEEDS(PROCESS, getloadavg) {
    UNUSED_ARGUMENTS;
    double load[3];
    if (getloadavg(load, 3) != 3) return raise_error(vm, vm->types.OSError, "Load averages are unobtainable");
    Value items[3];
    for (int i = 0; i < 3; i++)
        if ((items[i] = float_from_double(vm, load[i])) == VALUE_ERROR) return VALUE_ERROR;
    return tuple_new(vm, items, 3);
}
// The five texts of uname; os.uname makes the named tuple.
NATIVE_THAT_NEEDS(PROCESS, posix_uname, "os.uname") {
    UNUSED_ARGUMENTS;
    struct utsname names;
    if (uname(&names) != 0) return failure(vm);
    const char *const texts[] = {names.sysname, names.nodename, names.release, names.version, names.machine};
    Value items[5];
    for (int i = 0; i < 5; i++)
        if ((items[i] = system_text(vm, texts[i])) == VALUE_ERROR) return VALUE_ERROR;
    return tuple_new(vm, items, 5);
}
POSIX_NEEDS(CLOCK, times) {
    UNUSED_ARGUMENTS;
    struct tms t;
    clock_t now = times(&t);
    double per_second = (double)sysconf(_SC_CLK_TCK);
    const clock_t all[] = {t.tms_utime, t.tms_stime, t.tms_cutime, t.tms_cstime, now};
    Value items[5];
    for (int i = 0; i < 5; i++)
        if ((items[i] = float_from_double(vm, (double)all[i] / per_second)) == VALUE_ERROR) return VALUE_ERROR;
    return tuple_new(vm, items, 5);
}
POSIX_NEEDS(PROCESS, sysconf) {
    (void)count;
    int name;
    if (!system_int(vm, args[0], 0, &name)) return VALUE_ERROR;
    errno = 0;
    long value = sysconf(name);
    return value == -1 && errno ? failure(vm) : from_small_int(value);
}
POSIX_NEEDS(PROCESS, confstr) {
    (void)count;
    int name;
    if (!system_int(vm, args[0], 0, &name)) return VALUE_ERROR;
    char text[256];
    errno = 0;
    size_t size = confstr(name, text, sizeof text);
    if (!size) return errno ? failure(vm) : VALUE_NONE;
    return system_text(vm, text);
}
POSIX(strerror) {
    (void)count;
    int error;
    return system_int(vm, args[0], 0, &error) ? str_from_cstring(vm, strerror(error)) : VALUE_ERROR;
}
POSIX_NEEDS(RANDOM, urandom) {
    (void)count;
    int64_t size;
    if (!op_index_int64(vm, args[0], &size, false)) return VALUE_ERROR;
    if (size < 0) return raise_value_error(vm, "negative argument not allowed");
    Value result = bytes_new(vm, NULL, (size_t)size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    Bytes *bytes = (Bytes *)as_object(result);
    for (size_t at = 0; at < bytes->size;) {
        ssize_t got = getrandom(bytes->data + at, bytes->size - at, 0);
        if (got < 0 && errno != EINTR) return failure(vm);
        if (got < 0 && raise_if_interrupted(vm)) return VALUE_ERROR;
        if (got > 0) at += (size_t)got;
    }
    return result;
}

// ---- environment ---------------------------------------------------------------------------------------------------------

extern char **environ;

// dict of bytes to bytes
POSIX(environment) {
    UNUSED_ARGUMENTS;
    Dict *dict = dict_new(vm);
    for (char **entry = environ; dict && entry && *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (!equals || !grants_has_variable(vm, *entry, (size_t)(equals - *entry))) continue;
        Value name = bytes_new(vm, *entry, (size_t)(equals - *entry)), value = name == VALUE_ERROR ? VALUE_ERROR : bytes_new(vm, equals + 1, strlen(equals + 1));
        if (value == VALUE_ERROR || !dict_set(vm, dict, name, value)) return VALUE_ERROR;
    }
    return dict ? from_object(dict) : VALUE_ERROR;
}
static Value set_variable(VM *vm, Value *args, const char *function, bool unset) {
    SystemPath name, value = {.text = NULL};
    if (!system_path(vm, args[0], function, "name", 0, &name) || (!unset && !system_path(vm, args[1], function, "value", 0, &value))) return VALUE_ERROR;
    if (!*name.text || strchr(name.text, '=')) return unset || !*name.text ? raise_system_error(vm, EINVAL, VALUE_UNBOUND, VALUE_UNBOUND) : raise_value_error(vm, "illegal environment variable name");
    if (!grants_allow_variable(vm, name.text)) return VALUE_ERROR;
    return nothing(vm, unset ? unsetenv(name.text) : setenv(name.text, value.text, 1));
}
POSIX(putenv) {
    (void)count;
    ROOT_SCOPE(vm);
    Value result = set_variable(vm, args, "putenv", false);
    ROOT_END(vm);
    return result;
}
POSIX(unsetenv) {
    (void)count;
    ROOT_SCOPE(vm);
    Value result = set_variable(vm, args, "unsetenv", true);
    ROOT_END(vm);
    return result;
}

// ---- making, replacing and awaiting processes -----------------------------------------------------------------------------

// system(3) for a VM of a host, whose signals stay as they are.
static Value wait_for_shell(VM *vm, const char *command) {
    char *const arguments[] = {"sh", "-c", (char *)(uintptr_t)command, NULL};
    pid_t shell, found;
    int status = 0, error = posix_spawn(&shell, "/bin/sh", NULL, NULL, arguments, environ);
    if (error) return errno = error, failure(vm);
    RETRY_OR_ASK(found, waitpid(shell, &status, 0), waitpid(shell, &status, WNOHANG), found == 0, true);
    return found < 0 ? failure(vm) : from_small_int(status);
}
POSIX_NEEDS(RUN, system) {
    (void)count;
    ROOT_SCOPE(vm);
    SystemPath command;
    Value result = VALUE_ERROR;
    if (system_path(vm, args[0], "system", "command", 0, &command)) {
        file_flush_all(vm);
        if (waits_in_slices(vm)) {
            result = wait_for_shell(vm, command.text);
        } else {
            int status;
            BLOCKING_BEGIN(vm);
            status = system(command.text);
            BLOCKING_END(vm);
            result = status == -1 ? failure(vm) : from_small_int(status);
        }
    }
    ROOT_END(vm);
    return result;
}
POSIX_NEEDS(PROCESS, _exit) {
    (void)count;
    int status;
    if (!system_int(vm, args[0], 0, &status)) return VALUE_ERROR;
    _exit(status);
}
POSIX_NEEDS(PROCESS, abort) {
    UNUSED_ARGUMENTS, (void)vm;
    abort();
}
// What the other threads hold while a process forks, the child's copy holds for ever.
static bool warn_of_threads(VM *vm, const char *function) {
    return !vm->threads || vm->threads->count < 2 ||
           warn(vm, vm->types.DeprecationWarning, "This process (pid=%zd) is multi-threaded, use of %s() may lead to deadlocks in the child.", (int64_t)getpid(), function);
}
static Value forked(VM *vm, pid_t process) {
    if (process == 0) threads_after_fork(vm);
    else if (process > 0 && !warn_of_threads(vm, "fork")) return VALUE_ERROR;
    return number(vm, process);
}
POSIX_NEEDS(RUN, fork) { return UNUSED_ARGUMENTS, file_flush_all(vm), forked(vm, fork()); }
POSIX_NEEDS(RUN, forkpty) {
    UNUSED_ARGUMENTS;
    int descriptor = -1;
    pid_t process = forkpty(&descriptor, NULL, NULL, NULL);
    if (process == 0) threads_after_fork(vm);
    else if (process > 0 && !warn_of_threads(vm, "forkpty")) return VALUE_ERROR;
    return process < 0 || (process && grants_own(vm, descriptor) < 0) ? failure(vm) : tuple_pack(vm, 2, from_small_int(process), from_small_int(descriptor));
}

// A NULL-terminated vector of C strings from a sequence of paths. What they point to is pushed on the roots; the vector itself is outside the heap,
// since a collection while __fspath__ runs would not know of it. The caller frees it.
static const char **string_vector(VM *vm, Value sequence, const char *function, const char *argument) {
    Value items = op_to_tuple(vm, sequence);
    if (items == VALUE_ERROR) return NULL;
    root_push(vm, items);
    size_t n = as_tuple(items)->count;
    const char **vector = calloc(n + 1, sizeof *vector);
    if (!vector) raise_memory_error(vm);
    for (size_t i = 0; vector && i < n; i++) {
        SystemPath path;
        if (!system_path(vm, as_tuple(items)->items[i], function, argument, 0, &path)) {
            free(vector);
            return NULL;
        }
        vector[i] = path.text;
    }
    return vector;
}
static Value execute(VM *vm, Value *args, uint32_t count, const char *function) {
    SystemPath path;
    if (!system_path(vm, args[0], function, "path", 0, &path)) return VALUE_ERROR;
    if (!is_tuple(args[1]) && !is_list(args[1])) return raise_type_error(vm, "%s() arg 2 must be a tuple or list", function);
    const char **words = string_vector(vm, args[1], function, "argv"), **variables = words && count > 2 ? string_vector(vm, args[2], function, "env") : NULL;
    if (!words || (count > 2 && !variables)) return free(words), VALUE_ERROR;
    if (!words[0]) {
        raise_value_error(vm, variables ? "%s: argv must not be empty" : "%s() arg 2 must not be empty", function);
    } else if (!*words[0]) {
        raise_value_error(vm, variables ? "%s: argv first element cannot be empty" : "%s() arg 2 first element cannot be empty", function);
    } else {
        if (variables) execve(path.text, (char *const *)(uintptr_t)words, (char *const *)(uintptr_t)variables);
        else execv(path.text, (char *const *)(uintptr_t)words);
        raise_system_error(vm, errno, variables ? path.object : VALUE_UNBOUND, VALUE_UNBOUND);
    }
    free(words), free(variables);
    return VALUE_ERROR;
}
POSIX_NEEDS(RUN, execv) {
    ROOT_SCOPE(vm);
    Value result = execute(vm, args, count, "execv");
    ROOT_END(vm);
    return result;
}
// environment as a list of NAME=value bytes: os.execve makes it of the mapping
POSIX_NEEDS(RUN, execve) {
    ROOT_SCOPE(vm);
    Value result = execute(vm, args, count, "execve");
    ROOT_END(vm);
    return result;
}

POSIX_NEEDS(RUN, waitpid) {
    (void)count;
    int process, options, status = 0;
    if (!system_int(vm, args[0], 0, &process) || !system_int(vm, args[1], 0, &options)) return VALUE_ERROR;
    pid_t found;
    RETRY_OR_ASK(found, waitpid(process, &status, options), waitpid(process, &status, options | WNOHANG), found == 0 && !(options & WNOHANG), true);
    return found < 0 ? failure(vm) : tuple_pack(vm, 2, from_small_int(found), from_small_int(status));
}
POSIX_NEEDS(RUN, wait) {
    UNUSED_ARGUMENTS;
    int status = 0;
    pid_t found;
    RETRY_OR_ASK(found, wait(&status), waitpid(-1, &status, WNOHANG), found == 0, true);
    return found < 0 ? failure(vm) : tuple_pack(vm, 2, from_small_int(found), from_small_int(status));
}
#define STATUS(name, wrap)                                                                                             \
    POSIX(name) {                                                                                                      \
        (void)count;                                                                                                   \
        int status;                                                                                                    \
        return system_int(vm, args[0], 0, &status) ? wrap(name(status)) : VALUE_ERROR;                                 \
    }
STATUS(WIFEXITED, from_bool)
STATUS(WIFSIGNALED, from_bool)
STATUS(WIFSTOPPED, from_bool)
STATUS(WIFCONTINUED, from_bool)
STATUS(WCOREDUMP, from_bool)
STATUS(WEXITSTATUS, from_small_int)
STATUS(WTERMSIG, from_small_int)
STATUS(WSTOPSIG, from_small_int)

// ---- subprocess: fork and exec with everything set up in between ------------------------------------------------------------

enum { FORK_ARGUMENTS, FORK_PROGRAMS, FORK_ENVIRONMENT, FORK_FOLDER, FORK_PIPES, FORK_KEEP, FORK_OPTIONS, FORK_BEFORE, FORK_GROUPS };
enum { NGROUPS_LISTED = 256 };
typedef struct ForkPlan {
    const char **arguments, **programs, **environment;
    const char *folder;
    int pipes[3];        // what becomes 0, 1 and 2; -1: as it is
    int report;          // where the child writes errno when it fails
    bool close_others, new_session, restore_signals;
    int group, mask;     // -1: leave
    int64_t user, group_id;
    gid_t groups[NGROUPS_LISTED];
    int group_count;     // -1: leave
    Value keep, before;  // tuple of descriptors in order; callable or None
    const sigset_t *signals; // blocked in the new program; NULL: as they are
} ForkPlan;

// Moves the pipes to 0, 1 and 2. Each is first moved above 2, so that none is overwritten before it is used.
static bool move_pipes(ForkPlan *plan) {
    for (int i = 0; i < 3; i++)
        if (plan->pipes[i] >= 0 && plan->pipes[i] < 3 && plan->pipes[i] != i && (plan->pipes[i] = fcntl(plan->pipes[i], F_DUPFD_CLOEXEC, 3)) < 0) return false;
    for (int i = 0; i < 3; i++) {
        if (plan->pipes[i] < 0) continue;
        if (plan->pipes[i] == i ? fcntl(i, F_SETFD, 0) < 0 : dup2(plan->pipes[i], i) < 0) return false;
    }
    return true;
}
static void close_range_of(int low, int high) {
#ifdef SYS_close_range
    if (low > high || syscall(SYS_close_range, (unsigned)low, (unsigned)high, 0) == 0) return;
#endif
    long most = sysconf(_SC_OPEN_MAX);
    if (most < 0 || most > 65536) most = 65536;
    for (int descriptor = low; descriptor <= high && descriptor < most; descriptor++) close(descriptor);
}
// All above 2 but the report and those to keep, which come in order.
static void close_others(const ForkPlan *plan) {
    int low = 3;
    for (bool report_is_done = false; low < INT_MAX;) {
        int next = INT_MAX;
        for (size_t i = 0; i < as_tuple(plan->keep)->count; i++) {
            int64_t kept = small_int(as_tuple(plan->keep)->items[i]);
            if (kept >= low && kept < next) next = (int)kept;
        }
        if (!report_is_done && plan->report >= low && plan->report < next) next = plan->report;
        report_is_done = next >= plan->report;
        close_range_of(low, next - (next != INT_MAX));
        low = next == INT_MAX ? next : next + 1;
    }
}
// In the child, up to exec. What failed: "preexec", "cwd" or "" (exec).
static const char *run_child(VM *vm, ForkPlan *plan) {
    if (!move_pipes(plan)) return "";
    for (size_t i = 0; i < as_tuple(plan->keep)->count; i++) fcntl((int)small_int(as_tuple(plan->keep)->items[i]), F_SETFD, 0);
    if (plan->folder && chdir(plan->folder) != 0) return "cwd";
    if (plan->mask >= 0) umask((mode_t)plan->mask);
    if (plan->restore_signals) signal(SIGPIPE, SIG_DFL), signal(SIGXFSZ, SIG_DFL);
    if (plan->new_session) setsid();
    if (plan->group >= 0 && setpgid(0, plan->group) != 0) return "";
    if (plan->group_count >= 0 && setgroups((size_t)plan->group_count, plan->groups) != 0) return "";
    if (plan->group_id >= 0 && setregid((gid_t)plan->group_id, (gid_t)plan->group_id) != 0) return "";
    if (plan->user >= 0 && setreuid((uid_t)plan->user, (uid_t)plan->user) != 0) return "";
    if (plan->before != VALUE_NONE && call_value(vm, plan->before, NULL, 0) == VALUE_ERROR) return errno = 0, "preexec";
    if (plan->close_others) close_others(plan);
    if (plan->signals) pthread_sigmask(SIG_SETMASK, plan->signals, NULL);
    int first_error = 0;
    for (const char **program = plan->programs; *program; program++) {
        if (plan->environment) execve(*program, (char *const *)(uintptr_t)plan->arguments, (char *const *)(uintptr_t)plan->environment);
        else execv(*program, (char *const *)(uintptr_t)plan->arguments);
        if (errno != ENOENT && errno != ENOTDIR && !first_error) first_error = errno;
    }
    if (first_error) errno = first_error;
    return "";
}
static _Noreturn void be_child(VM *vm, ForkPlan *plan) {
    errno = 0;
    const char *what = run_child(vm, plan);
    char text[64];
    int size = snprintf(text, sizeof text, "%d:%s", errno, what);
    (void)!write(plan->report, text, (size_t)size);
    _exit(255);
}
#ifdef __linux__
// The child works in this process's memory, of which nothing is copied, and this thread waits until it executes: for what runs no script and leaves the user as it is. No signal's
// handler is to run in it. (Its own function: its variables are the child's, too.)
static __attribute__((noinline)) pid_t lend_and_execute(VM *vm, ForkPlan *plan) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    plan->signals = &before;
    pid_t process = vfork();
    if (process == 0) be_child(vm, plan);
    int error = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return process;
}
#endif
static Value fork_and_execute(VM *vm, ForkPlan *plan) {
    file_flush_all(vm);
#ifdef __linux__
    if (plan->before == VALUE_NONE && plan->user < 0 && plan->group_id < 0 && plan->group_count < 0) return number(vm, lend_and_execute(vm, plan));
#endif
    pid_t process = fork();
    if (process) return number(vm, process);
    threads_after_fork(vm);
    be_child(vm, plan);
}
static bool read_groups(VM *vm, Value groups, ForkPlan *plan) {
    if (!is_tuple(groups) || as_tuple(groups)->count > NGROUPS_LISTED) return raise_value_error(vm, "too many extra_groups"), false;
    plan->group_count = (int)as_tuple(groups)->count;
    for (int i = 0; i < plan->group_count; i++) {
        int64_t group;
        if (!op_index_int64(vm, as_tuple(groups)->items[i], &group, false)) return false;
        plan->groups[i] = (gid_t)group;
    }
    return true;
}
static bool option(VM *vm, Value options, size_t index, int64_t *out) { return op_index_int64(vm, as_tuple(options)->items[index], out, false); }
// _fork_exec(arguments, programs, environment list or None, folder or None, (stdin, stdout, stderr), kept descriptors,
//            (report, close_fds, new_session, restore_signals, process_group, umask, user, group), preexec_fn, extra groups or None) -> process id
POSIX_NEEDS(RUN, _fork_exec) {
    (void)count;
    ForkPlan plan = {.keep = args[FORK_KEEP], .before = args[FORK_BEFORE], .group_count = -1};
    int64_t n[8], pipe;
    ROOT_SCOPE(vm);
    Value result = VALUE_ERROR;
    SystemPath folder;
    bool good = is_tuple(args[FORK_OPTIONS]) && as_tuple(args[FORK_OPTIONS])->count == 8 && is_tuple(args[FORK_PIPES]) && as_tuple(args[FORK_PIPES])->count == 3 && is_tuple(plan.keep);
    if (!good) raise_type_error(vm, "_fork_exec: bad arguments");
    for (size_t i = 0; good && i < as_tuple(plan.keep)->count; i++)
        if (!is_small_int(as_tuple(plan.keep)->items[i])) good = false, raise_type_error(vm, "_fork_exec: bad arguments");
    for (size_t i = 0; good && i < 8; i++) good = option(vm, args[FORK_OPTIONS], i, &n[i]);
    for (size_t i = 0; good && i < 3; i++) good = option(vm, args[FORK_PIPES], i, &pipe), plan.pipes[i] = (int)pipe;
    if (good && args[FORK_GROUPS] != VALUE_NONE) good = read_groups(vm, args[FORK_GROUPS], &plan);
    if (good && args[FORK_FOLDER] != VALUE_NONE) good = system_path(vm, args[FORK_FOLDER], "fork_exec", "cwd", 0, &folder), plan.folder = folder.text;
    if (good) {
        plan.report = (int)n[0], plan.close_others = n[1], plan.new_session = n[2], plan.restore_signals = n[3], plan.group = (int)n[4], plan.mask = (int)n[5];
        plan.user = n[6], plan.group_id = n[7];
        good = (plan.arguments = string_vector(vm, args[FORK_ARGUMENTS], "fork_exec", "argv")) != NULL &&
               (plan.programs = string_vector(vm, args[FORK_PROGRAMS], "fork_exec", "executable")) != NULL &&
               (args[FORK_ENVIRONMENT] == VALUE_NONE || (plan.environment = string_vector(vm, args[FORK_ENVIRONMENT], "fork_exec", "env")) != NULL);
    }
    if (good) result = fork_and_execute(vm, &plan);
    free(plan.arguments), free(plan.programs), free(plan.environment);
    ROOT_END(vm);
    return result;
}

#define PLAIN(name, arguments, doc) {#name, {posix_##name}, arguments, arguments, 0, NULL, DOC(doc)}
const NativeDef posix_process_functions[] = {
    PLAIN(getpid, 0, "Return the current process id."),
    PLAIN(getppid, 0, "Return the parent's process id."),
    PLAIN(getuid, 0, "Return the current process's user id."),
    PLAIN(geteuid, 0, "Return the current process's effective user id."),
    PLAIN(getgid, 0, "Return the current process's group id."),
    PLAIN(getegid, 0, "Return the current process's effective group id."),
    PLAIN(getpgrp, 0, "Return the current process group id."),
    PLAIN(setsid, 0, "Call the system call setsid()."),
    PLAIN(getpgid, 1, "Call the system call getpgid(), and return the result."),
    PLAIN(getsid, 1, "Call the system call getsid(pid) and return the result."),
    PLAIN(setuid, 1, "Set the current process's user id."),
    PLAIN(setgid, 1, "Set the current process's group id."),
    PLAIN(seteuid, 1, "Set the current process's effective user id."),
    PLAIN(setegid, 1, "Set the current process's effective group id."),
    PLAIN(setpgid, 2, "Call the system call setpgid(pid, pgrp)."),
    PLAIN(setreuid, 2, "Set the current process's real and effective user ids."),
    PLAIN(setregid, 2, "Set the current process's real and effective group ids."),
    PLAIN(kill, 2, "Kill a process with a signal."),
    PLAIN(killpg, 2, "Kill a process group with a signal."),
    PLAIN(umask, 1, "Set the current numeric umask and return the previous umask."),
    PLAIN(nice, 1, "Add increment to the priority of process and return the new priority."),
    PLAIN(getgroups, 0, "Return list of supplemental group IDs for the process."),
    PLAIN(getlogin, 0, "Return the actual login name."),
    PLAIN(cpu_count, 0, "Return the number of logical CPUs in the system."),
    PLAIN(sched_getaffinity, 1, "Return the affinity of the process identified by pid (or the current process if zero)."),
    PLAIN(sched_yield, 0, "Voluntarily relinquish the CPU."),
    PLAIN(getloadavg, 0, "Return average recent system load information."),
    {"_uname", {posix_uname}, 0, 0, 0, NULL, DOC(NULL)},
    {"_times", {posix_times}, 0, 0, 0, NULL, DOC(NULL)},
    {"_confstr", {posix_confstr}, 1, 1, 0, NULL, DOC(NULL)},
    {"_sysconf", {posix_sysconf}, 1, 1, 0, NULL, DOC(NULL)},
    PLAIN(strerror, 1, "Translate an error code to a message string."),
    PLAIN(urandom, 1, "Return a bytes object containing random bytes suitable for cryptographic use."),
    {"getrandom", {posix_urandom}, 1, 2, 0, "size flags", DOC("Obtain a series of random bytes.")},
    {"getpriority", {posix_getpriority}, 2, 2, 0, "which who", DOC("Return program scheduling priority.")},
    {"_environment", {posix_environment}, 0, 0, 0, NULL, DOC(NULL)},
    PLAIN(putenv, 2, "Change or add an environment variable."),
    PLAIN(unsetenv, 1, "Delete an environment variable."),
    {"system", {posix_system}, 1, 1, 0, "command", DOC("Execute the command in a subshell.")},
    {"_exit", {posix__exit}, 1, 1, 0, "status", DOC("Exit to the system with specified status, without normal exit processing.")},
    PLAIN(abort, 0, "Abort the interpreter immediately."),
    PLAIN(fork, 0, "Fork a child process."),
    PLAIN(forkpty, 0, "Fork a new process with a new pseudo-terminal as controlling tty."),
    {"execv", {posix_execv}, 2, 2, 0, NULL, DOC("Execute an executable path with arguments, replacing current process.")},
    {"_execve", {posix_execve}, 3, 3, 0, NULL, DOC(NULL)},
    PLAIN(waitpid, 2, "Wait for completion of a given child process."),
    PLAIN(wait, 0, "Wait for completion of a child process."),
    {"WIFEXITED", {posix_WIFEXITED}, 1, 1, 0, "status", DOC(NULL)},
    {"WIFSIGNALED", {posix_WIFSIGNALED}, 1, 1, 0, "status", DOC(NULL)},
    {"WIFSTOPPED", {posix_WIFSTOPPED}, 1, 1, 0, "status", DOC(NULL)},
    {"WIFCONTINUED", {posix_WIFCONTINUED}, 1, 1, 0, "status", DOC(NULL)},
    {"WCOREDUMP", {posix_WCOREDUMP}, 1, 1, 0, "status", DOC(NULL)},
    {"WEXITSTATUS", {posix_WEXITSTATUS}, 1, 1, 0, "status", DOC(NULL)},
    {"WTERMSIG", {posix_WTERMSIG}, 1, 1, 0, "status", DOC(NULL)},
    {"WSTOPSIG", {posix_WSTOPSIG}, 1, 1, 0, "status", DOC(NULL)},
    PLAIN(_fork_exec, 9, NULL),
    {0},
};
