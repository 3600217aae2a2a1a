// _socket: the system calls under the class socket (stdlib/socket.py; library reference, "socket"). A socket is its descriptor here.
//
// Functions that may wait get the socket's timeout: None waits as long as it takes, a number of seconds is waited for with poll before the call.
#define _GNU_SOURCE // accept4
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/posix.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/memoryview.h"
#include "runtime/objects/str.h"
#include "runtime/waiting.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define FUNCTION(name) static Value socket_##name(VM *vm, Value *args, uint32_t count)
#define FUNCTION_NEEDS(grant, name) NATIVE_THAT_NEEDS(grant, socket_##name, "socket." #name)
static Value failure(VM *vm) { return raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND); }
static Value nothing(VM *vm, int result) { return result < 0 ? failure(vm) : VALUE_NONE; }

// The module's state: the classes gaierror and herror.
enum { STATE_GAIERROR, STATE_HERROR };
static Value raise_pair(VM *vm, int which, int number, const char *text) {
    Value arguments[] = {from_small_int(number), str_from_cstring(vm, text)};
    if (arguments[1] == VALUE_ERROR) return VALUE_ERROR;
    Value exception = call_value(vm, as_tuple(vm->slots_for_modules[MODULE_SLOT_SOCKET])->items[which], arguments, 2);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}
static Value raise_gaierror(VM *vm, int error) { return error == EAI_SYSTEM ? failure(vm) : raise_pair(vm, STATE_GAIERROR, error, gai_strerror(error)); }

// ---- waiting -------------------------------------------------------------------------------------------------------

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}
// Waits until the socket is ready for `events`; false: raised, TimeoutError when the time is over.
static bool await(VM *vm, int descriptor, short events, double end) {
    for (;;) {
        double left = end - now();
        int milliseconds = left <= 0 ? 0 : left > 1e6 ? 1000000000 : (int)ceil(left * 1000), found;
        bool is_slice = waits_in_slices(vm) && milliseconds > WAIT_SLICE;
        struct pollfd wanted = {.fd = descriptor, .events = events};
        BLOCKING_BEGIN(vm);
        found = poll(&wanted, 1, is_slice ? WAIT_SLICE : milliseconds);
        BLOCKING_END(vm);
        if (found > 0) return true;
        if (found < 0 && errno != EINTR) return failure(vm), false;
        if (is_slice ? !wait_looks(vm, true) || !grants_need_descriptor(vm, descriptor) : found < 0 && raise_if_interrupted(vm)) return false;
        if (found == 0 && now() >= end) return raise_error(vm, vm->types.TimeoutError, "timed out"), false;
    }
}
// In a VM of a host, whether a call on this socket is not to wait in the system (MSG_DONTWAIT) but to be asked again when the socket is ready.
static bool is_asked_again(const VM *vm, int descriptor, int flags, Value timeout) {
    if (!waits_in_slices(vm) || timeout != VALUE_NONE || flags & MSG_DONTWAIT || fcntl(descriptor, F_GETFL) & O_NONBLOCK) return false;
    int domain = AF_UNSPEC;
    socklen_t size = sizeof domain;
    if (flags & MSG_ERRQUEUE) (void)getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &size);
    return domain != AF_INET && domain != AF_INET6; // their queues of errors make nobody wait; others have none
}
// The timeout as the moment when the time is over; 0: no limit, or not to wait at all.
static bool end_of(VM *vm, Value timeout, double *end) {
    double seconds = 0;
    *end = 0;
    if (timeout == VALUE_NONE) return true;
    if (!number_to_double(vm, timeout, &seconds)) return false;
    if (!grants_allow_wait(vm, seconds)) return false;
    if (seconds > 0) *end = now() + seconds;
    return true;
}
static bool is_not_ready(int error) { return error == EAGAIN || error == EWOULDBLOCK; }
// Runs `call` until it is neither interrupted nor, with a timeout or where it is asked again, not ready after all.
#define CALL(result, timeout, descriptor, events, is_asked, call)                                                      \
    double end;                                                                                                        \
    if (!end_of(vm, timeout, &end)) return VALUE_ERROR;                                                                \
    for (int rest = 1;;) {                                                                                             \
        if (end > 0 ? !await(vm, descriptor, events, end) : is_asked && !wait_for_descriptor(vm, descriptor, events)) return VALUE_ERROR;\
        BLOCKING_BEGIN_IF(vm, !(is_asked));                                                                            \
        result = call;                                                                                                 \
        BLOCKING_END(vm);                                                                                              \
        if (result >= 0 || (errno != EINTR && !(is_not_ready(errno) && (end > 0 || is_asked)))) break;                 \
        if (errno == EINTR ? raise_if_interrupted(vm) : is_asked && !(wait_slice(vm, &rest) && grants_need_descriptor(vm, descriptor))) return VALUE_ERROR;\
    }

// ---- addresses -----------------------------------------------------------------------------------------------------

