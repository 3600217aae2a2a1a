#define _GNU_SOURCE // O_PATH, O_TMPFILE, RTLD_DEEPBIND
#include "runtime/grants.h"
#include "runtime/modules/posix.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/struct_sequence.h"
#include <dlfcn.h>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <sysexits.h>
#include <unistd.h>

// ---- stat_result, statvfs_result, terminal_size ------------------------------------------------------------------------------

#define ITEM(n, name) {name, struct_item_##n, struct_item_set}
enum { STAT_VISIBLE = 10, STAT_ITEMS = 19 };
// The tuple has whole seconds; the attributes of the same names are floats, hidden behind them.
static const GetSetDef stat_getset[] = {ITEM(0, "st_mode"),       ITEM(1, "st_ino"),          ITEM(2, "st_dev"),          ITEM(3, "st_nlink"),     ITEM(4, "st_uid"),
                                        ITEM(5, "st_gid"),        ITEM(6, "st_size"),         ITEM(10, "st_atime"),       ITEM(11, "st_mtime"),    ITEM(12, "st_ctime"),
                                        ITEM(13, "st_atime_ns"),  ITEM(14, "st_mtime_ns"),    ITEM(15, "st_ctime_ns"),    ITEM(16, "st_blksize"), ITEM(17, "st_blocks"),
                                        ITEM(18, "st_rdev"),      {0}};
static Value stat_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value made = struct_sequence_construct(vm, type, args, count, keyword_names, STAT_VISIBLE, STAT_ITEMS);
    for (int i = 0; made != VALUE_ERROR && i < 3; i++) { // without floats of their own, the whole seconds
        Tuple *tuple = as_tuple(made);
        if (tuple->items[10 + i] == VALUE_NONE) tuple->items[10 + i] = tuple->items[7 + i];
    }
    return made;
}
static const TypeSpec stat_spec = {
    .name = "os.stat_result",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, stat_construct), SLOT(trace, struct_sequence_trace)),
    .methods = struct_sequence_methods,
    .getset = stat_getset,
    .doc = TYPE_DOC("stat_result: Result from stat, fstat, or lstat."),
};
enum { STATVFS_VISIBLE = 10, STATVFS_ITEMS = 11 };
static const GetSetDef statvfs_getset[] = {ITEM(0, "f_bsize"), ITEM(1, "f_frsize"), ITEM(2, "f_blocks"), ITEM(3, "f_bfree"), ITEM(4, "f_bavail"), ITEM(5, "f_files"),
                                           ITEM(6, "f_ffree"), ITEM(7, "f_favail"), ITEM(8, "f_flag"),   ITEM(9, "f_namemax"), ITEM(10, "f_fsid"),   {0}};
static Value statvfs_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    return struct_sequence_construct(vm, type, args, count, keyword_names, STATVFS_VISIBLE, STATVFS_ITEMS);
}
static const TypeSpec statvfs_spec = {
    .name = "os.statvfs_result",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, statvfs_construct), SLOT(trace, struct_sequence_trace)),
    .methods = struct_sequence_methods,
    .getset = statvfs_getset,
};
static const GetSetDef terminal_getset[] = {ITEM(0, "columns"), ITEM(1, "lines"), {0}};
static Value terminal_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    return struct_sequence_construct(vm, type, args, count, keyword_names, 2, 2);
}
static const TypeSpec terminal_spec = {
    .name = "os.terminal_size",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, terminal_construct)),
    .methods = struct_sequence_methods,
    .getset = terminal_getset,
    .doc = TYPE_DOC("A tuple of (columns, lines) for holding terminal window size"),
};

// The module's state: a tuple of its types.
enum { TYPE_STAT, TYPE_STATVFS, TYPE_TERMINAL, TYPE_COUNT };
static Type *type_of(VM *vm, int which) { return (Type *)as_object(as_tuple(vm->slots_for_modules[MODULE_SLOT_POSIX])->items[which]); }

