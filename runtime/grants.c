#define _GNU_SOURCE // O_PATH
#include "runtime/grants.h"
#include "runtime/modules/system_path.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { LINKS_MOST = 40 };

// A folder (or file) that something is granted in or below.
typedef struct Folder {
    uint32_t granted;
    int descriptor;   // of the folder; of a file's its folder
    bool is_file;
    char *at;         // without links, absolute
    char *given;      // as it was given, absolute; NULL: the same
} Folder;

struct Grants {
    uint32_t given; // without limit
    bool any_descriptor;
    Folder *folders;
    size_t folder_count;
    char **variables;
    size_t variable_count;
    uint64_t *owned; // a bit for each descriptor
    size_t owned_words, owned_count;
};

static const struct {
    const char *name;
    enum { FOLDER, NAME, NOTHING } kind;
} grant_table[] = {
#define GRANT(name, text, kind, meaning) {text, kind},
#include "runtime/grants.def"
#undef GRANT
};

// ---- giving --------------------------------------------------------------------------------------------------------

Grants *grants_new(uint32_t given) {
    Grants *grants = calloc(1, sizeof *grants);
    if (grants) grants->given = given;
    return grants;
}

void grants_delete(Grants *grants) {
    if (!grants) return;
    for (size_t i = 0; i < grants->folder_count; i++) {
        close(grants->folders[i].descriptor);
        free(grants->folders[i].at), free(grants->folders[i].given);
    }
    for (size_t i = 0; i < grants->variable_count; i++) free(grants->variables[i]);
    free(grants->folders), free(grants->variables), free(grants->owned), free(grants);
}

void grants_add_descriptors(Grants *grants) { grants->any_descriptor = true; }

static GrantResult add_variable(Grants *grants, const char *name) {
    char **larger = realloc(grants->variables, (grants->variable_count + 1) * sizeof *larger);
    if (!larger) return GRANT_NO_MEMORY;
    grants->variables = larger;
    if (!(larger[grants->variable_count] = strdup(name))) return GRANT_NO_MEMORY;
    grants->variable_count++;
    return GRANT_GIVEN;
}

// The text of a path that starts at the working folder or at the root, without "." and empty parts, and with `..` taken as text. False: too long.
static bool absolute(const char *path, char *out) {
    size_t size = 0;
    out[0] = 0;
    if (*path != '/') {
        if (!getcwd(out, PATH_MAX)) return false;
        size = strcmp(out, "/") == 0 ? 0 : strlen(out);
    }
    while (*(path += strspn(path, "/"))) {
        size_t part = strcspn(path, "/");
        if (part == 2 && path[0] == '.' && path[1] == '.') {
            while (size && out[--size] != '/') {}
        } else if (part != 1 || *path != '.') {
            if (size + part + 2 > PATH_MAX) return errno = ENAMETOOLONG, false;
            out[size++] = '/';
            memcpy(out + size, path, part);
            size += part;
        }
        path += part;
    }
    out[size] = 0;
    return true;
}

static bool copy_folder(Grants *copy, const Folder *folder) {
    Folder *to = &copy->folders[copy->folder_count];
    *to = (Folder){.granted = folder->granted, .is_file = folder->is_file, .descriptor = fcntl(folder->descriptor, F_DUPFD_CLOEXEC, 0), .at = strdup(folder->at)};
    if (folder->given) to->given = strdup(folder->given);
    copy->folder_count++;
    return to->descriptor >= 0 && to->at && (to->given || !folder->given);
}

Grants *grants_copy(const Grants *grants) {
    Grants *copy = grants_new(grants->given);
    bool good = copy && (copy->folders = calloc(grants->folder_count + 1, sizeof *copy->folders)); // + 1: not of nothing
    for (size_t i = 0; good && i < grants->folder_count; i++) good = copy_folder(copy, &grants->folders[i]);
    for (size_t i = 0; good && i < grants->variable_count; i++) good = add_variable(copy, grants->variables[i]) == GRANT_GIVEN;
    if (!good) return grants_delete(copy), NULL;
    copy->any_descriptor = grants->any_descriptor;
    return copy;
}

