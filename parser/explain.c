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
    uint32_t comma = explain_last_outside_brackets(b, from, at, TOKEN_COMMA);
    return comma == at ? from : comma + 1;
}

// The comma or closing bracket behind the item that begins at token `at`; not behind token `limit`.
static uint32_t explain_item_end(const Builder *b, uint32_t at, uint32_t limit) {
    for (int depth = 0; at < limit; at++) {
        TokenKind kind = b->tokens[at].kind;
        if (!depth && (kind == TOKEN_COMMA || scan_closes_bracket(kind))) return at;
        depth += scan_opens_bracket(kind) - scan_closes_bracket(kind);
    }
    return limit;
}

// In the parameters of a function or (is_lambda) a lambda expression, which begin at token `from`.
static bool explain_parameter(Builder *b, uint32_t from, uint32_t at, bool is_lambda) {
    TokenKind kind = b->tokens[at].kind, before = b->tokens[at - 1].kind;
    bool ends = kind == TOKEN_COMMA || kind == (is_lambda ? TOKEN_COLON : TOKEN_RPAREN);
    uint32_t start = item_start(b, from, at);
    uint32_t end = at;
    if (kind == TOKEN_LPAREN && at == start)
        for (end = at + 1; b->tokens[end].kind == TOKEN_NAME; end += b->tokens[end].kind == TOKEN_COMMA) {
            uint32_t annotation = !is_lambda && b->tokens[end + 1].kind == TOKEN_COLON ? scan_expression(b, end + 2) : 0;
            end = annotation ? annotation : end + 1;
        }
    if (end > at + 1 && b->tokens[end].kind == TOKEN_RPAREN) {
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
    } else if (is_named && kind == TOKEN_FOR && before != TOKEN_EQUAL) {
        build_error(b, span_make(b->tokens[start].start, b->tokens[start + 1].end), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    } else if (is_named && kind == TOKEN_EQUAL) {
        build_error(b, token_span(b, at), "invalid syntax");
    } else if (!is_named && start + 1 < at && before == TOKEN_EQUAL && scan_expression(b, start) == at - 1) { // `f(2=)`
        build_error(b, span_make(b->tokens[start].start, b->tokens[at - 1].end), "expression cannot contain assignment, perhaps you meant \"==\"?");
    } else if (kind == TOKEN_EQUAL && (b->tokens[start].kind == TOKEN_STAR || b->tokens[start].kind == TOKEN_STAR_STAR)) {
        uint32_t end = scan_expression(b, at + 1);
        build_error_f(b, span_make(b->tokens[start].start, b->tokens[end ? end - 1 : at].end), "cannot assign to %s argument unpacking", b->tokens[start].kind == TOKEN_STAR ? "iterable" : "keyword");
    } else {
        return false;
    }
    return true;
}

static bool misses_comma(const Builder *b, uint32_t from, uint32_t at);
static bool explain_print(Builder *b, uint32_t at);

// `a if b` without its else, between token `from`, the first one of the line or in a bracket, and `at`.
static bool explain_condition(Builder *b, uint32_t from, uint32_t at) {
    uint32_t condition = explain_last_outside_brackets(b, from, at, TOKEN_IF);
    if (condition == at || condition == from || !scan_ends_expression(b->tokens[condition - 1].kind)) return false;
    bool is_filter = from && scan_opens_bracket(b->tokens[from - 1].kind) && explain_last_outside_brackets(b, from, condition, TOKEN_FOR) != condition;
    uint32_t end = scan_disjunction(b, condition + 1);
    if (end > at) end = at; // what is in the bracket there is wrong
    while (end > condition + 1 && !scan_ends_expression(b->tokens[end - 1].kind)) end--;
    if (end == condition + 1 || is_filter || b->tokens[from].kind == TOKEN_CASE || !end || b->tokens[end].kind == TOKEN_ELSE || b->tokens[end].kind == TOKEN_COLON) return false;
    return build_error(b, span_make(b->tokens[scan_back_disjunction(b, from, condition - 1)].start, b->tokens[end - 1].end), "expected 'else' after 'if' expression"), true;
}

// What could be read of the field that opened at token `open` ends before `at`.
static void tell_end_of_field(Builder *b, uint32_t open, uint32_t at) {
    TokenKind kind = b->tokens[at].kind;
    bool has_debug = explain_last_outside_brackets(b, open + 1, at, TOKEN_FSTRING_DEBUG) != at;
    if (kind == TOKEN_EQUAL) at++; // `{a=b}`: the = was taken
    while (kind != TOKEN_EQUAL && at > open + 1 && !scan_ends_expression(b->tokens[at - 1].kind)) at--;
    if (at == open + 1) build_error(b, token_span(b, at), "f-string: expecting a valid expression after '{'");
    else build_error(b, token_span(b, at), has_debug || kind == TOKEN_EQUAL ? "f-string: expecting '!', or ':', or '}'" : "f-string: expecting '=', or '!', or ':', or '}'");
}

// Something is wrong in a bracket inside of a field: what stands before the outermost such bracket could be read.
static bool explain_inside_field(Builder *b, uint32_t line, uint32_t at) {
    uint32_t bracket = at, open = at;
    while (open_brackets(b, line, bracket, &open) && b->tokens[open].kind != TOKEN_FSTRING_LBRACE) bracket = open;
    if (bracket == at || open == bracket) return false;
    tell_end_of_field(b, open, bracket);
    return true;
}

// In a replacement field of an f-string that opened at token `open`.
static bool explain_field(Builder *b, uint32_t open, uint32_t at) {
    TokenKind kind = b->tokens[at].kind, before = b->tokens[at - 1].kind;
    static const struct { TokenKind kind; const char *shown; } ends[] = {{TOKEN_FSTRING_DEBUG, "="}, {TOKEN_EQUAL, "="}, {TOKEN_FSTRING_CONVERSION, "!"}, {TOKEN_FSTRING_COLON, ":"}, {TOKEN_FSTRING_RBRACE, "}"}};
    for (size_t i = 0; before == TOKEN_FSTRING_LBRACE && i < sizeof ends / sizeof *ends; i++)
        if (kind == ends[i].kind) return build_error_f(b, token_span(b, at), "f-string: valid expression required before '%s'", ends[i].shown), true;
    if (before == TOKEN_FSTRING_LBRACE && !scan_starts_expression(kind)) return build_error(b, token_span(b, at), "f-string: expecting a valid expression after '{'"), true;
    if (before == TOKEN_FSTRING_CONVERSION && (kind == TOKEN_FSTRING_RBRACE || kind == TOKEN_FSTRING_COLON)) return build_error(b, token_span(b, at), "f-string: missing conversion character"), true;
    if (before == TOKEN_FSTRING_CONVERSION) return build_error(b, token_span(b, at), "f-string: invalid conversion character"), true;
    if ((kind == TOKEN_EQUAL || kind == TOKEN_STRING) && b->late_text && b->tokens[at + 1].start >= b->late.start) return build_end_late(b), true; // f'{a=', f'{a "b"'
    uint32_t lambda = explain_last_outside_brackets(b, open + 1, at, TOKEN_LAMBDA);
    if (lambda != at && (kind == TOKEN_FSTRING_COLON || before == TOKEN_FSTRING_COLON)) return build_error(b, span_make(b->tokens[lambda].start, b->tokens[kind == TOKEN_FSTRING_COLON ? at : at - 1].end), "f-string: lambda expressions are not allowed without parentheses"), true;
    if (explain_last_outside_brackets(b, open + 1, at, TOKEN_FSTRING_CONVERSION) != at) return build_error(b, token_span(b, at), "f-string: expecting ':' or '}'"), true;
    if ((before == TOKEN_NAME && explain_print(b, at)) || explain_condition(b, open + 1, at)) return true;
    if (misses_comma(b, open + 1, at)) return false;
    if (before == TOKEN_DOT && scan_ends_expression(b->tokens[at - 2].kind)) at--; // an attribute that lacks its name
    tell_end_of_field(b, open, at);
    return true;
}

// NULL: the expression of tokens first..end may be a target.
static const char *explain_target_name(const Builder *b, uint32_t first, uint32_t end) {
    static const char *const targets[] = {"name", "attribute", "subscript", "tuple", "list"};
    const char *name = explain_expression_name(b, &first, &end);
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        if (strcmp(name, targets[i]) == 0) return NULL;
    return name;
}

// What stands in tokens first..end where a target is expected. False: it may be one.
static bool explain_target(Builder *b, uint32_t first, uint32_t end, bool is_for) {
    const char *name = explain_expression_name(b, &first, &end);
    if (is_for && strcmp(name, "comparison") == 0) { // `a in b`: it is `a`
        uint32_t left = scan_bitwise(b, first);
        if (b->tokens[left].kind != TOKEN_IN) return false;
        end = left;
        name = explain_expression_name(b, &first, &end);
    }
    if (!explain_target_name(b, first, end)) return false;
    return build_error_f(b, span_make(b->tokens[first].start, b->tokens[end - 1].end), "cannot assign to %s", name), true;
}

// In the targets of `for` or after the `as` of `with`, where only a name, an attribute or an item may stand.
static bool explain_targets(Builder *b, uint32_t line, uint32_t from, uint32_t at) {
    uint32_t start = explain_last_outside_brackets(b, from, at, TOKEN_FOR), end;
    if (start != at && explain_last_outside_brackets(b, start, at, TOKEN_IN) == at) {
        for (start++;; start = end + 1) {
            bool is_starred = b->tokens[start].kind == TOKEN_STAR;
            end = is_starred ? scan_bitwise(b, start + 1) : scan_expression(b, start);
            if (!end) return false;
            if (explain_target(b, is_starred ? start + 1 : start, end, true)) return true;
            if (b->tokens[end].kind != TOKEN_COMMA) return false;
        }
    }
    start = explain_last_outside_brackets(b, from, at, TOKEN_AS);
    uint32_t first = b->tokens[line].kind == TOKEN_ASYNC ? line + 1 : line;
    if (start == at || b->tokens[first].kind != TOKEN_WITH || explain_last_outside_brackets(b, start, at, TOKEN_COMMA) != at) return false;
    end = scan_expression(b, start + 1);
    bool is_whole = end && (b->tokens[end].kind == TOKEN_COMMA || b->tokens[end].kind == TOKEN_COLON || b->tokens[end].kind == TOKEN_RPAREN);
    return is_whole && explain_target(b, start + 1, end, false);
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
    if (line == TOKEN_CASE && explain_last_outside_brackets(b, start_of_line(b, at), at, TOKEN_IF) == at) return true;
    if (from > 2 && b->tokens[from - 1].kind == TOKEN_LBRACKET && (b->tokens[from - 3].kind == TOKEN_CLASS || b->tokens[from - 3].kind == TOKEN_DEF)) return true;
    if (from > 1 && b->tokens[from - 1].kind == TOKEN_WITH_LPAREN && item_start(b, from, at) != from && explain_last_outside_brackets(b, item_start(b, from, at), at, TOKEN_AS) == at) return true;
    uint32_t target = explain_last_outside_brackets(b, from, at, TOKEN_FOR);
    if (b->tokens[from - 1].kind == TOKEN_WITH_LPAREN && explain_last_outside_brackets(b, from, at, TOKEN_AS) != at && b->tokens[at].kind == TOKEN_EQUAL) return true;
    if (target != at) return explain_last_outside_brackets(b, target, at, TOKEN_COMMA) != at || explain_last_outside_brackets(b, target, at, TOKEN_IN) != at;
    bool in_call = from > 1 && b->tokens[from - 1].kind == TOKEN_LPAREN && scan_ends_expression(b->tokens[from - 2].kind);
    return line == TOKEN_FROM || (!in_call && (item == TOKEN_STAR_STAR || (item == TOKEN_STAR && item_start(b, from, at) != from)));
}

// Whether two expressions stand side by side, the second one at token `at`; the first one does not begin before token `from`.
static bool misses_comma(const Builder *b, uint32_t from, uint32_t at) {
    TokenKind kind = b->tokens[at].kind;
    if (!scan_ends_expression(b->tokens[at - 1].kind) || !(scan_starts_expression(kind) || kind == TOKEN_NOT || kind == TOKEN_AWAIT || kind == TOKEN_TILDE)) return false;
    if (from && is_no_expression(b, from, at)) return false;
    uint32_t lambda = explain_last_outside_brackets(b, from, at, TOKEN_LAMBDA); // its parameters
    if (lambda != at && explain_last_outside_brackets(b, lambda, at, TOKEN_COLON) == at && explain_last_outside_brackets(b, item_start(b, lambda, at), at, TOKEN_EQUAL) == at) return false;
    uint32_t first = scan_back_disjunction(b, from, at - 1);
    if (b->tokens[first].kind == TOKEN_NAME) {
        static const char *const soft[] = {"match", "case", "type", "_"}; // a prefix of a string, or a statement that went wrong
        if (b->tokens[first + 1].kind == TOKEN_STRING) return false;
        for (size_t i = 0; i < sizeof soft / sizeof *soft; i++) // CPython takes the beginning of one for it, too
            if (strncmp(soft[i], b->source->text + b->tokens[first].start, b->tokens[first].end - b->tokens[first].start) == 0) return false;
    }
    return (first != at - 1 || !is_print_or_exec(b, first)) && scan_expression(b, at);
}

static void tell_missing_comma(Builder *b, uint32_t from, uint32_t at) {
    uint32_t end = scan_expression(b, at), first = scan_back_disjunction(b, from, at - 1);
    uint32_t first_end = at, second = at;
    b->token_at = end; // that far CPython has read
    explain_strip_groups(b, &first, &first_end);
    explain_strip_groups(b, &second, &end);
    build_error(b, span_make(b->tokens[first].start, b->tokens[end - 1].end), "invalid syntax. Perhaps you forgot a comma?");
    b->token_at = at;
}

// `print x` and `exec x`, the word at token `at` - 1.
static bool explain_print(Builder *b, uint32_t at) {
    const char *word = token_is_text(b, b->tokens[at - 1], "print") ? "print" : "exec";
    TokenKind line = b->tokens[start_of_line(b, at)].kind, before = at > 1 ? b->tokens[at - 2].kind : TOKEN_NEWLINE;
    if (line == TOKEN_IMPORT || line == TOKEN_FROM || line == TOKEN_GLOBAL || line == TOKEN_NONLOCAL || before == TOKEN_AS || (before == TOKEN_IN && line != TOKEN_FOR)) return false; // no expression of its own
    uint32_t end = is_print_or_exec(b, at - 1) && b->tokens[at].kind != TOKEN_LPAREN && before != TOKEN_DOT ? scan_expressions(b, at) : 0;
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
        uint32_t end = explain_last_outside_brackets(b, at, at + 3, TOKEN_RPAREN); // `(**a)`
        if (end == at + 2) return build_error(b, token_span(b, at), "cannot use double starred expression here"), true;
    }
    if (in_parameters && explain_parameter(b, open + 1, at, false)) return true;
    if (!in_parameters && bracket == TOKEN_LPAREN && open && scan_ends_expression(b->tokens[open - 1].kind) && explain_argument(b, open + 1, at)) return true;
    if (in_parameters && scan_ends_expression(before) && (scan_starts_expression(kind) || kind == TOKEN_NOT)) {
        uint32_t first = item_start(b, open + 1, at), colon = explain_last_outside_brackets(b, first, at, TOKEN_COLON), equal = explain_last_outside_brackets(b, first, at, TOKEN_EQUAL);
        uint32_t from = equal != at ? equal + 1 : colon + 1; // the expression in it
        if (before == TOKEN_NAME && explain_print(b, at)) return true;
        if ((equal == at && colon == at) || !misses_comma(b, from, at)) build_error(b, token_span(b, at), "invalid syntax");
        else tell_missing_comma(b, from, at);
        return true;
    }
    if (bracket == TOKEN_LBRACKET && open > 1 && b->tokens[open - 2].kind == TOKEN_DEF) return build_error(b, token_span(b, open), "expected '('"), true;
    uint32_t comma = explain_last_outside_brackets(b, open + 1, at, TOKEN_COMMA);
    if (kind == TOKEN_FOR && (bracket == TOKEN_LBRACKET || bracket == TOKEN_LBRACE) && comma != at && explain_last_outside_brackets(b, open + 1, at, TOKEN_COLON) == at && scan_expression(b, at + 1))
        return build_error(b, span_make(b->tokens[open + 1].start, b->tokens[at - 1].end), "did you forget parentheses around the comprehension target?"), true;
    if (b->tokens[start_of_line(b, at)].kind == TOKEN_CASE) return false; // a mapping pattern
    bool is_dict = explain_last_outside_brackets(b, open + 1, at, TOKEN_COLON) != at || b->tokens[open + 1].kind == TOKEN_STAR_STAR;
    if (bracket != TOKEN_LBRACE || !is_dict) return false;
    Span last = span_make(b->tokens[at - 1].start, b->tokens[at - 1].end);
    bool ends_item = kind == TOKEN_RBRACE || kind == TOKEN_COMMA;
    if (before == TOKEN_COLON && ends_item) return build_error(b, last, "expression expected after dictionary key and ':'"), true;
    if (before == TOKEN_COLON && kind == TOKEN_STAR) return build_error(b, span_make(b->tokens[at].start, b->tokens[at + 1].end), "cannot use a starred expression in a dictionary value"), true;
    bool is_comprehension = explain_last_outside_brackets(b, open + 1, at, TOKEN_FOR) != at;
    uint32_t key = comma + 1, end = is_comprehension || comma == at || b->tokens[key].kind == TOKEN_STAR_STAR ? 0 : scan_expression(b, key);
    if (!end || end > at || b->tokens[end].kind == TOKEN_COLON) return false;
    explain_strip_groups(b, &key, &end);
    return build_error(b, span_make(b->tokens[end - 1].end - 1, b->tokens[end - 1].end), "':' expected after dictionary key"), true;
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

// Behind the `as` of a pattern.
static void explain_pattern_target(Builder *b, uint32_t at) {
    uint32_t end = scan_expression(b, at);
    explain_strip_groups(b, &at, &end);
    build_error(b, span_make(b->tokens[at].start, b->tokens[end - 1].end), "invalid pattern target");
}

// At the top of a logical line whose first token is `line`, in no bracket.
static bool explain_line(Builder *b, uint32_t line, uint32_t at) {
    TokenKind kind = b->tokens[at].kind, before = at ? b->tokens[at - 1].kind : TOKEN_NEWLINE;
    uint32_t def = b->tokens[line].kind == TOKEN_ASYNC ? line + 1 : line;
    if (b->tokens[line].kind == TOKEN_EXCEPT && kind == TOKEN_COLON && before == TOKEN_STAR) return build_error(b, token_span(b, at), "expected one or more exception types"), true;
    if (b->tokens[line].kind == TOKEN_EXCEPT && (kind == TOKEN_COMMA || kind == TOKEN_AS)) {
        uint32_t first = b->tokens[line + 1].kind == TOKEN_STAR ? line + 2 : line + 1, comma = scan_expression(b, first);
        uint32_t end = comma && b->tokens[comma].kind == TOKEN_COMMA ? scan_expressions(b, comma + 1) : 0;
        if (end && b->tokens[end].kind == TOKEN_AS) end += 2;
        bool is_whole = end && b->tokens[end].kind == TOKEN_COLON;
        if (!is_whole && comma && comma < at && b->tokens[comma].kind == TOKEN_COMMA) return build_error(b, token_span(b, comma), "invalid syntax"), true;
        if (is_whole) return build_error(b, span_make(b->tokens[first].start, b->tokens[end - 1].end), "multiple exception types must be parenthesized"), true;
    }
    if (b->tokens[def].kind == TOKEN_DEF && at == def + 2 && before == TOKEN_NAME && kind != TOKEN_LPAREN) return build_error(b, token_span(b, at), "expected '('"), true;
    if (b->tokens[def].kind == TOKEN_DEF && at == def + 3 && kind == TOKEN_RBRACKET) return build_error(b, token_span(b, at - 1), "expected '('"), true;
    if (before == TOKEN_AS && b->tokens[line].kind == TOKEN_CASE && scan_expression(b, at)) return explain_pattern_target(b, at), true;
    if (kind == TOKEN_EQUAL && explain_last_outside_brackets(b, line, at, TOKEN_YIELD) != at) return build_error(b, span_make(b->tokens[explain_last_outside_brackets(b, line, at, TOKEN_YIELD)].start, b->tokens[at - 1].end), "assignment to yield expression not possible"), true;
    if (b->tokens[def].kind == TOKEN_DEF && at > def + 2 && before == TOKEN_RBRACKET && scan_back_primary(b, at - 1) == def + 1) return build_error(b, token_span(b, at), "expected '('"), true;
    uint32_t arrow = explain_last_outside_brackets(b, def, at, TOKEN_ARROW), result = arrow != at ? scan_expression(b, arrow + 1) : 0;
    if (b->tokens[def].kind == TOKEN_DEF && at > def + 2 && explain_last_outside_brackets(b, def, at, TOKEN_COLON) == at && (before == TOKEN_RPAREN || arrow != at) && (!result || result >= at || b->tokens[result].kind != TOKEN_COLON)) {
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

// Whether tokens first..last are a name, an attribute or a subscript, or one in parentheses.
static bool is_target(const Builder *b, uint32_t first, uint32_t last) {
    while (last > first + 1 && b->tokens[first].kind == TOKEN_LPAREN && b->tokens[last].kind == TOKEN_RPAREN) first++, last--;
    if (opens_block(b->tokens[first].kind) || explain_last_outside_brackets(b, first, last, TOKEN_LAMBDA) != last) return true;
    if (last <= first) return last < first || b->tokens[first].kind == TOKEN_NAME || !scan_ends_expression(b->tokens[first].kind);
    return scan_back_primary(b, last) == first && (b->tokens[last].kind == TOKEN_NAME || (b->tokens[last].kind == TOKEN_RBRACKET && b->tokens[first].kind != TOKEN_LBRACKET));
}

// `=` at token `at` of an expression; `from`: the first token in its bracket, or of the line.
static void explain_equal(Builder *b, uint32_t from, uint32_t at, bool in_bracket) {
    TokenKind keyword = b->tokens[from].kind;
    uint32_t first = in_bracket ? item_start(b, from, at) : from + 1;
    bool is_guard = !in_bracket && keyword == TOKEN_CASE;
    if (is_guard) first = explain_last_outside_brackets(b, from, at, TOKEN_IF) + 1;
    bool may_be_named = in_bracket ? !is_no_expression(b, from, at) : is_guard || keyword == TOKEN_IF || keyword == TOKEN_ELIF || keyword == TOKEN_WHILE || keyword == TOKEN_AT;
    if (may_be_named && scan_bitwise(b, first) == at && explain_named(b, first)) return;
    build_error(b, token_span(b, at), "invalid syntax");
}

// The token of a lambda expression whose parameters or body hold token `at`; `at`: there is none.
static uint32_t lambda_around(const Builder *b, uint32_t from, uint32_t at) { return explain_last_outside_brackets(b, from, at, TOKEN_LAMBDA); }

static bool explain_lambda(Builder *b, uint32_t from, uint32_t at) {
    uint32_t lambda = lambda_around(b, from, at);
    if (lambda == at) return false;
    uint32_t colon = explain_last_outside_brackets(b, lambda, at, TOKEN_COLON);
    if (colon == at) return explain_parameter(b, lambda + 1, at, true);
    if (b->tokens[at].kind != TOKEN_COLON_EQUAL || !(lambda == from || (from && scan_opens_bracket(b->tokens[from - 1].kind)) || opens_block(b->tokens[from].kind))) return false;
    return build_error(b, span_make(b->tokens[lambda].start, b->tokens[at - 1].end), "cannot use assignment expressions with lambda"), true;
}

// Whether the bracket at token `at`, which should not be there, is never closed and CPython notices: it reads what could be in it to the end of its line.
static bool reads_beyond(const Builder *b, uint32_t at) {
    if (!b->unclosed_text || b->unclosed.start != b->tokens[at].start || b->tokens[at - 1].kind == TOKEN_DOT) return false;
    TokenKind line = b->tokens[start_of_line(b, at)].kind;
    if (line == TOKEN_IMPORT || line == TOKEN_FROM || line == TOKEN_GLOBAL || line == TOKEN_NONLOCAL) return false;
    uint32_t end = scan_expressions(b, at + 1);
    if (end && (b->tokens[end].kind == TOKEN_EQUAL || b->tokens[end].kind == TOKEN_COLON)) end = scan_expressions(b, end + 1);
    if (!end) end = at + 1;
    return b->tokens[end].kind == TOKEN_NEWLINE || b->tokens[end].kind == TOKEN_END || memchr(b->source->text + b->tokens[at].start, '\n', b->tokens[end].start - b->tokens[at].start);
}

// `:=` in an expression statement, behind something that is not just a name.
static bool explain_walrus(Builder *b, uint32_t line, uint32_t at) {
    uint32_t first = item_start(b, line, at), last = at - 1;
    if (at == line || b->tokens[at].kind != TOKEN_COLON_EQUAL || scan_expression(b, first) != at || !scan_expression(b, at + 1)) return false;
    if (first == last && b->tokens[first].kind == TOKEN_NAME) return false;
    for (uint32_t i = line; i < first; i = scan_expression(b, i) + 1)
        if (!scan_expression(b, i)) return false;
    uint32_t end = at;
    const char *name = explain_expression_name(b, &first, &end);
    return build_error_f(b, span_make(b->tokens[first].start, b->tokens[end - 1].end), "cannot use assignment expressions with %s", name), true;
}

// The first token of the simple statement on the line that token `at` belongs to.
static uint32_t simple_statement(const Builder *b, uint32_t line, uint32_t at) {
    uint32_t first = line;
    int depth = 0;
    for (uint32_t i = line; i < at; i++) {
        TokenKind kind = b->tokens[i].kind;
        if (!depth && (kind == TOKEN_SEMICOLON || (kind == TOKEN_COLON && opens_block(b->tokens[line].kind)))) first = i + 1;
        depth += scan_opens_bracket(kind) - scan_closes_bracket(kind);
    }
    return first;
}

// In a `del` statement CPython has read up to the first token that is part of no target.
static uint32_t refused_by_del(const Builder *b, uint32_t del, uint32_t at) {
    if (b->tokens[at - 1].kind == TOKEN_DOT) return at;
    for (uint32_t i = del + 1; i < at;) {
        uint32_t end = b->tokens[i].kind == TOKEN_AWAIT || scan_is_operator(b->tokens[i].kind) ? 0 : scan_bitwise(b, i);
        if (!end) return i;
        int depth = 0;
        for (uint32_t k = i; k < end; k++) {
            TokenKind kind = b->tokens[k].kind;
            if (!depth && scan_is_operator(kind)) return k;
            depth += scan_opens_bracket(kind) - scan_closes_bracket(kind);
        }
        if (end >= at || b->tokens[end].kind != TOKEN_COMMA) return end < at ? end : at;
        i = end + 1;
    }
    return at;
}

// `x[]`, its bracket at token `at`: CPython sees `x` and a list side by side.
static bool explain_empty_subscript(Builder *b, uint32_t line, uint32_t at) {
    uint32_t bracket;
    if (b->tokens[at - 1].kind == TOKEN_NAME && explain_print(b, at)) return true;
    if (!open_brackets(b, line, at, &bracket) || !misses_comma(b, bracket + 1, at)) return false;
    return tell_missing_comma(b, bracket + 1, at), true;
}

// An assignment that goes wrong at token `at`, to what is no target: that is told first.
static bool explain_wrong_target(Builder *b, uint32_t statement, uint32_t at) {
    TokenKind kind = b->tokens[statement].kind;
    if (!scan_starts_expression(kind) && !scan_is_operator(kind) && kind != TOKEN_NOT && kind != TOKEN_AWAIT) return false;
    bool has_targets = false;
    uint32_t wrong = 0, wrong_end = 0; // what is no target among those that no `=` has followed yet
    for (uint32_t first = statement, end;; first = end + 1) {
        bool is_starred = b->tokens[first].kind == TOKEN_STAR;
        end = is_starred ? scan_bitwise(b, first + 1) : scan_expression(b, first);
        if (!end || end > at) return false;
        bool is_last = b->tokens[end].kind != TOKEN_EQUAL && b->tokens[end].kind != TOKEN_COMMA;
        if (is_last) return first > statement && !has_targets && explain_assignment(b, statement);
        if (!wrong_end && explain_target_name(b, is_starred ? first + 1 : first, end)) wrong = first, wrong_end = end;
        if (b->tokens[end].kind == TOKEN_COMMA) continue;
        if (wrong_end) return explain_assignment(b, statement) || explain_target(b, wrong, wrong_end, false);
        has_targets = true;
    }
}

// In a call whose bracket is at token `open`: what begins as a value behind keywords.
static bool explain_order(Builder *b, uint32_t open, uint32_t at) {
    uint32_t start = item_start(b, open + 1, at);
    bool is_call = open && b->tokens[open].kind == TOKEN_LPAREN && scan_ends_expression(b->tokens[open - 1].kind);
    if (!is_call || start == open + 1 || !scan_expression(b, start) || b->tokens[scan_expression(b, start)].kind == TOKEN_EQUAL) return false;
    const char *after = NULL;
    for (uint32_t item = open + 1; item < start; item = explain_item_end(b, item, at) + 1) {
        if (b->tokens[item].kind == TOKEN_STAR_STAR) after = "positional argument follows keyword argument unpacking";
        else if (!after && b->tokens[item].kind == TOKEN_NAME && b->tokens[item + 1].kind == TOKEN_EQUAL) after = "positional argument follows keyword argument";
    }
    while (after && b->tokens[at].kind == TOKEN_STRING) at++;
    return after && (build_error(b, token_span(b, at), after), true);
}

// What was right until token `at` may be wrong in another way for what stands around it.
static bool explain_outside(Builder *b, uint32_t line, uint32_t at) {
    uint32_t open = at, next;
    while (open_brackets(b, line, open, &next)) {
        if (explain_order(b, next, open)) return true;
        bool is_list = b->tokens[open = next].kind == TOKEN_LBRACKET && open && b->tokens[at].kind == TOKEN_FOR; // `x [a for a in b]`
        if (is_list && b->tokens[open - 1].kind == TOKEN_NAME && explain_print(b, open)) return true;
        bool is_inside = open_brackets(b, line, open, &next);
        if (is_list && is_inside && misses_comma(b, next + 1, open)) return tell_missing_comma(b, next + 1, open), true;
        if (explain_condition(b, is_inside ? next + 1 : line, open)) return true;
    }
    return explain_wrong_target(b, simple_statement(b, line, open), at);
}

// The token CPython stops at where the grammar here goes on: what begins at it is no such expression there.
static uint32_t refused_before(const Builder *b, uint32_t from, uint32_t at) {
    uint32_t loop = explain_last_outside_brackets(b, from, at, TOKEN_FOR);
    if (loop != at && explain_last_outside_brackets(b, from, loop, TOKEN_COMMA) != loop) return loop; // `f(a, b for`
    bool is_named = at > from + 1 && item_start(b, from, at) == at - 2 && b->tokens[at - 2].kind == TOKEN_NAME;
    return b->tokens[at - 1].kind == TOKEN_COLON_EQUAL && !is_named ? at - 1 : at; // `f() :=`
}

void build_syntax_error(Builder *b, Token token) {
    if (b->recovering || b->stopped) return;
    b->recovering = true;
    uint32_t at = b->token_at, line = start_of_line(b, at);
    TokenKind kind = b->tokens[at].kind, before = at ? b->tokens[at - 1].kind : TOKEN_NEWLINE;
    Span span = span_make(token.start, token.end);
    if (kind == TOKEN_ERROR) {
        build_end_late(b);
        b->error_count++;
        return; // the lexer has told
    }
    uint32_t bracket;
    int depth = open_brackets(b, line, at, &bracket);
    if (depth && before == TOKEN_AS && b->tokens[line].kind == TOKEN_CASE && scan_expression(b, at)) {
        explain_pattern_target(b, at);
        return;
    }
    if (kind == TOKEN_NOT_IN && !scan_ends_expression(before)) span.start = span.end - 2; // `not in a`: `not` may begin an expression
    if (depth && explain_in_bracket(b, bracket, at)) return;
    if (explain_targets(b, line, depth ? bracket + 1 : line, at)) return;
    if (explain_lambda(b, depth ? bracket + 1 : line, at)) return;
    if (!depth && (explain_line(b, line, at) || explain_walrus(b, line, at))) return;
    if (explain_condition(b, depth ? bracket + 1 : line, at)) return;
    uint32_t lambda = lambda_around(b, line, at);
    bool is_in_lambda = !depth && lambda != at && explain_last_outside_brackets(b, lambda, at, TOKEN_COLON) == at;
    if (kind == TOKEN_INDENT) {
        build_indentation_error(b, token, "unexpected indent");
    } else if (!depth && kind != TOKEN_COLON && opens_block(b->tokens[line].kind) && grammar_accepts(b->parser, TOKEN_COLON) && (kind == TOKEN_NEWLINE || before == TOKEN_ELSE || before == TOKEN_TRY || before == TOKEN_FINALLY) && !is_in_lambda) {
        build_error(b, kind == TOKEN_NEWLINE ? span_make(token.start, token.start + 1) : span, "expected ':'");
    } else if (grammar_accepts(b->parser, TOKEN_EXCEPT) && grammar_accepts(b->parser, TOKEN_FINALLY) && !grammar_accepts(b->parser, TOKEN_NAME)) {
        if (kind == TOKEN_DEDENT) span.end = span.start;
        build_error(b, span, "expected 'except' or 'finally' block");
    } else if (kind == TOKEN_EQUAL && at && scan_ends_expression(before) && (depth || opens_block(b->tokens[line].kind) || b->tokens[line].kind == TOKEN_AT)) {
        explain_equal(b, depth ? bracket + 1 : line, at, depth);
    } else if (kind == TOKEN_RBRACKET && before == TOKEN_LBRACKET && explain_empty_subscript(b, line, at - 1)) {
    } else if (before == TOKEN_NAME && explain_print(b, at)) {
    } else if (depth && misses_comma(b, bracket + 1, at)) {
        tell_missing_comma(b, bracket + 1, at);
    } else if (!depth && b->tokens[simple_statement(b, line, at)].kind == TOKEN_DEL) {
        build_error(b, line_span(b, refused_by_del(b, simple_statement(b, line, at), at)), "invalid syntax");
    } else if (explain_outside(b, line, at) || (depth && explain_inside_field(b, line, at))) {
    } else if (kind == TOKEN_NOT && scan_ends_expression(before)) { // CPython looks whether `in` follows
        build_error(b, line_span(b, at + 1), "invalid syntax");
    } else if (span.start == token.start && (kind == TOKEN_IS_NOT || kind == TOKEN_NOT_IN)) { // two tokens, the first one has no place
        build_error(b, span_make(span.start, span.start + (kind == TOKEN_IS_NOT ? 2 : 3)), "invalid syntax");
    } else if (kind == TOKEN_NEWLINE && before == TOKEN_COMMA && !depth && b->tokens[line].kind == TOKEN_FROM && explain_last_outside_brackets(b, line, at, TOKEN_IMPORT) != at) {
        build_error(b, span_make(token.start, token.start + 1), "trailing comma not allowed without surrounding parentheses");
    } else if (before == TOKEN_COLON && !depth && kind != TOKEN_INDENT && !scan_starts_expression(kind) && !is_target(b, line, at - 2)) { // no annotation
        build_error(b, token_span(b, at - 1), "invalid syntax");
    } else if (kind == TOKEN_NEWLINE) {
        build_error(b, line_span(b, at), "invalid syntax");
    } else if (kind == TOKEN_END) {
        build_error(b, span_make(token.start, token.start), "invalid syntax");
    } else if (at && scan_opens_bracket(kind) && reads_beyond(b, at)) {
        build_end_unclosed(b);
    } else {
        uint32_t refused = depth ? refused_before(b, bracket + 1, at) : at;
        build_error(b, refused == at ? span : token_span(b, refused), "invalid syntax");
    }
}
