// What is said of a syntax error: the grammar only knows at which token it cannot go on. See explain.h.
#include "parser/explain.h"
#include "parser/scan.h"

bool token_is_text(const Builder *b, Token token, const char *text) {
    size_t size = strlen(text);
    return token.end - token.start == size && memcmp(b->source->text + token.start, text, size) == 0;
}

void build_indentation_error(Builder *b, Token at, const char *message) {
    b->error_count++;
    if (!b->quiet) diag_report(b->diagnostics, DIAG_INDENTATION, b->source, span_make(at.start, at.end), diag_text(message));
}

static uint32_t start_of_line(const Builder *b, uint32_t at) {
    while (at && b->tokens[at - 1].kind != TOKEN_NEWLINE && b->tokens[at - 1].kind != TOKEN_INDENT && b->tokens[at - 1].kind != TOKEN_DEDENT) at--;
    return at;
}

// Brackets open before token `at` of its line, fields of f-strings among them; `*innermost` gets the token of the last.
static int open_brackets(const Builder *b, uint32_t from, uint32_t at, uint32_t *innermost) {
    uint32_t stack[LEX_MAX_BRACKETS + LEX_MAX_FSTRINGS + 1]; // the lexer refuses deeper ones
    int depth = 0;
    for (uint32_t i = from; i < at; i++) {
        TokenKind kind = b->tokens[i].kind;
        if (scan_opens_bracket(kind) && depth < (int)(sizeof stack / sizeof *stack)) stack[depth++] = i;
        else if (scan_closes_bracket(kind) && depth) depth--;
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
        depth += scan_opens_bracket(kind) - scan_closes_bracket(kind);
    }
    return found;
}

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

// `a if b` without its else.
static bool explain_condition(Builder *b, uint32_t from, uint32_t at) {
    uint32_t condition = last_outside_brackets(b, from, at, TOKEN_IF);
    if (condition == at || condition == from || b->tokens[at].kind == TOKEN_COLON || !scan_ends_expression(b->tokens[condition - 1].kind) || !grammar_accepts(b->parser, TOKEN_ELSE)) return false;
    build_error(b, span_make(b->tokens[scan_back_disjunction(b, from, condition - 1)].start, b->tokens[at - 1].end), "expected 'else' after 'if' expression");
    return true;
}

// In a replacement field of an f-string that opened at token `open`.
static bool explain_field(Builder *b, uint32_t open, uint32_t at) {
    TokenKind kind = b->tokens[at].kind, before = b->tokens[at - 1].kind;
    static const struct { TokenKind kind; const char *shown; } ends[] = {{TOKEN_FSTRING_DEBUG, "="}, {TOKEN_FSTRING_CONVERSION, "!"}, {TOKEN_FSTRING_COLON, ":"}, {TOKEN_FSTRING_RBRACE, "}"}};
    for (size_t i = 0; before == TOKEN_FSTRING_LBRACE && i < sizeof ends / sizeof *ends; i++)
        if (kind == ends[i].kind) return build_error_f(b, token_span(b, at), "f-string: valid expression required before '%s'", ends[i].shown), true;
    if (before == TOKEN_FSTRING_LBRACE && !scan_starts_expression(kind)) return build_error(b, token_span(b, at), "f-string: expecting a valid expression after '{'"), true;
    if (before == TOKEN_FSTRING_CONVERSION && (kind == TOKEN_FSTRING_RBRACE || kind == TOKEN_FSTRING_COLON)) return build_error(b, token_span(b, at), "f-string: missing conversion character"), true;
    if (before == TOKEN_FSTRING_CONVERSION) return build_error(b, token_span(b, at), "f-string: invalid conversion character"), true;
    uint32_t lambda = last_outside_brackets(b, open + 1, at, TOKEN_LAMBDA);
    if (lambda != at && (kind == TOKEN_FSTRING_COLON || before == TOKEN_FSTRING_COLON)) return build_error(b, span_make(b->tokens[lambda].start, b->tokens[kind == TOKEN_FSTRING_COLON ? at : at - 1].end), "f-string: lambda expressions are not allowed without parentheses"), true;
    if (scan_ends_expression(before) && scan_starts_expression(kind)) return false; // perhaps a comma is missing
    if (explain_condition(b, open + 1, at)) return true;
    if (before == TOKEN_DOT && scan_ends_expression(b->tokens[at - 2].kind)) at--; // an attribute that lacks its name
    bool has_debug = last_outside_brackets(b, open + 1, at, TOKEN_FSTRING_DEBUG) != at;
    if (kind == TOKEN_EQUAL) at++; // `{a=b}`: the = was taken
    while (kind != TOKEN_EQUAL && at > open + 1 && !scan_ends_expression(b->tokens[at - 1].kind)) at--; // after what could be read
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
        depth += scan_opens_bracket(kind) - scan_closes_bracket(kind);
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
static bool explain_operation(Builder *b, uint32_t line, uint32_t from, uint32_t at) {
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
        if (!depth && (kind == (is_for ? TOKEN_IN : TOKEN_COLON) || kind == TOKEN_COMMA || scan_closes_bracket(kind))) break;
        depth += scan_opens_bracket(kind) - scan_closes_bracket(kind);
    }
    const char *name = b->tokens[end].kind == TOKEN_NEWLINE || b->tokens[end].kind == TOKEN_END ? NULL : operation_name(b, start, end, !is_for);
    if (!name || (scan_disjunction(b, start) != end && scan_bitwise(b, start) != end)) return false;
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
        depth += scan_opens_bracket(kind) - scan_closes_bracket(kind);
    }
    bool is_tuple = has_comma && b->tokens[at + 1].kind == TOKEN_LPAREN;
    build_error_f(b, span_make(b->tokens[at].start, b->tokens[end - 1].end), "cannot use %s with %s", is_tuple ? "constraints" : "bound", star == TOKEN_STAR ? "TypeVarTuple" : "ParamSpec");
    return true;
}

