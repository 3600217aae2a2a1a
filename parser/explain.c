// What is said of a syntax error: the grammar only knows at which token it cannot go on. See explain.h.
#include "parser/explain.h"

bool token_is_text(const Builder *b, Token token, const char *text) {
    size_t size = strlen(text);
    return token.end - token.start == size && memcmp(b->source->text + token.start, text, size) == 0;
}

void build_indentation_error(Builder *b, Token at, const char *message) {
    b->error_count++;
    if (!b->quiet) diag_report(b->diagnostics, DIAG_INDENTATION, b->source, span_make(at.start, at.end), diag_text(message));
}

static bool ends_expression(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_NUMBER || kind == TOKEN_STRING || kind == TOKEN_FSTRING_END || kind == TOKEN_RPAREN || kind == TOKEN_RBRACKET || kind == TOKEN_RBRACE ||
           kind == TOKEN_NONE || kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_ELLIPSIS;
}
static bool starts_expression(TokenKind kind) {
    return kind == TOKEN_NAME || kind == TOKEN_NUMBER || kind == TOKEN_STRING || kind == TOKEN_FSTRING_START || kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET || kind == TOKEN_LBRACE ||
           kind == TOKEN_NONE || kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_LAMBDA || kind == TOKEN_ELLIPSIS;
}

static uint32_t start_of_line(const Builder *b, uint32_t at) {
    while (at && b->tokens[at - 1].kind != TOKEN_NEWLINE && b->tokens[at - 1].kind != TOKEN_INDENT && b->tokens[at - 1].kind != TOKEN_DEDENT) at--;
    return at;
}

static bool opens_bracket(TokenKind kind) { return kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET || kind == TOKEN_LBRACE || kind == TOKEN_WITH_LPAREN || kind == TOKEN_FSTRING_LBRACE; }
static bool closes_bracket(TokenKind kind) { return kind == TOKEN_RPAREN || kind == TOKEN_RBRACKET || kind == TOKEN_RBRACE || kind == TOKEN_FSTRING_RBRACE; }

// Brackets open before token `at` of its line, fields of f-strings among them; `*innermost` gets the token of the last.
static int open_brackets(const Builder *b, uint32_t from, uint32_t at, uint32_t *innermost) {
    uint32_t stack[LEX_MAX_BRACKETS + LEX_MAX_FSTRINGS + 1]; // the lexer refuses deeper ones
    int depth = 0;
    for (uint32_t i = from; i < at; i++) {
        TokenKind kind = b->tokens[i].kind;
        if (opens_bracket(kind) && depth < (int)(sizeof stack / sizeof *stack)) stack[depth++] = i;
        else if (closes_bracket(kind) && depth) depth--;
    }
    *innermost = depth ? stack[depth - 1] : at;
    return depth;
}

// The last token of this kind between `from` and `at` that stands in no bracket opened there; `at`: there is none.
static uint32_t last_outside_brackets(const Builder *b, uint32_t from, uint32_t at, TokenKind wanted) {
    uint32_t found = at;
    int depth = 0;
    for (uint32_t i = from; i < at; i++) {
        TokenKind kind = b->tokens[i].kind;
        if (!depth && kind == wanted) found = i;
        depth += opens_bracket(kind) - closes_bracket(kind);
    }
    return found;
}

// Start of the simple expression (names, calls, attributes, subscripts) that ends with token `at`.
static uint32_t expression_start(const Builder *b, uint32_t at) {
    for (;;) {
        TokenKind kind = b->tokens[at].kind;
        if (kind == TOKEN_RPAREN || kind == TOKEN_RBRACKET || kind == TOKEN_RBRACE) {
            int depth = 0;
            do {
                kind = b->tokens[at].kind;
                if (kind == TOKEN_RPAREN || kind == TOKEN_RBRACKET || kind == TOKEN_RBRACE) depth++;
                if (kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET || kind == TOKEN_LBRACE) depth--;
            } while (depth && at--);
        } else if (kind == TOKEN_FSTRING_END) {
            while (at && b->tokens[at].kind != TOKEN_FSTRING_START) at--;
        }
        if (at && b->tokens[at - 1].kind == TOKEN_DOT && at > 1) at -= 2;
        else if (at && (kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET) && ends_expression(b->tokens[at - 1].kind)) at--;
        else return b->tokens[at].start;
    }
}

