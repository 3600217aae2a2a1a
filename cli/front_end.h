// What the commands that look at sources share: files read and parsed, each in an arena of its own, on as many threads as
// there are processors; what they print comes out in the order of the files.
#ifndef TYPHON_CLI_FRONT_END_H
#define TYPHON_CLI_FRONT_END_H
#include "parser/parser.h"
#include <stdio.h>

typedef struct FrontEnd {
    TreeArena arena;
    jmp_buf out_of_memory;
    Source *source;
    AtomTable atoms;
    DiagList diagnostics;
    ParseResult parsed;
    FILE *out, *err; // where to print
} FrontEnd;

// Calls `work` for each file among argv[1..argc), options left out (they start with '-'; "-" is standard input), with the file parsed;
// a file that cannot be read is reported. `work` may run on several threads at once; it prints to front->out and front->err, and
// returns an exit status; the highest of all is returned. EXIT_USAGE when there is no file.
// Diagnostics, those that `work` adds included, are shown on standard error afterwards: in full, or concise.
int front_end_for_each(int argc, char **argv, const char *command, bool concise, int (*work)(void *context, FrontEnd *front), void *context);
#endif
