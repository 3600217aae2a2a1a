// The driver:
//
//     lex_source -> token by token: settle (soft keywords, joined operators, blocks that are missing) -> grammar -> tree
//
// Settling changes kinds in place; a token that was joined with the next one becomes NOTHING.
// After a syntax error it skips to the end of the logical line, and over the block that follows, and goes on.
#include "parser/parser.h"
#include "parser/build.h"
#include "parser/dubious.h"

typedef struct Driver {
    Builder *b;
    Token *in;                 // four more ends stand behind the last one: lookahead needs no check
    uint32_t count;
    uint32_t line_start;       // index of the first token of the logical line
    bool match_blocks[LEX_MAX_INDENTS + 1]; // the block at this depth holds cases
    bool match_header;         // the line is the header of a match statement
    uint32_t depth;
    VEC(uint32_t) unexpected;  // depths of indents that were dropped: their dedents go too
} Driver;

static bool is_text(const Builder *b, Token token, const char *text) {
    size_t size = strlen(text);
    return token.end - token.start == size && memcmp(b->source->text + token.start, text, size) == 0;
}

// ---- settling the tokens ------------------------------------------------------------------------------------------

static uint32_t line_end(const Driver *p, uint32_t at) {
    while (p->in[at].kind != TOKEN_NEWLINE && p->in[at].kind != TOKEN_END) at++;
    return at;
}

// `match` at the start of a line is the keyword when the line is the header of a block that begins with `case`.
static bool starts_match(const Driver *p, uint32_t at) {
    uint32_t end = line_end(p, at);
    return end > at + 1 && end + 2 < p->count && p->in[end - 1].kind == TOKEN_COLON && p->in[end].kind == TOKEN_NEWLINE && p->in[end + 1].kind == TOKEN_INDENT &&
           p->in[end + 2].kind == TOKEN_NAME && is_text(p->b, p->in[end + 2], "case");
}

// Whether the parenthesis after `with` at `at` opens a list of items: it closes right before the colon, and what is in it is not one
// expression in parentheses or a tuple with a star, a walrus or a yield in it.
static bool opens_with_items(const Driver *p, uint32_t at) {
    uint32_t depth = 0;
    bool has_comma = false, has_as = false, other = false;
    for (uint32_t i = at; i < p->count; i++) {
        switch (p->in[i].kind) {
        case TOKEN_LPAREN: case TOKEN_LBRACKET: case TOKEN_LBRACE: depth++; break;
        case TOKEN_RPAREN: case TOKEN_RBRACKET: case TOKEN_RBRACE:
            if (--depth == 0) return p->in[i + 1].kind == TOKEN_COLON && (has_as || (has_comma && !other));
            break;
        case TOKEN_COMMA: has_comma |= depth == 1; break;
        case TOKEN_AS: has_as |= depth == 1; break;
        case TOKEN_COLON_EQUAL: case TOKEN_FOR: case TOKEN_YIELD: other |= depth == 1; break;
        case TOKEN_STAR: other |= depth == 1 && (p->in[i - 1].kind == TOKEN_COMMA || i == at + 1); break;
        case TOKEN_NEWLINE: case TOKEN_END: return false;
        default: break;
        }
    }
    return false;
}

// "'if' statement", "function definition"... of the line that starts at `at`, or NULL when it opens no block.
static const char *block_name(const Driver *p, uint32_t at) {
    if (p->in[at].kind == TOKEN_ASYNC) at++;
    switch (p->in[at].kind) {
    case TOKEN_DEF: return "function definition";
    case TOKEN_CLASS: return "class definition";
    case TOKEN_IF: case TOKEN_ELIF: case TOKEN_ELSE: case TOKEN_FOR: case TOKEN_WHILE: case TOKEN_WITH: case TOKEN_TRY: case TOKEN_EXCEPT: case TOKEN_FINALLY:
        return arena_printf(p->b->arena, p->in[at].kind == TOKEN_EXCEPT && p->in[at + 1].kind == TOKEN_STAR ? "'%s*' statement" : "'%s' statement", token_text(p->in[at].kind));
    default: return NULL;
    }
}