static bool opens_block(TokenKind kind) {
    switch (kind) {
    case TOKEN_IF: case TOKEN_ELIF: case TOKEN_ELSE: case TOKEN_FOR: case TOKEN_WHILE: case TOKEN_WITH: case TOKEN_TRY: case TOKEN_EXCEPT: case TOKEN_FINALLY: case TOKEN_DEF:
    case TOKEN_CLASS: case TOKEN_ASYNC: case TOKEN_MATCH: case TOKEN_CASE: return true;
    default: return false;
    }
}

// Inside a bracket that opened at token `open`: what CPython's parser has words for. False: nothing.
static bool explain_in_bracket(Builder *b, uint32_t open, uint32_t at) {
    TokenKind kind = b->tokens[at].kind, before = b->tokens[at - 1].kind, bracket = b->tokens[open].kind;
    bool in_parameters = bracket == TOKEN_LPAREN && open > 1 && b->tokens[open - 2].kind == TOKEN_DEF;
    if (in_parameters && kind == TOKEN_LPAREN && (before == TOKEN_LPAREN || before == TOKEN_COMMA)) {
        uint32_t end = at;
        while (b->tokens[end].kind != TOKEN_RPAREN && b->tokens[end].kind != TOKEN_NEWLINE && b->tokens[end].kind != TOKEN_END) end++;
        return build_error(b, span_make(b->tokens[at].start, b->tokens[end].end), "Function parameters cannot be parenthesized"), true;
    }
    if (in_parameters && ends_expression(before) && starts_expression(kind)) return build_error(b, span_make(b->tokens[at].start, b->tokens[at].end), "invalid syntax"), true;
    uint32_t comma = last_outside_brackets(b, open + 1, at, TOKEN_COMMA);
    if (kind == TOKEN_FOR && (bracket == TOKEN_LBRACKET || bracket == TOKEN_LBRACE) && comma != at && last_outside_brackets(b, open + 1, at, TOKEN_COLON) == at)
        return build_error(b, span_make(b->tokens[open + 1].start, b->tokens[at - 1].end), "did you forget parentheses around the comprehension target?"), true;
    if (bracket != TOKEN_LBRACE || last_outside_brackets(b, open + 1, at, TOKEN_COLON) == at) return false;
    Span last = span_make(b->tokens[at - 1].start, b->tokens[at - 1].end);
    bool ends_item = kind == TOKEN_RBRACE || kind == TOKEN_COMMA;
    if (before == TOKEN_COLON && ends_item) return build_error(b, last, "expression expected after dictionary key and ':'"), true;
    if (before == TOKEN_COLON && kind == TOKEN_STAR) return build_error(b, span_make(b->tokens[at].start, b->tokens[at + 1].end), "cannot use a starred expression in a dictionary value"), true;
    if (ends_item && ends_expression(before) && comma != at && last_outside_brackets(b, comma, at, TOKEN_COLON) == at) return build_error(b, last, "':' expected after dictionary key"), true;
    return false;
}

// `a if b` without its else.
static bool explain_condition(Builder *b, uint32_t from, uint32_t at) {
    uint32_t condition = last_outside_brackets(b, from, at, TOKEN_IF);
    if (condition == at || condition == from || b->tokens[at].kind == TOKEN_COLON || !ends_expression(b->tokens[condition - 1].kind) || !grammar_accepts(b->parser, TOKEN_ELSE)) return false;
    build_error(b, span_make(expression_start(b, condition - 1), b->tokens[at - 1].end), "expected 'else' after 'if' expression");
    return true;
}

