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
static uint32_t expression_first(const Builder *b, uint32_t at) {
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
        else return at;
    }
}
static uint32_t expression_start(const Builder *b, uint32_t at) { return b->tokens[expression_first(b, at)].start; }

static bool opens_block(TokenKind kind) {
    switch (kind) {
    case TOKEN_IF: case TOKEN_ELIF: case TOKEN_ELSE: case TOKEN_FOR: case TOKEN_WHILE: case TOKEN_WITH: case TOKEN_TRY: case TOKEN_EXCEPT: case TOKEN_FINALLY: case TOKEN_DEF:
    case TOKEN_CLASS: case TOKEN_ASYNC: case TOKEN_MATCH: case TOKEN_CASE: return true;
    default: return false;
    }
}

static Span token_span(const Builder *b, uint32_t at) { return span_make(b->tokens[at].start, b->tokens[at].end); }

// The first token of the parameter, argument or item that token `at` belongs to; the list begins at `from`.
static uint32_t item_start(const Builder *b, uint32_t from, uint32_t at) {
    uint32_t comma = last_outside_brackets(b, from, at, TOKEN_COMMA);
    return comma == at ? from : comma + 1;
}

// In the parameters of a function or (is_lambda) a lambda expression, which begin at token `from`.
static bool explain_parameter(Builder *b, uint32_t from, uint32_t at, bool is_lambda) {
    TokenKind kind = b->tokens[at].kind, before = b->tokens[at - 1].kind;
    bool ends = kind == TOKEN_COMMA || kind == (is_lambda ? TOKEN_COLON : TOKEN_RPAREN);
    uint32_t start = item_start(b, from, at);
    if (kind == TOKEN_LPAREN && at == start) {
        uint32_t end = at;
        while (b->tokens[end].kind != TOKEN_RPAREN && b->tokens[end].kind != TOKEN_NEWLINE && b->tokens[end].kind != TOKEN_END) end++;
        build_error(b, span_make(b->tokens[at].start, b->tokens[end].end), is_lambda ? "Lambda expression parameters cannot be parenthesized" : "Function parameters cannot be parenthesized");
    } else if (kind == TOKEN_EQUAL && b->tokens[start].kind == TOKEN_STAR) {
        build_error(b, token_span(b, at), "var-positional argument cannot have default value");
    } else if (kind == TOKEN_EQUAL && b->tokens[start].kind == TOKEN_STAR_STAR) {
        build_error(b, token_span(b, at), "var-keyword argument cannot have default value");
    } else if (b->tokens[from].kind == TOKEN_SLASH && at > from + 1) {
        build_error(b, token_span(b, from), "at least one argument must precede /");
    } else if (ends && before == TOKEN_EQUAL) {
        build_error(b, token_span(b, at - 1), "expected default value expression");
    } else if (kind == TOKEN_STAR && before == TOKEN_SLASH) {
        build_error(b, token_span(b, at), "expected comma between / and *");
    } else {
        return false;
    }
    return true;
}

