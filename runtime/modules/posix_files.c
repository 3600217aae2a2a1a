#define _GNU_SOURCE // AT_EACCESS, pipe2 and others
#include "runtime/grants.h"
#include "runtime/modules/posix.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <sys/sysmacros.h>
#include <unistd.h>

// Most functions take one path, a dir_fd= and make one call: with (folder, name), or with path.descriptor if name is NULL.
typedef struct PathCall {
    SystemPath path;
    GrantedPlace place;
    int folder;
    const char *name;
    int no_follow; // for flags: AT_SYMLINK_NOFOLLOW, or 0
} PathCall;

static const uint32_t LOOK = GRANT_BIT(READ) | GRANT_BIT(WRITE); // what is there may be looked at where it may be read or written

// needs, how: grants_place's. After it `done`, or place_leave.
static bool take(VM *vm, const char *function, const char *argument, Value path, unsigned allowed, Value folder, uint32_t needs, unsigned how, PathCall *out) {
    if (!system_path(vm, path, function, argument, allowed, &out->path) || !system_folder(vm, folder, &out->folder)) return false;
    if (out->path.descriptor >= 0 && out->folder != AT_FDCWD) return raise_value_error(vm, "%s: can't specify dir_fd without matching path", function), false;
    out->place.held = out->place.held_itself = -1;
    out->name = NULL;
    if (!out->path.text) return !(needs == GRANT_BIT(WRITE)) || grants_need_writable(vm, out->path.descriptor);
    if (!grants_place(vm, needs, how, out->folder, out->path.text, out->path.object, &out->place)) return false;
    out->folder = out->place.folder, out->name = out->place.name;
    out->no_follow = how & PLACE_FOLLOW ? out->place.at_no_follow : AT_SYMLINK_NOFOLLOW;
    return true;
}
static Value done(VM *vm, int result, PathCall *c) {
    place_leave(&c->place);
    return result == 0 ? VALUE_NONE : raise_system_error(vm, errno, c->path.object, VALUE_UNBOUND);
}
// A truth argument that may be absent.
static bool flag(VM *vm, Value v, bool fallback, bool *out) {
    int answer = v == VALUE_UNBOUND ? fallback : op_truth(vm, v);
    *out = answer > 0;
    return answer >= 0;
}

// The body of a native that needs roots: `statements` set `result`.
#define ROOTED(statements)                                                                                             \
    Value result = VALUE_ERROR;                                                                                        \
    (void)count;                                                                                                       \
    ROOT_SCOPE(vm);                                                                                                    \
    statements ROOT_END(vm);                                                                                           \
    return result

// ---- stat ----------------------------------------------------------------------------------------------------------

