// _signal: what stdlib/signal.py builds on (library reference, "signal"). See runtime/signals.h for the way of a signal.
#define _GNU_SOURCE // sigabbrev_np
#include "runtime/signals.h"
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/system_path.h"
#include "runtime/objects/traceback.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/struct_sequence.h"
#include "runtime/thread.h"
#include "runtime/waiting.h"
#include <fcntl.h>
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define FUNCTION(name) static Value signal_##name(VM *vm, Value *args, uint32_t count)
#define FUNCTION_NEEDS(grant, name) NATIVE_THAT_NEEDS(grant, signal_##name, "signal." #name)
// The module's state: a list of the handlers (SIG_DFL and SIG_IGN as ints, None: not set by a script), default_int_handler, ItimerError, struct_siginfo.
enum { STATE_DEFAULT_HANDLER = SIGNAL_COUNT, STATE_TIMER_ERROR, STATE_SIGINFO, STATE_SIZE };

static List *state_of(VM *vm) { return vm->slots_for_modules[MODULE_SLOT_SIGNAL] ? as_list(vm->slots_for_modules[MODULE_SLOT_SIGNAL]) : NULL; }

static bool raise_keyboard_interrupt(VM *vm) {
    Value exception = exception_new(vm, vm->types.KeyboardInterrupt, NULL, 0);
    if (exception != VALUE_ERROR) raise_value(vm, exception);
    return true;
}
bool signals_deliver(VM *vm) {
    SignalPort *port = vm->config.signals;
    bool any = false;
    for (int n = 1; n < SIGNAL_COUNT; n++) {
        if (!port->pending[n]) continue;
        any = true;
        port->pending[n] = 0;
        List *state = state_of(vm);
        Value handler = state ? state->items[n] : VALUE_NONE;
        if (!state && n == SIGINT) return raise_keyboard_interrupt(vm);
        if (handler == VALUE_NONE || is_small_int(handler)) continue;
        Value arguments[] = {from_small_int(n), frame_object_at(vm, vm->frame)};
        if (arguments[1] != VALUE_ERROR && call_value(vm, handler, arguments, 2) != VALUE_ERROR) continue;
        attention_set(vm, ATTENTION_INTERRUPT); // the rest is still to come
        return true;
    }
    return !any && !state_of(vm) && raise_keyboard_interrupt(vm); // the host asked for it
}

bool signals_raise_plain(VM *vm) {
    if (!thread_is_main(vm)) return false;
    SignalPort *port = vm->config.signals;
    const List *state = state_of(vm);
    if (port && !port->pending[SIGINT]) {
        if (state) return false; // or else the host asked for it
        for (int n = 1; n < SIGNAL_COUNT; n++)
            if (port->pending[n]) return false;
    }
    if (port && state && state->items[SIGINT] != state->items[STATE_DEFAULT_HANDLER]) return false;
    attention_clear(vm, ATTENTION_INTERRUPT);
    if (port) port->pending[SIGINT] = 0;
    for (int n = 1; port && n < SIGNAL_COUNT; n++)
        if (port->pending[n]) attention_set(vm, ATTENTION_INTERRUPT); // the rest is still to come
    return raise_keyboard_interrupt(vm);
}

static Value failure(VM *vm) { return raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND); }
static Value after_error(VM *vm, int error) { return error ? raise_system_error(vm, error, VALUE_UNBOUND, VALUE_UNBOUND) : VALUE_NONE; }
static bool number_of(VM *vm, Value v, int *out) {
    if (!system_int(vm, v, 0, out)) return false;
    return (*out >= 1 && *out < SIGNAL_COUNT) || (raise_value_error(vm, "signal number out of range"), false);
}
static Value handle_pending(VM *vm) { return attention_of(vm) & ATTENTION_INTERRUPT && raise_if_interrupted(vm) ? VALUE_ERROR : VALUE_NONE; }

