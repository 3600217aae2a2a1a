// Import: see import.h. Names are dotted and absolute unless said otherwise.
#include "runtime/import.h"
#include "runtime/attributes.h"
#include "runtime/builtins.h"
#include "runtime/call.h"
#include "runtime/grants.h"
#include "runtime/loader.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/sys.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/file.h"
#include "runtime/objects/str.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// Where a module was found.
typedef enum FoundKind { FOUND_NOTHING, FOUND_NATIVE, FOUND_EMBEDDED, FOUND_FILE, FOUND_NAMESPACE, FOUND_SPEC, FOUND_HOST } FoundKind;
typedef struct Found {
    FoundKind kind;
    bool is_package;
    const ModuleDef *native;
    const EmbeddedSource *embedded;
    char path[PATH_MAX]; // of the file
    Value portions;      // NAMESPACE: list of folders
    HostText text;       // HOST
    Value spec;          // SPEC: of a module in an archive or in a file of byte code; importlib/_machinery.py has found it and loads it
} Found;

static Value call_machinery(VM *vm, const char *function, Value first, Value second);
static Value call_library(VM *vm, const char *module_name, const char *function, Value first, Value second);


// ---- files -------------------------------------------------------------------------------------------------------

static const uint32_t FOR_IMPORT = GRANT_BIT(IMPORT) | GRANT_BIT(READ); // either will do

static char *read_descriptor(VM *vm, int descriptor, const char *path, size_t *size) {
    struct stat status;
    size_t capacity = fstat(descriptor, &status) == 0 && status.st_size > 0 && status.st_size < 1 << 30 ? (size_t)status.st_size + 2 : 64 * 1024, used = 0;
    char *text = block_new(vm, capacity);
    while (text) {
        ssize_t got = read(descriptor, text + used, capacity - 1 - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return raise_os_error(vm, errno, path), NULL;
        used += (size_t)got;
        if (!got) break;
        if (used + 1 < capacity) continue;
        char *larger = block_resize(vm, text, capacity, 2 * capacity);
        if (!larger) return NULL;
        text = larger, capacity *= 2;
    }
    if (text) text[used] = 0;
    *size = used;
    return text;
}

char *import_read_file(VM *vm, const char *path, size_t *size) {
    file_flush_all(vm); // the script may have written it just now
    size_t path_size = strlen(path);
    bool is_source = path_size > 3 && strcmp(path + path_size - 3, ".py") == 0;
    Value shown = str_from_cstring(vm, path);
    GrantedPlace place;
    if (shown == VALUE_ERROR || !grants_place(vm, is_source ? FOR_IMPORT : GRANT_BIT(READ), PLACE_ANY | PLACE_FOLLOW, AT_FDCWD, path, shown, &place)) return NULL;
    int descriptor = openat(place.folder, place.name, O_RDONLY | O_CLOEXEC | place.no_follow);
    place_leave(&place);
    if (descriptor < 0) return raise_os_error(vm, errno, path), NULL;
    char *text = read_descriptor(vm, descriptor, path, size);
    close(descriptor);
    return text;
}

static bool is_file_path(VM *vm, const char *path) {
    struct stat status;
    return grants_stat(vm, FOR_IMPORT, path, &status) == 0 && S_ISREG(status.st_mode);
}
static bool is_folder_path(VM *vm, const char *path) {
    struct stat status;
    return grants_stat(vm, FOR_IMPORT, path, &status) == 0 && S_ISDIR(status.st_mode);
}

// ---- finding -----------------------------------------------------------------------------------------------------

// Takes what a function of _machinery.py has found of `name` (a root): a tuple (spec, whether it is a package), or None.
static bool find_spec(VM *vm, const char *function, Value where, Str *name, Found *found) {
    Value answer = call_machinery(vm, function, where, from_object(name));
    if (answer == VALUE_ERROR || !is_tuple(answer)) return answer != VALUE_ERROR;
    found->spec = as_tuple(answer)->items[0];
    found->is_package = as_tuple(answer)->items[1] == VALUE_TRUE;
    return found->kind = FOUND_SPEC, true;
}

// `entry` of the path is a file, or below one: an archive? What the modules in question are made of is not looked for in archives.
static bool find_in_archive(VM *vm, Value entry, Str *name, Found *found) {
    if (vm->imports_archives) return true;
    vm->imports_archives = true;
    ROOT_SCOPE(vm);
    root_push(vm, entry), root_push(vm, from_object(name)), root_push(vm, found->portions);
    Str *module = str_intern(vm, "zipimport", 9);
    bool good = module && import_module(vm, module) != VALUE_ERROR;
    vm->imports_archives = false;
    good = good && find_spec(vm, "_find_in_archive", entry, name, found);
    ROOT_END(vm);
    return good;
}

// In one folder: NAME/__init__.py, NAME.py, or a folder NAME, which may be part of a namespace package.
static bool find_in_folder(VM *vm, const char *folder, const char *name, Found *found, bool *is_file) {
    char here[PATH_MAX];
    if (!*folder) folder = getcwd(here, sizeof here) ? here : ".";
    if (strncmp(folder, EMBEDDED_FOLDER, strlen(EMBEDDED_FOLDER)) == 0) return true;
    const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
    int size = snprintf(found->path, sizeof found->path, "%s%s%s", folder, slash, name);
    if (size < 0 || (size_t)size + sizeof "/__init__.py" > sizeof found->path) return true;
    errno = 0;
    bool folder_exists = is_folder_path(vm, found->path);
    *is_file = !folder_exists && errno == ENOTDIR;
    if (*is_file) return true;
    if (folder_exists) {
        memcpy(found->path + size, "/__init__.py", sizeof "/__init__.py");
        if (is_file_path(vm, found->path)) return found->kind = FOUND_FILE, found->is_package = true;
    }
    memcpy(found->path + size, ".py", sizeof ".py");
    if (is_file_path(vm, found->path)) return found->kind = FOUND_FILE, true;
    if (!folder_exists) return true;
    if (found->portions == VALUE_NONE && (found->portions = list_new(vm, NULL, 0)) == VALUE_ERROR) return false;
    Value portion = str_new(vm, found->path, (size_t)size);
    return portion != VALUE_ERROR && list_append(vm, as_list(found->portions), portion);
}

// NAME.pyc or NAME/__init__.pyc: looked for only when there is nothing else of the name, to spare all other imports the search.
static bool find_bytecode(VM *vm, const List *folders, Str *full_name, const char *name, Found *found) {
    for (size_t i = 0; i < folders->count; i++) {
        if (!is_str(folders->items[i])) continue;
        static const char *const endings[] = {"/__init__", ""};
        for (int j = 0; j < 2; j++) {
            const char *folder = as_str(folders->items[i])->text;
            int size = snprintf(found->path, sizeof found->path, "%s%s%s%s.pyc", folder, *folder ? "/" : "", name, endings[j]);
            if (size < 0 || (size_t)size >= sizeof found->path || !is_file_path(vm, found->path)) continue;
            Value file = str_from_cstring(vm, found->path);
            return file != VALUE_ERROR && find_spec(vm, "_find_bytecode", file, full_name, found);
        }
    }
    return true;
}

static bool find_on_path(VM *vm, Value path, Str *full_name, const char *name, Found *found) {
    file_flush_all(vm); // a script may have written the module just now
    ROOT_SCOPE(vm);
    Value folders = is_list(path) ? path : op_to_list(vm, path);
    bool good = folders != VALUE_ERROR;
    if (good) root_push(vm, folders);
    for (size_t i = 0; good && found->kind == FOUND_NOTHING && i < as_list(folders)->count; i++) {
        Value folder = as_list(folders)->items[i];
        bool is_file = false;
        if (is_str(folder)) good = find_in_folder(vm, as_str(folder)->text, name, found, &is_file);
        if (good && is_file) good = find_in_archive(vm, folder, full_name, found);
    }
    if (good && found->kind == FOUND_NOTHING && !native_module_find(full_name->text) && !embedded_source_find(full_name->text))
        good = find_bytecode(vm, as_list(folders), full_name, name, found);
    ROOT_END(vm);
    if (good && found->kind == FOUND_NOTHING && found->portions != VALUE_NONE) found->kind = FOUND_NAMESPACE, found->is_package = true;
    return good;
}

// Modules that CPython has built in or has imported before a script starts: no file of the script's can take their place.
static bool comes_first(const char *name) {
    static const char *const names[] = {"abc", "atexit", "builtins", "cmath", "codecs", "errno", "gc", "genericpath", "io", "itertools", "marshal", "math", "os", "posix", "posixpath", "pwd", "select", "site", "stat", "sys", "time", "unicodedata", "zipimport"};
    if (*name == '_' && strcmp(name, "__main__") != 0) return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) return true;
    return false;
}

