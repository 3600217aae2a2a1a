// Modules: finding and loading them, and the names they hold (module.h).
#include "typecheck/infer.h"
#include "typecheck/interface.h"
#include <stdio.h>
#include <sys/stat.h>

static const Module missing_module; // stands in checker->modules for names that lead nowhere

char *check_path(Checker *checker, const char *folder, const char *relative) {
    size_t size = strlen(folder);
    char *path = arena_alloc(checker->arena, size + strlen(relative) + 2);
    memcpy(path, folder, size);
    if (size && folder[size - 1] != '/') path[size++] = '/';
    strcpy(path + size, relative);
    return path;
}

// ---- units ------------------------------------------------------------------------------------------------------------------------

Unit *unit_new(Module *module, const Source *source, const ParseResult *parsed, const ScopeTree *scopes, bool is_checked) {
    TreeArena *arena = module->checker->arena;
    Unit *unit = arena_new(arena, Unit);
    unit->checker = module->checker;
    unit->module = module;
    unit->source = source;
    unit->root = parsed->root;
    unit->node_count = parsed->node_count;
    unit->is_partial = parsed->error_count > 0;
    unit->checker->has_partial |= unit->is_partial;
    unit->scopes = scopes;
    unit->ignores = parsed->ignores;
    unit->ignore_count = parsed->ignore_count;
    unit->is_stub = module->is_stub;
    unit->is_checked = is_checked;
    for (uint32_t i = 0; is_checked && i < unit->checker->diagnostics->items.count; i++) {
        const Diagnostic *diagnostic = unit->checker->diagnostics->items.items[i];
        if (diagnostic->source == source) vec_push(arena, &unit->syntax_errors, diagnostic->span);
    }
    return unit;
}

// Of a file that was read: an answer hangs on no more of it than that.
static void note_interface(Checker *checker, const Source *source, const ParseResult *parsed) {
    for (uint32_t i = checker->dependencies.count; i-- > 0;) {
        CheckDependency *dependency = &checker->dependencies.items[i];
        if (!dependency->is_read || dependency->path != source->path) continue;
        dependency->has_interface = interface_digest(parsed, checker->arena, &dependency->interface);
        return;
    }
}

Unit *unit_parse(Module *module, const Source *source) {
    Checker *checker = module->checker;
    DiagList ignored;
    diag_init(&ignored, checker->arena);
    ParseResult parsed = parse_source(source, PARSE_FILE, checker->arena, checker->atoms, &ignored);
    if (!parsed.root || parsed.root->kind != AST_Module) return NULL;
    parse_type_comments(&parsed, source, checker->arena, checker->atoms);
    note_interface(checker, source, &parsed);
    ScopeTree *scopes = scope_analyze(parsed.root, source, checker->arena, checker->atoms, &ignored);
    return scopes ? unit_new(module, source, &parsed, scopes, false) : NULL;
}

// ---- finding ----------------------------------------------------------------------------------------------------------------------

static Module *module_new(Checker *checker, const Atom *name, const char *path, bool is_package, bool is_stub) {
    Module *module = arena_new(checker->arena, Module);
    module->name = name;
    module->checker = checker;
    module->path = path;
    module->is_package = is_package;
    module->is_stub = is_stub;
    map_set_pointer(checker->arena, &checker->modules, name, module);
    return module;
}

static void note_dependency(Checker *checker, CheckDependency dependency) {
    if (checker->options.notes_dependencies) vec_push(checker->arena, &checker->dependencies, dependency);
}

