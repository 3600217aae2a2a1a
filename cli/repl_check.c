// What the checker has to say in the REPL: see repl.h.
#include "base/diag_render.h"
#include "cli/repl.h"
#include "lexer/lexer.h"
#include "typecheck/check.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

static const char prelude[] = "from typing import Any as _typhon_Any\ndef _typhon_any() -> _typhon_Any: ...\n";

typedef struct Checked {
    Source *source;
    DiagList *diagnostics;
    ParseResult parsed;
} Checked;

void checker_open(Checker *checker) {
    *checker = (Checker){0};
    arena_init(&checker->arena, 0, &checker->out_of_memory);
    checker_keep(checker, prelude, sizeof prelude - 1);
}

void checker_close(Checker *checker) {
    arena_free(&checker->arena);
    free(checker->session);
}

void checker_keep(Checker *checker, const char *text, size_t size) {
    if (checker->size + size + 2 > checker->capacity) {
        size_t capacity = 2 * (checker->size + size) + 1024;
        char *session = realloc(checker->session, capacity);
        if (!session) return; // the checker knows less: declared as Any when it is asked for
        checker->session = session, checker->capacity = capacity;
    }
    memcpy(checker->session + checker->size, text, size);
    checker->size += size;
    if (size && text[size - 1] != '\n') checker->session[checker->size++] = '\n';
}

// Parses text[0..size), and checks it when it has no errors of syntax.
static Checked look_at(Checker *checker, const char *text, size_t size, bool types, CheckPurpose purpose) {
    TreeArena *arena = &checker->arena;
    Checked checked = {arena_new(arena, Source), arena_new(arena, DiagList), {0}};
    AtomTable *atoms = arena_new(arena, AtomTable);
    source_init(checked.source, "<stdin>", text, (uint32_t)size);
    atoms_init(atoms, arena);
    diag_init(checked.diagnostics, arena);
    checked.parsed = parse_source(checked.source, PARSE_FILE, arena, atoms, checked.diagnostics);
    if (!types || checked.parsed.error_count || !checked.parsed.root) return checked;
    source_index_lines(checked.source, arena);
    ScopeTree *scopes = scope_analyze(checked.parsed.root, checked.source, arena, atoms, checked.diagnostics);
    if (checked.diagnostics->error_count) {
        checked.parsed.error_count = checked.diagnostics->error_count;
        return checked;
    }
#ifdef TYPHON_NO_CHECKER
    (void)purpose, (void)scopes;
#else
    static const char *const here[] = {"."};
    CheckOptions options = {.purpose = purpose, .search_path = here, .search_path_count = 1};
    CheckSession *session = check_session_new(&options, arena, atoms, checked.diagnostics);
    check_module(session, "__main__", checked.source, &checked.parsed, scopes);
#endif
    diag_sort(checked.diagnostics);
    return checked;
}

// ---- completeness ----------------------------------------------------------------------------------------------------

static bool ends_with_empty_line(const char *text, size_t size) {
    if (!size || text[size - 1] != '\n') return false;
    for (size_t i = size - 1; i-- > 0 && text[i] != '\n';)
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') return false;
    return size > 1;
}

static bool is_unfinished(const Checked *checked, const Diagnostic *diagnostic) {
    const char *message = diag_message(checked->diagnostics, diagnostic);
    return strstr(message, "was never closed") || strstr(message, "unterminated triple-quoted") || strstr(message, "unexpected EOF");
}

static bool ends_with_backslash(const char *text, size_t size) { return size > 1 && text[size - 1] == '\n' && text[size - 2] == '\\'; }

// "match x:", of which the parser cannot know what it is before it sees a case.
static bool begins_match(const char *text, size_t size) {
    const char *end = memchr(text, '\n', size);
    if (strncmp(text, "match", 5) != 0 || !end || end + 1 != text + size) return false;
    while (end > text && strchr(" \t\r\n", *end)) end--;
    return *end == ':' && end > text + 5 && !isalnum((unsigned char)text[5]) && text[5] != '_' && text[5] != ':';
}

static bool is_compound(const Ast *statement) {
    switch (statement->kind) {
    case AST_FunctionDef: case AST_AsyncFunctionDef: case AST_ClassDef: case AST_For: case AST_AsyncFor: case AST_While:
    case AST_If: case AST_With: case AST_AsyncWith: case AST_Match: case AST_Try: case AST_TryStar: return true;
    default: return false;
    }
}

Completeness checker_completeness(Checker *checker, const char *text, size_t size) {
    if (setjmp(checker->out_of_memory)) return INPUT_COMPLETE;
    arena_reset(&checker->arena);
    if (ends_with_backslash(text, size) || begins_match(text, size)) return INPUT_INCOMPLETE;
    Checked checked = look_at(checker, text, size, false, CHECK_FOR_RUN);
    bool ended = ends_with_empty_line(text, size);
    for (size_t i = 0; i < checked.diagnostics->items.count; i++) {
        const Diagnostic *diagnostic = checked.diagnostics->items.items[i];
        if (is_unfinished(&checked, diagnostic)) return INPUT_INCOMPLETE;
        if (!ended && diagnostic->span.start >= size) return INPUT_INCOMPLETE; // the text ends too early: after a decorator, before an indented block
    }
    const AstModule *module = (const AstModule *)checked.parsed.root;
    bool open = module && module->body.count && is_compound(module->body.items[module->body.count - 1]);
    return open && !ended && !checked.parsed.error_count ? INPUT_INCOMPLETE : INPUT_COMPLETE;
}