// Of these, those that CPython has imported before a script starts: no finder of a script is asked for them.
static bool is_always_imported(const char *name) {
    static const char *const names[] = {"_abc", "_codecs", "_collections_abc", "_imp", "_io", "_signal", "_sitebuiltins", "_stat", "_thread", "_warnings", "_weakref", "abc", "builtins",
                                        "codecs", "encodings", "genericpath", "io", "marshal", "os", "posix", "posixpath", "site", "stat", "sys", "time", "zipimport"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) return true;
    return false;
}

static bool find_provided(const char *name, Found *found) {
    if ((found->native = native_module_find(name))) return found->kind = FOUND_NATIVE, true;
    found->embedded = embedded_source_find(name);
    // Every encoding is a module: one source makes all of them, and says so itself if there is no encoding of that name.
    if (!found->embedded && strncmp(name, "encodings.", 10) == 0 && name[10] != '_') found->embedded = embedded_source_find("encodings._one");
    if (!found->embedded) return false;
    found->kind = FOUND_EMBEDDED;
    found->is_package = found->embedded->is_package;
    return true;
}

// sys.path, which a script may have replaced. VALUE_NONE: there is none.
static Value system_path(VM *vm) {
    Value sys = import_module(vm, vm->names.sys);
    return sys == VALUE_ERROR ? VALUE_ERROR : get_attribute_or(vm, sys, vm->names.path, VALUE_NONE);
}

static bool find_at_host(VM *vm, const Str *name, HostText *text) { return vm->config.host && vm->config.host->find_module(vm->config.host, name->text, text); }

// path: the package's, or VALUE_NONE for a module at the top. False: raised; found->kind FOUND_NOTHING: there is none.
static bool find(VM *vm, Str *name, Value path, Found *found) {
    const char *dot = strrchr(name->text, '.');
    found->kind = FOUND_NOTHING;
    found->is_package = false;
    found->portions = found->spec = VALUE_NONE;
    if (!dot && comes_first(name->text) && find_provided(name->text, found)) return true;
    if (find_at_host(vm, name, &found->text)) return found->kind = FOUND_HOST, true;
    if (path == VALUE_NONE && (path = system_path(vm)) == VALUE_ERROR) return false;
    if (path != VALUE_NONE && !find_on_path(vm, path, name, dot ? dot + 1 : name->text, found)) return false;
    if (found->kind == FOUND_NOTHING || found->kind == FOUND_NAMESPACE) {
        Found provided = {.kind = FOUND_NOTHING};
        if (find_provided(name->text, &provided)) {
            found->kind = provided.kind, found->is_package = provided.is_package;
            found->native = provided.native, found->embedded = provided.embedded;
        }
    }
    return true;
}