PathKind path_kind(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0) return PATH_ABSENT;
    return S_ISREG(status.st_mode) ? PATH_FILE : S_ISDIR(status.st_mode) ? PATH_FOLDER : PATH_OTHER;
}
static bool is_kind(Checker *checker, const char *path, PathKind wanted) {
    const CheckOptions *options = &checker->options;
    PathKind kind = options->may_read && !options->may_read(options->read_context, path) ? PATH_ABSENT : path_kind(path);
    note_dependency(checker, (CheckDependency){.path = path, .kind = kind});
    return kind == wanted;
}
static bool is_file(Checker *checker, const char *path) { return is_kind(checker, path, PATH_FILE); }
static bool is_folder(Checker *checker, const char *path) { return is_kind(checker, path, PATH_FOLDER); }

static bool read_source(Checker *checker, const char *path, Source *source) {
    if (source_read(source, checker->arena, path) != SOURCE_OK) return false;
    note_dependency(checker, (CheckDependency){.path = path, .kind = PATH_FILE, .is_read = true, .content = digest_add((Digest){{0}}, source->text, source->size)});
    return true;
}

static Module *load_source(Checker *checker, const Atom *name, const Source *source, bool is_package, bool is_stub) {
    Module *module = module_new(checker, name, source->path, is_package, is_stub);
    module->state = MODULE_LOADED;
    Unit *unit = unit_parse(module, source);
    if (unit) {
        vec_push(checker->arena, &module->units, unit);
        unit_bind(unit);
    }
    return module;
}

static Module *load_file(Checker *checker, const Atom *name, const char *path, bool is_package, bool is_stub) {
    Source *source = arena_new(checker->arena, Source);
    return read_source(checker, path, source) ? load_source(checker, name, source, is_package, is_stub) : NULL;
}

static Module *find_at_host(Checker *checker, const Atom *name) {
    HostModule host;
    if (!checker->options.find_host_module || !checker->options.find_host_module(checker->options.host_context, name->text, &host)) return NULL;
    Source *source = arena_new(checker->arena, Source);
    source_init(source, host.path, host.text, (uint32_t)host.size);
    Module *module = load_source(checker, name, source, false, host.is_stub);
    module->is_hosts = true;
    return module;
}

// Looks in one folder: a package before a module, a stub before a source (PEP 561).
static Module *find_in(Checker *checker, const char *folder, const Atom *name) {
    char *relative = arena_copy(checker->arena, name->text, name->size);
    for (char *p = relative; *p; p++)
        if (*p == '.') *p = '/';
    const char *base = check_path(checker, folder, relative);
    static const struct {
        const char *suffix;
        bool is_package, is_stub;
    } forms[] = {{"/__init__.pyi", true, true}, {"/__init__.py", true, false}, {".pyi", false, true}, {".py", false, false}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const char *path = check_text(checker, "%s%s", base, forms[i].suffix);
        if (is_file(checker, path)) return load_file(checker, name, path, forms[i].is_package, forms[i].is_stub);
    }
    if (!is_folder(checker, base)) return NULL;
    Module *module = module_new(checker, name, base, true, false); // a namespace package
    module->state = MODULE_LOADED;
    return module;
}

static Module *untyped_module(Checker *checker, const Atom *name);

// `name` in the folder `base`, which is its first component's (or stands for it): /site/foo-stubs for foo.
static Module *find_below(Checker *checker, const char *base, const Atom *name) {
    const char *rest = strchr(name->text, '.');
    char *relative = rest ? arena_copy(checker->arena, rest + 1, strlen(rest + 1)) : arena_copy(checker->arena, "", 0);
    for (char *p = relative; *p; p++)
        if (*p == '.') *p = '/';
    const char *path = *relative ? check_path(checker, base, relative) : base;
    const char *package = check_text(checker, "%s/__init__.pyi", path), *module = check_text(checker, "%s.pyi", path);
    if (is_file(checker, package)) return load_file(checker, name, package, true, true);
    return *relative && is_file(checker, module) ? load_file(checker, name, module, false, true) : NULL;
}

static bool says_partial(Checker *checker, const char *folder) {
    Source marker;
    const char *path = check_path(checker, folder, "py.typed");
    return is_file(checker, path) && read_source(checker, path, &marker) && strncmp(marker.text, "partial", 7) == 0;
}

