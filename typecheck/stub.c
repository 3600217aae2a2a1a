// Stubs: where their texts come from, and reading them by need (module.h). A chunk is a top-level statement, or several neighbours that declare the same
// name (overloads). It is found as stub_chunk.h says, and parsed when its name is first asked for; imports when one of their words is. Names are compared as
// texts: few of the hundreds are ever asked for, and an atom for each would be most of the work.
#include "base/spelling.h"
#include "typecheck/class.h"
#include "typecheck/checker.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

// ---- finding texts --------------------------------------------------------------------------------------------------------------

static bool read_file(Checker *checker, const char *folder, const char *relative, Source *source) {
    char *path = check_path(checker, folder, relative);
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) return false;
    return source_read(source, checker->arena, path) == SOURCE_OK;
}

static const StubText *embedded_stub(const char *dotted) {
    size_t low = 0, high = embedded_stubs_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(dotted, embedded_stubs[middle].name);
        if (order == 0) return &embedded_stubs[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return NULL;
}

static const char *embedded_text(Checker *checker, const StubText *stub) {
    if (!stub->run) return stub->text;
    TreeArena *scratch = arena_scratch(checker->arena);
    ArenaMark mark = arena_mark(scratch);
    char *unpacked = arena_alloc(scratch, stub->start + stub->size), *text = arena_alloc(checker->arena, stub->size + 1);
    unpack_text(stub->run->codes, stub->run->packed, unpacked, stub->start + stub->size);
    memcpy(text, unpacked + stub->start, stub->size);
    text[stub->size] = 0;
    arena_release(scratch, mark);
    return text;
}

static bool stub_from_folder(Checker *checker, const char *folder, const char *dotted, Source *source, bool *is_package) {
    size_t size = strlen(dotted);
    char *relative = arena_alloc(checker->arena, size + 16);
    for (size_t i = 0; i <= size; i++) relative[i] = dotted[i] == '.' ? '/' : dotted[i];
    for (int package = 1; package >= 0; package--) {
        strcpy(relative + size, package ? "/__init__.pyi" : ".pyi");
        *is_package = package;
        if (read_file(checker, folder, relative, source)) return true;
    }
    return false;
}

// ---- typeshed -------------------------------------------------------------------------------------------------------------------

bool stub_is_core(const char *dotted) {
    static const char *const names[] = {"builtins", "typing", "typing_extensions", "types", "abc", "collections.abc", "_protocols", "enum", "dataclasses", "functools"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(dotted, names[i]) == 0) return true;
    return false;
}

// The line of stdlib/VERSIONS about `dotted` or the nearest package around it: `name: 3.0-3.11` says that the module is in those versions only.
static bool is_in_version(Checker *checker, const char *folder, const char *dotted) {
    if (!checker->typeshed_versions) {
        Source *read = arena_new(checker->arena, Source);
        if (!read_file(checker, folder, "VERSIONS", read)) source_init(read, "VERSIONS", "", 0);
        checker->typeshed_versions = read;
    }
    const char *best = NULL;
    size_t best_size = 0;
    for (const char *line = checker->typeshed_versions->text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        size_t size = strcspn(line, ":\n#");
        if (line[size] != ':' || size <= best_size || strncmp(line, dotted, size) != 0 || (dotted[size] && dotted[size] != '.')) continue;
        best = line + size + 1;
        best_size = size;
    }
    int least = 0, most = 99;
    if (best) sscanf(best, " 3.%d-3.%d", &least, &most);
    return checker->python_minor >= least && checker->python_minor <= most;
}

bool stub_read(Checker *checker, const char *dotted, Source *source, bool *is_package) {
    if (checker->options.typeshed && !stub_is_core(dotted)) {
        const char *folder = check_path(checker, checker->options.typeshed, "stdlib");
        if (is_in_version(checker, folder, dotted) && stub_from_folder(checker, folder, dotted, source, is_package)) return true;
    }
    if (checker->options.stdlib_folder) return stub_from_folder(checker, checker->options.stdlib_folder, dotted, source, is_package);
    const StubText *stub = embedded_stub(dotted);
    if (!stub) return false;
    source_init(source, check_text(checker, "<stdlib>/%s.pyi", dotted), embedded_text(checker, stub), (uint32_t)stub->size);
    *is_package = stub->is_package;
    return true;
}

// ---- chunks -----------------------------------------------------------------------------------------------------------------------

void stub_scan(Module *module, const Source *source) {
    TreeArena *arena = module->checker->arena;
    const StubText *stub = module->is_builtin ? embedded_stub(module->name->text) : NULL;
    module->chunk_text = source->text;
    if (stub && stub->chunks && source->text == stub->text) {
        module->chunks = stub->chunks, module->chunk_count = stub->chunk_count;
        while (module->sorted_from < module->chunk_count && !module->chunks[module->sorted_from].name_size) module->sorted_from++;
    } else {
        VEC(StubChunk) chunks = {0};
        StubScan scan = stub_scan_begin(source->text, source->size);
        StubChunk chunk;
        while (stub_scan_statement(&scan, &chunk))
            if (!chunks.count || !stub_chunk_joins(&vec_last(&chunks), &chunk, source->text)) vec_push(arena, &chunks, chunk);
        module->chunks = chunks.items, module->chunk_count = module->sorted_from = chunks.count;
    }
    module->chunks_read = arena_clear(arena, arena_alloc(arena, module->chunk_count + 1), module->chunk_count + 1);
}

static void read_text(Module *module, const char *text, size_t size, StubClass *left_out) {
    Checker *checker = module->checker;
    Source *source = arena_new(checker->arena, Source);
    source_init(source, module->path, text, (uint32_t)size);
    Unit *unit = unit_parse(module, source);
    if (!unit) return;
    unit->left_out = left_out;
    unit_bind(unit);
    vec_push(checker->arena, &module->units, unit);
}

// The head of a class, for now.
static bool read_head(Module *module, uint32_t at) {
    TreeArena *arena = module->checker->arena;
    const StubChunk *chunk = &module->chunks[at];
    const char *start = module->chunk_text + chunk->start;
    StubClass *cls = chunk->is_several || !chunk->name_size ? NULL : stub_class_begin(arena, start, module->chunk_text + chunk->end);
    if (!cls) return false;
    module->chunks_read[at] = true;
    const char *text = arena_printf(arena, "%.*s    ...\n", (int)stub_class_head(cls), start);
    read_text(module, text, strlen(text), cls);
    return true;
}

// Parses the statements of the chunks, by their numbers, as one text.
static void read_texts(Module *module, const uint32_t *numbers, uint32_t count) {
    Checker *checker = module->checker;
    if (count == 1 && read_head(module, numbers[0])) return;
    size_t size = 0;
    for (uint32_t i = 0; i < count; i++) size += module->chunks[numbers[i]].end - module->chunks[numbers[i]].start + 1;
    char *text = arena_alloc(checker->arena, size + 1), *p = text;
    for (uint32_t i = 0; i < count; i++) {
        const StubChunk *chunk = &module->chunks[numbers[i]];
        size_t part = chunk->end - chunk->start;
        memcpy(p, module->chunk_text + chunk->start, part);
        p += part;
        *p++ = '\n';
        module->chunks_read[numbers[i]] = true;
    }
    *p = 0;
    read_text(module, text, (size_t)(p - text), NULL);
}

// Whether the word is in the text of the chunk.
static bool mentions(const Module *module, const StubChunk *chunk, const Atom *name) {
    const char *start = module->chunk_text + chunk->start, *end = module->chunk_text + chunk->end;
    for (const char *p = start; (p = memchr(p, *name->text, (size_t)(end - p))); p++)
        if (stub_starts_with_word(p, name->text) && (p == start || !(stub_is_letter(p[-1]) || isdigit((unsigned char)p[-1])))) return true;
    return false;
}

// The first of those that are sorted whose name is not before this one.
static uint32_t find_sorted(const Module *module, const char *name, size_t size) {
    uint32_t low = module->sorted_from, high = module->chunk_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (stub_chunk_order(&module->chunks[middle], module->chunk_text, name, size) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}
static bool is_sorted_named(const Module *module, uint32_t at, const char *name, size_t size) {
    return at < module->chunk_count && stub_chunk_is_named(&module->chunks[at], module->chunk_text, name, size);
}

void stub_read_chunks(Module *module, const Atom *name) {
    Checker *checker = module->checker;
    VEC(uint32_t) wanted = {0};
    for (uint32_t i = 0; i < module->sorted_from; i++) {
        const StubChunk *chunk = &module->chunks[i];
        if (module->chunks_read[i]) continue;
        bool is_wanted = !name              ? !chunk->name_size && !chunk->is_import
                         : chunk->is_import ? mentions(module, chunk, name)
                                            : chunk->name_size && stub_chunk_is_named(chunk, module->chunk_text, name->text, name->size);
        if (is_wanted) vec_push(checker->arena, &wanted, i);
    }
    for (uint32_t i = name ? find_sorted(module, name->text, name->size) : module->chunk_count; name && is_sorted_named(module, i, name->text, name->size); i++) {
        if (module->chunks_read[i]) continue;
        vec_push(checker->arena, &wanted, i);
        for (uint32_t at = wanted.count - 1; at && module->chunks[wanted.items[at - 1]].start > module->chunks[i].start; at--) // they are read in the order of the text
            wanted.items[at] = wanted.items[at - 1], wanted.items[at - 1] = i;
    }
    if (wanted.count) read_texts(module, wanted.items, wanted.count);
    else if (!module->units.count) read_text(module, "", 0, NULL); // what the module has by itself stands in some unit
}

bool stub_declares(const Module *module, const char *name) {
    size_t size = strlen(name);
    for (uint32_t i = 0; i < module->sorted_from; i++)
        if (module->chunks[i].name_size && stub_chunk_is_named(&module->chunks[i], module->chunk_text, name, size)) return true;
    return is_sorted_named(module, find_sorted(module, name, size), name, size);
}

void stub_read_imports(Module *module) {
    for (uint32_t i = 0; i < module->chunk_count; i++)
        if (module->chunks[i].is_import && !module->chunks_read[i]) read_texts(module, &i, 1);
}

static int by_start(const void *a, const void *b) {
    uint32_t x = ((const StubChunk *)a)->start, y = ((const StubChunk *)b)->start;
    return (x > y) - (x < y);
}

void stub_consider_names(const Module *module, Spelling *spelling) {
    TreeArena *arena = module->checker->arena;
    StubChunk *chunks = arena_array(arena, StubChunk, module->chunk_count + 1); // of names that are equally near the first in the text is taken
    if (module->chunk_count) memcpy(chunks, module->chunks, module->chunk_count * sizeof *chunks);
    qsort(chunks, module->chunk_count, sizeof *chunks, by_start);
    for (uint32_t i = 0; i < module->chunk_count; i++) {
        const StubChunk *chunk = &chunks[i];
        if (chunk->name_size) spelling_consider(spelling, arena_copy(arena, module->chunk_text + chunk->name, chunk->name_size));
    }
}