// ---- making and running modules ----------------------------------------------------------------------------------

static bool set_name(VM *vm, Dict *dict, const char *name, Value value) {
    Str *key = str_intern(vm, name, strlen(name));
    return key && dict_set_str(vm, dict, key, value);
}

// Without __spec__ and __loader__: they are made when somebody asks for them.
static Value new_module(VM *vm, Str *name) {
    Value module = module_new(vm, name);
    if (module == VALUE_ERROR) return VALUE_ERROR;
    Dict *dict = ((Module *)as_object(module))->dict;
    dict_delete_str(vm, dict, vm->names.__spec__), dict_delete_str(vm, dict, vm->names.__loader__);
    return module;
}

Value import_add_module(VM *vm, Str *name, Value file, Value package, Value path) {
    Value module = new_module(vm, name);
    if (module == VALUE_ERROR) return VALUE_ERROR;
    Dict *dict = ((Module *)as_object(module))->dict;
    bool good = dict_set_str(vm, dict, vm->names.__package__, package) && dict_set_str(vm, dict, vm->names.__builtins__, from_object(vm->builtins));
    if (good && file != VALUE_NONE) good = dict_set_str(vm, dict, vm->names.__file__, file) && set_name(vm, dict, "__cached__", VALUE_NONE);
    if (good && path != VALUE_UNBOUND) good = dict_set_str(vm, dict, vm->names.__path__, path);
    return good && dict_set_str(vm, vm->modules, name, module) ? module : VALUE_ERROR;
}

// A native module that was imported before and taken out of sys.modules: a new module with the same contents, so that its classes stay the same ones.
static Value load_native_again(VM *vm, Str *name, Module *first) {
    if (name == vm->names.builtins || name == vm->names.sys) return dict_set_str(vm, vm->modules, name, from_object(first)) ? from_object(first) : VALUE_ERROR;
    Value module = new_module(vm, name);
    if (module == VALUE_ERROR || !dict_update(vm, ((Module *)as_object(module))->dict, from_object(first->dict))) return VALUE_ERROR;
    ((Module *)as_object(module))->def = first->def;
    return dict_set_str(vm, vm->modules, name, module) ? module : VALUE_ERROR;
}

static Value load_native(VM *vm, Str *name, const ModuleDef *def) {
    Value first = dict_get_str(vm, vm->native_modules, name);
    if (first != VALUE_UNBOUND) return load_native_again(vm, name, (Module *)as_object(first));
    Value module = new_module(vm, name);
    if (module == VALUE_ERROR) return VALUE_ERROR;
    Module *object = (Module *)as_object(module);
    object->def = def;
    if (def == native_module_find("builtins")) { // its namespace is where built-in names are looked up
        if (!attributes_replace_dict(vm, &object->head, vm->builtins)) return VALUE_ERROR;
    }
    if (!set_name(vm, object->dict, "__package__", vm->empty_str)) return VALUE_ERROR;
    for (const NativeDef *f = def->functions; f && f->name; f++) {
        Value function = native_new(vm, f, VALUE_UNBOUND, from_object(name));
        if (function == VALUE_ERROR || !set_name(vm, object->dict, f->name, function)) return VALUE_ERROR;
    }
    if (!dict_set_str(vm, vm->modules, name, module)) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, module);
    bool good = !def->initialize || def->initialize(vm, module, object->dict);
    ROOT_END(vm);
    if (!good) dict_delete_str(vm, vm->modules, name);
    return good && dict_set_str(vm, vm->native_modules, name, module) ? module : VALUE_ERROR;
}

// Its parent package, "" for a module at the top; a package is its own.
static Value package_of(VM *vm, Str *name, bool is_package) {
    const char *dot = strrchr(name->text, '.');
    if (is_package) return from_object(name);
    return dot ? str_new(vm, name->text, (size_t)(dot - name->text)) : vm->empty_str;
}

// ["FOLDER"] of FOLDER/__init__.py
static Value path_of_package(VM *vm, const char *file) {
    Value folder = str_new(vm, file, (size_t)(strrchr(file, '/') - file));
    return folder == VALUE_ERROR ? VALUE_ERROR : list_new(vm, &folder, 1);
}

enum { MODULE_SIZE_MOST = 512 * 1024 }; // that what a module makes when it runs takes, mostly to stay as long as the program; beyond, it is at work

static bool run_in_module(VM *vm, Value module, Code *code) {
    Module *object = is_module(module) ? (Module *)as_object(module) : NULL;
    if (!object) return true;
    ROOT_SCOPE(vm);
    root_push(vm, module), root_push(vm, from_object(code));
    object->is_initializing = true;
    vm->imports_running++;
    HeapRoom room = heap_room(vm->heap);
    bool good = run_code(vm, code, object->dict, VALUE_UNBOUND, VALUE_NONE) != VALUE_ERROR;
    heap_stay_since(vm->heap, room, MODULE_SIZE_MOST);
    vm->imports_running--;
    object->is_initializing = false;
    ROOT_END(vm);
    return good;
}

static Code *compile_source(VM *vm, const char *file, Str *name, const char *text, size_t size) {
    if (vm->config.loader) return vm->config.loader->load(vm->config.loader->context, vm, file, name->text, text, size, LOAD_FILE, NULL);
    raise_import_error(vm, vm->types.ImportError, from_object(name), VALUE_NONE, VALUE_NONE, "this VM has no compiler to import '%U' with", name);
    return NULL;
}

// What stands for the path of a built-in source.
static void name_embedded(Found *found) {
    const char *dotted = found->embedded->name;
    size_t used = (size_t)snprintf(found->path, sizeof found->path, "%s/%s%s", EMBEDDED_FOLDER, dotted, found->is_package ? "/__init__.py" : ".py");
    for (char *c = found->path + sizeof EMBEDDED_FOLDER; *dotted && used < sizeof found->path; c++, dotted++)
        if (*dotted == '.') *c = '/';
}