// An installed package (PEP 561): its `name-stubs`, then itself where it has a py.typed; a package without types is one whose members are Any.
static Module *find_installed(Checker *checker, const char *folder, const Atom *name) {
    size_t size = strcspn(name->text, ".");
    const char *top = check_text(checker, "%.*s", (int)size, name->text);
    const char *stubs = check_path(checker, folder, check_text(checker, "%s-stubs", top)), *package = check_path(checker, folder, top);
    if (is_folder(checker, stubs)) {
        Module *found = find_below(checker, stubs, name);
        bool is_namespace = !is_file(checker, check_path(checker, stubs, "__init__.pyi"));
        if (found || !(is_namespace || says_partial(checker, stubs))) return found;
    }
    if (is_file(checker, check_path(checker, package, "py.typed"))) return find_in(checker, folder, name);
    return is_folder(checker, package) || is_file(checker, check_text(checker, "%s.py", package)) ? untyped_module(checker, name) : NULL;
}

static Module *find_stub(Checker *checker, const Atom *name) {
    Source *source = arena_new(checker->arena, Source);
    bool is_package;
    if (!stub_read(checker, name->text, source, &is_package)) return NULL;
    Module *module = module_new(checker, name, source->path, is_package, true);
    module->is_builtin = true;
    module->state = MODULE_LOADED;
    stub_scan(module, source);
    stub_read_chunks(module, NULL);
    return module;
}

// A module of Python's library for which there is no stub: anything may be in it. (Whether Typhon has it shows when the program runs.)
static bool is_library_name(const Atom *name) {
    static const char *const names[] = {
        "__future__", "__main__", "_thread", "_typeshed", "aifc", "antigravity", "argparse", "array", "ast", "asynchat", "asyncio", "asyncore", "atexit", "audioop", "base64", "bdb", "binascii", "bisect", "bz2", "cProfile",
        "calendar", "cgi", "cgitb", "chunk", "cmath", "cmd", "code", "codecs", "codeop", "colorsys", "compileall", "concurrent", "configparser", "contextvars", "copyreg", "crypt", "csv", "ctypes", "curses", "datetime", "dbm",
        "decimal", "difflib", "dis", "distutils", "doctest", "email", "encodings", "ensurepip", "errno", "faulthandler", "fcntl", "filecmp", "fileinput", "fnmatch", "fractions", "ftplib", "gc", "getopt", "getpass",
        "gettext", "glob", "graphlib", "grp", "gzip", "hashlib", "heapq", "hmac", "html", "http", "imaplib", "imghdr", "imp", "importlib", "inspect", "ipaddress", "itertools", "json", "keyword", "linecache", "locale",
        "lzma", "mailbox", "marshal", "mimetypes", "mmap", "msvcrt", "multiprocessing", "netrc", "nntplib", "ntpath", "numbers", "optparse", "pdb", "pickle", "pickletools", "pkgutil", "platform", "plistlib", "poplib",
        "posix", "posixpath", "pprint", "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr", "pydoc", "queue", "quopri", "readline", "reprlib", "resource", "runpy", "sched", "secrets", "select", "selectors", "shelve", "shlex",
        "shutil", "signal", "site", "smtplib", "socket", "socketserver", "sqlite3", "ssl", "stat", "statistics", "stringprep", "struct", "subprocess", "symtable", "sysconfig", "syslog", "tabnanny", "tarfile", "telnetlib",
        "tempfile", "termios", "textwrap", "threading", "timeit", "tkinter", "token", "tokenize", "tomllib", "trace", "traceback", "tracemalloc", "tty", "turtle", "unittest", "urllib", "uu", "uuid", "venv", "warnings", "wave",
        "weakref", "webbrowser", "winreg", "winsound", "wsgiref", "xml", "xmlrpc", "zipapp", "zipfile", "zipimport", "zlib", "zoneinfo", "nt", "org",
        "_abc", "_ast", "_bisect", "_bz2", "_codecs", "_collections", "_contextvars", "_crypt", "_csv", "_ctypes", "_curses", "_datetime", "_decimal", "_elementtree", "_frozen_importlib", "_frozen_importlib_external",
        "_functools", "_hashlib", "_heapq", "_imp", "_io", "_json", "_locale", "_lsprof", "_lzma", "_md5", "_msi", "_multiprocessing", "_opcode", "_operator", "_osx_support", "_overlapped", "_pickle", "_posixshmem",
        "_posixsubprocess", "_queue", "_random", "_scproxy", "_sha1", "_signal", "_socket", "_sqlite3", "_sre", "_ssl", "_stat", "_statistics", "_string", "_struct", "_symtable", "_tkinter", "_tokenize",
        "_tracemalloc", "_typing", "_uuid", "_warnings", "_weakref", "_winapi", "_zoneinfo"};
    size_t size = strcspn(name->text, ".");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == size && memcmp(names[i], name->text, size) == 0) return true;
    return false;
}

