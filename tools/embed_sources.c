// Writes Python files as a C table, so that they are in the binary. Runs while building (cmake/EmbedSources.cmake).
//
//     embed_sources OUTPUT HEADER TYPE SYMBOL ROOT FILE...
//
// makes `const TYPE SYMBOL[]`, sorted by name, of {"dotted.name", text, size, is_package}, and `const size_t SYMBOL_count`.
#include "embed_table.h"

static void write_text(FILE *out, Entry *entry, int number) {
    FILE *in = fopen(entry->path, "rb");
    if (!in) fail(entry->path);
    fprintf(out, "static const char text_%d[] =\n    \"", number);
    for (int c; (c = getc(in)) != EOF; entry->size++) write_byte(out, c);
    fputs("\";\n", out);
    fclose(in);
}

int main(int argc, char **argv) {
    if (argc < 6) return fprintf(stderr, "usage: embed_sources OUTPUT HEADER TYPE SYMBOL ROOT FILE...\n"), 1;
    int count = argc - 6;
    Entry *entries = entries_of(argv[5], argv + 6, count);
    FILE *out = fopen(argv[1], "wb");
    if (!out) fail(argv[1]);
    fprintf(out, "// Made by tools/embed_sources.c.\n#include \"%s\"\n", argv[2]);
    for (int i = 0; i < count; i++) write_text(out, &entries[i], i);
    fprintf(out, "const %s %s[] = {\n", argv[3], argv[4]);
    for (int i = 0; i < count; i++) fprintf(out, "    {\"%s\", text_%d, %lu, %d},\n", entries[i].name, i, entries[i].size, entries[i].is_package);
    fprintf(out, "    {0},\n};\nconst size_t %s_count = %d;\n", argv[4], count);
    return fclose(out) == 0 ? 0 : fail(argv[1]);
}
