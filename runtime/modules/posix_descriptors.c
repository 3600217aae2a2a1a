#define _GNU_SOURCE // pipe2, copy_file_range
#include "runtime/modules/posix.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

static Value failure(VM *vm) { return raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND); }
static Value nothing(VM *vm, int result) { return result == -1 ? failure(vm) : VALUE_NONE; }
static Value number(VM *vm, int64_t result) { return result == -1 ? failure(vm) : from_small_int(result); }
// Any int is passed on as a descriptor, as os.close(-1) has to fail by itself.
static bool descriptor_of(VM *vm, Value v, int *out) { return system_int(vm, v, 0, out) && grants_need_descriptor(vm, *out); }

static bool stream_of(VM *vm, Value v, StreamUse use, int *out) { return system_int(vm, v, 0, out) && grants_need_stream(vm, *out, use); }

POSIX(close) {
    (void)count;
    int descriptor;
    return system_int(vm, args[0], 0, &descriptor) ? nothing(vm, grants_close(vm, descriptor)) : VALUE_ERROR;
}
POSIX(closerange) {
    (void)count;
    int low, high;
    if (!system_int(vm, args[0], 0, &low) || !system_int(vm, args[1], 0, &high)) return VALUE_ERROR;
    for (int descriptor = low < 0 ? 0 : low; descriptor < high && descriptor < 1 << 20; descriptor++) grants_close(vm, descriptor);
    return VALUE_NONE;
}