static void indentation_error(Builder *b, Token at, const char *message) {
    b->error_count++;
    if (!b->quiet) diag_report(b->diagnostics, DIAG_INDENTATION, b->source, span_make(at.start, at.end), diag_text(message));
}

static uint32_t line_number(const Builder *b, uint32_t offset) {
    source_index_lines((Source *)b->source, b->arena);
    return source_position(b->source, offset).line;
}

static TokenKind soft_keyword(const Driver *p, uint32_t i, bool at_start) {
    Token token = p->in[i];
    if (at_start && is_text(p->b, token, "match") && starts_match(p, i)) return TOKEN_MATCH;
    if (at_start && p->match_blocks[p->depth] && is_text(p->b, token, "case")) return TOKEN_CASE;
    if (p->in[i + 1].kind == TOKEN_NAME && (p->in[i + 2].kind == TOKEN_EQUAL || p->in[i + 2].kind == TOKEN_LBRACKET) && is_text(p->b, token, "type")) return TOKEN_TYPE;
    return TOKEN_NAME;
}

// Joins token `at` with the next one.
static void join(Driver *p, uint32_t at, TokenKind kind) {
    p->in[at + 1].start = p->in[at].start;
    p->in[at + 1].kind = (uint8_t)kind;
    p->in[at].kind = TOKEN_NOTHING;
}

// False: the indent has no place here and is dropped.
static bool settle_indent(Driver *p, uint32_t at) {
    TokenKind last = at >= 2 ? p->in[at - 2].kind : TOKEN_NEWLINE;
    p->line_start = at + 1;
    p->depth++;
    if (last == TOKEN_COLON) {
        p->match_blocks[p->depth] = p->match_header;
        p->match_header = false;
        return true;
    }
    if (last != TOKEN_ERROR) indentation_error(p->b, (Token){p->in[at].end, p->in[at + 1].end, 0}, "unexpected indent");
    vec_push(p->b->arena, &p->unexpected, p->depth);
    p->match_blocks[p->depth] = p->match_blocks[p->depth - 1];
    return false;
}

// False: it ends an indent that was dropped.
static bool settle_dedent(Driver *p, uint32_t at) {
    p->line_start = at + 1;
    p->depth--;
    if (!p->unexpected.count || vec_last(&p->unexpected) != p->depth + 1) return true;
    p->unexpected.count--;
    return false;
}

// Settles token `at`. False: the grammar does not get it.
static inline bool settle(Driver *p, uint32_t at) {
    Token *token = &p->in[at];
    switch (token->kind) {
    case TOKEN_NAME: {
        TokenKind before = at ? token[-1].kind : TOKEN_NEWLINE;
        if (at == p->line_start || before == TOKEN_SEMICOLON || before == TOKEN_COLON) {
            token->kind = (uint8_t)soft_keyword(p, at, at == p->line_start);
            if (token->kind == TOKEN_MATCH) p->match_header = true;
        }
        return true;
    }
    case TOKEN_NOT:
        if (token[1].kind != TOKEN_IN) return true;
        join(p, at, TOKEN_NOT_IN);
        return false;
    case TOKEN_IS:
        if (token[1].kind != TOKEN_NOT) return true;
        join(p, at, TOKEN_IS_NOT);
        return false;
    case TOKEN_LPAREN:
        if (at && token[-1].kind == TOKEN_WITH && opens_with_items(p, at)) token->kind = TOKEN_WITH_LPAREN;
        return true;
    case TOKEN_INDENT: return settle_indent(p, at);
    case TOKEN_DEDENT: return settle_dedent(p, at);
    default: return true;
    }
}

