// Grants: what a VM may do outside of itself. Whatever native makes a call of the system towards the world asks here first; nothing else in runtime/ decides.
//
// vm->grants NULL: everything (the `typhon` command). Else there are two kinds of questions:
//
//   bits         grants_allow(vm, GRANT_CLOCK, "time.time"): granted or refused as a whole. NATIVE_THAT_NEEDS writes it in front of a native.
//   places       grants_place(): a path, resolved to the folder it lies in (a descriptor) and the name in it, for the system's *at() calls.
//
// Places are found from the descriptors of the granted folders, component by component; the system follows no link of its own: what a link says is resolved
// here, like the path itself. So neither `..`, links, nor links that are swapped while this goes on, nor /proc's lead out: whatever is opened is a name in a
// folder that was reached through names from a granted one. Outside of granted folders nothing is looked at: there a path is only text.
//
// Descriptors: a VM with grants uses those it has opened itself (grants_own). It may read from 0 with GRANT_STDIN, and write to 1 and 2 with GRANT_STDOUT: no more than that,
// since they may be a terminal, open in both directions, or somebody's file.
//
// A refusal is PermissionError (EACCES for paths, else EPERM) that names the grant that is lacking, as an option of the command.
#ifndef TYPHON_RUNTIME_GRANTS_H
#define TYPHON_RUNTIME_GRANTS_H
#include "runtime/vm.h"
#include <limits.h>
#include <signal.h>

typedef enum Grant {
#define GRANT(name, text, kind, meaning) GRANT_##name,
#include "runtime/grants.def"
#undef GRANT
    GRANT_COUNT
} Grant;
enum { GRANTS_ALL = (1 << GRANT_COUNT) - 1 };
#define GRANT_BIT(name) (1u << GRANT_##name)

// ---- giving --------------------------------------------------------------------------------------------------------

typedef struct Grants Grants;
// None but `given` (bits), without limit to folders or names. NULL: no memory.
Grants *grants_new(uint32_t given);
void grants_delete(Grants *grants); // NULL is allowed
// The same for another VM, which opens descriptors of its own. NULL: no memory, or no descriptors.
Grants *grants_copy(const Grants *grants);
typedef enum GrantResult {
    GRANT_GIVEN,
    GRANT_UNKNOWN,   // there is no such grant
    GRANT_TAKES_NONE, // it is not limited to anything, but `what` is given
    GRANT_NO_FOLDER, // errno says why it cannot be opened
    GRANT_NO_MEMORY
} GrantResult;
// "read", "/data". what: a folder or file that is there, or the name of a variable; NULL: all of them. Those who may run meanwhile: nobody.
GrantResult grants_add(Grants *grants, const char *grant, const char *what);
// From now on any descriptor of the process may be used.
void grants_add_descriptors(Grants *grants);

// ---- asking --------------------------------------------------------------------------------------------------------

bool grants_has_bits(const Grants *grants, uint32_t bits);
static inline bool grants_has(const VM *vm, Grant grant) { return !vm->grants || grants_has_bits(vm->grants, 1u << grant); }
// False: PermissionError, "`doing` needs the grant ...".
MAY_RAISE bool grants_refuse(VM *vm, Grant grant, const char *doing);
static inline MAY_RAISE bool grants_allow(VM *vm, Grant grant, const char *doing) { return grants_has(vm, grant) || grants_refuse(vm, grant, doing); }
// Waiting for so many seconds needs the clock; looking only (0) and waiting without end (negative) do not.
static inline MAY_RAISE bool grants_allow_wait(VM *vm, double seconds) { return !(seconds > 0) || grants_allow(vm, GRANT_CLOCK, "waiting for a time"); }
bool grants_has_variable(const VM *vm, const char *name, size_t size);
MAY_RAISE bool grants_allow_variable(VM *vm, const char *name);

