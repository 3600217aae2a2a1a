// Writes files as a C table, so that they are in the binary. Runs while building (cmake/EmbedSources.cmake).
//
//     embed_sources [--packed] [--bare] [--chunks] OUTPUT HEADER TYPE SYMBOL ROOT FILE...
//
// makes `const TYPE SYMBOL[]`, sorted by name, of {"dotted.name", text, size, is_package, run, start}, and `const size_t SYMBOL_count`. `run` is that of all
// packed texts (base/packed.h), in the order of the files, and `start` the text's place in it; NULL: they stand as they are. With --bare they have neither comments nor docstrings. With --chunks, for stubs, two more: chunks and their number (typecheck/stub_chunk.h); of packed texts,
// which are to be small, NULL and 0.
#include "bare_text.h"
#include "embed_table.h"
#include "pack_texts.h"
#include "typecheck/stub_chunk.h"

static unsigned char *read_file(Entry *entry, bool is_bare) {
    FILE *in = fopen(entry->path, "rb");
    if (!in || fseek(in, 0, SEEK_END) != 0) fail(entry->path);
    entry->size = (unsigned long)ftell(in);
    rewind(in);
    unsigned char *text = malloc(entry->size + 1);
    if (!text || fread(text, 1, entry->size, in) != entry->size) fail(entry->path);
    text[entry->size] = 0;
    fclose(in);
    if (is_bare && entry->size && !(entry->size = make_bare(entry->path, (char *)text, entry->size))) fail(entry->path);
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

// All texts as one, in the order of the files `paths`; `starts` of each.
static PackedText join_texts(const PackedText *texts, const Entry *entries, char **paths, int count, size_t *starts) {
    PackedText run = {0};
    for (int i = 0; i < count; i++) run.size += texts[i].size;
    unsigned char *joined = malloc(run.size + 1), *to = joined;
    if (!joined) fail("memory");
    for (int i = 0; i < count; i++) {
        int k = 0;
        while (entries[k].path != paths[i]) k++;
        memcpy(to, texts[k].text, texts[k].size);
        starts[k] = (size_t)(to - joined);
        to += texts[k].size;
    }
    run.text = joined;
    return run;
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
    bool is_packed = take_option(&argc, &argv, "--packed"), is_bare = take_option(&argc, &argv, "--bare"), has_chunks = take_option(&argc, &argv, "--chunks");
    if (argc < 6) return fprintf(stderr, "usage: embed_sources [--packed] [--bare] [--chunks] OUTPUT HEADER TYPE SYMBOL ROOT FILE...\n"), 1;
    int count = argc - 6;
    const char *symbol = argv[4];
    Entry *entries = entries_of(argv[5], argv + 6, count);
    PackedText *texts = calloc((size_t)count + 1, sizeof *texts);
    size_t *starts = calloc((size_t)count + 1, sizeof *starts);
    if (!texts || !starts) fail("memory");
    for (int i = 0; i < count; i++) texts[i].text = read_file(&entries[i], is_bare), texts[i].size = entries[i].size;
    FILE *out = fopen(argv[1], "wb");
    if (!out) fail(argv[1]);
    fprintf(out, "// Made by tools/embed_sources.c.\n#include \"%s\"\n", argv[2]);
    if (is_packed) {
        unsigned char lengths[PACKED_SYMBOLS];
        PackedText run = join_texts(texts, entries, argv + 6, count, starts);
        pack_texts(&run, 1, lengths);
        write_codes(out, lengths);
        fputs("static const char packed_bytes[] =\n", out);
        write_bytes(out, run.packed, run.packed_size);
        fputs("static const PackedRun packed_run[] = {{codes, (const uint8_t *)packed_bytes}};\n", out);
    }
    for (int i = 0; !is_packed && i < count; i++) {
        fprintf(out, "static const char text_%d[] =\n", i);
        write_bytes(out, texts[i].text, texts[i].size);
    }
    unsigned *chunk_counts = calloc((size_t)count + 1, sizeof *chunk_counts);
    if (!chunk_counts) fail("memory");
    for (int i = 0; has_chunks && !is_packed && i < count; i++) chunk_counts[i] = write_chunks(out, i, (const char *)texts[i].text, (uint32_t)entries[i].size);
    fprintf(out, "const %s %s[] = {\n", argv[3], symbol);
    for (int i = 0; i < count; i++) {
        if (is_packed) fprintf(out, "    {\"%s\", NULL, %lu, %d, packed_run, %zu", entries[i].name, entries[i].size, entries[i].is_package, starts[i]);
        else fprintf(out, "    {\"%s\", text_%d, %lu, %d, NULL, 0", entries[i].name, i, entries[i].size, entries[i].is_package);
        if (has_chunks && is_packed) fputs(", NULL, 0", out);
        else if (has_chunks) fprintf(out, ", chunks_%d, %u", i, chunk_counts[i]);
        fputs("},\n", out);
    }
    fprintf(out, "    {0},\n};\nconst size_t %s_count = %d;\n", symbol, count);
    return fclose(out) == 0 ? 0 : fail(argv[1]);
}