static Value stat_path(VM *vm, const char *function, Value path, Value folder, bool follow) {
    PathCall c;
    struct stat status;
    if (!take(vm, function, "path", path, follow ? PATH_OR_DESCRIPTOR : 0, folder, LOOK, PLACE_ANY | (follow ? PLACE_FOLLOW : 0), &c)) return VALUE_ERROR;
    int failed = !c.name ? fstat(c.path.descriptor, &status) : fstatat(c.folder, c.name, &status, c.no_follow);
    return done(vm, failed, &c) == VALUE_ERROR ? VALUE_ERROR : posix_stat_result(vm, &status);
}
POSIX(stat) {
    bool follow;
    if (!flag(vm, args[2], true, &follow)) return VALUE_ERROR;
    ROOTED(result = stat_path(vm, "stat", args[0], args[1], follow););
}
POSIX(lstat) { ROOTED(result = stat_path(vm, "lstat", args[0], args[1], false);); }
POSIX(statvfs) {
    ROOTED({
        PathCall c;
        struct statvfs status;
        if (take(vm, "statvfs", "path", args[0], PATH_OR_DESCRIPTOR, VALUE_UNBOUND, LOOK, PLACE_ANY | PLACE_FOLLOW | PLACE_ITSELF, &c)) {
            int failed = !c.name ? fstatvfs(c.path.descriptor, &status) : statvfs(c.name, &status);
            result = done(vm, failed, &c) == VALUE_ERROR ? VALUE_ERROR : posix_statvfs_result(vm, &status);
        }
    });
}
POSIX(access) {
    bool effective, follow;
    int mode;
    if (!system_int(vm, args[1], 0, &mode) || !flag(vm, args[3], false, &effective) || !flag(vm, args[4], true, &follow)) return VALUE_ERROR;
    ROOTED({
        PathCall c;
        if (take(vm, "access", "path", args[0], 0, args[2], LOOK, PLACE_ANY | (follow ? PLACE_FOLLOW : 0), &c)) {
            result = from_bool(faccessat(c.folder, c.name, mode, (effective ? AT_EACCESS : 0) | c.no_follow) == 0);
            if (result == VALUE_TRUE && ((mode & W_OK && !(c.place.access & GRANT_BIT(WRITE))) || (mode & R_OK && !(c.place.access & GRANT_BIT(READ))))) result = VALUE_FALSE;
            place_leave(&c.place);
        } else if (error_matches(vm, vm->types.OSError)) { // as for what is not there
            error_clear(vm);
            result = VALUE_FALSE;
        }
    });
}
// For os.path: whether there is anything, a folder, a file: 0 nothing, else the kind bits of st_mode. Never an OSError.
POSIX(kind) {
    ROOTED({
        PathCall c;
        struct stat status;
        bool follow = count < 2 || args[1] == VALUE_TRUE;
        if (take(vm, follow ? "stat" : "lstat", "path", args[0], follow ? PATH_OR_DESCRIPTOR : 0, VALUE_UNBOUND, LOOK, PLACE_ANY | (follow ? PLACE_FOLLOW : 0), &c)) {
            int failed = !c.name ? fstat(c.path.descriptor, &status) : fstatat(c.folder, c.name, &status, c.no_follow);
            place_leave(&c.place);
            result = from_small_int(failed ? 0 : (int64_t)(status.st_mode & S_IFMT));
        } else if (error_matches(vm, vm->types.ValueError) || error_matches(vm, vm->types.OSError)) { // embedded null, or not granted: no such file
            error_clear(vm);
            result = from_small_int(0);
        }
    });
}

// ---- folders ---------------------------------------------------------------------------------------------------------