static bool is_print_or_exec(const Builder *b, uint32_t at) {
    return b->tokens[at].kind == TOKEN_NAME && (token_is_text(b, b->tokens[at], "print") || token_is_text(b, b->tokens[at], "exec"));
}

// Whether what stands between token `from`, the first one in a bracket, and `at` are patterns, imported names, type parameters or targets.
static bool is_no_expression(const Builder *b, uint32_t from, uint32_t at) {
    TokenKind line = b->tokens[start_of_line(b, at)].kind, item = b->tokens[item_start(b, from, at)].kind;
    if (line == TOKEN_CASE && last_outside_brackets(b, start_of_line(b, at), at, TOKEN_IF) == at) return true;
    if (from > 2 && b->tokens[from - 1].kind == TOKEN_LBRACKET && (b->tokens[from - 3].kind == TOKEN_CLASS || b->tokens[from - 3].kind == TOKEN_DEF)) return true;
    if (from > 1 && b->tokens[from - 1].kind == TOKEN_WITH_LPAREN && item_start(b, from, at) != from && last_outside_brackets(b, item_start(b, from, at), at, TOKEN_AS) == at) return true;
    uint32_t target = last_outside_brackets(b, from, at, TOKEN_FOR);
    if (target != at) return last_outside_brackets(b, target, at, TOKEN_COMMA) != at || last_outside_brackets(b, target, at, TOKEN_IN) != at;
    bool in_call = from > 1 && b->tokens[from - 1].kind == TOKEN_LPAREN && scan_ends_expression(b->tokens[from - 2].kind);
    return line == TOKEN_FROM || (!in_call && (item == TOKEN_STAR_STAR || (item == TOKEN_STAR && item_start(b, from, at) != from)));
}

// Whether two expressions stand side by side, the second one at token `at`; the first one does not begin before token `from`.
static bool misses_comma(const Builder *b, uint32_t from, uint32_t at) {
    TokenKind kind = b->tokens[at].kind;
    if (!scan_ends_expression(b->tokens[at - 1].kind) || !(scan_starts_expression(kind) || kind == TOKEN_NOT || kind == TOKEN_AWAIT || kind == TOKEN_TILDE)) return false;
    if (from && is_no_expression(b, from, at)) return false;
    uint32_t first = scan_back_disjunction(b, from, at - 1);
    if (b->tokens[first].kind == TOKEN_NAME) {
        static const char *const soft[] = {"match", "case", "type", "_"}; // a prefix of a string, or a statement that went wrong
        if (b->tokens[first + 1].kind == TOKEN_STRING) return false;
        for (size_t i = 0; i < sizeof soft / sizeof *soft; i++)
            if (token_is_text(b, b->tokens[first], soft[i])) return false;
    }
    return (first != at - 1 || !is_print_or_exec(b, first)) && scan_expression(b, at);
}