static const char *text_of(VM *vm, Value v, const char *otherwise) {
    BytesView view;
    if (v == VALUE_NONE) return otherwise;
    if (is_str(v)) view = (BytesView){(const unsigned char *)as_str(v)->text, as_str(v)->size};
    else if (!is_bytes(v)) return raise_type_error(vm, "str, bytes or bytearray expected, not %T", v), NULL;
    else view = view_of(v);
    if (memchr(view.data, 0, view.size)) return raise_type_error(vm, "host name must not contain null character"), NULL;
    return view_text(view);
}
static int resolve(VM *vm, const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    // The texts belong to arguments of the native that called, so they stay while others run.
    int error;
    BLOCKING_BEGIN(vm);
    error = getaddrinfo(host, service, hints, found);
    BLOCKING_END(vm);
    return error;
}
// Fills in the address of a host: "" any, "<broadcast>" all, numbers, or a name to look up.
static bool host_address(VM *vm, Value host, int family, struct sockaddr_storage *out) {
    const char *name = text_of(vm, host, "");
    if (!name) return false;
    if (family == AF_INET && strcmp(name, "<broadcast>") == 0) return ((struct sockaddr_in *)out)->sin_addr.s_addr = INADDR_BROADCAST, true;
    struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_DGRAM, .ai_flags = *name ? 0 : AI_PASSIVE}, *found;
    int error = resolve(vm, *name ? name : NULL, *name ? NULL : "0", &hints, &found);
    if (error) return raise_gaierror(vm, error), false;
    memcpy(out, found->ai_addr, found->ai_addrlen);
    freeaddrinfo(found);
    return true;
}
static bool port_of(VM *vm, Value v, const char *function, int *port) {
    int64_t number;
    if (!op_index_int64(vm, v, &number, true)) return false;
    if (number < 0 || number > 65535) return raise_overflow_error(vm, "%s(): port must be 0-65535.", function), false;
    *port = (int)number;
    return true;
}
// A name in the file system: it cannot be resolved as other paths are (grants.h), since the system takes no folder with it.
static bool may_use_names(VM *vm) {
    return grants_allow(vm, GRANT_READ, "a socket with a name in the file system") && grants_allow(vm, GRANT_WRITE, "a socket with a name in the file system");
}
static bool unix_address(VM *vm, Value address, struct sockaddr_un *out, socklen_t *size) {
    BytesView view;
    if (is_str(address)) address = str_encode(vm, address, "utf-8", "surrogateescape"); // a path, as the system has it
    if (address == VALUE_ERROR) return false;
    if (!bytes_view(address, &view.data, &view.size)) return raise_type_error(vm, "a bytes-like object is required, not '%T'", address), false;
    bool is_abstract = !view.size || !view.data[0]; // without a name: the system gives one
    if (view.size >= sizeof out->sun_path + is_abstract) return raise_error(vm, vm->types.OSError, "AF_UNIX path too long"), false;
    *out = (struct sockaddr_un){.sun_family = AF_UNIX};
    memcpy(out->sun_path, view.data, view.size);
    *size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + view.size + !is_abstract);
    return is_abstract || may_use_names(vm);
}
static bool address_of(VM *vm, int family, Value address, const char *function, struct sockaddr_storage *out, socklen_t *size) {
    memset(out, 0, sizeof *out);
    int port;
    if (family == AF_UNIX) return unix_address(vm, address, (struct sockaddr_un *)out, size);
    if (family == AF_INET) {
        if (!is_tuple(address)) return raise_type_error(vm, "%s(): AF_INET address must be tuple, not %T", function, address), false;
        if (as_tuple(address)->count != 2) return raise_type_error(vm, "AF_INET address must be a pair (host, port)"), false;
        if (!port_of(vm, as_tuple(address)->items[1], function, &port) || !host_address(vm, as_tuple(address)->items[0], AF_INET, out)) return false;
        struct sockaddr_in *in = (struct sockaddr_in *)out;
        in->sin_family = AF_INET, in->sin_port = htons((uint16_t)port);
        return *size = sizeof *in, true;
    }
    if (family == AF_INET6) {
        int64_t flow = 0, scope = 0;
        if (!is_tuple(address)) return raise_type_error(vm, "%s(): AF_INET6 address must be tuple, not %T", function, address), false;
        const Tuple *t = as_tuple(address);
        if (t->count < 2 || t->count > 4) return raise_type_error(vm, "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])"), false;
        if (!port_of(vm, t->items[1], function, &port) || (t->count > 2 && !op_index_int64(vm, t->items[2], &flow, true)) || (t->count > 3 && !op_index_int64(vm, t->items[3], &scope, true))) return false;
        if (flow < 0 || flow > 0xfffff) return raise_overflow_error(vm, "%s(): flowinfo must be 0-1048575.", function), false;
        if (!host_address(vm, t->items[0], AF_INET6, out)) return false;
        struct sockaddr_in6 *in = (struct sockaddr_in6 *)out;
        in->sin6_family = AF_INET6, in->sin6_port = htons((uint16_t)port), in->sin6_flowinfo = htonl((uint32_t)flow);
        if (t->count > 3) in->sin6_scope_id = (uint32_t)scope;
        return *size = sizeof *in, true;
    }
    return raise_error(vm, vm->types.OSError, "%s(): unsupported address family", function), false;
}
static Value address_value(VM *vm, const struct sockaddr_storage *address, socklen_t size) {
    char text[INET6_ADDRSTRLEN + IF_NAMESIZE + 2];
    if (size == 0) return VALUE_NONE;
    switch (address->ss_family) {
    case AF_INET: {
        const struct sockaddr_in *in = (const struct sockaddr_in *)address;
        inet_ntop(AF_INET, &in->sin_addr, text, sizeof text);
        Value host = str_from_cstring(vm, text);
        return host == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, host, from_small_int(ntohs(in->sin_port)));
    }
    case AF_INET6: {
        const struct sockaddr_in6 *in = (const struct sockaddr_in6 *)address;
        if (getnameinfo((const struct sockaddr *)in, sizeof *in, text, sizeof text, NULL, 0, NI_NUMERICHOST) != 0) inet_ntop(AF_INET6, &in->sin6_addr, text, sizeof text);
        Value host = str_from_cstring(vm, text);
        return host == VALUE_ERROR ? VALUE_ERROR
                                   : tuple_pack(vm, 4, host, from_small_int(ntohs(in->sin6_port)), from_small_int(ntohl(in->sin6_flowinfo)), from_small_int(in->sin6_scope_id));
    }
    case AF_UNIX: {
        const struct sockaddr_un *un = (const struct sockaddr_un *)address;
        size_t path = size - offsetof(struct sockaddr_un, sun_path);
        if (size <= offsetof(struct sockaddr_un, sun_path)) return vm->empty_str;
        if (!un->sun_path[0]) return bytes_new(vm, un->sun_path, path);
        char name[sizeof un->sun_path + 1] = {0};
        memcpy(name, un->sun_path, path < sizeof un->sun_path ? path : sizeof un->sun_path);
        return system_text(vm, name);
    }
    default: return VALUE_NONE;
    }
}

// ---- making, connecting --------------------------------------------------------------------------------------------