// The entries of a folder: names (with_types: pairs of name and d_type).
static Value read_folder(VM *vm, PathCall *c, bool with_types) {
    SystemPath *path = &c->path;
    int copy = !c->name ? dup(path->descriptor) : openat(c->folder, c->name, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC | c->place.no_follow);
    place_leave(&c->place);
    DIR *folder = copy >= 0 ? fdopendir(copy) : NULL;
    if (!folder) {
        int error = errno;
        if (copy >= 0) close(copy);
        return raise_system_error(vm, error, path->object, VALUE_UNBOUND);
    }
    if (!c->name) rewinddir(folder);
    Value list = list_new(vm, NULL, 0);
    while (list != VALUE_ERROR) {
        errno = 0;
        struct dirent *entry = readdir(folder);
        if (!entry && errno) list = raise_system_error(vm, errno, path->object, VALUE_UNBOUND);
        if (!entry) break;
        const char *name = entry->d_name;
        if (name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]))) continue;
        Value item = system_text_like(vm, path, name, strlen(name));
        if (item != VALUE_ERROR && with_types) item = tuple_pack(vm, 3, item, from_small_int(entry->d_type), from_small_int((int64_t)entry->d_ino));
        if (item == VALUE_ERROR || !list_append(vm, as_list(list), item)) list = VALUE_ERROR;
    }
    closedir(folder);
    if (list != VALUE_ERROR && vm->config.deterministic && !list_sort(vm, as_list(list), VALUE_NONE, false)) return VALUE_ERROR;
    return list;
}
static Value list_folder(VM *vm, Value *args, uint32_t count, const char *function, bool with_types) {
    ROOTED({
        PathCall c;
        if (take(vm, function, "path", args[0], PATH_OR_DESCRIPTOR | PATH_OR_NONE, VALUE_UNBOUND, GRANT_BIT(READ), PLACE_FOLLOW, &c)) result = read_folder(vm, &c, with_types);
    });
}
POSIX(listdir) { return list_folder(vm, args, count, "listdir", false); }
POSIX(scan) { return list_folder(vm, args, count, "scandir", true); }
POSIX(mkdir) {
    int mode;
    if (!system_int(vm, args[1], 0777, &mode)) return VALUE_ERROR;
    ROOTED({
        PathCall c;
        if (take(vm, "mkdir", "path", args[0], 0, args[2], GRANT_BIT(WRITE), 0, &c)) result = done(vm, mkdirat(c.folder, c.name, (mode_t)mode), &c);
    });
}
static Value unlink_path(VM *vm, Value *args, uint32_t count, const char *function, int flags) {
    ROOTED({
        PathCall c;
        if (take(vm, function, "path", args[0], 0, args[1], GRANT_BIT(WRITE), 0, &c)) result = done(vm, unlinkat(c.folder, c.name, flags), &c);
    });
}
POSIX(rmdir) { return unlink_path(vm, args, count, "rmdir", AT_REMOVEDIR); }
POSIX(unlink) { return unlink_path(vm, args, count, "unlink", 0); }
POSIX(remove) { return unlink_path(vm, args, count, "remove", 0); }
POSIX_NEEDS(PROCESS, chdir) {
    ROOTED({
        PathCall c;
        if (take(vm, "chdir", "path", args[0], PATH_OR_DESCRIPTOR, VALUE_UNBOUND, LOOK, PLACE_ANY | PLACE_FOLLOW | PLACE_ITSELF, &c))
            result = done(vm, !c.name ? fchdir(c.path.descriptor) : chdir(c.name), &c);
    });
}
POSIX_NEEDS(PROCESS, fchdir) {
    (void)count;
    int descriptor;
    if (!system_descriptor(vm, args[0], &descriptor)) return VALUE_ERROR;
    return fchdir(descriptor) == 0 ? VALUE_NONE : raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND);
}
POSIX_NEEDS(PROCESS, chroot) {
    ROOTED({
        PathCall c;
        if (take(vm, "chroot", "path", args[0], 0, VALUE_UNBOUND, LOOK, PLACE_FOLLOW | PLACE_ITSELF, &c)) result = done(vm, chroot(c.name), &c);
    });
}
static Value working_folder(VM *vm, bool as_bytes) {
    char *text = getcwd(NULL, 0);
    if (!text) return raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND);
    GrantedPlace place; // what may be read may be known
    if (!grants_has(vm, GRANT_PROCESS) && !grants_find_place(vm, LOOK, PLACE_ANY, AT_FDCWD, text, &place)) {
        free(text);
        return grants_refuse(vm, GRANT_PROCESS, "os.getcwd"), VALUE_ERROR;
    }
    if (!grants_has(vm, GRANT_PROCESS)) place_leave(&place);
    Value result = as_bytes ? bytes_new(vm, text, strlen(text)) : system_text(vm, text);
    free(text);
    return result;
}
POSIX(getcwd) { return UNUSED_ARGUMENTS, working_folder(vm, false); }
POSIX(getcwdb) { return UNUSED_ARGUMENTS, working_folder(vm, true); }

// ---- names: renaming and links -----------------------------------------------------------------------------------------

