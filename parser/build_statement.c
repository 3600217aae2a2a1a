#include "parser/build.h"
#include "parser/dubious.h"
#include "parser/explain.h"

// End of a block: of its last statement.

void build_module(Builder *b, AstVec *statements) { b->body = statements; }

Ast *build_expr_statement(Builder *b, Ast *value) {
    AstExpr *node = NODE(b, Expr, build_outer(b, value).start, build_outer(b, value).end);
    node->value = value;
    return &node->head;
}

// The token that begins at this place.
static uint32_t token_at(const Builder *b, uint32_t start) {
    uint32_t at = b->token_at;
    while (at && b->tokens[at].start > start) at--;
    return at;
}

Ast *build_assign(Builder *b, AstVec *targets, Ast *value) {
    AstAssign *node = NODE(b, Assign, build_outer(b, targets->items[0]).start, build_outer(b, value).end);
    bool is_told = false;
    for (uint32_t i = 0; i < targets->count && !is_told; i++) is_told = !build_is_target(targets->items[i]) && explain_assignment(b, token_at(b, node->head.span.start));
    for (uint32_t i = 0; i < targets->count && !is_told; i++) build_target(b, targets->items[i], TARGET_FOR);
    node->targets = vec_nodes(targets);
    node->value = value;
    return &node->head;
}

Ast *build_ann_assign(Builder *b, Ast *target, Ast *annotation, Ast *value) {
    b->has_annotations = true;
    AstAnnAssign *node = NODE(b, AnnAssign, build_outer(b, target).start, value ? build_outer(b, value).end : build_outer(b, annotation).end);
    build_target(b, target, TARGET_ANNOTATED);
    node->target = target;
    node->annotation = annotation;
    node->value = value;
    node->simple = target->kind == AST_Name && !target->parenthesized;
    return &node->head;
}

Ast *build_aug_assign(Builder *b, Ast *target, AstOperator op, Ast *value) {
    AstAugAssign *node = NODE(b, AugAssign, build_outer(b, target).start, build_outer(b, value).end);
    build_target(b, target, TARGET_AUGMENTED);
    node->target = target;
    node->op = op;
    node->value = value;
    return &node->head;
}

Ast *build_simple(Builder *b, AstKind kind, Token token) { return build_node(b, kind, sizeof(AstPass), token.start, token.end); }

Ast *build_return(Builder *b, Token token, Ast *value) {
    AstReturn *node = NODE(b, Return, token.start, value ? build_outer(b, value).end : token.end);
    node->value = value;
    return &node->head;
}

Ast *build_delete(Builder *b, Token token, Ast *targets) {
    AstDelete *node = NODE(b, Delete, token.start, build_outer(b, targets).end);
    build_target(b, targets, TARGET_DELETE);
    AstTuple *tuple = (AstTuple *)targets;
    if (targets->kind == AST_Tuple && !targets->parenthesized) {
        node->targets = tuple->elts;
    } else {
        node->targets = vec_nodes(vec_one(b, targets));
    }
    return &node->head;
}

Ast *build_raise(Builder *b, Token token, Ast *exception, Ast *cause) {
    AstRaise *node = NODE(b, Raise, token.start, cause ? build_outer(b, cause).end : exception ? build_outer(b, exception).end : token.end);
    node->exc = exception;
    node->cause = cause;
    return &node->head;
}

Ast *build_assert(Builder *b, Token token, Ast *test, Ast *message) {
    AstAssert *node = NODE(b, Assert, token.start, message ? build_outer(b, message).end : build_outer(b, test).end);
    node->test = test;
    node->msg = message;
    dubious_assert(b, &node->head);
    return &node->head;
}

static Ast *name_statement(Builder *b, AstKind kind, Token token, Names *names) {
    AstGlobal *node = build_node(b, kind, sizeof *node, token.start, names->end); // Nonlocal has the same fields
    node->names = (AstAtoms){names->atoms.items, names->atoms.count};
    return &node->head;
}
Ast *build_global(Builder *b, Token token, Names *names) { return name_statement(b, AST_Global, token, names); }
Ast *build_nonlocal(Builder *b, Token token, Names *names) { return name_statement(b, AST_Nonlocal, token, names); }

Ast *build_type_alias(Builder *b, Token token, Token name, AstVec *type_params, Ast *value) {
    AstTypeAlias *node = NODE(b, TypeAlias, token.start, build_outer(b, value).end);
    node->name = build_name(b, name);
    ((AstName *)node->name)->ctx = AST_STORE;
    node->type_params = vec_nodes(type_params);
    node->value = value;
    return &node->head;
}