static Module *untyped_module(Checker *checker, const Atom *name) {
    static const char text[] = "from typing import Any\ndef __getattr__(name: str) -> Any: ...\n";
    Source *source = arena_new(checker->arena, Source);
    source_init(source, check_text(checker, "<stdlib>/%s.pyi", name->text), text, sizeof text - 1);
    Module *module = module_new(checker, name, source->path, false, true);
    module->is_builtin = true;
    module->state = MODULE_LOADED;
    stub_scan(module, source);
    stub_read_chunks(module, NULL);
    return module;
}

// The folder from which the importing module's own absolute name starts: /a for /a/b/c.py as b.c.
static const char *root_folder(Checker *checker, const Module *importer) {
    if (!importer || !importer->path || importer->is_builtin) return NULL;
    char *folder = arena_copy(checker->arena, importer->path, strlen(importer->path));
    uint32_t levels = 1;
    for (const char *p = importer->name->text; *p; p++) levels += *p == '.';
    if (importer->is_package) levels++;
    bool is_main = strcmp(importer->name->text, "__main__") == 0;
    if (is_main) levels = 1;
    for (; levels; levels--) {
        char *slash = strrchr(folder, '/');
        if (slash) {
            *slash = 0;
            continue;
        }
        const char *above = levels > 1 ? ".." : "."; // a path that begins inside of the package
        for (; levels > 2; levels--) above = check_text(checker, "%s/..", above);
        return above;
    }
    return *folder ? folder : "/";
}

static const char *own_folder(Checker *checker, const Module *importer) {
    if (!importer || !importer->path || importer->is_builtin) return NULL;
    char *folder = arena_copy(checker->arena, importer->path, strlen(importer->path));
    char *slash = strrchr(folder, '/');
    if (!slash) return ".";
    *slash = 0;
    return *folder ? folder : "/";
}

static Module *added_module(Checker *checker, const char *path) {
    for (uint32_t i = 0; i < checker->added.count; i++)
        if (strcmp(checker->added.items[i]->module->path, path) == 0) return checker->added.items[i]->module;
    return NULL;
}

// Two folders that are checked together may each have a `util.py`: a script means the one beside it. `known`: the one that goes by the name.
static Module *module_beside(Checker *checker, const Module *importer, const Atom *name, Module *known) {
    if (!importer || !importer->path || importer->is_builtin || importer->is_package || strchr(importer->name->text, '.') || strchr(name->text, '.')) return known;
    if (known->is_builtin || !known->path) return known;
    uint64_t key = (uint64_t)(uintptr_t)importer ^ ((uint64_t)(uintptr_t)name << 20);
    Module *found = map_get(&checker->modules_beside, key);
    if (found) return found;
    const char *folder = own_folder(checker, importer);
    const char *const files[] = {check_text(checker, "%s/__init__.py", name->text), check_text(checker, "%s.py", name->text)};
    for (int i = 0; i < 2 && !found; i++) {
        const char *path = strcmp(folder, ".") == 0 ? files[i] : check_path(checker, folder, files[i]);
        if (strcmp(path, known->path) == 0) found = known;
        else if ((found = added_module(checker, path))) break;
        else if (is_file(checker, path)) {
            found = load_file(checker, name, path, i == 0, false);
            map_set_pointer(checker->arena, &checker->modules, name, known);
        }
    }
    if (!found) found = known;
    map_set(checker->arena, &checker->modules_beside, key, found);
    return found;
}

