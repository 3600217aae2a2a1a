// typhon check: checks the types of files and folders; nothing is run.
#include "base/diag_render.h"
#include "cli/commands.h"
#include "typecheck/check.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Program {
    const char *path, *name; // dotted module name
    Source source;
    ParseResult parsed;
    ScopeTree *scopes;
} Program;

typedef struct Check {
    TreeArena arena;
    jmp_buf out_of_memory;
    AtomTable atoms;
    DiagList diagnostics;
    VEC(Program *) programs;
    CheckOptions options;
    DiagFormat format;
    bool failed; // a file could not be read
} Check;

static const char help[] = "  --strict                     look into functions without annotations as well\n"
                           "  --output-format FORMAT       full (default) or concise: path:line:col: error: message  [code]\n";

// ---- finding the files ---------------------------------------------------------------------------------------------------------------

static bool ends_with(const char *text, const char *suffix) {
    size_t size = strlen(text), end = strlen(suffix);
    return size >= end && strcmp(text + size - end, suffix) == 0;
}

static bool is_package(Check *check, const char *folder) {
    struct stat status;
    return stat(arena_printf(&check->arena, "%s/__init__.py", folder), &status) == 0 || stat(arena_printf(&check->arena, "%s/__init__.pyi", folder), &status) == 0;
}

// The dotted name of a file: its own, behind those of the packages it lies in.
static const char *module_name(Check *check, const char *path) {
    const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path, *dot = strrchr(file, '.');
    const char *name = arena_copy(&check->arena, file, dot ? (size_t)(dot - file) : strlen(file));
    char *folder = arena_copy(&check->arena, path, slash ? (size_t)(slash - path) : 0);
    if (!slash) strcpy(folder, "");
    bool is_init = strcmp(name, "__init__") == 0;
    for (const char *below = is_init ? NULL : name; *folder && is_package(check, folder); name = below) {
        char *up = strrchr(folder, '/');
        const char *own = up ? up + 1 : folder;
        below = below ? arena_printf(&check->arena, "%s.%s", own, below) : arena_copy(&check->arena, own, strlen(own));
        if (up) *up = 0;
        else folder = (char *)"";
    }
    return name;
}

