#include "parser/build.h"
#include "parser/scan.h"
#include "parser/dubious.h"
#include <errno.h>
#include <stdlib.h>

static Ast *deepen(Builder *b, void *made, const Ast *first, const Ast *second) {
    Ast *node = made;
    unsigned depth = first ? first->depth : 0;
    if (second && second->depth > depth) depth = second->depth;
    if (depth >= PARSE_MAX_EXPRESSION_DEPTH) {
        build_too_deep(b);
        depth--;
    }
    node->depth = (uint16_t)(depth + 1);
    return node;
}

// An operand may not be a bare `not x`: the grammar leaves that to us.
static void check_operand(Builder *b, const Ast *right) {
    if (right->kind == AST_UnaryOp && !right->parenthesized && ((const AstUnaryOp *)right)->op == AST_NOT) build_error(b, span_make(right->span.start, right->span.start + 3), "invalid syntax");
}

Ast *build_name(Builder *b, Token name) {
    AstName *node = NODE(b, Name, name.start, name.end);
    node->id = build_atom(b, name);
    return &node->head;
}

Ast *build_constant(Builder *b, Token token, AstConstantKind kind) {
    AstConstant *node = NODE(b, Constant, token.start, token.end);
    node->value.kind = kind;
    return &node->head;
}

Ast *build_number(Builder *b, Token token) {
    AstConstant *node = NODE(b, Constant, token.start, token.end);
    uint32_t size = 0, length = token.end - token.start;
    const char *text = b->source->text + token.start;
    char *digits = arena_alloc(b->arena, length + 1);
    for (uint32_t i = 0; i < length; i++)
        if (text[i] != '_') digits[size++] = text[i];
    digits[size] = 0;
    bool prefixed = size > 1 && digits[0] == '0' && strchr("xXoObB", digits[1]);
    char last = digits[size - 1];
    if (!prefixed && (last == 'j' || last == 'J')) {
        digits[size - 1] = 0;
        node->value.kind = AST_CONST_IMAGINARY;
        node->value.number = strtod(digits, NULL);
    } else if (!prefixed && strpbrk(digits, ".eE")) {
        node->value.kind = AST_CONST_FLOAT;
        node->value.number = strtod(digits, NULL);
    } else {
        int base = !prefixed ? 10 : digits[1] == 'x' || digits[1] == 'X' ? 16 : digits[1] == 'o' || digits[1] == 'O' ? 8 : 2;
        errno = 0;
        int64_t value = strtoll(digits + (prefixed ? 2 : 0), NULL, base);
        if (errno == 0) {
            node->value.kind = AST_CONST_INT;
            node->value.integer = value;
        } else {
            if (base == 10 && size > 4300)
                build_error_f(b, node->head.span, "Exceeds the limit (4300 digits) for integer string conversion: value has %u digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", size);
            node->value.kind = AST_CONST_BIG_INT;
            node->value.text = digits;
            node->value.size = size;
        }
    }
    return &node->head;
}

Ast *build_attribute(Builder *b, Ast *value, Token name) {
    AstAttribute *node = NODE(b, Attribute, build_outer(b, value).start, name.end);
    node->value = value;
    node->attr = build_atom(b, name);
    node->attr_span = span_make(name.start, name.end);
    return deepen(b, node, value, NULL);
}

// CPython notices behind what could be arguments of their own from number `from` on: values, then keywords, then a value again.
static Span end_of_arguments(const Builder *b, const AstVec *args, uint32_t from) {
    uint32_t last = from;
    while (last + 1 < args->count && args->items[last + 1]->kind != AST_keyword) last++;
    while (last + 1 < args->count && args->items[last + 1]->kind == AST_keyword) last++;
    bool is_whole = last + 1 == args->count;
    uint32_t at = build_outer(b, args->items[is_whole ? last : last + 1]).end;
    while (at < b->source->size && b->source->text[at] != ')' && (is_whole || b->source->text[at] != ',')) at++;
    return span_make(at, at + 1);
}

static void tell_order(Builder *b, const AstVec *args, uint32_t at, bool after_unpacking) {
    const Ast *arg = args->items[at];
    if (after_unpacking && arg->kind == AST_Starred) build_error(b, span_make(arg->span.start, arg->span.start + 1), "iterable argument unpacking follows keyword argument unpacking");
    else build_error(b, end_of_arguments(b, args, at), after_unpacking ? "positional argument follows keyword argument unpacking" : "positional argument follows keyword argument");
}

