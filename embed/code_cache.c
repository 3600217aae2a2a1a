#define _GNU_SOURCE // dl_iterate_phdr
#include "embed/code_cache.h"
#include "compiler/compiler.h"
#include "typecheck/interface.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char folder_name[] = "__typhoncache__", magic[8] = "typhonC2";
enum { SIZE_MOST = 1 << 30 };

// The file: this, then the dependencies (each a CacheDependency and its path), then the unit.
typedef struct CacheHeader {
    char magic[8];
    Digest made_from, rest; // `rest`: of all that follows
    uint32_t dependency_count, unit_size;
    uint32_t renewals, padding; // how often the file was written again because the text of an import, but not its interface, had changed
} CacheHeader;
typedef struct CacheDependency {
    Digest content, interface;
    uint32_t path_size; // without the NUL
    uint8_t kind, is_read, has_interface, padding;
} CacheDependency;

// ---- the build --------------------------------------------------------------------------------------------------------

typedef struct BuildName {
    uintptr_t inside; // an address of this code
    const unsigned char *name;
    size_t size;
} BuildName;

// The linker's note of what it linked (NT_GNU_BUILD_ID), in the object that this code is part of.
static int find_note(struct dl_phdr_info *object, size_t size, void *context) {
    (void)size;
    BuildName *build = context;
    bool is_here = false;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        uintptr_t start = object->dlpi_addr + part->p_vaddr;
        is_here = is_here || (part->p_type == PT_LOAD && build->inside >= start && build->inside < start + part->p_memsz);
    }
    for (int i = 0; is_here && i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type != PT_NOTE) continue;
        const char *at = (const char *)(object->dlpi_addr + part->p_vaddr), *end = at + part->p_memsz;
        while ((size_t)(end - at) >= sizeof(ElfW(Nhdr))) {
            const ElfW(Nhdr) *note = (const void *)at;
            const char *name = at + sizeof *note, *content = name + ((note->n_namesz + 3u) & ~3u);
            if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
                build->name = (const unsigned char *)content, build->size = note->n_descsz;
                return 1;
            }
            at = content + ((note->n_descsz + 3u) & ~3u);
        }
    }
    return is_here;
}

static BuildName build_name(void) {
    BuildName build = {.inside = (uintptr_t)(void *)magic};
    dl_iterate_phdr(find_note, &build);
    return build;
}

bool code_cache_covers(const CacheKey *key) { return key->source->path[0] == '/'; }

// ---- what a unit is made from -------------------------------------------------------------------------------------------

static Digest add_text(Digest digest, const char *text) { return digest_add(digest, text, strlen(text)); }

static Digest made_from(const CacheKey *key) {
    BuildName build = build_name();
    const uint32_t numbers[] = {key->check, key->type_guards, (uint32_t)key->optimize, key->search_path_count};
    Digest digest = digest_add((Digest){{0}}, build.name, build.size);
    digest = digest_add(digest, numbers, sizeof numbers);
    digest = add_text(add_text(digest, key->source->path), key->module_name);
    for (uint32_t i = 0; i < key->search_path_count; i++) digest = add_text(digest, key->search_path[i]);
    char here[4096];
    if (key->check && getcwd(here, sizeof here)) digest = add_text(digest, here); // a search path may start there
    return digest_add(digest, key->source->text, key->source->size);
}

static char *cache_path(const CacheKey *key, TreeArena *arena, const char *end) {
    const char *slash = strrchr(key->source->path, '/');
    static const char *const kinds[] = {"", ".opt-1", ".opt-2"};
    return arena_printf(arena, "%.*s/%s/%s%s%s", (int)(slash - key->source->path), key->source->path, folder_name, slash + 1, kinds[key->optimize], end);
}

// ---- reading ------------------------------------------------------------------------------------------------------------

