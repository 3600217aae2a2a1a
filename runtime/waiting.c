#define _GNU_SOURCE // O_PATH
#include "runtime/waiting.h"
#include "runtime/grants.h"
#include "runtime/limits.h"
#include "runtime/thread.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

int wait_length(const VM *vm, bool has_end) { return !waits_in_slices(vm) || !thread_is_main(vm) || vm->config.host->waits_here(vm->config.host, has_end) ? WAIT_SLICE : 0; }

bool wait_looks(VM *vm, bool has_end) {
    if (attention_of(vm) & (ATTENTION_INTERRUPT | ATTENTION_STOP) && raise_if_interrupted(vm)) return false;
    return !waits_in_slices(vm) || !thread_is_main(vm) || limits_allow_wait(vm, has_end);
}

bool wait_slice(VM *vm, int *milliseconds) {
    const int length = wait_length(vm, false);
    BLOCKING_BEGIN(vm);
    poll(NULL, 0, length < *milliseconds ? length : *milliseconds);
    BLOCKING_END(vm);
    *milliseconds = *milliseconds * 2 < WAIT_SLICE ? *milliseconds * 2 : WAIT_SLICE;
    return wait_looks(vm, false);
}

bool wait_for_descriptor(VM *vm, int descriptor, short events) {
    if (!waits_in_slices(vm)) return true;
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0 || flags & (O_NONBLOCK | O_PATH)) return true; // the call itself says what is wrong
    for (;;) {
        struct pollfd wanted = {.fd = descriptor, .events = events};
        int found = poll(&wanted, 1, 0);
        if (found > 0 || (found < 0 && errno != EINTR)) return true; // and remains so: nobody else has the turn
        const int length = wait_length(vm, false);
        BLOCKING_BEGIN(vm);
        found = poll(&wanted, 1, length);
        BLOCKING_END(vm);
        if ((found <= 0 && !wait_looks(vm, false)) || !grants_need_stream(vm, descriptor, STREAM_LOOK)) return false; // it may have been closed meanwhile
    }
}

// poll(2) says of a pipe that it is ready when that much fits in.
size_t wait_most_written(const VM *vm, int descriptor, size_t size) {
    struct stat status;
    if (!waits_in_slices(vm) || size <= PIPE_BUF || fstat(descriptor, &status) != 0 || S_ISREG(status.st_mode)) return size;
    return PIPE_BUF;
}

size_t wait_taken_at_once(const VM *vm, int descriptor, size_t size) {
    const size_t most = wait_most_written(vm, descriptor, SIZE_MAX);
    struct pollfd wanted = {.fd = descriptor, .events = POLLOUT};
    if (most == SIZE_MAX) return size;
    return poll(&wanted, 1, 0) <= 0 ? 0 : size < most ? size : most;
}

int wait_openat(VM *vm, int folder, const char *name, int flags, unsigned mode) {
    bool is_sliced = waits_in_slices(vm) && !(flags & (O_NONBLOCK | O_PATH));
    int descriptor, milliseconds = 1;
    for (;;) {
        descriptor = openat(folder, name, is_sliced ? flags | O_NONBLOCK : flags, mode); // for reading, a pipe is opened at once: its reader waits
        if (descriptor >= 0) break;
        if (errno == EINTR ? raise_if_interrupted(vm) : !is_sliced || errno != ENXIO) return -1;
        struct stat status; // ENXIO: a pipe that nobody reads; or there is no such device
        if (errno != ENXIO) continue;
        if (fstatat(folder, name, &status, 0) != 0 || !S_ISFIFO(status.st_mode)) return errno = ENXIO, -1;
        if (!wait_slice(vm, &milliseconds)) return -1;
    }
    if (is_sliced) fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK);
    return descriptor;
}
