#include "embed/loader.h"
#include "embed/ast_values.h"
#include "embed/code_cache.h"
#include "embed/front_stack.h"
#include "embed/library_units.h"
#include "embed/own_modules.h"
#include "embed/tree_places.h"
#include "base/utf8.h"
#include "embed/syntax_warnings.h"
#include "compiler/compiler.h"
#include "runtime/grants.h"
#include "runtime/import.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "typecheck/check.h"
#include <ctype.h>
#include <fcntl.h>
#include <unistd.h>

typedef struct Load {
    SourceLoader *loader;
    VM *vm;
    Source *source;
    const char *module_name;
    LoadMode mode; // without what may stand beside it
    int optimize;
    AtomTable *atoms;
    DiagList *diagnostics;
    ParseResult parsed;
    CheckSession *session; // NULL: not checked
    bool is_others; // not the program's own: not checked, and not held to its annotations
    bool is_single; // as compile() takes "single"
} Load;

static bool starts_with(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

static ParseMode parse_mode(LoadMode mode) { return mode == LOAD_EVAL ? PARSE_EXPRESSION : mode == LOAD_INTERACTIVE ? PARSE_INTERACTIVE : PARSE_FILE; }

// Only programs that say something of types are checked: one without annotations is never refused (DESIGN 3). Modules built into the binary are trusted.
static bool is_to_check(const Load *load, const ParseResult *parsed) {
    const SourceLoader *loader = load->loader;
    bool has_name = loader->is_hosts ? !starts_with(load->source->path, EMBEDDED_FOLDER) : load->source->path[0] != '<';
    return loader->check && !load->is_others && load->mode == LOAD_FILE && has_name && (parsed->has_annotations || loader->check_strict || loader->checks_plain);
}

#ifndef TYPHON_NO_CHECKER
// Modules that the program may not import are not looked at either.
static bool may_read(void *context, const char *path) {
    GrantedPlace place;
    if (!grants_find_place(context, GRANT_BIT(READ) | GRANT_BIT(IMPORT), PLACE_ANY | PLACE_FOLLOW, AT_FDCWD, path, &place)) return false;
    place_leave(&place);
    return true;
}

static const TypeFacts *check_program(Load *load, const ParseResult *parsed, const ScopeTree *scopes) {
    const SourceLoader *loader = load->loader;
    CheckOptions options = {.purpose = CHECK_FOR_RUN, .strict = loader->check_strict, .search_path = loader->search_path, .search_path_count = loader->search_path_count,
                            .notes_dependencies = loader->keeps_code, .find_host_module = loader->find_host_module, .host_context = loader->host_context,
                            .may_read = load->vm->grants ? may_read : NULL, .read_context = load->vm};
    load->session = check_session_new(&options, &load->loader->arena, load->atoms, load->diagnostics);
    return check_module(load->session, load->module_name, load->source, parsed, scopes);
}

static const CheckDependency *dependencies_of(const Load *load, uint32_t *count) { return load->session ? check_dependencies(load->session, count) : NULL; }
#else
static const TypeFacts *check_program(Load *load, const ParseResult *parsed, const ScopeTree *scopes) { return (void)load, (void)parsed, (void)scopes, NULL; }
static const CheckDependency *dependencies_of(const Load *load, uint32_t *count) { return (void)load, *count = 0, NULL; }
#endif

// A module of others runs whatever the checker would say of it, and is not held to its annotations: it may have been written for other checkers,
// with `# type: ignore` wherever they are not kept, as a caller in another module may not keep them.
static bool is_of_others(const Load *load) {
    const char *path = load->source->path;
    return path[0] != '<' && strcmp(load->module_name, "__main__") != 0 && !is_own_module(load->vm, load->loader->own_folder, path);
}

// ---- compile(..., "single") --------------------------------------------------------------------------------------------

static bool is_compound(const Ast *statement) {
    switch (statement->kind) {
    case AST_If: case AST_While: case AST_For: case AST_AsyncFor: case AST_With: case AST_AsyncWith: case AST_Try: case AST_TryStar: case AST_Match:
    case AST_FunctionDef: case AST_AsyncFunctionDef: case AST_ClassDef: return true;
    default: return false;
    }
}

// Where the word that begins at `at` ends; another character is a word of its own.
static uint32_t end_of_word(const Source *source, uint32_t at) {
    uint32_t end = at;
    while (end < source->size && (isalnum((unsigned char)source->text[end]) || source->text[end] == '_' || (unsigned char)source->text[end] >= 0x80)) end++;
    return end > at ? end : at + 1;
}

static uint32_t line_at(const Load *load, uint32_t at) { return source_position(load->source, at).line; }

// Whether what ends at `end`, with no line's end behind it, ends in the block of a clause that stands on the clause's line: another clause could follow.
static bool ends_in_clause(const Load *load, uint32_t end) {
    uint32_t size;
    const char *line = source_line(load->source, line_at(load, end), &size);
    return !memchr(load->source->text + end, '\n', load->source->size - end) && *line != ' ' && *line != '\t';
}

// The text is one compound statement, or simple ones on one line. What is wrong with that is told first, and alone.
static void check_single(const Load *load, ParseResult *parsed) {
    const Source *source = load->source;
    const AstNodes *body = parsed->root ? &((const AstInteractive *)parsed->root)->body : NULL;
    const Diagnostic *error = load->diagnostics->items.count ? load->diagnostics->items.items[0] : NULL;
    uint32_t count = body ? body->count : 0, own = 1; // statements that may stand there
    source_index_lines((Source *)source, &load->loader->arena);
    bool compound = count && is_compound(body->items[0]);
    while (!compound && own < count && line_at(load, body->items[own]->span.start) == line_at(load, body->items[own - 1]->span.end)) own++;
    uint32_t end = count ? body->items[own - 1]->span.end : source->size;
    if (error && (!count || error->span.start <= end)) return;
    bool is_open = !count || (compound && count == 1 && ends_in_clause(load, end));
    const char *newline = is_open ? NULL : memchr(source->text + end, '\n', source->size - end);
    if (!is_open && ((count == own && !error) || (!compound && !newline))) return;
    uint32_t at = is_open ? source->size : compound ? count > 1 ? body->items[1]->span.start : error->span.start : (uint32_t)(newline - source->text);
    Span where = compound && count > 1 ? span_make(at, end_of_word(source, at)) : span_make(at, is_open ? at : at + 1);
    load->diagnostics->items.count = 0;
    diag_report(load->diagnostics, DIAG_SYNTAX, source, where, diag_text(is_open || compound ? "invalid syntax" : "multiple statements found while compiling a single statement"));
    parsed->error_count++;
    parsed->reached = where.end;
}

// NULL after an error.
static CodeUnit *compile_here(Load *load) {
    TreeArena *arena = &load->loader->arena;
    atoms_need(load->atoms);
    ParseResult parsed = parse_source(load->source, parse_mode(load->mode), arena, load->atoms, load->diagnostics);
    if (load->is_single) check_single(load, &parsed);
    load->parsed = parsed;
    if (parsed.error_count || !parsed.root) return NULL;
    source_index_lines(load->source, arena);
    ScopeTree *scopes = scope_analyze(parsed.root, load->source, arena, load->atoms, load->diagnostics);
    if (load->diagnostics->error_count) return NULL;
    const TypeFacts *facts = is_to_check(load, &parsed) ? check_program(load, &parsed, scopes) : NULL;
    if (load->diagnostics->error_count) return NULL;
    load->diagnostics->items.count = 0; // notes are for `typhon check`
    CompileInput input = {
        .source = load->source,
        .root = parsed.root,
        .scopes = scopes,
        .facts = facts,
        .module_name = load->module_name,
        .type_guards = load->loader->type_guards && !load->is_others,
        .is_class = load->loader->is_class,
        .class_context = load->loader->class_context,
        .optimize = load->optimize,
        .keep_namespace = strcmp(load->module_name, "<string>") == 0, // eval() and exec() may be given a namespace of any kind
    };
    return compile_module(&input, arena, load->atoms, load->diagnostics);
}

typedef struct Compilation {
    Load *load;
    CodeUnit *unit;
    bool is_given_up;
} Compilation;
static void compile_safely(void *context) {
    Compilation *compilation = context;
    SourceLoader *loader = compilation->load->loader;
    jmp_buf outer;
    memcpy(&outer, &loader->out_of_memory, sizeof outer);
    if (setjmp(loader->out_of_memory)) compilation->is_given_up = true;
    else compilation->unit = compile_here(compilation->load);
    memcpy(&loader->out_of_memory, &outer, sizeof outer);
}
static CodeUnit *compile(Load *load) {
    Compilation compilation = {.load = load};
    if (!front_stack_call(load->vm, compile_safely, &compilation) || compilation.is_given_up) longjmp(load->loader->out_of_memory, 1);
    return compilation.unit;
}

// Where CPython says a syntax error is. Columns count from 1; UINT32_MAX stands for -1.
typedef struct Place {
    uint32_t line, column, end_line, end_column;
} Place;

// Behind the last character of the last line.
static Place end_of_source(Source *source, bool has_column) {
    uint32_t end = source->size;
    if (end && source->text[end - 1] == '\n') end--;
    Position at = source_position(source, end);
    return (Place){at.line, has_column ? at.column + 1 : 0, at.line, has_column ? UINT32_MAX : 0};
}

// eval() and "single" add no line end to what they are given, and know no place behind it.
static bool lacks_line_end(const Load *load) { return (load->mode == LOAD_EVAL || load->is_single) && (!load->source->size || load->source->text[load->source->size - 1] != '\n'); }

static Place place_of(const Load *load, const Diagnostic *error, const char *message) {
    Source *source = load->source;
    Position start = source_position(source, error->span.start), end = source_position(source, error->span.end);
    Place place = {start.line, start.column + 1, end.line, end.column + 1};
    uint32_t at = error->span.start, size;
    bool is_at_end = at >= source->size;
    if ((load->mode == LOAD_EVAL && strspn(source->text, " \t\f") == source->size) || (load->is_single && !source->size)) return (Place){0, 0, 0, 0}; // eval("") has not even a line
    if (is_at_end && lacks_line_end(load)) return (Place){start.line, 0, start.line, 0};
    if (is_at_end && (starts_with(message, "expected an indented block") || starts_with(message, "expected 'except' or"))) return end_of_source(source, true);
    if (starts_with(message, "unexpected EOF")) return end_of_source(source, true);
    bool is_dedent = error->span.start == error->span.end && (error->id == DIAG_INDENTATION || starts_with(message, "expected 'except' or"));
    if (is_at_end && error->span.start == error->span.end && (load->mode == LOAD_FILE || load->is_single) && error->id == DIAG_SYNTAX && strcmp(message, "invalid syntax") == 0) return end_of_source(source, false);
    if (starts_with(message, "unindent does not match")) {
        source_line(source, start.line, &size);
        place.end_column = UINT32_MAX;
        place.column = source_position(source, at - start.column + size).column + 1;
    } else if (error->id == DIAG_TAB) {
        place = (Place){start.line, 1, start.line, 0};
    } else if (error->id == DIAG_TOKEN) { // CPython knows no end of tokens
        place.end_line = start.line;
        place.end_column = strstr(message, "line continuation") ? 0 : place.column;
    } else if (error->id == DIAG_INDENTATION && strcmp(message, "unexpected indent") == 0 && start.column) {
        place = (Place){start.line, start.column, start.line, UINT32_MAX};
    } else if (is_dedent) {
        place = (Place){start.line, start.column, start.line, UINT32_MAX};
    } else if (starts_with(message, "future feature ") || strcmp(message, "not a chance") == 0) {
        place.end_line = start.line;
        place.end_column = SYNTAX_NO_COLUMN;
    } else if (strstr(message, "was never closed") || starts_with(message, "':' expected after dictionary key")) {
        place.end_column = 0;
    } else if (is_at_end || source->text[at] == '\n' || source->text[at] == '\r') {
        place.end_line = start.line;
        place.end_column = start.column + 2; // a line's end is one wide
    }
    return place;
}

// The line of a program in a file; "" when it cannot be read. What was compiled from a string may say it came from there.
static const char *line_of_file(VM *vm, TreeArena *arena, const char *path, uint32_t number) {
    enum { LINE_LIMIT = 1000 };
    int descriptor = path[0] == '<' ? -1 : grants_open(vm, GRANT_BIT(READ), path, O_RDONLY);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "r");
    if (!file && descriptor >= 0) close(descriptor);
    if (!file) return "";
    char *line = arena_alloc(arena, LINE_LIMIT);
    *line = '\0';
    for (uint32_t i = 0; i < number && fgets(line, LINE_LIMIT, file); i += strchr(line, '\n') != NULL) {}
    fclose(file);
    return line;
}