// ---- syntax errors -----------------------------------------------------------------------------------------------

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
        indentation_error(b, token, "unexpected indent");
    } else if (!depth && kind != TOKEN_COLON && opens_block(b->tokens[line].kind) && grammar_accepts(b->parser, TOKEN_COLON) && (kind == TOKEN_NEWLINE || before == TOKEN_ELSE || before == TOKEN_TRY || before == TOKEN_FINALLY)) {
        build_error(b, kind == TOKEN_NEWLINE ? span_make(token.start, token.start + 1) : span, "expected ':'");
    } else if (grammar_accepts(b->parser, TOKEN_EXCEPT) && grammar_accepts(b->parser, TOKEN_FINALLY) && !grammar_accepts(b->parser, TOKEN_NAME)) {
        build_error(b, span, "expected 'except' or 'finally' block");
    } else if (kind == TOKEN_EQUAL && at && ends_expression(before) && (depth || opens_block(b->tokens[line].kind))) {
        uint32_t start = expression_start(b, at - 1);
        build_error(b, span_make(start, b->tokens[at + 1].end), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    } else if (!depth && before == TOKEN_NAME && starts_expression(kind) && kind != TOKEN_LPAREN && at - 1 == line && (is_text(b, b->tokens[at - 1], "print") || is_text(b, b->tokens[at - 1], "exec"))) {
        const char *word = is_text(b, b->tokens[at - 1], "print") ? "print" : "exec";
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

// ---- driving the grammar -----------------------------------------------------------------------------------------

static void feed(Builder *b, TokenKind kind, Token where) {
    where.kind = (uint8_t)kind;
    grammar(b->parser, (int)kind, where);
}

// After the NEWLINE at `newline`: a header without a block is reported, and `pass` stands for the block.
static void supply_missing_block(Driver *p, uint32_t newline) {
    if (!newline || p->in[newline - 1].kind != TOKEN_COLON || p->in[newline + 1].kind == TOKEN_INDENT) return;
    const char *name = block_name(p, p->line_start);
    if (!name) return;
    while (p->in[newline + 1].kind == TOKEN_DEDENT) newline++;
    Token next = p->in[newline + 1];
    indentation_error(p->b, next, arena_printf(p->b->arena, "expected an indented block after %s on line %u", name, line_number(p->b, p->in[p->line_start].start)));
    feed(p->b, TOKEN_INDENT, next);
    feed(p->b, TOKEN_PASS, next);
    feed(p->b, TOKEN_NEWLINE, next);
    feed(p->b, TOKEN_DEDENT, next);
}

// The grammar holds its error symbol and waits for a NEWLINE. Returns the last token skipped.
static uint32_t recover(Driver *p, uint32_t error_at) {
    Builder *b = p->b;
    uint32_t at = line_end(p, error_at);
    if (p->in[at].kind == TOKEN_NEWLINE && at != error_at) feed(b, TOKEN_NEWLINE, p->in[at]);
    if (p->in[at].kind == TOKEN_NEWLINE && p->in[at + 1].kind == TOKEN_INDENT && at && p->in[at - 1].kind == TOKEN_COLON) {
        int depth = 0;
        do {
            at++;
            depth += p->in[at].kind == TOKEN_INDENT;
            depth -= p->in[at].kind == TOKEN_DEDENT;
        } while (depth);
    }
    p->line_start = at + 1;
    p->match_header = false;
    b->recovering = false;
    grammar_recovered(b->parser);
    return at;
}

static void drive(Driver *p) {
    Builder *b = p->b;
    for (uint32_t at = 0; p->in[at].kind != TOKEN_END && !b->stopped; at++) {
        if (!settle(p, at)) continue;
        b->token_at = at;
        grammar(b->parser, p->in[at].kind, p->in[at]);
        if (__builtin_expect(b->recovering, 0)) {
            at = recover(p, at);
            if (p->in[at].kind == TOKEN_END) break;
        } else if (p->in[at].kind == TOKEN_NEWLINE) {
            supply_missing_block(p, at);
            p->line_start = at + 1;
        }
    }
    if (b->stopped) return;
    b->token_at = p->count - 1;
    grammar(b->parser, 0, p->in[b->token_at]);
}

static void parse_ignore(Builder *b, Span span, TypeIgnore *ignore) {
    const char *text = b->source->text + span.start, *end = b->source->text + span.end;
    *ignore = (TypeIgnore){.line = line_number(b, span.start), .span = span};
    const char *p = memchr(text, '[', (size_t)(end - text));
    if (!p) return;
    VEC(const char *) codes = {0};
    for (p++; p < end && *p != ']';) {
        while (p < end && (*p == ' ' || *p == ',')) p++;
        const char *start = p;
        while (p < end && *p != ',' && *p != ']' && *p != ' ') p++;
        if (p > start) vec_push(b->arena, &codes, arena_copy(b->arena, start, (size_t)(p - start)));
    }
    ignore->codes = codes.items;
    ignore->code_count = codes.count;
}

// What may be a statement, but not the one expression of eval(): a bare `yield` or starred expression, a semicolon behind it.
static bool is_lone_expression(const Builder *b, const AstExpr *statement) {
    const Ast *value = statement->value;
    for (const char *p = b->source->text + statement->head.span.end; *p == ' ' || *p == '\t' || *p == ';'; p++)
        if (*p == ';') return false;
    if (value->parenthesized) return true;
    if (value->kind == AST_Tuple) {
        const AstTuple *tuple = (const AstTuple *)value;
        for (uint32_t i = 0; i < tuple->elts.count; i++)
            if (tuple->elts.items[i]->kind == AST_Starred && b->source->text[value->span.start] != '(') return false;
    }
    return value->kind != AST_Starred && value->kind != AST_Yield && value->kind != AST_YieldFrom;
}

static Ast *finish_root(Builder *b, ParseMode mode) {
    uint32_t size = b->source->size;
    if (mode == PARSE_EXPRESSION) {
        AstExpr *statement = b->body && b->body->count == 1 ? (AstExpr *)b->body->items[0] : NULL;
        if (statement && statement->head.kind == AST_Expr && !b->error_count && !is_lone_expression(b, statement)) statement = NULL;
        if (!statement || statement->head.kind != AST_Expr) {
            if (!b->error_count) build_error(b, span_make(statement ? statement->head.span.start : size, statement ? statement->head.span.end : size), "invalid syntax");
            return NULL;
        }
        AstExpression *root = NODE(b, Expression, 0, size);
        root->body = statement->value;
        return &root->head;
    }
    AstModule *root = build_node(b, mode == PARSE_FILE ? AST_Module : AST_Interactive, sizeof *root, 0, size);
    root->body = vec_nodes(b->body);
    return &root->head;
}

ParseResult parse_source(const Source *source, ParseMode mode, TreeArena *arena, AtomTable *atoms, DiagList *diagnostics) {
    LexResult lexed;
    lex_source(source, arena, diagnostics, &lexed);
    Builder *b = arena_new(arena, Builder);
    *b = (Builder){.source = source, .arena = arena, .atoms = atoms, .diagnostics = diagnostics, .mode = mode, .quiet = lexed.has_errors};
    Token last = vec_last(&lexed.tokens);
    for (int i = 0; i < 4; i++) vec_push(arena, &lexed.tokens, last);
    Driver *driver = arena_new(arena, Driver);
    driver->b = b;
    driver->in = lexed.tokens.items;
    driver->count = lexed.tokens.count - 4;
    b->tokens = driver->in;
    b->parser = grammar_new(b);
    drive(driver);
    ParseResult result = {.root = finish_root(b, mode)};
    result.node_count = b->node_count;
    result.has_annotations = b->has_annotations;
    result.error_count = b->error_count + lexed.error_count;
    result.ignore_count = lexed.ignores.count;
    result.ignores = arena_array(arena, TypeIgnore, lexed.ignores.count + 1);
    result.type_comments = lexed.type_comments.items;
    result.type_comment_count = lexed.type_comments.count;
    dubious_finish(b, &lexed, &result);
    for (uint32_t i = 0; i < lexed.ignores.count; i++) parse_ignore(b, lexed.ignores.items[i].span, &result.ignores[i]);
    return result;
}
