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

// A program with constants, functions and scopes of each kind.
static const char program_of_all_kinds[] =
    "import os.path as p, sys\n"
    "big, small, text, raw, real, odd = 1 << 90, -7, 'h\\u00e9\\0\\ud800', b'\\0\\xff', 0.1, -0.0\n"
    "pairs = {(1, ('a', None)): ..., (2.5, 3j): True}\n"
    "def outer(a, /, b: int = 2, *args, c, d=(1, 2), **kw) -> 'list[int]':\n"
    "    '''Documented.'''\n"
    "    total = 0\n"
    "    def inner(x):\n"
    "        nonlocal total\n"
    "        try:\n"
    "            total += x if x in {1, 2, 3} else len(kw)\n"
    "        except* ValueError as e:\n"
    "            raise KeyError(x) from e\n"
    "        finally:\n"
    "            total -= 1\n"
    "        return [y for y in x] if False else lambda: (yield)\n"
    "    for i in range(b): inner(i)\n"
    "    return [total + i for i in args]\n"
    "class C(object, metaclass=type):\n"
    "    def method(self): return super().__init__()\n"
    "    async def waits(self):\n"
    "        async with self as s: return [await y async for y in s]\n";

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
