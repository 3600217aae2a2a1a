// typhon check: checks the types of files and folders; nothing is run.
#include "base/diag_codes.h"
#include "base/diag_export.h"
#include "base/diag_render.h"
#include "cli/check_options.h"
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
    PtrMap by_path; // Atom of a path -> Program *
    CheckOptions options;
    CheckSettings settings;
    bool failed; // a file could not be read
} Check;

static const char configuration[] = "\n[tool.typhon] in pyproject.toml sets the same: strict, output-format, statistics, platform, typeshed, search-path, enable-error-code.\n";

// ---- finding the files ---------------------------------------------------------------------------------------------------------------

static bool ends_with(const char *text, const char *suffix) {
    size_t size = strlen(text), end = strlen(suffix);
    return size >= end && strcmp(text + size - end, suffix) == 0;
}

static bool is_package(Check *check, const char *folder) {
    struct stat status;
    return stat(arena_printf(&check->arena, "%s/__init__.py", folder), &status) == 0 || stat(arena_printf(&check->arena, "%s/__init__.pyi", folder), &status) == 0;
}

// A folder without __init__ that lies in a package is a part of it, too (a namespace package).
static bool is_inside_package(Check *check, const char *folder) {
    char *outer = arena_copy(&check->arena, folder, strlen(folder));
    while (*outer) {
        if (is_package(check, outer)) return true;
        char *up = strrchr(outer, '/');
        if (!up) return false;
        *up = 0;
    }
    return false;
}

// The dotted name of a file: its own, behind those of the packages it lies in.
static const char *module_name(Check *check, const char *path) {
    char *real = strcmp(path, "-") == 0 ? NULL : realpath(path, NULL); // the folder we are in may be a package itself
    if (real) path = arena_copy(&check->arena, real, strlen(real));
    free(real);
    const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path, *dot = strrchr(file, '.');
    const char *name = arena_copy(&check->arena, file, dot ? (size_t)(dot - file) : strlen(file));
    char *folder = arena_copy(&check->arena, path, slash ? (size_t)(slash - path) : 0);
    if (!slash) strcpy(folder, "");
    bool is_init = strcmp(name, "__init__") == 0;
    for (const char *below = is_init ? NULL : name; *folder && is_inside_package(check, folder); name = below) {
        char *up = strrchr(folder, '/');
        const char *own = up ? up + 1 : folder;
        below = below ? arena_printf(&check->arena, "%s.%s", own, below) : arena_copy(&check->arena, own, strlen(own));
        if (up) *up = 0;
        else folder = (char *)"";
    }
    return name;
}

static void add_file(Check *check, const char *path) {
    const Atom *name = atom_intern_cstring(&check->atoms, path);
    if (map_get_pointer(&check->by_path, name)) return;
    Program *program = arena_new(&check->arena, Program);
    map_set_pointer(&check->arena, &check->by_path, name, program);
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
    program->parsed = parse_source(&program->source, PARSE_FILE, &check->arena, &check->atoms, &check->diagnostics);
    if (!program->parsed.root) return;
    parse_type_comments(&program->parsed, &program->source, &check->arena, &check->atoms);
    source_index_lines(&program->source, &check->arena);
    program->scopes = scope_analyze(program->parsed.root, &program->source, &check->arena, &check->atoms, &check->diagnostics);
    if (program->scopes) check_add_module(session, program->name, &program->source, &program->parsed, program->scopes);
}

// ---- what the user sees ----------------------------------------------------------------------------------------------------------------

// On standard error with the concise format, whose output is for programs as much as for people.
static void summarise(const Check *check) {
    uint32_t errors = check->diagnostics.error_count, files = check->programs.count, with_errors = diag_count_files(&check->diagnostics);
    FILE *out = check->settings.format == FORMAT_CONCISE ? stderr : stdout;
    fflush(stdout); // both may go to one place: the summary is the last line there
    if (!errors) fprintf(out, "Success: no issues found in %u source file%s\n", files, files == 1 ? "" : "s");
    else fprintf(out, "Found %u error%s in %u file%s (checked %u source file%s)\n", errors, errors == 1 ? "" : "s", with_errors, with_errors == 1 ? "" : "s", files, files == 1 ? "" : "s");
}

