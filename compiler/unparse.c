// The text of an expression, as `from __future__ import annotations` keeps it: written anew from the tree, the way CPython does.
#define _GNU_SOURCE // fmemopen
#include "compiler/build.h"
#include <math.h>
#include <string.h>

// How tightly an expression holds together; where more is wanted than it has, it gets parentheses.
typedef enum Level {
    LEVEL_TUPLE, LEVEL_TEST, LEVEL_OR, LEVEL_AND, LEVEL_NOT, LEVEL_COMPARE, LEVEL_BIT_OR, LEVEL_BIT_XOR, LEVEL_BIT_AND, LEVEL_SHIFT, LEVEL_ARITHMETIC,
    LEVEL_TERM, LEVEL_FACTOR, LEVEL_POWER, LEVEL_AWAIT, LEVEL_ATOM
} Level;

typedef struct Operator {
    const char *text;
    Level level;
} Operator;
static const Operator binary_operators[] = {
    [AST_ADD] = {" + ", LEVEL_ARITHMETIC}, [AST_SUB] = {" - ", LEVEL_ARITHMETIC}, [AST_MULT] = {" * ", LEVEL_TERM}, [AST_MATMULT] = {" @ ", LEVEL_TERM},
    [AST_DIV] = {" / ", LEVEL_TERM}, [AST_MOD] = {" % ", LEVEL_TERM}, [AST_POW] = {" ** ", LEVEL_POWER}, [AST_LSHIFT] = {" << ", LEVEL_SHIFT},
    [AST_RSHIFT] = {" >> ", LEVEL_SHIFT}, [AST_BITOR] = {" | ", LEVEL_BIT_OR}, [AST_BITXOR] = {" ^ ", LEVEL_BIT_XOR}, [AST_BITAND] = {" & ", LEVEL_BIT_AND},
    [AST_FLOORDIV] = {" // ", LEVEL_TERM}};
static const Operator unary_operators[] = {
    [AST_INVERT] = {"~", LEVEL_FACTOR}, [AST_NOT] = {"not ", LEVEL_NOT}, [AST_UADD] = {"+", LEVEL_FACTOR}, [AST_USUB] = {"-", LEVEL_FACTOR}};
static const char *const compare_operators[] = {
    [AST_EQ] = " == ", [AST_NOTEQ] = " != ", [AST_LT] = " < ", [AST_LTE] = " <= ", [AST_GT] = " > ", [AST_GTE] = " >= ", [AST_IS] = " is ",
    [AST_ISNOT] = " is not ", [AST_IN] = " in ", [AST_NOTIN] = " not in "};

// Room for what stands within f-strings, which is written apart before it is quoted.
typedef struct Writer {
    FILE *out;
    char *room;
    size_t left;
} Writer;

static void expression(Writer *w, const Ast *node, Level level);

static void put(Writer *w, const char *text) { fputs(text, w->out); }

static void put_atom(Writer *w, const Atom *atom) { fwrite(atom->text, 1, atom->size, w->out); }

static void separate(Writer *w, bool *first) {
    if (!*first) put(w, ", ");
    *first = false;
}

static void list(Writer *w, const AstNodes *nodes, Level level) {
    bool first = true;
    for (uint32_t i = 0; i < nodes->count; i++) separate(w, &first), expression(w, nodes->items[i], level);
}

// ---- constants and f-strings --------------------------------------------------------------------------------------

static void constant(Writer *w, const AstConstantValue *value) {
    bool is_number = value->kind == AST_CONST_FLOAT || value->kind == AST_CONST_IMAGINARY;
    if (value->kind == AST_CONST_ELLIPSIS) put(w, "...");
    else if (is_number && isinf(value->number)) put(w, value->kind == AST_CONST_FLOAT ? "1e309" : "1e309j"); // infj is a name
    else {
        if (value->kind == AST_CONST_STR && value->is_u_string) put(w, "u");
        ast_print_constant(w->out, value);
    }
}

// What `write` writes, as text in the writer's room: NUL-terminated. "" when there is no room.
static const char *apart(Writer *w, void (*write)(Writer *w, const Ast *node), const Ast *node, size_t *size) {
    FILE *out = w->left > 3 ? fmemopen(w->room, w->left / 2, "w") : NULL;
    *size = 0;
    if (!out) return "";
    char *text = w->room;
    // The inner writer's room is the second half.
    Writer inner = {out, w->room + w->left / 2, w->left - w->left / 2};
    write(&inner, node);
    long end = ftell(out);
    fclose(out);
    if (end < 0 || (size_t)end >= w->left / 2) return "";
    text[end] = 0;
    *size = (size_t)end;
    w->room += end + 1, w->left -= (size_t)end + 1;
    return text;
}