Module *module_find(Checker *checker, const Module *importer, const Atom *dotted) {
    Module *known = map_get_pointer(&checker->modules, dotted);
    if (known) return known == &missing_module ? NULL : checker->added.count > 1 ? module_beside(checker, importer, dotted, known) : known;
    const char *dot = strrchr(dotted->text, '.');
    Module *parent = NULL;
    if (dot) {
        parent = module_find(checker, importer, atom_intern(checker->atoms, dotted->text, (size_t)(dot - dotted->text)));
        if (!parent) return NULL;
    }
    bool stubs_first = stub_is_core(dotted->text) || (importer && importer->is_builtin) || !importer || (parent && parent->is_builtin);
    Module *found = stubs_first ? find_stub(checker, dotted) : NULL;
    if (!found) found = find_at_host(checker, dotted);
    bool is_inside_package = importer && (importer->is_package || strchr(importer->name->text, '.')); // its neighbours are found through the package's name only
    const char *folders[] = {root_folder(checker, importer), is_inside_package ? NULL : own_folder(checker, importer)};
    for (int i = 0; i < 2 && !found; i++)
        if (folders[i] && (i == 0 || strcmp(folders[0], folders[1]) != 0)) found = find_in(checker, folders[i], dotted);
    for (uint32_t i = 0; i < checker->options.search_path_count && !found; i++) found = find_in(checker, checker->options.search_path[i], dotted);
    if (found && !found->units.count && !found->is_builtin) { // a mere folder gives way to a stub
        Module *stub = find_stub(checker, dotted);
        if (stub) found = stub;
        else map_set_pointer(checker->arena, &checker->modules, dotted, found);
    }
    if (!found && !stubs_first) found = find_stub(checker, dotted);
    for (uint32_t i = 0; i < checker->options.site_folder_count && !found; i++) found = find_installed(checker, checker->options.site_folders[i], dotted);
    if (!found && importer && (!parent || (parent->is_builtin && stub_declares(parent, "__getattr__"))) && is_library_name(dotted)) found = untyped_module(checker, dotted);
    if (!found) {
        map_set_pointer(checker->arena, &checker->modules, dotted, (void *)(uintptr_t)&missing_module);
        return NULL;
    }
    found->parent = parent;
    if (parent) map_set_pointer(checker->arena, &parent->submodules, checker_atom(checker, dot + 1), found);
    return found;
}

const Atom *module_resolve_relative(Checker *checker, const Module *importer, int level, const Atom *name) {
    if (!level) return name;
    const char *text = importer->name->text, *end = text + importer->name->size;
    for (int up = importer->is_package ? 1 : 0; up < level; up++) {
        while (end > text && end[-1] != '.') end--;
        if (end == text) {
            if (up + 1 < level) return NULL;
            break;
        }
        end--;
    }
    if (end == text) return name; // beside a script
    return name ? checker_atom(checker, check_text(checker, "%.*s.%s", (int)(end - text), text, name->text)) : atom_intern(checker->atoms, text, (size_t)(end - text));
}

