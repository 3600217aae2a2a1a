// make_manual KIND OUTPUT: what shells complete of the `typhon` command; KIND is bash, zsh or fish.
// make_manual TEMPLATE OUTPUT VERSION: a manual page (docs/man/*.in), with @VERSION@, a line `@COMMANDS@`, and lines `@OPTIONS COMMAND@` filled in.
// Both are made of cli/commands.def and cli/options.def.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *usage, *summary;
} commands[] = {
#define COMMAND(name, function, usage, summary) {name, usage, summary},
#include "cli/commands.def"
#undef COMMAND
};
static const struct {
    const char *command, *name, *value, *help;
} options[] = {
#define OPTION(command, name, value, help) {command, name, value, help},
#include "cli/options.def"
#undef OPTION
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands, OPTION_COUNT = sizeof options / sizeof *options };

static bool is_of(int option, const char *command) { return strcmp(options[option].command, command) == 0; }
static bool is_long(int option) { return options[option].name[0] == '-' && options[option].name[1] == '-'; }
static bool has_value(int option) { return options[option].value[0] != 0; }
static bool is_file(int option) { return strcmp(options[option].value, "FILE") == 0; }
static bool is_folder(int option) { return strcmp(options[option].value, "DIR") == 0; }
static bool is_choice(int option) { return strchr(options[option].value, '|'); }
static void put_choices(int option, FILE *out) { // with spaces between them
    for (const char *c = options[option].value; *c; c++) fputc(*c == '|' ? ' ' : *c, out);
}
// With a backslash before each of `special`.
static void put_escaped(const char *text, const char *special, FILE *out) {
    for (const char *c = text; *c; c++) {
        if (strchr(special, *c)) fputc('\\', out);
        fputc(*c, out);
    }
}
// Within '...' of a shell.
static void put_quoted(const char *text, FILE *out) {
    for (const char *c = text; *c; c++)
        if (*c == '\'') fputs("'\\''", out);
        else fputc(*c, out);
}

// ---- shells -----------------------------------------------------------------------------------------------------------------

static void write_bash(FILE *out) {
    fputs("# bash completion for typhon\n"
          "_typhon() {\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=run option= names=\n"
          "    COMPREPLY=()\n"
          "    [ \"$word\" = = ] && { before='='; word=; option=${COMP_WORDS[COMP_CWORD-1]}; }\n"
          "    [ \"$before\" = = ] && [ -z \"$option\" ] && option=${COMP_WORDS[COMP_CWORD-2]}\n"
          "    [ \"$before\" != = ] && option=$before\n"
          "    case ${COMP_WORDS[1]} in\n    ",
          out);
    for (int i = 0; i < COMMAND_COUNT; i++) fprintf(out, "%s%s", i ? "|" : "", commands[i].name);
    fputs(") [ \"$COMP_CWORD\" -gt 1 ] && command=${COMP_WORDS[1]} ;;\n    esac\n    case $command:$option in\n", out);
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!has_value(i)) continue;
        fprintf(out, "    %s:%s) ", options[i].command, options[i].name);
        if (is_folder(i)) fputs("COMPREPLY=($(compgen -d -- \"$word\")); compopt -o filenames; return ;;\n", out);
        else if (is_file(i)) fputs("COMPREPLY=($(compgen -f -- \"$word\")); compopt -o filenames; return ;;\n", out);
        else if (is_choice(i)) fputs("COMPREPLY=($(compgen -W '", out), put_choices(i, out), fputs("' -- \"$word\")); return ;;\n", out);
        else fputs("return ;;\n", out);
    }
    fputs("    esac\n    case $command in\n", out);
    for (int c = 0; c < COMMAND_COUNT; c++) {
        fprintf(out, "    %s) names='--help", commands[c].name);
        for (int i = 0; i < OPTION_COUNT; i++)
            if (is_of(i, commands[c].name)) fprintf(out, " %s%s", options[i].name, is_long(i) && has_value(i) ? "=" : "");
        fputs("' ;;\n", out);
    }
    fputs("    esac\n"
          "    if [[ $word == -* ]]; then\n"
          "        [ \"$COMP_CWORD\" = 1 ] && names=\"$names --version\"\n"
          "        COMPREPLY=($(compgen -W \"$names\" -- \"$word\"))\n"
          "        [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n"
          "        return\n"
          "    fi\n"
          "    [ \"$COMP_CWORD\" = 1 ] && COMPREPLY=($(compgen -W '",
          out);
    for (int i = 0; i < COMMAND_COUNT; i++) fprintf(out, "%s%s", i ? " " : "", commands[i].name);
    fputs("' -- \"$word\"))\n"
          "    COMPREPLY+=($(compgen -d -- \"$word\") $(compgen -f -X '!*.py?(i)' -- \"$word\"))\n"
          "    compopt -o filenames\n"
          "}\n"
          "complete -F _typhon typhon\n",
          out);
}

static void write_zsh_options(const char *command, FILE *out) {
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!is_of(i, command) || strcmp(options[i].name, "-") == 0) continue;
        fprintf(out, " \\\n        '%s%s[", options[i].name, !has_value(i) ? "" : is_long(i) ? "=" : "+");
        for (const char *c = options[i].help; *c; c++)
            if (*c == '\'') fputs("'\\''", out);
            else if (strchr("[]:\\", *c)) fprintf(out, "\\%c", *c);
            else fputc(*c, out);
        fputs("]", out);
        if (has_value(i)) {
            fputs(":value:", out);
            if (is_folder(i)) fputs("_files -/", out);
            else if (is_file(i)) fputs("_files", out);
            else if (is_choice(i)) fputc('(', out), put_choices(i, out), fputc(')', out);
            else fputc(' ', out);
        }
        fputc('\'', out);
    }
}

