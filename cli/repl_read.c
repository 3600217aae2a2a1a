// Lines of the REPL: see repl.h.
#include "cli/repl.h"
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef TYPHON_LIBEDIT
#include <histedit.h>
#endif

struct Reader {
    bool terminal, colour;
    ReaderHooks hooks;
    char *line; // of plain reading
    size_t capacity;
    char prompt[256];
#ifdef TYPHON_LIBEDIT
    EditLine *editor;
    History *history;
    char *history_file;
#endif
};

// ---- plain reading: a byte at a time, since what follows may be read by the statement itself ------------------------

static bool plain_grow(Reader *reader) {
    size_t capacity = reader->capacity ? 2 * reader->capacity : 256;
    char *line = realloc(reader->line, capacity);
    if (!line) return false;
    reader->line = line, reader->capacity = capacity;
    return true;
}

static const char *plain_line(Reader *reader, const char *prompt, size_t *size) {
    FILE *out = reader->terminal ? stdout : stderr; // as CPython: what a program reads from a pipe has no prompts in it
    fputs(prompt, out);
    fflush(out);
    *size = 0;
    for (;;) {
        if (*size + 1 >= reader->capacity && !plain_grow(reader)) return NULL;
        ssize_t got = read(STDIN_FILENO, reader->line + *size, 1);
        if (got < 0) return NULL;
        if (!got) break;
        if (reader->line[(*size)++] == '\n') break;
    }
    reader->line[*size] = 0;
    return *size ? reader->line : NULL;
}

// ---- libedit ---------------------------------------------------------------------------------------------------------

#ifdef TYPHON_LIBEDIT
enum { HISTORY_LINES = 2000, LISTED_COMPLETIONS = 200 };

static Reader *reader_of(EditLine *editor) {
    void *reader = NULL;
    el_get(editor, EL_CLIENTDATA, &reader);
    return reader;
}
static char *prompt_of(EditLine *editor) { return reader_of(editor)->prompt; }

static void list_completions(const Completions *found) {
    size_t width = 0;
    for (size_t i = 0; i < found->count; i++)
        if (strlen(found->items[i].word) > width) width = strlen(found->items[i].word);
    if (width > 40) width = 40;
    fputc('\n', stdout);
    for (size_t i = 0; i < found->count && i < LISTED_COMPLETIONS; i++) printf("%-*s  %s\n", (int)width, found->items[i].word, found->items[i].type);
    if (found->count > LISTED_COMPLETIONS) printf("... and %zu more\n", found->count - LISTED_COMPLETIONS);
    fflush(stdout);
}

// How many bytes all words begin with in common.
static size_t common_size(const Completions *found) {
    size_t size = strlen(found->items[0].word);
    for (size_t i = 1; i < found->count; i++)
        for (size_t j = 0; j < size; j++)
            if (found->items[i].word[j] != found->items[0].word[j]) size = j;
    return size;
}

static unsigned char complete(EditLine *editor, int key) {
    (void)key;
    Reader *reader = reader_of(editor);
    const LineInfo *line = el_line(editor);
    const char *start = line->buffer;
    while (start < line->cursor && (*start == ' ' || *start == '\t')) start++;
    if (start == line->cursor) return el_insertstr(editor, "    ") == 0 ? CC_REFRESH : CC_ERROR; // in the indentation Tab is an indent
    Completions found = reader->hooks.complete(reader->hooks.context, line->buffer, (size_t)(line->cursor - line->buffer));
    if (!found.count) return CC_REFRESH_BEEP;
    size_t common = common_size(&found);
    if (common > found.replaced) {
        char *rest = strndup(found.items[0].word + found.replaced, common - found.replaced);
        bool good = rest && el_insertstr(editor, rest) == 0;
        free(rest);
        if (!good) return CC_ERROR;
        if (found.count == 1) return CC_REFRESH;
    }
    list_completions(&found);
    return CC_REDISPLAY;
}

static char *history_path(void) {
    const char *given = getenv("TYPHON_HISTORY"), *home = getenv("HOME");
    if (given) return *given ? strdup(given) : NULL;
    char *path = home && *home ? malloc(strlen(home) + sizeof "/.typhon_history") : NULL;
    if (path) sprintf(path, "%s/.typhon_history", home);
    return path;
}

static bool open_editor(Reader *reader) {
    HistEvent event;
    setlocale(LC_CTYPE, "");
    if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
    reader->editor = el_init("typhon", stdin, stdout, stderr);
    reader->history = history_init();
    if (!reader->editor || !reader->history) return false;
    history(reader->history, &event, H_SETSIZE, HISTORY_LINES);
    history(reader->history, &event, H_SETUNIQUE, 1);
    reader->history_file = history_path();
    if (reader->history_file) history(reader->history, &event, H_LOAD, reader->history_file);
    el_set(reader->editor, EL_CLIENTDATA, (void *)reader);
    el_set(reader->editor, EL_PROMPT_ESC, prompt_of, '\1');
    el_set(reader->editor, EL_EDITOR, "emacs");
    el_set(reader->editor, EL_HIST, history, reader->history);
    el_set(reader->editor, EL_ADDFN, "typhon-complete", "Complete a name", complete);
    el_set(reader->editor, EL_BIND, "^I", "typhon-complete", NULL);
    el_set(reader->editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
    el_source(reader->editor, NULL); // ~/.editrc
    return true;
}

static const char *edited_line(Reader *reader, const char *prompt, size_t *size) {
    HistEvent event;
    int count = 0;
    size_t end = strlen(prompt); // libedit wants a character behind what switches the colour off
    const char *last = end && prompt[end - 1] == ' ' ? (end--, " ") : "";
    if (reader->colour && end) snprintf(reader->prompt, sizeof reader->prompt, "\1\033[1;32m\1%.*s\1\033[0m\1%s", (int)(end < 200 ? end : 200), prompt, last);
    else snprintf(reader->prompt, sizeof reader->prompt, "%.200s", prompt);
    const char *line = el_gets(reader->editor, &count);
    if (!line || count <= 0) return NULL;
    *size = (size_t)count;
    if (strspn(line, " \t\n") < *size) {
        history(reader->history, &event, H_ENTER, line);
        if (reader->history_file) history(reader->history, &event, H_SAVE, reader->history_file);
    }
    return line;
}

static void close_editor(Reader *reader) {
    if (reader->history) history_end(reader->history);
    if (reader->editor) el_end(reader->editor);
    free(reader->history_file);
}
#endif

// ---- both ------------------------------------------------------------------------------------------------------------

Reader *reader_open(bool terminal, bool colour, const ReaderHooks *hooks) {
    Reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->terminal = terminal, reader->colour = colour, reader->hooks = *hooks;
#ifdef TYPHON_LIBEDIT
    if (terminal && !open_editor(reader)) close_editor(reader), reader->editor = NULL;
#endif
    return reader;
}

void reader_close(Reader *reader) {
    if (!reader) return;
#ifdef TYPHON_LIBEDIT
    if (reader->editor) close_editor(reader);
#endif
    free(reader->line);
    free(reader);
}

const char *reader_line(Reader *reader, const char *prompt, size_t *size) {
#ifdef TYPHON_LIBEDIT
    if (reader->editor) return edited_line(reader, prompt, size);
#endif
    return plain_line(reader, prompt, size);
}