// In the arguments of a call, which begin at token `from`.
static bool explain_argument(Builder *b, uint32_t from, uint32_t at) {
    TokenKind kind = b->tokens[at].kind, before = b->tokens[at - 1].kind;
    uint32_t start = item_start(b, from, at);
    bool is_named = b->tokens[start].kind == TOKEN_NAME && b->tokens[start + 1].kind == TOKEN_EQUAL && start + 1 < at;
    if (is_named && before == TOKEN_EQUAL && (kind == TOKEN_COMMA || kind == TOKEN_RPAREN)) {
        build_error(b, span_make(b->tokens[start].start, b->tokens[at - 1].end), "expected argument value expression");
    } else if (is_named && kind == TOKEN_FOR) {
        build_error(b, span_make(b->tokens[start].start, b->tokens[start + 1].end), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    } else if (is_named && kind == TOKEN_EQUAL) {
        build_error(b, token_span(b, at), "invalid syntax");
    } else if (kind == TOKEN_EQUAL && (b->tokens[start].kind == TOKEN_STAR || b->tokens[start].kind == TOKEN_STAR_STAR)) {
        build_error_f(b, span_make(b->tokens[start].start, b->tokens[at].end), "cannot assign to %s argument unpacking", b->tokens[start].kind == TOKEN_STAR ? "iterable" : "keyword");
    } else {
        return false;
    }
    return true;
}

// In a replacement field of an f-string that opened at token `open`.
static bool explain_field(Builder *b, uint32_t open, uint32_t at) {
    TokenKind kind = b->tokens[at].kind, before = b->tokens[at - 1].kind;
    static const struct { TokenKind kind; const char *shown; } ends[] = {{TOKEN_FSTRING_DEBUG, "="}, {TOKEN_FSTRING_CONVERSION, "!"}, {TOKEN_FSTRING_COLON, ":"}, {TOKEN_FSTRING_RBRACE, "}"}};
    for (size_t i = 0; before == TOKEN_FSTRING_LBRACE && i < sizeof ends / sizeof *ends; i++)
        if (kind == ends[i].kind) return build_error_f(b, token_span(b, at), "f-string: valid expression required before '%s'", ends[i].shown), true;
    if (before == TOKEN_FSTRING_LBRACE && !starts_expression(kind)) return build_error(b, token_span(b, at), "f-string: expecting a valid expression after '{'"), true;
    if (before == TOKEN_FSTRING_CONVERSION && (kind == TOKEN_FSTRING_RBRACE || kind == TOKEN_FSTRING_COLON)) return build_error(b, token_span(b, at), "f-string: missing conversion character"), true;
    if (before == TOKEN_FSTRING_CONVERSION) return build_error(b, token_span(b, at), "f-string: invalid conversion character"), true;
    uint32_t lambda = last_outside_brackets(b, open + 1, at, TOKEN_LAMBDA);
    if (lambda != at && (kind == TOKEN_FSTRING_COLON || before == TOKEN_FSTRING_COLON)) return build_error(b, token_span(b, lambda), "f-string: lambda expressions are not allowed without parentheses"), true;
    if (ends_expression(before) && starts_expression(kind)) return false; // perhaps a comma is missing
    bool has_debug = last_outside_brackets(b, open + 1, at, TOKEN_FSTRING_DEBUG) != at;
    if (kind == TOKEN_EQUAL) at++; // `{a=b}`: the = was taken
    while (kind != TOKEN_EQUAL && at > open + 1 && !ends_expression(b->tokens[at - 1].kind)) at--; // after what could be read
    if (at == open + 1) return build_error(b, token_span(b, at), "f-string: expecting a valid expression after '{'"), true;
    build_error(b, token_span(b, at), has_debug || kind == TOKEN_EQUAL ? "f-string: expecting '!', or ':', or '}'" : "f-string: expecting '=', or '!', or ':', or '}'");
    return true;
}

// What CPython calls the target that begins at token `from`, when what ends before token `at` is no target; NULL: one of one name.
static const char *operation_name(const Builder *b, uint32_t from, uint32_t at, bool compares) {
    bool is_comparison = false, is_operation = false;
    int depth = 0;
    for (uint32_t i = from; i < at; i++) {
        TokenKind kind = b->tokens[i].kind;
        depth += opens_bracket(kind) - closes_bracket(kind);
        if (depth) continue;
        switch (kind) {
        case TOKEN_PLUS: case TOKEN_MINUS: case TOKEN_TILDE: case TOKEN_SLASH: case TOKEN_SLASH_SLASH: case TOKEN_PERCENT: case TOKEN_STAR_STAR: case TOKEN_AT: case TOKEN_BAR: case TOKEN_AMPERSAND:
        case TOKEN_CARET: case TOKEN_LEFT_SHIFT: case TOKEN_RIGHT_SHIFT: case TOKEN_AND: case TOKEN_OR: is_operation = true; break;
        case TOKEN_STAR: is_operation |= i > from; break;
        case TOKEN_LESS: case TOKEN_GREATER: case TOKEN_LESS_EQUAL: case TOKEN_GREATER_EQUAL: case TOKEN_EQUAL_EQUAL: case TOKEN_NOT_EQUAL: is_comparison = true; break;
        default: break;
        }
    }
    return is_comparison ? (compares ? "comparison" : NULL) : is_operation ? "expression" : NULL;
}

// In the targets of `for` or after the `as` of `with`, where only a name, an attribute or an item may stand.
static bool explain_target(Builder *b, uint32_t line, uint32_t from, uint32_t at) {
    uint32_t end, start = last_outside_brackets(b, from, at, TOKEN_FOR);
    bool is_for = start != at && last_outside_brackets(b, start, at, TOKEN_IN) == at;
    if (!is_for) {
        start = last_outside_brackets(b, from, at, TOKEN_AS);
        uint32_t first = b->tokens[line].kind == TOKEN_ASYNC ? line + 1 : line;
        if (start == at || b->tokens[first].kind != TOKEN_WITH || last_outside_brackets(b, start, at, TOKEN_COMMA) != at) return false;
    }
    start = item_start(b, start + 1, at);
    int depth = 0;
    for (end = at; b->tokens[end].kind != TOKEN_NEWLINE && b->tokens[end].kind != TOKEN_END; end++) {
        TokenKind kind = b->tokens[end].kind;
        if (!depth && (kind == (is_for ? TOKEN_IN : TOKEN_COLON) || kind == TOKEN_COMMA || closes_bracket(kind))) break;
        depth += opens_bracket(kind) - closes_bracket(kind);
    }
    const char *name = b->tokens[end].kind == TOKEN_NEWLINE || b->tokens[end].kind == TOKEN_END ? NULL : operation_name(b, start, end, !is_for);
    if (!name) return false;
    return build_error_f(b, span_make(b->tokens[start].start, b->tokens[end - 1].end), "cannot assign to %s", name), true;
}

// A bound of `*T` or `**P` in a list of type parameters.
static bool explain_bound(Builder *b, uint32_t open, uint32_t at) {
    uint32_t start = item_start(b, open + 1, at), end = at + 1;
    TokenKind star = b->tokens[start].kind;
    if (b->tokens[at].kind != TOKEN_COLON || at != start + 2 || (star != TOKEN_STAR && star != TOKEN_STAR_STAR) || b->tokens[start + 1].kind != TOKEN_NAME) return false;
    int depth = 0;
    bool has_comma = false;
    for (; b->tokens[end].kind != TOKEN_NEWLINE && b->tokens[end].kind != TOKEN_END; end++) {
        TokenKind kind = b->tokens[end].kind;
        if (!depth && (kind == TOKEN_COMMA || kind == TOKEN_RBRACKET)) break;
        has_comma |= kind == TOKEN_COMMA && depth == 1;
        depth += opens_bracket(kind) - closes_bracket(kind);
    }
    bool is_tuple = has_comma && b->tokens[at + 1].kind == TOKEN_LPAREN;
    build_error_f(b, span_make(b->tokens[at].start, b->tokens[end - 1].end), "cannot use %s with %s", is_tuple ? "constraints" : "bound", star == TOKEN_STAR ? "TypeVarTuple" : "ParamSpec");
    return true;
}

// Inside a bracket that opened at token `open`: what CPython's parser has words for. False: nothing.
static bool explain_in_bracket(Builder *b, uint32_t open, uint32_t at) {
    TokenKind kind = b->tokens[at].kind, before = b->tokens[at - 1].kind, bracket = b->tokens[open].kind;
    bool in_parameters = bracket == TOKEN_LPAREN && open > 1 && b->tokens[open - 2].kind == TOKEN_DEF;
    if (bracket == TOKEN_FSTRING_LBRACE) return explain_field(b, open, at);
    bool has_type_parameters = bracket == TOKEN_LBRACKET && open > 1 && (b->tokens[open - 2].kind == TOKEN_DEF || b->tokens[open - 2].kind == TOKEN_CLASS || b->tokens[open - 2].kind == TOKEN_TYPE);
    if (has_type_parameters && explain_bound(b, open, at)) return true;
    if (kind == TOKEN_STAR_STAR && before == TOKEN_LPAREN && at == open + 1 && !in_parameters && (!open || !ends_expression(b->tokens[open - 1].kind))) {
        uint32_t end = last_outside_brackets(b, at, at + 3, TOKEN_RPAREN); // `(**a)`
        if (end == at + 2) return build_error(b, token_span(b, at), "cannot use double starred expression here"), true;
    }
    if (in_parameters && explain_parameter(b, open + 1, at, false)) return true;
    if (!in_parameters && bracket == TOKEN_LPAREN && open && ends_expression(b->tokens[open - 1].kind) && explain_argument(b, open + 1, at)) return true;
    if (in_parameters && ends_expression(before) && starts_expression(kind)) return build_error(b, span_make(b->tokens[at].start, b->tokens[at].end), "invalid syntax"), true;
    uint32_t comma = last_outside_brackets(b, open + 1, at, TOKEN_COMMA);
    if (kind == TOKEN_FOR && (bracket == TOKEN_LBRACKET || bracket == TOKEN_LBRACE) && comma != at && last_outside_brackets(b, open + 1, at, TOKEN_COLON) == at)
        return build_error(b, span_make(b->tokens[open + 1].start, b->tokens[at - 1].end), "did you forget parentheses around the comprehension target?"), true;
    bool is_dict = last_outside_brackets(b, open + 1, at, TOKEN_COLON) != at || b->tokens[open + 1].kind == TOKEN_STAR_STAR;
    if (bracket != TOKEN_LBRACE || !is_dict) return false;
    Span last = span_make(b->tokens[at - 1].start, b->tokens[at - 1].end);
    bool ends_item = kind == TOKEN_RBRACE || kind == TOKEN_COMMA;
    if (before == TOKEN_COLON && ends_item) return build_error(b, last, "expression expected after dictionary key and ':'"), true;
    if (before == TOKEN_COLON && kind == TOKEN_STAR) return build_error(b, span_make(b->tokens[at].start, b->tokens[at + 1].end), "cannot use a starred expression in a dictionary value"), true;
    if ((ends_item || starts_expression(kind)) && ends_expression(before) && comma != at && last_outside_brackets(b, comma, at, TOKEN_COLON) == at) return build_error(b, last, "':' expected after dictionary key"), true;
    return false;
}

// `a if b` without its else.
static bool explain_condition(Builder *b, uint32_t from, uint32_t at) {
    uint32_t condition = last_outside_brackets(b, from, at, TOKEN_IF);
    if (condition == at || condition == from || b->tokens[at].kind == TOKEN_COLON || !ends_expression(b->tokens[condition - 1].kind) || !grammar_accepts(b->parser, TOKEN_ELSE)) return false;
    build_error(b, span_make(expression_start(b, condition - 1), b->tokens[at - 1].end), "expected 'else' after 'if' expression");
    return true;
}

// At the top of a logical line whose first token is `line`, in no bracket.
static bool explain_line(Builder *b, uint32_t line, uint32_t at) {
    TokenKind kind = b->tokens[at].kind, before = at ? b->tokens[at - 1].kind : TOKEN_NEWLINE;
    uint32_t def = b->tokens[line].kind == TOKEN_ASYNC ? line + 1 : line;
    if (b->tokens[line].kind == TOKEN_EXCEPT && kind == TOKEN_COLON && before == TOKEN_STAR) return build_error(b, token_span(b, at), "expected one or more exception types"), true;
    if (b->tokens[line].kind == TOKEN_EXCEPT && (kind == TOKEN_COMMA || kind == TOKEN_AS)) {
        uint32_t first = b->tokens[line + 1].kind == TOKEN_STAR ? line + 2 : line + 1, end = at;
        if (kind == TOKEN_AS && last_outside_brackets(b, first, at, TOKEN_COMMA) == at) return false;
        for (; b->tokens[end].kind != TOKEN_COLON && b->tokens[end].kind != TOKEN_AS && b->tokens[end].kind != TOKEN_NEWLINE && b->tokens[end].kind != TOKEN_END; end++) {}
        return build_error(b, span_make(b->tokens[first].start, b->tokens[end - 1].end), "multiple exception types must be parenthesized"), true;
    }
    if (b->tokens[def].kind == TOKEN_DEF && at == def + 2 && before == TOKEN_NAME && kind != TOKEN_LPAREN) return build_error(b, token_span(b, at), "expected '('"), true;
    if (b->tokens[def].kind == TOKEN_DEF && at == def + 3 && kind == TOKEN_RBRACKET) return build_error(b, token_span(b, at - 1), "expected '('"), true;
    if (before == TOKEN_AS && b->tokens[line].kind == TOKEN_CASE) return build_error(b, token_span(b, kind == TOKEN_LPAREN ? at + 1 : at), "invalid pattern target"), true;
    if (kind == TOKEN_EQUAL && before == TOKEN_YIELD) return build_error(b, token_span(b, at - 1), "assignment to yield expression not possible"), true;
    if (token_is_text(b, b->tokens[line], "match") && (at == line + 1 || b->tokens[line + 1].kind == TOKEN_LPAREN) && (starts_expression(kind) || kind == TOKEN_COLON || kind == TOKEN_NEWLINE)) { // its header without a colon
        uint32_t end = at;
        while (b->tokens[end].kind != TOKEN_NEWLINE && b->tokens[end].kind != TOKEN_END) end++;
        if (b->tokens[end - 1].kind == TOKEN_COLON && b->tokens[end + 1].kind == TOKEN_INDENT) return build_error(b, token_span(b, end + 2), "invalid syntax"), true; // no case follows
        if (at != line + 1 || !starts_expression(kind)) return false;
        if (b->tokens[end + 1].kind != TOKEN_INDENT || !ends_expression(b->tokens[end - 1].kind)) return false;
        return build_error(b, span_make(b->tokens[end].start, b->tokens[end].start + 1), "expected ':'"), true;
    }
    return false;
}

// What CPython calls the simple expression of tokens first..last as a target; NULL: nothing it would say so of.
static const char *target_name(const Builder *b, uint32_t first, uint32_t last) {
    switch (b->tokens[last].kind) {
    case TOKEN_NAME: return first == last ? "name" : "attribute";
    case TOKEN_NUMBER: case TOKEN_STRING: return "literal";
    case TOKEN_ELLIPSIS: return "ellipsis";
    case TOKEN_FSTRING_END: return "f-string expression";
    case TOKEN_RBRACKET: return opens_bracket(b->tokens[first].kind) ? NULL : "subscript";
    case TOKEN_RPAREN: return !opens_bracket(b->tokens[first].kind) ? "function call" : last == first + 2 && b->tokens[first + 1].kind == TOKEN_NAME ? "name" : NULL;
    default: return NULL;
    }
}

// `=` where an expression stands that may be `name := value`.
static void explain_equal(Builder *b, uint32_t at, int depth) {
    uint32_t first = expression_first(b, at - 1);
    TokenKind before = first ? b->tokens[first - 1].kind : TOKEN_NEWLINE;
    bool is_whole = depth ? opens_bracket(before) || before == TOKEN_COMMA : before == TOKEN_IF || before == TOKEN_ELIF || before == TOKEN_WHILE;
    const char *name = is_whole ? target_name(b, first, at - 1) : NULL;
    if (!name) build_error(b, token_span(b, at), "invalid syntax");
    else if (first == at - 1 && b->tokens[first].kind == TOKEN_NAME) build_error(b, span_make(b->tokens[first].start, b->tokens[at + 1].end), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    else build_error_f(b, span_make(b->tokens[first].start, b->tokens[at - 1].end), "cannot assign to %s here. Maybe you meant '==' instead of '='?", name);
}

// The token of a lambda expression whose parameters or body hold token `at`; `at`: there is none.
static uint32_t lambda_around(const Builder *b, uint32_t from, uint32_t at) { return last_outside_brackets(b, from, at, TOKEN_LAMBDA); }

static bool explain_lambda(Builder *b, uint32_t from, uint32_t at) {
    uint32_t lambda = lambda_around(b, from, at);
    if (lambda == at) return false;
    uint32_t colon = last_outside_brackets(b, lambda, at, TOKEN_COLON);
    if (colon == at) return explain_parameter(b, lambda + 1, at, true);
    if (b->tokens[at].kind != TOKEN_COLON_EQUAL) return false;
    return build_error(b, span_make(b->tokens[lambda].start, b->tokens[at - 1].end), "cannot use assignment expressions with lambda"), true;
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
    if (depth && before == TOKEN_AS && b->tokens[line].kind == TOKEN_CASE) {
        build_error(b, span, "invalid pattern target");
        return;
    }
    if (kind == TOKEN_NOT_IN && !ends_expression(before)) span.start = span.end - 2; // `not in a`: `not` may begin an expression
    if (depth && explain_in_bracket(b, bracket, at)) return;
    if (explain_target(b, line, depth ? bracket + 1 : line, at)) return;
    if (explain_lambda(b, depth ? bracket + 1 : line, at)) return;
    if (!depth && explain_line(b, line, at)) return;
    if (explain_condition(b, depth ? bracket + 1 : line, at)) return;
    if (kind == TOKEN_INDENT) {
        build_indentation_error(b, token, "unexpected indent");
    } else if (!depth && kind != TOKEN_COLON && opens_block(b->tokens[line].kind) && grammar_accepts(b->parser, TOKEN_COLON) && (kind == TOKEN_NEWLINE || before == TOKEN_ELSE || before == TOKEN_TRY || before == TOKEN_FINALLY)) {
        build_error(b, kind == TOKEN_NEWLINE ? span_make(token.start, token.start + 1) : span, "expected ':'");
    } else if (grammar_accepts(b->parser, TOKEN_EXCEPT) && grammar_accepts(b->parser, TOKEN_FINALLY) && !grammar_accepts(b->parser, TOKEN_NAME)) {
        const Diagnostic *last = b->diagnostics->items.count ? vec_last(&b->diagnostics->items) : NULL;
        bool is_told = last && last->id == DIAG_INDENTATION && last->span.start == token.start; // its block is missing
        if (!is_told) build_error(b, span, "expected 'except' or 'finally' block");
    } else if (kind == TOKEN_EQUAL && at && ends_expression(before) && (depth || opens_block(b->tokens[line].kind))) {
        explain_equal(b, at, depth);
    } else if (!depth && before == TOKEN_NAME && starts_expression(kind) && kind != TOKEN_LPAREN && (at - 1 == line || b->tokens[at - 2].kind != TOKEN_DOT) && (token_is_text(b, b->tokens[at - 1], "print") || token_is_text(b, b->tokens[at - 1], "exec"))) {
        const char *word = token_is_text(b, b->tokens[at - 1], "print") ? "print" : "exec";
        uint32_t end = at;
        while (b->tokens[end + 1].kind != TOKEN_NEWLINE && b->tokens[end + 1].kind != TOKEN_SEMICOLON && b->tokens[end + 1].kind != TOKEN_END) end++;
        build_error_f(b, span_make(b->tokens[at - 1].start, b->tokens[end].end), "Missing parentheses in call to '%s'. Did you mean %s(...)?", word, word);
    } else if (depth && ends_expression(before) && starts_expression(kind)) {
        build_error(b, span_make(expression_start(b, at - 1), token.end), "invalid syntax. Perhaps you forgot a comma?");
    } else if (kind == TOKEN_NEWLINE && before == TOKEN_COMMA && !depth && b->tokens[line].kind == TOKEN_FROM && last_outside_brackets(b, line, at, TOKEN_IMPORT) != at) {
        build_error(b, span_make(token.start, token.start + 1), "trailing comma not allowed without surrounding parentheses");
    } else if (kind == TOKEN_NEWLINE || kind == TOKEN_END) {
        build_error(b, span_make(token.start, token.start), "invalid syntax");
    } else if (kind == TOKEN_NOT && ends_expression(before)) { // it could have been `not in`
        TokenKind next = b->tokens[at + 1].kind;
        if (depth && starts_expression(next)) build_error(b, span_make(expression_start(b, at - 1), b->tokens[at + 1].end), "invalid syntax. Perhaps you forgot a comma?");
        else build_error(b, next == TOKEN_NEWLINE ? span_make(b->tokens[at + 1].start, b->tokens[at + 1].start) : token_span(b, at + 1), "invalid syntax");
    } else {
        build_error(b, span, "invalid syntax");
    }
}
