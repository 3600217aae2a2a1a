#define _GNU_SOURCE // O_PATH
#include "runtime/modules/sqlite_files.h"
#include "runtime/grants.h"
#include "runtime/objects/str.h"
#include <ctype.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KINDS_MOST = 8 }; // of methods that the system's layer has for files
enum { FOLDERS_MOST = 64 }; // as many as can be attached, and more
struct DatabaseFiles {
    sqlite3_vfs vfs; // first: what SQLite hands back
    sqlite3_vfs *system;
    VM *vm;
    char name[40];
    int folders[FOLDERS_MOST], folder_count;
    size_t users;
    const sqlite3_io_methods *methods_of[KINDS_MOST]; // the system's
    sqlite3_io_methods methods[KINDS_MOST];           // the same without maps
};
static DatabaseFiles *files_of(sqlite3_vfs *vfs) { return (DatabaseFiles *)vfs; }

// A name that find_name has given, or one that SQLite has made of it. (A journal may name others: it is a file, in which a script may write what it wants.)
static bool is_own(const DatabaseFiles *files, const char *path) {
    static const char start[] = "/proc/self/fd/";
    char *name;
    if (strncmp(path, start, sizeof start - 1) != 0 || !isdigit((unsigned char)path[sizeof start - 1])) return false;
    unsigned long descriptor = strtoul(path + sizeof start - 1, &name, 10);
    if (*name != '/' || strchr(name + 1, '/') || strcmp(name + 1, "..") == 0) return false;
    for (int i = 0; i < files->folder_count; i++)
        if ((unsigned long)files->folders[i] == descriptor) return true;
    return false;
}

// ---- files in memory

typedef struct MemoryFile {
    sqlite3_file head;
    Heap *heap;
    unsigned char *data;
    sqlite3_int64 size;
    size_t pages; // of `data`: they count within the heap's limit
} MemoryFile;
static MemoryFile *as_memory(sqlite3_file *file) { return (MemoryFile *)file; }

static bool memory_resize(MemoryFile *m, size_t pages) {
    if (pages > m->pages && !heap_take_outside(m->heap, pages - m->pages)) return false;
    unsigned char *data = pages ? realloc(m->data, pages * HEAP_PAGE) : (free(m->data), NULL);
    if (pages && !data) return pages > m->pages ? heap_give_outside(m->heap, pages - m->pages) : (void)0, false;
    if (pages < m->pages) heap_give_outside(m->heap, m->pages - pages);
    m->data = data, m->pages = pages;
    return true;
}
static int memory_close(sqlite3_file *file) { return memory_resize(as_memory(file), 0), SQLITE_OK; }
static int memory_read(sqlite3_file *file, void *to, int count, sqlite3_int64 at) {
    MemoryFile *m = as_memory(file);
    sqlite3_int64 there = at < m->size ? m->size - at : 0;
    if (there > count) there = count;
    if (there) memcpy(to, m->data + at, (size_t)there);
    memset((char *)to + there, 0, (size_t)(count - there));
    return there == count ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}
static int memory_write(sqlite3_file *file, const void *from, int count, sqlite3_int64 at) {
    MemoryFile *m = as_memory(file);
    size_t needed = ((size_t)at + (size_t)count + HEAP_PAGE - 1) / HEAP_PAGE;
    if (needed > m->pages && !memory_resize(m, needed + needed / 4) && !memory_resize(m, needed)) return SQLITE_IOERR_NOMEM;
    if (at > m->size) memset(m->data + m->size, 0, (size_t)(at - m->size));
    memcpy(m->data + at, from, (size_t)count);
    if (at + count > m->size) m->size = at + count;
    return SQLITE_OK;
}
static int memory_truncate(sqlite3_file *file, sqlite3_int64 size) {
    MemoryFile *m = as_memory(file);
    if (size >= m->size) return SQLITE_OK;
    m->size = size;
    memory_resize(m, ((size_t)size + HEAP_PAGE - 1) / HEAP_PAGE);
    return SQLITE_OK;
}
static int memory_size(sqlite3_file *file, sqlite3_int64 *size) { return *size = as_memory(file)->size, SQLITE_OK; }
static int memory_number(sqlite3_file *file, int number) { return (void)file, (void)number, SQLITE_OK; } // sync, lock, unlock
static int memory_is_reserved(sqlite3_file *file, int *answer) { return (void)file, *answer = 0, SQLITE_OK; }
static int memory_control(sqlite3_file *file, int what, void *argument) { return (void)file, (void)what, (void)argument, SQLITE_NOTFOUND; }
static int memory_sector(sqlite3_file *file) { return (void)file, HEAP_PAGE; }
static int memory_traits(sqlite3_file *file) { return (void)file, SQLITE_IOCAP_POWERSAFE_OVERWRITE; }
static const sqlite3_io_methods memory_methods = {1, memory_close, memory_read, memory_write, memory_truncate, memory_number, memory_size, memory_number, memory_number, memory_is_reserved,
                                                  memory_control, memory_sector, memory_traits, NULL, NULL, NULL, NULL, NULL, NULL};
