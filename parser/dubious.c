#include "parser/dubious.h"
#include <stdlib.h>

static void add(Builder *b, Span span, uint32_t line_at, const char *text, const Ast *node) {
    DubiousSyntax found = {.span = span, .line_at = line_at, .text = text, .is_parsers = !node};
    DubiousNode entry = {found, node};
    vec_push(b->arena, &b->dubious, entry);
}

void dubious_escape(Builder *b, Span token, uint32_t line_at, const char *escape, int shown) {
    const char *kind = shown > 2 ? "octal escape" : "escape";
    add(b, token, line_at, arena_printf(b->arena, "invalid %s sequence '%.*s'", kind, shown, escape), NULL);
}

// ---- what an expression certainly gives ----------------------------------------------------------------------------

static const char *constant_type(const AstConstantValue *value) {
    switch (value->kind) {
    case AST_CONST_NONE: return "NoneType";
    case AST_CONST_TRUE: case AST_CONST_FALSE: return "bool";
    case AST_CONST_ELLIPSIS: return "ellipsis";
    case AST_CONST_INT: case AST_CONST_BIG_INT: return "int";
    case AST_CONST_FLOAT: return "float";
    case AST_CONST_IMAGINARY: return "complex";
    case AST_CONST_BYTES: return "bytes";
    default: return "str";
    }
}

// 1 int (or bool), 2 float, 3 complex, 0 another type.
static int number_rank(const char *type) {
    return strcmp(type, "int") == 0 || strcmp(type, "bool") == 0 ? 1 : strcmp(type, "float") == 0 ? 2 : strcmp(type, "complex") == 0 ? 3 : 0;
}

static const char *folded_binary(const AstBinOp *node, const char *left, const char *right) {
    static const char *const names[] = {NULL, "int", "float", "complex"};
    int a = number_rank(left), b = number_rank(right), widest = a > b ? a : b;
    if (!a || !b) return node->op == AST_ADD && strcmp(left, right) == 0 && !a ? left : NULL;
    if (node->op == AST_DIV || node->op == AST_POW) return widest == 1 ? node->op == AST_DIV ? "float" : "int" : names[widest];
    return node->op == AST_MATMULT ? NULL : names[widest];
}

// The type of a constant expression, as CPython folds it; NULL: it is none.
static const char *folded_type(const Ast *node, int depth) {
    if (depth > 20) return NULL;
    switch (node->kind) {
    case AST_Constant: return constant_type(&((const AstConstant *)node)->value);
    case AST_Tuple: {
        const AstNodes *items = &((const AstTuple *)node)->elts;
        for (uint32_t i = 0; i < items->count; i++)
            if (!folded_type(items->items[i], depth + 1)) return NULL;
        return "tuple";
    }
    case AST_UnaryOp: {
        const AstUnaryOp *operation = (const AstUnaryOp *)node;
        const char *type = folded_type(operation->operand, depth + 1);
        if (!type || operation->op == AST_NOT) return type ? "bool" : NULL;
        return !number_rank(type) ? NULL : number_rank(type) == 1 ? "int" : type;
    }
    case AST_BinOp: {
        const AstBinOp *operation = (const AstBinOp *)node;
        const char *left = folded_type(operation->left, depth + 1), *right = left ? folded_type(operation->right, depth + 1) : NULL;
        return right ? folded_binary(operation, left, right) : NULL;
    }
    default: return NULL;
    }
}

// The type of what the expression gives, as far as its form tells; NULL: unknown.
static const char *type_of_form(const Ast *node) {
    switch (node->kind) {
    case AST_Tuple: return "tuple";
    case AST_List: case AST_ListComp: return "list";
    case AST_Dict: case AST_DictComp: return "dict";
    case AST_Set: case AST_SetComp: return "set";
    case AST_GeneratorExp: return "generator";
    case AST_Lambda: return "function";
    case AST_JoinedStr: case AST_FormattedValue: return "str";
    default: return folded_type(node, 0);
    }
}

static bool is_any_of(const char *type, const char *const *names) {
    for (; *names; names++)
        if (strcmp(type, *names) == 0) return true;
    return false;
}

// ---- nodes ---------------------------------------------------------------------------------------------------------

static bool is_identity(AstCompareOperator op) { return op == AST_IS || op == AST_ISNOT; }

