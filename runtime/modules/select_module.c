// _select: waiting for descriptors with poll and epoll; stdlib/select.py has the classes (library reference, "select").
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/system_path.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/thread.h"
#include "runtime/waiting.h"
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}
// None or a negative time waits for ever (-1).
static bool timeout_of(VM *vm, Value v, double *seconds) {
    if (v == VALUE_NONE) return *seconds = -1, true;
    if (!number_to_double(vm, v, seconds)) return false;
    return isnan(*seconds) ? (raise_value_error(vm, "Invalid value NaN (not a number)"), false) : grants_allow_wait(vm, *seconds);
}
// Rounded up: a wait must not end before its time.
static int milliseconds_until(double end) {
    if (end < 0) return -1;
    double left = ceil((end - now()) * 1000);
    return left <= 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
}
// Waits until `call` returns something other than EINTR or the time is over; handlers of signals run in between. -1: errno, or an exception is set.
#define WAIT(result, seconds, call, is_there)                                                                          \
    do {                                                                                                               \
        double end = seconds < 0 ? -1 : now() + seconds;                                                               \
        bool goes_on;                                                                                                  \
        do {                                                                                                           \
            int milliseconds = milliseconds_until(end);                                                                \
            bool is_slice = waits_in_slices(vm) && (milliseconds < 0 || milliseconds > WAIT_SLICE);                    \
            if (is_slice) milliseconds = wait_length(vm, end >= 0);                                                    \
            BLOCKING_BEGIN(vm);                                                                                        \
            result = call;                                                                                             \
            BLOCKING_END(vm);                                                                                          \
            goes_on = (result == 0 && is_slice) || (result < 0 && errno == EINTR);                                     \
            if (goes_on && !(is_slice ? wait_looks(vm, end >= 0) && (is_there) : !raise_if_interrupted(vm))) result = -1, goes_on = false;\
        } while (goes_on);                                                                                             \
    } while (false)

static Value pairs(VM *vm, int found, const struct pollfd *all, size_t count) {
    if (found < 0) return error_is_set(vm) ? VALUE_ERROR : raise_os_error(vm, errno, NULL);
    Value list = list_new(vm, NULL, 0);
    for (size_t i = 0; i < count && list != VALUE_ERROR; i++) {
        if (!all[i].revents) continue;
        Value pair = tuple_pack(vm, 2, from_small_int(all[i].fd), from_small_int((unsigned short)all[i].revents));
        if (pair == VALUE_ERROR || !list_append(vm, as_list(list), pair)) list = VALUE_ERROR;
    }
    return list;
}
// poll([(descriptor, events), ...], seconds or None) -> list of (descriptor, events)
static Value select_poll(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double seconds;
    if (!is_list(args[0])) return raise_type_error(vm, "poll() argument 1 must be list");
    if (!timeout_of(vm, args[1], &seconds)) return VALUE_ERROR;
    enum { ON_STACK = 64 };
    size_t n = as_list(args[0])->count, used = 0;
    struct pollfd few[ON_STACK], *wanted = few;
    if (n > ON_STACK && !(wanted = malloc(n * sizeof *wanted))) return raise_memory_error(vm); // outside the heap: other threads may collect while this one waits
    for (size_t i = 0; i < n; i++) {
        Value pair = as_list(args[0])->items[i];
        if (!is_tuple(pair) || as_tuple(pair)->count != 2 || !is_small_int(as_tuple(pair)->items[0]) || !is_small_int(as_tuple(pair)->items[1])) continue;
        int64_t descriptor = small_int(as_tuple(pair)->items[0]);
        if (descriptor >= 0 && !grants_need_stream(vm, descriptor > INT_MAX ? -1 : (int)descriptor, STREAM_LOOK)) {
            if (wanted != few) free(wanted);
            return VALUE_ERROR;
        }
        wanted[used++] = (struct pollfd){.fd = (int)small_int(as_tuple(pair)->items[0]), .events = (short)small_int(as_tuple(pair)->items[1])};
    }
    int found;
    WAIT(found, seconds, poll(wanted, used, milliseconds), true);
    Value list = pairs(vm, found, wanted, used);
    if (wanted != few) free(wanted);
    return list;
}

