// Errors that need no symbols: future imports, repeated keywords, unpacking targets, match patterns. CPython reports
// them from its compiler.
#include "typecheck/scope_private.h"
#include <string.h>

static bool text_is(const Atom *atom, const char *text) { return strcmp(atom->text, text) == 0; }

// ---- from __future__ --------------------------------------------------------------------------------------------

static bool is_future_import(const Ast *statement) {
    if (statement->kind != AST_ImportFrom) return false;
    const AstImportFrom *import = (const AstImportFrom *)statement;
    return import->level == 0 && import->module && text_is(import->module, "__future__");
}

static void check_features(ScopeWalker *walker, const AstImportFrom *import) {
    static const char *const features[] = {"nested_scopes", "generators", "division", "absolute_import", "with_statement",
                                           "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",
                                           "annotations"};
    for (uint32_t i = 0; i < import->names.count; i++) {
        const Astalias *alias = (const Astalias *)import->names.items[i];
        bool known = false;
        for (size_t f = 0; f < sizeof features / sizeof *features; f++) known |= text_is(alias->name, features[f]);
        if (alias->name == walker->atoms->known[ATOM_annotations]) walker->future_annotations = true;
        if (text_is(alias->name, "braces")) scope_error(walker, import->head.span, "not a chance");
        else if (!known)
            scope_error(walker, import->head.span, "future feature %s is not defined", alias->name->text);
    }
}

static void report_late_future(void *context, Ast *node) {
    ScopeWalker *walker = context;
    if (is_future_import(node))
        scope_error(walker, node->span, "from __future__ imports must occur at the beginning of the file");
    // only statements hold statements; the walk itself bounds the depth of what it enters
    switch ((AstKind)node->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef:
    case AST_ClassDef:
    case AST_For:
    case AST_AsyncFor:
    case AST_While:
    case AST_If:
    case AST_With:
    case AST_AsyncWith:
    case AST_Match:
    case AST_match_case:
    case AST_Try:
    case AST_TryStar:
    case AST_ExceptHandler: break;
    default: return;
    }
    if (walker->depth > PARSE_MAX_DEPTH) return;
    walker->depth++;
    ast_visit_children(node, report_late_future, walker);
    walker->depth--;
}

static bool is_docstring(const Ast *statement) {
    if (statement->kind != AST_Expr) return false;
    const Ast *value = ((const AstExpr *)statement)->value;
    return value->kind == AST_Constant && ((const AstConstant *)value)->value.kind == AST_CONST_STR;
}

void scope_check_future(ScopeWalker *walker, const AstNodes *body) {
    uint32_t i = body->count && is_docstring(body->items[0]) ? 1 : 0;
    for (; i < body->count && is_future_import(body->items[i]); i++)
        check_features(walker, (const AstImportFrom *)body->items[i]);
    for (; i < body->count; i++) report_late_future(walker, body->items[i]);
}

// ---- calls and targets ------------------------------------------------------------------------------------------

void scope_check_keywords(ScopeWalker *walker, const AstNodes *keywords) {
    PtrMap seen = {0};
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)keywords->items[i];
        if (!keyword->arg) continue;
        if (keyword->arg == walker->atoms->known[ATOM___debug__])
            scope_error(walker, keyword->head.span, "cannot assign to __debug__");
        if (keywords->count == 1) return;
        if (map_get_pointer(&seen, keyword->arg))
            scope_error(walker, keyword->head.span, "keyword argument repeated: %s", keyword->arg->text);
        map_set_pointer(walker->arena, &seen, keyword->arg, (void *)keyword);
    }
}

// Before the star the instruction counts in one byte, after it in another (compiler/opcodes.def, UNPACK_STAR).
enum { MAX_BEFORE_STAR = 255 };

void scope_check_unpacking(ScopeWalker *walker, const AstNodes *elements, Span span) {
    uint32_t star = UINT32_MAX;
    for (uint32_t i = 0; i < elements->count; i++) {
        if (elements->items[i]->kind != AST_Starred) continue;
        if (star != UINT32_MAX) {
            scope_error(walker, span, "multiple starred expressions in assignment");
            return;
        }
        star = i;
    }
    if (star != UINT32_MAX && star > MAX_BEFORE_STAR)
        scope_error(walker, span, "too many expressions in star-unpacking assignment");
}

// ---- match ------------------------------------------------------------------------------------------------------

typedef VEC(const Atom *) NameList;