static Value time_of(VM *vm, const struct timespec *t) { return float_from_double(vm, (double)t->tv_sec + 1e-9 * (double)t->tv_nsec); }
static Value nanoseconds_of(VM *vm, const struct timespec *t) { // a file's time may be thousands of years away
    Value whole = int_binary(vm, SLOT_MULT, from_small_int(t->tv_sec), from_small_int(1000000000));
    return whole == VALUE_ERROR ? VALUE_ERROR : int_binary(vm, SLOT_ADD, whole, from_small_int(t->tv_nsec));
}
Value posix_stat_result(VM *vm, const struct stat *s) {
    static const struct timespec never;
    bool has_clock = grants_has(vm, GRANT_CLOCK); // a file that was just written tells the time
    const struct timespec *times[3] = {has_clock ? &s->st_atim : &never, has_clock ? &s->st_mtim : &never, has_clock ? &s->st_ctim : &never};
    Value items[STAT_ITEMS] = {from_small_int(s->st_mode), int_from_uint64(vm, s->st_ino), int_from_uint64(vm, s->st_dev), int_from_uint64(vm, s->st_nlink),
                               from_small_int(s->st_uid),  from_small_int(s->st_gid),      from_small_int(s->st_size)};
    for (int i = 0; i < 3; i++) items[7 + i] = from_small_int(times[i]->tv_sec), items[10 + i] = time_of(vm, times[i]), items[13 + i] = nanoseconds_of(vm, times[i]);
    items[16] = from_small_int(s->st_blksize), items[17] = from_small_int(s->st_blocks), items[18] = int_from_uint64(vm, s->st_rdev);
    return struct_sequence_new_hidden(vm, type_of(vm, TYPE_STAT), items, STAT_VISIBLE, STAT_ITEMS);
}
Value posix_statvfs_result(VM *vm, const struct statvfs *s) {
    const uint64_t numbers[STATVFS_ITEMS] = {s->f_bsize, s->f_frsize, s->f_blocks, s->f_bfree, s->f_bavail, s->f_files, s->f_ffree, s->f_favail, s->f_flag, s->f_namemax, s->f_fsid};
    Value items[STATVFS_ITEMS];
    for (int i = 0; i < STATVFS_ITEMS; i++) items[i] = int_from_uint64(vm, numbers[i]);
    return struct_sequence_new_hidden(vm, type_of(vm, TYPE_STATVFS), items, STATVFS_VISIBLE, STATVFS_ITEMS);
}
Value posix_terminal_size(VM *vm, int columns, int lines) {
    return struct_sequence_new(vm, type_of(vm, TYPE_TERMINAL), (const Value[]){from_small_int(columns), from_small_int(lines)}, 2);
}

// ---- constants ---------------------------------------------------------------------------------------------------------------

