// The `typhon` command: finds the command and hands over.
#include "cli/commands.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *name;
    int (*function)(int argc, char **argv);
    const char *usage, *summary;
} commands[] = {
#define COMMAND(name, function, usage, summary) {name, function, usage, summary},
#include "cli/commands.def"
#undef COMMAND
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

int report_usage(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("typhon: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return EXIT_USAGE;
}

#ifdef TYPHON_NO_CHECKER
int command_check(int argc, char **argv) { return (void)argc, report_usage("%s: this build of Typhon has no checker", argv[0]); }
#endif

static const struct {
    const char *command, *name, *value, *help;
} options[] = {
#define OPTION(command, name, value, help) {command, name, value, help},
#include "cli/options.def"
#undef OPTION
};
enum { OPTION_COUNT = sizeof options / sizeof *options };

static void print_option(int i) {
    char words[64];
    bool is_long = options[i].name[0] == '-' && options[i].name[1] == '-';
    snprintf(words, sizeof words, "%s%s%s", options[i].name, !*options[i].value ? "" : is_long ? "=" : " ", options[i].value);
    if (strlen(words) > 26) printf("  %s\n  %-26s %s\n", words, "", options[i].help);
    else printf("  %-26s %s\n", words, options[i].help);
}

int print_command_help(const char *name, const char *more) {
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0) printf("usage: %s\n\n%s\n", commands[i].usage, commands[i].summary);
    bool is_first = true;
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (strcmp(options[i].command, name) != 0) continue;
        if (is_first) puts("\noptions:");
        is_first = false;
        print_option(i);
    }
    fputs(more, stdout);
    return EXIT_OK;
}

static int print_help(void) {
    printf("Typhon: Python with the types first.\n\nusage:\n");
    for (int i = 0; i < COMMAND_COUNT; i++) printf("  %-58s %s\n", commands[i].usage, commands[i].summary);
    printf("  %-58s %s\n", "typhon --version|-V", "print the version");
    printf("\n`typhon COMMAND --help` tells a command's options.\n");
    return EXIT_OK;
}

int main(int argc, char **argv) {
    if (argc < 2) return isatty(STDIN_FILENO) ? command_repl(argc, argv) : command_run(2, (char *[]){argv[0], (char[]){"-"}, NULL});
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) return print_help();
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        printf("typhon %s\n", TYPHON_VERSION);
        return EXIT_OK;
    }
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(argv[1], commands[i].name) == 0) return commands[i].function(argc - 1, argv + 1);
    return command_run(argc, argv); // what is not a command is a file, or an option of `run`
}