// The line a syntax error shows, or None. What only compiling finds is shown from the file alone.
static Value shown_line(VM *vm, const Load *load, const Diagnostic *error, uint32_t line, const char *message) {
    if (!line) return str_from_cstring(vm, "");
    TreeArena *arena = &load->loader->arena;
    uint32_t size, next_size;
    const char *text = source_line(load->source, line, &size);
    if (utf8_validate(text, size, NULL) != size) return VALUE_NONE; // that it is not UTF-8 is the error itself: it cannot be shown
    bool is_late = strstr(message, "__debug__") || starts_with(message, "multiple starred names") || starts_with(message, "default 'except:'") || starts_with(message, "patterns may only") || starts_with(message, "mapping pattern keys may only"); // CPython's compiler says it
    bool is_parsed = is_late || (!load->parsed.error_count && load->parsed.root);
    if (is_parsed && (load->mode != LOAD_FILE || strcmp(load->module_name, "<string>") == 0)) {
        text = line_of_file(vm, arena, load->source->path, line);
        return *text && utf8_validate(text, strlen(text), NULL) == strlen(text) ? str_from_cstring(vm, text) : VALUE_NONE;
    }
    bool is_cut = lacks_line_end(load) && text + size == load->source->text + load->source->size;
    bool has_end = !is_cut && ((error->id != DIAG_TOKEN && !starts_with(message, "leading zeros")) || strstr(message, "line continuation") || starts_with(message, "unexpected EOF"));
    if (error->id == DIAG_SYNTAX && !is_parsed && source_position(load->source, load->parsed.reached ? load->parsed.reached - 1 : 0).line > line) has_end = false; // CPython is in a later line already
    for (; has_end && line > 1; line--) { // lines that end with a backslash are one
        const char *before = source_line(load->source, line - 1, &next_size);
        if (next_size < 2 || before[next_size - 1] != '\\' || memchr(before, '#', next_size) || strspn(before, " \t") == next_size - 1) break;
        size += (uint32_t)(text - before);
        text = before;
    }
    return str_from_format(vm, has_end ? "%s\n" : "%s", arena_copy(arena, text, size));
}