#define C(name) {#name, name}
static const SystemConstant constants[] = {
    C(F_OK), C(R_OK), C(W_OK), C(X_OK), C(O_RDONLY), C(O_WRONLY), C(O_RDWR), C(O_NONBLOCK), C(O_APPEND), C(O_DSYNC), C(O_RSYNC), C(O_SYNC), C(O_NOCTTY), C(O_CREAT), C(O_EXCL),
    C(O_TRUNC), C(O_ASYNC), C(O_DIRECT), C(O_DIRECTORY), C(O_NOFOLLOW), C(O_NOATIME), C(O_PATH), C(O_TMPFILE), C(O_CLOEXEC), C(O_ACCMODE), C(O_NDELAY),
    {"O_LARGEFILE", 0}, C(EX_OK), C(EX_USAGE), C(EX_DATAERR), C(EX_NOINPUT), C(EX_NOUSER), C(EX_NOHOST), C(EX_UNAVAILABLE), C(EX_SOFTWARE), C(EX_OSERR), C(EX_OSFILE),
    C(EX_CANTCREAT), C(EX_IOERR), C(EX_TEMPFAIL), C(EX_PROTOCOL), C(EX_NOPERM), C(EX_CONFIG), C(WNOHANG), C(WUNTRACED), C(WCONTINUED), C(WEXITED), C(WSTOPPED), C(WNOWAIT),
    C(P_PID), C(P_PGID), C(P_ALL), C(PRIO_PROCESS), C(PRIO_PGRP), C(PRIO_USER), C(SCHED_OTHER), C(SCHED_FIFO), C(SCHED_RR), C(SCHED_BATCH), C(SCHED_IDLE), C(RTLD_LAZY),
    C(RTLD_NOW), C(RTLD_GLOBAL), C(RTLD_LOCAL), C(RTLD_NODELETE), C(RTLD_NOLOAD), C(RTLD_DEEPBIND), C(GRND_RANDOM), C(GRND_NONBLOCK), C(F_LOCK), C(F_TLOCK), C(F_ULOCK), C(F_TEST),
    C(ST_RDONLY), C(ST_NOSUID), C(SEEK_DATA), C(SEEK_HOLE), C(MFD_CLOEXEC), C(MFD_ALLOW_SEALING), {"NGROUPS_MAX", 65536}, {"TMP_MAX", 238328},
    C(POSIX_FADV_NORMAL), C(POSIX_FADV_SEQUENTIAL), C(POSIX_FADV_RANDOM), C(POSIX_FADV_NOREUSE), C(POSIX_FADV_WILLNEED), C(POSIX_FADV_DONTNEED), {"POSIX_SPAWN_OPEN", 0},
    {"POSIX_SPAWN_CLOSE", 1}, {"POSIX_SPAWN_DUP2", 2}, C(CLD_EXITED), C(CLD_KILLED), C(CLD_DUMPED), C(CLD_TRAPPED), C(CLD_STOPPED), C(CLD_CONTINUED),
    C(CLONE_FILES), C(CLONE_FS), C(CLONE_NEWCGROUP), C(CLONE_NEWIPC), C(CLONE_NEWNET), C(CLONE_NEWNS), C(CLONE_NEWPID), {"CLONE_NEWTIME", 0x80}, C(CLONE_NEWUSER), C(CLONE_NEWUTS),
    C(CLONE_SIGHAND), C(CLONE_SYSVSEM), C(CLONE_THREAD), C(CLONE_VM), C(EFD_CLOEXEC), C(EFD_NONBLOCK), C(EFD_SEMAPHORE), C(MFD_HUGETLB), {"MFD_HUGE_SHIFT", 26}, {"MFD_HUGE_MASK", 0x3f},
    {"MFD_HUGE_64KB", 16 << 26}, {"MFD_HUGE_512KB", 19 << 26}, {"MFD_HUGE_1MB", 20 << 26}, {"MFD_HUGE_2MB", 21 << 26}, {"MFD_HUGE_8MB", 23 << 26}, {"MFD_HUGE_16MB", 24 << 26},
    {"MFD_HUGE_32MB", 25 << 26}, {"MFD_HUGE_256MB", 28 << 26}, {"MFD_HUGE_512MB", 29 << 26}, {"MFD_HUGE_1GB", 30 << 26}, {"MFD_HUGE_2GB", INT64_C(31) << 26}, {"MFD_HUGE_16GB", INT64_C(34) << 26},
    C(O_FSYNC), {"P_PIDFD", 3}, C(RWF_APPEND), C(RWF_DSYNC), C(RWF_HIPRI), C(RWF_NOWAIT), C(RWF_SYNC), C(SCHED_RESET_ON_FORK), C(SPLICE_F_MORE), C(SPLICE_F_MOVE), C(SPLICE_F_NONBLOCK),
    C(ST_APPEND), C(ST_MANDLOCK), C(ST_NOATIME), C(ST_NODEV), C(ST_NODIRATIME), C(ST_NOEXEC), C(ST_RELATIME), C(ST_SYNCHRONOUS), C(ST_WRITE), C(XATTR_CREATE), C(XATTR_REPLACE),
    {"XATTR_SIZE_MAX", 65536},
};
#define S(name) {#name, _##name}
static const SystemConstant sysconf_names[] = {
    S(SC_ARG_MAX), S(SC_CHILD_MAX), S(SC_CLK_TCK), S(SC_NGROUPS_MAX), S(SC_OPEN_MAX), S(SC_PAGESIZE), {"SC_PAGE_SIZE", _SC_PAGESIZE}, S(SC_NPROCESSORS_CONF), S(SC_NPROCESSORS_ONLN),
    S(SC_PHYS_PAGES), S(SC_AVPHYS_PAGES), S(SC_IOV_MAX), S(SC_LINE_MAX), S(SC_HOST_NAME_MAX), S(SC_LOGIN_NAME_MAX), S(SC_TTY_NAME_MAX), S(SC_STREAM_MAX), S(SC_TZNAME_MAX),
    S(SC_VERSION), S(SC_SYMLOOP_MAX), S(SC_GETPW_R_SIZE_MAX), S(SC_GETGR_R_SIZE_MAX), S(SC_THREAD_STACK_MIN), S(SC_LEVEL1_DCACHE_SIZE),
};

