#include "embed/own_modules.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

// What comes after `folder/` in `path`; NULL: it does not lie there.
static const char *below(const char *folder, const char *path) {
    size_t size = strlen(folder);
    while (size > 1 && folder[size - 1] == '/') size--;
    if (strncmp(folder, path, size) != 0) return NULL;
    if (size && folder[size - 1] == '/') return path + size;
    return path[size] == '/' ? path + size + 1 : NULL;
}

static bool has_part(const char *path, const char *part) {
    size_t size = strlen(part);
    for (const char *at = path; (at = strstr(at, part)); at += size)
        if ((at == path || at[-1] == '/') && at[size] == '/') return true;
    return false;
}

// sys.path as it stands now, or NULL. Nothing of a script runs.
static const List *system_path(VM *vm) {
    Value sys = dict_get_str(vm, vm->modules, vm->names.sys);
    if (!is_module(sys)) return NULL;
    Value path = dict_get_str(vm, ((Module *)as_object(sys))->dict, vm->names.path);
    return is_list(path) ? as_list(path) : NULL;
}

// Does a longer entry of sys.path lead there?
static bool is_of_other_entry(VM *vm, const char *folder, const char *path) {
    const List *entries = system_path(vm);
    char real[PATH_MAX];
    for (size_t i = 0; entries && i < entries->count; i++) {
        const Value entry = entries->items[i];
        if (!is_str(entry) || !as_str(entry)->size || !realpath(as_str(entry)->text, real)) continue;
        const char *rest = below(folder, real);
        if (rest && *rest && below(real, path)) return true;
    }
    return false;
}

// The folder of `path` without links, and the name in it: a file linked into the folder lies there. False: there is no such folder.
static bool real_place(const char *path, char *out) {
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t size = slash ? (size_t)(slash - path) + 1 : 0;
    if (size >= sizeof folder) return false;
    memcpy(folder, path, size);
    folder[size] = 0;
    if (!realpath(size ? folder : ".", out)) return false;
    size = strlen(out);
    if (size + strlen(name) + 2 > PATH_MAX) return false;
    if (out[size - 1] != '/') out[size++] = '/';
    memcpy(out + size, name, strlen(name) + 1);
    return true;
}

bool is_own_module(VM *vm, const char *folder, const char *path) {
    char real_folder[PATH_MAX], real_path[PATH_MAX];
    if (!folder || !*folder || !realpath(folder, real_folder) || !real_place(path, real_path)) return true;
    const char *rest = below(real_folder, real_path);
    return rest && !has_part(rest, "site-packages") && !has_part(rest, "dist-packages") && !is_of_other_entry(vm, real_folder, real_path);
}