static int open_in_memory(DatabaseFiles *files, sqlite3_file *file, int flags, int *flags_out) {
    *as_memory(file) = (MemoryFile){.head = {&memory_methods}, .heap = files->vm->heap};
    if (flags_out) *flags_out = flags;
    return SQLITE_OK;
}

// ---- names

static int find_name(sqlite3_vfs *vfs, const char *path, int size, char *out) {
    DatabaseFiles *files = files_of(vfs);
    GrantedPlace place;
    if (is_own(files, path)) return snprintf(out, (size_t)size, "%s", path) < size ? SQLITE_OK : SQLITE_CANTOPEN;
    Value shown = str_from_cstring(files->vm, path);
    if (shown == VALUE_ERROR || !grants_place(files->vm, GRANT_BIT(READ) | GRANT_BIT(WRITE), PLACE_FOLLOW, AT_FDCWD, path, shown, &place)) return SQLITE_PERM;
    int folder = files->folder_count < FOLDERS_MOST ? place.folder == AT_FDCWD ? open(".", O_PATH | O_DIRECTORY | O_CLOEXEC) : fcntl(place.folder, F_DUPFD_CLOEXEC, 3) : -1;
    int used = folder >= 0 && strcmp(place.name, ".") != 0 ? snprintf(out, (size_t)size, "/proc/self/fd/%d/%s", folder, place.name) : size;
    place_leave(&place);
    if (used < size) return files->folders[files->folder_count++] = folder, SQLITE_OK;
    if (folder >= 0) close(folder);
    return SQLITE_CANTOPEN;
}
static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *flags_out) {
    DatabaseFiles *files = files_of(vfs);
    file->pMethods = NULL;
    if (!path) return open_in_memory(files, file, flags, flags_out);
    struct stat status;
    if (is_own(files, path) && stat(path, &status) == 0 && S_ISFIFO(status.st_mode)) return SQLITE_CANTOPEN; // SQLite would wait for who writes to it
    int code = is_own(files, path) ? files->system->xOpen(files->system, path, file, flags, flags_out) : SQLITE_PERM;
    if (!file->pMethods) return code;
    int kind = 0;
    while (kind < KINDS_MOST && files->methods_of[kind] && files->methods_of[kind] != file->pMethods) kind++;
    if (kind == KINDS_MOST) return file->pMethods->xClose(file), file->pMethods = NULL, SQLITE_CANTOPEN;
    if (!files->methods_of[kind]) {
        files->methods_of[kind] = file->pMethods;
        memcpy(&files->methods[kind], file->pMethods, offsetof(sqlite3_io_methods, xShmMap));
        files->methods[kind].iVersion = 1;
    }
    file->pMethods = &files->methods[kind];
    return code;
}
static int delete_file(sqlite3_vfs *vfs, const char *path, int sync_folder) {
    return is_own(files_of(vfs), path) ? files_of(vfs)->system->xDelete(files_of(vfs)->system, path, sync_folder) : SQLITE_PERM;
}
static int access_file(sqlite3_vfs *vfs, const char *path, int flags, int *result) {
    if (is_own(files_of(vfs), path)) return files_of(vfs)->system->xAccess(files_of(vfs)->system, path, flags, result);
    return *result = 0, SQLITE_OK;
}
static int current_time(sqlite3_vfs *vfs, sqlite3_int64 *now) {
    return grants_has(files_of(vfs)->vm, GRANT_CLOCK) ? files_of(vfs)->system->xCurrentTimeInt64(files_of(vfs)->system, now) : SQLITE_PERM;
}
static void *open_library(sqlite3_vfs *vfs, const char *path) { return (void)vfs, (void)path, NULL; }

DatabaseFiles *database_files_new(VM *vm) {
    DatabaseFiles *files = calloc(1, sizeof *files);
    sqlite3_vfs *system = sqlite3_vfs_find(NULL);
    if (!files || !system) return free(files), NULL;
    files->system = system, files->vm = vm, files->users = 1;
    files->vfs = *system;
    snprintf(files->name, sizeof files->name, "typhon-%p", (void *)files);
    files->vfs.zName = files->name, files->vfs.pNext = NULL;
    if ((size_t)files->vfs.szOsFile < sizeof(MemoryFile)) files->vfs.szOsFile = (int)sizeof(MemoryFile);
    files->vfs.xFullPathname = find_name, files->vfs.xOpen = open_file, files->vfs.xDelete = delete_file, files->vfs.xAccess = access_file;
    files->vfs.xCurrentTimeInt64 = current_time, files->vfs.xDlOpen = open_library;
    if (sqlite3_vfs_register(&files->vfs, 0) == SQLITE_OK) return files;
    return free(files), NULL;
}

const char *database_files_name(const DatabaseFiles *files) { return files->name; }

DatabaseFiles *database_files_share(DatabaseFiles *files) {
    if (files) files->users++;
    return files;
}

void database_files_leave(DatabaseFiles *files) {
    if (!files || --files->users) return;
    sqlite3_vfs_unregister(&files->vfs);
    for (int i = 0; i < files->folder_count; i++) close(files->folders[i]);
    free(files);
}