// The source of what was found, compiled. *file gets its path as a str.
static Code *compile_found(VM *vm, Str *name, Found *found, Value *file) {
    if (found->kind == FOUND_EMBEDDED) name_embedded(found);
    if (found->kind == FOUND_HOST) {
        if ((*file = str_from_cstring(vm, found->text.path)) == VALUE_ERROR) return NULL;
        ROOT_SCOPE(vm);
        root_push(vm, *file);
        Code *code = compile_source(vm, as_str(*file)->text, name, found->text.text, found->text.size);
        ROOT_END(vm);
        return code;
    }
    size_t size = 0;
    char *unpacked = NULL;
    if (found->kind == FOUND_EMBEDDED) size = found->embedded->size;
    const char *text = found->kind == FOUND_EMBEDDED ? embedded_source_text(vm, found->embedded, &unpacked) : import_read_file(vm, found->path, &size);
    Code *code = text ? compile_source(vm, found->path, name, text, size) : NULL;
    free(unpacked);
    // Only now: compiling may run code, that of warnings.
    return code && (*file = str_from_cstring(vm, found->path)) != VALUE_ERROR ? code : NULL;
}

static Value load(VM *vm, Str *name, Found *found) {
    if (found->kind == FOUND_NATIVE) return load_native(vm, name, found->native);
    if (found->kind == FOUND_SPEC) return call_machinery(vm, "_load_found", found->spec, from_object(name));
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    Value file = VALUE_NONE, path = VALUE_UNBOUND;
    Code *code = NULL;
    if (found->kind != FOUND_NAMESPACE && !(code = compile_found(vm, name, found, &file))) return VALUE_ERROR;
    if (found->kind == FOUND_NAMESPACE && (path = call_library(vm, "_namespace_path", "_NamespacePath", from_object(name), found->portions)) == VALUE_ERROR) return VALUE_ERROR;
    Value package = package_of(vm, name, found->is_package);
    if (package == VALUE_ERROR) return VALUE_ERROR;
    if (found->kind == FOUND_NAMESPACE) {
        Value folder = import_add_module(vm, name, file, package, path);
        return folder != VALUE_ERROR && dict_set_str(vm, ((Module *)as_object(folder))->dict, vm->names.__file__, VALUE_NONE) ? folder : VALUE_ERROR;
    }
    if (found->is_package && (path = path_of_package(vm, found->path)) == VALUE_ERROR) return VALUE_ERROR;
    Value module = import_add_module(vm, name, file, package, path);
    if (module == VALUE_ERROR) return VALUE_ERROR;
    if (run_in_module(vm, module, code)) return module;
    dict_delete_str(vm, vm->modules, name);
    return VALUE_ERROR;
}

// ---- importing by absolute name ----------------------------------------------------------------------------------

bool import_is_library_module(const Str *name) {
    static const char names[] =
#include "runtime/library_names.inc"
        ;
    if (!name->size || memchr(name->text, ' ', name->size)) return false;
    for (const char *p = names; (p = strstr(p, name->text)); p++)
        if ((p == names || p[-1] == ' ') && p[name->size] == ' ') return true;
    return false;
}

#ifdef TYPHON_CORE
static const char missing_library_module[] = "No module named %R: this build of Typhon has no standard library (docs/embedding.md says what it has)";
#else
static const char missing_library_module[] = "No module named %R: this module of CPython's library is not part of Typhon (docs/library.md says what is)";
#endif
Value import_raise_not_found(VM *vm, Str *name) {
    if (import_is_library_module(name) && name->text[0] != '_')
        return raise_import_error(vm, vm->types.ModuleNotFoundError, from_object(name), VALUE_NONE, VALUE_NONE,
                                  missing_library_module, from_object(name));
    return raise_import_error(vm, vm->types.ModuleNotFoundError, from_object(name), VALUE_NONE, VALUE_NONE, "No module named %R", from_object(name));
}

// From sys.modules; VALUE_UNBOUND: not there. None there says that it must not be imported.
static Value already_imported(VM *vm, Str *name) {
    Value module = dict_get_str(vm, vm->modules, name);
    if (module != VALUE_NONE) return module;
    return raise_import_error(vm, vm->types.ModuleNotFoundError, from_object(name), VALUE_NONE, VALUE_NONE, "import of %U halted; None in sys.modules", name);
}

static Value find_and_load(VM *vm, Str *name, Value path) {
    Found *found = malloc(sizeof *found);
    if (!found) return raise_memory_error(vm);
    bool good = find(vm, name, path, found);
    if (good && found->kind == FOUND_NOTHING) import_raise_not_found(vm, name), good = false;
    Value module = good ? load(vm, name, found) : VALUE_ERROR;
    free(found);
    return module;
}

// Whether sys.meta_path has been made, which may hold finders of the script's, too.
static bool has_finders(VM *vm) {
    Value sys = dict_get_str(vm, vm->modules, vm->names.sys);
    return is_module(sys) && dict_get_str(vm, ((Module *)as_object(sys))->dict, vm->names.meta_path) != VALUE_UNBOUND;
}

// A function of a module of the library.
static Value call_library(VM *vm, const char *module_name, const char *function, Value first, Value second) {
    Value args[2] = {first, second};
    Str *module_name_ = str_intern(vm, module_name, strlen(module_name)), *name = str_intern(vm, function, strlen(function));
    if (!module_name_ || !name) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, first), root_push(vm, second);
    root_push(vm, from_object(name)), root_push(vm, from_object(module_name_)); // interned strings are held weakly
    Value module = dict_get_str(vm, vm->modules, module_name_);
    if (module == VALUE_UNBOUND) module = import_module(vm, module_name_);
    Value result = module == VALUE_ERROR ? VALUE_ERROR : call_method(vm, module, name, args, 2);
    ROOT_END(vm);
    return result;
}