typedef struct CodeCount {
    const char *code;
    uint32_t count;
} CodeCount;

static int by_count(const void *a, const void *b) {
    const CodeCount *left = a, *right = b;
    return left->count != right->count ? (left->count < right->count ? 1 : -1) : strcmp(left->code, right->code);
}

// How many errors of each code, the most frequent first; on standard error where a program reads the rest.
static void print_statistics(Check *check) {
    VEC(CodeCount) counts = {0};
    for (uint32_t i = 0; i < check->diagnostics.items.count; i++) {
        DiagId id = check->diagnostics.items.items[i]->id;
        if (diag_severity(id) != SEVERITY_ERROR) continue;
        uint32_t k = 0;
        while (k < counts.count && strcmp(counts.items[k].code, diag_code(id)) != 0) k++;
        if (k == counts.count) {
            CodeCount fresh = {diag_code(id), 0};
            vec_push(&check->arena, &counts, fresh);
        }
        counts.items[k].count++;
    }
    if (counts.count) qsort(counts.items, counts.count, sizeof *counts.items, by_count);
    FILE *out = check->settings.format == FORMAT_FULL ? stdout : stderr;
    for (uint32_t i = 0; i < counts.count; i++) fprintf(out, "%6u  %s\n", counts.items[i].count, counts.items[i].code);
}

static void show(Check *check) {
    bool colour = isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
    switch (check->settings.format) {
    case FORMAT_JSON: diag_export_json(&check->diagnostics, check->programs.count, stdout); break;
    case FORMAT_GITHUB: diag_export_github(&check->diagnostics, stdout); break;
    case FORMAT_SARIF: diag_export_sarif(&check->diagnostics, TYPHON_VERSION, stdout); break;
    case FORMAT_FULL: diag_render_all(&check->diagnostics, DIAG_FORMAT_FULL, colour, stdout); break;
    case FORMAT_CONCISE: diag_render_all(&check->diagnostics, DIAG_FORMAT_CONCISE, colour, stdout); break;
    }
    if (check->settings.statistics) print_statistics(check);
    bool is_for_people = check->settings.format == FORMAT_FULL || check->settings.format == FORMAT_CONCISE;
    if (is_for_people && !(check->failed && !check->programs.count)) summarise(check);
}

static int explain(const char *code) {
    if (strcmp(code, "all") == 0) {
        diag_codes_print_page(stdout);
        return EXIT_OK;
    }
    const DiagCode *known = diag_code_find(code), *near = known ? NULL : diag_code_nearest(code);
    if (!known) return near ? report_usage("check: no code %s: did you mean %s?", code, near->code) : report_usage("check: no code %s", code);
    diag_code_print(known, stdout);
    return EXIT_OK;
}

// ---- all of it -----------------------------------------------------------------------------------------------------------------------------

static int run_check(Check *check) {
    if (setjmp(check->out_of_memory)) return report_usage("check: out of memory");
    CheckSession *session = check_session_new(&check->options, &check->arena, &check->atoms, &check->diagnostics);
    for (uint32_t i = 0; i < check->programs.count; i++) read_program(check, session, check->programs.items[i]);
    for (uint32_t i = 0; i < check->programs.count; i++) {
        Program *program = check->programs.items[i];
        if (program->scopes) check_module(session, program->name, &program->source, &program->parsed, program->scopes);
    }
    diag_sort(&check->diagnostics);
    show(check);
    return check->failed ? EXIT_USAGE : check->diagnostics.error_count ? EXIT_ERRORS : EXIT_OK;
}

