// The driver:
//
//     lex_source -> prepare (soft keywords, joined operators, blocks that are missing) -> grammar, token by token -> tree
//
// After a syntax error it skips to the end of the logical line, and over the block that follows, and goes on.
#include "parser/parser.h"
#include "parser/build.h"

typedef struct Preparation {
    Builder *b;
    const Token *in;
    uint32_t count;
    VEC(Token) out;
    uint32_t line_start;       // index in `in` of the first token of the logical line
    bool match_blocks[LEX_MAX_INDENTS + 1]; // the block at this depth holds cases
    uint32_t depth;
    VEC(uint32_t) unexpected;  // depths of indents that were dropped: their dedents go too
} Preparation;

static bool is_text(const Builder *b, Token token, const char *text) {
    size_t size = strlen(text);
    return token.end - token.start == size && memcmp(b->source->text + token.start, text, size) == 0;
}

// ---- preparing the tokens ----------------------------------------------------------------------------------------

static uint32_t line_end(const Preparation *p, uint32_t at) {
    while (p->in[at].kind != TOKEN_NEWLINE && p->in[at].kind != TOKEN_END) at++;
    return at;
}

// `match` at the start of a line is the keyword when the line is the header of a block that begins with `case`.
static bool starts_match(const Preparation *p, uint32_t at) {
    uint32_t end = line_end(p, at);
    return end > at + 1 && end + 2 < p->count && p->in[end - 1].kind == TOKEN_COLON && p->in[end].kind == TOKEN_NEWLINE && p->in[end + 1].kind == TOKEN_INDENT &&
           p->in[end + 2].kind == TOKEN_NAME && is_text(p->b, p->in[end + 2], "case");
}