static void check_pattern(ScopeWalker *walker, const Ast *pattern, NameList *names);

static bool has_name(const NameList *names, const Atom *name) {
    for (uint32_t i = 0; i < names->count; i++)
        if (names->items[i] == name) return true;
    return false;
}

static void bind_name(ScopeWalker *walker, const Ast *pattern, const Atom *name, NameList *names) {
    if (!name) return;
    if (has_name(names, name))
        scope_error(walker, pattern->span, "multiple assignments to name '%s' in pattern", name->text);
    else vec_push(walker->arena, names, name);
}

static bool is_irrefutable(const Ast *pattern) {
    while (pattern->kind == AST_MatchAs) {
        if (!((const AstMatchAs *)pattern)->pattern) return true;
        pattern = ((const AstMatchAs *)pattern)->pattern;
    }
    if (pattern->kind != AST_MatchOr) return false;
    const AstMatchOr *alternatives = (const AstMatchOr *)pattern;
    return alternatives->patterns.count && is_irrefutable(alternatives->patterns.items[alternatives->patterns.count - 1]);
}

static void report_unreachable(ScopeWalker *walker, const Ast *pattern) {
    const Ast *inner = pattern;
    while (inner->kind == AST_MatchAs && ((const AstMatchAs *)inner)->pattern) inner = ((const AstMatchAs *)inner)->pattern;
    const Atom *name = inner->kind == AST_MatchAs ? ((const AstMatchAs *)inner)->name : NULL;
    if (name) scope_error(walker, pattern->span, "name capture '%s' makes remaining patterns unreachable", name->text);
    else scope_error(walker, pattern->span, "wildcard makes remaining patterns unreachable");
}

static void check_patterns(ScopeWalker *walker, const AstNodes *patterns, NameList *names) {
    for (uint32_t i = 0; i < patterns->count; i++) check_pattern(walker, patterns->items[i], names);
}

static void check_alternatives(ScopeWalker *walker, const AstMatchOr *alternatives, NameList *names) {
    uint32_t before = names->count;
    NameList first = {0};
    for (uint32_t i = 0; i < alternatives->patterns.count; i++) {
        const Ast *pattern = alternatives->patterns.items[i];
        NameList own = {0};
        for (uint32_t n = 0; n < before; n++) vec_push(walker->arena, &own, names->items[n]);
        check_pattern(walker, pattern, &own);
        if (i + 1 < alternatives->patterns.count && is_irrefutable(pattern)) {
            report_unreachable(walker, pattern);
            return;
        }
        if (i == 0) {
            first = own;
            continue;
        }
        bool same = own.count == first.count;
        for (uint32_t n = before; same && n < own.count; n++) same = has_name(&first, own.items[n]);
        if (!same) {
            scope_error(walker, alternatives->head.span, "alternative patterns bind different names");
            break;
        }
    }
    for (uint32_t n = before; n < first.count; n++) vec_push(walker->arena, names, first.items[n]);
}

static void check_class_pattern(ScopeWalker *walker, const AstMatchClass *pattern, NameList *names) {
    PtrMap seen = {0};
    for (uint32_t i = 0; i < pattern->kwd_attrs.count; i++) {
        const Atom *name = pattern->kwd_attrs.items[i];
        if (map_get_pointer(&seen, name))
            scope_error(walker, pattern->kwd_patterns.items[i]->span, "attribute name repeated in class pattern: %s",
                        name->text);
        map_set_pointer(walker->arena, &seen, name, (void *)name);
    }
    check_patterns(walker, &pattern->patterns, names);
    check_patterns(walker, &pattern->kwd_patterns, names);
}

// The number that a constant equals as a key of a dict; false: it is none of those that compare exactly.
static bool number_of(const AstConstantValue *constant, double *number) {
    switch (constant->kind) {
    case AST_CONST_FALSE:
    case AST_CONST_TRUE: *number = constant->kind == AST_CONST_TRUE; return true;
    case AST_CONST_INT: *number = (double)constant->integer; return constant->integer > -(1ll << 53) && constant->integer < 1ll << 53;
    case AST_CONST_FLOAT: *number = constant->number; return true;
    case AST_CONST_IMAGINARY: *number = 0; return constant->number == 0;
    default: return false;
    }
}

