// typhon ast: parses files and prints their trees.
#include "cli/commands.h"
#include "cli/front_end.h"
#include <stdio.h>
#include <string.h>

typedef struct Options {
    bool spans, parse_only;
} Options;

static int print_tree(void *context, FrontEnd *front) {
    const Options *options = context;
    if (options->parse_only) return EXIT_OK;
    source_index_lines(front->source, &front->arena);
    ast_print(front->parsed.root, front->source, options->spans, front->out);
    return EXIT_OK;
}

int command_ast(int argc, char **argv) {
    Options options = {0};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--spans") == 0) options.spans = true;
        else if (strcmp(argv[i], "--parse-only") == 0) options.parse_only = true;
        else if (strcmp(argv[i], "--help") == 0) return print_command_help("ast", "");
        else if (argv[i][0] == '-' && argv[i][1]) return report_usage("ast: unknown option %s", argv[i]);
    }
    return front_end_for_each(argc, argv, "ast", options.parse_only, print_tree, &options);
}