// Only what this user or the system's wrote: a source may lie in a folder where others can put a file beside it.
static bool is_trusted(const struct stat *status) {
    return S_ISREG(status->st_mode) && status->st_size < SIZE_MOST && (status->st_uid == geteuid() || status->st_uid == 0) && !(status->st_mode & (S_IWGRP | S_IWOTH));
}

static bool read_whole(int file, void *place, size_t size) {
    for (ssize_t got; size; place = (char *)place + got, size -= (size_t)got)
        if ((got = read(file, place, size)) <= 0) return false;
    return true;
}

// What stands behind the header, if the file was made from the same and is what it was; NULL: it does not count.
static uint8_t *read_rest(int file, const CacheKey *key, CacheHeader *header, CacheRoom room, void *context, size_t *size) {
    struct stat status;
    if (fstat(file, &status) != 0 || !is_trusted(&status) || (size_t)status.st_size < sizeof *header || !read_whole(file, header, sizeof *header)) return NULL;
    if (memcmp(header->magic, magic, sizeof magic) != 0 || !build_name().size || !digest_equal(header->made_from, made_from(key))) return NULL;
    *size = (size_t)status.st_size - sizeof *header;
    uint8_t *bytes = room(context, *size + 1);
    if (!bytes || !read_whole(file, bytes, *size)) return NULL;
    return digest_equal(header->rest, digest_add((Digest){{0}}, bytes, *size)) ? bytes : NULL;
}

// *is_renewed: the text is another, but not what importers know of it; `dependency` has been changed to that.
static bool holds_still(const char *path, CacheDependency *dependency, TreeArena *arena, AtomTable *atoms, bool *is_renewed) {
#ifdef TYPHON_NO_CHECKER
    return (void)path, (void)dependency, (void)arena, (void)atoms, *is_renewed = false; // there are none: nobody asked for anything
#else
    if (!dependency->is_read) return path_kind(path) == (PathKind)dependency->kind;
    Source source;
    if (source_read(&source, arena, path) != SOURCE_OK) return false;
    Digest content = digest_add((Digest){{0}}, source.text, source.size), interface;
    if (digest_equal(content, dependency->content)) return true;
    atoms_need(atoms);
    if (!dependency->has_interface || !interface_of_source(&source, arena, atoms, &interface) || !digest_equal(interface, dependency->interface)) return false;
    dependency->content = content;
    return *is_renewed = true;
#endif
}

// Behind the dependencies, if all of them hold.
static const uint8_t *pass_dependencies(uint8_t *at, const uint8_t *end, uint32_t count, TreeArena *arena, AtomTable *atoms, bool *is_renewed) {
    for (uint32_t i = 0; i < count; i++) {
        CacheDependency dependency;
        if ((size_t)(end - at) < sizeof dependency) return NULL;
        memcpy(&dependency, at, sizeof dependency);
        uint8_t *place = at;
        at += sizeof dependency;
        if ((size_t)(end - at) < dependency.path_size) return NULL;
        const char *path = arena_copy(arena, (const char *)at, dependency.path_size);
        at += dependency.path_size;
        if (!holds_still(path, &dependency, arena, atoms, is_renewed)) return NULL;
        if (*is_renewed) memcpy(place, &dependency, sizeof dependency);
    }
    return at;
}

// ---- writing ------------------------------------------------------------------------------------------------------------

static bool write_whole(int file, const uint8_t *bytes, size_t size) {
    while (size) {
        ssize_t written = write(file, bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written, size -= (size_t)written;
    }
    return true;
}

// Whether there is a folder for files, and one may write to it.
static bool has_folder(const CacheKey *key, TreeArena *arena) {
    char *path = cache_path(key, arena, "");
    *strrchr(path, '/') = 0;
    return (mkdir(path, 0777) == 0 || errno == EEXIST) && access(path, W_OK) == 0;
}

// Under a name of its own first, so that nobody ever reads a part.
static void write_file(const CacheKey *key, const uint8_t *bytes, size_t size, TreeArena *arena) {
    char *path = cache_path(key, arena, ".tyc"), *draft = cache_path(key, arena, arena_printf(arena, ".%ld.new", (long)getpid()));
    int file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0) return;
    bool good = write_whole(file, bytes, size);
    if (close(file) != 0 || !good || rename(draft, path) != 0) unlink(draft);
}

