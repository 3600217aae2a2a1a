// The driver:
//
//     lex_source -> token by token: settle (soft keywords, joined operators, blocks that are missing) -> grammar -> tree
//
// Settling changes kinds in place; a token that was joined with the next one becomes NOTHING.
// After a syntax error it skips to the end of the logical line, and over the block that follows, and goes on.
#include "parser/parser.h"
#include "parser/build.h"
#include "parser/dubious.h"
#include "parser/explain.h"
#include "parser/scan.h"

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

// ---- settling the tokens ------------------------------------------------------------------------------------------

static uint32_t line_end(const Driver *p, uint32_t at) {
    while (p->in[at].kind != TOKEN_NEWLINE && p->in[at].kind != TOKEN_END) at++;
    return at;
}

// `match` at the start of a line is the keyword when the line is the header of a block that begins with `case`.
static bool starts_match(const Driver *p, uint32_t at) {
    uint32_t end = line_end(p, at);
    TokenKind next = p->in[at + 1].kind;
    if (!scan_starts_expression(next) && next != TOKEN_NOT && next != TOKEN_MINUS && next != TOKEN_PLUS && next != TOKEN_TILDE && next != TOKEN_STAR && next != TOKEN_AWAIT) return false;
    if (end <= at + 2 || p->in[end - 1].kind != TOKEN_COLON || p->in[end].kind != TOKEN_NEWLINE) return false;
    if (p->in[end + 1].kind != TOKEN_INDENT) return true; // its block is missing
    return end + 2 < p->count && p->in[end + 2].kind == TOKEN_NAME && token_is_text(p->b, p->in[end + 2], "case");
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
            if (--depth == 0) return has_as || (p->in[i + 1].kind == TOKEN_COLON && has_comma && !other);
            break;
        case TOKEN_COMMA: has_comma |= depth == 1; break;
        case TOKEN_AS: has_as |= depth == 1; break;
        case TOKEN_COLON_EQUAL: case TOKEN_FOR: case TOKEN_YIELD: other |= depth == 1; break;
        case TOKEN_STAR: other |= depth == 1 && (p->in[i - 1].kind == TOKEN_COMMA || i == at + 1); break;
        case TOKEN_NEWLINE: case TOKEN_END: return has_as; // an error in any case
        default: break;
        }
    }
    return has_as;
}

// "'if' statement", "function definition"... of the line that starts at `at`, or NULL when it opens no block.
static const char *block_name(const Driver *p, uint32_t at) {
    if (p->in[at].kind == TOKEN_ASYNC) at++;
    switch (p->in[at].kind) {
    case TOKEN_DEF: return "function definition";
    case TOKEN_CLASS: return "class definition";
    case TOKEN_MATCH: return "'match' statement";
    case TOKEN_CASE: return "'case' statement";
    case TOKEN_IF: case TOKEN_ELIF: case TOKEN_ELSE: case TOKEN_FOR: case TOKEN_WHILE: case TOKEN_WITH: case TOKEN_TRY: case TOKEN_EXCEPT: case TOKEN_FINALLY:
        return arena_printf(p->b->arena, p->in[at].kind == TOKEN_EXCEPT && p->in[at + 1].kind == TOKEN_STAR ? "'%s*' statement" : "'%s' statement", token_text(p->in[at].kind));
    default: return NULL;
    }
}

static uint32_t line_number(const Builder *b, uint32_t offset) {
    source_index_lines((Source *)b->source, b->arena);
    return source_position(b->source, offset).line;
}

