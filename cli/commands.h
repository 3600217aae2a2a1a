// The commands of `typhon`: each takes its own arguments (argv[0] is its name) and returns the exit status.
#ifndef TYPHON_CLI_COMMANDS_H
#define TYPHON_CLI_COMMANDS_H
enum { EXIT_OK = 0, EXIT_ERRORS = 1, EXIT_USAGE = 2 };
#define COMMAND(name, function, usage, summary) int function(int argc, char **argv);
#include "cli/commands.def"
#undef COMMAND
// "typhon: what: why" on standard error; returns EXIT_USAGE.
int report_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));
// Prints usage, summary and options of the command `name`, and `more` behind them; returns EXIT_OK.
int print_command_help(const char *name, const char *more);
#endif