// Two paths, each with its dir_fd=. After it `both_done`.
static bool take_both(VM *vm, const char *function, Value *args, bool follow, PathCall *from, PathCall *to) {
    if (!take(vm, function, "src", args[0], 0, args[2], GRANT_BIT(WRITE), follow ? PLACE_FOLLOW : 0, from)) return false;
    if (take(vm, function, "dst", args[1], 0, args[3], GRANT_BIT(WRITE), 0, to)) {
        if (!(to->place.access & GRANT_BIT(READ) & ~from->place.access)) return true; // what may not be read where it is may not be read there, either
        char at[PATH_MAX];
        strcpy(at, from->place.at);
        place_leave(&to->place), place_leave(&from->place);
        if (!grants_place(vm, GRANT_BIT(READ), 0, AT_FDCWD, at, from->path.object, &from->place)) return false;
        return place_leave(&from->place), raise_system_error(vm, EAGAIN, from->path.object, VALUE_UNBOUND), false; // somebody has moved it meanwhile
    }
    place_leave(&from->place);
    return false;
}
static Value both_done(VM *vm, int failed, PathCall *from, PathCall *to) {
    place_leave(&from->place), place_leave(&to->place);
    return failed ? raise_system_error(vm, errno, from->path.object, to->path.object) : VALUE_NONE;
}
static Value rename_path(VM *vm, Value *args, uint32_t count, const char *function) {
    ROOTED({
        PathCall from;
        PathCall to;
        if (take_both(vm, function, args, false, &from, &to)) result = both_done(vm, renameat(from.folder, from.name, to.folder, to.name), &from, &to);
    });
}
POSIX(rename) { return rename_path(vm, args, count, "rename"); }
POSIX(replace) { return rename_path(vm, args, count, "replace"); }
POSIX(link) {
    bool follow;
    if (!flag(vm, args[4], true, &follow)) return VALUE_ERROR;
    follow = follow && args[4] != VALUE_UNBOUND;
    ROOTED({
        PathCall from;
        PathCall to;
        if (take_both(vm, "link", args, follow, &from, &to)) {
            int flags = follow && !from.no_follow ? AT_SYMLINK_FOLLOW : 0;
            result = both_done(vm, linkat(from.folder, from.name, to.folder, to.name, flags), &from, &to);
        }
    });
}
POSIX(symlink) {
    ROOTED({
        SystemPath from;
        PathCall to;
        if (system_path(vm, args[0], "symlink", "src", 0, &from) && take(vm, "symlink", "dst", args[1], 0, args[3], GRANT_BIT(WRITE), 0, &to)) {
            int failed = symlinkat(from.text, to.folder, to.name);
            place_leave(&to.place);
            result = failed ? raise_system_error(vm, errno, from.object, to.path.object) : VALUE_NONE;
        }
    });
}
POSIX(readlink) {
    ROOTED({
        PathCall c;
        char text[PATH_MAX + 1];
        if (take(vm, "readlink", "path", args[0], 0, args[1], GRANT_BIT(READ), 0, &c)) {
            ssize_t size = readlinkat(c.folder, c.name, text, sizeof text);
            result = done(vm, size < 0, &c) == VALUE_ERROR ? VALUE_ERROR : system_text_like(vm, &c.path, text, (size_t)size);
        }
    });
}

// ---- modes, owners, times ------------------------------------------------------------------------------------------------