void build_split_arguments(Builder *b, AstVec *args, AstNodes *positional, AstNodes *keywords) {
    AstVec *first = vec_empty(b), *named = vec_empty(b);
    bool after_keyword = false, after_unpacking = false, is_told = false;
    for (uint32_t i = 0; i < args->count; i++) {
        Ast *arg = args->items[i];
        if (arg->kind == AST_keyword) {
            if (((Astkeyword *)arg)->arg) after_keyword = true;
            else after_unpacking = true;
            vec_push(b->arena, named, arg);
        } else {
            bool is_wrong = after_unpacking || (after_keyword && arg->kind != AST_Starred);
            if (is_wrong && !is_told) tell_order(b, args, i, after_unpacking);
            is_told |= is_wrong;
            vec_push(b->arena, first, arg);
        }
    }
    *positional = vec_nodes(first);
    *keywords = vec_nodes(named);
}

Ast *build_call(Builder *b, Ast *function, Token open, AstVec *args, Token close) {
    AstCall *node = NODE(b, Call, build_outer(b, function).start, close.end);
    node->func = function;
    build_split_arguments(b, args, &node->args, &node->keywords);
    const Ast *deepest = NULL;
    for (uint32_t i = 0; i < args->count; i++) {
        Ast *arg = args->items[i];
        const Ast *inner = arg->kind == AST_keyword ? ((Astkeyword *)arg)->value : arg;
        if (!deepest || inner->depth > deepest->depth) deepest = inner;
        if (arg->kind == AST_GeneratorExp && !arg->parenthesized) {
            if (args->count == 1) arg->span = span_make(open.start, close.end); // the call's parentheses are its own
            else build_error(b, arg->span, "Generator expression must be parenthesized");
        }
    }
    dubious_call(b, &node->head);
    return deepen(b, node, function, deepest);
}

AstVec *build_args_comma(Builder *b, AstVec *args, Token comma) {
    (void)comma;
    Ast *last = args->items[args->count - 1]; // `f(x for x in y,)` is refused
    if (args->count == 1 && last->kind == AST_GeneratorExp && !last->parenthesized) build_error(b, last->span, "Generator expression must be parenthesized");
    return args;
}

Ast *build_subscript(Builder *b, Ast *value, AstVec *items, const Token *comma, Token close) {
    AstSubscript *node = NODE(b, Subscript, build_outer(b, value).start, close.end);
    node->value = value;
    if (items->count == 1 && !comma && items->items[0]->kind != AST_Starred) {
        node->slice = items->items[0];
    } else {
        AstTuple *tuple = NODE(b, Tuple, build_outer(b, items->items[0]).start, comma ? comma->end : build_outer(b, items->items[items->count - 1]).end);
        tuple->elts = vec_nodes(items);
        node->slice = deepen(b, tuple, items->items[0], NULL);
    }
    dubious_subscript(b, &node->head);
    return deepen(b, node, value, node->slice);
}

Ast *build_slice(Builder *b, Ast *lower, Token colon, Ast *upper, const Token *second, Ast *step) {
    AstSlice *node = NODE(b, Slice, lower ? build_outer(b, lower).start : colon.start, step ? build_outer(b, step).end : second ? second->end : upper ? build_outer(b, upper).end : colon.end);
    node->lower = lower;
    node->upper = upper;
    node->step = step;
    return deepen(b, node, lower, upper);
}

// The first operand of what binds less tightly than `|`; NULL: it does not, or has none (`not x`).
static const Ast *loose_operand(const Ast *node) {
    if (node->parenthesized) return NULL;
    return node->kind == AST_Compare ? ((const AstCompare *)node)->left : node->kind == AST_BoolOp ? ((const AstBoolOp *)node)->values.items[0] : NULL;
}

bool build_is_bitwise(const Ast *node) { return !loose_operand(node) && (node->kind != AST_UnaryOp || node->parenthesized || ((const AstUnaryOp *)node)->op != AST_NOT); }

Ast *build_bitwise(Builder *b, Ast *value) {
    const Ast *first = value, *operand;
    uint32_t end = 0, at = b->token_at;
    while ((operand = loose_operand(first))) {
        end = build_outer(b, operand).end;
        first = operand;
    }
    bool is_not = !build_is_bitwise(first);
    if (!is_not && !end) return value;
    if (is_not) end = first->span.start;
    while (at && b->tokens[at - 1].start >= end) at--;
    build_error(b, span_make(b->tokens[at].start, b->tokens[at].end), "invalid syntax");
    return value;
}