// NATIVE_THAT_NEEDS(CLOCK, time_time, "time.time") { ... }
#define NATIVE_THAT_NEEDS(grant, function, words)                                                                      \
    static Value function##_granted(VM *vm, Value *args, uint32_t count);                                              \
    static Value function(VM *vm, Value *args, uint32_t count) {                                                       \
        return grants_allow(vm, GRANT_##grant, words) ? function##_granted(vm, args, count) : VALUE_ERROR;             \
    }                                                                                                                  \
    static Value function##_granted(VM *vm, Value *args, uint32_t count)

// ---- places --------------------------------------------------------------------------------------------------------

enum PlaceHow {
    PLACE_FOLLOW = 1, // a link at the end is followed
    PLACE_ITSELF = 2, // `name` is to stand for what is there now, for calls that take no folder: "/proc/self/fd/N"
    PLACE_ANY = 4,    // one of the grants is enough
};
// Where a path leads, for openat(place.folder, place.name, flags | place.no_follow, ...).
typedef struct GrantedPlace {
    int folder;
    const char *name;
    int held;             // descriptors to be closed (place_leave); -1: none
    int held_itself;
    uint32_t access;      // grants that hold there
    int no_follow;        // O_NOFOLLOW: the name is no link, unless somebody has put one there just now; 0: not confined, the path as it was given
    int at_no_follow;     // likewise AT_SYMLINK_NOFOLLOW
    char at[PATH_MAX];    // the path without links, absolute
    char itself[32];
} GrantedPlace;
// needs: GRANT_BIT(READ)...; folder: AT_FDCWD or a descriptor (dir_fd); shown: the file name that an error has. False: raised, and nothing to leave.
MAY_RAISE bool grants_place(VM *vm, uint32_t needs, unsigned how, int folder, const char *path, Value shown, GrantedPlace *place);
// The same without an exception: errno is EACCES when it is refused.
bool grants_find_place(VM *vm, uint32_t needs, unsigned how, int folder, const char *path, GrantedPlace *place);
void place_leave(GrantedPlace *place); // errno stays
// open() of a path for the runtime's own purposes (imports, tracebacks), where one of `needs` is enough. -1: errno.
int grants_open(VM *vm, uint32_t needs, const char *path, int flags);
struct stat;
int grants_stat(VM *vm, uint32_t needs, const char *path, struct stat *status);
// What opening a file with these flags needs.
uint32_t grants_for_flags(int flags);

// ---- descriptors ---------------------------------------------------------------------------------------------------

bool grants_owns_descriptor(const Grants *grants, int descriptor);
static inline bool grants_owns(const VM *vm, int descriptor) { return !vm->grants || grants_owns_descriptor(vm->grants, descriptor); }
// False: raised: OSError (EBADF), or PermissionError for a standard stream. For whatever can be done with a file.
MAY_RAISE bool grants_need_descriptor(VM *vm, int descriptor);
typedef enum StreamUse { STREAM_LOOK, STREAM_READ, STREAM_WRITE } StreamUse;
// The same for reading, for writing, or for what a standard stream may be asked by those who may do either.
MAY_RAISE bool grants_need_stream(VM *vm, int descriptor, StreamUse use);
// A mode with set-user-id or set-group-id: others would run what the script has written.
MAY_RAISE bool grants_allow_mode(VM *vm, int mode);
// For what changes a file behind a descriptor that it was opened with for reading only: its mode, owner, times.
MAY_RAISE bool grants_need_writable(VM *vm, int descriptor);
// Notes a descriptor that was just opened, and returns it. -1 (also when it is given that): errno; it is closed. A VM has so many at a time at most: else a script could
// leave none for the process. (DESCRIPTORS_MOST)
enum { DESCRIPTORS_MOST = 256 };
int grants_own(VM *vm, int descriptor);
// Both of a pair, or neither.
bool grants_own_pair(VM *vm, const int pair[2]);
// close(); EBADF when it is not the VM's own. Standard streams stay open.
int grants_close(VM *vm, int descriptor);

// SIGPIPE, of writing where nobody reads any more, would end a host that does not expect it. Held while a script writes; EPIPE says it all.
typedef struct PipeSignal {
    bool is_held;
    sigset_t before;
} PipeSignal;
void pipe_signal_hold(const VM *vm, PipeSignal *held);
void pipe_signal_release(PipeSignal *held); // errno stays

// ---- randomness ----------------------------------------------------------------------------------------------------

// Without GRANT_RANDOM: words that follow from the VM's hash seed, others each time.
uint64_t grants_seed_word(VM *vm);
#endif