void dubious_compare(Builder *b, const Ast *node) {
    const AstCompare *compare = (const AstCompare *)node;
    uint32_t last = compare->comparators.count - 1;
    if (!is_identity(compare->ops[last])) return;
    for (uint32_t i = 0; i < last; i++)
        if (is_identity(compare->ops[i])) return; // it stands in the list already
    add(b, node->span, node->span.start, NULL, node);
}

static const char *about_compare(const Builder *b, const AstCompare *compare) {
    static const char *const single[] = {"NoneType", "bool", "ellipsis", NULL};
    const char *left = folded_type(compare->left, 0);
    for (uint32_t i = 0; i < compare->comparators.count; i++) {
        const char *right = folded_type(compare->comparators.items[i], 0);
        const char *literal = left && !is_any_of(left, single) ? left : right && !is_any_of(right, single) ? right : NULL;
        left = right;
        if (!literal || !is_identity(compare->ops[i])) continue;
        return arena_printf(b->arena, compare->ops[i] == AST_IS ? "\"is\" with '%s' literal. Did you mean \"==\"?" : "\"is not\" with '%s' literal. Did you mean \"!=\"?", literal);
    }
    return NULL;
}

void dubious_call(Builder *b, const Ast *node) {
    const Ast *function = ((const AstCall *)node)->func;
    if (function->kind == AST_Name || function->kind == AST_Attribute || function->kind == AST_Lambda || !type_of_form(function)) return;
    add(b, function->span, function->span.start, arena_printf(b->arena, "'%s' object is not callable; perhaps you missed a comma?", type_of_form(function)), node);
}

void dubious_subscript(Builder *b, const Ast *node) {
    const Ast *value = ((const AstSubscript *)node)->value;
    if (value->kind == AST_Name || value->kind == AST_Attribute || !type_of_form(value)) return;
    add(b, value->span, value->span.start, NULL, node);
}

static const char *about_subscript(const Builder *b, const AstSubscript *subscript) {
    static const char *const without_items[] = {"NoneType", "bool", "ellipsis", "int", "float", "complex", "set", "generator", "function", NULL};
    static const char *const positions[] = {"int", "bool", NULL};
    const char *type = type_of_form(subscript->value), *index = type_of_form(subscript->slice);
    if (subscript->ctx != AST_LOAD) return NULL;
    if (is_any_of(type, without_items)) return arena_printf(b->arena, "'%s' object is not subscriptable; perhaps you missed a comma?", type);
    if (strcmp(type, "dict") == 0 || !index || is_any_of(index, positions)) return NULL;
    return arena_printf(b->arena, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type, index);
}

void dubious_assert(Builder *b, const Ast *node) {
    const Ast *test = ((const AstAssert *)node)->test;
    if (test->kind == AST_Tuple && ((const AstTuple *)test)->elts.count) add(b, node->span, node->span.start, "assertion is always true, perhaps remove parentheses?", node);
}

// ---- the list ------------------------------------------------------------------------------------------------------

// The parser's first; by position, what encloses another before it.
static int compare_entries(const void *left, const void *right) {
    const DubiousSyntax *a = left, *b = right;
    if (a->is_parsers != b->is_parsers) return a->is_parsers ? -1 : 1;
    if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
    return a->span.end == b->span.end ? 0 : a->span.end > b->span.end ? -1 : 1;
}

void dubious_finish(Builder *b, const LexResult *lexed, ParseResult *result) {
    if (!lexed->dubious.count && !b->dubious.count) return;
    DubiousSyntax *found = arena_array(b->arena, DubiousSyntax, lexed->dubious.count + b->dubious.count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < lexed->dubious.count; i++)
        found[count++] = (DubiousSyntax){.span = lexed->dubious.items[i].span, .line_at = lexed->dubious.items[i].span.start, .text = lexed->dubious.items[i].text, .is_parsers = true};
    for (uint32_t i = 0; i < b->dubious.count; i++) {
        const DubiousNode *entry = &b->dubious.items[i];
        found[count] = entry->found;
        if (!found[count].text) {
            found[count].text = entry->node->kind == AST_Compare ? about_compare(b, (const AstCompare *)entry->node) : about_subscript(b, (const AstSubscript *)entry->node);
            if (!found[count].is_parsers && entry->node->kind == AST_Compare) found[count].span = entry->node->span; // it may have grown
        }
        if (found[count].text) count++;
    }
    qsort(found, count, sizeof *found, compare_entries);
    result->dubious = found;
    result->dubious_count = count;
}