Module *module_of_source(Checker *checker, const Atom *name, const Source *source, const ParseResult *parsed, const ScopeTree *scopes) {
    size_t size = strlen(source->path);
    bool is_stub = size > 4 && strcmp(source->path + size - 4, ".pyi") == 0;
    const char *file = strrchr(source->path, '/');
    bool is_package = strncmp(file ? file + 1 : source->path, "__init__.py", 11) == 0;
    Module *module = module_new(checker, name, source->path, is_package, is_stub);
    if (stub_is_core(name->text)) map_set_pointer(checker->arena, &checker->modules, name, NULL); // who imports it gets the checker's own
    module->state = MODULE_LOADED;
    Unit *unit = unit_new(module, source, parsed, scopes, true);
    vec_push(checker->arena, &module->units, unit);
    unit_bind(unit);
    return module;
}

// ---- names ------------------------------------------------------------------------------------------------------------------------

static Binding *synthesise(Module *module, const Atom *name, const Type *type) {
    TreeArena *arena = module->checker->arena;
    Binding *binding = arena_new(arena, Binding);
    Declaration *declaration = arena_new(arena, Declaration);
    *declaration = (Declaration){.kind = DECLARE_SYNTHESISED, .type = type, .state = 2, .binding = binding, .unit = module->units.count ? module->units.items[0] : NULL};
    *binding = (Binding){.name = name, .unit = declaration->unit, .type = type, .declared = type, .state = 2, .declared_state = 2};
    vec_push(arena, &binding->declarations, declaration);
    return binding;
}

static Binding *module_attribute(Module *module, const Atom *name) {
    Checker *checker = module->checker;
    static const char *const texts[] = {"__name__", "__qualname__", "__file__"};
    static const char *const optional_texts[] = {"__doc__", "__package__"};
    static const char *const others[] = {"__loader__", "__spec__", "__builtins__", "__annotations__", "__debug__"};
    if (name->size < 5 || name->text[0] != '_' || name->text[1] != '_') return NULL;
    for (size_t i = 0; i < 3; i++)
        if (strcmp(name->text, texts[i]) == 0) return synthesise(module, name, known_instance(checker, KNOWN_str));
    for (size_t i = 0; i < 2; i++)
        if (strcmp(name->text, optional_texts[i]) == 0) return synthesise(module, name, type_optional(checker, known_instance(checker, KNOWN_str)));
    for (size_t i = 0; i < 5; i++)
        if (strcmp(name->text, others[i]) == 0)
            return synthesise(module, name, i == 4 ? known_instance(checker, KNOWN_bool) : i == 3 ? known_instance2(checker, KNOWN_dict, known_instance(checker, KNOWN_str), any_type(checker)) : any_type(checker));
    if (strcmp(name->text, "__path__") == 0) return synthesise(module, name, known_instance1(checker, KNOWN_list, known_instance(checker, KNOWN_str)));
    if (strcmp(name->text, "__dict__") == 0) return synthesise(module, name, known_instance2(checker, KNOWN_dict, known_instance(checker, KNOWN_str), any_type(checker)));
    return NULL;
}

static Binding *own_binding(const Module *module, const Atom *name) {
    Binding *found = NULL;
    for (uint32_t i = 0; i < module->units.count; i++) {
        Unit *unit = module->units.items[i];
        Symbol *symbol = scope_lookup(unit->scopes->module, name);
        Binding *binding = symbol ? binding_of_symbol(unit, symbol) : NULL;
        if (!binding || !binding->declarations.count) continue;
        if (found && found != binding) { // the declarations of several chunks are one
            for (uint32_t k = 0; k < binding->declarations.count; k++) {
                binding->declarations.items[k]->binding = found;
                vec_push(module->checker->arena, &found->declarations, binding->declarations.items[k]);
            }
            symbol->binding = found;
        } else {
            found = binding;
        }
    }
    return found;
}

