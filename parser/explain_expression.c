// What CPython calls an expression that is no target, told from its tokens; and `=` and `:=` where they are not allowed, told so.
#include "parser/explain.h"
#include "parser/scan.h"

uint32_t explain_last_outside_brackets(const Builder *b, uint32_t from, uint32_t at, TokenKind wanted) {
    uint32_t found = at;
    int depth = 0;
    for (uint32_t i = from; i < at; i++) {
        TokenKind kind = b->tokens[i].kind;
        if (!depth && kind == wanted) found = i;
        depth += scan_opens_bracket(kind) - scan_closes_bracket(kind);
    }
    return found;
}

static bool has_outside_brackets(const Builder *b, uint32_t from, uint32_t end, TokenKind wanted) { return explain_last_outside_brackets(b, from, end, wanted) != end; }

// What tokens first..end, no group, are called when they are one simple expression.
static const char *display_name(const Builder *b, uint32_t first, uint32_t end) {
    bool is_comprehension = has_outside_brackets(b, first + 1, end - 1, TOKEN_FOR);
    switch (b->tokens[first].kind) {
    case TOKEN_LPAREN: return is_comprehension ? "generator expression" : has_outside_brackets(b, first + 1, end - 1, TOKEN_YIELD) ? "yield expression" : "tuple";
    case TOKEN_LBRACKET: return is_comprehension ? "list comprehension" : "list";
    default: break;
    }
    bool is_dict = end == first + 2 || has_outside_brackets(b, first + 1, end - 1, TOKEN_COLON) || b->tokens[first + 1].kind == TOKEN_STAR_STAR;
    return is_dict ? is_comprehension ? "dict comprehension" : "dict literal" : is_comprehension ? "set comprehension" : "set display";
}

static const char *primary_name(const Builder *b, uint32_t first, uint32_t end) {
    uint32_t atom = first;
    TokenKind opening = b->tokens[first].kind, last = b->tokens[end - 1].kind;
    if (scan_opens_bracket(opening)) {
        int depth = 0;
        do depth += scan_opens_bracket(b->tokens[atom].kind) - scan_closes_bracket(b->tokens[atom].kind);
        while (depth && ++atom < end);
        if (atom + 1 == end) return display_name(b, first, end);
    }
    switch (last) {
    case TOKEN_NAME: return first + 1 == end ? "name" : "attribute";
    case TOKEN_NONE: case TOKEN_TRUE: case TOKEN_FALSE: return token_text(last);
    case TOKEN_ELLIPSIS: return "ellipsis";
    case TOKEN_RBRACKET: return "subscript";
    case TOKEN_RPAREN: return "function call";
    case TOKEN_FSTRING_END: return "f-string expression";
    default:
        for (uint32_t i = first; i < end; i++)
            if (b->tokens[i].kind == TOKEN_FSTRING_START) return "f-string expression"; // 'a' f'b' 'c'
        return "literal";
    }
}

static bool is_comparison(TokenKind kind) { return (kind >= TOKEN_LESS && kind <= TOKEN_NOT_EQUAL) || kind == TOKEN_IN || kind == TOKEN_NOT_IN || kind == TOKEN_IS || kind == TOKEN_IS_NOT; }

void explain_strip_groups(const Builder *b, uint32_t *first, uint32_t *end) {
    while (b->tokens[*first].kind == TOKEN_LPAREN && b->tokens[*end - 1].kind == TOKEN_RPAREN && *end > *first + 2 && scan_back_primary(b, *end - 1) == *first) {
        int depth = 0;
        for (uint32_t i = *first; i + 1 < *end; i++) {
            depth += scan_opens_bracket(b->tokens[i].kind) - scan_closes_bracket(b->tokens[i].kind);
            if (!depth) return; // `(a)(b)`
        }
        if (has_outside_brackets(b, *first + 1, *end - 1, TOKEN_COMMA) || has_outside_brackets(b, *first + 1, *end - 1, TOKEN_FOR)) return;
        ++*first, --*end;
    }
}