static void add_file(Check *check, const char *path) {
    for (uint32_t i = 0; i < check->programs.count; i++)
        if (strcmp(check->programs.items[i]->path, path) == 0) return;
    Program *program = arena_new(&check->arena, Program);
    program->path = path;
    program->name = module_name(check, path);
    vec_push(&check->arena, &check->programs, program);
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static bool is_source(const char *name) { return ends_with(name, ".py") || ends_with(name, ".pyi"); }

// Files of the folder and of those below; hidden ones and caches left out.
static void add_folder(Check *check, const char *folder, int depth) {
    DIR *stream = depth < 64 ? opendir(folder) : NULL;
    if (!stream) {
        fprintf(stderr, "typhon: %s: %s\n", folder, strerror(errno));
        check->failed = true;
        return;
    }
    VEC(const char *) names = {0};
    for (struct dirent *entry; (entry = readdir(stream));)
        if (entry->d_name[0] != '.' && strcmp(entry->d_name, "__pycache__") != 0) vec_push(&check->arena, &names, arena_copy(&check->arena, entry->d_name, strlen(entry->d_name)));
    closedir(stream);
    if (names.count) qsort(names.items, names.count, sizeof *names.items, by_name);
    for (uint32_t i = 0; i < names.count; i++) {
        const char *path = strcmp(folder, ".") == 0 ? names.items[i] : arena_printf(&check->arena, "%s/%s", folder, names.items[i]);
        struct stat status;
        if (stat(path, &status) != 0) continue;
        if (S_ISDIR(status.st_mode)) add_folder(check, path, depth + 1);
        else if (is_source(names.items[i])) add_file(check, path);
    }
}

static void add_path(Check *check, const char *path) {
    struct stat status;
    size_t size = strlen(path);
    char *clean = arena_copy(&check->arena, path, size);
    while (size > 1 && clean[size - 1] == '/') clean[--size] = 0;
    if (strcmp(path, "-") != 0 && stat(path, &status) != 0) {
        fprintf(stderr, "typhon: %s: %s\n", path, strerror(errno));
        check->failed = true;
    } else if (strcmp(path, "-") != 0 && S_ISDIR(status.st_mode)) {
        add_folder(check, clean, 0);
    } else {
        add_file(check, clean);
    }
}

// ---- checking ----------------------------------------------------------------------------------------------------------------------------

static const char *reason(SourceError error) { return error == SOURCE_IS_FOLDER ? "is a folder" : error == SOURCE_TOO_LARGE ? "is too large (1 GiB or more)" : strerror(errno); }

static void read_program(Check *check, CheckSession *session, Program *program) {
    SourceError error = source_read(&program->source, &check->arena, program->path);
    if (error != SOURCE_OK) {
        fprintf(stderr, "typhon: %s: %s\n", program->path, reason(error));
        check->failed = true;
        return;
    }
    uint32_t errors = check->diagnostics.error_count;
    program->parsed = parse_source(&program->source, PARSE_FILE, &check->arena, &check->atoms, &check->diagnostics);
    if (program->parsed.error_count || !program->parsed.root) return;
    source_index_lines(&program->source, &check->arena);
    program->scopes = scope_analyze(program->parsed.root, &program->source, &check->arena, &check->atoms, &check->diagnostics);
    if (check->diagnostics.error_count != errors) program->scopes = NULL;
    if (program->scopes) check_add_module(session, program->name, &program->source, &program->parsed, program->scopes);
}

static void summarise(const Check *check) {
    uint32_t errors = check->diagnostics.error_count, files = check->programs.count;
    if (check->format != DIAG_FORMAT_FULL || (check->failed && !files)) return;
    if (!errors) printf("no errors in %u file%s\n", files, files == 1 ? "" : "s");
    else printf("%u error%s in %u file%s\n", errors, errors == 1 ? "" : "s", files, files == 1 ? "" : "s");
}

static int run_check(Check *check) {
    if (setjmp(check->out_of_memory)) return report_usage("check: out of memory");
    CheckSession *session = check_session_new(&check->options, &check->arena, &check->atoms, &check->diagnostics);
    for (uint32_t i = 0; i < check->programs.count; i++) read_program(check, session, check->programs.items[i]);
    for (uint32_t i = 0; i < check->programs.count; i++) {
        Program *program = check->programs.items[i];
        if (program->scopes) check_module(session, program->name, &program->source, &program->parsed, program->scopes);
    }
    diag_sort(&check->diagnostics);
    diag_render_all(&check->diagnostics, check->format, isatty(STDOUT_FILENO) && !getenv("NO_COLOR"), stdout);
    summarise(check);
    return check->failed ? EXIT_USAGE : check->diagnostics.error_count ? EXIT_ERRORS : EXIT_OK;
}

static bool parse_format(Check *check, const char *name) {
    if (strcmp(name, "full") == 0) check->format = DIAG_FORMAT_FULL;
    else if (strcmp(name, "concise") == 0) check->format = DIAG_FORMAT_CONCISE;
    else return false;
    return true;
}

// EXIT_OK, EXIT_USAGE (reported), or -1: help was asked for.
static int parse_arguments(Check *check, int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) return -1;
        if (strcmp(word, "--strict") == 0) check->options.strict = true;
        else if (strcmp(word, "--output-format") == 0 || strncmp(word, "--output-format=", 16) == 0) {
            const char *name = word[15] ? word + 16 : i + 1 < argc ? argv[++i] : "";
            if (!parse_format(check, name)) return report_usage("check: not an output format: '%s' (full or concise)", name);
        } else if (word[0] == '-' && word[1]) return report_usage("check: unknown option %s", word);
        else add_path(check, word);
    }
    if (!check->programs.count && !check->failed) return report_usage("check: no Python file given");
    return EXIT_OK;
}

int command_check(int argc, char **argv) {
    Check *check = calloc(1, sizeof *check);
    if (!check) return report_usage("out of memory");
    arena_init(&check->arena, 0, &check->out_of_memory);
    check->options.purpose = CHECK_STANDALONE;
    int status = EXIT_USAGE;
    if (!setjmp(check->out_of_memory)) {
        atoms_init(&check->atoms, &check->arena);
        diag_init(&check->diagnostics, &check->arena);
        status = parse_arguments(check, argc, argv);
        if (status == -1) status = print_command_help("check", help);
        else if (status == EXIT_OK) status = run_check(check);
    } else {
        report_usage("check: out of memory");
    }
    arena_free(&check->arena);
    free(check);
    return status;
}
