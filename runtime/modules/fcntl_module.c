// fcntl, resource, termios: what is asked of open files, of the process's limits and of terminals (library reference of those names).
#define _GNU_SOURCE // F_SETPIPE_SZ, RLIMIT_*, prlimit
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/posix.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/struct_sequence.h"
#include "runtime/type.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

static Value failure(VM *vm) { return raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND); }
#define FUNCTION(module, name) static Value module##_##name(VM *vm, Value *args, uint32_t count)
#define FUNCTION_NEEDS(grant, module, name) NATIVE_THAT_NEEDS(grant, module##_##name, #module "." #name)
#define C(name) {#name, name}

// ---- fcntl ---------------------------------------------------------------------------------------------------------

enum { FCNTL_BUFFER = 1024 };
// Commands that only look at or change the open file itself, and take a number for one. Others send signals, or take it for an address.
static bool is_of_file(int command, bool has_buffer, size_t size) {
    switch (command) {
    case F_GETFD: case F_SETFD: case F_GETFL: case F_SETFL: case F_DUPFD: case F_DUPFD_CLOEXEC: case F_GETPIPE_SZ: case F_SETPIPE_SZ: case F_ADD_SEALS: case F_GET_SEALS: return !has_buffer;
    case F_GETLK: case F_SETLK: case F_SETLKW: case F_OFD_GETLK: case F_OFD_SETLK: case F_OFD_SETLKW: return has_buffer && size >= sizeof(struct flock);
    default: return false;
    }
}
// The command that does not wait for a lock.
static int without_waiting(int command) { return command == F_SETLKW ? F_SETLK : command == F_OFD_SETLKW ? F_OFD_SETLK : command; }
FUNCTION(fcntl, fcntl) {
    int descriptor, command;
    if (!system_descriptor(vm, args[0], &descriptor) || !system_int(vm, args[1], 0, &command)) return VALUE_ERROR;
    BytesView view;
    Value argument = count > 2 ? args[2] : from_small_int(0);
    int result;
    if (bytes_view(argument, &view.data, &view.size)) {
        unsigned char buffer[FCNTL_BUFFER];
        if (view.size > sizeof buffer) return raise_value_error(vm, "fcntl string arg too long");
        if (!is_of_file(command, true, view.size) && !grants_allow(vm, GRANT_PROCESS, "this command of fcntl.fcntl")) return VALUE_ERROR;
        memcpy(buffer, view.data, view.size);
        const int quick = without_waiting(command);
        RETRY_OR_ASK(result, fcntl(descriptor, command, buffer), fcntl(descriptor, quick, buffer), result < 0 && quick != command && is_locked(errno), grants_need_stream(vm, descriptor, STREAM_LOOK));
        return result < 0 ? failure(vm) : bytes_new(vm, buffer, view.size);
    }
    int64_t number;
    if (!op_index_int64(vm, argument, &number, false)) return VALUE_ERROR;
    if (!is_of_file(command, false, 0) && !grants_allow(vm, GRANT_PROCESS, "this command of fcntl.fcntl")) return VALUE_ERROR;
    RETRY(result, fcntl(descriptor, command, (int)number));
    if (command == F_DUPFD || command == F_DUPFD_CLOEXEC) result = grants_own(vm, result);
    return result < 0 ? failure(vm) : from_small_int(result);
}
FUNCTION_NEEDS(PROCESS, fcntl, ioctl) {
    int descriptor;
    int64_t request, number = 0;
    if (!system_descriptor(vm, args[0], &descriptor) || !op_index_int64(vm, args[1], &request, false)) return VALUE_ERROR;
    Value argument = count > 2 ? args[2] : from_small_int(0);
    int mutate = count > 3 ? op_truth(vm, args[3]) : 1;
    if (mutate < 0) return VALUE_ERROR;
    BytesView view;
    if (!bytes_view(argument, &view.data, &view.size)) {
        if (!op_index_int64(vm, argument, &number, false)) return VALUE_ERROR;
        int result = ioctl(descriptor, (unsigned long)request, number);
        return result < 0 ? failure(vm) : from_small_int(result);
    }
    unsigned char buffer[FCNTL_BUFFER];
    if (view.size > sizeof buffer) return raise_value_error(vm, "ioctl string arg too long");
    memcpy(buffer, view.data, view.size);
    int result = ioctl(descriptor, (unsigned long)request, buffer);
    if (result < 0) return failure(vm);
    if (!is_bytearray(argument) || !mutate) return bytes_new(vm, buffer, view.size);
    memcpy(bytes_data(argument), buffer, view.size);
    return from_small_int(result);
}
FUNCTION(fcntl, flock) {
    (void)count;
    int descriptor, operation, result;
    if (!system_descriptor(vm, args[0], &descriptor) || !system_int(vm, args[1], 0, &operation)) return VALUE_ERROR;
    RETRY_OR_ASK(result, flock(descriptor, operation), flock(descriptor, operation | LOCK_NB), result < 0 && is_locked(errno) && !(operation & LOCK_NB), grants_need_stream(vm, descriptor, STREAM_LOOK));
    return result < 0 ? failure(vm) : VALUE_NONE;
}
FUNCTION(fcntl, lockf) {
    int descriptor, command, whence = 0, result;
    int64_t length = 0, start = 0;
    if (!system_descriptor(vm, args[0], &descriptor) || !system_int(vm, args[1], 0, &command)) return VALUE_ERROR;
    if ((count > 2 && !op_index_int64(vm, args[2], &length, false)) || (count > 3 && !op_index_int64(vm, args[3], &start, false)) || (count > 4 && !system_int(vm, args[4], 0, &whence))) return VALUE_ERROR;
    struct flock lock = {.l_start = start, .l_len = length, .l_whence = (short)whence};
    if (command & LOCK_UN) lock.l_type = F_UNLCK;
    else if (command & LOCK_SH) lock.l_type = F_RDLCK;
    else if (command & LOCK_EX) lock.l_type = F_WRLCK;
    else return raise_value_error(vm, "unrecognized lockf argument");
    RETRY_OR_ASK(result, fcntl(descriptor, command & LOCK_NB ? F_SETLK : F_SETLKW, &lock), fcntl(descriptor, F_SETLK, &lock), result < 0 && is_locked(errno) && !(command & LOCK_NB), grants_need_stream(vm, descriptor, STREAM_LOOK));
    return result < 0 ? failure(vm) : VALUE_NONE;
}
static const NativeDef fcntl_functions[] = {
    {"fcntl", {fcntl_fcntl}, 2, 3, 0, NULL, DOC("Perform the operation `cmd` on file descriptor fd.")},
    {"ioctl", {fcntl_ioctl}, 2, 4, 0, NULL, DOC("Perform the operation request on file descriptor fd.")},
    {"flock", {fcntl_flock}, 2, 2, 0, NULL, DOC("Perform the lock operation `operation` on file descriptor `fd`.")},
    {"lockf", {fcntl_lockf}, 2, 5, 0, NULL, DOC("A wrapper around the fcntl() locking calls.")},
    {0},
};
static const SystemConstant fcntl_constants[] = {
    C(LOCK_SH), C(LOCK_EX), C(LOCK_NB), C(LOCK_UN), C(LOCK_MAND), C(LOCK_READ), C(LOCK_WRITE), C(LOCK_RW), C(F_DUPFD), C(F_DUPFD_CLOEXEC), C(F_GETFD), C(F_SETFD), C(F_GETFL),
    C(F_SETFL), C(F_GETLK), C(F_SETLK), C(F_SETLKW), C(F_OFD_GETLK), C(F_OFD_SETLK), C(F_OFD_SETLKW), C(F_GETOWN), C(F_SETOWN), C(F_GETSIG), C(F_SETSIG), C(F_RDLCK), C(F_WRLCK),
    C(F_UNLCK), C(F_EXLCK), C(F_SHLCK), {"F_GETLK64", F_GETLK}, {"F_SETLK64", F_SETLK}, {"F_SETLKW64", F_SETLKW}, C(FASYNC), C(F_SETLEASE), C(F_GETLEASE), C(F_NOTIFY), C(DN_ACCESS),
    C(DN_MODIFY), C(DN_CREATE), C(DN_DELETE), C(DN_RENAME), C(DN_ATTRIB), C(DN_MULTISHOT), C(F_SETPIPE_SZ), C(F_GETPIPE_SZ), C(F_ADD_SEALS), C(F_GET_SEALS), C(F_SEAL_SEAL),
    C(F_SEAL_SHRINK), C(F_SEAL_GROW), C(F_SEAL_WRITE), C(FD_CLOEXEC), {"FICLONE", 0x40049409}, {"FICLONERANGE", 0x4020940d},
};
static bool fcntl_initialize(VM *vm, Value module, Dict *space) { return (void)module, SYSTEM_ADD(vm, space, fcntl_constants); }
const ModuleDef fcntl_module = {"fcntl", fcntl_functions, fcntl_initialize};