static void tell_missing_comma(Builder *b, uint32_t from, uint32_t at) {
    uint32_t end = scan_expression(b, at), first = scan_back_disjunction(b, from, at - 1);
    b->token_at = end; // that far CPython has read
    build_error(b, span_make(b->tokens[first].start, b->tokens[end - 1].end), "invalid syntax. Perhaps you forgot a comma?");
    b->token_at = at;
}

// `print x` and `exec x`, the word at token `at` - 1.
static bool explain_print(Builder *b, uint32_t at) {
    const char *word = token_is_text(b, b->tokens[at - 1], "print") ? "print" : "exec";
    uint32_t end = is_print_or_exec(b, at - 1) && b->tokens[at].kind != TOKEN_LPAREN && (at < 2 || b->tokens[at - 2].kind != TOKEN_DOT) ? scan_expressions(b, at) : 0;
    if (!end) return false;
    uint32_t last = scan_back_primary(b, end - 1), condition = b->tokens[end].kind == TOKEN_IF ? scan_disjunction(b, end + 1) : 0;
    if (condition && b->tokens[condition].kind != TOKEN_COLON) build_error(b, span_make(b->tokens[last].start, b->tokens[condition - 1].end), "expected 'else' after 'if' expression");
    else build_error_f(b, span_make(b->tokens[at - 1].start, b->tokens[end - 1].end), "Missing parentheses in call to '%s'. Did you mean %s(...)?", word, word);
    return true;
}

// Inside a bracket that opened at token `open`: what CPython's parser has words for. False: nothing.
static bool explain_in_bracket(Builder *b, uint32_t open, uint32_t at) {
    TokenKind kind = b->tokens[at].kind, before = b->tokens[at - 1].kind, bracket = b->tokens[open].kind;
    uint32_t name = open && scan_ends_expression(b->tokens[open - 1].kind) ? scan_back_primary(b, open - 1) : 0;
    bool in_parameters = bracket == TOKEN_LPAREN && name && b->tokens[name - 1].kind == TOKEN_DEF;
    if (bracket == TOKEN_FSTRING_LBRACE) return explain_field(b, open, at);
    bool has_type_parameters = bracket == TOKEN_LBRACKET && open > 1 && (b->tokens[open - 2].kind == TOKEN_DEF || b->tokens[open - 2].kind == TOKEN_CLASS || b->tokens[open - 2].kind == TOKEN_TYPE);
    if (has_type_parameters && explain_bound(b, open, at)) return true;
    if (kind == TOKEN_STAR_STAR && before == TOKEN_LPAREN && at == open + 1 && !in_parameters && (!open || !scan_ends_expression(b->tokens[open - 1].kind))) {
        uint32_t end = last_outside_brackets(b, at, at + 3, TOKEN_RPAREN); // `(**a)`
        if (end == at + 2) return build_error(b, token_span(b, at), "cannot use double starred expression here"), true;
    }
    if (in_parameters && explain_parameter(b, open + 1, at, false)) return true;
    if (!in_parameters && bracket == TOKEN_LPAREN && open && scan_ends_expression(b->tokens[open - 1].kind) && explain_argument(b, open + 1, at)) return true;
    if (in_parameters && scan_ends_expression(before) && scan_starts_expression(kind)) {
        uint32_t first = item_start(b, open + 1, at), colon = last_outside_brackets(b, first, at, TOKEN_COLON), equal = last_outside_brackets(b, first, at, TOKEN_EQUAL);
        uint32_t from = equal != at ? equal + 1 : colon + 1; // the expression in it
        if (before == TOKEN_NAME && explain_print(b, at)) return true;
        if ((equal == at && colon == at) || !misses_comma(b, from, at)) build_error(b, token_span(b, at), "invalid syntax");
        else tell_missing_comma(b, from, at);
        return true;
    }
    if (bracket == TOKEN_LBRACKET && open > 1 && b->tokens[open - 2].kind == TOKEN_DEF) return build_error(b, token_span(b, open), "expected '('"), true;
    uint32_t comma = last_outside_brackets(b, open + 1, at, TOKEN_COMMA);
    if (kind == TOKEN_FOR && (bracket == TOKEN_LBRACKET || bracket == TOKEN_LBRACE) && comma != at && last_outside_brackets(b, open + 1, at, TOKEN_COLON) == at)
        return build_error(b, span_make(b->tokens[open + 1].start, b->tokens[at - 1].end), "did you forget parentheses around the comprehension target?"), true;
    if (b->tokens[start_of_line(b, at)].kind == TOKEN_CASE) return false; // a mapping pattern
    bool is_dict = last_outside_brackets(b, open + 1, at, TOKEN_COLON) != at || b->tokens[open + 1].kind == TOKEN_STAR_STAR;
    if (bracket != TOKEN_LBRACE || !is_dict) return false;
    Span last = span_make(b->tokens[at - 1].start, b->tokens[at - 1].end);
    bool ends_item = kind == TOKEN_RBRACE || kind == TOKEN_COMMA;
    if (before == TOKEN_COLON && ends_item) return build_error(b, last, "expression expected after dictionary key and ':'"), true;
    if (before == TOKEN_COLON && kind == TOKEN_STAR) return build_error(b, span_make(b->tokens[at].start, b->tokens[at + 1].end), "cannot use a starred expression in a dictionary value"), true;
    if (kind != TOKEN_FOR && scan_ends_expression(before) && comma != at && b->tokens[comma + 1].kind != TOKEN_STAR_STAR && last_outside_brackets(b, comma, at, TOKEN_COLON) == at)
        return build_error(b, span_make(last.end - 1, last.end), "':' expected after dictionary key"), true;
    return false;
}

