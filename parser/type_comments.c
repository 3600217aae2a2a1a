// Type comments (specification, "Historical and deprecated features"): `x = []  # type: list[int]` and `# type: (int, str) -> None` below a def become the annotations they
// stand for. The checker asks for this where a file has any; a program that runs keeps the tree as it was written.
//
// An annotation made here is a string constant whose span is that of the comment's text: it stands behind the value it is about, which no written annotation does.
#include "parser/build.h"
#include <string.h>

typedef struct Comments {
    Builder *b;
    const Span *items; // of the texts behind `type:`
    uint32_t count;
} Comments;

static const char *text_at(const Comments *c, uint32_t offset) { return c->b->source->text + offset; }

// ---- texts ------------------------------------------------------------------------------------------------------------------

static Span trimmed(const Comments *c, Span span) {
    while (span.start < span.end && strchr(" \t", *text_at(c, span.start))) span.start++;
    while (span.end > span.start && strchr(" \t", *text_at(c, span.end - 1))) span.end--;
    return span;
}

// The parts between the commas outside of brackets and strings.
typedef VEC(Span) Parts;
static void split(const Comments *c, Span span, Parts *out) {
    int depth = 0;
    uint32_t start = span.start;
    char quote = 0;
    for (uint32_t at = span.start; at < span.end; at++) {
        char ch = *text_at(c, at);
        if (quote) quote = ch == quote ? 0 : quote;
        else if (ch == '"' || ch == '\'') quote = ch;
        else if (strchr("([{", ch)) depth++;
        else if (strchr(")]}", ch)) depth--;
        else if (ch == ',' && depth == 0) {
            Span part = trimmed(c, span_make(start, at));
            vec_push(c->b->arena, out, part);
            start = at + 1;
        }
    }
    Span last = trimmed(c, span_make(start, span.end));
    if (last.end > last.start) vec_push(c->b->arena, out, last);
}

// `(a, b)` without its parentheses, where they are one pair.
static Span without_parentheses(const Comments *c, Span span) {
    if (span.end - span.start < 2 || *text_at(c, span.start) != '(' || *text_at(c, span.end - 1) != ')') return span;
    int depth = 0;
    for (uint32_t at = span.start; at < span.end; at++) {
        depth += *text_at(c, at) == '(';
        depth -= *text_at(c, at) == ')';
        if (depth == 0 && at + 1 < span.end) return span;
    }
    return trimmed(c, span_make(span.start + 1, span.end - 1));
}

// The text as an annotation; NULL: it is no expression, so it is a remark.
static Ast *annotation_of(const Comments *c, Span span) {
    Builder *b = c->b;
    Source text;
    DiagList ignored;
    size_t size = span.end - span.start;
    const char *copy = arena_copy(b->arena, text_at(c, span.start), size);
    source_init(&text, b->source->path, copy, (uint32_t)size);
    diag_init(&ignored, b->arena);
    if (!size || !parse_source(&text, PARSE_EXPRESSION, b->arena, b->atoms, &ignored).root || ignored.error_count) return NULL;
    AstConstant *node = NODE(b, Constant, span.start, span.end);
    node->value = (AstConstantValue){.kind = AST_CONST_STR, .size = (uint32_t)size, .text = copy};
    return &node->head;
}

static bool same_line(const Comments *c, uint32_t from, uint32_t to) { return from <= to && !memchr(text_at(c, from), '\n', to - from); }

// The comment on the line where `end` lies, behind it. NULL: none.
static const Span *comment_behind(const Comments *c, uint32_t end) {
    for (uint32_t i = 0; i < c->count; i++)
        if (c->items[i].start >= end && same_line(c, end, c->items[i].start)) return &c->items[i];
    return NULL;
}

// ---- variables ----------------------------------------------------------------------------------------------------------------

static Ast *declaration_of(const Comments *c, const Ast *target, Ast *annotation, Ast *value) {
    AstAnnAssign *node = NODE(c->b, AnnAssign, target->span.start, value ? value->span.end : target->span.end);
    node->target = (Ast *)target;
    node->annotation = annotation;
    node->value = value;
    node->simple = target->kind == AST_Name;
    return &node->head;
}