// The first error as an exception.
static void raise_first(VM *vm, const Load *load) {
    const Diagnostic *first = NULL;
    for (uint32_t i = 0; i < load->diagnostics->items.count && !first; i++)
        if (diag_severity(load->diagnostics->items.items[i]->id) == SEVERITY_ERROR) first = load->diagnostics->items.items[i];
    // CPython looks at all tokens before it says no more than that (where an f-string is cut off is no matter of tokens).
    for (uint32_t i = 0; first && first->id == DIAG_SYNTAX && strcmp(diag_message(load->diagnostics, first), "invalid syntax") == 0 && i < load->diagnostics->items.count; i++)
        if (load->diagnostics->items.items[i]->id == DIAG_TOKEN && !starts_with(diag_message(load->diagnostics, load->diagnostics->items.items[i]), "f-string: expecting")) first = load->diagnostics->items.items[i];
    if (!first) {
        raise_error(vm, vm->types.SystemError, "the compiler failed without saying why");
        return;
    }
    for (uint32_t i = 0; i < load->diagnostics->items.count; i++) { // a missing block is the cause of what else is wrong there
        const Diagnostic *other = load->diagnostics->items.items[i];
        if (other->id == DIAG_INDENTATION && other->span.start == first->span.start) first = other;
    }
    Type *type = first->id == DIAG_INDENTATION ? vm->types.IndentationError : first->id == DIAG_TAB ? vm->types.TabError : vm->types.SyntaxError;
    source_index_lines(load->source, &load->loader->arena);
    const char *message = diag_message(load->diagnostics, first);
    Place place = place_of(load, first, message);
    Value filename = str_from_cstring(vm, load->source->path);
    Value text = filename == VALUE_ERROR ? VALUE_ERROR : shown_line(vm, load, first, place.line, message);
    if (text != VALUE_ERROR) raise_syntax_error(vm, type, message, filename, place.line, place.column, place.end_line, place.end_column, text);
}

