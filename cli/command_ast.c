// typhon ast: parses files and prints their trees.
#include "base/diag_render.h"
#include "cli/commands.h"
#include "parser/parser.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct Options {
    bool spans, parse_only;
} Options;

static int print_file(const char *path, Options options) {
    TreeArena arena;
    jmp_buf out_of_memory;
    arena_init(&arena, 0, &out_of_memory);
    if (setjmp(out_of_memory)) {
        arena_free(&arena);
        return report_usage("%s: out of memory", path);
    }
    Source *source = arena_new(&arena, Source);
    SourceError error = source_read(source, &arena, path);
    int status = EXIT_OK;
    if (error != SOURCE_OK) {
        status = report_usage("%s: %s", path, error == SOURCE_IS_FOLDER ? "is a folder" : error == SOURCE_TOO_LARGE ? "is too large" : strerror(errno));
    } else {
        AtomTable atoms;
        DiagList diagnostics;
        atoms_init(&atoms, &arena);
        diag_init(&diagnostics, &arena);
        ParseResult result = parse_source(source, PARSE_FILE, &arena, &atoms, &diagnostics);
        if (result.error_count) {
            diag_sort(&diagnostics);
            diag_render_all(&diagnostics, options.parse_only ? DIAG_FORMAT_CONCISE : DIAG_FORMAT_FULL, isatty(2), stderr);
            status = EXIT_ERRORS;
        } else if (!options.parse_only) {
            source_index_lines(source, &arena);
            ast_print(result.root, source, options.spans, stdout);
        }
    }
    arena_free(&arena);
    return status;
}

int command_ast(int argc, char **argv) {
    Options options = {0};
    int status = EXIT_OK, files = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--spans") == 0) options.spans = true;
        else if (strcmp(argv[i], "--parse-only") == 0) options.parse_only = true;
        else if (strcmp(argv[i], "--help") == 0)
            return print_command_help("ast", "  --spans        with line:column ranges\n  --parse-only   only report syntax errors\n");
        else if (argv[i][0] == '-' && argv[i][1]) return report_usage("ast: unknown option %s", argv[i]);
    }
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] == '-' && argv[i][1]) continue;
        int one = print_file(argv[i], options);
        if (one > status) status = one;
        files++;
    }
    return files ? status : report_usage("ast: no file given");
}