static Value call_machinery(VM *vm, const char *function, Value first, Value second) { return call_library(vm, "importlib._machinery", function, first, second); }

// Finds and loads `name`, whose parent package (VALUE_NONE: none) is imported.
static Value import_one(VM *vm, Str *name, Value parent) {
    Value module = already_imported(vm, name), path = VALUE_NONE;
    if (module != VALUE_UNBOUND) return module;
    HostText text;
    bool is_hosts = find_at_host(vm, name, &text);
    if (parent != VALUE_NONE) {
        path = get_attribute_or(vm, parent, vm->names.__path__, VALUE_UNBOUND);
        if (path == VALUE_ERROR) return VALUE_ERROR;
        if (path == VALUE_UNBOUND && !is_hosts && !native_module_find(name->text) && !embedded_source_find(name->text)) {
            Value parent_name = str_new(vm, name->text, (size_t)(strrchr(name->text, '.') - name->text));
            if (parent_name == VALUE_ERROR) return VALUE_ERROR;
            return raise_import_error(vm, vm->types.ModuleNotFoundError, from_object(name), VALUE_NONE, VALUE_NONE, "No module named %R; %R is not a package", from_object(name), parent_name);
        }
        if (path == VALUE_UNBOUND && (path = list_new(vm, NULL, 0)) == VALUE_ERROR) return VALUE_ERROR;
        module = dict_get_str(vm, vm->modules, name); // importing the parent may have imported it
        if (module != VALUE_UNBOUND && module != VALUE_NONE) return module;
    }
    module = has_finders(vm) && !is_hosts && !(parent == VALUE_NONE && is_always_imported(name->text)) ? call_machinery(vm, "_find_and_load", from_object(name), path) : find_and_load(vm, name, path);
    if (module == VALUE_ERROR) return VALUE_ERROR;
    bool good;
    module = dict_get_str(vm, vm->modules, name); // it may have put something else there
    if (module == VALUE_UNBOUND) return raise_key_error(vm, from_object(name)); // it has taken itself out
    if (parent == VALUE_NONE) return module;
    ROOT_SCOPE(vm);
    root_push(vm, module);
    const char *last = strrchr(name->text, '.') + 1;
    Str *attribute = str_intern(vm, last, strlen(last));
    good = attribute && set_attribute(vm, parent, attribute, module);
    if (attribute && !good && error_matches(vm, vm->types.AttributeError)) error_clear(vm), good = true;
    ROOT_END(vm);
    return good ? module : VALUE_ERROR;
}

static Value import_dotted(VM *vm, Str *name) {
    ROOT_SCOPE(vm);
    root_push(vm, from_object(name));
    Value module = VALUE_NONE;
    for (size_t end = 0; module != VALUE_ERROR && end < name->size;) {
        if (end) end++;
        const char *dot = memchr(name->text + end, '.', name->size - end);
        size_t start = end;
        end = dot ? (size_t)(dot - name->text) : name->size;
        if (end == start) { // "a..b"
            module = import_raise_not_found(vm, name);
            break;
        }
        Str *part = str_intern(vm, name->text, end);
        if (part) root_push(vm, from_object(part)); // interned strings are held weakly
        module = part ? import_one(vm, part, module) : VALUE_ERROR;
        if (module != VALUE_ERROR) root_push(vm, module);
    }
    ROOT_END(vm);
    return module;
}

Value import_module(VM *vm, Str *name) {
    Value module = dict_get_str(vm, vm->modules, name);
    if (module != VALUE_UNBOUND && module != VALUE_NONE) return module;
    return import_dotted(vm, name);
}

// ---- the import statement ----------------------------------------------------------------------------------------

// The package that relative names in code with these globals start from. NULL: error set.
static Str *calling_package(VM *vm, Dict *globals) {
    Value package = globals ? dict_get_str(vm, globals, vm->names.__package__) : VALUE_UNBOUND;
    if (package != VALUE_UNBOUND && package != VALUE_NONE) {
        if (is_str(package)) return as_str(package);
        raise_type_error(vm, "package must be a string");
        return NULL;
    }
    Value name = globals ? dict_get_str(vm, globals, vm->names.__name__) : VALUE_UNBOUND;
    if (name == VALUE_UNBOUND) return raise_error(vm, vm->types.KeyError, "'__name__' not in globals"), NULL;
    if (!is_str(name)) return raise_type_error(vm, "__name__ must be a string"), NULL;
    if (dict_get_str(vm, globals, vm->names.__path__) != VALUE_UNBOUND) return as_str(name);
    const char *dot = strrchr(as_str(name)->text, '.');
    package = str_new(vm, as_str(name)->text, dot ? (size_t)(dot - as_str(name)->text) : 0);
    return package == VALUE_ERROR ? NULL : as_str(package);
}

static Str *absolute_name(VM *vm, Str *name, Dict *globals, int64_t level) {
    Str *package = calling_package(vm, globals);
    if (!package) return NULL;
    if (!package->size) return raise_import_error(vm, vm->types.ImportError, VALUE_NONE, VALUE_NONE, VALUE_NONE, "attempted relative import with no known parent package"), NULL;
    size_t size = package->size;
    for (; level > 1; level--) {
        while (size && package->text[size - 1] != '.') size--;
        if (!size) return raise_import_error(vm, vm->types.ImportError, VALUE_NONE, VALUE_NONE, VALUE_NONE, "attempted relative import beyond top-level package"), NULL;
        size--;
    }
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add(&b, package->text, size);
    if (name->size) str_builder_add(&b, ".", 1), str_builder_add_str(&b, name);
    Value absolute = str_builder_finish(&b);
    return absolute == VALUE_ERROR ? NULL : str_intern_value(vm, as_str(absolute));
}