POSIX(chmod) {
    int mode;
    bool follow;
    if (!system_int(vm, args[1], 0, &mode) || !flag(vm, args[3], true, &follow) || !grants_allow_mode(vm, mode)) return VALUE_ERROR;
    ROOTED({
        PathCall c;
        if (take(vm, "chmod", "path", args[0], PATH_OR_DESCRIPTOR, args[2], GRANT_BIT(WRITE), follow ? PLACE_FOLLOW | PLACE_ITSELF : 0, &c)) {
            int failed = !c.name ? fchmod(c.path.descriptor, (mode_t)mode) : fchmodat(c.folder, c.name, (mode_t)mode, follow ? 0 : AT_SYMLINK_NOFOLLOW);
            bool is_unavailable = failed && errno == ENOTSUP && !follow;
            result = done(vm, is_unavailable ? 0 : failed, &c);
            if (is_unavailable) result = raise_error(vm, vm->types.NotImplementedError, "chmod: follow_symlinks unavailable on this platform");
        }
    });
}
POSIX(fchmod) {
    (void)count;
    int descriptor, mode;
    if (!system_descriptor(vm, args[0], &descriptor) || !system_int(vm, args[1], 0, &mode) || !grants_need_writable(vm, descriptor) || !grants_allow_mode(vm, mode)) return VALUE_ERROR;
    return fchmod(descriptor, (mode_t)mode) == 0 ? VALUE_NONE : raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND);
}
// uid_t and gid_t: -1 leaves as it is.
static bool owner(VM *vm, Value v, const char *what, unsigned *out) {
    int64_t id;
    if (!is_int(v)) return raise_type_error(vm, "%s should be integer, not %T", what, v), false;
    if (!int_to_int64(v, &id) || id > UINT32_MAX) return raise_overflow_error(vm, "%s is greater than maximum", what), false;
    if (id < -1) return raise_overflow_error(vm, "%s is less than minimum", what), false;
    *out = (unsigned)id;
    return true;
}
static Value change_owner(VM *vm, const char *function, Value *args, Value folder, bool follow) {
    PathCall c;
    unsigned user, group;
    if (!grants_allow(vm, GRANT_PROCESS, "changing a file's owner") || !owner(vm, args[1], "uid", &user) || !owner(vm, args[2], "gid", &group) || !take(vm, function, "path", args[0], follow ? PATH_OR_DESCRIPTOR : 0, folder, GRANT_BIT(WRITE), follow ? PLACE_FOLLOW : 0, &c))
        return VALUE_ERROR;
    int failed = !c.name ? fchown(c.path.descriptor, user, group) : fchownat(c.folder, c.name, user, group, c.no_follow);
    return done(vm, failed, &c);
}
POSIX(chown) {
    bool follow;
    if (!flag(vm, args[4], true, &follow)) return VALUE_ERROR;
    ROOTED(result = change_owner(vm, "chown", args, args[3], follow););
}
POSIX(lchown) { ROOTED(result = change_owner(vm, "lchown", args, VALUE_UNBOUND, false);); }
POSIX(fchown) { ROOTED(result = change_owner(vm, "fchown", args, VALUE_UNBOUND, true);); }