// For tracebacks. CPython shows no lines of "<string>" and of what is typed either; of other names without a file (doctest's) once linecache knows them.
static bool shows_lines(const char *path) { return path[0] != '<' || (strncmp(path, "<typhon>", 8) != 0 && strcmp(path, "<string>") != 0 && strcmp(path, "<stdin>") != 0); }
static void keep_source(Code *code, Value text) {
    code->source_text = text;
    for (uint32_t i = 0; i < code->child_count; i++) keep_source(code->children[i], text);
}

// Tells the warnings, with what was made of the source kept alive. From here on the arena is another load's.
static bool told(VM *vm, Value made, Value warnings) {
    ROOT_SCOPE(vm);
    root_push(vm, made);
    bool good = syntax_warnings_tell(vm, warnings);
    ROOT_END(vm);
    return good;
}

// An unknown encoding has another name for what is imported or compiled than for the program itself.
static void decode(Source *source, TreeArena *arena, bool is_program) {
    static const char words[] = "encoding problem: ";
    source_decode(source, arena);
    if (is_program || !source->encoding_problem || strncmp(source->encoding_problem, words, sizeof words - 1) != 0) return;
    const char *name = source->encoding_problem + sizeof words - 1;
    if (!strchr(name, ' ')) source->encoding_problem = arena_printf(arena, "unknown encoding: %s", name);
}