// A name or attribute of its own for `x: T` before the statement that assigns to x.
static Ast *copy_target(const Comments *c, const Ast *target) {
    if (target->kind == AST_Starred) target = ((const AstStarred *)target)->value;
    if (target->kind != AST_Name) return NULL;
    AstName *name = NODE(c->b, Name, target->span.start, target->span.end);
    name->id = ((const AstName *)target)->id;
    name->ctx = AST_STORE;
    return &name->head;
}

// Declares the names of `target` (maybe a tuple) before `out`'s next statement.
static void declare(const Comments *c, const Ast *target, Span text, AstVec *out) {
    if (target->kind == AST_Tuple || target->kind == AST_List) {
        const AstNodes *elements = &((const AstTuple *)target)->elts;
        Parts parts = {0};
        split(c, without_parentheses(c, text), &parts);
        for (uint32_t i = 0; i < elements->count && parts.count == elements->count; i++) declare(c, elements->items[i], parts.items[i], out);
        return;
    }
    Ast *name = copy_target(c, target), *annotation = name ? annotation_of(c, text) : NULL;
    if (annotation) vec_push(c->b->arena, out, declaration_of(c, name, annotation, NULL));
}

// The statement that stands for the assignment; declarations of its names may have been put in front of it.
static Ast *assignment(const Comments *c, AstAssign *node, AstVec *out) {
    const Span *text = comment_behind(c, node->head.span.end);
    if (!text) return &node->head;
    const Ast *target = node->targets.items[0];
    if (node->targets.count == 1 && (target->kind == AST_Name || target->kind == AST_Attribute)) {
        Ast *annotation = annotation_of(c, *text);
        return annotation ? declaration_of(c, target, annotation, node->value) : &node->head;
    }
    for (uint32_t i = 0; i < node->targets.count; i++) declare(c, node->targets.items[i], *text, out);
    return &node->head;
}

// ---- functions ----------------------------------------------------------------------------------------------------------------

static void annotate(const Comments *c, Ast *arg, Span text) {
    while (text.start < text.end && *text_at(c, text.start) == '*') text.start++;
    Astarg *parameter = (Astarg *)arg;
    if (parameter && !parameter->annotation) parameter->annotation = annotation_of(c, text);
}

static void list_parameters(const Comments *c, const Astarguments *arguments, AstVec *out) {
    for (uint32_t i = 0; i < arguments->posonlyargs.count; i++) vec_push(c->b->arena, out, arguments->posonlyargs.items[i]);
    for (uint32_t i = 0; i < arguments->args.count; i++) vec_push(c->b->arena, out, arguments->args.items[i]);
    if (arguments->vararg) vec_push(c->b->arena, out, arguments->vararg);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) vec_push(c->b->arena, out, arguments->kwonlyargs.items[i]);
    if (arguments->kwarg) vec_push(c->b->arena, out, arguments->kwarg);
}

// `(int, *str) -> None`: where the arrow stands; 0: it is no signature.
static uint32_t arrow_of(const Comments *c, Span text) {
    if (*text_at(c, text.start) != '(') return 0;
    int depth = 0;
    for (uint32_t at = text.start; at + 1 < text.end; at++) {
        char ch = *text_at(c, at);
        depth += strchr("([", ch) != NULL;
        depth -= strchr(")]", ch) != NULL;
        if (depth == 0 && ch == '-' && *text_at(c, at + 1) == '>') return at;
    }
    return 0;
}

static void signature(const Comments *c, AstFunctionDef *def, Span text, uint32_t arrow, bool in_class) {
    Span before = without_parentheses(c, trimmed(c, span_make(text.start, arrow)));
    if (!def->returns) def->returns = annotation_of(c, trimmed(c, span_make(arrow + 2, text.end)));
    Parts parts = {0};
    split(c, before, &parts);
    if (parts.count == 1 && parts.items[0].end - parts.items[0].start == 3 && strncmp(text_at(c, parts.items[0].start), "...", 3) == 0) return;
    AstVec parameters = {0};
    list_parameters(c, (const Astarguments *)def->args, &parameters);
    uint32_t skipped = in_class && parts.count + 1 == parameters.count; // self or cls
    for (uint32_t i = 0; i < parts.count && i + skipped < parameters.count; i++) annotate(c, parameters.items[i + skipped], parts.items[i]);
}