// Through `from other import *`, the last one first.
static Binding *star_binding(Module *module, const Atom *name) {
    if (module->looking_up) return NULL;
    module->looking_up = true;
    Binding *found = NULL;
    for (uint32_t u = module->units.count; u-- > 0 && !found;) {
        const Unit *unit = module->units.items[u];
        for (uint32_t i = unit->star_imports.count; i-- > 0 && !found;) {
            const AstImportFrom *import = unit->star_imports.items[i];
            const Atom *target = module_resolve_relative(module->checker, module, import->level, import->module);
            Module *other = target ? module_find(module->checker, module, target) : NULL;
            if (other && other != module && module_exports_publicly(other, name)) found = module_export(other, name);
        }
    }
    module->looking_up = false;
    return found;
}

static bool has_star_imports(const Module *module) {
    for (uint32_t u = 0; u < module->units.count; u++)
        if (module->units.items[u]->star_imports.count) return true;
    return false;
}

static const Binding nothing; // memo of names that a module does not have

Binding *module_lookup(Module *module, const Atom *name) {
    Binding *known = map_get_pointer(&module->exports, name);
    if (known) return known == &nothing ? NULL : known;
    if (module->chunk_count) stub_read_chunks(module, name);
    Binding *found = own_binding(module, name);
    if (!found && has_star_imports(module)) {
        if (module->looking_up) return NULL;
        found = star_binding(module, name);
    }
    if (!found) found = module_attribute(module, name);
    map_set_pointer(module->checker->arena, &module->exports, name, found ? (void *)found : (void *)(uintptr_t)&nothing);
    return found;
}

static bool is_in_all(Module *module, const Atom *name) {
    for (uint32_t i = 0; i < module->all_count; i++)
        if (module->all[i] == name) return true;
    return false;
}

Binding *module_export(Module *module, const Atom *name) {
    Binding *binding = module_lookup(module, name);
    if (binding && module->is_stub && binding->is_private_export) {
        module_read_all(module);
        if (!module->all || !is_in_all(module, name)) binding = NULL;
    }
    if (binding) return binding;
    Module *submodule = map_get_pointer(&module->submodules, name);
    if (!submodule && module_may_have_parts(module)) submodule = module_find(module->checker, module, checker_atom(module->checker, check_text(module->checker, "%s.%s", module->name->text, name->text)));
    if (!submodule) return NULL;
    return synthesise(module, name, type_of_module(module->checker, submodule));
}

const Type *module_member_type(Module *module, const Atom *name) {
    Binding *binding = module_export(module, name);
    if (binding) return binding_type(binding);
    Binding *dynamic = module_lookup(module, checker_atom(module->checker, "__getattr__"));
    if (!dynamic) return NULL;
    const Type *function = binding_type(dynamic);
    return function->kind == TYPE_CALLABLE ? callable_result(module->checker, AS_CALLABLE(function)) : unknown_type(module->checker);
}

// ---- __all__ ------------------------------------------------------------------------------------------------------------------------

typedef VEC(const Atom *) AtomList;

static void add_all(Checker *checker, AtomList *list, const Ast *value, Module *module) {
    if (value->kind == AST_BinOp) {
        add_all(checker, list, ((const AstBinOp *)value)->left, module);
        add_all(checker, list, ((const AstBinOp *)value)->right, module);
    } else if (value->kind == AST_List || value->kind == AST_Tuple) {
        const AstNodes *elements = &((const AstList *)value)->elts;
        for (uint32_t i = 0; i < elements->count; i++)
            if (elements->items[i]->kind == AST_Constant && ((const AstConstant *)elements->items[i])->value.kind == AST_CONST_STR) {
                const AstConstantValue *text = &((const AstConstant *)elements->items[i])->value;
                vec_push(checker->arena, list, atom_intern(checker->atoms, text->text, text->size));
            }
    } else if (value->kind == AST_Attribute && strcmp(((const AstAttribute *)value)->attr->text, "__all__") == 0 && ((const AstAttribute *)value)->value->kind == AST_Name) {
        Binding *binding = module_lookup(module, ((const AstName *)((const AstAttribute *)value)->value)->id);
        const Type *type = binding ? binding_type(binding) : NULL;
        if (!type || type->kind != TYPE_MODULE || AS_MODULE(type)->module == module) return;
        Module *other = AS_MODULE(type)->module;
        module_read_all(other);
        for (uint32_t i = 0; i < other->all_count; i++) vec_push(checker->arena, list, other->all[i]);
    }
}

