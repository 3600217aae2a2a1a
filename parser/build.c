#include "base/utf8.h"
#include "parser/build.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

// An open bracket is what is wrong when what was read ends with the text, or in a later line; then everything else would be an echo.
static bool tell_unclosed(Builder *b, Span span) {
    uint32_t at = b->tokens[b->token_at].start;
    if (span.end > at) at = span.end - 1;
    source_index_lines((Source *)b->source, b->arena);
    bool is_end = b->tokens[b->token_at].kind == TOKEN_NEWLINE || b->tokens[b->token_at].kind == TOKEN_END;
    if (!is_end && at < b->source->size && source_position(b->source, at).line <= source_position(b->source, b->unclosed.start).line) {
        b->unclosed_text = NULL;
        return false;
    }
    build_end_unclosed(b);
    return true;
}

void build_end_unclosed(Builder *b) {
    if (!b->unclosed_text) return;
    diag_report(b->diagnostics, DIAG_SYNTAX, b->source, b->unclosed, diag_text(b->unclosed_text));
    if (!b->error_count) b->reached = b->source->size;
    b->error_count++;
    b->unclosed_text = NULL;
    b->quiet = true;
}

// How far CPython has read when it finds what is wrong in `span`: not behind the logical line, though its statement may be complete here only after its block.
static uint32_t end_of_read(const Builder *b, Span span) {
    uint32_t end = b->tokens[b->token_at].end > span.end ? b->tokens[b->token_at].end : span.end;
    for (uint32_t at = b->token_at; at && b->tokens[at].start >= span.end; at--)
        if (b->tokens[at].kind == TOKEN_NEWLINE) end = b->tokens[at].start;
    return end;
}

void build_end_late(Builder *b) {
    if (!b->late_text) return;
    diag_report(b->diagnostics, b->late_has_end ? DIAG_SYNTAX : DIAG_TOKEN, b->source, b->late, diag_text(b->late_text));
    if (!b->error_count) b->reached = end_of_read(b, b->late);
    b->error_count++;
    b->late_text = NULL;
    b->quiet = true;
}

// What stands before the cut in its line is what is wrong; behind it all would be an echo.
static bool tell_late(Builder *b, Span span) {
    if (b->tokens[b->token_at].start >= b->late.start) return build_end_late(b), true;
    source_index_lines((Source *)b->source, b->arena);
    if (source_position(b->source, span.start).line == source_position(b->source, b->late.start).line) b->late_text = NULL;
    return false;
}

void build_error(Builder *b, Span span, const char *message) {
    bool had_late = b->late_text;
    if (had_late && tell_late(b, span)) return;
    if (b->unclosed_text && !b->late_text && tell_unclosed(b, span)) return;
    if (!b->error_count) b->reached = end_of_read(b, span);
    b->error_count++;
    const Diagnostic *last = b->diagnostics->items.count ? vec_last(&b->diagnostics->items) : NULL;
    bool is_told = last && (last->id == DIAG_INDENTATION || last->id == DIAG_SYNTAX) && last->span.start == span.start; // an indent, a missing block or another error at the same place
    bool is_unknown = b->recovering && b->tokens[b->token_at].kind == TOKEN_UNKNOWN;
    if (is_told || (b->quiet && !is_unknown)) return;
    diag_report(b->diagnostics, DIAG_SYNTAX, b->source, span, diag_text(message));
    if (had_late && !b->late_text) b->quiet = true;
}

uint32_t build_first_end(const Builder *b, uint32_t start) {
    uint32_t at = b->token_at;
    while (at && b->tokens[at].start > start) at--;
    return b->tokens[at].end;
}

Span build_next_token(const Builder *b) {
    Token token = b->tokens[b->token_at];
    return span_make(token.start, token.kind == TOKEN_NEWLINE || token.kind == TOKEN_END ? token.start + 1 : token.end);
}

void build_error_f(Builder *b, Span span, const char *format, ...) {
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    build_error(b, span, arena_copy(b->arena, text, strlen(text)));
}

void build_too_deep(Builder *b) {
    if (b->stopped) return;
    b->stopped = true;
    Token token = b->tokens[b->token_at];
    build_error(b, span_make(token.start, token.end), "too many levels of nesting");
}