static GrantResult add_folder(Grants *grants, Grant grant, const char *path) {
    char at[PATH_MAX], given[PATH_MAX];
    if (!absolute(path, given) || !realpath(path, at)) return GRANT_NO_FOLDER;
    if (!at[1]) at[0] = 0; // the root
    Folder folder = {.granted = 1u << grant, .descriptor = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC)};
    if (folder.descriptor < 0 && errno == ENOTDIR) {
        char parent[PATH_MAX];
        snprintf(parent, sizeof parent, "%.*s", (int)(strrchr(at, '/') - at), at);
        folder.is_file = true;
        folder.descriptor = open(*parent ? parent : "/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    }
    if (folder.descriptor < 0) return GRANT_NO_FOLDER;
    Folder *larger = realloc(grants->folders, (grants->folder_count + 1) * sizeof *larger);
    if (larger) grants->folders = larger;
    if (!larger || !(folder.at = strdup(at)) || (strcmp(at, given) != 0 && !(folder.given = strdup(given)))) {
        close(folder.descriptor), free(folder.at);
        return GRANT_NO_MEMORY;
    }
    grants->folders[grants->folder_count++] = folder;
    return GRANT_GIVEN;
}

GrantResult grants_add(Grants *grants, const char *grant, const char *what) {
    for (Grant i = 0; i < GRANT_COUNT; i++) {
        if (strcmp(grant, grant_table[i].name) != 0) continue;
        if (!what) return grants->given |= 1u << i, GRANT_GIVEN;
        return grant_table[i].kind == FOLDER ? add_folder(grants, i, what) : grant_table[i].kind == NAME ? add_variable(grants, what) : GRANT_TAKES_NONE;
    }
    if (strcmp(grant, "all") != 0) return GRANT_UNKNOWN;
    if (what) return GRANT_TAKES_NONE;
    grants->given = GRANTS_ALL;
    grants->any_descriptor = true;
    return GRANT_GIVEN;
}

// ---- asking --------------------------------------------------------------------------------------------------------

bool grants_has_bits(const Grants *grants, uint32_t bits) { return (grants->given & bits) == bits; }

// PermissionError(number, message[, shown])
static void raise_refusal(VM *vm, int number, const char *message, Value shown) {
    Value parts[] = {from_small_int(number), system_text(vm, message), shown};
    Value exception = parts[1] == VALUE_ERROR ? VALUE_ERROR : exception_new(vm, vm->types.OSError, parts, shown == VALUE_UNBOUND ? 2 : 3);
    if (exception != VALUE_ERROR) raise_value(vm, exception);
}

bool grants_refuse(VM *vm, Grant grant, const char *doing) {
    char message[256];
    snprintf(message, sizeof message, "%s needs the grant %s (--allow-%s)", doing, grant_table[grant].name, grant_table[grant].name);
    return raise_refusal(vm, EPERM, message, VALUE_UNBOUND), false;
}

bool grants_has_variable(const VM *vm, const char *name, size_t size) {
    if (grants_has(vm, GRANT_ENV)) return true;
    for (size_t i = 0; i < vm->grants->variable_count; i++)
        if (strncmp(vm->grants->variables[i], name, size) == 0 && !vm->grants->variables[i][size]) return true;
    return false;
}

bool grants_allow_variable(VM *vm, const char *name) {
    if (grants_has_variable(vm, name, strlen(name))) return true;
    char message[256];
    snprintf(message, sizeof message, "setting the environment variable %.64s needs the grant env (--allow-env=%.64s)", name, name);
    return raise_refusal(vm, EPERM, message, VALUE_UNBOUND), false;
}

// ---- where something is granted --------------------------------------------------------------------------------------

// Is `path` the folder `at`, or does it lie below?
static bool lies_below(const char *path, const char *at) {
    size_t size = strlen(at);
    return strncmp(path, at, size) == 0 && (!path[size] || path[size] == '/');
}

static uint32_t access_at(const Grants *grants, const char *at) {
    uint32_t access = grants->given;
    for (size_t i = 0; i < grants->folder_count; i++) {
        const Folder *folder = &grants->folders[i];
        if (folder->is_file ? strcmp(at, folder->at) == 0 : lies_below(at, folder->at)) access |= folder->granted;
    }
    return access;
}

// The innermost granted folder around `at`, or NULL.
static const Folder *folder_around(const Grants *grants, const char *at) {
    const Folder *best = NULL;
    for (size_t i = 0; i < grants->folder_count; i++) {
        const Folder *folder = &grants->folders[i];
        if (!folder->is_file && lies_below(at, folder->at) && (!best || strlen(folder->at) > strlen(best->at))) best = folder;
    }
    return best;
}

// The one that is `at` itself, or was given as that; files too.
static const Folder *folder_at(const Grants *grants, const char *at, bool also_as_given) {
    for (size_t i = 0; i < grants->folder_count; i++)
        if (strcmp(grants->folders[i].at, at) == 0 || (also_as_given && grants->folders[i].given && strcmp(grants->folders[i].given, at) == 0)) return &grants->folders[i];
    return NULL;
}

// ---- the walk ------------------------------------------------------------------------------------------------------

// Where it stands: place->at is the folder's path. `descriptor` is that folder if it lies in a granted one, -1 if it was not opened, or does not.
typedef struct Walk {
    const Grants *grants;
    GrantedPlace *place;
    int descriptor;
    bool is_owned;  // the descriptor is the walk's, not a grant's
    bool ends_in_slash;
    unsigned links;
    char todo[PATH_MAX];
} Walk;

static void leave_folder(Walk *walk) {
    if (walk->is_owned) close(walk->descriptor);
    walk->descriptor = -1, walk->is_owned = false;
}

static bool step_into(Walk *walk, const char *name) {
    int next = openat(walk->descriptor, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (next < 0) return false;
    leave_folder(walk);
    walk->descriptor = next, walk->is_owned = true;
    return true;
}

// Opens the folder place->at, from the granted folder around it.
static bool enter_folder(Walk *walk, const Folder *around) {
    const char *rest = walk->place->at + strlen(around->at);
    walk->descriptor = around->descriptor, walk->is_owned = false;
    while (*(rest += strspn(rest, "/"))) {
        char name[NAME_MAX + 1];
        size_t size = strcspn(rest, "/");
        memcpy(name, rest, size); // it was a name before
        name[size] = 0;
        if (!step_into(walk, name)) return false;
        rest += size;
    }
    return true;
}

static void go_up(Walk *walk) {
    char *slash = strrchr(walk->place->at, '/');
    if (slash) *slash = 0;
    leave_folder(walk);
}

static bool append(char *at, const char *name, size_t size) {
    size_t used = strlen(at);
    if (size > NAME_MAX || used + size + 2 > PATH_MAX) return errno = ENAMETOOLONG, false;
    at[used] = '/';
    memcpy(at + used + 1, name, size);
    at[used + 1 + size] = 0;
    return true;
}

// What a link says comes before `rest`.
static bool expand(Walk *walk, const char *link, size_t size, const char *rest) {
    size_t more = strlen(rest);
    if (++walk->links > LINKS_MOST) return errno = ELOOP, false;
    if (size + more + 2 > sizeof walk->todo) return errno = ENAMETOOLONG, false;
    memmove(walk->todo + size + 1, rest, more + 1);
    memcpy(walk->todo, link, size);
    walk->todo[size] = '/';
    if (!more) walk->todo[size] = 0;
    if (*link == '/') leave_folder(walk), walk->place->at[0] = 0;
    return true;
}

// The end: place->at has the whole path.
static void arrive(Walk *walk, int descriptor, const char *name) {
    GrantedPlace *place = walk->place;
    place->folder = descriptor, place->name = name;
    if (walk->is_owned && descriptor == walk->descriptor) place->held = descriptor, walk->is_owned = false;
    place->no_follow = O_NOFOLLOW, place->at_no_follow = AT_SYMLINK_NOFOLLOW;
    place->access = access_at(walk->grants, place->at);
}

// A granted folder or file whose name comes next. Its name is not looked at: it was opened when it was granted.
static bool reach_granted(Walk *walk, const Folder *folder, bool is_last) {
    if (folder->is_file && !is_last) return errno = ENOTDIR, false;
    leave_folder(walk);
    snprintf(walk->place->at, PATH_MAX, "%s", folder->at);
    walk->descriptor = folder->descriptor;
    if (is_last) arrive(walk, folder->descriptor, folder->is_file ? strrchr(walk->place->at, '/') + 1 : ".");
    return true;
}

// One name. `rest`: what comes after it; is_last: nothing.
static bool take_name(Walk *walk, size_t size, const char *rest, bool is_last, bool follow) {
    GrantedPlace *place = walk->place;
    char link[PATH_MAX];
    const Folder *around = folder_around(walk->grants, place->at);
    if (!append(place->at, walk->todo, size)) return false;
    const Folder *granted = folder_at(walk->grants, place->at, !around);
    if (granted && (is_last || !granted->is_file)) {
        if (!is_last && *rest) memmove(walk->todo, rest, strlen(rest) + 1);
        return reach_granted(walk, granted, is_last);
    }
    char *name = strrchr(place->at, '/') + 1;
    if (!around) { // outside: text only
        if (is_last) arrive(walk, -1, name);
        else memmove(walk->todo, rest, strlen(rest) + 1);
        return true;
    }
    name[-1] = 0; // the folder
    if (walk->descriptor < 0 && !enter_folder(walk, around)) return false;
    ssize_t link_size = is_last && !follow ? -1 : readlinkat(walk->descriptor, name, link, sizeof link);
    if (link_size >= 0) return expand(walk, link, (size_t)link_size, rest);
    if (is_last) return name[-1] = '/', arrive(walk, walk->descriptor, name), true;
    if (!step_into(walk, name)) return false;
    name[-1] = '/';
    memmove(walk->todo, rest, strlen(rest) + 1);
    return true;
}

static bool walk_path(Walk *walk, bool follow) {
    bool is_folder = false;
    for (;;) {
        size_t blank = strspn(walk->todo, "/"), size;
        if (blank) memmove(walk->todo, walk->todo + blank, strlen(walk->todo + blank) + 1);
        size = strcspn(walk->todo, "/");
        if (!size) break; // ends in a slash, or at a folder reached by ".."
        const char *rest = walk->todo + size;
        bool is_last = !rest[strspn(rest, "/")], is_dot = size == 1 && walk->todo[0] == '.', is_up = size == 2 && walk->todo[0] == '.' && walk->todo[1] == '.';
        if (is_dot || is_up) {
            if (is_up) go_up(walk);
            memmove(walk->todo, rest, strlen(rest) + 1);
            is_folder = true;
            continue;
        }
        is_folder = walk->ends_in_slash |= is_last && *rest;
        if (!take_name(walk, size, rest, is_last, follow || is_folder)) return false;
        if (walk->place->name) return true;
    }
    // The folder itself.
    if (!is_folder && walk->place->at[0]) return errno = ENOENT, false;
    leave_folder(walk);
    const Folder *around = folder_around(walk->grants, walk->place->at);
    if (around && !enter_folder(walk, around)) return false;
    return arrive(walk, walk->descriptor, "."), true;
}

// ---- places --------------------------------------------------------------------------------------------------------

// What the path starts with if it is not absolute: the text of the folder. Found anew from the granted folders, like all else.
static bool start_at(VM *vm, int folder, char *out) {
    if (folder == AT_FDCWD) return getcwd(out, PATH_MAX) && (*out == '/' || (errno = ENOENT, false));
    char name[40];
    if (!grants_owns(vm, folder)) return errno = EBADF, false;
    snprintf(name, sizeof name, "/proc/self/fd/%d", folder);
    ssize_t size = readlink(name, out, PATH_MAX - 1);
    if (size < 0) return errno = EBADF, false;
    out[size] = 0;
    return *out == '/' || (errno = ENOTDIR, false);
}

static bool make_itself(GrantedPlace *place) {
    if (strcmp(place->name, ".") == 0) place->held_itself = dup(place->folder);
    else place->held_itself = openat(place->folder, place->name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
    struct stat status;
    if (place->held_itself < 0) return false;
    if (fstat(place->held_itself, &status) == 0 && S_ISLNK(status.st_mode)) return errno = ELOOP, false;
    snprintf(place->itself, sizeof place->itself, "/proc/self/fd/%d", place->held_itself);
    place->folder = AT_FDCWD, place->name = place->itself;
    place->no_follow = place->at_no_follow = 0; // it is a link, which leads to what was opened
    return true;
}

// True; or false with errno, 0 when it is refused.
static bool find_place(VM *vm, uint32_t needs, unsigned how, int folder, const char *path, GrantedPlace *place) {
    place->held = place->held_itself = -1, place->no_follow = place->at_no_follow = 0, place->name = NULL, place->at[0] = 0;
    if (!vm->grants || (how & PLACE_ANY ? vm->grants->given & needs : grants_has_bits(vm->grants, needs))) {
        place->folder = folder, place->name = path, place->access = GRANTS_ALL;
        return true;
    }
    Walk walk = {.grants = vm->grants, .place = place, .descriptor = -1};
    if (!*path) return errno = ENOENT, false;
    if (*path != '/') {
        if (!start_at(vm, folder, walk.todo)) return false;
        size_t size = strlen(walk.todo);
        if (size + strlen(path) + 2 > sizeof walk.todo) return errno = ENAMETOOLONG, false;
        walk.todo[size] = '/';
        strcpy(walk.todo + size + 1, path);
    } else {
        if (strlen(path) >= sizeof walk.todo) return errno = ENAMETOOLONG, false;
        strcpy(walk.todo, path);
    }
    bool good = walk_path(&walk, how & PLACE_FOLLOW);
    int error = errno;
    leave_folder(&walk);
    if (!good) return errno = error, false;
    struct stat status;
    if (walk.ends_in_slash && place->folder >= 0 && fstatat(place->folder, place->name, &status, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(status.st_mode))
        return place_leave(place), errno = ENOTDIR, false;
    bool is_granted = place->folder >= 0 && (how & PLACE_ANY ? place->access & needs : (place->access & needs) == needs);
    if (is_granted && !(how & PLACE_ITSELF && !make_itself(place))) return true;
    error = is_granted ? errno : 0;
    place_leave(place);
    return errno = error, false;
}

bool grants_find_place(VM *vm, uint32_t needs, unsigned how, int folder, const char *path, GrantedPlace *place) {
    if (find_place(vm, needs, how, folder, path, place)) return true;
    if (!errno) errno = EACCES;
    return false;
}

bool grants_place(VM *vm, uint32_t needs, unsigned how, int folder, const char *path, Value shown, GrantedPlace *place) {
    if (find_place(vm, needs, how, folder, path, place)) return true;
    if (errno) return raise_system_error(vm, errno, shown, VALUE_UNBOUND), false;
    uint32_t lacking = how & PLACE_ANY ? needs : needs & ~(vm->grants->given | access_at(vm->grants, place->at));
    bool is_writing = lacking & GRANT_BIT(WRITE) && !(how & PLACE_ANY), is_importing = lacking & GRANT_BIT(IMPORT);
    const char *name = is_writing ? "write" : is_importing ? "import" : "read", *doing = is_writing ? "writing" : is_importing ? "importing" : how & PLACE_ANY && needs & GRANT_BIT(WRITE) ? "looking" : "reading";
    char *slash = strrchr(place->at, '/'), message[PATH_MAX + 100];
    if (slash) *(slash == place->at ? slash + 1 : slash) = 0;
    snprintf(message, sizeof message, "%s needs the grant %s (--allow-%s=%s)", doing, name, name, *place->at ? place->at : "/");
    return raise_refusal(vm, EACCES, message, shown), false;
}

void place_leave(GrantedPlace *place) {
    int error = errno;
    if (place->held >= 0) close(place->held);
    if (place->held_itself >= 0) close(place->held_itself);
    place->held = place->held_itself = -1;
    errno = error;
}

int grants_open(VM *vm, uint32_t needs, const char *path, int flags) {
    GrantedPlace place;
    if (!grants_find_place(vm, needs, PLACE_FOLLOW | PLACE_ANY, AT_FDCWD, path, &place)) return -1;
    int descriptor = openat(place.folder, place.name, flags | O_CLOEXEC | place.no_follow);
    place_leave(&place);
    return descriptor;
}

int grants_stat(VM *vm, uint32_t needs, const char *path, struct stat *status) {
    GrantedPlace place;
    if (!grants_find_place(vm, needs, PLACE_FOLLOW | PLACE_ANY, AT_FDCWD, path, &place)) return -1;
    int failed = fstatat(place.folder, place.name, status, place.at_no_follow);
    place_leave(&place);
    return failed;
}

uint32_t grants_for_flags(int flags) {
    int mode = flags & O_ACCMODE;
    bool writes = mode != O_RDONLY || flags & (O_CREAT | O_TRUNC);
    return (mode != O_WRONLY ? GRANT_BIT(READ) : 0) | (writes ? GRANT_BIT(WRITE) : 0);
}

// ---- descriptors ---------------------------------------------------------------------------------------------------

bool grants_owns_descriptor(const Grants *grants, int descriptor) {
    if (grants->any_descriptor) return true;
    if (descriptor == STDIN_FILENO) return grants->given & GRANT_BIT(STDIN);
    if (descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO) return grants->given & GRANT_BIT(STDOUT);
    return descriptor > 0 && (size_t)descriptor / 64 < grants->owned_words && grants->owned[descriptor / 64] >> descriptor % 64 & 1;
}

bool grants_need_stream(VM *vm, int descriptor, StreamUse use) {
    if (!vm->grants || vm->grants->any_descriptor) return true;
    bool is_output = descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO;
    if (is_output && use == STREAM_READ) return grants_allow(vm, GRANT_STDIN, "reading a standard stream");
    if (grants_owns(vm, descriptor)) return true;
    if (is_output) return grants_refuse(vm, GRANT_STDOUT, "writing to standard output");
    return descriptor == STDIN_FILENO ? grants_refuse(vm, GRANT_STDIN, "reading standard input") : (raise_os_error(vm, EBADF, NULL), false);
}

bool grants_need_descriptor(VM *vm, int descriptor) {
    if (!grants_need_stream(vm, descriptor, STREAM_LOOK)) return false;
    return !vm->grants || vm->grants->any_descriptor || descriptor < 0 || descriptor > STDERR_FILENO || grants_allow(vm, GRANT_PROCESS, "this use of a standard stream");
}

bool grants_allow_mode(VM *vm, int mode) { return !(mode & (S_ISUID | S_ISGID)) || grants_allow(vm, GRANT_PROCESS, "a mode with set-user-id or set-group-id"); }

bool grants_need_writable(VM *vm, int descriptor) {
    if (grants_has(vm, GRANT_WRITE) || vm->grants->any_descriptor) return true;
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0) return raise_os_error(vm, errno, NULL), false;
    return (!(flags & O_PATH) && (flags & O_ACCMODE) != O_RDONLY) || grants_refuse(vm, GRANT_WRITE, "changing a file that is open for reading only");
}

int grants_own(VM *vm, int descriptor) {
    Grants *grants = vm->grants;
    if (descriptor >= DESCRIPTORS_MOST / 2 && descriptor % 16 == 0) vm->heap->due_at = 0, attention_set(vm, ATTENTION_COLLECT); // files that were dropped close then
    if (!grants || grants->any_descriptor || descriptor < 0) return descriptor;
    size_t words = (size_t)descriptor / 64 + 1;
    if (words > grants->owned_words) {
        uint64_t *larger = realloc(grants->owned, words * sizeof *larger);
        if (!larger) return close(descriptor), errno = ENOMEM, -1;
        memset(larger + grants->owned_words, 0, (words - grants->owned_words) * sizeof *larger);
        grants->owned = larger, grants->owned_words = words;
    }
    uint64_t *word = &grants->owned[descriptor / 64], bit = (uint64_t)1 << descriptor % 64;
    if (*word & bit) return descriptor;
    if (grants->owned_count == DESCRIPTORS_MOST) return close(descriptor), errno = EMFILE, -1;
    grants->owned_count++;
    *word |= bit;
    return descriptor;
}
bool grants_own_pair(VM *vm, const int pair[2]) {
    if (grants_own(vm, pair[0]) < 0) return close(pair[1]), errno = EMFILE, false;
    return grants_own(vm, pair[1]) >= 0 || (grants_close(vm, pair[0]), errno = EMFILE, false);
}

// In a VM of a host it does not wait for what was sent (SO_LINGER): the system goes on with that by itself.
static int close_at_once(const VM *vm, int descriptor) {
    struct linger linger;
    socklen_t size = sizeof linger;
    if (vm->config.host && getsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, &size) == 0 && linger.l_onoff && linger.l_linger) {
        linger.l_onoff = 0;
        (void)setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, size);
    }
    return close(descriptor);
}
int grants_close(VM *vm, int descriptor) {
    Grants *grants = vm->grants;
    if (!grants || grants->any_descriptor) return close_at_once(vm, descriptor);
    if (descriptor <= STDERR_FILENO || !grants_owns_descriptor(grants, descriptor)) return errno = EBADF, -1;
    grants->owned[descriptor / 64] &= ~((uint64_t)1 << descriptor % 64);
    grants->owned_count--;
    return close_at_once(vm, descriptor);
}

void pipe_signal_hold(const VM *vm, PipeSignal *held) {
    sigset_t pipe, pending;
    held->is_held = vm->config.host && sigpending(&pending) == 0 && !sigismember(&pending, SIGPIPE);
    if (!held->is_held) return;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    held->is_held = pthread_sigmask(SIG_BLOCK, &pipe, &held->before) == 0;
}

void pipe_signal_release(PipeSignal *held) {
    if (!held->is_held) return;
    int error = errno;
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    if (error == EPIPE) sigtimedwait(&pipe, NULL, &(struct timespec){0});
    pthread_sigmask(SIG_SETMASK, &held->before, NULL);
    errno = error;
}

// ---- randomness ----------------------------------------------------------------------------------------------------

uint64_t grants_seed_word(VM *vm) {
    uint64_t turn[2] = {vm->seeds_given++};
    uint64_t low = text_hash(vm, (const char *)turn, sizeof turn);
    turn[1] = 1;
    return low | (uint64_t)text_hash(vm, (const char *)turn, sizeof turn) << 32;
}