FUNCTION_NEEDS(SIGNALS, signal) {
    (void)count;
    int number;
    if (!number_of(vm, args[0], &number)) return VALUE_ERROR;
    SignalPort *port = vm->config.signals;
    if (!port || !thread_is_main(vm)) return raise_value_error(vm, "signal only works in main thread of the main interpreter");
    Value handler = args[1];
    SignalAction action = SIGNAL_SCRIPT;
    if (is_small_int(handler) && (small_int(handler) == 0 || small_int(handler) == 1)) {
        action = small_int(handler) ? SIGNAL_IGNORE : SIGNAL_DEFAULT;
        handler = from_small_int(small_int(handler));
    } else if (!is_object(handler) || (!value_type(vm, handler)->slots.call)) {
        return raise_type_error(vm, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    }
    if (handle_pending(vm) == VALUE_ERROR) return VALUE_ERROR;
    int error = port->install(port, number, action);
    if (error) return after_error(vm, error);
    Value old = state_of(vm)->items[number];
    gc_store(vm, state_of(vm), &state_of(vm)->items[number], handler);
    return old;
}
FUNCTION(getsignal) {
    (void)count;
    int number;
    return number_of(vm, args[0], &number) ? state_of(vm)->items[number] : VALUE_ERROR;
}
FUNCTION(default_int_handler) { return (void)args, (void)count, raise_keyboard_interrupt(vm), VALUE_ERROR; }
FUNCTION_NEEDS(SIGNALS, raise_signal) {
    (void)count;
    int number;
    if (!system_int(vm, args[0], 0, &number)) return VALUE_ERROR;
    return raise(number) != 0 ? failure(vm) : handle_pending(vm);
}
FUNCTION_NEEDS(SIGNALS, pause) {
    (void)args, (void)count;
    for (int found = 0; found == 0 && (!waits_in_slices(vm) || wait_looks(vm, false));) {
        const int length = waits_in_slices(vm) ? wait_length(vm, false) : -1;
        BLOCKING_BEGIN(vm);
        found = poll(NULL, 0, length);
        BLOCKING_END(vm);
    }
    return error_is_set(vm) ? VALUE_ERROR : handle_pending(vm);
}
FUNCTION_NEEDS(SIGNALS, alarm) {
    (void)count;
    int seconds;
    return system_int(vm, args[0], 0, &seconds) ? from_small_int(alarm((unsigned)seconds)) : VALUE_ERROR;
}

// ---- interval timers -------------------------------------------------------------------------------------------------------

static bool time_of(VM *vm, Value v, struct timeval *out) {
    double seconds = 0;
    if (v != VALUE_UNBOUND && !number_to_double(vm, v, &seconds)) return false;
    if (isnan(seconds)) return raise_value_error(vm, "Invalid value NaN (not a number)"), false;
    if (fabs(seconds) > 9e15) return raise_overflow_error(vm, "timestamp out of range for platform time_t"), false;
    double whole = floor(seconds);
    *out = (struct timeval){(time_t)whole, (suseconds_t)ceil((seconds - whole) * 1e6 - 1e-3)};
    if (out->tv_usec < 0) out->tv_usec = 0;
    if (out->tv_usec >= 1000000) out->tv_sec++, out->tv_usec = 0;
    return true;
}
static Value timer_pair(VM *vm, const struct itimerval *timer) {
    Value delay = float_from_double(vm, (double)timer->it_value.tv_sec + 1e-6 * (double)timer->it_value.tv_usec);
    Value interval = float_from_double(vm, (double)timer->it_interval.tv_sec + 1e-6 * (double)timer->it_interval.tv_usec);
    return tuple_pack(vm, 2, delay, interval);
}
static Value timer_error(VM *vm) {
    int error = errno;
    Value arguments[] = {from_small_int(error), str_from_cstring(vm, strerror(error))};
    Value exception = call_value(vm, state_of(vm)->items[STATE_TIMER_ERROR], arguments, 2);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}
FUNCTION_NEEDS(SIGNALS, setitimer) {
    (void)count;
    int which;
    struct itimerval timer, old;
    if (!system_int(vm, args[0], 0, &which) || !time_of(vm, args[1], &timer.it_value) || !time_of(vm, args[2], &timer.it_interval)) return VALUE_ERROR;
    return setitimer((__itimer_which_t)which, &timer, &old) != 0 ? timer_error(vm) : timer_pair(vm, &old);
}
FUNCTION_NEEDS(SIGNALS, getitimer) {
    (void)count;
    int which;
    struct itimerval timer;
    if (!system_int(vm, args[0], 0, &which)) return VALUE_ERROR;
    return getitimer((__itimer_which_t)which, &timer) != 0 ? timer_error(vm) : timer_pair(vm, &timer);
}

// ---- sets of signals -------------------------------------------------------------------------------------------------------

static bool add_number(VM *vm, Value item, sigset_t *set) {
    int64_t number;
    if (!op_index_int64(vm, item, &number, true)) return false;
    if (number < 1 || number >= SIGNAL_COUNT) return raise_value_error(vm, "signal number %zd out of range [1; %d]", number, SIGNAL_COUNT - 1), false;
    sigaddset(set, (int)number);
    return true;
}
static bool set_of(VM *vm, Value iterable, sigset_t *set) {
    sigemptyset(set);
    Value items = op_to_tuple(vm, iterable);
    if (items == VALUE_ERROR) return false;
    ROOT_SCOPE(vm);
    root_push(vm, items);
    bool good = true;
    for (size_t i = 0; good && i < as_tuple(items)->count; i++) good = add_number(vm, as_tuple(items)->items[i], set);
    ROOT_END(vm);
    return good;
}
static Value list_of(VM *vm, const sigset_t *set) {
    Value list = list_new(vm, NULL, 0);
    for (int n = 1; n < SIGNAL_COUNT && list != VALUE_ERROR; n++)
        if (sigismember(set, n) == 1 && !list_append(vm, as_list(list), from_small_int(n))) return VALUE_ERROR;
    return list;
}
FUNCTION_NEEDS(SIGNALS, pthread_sigmask) {
    (void)count;
    int how;
    sigset_t set, old;
    if (!system_int(vm, args[0], 0, &how) || !set_of(vm, args[1], &set)) return VALUE_ERROR;
    int error = pthread_sigmask(how, &set, &old);
    if (error) return after_error(vm, error);
    return handle_pending(vm) == VALUE_ERROR ? VALUE_ERROR : list_of(vm, &old);
}
FUNCTION_NEEDS(SIGNALS, sigpending) {
    (void)args, (void)count;
    sigset_t set;
    return sigpending(&set) != 0 ? failure(vm) : list_of(vm, &set);
}
FUNCTION(valid_signals) {
    (void)args, (void)count;
    sigset_t set;
    return sigfillset(&set) != 0 ? failure(vm) : list_of(vm, &set);
}
// Waits for a signal of the set (seconds: so long, negative: without end): its number. -1: errno, EAGAIN when the time is over; or an exception is set.
static int await_signal(VM *vm, const sigset_t *set, siginfo_t *info, double seconds) {
    const double slice = WAIT_SLICE * 1e-3;
    double left = seconds < 0 ? INFINITY : seconds;
    for (;;) {
        bool is_slice = waits_in_slices(vm) && left > slice;
        double now = is_slice ? slice : left < 1e9 ? left : 1e9;
        struct timespec limit = {(time_t)now, (long)((now - floor(now)) * 1e9)};
        int number;
        BLOCKING_BEGIN(vm);
        number = sigtimedwait(set, info, &limit);
        BLOCKING_END(vm);
        if (number >= 0 || (errno == EAGAIN ? !is_slice : errno != EINTR)) return number;
        if (errno == EAGAIN) left -= now;
        if (!wait_looks(vm, seconds >= 0)) return -1;
    }
}
FUNCTION_NEEDS(SIGNALS, sigwait) {
    (void)count;
    sigset_t set;
    if (!set_of(vm, args[0], &set)) return VALUE_ERROR;
    int number = await_signal(vm, &set, NULL, -1);
    if (error_is_set(vm)) return VALUE_ERROR;
    return number < 0 ? failure(vm) : from_small_int(number);
}
enum { SIGINFO_ITEMS = 7 };
#define ITEM(n, name) {name, struct_item_##n, struct_item_set}
static const GetSetDef siginfo_getset[] = {ITEM(0, "si_signo"), ITEM(1, "si_code"), ITEM(2, "si_errno"), ITEM(3, "si_pid"), ITEM(4, "si_uid"), ITEM(5, "si_status"), ITEM(6, "si_band"), {0}};
static Value siginfo_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    return struct_sequence_construct(vm, type, args, count, keyword_names, SIGINFO_ITEMS, SIGINFO_ITEMS);
}
static const TypeSpec siginfo_spec = {
    .name = "signal.struct_siginfo",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, siginfo_construct)),
    .getset = siginfo_getset,
    .methods = struct_sequence_methods,
    .doc = TYPE_DOC("struct_siginfo: Result from sigwaitinfo or sigtimedwait."),
};
static Value siginfo(VM *vm, const siginfo_t *info) {
    const Value items[SIGINFO_ITEMS] = {from_small_int(info->si_signo), from_small_int(info->si_code),   from_small_int(info->si_errno), from_small_int(info->si_pid),
                                        from_small_int(info->si_uid),   from_small_int(info->si_status), from_small_int(info->si_band)};
    return struct_sequence_new(vm, (Type *)as_object(state_of(vm)->items[STATE_SIGINFO]), items, SIGINFO_ITEMS);
}
FUNCTION_NEEDS(SIGNALS, sigwaitinfo) {
    (void)count;
    sigset_t set;
    siginfo_t info;
    if (!set_of(vm, args[0], &set)) return VALUE_ERROR;
    int number = await_signal(vm, &set, &info, -1);
    if (error_is_set(vm)) return VALUE_ERROR;
    return number < 0 ? failure(vm) : siginfo(vm, &info);
}
FUNCTION_NEEDS(SIGNALS, sigtimedwait) {
    (void)count;
    sigset_t set;
    siginfo_t info;
    double seconds;
    if (!set_of(vm, args[0], &set) || !number_to_double(vm, args[1], &seconds)) return VALUE_ERROR;
    if (!(seconds >= 0)) return raise_value_error(vm, "timeout must be non-negative");
    if (!grants_allow_wait(vm, seconds)) return VALUE_ERROR;
    if (seconds > 9e9) return raise_overflow_error(vm, "timestamp out of range for platform time_t");
    int number = await_signal(vm, &set, &info, seconds);
    if (error_is_set(vm)) return VALUE_ERROR;
    return number >= 0 ? siginfo(vm, &info) : errno == EAGAIN ? VALUE_NONE : failure(vm);
}

