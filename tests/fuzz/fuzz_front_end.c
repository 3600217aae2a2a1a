// libFuzzer target of the front end: any bytes are lexed, parsed, scoped, compiled and verified. The first byte picks the parse mode.
// Build: cmake --preset fuzz && cmake --build --preset fuzz; run: build/fuzz/fuzz_front_end -max_total_time=60 tests/fuzz/corpus
#include "compiler/compiler.h"
#include <stdlib.h>

enum { ARENA_LIMIT = 256 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void compile(const Source *source, const Ast *root, TreeArena *arena, AtomTable *atoms, DiagList *diagnostics) {
    ScopeTree *scopes = scope_analyze(root, source, arena, atoms, diagnostics);
    if (diagnostics->error_count) return;
    CompileInput input = {.source = source, .root = root, .scopes = scopes, .module_name = "__main__", .type_guards = true};
    CodeUnit *unit = compile_module(&input, arena, atoms, diagnostics);
    if (unit && !unit_is_valid(unit)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    ParseMode mode = (ParseMode)(data[0] % 3);
    char *text = malloc(size); // a fresh block, so that reading past its NUL is seen
    if (!text) return 0;
    memcpy(text, data + 1, size - 1);
    text[size - 1] = 0;
    TreeArena arena;
    jmp_buf out_of_memory;
    arena_init(&arena, ARENA_LIMIT, &out_of_memory);
    if (!setjmp(out_of_memory)) {
        AtomTable atoms;
        DiagList diagnostics;
        Source source;
        atoms_init(&atoms, &arena);
        diag_init(&diagnostics, &arena);
        source_init(&source, "<fuzz>", text, (uint32_t)(size - 1));
        source_index_lines(&source, &arena);
        ParseResult parsed = parse_source(&source, mode, &arena, &atoms, &diagnostics);
        if (parsed.root) {
            if (!ast_is_valid(parsed.root, parsed.node_count)) abort();
            if (!parsed.error_count) compile(&source, parsed.root, &arena, &atoms, &diagnostics);
        }
    }
    arena_free(&arena);
    free(text);
    return 0;
}
