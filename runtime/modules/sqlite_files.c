#define _GNU_SOURCE // O_PATH
#include "runtime/modules/sqlite_files.h"
#include "runtime/grants.h"
#include "runtime/objects/str.h"
#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { FOLDERS_MOST = 64 }; // as many as can be attached, and more
struct DatabaseFiles {
    sqlite3_vfs vfs; // first: what SQLite hands back
    sqlite3_vfs *system;
    VM *vm;
    char name[40];
    int folders[FOLDERS_MOST], folder_count;
    size_t users;
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
    return path && !is_own(files, path) ? SQLITE_PERM : files->system->xOpen(files->system, path, file, flags, flags_out); // NULL: a file without a name, for its own use
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