// ---- imports -----------------------------------------------------------------------------------------------------

Ast *build_alias(Builder *b, OptionalName name, OptionalName as) {
    Astalias *node = NODE(b, alias, name.start, as.name ? as.end : name.end);
    node->name = name.name;
    node->asname = as.name;
    return &node->head;
}

Ast *build_alias_star(Builder *b, Token star) {
    Astalias *node = NODE(b, alias, star.start, star.end);
    node->name = atom_intern_cstring(b->atoms, "*");
    return &node->head;
}

Ast *build_import(Builder *b, Token token, AstVec *names) {
    AstImport *node = NODE(b, Import, token.start, vec_end(names, token.end));
    node->names = vec_nodes(names);
    return &node->head;
}

Ast *build_import_from(Builder *b, Token token, Count dots, OptionalName module, AstVec *names) {
    AstImportFrom *node = NODE(b, ImportFrom, token.start, vec_end(names, token.end));
    node->module = module.name;
    node->names = vec_nodes(names);
    node->level = dots.number;
    return &node->head;
}

// ---- compound statements -----------------------------------------------------------------------------------------

Ast *build_if(Builder *b, Token token, Ast *test, AstVec *body) {
    AstIf *node = NODE(b, If, token.start, vec_end(body, token.end));
    node->test = test;
    node->body = vec_nodes(body);
    return &node->head;
}

Ast *build_if_chain(Builder *b, Ast *first, AstVec *elifs, AstVec *orelse) {
    if (elifs->count > PARSE_MAX_ELIFS) build_too_deep(b);
    Ast *last = elifs->count ? elifs->items[elifs->count - 1] : first;
    ((AstIf *)last)->orelse = vec_nodes(orelse);
    last->span.end = vec_end(orelse, last->span.end);
    first->span.end = last->span.end;
    for (uint32_t i = 0; i < elifs->count; i++) {
        AstIf *before = (AstIf *)(i ? elifs->items[i - 1] : first);
        before->orelse = (AstNodes){&elifs->items[i], 1};
        before->head.span.end = last->span.end;
    }
    return first;
}

Ast *build_while(Builder *b, Token token, Ast *test, AstVec *body, AstVec *orelse) {
    AstWhile *node = NODE(b, While, token.start, vec_end(orelse, vec_end(body, token.end)));
    node->test = test;
    node->body = vec_nodes(body);
    node->orelse = vec_nodes(orelse);
    return &node->head;
}

Ast *build_for(Builder *b, Token token, Ast *target, Ast *iter, AstVec *body, AstVec *orelse, bool is_async) {
    AstFor *node = build_node(b, is_async ? AST_AsyncFor : AST_For, sizeof *node, token.start, vec_end(orelse, vec_end(body, token.end)));
    build_target(b, target, TARGET_FOR);
    node->target = target;
    node->iter = iter;
    node->body = vec_nodes(body);
    node->orelse = vec_nodes(orelse);
    return &node->head;
}

// A handler of `except*` carries the mark in `parenthesized`, which it has no other use for.
Ast *build_try(Builder *b, Token token, AstVec *body, AstVec *handlers, AstVec *orelse, AstVec *final) {
    uint32_t end = vec_end(final, vec_end(orelse, vec_end(handlers, vec_end(body, token.end))));
    bool star = handlers->count && handlers->items[0]->parenthesized;
    AstTry *node = build_node(b, star ? AST_TryStar : AST_Try, sizeof *node, token.start, end);
    for (uint32_t i = 0; i < handlers->count; i++) {
        const AstExceptHandler *handler = (const AstExceptHandler *)handlers->items[i];
        if ((handler->head.parenthesized != 0) != star) build_error(b, span_make(handler->head.span.start, handler->head.span.start + (star ? 6 : 7)), "cannot have both 'except' and 'except*' on the same 'try'");
        if (!handler->type && i + 1 < handlers->count) build_error(b, handler->head.span, "default 'except:' must be last");
        handlers->items[i]->parenthesized = 0;
    }
    node->body = vec_nodes(body);
    node->handlers = vec_nodes(handlers);
    node->orelse = vec_nodes(orelse);
    node->finalbody = vec_nodes(final);
    return &node->head;
}

Ast *build_handler(Builder *b, Token token, Ast *type, OptionalName name, AstVec *body, bool star) {
    AstExceptHandler *node = NODE(b, ExceptHandler, token.start, vec_end(body, token.end));
    node->type = type;
    node->name = name.name;
    node->body = vec_nodes(body);
    node->head.parenthesized = star;
    return &node->head;
}