// Imports the submodule `item` of a package unless the package has such an attribute. A submodule that does not exist is no error here.
static bool import_submodule(VM *vm, Value module, Str *package, Str *item) {
    Value there = get_attribute_or(vm, module, item, VALUE_UNBOUND);
    if (there != VALUE_UNBOUND) return there != VALUE_ERROR;
    Value full = str_from_format(vm, "%U.%U", package, item);
    Str *name = full == VALUE_ERROR ? NULL : str_intern_value(vm, as_str(full));
    if (!name) return false;
    if (import_module(vm, name) != VALUE_ERROR) return true;
    if (!error_matches(vm, vm->types.ModuleNotFoundError)) return false;
    Value missing = as_exception(vm->exception)->fields[IMPORT_ERROR_NAME];
    if (!is_str(missing) || !str_equal(as_str(missing), name)) return false;
    if (dict_get_str(vm, vm->modules, name) == VALUE_NONE) return false;
    error_clear(vm);
    return true;
}

static bool import_from_list(VM *vm, Value module, Value names, bool is_all) {
    Value own = get_attribute_or(vm, module, vm->names.__name__, VALUE_UNBOUND); // of whatever a package has put in its own place
    if (!is_str(own)) return own != VALUE_ERROR;
    Str *package = as_str(own);
    ROOT_SCOPE(vm);
    root_push(vm, module), root_push(vm, names), root_push(vm, own);
    Value list = op_to_list(vm, names);
    bool good = list != VALUE_ERROR;
    if (good) root_push(vm, list);
    for (size_t i = 0; good && i < as_list(list)->count; i++) {
        Value item = as_list(list)->items[i];
        if (!is_str(item)) {
            if (is_all) raise_type_error(vm, "Item in %U.__all__ must be str, not %T", package, item);
            else raise_type_error(vm, "Item in ``from list'' must be str, not %T", item);
            good = false;
        } else if (str_equals_cstring(as_str(item), "*")) {
            Value all = is_all ? VALUE_UNBOUND : get_attribute_or(vm, module, vm->names.__all__, VALUE_UNBOUND);
            good = all != VALUE_ERROR && (all == VALUE_UNBOUND || import_from_list(vm, module, all, true));
        } else {
            Str *name = str_intern_value(vm, as_str(item));
            good = name && import_submodule(vm, module, package, name);
        }
    }
    ROOT_END(vm);
    return good;
}

// The package at the top of `import a.b.c`; for a relative name, as much of the module's name as comes before the first dot of `name`.
static Value topmost(VM *vm, Str *name, Str *absolute, Value module) {
    const char *dot = memchr(name->text, '.', name->size);
    if (!dot) return module;
    size_t cut = name->size - (size_t)(dot - name->text);
    Str *top = str_intern(vm, absolute->text, absolute->size - cut);
    return top ? import_module(vm, top) : VALUE_ERROR;
}

Value import_name(VM *vm, Str *name, Dict *globals, Value fromlist, int64_t level) {
    if (level < 0) return raise_value_error(vm, "level must be >= 0");
    if (!level && !name->size) return raise_value_error(vm, "Empty module name");
    Str *absolute = level ? absolute_name(vm, name, globals, level) : str_intern_value(vm, name);
    if (!absolute) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(absolute)), root_push(vm, from_object(name)), root_push(vm, fromlist);
    Value module = import_module(vm, absolute);
    int has_list = module == VALUE_ERROR ? -1 : fromlist == VALUE_UNBOUND ? 0 : op_truth(vm, fromlist);
    if (has_list == 0) {
        module = topmost(vm, name, absolute, module);
    } else if (has_list > 0) {
        root_push(vm, module);
        Value path = get_attribute_or(vm, module, vm->names.__path__, VALUE_UNBOUND);
        const bool may_have_modules = path != VALUE_UNBOUND || vm->config.host; // a host's packages lie nowhere: it is asked
        if (path == VALUE_ERROR || (may_have_modules && !import_from_list(vm, module, fromlist, false))) module = VALUE_ERROR;
    }
    ROOT_END(vm);
    if (is_module(module) && ((Module *)as_object(module))->dict == vm->builtins && !builtins_dict(vm)) return VALUE_ERROR; // it is to be seen
    return has_list < 0 ? VALUE_ERROR : module;
}

Value import_from(VM *vm, Value module, Str *name) {
    Value value = get_attribute_or(vm, module, name, VALUE_UNBOUND);
    if (value != VALUE_UNBOUND) return value;
    Value own = get_attribute_or(vm, module, vm->names.__name__, VALUE_UNBOUND);
    if (own == VALUE_ERROR) return VALUE_ERROR;
    if (!is_str(own)) // not a module at all
        return raise_import_error(vm, vm->types.ImportError, VALUE_NONE, VALUE_NONE, from_object(name), "cannot import name %R from '<unknown module name>' (unknown location)", from_object(name));
    Value full = str_from_format(vm, "%U.%U", as_str(own), name);
    if (full == VALUE_ERROR) return VALUE_ERROR;
    value = dict_get(vm, vm->modules, full); // imported, but its package does not have it yet: a circular import
    if (value != VALUE_UNBOUND) return value;
    Value file = get_attribute_or(vm, module, vm->names.__file__, VALUE_NONE);
    if (file == VALUE_ERROR) return VALUE_ERROR;
    bool partial = is_module(module) && ((Module *)as_object(module))->is_initializing;
    const char *format = partial ? "cannot import name %R from partially initialized module %R (most likely due to a circular import) (%s)" : "cannot import name %R from %R (%s)";
    return raise_import_error(vm, vm->types.ImportError, own, is_str(file) ? file : VALUE_NONE, from_object(name), format, from_object(name), own, is_str(file) ? as_str(file)->text : "unknown location");
}