static bool names_all(const Ast *node) { return node->kind == AST_Name && strcmp(((const AstName *)node)->id->text, "__all__") == 0; }

static void scan_all(Module *module, const AstNodes *body, AtomList *list, bool *found) {
    Checker *checker = module->checker;
    for (uint32_t i = 0; i < body->count; i++) {
        const Ast *statement = body->items[i];
        if (statement->kind == AST_Assign && names_all(((const AstAssign *)statement)->targets.items[0])) {
            list->count = 0;
            *found = true;
            add_all(checker, list, ((const AstAssign *)statement)->value, module);
        } else if (statement->kind == AST_AnnAssign && names_all(((const AstAnnAssign *)statement)->target) && ((const AstAnnAssign *)statement)->value) {
            *found = true;
            add_all(checker, list, ((const AstAnnAssign *)statement)->value, module);
        } else if (statement->kind == AST_AugAssign && names_all(((const AstAugAssign *)statement)->target)) {
            *found = true;
            add_all(checker, list, ((const AstAugAssign *)statement)->value, module);
        } else if (statement->kind == AST_Expr && ((const AstExpr *)statement)->value->kind == AST_Call) {
            const AstCall *call = (const AstCall *)((const AstExpr *)statement)->value;
            if (call->func->kind != AST_Attribute || !names_all(((const AstAttribute *)call->func)->value) || call->args.count != 1) continue;
            const char *method = ((const AstAttribute *)call->func)->attr->text;
            const Ast *argument = call->args.items[0];
            if (strcmp(method, "extend") == 0) add_all(checker, list, argument, module);
            if ((strcmp(method, "append") != 0 && strcmp(method, "remove") != 0) || argument->kind != AST_Constant || ((const AstConstant *)argument)->value.kind != AST_CONST_STR) continue;
            const Atom *name = atom_intern(checker->atoms, ((const AstConstant *)argument)->value.text, ((const AstConstant *)argument)->value.size);
            if (method[0] == 'a') vec_push(checker->arena, list, name);
            for (uint32_t k = 0; method[0] == 'r' && k < list->count; k++)
                if (list->items[k] == name) list->items[k--] = list->items[--list->count];
        } else if (statement->kind == AST_If) {
            int known = module->units.count ? static_condition(module->units.items[0], ((const AstIf *)statement)->test) : -1;
            if (known != 0) scan_all(module, &((const AstIf *)statement)->body, list, found);
            if (known != 1) scan_all(module, &((const AstIf *)statement)->orelse, list, found);
        }
    }
}

void module_read_all(Module *module) {
    if (module->all_known) return;
    module->all_known = true;
    if (module->chunk_count) stub_read_chunks(module, checker_atom(module->checker, "__all__"));
    AtomList list = {0};
    bool found = false;
    for (uint32_t i = 0; i < module->units.count; i++)
        if (module->units.items[i]->root->kind == AST_Module) scan_all(module, &((const AstModule *)module->units.items[i]->root)->body, &list, &found);
    if (!found) return;
    static const Atom *const none[1];
    module->all = list.count ? list.items : none;
    module->all_count = list.count;
}

bool module_exports_publicly(Module *module, const Atom *name) {
    module_read_all(module);
    if (module->all) return is_in_all(module, name);
    if (name->text[0] == '_') return false;
    Binding *binding = module_lookup(module, name);
    return binding && binding->declarations.items[0]->kind != DECLARE_SYNTHESISED && !(module->is_stub && binding->is_private_export);
}