static void function(const Comments *c, AstFunctionDef *def, bool in_class) {
    AstVec parameters = {0};
    list_parameters(c, (const Astarguments *)def->args, &parameters);
    uint32_t start = def->name_span.end, end = def->body.count ? def->body.items[0]->span.start : def->head.span.end;
    for (uint32_t i = 0; i < c->count; i++) {
        Span text = c->items[i];
        if (text.start < start || text.start > end) continue;
        uint32_t arrow = arrow_of(c, text);
        if (arrow) {
            signature(c, def, text, arrow, in_class);
            continue;
        }
        for (uint32_t k = parameters.count; k-- > 0;) // the comment of the parameter on its line
            if (parameters.items[k]->span.end <= text.start) {
                if (same_line(c, parameters.items[k]->span.end, text.start)) annotate(c, parameters.items[k], text);
                break;
            }
    }
}

// ---- blocks -------------------------------------------------------------------------------------------------------------------

static void block(const Comments *c, AstNodes *body, bool in_class);

static void header(const Comments *c, const Ast *target, uint32_t end, const AstNodes *body, AstVec *out) {
    const Span *text = target && body->count ? comment_behind(c, end) : NULL;
    if (text && text->start < body->items[0]->span.start) declare(c, target, *text, out);
}

static Ast *statement(const Comments *c, Ast *node, bool in_class, AstVec *out) {
    switch ((AstKind)node->kind) {
    case AST_Assign: return assignment(c, (AstAssign *)node, out);
    case AST_FunctionDef: case AST_AsyncFunctionDef: {
        AstFunctionDef *def = (AstFunctionDef *)node;
        function(c, def, in_class);
        block(c, &def->body, false);
        break;
    }
    case AST_ClassDef: block(c, &((AstClassDef *)node)->body, true); break;
    case AST_For: case AST_AsyncFor: {
        AstFor *loop = (AstFor *)node;
        header(c, loop->target, loop->iter->span.end, &loop->body, out);
        block(c, &loop->body, in_class);
        block(c, &loop->orelse, in_class);
        break;
    }
    case AST_With: case AST_AsyncWith: {
        AstWith *with = (AstWith *)node;
        const Astwithitem *last = (const Astwithitem *)with->items.items[with->items.count - 1];
        if (with->items.count == 1) header(c, last->optional_vars, last->head.span.end, &with->body, out);
        block(c, &with->body, in_class);
        break;
    }
    case AST_While: block(c, &((AstWhile *)node)->body, in_class), block(c, &((AstWhile *)node)->orelse, in_class); break;
    case AST_If: block(c, &((AstIf *)node)->body, in_class), block(c, &((AstIf *)node)->orelse, in_class); break;
    case AST_Try: case AST_TryStar: {
        AstTry *try = (AstTry *)node;
        block(c, &try->body, in_class);
        for (uint32_t i = 0; i < try->handlers.count; i++) block(c, &((AstExceptHandler *)try->handlers.items[i])->body, in_class);
        block(c, &try->orelse, in_class);
        block(c, &try->finalbody, in_class);
        break;
    }
    case AST_Match:
        for (uint32_t i = 0; i < ((AstMatch *)node)->cases.count; i++) block(c, &((Astmatch_case *)((AstMatch *)node)->cases.items[i])->body, in_class);
        break;
    default: break;
    }
    return node;
}

static void block(const Comments *c, AstNodes *body, bool in_class) {
    if (!body->count) return;
    AstVec out = {0};
    for (uint32_t i = 0; i < body->count; i++) {
        Ast *last = statement(c, body->items[i], in_class, &out);
        vec_push(c->b->arena, &out, last);
    }
    *body = vec_nodes(&out);
}

void parse_type_comments(ParseResult *result, const Source *source, TreeArena *arena, AtomTable *atoms) {
    if (!result->type_comment_count || !result->root || result->root->kind != AST_Module) return;
    Builder b = {.source = source, .arena = arena, .atoms = atoms, .node_count = result->node_count};
    Comments comments = {&b, result->type_comments, result->type_comment_count};
    block(&comments, &((AstModule *)result->root)->body, false);
    result->node_count = b.node_count;
}