// ---- the rest --------------------------------------------------------------------------------------------------------------

FUNCTION_NEEDS(SIGNALS, pthread_kill) {
    (void)count;
    int64_t thread;
    int number;
    if (!op_index_int64(vm, args[0], &thread, false) || !system_int(vm, args[1], 0, &number)) return VALUE_ERROR;
    int error = thread_signal(vm, thread, number);
    return error ? after_error(vm, error) : handle_pending(vm);
}
FUNCTION_NEEDS(SIGNALS, siginterrupt) {
    (void)count;
    int number, flag;
    if (!number_of(vm, args[0], &number) || (flag = op_truth(vm, args[1])) < 0) return VALUE_ERROR;
    struct sigaction action;
    if (sigaction(number, NULL, &action) != 0) return failure(vm);
    action.sa_flags = flag ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
    return sigaction(number, &action, NULL) != 0 ? failure(vm) : VALUE_NONE;
}
FUNCTION(strsignal) {
    (void)count;
    int number;
    if (!number_of(vm, args[0], &number)) return VALUE_ERROR;
    return sigdescr_np(number) ? str_from_cstring(vm, sigdescr_np(number)) : number >= SIGRTMIN && number <= SIGRTMAX ? str_from_cstring(vm, strsignal(number)) : VALUE_NONE;
}
FUNCTION_NEEDS(SIGNALS, set_wakeup_fd) {
    (void)count;
    int descriptor;
    if (!system_int(vm, args[0], -1, &descriptor)) return VALUE_ERROR;
    SignalPort *port = vm->config.signals;
    if (!port || !thread_is_main(vm)) return raise_value_error(vm, "set_wakeup_fd only works in main thread of the main interpreter");
    if (descriptor != -1 && !grants_need_descriptor(vm, descriptor)) return VALUE_ERROR;
    int flags = descriptor == -1 ? O_NONBLOCK : fcntl(descriptor, F_GETFL);
    if (flags < 0) return failure(vm);
    if (!(flags & O_NONBLOCK)) return raise_value_error(vm, "the fd %d must be in non-blocking mode", descriptor);
    int old = port->wakeup_descriptor;
    port->wakeup_descriptor = descriptor;
    return from_small_int(old);
}
FUNCTION_NEEDS(RUN, pidfd_send_signal) {
    int descriptor, number, flags = 0;
    if (!system_descriptor(vm, args[0], &descriptor) || !system_int(vm, args[1], 0, &number)) return VALUE_ERROR;
    if (count > 3 && !system_int(vm, args[3], 0, &flags)) return VALUE_ERROR;
    if (count > 2 && args[2] != VALUE_NONE) return raise_type_error(vm, "siginfo must be None");
    return syscall(SYS_pidfd_send_signal, descriptor, number, NULL, flags) != 0 ? failure(vm) : handle_pending(vm);
}