Ast *build_starred(Builder *b, Token star, Ast *value) {
    AstStarred *node = NODE(b, Starred, star.start, build_outer(b, value).end);
    node->value = value;
    return deepen(b, node, value, NULL);
}

Ast *build_double_starred(Builder *b, Token stars, Ast *value) {
    Astkeyword *node = NODE(b, keyword, stars.start, build_outer(b, value).end);
    node->value = value;
    return &node->head;
}

// Where the `=` in front of a keyword's value ends.
static uint32_t end_of_equal(const Builder *b, const Ast *value) {
    uint32_t at = b->token_at, start = build_outer(b, value).start;
    while (at && (b->tokens[at].start >= start || b->tokens[at].kind == TOKEN_NOTHING)) at--;
    return b->tokens[at].end;
}

Ast *build_keyword(Builder *b, Ast *name, Ast *value) {
    Astkeyword *node = NODE(b, keyword, build_outer(b, name).start, build_outer(b, value).end);
    node->value = value;
    if (name->kind == AST_Name && !name->parenthesized) {
        node->arg = ((AstName *)name)->id;
        if (node->arg->known == ATOM___debug__ + 1) build_error(b, node->head.span, "cannot assign to __debug__");
    } else {
        const Ast *constant = name->kind == AST_Constant ? name : NULL;
        AstConstantKind kind = constant ? ((const AstConstant *)constant)->value.kind : AST_CONST_INT;
        if (kind == AST_CONST_NONE || kind == AST_CONST_TRUE || kind == AST_CONST_FALSE)
            build_error_f(b, span_make(name->span.start, end_of_equal(b, value)), "cannot assign to %s", kind == AST_CONST_NONE ? "None" : kind == AST_CONST_TRUE ? "True" : "False");
        else build_error(b, span_make(name->span.start, end_of_equal(b, value)), "expression cannot contain assignment, perhaps you meant \"==\"?");
        node->arg = b->atoms->known[ATOM__];
    }
    return &node->head;
}

Ast *build_tuple_or_one(Builder *b, AstVec *items, AstContext context) {
    if (items->count == 1) return items->items[0];
    AstTuple *node = NODE(b, Tuple, build_outer(b, items->items[0]).start, build_outer(b, items->items[items->count - 1]).end);
    node->elts = vec_nodes(items);
    node->ctx = context;
    return deepen(b, node, items->items[0], NULL);
}

Ast *build_open_tuple(Builder *b, AstVec *items, Token comma, AstContext context) {
    AstTuple *node = NODE(b, Tuple, build_outer(b, items->items[0]).start, comma.end);
    node->elts = vec_nodes(items);
    node->ctx = context;
    return deepen(b, node, items->items[0], NULL);
}

static const Ast *deepest_of(const AstVec *items) {
    const Ast *deepest = NULL;
    for (uint32_t i = 0; i < items->count; i++)
        if (items->items[i] && (!deepest || items->items[i]->depth > deepest->depth)) deepest = items->items[i];
    return deepest;
}

Ast *build_tuple(Builder *b, Token open, AstVec *items, Token close) {
    AstTuple *node = NODE(b, Tuple, open.start, close.end);
    node->elts = vec_nodes(items);
    node->head.parenthesized = 1;
    return deepen(b, node, deepest_of(items), NULL);
}

// `(x)`: x itself, whose span stays without the parentheses. `(x, y)` was built without a last comma.
Ast *build_group(Builder *b, Token open, AstVec *items, Token close) {
    if (items->count > 1) return build_tuple(b, open, items, close);
    Ast *inner = items->items[0];
    if (inner->kind == AST_Starred) build_error(b, inner->span, "cannot use starred expression here");
    inner->parenthesized = 1;
    map_set_pointer(b->arena, &b->groups, inner, (void *)((uintptr_t)open.start << 32 | close.end));
    return inner;
}

Ast *build_list(Builder *b, Token open, AstVec *items, Token close) {
    AstList *node = NODE(b, List, open.start, close.end);
    node->elts = vec_nodes(items);
    return deepen(b, node, deepest_of(items), NULL);
}

Ast *build_set(Builder *b, Token open, AstVec *items, Token close) {
    AstSet *node = NODE(b, Set, open.start, close.end);
    node->elts = vec_nodes(items);
    return deepen(b, node, deepest_of(items), NULL);
}