Ast *build_handler_unparenthesized(Builder *b, Token token, Ast *first, Ast *rest, AstVec *body) {
    build_error(b, span_make(first->span.start, rest->span.end), "multiple exception types must be parenthesized");
    return build_handler(b, token, first, name_none(), body, false);
}

Ast *build_with(Builder *b, Token token, AstVec *items, AstVec *body, bool is_async) {
    AstWith *node = build_node(b, is_async ? AST_AsyncWith : AST_With, sizeof *node, token.start, vec_end(body, token.end));
    node->items = vec_nodes(items);
    node->body = vec_nodes(body);
    return &node->head;
}

Ast *build_with_item(Builder *b, Ast *context, Ast *target) {
    Astwithitem *node = NODE(b, withitem, build_outer(b, context).start, target ? build_outer(b, target).end : build_outer(b, context).end);
    TokenKind next = b->tokens[b->token_at].kind; // another one is an error of its own
    if (target && (next == TOKEN_COMMA || next == TOKEN_RPAREN || next == TOKEN_COLON)) build_target(b, target, TARGET_WITH);
    node->context_expr = context;
    node->optional_vars = target;
    return &node->head;
}

// ---- definitions -------------------------------------------------------------------------------------------------

Ast *build_decorated(Builder *b, AstVec *decorators, Ast *definition) {
    (void)b;
    if (definition->kind == AST_ClassDef) ((AstClassDef *)definition)->decorator_list = vec_nodes(decorators);
    else ((AstFunctionDef *)definition)->decorator_list = vec_nodes(decorators);
    return definition;
}

Ast *build_function(Builder *b, Token token, Token name, AstVec *type_params, Token open, AstVec *params, Ast *returns, AstVec *body, bool is_async) {
    if (returns) b->has_annotations = true;
    (void)open;
    AstFunctionDef *node = build_node(b, is_async ? AST_AsyncFunctionDef : AST_FunctionDef, sizeof *node, token.start, vec_end(body, name.end));
    node->name = build_atom(b, name);
    node->name_span = span_make(name.start, name.end);
    node->args = build_arguments(b, params);
    node->body = vec_nodes(body);
    node->returns = returns;
    node->type_params = vec_nodes(type_params);
    return &node->head;
}

Ast *build_class(Builder *b, Token token, Token name, AstVec *type_params, AstVec *args, AstVec *body) {
    AstClassDef *node = NODE(b, ClassDef, token.start, vec_end(body, name.end));
    node->name = build_atom(b, name);
    node->name_span = span_make(name.start, name.end);
    if (args) {
        build_split_arguments(b, args, &node->bases, &node->keywords);
        for (uint32_t i = 0; i < node->bases.count; i++)
            if (node->bases.items[i]->kind == AST_GeneratorExp && !node->bases.items[i]->parenthesized) build_error(b, node->bases.items[i]->span, "invalid syntax");
    }
    node->body = vec_nodes(body);
    node->type_params = vec_nodes(type_params);
    return &node->head;
}

Ast *build_param(Builder *b, ParamKind kind, Token first, Token name, Ast *annotation, Ast *default_value) {
    if (annotation) b->has_annotations = true;
    Param *param = build_node(b, AST_arg, sizeof *param, name.start, annotation ? build_outer(b, annotation).end : name.end);
    param->kind = kind;
    param->default_value = default_value;
    if (kind != PARAM_BARE_STAR && kind != PARAM_SLASH) {
        param->arg.arg = build_atom(b, name);
        if (param->arg.arg->known == ATOM___debug__ + 1) build_error(b, span_make(name.start, name.end), "cannot assign to __debug__");
    }
    param->arg.annotation = annotation;
    param->start = first.start;
    return &param->arg.head;
}

// Where a star without names after it is wrong: itself, in a lambda expression what follows it.
static Span after_bare_star(const Builder *b, Span star) {
    uint32_t at = b->token_at, from;
    while (at && b->tokens[at].start > star.start) at--;
    for (from = at; from && b->tokens[from].kind != TOKEN_DEF && b->tokens[from].kind != TOKEN_LAMBDA; from--) {}
    if (b->tokens[from].kind != TOKEN_LAMBDA) return star;
    at += b->tokens[at + 1].kind == TOKEN_COMMA ? 2 : 1;
    return span_make(b->tokens[at].start, b->tokens[at].end);
}