static TokenKind soft_keyword(const Driver *p, uint32_t i, bool at_start) {
    Token token = p->in[i];
    if (at_start && token_is_text(p->b, token, "match") && starts_match(p, i)) return TOKEN_MATCH;
    if (at_start && p->match_blocks[p->depth] && token_is_text(p->b, token, "case")) return TOKEN_CASE;
    if (p->in[i + 1].kind == TOKEN_NAME && (p->in[i + 2].kind == TOKEN_EQUAL || p->in[i + 2].kind == TOKEN_LBRACKET) && token_is_text(p->b, token, "type")) return TOKEN_TYPE;
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
    uint32_t line = at >= 2 ? at - 2 : 0;
    while (line && p->in[line - 1].kind != TOKEN_NEWLINE && p->in[line - 1].kind != TOKEN_INDENT && p->in[line - 1].kind != TOKEN_DEDENT) line--;
    Token where = {p->in[at].end, p->in[at + 1].end, 0};
    if (p->in[line].kind == TOKEN_TRY && last != TOKEN_ERROR) build_error(p->b, span_make(where.start, where.start), "expected 'except' or 'finally' block"); // `try: a`, and the `except` stands too deep
    else if (last != TOKEN_ERROR) build_indentation_error(p->b, where, "unexpected indent");
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
    bool is_dedent = p->in[newline + 1].kind == TOKEN_DEDENT;
    while (p->in[newline + 1].kind == TOKEN_DEDENT) newline++;
    Token next = p->in[newline + 1];
    build_indentation_error(p->b, is_dedent ? (Token){next.start, next.start, 0} : next, arena_printf(p->b->arena, "expected an indented block after %s on line %u", name, line_number(p->b, p->in[p->line_start].start))); // a dedent has no width
    feed(p->b, TOKEN_INDENT, next);
    if (p->in[p->line_start].kind == TOKEN_MATCH) {
        p->match_header = false;
        feed(p->b, TOKEN_CASE, next);
        feed(p->b, TOKEN_NAME, next);
        feed(p->b, TOKEN_COLON, next);
    }
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

// In the one expression of eval(), what makes a statement of it is the error: a keyword in front, an `=`, `:` or `;` outside brackets, a further
// line. It becomes a token that no expression has, so that the grammar stops there, unless it stops before.
static bool begins_statement(TokenKind kind) {
    switch (kind) {
    case TOKEN_ASSERT: case TOKEN_ASYNC: case TOKEN_BREAK: case TOKEN_CLASS: case TOKEN_CONTINUE: case TOKEN_DEF: case TOKEN_DEL: case TOKEN_FOR:
    case TOKEN_FROM: case TOKEN_GLOBAL: case TOKEN_IF: case TOKEN_IMPORT: case TOKEN_NONLOCAL: case TOKEN_PASS: case TOKEN_RAISE: case TOKEN_RETURN:
    case TOKEN_TRY: case TOKEN_WHILE: case TOKEN_WITH: case TOKEN_YIELD: case TOKEN_STAR: case TOKEN_AT: return true;
    default: return false;
    }
}
static void refuse_statements(Token *tokens) {
    int depth = 0, lambdas = 0;
    for (Token *token = tokens; token->kind != TOKEN_END; token++) {
        TokenKind kind = (TokenKind)token->kind;
        depth += kind == TOKEN_LPAREN || kind == TOKEN_LBRACKET || kind == TOKEN_LBRACE || kind == TOKEN_FSTRING_LBRACE;
        depth -= kind == TOKEN_RPAREN || kind == TOKEN_RBRACKET || kind == TOKEN_RBRACE || kind == TOKEN_FSTRING_RBRACE;
        if (depth) continue;
        lambdas += kind == TOKEN_LAMBDA;
        bool refused = token == tokens ? begins_statement(kind) : token[-1].kind == TOKEN_NEWLINE && kind != TOKEN_NEWLINE && kind != TOKEN_INDENT && kind != TOKEN_DEDENT;
        refused |= kind == TOKEN_SEMICOLON || (kind == TOKEN_EQUAL && !lambdas) || (kind >= TOKEN_PLUS_EQUAL && kind <= TOKEN_STAR_STAR_EQUAL) || (kind == TOKEN_COLON && lambdas-- <= 0);
        if (!refused) continue;
        token->kind = TOKEN_ARROW;
        return;
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
    TreeArena *scratch = arena_scratch(arena);
    ArenaMark mark = arena_mark(scratch);
    lex_source(source, arena, diagnostics, &lexed);
    Builder *b = arena_alloc(scratch, sizeof *b);
    *b = (Builder){.source = source, .arena = arena, .scratch = scratch, .atoms = atoms, .diagnostics = diagnostics, .mode = mode, .quiet = lexed.has_errors, .late = lexed.late, .late_text = lexed.late_text, .late_has_end = lexed.late_has_end, .unclosed = lexed.unclosed, .unclosed_text = lexed.unclosed_text};
    Token last = vec_last(&lexed.tokens);
    for (int i = 0; i < 4; i++) vec_push(scratch, &lexed.tokens, last);
    Driver *driver = arena_new(scratch, Driver);
    driver->b = b;
    driver->in = lexed.tokens.items;
    driver->count = lexed.tokens.count - 4;
    b->tokens = driver->in;
    if (mode == PARSE_EXPRESSION) refuse_statements(lexed.tokens.items);
    b->parser = grammar_new(b);
    drive(driver);
    if (!b->error_count) build_end_late(b);
    if (!b->error_count) build_end_unclosed(b);
    ParseResult result = {.root = finish_root(b, mode)};
    result.reached = b->reached;
    result.node_count = b->node_count;
    result.has_annotations = b->has_annotations;
    result.error_count = b->error_count + lexed.error_count;
    result.ignore_count = lexed.ignores.count;
    result.ignores = arena_array(arena, TypeIgnore, lexed.ignores.count + 1);
    result.type_comments = lexed.type_comments.items;
    result.type_comment_count = lexed.type_comments.count;
    dubious_finish(b, &lexed, &result);
    for (uint32_t i = 0; i < lexed.ignores.count; i++) parse_ignore(b, lexed.ignores.items[i].span, &result.ignores[i]);
    arena_release(scratch, mark);
    return result;
}