// A byte order mark is one of bytes only: in a str it is a character that does not belong there.
static bool has_mark(VM *vm, const char *path, const char *text, size_t size, bool is_bytes) {
    if (is_bytes || size < 3 || memcmp(text, "\xef\xbb\xbf", 3) != 0) return false;
    const char *end = memchr(text, '\n', size);
    Value filename = str_from_cstring(vm, path), line = str_new(vm, text, end ? (size_t)(end - text) : size);
    if (filename != VALUE_ERROR && line != VALUE_ERROR)
        raise_syntax_error(vm, vm->types.SyntaxError, "invalid non-printable character U+FEFF", filename, 1, 1, 1, 1, line);
    return true;
}

static void keep_code(const Load *load, const CacheKey *key, const CodeUnit *unit) {
    uint32_t count = 0;
    const CheckDependency *dependencies = dependencies_of(load, &count);
    code_cache_keep(key, unit, dependencies, count, &load->loader->arena);
}

// Of `unit`, or, where that is NULL, of the bytes in `image`.
// is_text_of_file: the source is what its file says, and can be read there when somebody wants to see a line.
// Of other texts than modules (which compile() was given) as well, what is shown is the file's.
static Code *make_code(VM *vm, const Source *source, const CodeUnit *unit, const CodeImage *image, bool is_module, bool is_text_of_file) {
    HeapStay stay;
    if (is_module) stay = heap_stay_begin(vm->heap);
    Code *code = unit ? code_from_unit(vm, unit) : code_from_bytes(vm, source->path, image);
    if (code && shows_lines(source->path)) {
        Value text = is_text_of_file ? VALUE_NONE : str_new(vm, source->text, source->size), both[] = {VALUE_NONE, text};
        Value lines = text == VALUE_ERROR || (is_module && !is_text_of_file) ? text : list_new(vm, both, is_text_of_file ? 1 : 2);
        if (lines == VALUE_ERROR) code = NULL;
        else keep_source(code, lines);
    }
    if (is_module) heap_stay_end(vm->heap, stay);
    return code;
}

