// The tables that tools write as C while building: entries by dotted name, each with bytes.
#ifndef TYPHON_TOOLS_EMBED_TABLE_H
#define TYPHON_TOOLS_EMBED_TABLE_H
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Entry {
    char *name;
    const char *path;
    bool is_package;
    unsigned long size; // of its bytes, when they were written
} Entry;

static inline int fail(const char *what) {
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(1);
}

// The dotted name of a file is its path below `root` without its suffix; a/__init__.py is the package a.
static inline Entry entry_of(const char *root, const char *path) {
    size_t skip = strlen(root);
    if (strncmp(path, root, skip) == 0 && path[skip] == '/') path += skip + 1;
    Entry entry = {.name = strdup(path)};
    if (!entry.name) fail("memory");
    char *dot = strrchr(entry.name, '.');
    if (dot) *dot = 0;
    for (char *c = entry.name; *c; c++)
        if (*c == '/') *c = '.';
    size_t size = strlen(entry.name), tail = strlen(".__init__");
    if (size > tail && strcmp(entry.name + size - tail, ".__init__") == 0) entry.name[size - tail] = 0, entry.is_package = true;
    return entry;
}

static inline int by_name(const void *a, const void *b) { return strcmp(((const Entry *)a)->name, ((const Entry *)b)->name); }

// The files' entries in the order of their names. Never NULL.
static inline Entry *entries_of(const char *root, char **paths, int count) {
    Entry *entries = calloc((size_t)count + 1, sizeof *entries);
    if (!entries) fail("memory");
    for (int i = 0; i < count; i++) {
        entries[i] = entry_of(root, paths[i]);
        entries[i].path = paths[i];
    }
    qsort(entries, (size_t)count, sizeof *entries, by_name);
    return entries;
}

// A byte of a string literal.
static inline void write_byte(FILE *out, int c) {
    if (c == '\n') fputs("\\n\"\n    \"", out);
    else if (c == '"' || c == '\\') fprintf(out, "\\%c", c);
    else if (c == '?') fputs("\\?", out); // no trigraphs
    else if (c < ' ' || c > '~') fprintf(out, "\\%03o", (unsigned)c);
    else putc(c, out);
}
#endif