static void fstring_part(Writer *w, const Ast *node);

static void fstring_parts(Writer *w, const Ast *node) {
    const AstNodes *values = &((const AstJoinedStr *)node)->values;
    for (uint32_t i = 0; i < values->count; i++) fstring_part(w, values->items[i]);
}

static void replaced(Writer *w, const Ast *node) { expression(w, node, LEVEL_TEST + 1); }

static void fstring_part(Writer *w, const Ast *node) {
    if (node->kind == AST_JoinedStr) {
        fstring_parts(w, node);
    } else if (node->kind == AST_Constant) {
        const AstConstantValue *value = &((const AstConstant *)node)->value;
        for (uint32_t i = 0; i < value->size; i++) {
            fputc(value->text[i], w->out);
            if (value->text[i] == '{' || value->text[i] == '}') fputc(value->text[i], w->out);
        }
    } else {
        const AstFormattedValue *field = (const AstFormattedValue *)node;
        size_t size;
        Writer before = *w;
        const char *text = apart(w, replaced, field->value, &size);
        put(w, text[0] == '{' ? "{ " : "{");
        put(w, text);
        w->room = before.room, w->left = before.left;
        if (field->conversion > 0) fprintf(w->out, "!%c", field->conversion);
        if (field->format_spec) put(w, ":"), fstring_part(w, field->format_spec);
        put(w, "}");
    }
}

static void fstring(Writer *w, const Ast *node) {
    Writer before = *w;
    AstConstantValue body = {.kind = AST_CONST_STR};
    size_t size;
    body.text = apart(w, fstring_parts, node, &size);
    body.size = (uint32_t)size;
    put(w, "f");
    ast_print_constant(w->out, &body);
    w->room = before.room, w->left = before.left;
}

// ---- parts --------------------------------------------------------------------------------------------------------

static void parameter(Writer *w, const Ast *arg, const Ast *otherwise, bool *first) {
    separate(w, first);
    put_atom(w, ((const Astarg *)arg)->arg);
    if (otherwise) put(w, "="), expression(w, otherwise, LEVEL_TEST);
}

static void parameters(Writer *w, const Astarguments *all) {
    bool first = true;
    uint32_t positional = all->posonlyargs.count + all->args.count, without = positional - all->defaults.count;
    for (uint32_t i = 0; i < positional; i++) {
        const Ast *arg = i < all->posonlyargs.count ? all->posonlyargs.items[i] : all->args.items[i - all->posonlyargs.count];
        parameter(w, arg, i >= without ? all->defaults.items[i - without] : NULL, &first);
        if (i + 1 == all->posonlyargs.count) put(w, ", /");
    }
    if (all->vararg || all->kwonlyargs.count) {
        separate(w, &first);
        put(w, "*");
        if (all->vararg) put_atom(w, ((const Astarg *)all->vararg)->arg);
    }
    for (uint32_t i = 0; i < all->kwonlyargs.count; i++) parameter(w, all->kwonlyargs.items[i], all->kw_defaults.items[i], &first);
    if (all->kwarg) {
        separate(w, &first);
        put(w, "**");
        put_atom(w, ((const Astarg *)all->kwarg)->arg);
    }
}

static void generators(Writer *w, const AstNodes *all) {
    for (uint32_t i = 0; i < all->count; i++) {
        const Astcomprehension *one = (const Astcomprehension *)all->items[i];
        put(w, one->is_async ? " async for " : " for ");
        expression(w, one->target, LEVEL_TUPLE);
        put(w, " in ");
        expression(w, one->iter, LEVEL_TEST + 1);
        for (uint32_t j = 0; j < one->ifs.count; j++) put(w, " if "), expression(w, one->ifs.items[j], LEVEL_TEST + 1);
    }
}

static void comprehension(Writer *w, const char *open, const Ast *elt, const AstNodes *all, const char *close) {
    put(w, open), expression(w, elt, LEVEL_TEST), generators(w, all), put(w, close);
}