typedef struct KeptRoom {
    VM *vm;
    void *block;
} KeptRoom;
static uint8_t *room_in_heap(void *context, size_t size) {
    KeptRoom *room = context;
    heap_expect(room->vm->heap, size);
    if ((room->block = block_new(room->vm, size))) heap_stay(room->vm->heap, size);
    else error_clear(room->vm); // then it is compiled
    return room->block;
}

// What is compiled is work of the script: by the memory that its tree and code take.
static bool look_at_limits(void *vm, size_t size) { return work(vm, size / 16); }

static void raise_given_up(VM *vm) {
    if (!error_is_set(vm)) raise_memory_error(vm);
}

// Within the loader's setjmp.
static Load open_load(SourceLoader *loader, VM *vm, const char *path, const char *module_name, const char *text, size_t size, LoadMode mode, bool is_bytes) {
    loader->arena.limit = loader->memory_limit;
    loader->arena.may_grow = look_at_limits, loader->arena.context = vm;
    Source *source = arena_new(&loader->arena, Source);
    AtomTable *atoms = arena_new(&loader->arena, AtomTable);
    DiagList *diagnostics = arena_new(&loader->arena, DiagList);
    source_init(source, path, text, (uint32_t)size);
    source->future_annotations = mode & LOAD_FUTURE_ANNOTATIONS;
    if (is_bytes) decode(source, &loader->arena, strcmp(module_name, "__main__") == 0);
    *atoms = (AtomTable){.arena = &loader->arena};
    diag_init(diagnostics, &loader->arena);
    int optimize = mode & LOAD_NO_DOCSTRINGS ? 2 : mode & LOAD_NO_ASSERTS ? 1 : 0;
    return (Load){.loader = loader, .vm = vm, .source = source, .module_name = module_name, .mode = mode & LOAD_KIND, .optimize = optimize, .atoms = atoms,
                  .diagnostics = diagnostics, .is_single = mode & LOAD_SINGLE};
}

// In one go, and so is the rest of what is refused: in a run that stood still meanwhile the host could have other texts checked, whose diagnostics take the place of these.
static void report(const Load *load) {
    SourceLoader *loader = load->loader;
    diag_sort(load->diagnostics);
    if (!load->diagnostics->items.count || !loader->report) return;
    loader->arena.may_grow = NULL;
    loader->report(loader->report_context, load->diagnostics);
    if (!load->diagnostics->error_count) loader->arena.may_grow = look_at_limits;
}

bool source_loader_check(SourceLoader *loader, VM *vm, const char *path, const char *module_name, const char *text, size_t size) {
    if (size >= 1u << 30) return raise_overflow_error(vm, "source code is too large (1 GiB or more)"), false;
    arena_reset(&loader->arena);
    if (setjmp(loader->out_of_memory)) return raise_given_up(vm), false;
    Load load = open_load(loader, vm, path, module_name, text, size, LOAD_FILE, true);
    const CodeUnit *unit = compile(&load);
    report(&load);
    return unit && !load.diagnostics->error_count;
}