static Value select_epoll_create(VM *vm, Value *args, uint32_t count) {
    (void)args, (void)count;
    int descriptor = grants_own(vm, epoll_create1(EPOLL_CLOEXEC));
    return descriptor < 0 ? raise_os_error(vm, errno, NULL) : from_small_int(descriptor);
}
// epoll_ctl(epoll, operation, descriptor, events)
static Value select_epoll_ctl(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int epoll, operation, descriptor;
    int64_t events;
    if (!system_int(vm, args[0], 0, &epoll) || !grants_need_descriptor(vm, epoll) || !system_int(vm, args[1], 0, &operation) || !system_descriptor(vm, args[2], &descriptor) ||
        !op_index_int64(vm, args[3], &events, false))
        return VALUE_ERROR;
    struct epoll_event event = {.events = (uint32_t)events, .data = {.fd = descriptor}};
    return epoll_ctl(epoll, operation, descriptor, &event) < 0 ? raise_os_error(vm, errno, NULL) : VALUE_NONE;
}
// epoll_wait(epoll, most, seconds or None) -> list of (descriptor, events)
static Value select_epoll_wait(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int epoll, most, found;
    double seconds;
    if (!system_int(vm, args[0], 0, &epoll) || !grants_need_descriptor(vm, epoll) || !system_int(vm, args[1], 0, &most) || !timeout_of(vm, args[2], &seconds)) return VALUE_ERROR;
    enum { ON_STACK = 256, AT_ONCE = 1 << 16 };
    struct epoll_event few[ON_STACK], *events = few;
    if (most > AT_ONCE) most = AT_ONCE; // the rest stays ready
    if (most > ON_STACK && !(events = malloc((size_t)most * sizeof *events))) return raise_memory_error(vm); // as with poll
    WAIT(found, seconds, epoll_wait(epoll, events, most, milliseconds), grants_need_descriptor(vm, epoll)); // it may have been closed meanwhile
    Value list = found >= 0 ? list_new(vm, NULL, 0) : error_is_set(vm) ? VALUE_ERROR : raise_os_error(vm, errno, NULL);
    for (int i = 0; i < found && list != VALUE_ERROR; i++) {
        Value pair = tuple_pack(vm, 2, from_small_int(events[i].data.fd), from_small_int(events[i].events));
        if (pair == VALUE_ERROR || !list_append(vm, as_list(list), pair)) list = VALUE_ERROR;
    }
    if (events != few) free(events);
    return list;
}

static const NativeDef functions[] = {
    {"poll", {select_poll}, 2, 2, 0, NULL, DOC(NULL)},
    {"epoll_create", {select_epoll_create}, 0, 0, 0, NULL, DOC(NULL)},
    {"epoll_ctl", {select_epoll_ctl}, 4, 4, 0, NULL, DOC(NULL)},
    {"epoll_wait", {select_epoll_wait}, 3, 3, 0, NULL, DOC(NULL)},
    {0},
};
#define C(name) {#name, name}
static const SystemConstant constants[] = {
    C(POLLIN), C(POLLPRI), C(POLLOUT), C(POLLERR), C(POLLHUP), C(POLLNVAL), {"POLLRDNORM", 0x40}, {"POLLRDBAND", 0x80}, {"POLLWRNORM", 0x100}, {"POLLWRBAND", 0x200},
    {"POLLMSG", 0x400}, {"POLLRDHUP", 0x2000}, {"PIPE_BUF", 4096}, C(EPOLLIN), C(EPOLLOUT), C(EPOLLPRI), C(EPOLLERR), C(EPOLLHUP), C(EPOLLRDHUP), C(EPOLLONESHOT),
    {"EPOLLET", 1u << 31}, C(EPOLLEXCLUSIVE), C(EPOLLRDNORM), C(EPOLLRDBAND), C(EPOLLWRNORM), C(EPOLLWRBAND), C(EPOLLMSG), {"EPOLL_CLOEXEC", EPOLL_CLOEXEC},
    C(EPOLL_CTL_ADD), C(EPOLL_CTL_DEL), C(EPOLL_CTL_MOD),
};
static bool initialize(VM *vm, Value module, Dict *space) { return (void)module, SYSTEM_ADD(vm, space, constants); }
const ModuleDef select_module = {"_select", functions, initialize};
