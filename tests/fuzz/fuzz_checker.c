// libFuzzer target of the checker: any text that parses is checked, as `typhon check --strict` does, then as a run does.
#include "typecheck/check.h"
#include <stdlib.h>

enum { ARENA_LIMIT = 512 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const char *text, size_t size, CheckPurpose purpose) {
    TreeArena arena;
    jmp_buf out_of_memory;
    arena_init(&arena, ARENA_LIMIT, &out_of_memory);
    if (!setjmp(out_of_memory)) {
        AtomTable atoms;
        DiagList diagnostics;
        Source source;
        atoms_init(&atoms, &arena);
        diag_init(&diagnostics, &arena);
        source_init(&source, "fuzz.py", text, (uint32_t)size);
        source_index_lines(&source, &arena);
        ParseResult parsed = parse_source(&source, PARSE_FILE, &arena, &atoms, &diagnostics);
        if (parsed.root && !parsed.error_count) {
            ScopeTree *scopes = scope_analyze(parsed.root, &source, &arena, &atoms, &diagnostics);
            CheckOptions options = {.purpose = purpose, .strict = purpose == CHECK_STANDALONE};
            if (!diagnostics.error_count) check_module(check_session_new(&options, &arena, &atoms, &diagnostics), "__main__", &source, &parsed, scopes);
            diag_sort(&diagnostics);
            for (uint32_t i = 0; i < diagnostics.items.count; i++) diag_message(&diagnostics, diagnostics.items.items[i]);
        }
    }
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *text = malloc(size + 1);
    if (!text) return 0;
    if (size) memcpy(text, data, size);
    text[size] = 0;
    check(text, size, CHECK_STANDALONE);
    check(text, size, CHECK_FOR_RUN);
    free(text);
    return 0;
}
