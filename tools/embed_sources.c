// Writes files as a C table, so that they are in the binary. Runs while building (cmake/EmbedSources.cmake).
//
//     embed_sources [--packed] [--chunks] OUTPUT HEADER TYPE SYMBOL ROOT FILE...
//
// makes `const TYPE SYMBOL[]`, sorted by name, of {"dotted.name", text, size, is_package, codes}, and `const size_t SYMBOL_count`. `codes` are those of
// packed texts (base/packed.h); NULL: they stand as they are. With --chunks, for stubs, two more: chunks and their number (typecheck/stub_chunk.h); of packed texts,
// which are to be small, NULL and 0.
#include "embed_table.h"
#include "pack_texts.h"
#include "typecheck/stub_chunk.h"

static unsigned char *read_file(Entry *entry) {
    FILE *in = fopen(entry->path, "rb");
    if (!in || fseek(in, 0, SEEK_END) != 0) fail(entry->path);
    entry->size = (unsigned long)ftell(in);
    rewind(in);
    unsigned char *text = malloc(entry->size + 1);
    if (!text || fread(text, 1, entry->size, in) != entry->size) fail(entry->path);
    text[entry->size] = 0;
    fclose(in);
    return text;
}

static void write_bytes(FILE *out, const unsigned char *bytes, size_t size) {
    fputs("    \"", out);
    for (size_t i = 0; i < size; i++) {
        write_byte(out, bytes[i]);
        if (i % 64 == 63 && bytes[i] != '\n') fputs("\"\n    \"", out);
    }
    fputs("\";\n", out);
}

static void write_codes(FILE *out, const unsigned char lengths[PACKED_SYMBOLS]) {
    fputs("static const uint8_t codes[] = {", out);
    for (int i = 0; i < PACKED_SYMBOLS; i += 2) fprintf(out, "%s%d,", i % 32 ? " " : "\n    ", lengths[i] | lengths[i + 1] << 4);
    fputs("\n};\n", out);
}

static const char *text_of_chunks;
static int by_chunk_name(const void *a, const void *b) {
    const StubChunk *x = a, *y = b;
    int order = stub_chunk_order(x, text_of_chunks, text_of_chunks + y->name, y->name_size);
    return order ? order : (x->start > y->start) - (x->start < y->start);
}

// How many there are.
static unsigned write_chunks(FILE *out, int number, const char *text, uint32_t size) {
    StubScan scan = stub_scan_begin(text, size);
    StubChunk *chunks = NULL, chunk;
    unsigned count = 0;
    while (stub_scan_statement(&scan, &chunk)) {
        if (count && stub_chunk_joins(&chunks[count - 1], &chunk, text)) continue;
        if (!(chunks = realloc(chunks, (count + 1) * sizeof *chunks))) fail("memory");
        chunks[count++] = chunk;
    }
    text_of_chunks = text;
    if (count) qsort(chunks, count, sizeof *chunks, by_chunk_name);
    fprintf(out, "static const StubChunk chunks_%d[] = {\n", number);
    for (const StubChunk *at = chunks; at < chunks + count; at++)
        fprintf(out, "    {%u, %u, %u, %u, %d, %d},\n", (unsigned)at->start, (unsigned)at->end, (unsigned)at->name, at->name_size, at->is_import, at->is_several);
    fputs("    {0},\n};\n", out);
    free(chunks);
    return count;
}

static bool take_option(int *argc, char ***argv, const char *option) {
    bool is_given = *argc > 1 && strcmp((*argv)[1], option) == 0;
    *argv += is_given, *argc -= is_given;
    return is_given;
}

int main(int argc, char **argv) {
    bool is_packed = take_option(&argc, &argv, "--packed"), has_chunks = take_option(&argc, &argv, "--chunks");
    if (argc < 6) return fprintf(stderr, "usage: embed_sources [--packed] [--chunks] OUTPUT HEADER TYPE SYMBOL ROOT FILE...\n"), 1;
    int count = argc - 6;
    const char *symbol = argv[4];
    Entry *entries = entries_of(argv[5], argv + 6, count);
    PackedText *texts = calloc((size_t)count + 1, sizeof *texts);
    if (!texts) fail("memory");
    for (int i = 0; i < count; i++) texts[i].text = read_file(&entries[i]), texts[i].size = entries[i].size;
    FILE *out = fopen(argv[1], "wb");
    if (!out) fail(argv[1]);
    fprintf(out, "// Made by tools/embed_sources.c.\n#include \"%s\"\n", argv[2]);
    if (is_packed) {
        unsigned char lengths[PACKED_SYMBOLS];
        pack_texts(texts, count, lengths);
        write_codes(out, lengths);
    }
    for (int i = 0; i < count; i++) {
        fprintf(out, "static const char text_%d[] =\n", i);
        write_bytes(out, is_packed ? texts[i].packed : texts[i].text, is_packed ? texts[i].packed_size : texts[i].size);
    }
    unsigned *chunk_counts = calloc((size_t)count + 1, sizeof *chunk_counts);
    if (!chunk_counts) fail("memory");
    for (int i = 0; has_chunks && !is_packed && i < count; i++) chunk_counts[i] = write_chunks(out, i, (const char *)texts[i].text, (uint32_t)entries[i].size);
    fprintf(out, "const %s %s[] = {\n", argv[3], symbol);
    for (int i = 0; i < count; i++) {
        fprintf(out, "    {\"%s\", text_%d, %lu, %d, %s", entries[i].name, i, entries[i].size, entries[i].is_package, is_packed ? "codes" : "NULL");
        if (has_chunks && is_packed) fputs(", NULL, 0", out);
        else if (has_chunks) fprintf(out, ", chunks_%d, %u", i, chunk_counts[i]);
        fputs("},\n", out);
    }
    fprintf(out, "    {0},\n};\nconst size_t %s_count = %d;\n", symbol, count);
    return fclose(out) == 0 ? 0 : fail(argv[1]);
}