static bool import_listed(VM *vm, Value module, Value all, Value namespace_) {
    Value names = op_to_list(vm, all);
    if (names == VALUE_ERROR) return false;
    root_push(vm, names);
    for (size_t i = 0; i < as_list(names)->count; i++) {
        Value item = as_list(names)->items[i];
        if (!is_str(item)) {
            Str *own = module_name(vm, module);
            return raise_type_error(vm, "Item in %s.__all__ must be str, not %T", own ? own->text : "?", item), false;
        }
        Str *name = str_intern_value(vm, as_str(item));
        if (name) root_push(vm, from_object(name));
        Value value = name ? get_attribute(vm, module, name) : VALUE_ERROR;
        if (value == VALUE_ERROR || !op_set_item(vm, namespace_, from_object(name), value)) return false;
        vm->roots_top--;
    }
    return true;
}

// A module's namespace with all that belongs there, which no script gets to see; VALUE_UNBOUND: its __dict__ has to be asked for.
static Value whole_namespace(VM *vm, Value module) {
    Dict *dict = is_exactly(module, vm->types.module) ? ((Module *)as_object(module))->dict : NULL;
    return dict && dict != vm->builtins && !sys_lacks_info(vm, dict) ? from_object(dict) : VALUE_UNBOUND;
}

static bool import_public(VM *vm, Value module, Value namespace_) {
    Value dict = whole_namespace(vm, module);
    if (dict == VALUE_UNBOUND) dict = get_attribute_or(vm, module, vm->names.__dict__, VALUE_UNBOUND);
    if (dict == VALUE_ERROR) return false;
    if (dict == VALUE_UNBOUND) return raise_error(vm, vm->types.ImportError, "from-import-* object has no __dict__ and no __all__"), false;
    Value names = op_to_list(vm, dict);
    if (names == VALUE_ERROR) return false;
    root_push(vm, names), root_push(vm, dict);
    for (size_t i = 0; i < as_list(names)->count; i++) {
        Value name = as_list(names)->items[i];
        if (!is_str(name)) {
            Str *own = module_name(vm, module);
            return raise_type_error(vm, "Key in %s.__dict__ must be str, not %T", own ? own->text : "?", name), false;
        }
        if (as_str(name)->text[0] == '_') continue;
        Str *key = str_intern_value(vm, as_str(name));
        Value value = key ? get_attribute(vm, module, key) : VALUE_ERROR;
        if (value == VALUE_ERROR || !op_set_item(vm, namespace_, name, value)) return false;
    }
    return true;
}

bool import_star(VM *vm, Value module, Value namespace_) {
    ROOT_SCOPE(vm);
    root_push(vm, module), root_push(vm, namespace_);
    Value all = get_attribute_or(vm, module, vm->names.__all__, VALUE_UNBOUND);
    bool good = all != VALUE_ERROR && (all == VALUE_UNBOUND ? import_public(vm, module, namespace_) : import_listed(vm, module, all, namespace_));
    ROOT_END(vm);
    return good;
}

// ---- for importlib -----------------------------------------------------------------------------------------------

Value import_describe(VM *vm, Str *name, Value path) {
    static const char *const kinds[] = {[FOUND_NATIVE] = "native", [FOUND_EMBEDDED] = "embedded", [FOUND_FILE] = "file", [FOUND_NAMESPACE] = "namespace", [FOUND_SPEC] = "spec"};
    Found *found = malloc(sizeof *found);
    if (!found) return raise_memory_error(vm);
    Value result = VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(name)), root_push(vm, path);
    if (find(vm, name, path, found)) {
        Value kind = found->kind == FOUND_NOTHING ? VALUE_NONE : str_from_cstring(vm, kinds[found->kind]), origin = VALUE_NONE;
        if (found->kind == FOUND_EMBEDDED) name_embedded(found);
        if (found->kind == FOUND_FILE || found->kind == FOUND_EMBEDDED) origin = str_from_cstring(vm, found->path);
        bool is_package = found->is_package;
        if (found->kind == FOUND_SPEC) origin = found->spec;
        if (found->kind == FOUND_NOTHING) result = VALUE_NONE;
        else if (kind != VALUE_ERROR && origin != VALUE_ERROR)
            result = tuple_pack(vm, 4, kind, origin, from_bool(is_package), found->kind == FOUND_NAMESPACE ? found->portions : VALUE_NONE);
    }
    ROOT_END(vm);
    free(found);
    return result;
}

Value import_load_native(VM *vm, Str *name) {
    const ModuleDef *def = native_module_find(name->text);
    return def ? load_native(vm, name, def) : raise_import_error(vm, vm->types.ImportError, from_object(name), VALUE_NONE, VALUE_NONE, "%R is not a built-in module", from_object(name));
}

bool import_execute(VM *vm, Value module, Str *name, Value file) {
    Found *found = malloc(sizeof *found);
    if (!found) return raise_memory_error(vm), false;
    ROOT_SCOPE(vm);
    root_push(vm, module);
    found->kind = file == VALUE_NONE ? FOUND_EMBEDDED : FOUND_FILE;
    found->embedded = file == VALUE_NONE ? embedded_source_find(name->text) : NULL;
    found->is_package = found->embedded && found->embedded->is_package;
    if (file != VALUE_NONE) snprintf(found->path, sizeof found->path, "%s", as_str(file)->text);
    Code *code = NULL;
    Value path;
    if (file == VALUE_NONE && !found->embedded) import_raise_not_found(vm, name);
    else code = compile_found(vm, name, found, &path);
    free(found);
    bool good = code && run_in_module(vm, module, code);
    ROOT_END(vm);
    return good;
}