#define DESCRIPTOR(v) int descriptor; do { if (!system_int(vm, v, 0, &descriptor) || !grants_need_descriptor(vm, descriptor)) return VALUE_ERROR; } while (false)
FUNCTION_NEEDS(NET, socket) {
    (void)count;
    int family, type, protocol;
    if (!system_int(vm, args[0], 0, &family) || !system_int(vm, args[1], 0, &type) || !system_int(vm, args[2], 0, &protocol)) return VALUE_ERROR;
    int descriptor = grants_own(vm, socket(family, type | SOCK_CLOEXEC, protocol));
    return descriptor < 0 ? failure(vm) : from_small_int(descriptor);
}
FUNCTION(socketpair) {
    (void)count;
    int family, type, protocol, pair[2];
    if (!system_int(vm, args[0], 0, &family) || !system_int(vm, args[1], 0, &type) || !system_int(vm, args[2], 0, &protocol)) return VALUE_ERROR;
    if (family != AF_UNIX && !grants_allow(vm, GRANT_NET, "socket.socketpair")) return VALUE_ERROR;
    if (socketpair(family, type | SOCK_CLOEXEC, protocol, pair) < 0) return failure(vm);
    return !grants_own_pair(vm, pair) ? failure(vm) : tuple_pack(vm, 2, from_small_int(pair[0]), from_small_int(pair[1]));
}
// accept(descriptor, timeout) -> (descriptor, address)
FUNCTION(accept) {
    (void)count;
    DESCRIPTOR(args[0]);
    struct sockaddr_storage address = {0};
    socklen_t size;
    int made;
    const bool is_asked = is_asked_again(vm, descriptor, 0, args[1]);
    CALL(made, args[1], descriptor, POLLIN, is_asked, (size = sizeof address, accept4(descriptor, (struct sockaddr *)&address, &size, SOCK_CLOEXEC)));
    if (grants_own(vm, made) < 0) return failure(vm);
    Value from = address_value(vm, &address, size);
    if (from == VALUE_ERROR) return grants_close(vm, made), VALUE_ERROR;
    return tuple_pack(vm, 2, from_small_int(made), from);
}
// connect(descriptor, family, address, timeout, function) -> errno
FUNCTION_NEEDS(NET, connect) {
    (void)count;
    DESCRIPTOR(args[0]);
    int family, result;
    struct sockaddr_storage address;
    socklen_t size;
    if (!system_int(vm, args[1], 0, &family) || !address_of(vm, family, args[2], text_of(vm, args[4], ""), &address, &size)) return VALUE_ERROR;
    const bool is_asked = is_asked_again(vm, descriptor, 0, args[3]);
    int system_flags = is_asked ? fcntl(descriptor, F_GETFL) : 0, rest = 1;
    for (;;) {
        if (is_asked) fcntl(descriptor, F_SETFL, system_flags | O_NONBLOCK);
        BLOCKING_BEGIN(vm);
        result = connect(descriptor, (struct sockaddr *)&address, size);
        BLOCKING_END(vm);
        int error = errno;
        if (is_asked) fcntl(descriptor, F_SETFL, system_flags);
        errno = error;
        if (result == 0) return from_small_int(0);
        if (error == EINTR && raise_if_interrupted(vm)) return VALUE_ERROR;
        if (!is_asked || !is_not_ready(error)) break;
        if (!wait_slice(vm, &rest) || !grants_need_descriptor(vm, descriptor)) return VALUE_ERROR; // too many wait to be accepted
    }
    double end;
    if (!end_of(vm, args[3], &end)) return VALUE_ERROR;
    bool goes_on = errno == EINTR || (errno == EINPROGRESS && (end > 0 || is_asked));
    if (!goes_on) return from_small_int(errno);
    if (!await(vm, descriptor, POLLOUT, end > 0 ? end : now() + 1e9)) return VALUE_ERROR;
    int error = 0;
    size = sizeof error;
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) < 0 ? failure(vm) : from_small_int(error);
}
FUNCTION_NEEDS(NET, bind) {
    (void)count;
    DESCRIPTOR(args[0]);
    int family;
    struct sockaddr_storage address;
    socklen_t size;
    if (!system_int(vm, args[1], 0, &family) || !address_of(vm, family, args[2], "bind", &address, &size)) return VALUE_ERROR;
    return nothing(vm, bind(descriptor, (struct sockaddr *)&address, size));
}
FUNCTION(listen) {
    (void)count;
    DESCRIPTOR(args[0]);
    int backlog;
    return system_int(vm, args[1], 0, &backlog) ? nothing(vm, listen(descriptor, backlog < 0 ? 0 : backlog)) : VALUE_ERROR;
}
FUNCTION(shutdown) {
    (void)count;
    DESCRIPTOR(args[0]);
    int how;
    return system_int(vm, args[1], 0, &how) ? nothing(vm, shutdown(descriptor, how)) : VALUE_ERROR;
}
static Value name_of(VM *vm, Value v, int (*call)(int, struct sockaddr *restrict, socklen_t *restrict)) {
    DESCRIPTOR(v);
    struct sockaddr_storage address = {0};
    socklen_t size = sizeof address;
    return call(descriptor, (struct sockaddr *)&address, &size) < 0 ? failure(vm) : address_value(vm, &address, size);
}
FUNCTION(getsockname) { return (void)count, name_of(vm, args[0], getsockname); }
FUNCTION(getpeername) { return (void)count, name_of(vm, args[0], getpeername); }
FUNCTION(close) {
    (void)count;
    DESCRIPTOR(args[0]);
    return grants_close(vm, descriptor) < 0 && errno != ECONNRESET ? failure(vm) : VALUE_NONE;
}
FUNCTION(dup) {
    (void)count;
    DESCRIPTOR(args[0]);
    int copy = grants_own(vm, fcntl(descriptor, F_DUPFD_CLOEXEC, 0));
    return copy < 0 ? failure(vm) : from_small_int(copy);
}

// ---- receiving and sending -----------------------------------------------------------------------------------------