const char *explain_expression_name(const Builder *b, uint32_t *first, uint32_t *end) {
    explain_strip_groups(b, first, end);
    bool is_operation = false, compares = false, is_boolean = false;
    int depth = 0;
    if (b->tokens[*first].kind == TOKEN_LAMBDA) return "lambda";
    if (b->tokens[*first].kind == TOKEN_YIELD) return "yield expression";
    for (uint32_t i = *first; i < *end; i++) {
        TokenKind kind = b->tokens[i].kind;
        if (!depth && kind == TOKEN_COLON_EQUAL) return "named expression";
        if (!depth && kind == TOKEN_IF) return "conditional expression";
        bool is_not = kind == TOKEN_NOT && b->tokens[i + 1].kind != TOKEN_IN && (i == *first || b->tokens[i - 1].kind != TOKEN_IS);
        if (!depth && (kind == TOKEN_AND || kind == TOKEN_OR || is_not)) is_boolean = true;
        if (!depth && is_comparison(kind)) compares = true;
        if (!depth && (scan_is_operator(kind) || kind == TOKEN_TILDE)) is_operation = true;
        depth += scan_opens_bracket(kind) - scan_closes_bracket(kind);
    }
    if (is_boolean) return "expression";
    if (compares) return "comparison";
    if (is_operation) return "expression";
    return b->tokens[*first].kind == TOKEN_AWAIT ? "await expression" : primary_name(b, *first, *end);
}

// Of what may be given a value, or (for `lists`) be taken apart; the others CPython leaves to another rule.
static bool may_be_told(const Builder *b, uint32_t first, uint32_t end) {
    TokenKind kind = b->tokens[first].kind;
    if (kind == TOKEN_NONE || kind == TOKEN_TRUE || kind == TOKEN_FALSE) return false;
    if (!scan_opens_bracket(kind) || kind == TOKEN_LBRACE) return true;
    int depth = 0;
    uint32_t close = first;
    do depth += scan_opens_bracket(b->tokens[close].kind) - scan_closes_bracket(b->tokens[close].kind);
    while (depth && ++close < end);
    const char *name = primary_name(b, first, close + 1);
    if (strcmp(name, "list") == 0 || strcmp(name, "generator expression") == 0) return false;
    return kind == TOKEN_LBRACKET || (close > first + 1 && !has_outside_brackets(b, first + 1, close, TOKEN_COMMA)); // no tuple
}

bool explain_named(Builder *b, uint32_t at) {
    uint32_t equal = scan_bitwise(b, at), first = at, end;
    if (!equal || b->tokens[equal].kind != TOKEN_EQUAL) return false;
    end = scan_bitwise(b, equal + 1);
    if (!end || b->tokens[end].kind == TOKEN_EQUAL || b->tokens[end].kind == TOKEN_COLON_EQUAL) return false;
    if (equal == at + 1 && b->tokens[at].kind == TOKEN_NAME) {
        uint32_t value = equal + 1;
        b->token_at = end; // that far CPython has read
        explain_strip_groups(b, &value, &end);
        build_error(b, span_make(b->tokens[at].start, b->tokens[end - 1].end), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        return true;
    }
    if (!may_be_told(b, at, equal)) return false;
    b->token_at = end;
    end = equal;
    const char *name = explain_expression_name(b, &first, &end);
    return build_error_f(b, span_make(b->tokens[first].start, b->tokens[end - 1].end), "cannot assign to %s here. Maybe you meant '==' instead of '='?", name), true;
}

bool explain_assignment(Builder *b, uint32_t at) {
    if (b->tokens[at].kind != TOKEN_STAR && explain_named(b, at)) return true;
    uint32_t end = scan_expression(b, b->tokens[at].kind == TOKEN_STAR ? at + 1 : at);
    if (!end || b->tokens[end].kind != TOKEN_COMMA) return false;
    // CPython reads on as if commas stood between what follows.
    for (end++;; end += b->tokens[end].kind == TOKEN_COMMA) {
        bool is_starred = b->tokens[end].kind == TOKEN_STAR;
        if (!is_starred && explain_named(b, end)) return true;
        uint32_t next = is_starred ? scan_bitwise(b, end + 1) : scan_expression(b, end);
        if (!next) return false;
        end = next;
    }
}
