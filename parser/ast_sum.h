// Assignments that put something behind or before what their target has.
#ifndef TYPHON_PARSER_AST_SUM_H
#define TYPHON_PARSER_AST_SUM_H
#include "parser/ast.h"

// What `a + b + c` begins with; *count: how many are added to it.
static inline const Ast *ast_sum_first(const Ast *node, uint32_t *count) {
    for (*count = 0; node->kind == AST_BinOp && ((const AstBinOp *)node)->op == AST_ADD; ++*count) node = ((const AstBinOp *)node)->left;
    return node;
}

// `name = name + value`, or of more values.
static inline bool ast_extends_its_target(const AstAssign *node) {
    uint32_t count;
    const Ast *target = node->targets.items[0], *first = ast_sum_first(node->value, &count);
    return node->targets.count == 1 && count && target->kind == AST_Name && first->kind == AST_Name && ((const AstName *)first)->id == ((const AstName *)target)->id;
}

// `name = value + name`.
static inline bool ast_prepends_to_its_target(const AstAssign *node) {
    const Ast *target = node->targets.items[0], *value = node->value;
    if (node->targets.count != 1 || target->kind != AST_Name || value->kind != AST_BinOp || ((const AstBinOp *)value)->op != AST_ADD) return false;
    const Ast *right = ((const AstBinOp *)value)->right;
    return right->kind == AST_Name && ((const AstName *)right)->id == ((const AstName *)target)->id;
}
#endif