// Seconds (int or float) as a timespec, floats rounded down.
static bool seconds(VM *vm, Value v, struct timespec *out) {
    if (is_float(v)) {
        double d = float_value(v), whole = floor(d);
        if (isnan(d)) return raise_value_error(vm, "Invalid value NaN (not a number)"), false;
        if (fabs(d) > 9e18) return raise_overflow_error(vm, "timestamp out of range for platform time_t"), false;
        out->tv_sec = (time_t)whole, out->tv_nsec = (long)floor((d - whole) * 1e9);
        if (out->tv_nsec > 999999999) out->tv_sec++, out->tv_nsec = 0;
        return true;
    }
    int64_t wide;
    if (!op_index_int64(vm, v, &wide, false)) return false;
    out->tv_sec = wide, out->tv_nsec = 0;
    return true;
}
static bool nanoseconds(VM *vm, Value v, struct timespec *out) {
    int64_t wide;
    if (!op_index_int64(vm, v, &wide, false)) return false;
    out->tv_sec = wide / 1000000000, out->tv_nsec = wide % 1000000000;
    if (out->tv_nsec < 0) out->tv_sec--, out->tv_nsec += 1000000000;
    return true;
}
static bool two_times(VM *vm, Value times, Value ns, struct timespec out[2]) {
    bool has_times = times != VALUE_UNBOUND && times != VALUE_NONE;
    if (has_times && ns != VALUE_UNBOUND) return raise_value_error(vm, "utime: you may specify either 'times' or 'ns' but not both"), false;
    if (!has_times && ns == VALUE_UNBOUND) {
        out[0].tv_nsec = out[1].tv_nsec = UTIME_NOW, out[0].tv_sec = out[1].tv_sec = 0;
        return true;
    }
    Value pair = has_times ? times : ns;
    if (!is_tuple(pair) || as_tuple(pair)->count != 2) {
        raise_type_error(vm, has_times ? "utime: 'times' must be either a tuple of two ints or None" : "utime: 'ns' must be a tuple of two ints");
        return false;
    }
    bool (*read)(VM *, Value, struct timespec *) = has_times ? seconds : nanoseconds;
    return read(vm, as_tuple(pair)->items[0], &out[0]) && read(vm, as_tuple(pair)->items[1], &out[1]);
}
POSIX(utime) {
    bool follow;
    struct timespec times[2];
    if (!two_times(vm, args[1], args[2], times) || !flag(vm, args[4], true, &follow)) return VALUE_ERROR;
    ROOTED({
        PathCall c;
        if (take(vm, "utime", "path", args[0], PATH_OR_DESCRIPTOR, args[3], GRANT_BIT(WRITE), follow ? PLACE_FOLLOW : 0, &c)) {
            int failed = !c.name ? futimens(c.path.descriptor, times) : utimensat(c.folder, c.name, times, c.no_follow);
            result = done(vm, failed, &c);
        }
    });
}
POSIX(mkfifo) {
    int mode;
    if (!system_int(vm, args[1], 0666, &mode) || !grants_allow_mode(vm, mode)) return VALUE_ERROR;
    ROOTED({
        PathCall c;
        if (take(vm, "mkfifo", "path", args[0], 0, args[2], GRANT_BIT(WRITE), 0, &c)) result = done(vm, mkfifoat(c.folder, c.name, (mode_t)mode), &c);
    });
}
POSIX(mknod) {
    int mode, device;
    if (!system_int(vm, args[1], 0600, &mode) || !system_int(vm, args[2], 0, &device) || !grants_allow_mode(vm, mode)) return VALUE_ERROR;
    if ((S_ISCHR(mode) || S_ISBLK(mode)) && !grants_allow(vm, GRANT_PROCESS, "making a device")) return VALUE_ERROR; // it could be the memory
    ROOTED({
        PathCall c;
        if (take(vm, "mknod", "path", args[0], 0, args[3], GRANT_BIT(WRITE), 0, &c)) result = done(vm, mknodat(c.folder, c.name, (mode_t)mode, (dev_t)device), &c);
    });
}
POSIX(truncate) {
    int64_t size;
    if (!op_index_int64(vm, args[1], &size, false)) return VALUE_ERROR;
    ROOTED({
        PathCall c;
        if (take(vm, "truncate", "path", args[0], PATH_OR_DESCRIPTOR, VALUE_UNBOUND, GRANT_BIT(WRITE), PLACE_FOLLOW | PLACE_ITSELF, &c))
            result = done(vm, !c.name ? ftruncate(c.path.descriptor, size) : truncate(c.name, size), &c);
    });
}
POSIX(open) {
    int flags, mode, descriptor;
    if (!system_int(vm, args[1], 0, &flags) || !system_int(vm, args[2], 0777, &mode) || (flags & O_CREAT && !grants_allow_mode(vm, mode))) return VALUE_ERROR;
    ROOTED({
        PathCall c;
        if (take(vm, "open", "path", args[0], 0, args[3], grants_for_flags(flags), flags & O_NOFOLLOW || (flags & (O_CREAT | O_EXCL)) == (O_CREAT | O_EXCL) ? 0 : PLACE_FOLLOW, &c)) {
            descriptor = wait_openat(vm, c.folder, c.name, flags | O_CLOEXEC | c.place.no_follow, (unsigned)mode);
            place_leave(&c.place);
            descriptor = grants_own(vm, descriptor);
            if (descriptor >= 0) result = from_small_int(descriptor);
            else if (!error_is_set(vm)) raise_system_error(vm, errno, c.path.object, VALUE_UNBOUND);
        }
    });
}
// Writes the normal form of a path (os.path.normpath) to `out`, which has room for size + 1; returns its size. Two leading slashes stay two (POSIX), any other number is one.
static size_t normal_path(const char *path, size_t size, char *out) {
    size_t root = size && path[0] == '/' ? size > 1 && path[1] == '/' && !(size > 2 && path[2] == '/') ? 2 : 1 : 0, used = root;
    memcpy(out, "//", root);
    for (size_t at = root, end; at < size; at = end + 1) {
        const char *slash = memchr(path + at, '/', size - at);
        end = slash ? (size_t)(slash - path) : size;
        size_t part = end - at;
        if (!part || (part == 1 && path[at] == '.')) continue;
        bool is_up = part == 2 && path[at] == '.' && path[at + 1] == '.';
        size_t last = used; // where the part before begins
        while (last > root && out[last - 1] != '/') last--;
        bool may_leave = used > root && !(used - last == 2 && out[last] == '.' && out[last + 1] == '.');
        if (is_up && may_leave) {
            used = last > root ? last - 1 : root;
            continue;
        }
        if (is_up && root) continue;
        if (used > root) out[used++] = '/';
        memcpy(out + used, path + at, part);
        used += part;
    }
    if (!used) out[used++] = '.';
    return used;
}
POSIX(path_normpath) {
    (void)count;
    bool is_text = is_str(args[0]);
    if (!is_text && !is_bytes(args[0])) return raise_type_error(vm, "expected str or bytes, not %T", args[0]);
    const char *path = is_text ? as_str(args[0])->text : (const char *)as_bytes(args[0])->data;
    size_t size = is_text ? as_str(args[0])->size : as_bytes(args[0])->size;
    char few[512], *out = size < sizeof few ? few : malloc(size + 1);
    if (!out) return raise_memory_error(vm);
    size = normal_path(path, size, out);
    Value result = is_text ? str_new(vm, out, size) : bytes_new(vm, out, size);
    if (out != few) free(out);
    return result;
}