static Code *load_source(void *context, VM *vm, const char *path, const char *module_name, const char *text, size_t size, LoadMode mode, const TreePlaces *places) {
    SourceLoader *loader = context;
    bool is_bytes = mode & LOAD_DECODE || ((mode & LOAD_KIND) == LOAD_FILE && strcmp(module_name, "<string>") != 0);
    if (has_mark(vm, path, text, size, is_bytes)) return NULL;
    if (size >= 1u << 30) {
        raise_error(vm, vm->types.OverflowError, "source code is too large (1 GiB or more)");
        return NULL;
    }
    arena_reset(&loader->arena);
    if (setjmp(loader->out_of_memory)) {
        raise_given_up(vm);
        return NULL;
    }
    Load load = open_load(loader, vm, path, module_name, text, size, mode, is_bytes);
    Source *source = load.source;
    source->is_of_tree = places;
    load.is_others = load.mode == LOAD_FILE && is_of_others(&load);
    AtomTable *atoms = load.atoms;
    const CacheKey key = {source, module_name, loader->search_path, loader->search_path_count, loader->check && !load.is_others, loader->type_guards && !load.is_others, load.optimize};
    bool is_kept = loader->keeps_code && !places && load.mode == LOAD_FILE && !source->future_annotations && !source->encoding_problem && code_cache_covers(&key);
    bool is_library = load.mode == LOAD_FILE && !load.optimize && loader->type_guards, is_module = strcmp(module_name, "<string>") != 0;
    CodeImage image = {.source_size = source->size};
    KeptRoom room = {.vm = vm};
    bool is_read = is_kept ? code_cache_find(&key, room_in_heap, &room, &loader->arena, atoms, &image.bytes) : is_library && library_unit(source, &loader->arena, &image.bytes);
    image.block = room.block;
    if (is_read) {
        Code *code = make_code(vm, source, NULL, &image, is_module, is_kept && source->text == text);
        if (code || error_is_set(vm)) return code;
    }
    CodeUnit *unit = compile(&load);
    report(&load);
    if (!unit || load.diagnostics->error_count) {
        raise_first(vm, &load);
        return NULL;
    }
    if (places) unit_take_places(unit, places, &loader->arena);
    Code *code = make_code(vm, source, unit, NULL, is_module, places);
    if (!code) return NULL;
    Value warnings = syntax_warnings_collect(vm, source, &loader->arena, &load.parsed, false);
    if (is_kept && warnings == VALUE_NONE) keep_code(&load, &key, unit);
    // The program may need the memory, and a host have many VMs: it goes back before what was loaded runs.
    if (load.mode == LOAD_FILE && (loader->is_hosts || strcmp(module_name, "__main__") == 0)) arena_free(&loader->arena);
    return warnings != VALUE_ERROR && told(vm, from_object(code), warnings) ? code : NULL;
}

// ---- bytecode ------------------------------------------------------------------------------------------------------------

static const char bytecode_magic[8] = "\x93TYC\r\n\x1a\n";
typedef struct BytecodeHeader {
    char magic[8];
    Digest version, rest; // `rest`: of all that follows
    uint32_t source_size, padding;
} BytecodeHeader;

// Of the instructions there are and of how the bytes are laid out; of another order of bytes it is another one.
static Digest bytecode_version(void) {
    enum { LAYOUT = 3 };
    const uint32_t numbers[] = {LAYOUT, REGISTER_TYPES_VERSION, OPCODE_COUNT};
    return digest_add((Digest){{embedded_instructions[0], embedded_instructions[1]}}, numbers, sizeof numbers);
}

bool is_bytecode(const char *bytes, size_t size) { return size >= sizeof bytecode_magic && memcmp(bytes, bytecode_magic, sizeof bytecode_magic) == 0; }

Value source_loader_compile(SourceLoader *loader, VM *vm, const char *path, const char *module_name, const char *text, size_t size) {
    if (size >= 1u << 30) return raise_overflow_error(vm, "source code is too large (1 GiB or more)");
    arena_reset(&loader->arena);
    if (setjmp(loader->out_of_memory)) return raise_given_up(vm), VALUE_ERROR;
    Load load = open_load(loader, vm, path, module_name, text, size, LOAD_FILE, true);
    const CodeUnit *unit = compile(&load);
    report(&load);
    if (!unit || load.diagnostics->error_count) return raise_first(vm, &load), VALUE_ERROR;
    UnitBytes bytes = unit_write(unit, &loader->arena);
    char *whole = arena_alloc(&loader->arena, sizeof(BytecodeHeader) + bytes.size);
    BytecodeHeader header = {.version = bytecode_version(), .source_size = load.source->size};
    memcpy(whole + sizeof header, bytes.bytes, bytes.size);
    header.rest = digest_add(digest_add((Digest){{0}}, &header.source_size, sizeof header.source_size), bytes.bytes, bytes.size);
    memcpy(header.magic, bytecode_magic, sizeof bytecode_magic);
    memcpy(whole, &header, sizeof header);
    return bytes_new(vm, whole, sizeof header + bytes.size);
}