static void call(Writer *w, const AstCall *node) {
    expression(w, node->func, LEVEL_ATOM);
    if (node->args.count == 1 && !node->keywords.count && node->args.items[0]->kind == AST_GeneratorExp) { // has its parentheses
        expression(w, node->args.items[0], LEVEL_TEST);
        return;
    }
    bool first = true;
    put(w, "(");
    for (uint32_t i = 0; i < node->args.count; i++) separate(w, &first), expression(w, node->args.items[i], LEVEL_TEST);
    for (uint32_t i = 0; i < node->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)node->keywords.items[i];
        separate(w, &first);
        if (keyword->arg) put_atom(w, keyword->arg), put(w, "=");
        else put(w, "**");
        expression(w, keyword->value, LEVEL_TEST);
    }
    put(w, ")");
}

static void dict(Writer *w, const AstDict *node) {
    bool first = true;
    put(w, "{");
    for (uint32_t i = 0; i < node->keys.count; i++) {
        separate(w, &first);
        if (!node->keys.items[i]) {
            put(w, "**"), expression(w, node->values.items[i], LEVEL_BIT_OR);
            continue;
        }
        expression(w, node->keys.items[i], LEVEL_TEST);
        put(w, ": ");
        expression(w, node->values.items[i], LEVEL_TEST);
    }
    put(w, "}");
}

static void slice(Writer *w, const AstSlice *node) {
    if (node->lower) expression(w, node->lower, LEVEL_TEST);
    put(w, ":");
    if (node->upper) expression(w, node->upper, LEVEL_TEST);
    if (node->step) put(w, ":"), expression(w, node->step, LEVEL_TEST);
}

static void attribute(Writer *w, const AstAttribute *node) {
    expression(w, node->value, LEVEL_ATOM);
    AstConstantKind kind = node->value->kind == AST_Constant ? ((const AstConstant *)node->value)->value.kind : AST_CONST_STR;
    put(w, kind == AST_CONST_INT || kind == AST_CONST_BIG_INT ? " ." : "."); // `1.real` would be a number
    put_atom(w, node->attr);
}

static void bool_op(Writer *w, const AstBoolOp *node, Level own) {
    for (uint32_t i = 0; i < node->values.count; i++) {
        if (i) put(w, node->op == AST_AND ? " and " : " or ");
        expression(w, node->values.items[i], own + 1);
    }
}

static void bin_op(Writer *w, const AstBinOp *node, Level own) {
    bool from_right = node->op == AST_POW;
    expression(w, node->left, own + from_right);
    put(w, binary_operators[node->op].text);
    expression(w, node->right, own + !from_right);
}

static void compare(Writer *w, const AstCompare *node) {
    expression(w, node->left, LEVEL_COMPARE + 1);
    for (uint32_t i = 0; i < node->comparators.count; i++) {
        put(w, compare_operators[node->ops[i]]);
        expression(w, node->comparators.items[i], LEVEL_COMPARE + 1);
    }
}

// ---- any expression -----------------------------------------------------------------------------------------------

static Level level_of(const Ast *node) {
    switch ((AstKind)node->kind) {
    case AST_BoolOp: return ((const AstBoolOp *)node)->op == AST_AND ? LEVEL_AND : LEVEL_OR;
    case AST_BinOp: return binary_operators[((const AstBinOp *)node)->op].level;
    case AST_UnaryOp: return unary_operators[((const AstUnaryOp *)node)->op].level;
    case AST_Lambda: case AST_IfExp: return LEVEL_TEST;
    case AST_Compare: return LEVEL_COMPARE;
    case AST_Await: return LEVEL_AWAIT;
    case AST_NamedExpr: return LEVEL_TUPLE;
    case AST_Tuple: return ((const AstTuple *)node)->elts.count ? LEVEL_TUPLE : LEVEL_ATOM;
    default: return LEVEL_ATOM;
    }
}

