// See scan.h. Brackets are stepped over as they are: what is wrong inside of them is another error.
#include "parser/scan.h"

bool scan_ends_expression(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_NUMBER || kind == TOKEN_STRING || kind == TOKEN_FSTRING_END || kind == TOKEN_RPAREN || kind == TOKEN_RBRACKET || kind == TOKEN_RBRACE ||
           kind == TOKEN_NONE || kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_ELLIPSIS;
}
bool scan_starts_expression(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_NUMBER || kind == TOKEN_STRING || kind == TOKEN_FSTRING_START || kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET || kind == TOKEN_LBRACE ||
           kind == TOKEN_NONE || kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_LAMBDA || kind == TOKEN_ELLIPSIS;
}
bool scan_opens_bracket(TokenKind kind) { return kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET || kind == TOKEN_LBRACE || kind == TOKEN_WITH_LPAREN || kind == TOKEN_FSTRING_LBRACE; }
bool scan_closes_bracket(TokenKind kind) { return kind == TOKEN_RPAREN || kind == TOKEN_RBRACKET || kind == TOKEN_RBRACE || kind == TOKEN_FSTRING_RBRACE; }

static bool is_prefix(TokenKind kind) { return kind == TOKEN_NOT || kind == TOKEN_MINUS || kind == TOKEN_PLUS || kind == TOKEN_TILDE || kind == TOKEN_AWAIT; }

static bool is_infix(TokenKind kind) {
    switch (kind) {
    case TOKEN_OR: case TOKEN_AND: case TOKEN_EQUAL_EQUAL: case TOKEN_NOT_EQUAL: case TOKEN_LESS: case TOKEN_LESS_EQUAL: case TOKEN_GREATER: case TOKEN_GREATER_EQUAL:
    case TOKEN_IS: case TOKEN_IS_NOT: case TOKEN_IN: case TOKEN_NOT_IN: case TOKEN_PLUS: case TOKEN_MINUS: case TOKEN_STAR: case TOKEN_SLASH: case TOKEN_PERCENT: case TOKEN_AT:
    case TOKEN_STAR_STAR: case TOKEN_SLASH_SLASH: case TOKEN_AMPERSAND: case TOKEN_BAR: case TOKEN_CARET: case TOKEN_LEFT_SHIFT: case TOKEN_RIGHT_SHIFT: return true;
    default: return false;
    }
}

static bool ends_text(TokenKind kind) { return kind == TOKEN_NEWLINE || kind == TOKEN_END || kind == TOKEN_ERROR || kind == TOKEN_UNKNOWN; }

// The token behind the bracket that opens at `at`.
static uint32_t skip_bracket(const Builder *b, uint32_t at) {
    for (int depth = 0; !ends_text(b->tokens[at].kind); at++) {
        depth += scan_opens_bracket(b->tokens[at].kind) - scan_closes_bracket(b->tokens[at].kind);
        if (depth == 0) return at + 1;
    }
    return 0;
}

static uint32_t skip_fstring(const Builder *b, uint32_t at) {
    for (int depth = 0; !ends_text(b->tokens[at].kind); at++) {
        depth += (b->tokens[at].kind == TOKEN_FSTRING_START) - (b->tokens[at].kind == TOKEN_FSTRING_END);
        if (depth == 0) return at + 1;
    }
    return 0;
}

static uint32_t skip_strings(const Builder *b, uint32_t at) {
    for (;;) {
        if (b->tokens[at].kind == TOKEN_STRING) at++;
        else if (b->tokens[at].kind == TOKEN_FSTRING_START) at = skip_fstring(b, at);
        else return at;
        if (!at) return 0;
    }
}

// Whether what is in the bracket that opens at `at` goes wrong with its first token.
static bool is_broken(const Builder *b, uint32_t at) {
    TokenKind kind = b->tokens[at + 1].kind;
    bool is_slice = kind == TOKEN_COLON && b->tokens[at].kind == TOKEN_LBRACKET;
    return kind == TOKEN_COMMA || (kind == TOKEN_COLON && !is_slice) || kind == TOKEN_EQUAL || kind == TOKEN_SEMICOLON || kind == TOKEN_DOT;
}

static uint32_t scan_primary(const Builder *b, uint32_t at) {
    TokenKind kind = b->tokens[at].kind;
    if (scan_opens_bracket(kind) && is_broken(b, at)) return 0;
    if (kind == TOKEN_STRING || kind == TOKEN_FSTRING_START) at = skip_strings(b, at);
    else if (scan_opens_bracket(kind)) at = skip_bracket(b, at);
    else if (scan_ends_expression(kind) && !scan_closes_bracket(kind)) at++;
    else return 0;
    while (at) {
        kind = b->tokens[at].kind;
        if ((kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET) && is_broken(b, at)) return at;
        if (kind == TOKEN_DOT && b->tokens[at + 1].kind == TOKEN_NAME) at += 2;
        else if (kind == TOKEN_LBRACKET && b->tokens[at + 1].kind == TOKEN_RBRACKET) return at; // `x[]`
        else if (kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET) at = skip_bracket(b, at);
        else return at;
    }
    return 0;
}