static bool size_of(VM *vm, Value v, const char *function, size_t *size) {
    int64_t wanted;
    if (!op_index_int64(vm, v, &wanted, false)) return false;
    if (wanted < 0) return raise_value_error(vm, "negative buffersize in %s", function), false;
    if (wanted > 1 << 30) return raise_memory_error(vm), false;
    *size = (size_t)wanted;
    return true;
}
// recvmsg(2) until something has come. VALUE_ERROR: raised; *got as the system has it otherwise.
static Value receive(VM *vm, int descriptor, struct msghdr *message, int flags, Value timeout, ssize_t *got) {
    const struct msghdr empty = *message;
    const bool is_asked = is_asked_again(vm, descriptor, flags, timeout);
    if (is_asked) flags |= MSG_DONTWAIT;
    CALL(*got, timeout, descriptor, POLLIN, is_asked, (*message = empty, recvmsg(descriptor, message, flags)));
    return VALUE_NONE;
}
// The same into a new bytes object of `size` bytes, rooted by the caller's arguments, or a part of them: bytes.
static Value receive_bytes(VM *vm, int descriptor, struct msghdr *message, size_t size, int flags, Value timeout, ssize_t *got) {
    struct iovec part = {NULL, size};
    message->msg_iov = &part, message->msg_iovlen = 1;
    if (!threads_are_many(vm)) {
        Value result = bytes_new(vm, NULL, size); // nobody collects meanwhile
        if (result == VALUE_ERROR) return VALUE_ERROR;
        part.iov_base = as_bytes(result)->data;
        if (receive(vm, descriptor, message, flags, timeout, got) == VALUE_ERROR) return VALUE_ERROR;
        return *got < 0 ? failure(vm) : (size_t)*got < size ? bytes_new(vm, as_bytes(result)->data, (size_t)*got) : result;
    }
    // Outside of the heap: a thread that its VM leaves behind when it goes is still in the system's call.
    Value received = VALUE_ERROR;
    part.iov_base = malloc(size + 1);
    if (!part.iov_base) return raise_memory_error(vm);
    pthread_cleanup_push(free, part.iov_base);
    received = receive(vm, descriptor, message, flags, timeout, got);
    if (received != VALUE_ERROR) received = *got < 0 ? failure(vm) : bytes_new(vm, part.iov_base, (size_t)*got);
    pthread_cleanup_pop(true);
    return received;
}
// recvfrom(descriptor, size, flags, timeout, wants address, function) -> bytes, or (bytes, address)
FUNCTION(recvfrom) {
    (void)count;
    DESCRIPTOR(args[0]);
    size_t size;
    int flags;
    if (!size_of(vm, args[1], text_of(vm, args[5], ""), &size) || !system_int(vm, args[2], 0, &flags)) return VALUE_ERROR;
    struct sockaddr_storage address = {0};
    struct msghdr message = {.msg_name = &address, .msg_namelen = sizeof address};
    ssize_t got;
    Value result = receive_bytes(vm, descriptor, &message, size, flags, args[3], &got);
    if (result == VALUE_ERROR || args[4] != VALUE_TRUE) return result;
    args[1] = result; // an argument's place is a root
    Value from = address_value(vm, &address, message.msg_namelen);
    return from == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, result, from);
}
// Data to be sent, from its start: a copy when others may run meanwhile, as they could resize a bytearray.
static bool data_of(VM *vm, Value v, BytesView *view) {
    if (bytes_view(v, &view->data, &view->size) || memoryview_contiguous(v, &view->data, &view->size)) return true;
    return bytes_need_view(vm, v, view);
}
// sendmsg(2) until something has been sent: how much.
static Value send_until(VM *vm, int descriptor, const struct msghdr *message, int flags, Value timeout) {
    ssize_t sent;
    const bool is_asked = is_asked_again(vm, descriptor, flags, timeout);
    if (is_asked) flags |= MSG_DONTWAIT;
    CALL(sent, timeout, descriptor, POLLOUT, is_asked, sendmsg(descriptor, message, flags | MSG_NOSIGNAL));
    return sent < 0 ? failure(vm) : from_small_int(sent);
}
// Of a message of one part.
static Value send_message(VM *vm, int descriptor, const struct msghdr *message, int flags, Value timeout) {
    if (!threads_are_many(vm)) return send_until(vm, descriptor, message, flags, timeout);
    // Outside of the heap, as in receive_bytes.
    struct iovec part = {malloc(message->msg_iov->iov_len + 1), message->msg_iov->iov_len};
    struct msghdr outside = *message;
    Value result = VALUE_ERROR;
    if (!part.iov_base) return raise_memory_error(vm);
    memcpy(part.iov_base, message->msg_iov->iov_base, part.iov_len);
    outside.msg_iov = &part;
    pthread_cleanup_push(free, part.iov_base);
    result = send_until(vm, descriptor, &outside, flags, timeout);
    pthread_cleanup_pop(true);
    return result;
}
static Value send_data(VM *vm, Value *args, const struct sockaddr *to, socklen_t to_size, Value timeout) {
    DESCRIPTOR(args[0]);
    BytesView view;
    int flags;
    if (!system_int(vm, args[2], 0, &flags) || !data_of(vm, args[1], &view)) return VALUE_ERROR;
    if (!is_bytes(args[1])) {
        Value copy = bytes_new(vm, view.data, view.size);
        if (copy == VALUE_ERROR) return VALUE_ERROR;
        args[1] = copy;
        view = view_of(copy);
    }
    struct iovec part = {(void *)(uintptr_t)view.data, view.size};
    const struct msghdr message = {.msg_name = (void *)(uintptr_t)to, .msg_namelen = to_size, .msg_iov = &part, .msg_iovlen = 1};
    return send_message(vm, descriptor, &message, flags, timeout);
}
// send(descriptor, data, flags, timeout) -> bytes sent
FUNCTION(send) { return (void)count, send_data(vm, args, NULL, 0, args[3]); }
// sendto(descriptor, data, flags, timeout, family, address)
FUNCTION(sendto) {
    (void)count;
    DESCRIPTOR(args[0]);
    (void)descriptor; // send_data takes it again
    int family;
    struct sockaddr_storage address;
    socklen_t size;
    if (!system_int(vm, args[4], 0, &family) || !address_of(vm, family, args[5], "sendto", &address, &size)) return VALUE_ERROR;
    return send_data(vm, args, (struct sockaddr *)&address, size, args[3]);
}
enum { ANCILLARY_MOST = 4096, BUFFERS_MOST = 64 };
static Value ancillary_list(VM *vm, struct msghdr *message) {
    int error = 0;
    for (struct cmsghdr *c = CMSG_FIRSTHDR(message); c; c = CMSG_NXTHDR(message, c))
        for (size_t i = 0; c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS && CMSG_LEN(i + sizeof(int)) <= c->cmsg_len; i += sizeof(int)) {
            int descriptor;
            memcpy(&descriptor, CMSG_DATA(c) + i, sizeof descriptor);
            if (grants_own(vm, descriptor) < 0) error = errno; // it is closed: so are all that are too many
        }
    if (error) return errno = error, failure(vm);
    Value list = list_new(vm, NULL, 0);
    for (struct cmsghdr *c = CMSG_FIRSTHDR(message); c && list != VALUE_ERROR; c = CMSG_NXTHDR(message, c)) {
        Value data = bytes_new(vm, CMSG_DATA(c), c->cmsg_len - CMSG_LEN(0));
        Value item = data == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, from_small_int(c->cmsg_level), from_small_int(c->cmsg_type), data);
        if (item == VALUE_ERROR || !list_append(vm, as_list(list), item)) return VALUE_ERROR;
    }
    return list;
}
// recvmsg(descriptor, size, ancillary size, flags, timeout) -> (data, ancillary data, flags, address)
FUNCTION(recvmsg) {
    (void)count;
    DESCRIPTOR(args[0]);
    size_t size, ancillary_size;
    int flags;
    if (!size_of(vm, args[1], "recvmsg()", &size) || !size_of(vm, args[2], "recvmsg()", &ancillary_size) || !system_int(vm, args[3], 0, &flags)) return VALUE_ERROR;
    if (ancillary_size > ANCILLARY_MOST) ancillary_size = ANCILLARY_MOST;
    _Alignas(struct cmsghdr) char ancillary[ANCILLARY_MOST];
    struct sockaddr_storage address = {0};
    struct msghdr message = {.msg_name = &address, .msg_namelen = sizeof address, .msg_control = ancillary_size ? ancillary : NULL, .msg_controllen = ancillary_size};
    ssize_t got;
    Value received = receive_bytes(vm, descriptor, &message, size, flags | MSG_CMSG_CLOEXEC, args[4], &got);
    if (received == VALUE_ERROR) return VALUE_ERROR;
    args[1] = received; // an argument's place is a root
    Value list = ancillary_list(vm, &message), from = list == VALUE_ERROR ? VALUE_ERROR : address_value(vm, &address, message.msg_namelen);
    return from == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 4, received, list, from_small_int(message.msg_flags & ~MSG_CMSG_CLOEXEC), from);
}
static bool add_ancillary(VM *vm, Value item, struct msghdr *message, size_t *used) {
    int level, type;
    BytesView data;
    if (!is_tuple(item) || as_tuple(item)->count != 3) return raise_type_error(vm, "[sendmsg() ancillary data items must be sequences of length 3]"), false;
    if (!system_int(vm, as_tuple(item)->items[0], 0, &level) || !system_int(vm, as_tuple(item)->items[1], 0, &type) || !data_of(vm, as_tuple(item)->items[2], &data)) return false;
    if (level == SOL_SOCKET && type == SCM_RIGHTS)
        for (size_t i = 0; i + sizeof(int) <= data.size; i += sizeof(int)) {
            int descriptor;
            memcpy(&descriptor, data.data + i, sizeof descriptor);
            if (!grants_need_descriptor(vm, descriptor)) return false;
        }
    // Those under way are held by the system, without end; who one is may be told in the same way.
    if (level == SOL_SOCKET && !grants_has(vm, GRANT_RUN) && !grants_allow(vm, GRANT_PROCESS, "sending a descriptor")) return false;
    if (data.size > ANCILLARY_MOST || *used + CMSG_SPACE(data.size) > ANCILLARY_MOST) return raise_error(vm, vm->types.OSError, "ancillary data item too large"), false;
    struct cmsghdr *c = (struct cmsghdr *)((char *)message->msg_control + *used);
    c->cmsg_level = level, c->cmsg_type = type, c->cmsg_len = CMSG_LEN(data.size);
    memcpy(CMSG_DATA(c), data.data, data.size);
    *used += CMSG_SPACE(data.size);
    return true;
}
// sendmsg(descriptor, data, ancillary tuple of tuples, flags, timeout, family, address or None) -> bytes sent
FUNCTION(sendmsg) {
    (void)count;
    DESCRIPTOR(args[0]);
    BytesView data;
    int flags, family;
    struct sockaddr_storage address;
    socklen_t address_size = 0;
    if (!data_of(vm, args[1], &data) || !system_int(vm, args[3], 0, &flags) || !system_int(vm, args[5], 0, &family)) return VALUE_ERROR;
    if (args[6] != VALUE_NONE && !address_of(vm, family, args[6], "sendmsg", &address, &address_size)) return VALUE_ERROR;
    if (!is_tuple(args[2])) return raise_type_error(vm, "sendmsg(): argument 2 must be iterable");
    _Alignas(struct cmsghdr) char ancillary[ANCILLARY_MOST] = {0};
    struct iovec part = {(void *)(uintptr_t)data.data, data.size};
    struct msghdr message = {.msg_name = address_size ? &address : NULL, .msg_namelen = address_size, .msg_iov = &part, .msg_iovlen = 1, .msg_control = ancillary};
    size_t used = 0;
    for (size_t i = 0; i < as_tuple(args[2])->count; i++)
        if (!add_ancillary(vm, as_tuple(args[2])->items[i], &message, &used)) return VALUE_ERROR;
    message.msg_controllen = used;
    if (!used) message.msg_control = NULL;
    return send_message(vm, descriptor, &message, flags, args[4]);
}
FUNCTION(CMSG_LEN) {
    (void)count;
    int64_t size;
    if (!op_index_int64(vm, args[0], &size, true)) return VALUE_ERROR;
    return size < 0 || size > INT_MAX - (int64_t)CMSG_LEN(0) ? raise_overflow_error(vm, "CMSG_LEN() argument out of range") : from_small_int((int64_t)CMSG_LEN((size_t)size));
}
FUNCTION(CMSG_SPACE) {
    (void)count;
    int64_t size;
    if (!op_index_int64(vm, args[0], &size, true)) return VALUE_ERROR;
    return size < 0 || size > INT_MAX - (int64_t)CMSG_SPACE(1) ? raise_overflow_error(vm, "CMSG_SPACE() argument out of range") : from_small_int((int64_t)CMSG_SPACE((size_t)size));
}