// A line's end is one wide.
static Span line_span(const Builder *b, uint32_t at) {
    Token token = b->tokens[at];
    return span_make(token.start, token.kind == TOKEN_NEWLINE || token.kind == TOKEN_END ? token.start + 1 : token.end);
}

// A match statement without its colon, or without a case in it; the subject begins at token `at`.
static void explain_match(Builder *b, uint32_t at) {
    uint32_t end = scan_expressions(b, at);
    if (!end) return build_error(b, token_span(b, at), "invalid syntax");
    if (b->tokens[end].kind == TOKEN_NEWLINE && b->tokens[end + 1].kind == TOKEN_INDENT) return build_error(b, line_span(b, end), "expected ':'");
    if (b->tokens[end].kind == TOKEN_COLON) end++;
    if (b->tokens[end].kind == TOKEN_NEWLINE && b->tokens[end + 1].kind == TOKEN_INDENT) end += 2;
    build_error(b, line_span(b, end), "invalid syntax");
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
    if (before == TOKEN_AS && b->tokens[line].kind == TOKEN_CASE && scan_expression(b, at)) return build_error(b, token_span(b, kind == TOKEN_LPAREN ? at + 1 : at), "invalid pattern target"), true;
    if (kind == TOKEN_EQUAL && last_outside_brackets(b, line, at, TOKEN_YIELD) != at) return build_error(b, span_make(b->tokens[last_outside_brackets(b, line, at, TOKEN_YIELD)].start, b->tokens[at - 1].end), "assignment to yield expression not possible"), true;
    if (b->tokens[def].kind == TOKEN_DEF && at > def + 2 && before == TOKEN_RBRACKET && scan_back_primary(b, at - 1) == def + 1) return build_error(b, token_span(b, at), "expected '('"), true;
    uint32_t arrow = last_outside_brackets(b, def, at, TOKEN_ARROW), result = arrow != at ? scan_expression(b, arrow + 1) : 0;
    if (b->tokens[def].kind == TOKEN_DEF && at > def + 2 && (before == TOKEN_RPAREN || arrow != at) && (!result || result >= at || b->tokens[result].kind != TOKEN_COLON)) {
        uint32_t behind = arrow == at || result ? at : arrow;
        while (result && b->tokens[behind - 1].kind != TOKEN_RPAREN && !scan_ends_expression(b->tokens[behind - 1].kind)) behind--; // an operator that lacks its operand
        return build_error(b, line_span(b, behind), "expected ':'"), true;
    }
    if (token_is_text(b, b->tokens[line], "match") && at != line + 1 && b->tokens[line + 1].kind == TOKEN_LPAREN && (kind == TOKEN_COLON || kind == TOKEN_NEWLINE)) { // `match (x):` with no case in it
        uint32_t end = at;
        while (b->tokens[end].kind != TOKEN_NEWLINE && b->tokens[end].kind != TOKEN_END) end++;
        if (b->tokens[end - 1].kind == TOKEN_COLON && b->tokens[end + 1].kind == TOKEN_INDENT) return build_error(b, token_span(b, end + 2), "invalid syntax"), true;
    }
    if (token_is_text(b, b->tokens[line], "type") && at == line + 1 && kind == TOKEN_NAME) {
        uint32_t end = at + 1;
        return build_error(b, line_span(b, end), "invalid syntax"), true;
    }
    if (token_is_text(b, b->tokens[line], "match") && at == line + 1 && (scan_starts_expression(kind) || kind == TOKEN_NOT || kind == TOKEN_AWAIT || kind == TOKEN_STAR)) return explain_match(b, at), true;
    return false;
}