bool scan_is_operator(TokenKind kind) { return is_infix(kind) && !(kind == TOKEN_OR || kind == TOKEN_AND || kind == TOKEN_IN || kind == TOKEN_IS || (kind >= TOKEN_LESS && kind <= TOKEN_NOT_EQUAL)); }

// What is read when no operand begins at `at`: an operator that lacks it is no part of what ends at `end`. A bracket that is not closed is not stepped over.
static uint32_t without_operand(const Builder *b, uint32_t at, uint32_t end) { return scan_opens_bracket(b->tokens[at].kind) ? 0 : end; }

uint32_t scan_bitwise(const Builder *b, uint32_t at) {
    for (uint32_t end = 0;; at = end + 1) {
        while (is_prefix(b->tokens[at].kind) && b->tokens[at].kind != TOKEN_NOT) at++;
        uint32_t next = scan_primary(b, at);
        if (!next) return without_operand(b, at, end);
        end = next;
        if (!scan_is_operator(b->tokens[end].kind)) return end;
    }
}

uint32_t scan_disjunction(const Builder *b, uint32_t at) {
    for (uint32_t end = 0;;) {
        while (is_prefix(b->tokens[at].kind)) at++;
        uint32_t next = scan_primary(b, at);
        if (!next) return without_operand(b, at, end);
        end = at = next;
        while (b->tokens[at].kind == TOKEN_NOTHING) at++; // joined with the next one
        TokenKind kind = b->tokens[at].kind;
        if (kind == TOKEN_NOT && b->tokens[at + 1].kind == TOKEN_IN) at += 2;
        else if (is_infix(kind)) at++;
        else return end;
    }
}

// In CPython's way a part that cannot be completed is left out: `a if b` is `a` with something behind it.
uint32_t scan_expression(const Builder *b, uint32_t at) {
    for (;;) {
        while (b->tokens[at].kind == TOKEN_LAMBDA) {
            int depth = 0;
            while (!ends_text(b->tokens[at].kind) && (depth || b->tokens[at].kind != TOKEN_COLON)) depth += scan_opens_bracket(b->tokens[at].kind) - scan_closes_bracket(b->tokens[at].kind), at++;
            if (b->tokens[at].kind != TOKEN_COLON) return 0;
            at++;
        }
        at = scan_disjunction(b, at);
        if (!at || b->tokens[at].kind != TOKEN_IF) return at;
        uint32_t condition = scan_disjunction(b, at + 1);
        if (!condition || b->tokens[condition].kind != TOKEN_ELSE) return at;
        at = condition + 1;
    }
}

uint32_t scan_expressions(const Builder *b, uint32_t at) {
    uint32_t end = 0;
    for (;;) {
        uint32_t next = scan_expression(b, b->tokens[at].kind == TOKEN_STAR ? at + 1 : at);
        if (!next) return end;
        end = next;
        if (b->tokens[end].kind != TOKEN_COMMA) return end;
        at = ++end;
    }
}

uint32_t scan_back_primary(const Builder *b, uint32_t at) {
    for (;;) {
        TokenKind kind = b->tokens[at].kind;
        if (kind == TOKEN_RPAREN || kind == TOKEN_RBRACKET || kind == TOKEN_RBRACE) {
            int depth = 0;
            do {
                kind = b->tokens[at].kind;
                depth += scan_closes_bracket(kind) - scan_opens_bracket(kind);
            } while (depth && at--);
        } else if (kind == TOKEN_FSTRING_END) {
            int depth = 0;
            do depth += (b->tokens[at].kind == TOKEN_FSTRING_END) - (b->tokens[at].kind == TOKEN_FSTRING_START);
            while (depth && at--);
        }
        if (at && b->tokens[at - 1].kind == TOKEN_DOT && at > 1) at -= 2;
        else if (at && (kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET) && scan_ends_expression(b->tokens[at - 1].kind)) at--;
        else if (at && (kind == TOKEN_STRING || b->tokens[at].kind == TOKEN_FSTRING_START) && (b->tokens[at - 1].kind == TOKEN_STRING || b->tokens[at - 1].kind == TOKEN_FSTRING_END)) at--;
        else return at;
    }
}

uint32_t scan_back_disjunction(const Builder *b, uint32_t from, uint32_t at) {
    for (;;) {
        at = scan_back_primary(b, at);
        for (;;) {
            uint32_t before = at - 1;
            if (at <= from || !is_prefix(b->tokens[before].kind)) break;
            if (before > from && is_infix(b->tokens[before].kind) && scan_ends_expression(b->tokens[before - 1].kind)) break; // a minus or plus between two
            at = before;
        }
        if (at < from + 2 || !is_infix(b->tokens[at - 1].kind)) return at;
        uint32_t before = at - 2;
        while (before > from && b->tokens[before].kind == TOKEN_NOTHING) before--;
        if (!scan_ends_expression(b->tokens[before].kind)) return at;
        at = before;
    }
}