static const NativeDef functions[] = {
    {"signal", {signal_signal}, 2, 2, 0, NULL, DOC(NULL)},
    {"getsignal", {signal_getsignal}, 1, 1, 0, NULL, DOC(NULL)},
    {"raise_signal", {signal_raise_signal}, 1, 1, 0, NULL, DOC("Send a signal to the executing process.")},
    {"pause", {signal_pause}, 0, 0, 0, NULL, DOC("Wait until a signal arrives.")},
    {"alarm", {signal_alarm}, 1, 1, 0, NULL, DOC("Arrange for SIGALRM to arrive after the given number of seconds.")},
    {"setitimer", {signal_setitimer}, 2, 3, 0, "which seconds interval", DOC("Sets given itimer.")},
    {"getitimer", {signal_getitimer}, 1, 1, 0, NULL, DOC("Returns current value of given itimer.")},
    {"pthread_sigmask", {signal_pthread_sigmask}, 2, 2, 0, NULL, DOC(NULL)},
    {"sigpending", {signal_sigpending}, 0, 0, 0, NULL, DOC(NULL)},
    {"valid_signals", {signal_valid_signals}, 0, 0, 0, NULL, DOC(NULL)},
    {"sigwait", {signal_sigwait}, 1, 1, 0, NULL, DOC(NULL)},
    {"sigwaitinfo", {signal_sigwaitinfo}, 1, 1, 0, NULL, DOC("Wait synchronously until one of the signals in *sigset* is delivered.")},
    {"sigtimedwait", {signal_sigtimedwait}, 2, 2, 0, NULL, DOC("Like sigwaitinfo(), but with a timeout.")},
    {"pthread_kill", {signal_pthread_kill}, 2, 2, 0, NULL, DOC("Send a signal to a thread.")},
    {"siginterrupt", {signal_siginterrupt}, 2, 2, 0, NULL, DOC("Change system call restart behaviour.")},
    {"strsignal", {signal_strsignal}, 1, 1, 0, NULL, DOC("Return the system description of the given signal.")},
    {"set_wakeup_fd", {signal_set_wakeup_fd}, 1, 1, 0, "fd / * warn_on_full_buffer", DOC("Sets the fd to be written to (with the signal number) when a signal comes in.")},
    {"pidfd_send_signal", {signal_pidfd_send_signal}, 2, 4, 0, NULL, DOC("Send a signal to a process referred to by a pid file descriptor.")},
    {0},
};
static const NativeDef default_int_handler = {"default_int_handler", {signal_default_int_handler}, 2, 2, 0, NULL, DOC("The default handler for SIGINT installed by Python.")};