// What CPython calls the simple expression of tokens first..last as a target; NULL: nothing it would say so of.
static const char *target_name(const Builder *b, uint32_t first, uint32_t last) {
    switch (b->tokens[last].kind) {
    case TOKEN_NAME: return first == last ? "name" : "attribute";
    case TOKEN_NUMBER: case TOKEN_STRING: return "literal";
    case TOKEN_ELLIPSIS: return "ellipsis";
    case TOKEN_FSTRING_END: return "f-string expression";
    case TOKEN_RBRACKET: return scan_opens_bracket(b->tokens[first].kind) ? NULL : "subscript";
    case TOKEN_RPAREN: return !scan_opens_bracket(b->tokens[first].kind) ? "function call" : last == first + 2 && b->tokens[first + 1].kind == TOKEN_NAME ? "name" : NULL;
    default: return NULL;
    }
}

// Whether tokens first..last are a name, an attribute or a subscript, or one in parentheses.
static bool is_target(const Builder *b, uint32_t first, uint32_t last) {
    while (last > first + 1 && b->tokens[first].kind == TOKEN_LPAREN && b->tokens[last].kind == TOKEN_RPAREN) first++, last--;
    if (opens_block(b->tokens[first].kind) || last_outside_brackets(b, first, last, TOKEN_LAMBDA) != last) return true;
    if (last <= first) return last < first || b->tokens[first].kind == TOKEN_NAME || !scan_ends_expression(b->tokens[first].kind);
    return scan_back_primary(b, last) == first && (b->tokens[last].kind == TOKEN_NAME || (b->tokens[last].kind == TOKEN_RBRACKET && b->tokens[first].kind != TOKEN_LBRACKET));
}