// ---- options -------------------------------------------------------------------------------------------------------

// What tells or changes no more than the socket itself. (Others name the process at the other end, or give a descriptor for it.)
static bool allow_option(VM *vm, int level, int name) {
    static const int plain[] = {SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_OOBINLINE, SO_LINGER, SO_REUSEPORT, SO_RCVLOWAT, SO_SNDLOWAT, SO_ACCEPTCONN,
                                SO_PROTOCOL, SO_DOMAIN};
    if (level != SOL_SOCKET) return true;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (name == plain[i]) return true;
    if (name == SO_RCVTIMEO || name == SO_SNDTIMEO) return grants_allow(vm, GRANT_CLOCK, "waiting for a time");
    return grants_allow(vm, GRANT_PROCESS, "this option of a socket");
}
// getsockopt(descriptor, level, name, size): size 0: an int
FUNCTION(getsockopt) {
    (void)count;
    DESCRIPTOR(args[0]);
    int level, name, wanted;
    if (!system_int(vm, args[1], 0, &level) || !system_int(vm, args[2], 0, &name) || !system_int(vm, args[3], 0, &wanted) || !allow_option(vm, level, name)) return VALUE_ERROR;
    if (wanted == 0) {
        int value = 0;
        socklen_t size = sizeof value;
        return getsockopt(descriptor, level, name, &value, &size) < 0 ? failure(vm) : from_small_int(value);
    }
    unsigned char buffer[1024];
    if (wanted < 0 || wanted > (int)sizeof buffer) return raise_error(vm, vm->types.OSError, "getsockopt buflen out of range");
    socklen_t size = (socklen_t)wanted;
    return getsockopt(descriptor, level, name, buffer, &size) < 0 ? failure(vm) : bytes_new(vm, buffer, size);
}
// setsockopt(descriptor, level, name, value: int, bytes, or None with a size)
FUNCTION(setsockopt) {
    DESCRIPTOR(args[0]);
    int level, name;
    int64_t number;
    BytesView view;
    if (!system_int(vm, args[1], 0, &level) || !system_int(vm, args[2], 0, &name) || !allow_option(vm, level, name)) return VALUE_ERROR;
    if (count > 4) {
        if (args[3] != VALUE_NONE || !op_index_int64(vm, args[4], &number, false)) return error_is_set(vm) ? VALUE_ERROR : raise_type_error(vm, "setsockopt() argument 3 must be None, not %T", args[3]);
        return nothing(vm, setsockopt(descriptor, level, name, NULL, (socklen_t)number));
    }
    if (bytes_view(args[3], &view.data, &view.size)) return nothing(vm, setsockopt(descriptor, level, name, view.data, (socklen_t)view.size));
    if (!is_int(args[3])) return raise_type_error(vm, "a bytes-like object is required, not '%T'", args[3]);
    if (!op_index_int64(vm, args[3], &number, false)) return VALUE_ERROR;
    int value = (int)number;
    return nothing(vm, setsockopt(descriptor, level, name, &value, sizeof value));
}

// ---- names ---------------------------------------------------------------------------------------------------------