static bool same_constant(const AstConstantValue *a, const AstConstantValue *b) {
    double left, right;
    if (a->kind != b->kind) return number_of(a, &left) && number_of(b, &right) && left == right;
    switch (a->kind) {
    case AST_CONST_INT: return a->integer == b->integer;
    case AST_CONST_FLOAT:
    case AST_CONST_IMAGINARY: return a->number == b->number;
    case AST_CONST_STR:
    case AST_CONST_BYTES: return a->size == b->size && memcmp(a->text, b->text, a->size) == 0;
    case AST_CONST_BIG_INT: return strcmp(a->text, b->text) == 0;
    default: return true;
    }
}

static const AstConstantValue *constant_of(const Ast *key) {
    if (key && key->kind == AST_UnaryOp) { // -0 is 0
        const Ast *operand = ((const AstUnaryOp *)key)->operand;
        double number;
        bool is_zero = operand->kind == AST_Constant && number_of(&((const AstConstant *)operand)->value, &number) && number == 0;
        return is_zero ? &((const AstConstant *)operand)->value : NULL;
    }
    return key && key->kind == AST_Constant ? &((const AstConstant *)key)->value : NULL;
}

static void check_mapping_pattern(ScopeWalker *walker, const AstMatchMapping *pattern, NameList *names) {
    // more keys than this are compared by nobody: only the first are checked for repeats
    enum { MAX_COMPARED = 256 };
    for (uint32_t i = 0; i < pattern->keys.count && i < MAX_COMPARED; i++) {
        const AstConstantValue *key = constant_of(pattern->keys.items[i]);
        for (uint32_t j = 0; key && j < i; j++) {
            const AstConstantValue *earlier = constant_of(pattern->keys.items[j]);
            if (!earlier || !same_constant(earlier, key)) continue;
            const Ast *shown = pattern->keys.items[i]; // of -0, the 0
            Span span = shown->kind == AST_UnaryOp ? ((const AstUnaryOp *)shown)->operand->span : shown->span;
            const char *text = walker->source->text + span.start;
            if (key->kind == AST_CONST_STR)
                scope_error(walker, pattern->head.span, "mapping pattern checks duplicate key ('%s')", key->text);
            else
                scope_error(walker, pattern->head.span, "mapping pattern checks duplicate key (%.*s)",
                            (int)(span.end - span.start), text);
            break;
        }
    }
    check_patterns(walker, &pattern->patterns, names);
    bind_name(walker, &pattern->head, pattern->rest, names);
}

static void check_sequence_pattern(ScopeWalker *walker, const AstMatchSequence *pattern, NameList *names) {
    uint32_t stars = 0;
    for (uint32_t i = 0; i < pattern->patterns.count; i++) stars += pattern->patterns.items[i]->kind == AST_MatchStar;
    if (stars > 1) scope_error(walker, pattern->head.span, "multiple starred names in sequence pattern");
    if (stars && pattern->patterns.count > MAX_BEFORE_STAR)
        scope_error(walker, pattern->head.span, "too many expressions in star-unpacking sequence pattern");
    check_patterns(walker, &pattern->patterns, names);
}

static void check_pattern(ScopeWalker *walker, const Ast *pattern, NameList *names) {
    switch ((AstKind)pattern->kind) {
    case AST_MatchSequence: check_sequence_pattern(walker, (const AstMatchSequence *)pattern, names); break;
    case AST_MatchMapping: check_mapping_pattern(walker, (const AstMatchMapping *)pattern, names); break;
    case AST_MatchClass: check_class_pattern(walker, (const AstMatchClass *)pattern, names); break;
    case AST_MatchStar: bind_name(walker, pattern, ((const AstMatchStar *)pattern)->name, names); break;
    case AST_MatchOr: check_alternatives(walker, (const AstMatchOr *)pattern, names); break;
    case AST_MatchAs: {
        const AstMatchAs *as = (const AstMatchAs *)pattern;
        if (as->pattern) {
            check_pattern(walker, as->pattern, names);
        }
        bind_name(walker, pattern, as->name, names);
        break;
    }
    default: break;
    }
}

void scope_check_match(ScopeWalker *walker, const AstMatch *match) {
    for (uint32_t i = 0; i < match->cases.count; i++) {
        const Astmatch_case *match_case = (const Astmatch_case *)match->cases.items[i];
        NameList names = {0};
        check_pattern(walker, match_case->pattern, &names);
        if (i + 1 < match->cases.count && !match_case->guard && is_irrefutable(match_case->pattern))
            report_unreachable(walker, match_case->pattern);
    }
}
