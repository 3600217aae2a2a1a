// The fields of any node, one by one, for printers and validators. Private to parser/.
#ifndef TYPHON_PARSER_AST_FIELDS_H
#define TYPHON_PARSER_AST_FIELDS_H
#include "parser/ast.h"

typedef enum AstFieldKind { AST_FIELD_CHILD, AST_FIELD_OPTIONAL, AST_FIELD_LIST, AST_FIELD_ATOM, AST_FIELD_OPTIONAL_ATOM, AST_FIELD_ATOM_LIST, AST_FIELD_OTHER } AstFieldKind;
typedef struct AstFieldInfo {
    const char *name;
    AstFieldKind kind;
    const void *place; // where the field is in the node
} AstFieldInfo;
void ast_visit_fields(const Ast *node, void (*visit)(void *context, const AstFieldInfo *field), void *context);
#endif