static Value address_record(VM *vm, const struct addrinfo *a) {
    struct sockaddr_storage storage = {0};
    memcpy(&storage, a->ai_addr, a->ai_addrlen);
    Value name = a->ai_canonname ? str_from_cstring(vm, a->ai_canonname) : vm->empty_str, address = name == VALUE_ERROR ? VALUE_ERROR : address_value(vm, &storage, a->ai_addrlen);
    return address == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 5, from_small_int(a->ai_family), from_small_int(a->ai_socktype), from_small_int(a->ai_protocol), name, address);
}
// getaddrinfo(host, port, family, type, proto, flags)
FUNCTION_NEEDS(NET, getaddrinfo) {
    (void)count;
    char number[32];
    struct addrinfo hints = {0}, *found = NULL;
    if (args[0] != VALUE_NONE && !is_str(args[0]) && !is_bytes(args[0])) return raise_type_error(vm, "getaddrinfo() argument 1 must be string or None");
    const char *host = text_of(vm, args[0], NULL), *service = NULL;
    if (!host && error_is_set(vm)) return VALUE_ERROR;
    if (is_int(args[1])) {
        int64_t port;
        if (!op_index_int64(vm, args[1], &port, false)) return VALUE_ERROR;
        snprintf(number, sizeof number, "%lld", (long long)port), service = number;
    } else if (args[1] != VALUE_NONE) {
        if (!is_str(args[1]) && !is_bytes(args[1])) return raise_error(vm, vm->types.OSError, "Int or String expected");
        if (!(service = text_of(vm, args[1], NULL))) return VALUE_ERROR;
    }
    if (!system_int(vm, args[2], 0, &hints.ai_family) || !system_int(vm, args[3], 0, &hints.ai_socktype) || !system_int(vm, args[4], 0, &hints.ai_protocol) || !system_int(vm, args[5], 0, &hints.ai_flags)) return VALUE_ERROR;
    int error = resolve(vm, host, service, &hints, &found);
    if (error) return raise_gaierror(vm, error);
    Value list = list_new(vm, NULL, 0);
    for (struct addrinfo *a = found; a && list != VALUE_ERROR; a = a->ai_next) {
        Value record = address_record(vm, a);
        if (record == VALUE_ERROR || !list_append(vm, as_list(list), record)) list = VALUE_ERROR;
    }
    freeaddrinfo(found);
    return list;
}
FUNCTION_NEEDS(NET, getnameinfo) {
    (void)count;
    int flags, port;
    if (!is_tuple(args[0])) return raise_type_error(vm, "getnameinfo() argument 1 must be a tuple");
    if (!system_int(vm, args[1], 0, &flags)) return VALUE_ERROR;
    const Tuple *t = as_tuple(args[0]);
    if (t->count < 2 || t->count > 4) return raise_type_error(vm, "getnameinfo(): illegal sockaddr argument");
    const char *host = text_of(vm, t->items[0], NULL);
    if (!host || !port_of(vm, t->items[1], "getnameinfo", &port)) return error_is_set(vm) ? VALUE_ERROR : raise_type_error(vm, "getnameinfo(): illegal sockaddr argument");
    char service[32], name[NI_MAXHOST], text[NI_MAXSERV];
    snprintf(service, sizeof service, "%d", port);
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICHOST}, *found = NULL;
    int error = resolve(vm, host, service, &hints, &found);
    if (error) return raise_gaierror(vm, error);
    BLOCKING_BEGIN(vm);
    error = getnameinfo(found->ai_addr, found->ai_addrlen, name, sizeof name, text, sizeof text, flags);
    BLOCKING_END(vm);
    freeaddrinfo(found);
    if (error) return raise_gaierror(vm, error);
    Value a = str_from_cstring(vm, name), b = a == VALUE_ERROR ? VALUE_ERROR : str_from_cstring(vm, text);
    return b == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, a, b);
}
FUNCTION_NEEDS(NET, gethostbyname) {
    (void)count;
    struct sockaddr_storage address = {.ss_family = AF_INET};
    if (!host_address(vm, args[0], AF_INET, &address)) return VALUE_ERROR;
    char text[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &((struct sockaddr_in *)&address)->sin_addr, text, sizeof text);
    return str_from_cstring(vm, text);
}
FUNCTION_NEEDS(NET, gethostname) {
    (void)args, (void)count;
    char name[HOST_NAME_MAX + 1] = {0};
    return gethostname(name, sizeof name - 1) < 0 ? failure(vm) : system_text(vm, name);
}
static Value list_of_texts(VM *vm, char **texts) {
    Value list = list_new(vm, NULL, 0);
    for (; texts && *texts && list != VALUE_ERROR; texts++) {
        Value text = system_text(vm, *texts);
        if (text == VALUE_ERROR || !list_append(vm, as_list(list), text)) list = VALUE_ERROR;
    }
    return list;
}
// hostent(name, by address) -> (name, aliases, addresses)
FUNCTION_NEEDS(NET, hostent) {
    (void)count;
    struct sockaddr_storage address = {.ss_family = AF_INET};
    const char *name = text_of(vm, args[0], "");
    if (!name) return VALUE_ERROR;
    bool is_six = strchr(name, ':') != NULL;
    if (!host_address(vm, args[0], is_six ? AF_INET6 : AF_INET, &address)) return VALUE_ERROR;
    const void *bytes = is_six ? (const void *)&((struct sockaddr_in6 *)&address)->sin6_addr : (const void *)&((struct sockaddr_in *)&address)->sin_addr;
    socklen_t size = is_six ? 16 : 4;
    char buffer[16384];
    struct hostent record, *found = NULL;
    int error = 0;
    if (args[1] == VALUE_TRUE) gethostbyaddr_r(bytes, size, is_six ? AF_INET6 : AF_INET, &record, buffer, sizeof buffer, &found, &error);
    else gethostbyname_r(name, &record, buffer, sizeof buffer, &found, &error);
    if (!found) return raise_pair(vm, STATE_HERROR, error, hstrerror(error));
    Value host = system_text(vm, found->h_name), aliases = host == VALUE_ERROR ? VALUE_ERROR : list_of_texts(vm, found->h_aliases);
    Value addresses = aliases == VALUE_ERROR ? VALUE_ERROR : list_new(vm, NULL, 0);
    for (char **a = found->h_addr_list; addresses != VALUE_ERROR && *a; a++) {
        char text[INET6_ADDRSTRLEN];
        inet_ntop(found->h_addrtype, *a, text, sizeof text);
        Value item = str_from_cstring(vm, text);
        if (item == VALUE_ERROR || !list_append(vm, as_list(addresses), item)) addresses = VALUE_ERROR;
    }
    return addresses == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, host, aliases, addresses);
}
FUNCTION_NEEDS(NET, getservbyname) {
    const char *name = text_of(vm, args[0], ""), *protocol = name && count > 1 ? text_of(vm, args[1], "") : NULL;
    if (error_is_set(vm)) return VALUE_ERROR;
    char buffer[2048];
    struct servent record, *found = NULL;
    getservbyname_r(name, protocol, &record, buffer, sizeof buffer, &found);
    return found ? from_small_int(ntohs((uint16_t)found->s_port)) : raise_error(vm, vm->types.OSError, "service/proto not found");
}
FUNCTION_NEEDS(NET, getservbyport) {
    int port;
    if (!port_of(vm, args[0], "getservbyport", &port)) return VALUE_ERROR;
    const char *protocol = count > 1 ? text_of(vm, args[1], "") : NULL;
    if (error_is_set(vm)) return VALUE_ERROR;
    char buffer[2048];
    struct servent record, *found = NULL;
    getservbyport_r(htons((uint16_t)port), protocol, &record, buffer, sizeof buffer, &found);
    return found ? system_text(vm, found->s_name) : raise_error(vm, vm->types.OSError, "port/proto not found");
}
FUNCTION_NEEDS(NET, getprotobyname) {
    (void)count;
    const char *name = text_of(vm, args[0], "");
    if (!name) return VALUE_ERROR;
    char buffer[2048];
    struct protoent record, *found = NULL;
    getprotobyname_r(name, &record, buffer, sizeof buffer, &found);
    return found ? from_small_int(found->p_proto) : raise_error(vm, vm->types.OSError, "protocol not found");
}
FUNCTION(inet_aton) {
    (void)count;
    struct in_addr address;
    const char *text = text_of(vm, args[0], "");
    if (!text) return VALUE_ERROR;
    return inet_aton(text, &address) ? bytes_new(vm, &address, sizeof address) : raise_error(vm, vm->types.OSError, "illegal IP address string passed to inet_aton");
}
FUNCTION(inet_ntoa) {
    (void)count;
    BytesView view;
    if (!bytes_need_view(vm, args[0], &view)) return VALUE_ERROR;
    if (view.size != 4) return raise_error(vm, vm->types.OSError, "packed IP wrong length for inet_ntoa");
    char text[INET_ADDRSTRLEN];
    return inet_ntop(AF_INET, view.data, text, sizeof text) ? str_from_cstring(vm, text) : failure(vm);
}
FUNCTION(inet_pton) {
    (void)count;
    int family;
    unsigned char packed[16];
    const char *text;
    if (!system_int(vm, args[0], 0, &family) || !(text = text_of(vm, args[1], ""))) return VALUE_ERROR;
    if (family != AF_INET && family != AF_INET6) return errno = EAFNOSUPPORT, failure(vm);
    if (inet_pton(family, text, packed) != 1) return raise_error(vm, vm->types.OSError, "illegal IP address string passed to inet_pton");
    return bytes_new(vm, packed, family == AF_INET ? 4 : 16);
}
FUNCTION(inet_ntop) {
    (void)count;
    int family;
    BytesView view;
    char text[INET6_ADDRSTRLEN];
    if (!system_int(vm, args[0], 0, &family) || !bytes_need_view(vm, args[1], &view)) return VALUE_ERROR;
    if (family != AF_INET && family != AF_INET6) return raise_value_error(vm, "unknown address family %d", family);
    if (view.size != (family == AF_INET ? 4u : 16u)) return raise_value_error(vm, "invalid length of packed IP address string");
    return inet_ntop(family, view.data, text, sizeof text) ? str_from_cstring(vm, text) : failure(vm);
}
static Value swapped(VM *vm, Value v, const char *function, bool is_short) {
    int64_t number;
    if (!is_int(v)) return raise_type_error(vm, is_short ? "'%T' object cannot be interpreted as an integer" : "expected int, %T found", v);
    if (!op_index_int64(vm, v, &number, true)) return VALUE_ERROR;
    if (number < 0) return raise_overflow_error(vm, is_short ? "%s: can't convert negative Python int to C 16-bit unsigned integer" : "can't convert negative value to unsigned int", function);
    if (number > (is_short ? 0xffff : 0xffffffffll)) return raise_overflow_error(vm, is_short ? "%s: Python int too large to convert to C 16-bit unsigned integer" : "int larger than 32 bits", function);
    return from_small_int(is_short ? htons((uint16_t)number) : htonl((uint32_t)number));
}
FUNCTION(htons) { return (void)count, swapped(vm, args[0], "htons", true); }
FUNCTION(ntohs) { return (void)count, swapped(vm, args[0], "ntohs", true); }
FUNCTION(htonl) { return (void)count, swapped(vm, args[0], "htonl", false); }
FUNCTION(ntohl) { return (void)count, swapped(vm, args[0], "ntohl", false); }
FUNCTION_NEEDS(NET, if_nameindex) {
    (void)args, (void)count;
    struct if_nameindex *all = if_nameindex();
    if (!all) return failure(vm);
    Value list = list_new(vm, NULL, 0);
    for (struct if_nameindex *i = all; i->if_index && list != VALUE_ERROR; i++) {
        Value name = system_text(vm, i->if_name), pair = name == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_small_int(i->if_index), name);
        if (pair == VALUE_ERROR || !list_append(vm, as_list(list), pair)) list = VALUE_ERROR;
    }
    if_freenameindex(all);
    return list;
}
FUNCTION_NEEDS(NET, if_nametoindex) {
    (void)count;
    const char *name = text_of(vm, args[0], "");
    if (!name) return VALUE_ERROR;
    unsigned index = if_nametoindex(name);
    return index ? from_small_int(index) : raise_error(vm, vm->types.OSError, "no interface with this name");
}
FUNCTION_NEEDS(NET, if_indextoname) {
    (void)count;
    int index;
    char name[IF_NAMESIZE];
    if (!system_int(vm, args[0], 0, &index)) return VALUE_ERROR;
    return if_indextoname((unsigned)index, name) ? system_text(vm, name) : failure(vm);
}