// The str or bytes of a path (os.fspath).
POSIX(fspath) {
    (void)count;
    if (is_str(args[0]) || is_bytes(args[0])) return args[0];
    Value path = call_special(vm, args[0], vm->names.__fspath__, NULL, 0);
    if (path == VALUE_UNBOUND) return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %U", value_type(vm, args[0])->name);
    if (path == VALUE_ERROR || is_str(path) || is_bytes(path)) return path;
    return raise_type_error(vm, "expected %T.__fspath__() to return str or bytes, not %T", args[0], path);
}
POSIX_NEEDS(PROCESS, sync) { return UNUSED_ARGUMENTS, (void)vm, sync(), VALUE_NONE; }
POSIX(major) {
    (void)count;
    int64_t device;
    return op_index_int64(vm, args[0], &device, false) ? from_small_int(major((dev_t)device)) : VALUE_ERROR;
}
POSIX(minor) {
    (void)count;
    int64_t device;
    return op_index_int64(vm, args[0], &device, false) ? from_small_int(minor((dev_t)device)) : VALUE_ERROR;
}
POSIX(makedev) {
    (void)count;
    int upper, lower;
    return system_int(vm, args[0], 0, &upper) && system_int(vm, args[1], 0, &lower) ? int_from_uint64(vm, makedev((unsigned)upper, (unsigned)lower)) : VALUE_ERROR;
}