void build_syntax_error(Builder *b, Token token) {
    if (b->recovering || b->stopped) return;
    b->recovering = true;
    uint32_t at = b->token_at, line = start_of_line(b, at);
    TokenKind kind = b->tokens[at].kind, before = at ? b->tokens[at - 1].kind : TOKEN_NEWLINE;
    Span span = span_make(token.start, token.end);
    if (kind == TOKEN_ERROR) {
        b->error_count++;
        return; // the lexer has told
    }
    uint32_t bracket;
    int depth = open_brackets(b, line, at, &bracket);
    if (depth && explain_in_bracket(b, bracket, at)) return;
    if (explain_condition(b, depth ? bracket + 1 : line, at)) return;
    if (kind == TOKEN_INDENT) {
        build_indentation_error(b, token, "unexpected indent");
    } else if (!depth && kind != TOKEN_COLON && opens_block(b->tokens[line].kind) && grammar_accepts(b->parser, TOKEN_COLON) && (kind == TOKEN_NEWLINE || before == TOKEN_ELSE || before == TOKEN_TRY || before == TOKEN_FINALLY)) {
        build_error(b, kind == TOKEN_NEWLINE ? span_make(token.start, token.start + 1) : span, "expected ':'");
    } else if (grammar_accepts(b->parser, TOKEN_EXCEPT) && grammar_accepts(b->parser, TOKEN_FINALLY) && !grammar_accepts(b->parser, TOKEN_NAME)) {
        build_error(b, span, "expected 'except' or 'finally' block");
    } else if (kind == TOKEN_EQUAL && at && ends_expression(before) && (depth || opens_block(b->tokens[line].kind))) {
        uint32_t start = expression_start(b, at - 1);
        build_error(b, span_make(start, b->tokens[at + 1].end), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    } else if (!depth && before == TOKEN_NAME && starts_expression(kind) && kind != TOKEN_LPAREN && at - 1 == line && (token_is_text(b, b->tokens[at - 1], "print") || token_is_text(b, b->tokens[at - 1], "exec"))) {
        const char *word = token_is_text(b, b->tokens[at - 1], "print") ? "print" : "exec";
        uint32_t end = at;
        while (b->tokens[end + 1].kind != TOKEN_NEWLINE && b->tokens[end + 1].kind != TOKEN_SEMICOLON && b->tokens[end + 1].kind != TOKEN_END) end++;
        build_error_f(b, span_make(b->tokens[line].start, b->tokens[end].end), "Missing parentheses in call to '%s'. Did you mean %s(...)?", word, word);
    } else if (depth && ends_expression(before) && starts_expression(kind)) {
        build_error(b, span_make(expression_start(b, at - 1), token.end), "invalid syntax. Perhaps you forgot a comma?");
    } else if (kind == TOKEN_FSTRING_RBRACE && before == TOKEN_FSTRING_LBRACE) {
        build_error(b, span, "f-string: valid expression required before '}'");
    } else if (kind == TOKEN_NEWLINE && before == TOKEN_COMMA && !depth && b->tokens[line].kind == TOKEN_FROM && last_outside_brackets(b, line, at, TOKEN_IMPORT) != at) {
        build_error(b, span_make(token.start, token.start + 1), "trailing comma not allowed without surrounding parentheses");
    } else if (kind == TOKEN_NEWLINE || kind == TOKEN_END) {
        build_error(b, span_make(token.start, token.start), "invalid syntax");
    } else if (before == TOKEN_FSTRING_CONVERSION || (before == TOKEN_FSTRING_LBRACE && kind != TOKEN_FSTRING_RBRACE && !starts_expression(kind))) {
        build_error(b, span, before == TOKEN_FSTRING_CONVERSION ? "f-string: invalid conversion character" : "f-string: expecting a valid expression after '{'");
    } else {
        build_error(b, span, "invalid syntax");
    }
}