static void unwrapped(Writer *w, const Ast *node, Level own) {
    switch ((AstKind)node->kind) {
    case AST_BoolOp: bool_op(w, (const AstBoolOp *)node, own); break;
    case AST_NamedExpr: {
        const AstNamedExpr *named = (const AstNamedExpr *)node;
        expression(w, named->target, LEVEL_TUPLE), put(w, " := "), expression(w, named->value, LEVEL_ATOM);
        break;
    }
    case AST_BinOp: bin_op(w, (const AstBinOp *)node, own); break;
    case AST_UnaryOp:
        put(w, unary_operators[((const AstUnaryOp *)node)->op].text);
        expression(w, ((const AstUnaryOp *)node)->operand, own);
        break;
    case AST_Lambda: {
        const Astarguments *all = (const Astarguments *)((const AstLambda *)node)->args;
        put(w, all->posonlyargs.count || all->args.count ? "lambda " : "lambda"), parameters(w, all), put(w, ": "); // CPython writes `lambda*a`, too
        expression(w, ((const AstLambda *)node)->body, LEVEL_TEST);
        break;
    }
    case AST_IfExp: {
        const AstIfExp *choice = (const AstIfExp *)node;
        expression(w, choice->body, LEVEL_TEST + 1), put(w, " if "), expression(w, choice->test, LEVEL_TEST + 1);
        put(w, " else "), expression(w, choice->orelse, LEVEL_TEST);
        break;
    }
    case AST_Dict: dict(w, (const AstDict *)node); break;
    case AST_Set: put(w, "{"), list(w, &((const AstSet *)node)->elts, LEVEL_TEST), put(w, "}"); break;
    case AST_ListComp: comprehension(w, "[", ((const AstListComp *)node)->elt, &((const AstListComp *)node)->generators, "]"); break;
    case AST_SetComp: comprehension(w, "{", ((const AstSetComp *)node)->elt, &((const AstSetComp *)node)->generators, "}"); break;
    case AST_GeneratorExp: comprehension(w, "(", ((const AstGeneratorExp *)node)->elt, &((const AstGeneratorExp *)node)->generators, ")"); break;
    case AST_DictComp:
        put(w, "{"), expression(w, ((const AstDictComp *)node)->key, LEVEL_TEST), put(w, ": "), expression(w, ((const AstDictComp *)node)->value, LEVEL_TEST);
        generators(w, &((const AstDictComp *)node)->generators), put(w, "}");
        break;
    case AST_Await: put(w, "await "), expression(w, ((const AstAwait *)node)->value, LEVEL_ATOM); break;
    case AST_Yield:
        put(w, "(yield");
        if (((const AstYield *)node)->value) put(w, " "), expression(w, ((const AstYield *)node)->value, LEVEL_TUPLE);
        put(w, ")");
        break;
    case AST_YieldFrom: put(w, "(yield from "), expression(w, ((const AstYieldFrom *)node)->value, LEVEL_TEST), put(w, ")"); break;
    case AST_Compare: compare(w, (const AstCompare *)node); break;
    case AST_Call: call(w, (const AstCall *)node); break;
    case AST_JoinedStr: fstring(w, node); break;
    case AST_Constant: constant(w, &((const AstConstant *)node)->value); break;
    case AST_Attribute: attribute(w, (const AstAttribute *)node); break;
    case AST_Subscript:
        expression(w, ((const AstSubscript *)node)->value, LEVEL_ATOM);
        put(w, "["), expression(w, ((const AstSubscript *)node)->slice, LEVEL_TUPLE), put(w, "]");
        break;
    case AST_Starred: put(w, "*"), expression(w, ((const AstStarred *)node)->value, LEVEL_BIT_OR); break;
    case AST_Name: put_atom(w, ((const AstName *)node)->id); break;
    case AST_List: put(w, "["), list(w, &((const AstList *)node)->elts, LEVEL_TEST), put(w, "]"); break;
    case AST_Tuple: {
        const AstNodes *items = &((const AstTuple *)node)->elts;
        if (!items->count) put(w, "()");
        list(w, items, LEVEL_TEST);
        if (items->count == 1) put(w, ",");
        break;
    }
    case AST_Slice: slice(w, (const AstSlice *)node); break;
    default: break;
    }
}

static void expression(Writer *w, const Ast *node, Level level) {
    Level own = level_of(node);
    if (own < level) put(w, "(");
    unwrapped(w, node, own);
    if (own < level) put(w, ")");
}

const char *unparse_expression(const Ast *node, const Source *source, TreeArena *arena) {
    // More than anything in the source can become: "1e15" is written with 18 characters.
    size_t room = (size_t)(node->span.end - node->span.start) * 12 + 64;
    char *text = arena_alloc(arena, room), *apart_room = arena_alloc(arena, room * 2);
    FILE *out = fmemopen(text, room, "w");
    if (!out) return arena_copy(arena, source->text + node->span.start, node->span.end - node->span.start);
    Writer writer = {out, apart_room, room * 2};
    expression(&writer, node, LEVEL_TEST);
    fflush(out);
    long size = ftell(out);
    fclose(out);
    text[size >= 0 && (size_t)size < room ? (size_t)size : room - 1] = 0;
    return text;
}