const NativeDef posix_file_functions[] = {
    {"stat", {posix_stat}, 1, 1, 0, "path * dir_fd follow_symlinks", DOC("Perform a stat system call on the given path.")},
    {"lstat", {posix_lstat}, 1, 1, 0, "path * dir_fd", DOC("Perform a stat system call on the given path, without following symbolic links.")},
    {"statvfs", {posix_statvfs}, 1, 1, 0, "path", DOC("Perform a statvfs system call on the given path.")},
    {"access", {posix_access}, 2, 2, 0, "path mode * dir_fd effective_ids follow_symlinks", DOC("Use the real uid/gid to test for access to a path.")},
    {"_kind", {posix_kind}, 1, 2, 0, NULL, DOC(NULL)},
    {"listdir", {posix_listdir}, 0, 1, 0, "path", DOC("Return a list containing the names of the files in the directory.")},
    {"_scan", {posix_scan}, 0, 1, 0, "path", DOC(NULL)},
    {"mkdir", {posix_mkdir}, 1, 2, 0, "path mode * dir_fd", DOC("Create a directory.")},
    {"rmdir", {posix_rmdir}, 1, 1, 0, "path * dir_fd", DOC("Remove a directory.")},
    {"unlink", {posix_unlink}, 1, 1, 0, "path * dir_fd", DOC("Remove a file (same as remove()).")},
    {"remove", {posix_remove}, 1, 1, 0, "path * dir_fd", DOC("Remove a file (same as unlink()).")},
    {"chdir", {posix_chdir}, 1, 1, 0, "path", DOC("Change the current working directory to the specified path.")},
    {"fchdir", {posix_fchdir}, 1, 1, 0, "fd", DOC("Change to the directory of the given file descriptor.")},
    {"chroot", {posix_chroot}, 1, 1, 0, "path", DOC("Change root directory to path.")},
    {"getcwd", {posix_getcwd}, 0, 0, 0, NULL, DOC("Return a unicode string representing the current working directory.")},
    {"getcwdb", {posix_getcwdb}, 0, 0, 0, NULL, DOC("Return a bytes string representing the current working directory.")},
    {"rename", {posix_rename}, 2, 2, 0, "src dst * src_dir_fd dst_dir_fd", DOC("Rename a file or directory.")},
    {"replace", {posix_replace}, 2, 2, 0, "src dst * src_dir_fd dst_dir_fd", DOC("Rename a file or directory, overwriting the destination.")},
    {"link", {posix_link}, 2, 2, 0, "src dst * src_dir_fd dst_dir_fd follow_symlinks", DOC("Create a hard link to a file.")},
    {"symlink", {posix_symlink}, 2, 3, 0, "src dst target_is_directory * dir_fd", DOC("Create a symbolic link pointing to src named dst.")},
    {"readlink", {posix_readlink}, 1, 1, 0, "path * dir_fd", DOC("Return a string representing the path to which the symbolic link points.")},
    {"chmod", {posix_chmod}, 2, 2, 0, "path mode * dir_fd follow_symlinks", DOC("Change the access permissions of a file.")},
    {"fchmod", {posix_fchmod}, 2, 2, 0, "fd mode", DOC("Change the access permissions of the file given by file descriptor fd.")},
    {"chown", {posix_chown}, 3, 3, 0, "path uid gid * dir_fd follow_symlinks", DOC("Change the owner and group id of path to the numeric uid and gid.")},
    {"lchown", {posix_lchown}, 3, 3, 0, "path uid gid", DOC("Change the owner and group id of path, without following symbolic links.")},
    {"fchown", {posix_fchown}, 3, 3, 0, "fd uid gid", DOC("Change the owner and group id of the file specified by file descriptor.")},
    {"utime", {posix_utime}, 1, 2, 0, "path times * ns dir_fd follow_symlinks", DOC("Set the access and modified time of path.")},
    {"mkfifo", {posix_mkfifo}, 1, 2, 0, "path mode * dir_fd", DOC("Create a \"fifo\" (a POSIX named pipe).")},
    {"mknod", {posix_mknod}, 1, 3, 0, "path mode device * dir_fd", DOC("Create a node in the file system.")},
    {"truncate", {posix_truncate}, 2, 2, 0, "path length", DOC("Truncate a file, specified by path, to a specific length.")},
    {"open", {posix_open}, 2, 3, 0, "path flags mode * dir_fd", DOC("Open a file for low level IO.  Returns a file descriptor (integer).")},
    {"_path_normpath", {posix_path_normpath}, 1, 1, 0, NULL, DOC(NULL)},
    {"fspath", {posix_fspath}, 1, 1, 0, "path", DOC("Return the file system path representation of the object.")},
    {"sync", {posix_sync}, 0, 0, 0, NULL, DOC("Force write of everything to disk.")},
    {"major", {posix_major}, 1, 1, 0, NULL, DOC("Extracts a device major number from a raw device number.")},
    {"minor", {posix_minor}, 1, 1, 0, NULL, DOC("Extracts a device minor number from a raw device number.")},
    {"makedev", {posix_makedev}, 2, 2, 0, NULL, DOC("Composes a raw device number from the major and minor device numbers.")},
    {0},
};
