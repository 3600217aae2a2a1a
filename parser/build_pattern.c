#include "parser/build.h"

Ast *build_match(Builder *b, Token token, Ast *subject, AstVec *cases) {
    AstMatch *node = NODE(b, Match, token.start, build_outer(b, cases->items[cases->count - 1]).end);
    node->subject = subject;
    node->cases = vec_nodes(cases);
    return &node->head;
}

Ast *build_case(Builder *b, Token token, Ast *pattern, Ast *guard, AstVec *body) {
    Astmatch_case *node = NODE(b, match_case, token.start, body->count ? vec_end(body, token.end) : token.end);
    node->pattern = pattern;
    node->guard = guard;
    node->body = vec_nodes(body);
    return &node->head;
}

static Ast *sequence(Builder *b, AstVec *patterns, uint32_t start, uint32_t end) {
    AstMatchSequence *node = NODE(b, MatchSequence, start, end);
    node->patterns = vec_nodes(patterns);
    uint32_t stars = 0;
    for (uint32_t i = 0; i < patterns->count; i++) stars += patterns->items[i]->kind == AST_MatchStar;
    if (stars > 1) build_error(b, node->head.span, "multiple starred names in sequence pattern");
    return &node->head;
}

Ast *build_open_sequence(Builder *b, AstVec *patterns, const Token *comma) {
    return sequence(b, patterns, patterns->items[0]->span.start, comma ? comma->end : patterns->items[patterns->count - 1]->span.end);
}
// `case *a:` without a comma.
Ast *build_lone_star_pattern(Builder *b, Ast *star) {
    build_error(b, star->span, "invalid syntax");
    return build_open_sequence(b, vec_one(b, star), NULL);
}

Ast *build_match_sequence(Builder *b, Token open, AstVec *patterns, Token close) { return sequence(b, patterns, open.start, close.end); }

// `(p)` is p; `(p, q)` and `(*p)` are sequences.
Ast *build_match_group(Builder *b, Token open, AstVec *patterns, Token close) {
    if (patterns->count == 1 && patterns->items[0]->kind != AST_MatchStar) return patterns->items[0];
    return sequence(b, patterns, open.start, close.end);
}

static const Atom *capture_name(Builder *b, Token name) {
    const Atom *atom = build_atom(b, name);
    return atom->known == ATOM__ + 1 ? NULL : atom;
}

Ast *build_match_star(Builder *b, Token star, Token name) {
    AstMatchStar *node = NODE(b, MatchStar, star.start, name.end);
    node->name = capture_name(b, name);
    return &node->head;
}

Ast *build_or_pattern(Builder *b, AstVec *patterns) {
    if (patterns->count == 1) return patterns->items[0];
    AstMatchOr *node = NODE(b, MatchOr, build_outer(b, patterns->items[0]).start, build_outer(b, patterns->items[patterns->count - 1]).end);
    node->patterns = vec_nodes(patterns);
    return &node->head;
}

Ast *build_as_pattern(Builder *b, Ast *pattern, Token name) {
    AstMatchAs *node = NODE(b, MatchAs, build_outer(b, pattern).start, name.end);
    node->pattern = pattern;
    node->name = capture_name(b, name);
    if (!node->name) build_error(b, span_make(name.start, name.end), "cannot use '_' as a target");
    return &node->head;
}

Ast *build_match_value(Builder *b, Ast *value) {
    if (value->kind == AST_JoinedStr) build_error(b, value->span, "patterns may only match literals and attribute lookups");
    AstMatchValue *node = NODE(b, MatchValue, build_outer(b, value).start, build_outer(b, value).end);
    node->value = value;
    return &node->head;
}

static bool is_imaginary(const Ast *node) {
    if (node->kind == AST_UnaryOp) node = ((const AstUnaryOp *)node)->operand;
    return node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_IMAGINARY;
}

Ast *build_complex_key(Builder *b, Ast *real, AstOperator op, Ast *imaginary) {
    if (is_imaginary(real)) build_error(b, real->span, "real number required in complex literal");
    if (!is_imaginary(imaginary)) build_error(b, imaginary->span, "imaginary number required in complex literal");
    return build_binary(b, real, op, imaginary);
}