// Items of a dict display travel as Slice nodes: lower the key, upper the value.
Ast *build_dict_item(Builder *b, Ast *key, Ast *value) {
    AstSlice *node = NODE(b, Slice, key ? build_outer(b, key).start : build_outer(b, value).start, build_outer(b, value).end);
    node->lower = key;
    node->upper = value;
    return deepen(b, node, key, value);
}

Ast *build_dict(Builder *b, Token open, AstVec *items, Token close) {
    AstDict *node = NODE(b, Dict, open.start, close.end);
    node->keys = (AstNodes){arena_array(b->arena, Ast *, items->count), items->count};
    node->values = (AstNodes){arena_array(b->arena, Ast *, items->count), items->count};
    for (uint32_t i = 0; i < items->count; i++) {
        const AstSlice *item = (const AstSlice *)items->items[i];
        node->keys.items[i] = item->lower;
        node->values.items[i] = item->upper;
    }
    return deepen(b, node, deepest_of(items), NULL);
}

Ast *build_comprehension(Builder *b, Token first, Ast *target, Ast *iter, AstVec *ifs, bool is_async) {
    uint32_t end = build_outer(b, ifs->count ? ifs->items[ifs->count - 1] : iter).end;
    Astcomprehension *node = NODE(b, comprehension, first.start, end);
    build_target(b, target, TARGET_FOR);
    node->target = target;
    node->iter = iter;
    node->ifs = vec_nodes(ifs);
    node->is_async = is_async;
    return deepen(b, node, iter, deepest_of(ifs));
}

// The stars at the beginning of a dict display.
static Span dict_stars(const Builder *b, Token open) {
    uint32_t at = open.end;
    while (at < b->source->size && b->source->text[at] != '*') at++;
    return span_make(at, at + 2);
}

Ast *build_comprehension_of(Builder *b, AstKind kind, Token open, Ast *element, AstVec *clauses, Token close) {
    if (kind == AST_DictComp) {
        const AstSlice *item = (const AstSlice *)element;
        if (!item->lower) build_error(b, dict_stars(b, open), "dict unpacking cannot be used in dict comprehension");
        AstDictComp *node = NODE(b, DictComp, open.start, close.end);
        node->key = item->lower ? item->lower : item->upper;
        node->value = item->upper;
        node->generators = vec_nodes(clauses);
        return deepen(b, node, element, deepest_of(clauses));
    }
    if (element->kind == AST_Starred) build_error(b, element->span, "iterable unpacking cannot be used in comprehension");
    AstListComp *node = build_node(b, kind, sizeof *node, open.start, close.end); // SetComp and GeneratorExp have the same fields
    node->elt = element;
    node->generators = vec_nodes(clauses);
    node->head.parenthesized = kind == AST_GeneratorExp;
    return deepen(b, node, element, deepest_of(clauses));
}

Ast *build_bare_generator(Builder *b, Ast *element, AstVec *clauses) {
    Token open = {build_outer(b, element).start, 0, 0}, close = {0, clauses->items[clauses->count - 1]->span.end, 0};
    Ast *generator = build_comprehension_of(b, AST_GeneratorExp, open, element, clauses, close);
    generator->parenthesized = 0;
    return generator;
}

Ast *build_yield(Builder *b, Token token, Ast *value) {
    AstYield *node = NODE(b, Yield, token.start, value ? build_outer(b, value).end : token.end);
    node->value = value;
    return deepen(b, node, value, NULL);
}
Ast *build_yield_from(Builder *b, Token token, Ast *value) {
    AstYieldFrom *node = NODE(b, YieldFrom, token.start, build_outer(b, value).end);
    node->value = value;
    return deepen(b, node, value, NULL);
}
Ast *build_await(Builder *b, Token token, Ast *value) {
    AstAwait *node = NODE(b, Await, token.start, build_outer(b, value).end);
    node->value = value;
    return deepen(b, node, value, NULL);
}

static uint32_t token_behind(const Builder *b, const Ast *node) {
    uint32_t at = b->token_at, end = build_outer(b, node).end;
    while (at && b->tokens[at - 1].start >= end) at--;
    return at;
}

static Span walrus_span(const Builder *b, const Ast *target) {
    Token token = b->tokens[token_behind(b, target)];
    return span_make(token.start, token.end);
}

// Whether a target stands in the arguments of a call: names alone take a walrus there.
static bool is_argument(const Builder *b, const Ast *target) {
    int depth = 0;
    for (uint32_t at = token_behind(b, target); at > 1; at--) {
        TokenKind kind = b->tokens[at - 1].kind;
        if (kind == TOKEN_NEWLINE) return false;
        depth += scan_closes_bracket(kind) - scan_opens_bracket(kind);
        if (depth < 0) return kind == TOKEN_LPAREN && scan_ends_expression(b->tokens[at - 2].kind);
    }
    return false;
}