// So that the next start finds the texts that it hangs on as they are now.
static void write_again(const CacheKey *key, CacheHeader *header, const uint8_t *rest, size_t size, TreeArena *arena) {
    uint8_t *bytes = arena_alloc(arena, sizeof *header + size);
    header->rest = digest_add((Digest){{0}}, rest, size);
    header->renewals++;
    memcpy(bytes, header, sizeof *header);
    memcpy(bytes + sizeof *header, rest, size);
    write_file(key, bytes, sizeof *header + size, arena);
}

// ---- the doors ----------------------------------------------------------------------------------------------------------

bool code_cache_find(const CacheKey *key, CacheRoom room, void *context, TreeArena *arena, AtomTable *atoms, UnitBytes *bytes) {
    int file = open(cache_path(key, arena, ".tyc"), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return false;
    size_t size = 0;
    CacheHeader header;
    uint8_t *rest = read_rest(file, key, &header, room, context, &size);
    close(file);
    bool is_renewed = false;
    const uint8_t *at = rest ? pass_dependencies(rest, rest + size, header.dependency_count, arena, atoms, &is_renewed) : NULL;
    if (!at || (size_t)(rest + size - at) != header.unit_size) return false;
    if (is_renewed) write_again(key, &header, rest, size, arena);
    *bytes = (UnitBytes){at, header.unit_size};
#ifndef NDEBUG
    atoms_need(atoms);
    const CodeUnit *unit = unit_read(*bytes, key->source, arena, atoms);
    assert(unit && unit_is_valid(unit));
#endif
    return true;
}

static bool is_worth_a_file(const CacheKey *key, const CheckDependency *dependencies, uint32_t count) {
    bool is_program = strcmp(key->module_name, "__main__") == 0;
    if (key->source->size >= (is_program ? CODE_CACHE_LEAST_PROGRAM : CODE_CACHE_LEAST_MODULE)) return true;
    for (uint32_t i = 0; i < count; i++)
        if (dependencies[i].is_read) return true;
    return false;
}

void code_cache_keep(const CacheKey *key, const CodeUnit *unit, const CheckDependency *dependencies, uint32_t count, TreeArena *arena) {
    if (!is_worth_a_file(key, dependencies, count) || !build_name().size || !has_folder(key, arena)) return;
    UnitBytes units = unit_write(unit, arena);
    size_t size = sizeof(CacheHeader) + units.size;
    for (uint32_t i = 0; i < count; i++) size += sizeof(CacheDependency) + strlen(dependencies[i].path);
    if (size >= SIZE_MOST) return;
    uint8_t *bytes = arena_alloc(arena, size), *at = bytes + sizeof(CacheHeader);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t path_size = (uint32_t)strlen(dependencies[i].path);
        CacheDependency kept = {.content = dependencies[i].content, .path_size = path_size, .interface = dependencies[i].interface,
                                .kind = (uint8_t)dependencies[i].kind, .is_read = dependencies[i].is_read, .has_interface = dependencies[i].has_interface};
        memcpy(at, &kept, sizeof kept);
        memcpy(at + sizeof kept, dependencies[i].path, path_size);
        at += sizeof kept + path_size;
    }
    memcpy(at, units.bytes, units.size);
    CacheHeader header = {.made_from = made_from(key), .rest = digest_add((Digest){{0}}, bytes + sizeof header, size - sizeof header), .dependency_count = count, .unit_size = (uint32_t)units.size};
    memcpy(header.magic, magic, sizeof magic);
    memcpy(bytes, &header, sizeof header);
    write_file(key, bytes, size, arena);
}