// Reads at most `size` bytes, at an offset (-1: where the descriptor stands).
static Value read_bytes(VM *vm, int descriptor, int64_t size, int64_t offset) {
    if (size < 0) return raise_system_error(vm, EINVAL, VALUE_UNBOUND, VALUE_UNBOUND);
    if (offset < 0 && !wait_for_descriptor(vm, descriptor, POLLIN)) return VALUE_ERROR;
    const size_t most = size < 1 << 30 ? (size_t)size : 1 << 30;
    unsigned char *data = malloc(most + 1); // outside the heap: other threads may collect while this one waits, and a thread may be left behind
    if (!data) return raise_memory_error(vm);
    ssize_t got;
    Value result = VALUE_ERROR;
    pthread_cleanup_push(free, data);
    do {
        BLOCKING_BEGIN_IF(vm, !waits_in_slices(vm));
        got = offset < 0 ? read(descriptor, data, most) : pread(descriptor, data, most, offset);
        BLOCKING_END(vm);
    } while (got < 0 && errno == EINTR && !raise_if_interrupted(vm));
    if (got >= 0) result = bytes_new(vm, data, (size_t)got);
    else if (!error_is_set(vm)) result = failure(vm);
    pthread_cleanup_pop(true);
    return result;
}
POSIX(read) {
    (void)count;
    int descriptor;
    int64_t size;
    return stream_of(vm, args[0], STREAM_READ, &descriptor) && op_index_int64(vm, args[1], &size, false) ? read_bytes(vm, descriptor, size, -1) : VALUE_ERROR;
}
POSIX(pread) {
    (void)count;
    int descriptor;
    int64_t size, offset;
    if (!stream_of(vm, args[0], STREAM_READ, &descriptor) || !op_index_int64(vm, args[1], &size, false) || !op_index_int64(vm, args[2], &offset, false)) return VALUE_ERROR;
    return offset < 0 ? raise_system_error(vm, EINVAL, VALUE_UNBOUND, VALUE_UNBOUND) : read_bytes(vm, descriptor, size, offset);
}
// bytes, bytearray, memoryview...: the last one as a copy, pushed on the roots.
static bool data_of(VM *vm, Value v, const unsigned char **data, size_t *size) {
    if (bytes_view(v, data, size)) return true;
    if (is_str(v) || is_int(v) || v == VALUE_NONE) return raise_type_error(vm, "a bytes-like object is required, not '%T'", v), false;
    Str *name = str_intern(vm, "tobytes", 7);
    Value method = name ? get_attribute_or(vm, v, name, VALUE_UNBOUND) : VALUE_ERROR;
    if (method == VALUE_UNBOUND) raise_type_error(vm, "a bytes-like object is required, not '%T'", v);
    Value copy = method == VALUE_UNBOUND || method == VALUE_ERROR ? VALUE_ERROR : call_value(vm, method, NULL, 0);
    if (copy == VALUE_ERROR) return false;
    root_push(vm, copy);
    if (bytes_view(copy, data, size)) return true;
    return raise_type_error(vm, "a bytes-like object is required, not '%T'", v), false;
}
// May the VM write to the descriptor, now? (Views of data are taken afterwards: scripts of a host may run while this one waits.)
static bool ready_to_write(VM *vm, Value to, int64_t offset, int *out) { return stream_of(vm, to, STREAM_WRITE, out) && (offset >= 0 || wait_for_descriptor(vm, *out, POLLOUT)); }
// -1: errno, or an exception that a signal's handler has raised.
static ssize_t try_write(VM *vm, int descriptor, const struct iovec *parts, int count, int64_t offset) {
    struct iovec part;
    const size_t most = wait_most_written(vm, descriptor, SIZE_MAX);
    if (most != SIZE_MAX && count) { // of the first: so much does not wait
        while (count > 1 && !parts->iov_len) parts++, count--;
        part = (struct iovec){parts->iov_base, parts->iov_len < most ? parts->iov_len : most};
        parts = &part, count = 1;
    }
    for (;;) {
        ssize_t written;
        BLOCKING_BEGIN_IF(vm, !waits_in_slices(vm));
        written = offset < 0 ? writev(descriptor, parts, count) : pwritev(descriptor, parts, count, offset);
        BLOCKING_END(vm);
        if (written != -1 || errno != EINTR || raise_if_interrupted(vm)) return written;
    }
}
static ssize_t write_parts(VM *vm, int descriptor, const struct iovec *parts, int count, int64_t offset) {
    if (!threads_are_many(vm)) return try_write(vm, descriptor, parts, count, offset);
    // As one, outside of the heap, as in read_bytes.
    struct iovec all = {NULL, 0};
    for (int i = 0; i < count; i++) all.iov_len += parts[i].iov_len;
    char *to = all.iov_base = malloc(all.iov_len + 1);
    if (!to) return raise_memory_error(vm), -1;
    for (int i = 0; i < count; i++) to = (char *)memcpy(to, parts[i].iov_base, parts[i].iov_len) + parts[i].iov_len;
    ssize_t written = -1;
    pthread_cleanup_push(free, all.iov_base);
    written = try_write(vm, descriptor, &all, 1, offset);
    pthread_cleanup_pop(false);
    int error = errno;
    free(all.iov_base);
    errno = error;
    return written;
}
static Value write_bytes(VM *vm, Value to, Value from, int64_t offset) {
    int descriptor;
    const unsigned char *data;
    size_t size;
    if (!ready_to_write(vm, to, offset, &descriptor) || !data_of(vm, from, &data, &size)) return VALUE_ERROR;
    ssize_t written;
    PipeSignal held;
    pipe_signal_hold(vm, &held);
    written = write_parts(vm, descriptor, &(struct iovec){(void *)(uintptr_t)data, size}, 1, offset);
    pipe_signal_release(&held);
    if (error_is_set(vm)) return VALUE_ERROR;
    return number(vm, written);
}
POSIX(write) {
    (void)count;
    ROOT_SCOPE(vm);
    Value result = write_bytes(vm, args[0], args[1], -1);
    ROOT_END(vm);
    return result;
}
POSIX(pwrite) {
    (void)count;
    int64_t offset;
    if (!op_index_int64(vm, args[2], &offset, false)) return VALUE_ERROR;
    if (offset < 0) return raise_system_error(vm, EINVAL, VALUE_UNBOUND, VALUE_UNBOUND);
    ROOT_SCOPE(vm);
    Value result = write_bytes(vm, args[0], args[1], offset);
    ROOT_END(vm);
    return result;
}
POSIX(lseek) {
    (void)count;
    int descriptor, whence;
    int64_t offset;
    if (!descriptor_of(vm, args[0], &descriptor) || !op_index_int64(vm, args[1], &offset, false) || !system_int(vm, args[2], 0, &whence)) return VALUE_ERROR;
    return number(vm, lseek(descriptor, offset, whence));
}
POSIX(ftruncate) {
    (void)count;
    int descriptor;
    int64_t size;
    if (!descriptor_of(vm, args[0], &descriptor) || !op_index_int64(vm, args[1], &size, false)) return VALUE_ERROR;
    return nothing(vm, ftruncate(descriptor, size));
}
POSIX(fsync) {
    (void)count;
    int descriptor, result;
    if (!system_descriptor(vm, args[0], &descriptor)) return VALUE_ERROR;
    RETRY(result, fsync(descriptor));
    return nothing(vm, result);
}
POSIX(fdatasync) {
    (void)count;
    int descriptor, result;
    if (!system_descriptor(vm, args[0], &descriptor)) return VALUE_ERROR;
    RETRY(result, fdatasync(descriptor));
    return nothing(vm, result);
}
POSIX(isatty) {
    (void)count;
    int descriptor;
    return stream_of(vm, args[0], STREAM_LOOK, &descriptor) ? from_bool(isatty(descriptor)) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, ttyname) {
    (void)count;
    int descriptor;
    if (!descriptor_of(vm, args[0], &descriptor)) return VALUE_ERROR;
    char name[256];
    int error = ttyname_r(descriptor, name, sizeof name);
    return error ? raise_system_error(vm, error, VALUE_UNBOUND, VALUE_UNBOUND) : system_text(vm, name);
}
POSIX_NEEDS(PROCESS, ctermid) {
    UNUSED_ARGUMENTS;
    char name[L_ctermid];
    return system_text(vm, ctermid(name));
}
static Value two(VM *vm, int failed, const int pair[2]) {
    if (failed || !grants_own_pair(vm, pair)) return failure(vm);
    return tuple_pack(vm, 2, from_small_int(pair[0]), from_small_int(pair[1]));
}
// Processes are talked to through pipes.
static bool may_pipe(VM *vm) { return grants_has(vm, GRANT_PROCESS) || grants_allow(vm, GRANT_RUN, "os.pipe"); }
POSIX(pipe) {
    UNUSED_ARGUMENTS;
    int pair[2];
    return may_pipe(vm) ? two(vm, pipe2(pair, O_CLOEXEC), pair) : VALUE_ERROR;
}
POSIX(pipe2) {
    (void)count;
    int pair[2], flags;
    return may_pipe(vm) && system_int(vm, args[0], 0, &flags) ? two(vm, pipe2(pair, flags), pair) : VALUE_ERROR;
}
POSIX_NEEDS(PROCESS, openpty) {
    UNUSED_ARGUMENTS;
    int pair[2];
    int failed = openpty(&pair[0], &pair[1], NULL, NULL, NULL);
    if (!failed) fcntl(pair[0], F_SETFD, FD_CLOEXEC), fcntl(pair[1], F_SETFD, FD_CLOEXEC);
    return two(vm, failed, pair);
}
POSIX(dup) {
    (void)count;
    int descriptor;
    return descriptor_of(vm, args[0], &descriptor) ? number(vm, grants_own(vm, fcntl(descriptor, F_DUPFD_CLOEXEC, 0))) : VALUE_ERROR;
}
POSIX(dup2) {
    (void)count;
    int from, to;
    if (!descriptor_of(vm, args[0], &from) || !descriptor_of(vm, args[1], &to)) return VALUE_ERROR;
    int inheritable = args[2] == VALUE_UNBOUND ? 1 : op_truth(vm, args[2]);
    if (inheritable < 0) return VALUE_ERROR;
    if (from == to || inheritable) return number(vm, dup2(from, to));
    return number(vm, dup3(from, to, O_CLOEXEC));
}
static Value get_flag(VM *vm, Value v, int command, int bit, bool inverted) {
    int descriptor;
    if (!stream_of(vm, v, STREAM_LOOK, &descriptor)) return VALUE_ERROR;
    int flags = fcntl(descriptor, command, 0);
    return flags < 0 ? failure(vm) : from_bool(!(flags & bit) == inverted);
}
static Value set_flag(VM *vm, Value v, Value on, int get, int set, int bit, bool inverted) {
    int descriptor, wanted = op_truth(vm, on);
    if (wanted < 0 || !descriptor_of(vm, v, &descriptor)) return VALUE_ERROR;
    int flags = fcntl(descriptor, get, 0);
    if (flags < 0) return failure(vm);
    return nothing(vm, fcntl(descriptor, set, (wanted != 0) != inverted ? flags | bit : flags & ~bit));
}
POSIX(get_inheritable) { return (void)count, get_flag(vm, args[0], F_GETFD, FD_CLOEXEC, true); }
POSIX(set_inheritable) { return (void)count, set_flag(vm, args[0], args[1], F_GETFD, F_SETFD, FD_CLOEXEC, true); }
POSIX(get_blocking) { return (void)count, get_flag(vm, args[0], F_GETFL, O_NONBLOCK, true); }
POSIX(set_blocking) { return (void)count, set_flag(vm, args[0], args[1], F_GETFL, F_SETFL, O_NONBLOCK, true); }
POSIX(fstat) {
    (void)count;
    int descriptor;
    struct stat status;
    if (!stream_of(vm, args[0], STREAM_LOOK, &descriptor)) return VALUE_ERROR;
    if (fstat(descriptor, &status) != 0) return failure(vm);
    if (descriptor <= STDERR_FILENO && !grants_has(vm, GRANT_PROCESS)) status = (struct stat){.st_mode = status.st_mode & S_IFMT}; // it is the host's
    return posix_stat_result(vm, &status);
}
POSIX(fstatvfs) {
    (void)count;
    int descriptor;
    struct statvfs status;
    if (!descriptor_of(vm, args[0], &descriptor)) return VALUE_ERROR;
    return fstatvfs(descriptor, &status) == 0 ? posix_statvfs_result(vm, &status) : failure(vm);
}
POSIX(get_terminal_size) {
    int descriptor = 1;
    struct winsize size;
    if (count ? !stream_of(vm, args[0], STREAM_LOOK, &descriptor) : !grants_need_stream(vm, descriptor, STREAM_LOOK)) return VALUE_ERROR;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? posix_terminal_size(vm, size.ws_col, size.ws_row) : failure(vm);
}
POSIX_NEEDS(PROCESS, sendfile) {
    (void)count;
    int to, from;
    int64_t offset = 0, size;
    if (!descriptor_of(vm, args[0], &to) || !descriptor_of(vm, args[1], &from) || !op_index_int64(vm, args[3], &size, false)) return VALUE_ERROR;
    if (args[2] != VALUE_NONE && !op_index_int64(vm, args[2], &offset, false)) return VALUE_ERROR;
    off_t place = offset;
    ssize_t sent;
    RETRY(sent, sendfile(to, from, args[2] == VALUE_NONE ? NULL : &place, (size_t)size));
    return number(vm, sent);
}
POSIX(copy_file_range) {
    (void)count;
    int from, to;
    int64_t size, offsets[2] = {0, 0};
    if (!descriptor_of(vm, args[0], &from) || !descriptor_of(vm, args[1], &to) || !op_index_int64(vm, args[2], &size, false)) return VALUE_ERROR;
    bool given[2];
    for (int i = 0; i < 2; i++) {
        given[i] = args[3 + i] != VALUE_UNBOUND && args[3 + i] != VALUE_NONE;
        if (given[i] && !op_index_int64(vm, args[3 + i], &offsets[i], false)) return VALUE_ERROR;
    }
    if (size < 0) return raise_value_error(vm, "negative value for 'count' not allowed");
    ssize_t copied;
    RETRY(copied, copy_file_range(from, given[0] ? &offsets[0] : NULL, to, given[1] ? &offsets[1] : NULL, (size_t)size, 0));
    return number(vm, copied);
}
POSIX(posix_fallocate) {
    (void)count;
    int descriptor;
    int64_t offset, size;
    if (!descriptor_of(vm, args[0], &descriptor) || !op_index_int64(vm, args[1], &offset, false) || !op_index_int64(vm, args[2], &size, false)) return VALUE_ERROR;
    int error = posix_fallocate(descriptor, offset, size);
    return error ? raise_system_error(vm, error, VALUE_UNBOUND, VALUE_UNBOUND) : VALUE_NONE;
}
POSIX(lockf) {
    (void)count;
    int descriptor, command, result;
    int64_t size;
    if (!descriptor_of(vm, args[0], &descriptor) || !system_int(vm, args[1], 0, &command) || !op_index_int64(vm, args[2], &size, false)) return VALUE_ERROR;
    RETRY_OR_ASK(result, lockf(descriptor, command, size), lockf(descriptor, command == F_LOCK ? F_TLOCK : command, size), result < 0 && command == F_LOCK && is_locked(errno), grants_need_stream(vm, descriptor, STREAM_LOOK));
    return nothing(vm, result);
}
POSIX_NEEDS(PROCESS, memfd_create) {
    int flags = MFD_CLOEXEC;
    if (!is_str(args[0])) return raise_type_error(vm, "memfd_create() argument 1 must be str, not %T", args[0]);
    if (count > 1 && !system_int(vm, args[1], 0, &flags)) return VALUE_ERROR;
    return number(vm, grants_own(vm, memfd_create(as_str(args[0])->text, (unsigned)flags)));
}
POSIX(device_encoding) {
    (void)count;
    int descriptor;
    if (!stream_of(vm, args[0], STREAM_LOOK, &descriptor)) return VALUE_ERROR;
    return isatty(descriptor) ? str_from_cstring(vm, "UTF-8") : VALUE_NONE;
}