// ---- resource ------------------------------------------------------------------------------------------------------

#define ITEM(n, name) {name, struct_item_##n, struct_item_set}
enum { USAGE_ITEMS = 16 };
static const GetSetDef usage_getset[] = {ITEM(0, "ru_utime"),   ITEM(1, "ru_stime"),   ITEM(2, "ru_maxrss"),  ITEM(3, "ru_ixrss"),    ITEM(4, "ru_idrss"),  ITEM(5, "ru_isrss"),
                                         ITEM(6, "ru_minflt"),  ITEM(7, "ru_majflt"),  ITEM(8, "ru_nswap"),   ITEM(9, "ru_inblock"),  ITEM(10, "ru_oublock"), ITEM(11, "ru_msgsnd"),
                                         ITEM(12, "ru_msgrcv"), ITEM(13, "ru_nsignals"), ITEM(14, "ru_nvcsw"), ITEM(15, "ru_nivcsw"), {0}};
static Value usage_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    return struct_sequence_construct(vm, type, args, count, keyword_names, USAGE_ITEMS, USAGE_ITEMS);
}
static const TypeSpec usage_spec = {
    .name = "resource.struct_rusage",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, usage_construct)),
    .getset = usage_getset,
    .methods = struct_sequence_methods,
    .doc = TYPE_DOC("struct_rusage: Result from getrusage."),
};
FUNCTION_NEEDS(PROCESS, resource, getrusage) {
    (void)count;
    int who;
    struct rusage u;
    if (!system_int(vm, args[0], 0, &who)) return VALUE_ERROR;
    if (getrusage((__rusage_who_t)who, &u) != 0) return errno == EINVAL ? raise_value_error(vm, "invalid who parameter") : failure(vm);
    const long numbers[] = {u.ru_maxrss, u.ru_ixrss, u.ru_idrss, u.ru_isrss, u.ru_minflt, u.ru_majflt, u.ru_nswap, u.ru_inblock, u.ru_oublock, u.ru_msgsnd, u.ru_msgrcv, u.ru_nsignals, u.ru_nvcsw, u.ru_nivcsw};
    Value items[USAGE_ITEMS] = {float_from_double(vm, (double)u.ru_utime.tv_sec + (double)u.ru_utime.tv_usec * 1e-6), float_from_double(vm, (double)u.ru_stime.tv_sec + (double)u.ru_stime.tv_usec * 1e-6)};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) items[2 + i] = from_small_int(numbers[i]);
    return struct_sequence_new(vm, (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_RESOURCE]), items, USAGE_ITEMS);
}
static bool resource_of(VM *vm, Value v, int *resource) {
    if (!system_int(vm, v, 0, resource)) return false;
    return (*resource >= 0 && *resource < (int)RLIM_NLIMITS) || (raise_value_error(vm, "invalid resource specified"), false);
}
static Value limit_value(VM *vm, rlim_t limit) { return limit == RLIM_INFINITY ? from_small_int(-1) : int_from_uint64(vm, limit); }
static Value limits_pair(VM *vm, const struct rlimit *limit) { return tuple_pack(vm, 2, limit_value(vm, limit->rlim_cur), limit_value(vm, limit->rlim_max)); }
static bool limits_of(VM *vm, Value v, struct rlimit *limit) {
    Value pair = op_to_tuple(vm, v);
    if (pair == VALUE_ERROR) return false;
    if (as_tuple(pair)->count != 2) return raise_value_error(vm, "expected a tuple of 2 integers"), false;
    int64_t soft, hard;
    if (!op_index_int64(vm, as_tuple(pair)->items[0], &soft, false) || !op_index_int64(vm, as_tuple(pair)->items[1], &hard, false)) return false;
    *limit = (struct rlimit){(rlim_t)soft, (rlim_t)hard};
    return true;
}
static Value limit_failure(VM *vm) {
    if (errno == EINVAL) return raise_value_error(vm, "current limit exceeds maximum limit");
    if (errno == EPERM) return raise_value_error(vm, "not allowed to raise maximum limit");
    return failure(vm);
}
FUNCTION_NEEDS(PROCESS, resource, getrlimit) {
    (void)count;
    int resource;
    struct rlimit limit;
    if (!resource_of(vm, args[0], &resource)) return VALUE_ERROR;
    return getrlimit((__rlimit_resource_t)resource, &limit) != 0 ? failure(vm) : limits_pair(vm, &limit);
}
FUNCTION_NEEDS(PROCESS, resource, setrlimit) {
    (void)count;
    int resource;
    struct rlimit limit;
    if (!resource_of(vm, args[0], &resource) || !limits_of(vm, args[1], &limit)) return VALUE_ERROR;
    return setrlimit((__rlimit_resource_t)resource, &limit) != 0 ? limit_failure(vm) : VALUE_NONE;
}
FUNCTION_NEEDS(PROCESS, resource, prlimit) {
    int process, resource;
    struct rlimit limit, old;
    if (!system_int(vm, args[0], 0, &process) || !resource_of(vm, args[1], &resource)) return VALUE_ERROR;
    bool sets = count > 2 && args[2] != VALUE_NONE;
    if (sets && !limits_of(vm, args[2], &limit)) return VALUE_ERROR;
    return prlimit(process, (enum __rlimit_resource)resource, sets ? &limit : NULL, &old) != 0 ? limit_failure(vm) : limits_pair(vm, &old);
}
FUNCTION(resource, getpagesize) { return (void)vm, (void)args, (void)count, from_small_int(sysconf(_SC_PAGESIZE)); }
static const NativeDef resource_functions[] = {
    {"getrusage", {resource_getrusage}, 1, 1, 0, NULL, DOC(NULL)},
    {"getrlimit", {resource_getrlimit}, 1, 1, 0, NULL, DOC(NULL)},
    {"setrlimit", {resource_setrlimit}, 2, 2, 0, NULL, DOC(NULL)},
    {"prlimit", {resource_prlimit}, 2, 3, 0, NULL, DOC(NULL)},
    {"getpagesize", {resource_getpagesize}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
static const SystemConstant resource_constants[] = {
    C(RLIMIT_CORE), C(RLIMIT_CPU), C(RLIMIT_FSIZE), C(RLIMIT_DATA), C(RLIMIT_STACK), C(RLIMIT_RSS), C(RLIMIT_NPROC), C(RLIMIT_NOFILE), C(RLIMIT_OFILE), C(RLIMIT_MEMLOCK), C(RLIMIT_AS),
    C(RLIMIT_MSGQUEUE), C(RLIMIT_NICE), C(RLIMIT_RTPRIO), C(RLIMIT_RTTIME), C(RLIMIT_SIGPENDING), C(RUSAGE_SELF), C(RUSAGE_CHILDREN), C(RUSAGE_THREAD), {"RLIM_INFINITY", -1},
};
static bool resource_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = struct_sequence_type(vm, &usage_spec, USAGE_ITEMS, USAGE_ITEMS);
    Type *error = type ? type_complete(vm, vm->types.OSError) : NULL;
    if (!error) return false;
    vm->slots_for_modules[MODULE_SLOT_RESOURCE] = from_object(type);
    return SYSTEM_ADD(vm, space, resource_constants) && system_set(vm, space, "struct_rusage", from_object(type)) && system_set(vm, space, "error", from_object(error));
}
const ModuleDef resource_module = {"resource", resource_functions, resource_initialize};

// ---- termios -------------------------------------------------------------------------------------------------------

static Value terminal_error(VM *vm) {
    int error = errno;
    Value arguments[] = {from_small_int(error), str_from_cstring(vm, strerror(error))};
    Value exception = arguments[1] == VALUE_ERROR ? VALUE_ERROR : call_value(vm, vm->slots_for_modules[MODULE_SLOT_TERMIOS], arguments, 2);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}
static Value control_character(VM *vm, const struct termios *t, int i) {
    bool is_number = !(t->c_lflag & ICANON) && (i == VMIN || i == VTIME);
    return is_number ? from_small_int(t->c_cc[i]) : bytes_new(vm, &t->c_cc[i], 1);
}
FUNCTION_NEEDS(PROCESS, termios, tcgetattr) {
    (void)count;
    int descriptor;
    struct termios t;
    if (!system_descriptor(vm, args[0], &descriptor)) return VALUE_ERROR;
    if (tcgetattr(descriptor, &t) != 0) return terminal_error(vm);
    Value characters = list_new(vm, NULL, 0);
    for (int i = 0; i < NCCS && characters != VALUE_ERROR; i++) {
        Value c = control_character(vm, &t, i);
        if (c == VALUE_ERROR || !list_append(vm, as_list(characters), c)) return VALUE_ERROR;
    }
    const Value items[] = {from_small_int(t.c_iflag), from_small_int(t.c_oflag), from_small_int(t.c_cflag), from_small_int(t.c_lflag), from_small_int(cfgetispeed(&t)), from_small_int(cfgetospeed(&t)), characters};
    return characters == VALUE_ERROR ? VALUE_ERROR : list_new(vm, items, 7);
}
FUNCTION_NEEDS(PROCESS, termios, tcsetattr) {
    (void)count;
    int descriptor, when;
    struct termios t;
    if (!system_descriptor(vm, args[0], &descriptor) || !system_int(vm, args[1], 0, &when)) return VALUE_ERROR;
    if (!is_list(args[2]) || as_list(args[2])->count != 7) return raise_type_error(vm, "tcsetattr, arg 3: must be 7 element list");
    if (tcgetattr(descriptor, &t) != 0) return terminal_error(vm);
    int64_t numbers[6];
    for (int i = 0; i < 6; i++) {
        if (as_list(args[2])->count != 7) return raise_type_error(vm, "tcsetattr, arg 3: must be 7 element list");
        if (!op_index_int64(vm, as_list(args[2])->items[i], &numbers[i], false)) return VALUE_ERROR;
    }
    Value characters = as_list(args[2])->count == 7 ? as_list(args[2])->items[6] : VALUE_NONE;
    if (!is_list(characters) || as_list(characters)->count != NCCS) return raise_type_error(vm, "tcsetattr: attributes[6] must be %d element list", NCCS);
    for (size_t i = 0; i < NCCS; i++) {
        Value v = as_list(characters)->items[i];
        if (is_bytes(v) && as_bytes(v)->size == 1) t.c_cc[i] = as_bytes(v)->data[0];
        else if (is_small_int(v)) t.c_cc[i] = (cc_t)small_int(v);
        else return raise_type_error(vm, "tcsetattr: elements of attributes must be characters or integers");
    }
    t.c_iflag = (tcflag_t)numbers[0], t.c_oflag = (tcflag_t)numbers[1], t.c_cflag = (tcflag_t)numbers[2], t.c_lflag = (tcflag_t)numbers[3];
    if (cfsetispeed(&t, (speed_t)numbers[4]) != 0 || cfsetospeed(&t, (speed_t)numbers[5]) != 0) return terminal_error(vm);
    return tcsetattr(descriptor, when, &t) != 0 ? terminal_error(vm) : VALUE_NONE;
}
static Value terminal_call(VM *vm, Value *args, uint32_t count, int (*call)(int, int), int (*simple)(int)) {
    int descriptor, argument = 0;
    if (!system_descriptor(vm, args[0], &descriptor) || (count > 1 && !system_int(vm, args[1], 0, &argument))) return VALUE_ERROR;
    return (call ? call(descriptor, argument) : simple(descriptor)) != 0 ? terminal_error(vm) : VALUE_NONE;
}
FUNCTION_NEEDS(PROCESS, termios, tcsendbreak) { return terminal_call(vm, args, count, tcsendbreak, NULL); }
FUNCTION_NEEDS(PROCESS, termios, tcdrain) { return terminal_call(vm, args, count, NULL, tcdrain); }
FUNCTION_NEEDS(PROCESS, termios, tcflush) { return terminal_call(vm, args, count, tcflush, NULL); }
FUNCTION_NEEDS(PROCESS, termios, tcflow) { return terminal_call(vm, args, count, tcflow, NULL); }
FUNCTION_NEEDS(PROCESS, termios, tcgetwinsize) {
    (void)count;
    int descriptor;
    struct winsize size;
    if (!system_descriptor(vm, args[0], &descriptor)) return VALUE_ERROR;
    return ioctl(descriptor, TIOCGWINSZ, &size) != 0 ? terminal_error(vm) : tuple_pack(vm, 2, from_small_int(size.ws_row), from_small_int(size.ws_col));
}
FUNCTION_NEEDS(PROCESS, termios, tcsetwinsize) {
    (void)count;
    int descriptor;
    int64_t n[2];
    if (!system_descriptor(vm, args[0], &descriptor)) return VALUE_ERROR;
    Value pair = op_to_tuple(vm, args[1]);
    if (pair == VALUE_ERROR) return VALUE_ERROR;
    if (as_tuple(pair)->count != 2) return raise_type_error(vm, "tcsetwinsize, arg 2: must be a two-item sequence");
    if (!op_index_int64(vm, as_tuple(pair)->items[0], &n[0], false) || !op_index_int64(vm, as_tuple(pair)->items[1], &n[1], false)) return VALUE_ERROR;
    struct winsize size = {0};
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return terminal_error(vm);
    size.ws_row = (unsigned short)n[0], size.ws_col = (unsigned short)n[1];
    return ioctl(descriptor, TIOCSWINSZ, &size) != 0 ? terminal_error(vm) : VALUE_NONE;
}
static const NativeDef termios_functions[] = {
    {"tcgetattr", {termios_tcgetattr}, 1, 1, 0, NULL, DOC("Get the tty attributes for file descriptor fd.")},
    {"tcsetattr", {termios_tcsetattr}, 3, 3, 0, NULL, DOC("Set the tty attributes for file descriptor fd.")},
    {"tcsendbreak", {termios_tcsendbreak}, 2, 2, 0, NULL, DOC("Send a break on file descriptor fd.")},
    {"tcdrain", {termios_tcdrain}, 1, 1, 0, NULL, DOC("Wait until all output written to file descriptor fd has been transmitted.")},
    {"tcflush", {termios_tcflush}, 2, 2, 0, NULL, DOC("Discard queued data on file descriptor fd.")},
    {"tcflow", {termios_tcflow}, 2, 2, 0, NULL, DOC("Suspend or resume input or output on file descriptor fd.")},
    {"tcgetwinsize", {termios_tcgetwinsize}, 1, 1, 0, NULL, DOC("Get the tty winsize for file descriptor fd.")},
    {"tcsetwinsize", {termios_tcsetwinsize}, 2, 2, 0, NULL, DOC("Set the tty winsize for file descriptor fd.")},
    {0},
};
static const SystemConstant termios_constants[] = {
    C(TCSANOW), C(TCSADRAIN), C(TCSAFLUSH), C(TCIFLUSH), C(TCOFLUSH), C(TCIOFLUSH), C(TCOOFF), C(TCOON), C(TCIOFF), C(TCION), C(IGNBRK), C(BRKINT), C(IGNPAR), C(PARMRK),
    C(INPCK), C(ISTRIP), C(INLCR), C(IGNCR), C(ICRNL), C(IUCLC), C(IXON), C(IXANY), C(IXOFF), C(IMAXBEL), C(OPOST), C(OLCUC), C(ONLCR), C(OCRNL), C(ONOCR), C(ONLRET),
    C(OFILL), C(OFDEL), C(NLDLY), C(CRDLY), C(TABDLY), C(BSDLY), C(VTDLY), C(FFDLY), C(NL0), C(NL1), C(CR0), C(CR1), C(CR2), C(CR3), C(TAB0), C(TAB1), C(TAB2), C(TAB3), C(BS0), C(BS1),
    C(VT0), C(VT1), C(FF0), C(FF1), C(CSIZE), C(CSTOPB), C(CREAD), C(PARENB), C(PARODD), C(HUPCL), C(CLOCAL), C(CIBAUD), C(CRTSCTS), C(CS5), C(CS6), C(CS7), C(CS8), C(ISIG), C(ICANON),
    C(XCASE), C(ECHO), C(ECHOE), C(ECHOK), C(ECHONL), C(ECHOCTL), C(ECHOPRT), C(ECHOKE), C(FLUSHO), C(NOFLSH), C(TOSTOP), C(PENDIN), C(IEXTEN), C(VINTR), C(VQUIT), C(VERASE), C(VKILL),
    C(VEOF), C(VTIME), C(VMIN), {"VSWTC", VSWTC}, {"VSWTCH", VSWTC}, C(VSTART), C(VSTOP), C(VSUSP), C(VEOL), C(VREPRINT), C(VDISCARD), C(VWERASE), C(VLNEXT), C(VEOL2), C(B0), C(B50), C(B75),
    C(B110), C(B134), C(B150), C(B200), C(B300), C(B600), C(B1200), C(B1800), C(B2400), C(B4800), C(B9600), C(B19200), C(B38400), C(B57600), C(B115200), C(B230400), C(B460800), C(B500000),
    C(B576000), C(B921600), C(B1000000), C(B1152000), C(B1500000), C(B2000000), C(B2500000), C(B3000000), C(B3500000), C(B4000000), C(CBAUD), C(CBAUDEX), C(EXTA), C(EXTB), {"CEOF", 4},
    {"CEOL", 0}, {"CERASE", 127}, {"CINTR", 3}, {"CKILL", 21}, {"CLNEXT", 22}, {"CQUIT", 28}, {"CRPRNT", 18}, {"CSTART", 17}, {"CSTOP", 19},
    {"CSUSP", 26}, {"CWERASE", 23}, {"NCCS", NCCS}, {"CDSUSP", 25}, {"CEOT", 4}, {"CFLUSH", 15},
    {"IOCSIZE_MASK", 0x3fff0000}, {"IOCSIZE_SHIFT", 16}, {"NCC", 8}, {"N_TTY", 0}, {"N_SLIP", 1}, {"N_MOUSE", 2}, {"N_PPP", 3}, {"N_STRIP", 4}, {"XTABS", 6144}, {"TIOCGICOUNT", 0x545d},
    {"TIOCGLCKTRMIOS", 0x5456}, {"TIOCSLCKTRMIOS", 0x5457}, {"TIOCGSERIAL", 0x541e}, {"TIOCSSERIAL", 0x541f}, {"TIOCGSOFTCAR", 0x5419}, {"TIOCSSOFTCAR", 0x541a}, {"TIOCLINUX", 0x541c},
    {"TIOCSERCONFIG", 0x5453}, {"TIOCSERGWILD", 0x5454}, {"TIOCSERSWILD", 0x5455}, {"TIOCSERGSTRUCT", 0x5458}, {"TIOCSERGETLSR", 0x5459}, {"TIOCSERGETMULTI", 0x545a},
    {"TIOCSERSETMULTI", 0x545b}, {"TIOCSER_TEMT", 1}, C(TIOCPKT_DATA), C(TIOCPKT_FLUSHREAD), C(TIOCPKT_FLUSHWRITE), C(TIOCPKT_STOP), C(TIOCPKT_START), C(TIOCPKT_NOSTOP), C(TIOCPKT_DOSTOP),
    C(FIOASYNC), C(FIOCLEX), C(FIONBIO), C(FIONCLEX), C(FIONREAD), C(TCFLSH), C(TCGETA), C(TCGETS), C(TCSBRK), C(TCSBRKP), C(TCSETA), C(TCSETAF),
    C(TCSETAW), C(TCSETS), C(TCSETSF), C(TCSETSW), C(TCXONC), C(TIOCCONS), C(TIOCEXCL), C(TIOCGETD), C(TIOCGPGRP), C(TIOCGWINSZ), C(TIOCINQ), C(TIOCMBIC), C(TIOCMBIS), C(TIOCMGET),
    C(TIOCMIWAIT), C(TIOCMSET), C(TIOCM_CAR), C(TIOCM_CD), C(TIOCM_CTS), C(TIOCM_DSR), C(TIOCM_DTR), C(TIOCM_LE), C(TIOCM_RI), C(TIOCM_RNG), C(TIOCM_RTS), C(TIOCM_SR), C(TIOCM_ST),
    C(TIOCNOTTY), C(TIOCNXCL), C(TIOCOUTQ), C(TIOCPKT), C(TIOCSCTTY), C(TIOCSETD), C(TIOCSPGRP), C(TIOCSTI), C(TIOCSWINSZ),
};
static bool termios_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value error = module_exception_class(vm, "termios", "error", vm->types.Exception);
    if (error == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_TERMIOS] = error;
    return SYSTEM_ADD(vm, space, termios_constants) && system_set(vm, space, "error", error);
}
const ModuleDef termios_module = {"termios", termios_functions, termios_initialize};