#define PLAIN(name, least, most) {#name, {socket_##name}, least, most, 0, NULL, DOC(NULL)}
static const NativeDef functions[] = {
    PLAIN(socket, 3, 3), PLAIN(socketpair, 3, 3), PLAIN(accept, 2, 2), PLAIN(connect, 5, 5), PLAIN(bind, 3, 3), PLAIN(listen, 2, 2), PLAIN(shutdown, 2, 2), PLAIN(getsockname, 1, 1),
    PLAIN(getpeername, 1, 1), PLAIN(close, 1, 1), PLAIN(dup, 1, 1), PLAIN(recvfrom, 6, 6), PLAIN(send, 4, 4), PLAIN(sendto, 6, 6), PLAIN(recvmsg, 5, 5), PLAIN(sendmsg, 7, 7),
    PLAIN(CMSG_LEN, 1, 1), PLAIN(CMSG_SPACE, 1, 1), PLAIN(getsockopt, 4, 4), PLAIN(setsockopt, 4, 5), PLAIN(getaddrinfo, 6, 6), PLAIN(getnameinfo, 2, 2), PLAIN(gethostbyname, 1, 1),
    PLAIN(gethostname, 0, 0), PLAIN(hostent, 2, 2), PLAIN(getservbyname, 1, 2), PLAIN(getservbyport, 1, 2), PLAIN(getprotobyname, 1, 1), PLAIN(inet_aton, 1, 1), PLAIN(inet_ntoa, 1, 1),
    PLAIN(inet_pton, 2, 2), PLAIN(inet_ntop, 2, 2), PLAIN(htons, 1, 1), PLAIN(ntohs, 1, 1), PLAIN(htonl, 1, 1), PLAIN(ntohl, 1, 1), PLAIN(if_nameindex, 0, 0), PLAIN(if_nametoindex, 1, 1),
    PLAIN(if_indextoname, 1, 1), {0},
};
#define C(name) {#name, name}
static const SystemConstant constants[] = {
    C(AF_UNSPEC), C(AF_UNIX), C(AF_INET), C(AF_INET6), C(AF_NETLINK), C(AF_PACKET), C(AF_VSOCK), C(AF_BLUETOOTH), C(AF_CAN), C(AF_ALG), C(SOCK_STREAM), C(SOCK_DGRAM), C(SOCK_RAW), C(SOCK_RDM),
    C(SOCK_SEQPACKET), C(SOCK_NONBLOCK), C(SOCK_CLOEXEC), C(SOL_SOCKET), C(SOL_TCP), {"SOL_IP", 0}, {"SOL_UDP", 17}, C(SOMAXCONN), C(SO_DEBUG), C(SO_REUSEADDR), C(SO_TYPE), C(SO_ERROR),
    C(SO_DONTROUTE), C(SO_BROADCAST), C(SO_SNDBUF), C(SO_RCVBUF), C(SO_KEEPALIVE), C(SO_OOBINLINE), C(SO_PRIORITY), C(SO_LINGER), C(SO_REUSEPORT), C(SO_PASSCRED), C(SO_PEERCRED),
    C(SO_RCVLOWAT), C(SO_SNDLOWAT), C(SO_RCVTIMEO), C(SO_SNDTIMEO), C(SO_ACCEPTCONN), C(SO_BINDTODEVICE), C(SO_DOMAIN), C(SO_PROTOCOL), C(SO_MARK), C(SO_PEERSEC), C(SO_PASSSEC),
    C(SO_INCOMING_CPU), C(SCM_RIGHTS), C(SCM_CREDENTIALS), C(MSG_OOB), C(MSG_PEEK), C(MSG_DONTROUTE), C(MSG_CTRUNC), C(MSG_TRUNC), C(MSG_DONTWAIT), C(MSG_EOR), C(MSG_WAITALL), C(MSG_CONFIRM),
    C(MSG_NOSIGNAL), C(MSG_MORE), C(MSG_FASTOPEN), C(MSG_ERRQUEUE), C(MSG_CMSG_CLOEXEC), C(SHUT_RD), C(SHUT_WR), C(SHUT_RDWR), C(IPPROTO_IP), C(IPPROTO_ICMP), C(IPPROTO_IGMP), C(IPPROTO_TCP),
    C(IPPROTO_EGP), C(IPPROTO_PUP), C(IPPROTO_UDP), C(IPPROTO_IDP), C(IPPROTO_TP), C(IPPROTO_IPV6), C(IPPROTO_RSVP), C(IPPROTO_GRE), C(IPPROTO_ESP), C(IPPROTO_AH), C(IPPROTO_PIM), C(IPPROTO_RAW),
    C(IPPROTO_IPIP), C(IPPROTO_SCTP), C(IPPROTO_UDPLITE), C(IPPROTO_MPTCP), C(IPPROTO_HOPOPTS), C(IPPROTO_ROUTING), C(IPPROTO_FRAGMENT), C(IPPROTO_ICMPV6), C(IPPROTO_NONE), C(IPPROTO_DSTOPTS),
    C(IPPORT_RESERVED), C(IPPORT_USERRESERVED), {"INADDR_ANY", 0}, {"INADDR_BROADCAST", 0xffffffff}, {"INADDR_LOOPBACK", 0x7f000001}, {"INADDR_UNSPEC_GROUP", 0xe0000000},
    {"INADDR_ALLHOSTS_GROUP", 0xe0000001}, {"INADDR_MAX_LOCAL_GROUP", 0xe00000ff}, {"INADDR_NONE", 0xffffffff}, C(IP_OPTIONS), C(IP_HDRINCL), C(IP_TOS), C(IP_TTL), C(IP_RECVOPTS), C(IP_RECVRETOPTS),
    C(IP_RETOPTS), C(IP_MULTICAST_IF), C(IP_MULTICAST_TTL), C(IP_MULTICAST_LOOP), C(IP_ADD_MEMBERSHIP), C(IP_DROP_MEMBERSHIP), C(IP_DEFAULT_MULTICAST_TTL), C(IP_DEFAULT_MULTICAST_LOOP),
    C(IP_MAX_MEMBERSHIPS), C(IP_TRANSPARENT), C(IP_RECVTOS), C(IP_BIND_ADDRESS_NO_PORT), C(IPV6_JOIN_GROUP), C(IPV6_LEAVE_GROUP), C(IPV6_MULTICAST_HOPS), C(IPV6_MULTICAST_IF),
    C(IPV6_MULTICAST_LOOP), C(IPV6_UNICAST_HOPS), C(IPV6_V6ONLY), C(IPV6_CHECKSUM), C(IPV6_DONTFRAG), C(IPV6_DSTOPTS), C(IPV6_HOPLIMIT), C(IPV6_HOPOPTS), C(IPV6_NEXTHOP), C(IPV6_PATHMTU),
    C(IPV6_PKTINFO), C(IPV6_RECVDSTOPTS), C(IPV6_RECVHOPLIMIT), C(IPV6_RECVHOPOPTS), C(IPV6_RECVPKTINFO), C(IPV6_RECVRTHDR), C(IPV6_RECVTCLASS), C(IPV6_RTHDR), C(IPV6_RTHDRDSTOPTS),
    C(IPV6_RTHDR_TYPE_0), C(IPV6_TCLASS), C(IPV6_RECVPATHMTU), C(TCP_NODELAY), C(TCP_MAXSEG), C(TCP_CORK), C(TCP_KEEPIDLE), C(TCP_KEEPINTVL), C(TCP_KEEPCNT), C(TCP_SYNCNT), C(TCP_LINGER2),
    C(TCP_DEFER_ACCEPT), C(TCP_WINDOW_CLAMP), C(TCP_INFO), C(TCP_QUICKACK), C(TCP_FASTOPEN), C(TCP_CONGESTION), C(TCP_USER_TIMEOUT), C(TCP_NOTSENT_LOWAT), C(EAI_ADDRFAMILY), C(EAI_AGAIN),
    C(EAI_BADFLAGS), C(EAI_FAIL), C(EAI_FAMILY), C(EAI_MEMORY), C(EAI_NODATA), C(EAI_NONAME), C(EAI_OVERFLOW), C(EAI_SERVICE), C(EAI_SOCKTYPE), C(EAI_SYSTEM), C(AI_PASSIVE), C(AI_CANONNAME),
    C(AI_NUMERICHOST), C(AI_NUMERICSERV), C(AI_ALL), C(AI_ADDRCONFIG), C(AI_V4MAPPED), C(NI_MAXHOST), C(NI_MAXSERV), C(NI_NOFQDN), C(NI_NUMERICHOST), C(NI_NAMEREQD), C(NI_NUMERICSERV), C(NI_DGRAM),
};
static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value errors[] = {module_exception_class(vm, "socket", "gaierror", vm->types.OSError), VALUE_NONE};
    if (errors[0] == VALUE_ERROR || (errors[1] = module_exception_class(vm, "socket", "herror", vm->types.OSError)) == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_SOCKET] = tuple_new(vm, errors, 2);
    return vm->slots_for_modules[MODULE_SLOT_SOCKET] != VALUE_ERROR && SYSTEM_ADD(vm, space, constants) && system_set(vm, space, "gaierror", errors[0]) && system_set(vm, space, "herror", errors[1]);
}
const ModuleDef socket_module = {"_socket", functions, initialize};