Ast *build_named(Builder *b, Ast *target, Ast *value) {
    AstNamedExpr *node = NODE(b, NamedExpr, build_outer(b, target).start, build_outer(b, value).end);
    if (target->kind == AST_Name && !target->parenthesized) build_target(b, target, TARGET_FOR);
    else if (is_argument(b, target)) build_error(b, walrus_span(b, target), "invalid syntax");
    else build_error_f(b, target->span, "cannot use assignment expressions with %s", build_expression_name(target));
    node->target = target;
    node->value = value;
    return deepen(b, node, target, value);
}

Ast *build_if_expression(Builder *b, Ast *test, Ast *body, Ast *orelse) {
    AstIfExp *node = NODE(b, IfExp, build_outer(b, body).start, build_outer(b, orelse).end);
    node->test = test;
    node->body = body;
    node->orelse = orelse;
    deepen(b, node, test, body);
    return deepen(b, node, node->head.depth > orelse->depth ? test : orelse, body);
}

Ast *build_lambda(Builder *b, Token token, Ast *arguments, Ast *body) {
    AstLambda *node = NODE(b, Lambda, token.start, build_outer(b, body).end);
    node->args = arguments;
    node->body = body;
    return deepen(b, node, body, NULL);
}

// `a or b or c` is one node.
Ast *build_bool(Builder *b, AstBoolOperator op, Ast *left, Ast *right) {
    if (left->kind == AST_BoolOp && !left->parenthesized && ((AstBoolOp *)left)->op == op) {
        AstBoolOp *node = (AstBoolOp *)left;
        if ((node->values.count & (node->values.count - 1)) == 0) { // full at powers of two
            Ast **items = arena_array(b->arena, Ast *, node->values.count * 2);
            memcpy(items, node->values.items, node->values.count * sizeof *items);
            node->values.items = items;
        }
        node->values.items[node->values.count++] = right;
        node->head.span.end = build_outer(b, right).end;
        return deepen(b, node, node->values.items[0], right);
    }
    AstBoolOp *node = NODE(b, BoolOp, build_outer(b, left).start, build_outer(b, right).end);
    node->op = op;
    node->values = (AstNodes){arena_array(b->arena, Ast *, 2), 2};
    node->values.items[0] = left;
    node->values.items[1] = right;
    return deepen(b, node, left, right);
}

Ast *build_unary(Builder *b, Token token, AstUnaryOperator op, Ast *operand) {
    AstUnaryOp *node = NODE(b, UnaryOp, token.start, build_outer(b, operand).end);
    if (op != AST_NOT) check_operand(b, operand);
    node->op = op;
    node->operand = operand;
    return deepen(b, node, operand, NULL);
}

Ast *build_binary(Builder *b, Ast *left, AstOperator op, Ast *right) {
    AstBinOp *node = NODE(b, BinOp, build_outer(b, left).start, build_outer(b, right).end);
    check_operand(b, right);
    node->left = left;
    node->op = op;
    node->right = right;
    return deepen(b, node, left, right);
}

// `a < b < c` is one node; `(a < b) < c` is two.
Ast *build_compare(Builder *b, Ast *left, AstCompareOperator op, Ast *right) {
    check_operand(b, right);
    AstCompare *node = (AstCompare *)left;
    if (left->kind != AST_Compare || left->parenthesized) {
        node = NODE(b, Compare, build_outer(b, left).start, build_outer(b, right).end);
        node->left = left;
        node->ops = arena_array(b->arena, AstCompareOperator, 1);
        node->comparators.items = arena_array(b->arena, Ast *, 1);
    } else if ((node->comparators.count & (node->comparators.count - 1)) == 0) {
        uint32_t count = node->comparators.count;
        AstCompareOperator *ops = arena_array(b->arena, AstCompareOperator, count * 2);
        Ast **items = arena_array(b->arena, Ast *, count * 2);
        memcpy(ops, node->ops, count * sizeof *ops);
        memcpy(items, node->comparators.items, count * sizeof *items);
        node->ops = ops;
        node->comparators.items = items;
    }
    node->ops[node->comparators.count] = op;
    node->comparators.items[node->comparators.count++] = right;
    node->head.span.end = build_outer(b, right).end;
    dubious_compare(b, &node->head);
    return deepen(b, node, node->left, right);
}