static void write_zsh(FILE *out) {
    fputs("#compdef typhon\n_typhon() {\n    local -a commands\n    commands=(\n", out);
    for (int i = 0; i < COMMAND_COUNT; i++) fprintf(out, "        '%s:", commands[i].name), put_quoted(commands[i].summary, out), fputs("'\n", out);
    fputs("    )\n"
          "    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
          "        _describe command commands\n"
          "        _files -g '*.py(|i)'\n"
          "        return\n"
          "    fi\n"
          "    local command=run\n"
          "    if (( CURRENT > 2 )) && (( ${commands[(I)$words[2]:*]} )); then\n"
          "        command=$words[2]\n"
          "        shift words\n"
          "        (( CURRENT-- ))\n"
          "    fi\n"
          "    case $command in\n",
          out);
    for (int c = 0; c < COMMAND_COUNT; c++) {
        fprintf(out, "    %s) _arguments -s '--help[tell the options]'", commands[c].name);
        write_zsh_options(commands[c].name, out);
        fputs(strcmp(commands[c].name, "run") == 0 ? " \\\n        '1:program:_files -g \"*.py(|i)\"' '*::argument:_files' ;;\n" : " \\\n        '*:file:_files' ;;\n", out);
    }
    fputs("    esac\n}\n_typhon \"$@\"\n", out);
}

static void write_fish(FILE *out) {
    fputs("# fish completion for typhon\nset -l commands", out);
    for (int i = 0; i < COMMAND_COUNT; i++) fprintf(out, " %s", commands[i].name);
    fputc('\n', out);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        fprintf(out, "complete -c typhon -n \"not __fish_seen_subcommand_from $commands\" -a %s -d '", commands[i].name);
        put_escaped(commands[i].summary, "'\\", out);
        fputs("'\n", out);
    }
    fputs("complete -c typhon -n \"not __fish_seen_subcommand_from $commands\" -l version -s V -d 'print the version'\n", out);
    fputs("complete -c typhon -l help -s h -d 'tell the options'\n", out);
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (strcmp(options[i].name, "-") == 0) continue;
        if (strcmp(options[i].command, "run") == 0) fputs("complete -c typhon -n \"__fish_seen_subcommand_from run; or not __fish_seen_subcommand_from $commands\"", out);
        else fprintf(out, "complete -c typhon -n \"__fish_seen_subcommand_from %s\"", options[i].command);
        fprintf(out, " %s %s", is_long(i) ? "-l" : "-s", options[i].name + (is_long(i) ? 2 : 1));
        if (is_folder(i)) fputs(" -x -a '(__fish_complete_directories)'", out);
        else if (is_file(i)) fputs(" -r", out);
        else if (is_choice(i)) fputs(" -x -a '", out), put_choices(i, out), fputc('\'', out);
        else if (has_value(i)) fputs(" -x", out);
        fputs(" -d '", out);
        put_escaped(options[i].help, "'\\", out);
        fputs("'\n", out);
    }
}

// ---- manual pages -----------------------------------------------------------------------------------------------------------

// Text of a manual page: a hyphen that is typed, a backslash, a control character at the start of a line.
static void put_roff(const char *text, FILE *out) {
    if (*text == '.' || *text == '\'') fputs("\\&", out);
    for (const char *c = text; *c; c++)
        if (*c == '-') fputs("\\-", out);
        else if (*c == '\\') fputs("\\e", out);
        else fputc(*c, out);
}

static void write_options(const char *command, FILE *out) {
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!is_of(i, command)) continue;
        fputs(".TP\n\\fB", out), put_roff(options[i].name, out), fputs("\\fR", out);
        if (has_value(i)) fputs(is_long(i) ? "=\\fI" : " \\fI", out), put_roff(options[i].value, out), fputs("\\fR", out);
        fputc('\n', out), put_roff(options[i].help, out), fputs(".\n", out);
    }
}

static void write_commands(FILE *out) {
    for (int i = 0; i < COMMAND_COUNT; i++) {
        fputs(".TP\n\\fB", out), put_roff(commands[i].usage, out), fputs("\\fR\n", out);
        put_roff(commands[i].summary, out), fputs(".\n", out);
    }
}

static bool write_page(const char *template_path, const char *version, FILE *out) {
    char line[4096], command[32];
    FILE *in = fopen(template_path, "r");
    if (!in) return perror(template_path), false;
    while (fgets(line, sizeof line, in)) {
        char *place = strstr(line, "@VERSION@");
        if (strcmp(line, "@COMMANDS@\n") == 0) write_commands(out);
        else if (sscanf(line, "@OPTIONS %31[a-z]@", command) == 1) write_options(command, out);
        else if (place) fprintf(out, "%.*s%s%s", (int)(place - line), line, version, place + strlen("@VERSION@"));
        else fputs(line, out);
    }
    fclose(in);
    return true;
}

int main(int argc, char **argv) {
    if (argc < 3) return fprintf(stderr, "usage: make_manual bash|zsh|fish OUTPUT, or make_manual TEMPLATE OUTPUT VERSION\n"), 2;
    FILE *out = fopen(argv[2], "w");
    if (!out) return perror(argv[2]), 2;
    bool good = true;
    if (strcmp(argv[1], "bash") == 0) write_bash(out);
    else if (strcmp(argv[1], "zsh") == 0) write_zsh(out);
    else if (strcmp(argv[1], "fish") == 0) write_fish(out);
    else good = argc == 4 && write_page(argv[1], argv[3], out);
    return fclose(out) == 0 && good ? 0 : 2;
}