Ast *build_match_complex(Builder *b, Ast *real, AstOperator op, Ast *imaginary) { return build_match_value(b, build_complex_key(b, real, op, imaginary)); }

Ast *build_text_key(Builder *b, Ast *text) {
    if (text->kind == AST_JoinedStr) build_error(b, text->span, "mapping pattern keys may only match literals and attribute lookups");
    return text;
}

Ast *build_match_singleton(Builder *b, Token token) {
    AstMatchSingleton *node = NODE(b, MatchSingleton, token.start, token.end);
    node->value.kind = token.kind == TOKEN_NONE ? AST_CONST_NONE : token.kind == TOKEN_TRUE ? AST_CONST_TRUE : AST_CONST_FALSE;
    return &node->head;
}

Ast *build_capture(Builder *b, Token name) {
    AstMatchAs *node = NODE(b, MatchAs, name.start, name.end);
    node->name = capture_name(b, name);
    return &node->head;
}

// Items of a mapping pattern travel as Slice nodes: lower the key, upper the pattern; `**rest` as a MatchStar.
Ast *build_map_item(Builder *b, Ast *key, Ast *pattern) {
    AstSlice *node = NODE(b, Slice, build_outer(b, key).start, build_outer(b, pattern).end);
    node->lower = key;
    node->upper = pattern;
    return &node->head;
}

Ast *build_map_rest(Builder *b, Token stars, Token name) {
    AstMatchStar *node = NODE(b, MatchStar, stars.start, name.end);
    node->name = build_atom(b, name);
    if (node->name->known == ATOM__ + 1) build_error(b, span_make(name.start, name.end), "invalid syntax");
    return &node->head;
}

Ast *build_match_mapping(Builder *b, Token open, AstVec *items, Token close) {
    AstMatchMapping *node = NODE(b, MatchMapping, open.start, close.end);
    AstVec *keys = vec_empty(b), *patterns = vec_empty(b);
    for (uint32_t i = 0; i < items->count; i++) {
        if (node->rest) build_error(b, span_make(items->items[i]->span.start, build_first_end(b, items->items[i]->span.start)), "invalid syntax");
        if (items->items[i]->kind == AST_MatchStar) {
            node->rest = ((AstMatchStar *)items->items[i])->name;
        } else {
            vec_push(b->arena, keys, ((AstSlice *)items->items[i])->lower);
            vec_push(b->arena, patterns, ((AstSlice *)items->items[i])->upper);
        }
    }
    node->keys = vec_nodes(keys);
    node->patterns = vec_nodes(patterns);
    return &node->head;
}

// A keyword argument of a class pattern travels as a keyword node whose value is the pattern.
Ast *build_keyword_pattern(Builder *b, Token name, Ast *pattern) {
    Astkeyword *node = NODE(b, keyword, name.start, build_outer(b, pattern).end);
    node->arg = build_atom(b, name);
    node->value = pattern;
    return &node->head;
}

Ast *build_match_class(Builder *b, Ast *cls, AstVec *args, Token close) {
    AstMatchClass *node = NODE(b, MatchClass, build_outer(b, cls).start, close.end);
    AstVec *patterns = vec_empty(b), *keyword_patterns = vec_empty(b);
    VEC(const Atom *) names = {0};
    for (uint32_t i = 0; i < args->count; i++) {
        Ast *arg = args->items[i];
        if (arg->kind == AST_keyword) {
            vec_push(b->arena, &names, ((Astkeyword *)arg)->arg);
            vec_push(b->arena, keyword_patterns, ((Astkeyword *)arg)->value);
        } else {
            uint32_t last = i;
            while (last + 1 < args->count && args->items[last + 1]->kind != AST_keyword) last++;
            if (names.count) build_error(b, span_make(arg->span.start, args->items[last]->span.end), "positional patterns follow keyword patterns");
            vec_push(b->arena, patterns, arg);
        }
    }
    node->cls = cls;
    node->patterns = vec_nodes(patterns);
    node->kwd_attrs = (AstAtoms){names.items, names.count};
    node->kwd_patterns = vec_nodes(keyword_patterns);
    return &node->head;
}
