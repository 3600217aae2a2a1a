// posix: the system calls under the module os (stdlib/os.py), in files by topic:
//   posix.c             the module, its constants and types; facts about the machine
//   posix_files.c       what is done with paths: stat, folders, links, owners
//   posix_descriptors.c what is done with open files
//   posix_process.c     processes, environment, users
//   posix_more.c        what few scripts need of all of these: scheduling, saved ids, extended attributes, event files
#ifndef TYPHON_RUNTIME_MODULES_POSIX_H
#define TYPHON_RUNTIME_MODULES_POSIX_H
#include "runtime/grants.h"
#include "runtime/modules/system_path.h"
#include "runtime/thread.h"
#include "runtime/waiting.h"
#include <errno.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

extern const NativeDef posix_file_functions[], posix_descriptor_functions[], posix_process_functions[], posix_more_functions[];
MAY_RAISE Value posix_stat_result(VM *vm, const struct stat *status);
MAY_RAISE Value posix_statvfs_result(VM *vm, const struct statvfs *status);
MAY_RAISE Value posix_terminal_size(VM *vm, int columns, int lines);
MAY_RAISE bool posix_add_constants(VM *vm, Dict *space);

#define POSIX(name) static Value posix_##name(VM *vm, Value *args, uint32_t count)
#define POSIX_NEEDS(grant, name) NATIVE_THAT_NEEDS(grant, posix_##name, "os." #name)
#define UNUSED_ARGUMENTS (void)args, (void)count
// Runs a system call until no signal interrupts it. The statement's value ends up in `result`.
#define RETRY(result, call) RETRY_IF(result, true, call)
#define RETRY_IF(result, gives_turn, call)                                                                             \
    do {                                                                                                               \
        BLOCKING_BEGIN_IF(vm, gives_turn);                                                                             \
        result = call;                                                                                                 \
        BLOCKING_END(vm);                                                                                              \
        if (result != -1 || errno != EINTR) break;                                                                     \
        if (raise_if_interrupted(vm)) return VALUE_ERROR;                                                              \
    } while (true)
// What a lock says that somebody else has.
static inline bool is_locked(int error) { return error == EAGAIN || error == EACCES; }
// The same for a call that would wait in the system for others: in a VM of a host `quick`, which does not, is asked again while it `is_early`, and what it is
// asked of `is_there` still (or has raised).
#define RETRY_OR_ASK(result, call, quick, is_early, is_there)                                                          \
    if (!waits_in_slices(vm)) RETRY(result, call);                                                                     \
    else                                                                                                               \
        for (int rest = 1; result = quick, is_early;)                                                                  \
            if (!wait_slice(vm, &rest) || !(is_there)) return VALUE_ERROR
#endif