// The value of `--name VALUE` or `--name=VALUE`; NULL: another option. `*i` moves to the last word used.
static const char *option_value(int argc, char **argv, int *i, const char *name) {
    size_t size = strlen(name);
    const char *word = argv[*i];
    if (strncmp(word, name, size) != 0) return NULL;
    if (word[size] == '=') return word + size + 1;
    if (word[size]) return NULL;
    return *i + 1 < argc ? argv[++*i] : "";
}

static const char *const valued[] = {"output-format", "platform", "typeshed", "search-path", "enable-error-code"};

static bool needs_value(const char *word) {
    if (strcmp(word, "--explain") == 0) return true;
    for (size_t i = 0; i < sizeof valued / sizeof *valued; i++)
        if (strncmp(word, "--", 2) == 0 && strcmp(word + 2, valued[i]) == 0) return true;
    return false;
}

// EXIT_OK, EXIT_USAGE (reported), or -1: what was asked for is done (`*status`).
static int parse_arguments(Check *check, int argc, char **argv, int *status) {
    CheckSettings *settings = &check->settings;
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i], *value = NULL;
        if (i + 1 == argc && needs_value(word)) return report_usage("check: %s needs a value (typhon check --help tells which)", word);
        if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) return *status = print_command_help("check", configuration), -1;
        if ((value = option_value(argc, argv, &i, "--explain"))) return *status = explain(value), -1;
        bool taken = false;
        for (size_t k = 0; k < sizeof valued / sizeof *valued && !taken; k++) {
            value = option_value(argc, argv, &i, arena_printf(&check->arena, "--%s", valued[k]));
            if (!value) continue;
            if (!settings_set(settings, valued[k], value)) return report_usage("check: %s", settings->problem);
            if (k == 2) settings->is_cpython = true;
            taken = true;
        }
        if (taken) continue;
        if (strcmp(word, "--strict") == 0) settings->strict = true;
        else if (strcmp(word, "--statistics") == 0) settings->statistics = true;
        else if (word[0] == '-' && word[1]) return report_usage("check: unknown option %s", word);
        else vec_push(&check->arena, &settings->paths, word);
    }
    return EXIT_OK;
}

// The folder whose pyproject.toml counts: that of the first path.
static const char *project_folder(Check *check, int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        struct stat status;
        if (argv[i][0] == '-' || stat(argv[i], &status) != 0) continue;
        if (S_ISDIR(status.st_mode)) return argv[i];
        const char *slash = strrchr(argv[i], '/');
        return !slash ? "." : slash == argv[i] ? "/" : arena_copy(&check->arena, argv[i], (size_t)(slash - argv[i]));
    }
    return ".";
}

static int settle(Check *check) {
    CheckSettings *settings = &check->settings;
    for (uint32_t i = 0; i < settings->paths.count; i++) add_path(check, settings->paths.items[i]);
    if (!check->programs.count && !check->failed) return report_usage("check: no Python file given");
    settings_add_python_path(settings);
    check->options.strict = settings->strict;
    check->options.optional = settings->optional;
    check->options.search_path = settings->search_path.items;
    check->options.search_path_count = settings->search_path.count;
    if (settings->is_cpython) {
        static const char *const site[] = {"/usr/local/lib/python3/dist-packages", "/usr/lib/python3/dist-packages"};
        check->options.typeshed = settings_typeshed(settings);
        check->options.site_folders = site;
        check->options.site_folder_count = sizeof site / sizeof *site;
        if (!check->options.typeshed) return report_usage("check: no typeshed found: install Debian's package mypy, or name its folder with --typeshed");
    }
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
        check->settings.arena = &check->arena;
        int done = EXIT_OK;
        if (!settings_read_project(&check->settings, project_folder(check, argc, argv))) {
            status = report_usage("check: %s", check->settings.problem);
        } else {
            status = parse_arguments(check, argc, argv, &done);
            if (status == -1) status = done;
            else if (status == EXIT_OK && (status = settle(check)) == EXIT_OK) status = run_check(check);
        }
    } else {
        report_usage("check: out of memory");
    }
    arena_free(&check->arena);
    free(check);
    return status;
}
