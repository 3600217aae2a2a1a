// Stubs: where their texts come from, and reading them by need (module.h). A chunk is a top-level statement, or several neighbours that declare the same
// name (overloads). It is found by looking at which lines begin in column 0, and parsed when its name is first asked for; imports when one of their words is. Names are compared as
// texts: few of the hundreds are ever asked for, and an atom for each would be most of the work.
#include "base/packed.h"
#include "base/spelling.h"
#include "typecheck/class.h"
#include "typecheck/checker.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

struct StubChunk {
    const char *name; // in the text; NULL: an import, or read at once (conditions, imports of *)
    const char *start, *end;
    uint32_t name_size;
    bool is_read, is_import;
    bool is_several; // statements
};

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
    if (!stub->codes) return stub->text;
    char *text = arena_alloc(checker->arena, stub->size + 1);
    unpack_text(stub->codes, (const uint8_t *)stub->text, text, stub->size);
    text[stub->size] = 0;
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

static bool is_letter(char c) { return isalpha((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80; }
static bool starts_with_word(const char *p, const char *word) {
    if (*p != *word) return false;
    size_t size = strlen(word);
    return strncmp(p, word, size) == 0 && !is_letter(p[size]) && !isdigit((unsigned char)p[size]);
}

// A line in column 0 that goes on with the statement before it.
static bool continues(const char *line) { return starts_with_word(line, "else") || starts_with_word(line, "elif") || starts_with_word(line, "except") || starts_with_word(line, "finally"); }

// The name that a statement declares, if it is one that declares one.
static void find_name(StubChunk *chunk) {
    const char *p = chunk->start, *end = chunk->end;
    while (*p == '@') { // decorators: the name is that of the definition below
        while (p < end && *p != '\n') p++;
        while (p < end && isspace((unsigned char)*p)) p++;
        while (p < end && !is_letter(*p) && *p != '@') { // an argument list that goes on, a comment
            while (p < end && *p != '\n') p++;
            while (p < end && isspace((unsigned char)*p)) p++;
        }
    }
    if (starts_with_word(p, "import") || starts_with_word(p, "from")) {
        chunk->is_import = !memchr(p, '*', (size_t)(end - p));
        return;
    }
    static const char *const not_names[] = {"if", "try", "for", "while", "with", "del", "assert", "raise", "pass", "global"};
    for (size_t i = 0; i < sizeof not_names / sizeof *not_names; i++)
        if (starts_with_word(p, not_names[i])) return;
    static const char *const definitions[] = {"async", "def", "class", "type"};
    for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++) {
        if (!starts_with_word(p, definitions[i])) continue;
        const char *after = p + strlen(definitions[i]);
        while (*after == ' ') after++;
        if (is_letter(*after)) p = after;
    }
    const char *stop = p;
    while (is_letter(*stop) || isdigit((unsigned char)*stop)) stop++;
    if (stop == p) return;
    const char *next = stop;
    while (*next == ' ') next++;
    if (*next != '=' && *next != ':' && *next != '(' && *next != '[') return;
    chunk->name = p;
    chunk->name_size = (uint32_t)(stop - p);
}

static bool is_named(const StubChunk *chunk, const char *name, size_t size) { return chunk->name_size == size && memcmp(chunk->name, name, size) == 0; }

static void add_chunk(Module *module, const char *start, const char *end) {
    StubChunk chunk = {.start = start, .end = end};
    find_name(&chunk);
    StubChunk *last = module->chunks.count ? &vec_last(&module->chunks) : NULL;
    if (chunk.name && last && last->name && is_named(last, chunk.name, chunk.name_size)) { // overloads
        last->end = end;
        last->is_several = true;
        return;
    }
    vec_push(module->checker->arena, &module->chunks, chunk);
}

void stub_scan(Module *module, const Source *source) {
    const char *text = source->text, *end = text + source->size, *start = NULL;
    bool decorated = false, in_text = false; // in a docstring of three quotes
    const char *quotes = strstr(text, "\"\"\"");
    for (const char *line = text; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        stop = stop ? stop + 1 : end;
        bool begins = !in_text && (is_letter(*line) || *line == '@') && !continues(line);
        if (begins) {
            if (start && !decorated) {
                add_chunk(module, start, line);
                start = NULL;
            }
            if (!start) start = line;
            decorated = *line == '@';
        }
        for (const char *p = line; quotes && (p = memchr(p, '"', (size_t)(stop - p))); p++)
            if (p + 2 < stop && p[1] == '"' && p[2] == '"') in_text = !in_text, p += 2;
        line = stop;
    }
    if (start) add_chunk(module, start, end);
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
static bool read_head(Module *module, StubChunk *chunk) {
    TreeArena *arena = module->checker->arena;
    StubClass *cls = chunk->is_several || !chunk->name ? NULL : stub_class_begin(arena, chunk->start, chunk->end);
    if (!cls) return false;
    chunk->is_read = true;
    const char *text = arena_printf(arena, "%.*s    ...\n", (int)stub_class_head(cls), chunk->start);
    read_text(module, text, strlen(text), cls);
    return true;
}

// Parses the statements of the chunks as one text.
static void read_texts(Module *module, StubChunk **chunks, uint32_t count) {
    Checker *checker = module->checker;
    if (count == 1 && read_head(module, chunks[0])) return;
    size_t size = 0;
    for (uint32_t i = 0; i < count; i++) size += (size_t)(chunks[i]->end - chunks[i]->start) + 1;
    char *text = arena_alloc(checker->arena, size + 1), *p = text;
    for (uint32_t i = 0; i < count; i++) {
        size_t part = (size_t)(chunks[i]->end - chunks[i]->start);
        memcpy(p, chunks[i]->start, part);
        p += part;
        *p++ = '\n';
        chunks[i]->is_read = true;
    }
    *p = 0;
    read_text(module, text, (size_t)(p - text), NULL);
}

// Whether the word is in the text of the chunk.
static bool mentions(const StubChunk *chunk, const Atom *name) {
    for (const char *p = chunk->start; (p = memchr(p, *name->text, (size_t)(chunk->end - p))); p++)
        if (starts_with_word(p, name->text) && (p == chunk->start || !(is_letter(p[-1]) || isdigit((unsigned char)p[-1])))) return true;
    return false;
}

void stub_read_chunks(Module *module, const Atom *name) {
    Checker *checker = module->checker;
    VEC(StubChunk *) wanted = {0};
    for (uint32_t i = 0; i < module->chunks.count; i++) {
        StubChunk *chunk = &module->chunks.items[i];
        if (chunk->is_read) continue;
        bool is_wanted = !name ? !chunk->name && !chunk->is_import : chunk->is_import ? mentions(chunk, name) : chunk->name && is_named(chunk, name->text, name->size);
        if (is_wanted) vec_push(checker->arena, &wanted, chunk);
    }
    if (wanted.count) read_texts(module, wanted.items, wanted.count);
    else if (!module->units.count) read_text(module, "", 0, NULL); // what the module has by itself stands in some unit
}

bool stub_declares(const Module *module, const char *name) {
    for (uint32_t i = 0; i < module->chunks.count; i++)
        if (module->chunks.items[i].name && is_named(&module->chunks.items[i], name, strlen(name))) return true;
    return false;
}

void stub_read_imports(Module *module) {
    for (uint32_t i = 0; i < module->chunks.count; i++) {
        StubChunk *chunk = &module->chunks.items[i];
        if (chunk->is_import && !chunk->is_read) read_texts(module, &chunk, 1);
    }
}

void stub_consider_names(const Module *module, Spelling *spelling) {
    TreeArena *arena = module->checker->arena;
    for (uint32_t i = 0; i < module->chunks.count; i++) {
        const StubChunk *chunk = &module->chunks.items[i];
        if (chunk->name) spelling_consider(spelling, arena_copy(arena, chunk->name, chunk->name_size));
    }
}
