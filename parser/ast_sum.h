// Assignments that put something before what a variable has.
#ifndef TYPHON_PARSER_AST_SUM_H
#define TYPHON_PARSER_AST_SUM_H
#include "parser/ast.h"

// `name = value + name`.
static inline bool ast_prepends_to_its_target(const AstAssign *node) {
    const Ast *target = node->targets.items[0], *value = node->value;
    if (node->targets.count != 1 || target->kind != AST_Name || value->kind != AST_BinOp || ((const AstBinOp *)value)->op != AST_ADD) return false;
    const Ast *right = ((const AstBinOp *)value)->right;
    return right->kind == AST_Name && ((const AstName *)right)->id == ((const AstName *)target)->id;
}
#endif
