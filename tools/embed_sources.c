// Writes Python files as a C table, so that they are in the binary. Runs while building (cmake/EmbedSources.cmake).
//
//     embed_sources OUTPUT HEADER TYPE SYMBOL ROOT FILE...
//
// makes `const TYPE SYMBOL[]`, sorted by name, of {"dotted.name", text, size, is_package}, and `const size_t SYMBOL_count`. The dotted name of a
// file is its path below ROOT without its suffix; a/__init__.py is the package a.
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Entry {
    char *name;
    const char *path;
    bool is_package;
    unsigned long size;
} Entry;

static int fail(const char *what) {
    fprintf(stderr, "embed_sources: %s: %s\n", what, strerror(errno));
    exit(1);
}

static Entry entry_of(const char *root, const char *path) {
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

static int by_name(const void *a, const void *b) { return strcmp(((const Entry *)a)->name, ((const Entry *)b)->name); }

static void write_text(FILE *out, Entry *entry, int number) {
    FILE *in = fopen(entry->path, "rb");
    if (!in) fail(entry->path);
    fprintf(out, "static const char text_%d[] =\n    \"", number);
    int c;
    while ((c = getc(in)) != EOF) {
        entry->size++;
        if (c == '\n') fputs("\\n\"\n    \"", out);
        else if (c == '"' || c == '\\') fprintf(out, "\\%c", c);
        else if (c == '?') fputs("\\?", out); // no trigraphs
        else if (c < ' ' || c > '~') fprintf(out, "\\%03o", (unsigned)c);
        else putc(c, out);
    }
    fputs("\";\n", out);
    fclose(in);
}

int main(int argc, char **argv) {
    if (argc < 6) return fprintf(stderr, "usage: embed_sources OUTPUT HEADER TYPE SYMBOL ROOT FILE...\n"), 1;
    int count = argc - 6;
    Entry *entries = calloc((size_t)count + 1, sizeof *entries);
    FILE *out = fopen(argv[1], "wb");
    if (!entries || !out) fail(argv[1]);
    for (int i = 0; i < count; i++) {
        entries[i] = entry_of(argv[5], argv[6 + i]);
        entries[i].path = argv[6 + i];
    }
    qsort(entries, (size_t)count, sizeof *entries, by_name);
    fprintf(out, "// Made by tools/embed_sources.c.\n#include \"%s\"\n", argv[2]);
    for (int i = 0; i < count; i++) write_text(out, &entries[i], i);
    fprintf(out, "const %s %s[] = {\n", argv[3], argv[4]);
    for (int i = 0; i < count; i++) fprintf(out, "    {\"%s\", text_%d, %lu, %d},\n", entries[i].name, i, entries[i].size, entries[i].is_package);
    fprintf(out, "    {0},\n};\nconst size_t %s_count = %d;\n", argv[4], count);
    return fclose(out) == 0 ? 0 : fail(argv[1]);
}