static const SystemConstant pathconf_names[] = {
    S(PC_LINK_MAX), S(PC_MAX_CANON), S(PC_MAX_INPUT), S(PC_NAME_MAX), S(PC_PATH_MAX), S(PC_PIPE_BUF), S(PC_CHOWN_RESTRICTED), S(PC_NO_TRUNC), S(PC_VDISABLE), S(PC_SYNC_IO),
    S(PC_ASYNC_IO), S(PC_PRIO_IO), S(PC_SOCK_MAXBUF), S(PC_FILESIZEBITS), S(PC_REC_INCR_XFER_SIZE), S(PC_REC_MAX_XFER_SIZE), S(PC_REC_MIN_XFER_SIZE), S(PC_REC_XFER_ALIGN),
    S(PC_ALLOC_SIZE_MIN), S(PC_SYMLINK_MAX),
};

static bool add_functions(VM *vm, Dict *space, const NativeDef *defs, Value module_name) {
    for (; defs->name; defs++)
        if (!system_set(vm, space, defs->name, native_new(vm, defs, VALUE_UNBOUND, module_name))) return false;
    return true;
}

static bool posix_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    const struct {
        const TypeSpec *spec;
        size_t visible, total;
    } types[TYPE_COUNT] = {{&stat_spec, STAT_VISIBLE, STAT_ITEMS}, {&statvfs_spec, STATVFS_VISIBLE, STATVFS_ITEMS}, {&terminal_spec, 2, 2}};
    Value items[TYPE_COUNT];
    for (int i = 0; i < TYPE_COUNT; i++) {
        Type *type = struct_sequence_type(vm, types[i].spec, types[i].visible, types[i].total);
        if (!type || !system_set(vm, space, strchr(types[i].spec->name, '.') + 1, from_object(type))) return false;
        items[i] = from_object(type);
    }
    Value state = tuple_new(vm, items, TYPE_COUNT), name = str_from_cstring(vm, "posix");
    if (state == VALUE_ERROR || name == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_POSIX] = state;
    Dict *names = dict_new(vm);
    return names && SYSTEM_ADD(vm, names, sysconf_names) && system_set(vm, space, "sysconf_names", from_object(names)) && SYSTEM_ADD(vm, space, constants) &&
           add_functions(vm, space, posix_file_functions, name) && add_functions(vm, space, posix_descriptor_functions, name) &&
           add_functions(vm, space, posix_process_functions, name) && add_functions(vm, space, posix_more_functions, name) && (names = dict_new(vm)) &&
           SYSTEM_ADD(vm, names, pathconf_names) && system_set(vm, space, "pathconf_names", from_object(names));
}
const ModuleDef posix_module = {"posix", NULL, posix_initialize};