#define C(name) {#name, name}
static const SystemConstant constants[] = {
    C(SIGHUP), C(SIGINT), C(SIGQUIT), C(SIGILL), C(SIGTRAP), C(SIGABRT), C(SIGIOT), C(SIGBUS), C(SIGFPE), C(SIGKILL), C(SIGUSR1), C(SIGSEGV), C(SIGUSR2), C(SIGPIPE), C(SIGALRM),
    C(SIGTERM), C(SIGSTKFLT), C(SIGCHLD), {"SIGCLD", SIGCHLD}, C(SIGCONT), C(SIGSTOP), C(SIGTSTP), C(SIGTTIN), C(SIGTTOU), C(SIGURG), C(SIGXCPU), C(SIGXFSZ), C(SIGVTALRM), C(SIGPROF),
    C(SIGWINCH), C(SIGIO), C(SIGPOLL), C(SIGPWR), C(SIGSYS), {"SIG_DFL", 0}, {"SIG_IGN", 1}, C(SIG_BLOCK), C(SIG_UNBLOCK), C(SIG_SETMASK), C(ITIMER_REAL), C(ITIMER_VIRTUAL), C(ITIMER_PROF),
    {"NSIG", SIGNAL_COUNT},
};
// How the process stands when the module is imported.
static Value first_handler(const VM *vm, int number, Value default_handler) {
    struct sigaction action;
    if (number < 1 || sigaction(number, NULL, &action) != 0) return VALUE_NONE;
    if (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN) return from_small_int(action.sa_handler == SIG_IGN);
    return number == SIGINT && vm->config.signals ? default_handler : VALUE_NONE;
}
static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value items[STATE_SIZE], name = str_from_cstring(vm, "_signal");
    Type *type = struct_sequence_type(vm, &siginfo_spec, SIGINFO_ITEMS, SIGINFO_ITEMS);
    if (name == VALUE_ERROR || !type) return false;
    items[STATE_DEFAULT_HANDLER] = native_new(vm, &default_int_handler, VALUE_UNBOUND, name);
    items[STATE_TIMER_ERROR] = module_exception_class(vm, "signal", "itimer_error", vm->types.OSError);
    items[STATE_SIGINFO] = from_object(type);
    if (items[STATE_DEFAULT_HANDLER] == VALUE_ERROR || items[STATE_TIMER_ERROR] == VALUE_ERROR) return false;
    for (int n = 0; n < SIGNAL_COUNT; n++) items[n] = first_handler(vm, n, items[STATE_DEFAULT_HANDLER]);
    Value state = list_new(vm, items, STATE_SIZE);
    if (state == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_SIGNAL] = state;
    return SYSTEM_ADD(vm, space, constants) && system_set(vm, space, "SIGRTMIN", from_small_int(SIGRTMIN)) && system_set(vm, space, "SIGRTMAX", from_small_int(SIGRTMAX)) &&
           system_set(vm, space, "default_int_handler", items[STATE_DEFAULT_HANDLER]) && system_set(vm, space, "ItimerError", items[STATE_TIMER_ERROR]) &&
           system_set(vm, space, "struct_siginfo", items[STATE_SIGINFO]);
}
const ModuleDef signal_module = {"_signal", functions, initialize};