// ---- errors ----------------------------------------------------------------------------------------------------------

// The session with `text` behind it, in the arena.
static char *joined(Checker *checker, const char *before, const char *text, size_t size, const char *after) {
    size_t used = checker->size, head = strlen(before), tail = strlen(after);
    char *whole = arena_alloc(&checker->arena, used + head + size + tail + 2);
    memcpy(whole, checker->session, used);
    memcpy(whole + used, before, head);
    memcpy(whole + used + head, text, size);
    memcpy(whole + used + head + size, after, tail);
    whole[used + head + size + tail] = 0;
    return whole;
}

// Declares what is undefined for the checker but bound at run time. True: there was something, look again.
static bool declare_bound_names(Checker *checker, const Checked *checked) {
    bool any = false;
    for (size_t i = 0; i < checked->diagnostics->items.count; i++) {
        const Diagnostic *diagnostic = checked->diagnostics->items.items[i];
        const char *name = diagnostic->args[0].text;
        if (diagnostic->id != DIAG_NAME_NOT_DEFINED || !checker->is_bound(checker->context, name, strlen(name))) continue;
        char *declaration = arena_alloc(&checker->arena, strlen(name) + 32);
        int size = sprintf(declaration, "%s = _typhon_any()\n", name);
        checker_keep(checker, declaration, (size_t)size);
        any = true;
    }
    return any;
}

// A name that a definition uses may come later in the session.
static bool may_come_later(const Checked *checked, const Diagnostic *diagnostic) {
    const AstModule *module = (const AstModule *)checked->parsed.root;
    if (diagnostic->id != DIAG_NAME_NOT_DEFINED) return false;
    for (uint32_t i = module->body.count; i-- > 0;) {
        const Ast *statement = module->body.items[i];
        if (diagnostic->span.start < statement->span.start) continue;
        return statement->kind == AST_FunctionDef || statement->kind == AST_AsyncFunctionDef || statement->kind == AST_ClassDef;
    }
    return false;
}

// Shows what was found in the new part. True: no errors.
static bool show(const Checker *checker, const Checked *checked, bool notes) {
    bool good = true;
    for (size_t i = 0; i < checked->diagnostics->items.count; i++) {
        const Diagnostic *diagnostic = checked->diagnostics->items.items[i];
        if (diagnostic->span.start < checker->size || may_come_later(checked, diagnostic)) continue;
        bool is_error = diag_severity(diagnostic->id) == SEVERITY_ERROR;
        if (is_error) good = false;
        if (is_error || notes) diag_render(checked->diagnostics, diagnostic, DIAG_FORMAT_FULL, checker->colour, stderr);
    }
    return good;
}

static Checked check_joined(Checker *checker, const char *before, const char *text, size_t size, const char *after, CheckPurpose purpose) {
    Checked checked = {0};
    for (int tries = 0; tries < 8; tries++) {
        const char *whole = joined(checker, before, text, size, after);
        checked = look_at(checker, whole, strlen(whole), true, purpose);
        if (checked.parsed.error_count || !declare_bound_names(checker, &checked)) break;
    }
    return checked;
}

bool checker_accepts(Checker *checker, const char *text, size_t size) {
    if (setjmp(checker->out_of_memory)) return true;
    arena_reset(&checker->arena);
    Checked checked = check_joined(checker, "", text, size, "", CHECK_FOR_RUN);
    return checked.parsed.error_count || show(checker, &checked, true);
}

// "builtins.list[builtins.int]" -> "list[int]", in place.
static const char *without_builtins(char *type) {
    char *to = type;
    for (const char *from = type; *from; *to++ = *from++) {
        bool starts = from == type || !(isalnum((unsigned char)from[-1]) || from[-1] == '_' || from[-1] == '.');
        while (starts && strncmp(from, "builtins.", 9) == 0) from += 9;
    }
    *to = 0;
    return type;
}

const char *checker_type(Checker *checker, const char *expression, size_t size) {
#ifdef TYPHON_NO_CHECKER
    return (void)checker, (void)expression, (void)size, fputs("this build of Typhon has no checker\n", stderr), NULL;
#endif
    if (setjmp(checker->out_of_memory)) return NULL;
    arena_reset(&checker->arena);
    Checked checked = check_joined(checker, "reveal_type(", expression, size, ")\n", CHECK_STANDALONE);
    const char *found = NULL;
    for (size_t i = 0; i < checked.diagnostics->items.count; i++) {
        Diagnostic *diagnostic = checked.diagnostics->items.items[i];
        if (diagnostic->id == DIAG_REVEALED_TYPE && diagnostic->span.start >= checker->size) found = diag_message(checked.diagnostics, diagnostic);
    }
    if (!show(checker, &checked, false) || !found) return NULL;
    const char *start = strchr(found, '"'), *end = strrchr(found, '"');
    return start && end > start ? without_builtins(arena_copy(&checker->arena, start + 1, (size_t)(end - start - 1))) : found;
}