// Whether nothing but the end or `**` stands behind a star without a name: what else may be there is another error.
static bool is_last_star(const Builder *b, Span star) {
    uint32_t at = token_at(b, star.start) + 1;
    if (b->tokens[at].kind == TOKEN_COMMA) at++;
    TokenKind next = b->tokens[at].kind;
    return next == TOKEN_COLON || next == TOKEN_RPAREN || next == TOKEN_STAR_STAR;
}

// Sorts parameters by kind and checks their order (language reference 8.7).
Ast *build_arguments(Builder *b, AstVec *params) {
    uint32_t count = params ? params->count : 0;
    Astarguments *node = NODE(b, arguments, count ? build_outer(b, params->items[0]).start : 0, count ? build_outer(b, params->items[count - 1]).end : 0);
    AstVec *positional_only = vec_empty(b), *plain = vec_empty(b), *keyword_only = vec_empty(b), *defaults = vec_empty(b), *keyword_defaults = vec_empty(b);
    bool star = false, slash = false, bare = false;
    for (uint32_t i = 0; i < count; i++) {
        Param *param = (Param *)params->items[i];
        Span span = span_make(param->start, param->arg.head.span.end);
        uint32_t stars = param->kind == PARAM_STAR_STAR ? 2 : param->kind == PARAM_STAR || param->kind == PARAM_BARE_STAR ? 1 : span.end - span.start;
        if (node->kwarg) {
            build_error(b, span_make(span.start, span.start + stars), "arguments cannot follow var-keyword argument");
            break;
        }
        switch (param->kind) {
        case PARAM_SLASH:
            if (slash) build_error(b, span, "/ may appear only once");
            else if (star) build_error(b, span, "/ must be ahead of *");
            else if (!i) build_error(b, span, count == 1 ? "invalid syntax" : "at least one argument must precede /");
            slash = true;
            positional_only = plain;
            plain = vec_empty(b);
            break;
        case PARAM_BARE_STAR: case PARAM_STAR:
            if (star) {
                build_error(b, span_make(span.start, span.start + stars), param->kind == PARAM_BARE_STAR ? "invalid syntax" : "* argument may appear only once");
                break;
            }
            star = true;
            bare = param->kind == PARAM_BARE_STAR;
            if (!bare) node->vararg = &param->arg.head;
            else if ((i + 1 == count || ((Param *)params->items[i + 1])->kind == PARAM_STAR_STAR) && is_last_star(b, span)) build_error(b, after_bare_star(b, span), "named arguments must follow bare *");
            break;
        case PARAM_STAR_STAR: node->kwarg = &param->arg.head; break;
        case PARAM_PLAIN:
            if (star) {
                vec_push(b->arena, keyword_only, &param->arg.head);
                vec_push(b->arena, keyword_defaults, param->default_value);
            } else {
                vec_push(b->arena, plain, &param->arg.head);
                if (param->default_value) vec_push(b->arena, defaults, param->default_value);
                else if (defaults->count) build_error(b, span, "parameter without a default follows parameter with a default");
            }
            break;
        }
        if (param->default_value && param->default_value->span.end > node->head.span.end) node->head.span.end = param->default_value->span.end;
    }
    node->posonlyargs = vec_nodes(positional_only);
    node->args = vec_nodes(plain);
    node->kwonlyargs = vec_nodes(keyword_only);
    node->kw_defaults = vec_nodes(keyword_defaults);
    node->defaults = vec_nodes(defaults);
    return &node->head;
}

static uint32_t end_of(const Builder *b, const Ast *node, uint32_t otherwise) { return node ? build_outer(b, node).end : otherwise; }

Ast *build_type_var(Builder *b, Token name, Ast *bound, Ast *default_value) {
    AstTypeVar *node = NODE(b, TypeVar, name.start, end_of(b, default_value, end_of(b, bound, name.end)));
    node->name = build_atom(b, name);
    node->bound = bound;
    node->default_value = default_value;
    return &node->head;
}
Ast *build_type_var_tuple(Builder *b, Token star, Token name, Ast *default_value) {
    AstTypeVarTuple *node = NODE(b, TypeVarTuple, star.start, end_of(b, default_value, name.end));
    node->name = build_atom(b, name);
    node->default_value = default_value;
    return &node->head;
}
Ast *build_param_spec(Builder *b, Token stars, Token name, Ast *default_value) {
    AstParamSpec *node = NODE(b, ParamSpec, stars.start, end_of(b, default_value, name.end));
    node->name = build_atom(b, name);
    node->default_value = default_value;
    return &node->head;
}