static bool is_site_builtin(const VM *vm, const Str *name) {
    return name == vm->names.exit || name == vm->names.quit || name == vm->names.help || name == vm->names.copyright || name == vm->names.credits || name == vm->names.license;
}
Value import_site_builtin(VM *vm, Str *name) {
    if (!is_site_builtin(vm, name)) return VALUE_UNBOUND;
    Str *module_name_ = str_intern(vm, "_sitebuiltins", 13);
    Value module = module_name_ ? import_module(vm, module_name_) : VALUE_ERROR;
    Value value = module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, name);
    return value != VALUE_ERROR && dict_set_str(vm, vm->builtins, name, value) ? value : VALUE_ERROR;
}

bool import_makes_attribute(VM *vm, const Module *module, Str *name) {
    if (name == vm->names.__spec__ || name == vm->names.__loader__) return true;
    if (module->dict == vm->builtins) return is_site_builtin(vm, name);
    if (name != vm->names.meta_path && name != vm->names.path_hooks && name != vm->names.path_importer_cache) return false;
    return module->def == native_module_find("sys");
}

bool import_list_made_attributes(VM *vm, const Module *module, List *names) {
    Str *const made[] = {vm->names.__spec__, vm->names.__loader__, vm->names.meta_path, vm->names.path_hooks, vm->names.path_importer_cache, vm->names.exit,
                         vm->names.quit, vm->names.help, vm->names.copyright, vm->names.credits, vm->names.license};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        bool is_there = dict_get_str(vm, module->dict, made[i]) != VALUE_UNBOUND;
        if (!is_there && import_makes_attribute(vm, module, made[i]) && !list_append(vm, names, from_object(made[i]))) return false;
    }
    return true;
}

Value import_make_attribute(VM *vm, Value module, Str *name) {
    if (((Module *)as_object(module))->dict == vm->builtins && is_site_builtin(vm, name)) return import_site_builtin(vm, name);
    return call_machinery(vm, "_make_attribute", module, from_object(name));
}

Value import_module_repr(VM *vm, Value module) {
    Value spec = dict_get_str(vm, ((Module *)as_object(module))->dict, vm->names.__spec__);
    Value loader = dict_get_str(vm, ((Module *)as_object(module))->dict, vm->names.__loader__);
    bool is_plain = (spec == VALUE_UNBOUND || spec == VALUE_NONE) && (loader == VALUE_UNBOUND || loader == VALUE_NONE);
    if (is_plain && dict_get_str(vm, ((Module *)as_object(module))->dict, vm->names.__path__) == VALUE_UNBOUND) return VALUE_UNBOUND;
    return call_machinery(vm, "_module_repr", module, VALUE_NONE);
}

// ---- -m ----------------------------------------------------------------------------------------------------------

// The main module is in an archive or a file of byte code: (code, file) from its loader.
static bool find_main_by_spec(VM *vm, Str *name, Value spec, Code **code, Value *file, Value *package) {
    Value answer = call_machinery(vm, "_main_of", spec, from_object(name));
    if (answer == VALUE_ERROR) return false;
    if (!is_tuple(answer)) return import_raise_not_found(vm, name), false;
    *file = as_tuple(answer)->items[1];
    if (!is_layout(as_tuple(answer)->items[0], LAYOUT_CODE)) return import_raise_not_found(vm, name), false;
    *code = (Code *)as_object(as_tuple(answer)->items[0]);
    return (*package = package_of(vm, name, false)) != VALUE_ERROR;
}

// name: a root.
static bool find_main(VM *vm, Str *name, Code **code, Value *file, Value *package) {
    const char *dot = strrchr(name->text, '.');
    Value parent = VALUE_NONE, path = VALUE_NONE;
    if (dot) {
        Str *parent_name = str_intern(vm, name->text, (size_t)(dot - name->text));
        if (!parent_name || (parent = import_module(vm, parent_name)) == VALUE_ERROR) return false;
        path = get_attribute_or(vm, parent, vm->names.__path__, VALUE_UNBOUND);
        if (path == VALUE_UNBOUND) import_raise_not_found(vm, name);
        if (path == VALUE_UNBOUND || path == VALUE_ERROR) return false;
    }
    Found *found = malloc(sizeof *found);
    if (!found) return raise_memory_error(vm), false;
    bool good = find(vm, name, path, found);
    if (good && found->is_package) {
        free(found);
        Value main = str_from_format(vm, "%U.__main__", name);
        Str *main_name = main == VALUE_ERROR ? NULL : str_intern_value(vm, as_str(main));
        if (dot && strcmp(dot, ".__main__") == 0) return import_raise_not_found(vm, name), false;
        return main_name && import_find_main(vm, main_name, code, file, package);
    }
    if (good && found->kind == FOUND_NOTHING) import_raise_not_found(vm, name), good = false;
    if (good && found->kind == FOUND_NATIVE)
        raise_import_error(vm, vm->types.ImportError, from_object(name), VALUE_NONE, VALUE_NONE, "No code object available for %U", name), good = false;
    if (good && found->kind == FOUND_SPEC) {
        Value spec = found->spec;
        free(found);
        return find_main_by_spec(vm, name, spec, code, file, package);
    }
    if (good) good = (*code = compile_found(vm, name, found, file)) != NULL && (*package = package_of(vm, name, false)) != VALUE_ERROR;
    free(found);
    return good;
}

bool import_describe_main(VM *vm, Value main, Str *name) { return call_machinery(vm, "_describe_main", main, from_object(name)) != VALUE_ERROR; }

bool import_find_main(VM *vm, Str *name, Code **code, Value *file, Value *package) {
    ROOT_SCOPE(vm);
    root_push(vm, from_object(name)); // importing its parents runs code
    bool good = find_main(vm, name, code, file, package);
    ROOT_END(vm);
    return good;
}
