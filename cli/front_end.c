#include "cli/front_end.h"
#include "base/diag_render.h"
#include "cli/commands.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *reason(SourceError error) {
    return error == SOURCE_IS_FOLDER ? "is a folder" : error == SOURCE_TOO_LARGE ? "is too large (1 GiB or more)" : strerror(errno);
}

static int run_on(FrontEnd *front, const char *path, bool concise, int (*work)(void *, FrontEnd *), void *context) {
    arena_reset(&front->arena);
    if (setjmp(front->out_of_memory)) return report_usage("%s: out of memory", path);
    front->source = arena_new(&front->arena, Source);
    SourceError error = source_read(front->source, &front->arena, path);
    if (error != SOURCE_OK) return report_usage("%s: %s", path, reason(error));
    atoms_init(&front->atoms, &front->arena);
    diag_init(&front->diagnostics, &front->arena);
    front->parsed = parse_source(front->source, PARSE_FILE, &front->arena, &front->atoms, &front->diagnostics);
    int status = front->parsed.error_count ? EXIT_ERRORS : work(context, front);
    if (front->diagnostics.error_count) status = EXIT_ERRORS;
    diag_sort(&front->diagnostics);
    diag_render_all(&front->diagnostics, concise ? DIAG_FORMAT_CONCISE : DIAG_FORMAT_FULL, isatty(2) && !getenv("NO_COLOR"), stderr);
    return status;
}

int front_end_for_each(int argc, char **argv, const char *command, bool concise, int (*work)(void *context, FrontEnd *front), void *context) {
    int status = EXIT_OK, files = 0;
    FrontEnd *front = malloc(sizeof *front);
    if (!front) return report_usage("out of memory");
    arena_init(&front->arena, 0, &front->out_of_memory);
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] == '-' && argv[i][1]) continue;
        int one = run_on(front, argv[i], concise, work, context);
        if (one > status) status = one;
        files++;
    }
    arena_free(&front->arena);
    free(front);
    return files ? status : report_usage("%s: no file given", command);
}
