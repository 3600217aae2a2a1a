// The fixture of the tests of the compiler: a text, compiled.
#ifndef TYPHON_TESTS_UNIT_COMPILED_H
#define TYPHON_TESTS_UNIT_COMPILED_H
#include "compiler/compiler.h"
#include "parser/parser.h"
#include "typecheck/check.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

typedef struct Front {
    TreeArena arena; // to be freed by the test
    jmp_buf failure;
    AtomTable atoms;
    DiagList diagnostics;
    Source source;
    CodeUnit *unit;
} Front;

// is_checked: with what the checker finds out. (What it complains about is not the test's concern.)
static inline void compile_text(Front *front, const char *text, bool is_checked) {
    arena_init(&front->arena, 0, &front->failure);
    if (setjmp(front->failure)) fail();
    atoms_init(&front->atoms, &front->arena);
    diag_init(&front->diagnostics, &front->arena);
    source_init(&front->source, "/program.py", text, (uint32_t)strlen(text));
    ParseResult parsed = parse_source(&front->source, PARSE_FILE, &front->arena, &front->atoms, &front->diagnostics);
    source_index_lines(&front->source, &front->arena);
    ScopeTree *scopes = scope_analyze(parsed.root, &front->source, &front->arena, &front->atoms, &front->diagnostics);
    DiagList wrong = {0};
    diag_init(&wrong, &front->arena);
    CheckOptions options = {.purpose = CHECK_FOR_RUN};
    const TypeFacts *facts = is_checked ? check_module(check_session_new(&options, &front->arena, &front->atoms, &wrong), "program", &front->source, &parsed, scopes) : NULL;
    CompileInput input = {.source = &front->source, .root = parsed.root, .scopes = scopes, .facts = facts, .module_name = "program", .type_guards = true};
    front->unit = compile_module(&input, &front->arena, &front->atoms, &front->diagnostics);
    assert_int_equal(front->diagnostics.error_count, 0);
    assert_non_null(front->unit);
}
#endif
