// Compiles the library modules that are written in Python, so that the binary has their units and need not compile them each time they are imported.
// Runs while building (cmake/EmbedSources.cmake).
//
//     compile_library OUTPUT HEADER SYMBOL ROOT FILE...
//
// makes `const UnitBytes SYMBOL[]` (compiler/unit_file.h), in the order that embed_sources gives the same files, `const size_t SYMBOL_count`, and
// `const uint64_t embedded_instructions[]`, the digest of the instruction set, whose text the binary need not hold for it.
#include "embed_table.h"
#include "base/diag_render.h"
#include "base/digest.h"
#include "compiler/compiler.h"
#include "compiler/unit_file.h"
#include "parser/parser.h"

static void compile_file(FILE *out, Entry *entry, const char *root, int number) {
    TreeArena arena;
    jmp_buf out_of_memory;
    arena_init(&arena, 0, &out_of_memory);
    if (setjmp(out_of_memory)) fail("memory");
    AtomTable atoms;
    DiagList diagnostics;
    Source source;
    atoms_init(&atoms, &arena);
    diag_init(&diagnostics, &arena);
    if (source_read(&source, &arena, entry->path) != SOURCE_OK) fail(entry->path);
    source.path = arena_printf(&arena, "<typhon>/%s", entry->path + strlen(root) + 1); // as runtime/import.c names it
    ParseResult parsed = parse_source(&source, PARSE_FILE, &arena, &atoms, &diagnostics);
    source_index_lines(&source, &arena);
    CodeUnit *unit = NULL;
    if (!diagnostics.error_count) {
        ScopeTree *scopes = scope_analyze(parsed.root, &source, &arena, &atoms, &diagnostics);
        CompileInput input = {.source = &source, .root = parsed.root, .scopes = scopes, .module_name = entry->name, .type_guards = true};
        if (!diagnostics.error_count) unit = compile_module(&input, &arena, &atoms, &diagnostics);
    }
    if (!unit) {
        diag_render_all(&diagnostics, DIAG_FORMAT_FULL, false, stderr);
        exit(1);
    }
    UnitBytes bytes = unit_write(unit, &arena);
    fprintf(out, "static const char unit_%d[] =\n    \"", number);
    for (size_t i = 0; i < bytes.size; i++) write_byte(out, bytes.bytes[i]);
    fputs("\";\n", out);
    entry->size = bytes.size;
    arena_free(&arena);
}

static void write_instructions(FILE *out) {
    static const char instructions[] =
#define OPCODE(name, operands, text) #name operands text "\n"
#include "compiler/opcodes.def"
#undef OPCODE
        ;
    Digest digest = digest_add((Digest){{0}}, instructions, sizeof instructions);
    fprintf(out, "const uint64_t embedded_instructions[] = {0x%016llxu, 0x%016llxu};\n", (unsigned long long)digest.words[0], (unsigned long long)digest.words[1]);
}

int main(int argc, char **argv) {
    if (argc < 5) return fprintf(stderr, "usage: compile_library OUTPUT HEADER SYMBOL ROOT FILE...\n"), 1;
    int count = argc - 5;
    Entry *entries = entries_of(argv[4], argv + 5, count);
    FILE *out = fopen(argv[1], "wb");
    if (!out) fail(argv[1]);
    fprintf(out, "// Made by tools/compile_library.c.\n#include \"%s\"\n", argv[2]);
    write_instructions(out);
    for (int i = 0; i < count; i++) compile_file(out, &entries[i], argv[4], i);
    fprintf(out, "const UnitBytes %s[] = {\n", argv[3]);
    for (int i = 0; i < count; i++) fprintf(out, "    {(const uint8_t *)unit_%d, %lu},\n", i, entries[i].size);
    fprintf(out, "    {0},\n};\nconst size_t %s_count = %d;\n", argv[3], count);
    return fclose(out) == 0 ? 0 : fail(argv[1]);
}