static Code *refuse_bytecode(VM *vm, const char *path, const char *why) {
    if (!error_is_set(vm)) raise_error(vm, vm->types.ImportError, "the bytecode of %s %s", path, why);
    return NULL;
}

Code *source_loader_read(SourceLoader *loader, VM *vm, const char *path, const char *bytes, size_t size) {
    BytecodeHeader header;
    if (size < sizeof header || size > UINT32_MAX) return refuse_bytecode(vm, path, "is damaged");
    memcpy(&header, bytes, sizeof header);
    const char *rest = bytes + sizeof header;
    if (!digest_equal(header.version, bytecode_version())) return refuse_bytecode(vm, path, "was made by another version of Typhon");
    Digest digest = digest_add(digest_add((Digest){{0}}, &header.source_size, sizeof header.source_size), rest, size - sizeof header);
    if (header.padding || !digest_equal(header.rest, digest)) return refuse_bytecode(vm, path, "is damaged");
    arena_reset(&loader->arena);
    if (setjmp(loader->out_of_memory)) {
        raise_given_up(vm);
        return NULL;
    }
    Load load = open_load(loader, vm, path, "", "", 0, LOAD_FILE, false);
    load.source->size = header.source_size; // for the spans; the text is not there
    UnitBytes unit_bytes = {(const uint8_t *)rest, size - sizeof header};
    atoms_need(load.atoms);
    const CodeUnit *unit = unit_read(unit_bytes, load.source, &loader->arena, load.atoms);
    if (!unit || !unit_is_harmless(unit)) return refuse_bytecode(vm, path, "is no bytecode that Typhon makes");
    HeapStay stay = heap_stay_begin(vm->heap);
    Code *code = code_from_unit(vm, unit);
    heap_stay_end(vm->heap, stay);
    return code;
}

#ifndef TYPHON_CORE // it has no module ast
static Value parse_to_value(const Load *load, VM *vm, Dict *ast_names) {
    atoms_need(load->atoms);
    ParseResult parsed = parse_source(load->source, parse_mode(load->mode), &load->loader->arena, load->atoms, load->diagnostics);
    if (load->is_single) check_single(load, &parsed);
    if (parsed.error_count || !parsed.root || load->diagnostics->error_count) {
        diag_sort(load->diagnostics);
        raise_first(vm, load);
        return VALUE_ERROR;
    }
    source_index_lines(load->source, &load->loader->arena);
    Value tree = ast_to_value(vm, ast_names, load->source, parsed.root);
    Value warnings = tree == VALUE_ERROR ? VALUE_ERROR : syntax_warnings_collect(vm, load->source, &load->loader->arena, &parsed, true);
    return warnings != VALUE_ERROR && told(vm, tree, warnings) ? tree : VALUE_ERROR;
}

static Value parse_text(void *context, VM *vm, Dict *ast_names, const char *path, const char *text, size_t size, LoadMode mode) {
    SourceLoader *loader = context;
    bool is_bytes = mode & LOAD_DECODE;
    if (has_mark(vm, path, text, size, is_bytes)) return VALUE_ERROR;
    if (size >= 1u << 30) return raise_overflow_error(vm, "source code is too large (1 GiB or more)");
    arena_reset(&loader->arena);
    if (setjmp(loader->out_of_memory)) return raise_given_up(vm), VALUE_ERROR;
    Load load = open_load(loader, vm, path, "<ast>", text, size, mode, is_bytes);
    return parse_to_value(&load, vm, ast_names);
}
#endif

void source_loader_open(SourceLoader *loader) {
    *loader = (SourceLoader){.loader = {.context = loader, .load = load_source}, .check = true, .type_guards = true};
#ifndef TYPHON_CORE
    loader->loader.parse = parse_text;
#endif
    arena_init(&loader->arena, 0, &loader->out_of_memory);
}

void source_loader_close(SourceLoader *loader) { arena_free(&loader->arena); }