// `=` where an expression stands that may be `name := value`.
static void explain_equal(Builder *b, uint32_t at, int depth) {
    uint32_t first = scan_back_primary(b, at - 1);
    TokenKind before = first ? b->tokens[first - 1].kind : TOKEN_NEWLINE;
    bool is_whole = depth ? scan_opens_bracket(before) || before == TOKEN_COMMA : before == TOKEN_IF || before == TOKEN_ELIF || before == TOKEN_WHILE || before == TOKEN_AT;
    uint32_t end = scan_bitwise(b, at + 1);
    if (!end || b->tokens[end].kind == TOKEN_EQUAL || b->tokens[end].kind == TOKEN_COLON_EQUAL) is_whole = false;
    if (is_whole && (b->tokens[end].kind == TOKEN_NEWLINE || b->tokens[end].kind == TOKEN_END) && b->unclosed_text) return build_end_unclosed(b);
    const char *name = is_whole ? target_name(b, first, at - 1) : NULL;
    if (!name) build_error(b, token_span(b, at), "invalid syntax");
    else if (first == at - 1 && b->tokens[first].kind == TOKEN_NAME) build_error(b, span_make(b->tokens[first].start, b->tokens[end - 1].end), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    else build_error_f(b, span_make(b->tokens[first].start, b->tokens[at - 1].end), "cannot assign to %s here. Maybe you meant '==' instead of '='?", name);
}

// The token of a lambda expression whose parameters or body hold token `at`; `at`: there is none.
static uint32_t lambda_around(const Builder *b, uint32_t from, uint32_t at) { return last_outside_brackets(b, from, at, TOKEN_LAMBDA); }

static bool explain_lambda(Builder *b, uint32_t from, uint32_t at) {
    uint32_t lambda = lambda_around(b, from, at);
    if (lambda == at) return false;
    uint32_t colon = last_outside_brackets(b, lambda, at, TOKEN_COLON);
    if (colon == at) return explain_parameter(b, lambda + 1, at, true);
    if (b->tokens[at].kind != TOKEN_COLON_EQUAL || !(lambda == from || (from && scan_opens_bracket(b->tokens[from - 1].kind)) || opens_block(b->tokens[from].kind))) return false;
    return build_error(b, span_make(b->tokens[lambda].start, b->tokens[at - 1].end), "cannot use assignment expressions with lambda"), true;
}

// Whether the bracket at token `at`, which should not be there, is never closed and CPython notices: it reads what could be in it to the end of its line.
static bool reads_beyond(const Builder *b, uint32_t at) {
    if (!b->unclosed_text || b->unclosed.start != b->tokens[at].start) return false;
    uint32_t end = scan_expressions(b, at + 1);
    if (end && (b->tokens[end].kind == TOKEN_EQUAL || b->tokens[end].kind == TOKEN_COLON)) end = scan_expressions(b, end + 1);
    if (!end) end = at + 1;
    return b->tokens[end].kind == TOKEN_NEWLINE || b->tokens[end].kind == TOKEN_END || memchr(b->source->text + b->tokens[at].start, '\n', b->tokens[end].start - b->tokens[at].start);
}

// What stands where a target is expected, from token `from` to the refused one at `at`, as an expression: the first of it that is none.
static bool explain_target(Builder *b, uint32_t from, uint32_t at) {
    uint32_t end = scan_bitwise(b, from);
    while (end && end < at && b->tokens[end].kind == TOKEN_COMMA) end = scan_bitwise(b, from = end + 1);
    if (!end || end < at) return false;
    bool is_simple = scan_back_primary(b, end - 1) == from;
    const char *name = is_simple ? target_name(b, from, end - 1) : b->tokens[from].kind == TOKEN_AWAIT ? "await expression" : "expression";
    if (!name || strcmp(name, "name") == 0 || strcmp(name, "attribute") == 0 || strcmp(name, "subscript") == 0) return false;
    return build_error_f(b, span_make(b->tokens[from].start, b->tokens[end - 1].end), "cannot assign to %s", name), true;
}

static bool explain_targets(Builder *b, uint32_t line, uint32_t at) {
    uint32_t loop = b->tokens[line].kind == TOKEN_ASYNC ? line + 1 : line, as = last_outside_brackets(b, line, at, TOKEN_AS);
    if (b->tokens[loop].kind == TOKEN_FOR && last_outside_brackets(b, loop, at, TOKEN_IN) == at) return explain_target(b, loop + 1, at);
    return b->tokens[loop].kind == TOKEN_WITH && as != at && explain_target(b, as + 1, at);
}

// `:=` in an expression statement, behind something that is not just a name.
static bool explain_walrus(Builder *b, uint32_t line, uint32_t at) {
    uint32_t first = item_start(b, line, at), last = at - 1;
    if (at == line || b->tokens[at].kind != TOKEN_COLON_EQUAL || scan_expression(b, first) != at || !scan_expression(b, at + 1)) return false;
    if (first == last && b->tokens[first].kind == TOKEN_NAME) return false;
    for (uint32_t i = line; i < first; i = scan_expression(b, i) + 1)
        if (!scan_expression(b, i)) return false;
    const char *name = "expression";
    bool is_simple = scan_back_primary(b, last) == first;
    TokenKind kind = b->tokens[first].kind;
    if (last_outside_brackets(b, first, at, TOKEN_IF) != at) name = "conditional expression";
    else if (is_simple && first == last && (kind == TOKEN_NONE || kind == TOKEN_TRUE || kind == TOKEN_FALSE)) name = token_text(kind);
    else if (is_simple && kind == TOKEN_LPAREN && b->tokens[last].kind == TOKEN_RPAREN && (last == first + 1 || last_outside_brackets(b, first + 1, last, TOKEN_COMMA) != last)) name = "tuple";
    else if (is_simple && kind == TOKEN_LBRACKET && b->tokens[last].kind == TOKEN_RBRACKET) name = "list";
    else if (is_simple && target_name(b, first, last)) name = target_name(b, first, last);
    if (strcmp(name, "name") == 0 && kind == TOKEN_LPAREN) first++, last--;
    return build_error_f(b, span_make(b->tokens[first].start, b->tokens[last].end), "cannot use assignment expressions with %s", name), true;
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
    if (depth && before == TOKEN_AS && b->tokens[line].kind == TOKEN_CASE && scan_expression(b, at)) {
        build_error(b, span, "invalid pattern target");
        return;
    }
    if (kind == TOKEN_NOT_IN && !scan_ends_expression(before)) span.start = span.end - 2; // `not in a`: `not` may begin an expression
    if (depth && explain_in_bracket(b, bracket, at)) return;
    if (explain_operation(b, line, depth ? bracket + 1 : line, at)) return;
    if (explain_lambda(b, depth ? bracket + 1 : line, at)) return;
    if (!depth && (explain_line(b, line, at) || explain_targets(b, line, at) || explain_walrus(b, line, at))) return;
    if (explain_condition(b, depth ? bracket + 1 : line, at)) return;
    uint32_t lambda = lambda_around(b, line, at);
    bool is_in_lambda = !depth && lambda != at && last_outside_brackets(b, lambda, at, TOKEN_COLON) == at;
    if (kind == TOKEN_INDENT) {
        build_indentation_error(b, token, "unexpected indent");
    } else if (!depth && kind != TOKEN_COLON && opens_block(b->tokens[line].kind) && grammar_accepts(b->parser, TOKEN_COLON) && (kind == TOKEN_NEWLINE || before == TOKEN_ELSE || before == TOKEN_TRY || before == TOKEN_FINALLY) && !is_in_lambda) {
        build_error(b, kind == TOKEN_NEWLINE ? span_make(token.start, token.start + 1) : span, "expected ':'");
    } else if (grammar_accepts(b->parser, TOKEN_EXCEPT) && grammar_accepts(b->parser, TOKEN_FINALLY) && !grammar_accepts(b->parser, TOKEN_NAME)) {
        build_error(b, span, "expected 'except' or 'finally' block");
    } else if (kind == TOKEN_EQUAL && at && scan_ends_expression(before) && (depth || opens_block(b->tokens[line].kind))) {
        explain_equal(b, at, depth);
    } else if (before == TOKEN_NAME && explain_print(b, at)) {
    } else if (depth && misses_comma(b, bracket + 1, at)) {
        tell_missing_comma(b, bracket + 1, at);
    } else if (kind == TOKEN_NOT && scan_ends_expression(before)) { // CPython looks whether `in` follows
        build_error(b, line_span(b, at + 1), "invalid syntax");
    } else if (span.start == token.start && (kind == TOKEN_IS_NOT || kind == TOKEN_NOT_IN)) { // two tokens, the first one has no place
        build_error(b, span_make(span.start, span.start + (kind == TOKEN_IS_NOT ? 2 : 3)), "invalid syntax");
    } else if (kind == TOKEN_NEWLINE && before == TOKEN_COMMA && !depth && b->tokens[line].kind == TOKEN_FROM && last_outside_brackets(b, line, at, TOKEN_IMPORT) != at) {
        build_error(b, span_make(token.start, token.start + 1), "trailing comma not allowed without surrounding parentheses");
    } else if (before == TOKEN_COLON && !depth && kind != TOKEN_INDENT && !scan_starts_expression(kind) && !is_target(b, line, at - 2)) { // no annotation
        build_error(b, token_span(b, at - 1), "invalid syntax");
    } else if (kind == TOKEN_NEWLINE) {
        build_error(b, line_span(b, at), "invalid syntax");
    } else if (kind == TOKEN_END) {
        build_error(b, span_make(token.start, token.start), "invalid syntax");
    } else if (scan_opens_bracket(kind) && reads_beyond(b, at)) {
        build_end_unclosed(b);
    } else {
        build_error(b, span, "invalid syntax");
    }
}