void *build_stack_alloc(Builder *b, size_t size) { return arena_alloc(b->scratch, size); }
// Parser states stacked before nesting counts as too deep: brackets take about three, blocks four, operators two, conditional expressions five.
// The lexer allows fewer brackets and blocks than this does; what is left are expressions.
enum { STACK_LIMIT = 5 * PARSE_MAX_EXPRESSION_DEPTH + 4 * PARSE_MAX_DEPTH };

void *build_stack_grow(Builder *b, void *old, size_t old_size, size_t size, size_t entry_size) {
    if (size > STACK_LIMIT * entry_size) return NULL; // Lemon calls %stack_overflow
    void *grown = arena_alloc(b->scratch, size);
    if (old) memcpy(grown, old, old_size < size ? old_size : size);
    return grown;
}

// Identifiers are compared in their NFKC form (PEP 3131).
static const Atom *normalised_atom(Builder *b, const char *text, size_t size) {
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &normal, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (length < 0) longjmp(*b->arena->on_failure, 1);
    char *copy = arena_copy(b->arena, (const char *)normal, (size_t)length);
    free(normal);
    return atom_intern(b->atoms, copy, (size_t)length);
}

const Atom *build_atom(Builder *b, Token token) {
    const char *text = b->source->text + token.start;
    size_t size = token.end - token.start;
    if (b->source->is_of_tree && size > 2 && *text == '\x02') return atom_intern(b->atoms, text + 1, size - 2);
    return __builtin_expect(utf8_is_ascii(text, size), 1) ? atom_intern(b->atoms, text, size) : normalised_atom(b, text, size);
}

// ---- lists -------------------------------------------------------------------------------------------------------

AstVec *vec_empty(Builder *b) { return arena_new(b->scratch, AstVec); }
AstVec *vec_one(Builder *b, Ast *item) {
    AstVec *list = vec_empty(b);
    list->items = arena_alloc(b->arena, 2 * sizeof(Ast *)); // most have one or two items
    list->capacity = 2;
    list->items[0] = item;
    list->count = 1;
    return list;
}
AstVec *vec_add(Builder *b, AstVec *list, Ast *item) {
    vec_push(b->arena, list, item);
    list->end = 0;
    return list;
}
AstVec *vec_join(Builder *b, AstVec *list, AstVec *more) {
    if (!list->count) return more;
    for (uint32_t i = 0; i < more->count; i++) vec_push(b->arena, list, more->items[i]);
    if (more->count) list->end = more->end;
    return list;
}
AstVec *vec_ending_at(AstVec *list, Token end) { return list->end = end.end, list; }
uint32_t vec_end(const AstVec *list, uint32_t otherwise) { return !list || !list->count ? otherwise : list->end ? list->end : list->items[list->count - 1]->span.end; }
AstNodes vec_nodes(const AstVec *list) { return list ? (AstNodes){list->items, list->count} : (AstNodes){NULL, 0}; }

Names *names_one(Builder *b, Token name) { return names_add(b, arena_new(b->arena, Names), name); }
Names *names_add(Builder *b, Names *names, Token name) {
    vec_push(b->arena, &names->atoms, build_atom(b, name));
    names->end = name.end;
    return names;
}
OptionalName name_none(void) { return (OptionalName){NULL, 0, 0}; }
OptionalName name_some(Builder *b, Token name) { return (OptionalName){build_atom(b, name), name.start, name.end}; }
OptionalName name_dotted(Builder *b, OptionalName first, Token name) {
    const Atom *last = build_atom(b, name);
    char *text = arena_printf(b->arena, "%s.%s", first.name->text, last->text);
    return (OptionalName){atom_intern_cstring(b->atoms, text), first.start, name.end};
}
Count count_zero(void) { return (Count){0}; }
Count count_of(int number) { return (Count){number}; }
Count count_add(Count count, int number) { return (Count){count.number + number}; }
Token token_none(void) { return (Token){0, 0, TOKEN_NOTHING}; }
FieldSpec spec_none(void) { return (FieldSpec){NULL, {0, 0, 0}}; }
FieldSpec spec_some(Token colon, AstVec *parts) { return (FieldSpec){parts, colon}; }

// ---- targets -----------------------------------------------------------------------------------------------------