// A list of buffers, written one behind the other.
static Value write_list(VM *vm, Value to, Value buffers, int64_t offset) {
    int descriptor;
    if (!ready_to_write(vm, to, offset, &descriptor)) return VALUE_ERROR;
    Value items = op_to_tuple(vm, buffers);
    if (items == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, items);
    struct iovec parts[64];
    size_t n = as_tuple(items)->count;
    if (n > 64) n = 64; // writing less than all is allowed
    for (size_t i = 0; i < n; i++) {
        const unsigned char *data;
        if (!data_of(vm, as_tuple(items)->items[i], &data, &parts[i].iov_len)) return VALUE_ERROR;
        parts[i].iov_base = (void *)(uintptr_t)data;
    }
    ssize_t written;
    PipeSignal held;
    pipe_signal_hold(vm, &held);
    written = write_parts(vm, descriptor, parts, (int)n, offset);
    pipe_signal_release(&held);
    if (error_is_set(vm)) return VALUE_ERROR;
    return number(vm, written);
}
POSIX(writev) {
    (void)count;
    ROOT_SCOPE(vm);
    Value result = write_list(vm, args[0], args[1], -1);
    ROOT_END(vm);
    return result;
}

const NativeDef posix_descriptor_functions[] = {
    {"close", {posix_close}, 1, 1, 0, "fd", DOC("Close a file descriptor.")},
    {"closerange", {posix_closerange}, 2, 2, 0, NULL, DOC("Closes all file descriptors in [fd_low, fd_high), ignoring errors.")},
    {"read", {posix_read}, 2, 2, 0, NULL, DOC("Read from a file descriptor.  Returns a bytes object.")},
    {"pread", {posix_pread}, 3, 3, 0, NULL, DOC("Read a number of bytes from a file descriptor starting at a particular offset.")},
    {"write", {posix_write}, 2, 2, 0, NULL, DOC("Write a bytes object to a file descriptor.")},
    {"pwrite", {posix_pwrite}, 3, 3, 0, NULL, DOC("Write bytes to a file descriptor starting at a particular offset.")},
    {"writev", {posix_writev}, 2, 2, 0, NULL, DOC("Iterate over buffers, and write the contents of each to a file descriptor.")},
    {"lseek", {posix_lseek}, 3, 3, 0, NULL, DOC("Set the position of a file descriptor.  Return the new position.")},
    {"ftruncate", {posix_ftruncate}, 2, 2, 0, NULL, DOC("Truncate a file, specified by file descriptor, to a specific length.")},
    {"fsync", {posix_fsync}, 1, 1, 0, "fd", DOC("Force write of fd to disk.")},
    {"fdatasync", {posix_fdatasync}, 1, 1, 0, "fd", DOC("Force write of fd to disk without forcing update of metadata.")},
    {"isatty", {posix_isatty}, 1, 1, 0, NULL, DOC("Return True if the fd is connected to a terminal.")},
    {"ttyname", {posix_ttyname}, 1, 1, 0, NULL, DOC("Return the name of the terminal device connected to 'fd'.")},
    {"ctermid", {posix_ctermid}, 0, 0, 0, NULL, DOC("Return the name of the controlling terminal for this process.")},
    {"pipe", {posix_pipe}, 0, 0, 0, NULL, DOC("Create a pipe.")},
    {"pipe2", {posix_pipe2}, 1, 1, 0, NULL, DOC("Create a pipe with flags set atomically.")},
    {"openpty", {posix_openpty}, 0, 0, 0, NULL, DOC("Open a pseudo-terminal.")},
    {"dup", {posix_dup}, 1, 1, 0, NULL, DOC("Return a duplicate of a file descriptor.")},
    {"dup2", {posix_dup2}, 2, 3, 0, "fd fd2 inheritable", DOC("Duplicate file descriptor.")},
    {"get_inheritable", {posix_get_inheritable}, 1, 1, 0, NULL, DOC("Get the close-on-exe flag of the specified file descriptor.")},
    {"set_inheritable", {posix_set_inheritable}, 2, 2, 0, NULL, DOC("Set the inheritable flag of the specified file descriptor.")},
    {"get_blocking", {posix_get_blocking}, 1, 1, 0, NULL, DOC("Get the blocking mode of the file descriptor.")},
    {"set_blocking", {posix_set_blocking}, 2, 2, 0, NULL, DOC("Set the blocking mode of the specified file descriptor.")},
    {"fstat", {posix_fstat}, 1, 1, 0, "fd", DOC("Perform a stat system call on the given file descriptor.")},
    {"fstatvfs", {posix_fstatvfs}, 1, 1, 0, "fd", DOC("Perform an fstatvfs system call on the given fd.")},
    {"get_terminal_size", {posix_get_terminal_size}, 0, 1, 0, NULL, DOC("Return the size of the terminal window as (columns, lines).")},
    {"sendfile", {posix_sendfile}, 4, 4, 0, "out_fd in_fd offset count", DOC("Copy count bytes from file descriptor in_fd to file descriptor out_fd.")},
    {"copy_file_range", {posix_copy_file_range}, 3, 5, 0, "src dst count offset_src offset_dst", DOC("Copy count bytes from one file descriptor to another.")},
    {"posix_fallocate", {posix_posix_fallocate}, 3, 3, 0, NULL, DOC("Ensure a file has allocated at least a particular number of bytes on disk.")},
    {"lockf", {posix_lockf}, 3, 3, 0, NULL, DOC("Apply, test or remove a POSIX lock on an open file descriptor.")},
    {"memfd_create", {posix_memfd_create}, 1, 2, 0, NULL, DOC(NULL)},
    {"device_encoding", {posix_device_encoding}, 1, 1, 0, "fd", DOC("Return a string describing the encoding of a terminal's file descriptor.")},
    {0},
};