// Whether the parenthesis after `with` at `at` opens a list of items: it closes right before the colon, and what is in it is not one
// expression in parentheses or a tuple with a star, a walrus or a yield in it.
static bool opens_with_items(const Preparation *p, uint32_t at) {
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
static const char *block_name(const Preparation *p, uint32_t at) {
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

static void push(Preparation *p, TokenKind kind, Token where) {
    Token token = {where.start, where.end, (uint8_t)kind};
    vec_push(p->b->arena, &p->out, token);
}

// After `header:` NEWLINE without INDENT: reports it and puts a `pass` where the block should be.
static void missing_block(Preparation *p, uint32_t newline, const char *name) {
    Token next = p->in[newline + 1];
    while (next.kind == TOKEN_DEDENT) next = p->in[++newline + 1];
    indentation_error(p->b, next, arena_printf(p->b->arena, "expected an indented block after %s on line %u", name, line_number(p->b, p->in[p->line_start].start)));
    push(p, TOKEN_INDENT, next);
    push(p, TOKEN_PASS, next);
    push(p, TOKEN_NEWLINE, next);
    push(p, TOKEN_DEDENT, next);
}

static TokenKind soft_keyword(const Preparation *p, uint32_t i, bool at_start) {
    Token token = p->in[i], next = p->in[i + 1];
    TokenKind before = i ? p->in[i - 1].kind : TOKEN_NEWLINE;
    if (at_start && is_text(p->b, token, "match") && starts_match(p, i)) return TOKEN_MATCH;
    if (at_start && p->match_blocks[p->depth] && is_text(p->b, token, "case")) return TOKEN_CASE;
    if ((at_start || before == TOKEN_SEMICOLON || before == TOKEN_COLON) && next.kind == TOKEN_NAME && is_text(p->b, token, "type") &&
        (p->in[i + 2].kind == TOKEN_EQUAL || p->in[i + 2].kind == TOKEN_LBRACKET))
        return TOKEN_TYPE;
    return TOKEN_NAME;
}

static void prepare(Preparation *p) {
    bool at_start = true, match_header = false;
    for (uint32_t i = 0; i < p->count; i++) {
        Token token = p->in[i];
        TokenKind kind = token.kind;
        bool starts_line = at_start && kind != TOKEN_INDENT && kind != TOKEN_DEDENT;
        if (starts_line) p->line_start = i;
        switch (kind) {
        case TOKEN_NAME:
            kind = soft_keyword(p, i, starts_line);
            if (kind == TOKEN_MATCH) match_header = true;
            break;
        case TOKEN_NOT:
            if (p->in[i + 1].kind == TOKEN_IN) token.end = p->in[++i].end, kind = TOKEN_NOT_IN;
            break;
        case TOKEN_IS:
            if (p->in[i + 1].kind == TOKEN_NOT) token.end = p->in[++i].end, kind = TOKEN_IS_NOT;
            break;
        case TOKEN_LPAREN:
            if (i && p->in[i - 1].kind == TOKEN_WITH && opens_with_items(p, i)) kind = TOKEN_WITH_LPAREN;
            break;
        case TOKEN_INDENT: {
            TokenKind last = i >= 2 ? p->in[i - 2].kind : TOKEN_NEWLINE;
            p->depth++;
            if (last != TOKEN_COLON) {
                if (last != TOKEN_ERROR) indentation_error(p->b, (Token){token.end, p->in[i + 1].end, 0}, "unexpected indent");
                vec_push(p->b->arena, &p->unexpected, p->depth);
                p->match_blocks[p->depth] = p->match_blocks[p->depth - 1];
                continue;
            }
            p->match_blocks[p->depth] = match_header;
            match_header = false;
            break;
        }
        case TOKEN_DEDENT:
            p->depth--;
            if (p->unexpected.count && vec_last(&p->unexpected) == p->depth + 1) {
                p->unexpected.count--;
                continue;
            }
            break;
        default: break;
        }
        push(p, kind, token);
        if (starts_line || kind == TOKEN_NEWLINE) at_start = false;
        if (kind == TOKEN_NEWLINE) {
            at_start = true;
            const char *name = i && p->in[i - 1].kind == TOKEN_COLON && p->in[i + 1].kind != TOKEN_INDENT ? block_name(p, p->line_start) : NULL;
            if (name) missing_block(p, i, name);
        }
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

// Brackets open before token `at` of its line; `*bracket` gets the innermost one's kind.
static int open_brackets(const Builder *b, uint32_t from, uint32_t at, TokenKind *bracket) {
    TokenKind stack[LEX_MAX_BRACKETS + 1]; // the lexer refuses deeper ones
    int depth = 0;
    for (uint32_t i = from; i < at; i++) {
        TokenKind kind = b->tokens[i].kind;
        if (kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET || kind == TOKEN_LBRACE || kind == TOKEN_WITH_LPAREN) stack[depth++] = kind;
        else if ((kind == TOKEN_RPAREN || kind == TOKEN_RBRACKET || kind == TOKEN_RBRACE) && depth) depth--;
    }
    *bracket = depth ? stack[depth - 1] : TOKEN_NOTHING;
    return depth;
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

void build_syntax_error(Builder *b, Token token) {
    if (b->recovering || b->stopped) return;
    b->recovering = true;
    uint32_t at = b->token_at, line = start_of_line(b, at);
    TokenKind kind = b->tokens[at].kind, before = at ? b->tokens[at - 1].kind : TOKEN_NEWLINE, bracket;
    Span span = span_make(token.start, token.end);
    if (kind == TOKEN_ERROR) {
        b->error_count++;
        return; // the lexer has told
    }
    int depth = open_brackets(b, line, at, &bracket);
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
    } else if (kind == TOKEN_NEWLINE || kind == TOKEN_END) {
        build_error(b, span_make(token.start, token.start), before == TOKEN_IMPORT ? "Expected one or more names after 'import'" : "invalid syntax");
    } else if (before == TOKEN_FSTRING_CONVERSION || (before == TOKEN_FSTRING_LBRACE && kind != TOKEN_FSTRING_RBRACE && !starts_expression(kind))) {
        build_error(b, span, before == TOKEN_FSTRING_CONVERSION ? "f-string: invalid conversion character" : "f-string: expecting a valid expression after '{'");
    } else {
        build_error(b, span, "invalid syntax");
    }
}

// ---- driving the grammar -----------------------------------------------------------------------------------------

// Parser states stacked before nesting counts as too deep: brackets take about three, blocks four, operators two.
enum { STACK_LIMIT = 4 * PARSE_MAX_DEPTH };

static void drive(Builder *b, uint32_t count) {
    for (b->token_at = 0; b->token_at < count && !b->stopped; b->token_at++) {
        Token token = b->tokens[b->token_at];
        if (token.kind == TOKEN_END) break;
        grammar(b->parser, token.kind, token);
        if (grammar_depth(b->parser) > STACK_LIMIT) build_too_deep(b);
        if (!b->recovering) continue;
        // The grammar holds its error symbol and waits for a NEWLINE.
        uint32_t at = b->token_at;
        while (at < count && b->tokens[at].kind != TOKEN_NEWLINE && b->tokens[at].kind != TOKEN_END) at++;
        if (b->tokens[at].kind == TOKEN_NEWLINE && at != b->token_at) grammar(b->parser, TOKEN_NEWLINE, b->tokens[at]);
        if (b->tokens[at].kind == TOKEN_NEWLINE && b->tokens[at + 1].kind == TOKEN_INDENT) {
            int depth = 0;
            do {
                at++;
                depth += b->tokens[at].kind == TOKEN_INDENT;
                depth -= b->tokens[at].kind == TOKEN_DEDENT;
            } while (depth);
        }
        b->token_at = at;
        b->recovering = false;
        grammar_recovered(b->parser);
    }
    if (!b->stopped) {
        b->token_at = count - 1;
        grammar(b->parser, 0, b->tokens[count - 1]);
    }
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

static Ast *finish_root(Builder *b, ParseMode mode) {
    uint32_t size = b->source->size;
    if (mode == PARSE_EXPRESSION) {
        AstExpr *statement = b->body && b->body->count == 1 ? (AstExpr *)b->body->items[0] : NULL;
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
    Preparation *p = arena_new(arena, Preparation);
    p->b = b;
    // The preparation looks a few tokens ahead: so many ends stand behind the last.
    Token last = vec_last(&lexed.tokens);
    for (int i = 0; i < 4; i++) vec_push(arena, &lexed.tokens, last);
    p->in = lexed.tokens.items;
    p->count = lexed.tokens.count - 4;
    p->out.capacity = p->count + 16;
    p->out.items = arena_alloc(arena, p->out.capacity * sizeof(Token));
    prepare(p);
    uint32_t count = p->out.count;
    for (int i = 0; i < 4; i++) vec_push(arena, &p->out, last);
    b->tokens = p->out.items;
    b->parser = grammar_new(b);
    drive(b, count);
    ParseResult result = {.root = finish_root(b, mode)};
    result.node_count = b->node_count;
    result.error_count = b->error_count + lexed.error_count;
    result.ignore_count = lexed.ignores.count;
    result.ignores = arena_array(arena, TypeIgnore, lexed.ignores.count + 1);
    for (uint32_t i = 0; i < lexed.ignores.count; i++) parse_ignore(b, lexed.ignores.items[i].span, &result.ignores[i]);
    return result;
}