// What CPython calls an expression in "cannot assign to ...".
const char *build_expression_name(const Ast *node) {
    switch (node->kind) {
    case AST_Attribute: return "attribute";
    case AST_Subscript: return "subscript";
    case AST_Starred: return "starred";
    case AST_Name: return "name";
    case AST_List: return "list";
    case AST_Tuple: return "tuple";
    case AST_Lambda: return "lambda";
    case AST_Call: return "function call";
    case AST_BoolOp: case AST_BinOp: case AST_UnaryOp: return "expression";
    case AST_GeneratorExp: return "generator expression";
    case AST_Yield: case AST_YieldFrom: return "yield expression";
    case AST_Await: return "await expression";
    case AST_ListComp: return "list comprehension";
    case AST_SetComp: return "set comprehension";
    case AST_DictComp: return "dict comprehension";
    case AST_Dict: return "dict literal";
    case AST_Set: return "set display";
    case AST_JoinedStr: case AST_FormattedValue: return "f-string expression";
    case AST_Compare: return "comparison";
    case AST_IfExp: return "conditional expression";
    case AST_NamedExpr: return "named expression";
    case AST_Constant:
        switch (((const AstConstant *)node)->value.kind) {
        case AST_CONST_NONE: return "None";
        case AST_CONST_TRUE: return "True";
        case AST_CONST_FALSE: return "False";
        case AST_CONST_ELLIPSIS: return "ellipsis";
        default: return "literal";
        }
    default: return "expression";
    }
}

static void bad_target(Builder *b, const Ast *target, TargetUse use) {
    const char *name = build_expression_name(target);
    switch (use) {
    case TARGET_DELETE: build_error_f(b, target->span, "cannot delete %s", name); break;
    case TARGET_AUGMENTED: build_error_f(b, target->span, "'%s' is an illegal expression for augmented assignment", name); break;
    case TARGET_ANNOTATED:
        if (target->kind == AST_List || (target->kind == AST_Tuple && target->parenthesized)) build_error_f(b, target->span, "only single target (not %s) can be annotated", name);
        else if (target->kind == AST_Tuple) build_error_f(b, ((const AstTuple *)target)->elts.items[0]->span, "only single target (not %s) can be annotated", name);
        else build_error(b, target->span, "illegal target for annotation");
        break;
    default: build_error_f(b, target->span, "cannot assign to %s", name);
    }
}

void build_target(Builder *b, Ast *target, TargetUse use) {
    AstContext context = use == TARGET_DELETE ? AST_DEL : AST_STORE;
    switch (target->kind) {
    case AST_Name:
        ((AstName *)target)->ctx = context;
        if (((AstName *)target)->id->known == ATOM___debug__ + 1) build_error(b, target->span, context == AST_DEL ? "cannot delete __debug__" : "cannot assign to __debug__");
        return;
    case AST_Attribute: ((AstAttribute *)target)->ctx = context; return;
    case AST_Subscript: ((AstSubscript *)target)->ctx = context; return;
    case AST_Starred:
        if (use == TARGET_DELETE || use == TARGET_AUGMENTED || use == TARGET_ANNOTATED) break;
        if (!build_is_bitwise(((AstStarred *)target)->value)) return; // told
        ((AstStarred *)target)->ctx = context;
        build_target(b, ((AstStarred *)target)->value, use);
        return;
    case AST_Tuple: case AST_List: {
        if (use == TARGET_AUGMENTED || use == TARGET_ANNOTATED) break;
        AstTuple *tuple = (AstTuple *)target; // AstList has the same fields
        tuple->ctx = context;
        for (uint32_t i = 0; i < tuple->elts.count; i++) build_target(b, tuple->elts.items[i], use);
        return;
    }
    default: break;
    }
    bad_target(b, target, use);
}

bool build_is_target(const Ast *target) {
    if (target->kind == AST_Starred) return build_is_target(((const AstStarred *)target)->value);
    if (target->kind != AST_Tuple && target->kind != AST_List) return target->kind == AST_Name || target->kind == AST_Attribute || target->kind == AST_Subscript;
    const AstNodes *items = &((const AstTuple *)target)->elts;
    for (uint32_t i = 0; i < items->count; i++)
        if (!build_is_target(items->items[i])) return false;
    return true;
}
